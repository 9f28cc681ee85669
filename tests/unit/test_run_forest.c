/* SPDX-License-Identifier: Apache-2.0 */
/* Forests in a run: after the servers, with what their exports tell; one forest's trouble, its deadline,
 * cancellation; servers that a forest knows. The collector is a stand-in. */
#include <pthread.h>
#include <stdbool.h>

#include "syncaudit/run.h"
#include "syncaudit/sql.h"

#include "support/fake_forest.h"
#include "support/test.h"

#define FOREST "fabrikam.example" /* of the example exports */

struct run {
    struct sa_plan plan;
    struct sa_snapshot *snapshot;
    struct sa_run_outcome outcome;
    struct sa_error err;
};

static int set_up(void **state)
{
    static const struct sa_run_info info = {.tool_version = "t",
                                            .catalogue_version = "t",
                                            .catalogue_sha256 = "",
                                            .operator_name = "t",
                                            .workstation = "t"};
    struct run *run = calloc(1, sizeof *run);
    assert_non_null(run);
    run->plan = (struct sa_plan)SA_PLAN_INIT;
    fake_forest_reset();
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

static void add_server(struct run *run, const char *folder, const char *name)
{
    const struct sa_plan_target target = {.export_folder = folder, .name = name};
    assert_int_equal(sa_plan_add(&run->plan, &target, &run->err), 0);
}

static void add_forest(struct run *run, const char *domain, bool discover)
{
    const struct sa_plan_forest forest = {.ldap.domain = domain, .discover = discover};
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
}

static int collect(struct run *run, const struct sa_run_options *options)
{
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    return sa_run_collect(&run->plan, run->snapshot, options, &run->outcome, &run->err);
}

static char *text(struct run *run, const char *sql)
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

/* Every text of the caller may go once the plan has the forest. */
static void plan_keeps_copies(void **state)
{
    struct run *run = *state;
    char domain[] = "fabrikam.example";
    char dc[] = "dc1.fabrikam.example";
    char site[] = "site";
    char user[] = "user";
    char realm[] = "realm";
    char ccache[] = "ccache";
    char keytab[] = "keytab";
    char ca[] = "ca";
    char cert[] = "cert";
    char key[] = "key";
    char account[] = "svc";
    char name[] = "name";
    char *const texts[] = {domain, dc, site, user, realm,   ccache,
                           keytab, ca, cert, key,  account, name};
    const char *const servers[] = {dc, NULL};
    const char *const accounts[] = {account, NULL};
    const struct sa_plan_forest forest = {
        .name = name,
        .accounts = accounts,
        .discover = true,
        .ldap = {.domain = domain,
                 .servers = servers,
                 .site = site,
                 .user = user,
                 .realm = realm,
                 .ccache = ccache,
                 .keytab = keytab,
                 .ca_file = ca,
                 .cert_file = cert,
                 .key_file = key,
                 .auth = SA_LDAP_EXTERNAL,
                 .tls = SA_LDAP_STARTTLS,
                 .port = 1389},
    };
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        memset(texts[i], '!', strlen(texts[i]));
    const struct sa_plan_forest *kept = &run->plan.forests[0];
    assert_string_equal(kept->name, "name");
    assert_string_equal(kept->accounts[0], "svc");
    assert_null(kept->accounts[1]);
    assert_true(kept->discover);
    assert_string_equal(kept->ldap.domain, "fabrikam.example");
    assert_string_equal(kept->ldap.servers[0], "dc1.fabrikam.example");
    assert_null(kept->ldap.servers[1]);
    assert_string_equal(kept->ldap.site, "site");
    assert_string_equal(kept->ldap.user, "user");
    assert_string_equal(kept->ldap.realm, "realm");
    assert_string_equal(kept->ldap.ccache, "ccache");
    assert_string_equal(kept->ldap.keytab, "keytab");
    assert_string_equal(kept->ldap.ca_file, "ca");
    assert_string_equal(kept->ldap.cert_file, "cert");
    assert_string_equal(kept->ldap.key_file, "key");
    assert_int_equal(kept->ldap.auth, SA_LDAP_EXTERNAL);
    assert_int_equal(kept->ldap.tls, SA_LDAP_STARTTLS);
    assert_int_equal(kept->ldap.port, 1389);
}

static void plan_refuses_a_domain_named_twice(void **state)
{
    struct run *run = *state;
    const struct sa_plan_forest again = {.ldap.domain = "FABRIKAM.example"};
    const struct sa_plan_forest nowhere = {.name = "x"};
    add_forest(run, "fabrikam.example", true);
    assert_int_equal(sa_plan_add_forest(&run->plan, &again, &run->err), SA_E_INPUT);
    assert_non_null(strstr(run->err.message, "FABRIKAM.example"));
    assert_int_equal(sa_plan_add_forest(&run->plan, &nowhere, &run->err), SA_E_INPUT);
    assert_int_equal(run->plan.forest_count, 1);
}

static void plan_has_a_limit_for_forests(void **state)
{
    struct run *run = *state;
    char domain[64];
    for (int i = 0; i < 64; i++) {
        (void)snprintf(domain, sizeof domain, "d%d.example", i);
        add_forest(run, domain, true);
    }
    const struct sa_plan_forest one_more = {.ldap.domain = "more.example"};
    assert_int_equal(sa_plan_add_forest(&run->plan, &one_more, &run->err), SA_E_LIMIT);
}

static void names_are_unique_among_servers_and_forests(void **state)
{
    struct run *run = *state;
    add_server(run, "a", "fabrikam.example");
    add_forest(run, "fabrikam.example", true);
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), 0);
    assert_string_equal(run->plan.forests[0].name, "fabrikam.example#2");
    const struct sa_plan_forest named = {.name = "FABRIKAM.EXAMPLE", .ldap.domain = "b.example"};
    assert_int_equal(sa_plan_add_forest(&run->plan, &named, &run->err), 0);
    assert_int_equal(sa_plan_name_targets(&run->plan, &run->err), SA_E_INPUT);
    assert_non_null(strstr(run->err.message, "FABRIKAM.EXAMPLE"));
}

