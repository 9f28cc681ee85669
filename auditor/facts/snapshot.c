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
 * Opening trusts nothing: the file may come from another workstation. The bytes of its header and the
 * files beside it are looked at before SQLite is: a journal can name another file, which SQLite would
 * remove, and a WAL holds rows that the file's hash does not cover. Then schema version, tables and
 * sizes are compared with what this program would have written; the schema is not allowed to run
 * functions (TRUSTED_SCHEMA off, DEFENSIVE on). */
#include "syncaudit/snapshot.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "syncaudit/limits.h"
#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "facts.h"

extern const struct sa_resource sa_facts_resources[];

/* The part of SQLite's file header that tells what a file is (sqlite.org/fileformat.html). */
#define HEADER_SIZE        72
#define HEADER_WRITE_MODE  18 /* 1: rollback journal, 2: WAL */
#define HEADER_READ_MODE   19
#define HEADER_APPLICATION 68
#define JOURNAL_MAGIC      "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#define JOURNAL_MAGIC_SIZE 8

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

/* Opens SQLite's handle. A failure names the file. A relative path is given as "./path": a library
 * that was built with SQLITE_USE_URI would take "file:name" for a URI and open another file. */
static int open_db(struct sa_snapshot *snapshot, int flags, struct sa_error *err)
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

static void close_db(struct sa_snapshot *snapshot)
{
    sa_snapshot_drop_statements(snapshot);
    (void)sqlite3_close(snapshot->db);
    snapshot->db = NULL;
}

/* Reads the first bytes of a regular file, opened with `flags` more. *ret_len is 0 when it is empty.
 * ELOOP and what is no regular file come back as SA_E_INPUT. */
static int read_header(const char *path, int flags, unsigned char header[HEADER_SIZE],
                       size_t *ret_len, struct sa_error *err)
{
    struct stat file;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags);
    if (fd < 0 && errno != ELOOP)
        return sa_fail_errno(err, errno, "cannot read the snapshot '%s'", path);
    if (fd < 0 || fstat(fd, &file) < 0 || !S_ISREG(file.st_mode)) {
        if (fd >= 0)
            (void)close(fd);
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "the snapshot '%s' is not a file", path);
    }
    ssize_t n = pread(fd, header, HEADER_SIZE, 0);
    int problem = errno;
    (void)close(fd);
    if (n < 0)
        return sa_fail_errno(err, problem, "cannot read the snapshot '%s'", path);
    *ret_len = (size_t)n;
    return 0;
}

static bool is_sqlite(const unsigned char *header, size_t len)
{
    static const char magic[] = "SQLite format 3"; /* with its NUL */
    return len == HEADER_SIZE && memcmp(header, magic, sizeof magic) == 0;
}

static uint32_t application_of(const unsigned char *header)
{
    const unsigned char *at = header + HEADER_APPLICATION;
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static int path_beside(const char *path, const char *suffix, char ret[PATH_MAX],
                       struct sa_error *err)
{
    int n = snprintf(ret, PATH_MAX, "%s%s", path, suffix);
    if (n < 0 || n >= PATH_MAX)
        return sa_fail_errno(err, ENAMETOOLONG, "cannot use the snapshot '%s'", path);
    return 0;
}

static int refuse_to_replace(const char *path, struct sa_error *err)
{
    sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "'%s' is no snapshot and is not replaced",
            path);
    sa_hint(err, "name another file, or move this one away");
    return SA_E_EXISTS;
}

/* Is it what a killed writer leaves? SQLite writes zeros first and the magic when the rest is safe. */
static bool is_left_journal(const char *path)
{
    static const char zeros[JOURNAL_MAGIC_SIZE];
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    struct sa_error ignored = {0};
    if (read_header(path, O_NOFOLLOW, header, &len, &ignored) < 0)
        return false;
    return len == 0 ||
           (len >= JOURNAL_MAGIC_SIZE && (memcmp(header, JOURNAL_MAGIC, JOURNAL_MAGIC_SIZE) == 0 ||
                                          memcmp(header, zeros, JOURNAL_MAGIC_SIZE) == 0));
}

