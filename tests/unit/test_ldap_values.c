/* SPDX-License-Identifier: Apache-2.0 */
/* Names, filters, entries and small texts of LDAP, without a server. */
#include <string.h>

#include "syncaudit/limits.h"

#include "private.h"
#include "support/test.h"

static void filter_values_are_escaped(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100);

    (void)state;
    assert_int_equal(sa_ldap_filter_add(&buf, "a*b(c)d\\e\0f\x7f\xc3\xa4 ", 15), 0);
    assert_string_equal(sa_buf_text(&buf), "a\\2ab\\28c\\29d\\5ce\\00f\\7f\\c3\\a4 ");
    sa_buf_clear(&buf);
    assert_int_equal(sa_ldap_filter_add_binary(&buf,
                                               "\x01\xff"
                                               "A",
                                               3),
                     0);
    assert_string_equal(sa_buf_text(&buf), "\\01\\ff\\41");
    sa_buf_done(&buf);
    sa_buf_init(&buf, 5);
    assert_int_equal(sa_ldap_filter_add(&buf, "ab**", 4), SA_E_LIMIT);
}

static void range_names_are_read(void **state)
{
    static const struct {
        const char *name;
        int status;
        size_t base;
        bool ranged;
        uint32_t low, high;
    } rows[] = {
        {"member",                                 0,             6,  false, 0,    0        },
        {"member;range=0-1499",                    0,             6,  true,  0,    1499     },
        {"member;Range=1500-*",                    0,             6,  true,  1500, RANGE_END},
        {"userCertificate;binary",                 0,             15, false, 0,    0        },
        {"member;binary;range=3-3",                0,             6,  true,  3,    3        },
        {"member;range=5-4",                       SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=-4",                        SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=1",                         SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=1-",                        SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=1-2x",                      SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=1-**",                      SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=",                          SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=0-4294967295",              SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=0-4294967294",              SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=0-99999999999999999999999", SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;range=0-1;range=2-3",             SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"member;",                                0,             6,  false, 0,    0        },
        {";range=0-1",                             SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"",                                       SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"mem ber",                                SA_E_PROTOCOL, 0,  false, 0,    0        },
        {"mem\x1b",                                SA_E_PROTOCOL, 0,  false, 0,    0        },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct range_name range;
        int r = range_parse(rows[i].name, strlen(rows[i].name), &range);

        if (r != rows[i].status)
            fail_msg("'%s' gives %d", rows[i].name, r);
        if (r < 0)
            continue;
        assert_int_equal(range.base_len, rows[i].base);
        assert_int_equal(range.ranged, rows[i].ranged);
        assert_int_equal(range.low, rows[i].low);
        assert_int_equal(range.high, rows[i].high);
    }
}

static struct sa_ldap_value value_of(const char *text, size_t len)
{
    return (struct sa_ldap_value){(const unsigned char *)text, len};
}

static void values_that_come_twice_are_dropped(void **state)
{
    struct sa_ldap_value values[] = {value_of("b", 1),    value_of("a", 1), value_of("b", 1),
                                     value_of("a\0c", 3), value_of("", 0),  value_of("a", 1),
                                     value_of("", 0)};
    struct sa_ldap_attribute attribute = {"member", values, SA_COUNT(values)};

    (void)state;
    assert_int_equal(range_unique(&attribute), 0);
    assert_int_equal(attribute.count, 4);
    assert_string_equal((const char *)attribute.values[0].bytes, "b");
    assert_string_equal((const char *)attribute.values[1].bytes, "a");
    assert_int_equal(attribute.values[2].len, 3);
    assert_int_equal(attribute.values[3].len, 0);
    attribute.count = 0;
    assert_int_equal(range_unique(&attribute), 0);
}

static void entries_are_asked_by_name(void **state)
{
    struct sa_ldap_value name = value_of("Jo", 2);
    struct sa_ldap_value nul = value_of("a\0b", 3);
    struct sa_ldap_attribute attributes[] = {
        {"cn",     &name, 1},
        {"binary", &nul,  1},
        {"member", NULL,  0}
    };
    struct sa_ldap_entry entry = {"CN=Jo", attributes, SA_COUNT(attributes)};

    (void)state;
    assert_ptr_equal(sa_ldap_get(&entry, "CN"), &attributes[0]);
    assert_null(sa_ldap_get(&entry, "sn"));
    assert_null(sa_ldap_get(&entry, "member"));
    assert_string_equal(sa_ldap_text(&entry, "cn"), "Jo");
    assert_null(sa_ldap_text(&entry, "binary"));
    assert_null(sa_ldap_text(&entry, "sn"));
}

static void copies_are_deep(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_arena small = SA_ARENA_INIT(40);
    char text[] = "Jo";
    char dn[] = "CN=Jo";
    struct sa_ldap_value value = value_of(text, 2);
    struct sa_ldap_attribute attributes[] = {
        {"cn",     &value, 1},
        {"member", NULL,   0}
    };
    struct sa_ldap_entry entry = {dn, attributes, SA_COUNT(attributes)};
    const struct sa_ldap_entry *copy = sa_ldap_copy(&entry, &arena);

    (void)state;
    assert_non_null(copy);
    memset(text, 'x', 2);
    memset(dn, 'x', 5);
    attributes[0].name = "sn";
    assert_string_equal(copy->dn, "CN=Jo");
    assert_int_equal(copy->count, 2);
    assert_string_equal(sa_ldap_text(copy, "cn"), "Jo");
    assert_null(sa_ldap_copy(&entry, &small));
    sa_arena_done(&small);
}

