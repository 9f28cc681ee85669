/* SPDX-License-Identifier: Apache-2.0 */
/* What an evaluation tells: findings, their evidence, selection, sums, and that it stands alone.
 * test_evaluate.c tests how the verdicts come about. */
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

static int open_empty(void **state)
{
    (void)state;
    fixture_open(&fixture);
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

/* A query that gives one row for each of the values ('host', 'subject', 'observed', 'status'). */
#define ROWS(values)                                                                    \
    "SELECT column1 AS host, column2 AS subject, column3 AS observed, 'x' AS expected," \
    " column4 AS status FROM (VALUES " values ")"
#define NO_ROWS ROWS("('SYNC01', '', '', 'fail')") " WHERE 0"
#define EVERY_ROW \
    "SELECT name AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected FROM server"

#define SET_PAIR(same, compared, notice)                                                    \
    "DELETE FROM pair; INSERT INTO pair (active_id, active, staging_id, staging,"           \
    " same_server, compared, complete, notice) VALUES (1, 'SYNC01', 2, 'SYNC02', " same "," \
    " " compared ", 1, '" notice "')"

#define TENANT_ROW(tenant) \
    "SELECT '" tenant "' AS host, 'it' AS subject, 'bad' AS observed, 'good' AS expected"

/* Findings ------------------------------------------------------------------------------------- */

static void findings_are_sorted_and_identified(void **state)
{
    char hex[SA_SHA256_HEX_SIZE];
    (void)state;

    check("STG-101", "all", NULL, NULL,
          ROWS("('SYNC01', 'b', '1', 'info'), ('SYNC01', 'b', '2', 'fail'), ('SYNC01', 'b', '1',"
               "'fail'), ('SYNC01', 'a', '9', 'fail'), ('SYNC01', 'a', '9', 'warn'),"
               "('SYNC01', 'c', '9', 'unknown'), ('SYNC01', '0', '9', 'not_applicable')"));
    fixture_judge(&fixture, NULL);
    const struct sa_result *result = fixture_result(&fixture, "SYNC01", "STG-101");
    static const char *const order[] = {"fail a 9", "fail b 1", "fail b 2",          "unknown c 9",
                                        "warn a 9", "info b 1", "not_applicable 0 9"};
    assert_int_equal(result->finding_count, SA_COUNT(order));
    for (size_t i = 0; i < SA_COUNT(order); i++) {
        char text[64];
        (void)snprintf(text, sizeof text, "%s %s %s", sa_result_name(result->findings[i].status),
                       result->findings[i].subject, result->findings[i].observed);
        assert_string_equal(text, order[i]);
    }
    assert_int_equal(sa_sha256_hex("SYNC01|STG-101|b", 16, hex), 0);
    hex[16] = '\0';
    assert_string_equal(result->findings[1].id, hex);
}

/* A long value to cut from. */
#define LONG "CREATE TEMP TABLE long (x); INSERT INTO long SELECT printf('%.*c', 20000, 'x')"

static void a_flood_is_counted_and_hides_no_failure(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10001)"
          " SELECT 'SYNC01' AS host, 'row ' || i AS subject, '' AS observed, '' AS expected,"
          " CASE WHEN i > 10000 THEN 'fail' ELSE 'info' END AS status FROM n");
    check("STG-102", "all", NULL, NULL,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
          " SELECT 'SYNC01' AS host, 'row ' || i AS subject, '' AS observed, '' AS expected"
          " FROM n");
    check("STG-103", "all", NULL, NULL,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
          " SELECT 'SYNC01' AS host, 'row ' || i AS subject, substr(x, 1, 15000) AS observed,"
          " '' AS expected FROM n, long");
    check("STG-104", "all", NULL, NULL,
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2001)"
          " SELECT 'SYNC01' AS host, 'row ' || i AS subject, 'late' AS observed, '' AS expected,"
          " CASE WHEN i > 2000 THEN 'unknown' ELSE 'info' END AS status FROM n");
    fixture_judge(&fixture, LONG);
    const struct sa_result *result = fixture_result(&fixture, "SYNC01", "STG-101");
    assert_int_equal(result->status, SA_RESULT_FAIL);
    assert_int_equal(result->finding_count, SA_LIMIT_FINDINGS);
    assert_int_equal(result->omitted, 10001 - SA_LIMIT_FINDINGS);
    assert_int_equal(result->findings[0].status, SA_RESULT_FAIL);
    assert_string_equal(result->findings[0].subject, "row 10001");
    result = fixture_result(&fixture, "SYNC01", "STG-102");
    assert_int_equal(result->finding_count, SA_LIMIT_FINDINGS);
    assert_int_equal(result->omitted, 5000 - SA_LIMIT_FINDINGS);
    result = fixture_result(&fixture, "SYNC01", "STG-103");
    assert_int_equal(result->finding_count + result->omitted, 500);
    assert_in_range(result->finding_count, 60, 75);
    expect("SYNC01", "STG-104", SA_RESULT_UNKNOWN, "more than a report keeps");
}

