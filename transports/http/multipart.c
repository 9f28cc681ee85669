/* SPDX-License-Identifier: Apache-2.0 */
/* Sealed bodies of WinRM over HTTP ([MS-WSMV] 2.2.9.1).
 *
 *   --Encrypted Boundary
 *   <TAB>Content-Type: application/HTTP-SPNEGO-session-encrypted
 *   <TAB>OriginalContent: type=application/soap+xml;charset=UTF-8;Length=N
 *   --Encrypted Boundary
 *   <TAB>Content-Type: application/octet-stream
 *   <H, 4 bytes little-endian><H bytes of signature><N bytes of data>--Encrypted Boundary--
 *
 * It resembles MIME and is none: no empty line, no line end before a delimiter. So it is read by its
 * lengths, and no delimiter is ever looked for in the data. Other implementations write the headers
 * without a tab, a blank before the boundary's name, several pairs, or bytes behind the end. */
#include <ctype.h>
#include <string.h>

#include "syncaudit/text.h"

#include "private.h"

#define MAX_LINES 16 /* of headers in one part; two are usual */
#define MAX_LINE  1024

struct line {
    const char *text; /* without blanks at both ends */
    size_t len;
};

static int malformed(struct sa_error *err, const char *what)
{
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_HTTP, 0, "the sealed message is malformed: %s",
                   what);
}

/* The line at `*at`, which must have an end. */
static bool take_line(const char *body, size_t len, size_t *at, struct line *ret)
{
    size_t left = len - *at;
    const char *begin = body + *at;
    const char *end = left > 0 ? memchr(begin, '\n', left < MAX_LINE ? left : MAX_LINE) : NULL;

    if (end == NULL)
        return false;
    *at += (size_t)(end - begin) + 1;
    while (begin < end && (*begin == ' ' || *begin == '\t'))
        begin++;
    while (end > begin && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        end--;
    *ret = (struct line){begin, (size_t)(end - begin)};
    return true;
}

static bool same(struct line a, struct line b)
{
    return a.len == b.len && strncasecmp(a.text, b.text, a.len) == 0;
}

static struct line trim(struct line line)
{
    while (line.len > 0 && (line.text[0] == ' ' || line.text[0] == '\t' || line.text[0] == '"')) {
        line.text++;
        line.len--;
    }
    while (line.len > 0 && (line.text[line.len - 1] == ' ' || line.text[line.len - 1] == '\t' ||
                            line.text[line.len - 1] == '"'))
        line.len--;
    return line;
}

/* Is this "--NAME"? The name goes to `name`. */
static bool delimiter(struct line line, struct line *name)
{
    if (line.len < 3 || memcmp(line.text, "--", 2) != 0)
        return false;
    *name = trim((struct line){line.text + 2, line.len - 2});
    return name->len > 0;
}

/* Is this the header `name`? The rest of the line goes to `value`. */
static bool header(struct line line, const char *name, struct line *value)
{
    size_t len = strlen(name);

    if (line.len <= len || strncasecmp(line.text, name, len) != 0)
        return false;
    line.text += len;
    line.len -= len;
    line = trim(line);
    if (line.len == 0 || line.text[0] != ':')
        return false;
    *value = trim((struct line){line.text + 1, line.len - 1});
    return true;
}

static bool number(struct line digits, size_t *ret)
{
    size_t value = 0;

    if (digits.len == 0 || digits.len > 10)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (!isdigit((unsigned char)digits.text[i]))
            return false;
        value = value * 10 + (size_t)(digits.text[i] - '0');
    }
    *ret = value;
    return true;
}

