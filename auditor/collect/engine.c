/* SPDX-License-Identifier: Apache-2.0 */
/* The collector of the sync engine: one runspace, one pipeline for all operations (docs/internals/engine.md).
 *
 * Records come as they are made and are stored, source by source, as each ends: what was told before trouble
 * is kept. A source that is silent for too long is given up, and with it its pipeline; a new one is asked for
 * the rest. A pipeline that ends before its first source has begun is not followed by another.
 *
 * The order of calls: sa_psrp_open(), sa_psrp_run() once or more, sa_psrp_close(). Facts are written between
 * two records, by host_finish(), on the session's own thread. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "engine_internal.h"
#include "export.h"

#define OPERATIONS_MAX   64
#define SILENCE_MS       120000U
#define SILENCE_LEAST_MS 3000U
#define OFFSET_MAX       900  /* minutes */
#define RUNS_MAX         5000 /* a week of half-hourly cycles of three connectors has 2,000 */

struct engine {
    struct host *host;
    struct sa_psrp *pool;
    struct engine_source sources[OPERATIONS_MAX];
    size_t count;

    /* Of the pipeline that runs. */
    struct engine_source *open; /* has begun and not ended */
    bool has_begun;             /* one of its sources has */
    bool stops;                 /* `failure` is the reason why it was ended from here */
    struct sa_error
        failure; /* the snapshot could not be written, or cancelled: the collector ends */
    struct sa_error broken; /* the open source broke its rules */
    size_t records;
};

/* Sources ---------------------------------------------------------------------------------------- */

static host_store_fn *store_of(const char *name)
{
    static const struct {
        const char *name;
        host_store_fn *store;
    } known[] = {
        {"engine",             engine_store_engine             },
        {"auditor_right",      engine_store_groups             },
        {"scheduler",          engine_store_scheduler          },
        {"engine_connector",   engine_store_connectors         },
        {"statistics",         engine_store_statistics         },
        {"run_history",        engine_store_history            },
        {"run_status",         engine_store_status             },
        {"connector_override", engine_store_connector_overrides},
        {"override",           engine_store_files              },
        {"auto_upgrade",       engine_store_upgrade            },
        {"password_sync",      engine_store_password           },
        {"reachability",       engine_store_domains            },
        {"engine_database",    engine_store_database           },
        {"entra_credential",   engine_store_credential         },
        {"user_right",         engine_store_rights             },
        {"audit_policy",       engine_store_policies           },
        {"file_right",         engine_store_folders            },
        {"log_age",            engine_store_logs               },
        {"account_logon",      engine_store_logons             },
    };

    for (size_t i = 0; i < SA_COUNT(known); i++)
        if (strcmp(known[i].name, name) == 0)
            return known[i].store;
    return NULL;
}

static bool is_configuration(const struct sa_psrp_operation *operation)
{
    return strcmp(operation->name, "configuration") == 0;
}

static void choose(struct engine *engine)
{
    const struct sa_host_request *request = engine->host->request;

    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        bool is_known = is_configuration(o) || store_of(o->name) != NULL;

        if (!is_known || engine->count == OPERATIONS_MAX)
            continue;
        if (o->writes_files && request->no_files)
            continue;
        if (is_configuration(o) && request->has_export)
            continue;
        engine->sources[engine->count++] =
            (struct engine_source){.operation = o, .store = store_of(o->name)};
    }
}

static struct engine_source *find(struct engine *engine, const char *name)
{
    for (size_t i = 0; i < engine->count && name != NULL; i++)
        if (strcmp(engine->sources[i].operation->name, name) == 0)
            return &engine->sources[i];
    return NULL;
}

