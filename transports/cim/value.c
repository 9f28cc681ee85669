/* SPDX-License-Identifier: Apache-2.0 */
/* Values of CIM instances as C types. Numbers and booleans are written in one way whatever the
 * server's language; times are ISO 8601 with an offset, or DMTF text (DSP0004, 5.2.4). */
#include <string.h>
#include <time.h>

#include "syncaudit/cim.h"
#include "syncaudit/text.h"

const struct sa_cim_property *sa_cim_property(const struct sa_cim_instance *instance,
                                              const char *name)
{
    for (size_t i = 0; i < instance->count; i++) {
        if (sa_text_same(instance->properties[i].name, name))
            return &instance->properties[i];
    }
    return NULL;
}

static const struct sa_cim_value *single(const struct sa_cim_instance *instance, const char *name)
{
    const struct sa_cim_property *property = sa_cim_property(instance, name);

    return property != NULL && property->count == 1 ? &property->values[0] : NULL;
}

const char *sa_cim_text(const struct sa_cim_instance *instance, const char *name)
{
    const struct sa_cim_value *value = single(instance, name);

    if (value == NULL || value->type == SA_CIM_REFERENCE || value->type == SA_CIM_INSTANCE)
        return NULL;
    return value->text;
}

/* Text without white space around it: some stacks indent. False: too long for a number or a time. */
static bool trim(const char *text, char *ret, size_t size)
{
    size_t len = 0;

    text += strspn(text, " \t\r\n");
    len = strlen(text);
    while (len > 0 && strchr(" \t\r\n", text[len - 1]) != NULL)
        len--;
    if (len >= size)
        return false;
    memcpy(ret, text, len);
    ret[len] = '\0';
    return true;
}

/* 0: `ret` holds the text of the value. SA_E_NOT_FOUND: null or not there. */
static int take(const struct sa_cim_instance *instance, const char *name, bool times, char *ret,
                size_t size)
{
    const struct sa_cim_property *property = sa_cim_property(instance, name);

    if (property == NULL || property->count == 0)
        return SA_E_NOT_FOUND;
    if (property->count != 1 ||
        (property->values[0].type != SA_CIM_TEXT &&
         !(times && property->values[0].type == SA_CIM_DATETIME)) ||
        !trim(property->values[0].text, ret, size))
        return SA_E_PROTOCOL;
    return 0;
}

static bool to_number(const char *text, int64_t *ret)
{
    return sa_parse_i64(text, INT64_MIN, INT64_MAX, ret) == 0;
}

int sa_cim_int(const struct sa_cim_instance *instance, const char *name, int64_t *ret)
{
    char text[32];
    int r = take(instance, name, false, text, sizeof text);

    if (r < 0)
        return r;
    return to_number(text, ret) ? 0 : SA_E_PROTOCOL;
}

int sa_cim_bool(const struct sa_cim_instance *instance, const char *name, bool *ret)
{
    char text[8];
    int r = take(instance, name, false, text, sizeof text);

    if (r < 0)
        return r;
    if (!sa_text_same(text, "true") && !sa_text_same(text, "false"))
        return SA_E_PROTOCOL;
    *ret = sa_text_same(text, "true");
    return 0;
}

bool sa_cim_holds(const struct sa_cim_instance *instance, const char *name, int64_t number)
{
    const struct sa_cim_property *property = sa_cim_property(instance, name);

    for (size_t i = 0; property != NULL && i < property->count; i++) {
        char text[32];
        int64_t value = 0;

        if (property->values[i].type == SA_CIM_TEXT &&
            trim(property->values[i].text, text, sizeof text) && to_number(text, &value) &&
            value == number)
            return true;
    }
    return false;
}

/* Times ---------------------------------------------------------------------------------------- */

/* `count` digits at `*at`. */
static bool digits(const char **at, size_t count, int min, int max, int *ret)
{
    int number = 0;

    for (size_t i = 0; i < count; i++, (*at)++) {
        if (**at < '0' || **at > '9')
            return false;
        number = number * 10 + (**at - '0');
    }
    *ret = number;
    return number >= min && number <= max;
}

