/* SPDX-License-Identifier: Apache-2.0 */
/* The snapshot file: what it holds, what it refuses to open, and that batches are whole or nothing. */
#include <fcntl.h>
#include <stdbool.h>
#include <sys/stat.h>

#include "syncaudit/snapshot.h"
#include "syncaudit/sql.h"

#include "support/test.h"

static char folder[] = "/tmp/syncaudit-snapshot-XXXXXX";
static char path[128];

static const struct sa_run_info run = {
    .tool_version = "1.2.3",
    .catalogue_version = "2026.11",
    .catalogue_sha256 = "00",
    .operator_name = "operator",
    .workstation = "workstation",
};

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

static int name_file(void **state)
{
    (void)state;
    (void)snprintf(path, sizeof path, "%s/run.sqlite", folder);
    return 0;
}

static int remove_file(void **state)
{
    static const char *const suffixes[] = {"", "-journal", "-wal", "-shm", "-victim"};
    (void)state;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        char file[160];
        (void)snprintf(file, sizeof file, "%s%s", path, suffixes[i]);
        (void)unlink(file);
    }
    return 0;
}

static int64_t count(struct sa_snapshot *snapshot, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    assert_int_equal(sa_sql_prepare(sa_snapshot_db(snapshot), sql, "count", &statement, &err), 0);
    assert_int_equal(sa_sql_step(statement, "count", &err), 1);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return value;
}

static struct sa_snapshot *create(int64_t *target)
{
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    const struct sa_target_info info = {.name = "sync01", .location = "exports/sync01"};
    assert_int_equal(sa_snapshot_create(path, false, &run, &snapshot, &err), 0);
    assert_int_equal(sa_snapshot_add_target(snapshot, &info, target, &err), 0);
    return snapshot;
}

static int add_parameter(struct sa_batch *batch, const char *name, int64_t evidence)
{
    struct sa_error err = {0};
    return SA_INSERT(batch, NULL, &err,
                     "INSERT INTO global_parameter (target_id, name, value, evidence_id)"
                     " VALUES (1, ?, 'x', ?)",
                     SA_TEXT(name), SA_INT(evidence));
}

static void keeps_a_committed_batch_with_its_coverage(void **state)
{
    (void)state;
    int64_t target = 0;
    int64_t evidence = 0;
    struct sa_error err = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_batch_begin(snapshot, target, "global_settings", &batch, &err), 0);
    assert_int_equal(sa_batch_evidence(batch, "MV.xml", "<a/>", 4, &evidence, &err), 0);
    assert_int_equal(add_parameter(batch, "a", evidence), 0);
    assert_int_equal(add_parameter(batch, "b", evidence), 0);
    assert_int_equal(sa_batch_commit(batch, &err), 0);
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), 0);
    sa_snapshot_close(snapshot);

    assert_int_equal(sa_snapshot_open(path, &snapshot, &err), 0);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM global_parameter"), 2);
    assert_int_equal(count(snapshot, "SELECT rows FROM coverage WHERE status = 'ok'"), 2);
    assert_int_equal(count(snapshot, "SELECT finished_at IS NOT NULL FROM run"), 1);
    assert_int_equal(strlen(sa_snapshot_run_id(snapshot)), SA_RUN_ID_SIZE - 1);
    sa_snapshot_close(snapshot);
}

static void takes_back_facts_but_keeps_evidence_of_a_failed_batch(void **state)
{
    (void)state;
    int64_t target = 0;
    int64_t evidence = 0;
    struct sa_error err = {0};
    struct sa_error why = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    sa_fail(&why, SA_E_INPUT, SA_DOMAIN_XML, 77, "broken");
    sa_place(&why, "MV.xml", 3, 0);
    sa_hint(&why, "export it again");
    assert_int_equal(sa_batch_begin(snapshot, target, "global_settings", &batch, &err), 0);
    assert_int_equal(sa_batch_evidence(batch, "MV.xml", "<a>", 3, &evidence, &err), 0);
    assert_int_equal(add_parameter(batch, "a", evidence), 0);
    assert_int_equal(sa_batch_fail(batch, &why, &err), 0);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM global_parameter"), 0);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM evidence"), 1);
    assert_int_equal(count(snapshot,
                           "SELECT count(*) FROM coverage WHERE status = 'failed' AND code = 77"
                           " AND place = 'MV.xml:3' AND message = 'broken' AND hint <> ''"),
                     1);
    sa_snapshot_close(snapshot);
}

