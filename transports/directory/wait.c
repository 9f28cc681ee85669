/* SPDX-License-Identifier: Apache-2.0 */
/* Waiting for one answer of a directory with a deadline and with cancellation.
 *
 * libldap is asked for an answer in slices of POLL_MS. The socket does not block (connect.c), so a
 * message of which only a part arrives cannot hold a slice up. After a failure the connection is
 * dead: libldap would quietly open a new one for the next request, without a bind. */
#include <errno.h>
#include <poll.h>
#include <sys/socket.h>

#include "syncaudit/datetime.h"

#include "private.h"

int64_t time_left(int64_t deadline_ms, int64_t cap)
{
    int64_t left = 0;

    if (deadline_ms == 0)
        return cap;
    left = deadline_ms - sa_time_monotonic_ms();
    if (left < 0)
        return 0;
    return left < cap ? left : cap;
}

int64_t call_deadline(const struct sa_ldap *ldap)
{
    int64_t until = sa_time_monotonic_ms() + ldap->call_ms;

    return ldap->deadline_ms != 0 && ldap->deadline_ms < until ? ldap->deadline_ms : until;
}

int check_stop(const struct sa_ldap *ldap, struct sa_error *err)
{
    if ((ldap->stop != NULL && atomic_load(ldap->stop)) ||
        (ldap->cancelled != NULL && atomic_load(ldap->cancelled)))
        return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "cancelled");
    return 0;
}

void emit(struct sa_ldap *ldap, const struct sa_ldap_event *event)
{
    if (ldap->progress.event != NULL)
        ldap->progress.event(ldap->progress.payload, event);
    else if (ldap->watch != NULL)
        ldap->watch(ldap->payload, event);
}

void set_stage(struct sa_ldap *ldap, enum stage stage)
{
    if (ldap->progress.stage != NULL)
        ldap->progress.stage(ldap->progress.payload, stage, ldap->dialled);
}

static int no_answer(struct sa_ldap *ldap, const char *what, struct sa_error *err)
{
    int r = 0;

    ldap->dead = true;
    r = sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_LDAP, LDAP_TIMEOUT,
                "'%s' did not answer the %.300s in time", ldap->dialled, what);
    sa_hint(err, "look at the load of that domain controller and at firewalls in between");
    return r;
}

/* libldap takes the greeting of another protocol for the head of a long message and waits for the
 * rest: so the first byte is looked at before libldap gets it. Every LDAP message begins with 0x30. */
static int first_byte(struct sa_ldap *ldap, int64_t until_ms, const char *what,
                      struct sa_error *err)
{
    for (;;) {
        struct pollfd poller = {.fd = ldap->socket, .events = POLLIN};
        int64_t left = time_left(until_ms, POLL_MS);
        unsigned char byte = 0;
        int r = check_stop(ldap, err);

        if (r < 0)
            return r;
        if (poll(&poller, 1, (int)left) > 0) {
            ldap->heard = true;
            if (recv(ldap->socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) != 1 || byte == 0x30)
                return 0; /* a lost connection is told by libldap */
            ldap->dead = true;
            return ldap_fail(err, ldap->dialled, what, LDAP_DECODING_ERROR, NULL);
        }
        if (left == 0)
            return no_answer(ldap, what, err);
    }
}

int wait_message(struct sa_ldap *ldap, int message_id, int64_t until_ms, const char *what,
                 LDAPMessage **ret, int *ret_type, struct sa_error *err)
{
    if (!ldap->heard) {
        int r = first_byte(ldap, until_ms, what, err);

        if (r < 0)
            return r;
    }
    for (;;) {
        int64_t left = time_left(until_ms, POLL_MS);
        struct timeval slice = {.tv_usec = left * 1000};
        int type = 0;
        int r = check_stop(ldap, err);

        if (r < 0) {
            ldap->dead = true;
            return r;
        }
        /* Also when messages come without end and there is never anything to wait for. */
        if (left == 0)
            return no_answer(ldap, what, err);
        *ret = NULL;
        errno = 0;
        type = ldap_result(ldap->handle, message_id, LDAP_MSG_ONE, &slice, ret);
        if (type > 0) {
            *ret_type = type;
            return 0;
        }
        if (type < 0) {
            int code = LDAP_SERVER_DOWN;

            (void)ldap_get_option(ldap->handle, LDAP_OPT_RESULT_CODE, &code);
            ldap->dead = true;
            return ldap_fail_handle(ldap, what, code == LDAP_SUCCESS ? LDAP_SERVER_DOWN : code,
                                    err);
        }
    }
}
