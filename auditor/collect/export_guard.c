/* SPDX-License-Identifier: Apache-2.0 */
/* Stands between the bytes of a file and the XML library.
 *
 * The library gets UTF-8 only, whatever the file declares: UTF-16 is converted here, so that no
 * converter of the system is ever chosen by the file. Then a light scan (XML 1.0, chapter 2: comments,
 * CDATA sections, processing instructions, tags) refuses what is dangerous before the library sees it:
 *
 *   - a document type: entities, and with them every known XML bomb and each way to make a parser
 *     open files, need one;
 *   - giant tags: the library compares each attribute of a tag with each other one, and looks for the
 *     end of a tag again whenever more bytes have come;
 *   - comments and the like by the million: between two tags the library builds all of them in memory.
 *
 * The scan does not judge whether the text is well-formed. Up to the first fault it sees the same
 * tags as the library, and the library stops at the first fault. */
#include <libxml/encoding.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "export_input.h"

/* A real start tag has 600 bytes and five attributes. */
#define TAG_MAX        ((size_t)32 * 1024)
#define ATTRIBUTES_MAX 256

/* Comments, processing instructions and CDATA sections; real files have one. */
#define ASIDES_MAX 100000

/* How far into the file an XML declaration may reach. */
#define DECLARATION_MAX 256

struct text {
    const char *at, *end;
};

static size_t left(const struct text *text)
{
    return (size_t)(text->end - text->at);
}

static bool starts_with(const struct text *text, const char *prefix, size_t len)
{
    return left(text) >= len && memcmp(text->at, prefix, len) == 0;
}

static int fail_at(const char *file, const char *start, const char *at, int status,
                   const char *message, struct sa_error *err)
{
    long line = 1;

    for (const char *c = start; c < at; c++)
        line += *c == '\n';
    (void)sa_fail(err, status, SA_DOMAIN_NONE, 0, "%s", message);
    sa_place(err, file, line, 0);
    return status;
}

static int fail_encoding(const char *file, struct sa_error *err, const char *encoding)
{
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                  "the file is written in the encoding '%s', which is not read", encoding);
    sa_place(err, file, 0, 0);
    sa_hint(err, "export the configuration again: the product writes UTF-8");
    return SA_E_INPUT;
}

static void say_nothing(void *payload, xmlErrorPtr error)
{
    (void)payload;
    (void)error;
}

/* Converts with the library's own UTF-16 decoder. Growth is at most three bytes for two. */
static int convert(const char *file, const struct text *text, const char *encoding, char **ret,
                   size_t *ret_len, struct sa_error *err)
{
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
    xmlBufferPtr in = xmlBufferCreate();
    xmlBufferPtr out = xmlBufferCreate();
    int r = 0;

    /* The decoder has no context to report to, and would print on standard error. */
    xmlSetStructuredErrorFunc(NULL, say_nothing);
    if (handler == NULL || in == NULL || out == NULL ||
        xmlBufferAdd(in, (const xmlChar *)text->at, (int)left(text)) != 0) {
        r = sa_fail_nomem(err);
    } else if (xmlCharEncInFunc(handler, out, in) < 0 || xmlBufferLength(in) != 0) {
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                    "the file begins as %s, but not all of it is", encoding);
        sa_place(err, file, 0, 0);
    } else {
        *ret_len = (size_t)xmlBufferLength(out);
        *ret = malloc(*ret_len + 1);
        if (*ret != NULL)
            memcpy(*ret, xmlBufferContent(out), *ret_len);
        else
            r = sa_fail_nomem(err);
    }
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlBufferFree(in);
    xmlBufferFree(out);
    return r;
}

/* The encoding by the first bytes: "UTF-16LE", "UTF-16BE", "UTF-8", or another that is not read. A
 * byte order mark is passed over. */
static const char *encoding_of(struct text *text)
{
    static const struct {
        const char *bytes;
        size_t len, mark;
        const char *encoding;
    } starts[] = {
        {"\xFF\xFE\0\0", 4, 4, "UTF-32"  },
        {"\0\0\xFE\xFF", 4, 4, "UTF-32"  },
        {"\xFF\xFE",     2, 2, "UTF-16LE"},
        {"\xFE\xFF",     2, 2, "UTF-16BE"},
        {"\xEF\xBB\xBF", 3, 3, "UTF-8"   },
        {"<\0\0",        3, 0, "UTF-32"  },
        {"<\0",          2, 0, "UTF-16LE"},
        {"\0<",          2, 0, "UTF-16BE"},
    };

    for (size_t i = 0; i < SA_COUNT(starts); i++) {
        if (starts_with(text, starts[i].bytes, starts[i].len)) {
            text->at += starts[i].mark;
            return starts[i].encoding;
        }
    }
    return "UTF-8";
}

/* Takes the value of encoding="..." out of an XML declaration. False: there is none. */
static bool declared_encoding(const struct text *text, char *ret, size_t size)
{
    size_t len = left(text) < DECLARATION_MAX ? left(text) : DECLARATION_MAX;
    const char *stop = starts_with(text, "<?xml", 5) ? memmem(text->at, len, "?>", 2) : NULL;
    const char *at = NULL;
    const char *close = NULL;

    if (stop != NULL)
        at = memmem(text->at, (size_t)(stop - text->at), "encoding", 8);
    if (at == NULL)
        return false;
    while (at < stop && *at != '"' && *at != '\'')
        at++;
    if (at < stop)
        close = memchr(at + 1, *at, (size_t)(stop - at - 1));
    if (close == NULL)
        return false;
    (void)snprintf(ret, size, "%.*s", (int)(close - at - 1), at + 1);
    return true;
}

