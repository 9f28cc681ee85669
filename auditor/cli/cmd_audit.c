/* SPDX-License-Identifier: Apache-2.0 */
/* audit and collect: from export folders and forests to a snapshot, and on to reports.
 *
 * Everything that can be known to be wrong is found before the first folder is read: options, check
 * files, outputs that exist, passwords. */
#include "syncaudit/sql.h"

#include "forest.h"
#include "host.h"

static int add_words(struct settings *settings, struct sa_error *err)
{
    for (size_t i = 0; i < settings->words.count; i++) {
        const struct sa_plan_target target = {.export_folder = settings->words.items[i]};
        if (settings->plan_origin < FROM_OPTION && settings->plan_origin != FROM_DEFAULT) {
            sa_plan_done(
                &settings->plan); /* folders on the command line replace those of the file */
            settings->plan_origin = FROM_OPTION;
        }
        int r = sa_plan_add(&settings->plan, &target, err);
        if (r < 0)
            return r;
    }
    if (settings->plan.count > 0 || settings->forest_count > 0 || settings->host_count > 0)
        return 0;
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "no server to look at");
    sa_hint(err, "name a domain or hosts to ask, or the folders that Get-ADSyncServerConfiguration "
                 "wrote: syncaudit audit --domain DOMAIN");
    return SA_E_INPUT;
}

int make_plan(struct settings *settings, struct sa_error *err)
{
    int r = add_words(settings, err);
    if (r == 0)
        r = sa_plan_check_pairs(&settings->plan, err);
    if (r == 0)
        r = forests_plan(settings, err);
    if (r == 0)
        r = hosts_plan(settings, err);
    return r == 0 ? sa_plan_name_targets(&settings->plan, err) : r;
}

static int collect(struct settings *settings, const struct sa_catalogue *catalogue,
                   struct sa_snapshot **ret, struct sa_run_outcome *outcome, struct sa_error *err)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    int r = make_plan(settings, err);
    if (r == 0 && settings->trace)
        r = make_empty_folder(settings->trace, err);
    if (r == 0)
        r = sa_http_init(err);
    catch_signals(true);
    if (r == 0)
        r = create_snapshot(settings, catalogue, &snapshot, err);
    if (r == 0)
        r = run_plan(settings, snapshot, outcome, err);
    if (r == 0)
        r = sa_snapshot_finish(snapshot, outcome->interrupted, err);
    catch_signals(false);
    if (r < 0)
        return r;
    *ret = snapshot;
    snapshot = NULL;
    return 0;
}

int command_audit(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    say_found_config(settings);
    int r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = check_outputs(settings, err);
    if (r == 0)
        r = collect(settings, catalogue, &snapshot, &outcome, err);
    if (r == 0)
        r = default_output(settings, sa_snapshot_run_id(snapshot), err);
    if (r == 0)
        r = judge_and_report(settings, snapshot, catalogue, err);
    if (r < 0)
        return r;
    return outcome.interrupted ? EXIT_INTERRUPTED : r;
}

#define UNCOLLECTED_SHOWN 20

/* What was not collected and why: one line for the sources of one target that share a reason. */
static int print_uncollected(struct sa_snapshot *snapshot, struct sa_error *err)
{
    static const char sql[] =
        "SELECT t.name, CASE WHEN count(*) > 4 THEN count(*) || ' sources' ELSE"
        "  group_concat(c.source, ', ') END, coalesce(c.place, ''), coalesce(c.message, c.status),"
        "  coalesce(c.hint, '') FROM (SELECT * FROM coverage ORDER BY target_id, source) c"
        "  JOIN target t ON t.id = c.target_id WHERE c.status <> 'ok'"
        " GROUP BY c.target_id, c.place, c.message ORDER BY c.target_id, min(c.source)";
    static const char what[] = "list what was not collected";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    size_t count = 0;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot), sql, what, &row, err);
    while (r >= 0 && (r = sa_sql_step(row, what, err)) == 1) {
        if (count++ >= UNCOLLECTED_SHOWN)
            continue;
        (void)fputs("  not collected ", stdout);
        print_safe(sa_sql_text_or_empty(row, 0));
        (void)putchar(' ');
        print_safe(sa_sql_text_or_empty(row, 1));
        (void)fputs(": ", stdout);
        if (sa_sql_text_or_empty(row, 2)[0]) {
            print_safe(sa_sql_text_or_empty(row, 2));
            (void)fputs(": ", stdout);
        }
        print_safe(sa_sql_text_or_empty(row, 3));
        (void)fputs(sa_sql_text_or_empty(row, 4)[0] ? "\n      try: " : "", stdout);
        print_safe(sa_sql_text_or_empty(row, 4));
        (void)putchar('\n');
    }
    if (count > UNCOLLECTED_SHOWN)
        (void)printf("  and %zu more: see the table coverage of the snapshot\n",
                     count - UNCOLLECTED_SHOWN);
    return r < 0 ? r : 0;
}

int command_collect(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    say_found_config(settings);
    int r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = collect(settings, catalogue, &snapshot, &outcome, err);
    if (r < 0)
        return r;
    if (!settings->quiet) {
        (void)printf("%zu %s collected, %zu in part, %zu not at all\nSnapshot  ", outcome.complete,
                     settings->plan.forest_count > 0 ? "servers and forests" : "servers",
                     outcome.partial, outcome.failed);
        print_safe(settings->snapshot);
        (void)putchar('\n');
        r = print_uncollected(snapshot, err);
        if (r < 0)
            return r;
    }
    if (outcome.interrupted)
        return EXIT_INTERRUPTED;
    if (outcome.complete + outcome.partial == 0)
        return EXIT_NOTHING;
    return outcome.partial + outcome.failed > 0 && !settings->exit_zero ? EXIT_INCOMPLETE
                                                                        : EXIT_CLEAN;
}
