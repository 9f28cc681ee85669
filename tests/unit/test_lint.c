/* SPDX-License-Identifier: Apache-2.0 */
/* The linter: a good check gets no complaint, and each rule finds what it is there for. */
#include "syncaudit/buf.h"
#include "syncaudit/checks.h"

#include "check_folder.h"

#define HEAD                                                                              \
    "-- id: ABC-001\n-- title: t\n-- area: staging\n-- severity: high\n-- applies: all\n" \
    "-- why: w\n-- remedy: r\n"
#define NEEDS "-- needs: [global_settings]\n"
#define QUERY                                                                               \
    "SELECT s.name AS host, 'role' AS subject, s.role AS observed, 'staging' AS expected\n" \
    "  FROM server s WHERE s.role = 'active'\n"
#define QUERY_LINE 9 /* with HEAD and NEEDS */
#define CASES                                                     \
    "-- case: a\n-- server: S active t\n-- expect: S fail role\n" \
    "-- case: b\n-- server: S staging t\n-- expect: S pass\n"     \
    "-- case: c\n-- server: S failed -\n-- expect: S unknown\n"

static struct {
    int count;
    char files[32][256];
    long lines[32];
    char complaints[32][1000];
} seen;

static void note(void *payload, const char *file, long line, const char *complaint)
{
    assert_ptr_equal(payload, &seen);
    assert_true(seen.count < 32);
    (void)snprintf(seen.files[seen.count], sizeof seen.files[0], "%s", file);
    (void)snprintf(seen.complaints[seen.count], sizeof seen.complaints[0], "%s", complaint);
    seen.lines[seen.count++] = line;
}

static void lint_folder(const char *cases_dir, int expected)
{
    struct sa_error err = {0};
    int r = 0;

    memset(&seen, 0, sizeof seen);
    r = sa_checks_lint(folder, cases_dir, note, &seen, &err);
    if (r < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_int_equal(r, seen.count);
    if (r != expected) {
        for (int i = 0; i < seen.count; i++)
            print_error("%s:%ld: %s\n", seen.files[i], seen.lines[i], seen.complaints[i]);
        fail_msg("%d complaints instead of %d", r, expected);
    }
}

/* Exactly one complaint, about the check or its cases. */
static void expect_complaint(const char *check, const char *cases, long line, const char *complaint)
{
    write_file("ABC-001.sql", check);
    if (cases != NULL)
        write_file("ABC-001.case.sql", cases);
    lint_folder(NULL, 1);
    if (strstr(seen.complaints[0], complaint) == NULL)
        fail_msg("'%s' does not hold '%s'", seen.complaints[0], complaint);
    if (seen.lines[0] != line)
        fail_msg("'%s' came at line %ld, not %ld", seen.complaints[0], seen.lines[0], line);
}

static void says_nothing_about_a_good_check(void **state)
{
    (void)state;
    write_file("ABC-001.sql", HEAD NEEDS
               "-- param:\n--   word: x\n"
               "/* 'Administrators' in a comment, param('y') too */\n"
               "SELECT s.name AS host, \"s\".role AS subject, 'it''s now' AS observed,\n"
               "       param('word') AS expected, 'fail' AS status, s.evidence_id AS evidence\n"
               "  FROM server s -- 'Everyone'\n"
               " WHERE s.role = 'active' AND julianday(s.exported_at) > 0 AND 'Running' <> 'x'\n");
    write_file("ABC-001.case.sql", CASES "-- expect: S fail active\n");
    lint_folder(NULL, 0);
}

static void complains_about_the_file_and_the_header(void **state)
{
    (void)state;
    write_file("ABC-002.sql", HEAD NEEDS QUERY);
    write_file("ABC-001.case.sql", CASES);
    lint_folder(NULL, 1);
    assert_non_null(strstr(seen.complaints[0], "must be named 'ABC-001.sql'"));
    write_file("ABC-001.sql", HEAD NEEDS QUERY);
    lint_folder(NULL, 2);
    assert_non_null(strstr(seen.complaints[0], "the id 'ABC-001' is that of '"));
    assert_int_equal(unlink(in_folder("ABC-002.sql")), 0);

    expect_complaint("SELECT 1\n", CASES, 1, "no header");
}

static void complains_about_a_bad_header_where_it_stands(void **state)
{
    (void)state;
    write_file("ABC-001.sql", HEAD "-- neds: [x]\n" QUERY);
    lint_folder(NULL, 1);
    assert_int_equal(seen.lines[0], 8);
    assert_non_null(strstr(seen.complaints[0], "did you mean 'needs'?"));
}

static void complains_about_sources_titles_and_areas(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4096);

    (void)state;
    expect_complaint(HEAD "-- needs: [global_setings]\n" QUERY, CASES, 1,
                     "'needs' names a source that does not exist, 'global_setings': did you mean "
                     "'global_settings'?");
    expect_complaint(HEAD "-- needs: [global_settings or regstry]\n" QUERY, CASES, 1,
                     "'needs' names a source that does not exist, 'regstry': did you mean "
                     "'registry'?");
    expect_complaint(HEAD NEEDS "-- confirms: [zzzzzzzz]\n" QUERY, CASES, 1,
                     "'confirms' names a source that does not exist, 'zzzzzzzz'");
    for (int length = 110; length <= 111; length++) {
        sa_buf_clear(&text);
        sa_buf_add_text(&text, "-- id: ABC-001\n-- title: ");
        for (int i = 0; i < length; i++)
            sa_buf_add_text(&text, "\xC3\xA9");
        sa_buf_add_text(&text, "\n-- area: staging\n-- severity: high\n-- applies: all\n"
                               "-- why: w\n-- remedy: r\n" NEEDS QUERY);
        if (length > 110) {
            expect_complaint(sa_buf_text(&text), CASES, 1, "the title has 111 characters");
        } else {
            write_file("ABC-001.sql", sa_buf_text(&text));
            write_file("ABC-001.case.sql", CASES);
            lint_folder(NULL, 0);
        }
    }
    expect_complaint("-- id: ABC-001\n-- title: t\n-- area: stagin\n-- severity: high\n"
                     "-- applies: all\n-- why: w\n-- remedy: r\n" NEEDS QUERY,
                     CASES, 1, "the area 'stagin' is new: did you mean 'staging'?");
}

