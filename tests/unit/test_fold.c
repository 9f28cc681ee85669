/* SPDX-License-Identifier: Apache-2.0 */
/* Folding and distinguished names: which spellings are the same name, and which must never be.
 *
 * The last tests make names at random (from a fixed seed): the same values in two spellings must
 * come out equal, different values different, and the canonical form of a canonical form is itself.
 * The linker replaces utf8proc_map() (see base.cmake), so that it can fail. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "syncaudit/datetime.h"
#include "syncaudit/error.h"
#include "syncaudit/text.h"

#include "support/test.h"

#define U_UPPER     "\u00dc"  /* U with diaeresis, one character */
#define U_LOWER     "\u00fc"  /* the same, lower case */
#define U_UPPER_NFD "U\u0308" /* the same, letter and accent apart */
#define U_LOWER_NFD "u\u0308"

/* Just these bytes, so that the address sanitizer sees who reads on. The caller frees. */
static char *tight_copy(const char *bytes, size_t len)
{
    char *copy = malloc(len > 0 ? len : 1);

    assert_non_null(copy);
    memcpy(copy, bytes, len);
    return copy;
}

static void check_folded(const char *text, size_t len, const char *expected, size_t expected_len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(10000);

    char *tight = tight_copy(text, len);

    sa_buf_add_text(&buf, "X");
    assert_int_equal(sa_text_add_folded(&buf, tight, len), 0);
    free(tight);
    if (buf.len != expected_len + 1 || memcmp(buf.data + 1, expected, expected_len) != 0)
        fail_msg("'%s' became '%s', not '%s'", text, sa_buf_text(&buf) + 1, expected);
    assert_int_equal(buf.data[0], 'X');
    assert_int_equal(buf.data[buf.len], '\0');
}

