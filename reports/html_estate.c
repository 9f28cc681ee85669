/* SPDX-License-Identifier: Apache-2.0 */
/* What the estate has in common: what to fix first, and the areas of all servers side by side.
 * A handful of servers stand in columns, where there is room for a bar and for counts; more of them
 * become rows of plain numbers. */
#include <stdlib.h>
#include <string.h>

#include "report_internal.h"

#define FIXES_SHOWN 10
/* More servers than this stand in rows. */
#define COLUMNS_MAX 5

struct fix {
    const struct sa_target *target;
    const struct sa_result *result;
    size_t order;
};

static int compare_fixes(const void *a, const void *b)
{
    const struct fix *left = a;
    const struct fix *right = b;

    if (left->result->status != right->result->status)
        return left->result->status == SA_RESULT_FAIL ? -1 : 1;
    if (left->result->check->severity != right->result->check->severity)
        return left->result->check->severity > right->result->check->severity ? -1 : 1;
    if (left->result->gain != right->result->gain)
        return left->result->gain > right->result->gain ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

static size_t collect_fixes(struct sa_html *html, struct fix **ret)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    size_t count = 0;
    size_t total = 0;
    struct fix *fixes = NULL;

    for (size_t i = 0; i < evaluation->target_count; i++)
        total += evaluation->targets[i].result_count;
    fixes = sa_arena_array(&html->arena, total + 1, sizeof *fixes);
    if (fixes == NULL) {
        html->out_of_memory = true;
        return 0;
    }
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        for (size_t j = 0; j < target->result_count; j++) {
            /* A failure under a cap gains nothing alone and is to be mended all the same. */
            if (target->results[j].status == SA_RESULT_FAIL || target->results[j].gain > 0) {
                fixes[count] = (struct fix){target, &target->results[j], count};
                count++;
            }
        }
    }
    qsort(fixes, count, sizeof *fixes, compare_fixes);
    *ret = fixes;
    return count;
}

void sa_html_fixes(struct sa_html *html)
{
    struct fix *fixes = NULL;
    size_t count = collect_fixes(html, &fixes);

    sa_html_put(html, "<section id=\"fixes\" aria-labelledby=\"fixes-heading\">\n"
                      "<h2 id=\"fixes-heading\">Fix first</h2>\n");
    if (count == 0) {
        sa_html_put(html, "<p>Nothing failed, and no warning lowers a score.</p></section>\n");
        return;
    }
    sa_html_put(html,
                "<p class=\"lead\">Failures before warnings, the worst first. Gain: points by "
                "which the lower bound of the score, of the server or the forest, rises when "
                "this alone is fixed.</p>\n");
    sa_html_table_begin(html, "fixes sortable", "What to fix, the worst first");
    sa_html_put(html, "<thead><tr><th scope=\"col\" class=\"num\">Gain</th><th scope=\"col\">Check"
                      "</th><th scope=\"col\">Severity</th><th scope=\"col\">Where</th>"
                      "<th scope=\"col\">Remedy</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count && i < FIXES_SHOWN; i++) {
        const struct sa_check *check = fixes[i].result->check;

        sa_html_put(
            html,
            "<tr><td class=\"num gain\">+%d</td><td class=\"title\"><a class=\"id\" href=\"#%s\">"
            "%s</a> <bdi>%s</bdi></td><td>",
            fixes[i].result->gain, sa_html_result_anchor(html, fixes[i].target, check), check->id,
            check->title);
        sa_html_severity(html, check->severity);
        sa_html_put(html,
                    "</td><td><bdi>%s</bdi></td><td class=\"prose\"><bdi>%s</bdi></td></tr>\n",
                    fixes[i].target->name, check->remedy);
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (count > FIXES_SHOWN)
        sa_html_put(html,
                    "<p class=\"more\">%zu more: see the servers below, or findings.csv.</p>\n",
                    count - FIXES_SHOWN);
    sa_html_put(html, "</section>\n");
}

const struct sa_area_score *sa_html_area_find(const struct sa_target *target, const char *area)
{
    for (size_t i = 0; i < target->area_count; i++) {
        if (strcmp(target->areas[i].area, area) == 0)
            return &target->areas[i];
    }
    return NULL;
}

static bool has_area(const char *const *areas, size_t count, const char *area)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(areas[i], area) == 0)
            return true;
    }
    return false;
}

static bool is_scored_somewhere(const struct sa_evaluation *evaluation, const char *area)
{
    for (size_t i = 0; i < evaluation->target_count; i++) {
        if (sa_html_area_find(&evaluation->targets[i], area) != NULL)
            return true;
    }
    return false;
}

size_t sa_html_areas(struct sa_html *html, const char *const **ret_areas)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    size_t checks = sa_catalogue_count(html->catalogue);
    size_t size = checks;
    size_t count = 0;
    const char **areas = NULL;

    for (size_t i = 0; i < evaluation->target_count; i++)
        size += evaluation->targets[i].area_count;
    areas = sa_arena_array(&html->arena, size + 1, sizeof *areas);
    if (areas == NULL) {
        html->out_of_memory = true;
        return 0;
    }
    for (size_t i = 0; i < checks; i++) {
        const char *area = sa_catalogue_at(html->catalogue, i)->area;

        if (!has_area(areas, count, area) && is_scored_somewhere(evaluation, area))
            areas[count++] = area;
    }
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        for (size_t j = 0; j < target->area_count; j++) {
            if (!has_area(areas, count, target->areas[j].area))
                areas[count++] = target->areas[j].area;
        }
    }
    *ret_areas = areas;
    return count;
}