static void cells_are_cut_visibly(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          "SELECT 'SYNC01' AS host, 'a' || char(0) || 'b' AS subject,"
          " substr(x, 1, 16383) || 'ääää' AS observed, x'ff' AS expected FROM long");
    check("STG-102", "all", NULL, NULL,
          "SELECT 'SYNC01' AS host, substr(x, 1, 16384) AS subject,"
          " substr(x, 1, 16385) AS observed, '' AS expected FROM long");
    fixture_judge(&fixture, LONG);
    const struct sa_finding *finding = fixture_result(&fixture, "SYNC01", "STG-101")->findings;
    assert_string_equal(finding->subject, "a\\x00b");
    assert_string_equal(finding->expected, "\xff");
    /* 16,383 + 1 would tear the first umlaut. */
    assert_int_equal(strspn(finding->observed, "x"), 16383);
    assert_string_equal(finding->observed + 16383, "... (16391 bytes)");
    finding = fixture_result(&fixture, "SYNC01", "STG-102")->findings;
    assert_int_equal(strlen(finding->subject), SA_LIMIT_CELL);
    assert_string_equal(finding->observed + SA_LIMIT_CELL, "... (16385 bytes)");
}

/* Evidence: 1 and 4 are the MV.xml of SYNC01 and SYNC02; each has two connector files. */
static void evidence_is_resolved(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL,
          "SELECT 'SYNC01' AS host, 's' AS subject, '' AS observed, '' AS expected,"
          " '3, 1,77,3' AS evidence");
    check("STG-102", "all", "global_settings, connector", NULL, EVERY_ROW);
    check("STG-103", "all", "connector", NULL, EVERY_ROW);
    check("STG-104", "all", NULL, NULL,
          "SELECT 'SYNC01' AS host, 's' AS subject, '' AS observed, '' AS expected,"
          " 2 AS evidence");
    check("PAR-101", "pair", "global_settings", NULL,
          "SELECT staging AS host, 's' AS subject, '' AS observed, '' AS expected FROM pair");
    check("STG-105", "tenant", "global_settings", NULL, TENANT_ROW("contoso.com"));
    fixture_judge(&fixture, SET_PAIR("0", "1", ""));

    const struct sa_evidence_ref *const *list =
        fixture_result(&fixture, "SYNC01", "STG-101")->findings[0].evidence;
    assert_int_equal(list[0]->id, 3);
    assert_string_equal(list[0]->name, "b.xml");
    assert_string_equal(list[0]->source, "connector");
    assert_string_equal(list[0]->target, "SYNC01");
    assert_string_equal(list[0]->sha256, "1 b.xml");
    assert_int_equal(list[0]->size, 7);
    assert_int_equal(list[1]->id, 1);
    assert_null(list[2]);
    list = fixture_result(&fixture, "SYNC02", "STG-102")->findings[0].evidence;
    assert_int_equal(list[0]->id, 4);
    assert_null(list[1]);
    assert_null(fixture_result(&fixture, "SYNC01", "STG-103")->findings[0].evidence[0]);
    list = fixture_result(&fixture, "SYNC01", "STG-104")->findings[0].evidence;
    assert_int_equal(list[0]->id, 2);
    list = fixture_result(&fixture, "SYNC02", "PAR-101")->findings[0].evidence;
    assert_string_equal(list[0]->target, "SYNC02");
    assert_string_equal(list[1]->target, "SYNC01");
    assert_null(list[2]);
    list = fixture_result(&fixture, "contoso.com", "STG-105")->findings[0].evidence;
    assert_non_null(list[1]);
    assert_null(list[2]);
}

