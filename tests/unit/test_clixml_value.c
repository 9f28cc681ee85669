/* SPDX-License-Identifier: Apache-2.0 */
/* Every primitive type of CLIXML: what it may hold, to its bounds, and what is none of it. */
#include <math.h>

#include "clixml_support.h"

static void test_texts(void **state)
{
    static const struct {
        const char *xml;
        enum sa_clixml_type type;
        const char *text;
    } cases[] = {
        {"<S>plain</S>",                                           SA_CLIXML_STRING,   "plain"                       },
        {"<S/>",                                                   SA_CLIXML_STRING,   ""                            },
        {"<S> \t kept\n </S>",                                     SA_CLIXML_STRING,   " \t kept\n "                 },
        {"<S>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;</S>",            SA_CLIXML_STRING,   "<&>\"'AB"                    },
        {"<S><![CDATA[<raw>]]> and not</S>",                       SA_CLIXML_STRING,   "<raw> and not"               },
        {"<S>a<!-- no -->b</S>",                                   SA_CLIXML_STRING,   "ab"                          },
        {"<S>_x000D__x000A_</S>",                                  SA_CLIXML_STRING,   "\r\n"                        },
        {"<S>_X0041__x0061_</S>",                                  SA_CLIXML_STRING,   "Aa"                          },
        {"<S>_x005F_x000A_</S>",                                   SA_CLIXML_STRING,   "_x000A_"                     },
        {"<S>_x00e4_</S>",                                         SA_CLIXML_STRING,   "\xC3\xA4"                    },
        {"<S>_xD83D__xDE00_</S>",                                  SA_CLIXML_STRING,   "\xF0\x9F\x98\x80"            },
        {"<S>_xD83D_</S>",                                         SA_CLIXML_STRING,   "\xEF\xBF\xBD"                },
        {"<S>_xDE00__xD83D_</S>",                                  SA_CLIXML_STRING,   "\xEF\xBF\xBD\xEF\xBF\xBD"    },
        {"<S>_xD83D__xD83D__xDE00_</S>",                           SA_CLIXML_STRING,   "\xEF\xBF\xBD\xF0\x9F\x98\x80"},
        {"<S>_xD83D_x_xDE00_</S>",                                 SA_CLIXML_STRING,   "\xEF\xBF\xBDx\xEF\xBF\xBD"   },
        {"<S>_xD83D_ _xDE00_</S>",                                 SA_CLIXML_STRING,   "\xEF\xBF\xBD \xEF\xBF\xBD"   },
        {"<S>a_x0000_b</S>",                                       SA_CLIXML_STRING,
         "a\xEF\xBF\xBD"
         "b"                                                                                                         },
        {"<S>_x0001F600_</S>",                                     SA_CLIXML_STRING,   "\xF0\x9F\x98\x80"            },
        {"<S>_x00000041_</S>",                                     SA_CLIXML_STRING,   "_x00000041_"                 },
        {"<S>_x00110000_</S>",                                     SA_CLIXML_STRING,   "_x00110000_"                 },
        {"<S>_x004_ _x00041_ _x004G_ _x0041 __x0041_</S>",         SA_CLIXML_STRING,
         "_x004_ _x00041_ _x004G_ _x0041 _A"                                                                         },
        {"<S>_</S>",                                               SA_CLIXML_STRING,   "_"                           },
        {"<S>_x</S>",                                              SA_CLIXML_STRING,   "_x"                          },
        {"<S>_x0041</S>",                                          SA_CLIXML_STRING,   "_x0041"                      },
        {"<S>&#xFFFF;\xEF\xBF\xBE&#xFFFE;</S>",                    SA_CLIXML_STRING,
         "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"                                                                      },
        {"<S>\xF0\x9F\x98\x80</S>",                                SA_CLIXML_STRING,   "\xF0\x9F\x98\x80"            },
        {"<C>97</C>",                                              SA_CLIXML_CHAR,     "a"                           },
        {"<C> 8364 </C>",                                          SA_CLIXML_CHAR,     "\xE2\x82\xAC"                },
        {"<C>0</C>",                                               SA_CLIXML_CHAR,     "\xEF\xBF\xBD"                },
        {"<C>55357</C>",                                           SA_CLIXML_CHAR,     "\xEF\xBF\xBD"                },
        {"<D>-12.50</D>",                                          SA_CLIXML_DECIMAL,  "-12.50"                      },
        {"<D>79228162514264337593543950335</D>",                   SA_CLIXML_DECIMAL,
         "79228162514264337593543950335"                                                                             },
        {"<D>0.0000000000000000000000000001</D>",                  SA_CLIXML_DECIMAL,
         "0.0000000000000000000000000001"                                                                            },
        {"<G>FC65DDD8-D6EF-4962-83d5-6e5cfe9ce148</G>",            SA_CLIXML_GUID,
         "fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148"                                                                      },
        {"<URI>http://a/_x0020_</URI>",                            SA_CLIXML_URI,      "http://a/ "                  },
        {"<Version>2.3</Version>",                                 SA_CLIXML_VERSION,  "2.3"                         },
        {"<Version>5.1.17763.1</Version>",                         SA_CLIXML_VERSION,  "5.1.17763.1"                 },
        {"<SemanticVersion>7.4.1-preview.2+a</SemanticVersion>",   SA_CLIXML_VERSION,
         "7.4.1-preview.2+a"                                                                                         },
        {"<XD>&lt;a&gt;_x000A_</XD>",                              SA_CLIXML_XML,      "<a>\n"                       },
        {"<SBK>{ 1 }</SBK>",                                       SA_CLIXML_SCRIPT,   "{ 1 }"                       },
        {"<SS>01000000d08c9ddf</SS>",                              SA_CLIXML_SECURE,   ""                            },
        {"<Nil/>",                                                 SA_CLIXML_NULL,     ""                            },
        {"<BA>YWJj</BA>",                                          SA_CLIXML_BYTES,    "abc"                         },
        {"<BA/>",                                                  SA_CLIXML_BYTES,    ""                            },
        {"<PR><AV>Loading_x000A_</AV><AI>0</AI><Nil/><New/></PR>", SA_CLIXML_PROGRESS, "Loading\n"                   },
        {"<PR/>",                                                  SA_CLIXML_PROGRESS, ""                            },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct read read;
        const struct sa_clixml_value *value = read_good(&read, cases[i].xml);

        if (value->type != cases[i].type || strcmp(value->text, cases[i].text) != 0 ||
            value->len != strlen(cases[i].text))
            fail_msg("%s: type %d, '%s'", cases[i].xml, value->type, value->text);
        assert_string_equal(value->stream, "");
        done(&read);
    }
}

