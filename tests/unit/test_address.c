/* SPDX-License-Identifier: Apache-2.0 */
/* Networks of policies as SQL sees them: ip_family(), ip_first(), ip_last(). */
#include "syncaudit/sql.h"

#include "engine/engine.h"
#include "support/test.h"

static sqlite3 *db;

static int open_database(void **state)
{
    struct sa_error err = {0};

    (void)state;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK)
        return -1;
    return sa_address_functions(db, &err);
}

static int close_database(void **state)
{
    (void)state;
    return sqlite3_close(db);
}

/* "FAMILY FIRST LAST", or "none". `len` -1: a text that ends with its NUL. */
static void expect(const char *text, int len, const char *expected)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};

    assert_int_equal(
        sa_sql_prepare(db,
                       "SELECT coalesce(ip_family(?1) || ' ' || ltrim(ip_first(?1), '0') || ' '"
                       "                || ltrim(ip_last(?1), '0'), 'none'),"
                       "       length(ip_first(?1)) IS NOT 32 OR length(ip_last(?1)) IS NOT 32",
                       "test", &statement, &err),
        0);
    assert_int_equal(sqlite3_bind_text(statement, 1, text, len, SQLITE_STATIC), SQLITE_OK);
    assert_int_equal(sa_sql_step(statement, "test", &err), 1);
    const char *actual = sa_sql_text(statement, 0);
    if (strcmp(actual, expected) != 0)
        fail_msg("'%s' gives '%s', not '%s'", text, actual, expected);
    assert_int_equal(sqlite3_column_int(statement, 1), strcmp(expected, "none") == 0);
}

static void networks_are_read(void **state)
{
    (void)state;
    expect("10.1.2.3", -1, "4 a010203 a010203");
    expect("10.1.2.3/16", -1, "4 a010000 a01ffff");
    expect("10.1.2.3/255.255.0.0", -1, "4 a010000 a01ffff");
    expect("10.1.2.3/13", -1, "4 a000000 a07ffff");
    expect("10.1.2.3/32", -1, "4 a010203 a010203");
    expect("10.1.2.3/255.255.255.255", -1, "4 a010203 a010203");
    expect("192.168.1.1-192.168.2.255", -1, "4 c0a80101 c0a802ff");
    expect("192.168.1.1-192.168.1.1", -1, "4 c0a80101 c0a80101");
    expect("0.0.0.0/0", -1, "4  ffffffff");
    expect("0.0.0.0/0.0.0.0", -1, "4  ffffffff");
    expect("fd12::1/8", -1, "6 fd000000000000000000000000000000 fdffffffffffffffffffffffffffffff");
    expect("2001:db8::/127", -1,
           "6 20010db8000000000000000000000000 20010db8000000000000000000000001");
    expect("::1", -1, "6 1 1");
    expect("::/0", -1, "6  ffffffffffffffffffffffffffffffff");
    expect("fd00::1-fd00::ff", -1,
           "6 fd000000000000000000000000000001 fd0000000000000000000000000000ff");
}

static void everything_else_is_none(void **state)
{
    static const char *const none[] = {
        "",
        "server",
        "10.1.2",
        "10.1.2.256",
        "10.1.2.3/",
        "10.1.2.3/33",
        "10.1.2.3/0001",
        "10.1.2.3/-1",
        "10.1.2.3/255.0.255.0",
        "10.1.2.3/ffff::",
        "10.1.2.3 ",
        "10.1.2.3/16/16",
        "10.1.2.3-10.1.2.2",
        "10.1.2.3-",
        "10.1.2.3-fd00::1",
        "fd00::1-10.1.2.3",
        "fd00::/129",
        "fd00::/255.0.0.0",
        "fe80::1%2",
        "1111:1111:1111:1111:1111:1111:1111:1111-1111:1111:1111:1111:1111:1111:1111:1111-1111:1111:"
        "1111:"
        "1111:1111:1111:1111:1111-1111",
    };
    (void)state;

    for (size_t i = 0; i < SA_COUNT(none); i++)
        expect(none[i], -1, "none");
    expect(NULL, -1, "none");
    expect("10.1.2.3\0.9", 11, "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(networks_are_read),
        cmocka_unit_test(everything_else_is_none),
    };
    return cmocka_run_group_tests(tests, open_database, close_database);
}
