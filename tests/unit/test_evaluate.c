/* SPDX-License-Identifier: Apache-2.0 */
/* Verdicts: scope, coverage, the rows of queries, broken checks; then what an evaluation tells
 * beside results. Each test makes its own snapshot; contoso.com has SYNC01 (active) and SYNC02
 * (staging). */
#include <stdbool.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "engine/catalogue.h"
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

static bool has_source(const char *target, const char *name)
{
    const struct sa_target *found = fixture_target(&fixture, target);
    for (size_t i = 0; i < found->source_count; i++)
        if (strcmp(found->sources[i].source, name) == 0)
            return true;
    return false;
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

/* A query that gives one row for each of the values ('host', 'subject', 'observed', 'status'). */
#define ROWS(values)                                                                    \
    "SELECT column1 AS host, column2 AS subject, column3 AS observed, 'x' AS expected," \
    " column4 AS status FROM (VALUES " values ")"
#define NO_ROWS ROWS("('SYNC01', '', '', 'fail')") " WHERE 0"
#define EVERY_ROW \
    "SELECT name AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected FROM server"

/* Rows and statuses ---------------------------------------------------------------------------- */

static void rows_decide(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL, NO_ROWS);
    check("STG-102", "all", "connector", NULL, EVERY_ROW);
    check("STG-103", "all", NULL, NULL,
          ROWS("('SYNC01', 'a', 'b', 'warn'), ('SYNC02', 'a', 'b', 'info')"));
    check("STG-104", "all", NULL, NULL,
          ROWS("('SYNC01', 'a', 'not told', 'unknown'), ('SYNC01', 'b', 'x', 'warn'),"
               "('SYNC02', 'a', 'not told', 'unknown'), ('SYNC02', 'b', 'x', 'fail')"));
    check("STG-105", "all", NULL, NULL,
          ROWS("('SYNC01', 'a', 'switched off', 'not_applicable'), ('SYNC02', 'a', 'off',"
               "'not_applicable'), ('SYNC02', 'b', 'x', 'info')"));
    check("STG-106", "all", NULL, NULL,
          ROWS("('SYNC01', 'a', 'one', 'unknown'), ('SYNC01', 'b', 'two', 'unknown'),"
               "('SYNC01', 'c', 'three', 'unknown'), ('SYNC01', 'd', 'four', 'unknown')"));
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_PASS, "");
    expect("SYNC01", "STG-102", SA_RESULT_FAIL, "");
    expect("SYNC02", "STG-102", SA_RESULT_FAIL, "");
    expect("SYNC01", "STG-103", SA_RESULT_WARN, "");
    expect("SYNC02", "STG-103", SA_RESULT_INFO, "");
    expect("SYNC01", "STG-104", SA_RESULT_UNKNOWN, "not told");
    expect("SYNC02", "STG-104", SA_RESULT_FAIL, "");
    expect("SYNC01", "STG-105", SA_RESULT_NOT_APPLICABLE, "switched off");
    expect("SYNC02", "STG-105", SA_RESULT_INFO, "");
    expect("SYNC01", "STG-106", SA_RESULT_UNKNOWN, "one; two; three; and 1 more");
    expect("SYNC02", "STG-106", SA_RESULT_PASS, "");

    const struct sa_result *both = fixture_result(&fixture, "SYNC02", "STG-104");
    assert_int_equal(both->finding_count, 2);
    assert_int_equal(both->findings[0].status, SA_RESULT_FAIL);
    assert_int_equal(both->findings[1].status, SA_RESULT_UNKNOWN);
}

static void columns_stand_in_any_order(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          "SELECT NULL AS evidence, 'good' AS expected, NULL AS observed, 'it' AS SUBJECT,"
          " 'SYNC01' AS Host");
    fixture_judge(&fixture, NULL);
    const struct sa_result *result = fixture_result(&fixture, "SYNC01", "STG-101");
    assert_int_equal(result->status, SA_RESULT_FAIL);
    assert_string_equal(result->findings[0].subject, "it");
    assert_string_equal(result->findings[0].observed, "");
    assert_string_equal(result->findings[0].expected, "good");
    assert_null(result->findings[0].evidence[0]);
}

