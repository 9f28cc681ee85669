/* SPDX-License-Identifier: Apache-2.0 */
/* Logging on to WinRM (RFC 4559; [MS-WSMV] 2.2.9.1; RFC 5929 for the binding to TLS).
 *
 * Requests with an empty body carry the tokens, all on one TCP connection. Where the certificate must be
 * bound a first request without a token gets it; over HTTP the token comes at once, as some servers
 * never answer a request without one. The token of the final answer proves the server and is always
 * looked at. Until then nothing of ours is sent but tokens.
 *
 * There is one attempt. Two things make a second one, which no account counts: a server that knows
 * only the scheme Kerberos where Negotiate was tried, and a Kerberos ticket that the server cannot
 * read because its name belongs to another account, for which the next name is tried, once. */
#include <openssl/evp.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define SOAP_TYPE       "application/soap+xml;charset=UTF-8"
#define CERTIFICATE_URI "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual"

struct logon {
    int64_t until_ms;
    bool again;    /* another scheme or name may be accepted */
    bool complete; /* our side had said everything when it was refused */
    size_t sent, received;
};

void void_context(struct sa_http *http)
{
    sa_gss_free(http->gss);
    http->gss = NULL;
    http->ready = false;
}

static int add_base64(struct sa_buf *buf, const void *bytes, size_t len)
{
    static const size_t step = 3072;
    unsigned char piece[4096 + 1];

    for (size_t at = 0; at < len; at += step) {
        size_t part = len - at < step ? len - at : step;
        int made = EVP_EncodeBlock(piece, (const unsigned char *)bytes + at, (int)part);

        sa_buf_add(buf, piece, (size_t)made);
    }
    OPENSSL_cleanse(piece, sizeof piece);
    return sa_buf_status(buf);
}

static bool decode_base64(const char *text, size_t len, struct sa_buf *ret)
{
    unsigned char *bytes = NULL;
    size_t padding = 0;
    int got = 0;

    while (padding < 2 && padding < len && text[len - 1 - padding] == '=')
        padding++;
    if (len == 0 || len % 4 != 0 || len > SA_LIMIT_AUTH_TOKEN)
        return false;
    bytes = OPENSSL_malloc(len);
    if (bytes == NULL)
        return false;
    got = EVP_DecodeBlock(bytes, (const unsigned char *)text, (int)len);
    if (got >= (int)padding)
        (void)sa_buf_add(ret, bytes, (size_t)got - padding);
    OPENSSL_free(bytes);
    return got >= (int)padding && sa_buf_status(ret) == 0;
}

/* The token that the server sends for our scheme; false: there is none. */
static bool server_token(const struct sa_http *http, const struct answer *answer,
                         struct sa_buf *token)
{
    struct sa_http_challenge challenges[MAX_SCHEMES];
    size_t count = sa_http_challenges(sa_buf_text(&answer->challenges), challenges, MAX_SCHEMES);

    for (size_t i = 0; i < count; i++) {
        const struct sa_http_challenge *c = &challenges[i];

        if (c->token == NULL || strlen(http->scheme) != c->scheme_len ||
            strncasecmp(c->scheme, http->scheme, c->scheme_len) != 0)
            continue;
        return decode_base64(c->token, c->token_len, token);
    }
    return false;
}

const char *standing_authorization(const struct sa_http *http, struct sa_buf *buf)
{
    const struct sa_http_options *o = &http->options;
    SA_CLEANUP(sa_buf_done) struct sa_buf plain = SA_BUF_INIT(SA_LIMIT_SECRET + SA_LIMIT_NAME);

    if (o->auth == SA_HTTP_CERTIFICATE)
        return CERTIFICATE_URI;
    if (o->auth != SA_HTTP_BASIC)
        return NULL;
    sa_buf_addf(&plain, "%s:", o->user);
    sa_buf_add(&plain, sa_secret_bytes(o->password), sa_secret_len(o->password));
    sa_buf_add_text(buf, "Basic ");
    (void)add_base64(buf, plain.data, plain.len);
    if (plain.data != NULL)
        explicit_bzero(plain.data, plain.len);
    return sa_buf_text(buf);
}

