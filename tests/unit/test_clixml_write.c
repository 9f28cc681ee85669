/* SPDX-License-Identifier: Apache-2.0 */
/* The CLIXML writer: its bytes, and that they can be read back. */
#include "syncaudit/text.h"

#include "clixml_support.h"

static void test_bytes(void **state)
{
    static const char *const types[] = {"A`1[[B, C]]", "System.Object", NULL};
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};

    (void)state;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_types(&writer, types);
    sa_clixml_to_string(&writer, "a<b");
    sa_clixml_open(&writer, "MS");
    sa_clixml_string(&writer, "s", "");
    sa_clixml_put_bool(&writer, "b", true);
    sa_clixml_i32(&writer, "i", INT32_MIN);
    sa_clixml_i64(&writer, "l", INT64_MIN);
    sa_clixml_nil(&writer, "n");
    sa_clixml_version(&writer, "v", "2.3");
    sa_clixml_enum(&writer, "e", "E", "None", 0);
    sa_clixml_begin(&writer, "o");
    sa_clixml_types(&writer, types);
    sa_clixml_open(&writer, "LST");
    sa_clixml_close(&writer, "LST");
    sa_clixml_end(&writer);
    sa_clixml_enum(&writer, "f", "E", "Some", 5);
    sa_clixml_close(&writer, "MS");
    sa_clixml_end(&writer);
    assert_int_equal(sa_buf_status(&buf), 0);
    assert_string_equal(
        sa_buf_text(&buf),
        "<Obj RefId=\"0\"><TN RefId=\"0\"><T>A`1[[B, C]]</T><T>System.Object</T></TN>"
        "<ToString>a&lt;b</ToString><MS><S N=\"s\"></S><B N=\"b\">true</B>"
        "<I32 N=\"i\">-2147483648</I32><I64 N=\"l\">-9223372036854775808</I64><Nil N=\"n\" />"
        "<Version N=\"v\">2.3</Version><Obj N=\"e\" RefId=\"1\"><TN RefId=\"1\"><T>E</T>"
        "<T>System.Enum</T><T>System.ValueType</T><T>System.Object</T></TN>"
        "<ToString>None</ToString><I32>0</I32></Obj><Obj N=\"o\" RefId=\"2\">"
        "<TNRef RefId=\"0\" /><LST /></Obj><Obj N=\"f\" RefId=\"3\"><TNRef RefId=\"1\" />"
        "<ToString>Some</ToString><I32>5</I32></Obj></MS></Obj>");
    sa_buf_done(&buf);
}

static void test_texts(void **state)
{
    static const struct {
        const char *text, *content, *attribute;
    } cases[] = {
        {"plain",                                "plain",                                "plain"                          },
        {"<a b=\"c\">&'",                        "&lt;a b=\"c\"&gt;&amp;'",              "&lt;a b=&quot;c&quot;&gt;&amp;'"},
        {"a\r\n\tb",                             "a_x000D__x000A__x0009_b",              "a_x000D__x000A__x0009_b"        },
        {"_x000A_",                              "_x005F_x000A_",                        "_x005F_x000A_"                  },
        {"_X_x",                                 "_x005F_X_x005F_x",                     "_x005F_X_x005F_x"               },
        {"a_b_",                                 "a_b_",                                 "a_b_"                           },
        {"\x01\x1F\x7F\xC2\x80\xC2\x9F",         "_x0001__x001F__x007F__x0080__x009F_",
         "_x0001__x001F__x007F__x0080__x009F_"                                                                            },
        {"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80", "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80",
         "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"                                                                           },
        {"\xEF\xBF\xBE\xEF\xBF\xBF",             "_xFFFE__xFFFF_",                       "_xFFFE__xFFFF_"                 },
        {"a\xFF"
         "b",                           "a\xEF\xBF\xBD"
         "b",                                                      "a\xEF\xBF\xBD"
         "b"                                                                           },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_buf buf = SA_BUF_INIT(SA_MIB);
        struct sa_clixml_writer writer = {.buf = &buf};
        char expected[400];

        sa_clixml_string(&writer, cases[i].text, cases[i].text);
        (void)snprintf(expected, sizeof expected, "<S N=\"%s\">%s</S>", cases[i].attribute,
                       cases[i].content);
        assert_string_equal(sa_buf_text(&buf), expected);
        sa_buf_done(&buf);
    }
}

