/* SPDX-License-Identifier: Apache-2.0 */
/* Escaping, context by context: what must change, what must not, and that invalid bytes never get
 * through. */
#include <string.h>

#include "../../reports/report_internal.h"
#include "support/test.h"

/* NOLINTBEGIN(misc-misleading-bidirectional): some texts are meant to mislead */

struct pair {
    const char *given, *wanted;
};

static const char *text_of(struct sa_buf *buf, const char *given)
{
    sa_buf_clear(buf);
    sa_escape_text(buf, given, strlen(given));
    return sa_buf_text(buf);
}

static void text_becomes_data(void **state)
{
    static const struct pair pairs[] = {
        {"",                                                 ""                                        },
        {"plain",                                            "plain"                                   },
        {"<b>&\"'",                                          "&lt;b&gt;&amp;\"'"                       },
        {"]]>",                                              "]]&gt;"                                  },
        {"&amp;",                                            "&amp;amp;"                               },
        {"two\nlines\tand a tab",                            "two\nlines\tand a tab"                   },
        {"a\r\nb",                                           "a\nb"                                    },
        {"a\rb",                                             "a\xEF\xBF\xBD"
                 "b"                                                                   },
        {"a\r",                                              "a\xEF\xBF\xBD"                           },
        {"\x01\x1B[31m\x7F",                                 "\xEF\xBF\xBD\xEF\xBF\xBD[31m\xEF\xBF\xBD"},
        {"\xC2\x80\xC2\x9F\xC2\xA0",                         "\xEF\xBF\xBD\xEF\xBF\xBD\xC2\xA0"        },
        {"Z\xC3\xBCrich",                                    "Z\xC3\xBCrich"                           },
        {"\xC3",                                             "\xEF\xBF\xBD"                            },
        {"\xFF<",                                            "\xEF\xBF\xBD&lt;"                        },
        {"\xE2\x82<",                                        "\xEF\xBF\xBD\xEF\xBF\xBD&lt;"            },
        {"\xC0\xBC",                                         "\xEF\xBF\xBD\xEF\xBF\xBD"                },
        {"\xED\xA0\x80",                                     "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"    },
        {"\xEF\xBF\xBE|\xEF\xB7\x90|\xF0\x9F\xBF\xBF",       "\xEF\xBF\xBD|\xEF\xBF\xBD|\xEF\xBF\xBD"  },
        {"\xEF\xBF\xBD",                                     "\xEF\xBF\xBD"                            },
        {"a\xE2\x80\xAEgpj.exe",                             "a[U+202E]gpj.exe"                        },
        {"\xE2\x80\xAA\xE2\x80\xAB\xE2\x80\xAC\xE2\x80\xAD", "[U+202A][U+202B][U+202C][U+202D]"        },
        {"\xE2\x81\xA6\xE2\x81\xA7\xE2\x81\xA8\xE2\x81\xA9", "[U+2066][U+2067][U+2068][U+2069]"        },
        {"\xD8\x9C\xE2\x80\x8E\xE2\x80\x8F",                 "[U+061C][U+200E][U+200F]"                },
        {"\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD",                 "[U+200B][U+FEFF][U+00AD]"                },
        {"\xF3\xA0\x81\x81",                                 "[U+E0041]"                               },
        {"\xD7\xA9\xD7\x9C",                                 "\xD7\xA9\xD7\x9C"                        },
        {"\xF0\x9F\x92\xA9",                                 "\xF0\x9F\x92\xA9"                        },
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(pairs); i++)
        assert_string_equal(text_of(&buf, pairs[i].given), pairs[i].wanted);
}

static void a_text_of_given_length_ends_there(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);

    (void)state;
    sa_escape_text(&buf, "ab<cd", 2);
    assert_string_equal(sa_buf_text(&buf), "ab");
    sa_buf_clear(&buf);
    sa_escape_text(&buf, "\xC3\xBC", 1); /* half a character */
    assert_string_equal(sa_buf_text(&buf), "\xEF\xBF\xBD");
    sa_buf_clear(&buf);
    sa_escape_text(&buf, "\r\n", 1);
    assert_string_equal(sa_buf_text(&buf), "\xEF\xBF\xBD");
}

static void attributes_keep_their_quotes(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);
    const char *given = "\" onload='x'\n\t<&>";

    (void)state;
    sa_escape_attribute(&buf, given, strlen(given));
    assert_string_equal(sa_buf_text(&buf), "&quot; onload=&#39;x&#39;&#10;&#9;&lt;&amp;&gt;");
}

static const char *slug_of(struct sa_buf *buf, const char *given)
{
    sa_buf_clear(buf);
    sa_escape_slug(buf, given);
    return sa_buf_text(buf);
}

