/* SPDX-License-Identifier: Apache-2.0 */
/* NTLM inside GSS-SPNEGO without Cyrus SASL, which always asks NTLM to sign and so cannot be used
 * inside TLS, and sends no channel bindings with it ([MS-SPNG]; [MS-ADTS] 5.1.1.1.2).
 *
 * The tokens travel in SPNEGO's envelope (spnego.c). AD has no RFC 4752 negotiation behind that: the
 * flags of the context decide about protection. Inside TLS only MUTUAL is asked for: gss-ntlmssp
 * turns REPLAY or SEQUENCE into a request to sign, which a DC refuses there. Otherwise everything
 * is, and a layer is pushed below libldap that frames "u32be length | wrapped bytes".
 *
 * A connection is used by one thread: the state of NTLM's cipher depends on the order of messages. */
#include <arpa/inet.h>
#include <errno.h>
#include <gssapi/gssapi_ext.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "private.h"

#define MAX_TOKEN      0xffffffU /* received; RFC 4752 allows three bytes of length */
#define MAX_PLAIN      60000     /* sent in one token */
#define MAX_SENT_TOKEN (64 * SA_KIB)
#define SEAL_FLAGS                                                                    \
    (GSS_C_MUTUAL_FLAG | GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG | GSS_C_INTEG_FLAG | \
     GSS_C_CONF_FLAG)

static char ntlm_oid[] = "\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a";
static gss_OID_desc mech_ntlm = {sizeof ntlm_oid - 1, ntlm_oid};

/* The layer ------------------------------------------------------------------------------------ */

struct layer {
    gss_ctx_id_t context;
    unsigned char *token; /* being received: 4 bytes of length, then the token */
    size_t token_len, token_room;
    gss_buffer_desc plain; /* unwrapped */
    size_t plain_at;
    unsigned char *out; /* wrapped, partly sent */
    size_t out_len, out_at;
    size_t promised; /* plain bytes that `out` stands for */
};

static void layer_free(struct layer *layer)
{
    OM_uint32 ignored = 0;

    if (layer == NULL)
        return;
    (void)gss_delete_sec_context(&ignored, &layer->context, NULL);
    (void)gss_release_buffer(&ignored, &layer->plain);
    free(layer->token);
    free(layer->out);
    free(layer);
}

static int layer_setup(Sockbuf_IO_Desc *desc, void *argument)
{
    desc->sbiod_pvt = argument;
    return 0;
}

static int layer_remove(Sockbuf_IO_Desc *desc)
{
    layer_free(desc->sbiod_pvt);
    desc->sbiod_pvt = NULL;
    return 0;
}

/* libldap waits for the socket unless it is told that bytes are here already. */
static int layer_ctrl(Sockbuf_IO_Desc *desc, int option, void *argument)
{
    const struct layer *layer = desc->sbiod_pvt;

    if (option == LBER_SB_OPT_DATA_READY && layer->plain_at < layer->plain.length)
        return 1;
    return LBER_SBIOD_CTRL_NEXT(desc, option, argument);
}

static int layer_close(Sockbuf_IO_Desc *desc)
{
    (void)desc;
    return 0;
}

/* How long the frame is, as far as is known; 0 when it is one that nobody sends. */
static size_t frame_size(const struct layer *layer)
{
    uint32_t length = 0;

    if (layer->token_len < sizeof length)
        return sizeof length;
    memcpy(&length, layer->token, sizeof length);
    length = ntohl(length);
    return length < SA_NTLM_TOKEN_MIN || length > MAX_TOKEN ? 0 : sizeof length + length;
}

static bool unwrap(struct layer *layer)
{
    gss_buffer_desc token = {layer->token_len - 4, layer->token + 4};
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    int sealed = 0;

    (void)gss_release_buffer(&minor, &layer->plain);
    layer->plain_at = 0;
    layer->token_len = 0;
    major = gss_unwrap(&minor, layer->context, &token, &layer->plain, &sealed, NULL);
    return !GSS_ERROR(major) && sealed;
}

