/* SPDX-License-Identifier: Apache-2.0 */
/* One section per server, then one per tenant and forest: who it is, its areas, and the results in the order in
 * which they need a reader: failed, undecided, warnings, notices; passed and not applicable ones
 * folded into tables. Within a group the worst severity comes first, then the catalogue's order. */
#include <string.h>

#include "report_internal.h"

const struct sa_result *sa_result_find(const struct sa_target *target, const char *check_id)
{
    for (size_t i = 0; i < target->result_count; i++) {
        if (strcmp(target->results[i].check->id, check_id) == 0)
            return &target->results[i];
    }
    return NULL;
}

static const struct sa_target *find_tenant(const struct sa_evaluation *evaluation, const char *name)
{
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        if (target->kind == SA_TARGET_TENANT && strcmp(target->name, name) == 0)
            return target;
    }
    return NULL;
}

static void put_forests(struct sa_html *html, const struct sa_target *server)
{
    const struct sa_target *forest = NULL;
    bool is_first = true;

    for (size_t i = html->server_count; (forest = sa_html_principal(html, i)) != NULL; i++) {
        if (!sa_forest_is_used_by(forest, server))
            continue;
        if (is_first)
            sa_html_put(html, "<div><dt>Forests</dt><dd>");
        else
            sa_html_put(html, ", ");
        sa_html_put(html, "<a href=\"#%s\"><bdi>%s</bdi></a>", sa_html_target_anchor(html, forest),
                    forest->name);
        is_first = false;
    }
    if (!is_first)
        sa_html_put(html, "; results count in the score of this server</dd></div>\n");
}

/* "over HTTP, sealed by Kerberos" */
static void put_windows(struct sa_html *html, const struct sa_windows *windows)
{
    if (windows == NULL)
        return;
    if (!windows->answered) {
        sa_html_put(html, "<div><dt>Windows</dt><dd><b>did not answer</b>: see the sources below"
                          "</dd></div>\n");
        return;
    }
    sa_html_put(html, "<div><dt>Windows</dt><dd><bdi>%s</bdi>", windows->caption);
    if (*windows->build != '\0')
        sa_html_put(html, ", build <bdi>%s</bdi>", windows->build);
    sa_html_put(html, "</dd></div>\n");
    sa_html_fact(html, "Member of", windows->domain);
    if (*windows->machine != '\0' || windows->processors >= 0) {
        sa_html_put(html, "<div><dt>Machine</dt><dd><bdi>%s</bdi>", windows->machine);
        if (windows->processors >= 0)
            sa_html_put(html, ", %lld processors", (long long)windows->processors);
        if (windows->memory_mb >= 0)
            sa_html_put(html, ", %lld MiB", (long long)windows->memory_mb);
        sa_html_put(html, "</dd></div>\n");
    }
    if (*windows->booted_at != '\0') {
        sa_html_put(html, "<div><dt>Started</dt><dd>");
        sa_html_time(html, windows->booted_at);
        sa_html_put(html, "</dd></div>\n");
    }
    sa_html_put(html, "<div><dt>Asked over</dt><dd><bdi>%s</bdi>%s</dd></div>\n", windows->protocol,
                windows->is_protected ? "" : ", <b>not protected</b>");
    if (windows->clock_offset_s != 0)
        sa_html_put(html, "<div><dt>Clock</dt><dd>%lld s %s ours</dd></div>\n",
                    windows->clock_offset_s < 0 ? -(long long)windows->clock_offset_s
                                                : (long long)windows->clock_offset_s,
                    windows->clock_offset_s < 0 ? "behind" : "ahead of");
}

static void put_identity(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_target *tenant = find_tenant(html->evaluation, target->tenant);

    sa_html_put(html, "<dl class=\"facts identity\">\n<div><dt>Role</dt><dd><bdi>%s</bdi>",
                *target->role != '\0' ? target->role : "unknown");
    if (*target->declared_role != '\0' && strcmp(target->declared_role, target->role) != 0)
        sa_html_put(html, ", <b>but declared <bdi>%s</bdi></b>", target->declared_role);
    sa_html_put(html, "</dd></div>\n<div><dt>Score</dt><dd>");
    sa_html_interval(html, &target->score);
    if (*target->score.grade != '\0')
        sa_html_put(html, ", %s<bdi>%s</bdi>", strlen(target->score.grade) == 1 ? "grade " : "",
                    target->score.grade);
    sa_html_put(html, ", coverage ");
    sa_html_coverage_percent(html, &target->score);
    sa_html_put(html, "</dd></div>\n");
    sa_html_fact(html, "Calls itself", target->server_name);
    sa_html_fact(html, "Product version", target->product_version);
    if (tenant != NULL)
        sa_html_put(html,
                    "<div><dt>Tenant</dt><dd><a href=\"#%s\"><bdi>%s</bdi></a>; its results count "
                    "in the score of this server</dd></div>\n",
                    sa_html_target_anchor(html, tenant), target->tenant);
    else
        sa_html_fact(html, "Tenant", target->tenant);
    put_forests(html, target);
    if (*target->exported_at != '\0') {
        sa_html_put(html, "<div><dt>Exported</dt><dd>");
        sa_html_local_time(html, target->exported_at);
        sa_html_put(html, ", by the clock of the server</dd></div>\n");
    }
    put_windows(html, target->windows);
    if (*target->location != '\0')
        sa_html_fact(html, "Read from", target->location);
    else if (target->windows != NULL)
        sa_html_put(html, "<div><dt>Found in</dt><dd>Active Directory</dd></div>\n");
    else
        sa_html_put(html,
                    "<div><dt>Read from</dt><dd><b>nothing</b>: the server is known from Active "
                    "Directory only</dd></div>\n");
    sa_html_put(html, "</dl>\n");
}

