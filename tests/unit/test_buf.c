/* SPDX-License-Identifier: Apache-2.0 */
/* The buffer: limits to the byte, failures that stick, memory that runs out. The linker replaces
 * realloc() and calloc() (see base.cmake), so that a test can make them fail. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/error.h"

#include "support/test.h"

static bool memory_is_out;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);

void *__wrap_realloc(void *old, size_t size)
{
    return memory_is_out ? NULL : __real_realloc(old, size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return memory_is_out ? NULL : __real_calloc(count, size);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static void starts_empty(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(10);

    (void)state;
    assert_null(buf.data);
    assert_string_equal(sa_buf_text(&buf), "");
    assert_int_equal(sa_buf_status(&buf), 0);
    assert_int_equal(sa_buf_add(&buf, NULL, 0), 0);
    assert_int_equal(sa_buf_add_text(&buf, NULL), 0);
    assert_string_equal(sa_buf_text(&buf), "");
    sa_buf_done(&buf);
}

static void adds_and_terminates(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100);

    (void)state;
    assert_int_equal(sa_buf_add_text(&buf, "one"), 0);
    assert_int_equal(sa_buf_add_char(&buf, ','), 0);
    assert_int_equal(sa_buf_add(&buf, "two\0x", 5), 0);
    assert_int_equal(sa_buf_addf(&buf, "%d-%s", 42, "end"), 0);
    assert_int_equal(buf.len, 15);
    assert_memory_equal(buf.data, "one,two\0x42-end", 16);
}

static void limit_is_exact(void **state)
{
    (void)state;
    /* Around the size of the first allocation, and around its double. */
    for (size_t limit = 0; limit < 140; limit++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(limit);

        for (size_t i = 0; i < limit; i++)
            assert_int_equal(sa_buf_add_char(&buf, 'a'), 0);
        assert_int_equal(buf.len, limit);
        assert_int_equal(sa_buf_add_char(&buf, 'b'), SA_E_LIMIT);
        assert_int_equal(buf.len, limit);
        assert_int_equal(strlen(sa_buf_text(&buf)), limit);
        assert_true(buf.size <= limit + 1);
    }
}

static void too_large_piece_is_not_added_at_all(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(8);

    (void)state;
    assert_int_equal(sa_buf_add_text(&buf, "12345"), 0);
    assert_int_equal(sa_buf_add_text(&buf, "6789"), SA_E_LIMIT);
    assert_string_equal(sa_buf_text(&buf), "12345");
}

static void too_large_format_is_not_added_at_all(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(8);

    (void)state;
    assert_int_equal(sa_buf_addf(&buf, "%s", "12345"), 0);
    assert_int_equal(sa_buf_addf(&buf, "%s", "6789"), SA_E_LIMIT);
    assert_int_equal(buf.len, 5);
    assert_string_equal(sa_buf_text(&buf), "12345");
}

static void format_fills_the_limit(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(200);

    (void)state;
    assert_int_equal(sa_buf_addf(&buf, "%200d", 7), 0);
    assert_int_equal(buf.len, 200);
    assert_int_equal(buf.data[199], '7');
    assert_int_equal(sa_buf_addf(&buf, "%s", ""), 0);
    assert_int_equal(sa_buf_addf(&buf, "%d", 1), SA_E_LIMIT);
}

static void first_failure_sticks(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(3);

    (void)state;
    assert_int_equal(sa_buf_add_text(&buf, "ab"), 0);
    assert_int_equal(sa_buf_add_text(&buf, "cd"), SA_E_LIMIT);
    assert_int_equal(sa_buf_add_char(&buf, 'c'), SA_E_LIMIT); /* would fit */
    assert_int_equal(sa_buf_add(&buf, "", 0), SA_E_LIMIT);
    assert_int_equal(sa_buf_add_text(&buf, NULL), SA_E_LIMIT);
    assert_int_equal(sa_buf_addf(&buf, "c"), SA_E_LIMIT);
    assert_int_equal(sa_buf_status(&buf), SA_E_LIMIT);
    assert_string_equal(sa_buf_text(&buf), "ab");

    sa_buf_clear(&buf);
    assert_int_equal(sa_buf_status(&buf), 0);
    assert_string_equal(sa_buf_text(&buf), "");
    assert_int_equal(sa_buf_add_text(&buf, "cde"), 0);
    assert_string_equal(sa_buf_text(&buf), "cde");
}

