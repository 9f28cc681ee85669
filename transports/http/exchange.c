/* SPDX-License-Identifier: Apache-2.0 */
/* Opening, exchanges, closing (include/syncaudit/http.h).
 *
 * The logon belongs to one TCP connection; when that is gone, so is the context. An exchange that meets
 * this logs on once and sends once more, if the server cannot have acted on the request: it had not
 * left, or was answered with 401. Whether it acted on one that left and was never answered nobody
 * knows: that is sent again only when the caller says that it may. */
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define SOAP_TYPE "application/soap+xml;charset=UTF-8"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int init_status;

static void init_libraries(void)
{
    gss_OID_set mechanisms = GSS_C_NO_OID_SET;
    OM_uint32 ignored = 0;

    (void)OPENSSL_init_ssl(0, NULL);
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        init_status = SA_E_INTERNAL;
    /* Loads the mechanisms' libraries. */
    (void)gss_indicate_mechs(&ignored, &mechanisms);
    (void)gss_release_oid_set(&ignored, &mechanisms);
}

int sa_http_init(struct sa_error *err)
{
    (void)pthread_once(&once, init_libraries);
    if (init_status < 0)
        return sa_fail(err, init_status, SA_DOMAIN_CURL, 0, "libcurl cannot be initialised");
    return 0;
}

static int make(const struct sa_http_options *options, bool anonymous, struct sa_http **ret,
                struct sa_error *err)
{
    struct sa_http *http = NULL;
    int r = sa_http_init(err);

    if (r == 0)
        r = options_check(options, anonymous, err);
    if (r < 0)
        return r;
    http = calloc(1, sizeof *http);
    if (http == NULL)
        return sa_fail_nomem(err);
    sa_arena_init(&http->arena, 256 * SA_KIB);
    http->anonymous = anonymous;
    r = options_copy(options, http, err);
    if (r == 0)
        r = transfer_setup(http, err);
    if (r < 0)
        sa_http_close(http);
    else
        *ret = http;
    return r;
}

int sa_http_open(const struct sa_http_options *options, struct sa_http **ret, struct sa_error *err)
{
    struct sa_http *http = NULL;
    int r = make(options, false, &http, err);

    if (r < 0)
        return r;
    r = log_on(http, err);
    if (r < 0)
        sa_http_close(http);
    else
        *ret = http;
    return r;
}

void sa_http_close(struct sa_http *http)
{
    if (http == NULL)
        return;
    void_context(http);
    if (http->curl != NULL)
        curl_easy_cleanup(http->curl);
    if (http->multi != NULL)
        (void)curl_multi_cleanup(http->multi);
    X509_STORE_free(http->authorities);
    curl_slist_free_all(http->resolved);
    sa_tickets_free(http->tickets);
    sa_arena_done(&http->arena);
    free(http);
}

const struct sa_http_info *sa_http_info(struct sa_http *http)
{
    return &http->info;
}

/* Of an answer of HTTP itself a part of the text is kept. Unsealed text is not: anybody on the way may
 * have written it, a SOAP fault for example, which would be believed. */
static int keep_text(const struct sa_http *http, const struct answer *answer, struct sa_buf *reply,
                     struct sa_error *err)
{
    size_t len = answer->body.len < TEXT_MAX ? answer->body.len : TEXT_MAX;

    if (len == 0 || (!http->options.tls && !http->anonymous))
        return 0;
    return sa_buf_add(reply, answer->body.data, len) < 0 ? sa_fail_nomem(err) : 0;
}

static int take_plain(struct sa_http *http, const struct answer *answer, struct sa_buf *reply,
                      struct sa_error *err)
{
    char charset[32];

    charset_of(answer->type, charset);
    if (answer->body.len > 0 && sa_buf_add(reply, answer->body.data, answer->body.len) < 0)
        return sa_fail(err, sa_buf_status(reply), SA_DOMAIN_HTTP, 0,
                       "the answer of '%s' is too long", http->options.host);
    return to_utf8(reply, charset, http->options.host, err);
}

