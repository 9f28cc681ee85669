/* SPDX-License-Identifier: Apache-2.0 */
/* One open result: why it matters, what was found instead of what was expected, what to do, and what
 * the judgement rests on: the files with their digests, the query with its parameters. An undecided
 * result says instead what is missing and how to get it. */
#include <string.h>

#include "report_internal.h"

/* Missing sources listed for one undecided result. */
#define MISSING_MAX 20

static bool has_mixed_statuses(const struct sa_result *result)
{
    for (size_t i = 0; i < result->finding_count; i++) {
        if (result->findings[i].status != result->status)
            return true;
    }
    return false;
}

static bool has_evidence(const struct sa_result *result)
{
    for (size_t i = 0; i < result->finding_count; i++) {
        if (result->findings[i].evidence != NULL && result->findings[i].evidence[0] != NULL)
            return true;
    }
    return false;
}

static void put_finding(struct sa_html *html, const struct sa_finding *finding, bool with_status,
                        bool with_evidence, struct sa_html_evidence *evidence)
{
    const char *anchor = sa_html_claim(html, sa_html_finding_anchor(html, finding));

    sa_html_put(html, "<tr id=\"%s\"><th scope=\"row\" class=\"val\">", anchor);
    sa_html_value(html, finding->subject);
    sa_html_put(html, "</th><td class=\"val\">");
    sa_html_value(html, finding->observed);
    sa_html_put(html, "</td><td class=\"val\">");
    sa_html_value(html, finding->expected);
    sa_html_put(html, "</td>");
    if (with_status) {
        sa_html_put(html, "<td>");
        sa_html_status(html, finding->status);
        sa_html_put(html, "</td>");
    }
    if (with_evidence) {
        sa_html_put(html, "<td>");
        for (size_t i = 0; finding->evidence != NULL && finding->evidence[i] != NULL; i++)
            sa_html_evidence_mark(html, evidence, finding->evidence[i]);
        sa_html_put(html, "</td>");
    }
    sa_html_put(html, "<td><a class=\"fid\" href=\"#%s\">%s</a></td></tr>\n", anchor, finding->id);
}

static void put_findings(struct sa_html *html, const struct sa_result *result,
                         struct sa_html_evidence *evidence)
{
    bool with_status = has_mixed_statuses(result);
    bool with_evidence = has_evidence(result);
    size_t shown = result->finding_count < SA_HTML_ROWS ? result->finding_count : SA_HTML_ROWS;

    if (result->finding_count == 0)
        return;
    sa_html_table_begin(html, "findings sortable", "Findings");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Subject</th><th scope=\"col\">Observed</th>"
                      "<th scope=\"col\">Expected</th>");
    if (with_status)
        sa_html_put(html, "<th scope=\"col\">Status</th>");
    if (with_evidence)
        sa_html_put(html, "<th scope=\"col\">Evidence</th>");
    sa_html_put(html, "<th scope=\"col\">Finding</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++)
        put_finding(html, &result->findings[i], with_status, with_evidence, evidence);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (result->finding_count > shown)
        sa_html_put(html, "<p class=\"more\">%zu more: see findings.csv.</p>\n",
                    result->finding_count - shown);
    if (result->omitted > 0)
        sa_html_put(html,
                    "<p class=\"more\">%zu more rows went beyond the limit of one check and were "
                    "counted only.</p>\n",
                    result->omitted);
}

/* Of several that will do, one that was seen, or the first. */
static const struct sa_source_coverage *find_source(const struct sa_target *target,
                                                    const char *need)
{
    const struct sa_source_coverage *found = NULL;

    for (size_t i = 0; i < target->source_count; i++) {
        if (!sa_need_names(need, target->sources[i].source))
            continue;
        if (found == NULL || target->sources[i].state == SA_COVERAGE_OK)
            found = &target->sources[i];
    }
    return found;
}

/* Servers do not have the sources of forests, nor forests those of servers; a row says that somebody
 * missed it there all the same. */
static bool is_of(const struct sa_target *target, const char *name,
                  const struct sa_source_coverage *source)
{
    return source != NULL || sa_source_is_of_forest(name) == (target->kind == SA_TARGET_FOREST);
}

