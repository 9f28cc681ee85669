/* SPDX-License-Identifier: Apache-2.0 */
/* Enumerate, Pull, Release (WS-Enumeration; DSP0226, chapter 8; [MS-WSMV] 3.1.4.1.4 ff.).
 *
 * The server's context changes with every answer and always the newest one is used. Items stand in
 * one namespace in the first answer and in another one later. An enumeration must advance: an answer
 * with neither items nor a new context nor the end is refused. What does not fit into an envelope is
 * asked for in smaller portions, then with a larger envelope, then with the small one that old servers
 * insist on; each of these starts again, as nobody knows what of a refused answer is lost. */
#include <string.h>

#include "internal.h"

#define URI_WQL      "http://schemas.microsoft.com/wbem/wsman/1/WQL"
#define CONTEXT_MAX  4096
#define ENVELOPE_MAX ((size_t)4 * 1024 * 1024)
#define ENVELOPE_OLD 153600 /* what servers without a setting take */

/* Portions in the order in which they are tried. */
static const struct portion {
    unsigned elements;
    size_t envelope; /**< 0: the session's */
} portions[] = {
    {32000, 0           },
    {20,    0           },
    {1,     0           },
    {20,    ENVELOPE_MAX},
    {1,     ENVELOPE_OLD}
};

struct enumeration {
    struct sa_wsman *session;
    const char *resource_uri;
    const char *wql;
    const char *detail;
    sa_wsman_item_fn *each;
    void *payload;
    size_t portion;
    bool ended;
    bool is_pull_lost; /**< on the way: its items may have gone with it */
    size_t pulls, bytes, items;
    struct sa_buf context; /**< newest, "" when the server holds nothing for us */
};

/* Items of one answer -------------------------------------------------------------------------- */

/* With EPRs asked for, or from some stacks unasked, an item is <w:Item>object, reference</w:Item>. */
static const xmlNode *unwrap(const xmlNode *item)
{
    if (!wsman_is(item, NS_WSMAN, "Item"))
        return item;
    for (const xmlNode *child = wsman_first(item); child != NULL; child = wsman_next(child)) {
        if (!wsman_is(child, NS_ADDRESS, "EndpointReference"))
            return child;
    }
    return wsman_first(item);
}

static int read_items(const xmlNode *response, sa_wsman_item_fn *each, void *payload,
                      size_t *ret_count, struct sa_error *err)
{
    const xmlNode *items = wsman_items(response);
    int r = 0;

    *ret_count = 0;
    for (const xmlNode *item = wsman_first(items); item != NULL && r >= 0;
         item = wsman_next(item)) {
        const xmlNode *object = unwrap(item);

        (*ret_count)++;
        if (object != NULL)
            r = each(payload, object, err);
    }
    return r < 0 ? r : 0;
}

static bool is_end(const xmlNode *response)
{
    return wsman_child(response, NS_WSMAN, "EndOfSequence") != NULL ||
           wsman_child(response, NS_ENUM, "EndOfSequence") != NULL;
}

static int ignore_item(void *payload, const xmlNode *item, struct sa_error *err)
{
    (void)payload;
    (void)item;
    (void)err;
    return 0;
}

int sa_wsman_read(const void *bytes, size_t len, sa_wsman_item_fn *each, void *payload,
                  bool *ret_end, struct sa_error *err)
{
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    size_t count = 0;
    int r = wsman_answer_read(bytes, len, &answer, err);

    if (ret_end != NULL)
        *ret_end = true;
    if (each == NULL)
        each = ignore_item;
    if (r < 0)
        return r;
    if (answer.fault != NULL) {
        wsman_fault_read(&answer, &fault);
        r = wsman_fault_fail(&fault, "the server refuses", err);
    } else if (wsman_is(answer.object, NS_ENUM, "EnumerateResponse") ||
               wsman_is(answer.object, NS_ENUM, "PullResponse")) {
        if (ret_end != NULL)
            *ret_end = is_end(answer.object);
        r = read_items(answer.object, each, payload, &count, err);
    } else if (answer.object != NULL) {
        r = each(payload, answer.object, err);
    }
    wsman_answer_done(&answer);
    return r < 0 ? r : 0;
}

/* The requests --------------------------------------------------------------------------------- */