static void folds(void **state)
{
    static const struct {
        const char *text;
        const char *folded;
    } cases[] = {
        {"",                        ""                       },
        {"abc",                     "abc"                    },
        {"ABC xyz [\\]^_`{|}~@ 09", "abc xyz [\\]^_`{|}~@ 09"},
        {U_UPPER,                   U_LOWER                  },
        {U_LOWER,                   U_LOWER                  },
        {U_UPPER_NFD,               U_LOWER                  },
        {U_LOWER_NFD,               U_LOWER                  },
        {"A" U_UPPER "B",           "a" U_LOWER "b"          },
        {"Stra\u00dfe",             "strasse"                },
        {"STRA\u1e9eE",             "strasse"                },
        {"\ufb01le",                "file"                   }, /* ligature fi */
        {"\u03a3\u03c3\u03c2",      "\u03c3\u03c3\u03c3"     }, /* capital, small and final sigma */
        {"\u212a\u212b",            "k\u00e5"                }, /* Kelvin, Angstrom */
        {"\u0130",                  "i\u0307"                }, /* I with dot above: no locale */
        {"I\u0131",                 "i\u0131"                }, /* dotless i stays itself */
        {"\u0416\u0434\u0438",      "\u0436\u0434\u0438"     }, /* Cyrillic */
        {"\u0391\u0345\u0301",      "\u03ac\u03b9"           }, /* accents behind an iota below */
        {"\u0391\u0301\u0345",      "\u03ac\u03b9"           }, /* the same in another order */
        {"\u1fb4",                  "\u03ac\u03b9"           }, /* the same as one character */
        {"a\u0323\u0307",           "\u1ea1\u0307"           }, /* marks in canonical order */
        {"a\u0307\u0323",           "\u1ea1\u0307"           },
        {"\u1100\u1161",            "\uac00"                 }, /* Hangul */
        {"adm\u200bin",             "adm\u200bin"            }, /* an invisible space counts */
        {"\u0430dmin",              "\u0430dmin"             }, /* a Cyrillic letter stays one */
        {"\U00010400",              "\U00010428"             }, /* beyond the first 65,536 */
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        check_folded(cases[i].text, strlen(cases[i].text), cases[i].folded,
                     strlen(cases[i].folded));
}

static void folds_around_nul_and_bad_bytes(void **state)
{
    (void)state;
    check_folded("A\0B", 3, "a\0b", 3);
    check_folded(U_UPPER "\0" U_UPPER, 5, U_LOWER "\0" U_LOWER, 5);
    check_folded("\xff", 1, "\xff", 1);
    check_folded("A\xff" U_UPPER "\xc3", 5, "a\xff" U_LOWER "\xc3", 5);
    check_folded("\xed\xa0\x80Q" U_UPPER, 6, "\xed\xa0\x80q" U_LOWER, 6); /* a surrogate */
    check_folded("\xc0\x80", 2, "\xc0\x80", 2);
    check_folded(U_UPPER, 1, "\xc3", 1); /* half a character by its length */
}

/* The short way for ASCII must not differ from the long one. */
static void ascii_folds_as_in_unicode(void **state)
{
    char text[256] = "";

    (void)state;
    for (int c = 0; c < 128; c++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf fast = SA_BUF_INIT(100);
        SA_CLEANUP(sa_buf_done) struct sa_buf slow = SA_BUF_INIT(100);

        text[0] = (char)c;
        memcpy(text + 1, "-\u00e9", 3);
        assert_int_equal(sa_text_add_folded(&fast, text, 1), 0);
        assert_int_equal(sa_text_add_folded(&slow, text, 4), 0);
        assert_int_equal(fast.len, 1);
        assert_int_equal(slow.len, 4);
        assert_int_equal(fast.data[0], slow.data[0]);
    }
}

static void folded_text_folds_to_itself(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf once = SA_BUF_INIT(100);
    SA_CLEANUP(sa_buf_done) struct sa_buf twice = SA_BUF_INIT(100);

    (void)state;
    for (uint32_t c = 0x800; c <= 0xFFFF; c++) {
        char text[3] = {(char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)),
                        (char)(0x80 | (c & 0x3F))};

        sa_buf_clear(&once);
        sa_buf_clear(&twice);
        assert_int_equal(sa_text_add_folded(&once, text, 3), 0);
        assert_int_equal(sa_text_add_folded(&twice, once.data, once.len), 0);
        if (once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0)
            fail_msg("U+%04X became '%s' and then '%s'", c, once.data, twice.data);
    }
}

static void folding_respects_the_limit(void **state)
{
    static const char *const texts[] = {"ABCDE", "AB" U_UPPER "D", "AB\xff\u00dc"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        for (size_t limit = 1; limit < 6; limit++) {
            SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(limit);

            sa_buf_add_text(&buf, ">");
            assert_int_equal(sa_text_add_folded(&buf, texts[i], 5), SA_E_LIMIT);
            assert_int_equal(sa_buf_status(&buf), SA_E_LIMIT);
            assert_int_equal(sa_text_add_folded(&buf, "", 0), SA_E_LIMIT);
            assert_int_equal(sa_text_add_folded(&buf, "x", 1), SA_E_LIMIT);
            assert_string_equal(sa_buf_text(&buf), ">");
        }
    }
}

static int calls_until_failure;
static utf8proc_ssize_t failure;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
utf8proc_ssize_t __real_utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t len,
                                     utf8proc_uint8_t **ret, utf8proc_option_t options);
utf8proc_ssize_t __wrap_utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t len,
                                     utf8proc_uint8_t **ret, utf8proc_option_t options);

