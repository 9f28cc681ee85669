/* SPDX-License-Identifier: Apache-2.0 */
/* Kerberos tickets for one connection (RFC 4120), before GSS-API comes into play.
 *
 * Whatever the source is (a ccache, a keytab, a password), the tickets of a connection live in a
 * MEMORY ccache of its own, and service tickets are fetched here. This has three
 * reasons. Errors of libkrb5 are exact, whereas SPNEGO turns a wrong password into "cannot find
 * mechanisms to negotiate". gss_init_sec_context() finds the ticket there and speaks to no KDC, for
 * which it knows no deadline. And several connections of one process cannot disturb each other or
 * the user's own ccache. Nothing is passed by environment variables; tickets are not forwardable
 * when we ask for them and delegation is never asked for.
 *
 * The functions here block as long as a KDC does: they run in the helper thread (worker.c). */
#include <ctype.h>
#include <errno.h>
#include <gssapi/gssapi_ext.h>
#include <krb5/krb5.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/text.h"

#include "private.h"

struct sa_tickets {
    krb5_context krb5;
    krb5_ccache ccache; /* MEMORY, ours alone */
};

/* Only Kerberos, also within SPNEGO: never a silent fallback to NTLM. */
static char krb5_oid[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
static char spnego_oid[] = "\x2b\x06\x01\x05\x05\x02";
static gss_OID_desc mech_krb5 = {sizeof krb5_oid - 1, krb5_oid};
static gss_OID_desc mech_spnego = {sizeof spnego_oid - 1, spnego_oid};

static int fail(struct sa_tickets *tickets, krb5_error_code code, const char *what,
                struct sa_error *err)
{
    const char *text = tickets->krb5 != NULL ? krb5_get_error_message(tickets->krb5, code) : NULL;
    int r = sa_krb5_fail(err, code, what, text);

    if (text != NULL)
        krb5_free_error_message(tickets->krb5, text);
    return r;
}

/* "user@realm", "DOMAIN\user" or "user" to the name that Kerberos knows. AD's realms are upper-case
 * and MIT compares them by case. */
static int principal_name(const struct sa_logon *logon, struct sa_buf *name, struct sa_error *err)
{
    const char *user = logon->user;
    const char *backslash = strchr(user, '\\');
    const char *at = NULL;
    const char *realm = logon->realm;

    if (backslash != NULL)
        user = backslash + 1;
    at = strrchr(user, '@');
    if (at != NULL)
        realm = at + 1;
    if (realm == NULL || realm[0] == '\0' || user[0] == '\0' || at == user) {
        int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "user '%s' has no Kerberos realm",
                        logon->user);

        sa_hint(err, "write the user as user@REALM");
        return r;
    }
    sa_buf_add(name, user, at != NULL ? (size_t)(at - user) : strlen(user));
    sa_buf_add_char(name, '@');
    for (; *realm != '\0'; realm++)
        sa_buf_add_char(name, (char)toupper((unsigned char)*realm));
    return sa_buf_status(name) < 0 ? sa_fail_nomem(err) : 0;
}

static krb5_error_code keep(struct sa_tickets *tickets, krb5_creds *credentials)
{
    krb5_error_code code = krb5_cc_initialize(tickets->krb5, tickets->ccache, credentials->client);

    return code != 0 ? code : krb5_cc_store_cred(tickets->krb5, tickets->ccache, credentials);
}

/* One exchange with the KDC by password or keytab. */
static krb5_error_code ask_kdc(struct sa_tickets *tickets, const struct sa_logon *logon,
                               krb5_principal client, krb5_keytab keytab, bool enterprise)
{
    krb5_get_init_creds_opt *wishes = NULL;
    krb5_creds credentials = {0};
    krb5_error_code code = krb5_get_init_creds_opt_alloc(tickets->krb5, &wishes);

    if (code != 0)
        return code;
    krb5_get_init_creds_opt_set_forwardable(wishes, 0);
    krb5_get_init_creds_opt_set_proxiable(wishes, 0);
    krb5_get_init_creds_opt_set_change_password_prompt(wishes, 0);
    krb5_get_init_creds_opt_set_canonicalize(wishes, enterprise);
    if (keytab != NULL)
        code = krb5_get_init_creds_keytab(tickets->krb5, &credentials, client, keytab, 0, NULL,
                                          wishes);
    else
        code = krb5_get_init_creds_password(tickets->krb5, &credentials, client,
                                            sa_secret_bytes(logon->password), NULL, NULL, 0, NULL,
                                            wishes);
    krb5_get_init_creds_opt_free(tickets->krb5, wishes);
    if (code == 0)
        code = keep(tickets, &credentials);
    krb5_free_cred_contents(tickets->krb5, &credentials);
    return code;
}

