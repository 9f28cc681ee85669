/* SPDX-License-Identifier: Apache-2.0 */
/* Text and distinguished names in one form for comparison.
 *
 * Folding is the canonical caseless matching of the Unicode standard (3.13, D145): decompose, fold
 * case in full (German sharp s becomes "ss"), and here compose again, which keeps the result short.
 * Nothing is taken away: zero-width and other invisible characters stay, since a name that only
 * looks like another one is another name.
 *
 * A distinguished name is read as RFC 4514 writes it, and as its forerunners did (";" between
 * RDNs, spaces around separators, quoted values: RFC 2253 section 4). A value is decoded, folded
 * and encoded anew, in this order, because "\2C", "\," and "," in quotes are the same value, and
 * because folding can bring forth a special character (U+037E becomes ";"). In the canonical form a
 * bare "," therefore always separates two RDNs. Types are compared by name ("oid" forms are not
 * translated); spaces inside a value count. */
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "syncaudit/error.h"
#include "syncaudit/text.h"

static bool is_ascii(const char *bytes, size_t len)
{
    unsigned char all = 0;

    for (size_t i = 0; i < len; i++)
        all |= (unsigned char)bytes[i];
    return all < 0x80;
}

static int add_lowered(struct sa_buf *buf, const char *bytes, size_t len)
{
    int r = sa_buf_add(buf, bytes, len);

    if (r < 0)
        return r;
    for (size_t i = buf->len - len; i < buf->len; i++) {
        if (buf->data[i] >= 'A' && buf->data[i] <= 'Z')
            buf->data[i] = (char)(buf->data[i] - 'A' + 'a');
    }
    return 0;
}

static int set_failure(struct sa_buf *buf, int status)
{
    if (buf->status == 0)
        buf->status = status;
    return buf->status;
}

