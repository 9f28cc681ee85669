/* SPDX-License-Identifier: Apache-2.0 */
/* The tickets of one connection (gss/ticket.c), as stages and events of its opening. */
#include "syncaudit/datetime.h"

#include "private.h"

/* Where the user is at home. A forest's other domains are not: another account may have the same name
 * there, and a realm that a directory names is shown nothing that comes from a password. */
static const char *home_realm(const struct sa_ldap_options *options)
{
    return options->realm != NULL ? options->realm : options->domain;
}

static void tell(struct sa_ldap *ldap, const char *detail, int64_t start_ms, int status,
                 const struct sa_error *err)
{
    struct sa_ldap_event event = {
        .server = ldap->dialled,
        .operation = "ticket",
        .detail = detail,
        .status = status,
        .code = status < 0 && err != NULL ? err->code : 0,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start_ms,
    };

    emit(ldap, &event);
}

int ticket_initial(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                   struct sa_error *err)
{
    struct sa_logon logon = {
        .user = options->user,
        .realm = home_realm(options),
        .password = options->password,
        .keytab = options->keytab,
        .ccache = options->ccache,
    };
    int64_t start = sa_time_monotonic_ms();
    int r = 0;

    set_stage(ldap, STAGE_TICKET);
    r = sa_tickets_new(&logon, &ldap->tickets, err);
    tell(ldap, "initial", start, r, err);
    return r;
}

int ticket_service(struct sa_ldap *ldap, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    int64_t start = sa_time_monotonic_ms();
    struct sa_ticket ticket;
    int r = 0;

    set_stage(ldap, STAGE_TICKET);
    sa_buf_addf(&what, "ticket for 'ldap/%s'", ldap->dialled);
    r = sa_tickets_for_host(ldap->tickets, "ldap", ldap->dialled, &ticket, err);
    if (r == 0) {
        (void)snprintf(ldap->enctype, sizeof ldap->enctype, "%s", ticket.cipher);
        r = sa_tickets_credential(ldap->tickets, ldap->auth == SA_LDAP_NEGOTIATE, &ldap->credential,
                                  err);
    }
    tell(ldap, sa_buf_text(&what), start, r, err);
    return r;
}