static void test_bytes(void **state)
{
    struct read read;
    const struct sa_clixml_value *value = read_good(&read, "<BA>AAEC\nAw==</BA>");

    (void)state;
    assert_int_equal(value->len, 4);
    assert_memory_equal(value->text, "\0\1\2\3", 5);
    assert_null(sa_clixml_text(value));
    done(&read);
}

static void test_whole_numbers(void **state)
{
    static const struct {
        const char *xml;
        int64_t value;
    } cases[] = {
        {"<SB>-128</SB>",                   -128      },
        {"<SB>127</SB>",                    127       },
        {"<I16>-32768</I16>",               -32768    },
        {"<I16>32767</I16>",                32767     },
        {"<I32>-2147483648</I32>",          INT32_MIN },
        {"<I32>+2147483647</I32>",          INT32_MAX },
        {"<I32>\n 007 </I32>",              7         },
        {"<I32>-0</I32>",                   0         },
        {"<I64>-9223372036854775808</I64>", INT64_MIN },
        {"<I64>9223372036854775807</I64>",  INT64_MAX },
        {"<By>255</By>",                    255       },
        {"<By>0</By>",                      0         },
        {"<U16>65535</U16>",                65535     },
        {"<U32>4294967295</U32>",           UINT32_MAX},
        {"<U64>9223372036854775807</U64>",  INT64_MAX },
    };
    struct read read;
    int64_t number = 0;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct sa_clixml_value *value = read_good(&read, cases[i].xml);

        if (!sa_clixml_integer(value, &number) || number != cases[i].value)
            fail_msg("%s: %lld", cases[i].xml, (long long)number);
        assert_null(sa_clixml_text(value));
        done(&read);
    }
    /* A number that no int64_t holds. */
    number = 42;
    assert_true(read_good(&read, "<U64>18446744073709551615</U64>")->natural == UINT64_MAX);
    assert_false(sa_clixml_integer(read.items[0], &number));
    assert_int_equal(number, 42);
    done(&read);
}