/* 1: a token was unwrapped; otherwise what a read function returns. */
static ber_slen_t read_token(Sockbuf_IO_Desc *desc, struct layer *layer)
{
    for (;;) {
        size_t want = frame_size(layer);
        ber_slen_t got = 0;

        if (want == 0) {
            errno = EIO;
            return -1;
        }
        if (want > 4 && layer->token_len == want) {
            if (unwrap(layer))
                return 1;
            errno = EIO;
            return -1;
        }
        if (layer->token_room < want) {
            unsigned char *larger = realloc(layer->token, want);

            if (larger == NULL)
                return -1;
            layer->token = larger;
            layer->token_room = want;
        }
        got = LBER_SBIOD_READ_NEXT(desc, layer->token + layer->token_len, want - layer->token_len);
        if (got <= 0)
            return got;
        layer->token_len += (size_t)got;
    }
}

static ber_slen_t layer_read(Sockbuf_IO_Desc *desc, void *to, ber_len_t size)
{
    struct layer *layer = desc->sbiod_pvt;
    size_t len = 0;

    while (layer->plain_at == layer->plain.length) {
        ber_slen_t r = read_token(desc, layer);

        if (r <= 0)
            return r;
    }
    len = layer->plain.length - layer->plain_at;
    if (len > size)
        len = size;
    memcpy(to, (const unsigned char *)layer->plain.value + layer->plain_at, len);
    layer->plain_at += len;
    return (ber_slen_t)len;
}

static bool wrap(struct layer *layer, void *bytes, size_t len)
{
    gss_buffer_desc plain = {len, bytes};
    gss_buffer_desc token = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    uint32_t length = 0;
    int sealed = 0;

    major = gss_wrap(&minor, layer->context, 1, GSS_C_QOP_DEFAULT, &plain, &sealed, &token);
    if (GSS_ERROR(major) || !sealed) {
        (void)gss_release_buffer(&minor, &token);
        return false;
    }
    free(layer->out);
    layer->out = malloc(token.length + sizeof length);
    layer->out_at = 0;
    layer->out_len = 0;
    if (layer->out != NULL) {
        length = htonl((uint32_t)token.length);
        memcpy(layer->out, &length, sizeof length);
        memcpy(layer->out + sizeof length, token.value, token.length);
        layer->out_len = token.length + sizeof length;
        layer->promised = len;
    }
    (void)gss_release_buffer(&minor, &token);
    return layer->out != NULL;
}

/* After EAGAIN libldap comes again with the same bytes: they are wrapped already. */
static ber_slen_t layer_write(Sockbuf_IO_Desc *desc, void *bytes, ber_len_t len)
{
    struct layer *layer = desc->sbiod_pvt;

    if (layer->promised == 0 && !wrap(layer, bytes, len < MAX_PLAIN ? len : MAX_PLAIN)) {
        errno = EIO;
        return -1;
    }
    while (layer->out_at < layer->out_len) {
        ber_slen_t sent =
            LBER_SBIOD_WRITE_NEXT(desc, layer->out + layer->out_at, layer->out_len - layer->out_at);

        if (sent <= 0)
            return sent;
        layer->out_at += (size_t)sent;
    }
    len = layer->promised;
    layer->promised = 0;
    return (ber_slen_t)len;
}

static Sockbuf_IO layer_io = {layer_setup, layer_remove, layer_ctrl,
                              layer_read,  layer_write,  layer_close};

static int push_layer(struct sa_ldap *ldap, gss_ctx_id_t *context, struct sa_error *err)
{
    struct layer *layer = calloc(1, sizeof *layer);
    Sockbuf *socket_buffer = NULL;

    if (layer == NULL)
        return sa_fail_nomem(err);
    if (ldap_get_option(ldap->handle, LDAP_OPT_SOCKBUF, &socket_buffer) != 0 ||
        ber_sockbuf_add_io(socket_buffer, &layer_io, LBER_SBIOD_LEVEL_APPLICATION, layer) != 0) {
        free(layer);
        return sa_fail_nomem(err);
    }
    layer->context = *context;
    *context = GSS_C_NO_CONTEXT;
    return 0;
}

/* The bind ------------------------------------------------------------------------------------- */

static int gss_failed(const struct sa_ldap *ldap, const char *what, OM_uint32 major,
                      OM_uint32 minor, struct sa_error *err)
{
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    OM_uint32 ignored = 0;
    OM_uint32 context = 0;
    int r = 0;

    (void)gss_display_status(&ignored, minor != 0 ? minor : major,
                             minor != 0 ? GSS_C_MECH_CODE : GSS_C_GSS_CODE, &mech_ntlm, &context,
                             &text);
    r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, minor, "NTLM with '%s', %s: %.*s", ldap->dialled,
                what, (int)(text.length < 160 ? text.length : 160),
                text.value != NULL ? (const char *)text.value : "");
    (void)gss_release_buffer(&ignored, &text);
    sa_hint(err, "install gss-ntlmssp, or use Kerberos, which needs no more");
    return r;
}

