/* SPDX-License-Identifier: Apache-2.0 */
/* One request and its answer: time limits, the envelope, the transport, RelatesTo, faults, footprint,
 * trace; and asking again as long as a server is only too busy.
 *
 * After a quota fault or HTTP 503 nothing was done on the server, so any request may go out again,
 * under a new MessageID. The wait doubles from a second up to fifteen and is random within that, as
 * Windows' own clients do it, so that many auditors do not come back together. It never reaches beyond
 * a deadline, and there are SA_LIMIT_WSMAN_TRIES tries. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "internal.h"

#define REQUEST_MAX (512 * SA_KIB)

/* How much longer than the operation the answer may take on its way. */
#define TRAVEL_MS 5000

/* The shortest operation that is worth asking for. */
#define OPERATION_MIN_MS 500

/* Time of its own for a request that tidies up. */
#define CLOSING_MS 4000

/* How much of a request's detail stands in messages. */
#define NAMED_MAX     ((size_t)120)

#define WAIT_BASE_MS  100
#define WAIT_RANGE_MS 1000
#define WAIT_MAX_MS   15000
#define SLICE_MS      50
#define NO_DATA_MS    200

int64_t wsman_time_left(const struct sa_wsman *session, int64_t deadline_ms)
{
    int64_t nearest = deadline_ms;

    if (session->deadline_ms != 0 && (nearest == 0 || session->deadline_ms < nearest))
        nearest = session->deadline_ms;
    return nearest == 0 ? INT64_MAX : nearest - sa_time_monotonic_ms();
}

int wsman_check_time(const struct sa_wsman *session, int64_t deadline_ms, const char *what,
                     struct sa_error *err)
{
    if (session->cancelled != NULL && atomic_load(session->cancelled))
        return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "%.200s: cancelled", what);
    if (wsman_time_left(session, deadline_ms) > 0)
        return 0;
    (void)sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "%.200s: time is up", what);
    sa_hint(err, "allow more time for the host");
    return SA_E_TIMEOUT;
}

/* For messages: "Enumerate of 'root/cimv2: SELECT ...'", cut between two characters. */
static void name_request(const struct wsman_request *request, char *ret, size_t size)
{
    size_t len = strlen(request->detail);

    if (len > NAMED_MAX) {
        len = NAMED_MAX;
        while (len > 0 && ((unsigned char)request->detail[len] & 0xC0) == 0x80)
            len--;
    }
    if (len > 0)
        (void)snprintf(ret, size, "%s of '%.*s'", request->operation, (int)len, request->detail);
    else
        (void)snprintf(ret, size, "%s", request->operation);
}

static void tell(const struct sa_wsman *session, const struct wsman_request *request,
                 struct sa_wsman_event *event, int status, int64_t began_ms)
{
    event->operation = request->operation;
    event->detail = request->detail;
    event->status = status;
    event->elapsed_ms = sa_time_monotonic_ms() - began_ms;
    if (session->watch != NULL)
        session->watch(session->payload, event);
}

/* Does the answer belong to the request? A fault may come from a part of the server that never saw
 * the MessageID; anything else must name it. */
static int check_relation(const struct wsman_answer *answer, const char *message_id,
                          const char *what, struct sa_error *err)
{
    if (answer->relates_to[0] == '\0' && answer->fault != NULL)
        return 0;
    if (sa_text_same(answer->relates_to, message_id))
        return 0;
    (void)sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                  "%s: the answer belongs to another request", what);
    sa_hint(err, "look for a proxy that mixes up answers");
    return SA_E_PROTOCOL;
}

/* HTTP alone: what a fault would say is in the status. */
static int fail_http(long status, const char *what, struct wsman_fault *ret_fault,
                     struct sa_error *err)
{
    *ret_fault = (struct wsman_fault){
        .is_set = true, .kind = WSMAN_CODE_HTTP, .code = (uint32_t)(status > 0 ? status : 0)};
    return wsman_fault_fail(ret_fault, what, err);
}

/* Only faults come with another HTTP status than 200, and not all of them do. */
static int read_reply(const struct sa_buf *reply, long status, const char *message_id,
                      const char *what, struct wsman_answer *ret, struct wsman_fault *ret_fault,
                      struct sa_error *err)
{
    int r = wsman_answer_read(reply->data, reply->len, ret, err);

