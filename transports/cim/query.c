/* SPDX-License-Identifier: Apache-2.0 */
/* Asking for instances: a WQL query, one instance, a static method.
 *
 * A query for named properties fails with the same fault when the class is not there and when an older
 * Windows does not have one of the properties. Only the first is a fact, so the query goes out again
 * for all properties before a class counts as absent. And a single character that XML cannot hold, in
 * one value of one instance, makes a server refuse a query: it goes out again without one property
 * after the other until the rest can be read; the property is then not in the answer. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

#define URI_WMI "http://schemas.microsoft.com/wbem/wsman/1/wmi/"

/* Codes of WS-Man and WMI. */
#define CANNOT_PROCESS_FILTER 2150858778LL
#define INVALID_CHARACTERS    2150859018LL
#define INVALID_QUERY         0x80041017LL

/* Properties that are left out by turns. */
#define TURNS_MAX 40

struct gathering {
    struct sa_arena *arena;
    const struct sa_cim_instance **items;
    size_t count, size;
    struct sa_buf *xml;     /**< or NULL */
    size_t xml_start;       /**< what was in it before */
    const char *class_name; /**< for rows without a name */
};

/* The item with all namespaces that it uses, on one line of its own or as it was indented. */
static int add_xml(struct sa_buf *buf, const xmlNode *item, struct sa_error *err)
{
    /* The library takes a copy; its prototype is older than const.
     * NOLINTNEXTLINE(performance-no-int-to-ptr) */
    xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)item, item->doc, 1);
    xmlBuffer *text = xmlBufferCreate();
    int r = 0;

    if (copy == NULL || text == NULL || xmlNodeDump(text, item->doc, copy, 0, 0) < 0)
        r = sa_fail_nomem(err);
    if (r == 0) {
        sa_buf_add(buf, xmlBufferContent(text), (size_t)xmlBufferLength(text));
        sa_buf_add_char(buf, '\n');
        if (sa_buf_status(buf) == SA_E_NOMEM)
            r = sa_fail_nomem(err);
        else if (sa_buf_status(buf) < 0)
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)buf->limit,
                        "the answers have more than %zu bytes", buf->limit);
    }
    xmlFreeNode(copy);
    xmlBufferFree(text);
    return r;
}

static int gather(void *payload, const xmlNode *item, struct sa_error *err)
{
    struct gathering *gathering = payload;
    const struct sa_cim_instance *instance = NULL;
    int r = sa_cim_decode(item, gathering->arena, &instance, err);

    if (r == 0 && gathering->count == gathering->size) {
        size_t size = gathering->size == 0 ? 64 : gathering->size * 2;
        const struct sa_cim_instance **items =
            reallocarray(gathering->items, size, sizeof(struct sa_cim_instance *));

        if (items == NULL)
            return sa_fail_nomem(err);
        gathering->items = items;
        gathering->size = size;
    }
    if (r == 0) {
        gathering->items[gathering->count++] = instance;
        if (gathering->xml != NULL)
            r = add_xml(gathering->xml, item, err);
    }
    return r;
}

static void forget(void *payload)
{
    struct gathering *gathering = payload;

    gathering->count = 0;
    if (gathering->xml != NULL && gathering->xml->len > gathering->xml_start) {
        gathering->xml->len = gathering->xml_start;
        gathering->xml->data[gathering->xml_start] = '\0';
    }
}

static int hand_over(struct gathering *gathering, struct sa_cim_list *ret, struct sa_error *err)
{
    const struct sa_cim_instance **items =
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): an array of pointers */
        sa_arena_array(gathering->arena, gathering->count + 1, sizeof *items);

    if (items == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < gathering->count; i++) {
        items[i] = gathering->items[i];
        if (items[i]->class_name[0] == '\0') {
            struct sa_cim_instance *named = sa_arena_alloc(gathering->arena, sizeof *named);

            if (named == NULL)
                return sa_fail_nomem(err);
            *named = *items[i];
            named->class_name = gathering->class_name;
            items[i] = named;
        }
    }
    *ret = (struct sa_cim_list){items, gathering->count};
    return 0;
}

/* Queries -------------------------------------------------------------------------------------- */

/* "SELECT a, b FROM class ..." in pieces: from `list` to `from` the properties, then " FROM". */
struct pieces {
    const char *list, *from;
    const char *class_name;
};

static bool split(const char *wql, struct sa_arena *arena, struct pieces *ret)
{
    const char *from = strcasestr(wql, " FROM ");

    if (strncasecmp(wql, "SELECT ", 7) != 0 || from == NULL)
        return false;
    *ret = (struct pieces){.list = wql + 7, .from = from};
    from += 6 + strspn(from + 6, " ");
    ret->class_name = sa_arena_copy(arena, from, strcspn(from, " "));
    return ret->class_name != NULL;
}

static int ask(struct sa_wsman *session, const char *uri, const char *wql,
               struct gathering *gathering, struct sa_error *err)
{
    forget(gathering);
    return sa_wsman_enumerate(session, uri, wql, gather, forget, gathering, err);
}

static int ask_for_all(struct sa_wsman *session, const char *uri, const struct pieces *pieces,
                       struct gathering *gathering, struct sa_error *err)
{
    char *wql = sa_arena_printf(gathering->arena, "SELECT *%s", pieces->from);

