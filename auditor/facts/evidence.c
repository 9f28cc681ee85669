/* SPDX-License-Identifier: Apache-2.0 */
/* Raw evidence: the bytes that facts were read from, compressed with zstd, with the SHA-256 of what
 * they were before. Reading compares the digest again, so that a changed snapshot is noticed. */
#include <zstd.h>

#include "syncaudit/digest.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "facts.h"

/* Level 3 is zstd's default; configuration XML shrinks to a tenth at about 300 MB/s. */
#define EVIDENCE_LEVEL 3

static int insert_evidence(struct sa_batch *batch, const char *name, const char *sha256,
                           const void *body, size_t body_len, size_t len, struct sa_error *err)
{
    static const char sql[] =
        "INSERT INTO evidence (target_id, source, name, collected_at, size, sha256, encoding, body)"
        " VALUES (?, ?, ?, ?, ?, ?, 'zstd', ?)";
    char now[SA_TIME_TEXT_SIZE];
    sqlite3_stmt *statement = NULL;
    int r = sa_snapshot_statement(batch->snapshot, sql, &statement, err);
    if (r < 0)
        return r;
    sa_time_format(sa_time_now(), now);
    (void)sqlite3_bind_int64(statement, 1, batch->target_id);
    (void)sqlite3_bind_text(statement, 2, batch->source, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(statement, 3, name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(statement, 4, now, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(statement, 5, (sqlite3_int64)len);
    (void)sqlite3_bind_text(statement, 6, sha256, -1, SQLITE_STATIC);
    if (sqlite3_bind_blob64(statement, 7, body, body_len, SQLITE_STATIC) != SQLITE_OK)
        r = sa_sql_fail(batch->snapshot->db, "store evidence", err);
    else
        r = sa_sql_step(statement, "store evidence", err);
    (void)sqlite3_reset(statement);
    (void)sqlite3_clear_bindings(statement);
    return r < 0 ? r : 0;
}

int sa_batch_evidence(struct sa_batch *batch, const char *name, const void *bytes, size_t len,
                      int64_t *ret_id, struct sa_error *err)
{
    char sha256[SA_SHA256_HEX_SIZE];
    if (len > SA_LIMIT_EXPORT_FILE) {
        sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)len,
                "evidence '%s' is larger than %zu bytes", name, SA_LIMIT_EXPORT_FILE);
        sa_hint(err, "export the configuration again: no product writes a file of that size");
        return SA_E_LIMIT;
    }
    int r = sa_sha256_hex(bytes, len, sha256);
    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_OPENSSL, 0, "cannot hash evidence '%s'", name);
    size_t bound = ZSTD_compressBound(len);
    void *body = malloc(bound);
    /* One context for all: making one costs more than compressing a rule. */
    if (!batch->snapshot->compressor)
        batch->snapshot->compressor = ZSTD_createCCtx();
    if (!body || !batch->snapshot->compressor) {
        free(body);
        return sa_fail_nomem(err);
    }
    size_t body_len =
        ZSTD_compressCCtx(batch->snapshot->compressor, body, bound, bytes, len, EVIDENCE_LEVEL);
    if (ZSTD_isError(body_len))
        r = sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_ZSTD, 0, "cannot compress evidence '%s': %s",
                    name, ZSTD_getErrorName(body_len));
    if (r == 0)
        r = insert_evidence(batch, name, sha256, body, body_len, len, err);
    if (r == 0)
        *ret_id = sqlite3_last_insert_rowid(batch->snapshot->db);
    free(body);
    return r;
}

/* Decompresses into memory of exactly the recorded size: a body that would give more is refused,
 * whatever its own header says. */
static int decompress(const void *body, size_t body_len, size_t size, char **ret,
                      struct sa_error *err)
{
    char *bytes = malloc(size + 1);
    if (!bytes)
        return sa_fail_nomem(err);
    size_t got = ZSTD_decompress(bytes, size, body, body_len);
    if (ZSTD_isError(got) || got != size) {
        free(bytes);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_ZSTD, 0,
                       "the evidence is damaged: it does not decompress to its recorded size");
    }
    bytes[size] = '\0';
    *ret = bytes;
    return 0;
}

int sa_evidence_read(struct sa_snapshot *snapshot, int64_t evidence_id, char **ret_bytes,
                     size_t *ret_len, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    char sha256[SA_SHA256_HEX_SIZE];
    char *bytes = NULL;
    int r =
        sa_sql_prepare(snapshot->db, "SELECT size, sha256, body FROM main.evidence WHERE id = ?",
                       "read evidence", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, evidence_id);
    r = sa_sql_step(statement, "read evidence", err);
    if (r < 0)
        return r;
    if (r == 0 || sqlite3_column_type(statement, 2) == SQLITE_NULL)
        return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, evidence_id,
                       "the snapshot holds no evidence %lld", (long long)evidence_id);
    int64_t size = sqlite3_column_int64(statement, 0);
    if (size < 0 || (uint64_t)size > SA_LIMIT_EXPORT_FILE) {
        sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, size, "the evidence is too large");
        sa_hint(err, "collect again, or ask for the file as it was collected");
        return SA_E_LIMIT;
    }
    r = decompress(sqlite3_column_blob(statement, 2), (size_t)sqlite3_column_bytes(statement, 2),
                   (size_t)size, &bytes, err);
    if (r < 0)
        return r;
    r = sa_sha256_hex(bytes, (size_t)size, sha256);
    if (r < 0 || strcmp(sha256, sa_sql_text_or_empty(statement, 1)) != 0) {
        free(bytes);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, evidence_id,
                       "evidence %lld does not match its SHA-256: the snapshot was changed",
                       (long long)evidence_id);
    }
    *ret_bytes = bytes;
    *ret_len = (size_t)size;
    return 0;
}

void sa_snapshot_drop_compressor(struct sa_snapshot *snapshot)
{
    (void)ZSTD_freeCCtx(snapshot->compressor);
    snapshot->compressor = NULL;
}
