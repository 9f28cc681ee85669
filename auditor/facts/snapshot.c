/* SPDX-License-Identifier: Apache-2.0 */
/* The snapshot file: create, open, targets, finish, close. Batches are in batch.c, raw evidence in
 * evidence.c, the tables in schema.sql.
 *
 * Durability: rollback journal (so that a finished snapshot is one file that can be copied, hashed and
 * signed), synchronous=FULL, and the schema and run row are one transaction: a process killed while
 * creating leaves a file that holds no tables at all, which opening reports as an unfinished start.
 * A killed writer leaves a hot journal; sa_snapshot_open() opens read-write first, so that SQLite rolls
 * it back, and only then reads. Where the folder is not writable and no journal lies there, it opens
 * read-only at once.
 *
 * Opening trusts nothing: the file may come from another workstation. Its application id and schema
 * version are compared before anything is read, the schema is not allowed to run functions
 * (TRUSTED_SCHEMA off, DEFENSIVE on), and every table that checks read must be there. */
#include "syncaudit/snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "syncaudit/limits.h"
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

static int configure(sqlite3 *db, struct sa_error *err)
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

static int new_handle(const char *path, struct sa_snapshot **ret, struct sa_error *err)
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

/* Opens SQLite's handle. A failure names the file. */
static int open_db(struct sa_snapshot *snapshot, int flags, struct sa_error *err)
{
    if (sqlite3_open_v2(snapshot->path, &snapshot->db, flags, NULL) == SQLITE_OK)
        return 0;
    int r = snapshot->db ? sa_sql_fail(snapshot->db, "open the snapshot", err) : sa_fail_nomem(err);
    sa_place(err, snapshot->path, 0, 0);
    return r;
}

static void close_db(struct sa_snapshot *snapshot)
{
    sa_snapshot_drop_statements(snapshot);
    (void)sqlite3_close(snapshot->db);
    snapshot->db = NULL;
}

/* Makes sure that we, and nobody else, make the file, readable by its owner only: it describes how a
 * directory can be attacked. */
static int claim_file(const char *path, bool overwrite, struct sa_error *err)
{
    if (strcmp(path, ":memory:") == 0)
        return 0;
    if (overwrite) {
        char journal[4096];
        int n = snprintf(journal, sizeof journal, "%s-journal", path);
        /* A journal left beside an old file would be played into the new one. */
        if (n > 0 && (size_t)n < sizeof journal && unlink(journal) < 0 && errno != ENOENT)
            return sa_fail_errno(err, errno, "cannot remove '%s'", journal);
        if (unlink(path) < 0 && errno != ENOENT)
            return sa_fail_errno(err, errno, "cannot replace the snapshot '%s'", path);
    }
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 && errno == EEXIST) {
        sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "the snapshot '%s' exists already",
                path);
        sa_hint(err, "name another file, or say --overwrite");
        return SA_E_EXISTS;
    }
    if (fd < 0) {
        int r = sa_fail_errno(err, errno, "cannot create the snapshot '%s'", path);
        sa_hint(err, "name a file in a folder that you may write to: --snapshot FILE");
        return r;
    }
    (void)close(fd);
    return 0;
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

int sa_snapshot_create(const char *path, bool overwrite, const struct sa_run_info *run,
                       struct sa_snapshot **ret, struct sa_error *err)
{
    struct sa_snapshot *snapshot = NULL;
    int r = claim_file(path, overwrite, err);
    if (r < 0)
        return r;
    r = new_handle(path, &snapshot, err);
    if (r < 0)
        return r;
    if (run->id[0])
        memcpy(snapshot->run_id, run->id, sizeof snapshot->run_id);
    else
        r = sa_run_id_draw(snapshot->run_id, err);
    if (r == 0)
        r = open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0)
        r = configure(snapshot->db, err);
    if (r == 0)
        r = write_schema(snapshot, run, err);
    if (r < 0) {
        sa_snapshot_close(snapshot);
        return r;
    }
    *ret = snapshot;
    return 0;
}

/* Reads one integer pragma. */
static int pragma_value(sqlite3 *db, const char *sql, int64_t *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "read the snapshot's header", &statement, err);
    if (r < 0)
        return r;
    r = sa_sql_step(statement, "read the snapshot's header", err);
    if (r < 0)
        return r;
    *ret = r == 1 ? sqlite3_column_int64(statement, 0) : 0;
    return 0;
}

