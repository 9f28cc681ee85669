/* SPDX-License-Identifier: Apache-2.0 */
/* A guarded walk over the elements of one file (libxml2's xmlTextReader).
 *
 * Every node passes through sa_export_xml_next(), also those of subtrees that nobody reads: there the
 * bounds on nodes, depth and namespaces hold, there entities are refused, cancellation is noticed, and
 * there it is decided what is secret. Options: no network, no document type (the guard refuses it
 * before), no entity replacement, the library's own limits on.
 *
 * Reading is by nesting: sa_export_xml_child() goes from child to child of an element whose depth the
 * caller remembers, and passes over whatever the caller did not read. Elements are known by local
 * name, because exports write the same elements with and without prefixes, some of them undeclared.
 *
 * What is secret: is_secret() says it of elements with all that is in them, sa_export_xml_hides() of
 * attributes, watch_text() of texts. sa_export_xml_text() and sa_export_xml_attribute() give "" for it,
 * so that no caller can keep what it must not. */
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>
#include <strings.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "export_input.h"

/* Namespace declarations in force at one place; real files have two. The library looks through them
 * one by one for each element. */
#define NAMESPACES_MAX 256

/* Names, as far as the library keeps them in its dictionary: real files have 300. It slows down with
 * the square of their number. */
#define NAMES_MAX 100000

/* How many nodes pass between two looks at the cancel flag and the dictionary. */
#define LOOK_EVERY 4096

static const char *local_name(const unsigned char *name)
{
    const char *text = (const char *)name;
    const char *colon = strrchr(text, ':');

    return colon != NULL ? colon + 1 : text;
}

/* First letter small, one line: the form of our own messages. */
static void take_message(struct sa_error *problem, const char *message, long line, int column,
                         int code, const char *file)
{
    char text[256];
    size_t len = 0;

    for (; message[len] != '\0' && len < sizeof text - 1; len++)
        text[len] = (char)(message[len] == '\n' ? ' ' : message[len]);
    while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '!' || text[len - 1] == '.'))
        len--;
    text[len] = '\0';
    if (text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a')
        text[0] = (char)(text[0] - 'A' + 'a');
    /* The library has one message for two faults that call for different searches. */
    if (code == XML_ERR_DOCUMENT_END)
        (void)snprintf(text, sizeof text, "it is cut off, or goes on behind its end");
    (void)sa_fail(problem, SA_E_INPUT, SA_DOMAIN_XML, code, "the file is not well-formed: %s",
                  text);
    sa_place(problem, file, line, column);
    sa_hint(problem, "export the configuration again and copy the folder whole");
}

/* Complaints that do not end the file (an undeclared prefix, say) are no concern of ours. */
#if LIBXML_VERSION >= 21200
static void on_complaint(void *payload, const xmlError *complaint)
#else
static void on_complaint(void *payload, xmlErrorPtr complaint)
#endif
{
    struct sa_export_xml *xml = payload;

    if (complaint == NULL || complaint->level != XML_ERR_FATAL || xml->problem.status < 0)
        return;
    take_message(&xml->problem, complaint->message != NULL ? complaint->message : "unknown fault",
                 complaint->line, complaint->int2, complaint->code, xml->file);
}

static void initialise_library(void)
{
    xmlInitParser();
}

int sa_export_xml_open(struct sa_export_xml *xml, struct sa_export_context *context,
                       const char *file, const char *bytes, size_t len, struct sa_error *err)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    const char *text = NULL;
    size_t text_len = 0;
    int r = 0;

    *xml =
        (struct sa_export_xml){.context = context, .file = file, .depth = -1, .secret_depth = -1};
    (void)pthread_once(&once, initialise_library);
    r = sa_export_guard(file, bytes, len, &text, &text_len, &xml->memory, err);
    if (r < 0)
        return r;
    if (text_len > INT32_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "'%s' is too large", file);
    xml->reader = xmlReaderForMemory(text, (int)text_len, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC |
                                         XML_PARSE_BIG_LINES);
    if (xml->reader == NULL)
        return sa_fail_nomem(err);
    xmlTextReaderSetStructuredErrorHandler(xml->reader, on_complaint, xml);
    return 0;
}

void sa_export_xml_close(struct sa_export_xml *xml)
{
    if (xml->reader != NULL)
        xmlFreeTextReader(xml->reader);
    free(xml->memory);
    xml->reader = NULL;
    xml->memory = NULL;
}

