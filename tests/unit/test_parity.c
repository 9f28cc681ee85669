/* SPDX-License-Identifier: Apache-2.0 */
/* Configuration parity. Two copies of one server's export are collected as two servers; then one thing
 * is changed on the second. Every case asserts how many differences that gives and how they are classed,
 * and that exchanging the roles of the two servers mirrors the answer. */
#include <stdbool.h>

#include "syncaudit/collect.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/sql.h"

#include "support/test.h"

static struct sa_snapshot *snapshot;

static void run_sql(const char *sql)
{
    struct sa_error err = {0};
    if (sa_sql_exec(sa_snapshot_db(snapshot), sql, "change the facts", &err) < 0)
        fail_msg("%s\n%s", err.message, sql);
}

static int64_t number(const char *sql)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    if (sa_sql_prepare(sa_snapshot_db(snapshot), sql, "count", &statement, &err) < 0)
        fail_msg("%s", err.message);
    assert_int_equal(sa_sql_step(statement, "count", &err), 1);
    int64_t value = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return value;
}

/* What a second server has of its own: none of it may count as drift. */
static const char second_server[] =
    "UPDATE sync_server SET server_name = 'SECOND', exported_at = '2026-11-20T12:00:00Z',"
    "  config_version = config_version + 9, staging_mode = 1 WHERE target_id = 2;"
    "UPDATE global_parameter SET value = 'True' WHERE target_id = 2 AND name LIKE '%.StagingMode';"
    "UPDATE global_parameter SET value = 'Mon, 23 Nov 2026 08:00:00 GMT'"
    "  WHERE target_id = 2 AND name LIKE '%.NextStartTime';"
    "UPDATE global_parameter SET value = lower(value)"
    "  WHERE target_id = 2 AND value IN ('True', 'False') AND name NOT LIKE '%.StagingMode';"
    "UPDATE connector SET guid = 'f' || substr(guid, 2), account = 'other' || account, version = "
    "version + 3,"
    "  created_at = '2026-01-01T00:00:00Z', modified_at = '2026-01-02T00:00:00Z' WHERE target_id = "
    "2;"
    "UPDATE partition SET guid = 'f' || substr(guid, 2), last_dc = 'other.example', created_at = "
    "NULL"
    "  WHERE connector_id IN (SELECT id FROM connector WHERE target_id = 2);"
    "UPDATE sync_rule SET guid = 'f' || substr(guid, 2), precedence = precedence + 7,"
    "  description = 'another text' WHERE target_id = 2;"
    "UPDATE evidence SET sha256 = 'x' || sha256 WHERE target_id = 2;";

static int setup(void **state)
{
    static const struct sa_run_info run = {.tool_version = "t",
                                           .catalogue_version = "t",
                                           .catalogue_sha256 = "",
                                           .operator_name = "t",
                                           .workstation = "t"};
    struct sa_error err = {0};
    (void)state;
    if (sa_snapshot_create(":memory:", false, &run, &snapshot, &err) < 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        const struct sa_target_info info = {.name = i == 0 ? "first" : "second", .location = "x"};
        struct sa_error problem = {0};
        int64_t id = 0;
        if (sa_snapshot_add_target(snapshot, &info, &id, &err) < 0 ||
            sa_collect_export(snapshot, id, EXAMPLE_EXPORT, NULL, &problem, &err) < 0 ||
            problem.status != SA_OK) {
            print_error("%s %s\n", problem.message, err.message);
            return -1;
        }
    }
    run_sql(second_server);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    sa_snapshot_close(snapshot);
    snapshot = NULL;
    return 0;
}

static void derive(void)
{
    const struct sa_evaluation_options options = SA_EVALUATION_OPTIONS_INIT;
    struct sa_error err = {0};
    if (sa_evaluation_derive(snapshot, &options, &err) < 0)
        fail_msg("%s", err.message);
}

