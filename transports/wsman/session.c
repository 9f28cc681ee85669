/* SPDX-License-Identifier: Apache-2.0 */
/* The session: options, counters, Identify ([MS-WSMV] 3.1.4.1.16), Transfer Get, Invoke. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/text.h"

#include "internal.h"

#define OPERATION_MS     20000
#define OPERATION_MAX_MS 60000 /* MaxTimeoutms of a server */
#define ENVELOPE         512000

int sa_wsman_open(const struct sa_wsman_options *options, struct sa_wsman **ret,
                  struct sa_error *err)
{
    struct sa_wsman *session = calloc(1, sizeof *session);
    int r = 0;

    *ret = NULL;
    if (session == NULL)
        return sa_fail_nomem(err);
    session->exchange = options->exchange;
    session->transport = options->transport;
    session->operation_ms = options->operation_ms != 0 ? options->operation_ms : OPERATION_MS;
    if (session->operation_ms > OPERATION_MAX_MS)
        session->operation_ms = OPERATION_MAX_MS;
    session->max_envelope = options->max_envelope != 0 ? options->max_envelope : ENVELOPE;
    session->deadline_ms = options->deadline_ms;
    session->cancelled = options->cancelled;
    session->watch = options->watch;
    session->payload = options->payload;
    wsman_new_id(session->session_id);
    session->to = strdup(options->to);
    if (session->to == NULL)
        r = sa_fail_nomem(err);
    if (r == 0 && options->trace_dir != NULL)
        r = wsman_trace_open(options->trace_dir, &session->trace, err);
    if (r < 0)
        sa_wsman_close(session);
    else
        *ret = session;
    return r;
}

void sa_wsman_close(struct sa_wsman *session)
{
    if (session == NULL)
        return;
    wsman_trace_close(session->trace);
    free(session->to);
    free(session);
}

void sa_wsman_counts(const struct sa_wsman *session, size_t *ret_exchanges, size_t *ret_bytes)
{
    *ret_exchanges = session->exchanges;
    *ret_bytes = session->bytes;
}

/* Identify ------------------------------------------------------------------------------------- */

/* "OS: 10.0.20348 SP: 0.0 Stack: 3.0": the word behind `label`, "" when it is not there. */
static void take_part(const char *text, const char *label, char *ret, size_t size)
{
    const char *found = strstr(text, label);
    size_t len = 0;

    ret[0] = '\0';
    if (found == NULL)
        return;
    found += strlen(label);
    found += strspn(found, " ");
    len = strcspn(found, " ");
    if (len < size) {
        memcpy(ret, found, len);
        ret[len] = '\0';
    }
}

int sa_wsman_identify(struct sa_wsman *session, bool anonymous, struct sa_wsman_identity *ret,
                      struct sa_error *err)
{
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    const struct wsman_request request = {
        .operation = "Identify",
        .detail = anonymous ? "without a logon" : "",
        .body = "<i:Identify xmlns:i=\"" NS_IDENT "\"/>",
        .repeatable = true,
        .anonymous = anonymous,
    };
    int r = wsman_ask(session, &request, &answer, &fault, err);

    *ret = (struct sa_wsman_identity){0};
    if (r < 0)
        return r;
    /* Stacks spell the namespace in two ways. */
    if (answer.object == NULL || strcmp(wsman_local(answer.object), "IdentifyResponse") != 0) {
        wsman_answer_done(&answer);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer to Identify is none");
    }
    (void)wsman_word(wsman_child(answer.object, NULL, "ProtocolVersion"), ret->protocol,
                     sizeof ret->protocol);
    (void)wsman_word(wsman_child(answer.object, NULL, "ProductVendor"), ret->vendor,
                     sizeof ret->vendor);
    (void)wsman_word(wsman_child(answer.object, NULL, "ProductVersion"), ret->version,
                     sizeof ret->version);
    wsman_answer_done(&answer);
    take_part(ret->version, "OS:", ret->os, sizeof ret->os);
    take_part(ret->version, "Stack:", ret->stack, sizeof ret->stack);
    /* To strangers servers say 0.0.0. */
    if (strcmp(ret->os, "0.0.0") == 0)
        ret->os[0] = '\0';
    return 0;
}

/* Get and Invoke ------------------------------------------------------------------------------- */

