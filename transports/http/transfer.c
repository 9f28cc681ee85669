/* SPDX-License-Identifier: Apache-2.0 */
/* One HTTP/1.1 request and its answer, by libcurl (RFC 9110, RFC 9112).
 *
 * The logon belongs to the TCP connection. libcurl opens a new one silently when the server has closed
 * the old one, and even sends a request again on it. So it may only dial when it is told to: the
 * function that makes sockets refuses otherwise, and nothing ever goes out on a connection that the
 * security context does not belong to. How many bytes had left by then is known from libcurl's trace;
 * when there were none the server has not seen the request.
 *
 * A multi handle of our own drives the one easy handle, so that deadline and cancellation are looked at
 * ten times a second, whatever the server sends or does not. */
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

void answer_done(struct answer *answer)
{
    sa_buf_done(&answer->challenges);
    sa_buf_done(&answer->body);
}

int64_t until(const struct sa_http *http, unsigned ms)
{
    int64_t end = sa_time_monotonic_ms() + ms;

    return http->options.deadline_ms != 0 && http->options.deadline_ms < end
               ? http->options.deadline_ms
               : end;
}

int check_cancelled(const struct sa_http *http, struct sa_error *err)
{
    if (http->options.cancelled != NULL && atomic_load(http->options.cancelled))
        return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "cancelled");
    return 0;
}

void tell(struct sa_http *http, const struct sa_http_event *event)
{
    struct sa_http_event copy = *event;

    copy.server = http->options.host;
    if (http->options.watch != NULL)
        http->options.watch(http->options.payload, &copy);
}

static curl_socket_t open_socket(void *data, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct sa_http *http = data;

    (void)purpose;
    if (!http->dialling_allowed) {
        http->dial_refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/* Of the trace only the sizes of what left are looked at: it has passwords in it.
 * NOLINTNEXTLINE(readability-non-const-parameter): the signature is libcurl's */
static int on_trace(CURL *curl, curl_infotype type, char *bytes, size_t size, void *data)
{
    struct sa_http *http = data;

    (void)curl;
    (void)bytes;
    if (http->answer == NULL)
        return 0;
    if (type == CURLINFO_HEADER_OUT || type == CURLINFO_DATA_OUT)
        http->answer->sent += size;
    else if (type == CURLINFO_SSL_DATA_OUT)
        http->answer->handshake = true;
    return 0;
}

static void copy_value(const char *value, size_t len, char *to, size_t size)
{
    if (len < size) {
        memcpy(to, value, len);
        to[len] = '\0';
    }
}

/* Is this the field `name`? `*value` is what stands behind it, without blanks. */
static bool field(const char *line, size_t len, const char *name, const char **value,
                  size_t *value_len)
{
    size_t name_len = strlen(name);

    if (len <= name_len || line[name_len] != ':' || strncasecmp(line, name, name_len) != 0)
        return false;
    line += name_len + 1;
    len -= name_len + 1;
    while (len > 0 && (*line == ' ' || *line == '\t')) {
        line++;
        len--;
    }
    while (len > 0 && strchr(" \t\r\n", line[len - 1]) != NULL)
        len--;
    *value = line;
    *value_len = len;
    return true;
}

static size_t on_header(char *line, size_t size, size_t count, void *data)
{
    struct sa_http *http = data;
    struct answer *answer = http->answer;
    size_t len = size * count;
    const char *value = NULL;
    size_t value_len = 0;

    answer->header_bytes += len;
    if (answer->header_bytes > SA_LIMIT_HTTP_HEADERS) {
        answer->too_long = true;
        return 0;
    }
    if (len > 5 && memcmp(line, "HTTP/", 5) == 0) { /* after a 1xx it begins anew */
        sa_buf_clear(&answer->challenges);
        answer->type[0] = '\0';
        answer->date[0] = '\0';
        if (http->options.tls)
            tls_note_version(http);
    } else if (field(line, len, "WWW-Authenticate", &value, &value_len)) {
        if (answer->challenges.len > 0)
            sa_buf_add_text(&answer->challenges, ", ");
        sa_buf_add(&answer->challenges, value, value_len);
    } else if (field(line, len, "Content-Type", &value, &value_len)) {
        copy_value(value, value_len, answer->type, sizeof answer->type);
    } else if (field(line, len, "Date", &value, &value_len)) {
        copy_value(value, value_len, answer->date, sizeof answer->date);
    }
    return len;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *data)
{
    struct sa_http *http = data;
    size_t len = size * count;

    if (sa_buf_add(&http->answer->body, bytes, len) < 0) {
        http->answer->too_long = sa_buf_status(&http->answer->body) == SA_E_LIMIT;
        return 0;
    }
    return len;
}

int transfer_setup(struct sa_http *http, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    CURL *curl = curl_easy_init();
    bool ok = false;

    http->curl = curl;
    http->multi = curl_multi_init();
    if (curl == NULL || http->multi == NULL)
        return sa_fail_nomem(err);
    ok = curl_easy_setopt(curl, CURLOPT_URL, http->info.url) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, o->tls ? "https" : "http") == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_HTTP09_ALLOWED, 0L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_PROXY, o->proxy != NULL ? o->proxy : "") == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_NOPROXY, o->proxy != NULL ? "" : "*") == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)o->connect_ms) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_BUFFERSIZE, 64L * 1024) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)SA_LIMIT_HTTP_REPLY) ==
             CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_POST, 1L) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, http) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_HEADERDATA, http) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_WRITEDATA, http) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, on_trace) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_DEBUGDATA, http) == CURLE_OK &&
         curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L) == CURLE_OK &&
         curl_multi_setopt(http->multi, CURLMOPT_MAXCONNECTS, 1L) == CURLM_OK;
    if (!ok)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_CURL, 0, "libcurl refuses an option");
    return o->tls ? tls_setup(http, err) : 0;
}

