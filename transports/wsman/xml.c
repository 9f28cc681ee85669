/* SPDX-License-Identifier: Apache-2.0 */
/* Answers as trees of elements (SOAP 1.2, part 1, chapter 5; libxml2).
 *
 * A scan of our own comes first: it refuses document types, with which entities and all known XML
 * bombs go, and tags so long that the library would spend a quadratic time on them. Then, while the
 * library builds the tree, depth, nodes, namespaces and names are counted, and parsing stops at a
 * bound. UTF-16, which Windows may send, becomes UTF-8 here; other encodings are refused, so that no
 * converter of the system is chosen by a server.
 *
 * Elements of the protocol are known by namespace and local name; prefixes mean nothing. */
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <pthread.h>
#include <string.h>

#include "syncaudit/text.h"

#include "internal.h"

/* A real tag has 900 bytes and a dozen attributes and namespaces. */
#define TAG_MAX        ((size_t)32 * 1024)
#define ATTRIBUTES_MAX 256
/* Comments, CDATA sections, processing instructions: real answers have one. */
#define ASIDES_MAX 100000
/* Namespace declarations in force at one place, and different names, which the library looks through
 * one by one. */
#define NAMESPACES_MAX 256
#define NAMES_MAX      100000
#define LOOK_EVERY     4096

/* The scan in front ---------------------------------------------------------------------------- */

struct scan {
    const char *at, *end;
    size_t asides;
};

static bool starts(const struct scan *scan, const char *prefix)
{
    size_t len = strlen(prefix);

    return (size_t)(scan->end - scan->at) >= len && memcmp(scan->at, prefix, len) == 0;
}

/* Passes over everything up to and with `mark`; to the end when it never comes. */
static void skip_to(struct scan *scan, const char *mark)
{
    const char *found = memmem(scan->at, (size_t)(scan->end - scan->at), mark, strlen(mark));

    scan->at = found != NULL ? found + strlen(mark) : scan->end;
    scan->asides++;
}

static int scan_tag(struct scan *scan, struct sa_error *err)
{
    const char *start = scan->at;
    size_t attributes = 0;
    char quote = '\0';

    for (; scan->at < scan->end; scan->at++) {
        if (quote != '\0') {
            if (*scan->at == quote)
                quote = '\0';
        } else if (*scan->at == '"' || *scan->at == '\'') {
            quote = *scan->at;
            attributes++;
        } else if (*scan->at == '>') {
            break;
        }
        if (attributes > ATTRIBUTES_MAX || (size_t)(scan->at - start) > TAG_MAX)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)TAG_MAX,
                           "a tag of the answer has more than %d attributes or %zu bytes",
                           ATTRIBUTES_MAX, TAG_MAX);
    }
    return 0;
}

static int scan_text(const char *bytes, size_t len, struct sa_error *err)
{
    struct scan scan = {bytes, bytes + len, 0};

    while (scan.at < scan.end) {
        const char *tag = memchr(scan.at, '<', (size_t)(scan.end - scan.at));
        int r = 0;

        if (tag == NULL)
            break;
        scan.at = tag;
        if (starts(&scan, "<!--"))
            skip_to(&scan, "-->");
        else if (starts(&scan, "<![CDATA["))
            skip_to(&scan, "]]>");
        else if (starts(&scan, "<?"))
            skip_to(&scan, "?>");
        else if (starts(&scan, "<!"))
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_XML, 0,
                           "the answer has a document type, which is refused");
        else
            r = scan_tag(&scan, err);
        if (r < 0)
            return r;
        if (scan.asides > ASIDES_MAX)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, ASIDES_MAX,
                           "the answer has more than %d comments and the like", ASIDES_MAX);
    }
    return 0;
}

/* Encodings ------------------------------------------------------------------------------------ */

static void add_char(struct sa_buf *buf, uint32_t c)
{
    char out[4];
    size_t len = 0;

    if (c < 0x80) {
        out[len++] = (char)c;
    } else if (c < 0x800) {
        out[len++] = (char)(0xC0 | c >> 6);
        out[len++] = (char)(0x80 | (c & 0x3F));
    } else {
        if (c < 0x10000) {
            out[len++] = (char)(0xE0 | c >> 12);
        } else {
            out[len++] = (char)(0xF0 | c >> 18);
            out[len++] = (char)(0x80 | (c >> 12 & 0x3F));
        }
        out[len++] = (char)(0x80 | (c >> 6 & 0x3F));
        out[len++] = (char)(0x80 | (c & 0x3F));
    }
    sa_buf_add(buf, out, len);
}

static uint32_t unit_at(const unsigned char *at, bool big_endian)
{
    return big_endian ? (uint32_t)at[0] << 8 | at[1] : (uint32_t)at[1] << 8 | at[0];
}

static int from_utf16(const unsigned char *bytes, size_t len, bool big_endian, struct sa_buf *ret,
                      struct sa_error *err)
{
    bool is_good = len % 2 == 0;

    for (size_t i = 0; is_good && i + 1 < len; i += 2) {
        uint32_t c = unit_at(bytes + i, big_endian);

        if (c >= 0xD800 && c < 0xE000) {
            uint32_t low = i + 3 < len ? unit_at(bytes + i + 2, big_endian) : 0;

            is_good = c < 0xDC00 && low >= 0xDC00 && low < 0xE000;
            c = 0x10000 + ((c & 0x3FF) << 10) + (low & 0x3FF);
            i += 2;
        }
        if (is_good)
            add_char(ret, c);
    }
    if (!is_good)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_XML, 0,
                       "the answer begins as UTF-16, but not all of it is");
    if (sa_buf_status(ret) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ret) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "the answer has more than %zu bytes", ret->limit);
    return 0;
}

