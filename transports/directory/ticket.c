/* SPDX-License-Identifier: Apache-2.0 */
/* Kerberos tickets for one connection (RFC 4120), before GSS-API comes into play.
 *
 * Whatever the source is (a ccache, a keytab, a password), the tickets of a connection live in a
 * MEMORY ccache of its own, and the service ticket for the DC is fetched here. This has three
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
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

/* Only Kerberos, also within SPNEGO: never a silent fallback to NTLM. */
static char krb5_oid[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
static char spnego_oid[] = "\x2b\x06\x01\x05\x05\x02";
static gss_OID_desc mech_krb5 = {sizeof krb5_oid - 1, krb5_oid};
static gss_OID_desc mech_spnego = {sizeof spnego_oid - 1, spnego_oid};

static int fail(struct sa_ldap *ldap, krb5_error_code code, const char *what, struct sa_error *err)
{
    const char *text = ldap->krb5 != NULL ? krb5_get_error_message(ldap->krb5, code) : NULL;
    int r = krb5_fail(err, code, what, text);

    if (text != NULL)
        krb5_free_error_message(ldap->krb5, text);
    return r;
}

/* Where the user is at home. A forest's other domains are not: another account may have the same name
 * there, and a realm that a directory names is shown nothing that comes from a password. */
static const char *home_realm(const struct sa_ldap_options *options)
{
    return options->realm != NULL ? options->realm : options->domain;
}

/* "user@realm", "DOMAIN\user" or "user" to the name that Kerberos knows. AD's realms are upper-case
 * and MIT compares them by case. */
static int principal_name(const struct sa_ldap_options *options, struct sa_buf *name,
                          struct sa_error *err)
{
    const char *user = options->user;
    const char *backslash = strchr(user, '\\');
    const char *at = NULL;
    const char *realm = home_realm(options);

    if (backslash != NULL)
        user = backslash + 1;
    at = strrchr(user, '@');
    if (at != NULL)
        realm = at + 1;
    if (realm == NULL || realm[0] == '\0' || user[0] == '\0' || at == user) {
        int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "user '%s' has no Kerberos realm",
                        options->user);

        sa_hint(err, "write the user as user@REALM");
        return r;
    }
    sa_buf_add(name, user, at != NULL ? (size_t)(at - user) : strlen(user));
    sa_buf_add_char(name, '@');
    for (; *realm != '\0'; realm++)
        sa_buf_add_char(name, (char)toupper((unsigned char)*realm));
    return sa_buf_status(name) < 0 ? sa_fail_nomem(err) : 0;
}

static krb5_error_code keep(struct sa_ldap *ldap, krb5_creds *credentials)
{
    krb5_error_code code = krb5_cc_initialize(ldap->krb5, ldap->ccache, credentials->client);

    return code != 0 ? code : krb5_cc_store_cred(ldap->krb5, ldap->ccache, credentials);
}

/* One exchange with the KDC by password or keytab. */
static krb5_error_code ask_kdc(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                               krb5_principal client, krb5_keytab keytab, bool enterprise)
{
    krb5_get_init_creds_opt *wishes = NULL;
    krb5_creds credentials = {0};
    krb5_error_code code = krb5_get_init_creds_opt_alloc(ldap->krb5, &wishes);

    if (code != 0)
        return code;
    krb5_get_init_creds_opt_set_forwardable(wishes, 0);
    krb5_get_init_creds_opt_set_proxiable(wishes, 0);
    krb5_get_init_creds_opt_set_change_password_prompt(wishes, 0);
    krb5_get_init_creds_opt_set_canonicalize(wishes, enterprise);
    if (keytab != NULL)
        code =
            krb5_get_init_creds_keytab(ldap->krb5, &credentials, client, keytab, 0, NULL, wishes);
    else
        code = krb5_get_init_creds_password(ldap->krb5, &credentials, client,
                                            sa_secret_bytes(options->password), NULL, NULL, 0, NULL,
                                            wishes);
    krb5_get_init_creds_opt_free(ldap->krb5, wishes);
    if (code == 0)
        code = keep(ldap, &credentials);
    krb5_free_cred_contents(ldap->krb5, &credentials);
    return code;
}