static void test_real_numbers(void **state)
{
    static const struct {
        const char *xml;
        double value;
    } cases[] = {
        {"<Db>1.5</Db>",                     1.5                    },
        {"<Db>-1.5E-10</Db>",                -1.5e-10               },
        {"<Db>1E+20</Db>",                   1e20                   },
        {"<Db>.5</Db>",                      0.5                    },
        {"<Db>5.</Db>",                      5                      },
        {"<Db>INF</Db>",                     (double)INFINITY       },
        {"<Db>-INF</Db>",                    (double)-INFINITY      },
        {"<Sg>0.5</Sg>",                     0.5                    },
        {"<Sg>3.40282347E+38</Sg>",          (double)3.40282347E+38F},
        {"<Db>1.7976931348623157E+308</Db>", 1.7976931348623157E+308},
    };
    struct read read;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        double difference = read_good(&read, cases[i].xml)->real - cases[i].value;

        if (difference > 0 || difference < 0)
            fail_msg("%s: %g", cases[i].xml, read.items[0]->real);
        assert_int_equal(read.items[0]->type, SA_CLIXML_DOUBLE);
        done(&read);
    }
    assert_true(isnan(read_good(&read, "<Db>NaN</Db>")->real));
    done(&read);
}

static void test_booleans(void **state)
{
    struct read read;
    bool truth = false;

    (void)state;
    assert_true(sa_clixml_bool(read_good(&read, "<B>true</B>"), &truth) && truth);
    done(&read);
    assert_true(sa_clixml_bool(read_good(&read, "<B> 0 </B>"), &truth) && !truth);
    done(&read);
    assert_false(sa_clixml_bool(read_good(&read, "<S>true</S>"), &truth));
    done(&read);
    assert_false(sa_clixml_bool(NULL, &truth));
}

static void test_dates(void **state)
{
    static const struct {
        const char *xml, *text;
        bool utc;
    } cases[] = {
        {"<DT>2026-11-23T08:15:30Z</DT>",              "2026-11-23T08:15:30Z", true },
        {"<DT>2026-11-23T08:15:30.9999999Z</DT>",      "2026-11-23T08:15:30Z", true },
        {"<DT>2018-06-13T23:45:29.4583203+00:00</DT>", "2018-06-13T23:45:29Z", true },
        {"<DT>2021-10-06T15:44:43.1-07:00</DT>",       "2021-10-06T22:44:43Z", true },
        {"<DT>2026-01-01T00:30:00+05:45</DT>",         "2025-12-31T18:45:00Z", true },
        {"<DT>2024-02-29T12:00:00</DT>",               "2024-02-29T12:00:00",  false},
        {"<DT>0001-01-01T00:00:00</DT>",               "0001-01-01T00:00:00",  false},
        {"<DT>0001-01-01T00:00:00+14:00</DT>",         "0001-01-01T00:00:00Z", true },
        {"<DT>9999-12-31T23:59:59.9999999-08:00</DT>", "9999-12-31T23:59:59Z", true },
        {"<DT>\n9999-12-31T23:59:59.9999999\n</DT>",   "9999-12-31T23:59:59",  false},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct read read;
        const struct sa_clixml_value *value = read_good(&read, cases[i].xml);

        if (strcmp(value->text, cases[i].text) != 0 || value->utc != cases[i].utc ||
            value->len != strlen(value->text))
            fail_msg("%s: '%s' %d", cases[i].xml, value->text, value->utc);
        done(&read);
    }
}

