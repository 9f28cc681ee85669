/* SPDX-License-Identifier: Apache-2.0 */
/* Configuration parity: what differs between the active and the staging server of each pair, by
 * meaning.
 *
 * items.sql turns the facts of a server into rows (path, value); compare.sql joins the rows of two
 * servers by path_key. A row that one side lacks, or whose value_key differs, is a difference, unless
 *   - its source was not collected on both sides (an empty side is not an absent setting),
 *   - its parent is absent on the same side (a missing rule is said once, not once per mapping).
 * compare.sql says how each is classed. The comparison is symmetric: exchanging the sides
 * exchanges the two values and changes nothing else (tests/unit/test_parity.c). */
#include "syncaudit/limits.h"
#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "../engine/engine.h"
#include "../engine/judge.h"
#include "parity.h"

/* A script of this folder, embedded by CMake. */
static const char *script(const char *path)
{
    const struct sa_resource *file = sa_checks_resource(path);
    return file ? (const char *)file->data : "";
}

int sa_parity_script(sqlite3 *db, const char *path, const char *what, struct sa_error *err)
{
    return sa_sql_exec(db, script(path), what, err);
}

int sa_parity_items(sqlite3 *db, struct sa_error *err)
{
    int r = sa_parity_functions(db, err);
    if (r == 0)
        r = sa_sql_exec(db, "DROP TABLE IF EXISTS temp.rule_at", "prepare the comparison", err);
    if (r == 0)
        r = sa_parity_script(db, "parity/items.sql", "list the settings", err);
    return r;
}

static void concat_ids(sqlite3_context *context, int count, sqlite3_value **values)
{
    char text[64] = "";
    int len = 0;
    for (int i = 0; i < count; i++) {
        if (sqlite3_value_type(values[i]) == SQLITE_NULL)
            continue;
        len += snprintf(text + len, sizeof text - (size_t)len, "%s%lld", len > 0 ? "," : "",
                        (long long)sqlite3_value_int64(values[i]));
    }
    sqlite3_result_text(context, text, len, SQLITE_TRANSIENT);
}

static int compare_items(sqlite3 *db, const struct sa_parity_sides *sides, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r =
        sa_sql_prepare(db, script("parity/compare.sql"), "compare two servers", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, sides->pair_id);
    (void)sqlite3_bind_int64(statement, 2, sides->active_id);
    (void)sqlite3_bind_int64(statement, 3, sides->staging_id);
    (void)sqlite3_bind_text(statement, 4, sides->active, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(statement, 5, sides->staging, -1, SQLITE_STATIC);
    return sa_sql_step(statement, "compare two servers", err);
}

int sa_parity_add(sqlite3 *db, const struct sa_parity_sides *sides, const struct sa_parity_row *row,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    const char *texts[] = {sides->active, sides->staging,    row->area,
                           row->path,     row->active_value, row->staging_value,
                           row->class,    row->why,          row->evidence};
    int r =
        sa_sql_prepare(db,
                       "INSERT INTO parity_difference (pair_id, minor, active, staging, area, path,"
                       " active_value, staging_value, class, why, evidence)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       "store a difference", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, sides->pair_id);
    (void)sqlite3_bind_int(statement, 2, row->minor);
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        (void)sqlite3_bind_text(statement, (int)i + 3, texts[i], -1, SQLITE_STATIC);
    r = sa_sql_step(statement, "store a difference", err);
    return r < 0 ? r : 0;
}

/* Rules can be put in order only where both sides told theirs. */
static int rules_comparable(sqlite3 *db, const struct sa_parity_sides *sides, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db,
                           "SELECT count(*) = 4 FROM main.coverage"
                           " WHERE target_id IN (?1, ?2) AND source IN ('connector', 'sync_rule')"
                           " AND status = 'ok'",
                           "see what was collected", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, sides->active_id);
    (void)sqlite3_bind_int64(statement, 2, sides->staging_id);
    r = sa_sql_step(statement, "see what was collected", err);
    return r < 0 ? r : sqlite3_column_int(statement, 0);
}

int sa_parity(sqlite3 *db, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *pairs = NULL;
    if (sqlite3_create_function(db, "concat_ids", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                                concat_ids, NULL, NULL) != SQLITE_OK)
        return sa_sql_fail(db, "register functions of the comparison", err);
    int r = sa_parity_items(db, err);
    if (r == 0)
        r = sa_parity_precedence_prepare(db, err);
    if (r == 0)
        r = sa_sql_prepare(db,
                           "SELECT id, active_id, staging_id, active, staging FROM pair"
                           " WHERE compared ORDER BY id",
                           "list the pairs", &pairs, err);
    while (r == 0 && (r = sa_sql_step(pairs, "list the pairs", err)) == 1) {
        struct sa_parity_sides sides = {
            .pair_id = sqlite3_column_int64(pairs, 0),
            .active_id = sqlite3_column_int64(pairs, 1),
            .staging_id = sqlite3_column_int64(pairs, 2),
            .active = sa_sql_text_or_empty(pairs, 3),
            .staging = sa_sql_text_or_empty(pairs, 4),
        };
        r = compare_items(db, &sides, err);
        if (r == 0)
            r = rules_comparable(db, &sides, err);
        if (r > 0)
            r = sa_parity_precedence(db, &sides, err);
    }
    return r;
}
