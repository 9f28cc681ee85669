/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fake_host.h"

#include <pthread.h>

#include "syncaudit/datetime.h"

#include "support/test.h"

struct fake_host fake_host;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void fake_host_reset(void)
{
    fake_host = (struct fake_host){0};
}

const struct fake_host_call *fake_host_call(const char *host)
{
    for (size_t i = 0; i < fake_host.call_count; i++) {
        if (strcmp(fake_host.calls[i].host, host) == 0)
            return &fake_host.calls[i];
    }
    fail_msg("the host '%s' was not asked", host);
    return NULL;
}

static void copy(char *to, size_t size, const char *from)
{
    (void)snprintf(to, size, "%s", from ? from : "");
}

static void note(const struct sa_host_request *request)
{
    (void)pthread_mutex_lock(&lock);
    assert_true(fake_host.call_count < FAKE_HOSTS);
    struct fake_host_call *call = &fake_host.calls[fake_host.call_count++];
    if (++fake_host.at_once > fake_host.most_at_once)
        fake_host.most_at_once = fake_host.at_once;
    copy(call->host, sizeof call->host, request->http.host);
    copy(call->user, sizeof call->user, request->http.user);
    copy(call->realm, sizeof call->realm, request->http.realm);
    call->time_left_ms = request->http.deadline_ms - sa_time_monotonic_ms();
    call->has_watcher = request->http.watch != NULL;
    call->tls = request->http.tls;
    (void)pthread_mutex_unlock(&lock);
}

/* Waits in small steps until `done` or the request's end. */
static int wait_until(bool (*done)(void), const struct sa_http_options *http, struct sa_error *err)
{
    const struct timespec pause = {.tv_nsec = 1000000};
    while (sa_time_monotonic_ms() < http->deadline_ms) {
        if (http->cancelled && atomic_load(http->cancelled))
            return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "cancelled");
        if (done())
            return 0;
        (void)nanosleep(&pause, NULL);
    }
    return sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "no answer in time");
}

static bool never(void)
{
    return false;
}

static bool met(void)
{
    (void)pthread_mutex_lock(&lock);
    bool enough = fake_host.most_at_once >= fake_host.meeting;
    (void)pthread_mutex_unlock(&lock);
    return enough;
}

static int store(struct sa_batch *batch, int64_t target_id, const char *host, struct sa_error *err)
{
    int64_t evidence = 0;
    int r = 0;
    if (strncmp(host, "gmsa", 4) != 0)
        return 0;
    r = sa_batch_evidence(batch, "x", "x", 1, &evidence, err);
    if (r == 0)
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO host (target_id, name, domain, protocol, mechanism, protected,"
                      " evidence_id) VALUES (?, 'GMSA01', 'fabrikam.example', '', '', 1, ?)",
                      SA_INT(target_id), SA_INT(evidence));
    if (r == 0)
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO host_service (target_id, name, name_key, account, account_kind,"
                      " start_mode, state, unquoted, evidence_id) VALUES (?, 'ADSync', 'adsync',"
                      " 'FABRIKAM\\gmsa-sync$', 'gmsa', 'auto', 'running', 0, ?)",
                      SA_INT(target_id), SA_INT(evidence));
    if (r == 0 && strncmp(host, "gmsa-engine", 11) == 0)
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO engine_connector (target_id, guid, name, kind, connector_key,"
                      " forest, account_domain, account, evidence_id) VALUES (?, 'g', 'c', 'ad',"
                      " 'k', 'fabrikam.example', 'fabrikam.example', 'svc-import', ?)",
                      SA_INT(target_id), SA_INT(evidence));
    return r;
}

int sa_collect_host(struct sa_snapshot *snapshot, int64_t target_id,
                    const struct sa_host_request *request, struct sa_error *ret_problem,
                    struct sa_error *err)
{
    const char *host = request->http.host;
    struct sa_error why = {0};
    struct sa_batch *batch = NULL;
    int r = 0;
    note(request);
    if (strncmp(host, "down", 4) == 0)
        (void)sa_fail(&why, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "'%s' does not answer", host);
    else if (strncmp(host, "slow", 4) == 0)
        (void)wait_until(never, &request->http, &why);
    else if (strncmp(host, "meet", 4) == 0)
        (void)wait_until(met, &request->http, &why);
    if (strncmp(host, "broken", 6) == 0) {
        r = sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "cannot write");
    } else if (why.status == SA_E_CANCELLED) {
        *err = why;
        r = SA_E_CANCELLED;
    } else if (why.status != SA_OK) {
        *ret_problem = why;
        r = sa_coverage_record(snapshot, target_id, "host", &why, err);
    } else {
        r = sa_batch_begin(snapshot, target_id, "host", &batch, err);
        if (r == 0)
            r = store(batch, target_id, host, err);
        if (r == 0)
            r = sa_batch_commit(batch, err);
    }
    (void)pthread_mutex_lock(&lock);
    fake_host.at_once--;
    (void)pthread_mutex_unlock(&lock);
    return r;
}
