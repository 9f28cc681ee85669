/* SPDX-License-Identifier: Apache-2.0 */
/* What a person sees in the terminal after an audit: one line per server and forest, servers that nobody
 * looked at, what stood in the way, the differences between the servers, failed checks, readiness, where
 * the report lies. The report tells the rest.
 *
 * All texts come from the audited servers: print_safe() makes control characters visible. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "cli.h"

#define SHOWN_DIFFERENCES 10
#define SHOWN_FINDINGS    10
#define SHOWN_UNSEEN      10

static const char *score_color(const struct style *style, const struct sa_score *score)
{
    if (score->open[SA_CRITICAL] > 0)
        return style->red;
    if (score->open[SA_HIGH] > 0 || score->lower < 80)
        return style->yellow;
    return style->green;
}

static void print_counts(const struct sa_score *score)
{
    static const enum sa_severity order[] = {SA_CRITICAL, SA_HIGH, SA_MEDIUM, SA_LOW};
    bool any = false;
    for (size_t i = 0; i < SA_COUNT(order); i++) {
        if (score->open[order[i]] == 0)
            continue;
        (void)printf("%s%zu %s", any ? ", " : "", score->open[order[i]],
                     sa_severity_name(order[i]));
        any = true;
    }
    (void)printf("%s", any ? " failed" : "none failed");
    if (score->count[SA_RESULT_WARN])
        (void)printf(", %zu warned", score->count[SA_RESULT_WARN]);
    if (score->count[SA_RESULT_UNKNOWN])
        (void)printf(", %zu unknown", score->count[SA_RESULT_UNKNOWN]);
    if (score->count[SA_RESULT_ERROR])
        (void)printf(", %zu broken", score->count[SA_RESULT_ERROR]);
}

static void print_server(const struct style *style, const struct sa_target *target, int name_width)
{
    char points[32] = "-";
    const struct sa_score *score = &target->score;
    if (score->has_score && score->lower == score->upper)
        (void)snprintf(points, sizeof points, "%d", score->lower);
    else if (score->has_score)
        (void)snprintf(points, sizeof points, "%d-%d", score->lower, score->upper);
    (void)fputs("  ", stdout);
    print_column(target->name, name_width);
    (void)fputs("  ", stdout);
    print_column(target->role, 8);
    (void)printf(" %s%-7s%s %-17s ", score_color(style, score), points, style->off, score->grade);
    if (score->has_score || target->kind == SA_TARGET_SERVER)
        print_counts(score);
    else
        (void)fputs("nothing was judged", stdout);
    (void)printf(" (coverage %.0f %%)\n", score->coverage);
}

/* A server that was only discovered: no folder was given for it. */
static bool is_unseen(const struct sa_target *target)
{
    return target->kind == SA_TARGET_SERVER && !target->location[0] && !target->windows;
}

static void print_targets(const struct style *style, const struct sa_evaluation *evaluation,
                          enum sa_target_kind kind, const char *label)
{
    bool any = false;
    int width = 6;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        int len = width_of(evaluation->targets[i].name);
        if (evaluation->targets[i].kind != SA_TARGET_TENANT && len > width)
            width = len < 40 ? len : 40;
    }
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];
        if (target->kind != kind || is_unseen(target))
            continue;
        if (!any)
            (void)printf("%s%s%s%*s  %-8s score   grade\n", style->bold, label, style->off,
                         width + 2 - width_of(label), "", kind == SA_TARGET_SERVER ? "role" : "");
        any = true;
        print_server(style, target, width);
    }
}

/* Which forest knows a server of this name, and how. NULL: none that was collected. */
static const char *known_to(struct sa_snapshot *snapshot, const struct sa_evaluation *evaluation,
                            const char *name, struct sa_arena *arena,
                            const struct sa_discovered **ret)
{
    int64_t now = 0;
    if (sa_time_parse(evaluation->run.started_at, &now) < 0)
        return NULL;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *forest = &evaluation->targets[i];
        struct sa_discovered *servers = NULL;
        struct sa_error ignored = {0};
        size_t count = 0;
        if (forest->kind != SA_TARGET_FOREST ||
            sa_forest_discovered(snapshot, forest->id, now, arena, &servers, &count, &ignored) < 0)
            continue;
        for (size_t k = 0; k < count; k++) {
            if (!sa_text_same(servers[k].name, name))
                continue;
            *ret = &servers[k];
            return forest->name;
        }
    }
    return NULL;
}

static void print_unseen_server(const struct style *style, const struct sa_target *target,
                                const char *forest, const struct sa_discovered *known)
{
    (void)printf("  %snot looked at%s ", style->red, style->off);
    print_safe(target->name);
    if (forest) {
        (void)fputs(": known to ", stdout);
        print_safe(forest);
        (void)fputs(" (", stdout);
        print_safe(known->state);
        if (known->how[0]) {
            (void)fputs("; ", stdout);
            print_safe(known->how);
        }
        (void)putchar(')');
    }
    (void)putchar('\n');
}