/* A request without a body. */
static int leg(struct sa_http *http, struct logon *logon, const char *authorization, bool fresh,
               bool same_connection, struct answer *answer, struct sa_error *err)
{
    struct request request = {
        .authorization = authorization,
        .type = SOAP_TYPE,
        .until_ms = logon->until_ms,
        .fresh = fresh,
        .same_connection = same_connection,
    };
    int r = transfer(http, &request, answer, err);

    logon->sent += answer->sent;
    logon->received += answer->header_bytes + answer->body.len;
    return r;
}

/* An answer that is neither success nor a challenge. */
static int other_status(struct sa_http *http, const struct answer *answer, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    int r = 0;

    if (answer->status == 403)
        return access_denied(http, err);
    r = sa_fail(err, answer->status == 503 || answer->status == 429 ? SA_E_NETWORK : SA_E_PROTOCOL,
                SA_DOMAIN_HTTP, answer->status, "'%s' port %u answers the logon with HTTP %ld",
                o->host, (unsigned)o->port, answer->status);
    if (answer->status == 404)
        sa_hint(err, "check the path '%s', and that the WinRM listener is bound to this address",
                o->path);
    else if (answer->status == 503)
        sa_hint(err, "WinRM is starting or overloaded: try again later");
    else if (answer->status >= 300 && answer->status < 400)
        sa_hint(err, "it sends us elsewhere, and redirects are not followed: check name and port");
    else
        sa_hint(err, "check that this is the port of WinRM");
    return r;
}

/* The server does not know our scheme. Does it know another one of the same mechanism? */
static int scheme_unknown(struct sa_http *http, struct logon *logon, const struct answer *answer,
                          struct sa_error *err)
{
    if (http->options.auth == SA_HTTP_NEGOTIATE && !sa_text_same(http->scheme, "Kerberos") &&
        offers(answer, "Kerberos")) {
        http->scheme = "Kerberos";
        logon->again = true;
    }
    return logon_refused(http, answer, false, err);
}

/* Gets the certificate, and what the server offers. */
static int leg_zero(struct sa_http *http, struct logon *logon, struct sa_error *err)
{
    SA_CLEANUP(answer_done) struct answer answer = {0};
    int r = leg(http, logon, NULL, true, false, &answer, err);

    if (r < 0)
        return r;
    if (answer.status != 401)
        return answer.status >= 300 ? other_status(http, &answer, err) : 0;
    return offers(&answer, http->scheme) ? 0 : scheme_unknown(http, logon, &answer, err);
}

static int new_context(struct sa_http *http, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    bool bound = o->tls && !o->no_channel_binding;
    struct sa_gss_options options = {
        .kind = o->auth == SA_HTTP_NTLM                  ? SA_GSS_NTLM
                : sa_text_same(http->scheme, "Kerberos") ? SA_GSS_KERBEROS
                                                         : SA_GSS_SPNEGO,
        .host = o->host,
        .tickets = http->tickets,
        .principal = http->ticket.principal,
        .user = o->user,
        .password = o->password,
        .binding = bound ? http->binding : NULL,
        .binding_len = http->binding_len,
        .allow_rc4 = o->allow_rc4,
    };

    if (bound && http->binding_len == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, 0,
                       "the certificate of '%s' gives no channel binding", o->host);
    return sa_gss_new(&options, &http->gss, err);
}

/* Did the request go to the server whose certificate the token is bound to? */
static int check_binding(struct sa_http *http, const unsigned char *binding, size_t len,
                         struct sa_error *err)
{
    int r = 0;

