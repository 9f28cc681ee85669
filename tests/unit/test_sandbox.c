/* SPDX-License-Identifier: Apache-2.0 */
/* The sandbox: what hostile queries try, what they may cost, and that the connection is as before
 * afterwards. */
#include <stdbool.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "engine/engine.h"
#include "support/engine_fixture.h"
#include "support/test.h"

static struct fixture fixture;

static int open_fixture(void **state)
{
    struct sa_error err = {0};
    (void)state;

    fixture_open(&fixture);
    (void)fixture_server(&fixture, "SYNC01", "active", "contoso.com");
    (void)fixture_server(&fixture, "SYNC02", "staging", "contoso.com");
    return sa_evaluation_derive(fixture.snapshot, &fixture.options, &err);
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* The rows of a query as text: cells joined by '|', rows by '\n', SQL NULL as "~". */
static int write_row(void *payload, bool is_header, const char *const *cells, size_t count,
                     struct sa_error *err)
{
    struct sa_buf *buf = payload;
    (void)err;

    if (is_header)
        return 0;
    if (buf->len > 0)
        (void)sa_buf_add_char(buf, '\n');
    for (size_t i = 0; i < count; i++)
        (void)sa_buf_addf(buf, "%s%s", i > 0 ? "|" : "", cells[i] != NULL ? cells[i] : "~");
    return sa_buf_status(buf);
}

static int query(const char *sql, struct sa_buf *buf, struct sa_error *err)
{
    *err = (struct sa_error){0};
    sa_buf_init(buf, 64 * SA_MIB);
    return sa_sandbox_query(fixture.snapshot, sql, write_row, buf, err);
}

static void expect_rows(const char *sql, const char *rows)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf;
    struct sa_error err;

    if (query(sql, &buf, &err) < 0)
        fail_msg("%s: %s", sql, err.message);
    assert_string_equal(sa_buf_text(&buf), rows);
}

/* Fails with this status and a message that holds `words`. */
static void expect_failure(const char *sql, int status, const char *words)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf;
    struct sa_error err;
    int r = query(sql, &buf, &err);

    if (r != status || strstr(err.message, words) == NULL)
        fail_msg("%s: status %d, '%s'; expected %d, '%s'", sql, r, err.message, status, words);
    assert_int_equal(err.status, status);
}

static void reading_is_allowed(void **state)
{
    (void)state;
    expect_rows("SELECT name, role FROM server ORDER BY name", "SYNC01|active\nSYNC02|staging");
    expect_rows("SELECT count(*) FROM main.target", "2");
    expect_rows("SELECT value FROM json_each('[1,\"a\",null]')", "1\na\n~");
    expect_rows("SELECT fullkey FROM json_tree('{\"a\":[7]}') WHERE atom = 7", "$.a[0]");
    expect_rows("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4)"
                " SELECT sum(i) FROM n",
                "10");
    expect_rows("SELECT rank() OVER (ORDER BY name) FROM server", "1\n2");
    expect_rows(
        "SELECT upper(Substr('abc', 2)), '[1,2]' -> 1, version_key('2.6') < version_key('2.10')",
        "BC|2|1");
    expect_rows("VALUES (1), (2)", "1\n2");
    expect_rows("SELECT timespan_seconds('7.00:00:00'), timespan_seconds('soon'),"
                " timespan_seconds(NULL), timespan_seconds('00:30:00')",
                "604800|~|~|1800");
    expect_rows("SELECT count(*) > 0 FROM sqlite_schema", "1");
}

static void comments_are_no_second_statement(void **state)
{
    (void)state;
    expect_rows("-- before\nSELECT 1 -- behind", "1");
    expect_rows("SELECT 1; -- behind\n/* and more */ ; ;\n", "1");
    expect_rows("SELECT ';SELECT 2'", ";SELECT 2");
}

