/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of many threads in one transaction: each is whole or not there, whoever commits; and what a lost
 * transaction does to the writers after it. */
#include <pthread.h>
#include <unistd.h>

#include "syncaudit/snapshot.h"
#include "syncaudit/sql.h"

#include "support/test.h"

#define THREADS 16
#define BATCHES 25

static char folder[] = "/tmp/syncaudit-turn-XXXXXX";
static char path[128];

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
    char journal[160];
    (void)state;
    (void)snprintf(journal, sizeof journal, "%s-journal", path);
    (void)unlink(journal);
    return unlink(path);
}

static struct sa_snapshot *create(int64_t *target)
{
    const struct sa_run_info run = {.tool_version = "1",
                                    .catalogue_version = "1",
                                    .catalogue_sha256 = "00",
                                    .operator_name = "o",
                                    .workstation = "w"};
    const struct sa_target_info info = {.name = "sync01", .location = "winrm:sync01"};
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    assert_int_equal(sa_snapshot_create(path, false, &run, &snapshot, &err), 0);
    assert_int_equal(sa_snapshot_add_target(snapshot, &info, target, &err), 0);
    return snapshot;
}

static int64_t count_in(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    assert_int_equal(sa_sql_prepare(db, sql, "count", &statement, &err), 0);
    assert_int_equal(sa_sql_step(statement, "count", &err), 1);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return value;
}

/* What is on the disk: another connection sees nothing of a transaction that is open. */
static int64_t count_on_disk(const char *sql)
{
    sqlite3 *db = NULL;
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    int64_t value = count_in(db, sql);
    (void)sqlite3_close(db);
    return value;
}

static const char all_sources[] = "SELECT count(*) FROM coverage";
static const char all_facts[] = "SELECT count(*) FROM global_parameter";

static struct sa_batch *begin(struct sa_snapshot *snapshot, int64_t target, const char *source)
{
    struct sa_batch *batch = NULL;
    struct sa_error err = {0};
    int64_t evidence = 0;
    assert_int_equal(sa_batch_begin(snapshot, target, source, &batch, &err), 0);
    assert_int_equal(sa_batch_evidence(batch, "a.xml", "<a/>", 4, &evidence, &err), 0);
    assert_int_equal(SA_INSERT(batch, NULL, &err,
                               "INSERT INTO global_parameter (target_id, name, value, evidence_id)"
                               " VALUES (?, ?, 'x', ?)",
                               SA_INT(target), SA_TEXT(source), SA_INT(evidence)),
                     0);
    return batch;
}

static void commits_at_once_when_nobody_waits(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(count_on_disk("SELECT count(*) FROM target"), 1);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    assert_int_equal(count_on_disk(all_sources), 1);
    sa_snapshot_close(snapshot);
}

static void commits_together_and_takes_back_one(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_error why = {0};
    struct sa_snapshot *snapshot = create(&target);
    sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "not readable");
    sa_snapshot_hold(snapshot);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    sa_batch_abort(begin(snapshot, target, "b"));
    assert_int_equal(sa_batch_fail(begin(snapshot, target, "c"), &why, &err), 0);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "d"), &err), 0);
    assert_int_equal(count_on_disk(all_sources), 0);
    assert_int_equal(sa_snapshot_release(snapshot, &err), 0);
    assert_int_equal(count_on_disk(all_sources), 3);
    assert_int_equal(count_on_disk("SELECT count(*) FROM coverage WHERE status = 'ok'"), 2);
    assert_int_equal(count_on_disk(all_facts), 2);
    assert_int_equal(count_on_disk("SELECT count(*) FROM evidence"), 3);
    sa_snapshot_close(snapshot);
}

static void does_not_wait_for_ever(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    sa_snapshot_hold(snapshot);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    (void)usleep(300 * 1000);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "b"), &err), 0);
    assert_int_equal(count_on_disk(all_sources), 2);
    assert_int_equal(sa_snapshot_release(snapshot, &err), 0);
    sa_snapshot_close(snapshot);
}

static void finishes_and_closes_with_everything(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    sa_snapshot_hold(snapshot);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    sa_snapshot_close(snapshot);
    assert_int_equal(count_on_disk(all_sources), 1);
    (void)unlink(path);
    snapshot = create(&target);
    sa_snapshot_hold(snapshot);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), 0);
    assert_int_equal(count_on_disk("SELECT count(*) FROM run WHERE finished_at IS NOT NULL"), 1);
    assert_int_equal(count_on_disk(all_sources), 1);
    sa_snapshot_close(snapshot);
}