    if (http->binding_len == len && memcmp(http->binding, binding, len) == 0)
        return 0;
    r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, 0,
                "'%s' port %u shows another certificate on each connection", http->options.host,
                (unsigned)http->options.port);
    sa_hint(err, "name the server behind the load balancer");
    return r;
}

/* Another account may own the name: then the server cannot read our ticket. */
static void try_next_name(struct sa_http *http, struct logon *logon)
{
    if (!is_kerberos(http) || http->spn_changed || http->spn_at + 1 >= http->spn_count)
        return;
    http->spn_refused = http->spns[http->spn_at];
    http->spn_changed = true;
    http->spn_at++;
    logon->again = true;
}

/* The server has said no, or answers with a token that the mechanism takes for a no. */
static int refused(struct sa_http *http, struct logon *logon, const struct answer *answer,
                   struct sa_error *err)
{
    int r = 0;

    if (answer->challenges.len > 0 && !offers(answer, http->scheme))
        return scheme_unknown(http, logon, answer, err);
    r = logon_refused(http, answer, logon->complete, err);
    if (logon->complete)
        try_next_name(http, logon);
    return r;
}

/* A token of the server goes in. What the mechanism says against it may have another service name as
 * its cure. */
static int feed(struct sa_http *http, struct logon *logon, const struct answer *answer,
                const struct sa_buf *token, struct sa_buf *next, struct sa_error *err)
{
    int r = sa_gss_step(http->gss, token->data, token->len, next, err);

    if (r == 0)
        return 0;
    if (err != NULL && err->domain == SA_DOMAIN_KRB5 && err->code == 37)
        hint_clocks(http, err);
    else if (r == SA_E_AUTH && answer->status == 401)
        try_next_name(http, logon);
    return r;
}

/* The final answer. */
static int finish(struct sa_http *http, struct logon *logon, const struct answer *answer,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf token = SA_BUF_INIT(SA_LIMIT_AUTH_TOKEN);
    SA_CLEANUP(sa_buf_done) struct sa_buf next = SA_BUF_INIT(SA_LIMIT_AUTH_TOKEN);
    bool has_token = server_token(http, answer, &token);
    int r = has_token ? feed(http, logon, answer, &token, &next, err) : 0;

    if (r < 0)
        return r;
    if (!has_token && answer->status >= 300)
        return other_status(http, answer, err);
    if (next.len > 0 || !sa_gss_is_complete(http->gss)) {
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0,
                    "'%s' port %u accepts the logon without proving who it is", http->options.host,
                    (unsigned)http->options.port);
        sa_hint(err, "look for a proxy or another server on that port");
        return r;
    }
    if (!http->options.tls && !sa_gss_can_seal(http->gss)) {
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0,
                    "'%s' port %u would not encrypt: nothing is sent", http->options.host,
                    (unsigned)http->options.port);
        sa_hint(err, "use HTTPS");
        return r;
    }
    return 0;
}

/* One token of ours and the answer; `*ret_more`: the server wants another one, which is in `next`. */
static int token_leg(struct sa_http *http, struct logon *logon, size_t number, struct sa_buf *next,
                     bool *ret_more, struct sa_error *err)
{
    SA_CLEANUP(answer_done) struct answer answer = {0};
    SA_CLEANUP(sa_buf_done) struct sa_buf authorization = SA_BUF_INIT(2 * SA_LIMIT_AUTH_TOKEN);
    SA_CLEANUP(sa_buf_done) struct sa_buf token = SA_BUF_INIT(SA_LIMIT_AUTH_TOKEN);
    bool bound = http->options.tls && !http->options.no_channel_binding;
    unsigned char binding[sizeof http->binding];
    size_t binding_len = http->binding_len;
    int r = 0;

    *ret_more = false;
    memcpy(binding, http->binding, sizeof binding);
    sa_buf_addf(&authorization, "%s ", http->scheme);
    if (add_base64(&authorization, next->data, next->len) < 0)
        return sa_fail_nomem(err);
    r = leg(http, logon, sa_buf_text(&authorization), number == 0 && !bound, number > 0, &answer,
            err);
    if (r == 0 && bound)
        r = check_binding(http, binding, binding_len, err);
    if (r < 0)
        return r;
    logon->complete = is_kerberos(http) || number > 0;
    if (answer.status != 401)
        return finish(http, logon, &answer, err);
    if (!server_token(http, &answer, &token))
        return refused(http, logon, &answer, err);
    r = feed(http, logon, &answer, &token, next, err);
    if (r < 0)
        return r;
    if (next->len == 0)
        return logon_refused(http, &answer, logon->complete, err);
    *ret_more = true;
    return 0;
}

