/* SPDX-License-Identifier: Apache-2.0 */
/* The first page of the HTML report: what was audited by whom and with what, the contents, and the
 * verdict on each server in one sentence.
 *
 * Sentences are made so that nothing undecided reads like a success: "passes" is said only when
 * every check was decided, and a score that depends on unknown results is always two numbers. */
#include <string.h>

#include "syncaudit/datetime.h"

#include "report_internal.h"

/* More servers than this are a table instead of cards. */
#define CARDS_MAX 4
/* More servers than this stand in the contents as one line. */
#define CONTENTS_SERVERS_MAX 12

static void put_duration(struct sa_html *html, const char *from, const char *to)
{
    int64_t start = 0;
    int64_t end = 0;

    if (sa_time_parse(from, &start) < 0 || sa_time_parse(to, &end) < 0 || end < start)
        return;
    end -= start;
    if (end >= 3600)
        sa_html_put(html, ", %lld h %lld min", (long long)(end / 3600),
                    (long long)(end % 3600 / 60));
    else if (end >= 60)
        sa_html_put(html, ", %lld min %lld s", (long long)(end / 60), (long long)(end % 60));
    else
        sa_html_put(html, ", %lld s", (long long)end);
}

static void put_run_facts(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    const struct sa_run_record *run = &evaluation->run;
    bool is_same = strcmp(run->catalogue_sha256, evaluation->catalogue_sha256) == 0;

    sa_html_put(html, "<dl class=\"facts\">\n<div><dt>Collected</dt><dd>");
    sa_html_time(html, run->started_at);
    if (*run->finished_at != '\0')
        put_duration(html, run->started_at, run->finished_at);
    sa_html_put(html, "</dd></div>\n<div><dt>By</dt><dd>");
    sa_html_value(html, run->operator_name);
    sa_html_put(html, " on ");
    sa_html_value(html, run->workstation);
    sa_html_put(html, "</dd></div>\n<div><dt>Tool</dt><dd>syncaudit <bdi>%s</bdi></dd></div>\n",
                run->tool_version);
    sa_html_put(html, "<div><dt>Run</dt><dd class=\"digest\">");
    sa_html_value(html, run->id);
    sa_html_put(html, "</dd></div>\n<div class=\"wide\"><dt>Catalogue</dt><dd><bdi>%s</bdi>, ",
                evaluation->catalogue_version);
    sa_html_count(html, sa_catalogue_count(html->catalogue), "check", "checks");
    sa_html_put(html, ", %s<br/><span class=\"digest\">SHA-256 <bdi>%s</bdi></span>",
                evaluation->selection_complete ? "all of them selected" : "only some selected",
                evaluation->catalogue_sha256);
    if (!is_same)
        sa_html_put(html,
                    "<br/>Collected with another catalogue: <bdi>%s</bdi>, "
                    "<span class=\"digest\">SHA-256 <bdi>%s</bdi></span>",
                    run->catalogue_version, run->catalogue_sha256);
    sa_html_put(html, "</dd></div>\n</dl>\n");
}

void sa_html_masthead(struct sa_html *html)
{
    const struct sa_report_options *options = html->options;
    const char *title = options->title;
    bool has_title = title != NULL && *title != '\0';

    sa_html_put(html, "<header class=\"masthead\">\n<p class=\"kicker\">%s",
                has_title ? "Entra Connect Sync audit" : "syncaudit");
    if (options->classification != NULL && *options->classification != '\0')
        sa_html_put(html, " <strong class=\"classification\"><bdi>%s</bdi></strong>",
                    options->classification);
    sa_html_put(html, "</p>\n<h1><bdi>%s</bdi></h1>\n",
                has_title ? title : "Entra Connect Sync audit");
    put_run_facts(html);
    sa_html_put(html, "</header>\n");
}