static int acquire(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                   struct sa_error *err)
{
    gss_OID_set_desc mechs = {1, &mech_ntlm};
    gss_buffer_desc user = {strlen(options->user) + 1, NULL}; /* gss-ntlmssp looks for the NUL */
    gss_buffer_desc password = {sa_secret_len(options->password), NULL};
    gss_name_t name = GSS_C_NO_NAME;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = 0;

    /* GSS-API's buffers know no const; these are only read. */
    memcpy(&user.value, &(const char *){options->user}, sizeof user.value);
    memcpy(&password.value, &(const char *){sa_secret_bytes(options->password)},
           sizeof password.value);
    (void)gss_release_cred(&ignored, &ldap->credential);
    sa_ntlm_lock();
    major = gss_import_name(&minor, &user, GSS_C_NT_USER_NAME, &name);
    if (!GSS_ERROR(major))
        major = gss_acquire_cred_with_password(&minor, name, &password, GSS_C_INDEFINITE, &mechs,
                                               GSS_C_INITIATE, &ldap->credential, NULL, NULL);
    (void)gss_release_name(&ignored, &name);
    sa_ntlm_unlock();
    return GSS_ERROR(major) ? gss_failed(ldap, "credential", major, minor, err) : 0;
}

struct handshake {
    gss_ctx_id_t context;
    gss_name_t target;
    struct gss_channel_bindings_struct bindings;
    bool bound, complete;
    unsigned char binding[32 + 64];
    OM_uint32 flags;
};

static void handshake_done(struct handshake *h)
{
    OM_uint32 ignored = 0;

    (void)gss_delete_sec_context(&ignored, &h->context, NULL);
    (void)gss_release_name(&ignored, &h->target);
}

static int prepare(struct sa_ldap *ldap, struct handshake *h, struct sa_error *err)
{
    static const char prefix[] = "tls-server-end-point:";
    char service[300];
    gss_buffer_desc text = {0, service};
    struct berval der = {0};
    OM_uint32 minor = 0;
    OM_uint32 major = 0;
    size_t len = 0;

    (void)snprintf(service, sizeof service, "ldap@%s", ldap->dialled);
    text.length = strlen(service) + 1; /* as above */
    major = gss_import_name(&minor, &text, GSS_C_NT_HOSTBASED_SERVICE, &h->target);
    if (GSS_ERROR(major))
        return gss_failed(ldap, "name", major, minor, err);
    if (!ldap->tls_active || ldap->no_channel_binding)
        return 0;
    if (ldap_get_option(ldap->handle, LDAP_OPT_X_TLS_PEERCERT, &der) == 0 && der.bv_len > 0)
        len = sa_tls_end_point(der.bv_val, der.bv_len, h->binding + sizeof prefix - 1);
    ber_memfree(der.bv_val);
    if (len == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, 0,
                       "the certificate of '%s' gives no channel binding", ldap->dialled);
    memcpy(h->binding, prefix, sizeof prefix - 1);
    h->bindings.application_data.value = h->binding;
    h->bindings.application_data.length = sizeof prefix - 1 + len;
    h->bound = true;
    return 0;
}

/* One request and its answer. `ret_code` is success or "in progress". */
static int send_token(struct sa_ldap *ldap, const struct sa_buf *token, int64_t until_ms,
                      struct berval **ret_reply, int *ret_code, struct sa_error *err)
{
    struct berval out = {token->len, token->data};
    LDAPMessage *answer = NULL;
    char *text = NULL;
    int message_id = 0;
    int type = 0;
    int code = ldap_sasl_bind(ldap->handle, NULL, "GSS-SPNEGO", &out, NULL, NULL, &message_id);
    int r = 0;

    if (code != LDAP_SUCCESS)
        return ldap_fail_handle(ldap, "bind", code, err);
    ldap->info.round_trips++;
    r = wait_message(ldap, message_id, until_ms, "bind", &answer, &type, err);
    if (r < 0)
        return r;
    (void)ldap_parse_sasl_bind_result(ldap->handle, answer, ret_reply, 0);
    if (ldap_parse_result(ldap->handle, answer, ret_code, NULL, &text, NULL, NULL, 1) !=
        LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, "bind", LDAP_DECODING_ERROR, NULL);
    else if (*ret_code != LDAP_SUCCESS && *ret_code != LDAP_SASL_BIND_IN_PROGRESS)
        r = ldap_fail(err, ldap->dialled, "bind", *ret_code, text);
    else
        r = 0;
    ldap_memfree(text);
    return r;
}

