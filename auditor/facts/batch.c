/* SPDX-License-Identifier: Apache-2.0 */
/* Batches: what one source of one target gave, written as a whole or not at all.
 *
 * The coverage row is part of the same transaction as the facts. So a reader may take an 'ok' row as
 * the promise that every fact of that source is there, and its absence as the promise that none is.
 * Threads take turns, from begin to the end of the batch, which is short because collectors parse before
 * they begin. */
#include "syncaudit/sql.h"

#include "facts.h"

int sa_snapshot_statement(struct sa_snapshot *snapshot, const char *sql, sqlite3_stmt **ret,
                          struct sa_error *err)
{
    for (size_t i = 0; i < snapshot->statement_count; i++) {
        if (snapshot->statements[i].sql == sql) {
            *ret = snapshot->statements[i].statement;
            return 0;
        }
    }
    if (snapshot->statement_count == SA_SNAPSHOT_STATEMENTS)
        sa_snapshot_drop_statements(snapshot);
    sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(snapshot->db, sql, "prepare to write facts", &statement, err);
    if (r < 0)
        return r;
    snapshot->statements[snapshot->statement_count++] =
        (struct sa_cached_statement){.sql = sql, .statement = statement};
    *ret = statement;
    return 0;
}

void sa_snapshot_drop_statements(struct sa_snapshot *snapshot)
{
    for (size_t i = 0; i < snapshot->statement_count; i++)
        (void)sqlite3_finalize(snapshot->statements[i].statement);
    snapshot->statement_count = 0;
}

static int bind(sqlite3_stmt *statement, const struct sa_value *values, size_t count)
{
    int code = SQLITE_OK;
    for (size_t i = 0; i < count && code == SQLITE_OK; i++) {
        int at = (int)i + 1;
        if (values[i].type == SA_VALUE_INT)
            code = sqlite3_bind_int64(statement, at, values[i].integer);
        else if (values[i].type == SA_VALUE_TEXT && values[i].text)
            code = sqlite3_bind_text(statement, at, values[i].text, -1, SQLITE_STATIC);
        else
            code = sqlite3_bind_null(statement, at);
    }
    return code;
}

int sa_snapshot_execute(struct sa_snapshot *snapshot, const char *sql,
                        const struct sa_value *values, size_t count, struct sa_error *err)
{
    sqlite3_stmt *statement = NULL;
    int r = sa_snapshot_statement(snapshot, sql, &statement, err);
    if (r < 0)
        return r;
    if ((size_t)sqlite3_bind_parameter_count(statement) != count)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, (long long)count,
                       "wrong number of values for '%s'", sql);
    if (bind(statement, values, count) != SQLITE_OK)
        r = sa_sql_fail(snapshot->db, "bind a fact", err);
    else
        r = sa_sql_step(statement, "write to the snapshot", err);
    if (r < 0)
        sa_place(err, snapshot->path, 0, 0);
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return r < 0 ? r : 0;
}