/* Every character but NUL comes back. */
static void test_every_character(void **state)
{
    struct sa_buf text = SA_BUF_INIT(SA_MIB * 8);
    struct sa_buf buf = SA_BUF_INIT(SA_MIB * 16);
    struct sa_clixml_writer writer = {.buf = &buf};
    struct read read;

    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        char bytes[4];

        if (c < 0xD800 || c > 0xDFFF)
            sa_buf_add(&text, bytes, sa_utf8_put(c, bytes));
    }
    sa_buf_add_text(&text, "_x0041__X0041_x__x_");
    sa_clixml_string(&writer, NULL, sa_buf_text(&text));
    assert_int_equal(sa_buf_status(&buf), 0);
    assert_int_equal(read_good(&read, sa_buf_text(&buf))->len, text.len);
    assert_memory_equal(read.items[0]->text, sa_buf_text(&text), text.len);
    done(&read);
    sa_buf_done(&text);
    sa_buf_done(&buf);
}

static void test_read_back(void **state)
{
    static const char *const types[] = {"List", "System.Object", NULL};
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};
    const struct sa_clixml_value *value = NULL;
    struct read read;
    int64_t number = 0;

    (void)state;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_open(&writer, "MS");
    sa_clixml_i64(&writer, "ci", -100);
    sa_clixml_begin(&writer, "Args");
    sa_clixml_types(&writer, types);
    sa_clixml_open(&writer, "LST");
    sa_clixml_string(&writer, NULL, "& $a\n");
    sa_clixml_nil(&writer, NULL);
    sa_clixml_close(&writer, "LST");
    sa_clixml_end(&writer);
    sa_clixml_enum(&writer, "State", "Fabrikam.State", "On", 2);
    sa_clixml_close(&writer, "MS");
    sa_clixml_end(&writer);
    value = read_good(&read, sa_buf_text(&buf));
    assert_true(sa_clixml_integer(sa_clixml_member(value, "ci"), &number));
    assert_int_equal(number, -100);
    assert_int_equal(sa_clixml_member(value, "Args")->object->entry_count, 2);
    assert_string_equal(sa_clixml_member(value, "Args")->object->entries[0].value->text, "& $a\n");
    assert_true(sa_clixml_is(sa_clixml_member(value, "State"), "System.Enum"));
    assert_true(sa_clixml_integer(sa_clixml_member(value, "State"), &number));
    assert_int_equal(number, 2);
    done(&read);
    sa_buf_done(&buf);
}

/* More lists of types than are remembered are written out again. */
static void test_many_types(void **state)
{
    char names[SA_CLIXML_WRITER_TYPES + 2][8];
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_clixml_writer writer = {.buf = &buf};
    struct read read;

    (void)state;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_open(&writer, "LST");
    for (size_t i = 0; i < 2 * SA_COUNT(names); i++) {
        char *name = names[i % SA_COUNT(names)];
        const char *const types[] = {name, NULL};

        (void)snprintf(name, sizeof names[0], "T%zu", i % SA_COUNT(names));
        sa_clixml_begin(&writer, NULL);
        sa_clixml_types(&writer, types);
        sa_clixml_end(&writer);
    }
    sa_clixml_close(&writer, "LST");
    sa_clixml_end(&writer);
    (void)read_good(&read, sa_buf_text(&buf));
    for (size_t i = 0; i < 2 * SA_COUNT(names); i++)
        assert_true(
            sa_clixml_is(read.items[0]->object->entries[i].value, names[i % SA_COUNT(names)]));
    done(&read);
    sa_buf_done(&buf);
}

static void test_full(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(20);
    struct sa_clixml_writer writer = {.buf = &buf};

    (void)state;
    sa_clixml_begin(&writer, NULL);
    sa_clixml_open(&writer, "LST");
    sa_clixml_string(&writer, "name", "text");
    sa_clixml_close(&writer, "LST");
    sa_clixml_end(&writer);
    assert_int_equal(sa_buf_status(&buf), SA_E_LIMIT);
    sa_buf_done(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),           cmocka_unit_test(test_texts),
        cmocka_unit_test(test_every_character), cmocka_unit_test(test_read_back),
        cmocka_unit_test(test_many_types),      cmocka_unit_test(test_full),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
