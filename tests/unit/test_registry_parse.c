/* SPDX-License-Identifier: Apache-2.0 */
/* Output of `reg query`. The texts are written by hand after the documented layout; none is a recording. */
#include <string.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

#include "support/test.h"

#define H "HKEY_LOCAL_MACHINE\\"

static struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
static struct sa_registry *registry;

static void parse_bytes(const char *text, size_t len)
{
    struct sa_error err = {0};

    sa_arena_done(&arena);
    if (sa_registry_parse(text, len, &arena, &registry, &err) != 0)
        fail_msg("%s", err.message);
}

static void parse(const char *text)
{
    parse_bytes(text, strlen(text));
}

static const struct sa_reg_value *value_of(const char *key, const char *name)
{
    return sa_registry_value(registry, key, name);
}

static void types_are_read(void **state)
{
    (void)state;
    parse("\r\n" H "SOFTWARE\\A\r\n"
          "    Text    REG_SZ    one  two   \r\n"
          "    Empty    REG_SZ    \r\n"
          "    Bare    REG_SZ\r\n"
          "    Path    REG_EXPAND_SZ    %SystemRoot%\\x\r\n"
          "    Number    REG_DWORD    0xffffffff\r\n"
          "    Long    REG_QWORD    0xFFFFFFFFFFFFFFFF\r\n"
          "    Bytes    REG_BINARY    00Ab10\r\n"
          "    No bytes    REG_BINARY    \r\n"
          "    List    REG_MULTI_SZ    a\\0b c\\0\r\n"
          "    Empty list    REG_MULTI_SZ    \r\n"
          "    Nothing    REG_NONE    \r\n"
          "    Big    REG_DWORD_BIG_ENDIAN    0x10\r\n"
          "\r\n");
    assert_string_equal(value_of("SOFTWARE\\A", "Text")->text, "one  two   ");
    assert_int_equal(value_of("software\\a", "text")->state, SA_REG_SET);
    assert_string_equal(value_of("SOFTWARE\\A", "Empty")->text, "");
    assert_int_equal(value_of("SOFTWARE\\A", "Bare")->state, SA_REG_SET);
    assert_string_equal(value_of("SOFTWARE\\A", "Path")->text, "%SystemRoot%\\x");
    assert_int_equal(value_of("SOFTWARE\\A", "Path")->type, 2);
    assert_int_equal(value_of("SOFTWARE\\A", "Number")->number, UINT32_MAX);
    assert_int_equal(value_of("SOFTWARE\\A", "Long")->number, UINT64_MAX);
    assert_int_equal(value_of("SOFTWARE\\A", "Long")->type, 11);
    assert_int_equal(value_of("SOFTWARE\\A", "Bytes")->len, 3);
    assert_memory_equal(value_of("SOFTWARE\\A", "Bytes")->bytes, "\x00\xab\x10", 3);
    assert_int_equal(value_of("SOFTWARE\\A", "No bytes")->len, 0);
    assert_non_null(value_of("SOFTWARE\\A", "No bytes")->bytes);
    assert_string_equal(value_of("SOFTWARE\\A", "List")->text, "a\nb c");
    assert_string_equal(value_of("SOFTWARE\\A", "Empty list")->text, "");
    assert_int_equal(value_of("SOFTWARE\\A", "Nothing")->type, 0);
    assert_int_equal(value_of("SOFTWARE\\A", "Big")->number, 16);
    assert_int_equal(sa_registry_key(registry, "SOFTWARE\\A")->value_count, 12);
}

/* Data that its type does not allow: the value is there, and unread. */
static void wrong_data_is_unread(void **state)
{
    static const char *const lines[] = {
        "REG_DWORD    0x",         "REG_DWORD    5",       "REG_DWORD    0x123456789",
        "REG_DWORD    ",           "REG_DWORD    0xg",     "REG_QWORD    0x12345678901234567",
        "REG_BINARY    abc",       "REG_BINARY    0g",     "REG_SZ    \xff\xfe",
        "REG_SOMETHING_ELSE    x", "REG_MULTI_SZ    \xc3", "REG_LINK    x",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(lines); i++) {
        char text[200];

        (void)snprintf(text, sizeof text, H "A\r\n    V    %s\r\n    W    REG_SZ    x\r\n",
                       lines[i]);
        parse(text);
        if (value_of("A", "V")->state != SA_REG_UNREAD)
            fail_msg("'%s' was read", lines[i]);
        assert_int_equal(sa_registry_has(registry, "A", "V"), SA_REG_SET);
        assert_string_equal(value_of("A", "W")->text, "x");
    }
    parse_bytes(H "A\r\n    V    REG_SZ    a\0b\r\n",
                sizeof H "A\r\n    V    REG_SZ    a\0b\r\n" - 1);
    assert_int_equal(value_of("A", "V")->state, SA_REG_UNREAD);
}

static void names_may_hold_anything(void **state)
{
    (void)state;
    parse(H "A\r\n"
            "    two  blanks     REG_SZ    x\r\n"
            "      leading    REG_SZ    y\r\n"
            "    \xc3\xa4\xe2\x82\xac    REG_SZ    z\r\n"
            "    REG_SZ    REG_SZ    REG_SZ    REG_SZ\r\n"
            "    a    b    REG_DWORD    0x1\r\n"
            "    data    REG_SZ    b    REG_DWORD    0x2\r\n"
            "    C:\\x\\y.exe    REG_SZ    p\r\n");
    assert_string_equal(value_of("A", "two  blanks ")->text, "x");
    assert_string_equal(value_of("A", "  leading")->text, "y");
    assert_string_equal(value_of("A", "\xc3\xa4\xe2\x82\xac")->text, "z");
    assert_string_equal(value_of("A", "REG_SZ")->text, "REG_SZ    REG_SZ");
    assert_int_equal(value_of("A", "a    b")->number, 1);
    assert_string_equal(value_of("A", "data")->text, "b    REG_DWORD    0x2");
    assert_string_equal(value_of("A", "C:\\x\\y.exe")->text, "p");
}