static void leaves_no_trace_of_an_aborted_batch(void **state)
{
    (void)state;
    int64_t target = 0;
    int64_t evidence = 0;
    struct sa_error err = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_batch_begin(snapshot, target, "connector", &batch, &err), 0);
    assert_int_equal(sa_batch_evidence(batch, "MV.xml", "<a>", 3, &evidence, &err), 0);
    sa_batch_abort(batch);
    sa_batch_abort(NULL);
    assert_int_equal(
        count(snapshot, "SELECT (SELECT count(*) FROM evidence) + (SELECT count(*) FROM coverage)"),
        0);
    sa_snapshot_close(snapshot);
}

static void refuses_a_wrong_value(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_batch_begin(snapshot, target, "global_settings", &batch, &err), 0);
    /* STRICT: text is no integer; and evidence 99 does not exist. */
    assert_true(SA_INSERT(batch, NULL, &err,
                          "INSERT INTO metaverse_attribute (target_id, name, single_value, indexed,"
                          " evidence_id) VALUES (1, 'n', 'many', 0, 99)",
                          SA_NULL) < 0);
    assert_true(add_parameter(batch, "a", 99) < 0);
    sa_batch_abort(batch);
    sa_snapshot_close(snapshot);
}

static void gives_evidence_back_and_notices_a_change(void **state)
{
    (void)state;
    int64_t target = 0;
    int64_t evidence = 0;
    size_t len = 0;
    char *bytes = NULL;
    struct sa_error err = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_batch_begin(snapshot, target, "connector", &batch, &err), 0);
    assert_int_equal(sa_batch_evidence(batch, "c.xml", "a\0b", 3, &evidence, &err), 0);
    assert_int_equal(sa_batch_commit(batch, &err), 0);
    assert_int_equal(sa_evidence_read(snapshot, evidence, &bytes, &len, &err), 0);
    assert_int_equal(len, 3);
    assert_memory_equal(bytes, "a\0b", 3);
    free(bytes);
    assert_int_equal(sa_evidence_read(snapshot, 12345, &bytes, &len, &err), SA_E_NOT_FOUND);
    assert_int_equal(
        sa_sql_exec(sa_snapshot_db(snapshot),
                    "UPDATE evidence SET sha256 = replace(sha256, substr(sha256, 1, 1), 'x')",
                    "tamper", &err),
        0);
    assert_int_equal(sa_evidence_read(snapshot, evidence, &bytes, &len, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "changed"));
    /* A size that promises more memory than any evidence has. */
    assert_int_equal(sa_sql_exec(sa_snapshot_db(snapshot),
                                 "UPDATE evidence SET size = 1099511627776", "tamper", &err),
                     0);
    assert_int_equal(sa_evidence_read(snapshot, evidence, &bytes, &len, &err), SA_E_LIMIT);
    assert_string_not_equal(err.hint, "");
    sa_snapshot_close(snapshot);
}

static void does_not_replace_a_file_unasked(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    struct stat info;
    sa_snapshot_close(snapshot);
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(sa_snapshot_create(path, false, &run, &snapshot, &err), SA_E_EXISTS);
    assert_non_null(strstr(err.hint, "--overwrite"));
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), 0);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM target"), 0);
    sa_snapshot_close(snapshot);
}

static void can_only_be_read_after_the_end(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    const struct sa_target_info info = {.name = "sync02", .location = "x"};
    assert_int_equal(sa_snapshot_finish(snapshot, true, &err), 0);
    assert_true(sa_snapshot_add_target(snapshot, &info, &target, &err) < 0);
    assert_int_equal(count(snapshot, "SELECT interrupted FROM run"), 1);
    /* Tables of the connection itself are what evaluation needs. */
    assert_int_equal(sa_sql_exec(sa_snapshot_db(snapshot), "CREATE TEMP TABLE t (a)", "try", &err),
                     0);
    sa_snapshot_close(snapshot);
}

