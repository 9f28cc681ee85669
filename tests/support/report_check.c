/* SPDX-License-Identifier: Apache-2.0 */
/* Parsers that are not ours read the reports back: libxml2 for HTML, SQLite for JSON. CSV is read by
 * a small RFC 4180 parser that accepts nothing else. */
#include "report_check.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/digest.h"
#include "syncaudit/text.h"

#define TEXT(text) ((const xmlChar *)(text))

static bool complain(char *why, const char *format, ...) SA_PRINTF(2, 3);

static bool complain(char *why, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    (void)vsnprintf(why, REPORT_CHECK_WHY, format, args);
    va_end(args);
    return false;
}

/* HTML ---------------------------------------------------------------------------------------- */

/* What was found on the way through the tree. */
struct survey {
    char *why;
    xmlHashTable *ids;
    const xmlNode *style, *script, *policy;
    size_t h1_count, element_count;
};

static bool is_in(const char *word, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (strcmp(word, *list) == 0)
            return true;
    }
    return false;
}

static bool check_attribute(struct survey *survey, const xmlNode *node, const xmlAttr *attribute)
{
    static const char *const known[] = {
        "aria-describedby",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "charset",
        "checked",
        "class",
        "content",
        "cx",
        "cy",
        "d",
        "data-severity",
        "datetime",
        "fill",
        "focusable",
        "for",
        "height",
        "href",
        "http-equiv",
        "id",
        "lang",
        "name",
        "preserveAspectRatio",
        "r",
        "rel",
        "role",
        "scope",
        "stroke",
        "stroke-width",
        "tabindex",
        "type",
        "viewBox",
        "width",
        "x",
        "y",
        NULL,
    };
    const char *name = (const char *)attribute->name;

    if (!is_in(name, known))
        return complain(survey->why, "attribute '%s' of '%s'", name, (const char *)node->name);
    return true;
}

static bool note_element(struct survey *survey, xmlNode *node)
{
    static const char *const known[] = {
        "a",       "article", "b",     "bdi",    "body",    "br",      "caption", "circle",
        "code",    "dd",      "defs",  "desc",   "details", "div",     "dl",      "dt",
        "em",      "footer",  "h1",    "h2",     "h3",      "h4",      "head",    "header",
        "html",    "i",       "input", "label",  "li",      "link",    "main",    "mark",
        "meta",    "nav",     "ol",    "p",      "path",    "pre",     "rect",    "script",
        "section", "small",   "span",  "strong", "style",   "summary", "svg",     "symbol",
        "table",   "tbody",   "td",    "th",     "thead",   "time",    "title",   "tr",
        "ul",      "use",     NULL,
    };
    const char *name = (const char *)node->name;
    xmlChar *id = xmlGetNoNsProp(node, TEXT("id"));
    bool is_good = true;

    survey->element_count++;
    if (!is_in(name, known))
        is_good = complain(survey->why, "element '%s'", name);
    for (xmlAttr *attribute = node->properties; is_good && attribute != NULL;
         attribute = attribute->next)
        is_good = check_attribute(survey, node, attribute);
    if (is_good && id != NULL && xmlHashAddEntry(survey->ids, id, node) != 0)
        is_good = complain(survey->why, "anchor '%s' twice or empty", (const char *)id);
    xmlFree(id);
    survey->h1_count += strcmp(name, "h1") == 0;
    if (strcmp(name, "style") == 0) {
        is_good = is_good && survey->style == NULL;
        survey->style = node;
    } else if (strcmp(name, "script") == 0) {
        is_good = is_good && survey->script == NULL;
        survey->script = node;
    } else if (strcmp(name, "meta") == 0 && survey->policy == NULL) {
        survey->policy = node;
    }
    return is_good || (survey->why[0] != '\0' ? false : complain(survey->why, "'%s' twice", name));
}

/* Document order without recursion. */
static xmlNode *next_node(xmlNode *node)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE)
        return node->children;
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node != NULL && node->type != XML_DOCUMENT_NODE && node->type != XML_HTML_DOCUMENT_NODE
               ? node->next
               : NULL;
}

/* Every word of an attribute that names anchors. */
static bool check_anchors(struct survey *survey, xmlNode *node, const char *attribute)
{
    xmlChar *value = xmlGetNoNsProp(node, TEXT(attribute));
    char *rest = (char *)value;
    bool is_good = true;

    while (is_good && rest != NULL && *rest != '\0') {
        char *word = strsep(&rest, " ");

        if (xmlHashLookup(survey->ids, TEXT(word)) == NULL)
            is_good = complain(survey->why, "%s '%s' leads nowhere", attribute, word);
    }
    xmlFree(value);
    return is_good;
}