/* Adds valid UTF-8, which may hold NULs. */
static int add_folded_unicode(struct sa_buf *buf, const char *text, size_t len)
{
    utf8proc_uint8_t *decomposed = NULL;
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t size = 0;

    /* Decomposed first, since folding U+0345 (iota below) to a letter would keep the accents behind
     * it from reaching the letter that they belong to. */
    size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, &decomposed,
                        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    if (size >= 0)
        size = utf8proc_map(decomposed, size, &folded,
                            UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    if (size >= 0)
        sa_buf_add(buf, folded, (size_t)size);
    else
        set_failure(buf, size == UTF8PROC_ERROR_OVERFLOW ? SA_E_LIMIT : SA_E_NOMEM);
    free(decomposed);
    free(folded);
    return sa_buf_status(buf);
}

/* The bytes from the start that are UTF-8. */
static size_t valid_len(const char *text, size_t len)
{
    const unsigned char *at = (const unsigned char *)text;
    size_t valid = 0;

    while (valid < len) {
        uint32_t character = 0;
        size_t step = sa_utf8_next(at + valid, len - valid, &character);

        if (step == 0)
            break;
        valid += step;
    }
    return valid;
}

/* Pieces of UTF-8 between bytes that are not. */
static int add_folded_pieces(struct sa_buf *buf, const char *text, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf pieces = SA_BUF_INIT(buf->limit);

    while (len > 0 && sa_buf_status(&pieces) == 0) {
        size_t valid = valid_len(text, len);

        if (valid > 0)
            add_folded_unicode(&pieces, text, valid);
        else
            sa_buf_add(&pieces, text, valid = 1);
        text += valid;
        len -= valid;
    }
    if (sa_buf_status(&pieces) < 0)
        return set_failure(buf, sa_buf_status(&pieces));
    return sa_buf_add(buf, pieces.data, pieces.len);
}

int sa_text_add_folded(struct sa_buf *buf, const char *text, size_t len)
{
    if (sa_buf_status(buf) < 0 || len == 0)
        return sa_buf_status(buf);
    if (is_ascii(text, len))
        return add_lowered(buf, text, len);
    if (valid_len(text, len) == len)
        return add_folded_unicode(buf, text, len);
    return add_folded_pieces(buf, text, len);
}

/* A relative distinguished name (RDN) may consist of several "type=value" (AVAs) joined by "+".
 * Active Directory has no such names; one with more than this many is no DN to us. */
#define AVAS_MAX 16

/* Beside 0 and the failures of a buffer. */
#define NO_DN 1

struct ava {
    size_t start; /* in dn.rdn */
    size_t len;
};

struct dn {
    const char *at;
    const char *end;
    struct sa_buf value;  /* the value being read, decoded */
    struct sa_buf folded; /* the same, folded */
    struct sa_buf rdn;    /* the AVAs of the RDN being read, canonical, one behind the other */
    struct sa_buf name;   /* the RDNs so far, canonical */
};

static void dn_init(struct dn *dn, const char *text, size_t len, size_t limit)
{
    dn->at = text;
    dn->end = text + len;
    sa_buf_init(&dn->value, len);
    sa_buf_init(&dn->folded, limit);
    sa_buf_init(&dn->rdn, limit);
    sa_buf_init(&dn->name, limit);
}

static void dn_done(struct dn *dn)
{
    sa_buf_done(&dn->value);
    sa_buf_done(&dn->folded);
    sa_buf_done(&dn->rdn);
    sa_buf_done(&dn->name);
}

static bool is_at(const struct dn *dn, char c)
{
    return dn->at < dn->end && *dn->at == c;
}

static bool is_separator(char c)
{
    return c == ',' || c == ';' || c == '+';
}

static bool is_at_separator(const struct dn *dn)
{
    return dn->at == dn->end || is_separator(*dn->at);
}

static void skip_spaces(struct dn *dn)
{
    while (is_at(dn, ' '))
        dn->at++;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* -1 when it is no hexadecimal digit. */
static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* "OU" or "2.5.4.11", then "=". */
static int read_type(struct dn *dn)
{
    const char *start = NULL;

    skip_spaces(dn);
    start = dn->at;
    while (dn->at < dn->end && (is_letter(*dn->at) || is_digit(*dn->at) || *dn->at == '-' ||
                                *dn->at == '_' || *dn->at == '.'))
        dn->at++;
    if (dn->at == start || (!is_letter(*start) && !is_digit(*start)))
        return NO_DN;
    add_lowered(&dn->rdn, start, (size_t)(dn->at - start));
    skip_spaces(dn);
    if (!is_at(dn, '='))
        return NO_DN;
    dn->at++;
    skip_spaces(dn);
    return sa_buf_add_char(&dn->rdn, '=');
}

/* "\2C" or "\,": one byte of the value. ADSI paths also write "\/", so any punctuation may follow
 * the backslash; a letter that starts no byte may not. */
static int read_escape(struct dn *dn)
{
    int high = 0;
    int low = 0;
    char c = '\0';

    dn->at++;
    if (dn->at == dn->end)
        return NO_DN;
    c = *dn->at++;
    high = hex_value(c);
    low = dn->at < dn->end ? hex_value(*dn->at) : -1;
    if (high >= 0 && low >= 0) {
        dn->at++;
        return sa_buf_add_char(&dn->value, (char)(high << 4 | low));
    }
    if (c < ' ' || c > '~' || is_letter(c) || is_digit(c))
        return NO_DN;
    return sa_buf_add_char(&dn->value, c);
}

/* Up to the next separator; spaces before it do not count unless they are escaped. */
static int read_plain(struct dn *dn)
{
    const char *spaces = NULL; /* the run of spaces just before dn->at, if any */
    int r = 0;

    while (r == 0 && !is_at_separator(dn)) {
        if (*dn->at == ' ') {
            spaces = spaces != NULL ? spaces : dn->at;
            dn->at++;
            continue;
        }
        if (spaces != NULL)
            sa_buf_add(&dn->value, spaces, (size_t)(dn->at - spaces));
        spaces = NULL;
        if (*dn->at == '"')
            return NO_DN;
        r = *dn->at == '\\' ? read_escape(dn) : sa_buf_add_char(&dn->value, *dn->at++);
    }
    return r;
}

/* Between quotes separators and spaces are part of the value. */
static int read_quoted(struct dn *dn)
{
    int r = 0;

    dn->at++;
    while (r == 0 && dn->at < dn->end && *dn->at != '"')
        r = *dn->at == '\\' ? read_escape(dn) : sa_buf_add_char(&dn->value, *dn->at++);
    if (r != 0)
        return r;
    if (dn->at == dn->end)
        return NO_DN;
    dn->at++;
    skip_spaces(dn);
    return is_at_separator(dn) ? 0 : NO_DN;
}

/* "#04024869": BER in hexadecimal. It keeps its "#", which a text value has only as "\23". */
static int read_ber(struct dn *dn)
{
    const char *start = dn->at++;
    size_t digits = 0;

    while (dn->at < dn->end && hex_value(*dn->at) >= 0)
        dn->at++;
    digits = (size_t)(dn->at - start) - 1;
    add_lowered(&dn->rdn, start, digits + 1);
    skip_spaces(dn);
    return digits > 0 && digits % 2 == 0 && is_at_separator(dn) ? 0 : NO_DN;
}

static bool is_special(char c)
{
    return (unsigned char)c < ' ' || c == '\x7F' || strchr("\"#+,;<=>\\", c) != NULL;
}

/* Adds the folded value to the RDN. Bytes that are not UTF-8 are escaped as well, so that the
 * canonical form is always text. */
static int add_value(struct dn *dn)
{
    const char *value = sa_buf_text(&dn->folded);
    size_t len = dn->folded.len;

    for (size_t i = 0; i < len;) {
        uint32_t character = 0;
        size_t step = sa_utf8_next((const unsigned char *)value + i, len - i, &character);
        bool is_outer_space = value[i] == ' ' && (i == 0 || i + 1 == len);

        if (step == 0 || is_special(value[i]) || is_outer_space) {
            sa_buf_addf(&dn->rdn, "\\%02x", (unsigned char)value[i]);
            step = 1;
        } else {
            sa_buf_add(&dn->rdn, value + i, step);
        }
        i += step;
    }
    return sa_buf_status(&dn->rdn);
}

static int read_value(struct dn *dn)
{
    int r = 0;

    if (is_at(dn, '#'))
        return read_ber(dn);
    sa_buf_clear(&dn->value);
    sa_buf_clear(&dn->folded);
    r = is_at(dn, '"') ? read_quoted(dn) : read_plain(dn);
    if (r != 0)
        return r;
    r = sa_text_add_folded(&dn->folded, sa_buf_text(&dn->value), dn->value.len);
    return r != 0 ? r : add_value(dn);
}

static bool is_before(const struct dn *dn, const struct ava *a, const struct ava *b)
{
    int order =
        memcmp(dn->rdn.data + a->start, dn->rdn.data + b->start, a->len < b->len ? a->len : b->len);

    return order < 0 || (order == 0 && a->len < b->len);
}

/* Reads "type=value", also several joined by "+", and adds them to the name in sorted order: they
 * are a set (X.501). */
static int read_rdn(struct dn *dn)
{
    struct ava avas[AVAS_MAX];
    size_t count = 0;

    sa_buf_clear(&dn->rdn);
    do {
        struct ava ava = {.start = dn->rdn.len};
        size_t place = count;
        int r = 0;

        if (count == AVAS_MAX)
            return NO_DN;
        if (count > 0)
            dn->at++; /* the "+" */
        r = read_type(dn);
        if (r == 0)
            r = read_value(dn);
        if (r != 0)
            return r;
        ava.len = dn->rdn.len - ava.start;
        for (; place > 0 && is_before(dn, &ava, &avas[place - 1]); place--)
            avas[place] = avas[place - 1];
        avas[place] = ava;
        count++;
    } while (is_at(dn, '+'));

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            sa_buf_add_char(&dn->name, '+');
        sa_buf_add(&dn->name, dn->rdn.data + avas[i].start, avas[i].len);
    }
    return sa_buf_status(&dn->name);
}

static int read_name(struct dn *dn)
{
    for (;;) {
        int r = read_rdn(dn);

        if (r != 0 || dn->at == dn->end)
            return r;
        dn->at++; /* "," or ";" */
        sa_buf_add_char(&dn->name, ',');
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Leaves out blanks around the text, but for a last one that a backslash makes part of a value. */
static void trim(const char **text, size_t *len)
{
    const char *start = *text;
    const char *end = *text + *len;
    const char *old_end = end;
    size_t backslashes = 0;

    while (start < end && is_blank(*start))
        start++;
    while (end > start && is_blank(end[-1]))
        end--;
    while (backslashes < (size_t)(end - start) && end[-1 - (ptrdiff_t)backslashes] == '\\')
        backslashes++;
    if (backslashes % 2 == 1 && end < old_end)
        end++;
    *text = start;
    *len = (size_t)(end - start);
}

int sa_text_add_dn(struct sa_buf *buf, const char *dn, size_t len)
{
    SA_CLEANUP(dn_done) struct dn parser = {0};
    int r = sa_buf_status(buf);

    if (r < 0 || len == 0)
        return r;
    trim(&dn, &len);
    if (len == 0)
        return 0;
    dn_init(&parser, dn, len, buf->limit);
    r = read_name(&parser);
    if (r < 0)
        return set_failure(buf, r);
    if (r == NO_DN)
        return sa_text_add_folded(buf, dn, len);
    return sa_buf_add(buf, parser.name.data, parser.name.len);
}
