/* SPDX-License-Identifier: Apache-2.0 */
/* The snapshot file: create, open, targets, finish, close. Batches are in batch.c, raw evidence in
 * evidence.c, the tables in schema.sql.
 *
 * Durability: the schema and run row are one transaction with a rollback journal: a process killed while
 * creating leaves a file that holds no tables at all, which opening reports as an unfinished start. While
 * facts are written the file is in WAL mode, where a commit is one write: what has been committed
 * survives the process, however it ends. Finishing goes back to a rollback journal, so that a finished
 * snapshot is one file that can be copied, hashed and signed. sa_snapshot_open() lets SQLite take over what a killed
 * writer left, and only then reads. Where the folder is not writable and nothing lies beside it, it opens
 * a finished snapshot read-only at once.
 *
 * Opening trusts nothing: the file may come from another workstation. The bytes of its header and the
 * files beside it are looked at before SQLite is: a journal can name another file, which SQLite would
 * remove, and a WAL holds rows that the file's hash does not cover, so it is taken only for a run that has
 * not ended. Schema version, tables and sizes are compared with what this program would have written; the
 * schema is not allowed to run functions (TRUSTED_SCHEMA off, DEFENSIVE on). */
#include "syncaudit/snapshot.h"

#include <errno.h>
#include <sys/random.h>

#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "facts.h"

extern const struct sa_resource sa_facts_resources[];

int sa_run_id_draw(char id[SA_RUN_ID_SIZE], struct sa_error *err)
{
    unsigned char bytes[(SA_RUN_ID_SIZE - 1) / 2];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return sa_fail_errno(err, errno, "cannot draw a run id");
    for (size_t i = 0; i < sizeof bytes; i++)
        (void)snprintf(id + 2 * i, 3, "%02x", bytes[i]);
    return 0;
}

int facts_configure(sqlite3 *db, struct sa_error *err)
{
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)NULL);
    (void)sqlite3_extended_result_codes(db, 1);
    (void)sqlite3_busy_timeout(db, 5000);
    return sa_sql_exec(db,
                       "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                       "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;",
                       "set up the snapshot", err);
}

int facts_new_handle(const char *path, struct sa_snapshot **ret, struct sa_error *err)
{
    struct sa_snapshot *snapshot = calloc(1, sizeof *snapshot);
    if (!snapshot)
        return sa_fail_nomem(err);
    snapshot->path = strdup(path);
    if (!snapshot->path) {
        free(snapshot);
        return sa_fail_nomem(err);
    }
    (void)pthread_mutex_init(&snapshot->batch, NULL);
    *ret = snapshot;
    return 0;
}

/* Opens SQLite's handle. A failure names the file. A relative path is given as "./path": a library
 * that was built with SQLITE_USE_URI would take "file:name" for a URI and open another file. */
int facts_open_db(struct sa_snapshot *snapshot, int flags, struct sa_error *err)
{
    char *path = NULL;
    bool bare = snapshot->path[0] == '/' || strcmp(snapshot->path, ":memory:") == 0;
    if (asprintf(&path, "%s%s", bare ? "" : "./", snapshot->path) < 0)
        return sa_fail_nomem(err);
    int code = sqlite3_open_v2(path, &snapshot->db, flags, NULL);
    free(path);
    if (code == SQLITE_OK)
        return 0;
    int r = snapshot->db ? sa_sql_fail(snapshot->db, "open the snapshot", err) : sa_fail_nomem(err);
    sa_place(err, snapshot->path, 0, 0);
    return r;
}

void facts_close_db(struct sa_snapshot *snapshot)
{
    sa_snapshot_drop_statements(snapshot);
    (void)sqlite3_close(snapshot->db);
    snapshot->db = NULL;
}

static int write_run_row(struct sa_snapshot *snapshot, const struct sa_run_info *run,
                         struct sa_error *err)
{
    char now[SA_TIME_TEXT_SIZE];
    sa_time_format(sa_time_now(), now);
    const struct sa_value values[] = {
        SA_TEXT(snapshot->run_id),      SA_TEXT(now),
        SA_TEXT(run->tool_version),     SA_TEXT(run->catalogue_version),
        SA_TEXT(run->catalogue_sha256), SA_TEXT(run->operator_name),
        SA_TEXT(run->workstation),
    };
    return sa_snapshot_execute(snapshot,
                               "INSERT INTO run (id, started_at, tool_version, catalogue_version,"
                               " catalogue_sha256, operator, workstation)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)",
                               values, SA_COUNT(values), err);
}