static void a_broken_check_is_an_error(void **state)
{
    /* clang-format off */
    static const struct {
        const char *sql, *reason;
    } cases[] = {
        {"SELECT name AS host FROM nowhere", "no such table: nowhere"},
        {"SELECT name AS host, 'a' AS subject, 'b' AS observed FROM server",
         "no column 'expected'"},
        {"SELECT name AS host, 1 AS subject, 2 AS observed, 3 AS expected, 4 AS more FROM server",
         "'more' that findings do not have"},
        {"SELECT name AS host, 1 AS subject, 2 AS observed, 3 AS expected, 4 AS host FROM server",
         "'host' twice"},
        {"SELECT NULL AS host, 1 AS subject, 2 AS observed, 3 AS expected", "names no host"},
        {ROWS("('SYNC03', 'a', 'b', 'fail')"), "host 'SYNC03', which is no server of this run"},
        {ROWS("('sync01', 'a', 'b', 'fail')"), "host 'sync01'"},
        {ROWS("('contoso.com', 'a', 'b', 'fail')"), "host 'contoso.com'"},
        {ROWS("('SYNC01' || char(0) || 'x', 'a', 'b', 'fail')"), "which is no server"},
        {ROWS("('SYNC01', 'a', 'b', 'pass')"), "status 'pass'"},
        {ROWS("('SYNC01', 'a', 'b', 'FAIL')"), "status 'FAIL'"},
        {ROWS("('SYNC01', 'a', 'b', 'warn' || char(0))"), "status 'warn'"},
        {ROWS("('SYNC01', 'a', 'b', NULL)"), "status 'NULL'"},
        {"DELETE FROM coverage RETURNING 'SYNC01' AS host", "uses DELETE"},
        {"SELECT 1; SELECT 2", "text follows its first statement"},
        {"SELECT name AS host, param('none') AS subject, 2 AS observed, 3 AS expected FROM server",
         "no parameter 'none'"},
        {"SELECT name AS host, 1 AS subject, 2 AS observed, 3 AS expected, 'x' AS evidence"
         "  FROM server",
         "evidence 'x', which is no list of numbers"},
    };
    /* clang-format on */
    char id[16];
    (void)state;

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        (void)snprintf(id, sizeof id, "STG-%zu", 101 + i);
        check(id, "all", NULL, NULL, cases[i].sql);
    }
    fixture_judge(&fixture, NULL);
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        (void)snprintf(id, sizeof id, "STG-%zu", 101 + i);
        expect("SYNC01", id, SA_RESULT_ERROR, cases[i].reason);
        expect("SYNC02", id, SA_RESULT_ERROR, cases[i].reason);
        assert_int_equal(fixture_result(&fixture, "SYNC01", id)->finding_count, 0);
    }
}

/* A good row before the bad one: what the check said so far is not believed either. */
static void a_check_that_breaks_late_is_an_error(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          ROWS("('SYNC01', 'a', 'b', 'warn'), ('SYNC09', 'a', 'b', 'fail')"));
    check("STG-102", "all", NULL, NULL,
          "SELECT name AS host, 'a' AS subject,"
          " CASE name WHEN 'SYNC02' THEN json('{') ELSE 'b' END AS observed, 'c' AS expected"
          " FROM server");
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_ERROR, "SYNC09");
    expect("SYNC02", "STG-101", SA_RESULT_ERROR, "SYNC09");
    expect("SYNC01", "STG-102", SA_RESULT_ERROR, "malformed JSON");
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-102")->finding_count, 0);
}

