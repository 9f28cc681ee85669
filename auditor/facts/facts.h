/* SPDX-License-Identifier: Apache-2.0 */
/* What snapshot.c, batch.c and evidence.c share. */
#ifndef SYNCAUDIT_FACTS_FACTS_H
#define SYNCAUDIT_FACTS_FACTS_H
#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>

#include "syncaudit/datetime.h"
#include "syncaudit/snapshot.h"

#define SA_SNAPSHOT_STATEMENTS 128

/* A prepared statement, found again by the address of its text: callers pass string literals. */
struct sa_cached_statement {
    const char *sql;
    sqlite3_stmt *statement;
};

struct sa_snapshot {
    sqlite3 *db;
    char *path;
    char run_id[SA_RUN_ID_SIZE];
    pthread_mutex_t batch; /* held from the begin of a batch to its end; guards what follows */
    atomic_uint waiting;   /* who wants to write next, or holds the snapshot; not guarded */
    bool is_open;          /* a transaction with batches that have ended */
    int64_t opened_ms;
    struct sa_error broken; /* batches that had ended are lost: nothing more is written */
    struct sa_cached_statement statements[SA_SNAPSHOT_STATEMENTS];
    size_t statement_count;
    struct ZSTD_CCtx_s *compressor; /* of evidence.c; NULL until it is needed */
};

struct sa_batch {
    struct sa_snapshot *snapshot;
    int64_t target_id;
    char *source;
    int64_t rows;
    bool facts_begun; /* a savepoint stands between the evidence and the facts */
    char started_at[SA_TIME_TEXT_SIZE];
};

/** Prepared statement for a literal; borrowed from the snapshot, reset and unbound. */
int sa_snapshot_statement(struct sa_snapshot *snapshot, const char *sql, sqlite3_stmt **ret,
                          struct sa_error *err) SA_NODISCARD;
/** Binds, steps a statement that gives no rows, resets it. */
int sa_snapshot_execute(struct sa_snapshot *snapshot, const char *sql,
                        const struct sa_value *values, size_t count,
                        struct sa_error *err) SA_NODISCARD;
/** Begins to write: waits for its turn, opens the transaction unless the one before left it open, and sets
 * a savepoint. Ends with facts_leave(), unless it failed. */
int facts_enter(struct sa_snapshot *snapshot, struct sa_error *err) SA_NODISCARD;
/** Keeps what was written since, or not, and commits when nobody else is about to write. */
int facts_leave(struct sa_snapshot *snapshot, bool keep, struct sa_error *err);
/** Takes turns without writing. */
void facts_lock(struct sa_snapshot *snapshot);
int facts_unlock(struct sa_snapshot *snapshot, struct sa_error *err);
/** Commits what is open. The caller has the lock. */
int facts_flush(struct sa_snapshot *snapshot, struct sa_error *err);
/** Finalizes everything prepared: needed before the connection can be closed. */
void sa_snapshot_drop_statements(struct sa_snapshot *snapshot);
/** Frees the compressor. evidence.c */
void sa_snapshot_drop_compressor(struct sa_snapshot *snapshot);
#endif