    if (status != 200 && (r == SA_E_PROTOCOL || (r == 0 && ret->fault == NULL))) {
        wsman_answer_done(ret);
        return fail_http(status, what, ret_fault, err);
    }
    if (r < 0)
        return r;
    if (message_id != NULL)
        r = check_relation(ret, message_id, what, err);
    if (r == 0 && ret->fault != NULL) {
        wsman_fault_read(ret, ret_fault);
        r = wsman_fault_fail(ret_fault, what, err);
    }
    return r;
}

/* How long the server may work, and how long the answer may take. */
static int plan_time(const struct sa_wsman *session, const struct wsman_request *request,
                     const char *what, unsigned *ret_operation_ms, struct sa_wsman_call *call,
                     struct sa_error *err)
{
    unsigned operation = request->operation_ms != 0 ? request->operation_ms : session->operation_ms;
    int64_t left = 0;
    int r = 0;

    call->closing = request->closing;
    if (request->closing) {
        *ret_operation_ms = CLOSING_MS;
        call->timeout_ms = CLOSING_MS;
        return 0;
    }
    r = wsman_check_time(session, request->deadline_ms, what, err);
    if (r < 0)
        return r;
    left = wsman_time_left(session, request->deadline_ms);
    if (left < operation)
        operation = left < OPERATION_MIN_MS ? OPERATION_MIN_MS : (unsigned)left;
    *ret_operation_ms = operation;
    call->timeout_ms = operation + TRAVEL_MS;
    /* Of the session only: a command's own deadline ends a wait, not a connection. */
    left = wsman_time_left(session, 0);
    if (left < call->timeout_ms)
        call->timeout_ms = left < 1 ? 1 : (unsigned)left;
    return 0;
}

static int pass(struct sa_wsman *session, const struct wsman_request *request,
                struct sa_wsman_call *call, struct sa_buf *reply, long *ret_status,
                struct sa_error *err)
{
    bool sent = false;
    int r = 0;

    wsman_trace_request(session->trace, request->operation, call->body, call->len);
    session->exchanges++;
    r = session->exchange(session->transport, call, reply, ret_status, &sent, err);
    session->bytes += call->len + reply->len;
    if (request->ret_sent != NULL)
        *request->ret_sent = *request->ret_sent || sent;
    if (r == 0)
        wsman_trace_response(session->trace, request->operation, *ret_status, sa_buf_text(reply),
                             reply->len);
    else
        wsman_trace_response(session->trace, request->operation, 0, "", 0);
    return r;
}

int wsman_send(struct sa_wsman *session, const struct wsman_request *request,
               struct wsman_answer *ret, struct wsman_fault *ret_fault, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf envelope = SA_BUF_INIT(REQUEST_MAX);
    SA_CLEANUP(sa_buf_done) struct sa_buf reply = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    struct sa_wsman_event event = {.started_at = sa_time_now()};
    struct sa_wsman_call call = {.repeatable = request->repeatable,
                                 .anonymous = request->anonymous};
    int64_t began_ms = sa_time_monotonic_ms();
    char message_id[WSMAN_ID_SIZE];
    char what[192];
    unsigned operation_ms = 0;
    long status = 0;
    int r = 0;

    *ret = (struct wsman_answer)WSMAN_ANSWER_INIT;
    *ret_fault = (struct wsman_fault){0};
    name_request(request, what, sizeof what);
    r = plan_time(session, request, what, &operation_ms, &call, err);
    if (r < 0)
        return r;
    if (session->exchanges >= SA_LIMIT_HOST_TRIPS && !request->closing)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_HOST_TRIPS,
                       "%s: more than %d requests to one host", what, SA_LIMIT_HOST_TRIPS);
    if (wsman_trace_is_broken(session->trace) && !request->closing)
        return sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "%s: the trace cannot be written", what);
    wsman_new_id(message_id);
    r = wsman_envelope(session, request, message_id, operation_ms, &envelope, err);
    if (r < 0)
        return r;
    call.body = sa_buf_text(&envelope);
    call.len = envelope.len;
    r = pass(session, request, &call, &reply, &status, err);
    event.sent = call.len;
    event.received = reply.len;
    event.code = status;
    if (r == 0)
        r = read_reply(&reply, status, request->resource_uri != NULL ? message_id : NULL, what, ret,
                       ret_fault, err);
    if (ret_fault->is_set)
        event.code = ret_fault->code;
    if (r == 0)
        event.items = wsman_item_count(ret);
    else
        wsman_answer_done(ret);
    tell(session, request, &event, r, began_ms);
    return r;
}