static void an_endless_check_is_an_error(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
          " SELECT 'SYNC01' AS host, i AS subject, '' AS observed, '' AS expected FROM n");
    check("STG-102", "all", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_ERROR, "million steps");
    expect("SYNC01", "STG-102", SA_RESULT_PASS, "");
}

/* Scope ---------------------------------------------------------------------------------------- */

static void roles_limit_the_scope(void **state)
{
    (void)state;
    (void)fixture_server(&fixture, "SYNC03", "silent", "contoso.com");
    (void)fixture_server(&fixture, "SYNC04", "lost", NULL);
    check("STG-101", "staging", NULL, NULL, EVERY_ROW);
    check("STG-102", "active", NULL, NULL, EVERY_ROW);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_NOT_APPLICABLE,
           "applies to staging servers; 'SYNC01' is active");
    expect("SYNC02", "STG-101", SA_RESULT_FAIL, "");
    expect("SYNC02", "STG-102", SA_RESULT_NOT_APPLICABLE,
           "applies to active servers; 'SYNC02' is staging");
    expect("SYNC01", "STG-102", SA_RESULT_FAIL, "");
    expect("SYNC03", "STG-101", SA_RESULT_UNKNOWN,
           "role of 'SYNC03' is not known: its global settings do not tell it");
    expect("SYNC04", "STG-102", SA_RESULT_UNKNOWN,
           "role of 'SYNC04' is not known: access to the folder was refused");
    assert_string_equal(source("SYNC04", "global_settings")->checks, "STG-101, STG-102");
    assert_string_equal(source("SYNC03", "global_settings")->checks, "");
    /* What is out of scope keeps no row of it. */
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-101")->finding_count, 0);
    assert_string_equal(fixture_target(&fixture, "SYNC03")->role, "unknown");
}

/* Coverage ------------------------------------------------------------------------------------- */

static void missing_needs_are_unknown(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "connector", "failed", "line 3 is no XML");
    fixture_cover(&fixture, sync02, "scheduler", "ok", NULL);
    check("STG-101", "all", "connector", NULL, NO_ROWS);
    check("STG-102", "all", "sync_rule, scheduler, connector", NULL, EVERY_ROW);
    check("STG-103", "all", "coverage", NULL, EVERY_ROW);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_UNKNOWN, "not seen: 'connector': line 3 is no XML");
    expect("SYNC02", "STG-101", SA_RESULT_PASS, "");
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, "'scheduler': ");
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, sa_source_absence("scheduler"));
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, "; 'connector': line 3 is no XML");
    /* Its row is dropped: the query may not judge what was not seen. */
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-102")->finding_count, 0);
    expect("SYNC02", "STG-102", SA_RESULT_FAIL, "");
    expect("SYNC01", "STG-103", SA_RESULT_FAIL, "");
}

/* Either source will do, and where neither was seen both are told. */
static void one_of_several_needs_will_do(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "registry", "ok", NULL);
    fixture_cover(&fixture, sync01, "service", "denied", "no right");
    check("STG-101", "all", "scheduler or registry", NULL, NO_ROWS);
    check("STG-102", "all", "registry or connector", NULL, NO_ROWS);
    check("STG-103", "all", NULL, "service or run_status", NO_ROWS);
    check("STG-104", "pair", "connector or run_status", NULL, NO_ROWS);
    check("STG-105", "tenant", "scheduler or registry", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_PASS, "");
    expect("SYNC02", "STG-101", SA_RESULT_UNKNOWN, "not seen: 'registry': ");
    expect("SYNC02", "STG-101", SA_RESULT_UNKNOWN, "; 'scheduler': ");
    expect("SYNC01", "STG-102", SA_RESULT_PASS, "");
    expect("SYNC02", "STG-102", SA_RESULT_PASS, "");
    expect("SYNC01", "STG-103", SA_RESULT_UNKNOWN, "not seen: 'run_status': ");
    expect("SYNC01", "STG-103", SA_RESULT_UNKNOWN, "; 'service': no right");
    expect("SYNC02", "STG-104", SA_RESULT_PASS, "");
    expect("contoso.com", "STG-105", SA_RESULT_UNKNOWN, "'registry' of 'SYNC02'");
    assert_string_equal(source("SYNC02", "registry")->checks, "STG-101, STG-105");
    assert_string_equal(source("SYNC02", "scheduler")->checks, "STG-101, STG-105");
    assert_string_equal(source("SYNC01", "scheduler")->checks, "");
}