/* The user's part after "@" may be a UPN suffix that is no realm: then the name is asked of the
 * home realm's KDC as it stands (an enterprise name, RFC 6806). The password has not been sent to
 * anybody by then, so it cannot count as wrong twice. */
static krb5_error_code ask_kdc_enterprise(struct sa_tickets *tickets, const struct sa_logon *logon)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf realm = SA_BUF_INIT(256);
    krb5_principal client = NULL;
    krb5_error_code code = 0;

    for (const char *at = logon->realm; *at != '\0'; at++)
        sa_buf_add_char(&realm, (char)toupper((unsigned char)*at));
    code =
        krb5_parse_name_flags(tickets->krb5, logon->user, KRB5_PRINCIPAL_PARSE_ENTERPRISE, &client);
    if (code == 0)
        code = krb5_set_principal_realm(tickets->krb5, client, sa_buf_text(&realm));
    if (code == 0)
        code = ask_kdc(tickets, logon, client, NULL, true);
    krb5_free_principal(tickets->krb5, client);
    return code;
}

/* Is the password itself wrong, rather than the account or the way? */
static bool is_wrong_password(krb5_error_code code)
{
    return code == KRB5KDC_ERR_PREAUTH_FAILED || code == KRB5_PREAUTH_FAILED ||
           code == KRB5KRB_AP_ERR_BAD_INTEGRITY;
}

static int by_password(struct sa_tickets *tickets, const struct sa_logon *logon,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    struct sa_known_password *known = NULL;
    struct sa_error failure = {0};
    krb5_principal client = NULL;
    krb5_error_code code = 0;
    int r = principal_name(logon, &name, err);

    if (r == 0)
        r = password_begin(logon, &known, err);
    if (r < 0)
        return r;
    sa_buf_addf(&what, "ticket for '%s'", sa_buf_text(&name));
    code = krb5_parse_name(tickets->krb5, sa_buf_text(&name), &client);
    if (code == 0)
        code = ask_kdc(tickets, logon, client, NULL, false);
    if ((code == KRB5_REALM_UNKNOWN || code == KRB5_REALM_CANT_RESOLVE) && logon->realm != NULL &&
        strchr(logon->user, '@') != NULL)
        code = ask_kdc_enterprise(tickets, logon);
    krb5_free_principal(tickets->krb5, client);
    if (code != 0)
        r = fail(tickets, code, sa_buf_text(&what), &failure);
    password_end(known, is_wrong_password(code), r, &failure);
    if (r < 0 && err != NULL)
        *err = failure;
    return r;
}

/* The first name in the keytab: that of the account it was made for. */
static krb5_error_code first_of_keytab(krb5_context context, krb5_keytab keytab,
                                       krb5_principal *ret)
{
    krb5_kt_cursor cursor;
    krb5_keytab_entry entry;
    krb5_error_code code = krb5_kt_start_seq_get(context, keytab, &cursor);

    if (code != 0)
        return code;
    code = krb5_kt_next_entry(context, keytab, &entry, &cursor);
    if (code == 0) {
        code = krb5_copy_principal(context, entry.principal, ret);
        (void)krb5_free_keytab_entry_contents(context, &entry);
    }
    (void)krb5_kt_end_seq_get(context, keytab, &cursor);
    if (code == KRB5_KT_END)
        code = KRB5_KT_NOTFOUND;
    return code;
}

