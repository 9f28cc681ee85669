/* SPDX-License-Identifier: Apache-2.0 */
/* The sandbox of untrusted queries: checks (also those of users) and `query`.
 *
 * Between enter and leave the connection can only read: SQLite's authorizer lets nothing through
 * but SELECT, columns of tables, recursion and the functions of one list, all of which are pure.
 * What a query may cost is bounded too: virtual machine steps, time (one step of a function over a
 * large value can be slow), memory, the length of values, the size of the compiled query.
 *
 * Traps, seen with SQLite 3.40:
 * - the first use of json_each() on a connection declares its virtual table, which the authorizer
 *   takes for a change of the schema; so both json tables are used once before it is set. Other
 *   table-valued functions (pragma_*, dbstat, sqlite_stmt) fail for exactly that reason, and the
 *   authorizer also knows them by name;
 * - VACUUM and EXPLAIN never reach the authorizer: only the finished statement tells;
 * - a comment behind the last ';' is no second statement: compiling the rest tells;
 * - setting the hard heap limit also moves the soft one, and setting it back does not move that
 *   back;
 * - printf('%.*c', 2147483647, 'x') spins for a quarter of a minute in one step, however short
 *   values must be; so format() and printf() are not on the list.
 *
 * Not prevented: the word 'now' in date functions. It reads the clock and nothing else; the linter
 * complains about it, because a check counts ages to the start of the run. */
#include <sqlite3.h>
#include <stdlib.h>

#include "syncaudit/arena.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "engine.h"
#include "judge.h"

/* Virtual machine steps between two looks at the budget. */
#define STEP_PERIOD       1000

#define TEMP_STORE_MEMORY 2 /* as PRAGMA temp_store reports it */

/* Outlives the sandbox when param() cannot be removed, so that it never sees a dead one. */
struct sa_sandbox_scope {
    struct sa_sandbox *sandbox; /* NULL outside */
};

static const struct {
    int id, value;
} limits[SA_SANDBOX_LIMITS] = {
    {SQLITE_LIMIT_LENGTH,              (int)SA_LIMIT_SQL_VALUE },
    {SQLITE_LIMIT_SQL_LENGTH,          (int)SA_LIMIT_CHECK_FILE},
    {SQLITE_LIMIT_COLUMN,              500                     },
    {SQLITE_LIMIT_EXPR_DEPTH,          500                     },
    {SQLITE_LIMIT_COMPOUND_SELECT,     100                     },
    {SQLITE_LIMIT_VDBE_OP,             250000                  },
    {SQLITE_LIMIT_FUNCTION_ARG,        100                     },
    {SQLITE_LIMIT_ATTACHED,            0                       },
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000                    },
    {SQLITE_LIMIT_VARIABLE_NUMBER,     0                       },
    {SQLITE_LIMIT_WORKER_THREADS,      0                       },
};