/* What the export does not tell the server's Windows tells. */
static void a_host_without_export_has_a_name_and_a_version(void **state)
{
    static const char rows[] =
        "SELECT s.name AS host, s.server_name AS subject,"
        "       coalesce(s.product_version, '-') || ' ' || coalesce(s.version_key, '-') AS "
        "observed,"
        "       s.exported || s.asked AS expected, s.evidence_id AS evidence FROM server s";
    const struct sa_result *result = NULL;

    (void)state;
    fixture_exec(
        &fixture,
        "INSERT INTO target (id, name, kind, location) VALUES (7, '10.0.0.7', 'server', '');"
        "INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)"
        " SELECT 7, column1, column2, 1, 'x', 'x' FROM (VALUES ('host', 'ok'), ('disk', 'denied'));"
        "INSERT INTO evidence VALUES (70, 7, 'host', 'a', 'x', 0, 'x', 'none', NULL),"
        " (71, 7, 'registry', 'b', 'x', 0, 'x', 'none', NULL);"
        "INSERT INTO host (target_id, name, protocol, mechanism, protected, evidence_id)"
        " VALUES (7, 'SYNC07', 'HTTP', 'Kerberos', 1, 70);"
        "INSERT INTO host_setting VALUES"
        " (7, 'EntraConnect.Version', 'set', NULL, '2.5.190.0', 'HKLM', 71)");
    check("STG-101", "all", "host or connector", NULL, rows);
    check("STG-102", "active", "host", NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    result = fixture_result(&fixture, "10.0.0.7", "STG-101");
    assert_int_equal(result->finding_count, 1);
    assert_string_equal(result->findings[0].subject, "SYNC07");
    assert_string_equal(result->findings[0].observed, "2.5.190.0 00002.00005.00190.00000");
    assert_string_equal(result->findings[0].expected, "01");
    assert_int_equal(result->findings[0].evidence[0]->id, 71);
    assert_string_equal(fixture_target(&fixture, "10.0.0.7")->server_name, "SYNC07");
    assert_string_equal(fixture_result(&fixture, "SYNC01", "STG-101")->findings[0].expected, "10");
    expect("10.0.0.7", "STG-102", SA_RESULT_UNKNOWN,
           "no configuration export of this server was given, and its engine was not asked "
           "for one (--powershell off, --no-remote-files)");
}

/* Nobody can be judged, so the query is not even compiled; broken or not makes no difference. */
static void a_query_without_covered_targets_is_not_run(void **state)
{
    (void)state;
    check("STG-101", "all", "scheduler", NULL, "SELECT FROM");
    check("STG-102", "all", "sync_rule", NULL, "SELECT FROM");
    fixture_cover(&fixture, sync01, "sync_rule", "timeout", NULL);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_UNKNOWN, "'scheduler'");
    /* The broken one is an error where it was to run, and unknown where it was not. */
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, "'sync_rule': timeout");
    expect("SYNC02", "STG-102", SA_RESULT_ERROR, "syntax error");
}