/* Lists the sources of `names` that `server`, or a forest, did not give. */
static size_t put_missing_of(struct sa_html *html, const struct sa_target *server,
                             const char *const *names, size_t listed)
{
    for (; *names != NULL && listed < MISSING_MAX; names++) {
        const struct sa_source_coverage *source = find_source(server, *names);

        if (!is_of(server, *names, source) || (source != NULL && source->state == SA_COVERAGE_OK))
            continue;
        if (listed++ == 0)
            sa_html_put(html, "<div class=\"field\"><b class=\"term\">To decide</b> <ul>\n");
        sa_html_put(html, "<li><code>%s</code> of <b><bdi>%s</bdi></b>: ", *names, server->name);
        if (source == NULL) {
            sa_html_put(html, "nobody asked for it</li>\n");
            continue;
        }
        sa_html_put(html, "<bdi>%s</bdi>", source->status);
        if (*source->message != '\0')
            sa_html_put(html, ", <bdi>%s</bdi>", source->message);
        if (*source->hint != '\0')
            sa_html_put(html, ". Try: <bdi>%s</bdi>", source->hint);
        sa_html_put(html, "</li>\n");
    }
    return listed;
}

/* A check of a pair, a tenant or a forest reads the sources of several servers. */
static bool reads_server(const struct sa_evaluation *evaluation, const struct sa_target *server,
                         const struct sa_target *target, const struct sa_check *check)
{
    if (server == target)
        return true;
    if (target->kind == SA_TARGET_TENANT)
        return *server->tenant == '\0' || strcmp(server->tenant, target->name) == 0;
    if (target->kind == SA_TARGET_FOREST)
        return sa_forest_is_used_by(target, server);
    if (check->applies != SA_APPLIES_PAIR)
        return false;
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        if (evaluation->pairs[i].staging == target && evaluation->pairs[i].active == server)
            return true;
    }
    return false;
}

/* And one of servers those of the forests that they use. */
static bool is_read_by(const struct sa_html *html, const struct sa_target *principal,
                       const struct sa_target *target, const struct sa_check *check)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    if (principal == target)
        return true;
    if (principal->kind != SA_TARGET_FOREST)
        return reads_server(evaluation, principal, target, check);
    if (target->kind == SA_TARGET_FOREST || principal->forest == NULL)
        return false;
    for (size_t i = 0; i < principal->forest->server_count; i++) {
        if (reads_server(evaluation, principal->forest->servers[i], target, check))
            return true;
    }
    return false;
}

static void put_missing(struct sa_html *html, const struct sa_target *target,
                        const struct sa_check *check)
{
    const struct sa_target *principal = NULL;
    size_t listed = 0;

    for (size_t i = 0; listed < MISSING_MAX && (principal = sa_html_principal(html, i)) != NULL;
         i++) {
        if (!is_read_by(html, principal, target, check))
            continue;
        listed = put_missing_of(html, principal, check->needs, listed);
        listed = put_missing_of(html, principal, check->confirms, listed);
    }
    if (listed > 0)
        sa_html_put(html, "</ul></div>\n");
    if (listed >= MISSING_MAX)
        sa_html_put(html, "<p class=\"more\">There may be more: see "
                          "<a href=\"#coverage\">collection coverage</a>.</p>\n");
}

void sa_html_references(struct sa_html *html, const struct sa_check *check)
{
    if (check->references[0] == NULL)
        return;
    sa_html_put(html, "<ul class=\"references\">");
    for (const char *const *reference = check->references; *reference != NULL; reference++) {
        if (sa_url_is_allowed(*reference))
            sa_html_put(html,
                        "<li><a rel=\"noreferrer noopener\" href=\"%s\"><bdi>%s</bdi></a></li>",
                        *reference, *reference);
        else
            sa_html_put(html, "<li><bdi>%s</bdi></li>", *reference);
    }
    sa_html_put(html, "</ul>\n");
}

