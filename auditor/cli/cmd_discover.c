/* SPDX-License-Identifier: Apache-2.0 */
/* discover: the sync servers that Active Directory knows of. Asks each forest as an audit would, into a
 * snapshot that is kept only when one is named, and prints what the facts say about servers, with what
 * could not be seen: an empty list from half a forest is no empty list. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "discover.h"
#include "forest.h"

/* The words of the command are domains, like --domain. */
static int add_words(struct settings *settings, struct sa_error *err)
{
    struct forest_setting *forest = NULL;
    for (size_t i = 0; i < settings->words.count; i++) {
        int r = forest_add(settings, settings->words.items[i], FROM_OPTION, &forest, err);
        if (r < 0)
            return r;
    }
    if (settings->forest_count > 0)
        return 0;
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "no domain to ask");
    sa_hint(err, "name one: syncaudit discover fabrikam.example");
    return SA_E_INPUT;
}

static int keep(struct discovery *discovery, sqlite3_stmt *statement, int column, const char **ret,
                struct sa_error *err)
{
    *ret = sa_arena_text(&discovery->arena, sa_sql_text_or_empty(statement, column));
    return *ret ? 0 : sa_fail_nomem(err);
}

/* What stood in the way: sources that failed, then what was not seen of those that answered. Gaps of
 * sources and topics that say nothing about servers are counted only. */
static const char trouble_sql[] =
    "SELECT 1, 1, source, '', '', status, message, coalesce(hint, '') FROM coverage"
    " WHERE target_id = ?1 AND status <> 'ok' "
    "UNION ALL SELECT 0, source IN ('ad_forest', 'ad_account')"
    "   AND topic IN ('domain', 'account', 'computer', 'group'),"
    "   source, topic, subject, status, message, '' FROM ad_gap WHERE target_id = ?1";

static int read_trouble(struct discovery *discovery, struct sa_snapshot *snapshot,
                        struct forest_view *forest, struct sa_error *err)
{
    static const char what[] = "list what was not seen";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    size_t capacity = 0;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot), trouble_sql, what, &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, forest->id);
    while ((r = sa_sql_step(statement, what, err)) == 1) {
        struct trouble item = {.is_source = sqlite3_column_int(statement, 0) != 0};
        if (sqlite3_column_int(statement, 1) == 0) {
            forest->other_gaps++;
            continue;
        }
        const char **texts[] = {&item.source, &item.topic,   &item.subject,
                                &item.status, &item.message, &item.hint};
        for (size_t i = 0; r >= 0 && i < SA_COUNT(texts); i++)
            r = keep(discovery, statement, (int)i + 2, texts[i], err);
        if (r < 0)
            return r;
        if (forest->trouble_count == capacity) {
            capacity = capacity ? 2 * capacity : 16;
            struct trouble *items = sa_arena_array(&discovery->arena, capacity, sizeof *items);
            if (!items)
                return sa_fail_nomem(err);
            if (forest->trouble_count > 0)
                memcpy(items, forest->trouble, forest->trouble_count * sizeof *items);
            forest->trouble = items;
        }
        forest->trouble[forest->trouble_count++] = item;
    }
    return r;
}

/* That the computer of a listed server was not found is told by the list: the server is a ghost, or its
 * state is unknown. As a gap it would make every forest with a ghost look half seen. */
static void drop_listed(struct forest_view *forest)
{
    size_t kept = 0;
    for (size_t i = 0; i < forest->trouble_count; i++) {
        bool listed = false;
        for (size_t k = 0; k < forest->server_count && !listed; k++)
            listed = strcmp(forest->trouble[i].topic, "computer") == 0 &&
                     strcmp(forest->trouble[i].status, "denied") == 0 &&
                     sa_text_same(forest->trouble[i].subject, forest->servers[k].name);
        if (!listed)
            forest->trouble[kept++] = forest->trouble[i];
    }
    forest->trouble_count = kept;
}