static int by_keytab(struct sa_tickets *tickets, const struct sa_logon *logon, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(1024);
    krb5_principal client = NULL;
    krb5_keytab keytab = NULL;
    krb5_error_code code = 0;
    int r = logon->user != NULL ? principal_name(logon, &name, err) : 0;

    if (r < 0)
        return r;
    sa_buf_addf(&what, "ticket by keytab '%s'", logon->keytab);
    code = krb5_kt_resolve(tickets->krb5, logon->keytab, &keytab);
    if (code == 0)
        code = logon->user != NULL ? krb5_parse_name(tickets->krb5, sa_buf_text(&name), &client)
                                   : first_of_keytab(tickets->krb5, keytab, &client);
    if (code == 0)
        code = ask_kdc(tickets, logon, client, keytab, false);
    krb5_free_principal(tickets->krb5, client);
    if (keytab != NULL)
        (void)krb5_kt_close(tickets->krb5, keytab);
    return code != 0 ? fail(tickets, code, sa_buf_text(&what), err) : 0;
}

/* Has the cache a ticket-granting ticket, and when does the last one end? 0: there is none. */
static krb5_timestamp newest_tgt(krb5_context context, krb5_ccache ccache)
{
    krb5_cc_cursor cursor = NULL;
    krb5_creds credentials = {0};
    krb5_timestamp newest = 0;

    if (krb5_cc_start_seq_get(context, ccache, &cursor) != 0)
        return 0;
    while (krb5_cc_next_cred(context, ccache, &cursor, &credentials) == 0) {
        /* Timestamps are unsigned since 2038 is near. */
        if (!krb5_is_config_principal(context, credentials.server) &&
            (uint32_t)credentials.times.endtime > (uint32_t)newest)
            newest = credentials.times.endtime;
        krb5_free_cred_contents(context, &credentials);
    }
    (void)krb5_cc_end_seq_get(context, ccache, &cursor);
    return newest;
}

static bool is_usable(krb5_context context, krb5_ccache ccache)
{
    krb5_timestamp now = 0;

    (void)krb5_timeofday(context, &now);
    return (uint32_t)newest_tgt(context, ccache) > (uint32_t)now;
}

/* "EMEA.FABRIKAM.EXAMPLE" lies below "FABRIKAM.EXAMPLE", nothing below "EXAMPLE". */
static bool is_below(const char *lower, const char *upper)
{
    size_t len = strlen(lower);
    size_t upper_len = strlen(upper);

    return strchr(upper, '.') != NULL && len > upper_len + 1 && lower[len - upper_len - 1] == '.' &&
           sa_text_same(lower + len - upper_len, upper);
}

/* How well does a ticket of `realm` fit those who ask in `home`? Realms of one tree trust each other. */
static size_t realm_fit(const char *realm, const char *home)
{
    if (sa_text_same(realm, home))
        return SIZE_MAX / 2;
    if (is_below(home, realm))
        return strlen(realm);
    return is_below(realm, home) ? 1 : 0;
}

/* Who is looked for among the tickets: a principal, else somebody of a realm. */
struct wanted_ticket {
    krb5_principal client;
    const char *home;
};

/* 0: not this one. A ticket that has ended is taken where nothing better is: the error then says so. */
static size_t rate(krb5_context context, krb5_ccache ccache, const struct wanted_ticket *wanted,
                   bool is_default)
{
    krb5_principal owner = NULL;
    size_t fit = 0;
    bool usable = false;

    if (krb5_cc_get_principal(context, ccache, &owner) != 0)
        return 0;
    usable = is_usable(context, ccache);
    if (wanted->client != NULL)
        fit = krb5_principal_compare(context, wanted->client, owner) ? 1 : 0;
    else
        fit = realm_fit(owner->realm.data, wanted->home);
    krb5_free_principal(context, owner);
    if (fit > 0)
        return usable ? 2 + fit : 1;
    return usable && is_default ? 2 : 0;
}

static bool is_type(krb5_context context, krb5_ccache ccache, const char *type)
{
    return strcmp(krb5_cc_get_type(context, ccache), type) == 0;
}

