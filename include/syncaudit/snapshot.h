/* SPDX-License-Identifier: Apache-2.0 */
/* The snapshot: facts of one run with their provenance, in one SQLite file (auditor/facts/schema.sql
 * describes the tables).
 *
 * Writing: create; add targets; per (target, source) one batch, which holds the facts, the evidence
 * they were read from and the coverage row, and is committed as a whole or not at all; finish; close.
 * A process killed at any moment leaves a file that opens and holds every batch committed so far, with a
 * file "-wal" beside it that belongs to it; a finished snapshot is one file.
 *
 * Reading: open, which first lets SQLite finish what a killed writer left behind, then reopens
 * read-only. A snapshot is never changed after sa_snapshot_finish(). */
#ifndef SYNCAUDIT_SNAPSHOT_H
#define SYNCAUDIT_SNAPSHOT_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

struct sqlite3;
struct sa_snapshot;
struct sa_batch;

#define SA_SNAPSHOT_APPLICATION_ID \
    0x53414453 /* "SADS" in the SQLite header: file(1) and we know our own */
#define SA_SNAPSHOT_SCHEMA_VERSION 4
#define SA_RUN_ID_SIZE             33

struct sa_run_info {
    char id[SA_RUN_ID_SIZE]; /**< "" in sa_snapshot_create(): one is drawn */
    const char *tool_version;
    const char *catalogue_version;
    const char *catalogue_sha256;
    const char *operator_name;
    const char *workstation;
};

/** Draws a new run id: 32 hex digits. */
int sa_run_id_draw(char id[SA_RUN_ID_SIZE], struct sa_error *err) SA_NODISCARD;

/** Creates the file, which must not exist unless `overwrite`; the run starts now. Overwriting replaces
 *  an empty file or a snapshot, nothing else.
 *  SA_E_EXISTS, SA_E_DENIED, SA_E_IO (also: disk full). */
int sa_snapshot_create(const char *path, bool overwrite, const struct sa_run_info *run,
                       struct sa_snapshot **ret, struct sa_error *err) SA_NODISCARD;

/** SA_E_NOT_FOUND; SA_E_DENIED; SA_E_INPUT: no SQLite file, or not one of ours, or of a newer schema
 *  (the message says which), or being written; SA_E_PROTOCOL: damaged, or not as this program writes it:
 *  other tables, WAL after the end of the run, a journal that names another file; SA_E_LIMIT: more rows than a run may write. */
int sa_snapshot_open(const char *path, struct sa_snapshot **ret, struct sa_error *err) SA_NODISCARD;

/** Marks the run as ended. After the call the snapshot can only be read; a connection got from
 *  sa_snapshot_db() before it is closed. */
int sa_snapshot_finish(struct sa_snapshot *snapshot, bool interrupted,
                       struct sa_error *err) SA_NODISCARD;
void sa_snapshot_close(struct sa_snapshot *snapshot); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_snapshot, sa_snapshot_close)

/** Borrowed. For readers (evaluation, reports, query); writers use batches. */
struct sqlite3 *sa_snapshot_db(struct sa_snapshot *snapshot);
const char *sa_snapshot_path(const struct sa_snapshot *snapshot);
const char *sa_snapshot_run_id(const struct sa_snapshot *snapshot);

struct sa_target_info {
    const char *name;          /**< unique in the run */
    const char *kind;          /**< "forest"; NULL or "server" */
    const char *declared_role; /**< "active", "staging" or NULL */
    const char *pair;          /**< or NULL */
    const char *location;
};
int sa_snapshot_add_target(struct sa_snapshot *snapshot, const struct sa_target_info *target,
                           int64_t *ret_id, struct sa_error *err) SA_NODISCARD;

/** A value for one column. */
struct sa_value {
    enum { SA_VALUE_NULL, SA_VALUE_INT, SA_VALUE_TEXT } type;
    int64_t integer;
    const char *text; /**< borrowed for the call; NULL is stored as NULL */
};
#define SA_TEXT(t) ((struct sa_value){.type = SA_VALUE_TEXT, .text = (t)})
#define SA_INT(i)  ((struct sa_value){.type = SA_VALUE_INT, .integer = (i)})
#define SA_NULL    ((struct sa_value){.type = SA_VALUE_NULL})
/** A count or flag that is NULL when negative (the source did not say). */
#define SA_INT_OR_NULL(i) ((i) < 0 ? SA_NULL : SA_INT(i))

/** Starts the batch of one (target, source). One batch at a time per snapshot. */
int sa_batch_begin(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                   struct sa_batch **ret, struct sa_error *err) SA_NODISCARD;

/** Stores the raw bytes (compressed) that facts are read from. Evidence stored before the first fact
 *  survives sa_batch_fail(). */
int sa_batch_evidence(struct sa_batch *batch, const char *name, const void *bytes, size_t len,
                      int64_t *ret_id, struct sa_error *err) SA_NODISCARD;

/** Inserts one row. `sql` is a string literal "INSERT INTO table (columns) VALUES (?, ...)"; the
 *  statement is prepared once per literal. `ret_id` (may be NULL) receives the row id. */
int sa_batch_insert(struct sa_batch *batch, const char *sql, const struct sa_value *values,
                    size_t count, int64_t *ret_id, struct sa_error *err) SA_NODISCARD;
#define SA_INSERT(batch, ret_id, err, sql, ...)                                               \
    sa_batch_insert((batch), (sql), (const struct sa_value[]){__VA_ARGS__},                   \
                    sizeof((const struct sa_value[]){__VA_ARGS__}) / sizeof(struct sa_value), \
                    (ret_id), (err))

/** Writes the coverage row 'ok' and commits. Frees the batch also on failure. */
int sa_batch_commit(struct sa_batch *batch, struct sa_error *err) SA_NODISCARD;
/** Takes the facts back, keeps evidence that was stored before the first of them, and writes a coverage
 *  row that tells `why`. Frees the batch. NULL does nothing. */
int sa_batch_fail(struct sa_batch *batch, const struct sa_error *why,
                  struct sa_error *err) SA_NODISCARD;
/** Rolls back without a trace. Frees the batch. NULL is allowed. */
void sa_batch_abort(struct sa_batch *batch);

/** A source that could not even be begun. */
int sa_coverage_record(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                       const struct sa_error *why, struct sa_error *err) SA_NODISCARD;

/** How many sources of a target were collected. */
int sa_coverage_count(struct sa_snapshot *snapshot, int64_t target_id, size_t *ret,
                      struct sa_error *err) SA_NODISCARD;

/** One remote operation; `protocol` is dns, cldap, ldap, kerberos, http, wsman or psrp. Written by itself, at once, so that
 *  also a killed run says what it did; not while the calling thread holds a batch. */
struct sa_footprint {
    const char *protocol, *server, *operation, *detail;
    int status;
    long long code;
    size_t entries, bytes;
    int64_t started_at, elapsed_ms;
};
int sa_footprint_record(struct sa_snapshot *snapshot, int64_t target_id,
                        const struct sa_footprint *footprint, size_t count,
                        struct sa_error *err) SA_NODISCARD;

/** Evidence by id, decompressed and checked against its SHA-256. The caller frees `*ret_bytes`.
 *  SA_E_NOT_FOUND, SA_E_PROTOCOL (digest differs), SA_E_LIMIT. */
int sa_evidence_read(struct sa_snapshot *snapshot, int64_t evidence_id, char **ret_bytes,
                     size_t *ret_len, struct sa_error *err) SA_NODISCARD;
#endif