static bool has_hint(const struct fake_call *call, const char *role, const char *account,
                     const char *source, const char *server)
{
    for (size_t i = 0; i < call->hint_count; i++) {
        const struct fake_hint *hint = &call->hints[i];
        if (strcmp(hint->role, role) == 0 && strcmp(hint->account, account) == 0 &&
            strcmp(hint->source, source) == 0 && strcmp(hint->server, server) == 0)
            return true;
    }
    return false;
}

static size_t accounts_and_servers(const struct fake_call *call)
{
    size_t count = 0;
    for (size_t i = 0; i < call->hint_count; i++)
        count += strcmp(call->hints[i].role, "container") != 0;
    return count;
}

/* Each forest hears of its own accounts and servers and of no others. */
static void forests_hear_what_exports_tell(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 2};
    add_server(run, EXPORTS "/fabrikam-active", "first");
    add_server(run, EXPORTS "/fabrikam-staging", NULL);
    add_server(run, "/nowhere/LOST", NULL);
    const char *const accounts[] = {"svc-old", NULL};
    const struct sa_plan_forest forest = {.ldap.domain = FOREST, .accounts = accounts};
    assert_int_equal(sa_plan_add_forest(&run->plan, &forest, &run->err), 0);
    add_forest(run, "emea." FOREST, false);
    add_forest(run, "x" FOREST, false);
    add_forest(run, "elsewhere.example", false);
    assert_int_equal(collect(run, &options), 0);

    const struct fake_call *call = fake_forest_call(FOREST);
    assert_int_equal(call->exports_stored, 9);
    static const char account[] =
        "SELECT group_concat(account, '') FROM connector WHERE kind = 'ad' AND target_id = ";
    char sql[256];
    (void)snprintf(sql, sizeof sql, "%s1", account);
    assert_true(has_hint(call, "connector", text(run, sql), "first", "FAB-SYNC01"));
    (void)snprintf(sql, sizeof sql, "%s2", account);
    assert_true(has_hint(call, "connector", text(run, sql), "FAB-SYNC02", "FAB-SYNC02"));
    assert_true(has_hint(call, "server", "FAB-SYNC01", "first", "FAB-SYNC01"));
    assert_true(has_hint(call, "server", "FAB-SYNC02", "FAB-SYNC02", "FAB-SYNC02"));
    assert_true(has_hint(call, "server", "LOST", "LOST", "LOST"));
    assert_true(has_hint(call, "connector", "svc-old", "", ""));
    assert_true(has_hint(call, "container", "OU=Corp,DC=fabrikam,DC=example", "", ""));
    assert_int_equal(accounts_and_servers(call), 6);
    assert_string_equal(call->hints[1].domain, FOREST);
    assert_int_equal(accounts_and_servers(fake_forest_call("emea." FOREST)), 5);
    /* Only the server whose connectors are not known. */
    assert_int_equal(fake_forest_call("x" FOREST)->hint_count, 1);
    assert_true(has_hint(fake_forest_call("elsewhere.example"), "server", "LOST", "LOST", "LOST"));
    assert_int_equal(fake_forest_call("elsewhere.example")->hint_count, 1);
}