static void second_statements_are_refused(void **state)
{
    (void)state;
    expect_failure("SELECT 1; SELECT 2", SA_E_DENIED, "text follows its first statement");
    expect_failure("SELECT 1; /* x */ ;; DELETE FROM target", SA_E_DENIED, "text follows");
    expect_failure("SELECT 1; nonsense", SA_E_DENIED, "text follows");
    expect_failure("", SA_E_INPUT, "empty");
    expect_failure("-- nothing", SA_E_INPUT, "empty");
    expect_failure(";", SA_E_INPUT, "empty");
}

static void writing_is_refused(void **state)
{
    static const char *const statements[] = {
        "INSERT INTO target VALUES (9, 'x', 'server', NULL, NULL, 'x')",
        "INSERT INTO target VALUES (9, 'x', 'server', NULL, NULL, 'x') RETURNING name",
        "REPLACE INTO target VALUES (1, 'x', 'server', NULL, NULL, 'x') RETURNING id",
        "UPDATE target SET name = 'x'",
        "UPDATE target SET name = 'x' RETURNING name",
        "DELETE FROM coverage",
        "DELETE FROM coverage RETURNING source",
        "WITH x AS (SELECT 1) DELETE FROM coverage RETURNING source",
        "UPDATE temp.server SET role = 'active' RETURNING name",
        "CREATE TABLE x (y)",
        "CREATE TEMP TABLE x AS SELECT 1",
        "CREATE TEMP VIEW x AS SELECT 1",
        "CREATE VIRTUAL TABLE temp.x USING fts5(y)",
        "CREATE TEMP TRIGGER x AFTER INSERT ON target BEGIN SELECT 1; END",
        "CREATE INDEX x ON target (name)",
        "DROP TABLE target",
        "ALTER TABLE target RENAME TO x",
        "REINDEX",
        "ANALYZE",
    };
    (void)state;

    for (size_t i = 0; i < SA_COUNT(statements); i++)
        expect_failure(statements[i], SA_E_DENIED, "refused");
    expect_rows("SELECT (SELECT count(*) FROM target), (SELECT count(*) FROM coverage)", "2|6");
}

static void the_connection_cannot_be_changed(void **state)
{
    static const struct {
        const char *sql, *words;
    } cases[] = {
        {"ATTACH '/tmp/syncaudit-attached' AS x",     "ATTACH"                },
        {"ATTACH ':memory:' AS x",                    "ATTACH"                },
        {"DETACH main",                               "DETACH"                },
        {"PRAGMA writable_schema = ON",               "PRAGMA writable_schema"},
        {"PRAGMA query_only = OFF",                   "PRAGMA query_only"     },
        {"PRAGMA database_list",                      "PRAGMA database_list"  },
        {"SELECT * FROM pragma_database_list",        "refused"               },
        {"SELECT * FROM pragma_table_info('target')", "refused"               },
        {"SELECT * FROM dbstat",                      "refused"               },
        {"SELECT * FROM sqlite_stmt",                 "refused"               },
        {"BEGIN",                                     "transaction"           },
        {"COMMIT",                                    "transaction"           },
        {"SAVEPOINT x",                               "SAVEPOINT"             },
        {"VACUUM",                                    "no SELECT"             },
        {"VACUUM INTO '/tmp/syncaudit-vacuumed'",     "no SELECT"             },
        {"EXPLAIN SELECT 1",                          "no SELECT"             },
        {"EXPLAIN QUERY PLAN SELECT 1",               "no SELECT"             },
        {"SELECT load_extension('x.so')",             "'load_extension'"      },
        {"SELECT Load_Extension('x.so', 'y')",        "refused"               },
        {"SELECT fts3_tokenizer('simple')",           "'fts3_tokenizer'"      },
        {"SELECT random()",                           "'random'"              },
        {"SELECT hex(randomblob(8))",                 "'randomblob'"          },
        {"SELECT name FROM server ORDER BY random()", "'random'"              },
        {"SELECT length(zeroblob(9))",                "'zeroblob'"            },
        {"SELECT current_timestamp",                  "'current_timestamp'"   },
        {"SELECT last_insert_rowid(), changes()",     "'last_insert_rowid'"   },
        {"SELECT sqlite_compileoption_get(1)",        "refused"               },
        {"SELECT sqlite_source_id()",                 "refused"               },
        {"SELECT sqlite_log(1, 'x')",                 "refused"               },
        {"SELECT rtreecheck('main')",                 "refused"               },
        {"SELECT * FROM server WHERE name MATCH 'x'", "'match'"               },
    };
    (void)state;

    for (size_t i = 0; i < SA_COUNT(cases); i++)
        expect_failure(cases[i].sql, SA_E_DENIED, cases[i].words);
    assert_int_equal(access("/tmp/syncaudit-attached", F_OK), -1);
    assert_int_equal(access("/tmp/syncaudit-vacuumed", F_OK), -1);
}

