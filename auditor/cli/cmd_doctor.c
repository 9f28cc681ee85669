/* SPDX-License-Identifier: Apache-2.0 */
/* doctor: why a host or forest does not answer, or not to everything; what to do about it, and which checks it
 * costs. Each target is examined in a thread of its own with a deadline of its own; what was found is printed when
 * all have ended. Reads a few values and stores nothing. */
#include <pthread.h>
#include <stdarg.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#include "doctor.h"
#include "forest.h"
#include "host.h"

#define THREADS_MAX 16
#define TARGET_S    120

/* Lines -------------------------------------------------------------------------------------------- */

static struct line *add_line(struct examination *e)
{
    static _Thread_local struct line spare; /* without memory: nobody sees it */
    struct line *line = sa_arena_alloc(&e->arena, sizeof *line);
    if (line)
        line->lost = sa_arena_array(&e->arena, e->matrix->count, sizeof *line->lost);
    if (!line || !line->lost) {
        e->no_memory = true;
        spare = (struct line){.text = "", .hint = ""};
        return &spare;
    }
    line->text = line->hint = "";
    if (e->last)
        e->last->next = line;
    else
        e->first = line;
    e->last = line;
    return line;
}

static const char *keep(struct examination *e, const char *text)
{
    const char *copy = sa_arena_text(&e->arena, text);
    e->no_memory = e->no_memory || !copy;
    return copy ? copy : "";
}

struct line *say(struct examination *e, enum finding finding, const char *step, const char *format,
                 ...)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(65536);
    struct line *line = add_line(e);
    va_list args;
    va_start(args, format);
    (void)sa_buf_vaddf(&text, format, args);
    va_end(args);
    line->finding = finding;
    line->step = step;
    line->text = keep(e, sa_buf_text(&text));
    return line;
}

struct line *say_error(struct examination *e, const char *step, const struct sa_error *err)
{
    bool cancelled = err->status == SA_E_CANCELLED;
    struct line *line = say(e, cancelled ? FOUND_SKIPPED : FOUND_PROBLEM, step, "%s",
                            cancelled ? "interrupted" : err->message);
    line->hint = keep(e, err->hint);
    line->status = err->status;
    line->domain = err->domain;
    line->code = err->code;
    return line;
}

void costs(struct examination *e, struct line *line, costs_fn *lost, const void *payload)
{
    bool known = line->status != SA_E_CANCELLED;
    for (size_t i = 0; known && line->lost && i < e->matrix->count; i++)
        line->lost[i] =
            line->lost[i] || (!e->matrix->asks[i].left_out && lost(payload, &e->matrix->asks[i]));
}

bool costs_way(const void *payload, const struct ask *ask)
{
    const enum ask_way *way = payload;
    return ask->way == *way;
}

bool costs_host(const void *payload, const struct ask *ask)
{
    (void)payload;
    return ask->way != ASK_FOREST;
}

bool costs_resource(const void *payload, const struct ask *ask)
{
    return ask->way == ASK_WINDOWS && sa_asks_for(ask->asks, payload);
}

bool costs_source(const void *payload, const struct ask *ask)
{
    return ask->way != ASK_ENGINE && strcmp(ask->name, payload) == 0;
}

/* Targets ------------------------------------------------------------------------------------------ */

static int add_words(struct settings *settings, struct sa_error *err)
{
    for (size_t i = 0; i < settings->words.count; i++) {
        struct host_setting *host = NULL;
        int r = host_add(settings, settings->words.items[i], FROM_OPTION, &host, err);
        if (r < 0)
            return r;
    }
    if (settings->host_count + settings->forest_count > 0)
        return 0;
    return FAIL_INPUT(err,
                      "name hosts or a domain: syncaudit doctor sync01.fabrikam.example "
                      "--domain fabrikam.example",
                      "nothing to look at");
}

/* A forest that only the configuration names says who the auditor is, where hosts are named. */
static bool is_wanted(const struct settings *settings, size_t index)
{
    return settings->words.count == 0 || settings->forests[index].origin == FROM_OPTION;
}

struct patients {
    struct examination *items;
    size_t count;
    atomic_size_t next;
};