/* "type=application/soap+xml;charset=UTF-8;Length=123" */
static int original_content(struct line value, struct sa_http_sealed *ret, struct sa_error *err)
{
    bool has_length = false;

    while (value.len > 0) {
        const char *semicolon = memchr(value.text, ';', value.len);
        size_t len = semicolon != NULL ? (size_t)(semicolon - value.text) : value.len;
        struct line part = trim((struct line){value.text, len});
        const char *equals = memchr(part.text, '=', part.len);

        if (equals != NULL) {
            size_t name_len = (size_t)(equals - part.text);
            struct line name = trim((struct line){part.text, name_len});
            struct line rest = trim((struct line){equals + 1, part.len - name_len - 1});

            if (same(name, (struct line){"length", 6})) {
                if (has_length || !number(rest, &ret->plain_len))
                    return malformed(err, "its Length is no number");
                has_length = true;
            } else if (same(name, (struct line){"charset", 7}) && rest.len < sizeof ret->charset) {
                for (size_t i = 0; i < rest.len; i++)
                    ret->charset[i] = (char)tolower((unsigned char)rest.text[i]);
                ret->charset[rest.len] = '\0';
            }
        }
        len += semicolon != NULL;
        value.text += len;
        value.len -= len;
    }
    return has_length ? 0 : malformed(err, "it does not tell its Length");
}

/* The part that describes: up to and with the delimiter behind it. */
static int describing_part(const char *body, size_t len, size_t *at, struct line boundary,
                           struct sa_http_sealed *ret, struct sa_error *err)
{
    bool described = false;

    for (size_t i = 0; i < MAX_LINES; i++) {
        struct line line;
        struct line value;
        int r = 0;

        if (!take_line(body, len, at, &line))
            return malformed(err, "it ends within its headers");
        if (delimiter(line, &value)) {
            if (!same(value, boundary))
                return malformed(err, "its boundaries differ");
            return described ? 0 : malformed(err, "it has no OriginalContent");
        }
        if (!header(line, "OriginalContent", &value))
            continue;
        if (described)
            return malformed(err, "it has two OriginalContent");
        r = original_content(value, ret, err);
        if (r < 0)
            return r;
        described = true;
    }
    return malformed(err, "it has too many headers");
}

/* The headers of the part that has the data: it begins behind the Content-Type. */
static int data_headers(const char *body, size_t len, size_t *at, struct sa_error *err)
{
    for (size_t i = 0; i < MAX_LINES; i++) {
        struct line line;
        struct line value;

        if (!take_line(body, len, at, &line))
            break;
        if (header(line, "Content-Type", &value)) {
            if (!same(value, (struct line){"application/octet-stream", 24}))
                return malformed(err, "its data is not application/octet-stream");
            /* No signature has 0x0a0d bytes: an empty line is one. */
            if (len - *at >= 2 && memcmp(body + *at, "\r\n", 2) == 0)
                *at += 2;
            return 0;
        }
    }
    return malformed(err, "it has no part with data");
}

static int take_data(const char *body, size_t len, size_t *at, struct sa_http_sealed *ret,
                     struct sa_error *err)
{
    const unsigned char *bytes = (const unsigned char *)body + *at;
    size_t left = len - *at;
    size_t signature = 0;

    if (left < 4)
        return malformed(err, "it ends before its data");
    signature = bytes[0] | (size_t)bytes[1] << 8 | (size_t)bytes[2] << 16 | (size_t)bytes[3] << 24;
    if (signature == 0 || signature > SA_LIMIT_SIGNATURE)
        return malformed(err, "the length of its signature is impossible");
    left -= 4;
    if (signature > left || ret->plain_len > left - signature)
        return malformed(err, "it is shorter than it says");
    ret->signature = bytes + 4;
    ret->signature_len = signature;
    ret->data = ret->signature + signature;
    ret->data_len = ret->plain_len;
    *at += 4 + signature + ret->data_len;
    if (len - *at >= 2 && memcmp(body + *at, "\r\n", 2) == 0)
        *at += 2;
    if (len - *at < 2 || memcmp(body + *at, "--", 2) != 0)
        return malformed(err, "its lengths do not fit");
    return 0;
}

/* The closing delimiter may lack its line end. */
static bool is_closing(const char *body, size_t len, size_t at)
{
    const char *end = memchr(body + at, '\n', len - at < MAX_LINE ? len - at : MAX_LINE);
    size_t line = end != NULL ? (size_t)(end - body) - at : len - at;
    struct line text = {body + at, line};

    while (text.len > 0 && (text.text[text.len - 1] == '\r' || text.text[text.len - 1] == ' '))
        text.len--;
    return text.len >= 5 && memcmp(text.text, "--", 2) == 0 &&
           memcmp(text.text + text.len - 2, "--", 2) == 0;
}

