/* SPDX-License-Identifier: Apache-2.0 */
/* Carrying out a plan: worker threads take targets in plan order; each collects one target with
 * blocking calls and hands its batches to the snapshot, which lets one batch in at a time.
 *
 * First all servers (the export folder, then Windows over WinRM), then all forests, because a forest is
 * asked for the accounts that the servers name; last, the servers that only the forests know of. Where no
 * server was named and those of a forest are to be asked, the forest is asked for them alone before, so
 * that the order stays the same. Targets get their rows before the first
 * thread starts, so that the snapshot of a killed run still says what was to be looked at. Cancellation
 * lets workers finish their batch and take no new target. */
#include "syncaudit/run.h"

#include <pthread.h>
#include <unistd.h>

#include "syncaudit/collect.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#include "run_internal.h"

#define FOREST_TIMEOUT_MS (10U * 60 * 1000)
#define HOST_TIMEOUT_MS   (10U * 60 * 1000)
/* A forest is waited for, not computed: several at once also on one processor. */
#define FOREST_WORKERS 8

/* One thing to collect. */
struct task {
    const char *name;
    int64_t target_id;
    const char *export_folder;           /* or NULL */
    const struct sa_host_request *host;  /* NULL: its Windows is not asked */
    const struct sa_plan_forest *forest; /* NULL: a server */
    struct sa_forest_hint *hints;
    size_t hint_count;
    struct sa_server_finding
        *finding; /* of the forest; its servers are asked for first; else NULL */
};

struct shared {
    struct sa_snapshot *snapshot;
    const struct sa_run_options *options;
    struct task *tasks; /* servers, then forests, then servers that these know of */
    size_t count, capacity;
    pthread_mutex_t lock; /* guards everything below */
    size_t next, end, done;
    struct sa_run_outcome outcome;
    struct sa_error failure; /* of the snapshot itself: ends the run */
};

static bool is_cancelled(const struct shared *shared)
{
    return shared->options->cancelled && atomic_load(shared->options->cancelled);
}

/* The next task, or NULL when there is none to take. */
static struct task *take(struct shared *shared)
{
    struct task *task = NULL;
    (void)pthread_mutex_lock(&shared->lock);
    if (is_cancelled(shared))
        shared->outcome.interrupted = shared->outcome.interrupted || shared->next < shared->end;
    else if (shared->failure.status == SA_OK && shared->next < shared->end)
        task = &shared->tasks[shared->next++];
    (void)pthread_mutex_unlock(&shared->lock);
    return task;
}

static void settle(struct shared *shared, const struct task *task, int r,
                   const struct sa_error *problem, size_t collected, const struct sa_error *failure)
{
    (void)pthread_mutex_lock(&shared->lock);
    shared->done++;
    if (r < 0 && r != SA_E_CANCELLED && shared->failure.status == SA_OK)
        shared->failure = *failure;
    if (r == SA_E_CANCELLED)
        shared->outcome.interrupted = true;
    if (collected == 0)
        shared->outcome.failed++;
    else if (problem->status == SA_OK && r == 0)
        shared->outcome.complete++;
    else
        shared->outcome.partial++;
    if (shared->options->progress && r == 0)
        shared->options->progress(shared->options->payload, shared->done, shared->count, task->name,
                                  problem->status == SA_OK ? NULL : problem);
    (void)pthread_mutex_unlock(&shared->lock);
}

/* The deadline of a target that is begun now. */
static int64_t deadline_of(const struct shared *shared, unsigned timeout_ms)
{
    int64_t own = sa_time_monotonic_ms() + timeout_ms;
    int64_t all = shared->options->deadline_ms;
    return all != 0 && all < own ? all : own;
}

static struct sa_forest_request forest_request(const struct shared *shared, const struct task *task)
{
    struct sa_forest_request request = {
        .ldap = task->forest->ldap, .hints = task->hints, .hint_count = task->hint_count};
    unsigned timeout = shared->options->forest_timeout_ms;
    request.ldap.deadline_ms = deadline_of(shared, timeout ? timeout : FOREST_TIMEOUT_MS);
    request.ldap.cancelled = shared->options->cancelled;
    request.ldap.watch = NULL; /* the collector's own: the footprint */
    request.ldap.payload = NULL;
    return request;
}

