/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets: the source is wiped, the memory is wiped before the system gets it back (the linker
 * replaces munmap() and others, see base.cmake), it is locked if the system lets us, and stays out
 * of core files. */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "syncaudit/limits.h"
#include "syncaudit/secret.h"

#include "support/test.h"

static bool map_must_fail;
static bool unmap_is_watched;
static bool lock_must_fail;
static const void *locked;
static size_t bytes_locked;
static size_t bytes_unmapped;
static size_t bytes_not_wiped;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
int __real_munmap(void *start, size_t len);
int __wrap_munmap(void *start, size_t len);
int __real_mlock(const void *start, size_t len);
int __wrap_mlock(const void *start, size_t len);
void *__real_mmap(void *start, size_t len, int prot, int flags, int fd, off_t offset);
void *__wrap_mmap(void *start, size_t len, int prot, int flags, int fd, off_t offset);

int __wrap_munmap(void *start, size_t len)
{
    if (unmap_is_watched) {
        const unsigned char *bytes = start;

        bytes_unmapped = len;
        bytes_not_wiped = 0;
        for (size_t i = 0; i < len; i++)
            bytes_not_wiped += bytes[i] != 0;
    }
    return __real_munmap(start, len);
}

int __wrap_mlock(const void *start, size_t len)
{
    if (lock_must_fail) {
        errno = ENOMEM;
        return -1;
    }
    locked = start;
    bytes_locked = len;
    return __real_mlock(start, len);
}