static const struct {
    int id, value;
} configs[SA_SANDBOX_CONFIGS] = {
    {SQLITE_DBCONFIG_DEFENSIVE,             1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA,        0},
    {SQLITE_DBCONFIG_WRITABLE_SCHEMA,       0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
};

/* Functions of SQLite (some newer than 3.40) and ours that give the same answer each time and touch
 * nothing but their arguments. Sorted, letter case ignored. */
static const char *const pure_functions[] = {
    "->",
    "->>",
    "abs",
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "avg",
    "ceil",
    "ceiling",
    "char",
    "coalesce",
    "concat",
    "concat_ws",
    "cos",
    "cosh",
    "count",
    "cume_dist",
    "date",
    "datetime",
    "degrees",
    "dense_rank",
    "dn_key",
    "exp",
    "first_value",
    "floor",
    "fold",
    "glob",
    "group_concat",
    "hex",
    "if",
    "ifnull",
    "iif",
    "instr",
    "ip_family",
    "ip_first",
    "ip_last",
    "json",
    "json_array",
    "json_array_length",
    "json_extract",
    "json_group_array",
    "json_group_object",
    "json_insert",
    "json_object",
    "json_patch",
    "json_quote",
    "json_remove",
    "json_replace",
    "json_set",
    "json_type",
    "json_valid",
    "julianday",
    "lag",
    "last_value",
    "lead",
    "length",
    "like",
    "likelihood",
    "likely",
    "ln",
    "log",
    "log10",
    "log2",
    "lower",
    "ltrim",
    "max",
    "min",
    "mod",
    "nth_value",
    "ntile",
    "nullif",
    "octet_length",
    "param",
    "param_key",
    "percent_rank",
    "pi",
    "pow",
    "power",
    "quote",
    "radians",
    "rank",
    "replace",
    "round",
    "row_number",
    "rtrim",
    "sign",
    "sin",
    "sinh",
    "soundex",
    "sqrt",
    "strftime",
    "string_agg",
    "substr",
    "substring",
    "sum",
    "tan",
    "tanh",
    "time",
    "timediff",
    "timespan_seconds",
    "total",
    "trim",
    "trunc",
    "typeof",
    "unhex",
    "unicode",
    "unixepoch",
    "unlikely",
    "upper",
    "version_key",
};

/* What a query that is refused tried to do, in the words of SQL. */
static const struct {
    int action;
    const char *word;
} actions[] = {
    {SQLITE_INSERT,            "INSERT"              },
    {SQLITE_UPDATE,            "UPDATE"              },
    {SQLITE_DELETE,            "DELETE"              },
    {SQLITE_PRAGMA,            "PRAGMA"              },
    {SQLITE_ATTACH,            "ATTACH"              },
    {SQLITE_DETACH,            "DETACH"              },
    {SQLITE_TRANSACTION,       "a transaction"       },
    {SQLITE_SAVEPOINT,         "SAVEPOINT"           },
    {SQLITE_ANALYZE,           "ANALYZE"             },
    {SQLITE_REINDEX,           "REINDEX"             },
    {SQLITE_ALTER_TABLE,       "ALTER TABLE"         },
    {SQLITE_CREATE_VTABLE,     "CREATE VIRTUAL TABLE"},
    {SQLITE_DROP_VTABLE,       "DROP TABLE"          },
    {SQLITE_DROP_TABLE,        "DROP TABLE"          },
    {SQLITE_DROP_TEMP_TABLE,   "DROP TABLE"          },
    {SQLITE_DROP_VIEW,         "DROP VIEW"           },
    {SQLITE_DROP_TEMP_VIEW,    "DROP VIEW"           },
    {SQLITE_DROP_INDEX,        "DROP INDEX"          },
    {SQLITE_DROP_TEMP_INDEX,   "DROP INDEX"          },
    {SQLITE_DROP_TRIGGER,      "DROP TRIGGER"        },
    {SQLITE_DROP_TEMP_TRIGGER, "DROP TRIGGER"        },
};

static int by_name(const void *key, const void *entry)
{
    return strcasecmp(key, *(const char *const *)entry);
}

static bool is_pure(const char *function)
{
    return bsearch(function, pure_functions, SA_COUNT(pure_functions), sizeof pure_functions[0],
                   by_name) != NULL;
}

/* Table-valued functions that look into SQLite itself instead of into facts. */
static bool is_internal_table(const char *table)
{
    static const char *const internal[] = {"dbstat",       "sqlite_stmt",   "sqlite_dbpage",
                                           "sqlite_dbptr", "sqlite_dbdata", "fts3tokenize",
                                           "bytecode",     "tables_used",   "completion"};

    if (sa_text_starts(table, "pragma_"))
        return true;
    for (size_t i = 0; i < SA_COUNT(internal); i++)
        if (sa_text_same(table, internal[i]))
            return true;
    return false;
}

static const char *action_word(int action)
{
    for (size_t i = 0; i < SA_COUNT(actions); i++)
        if (actions[i].action == action)
            return actions[i].word;
    return action <= SQLITE_CREATE_VIEW ? "CREATE" : "this statement";
}

static int authorize(void *payload, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    struct sa_sandbox *sandbox = payload;
    char refused[sizeof sandbox->refused];

    (void)database;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_READ:
        if (first == NULL || !is_internal_table(first))
            return SQLITE_OK;
        (void)snprintf(refused, sizeof refused, "the table '%.60s'", first);
        break;
    case SQLITE_FUNCTION:
        if (second != NULL && is_pure(second))
            return SQLITE_OK;
        (void)snprintf(refused, sizeof refused, "the function '%.60s'", second ? second : "");
        break;
    case SQLITE_PRAGMA:
        (void)snprintf(refused, sizeof refused, "PRAGMA %.60s", first ? first : "");
        break;
    default:
        /* CREATE and DROP come here as a change of SQLite's own tables. */
        (void)snprintf(refused, sizeof refused, "%s",
                       first && sa_text_starts(first, "sqlite_") ? "a change of the schema"
                                                                 : action_word(action));
        break;
    }
    if (sandbox->refused[0] == '\0')
        memcpy(sandbox->refused, refused, sizeof refused);
    return SQLITE_DENY;
}

