/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers, UTF-8, patterns, and text that must not command a terminal.
 *
 * Decoding is tried with every character there is; what must be refused stands in tables, the
 * neighbours of each boundary with it. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/error.h"
#include "syncaudit/text.h"

#include "support/test.h"

static void reads_integers(void **state)
{
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {
        {"0",                                0        },
        {"-0",                               0        },
        {"+7",                               7        },
        {"-7",                               -7       },
        {"0042",                             42       },
        {"9223372036854775807",              INT64_MAX},
        {"-9223372036854775808",             INT64_MIN},
        {"00000000000000000000000000000001", 1        },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t value = 42;

        if (sa_parse_i64(cases[i].text, INT64_MIN, INT64_MAX, &value) != 0)
            fail_msg("'%s' was refused", cases[i].text);
        assert_true(value == cases[i].value);
    }
}

static void refuses_what_is_no_integer(void **state)
{
    static const char *const cases[] = {
        "",
        " ",
        "-",
        "+",
        "--1",
        "+-1",
        " 1",
        "1 ",
        "1x",
        "x1",
        "0x10",
        "1.0",
        "1e3",
        "1,000",
        "\t1",
        "1\n",
        "\xd9\xa1", /* ARABIC-INDIC DIGIT ONE */
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999999",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int64_t value = 42;

        if (sa_parse_i64(cases[i], INT64_MIN, INT64_MAX, &value) != SA_E_INPUT)
            fail_msg("'%s' was accepted", cases[i]);
        assert_true(value == 42);
    }
    assert_int_equal(sa_parse_i64(NULL, 0, 1, &(int64_t){0}), SA_E_INPUT);
}

static void integers_stay_in_range(void **state)
{
    int64_t value = 42;
    uint32_t number = 42;

    (void)state;
    assert_int_equal(sa_parse_i64("-5", -5, 5, &value), 0);
    assert_true(value == -5);
    assert_int_equal(sa_parse_i64("-6", -5, 5, &value), SA_E_INPUT);
    assert_int_equal(sa_parse_i64("6", -5, 5, &value), SA_E_INPUT);
    assert_true(value == -5);

    assert_int_equal(sa_parse_u32("65535", 65535, &number), 0);
    assert_int_equal(number, 65535);
    assert_int_equal(sa_parse_u32("65536", 65535, &number), SA_E_INPUT);
    assert_int_equal(sa_parse_u32("-1", 65535, &number), SA_E_INPUT);
    assert_int_equal(number, 65535);
    assert_int_equal(sa_parse_u32("4294967295", UINT32_MAX, &number), 0);
    assert_true(number == UINT32_MAX);
    assert_int_equal(sa_parse_u32("4294967296", UINT32_MAX, &number), SA_E_INPUT);
}

static void reads_booleans(void **state)
{
    static const char *const trues[] = {"true", "True", "TRUE", "tRuE", "1"};
    static const char *const falses[] = {"false", "False", "FALSE", "0"};
    static const char *const neither[] = {"",      "yes",   "no", "on", "tru", "truee",
                                          " true", "true ", "2",  "-1", "01",  "null"};
    bool value = false;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(trues); i++) {
        value = false;
        assert_int_equal(sa_parse_bool(trues[i], &value), 0);
        assert_true(value);
    }
    for (size_t i = 0; i < SA_COUNT(falses); i++) {
        value = true;
        assert_int_equal(sa_parse_bool(falses[i], &value), 0);
        assert_false(value);
    }
    for (size_t i = 0; i < SA_COUNT(neither); i++) {
        value = true;
        assert_int_equal(sa_parse_bool(neither[i], &value), SA_E_INPUT);
        value = false;
        assert_int_equal(sa_parse_bool(neither[i], &value), SA_E_INPUT);
        assert_false(value);
    }
    assert_int_equal(sa_parse_bool(NULL, &value), SA_E_INPUT);
}

