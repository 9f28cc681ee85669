/* SPDX-License-Identifier: Apache-2.0 */
/* The baseline. An export is collected into an earlier snapshot and into a present one; then one of
 * the two is changed. */
#include <stdbool.h>
#include <unistd.h>

#include "syncaudit/collect.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/sql.h"

#include "support/test.h"

static struct sa_snapshot *now;
static char baseline[] = "baseline-XXXXXX.sqlite";

static void change(struct sa_snapshot *snapshot, const char *sql)
{
    struct sa_error err = {0};
    if (sa_sql_exec(sa_snapshot_db(snapshot), sql, "change the facts", &err) < 0)
        fail_msg("%s\n%s", err.message, sql);
}

static struct sa_snapshot *collect(const char *path, const char *sql)
{
    static const struct sa_run_info run = {.tool_version = "t",
                                           .catalogue_version = "t",
                                           .catalogue_sha256 = "",
                                           .operator_name = "t",
                                           .workstation = "t"};
    static const struct sa_target_info info = {.name = "first", .location = "x"};
    struct sa_snapshot *snapshot = NULL;
    struct sa_error err = {0};
    struct sa_error problem = {0};
    int64_t id = 0;
    if (sa_snapshot_create(path, true, &run, &snapshot, &err) < 0 ||
        sa_snapshot_add_target(snapshot, &info, &id, &err) < 0 ||
        sa_collect_export(snapshot, id, EXAMPLE_EXPORT, NULL, &problem, &err) < 0 ||
        problem.status != SA_OK)
        fail_msg("%s %s", problem.message, err.message);
    change(snapshot, sql);
    return snapshot;
}

/* Collects then and now, each with its change, and compares. */
static void compare(const char *then_sql, const char *now_sql)
{
    struct sa_evaluation_options options = SA_EVALUATION_OPTIONS_INIT;
    struct sa_error err = {0};
    struct sa_snapshot *then = collect(baseline, then_sql);
    if (sa_snapshot_finish(then, false, &err) < 0)
        fail_msg("%s", err.message);
    sa_snapshot_close(then);
    sa_snapshot_close(now);
    now = collect(":memory:", now_sql);
    options.baseline = baseline;
    if (sa_evaluation_derive(now, &options, &err) < 0)
        fail_msg("%s", err.message);
}

static int64_t number(const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    if (sa_sql_prepare(sa_snapshot_db(now), sql, "count", &statement, &err) < 0)
        fail_msg("%s", err.message);
    assert_int_equal(sa_sql_step(statement, "count", &err), 1);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return value;
}

#define DRIFT     "SELECT count(*) FROM baseline_difference WHERE class <> 'expected'"
#define MOVED     DRIFT " AND area = 'precedence'"
#define KNOWN     "SELECT count(*) FROM baseline_server"
#define COVERED   "SELECT count(*) FROM baseline_coverage"
#define A_FEATURE "UPDATE global_parameter SET value = 'x' WHERE name LIKE '%.PasswordWriteback';"
#define FIRST_INBOUND \
    "(SELECT id FROM sync_rule WHERE direction = 'Inbound' ORDER BY precedence LIMIT 1)"
#define NO_RULES                                                                            \
    "DELETE FROM rule_mapping; DELETE FROM rule_scope; DELETE FROM rule_join; DELETE FROM " \
    "sync_rule; UPDATE coverage SET status = 'failed' WHERE source = 'sync_rule';"
#define NO_CONNECTORS                                                                             \
    "UPDATE sync_rule SET connector_id = NULL; DELETE FROM run_step; DELETE FROM run_profile;"    \
    "DELETE FROM partition_object_class; DELETE FROM partition_container; DELETE FROM partition;" \
    "DELETE FROM attribute_inclusion; DELETE FROM connector_setting; DELETE FROM connector;"      \
    "UPDATE coverage SET status = 'failed' WHERE source = 'connector';"

static void finds_nothing_where_nothing_changed(void **state)
{
    (void)state;
    compare("", "");
    assert_int_equal(number(KNOWN), 1);
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number("SELECT count(*) FROM baseline_difference"), 0);
    compare("", A_FEATURE);
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(DRIFT " AND area = 'features' AND current_value = 'x'"), 1);
}

static void finds_a_server_whatever_the_case_of_its_name(void **state)
{
    (void)state;
    compare("UPDATE sync_server SET server_name = 'Fab-Sync01'",
            "UPDATE sync_server SET server_name = 'fAB-SYNC01';" A_FEATURE);
    assert_int_equal(number(KNOWN), 1);
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number(DRIFT), 1);
    compare("", "UPDATE sync_server SET server_name = 'OTHER'");
    assert_int_equal(number(KNOWN), 0);
    assert_int_equal(number(COVERED), 0);
    assert_int_equal(number("SELECT count(*) FROM baseline_difference"), 0);
}

static void tells_what_the_baseline_never_saw(void **state)
{
    (void)state;
    compare(NO_RULES, A_FEATURE);
    assert_int_equal(number(KNOWN), 1);
    assert_int_equal(number(COVERED), 2);
    assert_int_equal(number(COVERED " WHERE source = 'sync_rule'"), 0);
    assert_int_equal(number(DRIFT), 1);
    compare("", NO_RULES A_FEATURE);
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number(DRIFT), 1);
}

/* A baseline that saw that there was none is another thing than one that did not look. */
static void tells_none_from_not_collected(void **state)
{
    (void)state;
    compare(NO_RULES "UPDATE coverage SET status = 'ok'", "");
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number(DRIFT " AND baseline_value <> 'absent'"), 0);
    assert_int_equal(number(DRIFT " AND area = 'rules'"), number("SELECT count(*) FROM sync_rule"));
}