static void test_time_spans(void **state)
{
    static const struct {
        const char *xml;
        int64_t ticks;
    } cases[] = {
        {"<TS>PT0S</TS>",                        0                       },
        {"<TS>PT30M</TS>",                       INT64_C(18000000000)    },
        {"<TS>PT1.5S</TS>",                      15000000                },
        {"<TS>PT0.0000001S</TS>",                1                       },
        {"<TS>-PT1S</TS>",                       -10000000               },
        {"<TS>P1D</TS>",                         INT64_C(864000000000)   },
        {"<TS>P1DT2H3M4.5S</TS>",                INT64_C(937845000000)   },
        {"<TS>P1Y</TS>",                         INT64_C(315360000000000)},
        {"<TS>P1M</TS>",                         INT64_C(25920000000000) },
        {"<TS>P10675199DT2H48M5.4775807S</TS>",  INT64_MAX               },
        {"<TS>-P10675199DT2H48M5.4775808S</TS>", INT64_MIN               },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct read read;
        const struct sa_clixml_value *value = read_good(&read, cases[i].xml);

        if (value->integer != cases[i].ticks || value->type != SA_CLIXML_TIMESPAN)
            fail_msg("%s: %lld", cases[i].xml, (long long)value->integer);
        done(&read);
    }
}