utf8proc_ssize_t __wrap_utf8proc_map(const utf8proc_uint8_t *text, utf8proc_ssize_t len,
                                     utf8proc_uint8_t **ret, utf8proc_option_t options)
{
    if (calls_until_failure > 0 && --calls_until_failure == 0) {
        *ret = NULL;
        return failure;
    }
    return __real_utf8proc_map(text, len, ret, options);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static void failure_of_the_library_sticks(void **state)
{
    static const char *const texts[] = {"DC=\u00dc", "DC=\u00dc\xff"};

    (void)state;
    for (size_t i = 0; i < 2 * SA_COUNT(texts); i++) {
        const char *text = texts[i / 2];
        SA_CLEANUP(sa_buf_done) struct sa_buf folded = SA_BUF_INIT(100);
        SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(100);

        failure = UTF8PROC_ERROR_NOMEM;
        calls_until_failure = 1 + (int)(i % 2); /* decomposing, then folding */
        assert_int_equal(sa_text_add_folded(&folded, text, strlen(text)), SA_E_NOMEM);
        failure = UTF8PROC_ERROR_OVERFLOW;
        calls_until_failure = 1 + (int)(i % 2);
        assert_int_equal(sa_text_add_dn(&name, text, strlen(text)), SA_E_LIMIT);
        assert_int_equal(calls_until_failure, 0);
        assert_int_equal(sa_buf_status(&folded), SA_E_NOMEM);
        assert_int_equal(sa_buf_status(&name), SA_E_LIMIT);
        assert_string_equal(sa_buf_text(&folded), "");
        assert_string_equal(sa_buf_text(&name), "");
    }
}

static void many_names_are_fast(void **state)
{
    static const char name[] = "CN=Sync-Rule-0815,OU=Rules,DC=corp,DC=contoso,DC=com";
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100000);
    int64_t before = sa_time_monotonic_ms();

    (void)state;
    for (int i = 0; i < 100000; i++) {
        sa_buf_clear(&buf);
        assert_int_equal(sa_text_add_folded(&buf, name, sizeof name - 1), 0);
        assert_int_equal(sa_text_add_dn(&buf, name, sizeof name - 1), 0);
    }
    assert_true(sa_time_monotonic_ms() - before < 30000);
}

/* The caller frees. */
static char *dn_of(const char *text, size_t len)
{
    struct sa_buf buf = SA_BUF_INIT(100000);
    char *tight = tight_copy(text, len);
    char *name = NULL;

    if (sa_text_add_dn(&buf, tight, len) != 0)
        fail_msg("'%s' failed", text);
    free(tight);
    name = sa_buf_take(&buf);
    assert_non_null(name);
    return name;
}

static void check_dn(const char *text, const char *expected)
{
    char *name = dn_of(text, strlen(text));

    if (strcmp(name, expected) != 0)
        fail_msg("'%s' became '%s', not '%s'", text, name, expected);
    free(name);
}