static int empty_answer(struct sa_http *http, const struct answer *answer, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_HTTP, answer->status,
                    "'%s' port %u answers HTTP %ld with nothing in it", http->options.host,
                    (unsigned)http->options.port, answer->status);

    sa_hint(err, http->options.tls ? "look at the server's event log (WinRM/Operational)"
                                   : "it could not read the sealed message: look at the server's "
                                     "event log (WinRM/Operational) and at proxies in between");
    return r;
}

static int unsealed(struct sa_http *http, const struct answer *answer, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_HTTP, answer->status,
                    "'%s' port %u answers a sealed message with an unsealed one: it is not used",
                    http->options.host, (unsigned)http->options.port);

    sa_hint(err, "somebody in between may have written it: use HTTPS, and look for proxies");
    return r;
}

static int take_sealed(struct sa_http *http, const struct answer *answer, struct sa_buf *reply,
                       struct sa_error *err)
{
    char charset[32] = "";
    int r = 0;

    if (http->gss == NULL || !sa_gss_can_seal(http->gss))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_HTTP, answer->status,
                       "'%s' seals its answer, although there is no key for it",
                       http->options.host);
    r = sealed_open(http, &answer->body, reply, charset, err);
    return r == 0 ? to_utf8(reply, charset, http->options.host, err) : r;
}

/* An answer that is no 401. After one that was not sealed the two ends may not agree any more on how many
 * messages there were. */
static int take_answer(struct sa_http *http, const struct answer *answer, struct sa_buf *reply,
                       struct sa_error *err)
{
    bool soap = answer->status == 200 || answer->status == 500;
    int r = 0;

    if (answer->status == 403)
        r = access_denied(http, err);
    else if (is_sealed_type(answer->type))
        r = take_sealed(http, answer, reply, err);
    else if (soap && answer->body.len == 0)
        r = empty_answer(http, answer, err);
    else if (soap && !http->options.tls)
        r = unsealed(http, answer, err);
    else if (soap)
        r = take_plain(http, answer, reply, err);
    else
        r = keep_text(http, answer, reply, err);
    if (r < 0 || (!http->options.tls && !is_sealed_type(answer->type)))
        void_context(http);
    if (r < 0)
        sa_buf_clear(reply);
    return r;
}

/* A domain counts refused passwords. One refusal is enough to know; whatever is still to be sent, even
 * what would tidy up, does not show the password again. */
static int log_on_again(struct sa_http *http, struct sa_error *err)
{
    bool counted = http->options.auth == SA_HTTP_NTLM || http->options.auth == SA_HTTP_BASIC;
    struct sa_error own = {0};
    int r = http->refusal.status;

    if (r == 0) {
        r = log_on(http, &own);
        if (counted && r == SA_E_AUTH)
            http->refusal = own;
    } else {
        own = http->refusal;
    }
    if (r < 0 && err != NULL)
        *err = own;
    return r;
}

struct exchange {
    const char *body;
    size_t len;
    bool repeatable;
    int64_t until_ms;
};

/* One request with what protects it. */
static int send_once(struct sa_http *http, const struct exchange *x, struct answer *answer,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf sealed = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    SA_CLEANUP(sa_buf_done) struct sa_buf standing = SA_BUF_INIT(2 * SA_LIMIT_SECRET);
    struct request request = {
        .type = SOAP_TYPE,
        .body = x->body,
        .len = x->len,
        .until_ms = x->until_ms,
        .same_connection = true,
    };
    int64_t start = sa_time_monotonic_ms();
    struct sa_http_event event = {.operation = "post", .detail = ""};
    int r = 0;

    request.authorization = standing_authorization(http, &standing);
    if (!http->options.tls) {
        r = sealed_build(http, x->body, x->len, &sealed, err);
        request.type = sealed_type(http);
        request.body = sealed.data;
        request.len = sealed.len;
    }
    if (r == 0)
        r = transfer(http, &request, answer, err);
    if (standing.data != NULL)
        explicit_bzero(standing.data, standing.len);
    event.status = r;
    event.code = answer->status;
    event.sent = answer->sent;
    event.received = answer->header_bytes + answer->body.len;
    event.started_at = sa_time_now();
    event.elapsed_ms = sa_time_monotonic_ms() - start;
    tell(http, &event);
    return r;
}

