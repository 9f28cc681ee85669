/* SPDX-License-Identifier: Apache-2.0 */
/* What reports tell of a server's sync engine beside results and coverage: how it was asked, its
 * scheduler, and per connector what ran last and what waits. */
#include "syncaudit/sql.h"

#include "judge.h"

/* The sources answer each for itself: the scheduler may be known where the engine's own row is not. */
static const char engine_sql[] =
    "SELECT coalesce(e.way, ''), coalesce(e.endpoint, ''), coalesce(e.powershell, ''),"
    "       coalesce(e.account, ''), coalesce(s.staging_mode, -1), coalesce(s.cycle_enabled, -1),"
    "       coalesce(s.suspended, -1), coalesce(s.effective_interval_s, -1),"
    "       coalesce(s.next_start_at, ''), coalesce(s.next_policy, ''),"
    "       coalesce(s.asked_at, e.asked_at, ''), coalesce(h.oldest_at, ''),"
    "       e.target_id IS NOT NULL OR s.target_id IS NOT NULL"
    "  FROM (SELECT ?1 AS id)"
    "  LEFT JOIN main.engine e ON e.target_id = id"
    "  LEFT JOIN main.engine_scheduler s ON s.target_id = id"
    "  LEFT JOIN main.engine_history h ON h.target_id = id";

/* What a run did is told by its steps; a run without steps, by the name of its profile. */
static const char connector_sql[] =
    "WITH named AS ("
    "  SELECT guid, name, kind FROM main.engine_connector WHERE target_id = ?1"
    "  UNION ALL"
    "  SELECT guid, name, '' FROM main.engine_statistics s WHERE target_id = ?1 AND NOT EXISTS"
    "   (SELECT * FROM main.engine_connector c WHERE c.target_id = ?1 AND c.guid = s.guid)),"
    "run AS ("
    "  SELECT r.guid, r.profile, r.result, r.started_at,"
    "         r.complete AND r.result IN ('success', 'completed-no-objects') AS good,"
    "         coalesce((SELECT group_concat(t.type, ' ') FROM main.engine_run_step t"
    "                    WHERE t.run_id = r.id), r.profile) AS work,"
    "         row_number() OVER (PARTITION BY r.guid ORDER BY r.started_at DESC, r.number DESC)"
    "           AS place"
    "    FROM main.engine_run r WHERE r.target_id = ?1)"
    "SELECT n.name, n.kind, coalesce(s.objects, -1), coalesce(s.export_adds, -1),"
    "       coalesce(s.export_updates, -1), coalesce(s.export_deletes, -1),"
    "       coalesce((SELECT max(started_at) FROM run WHERE run.guid = n.guid AND good"
    "                    AND work LIKE '%import%'), ''),"
    "       coalesce((SELECT max(started_at) FROM run WHERE run.guid = n.guid AND good"
    "                    AND work LIKE '%sync%'), ''),"
    "       coalesce((SELECT max(started_at) FROM run WHERE run.guid = n.guid AND good"
    "                    AND work LIKE '%export%'), ''),"
    "       coalesce(l.profile, ''), coalesce(l.result, ''), coalesce(l.started_at, ''),"
    "       EXISTS (SELECT * FROM main.engine_busy b"
    "                WHERE b.target_id = ?1 AND b.connector = n.name)"
    "  FROM named n"
    "  LEFT JOIN main.engine_statistics s ON s.target_id = ?1 AND s.guid = n.guid"
    "  LEFT JOIN run l ON l.guid = n.guid AND l.place = 1"
    " ORDER BY n.kind, n.name";

static void take_connector(struct sa_judge *judge, sqlite3_stmt *row, void *item)
{
    *(struct sa_engine_connector *)item = (struct sa_engine_connector){
        .name = sa_judge_text(judge, row, 0),
        .kind = sa_judge_text(judge, row, 1),
        .objects = sqlite3_column_int64(row, 2),
        .export_adds = sqlite3_column_int64(row, 3),
        .export_updates = sqlite3_column_int64(row, 4),
        .export_deletes = sqlite3_column_int64(row, 5),
        .imported_at = sa_judge_text(judge, row, 6),
        .synchronised_at = sa_judge_text(judge, row, 7),
        .exported_at = sa_judge_text(judge, row, 8),
        .profile = sa_judge_text(judge, row, 9),
        .result = sa_judge_text(judge, row, 10),
        .ran_at = sa_judge_text(judge, row, 11),
        .busy = sqlite3_column_int(row, 12) != 0,
    };
}

static int load_facts(struct sa_judge *judge, int64_t id, struct sa_engine *engine,
                      struct sa_error *err)
{
    static const char *const what = "describe a server's sync engine";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(judge->db, engine_sql, what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    r = sa_sql_step(row, what, err);
    if (r < 0)
        return r;
    engine->way = sa_judge_text(judge, row, 0);
    engine->endpoint = sa_judge_text(judge, row, 1);
    engine->powershell = sa_judge_text(judge, row, 2);
    engine->account = sa_judge_text(judge, row, 3);
    engine->staging = sqlite3_column_int64(row, 4);
    engine->cycle_enabled = sqlite3_column_int64(row, 5);
    engine->suspended = sqlite3_column_int64(row, 6);
    engine->interval_s = sqlite3_column_int64(row, 7);
    engine->next_start_at = sa_judge_text(judge, row, 8);
    engine->next_policy = sa_judge_text(judge, row, 9);
    engine->asked_at = sa_judge_text(judge, row, 10);
    engine->history_from = sa_judge_text(judge, row, 11);
    engine->answered = sqlite3_column_int(row, 12) != 0;
    return 0;
}

static int load_connectors(struct sa_judge *judge, int64_t id, struct sa_engine *engine,
                           struct sa_error *err)
{
    const struct sa_judge_list list = {judge, take_connector, sizeof *engine->connectors};
    void *found = NULL;
    int r = sa_judge_list(&list, id, connector_sql, &found, &engine->connector_count,
                          &engine->connector_total, err);

    engine->connectors = found;
    return r;
}

/* Then the source `engine` has a coverage row, whatever became of it. */
static int was_asked(struct sa_judge *judge, int64_t id, struct sa_error *err)
{
    static const char *const what = "look for a server's sync engine";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT 1 FROM main.coverage WHERE target_id = ?1 AND source = 'engine'",
                           what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    return sa_sql_step(row, what, err);
}

int sa_engines_load(struct sa_judge *judge, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < judge->server_count; i++) {
        struct sa_target *target = &judge->evaluation->targets[i];
        struct sa_engine *engine = NULL;

        r = was_asked(judge, target->id, err);
        if (r <= 0)
            continue;
        engine = sa_arena_alloc(judge->arena, sizeof *engine);
        if (engine == NULL)
            return sa_judge_full(err);
        target->engine = engine;
        r = load_facts(judge, target->id, engine, err);
        if (r == 0)
            r = load_connectors(judge, target->id, engine, err);
    }
    return r == 0 && judge->full ? sa_judge_full(err) : r;
}