static void write_beside(const char *suffix, const void *bytes, size_t len)
{
    char file[160];
    (void)snprintf(file, sizeof file, "%s%s", path, suffix);
    int fd = open(file, O_CREAT | O_TRUNC | O_WRONLY, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
    (void)close(fd);
}

static void write_file(const char *bytes, size_t len)
{
    write_beside("", bytes, len);
}

static bool exists(const char *suffix)
{
    char file[160];
    struct stat info;
    (void)snprintf(file, sizeof file, "%s%s", path, suffix);
    return lstat(file, &info) == 0;
}

static void expect_refusal(int status, const char *words)
{
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    int r = sa_snapshot_open(path, &snapshot, &err);
    assert_int_equal(r, status);
    assert_null(snapshot);
    if (!strstr(err.message, words))
        fail_msg("'%s' does not say '%s'", err.message, words);
    if (!err.hint[0])
        fail_msg("'%s' has no hint", err.message);
}

/* Makes a snapshot and changes it the way another program could. */
static void make_changed(const char *sql)
{
    int64_t target = 0;
    struct sa_error err = {0};
    sqlite3 *db = NULL;
    (void)unlink(path);
    sa_snapshot_close(create(&target));
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sa_sql_exec(db, sql, "change", &err) < 0)
        fail_msg("%s", err.message);
    (void)sqlite3_close(db);
}

static void refuses_what_is_no_snapshot(void **state)
{
    (void)state;
    char garbage[4096];
    struct sa_error err = {0};
    sqlite3 *db = NULL;

    expect_refusal(SA_E_NOT_FOUND, "run.sqlite");
    write_file("", 0);
    expect_refusal(SA_E_INPUT, "cut off");
    write_file("<html>", 6);
    expect_refusal(SA_E_INPUT, "not an SQLite database");
    for (size_t i = 0; i < sizeof garbage; i++)
        garbage[i] = (char)(i * 31 + 7);
    write_file(garbage, sizeof garbage);
    expect_refusal(SA_E_INPUT, "not an SQLite database");
    (void)unlink(path);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sa_sql_exec(db, "CREATE TABLE t (a)", "make", &err), 0);
    (void)sqlite3_close(db);
    expect_refusal(SA_E_INPUT, "another program's");
    (void)unlink(path);
    assert_int_equal(mkdir(path, 0700), 0);
    expect_refusal(SA_E_INPUT, "not a file");
    assert_int_equal(rmdir(path), 0);
}

static void refuses_a_newer_schema_by_its_number(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_sql_exec(sa_snapshot_db(snapshot), "PRAGMA user_version = 7", "age", &err),
                     0);
    sa_snapshot_close(snapshot);
    expect_refusal(SA_E_INPUT, "schema version 7");
}

static void names_damage(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_snapshot *snapshot = create(&target);
    sa_snapshot_close(snapshot);
    /* Half of the file: the header is fine, the pages behind it are gone. */
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(truncate(path, info.st_size / 2), 0);
    struct sa_error err = {0};
    int r = sa_snapshot_open(path, &snapshot, &err);
    assert_true(r == SA_E_PROTOCOL || r == SA_E_INPUT);
    assert_string_not_equal(err.message, "");
}

static void put_u32(unsigned char *at, uint32_t value)
{
    for (size_t i = 0; i < 4; i++)
        at[i] = (unsigned char)(value >> (24 - 8 * i));
}

/* A journal that SQLite rolls back, and whose last lines name a super-journal: `<path>-victim`. */
static void write_journal_that_names(const char *victim)
{
    static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    unsigned char journal[1024] = {0};
    uint32_t sum = 0;
    size_t at = 512;
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    memcpy(journal, magic, sizeof magic);
    put_u32(journal + 12, 0x1234);
    put_u32(journal + 16, (uint32_t)(info.st_size / 4096));
    put_u32(journal + 20, 512);
    put_u32(journal + 24, 4096);
    put_u32(journal + at, 0x40000000 / 4096 + 1);
    at += 4;
    for (size_t i = 0; victim[i]; i++) {
        journal[at++] = (unsigned char)victim[i];
        sum += (unsigned char)victim[i];
    }
    put_u32(journal + at, (uint32_t)strlen(victim));
    put_u32(journal + at + 4, sum);
    memcpy(journal + at + 8, magic, sizeof magic);
    write_beside("-journal", journal, at + 16);
}