static void what_is_not_there_is_an_input_error(void **state)
{
    (void)state;
    expect_failure("SELECT * FROM generate_series(1, 3)", SA_E_INPUT, "generate_series");
    expect_failure("SELECT readfile('/etc/passwd')", SA_E_INPUT, "readfile");
    expect_failure("SELECT writefile('/tmp/x', 'y')", SA_E_INPUT, "writefile");
    expect_failure("SELECT edit('x')", SA_E_INPUT, "edit");
    expect_failure("SELECT nobody FROM server", SA_E_INPUT, "no such column: nobody");
    expect_failure("SELECT * FROM fts5vocab('x', 'row')", SA_E_INPUT, "fts5vocab");
    expect_failure("UPDATE sqlite_schema SET sql = ''", SA_E_INPUT, "may not be modified");
    expect_failure("SELEC 1", SA_E_INPUT, "syntax error");
    expect_failure("SELECT param('x')", SA_E_INPUT, "no parameters");
    expect_failure("SELECT ?1", SA_E_INPUT, "variable number");
    expect_failure("SELECT :name", SA_E_INPUT, "too many SQL variables");
}

/* Runs a query to its end with less than the real budget, which would take seconds to spend. */
static int run_small(const char *sql, unsigned long long steps, struct sa_error *err)
{
    sqlite3_stmt *statement = NULL;
    struct sa_sandbox sandbox;
    int code = SQLITE_ROW;

    assert_int_equal(sa_sandbox_enter(&sandbox, fixture.db, NULL, err), 0);
    sandbox.steps_left = steps;
    (void)sqlite3_hard_heap_limit64(sqlite3_memory_used() + (sqlite3_int64)(32 * SA_MIB));
    int r = sa_sandbox_prepare(&sandbox, sql, &statement, err);
    while (r == 0 && (code = sqlite3_step(statement)) == SQLITE_ROW)
        continue;
    if (r == 0 && code != SQLITE_DONE)
        r = sa_sandbox_fail(&sandbox, "the query", err);
    (void)sqlite3_finalize(statement);
    sa_sandbox_leave(&sandbox);
    return r;
}

static void endless_queries_are_stopped(void **state)
{
    struct sa_error err = {0};
    (void)state;

    assert_int_equal(run_small("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                               " SELECT count(*) FROM n",
                               2000000, &err),
                     SA_E_LIMIT);
    assert_non_null(strstr(err.message, "stopped after"));
    /* Also one that gives rows all the time. */
    assert_int_equal(run_small("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                               " SELECT i FROM n",
                               2000000, &err),
                     SA_E_LIMIT);
    assert_int_equal(run_small("SELECT name FROM server", 2000000, &err), 0);
}

/* Steps do not count what one of them takes. */
static void time_is_bounded(void **state)
{
    struct sa_sandbox sandbox;
    struct sa_error err = {0};
    sqlite3_stmt *statement = NULL;
    (void)state;

    assert_int_equal(sa_sandbox_enter(&sandbox, fixture.db, NULL, &err), 0);
    sandbox.deadline_ms = 0;
    assert_int_equal(sa_sandbox_prepare(&sandbox,
                                        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                                        " SELECT i + 1 FROM n WHERE i < 10000)"
                                        " SELECT count(*) FROM n",
                                        &statement, &err),
                     0);
    assert_int_equal(sqlite3_step(statement) & 0xff, SQLITE_INTERRUPT);
    assert_int_equal(sa_sandbox_fail(&sandbox, "the query", &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "120 seconds"));
    (void)sqlite3_finalize(statement);
    sa_sandbox_leave(&sandbox);
}

