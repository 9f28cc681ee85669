/* SPDX-License-Identifier: Apache-2.0 */
/* XML of other machines as trees of elements (libxml2).
 *
 * A scan of our own comes first: it refuses document types, with which entities and all known XML
 * bombs go, and tags so long that the library would spend a quadratic time on them. Then, while the
 * library builds the tree, depth, nodes, namespaces and names are counted, and parsing stops at a
 * bound. UTF-16, which Windows may send, becomes UTF-8 here; other encodings are refused, so that no
 * converter of the system is chosen by a server. */
#include "syncaudit/xml.h"

#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

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
    const char *what;
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
                           "%s has a tag of more than %d attributes or %zu bytes", scan->what,
                           ATTRIBUTES_MAX, TAG_MAX);
    }
    return 0;
}

static int scan_text(const char *bytes, size_t len, const char *what, struct sa_error *err)
{
    struct scan scan = {bytes, bytes + len, what, 0};

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
                           "%s has a document type, which is refused", what);
        else
            r = scan_tag(&scan, err);
        if (r < 0)
            return r;
        if (scan.asides > ASIDES_MAX)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, ASIDES_MAX,
                           "%s has more than %d comments and the like", what, ASIDES_MAX);
    }
    return 0;
}

/* Encodings ------------------------------------------------------------------------------------ */

static uint32_t unit_at(const unsigned char *at, bool big_endian)
{
    return big_endian ? (uint32_t)at[0] << 8 | at[1] : (uint32_t)at[1] << 8 | at[0];
}

static int from_utf16(const unsigned char *bytes, size_t len, bool big_endian, const char *what,
                      struct sa_buf *ret, struct sa_error *err)
{
    char character[4];
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
            sa_buf_add(ret, character, sa_utf8_put(c, character));
    }
    if (!is_good)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_XML, 0,
                       "%s begins as UTF-16, but not all of it is", what);
    if (sa_buf_status(ret) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ret) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "%s has more than %zu bytes", what, ret->limit);
    return 0;
}

int sa_xml_to_utf8(const void *bytes, size_t len, const char *what, struct sa_buf *memory,
                   const char **ret, size_t *ret_len, struct sa_error *err)
{
    const unsigned char *at = bytes;
    bool is_little =
        len >= 2 && ((at[0] == 0xFF && at[1] == 0xFE) || (at[0] == '<' && at[1] == '\0'));
    bool is_big = len >= 2 && ((at[0] == 0xFE && at[1] == 0xFF) || (at[0] == '\0' && at[1] == '<'));
    size_t mark = 0;

    *ret = bytes;
    *ret_len = len;
    if (is_little || is_big) {
        int r = 0;

        mark = at[0] >= 0xFE ? 2 : 0;
        r = from_utf16(at + mark, len - mark, is_big, what, memory, err);
        *ret = sa_buf_text(memory);
        *ret_len = memory->len;
        return r;
    }
    if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        mark = 3;
    *ret += mark;
    *ret_len -= mark;
    return 0;
}

/* The tree ------------------------------------------------------------------------------------- */

struct counts {
    const struct sa_xml_bounds *bounds;
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

/* False: too much. The library has given its input away by then, so nothing of it may be looked at. */
static bool count(xmlParserCtxt *parser, size_t nodes)
{
    struct counts *counts = parser->_private;
    bool look = counts->nodes / LOOK_EVERY != (counts->nodes + nodes) / LOOK_EVERY;

    counts->nodes += nodes;
    if (counts->nodes > counts->bounds->nodes)
        stop(parser, "nodes", counts->bounds->nodes);
    else if (parser->nameNr > (int)counts->bounds->depth)
        stop(parser, "levels of elements", counts->bounds->depth);
    else if (parser->nsNr > 2 * NAMESPACES_MAX)
        stop(parser, "namespaces at one place", NAMESPACES_MAX);
    else if (look && xmlDictSize(parser->dict) > NAMES_MAX)
        stop(parser, "different names", NAMES_MAX);
    return counts->what == NULL;
}

/* NOLINTNEXTLINE(readability-function-size): the library's signature */
static void on_element(void *context, const xmlChar *name, const xmlChar *prefix,
                       const xmlChar *uri, int namespace_count, const xmlChar **namespaces,
                       int attribute_count, int default_count, const xmlChar **attributes)
{
    if (count(context, 1 + (size_t)namespace_count + (size_t)attribute_count))
        xmlSAX2StartElementNs(context, name, prefix, uri, namespace_count, namespaces,
                              attribute_count, default_count, attributes);
}

/* The library brings one text in pieces, of which escaped characters make many, and joins them. */
static void on_text(void *context, const xmlChar *text, int len)
{
    const xmlParserCtxt *parser = context;
    const xmlNode *last = parser->node != NULL ? parser->node->last : NULL;

    if ((last != NULL && last->type == XML_TEXT_NODE) || count(context, 1))
        xmlSAX2Characters(context, text, len);
}

static void on_cdata(void *context, const xmlChar *text, int len)
{
    if (count(context, 1))
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
static int fail_malformed(xmlParserCtxt *parser, const char *what, struct sa_error *err)
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
                   "%s is no well-formed XML: %s", what, sa_buf_text(&text));
}

static void initialise_library(void)
{
    xmlInitParser();
}

int sa_xml_parse(const char *text, size_t len, const struct sa_xml_bounds *bounds, xmlDoc **ret,
                 struct sa_error *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct counts counts = {.bounds = bounds};
    xmlParserCtxt *parser = NULL;
    int r = 0;

    *ret = NULL;
    if (len > INT_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, INT_MAX, "%s has more than %d bytes",
                       bounds->what, INT_MAX);
    r = scan_text(text, len, bounds->what, err);
    if (r < 0)
        return r;

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
    /* HUGE takes the library's own bounds away, one of which is 10 MB for a whole text. Ours stand in
     * their place: bytes, tags, nodes, depth, names; and there are no entities. */
    *ret = xmlCtxtReadMemory(parser, text, (int)len, NULL, "UTF-8",
                             XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC |
                                 XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (counts.what != NULL)
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)counts.limit,
                    "%s has more than %zu %s", bounds->what, counts.limit, counts.what);
    else if (*ret == NULL)
        r = fail_malformed(parser, bounds->what, err);
    if (r < 0 && *ret != NULL) {
        xmlFreeDoc(*ret);
        *ret = NULL;
    }
    xmlFreeParserCtxt(parser);
    return r;
}
