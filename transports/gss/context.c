/* SPDX-License-Identifier: Apache-2.0 */
/* One security context of an initiator (RFC 2743; RFC 4121; RFC 4178; [MS-NLMP]).
 *
 * Kerberos, as such or inside MIT's SPNEGO, finds its ticket in the MEMORY ccache of gss/ticket.c and so
 * asks nobody. NTLM goes without MIT's SPNEGO, which given a password would ask a KDC first: the
 * envelope is our own (spnego.c). As Windows does, NTLM's last message carries a MIC, and then SPNEGO
 * must have one too; both ends begin their cipher anew after it.
 *
 * What is asked for is always the same: mutual proof, protection against replay and reordering,
 * signing, encryption. Delegation is not. */
#include <gssapi/gssapi_ext.h>
#include <gssapi/gssapi_krb5.h>
#include <krb5/krb5.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "private.h"

#define WANTED_FLAGS                                                                  \
    (GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_INTEG_FLAG | \
     GSS_C_CONF_FLAG)

static char krb5_oid[] = "\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
static char spnego_oid[] = "\x2b\x06\x01\x05\x05\x02";
static char ntlm_oid[] = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";
/* 1.3.6.1.4.1.7165.655.1.2: whoever asks for it means to send a mechListMIC; .3: begins a cipher anew. */
static char mic_oid[] = "\x2b\x06\x01\x04\x01\xb7\x7d\x85\x0f\x01\x02";
static char reset_oid[] = "\x2b\x06\x01\x04\x01\xb7\x7d\x85\x0f\x01\x03";

gss_OID_desc sa_gss_krb5_oid = {sizeof krb5_oid - 1, krb5_oid};
gss_OID_desc sa_gss_spnego_oid = {sizeof spnego_oid - 1, spnego_oid};
gss_OID_desc sa_gss_ntlm_oid = {sizeof ntlm_oid - 1, ntlm_oid};
static gss_OID_desc ask_mic = {sizeof mic_oid - 1, mic_oid};
static gss_OID_desc reset_cipher = {sizeof reset_oid - 1, reset_oid};

static pthread_mutex_t ntlm_mutex = PTHREAD_MUTEX_INITIALIZER;

void sa_ntlm_lock(void)
{
    (void)pthread_mutex_lock(&ntlm_mutex);
}

void sa_ntlm_unlock(void)
{
    (void)pthread_mutex_unlock(&ntlm_mutex);
}

void gss_enter(const struct sa_gss *gss)
{
    if (gss->kind == SA_GSS_NTLM)
        sa_ntlm_lock();
}

void gss_leave(const struct sa_gss *gss)
{
    if (gss->kind == SA_GSS_NTLM)
        sa_ntlm_unlock();
}

static bool in_krb5_table(OM_uint32 minor)
{
    return (krb5_error_code)minor >= ERROR_TABLE_BASE_krb5 &&
           (krb5_error_code)minor < ERROR_TABLE_BASE_krb5 + 256;
}

int gss_failed(const struct sa_gss *gss, const char *what, OM_uint32 major, OM_uint32 minor,
               struct sa_error *err)
{
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    OM_uint32 ignored = 0;
    OM_uint32 more = 0;
    bool ntlm = gss->kind == SA_GSS_NTLM;
    char prefix[400];
    int r = 0;

    (void)snprintf(prefix, sizeof prefix, "%s with '%s', %s", ntlm ? "NTLM" : "Kerberos", gss->host,
                   what);
    if (!ntlm && in_krb5_table(minor))
        return sa_krb5_fail(err, (int32_t)minor, prefix, NULL);
    (void)gss_display_status(&ignored, minor != 0 ? minor : major,
                             minor != 0 ? GSS_C_MECH_CODE : GSS_C_GSS_CODE,
                             ntlm ? &sa_gss_ntlm_oid : &sa_gss_krb5_oid, &more, &text);
    r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, minor, "%s: %.*s", prefix,
                (int)(text.length < 160 ? text.length : 160),
                text.value != NULL ? (const char *)text.value : "");
    (void)gss_release_buffer(&ignored, &text);
    if (ntlm && (GSS_ROUTINE_ERROR(major) == GSS_S_BAD_MECH || gss->steps == 0))
        sa_hint(err,
                "install gss-ntlmssp, or use Kerberos, which needs no more; where FIPS mode is "
                "on there is no NTLM");
    return r;
}

