/* SPDX-License-Identifier: Apache-2.0 */
/* Loading checks: the embedded ones, folders with everything that can lie in a folder, order,
 * version and digest, parameters of a policy; the names of sources; version_key(). */
#include <fcntl.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syncaudit/buf.h"
#include "syncaudit/checks.h"
#include "syncaudit/limits.h"

#include "check_folder.h"
#include "engine/engine.h"
#include "support/test.h"

static void write_check(const char *name, const char *id, const char *area)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);

    sa_buf_addf(&text,
                "-- id: %s\n-- title: t\n-- area: %s\n-- severity: low\n-- applies: all\n"
                "-- needs: connector\n-- why: w\n-- remedy: r\n"
                "-- param:\n--   count: 5\n--   ratio: 0.5\n--   strict: false\n--   word: x\n"
                "--   names: ['a']\n--   numbers: [1]\n--   any: []\n"
                "SELECT 1\n",
                id, area);
    write_file(name, sa_buf_text(&text));
}

static int load(struct sa_catalogue **ret, struct sa_error *err)
{
    const char *const dirs[] = {folder};

    return sa_catalogue_load(false, dirs, 1, ret, err);
}

static struct sa_catalogue *loaded(void)
{
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};

    if (load(&catalogue, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    return catalogue;
}

/* --- the tests -------------------------------------------------------------------------------- */

static void loads_the_embedded_checks(void **state)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};
    size_t count = 0;

    (void)state;
    if (sa_catalogue_load(true, NULL, 0, &catalogue, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    count = sa_catalogue_count(catalogue);
    assert_true(count > 0);
    assert_string_equal(sa_catalogue_version(catalogue), "2026.11");
    assert_int_equal(strlen(sa_catalogue_sha256(catalogue)), 64);
    for (size_t i = 0; i < count; i++) {
        const struct sa_check *check = sa_catalogue_at(catalogue, i);

        assert_true(check->embedded);
        assert_int_equal(strncmp(check->file, "catalogue/", 10), 0);
        assert_ptr_equal(sa_catalogue_find(catalogue, check->id), check);
    }
}

static void loads_folders_in_the_order_of_reading(void **state)
{
    static const char *const order[] = {"STG-002", "STG-010", "PAR-001",
                                        "AUD-001", "ZZZ-001", "AAA-001"};

    (void)state;
    make_folder("sub");
    make_folder("sub/deeper");
    write_check("AAA-001.sql", "AAA-001", "zoo");
    write_check("ZZZ-001.sql", "ZZZ-001", "apples");
    write_check("sub/deeper/STG-010.SQL", "STG-010", "staging");
    write_check("sub/STG-002.sql", "STG-002", "staging");
    write_check("sub/PAR-001.sql", "PAR-001", "parity");
    write_check("AUD-001.sql", "AUD-001", "audit");
    /* None of these is a check. */
    write_file("AUD-001.case.sql", "nonsense");
    write_file("README.md", "nonsense");
    write_file(".hidden.sql", "nonsense");
    make_folder(".git");
    write_file(".git/x.sql", "nonsense");
    write_file("sql", "nonsense");
    write_file(".sql", "nonsense");

    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = loaded();
    assert_int_equal(sa_catalogue_count(catalogue), SA_COUNT(order));
    for (size_t i = 0; i < SA_COUNT(order); i++)
        assert_string_equal(sa_catalogue_at(catalogue, i)->id, order[i]);
    assert_false(sa_catalogue_at(catalogue, 0)->embedded);
    assert_string_equal(sa_catalogue_at(catalogue, 0)->file, in_folder("sub/STG-002.sql"));
    assert_string_equal(sa_catalogue_find(catalogue, "par-001")->id, "PAR-001");
    assert_null(sa_catalogue_find(catalogue, "PAR-00"));
}

static void refuses_an_id_that_occurs_twice(void **state)
{
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};

    (void)state;
    write_check("a.sql", "AAA-001", "staging");
    write_check("b.sql", "BBB-001", "audit");
    write_check("c.sql", "AAA-001", "recovery");
    assert_int_equal(load(&catalogue, &err), SA_E_INPUT);
    assert_null(catalogue);
    assert_non_null(strstr(err.message, "'AAA-001' occurs twice"));
    assert_non_null(strstr(err.message, "/a.sql'"));
    assert_non_null(strstr(err.message, "/c.sql'"));
}

