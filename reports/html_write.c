/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML writer: markup is a literal format, texts are its arguments.
 *
 * sa_html_put() reads the markup that it writes: it knows at each conversion whether it stands
 * between tags or inside which attribute, and escapes for that place. The state outlives the call,
 * so that a tag may be written in several. Since formats must be literals (the compiler refuses
 * others), no text of an audited host ever takes part in that reading.
 *
 * The markup is well-formed XML as well as HTML: void elements are closed, attributes quoted, and
 * the only references are the five of XML and numbers. Tests parse it strictly. */
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"

#include "report_internal.h"

enum context {
    CONTEXT_TEXT,   /* between tags */
    CONTEXT_TAG,    /* inside <...>, outside quotes */
    CONTEXT_VALUE,  /* attribute value without a rule of its own */
    CONTEXT_ANCHOR, /* id, or behind href="# */
    CONTEXT_URL,    /* href */
};

/* Anchors given out so far: open addressing, at most half full. */
struct sa_html_ids {
    const char **slots;
    size_t size; /* a power of two */
    size_t count;
};

static int context_of_attribute(const struct sa_html *html)
{
    static const char *const anchors[] = {"id", "for", "aria-labelledby", "aria-describedby"};

    for (size_t i = 0; i < SA_COUNT(anchors); i++) {
        if (html->attribute_len == strlen(anchors[i]) &&
            memcmp(html->attribute, anchors[i], html->attribute_len) == 0)
            return CONTEXT_ANCHOR;
    }
    if (html->attribute_len == 4 && memcmp(html->attribute, "href", 4) == 0)
        return CONTEXT_URL;
    return CONTEXT_VALUE;
}

static void read_tag_char(struct sa_html *html, char c)
{
    if (c == '>') {
        html->context = CONTEXT_TEXT;
    } else if (c == '"') {
        html->context = context_of_attribute(html);
        html->attribute_len = 0;
    } else if (c == ' ' || c == '\n') {
        html->attribute_len = 0;
    } else if (c != '=' && html->attribute_len < sizeof html->attribute) {
        html->attribute[html->attribute_len++] = c;
    }
}

static void put_markup(struct sa_html *html, const char *markup, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = markup[i];

        if (html->context == CONTEXT_TEXT) {
            if (c == '<') {
                html->context = CONTEXT_TAG;
                html->attribute_len = 0;
            }
        } else if (html->context == CONTEXT_TAG) {
            read_tag_char(html, c);
        } else if (c == '"') {
            html->context = CONTEXT_TAG;
        } else if (c == '#' && html->context == CONTEXT_URL) {
            html->context = CONTEXT_ANCHOR;
        }
    }
    sa_buf_add(html->out, markup, len);
}

static void put_anchor(struct sa_html *html, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        bool is_good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '_' || c == '-' || c == '~';

        if (!is_good)
            c = '-';
        sa_buf_add_char(html->out, c);
    }
}

static void put_text(struct sa_html *html, const char *text, size_t len)
{
    assert(html->context != CONTEXT_TAG); /* a text stands between tags or in quotes */
    switch (html->context) {
    case CONTEXT_TEXT:
        sa_escape_text(html->out, text, len);
        break;
    case CONTEXT_VALUE:
        sa_escape_attribute(html->out, text, len);
        break;
    case CONTEXT_ANCHOR:
        put_anchor(html, text, len);
        break;
    case CONTEXT_URL:
        sa_escape_url(html->out, text);
        break;
    default:
        break;
    }
}

enum conversion {
    CONVERSION_TEXT,
    CONVERSION_PART, /* of a text, its length first */
    CONVERSION_INT,
    CONVERSION_SIZE,
    CONVERSION_LONG,
    CONVERSION_PERCENT,
};

/* Reads what follows a "%"; returns its length. */
static size_t read_conversion(const char *at, enum conversion *ret)
{
    static const struct {
        const char *text;
        enum conversion conversion;
    } known[] = {
        {"s",   CONVERSION_TEXT   },
        {"d",   CONVERSION_INT    },
        {"zu",  CONVERSION_SIZE   },
        {".*s", CONVERSION_PART   },
        {"lld", CONVERSION_LONG   },
        {"%",   CONVERSION_PERCENT},
    };

    for (size_t i = 0; i < SA_COUNT(known); i++) {
        size_t len = strlen(known[i].text);

        if (strncmp(at, known[i].text, len) == 0) {
            *ret = known[i].conversion;
            return len;
        }
    }
    /* A format of ours that nobody ever ran: nothing behind it could be read right. */
    abort();
}