/* Ends a source: it is stored when `problem` is NULL or has no status. */
static int finish(struct engine *engine, struct engine_source *source,
                  const struct sa_error *problem)
{
    struct host *host = engine->host;
    int r = 0;

    source->is_done = true;
    source->info = engine->pool != NULL ? sa_psrp_info(engine->pool) : NULL;
    host->data = source;
    if (is_configuration(source->operation))
        r = engine_finish_configuration(host, source, problem, &engine->failure);
    else
        r = host_finish(host, source->operation->name, problem, source->store, &engine->failure);
    /* Its records went with the scratch memory. */
    source->first = source->last = NULL;
    source->count = 0;
    if (r < 0 && engine->failure.status == 0)
        engine->failure.status = r;
    return r;
}

/* For all sources that are left. */
static int finish_rest(struct engine *engine, const struct sa_error *problem)
{
    for (size_t i = 0; i < engine->count; i++) {
        int r = engine->sources[i].is_done ? 0 : finish(engine, &engine->sources[i], problem);

        if (r < 0)
            return r;
    }
    return 0;
}

/* Records ---------------------------------------------------------------------------------------- */

static int begin(struct engine *engine, const struct engine_record *record, struct sa_error *err)
{
    struct engine_source *source = find(engine, engine_raw(record, "Source"));
    struct sa_value at = SA_NULL;
    struct sa_value offset = SA_NULL;
    int r = 0;

    if (source == NULL || source->is_done || engine->open != NULL)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server has begun to tell of something that is not due");
    engine->open = source;
    engine->has_begun = true;
    r = engine_time(engine->host, record, "At", &at, err);
    if (r == 0)
        r = engine_number(record, "Offset", -OFFSET_MAX, OFFSET_MAX, &offset, err);
    if (r == 0 && (at.type == SA_VALUE_NULL || offset.type == SA_VALUE_NULL))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "the server has not told the time of its answer");
    source->asked_at = at.text;
    source->offset_min = offset.integer;
    return r;
}

static int end(struct engine *engine, const struct engine_record *record)
{
    struct engine_source *source = engine->open;
    struct sa_error problem = {0};
    struct sa_value count = SA_NULL;

    engine->open = NULL;
    if (strcmp(record->fact, "problem") == 0)
        (void)engine_fail_record(engine->host, &problem, source->operation, record);
    else if (engine_number(record, "Count", 0, SA_LIMIT_ENGINE_RECORDS, &count, &problem) == 0 &&
             (count.type == SA_VALUE_NULL || (size_t)count.integer != source->count))
        sa_fail(&problem, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                "the server has sent %zu records and says that it were %lld", source->count,
                count.type == SA_VALUE_NULL ? -1LL : (long long)count.integer);
    return finish(engine, source, &problem);
}

static bool is_about_sources(const struct engine_record *record)
{
    return strcmp(record->fact, "begin") == 0 || strcmp(record->fact, "end") == 0 ||
           strcmp(record->fact, "problem") == 0;
}

static int take(struct engine *engine, struct engine_record *record, struct sa_error *err)
{
    struct engine_source *source = engine->open;

    if (source == NULL)
        return begin(engine, record, err);
    if (is_about_sources(record)) {
        const char *name = engine_raw(record, "Source");

        if (name == NULL || strcmp(name, source->operation->name) != 0 ||
            strcmp(record->fact, "begin") == 0)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server has told of two things at once");
        return end(engine, record);
    }
    if (++source->count > SA_LIMIT_ENGINE_RECORDS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_ENGINE_RECORDS,
                       "the server has sent more than %d records", SA_LIMIT_ENGINE_RECORDS);
    if (source->last != NULL)
        source->last->next = record;
    else
        source->first = record;
    source->last = record;
    return 0;
}