static void default_values_are_known_in_any_language(void **state)
{
    static const char *const names[] = {"(Default)", "(Standard)", "(par d\303\251faut)",
                                        "(\xd0\x9f\xd0\xbe \xd1\x83\xd0\xbc)"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        char text[200];

        (void)snprintf(text, sizeof text,
                       H "A\r\n    %s    REG_SZ    x\r\n    (b)    REG_SZ    y\r\n" H
                         "A\\B\r\n    %s    REG_SZ    z\r\n",
                       names[i], names[i]);
        parse(text);
        assert_string_equal(value_of("A", "")->text, "x");
        assert_string_equal(value_of("A", "(b)")->text, "y");
        assert_string_equal(value_of("A\\B", "")->text, "z");
    }
}

static void line_breaks_belong_to_the_data(void **state)
{
    (void)state;
    parse(H "A\r\n"
            "    Notice    REG_SZ    first\r\n"
            "second\r\n"
            "\r\n"
            "    fourth, after an empty one\r\n"
            "    Number    REG_DWORD    0x1\r\n"
            "lost\r\n"
            "    Last    REG_MULTI_SZ    a\n"
            "b\\0c\r\n"
            "\r\n" H "A\\B\r\n");
    assert_string_equal(value_of("A", "Notice")->text,
                        "first\nsecond\n\n    fourth, after an empty one");
    assert_int_equal(value_of("A", "Number")->number, 1);
    assert_string_equal(value_of("A", "Last")->text, "a\nb\nc");
    assert_int_equal(sa_registry_key(registry, "A")->subkey_count, 1);
}

static void keys_make_a_tree(void **state)
{
    const struct sa_reg_key *key = NULL;

    (void)state;
    parse("\r\n" H "A\\B\r\n    x    REG_SZ    1\r\n\r\n" H
          "A\\B\\C\\D\r\n    y    REG_SZ    2\r\n\r\n" H "A\\b\\E\r\n\r\n" H
          "A\\B\\c\r\n    z    REG_SZ    3\r\n");
    key = sa_registry_key(registry, "A\\B");
    assert_int_equal(key->subkey_count, 2);
    assert_string_equal(key->subkeys[0]->path, "A\\B\\C");
    assert_string_equal(key->subkeys[1]->path, "A\\b\\E");
    assert_string_equal(value_of("A\\B\\C", "z")->text, "3");
    assert_string_equal(value_of("A\\B\\C\\D", "y")->text, "2");
    assert_false(key->complete);
    assert_int_equal(sa_registry_key(registry, "A\\B\\X")->state, SA_REG_UNREAD);
}

static void what_is_no_path_is_no_key(void **state)
{
    (void)state;
    parse("HKEY_CURRENT_USER\\A\r\n    x    REG_SZ    1\r\n"
          "HKEY_LOCAL_MACHINE\r\n    x    REG_SZ    1\r\n" H "\r\n    x    REG_SZ    1\r\n" H
          "\\A\r\n    x    REG_SZ    1\r\n" H "A\\\r\n    x    REG_SZ    1\r\n" H
          "A\xff\r\n    x    REG_SZ    1\r\n");
    assert_int_equal(sa_registry_key(registry, "A")->state, SA_REG_UNREAD);
    assert_int_equal(sa_registry_key(registry, "")->value_count, 0);
    parse("");
    parse("\n\n    \n    x\n");
    /* A line too long for a path, and one that ends in its first column. */
    parse(H "A\r\n    x    REG_\r\n    y    REG_SZ    1");
    assert_string_equal(value_of("A", "y")->text, "1");
}

static void bounds_are_errors(void **state)
{
    struct sa_error err = {0};
    struct sa_arena small = SA_ARENA_INIT(64 * SA_KIB);
    struct sa_arena wide = SA_ARENA_INIT(512 * SA_MIB);
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);

    (void)state;
    sa_buf_add_text(&text, H "A\r\n");
    for (size_t i = 0; i < SA_LIMIT_REGISTRY_VALUES + 1; i++)
        sa_buf_addf(&text, "    %zu    REG_SZ    x\r\n", i);
    assert_int_equal(sa_registry_parse(text.data, text.len, &small, &registry, &err), SA_E_LIMIT);
    assert_int_equal(sa_registry_parse(text.data, text.len, &wide, &registry, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "500000 values"));
    sa_arena_done(&wide);
    sa_buf_clear(&text);
    for (size_t i = 0; i < SA_LIMIT_REGISTRY_KEYS + 1; i++)
        sa_buf_addf(&text, H "%zu\r\n", i);
    assert_int_equal(sa_registry_parse(text.data, text.len, &wide, &registry, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "50000 keys"));
    sa_arena_done(&wide);
    sa_arena_done(&small);
    sa_buf_done(&text);
}

static int done(void **state)
{
    (void)state;
    sa_arena_done(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_are_read),
        cmocka_unit_test(wrong_data_is_unread),
        cmocka_unit_test(names_may_hold_anything),
        cmocka_unit_test(default_values_are_known_in_any_language),
        cmocka_unit_test(line_breaks_belong_to_the_data),
        cmocka_unit_test(keys_make_a_tree),
        cmocka_unit_test(what_is_no_path_is_no_key),
        cmocka_unit_test(bounds_are_errors),
    };

    return cmocka_run_group_tests(tests, NULL, done);
}
