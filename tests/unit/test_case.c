/* SPDX-License-Identifier: Apache-2.0 */
/* Case files: what the runner builds for a case, what it compares, and that a bad case fails. */
#include "syncaudit/buf.h"
#include "syncaudit/checks.h"

#include "check_folder.h"
#include "engine/casefile.h"

/* Finds each active server, and each parameter 'Colour' that is not among the colours allowed. */
#define CHECK                                                                                    \
    "-- id: ABC-001\n-- title: t\n-- area: staging\n-- severity: high\n-- applies: all\n"        \
    "-- needs: [global_settings]\n-- why: w\n-- remedy: r\n"                                     \
    "-- param:\n--   word: 'x'\n--   colours: [red]\n"                                           \
    "SELECT s.name AS host, 'role' AS subject, s.role AS observed, param('word') AS expected,\n" \
    "       'warn' AS status\n"                                                                  \
    "  FROM server s WHERE s.role = 'active'\n"                                                  \
    "UNION ALL\n"                                                                                \
    "SELECT s.name, 'colour ' || p.value, p.value, run.started_at, 'fail'\n"                     \
    "  FROM server s JOIN global_parameter p USING (target_id) JOIN run\n"                       \
    " WHERE p.name = 'Colour' AND p.value NOT IN (SELECT value FROM "                            \
    "json_each(param('colours')))\n"

/* --- what the runner reported ----------------------------------------------------------------- */

static struct {
    int count;
    char names[16][80];
    char why[16][2000]; /* "" when the case passed */
} seen;

static void note(void *payload, const char *check_id, const char *case_name, const char *why)
{
    assert_ptr_equal(payload, &seen);
    assert_true(seen.count < 16);
    (void)snprintf(seen.names[seen.count], sizeof seen.names[0], "%s %s", check_id, case_name);
    (void)snprintf(seen.why[seen.count], sizeof seen.why[0], "%s", why != NULL ? why : "");
    seen.count++;
}

static int run(const char *check, const char *cases)
{
    struct sa_error err = {0};
    int r = 0;

    memset(&seen, 0, sizeof seen);
    write_file("ABC-001.sql", check);
    if (cases != NULL)
        write_file("ABC-001.case.sql", cases);
    r = sa_checks_test(folder, NULL, note, &seen, &err);
    if (r < 0)
        fail_msg("%s: %s", err.place, err.message);
    return r;
}

static void expect_passes(const char *cases, int count)
{
    int failures = run(CHECK, cases);

    for (int i = 0; i < seen.count; i++) {
        if (seen.why[i][0] != '\0')
            fail_msg("%s: %s", seen.names[i], seen.why[i]);
    }
    assert_int_equal(failures, 0);
    assert_int_equal(seen.count, count);
}

/* One case that fails, for this reason. */
static void expect_failure(const char *cases, const char *why)
{
    int failures = run(CHECK, cases);

    if (failures != 1 || seen.count != 1)
        fail_msg("%d of %d failed: %s", failures, seen.count, cases);
    if (strstr(seen.why[0], why) == NULL)
        fail_msg("'%s' failed by '%s', not by '%s'", cases, seen.why[0], why);
}

#define STAGING "-- case: c\n-- server: S staging t.example\n"

/* --- the tests -------------------------------------------------------------------------------- */

