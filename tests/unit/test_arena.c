/* SPDX-License-Identifier: Apache-2.0 */
/* The arena: alignment, zeroed memory, objects that do not overlap, its limit, and memory that runs
 * out (the linker replaces calloc(), see base.cmake). Leaks are the sanitizers' to find. */
#include <stdbool.h>
#include <string.h>

#include "syncaudit/arena.h"

#include "support/test.h"

static bool memory_is_out;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);

void *__wrap_calloc(size_t count, size_t size)
{
    return memory_is_out ? NULL : __real_calloc(count, size);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

/* Sizes around alignment and blocks; each object is zero when it comes and keeps its own bytes. */
static void objects_are_apart(void **state)
{
    enum { OBJECTS = 3000 };

    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT((size_t)256 << 20);
    static unsigned char *objects[OBJECTS];
    static size_t sizes[OBJECTS];

    (void)state;
    for (size_t i = 0; i < OBJECTS; i++) {
        sizes[i] = i % 100 == 99 ? i * 97 : i % 70;
        objects[i] = sa_arena_alloc(&arena, sizes[i]);
        assert_non_null(objects[i]);
        assert_int_equal((uintptr_t)objects[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(objects[i][k], 0);
        memset(objects[i], (int)(i % 255 + 1), sizes[i]);
    }
    for (size_t i = 0; i < OBJECTS; i++) {
        for (size_t k = 0; k < sizes[i]; k++) {
            if (objects[i][k] != i % 255 + 1)
                fail_msg("object %zu of %zu bytes was overwritten at %zu", i, sizes[i], k);
        }
    }
}

static void empty_objects_are_distinct_and_count(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(1000);
    void *first = sa_arena_alloc(&arena, 0);
    void *second = sa_arena_alloc(&arena, 0);
    size_t count = 2;

    (void)state;
    assert_non_null(first);
    assert_non_null(second);
    assert_ptr_not_equal(first, second);
    while (sa_arena_alloc(&arena, 0) != NULL && count < 5000)
        count++;
    assert_true(count <= 1000);
}

static void limit_holds(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(4096);

    (void)state;
    assert_null(sa_arena_alloc(&arena, 4097));
    assert_int_equal(arena.used, 0);
    assert_non_null(sa_arena_alloc(&arena, 4096));
    assert_int_equal(arena.used, 4096);
    assert_null(sa_arena_alloc(&arena, 1));
    assert_null(sa_arena_text(&arena, ""));
    sa_arena_done(&arena);
    assert_non_null(sa_arena_alloc(&arena, 4096));
}

static void sizes_do_not_wrap(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SIZE_MAX);

    (void)state;
    assert_null(sa_arena_alloc(&arena, SIZE_MAX));
    assert_null(sa_arena_alloc(&arena, SIZE_MAX - 15));
    assert_null(sa_arena_array(&arena, SIZE_MAX / 2, 3));
    assert_null(sa_arena_array(&arena, (size_t)1 << 33, (size_t)1 << 33));
    assert_null(sa_arena_copy(&arena, "x", SIZE_MAX));
    assert_int_equal(arena.used, 0);
    assert_non_null(sa_arena_array(&arena, 0, SIZE_MAX));
}

static void array_has_room_for_all(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(10000);
    uint64_t *numbers = sa_arena_array(&arena, 100, sizeof *numbers);

    (void)state;
    assert_non_null(numbers);
    for (size_t i = 0; i < 100; i++) {
        assert_true(numbers[i] == 0);
        numbers[i] = UINT64_MAX;
    }
    assert_true(arena.used >= 100 * sizeof *numbers);
}

static void texts_are_copies(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(100000);
    char text[] = "ab\0cd";
    char *copy = sa_arena_copy(&arena, text, 5);
    char *same = sa_arena_text(&arena, text);
    char *empty = sa_arena_copy(&arena, NULL, 0);
    char *printed = sa_arena_printf(&arena, "%s-%05d", text, 42);
    char *wide = sa_arena_printf(&arena, "%9000d", 1);

    (void)state;
    memset(text, 'x', sizeof text);
    assert_memory_equal(copy, "ab\0cd", 6);
    assert_string_equal(same, "ab");
    assert_string_equal(empty, "");
    assert_string_equal(printed, "ab-00042");
    assert_int_equal(strlen(wide), 9000);
    assert_null(sa_arena_text(&arena, NULL));
}

/* Lengths that leave no room to spare when their end is counted wrongly. */
static void ends_are_not_overwritten(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(100000);
    char bytes[80];

    (void)state;
    memset(bytes, 'a', sizeof bytes);
    for (size_t len = 0; len < sizeof bytes; len++) {
        char *copy = sa_arena_copy(&arena, bytes, len);
        char *printed = sa_arena_printf(&arena, "%.*s", (int)len, bytes);
        char *next = sa_arena_copy(&arena, bytes, 1);

        assert_non_null(copy);
        assert_non_null(printed);
        assert_non_null(next);
        assert_int_equal(strlen(copy), len);
        assert_int_equal(strlen(printed), len);
    }
}

static void printf_respects_the_limit(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(64);

    (void)state;
    assert_null(sa_arena_printf(&arena, "%64d", 1));
    assert_non_null(sa_arena_printf(&arena, "%63d", 1));
}

static void lack_of_memory_is_null(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(100000);
    void *object = NULL;
    char *text = NULL;

    (void)state;
    memory_is_out = true;
    object = sa_arena_alloc(&arena, 10);
    text = sa_arena_printf(&arena, "%d", 1);
    memory_is_out = false;
    assert_null(object);
    assert_null(text);
    assert_int_equal(arena.used, 0);
    assert_non_null(sa_arena_alloc(&arena, 10));
}

static void done_twice_is_harmless(void **state)
{
    struct sa_arena arena;

    (void)state;
    sa_arena_init(&arena, 100);
    sa_arena_done(&arena);
    assert_non_null(sa_arena_alloc(&arena, 50));
    sa_arena_done(&arena);
    sa_arena_done(&arena);
    assert_int_equal(arena.used, 0);
    assert_int_equal(arena.limit, 100);
    assert_null(arena.block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_are_apart),
        cmocka_unit_test(empty_objects_are_distinct_and_count),
        cmocka_unit_test(limit_holds),
        cmocka_unit_test(sizes_do_not_wrap),
        cmocka_unit_test(array_has_room_for_all),
        cmocka_unit_test(texts_are_copies),
        cmocka_unit_test(ends_are_not_overwritten),
        cmocka_unit_test(printf_respects_the_limit),
        cmocka_unit_test(lack_of_memory_is_null),
        cmocka_unit_test(done_twice_is_harmless),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