/* A forest that was not reached a moment ago is not asked again: a password would be shown once more. */
static int record_unreached(const struct shared *shared, const struct task *task,
                            const struct sa_error *why, struct sa_error *failure)
{
    static const char *const sources[] = {"ad_forest", "ad_account", "ad_right"};
    int r = 0;
    for (size_t i = 0; r == 0 && i < SA_COUNT(sources); i++)
        r = sa_coverage_record(shared->snapshot, task->target_id, sources[i], why, failure);
    return r;
}

static int collect_forest(const struct shared *shared, const struct task *task,
                          struct sa_error *problem, struct sa_error *failure)
{
    struct sa_forest_request request = forest_request(shared, task);
    if (task->finding && task->finding->problem.status < 0) {
        *problem = task->finding->problem;
        return record_unreached(shared, task, problem, failure);
    }
    return sa_collect_forest(shared->snapshot, task->target_id, &request, problem, failure);
}

/* "FOLDER/SYNC01": names of targets may hold what is no name of a file. */
static void trace_folder(const char *folder, const char *target, char *ret, size_t size)
{
    int len = snprintf(ret, size, "%s/%s", folder, target);
    for (char *at = ret + strlen(folder) + 1; len > 0 && at < ret + size && *at; at++) {
        if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.#", *at))
            *at = '_';
    }
}

static int collect_host(const struct shared *shared, const struct task *task,
                        struct sa_error *problem, struct sa_error *failure)
{
    char trace[SA_LIMIT_NAME];
    struct sa_host_request request = *task->host;
    if (request.trace_dir && strlen(request.trace_dir) + 2 < sizeof trace) {
        trace_folder(request.trace_dir, task->name, trace, sizeof trace);
        request.trace_dir = trace;
    }
    unsigned timeout = shared->options->host_timeout_ms;
    request.http.deadline_ms = deadline_of(shared, timeout ? timeout : HOST_TIMEOUT_MS);
    request.http.cancelled = shared->options->cancelled;
    request.http.watch = NULL; /* the collector's own: the footprint */
    request.http.payload = NULL;
    request.has_export = task->export_folder != NULL;
    return sa_collect_host(shared->snapshot, task->target_id, &request, problem, failure);
}

/* The export folder, then Windows. Trouble with one does not keep the other from being collected. */
static int collect_server(const struct shared *shared, const struct task *task,
                          struct sa_error *problem, struct sa_error *failure)
{
    struct sa_error second = {0};
    int r = 0;
    if (task->export_folder)
        r = sa_collect_export(shared->snapshot, task->target_id, task->export_folder,
                              shared->options->cancelled, problem, failure);
    if (r == 0 && task->host)
        r = collect_host(shared, task, &second, failure);
    if (problem->status == SA_OK)
        *problem = second;
    return r;
}

static void *work(void *payload)
{
    struct shared *shared = payload;
    for (struct task *task = take(shared); task; task = take(shared)) {
        struct sa_error problem = {0};
        struct sa_error failure = {0};
        size_t collected = 0;
        int r = task->forest ? collect_forest(shared, task, &problem, &failure)
                             : collect_server(shared, task, &problem, &failure);
        struct sa_error uncounted = {0};
        int counted = sa_coverage_count(shared->snapshot, task->target_id, &collected, &uncounted);
        if (r == 0 && counted < 0) {
            r = counted;
            failure = uncounted;
        }
        settle(shared, task, r, &problem, collected, &failure);
    }
    return NULL;
}

static int add_task(struct shared *shared, const struct task *task, struct sa_error *err)
{
    if (shared->count == shared->capacity) {
        size_t capacity = shared->capacity ? 2 * shared->capacity : 64;
        struct task *tasks = reallocarray(shared->tasks, capacity, sizeof *tasks);
        if (!tasks)
            return sa_fail_nomem(err);
        shared->tasks = tasks;
        shared->capacity = capacity;
    }
    shared->tasks[shared->count++] = *task;
    return 0;
}

