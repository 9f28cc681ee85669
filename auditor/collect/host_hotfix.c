/* SPDX-License-Identifier: Apache-2.0 */
/* Source hotfix (Win32_QuickFixEngineering).
 *
 * InstalledOn is a text: ISO or yyyymmdd, a FILETIME in 16 hex digits, day.month.year, or numbers between
 * slashes whose order depends on the server's region. That order is taken from the server itself: a number
 * above 12 in any row is a day, and all rows are of one order. Where nothing proves the order, or rows
 * contradict each other, the date stays NULL. */
#include "host_hotfix.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#define FILETIME_UNIX 116444736000000000LL /* 1970 in units of 100 ns since 1601 */
#define DATE_SIZE     11                   /* "2026-11-22" */

int host_gather_hotfixes(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    return host_query(host, CIMV2, "SELECT HotFixID,InstalledOn FROM Win32_QuickFixEngineering",
                      NULL, list, err);
}

/* Dates -------------------------------------------------------------------------------------------- */

/* Three numbers with one separator between them, of at most four digits; nothing else but a time of day
 * behind a blank. */
static bool three_numbers(const char *text, char *ret_separator, int64_t numbers[3])
{
    for (size_t i = 0; i < 3; i++) {
        size_t digits = strspn(text, "0123456789");

        if (digits == 0 || digits > 4)
            return false;
        numbers[i] = 0;
        for (size_t j = 0; j < digits; j++)
            numbers[i] = 10 * numbers[i] + (text[j] - '0');
        text += digits;
        if (i == 0)
            *ret_separator = *text;
        if (i < 2 && (*text == '\0' || *text != *ret_separator))
            return false;
        text += i < 2;
    }
    return *text == '\0' || *text == ' ';
}

static bool is_slashed(const char *text, int64_t numbers[3])
{
    char separator = 0;

    return three_numbers(text, &separator, numbers) && separator == '/' && numbers[2] >= 1980 &&
           numbers[0] >= 1 && numbers[0] <= 31 && numbers[1] >= 1 && numbers[1] <= 31;
}

enum host_date_order host_date_order(const char *const *texts, size_t count)
{
    bool has_day_first = false;
    bool has_month_first = false;

    for (size_t i = 0; i < count; i++) {
        int64_t n[3];

        if (texts[i] == NULL || !is_slashed(texts[i], n))
            continue;
        has_day_first |= n[0] > 12;
        has_month_first |= n[1] > 12;
    }
    if (has_day_first == has_month_first)
        return HOST_DATE_UNKNOWN;
    return has_day_first ? HOST_DATE_DAY_FIRST : HOST_DATE_MONTH_FIRST;
}

static bool put_date(int64_t year, int64_t month, int64_t day, char ret[DATE_SIZE])
{
    char text[64];
    int64_t seconds = 0;

    if (year < 1980 || year > 9999)
        return false;
    (void)snprintf(text, sizeof text, "%04lld-%02lld-%02lld", (long long)year, (long long)month,
                   (long long)day);
    if (sa_time_parse(text, &seconds) < 0) /* no such day */
        return false;
    memcpy(ret, text, DATE_SIZE - 1);
    ret[DATE_SIZE - 1] = '\0';
    return true;
}

static bool read_filetime(const char *text, char ret[DATE_SIZE])
{
    char written[SA_TIME_TEXT_SIZE];
    uint64_t ticks = 0;

    if (strlen(text) != 16 || strspn(text, "0123456789abcdefABCDEF") != 16)
        return false;
    for (size_t i = 0; i < 16; i++) {
        int c = tolower((unsigned char)text[i]);

        ticks = ticks << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    if (ticks < FILETIME_UNIX || ticks > INT64_MAX)
        return false;
    sa_time_format(((int64_t)ticks - FILETIME_UNIX) / 10000000, written);
    if (strlen(written) < DATE_SIZE)
        return false;
    memcpy(ret, written, DATE_SIZE - 1);
    ret[DATE_SIZE - 1] = '\0';
    return true;
}

static bool read_slashed(const int64_t n[3], enum host_date_order order, char ret[DATE_SIZE])
{
    if (order == HOST_DATE_DAY_FIRST)
        return put_date(n[2], n[1], n[0], ret);
    if (order == HOST_DATE_MONTH_FIRST || n[0] == n[1])
        return put_date(n[2], n[0], n[1], ret);
    return false;
}

bool host_read_date(const char *text, enum host_date_order order, char ret[DATE_SIZE])
{
    int64_t n[3];
    char separator = 0;

    if (read_filetime(text, ret))
        return true;
    if (strlen(text) == 8 && strspn(text, "0123456789") == 8) {
        int64_t all = 0;

        for (size_t i = 0; i < 8; i++)
            all = 10 * all + (text[i] - '0');
        return put_date(all / 10000, all / 100 % 100, all % 100, ret);
    }
    if (is_slashed(text, n))
        return read_slashed(n, order, ret);
    if (!three_numbers(text, &separator, n))
        return false;
    if (separator == '-' && n[0] >= 1980)
        return put_date(n[0], n[1], n[2], ret);
    return separator == '.' && put_date(n[2], n[1], n[0], ret);
}

/* Store -------------------------------------------------------------------------------------------- */

int host_store_hotfixes(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;
    const char **texts = host_alloc(host, list->count, sizeof *texts);
    enum host_date_order order = HOST_DATE_UNKNOWN;

    if (texts == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < list->count; i++)
        texts[i] = sa_cim_text(list->items[i], "InstalledOn");
    order = host_date_order(texts, list->count);
    for (size_t i = 0; i < list->count; i++) {
        char date[DATE_SIZE] = "";
        const char *id = NULL;
        int r = host_need_text(host, list->items[i], "HotFixID", &id, err);
        bool has_date = texts[i] != NULL && host_read_date(texts[i], order, date);

        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_hotfix (target_id, id, installed_on, raw,"
                            " evidence_id) VALUES (?, ?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(id), SA_TEXT(has_date ? date : NULL),
                            SA_TEXT(host_text(host, texts[i] != NULL ? texts[i] : "")),
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}