static bool add_field(struct curl_slist **fields, const char *name, const char *value)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT(2 * SA_LIMIT_AUTH_TOKEN);
    struct curl_slist *longer = NULL;

    if (value == NULL)
        return true;
    sa_buf_addf(&line, "%s: %s", name, value);
    if (sa_buf_status(&line) == 0)
        longer = curl_slist_append(*fields, sa_buf_text(&line));
    if (line.data != NULL)
        explicit_bzero(line.data, line.len);
    if (longer != NULL)
        *fields = longer;
    return longer != NULL;
}

/* Authorization may hold a password. */
static void free_fields(struct curl_slist *fields)
{
    for (struct curl_slist *f = fields; f != NULL; f = f->next)
        explicit_bzero(f->data, strlen(f->data));
    curl_slist_free_all(fields);
}

static struct curl_slist *make_fields(const struct request *request)
{
    struct curl_slist *fields = curl_slist_append(NULL, "Expect:");
    bool ok = fields != NULL && add_field(&fields, "Accept-Encoding", "identity") &&
              add_field(&fields, "User-Agent", "syncaudit") &&
              add_field(&fields, "Content-Type", request->type) &&
              add_field(&fields, "Authorization", request->authorization);

    if (ok && request->field != NULL) {
        struct curl_slist *longer = curl_slist_append(fields, request->field);

        ok = longer != NULL;
        if (ok)
            fields = longer;
    }
    if (!ok) {
        free_fields(fields);
        fields = NULL;
    }
    return fields;
}