static void exploding_joins_are_stopped(void **state)
{
    (void)state;
    expect_failure("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                   " SELECT count(*) FROM n a, n b, n c, n d WHERE a.i + b.i + c.i + d.i = -1",
                   SA_E_LIMIT, "million steps");
}

static int count_row(void *payload, bool is_header, const char *const *cells, size_t count,
                     struct sa_error *err)
{
    size_t *rows = payload;
    (void)cells;
    (void)count;
    (void)err;
    *rows += !is_header;
    return 0;
}

static void millions_of_rows_are_stopped(void **state)
{
    struct sa_error err = {0};
    size_t rows = 0;
    (void)state;

    assert_int_equal(
        sa_sandbox_query(fixture.snapshot,
                         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                         " WHERE i < 3000000) SELECT i FROM n",
                         count_row, &rows, &err),
        SA_E_LIMIT);
    assert_int_equal(rows, SA_LIMIT_QUERY_ROWS);
    assert_non_null(strstr(err.message, "more than 1000000 rows"));
}

static void large_values_are_stopped(void **state)
{
    (void)state;
    fixture_exec(&fixture, "CREATE TEMP TABLE long (x);"
                           "INSERT INTO long SELECT printf('%.*c', 1000000, 'x')");
    expect_failure("SELECT printf('%.*c', 2147483647, 'x')", SA_E_DENIED, "'printf'");
    expect_failure("SELECT format('%2000000000d', 1)", SA_E_DENIED, "'format'");
    expect_failure("SELECT x || x FROM long", SA_E_LIMIT, "longer");
    expect_failure("SELECT replace(x, 'x', 'yyyyyyyyyyyy') FROM long", SA_E_LIMIT, "longer");
    expect_failure("SELECT hex(x) FROM long", SA_E_LIMIT, "longer");
    expect_failure("WITH RECURSIVE s(t) AS (SELECT 'x' UNION ALL SELECT t || t FROM s)"
                   " SELECT max(length(t)) FROM s",
                   SA_E_LIMIT, "longer");
    expect_failure("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
                   " SELECT group_concat(substr(x, 1, 10000)) FROM n, long",
                   SA_E_LIMIT, "longer");
    expect_rows("SELECT length(x) FROM long", "1000000");
}

/* Each value is within its limit, all of them are not. */
static void memory_is_bounded(void **state)
{
    struct sa_error err = {0};
    (void)state;

    assert_int_equal(
        run_small("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
                  " SELECT count(t) FROM (SELECT x || i AS t FROM n, long"
                  "                        ORDER BY t LIMIT 500)",
                  SA_LIMIT_SQL_STEPS, &err),
        SA_E_LIMIT);
    assert_non_null(strstr(err.message, "512 MiB"));
    expect_rows("SELECT 1", "1");
}

static void deep_nesting_is_refused(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf sql = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf rows;
    struct sa_error err;
    (void)state;

    (void)sa_buf_add_text(&sql, "SELECT 1");
    for (int i = 0; i < 2000; i++)
        (void)sa_buf_add_text(&sql, "+1");
    assert_int_equal(query(sa_buf_text(&sql), &rows, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "too large"));
    sa_buf_done(&rows);

    sa_buf_clear(&sql);
    (void)sa_buf_add_text(&sql, "SELECT ");
    for (int i = 0; i < 5000; i++)
        (void)sa_buf_add_char(&sql, '(');
    (void)sa_buf_add_text(&sql, "1");
    for (int i = 0; i < 5000; i++)
        (void)sa_buf_add_char(&sql, ')');
    assert_true(query(sa_buf_text(&sql), &rows, &err) < 0);
    sa_buf_done(&rows);

    sa_buf_clear(&sql);
    (void)sa_buf_add_text(&sql, "SELECT 1");
    for (int i = 0; i < 500; i++)
        (void)sa_buf_add_text(&sql, " UNION ALL SELECT 1");
    assert_int_equal(query(sa_buf_text(&sql), &rows, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "too many terms"));
    sa_buf_done(&rows);

    sa_buf_clear(&sql);
    (void)sa_buf_add_text(&sql, "SELECT '");
    for (int i = 0; i < 300000; i++)
        (void)sa_buf_add_char(&sql, 'x');
    (void)sa_buf_add_text(&sql, "'");
    assert_int_equal(query(sa_buf_text(&sql), &rows, &err), SA_E_LIMIT);
}