/* Keeps the answer, exchanges the roles, compares again: nothing may be left over. */
static void expect_mirror(void)
{
    derive();
    run_sql(
        "DROP TABLE IF EXISTS main.before;"
        "CREATE TABLE main.before AS SELECT area, path, active_value, staging_value, class, minor"
        "  FROM parity_difference;"
        "UPDATE main.sync_server SET staging_mode = 1 - staging_mode");
    derive();
    assert_int_equal(
        number("SELECT count(*) FROM (SELECT area, path, active_value, staging_value, class, minor"
               " FROM before EXCEPT SELECT area, path, staging_value, active_value, class, minor"
               " FROM parity_difference)"),
        0);
    assert_int_equal(
        number("SELECT (SELECT count(*) FROM before) - (SELECT count(*) FROM parity_difference)"),
        0);
    run_sql("UPDATE main.sync_server SET staging_mode = 1 - staging_mode");
    derive();
}

/* Names what should not be there: a count alone helps nobody. */
static void expect_only_expected(void)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    int failed = 0;
    assert_int_equal(
        sa_sql_prepare(
            sa_snapshot_db(snapshot),
            "SELECT class || ': ' || path || ': ' || active_value || ' / ' || staging_value"
            " FROM parity_difference WHERE class <> 'expected'",
            "list", &statement, &err),
        0);
    while (sa_sql_step(statement, "list", &err) == 1) {
        print_error("%s\n", sa_sql_text_or_empty(statement, 0));
        failed = 1;
    }
    (void)sqlite3_finalize(statement);
    assert_false(failed);
}

static void finds_nothing_between_two_healthy_servers(void **state)
{
    (void)state;
    derive();
    assert_int_equal(number("SELECT count(*) FROM pair WHERE compared AND NOT same_server"), 1);
    expect_only_expected();
    assert_true(number("SELECT count(*) FROM parity_difference WHERE class = 'expected'") > 5);
    assert_true(number("SELECT count(*) FROM parity_item") > 400);
    expect_mirror();
}

struct change {
    const char *what, *sql;
    const char *area; /* of the differences; NULL: none may appear */
    const char *class;
    int minor, count;
};

#define ENABLED_RULE                                                                      \
    "(SELECT max(id) FROM sync_rule WHERE target_id = 2 AND NOT disabled AND is_standard" \
    " AND EXISTS (SELECT * FROM rule_mapping WHERE rule_id = sync_rule.id))"
#define AD_CONNECTOR "(SELECT min(id) FROM connector WHERE target_id = 2 AND kind = 'ad')"
#define AD_PARTITION \
    "(SELECT min(id) FROM partition WHERE selected AND connector_id = " AD_CONNECTOR ")"