static void removes_no_file_that_a_journal_names(void **state)
{
    (void)state;
    char victim[160];
    char link[160];
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    (void)snprintf(victim, sizeof victim, "%s-victim", path);
    (void)snprintf(link, sizeof link, "%s/link.sqlite", folder);
    make_changed("");
    write_beside("-victim", "mine", 4);
    write_journal_that_names(victim);
    expect_refusal(SA_E_PROTOCOL, "names another file");
    assert_int_equal(symlink(path, link), 0); /* SQLite looks beside what the link leads to */
    assert_int_equal(sa_snapshot_open(link, &snapshot, &err), SA_E_PROTOCOL);
    (void)unlink(link);
    assert_true(exists("-victim"));
    assert_true(exists("-journal"));

    (void)snprintf(link, sizeof link, "%s-journal", path);
    (void)unlink(link);
    assert_int_equal(symlink(victim, link), 0);
    expect_refusal(SA_E_PROTOCOL, "is no file");
    assert_true(exists("-victim"));
}

/* Copies what a writer has on the disk just now, as a kill would leave it. */
static void copy_beside(const char *from, const char *to)
{
    char source[160];
    char bytes[65536];
    (void)snprintf(source, sizeof source, "%s%s", path, from);
    int in = open(source, O_RDONLY);
    assert_true(in >= 0);
    write_beside(to, "", 0);
    (void)snprintf(source, sizeof source, "%s%s", path, to);
    int out = open(source, O_WRONLY);
    assert_true(out >= 0);
    for (ssize_t n = 0; (n = read(in, bytes, sizeof bytes)) > 0;)
        assert_int_equal(write(out, bytes, (size_t)n), n);
    (void)close(in);
    (void)close(out);
}

static void restore_copies(void)
{
    char name[160];
    copy_beside("-copy", "");
    copy_beside("-copywal", "-wal");
    (void)snprintf(name, sizeof name, "%s-copy", path);
    (void)unlink(name);
    (void)snprintf(name, sizeof name, "%s-copywal", path);
    (void)unlink(name);
}

static void takes_over_what_a_killed_writer_committed(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    const struct sa_error why = {.status = SA_E_TIMEOUT, .message = "mute"};
    assert_int_equal(sa_coverage_record(snapshot, target, "service", &why, &err), 0);
    assert_true(exists("-wal"));
    assert_false(exists("-shm"));
    copy_beside("", "-copy");
    copy_beside("-wal", "-copywal");
    sa_snapshot_close(snapshot);
    restore_copies();

    assert_int_equal(sa_snapshot_open(path, &snapshot, &err), 0);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM coverage"), 1);
    assert_int_equal(count(snapshot, "SELECT count(*) FROM run WHERE finished_at IS NULL"), 1);
    sa_snapshot_close(snapshot);
    assert_false(exists("-wal")); /* one file again */
    assert_int_equal(sa_snapshot_open(path, &snapshot, &err), 0);
    sa_snapshot_close(snapshot);
}

static void is_one_file_when_it_has_ended(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), 0);
    assert_false(exists("-wal") || exists("-shm") || exists("-journal"));
    sa_snapshot_close(snapshot);
    assert_int_equal(sa_snapshot_open(path, &snapshot, &err), 0);
    sa_snapshot_close(snapshot);
}

static void is_not_read_while_it_is_written(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_snapshot *snapshot = create(&target);
    expect_refusal(SA_E_INPUT, "being written");
    assert_true(exists("-wal"));
    sa_snapshot_close(snapshot);
}