static void stops_at_a_bad_file(void **state)
{
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};

    (void)state;
    write_check("a.sql", "AAA-001", "staging");
    write_file("b.sql", "SELECT 1");
    assert_int_equal(load(&catalogue, &err), SA_E_INPUT);
    assert_non_null(strstr(err.place, "/b.sql:1"));
}

static void refuses_a_folder_without_checks(void **state)
{
    static const char *const dirs[] = {"no-such-folder"};
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(load(&catalogue, &err), SA_E_NOT_FOUND);
    assert_non_null(strstr(err.message, "no check below the folder"));
    assert_int_equal(sa_catalogue_load(false, dirs, 1, &catalogue, &err), SA_E_NOT_FOUND);
    assert_null(catalogue);
}

static void names_no_file_for_a_folder(void **state)
{
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};
    const char *dirs[1] = {NULL};

    (void)state;
    write_check("a.sql", "AAA-001", "staging");
    dirs[0] = in_folder("a.sql");
    assert_int_equal(sa_catalogue_load(false, dirs, 1, &catalogue, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "is not a folder"));
}

static void follows_links_only_inside(void **state)
{
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};

    (void)state;
    make_folder("..data");
    write_check("..data/a.sql", "AAA-001", "staging");
    assert_int_equal(symlink("..data/a.sql", in_folder("a.sql")), 0);
    assert_int_equal(symlink("..", in_folder("up")), 0);
    assert_int_equal(symlink("/dev/null", in_folder("notes.txt")), 0);
    assert_int_equal(load(&catalogue, &err), 0);
    assert_int_equal(sa_catalogue_count(catalogue), 1);
    sa_catalogue_free(catalogue);
    catalogue = NULL;
    assert_int_equal(symlink("/etc/passwd", in_folder("b.sql")), 0);
    assert_int_equal(load(&catalogue, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "leads out of the catalogue"));
    assert_int_equal(unlink(in_folder("b.sql")), 0);
    assert_int_equal(symlink("nowhere", in_folder("b.sql")), 0);
    assert_int_equal(load(&catalogue, &err), SA_E_NOT_FOUND);
    assert_int_equal(unlink(in_folder("b.sql")), 0);
    assert_int_equal(mkfifo(in_folder("b.sql"), 0600), 0);
    assert_int_equal(load(&catalogue, &err), SA_E_INPUT);
    assert_null(catalogue);
}

static void bounds_files_and_depth(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_catalogue *catalogue = NULL;
    struct sa_error err = {0};
    char name[64] = "d";

    (void)state;
    for (size_t i = 0; i <= SA_LIMIT_CHECK_FILE; i++)
        sa_buf_add_char(&text, '-');
    write_file("a.sql", sa_buf_text(&text));
    assert_int_equal(load(&catalogue, &err), SA_E_LIMIT);
    assert_int_equal(unlink(in_folder("a.sql")), 0);
    write_check("a.sql", "AAA-001", "staging");
    for (size_t i = 0; i < 16; i++) {
        make_folder(name);
        memcpy(name + 1 + 2 * i, "/d", 3);
    }
    assert_int_equal(load(&catalogue, &err), 0);
    sa_catalogue_free(catalogue);
    catalogue = NULL;
    make_folder(name);
    assert_int_equal(load(&catalogue, &err), SA_E_LIMIT);
    assert_null(catalogue);
}

static void versions_tell_what_was_loaded(void **state)
{
    const char *const dirs[] = {folder};
    char before[SA_SHA256_HEX_SIZE];
    char version[64];

    (void)state;
    write_check("AAA-001.sql", "AAA-001", "staging");
    {
        SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;

        assert_int_equal(sa_catalogue_load(true, dirs, 1, &catalogue, NULL), 0);
        memcpy(before, sa_catalogue_sha256(catalogue), sizeof before);
        (void)snprintf(version, sizeof version, "2026.11+%.8s", before);
        assert_string_equal(sa_catalogue_version(catalogue), version);
        assert_string_equal(sa_catalogue_at(catalogue, 0)->id, "AAA-001");
    }
    make_folder("moved");
    assert_int_equal(unlink(in_folder("AAA-001.sql")), 0);
    write_check("moved/AAA-001.sql", "AAA-001", "staging");
    {
        SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;

        assert_int_equal(sa_catalogue_load(true, dirs, 1, &catalogue, NULL), 0);
        assert_string_equal(sa_catalogue_sha256(catalogue), before);
    }
    write_check("moved/AAA-001.sql", "AAA-001", "audit");
    {
        SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;

        assert_int_equal(sa_catalogue_load(true, dirs, 1, &catalogue, NULL), 0);
        assert_string_not_equal(sa_catalogue_sha256(catalogue), before);
    }
}