static enum sa_result_status worst_of(const struct sa_score *score)
{
    if (score->count[SA_RESULT_FAIL] > 0)
        return SA_RESULT_FAIL;
    if (score->count[SA_RESULT_UNKNOWN] + score->count[SA_RESULT_ERROR] > 0)
        return SA_RESULT_UNKNOWN;
    return score->count[SA_RESULT_WARN] > 0 ? SA_RESULT_WARN : SA_RESULT_PASS;
}

static const char *symbol_of(enum sa_result_status status)
{
    return status == SA_RESULT_FAIL      ? "fail"
           : status == SA_RESULT_UNKNOWN ? "unknown"
           : status == SA_RESULT_WARN    ? "warn"
                                         : "pass";
}

/* "2 fail, 1 unknown"; for the eye only what is open, else how many passed. */
static void put_counts(struct sa_html *html, const struct sa_score *score)
{
    const struct {
        size_t count;
        const char *one, *many;
    } parts[] = {
        {score->count[SA_RESULT_FAIL],                                    "fail",    "fail"    },
        {score->count[SA_RESULT_UNKNOWN] + score->count[SA_RESULT_ERROR], "unknown", "unknown" },
        {score->count[SA_RESULT_WARN],                                    "warning", "warnings"},
    };
    const char *separator = "";

    for (size_t i = 0; i < SA_COUNT(parts); i++) {
        if (parts[i].count == 0)
            continue;
        sa_html_put(html, "%s%zu&#160;%s", separator, parts[i].count,
                    parts[i].count == 1 ? parts[i].one : parts[i].many);
        separator = ", ";
    }
    if (*separator == '\0')
        sa_html_put(html, "%zu&#160;pass", score->count[SA_RESULT_PASS]);
}

static void put_cell(struct sa_html *html, const struct sa_area_score *area, bool has_room)
{
    const char *symbol = NULL;

    if (area == NULL || !area->score.has_score) {
        sa_html_put(html, "<td class=\"cell none\">&#8211;<span class=\"vh\"> nothing scored</span>"
                          "</td>");
        return;
    }
    symbol = symbol_of(worst_of(&area->score));
    sa_html_put(html, "<td class=\"cell st-%s\"><span class=\"points\">", symbol);
    sa_html_symbol(html, symbol);
    sa_html_interval(html, &area->score);
    sa_html_put(html, "</span>");
    if (has_room) {
        sa_html_bar(html, &area->score, "", NULL);
        sa_html_put(html, "<small>");
    } else {
        sa_html_put(html, "<small class=\"vh\">");
    }
    put_counts(html, &area->score);
    sa_html_put(html, "</small></td>");
}

static void put_server_head(struct sa_html *html, const struct sa_target *target, bool is_column)
{
    if (is_column)
        sa_html_put(html, "<th scope=\"col\">");
    else
        sa_html_put(html, "<th scope=\"row\">");
    sa_html_put(html, "<a href=\"#%s\"><bdi>%s</bdi></a> ", sa_html_target_anchor(html, target),
                target->name);
    if (is_column)
        sa_html_role(html, target);
    sa_html_put(html, "</th>");
}

/* Areas in rows, servers in columns. */
static void put_matrix_few(struct sa_html *html, const char *const *areas, size_t area_count)
{
    const struct sa_target *target = NULL;

    sa_html_table_begin(html, "matrix few", "Scores by area");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Area</th>");
    for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++)
        put_server_head(html, target, /* is_column= */ true);
    sa_html_put(html, "</tr></thead><tbody>\n");
    for (size_t j = 0; j < area_count; j++) {
        sa_html_put(html, "<tr><th scope=\"row\"><bdi>%s</bdi></th>", areas[j]);
        for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++)
            put_cell(html, sa_html_area_find(target, areas[j]), /* has_room= */ true);
        sa_html_put(html, "</tr>\n");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

static void put_matrix_many(struct sa_html *html, const char *const *areas, size_t area_count)
{
    const struct sa_target *target = NULL;

    sa_html_table_begin(html, "matrix many", "Scores by area");
    sa_html_put(html, "<thead><tr><th scope=\"col\">%s</th>",
                html->forest_count > 0 ? "Server or forest" : "Server");
    for (size_t j = 0; j < area_count; j++)
        sa_html_put(html, "<th scope=\"col\"><span><bdi>%s</bdi></span></th>", areas[j]);
    sa_html_put(html, "</tr></thead><tbody>\n");
    for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++) {
        sa_html_put(html, "<tr>");
        put_server_head(html, target, /* is_column= */ false);
        for (size_t j = 0; j < area_count; j++)
            put_cell(html, sa_html_area_find(target, areas[j]), /* has_room= */ false);
        sa_html_put(html, "</tr>\n");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

void sa_html_matrix(struct sa_html *html)
{
    const char *const *areas = NULL;
    size_t count = sa_html_areas(html, &areas);

    sa_html_put(html, "<section id=\"areas\" aria-labelledby=\"areas-heading\">\n"
                      "<h2 id=\"areas-heading\">Estate by area</h2>\n");
    if (count == 0 || sa_html_principal(html, 0) == NULL) {
        sa_html_put(html, "<p>No area was scored.</p></section>\n");
        return;
    }
    sa_html_put(html, "<p class=\"lead\">Score of each area, without the caps of the whole; two "
                      "numbers where results are unknown.</p>\n");
    if (html->server_count + html->forest_count <= COLUMNS_MAX)
        put_matrix_few(html, areas, count);
    else
        put_matrix_many(html, areas, count);
    sa_html_put(html, "</section>\n");
}