static const struct change changes[] = {
  /* What does not count. */
    {"letter case and spaces of a DN",
     "UPDATE partition_container SET dn = upper(dn) WHERE partition_id = " AD_PARTITION,                                        NULL,               NULL,
     0,                                                                                                                                                                  0},
    {"letter case of a parameter",
     "UPDATE global_parameter SET value = upper(value) WHERE target_id = 2",                                                    NULL,               NULL,             0, 0},
    {"order of a list",
     "UPDATE global_parameter SET value = 'b, a;c' WHERE name LIKE '%AttributeExclusionList' AND "
     "target_id = 2;"
     "UPDATE global_parameter SET value = 'C,B,A' WHERE name LIKE '%AttributeExclusionList' AND "
     "target_id = 1",                                                                                                           NULL,               NULL,             0, 0},
    {"position of mappings",
     "UPDATE rule_mapping SET ordinal = -ordinal WHERE rule_id IN (SELECT id FROM sync_rule WHERE "
     "target_id = 2)",                                                                                                          NULL,               NULL,             0, 0},
    {"a partition that is not selected",
     "INSERT INTO partition (connector_id, guid, name, name_key, selected) VALUES (" AD_CONNECTOR
     ", 'g', 'DC=x', 'dc=x', 0)",                                                                                               NULL,               NULL,             0, 0},
    {"a uniform shift of precedence",
     "UPDATE sync_rule SET precedence = precedence + 1000 WHERE target_id = 2",                                                 NULL,               NULL,             0, 0},
 /* Drift. */
    {"a parameter",
     "UPDATE global_parameter SET value = '123' WHERE target_id = 2 AND name LIKE "
     "'%ThresholdValue'",                                                                                                       "operation",        "drift",          0, 1},
    {"a feature",
     "UPDATE global_parameter SET value = 'x' WHERE target_id = 2 AND name LIKE "
     "'%.PasswordWriteback'",                                                                                                   "features",         "drift",          0, 1},
    {"an absent feature",
     "DELETE FROM global_parameter WHERE target_id = 2 AND name LIKE '%.PasswordWriteback'",                                    "features",         "drift",          0, 1},
    {"the anchor",
     "UPDATE global_parameter SET value = 'x' WHERE target_id = 2 AND name LIKE "
     "'%.AnchorAttribute'",                                                                                                     "identity mapping", "drift",          0, 1},
    {"the sign-in method",
     "UPDATE global_parameter SET value = 'x' WHERE target_id = 2 AND name LIKE '%.SignOnMethod'",                              "sign-in",          "drift",          0, 1},
    {"the interval",
     "UPDATE global_parameter SET value = '09:00:00' WHERE target_id = 2 AND name LIKE "
     "'%.TimeInterval'",                                                                                                        "operation",        "drift",          1, 1},
    {"another tenant",
     "UPDATE connector SET tenant = 'evil.example' WHERE target_id = 2 AND kind = 'entra'",                                     "connectors",       "drift",          0, 1},
    {"another name of a connector",
     "UPDATE connector SET name = 'renamed' WHERE target_id = 2 AND kind = 'ad'",                                               "connectors",
     "drift",                                                                                                                                                         1, 1},
    {"signing switched off",
     "UPDATE connector SET sign_and_seal = 0 WHERE target_id = 2 AND kind = 'ad'",                                              "operation",
     "drift",                                                                                                                                                         0, 1},
    {"a domain that is not selected",                 "UPDATE partition SET selected = 0 WHERE id = " AD_PARTITION,
     "connectors",                                                                                                                                  "drift",          0, 1},
    {"an excluded OU",
     "INSERT INTO partition_container VALUES (" AD_PARTITION
     ", 'exclude', 'OU=x', 'ou=x,dc=fabrikam,dc=example')",                                                                     "scope",            "drift",          0, 1},
    {"an object class",
     "DELETE FROM partition_object_class WHERE partition_id = " AD_PARTITION
     " AND name_key = 'group'",                                                                                                 "schema",           "drift",          0, 1},
    {"an attribute",
     "DELETE FROM attribute_inclusion WHERE connector_id = " AD_CONNECTOR " AND name_key = 'mail'",
     "schema",                                                                                                                                      "drift",          0, 1},
    {"a metaverse attribute with several values",
     "UPDATE metaverse_attribute SET single_value = 1 - single_value WHERE target_id = 2 AND name "
     "= 'mail'",                                                                                                                "schema",           "drift",          0, 1},
    {"an index",
     "UPDATE metaverse_attribute SET indexed = 1 - indexed WHERE target_id = 2 AND name = 'mail'",                              "schema",           "drift",          1, 1},
    {"a missing run profile",
     "DELETE FROM run_step WHERE run_profile_id = (SELECT id FROM run_profile WHERE name = "
     "'Export' AND connector_id = " AD_CONNECTOR
     "); DELETE FROM run_profile WHERE name = 'Export' AND connector_id = " AD_CONNECTOR,
     "operation",                                                                                                                                   "drift",          0, 1},
    {"a page size",
     "UPDATE run_step SET page_size = 7 WHERE ordinal = 1 AND run_profile_id ="
     " (SELECT id FROM run_profile WHERE name = 'Export' AND connector_id = " AD_CONNECTOR ")",
     "operation",                                                                                                                                   "drift",          1, 1},
    {"a missing rule, once and not once per mapping",
     "CREATE TEMP TABLE gone AS SELECT " ENABLED_RULE " AS id;"
     "DELETE FROM rule_mapping WHERE rule_id = (SELECT id FROM gone);"
     "DELETE FROM rule_scope WHERE rule_id = (SELECT id FROM gone);"
     "DELETE FROM rule_join WHERE rule_id = (SELECT id FROM gone);"
     "DELETE FROM sync_rule WHERE id = (SELECT id FROM gone); DROP TABLE gone",                                                 "rules",            "drift",          0, 1},
    {"a disabled rule",                               "UPDATE sync_rule SET disabled = 1 WHERE id = " ENABLED_RULE,
     "rule properties",                                                                                                                             "drift",          0, 1},
    {"a link type",                                   "UPDATE sync_rule SET link_type = 'StickyJoin' WHERE id = " ENABLED_RULE,
     "rule properties",                                                                                                                             "drift",          0, 1},
    {"a mapping",
     "UPDATE rule_mapping SET value_key = 'x' WHERE ordinal = 1 AND rule_id = " ENABLED_RULE,
     "flows",                                                                                                                                       "drift",          0, 1},
    {"a missing mapping",                             "DELETE FROM rule_mapping WHERE ordinal = 1 AND rule_id = " ENABLED_RULE,
     "flows",                                                                                                                                       "drift",          0, 1},
    {"a scope",                                       "UPDATE sync_rule SET scope_key = 'x' WHERE id = " ENABLED_RULE,          "filters",          "drift",
     0,                                                                                                                                                                  1},
    {"a join",                                        "UPDATE sync_rule SET join_key = 'x' WHERE id = " ENABLED_RULE,           "filters",          "drift",
     0,                                                                                                                                                                  1},
 /* What another version explains. */
    {"a template version",
     "UPDATE sync_rule SET tag_version = tag_version + 1 WHERE id = " ENABLED_RULE,                                             "version",
     "version-caused",                                                                                                                                                0, 1},
    {"an assembly version",
     "UPDATE connector SET assembly_version = '9.9.9.9' WHERE target_id = 2 AND kind = 'entra'",                                "version",          "version-caused", 0, 1},
};