static const char *value_of(const struct sa_catalogue *catalogue, const char *name)
{
    const struct sa_check *check = sa_catalogue_find(catalogue, "AAA-001");

    for (size_t i = 0; i < check->param_count; i++) {
        if (strcmp(check->params[i].name, name) == 0)
            return check->params[i].value;
    }
    return NULL;
}

static int set(struct sa_catalogue *catalogue, const char *name, const char *value,
               struct sa_error *err)
{
    const char *const values[] = {value, NULL};

    return sa_catalogue_set_param(catalogue, "aaa-001", name, values, err);
}

static void sets_parameters_of_their_type(void **state)
{
    /* clang-format off */
    static const struct {
        const char *name, *value, *stored; /* stored NULL: refused */
    } cases[] = {
        { "count",  "7",                   "7"       },
        { "count",  "-7",                  "-7"      },
        { "count",  "7.0",                 NULL      },
        { "count",  "",                    NULL      },
        { "count",  "9223372036854775808", NULL      },
        { "ratio",  "0.75",                "0.75"    },
        { "ratio",  "1",                   "1"       },
        { "ratio",  "nan",                 NULL      },
        { "ratio",  "inf",                 NULL      },
        { "ratio",  "-Infinity",           NULL      },
        { "ratio",  "0x10",                NULL      },
        { "ratio",  "1e999",               NULL      },
        { "ratio",  "1 ",                  NULL      },
        { "ratio",  ".5",                  NULL      },
        { "strict", "true",                "1"       },
        { "strict", "false",               "0"       },
        { "strict", "maybe",               NULL      },
        { "word",   "",                    ""        },
        { "word",   "a 'b' \"c\"",         "a 'b' \"c\"" },
        { "word",   "\xFF",                NULL      },
        { "names",  "12",                  "[\"12\"]" },
        { "names",  "\xC3",                NULL      },
        { "numbers", "12",                 "[12]"    },
        { "numbers", "x",                  NULL      },
        { "any",    "12",                  "[12]"    },
        { "any",    "x",                   "[\"x\"]" },
    };
    /* clang-format on */

    (void)state;
    write_check("AAA-001.sql", "AAA-001", "staging");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = loaded();
        const struct sa_check *check = sa_catalogue_at(catalogue, 0);
        struct sa_error err = {0};
        int r = set(catalogue, cases[i].name, cases[i].value, &err);

        if (cases[i].stored == NULL) {
            if (r != SA_E_INPUT)
                fail_msg("%s took '%s'", cases[i].name, cases[i].value);
            assert_non_null(strstr(err.message, cases[i].name));
            for (size_t k = 0; k < check->param_count; k++)
                assert_false(check->params[k].from_policy);
            continue;
        }
        if (r < 0)
            fail_msg("%s = '%s': %s", cases[i].name, cases[i].value, err.message);
        assert_string_equal(value_of(catalogue, cases[i].name), cases[i].stored);
        for (size_t k = 0; k < check->param_count; k++) {
            bool is_set = strcmp(check->params[k].name, cases[i].name) == 0;

            assert_int_equal(check->params[k].from_policy, is_set);
        }
    }
}

static void tells_lists_from_values_and_names_the_nearest(void **state)
{
    static const char *const two[] = {"a", "b", NULL};
    static const char *const none[] = {NULL};
    struct sa_error err = {0};

    (void)state;
    write_check("AAA-001.sql", "AAA-001", "staging");
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = loaded();

    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "word", two, &err), SA_E_INPUT);
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "word", none, &err), SA_E_INPUT);
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "names", two, &err), 0);
    assert_string_equal(value_of(catalogue, "names"), "[\"a\", \"b\"]");
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "names", none, &err), 0);
    assert_string_equal(value_of(catalogue, "names"), "[]");
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-01", "word", two, &err),
                     SA_E_NOT_FOUND);
    assert_string_equal(err.message, "there is no check 'AAA-01': did you mean 'AAA-001'?");
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "rato", two, &err),
                     SA_E_NOT_FOUND);
    assert_string_equal(err.message,
                        "the check 'AAA-001' has no parameter 'rato': did you mean 'ratio'?");
    assert_int_equal(sa_catalogue_set_param(catalogue, "AAA-001", "qqqqqqqq", two, &err),
                     SA_E_NOT_FOUND);
    assert_string_equal(err.message, "the check 'AAA-001' has no parameter 'qqqqqqqq'");
}