/* Each expression doubles the one before: compiling it takes no steps, but memory. */
static void exploding_expressions_are_stopped(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf sql = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};
    (void)state;

    (void)sa_buf_add_text(&sql, "WITH a0 AS (SELECT 1 AS x)");
    for (int i = 1; i < 40; i++)
        (void)sa_buf_addf(&sql, ", a%d AS (SELECT l.x FROM a%d l, a%d r)", i, i - 1, i - 1);
    (void)sa_buf_add_text(&sql, " SELECT count(*) FROM a39");
    assert_true(run_small(sa_buf_text(&sql), SA_LIMIT_SQL_STEPS, &err) < 0);
    expect_rows("SELECT 1", "1");
}

/* A cell must not end where a hostile server put a NUL, and a table must not lose rows to one. */
static void nul_bytes_are_shown(void **state)
{
    (void)state;
    expect_rows("SELECT 'a' || char(0) || 'b', x'63006400'", "a\\x00b|c\\x00d\\x00");
    expect_rows("SELECT x'ff41'", "\xff"
                                  "A");
}

static int refuse_row(void *payload, bool is_header, const char *const *cells, size_t count,
                      struct sa_error *err)
{
    (void)payload;
    (void)cells;
    (void)count;
    return is_header ? 0 : sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "enough");
}

static int note_header(void *payload, bool is_header, const char *const *cells, size_t count,
                       struct sa_error *err)
{
    struct sa_buf *buf = payload;
    (void)err;
    for (size_t i = 0; is_header && i < count; i++)
        (void)sa_buf_addf(buf, "%s,", cells[i]);
    return 0;
}

static void the_caller_sees_columns_and_can_stop(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(SA_KIB);
    struct sa_error err = {0};
    (void)state;

    assert_int_equal(sa_sandbox_query(fixture.snapshot, "SELECT 1 AS a, 2 AS b WHERE 0",
                                      note_header, &buf, &err),
                     0);
    assert_string_equal(sa_buf_text(&buf), "a,b,");
    assert_int_equal(sa_sandbox_query(fixture.snapshot, "SELECT 1 AS a", refuse_row, NULL, &err),
                     SA_E_CANCELLED);
    assert_string_equal(err.message, "enough");
}

static void the_connection_is_as_before(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf rows;
    struct sa_error err;
    sqlite3_int64 hard = 3 * (sqlite3_int64)SA_LIMIT_SQL_HEAP;
    sqlite3_int64 soft = 2 * (sqlite3_int64)SA_LIMIT_SQL_HEAP;
    int limit = sqlite3_limit(fixture.db, SQLITE_LIMIT_LENGTH, -1);
    int attached = sqlite3_limit(fixture.db, SQLITE_LIMIT_ATTACHED, -1);
    int variables = sqlite3_limit(fixture.db, SQLITE_LIMIT_VARIABLE_NUMBER, -1);
    (void)state;

    (void)sqlite3_hard_heap_limit64(hard);
    (void)sqlite3_soft_heap_limit64(soft);
    assert_int_equal(query("SELECT random()", &rows, &err), SA_E_DENIED);
    assert_int_equal(sqlite3_hard_heap_limit64(-1), hard);
    assert_int_equal(sqlite3_soft_heap_limit64(-1), soft);
    (void)sqlite3_hard_heap_limit64(0);
    (void)sqlite3_soft_heap_limit64(0);
    assert_int_equal(sqlite3_limit(fixture.db, SQLITE_LIMIT_LENGTH, -1), limit);
    assert_int_equal(sqlite3_limit(fixture.db, SQLITE_LIMIT_ATTACHED, -1), attached);
    assert_int_equal(sqlite3_limit(fixture.db, SQLITE_LIMIT_VARIABLE_NUMBER, -1), variables);
    fixture_exec(&fixture, "CREATE TEMP TABLE x (y); INSERT INTO x VALUES (random());"
                           "ATTACH ':memory:' AS z; DETACH z; DROP TABLE x");
    assert_int_equal(sqlite3_exec(fixture.db, "SELECT param('x')", NULL, NULL, NULL), SQLITE_ERROR);
}