static int add_enumerate(struct sa_buf *buf, const struct enumeration *e)
{
    int r = 0;

    sa_buf_addf(buf,
                "<n:Enumerate xmlns:n=\"" NS_ENUM "\"><w:OptimizeEnumeration/>"
                "<w:MaxElements>%u</w:MaxElements>",
                portions[e->portion].elements);
    if (e->wql != NULL) {
        sa_buf_add_text(buf, "<w:Filter Dialect=\"" URI_WQL "\">");
        r = wsman_add_escaped(buf, e->wql);
        sa_buf_add_text(buf, "</w:Filter>");
    }
    sa_buf_add_text(buf, "</n:Enumerate>");
    return r;
}

static int add_pull(struct sa_buf *buf, const struct enumeration *e)
{
    int r = 0;

    sa_buf_add_text(buf, "<n:Pull xmlns:n=\"" NS_ENUM "\"><n:EnumerationContext>");
    r = wsman_add_escaped(buf, sa_buf_text(&e->context));
    sa_buf_addf(buf, "</n:EnumerationContext><n:MaxElements>%u</n:MaxElements></n:Pull>",
                portions[e->portion].elements);
    return r;
}

static int ask(struct enumeration *e, const char *operation, const char *body, bool repeatable,
               struct wsman_answer *ret, struct wsman_fault *ret_fault, struct sa_error *err)
{
    char action[128];
    const struct wsman_request request = {
        .operation = operation,
        .detail = e->detail,
        .action = action,
        .resource_uri = e->resource_uri,
        .body = body,
        .max_envelope = portions[e->portion].envelope,
        .repeatable = repeatable,
        .closing = strcmp(operation, "Release") == 0,
    };

    (void)snprintf(action, sizeof action, NS_ENUM "/%s", operation);
    return wsman_ask(e->session, &request, ret, ret_fault, err);
}

/* Tells the server to forget the rest. Whether it worked is of no interest: it forgets by itself. */
static void release(struct enumeration *e)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(64 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;

    if (e->ended || e->context.len == 0)
        return;
    sa_buf_add_text(&body, "<n:Release xmlns:n=\"" NS_ENUM "\"><n:EnumerationContext>");
    if (wsman_add_escaped(&body, sa_buf_text(&e->context)) == 0) {
        sa_buf_add_text(&body, "</n:EnumerationContext></n:Release>");
        (void)ask(e, "Release", sa_buf_text(&body), false, &answer, &fault, NULL);
        wsman_answer_done(&answer);
    }
    e->ended = true;
}

/* Takes the new context. False: it is the one before, or there is none. */
static int take_context(struct enumeration *e, const xmlNode *response, bool *ret_is_new,
                        struct sa_error *err)
{
    const xmlNode *node = wsman_child(response, NS_ENUM, "EnumerationContext");
    char context[CONTEXT_MAX];

    *ret_is_new = false;
    /* A stack may leave it out where it has not changed. */
    if (node == NULL && e->context.len > 0)
        return 0;
    if (!wsman_word(node, context, sizeof context) || context[0] == '\0')
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "'%.200s': the answer has neither an end nor a context to go on with",
                       e->detail);
    *ret_is_new = strcmp(context, sa_buf_text(&e->context)) != 0;
    sa_buf_clear(&e->context);
    sa_buf_add_text(&e->context, context);
    return 0;
}

static int check_bounds(const struct enumeration *e, struct sa_error *err)
{
    if (e->items > SA_LIMIT_WSMAN_ITEMS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_ITEMS,
                       "'%.200s' has more than %d items", e->detail, SA_LIMIT_WSMAN_ITEMS);
    if (e->pulls > SA_LIMIT_WSMAN_PULLS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_PULLS,
                       "'%.200s' takes more than %d answers", e->detail, SA_LIMIT_WSMAN_PULLS);
    if (e->bytes > SA_LIMIT_WSMAN_BYTES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)SA_LIMIT_WSMAN_BYTES,
                       "'%.200s' has more than %zu bytes", e->detail, SA_LIMIT_WSMAN_BYTES);
    return 0;
}

static int take_answer(struct enumeration *e, const struct wsman_answer *answer, const char *name,
                       struct sa_error *err)
{
    bool is_new = false;
    size_t count = 0;
    int r = 0;