/* Removes an old snapshot and its journal, and nothing else: a mistyped name must not cost a file. */
static int remove_old(const char *path, struct sa_error *err)
{
    unsigned char header[HEADER_SIZE] = {0};
    char journal[PATH_MAX];
    struct stat file;
    size_t len = 0;
    int r = read_header(path, O_NOFOLLOW, header, &len, err);
    if (r == SA_E_NOT_FOUND)
        return 0;
    if (r == SA_E_INPUT ||
        (r == 0 && len > 0 &&
         (!is_sqlite(header, len) || application_of(header) != SA_SNAPSHOT_APPLICATION_ID)))
        return refuse_to_replace(path, err);
    if (r == 0)
        r = path_beside(path, "-journal", journal, err);
    if (r < 0)
        return r;
    if (lstat(journal, &file) == 0) {
        if (!is_left_journal(journal))
            return refuse_to_replace(journal, err);
        if (unlink(journal) < 0 && errno != ENOENT)
            return sa_fail_errno(err, errno, "cannot remove '%s'", journal);
    }
    if (unlink(path) < 0 && errno != ENOENT)
        return sa_fail_errno(err, errno, "cannot replace the snapshot '%s'", path);
    return 0;
}

/* SQLite removes what lies beside a new file: only a journal may be left there. */
static int check_room_beside(const char *path, struct sa_error *err)
{
    static const char *const suffixes[] = {"-journal", "-wal"};
    for (size_t i = 0; i < SA_COUNT(suffixes); i++) {
        char beside[PATH_MAX];
        struct stat file;
        int r = path_beside(path, suffixes[i], beside, err);
        if (r < 0)
            return r;
        if (lstat(beside, &file) == 0 && (i > 0 || !is_left_journal(beside)))
            return refuse_to_replace(beside, err);
    }
    return 0;
}

/* Makes sure that we, and nobody else, make the file, readable by its owner only: it describes how a
 * directory can be attacked. */
static int claim_file(const char *path, bool overwrite, struct sa_error *err)
{
    struct stat file;
    if (strcmp(path, ":memory:") == 0)
        return 0;
    int r = overwrite ? remove_old(path, err) : 0;
    if (r == 0 && lstat(path, &file) < 0)
        r = check_room_beside(path, err);
    if (r < 0)
        return r;
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0 && errno == EEXIST) {
        sa_fail(err, SA_E_EXISTS, SA_DOMAIN_ERRNO, EEXIST, "the snapshot '%s' exists already",
                path);
        sa_hint(err, "name another file, or say --overwrite");
        return SA_E_EXISTS;
    }
    if (fd < 0) {
        r = sa_fail_errno(err, errno, "cannot create the snapshot '%s'", path);
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

#define OUR_FILE_HINT "name the file that 'syncaudit collect' or 'syncaudit audit' wrote"

static int refuse_foreign(struct sa_error *err)
{
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_SQLITE, SQLITE_NOTADB,
            "this is no snapshot: the file is not an SQLite database");
    sa_hint(err, OUR_FILE_HINT);
    return SA_E_INPUT;
}

/* Is it ours, and in a mode that is read from this one file? An empty file is left to check_version(). */
static int check_header(const char *path, struct sa_error *err)
{
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    int r = read_header(path, 0, header, &len, err);
    if (r == SA_E_NOT_FOUND)
        sa_hint(err, "check the path; 'syncaudit collect' writes a snapshot");
    else if (r == SA_E_INPUT)
        sa_hint(err, OUR_FILE_HINT);
    else if (r == SA_E_DENIED)
        sa_hint(err, "read it with the account that collected it, or give yours the right");
    if (r < 0 || len == 0)
        return r;
    if (!is_sqlite(header, len))
        return refuse_foreign(err);
    if (application_of(header) != SA_SNAPSHOT_APPLICATION_ID) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, application_of(header),
                "this is no snapshot of syncaudit but another program's SQLite database");
        sa_hint(err, OUR_FILE_HINT);
        return SA_E_INPUT;
    }
    if (header[HEADER_WRITE_MODE] != 1 || header[HEADER_READ_MODE] != 1) {
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, header[HEADER_READ_MODE],
                "the snapshot is in WAL mode, in which no release writes");
        sa_hint(err, "collect again, or ask for the file as it was collected");
        return SA_E_PROTOCOL;
    }
    return 0;
}

/* A journal that ends in the magic number names a super-journal before it; SQLite removes that file
 * when it has rolled back. Our own writer has one database and never writes that. */
