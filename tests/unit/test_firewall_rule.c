/* SPDX-License-Identifier: Apache-2.0 */
/* Texts of firewall rules: what they let in, and that nothing which is not understood passes for narrow.
 * Written by hand after the grammar of [MS-GPFAS]. */
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"

#include "host_firewall.h"
#include "support/test.h"

static struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);

static struct sa_firewall_rule read_rule(const char *text)
{
    struct sa_firewall_rule rule;

    memset(&rule, 0xee, sizeof rule);
    if (sa_firewall_parse(text, &arena, &rule) != 0)
        fail_msg("'%s' was refused", text);
    return rule;
}

static void reads_a_common_rule(void **state)
{
    struct sa_firewall_rule rule = read_rule(
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|Profile=Private|LPort="
        "5985|"
        "LPort2_10=5000-5010|RA4=10.0.0.0/255.0.0.0|RA4=LocalSubnet|RA6=fe80::/64|App=System|Svc=*|"
        "Name=@FirewallAPI.dll,-30253|Desc=@x|EmbedCtxt=@y|Edge=FALSE|");

    (void)state;
    assert_true(rule.active && rule.inbound && rule.domain && rule.private && rule.understood);
    assert_false(rule.public || rule.authenticated || rule.any_local_port || rule.any_remote);
    assert_int_equal(rule.action, SA_FIREWALL_ALLOW);
    assert_int_equal(rule.protocol, 6);
    assert_string_equal(rule.program, "System");
    assert_string_equal(rule.service, "*");
    assert_string_equal(rule.name, "@FirewallAPI.dll,-30253");
    assert_null(rule.package);
    assert_null(rule.interface);
    assert_int_equal(rule.port_count, 2);
    assert_int_equal(rule.ports[0].low, 5985);
    assert_int_equal(rule.ports[0].high, 5985);
    assert_int_equal(rule.ports[1].low, 5000);
    assert_int_equal(rule.ports[1].high, 5010);
    assert_int_equal(rule.remote_count, 3);
    assert_string_equal(rule.remotes[0].text, "10.0.0.0/255.0.0.0");
    assert_int_equal(rule.remotes[0].family, 4);
    assert_string_equal(rule.remotes[0].low, "0000000000000000000000000a000000");
    assert_string_equal(rule.remotes[0].high, "0000000000000000000000000affffff");
    assert_string_equal(rule.remotes[1].keyword, "LocalSubnet");
    assert_string_equal(rule.remotes[1].low, "");
    assert_int_equal(rule.remotes[2].family, 6);
    assert_string_equal(rule.remotes[2].low, "fe800000000000000000000000000000");
    assert_string_equal(rule.remotes[2].high, "fe80000000000000ffffffffffffffff");
}

static void what_is_missing_means_any(void **state)
{
    struct sa_firewall_rule rule = read_rule("v2.10|Action=Block|Dir=Out|");

    (void)state;
    assert_true(rule.understood && rule.domain && rule.private && rule.public);
    assert_true(rule.any_local_port && rule.any_remote);
    assert_false(rule.active || rule.inbound);
    assert_int_equal(rule.action, SA_FIREWALL_BLOCK);
    assert_int_equal(rule.protocol, -1);
    assert_null(rule.program);
    assert_null(rule.service);
    assert_string_equal(rule.name, "");
}

static void reads_addresses(void **state)
{
    static const struct {
        const char *field, *low, *high;
        bool any;
    } cases[] = {
        {"RA4=192.0.2.7",                 "000000000000000000000000c0000207", "000000000000000000000000c0000207",
         false                                                                                                         },
        {"RA4=192.0.2.7/24",              "000000000000000000000000c0000200", "000000000000000000000000c00002ff",
         false                                                                                                         },
        {"RA4=192.0.2.7/255.255.255.255", "000000000000000000000000c0000207",
         "000000000000000000000000c0000207",                                                                      false},
        {"RA4=192.0.2.1-192.0.2.9",       "000000000000000000000000c0000201",
         "000000000000000000000000c0000209",                                                                      false},
        {"RA4=0.0.0.0/0",                 "00000000000000000000000000000000", "000000000000000000000000ffffffff",
         true                                                                                                          },
        {"RA4=0.0.0.0/0.0.0.0",           "00000000000000000000000000000000",
         "000000000000000000000000ffffffff",                                                                      true },
        {"RA4=0.0.0.0-255.255.255.255",   "00000000000000000000000000000000",
         "000000000000000000000000ffffffff",                                                                      true },
        {"RA4=0.0.0.0/1",                 "00000000000000000000000000000000", "0000000000000000000000007fffffff",
         false                                                                                                         },
        {"RA6=2001:db8::1",               "20010db8000000000000000000000001", "20010db8000000000000000000000001",
         false                                                                                                         },
        {"RA6=2001:db8::/33",             "20010db8000000000000000000000000",
         "20010db87fffffffffffffffffffffff",                                                                      false},
        {"RA6=::-2001:db8::",             "00000000000000000000000000000000",
         "20010db8000000000000000000000000",                                                                      false},
        {"RA6=::/0",                      "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff", true },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char text[200];
        struct sa_firewall_rule rule;

        (void)snprintf(text, sizeof text, "v2.31|Action=Allow|Dir=In|%s|", cases[i].field);
        rule = read_rule(text);
        if (!rule.understood)
            fail_msg("'%s' was not understood", text);
        assert_string_equal(rule.remotes[0].low, cases[i].low);
        assert_string_equal(rule.remotes[0].high, cases[i].high);
        assert_null(rule.remotes[0].keyword);
        assert_int_equal(rule.any_remote, cases[i].any);
    }
}