static void times_of_the_directory(void **state)
{
    static const char *const bad[] = {"",
                                      "2026112213321",
                                      "20261122133211",
                                      "20261122133211.0",
                                      "20261122133211+0100",
                                      "20261322133211.0Z",
                                      "x0261122133211.0Z",
                                      "20261122133211.0Zx"};
    int64_t seconds = 0;

    (void)state;
    assert_int_equal(generalized_time("20261122133211.0Z", &seconds), 0);
    assert_int_equal(seconds, 1795354331);
    assert_int_equal(generalized_time("20261122133211Z", &seconds), 0);
    assert_int_equal(generalized_time("20261122133211.123456Z", &seconds), 0);
    assert_int_equal(seconds, 1795354331);
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_int_equal(generalized_time(bad[i], &seconds), SA_E_INPUT);
}

static void site_of_a_server(void **state)
{
    char site[16];

    (void)state;
    site_of_server("CN=DC1,CN=Servers,CN=HQ,CN=Sites,CN=Configuration,DC=a", site, sizeof site);
    assert_string_equal(site, "HQ");
    site_of_server("CN=DC1,cn=servers,cn=Far away,CN=Sites", site, sizeof site);
    assert_string_equal(site, "Far away");
    site_of_server("CN=DC1,CN=Servers,CN=a\\,b,CN=Sites", site, sizeof site);
    assert_string_equal(site, "");
    site_of_server("CN=DC1,CN=Servers,CN=0123456789abcdef,CN=Sites", site, sizeof site);
    assert_string_equal(site, "");
    site_of_server("", site, sizeof site);
    assert_string_equal(site, "");
}

static void names_for_queries(void **state)
{
    char longest[260];

    (void)state;
    assert_true(host_name_valid("dc1.fabrikam.example"));
    assert_true(host_name_valid("fe80::1"));
    assert_false(host_name_valid(""));
    assert_false(host_name_valid("a b"));
    assert_false(host_name_valid("a/../b"));
    assert_false(host_name_valid("a\"b"));
    memset(longest, 'a', sizeof longest);
    longest[254] = '\0';
    assert_false(host_name_valid(longest));
    longest[253] = '\0';
    assert_true(host_name_valid(longest));
}

static void spnego_goes_there_and_back(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100000);
    static char token[40000];
    struct sa_spnego_reply reply;

    (void)state;
    for (size_t len = 1; len < 32768; len = len * 2 + 1) {
        sa_buf_clear(&buf);
        assert_int_equal(sa_spnego_response(token, len, NULL, 0, &buf), 0);
        assert_int_equal(sa_spnego_read(buf.data, buf.len, &reply), 0);
        assert_int_equal(reply.len, len);
        assert_int_equal(reply.state, -1);
        for (size_t cut = 0; cut < buf.len; cut += 1 + cut / 8)
            assert_int_equal(sa_spnego_read(buf.data, cut, &reply), SA_E_PROTOCOL);
    }
    sa_buf_clear(&buf);
    assert_int_equal(sa_spnego_response(token, 40000, NULL, 0, &buf), SA_E_LIMIT);
    assert_int_equal(sa_spnego_init(token, 40000, &buf), SA_E_LIMIT);
}

static void spnego_of_the_server(void **state)
{
    /* incomplete, NTLM, token "abc"; then another mechanism; then only a state */
    static const char good[] = "\xa1\x1a\x30\x18\xa0\x03\x0a\x01\x01\xa1\x0c\x06\x0a\x2b\x06\x01"
                               "\x04\x01\x82\x37\x02\x02\x0a"
                               "\xa2\x03\x04\x01q";
    static const char other[] =
        "\xa1\x0f\x30\x0d\xa1\x0b\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02";
    static const char done[] = "\xa1\x07\x30\x05\xa0\x03\x0a\x01\x00";
    struct sa_spnego_reply reply;

    (void)state;
    assert_int_equal(sa_spnego_read(good, sizeof good - 1, &reply), 0);
    assert_int_equal(reply.state, SA_SPNEGO_INCOMPLETE);
    assert_int_equal(reply.len, 1);
    assert_memory_equal(reply.token, "q", 1);
    assert_int_equal(sa_spnego_read(other, sizeof other - 1, &reply), SA_E_PROTOCOL);
    assert_int_equal(sa_spnego_read(done, sizeof done - 1, &reply), 0);
    assert_int_equal(reply.state, SA_SPNEGO_COMPLETED);
    assert_int_equal(reply.len, 0);
}

static void first_token_is_as_expected(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100);
    static const char expected[] = "\x60\x22\x06\x06\x2b\x06\x01\x05\x05\x02\xa0\x18\x30\x16\xa0"
                                   "\x0e\x30\x0c\x06\x0a\x2b\x06\x01"
                                   "\x04\x01\x82\x37\x02\x02\x0a\xa2\x04\x04\x02hi";

    (void)state;
    assert_int_equal(sa_spnego_init("hi", 2, &buf), 0);
    assert_int_equal(buf.len, sizeof expected - 1);
    assert_memory_equal(buf.data, expected, sizeof expected - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filter_values_are_escaped),
        cmocka_unit_test(range_names_are_read),
        cmocka_unit_test(values_that_come_twice_are_dropped),
        cmocka_unit_test(entries_are_asked_by_name),
        cmocka_unit_test(copies_are_deep),
        cmocka_unit_test(times_of_the_directory),
        cmocka_unit_test(site_of_a_server),
        cmocka_unit_test(names_for_queries),
        cmocka_unit_test(spnego_goes_there_and_back),
        cmocka_unit_test(spnego_of_the_server),
        cmocka_unit_test(first_token_is_as_expected),
    };

    return cmocka_run_group_tests_name("ldap_values", tests, NULL, NULL);
}