/* Hands the one object of the answer to the caller. */
static int hand_over(struct wsman_answer *answer, const char *what, sa_wsman_item_fn *each,
                     void *payload, struct sa_error *err)
{
    int r = 0;

    if (answer->object == NULL)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "%.200s: the answer is empty", what);
    else
        r = each(payload, answer->object, err);
    wsman_answer_done(answer);
    return r < 0 ? r : 0;
}

static void add_pairs_shown(struct sa_buf *buf, const struct sa_wsman_selector *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sa_buf_addf(buf, "%s%.100s=%.100s", i == 0 ? " " : ",", pairs[i].name, pairs[i].value);
}

int sa_wsman_get(struct sa_wsman *session, const char *resource_uri,
                 const struct sa_wsman_selector *selectors, size_t selector_count,
                 sa_wsman_item_fn *each, void *payload, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf detail = SA_BUF_INIT(4 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    struct wsman_request request = {
        .operation = "Get",
        .action = NS_XFER "/Get",
        .resource_uri = resource_uri,
        .selectors = selectors,
        .selector_count = selector_count,
        .body = "",
        .repeatable = true,
    };
    int r = wsman_may_get(resource_uri, err);

    if (r < 0)
        return r;
    sa_buf_add_text(&detail, wsman_short_name(resource_uri));
    add_pairs_shown(&detail, selectors, selector_count);
    request.detail = sa_buf_text(&detail);
    r = wsman_ask(session, &request, &answer, &fault, err);
    if (r < 0)
        return r;
    return hand_over(&answer, request.detail, each, payload, err);
}

/* <p:EnumKey_INPUT xmlns:p="..."><p:hDefKey>...</p:hDefKey>...</p:EnumKey_INPUT> */
static int add_input(struct sa_buf *buf, const char *uri, const char *method,
                     const struct sa_wsman_param *params, size_t count)
{
    int r = 0;

    sa_buf_addf(buf, "<m:%s_INPUT xmlns:m=\"", method);
    r = wsman_add_escaped(buf, uri);
    sa_buf_add_text(buf, "\">");
    for (size_t i = 0; i < count && r == 0; i++) {
        sa_buf_addf(buf, "<m:%s>", params[i].name);
        r = wsman_add_escaped(buf, params[i].value);
        sa_buf_addf(buf, "</m:%s>", params[i].name);
    }
    sa_buf_addf(buf, "</m:%s_INPUT>", method);
    return r;
}

static void describe_invoke(struct sa_buf *detail, const char *uri, const char *method,
                            const struct sa_wsman_param *params, size_t count)
{
    const char *class_name = strrchr(uri, '/');

    sa_buf_addf(detail, "%s.%s", class_name != NULL ? class_name + 1 : uri, method);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(params[i].name, "hDefKey") != 0)
            sa_buf_addf(detail, " %.400s", params[i].value);
    }
}

/* NOLINTNEXTLINE(readability-function-size): the header's signature */
int sa_wsman_invoke(struct sa_wsman *session, const char *resource_uri, const char *method,
                    const struct sa_wsman_selector *selectors, size_t selector_count,
                    const struct sa_wsman_param *params, size_t param_count, sa_wsman_item_fn *each,
                    void *payload, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf detail = SA_BUF_INIT(16 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf action = SA_BUF_INIT(4 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(256 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    struct wsman_request request = {
        .operation = "Invoke",
        .resource_uri = resource_uri,
        .selectors = selectors,
        .selector_count = selector_count,
        .repeatable = true, /* all methods of the table only read */
    };
    int r = wsman_may_invoke(resource_uri, method, params, param_count, err);

    if (r < 0)
        return r;
    sa_buf_addf(&action, "%s/%s", resource_uri, method);
    describe_invoke(&detail, resource_uri, method, params, param_count);
    r = add_input(&body, resource_uri, method, params, param_count);
    if (r < 0 || sa_buf_status(&action) < 0 || sa_buf_status(&body) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "parameters of '%.100s' are too long or cannot stand in XML", method);
    request.action = sa_buf_text(&action);
    request.detail = sa_buf_text(&detail);
    request.body = sa_buf_text(&body);
    r = wsman_ask(session, &request, &answer, &fault, err);
    if (r < 0)
        return r;
    return hand_over(&answer, request.detail, each, payload, err);
}
