/* SPDX-License-Identifier: Apache-2.0 */
/* Exchanges with a server that closes, refuses and answers oddly: what is sent again, what is not, and
 * how often a logon is made. Then 64 connections at once. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/http.h"
#include "syncaudit/limits.h"

#include "support/https_server.h"
#include "support/test.h"

#define SOAP "Content-Type: application/soap+xml;charset=UTF-8\r\n"

static void answer_with(struct https_answer *ret, const char *status, const char *fields,
                        const void *body, size_t len)
{
    int head = snprintf(ret->bytes, sizeof ret->bytes,
                        "HTTP/1.1 %s\r\nDate: Tue, 03 May 2016 14:39:16 GMT\r\n%sContent-Length: "
                        "%zu\r\n\r\n",
                        status, fields, len);

    memcpy(ret->bytes + head, body, len);
    ret->len = (size_t)head + len;
}

static void answer_raw(struct https_answer *ret, const char *text)
{
    ret->len = strlen(text);
    memcpy(ret->bytes, text, ret->len);
}

static atomic_uint refusals;

/* One behaviour a path; the body comes back otherwise. */
static void handle(const struct https_request *q, struct https_answer *ret)
{
    static const char utf16[] = "\xff\xfe<\0?\0x\0m\0l\0 \0e\0=\0\"\0u\0\"\0?\0>\0<\0\xe4\0/\0>\0";
    bool echo = false;

    if (!q->authorized) {
        answer_with(ret, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "", 0);
    } else if (strcmp(q->path, "/password-changed") == 0 && (q->len > 0 || refusals > 0)) {
        refusals++;
        answer_with(ret, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "", 0);
    } else if (q->len == 0) {
        answer_with(ret, "200 OK", "", "", 0);
    } else if (strcmp(q->path, "/close-idle") == 0) {
        echo = true;
        ret->close = true;
    } else if (strcmp(q->path, "/drop-second") == 0 && q->number == 2) {
        ret->close = true;
    } else if (strcmp(q->path, "/drop-all") == 0) {
        ret->close = true;
    } else if (strcmp(q->path, "/refuse-second") == 0 && q->number == 2) {
        answer_with(ret, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "", 0);
    } else if (strcmp(q->path, "/refuse-all") == 0) {
        answer_with(ret, "401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "", 0);
    } else if (strcmp(q->path, "/half") == 0) {
        answer_raw(ret, "HTTP/1.1 200 OK\r\n" SOAP "Content-Length: 100\r\n\r\nhalf");
        ret->close = true;
    } else if (strcmp(q->path, "/chunked") == 0) {
        answer_raw(ret, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n" SOAP
                        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    } else if (strcmp(q->path, "/utf16") == 0) {
        answer_with(ret, "200 OK", "Content-Type: application/soap+xml; charset=\"UTF-16\"\r\n",
                    utf16, sizeof utf16 - 1);
    } else if (strcmp(q->path, "/cut-utf16") == 0) {
        answer_with(ret, "200 OK", "Content-Type: application/soap+xml; charset=UTF-16\r\n", "<\0a",
                    3);
    } else if (strcmp(q->path, "/500") == 0) {
        answer_with(ret, "500 Internal Server Error", SOAP, "<fault/>", 8);
    } else if (strcmp(q->path, "/empty-500") == 0) {
        answer_with(ret, "500 Internal Server Error", "", "", 0);
    } else if (strcmp(q->path, "/503") == 0) {
        char text[5000];

        memset(text, 'x', sizeof text);
        answer_with(ret, "503 Service Unavailable", "Content-Type: text/html\r\n", text,
                    sizeof text);
    } else if (strcmp(q->path, "/sealed") == 0) {
        answer_with(ret, "200 OK", "Content-Type: multipart/encrypted\r\n", "--x\r\n", 5);
    } else if (strcmp(q->path, "/redirect") == 0) {
        answer_with(ret, "302 Found", "Location: /wsman\r\n", "", 0);
    } else {
        echo = true;
    }
    if (echo)
        answer_with(ret, "200 OK", SOAP, q->body, q->len);
}

struct session {
    struct https_server *server;
    struct sa_secret *password;
    struct sa_http *http;
    struct sa_buf reply;
    long status;
    bool sent;
    struct sa_error err;
};

static struct sa_secret *new_password(const char *text)
{
    char bytes[16];
    struct sa_secret *ret = NULL;
    size_t len = strlen(text);

    memcpy(bytes, text, len);
    assert_int_equal(sa_secret_new(bytes, len, &ret, NULL), 0);
    return ret;
}

static struct sa_http_options options_for(const struct session *s, const char *path)
{
    return (struct sa_http_options){
        .host = "127.0.0.1",
        .port = https_server_port(s->server),
        .tls = true,
        .path = path,
        .auth = SA_HTTP_BASIC,
        .user = "user",
        .password = s->password,
        .pin = https_server_pin(s->server),
    };
}

static void begin(struct session *s, const char *path)
{
    struct sa_http_options options;

    *s = (struct session){.server = https_server_start(handle), .password = new_password("secret")};
    sa_buf_init(&s->reply, SA_MIB);
    options = options_for(s, path);
    if (sa_http_open(&options, &s->http, &s->err) != 0)
        fail_msg("%s: %s", path, s->err.message);
}

static void end(struct session *s)
{
    sa_http_close(s->http);
    https_server_stop(s->server);
    sa_secret_free(s->password);
    sa_buf_done(&s->reply);
}

static int ask(struct session *s, const char *body, bool repeatable)
{
    return sa_http_exchange(s->http, body, strlen(body), repeatable, 5000, &s->reply, &s->status,
                            &s->sent, &s->err);
}

static void expect(struct session *s, const char *body)
{
    if (ask(s, body, false) != 0)
        fail_msg("%s | %s", s->err.message, s->err.hint);
    assert_int_equal(s->status, 200);
    assert_string_equal(sa_buf_text(&s->reply), body);
}

static void one_connection_serves_all(void **state)
{
    struct session s;
    const struct sa_http_info *info = NULL;

    (void)state;
    begin(&s, "/echo");
    for (int i = 0; i < 5; i++)
        expect(&s, "<a/>");
    info = sa_http_info(s.http);
    assert_int_equal(info->connections, 1);
    assert_int_equal(info->logons, 1);
    assert_int_equal(info->posts, 6);
    assert_true(info->is_protected);
    assert_string_equal(info->mechanism, "Basic");
    assert_non_null(strstr(info->protection, "TLS 1."));
    assert_string_equal(info->certificate, https_server_pin(s.server));
    assert_true(info->clock_offset_s < -1000000);
    assert_true(info->bytes_sent > 0 && info->bytes_received > 0);
    end(&s);
}

/* The server closes idle connections: each exchange meets a new one, and all of them are answered. */
static void closed_connections_are_replaced(void **state)
{
    struct session s;

    (void)state;
    begin(&s, "/close-idle");
    for (int i = 0; i < 4; i++) {
        struct timespec pause = {.tv_nsec = 50000000};

        expect(&s, "<b/>");
        (void)nanosleep(&pause, NULL);
    }
    assert_int_equal(https_server_requests(s.server), 4);
    assert_int_equal(sa_http_info(s.http)->logons, 4);
    end(&s);
}

static void lost_requests_are_repeated_only_if_they_may(void **state)
{
    struct session s;

    (void)state;
    begin(&s, "/drop-second");
    expect(&s, "<a/>");
    assert_int_equal(ask(&s, "<a/>", false), SA_E_NETWORK);
    assert_true(s.sent);
    assert_int_equal(https_server_requests(s.server), 2);
    expect(&s, "<c/>"); /* the next one logs on anew */
    assert_int_equal(https_server_requests(s.server), 3);
    end(&s);

    begin(&s, "/drop-second");
    expect(&s, "<a/>");
    assert_int_equal(ask(&s, "<a/>", true), 0);
    assert_int_equal(https_server_requests(s.server), 3);
    end(&s);

    begin(&s, "/drop-all");
    assert_int_equal(ask(&s, "<a/>", true), SA_E_NETWORK);
    assert_int_equal(https_server_requests(s.server), 2); /* once again, not for ever */
    end(&s);
}

static void refused_requests_are_repeated_once(void **state)
{
    struct session s;

    (void)state;
    begin(&s, "/refuse-second");
    expect(&s, "<a/>");
    expect(&s, "<b/>");
    assert_int_equal(https_server_requests(s.server), 3);
    assert_int_equal(sa_http_info(s.http)->logons, 2);
    end(&s);

    begin(&s, "/refuse-all");
    assert_int_equal(ask(&s, "<a/>", false), SA_E_AUTH);
    assert_int_equal(https_server_requests(s.server), 2);
    end(&s);
}

/* Domains count: a request in the middle and the logon behind it are shown the password, nothing is
 * after that, nor what tidies up. */
static void a_refused_password_is_not_shown_again(void **state)
{
    struct session s;

    (void)state;
    refusals = 0;
    begin(&s, "/password-changed");
    assert_int_equal(ask(&s, "a", true), SA_E_AUTH);
    assert_int_equal(refusals, 2);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(sa_http_exchange_closing(s.http, "bye", 3, true, 4000, &s.reply, &s.status,
                                                  &s.sent, &s.err),
                         SA_E_AUTH);
        assert_int_equal(s.err.code, 401);
    }
    assert_int_equal(ask(&s, "b", true), SA_E_AUTH);
    assert_int_equal(refusals, 2);
    end(&s);
}

static void odd_answers(void **state)
{
    static const struct {
        const char *path;
        int result;
        long status;
        const char *reply;
    } rows[] = {
        {"/half",      SA_E_NETWORK,  200, ""           },
        {"/chunked",   0,             200, "abcde"      },
        {"/utf16",     0,             200, "<\xc3\xa4/>"},
        {"/cut-utf16", SA_E_PROTOCOL, 200, ""           },
        {"/500",       0,             500, "<fault/>"   },
        {"/empty-500", SA_E_PROTOCOL, 500, ""           },
        {"/sealed",    SA_E_PROTOCOL, 200, ""           },
        {"/redirect",  0,             302, ""           },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct session s;
        int r = 0;

        begin(&s, rows[i].path);
        r = ask(&s, "<a/>", false);
        if (r != rows[i].result)
            fail_msg("%s: %d %s", rows[i].path, r, s.err.message);
        assert_int_equal(s.status, rows[i].status);
        assert_string_equal(sa_buf_text(&s.reply), rows[i].reply);
        end(&s);
    }
}

static void texts_of_http_itself_are_cut(void **state)
{
    struct session s;

    (void)state;
    begin(&s, "/503");
    assert_int_equal(ask(&s, "<a/>", false), 0);
    assert_int_equal(s.status, 503);
    assert_int_equal(s.reply.len, 4096);
    end(&s);
}

static void wrong_passwords_and_pins(void **state)
{
    struct session s = {.server = https_server_start(handle)};
    struct sa_http_options options;
    char pin[65];

    (void)state;
    s.password = new_password("wrong");
    options = options_for(&s, "/echo");
    assert_int_equal(sa_http_open(&options, &s.http, &s.err), SA_E_AUTH);
    assert_null(s.http);
    assert_int_equal(https_server_connections(s.server), 1);
    (void)snprintf(pin, sizeof pin, "%s", options.pin);
    pin[0] = pin[0] == '0' ? '1' : '0';
    options.pin = pin;
    assert_int_equal(sa_http_open(&options, &s.http, &s.err), SA_E_PROTOCOL);
    assert_non_null(strstr(s.err.message, "pinned"));
    options.pin = NULL; /* self-signed */
    assert_int_equal(sa_http_open(&options, &s.http, &s.err), SA_E_PROTOCOL);
    assert_non_null(strstr(s.err.message, "self-signed"));
    https_server_stop(s.server);
    sa_secret_free(s.password);
}

/* Many at once ------------------------------------------------------------------------------------ */

#define THREADS 64

struct client {
    const struct session *session;
    unsigned number;
    int failures;
};

/* A shell is deleted also when time is up or the run was cancelled; nothing else is sent then. */
static void tidying_up_outlives_the_deadline(void **state)
{
    struct session s = {.server = https_server_start(handle), .password = new_password("secret")};
    struct sa_http_options options = options_for(&s, "/wsman");
    atomic_bool cancelled = false;

    (void)state;
    sa_buf_init(&s.reply, SA_MIB);
    options.deadline_ms = sa_time_monotonic_ms() + 20000;
    options.cancelled = &cancelled;
    assert_int_equal(sa_http_open(&options, &s.http, &s.err), 0);
    expect(&s, "before");
    atomic_store(&cancelled, true);
    assert_int_equal(ask(&s, "late", false), SA_E_CANCELLED);
    for (int i = 0; i < 2; i++) {
        s.status = 0;
        assert_int_equal(sa_http_exchange_closing(s.http, "bye", 3, true, 4000, &s.reply, &s.status,
                                                  &s.sent, &s.err),
                         0);
        assert_int_equal(s.status, 200);
        assert_string_equal(sa_buf_text(&s.reply), "bye");
    }
    assert_int_equal(ask(&s, "later", false), SA_E_CANCELLED);
    end(&s);
}

static void *work(void *data)
{
    struct client *client = data;
    SA_CLEANUP(sa_buf_done) struct sa_buf reply = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_http_close_p) struct sa_http *http = NULL;
    struct sa_http_options options =
        options_for(client->session, client->number % 3 == 0 ? "/close-idle" : "/echo");
    struct sa_error err = {0};
    char body[64];
    long status = 0;

    (void)snprintf(body, sizeof body, "<client number=\"%u\"/>", client->number);
    if (client->number % 8 == 7) { /* no ticket there: libkrb5 at the same time */
        options.auth = SA_HTTP_NEGOTIATE;
        options.user = NULL;
        options.password = NULL;
        options.ccache = "FILE:/nonexistent/ccache";
        client->failures += sa_http_open(&options, &http, &err) != SA_E_AUTH;
        return NULL;
    }
    if (sa_http_open(&options, &http, &err) != 0) {
        client->failures++;
        return NULL;
    }
    for (int i = 0; i < 4; i++)
        if (sa_http_exchange(http, body, strlen(body), true, 30000, &reply, &status, NULL, &err) !=
                0 ||
            status != 200 || strcmp(sa_buf_text(&reply), body) != 0)
            client->failures++;
    return NULL;
}