/* Sorters in files would be bounded by nothing. */
static void temporary_results_stay_in_memory(void **state)
{
    struct fixture fresh;
    struct sa_sandbox sandbox;
    struct sa_error err = {0};
    sqlite3_stmt *store = NULL;
    (void)state;

    fixture_open(&fresh);
    assert_int_equal(sa_sandbox_enter(&sandbox, fresh.db, NULL, &err), 0);
    sa_sandbox_leave(&sandbox);
    assert_int_equal(sqlite3_prepare_v2(fresh.db, "PRAGMA temp_store", -1, &store, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(store), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(store, 0), 2);
    (void)sqlite3_finalize(store);

    fixture_exec(&fresh, "PRAGMA temp_store = FILE; CREATE TEMP TABLE x (y)");
    assert_int_equal(sa_sandbox_enter(&sandbox, fresh.db, NULL, &err), SA_E_INTERNAL);
    fixture_close(&fresh);
}

/* A statement that is still active keeps SQLite from removing param(): it must not be left pointing
 * to a sandbox that is gone. */
static void an_active_statement_is_no_way_out(void **state)
{
    struct sa_param param = {.name = "days", .type = SA_PARAM_INT, .value = "1"};
    const struct sa_check check = {.id = "XXX-001", .params = &param, .param_count = 1};
    struct sa_sandbox sandbox;
    struct sa_error err = {0};
    sqlite3_stmt *active = NULL;
    (void)state;

    assert_int_equal(sqlite3_prepare_v2(fixture.db, "SELECT id FROM target", -1, &active, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(active), SQLITE_ROW);
    assert_int_equal(sa_sandbox_enter(&sandbox, fixture.db, &check, &err), 0);
    sa_sandbox_leave(&sandbox);
    assert_int_equal(sqlite3_exec(fixture.db, "SELECT param('days')", NULL, NULL, NULL),
                     SQLITE_ERROR);
    assert_int_equal(sqlite3_step(active), SQLITE_ROW);
    assert_int_equal(sqlite3_finalize(active), SQLITE_OK);
    expect_rows("SELECT 2", "2");
}

/* A row whose raw bytes are longer than a query may handle does not hide the rest of its table. */
static void long_values_that_are_not_read_do_no_harm(void **state)
{
    (void)state;
    fixture_exec(&fixture, "UPDATE evidence SET body = zeroblob(5000000) WHERE id = 1");
    expect_rows("SELECT name FROM evidence WHERE id = 1", "MV.xml");
    expect_failure("SELECT hex(body) FROM evidence WHERE id = 1", SA_E_LIMIT, "longer");
    fixture_exec(&fixture, "UPDATE evidence SET body = NULL");
}

/* Parameters ----------------------------------------------------------------------------------- */

static void check_params(struct sa_sandbox *sandbox, const char *sql, const char *expected)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};

    assert_int_equal(sa_sandbox_prepare(sandbox, sql, &statement, &err), 0);
    int code = sqlite3_step(statement);
    if (expected == NULL) {
        assert_int_equal(code & 0xff, SQLITE_ERROR);
    } else {
        assert_int_equal(code, SQLITE_ROW);
        assert_string_equal((const char *)sqlite3_column_text(statement, 0), expected);
    }
    (void)sqlite3_finalize(statement);
}