void sa_html_contents(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    sa_html_put(html, "<nav class=\"contents\" aria-label=\"Contents\"><p>Contents</p><ol>\n"
                      "<li><a href=\"#verdict\">Verdict</a></li>\n"
                      "<li><a href=\"#fixes\">Fix first</a></li>\n"
                      "<li><a href=\"#areas\">Estate by area</a></li>\n"
                      "<li><a href=\"#parity\">Parity</a></li>\n");
    if (evaluation->readiness_count > 0)
        sa_html_put(html, "<li><a href=\"#readiness\">Failover readiness</a></li>\n");
    if (evaluation->target_count > CONTENTS_SERVERS_MAX) {
        sa_html_put(html, "<li><a href=\"#targets\">Servers, tenants%s (%zu)</a></li>\n",
                    html->forest_count > 0 ? ", forests" : "", evaluation->target_count);
    } else {
        for (size_t i = 0; i < evaluation->target_count; i++)
            sa_html_put(html, "<li><a href=\"#%s\"><bdi>%s</bdi></a></li>\n",
                        sa_html_target_anchor(html, &evaluation->targets[i]),
                        evaluation->targets[i].name);
    }
    sa_html_put(html, "<li><a href=\"#coverage\">Collection coverage</a></li>\n");
    if (html->forest_count > 0)
        sa_html_put(html, "<li><a href=\"#footprint\">Footprint</a></li>\n");
    sa_html_put(html, "<li><a href=\"#score\">How the score works</a></li>\n"
                      "<li><a href=\"#catalogue\">Catalogue</a></li>\n"
                      "<li><a href=\"#glossary\">Glossary</a></li>\n</ol></nav>\n");
}

/* " (1 critical, 2 high)" */
static void put_open_severities(struct sa_html *html, const struct sa_score *score)
{
    const char *separator = " (";

    for (int severity = SA_CRITICAL; severity >= SA_LOW; severity--) {
        if (score->open[severity] == 0)
            continue;
        sa_html_put(html, "%s%zu&#160;%s", separator, score->open[severity],
                    sa_severity_name((enum sa_severity)severity));
        separator = ", ";
    }
    if (strcmp(separator, ", ") == 0)
        sa_html_put(html, ")");
}

static void put_role_phrase(struct sa_html *html, const struct sa_target *target)
{
    if (target->kind == SA_TARGET_FOREST)
        sa_html_put(html, ", a forest, ");
    else if (strcmp(target->role, "active") == 0)
        sa_html_put(html, ", the active server, ");
    else if (strcmp(target->role, "staging") == 0)
        sa_html_put(html, ", the staging server, ");
    else
        sa_html_put(html, ", whose role is not known, ");
}

/* "SYNC02, the staging server, fails 5 of 42 checks (1 critical); ..." */
static void put_sentence(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_score *score = &target->score;
    size_t failed = score->count[SA_RESULT_FAIL];
    size_t warned = score->count[SA_RESULT_WARN];
    size_t undecided = score->count[SA_RESULT_UNKNOWN] + score->count[SA_RESULT_ERROR];
    size_t decided = score->count[SA_RESULT_PASS] + warned + failed;

    sa_html_put(html, "<b><bdi>%s</bdi></b>", target->name);
    put_role_phrase(html, target);
    if (decided == 0) {
        sa_html_put(html, "could not be judged: no check was decided.");
        return;
    }
    if (failed > 0) {
        sa_html_put(html, "fails %zu of %zu checks", failed, decided + undecided);
        put_open_severities(html, score);
    } else if (undecided > 0) {
        sa_html_put(html, "fails none of the %zu checks that could be decided", decided);
    } else if (warned > 0) {
        sa_html_put(html, "fails none of its %zu checks, and %zu of them %s", decided, warned,
                    warned == 1 ? "gives a warning" : "give warnings");
    } else {
        sa_html_put(html, "passes all of its %zu checks", decided);
    }
    if (undecided > 0)
        sa_html_put(html, "; %zu could not be decided", undecided);
    if (score->has_score && score->lower == score->upper)
        sa_html_put(html, ". It scores %d of 100.", score->lower);
    else if (score->has_score)
        sa_html_put(html, ", so its score lies between %d and %d of 100.", score->lower,
                    score->upper);
    else
        sa_html_put(html, ".");
}

static void put_grade(struct sa_html *html, const struct sa_score *score)
{
    if (*score->grade == '\0')
        return;
    if (strlen(score->grade) == 1)
        sa_html_put(html,
                    "<span class=\"grade grade-letter\"><span class=\"vh\">grade "
                    "</span>%s</span>",
                    score->grade);
    else
        sa_html_put(html, "<span class=\"grade\">%s</span>", score->grade);
}