static void runs_cases_that_hold(void **state)
{
    (void)state;
    expect_passes("-- SPDX-License-Identifier: Apache-2.0\n"
                  "\n"
                  "-- Cases of ABC-001: this comment is none of the directives.\n"
                  "-- case: a staging server passes\n"
                  "-- server: S staging t.example\n"
                  "-- expect: S pass\n"
                  "\n"
                  "-- case: an active one does not\n"
                  "-- server: A active t.example\n"
                  "-- server: S staging t.example 2.4.0.0\n"
                  "INSERT INTO global_parameter VALUES (2, 'Colour', 'blue sky', 'String', 21);\n"
                  "-- expect: S fail colour blue sky\n"
                  "-- expect: A warn role\n"
                  "-- case: what was not collected is unknown\n"
                  "-- server: F failed -\n"
                  "-- server: U unknown -\n"
                  "-- baseline: none\n"
                  "-- expect: F unknown\n"
                  "-- expect: U pass\n"
                  "-- case: lists and texts as parameters\r\n"
                  "-- server: S staging t.example\r\n"
                  "-- param: colours = [blue, 'light green']\r\n"
                  "-- param: word = 'y: z'\r\n"
                  "-- now: 2025-01-02T03:04:05Z\r\n"
                  "INSERT INTO global_parameter VALUES (1, 'Colour', 'blue', 'String', 11);\r\n"
                  "-- expect: S pass\r\n",
                  4);
    assert_string_equal(seen.names[0], "ABC-001 a staging server passes");
    assert_string_equal(seen.names[3], "ABC-001 lists and texts as parameters");
}

static void builds_the_servers_that_a_case_names(void **state)
{
    (void)state;
    /* Each statement fails the case when the row is not what the format promises: a NULL in a
     * column that takes none. */
    expect_passes(
        "-- case: c\n"
        "-- server: A active T.Example\n"
        "-- server: S staging T.Example 2.4.1.0\n"
        "-- server: U unknown -\n"
        "-- server: F failed -\n"
        "-- now: 2026-01-01T01:00:00Z\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 1, 100, iif(count(*) = 4, 'ok', NULL) FROM target\n"
        " WHERE (id, name) IN (VALUES (1, 'A'), (2, 'S'), (3, 'U'), (4, 'F'))\n"
        "   AND declared_role IS NULL AND pair IS NULL;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 2, 100, iif(group_concat(id) = '11,12,13,21,22,23,31,32,33', 'ok', NULL)\n"
        "  FROM (SELECT id FROM evidence ORDER BY id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 3, 100, iif(group_concat(staging_mode) = '0,1' AND count(*) = 3, 'ok', NULL)\n"
        "  FROM (SELECT * FROM sync_server WHERE exported_at = '2025-12-31T23:00:00Z'\n"
        "           AND product_version = iif(target_id = 2, '2.4.1.0', '2.5.190.0')\n"
        "         ORDER BY target_id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 4, 100, iif(group_concat(target_id || value) = '1False,2True', 'ok', NULL)\n"
        "  FROM (SELECT * FROM global_parameter ORDER BY target_id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 5, 100, iif(count(*) = 2, 'ok', NULL) FROM connector\n"
        " WHERE id = 100 * target_id AND kind = 'entra' AND connector_key = 'entra'\n"
        "   AND tenant = 't.example' AND name = 'T.Example - AAD'\n"
        "   AND account = iif(id = 100, 'Sync_A_0123456789ab@T.Example',\n"
        "                               'Sync_S_0123456789ab@T.Example');\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 6, 100, iif(count(*) = 9, 'ok', NULL) FROM coverage WHERE status = 'ok';\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 7, 100, iif(count(*) = 3, 'ok', NULL) FROM coverage\n"
        " WHERE status = 'failed' AND target_id = 4;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 8, 100, iif(started_at = '2026-01-01T01:00:00Z', 'ok', NULL) FROM run;\n"
        "-- expect: A warn role\n"
        "-- expect: S pass\n"
        "-- expect: U pass\n"
        "-- expect: F unknown\n",
        1);
}