static int check_journal(const char *journal, struct sa_error *err)
{
    char end[JOURNAL_MAGIC_SIZE] = {0};
    struct stat file;
    int fd = open(journal, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return 0;
    if (fd < 0 && errno != ELOOP)
        return sa_fail_errno(err, errno, "cannot read '%s'", journal);
    bool regular = fd >= 0 && fstat(fd, &file) == 0 && S_ISREG(file.st_mode);
    bool long_enough = regular && file.st_size >= JOURNAL_MAGIC_SIZE;
    ssize_t n = long_enough ? pread(fd, end, sizeof end, file.st_size - JOURNAL_MAGIC_SIZE) : 0;
    int problem = errno;
    if (fd >= 0)
        (void)close(fd);
    if (n < 0)
        return sa_fail_errno(err, problem, "cannot read '%s'", journal);
    if (!regular)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the journal beside the snapshot is no file");
    else if (memcmp(end, JOURNAL_MAGIC, JOURNAL_MAGIC_SIZE) == 0)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the journal beside the snapshot names another file");
    else
        return 0;
    sa_hint(err, "collect again, or remove '%s' if the snapshot came from somebody else", journal);
    return SA_E_PROTOCOL;
}

/* SQLite looks beside the file that a link leads to, not beside the link. */
static int check_beside(const char *path, struct sa_error *err)
{
    char real[PATH_MAX];
    char beside[PATH_MAX];
    struct stat file;
    if (!realpath(path, real))
        return sa_fail_errno(err, errno, "cannot open the snapshot '%s'", path);
    int r = path_beside(real, "-wal", beside, err);
    if (r < 0)
        return r;
    if (lstat(beside, &file) == 0) {
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "a write-ahead log lies beside the snapshot, which no release writes");
        sa_hint(err, "find out who opened the snapshot with another program, or remove '%s'",
                beside);
        return SA_E_PROTOCOL;
    }
    r = path_beside(real, "-journal", beside, err);
    return r < 0 ? r : check_journal(beside, err);
}

/* Lets SQLite finish what a killed writer left: with the right to write a hot journal is rolled
 * back on the first read. Failing to open for writing is no error yet. */
static int recover(struct sa_snapshot *snapshot, struct sa_error *err)
{
    struct sa_error ignored = {0};
    int64_t version = 0;
    int r = check_header(snapshot->path, err);
    if (r == 0)
        r = check_beside(snapshot->path, err);
    if (r < 0)
        return r;
    if (open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, &ignored) == 0)
        (void)pragma_value(snapshot->db, "PRAGMA schema_version", &version, &ignored);
    close_db(snapshot);
    return check_header(snapshot->path, err); /* what was rolled back may be the header */
}

/* Of a version that we know? */
static int check_version(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int64_t version = 0;
    int64_t tables = 0;
    int r = pragma_value(snapshot->db, "PRAGMA user_version", &version, err);
    if (r == 0)
        r = pragma_value(snapshot->db, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (r < 0)
        return (sqlite3_errcode(snapshot->db) & 0xff) == SQLITE_NOTADB ? refuse_foreign(err) : r;
    if (tables == 0) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                "the snapshot is empty: the run was cut off before it wrote anything");
        sa_hint(err, "collect again");
        return SA_E_INPUT;
    }
    if (version > SA_SNAPSHOT_SCHEMA_VERSION) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, version,
                "the snapshot has schema version %lld, this program knows versions up to %d",
                (long long)version, SA_SNAPSHOT_SCHEMA_VERSION);
        sa_hint(err, "read it with the version of syncaudit that wrote it, or a newer one");
        return SA_E_INPUT;
    }
    if (version < SA_SNAPSHOT_SCHEMA_VERSION) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, version,
                "the snapshot has schema version %lld, which no release has written",
                (long long)version);
        sa_hint(err, "collect again");
        return SA_E_INPUT;
    }
    return 0;
}

static void free_text(char **text)
{
    free(*text);
}

/* Takes out what SQLite's tokenizer does not see either: "--" comments and, but for one blank, white
 * space, both outside quotes. A comment of schema.sql may be mended without a new schema version. */
static void strip_comments(char *sql)
{
    char *to = sql;
    for (const char *at = sql; *at;) {
        if (at[0] == '-' && at[1] == '-') {
            at += strcspn(at, "\n");
        } else if (strchr(" \t\n\f\r", *at)) {
            at++;
            if (to > sql && to[-1] != ' ')
                *to++ = ' ';
        } else {
            size_t n = 1;
            if (strchr("'\"`[", *at)) {
                const char end[] = {(char)(*at == '[' ? ']' : *at), '\0'};
                n += strcspn(at + 1, end);
                n += at[n] != '\0';
            }
            memmove(to, at, n);
            to += n;
            at += n;
        }
    }
    *to = '\0';
}