/* Selection, sums ------------------------------------------------------------------------------ */

static void add_selection(void)
{
    static const struct fixture_check checks[] = {
        {.id = "STG-101", .severity = "critical", .area = "staging",         .sql = EVERY_ROW},
        {.id = "STG-102", .severity = "low",      .area = "staging",         .sql = NO_ROWS  },
        {.id = "SYN-101", .severity = "high",     .area = "synchronisation", .sql = NO_ROWS  },
        {.id = "AUD-101", .severity = "info",     .area = "audit",           .sql = NO_ROWS  },
    };
    for (size_t i = 0; i < SA_COUNT(checks); i++)
        fixture_check(&fixture, &checks[i]);
}

static void filters_select_and_are_told(void **state)
{
    static const char *const globs[] = {"stg-1?2", "SYN-*", NULL};
    static const char *const all[] = {"*", NULL};
    static const char *const areas[] = {"STAGING", NULL};
    (void)state;

    add_selection();
    fixture_judge(&fixture, NULL);
    assert_true(fixture.evaluation->selection_complete);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->result_count, 4);
    assert_string_equal(fixture_target(&fixture, "SYNC01")->score.grade, "E");
    /* 1 of 11, and not half of it. */
    assert_string_equal(fixture_target(&fixture, "SYNC01")->areas[0].area, "staging");
    assert_int_equal(fixture_target(&fixture, "SYNC01")->areas[0].score.lower, 9);

    fixture.options.check_globs = globs;
    fixture_judge(&fixture, NULL);
    assert_false(fixture.evaluation->selection_complete);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->result_count, 2);
    expect("SYNC01", "STG-102", SA_RESULT_PASS, "");
    assert_string_equal(fixture_target(&fixture, "SYNC01")->score.grade, "PARTIAL SELECTION");
    assert_string_equal(fixture_target(&fixture, "SYNC01")->areas[0].score.grade,
                        "PARTIAL SELECTION");

    fixture.options.check_globs = all;
    fixture_judge(&fixture, NULL);
    assert_true(fixture.evaluation->selection_complete);

    fixture.options.areas = areas;
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->result_count, 2);
    assert_false(fixture.evaluation->selection_complete);

    fixture.options.areas = NULL;
    fixture.options.min_severity = SA_HIGH;
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture_target(&fixture, "SYNC01")->result_count, 2);
    expect("SYNC01", "STG-101", SA_RESULT_FAIL, "");
    expect("SYNC01", "SYN-101", SA_RESULT_PASS, "");
}

static void scores_sum_up_servers_and_tenants(void **state)
{
    /* clang-format off */
    static const struct fixture_check checks[] = {
        {.id = "STG-101", .severity = "medium", .area = "staging",
         .sql = ROWS("('SYNC01', 'a', 'b', 'fail'), ('SYNC02', 'a', 'b', 'warn')")},
        {.id = "STG-102", .severity = "high", .area = "staging", .applies = "tenant",
         .sql = TENANT_ROW("contoso.com")},
        {.id = "SYN-101", .severity = "high", .area = "synchronisation", .sql = NO_ROWS},
        {.id = "PAT-101", .severity = "low", .area = "patching", .applies = "staging",
         .sql = NO_ROWS},
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < SA_COUNT(checks); i++)
        fixture_check(&fixture, &checks[i]);
    fixture_judge(&fixture, NULL);

    /* 3 fails, 6 fails (tenant), 6 passes: 6 of 15. */
    const struct sa_target *first = fixture_target(&fixture, "SYNC01");
    assert_int_equal(first->score.lower, 40);
    assert_int_equal(first->score.upper, 40);
    assert_int_equal(first->score.open[SA_HIGH], 1);
    assert_int_equal(fixture_result(&fixture, "SYNC01", "STG-101")->gain, 60 - 40);
    assert_int_equal(fixture_result(&fixture, "SYNC01", "SYN-101")->gain, 0);
    /* 1.5, 0, 6, 1 of 16 */
    const struct sa_target *second = fixture_target(&fixture, "SYNC02");
    assert_int_equal(second->score.lower, 53);
    assert_int_equal(fixture_result(&fixture, "SYNC02", "STG-101")->gain, 62 - 53);
    const struct sa_target *tenant = fixture_target(&fixture, "contoso.com");
    assert_int_equal(tenant->score.lower, 0);
    assert_int_equal(fixture_result(&fixture, "contoso.com", "STG-102")->gain, 100);
    assert_int_equal(fixture.evaluation->estate_lower, 40);
    assert_int_equal(fixture.evaluation->estate_upper, 40);

    for (size_t i = 0; i < first->area_count; i++) {
        if (strcmp(first->areas[i].area, "staging") == 0)
            assert_int_equal(first->areas[i].score.lower, 0);
        else if (strcmp(first->areas[i].area, "patching") == 0)
            assert_false(first->areas[i].score.has_score);
        else
            assert_int_equal(first->areas[i].score.lower, 100);
    }
    assert_int_equal(first->area_count, 3);
    assert_int_equal(tenant->area_count, 1);
}

