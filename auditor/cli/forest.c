/* SPDX-License-Identifier: Apache-2.0 */
/* Forests: from options, environment and configuration to the plan.
 *
 * An option of a forest belongs to the last --domain before it; before the first --domain, and in the
 * environment, it is meant for every forest. The nearer source wins: an option over the configuration, and
 * what stands behind a --domain over what stands before all of them. Who the auditor is (password, ticket
 * cache, keytab) counts as one: naming a keytab puts aside a password of a weaker source. */
#include "forest.h"

#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

static struct forest_setting forest_init(enum origin origin)
{
    return (struct forest_setting){.auth = -1, .tls = -1, .origin = origin};
}

static void forest_done(struct forest_setting *forest)
{
    free(forest->servers.items);
    free(forest->accounts.items);
    identity_done(&forest->id);
}

void forests_done(struct settings *settings)
{
    for (size_t i = 0; i < settings->forest_count; i++)
        forest_done(&settings->forests[i]);
    free(settings->forests);
    settings->forests = NULL;
    settings->forest_count = 0;
    forest_done(&settings->every_forest);
}

int forest_add(struct settings *settings, const char *domain, enum origin origin,
               struct forest_setting **ret, struct sa_error *err)
{
    size_t len = strlen(domain);
    if (len > 1 && domain[len - 1] == '.')
        len--; /* the root of DNS may be written */
    const char *name = sa_arena_copy(&settings->arena, domain, len);
    if (!name)
        return sa_fail_nomem(err);
    if (!sa_is_dns_name(name))
        return FAIL_INPUT(err,
                          "write its DNS name, as in fabrikam.example; --dc names a domain "
                          "controller",
                          "'%s' is not the name of a domain", domain);
    if (settings->forest_count > 0 && origin > settings->forests[0].origin) {
        for (size_t i = 0; i < settings->forest_count; i++)
            forest_done(&settings->forests[i]);
        settings->forest_count = 0;
    }
    struct forest_setting *forests =
        reallocarray(settings->forests, settings->forest_count + 1, sizeof *forests);
    if (!forests)
        return sa_fail_nomem(err);
    settings->forests = forests;
    forests[settings->forest_count] = forest_init(origin);
    forests[settings->forest_count].domain = name;
    *ret = &forests[settings->forest_count++];
    return 0;
}

int set_word(int *ret, const char *const *words, const char *option, const char *value,
             const char *hint, struct sa_error *err)
{
    for (int i = 0; words[i]; i++) {
        if (strcmp(words[i], value) == 0) {
            *ret = i;
            return 0;
        }
    }
    return FAIL_INPUT(err, hint, "'%s' is no value for %s", value, option);
}

int forest_set(struct settings *settings, struct forest_setting *forest, enum option_id id,
               const char *value, enum origin origin, struct sa_error *err)
{
    static const char *const auths[] = {
        [SA_LDAP_NEGOTIATE] = "negotiate", [SA_LDAP_KERBEROS] = "kerberos", [SA_LDAP_NTLM] = "ntlm",
        [SA_LDAP_SIMPLE] = "simple",       [SA_LDAP_EXTERNAL] = "external", NULL};
    static const char *const protections[] = {
        [SA_LDAP_PLAIN] = "none", [SA_LDAP_STARTTLS] = "starttls", [SA_LDAP_LDAPS] = "ldaps", NULL};
    const char *text = sa_arena_text(&settings->arena, value);
    if (!text)
        return sa_fail_nomem(err);
    switch (id) {
    case OPT_DC:
        if (!sa_is_dns_name(text))
            return FAIL_INPUT(err,
                              "write its DNS name, as in dc1.fabrikam.example, without port "
                              "or ldap://",
                              "'%s' is not the name of a domain controller", text);
        return list_add(&forest->servers, text, origin, err);
    case OPT_SITE:
        forest->site = text;
        return 0;
    case OPT_LDAP_AUTH:
        return set_word(&forest->auth, auths, "--ldap-auth", text,
                        "write negotiate, kerberos, ntlm, simple or external", err);
    case OPT_LDAP_TLS:
        return set_word(&forest->tls, protections, "--ldap-tls", text,
                        "write none, starttls or ldaps", err);
    default:
        return identity_set(&forest->id, id, text, origin, err);
    }
}

int forest_apply(struct settings *settings, enum option_id id, const char *value,
                 enum origin origin, struct sa_error *err)
{
    struct forest_setting *forest = &settings->every_forest;
    if (origin == FROM_OPTION && settings->forest_count > 0 &&
        settings->forests[0].origin == FROM_OPTION)
        forest = &settings->forests[settings->forest_count - 1];
    else if (origin == FROM_OPTION && !settings->forest_option)
        settings->forest_option = option_by_id(id)->name;
    return forest_set(settings, forest, id, value, origin, err);
}