/* SQLite's progress handler: a number other than 0 interrupts the query. */
static int spend(void *payload)
{
    struct sa_sandbox *sandbox = payload;

    if (sandbox->steps_left > STEP_PERIOD)
        sandbox->steps_left -= STEP_PERIOD;
    else
        sandbox->steps_left = 0;
    if (sandbox->steps_left == 0 || sa_time_monotonic_ms() > sandbox->deadline_ms)
        sandbox->exhausted = true;
    return sandbox->exhausted;
}

static void note_param(struct sa_sandbox *sandbox, const char *name)
{
    char entry[130];
    size_t used = strlen(sandbox->param_used);
    int len = snprintf(entry, sizeof entry, ",%s,", name);

    if (len < 0 || (size_t)len >= sizeof entry || strstr(sandbox->param_used, entry) != NULL)
        return;
    /* The comma that ends one name begins the next. */
    size_t skip = used > 0 ? 1 : 0;
    if (used + (size_t)len - skip < sizeof sandbox->param_used)
        memcpy(sandbox->param_used + used, entry + skip, (size_t)len - skip + 1);
}

static void give_param(sqlite3_context *context, const struct sa_param *param)
{
    int64_t integer = 0;

    switch (param->type) {
    case SA_PARAM_INT:
    case SA_PARAM_BOOL:
        if (sa_parse_i64(param->value, INT64_MIN, INT64_MAX, &integer) == 0)
            sqlite3_result_int64(context, integer);
        else
            sqlite3_result_error(context, "a parameter holds no whole number", -1);
        break;
    case SA_PARAM_REAL:
        sqlite3_result_double(context, strtod(param->value, NULL));
        break;
    case SA_PARAM_TEXT:
    case SA_PARAM_LIST:
        sqlite3_result_text(context, param->value, -1, SQLITE_TRANSIENT);
        break;
    }
}

static void param_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct sa_sandbox_scope *scope = sqlite3_user_data(context);
    struct sa_sandbox *sandbox = scope->sandbox;
    const char *name = (const char *)sqlite3_value_text(values[0]);
    char message[160];

    (void)count;
    if (sandbox == NULL || sandbox->check == NULL) {
        sqlite3_result_error(context, "param() belongs to checks; this query has no parameters",
                             -1);
        return;
    }
    if (name == NULL) {
        sqlite3_result_error(context, "param() needs the name of a parameter", -1);
        return;
    }
    note_param(sandbox, name);
    for (size_t i = 0; i < sandbox->check->param_count; i++) {
        if (strcmp(sandbox->check->params[i].name, name) == 0) {
            give_param(context, &sandbox->check->params[i]);
            return;
        }
    }
    (void)snprintf(message, sizeof message, "the check declares no parameter '%.80s'", name);
    sqlite3_result_error(context, message, -1);
}

static int read_number(sqlite3 *db, const char *sql, int64_t *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "prepare the sandbox", &statement, err);

    if (r == 0)
        r = sa_sql_step(statement, "prepare the sandbox", err);
    if (r < 0)
        return r;
    *ret = r == 1 ? sqlite3_column_int64(statement, 0) : 0;
    return 0;
}

/* SQLite keeps the sorters and temporary results of queries where TEMP tables are kept: in memory
 * they count against the heap limit, in files nothing would bound them. The setting cannot be
 * changed under existing TEMP tables, which sa_derive() therefore creates in memory. */
static int keep_in_memory(sqlite3 *db, struct sa_error *err)
{
    int64_t store = 0;
    int64_t tables = 0;
    int r = read_number(db, "PRAGMA temp_store", &store, err);

    if (r == 0)
        r = read_number(db, "SELECT count(*) FROM temp.sqlite_schema", &tables, err);
    if (r < 0 || store == TEMP_STORE_MEMORY)
        return r;
    if (tables > 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "cannot prepare the sandbox: TEMP tables are kept in files");
    return sa_sql_exec(db, "PRAGMA temp_store = MEMORY", "prepare the sandbox", err);
}