void sa_html_put(struct sa_html *html, const char *format, ...)
{
    const char *at = format;
    const char *percent = NULL;
    va_list args;

    va_start(args, format);
    while ((percent = strchr(at, '%')) != NULL) {
        enum conversion conversion = CONVERSION_PERCENT;
        const char *text = NULL;
        int len = 0;

        put_markup(html, at, (size_t)(percent - at));
        at = percent + 1 + read_conversion(percent + 1, &conversion);
        switch (conversion) {
        case CONVERSION_TEXT:
            text = va_arg(args, const char *);
            put_text(html, text != NULL ? text : "", text != NULL ? strlen(text) : 0);
            break;
        case CONVERSION_PART:
            len = va_arg(args, int);
            text = va_arg(args, const char *);
            put_text(html, text, len > 0 ? (size_t)len : 0);
            break;
        case CONVERSION_INT:
            sa_buf_addf(html->out, "%d", va_arg(args, int));
            break;
        case CONVERSION_SIZE:
            sa_buf_addf(html->out, "%zu", va_arg(args, size_t));
            break;
        case CONVERSION_LONG:
            sa_buf_addf(html->out, "%lld", va_arg(args, long long));
            break;
        case CONVERSION_PERCENT:
            sa_buf_add_char(html->out, '%');
            break;
        }
    }
    put_markup(html, at, strlen(at));
    va_end(args);
}

void sa_html_asset(struct sa_html *html, const char *bytes, size_t len)
{
    sa_buf_add(html->out, bytes, len);
}

/* FNV-1a: anchors are short and the table is ours. */
static size_t hash_of(const char *text)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);

    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001B3);
    return (size_t)(hash ^ hash >> 32);
}

static const char **slot_of(const char **slots, size_t size, const char *text)
{
    size_t i = hash_of(text) & (size - 1);

    while (slots[i] != NULL && strcmp(slots[i], text) != 0)
        i = (i + 1) & (size - 1);
    return &slots[i];
}

static bool ids_grow(struct sa_html *html)
{
    struct sa_html_ids *ids = html->ids;
    size_t size = 0;
    const char **slots = NULL;

    if (ids == NULL) {
        ids = html->ids = sa_arena_alloc(&html->arena, sizeof *ids);
        if (ids == NULL)
            return false;
    }
    if (ids->count < ids->size / 2)
        return true;
    size = ids->size > 0 ? ids->size * 2 : 1024;
    slots = sa_arena_array(&html->arena, size, sizeof *slots);
    if (slots == NULL)
        return false;
    for (size_t i = 0; i < ids->size; i++) {
        if (ids->slots[i] != NULL)
            *slot_of(slots, size, ids->slots[i]) = ids->slots[i];
    }
    ids->slots = slots;
    ids->size = size;
    return true;
}

const char *sa_html_claim(struct sa_html *html, const char *wanted)
{
    const char *anchor = wanted;
    const char **slot = NULL;

    if (!ids_grow(html)) {
        html->out_of_memory = true;
        return "";
    }
    slot = slot_of(html->ids->slots, html->ids->size, anchor);
    for (unsigned i = 2; *slot != NULL; i++) {
        anchor = sa_arena_printf(&html->arena, "%s-%u", wanted, i);
        if (anchor == NULL)
            break;
        slot = slot_of(html->ids->slots, html->ids->size, anchor);
    }
    if (anchor == wanted)
        anchor = sa_arena_text(&html->arena, wanted);
    if (anchor == NULL) {
        html->out_of_memory = true;
        return "";
    }
    html->ids->count++;
    return *slot = anchor;
}

