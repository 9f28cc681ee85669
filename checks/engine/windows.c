/* SPDX-License-Identifier: Apache-2.0 */
/* What reports tell of a server's Windows beside results and coverage: what it is, how the conversation
 * was protected, and the footprint. */
#include "syncaudit/sql.h"

#include "judge.h"

static const char windows_sql[] =
    "SELECT coalesce(caption, ''), coalesce(build || coalesce('.' || revision, ''), ''),"
    "       coalesce(domain, ''),"
    "       trim(coalesce(manufacturer, '') || ' ' || coalesce(model, '') ||"
    "            CASE WHEN virtual IS NULL OR virtual = 'no' THEN '' ELSE ' (' || virtual || ')' "
    "END),"
    "       coalesce(booted_at, ''), mechanism, protocol, protected, coalesce(clock_offset_s, 0),"
    "       coalesce(processors, -1), coalesce(memory_mb, -1)"
    "  FROM main.host WHERE target_id = ?1";

static int load_footprint(struct sa_judge *judge, int64_t id, struct sa_windows *windows,
                          struct sa_error *err)
{
    static const char *const what = "list the servers asked";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *asked = NULL;
    const struct sa_judge_list sums = {judge, sa_judge_take_footprint, sizeof *windows->footprint};
    void *found = NULL;
    size_t total = 0;
    int r =
        sa_judge_list(&sums, id, sa_footprint_sql, &found, &windows->footprint_count, &total, err);

    windows->footprint = found;
    if (r == 0)
        r = sa_sql_prepare(judge->db, sa_asked_sql, what, &asked, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(asked, 1, id);
    r = sa_sql_step(asked, what, err);
    windows->asked = r == 1 ? sa_judge_text(judge, asked, 0) : "";
    return r < 0 ? r : 0;
}

static int load_facts(struct sa_judge *judge, int64_t id, struct sa_windows *windows,
                      struct sa_error *err)
{
    static const char *const what = "describe a server's Windows";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(judge->db, windows_sql, what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    windows->caption = windows->build = windows->domain = windows->machine = "";
    windows->booted_at = windows->mechanism = windows->protocol = "";
    windows->processors = windows->memory_mb = -1;
    r = sa_sql_step(row, what, err);
    if (r != 1)
        return r;
    windows->answered = true;
    windows->caption = sa_judge_text(judge, row, 0);
    windows->build = sa_judge_text(judge, row, 1);
    windows->domain = sa_judge_text(judge, row, 2);
    windows->machine = sa_judge_text(judge, row, 3);
    windows->booted_at = sa_judge_text(judge, row, 4);
    windows->mechanism = sa_judge_text(judge, row, 5);
    windows->protocol = sa_judge_text(judge, row, 6);
    windows->is_protected = sqlite3_column_int(row, 7) != 0;
    windows->clock_offset_s = sqlite3_column_int64(row, 8);
    windows->processors = sqlite3_column_int64(row, 9);
    windows->memory_mb = sqlite3_column_int64(row, 10);
    return 0;
}

/* Was its Windows asked? Then the source `host` has a coverage row, whatever became of it. */
static int was_asked(struct sa_judge *judge, int64_t id, struct sa_error *err)
{
    static const char *const what = "look for a server's Windows";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT 1 FROM main.coverage WHERE target_id = ?1 AND source = 'host'",
                           what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    return sa_sql_step(row, what, err);
}

int sa_windows_load(struct sa_judge *judge, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < judge->server_count; i++) {
        struct sa_target *target = &judge->evaluation->targets[i];
        struct sa_windows *windows = NULL;

        r = was_asked(judge, target->id, err);
        if (r <= 0)
            continue;
        windows = sa_arena_alloc(judge->arena, sizeof *windows);
        if (windows == NULL)
            return sa_judge_full(err);
        target->windows = windows;
        r = load_facts(judge, target->id, windows, err);
        if (r == 0)
            r = load_footprint(judge, target->id, windows, err);
    }
    return r == 0 && judge->full ? sa_judge_full(err) : r;
}
