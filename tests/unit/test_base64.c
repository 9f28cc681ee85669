/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 both ways: the examples of RFC 4648, what is none, and lengths around a piece. */
#include <string.h>

#include "syncaudit/base64.h"

#include "support/test.h"

static void test_decode(void **state)
{
    static const struct {
        const char *text, *bytes;
    } good[] = {
        {"",          ""    },
        {"YQ==",      "a"   },
        {"YWI=",      "ab"  },
        {"YWJj",      "abc" },
        {"YW Jj\r\n", "abc" },
        {"YWI",       "ab"  },
        {"YWJjZA==",  "abcd"}
    };
    static const char *const bad[] = {
        "Y", "YWJjZ", "YQ==YQ==", "YQ=", "Y===", "=", "YW-_", "YWI==", "Y\x80=="};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good); i++) {
        struct sa_buf buf = SA_BUF_INIT(100);

        assert_true(sa_base64_decode(good[i].text, strlen(good[i].text), &buf));
        assert_string_equal(sa_buf_text(&buf), good[i].bytes);
        sa_buf_done(&buf);
    }
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        struct sa_buf buf = SA_BUF_INIT(100);

        if (sa_base64_decode(bad[i], strlen(bad[i]), &buf))
            fail_msg("'%s' is taken", bad[i]);
        sa_buf_done(&buf);
    }
    {
        struct sa_buf buf = SA_BUF_INIT(100);

        assert_false(sa_base64_decode("YWJ\0", 4, &buf));
        sa_buf_done(&buf);
    }
}

static void test_add(void **state)
{
    static const struct {
        const char *bytes, *text;
    } vectors[] = {
        {"",             ""        },
        {"f",            "Zg=="    },
        {"fo",           "Zm8="    },
        {"foo",          "Zm9v"    },
        {"foob",         "Zm9vYg=="},
        {"fooba",        "Zm9vYmE="},
        {"foobar",       "Zm9vYmFy"},
        {"\xFB\xFF\xBF", "+/+/"    },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(vectors); i++) {
        struct sa_buf buf = SA_BUF_INIT(100);

        assert_int_equal(sa_base64_add(&buf, vectors[i].bytes, strlen(vectors[i].bytes)), 0);
        assert_string_equal(sa_buf_text(&buf), vectors[i].text);
        sa_buf_done(&buf);
    }
}

static void test_both_ways(void **state)
{
    unsigned char bytes[10000];

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7 + i / 256);
    for (size_t len = 0; len <= sizeof bytes; len += len < 10 || len > 2290 ? 1 : 19) {
        struct sa_buf text = SA_BUF_INIT(20000);
        struct sa_buf back = SA_BUF_INIT(20000);

        assert_int_equal(sa_base64_add(&text, bytes, len), 0);
        assert_int_equal(text.len, (len + 2) / 3 * 4);
        assert_true(sa_base64_decode(sa_buf_text(&text), text.len, &back));
        assert_int_equal(back.len, len);
        assert_memory_equal(sa_buf_text(&back), bytes, len);
        sa_buf_done(&text);
        sa_buf_done(&back);
    }
}

static void test_full(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(3);

    (void)state;
    assert_true(sa_base64_add(&buf, "a", 1) < 0);
    sa_buf_clear(&buf);
    assert_true(sa_base64_decode("YWJjZA==", 8, &buf));
    assert_true(sa_buf_status(&buf) < 0);
    sa_buf_done(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_both_ways),
        cmocka_unit_test(test_full),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
