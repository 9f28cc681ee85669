/* SPDX-License-Identifier: Apache-2.0 */
/* Times: the calendar against the C library's, and everything that must be refused.
 *
 * A refused text must leave the result as it was, or a caller that forgets the status would carry
 * on with a time that nobody wrote. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/error.h"

#include "support/test.h"

#define FIRST_SECOND INT64_C(-62167219200)
#define LAST_SECOND  INT64_C(253402300799)

static void reads_all_forms(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"1970-01-01",                    0                                 },
        {"1970-01-01T00:00:01Z",          1                                 },
        {"1969-12-31T23:59:59Z",          -1                                },
        {"1969-12-31 23:59:59.9",         -1                                },
        {"2026-11-22T14:53:16Z",          1795359196                        },
        {"2026-11-22T14:53:16",           1795359196                        },
        {"2016-05-03 14:28:09.784",       1462285689                        },
        {"2016-05-03T14:28:09.7840000Z",  1462285689                        },
        {"2016-05-03 14:28:09.123456789", 1462285689                        },
        {"Tue, 03 May 2016 14:39:16 GMT", 1462286356                        },
        {"Thu, 01 Jan 1970 00:00:00 GMT", 0                                 },
        {"Wed, 31 Dec 1969 23:59:59 GMT", -1                                },
        {"Thu, 29 Feb 2024 00:00:00 GMT", 1709164800                        },
        {"2000-02-29",                    951782400                         },
        {"2024-02-29",                    1709164800                        },
        {"0000-02-29",                    FIRST_SECOND + 59 * INT64_C(86400)},
        {"0000-01-01",                    FIRST_SECOND                      },
        {"0001-01-01T00:00:00",           INT64_C(-62135596800)             },
        {"9999-12-31T23:59:59Z",          LAST_SECOND                       },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t seconds = 42;

        if (sa_time_parse(cases[i].text, &seconds) != 0)
            fail_msg("'%s' was refused", cases[i].text);
        if (seconds != cases[i].seconds)
            fail_msg("'%s' became %lld", cases[i].text, (long long)seconds);
    }
}

static void refuses_what_is_no_time(void **state)
{
    static const char *const cases[] = {
        "",
        " ",
        "2026",
        "2026-11",
        "2026-1-22",
        "2026-11-2",
        " 2026-11-22",
        "2026-11-22 ",
        "2026-11-22Z",
        "2026-11-22T",
        "2026-11-22T14:53",
        "2026-11-22T14:53:1",
        "2026-11-22T14:53:16z",
        "2026-11-22t14:53:16Z",
        "2026-11-22  14:53:16",
        "2026-11-22T14:53:16ZZ",
        "2026-11-22T14:53:16Z ",
        "2026-11-22T14:53:16.",
        "2026-11-22T14:53:16.Z",
        "2026-11-22T14:53:16.1234567890",
        "2026-11-22T14:53:16,5Z",
        "2026-11-22T14:53:16+01:00",
        "2026-00-22",
        "2026-13-22",
        "2026-11-00",
        "2026-11-31",
        "2026-02-29", /* no leap year */
        "1900-02-29", /* a century is none */
        "2100-02-29",
        "2024-02-30",
        "2026-11-22T24:00:00Z",
        "2026-11-22T14:60:00Z",
        "2016-12-31T23:59:60Z", /* a leap second that did happen */
        "-026-11-22",
        "+026-11-22",
        "12026-11-22",
        "2026/11/22",
        "20/6-11-22", /* the neighbours of digits */
        "202:-11-22",
        "2026-1/-22",
        "2026-0:-22",
        "2026-11-1:",
        "2026-11-22T1/:53:16",
        "2026-11-22T14:53:1:",
        "2026-11-22T14:53:16.:",
        "2026-11-22T14:53:16./",
        "2026-11-22T-4:53:16Z",
        "Mon, 03 May 2016 14:39:16 GMT", /* it was a Tuesday */
        "tue, 03 May 2016 14:39:16 GMT",
        "Tue, 3 May 2016 14:39:16 GMT",
        "Tue, 03 Mai 2016 14:39:16 GMT",
        "Tue, 03 May 16 14:39:16 GMT",
        "Tue, 03 May 2016 14:39:16",
        "Tue, 03 May 2016 14:39:16 UTC",
        "Tue, 03 May 2016 14:39:16 GMT ",
        "Tue, 03 May 2016 14:39:16.5 GMT",
        "Tue 03 May 2016 14:39:16 GMT",
        "03 May 2016 14:39:16 GMT",
        "Thu, 30 Feb 2012 00:00:00 GMT",
        "Thu, 00 Jan 1970 00:00:00 GMT",
        "Thu, 32 Jan 1970 00:00:00 GMT",
        "Thu, 01 Jan 1970 25:00:00 GMT",
        "Thu, 01 Jan",
        "Foo, 01 Jan 1970 00:00:00 GMT",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t seconds = 42;

        if (sa_time_parse(cases[i], &seconds) != SA_E_INPUT)
            fail_msg("'%s' was accepted", cases[i]);
        assert_true(seconds == 42);
    }
    assert_int_equal(sa_time_parse(NULL, &(int64_t){0}), SA_E_INPUT);
}

/* Every 7 days and some seconds over 10,000 years: to text and back, and the C library agrees. */
static void calendar_agrees_with_the_library(void **state)
{
    (void)state;
    for (int64_t seconds = FIRST_SECOND; seconds <= LAST_SECOND; seconds += 7 * 86400 + 4567) {
        char text[SA_TIME_TEXT_SIZE];
        int64_t back = 0;
        time_t time = seconds;
        struct tm tm;

        sa_time_format(seconds, text);
        if (sa_time_parse(text, &back) != 0 || back != seconds)
            fail_msg("%lld became '%s'", (long long)seconds, text);
        assert_non_null(gmtime_r(&time, &tm));
        assert_int_equal(strtol(text, NULL, 10), tm.tm_year + 1900);
        assert_int_equal(strtol(text + 5, NULL, 10), tm.tm_mon + 1);
        assert_int_equal(strtol(text + 8, NULL, 10), tm.tm_mday);
    }
}

