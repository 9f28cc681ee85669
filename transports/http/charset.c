/* SPDX-License-Identifier: Apache-2.0 */
/* Answers in UTF-16, which [MS-WSMV] 2.2.9.1 allows although UTF-8 was asked for, become UTF-8. Their
 * XML declaration goes: it would name an encoding that is no longer true. */
#include <ctype.h>
#include <iconv.h>
#include <string.h>

#include "syncaudit/text.h"

#include "private.h"

void charset_of(const char *type, char charset[32])
{
    const char *at = strcasestr(type, "charset=");
    size_t len = 0;

    charset[0] = '\0';
    if (at == NULL)
        return;
    at += strlen("charset=");
    if (*at == '"')
        at++;
    while (len < 31 && (isalnum((unsigned char)*at) || *at == '-' || *at == '_'))
        charset[len++] = (char)tolower((unsigned char)*at++);
    charset[len] = '\0';
}

static int convert(const struct sa_buf *from, const char *charset, struct sa_buf *to)
{
    iconv_t conversion = iconv_open("UTF-8", charset);
    char *in = from->data;
    size_t in_left = from->len;
    int r = 0;

    if (conversion == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr): what iconv.h says */
        return SA_E_PROTOCOL;
    while (r == 0 && in_left > 0) {
        char piece[8192];
        char *out = piece;
        size_t out_left = sizeof piece;
        size_t before = in_left;
        bool failed = iconv(conversion, &in, &in_left, &out, &out_left) == (size_t)-1;

        r = sa_buf_add(to, piece, sizeof piece - out_left);
        if (r == 0 && failed && in_left == before)
            r = SA_E_PROTOCOL; /* an invalid or unfinished character */
    }
    (void)iconv_close(conversion);
    return r;
}

static void drop_declaration(struct sa_buf *text)
{
    const char *begin = sa_buf_text(text);
    const char *end = NULL;
    size_t skipped = 0;

    if (strncmp(begin, "\xef\xbb\xbf", 3) == 0)
        skipped = 3;
    if (strncmp(begin + skipped, "<?xml", 5) == 0 && (end = strstr(begin, "?>")) != NULL)
        skipped = (size_t)(end + 2 - begin);
    if (skipped == 0)
        return;
    memmove(text->data, text->data + skipped, text->len - skipped + 1);
    text->len -= skipped;
}

int to_utf8(struct sa_buf *text, const char *charset, const char *host, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf converted = SA_BUF_INIT(text->limit);
    bool marked = text->len >= 2 && (memcmp(text->data, "\xff\xfe", 2) == 0 ||
                                     memcmp(text->data, "\xfe\xff", 2) == 0);
    int r = 0;

    if (!marked && !sa_text_starts(charset, "utf-16") && !sa_text_starts(charset, "utf16"))
        return 0; /* whatever else it says: the XML parser refuses what is not UTF-8 */
    /* Without a mark Windows means little-endian. */
    r = convert(text,
                marked || strcmp(charset, "utf-16be") == 0 ? (marked ? "UTF-16" : "UTF-16BE")
                                                           : "UTF-16LE",
                &converted);
    if (r == SA_E_PROTOCOL)
        return sa_fail(err, r, SA_DOMAIN_HTTP, 0, "the answer of '%s' is not the UTF-16 it says",
                       host);
    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_HTTP, 0, "the answer of '%s' is too long", host);
    drop_declaration(&converted);
    sa_buf_clear(text);
    r = sa_buf_add(text, converted.data, converted.len);
    return r < 0 ? sa_fail_nomem(err) : 0;
}