/* A row for the server, and its task unless there is nothing to ask. */
static int add_server(struct shared *shared, const struct sa_plan_target *target, bool declared,
                      struct sa_error *err)
{
    const char *host = target->host.http.host;
    char location[SA_LIMIT_NAME] = "";
    if (!target->export_folder && host && declared)
        (void)snprintf(location, sizeof location, "winrm:%s", host);
    const struct sa_target_info info = {
        .name = target->name,
        .declared_role = target->declared_role,
        .pair = target->pair,
        .location = target->export_folder ? target->export_folder : location,
    };
    struct task task = {.name = target->name,
                        .export_folder = target->export_folder,
                        .host = host ? &target->host : NULL};
    int r = sa_snapshot_add_target(shared->snapshot, &info, &task.target_id, err);
    return r == 0 && (task.export_folder || task.host) ? add_task(shared, &task, err) : r;
}

static int add_forest(struct shared *shared, const struct sa_plan_forest *forest, int64_t *ret_id,
                      struct sa_error *err)
{
    const struct sa_target_info info = {
        .name = forest->name,
        .kind = "forest",
        .location = forest->ldap.domain ? forest->ldap.domain : forest->ldap.servers[0],
    };
    struct task task = {.name = forest->name, .forest = forest};
    int r = sa_snapshot_add_target(shared->snapshot, &info, &task.target_id, err);
    *ret_id = task.target_id;
    return r == 0 ? add_task(shared, &task, err) : r;
}

/* Rows for all targets of the plan. */
static int add_targets(struct sa_plan *plan, struct shared *shared, int64_t *forest_ids,
                       struct sa_error *err)
{
    int r = 0;
    for (size_t i = 0; r == 0 && i < plan->count; i++)
        r = add_server(shared, &plan->targets[i], /* declared= */ true, err);
    for (size_t i = 0; r == 0 && i < plan->forest_count; i++)
        r = add_forest(shared, &plan->forests[i], &forest_ids[i], err);
    return r;
}

static size_t worker_count(unsigned jobs, size_t by_itself, size_t tasks)
{
    size_t count = jobs ? jobs : by_itself;
    if (count > tasks)
        count = tasks;
    return count < SA_LIMIT_JOBS ? count : SA_LIMIT_JOBS;
}

static size_t processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (size_t)count : 1;
}

static void fail_run(struct shared *shared, const struct sa_error *failure)
{
    (void)pthread_mutex_lock(&shared->lock);
    if (shared->failure.status == SA_OK)
        shared->failure = *failure;
    (void)pthread_mutex_unlock(&shared->lock);
}

/* Tasks number `begin` up to `end`. The calling thread is one of the workers: with one job no thread is
 * made at all. */
static void run_workers(struct shared *shared, size_t begin, size_t end, size_t by_itself,
                        void *(*act)(void *))
{
    pthread_t threads[SA_LIMIT_JOBS];
    size_t started = 0;
    shared->next = begin;
    shared->end = end;
    size_t jobs = worker_count(shared->options->jobs, by_itself, end - shared->next);
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, act, shared) == 0)
        started++;
    (void)act(shared);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
}

/* Between the servers and the forests: no worker is running. */
static int gather_hints(struct shared *shared, struct sa_arena *arena, struct sa_error *err)
{
    int r = 0;
    for (size_t i = 0; r == 0 && i < shared->count; i++) {
        struct task *task = &shared->tasks[i];
        if (!task->forest)
            continue;
        r = sa_run_hints(shared->snapshot, task->forest, arena, &task->hints, &task->hint_count,
                         err);
    }
    return r;
}

static int failure_of(const struct shared *shared, struct sa_error *err)
{
    if (shared->failure.status != SA_OK && err)
        *err = shared->failure;
    return shared->failure.status;
}

/* Servers are read on all processors; hosts are waited for. */
static size_t server_workers(const struct shared *shared, size_t end)
{
    for (size_t i = 0; i < end; i++) {
        if (shared->tasks[i].host)
            return SA_RUN_HOST_WORKERS;
    }
    return processors();
}