static void what_is_not_known_is_not_understood(void **state)
{
    static const char *const fields[] = {
        "RA4=10.0.0.0/33",
        "RA4=10.0.0",
        "RA4=10.0.0.9-10.0.0.1",
        "RA4=fe80::1",
        "RA4=*",
        "RA4=",
        "RA6=10.0.0.1",
        "RA6=::/129",
        "RA6=::/ffff::",
        "RA42=Elsewhere",
        "LPort=65536",
        "LPort=x",
        "LPort=",
        "LPort=9-1",
        "LPort=1-",
        "LPort=-1",
        "LPort2_10=1-70000",
        "Protocol=x",
        "Protocol=257",
        "Profile=Other",
        "Action=Perhaps",
        "Dir=Up",
        "Active=maybe",
        "Security=Trust",
        "IFType=Tunnel",
        "Unknown=1",
        "novalue",
        "Platform=2:10:0",
        "RA4=10.0.0.0/255.0.255.0",
        "App=a|App=b",
        "Action=Allow",
        "Dir=In",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(fields); i++) {
        char text[200];

        (void)snprintf(text, sizeof text, "v2.31|Action=Allow|Dir=In|%s|", fields[i]);
        if (read_rule(text).understood)
            fail_msg("'%s' was understood", text);
    }
    assert_false(read_rule("v2.31|Dir=In|").understood);
    assert_false(read_rule("v2.31|Action=Allow|").understood);
    assert_true(read_rule("v2.31|Action=Allow|").inbound);
    assert_true(read_rule("v2.31|Action=Allow|Dir=In|Profile=Other|").public);
    assert_true(read_rule("v2.31|Action=Allow|Dir=In|Active=maybe|").active);
}

static void what_is_no_rule_counts_as_the_widest(void **state)
{
    static const char *const texts[] = {"",
                                        "x",
                                        "|",
                                        "v",
                                        "v3.0|Action=Block|Dir=Out|Active=FALSE|",
                                        "v2|Action=Block|",
                                        "v2.|Action=Block|",
                                        "v2.1234|",
                                        "2.31|",
                                        "v2.3x|"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        struct sa_firewall_rule rule = read_rule(texts[i]);

        if (rule.understood)
            fail_msg("'%s' was understood", texts[i]);
    }
    assert_true(read_rule("").active && read_rule("").inbound && read_rule("").any_remote);
    assert_int_equal(read_rule("x").action, SA_FIREWALL_ALLOW);
}

static void known_conditions_are_understood(void **state)
{
    struct sa_firewall_rule rule = read_rule(
        "v2.32|Action=ByPass|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|RPort=1024|LA4=10.0.0.1|"
        "RA42=IntrAnet|RA62=IntErnet|IF={9B0E1A4C-0000-0000-0000-000000000000}|IFType=Lan|"
        "Security=Authenticate|Security2_9=An-NoEncap|RMauth=O:BAD:(A;;CC;;;BA)|LUAuth=O:LSD:(A;;"
        "CC;;;BU)|"
        "LUOwn=S-1-5-21-1-2-3-500|AppPkgId=S-1-15-2-1|Platform=2:6:2|Platform2=GTEQ|Defer=App|LSM="
        "TRUE|"
        "TTK2_27=UPnP|SkipVer=2.20|");

    (void)state;
    assert_true(rule.understood && rule.authenticated);
    assert_int_equal(rule.action, SA_FIREWALL_BYPASS);
    assert_string_equal(rule.interface, "{9B0E1A4C-0000-0000-0000-000000000000}, Lan");
    assert_string_equal(rule.package, "S-1-15-2-1");
    assert_string_equal(rule.remotes[0].keyword, "IntrAnet");
    assert_string_equal(rule.remotes[1].keyword, "IntErnet");
    assert_int_equal(rule.remotes[1].family, 6);
    /* Users of the machine itself prove nothing about who is at the other end. */
    assert_false(read_rule("v2.31|Action=Allow|Dir=In|LUAuth=O:LSD:(A;;CC;;;BU)|").authenticated);
    assert_true(read_rule("v2.31|Action=Allow|Dir=In|LPort=0-65535|").any_local_port);
    assert_string_equal(
        read_rule("v2.31|Action=Allow|Dir=In|Protocol=6|LPort=rpc-epmap|").ports[0].keyword,
        "RPC-EPMap");
}