/* Rows that somebody adds to a run that has ended, in a log of which no hash of the snapshot tells. */
static void refuses_wal(void **state)
{
    (void)state;
    make_changed("PRAGMA journal_mode = WAL; UPDATE run SET finished_at = 'now'");
    expect_refusal(SA_E_PROTOCOL, "WAL");
    assert_false(exists("-wal"));
    make_changed("PRAGMA journal_mode = DELETE");
    write_beside("-wal", "x", 1);
    expect_refusal(SA_E_PROTOCOL, "write-ahead log");
    write_beside("-wal", "\x37\x7f\x06\x82 and more", 13);
    expect_refusal(SA_E_PROTOCOL, "write-ahead log");
    make_changed(
        "PRAGMA journal_mode = WAL; UPDATE run SET finished_at = NULL; DROP TABLE rule_join;"
        " CREATE VIEW rule_join AS SELECT 1 AS rule_id");
    expect_refusal(SA_E_PROTOCOL, "not those of schema version");
}

static void refuses_another_run_id(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "'../../../../../../../../../../x/y'", "'0123456789ABCDEF0123456789ABCDEF'", "''",
        "'0123456789abcdef0123456789abcdef0'",
        "CAST(x'303132333435363738396162636465663031323334353637383961626364656600' AS TEXT)"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        char sql[160];
        (void)snprintf(sql, sizeof sql, "UPDATE run SET id = %s", ids[i]);
        make_changed(sql);
        expect_refusal(SA_E_PROTOCOL, "hex digits");
    }
    make_changed("DELETE FROM run");
    expect_refusal(SA_E_PROTOCOL, "no run");
}

static void refuses_other_tables(void **state)
{
    (void)state;
    static const char *const changes[] = {
        "DROP TABLE rule_join",
        "CREATE TABLE more (a)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON run BEGIN SELECT 1; END",
        "DROP TABLE rule_join; CREATE VIEW rule_join AS SELECT 1 AS rule_id",
        "ALTER TABLE target ADD COLUMN more TEXT",
        "DROP INDEX sync_rule_by_target",
        "CREATE INDEX more ON run (started_at)",
        "ANALYZE",
        "CREATE TABLE more (a INTEGER PRIMARY KEY AUTOINCREMENT); DROP TABLE more",
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        make_changed(changes[i]);
        expect_refusal(SA_E_PROTOCOL, "not those of schema version 4");
    }
    make_changed("DROP INDEX sync_rule_by_target;"
                 "CREATE INDEX 'sync_rule_by_target' ON sync_rule (target_id)");
    expect_refusal(SA_E_PROTOCOL, "not those of schema version 4");
    make_changed("PRAGMA user_version = 0");
    expect_refusal(SA_E_INPUT, "no release");
}

static void does_not_mind_comments_of_the_schema(void **state)
{
    (void)state;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = NULL;
    make_changed("DROP INDEX sync_rule_by_target;"
                 "CREATE INDEX sync_rule_by_target -- it's short\n\t ON sync_rule  (target_id)");
    assert_int_equal(sa_snapshot_open(path, &snapshot, &err), 0);
    sa_snapshot_close(snapshot);
}

#define ROWS(n) "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= " n ") "

static void refuses_more_than_a_run_writes(void **state)
{
    (void)state;
    make_changed(ROWS("10000") "INSERT INTO target (id, name, kind, location)"
                               " SELECT i, i, 'server', '' FROM n");
    expect_refusal(SA_E_LIMIT, "servers");
    make_changed(ROWS("257") "INSERT INTO connector (target_id, connector_key, kind, guid, name,"
                             " category, evidence_id) SELECT 1, i, 'ad', i, i, 'AD', 1 FROM n");
    expect_refusal(SA_E_LIMIT, "connectors");
    make_changed(ROWS("10001") "INSERT INTO sync_rule SELECT i, 1, NULL, '', i, 'Inbound', i, i, 0,"
                               " NULL, NULL, NULL, NULL, 0, 0, '', '', '', i, NULL, NULL, '', '',"
                               " '', '', 1 FROM n");
    expect_refusal(SA_E_LIMIT, "sync rules");
    make_changed(ROWS("2000001") "INSERT INTO rule_scope SELECT i % 7, i, 0, '', '', '' FROM n");
    expect_refusal(SA_E_LIMIT, "scope conditions");
}