    if (wql == NULL)
        return sa_fail_nomem(err);
    return ask(session, uri, wql, gathering, err);
}

/* The list without its word number `n`; NULL: there is none, or no other. */
static char *list_without(const struct pieces *pieces, size_t n, struct sa_arena *arena)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(SA_LIMIT_NAME);
    const char *at = pieces->list;
    bool found = false;

    for (size_t i = 0; at < pieces->from; i++) {
        size_t len = strcspn(at, ",");

        if (at + len > pieces->from)
            len = (size_t)(pieces->from - at);
        if (i == n) {
            found = true;
        } else {
            sa_buf_add_text(&list, list.len > 0 ? "," : "");
            sa_buf_add(&list, at, len);
        }
        at += len + 1;
    }
    if (!found || list.len == 0 || sa_buf_status(&list) < 0)
        return NULL;
    return sa_arena_text(arena, sa_buf_text(&list));
}

static int ask_by_turns(struct sa_wsman *session, const char *uri, const struct pieces *pieces,
                        struct gathering *gathering, struct sa_error *err)
{
    int r = SA_E_REMOTE;

    for (size_t n = 0; n < TURNS_MAX; n++) {
        char *list = list_without(pieces, n, gathering->arena);
        char *wql = NULL;

        /* The error is still the one that began this. */
        if (list == NULL)
            return r;
        wql = sa_arena_printf(gathering->arena, "SELECT %s%s", list, pieces->from);
        if (wql == NULL)
            return sa_fail_nomem(err);
        r = ask(session, uri, wql, gathering, err);
        if (r != SA_E_REMOTE || err->code != INVALID_CHARACTERS)
            return r;
    }
    return r;
}

int sa_cim_query(struct sa_wsman *session, const char *ns, const char *wql, struct sa_arena *arena,
                 struct sa_cim_list *ret, struct sa_buf *ret_xml, struct sa_error *err)
{
    struct sa_error own = {0};
    struct gathering gathering = {.arena = arena, .xml = ret_xml, .class_name = ""};
    struct pieces pieces = {0};
    char *uri = sa_arena_printf(arena, URI_WMI "%s/*", ns);
    bool has_list = split(wql, arena, &pieces) && *pieces.list != '*';
    int r = 0;

    *ret = (struct sa_cim_list){0};
    if (uri == NULL)
        return sa_fail_nomem(err);
    if (ret_xml != NULL)
        gathering.xml_start = ret_xml->len;
    if (pieces.class_name != NULL)
        gathering.class_name = pieces.class_name;
    if (err == NULL)
        err = &own;
    r = ask(session, uri, wql, &gathering, err);
    if (r < 0 && has_list && err->domain == SA_DOMAIN_WSMAN) {
        if (err->code == CANNOT_PROCESS_FILTER || err->code == INVALID_QUERY)
            r = ask_for_all(session, uri, &pieces, &gathering, err);
        else if (err->code == INVALID_CHARACTERS)
            r = ask_by_turns(session, uri, &pieces, &gathering, err);
    }
    if (r == 0)
        r = hand_over(&gathering, ret, err);
    if (r < 0)
        forget(&gathering);
    free(gathering.items);
    return r;
}

/* One instance, one method --------------------------------------------------------------------- */

static int take_one(struct gathering *gathering, const struct sa_cim_instance **ret,
                    struct sa_error *err)
{
    int r = 0;

    *ret = NULL;
    if (gathering->count == 1)
        *ret = gathering->items[0];
    else
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, (long long)gathering->count,
                    "the answer has %zu instances where one was asked for", gathering->count);
    return r;
}

/* NOLINTNEXTLINE(readability-function-size): the header's signature */
int sa_cim_get(struct sa_wsman *session, const char *ns, const char *class_name,
               const struct sa_wsman_selector *keys, size_t key_count, struct sa_arena *arena,
               const struct sa_cim_instance **ret, struct sa_buf *ret_xml, struct sa_error *err)
{
    struct gathering gathering = {.arena = arena, .xml = ret_xml};
    char *uri = sa_arena_printf(arena, URI_WMI "%s/%s", ns, class_name);
    int r = 0;

    *ret = NULL;
    if (uri == NULL)
        return sa_fail_nomem(err);
    r = sa_wsman_get(session, uri, keys, key_count, gather, &gathering, err);
    if (r == 0)
        r = take_one(&gathering, ret, err);
    free(gathering.items);
    return r;
}

/* NOLINTNEXTLINE(readability-function-size): the header's signature */
int sa_cim_invoke(struct sa_wsman *session, const char *ns, const char *class_name,
                  const char *method, const struct sa_wsman_param *params, size_t param_count,
                  struct sa_arena *arena, const struct sa_cim_instance **ret, struct sa_error *err)
{
    struct gathering gathering = {.arena = arena};
    char *uri = sa_arena_printf(arena, URI_WMI "%s/%s", ns, class_name);
    int r = 0;

    *ret = NULL;
    if (uri == NULL)
        return sa_fail_nomem(err);
    r = sa_wsman_invoke(session, uri, method, NULL, 0, params, param_count, gather, &gathering,
                        err);
    if (r == 0)
        r = take_one(&gathering, ret, err);
    free(gathering.items);
    return r;
}
