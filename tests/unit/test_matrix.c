/* SPDX-License-Identifier: Apache-2.0 */
/* The matrix of rights and checks: what a missing right or source costs, by the tables that the program works by;
 * and names as literals of PowerShell. */
#include <sys/stat.h>

#include "syncaudit/host.h"

#include "cli/jea.h"
#include "support/test.h"

#define CHECK(id, lines)                                                     \
    "-- id: " id "\n-- title: t\n-- area: staging\n-- severity: low\n" lines \
    "-- why: w\n-- remedy: r\n-- references: [x]\n"                          \
    "SELECT name AS host, '' AS subject, '' AS observed, '' AS expected FROM target\n"

static struct settings settings;
static struct sa_catalogue *catalogue;
static struct matrix matrix;

/* Stands for judge.c's, which has all checks behind it. */
bool is_selected(const struct settings *given, const struct sa_check *check)
{
    return given && check->severity != SA_INFO;
}

static void write_check(const char *id, const char *text)
{
    char path[64];
    (void)snprintf(path, sizeof path, "matrix-checks/%s.sql", id);
    (void)unlink(path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    static const char *const folders[] = {"matrix-checks"};
    struct sa_error err = {0};
    (void)state;
    (void)mkdir("matrix-checks", 0700);
    write_check("ORG-001", CHECK("ORG-001", "-- applies: all\n-- needs: [service]\n"));
    write_check("ORG-002", CHECK("ORG-002", "-- applies: all\n-- needs: [service, event_log]\n"));
    write_check("ORG-003",
                CHECK("ORG-003", "-- applies: all\n-- needs: [global_settings or registry]\n"));
    write_check("ORG-004",
                CHECK("ORG-004", "-- applies: all\n-- needs: [host]\n-- confirms: [event_log]\n"));
    write_check("ORG-005", CHECK("ORG-005", "-- applies: forest\n-- needs: [ad_right]\n"));
    write_check("ORG-006", CHECK("ORG-006", "-- applies: all\n-- needs: [attestation]\n"));
    write_check("ORG-007", CHECK("ORG-007", "-- applies: all\n-- needs: [coverage]\n"));
    if (sa_catalogue_load(false, folders, 1, &catalogue, &err) < 0 ||
        matrix_load(&matrix, &settings, catalogue, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    matrix_done(&matrix);
    sa_catalogue_free(catalogue);
    catalogue = NULL;
    return 0;
}

static struct ask *ask_of(const char *name)
{
    for (size_t i = 0; i < matrix.count; i++) {
        if (strcmp(matrix.asks[i].name, name) == 0)
            return &matrix.asks[i];
    }
    fail_msg("nothing asks '%s'", name);
    return NULL;
}

static void expect_loss(const struct loss *loss, const char *unknown, const char *doubted)
{
    assert_string_equal(sa_buf_text(&loss->unknown), unknown);
    assert_string_equal(sa_buf_text(&loss->doubted), doubted);
}

static void expect_without(const char *name, const char *unknown, const char *doubted)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    struct sa_error err = {0};
    assert_int_equal(matrix_loss(&matrix, matrix_is_ask, ask_of(name), &loss, &err), 0);
    expect_loss(&loss, unknown, doubted);
}

static void every_table_is_in_it(void **state)
{
    (void)state;
    for (const struct sa_host_source *s = sa_host_sources(); s->source; s++)
        assert_int_equal(ask_of(s->source)->way, ASK_WINDOWS);
    assert_int_equal(ask_of("scheduler")->way, ASK_ENGINE);
    assert_true(ask_of("configuration")->writes_files);
    assert_int_equal(ask_of("ad_right")->way, ASK_FOREST);
    for (size_t i = 0; i < matrix.right_count; i++) {
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(matrix.rights[i], matrix.rights[k]);
    }
}

static void a_missing_source_costs_what_needs_it(void **state)
{
    (void)state;
    expect_without("service", "ORG-001, ORG-002", "");
    expect_without("event_log", "ORG-002", "ORG-004");
    expect_without("disk", "", "");
    expect_without("ad_right", "ORG-005", "");
}

static void what_another_source_tells_costs_nothing(void **state)
{
    SA_CLEANUP(loss_done) struct loss never = LOSS_INIT;
    struct sa_error err = {0};
    (void)state;
    expect_without("registry", "", "");
    expect_without("configuration", "", "");
    /* ... until that one is left out. */
    ask_of("configuration")->left_out = true;
    expect_without("registry", "ORG-003", "");
    /* An export on disk is as good. */
    matrix.has_export = true;
    expect_without("registry", "", "");
    matrix.has_export = false;
    assert_int_equal(matrix_never(&matrix, &never, &err), 0);
    expect_loss(&never, "ORG-006", "");
}

static void a_right_costs_all_that_hangs_on_it(void **state)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    struct sa_error err = {0};
    (void)state;
    ask_of("configuration")->left_out = true;
    assert_int_equal(
        matrix_loss(&matrix, matrix_is_of_right, ask_of("service")->right, &loss, &err), 0);
    /* `registry` and `host` are of the same right; ORG-004 is lost now, not only doubted. */
    expect_loss(&loss, "ORG-001, ORG-002, ORG-003, ORG-004", "");
}

static void checks_of_a_forest_count_where_there_is_one(void **state)
{
    (void)state;
    matrix.has_forest = false;
    expect_without("ad_right", "", "");
}

static void checks_of_an_ask_are_judged_or_confirmed(void **state)
{
    SA_CLEANUP(loss_done) struct loss checks = LOSS_INIT;
    SA_CLEANUP(loss_done) struct loss engine = LOSS_INIT;
    struct sa_error err = {0};
    (void)state;
    assert_int_equal(matrix_checks(&matrix, ask_of("event_log"), &checks, &err), 0);
    expect_loss(&checks, "ORG-002", "ORG-004");
    assert_int_equal(matrix_checks(&matrix, ask_of("configuration"), &engine, &err), 0);
    expect_loss(&engine, "ORG-003", "");
}

static void names_are_literals(void **state)
{
    static const struct {
        const char *text, *literal;
    } rows[] = {
        {"",                                       "''"                                                },
        {"A\\B",                                   "'A\\B'"                                            },
        {"O'Neil",                                 "'O''Neil'"                                         },
        {"''",                                     "''''''"                                            },
        {"a\xE2\x80\x98"
         "b\xE2\x80\x99",                 "'a\xE2\x80\x98\xE2\x80\x98"
         "b\xE2\x80\x99\xE2\x80\x99'"                                },
        {"\xE2\x80\x9A\xE2\x80\x9B",               "'\xE2\x80\x9A\xE2\x80\x9A\xE2\x80\x9B\xE2\x80\x9B'"},
        {"\xE2\x80\x97\xE2\x80\x9C $(x) `n \"q\"", "'\xE2\x80\x97\xE2\x80\x9C $(x) `n \"q\"'"          },
        {"\xE2",                                   "'\xE2'"                                            },
    };
    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(1024);
        jea_add_quoted(&buf, rows[i].text);
        assert_string_equal(sa_buf_text(&buf), rows[i].literal);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_table_is_in_it),
        TEST(a_missing_source_costs_what_needs_it),
        TEST(what_another_source_tells_costs_nothing),
        TEST(a_right_costs_all_that_hangs_on_it),
        TEST(checks_of_a_forest_count_where_there_is_one),
        TEST(checks_of_an_ask_are_judged_or_confirmed),
        cmocka_unit_test(names_are_literals),
    };

    return cmocka_run_group_tests_name("matrix", tests, NULL, NULL);
}