static void a_forest_in_trouble_stops_nothing(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.forest_timeout_ms = 50};
    add_server(run, EXPORTS "/fabrikam-active", NULL);
    add_forest(run, "down.example", true);
    add_forest(run, "slow.example", true);
    add_forest(run, "up.example", true);
    assert_int_equal(collect(run, &options), 0);
    assert_int_equal(run->outcome.complete, 2);
    assert_int_equal(run->outcome.failed, 2);
    assert_int_equal(run->outcome.partial, 0);
    assert_false(run->outcome.interrupted);
    assert_string_equal(text(run,
                             "SELECT group_concat(name || ' ' || kind || ' ' || location, ', ')"
                             " FROM target WHERE kind = 'forest'"),
                        "down.example forest down.example, slow.example forest slow.example, "
                        "up.example forest up.example");
    assert_string_equal(text(run,
                             "SELECT c.status FROM coverage c JOIN target t ON t.id = target_id"
                             " WHERE t.name = 'slow.example'"),
                        "timeout");
    assert_string_equal(text(run,
                             "SELECT c.status FROM coverage c JOIN target t ON t.id = target_id"
                             " WHERE t.name = 'down.example'"),
                        "unreachable");
    assert_true(fake_forest_call("up.example")->time_left_ms <= 50);
}

static void forests_are_asked_at_once(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    add_forest(run, "meet1.example", false);
    add_forest(run, "meet2.example", false);
    assert_int_equal(collect(run, &options), 0);
    assert_int_equal(run->outcome.complete, 2);
    assert_int_equal(fake_forest.most_at_once, 2);
}