static void knows_why_a_source_is_absent(void **state)
{
    static const char *const sure[] = {"global_settings", "connector", "sync_rule", "run_history",
                                       "coverage"};
    const char *const *names = sa_source_names();
    const char *unknown = sa_source_absence("no such source");

    (void)state;
    for (size_t i = 0; i < SA_COUNT(sure); i++) {
        bool found = false;

        for (size_t k = 0; names[k] != NULL; k++)
            found = found || strcmp(names[k], sure[i]) == 0;
        assert_true(found);
    }
    assert_non_null(unknown);
    for (size_t i = 0; names[i] != NULL; i++) {
        assert_string_not_equal(sa_source_absence(names[i]), unknown);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(names[k], names[i]);
    }
    assert_string_equal(sa_source_absence("run_history"),
                        "the server's PowerShell was not asked: name the server with --host; a "
                        "configuration export does not hold this");
    assert_true(sa_source_of_engine("run_history") && !sa_source_of_host("run_history"));
    assert_true(sa_source_of_host("registry") && !sa_source_of_engine("registry"));
    assert_non_null(strstr(sa_source_silence("run_history"), "--powershell off"));
    assert_null(strstr(sa_source_silence("run_history"), "--no-remote-files"));
    assert_non_null(strstr(sa_source_silence("user_right"), "--no-remote-files"));
    assert_non_null(strstr(sa_source_silence("audit_policy"), "--no-remote-files"));
}

static void makes_versions_sortable(void **state)
{
    /* clang-format off */
    static const struct {
        const char *sql, *key;
    } cases[] = {
        { "version_key('2.5.79.0')",          "00002.00005.00079.00000" },
        { "version_key('10.0.20348.2031')",   "00010.00000.20348.02031" },
        { "version_key('1.2')",               "00001.00002.00000.00000" },
        { "version_key('1.2.3')",             "00001.00002.00003.00000" },
        { "version_key('99999.0.0.00009')",   "99999.00000.00000.00009" },
        { "version_key(2.5)",                 "00002.00005.00000.00000" },
        { "version_key('2.5.79.0') < version_key('2.5.190.0')", "1" },
        { "version_key('6.3.9600.0') < version_key('10.0.20348.0')", "1" },
        { "version_key('2')",                 NULL },
        { "version_key('')",                  NULL },
        { "version_key(NULL)",                NULL },
        { "version_key('1.2.3.4.5')",         NULL },
        { "version_key('1.2.3.')",            NULL },
        { "version_key('1.2.3.4.')",          NULL },
        { "version_key('.1.2')",              NULL },
        { "version_key('1..2')",              NULL },
        { "version_key('100000.0')",          NULL },
        { "version_key('000001.0')",          NULL },
        { "version_key('-1.2')",              NULL },
        { "version_key(' 1.2')",              NULL },
        { "version_key('1.2 ')",              NULL },
        { "version_key('1.2' || char(0))",    NULL },
        { "version_key('1.2-beta')",          NULL },
    };
    /* clang-format on */
    sqlite3 *db = NULL;

    (void)state;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    assert_int_equal(sa_version_function(db, NULL), 0);
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char sql[128];
        sqlite3_stmt *statement = NULL;
        const char *key = NULL;

        (void)snprintf(sql, sizeof sql, "SELECT %s", cases[i].sql);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
        key = (const char *)sqlite3_column_text(statement, 0);
        if ((key == NULL) != (cases[i].key == NULL) ||
            (key != NULL && strcmp(key, cases[i].key) != 0))
            fail_msg("%s gave %s", cases[i].sql, key != NULL ? key : "NULL");
        (void)sqlite3_finalize(statement);
    }
    (void)sqlite3_close(db);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loads_the_embedded_checks),
        in_own_folder(loads_folders_in_the_order_of_reading),
        in_own_folder(refuses_an_id_that_occurs_twice),
        in_own_folder(stops_at_a_bad_file),
        in_own_folder(refuses_a_folder_without_checks),
        in_own_folder(names_no_file_for_a_folder),
        in_own_folder(follows_links_only_inside),
        in_own_folder(bounds_files_and_depth),
        in_own_folder(versions_tell_what_was_loaded),
        in_own_folder(sets_parameters_of_their_type),
        in_own_folder(tells_lists_from_values_and_names_the_nearest),
        cmocka_unit_test(knows_why_a_source_is_absent),
        cmocka_unit_test(makes_versions_sortable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
