/* SPDX-License-Identifier: Apache-2.0 */
/* Forests as targets: which servers use them, what checks need from whom, and who answers for their
 * results. contoso.com is synchronised by SYNC01 (active) and SYNC02 (staging), both with connectors
 * to the forests that each test names. */
#include <stdbool.h>

#include "syncaudit/limits.h"

#include "engine/engine.h"
#include "support/engine_fixture.h"
#include "support/test.h"

static struct fixture fixture;
static int64_t sync01, sync02;

static int open_two(void **state)
{
    (void)state;
    fixture_open(&fixture);
    sync01 = fixture_server(&fixture, "SYNC01", "active", "contoso.com");
    sync02 = fixture_server(&fixture, "SYNC02", "staging", "contoso.com");
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

static void check(const char *id, const char *applies, const char *needs, const char *confirms,
                  const char *sql)
{
    const struct fixture_check one = {
        .id = id, .applies = applies, .needs = needs, .confirms = confirms, .sql = sql};
    fixture_check(&fixture, &one);
}

static void expect(const char *target, const char *id, enum sa_result_status status,
                   const char *reason)
{
    const struct sa_result *result = fixture_result(&fixture, target, id);

    if (result->status != status || strstr(result->reason, reason) == NULL ||
        (reason[0] == '\0' && result->reason[0] != '\0'))
        fail_msg("%s on %s: %s '%s'; expected %s '%s'", id, target, sa_result_name(result->status),
                 result->reason, sa_result_name(status), reason);
}

static const struct sa_source_coverage *source(const char *target, const char *name)
{
    static const struct sa_source_coverage none = {
        .status = "(not listed)", .message = "(not listed)", .checks = "(not listed)"};
    const struct sa_target *found = fixture_target(&fixture, target);
    for (size_t i = 0; i < found->source_count; i++)
        if (strcmp(found->sources[i].source, name) == 0)
            return &found->sources[i];
    return &none;
}

#define NO_ROWS "SELECT '' AS host, '' AS subject, '' AS observed, '' AS expected WHERE 0"
#define FOREST_ROW(name) \
    "SELECT '" name "' AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected"

static void connect_both(const char *forest)
{
    fixture_connector(&fixture, sync01, forest);
    fixture_connector(&fixture, sync02, forest);
}

static void results_stand_on_each_forest(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "Fabrikam.Example", false);
    fixture_forest(&fixture, "woodgrove.example", false);
    check("ACC-101", "forest", "ad_account", NULL, FOREST_ROW("Fabrikam.Example"));
    check("ACC-102", "forest", "ad_account", NULL, FOREST_ROW("SYNC01"));
    check("ACC-103", "all", "connector", NULL, FOREST_ROW("Fabrikam.Example"));
    fixture_judge(&fixture, NULL);

    assert_int_equal(fixture.evaluation->target_count, 5);
    const struct sa_target *targets = fixture.evaluation->targets;
    assert_int_equal(targets[2].kind, SA_TARGET_TENANT);
    assert_int_equal(targets[3].kind, SA_TARGET_FOREST);
    assert_string_equal(targets[3].name, "Fabrikam.Example");
    assert_string_equal(targets[3].role, "");
    assert_string_equal(targets[3].location, "Fabrikam.Example");
    assert_string_equal(targets[4].name, "woodgrove.example");
    assert_int_equal(targets[0].result_count, 1);
    assert_int_equal(targets[2].result_count, 0);
    assert_int_equal(targets[3].result_count, 2);
    expect("Fabrikam.Example", "ACC-101", SA_RESULT_FAIL, "");
    expect("woodgrove.example", "ACC-101", SA_RESULT_PASS, "");
    expect("woodgrove.example", "ACC-102", SA_RESULT_ERROR,
           "'SYNC01', which is no forest of this run");
    expect("SYNC01", "ACC-103", SA_RESULT_ERROR, "which is no server of this run");
    /* The only evidence of a source of the forest. */
    check("ACC-104", "forest", "ad_forest", NULL, FOREST_ROW("Fabrikam.Example"));
    fixture_judge(&fixture, NULL);
    const struct sa_finding *finding =
        &fixture_result(&fixture, "Fabrikam.Example", "ACC-104")->findings[0];
    assert_non_null(finding->evidence[0]);
    assert_string_equal(finding->evidence[0]->name, "root.ldif");
    assert_null(finding->evidence[1]);
}