static void the_meaning_is_what_it_does(void **state)
{
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {
        {"Protocol=6|LPort=1|LPort=2|Name=x|",             "Name=y|LPort=2|Protocol=6|LPort=1|Desc=z|", true },
        {"LPort=1|LPort=1|",                               "LPort=1|",                                  true },
        {"RA4=10.0.0.0/8|",                                "RA4=10.0.0.0/255.0.0.0|",                   true },
        {"RA4=10.0.0.0/8|",                                "RA4=10.0.0.0-10.255.255.255|",              true },
        {"App=%SystemRoot%\\A.exe|",                       "App=%systemroot%\\a.EXE|",                  true },
        {"Active=TRUE|",                                   "Active=FALSE|",                             true },
        {"Profile=Domain|Profile=Private|Profile=Public|", "",                                          true },
        {"LPort=1|",                                       "LPort=2|",                                  false},
        {"LPort=1|",                                       "RPort=1|",                                  false},
        {"Profile=Domain|",                                "",                                          false},
        {"RA4=10.0.0.0/8|",                                "RA4=10.0.0.0/9|",                           false},
        {"RA4=LocalSubnet|",                               "RA6=LocalSubnet|",                          false},
        {"LA4=10.0.0.1|",                                  "",                                          false},
        {"New=1|",                                         "",                                          false},
        {"Svc=a|",                                         "Svc=b|",                                    false},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char a[200], b[200];

        (void)snprintf(a, sizeof a, "v2.31|Action=Allow|Dir=In|%s", cases[i].a);
        (void)snprintf(b, sizeof b, "v2.30|Dir=In|Action=Allow|%s", cases[i].b);
        if ((strcmp(read_rule(a).meaning, read_rule(b).meaning) == 0) != cases[i].same)
            fail_msg("'%s' and '%s': %s, %s", a, b, read_rule(a).meaning, read_rule(b).meaning);
    }
    assert_string_not_equal(read_rule("v2.31|Action=Allow|Dir=In|").meaning,
                            read_rule("v2.31|Action=Block|Dir=In|").meaning);
    assert_string_not_equal(read_rule("v2.31|Action=Allow|Dir=In|").meaning,
                            read_rule("v2.31|Action=Allow|Dir=Out|").meaning);
}

static void long_rules_are_bounded(void **state)
{
    struct sa_buf text = SA_BUF_INIT(16 * SA_MIB);
    struct sa_arena small = SA_ARENA_INIT(4096);
    struct sa_firewall_rule rule;

    (void)state;
    sa_buf_add_text(&text, "v2.31|Action=Allow|Dir=In|");
    for (int i = 0; i < 5000; i++)
        sa_buf_addf(&text, "RA4=10.%d.%d.0/24|IF={%d}|", i / 256, i % 256, i);
    rule = read_rule(sa_buf_text(&text));
    assert_true(rule.understood);
    assert_int_equal(rule.remote_count, 5000);
    assert_int_equal(strncmp(rule.meaning, "sha256:", 7), 0);
    assert_int_equal(strlen(rule.meaning), 7 + 64);
    assert_true(strlen(rule.interface) < 2000);
    assert_int_equal(sa_firewall_parse(sa_buf_text(&text), &small, &rule), SA_E_NOMEM);
    sa_arena_done(&small);
    for (int i = 0; i < 20000; i++)
        sa_buf_add_text(&text, "LPort=1|");
    rule = read_rule(sa_buf_text(&text));
    assert_false(rule.understood);
    assert_true(rule.active && rule.any_remote && rule.any_local_port);
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
        cmocka_unit_test(reads_a_common_rule),
        cmocka_unit_test(what_is_missing_means_any),
        cmocka_unit_test(reads_addresses),
        cmocka_unit_test(what_is_not_known_is_not_understood),
        cmocka_unit_test(what_is_no_rule_counts_as_the_widest),
        cmocka_unit_test(known_conditions_are_understood),
        cmocka_unit_test(the_meaning_is_what_it_does),
        cmocka_unit_test(long_rules_are_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, done);
}