static int read_forest(struct discovery *discovery, struct sa_snapshot *snapshot,
                       struct forest_view *forest, struct sa_error *err)
{
    static const char what[] = "read the forest";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot),
                           "SELECT root_domain, server, mechanism, protection FROM ad_forest"
                           " WHERE target_id = ?1",
                           what, &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, forest->id);
    r = sa_sql_step(statement, what, err);
    const char **texts[] = {&forest->root, &forest->server, &forest->mechanism,
                            &forest->protection};
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        *texts[i] = "";
    for (size_t i = 0; r == 1 && i < SA_COUNT(texts); i++) {
        int kept = keep(discovery, statement, (int)i, texts[i], err);
        if (kept < 0)
            return kept;
    }
    if (r >= 0)
        r = sa_coverage_count(snapshot, forest->id, &forest->collected, err);
    if (r == 0)
        r = read_trouble(discovery, snapshot, forest, err);
    if (r == 0)
        r = sa_forest_discovered(snapshot, forest->id, sa_time_now(), &discovery->arena,
                                 &forest->servers, &forest->server_count, err);
    if (r == 0)
        drop_listed(forest);
    return r;
}

static int read_forests(struct discovery *discovery, struct sa_snapshot *snapshot,
                        const struct sa_plan *plan, struct sa_error *err)
{
    static const char what[] = "list the forests";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    discovery->forests =
        sa_arena_array(&discovery->arena, plan->forest_count, sizeof *discovery->forests);
    if (!discovery->forests)
        return sa_fail_nomem(err);
    int r = sa_sql_prepare(sa_snapshot_db(snapshot),
                           "SELECT id, name FROM target WHERE kind = 'forest' ORDER BY id", what,
                           &statement, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(statement, what, err)) == 1 &&
           discovery->forest_count < plan->forest_count) {
        struct forest_view *forest = &discovery->forests[discovery->forest_count++];
        forest->id = sqlite3_column_int64(statement, 0);
        r = keep(discovery, statement, 1, &forest->name, err);
        if (r == 0)
            r = read_forest(discovery, snapshot, forest, err);
        if (r < 0)
            return r;
    }
    return r < 0 ? r : 0;
}

static int exit_code(const struct discovery *discovery)
{
    size_t asked = 0;
    size_t trouble = 0;
    for (size_t i = 0; i < discovery->forest_count; i++) {
        asked += discovery->forests[i].collected > 0;
        trouble += discovery->forests[i].trouble_count;
    }
    if (discovery->interrupted)
        return EXIT_INTERRUPTED;
    if (asked == 0)
        return EXIT_NOTHING;
    return trouble > 0 || asked < discovery->forest_count ? EXIT_INCOMPLETE : EXIT_CLEAN;
}

static int ask(struct settings *settings, struct sa_snapshot **ret, struct discovery *discovery,
               struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct sa_run_outcome outcome = {0};
    int r = load_catalogue(settings, &catalogue, err);
    for (size_t i = 0; i < settings->plan.forest_count; i++)
        settings->plan.forests[i].discover = false; /* nothing is audited afterwards */
    catch_signals(true);
    if (r == 0)
        r = create_snapshot(settings, catalogue, ret, err);
    if (r == 0)
        r = run_plan(settings, *ret, &outcome, err);
    if (r == 0)
        r = sa_snapshot_finish(*ret, outcome.interrupted, err);
    catch_signals(false);
    discovery->interrupted = outcome.interrupted;
    return r;
}

int command_discover(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct discovery discovery = {.arena = SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL)};
    bool kept = settings->snapshot != NULL;
    const char *format = settings->as_json ? "json" : settings->table_format;
    say_found_config(settings);
    sa_plan_done(&settings->plan); /* the configuration may have servers */
    int r = add_words(settings, err);
    if (r == 0)
        r = forests_plan(settings, err);
    if (r == 0)
        r = sa_plan_name_targets(&settings->plan, err);
    if (r == 0 && !kept)
        settings->snapshot = ":memory:";
    if (r == 0)
        r = ask(settings, &snapshot, &discovery, err);
    if (!kept)
        settings->snapshot = NULL;
    if (r == 0)
        r = read_forests(&discovery, snapshot, &settings->plan, err);
    if (r == 0) {
        print_discovery(settings, &discovery, format);
        r = exit_code(&discovery);
    }
    sa_arena_done(&discovery.arena);
    return r;
}
