/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the case files of checks (casefile.c reads them): each case in a snapshot of its own,
 * which lives in memory and is filled, derived and judged exactly like a collected one.
 *
 * What a case expects is compared as a whole: a finding that nobody expected fails the case like
 * one that is missing. Only results "not applicable" need not be written, unless the case writes
 * one for the same target.
 *
 * A case file may come with somebody else's catalogue, so its SQL may change rows and nothing
 * else: no files (ATTACH, VACUUM), no settings, no end of the transaction, and no more than a
 * budget of steps. */
#include <stdlib.h>

#include "syncaudit/file.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/yaml.h"

#include "casefile.h"
#include "catalogue.h"
#include "engine.h"

#define WHY_MAX      (256 * SA_KIB)
#define STEP_PERIOD  10000
#define FIRST_FOREST 101 /* target id; servers have the smaller ones */
#define EMPTY_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define ENTRA_GUID   "b891884f-051e-4a83-95af-2544101c9083" /* the same in every tenant */

/* --- the facts of a case ---------------------------------------------------------------------- */

/* A server that answered, exported two hours before the run. The ids of all rows: casefile.c. */
static const char *const collected[] = {
    "INSERT INTO main.target (id, name, kind, location)"
    " VALUES (:id, :name, 'server', '/exports/' || :name)",

    "INSERT INTO main.evidence"
    " SELECT 10 * :id + column1, :id, column2, column3, :now, 0, '" EMPTY_SHA256 "', 'none', NULL"
    "   FROM (VALUES (1, 'global_settings', 'GlobalSettings/MV.xml'),"
    "                (2, 'connector', 'Connectors/Connector_{" ENTRA_GUID "}.xml'),"
    "                (3, 'sync_rule', 'SynchronizationRules'))",

    "INSERT INTO main.coverage (target_id, source, status, rows, started_at, finished_at)"
    " SELECT :id, source, 'ok', 1, :now, :now FROM main.evidence WHERE target_id = :id",

    "INSERT INTO main.sync_server"
    " (target_id, server_name, exported_at, staging_mode, product_version, evidence_id)"
    " VALUES (:id, :name, strftime('%Y-%m-%dT%H:%M:%SZ', :now, '-2 hours'), :staging, :version, 10 "
    "* :id + 1)",

    "INSERT INTO main.global_parameter"
    " SELECT :id, 'Microsoft.Synchronize.StagingMode', iif(:staging, 'True', 'False'), 'String',"
    "        10 * :id + 1"
    "  WHERE :staging IS NOT NULL",

    "INSERT INTO main.connector (id, target_id, connector_key, kind, guid, name, category, subtype,"
    "                            tenant, account, assembly_version, evidence_id)"
    " VALUES (100 * :id, :id, 'entra', 'entra', '" ENTRA_GUID "',"
    "         coalesce(:tenant, 'tenant not known') || ' - AAD', 'Extensible2',"
    "         'Windows Azure Active Directory (Microsoft)', lower(:tenant),"
    "         'Sync_' || :name || '_0123456789ab@' || :tenant, :version, 10 * :id + 2)",
    NULL,
};

/* A server whose folder could not be read. */
static const char *const failed[] = {
    "INSERT INTO main.target (id, name, kind, location)"
    " VALUES (:id, :name, 'server', '/exports/' || :name)",

    "INSERT INTO main.coverage (target_id, source, status, domain, message, rows, started_at,"
    "                           finished_at)"
    " SELECT :id, column1, 'failed', 'none', 'the export folder could not be read', 0, :now, :now"
    "   FROM (VALUES ('global_settings'), ('connector'), ('sync_rule'))",
    NULL,
};

/* A server of which no export was given. */
static const char *const not_exported[] = {
    "INSERT INTO main.target (id, name, kind, location) VALUES (:id, :name, 'server', '')",
    NULL,
};