static void huge_lengths_do_not_wrap(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(SIZE_MAX);

    (void)state;
    assert_int_equal(sa_buf_add_text(&buf, "x"), 0);
    assert_int_equal(sa_buf_add(&buf, "y", SIZE_MAX), SA_E_LIMIT);
    sa_buf_clear(&buf);
    assert_int_equal(sa_buf_add_text(&buf, "x"), 0);
    assert_int_equal(sa_buf_add(&buf, "y", SIZE_MAX - 1), SA_E_LIMIT);
    assert_string_equal(sa_buf_text(&buf), "x");
}

static void lack_of_memory_sticks(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(1000);
    int first = 0;
    int format = 0;

    (void)state;
    sa_buf_add_text(&buf, "kept");
    memory_is_out = true;
    first = sa_buf_addf(&buf, "%500d", 1);
    memory_is_out = false;
    format = sa_buf_add_char(&buf, 'x');
    assert_int_equal(first, SA_E_NOMEM);
    assert_int_equal(format, SA_E_NOMEM);
    assert_string_equal(sa_buf_text(&buf), "kept");
    assert_int_equal(sa_buf_status(&buf), SA_E_NOMEM);
}

static void take_hands_over(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(10);
    char *first = NULL;
    char *second = NULL;

    (void)state;
    sa_buf_add_text(&buf, "abc");
    first = sa_buf_take(&buf);
    assert_string_equal(first, "abc");
    assert_null(buf.data);
    assert_int_equal(buf.limit, 10);
    assert_int_equal(sa_buf_add_text(&buf, "0123456789"), 0);
    second = sa_buf_take(&buf);
    assert_string_equal(second, "0123456789");
    assert_string_equal(first, "abc");
    free(first);
    free(second);
}

static void take_of_nothing_is_a_text(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(10);
    char *text = sa_buf_take(&buf);

    (void)state;
    assert_non_null(text);
    assert_string_equal(text, "");
    free(text);

    memory_is_out = true;
    text = sa_buf_take(&buf);
    memory_is_out = false;
    assert_null(text);
    assert_int_equal(sa_buf_status(&buf), SA_E_NOMEM);
}

static void failure_outlives_take(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(2);
    char *text = NULL;

    (void)state;
    sa_buf_add_text(&buf, "ab");
    sa_buf_add_text(&buf, "c");
    text = sa_buf_take(&buf);
    assert_string_equal(text, "ab");
    assert_int_equal(sa_buf_status(&buf), SA_E_LIMIT);
    free(text);
}

static void done_leaves_a_usable_buffer(void **state)
{
    struct sa_buf buf;

    (void)state;
    sa_buf_init(&buf, 4);
    sa_buf_add_text(&buf, "too long");
    sa_buf_done(&buf);
    assert_null(buf.data);
    assert_int_equal(sa_buf_add_text(&buf, "abcd"), 0);
    assert_int_equal(sa_buf_add_char(&buf, 'e'), SA_E_LIMIT);
    sa_buf_done(&buf);
    sa_buf_done(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_empty),
        cmocka_unit_test(adds_and_terminates),
        cmocka_unit_test(limit_is_exact),
        cmocka_unit_test(too_large_piece_is_not_added_at_all),
        cmocka_unit_test(too_large_format_is_not_added_at_all),
        cmocka_unit_test(format_fills_the_limit),
        cmocka_unit_test(first_failure_sticks),
        cmocka_unit_test(huge_lengths_do_not_wrap),
        cmocka_unit_test(lack_of_memory_sticks),
        cmocka_unit_test(take_hands_over),
        cmocka_unit_test(take_of_nothing_is_a_text),
        cmocka_unit_test(failure_outlives_take),
        cmocka_unit_test(done_leaves_a_usable_buffer),
    };

    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