static int prepare_ntlm(struct sa_gss *gss, const struct sa_gss_options *options,
                        struct sa_error *err)
{
    gss_OID_set_desc mechs = {1, &sa_gss_ntlm_oid};
    char service[300];
    gss_buffer_desc user = {strlen(options->user) + 1, NULL}; /* gss-ntlmssp looks for the NUL */
    gss_buffer_desc password = {sa_secret_len(options->password), NULL};
    gss_buffer_desc target = {0, service};
    gss_name_t name = GSS_C_NO_NAME;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = 0;

    (void)snprintf(service, sizeof service, "HTTP@%s", options->host);
    target.length = strlen(service) + 1;
    /* GSS-API's buffers know no const; these are only read. */
    memcpy(&user.value, &(const char *){options->user}, sizeof user.value);
    memcpy(&password.value, &(const char *){sa_secret_bytes(options->password)},
           sizeof password.value);
    sa_ntlm_lock();
    major = gss_import_name(&minor, &user, GSS_C_NT_USER_NAME, &name);
    if (!GSS_ERROR(major))
        major = gss_acquire_cred_with_password(&minor, name, &password, GSS_C_INDEFINITE, &mechs,
                                               GSS_C_INITIATE, &gss->credential, NULL, NULL);
    if (!GSS_ERROR(major))
        major = gss_import_name(&minor, &target, GSS_C_NT_HOSTBASED_SERVICE, &gss->target);
    (void)gss_release_name(&ignored, &name);
    sa_ntlm_unlock();
    return GSS_ERROR(major) ? gss_failed(gss, "credential", major, minor, err) : 0;
}

static int prepare_kerberos(struct sa_gss *gss, const struct sa_gss_options *options,
                            struct sa_error *err)
{
    gss_buffer_desc target = {strlen(options->principal), NULL};
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    int r =
        sa_tickets_credential(options->tickets, gss->kind == SA_GSS_SPNEGO, &gss->credential, err);

    if (r < 0)
        return r;
    memcpy(&target.value, &(const char *){options->principal}, sizeof target.value);
    major = gss_import_name(&minor, &target, GSS_KRB5_NT_PRINCIPAL_NAME, &gss->target);
    return GSS_ERROR(major) ? gss_failed(gss, "name", major, minor, err) : 0;
}

static void set_binding(struct sa_gss *gss, const void *hash, size_t len)
{
    static const char prefix[] = "tls-server-end-point:";

    if (hash == NULL || len == 0 || len > 64)
        return;
    memcpy(gss->binding, prefix, sizeof prefix - 1);
    memcpy(gss->binding + sizeof prefix - 1, hash, len);
    gss->bindings.application_data.value = gss->binding;
    gss->bindings.application_data.length = sizeof prefix - 1 + len;
    gss->bound = true;
}

int sa_gss_new(const struct sa_gss_options *options, struct sa_gss **ret, struct sa_error *err)
{
    struct sa_gss *gss = calloc(1, sizeof *gss);
    int r = 0;

    if (gss == NULL)
        return sa_fail_nomem(err);
    gss->kind = options->kind;
    gss->allow_rc4 = options->allow_rc4;
    (void)snprintf(gss->host, sizeof gss->host, "%s", options->host);
    set_binding(gss, options->binding, options->binding_len);
    r = gss->kind == SA_GSS_NTLM ? prepare_ntlm(gss, options, err)
                                 : prepare_kerberos(gss, options, err);
    if (r < 0)
        sa_gss_free(gss);
    else
        *ret = gss;
    return r;
}

void sa_gss_free(struct sa_gss *gss)
{
    OM_uint32 ignored = 0;

    if (gss == NULL)
        return;
    gss_enter(gss);
    (void)gss_delete_sec_context(&ignored, &gss->context, NULL);
    (void)gss_release_name(&ignored, &gss->target);
    (void)gss_release_cred(&ignored, &gss->credential);
    gss_leave(gss);
    free(gss);
}