static void many_at_once(void **state)
{
    struct session s = {.server = https_server_start(handle), .password = new_password("secret")};
    static struct client clients[THREADS];
    pthread_t threads[THREADS];

    (void)state;
    for (unsigned i = 0; i < THREADS; i++) {
        clients[i] = (struct client){&s, i, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, work, &clients[i]), 0);
    }
    for (unsigned i = 0; i < THREADS; i++) {
        (void)pthread_join(threads[i], NULL);
        assert_int_equal(clients[i].failures, 0);
    }
    https_server_stop(s.server);
    sa_secret_free(s.password);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_connection_serves_all),
        cmocka_unit_test(closed_connections_are_replaced),
        cmocka_unit_test(lost_requests_are_repeated_only_if_they_may),
        cmocka_unit_test(refused_requests_are_repeated_once),
        cmocka_unit_test(a_refused_password_is_not_shown_again),
        cmocka_unit_test(odd_answers),
        cmocka_unit_test(texts_of_http_itself_are_cut),
        cmocka_unit_test(wrong_passwords_and_pins),
        cmocka_unit_test(tidying_up_outlives_the_deadline),
        cmocka_unit_test(many_at_once),
    };

    (void)signal(SIGPIPE, SIG_IGN);
    if (sa_http_init(NULL) < 0)
        return 1;
    return cmocka_run_group_tests_name("http_exchange", tests, NULL, NULL);
}
