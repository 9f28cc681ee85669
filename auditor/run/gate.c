/* SPDX-License-Identifier: Apache-2.0 */
/* One password for many hosts. A wrong one that is shown to each of them locks the account before the
 * first error is read, so the first host is asked alone, and the others wait for what comes of it. Once a
 * host has accepted the password it is right, whatever others say; once one has refused it, nobody else
 * is shown it.
 *
 * Only for NTLM and Basic: a Kerberos password is shown to the KDC, and transports/gss does that once. */
#include <stdlib.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "run_internal.h"

struct sa_gate_entry {
    const struct sa_secret *password;
    const char *user;
    enum { UNTRIED, BEING_TRIED, ACCEPTED, REFUSED } state;
    const char *by; /* host that refused */
};

void sa_gate_init(struct sa_gate *gate)
{
    *gate = (struct sa_gate){0};
    (void)pthread_mutex_init(&gate->lock, NULL);
}

void sa_gate_done(struct sa_gate *gate)
{
    (void)pthread_mutex_destroy(&gate->lock);
    free(gate->entries);
}

static bool is_gated(const struct sa_http_options *http)
{
    return http->password && (http->auth == SA_HTTP_NTLM || http->auth == SA_HTTP_BASIC);
}

/* Under the lock. NULL: out of memory. */
static struct sa_gate_entry *find(struct sa_gate *gate, const struct sa_http_options *http)
{
    struct sa_gate_entry *entries = gate->entries;
    for (size_t i = 0; i < gate->count; i++) {
        if (entries[i].password == http->password && sa_text_same(entries[i].user, http->user))
            return &entries[i];
    }
    entries = reallocarray(gate->entries, gate->count + 1, sizeof *entries);
    if (!entries)
        return NULL;
    gate->entries = entries;
    entries[gate->count] =
        (struct sa_gate_entry){.password = http->password, .user = http->user ? http->user : ""};
    return &entries[gate->count++];
}

static int refused(const struct sa_gate_entry *entry, struct sa_error *why)
{
    int r = sa_fail(why, SA_E_AUTH, SA_DOMAIN_NONE, 0,
                    "not asked: '%s' has refused the password of '%s'", entry->by, entry->user);
    sa_hint(why,
            "showing it to further hosts could lock the account; mend what stands at '%s', "
            "then run again",
            entry->by);
    return r;
}

int sa_gate_enter(struct sa_gate *gate, const struct sa_http_options *http, struct sa_error *why)
{
    const struct timespec pause = {.tv_nsec = 20000000};
    for (; is_gated(http); (void)nanosleep(&pause, NULL)) {
        int r = 1;
        (void)pthread_mutex_lock(&gate->lock);
        struct sa_gate_entry *entry = find(gate, http);
        if (!entry)
            r = sa_fail_nomem(why);
        else if (entry->state == REFUSED)
            r = refused(entry, why);
        else if (entry->state != BEING_TRIED)
            r = 0;
        if (r == 0 && entry->state == UNTRIED)
            entry->state = BEING_TRIED;
        (void)pthread_mutex_unlock(&gate->lock);
        if (r <= 0)
            return r;
        if (http->cancelled && atomic_load(http->cancelled))
            return sa_fail(why, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "cancelled");
        if (http->deadline_ms && sa_time_monotonic_ms() >= http->deadline_ms)
            return sa_fail(why, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                           "no time was left while the password of '%s' was tried at another host",
                           http->user ? http->user : "");
    }
    return 0;
}

void sa_gate_leave(struct sa_gate *gate, const struct sa_http_options *http, bool answered,
                   const struct sa_error *problem)
{
    if (!is_gated(http))
        return;
    (void)pthread_mutex_lock(&gate->lock);
    struct sa_gate_entry *entry = find(gate, http);
    if (entry && entry->state == BEING_TRIED) {
        entry->state = answered ? ACCEPTED : problem->status == SA_E_AUTH ? REFUSED : UNTRIED;
        if (entry->state == REFUSED)
            entry->by = http->host;
    }
    (void)pthread_mutex_unlock(&gate->lock);
}