static void check_change(const struct change *change)
{
    char sql[512];
    run_sql("SAVEPOINT change");
    run_sql(change->sql);
    derive();
    int64_t all = number("SELECT count(*) FROM parity_difference WHERE class <> 'expected'");
    if (all != change->count)
        fail_msg("%s: %lld differences instead of %d", change->what, (long long)all, change->count);
    if (change->area) {
        (void)snprintf(sql, sizeof sql,
                       "SELECT count(*) FROM parity_difference WHERE area = '%s' AND class = '%s' "
                       "AND minor = %d",
                       change->area, change->class, change->minor);
        if (number(sql) != change->count)
            fail_msg("%s: not %s, %s, minor %d", change->what, change->area, change->class,
                     change->minor);
    }
    expect_mirror();
    run_sql("ROLLBACK TO change; RELEASE change");
}

static void classes_each_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(changes); i++)
        check_change(&changes[i]);
}

static void calls_flows_of_idle_rules_minor(void **state)
{
    (void)state;
    run_sql("UPDATE sync_rule SET disabled = 1 WHERE name = (SELECT name FROM sync_rule WHERE id "
            "= " ENABLED_RULE ")");
    run_sql("UPDATE rule_mapping SET value_key = 'x' WHERE ordinal = 1 AND rule_id ="
            " (SELECT max(id) FROM sync_rule WHERE target_id = 2 AND disabled)");
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift' AND "
                            "minor AND area = 'flows'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift'"), 1);
    expect_mirror();
}

static void lets_another_version_explain_what_it_brings(void **state)
{
    (void)state;
    run_sql("UPDATE sync_server SET product_version = '9.0.0.0' WHERE target_id = 2;"
            "UPDATE global_parameter SET value = '9.0.0.0' WHERE target_id = 2 AND name LIKE "
            "'%ServerConfigurationVersion';"
            "INSERT INTO global_parameter VALUES (2, 'Microsoft.OptionalFeature.BrandNew', "
            "'False', 'String', 1);"
            "INSERT INTO metaverse_attribute VALUES (2, 'brandNew', '1', 1, 0, 1);"
            "UPDATE rule_mapping SET value_key = 'x' WHERE ordinal = 1 AND rule_id = " ENABLED_RULE
            ";"
            "UPDATE sync_rule SET tag_version = tag_version + 1 WHERE id = " ENABLED_RULE);
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift'"), 0);
    /* parameter, version parameter, attribute, mapping, template version */
    assert_int_equal(
        number("SELECT count(*) FROM parity_difference WHERE class = 'version-caused'"), 5);
    expect_mirror();
}