static void a_forest_needs_itself_and_every_member(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    int64_t forest = fixture_forest(&fixture, "fabrikam.example", false);
    fixture_forest(&fixture, "lost.example", true);
    fixture_cover(&fixture, forest, "ad_right", "denied", "descriptors are hidden");
    fixture_cover(&fixture, sync02, "sync_rule", "failed", "a rule is cut off");
    check("ACC-101", "forest", "ad_account", NULL, NO_ROWS);
    check("ACC-102", "forest", "ad_account, ad_right", NULL, NO_ROWS);
    check("ACC-103", "forest", "ad_account, connector", NULL, NO_ROWS);
    check("ACC-104", "forest", "ad_account", "sync_rule", NO_ROWS);
    check("ACC-105", "forest", "ad_account", "sync_rule", FOREST_ROW("fabrikam.example"));
    fixture_judge(&fixture, NULL);

    expect("fabrikam.example", "ACC-101", SA_RESULT_PASS, "");
    expect("fabrikam.example", "ACC-102", SA_RESULT_UNKNOWN,
           "not seen: 'ad_right': descriptors are hidden");
    expect("fabrikam.example", "ACC-103", SA_RESULT_PASS, "");
    expect("fabrikam.example", "ACC-104", SA_RESULT_UNKNOWN,
           "no fault in what was collected; not seen: 'sync_rule' of 'SYNC02': a rule is cut off");
    expect("fabrikam.example", "ACC-105", SA_RESULT_FAIL, "");
    expect("lost.example", "ACC-101", SA_RESULT_UNKNOWN,
           "not seen: 'ad_account': no domain controller answered");
    expect("lost.example", "ACC-103", SA_RESULT_UNKNOWN,
           "'connector': no sync server that uses this forest was collected");
    assert_string_equal(source("fabrikam.example", "ad_right")->checks, "ACC-102");
    assert_string_equal(source("SYNC02", "sync_rule")->checks, "ACC-104");
    assert_int_equal(source("lost.example", "connector")->state, SA_COVERAGE_NOT_ASKED);
    assert_string_equal(source("lost.example", "connector")->checks, "ACC-103");
    assert_string_equal(source("fabrikam.example", "connector")->status, "(not listed)");
    assert_string_equal(source("SYNC01", "ad_account")->status, "(not listed)");
}

static void a_server_needs_all_its_forests(void **state)
{
    (void)state;
    connect_both("FABRIKAM.example");
    fixture_connector(&fixture, sync02, "emea.woodgrove.example");
    int64_t forest = fixture_forest(&fixture, "fabrikam.example", false);
    check("ACC-101", "all", "ad_account", NULL, NO_ROWS);
    check("ACC-102", "all", "connector", "ad_right", NO_ROWS);
    check("ACC-103", "active", "ad_account", NULL, NO_ROWS);
    check("ACC-104", "tenant", "ad_account", NULL, NO_ROWS);
    check("ACC-105", "pair", "ad_account", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_PASS, "");
    expect("SYNC01", "ACC-103", SA_RESULT_PASS, "");
    expect("SYNC02", "ACC-101", SA_RESULT_UNKNOWN,
           "not seen: 'ad_account': forest 'emea.woodgrove.example' was not asked: name it with "
           "--domain");
    expect("contoso.com", "ACC-104", SA_RESULT_UNKNOWN,
           "not seen: 'ad_account' of 'SYNC02': forest 'emea.woodgrove.example' was not asked");
    expect("SYNC02", "ACC-105", SA_RESULT_UNKNOWN, "forest 'emea.woodgrove.example'");
    assert_string_equal(source("SYNC02", "ad_account")->checks, "ACC-101, ACC-104, ACC-105");
    assert_string_equal(source("SYNC02", "ad_right")->checks, "ACC-102");
    assert_string_equal(source("SYNC01", "ad_account")->status, "(not listed)");

    /* A domain of the forest names it too; what a forest lacks is said once for both servers. */
    fixture_forest(&fixture, "woodgrove.example", false);
    fixture_exec(&fixture,
                 "INSERT INTO ad_domain (target_id, dns_name, dn, dn_key, is_root, collected)"
                 " SELECT max(id), 'emea.woodgrove.example', 'DC=e', 'dc=e', 0, 0 FROM target");
    fixture_cover(&fixture, forest, "ad_account", "timeout", "the search took too long");
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_UNKNOWN,
           "not seen: 'ad_account' of 'fabrikam.example': the search took too long");
    expect("SYNC01", "ACC-102", SA_RESULT_PASS, "");
    expect("SYNC02", "ACC-102", SA_RESULT_PASS, "");
    assert_string_equal(fixture_result(&fixture, "contoso.com", "ACC-104")->reason,
                        "not seen: 'ad_account' of 'fabrikam.example': the search took too long");
    assert_string_equal(source("fabrikam.example", "ad_account")->checks,
                        "ACC-101, ACC-103, ACC-104, ACC-105");
}