static void put_area_row(struct sa_html *html, const struct sa_area_score *area)
{
    const struct sa_score *score = &area->score;

    sa_html_put(html, "<tr><th scope=\"row\"><bdi>%s</bdi></th><td class=\"num\">", area->area);
    sa_html_interval(html, score);
    sa_html_put(html, "</td><td class=\"barcell\">");
    sa_html_bar(html, score, "", NULL);
    sa_html_put(html, "</td><td class=\"num\">");
    sa_html_coverage_percent(html, score);
    sa_html_put(html,
                "</td><td class=\"num\">%zu</td><td class=\"num\">%zu</td><td class=\"num\">%zu"
                "</td><td class=\"num\">%zu</td></tr>\n",
                score->count[SA_RESULT_FAIL],
                score->count[SA_RESULT_UNKNOWN] + score->count[SA_RESULT_ERROR],
                score->count[SA_RESULT_WARN], score->count[SA_RESULT_PASS]);
}

static void put_areas(struct sa_html *html, const struct sa_target *target)
{
    if (target->area_count == 0)
        return;
    sa_html_put(html, "<h3>Areas</h3>\n");
    sa_html_table_begin(html, "areas sortable", "Score by area");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Area</th><th scope=\"col\" class=\"num\">Score"
                      "</th><td></td><th scope=\"col\" class=\"num\">Coverage</th>"
                      "<th scope=\"col\" class=\"num\">Fail</th>"
                      "<th scope=\"col\" class=\"num\">Unknown</th>"
                      "<th scope=\"col\" class=\"num\">Warning</th>"
                      "<th scope=\"col\" class=\"num\">Pass</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < target->area_count; i++)
        put_area_row(html, &target->areas[i]);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

/* What stands under one heading. */
struct group {
    const char *heading;
    const char *class;
    enum sa_result_status statuses[3];
    size_t status_count;
};

static const struct group open_groups[] = {
    {"Failed",   "fail",    {SA_RESULT_FAIL},                     1},
    {"Unknown",  "unknown", {SA_RESULT_UNKNOWN, SA_RESULT_ERROR}, 2},
    {"Warnings", "warn",    {SA_RESULT_WARN},                     1},
    {"Notices",  "info",    {SA_RESULT_INFO},                     1},
};

static bool is_in_group(const struct group *group, enum sa_result_status status)
{
    for (size_t i = 0; i < group->status_count; i++) {
        if (group->statuses[i] == status)
            return true;
    }
    return false;
}

static size_t count_group(const struct sa_target *target, const struct group *group)
{
    size_t count = 0;

    for (size_t i = 0; i < target->result_count; i++)
        count += is_in_group(group, target->results[i].status);
    return count;
}

static void put_open_group(struct sa_html *html, const struct sa_target *target,
                           const struct group *group)
{
    size_t count = count_group(target, group);

    if (count == 0)
        return;
    sa_html_put(html, "<div class=\"group s-%s\">\n<h3>%s <span class=\"count\">%zu</span></h3>\n",
                group->class, group->heading, count);
    for (int severity = SA_CRITICAL; severity >= SA_INFO; severity--) {
        for (size_t i = 0; i < target->result_count; i++) {
            const struct sa_result *result = &target->results[i];

            if (is_in_group(group, result->status) && (int)result->check->severity == severity)
                sa_html_result(html, target, result);
        }
    }
    sa_html_put(html, "</div>\n");
}

static void put_row_head(struct sa_html *html, const struct sa_target *target,
                         const struct sa_result *result)
{
    const struct sa_check *check = result->check;
    const char *anchor = sa_html_claim(html, sa_html_result_anchor(html, target, check));

    sa_html_put(
        html,
        "<tr id=\"%s\" class=\"result\" data-severity=\"%s\"><th scope=\"row\">"
        "<a class=\"id\" href=\"#%s\">%s</a></th><td class=\"title\"><bdi>%s</bdi></td><td>",
        anchor, sa_severity_name(check->severity), sa_html_check_anchor(html, check), check->id,
        check->title);
    sa_html_severity(html, check->severity);
    sa_html_put(html, "</td><td class=\"prose\">");
}

/* A pass shows what it was decided on: its sources were all read. */
static void put_passed(struct sa_html *html, const struct sa_target *target)
{
    static const struct group group = {"Passed", "pass", {SA_RESULT_PASS}, 1};
    size_t count = count_group(target, &group);

    if (count == 0)
        return;
    sa_html_put(html,
                "<details class=\"group s-pass\"><summary><h3>Passed <span class=\"count\">%zu"
                "</span></h3></summary>\n",
                count);
    sa_html_table_begin(html, "passed sortable", "Passed checks");
    sa_html_put(html,
                "<thead><tr><th scope=\"col\">Check</th><th scope=\"col\">Title</th>"
                "<th scope=\"col\">Severity</th><th scope=\"col\">Decided on</th></tr></thead>"
                "<tbody>\n");
    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];

        if (result->status != SA_RESULT_PASS)
            continue;
        put_row_head(html, target, result);
        for (const char *const *need = result->check->needs; *need != NULL; need++)
            sa_html_put(html, "%s<bdi>%s</bdi>", need == result->check->needs ? "" : ", ", *need);
        sa_html_put(html, "</td></tr>\n");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    sa_html_put(html, "</details>\n");
}

