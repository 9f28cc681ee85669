/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers from text, UTF-8, comparisons that ignore ASCII letter case, and text made safe for a
 * terminal. Nothing here looks at the locale: the same bytes give the same answer everywhere.
 *
 * UTF-8 is decoded strictly (RFC 3629): an overlong form or a surrogate is no character, so that
 * no second spelling of a control character gets through sa_text_add_visible(). Folding of letters
 * beyond ASCII lives in fold.c. */
#include "syncaudit/text.h"

#include <string.h>

#include "syncaudit/error.h"

/* sa_text_nearest() is for words that a person mistyped; longer ones are not. */
#define WORD_MAX 64

static unsigned char lower(char c)
{
    unsigned char byte = (unsigned char)c;

    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + ('a' - 'A')) : byte;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int sa_parse_i64(const char *text, int64_t min, int64_t max, int64_t *ret)
{
    const char *at = text;
    bool is_negative = false;
    int64_t value = 0;

    if (text == NULL)
        return SA_E_INPUT;
    if (*at == '-' || *at == '+')
        is_negative = *at++ == '-';
    if (*at == '\0')
        return SA_E_INPUT;
    for (; *at != '\0'; at++) {
        int digit = *at - '0';

        /* Each digit with its sign: the most negative number has no positive counterpart. */
        if (!is_digit(*at) || __builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, is_negative ? -digit : digit, &value))
            return SA_E_INPUT;
    }
    if (value < min || value > max)
        return SA_E_INPUT;
    *ret = value;
    return 0;
}

int sa_parse_u32(const char *text, uint32_t max, uint32_t *ret)
{
    int64_t value = 0;
    int r = sa_parse_i64(text, 0, max, &value);

    if (r < 0)
        return r;
    *ret = (uint32_t)value;
    return 0;
}