static bool is_ascii(const struct text *text)
{
    unsigned char all = 0;

    for (const char *c = text->at; c < text->end; c++)
        all |= (unsigned char)*c;
    return all < 0x80;
}

/* Programs that build XML as a string and then write it as UTF-8 declare "utf-16" all the same, so
 * the first bytes count, not the declaration. Any other encoding does no harm to plain ASCII. */
static int check_declaration(const char *file, const struct text *text, struct sa_error *err)
{
    static const char *const known[] = {"utf-8", "utf-16", "us-ascii", "ascii"};
    char encoding[32];
    SA_CLEANUP(sa_buf_done) struct sa_buf visible = SA_BUF_INIT(SA_KIB);

    if (!declared_encoding(text, encoding, sizeof encoding))
        return 0;
    for (size_t i = 0; i < SA_COUNT(known); i++) {
        if (sa_text_same(encoding, known[i]))
            return 0;
    }
    if (is_ascii(text))
        return 0;
    (void)sa_text_add_visible(&visible, encoding);
    return fail_encoding(file, err, sa_buf_text(&visible));
}

/* Just behind the next `what`, or the end of the text. */
static const char *behind(const struct text *text, const char *what, size_t len)
{
    const char *found = memmem(text->at, left(text), what, len);

    return found != NULL ? found + len : text->end;
}

/* Just behind the tag, NULL when it is too large. */
static const char *behind_tag(const struct text *text)
{
    const char *stop = left(text) > TAG_MAX ? text->at + TAG_MAX : text->end;
    char quote = '\0';
    size_t values = 0;

    for (const char *c = text->at; c < stop; c++) {
        if (quote != '\0') {
            if (*c == quote)
                quote = '\0';
        } else if (*c == '>') {
            return c + 1;
        } else if (*c == '"' || *c == '\'') {
            quote = *c;
            if (++values > ATTRIBUTES_MAX)
                return NULL;
        }
    }
    return stop == text->end ? stop : NULL;
}

/* Just behind what begins with "<!" or "<?" and is no document type; NULL: it is one, or a tag. */
static const char *behind_aside(struct text text)
{
    if (starts_with(&text, "<!--", 4)) {
        text.at += 4;
        return behind(&text, "-->", 3);
    }
    if (starts_with(&text, "<![CDATA[", 9))
        return behind(&text, "]]>", 3);
    return starts_with(&text, "<?", 2) ? behind(&text, "?>", 2) : NULL;
}

static int check_shape(const char *file, struct text text, struct sa_error *err)
{
    const char *start = text.at;
    size_t asides = 0;

    while ((text.at = memchr(text.at, '<', left(&text))) != NULL) {
        const char *next = left(&text) > 1 && (text.at[1] == '!' || text.at[1] == '?')
                               ? behind_aside(text)
                               : behind_tag(&text);

        if (next == NULL && left(&text) > 1 && text.at[1] == '!') {
            (void)fail_at(file, start, text.at, SA_E_INPUT,
                          "the file has a document type declaration, which is refused", err);
            sa_hint(err, "no export has one: find out who changed the file");
            return SA_E_INPUT;
        }
        if (next == NULL)
            return fail_at(file, start, text.at, SA_E_LIMIT,
                           "a tag is larger than 32 KiB or has more than 256 attributes", err);
        asides += left(&text) > 1 && (text.at[1] == '!' || text.at[1] == '?');
        if (asides > ASIDES_MAX)
            return fail_at(file, start, text.at, SA_E_LIMIT,
                           "the file has more than 100000 comments and the like", err);
        text.at = next;
    }
    return 0;
}

static int check_start(const char *file, const struct text *text, struct sa_error *err)
{
    const char *at = text->at;

    while (at < text->end && (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n'))
        at++;
    if (at < text->end && *at == '<')
        return 0;
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s",
                  at == text->end ? "the file is empty" : "the file is not XML");
    sa_place(err, file, 0, 0);
    sa_hint(err, "export the configuration again and copy the folder whole");
    return SA_E_INPUT;
}

int sa_export_guard(const char *file, const char *bytes, size_t len, const char **ret,
                    size_t *ret_len, char **ret_memory, struct sa_error *err)
{
    struct text text = {.at = bytes, .end = bytes + len};
    const char *encoding = encoding_of(&text);
    char *memory = NULL;
    size_t size = 0;
    int r = 0;

    if (sa_text_starts(encoding, "UTF-16")) {
        r = convert(file, &text, encoding, &memory, &size, err);
        if (r < 0)
            return r;
        text = (struct text){.at = memory, .end = memory + size};
    } else if (!sa_text_same(encoding, "UTF-8")) {
        r = fail_encoding(file, err, encoding);
    }
    if (r == 0)
        r = check_start(file, &text, err);
    if (r == 0)
        r = check_declaration(file, &text, err);
    if (r == 0)
        r = check_shape(file, text, err);
    if (r < 0) {
        free(memory);
        return r;
    }
    *ret = text.at;
    *ret_len = left(&text);
    *ret_memory = memory;
    return 0;
}