static int each(void *payload, const struct sa_psrp_record *item, struct sa_error *err)
{
    struct engine *engine = payload;
    struct engine_record *record = NULL;
    int r = 0;

    /* Non-terminating errors and words for people: the scripts make terminating errors of what matters. */
    if (item->kind != SA_PSRP_OUTPUT || item->value == NULL)
        return 0;
    engine->records++;
    r = engine_record_read(engine->host, item->value,
                           engine->open != NULL ? engine->open->last : NULL, &record,
                           &engine->broken);
    /* Outside of a source, which nobody needs. */
    if (r == 0 && engine->open == NULL && (record == NULL || strcmp(record->fact, "begin") != 0)) {
        sa_arena_done(&engine->host->scratch);
        return 0;
    }
    if (r == 0 && record == NULL) {
        /* Counted by the script, too. */
        engine->open->count++;
        return 0;
    }
    if (r == 0) {
        engine_record_keep(engine->host, record);
        r = take(engine, record, &engine->broken);
    }
    if (r < 0) {
        engine->stops = true;
        if (err != NULL)
            *err = engine->failure.status < 0 ? engine->failure : engine->broken;
    }
    return r;
}

/* Pipelines -------------------------------------------------------------------------------------- */

static void note_pipeline(struct engine *engine, const char *names, int64_t started_at,
                          int64_t began_ms, int status)
{
    host_footprint(engine->host,
                   &(struct sa_footprint){.protocol = "psrp",
                                          .server = engine->host->request->http.host,
                                          .operation = "pipeline",
                                          .detail = names,
                                          .status = status,
                                          .entries = engine->records,
                                          .started_at = started_at,
                                          .elapsed_ms = sa_time_monotonic_ms() - began_ms});
}

/* What hangs must leave time for the others, twice. */
static unsigned longest_silence(const struct sa_host_request *request)
{
    int64_t left = 0;

    if (request->http.deadline_ms == 0)
        return SILENCE_MS;
    left = (request->http.deadline_ms - sa_time_monotonic_ms()) * 2 / 5;
    if (left < SILENCE_LEAST_MS)
        return SILENCE_LEAST_MS;
    return left < SILENCE_MS ? (unsigned)left : SILENCE_MS;
}

static int run(struct engine *engine, enum sa_psrp_state *ret_state,
               struct sa_psrp_error *ret_reason, struct sa_error *problem)
{
    const struct sa_host_request *request = engine->host->request;
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(4 * SA_KIB);
    const char *names[OPERATIONS_MAX + 1] = {NULL};
    const struct sa_psrp_argument arguments[] = {
        {"Days",    SA_PSRP_NUMBER, NULL,
         (int32_t)(request->run_days > 0 ? request->run_days : SA_HOST_RUN_DAYS)},
        {"MaxRuns", SA_PSRP_NUMBER, NULL, RUNS_MAX                              },
    };
    const struct sa_psrp_call call = {.names = names,
                                      .arguments = arguments,
                                      .argument_count = SA_COUNT(arguments),
                                      .silence_ms = longest_silence(request),
                                      .deadline_ms = request->http.deadline_ms};
    int64_t started_at = sa_time_now();
    int64_t began_ms = sa_time_monotonic_ms();
    size_t count = 0;
    int r = 0;

    engine->open = NULL;
    engine->has_begun = engine->stops = false;
    engine->broken = (struct sa_error){0};
    engine->records = 0;
    for (size_t i = 0; i < engine->count; i++) {
        if (engine->sources[i].is_done)
            continue;
        names[count++] = engine->sources[i].operation->name;
        (void)sa_buf_addf(&list, "%s%s", count > 1 ? ", " : "", names[count - 1]);
    }
    r = sa_psrp_run(engine->pool, &call, each, engine, ret_state, ret_reason, problem);
    if (engine->stops)
        *problem = engine->broken;
    note_pipeline(engine, sa_buf_text(&list), started_at, began_ms, r);
    return r;
}

static struct engine_source *next(struct engine *engine)
{
    for (size_t i = 0; i < engine->count; i++)
        if (!engine->sources[i].is_done)
            return &engine->sources[i];
    return NULL;
}

