/* SPDX-License-Identifier: Apache-2.0 */
/* Carrying out a plan: worker threads take targets in plan order; each collects one target with
 * blocking calls and hands its batches to the snapshot, which lets one batch in at a time.
 *
 * Targets get their rows before the first thread starts, so that the snapshot of a killed run still
 * says what was to be looked at. Cancellation lets workers finish their batch and take no new target. */
#include "syncaudit/run.h"

#include <pthread.h>
#include <unistd.h>

#include "syncaudit/collect.h"

struct shared {
    struct sa_plan *plan;
    int64_t *ids;
    struct sa_snapshot *snapshot;
    const struct sa_run_options *options;
    pthread_mutex_t lock; /* guards everything below */
    size_t next, done;
    struct sa_run_outcome outcome;
    struct sa_error failure; /* of the snapshot itself: ends the run */
};

static bool is_cancelled(const struct shared *shared)
{
    return shared->options->cancelled && atomic_load(shared->options->cancelled);
}

/* The next target, or SIZE_MAX when there is none to take. */
static size_t take(struct shared *shared)
{
    size_t index = SIZE_MAX;
    (void)pthread_mutex_lock(&shared->lock);
    if (is_cancelled(shared))
        shared->outcome.interrupted =
            shared->outcome.interrupted || shared->next < shared->plan->count;
    else if (shared->failure.status == SA_OK && shared->next < shared->plan->count)
        index = shared->next++;
    (void)pthread_mutex_unlock(&shared->lock);
    return index;
}

static void settle(struct shared *shared, size_t index, int r, const struct sa_error *problem,
                   size_t collected, const struct sa_error *failure)
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
        shared->options->progress(shared->options->payload, shared->done, shared->plan->count,
                                  shared->plan->targets[index].name,
                                  problem->status == SA_OK ? NULL : problem);
    (void)pthread_mutex_unlock(&shared->lock);
}

static void *work(void *payload)
{
    struct shared *shared = payload;
    for (size_t i = take(shared); i != SIZE_MAX; i = take(shared)) {
        struct sa_error problem = {0};
        struct sa_error failure = {0};
        size_t collected = 0;
        int r = sa_collect_export(shared->snapshot, shared->ids[i],
                                  shared->plan->targets[i].export_folder,
                                  shared->options->cancelled, &problem, &failure);
        if (r == 0)
            r = sa_coverage_count(shared->snapshot, shared->ids[i], &collected, &failure);
        settle(shared, i, r, &problem, collected, &failure);
    }
    return NULL;
}

static int add_targets(struct sa_plan *plan, struct sa_snapshot *snapshot, int64_t *ids,
                       struct sa_error *err)
{
    for (size_t i = 0; i < plan->count; i++) {
        const struct sa_target_info info = {
            .name = plan->targets[i].name,
            .declared_role = plan->targets[i].declared_role,
            .pair = plan->targets[i].pair,
            .location = plan->targets[i].export_folder,
        };
        int r = sa_snapshot_add_target(snapshot, &info, &ids[i], err);
        if (r < 0)
            return r;
    }
    return 0;
}

static size_t worker_count(const struct sa_run_options *options, size_t targets)
{
    size_t jobs = options->jobs;
    if (jobs == 0) {
        long processors = sysconf(_SC_NPROCESSORS_ONLN);
        jobs = processors > 0 ? (size_t)processors : 1;
    }
    if (jobs > targets)
        jobs = targets;
    return jobs < 512 ? jobs : 512;
}

/* The calling thread is one of the workers: with one job no thread is made at all. */
static void run_workers(struct shared *shared, size_t jobs)
{
    pthread_t threads[512];
    size_t started = 0;
    while (started + 1 < jobs && pthread_create(&threads[started], NULL, work, shared) == 0)
        started++;
    (void)work(shared);
    for (size_t i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
}

int sa_run_collect(struct sa_plan *plan, struct sa_snapshot *snapshot,
                   const struct sa_run_options *options, struct sa_run_outcome *ret,
                   struct sa_error *err)
{
    struct shared shared = {.plan = plan, .snapshot = snapshot, .options = options};
    if (plan->count == 0) {
        *ret = shared.outcome;
        return 0;
    }
    shared.ids = calloc(plan->count, sizeof *shared.ids);
    if (!shared.ids)
        return sa_fail_nomem(err);
    int r = add_targets(plan, snapshot, shared.ids, err);
    if (r == 0) {
        (void)pthread_mutex_init(&shared.lock, NULL);
        run_workers(&shared, worker_count(options, plan->count));
        (void)pthread_mutex_destroy(&shared.lock);
        if (shared.failure.status != SA_OK) {
            if (err)
                *err = shared.failure;
            r = shared.failure.status;
        }
    }
    free(shared.ids);
    *ret = shared.outcome;
    return r;
}
