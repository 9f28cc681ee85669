/* SPDX-License-Identifier: Apache-2.0 */
/* The dated knowledge: the embedded table loads, a newer one replaces it, a bad one is refused with
 * its place; and what else the derivation makes. */
#include <stdbool.h>

#include "syncaudit/sql.h"

#include "engine/engine.h"
#include "engine/judge.h"
#include "support/engine_fixture.h"
#include "support/test.h"

static struct fixture fixture;
static char folder[] = "/tmp/syncaudit-knowledge-XXXXXX";
static char path[64], windows_path[64];

static int open_fixture(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    (void)snprintf(path, sizeof path, "%s/entra_connect.yaml", folder);
    (void)snprintf(windows_path, sizeof windows_path, "%s/windows.yaml", folder);
    fixture_open(&fixture);
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return rmdir(folder);
}

static int64_t number(const char *sql)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};

    if (sa_sql_prepare(fixture.db, sql, "test", &statement, &err) < 0 ||
        sa_sql_step(statement, "test", &err) != 1)
        fail_msg("%s: %s", sql, err.message);
    return sqlite3_column_int64(statement, 0);
}

static int load_file(const char *name, const char *yaml, struct sa_error *err)
{
    char place[64];
    (void)snprintf(place, sizeof place, "%s/%s.yaml", folder, name);
    FILE *file = fopen(place, "w");

    *err = (struct sa_error){0};
    assert_non_null(file);
    assert_true(fputs(yaml, file) >= 0);
    assert_int_equal(fclose(file), 0);
    fixture.options.knowledge_dir = folder;
    int r = sa_derive(fixture.db, &fixture.options, err);
    fixture.options.knowledge_dir = NULL;
    assert_int_equal(unlink(place), 0);
    return r;
}

static int load(const char *yaml, struct sa_error *err)
{
    return load_file("entra_connect", yaml, err);
}