static void print_unseen(const struct style *style, struct sa_snapshot *snapshot,
                         const struct sa_evaluation *evaluation)
{
    size_t shown = 0;
    size_t count = 0;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];
        if (!is_unseen(target) || count++ >= SHOWN_UNSEEN)
            continue;
        struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL);
        const struct sa_discovered *known = NULL;
        const char *forest = known_to(snapshot, evaluation, target->name, &arena, &known);
        print_unseen_server(style, target, forest, known);
        sa_arena_done(&arena);
        shown++;
    }
    if (count > shown)
        (void)printf("  and %zu more: see the report\n", count - shown);
    if (count > 0)
        (void)puts(
            "      try: --host NAME asks such a server; of one that cannot be reached, name an "
            "export of its\n      configuration (Get-ADSyncServerConfiguration -Path C:\\export)");
}

static bool is_same_trouble(const struct sa_source_coverage *a, const struct sa_source_coverage *b)
{
    return a->state == SA_COVERAGE_FAILED && b->state == SA_COVERAGE_FAILED &&
           strcmp(a->message, b->message) == 0 && strcmp(a->place, b->place) == 0;
}

#define SOURCES_SHOWN 4

/* The sources that share the trouble of the one at `index`: by name while they are few. */
static void print_sources(const struct sa_target *target, size_t index)
{
    size_t count = 0;
    for (size_t i = index; i < target->source_count; i++)
        count += is_same_trouble(&target->sources[i], &target->sources[index]);
    if (count > SOURCES_SHOWN && target->windows && !target->windows->answered) {
        (void)fputs("its Windows", stdout);
        return;
    }
    size_t shown = 0;
    for (size_t i = index; i < target->source_count; i++) {
        if (!is_same_trouble(&target->sources[i], &target->sources[index]))
            continue;
        if (shown == SOURCES_SHOWN && count > SOURCES_SHOWN + 1)
            break;
        (void)fputs(shown++ > 0 ? ", " : "", stdout);
        print_safe(target->sources[i].source);
    }
    if (shown < count)
        (void)printf(" and %zu more", count - shown);
}

/* The sources that failed for one reason are named together, with the first of them. */
static void print_source_trouble(const struct style *style, const struct sa_target *target,
                                 size_t index)
{
    const struct sa_source_coverage *source = &target->sources[index];
    for (size_t i = 0; i < index; i++) {
        if (is_same_trouble(&target->sources[i], source))
            return;
    }
    (void)printf("  %snot collected%s ", style->red, style->off);
    print_safe(target->name);
    (void)putchar(' ');
    print_sources(target, index);
    (void)fputs(": ", stdout);
    if (source->place[0]) {
        print_safe(source->place);
        (void)fputs(": ", stdout);
    }
    print_safe(source->message);
    (void)putchar('\n');
    if (source->hint[0]) {
        (void)fputs("      try: ", stdout);
        print_safe(source->hint);
        (void)putchar('\n');
    }
}

static void print_trouble(const struct style *style, const struct sa_evaluation *evaluation)
{
    for (size_t t = 0; t < evaluation->target_count; t++) {
        const struct sa_target *target = &evaluation->targets[t];
        for (size_t i = 0; i < target->source_count; i++) {
            if (target->sources[i].state == SA_COVERAGE_FAILED)
                print_source_trouble(style, target, i);
        }
    }
}

static void print_difference(const struct style *style, const struct sa_difference *difference)
{
    (void)printf("  %s%s%s ", difference->minor ? style->yellow : style->red,
                 difference->minor ? "minor" : "drift", style->off);
    print_safe(difference->path);
    (void)fputs("\n        active: ", stdout);
    print_safe(difference->active_value);
    (void)fputs("\n       staging: ", stdout);
    print_safe(difference->staging_value);
    (void)putchar('\n');
}

/* Nothing is known of either side, as was said already. */
static bool is_pair_of_unseen(const struct sa_pair *pair)
{
    return is_unseen(pair->active) && is_unseen(pair->staging);
}

static void print_pair(const struct style *style, const struct sa_pair *pair)
{
    (void)printf("\n%sParity%s  active ", style->bold, style->off);
    print_safe(pair->active->name);
    (void)fputs(", staging ", stdout);
    print_safe(pair->staging->name);
    if (pair->compared)
        (void)printf(": %zu of %zu settings drifted (%zu version-caused, %zu expected)%s",
                     pair->count[SA_DIFFERENCE_DRIFT], pair->items,
                     pair->count[SA_DIFFERENCE_VERSION], pair->count[SA_DIFFERENCE_EXPECTED],
                     pair->complete ? "" : ", not completely compared");
    else
        (void)fputs(": not compared", stdout);
    (void)putchar('\n');
    if (pair->notice[0]) {
        (void)printf("  %snotice%s ", style->yellow, style->off);
        print_safe(pair->notice);
        (void)putchar('\n');
    }
    size_t shown = 0;
    for (size_t i = 0; i < pair->difference_count && shown < SHOWN_DIFFERENCES; i++) {
        if (pair->differences[i].class == SA_DIFFERENCE_DRIFT) {
            print_difference(style, &pair->differences[i]);
            shown++;
        }
    }
    if (pair->count[SA_DIFFERENCE_DRIFT] > shown)
        (void)printf("  and %zu more: see the report\n", pair->count[SA_DIFFERENCE_DRIFT] - shown);
}