/* A forest of one domain that answered. Everything else is the case's to add. */
static const char *const asked[] = {
    "INSERT INTO main.target (id, name, kind, location) VALUES (:id, :name, 'forest', :name)",

    "INSERT INTO main.evidence"
    " SELECT 10 * :id + column1, :id, column2, :name || '/' || column2, :now, 0, '" EMPTY_SHA256
    "', 'none', NULL"
    "   FROM (VALUES (1, 'ad_forest'), (2, 'ad_account'), (3, 'ad_right'))",

    "INSERT INTO main.coverage (target_id, source, status, rows, started_at, finished_at)"
    " SELECT :id, source, 'ok', 1, :now, :now FROM main.evidence WHERE target_id = :id",

    "INSERT INTO main.ad_forest"
    " SELECT :id, lower(:name), dn, 'CN=Configuration,' || dn, 'CN=Schema,CN=Configuration,' || dn,"
    "        7, 88, 1, 180, 180, 'dc1.' || lower(:name), 'GSS-SPNEGO (Kerberos)',"
    "        'sealed by Kerberos, AES256', 0, 10 * :id + 1"
    "   FROM (SELECT 'DC=' || replace(:name, '.', ',DC=') AS dn)",

    "INSERT INTO main.ad_domain (id, target_id, dns_name, netbios_name, dn, dn_key, is_root,"
    "                            collected, sid, functional_level, evidence_id)"
    " SELECT :id - 100, :id, lower(:name), upper(substr(:name || '.', 1, instr(:name || '.', '.') "
    "- 1)),"
    "        dn, lower(dn), 1, 1, 'S-1-5-21-1-1-' || :id, 7, 10 * :id + 1"
    "   FROM (SELECT 'DC=' || replace(:name, '.', ',DC=') AS dn)",
    NULL,
};

/* A forest of which no domain controller answered. */
static const char *const not_reached[] = {
    "INSERT INTO main.target (id, name, kind, location) VALUES (:id, :name, 'forest', :name)",

    "INSERT INTO main.coverage (target_id, source, status, domain, message, rows, started_at,"
    "                           finished_at)"
    " SELECT :id, column1, 'unreachable', 'ldap', 'no domain controller answered', 0, :now, :now"
    "   FROM (VALUES ('ad_forest'), ('ad_account'), ('ad_right'))",
    NULL,
};

/* A connector to Active Directory: of its settings, what the directives say. */
static const char *const ad_connector[] = {
    "INSERT INTO main.connector (id, target_id, connector_key, kind, guid, name, category, forest,"
    "                            account_domain, account, evidence_id)"
    " VALUES (100 * :id + :number, :id, 'ad:' || coalesce(lower(:forest), ''), 'ad',"
    "         printf('00000000-0000-0000-0000-%012d', 100 * :id + :number),"
    "         coalesce(:forest, 'forest not known'), 'AD', :forest, :domain, :account,"
    "         10 * :id + 2)",
    NULL,
};

static void bind_text(sqlite3_stmt *statement, const char *name, const char *value)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0)
        (void)sqlite3_bind_text(statement, at, value, -1, SQLITE_TRANSIENT);
}

static void bind_int(sqlite3_stmt *statement, const char *name, int value)
{
    int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0)
        (void)sqlite3_bind_int(statement, at, value);
}

/* What the statements of a script may name; a text that is NULL stays NULL. */
struct values {
    int id, number, staging; /* staging: -1 is NULL */
    const char *name, *now, *version, *tenant, *forest, *domain, *account;
};

