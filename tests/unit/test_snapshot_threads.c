/* SPDX-License-Identifier: Apache-2.0 */
/* Batches of many threads: each is whole or not there, whoever writes beside it; and what a transaction that
 * SQLite has ended means for the batch in it and for those after it. */
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
    (void)state;
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

/* What another process would find: the snapshot is opened anew, as after a kill. */
static int64_t count_on_disk(const char *sql)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    if (sa_snapshot_open(path, &snapshot, &err) < 0)
        fail_msg("%s", err.message);
    return count_in(sa_snapshot_db(snapshot), sql);
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

static void takes_back_one(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_error why = {0};
    struct sa_snapshot *snapshot = create(&target);
    sa_fail(&why, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "not readable");
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    sa_batch_abort(begin(snapshot, target, "b"));
    assert_int_equal(sa_batch_fail(begin(snapshot, target, "c"), &why, &err), 0);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "d"), &err), 0);
    sa_snapshot_close(snapshot);
    assert_int_equal(count_on_disk(all_sources), 3);
    assert_int_equal(count_on_disk("SELECT count(*) FROM coverage WHERE status = 'ok'"), 2);
    assert_int_equal(count_on_disk(all_facts), 2);
    assert_int_equal(count_on_disk("SELECT count(*) FROM evidence"), 3);
}

/* As SQLite does by itself when the disk is full: the transaction is gone. The batch in it is lost and says so;
 * the ones before and after it are not. */
static void loses_one_batch_only(void **state)
{
    (void)state;
    int64_t target = 0;
    struct sa_error err = {0};
    struct sa_snapshot *snapshot = create(&target);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "a"), &err), 0);
    struct sa_batch *batch = begin(snapshot, target, "b");
    assert_int_equal(sqlite3_exec(sa_snapshot_db(snapshot), "ROLLBACK", NULL, NULL, NULL), 0);
    assert_true(sa_batch_commit(batch, &err) < 0);
    assert_int_equal(sa_batch_commit(begin(snapshot, target, "c"), &err), 0);
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), 0);
    sa_snapshot_close(snapshot);
    assert_int_equal(count_on_disk(all_facts), 2);
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
    sa_snapshot_close(snapshot);
    assert_int_equal(count_on_disk(all_sources), THREADS * BATCHES * 4 / 5);
    assert_int_equal(count_on_disk(all_facts), THREADS * BATCHES * 3 / 5);
    assert_int_equal(count_on_disk("SELECT count(*) FROM footprint"), THREADS * BATCHES * 4 / 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(takes_back_one, name_file, remove_file),
        cmocka_unit_test_setup_teardown(loses_one_batch_only, name_file, remove_file),
        cmocka_unit_test_setup_teardown(keeps_batches_of_threads_apart, name_file, remove_file),
    };
    return cmocka_run_group_tests_name("threads", tests, make_folder, remove_folder);
}