/* Writes a character by the table of RFC 3629, section 3. */
static size_t encode(uint32_t c, unsigned char at[4])
{
    if (c < 0x80) {
        at[0] = (unsigned char)c;
        return 1;
    }
    if (c < 0x800) {
        at[0] = (unsigned char)(0xC0 | c >> 6);
        at[1] = (unsigned char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        at[0] = (unsigned char)(0xE0 | c >> 12);
        at[1] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
        at[2] = (unsigned char)(0x80 | (c & 0x3F));
        return 3;
    }
    at[0] = (unsigned char)(0xF0 | c >> 18);
    at[1] = (unsigned char)(0x80 | (c >> 12 & 0x3F));
    at[2] = (unsigned char)(0x80 | (c >> 6 & 0x3F));
    at[3] = (unsigned char)(0x80 | (c & 0x3F));
    return 4;
}

static void every_character_both_ways(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        unsigned char bytes[4];
        uint32_t decoded = 0xFFFFFFFF;
        size_t len = encode(c, bytes);
        bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
        size_t step = sa_utf8_next(bytes, len, &decoded);
        char put[4];

        if (sa_utf8_put(c, put) != len || memcmp(put, bytes, len) != 0)
            fail_msg("U+%04X was encoded otherwise", c);
        if (step != (is_surrogate ? 0 : len) || (!is_surrogate && decoded != c))
            fail_msg("U+%04X was decoded as %zu bytes, U+%04X", c, step, decoded);
        if (len > 1 && sa_utf8_next(bytes, len - 1, &decoded) != 0)
            fail_msg("U+%04X was accepted without its last byte", c);
    }
}

static void no_other_bytes_decode(void **state)
{
    static const char *const cases[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xFE",
        "\xFF",
        "\xC3(",
        "\xE2\x82(",
        "\xE2(\xAC",
        "\xF8\x88\x80\x80\x80",
    };
    uint32_t character = 42;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        if (sa_utf8_next((const unsigned char *)cases[i], strlen(cases[i]), &character) != 0)
            fail_msg("case %zu was accepted as U+%04X", i, character);
        assert_false(sa_utf8_valid(cases[i], strlen(cases[i])));
    }
    assert_int_equal(character, 42);
    assert_true(sa_utf8_valid("", 0));
    assert_true(sa_utf8_valid("a\0\xC3\xBC\xE2\x82\xAC", 7));
    assert_false(sa_utf8_valid("a\xC3", 2));
    assert_false(sa_utf8_valid("ok\xFFok", 5));
}

static void compares_without_ascii_case(void **state)
{
    (void)state;
    assert_true(sa_text_same("", ""));
    assert_true(sa_text_same("AbC-[Zz", "aBc-[zZ"));
    assert_false(sa_text_same("abc", "abcd"));
    assert_false(sa_text_same("abcd", "abc"));
    assert_false(sa_text_same("@", "`")); /* differ in the bit of letter case, but are no letters */
    assert_false(sa_text_same("[", "{"));
    assert_false(sa_text_same("\u00dc", "\u00fc")); /* not ASCII */
    assert_true(sa_text_same(NULL, NULL));
    assert_false(sa_text_same(NULL, ""));
    assert_false(sa_text_same("", NULL));

    assert_true(sa_text_starts("HKLM:\\x", "hklm:"));
    assert_true(sa_text_starts("a", ""));
    assert_false(sa_text_starts("hk", "hklm"));
    assert_false(sa_text_starts("xhk", "hk"));
    assert_false(sa_text_starts(NULL, "a"));
    assert_false(sa_text_starts("a", NULL));
}

static void patterns(void **state)
{
    static const struct {
        const char *pattern;
        const char *text;
        bool is_match;
    } cases[] = {
        {"",        "",             true },
        {"",        "a",            false},
        {"*",       "",             true },
        {"***",     "abc",          true },
        {"?",       "",             false},
        {"a",       "",             false},
        {"abc",     "ABC",          true },
        {"a*b?",    "axxxbc",       true },
        {"a*b?",    "axxxb",        false},
        {"a*b?",    "ab1",          true },
        {"a*b",     "abcb",         true },
        {"a*b",     "abc",          false},
        {"*.xml",   "Rule.XML",     true },
        {"*.xml",   "rule.xml.bak", false},
        {"a?c",     "abc",          true },
        {"a?c",     "ac",           false},
        {"*ab*cd*", "xxabyyabcdzz", true },
        {"*ab*cd*", "xxcdyyab",     false},
        {"*?",      "",             false},
        {"*?",      "a",            true },
        {"?*?",     "a",            false},
        {"a.c",     "abc",          false},
        {"[a]",     "a",            false},
        {"?",       "\u00fc",       true }, /* one character, two bytes */
        {"??",      "\u00fc",       false},
        {"*??",     "\u00fc",       false},
        {"*?x",     "\u20acx",      true },
        {"?",       "\xff",         true }, /* no character: one byte */
        {"\u00fc*", "\u00fcber",    true },
        {"SVC-*$",  "svc-sync01$",  true },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        if (sa_text_glob(cases[i].pattern, cases[i].text) != cases[i].is_match)
            fail_msg("'%s' against '%s'", cases[i].pattern, cases[i].text);
    }
    assert_false(sa_text_glob(NULL, "a"));
    assert_false(sa_text_glob("a", NULL));
}