/* The mechanism inside, and what it encrypts with. Kerberos' key may be another one than the ticket's. */
static int look_at_context(struct sa_gss *gss, struct sa_error *err)
{
    gss_OID mechanism = GSS_C_NO_OID;
    gss_buffer_set_t key = GSS_C_NO_BUFFER_SET;
    OM_uint32 minor = 0;
    OM_uint32 major =
        gss_inquire_context(&minor, gss->context, NULL, NULL, NULL, &mechanism, NULL, NULL, NULL);
    unsigned type = 0;
    int r = 0;

    if (GSS_ERROR(major) || mechanism == GSS_C_NO_OID)
        return gss_failed(gss, "security context", major, minor, err);
    gss->is_kerberos = mechanism->length == sa_gss_krb5_oid.length &&
                       memcmp(mechanism->elements, krb5_oid, mechanism->length) == 0;
    if (!gss->is_kerberos)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0,
                       "'%s' has led the logon to another mechanism than Kerberos", gss->host);
    /* The second element is an OID whose last part is the encryption type (at most 26: one byte). */
    major = gss_inquire_sec_context_by_oid(&minor, gss->context, GSS_C_INQ_SSPI_SESSION_KEY, &key);
    if (!GSS_ERROR(major) && key != GSS_C_NO_BUFFER_SET && key->count >= 2 &&
        key->elements[1].length > 0)
        type = ((const unsigned char *)key->elements[1].value)[key->elements[1].length - 1];
    (void)gss_release_buffer_set(&minor, &key);
    switch (type) {
    case ENCTYPE_AES256_CTS_HMAC_SHA1_96:
    case ENCTYPE_AES256_CTS_HMAC_SHA384_192:
        (void)snprintf(gss->cipher, sizeof gss->cipher, "AES256");
        break;
    case ENCTYPE_AES128_CTS_HMAC_SHA1_96:
    case ENCTYPE_AES128_CTS_HMAC_SHA256_128:
        (void)snprintf(gss->cipher, sizeof gss->cipher, "AES128");
        break;
    case ENCTYPE_ARCFOUR_HMAC:
    case ENCTYPE_ARCFOUR_HMAC_EXP:
        (void)snprintf(gss->cipher, sizeof gss->cipher, "RC4");
        break;
    default:
        (void)snprintf(gss->cipher, sizeof gss->cipher, "encryption type %u", type);
        break;
    }
    if (strncmp(gss->cipher, "AES", 3) == 0 || gss->allow_rc4)
        return 0;
    r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_GSS, type,
                "Kerberos with '%s' would encrypt with %s, which is not allowed", gss->host,
                gss->cipher);
    sa_hint(err, "let the server's account use AES (msDS-SupportedEncryptionTypes), or allow RC4");
    return r;
}

static OM_uint32 call_mechanism(struct sa_gss *gss, gss_buffer_t in, gss_buffer_t out,
                                OM_uint32 *minor)
{
    gss_OID mechanism = gss->kind == SA_GSS_NTLM       ? &sa_gss_ntlm_oid
                        : gss->kind == SA_GSS_KERBEROS ? &sa_gss_krb5_oid
                                                       : &sa_gss_spnego_oid;

    return gss_init_sec_context(
        minor, gss->credential, &gss->context, gss->target, mechanism, WANTED_FLAGS, 0,
        gss->bound ? &gss->bindings : GSS_C_NO_CHANNEL_BINDINGS, in, NULL, out, &gss->flags, NULL);
}

static int step_kerberos(struct sa_gss *gss, gss_buffer_t in, struct sa_buf *next,
                         struct sa_error *err)
{
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = call_mechanism(gss, in, &out, &minor);
    int r = 0;

    if (GSS_ERROR(major))
        r = gss_failed(gss, "logon", major, minor, err);
    else if (sa_buf_add(next, out.value, out.length) < 0)
        r = sa_fail(err, sa_buf_status(next), SA_DOMAIN_GSS, 0,
                    "the token of Kerberos is too long");
    else if (major == GSS_S_COMPLETE)
        r = look_at_context(gss, err);
    gss->mechanism_done = r == 0 && major == GSS_S_COMPLETE;
    (void)gss_release_buffer(&ignored, &out);
    return r;
}

/* Which end's cipher: 0 is ours, 1 the server's. */
static void begin_cipher(struct sa_gss *gss, unsigned char end)
{
    unsigned char value[4] = {end};
    gss_buffer_desc buffer = {sizeof value, value};
    OM_uint32 ignored = 0;

    (void)gss_set_sec_context_option(&ignored, &gss->context, &reset_cipher, &buffer);
}

/* Whether the mechanism, being asked, puts a MIC into its last message. */
static bool wants_mic(struct sa_gss *gss)
{
    gss_buffer_set_t answer = GSS_C_NO_BUFFER_SET;
    OM_uint32 ignored = 0;
    OM_uint32 major = gss_inquire_sec_context_by_oid(&ignored, gss->context, &ask_mic, &answer);

    (void)gss_release_buffer_set(&ignored, &answer);
    return !GSS_ERROR(major);
}

static gss_buffer_desc mechanism_list(void)
{
    gss_buffer_desc list = {sizeof sa_spnego_mechs, NULL};

    memcpy(&list.value, &(const unsigned char *){sa_spnego_mechs}, sizeof list.value);
    return list;
}

/* The token of NTLM that goes out, in its envelope. */
static int envelop(struct sa_gss *gss, gss_buffer_t token, bool with_mic, struct sa_buf *next,
                   struct sa_error *err)
{
    gss_buffer_desc list = mechanism_list();
    gss_buffer_desc mic = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    int r = 0;