static void put_not_applicable(struct sa_html *html, const struct sa_target *target)
{
    static const struct group group = {"Not applicable", "na", {SA_RESULT_NOT_APPLICABLE}, 1};
    size_t count = count_group(target, &group);

    if (count == 0)
        return;
    sa_html_put(html,
                "<details class=\"group s-na\"><summary><h3>Not applicable <span class=\"count\">"
                "%zu</span></h3></summary>\n",
                count);
    sa_html_table_begin(html, "na sortable", "Checks that do not apply");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Check</th><th scope=\"col\">Title</th>"
                      "<th scope=\"col\">Severity</th><th scope=\"col\">Reason</th></tr></thead>"
                      "<tbody>\n");
    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];

        if (result->status != SA_RESULT_NOT_APPLICABLE)
            continue;
        put_row_head(html, target, result);
        sa_html_value(html, result->reason);
        sa_html_put(html, "</td></tr>\n");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    sa_html_put(html, "</details>\n");
}

static void put_target(struct sa_html *html, const struct sa_target *target)
{
    const char *anchor = sa_html_claim(html, sa_html_target_anchor(html, target));
    const char *wanted = sa_arena_printf(&html->arena, "%s-heading", anchor);
    const char *heading = sa_html_claim(html, wanted != NULL ? wanted : "heading");

    sa_html_put(html,
                "<section class=\"target\" id=\"%s\" aria-labelledby=\"%s\">\n"
                "<h2 id=\"%s\"><bdi>%s</bdi> ",
                anchor, heading, heading, target->name);
    sa_html_role(html, target);
    sa_html_put(html, "</h2>\n");
    if (target->kind == SA_TARGET_SERVER) {
        put_identity(html, target);
        sa_html_engine(html, target);
    }
    if (target->kind == SA_TARGET_FOREST && target->forest != NULL) {
        sa_html_forest_facts(html, target);
        sa_html_forest_gaps(html, target);
    }
    put_areas(html, target);
    if (target->kind == SA_TARGET_FOREST && target->forest != NULL)
        sa_html_forest_accounts(html, target);
    if (target->result_count == 0)
        sa_html_put(html, "<p>No check was run for it.</p>\n");
    for (size_t i = 0; i < SA_COUNT(open_groups); i++)
        put_open_group(html, target, &open_groups[i]);
    put_passed(html, target);
    put_not_applicable(html, target);
    sa_html_put(html, "</section>\n");
}

/* The boxes work without the script: the style sheet looks at them. */
static void put_filter(struct sa_html *html)
{
    static const struct {
        const char *class, *word;
    } boxes[] = {
        {"fail",    "Fail"          },
        {"unknown", "Unknown"       },
        {"warn",    "Warning"       },
        {"info",    "Notice"        },
        {"pass",    "Pass"          },
        {"na",      "Not applicable"},
    };

    sa_html_put(html, "<div class=\"filter\" role=\"group\" aria-label=\"Show results\">"
                      "<span class=\"filter-title\">Show</span>\n");
    for (size_t i = 0; i < SA_COUNT(boxes); i++) {
        sa_html_put(html,
                    "<span class=\"box\"><input type=\"checkbox\" id=\"show-%s\" "
                    "checked=\"checked\"/><label for=\"show-%s\" class=\"st st-%s\">",
                    boxes[i].class, boxes[i].class, boxes[i].class);
        sa_html_symbol(html, boxes[i].class);
        sa_html_put(html, "%s</label></span>\n", boxes[i].word);
    }
    sa_html_put(html, "</div>\n");
}

void sa_html_targets(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    sa_html_put(html, "<div id=\"targets\">\n");
    if (evaluation->target_count > 0)
        put_filter(html);
    for (size_t i = 0; i < evaluation->target_count; i++)
        put_target(html, &evaluation->targets[i]);
    sa_html_put(html, "</div>\n");
}