static bool check_href(struct survey *survey, xmlNode *node)
{
    xmlChar *value = xmlGetNoNsProp(node, TEXT("href"));
    const char *href = (const char *)value;
    bool is_good = true;

    if (href == NULL)
        return true;
    if (href[0] == '#' && xmlHashLookup(survey->ids, TEXT(href + 1)) == NULL)
        is_good = complain(survey->why, "link '%s' leads nowhere", href);
    else if (href[0] != '#' && strncasecmp(href, "https://", 8) != 0 &&
             strncasecmp(href, "http://", 7) != 0 && strcmp(href, "data:,") != 0)
        is_good = complain(survey->why, "link '%s'", href);
    xmlFree(value);
    return is_good;
}

/* The policy names the digest of what is there. */
static bool check_policy(struct survey *survey)
{
    static const char form[] =
        "default-src 'none'; style-src '%s'; script-src '%s'; img-src data:; "
        "base-uri 'none'; form-action 'none'";
    char style_source[SA_SHA256_CSP_SIZE] = "";
    char script_source[SA_SHA256_CSP_SIZE] = "";
    char wanted[512];
    xmlChar *policy = xmlGetNoNsProp(survey->policy, TEXT("content"));
    xmlChar *style = xmlNodeGetContent(survey->style);
    xmlChar *script = xmlNodeGetContent(survey->script);
    bool is_good = sa_sha256_csp(style, strlen((char *)style), style_source) == 0 &&
                   sa_sha256_csp(script, strlen((char *)script), script_source) == 0;

    (void)snprintf(wanted, sizeof wanted, form, style_source, script_source);
    if (!is_good || policy == NULL || strcmp((char *)policy, wanted) != 0)
        is_good = complain(survey->why, "policy is '%s'", policy != NULL ? (char *)policy : "");
    xmlFree(policy);
    xmlFree(style);
    xmlFree(script);
    return is_good;
}

static bool check_tree(struct survey *survey, xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);

    for (xmlNode *node = root; node != NULL; node = next_node(node)) {
        if (node->type == XML_ELEMENT_NODE ? !note_element(survey, node)
                                           : node->type != XML_TEXT_NODE)
            return survey->why[0] != '\0' ? false : complain(survey->why, "node of another kind");
    }
    for (xmlNode *node = root; node != NULL; node = next_node(node)) {
        if (node->type == XML_ELEMENT_NODE &&
            (!check_href(survey, node) || !check_anchors(survey, node, "aria-labelledby") ||
             !check_anchors(survey, node, "for")))
            return false;
    }
    if (survey->h1_count != 1)
        return complain(survey->why, "%zu main headings", survey->h1_count);
    if (survey->style == NULL || survey->script == NULL || survey->policy == NULL)
        return complain(survey->why, "style sheet, script or policy is missing");
    return check_policy(survey);
}

static size_t count_elements(xmlDoc *document)
{
    size_t count = 0;

    for (xmlNode *node = xmlDocGetRootElement(document); node != NULL; node = next_node(node))
        count += node->type == XML_ELEMENT_NODE;
    return count;
}

static bool check_bytes(const struct sa_buf *buf, char *why)
{
    if (!sa_utf8_valid(sa_buf_text(buf), buf->len))
        return complain(why, "not valid UTF-8");
    for (size_t i = 0; i < buf->len; i++) {
        unsigned char byte = (unsigned char)buf->data[i];

        if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F)
            return complain(why, "control character %02X", byte);
    }
    return true;
}

bool report_check_html(const struct sa_buf *html, char why[REPORT_CHECK_WHY])
{
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE;
    struct survey survey = {.why = why};
    xmlDoc *strict = NULL;
    xmlDoc *loose = NULL;
    bool is_good = false;

    why[0] = '\0';
    if (!check_bytes(html, why))
        return false;
    strict = xmlReadMemory(sa_buf_text(html), (int)html->len, NULL, "UTF-8", options);
    if (strict == NULL)
        return complain(why, "no well-formed XML");
    survey.ids = xmlHashCreate(1024);
    is_good = check_tree(&survey, strict);
    xmlHashFree(survey.ids, NULL);
    if (is_good) {
        loose = htmlReadMemory(sa_buf_text(html), (int)html->len, NULL, "UTF-8",
                               HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                   HTML_PARSE_RECOVER);
        if (loose == NULL || count_elements(loose) != survey.element_count)
            is_good = complain(why, "%zu elements as XML, %zu as HTML", survey.element_count,
                               loose != NULL ? count_elements(loose) : 0);
    }
    xmlFreeDoc(loose);
    xmlFreeDoc(strict);
    return is_good;
}