/* Trying every star anew would take longer than the universe has existed. */
static void worst_pattern_is_fast(void **state)
{
    char pattern[2 * 100 + 2];
    char *text = malloc(100001);
    int64_t before = sa_time_monotonic_ms();
    bool is_match = false;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < 200; i += 2)
        memcpy(pattern + i, "a*", 2);
    memcpy(pattern + 200, "b", 2);
    memset(text, 'a', 100000);
    text[100000] = '\0';
    is_match = sa_text_glob(pattern, text);
    free(text);
    assert_false(is_match);
    assert_true(sa_time_monotonic_ms() - before < 10000);
}

static void check_visible(const char *text, const char *expected)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(1000);

    assert_int_equal(sa_text_add_visible(&buf, text), 0);
    assert_string_equal(sa_buf_text(&buf), expected);
}

/* NOLINTBEGIN(misc-misleading-bidirectional): they are the subject */
static void terminal_cannot_be_commanded(void **state)
{
    (void)state;
    check_visible(NULL, "");
    check_visible("", "");
    check_visible("plain \\ text ~", "plain \\ text ~");
    check_visible("\u00fc \u20ac \U0001f511", "\u00fc \u20ac \U0001f511");
    check_visible("\033[31mred\033[0m", "\\x1B[31mred\\x1B[0m");
    check_visible("a\nb\rc\td", "a\\x0Ab\\x0Dc\\x09d");
    check_visible("\x7f\b\a", "\\x7F\\x08\\x07");
    check_visible("\xc2\x80\xc2\x9b"
                  "31m\xc2\x9f",
                  "\\u{0080}\\u{009B}31m\\u{009F}"); /* C1: CSI */
    check_visible("\u00a0", "\u00a0");
    check_visible("\x9b"
                  "31m",
                  "\\x9B31m");
    check_visible("\xc0\x9b", "\\xC0\\x9B"); /* overlong ESC */
    check_visible("\xe2\x80", "\\xE2\\x80");
    check_visible("abc\u202egpj.exe", "abc\\u{202E}gpj.exe");
    check_visible("\u061c\u200e\u200f", "\\u{061C}\\u{200E}\\u{200F}");
    check_visible("\u202a\u202b\u202c\u202d\u202e",
                  "\\u{202A}\\u{202B}\\u{202C}\\u{202D}\\u{202E}");
    check_visible("\u2066\u2067\u2068\u2069", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}");
    check_visible("\u2065\u206a\u2029\u202f", "\u2065\u206a\u2029\u202f"); /* the neighbours */
}
/* NOLINTEND(misc-misleading-bidirectional) */

static void visible_text_is_whole_or_absent(void **state)
{
    static const char expected[] = "> ab\\x1Bcd\\x01";
    SA_CLEANUP(sa_buf_done) struct sa_buf exact = SA_BUF_INIT(sizeof expected - 1);

    (void)state;
    for (size_t limit = 2; limit < sizeof expected - 1; limit++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(limit);

        sa_buf_add_text(&buf, "> ");
        assert_int_equal(sa_text_add_visible(&buf, "ab\033cd\001"), SA_E_LIMIT);
        assert_int_equal(sa_text_add_visible(&buf, ""), SA_E_LIMIT);
        assert_string_equal(sa_buf_text(&buf), "> ");
    }
    sa_buf_add_text(&exact, "> ");
    assert_int_equal(sa_text_add_visible(&exact, "ab\033cd\001"), 0);
    assert_string_equal(sa_buf_text(&exact), expected);
}