static void builds_the_forests_that_a_case_names(void **state)
{
    (void)state;
    expect_passes(
        "-- case: c\n"
        "-- server: S staging t.example\n"
        "-- server: A staging t.example\n"
        "-- forest: Fabrikam.Example\n"
        "-- forest: lost.example failed\n"
        "-- connector: A Fabrikam.Example FABRIKAM\\MSOL_1\n"
        "-- connector: A lost.example svc\n"
        "-- connector: A -\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 1, 100, iif(group_concat(id || name) = '101Fabrikam.Example,102lost.example',\n"
        "                   'ok', NULL) FROM (SELECT * FROM target WHERE kind = 'forest' "
        "ORDER BY id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 2, 100, iif(count(*) = 3 AND min(source = substr(name, 18)) = 1, 'ok', NULL)\n"
        "  FROM evidence WHERE target_id = 101 AND id BETWEEN 1011 AND 1013;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 3, 100, iif(count(*) = 6 AND sum(status = 'ok' AND target_id = 101) = 3\n"
        "  AND sum(status = 'unreachable' AND target_id = 102) = 3, 'ok', NULL)\n"
        "  FROM coverage WHERE source LIKE 'ad\\_%' ESCAPE '\\';\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 4, 100, iif(f.target_id = 101 AND f.root_domain = 'fabrikam.example'\n"
        "  AND d.id = 1 AND d.dns_name = 'fabrikam.example' AND d.netbios_name = 'FABRIKAM'\n"
        "  AND d.dn = 'DC=Fabrikam,DC=Example' AND d.dn_key = 'dc=fabrikam,dc=example'\n"
        "  AND d.sid = 'S-1-5-21-1-1-101' AND d.evidence_id = f.evidence_id, 'ok', NULL)\n"
        "  FROM ad_forest f LEFT JOIN ad_domain d;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 5, 100, iif(group_concat(id || coalesce(forest, '-') || '/' ||\n"
        "  coalesce(account_domain, '-') || '/' || coalesce(account, '-')) =\n"
        "  '201Fabrikam.Example/FABRIKAM/MSOL_1,202lost.example/lost.example/svc,203-/-/-',\n"
        "  'ok', NULL) FROM (SELECT * FROM connector WHERE kind = 'ad' ORDER BY id);\n"
        "-- derived:\n"
        "INSERT INTO main.run_profile (id, connector_id, name)\n"
        "SELECT 6, 100, iif(group_concat(forest || '/' || name || certain) =\n"
        "  'Fabrikam.Example/A1,lost.example/A1', 'ok', NULL) FROM forest_member;\n"
        "-- expect: S pass\n"
        "-- expect: A pass\n"
        "-- case: a forest alone\n"
        "-- forest: fabrikam.example\n"
        "-- derived:\n"
        "INSERT INTO server (target_id, name, role) VALUES (1, 'nobody', 'staging');\n"
        "-- expect: nobody unknown\n",
        2);
}

