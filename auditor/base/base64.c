/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 (RFC 4648, chapter 4) of base64.h: the one alphabet with '+' and '/'. */
#include "syncaudit/base64.h"

#include <stdint.h>
#include <string.h>

/* What goes to a buffer at once. A multiple of 3 and of 4. */
#define PIECE   ((size_t)3 * 1024)

#define PADDING 64
#define SPACE   65
#define NONE    66

static unsigned char value_of(unsigned char c)
{
    if (c >= 'A' && c <= 'Z')
        return (unsigned char)(c - 'A');
    if (c >= 'a' && c <= 'z')
        return (unsigned char)(c - 'a' + 26);
    if (c >= '0' && c <= '9')
        return (unsigned char)(c - '0' + 52);
    if (c == '+')
        return 62;
    if (c == '/')
        return 63;
    if (c == '=')
        return PADDING;
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' ? SPACE : NONE;
}

int sa_base64_add(struct sa_buf *ret, const void *bytes, size_t len)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *at = bytes;
    char piece[PIECE];
    size_t used = 0;

    for (size_t i = 0; i < len; i += 3) {
        uint32_t group = (uint32_t)at[i] << 16;

        group |= i + 1 < len ? (uint32_t)at[i + 1] << 8 : 0;
        group |= i + 2 < len ? at[i + 2] : 0;
        for (unsigned d = 0; d < 4; d++)
            piece[used++] = digits[group >> (18 - 6 * d) & 0x3F];
        if (i + 1 >= len)
            piece[used - 2] = '=';
        if (i + 2 >= len)
            piece[used - 1] = '=';
        if (used == PIECE) {
            sa_buf_add(ret, piece, used);
            used = 0;
        }
    }
    sa_buf_add(ret, piece, used);
    return sa_buf_status(ret);
}

bool sa_base64_decode(const char *text, size_t len, struct sa_buf *ret)
{
    char piece[PIECE];
    size_t used = 0;
    uint32_t group = 0;
    size_t count = 0;
    size_t padding = 0;

    for (size_t i = 0; i < len; i++) {
        unsigned char value = value_of((unsigned char)text[i]);

        if (value == SPACE)
            continue;
        if (value == PADDING && count % 4 >= 2 && padding < 4 - count % 4) {
            padding++;
            continue;
        }
        if (value >= PADDING || padding > 0)
            return false;
        group = group << 6 | value;
        if (++count % 4 != 0)
            continue;
        piece[used++] = (char)(group >> 16);
        piece[used++] = (char)(group >> 8);
        piece[used++] = (char)group;
        if (used == PIECE) {
            sa_buf_add(ret, piece, used);
            used = 0;
        }
    }
    if (used > 0)
        sa_buf_add(ret, piece, used);
    if (count % 4 == 1 || (padding > 0 && padding + count % 4 != 4))
        return false;
    if (count % 4 == 2)
        sa_buf_add_char(ret, (char)(group >> 4));
    if (count % 4 == 3) {
        sa_buf_add_char(ret, (char)(group >> 10));
        sa_buf_add_char(ret, (char)(group >> 2));
    }
    return true;
}