int facts_enter(struct sa_snapshot *snapshot, struct sa_error *err)
{
    (void)pthread_mutex_lock(&snapshot->batch);
    int r = sa_snapshot_execute(snapshot, "BEGIN IMMEDIATE", NULL, 0, err);
    if (r < 0)
        (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

int facts_leave(struct sa_snapshot *snapshot, bool keep, struct sa_error *err)
{
    int r = keep ? sa_snapshot_execute(snapshot, "COMMIT", NULL, 0, err) : 0;
    /* SQLite has rolled back by itself when the disk is full or broken. */
    if ((!keep || r < 0) && sqlite3_get_autocommit(snapshot->db) == 0) {
        int undone = sa_snapshot_execute(snapshot, "ROLLBACK", NULL, 0, r == 0 ? err : NULL);
        r = r == 0 ? undone : r;
    }
    (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

int sa_batch_begin(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                   struct sa_batch **ret, struct sa_error *err)
{
    struct sa_batch *batch = calloc(1, sizeof *batch);
    if (!batch)
        return sa_fail_nomem(err);
    batch->snapshot = snapshot;
    batch->target_id = target_id;
    batch->source = strdup(source);
    if (!batch->source) {
        free(batch);
        return sa_fail_nomem(err);
    }
    sa_time_format(sa_time_now(), batch->started_at);
    int r = facts_enter(snapshot, err);
    if (r < 0) {
        free(batch->source);
        free(batch);
        return r;
    }
    *ret = batch;
    return 0;
}

int sa_batch_insert(struct sa_batch *batch, const char *sql, const struct sa_value *values,
                    size_t count, int64_t *ret_id, struct sa_error *err)
{
    int r = 0;
    if (!batch->facts_begun)
        r = sa_snapshot_execute(batch->snapshot, "SAVEPOINT facts", NULL, 0, err);
    batch->facts_begun = true;
    if (r == 0)
        r = sa_snapshot_execute(batch->snapshot, sql, values, count, err);
    if (r < 0)
        return r;
    batch->rows++;
    if (ret_id)
        *ret_id = sqlite3_last_insert_rowid(batch->snapshot->db);
    return 0;
}

/* `r`: how writing went so far. */
static int end(struct sa_batch *batch, bool keep, int r, struct sa_error *err)
{
    struct sa_error late = {0};
    int left = facts_leave(batch->snapshot, keep, &late);
    if (r == 0 && left < 0) {
        r = left;
        if (err)
            *err = late;
    }
    free(batch->source);
    free(batch);
    return r;
}

/* The coverage words for a failure: what the reader of a report can do about it. */
static const char *coverage_status(int status)
{
    switch (status) {
    case SA_OK:
        return "ok";
    case SA_E_DENIED:
    case SA_E_AUTH:
        return "denied";
    case SA_E_TIMEOUT:
        return "timeout";
    case SA_E_NETWORK:
        return "unreachable";
    case SA_E_UNSUPPORTED:
        return "unsupported";
    default:
        return "failed";
    }
}

static int write_coverage(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                          const char *started_at, int64_t rows, const struct sa_error *why,
                          struct sa_error *err)
{
    char now[SA_TIME_TEXT_SIZE];
    sa_time_format(sa_time_now(), now);
    const struct sa_value values[] = {
        SA_INT(target_id),
        SA_TEXT(source),
        SA_TEXT(coverage_status(why ? why->status : SA_OK)),
        why && why->domain != SA_DOMAIN_NONE ? SA_TEXT(sa_domain_name(why->domain)) : SA_NULL,
        why && why->domain != SA_DOMAIN_NONE ? SA_INT(why->code) : SA_NULL,
        why && why->place[0] ? SA_TEXT(why->place) : SA_NULL,
        why ? SA_TEXT(why->message) : SA_NULL,
        why && why->hint[0] ? SA_TEXT(why->hint) : SA_NULL,
        SA_INT(rows),
        SA_TEXT(started_at),
        SA_TEXT(now),
    };
    return sa_snapshot_execute(
        snapshot,
        "INSERT INTO coverage (target_id, source, status, domain, code, place,"
        " message, hint, rows, started_at, finished_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values, SA_COUNT(values), err);
}

int sa_batch_commit(struct sa_batch *batch, struct sa_error *err)
{
    struct sa_snapshot *snapshot = batch->snapshot;
    int r = write_coverage(snapshot, batch->target_id, batch->source, batch->started_at,
                           batch->rows, NULL, err);
    return end(batch, r == 0, r, err);
}

int sa_batch_fail(struct sa_batch *batch, const struct sa_error *why, struct sa_error *err)
{
    if (!batch)
        return 0;
    struct sa_snapshot *snapshot = batch->snapshot;
    int r = 0;
    if (batch->facts_begun)
        r = sa_snapshot_execute(snapshot, "ROLLBACK TO facts", NULL, 0, err);
    if (r == 0)
        r = write_coverage(snapshot, batch->target_id, batch->source, batch->started_at, 0, why,
                           err);
    return end(batch, r == 0, r, err);
}

void sa_batch_abort(struct sa_batch *batch)
{
    if (!batch)
        return;
    (void)end(batch, /* keep= */ false, 0, NULL);
}

int sa_coverage_record(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                       const struct sa_error *why, struct sa_error *err)
{
    char now[SA_TIME_TEXT_SIZE];
    sa_time_format(sa_time_now(), now);
    int r = facts_enter(snapshot, err);
    if (r < 0)
        return r;
    r = write_coverage(snapshot, target_id, source, now, 0, why, err);
    int left = facts_leave(snapshot, r == 0, r == 0 ? err : NULL);
    return r < 0 ? r : left;
}

int sa_coverage_count(struct sa_snapshot *snapshot, int64_t target_id, size_t *ret,
                      struct sa_error *err)
{
    static const char sql[] =
        "SELECT count(*) FROM main.coverage WHERE target_id = ? AND status = 'ok'";
    sqlite3_stmt *statement = NULL;
    (void)pthread_mutex_lock(&snapshot->batch);
    int r = sa_snapshot_statement(snapshot, sql, &statement, err);
    if (r == 0) {
        (void)sqlite3_bind_int64(statement, 1, target_id);
        r = sa_sql_step(statement, "read the coverage", err);
        if (r == 1)
            *ret = (size_t)sqlite3_column_int64(statement, 0);
        (void)sqlite3_reset(statement);
    }
    (void)pthread_mutex_unlock(&snapshot->batch);
    return r < 0 ? r : 0;
}

static int record_footprint(struct sa_snapshot *snapshot, int64_t target_id,
                            const struct sa_footprint *entry, struct sa_error *err)
{
    char at[SA_TIME_TEXT_SIZE];
    sa_time_format(entry->started_at, at);
    const struct sa_value values[] = {
        SA_INT(target_id),
        SA_TEXT(entry->protocol),
        SA_TEXT(entry->server),
        SA_TEXT(entry->operation),
        SA_TEXT(entry->detail),
        SA_TEXT(entry->status == SA_OK ? "ok" : sa_status_name(entry->status)),
        SA_INT(entry->code),
        SA_INT((int64_t)entry->entries),
        SA_INT((int64_t)entry->bytes),
        SA_TEXT(at),
        SA_INT(entry->elapsed_ms),
    };
    return sa_snapshot_execute(snapshot,
                               "INSERT INTO footprint (target_id, protocol, server, operation,"
                               " detail, status, code, entries, bytes, started_at, elapsed_ms)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                               values, SA_COUNT(values), err);
}

int sa_footprint_record(struct sa_snapshot *snapshot, int64_t target_id,
                        const struct sa_footprint *footprint, size_t count, struct sa_error *err)
{
    int r = facts_enter(snapshot, err);
    if (r < 0)
        return r;
    for (size_t i = 0; r == 0 && i < count; i++)
        r = record_footprint(snapshot, target_id, &footprint[i], err);
    int left = facts_leave(snapshot, r == 0, r == 0 ? err : NULL);
    return r < 0 ? r : left;
}