static void names_in_canonical_form(void **state)
{
    static const struct {
        const char *text;
        const char *name;
    } cases[] = {
        {"DC=x",                     "dc=x"                     },
        {"CN=A b, OU = C ,DC=x",     "cn=a b,ou=c,dc=x"         },
        {"  DC=x  ",                 "dc=x"                     },
        {"\r\n\tOU=a,DC=x\r\n",      "ou=a,dc=x"                },
        {"OU=a;DC=x",                "ou=a,dc=x"                },
        {"OU=a\\,b,DC=x",            "ou=a\\2cb,dc=x"           },
        {"ou=A\\2cB, dc=X",          "ou=a\\2cb,dc=x"           },
        {"OU=\"a,b\",DC=x",          "ou=a\\2cb,dc=x"           },
        {"OU= \"a,b\" , DC=x",       "ou=a\\2cb,dc=x"           },
        {"OU=\"a\\\"b\\\\c\",DC=x",  "ou=a\\22b\\5cc,dc=x"      },
        {"OU=\" a \",DC=x",          "ou=\\20a\\20,dc=x"        },
        {"OU=a\\ ,DC=x",             "ou=a\\20,dc=x"            },
        {"OU=a\\20 ,DC=x",           "ou=a\\20,dc=x"            },
        {"OU=a  \\ \\ ,DC=x",        "ou=a   \\20,dc=x"         },
        {"OU=\\ a,DC=x",             "ou=\\20a,dc=x"            },
        {"OU=a,DC=x\\ ",             "ou=a,dc=x\\20"            },
        {"OU=a,DC=x\\  ",            "ou=a,dc=x\\20"            },
        {"OU=a,DC=x\\\\ ",           "ou=a,dc=x\\5c"            },
        {"OU=a,DC=x\\\\\\ ",         "ou=a,dc=x\\5c\\20"        },
        {"CN=a=b,DC=x",              "cn=a\\3db,dc=x"           },
        {"CN=a\\=b,DC=x",            "cn=a\\3db,dc=x"           },
        {"CN=\\#1,DC=x",             "cn=\\231,dc=x"            },
        {"CN=a#1,DC=x",              "cn=a\\231,dc=x"           },
        {"CN=#04024869,DC=x",        "cn=#04024869,dc=x"        },
        {"CN=#0402aB6F ,DC=x",       "cn=#0402ab6f,dc=x"        },
        {"CN=a/b\\/c,DC=x",          "cn=a/b/c,dc=x"            },
        {"CN=Guest\\0ACNF:12,DC=x",  "cn=guest\\0acnf:12,dc=x"  },
        {"CN=a\tb,DC=x",             "cn=a\\09b,dc=x"           },
        {"CN=a\\<\\>\\;\\+,DC=x",    "cn=a\\3c\\3e\\3b\\2b,dc=x"},
        {"CN=,DC=x",                 "cn=,dc=x"                 },
        {"CN=\"\",DC=x",             "cn=,dc=x"                 },
        {"CN=",                      "cn="                      },
        {"az-AZ_09=z,DC=x",          "az-az_09=z,dc=x"          },
        {"1.2.840.113556=A,DC=x",    "1.2.840.113556=a,dc=x"    },
        {"OU=" U_UPPER ",DC=x",      "ou=" U_LOWER ",dc=x"      },
        {"OU=" U_LOWER_NFD ",DC=x",  "ou=" U_LOWER ",dc=x"      },
        {"OU=\\C3\\9C,DC=x",         "ou=" U_LOWER ",dc=x"      },
        {"OU=U\\CC\\88,DC=x",        "ou=" U_LOWER ",dc=x"      },
        {"OU=a\\ff,DC=x",            "ou=a\\ff,dc=x"            },
        {"OU=a\xff,DC=x",            "ou=a\\ff,dc=x"            },
        {"OU=a\u037eb,DC=x",         "ou=a\\3bb,dc=x"           }, /* a Greek "?" folds to ";" */
        {"OU=\u0338b,DC=x",          "ou=\u0338b,dc=x"          }, /* must not join with the "=" */
        {"CN=b+OU=a,DC=x",           "cn=b+ou=a,dc=x"           },
        {"OU=a + CN=b,DC=x",         "cn=b+ou=a,dc=x"           },
        {"CN=b+CN=a+CN=ab+CN=,DC=x", "cn=+cn=a+cn=ab+cn=b,dc=x" },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        check_dn(cases[i].text, cases[i].name);
        check_dn(cases[i].name, cases[i].name);
    }
}

static void nul_is_a_byte_like_others(void **state)
{
    char *name = dn_of("CN=a\0b,DC=x", 11);

    (void)state;
    assert_string_equal(name, "cn=a\\00b,dc=x");
    free(name);
    check_dn("CN=a\\00b,DC=x", "cn=a\\00b,dc=x");
}