static int add_param_function(struct sa_sandbox *sandbox, struct sa_error *err)
{
    struct sa_sandbox_scope *scope = calloc(1, sizeof *scope);

    if (scope == NULL)
        return sa_fail_nomem(err);
    scope->sandbox = sandbox;
    /* Also when it fails SQLite frees the scope. */
    if (sqlite3_create_function_v2(sandbox->db, "param", 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, scope,
                                   param_function, NULL, NULL, free) != SQLITE_OK)
        return sa_sql_fail(sandbox->db, "register param()", err);
    sandbox->scope = scope;
    return 0;
}

int sa_sandbox_enter(struct sa_sandbox *sandbox, sqlite3 *db, const struct sa_check *check,
                     struct sa_error *err)
{
    *sandbox = (struct sa_sandbox){
        .db = db,
        .check = check,
        .steps_left = SA_LIMIT_SQL_STEPS,
        .deadline_ms = sa_time_monotonic_ms() + SA_LIMIT_SQL_MS,
    };
    int r = sa_sql_exec(db, "SELECT 1 FROM json_each('[]'), json_tree('[]')", "prepare the sandbox",
                        err);
    if (r == 0)
        r = keep_in_memory(db, err);
    if (r == 0)
        r = add_param_function(sandbox, err);
    if (r < 0)
        return r;

    for (size_t i = 0; i < SA_COUNT(limits); i++)
        sandbox->saved_limit[i] = sqlite3_limit(db, limits[i].id, limits[i].value);
    for (size_t i = 0; i < SA_COUNT(configs); i++) {
        (void)sqlite3_db_config(db, configs[i].id, -1, &sandbox->saved_config[i]);
        (void)sqlite3_db_config(db, configs[i].id, configs[i].value, (int *)NULL);
    }
    sandbox->saved_soft_heap = sqlite3_soft_heap_limit64(-1);
    sandbox->saved_hard_heap =
        sqlite3_hard_heap_limit64(sqlite3_memory_used() + (sqlite3_int64)SA_LIMIT_SQL_HEAP);
    sqlite3_progress_handler(db, STEP_PERIOD, spend, sandbox);
    (void)sqlite3_set_authorizer(db, authorize, sandbox);
    return 0;
}

void sa_sandbox_leave(struct sa_sandbox *sandbox)
{
    sqlite3 *db = sandbox->db;

    (void)sqlite3_set_authorizer(db, NULL, NULL);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    (void)sqlite3_hard_heap_limit64(sandbox->saved_hard_heap);
    (void)sqlite3_soft_heap_limit64(sandbox->saved_soft_heap);
    for (size_t i = 0; i < SA_COUNT(limits); i++)
        (void)sqlite3_limit(db, limits[i].id, sandbox->saved_limit[i]);
    for (size_t i = 0; i < SA_COUNT(configs); i++)
        (void)sqlite3_db_config(db, configs[i].id, sandbox->saved_config[i], (int *)NULL);
    sandbox->scope->sandbox = NULL;
    /* Refused while another statement of the connection is active: then it stays, and finds no
     * check. */
    (void)sqlite3_create_function_v2(db, "param", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);
    sandbox->scope = NULL;
}

/* Is there another statement behind the first? */
static int refuse_rest(struct sa_sandbox *sandbox, const char *what, const char *rest,
                       struct sa_error *err)
{
    while (rest != NULL && *rest != '\0') {
        sqlite3_stmt *more = NULL;
        const char *tail = NULL;
        int code = sqlite3_prepare_v3(sandbox->db, rest, -1, 0, &more, &tail);
        bool found = more != NULL;

        (void)sqlite3_finalize(more);
        if (code != SQLITE_OK || found) {
            sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                    "%s was refused: text follows its first statement", what);
            sa_hint(err, "write one SELECT; only comments may follow it");
            return SA_E_DENIED;
        }
        if (tail == NULL || tail <= rest)
            break;
        rest = tail;
    }
    return 0;
}

static void query_name(const struct sa_sandbox *sandbox, char *name, size_t size)
{
    if (sandbox->check != NULL)
        (void)snprintf(name, size, "check '%.80s'", sandbox->check->id);
    else
        (void)snprintf(name, size, "the query");
}