/* Fields of `from` that are set take the place of those of `to`; where `weak`, only of those that are
 * not set. */
static void merge(struct forest_setting *to, const struct forest_setting *from, bool weak)
{
    if (from->site && !(weak && to->site))
        to->site = from->site;
    if (from->auth >= 0 && !(weak && to->auth >= 0))
        to->auth = from->auth;
    if (from->tls >= 0 && !(weak && to->tls >= 0))
        to->tls = from->tls;
    identity_merge(&to->id, &from->id, weak);
}

/* Named DCs are those of one forest; for every forest they are meant only where there is one. */
static int merge_servers(struct settings *settings, struct forest_setting *to, struct sa_error *err)
{
    const struct list *servers = &settings->every_forest.servers;
    if (servers->count == 0)
        return 0;
    if (settings->forest_count > 1)
        return FAIL_INPUT(err, "write --dc behind the --domain that it belongs to",
                          "'%s' is named, but not of which domain", servers->items[0]);
    for (size_t i = 0; i < servers->count; i++) {
        int r = to->servers.count > i && to->servers.origin >= servers->origin
                    ? 0
                    : list_add(&to->servers, servers->items[i], servers->origin, err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* `hosts`: a certificate authority or a certificate may be meant for hosts that are asked over HTTPS. */
static int check_tls(const struct forest_setting *forest, bool has_password, bool hosts,
                     struct sa_error *err)
{
    bool tls = forest->tls > SA_LDAP_PLAIN;
    if (forest->auth == SA_LDAP_SIMPLE && !tls)
        return FAIL_INPUT(err,
                          "add TLS (ldaps or starttls), or leave 'simple' out: Kerberos needs "
                          "no TLS",
                          "'%s': simple authentication without TLS would send the password in the "
                          "clear",
                          forest->domain);
    if (forest->auth == SA_LDAP_EXTERNAL && !tls)
        return FAIL_INPUT(err, "add TLS: ldaps or starttls", "'%s': a client certificate needs TLS",
                          forest->domain);
    if (forest->id.ca_file && !tls && !hosts)
        return FAIL_INPUT(err, "add TLS (ldaps or starttls), or leave the CA file out",
                          "'%s': a CA file is named, but no TLS", forest->domain);
    if (forest->auth == SA_LDAP_EXTERNAL && !(forest->id.cert_file && forest->id.key_file))
        return FAIL_INPUT(err, "name both, as PEM files",
                          "'%s': external authentication needs a "
                          "certificate and its key",
                          forest->domain);
    if ((forest->id.cert_file || forest->id.key_file) && forest->auth != SA_LDAP_EXTERNAL && !hosts)
        return FAIL_INPUT(err, "say 'external' too, or leave the certificate out",
                          "'%s': a client certificate is only for external authentication",
                          forest->domain);
    if (forest->auth == SA_LDAP_EXTERNAL && (forest->id.user || has_password))
        return FAIL_INPUT(err, "leave user and password out: the certificate says who it is",
                          "'%s': external authentication takes no user and no password",
                          forest->domain);
    return 0;
}

static int check_identity(const struct forest_setting *forest, bool has_password,
                          struct sa_error *err)
{
    bool by_password = forest->auth == SA_LDAP_SIMPLE || forest->auth == SA_LDAP_NTLM;
    const char *how = forest->auth == SA_LDAP_SIMPLE ? "simple" : "ntlm";
    const char *ticket = forest->id.ccache ? "ticket cache" : "keytab";
    if (by_password && !forest->id.user)
        return FAIL_INPUT(err, "name the user: user@domain", "'%s': %s authentication needs a user",
                          forest->domain, how);
    if (has_password && (forest->id.ccache || forest->id.keytab))
        return FAIL_INPUT(err, "name one of them", "'%s': a password and a %s are named",
                          forest->domain, ticket);
    if (forest->id.ccache && forest->id.keytab)
        return FAIL_INPUT(err, "name one of them", "'%s': a ticket cache and a keytab are named",
                          forest->domain);
    if ((by_password || forest->auth == SA_LDAP_EXTERNAL) &&
        (forest->id.ccache || forest->id.keytab))
        return FAIL_INPUT(err, "leave it out, or use negotiate or kerberos",
                          "'%s': a %s is only for Kerberos", forest->domain, ticket);
    if (by_password && !has_password)
        return FAIL_INPUT(err,
                          "name a password file, command or credential, or say "
                          "--ask-password",
                          "'%s': %s authentication needs a password", forest->domain, how);
    if (has_password && !forest->id.user && forest->auth != SA_LDAP_EXTERNAL)
        return FAIL_INPUT(err, "name the user too: user@domain",
                          "'%s': a password is named, but no user", forest->domain);
    return 0;
}

static int check_forest(const struct forest_setting *forest, bool hosts, struct sa_error *err)
{
    bool has_password = forest->id.password_kind != PASSWORD_NONE;
    int r = check_tls(forest, has_password, hosts, err);
    if (r == 0)
        r = check_identity(forest, has_password, err);
    if (r == 0)
        r = identity_check_files(&forest->id, forest->domain, err);
    return r;
}

static int add_to_plan(struct settings *settings, const struct forest_setting *forest,
                       struct sa_error *err)
{
    bool tls = forest->tls > SA_LDAP_PLAIN;
    const struct sa_plan_forest planned = {
        .name = forest->name,
        .accounts = forest->accounts.items,
        .discover = !forest->no_discover,
        .ldap = {.domain = forest->domain,
                 .servers = forest->servers.items,
                 .site = forest->site,
                 .auth = forest->auth < 0 ? SA_LDAP_NEGOTIATE : (enum sa_ldap_auth)forest->auth,
                 .tls = forest->tls < 0 ? SA_LDAP_PLAIN : (enum sa_ldap_tls)forest->tls,
                 .user = forest->id.user,
                 .password = forest->id.password,
                 .ccache = forest->id.ccache,
                 .keytab = forest->id.keytab,
                 .ca_file = tls ? forest->id.ca_file : NULL,
                 .cert_file = tls ? forest->id.cert_file : NULL,
                 .key_file = tls ? forest->id.key_file : NULL},
    };
    int r = sa_plan_add_forest(&settings->plan, &planned, err);
    if (r < 0 && forest->place)
        sa_place(err, forest->place, 0, 0);
    return r;
}

/* A file that lies in the working directory may come with the exports. Whoever wrote it decides neither to
 * which hosts credentials are shown nor which command is run. */
static int check_trust(const struct settings *settings, struct sa_error *err)
{
    if (settings->forest_count == 0 || !settings->forests[0].is_stray)
        return 0;
    (void)FAIL_INPUT(err,
                     "name it with -c FILE: it decides who gets to see your ticket or password",
                     "'forests' is heeded only in a configuration that is named");
    sa_place(err, settings->forests[0].place, 0, 0);
    return SA_E_INPUT;
}

static int check_named_once(const struct settings *settings, size_t index, struct sa_error *err)
{
    for (size_t i = 0; i < index; i++) {
        if (sa_text_same(settings->forests[i].domain, settings->forests[index].domain))
            return FAIL_INPUT(err, "name each forest once, by any one of its domains",
                              "the domain '%s' is named twice", settings->forests[index].domain);
    }
    return 0;
}

int forests_plan(struct settings *settings, struct sa_error *err)
{
    int r = check_trust(settings, err);
    const struct option_entry *stray =
        settings->forest_option ? option_find(settings->forest_option) : NULL;
    if (stray && settings->host_count > 0 && stray->id >= OPT_USER && stray->id <= OPT_KEY_FILE)
        stray = NULL; /* it is for the hosts */
    if (settings->forest_count == 0 && stray)
        return FAIL_INPUT(err, "add --domain DOMAIN, or leave it out",
                          "'--%s' is for Active Directory, and no domain is named",
                          settings->forest_option);
    for (size_t i = 0; r == 0 && i < settings->forest_count; i++) {
        struct forest_setting *forest = &settings->forests[i];
        merge(forest, &settings->every_forest, /* weak= */ forest->origin != FROM_CONFIG);
        r = merge_servers(settings, forest, err);
        if (r == 0)
            r = check_named_once(settings, i, err);
        if (r == 0)
            r = check_forest(forest, settings->host_count > 0 || settings->every_host.tls == 1,
                             err);
        if (r < 0 && forest->place)
            sa_place(err, forest->place, 0, 0);
    }
    for (size_t i = 0; r == 0 && !settings->only_planned && i < settings->forest_count; i++)
        r = identity_fetch(&settings->forests[i].id, settings->forests[i].domain, err);
    for (size_t i = 0; r == 0 && i < settings->forest_count; i++)
        r = add_to_plan(settings, &settings->forests[i], err);
    return r;
}