/* Why the pipeline is over, as the trouble of the source that was being told, or that was next. */
static void find_reason(const struct engine_source *source, int result, enum sa_psrp_state state,
                        const struct sa_psrp_error *reason, struct sa_error *problem)
{
    if (result < 0) {
        if (problem->status == 0)
            problem->status = result;
        if (result == SA_E_TIMEOUT && problem->hint[0] == '\0')
            sa_hint(problem, "Look whether the server is busy, and give it more time");
        return;
    }
    if (state == SA_PSRP_FAILED) {
        (void)engine_fail(problem, source->operation, reason);
        return;
    }
    (void)sa_fail(problem, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                  "PowerShell has ended without telling of this");
    sa_hint(problem, "Look whether somebody ended wsmprovhost.exe on the server; an endpoint's "
                     "function may be of another version: 'syncaudit jea generate'");
}

/* One pipeline and what comes of it. 1: another one may be asked for the rest. */
static int ask(struct engine *engine)
{
    enum sa_psrp_state state = SA_PSRP_COMPLETED;
    struct sa_psrp_error reason = {.id = ""};
    struct sa_error problem = {0};
    struct engine_source *hanging = NULL;
    int result = run(engine, &state, &reason, &problem);
    int r = 0;

    if (engine->failure.status < 0)
        return engine->failure.status;
    if (result == SA_E_CANCELLED) {
        engine->failure = problem;
        return result;
    }
    hanging = engine->open != NULL ? engine->open : next(engine);
    if (hanging == NULL)
        return 0;
    find_reason(hanging, result, state, &reason, &problem);
    engine_explain(&problem, engine->host);
    r = finish(engine, hanging, &problem);
    if (r < 0)
        return r;
    /* What could not even begin will not the next time. */
    if (!engine->has_begun || engine->host->lost.status < 0 || problem.status == SA_E_AUTH)
        return finish_rest(engine, engine->host->lost.status < 0 ? &engine->host->lost : &problem);
    return next(engine) != NULL;
}

static bool is_cancelled(const struct host *host)
{
    return host->request->http.cancelled != NULL && atomic_load(host->request->http.cancelled);
}

static bool is_time_up(const struct host *host)
{
    int64_t deadline = host->request->http.deadline_ms;

    return deadline != 0 && sa_time_monotonic_ms() >= deadline;
}

static int ask_all(struct engine *engine)
{
    struct host *host = engine->host;
    int r = 1;

    while (r > 0) {
        struct sa_error late = {0};

        if (is_cancelled(host))
            return sa_fail(&engine->failure, SA_E_CANCELLED, SA_DOMAIN_NONE, 0,
                           "stopped on request");
        if (!is_time_up(host)) {
            r = ask(engine);
            continue;
        }
        sa_fail(&late, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                "the time for this server was up before this was asked");
        sa_hint(&late, "Give each server more time, or ask fewer at once");
        r = finish_rest(engine, &late);
    }
    return r;
}

static int open_and_ask(struct engine *engine)
{
    struct host *host = engine->host;
    const struct sa_psrp_options options = {.session = host->session,
                                            .configuration = host->request->configuration,
                                            .way = host->request->powershell};
    struct sa_error problem = host->lost;
    int r = problem.status;

    if (r == 0)
        r = sa_psrp_open(&options, &engine->pool, &problem);
    if (r == SA_E_CANCELLED) {
        engine->failure = problem;
        return r;
    }
    if (r == 0)
        return ask_all(engine);
    if (problem.status == 0)
        problem.status = r;
    engine_explain(&problem, host);
    return finish_rest(engine, &problem);
}

int engine_collect(struct host *host, struct sa_error *err)
{
    struct engine engine = {.host = host};
    int r = 0;

    if (host->request->no_powershell)
        return 0;
    choose(&engine);
    r = open_and_ask(&engine);
    sa_psrp_close(engine.pool);
    if (r < 0 && err != NULL)
        *err = engine.failure;
    return r;
}