static void lets_no_version_explain_what_is_switched_by_hand(void **state)
{
    (void)state;
    run_sql("UPDATE sync_server SET product_version = '9.0.0.0' WHERE target_id = 2;"
            "UPDATE sync_rule SET tag_version = tag_version + 1, disabled = 1 WHERE id "
            "= " ENABLED_RULE);
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift' AND path "
                            "LIKE '% / state'"),
                     1);
    expect_mirror();
}

static void lets_no_revision_and_no_missing_version_explain_drift(void **state)
{
    static const char *const versions[] = {"NULL", "'2.6.3.1'", "'nonsense'"};
    char sql[256];
    (void)state;
    for (size_t i = 0; i < SA_COUNT(versions); i++) {
        run_sql("SAVEPOINT change");
        (void)snprintf(sql, sizeof sql,
                       "UPDATE sync_server SET product_version = %s WHERE target_id = 2",
                       versions[i]);
        run_sql(sql);
        run_sql(
            "DELETE FROM global_parameter WHERE target_id = 2 AND name LIKE '%.PasswordHashSync'");
        derive();
        assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift' AND "
                                "area = 'features'"),
                         1);
        run_sql("ROLLBACK TO change; RELEASE change");
    }
}

static void lets_no_edited_tag_hide_a_flow(void **state)
{
    (void)state;
    run_sql(
        "UPDATE sync_rule SET tag_version = tag_version + 1 WHERE id = " ENABLED_RULE ";"
        "UPDATE rule_mapping SET value_key = 'x' WHERE ordinal = 1 AND rule_id = " ENABLED_RULE);
    derive();
    assert_int_equal(
        number("SELECT count(*) FROM parity_difference WHERE class = 'drift' AND area = 'flows'"),
        1);
    assert_int_equal(
        number("SELECT count(*) FROM parity_difference WHERE class = 'version-caused'"), 1);
    expect_mirror();
}

static void does_not_compare_what_one_side_did_not_tell(void **state)
{
    (void)state;
    run_sql(
        "DELETE FROM rule_mapping WHERE rule_id IN (SELECT id FROM sync_rule WHERE target_id = 2);"
        "DELETE FROM rule_scope WHERE rule_id IN (SELECT id FROM sync_rule WHERE target_id = 2);"
        "DELETE FROM rule_join WHERE rule_id IN (SELECT id FROM sync_rule WHERE target_id = 2);"
        "DELETE FROM sync_rule WHERE target_id = 2;"
        "UPDATE coverage SET status = 'failed', message = 'no luck' WHERE target_id = 2 AND source "
        "= 'sync_rule'");
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class <> 'expected'"), 0);
    assert_int_equal(number("SELECT count(*) FROM pair WHERE compared AND notice LIKE '%no luck%'"),
                     1);
    run_sql("UPDATE coverage SET status = 'failed' WHERE target_id = 2");
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference"), 0);
    assert_int_equal(number("SELECT count(*) FROM pair WHERE NOT compared"), 1);
}

static void says_when_one_server_is_compared_with_itself(void **state)
{
    (void)state;
    run_sql("UPDATE evidence SET sha256 = substr(sha256, 2) WHERE target_id = 2");
    run_sql("UPDATE sync_server SET server_name = (SELECT server_name FROM sync_server WHERE "
            "target_id = 1)");
    derive();
    assert_int_equal(
        number("SELECT count(*) FROM pair WHERE same_server AND notice LIKE '%same export%'"), 1);
    run_sql("UPDATE evidence SET sha256 = 'x' || sha256 WHERE target_id = 2");
    derive();
    assert_int_equal(number("SELECT count(*) FROM pair WHERE same_server AND notice LIKE '%changed "
                            "on one server%'"),
                     1);
}

/* ---- the order of rules ---- */