#define WHERE(condition)                                                                         \
    HEAD NEEDS "SELECT s.name AS host, 'role' AS subject, s.role AS observed, 'x' AS expected\n" \
               "  FROM server s\n"                                                               \
               " WHERE s.role = 'active' AND " condition "\n"
#define SELECT(columns) HEAD NEEDS "SELECT " columns " FROM server s WHERE s.role = 'active'\n"

static void complains_about_the_query(void **state)
{
    /* clang-format off */
    static const struct {
        const char *check;
        long line;
        const char *complaint;
    } cases[] = {
        { WHERE("s.nme = 'x'"), QUERY_LINE + 2, "no such column: s.nme" },
        { WHERE("random() > 0"), QUERY_LINE + 2, "refused" },
        { HEAD NEEDS "DELETE FROM server\n", QUERY_LINE, "" },
        { HEAD NEEDS QUERY "; SELECT 1\n", QUERY_LINE, "" },
        { HEAD NEEDS "SELECT name AS host, role AS subject, 'b' AS observed FROM server\n"
          " WHERE role = 'active'\n", QUERY_LINE,
          "the query gives the column 'expected' not at all" },
        { SELECT("name AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected, 1 AS extra"),
          QUERY_LINE, "a column 'extra', which findings do not have" },
        { SELECT("name AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected, 1 AS host"),
          QUERY_LINE, "the column 'host' more than once" },
        { HEAD NEEDS "SELECT max(name) AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected\n"
          "  FROM server\n", QUERY_LINE, "finds something in an empty snapshot" },
        { HEAD NEEDS "-- param:\n--   word: x\n" QUERY, QUERY_LINE + 2,
          "does not use the parameter 'word'" },
        { WHERE("s.name = param('word')"), QUERY_LINE + 2,
          "uses the parameter 'word', which the header does not declare" },
        { WHERE("s.name = param(s.role)"), QUERY_LINE + 2, "as a literal: param('name')" },
        { WHERE("julianday('now') > 0"), QUERY_LINE + 2, "'now' reads the clock" },
        { WHERE("s.exported_at < CURRENT_TIMESTAMP"), QUERY_LINE + 2, "was refused" },
        { WHERE("s.exported_at < datetime ( )"), QUERY_LINE + 2, "'datetime' reads the clock" },
        { WHERE("s.exported_at < strftime('%Y')"), QUERY_LINE + 2, "'strftime' reads the clock" },
        { WHERE("s.name = 'Domain Admins'"), QUERY_LINE + 2,
          "'Domain Admins' is a name that Windows translates: compare the SID "
          "(the SID that ends in -512)" },
        { WHERE("s.name LIKE '%\\dom\xC3\x84nen-admins%'"), QUERY_LINE + 2,
          "(the SID that ends in -512)" },
        { WHERE("s.name = 'BUILTIN\\administratoren'"), QUERY_LINE + 2, "(S-1-5-32-544)" },
        { WHERE("s.name GLOB 'administrateurs*'"), QUERY_LINE + 2, "(S-1-5-32-544)" },
        { WHERE("s.name = 'NT AUTHORITY\\SYSTEM'"), QUERY_LINE + 2, "(S-1-5-18)" },
        { WHERE("s.name IN ('x', 'Administrateurs de l''entreprise')"), QUERY_LINE + 2, "-519" },
        { WHERE("s.name = \xE2\x80\x8B'x'"), QUERY_LINE + 2, "" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        expect_complaint(cases[i].check, CASES, cases[i].line, cases[i].complaint);
}

#define HOST(table, condition)                                                                   \
    HEAD NEEDS "SELECT s.name AS host, 'role' AS subject, s.role AS observed, 'x' AS expected\n" \
               "  FROM server s " table "\n"                                                     \
               " WHERE s.role = 'active' AND " condition "\n"

/* What a server calls its things is compared with no literal, however it is written. */
static void complains_about_the_words_of_servers(void **state)
{
    static const char *const bad[] = {
        HOST("JOIN main.host_service v USING (target_id)", "v.account = 'x'"),
        HOST("JOIN host_service AS v USING (target_id)", "v.account_key <> 'x'"),
        HOST("JOIN host_service USING (target_id)", "host_service.account IS NOT 'x'"),
        HOST("JOIN host_task v ON v.target_id = s.target_id", "fold(v.account) LIKE 'x%'"),
        HOST("JOIN host_group v USING (target_id)", "'x' = v.name"),
        HOST("JOIN host_group v USING (target_id)", "'x' <> fold(v.name)"),
        HOST("JOIN local_member v USING (target_id)", "v.group_name NOT IN ('', 'y', 'x')"),
        HOST("JOIN host_user v USING (target_id)", "v.name GLOB 'x'"),
        HOST("JOIN host_feature v USING (target_id)", "(v.name) = 'x'"),
        HOST("JOIN host h USING (target_id)", "h.caption LIKE '%2022%'"),
        HOST("JOIN host_firewall_rule v USING (target_id)", "v.name IN ('x')"),
        HOST("JOIN host_group_member v USING (target_id)", "v.account != 'x'"),
    };
    static const char *const good[] = {
        HOST("JOIN host_service v USING (target_id)", "v.name = 'x'"),
        HOST("JOIN host_service v USING (target_id)", "v.account <> ''"),
        HOST("JOIN host_service v USING (target_id)", "s.name || v.account <> v.name || 'x'"),
        HOST("JOIN host_feature v USING (target_id)", "v.feature = 'x'"),
        HOST("JOIN host_group v USING (target_id)", "v.name IN (SELECT 'x')"),
        HOST("JOIN connector v USING (target_id)", "v.account = 'x'"),
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        expect_complaint(bad[i], CASES, QUERY_LINE + 2, "holds the server's own words");
    for (size_t i = 0; i < SA_COUNT(good); i++) {
        write_file("ABC-001.sql", good[i]);
        write_file("ABC-001.case.sql", CASES);
        lint_folder(NULL, 0);
    }
}

/* A name that is misspelt finds nothing, and that would read like a pass. */
static void complains_about_settings_that_do_not_exist(void **state)
{
    static const char *const good[] = {
        HOST("JOIN setting t ON t.host = s.name", "t.name = 'Lsa.RunAsPPL'"),
        HOST("JOIN setting t ON t.host = s.name", "t.name LIKE 'Tls.SSL 2.0.%'"),
        HOST("JOIN setting t ON t.host = s.name", "t.text <> 'Sentence. Another'"),
        HOST("JOIN setting t ON t.host = s.name", "t.text <> 'Microsoft.Synchronize.X'"),
        HOST("JOIN setting t ON t.host = s.name",
             "t.text NOT IN ('2.0', 'x.y', 'A.', 'a', 'A..b')"),
        HOST("", "s.name <> 'Lsa.RunAsPLL'"),
    };

    (void)state;
    expect_complaint(HOST("JOIN setting t ON t.host = s.name", "t.name = 'Lsa.RunAsPLL'"), CASES,
                     QUERY_LINE + 2,
                     "no setting is called 'Lsa.RunAsPLL': did you mean "
                     "'Lsa.RunAsPPL'?");
    expect_complaint(HOST("JOIN host_setting t USING (target_id)", "t.name = 'Zzzz.Yyyyyyyyyy'"),
                     CASES, QUERY_LINE + 2, "no setting is called 'Zzzz.Yyyyyyyyyy' (");
    expect_complaint(HOST("JOIN setting_unseen t ON t.host = s.name", "t.name LIKE 'Tls.SSL 4.0%'"),
                     CASES, QUERY_LINE + 2, "no setting is called 'Tls.SSL 4.0%'");
    for (size_t i = 0; i < SA_COUNT(good); i++) {
        write_file("ABC-001.sql", good[i]);
        write_file("ABC-001.case.sql", CASES);
        lint_folder(NULL, 0);
    }
}

static void takes_names_in_double_quotes_for_what_sqlite_takes_them(void **state)
{
    (void)state;
    write_file("ABC-001.sql", WHERE("s.name = \"Administrators\""));
    write_file("ABC-001.case.sql", CASES);
    memset(&seen, 0, sizeof seen);
    assert_true(sa_checks_lint(folder, NULL, note, &seen, NULL) >= 1);
    assert_non_null(strstr(seen.complaints[0], "(S-1-5-32-544)"));
}

static void leaves_other_words_alone(void **state)
{
    (void)state;
    write_file("ABC-001.sql",
               WHERE("s.name NOT IN ('Running', 'True', 'NT SERVICE\\ADSync', 'CN=Users,DC=x',\n"
                     "  'users of it', '%', '', 'SYSTEM', 'current_timestamp', 'S-1-5-32-544',\n"
                     "  'nowhere', date('2026-01-01'), strftime('%Y', s.exported_at))"));
    write_file("ABC-001.case.sql", CASES);
    lint_folder(NULL, 0);
}

static void complains_about_cases(void **state)
{
    (void)state;
    expect_complaint(HEAD NEEDS QUERY, NULL, 0, "ABC-001.case.sql");
    expect_complaint(HEAD NEEDS QUERY, "-- case: a\n-- servr: S\n", 2, "did you mean 'server'?");
    expect_complaint(HEAD NEEDS QUERY,
                     "-- case: a\n-- server: S active t\n-- expect: S pass\n-- expect: S unknown\n",
                     1, "no case of 'ABC-001' expects fail");
    expect_complaint(
        HEAD NEEDS QUERY,
        "-- case: a\n-- server: S active t\n-- expect: S fail x\n-- expect: S unknown\n", 1,
        "no case of 'ABC-001' expects pass");
    expect_complaint(HEAD NEEDS QUERY,
                     "-- case: a\n-- server: S active t\n-- expect: S fail x\n-- expect: S pass\n",
                     1, "no case of 'ABC-001' expects unknown");
    expect_complaint(SELECT("name AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected,\n"
                            "  iif(name = 'x', 'fail', 'warn') AS status"),
                     CASES, 1, "no case of 'ABC-001' expects warn");
}

static void asks_only_for_results_that_a_check_can_have(void **state)
{
    (void)state;
    /* Reads which sources answered, and that is always known. */
    write_file("ABC-001.sql", HEAD "-- needs: [coverage]\n" QUERY);
    write_file("ABC-001.case.sql",
               "-- case: a\n-- server: S active t\n-- expect: S fail x\n-- expect: S pass\n");
    lint_folder(NULL, 0);
    /* Has nothing to fail by. */
    write_file("ABC-001.sql",
               SELECT("name AS host, 'a' AS subject, 'b' AS observed, 'c' AS expected,\n"
                      "  'info' AS status"));
    write_file("ABC-001.case.sql",
               "-- case: a\n-- server: S active t\n-- expect: S info a\n-- expect: S unknown\n");
    lint_folder(NULL, 0);
}

static void complains_about_cases_without_a_check(void **state)
{
    char cases[64];

    (void)state;
    make_folder("checks");
    make_folder("cases");
    (void)snprintf(cases, sizeof cases, "%s/cases/", folder);
    write_file("checks/ABC-001.sql", HEAD NEEDS QUERY);
    write_file("cases/ABC-001.case.sql", CASES);
    lint_folder(cases, 0);
    write_file("cases/ABC-009.case.sql", CASES);
    lint_folder(cases, 1);
    assert_non_null(
        strstr(seen.complaints[0], "no check reads these cases: there is no 'ABC-009'"));
    assert_non_null(strstr(seen.files[0], "cases/ABC-009.case.sql"));
}

static void fails_where_there_is_nothing_to_look_at(void **state)
{
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_checks_lint(folder, NULL, note, &seen, &err), SA_E_NOT_FOUND);
    write_file("ABC-001.sql", HEAD NEEDS QUERY);
    assert_int_equal(sa_checks_lint(folder, "no-such-folder", note, &seen, &err), SA_E_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_own_folder(says_nothing_about_a_good_check),
        in_own_folder(complains_about_the_file_and_the_header),
        in_own_folder(complains_about_a_bad_header_where_it_stands),
        in_own_folder(complains_about_sources_titles_and_areas),
        in_own_folder(complains_about_the_query),
        in_own_folder(complains_about_the_words_of_servers),
        in_own_folder(complains_about_settings_that_do_not_exist),
        in_own_folder(takes_names_in_double_quotes_for_what_sqlite_takes_them),
        in_own_folder(leaves_other_words_alone),
        in_own_folder(complains_about_cases),
        in_own_folder(asks_only_for_results_that_a_check_can_have),
        in_own_folder(complains_about_cases_without_a_check),
        in_own_folder(fails_where_there_is_nothing_to_look_at),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