/* 1: the same, 0: not. */
static int same_column(sqlite3_stmt *ours, sqlite3_stmt *theirs, int column, struct sa_error *err)
{
    if (sqlite3_column_type(ours, column) != sqlite3_column_type(theirs, column))
        return 0;
    const char *found = sa_sql_text_or_empty(theirs, column);
    if ((size_t)sqlite3_column_bytes(theirs, column) != strlen(found))
        return 0; /* something behind a NUL */
    SA_CLEANUP(free_text) char *a = strdup(sa_sql_text_or_empty(ours, column));
    SA_CLEANUP(free_text) char *b = strdup(found);
    if (!a || !b)
        return sa_fail_nomem(err); /* NOLINT(clang-analyzer-unix.Malloc): freed by its cleanup */
    strip_comments(a);
    strip_comments(b);
    return strcmp(a, b) == 0;
}

/* Compares the lists of tables and indices row by row. 1: the same. */
static int same_schema(sqlite3 *ours, sqlite3 *theirs, struct sa_error *err)
{
    static const char sql[] =
        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *expected = NULL;
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *found = NULL;
    int r = sa_sql_prepare(ours, sql, "list our tables", &expected, err);
    if (r == 0)
        r = sa_sql_prepare(theirs, sql, "list the snapshot's tables", &found, err);
    while (r == 0) {
        int more = sa_sql_step(expected, "list our tables", err);
        r = sa_sql_step(found, "list the snapshot's tables", err);
        if (more < 0 || r < 0)
            return more < 0 ? more : r;
        if (more != r)
            return 0;
        if (r == 0)
            return 1;
        r = 1;
        for (int column = 0; r == 1 && column < 4; column++)
            r = same_column(expected, found, column, err);
        if (r != 1)
            return r;
        r = 0;
    }
    return r;
}

/* Every table must be as this program writes it: a view or a generated column in its place would be
 * somebody else's code in each query. */
static int check_schema(struct sa_snapshot *snapshot, struct sa_error *err)
{
    sqlite3 *ours = NULL;
    int r = 0;
    if (sqlite3_open_v2(":memory:", &ours, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK)
        r = ours ? sa_sql_fail(ours, "compare the tables", err) : sa_fail_nomem(err);
    if (r == 0)
        r = sa_sql_exec(ours, (const char *)sa_facts_resources[0].data, "compare the tables", err);
    if (r == 0)
        r = same_schema(ours, snapshot->db, err);
    (void)sqlite3_close(ours);
    if (r != 0)
        return r < 0 ? r : 0;
    sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
            "the snapshot's tables are not those of schema version %d", SA_SNAPSHOT_SCHEMA_VERSION);
    sa_hint(err, "collect again, or ask for the file as it was collected");
    return SA_E_PROTOCOL;
}

static const struct bounded_table {
    const char *what;
    const char *table;
    const char *parent; /* whose row tells the target; NULL: the table's own */
    const char *key;
    int64_t limit; /* rows of one target */
} bounded_tables[] = {
    {"connectors",               "connector",           NULL,          NULL,           SA_LIMIT_CONNECTORS  },
    {"sync rules",               "sync_rule",           NULL,          NULL,           SA_LIMIT_RULES       },
    {"files",                    "evidence",            NULL,          NULL,           SA_LIMIT_EXPORT_FILES},
    {"parameters",               "global_parameter",    NULL,          NULL,           SA_LIMIT_ITEMS       },
    {"metaverse attributes",     "metaverse_attribute", NULL,          NULL,           SA_LIMIT_ITEMS       },
    {"metaverse class parts",    "metaverse_class",     NULL,          NULL,           SA_LIMIT_ITEMS       },
    {"connector settings",       "connector_setting",   "connector",   "connector_id", SA_LIMIT_ITEMS       },
    {"connector attributes",     "attribute_inclusion", "connector",   "connector_id", SA_LIMIT_ITEMS       },
    {"partitions",               "partition",           "connector",   "connector_id", SA_LIMIT_ITEMS       },
    {"run profiles",             "run_profile",         "connector",   "connector_id", SA_LIMIT_ITEMS       },
    {"attribute flows",          "rule_mapping",        "sync_rule",   "rule_id",      SA_LIMIT_ITEMS       },
    {"scope conditions",         "rule_scope",          "sync_rule",   "rule_id",      SA_LIMIT_ITEMS       },
    {"join conditions",          "rule_join",           "sync_rule",   "rule_id",      SA_LIMIT_ITEMS       },
    {"parameters of the engine", "engine_parameter",    NULL,          NULL,           SA_LIMIT_ITEMS       },
    {"connectors of the engine", "engine_connector",    NULL,          NULL,           SA_LIMIT_CONNECTORS  },
    {"statistics",               "engine_statistics",   NULL,          NULL,           SA_LIMIT_CONNECTORS  },
    {"runs",                     "engine_run",          NULL,          NULL,           SA_LIMIT_RUNS        },
    {"run steps",                "engine_run_step",     "engine_run",  "run_id",       SA_LIMIT_ITEMS       },
    {"run errors",               "engine_run_error",    "engine_run",  "run_id",       SA_LIMIT_ITEMS       },
    {"folders",                  "host_folder",         NULL,          NULL,           SA_LIMIT_FOLDERS     },
    {"entries of access lists",  "host_folder_ace",     "host_folder", "folder_id",    SA_LIMIT_ITEMS       },
    {"user rights",              "host_user_right",     NULL,          NULL,           SA_LIMIT_ITEMS       },
};

