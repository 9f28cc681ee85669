/* SPDX-License-Identifier: Apache-2.0 */
/* ip_family(text), ip_first(text), ip_last(text): networks that a policy names, in the form that
 * the facts of the firewall have, so that SQL can ask what lies inside what.
 *
 *   10.1.0.0/16, 10.1.0.0/255.255.0.0, 10.1.0.1-10.1.0.9, 10.1.2.3, fd00::/8, ...
 *
 * The first and the last address are 32 hex digits in lower case, those of IPv4 in the last eight:
 * texts of one family compare like the addresses do. Bits behind the prefix do not count. NULL for
 * everything else: a name, a mask with holes, a range that runs backwards, a zone. */
#include <arpa/inet.h>

#include "engine.h"

#define ADDRESS_LEN 16
#define TEXT_MAX    128

struct range {
    int family; /* 4 or 6 */
    unsigned char first[ADDRESS_LEN], last[ADDRESS_LEN];
};

/* IPv4 stands in the last four bytes. */
static bool read_address(const char *text, int *family, unsigned char address[ADDRESS_LEN])
{
    memset(address, 0, ADDRESS_LEN);
    if (inet_pton(AF_INET, text, address + ADDRESS_LEN - 4) == 1) {
        *family = 4;
        return true;
    }
    *family = 6;
    return inet_pton(AF_INET6, text, address) == 1;
}

/* Digits alone: how many leading bits count. */
static bool read_length(const char *text, int max, int *ret)
{
    size_t len = strlen(text);

    *ret = 0;
    if (len < 1 || len > 3 || strspn(text, "0123456789") != len)
        return false;
    for (; *text != '\0'; text++)
        *ret = *ret * 10 + (*text - '0');
    return *ret <= max;
}

/* 255.255.0.0 is 16. */
static bool read_mask(const char *text, int *ret)
{
    unsigned char mask[ADDRESS_LEN];
    int family = 0;

    if (!read_address(text, &family, mask) || family != 4)
        return false;
    for (*ret = 0; *ret < 32 && (mask[12 + *ret / 8] >> (7 - *ret % 8) & 1) == 1;)
        (*ret)++;
    for (int bit = *ret; bit < 32; bit++) {
        if ((mask[12 + bit / 8] >> (7 - bit % 8) & 1) == 1)
            return false;
    }
    return true;
}

static bool apply_prefix(struct range *range, const char *text)
{
    int bits = range->family == 4 ? 32 : 128;
    int length = 0;

    if (!read_length(text, bits, &length) && (range->family == 6 || !read_mask(text, &length)))
        return false;
    for (int bit = 128 - bits + length; bit < 128; bit++) {
        unsigned char one = (unsigned char)(1U << (7 - bit % 8));

        range->first[bit / 8] &= (unsigned char)~one;
        range->last[bit / 8] |= one;
    }
    return true;
}

static bool read_range(const char *text, struct range *range)
{
    char copy[TEXT_MAX];
    size_t len = strcspn(text, "/-");
    int family = 0;

    if (strlen(text) >= sizeof copy)
        return false;
    memcpy(copy, text, len);
    copy[len] = '\0';
    if (!read_address(copy, &range->family, range->first))
        return false;
    memcpy(range->last, range->first, ADDRESS_LEN);
    if (text[len] == '/')
        return apply_prefix(range, text + len + 1);
    if (text[len] == '\0')
        return true;
    return read_address(text + len + 1, &family, range->last) && family == range->family &&
           memcmp(range->first, range->last, ADDRESS_LEN) <= 0;
}

static bool read_argument(sqlite3_value *value, struct range *range)
{
    const char *text = (const char *)sqlite3_value_text(value);

    *range = (struct range){0};
    return text != NULL && strlen(text) == (size_t)sqlite3_value_bytes(value) &&
           read_range(text, range);
}

static void give_address(sqlite3_context *context, const unsigned char address[ADDRESS_LEN])
{
    static const char digits[] = "0123456789abcdef";
    char text[2 * ADDRESS_LEN];

    for (size_t i = 0; i < ADDRESS_LEN; i++) {
        text[2 * i] = digits[address[i] >> 4];
        text[2 * i + 1] = digits[address[i] & 15];
    }
    sqlite3_result_text(context, text, sizeof text, SQLITE_TRANSIENT);
}

static void family_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct range range;

    (void)count;
    if (read_argument(values[0], &range))
        sqlite3_result_int(context, range.family);
}

static void first_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct range range;

    (void)count;
    if (read_argument(values[0], &range))
        give_address(context, range.first);
}

static void last_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct range range;

    (void)count;
    if (read_argument(values[0], &range))
        give_address(context, range.last);
}

int sa_address_functions(sqlite3 *db, struct sa_error *err)
{
    static const struct {
        const char *name;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {
        {"ip_family", family_function},
        {"ip_first",  first_function },
        {"ip_last",   last_function  },
    };

    for (size_t i = 0; i < SA_COUNT(functions); i++) {
        int code = sqlite3_create_function_v2(db, functions[i].name, 1,
                                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                              NULL, functions[i].function, NULL, NULL, NULL);

        if (code != SQLITE_OK)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_SQLITE, code,
                           "cannot register the function %s: %s", functions[i].name,
                           sqlite3_errstr(code));
    }
    return 0;
}