/* Who names servers says which ones are reviewed; of others, a check tells that they exist. */
static int run_discovered(struct sa_plan *plan, struct shared *shared, const int64_t *forest_ids,
                          const struct sa_server_finding *findings, struct sa_error *err)
{
    size_t known = plan->count;
    size_t begin = shared->count;
    int r = sa_run_discover(plan, shared->snapshot, forest_ids, findings, err);
    for (size_t i = known; r == 0 && i < plan->count; i++)
        r = add_server(shared, &plan->targets[i], /* declared= */ false, err);
    if (r == 0 && begin < shared->count) {
        run_workers(shared, begin, shared->count, SA_RUN_HOST_WORKERS, work);
        r = failure_of(shared, err);
    }
    return r;
}

static void *find(void *payload)
{
    struct shared *shared = payload;
    for (struct task *task = take(shared); task; task = take(shared)) {
        struct sa_server_finding *finding = task->finding;
        struct sa_forest_request request = forest_request(shared, task);
        struct sa_error failure = {0};
        if (!finding)
            continue;
        int r = sa_forest_servers(shared->snapshot, task->target_id, &request, finding, &failure);
        (void)pthread_mutex_lock(&shared->lock);
        shared->outcome.interrupted = shared->outcome.interrupted || r == SA_E_CANCELLED;
        (void)pthread_mutex_unlock(&shared->lock);
        if (r < 0 && r != SA_E_CANCELLED)
            fail_run(shared, &failure);
    }
    return NULL;
}

/* Where servers that only a forest knows are asked, they are asked before it: they name accounts. All
 * tasks are forests. */
static int find_servers(struct sa_plan *plan, struct shared *shared, const int64_t *forest_ids,
                        struct sa_server_finding *findings, struct sa_error *err)
{
    bool wanted = false;
    for (size_t i = 0; i < plan->forest_count; i++) {
        findings[i].arena = (struct sa_arena)SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL);
        if (!plan->forests[i].discover || !plan->forests[i].connect)
            continue;
        shared->tasks[i].finding = &findings[i];
        wanted = true;
    }
    if (!wanted)
        return 0;
    run_workers(shared, 0, shared->count, FOREST_WORKERS, find);
    int r = failure_of(shared, err);
    return r < 0 ? r : run_discovered(plan, shared, forest_ids, findings, err);
}

static int run_plan(struct sa_plan *plan, struct shared *shared, int64_t *forest_ids,
                    struct sa_server_finding *findings, struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL);
    int r = add_targets(plan, shared, forest_ids, err);
    size_t forests = r == 0 ? plan->forest_count : 0;
    size_t servers = shared->count - forests;
    if (r == 0 && servers > 0) {
        run_workers(shared, 0, servers, server_workers(shared, servers), work);
        r = failure_of(shared, err);
    } else if (r == 0) {
        r = find_servers(plan, shared, forest_ids, findings, err);
    }
    if (r == 0)
        r = gather_hints(shared, &arena, err);
    if (r == 0 && forests > 0) {
        run_workers(shared, servers, servers + forests, FOREST_WORKERS, work);
        r = failure_of(shared, err);
    }
    sa_arena_done(&arena);
    if (r == 0 && servers == 0)
        r = run_discovered(plan, shared, forest_ids, /* findings= */ NULL, err);
    return r;
}

int sa_run_collect(struct sa_plan *plan, struct sa_snapshot *snapshot,
                   const struct sa_run_options *options, struct sa_run_outcome *ret,
                   struct sa_error *err)
{
    struct shared shared = {.snapshot = snapshot, .options = options};
    int64_t *forest_ids = calloc(plan->forest_count + 1, sizeof *forest_ids);
    struct sa_server_finding *findings = calloc(plan->forest_count + 1, sizeof *findings);
    int r = forest_ids && findings ? 0 : sa_fail_nomem(err);
    if (r == 0) {
        (void)pthread_mutex_init(&shared.lock, NULL);
        r = run_plan(plan, &shared, forest_ids, findings, err);
        (void)pthread_mutex_destroy(&shared.lock);
    }
    for (size_t i = 0; findings && i < plan->forest_count; i++)
        sa_arena_done(&findings[i].arena);
    free(findings);
    free(shared.tasks);
    free(forest_ids);
    *ret = shared.outcome;
    return r;
}