/* Is it ours, and of a schema that we know? */
static int check_header(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int64_t application = 0;
    int64_t version = 0;
    int64_t tables = 0;
    int r = pragma_value(snapshot->db, "PRAGMA application_id", &application, err);
    if (r == 0)
        r = pragma_value(snapshot->db, "PRAGMA user_version", &version, err);
    if (r == 0)
        r = pragma_value(snapshot->db, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (r < 0) {
        if ((sqlite3_errcode(snapshot->db) & 0xff) == SQLITE_NOTADB) {
            sa_fail(err, SA_E_INPUT, SA_DOMAIN_SQLITE, SQLITE_NOTADB, "this is no snapshot: %s",
                    "the file is not an SQLite database");
            sa_hint(err, "name the file that 'syncaudit collect' or 'syncaudit audit' wrote");
            return SA_E_INPUT;
        }
        return r;
    }
    if (tables == 0) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                "the snapshot is empty: the run was cut off before it wrote anything");
        sa_hint(err, "collect again");
        return SA_E_INPUT;
    }
    if (application != SA_SNAPSHOT_APPLICATION_ID) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, application,
                "this is no snapshot of syncaudit but another program's SQLite database");
        sa_hint(err, "name the file that 'syncaudit collect' or 'syncaudit audit' wrote");
        return SA_E_INPUT;
    }
    if (version > SA_SNAPSHOT_SCHEMA_VERSION) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, version,
                "the snapshot has schema version %lld, this program knows versions up to %d",
                (long long)version, SA_SNAPSHOT_SCHEMA_VERSION);
        sa_hint(err, "read it with the version of syncaudit that wrote it, or a newer one");
        return SA_E_INPUT;
    }
    if (version < SA_SNAPSHOT_SCHEMA_VERSION)
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, version,
                       "the snapshot has schema version %lld, which no release has written",
                       (long long)version);
    return 0;
}

static int read_run_id(struct sa_snapshot *snapshot, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(snapshot->db, "SELECT id FROM run", "read the run", &statement, err);
    if (r < 0)
        return r;
    r = sa_sql_step(statement, "read the run", err);
    if (r < 0)
        return r;
    if (r == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the snapshot holds no run");
    (void)snprintf(snapshot->run_id, sizeof snapshot->run_id, "%s",
                   sa_sql_text_or_empty(statement, 0));
    return 0;
}

/* Lets SQLite finish what a killed writer left: with the right to write a hot journal is rolled
 * back on the first read. Failing to open for writing is no error yet. */
static void recover(struct sa_snapshot *snapshot)
{
    struct sa_error ignored = {0};
    int64_t version = 0;
    if (open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, &ignored) == 0)
        (void)pragma_value(snapshot->db, "PRAGMA schema_version", &version, &ignored);
    close_db(snapshot);
}

int sa_snapshot_open(const char *path, struct sa_snapshot **ret, struct sa_error *err)
{
    struct stat file;
    if (stat(path, &file) < 0) {
        int r = sa_fail_errno(err, errno, "cannot open the snapshot '%s'", path);
        return r;
    }
    if (!S_ISREG(file.st_mode))
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "the snapshot '%s' is not a file", path);
    if (access(path, R_OK) < 0)
        return sa_fail_errno(err, errno, "cannot read the snapshot '%s'", path);

    struct sa_snapshot *snapshot = NULL;
    int r = new_handle(path, &snapshot, err);
    if (r < 0)
        return r;
    recover(snapshot);
    r = open_db(snapshot, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0)
        r = configure(snapshot->db, err);
    if (r == 0 || sqlite3_errcode(snapshot->db) == SQLITE_NOTADB)
        r = check_header(snapshot, err);
    if (r == 0)
        r = read_run_id(snapshot, err);
    if (r < 0) {
        if (err && !err->place[0])
            sa_place(err, path, 0, 0);
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
        SA_TEXT(target->name),
        SA_TEXT(target->declared_role),
        SA_TEXT(target->pair),
        SA_TEXT(target->location),
    };
    (void)pthread_mutex_lock(&snapshot->batch);
    int r = sa_snapshot_execute(snapshot,
                                "INSERT INTO target (name, kind, declared_role, pair, location)"
                                " VALUES (?, 'server', ?, ?, ?)",
                                values, SA_COUNT(values), err);
    if (r == 0)
        *ret_id = sqlite3_last_insert_rowid(snapshot->db);
    (void)pthread_mutex_unlock(&snapshot->batch);
    return r;
}

/* From here on the file is only read: a new connection that cannot write. A snapshot in memory has no
 * second connection and stays as it is. */
static int reopen_read_only(struct sa_snapshot *snapshot, struct sa_error *err)
{
    if (strcmp(snapshot->path, ":memory:") == 0)
        return 0;
    close_db(snapshot);
    int r = open_db(snapshot, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, err);
    return r < 0 ? r : configure(snapshot->db, err);
}

int sa_snapshot_finish(struct sa_snapshot *snapshot, bool interrupted, struct sa_error *err)
{
    char now[SA_TIME_TEXT_SIZE];
    sa_time_format(sa_time_now(), now);
    const struct sa_value values[] = {SA_TEXT(now), SA_INT(interrupted ? 1 : 0)};
    (void)pthread_mutex_lock(&snapshot->batch);
    int r = sa_snapshot_execute(snapshot, "UPDATE run SET finished_at = ?, interrupted = ?", values,
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
    close_db(snapshot);
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