/* May the request go out a second time, after a new logon? */
static bool may_repeat(const struct exchange *x, int r, const struct answer *answer)
{
    if (r == 0)
        return answer->status == 401;
    return r == SA_E_NETWORK && (answer->sent == 0 || x->repeatable);
}

static int again_refused(struct sa_http *http, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_HTTP, 401,
                    "'%s' port %u accepts the logon and refuses the request behind it, twice",
                    http->options.host, (unsigned)http->options.port);

    sa_hint(err, "a load balancer or proxy may spread the requests of one connection");
    return r;
}

/* NOLINTNEXTLINE(readability-function-size): the public signature */
int sa_http_exchange(struct sa_http *http, const char *body, size_t len, bool repeatable,
                     unsigned timeout_ms, struct sa_buf *reply, long *ret_status, bool *ret_sent,
                     struct sa_error *err)
{
    struct exchange x = {.body = body, .len = len, .repeatable = repeatable};
    bool fresh = false;

    sa_buf_clear(reply);
    *ret_status = 0;
    if (ret_sent != NULL)
        *ret_sent = false;
    for (;;) {
        SA_CLEANUP(answer_done) struct answer answer = {0};
        int r = 0;

        if (!http->ready) {
            r = log_on_again(http, err);
            if (r < 0)
                return r;
            fresh = true;
        }
        x.until_ms = until(http, timeout_ms);
        r = send_once(http, &x, &answer, err);
        if (ret_sent != NULL && answer.sent > 0)
            *ret_sent = true;
        if (r == 0 && answer.status != 401) {
            *ret_status = answer.status;
            return take_answer(http, &answer, reply, err);
        }
        void_context(http);
        if (fresh || !may_repeat(&x, r, &answer)) {
            *ret_status = answer.status;
            return r == 0 ? again_refused(http, err) : r;
        }
    }
}

/* NOLINTNEXTLINE(readability-function-size): the public signature */
int sa_http_exchange_closing(struct sa_http *http, const char *body, size_t len, bool repeatable,
                             unsigned timeout_ms, struct sa_buf *reply, long *ret_status,
                             bool *ret_sent, struct sa_error *err)
{
    const int64_t deadline_ms = http->options.deadline_ms;
    const atomic_bool *cancelled = http->options.cancelled;
    int r = 0;

    http->options.deadline_ms = sa_time_monotonic_ms() + timeout_ms;
    http->options.cancelled = NULL;
    r = sa_http_exchange(http, body, len, repeatable, timeout_ms, reply, ret_status, ret_sent, err);
    http->options.deadline_ms = deadline_ms;
    http->options.cancelled = cancelled;
    return r;
}

int sa_http_identify(const struct sa_http_options *options, const char *body, size_t len,
                     struct sa_buf *reply, long *ret_status, struct sa_error *err)
{
    SA_CLEANUP(sa_http_close_p) struct sa_http *http = NULL;
    SA_CLEANUP(answer_done) struct answer answer = {0};
    struct request request = {
        .type = SOAP_TYPE,
        .field = "WSMANIDENTIFY: unauthenticated",
        .body = body,
        .len = len,
        .fresh = true,
    };
    int r = 0;

    sa_buf_clear(reply);
    *ret_status = 0;
    r = make(options, true, &http, err);
    if (r == 0)
        r = prepare(http, until(http, 3 * http->options.connect_ms), err);
    if (r < 0)
        return r;
    request.until_ms = until(http, 3 * http->options.connect_ms);
    r = transfer(http, &request, &answer, err);
    if (r < 0)
        return r;
    *ret_status = answer.status;
    if (answer.status == 200 || answer.status == 500)
        return take_plain(http, &answer, reply, err);
    return keep_text(http, &answer, reply, err);
}