/* Whatever stands in the snapshot, no server can pass on a forest that is not known. */
static void a_server_without_known_forest_is_unknown(void **state)
{
    (void)state;
    int64_t lost = fixture_server(&fixture, "LOST", "lost", "contoso.com");
    fixture_connector(&fixture, sync02, NULL);
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_cover(&fixture, lost, "ad_account", "ok", NULL);
    check("ACC-101", "all", "ad_account", NULL, NO_ROWS);
    check("ACC-102", "forest", "ad_account, sync_rule", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_UNKNOWN, "has no connector to Active Directory");
    expect("SYNC02", "ACC-101", SA_RESULT_UNKNOWN, "does not tell its forest");
    expect("LOST", "ACC-101", SA_RESULT_UNKNOWN, "which forests the server uses is not known");
    /* They could use the forest; SYNC01 certainly does not. */
    expect("fabrikam.example", "ACC-102", SA_RESULT_UNKNOWN, "'sync_rule' of 'LOST'");
    assert_int_equal(fixture_target(&fixture, "LOST")->score.count[SA_RESULT_UNKNOWN], 2);
    assert_int_equal(fixture_target(&fixture, "SYNC02")->score.count[SA_RESULT_UNKNOWN], 2);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->score.count[SA_RESULT_UNKNOWN], 1);
    const struct sa_forest *forest = fixture_target(&fixture, "fabrikam.example")->forest;
    assert_int_equal(forest->server_count, 2);
    assert_string_equal(forest->servers[1]->name, "LOST");
    assert_false(forest->certain[1]);
}

static void a_run_without_forests_says_what_was_not_asked(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_connector(&fixture, sync01, "woodgrove.example");
    check("ACC-101", "forest", "ad_account", "ad_right", NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->target_count, 3);
    const struct sa_source_coverage *found = source("SYNC01", "ad_account");
    assert_string_equal(found->message, "forests 'fabrikam.example', 'woodgrove.example' were not "
                                        "asked: name each with --domain");
    assert_string_equal(found->checks, "ACC-101");
    assert_string_equal(source("SYNC02", "ad_right")->message,
                        "forest 'fabrikam.example' was not asked: name it with --domain");
}

static void a_lost_forest_has_the_name_it_was_given(void **state)
{
    (void)state;
    fixture_connector(&fixture, sync01, "fabrikam.example");
    fixture_connector(&fixture, sync02, "example");
    fixture_forest(&fixture, "EMEA.fabrikam.example", true);
    check("ACC-101", "all", "ad_account", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_UNKNOWN,
           "not seen: 'ad_account' of 'EMEA.fabrikam.example': no domain controller answered");
    fixture_exec(&fixture, "UPDATE target SET location = 'myfabrikam.example',"
                           " name = 'xfabrikam.example' WHERE kind = 'forest';"
                           "UPDATE connector SET forest = 'fabrikam.example' WHERE kind = 'ad'");
    fixture_judge(&fixture, NULL);
    expect("SYNC02", "ACC-101", SA_RESULT_UNKNOWN, "'fabrikam.example' was not asked");
    /* One that answered has told its domains: nothing is guessed from names. */
    fixture_forest(&fixture, "child.fabrikam.example", false);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_UNKNOWN, "'fabrikam.example' was not asked");
}