    if (gss->steps == 0)
        r = sa_spnego_init(token->value, token->length, next);
    else {
        if (with_mic && !GSS_ERROR(gss_get_mic(&minor, gss->context, 0, &list, &mic))) {
            gss->mic_sent = true;
            begin_cipher(gss, 0);
        }
        r = sa_spnego_response(token->value, token->length, mic.value, mic.length, next);
        (void)gss_release_buffer(&minor, &mic);
    }
    return r < 0 ? sa_fail(err, r, SA_DOMAIN_GSS, 0, "the token of NTLM is too long") : 0;
}

/* What the server says at the end: that it is content, and its MIC. */
static int finish_ntlm(struct sa_gss *gss, const struct sa_spnego_reply *answer,
                       struct sa_error *err)
{
    gss_buffer_desc list = mechanism_list();
    gss_buffer_desc mic = {answer->mic_len, NULL};
    OM_uint32 minor = 0;
    OM_uint32 major = 0;

    if (answer->state != SA_SPNEGO_COMPLETED)
        return sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, 0, "'%s' does not come to the end of NTLM",
                       gss->host);
    gss->confirmed = true;
    if (answer->mic == NULL || !gss->mic_sent)
        return 0;
    memcpy(&mic.value, &answer->mic, sizeof mic.value);
    major = gss_verify_mic(&minor, gss->context, &list, &mic, NULL);
    if (GSS_ERROR(major))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, minor,
                       "'%s' ends the logon with a signature that is wrong", gss->host);
    begin_cipher(gss, 1);
    return 0;
}

static int step_ntlm(struct sa_gss *gss, gss_buffer_t in, struct sa_buf *next, struct sa_error *err)
{
    struct sa_spnego_reply answer = {.state = SA_SPNEGO_INCOMPLETE};
    gss_buffer_desc token = GSS_C_EMPTY_BUFFER;
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = 0;
    bool with_mic = false;
    int r = 0;

    if (gss->steps > 0 && (sa_spnego_read(in->value, in->length, &answer) < 0 ||
                           (!gss->mechanism_done && answer.len < SA_NTLM_TOKEN_MIN &&
                            answer.state != SA_SPNEGO_REJECTED)))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "'%s' does not answer with NTLM",
                       gss->host);
    if (answer.state == SA_SPNEGO_REJECTED)
        return sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, 0, "'%s' rejects NTLM", gss->host);
    if (gss->mechanism_done)
        return finish_ntlm(gss, &answer, err);
    with_mic = gss->steps > 0 && wants_mic(gss);
    token.length = answer.len;
    memcpy(&token.value, &answer.token, sizeof token.value);
    major = call_mechanism(gss, &token, &out, &minor);
    if (GSS_ERROR(major))
        r = gss_failed(gss, "logon", major, minor, err);
    else if (out.length == 0)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "NTLM with '%s' does not go on",
                    gss->host);
    gss->mechanism_done = r == 0 && major == GSS_S_COMPLETE;
    if (r == 0)
        r = envelop(gss, &out, with_mic && gss->mechanism_done, next, err);
    (void)snprintf(gss->cipher, sizeof gss->cipher, "RC4");
    (void)gss_release_buffer(&ignored, &out);
    return r;
}

int sa_gss_step(struct sa_gss *gss, const void *token, size_t len, struct sa_buf *next,
                struct sa_error *err)
{
    gss_buffer_desc in = {len, NULL};
    int r = 0;

    memcpy(&in.value, &token, sizeof in.value);
    sa_buf_clear(next);
    gss_enter(gss);
    r = gss->kind == SA_GSS_NTLM ? step_ntlm(gss, &in, next, err)
                                 : step_kerberos(gss, &in, next, err);
    gss_leave(gss);
    gss->steps++;
    return r;
}

bool sa_gss_is_complete(const struct sa_gss *gss)
{
    return gss->mechanism_done && (gss->kind == SA_GSS_NTLM || (gss->flags & GSS_C_MUTUAL_FLAG));
}

bool sa_gss_can_seal(const struct sa_gss *gss)
{
    return (gss->flags & GSS_C_CONF_FLAG) != 0 && (gss->flags & GSS_C_INTEG_FLAG) != 0;
}

const char *sa_gss_mechanism(const struct sa_gss *gss)
{
    return gss->kind == SA_GSS_NTLM ? "NTLM" : "Kerberos";
}

const char *sa_gss_cipher(const struct sa_gss *gss)
{
    return gss->cipher;
}