static void a_run_without_servers_has_no_score(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL, NO_ROWS);
    check("STG-102", "tenant", NULL, NULL, TENANT_ROW("contoso.com"));
    fixture_judge(&fixture, NULL);
    assert_int_equal(fixture.evaluation->estate_lower, -1);
    assert_int_equal(fixture.evaluation->estate_upper, -1);
    assert_int_equal(fixture.evaluation->readiness_count, 0);
}

/* A server of which nothing was collected is in the report, and nothing of it is green. */
static void a_server_that_was_not_collected_is_unknown(void **state)
{
    (void)state;
    (void)fixture_server(&fixture, "SYNC01", "lost", NULL);
    check("STG-101", "all", "connector", NULL, NO_ROWS);
    check("STG-102", "staging", "connector", NULL, NO_ROWS);
    check("STG-103", "tenant", "connector", NULL, TENANT_ROW("x") " WHERE 0");
    fixture_judge(&fixture, NULL);
    const struct sa_target *target = fixture_target(&fixture, "SYNC01");
    assert_int_equal(target->score.count[SA_RESULT_UNKNOWN], 3);
    assert_int_equal(target->score.lower, 0);
    assert_int_equal(target->score.upper, 100);
    assert_string_equal(target->score.grade, "INCOMPLETE");
    assert_string_equal(target->server_name, "");
    assert_string_equal(target->product_version, "");
}

/* The object ---------------------------------------------------------------------------------- */

static void the_run_is_told(void **state)
{
    (void)state;
    check("STG-101", "all", NULL, NULL, NO_ROWS);
    fixture_judge(&fixture, NULL);
    const struct sa_run_record *run = &fixture.evaluation->run;
    assert_string_equal(run->id, sa_snapshot_run_id(fixture.snapshot));
    assert_string_equal(run->operator_name, "CONTOSO\\auditor");
    assert_string_equal(run->workstation, "PAW01");
    assert_string_equal(run->tool_version, "1.2.3");
    assert_string_equal(run->finished_at, "");
    assert_true(run->interrupted);
    assert_string_equal(fixture.evaluation->catalogue_sha256,
                        sa_catalogue_sha256(fixture.catalogue));
    const struct sa_target *target = fixture_target(&fixture, "SYNC01");
    assert_string_equal(target->product_version, "2.6.92.0");
    assert_string_equal(target->tenant, "contoso.com");
    assert_string_equal(target->declared_role, "");
    assert_string_equal(target->exported_at, "2026-11-22 09:00:00");
}