static void builds_the_hosts_that_a_case_names(void **state)
{
    (void)state;
    expect_passes(
        "-- case: c\n"
        "-- server: A active T.Example\n"
        "-- server: N none -\n"
        "-- server: F failed -\n"
        "-- host: A\n"
        "-- host: N\n"
        "-- host: F failed\n"
        "-- setting: N Lsa.RunAsPPL = 2\n"
        "-- setting: N Tls.SSL 2.0.Client.Enabled = -1\n"
        "-- setting: N Time.Type = \"NT5DS = x\"\n"
        "-- setting: N Lsa.NoLMHash = denied\n"
        "-- setting: N Time.NtpServer = \"\"\n"
        "-- uncovered: A registry\n"
        "-- uncovered: A host\n"
        "-- uncovered: N event_log\n"
        "-- now: 2026-01-01T01:00:00Z\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 1, 100, iif(count(*) = 3 AND max(location) = '/exports/F' AND min(location) = '',\n"
        "                   'ok', NULL) FROM target;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 2, 100, iif(group_concat(source) = 'host,disk,network,service,hotfix,registry,'\n"
        "                   || 'software,certificate,firewall,listener,winrm_config,local_group,'\n"
        "                   || 'local_user,feature,task,share,antimalware,device_guard,tpm,'\n"
        "                   || 'encryption,database,log,event_log', 'ok', NULL)\n"
        "  FROM (SELECT * FROM evidence WHERE target_id = 2 AND id > 20000 AND id < 20024 ORDER BY "
        "id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 3, 100, iif(group_concat(n) = '24,22', 'ok', NULL)\n"
        "  FROM (SELECT count(*) AS n FROM coverage WHERE status = 'ok' GROUP BY target_id\n"
        "        ORDER BY target_id);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 4, 100, iif(count(*) = 23, 'ok', NULL) FROM coverage\n"
        " WHERE status = 'unreachable' AND target_id = 3;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 5, 100, iif(group_concat(target_id || name || booted_at || evidence_id)\n"
        "                   = '2N2025-12-22T01:00:00Z20001', 'ok', NULL) FROM host;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 6, 100, iif(min(target_id) = 2 AND max(target_id) = 2 AND count(*) > 100\n"
        "                   AND sum(state = 'absent') = count(*) - 5, 'ok', NULL) FROM "
        "host_setting;\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 7, 100, iif(group_concat(state || coalesce(number, '') || coalesce(text, '')) =\n"
        "                   'denied,set2,set,setNT5DS = x,set-1', 'ok', NULL)\n"
        "  FROM (SELECT * FROM host_setting WHERE state <> 'absent' AND evidence_id = 20006\n"
        "        ORDER BY name);\n"
        "INSERT INTO run_profile (id, connector_id, name)\n"
        "SELECT 8, 100, iif(count(*) = 1 AND min(target_id) = 1 AND min(evidence_id) = 10023\n"
        "                   AND min(from_at) = '2025-12-02T01:00:00Z', 'ok', NULL)\n"
        "  FROM host_event_window;\n"
        "-- expect: A warn role\n"
        "-- expect: N unknown\n"
        "-- expect: F unknown\n",
        1);
}

static void runs_sql_before_and_after_the_derivation(void **state)
{
    (void)state;
    expect_passes("-- case: c\n"
                  "-- server: S staging t.example\n"
                  "UPDATE sync_server SET staging_mode = 0;\n"
                  "-- derived:\n"
                  "INSERT INTO main.global_parameter VALUES (1, 'Colour', 'blue', 'String', 11);\n"
                  "-- expect: S warn role\n"
                  "-- expect: S fail colour blue\n"
                  "-- case: d\n"
                  "-- server: S active t.example\n"
                  "-- derived:\n"
                  "UPDATE server SET role = 'staging';\n"
                  "-- expect: S pass\n",
                  2);
}

static void says_what_is_missing_and_what_is_unexpected(void **state)
{
    (void)state;
    expect_failure(STAGING "-- expect: S fail\n", "ABC-001.case.sql:1: the results differ\n"
                                                  "missing: S fail\n"
                                                  "unexpected: S pass");
    expect_failure("-- case: c\n-- server: S active t.example\n-- expect: S warn\n",
                   "\nmissing: S warn\n"
                   "unexpected: S warn role (observed: active, expected: x)");
    expect_failure("-- case: c\n-- server: S active t.example\n-- expect: S fail role\n",
                   "missing: S fail role");
    expect_failure(STAGING "-- server: A active t.example\n-- expect: S pass\n",
                   "unexpected: A warn role");
    expect_failure(STAGING "-- expect: S pass\n-- expect: T pass\n", "missing: T pass");
    expect_failure(STAGING "-- expect: S pass\n-- expect: S pass\n", "missing: S pass");
    expect_failure("-- case: c\n-- server: F failed -\n-- expect: F pass\n",
                   "unexpected: F unknown (");
}