static void a_cut_off_forest_was_not_asked_for_everything(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_exec(&fixture, "DELETE FROM coverage WHERE source = 'ad_right'");
    check("ACC-101", "all", "ad_right", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "ACC-101", SA_RESULT_UNKNOWN,
           "'ad_right' of 'fabrikam.example': the run ended before the forest was asked for it");
    assert_int_equal(source("fabrikam.example", "ad_right")->state, SA_COVERAGE_NOT_ASKED);
}

static void a_discovered_server_has_no_export(void **state)
{
    const struct sa_target_info info = {.name = "GHOST", .location = ""};
    struct sa_error err = {0};
    int64_t id = 0;

    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    assert_int_equal(sa_snapshot_add_target(fixture.snapshot, &info, &id, &err), 0);
    check("STG-101", "all", "connector", NULL, NO_ROWS);
    check("STG-102", "staging", "sync_rule", NULL, NO_ROWS);
    check("STG-103", "all", "event_log", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("GHOST", "STG-101", SA_RESULT_UNKNOWN,
           "not seen: 'connector': no configuration export of this server was given");
    expect("GHOST", "STG-102", SA_RESULT_UNKNOWN,
           "role of 'GHOST' is not known: no configuration export of this server was given");
    expect("GHOST", "STG-103", SA_RESULT_UNKNOWN, "the server's Windows was not asked");
    assert_string_equal(source("GHOST", "connector")->checks, "STG-101");
    assert_null(strstr(source("GHOST", "connector")->message, "folder"));
    for (size_t i = 0; i < fixture.evaluation->pair_count; i++) {
        const struct sa_pair *pair = &fixture.evaluation->pairs[i];
        if (strcmp(pair->staging->name, "GHOST") == 0) {
            assert_false(pair->compared);
            assert_non_null(strstr(pair->notice, "no configuration export of it was given"));
        }
    }
}

/* Found in the directory, and its engine gave its configuration: as good as an export that was given. */
static void a_discovered_server_was_asked(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_exec(&fixture,
                 "UPDATE target SET location = '' WHERE name = 'SYNC01';"
                 "INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)"
                 " SELECT id, 'host', 'ok', 1, 'x', 'x' FROM target WHERE name = 'SYNC01'");
    check("STG-101", "all", "connector", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_true(fixture.evaluation->pair_count > 0);
    for (size_t i = 0; i < fixture.evaluation->pair_count; i++)
        assert_string_equal(fixture.evaluation->pairs[i].notice, "");
    fixture_exec(&fixture, "DELETE FROM coverage WHERE source IN ('global_settings', 'connector',"
                           " 'sync_rule') AND target_id = (SELECT id FROM target WHERE name = "
                           "'SYNC01')");
    fixture_judge(&fixture, NULL);
    assert_true(fixture.evaluation->pair_count > 0);
    for (size_t i = 0; i < fixture.evaluation->pair_count; i++)
        assert_non_null(
            strstr(fixture.evaluation->pairs[i].notice, "nor was its engine asked for one"));
}

static void servers_answer_for_their_forests(void **state)
{
    /* clang-format off */
    static const struct fixture_check checks[] = {
        {.id = "STG-101", .severity = "medium", .area = "staging", .sql = NO_ROWS},
        {.id = "ACC-101", .severity = "high", .area = "accounts", .applies = "forest",
         .needs = "ad_forest", .sql = FOREST_ROW("fabrikam.example")},
        {.id = "ACC-102", .severity = "low", .area = "accounts", .applies = "forest",
         .needs = "ad_forest", .sql = FOREST_ROW("woodgrove.example")},
    };
    /* clang-format on */
    (void)state;
    fixture_connector(&fixture, sync01, "fabrikam.example");
    fixture_connector(&fixture, sync02, "woodgrove.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_forest(&fixture, "woodgrove.example", false);
    for (size_t i = 0; i < SA_COUNT(checks); i++)
        fixture_check(&fixture, &checks[i]);
    fixture_judge(&fixture, NULL);

    /* 3 passes, 6 fails, 1 passes of 10; 3 passes, 6 passes, 1 fails of 10. */
    assert_int_equal(fixture_target(&fixture, "SYNC01")->score.lower, 40);
    assert_int_equal(fixture_target(&fixture, "SYNC02")->score.lower, 90);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->area_count, 2);
    assert_int_equal(fixture_target(&fixture, "fabrikam.example")->score.lower, 14);
    assert_int_equal(fixture_target(&fixture, "woodgrove.example")->score.lower, 85);
    assert_int_equal(fixture_target(&fixture, "fabrikam.example")->area_count, 1);
    assert_int_equal(fixture_result(&fixture, "fabrikam.example", "ACC-101")->gain, 86);
    assert_int_equal(fixture.evaluation->estate_lower, 40);

    /* A forest that nobody answers for counts by itself. */
    fixture_exec(&fixture, "UPDATE connector SET forest = 'woodgrove.example' WHERE kind = 'ad'");
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->score.lower, 90);
    assert_int_equal(fixture.evaluation->estate_lower, 14);
    assert_int_equal(fixture.evaluation->estate_upper, 14);
}

static void a_run_of_forests_alone_has_a_score(void **state)
{
    (void)state;
    fixture_close(&fixture);
    fixture_open(&fixture);
    fixture_forest(&fixture, "fabrikam.example", false);
    check("ACC-101", "forest", "ad_account", NULL, NO_ROWS);
    check("ACC-102", "all", "connector", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->target_count, 1);
    assert_int_equal(fixture.evaluation->targets[0].result_count, 1);
    assert_int_equal(fixture.evaluation->estate_lower, 100);
}

static void readiness_asks_the_forests_too(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    check("ACC-008", "forest", "ad_account", NULL, FOREST_ROW("fabrikam.example"));
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->readiness_count, 1);
    const struct sa_readiness_item *worst = &fixture.evaluation->readiness[0].items[0];
    assert_string_equal(worst->check_id, "ACC-008");
    assert_int_equal(worst->status, SA_RESULT_FAIL);
    assert_string_equal(fixture.evaluation->readiness[0].verdict, "NOT READY");
}