long sa_export_xml_line(const struct sa_export_xml *xml)
{
    long line = xml->node != NULL ? xmlGetLineNo(xml->node) : 0;

    return line > 0 ? line : 0;
}

int sa_export_xml_fail(const struct sa_export_xml *xml, long line, struct sa_error *err,
                       const char *format, ...)
{
    char text[SA_ERROR_MESSAGE_MAX];
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(16 * SA_KIB);
    va_list args;

    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)sa_text_add_visible(&visible, text);
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", sa_buf_text(&visible));
    sa_place(err, xml->file, line, 0);
    return SA_E_INPUT;
}

static int fail_limit(const struct sa_export_xml *xml, struct sa_error *err, const char *what,
                      size_t limit)
{
    (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)limit,
                  "the file has more than %zu %s", limit, what);
    sa_place(err, xml->file, sa_export_xml_line(xml), 0);
    return SA_E_LIMIT;
}

int sa_export_xml_check_name(const struct sa_export_xml *xml, long line, const char *what,
                             const char *text, struct sa_error *err)
{
    if (strlen(text) <= SA_LIMIT_NAME)
        return 0;
    (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_NAME,
                  "a name ('%s') is longer than %d bytes", what, SA_LIMIT_NAME);
    sa_place(err, xml->file, line, 0);
    return SA_E_LIMIT;
}

/* Value of an attribute when it is one piece of text, as every value without entities is. */
static const char *plain_value(const xmlAttr *attribute)
{
    const xmlNode *child = attribute->children;

    return child != NULL && child->content != NULL ? (const char *)child->content : "";
}

/* Secrets ------------------------------------------------------------------------------------- */

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_blank(const char *text)
{
    return text == NULL || text[strspn(text, " \t\r\n")] == '\0';
}

/* Letter case does not count, nor does what some put between two words. */
static bool begins_with(const char *text, const char *word)
{
    for (; *word != '\0'; text++) {
        if (*text == '-' || *text == '_' || *text == ' ')
            continue;
        if (lower(*text) != *word)
            return false;
        word++;
    }
    return true;
}

/* Every name of a file goes through here, some ten thousand of them: most letters begin no word. */
static bool contains(const char *text, const char *const *words)
{
    static const bool begins[UCHAR_MAX + 1] = {
        ['a'] = true, ['A'] = true, ['c'] = true, ['C'] = true, ['e'] = true, ['E'] = true,
        ['p'] = true, ['P'] = true, ['s'] = true, ['S'] = true, ['t'] = true, ['T'] = true,
    };

    for (; *text != '\0'; text++) {
        if (!begins[(unsigned char)*text])
            continue;
        for (const char *const *word = words; *word != NULL; word++) {
            if (lower(*text) == **word && begins_with(text, *word))
                return true;
        }
    }
    return false;
}

static const char *const secret_words[] = {
    "password",   "passwd", "passphrase", "pwd",    "secret",
    "credential", "token",  "privatekey", "apikey", NULL,
};

/* What speaks of secrets and holds none. */
static bool is_known_harmless(const char *name)
{
    static const char *const names[] = {
        "password-sync",
        "password-sync-allowed",
        "password-hash-sync-config",
        "aad-password-reset-config",
        "password-change-history-size",
        "password-management-enabled",
        "EnablePasswordSync",
    };
    static const char feature[] = "Microsoft.OptionalFeature.Password";
    size_t len = 0;

    while (is_space(*name))
        name++;
    len = strlen(name);
    while (len > 0 && is_space(name[len - 1]))
        len--;
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        if (strlen(names[i]) == len && strncasecmp(names[i], name, len) == 0)
            return true;
    }
    return sa_text_starts(name, feature);
}

static bool is_secret_name(const char *name)
{
    return contains(name, secret_words) && !is_known_harmless(name);
}

/* Says an attribute `name` that its element is a secret? */
static bool is_secret_mark(const char *name, const char *value)
{
    static const char *const encrypted[] = {"encrypted", NULL};
    static const char *const types[] = {"encrypted", "securestring", "password", NULL};

    if (contains(name, encrypted))
        return *value != '\0' && !sa_text_same(value, "0") && !sa_text_same(value, "false");
    return (sa_text_same(name, "type") || sa_text_same(name, "dataType")) && contains(value, types);
}