static int refuse_size(int64_t n, const char *what, int64_t limit, struct sa_error *err)
{
    sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, n, "the snapshot holds %lld %s, more than %lld",
            (long long)n, what, (long long)limit);
    sa_hint(err, "no run writes that many: collect again");
    return SA_E_LIMIT;
}

/* What collecting bounds is bounded again: evaluation sizes its work by it. Rows that lead to no
 * target count as those of one more. */
static int check_sizes(struct sa_snapshot *snapshot, struct sa_error *err)
{
    char sql[384];
    int64_t n = 0;
    int r = pragma_value(snapshot->db, "SELECT count(*) FROM main.target", &n, err);
    if (r == 0 && n > SA_LIMIT_TARGETS)
        return refuse_size(n, "servers", SA_LIMIT_TARGETS, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(bounded_tables); i++) {
        const struct bounded_table *t = &bounded_tables[i];
        if (t->parent)
            (void)snprintf(sql, sizeof sql,
                           "SELECT max(n) FROM (SELECT sum(c) AS n FROM (SELECT %s AS k, count(*)"
                           " AS c FROM main.%s GROUP BY %s) LEFT JOIN main.%s AS p ON p.id = k"
                           " GROUP BY p.target_id)",
                           t->key, t->table, t->key, t->parent);
        else
            (void)snprintf(sql, sizeof sql,
                           "SELECT max(n) FROM (SELECT count(*) AS n FROM main.%s"
                           " GROUP BY target_id)",
                           t->table);
        r = pragma_value(snapshot->db, sql, &n, err);
        if (r == 0 && n > t->limit)
            return refuse_size(n, t->what, t->limit, err);
    }
    return r;
}

/* The id stands in names of files and in reports: nothing but the digits that we draw. */
static int read_run_id(struct sa_snapshot *snapshot, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r =
        sa_sql_prepare(snapshot->db, "SELECT id FROM main.run", "read the run", &statement, err);
    if (r < 0)
        return r;
    r = sa_sql_step(statement, "read the run", err);
    if (r < 0)
        return r;
    const char *id = r == 1 ? sa_sql_text_or_empty(statement, 0) : "";
    if (r == 0)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the snapshot holds no run");
    else if (sqlite3_column_bytes(statement, 0) != SA_RUN_ID_SIZE - 1 ||
             strspn(id, "0123456789abcdef") != SA_RUN_ID_SIZE - 1)
        sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the id of the snapshot's run is not %d lower-case hex digits", SA_RUN_ID_SIZE - 1);
    else {
        (void)snprintf(snapshot->run_id, sizeof snapshot->run_id, "%s", id);
        return 0;
    }
    sa_hint(err, "collect again, or ask for the file as it was collected");
    return SA_E_PROTOCOL;
}

int sa_snapshot_open(const char *path, struct sa_snapshot **ret, struct sa_error *err)
{
    struct sa_snapshot *snapshot = NULL;
    int r = new_handle(path, &snapshot, err);
    if (r < 0)
        return r;
    r = recover(snapshot, err);
    if (r == 0)
        r = open_db(snapshot, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0) {
        r = configure(snapshot->db, err);
        if (r == 0 || sqlite3_errcode(snapshot->db) == SQLITE_NOTADB)
            r = check_version(snapshot, err);
    }
    if (r == 0)
        r = check_schema(snapshot, err);
    if (r == 0)
        r = check_sizes(snapshot, err);
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
    int r = facts_flush(snapshot, err);
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
    if (snapshot->db && snapshot->is_open)
        (void)facts_flush(snapshot, NULL);
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
