/* SPDX-License-Identifier: Apache-2.0 */
/* Check files: what a header must hold, how parameters get their types, and where a fault is. */
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/checks.h"
#include "syncaudit/limits.h"

#include "support/test.h"

static struct sa_catalogue *catalogue;

static int set_up(void **state)
{
    (void)state;
    return sa_catalogue_load(false, NULL, 0, &catalogue, NULL);
}

static int tear_down(void **state)
{
    (void)state;
    sa_catalogue_free(catalogue);
    return 0;
}

static int parse(const char *text, struct sa_check **ret, struct sa_error *err)
{
    return sa_check_parse(catalogue, "x/ABC-001.sql", text, strlen(text), ret, err);
}

#define HEAD                       \
    "-- id: ABC-001\n"             \
    "-- title: A thing is right\n" \
    "-- area: staging\n"           \
    "-- severity: high\n"          \
    "-- applies: all\n"
#define TAIL            \
    "-- why: because\n" \
    "-- remedy: mend it\n"
#define GOOD  HEAD "-- needs: [connector]\n" TAIL
#define QUERY "SELECT 1\n"

static void reads_a_complete_check(void **state)
{
    static const char text[] = "-- # SPDX-License-Identifier: Apache-2.0\n"
                               "-- id: ABC-001\n"
                               "-- title: \"A thing: it is right\"\n"
                               "-- area: local privilege\n"
                               "-- severity: critical\n"
                               "-- applies: pair\n"
                               "-- needs: [connector, sync_rule]\n"
                               "-- confirms: statistics\n"
                               "-- param:\n"
                               "--   max_count: 500\n"
                               "-- why: >-\n"
                               "--   first line\n"
                               "--   second line\n"
                               "--\n"
                               "--   new paragraph\n"
                               "-- remedy: |\n"
                               "--   do this\n"
                               "--     then that\n"
                               "-- references: [one, two]\n"
                               "\n"
                               "-- a comment of the query\n"
                               "SELECT 1;\n";
    struct sa_check *check = NULL;
    struct sa_error err = {0};

    (void)state;
    if (parse(text, &check, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_string_equal(check->id, "ABC-001");
    assert_string_equal(check->title, "A thing: it is right");
    assert_string_equal(check->area, "local privilege");
    assert_int_equal(check->severity, SA_CRITICAL);
    assert_int_equal(check->applies, SA_APPLIES_PAIR);
    assert_string_equal(check->needs[0], "connector");
    assert_string_equal(check->needs[1], "sync_rule");
    assert_null(check->needs[2]);
    assert_string_equal(check->confirms[0], "statistics");
    assert_null(check->confirms[1]);
    assert_int_equal(check->param_count, 1);
    assert_string_equal(check->why, "first line second line\nnew paragraph");
    assert_string_equal(check->remedy, "do this\n  then that\n");
    assert_string_equal(check->references[1], "two");
    assert_null(check->references[2]);
    assert_string_equal(check->sql, "-- a comment of the query\nSELECT 1;\n");
    assert_int_equal(check->sql_line, 21);
    assert_string_equal(check->file, "x/ABC-001.sql");
    assert_false(check->embedded);
    assert_int_equal(strlen(check->sha256), 64);
}

static void reads_the_shortest_check_in_any_line_ends(void **state)
{
    struct sa_check *check = NULL;
    struct sa_check *windows = NULL;
    struct sa_error err = {0};
    static const char crlf[] =
        "\xEF\xBB\xBF-- id: ABC-001\r\n-- title: t\r\n--\r\n-- area: a\r\n"
        "-- severity: low\r\n-- applies: forest\r\n-- confirms: [coverage]\r\n"
        "-- why: w\r\n-- remedy: r\r\n\r\nSELECT 1\r\n";

    (void)state;
    assert_int_equal(parse(GOOD QUERY, &check, &err), 0);
    assert_int_equal(check->sql_line, 9);
    assert_null(check->confirms[0]);
    assert_null(check->references[0]);
    assert_int_equal(check->param_count, 0);
    if (parse(crlf, &windows, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_string_equal(windows->remedy, "r");
    assert_string_equal(windows->sql, "SELECT 1\r\n");
    assert_int_equal(windows->sql_line, 11);
    assert_null(windows->needs[0]);
    assert_int_equal(windows->applies, SA_APPLIES_FOREST);
    assert_string_equal(sa_applies_name(windows->applies), "forest");
    assert_string_not_equal(windows->sha256, check->sha256);
}

struct refusal {
    const char *text;
    const char *place;
    const char *message;
};

static void check_refusal(const struct refusal *c)
{
    struct sa_check *check = NULL;
    struct sa_error err = {0};
    int r = parse(c->text, &check, &err);

    if (r == 0)
        fail_msg("taken: %s", c->text);
    assert_null(check);
    assert_int_equal(r, err.status);
    if (strstr(err.message, c->message) == NULL)
        fail_msg("'%s' gave '%s', which does not hold '%s'", c->text, err.message, c->message);
    if (strcmp(err.place, c->place) != 0)
        fail_msg("'%s' gave the place %s, not %s", c->text, err.place, c->place);
    assert_int_equal(parse(c->text, &check, NULL), r);
}

#define F "x/ABC-001.sql"

static void refuses_what_is_no_check(void **state)
{
    /* clang-format off */
    static const struct refusal refusals[] = {
        { "", F ":1", "no header" },
        { "\n" GOOD QUERY, F ":1", "no header" },
        { "SELECT 1\n", F ":1", "no header" },
        { "--id: ABC-001\n" QUERY, F ":1", "no header" },
        { GOOD "--references: [x]\n" QUERY, F ":9", "must start with '-- '" },
        { GOOD, F ":9", "the query is missing" },
        { GOOD "\n  ;; \n-- only\n/* a -- comment */ ;\n", F ":9", "the query is missing" },
        { GOOD "/* open SELECT 1", F ":9", "the query is missing" },
        { "-- title: x\n" QUERY, F ":1:4", "the key 'id' is missing" },
        { GOOD "-- severty: high\n" QUERY, F ":9:4",
          "unknown key 'severty': did you mean 'severity'?" },
        { GOOD "-- title: y\n" QUERY, F ":9:4", "the key 'title' stands here for the second time" },
        { "-- [a, b]\n" QUERY, F ":1:4", "a mapping" },
        { "-- id: abc-001\n" TAIL QUERY, F ":1:8", "'id' must be two to eight capital letters" },
        { "-- id: A-001\n" TAIL QUERY, F ":1:8", "'id' must be" },
        { "-- id: ABCDEFGHI-001\n" TAIL QUERY, F ":1:8", "'id' must be" },
        { "-- id: 1BC-001\n" TAIL QUERY, F ":1:8", "'id' must be" },
        { "-- id: ABC-01\n" TAIL QUERY, F ":1:8", "'id' must be" },
        { "-- id: ABC-0011\n" TAIL QUERY, F ":1:8", "'id' must be" },
        { "-- id: STG-013\n" TAIL QUERY, F ":1:8", "'STG-013' is that of failover readiness" },
        { "-- id: ABC-001\n-- title: ''\n" QUERY, F ":2:11", "'title' is empty" },
        { "-- id: ABC-001\n-- title:\n" QUERY, F ":2:4", "'title' has no value" },
        { "-- id: ABC-001\n-- title: \"a\\nb\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: \"\\e[31m\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: \"\\x9B31m\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: \"a\\u202Eb\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: \"a\\u2066b\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: \"a\\u2028b\"\n" QUERY, F ":2:11", "'title' must be one line" },
        { "-- id: ABC-001\n-- title: a\xE2\x80\xAE" "b\n" QUERY, F ":2:11",
          "'title' must be one line" },
        { HEAD "-- needs: [\"a\\u200Fb\"]\n" TAIL QUERY, F ":6:12", "each member of 'needs'" },
        { "-- id: ABC-001\n-- title: x\n-- area: Staging\n" QUERY, F ":3:10", "'area' must be" },
        { "-- id: ABC-001\n-- title: x\n-- area: a\n-- severity: hgih\n" QUERY, F ":4:14",
          "did you mean 'high'?" },
        { "-- id: ABC-001\n-- title: x\n-- area: a\n-- severity: low\n-- applies: every\n" QUERY,
          F ":5:13", "'applies' cannot be 'every'" },
        { HEAD TAIL QUERY, F ":1:4", "'needs' or 'confirms' must name a source" },
        { HEAD "-- needs: []\n" TAIL QUERY, F ":1:4", "'needs' or 'confirms' must name a source" },
        { HEAD "-- needs: ['']\n" TAIL QUERY, F ":6:12", "each member of 'needs'" },
        { HEAD "-- needs: [connector or ad_right]\n" TAIL QUERY, F ":6:11",
          "'connector or ad_right' in 'needs': write 'one or another'" },
        { HEAD "-- needs: [x]\n-- confirms: [a b or c]\n" TAIL QUERY, F ":7:14",
          "'a b or c' in 'confirms': write" },
        { HEAD "-- needs: [x or  or c]\n" TAIL QUERY, F ":6:11", "write 'one or another'" },
        { HEAD "-- needs: [{a: b}]\n" TAIL QUERY, F ":6:12", "'needs' must be a list" },
        { HEAD "-- needs: x\n-- why: a\n" QUERY, F ":1:4", "the key 'remedy' is missing" },
        { HEAD "-- needs: x\n-- why: ' '\n-- remedy: a\n" QUERY, F ":7:9", "'why' is empty" },
        { GOOD "-- param: 5\n" QUERY, F ":9:4", "'param' must be a mapping" },
        { GOOD "-- param: {}\n" QUERY, F ":9:4", "'param' must be a mapping" },
        { GOOD "-- param: {Max: 5}\n" QUERY, F ":9:12", "the parameter name 'Max'" },
        { GOOD "-- param: {a-b: 5}\n" QUERY, F ":9:12", "the parameter name 'a-b'" },
        { GOOD "-- param: {a: {b: 1}}\n" QUERY, F ":9:15", "must be one value or a list" },
        { GOOD "-- param: {a: [[1]]}\n" QUERY, F ":9:16", "must hold single values" },
        { GOOD "-- param:\n--   a:\n--   - 1\n--   -\n" QUERY, F ":12:7",
          "a value is missing in the list" },
        { GOOD "-- param: {a: }\n" QUERY, F ":9:12", "has no default" },
        { GOOD "-- param: {a: no}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: True}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: 007}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: +7}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: .nan}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: -Inf}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: 9223372036854775808}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: 1e999}\n" QUERY, F ":9:15", "could be two things" },
        { GOOD "-- param: {a: ~}\n" QUERY, F ":9:15", "could be two things" },
        { "-- id: &a ABC-001\n" QUERY, F ":1:8", "anchors" },
        { "-- id: ABC-001\n--  title: x\n" QUERY, F ":2:10", "mapping values are not allowed" },
        { "-- id: ABC-001\n-- \ttitle: x\n" QUERY, F ":2:4", "a tab cannot indent" },
        { "-- ---\n" GOOD QUERY, F ":2:6", "mapping values are not allowed" },
        { GOOD "SELECT '\xFF'\n", F ":9", "no UTF-8" },
        { "-- id: \xC3\n" QUERY, F ":1", "no UTF-8" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(refusals); i++)
        check_refusal(&refusals[i]);
}

static void refuses_a_nul_byte(void **state)
{
    static const char text[] = GOOD "SELECT 1\n\0 WHERE 0\n";
    struct sa_check *check = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_check_parse(catalogue, F, text, sizeof text - 1, &check, &err), SA_E_INPUT);
    assert_string_equal(err.place, F ":10");
    assert_int_equal(sa_check_parse(catalogue, F, NULL, 0, &check, &err), SA_E_INPUT);
}

static void bounds_the_file(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_check *check = NULL;
    struct sa_error err = {0};

    (void)state;
    sa_buf_add_text(&text, GOOD QUERY);
    while (text.len < SA_LIMIT_CHECK_FILE)
        sa_buf_add_char(&text, ' ');
    assert_int_equal(sa_check_parse(catalogue, F, text.data, text.len, &check, &err), 0);
    sa_buf_add_char(&text, ' ');
    check = NULL;
    assert_int_equal(sa_check_parse(catalogue, F, text.data, text.len, &check, &err), SA_E_LIMIT);
    assert_null(check);
}

static void types_a_parameter_by_its_default(void **state)
{
    /* clang-format off */
    static const struct {
        const char *written;
        enum sa_param_type type;
        const char *value;
    } cases[] = {
        { "0",                    SA_PARAM_INT,  "0"                    },
        { "-5",                   SA_PARAM_INT,  "-5"                   },
        { "-9223372036854775808", SA_PARAM_INT,  "-9223372036854775808" },
        { "'5'",                  SA_PARAM_TEXT, "5"                    },
        { "2.50",                 SA_PARAM_REAL, "2.50"                 },
        { "-1e-3",                SA_PARAM_REAL, "-1e-3"                },
        { "2.5.190.0",            SA_PARAM_TEXT, "2.5.190.0"            },
        { "2026-11-22",           SA_PARAM_TEXT, "2026-11-22"           },
        { "true",                 SA_PARAM_BOOL, "1"                    },
        { "false",                SA_PARAM_BOOL, "0"                    },
        { "'true'",               SA_PARAM_TEXT, "true"                 },
        { "''",                   SA_PARAM_TEXT, ""                     },
        { "[]",                   SA_PARAM_LIST, "[]"                   },
        { "[1, -2]",              SA_PARAM_LIST, "[1, -2]"              },
        { "[1, '2']",             SA_PARAM_LIST, "[\"1\", \"2\"]"       },
        { "[1, b]",               SA_PARAM_LIST, "[\"1\", \"b\"]"       },
        { "[01]",                 SA_PARAM_LIST, "[\"01\"]"             },
        { "[S-1-5-32-544, '%-498']", SA_PARAM_LIST, "[\"S-1-5-32-544\", \"%-498\"]" },
        { "[\"a\\\"b\\\\c\\n\"]", SA_PARAM_LIST, "[\"a\\\"b\\\\c\\u000a\"]" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
        struct sa_check *check = NULL;
        struct sa_error err = {0};

        sa_buf_addf(&text, "%s-- param:\n--   p_1: %s\n%s", GOOD, cases[i].written, QUERY);
        if (parse(sa_buf_text(&text), &check, &err) < 0)
            fail_msg("%s: %s: %s", cases[i].written, err.place, err.message);
        assert_int_equal(check->param_count, 1);
        assert_string_equal(check->params[0].name, "p_1");
        if (check->params[0].type != cases[i].type)
            fail_msg("%s became type %d", cases[i].written, (int)check->params[0].type);
        assert_string_equal(check->params[0].value, cases[i].value);
        assert_string_equal(check->params[0].default_value, cases[i].value);
        assert_false(check->params[0].from_policy);
    }
}

static void names_and_weighs_severities(void **state)
{
    enum sa_severity severity = SA_INFO;

    (void)state;
    assert_int_equal(sa_severity_weight(SA_CRITICAL), 10);
    assert_int_equal(sa_severity_weight(SA_HIGH), 6);
    assert_int_equal(sa_severity_weight(SA_MEDIUM), 3);
    assert_int_equal(sa_severity_weight(SA_LOW), 1);
    assert_int_equal(sa_severity_weight(SA_INFO), 0);
    assert_string_equal(sa_severity_name(SA_MEDIUM), "medium");
    assert_int_equal(sa_severity_parse("High", &severity), 0);
    assert_int_equal(severity, SA_HIGH);
    assert_int_equal(sa_severity_parse("worst", &severity), SA_E_INPUT);
    assert_int_equal(severity, SA_HIGH);
    assert_string_equal(sa_applies_name(SA_APPLIES_TENANT), "tenant");
    assert_string_equal(sa_applies_name(SA_APPLIES_ALL), "all");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_complete_check),
        cmocka_unit_test(reads_the_shortest_check_in_any_line_ends),
        cmocka_unit_test(refuses_what_is_no_check),
        cmocka_unit_test(refuses_a_nul_byte),
        cmocka_unit_test(bounds_the_file),
        cmocka_unit_test(types_a_parameter_by_its_default),
        cmocka_unit_test(names_and_weighs_severities),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
