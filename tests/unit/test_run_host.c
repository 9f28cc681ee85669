/* SPDX-License-Identifier: Apache-2.0 */
/* Runs with hosts: which host is which server, how many are asked at once, deadlines, cancellation, and
 * servers that only a forest knows. */
#include <pthread.h>

#include "syncaudit/datetime.h"
#include "syncaudit/run.h"
#include "syncaudit/sql.h"

#include "support/fake_forest.h"
#include "support/fake_host.h"
#include "support/test.h"

static const struct sa_run_info info = {.tool_version = "t",
                                        .catalogue_version = "t",
                                        .catalogue_sha256 = "",
                                        .operator_name = "t",
                                        .workstation = "t"};

struct run {
    struct sa_plan plan;
    struct sa_snapshot *snapshot;
    struct sa_run_outcome outcome;
    struct sa_error err;
};

static int set_up(void **state)
{
    struct run *run = calloc(1, sizeof *run);
    assert_non_null(run);
    run->plan = (struct sa_plan)SA_PLAN_INIT;
    fake_forest_reset();
    fake_host_reset();
    assert_int_equal(sa_snapshot_create(":memory:", false, &info, &run->snapshot, &run->err), 0);
    *state = run;
    return 0;
}

static int tear_down(void **state)
{
    struct run *run = *state;
    sa_snapshot_close(run->snapshot);
    sa_plan_done(&run->plan);
    free(run);
    return 0;
}

static void add(struct run *run, const char *folder, const char *host, const char *name)
{
    const struct sa_plan_target target = {
        .export_folder = folder, .host.http.host = host, .name = name};
    assert_int_equal(sa_plan_add(&run->plan, &target, &run->err), 0);
}

static void collect(struct run *run, const struct sa_run_options *options)
{
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    assert_int_equal(sa_run_collect(&run->plan, run->snapshot, options, &run->outcome, &run->err),
                     0);
}

static const char *text(struct run *run, const char *sql)
{
    static char result[1024];
    sqlite3_stmt *statement = NULL;
    assert_int_equal(
        sa_sql_prepare(sa_snapshot_db(run->snapshot), sql, "ask", &statement, &run->err), 0);
    assert_int_equal(sa_sql_step(statement, "ask", &run->err), 1);
    (void)snprintf(result, sizeof result, "%s", sa_sql_text_or_empty(statement, 0));
    (void)sqlite3_finalize(statement);
    return result;
}

static void names_come_from_hosts(void **state)
{
    struct run *run = *state;
    add(run, NULL, "sync01.fabrikam.example", NULL);
    add(run, NULL, "sync01.tailspin.example", NULL);
    add(run, NULL, "10.1.2.3", NULL);
    add(run, NULL, "2001:db8::1", NULL);
    add(run, NULL, "x.example", "given");
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    static const char *const names[] = {"SYNC01", "SYNC01#2", "10.1.2.3", "2001:db8::1", "given"};
    for (size_t i = 0; i < SA_COUNT(names); i++)
        assert_string_equal(run->plan.targets[i].name, names[i]);
}

static void a_host_and_an_export_of_one_server_are_one_target(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    add(run, NULL, "FAB-sync02.fabrikam.example", NULL);
    add(run, EXPORTS "/fabrikam-active", NULL, NULL);
    add(run, EXPORTS "/fabrikam-staging", NULL, "mine");
    add(run, NULL, "fab-sync01", NULL);
    add(run, NULL, "other.fabrikam.example", NULL);
    collect(run, &options);
    assert_int_equal(run->plan.count, 3);
    assert_string_equal(text(run, "SELECT group_concat(name || ' ' || location, ',') FROM (SELECT"
                                  " name, replace(location, '" EXPORTS "/', '') AS location"
                                  " FROM target ORDER BY id)"),
                        "FAB-SYNC01 fabrikam-active,mine fabrikam-staging,"
                        "OTHER winrm:other.fabrikam.example");
    assert_string_equal(text(run, "SELECT group_concat(n, ',') FROM (SELECT count(*) AS n"
                                  " FROM coverage GROUP BY target_id ORDER BY target_id)"),
                        "4,4,1");
    assert_int_equal(run->outcome.complete, 3);
    assert_non_null(fake_host_call("fab-sync01"));
    assert_non_null(fake_host_call("FAB-sync02.fabrikam.example"));
}

/* Which of two exports is meant is not known: the host stays by itself. */
static void a_host_is_not_given_to_one_of_two_exports(void **state)
{
    struct run *run = *state;
    add(run, EXPORTS "/fabrikam-active", NULL, NULL);
    add(run, EXPORTS "/fabrikam-active", NULL, NULL);
    add(run, NULL, "fab-sync01.fabrikam.example", NULL);
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    assert_int_equal(run->plan.count, 3);
    assert_string_equal(run->plan.targets[2].name, "FAB-SYNC01#3");
}

