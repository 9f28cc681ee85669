/* SPDX-License-Identifier: Apache-2.0 */
/* The baseline: what changed on each server since an earlier snapshot.
 *
 * Both snapshots are brought into the same form (parity_item); a server is the same when it calls
 * itself by the same name, whatever the letter case. The comparison (baseline.sql) follows the rules of
 * compare.c, with the earlier snapshot in the place of the active side; only what belongs to one server
 * by nature (accounts, identifiers) stays in, classed as expected, because a changed account of one and
 * the same server is worth a line.
 *
 * The order of the rules is compared by precedence.c. It knows servers by their numbers in rule_at and
 * writes into parity_difference, so for its time the earlier rules stand there as a server with a
 * negative number; what it found is moved to baseline_difference. */
#include "syncaudit/snapshot.h"
#include "syncaudit/sql.h"

#include "../engine/engine.h"
#include "parity.h"

static const char table_sql[] =
    "DROP TABLE IF EXISTS temp.baseline_item;"
    "CREATE TEMP TABLE baseline_item (server_name TEXT NOT NULL, source TEXT NOT NULL, area TEXT "
    "NOT NULL,"
    "  path TEXT NOT NULL, path_key TEXT NOT NULL, parent_key TEXT, value TEXT NOT NULL,"
    "  value_key TEXT NOT NULL, nature TEXT NOT NULL, PRIMARY KEY (server_name, path_key))"
    "  STRICT, WITHOUT ROWID;"
    "DROP TABLE IF EXISTS temp.baseline_source;"
    "CREATE TEMP TABLE baseline_source (server_name TEXT NOT NULL, source TEXT NOT NULL,"
    "  status TEXT NOT NULL, PRIMARY KEY (server_name, source)) STRICT, WITHOUT ROWID;"
    "DROP TABLE IF EXISTS temp.baseline_rule;"
    "CREATE TEMP TABLE baseline_rule (server_name TEXT NOT NULL, path_key TEXT NOT NULL,"
    "  precedence INTEGER NOT NULL, disabled INTEGER NOT NULL,"
    "  PRIMARY KEY (server_name, path_key)) STRICT, WITHOUT ROWID;";

/* What is carried over from the earlier snapshot. Where it holds one server twice, the first counts. */
#define FROM_SERVER(table)                                           \
    "  FROM (SELECT min(target_id) AS target_id, fold(server_name) " \
    "AS name FROM server WHERE server_name IS NOT NULL"              \
    " GROUP BY fold(server_name)) s JOIN " table " t ON t.target_id = s.target_id"