static void expect_moved(const char *sql, int64_t moved, int64_t minor)
{
    run_sql("SAVEPOINT change");
    run_sql(sql);
    derive();
    int64_t got = number("SELECT count(*) FROM parity_difference WHERE area = 'precedence'");
    if (got != moved)
        fail_msg("%lld moved instead of %lld: %s", (long long)got, (long long)moved, sql);
    assert_int_equal(
        number("SELECT count(*) FROM parity_difference WHERE area = 'precedence' AND minor"),
        minor);
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE class = 'drift'"), moved);
    expect_mirror();
    run_sql("ROLLBACK TO change; RELEASE change");
}

#define FIRST_INBOUND                                                                              \
    "(SELECT id FROM sync_rule WHERE target_id = 2 AND direction = 'Inbound' ORDER BY precedence " \
    "LIMIT 1)"

static void counts_a_moved_rule_once(void **state)
{
    (void)state;
    /* The first rule goes to the end and passes all others. */
    run_sql("SAVEPOINT change");
    run_sql("UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND);
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE area = 'precedence'"), 1);
    expect_mirror();
    run_sql("ROLLBACK TO change; RELEASE change");
    /* The first passes only the second: one of the two has moved, never both. */
    run_sql("UPDATE sync_rule SET precedence = precedence * 10");
    run_sql("UPDATE sync_rule SET precedence = 1 + (SELECT precedence FROM sync_rule WHERE "
            "target_id = 2"
            " AND direction = 'Inbound' ORDER BY precedence LIMIT 1 OFFSET 1) WHERE id "
            "= " FIRST_INBOUND);
    derive();
    assert_int_equal(number("SELECT count(*) FROM parity_difference WHERE area = 'precedence'"), 1);
    expect_mirror();
}

static void tells_whether_a_moved_rule_matters(void **state)
{
    (void)state;
    /* With nothing written by anybody, an exchange is minor; with one attribute in common it matters. */
    run_sql("DELETE FROM rule_mapping");
    expect_moved("UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND, 1, 1);
    run_sql("UPDATE sync_rule SET target_type = 'person';"
            "INSERT INTO rule_mapping SELECT id, 1, 'mail', 'mail', 'direct', 'mail', NULL, "
            "'Update', 0, 'k' FROM sync_rule");
    expect_moved("UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND, 1, 0);
    run_sql("UPDATE sync_rule SET target_type = 'type of ' || name");
    expect_moved("UPDATE sync_rule SET precedence = 100000 WHERE id = " FIRST_INBOUND, 1, 1);
}

static void orders_random_permutations_symmetrically(void **state)
{
    (void)state;
    unsigned seed = (unsigned)time(NULL);
    print_message("seed %u\n", seed);
    for (unsigned i = 0; i < 25; i++) {
        char sql[256];
        run_sql("SAVEPOINT change");
        (void)snprintf(
            sql, sizeof sql,
            "UPDATE sync_rule SET precedence = ((id + 3) * %u) %% 9973 %% %u WHERE target_id = 2",
            (seed + i) * 2654435761U % 9973 + 1, i % 2 ? 9973 : 5);
        run_sql(sql);
        expect_mirror();
        run_sql("ROLLBACK TO change; RELEASE change");
    }
}

int main(void)
{
#define PARITY_TEST(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
    const struct CMUnitTest tests[] = {
        PARITY_TEST(finds_nothing_between_two_healthy_servers),
        PARITY_TEST(classes_each_change),
        PARITY_TEST(calls_flows_of_idle_rules_minor),
        PARITY_TEST(lets_another_version_explain_what_it_brings),
        PARITY_TEST(lets_no_version_explain_what_is_switched_by_hand),
        PARITY_TEST(lets_no_revision_and_no_missing_version_explain_drift),
        PARITY_TEST(lets_no_edited_tag_hide_a_flow),
        PARITY_TEST(does_not_compare_what_one_side_did_not_tell),
        PARITY_TEST(says_when_one_server_is_compared_with_itself),
        PARITY_TEST(counts_a_moved_rule_once),
        PARITY_TEST(tells_whether_a_moved_rule_matters),
        PARITY_TEST(orders_random_permutations_symmetrically),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
