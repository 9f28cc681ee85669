/* SPDX-License-Identifier: Apache-2.0 */
/* A deadline for functions that have none.
 *
 * getaddrinfo(), the resolver's TCP fallback and every request of MIT Kerberos to a KDC wait as long
 * as they like (27 seconds per request for a KDC that accepts and is silent), and no call ends them.
 * So the whole opening of a connection runs in a thread of its own. The caller waits with its
 * deadline and cancellation; when one of them strikes, the thread is abandoned: its data is its own
 * from then on and it frees them, passwords included, when the function finally returns. It never
 * touches the caller's memory: everything it needs was copied before.
 *
 * When the process ends, libraries tear themselves down under the feet of threads that still run. So
 * exit() waits a moment for those that only have to notice that they should stop; one that hangs in
 * a library sleeps through the end.
 *
 * Abandoned threads are counted; past a bound no new one is made, so that a network that swallows
 * everything cannot fill the process with them. */
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/gss.h"

#define POLL_MS       200

#define MAX_ABANDONED 64
#define ROOM          256 /* several callers may pass the bound at once */
#define EXIT_WAIT_MS  800L

static pthread_once_t exit_once = PTHREAD_ONCE_INIT;
static pthread_mutex_t hanging_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_t hanging[ROOM]; /* to be joined: only then has a thread really ended */
static size_t hanging_count;

struct worker {
    struct sa_worker_task task;
    pthread_mutex_t lock;
    pthread_cond_t ended;
    bool finished, abandoned;
};

static void worker_free(struct worker *worker)
{
    (void)pthread_cond_destroy(&worker->ended);
    (void)pthread_mutex_destroy(&worker->lock);
    free(worker);
}

static void *worker_main(void *argument)
{
    struct worker *worker = argument;
    bool abandoned = false;

    worker->task.run(worker->task.data);
    (void)pthread_mutex_lock(&worker->lock);
    worker->finished = true;
    abandoned = worker->abandoned;
    (void)pthread_cond_signal(&worker->ended);
    (void)pthread_mutex_unlock(&worker->lock);
    if (abandoned) {
        worker->task.free(worker->task.data);
        worker_free(worker);
    }
    return NULL;
}

/* Joins those that have ended, waiting for the others until `until`. How many are left? */
static size_t reap(const struct timespec *until)
{
    size_t left = 0;

    (void)pthread_mutex_lock(&hanging_lock);
    for (size_t i = 0; i < hanging_count; i++)
        if (pthread_timedjoin_np(hanging[i], NULL, until) != 0)
            hanging[left++] = hanging[i];
    hanging_count = left;
    (void)pthread_mutex_unlock(&hanging_lock);
    return left;
}

static void keep_for_reaping(pthread_t thread)
{
    (void)pthread_mutex_lock(&hanging_lock);
    if (hanging_count < ROOM)
        hanging[hanging_count++] = thread;
    else
        (void)pthread_detach(thread);
    (void)pthread_mutex_unlock(&hanging_lock);
}

static void wait_for_abandoned(void)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until); /* pthread_timedjoin_np() wants this clock */
    until.tv_nsec += EXIT_WAIT_MS * 1000000;
    until.tv_sec += until.tv_nsec / 1000000000L;
    until.tv_nsec %= 1000000000L;
    (void)reap(&until);
}

/* What was registered last runs first: OpenSSL registers its own end when it is first used, which
 * would be in a helper thread and after us. */
static void wait_at_exit(void)
{
    (void)OPENSSL_init_ssl(0, NULL);
    (void)atexit(wait_for_abandoned);
}

static struct worker *worker_new(const struct sa_worker_task *task)
{
    struct worker *worker = calloc(1, sizeof *worker);
    pthread_condattr_t attributes;

    if (worker == NULL)
        return NULL;
    worker->task = *task;
    (void)pthread_mutex_init(&worker->lock, NULL);
    (void)pthread_condattr_init(&attributes);
    (void)pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    (void)pthread_cond_init(&worker->ended, &attributes);
    (void)pthread_condattr_destroy(&attributes);
    return worker;
}

/* Signals belong to the threads of the program: the helper takes none. */
static int start_thread(struct worker *worker, pthread_t *ret)
{
    sigset_t all;
    sigset_t before;
    int r = 0;

    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    r = pthread_create(ret, NULL, worker_main, worker);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return r;
}

static bool wait_a_little(struct worker *worker)
{
    struct timespec until;
    bool finished = false;

    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += POLL_MS / 4 * 1000000L;
    if (until.tv_nsec >= 1000000000L) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000L;
    }
    (void)pthread_mutex_lock(&worker->lock);
    if (!worker->finished)
        (void)pthread_cond_timedwait(&worker->ended, &worker->lock, &until);
    finished = worker->finished;
    (void)pthread_mutex_unlock(&worker->lock);
    return finished;
}

/* Hands the data to the thread, unless it has finished in this moment. */
static bool abandon(struct worker *worker)
{
    bool finished = false;

    (void)pthread_mutex_lock(&worker->lock);
    finished = worker->finished;
    if (!finished) {
        worker->abandoned = true;
        atomic_store(worker->task.stop, true);
    }
    (void)pthread_mutex_unlock(&worker->lock);
    return !finished;
}

int sa_worker_run(const struct sa_worker_task *task, int64_t deadline_ms,
                  const atomic_bool *cancelled, struct sa_error *err)
{
    static const struct timespec past = {0};
    struct worker *worker = NULL;
    pthread_t thread;
    int status = 0;

    if (reap(&past) >= MAX_ABANDONED) {
        task->free(task->data);
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, MAX_ABANDONED,
                       "%d attempts to reach servers still hang", MAX_ABANDONED);
    }
    (void)pthread_once(&exit_once, wait_at_exit);
    worker = worker_new(task);
    if (worker == NULL || start_thread(worker, &thread) != 0) {
        if (worker != NULL)
            worker_free(worker);
        task->free(task->data);
        return sa_fail_nomem(err);
    }
    while (!wait_a_little(worker)) {
        if (task->tick != NULL)
            task->tick(task->data);
        if (cancelled != NULL && atomic_load(cancelled))
            status = SA_E_CANCELLED;
        else if (deadline_ms != 0 && sa_time_monotonic_ms() >= deadline_ms)
            status = SA_E_TIMEOUT;
        if (status < 0 && abandon(worker)) {
            keep_for_reaping(thread);
            return sa_fail(err, status, SA_DOMAIN_NONE, 0,
                           status == SA_E_TIMEOUT ? "no answer in time" : "cancelled");
        }
    }
    (void)pthread_join(thread, NULL);
    worker_free(worker);
    if (task->tick != NULL)
        task->tick(task->data);
    return 0;
}
