/* SPDX-License-Identifier: Apache-2.0 */
/* One forest: domain controllers in DNS, their ports, a ticket, the logon and how it is protected, and whether what
 * an audit reads is shown. */
#include <string.h>

#include "syncaudit/directory.h"
#include "syncaudit/limits.h"

#include "doctor.h"

#define DCS_MAX    3
#define CONNECT_MS 5000
#define CALL_MS    15000

static bool costs_forest(const void *payload, const struct ask *ask)
{
    (void)payload;
    return ask->way == ASK_FOREST;
}

/* Names of at most DCS_MAX domain controllers. */
static size_t find_controllers(struct examination *e, const char *names[DCS_MAX])
{
    const struct sa_ldap_options *ldap = &e->forest->ldap;
    struct sa_dc *dcs = NULL;
    struct sa_error err = {0};
    size_t count = 0;
    size_t found = 0;
    for (; ldap->servers && ldap->servers[count] && count < DCS_MAX; count++)
        names[count] = ldap->servers[count];
    if (count > 0)
        return count;
    if (sa_dc_locate(ldap->domain, ldap->site, false, e->deadline_ms, &e->arena, &dcs, &found,
                     &err) < 0) {
        costs(e, say_error(e, "locate", &err), costs_forest, NULL);
        return 0;
    }
    (void)say(e, FOUND_OK, "locate", "DNS names %zu domain controller%s of %s", found,
              found == 1 ? "" : "s", ldap->domain);
    for (; count < found && count < DCS_MAX; count++)
        names[count] = dcs[count].name;
    return count;
}

static void examine_site(struct examination *e, const char *name)
{
    struct sa_dc_ping ping;
    struct sa_error err = {0};
    const char *domain = e->forest->ldap.domain;
    if (!domain)
        return;
    if (sa_dc_ping(name, domain, CONNECT_MS, &ping, &err) < 0)
        (void)say(e, FOUND_NOTE, "ping", "%s: %s; only the choice of a near one needs it", name,
                  err.message);
    else
        (void)say(e, FOUND_OK, "ping", "%s is of %s, site %s; we are in %s", name, ping.domain,
                  ping.dc_site, ping.client_site[0] ? ping.client_site : "none that it knows");
}

static bool examine_controller(struct examination *e, const char *name)
{
    struct addresses addresses;
    const struct sa_ldap_options *ldap = &e->forest->ldap;
    bool tls = ldap->tls == SA_LDAP_LDAPS;
    bool kerberos = ldap->auth == SA_LDAP_NEGOTIATE || ldap->auth == SA_LDAP_KERBEROS;
    if (!examine_name(e, name, &addresses))
        return false;
    bool open = examine_port(e, &addresses, tls ? 636 : 389, tls ? "LDAPS" : "LDAP", true);
    (void)examine_port(e, &addresses, tls ? 389 : 636, tls ? "LDAP" : "LDAPS", false);
    (void)examine_port(e, &addresses, 88, "Kerberos", kerberos);
    (void)examine_port(e, &addresses, 3268, "global catalog", false);
    examine_site(e, name);
    return open;
}

static bool examine_ticket_of(struct examination *e, const char *name)
{
    char spn[SA_PRINCIPAL_MAX];
    const char *const services[] = {spn, NULL};
    const struct sa_ldap_options *ldap = &e->forest->ldap;
    if (ldap->auth != SA_LDAP_NEGOTIATE && ldap->auth != SA_LDAP_KERBEROS) {
        (void)say(e, FOUND_SKIPPED, "ticket", "this logon is not by Kerberos");
        return true;
    }
    (void)snprintf(spn, sizeof spn, "ldap/%s", name);
    const struct sa_logon logon = {.user = ldap->user,
                                   .realm = ldap->realm ? ldap->realm : ldap->domain,
                                   .password = ldap->password,
                                   .keytab = ldap->keytab,
                                   .ccache = ldap->ccache};
    bool any = examine_tickets(e, &logon, services);
    if (!any)
        costs(e, e->last, costs_forest, NULL);
    return any;
}

static void examine_read(struct examination *e, struct sa_ldap *ldap, const char *base,
                         const char *attribute, unsigned parts, const char *source,
                         const char *what)
{
    const char *const attributes[] = {attribute, NULL};
    const struct sa_ldap_entry *entry = NULL;
    struct sa_error err = {0};
    int r = sa_ldap_read(ldap, base, attributes, parts, &e->arena, &entry, &err);
    if (r == 0 && sa_ldap_get(entry, attribute)) {
        (void)say(e, FOUND_OK, "read", "%s is shown", what);
        return;
    }
    struct line *line = r < 0 ? say_error(e, "read", &err)
                              : say(e, FOUND_PROBLEM, "read", "%s does not show itself", what);
    line->hint = "give the account Generic Read there; Authenticated Users usually have it";
    costs(e, line, costs_source, source);
}

static void examine_logon(struct examination *e)
{
    SA_CLEANUP(sa_ldap_close_p) struct sa_ldap *ldap = NULL;
    struct sa_ldap_options options = e->forest->ldap;
    struct sa_error err = {0};
    options.connect_ms = CONNECT_MS;
    options.call_ms = CALL_MS;
    options.deadline_ms = e->deadline_ms;
    options.cancelled = e->cancelled;
    if (sa_ldap_open(&options, &ldap, &err) < 0) {
        struct line *line =
            say_error(e, err.domain == SA_DOMAIN_TLS ? "certificate" : "logon", &err);
        costs(e, line, costs_forest, NULL);
        return;
    }
    const struct sa_ldap_info *info = sa_ldap_info(ldap);
    e->reached = true;
    (void)say(e, FOUND_OK, "logon", "%s, %s: %s", info->server, info->mechanism, info->protection);
    examine_clock(e, info->clock_offset_s, "the domain controller's rootDSE");
    const char *partitions = sa_arena_printf(&e->arena, "CN=Partitions,%s", info->config_nc);
    if (!partitions) {
        e->no_memory = true;
        return;
    }
    examine_read(e, ldap, partitions, "objectGUID", 0, "ad_forest", "the list of domains");
    examine_read(e, ldap, info->default_nc, "objectSid", 0, "ad_account", "the domain's head");
    examine_read(e, ldap, info->default_nc, "nTSecurityDescriptor", 7, "ad_right",
                 "the descriptor of the domain's head");
}

void examine_forest(struct examination *e)
{
    const char *names[DCS_MAX] = {NULL};
    const char *first = NULL;
    size_t count = find_controllers(e, names);
    for (size_t i = 0; i < count; i++) {
        if (examine_controller(e, names[i]) && !first)
            first = names[i];
    }
    if (!first) {
        costs(e, say(e, FOUND_SKIPPED, "logon", "no domain controller is reached"), costs_forest,
              NULL);
        return;
    }
    if (examine_ticket_of(e, first))
        examine_logon(e);
    else
        (void)say(e, FOUND_SKIPPED, "logon", "and what comes after it: there is no ticket");
}
