/* SPDX-License-Identifier: Apache-2.0 */
/* Points in time as text, always UTC and in the proleptic Gregorian calendar (years 0..9999).
 *
 * Own parsing: strptime() follows the locale and accepts fields that are out of range, and timegm()
 * repairs them silently (30 February becomes 1 or 2 March). A date in evidence is either right or
 * refused. Leap seconds do not exist in .NET or Unix times, so second 60 is refused as well. */
#include "syncaudit/datetime.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "syncaudit/error.h"
#include "syncaudit/text.h"

#define SECONDS_PER_DAY   86400
#define EPOCH_DAY         719528                /* days from 0000-01-01 to 1970-01-01 */
#define FIRST_SECOND      INT64_C(-62167219200) /* 0000-01-01T00:00:00Z */
#define LAST_SECOND       INT64_C(253402300799) /* 9999-12-31T23:59:59Z */
#define TIMESPAN_DAYS_MAX 10675199              /* of TimeSpan.MaxValue */

struct fields {
    int year;
    int month; /* 1..12 */
    int day;
    int hour;
    int minute;
    int second;
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* Days since 1970-01-01. */
static int64_t day_number(const struct fields *f)
{
    /* Every fourth year from year 0 on had a leap day, but for the centuries, save each fourth. */
    int leap_days = (f->year + 3) / 4 - (f->year + 99) / 100 + (f->year + 399) / 400;
    int64_t days = (int64_t)f->year * 365 + leap_days + f->day - 1;

    for (int month = 1; month < f->month; month++)
        days += days_of_month(f->year, month);
    return days - EPOCH_DAY;
}

static int seconds_of_day(const struct fields *f)
{
    return f->hour * 3600 + f->minute * 60 + f->second;
}

void sa_time_format(int64_t seconds, char text[SA_TIME_TEXT_SIZE])
{
    time_t time = (time_t)seconds;
    struct tm tm;

    text[0] = '\0';
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND || gmtime_r(&time, &tm) == NULL)
        return;
    /* The remainders change nothing; they tell the compiler that the text fits. */
    (void)snprintf(text, SA_TIME_TEXT_SIZE, "%04u-%02u-%02uT%02u:%02u:%02uZ",
                   (unsigned)(tm.tm_year + 1900) % 10000, (unsigned)(tm.tm_mon + 1) % 100,
                   (unsigned)tm.tm_mday % 100, (unsigned)tm.tm_hour % 100,
                   (unsigned)tm.tm_min % 100, (unsigned)tm.tm_sec % 100);
}

int64_t sa_time_now(void)
{
    /* Nothing changes the environment once the program runs (banned.h). */
    const char *fixed = getenv("SOURCE_DATE_EPOCH"); /* NOLINT(concurrency-mt-unsafe) */
    struct timespec now = {0};
    int64_t seconds = 0;

    if (fixed != NULL && sa_parse_i64(fixed, 0, LAST_SECOND, &seconds) == 0)
        return seconds;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

int64_t sa_time_monotonic_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Takes exactly `digits` digits that make min..max. */
static bool take_number(const char **at, int digits, int min, int max, int *ret)
{
    int value = 0;

    for (int i = 0; i < digits; i++) {
        char c = (*at)[i];

        if (c < '0' || c > '9')
            return false;
        value = value * 10 + (c - '0');
    }
    if (value < min || value > max)
        return false;
    *at += digits;
    *ret = value;
    return true;
}

static bool take_text(const char **at, const char *text)
{
    size_t len = strlen(text);

    if (strncmp(*at, text, len) != 0)
        return false;
    *at += len;
    return true;
}

/* Takes one of `count` names; the result is its place in the list. */
static bool take_name(const char **at, const char *const *names, int count, int *ret)
{
    for (int i = 0; i < count; i++) {
        if (take_text(at, names[i])) {
            *ret = i;
            return true;
        }
    }
    return false;
}

/* "14:53:16" */
static bool take_clock(const char **at, struct fields *f)
{
    return take_number(at, 2, 0, 23, &f->hour) && take_text(at, ":") &&
           take_number(at, 2, 0, 59, &f->minute) && take_text(at, ":") &&
           take_number(at, 2, 0, 59, &f->second);
}

/* ".784": one to nine digits, which are dropped, or nothing at all. */
static bool take_fraction(const char **at)
{
    int digit = 0;
    int count = 0;

    if (!take_text(at, "."))
        return true;
    while (count <= 9 && take_number(at, 1, 0, 9, &digit))
        count++;
    return count >= 1 && count <= 9;
}

/* "2026-11-22", "2026-11-22T14:53:16Z", "2016-05-03 14:28:09.784" */
static bool take_iso(const char **at, struct fields *f)
{
    if (!take_number(at, 4, 0, 9999, &f->year) || !take_text(at, "-") ||
        !take_number(at, 2, 1, 12, &f->month) || !take_text(at, "-") ||
        !take_number(at, 2, 1, days_of_month(f->year, f->month), &f->day))
        return false;
    if (**at == '\0')
        return true;
    if (!take_text(at, "T") && !take_text(at, " "))
        return false;
    if (!take_clock(at, f) || !take_fraction(at))
        return false;
    (void)take_text(at, "Z");
    return true;
}

/* "Tue, 03 May 2016 14:39:16 GMT". The name of the day must be that of the date. */
static bool take_rfc1123(const char **at, struct fields *f)
{
    static const char *const day_names[] = {"Thu, ", "Fri, ", "Sat, ", "Sun, ",
                                            "Mon, ", "Tue, ", "Wed, "};
    static const char *const month_names[] = {" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ",
                                              " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
    int weekday = 0;

    if (!take_name(at, day_names, SA_COUNT(day_names), &weekday) ||
        !take_number(at, 2, 1, 31, &f->day) ||
        !take_name(at, month_names, SA_COUNT(month_names), &f->month))
        return false;
    f->month++;
    if (!take_number(at, 4, 0, 9999, &f->year) || f->day > days_of_month(f->year, f->month) ||
        !take_text(at, " ") || !take_clock(at, f) || !take_text(at, " GMT"))
        return false;
    /* 1970-01-01 was a Thursday, where the list of names begins. */
    return ((day_number(f) % 7) + 7) % 7 == weekday;
}

int sa_time_parse(const char *text, int64_t *ret_seconds)
{
    struct fields f = {0};
    const char *at = text;
    bool is_good = false;

    if (text == NULL)
        return SA_E_INPUT;
    is_good = *text >= '0' && *text <= '9' ? take_iso(&at, &f) : take_rfc1123(&at, &f);
    if (!is_good || *at != '\0')
        return SA_E_INPUT;
    *ret_seconds = day_number(&f) * SECONDS_PER_DAY + seconds_of_day(&f);
    return 0;
}

int sa_duration_parse(const char *text, int64_t *ret_seconds)
{
    struct fields f = {0};
    const char *at = text;
    int digits = 0;

    if (text == NULL)
        return SA_E_INPUT;
    while (digits < 9 && at[digits] >= '0' && at[digits] <= '9')
        digits++;
    if (at[digits] == '.' &&
        (digits == 0 || !take_number(&at, digits, 0, TIMESPAN_DAYS_MAX, &f.day) ||
         !take_text(&at, ".")))
        return SA_E_INPUT;
    if (!take_clock(&at, &f) || *at != '\0')
        return SA_E_INPUT;
    *ret_seconds = (int64_t)f.day * SECONDS_PER_DAY + seconds_of_day(&f);
    return 0;
}