static void one_hosts_trouble_is_its_own(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 2, .host_timeout_ms = 50};
    add(run, NULL, "down.example", NULL);
    add(run, NULL, "slow.example", NULL);
    add(run, NULL, "up.example", NULL);
    add(run, EXPORTS "/fabrikam-active", "down2.example", NULL);
    add(run, "/nowhere", "up2.example", NULL);
    collect(run, &options);
    assert_int_equal(run->outcome.complete, 1);
    assert_int_equal(run->outcome.partial, 2);
    assert_int_equal(run->outcome.failed, 2);
    assert_string_equal(
        text(run, "SELECT group_concat(t.name || ' ' || c.status, ',') FROM (SELECT * FROM coverage"
                  " ORDER BY target_id) c JOIN target t ON t.id = target_id WHERE source = 'host'"),
        "DOWN unreachable,SLOW timeout,UP ok,FAB-SYNC01 unreachable,nowhere ok");
    assert_true(fake_host_call("up.example")->time_left_ms <= 50);
    assert_false(fake_host_call("up.example")->has_watcher);
}

static void the_deadline_is_ten_minutes(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    add(run, NULL, "up.example", NULL);
    collect(run, &options);
    assert_in_range(fake_host_call("up.example")->time_left_ms, 590000, 600000);
}

/* What was not asked in time has rows that say so; nothing that was collected is lost. */
static void the_deadline_of_all_ends_every_host(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 1, .deadline_ms = sa_time_monotonic_ms() + 60};
    add(run, NULL, "up.example", NULL);
    add(run, NULL, "slow1.example", NULL);
    add(run, NULL, "slow2.example", NULL);
    collect(run, &options);
    assert_string_equal(text(run, "SELECT group_concat(status, ',') FROM (SELECT status FROM"
                                  " coverage ORDER BY target_id)"),
                        "ok,timeout,timeout");
    assert_true(fake_host_call("slow2.example")->time_left_ms <= 0);
}

static void hundreds_of_hosts_are_asked_by_as_many_workers_as_allowed(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    fake_host.meeting = SA_RUN_HOST_WORKERS;
    for (unsigned i = 0; i < 500; i++) {
        char host[32];
        (void)snprintf(host, sizeof host, "meet%u.example", i);
        add(run, NULL, host, NULL);
    }
    collect(run, &options);
    assert_int_equal(run->outcome.complete, 500);
    assert_int_equal(fake_host.most_at_once, SA_RUN_HOST_WORKERS);
    assert_string_equal(text(run, "SELECT count(*) FROM coverage WHERE status = 'ok'"), "500");
}

static void jobs_bound_the_workers(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 3};
    fake_host.meeting = 3;
    for (unsigned i = 0; i < 20; i++) {
        char host[32];
        (void)snprintf(host, sizeof host, "meet%u.example", i);
        add(run, NULL, host, NULL);
    }
    collect(run, &options);
    assert_int_equal(run->outcome.complete, 20);
    assert_int_equal(fake_host.most_at_once, 3);
}

static void *cancel_soon(void *payload)
{
    const struct timespec pause = {.tv_nsec = 30000000};
    (void)nanosleep(&pause, NULL);
    atomic_store((atomic_bool *)payload, true);
    return NULL;
}

static void stops_waiting_when_asked(void **state)
{
    struct run *run = *state;
    atomic_bool cancelled = false;
    pthread_t thread;
    const struct sa_run_options options = {.jobs = 2, .cancelled = &cancelled};
    for (unsigned i = 0; i < 10; i++)
        add(run, NULL, "slow.example", NULL);
    assert_int_equal(pthread_create(&thread, NULL, cancel_soon, &cancelled), 0);
    collect(run, &options);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_true(run->outcome.interrupted);
    assert_true(fake_host.call_count <= 2);
    assert_string_equal(text(run, "SELECT count(*) FROM target"), "10");
}

static void ends_when_the_snapshot_cannot_be_written(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 1};
    add(run, NULL, "broken.example", NULL);
    add(run, NULL, "up.example", NULL);
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    assert_int_equal(sa_run_collect(&run->plan, run->snapshot, &options, &run->outcome, &run->err),
                     SA_E_IO);
    assert_int_equal(fake_host.call_count, 1);
}

/* The account of the sync service is looked for in the forest that its server belongs to. */
static void a_forest_hears_of_the_service_account(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    const struct sa_plan_forest forest = {.ldap.domain = "fabrikam.example"};
    const struct sa_plan_forest other = {.ldap.domain = "tailspin.example"};
    add(run, NULL, "gmsa.fabrikam.example", NULL);
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    assert_int_equal(sa_plan_add_forest(&run->plan, &other, &run->err), 0);
    collect(run, &options);
    const struct fake_call *call = fake_forest_call("fabrikam.example");
    assert_int_equal(call->hint_count, 2);
    assert_string_equal(call->hints[0].role, "server");
    assert_string_equal(call->hints[0].account, "GMSA01");
    assert_string_equal(call->hints[1].role, "service");
    assert_string_equal(call->hints[1].domain, "FABRIKAM");
    assert_string_equal(call->hints[1].account, "gmsa-sync$");
    assert_string_equal(call->hints[1].server, "GMSA01");
    assert_int_equal(fake_forest_call("tailspin.example")->hint_count, 0);
}