static void unconfirmed_is_no_pass(void **state)
{
    (void)state;
    check("STG-101", "all", "connector", "statistics", NO_ROWS);
    check("STG-102", "all", NULL, "statistics",
          ROWS("('SYNC01', 'a', 'b', 'warn'), ('SYNC02', 'a', 'b', 'fail')"));
    check("STG-103", "all", NULL, "statistics",
          ROWS("('SYNC01', 'a', 'feature is off', 'not_applicable'), ('SYNC02', 'a', 'b',"
               "'info')"));
    check("STG-104", "all", NULL, "statistics", ROWS("('SYNC01', 'a', 'not told', 'unknown')"));
    check("STG-105", "all", NULL, "connector", NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC01", "STG-101", SA_RESULT_UNKNOWN,
           "no fault in what was collected; not seen: 'statistics': ");
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, "no fault in what was collected");
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-102")->finding_count, 1);
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-102")->findings[0].status,
                     SA_RESULT_WARN);
    expect("SYNC02", "STG-102", SA_RESULT_FAIL, "");
    expect("SYNC01", "STG-103", SA_RESULT_NOT_APPLICABLE, "feature is off");
    expect("SYNC02", "STG-103", SA_RESULT_UNKNOWN, "not seen: 'statistics'");
    expect("SYNC01", "STG-104", SA_RESULT_UNKNOWN, "not told; not seen: 'statistics'");
    expect("SYNC01", "STG-105", SA_RESULT_PASS, "");
}

static void coverage_lists_what_nobody_asked(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "connector", "denied", "no right to read");
    check("STG-101", "all", "connector, scheduler", NULL, NO_ROWS);
    check("STG-102", "staging", "run_history", NULL, NO_ROWS);
    check("STG-103", "all", "global_settings", "statistics", NO_ROWS);
    check("STG-104", "all", "coverage", NULL, NO_ROWS);
    check("STG-105", "all", NULL, "statistics", ROWS("('SYNC01', 'a', 'b', 'fail')"));
    check("STG-106", "tenant", "connector", NULL,
          "SELECT '' AS host, '' AS subject, '' AS observed, '' AS expected WHERE 0");
    fixture_judge(&fixture, NULL);

    const struct sa_target *first = fixture_target(&fixture, "SYNC01");
    for (size_t i = 1; i < first->source_count; i++)
        assert_true(strcmp(first->sources[i - 1].source, first->sources[i].source) < 0);
    const struct sa_source_coverage *connector = source("SYNC01", "connector");
    assert_int_equal(connector->state, SA_COVERAGE_FAILED);
    assert_string_equal(connector->status, "denied");
    assert_string_equal(connector->message, "no right to read");
    assert_string_equal(connector->checks, "STG-101, STG-106");
    assert_string_equal(source("SYNC02", "connector")->checks, "");
    const struct sa_source_coverage *scheduler = source("SYNC01", "scheduler");
    assert_int_equal(scheduler->state, SA_COVERAGE_NOT_ASKED);
    assert_string_equal(scheduler->status, "not asked");
    assert_string_equal(scheduler->message, sa_source_absence("scheduler"));
    assert_string_equal(scheduler->checks, "STG-101");
    /* STG-105 fails on SYNC01 without it. */
    assert_string_equal(source("SYNC01", "statistics")->checks, "STG-103");
    assert_string_equal(source("SYNC02", "statistics")->checks, "STG-103, STG-105");
    assert_string_equal(source("SYNC01", "global_settings")->checks, "");
    /* Only staging servers are asked for their run history. */
    assert_false(has_source("SYNC01", "run_history"));
    assert_true(has_source("SYNC02", "run_history"));
    assert_false(has_source("SYNC01", "coverage"));
}

/* Pairs ---------------------------------------------------------------------------------------- */

#define SET_PAIR(same, compared, notice)                                                    \
    "DELETE FROM pair; INSERT INTO pair (active_id, active, staging_id, staging,"           \
    " same_server, compared, complete, notice) VALUES (1, 'SYNC01', 2, 'SYNC02', " same "," \
    " " compared ", 1, '" notice "')"