    if (!wsman_is(answer->object, NS_ENUM, name))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "'%.200s': the answer is no %s",
                       e->detail, name);
    if (is_end(answer->object))
        e->ended = true;
    else
        r = take_context(e, answer->object, &is_new, err);
    if (r < 0)
        return r;
    e->items += wsman_item_count(answer);
    r = check_bounds(e, err);
    if (r == 0)
        r = read_items(answer->object, e->each, e->payload, &count, err);
    if (r == 0 && !e->ended && !is_new && count == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "'%.200s': the enumeration does not advance", e->detail);
    return r;
}

/* One request of the enumeration; counts bytes by the session's counter. */
static int step(struct enumeration *e, bool is_first, struct wsman_fault *ret_fault,
                struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(256 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    size_t before = e->session->bytes;
    int r = is_first ? add_enumerate(&body, e) : add_pull(&body, e);

    *ret_fault = (struct wsman_fault){0};
    if (r < 0 || sa_buf_status(&body) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "'%.200s' is too long or cannot stand in XML", e->detail);
    r = ask(e, is_first ? "Enumerate" : "Pull", sa_buf_text(&body), is_first, &answer, ret_fault,
            err);
    e->is_pull_lost = r == SA_E_NETWORK && !is_first && !ret_fault->is_set;
    e->bytes += e->session->bytes - before;
    e->pulls++;
    if (r == 0)
        r = take_answer(e, &answer, is_first ? "EnumerateResponse" : "PullResponse", err);
    wsman_answer_done(&answer);
    return r;
}

/* From Enumerate to the end, to a refusal or to the caller's wish. */
static int run_through(struct enumeration *e, struct wsman_fault *ret_fault, struct sa_error *err)
{
    size_t late = 0;
    int r = step(e, true, ret_fault, err);

    while (r == 0 && !e->ended) {
        r = step(e, false, ret_fault, err);
        /* "Nothing yet": items are not lost, the next answer brings them. */
        if (r < 0 && ret_fault->is_set &&
            wsman_fault_meaning(ret_fault)->reaction == WSMAN_NO_DATA &&
            ++late < SA_LIMIT_WSMAN_TRIES)
            r = 0;
    }
    return r;
}

int sa_wsman_enumerate(struct sa_wsman *session, const char *resource_uri, const char *wql,
                       sa_wsman_item_fn *each, void (*restarted)(void *payload), void *payload,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf detail = SA_BUF_INIT(16 * SA_KIB);
    struct enumeration e = {.session = session,
                            .resource_uri = resource_uri,
                            .wql = wql,
                            .each = each,
                            .payload = payload,
                            .context = SA_BUF_INIT(CONTEXT_MAX)};
    bool was_lost = false;
    int r = wsman_may_enumerate(resource_uri, wql, err);

    if (r < 0)
        return r;
    sa_buf_add_text(&detail, wsman_short_name(resource_uri));
    if (wql != NULL) {
        sa_buf_clear(&detail);
        sa_buf_addf(&detail, "%.*s: %s", (int)strlen(wsman_short_name(resource_uri)) - 2,
                    wsman_short_name(resource_uri), wql);
    }
    e.detail = sa_buf_text(&detail);
    for (;;) {
        enum wsman_reaction reaction = WSMAN_GIVE_UP;
        struct wsman_fault fault = {0};

        r = run_through(&e, &fault, err);
        if (r == 0)
            break;
        if (fault.is_set)
            reaction = wsman_fault_meaning(&fault)->reaction;
        if (reaction == WSMAN_RESIZE && e.portion + 1 < SA_COUNT(portions)) {
            release(&e);
            e.portion++;
        } else if (!was_lost && (reaction == WSMAN_RESTART || e.is_pull_lost)) {
            was_lost = true;
        } else {
            break;
        }
        if (restarted != NULL)
            restarted(payload);
        sa_buf_clear(&e.context);
        e.ended = false;
        e.items = 0;
    }
    /* Without a connection or a logon there is nobody to tell. */
    if (r < 0 && r != SA_E_NETWORK && r != SA_E_AUTH)
        release(&e);
    sa_buf_done(&e.context);
    return r;
}