/* Points `*text` to the answer in UTF-8, behind a byte order mark. */
static int to_utf8(const unsigned char *bytes, size_t len, struct sa_buf *memory, const char **text,
                   size_t *text_len, struct sa_error *err)
{
    bool is_little = len >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) ||
                                  (bytes[0] == '<' && bytes[1] == '\0'));
    bool is_big = len >= 2 &&
                  ((bytes[0] == 0xFE && bytes[1] == 0xFF) || (bytes[0] == '\0' && bytes[1] == '<'));
    size_t mark = 0;

    *text = (const char *)bytes;
    *text_len = len;
    if (is_little || is_big) {
        int r = 0;

        mark = bytes[0] >= 0xFE ? 2 : 0;
        r = from_utf16(bytes + mark, len - mark, is_big, memory, err);
        *text = sa_buf_text(memory);
        *text_len = memory->len;
        return r;
    }
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        mark = 3;
    *text += mark;
    *text_len -= mark;
    return 0;
}

/* The tree ------------------------------------------------------------------------------------- */

struct counts {
    size_t nodes;
    const char *what; /**< that there is too much of; NULL: nothing */
    size_t limit;
};

static void stop(xmlParserCtxt *parser, const char *what, size_t limit)
{
    struct counts *counts = parser->_private;

    if (counts->what == NULL) {
        counts->what = what;
        counts->limit = limit;
    }
    xmlStopParser(parser);
}

static void count(xmlParserCtxt *parser, size_t nodes)
{
    struct counts *counts = parser->_private;
    bool look = counts->nodes / LOOK_EVERY != (counts->nodes + nodes) / LOOK_EVERY;

    counts->nodes += nodes;
    if (counts->nodes > SA_LIMIT_WSMAN_NODES)
        stop(parser, "nodes", SA_LIMIT_WSMAN_NODES);
    else if (parser->nameNr > SA_LIMIT_WSMAN_DEPTH)
        stop(parser, "levels of elements", SA_LIMIT_WSMAN_DEPTH);
    else if (parser->nsNr > 2 * NAMESPACES_MAX)
        stop(parser, "namespaces at one place", NAMESPACES_MAX);
    else if (look && xmlDictSize(parser->dict) > NAMES_MAX)
        stop(parser, "different names", NAMES_MAX);
}

/* NOLINTNEXTLINE(readability-function-size): the library's signature */
static void on_element(void *context, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                       int attribute_count, int default_count, const xmlChar **attributes)
{
    xmlParserCtxt *parser = context;
    const struct counts *counts = parser->_private;

    count(parser, 1 + (size_t)namespace_count + (size_t)attribute_count);
    if (counts->what == NULL)
        xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count, namespaces,
                              attribute_count, default_count, attributes);
}

static void on_text(void *context, const xmlChar *text, int len)
{
    count(context, 1);
    xmlSAX2Characters(context, text, len);
}

static void on_cdata(void *context, const xmlChar *text, int len)
{
    count(context, 1);
    xmlSAX2CDataBlock(context, text, len);
}

static void drop_text(void *context, const xmlChar *text)
{
    (void)context;
    (void)text;
}

static void drop_instruction(void *context, const xmlChar *target, const xmlChar *data)
{
    (void)context;
    (void)target;
    (void)data;
}

/* The library repeats what it stumbled over, whatever that is. */
static int fail_malformed(xmlParserCtxt *parser, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(64 * SA_KIB);
    const xmlError *fault = xmlCtxtGetLastError(parser);
    char first[96] = "unknown fault";
    size_t len = 0;

    if (fault != NULL && fault->message != NULL)
        (void)snprintf(first, sizeof first, "%s", fault->message);
    len = strcspn(first, "\r\n");
    first[len] = '\0';
    if (sa_text_add_visible(&text, first) < 0)
        return sa_fail_nomem(err);
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_XML, fault != NULL ? fault->code : 0,
                   "the answer is no well-formed XML: %s", sa_buf_text(&text));
}

static void initialise_library(void)
{
    xmlInitParser();
}

static int build_tree(const char *text, size_t len, xmlDoc **ret, struct sa_error *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct counts counts = {0};
    xmlParserCtxt *parser = NULL;
    int r = 0;

    (void)pthread_once(&once, initialise_library);
    parser = xmlNewParserCtxt();
    if (parser == NULL)
        return sa_fail_nomem(err);
    parser->_private = &counts;
    parser->sax->startElementNs = on_element;
    parser->sax->characters = on_text;
    parser->sax->ignorableWhitespace = on_text;
    parser->sax->cdataBlock = on_cdata;
    parser->sax->comment = drop_text;
    parser->sax->processingInstruction = drop_instruction;
    /* HUGE takes the library's own bounds away, one of which is 10 MB for a whole answer. Ours stand in
     * their place: bytes, tags, nodes, depth, names; and there are no entities. */
    *ret = xmlCtxtReadMemory(parser, text, (int)len, NULL, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC |
                                 XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (counts.what != NULL)
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)counts.limit,
                    "the answer has more than %zu %s", counts.limit, counts.what);
    else if (*ret == NULL)
        r = fail_malformed(parser, err);
    if (r < 0 && *ret != NULL) {
        xmlFreeDoc(*ret);
        *ret = NULL;
    }
    xmlFreeParserCtxt(parser);
    return r;
}

int wsman_answer_read(const void *bytes, size_t len, struct wsman_answer *ret, struct sa_error *err)
{
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
    r = to_utf8(bytes, len, &memory, &text, &text_len, err);
    if (r == 0)
        r = scan_text(text, text_len, err);
    if (r == 0)
        r = build_tree(text, text_len, &ret->doc, err);
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