void sa_html_role(struct sa_html *html, const struct sa_target *target)
{
    bool is_active = strcmp(target->role, "active") == 0;
    bool is_staging = strcmp(target->role, "staging") == 0;

    if (target->kind == SA_TARGET_TENANT)
        sa_html_put(html, "<span class=\"role\">tenant</span>");
    else if (target->kind == SA_TARGET_FOREST)
        sa_html_put(html, "<span class=\"role\">forest</span>");
    else if (is_active || is_staging)
        sa_html_put(html, "<span class=\"role role-%s\">%s</span>", target->role, target->role);
    else
        sa_html_put(html, "<span class=\"role role-unknown\">role unknown</span>");
}

static void put_tally(struct sa_html *html, const struct sa_score *score)
{
    static const enum sa_result_status shown[] = {
        SA_RESULT_FAIL, SA_RESULT_UNKNOWN, SA_RESULT_ERROR,         SA_RESULT_WARN,
        SA_RESULT_INFO, SA_RESULT_PASS,    SA_RESULT_NOT_APPLICABLE};

    sa_html_put(html, "<ul class=\"tally\">");
    for (size_t i = 0; i < SA_COUNT(shown); i++) {
        if (score->count[shown[i]] == 0)
            continue;
        sa_html_put(html, "<li>");
        sa_html_status(html, shown[i]);
        sa_html_put(html, " <b>%zu</b></li>", score->count[shown[i]]);
    }
    sa_html_put(html, "</ul>");
}

static void put_card(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_score *score = &target->score;
    const char *anchor = sa_html_target_anchor(html, target);

    sa_html_put(html,
                "<article class=\"card band-%s\">\n<header><h3><a href=\"#%s\"><bdi>%s</bdi></a>"
                "</h3> ",
                strlen(score->grade) > 1 ? "undecided" : sa_html_band(score), anchor, target->name);
    sa_html_role(html, target);
    sa_html_put(html, "</header>\n<p class=\"figure\"><span class=\"points\">");
    sa_html_interval(html, score);
    sa_html_put(html, "</span> ");
    put_grade(html, score);
    sa_html_put(html, "</p>\n");
    sa_html_bar(html, score, anchor, target->name);
    sa_html_put(html, "\n<p class=\"sentence\">");
    put_sentence(html, target);
    sa_html_put(html, "</p>\n");
    put_tally(html, score);
    sa_html_put(html, "\n<p class=\"fine\">Coverage ");
    sa_html_coverage_percent(html, score);
    sa_html_put(html, ": the share of the weight that could be decided.");
    if (*score->cap != '\0')
        sa_html_put(html, " Lower bound <bdi>%s</bdi>.", score->cap);
    sa_html_put(html, "</p>\n</article>\n");
}

static void put_server_row(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_score *score = &target->score;

    sa_html_put(html, "<tr><th scope=\"row\"><a href=\"#%s\"><bdi>%s</bdi></a></th><td>",
                sa_html_target_anchor(html, target), target->name);
    sa_html_role(html, target);
    sa_html_put(html, "</td><td class=\"num\">");
    sa_html_interval(html, score);
    sa_html_put(html, "</td><td class=\"barcell\">");
    sa_html_bar(html, score, "", NULL);
    sa_html_put(html, "</td><td><bdi>%s</bdi></td><td class=\"num\">", score->grade);
    sa_html_coverage_percent(html, score);
    sa_html_put(html,
                "</td><td class=\"num\">%zu</td><td class=\"num\">%zu</td><td class=\"num\">%zu"
                "</td><td class=\"num\">%zu</td><td class=\"num\">%zu</td></tr>\n",
                score->open[SA_CRITICAL], score->count[SA_RESULT_FAIL],
                score->count[SA_RESULT_UNKNOWN] + score->count[SA_RESULT_ERROR],
                score->count[SA_RESULT_WARN], score->count[SA_RESULT_PASS]);
}

static const char *principals(const struct sa_html *html)
{
    return html->forest_count > 0 ? "Servers and forests" : "Servers";
}

