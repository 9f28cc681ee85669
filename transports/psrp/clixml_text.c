/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of CLIXML ([MS-PSRP] 2.2.5.3.2): what XML cannot hold is written as "_xHHHH_", one UTF-16 code unit; a
 * character beyond U+FFFF as two of them, and a "_" that would be read as the beginning of one as "_x005F_".
 * Readers also know "_xHHHHHHHH_", one character from U+10000 on; smaller numbers in that form are plain text, as
 * they are for .NET. The names of members and types are written the same way. */
#include <stdbool.h>
#include <string.h>

#include "syncaudit/text.h"

#include "clixml_private.h"

#define REPLACEMENT 0xFFFD

/* Reading ---------------------------------------------------------------------------------------- */

/* `digits` hexadecimal digits and "_" at `at`; false: other than that. */
static bool take_hex(const char *at, size_t len, size_t digits, uint32_t *ret)
{
    uint32_t value = 0;

    if (len <= digits || at[digits] != '_')
        return false;
    for (size_t i = 0; i < digits; i++) {
        char c = at[i];

        if (c >= '0' && c <= '9')
            value = value << 4 | (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value << 4 | (uint32_t)(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            value = value << 4 | (uint32_t)(c - 'A' + 10);
        else
            return false;
    }
    *ret = value;
    return true;
}

/* An escape at `at`, which is a "_". Returns its length, or 0: there is none. */
static size_t take_escape(const char *at, size_t len, uint32_t *ret)
{
    if (len < 7 || (at[1] != 'x' && at[1] != 'X'))
        return 0;
    if (take_hex(at + 2, len - 2, 4, ret))
        return 7;
    if (take_hex(at + 2, len - 2, 8, ret) && *ret >= 0x10000 && *ret <= 0x10FFFF)
        return 11;
    return 0;
}

static bool is_high(uint32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}

static bool is_low(uint32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}

/* An escape, or both of a pair. */
static size_t take_character(const char *at, size_t len, uint32_t *ret)
{
    size_t step = take_escape(at, len, ret);
    uint32_t low = 0;

    if (step == 7 && is_high(*ret)) {
        size_t second = len > 7 && at[7] == '_' ? take_escape(at + 7, len - 7, &low) : 0;

        if (second == 7 && is_low(low)) {
            *ret = 0x10000 + ((*ret & 0x3FF) << 10) + (low & 0x3FF);
            return 14;
        }
    }
    if (step > 0 && (*ret == 0 || is_high(*ret) || is_low(*ret)))
        *ret = REPLACEMENT;
    return step;
}

int clixml_decode(struct sa_arena *arena, const char *text, size_t len, const char **ret,
                  size_t *ret_len, struct sa_error *err)
{
    /* An escape is longer than what it stands for. */
    char *decoded = sa_arena_alloc(arena, len + 1);
    size_t used = 0;
    size_t i = 0;

    if (decoded == NULL)
        return clixml_no_memory(arena, len + 1, 1, err);
    while (i < len) {
        const char *mark = memchr(text + i, '_', len - i);
        size_t plain = mark != NULL ? (size_t)(mark - text) - i : len - i;
        uint32_t c = 0;
        size_t step = 0;

        memcpy(decoded + used, text + i, plain);
        used += plain;
        i += plain;
        if (mark == NULL)
            break;
        step = take_character(mark, len - i, &c);
        if (step > 0) {
            used += sa_utf8_put(c, decoded + used);
            i += step;
        } else {
            decoded[used++] = text[i++];
        }
    }
    decoded[used] = '\0';
    *ret = decoded;
    *ret_len = used;
    return 0;
}

/* Writing ---------------------------------------------------------------------------------------- */

/* What PowerShell writes as an escape. U+FFFE and U+FFFF are no characters of XML either. */
static bool needs_escape(uint32_t c, const unsigned char *next)
{
    if (c == '_')
        return *next == 'x' || *next == 'X';
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

static const char *entity(uint32_t c, bool in_attribute)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return in_attribute ? "&quot;" : NULL;
    default:
        return NULL;
    }
}

void clixml_add_escaped(struct sa_buf *buf, const char *text, bool in_attribute)
{
    const unsigned char *at = (const unsigned char *)text;
    size_t left = strlen(text);

    while (left > 0) {
        uint32_t c = REPLACEMENT;
        size_t len = sa_utf8_next(at, left, &c);
        char bytes[4];

        if (len == 0) {
            c = REPLACEMENT;
            len = 1;
        }
        at += len;
        left -= len;
        if (needs_escape(c, at))
            sa_buf_addf(buf, "_x%04X_", c);
        else if (entity(c, in_attribute) != NULL)
            sa_buf_add_text(buf, entity(c, in_attribute));
        else
            sa_buf_add(buf, bytes, sa_utf8_put(c, bytes));
    }
}