static void nearest_word(void **state)
{
    static const char *const list[] = {"audit", "report", "checks",  "diff",
                                       "query", "plan",   "explain", NULL};
    static const char *const empty[] = {NULL};
    static const struct {
        const char *word;
        const char *nearest;
    } cases[] = {
        {"audit",   "audit"  },
        {"AUDIT",   "audit"  },
        {"audti",   "audit"  }, /* two swapped */
        {"adit",    "audit"  },
        {"auditt",  "audit"  },
        {"audot",   "audit"  },
        {"reprot",  "report" },
        {"check",   "checks" },
        {"chekcs",  "checks" },
        {"dif",     "diff"   },
        {"querry",  "query"  },
        {"plna",    "plan"   },
        {"explian", "explain"},
        {"xyz",     NULL     },
        {"",        NULL     },
        {"a",       NULL     },
        {"paln",    "plan"   },
        {"rpeotr",  "report" },
        {"aduti",   NULL     },
        {"scan",    NULL     },
    };
    char longest[200];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const char *nearest = sa_text_nearest(cases[i].word, list);

        if (nearest == NULL || cases[i].nearest == NULL ? nearest != cases[i].nearest
                                                        : strcmp(nearest, cases[i].nearest) != 0)
            fail_msg("'%s' gave '%s'", cases[i].word, nearest != NULL ? nearest : "nothing");
    }
    assert_null(sa_text_nearest("audit", empty));
    assert_null(sa_text_nearest(NULL, list));
    memset(longest, 'a', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_null(sa_text_nearest(longest, list));
    longest[64] = '\0';
    assert_ptr_equal(sa_text_nearest(longest, (const char *const[]){"b", longest, NULL}), longest);
    longest[64] = 'a'; /* too long an entry is passed over */
    assert_string_equal(sa_text_nearest("bbb", (const char *const[]){longest, "bbb", NULL}), "bbb");
}

static void of_two_words_the_nearer_one(void **state)
{
    static const char *const list[] = {"timeouts", "timeout", "timer", NULL};

    (void)state;
    assert_ptr_equal(sa_text_nearest("timeout", list), list[1]);
    assert_ptr_equal(sa_text_nearest("timeoutss", list), list[0]);
    assert_ptr_equal(sa_text_nearest("time", list), list[2]);
}

static void names_of_dns(void **state)
{
    static const char label[] = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz01234567890";
    static const char *const good[] = {"a", "dc1.fabrikam.example", "A-1_b.c", "10.0.0.1", "x--y"};
    static const char *const bad[] = {"",    ".",   "a.",  ".a",   "a..b",    "-a",
                                      "a b", "a/b", "a:1", "a\tb", "\xc3\xa4"};
    char name[320];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good); i++)
        assert_true(sa_is_dns_name(good[i]));
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_false(sa_is_dns_name(bad[i]));
    assert_true(sa_is_dns_name(label));
    (void)snprintf(name, sizeof name, "%sx", label);
    assert_false(sa_is_dns_name(name));
    (void)snprintf(name, sizeof name, "%.63s.%.63s.%.63s.%.61s", label, label, label, label);
    assert_int_equal(strlen(name), 253);
    assert_true(sa_is_dns_name(name));
    (void)snprintf(name, sizeof name, "%.63s.%.63s.%.63s.%.62s", label, label, label, label);
    assert_false(sa_is_dns_name(name));
}

static void clips_between_characters(void **state)
{
    static const struct {
        const char *text, *expected;
        size_t size;
    } cases[] = {
        {"",                                     "",                          4},
        {"abc",                                  "abc",                       4},
        {"abcd",                                 "...",                       4},
        {"abcdefgh",                             "abcd...",                   8},
        {"\xE6\x96\x87\xE6\x96\x87\xE6\x96\x87", "\xE6\x96\x87...",           9},
        {"a\xE6\x96\x87\xE6\x96\x87",            "a\xE6\x96\x87\xE6\x96\x87", 8},
        {"a\xE6\x96\x87\xE6\x96\x87",            "a...",                      7},
        {"\x80\x80\x80\x80\x80\x80\x80\x80",     "\x80...",                   8},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char got[16];

        memset(got, 'z', sizeof got);
        sa_text_clip(cases[i].text, got, cases[i].size);
        assert_string_equal(got, cases[i].expected);
        assert_int_equal(got[cases[i].size], 'z');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_integers),
        cmocka_unit_test(refuses_what_is_no_integer),
        cmocka_unit_test(integers_stay_in_range),
        cmocka_unit_test(reads_booleans),
        cmocka_unit_test(every_character_both_ways),
        cmocka_unit_test(no_other_bytes_decode),
        cmocka_unit_test(compares_without_ascii_case),
        cmocka_unit_test(patterns),
        cmocka_unit_test(worst_pattern_is_fast),
        cmocka_unit_test(clips_between_characters),
        cmocka_unit_test(terminal_cannot_be_commanded),
        cmocka_unit_test(visible_text_is_whole_or_absent),
        cmocka_unit_test(nearest_word),
        cmocka_unit_test(of_two_words_the_nearer_one),
        cmocka_unit_test(names_of_dns),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