static void put_servers(struct sa_html *html)
{
    const struct sa_target *target = NULL;

    if (html->server_count + html->forest_count <= CARDS_MAX) {
        sa_html_put(html, "<div class=\"cards\">\n");
        for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++)
            put_card(html, target);
        sa_html_put(html, "</div>\n");
        return;
    }
    sa_html_table_begin(html, "servers sortable", principals(html));
    sa_html_put(html,
                "<caption>%s</caption><thead><tr><th scope=\"col\">Name</th>"
                "<th scope=\"col\">Role</th><th scope=\"col\" class=\"num\">Score</th>"
                "<td></td><th scope=\"col\">Grade</th>"
                "<th scope=\"col\" class=\"num\">Coverage</th>"
                "<th scope=\"col\" class=\"num\">Open critical</th>"
                "<th scope=\"col\" class=\"num\">Fail</th>"
                "<th scope=\"col\" class=\"num\">Unknown</th>"
                "<th scope=\"col\" class=\"num\">Warning</th>"
                "<th scope=\"col\" class=\"num\">Pass</th></tr></thead><tbody>\n",
                principals(html));
    for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++)
        put_server_row(html, target);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

static void put_notices(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    if (evaluation->run.interrupted)
        sa_html_put(html,
                    "<div class=\"notice\"><p><b>The run did not finish.</b> It was stopped or "
                    "cut off; what was not collected by then counts as unknown.</p></div>\n");
    if (!evaluation->selection_complete)
        sa_html_put(html, "<div class=\"notice\"><p><b>Only some checks were selected.</b> Scores "
                          "cover these alone and carry no grade.</p></div>\n");
    if (html->server_count == 0)
        sa_html_put(html,
                    "<div class=\"notice\"><p><b>No server was audited.</b> Nothing below says "
                    "anything about one.</p></div>\n");
    if (html->server_count > 0 && html->forest_count == 0)
        sa_html_put(html,
                    "<div class=\"notice\"><p><b>Active Directory was not asked.</b> Nothing below "
                    "says anything about accounts and rights in it.</p></div>\n");
}

/* Whom the estate is as strong as: a forest counts by itself where no server answers for it. */
static const char *weakest_kind(const struct sa_html *html)
{
    const struct sa_target *target = NULL;
    bool has_alone = false;

    for (size_t i = html->server_count; (target = sa_html_principal(html, i)) != NULL; i++)
        has_alone = has_alone || target->forest == NULL || target->forest->server_count == 0;
    if (html->server_count == 0)
        return "forest";
    return has_alone ? "server or forest" : "server";
}

static void put_estate_sentence(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    const char *kind = weakest_kind(html);

    if (html->server_count + html->forest_count < 2)
        return;
    if (evaluation->estate_lower < 0)
        sa_html_put(html, "<p class=\"lead\">No %s has a score.</p>\n", kind);
    else if (evaluation->estate_lower == evaluation->estate_upper)
        sa_html_put(html,
                    "<p class=\"lead\">The estate is as strong as its weakest %s: "
                    "%d of 100.</p>\n",
                    kind, evaluation->estate_lower);
    else
        sa_html_put(html,
                    "<p class=\"lead\">The estate is as strong as its weakest %s: "
                    "between %d and %d of 100.</p>\n",
                    kind, evaluation->estate_lower, evaluation->estate_upper);
}

void sa_html_verdict(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    sa_html_put(html, "<section id=\"verdict\" aria-labelledby=\"verdict-heading\">\n"
                      "<h2 id=\"verdict-heading\">Verdict</h2>\n");
    put_notices(html);
    put_estate_sentence(html);
    put_servers(html);
    for (size_t i = 0; i < evaluation->readiness_count && i < SA_HTML_ROWS; i++) {
        const struct sa_readiness *readiness = &evaluation->readiness[i];

        sa_html_put(html, "<div class=\"gate\">");
        sa_html_readiness_badge(html, readiness);
        sa_html_put(html,
                    "<p><b><bdi>%s</bdi></b> standing in for <b><bdi>%s</bdi></b>: "
                    "<bdi>%s</bdi> (<a href=\"#readiness\">details</a>)</p></div>\n",
                    readiness->pair->staging->name, readiness->pair->active->name,
                    readiness->sentence);
    }
    sa_html_put(html, "</section>\n");
}