/* A name would lose the spaces around its commas. */
static void what_is_no_name_is_folded(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *folded;
    } cases[] = {
        { "", "" },
        { "   ", "" },
        { "  Some Text ", "some text" },
        { " " U_UPPER "ber\n", U_LOWER "ber" },
        { "CORP\\svc", "corp\\svc" },
        { "CN=a , DC=x,", "cn=a , dc=x," },
        { ", DC=x", ", dc=x" },
        { "CN=a, , DC=x", "cn=a, , dc=x" },
        { "CN=a , DC", "cn=a , dc" },
        { "=a , DC=x", "=a , dc=x" },
        { "C N=a , DC=x", "c n=a , dc=x" },
        { "-CN=a , DC=x", "-cn=a , dc=x" },
        { "CN=a+ , DC=x", "cn=a+ , dc=x" },
        { "CN=a , CN=b\\", "cn=a , cn=b\\" },
        { "CN=a\\zb , DC=x", "cn=a\\zb , dc=x" },
        { "CN=a\\1 , DC=x", "cn=a\\1 , dc=x" },
        { "CN=a\\\n , DC=x", "cn=a\\\n , dc=x" },
        { "CN=a\\" U_UPPER " , DC=x", "cn=a\\" U_LOWER " , dc=x" },
        { "CN=\"a , DC=x", "cn=\"a , dc=x" },
        { "CN=\"a\"b , DC=x", "cn=\"a\"b , dc=x" },
        { "CN=\"a\"b=c , DC=x", "cn=\"a\"b=c , dc=x" },
        { "CN=a\"b\" , DC=x", "cn=a\"b\" , dc=x" },
        { "CN=a\"b=c , DC=x", "cn=a\"b=c , dc=x" },
        { "CN=# , DC=x", "cn=# , dc=x" },
        { "CN=#123 , DC=x", "cn=#123 , dc=x" },
        { "CN=#12zz , DC=x", "cn=#12zz , dc=x" },
        { "CN=#12 34 , DC=x", "cn=#12 34 , dc=x" },
        { "<GUID=12>;CN=A , DC=x", "<guid=12>;cn=a , dc=x" },
        { "A=1 +A=2+A=3+A=4+A=5+A=6+A=7+A=8+A=9+A=0+A=1+A=2+A=3+A=4+A=5+A=6+A=7",
          "a=1 +a=2+a=3+a=4+a=5+a=6+a=7+a=8+a=9+a=0+a=1+a=2+a=3+a=4+a=5+a=6+a=7" },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        check_dn(cases[i].text, cases[i].folded);
    assert_int_equal(sa_text_add_dn(&(struct sa_buf)SA_BUF_INIT(1), NULL, 0), 0);
}

static void sixteen_pairs_are_a_name(void **state)
{
    (void)state;
    check_dn("A=1 +A=2+A=3+A=4+A=5+A=6+A=7+A=8+A=9+A=0+A=1+A=2+A=3+A=4+A=5+A=6",
             "a=0+a=1+a=1+a=2+a=2+a=3+a=3+a=4+a=4+a=5+a=5+a=6+a=6+a=7+a=8+a=9");
}

static bool is_below(const char *child, const char *parent)
{
    char *child_name = dn_of(child, strlen(child));
    char *parent_name = dn_of(parent, strlen(parent));
    size_t child_len = strlen(child_name);
    size_t parent_len = strlen(parent_name);
    bool is_child = child_len > parent_len && child_name[child_len - parent_len - 1] == ',' &&
                    strcmp(child_name + child_len - parent_len, parent_name) == 0;

    free(child_name);
    free(parent_name);
    return is_child;
}

static void below_is_below_in_the_tree(void **state)
{
    (void)state;
    assert_true(is_below("OU=x,DC=y", "DC=y"));
    assert_true(is_below("CN=a , ou=X ,dc=Y", "OU=x, DC=y"));
    assert_true(is_below("CN=a,OU=" U_UPPER_NFD ",DC=y", "OU=" U_LOWER ",DC=y"));
    assert_true(is_below("CN=a\\,b,OU=c\\2Cd,DC=y", "OU=c\\,d,DC=y"));
    assert_true(is_below("CN=a,OU=\"c,d\",DC=y", "OU=c\\,d,DC=y"));

    assert_false(is_below("OU=x\\,DC=y", "DC=y"));
    assert_false(is_below("OU=x\\2CDC=y", "DC=y"));
    assert_false(is_below("OU=\"x,DC=y\"", "DC=y"));
    assert_false(is_below("OU=x\\\\\\,DC=y", "DC=y"));
    assert_true(is_below("OU=x\\\\,DC=y", "DC=y")); /* an escaped backslash, then a comma */
    assert_false(is_below("OU=x,DC=yy", "DC=y"));
    assert_false(is_below("OU=x,DC=ay", "DC=y"));
    assert_false(is_below("DC=y", "DC=y"));
    assert_false(is_below("OU=ax,DC=y", "OU=x,DC=y"));
    assert_false(is_below("OU=a+OU=x,DC=y", "OU=x,DC=y"));
    assert_false(is_below("OU=a,OU=x\\ ,DC=y", "OU=x,DC=y"));
}

