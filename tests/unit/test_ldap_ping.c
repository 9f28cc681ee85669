/* SPDX-License-Identifier: Apache-2.0 */
/* The LDAP ping's answer: a DC's own bytes, every truncation of them, and pointers that go round. */
#include <string.h>

#include "private.h"
#include "support/test.h"

/* forest and domain fabrikam.example, host dc1, sites HQ and Branch, as MS-ADTS 6.3.1.9 lays it out */
static const unsigned char value[] =
    "\x17\x00\x00\x00\xfd\x33\x00\x00"
    "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10"
    "\x08"
    "fabrikam\x07"
    "example\x00"
    "\xc0\x18"
    "\x03"
    "dc1\xc0\x18"
    "\x08"
    "FABRIKAM\x00"
    "\x03"
    "DC1\x00"
    "\x00"
    "\x02"
    "HQ\x00"
    "\x06"
    "Branch\x00"
    "\x05\x00\x00\x00\xff\xff\xff\xff";
#define VALUE_LEN (sizeof value - 1)
#define NAMES_END (VALUE_LEN - 8)

static void answer_is_read(void **state)
{
    struct sa_dc_ping ping;

    (void)state;
    assert_int_equal(sa_dc_ping_decode(value, VALUE_LEN, &ping), 0);
    assert_int_equal(ping.flags, 0x33fd);
    assert_string_equal(ping.forest, "fabrikam.example");
    assert_string_equal(ping.domain, "fabrikam.example");
    assert_string_equal(ping.host, "dc1.fabrikam.example");
    assert_string_equal(ping.netbios_domain, "FABRIKAM");
    assert_string_equal(ping.dc_site, "HQ");
    assert_string_equal(ping.client_site, "Branch");
}

static void every_truncation_is_refused(void **state)
{
    struct sa_dc_ping ping;

    (void)state;
    for (size_t len = 0; len < VALUE_LEN; len++) {
        unsigned char *exact = test_malloc(len + (len == 0));

        memcpy(exact, value, len);
        assert_int_equal(sa_dc_ping_decode(exact, len, &ping),
                         len >= NAMES_END ? 0 : SA_E_PROTOCOL);
        if (len < NAMES_END)
            assert_string_equal(ping.forest, "");
        test_free(exact);
    }
}

/* The header and then `names`. */
static int decode_names(const char *names, size_t len)
{
    unsigned char bytes[512] = {23};
    struct sa_dc_ping ping;

    memcpy(bytes + 24, names, len);
    return sa_dc_ping_decode(bytes, 24 + len, &ping);
}

static void pointers_do_not_go_round(void **state)
{
    (void)state;
    /* to itself, to one that points back, with a label on the way, past the end */
    assert_int_equal(decode_names("\xc0\x18", 2), SA_E_PROTOCOL);
    assert_int_equal(decode_names("\xc0\x1a\xc0\x18", 4), SA_E_PROTOCOL);
    assert_int_equal(decode_names("\x01"
                                  "a\xc0\x18",
                                  4),
                     SA_E_PROTOCOL);
    assert_int_equal(decode_names("\xff\xff", 2), SA_E_PROTOCOL);
    assert_int_equal(decode_names("\xc0", 1), SA_E_PROTOCOL);
    assert_int_equal(decode_names("\x40"
                                  "a",
                                  2),
                     SA_E_PROTOCOL);
}

static void odd_names_are_refused(void **state)
{
    char many[300];

    (void)state;
    assert_int_equal(decode_names("\x03"
                                  "a\x1b"
                                  "b\0\0\0\0\0\0\0\0",
                                  13),
                     SA_E_PROTOCOL);
    assert_int_equal(decode_names("\0\0\0\0\0\0\0\0", 8), 0);
    memset(many, 1, sizeof many); /* labels of one control character */
    assert_int_equal(decode_names(many, sizeof many), SA_E_PROTOCOL);
    for (size_t i = 0; i < sizeof many; i += 2)
        many[i + 1] = 'a';
    assert_int_equal(decode_names(many, sizeof many), SA_E_PROTOCOL); /* longer than a name */
}

static void other_opcodes_are_refused(void **state)
{
    unsigned char bytes[VALUE_LEN];
    struct sa_dc_ping ping;

    (void)state;
    memcpy(bytes, value, VALUE_LEN);
    bytes[0] = 25;
    assert_int_equal(sa_dc_ping_decode(bytes, VALUE_LEN, &ping), 0);
    bytes[0] = 19;
    assert_int_equal(sa_dc_ping_decode(bytes, VALUE_LEN, &ping), SA_E_PROTOCOL);
    bytes[0] = 23;
    bytes[1] = 1;
    assert_int_equal(sa_dc_ping_decode(bytes, VALUE_LEN, &ping), SA_E_PROTOCOL);
}

/* message 7: entry "", Netlogon with the value "xy"; then "done" */
static const unsigned char entry[] = "\x30\x1b\x02\x01\x07\x64\x16\x04\x00\x30\x12\x30\x10\x04\x08"
                                     "Netlogon\x31\x04\x04\x02xy";

static void message_is_read(void **state)
{
    const unsigned char *found = NULL;
    size_t len = 0;

    (void)state;
    assert_int_equal(ping_answer_value(entry, sizeof entry - 1, 7, &found, &len), 0);
    assert_int_equal(len, 2);
    assert_memory_equal(found, "xy", 2);
    assert_int_equal(ping_answer_value(entry, sizeof entry - 1, 8, &found, &len), SA_E_PROTOCOL);
    for (size_t cut = 0; cut < sizeof entry - 1; cut++)
        assert_int_equal(ping_answer_value(entry, cut, 7, &found, &len), SA_E_PROTOCOL);
}

static void stranger_is_no_controller(void **state)
{
    static const unsigned char done[] = "\x30\x0c\x02\x01\x07\x65\x07\x0a\x01\x00\x04\x00\x04\x00";
    const unsigned char *found = NULL;
    size_t len = 0;

    (void)state;
    assert_int_equal(ping_answer_value(done, sizeof done - 1, 7, &found, &len), SA_E_NOT_FOUND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answer_is_read),
        cmocka_unit_test(every_truncation_is_refused),
        cmocka_unit_test(pointers_do_not_go_round),
        cmocka_unit_test(odd_names_are_refused),
        cmocka_unit_test(other_opcodes_are_refused),
        cmocka_unit_test(message_is_read),
        cmocka_unit_test(stranger_is_no_controller),
    };

    return cmocka_run_group_tests_name("ldap_ping", tests, NULL, NULL);
}