/* prefix + slug of `first` [+ "." + slug of `second`] */
static const char *make_anchor(struct sa_html *html, const char *prefix, const char *first,
                               const char *second)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(512);
    const char *anchor = NULL;

    sa_buf_add_text(&buf, prefix);
    sa_escape_slug(&buf, first);
    if (second != NULL) {
        sa_buf_add_char(&buf, '.');
        sa_escape_slug(&buf, second);
    }
    if (sa_buf_status(&buf) == 0)
        anchor = sa_arena_copy(&html->arena, sa_buf_text(&buf), buf.len);
    if (anchor == NULL)
        html->out_of_memory = true;
    return anchor != NULL ? anchor : "";
}

static const char *target_prefix(const struct sa_target *target)
{
    if (target->kind == SA_TARGET_FOREST)
        return "forest-";
    return target->kind == SA_TARGET_TENANT ? "tenant-" : "server-";
}

const char *sa_html_target_anchor(struct sa_html *html, const struct sa_target *target)
{
    return make_anchor(html, target_prefix(target), target->name, NULL);
}

const char *sa_html_result_anchor(struct sa_html *html, const struct sa_target *target,
                                  const struct sa_check *check)
{
    return make_anchor(html, target_prefix(target), target->name, check->id);
}

const char *sa_html_check_anchor(struct sa_html *html, const struct sa_check *check)
{
    return make_anchor(html, "", check->id, NULL);
}

const char *sa_html_finding_anchor(struct sa_html *html, const struct sa_finding *finding)
{
    return make_anchor(html, "f-", finding->id, NULL);
}

void sa_html_value(struct sa_html *html, const char *text)
{
    if (text == NULL || *text == '\0')
        sa_html_put(html, "<i class=\"none\">empty</i>");
    else
        sa_html_put(html, "<bdi>%s</bdi>", text);
}

/* Is it "2026-11-22T14:53:16Z"? */
static bool is_own_time(const char *text)
{
    char canonical[SA_TIME_TEXT_SIZE] = "";
    int64_t seconds = 0;

    if (sa_time_parse(text, &seconds) == 0)
        sa_time_format(seconds, canonical);
    return canonical[0] != '\0' && strcmp(canonical, text) == 0;
}

void sa_html_time(struct sa_html *html, const char *text)
{
    if (is_own_time(text))
        sa_html_put(html, "<time datetime=\"%s\">%.*s %.*s&#160;UTC</time>", text, 10, text, 8,
                    text + 11);
    else
        sa_html_value(html, text);
}

void sa_html_local_time(struct sa_html *html, const char *text)
{
    if (is_own_time(text))
        sa_html_put(html, "%.*s %.*s", 10, text, 8, text + 11);
    else
        sa_html_value(html, text);
}

void sa_html_table_begin(struct sa_html *html, const char *class, const char *label)
{
    /* It can be focused: else a wide table could not be scrolled by keyboard everywhere. */
    sa_html_put(html,
                "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"%s\">"
                "<table class=\"%s\">",
                label, class);
}

void sa_html_table_end(struct sa_html *html)
{
    sa_html_put(html, "</table></div>\n");
}

void sa_html_count(struct sa_html *html, size_t count, const char *one, const char *many)
{
    char text[SA_COUNT_TEXT_SIZE];

    sa_count_format((int64_t)count, text);
    sa_html_put(html, "%s %s", text, count == 1 ? one : many);
}

void sa_count_format(int64_t count, char text[SA_COUNT_TEXT_SIZE])
{
    char digits[SA_COUNT_TEXT_SIZE];
    int len = snprintf(digits, sizeof digits, "%lld", (long long)count);
    size_t written = 0;

    for (int i = 0; i < len && written < SA_COUNT_TEXT_SIZE - 2; i++) {
        int left = len - i;

        if (i > 0 && left % 3 == 0 && digits[i - 1] != '-')
            text[written++] = ',';
        text[written++] = digits[i];
    }
    text[written] = '\0';
}

void sa_percent_format(double percent, char text[SA_PERCENT_SIZE])
{
    /* Written so that a number that is none counts as 0. */
    double bounded = percent > 0 ? (percent < 100 ? percent : 100) : 0;
    int tenths = (int)(bounded * 10 + 1e-6); /* 95.3 is a little less in binary */

    if (tenths % 10 == 0)
        (void)snprintf(text, SA_PERCENT_SIZE, "%d", tenths / 10);
    else
        (void)snprintf(text, SA_PERCENT_SIZE, "%d.%d", tenths / 10, tenths % 10);
}