static void names_respect_the_limit(void **state)
{
    static const char text[] = "OU=" U_UPPER "\\,b,DC=x";
    static const char expected[] = ">ou=" U_LOWER "\\2cb,dc=x";
    SA_CLEANUP(sa_buf_done) struct sa_buf exact = SA_BUF_INIT(sizeof expected - 1);

    (void)state;
    for (size_t limit = 1; limit < sizeof expected - 1; limit++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(limit);

        sa_buf_add_text(&buf, ">");
        assert_int_equal(sa_text_add_dn(&buf, text, sizeof text - 1), SA_E_LIMIT);
        assert_int_equal(sa_buf_status(&buf), SA_E_LIMIT);
        assert_int_equal(sa_text_add_dn(&buf, "", 0), SA_E_LIMIT);
        assert_int_equal(sa_text_add_dn(&buf, "x", 1), SA_E_LIMIT);
        assert_string_equal(sa_buf_text(&buf), ">");
    }
    sa_buf_add_text(&exact, ">");
    assert_int_equal(sa_text_add_dn(&exact, text, sizeof text - 1), 0);
    assert_string_equal(sa_buf_text(&exact), expected);
}

/* Numerical Recipes' generator: any will do that is the same everywhere. */
static uint32_t random_below(uint32_t *seed, uint32_t bound)
{
    *seed = *seed * 1664525U + 1013904223U;
    return (*seed >> 8) % bound;
}

enum { VALUE_MAX = 12 };

static size_t random_value(uint32_t *seed, char value[VALUE_MAX])
{
    static const char letters[] = "aab ,+\"\\<>;=#/ 0f\t";
    size_t len = random_below(seed, VALUE_MAX);

    for (size_t i = 0; i < len; i++)
        value[i] = letters[random_below(seed, sizeof letters)]; /* also its NUL */
    return len;
}

static void spell_quoted(struct sa_buf *text, const char *value, size_t len)
{
    sa_buf_add_char(text, '"');
    for (size_t i = 0; i < len; i++) {
        if (value[i] == '"' || value[i] == '\\')
            sa_buf_add_char(text, '\\');
        sa_buf_add_char(text, value[i]);
    }
    sa_buf_add_char(text, '"');
}

static void spell_plain(struct sa_buf *text, const char *value, size_t len, uint32_t *seed)
{
    for (size_t i = 0; i < len; i++) {
        bool is_outer = i == 0 || i == len - 1;
        bool must_escape = strchr(",+\"\\<>;", value[i]) != NULL || /* also NUL */
                           (is_outer && (value[i] == ' ' || value[i] == '#'));

        if (value[i] == '\0' || value[i] == '\t' || random_below(seed, 4) == 0) {
            sa_buf_addf(text, random_below(seed, 2) ? "\\%02X" : "\\%02x", (unsigned)value[i]);
        } else {
            if (must_escape)
                sa_buf_add_char(text, '\\');
            sa_buf_add_char(text, value[i] == 'a' && random_below(seed, 2) ? 'A' : value[i]);
        }
    }
}

static void spell_spaces(struct sa_buf *text, uint32_t *seed)
{
    sa_buf_addf(text, "%.*s", (int)random_below(seed, 3), "  ");
}

static void spell_rdn(struct sa_buf *text, const char *value, size_t len, uint32_t *seed)
{
    spell_spaces(text, seed);
    sa_buf_add_text(text, random_below(seed, 2) ? "OU" : "ou");
    spell_spaces(text, seed);
    sa_buf_add_char(text, '=');
    spell_spaces(text, seed);
    if (random_below(seed, 4) == 0)
        spell_quoted(text, value, len);
    else
        spell_plain(text, value, len, seed);
    spell_spaces(text, seed);
}