/* As SQLite does by itself when the disk is full: the transaction is gone, and with it a batch that had
 * ended well. Nobody may go on as if it were there. */
static void says_that_batches_are_lost(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_batch *batch = NULL;
    struct sa_snapshot *snapshot = create(&target);
    sa_snapshot_hold(snapshot);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    batch = begin(snapshot, target, "b");
    assert_int_equal(sqlite3_exec(sa_snapshot_db(snapshot), "ROLLBACK", NULL, NULL, NULL), 0);
    sa_batch_abort(batch);
    assert_int_equal(sa_snapshot_release(snapshot, &err), SA_E_IO);
    assert_non_null(strstr(err.message, "lost"));
    err = (struct sa_error){0};
    assert_int_equal(sa_batch_begin(snapshot, target, "c", &batch, &err), SA_E_IO);
    assert_non_null(strstr(err.message, "lost"));
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), SA_E_IO);
    sa_snapshot_close(snapshot);
    assert_int_equal(count_on_disk(all_sources), 0);
    assert_int_equal(count_on_disk("SELECT count(*) FROM run WHERE finished_at IS NOT NULL"), 0);
}

struct writer {
    struct sa_snapshot *snapshot;
    int64_t target;
    size_t number;
    int failures;
};

static int write_one(const struct writer *writer, size_t n)
{
    char source[32];
    struct sa_error err = {0};
    struct sa_error why = {.status = SA_E_TIMEOUT};
    struct sa_batch *batch = NULL;
    int64_t evidence = 0;
    struct sa_footprint entry = {
        .protocol = "wsman", .server = "s", .operation = "Get", .detail = ""};
    (void)snprintf(source, sizeof source, "s%zu.%zu", writer->number, n);
    if (n % 5 == 4)
        return sa_coverage_record(writer->snapshot, writer->target, source, &why, &err);
    int r = sa_footprint_record(writer->snapshot, writer->target, &entry, 1, &err);
    if (r == 0)
        r = sa_batch_begin(writer->snapshot, writer->target, source, &batch, &err);
    if (r == 0)
        r = sa_batch_evidence(batch, "a.xml", source, strlen(source), &evidence, &err);
    if (r == 0)
        r = SA_INSERT(batch, NULL, &err,
                      "INSERT INTO global_parameter (target_id, name, value, evidence_id)"
                      " VALUES (?, ?, 'x', ?)",
                      SA_INT(writer->target), SA_TEXT(source), SA_INT(evidence));
    if (r == 0 && n % 5 == 3) {
        sa_batch_abort(batch);
        return 0;
    }
    return r == 0 ? sa_batch_commit(batch, &err) : r;
}

static void *write_many(void *payload)
{
    struct writer *writer = payload;
    for (size_t n = 0; n < BATCHES; n++)
        writer->failures += write_one(writer, n) < 0;
    return NULL;
}

static void keeps_batches_of_threads_apart(void **state)
{
    (void)state;
    int64_t target = 0;
    pthread_t threads[THREADS];
    struct writer writers[THREADS];
    struct sa_snapshot *snapshot = create(&target);
    for (size_t i = 0; i < THREADS; i++) {
        writers[i] = (struct writer){.snapshot = snapshot, .target = target, .number = i};
        assert_int_equal(pthread_create(&threads[i], NULL, write_many, &writers[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_int_equal(writers[i].failures, 0);
    }
    /* Nobody waits any more: without an end of the snapshot everything is on the disk. */
    assert_int_equal(count_on_disk(all_sources), THREADS * BATCHES * 4 / 5);
    assert_int_equal(count_on_disk(all_facts), THREADS * BATCHES * 3 / 5);
    assert_int_equal(count_on_disk("SELECT count(*) FROM footprint"), THREADS * BATCHES * 4 / 5);
    sa_snapshot_close(snapshot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(commits_at_once_when_nobody_waits, name_file, remove_file),
        cmocka_unit_test_setup_teardown(commits_together_and_takes_back_one, name_file,
                                        remove_file),
        cmocka_unit_test_setup_teardown(does_not_wait_for_ever, name_file, remove_file),
        cmocka_unit_test_setup_teardown(finishes_and_closes_with_everything, name_file,
                                        remove_file),
        cmocka_unit_test_setup_teardown(says_that_batches_are_lost, name_file, remove_file),
        cmocka_unit_test_setup_teardown(keeps_batches_of_threads_apart, name_file, remove_file),
    };
    return cmocka_run_group_tests_name("turn", tests, make_folder, remove_folder);
}