static void parameters_have_the_declared_type(void **state)
{
    struct sa_param params[] = {
        {.name = "days",  .type = SA_PARAM_INT,  .value = "-45"          },
        {.name = "share", .type = SA_PARAM_REAL, .value = "0.5"          },
        {.name = "on",    .type = SA_PARAM_BOOL, .value = "1"            },
        {.name = "word",  .type = SA_PARAM_TEXT, .value = "12"           },
        {.name = "names", .type = SA_PARAM_LIST, .value = "[\"a\",\"b\"]"},
    };
    const struct sa_check check = {
        .id = "XXX-001", .params = params, .param_count = SA_COUNT(params)};
    struct sa_sandbox sandbox;
    struct sa_error err = {0};
    (void)state;

    assert_int_equal(sa_sandbox_enter(&sandbox, fixture.db, &check, &err), 0);
    check_params(&sandbox, "SELECT typeof(param('days')) || (param('days') + 1)", "integer-44");
    check_params(&sandbox, "SELECT typeof(param('share')) || (2 * param('share'))", "real1.0");
    check_params(&sandbox, "SELECT typeof(param('on')) || param('on')", "integer1");
    check_params(&sandbox, "SELECT typeof(param('word')) || param('word')", "text12");
    check_params(&sandbox, "SELECT group_concat(value, '+') FROM json_each(param('names'))", "a+b");
    assert_string_equal(sandbox.param_used, ",days,share,on,word,names,");
    check_params(&sandbox, "SELECT param('Days')", NULL);
    check_params(&sandbox, "SELECT param(NULL)", NULL);
    check_params(&sandbox, "SELECT param('nothing')", NULL);
    assert_int_equal(sa_sandbox_fail(&sandbox, "check 'XXX-001'", &err), SA_E_INPUT);
    sa_sandbox_leave(&sandbox);
}

static void many_parameters_do_not_overflow_the_list(void **state)
{
    const struct sa_check check = {.id = "XXX-001"};
    struct sa_sandbox sandbox;
    struct sa_error err = {0};
    char sql[200];
    (void)state;

    assert_int_equal(sa_sandbox_enter(&sandbox, fixture.db, &check, &err), 0);
    for (int i = 0; i < 100; i++) {
        (void)snprintf(sql, sizeof sql, "SELECT param('%0*d')", 40 + i, i);
        check_params(&sandbox, sql, NULL);
    }
    assert_true(strlen(sandbox.param_used) < sizeof sandbox.param_used);
    sa_sandbox_leave(&sandbox);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        /* First, while nothing has entered the sandbox yet. */
        cmocka_unit_test(the_connection_is_as_before),
        cmocka_unit_test(reading_is_allowed),
        cmocka_unit_test(comments_are_no_second_statement),
        cmocka_unit_test(second_statements_are_refused),
        cmocka_unit_test(writing_is_refused),
        cmocka_unit_test(the_connection_cannot_be_changed),
        cmocka_unit_test(what_is_not_there_is_an_input_error),
        cmocka_unit_test(endless_queries_are_stopped),
        cmocka_unit_test(time_is_bounded),
        cmocka_unit_test(exploding_joins_are_stopped),
        cmocka_unit_test(millions_of_rows_are_stopped),
        cmocka_unit_test(large_values_are_stopped),
        cmocka_unit_test(memory_is_bounded),
        cmocka_unit_test(deep_nesting_is_refused),
        cmocka_unit_test(exploding_expressions_are_stopped),
        cmocka_unit_test(nul_bytes_are_shown),
        cmocka_unit_test(the_caller_sees_columns_and_can_stop),
        cmocka_unit_test(temporary_results_stay_in_memory),
        cmocka_unit_test(an_active_statement_is_no_way_out),
        cmocka_unit_test(long_values_that_are_not_read_do_no_harm),
        cmocka_unit_test(parameters_have_the_declared_type),
        cmocka_unit_test(many_parameters_do_not_overflow_the_list),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
