/* SPDX-License-Identifier: Apache-2.0 */
/* Security identifiers ([MS-DTYP] 2.4.2) and GUIDs ([MS-DTYP] 2.3.4), binary and as text, and what
 * is known of a SID by itself ([MS-DTYP] 2.4.2.4). */
#include "syncaudit/sid.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

#define HEAD_SIZE     ((size_t)8)
#define AUTHORITY_MAX UINT64_C(0xffffffffffff)

int sa_sid_decode(const void *bytes, size_t len, struct sa_sid *ret, size_t *ret_used)
{
    const unsigned char *at = bytes;
    struct sa_sid sid = {0};

    if (len < HEAD_SIZE || at[0] != 1 || at[1] > SA_SID_SUBS || len < HEAD_SIZE + (size_t)at[1] * 4)
        return SA_E_PROTOCOL;
    sid.count = at[1];
    for (size_t i = 2; i < HEAD_SIZE; i++)
        sid.authority = sid.authority << 8 | at[i];
    at += HEAD_SIZE;
    for (size_t i = 0; i < sid.count; i++, at += 4)
        sid.sub[i] = at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
    *ret = sid;
    if (ret_used != NULL)
        *ret_used = HEAD_SIZE + (size_t)sid.count * 4;
    return 0;
}

size_t sa_sid_encode(const struct sa_sid *sid, unsigned char bytes[SA_SID_SIZE_MAX])
{
    unsigned char *at = bytes + HEAD_SIZE;

    bytes[0] = 1;
    bytes[1] = sid->count;
    for (unsigned i = 0; i < 6; i++)
        bytes[2 + i] = (unsigned char)(sid->authority >> (40 - 8 * i));
    for (size_t i = 0; i < sid->count; i++) {
        for (unsigned shift = 0; shift < 32; shift += 8)
            *at++ = (unsigned char)(sid->sub[i] >> shift);
    }
    return (size_t)(at - bytes);
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

/* Reads digits up to the next '-' or the end; `*at` then stands there. */
static bool read_number(const char **at, int base, uint64_t max, uint64_t *ret)
{
    const char *text = *at;
    uint64_t value = 0;

    if (digit_of(*text) >= base)
        return false;
    for (; digit_of(*text) < base; text++) {
        value = value * (uint64_t)base + (uint64_t)digit_of(*text);
        if (value > max) /* which is at most 48 bits: the next digit cannot overflow */
            return false;
    }
    *at = text;
    *ret = value;
    return *text == '-' || *text == '\0';
}

int sa_sid_parse(const char *text, struct sa_sid *ret)
{
    struct sa_sid sid = {0};
    int base = 10;

    if (text == NULL || (text[0] != 'S' && text[0] != 's') || text[1] != '-' || text[2] != '1' ||
        text[3] != '-')
        return SA_E_INPUT;
    text += 4;
    if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
        base = 16;
        text += 2;
    }
    if (!read_number(&text, base, AUTHORITY_MAX, &sid.authority))
        return SA_E_INPUT;
    while (*text == '-') {
        uint64_t sub = 0;

        text++;
        if (sid.count == SA_SID_SUBS || !read_number(&text, 10, UINT32_MAX, &sub))
            return SA_E_INPUT;
        sid.sub[sid.count++] = (uint32_t)sub;
    }
    *ret = sid;
    return 0;
}

void sa_sid_format(const struct sa_sid *sid, char text[SA_SID_TEXT_SIZE])
{
    size_t used = 0;

    if (sid->authority > UINT32_MAX)
        used = (size_t)snprintf(text, SA_SID_TEXT_SIZE, "S-1-0x%012" PRIX64,
                                sid->authority & AUTHORITY_MAX);
    else
        used = (size_t)snprintf(text, SA_SID_TEXT_SIZE, "S-1-%" PRIu64, sid->authority);
    for (size_t i = 0; i < sid->count && i < SA_SID_SUBS; i++)
        used += (size_t)snprintf(text + used, SA_SID_TEXT_SIZE - used, "-%" PRIu32, sid->sub[i]);
}

int sa_sid_compare(const struct sa_sid *a, const struct sa_sid *b)
{
    if (a->authority != b->authority)
        return a->authority < b->authority ? -1 : 1;
    for (size_t i = 0; i < a->count && i < b->count; i++) {
        if (a->sub[i] != b->sub[i])
            return a->sub[i] < b->sub[i] ? -1 : 1;
    }
    return (int)a->count - (int)b->count;
}

bool sa_sid_same(const struct sa_sid *a, const struct sa_sid *b)
{
    return sa_sid_compare(a, b) == 0;
}

uint32_t sa_sid_rid(const struct sa_sid *sid)
{
    return sid->count == 0 ? 0 : sid->sub[sid->count - 1];
}

bool sa_sid_in_domain(const struct sa_sid *sid, const struct sa_sid *domain)
{
    struct sa_sid parent = *sid;

    if (sid->count != domain->count + 1)
        return false;
    parent.count--;
    return sa_sid_same(&parent, domain);
}

struct sa_sid sa_sid_with_rid(const struct sa_sid *domain, uint32_t rid)
{
    struct sa_sid sid = *domain;

    if (sid.count < SA_SID_SUBS)
        sid.sub[sid.count++] = rid;
    return sid;
}

int sa_guid_parse(const char *text, struct sa_guid *ret)
{
    /* Where in the bytes each pair of digits goes. */
    static const unsigned char places[16] = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    struct sa_guid guid;
    bool braces = text != NULL && text[0] == '{';

    if (text == NULL)
        return SA_E_INPUT;
    text += braces;
    for (size_t i = 0; i < sizeof(guid.bytes); i++) {
        int high = 0;
        int low = 0;

        if ((i == 4 || i == 6 || i == 8 || i == 10) && *text++ != '-')
            return SA_E_INPUT;
        high = digit_of(text[0]);
        if (high >= 16)
            return SA_E_INPUT;
        low = digit_of(text[1]);
        if (low >= 16)
            return SA_E_INPUT;
        guid.bytes[places[i]] = (unsigned char)(high * 16 + low);
        text += 2;
    }
    if (braces && *text++ != '}')
        return SA_E_INPUT;
    if (*text != '\0')
        return SA_E_INPUT;
    *ret = guid;
    return 0;
}

void sa_guid_format(const struct sa_guid *guid, char text[SA_GUID_TEXT_SIZE])
{
    const unsigned char *b = guid->bytes;

    snprintf(text, SA_GUID_TEXT_SIZE,
             "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[3], b[2],
             b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
             b[15]);
}

bool sa_guid_same(const struct sa_guid *a, const struct sa_guid *b)
{
    return memcmp(a->bytes, b->bytes, sizeof(a->bytes)) == 0;
}