static const char *const none_of_its_type[] = {
    "<B>yes</B>",
    "<B></B>",
    "<B>2</B>",
    "<B>true false</B>",
    "<I32/>",
    "<I32> </I32>",
    "<I32>1 2</I32>",
    "<I32>1.0</I32>",
    "<I32>0x10</I32>",
    "<I32>1e3</I32>",
    "<I32>-</I32>",
    "<I32>--1</I32>",
    "<I32>2147483648</I32>",
    "<I32>-2147483649</I32>",
    "<I64>9223372036854775808</I64>",
    "<I64>-9223372036854775809</I64>",
    "<I64>99999999999999999999999</I64>",
    "<SB>128</SB>",
    "<SB>-129</SB>",
    "<I16>32768</I16>",
    "<By>256</By>",
    "<By>-1</By>",
    "<U16>65536</U16>",
    "<U32>4294967296</U32>",
    "<U32>-5</U32>",
    "<U64>18446744073709551616</U64>",
    "<I32>\u00A01</I32>",
    "<I32>1_x0030_</I32>",
    "<C>a</C>",
    "<C>65536</C>",
    "<C>-1</C>",
    "<C/>",
    "<Db>1,5</Db>",
    "<Db>1.5.2</Db>",
    "<Db>E5</Db>",
    "<Db>1E</Db>",
    "<Db>inf</Db>",
    "<Db>infinity</Db>",
    "<Db>nan</Db>",
    "<Db>0x1p3</Db>",
    "<Db>1E400</Db>",
    "<Db/>",
    "<Db>.</Db>",
    "<Sg>1E39</Sg>",
    "<Db>+INF</Db>",
    "<D>1E5</D>",
    "<D>NaN</D>",
    "<D/>",
    "<D>123456789012345678901234567890</D>",
    "<DT>2026-11-23</DT>",
    "<DT>2026-11-23 08:15:30</DT>",
    "<DT>2026-02-30T00:00:00Z</DT>",
    "<DT>2026-11-23T24:00:00Z</DT>",
    "<DT>2026-11-23T08:15:60Z</DT>",
    "<DT>2026-11-23T08:15:30.Z</DT>",
    "<DT>2026-11-23T08:15:30.12345678Z</DT>",
    "<DT>2026-11-23T08:15:30+15:00</DT>",
    "<DT>2026-11-23T08:15:30+1:00</DT>",
    "<DT>2026-11-23T08:15:30+01:60</DT>",
    "<DT>2026-11-23T08:15:30z</DT>",
    "<DT>0000-12-31T00:00:00Z</DT>",
    "<DT>10000-01-01T00:00:00Z</DT>",
    "<DT/>",
    "<DT>2026-11-23T08:15:3\xC3\xA4</DT>",
    "<DT>2026-11-23T08:15:30ZZ</DT>",
    "<TS>P</TS>",
    "<TS>PT</TS>",
    "<TS>P1DT</TS>",
    "<TS>1D</TS>",
    "<TS>P1</TS>",
    "<TS>P1S</TS>",
    "<TS>PT1D</TS>",
    "<TS>P1.5D</TS>",
    "<TS>PT1.5H</TS>",
    "<TS>PT1S1S</TS>",
    "<TS>PT1M1H</TS>",
    "<TS>PT1.S</TS>",
    "<TS>PT.5S</TS>",
    "<TS>PT1.12345678S</TS>",
    "<TS>--PT1S</TS>",
    "<TS>P10675199DT2H48M5.4775808S</TS>",
    "<TS>-P10675199DT2H48M5.4775809S</TS>",
    "<TS>P99999999999999999999D</TS>",
    "<TS>01:00:00</TS>",
    "<TS/>",
    "<BA>YW=Jj</BA>",
    "<BA>Y</BA>",
    "<BA>!</BA>",
    "<G>fc65ddd8</G>",
    "<G>{fc65ddd8-d6ef-4962-83d5-6e5cfe9ce148}</G>",
    "<G>fc65ddd8-d6ef-4962-83d5-6e5cfe9ce14g</G>",
    "<G>fc65ddd8xd6ef-4962-83d5-6e5cfe9ce148</G>",
    "<G>fc65ddd8-d6ef-4962-83d5-6e5cfe9ce1481</G>",
    "<G/>",
    "<Version>5</Version>",
    "<Version>1.2.3.4.5</Version>",
    "<Version>1.</Version>",
    "<Version>.1</Version>",
    "<Version>1..2</Version>",
    "<Version>1.a</Version>",
    "<Version>12345678901.0</Version>",
    "<Version/>",
    "<SemanticVersion>v7</SemanticVersion>",
    "<SemanticVersion>7 1</SemanticVersion>",
    "<S>a<B>true</B></S>",
    "<I32><a/>1</I32>",
    "<PR>text</PR>",
    "<SS><S/></SS>",
};

static void test_none_of_its_type(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(none_of_its_type); i++) {
        struct read read;

        if (read_text(&read, none_of_its_type[i]) != SA_E_PROTOCOL)
            fail_msg("'%s' is taken", none_of_its_type[i]);
        assert_int_equal(read.count, 0);
        assert_true(read.err.message[0] != '\0');
        done(&read);
    }
}

/* What is quoted of a bad value is short, and cannot command a terminal. */
static void test_messages(void **state)
{
    struct read read;

    (void)state;
    assert_int_equal(read_text(&read, "<I32>1\xC2\x9B"
                                      "2</I32>"),
                     SA_E_PROTOCOL);
    assert_string_equal(read.err.message, "'1\\u{009B}2' is no value of type I32");
    done(&read);
    assert_int_equal(read_text(&read, "<B>12345678901234567890123456789012345678901234567890</B>"),
                     SA_E_PROTOCOL);
    assert_string_equal(read.err.message,
                        "'1234567890123456789012345678901234567890...' is no value of type B");
    done(&read);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),         cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_whole_numbers), cmocka_unit_test(test_real_numbers),
        cmocka_unit_test(test_booleans),      cmocka_unit_test(test_dates),
        cmocka_unit_test(test_time_spans),    cmocka_unit_test(test_none_of_its_type),
        cmocka_unit_test(test_messages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