static void needs_no_word_for_what_does_not_apply(void **state)
{
    static const char check[] =
        "-- id: ABC-001\n-- title: t\n-- area: staging\n-- severity: high\n-- applies: staging\n"
        "-- needs: [global_settings]\n-- why: w\n-- remedy: r\n"
        "SELECT name AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected FROM server\n"
        " WHERE role = 'staging'\n";

    (void)state;
    assert_int_equal(run(check, "-- case: c\n-- server: A active t.example\n"
                                "-- server: S staging t.example\n-- expect: S fail a\n"),
                     0);
    assert_int_equal(run(check, "-- case: c\n-- server: A active t.example\n"
                                "-- server: S staging t.example\n-- expect: S fail a\n"
                                "-- expect: A not_applicable\n"),
                     0);
    assert_int_equal(run(check, "-- case: c\n-- server: A active t.example\n"
                                "-- server: S staging t.example\n-- expect: S fail a\n"
                                "-- expect: S not_applicable\n"),
                     1);
}

static void judges_tenants(void **state)
{
    static const char check[] =
        "-- id: ABC-001\n-- title: t\n-- area: staging\n-- severity: high\n-- applies: tenant\n"
        "-- needs: [connector]\n-- why: w\n-- remedy: r\n"
        "SELECT tenant AS host, name AS subject, 'b' AS observed, 'c' AS expected\n"
        "  FROM tenant_member\n";

    (void)state;
    assert_int_equal(run(check, "-- case: c\n-- server: A active T.Example\n"
                                "-- expect: t.example fail A\n"),
                     0);
    if (run(check, "-- case: c\n-- server: A active -\n"
                   "-- expect: (tenant not known) fail A\n") != 0)
        fail_msg("%s", seen.why[0]);
}