static void the_embedded_table_loads(void **state)
{
    struct sa_error err = {0};
    (void)state;

    if (sa_derive(fixture.db, &fixture.options, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_int_equal(number("SELECT count(*) FROM knowledge_table WHERE name = 'entra_connect'"),
                     1);
    assert_true(number("SELECT count(*) FROM knowledge_release") > 20);
    assert_true(number("SELECT count(*) FROM knowledge_vulnerability") > 0);
    assert_true(number("SELECT count(*) FROM knowledge_run_result") > 40);
    assert_true(number("SELECT count(*) FROM knowledge_event WHERE class = 'fail'") > 10);
    assert_true(number("SELECT count(*) FROM knowledge_deadline") > 0);
    assert_int_equal(number("SELECT count(*) FROM knowledge_release WHERE version_key IS NULL"), 0);
    assert_int_equal(number("SELECT count(*) FROM knowledge_table"), 6);
    assert_int_equal(number("SELECT count(*) FROM knowledge_windows"
                            " WHERE supported AND build IN (14393, 17763, 20348)"),
                     3);
    assert_int_equal(number("SELECT count(*) FROM knowledge_windows WHERE build = 26100"
                            " AND NOT supported AND support_ends_on = '2034-11-14'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_update WHERE build = 20348"
                            " AND revision = 5870 AND released_on = '2026-11-10'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_dotnet WHERE release = 461808"
                            " AND version = '4.7.2'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_sql_server"
                            " WHERE major = 15 AND supported"),
                     1);
    assert_int_equal(
        number("SELECT count(*) FROM knowledge_service WHERE pattern <> lower(pattern)"), 0);
    assert_int_equal(number("SELECT count(*) FROM knowledge_service WHERE purpose = 'monitoring'"
                            " AND 'azuremonitoragentcore' GLOB pattern"),
                     1);
}

static void a_newer_table_replaces_it(void **state)
{
    struct sa_error err;
    (void)state;

    if (load(
            "retrieved: 2027-01-02\n"
            "releases:\n"
            "  - {version: 3.0.1, released: 2026-12-31, support_ends: 2028-01-01, security: true}\n"
            "  - {version: 2.9.9.9, retired: true, withdrawn: true, note: gone}\n"
            "vulnerabilities:\n"
            "  - {id: X-1, title: a hole, fixed_in: 3.0.1}\n"
            "  - {id: X-1, title: a hole, affects_from: 2.0, fixed_in: 2.9}\n"
            "deadlines:\n"
            "  - {due: 2028-02-29, minimum: 3.0.1, application_auth: true}\n",
            &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_int_equal(number("SELECT count(*) FROM knowledge_release"), 2);
    assert_int_equal(number("SELECT retrieved_on = '2027-01-02' FROM knowledge_table"
                            " WHERE name = 'entra_connect'"),
                     1);
    assert_int_equal(
        number("SELECT count(*) FROM knowledge_release WHERE version = '3.0.1'"
               " AND version_key = version_key('3.0.1.0') AND released_on = '2026-12-31'"
               " AND support_ends_on = '2028-01-01' AND security AND NOT retired"
               " AND NOT withdrawn AND note = ''"),
        1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_release WHERE version = '2.9.9.9'"
                            " AND released_on IS NULL AND support_ends_on IS NULL AND retired"
                            " AND withdrawn AND note = 'gone'"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_vulnerability"
                            " WHERE affects_from_key = '' AND fixed_in_key = version_key('3.0.1')"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_vulnerability"
                            " WHERE affects_from_key = version_key('2.0')"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_deadline WHERE due_on = '2028-02-29'"
                            " AND minimum_key = version_key('3.0.1') AND application_auth"
                            " AND note = ''"),
                     1);
}

#define HEAD        "retrieved: 2026-10-06\n"
#define BODY        "releases:\n  - {version: 2.6.92.0}\n"
#define WINDOWS_ONE "  - {build: 1, name: x, support_ends: 2030-01-01}\n"
#define WINDOWS     "releases:\n" WINDOWS_ONE

static void bad_tables_are_refused(void **state)
{
    /* clang-format off */
    static const struct {
        const char *yaml, *place, *message;
    } cases[] = {
        {"", "", "retrieved"},
        {BODY, "", "retrieved"},
        {HEAD, "", "'releases' is missing or empty"},
        {HEAD "releases: []\n", ":2", "missing or empty"},
        {HEAD "releases: {version: 2.6.92.0}\n", ":2", "must be a list"},
        {HEAD "releases: all\n", ":2", "missing or empty"},
        {HEAD "releases:\n  - 2.6.92.0\n", ":3", ""},
        {"retrieved: 2026-02-30\n" BODY, ":1:12", "'2026-02-30' is no day"},
        {"retrieved: 2026-10-06T00:00:00Z\n" BODY, ":1:12", "is no day"},
        {"retrieved: today\n" BODY, ":1:12", "is no day"},
        {HEAD "colour: red\n" BODY, ":2", "colour"},
        {HEAD HEAD BODY, ":2", "retrieved"},
        {HEAD "releases:\n  - {released: 2026-01-01}\n", ":3", "version"},
        {HEAD "releases:\n  - {version: 2}\n", ":3:15", "'2' is no version"},
        {HEAD "releases:\n  - {version: 2.6.x}\n", ":3:15", "is no version"},
        {HEAD "releases:\n  - {version: 2.6.1.0.0}\n", ":3", "is no version"},
        {HEAD "releases:\n  - {version: 2.6.1.0, relased: 2026-01-01}\n", ":3", "relased"},
        {HEAD "releases:\n  - {version: 2.6.1.0, released: 2026-13-01}\n", ":3:34", "is no day"},
        {HEAD "releases:\n  - {version: 2.6.1.0, retired: maybe}\n", ":3", "retired"},
        {HEAD "releases:\n  - {version: 2.6.1.0}\n  - {version: 2.6.1}\n", ":4", "listed twice"},
        {HEAD "releases:\n  - {version: 2.6.1.0, released: 2026-05-01, support_ends: 2026-04-01}\n",
         ":3", "support ends before the release"},
        {HEAD BODY "vulnerabilities:\n  - {id: X, title: y}\n", ":5", "fixed_in"},
        {HEAD BODY "vulnerabilities:\n  - {title: y, fixed_in: 2.0.0.0}\n", ":5", "id"},
        {HEAD BODY "vulnerabilities:\n  - {id: X, title: y, affects_from: 2.1, fixed_in: 2.1.0}\n",
         ":5", "affects_from must be lower"},
        {HEAD BODY "deadlines:\n  - {due: 2027-04-07}\n", ":5", "minimum"},
        {HEAD BODY "deadlines:\n  - {due: soon, minimum: 2.5.79.0}\n", ":5", "is no day"},
        {HEAD BODY "deadlines:\n  - {due: 2027-04-07, minimum: 2.5}\n"
                   "  - {due: 2027-04-07, minimum: 2.6}\n", ":6", "listed twice"},
        {HEAD BODY "--- {}\n", "", ""},
    };
    /* clang-format on */
    (void)state;

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_error err;
        int r = load(cases[i].yaml, &err);

        if (r != SA_E_INPUT || strstr(err.place, "entra_connect.yaml") == NULL ||
            strstr(err.place, cases[i].place) == NULL ||
            strstr(err.message, cases[i].message) == NULL)
            fail_msg("case %zu: status %d, '%s' at '%s'", i, r, err.message, err.place);
    }
}

static void bad_tables_of_the_others_are_refused(void **state)
{
    /* clang-format off */
    static const struct {
        const char *file, *yaml, *place, *message;
    } cases[] = {
        {"windows", "releases: [{build: 1, name: x, support_ends: 2030-01-01}]\n", "", "retrieved"},
        {"windows", HEAD "deadlines: []\n" WINDOWS, ":2", "deadlines"},
        {"windows", HEAD "updates: []\n", "", "'releases' is missing"},
        {"windows", HEAD WINDOWS WINDOWS_ONE, ":4", "listed twice"},
        {"windows", HEAD "releases:\n  - {build: 020348, name: x, support_ends: 2030-01-01}\n", ":3:13",
         "'020348' is no number"},
        {"windows", HEAD "releases:\n  - {build: 2034x, name: x, support_ends: 2030-01-01}\n", ":3",
         "is no number"},
        {"windows", HEAD "releases:\n  - {build: -1, name: x, support_ends: 2030-01-01}\n", ":3",
         "is no number"},
        {"windows", HEAD "releases:\n  - {build: 1234567890, name: x, support_ends: 2030-01-01}\n", ":3",
         "is no number"},
        {"windows", HEAD "releases:\n  - {build: 1, name: x, mainstream_ends: 2030-01-02,"
                    " support_ends: 2030-01-01}\n", ":3", "before its mainstream"},
        {"windows", HEAD WINDOWS "updates:\n  - {build: 1, revision: 5, released: 2026-01-01}\n"
                    "  - {build: 1, revision: 5, released: 2026-01-01}\n", ":6", "listed twice"},
        {"windows", HEAD WINDOWS "updates:\n  - {build: 1, revision: 5, released: 2026-01-02}\n"
                    "  - {build: 1, revision: 6, released: 2026-01-01}\n", ":6", "higher revision"},
        {"windows", HEAD WINDOWS "updates:\n  - {build: 1, revision: 5, released: 2026-01-02}\n"
                    "  - {build: 1, revision: 4, released: 2026-01-03}\n", ":6", "higher revision"},
        {"windows", HEAD WINDOWS "dotnet:\n  - {release: 1, version: 4.8.0}\n"
                    "  - {release: 1, version: 4.8.1}\n", ":6", "listed twice"},
        {"sql_server", HEAD "releases:\n  - {major: 1, name: x}\n  - {major: 1, name: y}\n", ":4",
         "listed twice"},
        {"sql_server", HEAD "releases:\n  - {major: 1, name: x, mainstream_ends: 2030-01-02,"
                       " support_ends: 2030-01-01}\n", ":3", "before its mainstream"},
        {"services", HEAD "services:\n  - {service: A, purpose: fun, product: x}\n", ":3",
         "no check asks for this purpose: fun"},
        {"services", HEAD "services:\n  - {service: A, purpose: health, product: x}\n"
                     "  - {service: a, purpose: health, product: y}\n", ":4", "listed twice"},
        {"services", HEAD "services: []\n", ":2", "missing or empty"},
        {"run_results", HEAD "results:\n  - {result: A, class: bad, meaning: x}\n", ":3",
         "a class is ok, running, warn or fail, not bad"},
        {"run_results", HEAD "results:\n  - {result: A, class: fail, completed: true, meaning: x}\n",
         ":3", "did not go through"},
        {"run_results", HEAD "results:\n  - {result: A, class: ok, meaning: x}\n"
                        "  - {result: a, class: ok, meaning: y}\n", ":4", "listed twice"},
        {"run_results", HEAD "results:\n  - {result: A, class: ok, topic: fun, meaning: x}\n", ":3",
         "no check asks for this topic: fun"},
        {"events", HEAD "events:\n  - {provider: A, first: 5, last: 4, class: note, meaning: x}\n",
         ":3", "lower than the first"},
        {"events", HEAD "events:\n  - {provider: A, first: 5, last: 9, class: note, meaning: x}\n"
                   "  - {provider: A, first: 9, class: note, meaning: y}\n", ":4", "listed twice"},
        {"events", HEAD "events:\n  - {provider: A, first: 5, class: bad, meaning: x}\n", ":3",
         "a class is fail, judged or note, not bad"},
    };
    /* clang-format on */
    (void)state;

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_error err;
        int r = load_file(cases[i].file, cases[i].yaml, &err);

        if (r != SA_E_INPUT || strstr(err.place, cases[i].file) == NULL ||
            strstr(err.place, cases[i].place) == NULL ||
            strstr(err.message, cases[i].message) == NULL)
            fail_msg("case %zu: status %d, '%s' at '%s'", i, r, err.message, err.place);
    }
}

/* A folder replaces the tables that it holds, and no other. */
static void other_tables_stay_embedded(void **state)
{
    struct sa_error err;
    (void)state;

    if (load_file("windows",
                  "retrieved: 2027-01-02\n" WINDOWS "updates:\n"
                  "  - {build: 1, revision: 6, released: 2026-01-02}\n"
                  "  - {build: 1, revision: 5, released: 2026-01-02}\n"
                  "  - {build: 2, revision: 1, released: 2027-01-01}\n",
                  &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_int_equal(number("SELECT count(*) FROM knowledge_windows WHERE build = 1 AND name = 'x'"
                            " AND support_ends_on = '2030-01-01' AND mainstream_ends_on IS NULL"
                            " AND NOT supported"),
                     1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_windows"), 1);
    assert_int_equal(number("SELECT count(*) FROM knowledge_update"), 3);
    assert_int_equal(number("SELECT count(*) FROM knowledge_dotnet"), 0);
    assert_int_equal(number("SELECT retrieved_on = '2027-01-02' FROM knowledge_table"
                            " WHERE name = 'windows'"),
                     1);
    assert_true(number("SELECT count(*) FROM knowledge_release") > 20);
    assert_true(number("SELECT count(*) FROM knowledge_service") > 20);
}

static void a_missing_file_is_told(void **state)
{
    struct sa_error err = {0};
    (void)state;

    fixture.options.knowledge_dir = folder;
    assert_int_equal(sa_derive(fixture.db, &fixture.options, &err), SA_E_NOT_FOUND);
    assert_non_null(strstr(err.message, folder));
    assert_true(err.hint[0] != '\0');
    assert_int_equal(symlink("windows.yaml", windows_path), 0);
    err = (struct sa_error){0};
    assert_true(sa_derive(fixture.db, &fixture.options, &err) < 0);
    assert_non_null(strstr(err.message, windows_path));
    assert_int_equal(unlink(windows_path), 0);
    fixture.options.knowledge_dir = NULL;
}

/* What an earlier derivation left is gone, also after one that failed half-way. */
static void deriving_again_starts_anew(void **state)
{
    struct sa_error err;
    (void)state;

    assert_int_equal(load(HEAD "releases:\n  - {version: 2.6.1.0}\n  - {version: x}\n", &err),
                     SA_E_INPUT);
    fixture_exec(&fixture,
                 "CREATE TEMP TABLE \"left \"\"over\" (x); CREATE TEMP VIEW v AS SELECT 1");
    assert_int_equal(sa_derive(fixture.db, &fixture.options, &err), 0);
    assert_int_equal(sa_derive(fixture.db, &fixture.options, &err), 0);
    assert_int_equal(number("SELECT count(*) FROM temp.sqlite_schema WHERE name IN ('v',"
                            " 'left \"over')"),
                     0);
    assert_int_equal(number("SELECT count(*) FROM knowledge_table"), 6);
    assert_int_equal(number("PRAGMA temp_store"), 2);
}

static void a_bad_baseline_is_an_error(void **state)
{
    struct sa_error err = {0};
    (void)state;

    fixture.options.baseline = "/nowhere/at/all.sqlite";
    assert_true(sa_derive(fixture.db, &fixture.options, &err) < 0);
    assert_true(err.message[0] != '\0');
    fixture.options.baseline = NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_embedded_table_loads),
        cmocka_unit_test(a_newer_table_replaces_it),
        cmocka_unit_test(bad_tables_are_refused),
        cmocka_unit_test(a_missing_file_is_told),
        cmocka_unit_test(bad_tables_of_the_others_are_refused),
        cmocka_unit_test(other_tables_stay_embedded),
        cmocka_unit_test(deriving_again_starts_anew),
        cmocka_unit_test(a_bad_baseline_is_an_error),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