static void pairs_are_judged_on_the_staging_side(void **state)
{
    (void)state;
    check("PAR-101", "pair", "connector", NULL,
          "SELECT staging AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected FROM"
          " pair");
    check("PAR-102", "pair", NULL, NULL, NO_ROWS);
    check("PAR-103", "pair", NULL, NULL, ROWS("('SYNC01', 'a', 'b', 'fail')"));
    fixture_judge(&fixture, SET_PAIR("0", "1", ""));
    expect("SYNC02", "PAR-101", SA_RESULT_FAIL, "");
    expect("SYNC02", "PAR-102", SA_RESULT_PASS, "");
    expect("SYNC01", "PAR-101", SA_RESULT_NOT_APPLICABLE, "judged on the staging server");
    /* A row for the active side would be lost there. */
    expect("SYNC02", "PAR-103", SA_RESULT_ERROR,
           "host 'SYNC01', which is no staging server of a pair");
    expect("SYNC01", "PAR-103", SA_RESULT_NOT_APPLICABLE, "judged on the staging server");

    fixture_judge(&fixture, SET_PAIR("1", "1", "two exports of one server"));
    expect("SYNC02", "PAR-101", SA_RESULT_UNKNOWN,
           "both exports come from server 'SYNC02'; the other server was not seen");
    expect("SYNC02", "PAR-102", SA_RESULT_UNKNOWN, "not seen");
    fixture_judge(&fixture, SET_PAIR("0", "0", "SYNC01 was not collected"));
    expect("SYNC02", "PAR-102", SA_RESULT_UNKNOWN, "SYNC01 was not collected");
    fixture_judge(&fixture, SET_PAIR("0", "0", ""));
    expect("SYNC02", "PAR-102", SA_RESULT_UNKNOWN, "the pair was not compared");
    fixture_judge(&fixture, "DELETE FROM pair");
    expect("SYNC02", "PAR-102", SA_RESULT_UNKNOWN,
           "no partner could be determined for 'SYNC02' among the 2 servers of this run");
    expect("SYNC01", "PAR-102", SA_RESULT_NOT_APPLICABLE, "judged on the staging server");
    assert_int_equal(fixture.evaluation->pair_count, 0);
}

/* Not compared must not read like not different. */
static void a_server_without_partner_is_unknown(void **state)
{
    (void)state;
    (void)fixture_server(&fixture, "FAB01", "active", "fabrikam.com");
    (void)fixture_server(&fixture, "NW02", "staging", "northwind.com");
    (void)fixture_server(&fixture, "LOST", "lost", NULL);
    check("PAR-101", "pair", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->pair_count, 1);
    assert_true(fixture.evaluation->pairs[0].complete);
    expect("SYNC02", "PAR-101", SA_RESULT_PASS, "");
    expect("FAB01", "PAR-101", SA_RESULT_NOT_APPLICABLE, "judged on the staging server");
    expect("NW02", "PAR-101", SA_RESULT_UNKNOWN,
           "no partner could be determined for 'NW02' among the 5 servers of this run");
    expect("LOST", "PAR-101", SA_RESULT_UNKNOWN,
           "no partner could be determined for 'LOST' among the 5 servers of this run");
}

static void a_server_alone_needs_no_partner(void **state)
{
    (void)state;
    fixture_close(&fixture);
    fixture_open(&fixture);
    (void)fixture_server(&fixture, "SYNC02", "staging", "contoso.com");
    check("PAR-101", "pair", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    expect("SYNC02", "PAR-101", SA_RESULT_NOT_APPLICABLE, "no pair: ");
}

static void a_pair_needs_both_sides(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync01, "sync_rule", "failed", "a rule is cut off");
    check("PAR-101", "pair", "sync_rule", NULL, NO_ROWS);
    check("PAR-102", "pair", NULL, "sync_rule", NO_ROWS);
    fixture_judge(&fixture, SET_PAIR("0", "1", ""));
    expect("SYNC02", "PAR-101", SA_RESULT_UNKNOWN,
           "not seen: 'sync_rule' of 'SYNC01': a rule is cut off");
    expect("SYNC02", "PAR-102", SA_RESULT_UNKNOWN, "'sync_rule' of 'SYNC01': a rule is cut off");
    assert_string_equal(source("SYNC01", "sync_rule")->checks, "PAR-101, PAR-102");
    assert_string_equal(source("SYNC02", "sync_rule")->checks, "");
}