static int insert(sqlite3 *db, const char *const *script, const struct values *values,
                  struct sa_error *err)
{
    for (; *script != NULL; script++) {
        SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
        int r = sa_sql_prepare(db, *script, "add the target of a case", &statement, err);

        if (r < 0)
            return r;
        bind_int(statement, ":id", values->id);
        bind_int(statement, ":number", values->number);
        bind_text(statement, ":name", values->name);
        bind_text(statement, ":now", values->now);
        bind_text(statement, ":version", values->version);
        bind_text(statement, ":tenant", values->tenant);
        bind_text(statement, ":forest", values->forest);
        bind_text(statement, ":domain", values->domain);
        bind_text(statement, ":account", values->account);
        if (values->staging >= 0)
            bind_int(statement, ":staging", values->staging);
        r = sa_sql_step(statement, "add the target of a case", err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int insert_servers(sqlite3 *db, const struct sa_case *test, struct sa_error *err)
{
    int id = 1;
    int r = 0;

    for (const struct sa_case_server *server = test->servers; r == 0 && server != NULL;
         server = server->next) {
        struct values values = {
            .id = id++,
            .staging = server->role == SA_CASE_UNKNOWN ? -1 : server->role == SA_CASE_STAGING,
            .name = server->name,
            .now = test->now,
            .version = server->version,
            .tenant = server->tenant,
        };
        r = insert(db,
                   server->role == SA_CASE_FAILED ? failed
                   : server->role == SA_CASE_NONE ? not_exported
                                                  : collected,
                   &values, err);
    }
    for (const struct sa_case_connector *connector = test->connectors; r == 0 && connector != NULL;
         connector = connector->next) {
        struct values values = {
            .id = connector->server,
            .number = connector->number,
            .forest = connector->forest,
            .domain = connector->domain,
            .account = connector->account,
        };
        r = insert(db, ad_connector, &values, err);
    }
    return r;
}

static int insert_forests(sqlite3 *db, const struct sa_case *test, struct sa_error *err)
{
    int id = FIRST_FOREST;
    int r = 0;

    for (const struct sa_case_forest *forest = test->forests; r == 0 && forest != NULL;
         forest = forest->next) {
        struct values values = {.id = id++, .name = forest->name, .now = test->now};

        r = insert(db, forest->failed ? not_reached : asked, &values, err);
    }
    return r;
}

static int set_now(sqlite3 *db, const char *now, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, "UPDATE main.run SET started_at = :now, finished_at = :now",
                           "set the time of a case", &statement, err);

    if (r < 0)
        return r;
    bind_text(statement, ":now", now);
    return sa_sql_step(statement, "set the time of a case", err);
}

/* --- the SQL of a case ------------------------------------------------------------------------ */

struct guard {
    long long periods_left;
};

static int allow_rows_only(void *payload, int action, const char *first, const char *second,
                           const char *database, const char *trigger)
{
    (void)payload;
    (void)first;
    (void)second;
    (void)database;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

static int count_steps(void *payload)
{
    struct guard *guard = payload;

    return --guard->periods_left < 0;
}

static long line_of(const char *script, const char *at, long first_line)
{
    long line = first_line;

    for (; script < at; script++)
        line += *script == '\n';
    return line;
}

/* The statement itself, behind the comments and empty lines in front of it. */
static const char *skip_space(const char *at)
{
    for (;;) {
        at += strspn(at, " \t\r\n");
        if (at[0] == '-' && at[1] == '-')
            at += strcspn(at, "\n");
        else
            return at;
    }
}

static int run_statements(sqlite3 *db, const char *file, const char *script, long first_line,
                          struct sa_error *err)
{
    const char *at = script;

    while (*at != '\0') {
        SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
        const char *rest = at;
        int code = sqlite3_prepare_v3(db, at, -1, 0, &statement, &rest);
        int offset = code == SQLITE_OK ? -1 : sqlite3_error_offset(db);

        while (code == SQLITE_OK && statement != NULL && sqlite3_step(statement) == SQLITE_ROW)
            continue;
        if (code == SQLITE_OK && statement != NULL)
            code = sqlite3_reset(statement);
        if (code != SQLITE_OK) {
            int r = sa_sql_fail(db, "run the SQL of the case", err);

            sa_place(err, file,
                     line_of(script, offset >= 0 ? at + offset : skip_space(at), first_line), 0);
            return r;
        }
        at = rest;
    }
    return 0;
}

static int run_script(sqlite3 *db, const char *file, const char *script, long first_line,
                      struct sa_error *err)
{
    struct guard guard = {.periods_left = (long long)(SA_LIMIT_SQL_STEPS / 10 / STEP_PERIOD)};
    int r = 0;

    /* The first use of json_each() declares its table, which the guard would take for a change of
     * the schema. */
    r = sa_sql_exec(db, "SELECT 1 FROM json_each('[]')", "prepare JSON", err);
    if (r < 0)
        return r;
    (void)sqlite3_set_authorizer(db, allow_rows_only, NULL);
    sqlite3_progress_handler(db, STEP_PERIOD, count_steps, &guard);
    r = run_statements(db, file, script, first_line, err);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    (void)sqlite3_set_authorizer(db, NULL, NULL);
    return r;
}

/* --- the catalogue of a case ------------------------------------------------------------------ */

/* What is written behind '=': one value, or a list in brackets. */
static int set_param(struct sa_catalogue *catalogue, const char *id, const char *file,
                     const struct sa_case_param *param, struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    const struct sa_yaml_node *member = NULL;
    const char **values = NULL;
    size_t count = 0;
    char *text = sa_arena_printf(&catalogue->arena, "value: %s", param->value);
    int r = 0;

    if (text == NULL)
        return sa_fail_nomem(err);
    r = sa_yaml_parse(file, text, strlen(text), param->line, &yaml, err);
    if (r == 0)
        r = sa_yaml_list(yaml, sa_yaml_root(yaml), "value", &member, &count, err);
    if (r < 0)
        return r;
    values = sa_arena_array(&catalogue->arena, count + 1, sizeof *values);
    if (values == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < count && member != NULL; i++, member = member->next)
        values[i] = member->text;
    r = sa_catalogue_set_param(catalogue, id, param->name, values, err);
    if (r < 0)
        sa_place(err, file, param->line, 0);
    return r;
}

/* Nothing but the check, with the parameters of the case. */
static int make_catalogue(const char *check_file, const struct sa_buf *check_text,
                          const char *case_file, const struct sa_case *test,
                          struct sa_catalogue **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct sa_check *check = NULL;
    int r = sa_catalogue_new(&catalogue, err);

    if (r == 0)
        r = sa_check_parse(catalogue, check_file, sa_buf_text(check_text), check_text->len, &check,
                           err);
    if (r == 0)
        r = sa_catalogue_add(catalogue, check, err);
    if (r == 0)
        r = sa_catalogue_seal(catalogue, err);
    for (const struct sa_case_param *param = test->params; r == 0 && param != NULL;
         param = param->next)
        r = set_param(catalogue, check->id, case_file, param, err);
    if (r < 0)
        return r;
    *ret = catalogue;
    catalogue = NULL;
    return 0;
}

/* --- what came out ---------------------------------------------------------------------------- */

struct outcome {
    const char *text;   /* "TARGET STATUS" or "TARGET STATUS SUBJECT" */
    const char *detail; /* for people; not compared */
};

struct outcomes {
    struct outcome *list;
    size_t count, size;
};

static int add_outcome(struct outcomes *all, struct sa_arena *arena, const char *target,
                       enum sa_result_status status, const char *subject, const char *detail)
{
    struct outcome *outcome = NULL;

    if (all->count == all->size) {
        size_t size = all->size > 0 ? all->size * 2 : 16;
        struct outcome *list = reallocarray(all->list, size, sizeof *list);

        if (list == NULL)
            return SA_E_NOMEM;
        all->list = list;
        all->size = size;
    }
    outcome = &all->list[all->count];
    outcome->text = sa_arena_printf(arena, "%s %s%s%s", target, sa_result_name(status),
                                    subject[0] != '\0' ? " " : "", subject);
    outcome->detail = detail;
    if (outcome->text == NULL || detail == NULL)
        return SA_E_NOMEM;
    all->count++;
    return 0;
}

static void outcomes_done(struct outcomes *all)
{
    free(all->list);
}

static int compare_outcomes(const void *left, const void *right)
{
    return strcmp(((const struct outcome *)left)->text, ((const struct outcome *)right)->text);
}

static int list_expected(const struct sa_case *test, struct sa_arena *arena, struct outcomes *ret)
{
    int r = 0;

    for (const struct sa_case_expectation *e = test->expectations; r == 0 && e != NULL; e = e->next)
        r = add_outcome(ret, arena, e->target, e->status, e->subject, "");
    return r;
}

/* Does the case write down a result "not applicable" for this target? */
static bool expects_not_applicable(const struct sa_case *test, const char *target)
{
    for (const struct sa_case_expectation *e = test->expectations; e != NULL; e = e->next) {
        if (e->status == SA_RESULT_NOT_APPLICABLE && strcmp(e->target, target) == 0)
            return true;
    }
    return false;
}

static int list_result(const struct sa_case *test, const struct sa_result *result,
                       struct sa_arena *arena, struct outcomes *ret)
{
    const char *target = result->target->name;
    int r = 0;

    if (result->finding_count == 0) {
        if (result->status == SA_RESULT_NOT_APPLICABLE && !expects_not_applicable(test, target))
            return 0;
        return add_outcome(ret, arena, target, result->status, "", result->reason);
    }
    for (size_t i = 0; r == 0 && i < result->finding_count; i++) {
        const struct sa_finding *finding = &result->findings[i];

        r = add_outcome(ret, arena, target, finding->status, finding->subject,
                        sa_arena_printf(arena, "observed: %s, expected: %s", finding->observed,
                                        finding->expected));
    }
    return r;
}

static int list_actual(const struct sa_case *test, const struct sa_evaluation *evaluation,
                       struct sa_arena *arena, struct outcomes *ret)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        for (size_t k = 0; r == 0 && k < target->result_count; k++)
            r = list_result(test, &target->results[k], arena, ret);
    }
    return r;
}

static void add_line(struct sa_buf *why, const char *word, const struct outcome *outcome)
{
    sa_buf_addf(why, "\n%s: %s", word, outcome->text);
    if (outcome->detail[0] != '\0')
        sa_buf_addf(why, " (%s)", outcome->detail);
}

/* Adds a line per difference; nothing when there is none. */
static void add_differences(struct outcomes *expected, struct outcomes *actual, struct sa_buf *why)
{
    size_t e = 0, a = 0;

    if (expected->count > 0)
        qsort(expected->list, expected->count, sizeof *expected->list, compare_outcomes);
    if (actual->count > 0)
        qsort(actual->list, actual->count, sizeof *actual->list, compare_outcomes);
    while (e < expected->count || a < actual->count) {
        int order = 0;

        if (e == expected->count)
            order = 1;
        else if (a == actual->count)
            order = -1;
        else
            order = strcmp(expected->list[e].text, actual->list[a].text);
        if (order < 0)
            add_line(why, "missing", &expected->list[e]);
        if (order > 0)
            add_line(why, "unexpected", &actual->list[a]);
        e += order <= 0;
        a += order >= 0;
    }
}

static int compare(const struct sa_case *test, const struct sa_evaluation *evaluation,
                   struct sa_buf *why, struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    SA_CLEANUP(outcomes_done) struct outcomes expected = {0};
    SA_CLEANUP(outcomes_done) struct outcomes actual = {0};
    int r = list_expected(test, &arena, &expected);

    if (r == 0)
        r = list_actual(test, evaluation, &arena, &actual);
    if (r == 0)
        add_differences(&expected, &actual, why);
    sa_arena_done(&arena);
    return r < 0 ? sa_fail_nomem(err) : 0;
}

/* --- running ---------------------------------------------------------------------------------- */

static int run_case(const char *check_file, const struct sa_buf *check_text, const char *case_file,
                    const struct sa_case *test, struct sa_buf *why, struct sa_error *err)
{
    static const struct sa_run_info run = {
        .tool_version = "case",
        .catalogue_version = "case",
        .catalogue_sha256 = EMPTY_SHA256,
        .operator_name = "case",
        .workstation = "case",
    };
    static const struct sa_evaluation_options options = SA_EVALUATION_OPTIONS_INIT;
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    SA_CLEANUP(sa_evaluation_free_p) struct sa_evaluation *evaluation = NULL;
    sqlite3 *db = NULL;
    int r = make_catalogue(check_file, check_text, case_file, test, &catalogue, err);

    if (r == 0)
        r = sa_snapshot_create(":memory:", false, &run, &snapshot, err);
    if (r < 0)
        return r;
    db = sa_snapshot_db(snapshot);
    r = set_now(db, test->now, err);
    if (r == 0)
        r = insert_servers(db, test, err);
    if (r == 0)
        r = insert_forests(db, test, err);
    if (r == 0)
        r = sa_case_insert_hosts(db, test, err);
    if (r == 0)
        r = sa_case_insert_engines(db, test, err);
    if (r == 0)
        r = run_script(db, case_file, test->facts, test->facts_line, err);
    if (r == 0)
        r = sa_derive(db, &options, err);
    if (r == 0)
        r = run_script(db, case_file, test->derived, test->derived_line, err);
    if (r == 0)
        r = sa_evaluate_derived(db, catalogue, &options, &evaluation, err);
    return r < 0 ? r : compare(test, evaluation, why, err);
}

struct runner {
    const char *cases_dir;
    sa_case_fn *report;
    void *payload;
    int failures;
};

static void report_error(struct runner *runner, const char *check_id, const char *case_name,
                         const struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf why = SA_BUF_INIT(WHY_MAX);

    if (err->place[0] != '\0')
        sa_buf_addf(&why, "%s: ", err->place);
    sa_buf_add_text(&why, err->message);
    if (err->hint[0] != '\0')
        sa_buf_addf(&why, " (%s)", err->hint);
    runner->failures++;
    runner->report(runner->payload, check_id, case_name, sa_buf_text(&why));
}

static void test_case(struct runner *runner, const struct sa_check *check,
                      const struct sa_buf *check_text, const char *case_file,
                      const struct sa_case *test)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf why = SA_BUF_INIT(WHY_MAX);
    struct sa_error err = {0};