int sa_http_sealed_next(const void *body, size_t len, size_t *at, struct sa_http_sealed *ret,
                        struct sa_error *err)
{
    const char *text = body;
    struct line line;
    struct line boundary;
    int r = 0;

    *ret = (struct sa_http_sealed){.charset = "utf-8"};
    if (*at == 0)
        while (*at < len && (text[*at] == '\r' || text[*at] == '\n'))
            (*at)++;
    if (*at >= len)
        return malformed(err, "it has no end");
    if (is_closing(text, len, *at)) {
        if (*at == 0)
            return malformed(err, "it has no parts");
        *at = len;
        return 0;
    }
    if (!take_line(text, len, at, &line) || !delimiter(line, &boundary))
        return malformed(err, "it does not begin with a boundary");
    r = describing_part(text, len, at, boundary, ret, err);
    if (r == 0)
        r = data_headers(text, len, at, err);
    if (r == 0)
        r = take_data(text, len, at, ret, err);
    return r < 0 ? r : 1;
}

static const char *protocol(const struct sa_http *http)
{
    return sa_text_same(http->scheme, "Kerberos") ? "application/HTTP-Kerberos-session-encrypted"
                                                  : "application/HTTP-SPNEGO-session-encrypted";
}

const char *sealed_type(const struct sa_http *http)
{
    return sa_text_same(http->scheme, "Kerberos")
               ? "multipart/encrypted;protocol=\"application/HTTP-Kerberos-session-encrypted\";"
                 "boundary=\"Encrypted Boundary\""
               : "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
                 "boundary=\"Encrypted Boundary\"";
}

bool is_sealed_type(const char *type)
{
    return sa_text_starts(type, "multipart/encrypted") ||
           sa_text_starts(type, "multipart/x-multi-encrypted");
}

int sealed_build(struct sa_http *http, const void *plain, size_t len, struct sa_buf *body,
                 struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf sealed = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    size_t signature = 0;
    unsigned char prefix[4];
    int r = sa_gss_seal(http->gss, plain, len, &sealed, &signature, err);

    if (r < 0)
        return r;
    for (size_t i = 0; i < sizeof prefix; i++)
        prefix[i] = (unsigned char)(signature >> 8 * i);
    sa_buf_addf(body,
                "--Encrypted Boundary\r\n\tContent-Type: %s\r\n\tOriginalContent: "
                "type=application/soap+xml;charset=UTF-8;Length=%zu\r\n"
                "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n",
                protocol(http), sealed.len - signature);
    sa_buf_add(body, prefix, sizeof prefix);
    sa_buf_add(body, sealed.data, sealed.len);
    sa_buf_add_text(body, "--Encrypted Boundary--\r\n");
    return sa_buf_status(body) < 0
               ? sa_fail(err, sa_buf_status(body), SA_DOMAIN_HTTP, 0, "the request is too long")
               : 0;
}

/* Does the plain text have the length that was told? Only Kerberos with RC4 pads. */
static bool length_fits(const struct sa_http *http, size_t told, size_t plain)
{
    bool pads = strcmp(sa_gss_mechanism(http->gss), "Kerberos") == 0 &&
                strcmp(sa_gss_cipher(http->gss), "RC4") == 0;

    return plain == told || (pads && plain < told && told - plain <= 8);
}

int sealed_open(struct sa_http *http, const struct sa_buf *body, struct sa_buf *plain,
                char charset[32], struct sa_error *err)
{
    size_t at = 0;

    for (;;) {
        struct sa_http_sealed part;
        size_t before = plain->len;
        int r = sa_http_sealed_next(sa_buf_text(body), body->len, &at, &part, err);

        if (r <= 0)
            return r;
        /* The signature and the data lie one behind the other. */
        r = sa_gss_unseal(http->gss, part.signature, part.signature_len + part.data_len, plain,
                          err);
        if (r < 0)
            return r;
        if (!length_fits(http, part.plain_len, plain->len - before))
            return malformed(err, "its Length is wrong");
        memcpy(charset, part.charset, sizeof part.charset);
    }
}