static void spell_name(struct sa_buf *text, const char *first, size_t first_len, const char *second,
                       size_t second_len, uint32_t *seed)
{
    sa_buf_clear(text);
    spell_rdn(text, first, first_len, seed);
    sa_buf_add_char(text, random_below(seed, 4) ? ',' : ';');
    spell_rdn(text, second, second_len, seed);
    assert_int_equal(sa_buf_status(text), 0);
}

static void spelling_does_not_matter_but_values_do(void **state)
{
    uint32_t seed = 20260101;
    SA_CLEANUP(sa_buf_done) struct sa_buf one = SA_BUF_INIT(1000);
    SA_CLEANUP(sa_buf_done) struct sa_buf other = SA_BUF_INIT(1000);

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char values[3][VALUE_MAX];
        size_t lens[3];
        char *names[3];
        bool is_same = false;

        for (size_t i = 0; i < 3; i++)
            lens[i] = random_value(&seed, values[i]);
        is_same = lens[0] == lens[2] && memcmp(values[0], values[2], lens[0]) == 0;
        spell_name(&one, values[0], lens[0], values[1], lens[1], &seed);
        spell_name(&other, values[0], lens[0], values[1], lens[1], &seed);
        names[0] = dn_of(one.data, one.len);
        names[1] = dn_of(other.data, other.len);
        if (strcmp(names[0], names[1]) != 0)
            fail_msg("'%s' became '%s', but '%s' became '%s'", one.data, names[0], other.data,
                     names[1]);
        assert_memory_equal(names[0], "ou=", 3);
        assert_ptr_equal(strchr(names[0], ','), strrchr(names[0], ','));
        assert_non_null(strchr(names[0], ','));

        spell_name(&other, values[2], lens[2], values[1], lens[1], &seed);
        names[2] = dn_of(other.data, other.len);
        if ((strcmp(names[0], names[2]) == 0) != is_same)
            fail_msg("'%s' became '%s', and '%s' became '%s'", one.data, names[0], other.data,
                     names[2]);
        for (size_t i = 0; i < 3; i++)
            free(names[i]);
    }
}

static void any_text_settles_at_once(void **state)
{
    static const char letters[] = "aA,;+=\"\\# 2cC\n";
    uint32_t seed = 4711;

    (void)state;
    for (int round = 0; round < 50000; round++) {
        char text[16];
        size_t len = random_below(&seed, sizeof text);
        char *once = NULL;
        char *twice = NULL;

        for (size_t i = 0; i < len; i++)
            text[i] = letters[random_below(&seed, sizeof letters - 1)];
        once = dn_of(text, len);
        twice = dn_of(once, strlen(once));
        if (strcmp(once, twice) != 0)
            fail_msg("'%.*s' became '%s' and then '%s'", (int)len, text, once, twice);
        free(once);
        free(twice);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds),
        cmocka_unit_test(folds_around_nul_and_bad_bytes),
        cmocka_unit_test(ascii_folds_as_in_unicode),
        cmocka_unit_test(folded_text_folds_to_itself),
        cmocka_unit_test(folding_respects_the_limit),
        cmocka_unit_test(failure_of_the_library_sticks),
        cmocka_unit_test(many_names_are_fast),
        cmocka_unit_test(names_in_canonical_form),
        cmocka_unit_test(nul_is_a_byte_like_others),
        cmocka_unit_test(what_is_no_name_is_folded),
        cmocka_unit_test(sixteen_pairs_are_a_name),
        cmocka_unit_test(below_is_below_in_the_tree),
        cmocka_unit_test(names_respect_the_limit),
        cmocka_unit_test(spelling_does_not_matter_but_values_do),
        cmocka_unit_test(any_text_settles_at_once),
    };

    return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