    sa_buf_addf(&why, "%s:%ld: the results differ", case_file, test->line);
    size_t same = why.len;
    int r = run_case(check->file, check_text, case_file, test, &why, &err);

    if (r < 0) {
        report_error(runner, check->id, test->name, &err);
    } else if (why.len > same || sa_buf_status(&why) < 0) {
        if (sa_buf_status(&why) < 0)
            sa_buf_clear(&why);
        runner->failures++;
        runner->report(runner->payload, check->id, test->name,
                       why.len > 0 ? sa_buf_text(&why) : "more differences than can be shown");
    } else {
        runner->report(runner->payload, check->id, test->name, NULL);
    }
}

/* All cases of one check. A check that does not parse, and one without cases, counts as a failed
 * case: nothing has shown that it works. */
static int test_check(struct runner *runner, const char *path, struct sa_arena *arena,
                      struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
    struct sa_check *check = NULL;
    struct sa_case *test = NULL;
    struct sa_error why = {0};
    const char *stem = sa_folder_stem(arena, path);
    const char *case_file = NULL;
    int r = sa_catalogue_new(&catalogue, err);

    if (r < 0)
        return r;
    if (stem == NULL)
        return sa_fail_nomem(err);
    r = sa_file_read(path, &text, &why);
    if (r == 0)
        r = sa_check_parse(catalogue, path, sa_buf_text(&text), text.len, &check, &why);
    if (r < 0 || check == NULL) {
        report_error(runner, stem, "check file", &why);
        return 0;
    }
    case_file = sa_folder_case_path(arena, path, runner->cases_dir, check->id);
    if (case_file == NULL)
        return sa_fail_nomem(err);
    r = sa_cases_load(case_file, arena, &test, &why);
    if (r < 0) {
        report_error(runner, check->id, "case file", &why);
        return 0;
    }
    for (; test != NULL; test = test->next)
        test_case(runner, check, &text, case_file, test);
    return 0;
}

int sa_checks_test(const char *dir, const char *cases_dir, sa_case_fn *report, void *payload,
                   struct sa_error *err)
{
    struct runner runner = {.cases_dir = cases_dir, .report = report, .payload = payload};
    struct sa_arena list = SA_ARENA_INIT(64 * SA_MIB);
    const char *const *paths = NULL;
    size_t count = 0;
    int r = sa_folder_list(dir, false, &list, &paths, &count, err);

    if (r == 0 && count == 0)
        r = sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "no check below the folder '%s'", dir);
    for (size_t i = 0; r == 0 && i < count; i++) {
        struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);

        r = test_check(&runner, paths[i], &arena, err);
        sa_arena_done(&arena);
    }
    sa_arena_done(&list);
    return r < 0 ? r : runner.failures;
}