/* Goes through the caches of the collection; one that fits better takes the place of `*best`, which may
 * be NULL. MEMORY caches belong to other connections of this process. */
static krb5_error_code choose(krb5_context context, const struct wanted_ticket *wanted,
                              krb5_ccache *best)
{
    krb5_cccol_cursor cursor = NULL;
    krb5_ccache ccache = NULL;
    size_t rating = *best != NULL ? rate(context, *best, wanted, true) : 0;
    krb5_error_code code = krb5_cccol_cursor_new(context, &cursor);

    while (code == 0 && (code = krb5_cccol_cursor_next(context, cursor, &ccache)) == 0 &&
           ccache != NULL) {
        bool is_ours = is_type(context, ccache, "MEMORY");
        /* Whoever names a cache of another kind means that one. */
        bool is_meant =
            wanted->client != NULL ||
            (*best != NULL && is_type(context, ccache, krb5_cc_get_type(context, *best)));
        size_t other = is_ours || !is_meant ? 0 : rate(context, ccache, wanted, false);

        if (other > rating) {
            if (*best != NULL)
                (void)krb5_cc_close(context, *best);
            *best = ccache;
            rating = other;
        } else {
            (void)krb5_cc_close(context, ccache);
        }
    }
    if (cursor != NULL)
        (void)krb5_cccol_cursor_free(context, &cursor);
    return code;
}

/* A cache that was named may be a collection, as the default one may. */
static krb5_error_code open_ccache(struct sa_tickets *tickets, const struct sa_logon *logon,
                                   const char *name, krb5_ccache *ret)
{
    struct wanted_ticket wanted = {.home = logon->realm};
    krb5_context context = tickets->krb5;
    krb5_error_code code = 0;

    *ret = NULL;
    if (logon->ccache != NULL)
        code = krb5_cc_set_default_name(context, logon->ccache);
    if (code == 0 && (name[0] == '\0' || logon->ccache != NULL))
        code = krb5_cc_default(context, ret);
    if (code == 0 && *ret != NULL &&
        (is_type(context, *ret, "FILE") || is_type(context, *ret, "MEMORY")))
        return 0; /* no collection */
    if (code == 0 && name[0] != '\0')
        code = krb5_parse_name(context, name, &wanted.client);
    if (code == 0 && wanted.client != NULL && *ret != NULL) {
        (void)krb5_cc_close(context, *ret);
        *ret = NULL;
    }
    if (code == 0 && (wanted.client != NULL || wanted.home != NULL)) {
        code = choose(context, &wanted, ret);
        if (*ret != NULL)
            code = 0; /* one kind of collection that is out of order does not take it away */
    }
    krb5_free_principal(context, wanted.client);
    if (code == 0 && *ret == NULL)
        code = KRB5_CC_NOTFOUND;
    return code;
}

static int by_ccache(struct sa_tickets *tickets, const struct sa_logon *logon, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    krb5_principal client = NULL;
    krb5_ccache source = NULL;
    krb5_timestamp now = 0;
    krb5_timestamp end = 0;
    krb5_error_code code = 0;
    int r = logon->user != NULL ? principal_name(logon, &name, err) : 0;

    if (r < 0)
        return r;
    code = open_ccache(tickets, logon, sa_buf_text(&name), &source);
    if (code == 0)
        code = krb5_cc_get_principal(tickets->krb5, source, &client);
    if (code == 0)
        code = krb5_cc_initialize(tickets->krb5, tickets->ccache, client);
    if (code == 0)
        code = krb5_cc_copy_creds(tickets->krb5, source, tickets->ccache);
    krb5_free_principal(tickets->krb5, client);
    if (source != NULL)
        (void)krb5_cc_close(tickets->krb5, source);
    if (code == ENOENT || code == ENOTDIR)
        code = KRB5_FCC_NOFILE;
    if (code == 0) {
        end = newest_tgt(tickets->krb5, tickets->ccache);
        (void)krb5_timeofday(tickets->krb5, &now);
        if (end == 0)
            code = KRB5_CC_NOTFOUND;
        else if ((uint32_t)end <= (uint32_t)now)
            code = KRB5KRB_AP_ERR_TKT_EXPIRED;
    }
    return code != 0 ? fail(tickets, code, "ticket cache", err) : 0;
}