static void reports_get_what_is_known_of_a_forest(void **state)
{
    (void)state;
    connect_both("fabrikam.example");
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_forest(&fixture, "lost.example", true);
    fixture_exec(
        &fixture,
        "UPDATE ad_domain SET netbios_name = 'FABRIKAM';"
        "INSERT INTO ad_domain (id, target_id, dns_name, dn, dn_key, is_root, collected)"
        " SELECT 7, target_id, 'emea.fabrikam.example', 'DC=e', 'dc=e', 0, 0 FROM ad_forest;"
        "INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled,"
        " delegate_to, acts_on_behalf, spns, password_set_at, sid_history, key_credentials,"
        " evidence_id) SELECT column1, f.target_id, column2, 'd', 'd', column3, column4, 'user',"
        " column5, '', '', '', column6, '', 0, f.evidence_id FROM ad_forest f,"
        " (VALUES (1, (SELECT min(id) FROM ad_domain), 'S-1', 'suspect', 0, NULL),"
        "         (2, 7, 'S-2', 'MSOL_1', NULL, '2020-01-01T00:00:00Z'));"
        "INSERT INTO ad_account_role VALUES (1, 'suspect', 'right', 'x', ''),"
        " (2, 'connector', 'export', 'a', 'SYNC02'), (2, 'connector', 'export', 'b', 'SYNC01'),"
        " (2, 'suspect', 'right', 'x', '');"
        "INSERT INTO ad_membership VALUES (2, 'S-9', 0, 'MSOL_1 > harmless'),"
        " (2, 'S-512', 1, ''), (2, 'S-519', 1, 'MSOL_1 > A > Enterprise Admins'),"
        " (1, 'S-512', 1, '');"
        "INSERT INTO ad_principal SELECT target_id, 'S-512', 'FABRIKAM\\Domain Admins', NULL,"
        " 'group', NULL, 'tier0' FROM ad_forest;"
        "INSERT INTO ad_gap SELECT target_id, 'ad_account', 'account', 'CN=x', 'denied', 'hidden'"
        "  FROM ad_forest;"
        "INSERT INTO footprint (target_id, protocol, server, operation, detail, status, code,"
        " entries, bytes, started_at, elapsed_ms) SELECT f.target_id, column1, column2, column3, "
        "'',"
        " column4, 0, 2, 100, '2026-11-22T10:00:00Z', 5 FROM ad_forest f, (VALUES"
        " ('dns', '', 'locate', 'ok'), ('ldap', 'dc2', 'search', 'ok'),"
        " ('ldap', 'dc1', 'search', 'timeout'))");
    check("ACC-101", "forest", "ad_account", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);

    assert_null(fixture_target(&fixture, "SYNC01")->forest);
    assert_null(fixture_target(&fixture, "contoso.com")->forest);
    const struct sa_forest *forest = fixture_target(&fixture, "fabrikam.example")->forest;
    assert_non_null(forest);
    assert_true(forest->answered);
    assert_string_equal(forest->root_domain, "fabrikam.example");
    assert_string_equal(forest->protection, "sealed");
    assert_int_equal(forest->functional_level, -1);
    assert_int_equal(forest->server_count, 2);
    assert_string_equal(forest->servers[1]->name, "SYNC02");
    assert_true(forest->certain[1]);
    assert_int_equal(forest->domain_count, 2);
    assert_true(forest->domains[0].is_root && forest->domains[0].collected);
    assert_false(forest->domains[1].collected);
    assert_int_equal(forest->account_count, 2);
    assert_int_equal(forest->account_total, 2);
    assert_string_equal(forest->accounts[0].name, "emea.fabrikam.example\\MSOL_1");
    assert_string_equal(forest->accounts[0].roles, "connector, suspect");
    assert_string_equal(forest->accounts[0].servers, "SYNC01, SYNC02");
    assert_int_equal(forest->accounts[0].enabled, -1);
    assert_string_equal(forest->accounts[0].privileged, "MSOL_1 > A > Enterprise Admins");
    assert_string_equal(forest->accounts[1].name, "FABRIKAM\\suspect");
    assert_int_equal(forest->accounts[1].enabled, 0);
    assert_string_equal(forest->accounts[1].privileged, "FABRIKAM\\Domain Admins");
    assert_string_equal(forest->accounts[1].password_set_at, "");
    assert_int_equal(forest->gap_count, 1);
    assert_string_equal(forest->gaps[0].message, "hidden");
    assert_int_equal(forest->footprint_count, 2);
    assert_string_equal(forest->footprint[1].operation, "search");
    assert_int_equal(forest->footprint[1].count, 2);
    assert_int_equal(forest->footprint[1].failed, 1);
    assert_int_equal(forest->footprint[1].bytes, 200);
    assert_string_equal(forest->asked, "dc1, dc2");

    const struct sa_forest *lost = fixture_target(&fixture, "lost.example")->forest;
    assert_non_null(lost);
    assert_false(lost->answered);
    assert_string_equal(lost->server, "");
    assert_int_equal(lost->server_count + lost->domain_count + lost->account_count, 0);
}