static int write_schema(struct sa_snapshot *snapshot, const struct sa_run_info *run,
                        struct sa_error *err)
{
    char stamp[128];
    (void)snprintf(stamp, sizeof stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                   SA_SNAPSHOT_APPLICATION_ID, SA_SNAPSHOT_SCHEMA_VERSION);
    int r = sa_sql_exec(snapshot->db, "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE;",
                        "start the snapshot", err);
    if (r == 0)
        r = sa_sql_exec(snapshot->db, (const char *)sa_facts_resources[0].data, "create the tables",
                        err);
    if (r == 0)
        r = sa_sql_exec(snapshot->db, stamp, "stamp the snapshot", err);
    if (r == 0)
        r = write_run_row(snapshot, run, err);
    if (r == 0)
        r = sa_sql_exec(snapshot->db, "COMMIT", "write the snapshot", err);
    if (r < 0)
        sa_place(err, snapshot->path, 0, 0);
    return r;
}

/* From here on a commit is one write, which the system keeps when the process is killed. The file is this
 * connection's alone, so that there is no file of shared memory beside it. A system that has no WAL goes on
 * with the rollback journal. */
static int begin_wal(struct sa_snapshot *snapshot, struct sa_error *err)
{
    return sa_sql_exec(snapshot->db,
                       "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
                       "PRAGMA synchronous = NORMAL;",
                       "start the snapshot", err);
}

int facts_end_wal(struct sa_snapshot *snapshot, struct sa_error *err)
{
    sa_snapshot_drop_statements(snapshot);
    return sa_sql_exec(snapshot->db,
                       "PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE;"
                       "PRAGMA locking_mode = NORMAL;",
                       "finish the snapshot", err);
}

int sa_snapshot_create(const char *path, bool overwrite, const struct sa_run_info *run,
                       struct sa_snapshot **ret, struct sa_error *err)
{
    struct sa_snapshot *snapshot = NULL;
    int r = facts_claim_file(path, overwrite, err);
    if (r < 0)
        return r;
    r = facts_new_handle(path, &snapshot, err);
    if (r < 0)
        return r;
    if (run->id[0])
        memcpy(snapshot->run_id, run->id, sizeof snapshot->run_id);
    else
        r = sa_run_id_draw(snapshot->run_id, err);
    if (r == 0)
        r = facts_open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0)
        r = facts_configure(snapshot->db, err);
    if (r == 0)
        r = write_schema(snapshot, run, err);
    if (r == 0)
        r = begin_wal(snapshot, err);
    if (r < 0) {
        sa_snapshot_close(snapshot);
        return r;
    }
    *ret = snapshot;
    return 0;
}

int sa_snapshot_add_target(struct sa_snapshot *snapshot, const struct sa_target_info *target,
                           int64_t *ret_id, struct sa_error *err)
{
    const struct sa_value values[] = {
        SA_TEXT(target->name),          SA_TEXT(target->kind != NULL ? target->kind : "server"),
        SA_TEXT(target->declared_role), SA_TEXT(target->pair),
        SA_TEXT(target->location),
    };
    int r = facts_enter(snapshot, err);
    if (r < 0)
        return r;
    r = sa_snapshot_execute(snapshot,
                            "INSERT INTO target (name, kind, declared_role, pair, location)"
                            " VALUES (?, ?, ?, ?, ?)",
                            values, SA_COUNT(values), err);
    if (r == 0)
        *ret_id = sqlite3_last_insert_rowid(snapshot->db);
    int left = facts_leave(snapshot, r == 0, r == 0 ? err : NULL);
    return r < 0 ? r : left;
}

/* From here on the file is only read: a new connection that cannot write. A snapshot in memory has no
 * second connection and stays as it is. */
static int reopen_read_only(struct sa_snapshot *snapshot, struct sa_error *err)
{
    if (strcmp(snapshot->path, ":memory:") == 0)
        return 0;
    facts_close_db(snapshot);
    int r = facts_open_db(snapshot, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, err);
    return r < 0 ? r : facts_configure(snapshot->db, err);
}

int sa_snapshot_finish(struct sa_snapshot *snapshot, bool interrupted, struct sa_error *err)
{
    char now[SA_TIME_TEXT_SIZE];
    sa_time_format(sa_time_now(), now);
    const struct sa_value values[] = {SA_TEXT(now), SA_INT(interrupted ? 1 : 0)};
    (void)pthread_mutex_lock(&snapshot->batch);
    int r = facts_end_wal(snapshot, err);
    if (r == 0)
        r = sa_snapshot_execute(snapshot, "UPDATE run SET finished_at = ?, interrupted = ?", values,
                                SA_COUNT(values), err);
    if (r == 0)
        r = reopen_read_only(snapshot, err);
    (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

void sa_snapshot_close(struct sa_snapshot *snapshot)
{
    if (!snapshot)
        return;
    facts_close_db(snapshot);
    sa_snapshot_drop_compressor(snapshot);
    (void)pthread_mutex_destroy(&snapshot->batch);
    free(snapshot->path);
    free(snapshot);
}

struct sqlite3 *sa_snapshot_db(struct sa_snapshot *snapshot)
{
    return snapshot->db;
}

const char *sa_snapshot_path(const struct sa_snapshot *snapshot)
{
    return snapshot->path;
}

const char *sa_snapshot_run_id(const struct sa_snapshot *snapshot)
{
    return snapshot->run_id;
}
