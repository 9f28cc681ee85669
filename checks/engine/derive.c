/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the TEMP tables that checks and `query` see beside the facts (derived.sql,
 * derived_ad.sql, derived_host.sql, derived_network.sql, derived_engine.sql), and the SQL functions that they may use.
 *
 * Everything is made anew on each call: what an earlier evaluation left on the connection is
 * dropped. The tables are kept in memory, as are the temporary results of all later queries: that
 * is what the sandbox's heap limit can bound. TEMP tables can be made on a read-only connection
 * too. */
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "engine.h"
#include "judge.h"

extern const struct sa_resource sa_checks_resources[];

const struct sa_resource *sa_checks_resource(const char *path)
{
    for (const struct sa_resource *resource = sa_checks_resources; resource->path; resource++)
        if (strcmp(resource->path, path) == 0)
            return resource;
    return NULL;
}

static void timespan_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text = (const char *)sqlite3_value_text(values[0]);
    int64_t seconds = 0;

    (void)count;
    if (text != NULL && strlen(text) == (size_t)sqlite3_value_bytes(values[0]) &&
        sa_duration_parse(text, &seconds) == 0)
        sqlite3_result_int64(context, seconds);
}

static int register_functions(sqlite3 *db, struct sa_error *err)
{
    int r = sa_version_function(db, err);

    if (r == 0)
        r = sa_address_functions(db, err);
    if (r < 0)
        return r;
    if (sqlite3_create_function_v2(db, "timespan_seconds", 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                   timespan_function, NULL, NULL, NULL) != SQLITE_OK)
        return sa_sql_fail(db, "register timespan_seconds()", err);
    return 0;
}

/* Collects the statements first: a table cannot be dropped while the list of tables is read. */
static int drop_temp_tables(sqlite3 *db, struct sa_error *err)
{
    static const char *const what = "drop the tables of an earlier evaluation";
    SA_CLEANUP(sa_buf_done) struct sa_buf script = SA_BUF_INIT(SA_MIB);
    sqlite3_stmt *list = NULL;
    int r = sa_sql_prepare(
        db,
        "SELECT 'DROP ' || type || ' temp.\"' || replace(name, '\"', '\"\"') || '\";'"
        "  FROM temp.sqlite_schema"
        " WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite^_%' ESCAPE '^'",
        what, &list, err);

    while (r == 0 && (r = sa_sql_step(list, what, err)) == 1)
        r = sa_buf_add_text(&script, sa_sql_text(list, 0));
    (void)sqlite3_finalize(list);
    if (r == 0)
        r = sa_buf_status(&script);
    return r == 0 ? sa_sql_exec(db, sa_buf_text(&script), what, err) : r;
}

static int run_embedded(sqlite3 *db, const char *path, struct sa_error *err)
{
    const struct sa_resource *script = sa_checks_resource(path);

    if (script == NULL)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "'%s' is not embedded", path);
    return sa_sql_exec(db, (const char *)script->data, "create the derived tables", err);
}

/* What derived_host.sql compares the settings that a server told with: those that it was asked for. */
static int list_settings(sqlite3 *db, struct sa_error *err)
{
    static const char *const what = "list the names of settings";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *insert = NULL;
    const char *const *names = sa_setting_names();
    int r = sa_sql_exec(
        db,
        "CREATE TEMP TABLE setting_name (name TEXT PRIMARY KEY, is_text INTEGER NOT NULL) STRICT,"
        " WITHOUT ROWID",
        what, err);

    if (r == 0)
        r = sa_sql_prepare(db, "INSERT INTO setting_name VALUES (?1, ?2)", what, &insert, err);
    for (size_t i = 0; r == 0 && names[i] != NULL; i++) {
        (void)sqlite3_bind_text(insert, 1, names[i], -1, SQLITE_STATIC);
        (void)sqlite3_bind_int(insert, 2, sa_setting_is_text(i));
        r = sa_sql_step(insert, what, err);
        (void)sqlite3_reset(insert);
    }
    return r;
}

static int fill(sqlite3 *db, const struct sa_evaluation_options *options, struct sa_error *err)
{
    int r = sa_sql_exec(db, "PRAGMA temp_store = MEMORY", "keep derived tables in memory", err);

    if (r == 0)
        r = drop_temp_tables(db, err);
    if (r == 0)
        r = run_embedded(db, "engine/derived.sql", err);
    if (r == 0)
        r = sa_knowledge_load(db, options->knowledge_dir, err);
    if (r == 0)
        r = sa_pairing(db, err);
    if (r == 0)
        r = sa_parity(db, err);
    if (r == 0) /* behind parity, which registers dn_key() */
        r = run_embedded(db, "engine/derived_ad.sql", err);
    if (r == 0)
        r = list_settings(db, err);
    if (r == 0)
        r = run_embedded(db, "engine/derived_host.sql", err);
    if (r == 0)
        r = run_embedded(db, "engine/derived_network.sql", err);
    if (r == 0)
        r = run_embedded(db, "engine/derived_engine.sql", err);
    if (r == 0 && options->baseline != NULL)
        r = sa_baseline(db, options->baseline, err);
    return r;
}

int sa_derive(sqlite3 *db, const struct sa_evaluation_options *options, struct sa_error *err)
{
    /* Facts of one server within every bound can still multiply when they are spread out for comparison. */
    sqlite3_int64 before = sqlite3_hard_heap_limit64(-1);
    int r = register_functions(db, err);

    (void)sqlite3_hard_heap_limit64(sqlite3_memory_used() + (sqlite3_int64)SA_LIMIT_DERIVE_HEAP);
    if (r == 0)
        r = fill(db, options, err);
    (void)sqlite3_hard_heap_limit64(before);
    if (r == SA_E_NOMEM) {
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_SQLITE, SQLITE_NOMEM,
                    "comparing these servers needs more than %zu MiB of memory",
                    SA_LIMIT_DERIVE_HEAP / SA_MIB);
        sa_hint(err, "audit fewer servers at once, and look at the largest export: no real one "
                     "comes near this");
    }
    return r;
}

int sa_evaluation_derive(struct sa_snapshot *snapshot, const struct sa_evaluation_options *options,
                         struct sa_error *err)
{
    return sa_derive(sa_snapshot_db(snapshot), options, err);
}