static void replaces_only_a_snapshot(void **state)
{
    (void)state;
    int64_t target = 0;
    char journal[160];
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = NULL;
    (void)snprintf(journal, sizeof journal, "%s-journal", path);
    write_file("my thesis", 9);
    write_beside("-journal", "my notes", 8);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    assert_non_null(strstr(err.message, "is no snapshot and is not replaced"));
    assert_string_not_equal(err.hint, "");
    assert_true(exists("") && exists("-journal"));

    (void)unlink(path); /* the journal of no snapshot is somebody's, too */
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    assert_true(exists("-journal") && !exists(""));
    write_file("", 0);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    assert_true(exists("") && exists("-journal"));
    write_beside("-journal", "\0\0\0\0\0\0\0\0killed", 14); /* as a killed writer leaves it */
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), 0);
    sa_snapshot_close(snapshot);
    assert_false(exists("-journal"));
    write_beside("-wal", "my letters", 10);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    assert_true(exists("") && exists("-wal"));
    write_beside("-wal", "\x37\x7f\x06\x82 left", 9);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), 0);
    sa_snapshot_close(snapshot);
    assert_false(exists("-wal"));

    (void)unlink(path); /* another program's database */
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sa_sql_exec(db, "CREATE TABLE t (a)", "make", &err), 0);
    (void)sqlite3_close(db);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    (void)unlink(path);
    assert_int_equal(symlink("/dev/null", path), 0);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    (void)unlink(path);

    sa_snapshot_close(create(&target));
    assert_int_equal(symlink("/dev/null", journal), 0);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), SA_E_EXISTS);
    assert_true(exists("") && exists("-journal"));
}

static void takes_a_path_for_a_path(void **state)
{
    (void)state;
    static const char name[] = "file:run.sqlite?mode=memory";
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = NULL;
    struct stat info;
    char before[1024];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(folder), 0);
    int made = sa_snapshot_create(name, false, &run, &snapshot, &err);
    if (made == 0)
        made = sa_snapshot_finish(snapshot, false, &err);
    sa_snapshot_close(snapshot);
    int r = stat(name, &info);
    snapshot = NULL;
    int opened = sa_snapshot_open(name, &snapshot, &err);
    sa_snapshot_close(snapshot);
    (void)unlink(name);
    assert_int_equal(chdir(before), 0);
    assert_int_equal(made, 0);
    assert_int_equal(r, 0);
    assert_true(info.st_size > 0);
    assert_int_equal(opened, 0);
}

int main(void)
{
    (void)sqlite3_config(SQLITE_CONFIG_URI, 1); /* as some distributions build it */
#define SNAPSHOT_TEST(test) cmocka_unit_test_setup_teardown(test, name_file, remove_file)
    const struct CMUnitTest tests[] = {
        SNAPSHOT_TEST(keeps_a_committed_batch_with_its_coverage),
        SNAPSHOT_TEST(takes_back_facts_but_keeps_evidence_of_a_failed_batch),
        SNAPSHOT_TEST(leaves_no_trace_of_an_aborted_batch),
        SNAPSHOT_TEST(refuses_a_wrong_value),
        SNAPSHOT_TEST(gives_evidence_back_and_notices_a_change),
        SNAPSHOT_TEST(does_not_replace_a_file_unasked),
        SNAPSHOT_TEST(can_only_be_read_after_the_end),
        SNAPSHOT_TEST(refuses_what_is_no_snapshot),
        SNAPSHOT_TEST(refuses_a_newer_schema_by_its_number),
        SNAPSHOT_TEST(names_damage),
        SNAPSHOT_TEST(removes_no_file_that_a_journal_names),
        SNAPSHOT_TEST(takes_over_what_a_killed_writer_committed),
        SNAPSHOT_TEST(is_one_file_when_it_has_ended),
        SNAPSHOT_TEST(is_not_read_while_it_is_written),
        SNAPSHOT_TEST(refuses_wal),
        SNAPSHOT_TEST(refuses_another_run_id),
        SNAPSHOT_TEST(refuses_other_tables),
        SNAPSHOT_TEST(does_not_mind_comments_of_the_schema),
        SNAPSHOT_TEST(refuses_more_than_a_run_writes),
        SNAPSHOT_TEST(replaces_only_a_snapshot),
        SNAPSHOT_TEST(takes_a_path_for_a_path),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