static int list_patients(const struct settings *settings, const struct matrix *matrix,
                         struct patients *ret, struct sa_error *err)
{
    const struct sa_plan *plan = &settings->plan;
    ret->items = calloc(plan->count + plan->forest_count + 1, sizeof *ret->items);
    if (!ret->items)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < plan->count; i++) {
        const struct sa_host_request *host = &plan->targets[i].host;
        if (host->http.host)
            ret->items[ret->count++] =
                (struct examination){.matrix = matrix, .name = host->http.host, .host = host};
    }
    for (size_t i = 0; i < plan->forest_count; i++) {
        if (is_wanted(settings, i))
            ret->items[ret->count++] = (struct examination){
                .matrix = matrix, .name = plan->forests[i].name, .forest = &plan->forests[i]};
    }
    for (size_t i = 0; i < ret->count; i++)
        ret->items[i].arena = (struct sa_arena)SA_ARENA_INIT(64 * SA_MIB);
    if (ret->count == 0)
        return FAIL_INPUT(err, "name hosts or a domain", "only configuration exports are named");
    return 0;
}

/* The work ----------------------------------------------------------------------------------------- */

struct ward {
    const struct settings *settings;
    struct patients *patients;
};

static void *work(void *payload)
{
    const struct ward *ward = payload;
    const struct settings *settings = ward->settings;
    for (;;) {
        size_t at = atomic_fetch_add(&ward->patients->next, 1);
        if (at >= ward->patients->count || atomic_load(cancel_flag()))
            return NULL;
        struct examination *e = &ward->patients->items[at];
        unsigned seconds = e->host ? settings->host_timeout_s : settings->forest_timeout_s;
        e->deadline_ms = sa_time_monotonic_ms() + (seconds ? seconds : TARGET_S) * INT64_C(1000);
        e->cancelled = cancel_flag();
        if (e->host)
            examine_host(e);
        else
            examine_forest(e);
    }
}

static int examine_all(const struct settings *settings, struct patients *patients,
                       struct sa_error *err)
{
    struct ward ward = {.settings = settings, .patients = patients};
    pthread_t threads[THREADS_MAX];
    size_t started = 0;
    while (started + 1 < patients->count && started < THREADS_MAX &&
           pthread_create(&threads[started], NULL, work, &ward) == 0)
        started++;
    (void)work(&ward);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    for (size_t i = 0; i < patients->count; i++) {
        if (patients->items[i].no_memory)
            return sa_fail_nomem(err);
    }
    return 0;
}

static int examine(struct settings *settings, const struct matrix *matrix, struct sa_error *err)
{
    struct patients patients = {0};
    bool json = settings->as_json || strcmp(settings->table_format, "json") == 0;
    int r = list_patients(settings, matrix, &patients, err);
    if (r == 0)
        r = sa_http_init(err);
    catch_signals(true);
    if (r == 0)
        r = examine_all(settings, &patients, err);
    catch_signals(false);
    if (r == 0)
        r = print_examinations(settings, patients.items, patients.count, json, err);
    for (size_t i = 0; i < patients.count; i++)
        sa_arena_done(&patients.items[i].arena);
    free(patients.items);
    return r >= 0 && atomic_load(cancel_flag()) ? EXIT_INTERRUPTED : r;
}

int command_doctor(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct matrix matrix = {0};
    if (strcmp(settings->table_format, "csv") == 0)
        return FAIL_INPUT(err, "write --format table or json", "what doctor finds is no table");
    say_found_config(settings);
    int r = add_words(settings, err);
    if (r == 0)
        r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = forests_plan(settings, err);
    if (r == 0)
        r = hosts_plan(settings, err);
    if (r == 0)
        r = sa_plan_name_targets(&settings->plan, err);
    if (r == 0)
        r = matrix_load(&matrix, settings, catalogue, err);
    for (size_t i = 0; r == 0 && i < matrix.count; i++)
        matrix.asks[i].left_out = settings->no_files && matrix.asks[i].writes_files;
    if (r == 0)
        r = examine(settings, &matrix, err);
    matrix_done(&matrix);
    return r;
}