/* Waits before try `n` (1 is the second). False: time is up or the run was cancelled. */
static bool back_off(const struct sa_wsman *session, const struct wsman_request *request, size_t n)
{
    unsigned range = WAIT_RANGE_MS << (n < 5 ? n - 1 : 4);
    int64_t left = wsman_time_left(session, request->deadline_ms);
    unsigned wait = 0;

    if (range > WAIT_MAX_MS)
        range = WAIT_MAX_MS;
    wait = WAIT_BASE_MS + wsman_random() % range;
    /* Better a last try too early than none. */
    if (wait > left / 2)
        wait = (unsigned)(left / 2);
    if (wait < WAIT_BASE_MS)
        return false;
    while (wait > 0) {
        unsigned slice = wait < SLICE_MS ? wait : SLICE_MS;

        if (session->cancelled != NULL && atomic_load(session->cancelled))
            return false;
        wsman_pause(slice);
        wait -= slice;
    }
    return true;
}

/* A shell that is left behind counts against the account for its idle time: what deletes it goes out once
 * more after an answer that was none, or that puts off. A lost connection was the transport's to mend, and
 * whoever waits for the end of a cancelled run waits for one silence only. */
static bool is_worth_deleting_again(const struct sa_wsman *session,
                                    const struct wsman_request *request, int status,
                                    const struct wsman_fault *fault)
{
    bool is_cancelled = session->cancelled != NULL && atomic_load(session->cancelled);

    if (!request->closing || !request->repeatable)
        return false;
    if (fault->is_set)
        return fault->kind == WSMAN_CODE_HTTP ||
               wsman_fault_meaning(fault)->reaction == WSMAN_BACK_OFF;
    return status == SA_E_PROTOCOL || status == SA_E_LIMIT ||
           (status == SA_E_TIMEOUT && !is_cancelled);
}

/* "Nothing yet" comes when the time of the operation is over, and is asked again. A server that says it at
 * once would be asked thousands of times. */
static void wait_for_data(const struct wsman_request *request, int64_t began_ms)
{
    bool goes_on =
        strcmp(request->operation, "Pull") == 0 || strcmp(request->operation, "Receive") == 0;

    if (goes_on && sa_time_monotonic_ms() - began_ms < NO_DATA_MS)
        wsman_pause(NO_DATA_MS);
}

int wsman_ask(struct sa_wsman *session, const struct wsman_request *request,
              struct wsman_answer *ret, struct wsman_fault *ret_fault, struct sa_error *err)
{
    for (size_t tries = 1;; tries++) {
        enum wsman_reaction reaction = WSMAN_GIVE_UP;
        int64_t began_ms = sa_time_monotonic_ms();
        int r = wsman_send(session, request, ret, ret_fault, err);

        if (r < 0 && tries == 1 && is_worth_deleting_again(session, request, r, ret_fault)) {
            wsman_pause(WAIT_BASE_MS);
            continue;
        }
        if (r == 0 || !ret_fault->is_set)
            return r;
        reaction = wsman_fault_meaning(ret_fault)->reaction;
        if (reaction == WSMAN_NO_DATA)
            wait_for_data(request, began_ms);
        if (reaction != WSMAN_BACK_OFF &&
            !(reaction == WSMAN_ONCE && request->makes_shell && tries == 1))
            return r;
        if (tries >= SA_LIMIT_WSMAN_TRIES || request->closing ||
            !back_off(session, request, tries)) {
            char what[192];
            int late = 0;

            name_request(request, what, sizeof what);
            if (session->cancelled != NULL && atomic_load(session->cancelled))
                late = wsman_check_time(session, 0, what, err);
            return late < 0 ? late : r;
        }
    }
}