static void rfc1123_knows_every_day(void **state)
{
    (void)state;
    for (int64_t day = -800; day < 40000; day += 1) {
        time_t time = day * 86400 + 3661;
        struct tm tm;
        char text[64];
        int64_t seconds = 0;

        assert_non_null(gmtime_r(&time, &tm));
        assert_true(strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &tm) > 0);
        if (sa_time_parse(text, &seconds) != 0 || seconds != time)
            fail_msg("'%s' was read as %lld", text, (long long)seconds);
    }
}

static void formats_only_four_digit_years(void **state)
{
    char text[SA_TIME_TEXT_SIZE];

    (void)state;
    sa_time_format(0, text);
    assert_string_equal(text, "1970-01-01T00:00:00Z");
    sa_time_format(-1, text);
    assert_string_equal(text, "1969-12-31T23:59:59Z");
    sa_time_format(FIRST_SECOND, text);
    assert_string_equal(text, "0000-01-01T00:00:00Z");
    sa_time_format(LAST_SECOND, text);
    assert_string_equal(text, "9999-12-31T23:59:59Z");
    sa_time_format(FIRST_SECOND - 1, text);
    assert_string_equal(text, "");
    memset(text, 'x', sizeof text);
    sa_time_format(LAST_SECOND + 1, text);
    assert_string_equal(text, "");
    sa_time_format(INT64_MIN, text);
    assert_string_equal(text, "");
    sa_time_format(INT64_MAX, text);
    assert_string_equal(text, "");
}

/* The names in parentheses are not the macros of banned.h: one thread runs here. */
static void set_source_date(const char *value)
{
    if (value != NULL)
        assert_int_equal((setenv)("SOURCE_DATE_EPOCH", value, 1), 0);
    else
        assert_int_equal(unsetenv("SOURCE_DATE_EPOCH"), 0);
}

static void now_can_be_fixed(void **state)
{
    static const char *const ignored[] = {
        "", "x", "-1", "12x", " 12", "99999999999999999999", "253402300800"};
    const int64_t earlier = 1577836800; /* 2020-01-01 */

    (void)state;
    set_source_date("1000000000");
    assert_true(sa_time_now() == 1000000000);
    set_source_date("0");
    assert_true(sa_time_now() == 0);
    for (size_t i = 0; i < SA_COUNT(ignored); i++) {
        int64_t now = 0;
        int64_t clock = time(NULL);

        set_source_date(ignored[i]);
        now = sa_time_now();
        assert_true(now > earlier);
        assert_true(now >= clock && now <= clock + 60);
    }
    set_source_date(NULL);
    assert_true(sa_time_now() > earlier);
}

static void monotonic_counts_milliseconds(void **state)
{
    const struct timespec pause = {.tv_nsec = 20000000};
    int64_t before = sa_time_monotonic_ms();
    int64_t passed = 0;

    (void)state;
    assert_int_equal(nanosleep(&pause, NULL), 0);
    passed = sa_time_monotonic_ms() - before;
    assert_true(passed >= 19);
    assert_true(passed < 20000);
}

static void reads_time_spans(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"00:00:00",          0                    },
        {"00:30:00",          1800                 },
        {"23:59:59",          86399                },
        {"7.00:00:00",        604800               },
        {"1.02:03:04",        93784                },
        {"0.00:00:01",        1                    },
        {"180.00:00:00",      15552000             },
        {"10675199.02:48:05", INT64_C(922337203685)}, /* TimeSpan.MaxValue */
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t seconds = 42;

        if (sa_duration_parse(cases[i].text, &seconds) != 0 || seconds != cases[i].seconds)
            fail_msg("'%s' became %lld", cases[i].text, (long long)seconds);
    }
}

static void refuses_what_is_no_time_span(void **state)
{
    static const char *const cases[] = {
        "",
        "0",
        "30",
        "00:30",
        "0:30:00",
        "00:30:0",
        "24:00:00",
        "00:60:00",
        "00:00:60",
        "7",
        "7.",
        ".00:00:00",
        "7:00:00:00",
        "-00:30:00",
        "+00:30:00",
        " 00:30:00",
        "00:30:00 ",
        "7.0:00:00",
        "00:30:00.5",
        "00:30:00.",
        "1.2.03:04:05",
        "7,00:00:00",
        "-7.00:00:00",
        "P7D",
        "10675200.00:00:00",
        "999999999999.00:00:00",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t seconds = 42;

        if (sa_duration_parse(cases[i], &seconds) != SA_E_INPUT)
            fail_msg("'%s' was accepted", cases[i]);
        assert_true(seconds == 42);
    }
    assert_int_equal(sa_duration_parse(NULL, &(int64_t){0}), SA_E_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_all_forms),
        cmocka_unit_test(refuses_what_is_no_time),
        cmocka_unit_test(calendar_agrees_with_the_library),
        cmocka_unit_test(rfc1123_knows_every_day),
        cmocka_unit_test(formats_only_four_digit_years),
        cmocka_unit_test(now_can_be_fixed),
        cmocka_unit_test(monotonic_counts_milliseconds),
        cmocka_unit_test(reads_time_spans),
        cmocka_unit_test(refuses_what_is_no_time_span),
    };

    return cmocka_run_group_tests_name("datetime", tests, NULL, NULL);
}
