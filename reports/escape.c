/* SPDX-License-Identifier: Apache-2.0 */
/* Escaping of hostile text: one function per output context, and one decoder below them all.
 *
 * Names of rules, containers and accounts are written by whoever may write to the directory, and an
 * export folder by whoever owns the server. Such a text must not end the element, cell or string it
 * stands in; and it must not deceive the eye either: characters that turn the direction of writing
 * or take no room are spelled out, so that two names that differ also look different.
 *
 * UTF-8 is decoded strictly; each byte that belongs to no character becomes one U+FFFD. What comes
 * out is valid UTF-8 without the characters that XML 1.0 forbids. */
#include <string.h>

#include "syncaudit/digest.h"
#include "syncaudit/error.h"
#include "syncaudit/text.h"

#include "report_internal.h"

#define REPLACEMENT    "\xEF\xBF\xBD"

#define SLUG_WHOLE_MAX 64 /* a text that is an anchor by itself */
#define SLUG_PART_MAX  40 /* what stays readable of another one */
#define SLUG_DIGITS    16

enum kind {
    KIND_PLAIN,
    KIND_CONTROL, /* a control character, a non-character, or a byte that is no UTF-8 */
    KIND_HIDDEN,  /* takes no room, or changes how its neighbours are laid out */
};

static const struct {
    uint32_t first, last;
} hidden[] = {
    {0x00AD,  0x00AD }, /* soft hyphen */
    {0x034F,  0x034F }, /* combining grapheme joiner */
    {0x061C,  0x061C }, /* Arabic letter mark */
    {0x115F,  0x1160 }, /* Hangul fillers */
    {0x17B4,  0x17B5 }, /* Khmer inherent vowels */
    {0x180B,  0x180F }, /* Mongolian selectors */
    {0x200B,  0x200F }, /* zero-width space and joiners, direction marks */
    {0x2028,  0x202E }, /* line and paragraph separator, direction embeddings and overrides */
    {0x2060,  0x206F }, /* word joiner, invisible operators, direction isolates */
    {0x3164,  0x3164 }, /* Hangul filler */
    {0xFE00,  0xFE0F }, /* variation selectors */
    {0xFEFF,  0xFEFF }, /* byte order mark */
    {0xFFA0,  0xFFA0 }, /* half-width Hangul filler */
    {0xFFF9,  0xFFFB }, /* interlinear annotation */
    {0x1D173, 0x1D17A}, /* musical formatting */
    {0xE0000, 0xE0FFF}, /* tags, further variation selectors */
};

static enum kind kind_of(uint32_t character)
{
    if (character < 0x20)
        return character == '\n' || character == '\t' ? KIND_PLAIN : KIND_CONTROL;
    if (character < 0x7F)
        return KIND_PLAIN;
    if (character <= 0x9F || (character & 0xFFFE) == 0xFFFE ||
        (character >= 0xFDD0 && character <= 0xFDEF))
        return KIND_CONTROL;
    for (size_t i = 0; i < SA_COUNT(hidden) && character >= hidden[i].first; i++) {
        if (character <= hidden[i].last)
            return KIND_HIDDEN;
    }
    return KIND_PLAIN;
}

/* One step through a text. */
struct step {
    size_t len;         /* bytes taken */
    uint32_t character; /* 0xFFFD for a byte that is no UTF-8 */
    bool is_valid;
    enum kind kind;
};

static struct step next_step(const char *at, size_t left)
{
    uint32_t character = 0;
    size_t len = sa_utf8_next((const unsigned char *)at, left, &character);

    if (len == 0)
        return (struct step){.len = 1, .character = 0xFFFD, .kind = KIND_CONTROL};
    return (struct step){
        .len = len, .character = character, .is_valid = true, .kind = kind_of(character)};
}

/* The reference that an ASCII character needs in HTML, or NULL. */
static const char *html_reference(uint32_t character, bool is_attribute)
{
    switch (character) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return is_attribute ? "&quot;" : NULL;
    case '\'':
        return is_attribute ? "&#39;" : NULL;
    case '\n':
        return is_attribute ? "&#10;" : NULL;
    case '\t':
        return is_attribute ? "&#9;" : NULL;
    default:
        return NULL;
    }
}

static bool is_crlf(const char *at, size_t left)
{
    return left > 1 && at[0] == '\r' && at[1] == '\n';
}

static void escape_html(struct sa_buf *out, const char *text, size_t len, bool is_attribute)
{
    size_t plain = 0; /* start of what can be copied as it is */
    size_t at = 0;

    while (at < len) {
        struct step step = next_step(text + at, len - at);
        const char *reference = html_reference(step.character, is_attribute);

        if (reference != NULL || step.kind != KIND_PLAIN) {
            sa_buf_add(out, text + plain, at - plain);
            plain = at + step.len;
            if (step.kind == KIND_HIDDEN)
                sa_buf_addf(out, "[U+%04X]", step.character);
            else if (reference != NULL)
                sa_buf_add_text(out, reference);
            else if (!is_crlf(text + at, len - at))
                sa_buf_add_text(out, REPLACEMENT);
        }
        at += step.len;
    }
    sa_buf_add(out, text + plain, len - plain);
}