static const struct {
    const char *read, *write;
} copies[] = {
    {"SELECT s.name, t.source, t.area, t.path, t.path_key, t.parent_key, t.value, t.value_key,"
     " t.nature" FROM_SERVER("parity_item"),
     "INSERT OR IGNORE INTO temp.baseline_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
    {"SELECT s.name, t.source, t.status" FROM_SERVER("main.coverage"),
     "INSERT OR IGNORE INTO temp.baseline_source VALUES (?, ?, ?)"                },
    {"SELECT s.name, t.path_key, t.precedence, t.disabled" FROM_SERVER("rule_at"),
     "INSERT OR IGNORE INTO temp.baseline_rule VALUES (?, ?, ?, ?)"               },
};

static int copy_rows(sqlite3 *from, const char *read_sql, sqlite3 *to, const char *write_sql,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *read = NULL;
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *write = NULL;
    int r = sa_sql_prepare(from, read_sql, "read the baseline", &read, err);
    if (r == 0)
        r = sa_sql_prepare(to, write_sql, "copy the baseline", &write, err);
    while (r == 0 && (r = sa_sql_step(read, "read the baseline", err)) == 1) {
        for (int i = 0; i < sqlite3_column_count(read); i++)
            (void)sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
        r = sa_sql_step(write, "copy the baseline", err);
        (void)sqlite3_reset(write);
    }
    return r;
}

static int copy_baseline(sqlite3 *from, sqlite3 *to, struct sa_error *err)
{
    int r = sa_sql_exec(to, table_sql, "prepare the baseline", err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(copies); i++)
        r = copy_rows(from, copies[i].read, to, copies[i].write, err);
    return r;
}

/* The earlier rules under the negative number of their server, each with the path it has today: it is
 * by the path that the evidence of a moved rule is found again. */
static const char earlier_rules_sql[] =
    "INSERT INTO temp.rule_at (id, target_id, direction, precedence, disabled, path, path_key)"
    " SELECT -r.id, -r.target_id, r.direction, b.precedence, b.disabled, r.path, r.path_key"
    "   FROM server v"
    "   JOIN temp.rule_at r ON r.target_id = v.target_id"
    "   JOIN temp.baseline_rule b"
    "     ON b.server_name = fold(v.server_name) AND b.path_key = r.path_key"
    "  WHERE v.target_id > 0";

/* Servers whose rules and connectors were collected then and now. */
static const char ordered_sql[] =
    "SELECT v.target_id, v.name"
    "  FROM server v"
    "  JOIN baseline_coverage b ON b.host = v.name"
    "  JOIN main.coverage c"
    "    ON c.target_id = v.target_id AND c.source = b.source"
    " WHERE c.status = 'ok' AND c.source IN ('connector', 'sync_rule')"
    " GROUP BY v.target_id HAVING count(*) = 2"
    " ORDER BY v.target_id";

/* The numbers themselves may shift (area 'server'): only the order counts. */
static const char take_moved_sql[] =
    "INSERT INTO baseline_difference (host, area, path, baseline_value, current_value, class,"
    "                                 evidence)"
    " SELECT d.active, d.area, d.path, d.active_value, d.staging_value, d.class,"
    "        coalesce((SELECT CAST(min(r.evidence_id) AS TEXT) FROM temp.rule_at r"
    "                   WHERE r.target_id = -d.pair_id AND r.path = d.path), '')"
    "   FROM parity_difference d"
    "  WHERE d.pair_id < 0 AND d.area = 'precedence';"
    "DELETE FROM parity_difference WHERE pair_id < 0;"
    "DELETE FROM temp.rule_at WHERE target_id < 0;";

static int compare_order(sqlite3 *db, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *servers = NULL;
    int r = sa_sql_exec(db, earlier_rules_sql, "order the rules of the baseline", err);
    if (r == 0)
        r = sa_sql_prepare(db, ordered_sql, "order the rules of the baseline", &servers, err);
    while (r == 0 && (r = sa_sql_step(servers, "order the rules of the baseline", err)) == 1) {
        int64_t id = sqlite3_column_int64(servers, 0);
        struct sa_parity_sides sides = {
            .pair_id = -id,
            .active_id = -id,
            .staging_id = id,
            .active = sa_sql_text_or_empty(servers, 1),
            .staging = sa_sql_text_or_empty(servers, 1),
        };
        r = sa_parity_precedence(db, &sides, err);
    }
    return r == 0 ? sa_sql_exec(db, take_moved_sql, "list the moved rules", err) : r;
}

static int note_baseline(sqlite3 *from, sqlite3 *to, const char *path, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *read = NULL;
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *write = NULL;
    int r = sa_sql_prepare(from, "SELECT id, started_at FROM main.run", "read the baseline", &read,
                           err);
    if (r == 0)
        r = sa_sql_step(read, "read the baseline", err);
    if (r < 0)
        return r;
    r = sa_sql_prepare(to, "INSERT INTO baseline (run_id, started_at, location) VALUES (?, ?, ?)",
                       "note the baseline", &write, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_text(write, 1, sa_sql_text_or_empty(read, 0), -1, SQLITE_TRANSIENT);
    (void)sqlite3_bind_text(write, 2, sa_sql_text_or_empty(read, 1), -1, SQLITE_TRANSIENT);
    (void)sqlite3_bind_text(write, 3, path, -1, SQLITE_STATIC);
    return sa_sql_step(write, "note the baseline", err);
}

int sa_baseline(sqlite3 *db, const char *path, struct sa_error *err)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *earlier = NULL;
    struct sa_evaluation_options options = SA_EVALUATION_OPTIONS_INIT;
    int r = sa_snapshot_open(path, &earlier, err);
    if (r == 0)
        r = sa_evaluation_derive(earlier, &options, err);
    if (r == 0)
        r = copy_baseline(sa_snapshot_db(earlier), db, err);
    if (r == 0)
        r = note_baseline(sa_snapshot_db(earlier), db, path, err);
    if (r == 0)
        r = sa_parity_script(db, "parity/baseline.sql", "compare with the baseline", err);
    if (r == 0)
        r = compare_order(db, err);
    if (r < 0)
        sa_hint(err, "name a snapshot that syncaudit wrote, or leave the baseline out");
    return r;
}