/* One step of the mechanism: `reply` (NULL at first) in, the next SPNEGO token out. */
static int step(struct sa_ldap *ldap, struct handshake *h, const struct berval *reply,
                struct sa_buf *next, struct sa_error *err)
{
    OM_uint32 wanted = ldap->tls_active ? GSS_C_MUTUAL_FLAG : SEAL_FLAGS;
    struct sa_spnego_reply answer = {.state = SA_SPNEGO_INCOMPLETE};
    gss_buffer_desc in = GSS_C_EMPTY_BUFFER;
    gss_buffer_desc out = GSS_C_EMPTY_BUFFER;
    OM_uint32 minor = 0;
    OM_uint32 ignored = 0;
    OM_uint32 major = 0;
    int r = 0;

    if (reply != NULL && (sa_spnego_read(reply->bv_val, reply->bv_len, &answer) < 0 ||
                          answer.state == SA_SPNEGO_REJECTED || answer.len < SA_NTLM_TOKEN_MIN))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "'%s' does not answer with NTLM",
                       ldap->dialled);
    in.length = answer.len;
    memcpy(&in.value, &answer.token, sizeof in.value);
    sa_ntlm_lock();
    major = gss_init_sec_context(&minor, ldap->credential, &h->context, h->target, &mech_ntlm,
                                 wanted, 0, h->bound ? &h->bindings : GSS_C_NO_CHANNEL_BINDINGS,
                                 &in, NULL, &out, &h->flags, NULL);
    sa_ntlm_unlock();
    h->complete = major == GSS_S_COMPLETE;
    sa_buf_clear(next);
    if (GSS_ERROR(major))
        r = gss_failed(ldap, "logon", major, minor, err);
    else if (out.length == 0 ||
             (reply == NULL ? sa_spnego_init(out.value, out.length, next)
                            : sa_spnego_response(out.value, out.length, NULL, 0, next)) < 0)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "NTLM with '%s' does not go on",
                    ldap->dialled);
    (void)gss_release_buffer(&ignored, &out);
    return r;
}

/* NTLM has three messages: ours, the server's challenge, ours again. The server then says success,
 * with an SPNEGO token that brings nothing more. */
static int negotiate(struct sa_ldap *ldap, struct handshake *h, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf token = SA_BUF_INIT(MAX_SENT_TOKEN);
    int64_t until = call_deadline(ldap);
    struct berval *reply = NULL;
    int code = LDAP_SASL_BIND_IN_PROGRESS;
    int r = step(ldap, h, NULL, &token, err);

    if (r == 0)
        r = send_token(ldap, &token, until, &reply, &code, err);
    if (r == 0 && (code != LDAP_SASL_BIND_IN_PROGRESS || reply == NULL))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "'%s' ended the logon too early",
                    ldap->dialled);
    if (r == 0)
        r = step(ldap, h, reply, &token, err);
    ber_bvfree(reply);
    reply = NULL;
    ldap->shown = ldap->shown || r == 0;
    if (r == 0)
        r = send_token(ldap, &token, until, &reply, &code, err);
    ber_bvfree(reply);
    if (r == 0 && (code != LDAP_SUCCESS || !h->complete))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0,
                    "'%s' does not come to the end of the logon", ldap->dialled);
    return r;
}

int bind_ntlm(struct sa_ldap *ldap, const struct sa_ldap_options *options, struct sa_error *err)
{
    SA_CLEANUP(handshake_done) struct handshake h = {.context = GSS_C_NO_CONTEXT};
    int r = acquire(ldap, options, err);

    if (r == 0)
        r = prepare(ldap, &h, err);
    if (r == 0)
        r = negotiate(ldap, &h, err);
    if (r < 0)
        return r;
    if (ldap->tls_active) {
        ldap->info.protection = tls_text(ldap, h.bound);
        return ldap->info.protection == NULL ? sa_fail_nomem(err) : 0;
    }
    if ((h.flags & GSS_C_CONF_FLAG) == 0 || (h.flags & GSS_C_INTEG_FLAG) == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0, "'%s' does not encrypt the connection",
                       ldap->dialled);
    ldap->info.protection = "sealed by NTLM, RC4";
    return push_layer(ldap, &h.context, err);
}
