/* SPDX-License-Identifier: Apache-2.0 */
/* Sync servers out of the facts: who leads to them, and whether they live. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#include "forest_fake.h"

/* 2021-01-01, the time that the tests' objects were last seen. */
#define SEEN      "132539328000000000"
#define SEEN_UNIX INT64_C(1609459200)
#define DAY       86400

static struct sa_arena arena;
static struct sa_discovered *servers;
static size_t count;

static int open_forest(void **state)
{
    (void)state;
    forest_open();
    sa_arena_init(&arena, 16 * SA_MIB);
    return 0;
}

static int close_forest(void **state)
{
    (void)state;
    forest_close();
    sa_arena_done(&arena);
    return 0;
}

static void discover(int64_t days_later)
{
    struct sa_error err = {0};

    assert_int_equal(collect(NULL, 0), 0);
    assert_int_equal(sa_forest_discovered(snapshot(), target(), SEEN_UNIX + days_later * DAY,
                                          &arena, &servers, &count, &err),
                     0);
}

static struct object *put_server(const char *name, unsigned rid)
{
    struct object *object = put_computer(name, rid);

    set_text(object, "lastLogonTimestamp", SEEN);
    set_text(object, "operatingSystem", "Windows Server 2022");
    return object;
}

static void test_described(void **state)
{
    (void)state;
    set_text(put_user("MSOL_1", 1001), "description", DESCRIPTION("SYNC01", "lab.onmicrosoft.com"));
    set_text(put_user("MSOL_2", 1002), "description", DESCRIPTION("sync01", "lab.onmicrosoft.com"));
    put_server("SYNC01", 1003);
    discover(44);
    assert_int_equal(count, 1);
    assert_string_equal(servers[0].name, "SYNC01");
    assert_string_equal(servers[0].state, "live");
    assert_string_equal(servers[0].tenant, "lab.onmicrosoft.com");
    assert_string_equal(servers[0].accounts, "MSOL_1, MSOL_2");
    assert_string_equal(servers[0].domain, "lab.example");
    assert_string_equal(servers[0].os, "Windows Server 2022");
    assert_non_null(strstr(servers[0].how, "named in the description of MSOL_1"));
    assert_true(servers[0].computer_found && servers[0].enabled);
    discover(46);
    assert_string_equal(servers[0].state, "ghost");
}

static void test_names_in_names(void **state)
{
    (void)state;
    set_text(put_user("a-svc", 1001), "description", DESCRIPTION("SYNC01", "a.b"));
    set_text(put_user("svc", 1002), "description", DESCRIPTION("SYNC01", "a.b"));
    discover(1);
    assert_string_equal(servers[0].accounts, "a-svc, svc");
    assert_string_equal(servers[0].how,
                        "named in the description of a-svc; named in the description of svc");
}

static void test_disabled_and_silent(void **state)
{
    struct object *off = put_server("SYNC01", 1003);
    struct object *silent = put_server("SYNC02", 1004);

    (void)state;
    drop(off, "userAccountControl");
    set_text(off, "userAccountControl", "4098");
    drop(silent, "lastLogonTimestamp");
    set_text(put_user("MSOL_1", 1001), "description", DESCRIPTION("SYNC01", "a.b"));
    set_text(put_user("MSOL_2", 1002), "description", DESCRIPTION("SYNC02", "a.b"));
    discover(1);
    assert_int_equal(count, 2);
    assert_string_equal(servers[0].state, "ghost");
    assert_false(servers[0].enabled);
    /* Never, or not readable: nobody can tell. */
    assert_string_equal(servers[1].state, "unknown");
}

static void test_flags_hidden(void **state)
{
    (void)state;
    drop(put_server("SYNC01", 1003), "userAccountControl");
    set_text(put_user("MSOL_1", 1001), "description", DESCRIPTION("SYNC01", "a.b"));
    discover(1);
    assert_string_equal(servers[0].state, "unknown");
}

static void test_gone(void **state)
{
    (void)state;
    set_text(put_user("MSOL_1", 1001), "description", DESCRIPTION("SYNC01", "a.b"));
    discover(1);
    assert_int_equal(count, 1);
    assert_false(servers[0].computer_found);
    assert_string_equal(servers[0].state, "ghost");
    /* It may be in the domain that does not answer. */
    forest_add_child(SA_E_NETWORK);
    discover(1);
    assert_string_equal(servers[0].state, "unknown");
}

static void test_reader(void **state)
{
    struct object *gmsa = put_computer("ADSyncMSA1", 1001);

    (void)state;
    set_text(gmsa, "objectClass", "msDS-GroupManagedServiceAccount");
    set_sd(gmsa, "msDS-GroupMSAMembership", "A;30;" SID "-1002");
    put_server("SYNC01", 1002);
    discover(1);
    assert_int_equal(count, 1);
    assert_string_equal(servers[0].how, "may read the password of ADSyncMSA1$");
    assert_string_equal(servers[0].accounts, "ADSyncMSA1$");
}

static void test_nobody(void **state)
{
    (void)state;
    put_server("FILES01", 1002);
    discover(1);
    assert_int_equal(count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_described, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_names_in_names, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_disabled_and_silent, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_flags_hidden, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_gone, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_reader, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_nobody, open_forest, close_forest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