int sa_parse_bool(const char *text, bool *ret)
{
    bool is_true = sa_text_same(text, "true") || sa_text_same(text, "1");

    if (!is_true && !sa_text_same(text, "false") && !sa_text_same(text, "0"))
        return SA_E_INPUT;
    *ret = is_true;
    return 0;
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool sa_is_dns_name(const char *name)
{
    size_t label = 0;

    if (name[0] == '-' || strlen(name) > 253)
        return false;
    for (const char *at = name; *at != '\0'; at++) {
        bool is_plain = is_letter_or_digit(*at) || *at == '-' || *at == '_';

        if (*at == '.' ? label == 0 : !is_plain)
            return false;
        label = *at == '.' ? 0 : label + 1;
        if (label > 63)
            return false;
    }
    return label > 0;
}

size_t sa_utf8_next(const unsigned char *at, size_t len, uint32_t *ret_char)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = at[0];
    size_t need = 1;

    if (value >= 0x80) {
        if (value >= 0xC2 && value <= 0xDF) {
            need = 2;
            value &= 0x1F;
        } else if (value >= 0xE0 && value <= 0xEF) {
            need = 3;
            value &= 0x0F;
        } else if (value >= 0xF0 && value <= 0xF4) {
            need = 4;
            value &= 0x07;
        } else {
            return 0;
        }
    }
    if (need > len)
        return 0;
    for (size_t i = 1; i < need; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (at[i] & 0x3FU);
    }
    if (value < smallest[need] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *ret_char = value;
    return need;
}

size_t sa_utf8_put(uint32_t c, char ret[4])
{
    size_t len = 0;

    if (c < 0x80) {
        ret[len++] = (char)c;
        return len;
    }
    if (c < 0x800) {
        ret[len++] = (char)(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            ret[len++] = (char)(0xE0 | c >> 12);
        } else {
            ret[len++] = (char)(0xF0 | c >> 18);
            ret[len++] = (char)(0x80 | (c >> 12 & 0x3F));
        }
        ret[len++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    ret[len++] = (char)(0x80 | (c & 0x3F));
    return len;
}

bool sa_utf8_valid(const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    uint32_t character = 0;

    while (len > 0) {
        size_t step = sa_utf8_next(at, len, &character);

        if (step == 0)
            return false;
        at += step;
        len -= step;
    }
    return true;
}

bool sa_text_same(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

bool sa_text_starts(const char *text, const char *prefix)
{
    if (text == NULL || prefix == NULL)
        return false;
    while (*prefix != '\0' && lower(*text) == lower(*prefix)) {
        text++;
        prefix++;
    }
    return *prefix == '\0';
}

/* The bytes that "?" stands for: one character, or one byte where there is none. */
static size_t character_len(const char *text)
{
    uint32_t character = 0;
    size_t len = sa_utf8_next((const unsigned char *)text, strnlen(text, 4), &character);

    return len > 0 ? len : 1;
}

/* On a mismatch only the latest "*" takes one character more: what an earlier one could take, the
 * later one can take as well. So the work is bounded by the product of the lengths. */
bool sa_text_glob(const char *pattern, const char *text)
{
    const char *after_star = NULL; /* the pattern behind the latest "*" */
    const char *retry = NULL;      /* where in the text that rest was tried last */

    if (pattern == NULL || text == NULL)
        return false;
    while (*text != '\0') {
        if (*pattern == '*') {
            after_star = ++pattern;
            retry = text;
        } else if (*pattern == '?') {
            pattern++;
            text += character_len(text);
        } else if (*pattern != '\0' && lower(*pattern) == lower(*text)) {
            pattern++;
            text++;
        } else if (after_star != NULL) {
            retry += character_len(retry);
            pattern = after_star;
            text = retry;
        } else {
            return false;
        }
    }
    while (*pattern == '*')
        pattern++;
    return *pattern == '\0';
}

/* Characters that command a terminal, or that make text read differently than it is stored. */
static bool is_unsafe(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character <= 0x9F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
           character == 0x200F || character == 0x061C;
}

void sa_text_clip(const char *text, char *ret, size_t size)
{
    size_t len = strnlen(text, size);

    if (len < size) {
        memcpy(ret, text, len + 1);
        return;
    }
    len = size - sizeof "...";
    /* Bytes that are no UTF-8 must not drag us further. */
    for (int step = 0; step < 3 && len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80; step++)
        len--;
    memcpy(ret, text, len);
    memcpy(ret + len, "...", sizeof "...");
}

int sa_text_add_visible(struct sa_buf *buf, const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    const unsigned char *plain = at; /* start of what can be copied as it is */
    size_t left = 0;
    size_t start = buf->len;

    if (text == NULL)
        return buf->status;
    left = strlen(text);
    while (left > 0) {
        uint32_t character = 0;
        size_t len = sa_utf8_next(at, left, &character);
        size_t step = len > 0 ? len : 1;

        if (len == 0 || is_unsafe(character)) {
            sa_buf_add(buf, plain, (size_t)(at - plain));
            if (len <= 1)
                sa_buf_addf(buf, "\\x%02X", *at);
            else
                sa_buf_addf(buf, "\\u{%04X}", character);
            plain = at + step;
        }
        at += step;
        left -= step;
    }
    sa_buf_add(buf, plain, (size_t)(at - plain));
    /* All or nothing, like any other addition to a buffer. */
    if (buf->status < 0 && buf->len > start) {
        buf->len = start;
        buf->data[start] = '\0';
    }
    return buf->status;
}

static size_t min_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edit distance where swapping two neighbours counts as one edit, as it is one slip of the
 * fingers. Three rows of the usual table are enough. Both lengths are at most WORD_MAX. */
static size_t edit_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t rows[3][WORD_MAX + 1];
    size_t *before = rows[0];
    size_t *last = rows[1];
    size_t *now = rows[2];

    for (size_t j = 0; j <= b_len; j++) {
        before[j] = 0; /* not read before the second round, which finds a real row here */
        last[j] = j;
    }
    for (size_t i = 1; i <= a_len; i++) {
        size_t *oldest = before;

        now[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            bool is_same = lower(a[i - 1]) == lower(b[j - 1]);

            now[j] = min_size(min_size(last[j], now[j - 1]) + 1, last[j - 1] + (is_same ? 0 : 1));
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]))
                now[j] = min_size(now[j], before[j - 2] + 1);
        }
        before = last;
        last = now;
        now = oldest;
    }
    return last[b_len];
}

const char *sa_text_nearest(const char *word, const char *const *list)
{
    const char *nearest = NULL;
    size_t least = WORD_MAX + 1;
    size_t word_len = word != NULL ? strnlen(word, WORD_MAX + 1) : 0;

    if (word_len == 0 || word_len > WORD_MAX)
        return NULL;
    for (; *list != NULL; list++) {
        size_t len = strnlen(*list, WORD_MAX + 1);
        size_t distance = 0;

        if (len > WORD_MAX)
            continue;
        distance = edit_distance(word, word_len, *list, len);
        if (distance < least && distance <= (len > word_len ? len : word_len) / 3) {
            least = distance;
            nearest = *list;
        }
    }
    return nearest;
}