/* The user's part after "@" may be a UPN suffix that is no realm: then the name is asked of the
 * home realm's KDC as it stands (an enterprise name, RFC 6806). The password has not been sent to
 * anybody by then, so it cannot count as wrong twice. */
static krb5_error_code ask_kdc_enterprise(struct sa_ldap *ldap,
                                          const struct sa_ldap_options *options)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf realm = SA_BUF_INIT(256);
    krb5_principal client = NULL;
    krb5_error_code code = 0;

    for (const char *at = home_realm(options); *at != '\0'; at++)
        sa_buf_add_char(&realm, (char)toupper((unsigned char)*at));
    code =
        krb5_parse_name_flags(ldap->krb5, options->user, KRB5_PRINCIPAL_PARSE_ENTERPRISE, &client);
    if (code == 0)
        code = krb5_set_principal_realm(ldap->krb5, client, sa_buf_text(&realm));
    if (code == 0)
        code = ask_kdc(ldap, options, client, NULL, true);
    krb5_free_principal(ldap->krb5, client);
    return code;
}

static int by_password(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    krb5_principal client = NULL;
    krb5_error_code code = 0;
    int r = principal_name(options, &name, err);

    if (r < 0)
        return r;
    sa_buf_addf(&what, "ticket for '%s'", sa_buf_text(&name));
    code = krb5_parse_name(ldap->krb5, sa_buf_text(&name), &client);
    if (code == 0)
        code = ask_kdc(ldap, options, client, NULL, false);
    if ((code == KRB5_REALM_UNKNOWN || code == KRB5_REALM_CANT_RESOLVE) &&
        home_realm(options) != NULL && strchr(options->user, '@') != NULL)
        code = ask_kdc_enterprise(ldap, options);
    krb5_free_principal(ldap->krb5, client);
    return code != 0 ? fail(ldap, code, sa_buf_text(&what), err) : 0;
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

static int by_keytab(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(1024);
    krb5_principal client = NULL;
    krb5_keytab keytab = NULL;
    krb5_error_code code = 0;
    int r = options->user != NULL ? principal_name(options, &name, err) : 0;

    if (r < 0)
        return r;
    sa_buf_addf(&what, "ticket by keytab '%s'", options->keytab);
    code = krb5_kt_resolve(ldap->krb5, options->keytab, &keytab);
    if (code == 0)
        code = options->user != NULL ? krb5_parse_name(ldap->krb5, sa_buf_text(&name), &client)
                                     : first_of_keytab(ldap->krb5, keytab, &client);
    if (code == 0)
        code = ask_kdc(ldap, options, client, keytab, false);
    krb5_free_principal(ldap->krb5, client);
    if (keytab != NULL)
        (void)krb5_kt_close(ldap->krb5, keytab);
    return code != 0 ? fail(ldap, code, sa_buf_text(&what), err) : 0;
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
static krb5_error_code open_ccache(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                                   const char *name, krb5_ccache *ret)
{
    struct wanted_ticket wanted = {.home = home_realm(options)};
    krb5_context context = ldap->krb5;
    krb5_error_code code = 0;

    *ret = NULL;
    if (options->ccache != NULL)
        code = krb5_cc_set_default_name(context, options->ccache);
    if (code == 0 && (name[0] == '\0' || options->ccache != NULL))
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

static int by_ccache(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(512);
    krb5_principal client = NULL;
    krb5_ccache source = NULL;
    krb5_timestamp now = 0;
    krb5_timestamp end = 0;
    krb5_error_code code = 0;
    int r = options->user != NULL ? principal_name(options, &name, err) : 0;

    if (r < 0)
        return r;
    code = open_ccache(ldap, options, sa_buf_text(&name), &source);
    if (code == 0)
        code = krb5_cc_get_principal(ldap->krb5, source, &client);
    if (code == 0)
        code = krb5_cc_initialize(ldap->krb5, ldap->ccache, client);
    if (code == 0)
        code = krb5_cc_copy_creds(ldap->krb5, source, ldap->ccache);
    krb5_free_principal(ldap->krb5, client);
    if (source != NULL)
        (void)krb5_cc_close(ldap->krb5, source);
    if (code == ENOENT || code == ENOTDIR)
        code = KRB5_FCC_NOFILE;
    if (code == 0) {
        end = newest_tgt(ldap->krb5, ldap->ccache);
        (void)krb5_timeofday(ldap->krb5, &now);
        if (end == 0)
            code = KRB5_CC_NOTFOUND;
        else if ((uint32_t)end <= (uint32_t)now)
            code = KRB5KRB_AP_ERR_TKT_EXPIRED;
    }
    return code != 0 ? fail(ldap, code, "ticket cache", err) : 0;
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
    int64_t start = sa_time_monotonic_ms();
    krb5_error_code code = 0;
    int r = 0;

    set_stage(ldap, STAGE_TICKET);
    code = krb5_init_context(&ldap->krb5);
    if (code == 0)
        code = krb5_cc_new_unique(ldap->krb5, "MEMORY", NULL, &ldap->ccache);
    if (code != 0)
        return fail(ldap, code, "Kerberos", err);
    if (options->password != NULL)
        r = by_password(ldap, options, err);
    else if (options->keytab != NULL)
        r = by_keytab(ldap, options, err);
    else
        r = by_ccache(ldap, options, err);
    tell(ldap, "initial", start, r, err);
    return r;
}

static const char *enctype_name(krb5_enctype type)
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

static int acquire(struct sa_ldap *ldap, struct sa_error *err)
{
    bool spnego = ldap->auth == SA_LDAP_NEGOTIATE;
    gss_OID_set_desc mechs = {1, spnego ? &mech_spnego : &mech_krb5};
    gss_OID_set_desc only_krb5 = {1, &mech_krb5};
    char *name = NULL;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = GSS_S_FAILURE;

    (void)gss_release_cred(&ignored, &ldap->credential);
    if (krb5_cc_get_full_name(ldap->krb5, ldap->ccache, &name) == 0) {
        gss_key_value_element_desc element = {"ccache", name};
        gss_key_value_set_desc store = {1, &element};

        major = gss_acquire_cred_from(&minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, &mechs,
                                      GSS_C_INITIATE, &store, &ldap->credential, NULL, NULL);
        krb5_free_string(ldap->krb5, name);
    }
    if (!GSS_ERROR(major) && spnego)
        major = gss_set_neg_mechs(&minor, ldap->credential, &only_krb5);
    if (GSS_ERROR(major))
        return sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, minor,
                       "GSS-API does not take the Kerberos ticket");
    return 0;
}

int ticket_service(struct sa_ldap *ldap, struct sa_error *err)
{
    int64_t start = sa_time_monotonic_ms();
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(768);
    krb5_creds wanted = {0};
    krb5_creds *got = NULL;
    krb5_error_code code = 0;
    int r = 0;

    set_stage(ldap, STAGE_TICKET);
    sa_buf_addf(&what, "ticket for 'ldap/%s'", ldap->dialled);
    code =
        krb5_sname_to_principal(ldap->krb5, ldap->dialled, "ldap", KRB5_NT_SRV_HST, &wanted.server);
    if (code == 0)
        code = krb5_cc_get_principal(ldap->krb5, ldap->ccache, &wanted.client);
    if (code == 0)
        code = krb5_get_credentials(ldap->krb5, 0, ldap->ccache, &wanted, &got);
    if (code == 0)
        (void)snprintf(ldap->enctype, sizeof ldap->enctype, "%s",
                       enctype_name(got->keyblock.enctype));
    krb5_free_creds(ldap->krb5, got);
    krb5_free_cred_contents(ldap->krb5, &wanted);
    r = code != 0 ? fail(ldap, code, sa_buf_text(&what), err) : acquire(ldap, err);
    tell(ldap, sa_buf_text(&what), start, r, err);
    return r;
}

void ticket_done(struct sa_ldap *ldap)
{
    OM_uint32 ignored = 0;

    (void)gss_release_cred(&ignored, &ldap->credential);
    if (ldap->ccache != NULL)
        (void)krb5_cc_destroy(ldap->krb5, ldap->ccache);
    if (ldap->krb5 != NULL)
        krb5_free_context(ldap->krb5);
    ldap->ccache = NULL;
    ldap->krb5 = NULL;
}