static bool is_secret(const struct sa_export_xml *xml)
{
    bool is_parameter = sa_text_same(xml->name, "parameter");

    if (is_secret_name(xml->name) || sa_text_same(xml->name, "encrypted-attributes"))
        return true;
    /* Part of a schema: says that an attribute is encrypted, and holds no value. */
    if (sa_text_same(xml->name, "attribute-type"))
        return false;
    for (const xmlAttr *a = xml->node->properties; a != NULL; a = a->next) {
        const char *name = local_name(a->name);
        const char *value = plain_value(a);

        if (is_secret_mark(name, value))
            return true;
        if (is_parameter && sa_text_same(name, "name") && is_secret_name(value))
            return true;
    }
    return false;
}

/* Eight characters are enough to know the words by. */
static bool is_assigned_word(uint64_t tail)
{
    static const char *const words[] = {"password", "passwd", "pwd"};

    for (size_t i = 0; i < SA_COUNT(words); i++) {
        uint64_t word = 0;
        uint64_t mask = 0;

        for (const char *c = words[i]; *c != '\0'; c++) {
            word = word << 8 | (unsigned char)*c;
            mask = mask << 8 | 0xFF;
        }
        if ((tail & mask) == word)
            return true;
    }
    return false;
}

/* Looks for "password =" in a text that may come in pieces. */
static void watch_text(struct sa_export_watch *watch, const char *text)
{
    for (; *text != '\0' && !watch->hides_text; text++) {
        if (*text == '=' && is_assigned_word(watch->tail)) {
            watch->hides_text = true;
        } else if (is_space(*text)) {
            watch->has_gap = true;
        } else {
            watch->tail = (watch->has_gap ? 0 : watch->tail << 8) | (unsigned char)lower(*text);
            watch->has_gap = false;
        }
    }
}

static bool is_secret_value(const char *text)
{
    struct sa_export_watch watch = {0};

    watch_text(&watch, text);
    return watch.hides_text;
}

/* Attributes that tell what a secret is. A mark that is longer than a yes or no is none. */
static bool is_telling(const char *name, const char *value)
{
    static const char *const marks[] = {"encrypted", NULL};
    static const char *const names[] = {"name", "type", "use", "dataType"};

    for (size_t i = 0; i < SA_COUNT(names); i++) {
        if (sa_text_same(name, names[i]))
            return true;
    }
    return contains(name, marks) && strlen(value) <= strlen("false");
}

bool sa_export_xml_hides(const struct sa_export_xml *xml, const xmlAttr *attribute)
{
    const char *name = local_name(attribute->name);
    const char *value = plain_value(attribute);
    bool is_inside = xml->secret_depth >= 0 && xml->depth > xml->secret_depth;

    if (is_blank(value))
        return false;
    return is_inside || is_secret_name(name) || is_secret_value(value) ||
           (xml->is_secret_element && !is_telling(name, value));
}

static void watch_element(struct sa_export_xml *xml)
{
    xml->watch[xml->depth] = (struct sa_export_watch){0};
    xml->is_secret_element = is_secret(xml);
    for (const xmlAttr *a = xml->node->properties; a != NULL; a = a->next)
        xml->secrets += sa_export_xml_hides(xml, a);
    if (xml->secret_depth < 0 && xml->is_secret_element &&
        !xmlTextReaderIsEmptyElement(xml->reader))
        xml->secret_depth = xml->depth;
}

/* Counts what must not be kept: texts and attributes in secret elements, attributes and texts that are
 * secret by themselves, comments that speak of secrets. */
static void watch_secrets(struct sa_export_xml *xml)
{
    const char *content = (const char *)xml->node->content;
    bool is_inside = xml->secret_depth >= 0;

    xml->is_hidden = false;
    switch (xml->type) {
    case XML_READER_TYPE_ELEMENT:
        watch_element(xml);
        return;
    case XML_READER_TYPE_END_ELEMENT:
        if (xml->depth == xml->secret_depth)
            xml->secret_depth = -1;
        return;
    case XML_READER_TYPE_COMMENT:
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        xml->is_hidden = is_inside || (content != NULL && contains(content, secret_words));
        break;
    default:
        if (xml->depth > 0 && content != NULL)
            watch_text(&xml->watch[xml->depth - 1], content);
        xml->is_hidden = is_inside || (xml->depth > 0 && xml->watch[xml->depth - 1].hides_text);
        break;
    }
    xml->secrets += xml->is_hidden && !is_blank(content);
}