int sa_sandbox_prepare(struct sa_sandbox *sandbox, const char *sql, sqlite3_stmt **ret,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    const char *rest = NULL;
    char what[96];
    int r = 0;

    query_name(sandbox, what, sizeof what);
    if (sqlite3_prepare_v3(sandbox->db, sql, -1, 0, &statement, &rest) != SQLITE_OK)
        return sa_sandbox_fail(sandbox, what, err);
    if (statement == NULL)
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s is empty", what);
    if (!sqlite3_stmt_readonly(statement) || sqlite3_stmt_isexplain(statement) != 0 ||
        sqlite3_column_count(statement) == 0) {
        sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0, "%s was refused: it is no SELECT", what);
        sa_hint(err, "write one SELECT");
        return SA_E_DENIED;
    }
    r = refuse_rest(sandbox, what, rest, err);
    if (r < 0)
        return r;
    *ret = statement;
    statement = NULL;
    return 0;
}

static int fail_exhausted(const struct sa_sandbox *sandbox, const char *what, struct sa_error *err)
{
    if (sandbox->steps_left == 0)
        sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "%s was stopped after %llu million steps", what,
                SA_LIMIT_SQL_STEPS / 1000000);
    else
        sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "%s was stopped after %d seconds", what,
                SA_LIMIT_SQL_MS / 1000);
    sa_hint(err, "join tables by their keys, and read only what is compared");
    return SA_E_LIMIT;
}

int sa_sandbox_fail(struct sa_sandbox *sandbox, const char *what, struct sa_error *err)
{
    int code = sqlite3_extended_errcode(sandbox->db);
    const char *text = sqlite3_errmsg(sandbox->db);

    if (sandbox->exhausted)
        return fail_exhausted(sandbox, what, err);
    if (sandbox->refused[0] != '\0') {
        sa_fail(err, SA_E_DENIED, SA_DOMAIN_SQLITE, code, "%s was refused: it uses %s (%s)", what,
                sandbox->refused, text);
        sa_hint(err, "queries may only read, with functions that depend on nothing else");
        return SA_E_DENIED;
    }
    switch (code & 0xff) {
    case SQLITE_TOOBIG:
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_SQLITE, code,
                       "%s failed: a value or the query is longer than allowed (%zu KiB, %zu KiB)",
                       what, SA_LIMIT_SQL_VALUE / SA_KIB, SA_LIMIT_CHECK_FILE / SA_KIB);
    case SQLITE_NOMEM:
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_SQLITE, code,
                       "%s failed: it needs more than %zu MiB of memory", what,
                       SA_LIMIT_SQL_HEAP / SA_MIB);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_SQLITE, code, "%s failed: %s", what, text);
    default:
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_SQLITE, code, "%s failed: %s", what, text);
    }
}

/* Hands one row to the caller. Its cells live as long as the call. */
static int give_row(sqlite3_stmt *statement, bool is_header, sa_row_fn *row, void *payload,
                    struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_SQL_HEAP);
    size_t count = (size_t)sqlite3_column_count(statement);
    const char **cells = sa_arena_array(&arena, count, sizeof *cells);

    if (cells == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        if (is_header) {
            cells[i] = sqlite3_column_name(statement, (int)i);
        } else {
            if (sqlite3_column_type(statement, (int)i) == SQLITE_NULL)
                continue;
            cells[i] = sa_cell_copy(statement, (int)i, SIZE_MAX, &arena);
        }
        if (cells[i] == NULL)
            return sa_fail_nomem(err);
    }
    return row(payload, is_header, cells, count, err);
}

static int run_query(struct sa_sandbox *sandbox, const char *sql, sa_row_fn *row, void *payload,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    size_t rows = 0;
    int code = SQLITE_OK;
    int r = sa_sandbox_prepare(sandbox, sql, &statement, err);

    if (r == 0)
        r = give_row(statement, /* is_header= */ true, row, payload, err);
    while (r == 0 && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (++rows > SA_LIMIT_QUERY_ROWS) {
            sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "the query gives more than %d rows",
                    SA_LIMIT_QUERY_ROWS);
            sa_hint(err, "add a WHERE or a LIMIT");
            return SA_E_LIMIT;
        }
        r = give_row(statement, /* is_header= */ false, row, payload, err);
    }
    if (r == 0 && code != SQLITE_DONE)
        r = sa_sandbox_fail(sandbox, "the query", err);
    return r;
}

int sa_sandbox_query(struct sa_snapshot *snapshot, const char *sql, sa_row_fn *row, void *payload,
                     struct sa_error *err)
{
    struct sa_sandbox sandbox;
    int r = sa_sandbox_enter(&sandbox, sa_snapshot_db(snapshot), NULL, err);

    if (r < 0)
        return r;
    r = run_query(&sandbox, sql, row, payload, err);
    sa_sandbox_leave(&sandbox);
    return r;
}