static void put_param(struct sa_html *html, const struct sa_param *param)
{
    bool is_bool = param->type == SA_PARAM_BOOL;
    const char *value = param->value;
    const char *normal = param->default_value;

    if (is_bool) {
        value = strcmp(value, "1") == 0 ? "true" : "false";
        normal = strcmp(normal, "1") == 0 ? "true" : "false";
    }
    sa_html_put(html, "<tr><th scope=\"row\"><code>%s</code></th><td class=\"val\">", param->name);
    sa_html_value(html, value);
    sa_html_put(html, "</td><td class=\"val\">");
    sa_html_value(html, normal);
    sa_html_put(html, "</td><td>%s</td></tr>\n", param->from_policy ? "policy" : "default");
}

void sa_html_check_query(struct sa_html *html, const struct sa_check *check)
{
    if (check->param_count > 0) {
        sa_html_table_begin(html, "params", "Parameters");
        sa_html_put(html, "<caption>Parameters</caption><thead><tr><th scope=\"col\">Name</th>"
                          "<th scope=\"col\">Value</th><th scope=\"col\">Default</th>"
                          "<th scope=\"col\">Set by</th></tr></thead><tbody>\n");
        for (size_t i = 0; i < check->param_count; i++)
            put_param(html, &check->params[i]);
        sa_html_put(html, "</tbody>");
        sa_html_table_end(html);
    }
    sa_html_put(html,
                "<pre class=\"query\" tabindex=\"0\" role=\"group\" aria-label=\"Query of %s\">"
                "<code>%s</code></pre>\n<p class=\"fine\"><bdi>%s</bdi>, "
                "<span class=\"digest\">SHA-256 %s</span></p>\n",
                check->id, check->sql, check->file, check->sha256);
}

static void put_head(struct sa_html *html, const struct sa_target *target,
                     const struct sa_result *result)
{
    const struct sa_check *check = result->check;

    sa_html_put(html, "<header><p class=\"tags\">");
    sa_html_status(html, result->status);
    sa_html_put(html, " ");
    sa_html_severity(html, check->severity);
    sa_html_put(html, " <span class=\"area\"><bdi>%s</bdi></span>", check->area);
    if (check->applies == SA_APPLIES_PAIR || target->kind != SA_TARGET_SERVER)
        sa_html_put(html, " <span class=\"area\">%s</span>", sa_applies_name(check->applies));
    if (result->gain > 0)
        sa_html_put(html, " <span class=\"gain\">+%d when fixed</span>", result->gain);
    sa_html_put(html, "</p>\n<h4><a class=\"id\" href=\"#%s\">%s</a> <bdi>%s</bdi></h4></header>\n",
                sa_html_check_anchor(html, check), check->id, check->title);
}

void sa_html_field(struct sa_html *html, const char *term, const char *text)
{
    if (*text != '\0')
        sa_html_put(html, "<p class=\"field\"><b class=\"term\">%s</b> <bdi>%s</bdi></p>\n", term,
                    text);
}

void sa_html_result(struct sa_html *html, const struct sa_target *target,
                    const struct sa_result *result)
{
    const struct sa_check *check = result->check;
    const char *anchor = sa_html_claim(html, sa_html_result_anchor(html, target, check));
    struct sa_html_evidence evidence = {.anchor = anchor};
    bool is_undecided = result->status == SA_RESULT_UNKNOWN || result->status == SA_RESULT_ERROR;

    sa_html_put(html, "<article class=\"result\" id=\"%s\" data-severity=\"%s\">\n", anchor,
                sa_severity_name(check->severity));
    put_head(html, target, result);
    sa_html_field(html, is_undecided ? "Undecided" : "Note", result->reason);
    sa_html_field(html, "Why", check->why);
    put_findings(html, result, &evidence);
    if (is_undecided)
        put_missing(html, target, check);
    if (!is_undecided || result->finding_count > 0)
        sa_html_field(html, "Remedy", check->remedy);
    sa_html_evidence_table(html, &evidence);
    if (html->repeats_query) {
        sa_html_put(html, "<details class=\"repeated\"><summary>Query, parameters, references"
                          "</summary>\n");
        sa_html_check_query(html, check);
        sa_html_references(html, check);
        sa_html_put(html, "</details>\n");
    }
    sa_html_put(html, "</article>\n");
}