static void the_deadline_is_ten_minutes(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    add_forest(run, "up.example", false);
    assert_int_equal(collect(run, &options), 0);
    assert_in_range(fake_forest_call("up.example")->time_left_ms, 590000, 600000);
    assert_false(fake_forest_call("up.example")->has_watcher);
    assert_int_equal(fake_forest.discovered_calls, 0);
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
    const struct sa_run_options options = {.jobs = 1, .cancelled = &cancelled};
    add_server(run, EXPORTS "/fabrikam-active", NULL);
    add_forest(run, "slow.example", true);
    add_forest(run, "up.example", true);
    assert_int_equal(pthread_create(&thread, NULL, cancel_soon, &cancelled), 0);
    assert_int_equal(collect(run, &options), 0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_true(run->outcome.interrupted);
    assert_string_equal(text(run, "SELECT count(*) FROM coverage JOIN target t ON t.id = target_id"
                                  " WHERE t.kind = 'forest'"),
                        "0");
    assert_string_equal(text(run, "SELECT count(*) FROM target"), "3");
}

static void asks_no_forest_after_cancellation(void **state)
{
    struct run *run = *state;
    atomic_bool cancelled = true;
    const struct sa_run_options options = {.cancelled = &cancelled};
    add_forest(run, "up.example", true);
    assert_int_equal(collect(run, &options), 0);
    assert_true(run->outcome.interrupted);
    assert_int_equal(fake_forest.call_count, 0);
}

static void ends_when_the_snapshot_cannot_be_written(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {.jobs = 1};
    add_forest(run, "broken.example", true);
    add_forest(run, "up.example", true);
    assert_int_equal(collect(run, &options), SA_E_IO);
    assert_string_equal(run->err.message, "cannot write");
    assert_int_equal(fake_forest.call_count, 1);
    assert_int_equal(fake_forest.discovered_calls, 0);
}

static void servers_that_a_forest_knows_become_targets_once(void **state)
{
    struct run *run = *state;
    struct sa_discovered discovered[] = {
        {.name = "NEW01",                  .state = "live"   },
        {.name = "new01.fabrikam.example", .state = "live"   }, /* the same again */
        {.name = "NEW02",                  .state = "unknown"},
        {.name = "GHOST",                  .state = "ghost"  },
        {.name = "",                       .state = "live"   },
        {.name = "up.example",             .state = "live"   }, /* a forest is called so */
    };
    const struct sa_run_options options = {0};
    fake_forest.discovered = discovered;
    fake_forest.discovered_count = SA_COUNT(discovered);
    add_forest(run, "up.example", true);
    add_forest(run, "two.example", true);
    add_forest(run, "down.example", true);
    assert_int_equal(collect(run, &options), 0);
    assert_string_equal(text(run, "SELECT group_concat(name, ' ') FROM (SELECT name FROM target"
                                  " WHERE kind = 'server' AND location = '' ORDER BY id)"),
                        "NEW01 NEW02 up.example#2");
    assert_int_equal(run->plan.count, 3);
    assert_null(run->plan.targets[2].export_folder);
    /* They were not looked at: neither collected nor failed. */
    assert_int_equal(run->outcome.complete, 2);
    assert_int_equal(run->outcome.failed, 1);
    assert_string_equal(text(run, "SELECT count(*) FROM coverage JOIN target t ON t.id = target_id"
                                  " WHERE t.name LIKE 'NEW%'"),
                        "0");
}

/* Who names servers says which ones are reviewed. */
static void discovers_nothing_beside_named_servers(void **state)
{
    struct run *run = *state;
    struct sa_discovered discovered[] = {
        {.name = "NEW01", .state = "live"}
    };
    const struct sa_run_options options = {0};
    fake_forest.discovered = discovered;
    fake_forest.discovered_count = 1;
    add_server(run, EXPORTS "/fabrikam-active", "given");
    add_forest(run, "up.example", true);
    assert_int_equal(collect(run, &options), 0);
    assert_string_equal(text(run, "SELECT count(*) FROM target"), "2");
}

static void discovers_only_where_asked_to(void **state)
{
    struct run *run = *state;
    struct sa_discovered discovered[] = {
        {.name = "NEW01", .state = "live"}
    };
    const struct sa_run_options options = {0};
    fake_forest.discovered = discovered;
    fake_forest.discovered_count = 1;
    add_forest(run, "up.example", false);
    assert_int_equal(collect(run, &options), 0);
    assert_string_equal(text(run, "SELECT count(*) FROM target"), "1");
}

/* A target without a folder has a row and no collection, so that a report cannot be silent about it. */
static void a_server_without_export_is_not_read(void **state)
{
    struct run *run = *state;
    const struct sa_run_options options = {0};
    add_server(run, NULL, "known");
    assert_int_equal(collect(run, &options), 0);
    assert_int_equal(run->outcome.complete + run->outcome.partial + run->outcome.failed, 0);
    assert_string_equal(text(run, "SELECT name || '|' || location FROM target"), "known|");
    assert_string_equal(text(run, "SELECT count(*) FROM coverage"), "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plan_keeps_copies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(plan_refuses_a_domain_named_twice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(plan_has_a_limit_for_forests, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_unique_among_servers_and_forests, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(forests_hear_what_exports_tell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_forest_in_trouble_stops_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(forests_are_asked_at_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_deadline_is_ten_minutes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(stops_waiting_when_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(asks_no_forest_after_cancellation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_when_the_snapshot_cannot_be_written, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(servers_that_a_forest_knows_become_targets_once, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(discovers_nothing_beside_named_servers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(discovers_only_where_asked_to, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_server_without_export_is_not_read, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
