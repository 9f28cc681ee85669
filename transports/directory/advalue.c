/* SPDX-License-Identifier: Apache-2.0 */
/* Times, intervals and flags as Active Directory writes them ([MS-ADTS] 2.2.16 and 3.1.1.2.2,
 * RFC 4517 3.3.13 and 3.3.34, X.690). All of it comes from a server that may lie, so everything has a
 * range, and what is outside is no value rather than some value. */
#include "syncaudit/advalue.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "syncaudit/error.h"
#include "syncaudit/text.h"

#define TICKS_PER_SECOND INT64_C(10000000)
#define SECONDS_TO_1970  INT64_C(11644473600)  /* from 1601 */
#define LAST_SECOND      INT64_C(253402300799) /* of the year 9999 */

int sa_filetime_parse(const char *text, enum sa_ad_time *ret_kind, int64_t *ret_seconds)
{
    int64_t ticks = 0;
    int64_t seconds = 0;
    int r = sa_parse_i64(text, 0, INT64_MAX, &ticks);

    if (r < 0)
        return r;
    if (ticks == 0 || ticks == INT64_MAX) {
        *ret_kind = ticks == 0 ? SA_AD_TIME_ZERO : SA_AD_TIME_NEVER;
        *ret_seconds = 0;
        return 0;
    }
    seconds = ticks / TICKS_PER_SECOND - SECONDS_TO_1970;
    if (seconds > LAST_SECOND)
        return SA_E_INPUT;
    *ret_kind = SA_AD_TIME_SET;
    *ret_seconds = seconds;
    return 0;
}

/* Reads `count` digits. */
static bool read_digits(const char **at, size_t count, int *ret)
{
    int value = 0;

    for (size_t i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        value = value * 10 + (**at - '0');
    }
    *ret = value;
    return true;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* Days from 1970-01-01 to the first day of the year. */
static int64_t days_before_year(int year)
{
    int64_t before = (int64_t)year - 1;

    return before * 365 + before / 4 - before / 100 + before / 400 - 719162;
}

/* False when there is no such day. */
static bool add_days(int year, int month, int day, int64_t *seconds)
{
    static const int lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t days = 0;

    if (year < 1 || month < 1 || month > 12 || day < 1 ||
        day > lengths[month - 1] + (month == 2 && is_leap(year)))
        return false;
    days = days_before_year(year);
    for (int i = 0; i < month - 1; i++)
        days += lengths[i] + (i == 1 && is_leap(year));
    *seconds += (days + day - 1) * 86400;
    return true;
}

/* "Z" or "+hhmm" to the end of the text. */
static bool read_zone(const char *at, int64_t *seconds)
{
    int hours = 0;
    int minutes = 0;
    int sign = *at == '+' ? -1 : 1; /* what is ahead of UTC was there earlier */

    if (*at == 'Z')
        return at[1] == '\0';
    if (*at != '+' && *at != '-')
        return false;
    at++;
    if (!read_digits(&at, 2, &hours) || !read_digits(&at, 2, &minutes) || *at != '\0' ||
        hours > 23 || minutes > 59)
        return false;
    *seconds += (int64_t)sign * (hours * 3600 + minutes * 60);
    return true;
}

int sa_generalized_time_parse(const char *text, int64_t *ret_seconds)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int64_t seconds = 0;
    size_t digits = text == NULL ? 0 : strspn(text, "0123456789");

    /* Two lengths, so that one form is never taken for the other. */
    if ((digits != 14 && digits != 12) || !read_digits(&text, digits - 10, &year))
        return SA_E_INPUT;
    if (digits == 12)
        year += year < 50 ? 2000 : 1900;
    if (!read_digits(&text, 2, &month) || !read_digits(&text, 2, &day) ||
        !read_digits(&text, 2, &hour) || !read_digits(&text, 2, &minute) ||
        !read_digits(&text, 2, &second) || hour > 23 || minute > 59 || second > 59)
        return SA_E_INPUT;
    if ((*text == '.' || *text == ',') && digits == 14) {
        size_t fraction = strspn(++text, "0123456789");

        if (fraction == 0)
            return SA_E_INPUT;
        text += fraction;
    }
    seconds = hour * 3600 + minute * 60 + second;
    if (!add_days(year, month, day, &seconds) || !read_zone(text, &seconds) ||
        seconds > LAST_SECOND)
        return SA_E_INPUT;
    *ret_seconds = seconds;
    return 0;
}

int sa_interval_parse(const char *text, int64_t *ret_seconds)
{
    int64_t ticks = 0;
    int r = sa_parse_i64(text, INT64_MIN, 0, &ticks);

    if (r < 0)
        return r;
    if (ticks == INT64_MIN) {
        *ret_seconds = INT64_MAX;
        return 0;
    }
    /* Rounded up: a part of a second is not 0, which means something else. */
    *ret_seconds = -ticks / TICKS_PER_SECOND + (ticks % TICKS_PER_SECOND != 0);
    return 0;
}

static void add_word(struct sa_buf *buf, bool *first, const char *word)
{
    if (!*first)
        sa_buf_add_text(buf, ", ");
    *first = false;
    sa_buf_add_text(buf, word);
}

int sa_enctypes_add(struct sa_buf *buf, uint32_t types)
{
    static const struct {
        uint32_t bit;
        const char *name;
    } names[] = {
        {0x1,     "DES-CRC"           },
        {0x2,     "DES-MD5"           },
        {0x4,     "RC4"               },
        {0x8,     "AES128"            },
        {0x10,    "AES256"            },
        {0x20,    "AES256-SK"         },
        {0x10000, "FAST"              },
        {0x20000, "compound identity" },
        {0x40000, "claims"            },
        {0x80000, "no SID compression"},
    };
    bool first = true;

    if (types == 0)
        return sa_buf_add_text(buf, "default of the domain");
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        if (types & names[i].bit)
            add_word(buf, &first, names[i].name);
        types &= ~names[i].bit;
    }
    if (types != 0) {
        add_word(buf, &first, "");
        sa_buf_addf(buf, "0x%" PRIx32, types);
    }
    return sa_buf_status(buf);
}

void sa_functional_level_format(int64_t level, char text[24])
{
    static const char *const names[] = {
        "2000",    "2003 interim", "2003", "2008", "2008 R2", "2012",
        "2012 R2", "2016",         NULL,   NULL,   "2025",
    };

    if (level >= 0 && level < (int64_t)SA_COUNT(names) && names[level] != NULL)
        snprintf(text, 24, "%s", names[level]);
    else if (level > -1000000 && level < 1000000)
        snprintf(text, 24, "level %d", (int)level);
    else
        snprintf(text, 24, "unknown level");
}