static bool is_in_pair(const struct sa_evaluation *evaluation, const struct sa_target *target)
{
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        if (evaluation->pairs[i].active == target || evaluation->pairs[i].staging == target)
            return true;
    }
    return false;
}

/* Servers that should have a partner and have none; the engine (trial.c) finds their pair checks
 * unknown by the same rule. */
static void print_single_servers(const struct style *style, const struct sa_evaluation *evaluation)
{
    size_t servers = 0;
    for (size_t i = 0; i < evaluation->target_count; i++)
        servers += evaluation->targets[i].kind == SA_TARGET_SERVER;
    for (size_t i = 0; servers > 1 && i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];
        if (target->kind != SA_TARGET_SERVER || strcmp(target->role, "active") == 0 ||
            is_in_pair(evaluation, target))
            continue;
        (void)printf("\n%sParity%s  ", style->bold, style->off);
        print_safe(target->name);
        (void)puts(": not compared, no partner could be determined");
    }
}

static void print_target_findings(const struct style *style, const struct sa_target *target,
                                  enum sa_severity severity, size_t *shown, size_t *left)
{
    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];
        if (result->status != SA_RESULT_FAIL || result->check->severity != severity)
            continue;
        if (*shown == SHOWN_FINDINGS) {
            ++*left;
            continue;
        }
        ++*shown;
        (void)printf("  %s%-8s%s %s  ", severity >= SA_HIGH ? style->red : style->yellow,
                     sa_severity_name(severity), style->off, result->check->id);
        print_safe(target->name);
        (void)fputs(": ", stdout);
        print_safe(result->check->title);
        (void)putchar('\n');
    }
}

static void print_findings(const struct style *style, const struct sa_evaluation *evaluation)
{
    size_t shown = 0;
    size_t left = 0;
    (void)printf("\n%sFailed checks%s\n", style->bold, style->off);
    for (int severity = SA_CRITICAL; severity >= SA_INFO; severity--) {
        for (size_t t = 0; t < evaluation->target_count; t++)
            print_target_findings(style, &evaluation->targets[t], (enum sa_severity)severity,
                                  &shown, &left);
    }
    if (shown == 0)
        (void)printf("  none\n");
    if (left > 0)
        (void)printf("  and %zu more: see the report\n", left);
}

static void print_readiness(const struct style *style, const struct sa_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->readiness_count; i++) {
        const struct sa_readiness *readiness = &evaluation->readiness[i];
        if (is_pair_of_unseen(readiness->pair))
            continue;
        (void)printf("\n%sFailover%s  %s: ", style->bold, style->off, readiness->verdict);
        print_safe(readiness->sentence);
        (void)putchar('\n');
    }
}

/* Is a report on its way to standard output? Then nothing else may go there. */
static bool stdout_is_taken(const struct settings *settings)
{
    for (size_t i = 0; i < settings->output_count; i++) {
        if (strcmp(settings->outputs[i].path, "-") == 0)
            return true;
    }
    return false;
}

static void print_place(const char *label, const char *path)
{
    (void)printf("%-12s ", label);
    print_safe(path);
    (void)putchar('\n');
}

void print_summary(const struct settings *settings, struct sa_snapshot *snapshot,
                   const struct sa_evaluation *evaluation)
{
    static const char *const names[] = {"HTML report", "JSON report", "CSV files"};
    struct style style = style_for(use_color(settings, STDOUT_FILENO));
    if (settings->quiet || stdout_is_taken(settings))
        return;
    if (evaluation->run.interrupted)
        (void)printf("%sThis run was cut off: what follows is what it had collected.%s\n\n",
                     style.yellow, style.off);
    print_targets(&style, evaluation, SA_TARGET_SERVER, "Servers");
    print_targets(&style, evaluation, SA_TARGET_FOREST, "Forests");
    print_unseen(&style, snapshot, evaluation);
    print_trouble(&style, evaluation);
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        if (!is_pair_of_unseen(&evaluation->pairs[i]))
            print_pair(&style, &evaluation->pairs[i]);
    }
    print_single_servers(&style, evaluation);
    print_findings(&style, evaluation);
    print_readiness(&style, evaluation);
    (void)putchar('\n');
    for (size_t i = 0; i < settings->output_count; i++)
        print_place(names[settings->outputs[i].format], settings->outputs[i].path);
    if (settings->snapshot)
        print_place("Snapshot", settings->snapshot);
    (void)fflush(stdout);
}