/* CSV ----------------------------------------------------------------------------------------- */

struct csv_reader {
    const char *at, *end;
    struct csv_table *table;
    size_t size;
};

static bool add_cell(struct csv_reader *reader, const struct sa_buf *cell)
{
    struct csv_table *table = reader->table;

    if (table->count == reader->size) {
        size_t size = reader->size > 0 ? reader->size * 2 : 256;
        char **cells = realloc(table->cells, size * sizeof *cells);

        if (cells == NULL)
            return false;
        table->cells = cells;
        reader->size = size;
    }
    table->cells[table->count] = strdup(sa_buf_text(cell));
    return table->cells[table->count++] != NULL;
}

/* One cell, up to and without the separator behind it. */
static bool read_cell(struct csv_reader *reader)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf cell = SA_BUF_INIT((size_t)1 << 26);
    bool is_quoted = reader->at < reader->end && *reader->at == '"';

    reader->at += is_quoted;
    while (reader->at < reader->end) {
        char c = *reader->at;

        if (is_quoted && c == '"') {
            reader->at++;
            if (reader->at == reader->end || *reader->at != '"')
                return add_cell(reader, &cell);
        } else if (!is_quoted && (c == ',' || c == '\r')) {
            return add_cell(reader, &cell);
        } else if (!is_quoted && (c == '"' || c == '\n')) {
            return false;
        }
        if (sa_buf_add_char(&cell, c) < 0)
            return false;
        reader->at++;
    }
    return false; /* neither a closing quote nor the end of the row */
}

bool csv_table_parse(const char *text, size_t len, struct csv_table *ret)
{
    struct csv_reader reader = {.at = text, .end = text + len, .table = ret};
    size_t in_row = 0;

    *ret = (struct csv_table){0};
    while (reader.at < reader.end) {
        if (!read_cell(&reader) || reader.at == reader.end)
            return false;
        in_row++;
        if (*reader.at == ',') {
            reader.at++;
            continue;
        }
        if (reader.end - reader.at < 2 || memcmp(reader.at, "\r\n", 2) != 0)
            return false;
        reader.at += 2;
        if (ret->columns == 0)
            ret->columns = in_row;
        if (in_row != ret->columns)
            return false;
        in_row = 0;
    }
    return in_row == 0 && ret->columns > 0;
}

void csv_table_done(struct csv_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        free(table->cells[i]);
    free(table->cells);
    *table = (struct csv_table){0};
}

const char *csv_table_cell(const struct csv_table *table, size_t row, const char *column)
{
    for (size_t i = 0; i < table->columns; i++) {
        if (strcmp(table->cells[i], column) == 0 && row * table->columns + i < table->count)
            return table->cells[row * table->columns + i];
    }
    return NULL;
}

bool report_check_csv(const struct sa_buf *csv, bool is_raw, char why[REPORT_CHECK_WHY])
{
    struct csv_table table;
    bool is_good = csv_table_parse(sa_buf_text(csv), csv->len, &table);

    why[0] = '\0';
    if (!is_good)
        complain(why, "no CSV after %zu cells", table.count);
    if (is_good && !sa_utf8_valid(sa_buf_text(csv), csv->len))
        is_good = complain(why, "not valid UTF-8");
    for (size_t i = 0; is_good && !is_raw && i < table.count; i++) {
        if (strchr("=+-@\t\r\n", table.cells[i][0]) != NULL && table.cells[i][0] != '\0')
            is_good = complain(why, "cell '%s'", table.cells[i]);
    }
    csv_table_done(&table);
    return is_good;
}

/* JSON ---------------------------------------------------------------------------------------- */

bool report_check_json(const struct sa_buf *json, char why[REPORT_CHECK_WHY])
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statement = NULL;
    bool is_good = false;

    why[0] = '\0';
    if (!check_bytes(json, why))
        return false;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "SELECT json_valid(?1)", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_bind_text(statement, 1, sa_buf_text(json), (int)json->len, SQLITE_STATIC) ==
            SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        is_good = sqlite3_column_int(statement, 0) == 1;
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return is_good || complain(why, "no valid JSON");
}