static int fill(struct sa_tickets *tickets, const struct sa_logon *logon, struct sa_error *err)
{
    krb5_error_code code = krb5_init_context(&tickets->krb5);

    if (code == 0)
        code = krb5_cc_new_unique(tickets->krb5, "MEMORY", NULL, &tickets->ccache);
    if (code != 0)
        return fail(tickets, code, "Kerberos", err);
    if (logon->password != NULL)
        return by_password(tickets, logon, err);
    if (logon->keytab != NULL)
        return by_keytab(tickets, logon, err);
    return by_ccache(tickets, logon, err);
}

int sa_tickets_new(const struct sa_logon *logon, struct sa_tickets **ret, struct sa_error *err)
{
    struct sa_tickets *tickets = calloc(1, sizeof *tickets);
    int r = 0;

    if (tickets == NULL)
        return sa_fail_nomem(err);
    r = fill(tickets, logon, err);
    if (r < 0)
        sa_tickets_free(tickets);
    else
        *ret = tickets;
    return r;
}

void sa_tickets_free(struct sa_tickets *tickets)
{
    if (tickets == NULL)
        return;
    if (tickets->ccache != NULL)
        (void)krb5_cc_destroy(tickets->krb5, tickets->ccache);
    if (tickets->krb5 != NULL)
        krb5_free_context(tickets->krb5);
    free(tickets);
}

void sa_tickets_owner(struct sa_tickets *tickets, char principal[SA_PRINCIPAL_MAX],
                      int64_t *ret_ends_at)
{
    krb5_principal client = NULL;
    char *name = NULL;

    principal[0] = '\0';
    /* Kerberos counts in 32 bits without a sign. */
    *ret_ends_at = (uint32_t)newest_tgt(tickets->krb5, tickets->ccache);
    if (krb5_cc_get_principal(tickets->krb5, tickets->ccache, &client) == 0 &&
        krb5_unparse_name(tickets->krb5, client, &name) == 0)
        (void)snprintf(principal, SA_PRINCIPAL_MAX, "%s", name);
    krb5_free_unparsed_name(tickets->krb5, name);
    krb5_free_principal(tickets->krb5, client);
}

static const char *cipher_name(krb5_enctype type)
{
    switch (type) {
    case ENCTYPE_AES256_CTS_HMAC_SHA1_96:
    case ENCTYPE_AES256_CTS_HMAC_SHA384_192:
        return "AES256";
    case ENCTYPE_AES128_CTS_HMAC_SHA1_96:
    case ENCTYPE_AES128_CTS_HMAC_SHA256_128:
        return "AES128";
    case ENCTYPE_ARCFOUR_HMAC:
        return "RC4";
    default:
        return "another cipher";
    }
}

static bool is_rc4(krb5_enctype type)
{
    return type == ENCTYPE_ARCFOUR_HMAC || type == ENCTYPE_ARCFOUR_HMAC_EXP;
}

/* The ticket for `server`, which is freed here. */
static int fetch(struct sa_tickets *tickets, krb5_principal server, const char *what,
                 struct sa_ticket *ret, struct sa_error *err)
{
    krb5_creds wanted = {.server = server};
    krb5_creds *got = NULL;
    char *name = NULL;
    krb5_error_code code = krb5_cc_get_principal(tickets->krb5, tickets->ccache, &wanted.client);

    if (code == 0)
        code = krb5_get_credentials(tickets->krb5, 0, tickets->ccache, &wanted, &got);
    if (code == 0)
        code = krb5_unparse_name(tickets->krb5, got->server, &name);
    if (code == 0) {
        (void)snprintf(ret->principal, sizeof ret->principal, "%s", name);
        (void)snprintf(ret->cipher, sizeof ret->cipher, "%s", cipher_name(got->keyblock.enctype));
        ret->is_rc4 = is_rc4(got->keyblock.enctype);
    }
    krb5_free_unparsed_name(tickets->krb5, name);
    krb5_free_creds(tickets->krb5, got);
    krb5_free_cred_contents(tickets->krb5, &wanted);
    ret->is_unknown = code == KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN || code == KRB5_SERVICE_UNKNOWN;
    ret->is_skewed = code == KRB5KRB_AP_ERR_SKEW || code == KRB5_KDCREP_SKEW;
    return code != 0 ? fail(tickets, code, what, err) : 0;
}