static void slugs_are_anchors(void **state)
{
    static const char *const others[] = {"",    " ",      "a b",  "a  b", "a<b", "a\"b",
                                         "a~b", "a\377b", "\x01", "a/b",  "a;b", "A b"};
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);
    char seen[SA_COUNT(others)][80];
    char longest[66];

    (void)state;
    assert_string_equal(slug_of(&buf, "SYNC01"), "SYNC01");
    assert_string_equal(slug_of(&buf, "sync-01.corp_x.example"), "sync-01.corp_x.example");
    for (size_t i = 0; i < SA_COUNT(others); i++) {
        (void)snprintf(seen[i], sizeof seen[i], "%s", slug_of(&buf, others[i]));
        assert_non_null(strchr(seen[i], '~'));
        assert_int_equal(strspn(seen[i], "abcdefABCDEF0123456789~"), strlen(seen[i]));
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(seen[i], seen[j]);
    }
    memset(longest, 'x', sizeof longest);
    longest[65] = '\0';
    assert_true(strlen(slug_of(&buf, longest)) <= 64);
    longest[64] = '\0';
    assert_string_equal(slug_of(&buf, longest), longest);
}

static void only_web_addresses_are_links(void **state)
{
    static const char *const refused[] = {"",
                                          "javascript:alert(1)",
                                          "JaVaScRiPt:alert(1)",
                                          "data:text/html,x",
                                          "//host",
                                          "https://",
                                          "https:///path",
                                          " https://a",
                                          "ftp://a",
                                          "file:///etc",
                                          "https:a",
                                          "http//a",
                                          "\thttps://a",
                                          "https://\"",
                                          "vbscript:x"};
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(refused); i++) {
        assert_false(sa_url_is_allowed(refused[i]));
        sa_escape_url(&buf, refused[i]);
        assert_string_equal(sa_buf_text(&buf), "");
    }
    assert_true(sa_url_is_allowed("http://a"));
    assert_true(sa_url_is_allowed("HTTPS://a"));
    sa_escape_url(&buf, "https://a.example/p?q=1&r=%20#x\"><\xC3\xBC '");
    assert_string_equal(sa_buf_text(&buf),
                        "https://a.example/p?q=1&amp;r=%20#x%22%3E%3C%C3%BC%20%27");
}

static void json_strings_are_exact(void **state)
{
    static const struct pair pairs[] = {
        {"",                         "\"\""                                                 },
        {"a\"b\\c/",                 "\"a\\\"b\\\\c/\""                                     },
        {"\n\t\r\x01\x1F\x7F",       "\"\\n\\t\\u000d\\u0001\\u001f\\u007f\""               },
        {"\xE2\x80\xAE\xE2\x80\xA8", "\"\\u202e\\u2028\""                                   },
        {"\xF3\xA0\x81\x81",         "\"\\udb40\\udc41\""                                   },
        {"\xF0\x9F\x92\xA9",         "\"\xF0\x9F\x92\xA9\""                                 },
        {"\xFF|\xED\xA0\x80",        "\"\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"</script>",                "\"</script>\""                                        },
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(pairs); i++) {
        sa_buf_clear(&buf);
        sa_escape_json(&buf, pairs[i].given);
        assert_string_equal(sa_buf_text(&buf), pairs[i].wanted);
    }
}

static void csv_fields_are_quoted_and_guarded(void **state)
{
    static const struct {
        const char *given, *guarded, *raw;
    } rows[] = {
        {"",               "\"\"",                "\"\""              },
        {"a",              "\"a\"",               "\"a\""             },
        {"a\"b",           "\"a\"\"b\"",          "\"a\"\"b\""        },
        {"=1",             "\"'=1\"",             "\"=1\""            },
        {"+1",             "\"'+1\"",             "\"+1\""            },
        {"-1",             "\"'-1\"",             "\"-1\""            },
        {"@A",             "\"'@A\"",             "\"@A\""            },
        {"\t=1",           "\"'\t=1\"",           "\"\t=1\""          },
        {"\r=1",           "\"'\r=1\"",           "\"\r=1\""          },
        {"\n=1",           "\"'\n=1\"",           "\"\n=1\""          },
        {"\xEF\xBC\x9D"
         "1",     "\"'\xEF\xBC\x9D"
         "1\"",             "\"\xEF\xBC\x9D"
         "1\""                   },
        {"1=1",            "\"1=1\"",             "\"1=1\""           },
        {"'=1",            "\"'=1\"",             "\"'=1\""           },
        {"a\r\nb,c",       "\"a\r\nb,c\"",        "\"a\r\nb,c\""      },
        {"\x1B[0m",        "\"\xEF\xBF\xBD[0m\"", "\"\x1B[0m\""       },
        {"\xE2\x80\xAEx",  "\"[U+202E]x\"",       "\"\xE2\x80\xAEx\"" },
        {"\xEF\xBB\xBF=1", "\"[U+FEFF]=1\"",      "\"\xEF\xBB\xBF=1\""},
        {"\xFFx",          "\"\xEF\xBF\xBDx\"",   "\"\xEF\xBF\xBDx\"" },
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        sa_buf_clear(&buf);
        sa_escape_csv(&buf, rows[i].given, /* raw= */ false);
        assert_string_equal(sa_buf_text(&buf), rows[i].guarded);
        sa_buf_clear(&buf);
        sa_escape_csv(&buf, rows[i].given, /* raw= */ true);
        assert_string_equal(sa_buf_text(&buf), rows[i].raw);
    }
}

