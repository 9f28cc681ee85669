/* SPDX-License-Identifier: Apache-2.0 */
/* Plans and their workers: names, several servers at once, one server's trouble, cancellation. */
#include <stdbool.h>

#include "syncaudit/run.h"
#include "syncaudit/sql.h"

#include "support/test.h"

static const struct sa_run_info info = {.tool_version = "t",
                                        .catalogue_version = "t",
                                        .catalogue_sha256 = "",
                                        .operator_name = "t",
                                        .workstation = "t"};

static void add(struct sa_plan *plan, const char *folder, const char *name)
{
    struct sa_error err = {0};
    const struct sa_plan_target target = {.export_folder = folder, .name = name};
    assert_int_equal(sa_plan_add(plan, &target, &err), 0);
}

static int64_t number(struct sa_snapshot *snapshot, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    assert_int_equal(sa_sql_prepare(sa_snapshot_db(snapshot), sql, "count", &statement, &err), 0);
    assert_int_equal(sa_sql_step(statement, "count", &err), 1);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return value;
}

static void names_servers_as_they_call_themselves(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_error err = {0};
    add(&plan, EXPORTS "/fabrikam-active", NULL);
    add(&plan, EXPORTS "/fabrikam-staging/", "given");
    add(&plan, EXPORTS "/fabrikam-active", NULL);
    add(&plan, "/nowhere/at/all//", NULL);
    add(&plan, "/", NULL);
    assert_int_equal(sa_plan_name_targets(&plan, &err), 0);
    assert_string_equal(plan.targets[0].name, "FAB-SYNC01");
    assert_string_equal(plan.targets[1].name, "given");
    assert_string_equal(plan.targets[2].name, "FAB-SYNC01#2");
    assert_string_equal(plan.targets[3].name, "all");
    assert_string_equal(plan.targets[4].name, "/");
    sa_plan_done(&plan);
}

static void refuses_a_name_given_twice(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_error err = {0};
    add(&plan, "a", "sync01");
    add(&plan, "b", "SYNC01");
    assert_int_equal(sa_plan_name_targets(&plan, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "SYNC01"));
    sa_plan_done(&plan);
}

static void label(struct sa_plan *plan, const char *pair)
{
    struct sa_error err = {0};
    const struct sa_plan_target target = {.export_folder = "x", .pair = pair};
    assert_int_equal(sa_plan_add(plan, &target, &err), 0);
}

static void refuses_a_pair_of_one(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_error err = {0};
    label(&plan, "fabrikam");
    label(&plan, "fabrikam");
    label(&plan, NULL);
    assert_int_equal(sa_plan_check_pairs(&plan, &err), 0);
    label(&plan, "Fabrikam");
    assert_int_equal(sa_plan_check_pairs(&plan, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "'Fabrikam'"));
    assert_non_null(strstr(err.hint, "did you mean 'fabrikam'"));
    sa_plan_done(&plan);
}

struct seen {
    size_t calls, problems, last_done;
    bool in_order;
};

static void count_progress(void *payload, size_t done, size_t total, const char *target,
                           const struct sa_error *problem)
{
    struct seen *seen = payload;
    assert_non_null(target);
    assert_int_equal(total, 9);
    seen->in_order = seen->in_order && done == seen->last_done + 1;
    seen->last_done = done;
    seen->calls++;
    seen->problems += problem != NULL;
}

static void collects_many_servers_at_once(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    struct sa_error err = {0};
    struct seen seen = {.in_order = true};
    const struct sa_run_options options = {.jobs = 4, .progress = count_progress, .payload = &seen};
    for (int i = 0; i < 8; i++)
        add(&plan, i % 2 ? EXPORTS "/fabrikam-staging" : EXPORTS "/fabrikam-active", NULL);
    add(&plan, "/nowhere", NULL);
    assert_int_equal(sa_plan_name_targets(&plan, &err), 0);
    assert_int_equal(sa_snapshot_create(":memory:", false, &info, &snapshot, &err), 0);
    assert_int_equal(sa_run_collect(&plan, snapshot, &options, &outcome, &err), 0);
    assert_int_equal(outcome.complete, 8);
    assert_int_equal(outcome.failed, 1);
    assert_int_equal(outcome.partial, 0);
    assert_false(outcome.interrupted);
    assert_int_equal(seen.calls, 9);
    assert_int_equal(seen.problems, 1);
    assert_true(seen.in_order);
    assert_int_equal(number(snapshot, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 24);
    assert_int_equal(number(snapshot, "SELECT count(*) FROM target"), 9);
    /* Every copy of one server gave the same number of facts. */
    assert_int_equal(number(snapshot,
                            "SELECT count(DISTINCT n) FROM (SELECT count(*) AS n FROM sync_rule r"
                            " JOIN sync_server s USING (target_id) WHERE server_name = 'FAB-SYNC01'"
                            " GROUP BY target_id)"),
                     1);
    sa_snapshot_close(snapshot);
    sa_plan_done(&plan);
}

static void stops_when_asked(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    struct sa_error err = {0};
    atomic_bool cancelled = true;
    const struct sa_run_options options = {.jobs = 2, .cancelled = &cancelled};
    add(&plan, EXPORTS "/fabrikam-active", "a");
    add(&plan, EXPORTS "/fabrikam-staging", "b");
    assert_int_equal(sa_snapshot_create(":memory:", false, &info, &snapshot, &err), 0);
    assert_int_equal(sa_run_collect(&plan, snapshot, &options, &outcome, &err), 0);
    assert_true(outcome.interrupted);
    assert_int_equal(number(snapshot, "SELECT count(*) FROM target"), 2);
    assert_int_equal(number(snapshot, "SELECT count(*) FROM coverage"), 0);
    sa_snapshot_close(snapshot);
    sa_plan_done(&plan);
}

static void runs_an_empty_plan(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {.complete = 7};
    struct sa_error err = {0};
    const struct sa_run_options options = {0};
    assert_int_equal(sa_snapshot_create(":memory:", false, &info, &snapshot, &err), 0);
    assert_int_equal(sa_run_collect(&plan, snapshot, &options, &outcome, &err), 0);
    assert_int_equal(outcome.complete, 0);
    sa_snapshot_close(snapshot);
}

static void ends_when_the_snapshot_cannot_be_written(void **state)
{
    (void)state;
    struct sa_plan plan = SA_PLAN_INIT;
    struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    struct sa_error err = {0};
    const struct sa_run_options options = {.jobs = 2};
    add(&plan, EXPORTS "/fabrikam-active", "a");
    add(&plan, EXPORTS "/fabrikam-staging", "b");
    assert_int_equal(sa_snapshot_create(":memory:", false, &info, &snapshot, &err), 0);
    assert_int_equal(sa_sql_exec(sa_snapshot_db(snapshot), "DROP TABLE rule_join", "break", &err),
                     0);
    assert_true(sa_run_collect(&plan, snapshot, &options, &outcome, &err) < 0);
    assert_non_null(strstr(err.message, "rule_join"));
    sa_snapshot_close(snapshot);
    sa_plan_done(&plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_servers_as_they_call_themselves),
        cmocka_unit_test(refuses_a_name_given_twice),
        cmocka_unit_test(refuses_a_pair_of_one),
        cmocka_unit_test(collects_many_servers_at_once),
        cmocka_unit_test(stops_when_asked),
        cmocka_unit_test(runs_an_empty_plan),
        cmocka_unit_test(ends_when_the_snapshot_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