static void differences_are_sorted_and_counted(void **state)
{
    static const char change[] = SET_PAIR(
        "0", "1", "beware") ";"
                            "DELETE FROM parity_difference; DELETE FROM parity_item;"
                            "INSERT INTO parity_item (target_id, source, area, path, path_key, "
                            "value, value_key,"
                            " nature, why) VALUES (1, 'sync_rule', 'rules', 'r', 'r', '1', '1', "
                            "'setting', ''),"
                            " (2, 'sync_rule', 'rules', 'r', 'r', '1', '1', 'setting', ''),"
                            " (2, 'sync_rule', 'rules', 's', 's', '1', '1', 'setting', ''),"
                            " (2, 'scheduler', 'operation', 't', 't', '1', '1', 'setting', '');"
                            "WITH d(area, path, class, minor, evidence) AS (VALUES"
                            " ('server', 'name', 'expected', 0, ''),"
                            " ('flows', 'p2', 'drift', 0, '4,1, 99,2'),"
                            " ('rules', 'p9', 'drift', 1, '1,4'),"
                            " ('flows', 'p1', 'drift', 0, 'nonsense'),"
                            " ('version', 'v', 'version-caused', 0, ''),"
                            " ('a new area', 'n', 'a new class', 0, ''))"
                            "INSERT INTO parity_difference (pair_id, active, staging, area, path, "
                            "active_value,"
                            " staging_value, class, minor, why, evidence)"
                            " SELECT id, active, staging, area, path, 'a', 'absent', class, minor, "
                            "'w', evidence"
                            "   FROM pair, d";
    (void)state;

    check("PAR-101", "pair", NULL, NULL, NO_ROWS);
    fixture_cover(&fixture, sync02, "scheduler", "ok", NULL);
    fixture_judge(&fixture, change);
    assert_int_equal(fixture.evaluation->pair_count, 1);
    const struct sa_pair *pair = &fixture.evaluation->pairs[0];
    assert_ptr_equal(pair->active, fixture_target(&fixture, "SYNC01"));
    assert_ptr_equal(pair->staging, fixture_target(&fixture, "SYNC02"));
    assert_string_equal(pair->notice, "beware");
    assert_int_equal(pair->items, 2);
    assert_int_equal(pair->difference_count, 6);
    assert_int_equal(pair->count[SA_DIFFERENCE_DRIFT], 4);
    assert_int_equal(pair->count[SA_DIFFERENCE_VERSION], 1);
    assert_int_equal(pair->count[SA_DIFFERENCE_EXPECTED], 1);
    static const char *const paths[] = {"p9", "p1", "p2", "n", "v", "name"};
    for (size_t i = 0; i < SA_COUNT(paths); i++)
        assert_string_equal(pair->differences[i].path, paths[i]);
    assert_true(pair->differences[0].minor);
    assert_int_equal(pair->differences[0].active_evidence->id, 1);
    assert_int_equal(pair->differences[0].staging_evidence->id, 4);
    assert_null(pair->differences[1].active_evidence);
    assert_string_equal(pair->differences[2].active_evidence->name, "MV.xml");
    assert_string_equal(pair->differences[2].active_evidence->target, "SYNC01");
    assert_string_equal(pair->differences[2].staging_evidence->target, "SYNC02");
    assert_string_equal(sa_difference_class_name(pair->differences[4].class), "version-caused");
    assert_true(pair->complete);

    /* Without the connectors of a side its rules are not compared, so they do not count. */
    fixture_cover(&fixture, sync02, "connector", "failed", "cut off");
    fixture_judge(&fixture, change);
    assert_int_equal(fixture.evaluation->pairs[0].items, 0);
}