void sa_escape_text(struct sa_buf *out, const char *text, size_t len)
{
    escape_html(out, text, len, /* is_attribute= */ false);
}

void sa_escape_attribute(struct sa_buf *out, const char *text, size_t len)
{
    escape_html(out, text, len, /* is_attribute= */ true);
}

static bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool is_slug_char(char c)
{
    return is_alphanumeric(c) || c == '.' || c == '_' || c == '-';
}

void sa_escape_slug(struct sa_buf *out, const char *text)
{
    char hex[SA_SHA256_HEX_SIZE];
    size_t len = strlen(text);
    size_t good = 0;
    size_t kept = 0;

    while (good < len && is_slug_char(text[good]))
        good++;
    if (good == len && len > 0 && len <= SLUG_WHOLE_MAX) {
        sa_buf_add(out, text, len);
        return;
    }
    for (size_t i = 0; i < len && kept < SLUG_PART_MAX; i++) {
        if (is_slug_char(text[i])) {
            sa_buf_add_char(out, text[i]);
            kept++;
        }
    }
    if (sa_sha256_hex(text, len, hex) < 0)
        hex[0] = '\0'; /* sa_html_claim() still keeps anchors apart */
    sa_buf_addf(out, "~%.*s", SLUG_DIGITS, hex);
}

bool sa_url_is_allowed(const char *url)
{
    const char *host = NULL;

    if (sa_text_starts(url, "https://"))
        host = url + strlen("https://");
    else if (sa_text_starts(url, "http://"))
        host = url + strlen("http://");
    return host != NULL && (is_alphanumeric(*host) || *host == '[');
}

void sa_escape_url(struct sa_buf *out, const char *url)
{
    static const char allowed[] = "-._~:/?#[]@!$()*+,;=%";

    if (!sa_url_is_allowed(url))
        return;
    for (const char *at = url; *at != '\0'; at++) {
        if (*at == '&')
            sa_buf_add_text(out, "&amp;");
        else if (is_alphanumeric(*at) || strchr(allowed, *at) != NULL)
            sa_buf_add_char(out, *at);
        else
            sa_buf_addf(out, "%%%02X", (unsigned char)*at);
    }
}

/* "\u202e", above U+FFFF as two surrogates. */
static void add_json_escape(struct sa_buf *out, uint32_t character)
{
    if (character == '\n')
        sa_buf_add_text(out, "\\n");
    else if (character == '\t')
        sa_buf_add_text(out, "\\t");
    else if (character == '"' || character == '\\')
        sa_buf_addf(out, "\\%c", (int)character);
    else if (character <= 0xFFFF)
        sa_buf_addf(out, "\\u%04x", character);
    else
        sa_buf_addf(out, "\\u%04x\\u%04x", 0xD800 + ((character - 0x10000) >> 10),
                    0xDC00 + (character & 0x3FF));
}

void sa_escape_json(struct sa_buf *out, const char *text)
{
    size_t len = strlen(text);
    size_t plain = 0;
    size_t at = 0;

    sa_buf_add_char(out, '"');
    while (at < len) {
        struct step step = next_step(text + at, len - at);

        if (step.kind != KIND_PLAIN || step.character < 0x20 || step.character == '"' ||
            step.character == '\\') {
            sa_buf_add(out, text + plain, at - plain);
            plain = at + step.len;
            if (step.is_valid)
                add_json_escape(out, step.character);
            else
                sa_buf_add_text(out, REPLACEMENT);
        }
        at += step.len;
    }
    sa_buf_add(out, text + plain, len - plain);
    sa_buf_add_char(out, '"');
}

/* Would a spreadsheet take the cell for a formula, or for the start of the next one? The full-width
 * forms are folded to ASCII by East Asian versions. */
static bool starts_formula(const char *text)
{
    static const char *const starts[] = {
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        "\n",
        "\xEF\xBC\x9D",
        "\xEF\xBC\x8B",
        "\xEF\xBC\x8D",
        "\xEF\xBC\xA0",
    };

    for (size_t i = 0; i < SA_COUNT(starts); i++) {
        if (strncmp(text, starts[i], strlen(starts[i])) == 0)
            return true;
    }
    return false;
}

void sa_escape_csv(struct sa_buf *out, const char *text, bool raw)
{
    size_t len = strlen(text);
    size_t plain = 0;
    size_t at = 0;

    sa_buf_add_char(out, '"');
    if (!raw && starts_formula(text))
        sa_buf_add_char(out, '\'');
    while (at < len) {
        struct step step = next_step(text + at, len - at);
        bool is_kept = step.kind == KIND_PLAIN || step.character == '\r' || (raw && step.is_valid);

        if (!is_kept || step.character == '"') {
            sa_buf_add(out, text + plain, at - plain);
            plain = at + step.len;
            if (step.character == '"')
                sa_buf_add_text(out, "\"\"");
            else if (step.kind == KIND_HIDDEN)
                sa_buf_addf(out, "[U+%04X]", step.character);
            else
                sa_buf_add_text(out, REPLACEMENT);
        }
        at += step.len;
    }
    sa_buf_add(out, text + plain, len - plain);
    sa_buf_add_char(out, '"');
}