static int drive(struct sa_http *http, CURLcode *ret_code, struct sa_error *err)
{
    for (;;) {
        int64_t left = http->request->until_ms - sa_time_monotonic_ms();
        int running = 0;
        int queued = 0;
        const CURLMsg *message = NULL;
        int r = check_cancelled(http, err);

        if (r < 0)
            return r;
        if (curl_multi_perform(http->multi, &running) != CURLM_OK)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_CURL, 0, "libcurl fails");
        message = curl_multi_info_read(http->multi, &queued);
        if (message != NULL && message->msg == CURLMSG_DONE) {
            *ret_code = message->data.result;
            return 0;
        }
        if (left <= 0) {
            r = sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_HTTP, 0,
                        http->answer->sent > 0 ? "'%s' port %u did not answer in time"
                                               : "cannot connect to '%s' port %u in time",
                        http->options.host, (unsigned)http->options.port);
            sa_hint(err, http->answer->sent > 0
                             ? "look at the load of that server, or allow more time"
                             : "check name, routing and firewalls");
            return r;
        }
        (void)curl_multi_poll(http->multi, NULL, 0, (int)(left < POLL_MS ? left : POLL_MS), NULL);
    }
}

static void note_connection(struct sa_http *http, struct answer *answer, int64_t start, int status)
{
    curl_off_t connected = 0;
    long made = 0;
    struct sa_http_event event = {.operation = "connect", .status = status};

    (void)curl_easy_getinfo(http->curl, CURLINFO_NUM_CONNECTS, &made);
    answer->new_connection = made > 0;
    http->info.connections += (size_t)made;
    if (!http->dialling_allowed || (made == 0 && (status == 0 || answer->sent > 0)))
        return;
    (void)curl_easy_getinfo(
        http->curl, http->options.tls ? CURLINFO_APPCONNECT_TIME_T : CURLINFO_CONNECT_TIME_T,
        &connected);
    event.detail = http->options.tls ? "TLS" : "";
    event.status = answer->sent > 0 ? 0 : status;
    event.started_at = sa_time_now();
    event.elapsed_ms = connected > 0 ? connected / 1000 : sa_time_monotonic_ms() - start;
    tell(http, &event);
}

static void note_answer(struct sa_http *http, struct answer *answer)
{
    int64_t date = 0;

    http->info.posts += answer->sent > 0;
    http->info.bytes_sent += answer->sent;
    http->info.bytes_received += answer->header_bytes + answer->body.len;
    if (answer->date[0] != '\0' && sa_time_parse(answer->date, &date) == 0)
        http->info.clock_offset_s = date - sa_time_now();
}

int transfer(struct sa_http *http, const struct request *request, struct answer *answer,
             struct sa_error *err)
{
    struct curl_slist *fields = make_fields(request);
    CURLcode code = CURLE_OK;
    int64_t start = sa_time_monotonic_ms();
    int r = 0;

    *answer = (struct answer){
        .challenges = SA_BUF_INIT(SA_LIMIT_HTTP_HEADERS),
        .body = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY),
    };
    if (fields == NULL)
        return sa_fail_nomem(err);
    http->request = request;
    http->answer = answer;
    http->dialling_allowed = !request->same_connection;
    http->dial_refused = false;
    http->verify_code = 0;
    (void)curl_easy_setopt(http->curl, CURLOPT_FRESH_CONNECT, request->fresh ? 1L : 0L);
    (void)curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, fields);
    (void)curl_easy_setopt(http->curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->len);
    (void)curl_easy_setopt(http->curl, CURLOPT_POSTFIELDS, request->len > 0 ? request->body : "");
    if (curl_multi_add_handle(http->multi, http->curl) != CURLM_OK)
        r = sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_CURL, 0, "libcurl fails");
    else
        r = drive(http, &code, err);
    if (r == 0 && code != CURLE_OK)
        r = transfer_failed(http, code, err);
    (void)curl_easy_getinfo(http->curl, CURLINFO_RESPONSE_CODE, &answer->status);
    note_connection(http, answer, start, r);
    /* What has not come to its end is closed with this. */
    (void)curl_multi_remove_handle(http->multi, http->curl);
    note_answer(http, answer);
    (void)curl_easy_setopt(http->curl, CURLOPT_HTTPHEADER, NULL);
    (void)curl_easy_setopt(http->curl, CURLOPT_POSTFIELDS, "");
    free_fields(fields);
    http->request = NULL;
    http->answer = NULL;
    return r;
}