static void discover(struct run *run, bool connect)
{
    static struct sa_discovered discovered[] = {
        {.name = "NEW01",
         .dns_name = "new01.fabrikam.example",
         .domain = "fabrikam.example",
         .state = "live"                                                                       },
 /* Another domain's name: whoever wrote it would be shown a ticket. */
        {.name = "NEW02",
         .dns_name = "evil.example",
         .domain = "fabrikam.example",
         .state = "live"                                                                       },
        {.name = "NEW03", .dns_name = "",      .domain = "fabrikam.example", .state = "unknown"},
        {.name = "BAD/4", .dns_name = "",      .domain = "fabrikam.example", .state = "live"   },
        {.name = "GHOST", .dns_name = "",      .domain = "fabrikam.example", .state = "ghost"  },
    };
    const struct sa_run_options options = {0};
    const struct sa_plan_forest forest = {
        .ldap.domain = "fabrikam.example",
        .discover = true,
        .connect = connect,
        .host.http = {.user = "auditor", .tls = true}
    };
    fake_forest.discovered = discovered;
    fake_forest.discovered_count = SA_COUNT(discovered);
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    collect(run, &options);
}

static void servers_that_a_forest_knows_are_asked(void **state)
{
    struct run *run = *state;
    discover(run, true);
    assert_int_equal(fake_host.call_count, 3);
    assert_string_equal(fake_host_call("new01.fabrikam.example")->user, "auditor");
    assert_true(fake_host_call("new01.fabrikam.example")->tls);
    assert_non_null(fake_host_call("NEW02.fabrikam.example"));
    assert_non_null(fake_host_call("NEW03.fabrikam.example"));
    assert_string_equal(text(run,
                             "SELECT group_concat(name || '|' || location, ' ') FROM (SELECT * FROM"
                             " target WHERE kind = 'server' ORDER BY id)"),
                        "NEW01| NEW02| NEW03| BAD/4|");
    assert_int_equal(run->outcome.complete, 4);
}

/* They are asked before the forest is, which so hears whom they name; a forest that could not be reached
 * for its servers is not asked again. */
static void a_forest_hears_what_its_own_servers_name(void **state)
{
    struct run *run = *state;
    struct sa_discovered discovered[] = {
        {.name = "GMSA01",
         .dns_name = "gmsa-engine.fabrikam.example",
         .domain = "fabrikam.example",
         .state = "live"}
    };
    const struct sa_run_options options = {0};
    struct sa_plan_forest forest = {
        .ldap.domain = "fabrikam.example", .discover = true, .connect = true};
    fake_forest.discovered = discovered;
    fake_forest.discovered_count = 1;
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    forest.ldap.domain = "down.example";
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    forest.ldap.domain = "left.example";
    forest.connect = false;
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    collect(run, &options);
    assert_int_equal(fake_host.call_count, 1);
    const struct fake_call *call = fake_forest_call("fabrikam.example");
    assert_int_equal(call->exports_stored, 1); /* the host was there before */
    assert_int_equal(call->hint_count, 3);
    assert_string_equal(call->hints[0].role, "connector");
    assert_string_equal(call->hints[0].account, "svc-import"); /* the sync engine told it */
    assert_string_equal(call->hints[1].role, "server");
    assert_string_equal(call->hints[2].role, "service");
    assert_string_equal(call->hints[2].account, "gmsa-sync$");
    assert_int_equal(fake_forest.servers_calls, 2);
    assert_int_equal(fake_forest.call_count, 2);
    assert_string_equal(
        text(run, "SELECT group_concat(source || ' ' || c.status || ' ' || message, ', ')"
                  " FROM coverage c JOIN target t ON t.id = c.target_id"
                  " WHERE t.name = 'down.example'"),
        "ad_account unreachable no DC answers, ad_forest unreachable no DC "
        "answers, ad_right unreachable no DC answers");
    assert_int_equal(run->outcome.complete, 3);
    assert_int_equal(run->outcome.failed, 1);
}

static void servers_that_a_forest_knows_are_left_alone(void **state)
{
    struct run *run = *state;
    discover(run, false);
    assert_int_equal(fake_host.call_count, 0);
    assert_string_equal(text(run, "SELECT count(*) FROM target WHERE kind = 'server'"), "4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_come_from_hosts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_host_and_an_export_of_one_server_are_one_target, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_host_is_not_given_to_one_of_two_exports, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(one_hosts_trouble_is_its_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_deadline_is_ten_minutes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_deadline_of_all_ends_every_host, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hundreds_of_hosts_are_asked_by_as_many_workers_as_allowed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(jobs_bound_the_workers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stops_waiting_when_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_when_the_snapshot_cannot_be_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_forest_hears_of_the_service_account, set_up, tear_down),
        cmocka_unit_test_setup_teardown(servers_that_a_forest_knows_are_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_forest_hears_what_its_own_servers_name, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(servers_that_a_forest_knows_are_left_alone, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
