/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fake_forest.h"

#include <pthread.h>

#include "syncaudit/datetime.h"
#include "syncaudit/sql.h"

#include "support/test.h"

struct fake_forest fake_forest;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static size_t at_once;

void fake_forest_reset(void)
{
    fake_forest = (struct fake_forest){0};
}

const struct fake_call *fake_forest_call(const char *domain)
{
    for (size_t i = 0; i < fake_forest.call_count; i++) {
        if (strcmp(fake_forest.calls[i].domain, domain) == 0)
            return &fake_forest.calls[i];
    }
    fail_msg("the forest '%s' was not asked", domain);
    return NULL;
}

static void copy(char *to, size_t size, const char *from)
{
    (void)snprintf(to, size, "%s", from);
}

/* Counts inside a batch, because other workers write through the same connection meanwhile. */
static size_t stored(struct sa_snapshot *snapshot, int64_t target_id)
{
    struct sa_batch *batch = NULL;
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sa_batch_begin(snapshot, target_id, "ad_forest", &batch, NULL), 0);
    assert_int_equal(sa_sql_prepare(sa_snapshot_db(snapshot),
                                    "SELECT count(*) FROM coverage JOIN target t ON t.id = "
                                    "target_id WHERE t.kind = 'server'",
                                    "count", &statement, NULL),
                     0);
    assert_int_equal(sa_sql_step(statement, "count", NULL), 1);
    size_t count = (size_t)sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    sa_batch_abort(batch);
    return count;
}

static void note(struct sa_snapshot *snapshot, int64_t target_id,
                 const struct sa_forest_request *request)
{
    size_t exports_stored = stored(snapshot, target_id);
    (void)pthread_mutex_lock(&lock);
    assert_true(fake_forest.call_count < FAKE_FORESTS);
    struct fake_call *call = &fake_forest.calls[fake_forest.call_count++];
    if (++at_once > fake_forest.most_at_once)
        fake_forest.most_at_once = at_once;
    copy(call->domain, sizeof call->domain, request->ldap.domain);
    call->exports_stored = exports_stored;
    call->time_left_ms = request->ldap.deadline_ms - sa_time_monotonic_ms();
    call->has_watcher = request->ldap.watch != NULL;
    for (size_t i = 0; i < request->hint_count; i++) {
        struct fake_hint *hint = &call->hints[call->hint_count++];
        assert_true(call->hint_count < FAKE_HINTS);
        copy(hint->role, sizeof hint->role, request->hints[i].role);
        copy(hint->domain, sizeof hint->domain, request->hints[i].domain);
        copy(hint->account, sizeof hint->account, request->hints[i].account);
        copy(hint->source, sizeof hint->source, request->hints[i].source);
        copy(hint->server, sizeof hint->server, request->hints[i].server);
    }
    (void)pthread_mutex_unlock(&lock);
}

static int answer(struct sa_snapshot *snapshot, int64_t target_id, const char *source,
                  struct sa_error *err)
{
    struct sa_batch *batch = NULL;
    int r = sa_batch_begin(snapshot, target_id, source, &batch, err);
    return r < 0 ? r : sa_batch_commit(batch, err);
}

/* Until another forest is being asked as well; in vain if forests are asked one after the other. */
static void wait_for_company(void)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    const int64_t until = sa_time_monotonic_ms() + 20000;
    bool alone = true;
    while (alone && sa_time_monotonic_ms() < until) {
        (void)nanosleep(&pause, NULL);
        (void)pthread_mutex_lock(&lock);
        alone = fake_forest.most_at_once < 2;
        (void)pthread_mutex_unlock(&lock);
    }
}

static int wait_for_the_end(const struct sa_ldap_options *ldap, struct sa_error *err)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    while (sa_time_monotonic_ms() < ldap->deadline_ms) {
        if (ldap->cancelled && atomic_load(ldap->cancelled))
            return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "cancelled");
        (void)nanosleep(&pause, NULL);
    }
    return sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "no answer in time");
}

int sa_collect_forest(struct sa_snapshot *snapshot, int64_t target_id,
                      const struct sa_forest_request *request, struct sa_error *ret_problem,
                      struct sa_error *err)
{
    const char *domain = request->ldap.domain;
    struct sa_error why = {0};
    int r = 0;
    note(snapshot, target_id, request);
    if (strncmp(domain, "broken", 6) == 0) {
        r = sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "cannot write");
    } else if (strncmp(domain, "slow", 4) == 0) {
        if (wait_for_the_end(&request->ldap, &why) == SA_E_CANCELLED) {
            *err = why;
            r = SA_E_CANCELLED;
        }
    } else if (strncmp(domain, "down", 4) == 0) {
        (void)sa_fail(&why, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "no DC answers");
    } else {
        if (strncmp(domain, "meet", 4) == 0)
            wait_for_company();
        r = answer(snapshot, target_id, "ad_forest", err);
        if (r == 0)
            r = answer(snapshot, target_id, "ad_account", err);
        if (r == 0)
            r = answer(snapshot, target_id, "ad_right", err);
    }
    if (r == 0 && why.status != SA_OK) {
        r = sa_coverage_record(snapshot, target_id, "ad_forest", &why, err);
        *ret_problem = why;
    }
    (void)pthread_mutex_lock(&lock);
    at_once--;
    (void)pthread_mutex_unlock(&lock);
    return r;
}

int sa_forest_servers(struct sa_snapshot *snapshot, int64_t target_id,
                      const struct sa_forest_request *request, struct sa_server_finding *ret,
                      struct sa_error *err)
{
    (void)snapshot;
    assert_true(target_id > 0);
    assert_int_equal(request->hint_count, 0);
    (void)pthread_mutex_lock(&lock);
    fake_forest.servers_calls++;
    (void)pthread_mutex_unlock(&lock);
    ret->count = 0;
    if (strncmp(request->ldap.domain, "broken", 6) == 0)
        return sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "cannot write");
    if (strncmp(request->ldap.domain, "down", 4) == 0) {
        (void)sa_fail(&ret->problem, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "no DC answers");
        return 0;
    }
    ret->servers = fake_forest.discovered;
    ret->count = fake_forest.discovered_count;
    return 0;
}

int sa_forest_discovered(struct sa_snapshot *snapshot, int64_t target_id, int64_t now,
                         struct sa_arena *arena, struct sa_discovered **ret, size_t *ret_count,
                         struct sa_error *err)
{
    size_t collected = 0;
    (void)arena;
    assert_true(now > 0);
    fake_forest.discovered_calls++;
    assert_int_equal(sa_coverage_count(snapshot, target_id, &collected, err), 0);
    *ret = fake_forest.discovered;
    *ret_count = collected > 0 ? fake_forest.discovered_count : 0;
    return 0;
}