static void compares_no_rules_without_their_connectors(void **state)
{
    (void)state;
    compare(NO_CONNECTORS, A_FEATURE "UPDATE sync_rule SET precedence = 100000 WHERE id "
                                     "= " FIRST_INBOUND);
    assert_int_equal(number(COVERED), 2);
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(DRIFT " AND area = 'features'"), 1);
    compare("", NO_CONNECTORS A_FEATURE);
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(DRIFT " AND area = 'features'"), 1);
}

static void counts_a_moved_rule_once(void **state)
{
    (void)state;
    compare("", "UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND);
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(MOVED " AND class = 'drift' AND host = 'first'"
                                  " AND baseline_value LIKE 'rank 1 of %, before %'"
                                  " AND current_value LIKE 'rank % (precedence 100000), after %'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM baseline_difference d JOIN sync_rule r"
                            " ON CAST(r.evidence_id AS TEXT) = d.evidence"
                            " WHERE r.precedence = 100000"),
                     1);
    /* The other way round, and under another name of its connector. */
    compare("UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND,
            "UPDATE connector SET name = 'another ' || name");
    assert_int_equal(number(MOVED), 1);
    assert_int_equal(number(MOVED " AND path LIKE 'another %' AND evidence <> ''"), 1);
    /* What helped to find it is gone. */
    assert_int_equal(number("SELECT count(*) FROM temp.rule_at"),
                     number("SELECT count(*) FROM sync_rule"));
    assert_int_equal(number("SELECT count(*) FROM parity_difference"), 0);
}

static void leaves_the_numbers_alone(void **state)
{
    (void)state;
    compare("", "UPDATE sync_rule SET precedence = precedence + 1000");
    assert_int_equal(number("SELECT count(*) FROM baseline_difference"), 0);
    /* A rule that came or went moves no other. */
    compare("DELETE FROM rule_mapping WHERE rule_id = " FIRST_INBOUND ";"
            "DELETE FROM rule_scope WHERE rule_id = " FIRST_INBOUND ";"
            "DELETE FROM rule_join WHERE rule_id = " FIRST_INBOUND ";"
            "DELETE FROM sync_rule WHERE id = " FIRST_INBOUND,
            "UPDATE sync_rule SET precedence = precedence + 7");
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(MOVED), 0);
}

/* What follows the product version is explained by another version, and by nothing else. */
static void lets_another_version_explain_what_follows_it(void **state)
{
    static const char option[] =
        "UPDATE connector_setting SET value = 'x' WHERE rowid = (SELECT min(rowid)"
        " FROM connector_setting WHERE intrinsic AND scope NOT IN ('connectivity', 'password-sync')"
        " AND name NOT IN ('export-enabled', 'import-enabled', 'filename'));";
    static const char build[] =
        "UPDATE global_parameter SET value = '2.9.1.0' WHERE name LIKE '%ConfigurationVersion'";
    static const char earlier_revision[] =
        "UPDATE global_parameter SET value = '2.9.1.7' WHERE name LIKE '%ConfigurationVersion'";
    char sql[1024];
    (void)state;
    (void)snprintf(sql, sizeof sql, "%s%s", option, build);
    compare("", option);
    assert_int_equal(number(DRIFT), 1);
    assert_int_equal(number(DRIFT " AND class = 'drift'"), 1);
    compare("", sql);
    assert_int_equal(number(DRIFT), 2);
    assert_int_equal(number(DRIFT " AND class = 'version-caused'"), 2);
    compare(earlier_revision, sql);
    assert_int_equal(number(DRIFT), 2);
    assert_int_equal(number(DRIFT " AND class = 'drift'"), 1);
}

/* Each server is compared with its own past; one that stands twice in the baseline counts once. */
static void keeps_servers_apart(void **state)
{
    static const char second[] =
        "INSERT INTO target (id, name, kind, location) VALUES (2, 'second', 'server', 'y');"
        "INSERT INTO coverage SELECT 2, source, status, domain, code, place, message, hint, rows,"
        " started_at, finished_at FROM coverage;"
        "INSERT INTO sync_server SELECT 2, lower(server_name), exported_at, staging_mode,"
        " product_version, format_version, config_version, password_change_history_size,"
        " evidence_id FROM sync_server;"
        "INSERT INTO global_parameter SELECT 2, name, 'y', data_type, evidence_id FROM "
        "global_parameter;";
    (void)state;
    compare(second, A_FEATURE);
    assert_int_equal(number(KNOWN), 1);
    assert_int_equal(number(COVERED), 3);
    assert_int_equal(number(DRIFT), 1);
}

static int setup(void **state)
{
    (void)state;
    int file = mkstemps(baseline, 7);
    return file < 0 ? -1 : close(file);
}

static int teardown(void **state)
{
    (void)state;
    sa_snapshot_close(now);
    return unlink(baseline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_nothing_where_nothing_changed),
        cmocka_unit_test(finds_a_server_whatever_the_case_of_its_name),
        cmocka_unit_test(tells_what_the_baseline_never_saw),
        cmocka_unit_test(tells_none_from_not_collected),
        cmocka_unit_test(compares_no_rules_without_their_connectors),
        cmocka_unit_test(counts_a_moved_rule_once),
        cmocka_unit_test(leaves_the_numbers_alone),
        cmocka_unit_test(lets_another_version_explain_what_follows_it),
        cmocka_unit_test(keeps_servers_apart),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
