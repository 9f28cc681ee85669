/* SPDX-License-Identifier: Apache-2.0 */
/* What snapshot.c, batch.c and evidence.c share. */
#ifndef SYNCAUDIT_FACTS_FACTS_H
#define SYNCAUDIT_FACTS_FACTS_H
#include <pthread.h>
#include <sqlite3.h>

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

/* Handles (snapshot.c) */
int facts_new_handle(const char *path, struct sa_snapshot **ret, struct sa_error *err) SA_NODISCARD;
/** Opens SQLite's handle. A failure names the file. */
int facts_open_db(struct sa_snapshot *snapshot, int flags, struct sa_error *err) SA_NODISCARD;
void facts_close_db(struct sa_snapshot *snapshot);
/** Nothing in a file can run code, whoever wrote it. */
int facts_configure(sqlite3 *db, struct sa_error *err) SA_NODISCARD;
/** Brings what is in the WAL into the file, and goes back to a rollback journal. */
int facts_end_wal(struct sa_snapshot *snapshot, struct sa_error *err) SA_NODISCARD;

/* Files (file.c) */
/** Makes sure that we, and nobody else, make the file, readable by its owner only: it describes how a
 * directory can be attacked. */
int facts_claim_file(const char *path, bool overwrite, struct sa_error *err) SA_NODISCARD;
/** Is it ours? `*ret_wal`: is it in WAL mode, as a writer that was killed leaves it? An empty file passes. */
int facts_check_header(const char *path, bool *ret_wal, struct sa_error *err) SA_NODISCARD;
/** Is what lies beside it what SQLite may act upon? `*ret_log`: there is a WAL. */
int facts_check_beside(const char *path, bool wal, bool *ret_log,
                       struct sa_error *err) SA_NODISCARD;
int facts_refuse_foreign(struct sa_error *err);

/** Prepared statement for a literal; borrowed from the snapshot, reset and unbound. */
int sa_snapshot_statement(struct sa_snapshot *snapshot, const char *sql, sqlite3_stmt **ret,
                          struct sa_error *err) SA_NODISCARD;
/** Binds, steps a statement that gives no rows, resets it. */
int sa_snapshot_execute(struct sa_snapshot *snapshot, const char *sql,
                        const struct sa_value *values, size_t count,
                        struct sa_error *err) SA_NODISCARD;
/** Begins to write: waits for its turn and begins a transaction. Ends with facts_leave(), unless it failed. */
int facts_enter(struct sa_snapshot *snapshot, struct sa_error *err) SA_NODISCARD;
/** Commits what was written since, or takes it back, and lets the next one in. */
int facts_leave(struct sa_snapshot *snapshot, bool keep, struct sa_error *err);
/** Finalizes everything prepared: needed before the connection can be closed. */
void sa_snapshot_drop_statements(struct sa_snapshot *snapshot);
/** Frees the compressor. evidence.c */
void sa_snapshot_drop_compressor(struct sa_snapshot *snapshot);
#endif