static bool mark(const char **at, char c)
{
    if (**at != c)
        return false;
    (*at)++;
    return true;
}

/* Counts the days of a month that is not there as wrong. */
static bool to_seconds(struct tm *tm, int offset_min, int64_t *ret)
{
    struct tm given = *tm;
    time_t seconds = 0;

    tm->tm_year -= 1900;
    tm->tm_mon -= 1;
    seconds = timegm(tm);
    if (tm->tm_mday != given.tm_mday || tm->tm_mon != given.tm_mon - 1)
        return false;
    *ret = (int64_t)seconds - (int64_t)offset_min * 60;
    return true;
}

/* "Z", "+01:00", "-07:00", or nothing, which is taken as UTC. */
static bool zone(const char **at, int *ret_min)
{
    int sign = **at == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;

    *ret_min = 0;
    if (**at == '\0' || mark(at, 'Z'))
        return true;
    if (!mark(at, '+') && !mark(at, '-'))
        return false;
    if (!digits(at, 2, 0, 14, &hours) || !mark(at, ':') || !digits(at, 2, 0, 59, &minutes))
        return false;
    *ret_min = sign * (hours * 60 + minutes);
    return true;
}

static bool iso_time(const char *at, int64_t *ret)
{
    struct tm tm = {0};
    int offset = 0;

    if (!digits(&at, 4, 1, 9999, &tm.tm_year) || !mark(&at, '-') ||
        !digits(&at, 2, 1, 12, &tm.tm_mon) || !mark(&at, '-') ||
        !digits(&at, 2, 1, 31, &tm.tm_mday))
        return false;
    if (*at != '\0' && (!mark(&at, 'T') || !digits(&at, 2, 0, 23, &tm.tm_hour) || !mark(&at, ':') ||
                        !digits(&at, 2, 0, 59, &tm.tm_min) || !mark(&at, ':') ||
                        !digits(&at, 2, 0, 60, &tm.tm_sec)))
        return false;
    if (mark(&at, '.')) {
        size_t n = strspn(at, "0123456789");

        if (n == 0)
            return false;
        at += n;
    }
    return zone(&at, &offset) && *at == '\0' && to_seconds(&tm, offset, ret);
}

/* yyyymmddHHMMSS.mmmmmm+UUU, UUU in minutes; stars stand for what is not known, and where that is more
 * than fractions of a second or the zone it is no point in time. */
static bool dmtf_time(const char *at, int64_t *ret)
{
    struct tm tm = {0};
    int offset = 0;
    int sign = 1;

    if (strlen(at) != 25 || !digits(&at, 4, 1, 9999, &tm.tm_year) ||
        !digits(&at, 2, 1, 12, &tm.tm_mon) || !digits(&at, 2, 1, 31, &tm.tm_mday) ||
        !digits(&at, 2, 0, 23, &tm.tm_hour) || !digits(&at, 2, 0, 59, &tm.tm_min) ||
        !digits(&at, 2, 0, 60, &tm.tm_sec) || !mark(&at, '.') || strspn(at, "0123456789*") != 6)
        return false;
    at += 6;
    if (*at != '+' && *at != '-')
        return false;
    sign = *at++ == '-' ? -1 : 1;
    if (strcmp(at, "***") != 0 && (!digits(&at, 3, 0, 840, &offset) || *at != '\0'))
        return false;
    return to_seconds(&tm, sign * offset, ret);
}

int sa_cim_time(const struct sa_cim_instance *instance, const char *name, int64_t *ret)
{
    char text[64];
    int64_t seconds = 0;
    int r = take(instance, name, true, text, sizeof text);

    if (r < 0)
        return r;
    if (!iso_time(text, &seconds) && !dmtf_time(text, &seconds))
        return SA_E_PROTOCOL;
    *ret = seconds;
    return 0;
}