static int check_node(struct sa_export_xml *xml, struct sa_error *err)
{
    size_t namespaces = 0;

    if (xml->type == XML_READER_TYPE_DOCUMENT_TYPE || xml->type == XML_READER_TYPE_ENTITY ||
        xml->type == XML_READER_TYPE_ENTITY_REFERENCE)
        return sa_export_xml_fail(xml, sa_export_xml_line(xml), err,
                                  "the file uses entities, which is refused");
    if (xml->depth > SA_LIMIT_XML_DEPTH)
        return fail_limit(xml, err, "levels of elements", SA_LIMIT_XML_DEPTH);
    if (xml->type != XML_READER_TYPE_ELEMENT)
        return 0;
    if (xml->depth > 0)
        namespaces = xml->namespaces[xml->depth - 1];
    for (const xmlNs *ns = xml->node->nsDef; ns != NULL; ns = ns->next)
        namespaces++;
    if (namespaces > NAMESPACES_MAX)
        return fail_limit(xml, err, "namespaces", NAMESPACES_MAX);
    xml->namespaces[xml->depth] = (unsigned short)namespaces;
    return sa_export_xml_check_name(xml, sa_export_xml_line(xml), "element", xml->name, err);
}

static int fail_parse(const struct sa_export_xml *xml, struct sa_error *err)
{
    if (xml->problem.status == 0)
        return sa_export_xml_fail(xml, 0, err,
                                  "the file is damaged, or holds a value larger than 10 MB");
    if (err != NULL)
        *err = xml->problem;
    return xml->problem.status;
}

int sa_export_xml_next(struct sa_export_xml *xml, struct sa_error *err)
{
    int r = 0;

    if (++xml->nodes > xml->context->node_limit)
        return fail_limit(xml, err, "nodes", xml->context->node_limit);
    if (xml->nodes % LOOK_EVERY == 0 && sa_export_is_cancelled(xml->context))
        return sa_export_fail_cancelled(err);
    if (xml->nodes % LOOK_EVERY == 0 && xml->node != NULL && xml->node->doc != NULL &&
        xmlDictSize(xml->node->doc->dict) > NAMES_MAX)
        return fail_limit(xml, err, "names", NAMES_MAX);
    r = xmlTextReaderRead(xml->reader);
    if (r < 0 || xml->problem.status < 0)
        return fail_parse(xml, err);
    xml->node = r > 0 ? xmlTextReaderCurrentNode(xml->reader) : NULL;
    if (xml->node == NULL)
        return 0;
    xml->type = xmlTextReaderNodeType(xml->reader);
    xml->depth = xmlTextReaderDepth(xml->reader);
    if (xml->type == XML_READER_TYPE_ELEMENT)
        xml->name = local_name(xml->node->name);
    r = check_node(xml, err);
    if (r < 0)
        return r;
    watch_secrets(xml);
    return 1;
}

int sa_export_xml_root(struct sa_export_xml *xml, const char *name, struct sa_error *err)
{
    int r = 0;

    do {
        r = sa_export_xml_next(xml, err);
    } while (r > 0 && xml->type != XML_READER_TYPE_ELEMENT);
    if (r < 0)
        return r;
    if (r == 0)
        return sa_export_xml_fail(xml, 0, err, "the file holds no element");
    if (!sa_export_xml_is(xml, name)) {
        (void)sa_export_xml_fail(xml, sa_export_xml_line(xml), err,
                                 "expected a <%s> file, found <%.100s>", name, xml->name);
        sa_hint(err, "remove from the folder what Get-ADSyncServerConfiguration did not write");
        return SA_E_INPUT;
    }
    return 0;
}

int sa_export_xml_finish(struct sa_export_xml *xml, struct sa_error *err)
{
    int r = 0;

    do {
        r = sa_export_xml_next(xml, err);
    } while (r > 0);
    return r;
}

bool sa_export_xml_is(const struct sa_export_xml *xml, const char *name)
{
    return strcmp(xml->name, name) == 0;
}

bool sa_export_xml_is_secret(const struct sa_export_xml *xml)
{
    return xml->secret_depth >= 0 || is_secret(xml);
}

static int keep(struct sa_export_context *context, const char *text, size_t len, bool exact,
                const char **ret, struct sa_error *err)
{
    while (!exact && len > 0 && strchr(" \t\r\n", text[len - 1]) != NULL)
        len--;
    while (!exact && len > 0 && strchr(" \t\r\n", *text) != NULL) {
        text++;
        len--;
    }
    *ret = sa_arena_copy(context->arena, text, len);
    return *ret != NULL ? 0 : sa_export_fail_arena(context, err);
}

