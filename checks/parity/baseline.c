/* SPDX-License-Identifier: Apache-2.0 */
/* The baseline: what changed on each server since an earlier snapshot.
 *
 * Both snapshots are brought into the same form (parity_item); a server is the same when it calls
 * itself by the same name. The comparison follows the rules of compare.c, with the earlier snapshot in
 * the place of the active side; only what belongs to one server by nature (accounts, identifiers) stays
 * in, classed as expected, because a changed account of one and the same server is worth a line. */
#include "syncaudit/snapshot.h"
#include "syncaudit/sql.h"

#include "../engine/engine.h"
#include "parity.h"

static const char copy_sql[] = "SELECT s.server_name, i.source, i.area, i.path, i.path_key, "
                               "i.parent_key, i.value, i.value_key, i.nature"
                               "  FROM parity_item i JOIN server s ON s.target_id = i.target_id "
                               "WHERE s.server_name IS NOT NULL";

static const char table_sql[] =
    "DROP TABLE IF EXISTS temp.baseline_item;"
    "CREATE TEMP TABLE baseline_item (server_name TEXT NOT NULL, source TEXT NOT NULL, area TEXT "
    "NOT NULL,"
    "  path TEXT NOT NULL, path_key TEXT NOT NULL, parent_key TEXT, value TEXT NOT NULL,"
    "  value_key TEXT NOT NULL, nature TEXT NOT NULL, PRIMARY KEY (server_name, path_key))"
    "  STRICT, WITHOUT ROWID;";

/* Carries the items of the earlier snapshot over into this connection. */
static int copy_items(sqlite3 *from, sqlite3 *to, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *read = NULL;
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *write = NULL;
    int r = sa_sql_prepare(from, copy_sql, "read the baseline", &read, err);
    if (r == 0)
        r = sa_sql_prepare(
            to, "INSERT OR IGNORE INTO temp.baseline_item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            "copy the baseline", &write, err);
    while (r == 0 && (r = sa_sql_step(read, "read the baseline", err)) == 1) {
        for (int i = 0; i < 9; i++)
            (void)sqlite3_bind_value(write, i + 1, sqlite3_column_value(read, i));
        r = sa_sql_step(write, "copy the baseline", err);
        (void)sqlite3_reset(write);
    }
    return r;
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
        r = sa_sql_exec(db, table_sql, "prepare the baseline", err);
    if (r == 0)
        r = copy_items(sa_snapshot_db(earlier), db, err);
    if (r == 0)
        r = note_baseline(sa_snapshot_db(earlier), db, path, err);
    if (r == 0)
        r = sa_parity_script(db, "parity/baseline.sql", "compare with the baseline", err);
    if (r < 0)
        sa_hint(err, "name a snapshot that syncaudit wrote, or leave the baseline out");
    return r;
}