static int by_tokens(struct sa_http *http, struct logon *logon, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf next = SA_BUF_INIT(SA_LIMIT_AUTH_TOKEN);
    bool more = true;
    int r = 0;

    if (http->options.tls && !http->options.no_channel_binding)
        r = leg_zero(http, logon, err);
    if (r == 0)
        r = new_context(http, err);
    if (r == 0)
        r = sa_gss_step(http->gss, NULL, 0, &next, err);
    for (size_t i = 0; r == 0 && more; i++) {
        if (i == SA_LIMIT_AUTH_LEGS)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_GSS, 0,
                           "the logon to '%s' does not come to an end", http->options.host);
        r = token_leg(http, logon, i, &next, &more, err);
    }
    return r;
}

/* Basic and client certificates go with every request: the first one shows whether they are accepted. */
static int by_standing(struct sa_http *http, struct logon *logon, struct sa_error *err)
{
    SA_CLEANUP(answer_done) struct answer answer = {0};
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(2 * SA_LIMIT_SECRET);
    const char *authorization = standing_authorization(http, &buf);
    int r = sa_buf_status(&buf) < 0 ? sa_fail_nomem(err)
                                    : leg(http, logon, authorization, true, false, &answer, err);

    if (buf.data != NULL)
        explicit_bzero(buf.data, buf.len);
    if (r < 0)
        return r;
    if (answer.status == 401)
        return logon_refused(http, &answer, true, err);
    if (answer.status == 403)
        return access_denied(http, err);
    if (answer.status == 404 || answer.status == 503 ||
        (answer.status >= 300 && answer.status < 400))
        return other_status(http, &answer, err);
    return 0; /* an empty body may be complained about */
}

static void describe(struct sa_http *http)
{
    const struct sa_http_options *o = &http->options;
    bool tokens = http->gss != NULL;

    http->info.mechanism = tokens                     ? sa_gss_mechanism(http->gss)
                           : o->auth == SA_HTTP_BASIC ? "Basic"
                                                      : "certificate";
    if (o->tls)
        (void)snprintf(http->protection, sizeof http->protection, "TLS %s%s", http->tls_version,
                       tokens && !o->no_channel_binding ? " with channel binding" : "");
    else
        (void)snprintf(http->protection, sizeof http->protection, "sealed by %s, %s",
                       sa_gss_mechanism(http->gss), sa_gss_cipher(http->gss));
    http->info.protection = http->protection;
    http->info.is_protected = true;
    http->info.spn = is_kerberos(http) ? http->spns[http->spn_at] : "";
}

/* What was tried, for the footprint: "Kerberos for HTTP/name". */
static void tell_logon(struct sa_http *http, const struct logon *logon, int64_t start, int status,
                       const struct sa_error *err)
{
    char detail[400];
    const char *mechanism = http->options.auth == SA_HTTP_BASIC         ? "Basic"
                            : http->options.auth == SA_HTTP_CERTIFICATE ? "certificate"
                            : http->options.auth == SA_HTTP_NTLM        ? "NTLM"
                                                                        : "Kerberos";
    struct sa_http_event event = {
        .operation = "authenticate",
        .detail = detail,
        .status = status,
        .code = status == 0                                    ? 200
                : err != NULL && err->domain == SA_DOMAIN_HTTP ? (long)err->code
                                                               : 0,
        .sent = logon->sent,
        .received = logon->received,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start,
    };

    (void)snprintf(detail, sizeof detail, is_kerberos(http) ? "%s for %s" : "%s", mechanism,
                   is_kerberos(http) ? http->spns[http->spn_at] : "");
    tell(http, &event);
}