/* A finished snapshot is a file that nobody can write to; judging it twice gives the same. */
static void a_finished_snapshot_can_be_judged_again(void **state)
{
    static const struct sa_run_info run = {.tool_version = "1",
                                           .catalogue_version = "1",
                                           .catalogue_sha256 = "0",
                                           .operator_name = "o",
                                           .workstation = "w"};
    const struct sa_target_info info = {.name = "SYNC01", .location = "x"};
    char path[] = "/tmp/syncaudit-evaluate-XXXXXX";
    struct sa_snapshot *snapshot = NULL;
    struct sa_evaluation *evaluation = NULL;
    struct sa_error err = {0};
    int64_t id = 0;
    (void)state;

    check("STG-101", "all", NULL, NULL, EVERY_ROW);
    assert_int_equal(sa_catalogue_seal(fixture.catalogue, &err), 0);
    assert_true(close(mkstemp(path)) == 0);
    assert_int_equal(sa_snapshot_create(path, true, &run, &snapshot, &err), 0);
    assert_int_equal(sa_snapshot_add_target(snapshot, &info, &id, &err), 0);
    assert_int_equal(sa_snapshot_finish(snapshot, false, &err), 0);
    for (int i = 0; i < 2; i++) {
        if (sa_evaluate(snapshot, fixture.catalogue, &fixture.options, &evaluation, &err) < 0)
            fail_msg("%s", err.message);
        assert_int_equal(evaluation->targets[0].results[0].status, SA_RESULT_FAIL);
        assert_false(evaluation->run.interrupted);
        sa_evaluation_free(evaluation);
    }
    assert_int_not_equal(
        sqlite3_exec(sa_snapshot_db(snapshot), "DELETE FROM target", NULL, NULL, NULL), SQLITE_OK);
    sa_snapshot_close(snapshot);
    (void)unlink(path);
}

/* Nothing may point into the snapshot: the sanitizer would tell. */
static void the_evaluation_outlives_the_snapshot(void **state)
{
    (void)state;
    check("STG-101", "all", "global_settings", NULL, EVERY_ROW);
    check("STG-102", "all", "scheduler", NULL, EVERY_ROW);
    fixture_judge(&fixture, NULL);
    sa_snapshot_close(fixture.snapshot);
    fixture.snapshot = NULL;
    assert_string_equal(
        fixture_result(&fixture, "SYNC01", "STG-101")->findings[0].evidence[0]->name, "MV.xml");
    expect("SYNC01", "STG-102", SA_RESULT_UNKNOWN, "'scheduler'");
    assert_string_equal(source("SYNC02", "scheduler")->checks, "STG-102");
    assert_string_equal(fixture.evaluation->run.workstation, "PAW01");
}

/* Texts of a hostile snapshot are long wherever they can be. */
static void long_texts_are_bounded(void **state)
{
    (void)state;
    fixture_exec(&fixture,
                 "UPDATE coverage SET status = 'failed', message = printf('%.*c', 3000000, 'm'),"
                 " place = printf('%.*c', 3000000, 'p') WHERE source = 'connector';"
                 "UPDATE sync_server SET server_name = printf('%.*c', 3000000, 'n')");
    check("STG-101", "all", "connector", NULL, NO_ROWS);
    fixture_judge(&fixture, "DELETE FROM pair");
    expect("SYNC01", "STG-101", SA_RESULT_UNKNOWN, "mmm... (3000000 bytes)");
    assert_true(strlen(fixture_result(&fixture, "SYNC01", "STG-101")->reason) < 2 * SA_LIMIT_CELL);
    assert_true(strlen(fixture_target(&fixture, "SYNC01")->server_name) < 2 * SA_LIMIT_CELL);
}

#define TEST(name)       cmocka_unit_test_setup_teardown(name, open_two, close_fixture)
#define TEST_EMPTY(name) cmocka_unit_test_setup_teardown(name, open_empty, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(findings_are_sorted_and_identified),
        TEST(a_flood_is_counted_and_hides_no_failure),
        TEST(cells_are_cut_visibly),
        TEST(evidence_is_resolved),
        TEST(filters_select_and_are_told),
        TEST(scores_sum_up_servers_and_tenants),
        TEST_EMPTY(a_run_without_servers_has_no_score),
        TEST_EMPTY(a_server_that_was_not_collected_is_unknown),
        TEST(the_run_is_told),
        TEST(a_finished_snapshot_can_be_judged_again),
        TEST(the_evaluation_outlives_the_snapshot),
        TEST(long_texts_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