static void long_lists_are_cut_and_counted(void **state)
{
    (void)state;
    fixture_forest(&fixture, "fabrikam.example", false);
    fixture_exec(&fixture, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                           " WHERE i < 1500) INSERT INTO ad_gap SELECT target_id, 'ad_right',"
                           " 'right', 'OU=' || i, 'denied', 'hidden' FROM n, ad_forest");
    check("ACC-101", "forest", "ad_account", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    const struct sa_forest *forest = fixture_target(&fixture, "fabrikam.example")->forest;
    assert_int_equal(forest->gap_count, SA_LIMIT_FOREST_ROWS);
    assert_int_equal(forest->gap_total, 1500);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_two, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(results_stand_on_each_forest),
        TEST(a_forest_needs_itself_and_every_member),
        TEST(a_server_needs_all_its_forests),
        TEST(a_server_without_known_forest_is_unknown),
        TEST(a_run_without_forests_says_what_was_not_asked),
        TEST(a_lost_forest_has_the_name_it_was_given),
        TEST(a_cut_off_forest_was_not_asked_for_everything),
        TEST(a_discovered_server_has_no_export),
        TEST(a_discovered_server_was_asked),
        TEST(servers_answer_for_their_forests),
        TEST(a_run_of_forests_alone_has_a_score),
        TEST(readiness_asks_the_forests_too),
        TEST(reports_get_what_is_known_of_a_forest),
        TEST(long_lists_are_cut_and_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
