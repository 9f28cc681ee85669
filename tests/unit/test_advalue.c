/* SPDX-License-Identifier: Apache-2.0 */
/* Times, intervals, encryption types and levels as Active Directory writes them. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/error.h"

#include "support/test.h"

static void reads_file_times(void **state)
{
    static const struct {
        const char *text;
        enum sa_ad_time kind;
        int64_t seconds;
    } cases[] = {
        {"132539328000000000",  SA_AD_TIME_SET,   1609459200           },
        {"116444736000000000",  SA_AD_TIME_SET,   0                    },
        {"116444735999999999",  SA_AD_TIME_SET,   -1                   },
        {"1",                   SA_AD_TIME_SET,   -INT64_C(11644473600)},
        {"2650467743999999999", SA_AD_TIME_SET,   INT64_C(253402300799)},
        {"0",                   SA_AD_TIME_ZERO,  0                    },
        {"9223372036854775807", SA_AD_TIME_NEVER, 0                    },
    };
    static const char *const wrong[] = {
        "",   "-1",    "2650467744000000000", "9223372036854775806", "9223372036854775808", "0x1",
        "1 ", "never",
    };
    enum sa_ad_time kind = SA_AD_TIME_SET;
    int64_t seconds = 42;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        if (sa_filetime_parse(cases[i].text, &kind, &seconds) != 0)
            fail_msg("'%s' was refused", cases[i].text);
        assert_int_equal(kind, cases[i].kind);
        /* 116444735999999999 lies within the second before 1970, counted from 1601 */
        assert_true(seconds == cases[i].seconds);
    }
    seconds = 42;
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_filetime_parse(wrong[i], &kind, &seconds) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
        assert_true(seconds == 42);
    }
}

static void reads_generalized_times(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"19700101000000Z",        0                    },
        {"20261122133211.0Z",      1795354331           },
        {"20261122133211Z",        1795354331           },
        {"20261122133211,999999Z", 1795354331           },
        {"20261122143211.0+0100",  1795354331           },
        {"20261122080211-0530",    1795354331           },
        {"261122133211Z",          1795354331           },
        {"700101000000Z",          0                    },
        {"491231235959Z",          INT64_C(2524607999)  },
        {"500101000000Z",          -INT64_C(631152000)  },
        {"20240229000000Z",        1709164800           },
        {"20000229000000.0Z",      951782400            },
        {"16010101000000.0Z",      -INT64_C(11644473600)},
        {"00010101000000.0Z",      -INT64_C(62135596800)},
        {"99991231235959.0Z",      INT64_C(253402300799)},
    };
    static const char *const wrong[] = {
        "",
        "20261122133211",
        "20261122133211z",
        "20261122133211.Z",
        "20261122133211.0",
        "20261122133211.0Z ",
        "20261122133211.0ZZ",
        "20261122133211+01",
        "20261122133211+2400",
        "20261122133211+0060",
        "20261122133211.0+01:00",
        "261122133211.0Z",
        "2026112213321Z",
        "202611221332Z0",
        "2026112213Z",
        "20261322133211Z",
        "20260022133211Z",
        "20261131000000Z",
        "20260229000000Z",
        "19000229000000Z",
        "20261100133211Z",
        "20261122243211Z",
        "20261122136011Z",
        "20261122133260Z",
        "00000101000000Z",
        "99991231235959-0001",
        "-0261122133211Z",
    };
    int64_t seconds = 42;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        if (sa_generalized_time_parse(cases[i].text, &seconds) != 0)
            fail_msg("'%s' was refused", cases[i].text);
        if (seconds != cases[i].seconds)
            fail_msg("'%s' was read as %lld", cases[i].text, (long long)seconds);
    }
    seconds = 42;
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_generalized_time_parse(wrong[i], &seconds) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
        assert_true(seconds == 42);
    }
    assert_int_equal(sa_generalized_time_parse(NULL, &seconds), SA_E_INPUT);
}

static void reads_intervals(void **state)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"0",                    0                    },
        {"-36288000000000",      3628800              },
        {"-864000000000",        86400                },
        {"-1",                   1                    },
        {"-10000001",            2                    },
        {"-9223372036854775807", INT64_C(922337203686)},
        {"-9223372036854775808", INT64_MAX            },
    };
    static const char *const wrong[] = {"", "1", "9223372036854775807", "-9223372036854775809",
                                        "x"};
    int64_t seconds = 42;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        assert_int_equal(sa_interval_parse(cases[i].text, &seconds), 0);
        assert_true(seconds == cases[i].seconds);
    }
    for (size_t i = 0; i < SA_COUNT(wrong); i++)
        assert_int_equal(sa_interval_parse(wrong[i], &seconds), SA_E_INPUT);
}

static void names_encryption_types(void **state)
{
    static const struct {
        uint32_t types;
        const char *text;
    } cases[] = {
        {0,          "default of the domain"                              },
        {4,          "RC4"                                                },
        {28,         "RC4, AES128, AES256"                                },
        {3,          "DES-CRC, DES-MD5"                                   },
        {0x38,       "AES128, AES256, AES256-SK"                          },
        {0xf0000,    "FAST, compound identity, claims, no SID compression"},
        {0x80000040, "0x80000040"                                         },
        {0x44,       "RC4, 0x40"                                          },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_buf buf = SA_BUF_INIT(200);

        assert_int_equal(sa_enctypes_add(&buf, cases[i].types), 0);
        assert_string_equal(sa_buf_text(&buf), cases[i].text);
        sa_buf_done(&buf);
    }
}

static void names_functional_levels(void **state)
{
    static const struct {
        int64_t level;
        const char *text;
    } cases[] = {
        {0,         "2000"         },
        {2,         "2003"         },
        {4,         "2008 R2"      },
        {6,         "2012 R2"      },
        {7,         "2016"         },
        {10,        "2025"         },
        {8,         "level 8"      },
        {12,        "level 12"     },
        {-1,        "level -1"     },
        {INT64_MIN, "unknown level"},
        {INT64_MAX, "unknown level"},
    };
    char text[24];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        sa_functional_level_format(cases[i].level, text);
        assert_string_equal(text, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_file_times),        cmocka_unit_test(reads_generalized_times),
        cmocka_unit_test(reads_intervals),         cmocka_unit_test(names_encryption_types),
        cmocka_unit_test(names_functional_levels),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