int sa_tickets_for_host(struct sa_tickets *tickets, const char *service, const char *host,
                        struct sa_ticket *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    krb5_principal server = NULL;
    krb5_error_code code =
        krb5_sname_to_principal(tickets->krb5, host, service, KRB5_NT_SRV_HST, &server);

    *ret = (struct sa_ticket){0};
    sa_buf_addf(&what, "ticket for '%s/%s'", service, host);
    if (code != 0)
        return fail(tickets, code, sa_buf_text(&what), err);
    return fetch(tickets, server, sa_buf_text(&what), ret, err);
}

/* The realm that krb5.conf gives to the host of "HTTP/host:port"; otherwise it stays empty, and the
 * client's KDC refers us. */
static krb5_error_code set_realm(struct sa_tickets *tickets, krb5_principal server)
{
    char host[256] = "";
    char **realms = NULL;
    krb5_error_code code = 0;

    if (server->realm.length > 0 || server->length < 2)
        return 0;
    (void)snprintf(host, sizeof host, "%.*s", (int)server->data[1].length, server->data[1].data);
    host[strcspn(host, ":")] = '\0';
    code = krb5_get_host_realm(tickets->krb5, host, &realms);
    if (code == 0 && realms[0] != NULL && realms[0][0] != '\0')
        code = krb5_set_principal_realm(tickets->krb5, server, realms[0]);
    if (realms != NULL)
        (void)krb5_free_host_realm(tickets->krb5, realms);
    return code;
}

int sa_tickets_for_spn(struct sa_tickets *tickets, const char *spn, struct sa_ticket *ret,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    krb5_principal server = NULL;
    krb5_error_code code = krb5_parse_name_flags(
        tickets->krb5, spn, strchr(spn, '@') == NULL ? KRB5_PRINCIPAL_PARSE_NO_REALM : 0, &server);

    *ret = (struct sa_ticket){0};
    sa_buf_addf(&what, "ticket for '%s'", spn);
    if (code == 0)
        code = set_realm(tickets, server);
    if (code == 0)
        return fetch(tickets, server, sa_buf_text(&what), ret, err);
    krb5_free_principal(tickets->krb5, server);
    return fail(tickets, code, sa_buf_text(&what), err);
}

int sa_tickets_credential(struct sa_tickets *tickets, bool spnego, gss_cred_id_t *ret,
                          struct sa_error *err)
{
    gss_OID_set_desc mechs = {1, spnego ? &mech_spnego : &mech_krb5};
    gss_OID_set_desc only_krb5 = {1, &mech_krb5};
    char *name = NULL;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = GSS_S_FAILURE;

    (void)gss_release_cred(&ignored, ret);
    if (krb5_cc_get_full_name(tickets->krb5, tickets->ccache, &name) == 0) {
        gss_key_value_element_desc element = {"ccache", name};
        gss_key_value_set_desc store = {1, &element};

        major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &mechs,
                                      GSS_C_INITIATE, &store, ret, NULL, NULL);
        krb5_free_string(tickets->krb5, name);
    }
    if (!GSS_ERROR(major) && spnego)
        major = gss_set_neg_mechs(&minor, *ret, &only_krb5);
    if (GSS_ERROR(major))
        return sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, minor,
                       "GSS-API does not take the Kerberos ticket");
    return 0;
}

void sa_krb5_default_realm(char *realm, size_t size)
{
    krb5_context context = NULL;
    char *name = NULL;

    realm[0] = '\0';
    if (krb5_init_context(&context) != 0)
        return;
    if (krb5_get_default_realm(context, &name) == 0) {
        (void)snprintf(realm, size, "%s", name);
        krb5_free_default_realm(context, name);
    }
    krb5_free_context(context);
}