void *__wrap_mmap(void *start, size_t len, int prot, int flags, int fd, off_t offset)
{
    if (map_must_fail) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    return __real_mmap(start, len, prot, flags, fd, offset);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static size_t count_not_zero(const char *bytes, size_t len)
{
    size_t count = 0;

    for (size_t i = 0; i < len; i++)
        count += bytes[i] != 0;
    return count;
}

static void source_is_wiped(void **state)
{
    char source[] = "correct horse\0battery";
    SA_CLEANUP(sa_secret_free_p) struct sa_secret *secret = NULL;

    (void)state;
    assert_int_equal(sa_secret_new(source, sizeof source - 1, &secret, NULL), 0);
    assert_int_equal(count_not_zero(source, sizeof source), 0);
    assert_int_equal(sa_secret_len(secret), 21);
    assert_memory_equal(sa_secret_bytes(secret), "correct horse\0battery", 22);
}

static void memory_is_wiped(void **state)
{
    char source[] = "password";
    struct sa_secret *secret = NULL;

    (void)state;
    assert_int_equal(sa_secret_new(source, 8, &secret, NULL), 0);
    unmap_is_watched = true;
    sa_secret_free(secret);
    unmap_is_watched = false;
    assert_true(bytes_unmapped > 8);
    assert_int_equal(bytes_not_wiped, 0);
}

static void refused_lock_is_no_failure(void **state)
{
    char source[] = "password";
    struct sa_secret *secret = NULL;
    int r = 0;

    (void)state;
    bytes_locked = 0;
    assert_int_equal(sa_secret_new(source, 8, &secret, NULL), 0);
    assert_true(bytes_locked > 8);
    sa_secret_free(secret);

    memcpy(source, "password", 8);
    lock_must_fail = true;
    r = sa_secret_new(source, 8, &secret, NULL);
    lock_must_fail = false;
    assert_int_equal(r, 0);
    assert_string_equal(sa_secret_bytes(secret), "password");
    sa_secret_free(secret);
}

/* Around the end of the first page: the NUL still lies inside what was mapped. */
static void every_length_ends_in_nul(void **state)
{
    static char source[5000];

    (void)state;
    for (size_t len = 4000; len < 4200; len++) {
        struct sa_secret *secret = NULL;

        memset(source, 'k', len);
        assert_int_equal(sa_secret_new(source, len, &secret, NULL), 0);
        assert_true((const char *)locked + bytes_locked > sa_secret_bytes(secret) + len);
        assert_int_equal(strlen(sa_secret_bytes(secret)), len);
        sa_secret_free(secret);
    }
}

static void empty_secret(void **state)
{
    SA_CLEANUP(sa_secret_free_p) struct sa_secret *secret = NULL;

    (void)state;
    assert_int_equal(sa_secret_new(NULL, 0, &secret, NULL), 0);
    assert_int_equal(sa_secret_len(secret), 0);
    assert_string_equal(sa_secret_bytes(secret), "");
    sa_secret_free(NULL);
}

static void largest_and_larger(void **state)
{
    char *source = malloc(SA_LIMIT_SECRET + 1);
    struct sa_secret *secret = NULL;
    struct sa_secret *refused = NULL;
    struct sa_error err = {0};
    int r = 0;

    (void)state;
    assert_non_null(source);
    memset(source, 'k', SA_LIMIT_SECRET + 1);
    r = sa_secret_new(source, SA_LIMIT_SECRET, &secret, &err);
    assert_int_equal(r, 0);
    assert_int_equal(sa_secret_len(secret), SA_LIMIT_SECRET);
    assert_int_equal(sa_secret_bytes(secret)[SA_LIMIT_SECRET - 1], 'k');
    assert_int_equal(sa_secret_bytes(secret)[SA_LIMIT_SECRET], '\0');
    sa_secret_free(secret);

    memset(source, 'k', SA_LIMIT_SECRET + 1);
    r = sa_secret_new(source, SA_LIMIT_SECRET + 1, &refused, &err);
    assert_int_equal(r, SA_E_LIMIT);
    assert_null(refused);
    assert_non_null(strstr(err.message, "SA_LIMIT_SECRET"));
    assert_null(strstr(err.message, "kkk"));
    assert_int_equal(count_not_zero(source, SA_LIMIT_SECRET + 1), 0);
    free(source);
}

static void source_is_wiped_also_on_failure(void **state)
{
    char source[] = "password";
    struct sa_secret *secret = NULL;
    struct sa_error err = {0};
    int r = 0;

    (void)state;
    map_must_fail = true;
    r = sa_secret_new(source, 8, &secret, &err);
    map_must_fail = false;
    assert_int_equal(r, SA_E_NOMEM);
    assert_null(secret);
    assert_null(strstr(err.message, "password"));
    assert_int_equal(count_not_zero(source, sizeof source), 0);
}

/* In /proc/self/smaps: the flags of the mapping that holds `address`. */
static bool flags_of_mapping(const void *address, char flags[256])
{
    FILE *file = fopen("/proc/self/smaps", "re");
    char line[512];
    bool is_inside = false;
    bool is_found = false;

    if (file == NULL)
        return false;
    while (!is_found && fgets(line, sizeof line, file) != NULL) {
        char *end = NULL;
        uintptr_t from = strtoumax(line, &end, 16);
        uintptr_t to = *end == '-' ? strtoumax(end + 1, &end, 16) : 0;

        if (to > from && *end == ' ') {
            is_inside = (uintptr_t)address >= from && (uintptr_t)address < to;
        } else if (is_inside && strncmp(line, "VmFlags:", 8) == 0) {
            (void)snprintf(flags, 256, "%.200s", line + 8);
            is_found = true;
        }
    }
    (void)fclose(file);
    return is_found;
}

static void core_files_leave_it_out(void **state)
{
    char source[] = "password";
    char flags[256] = "";
    SA_CLEANUP(sa_secret_free_p) struct sa_secret *secret = NULL;

    (void)state;
    assert_int_equal(sa_secret_new(source, 8, &secret, NULL), 0);
    if (!flags_of_mapping(sa_secret_bytes(secret), flags)) {
        print_message("left out: no VmFlags in /proc/self/smaps\n");
        skip();
    }
    assert_non_null(strstr(flags, " dd"));
    if (!flags_of_mapping(flags, flags))
        fail();
    assert_null(strstr(flags, " dd"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(source_is_wiped),
        cmocka_unit_test(memory_is_wiped),
        cmocka_unit_test(refused_lock_is_no_failure),
        cmocka_unit_test(every_length_ends_in_nul),
        cmocka_unit_test(empty_secret),
        cmocka_unit_test(largest_and_larger),
        cmocka_unit_test(source_is_wiped_also_on_failure),
        cmocka_unit_test(core_files_leave_it_out),
    };

    return cmocka_run_group_tests_name("secret", tests, NULL, NULL);
}