static void refuses_bad_case_files(void **state)
{
    /* clang-format off */
    static const struct {
        const char *cases, *why;
    } bad[] = {
        { "", "no case" },
        { "SELECT 1;\n", ":1: only comments may stand before the first" },
        { "-- server: S staging t\n", ":1: '-- server:' stands before the first" },
        { "-- case:\n", ":1: a case needs a name" },
        { STAGING, ":1: the case 'c' expects nothing" },
        { STAGING "-- expct: S pass\n", ":3: unknown directive 'expct': did you mean 'expect'?" },
        { "-- case: c\n-- expect: S pass\n", ":1: the case 'c' has no server" },
        { "-- case: c\n-- server: S staging\n", ":2: a server is 'NAME ROLE TENANT [VERSION]'" },
        { "-- case: c\n-- server: S staging t 1.0 x\n", ":2: a server is" },
        { "-- case: c\n-- server: S passive t\n", ":2: 'passive' is no role" },
        { STAGING "-- forest:\n", ":3: a forest is 'NAME [failed]'" },
        { STAGING "-- forest: f.example lost\n", ":3: a forest is 'NAME [failed]'" },
        { STAGING "-- connector: S\n", ":3: a connector is 'SERVER FOREST" },
        { STAGING "-- connector: X f.example\n", ":3: no server 'X' with connectors" },
        { "-- case: c\n-- server: S failed -\n-- connector: S f.example\n",
          ":3: no server 'S' with connectors" },
        { STAGING "-- host: X\n", ":3: no server 'X' stands before this line" },
        { STAGING "-- host: S lost\n", ":3: a host is 'SERVER [failed]'" },
        { STAGING "-- host: S\n-- host: S\n", ":4: the host 'S' stands here for the second" },
        { STAGING "-- setting: S Lsa.RunAsPPL = 1\n", ":3: no '-- host: S' that answered" },
        { STAGING "-- host: S failed\n-- setting: S Lsa.RunAsPPL = 1\n",
          ":4: no '-- host: S' that answered" },
        { STAGING "-- host: S\n-- setting: S Lsa.RunAsPPL 1\n", ":4: a setting is" },
        { STAGING "-- host: S\n-- setting: S Lsa.RunAsPLL = 1\n",
          ":4: no setting 'Lsa.RunAsPLL' in host_settings.def: did you mean 'Lsa.RunAsPPL'?" },
        { STAGING "-- host: S\n-- setting: S Lsa.RunAsPPL = on\n", ":4: 'on' is no value" },
        { STAGING "-- host: S\n-- setting: S Lsa.RunAsPPL =\n", ":4: '' is no value" },
        { STAGING "-- uncovered: S registry\n", ":3: no '-- host: S' that answered" },
        { STAGING "-- host: S\n-- uncovered: S connector\n", ":4: what is not covered is" },
        { STAGING "-- host: S\n-- uncovered: S\n", ":4: what is not covered is" },
        { STAGING "-- expect: S\n", ":3: an expectation is" },
        { STAGING "-- expect: pass\n", ":3: an expectation is" },
        { STAGING "-- expect: S passed\n", ":3: an expectation is" },
        { STAGING "-- now: today\n", ":3: 'today' is no time" },
        { STAGING "-- now: 2026-02-30T00:00:00Z\n", ":3: '2026-02-30T00:00:00Z' is no time" },
        { STAGING "-- now: 2026-11-22\n", ":3: '2026-11-22' is no time" },
        { STAGING "-- param: word\n", ":3: a parameter is" },
        { STAGING "-- baseline: other.sqlite\n", ":3: the only baseline to name is 'none'" },
        { STAGING "-- derived: x\n", ":3: nothing may stand behind" },
        { STAGING "-- derived:\n-- derived:\n", ":4: '-- derived:' stands here for the second" },
        { "-- case: \xFF\n", "no UTF-8" },
        { STAGING "-- param: wrd = y\n-- expect: S pass\n",
          ":3: the check 'ABC-001' has no parameter 'wrd': did you mean 'word'?" },
        { STAGING "-- param: word = [a, b]\n-- expect: S pass\n", ":3: the parameter 'word'" },
        { STAGING "-- param: word = [a\n-- expect: S pass\n", "no valid YAML" },
        { STAGING "-- param: word =\n-- expect: S pass\n", "has no value" },
        { STAGING "-- comment\n\nSELECT\n  no_column;\n-- expect: S pass\n",
          ":6: cannot run the SQL of the case: no such column: no_column" },
        { STAGING "INSERT INTO target VALUES\n (1, 'S', 'server', NULL, NULL, 'x');\n"
          "-- expect: S pass\n",
          ":3: cannot run the SQL of the case: UNIQUE" },
        { STAGING "-- derived:\n\n\nSELECT no_column;\n-- expect: S pass\n",
          ":6: cannot run the SQL" },
        { STAGING "UPDATE target SET name = 'open;\n-- expect: S pass\n",
          ":3: cannot run the SQL" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        expect_failure(bad[i].cases, bad[i].why);
}

static void lets_sql_change_rows_and_nothing_else(void **state)
{
    static const char *const refused[] = {
        "ATTACH 'other.sqlite' AS o;",
        "VACUUM INTO 'copy.sqlite';",
        "PRAGMA query_only = 1;",
        "CREATE TABLE t (a);",
        "CREATE TEMP TABLE t (a);",
        "DROP TABLE coverage;",
        "BEGIN;",
        "COMMIT;",
        "SAVEPOINT s;",
        "CREATE TRIGGER t AFTER INSERT ON target BEGIN DELETE FROM coverage; END;",
        "SELECT load_extension('x');",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(refused); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf cases = SA_BUF_INIT(4096);

        sa_buf_addf(&cases, "%s%s\n-- expect: S pass\n", STAGING, refused[i]);
        expect_failure(sa_buf_text(&cases), ":3: cannot run the SQL of the case");
    }
    assert_int_not_equal(access("other.sqlite", F_OK), 0);
    assert_int_not_equal(access("copy.sqlite", F_OK), 0);
    expect_passes(STAGING "DELETE FROM global_parameter WHERE name IN (SELECT value FROM "
                          "json_each('[\"x\"]'));\n-- expect: S pass\n",
                  1);
}

static void stops_sql_that_does_not_end(void **state)
{
    (void)state;
    expect_failure(STAGING "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n)\n"
                           "SELECT count(*) FROM n;\n-- expect: S pass\n",
                   ":3: cannot run the SQL of the case: interrupted");
}

static void counts_what_cannot_be_tested_as_failed(void **state)
{
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(CHECK, NULL), 1);
    assert_string_equal(seen.names[0], "ABC-001 case file");
    assert_non_null(strstr(seen.why[0], "ABC-001.case.sql"));
    assert_int_equal(run("SELECT 1\n", STAGING "-- expect: S pass\n"), 1);
    assert_string_equal(seen.names[0], "ABC-001 check file");
    assert_int_equal(unlink(in_folder("ABC-001.sql")), 0);
    assert_int_equal(sa_checks_test(folder, NULL, note, &seen, &err), SA_E_NOT_FOUND);
    assert_int_equal(sa_checks_test("no-such-folder", NULL, note, &seen, &err), SA_E_NOT_FOUND);
}

static void finds_cases_in_a_folder_of_their_own(void **state)
{
    char cases[64];
    struct sa_error err = {0};

    (void)state;
    make_folder("cases");
    make_folder("checks");
    write_file("cases/ABC-001.case.sql", STAGING "-- expect: S pass\n");
    write_file("checks/ABC-001.sql", CHECK);
    (void)snprintf(cases, sizeof cases, "%s/cases/", folder);
    memset(&seen, 0, sizeof seen);
    assert_int_equal(sa_checks_test(folder, cases, note, &seen, &err), 0);
    assert_int_equal(seen.count, 1);
    assert_string_equal(seen.why[0], "");
}

static void reads_pieces_where_they_stand(void **state)
{
    static const char text[] = "-- intro\n"
                               "-- case: one\n"
                               "-- server: S staging t 1.2.3.4\n"
                               "SELECT 1;\n"
                               "-- derived:\n"
                               "SELECT 2;\n"
                               "-- expect: S fail a  b \n"
                               "-- case: two\n"
                               "-- server: S failed -\n"
                               "-- expect: S unknown";
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(65536);
    struct sa_case *test = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_cases_parse("f", text, strlen(text), &arena, &test, &err), 0);
    assert_string_equal(test->name, "one");
    assert_int_equal(test->line, 2);
    assert_int_equal(test->facts_line, 2);
    assert_non_null(strstr(test->facts, "SELECT 1;"));
    assert_null(strstr(test->facts, "SELECT 2;"));
    assert_int_equal(test->derived_line, 5);
    assert_non_null(strstr(test->derived, "SELECT 2;"));
    assert_null(strstr(test->derived, "SELECT 1;"));
    assert_null(strstr(test->derived, "two"));
    assert_string_equal(test->servers->version, "1.2.3.4");
    assert_string_equal(test->expectations->target, "S");
    assert_int_equal(test->expectations->status, SA_RESULT_FAIL);
    assert_string_equal(test->expectations->subject, "a  b");
    test = test->next;
    assert_string_equal(test->derived, "");
    assert_null(test->servers->tenant);
    assert_int_equal(test->servers->role, SA_CASE_FAILED);
    assert_string_equal(test->now, "2026-11-22T12:00:00Z");
    assert_null(test->next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_own_folder(runs_cases_that_hold),
        in_own_folder(builds_the_servers_that_a_case_names),
        in_own_folder(builds_the_forests_that_a_case_names),
        in_own_folder(builds_the_hosts_that_a_case_names),
        in_own_folder(runs_sql_before_and_after_the_derivation),
        in_own_folder(says_what_is_missing_and_what_is_unexpected),
        in_own_folder(needs_no_word_for_what_does_not_apply),
        in_own_folder(judges_tenants),
        in_own_folder(refuses_bad_case_files),
        in_own_folder(lets_sql_change_rows_and_nothing_else),
        in_own_folder(stops_sql_that_does_not_end),
        in_own_folder(counts_what_cannot_be_tested_as_failed),
        in_own_folder(finds_cases_in_a_folder_of_their_own),
        cmocka_unit_test(reads_pieces_where_they_stand),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