/* A ticket could not be had because of the clocks: the server's is asked. */
static void compare_clocks(struct sa_http *http, const struct logon *logon, struct sa_error *err)
{
    SA_CLEANUP(answer_done) struct answer answer = {0};
    struct logon ignored = *logon;

    if (err == NULL || !http->ticket.is_skewed)
        return;
    if (http->info.clock_offset_s == INT64_MIN)
        (void)leg(http, &ignored, NULL, true, false, &answer, NULL);
    hint_clocks(http, err);
}

/* While it is not known whether the password is right another server may be asked about it. */
static int wait_for_password(struct sa_http *http, struct sa_known_password **ret,
                             struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    const struct sa_password_use use = {o->user, o->password, o->host, /* local_is_free= */ true};
    static const struct timespec rest = {.tv_nsec = POLL_MS * 1000000L / 2};

    for (;;) {
        int r = sa_password_begin(&use, ret, err);

        if (r != 0)
            return r < 0 ? r : 0;
        r = check_cancelled(http, err);
        if (r < 0)
            return r;
        if (o->deadline_ms != 0 && sa_time_monotonic_ms() >= o->deadline_ms)
            return sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                           "'%s' was not asked in time: the password of '%s' was being tried at "
                           "another server",
                           o->host, o->user);
        (void)nanosleep(&rest, NULL);
    }
}

static int attempt(struct sa_http *http, struct logon *logon, struct sa_error *err)
{
    bool tokens = is_kerberos(http) || http->options.auth == SA_HTTP_NTLM;
    struct sa_known_password *known = NULL;
    int64_t start = 0;
    int r = prepare(http, logon->until_ms, err);

    if (r < 0) {
        compare_clocks(http, logon, err);
        return r;
    }
    if (http->options.auth == SA_HTTP_NTLM) {
        r = wait_for_password(http, &known, err);
        if (r < 0)
            return r;
        logon->until_ms = until(http, 3 * http->options.connect_ms);
    }
    start = sa_time_monotonic_ms();
    http->info.logons++;
    r = tokens ? by_tokens(http, logon, err) : by_standing(http, logon, err);
    sa_password_end(known, r == 0                              ? SA_PASSWORD_ACCEPTED
                           : r == SA_E_AUTH && logon->complete ? SA_PASSWORD_REFUSED
                                                               : SA_PASSWORD_NOT_SHOWN);
    tell_logon(http, logon, start, r, err);
    return r;
}

int log_on(struct sa_http *http, struct sa_error *err)
{
    struct logon logon = {.until_ms = until(http, 3 * http->options.connect_ms)};
    size_t first_name = 0;
    int r = 0;

    void_context(http);
    http->spn_changed = false;
    http->spn_refused = NULL;
    first_name = http->spn_at;
    r = attempt(http, &logon, err);
    for (size_t i = 0; r < 0 && logon.again && i < 2; i++) {
        struct sa_error first = err != NULL ? *err : (struct sa_error){0};

        logon.again = false;
        void_context(http);
        r = attempt(http, &logon, err);
        /* No other name has a ticket: what the first one met is what matters. */
        if (r < 0 && is_kerberos(http) && http->ticket.is_unknown) {
            if (err != NULL)
                *err = first;
            r = first.status != 0 ? first.status : r;
        }
    }
    if (r < 0) {
        void_context(http);
        http->spn_at = first_name;
        return r;
    }
    http->ready = true;
    describe(http);
    return 0;
}