static void an_incomplete_pair_says_so(void **state)
{
    (void)state;
    fixture_cover(&fixture, sync02, "sync_rule", "failed", "a rule is cut off");
    check("PAR-101", "pair", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->pair_count, 1);
    assert_true(fixture.evaluation->pairs[0].compared);
    assert_false(fixture.evaluation->pairs[0].complete);
}

/* Tenants -------------------------------------------------------------------------------------- */

#define TENANT_ROW(tenant) \
    "SELECT '" tenant "' AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected"

static void tenants_need_every_member(void **state)
{
    (void)state;
    int64_t other = fixture_server(&fixture, "FAB01", "active", "fabrikam.com");
    fixture_cover(&fixture, other, "sync_rule", "failed", "a rule is cut off");
    check("STG-101", "tenant", "sync_rule", NULL, TENANT_ROW("fabrikam.com"));
    check("STG-102", "tenant", "connector", NULL, TENANT_ROW("fabrikam.com"));
    check("STG-103", "tenant", NULL, NULL, TENANT_ROW("SYNC01"));
    check("STG-104", "all", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->target_count, 5);
    assert_int_equal(fixture_target(&fixture, "fabrikam.com")->kind, SA_TARGET_TENANT);
    assert_int_equal(fixture_target(&fixture, "fabrikam.com")->result_count, 3);
    assert_int_equal(fixture_target(&fixture, "FAB01")->result_count, 1);
    expect("fabrikam.com", "STG-101", SA_RESULT_UNKNOWN,
           "not seen: 'sync_rule' of 'FAB01': a rule is cut off");
    expect("contoso.com", "STG-101", SA_RESULT_PASS, "");
    expect("fabrikam.com", "STG-102", SA_RESULT_FAIL, "");
    expect("contoso.com", "STG-102", SA_RESULT_PASS, "");
    expect("contoso.com", "STG-103", SA_RESULT_ERROR, "which is no tenant of this run");
}

/* A server that does not tell its tenant could belong to any of them. */
static void a_server_without_tenant_concerns_all(void **state)
{
    (void)state;
    (void)fixture_server(&fixture, "FAB01", "active", "fabrikam.com");
    (void)fixture_server(&fixture, "LOST", "lost", NULL);
    check("STG-101", "tenant", "connector", NULL, TENANT_ROW("fabrikam.com") " WHERE 0");
    fixture_judge(&fixture, NULL);
    expect("contoso.com", "STG-101", SA_RESULT_UNKNOWN, "'connector' of 'LOST'");
    expect("fabrikam.com", "STG-101", SA_RESULT_UNKNOWN, "'connector' of 'LOST'");
    assert_string_equal(source("LOST", "connector")->checks, "STG-101");
    assert_int_equal(fixture_target(&fixture, "LOST")->score.count[SA_RESULT_UNKNOWN], 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_two, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_decide),
        TEST(columns_stand_in_any_order),
        TEST(a_broken_check_is_an_error),
        TEST(a_check_that_breaks_late_is_an_error),
        TEST(an_endless_check_is_an_error),
        TEST(roles_limit_the_scope),
        TEST(missing_needs_are_unknown),
        TEST(one_of_several_needs_will_do),
        TEST(a_host_without_export_has_a_name_and_a_version),
        TEST(a_query_without_covered_targets_is_not_run),
        TEST(unconfirmed_is_no_pass),
        TEST(coverage_lists_what_nobody_asked),
        TEST(pairs_are_judged_on_the_staging_side),
        TEST(a_pair_needs_both_sides),
        TEST(differences_are_sorted_and_counted),
        TEST(an_incomplete_pair_says_so),
        TEST(a_server_without_partner_is_unknown),
        TEST(a_server_alone_needs_no_partner),
        TEST(tenants_need_every_member),
        TEST(a_server_without_tenant_concerns_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
