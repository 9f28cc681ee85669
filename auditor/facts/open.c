/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a snapshot, which may come from somebody else: takes over what a killed writer left, then compares
 * version, tables and sizes with what this program would have written. */
#include "syncaudit/limits.h"
#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "facts.h"

extern const struct sa_resource sa_facts_resources[];

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

/* Of a version that we know? */
static int check_version(struct sa_snapshot *snapshot, struct sa_error *err)
{
    int64_t version = 0;
    int64_t tables = 0;
    int r = pragma_value(snapshot->db, "PRAGMA user_version", &version, err);
    if (r == 0)
        r = pragma_value(snapshot->db, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (r < 0)
        return (sqlite3_errcode(snapshot->db) & 0xff) == SQLITE_NOTADB ? facts_refuse_foreign(err)
                                                                       : r;
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

/* Rolls back what a writer left that was killed before it wrote facts, or while it finished: with the
 * right to write SQLite does so on the first read. Failing to open for writing is no error yet. */
static void roll_back(struct sa_snapshot *snapshot)
{
    struct sa_error ignored = {0};
    int64_t version = 0;
    if (facts_open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, &ignored) == 0)
        (void)pragma_value(snapshot->db, "PRAGMA schema_version", &version, &ignored);
    facts_close_db(snapshot);
}

static int refuse_wal(struct sa_error *err)
{
    sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
            "the snapshot is in WAL mode although its run has ended: no release leaves it so");
    sa_hint(err, "collect again, or ask for the file as it was collected");
    return SA_E_PROTOCOL;
}

/* Takes over what a killed writer committed, when the tables are ours and the run has not ended: rows that
 * somebody else added to a finished run are not let in. */
static int take_over(struct sa_snapshot *snapshot, bool has_log, struct sa_error *err)
{
    int64_t ended = 1;
    /* A log that was there is not brought into a file that is refused, nor removed. */
    (void)sqlite3_db_config(snapshot->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)has_log,
                            (int *)NULL);
    int r = facts_configure(snapshot->db, err);
    if (r == 0)
        r = sa_sql_exec(snapshot->db, "PRAGMA locking_mode = EXCLUSIVE", "read the snapshot", err);
    if (r == 0)
        r = check_version(snapshot, err);
    if (r == 0)
        r = check_schema(snapshot, err);
    if (r == 0)
        r = pragma_value(snapshot->db, "SELECT count(finished_at) FROM main.run", &ended, err);
    if (r == 0 && ended != 0)
        return refuse_wal(err);
    return r == 0 ? facts_end_wal(snapshot, err) : r;
}

static int leave_wal(struct sa_snapshot *snapshot, bool has_log, struct sa_error *err)
{
    int r = facts_open_db(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0)
        r = take_over(snapshot, has_log, err);
    int code = snapshot->db ? sqlite3_errcode(snapshot->db) & 0xff : SQLITE_OK;
    facts_close_db(snapshot);
    if (r < 0 && code == SQLITE_BUSY) {
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_SQLITE, code, "the snapshot is being written");
        sa_hint(err, "wait until the run has ended");
    } else if (r < 0 && (code == SQLITE_READONLY || code == SQLITE_CANTOPEN)) {
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_SQLITE, code,
                    "the run was cut off, and reading what it wrote last needs the right to write");
        sa_hint(err, "copy the snapshot and the file with '-wal' behind its name into a folder of "
                     "your own");
    }
    return r;
}

/* Finishes what a killed writer left. Rolling back may bring WAL mode back: the run was about to leave it. */
static int recover(struct sa_snapshot *snapshot, struct sa_error *err)
{
    bool wal = true;
    bool has_log = false;
    int r = 0;
    for (int pass = 0; r == 0 && wal && pass < 2; pass++) {
        r = facts_check_header(snapshot->path, &wal, err);
        if (r == 0)
            r = facts_check_beside(snapshot->path, wal, &has_log, err);
        if (r == 0 && wal)
            r = leave_wal(snapshot, has_log, err);
        else if (r == 0)
            roll_back(snapshot);
        if (r == 0)
            r = facts_check_header(snapshot->path, &wal,
                                   err); /* what was rolled back may be the header */
    }
    return r == 0 && wal ? refuse_wal(err) : r;
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
    int r = facts_new_handle(path, &snapshot, err);
    if (r < 0)
        return r;
    r = recover(snapshot, err);
    if (r == 0)
        r = facts_open_db(snapshot, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, err);
    if (r == 0) {
        r = facts_configure(snapshot->db, err);
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
