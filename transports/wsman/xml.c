/* SPDX-License-Identifier: Apache-2.0 */
/* Answers as trees of elements (SOAP 1.2, part 1, chapter 5). Elements of the protocol are known by namespace
 * and local name; prefixes mean nothing. */
#include "syncaudit/xml.h"

#include <libxml/tree.h>
#include <string.h>

#include "internal.h"

int wsman_answer_read(const void *bytes, size_t len, struct wsman_answer *ret, struct sa_error *err)
{
    static const struct sa_xml_bounds bounds = {
        .what = "the answer", .nodes = SA_LIMIT_WSMAN_NODES, .depth = SA_LIMIT_WSMAN_DEPTH};
    SA_CLEANUP(sa_buf_done) struct sa_buf memory = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY * 3 / 2);
    const xmlNode *root = NULL;
    const xmlNode *body = NULL;
    const char *text = NULL;
    size_t text_len = 0;
    int r = 0;

    *ret = (struct wsman_answer)WSMAN_ANSWER_INIT;
    if (len == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer is empty");
    if (len > SA_LIMIT_HTTP_REPLY)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)SA_LIMIT_HTTP_REPLY,
                       "the answer has more than %zu bytes", SA_LIMIT_HTTP_REPLY);
    r = sa_xml_to_utf8(bytes, len, bounds.what, &memory, &text, &text_len, err);
    if (r == 0)
        r = sa_xml_parse(text, text_len, &bounds, &ret->doc, err);
    if (r < 0)
        return r;
    root = xmlDocGetRootElement(ret->doc);
    body = wsman_child(root, NS_SOAP, "Body");
    if (!wsman_is(root, NS_SOAP, "Envelope") || body == NULL) {
        wsman_answer_done(ret);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer is no SOAP 1.2 envelope");
    }
    ret->header = wsman_child(root, NS_SOAP, "Header");
    ret->object = wsman_first(body);
    if (wsman_is(ret->object, NS_SOAP, "Fault"))
        ret->fault = ret->object;
    (void)wsman_word(wsman_child(ret->header, NS_ADDRESS, "RelatesTo"), ret->relates_to,
                     sizeof ret->relates_to);
    return 0;
}

void wsman_answer_done(struct wsman_answer *answer)
{
    if (answer->doc != NULL)
        xmlFreeDoc(answer->doc);
    *answer = (struct wsman_answer)WSMAN_ANSWER_INIT;
}

/* Elements ------------------------------------------------------------------------------------- */

const char *wsman_local(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    const char *colon = strrchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

bool wsman_is(const xmlNode *node, const char *ns, const char *name)
{
    return node != NULL && node->type == XML_ELEMENT_NODE && node->ns != NULL &&
           node->ns->href != NULL && strcmp((const char *)node->ns->href, ns) == 0 &&
           strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node != NULL && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

const xmlNode *wsman_first(const xmlNode *node)
{
    return node != NULL ? element_from(node->children) : NULL;
}

const xmlNode *wsman_next(const xmlNode *node)
{
    return element_from(node->next);
}

const xmlNode *wsman_child(const xmlNode *node, const char *ns, const char *name)
{
    for (const xmlNode *child = wsman_first(node); child != NULL; child = wsman_next(child)) {
        if (ns != NULL ? wsman_is(child, ns, name) : strcmp(wsman_local(child), name) == 0)
            return child;
    }
    return NULL;
}

const char *wsman_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        if (strcmp((const char *)a->name, name) == 0 && a->children != NULL &&
            a->children->content != NULL)
            return (const char *)a->children->content;
    }
    return "";
}

int wsman_add_content(const xmlNode *node, struct sa_buf *buf)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
            child->content != NULL)
            sa_buf_add_text(buf, (const char *)child->content);
    }
    return sa_buf_status(buf);
}

bool wsman_word(const xmlNode *node, char *ret, size_t size)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(size + 8192);
    const char *start = NULL;
    size_t len = 0;

    ret[0] = '\0';
    if (node == NULL || wsman_add_content(node, &text) < 0)
        return false;
    start = sa_buf_text(&text);
    start += strspn(start, " \t\r\n");
    len = strlen(start);
    while (len > 0 && strchr(" \t\r\n", start[len - 1]) != NULL)
        len--;
    if (len >= size)
        return false;
    memcpy(ret, start, len);
    ret[len] = '\0';
    return true;
}

const xmlNode *wsman_items(const xmlNode *response)
{
    const xmlNode *items = wsman_child(response, NS_WSMAN, "Items");

    return items != NULL ? items : wsman_child(response, NS_ENUM, "Items");
}

size_t wsman_item_count(const struct wsman_answer *answer)
{
    const xmlNode *items = NULL;
    size_t n = 0;

    if (answer->object == NULL || answer->fault != NULL)
        return 0;
    if (!wsman_is(answer->object, NS_ENUM, "EnumerateResponse") &&
        !wsman_is(answer->object, NS_ENUM, "PullResponse"))
        return 1;
    items = wsman_items(answer->object);
    for (const xmlNode *item = wsman_first(items); item != NULL; item = wsman_next(item))
        n++;
    return n;
}