static void the_writer_escapes_by_place(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);
    struct sa_html html = {.out = &buf};
    const char *volatile nothing = NULL;

    (void)state;
    sa_html_put(&html, "<p class=\"a\" title=\"%s\">%s</p>", "\"'<", "\"'<");
    assert_string_equal(sa_buf_text(&buf), "<p class=\"a\" title=\"&quot;&#39;&lt;\">\"'&lt;</p>");
    sa_buf_clear(&buf);
    sa_html_put(&html, "<i id=\"%s\"/><a href=\"#%s\" href=\"%s\" for=\"%s\">", "a b\"", "x y",
                "javascript:x", "q'r");
    assert_string_equal(sa_buf_text(&buf),
                        "<i id=\"a-b-\"/><a href=\"#x-y\" href=\"\" for=\"q-r\">");
    sa_buf_clear(&buf);
    sa_html_put(&html, "<a class");
    sa_html_put(&html, "=\"");
    sa_html_put(&html, "%s", "\"");
    sa_html_put(&html, "\" aria-labelledby=\"%s %s\">", "1 2", "3");
    assert_string_equal(sa_buf_text(&buf), "<a class=\"&quot;\" aria-labelledby=\"1-2 3\">");
    sa_buf_clear(&buf);
    sa_html_put(&html, "%.*s|%d|%zu|%lld|%%", 2, "<bc", -1, (size_t)2, 3LL);
    assert_string_equal(sa_buf_text(&buf), "&lt;b|-1|2|3|%");
    sa_buf_clear(&buf);
    sa_html_put(&html, "%s", nothing);
    assert_string_equal(sa_buf_text(&buf), "");
}

static void anchors_are_claimed_once(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);
    struct sa_html html = {.out = &buf, .arena = SA_ARENA_INIT((size_t)1 << 24)};
    char name[32];

    (void)state;
    assert_string_equal(sa_html_claim(&html, "a"), "a");
    assert_string_equal(sa_html_claim(&html, "a"), "a-2");
    assert_string_equal(sa_html_claim(&html, "a-2"), "a-2-2");
    assert_string_equal(sa_html_claim(&html, "a"), "a-3");
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(name, sizeof name, "name%d", i);
        assert_string_equal(sa_html_claim(&html, name), name);
    }
    assert_string_equal(sa_html_claim(&html, "name4711"), "name4711-2");
    assert_false(html.out_of_memory);
    sa_arena_done(&html.arena);
}

static void out_of_arena_is_noticed(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4096);
    struct sa_html html = {.out = &buf, .arena = SA_ARENA_INIT(64)};

    (void)state;
    assert_string_equal(sa_html_claim(&html, "a"), "");
    assert_true(html.out_of_memory);
    sa_arena_done(&html.arena);
}

static void numbers_are_readable(void **state)
{
    char count[SA_COUNT_TEXT_SIZE];
    char percent[SA_PERCENT_SIZE];

    (void)state;
    sa_count_format(0, count);
    assert_string_equal(count, "0");
    sa_count_format(999, count);
    assert_string_equal(count, "999");
    sa_count_format(1234567, count);
    assert_string_equal(count, "1,234,567");
    sa_count_format(-123456, count);
    assert_string_equal(count, "-123,456");
    sa_count_format(INT64_MIN, count);
    assert_string_equal(count, "-9,223,372,036,854,775,808");
    sa_percent_format(99.96, percent);
    assert_string_equal(percent, "99.9");
    sa_percent_format(95.3, percent);
    assert_string_equal(percent, "95.3");
    sa_percent_format(100, percent);
    assert_string_equal(percent, "100");
    sa_percent_format(-3, percent);
    assert_string_equal(percent, "0");
    sa_percent_format(__builtin_nan(""), percent);
    assert_string_equal(percent, "0");
    sa_percent_format(1e300, percent);
    assert_string_equal(percent, "100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_data),
        cmocka_unit_test(a_text_of_given_length_ends_there),
        cmocka_unit_test(attributes_keep_their_quotes),
        cmocka_unit_test(slugs_are_anchors),
        cmocka_unit_test(only_web_addresses_are_links),
        cmocka_unit_test(json_strings_are_exact),
        cmocka_unit_test(csv_fields_are_quoted_and_guarded),
        cmocka_unit_test(the_writer_escapes_by_place),
        cmocka_unit_test(anchors_are_claimed_once),
        cmocka_unit_test(out_of_arena_is_noticed),
        cmocka_unit_test(numbers_are_readable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
/* NOLINTEND(misc-misleading-bidirectional) */
