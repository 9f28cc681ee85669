/* SPDX-License-Identifier: Apache-2.0 */
/* A temporary folder of checks and cases, for the tests of the catalogue, the linter and the case
 * runner. Each test that uses it is registered with in_own_folder(). */
#ifndef SYNCAUDIT_TESTS_CHECK_FOLDER_H
#define SYNCAUDIT_TESTS_CHECK_FOLDER_H
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syncaudit/compiler.h"

#include "support/test.h"

static char folder[] = "checks-test-XXXXXX";

static int remove_entry(const char *path, const struct stat *file, int type, struct FTW *walk)
{
    (void)file;
    (void)type;
    (void)walk;
    return remove(path);
}

static int make_temporary_folder(void **state)
{
    (void)state;
    memcpy(folder, "checks-test-XXXXXX", sizeof folder);
    return mkdtemp(folder) != NULL ? 0 : -1;
}

static int remove_temporary_folder(void **state)
{
    (void)state;
    return nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

#define in_own_folder(test) \
    cmocka_unit_test_setup_teardown(test, make_temporary_folder, remove_temporary_folder)

/* A path in the folder; valid until the next call. */
static const char *in_folder(const char *name)
{
    static char path[4096];

    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static SA_UNUSED void make_folder(const char *name)
{
    assert_int_equal(mkdir(in_folder(name), 0700), 0);
}

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(in_folder(name), "we");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}
#endif