static bool is_text(const struct sa_export_xml *xml)
{
    return xml->type == XML_READER_TYPE_TEXT || xml->type == XML_READER_TYPE_CDATA ||
           xml->type == XML_READER_TYPE_WHITESPACE ||
           xml->type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

static int add_text(struct sa_export_xml *xml, struct sa_buf *text, struct sa_error *err)
{
    int r = sa_buf_add_text(text, (const char *)xml->node->content);

    if (r == SA_E_LIMIT)
        return fail_limit(xml, err, "bytes in one value", SA_LIMIT_XML_TEXT);
    return r < 0 ? sa_fail_nomem(err) : 0;
}

/* Like sa_export_xml_next(), and 0 at the end of the element at `depth`. */
static int next_inside(struct sa_export_xml *xml, int depth, struct sa_error *err)
{
    int r = 0;

    if (xml->type == XML_READER_TYPE_ELEMENT && xml->depth == depth &&
        xmlTextReaderIsEmptyElement(xml->reader))
        return 0;
    r = sa_export_xml_next(xml, err);
    return r > 0 && xml->type == XML_READER_TYPE_END_ELEMENT && xml->depth <= depth ? 0 : r;
}

int sa_export_xml_below(struct sa_export_xml *xml, int depth, struct sa_error *err)
{
    int r = 0;

    do {
        r = next_inside(xml, depth, err);
    } while (r > 0 && xml->type != XML_READER_TYPE_ELEMENT);
    return r;
}

int sa_export_xml_child_or_text(struct sa_export_xml *xml, int depth, struct sa_buf *text,
                                struct sa_error *err)
{
    int r = 0;

    xml->is_withheld = false;
    while ((r = next_inside(xml, depth, err)) > 0) {
        if (xml->depth != depth + 1)
            continue;
        if (xml->type == XML_READER_TYPE_ELEMENT)
            return 1;
        if (text == NULL || !is_text(xml))
            continue;
        xml->is_withheld |= xml->is_hidden;
        r = xml->is_hidden ? 0 : add_text(xml, text, err);
        if (r < 0)
            return r;
    }
    return r;
}

int sa_export_xml_child(struct sa_export_xml *xml, int depth, struct sa_error *err)
{
    return sa_export_xml_child_or_text(xml, depth, NULL, err);
}

int sa_export_xml_text(struct sa_export_xml *xml, bool exact, const char **ret,
                       struct sa_error *err)
{
    struct sa_buf *text = &xml->context->scratch;
    int depth = xml->depth;
    int r = 0;
    long line = sa_export_xml_line(xml);
    bool is_name = sa_export_xml_is(xml, "name");
    bool has_content = !xmlTextReaderIsEmptyElement(xml->reader);

    sa_buf_clear(text);
    xml->is_withheld = sa_export_xml_is_secret(xml);
    while (has_content) {
        r = sa_export_xml_next(xml, err);
        if (r < 0)
            return r;
        if (r == 0 || (xml->type == XML_READER_TYPE_END_ELEMENT && xml->depth == depth))
            break;
        if (!is_text(xml) || xml->depth != depth + 1)
            continue;
        xml->is_withheld |= xml->is_hidden;
        r = xml->is_withheld ? 0 : add_text(xml, text, err);
        if (r < 0)
            return r;
    }
    if (xml->is_withheld)
        sa_buf_clear(text);
    r = is_name ? sa_export_xml_check_name(xml, line, "name", sa_buf_text(text), err) : 0;
    if (r < 0)
        return r;
    return keep(xml->context, sa_buf_text(text), text->len, exact, ret, err);
}

int sa_export_xml_attribute(struct sa_export_xml *xml, const char *name, const char **ret,
                            struct sa_error *err)
{
    *ret = NULL;
    for (const xmlAttr *a = xml->node->properties; a != NULL; a = a->next) {
        if (strcmp(local_name(a->name), name) == 0) {
            const char *value = sa_export_xml_hides(xml, a) ? "" : plain_value(a);
            int r = sa_export_xml_check_name(xml, sa_export_xml_line(xml), name, value, err);

            if (r < 0)
                return r;
            return keep(xml->context, value, strlen(value), /* exact= */ false, ret, err);
        }
    }
    return 0;
}
