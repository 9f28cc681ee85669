/* SPDX-License-Identifier: Apache-2.0 */
/* SIDs and GUIDs: binary and text forms, order, domains, and what is known of a SID by itself. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/error.h"
#include "syncaudit/secdesc.h"
#include "syncaudit/sid.h"

#include "support/test.h"

#define DOMAIN "S-1-5-21-1111111111-2222222222-3333333333"

static struct sa_sid sid_of(const char *text)
{
    struct sa_sid sid;

    if (sa_sid_parse(text, &sid) != 0)
        fail_msg("'%s' was refused", text);
    return sid;
}

static void reads_binary_identifiers(void **state)
{
    static const unsigned char bytes[] = {
        1,    5,    0,    0,    0,    0,    0,    5,    0x15, 0, 0, 0, 0xc7, 0x35, 0x3a,
        0x42, 0x8e, 0x6b, 0x74, 0x84, 0x55, 0xa1, 0xae, 0xc6, 0, 2, 0, 0,    0xff};
    unsigned char again[SA_SID_SIZE_MAX];
    char text[SA_SID_TEXT_SIZE];
    struct sa_sid sid;
    size_t used = 0;

    (void)state;
    assert_int_equal(sa_sid_decode(bytes, sizeof(bytes), &sid, &used), 0);
    assert_int_equal(used, 28);
    sa_sid_format(&sid, text);
    assert_string_equal(text, DOMAIN "-512");
    assert_int_equal(sa_sid_rid(&sid), 512);
    assert_int_equal(sa_sid_encode(&sid, again), 28);
    assert_memory_equal(again, bytes, 28);
    for (size_t len = 0; len < 28; len++) {
        unsigned char *cut = malloc(len > 0 ? len : 1);

        assert_non_null(cut);
        memcpy(cut, bytes, len);
        assert_int_equal(sa_sid_decode(cut, len, &sid, NULL), SA_E_PROTOCOL);
        free(cut);
    }
}

static void bounds_the_parts(void **state)
{
    unsigned char bytes[SA_SID_SIZE_MAX + 4];
    char text[SA_SID_TEXT_SIZE];
    struct sa_sid sid;
    size_t used = 0;

    (void)state;
    memset(bytes, 0xff, sizeof(bytes));
    bytes[0] = 1;
    bytes[1] = 15;
    assert_int_equal(sa_sid_decode(bytes, sizeof(bytes), &sid, &used), 0);
    assert_int_equal(used, SA_SID_SIZE_MAX);
    sa_sid_format(&sid, text);
    assert_string_equal(text, "S-1-0xFFFFFFFFFFFF-4294967295-4294967295-4294967295-4294967295-"
                              "4294967295-4294967295-4294967295-4294967295-4294967295-4294967295-"
                              "4294967295-4294967295-4294967295-4294967295-4294967295");
    assert_int_equal(sa_sid_parse(text, &sid), 0);
    bytes[1] = 16;
    assert_int_equal(sa_sid_decode(bytes, sizeof(bytes), &sid, NULL), SA_E_PROTOCOL);
    bytes[1] = 1;
    bytes[0] = 2;
    assert_int_equal(sa_sid_decode(bytes, sizeof(bytes), &sid, NULL), SA_E_PROTOCOL);
    bytes[0] = 1;
    bytes[1] = 0;
    assert_int_equal(sa_sid_decode(bytes, 8, &sid, &used), 0);
    assert_int_equal(used, 8);
    assert_int_equal(sa_sid_rid(&sid), 0);
}

static void reads_text(void **state)
{
    static const struct {
        const char *text, *canonical;
    } cases[] = {
        {"S-1-1-0",               "S-1-1-0"              },
        {"s-1-5-32-544",          "S-1-5-32-544"         },
        {"S-1-5",                 "S-1-5"                },
        {"S-1-4294967295-1",      "S-1-4294967295-1"     },
        {"S-1-4294967296-1",      "S-1-0x000100000000-1" },
        {"S-1-0x123456789ABC-1",  "S-1-0x123456789ABC-1" },
        {"S-1-0X5-18",            "S-1-5-18"             },
        {"S-1-5-21-4294967295-0", "S-1-5-21-4294967295-0"},
    };
    static const char *const wrong[] = {
        "",
        "S",
        "S-",
        "S-1",
        "S-1-",
        "S-2-5-18",
        "S-1-5-",
        "S-1-5--18",
        "S-1--5-18",
        "S-1-5-18 ",
        " S-1-5-18",
        "S-1-5-+18",
        "S-1-5-0x12",
        "S-1-5-4294967296",
        "S-1-281474976710656-1",
        "S-1-0x1000000000000-1",
        "S-1-0x-1",
        "S-1-5-99999999999999999999999999",
        "S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15-16",
        "BA",
    };
    char text[SA_SID_TEXT_SIZE];
    struct sa_sid sid;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        sid = sid_of(cases[i].text);
        sa_sid_format(&sid, text);
        assert_string_equal(text, cases[i].canonical);
    }
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_sid_parse(wrong[i], &sid) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
    }
    assert_int_equal(sa_sid_parse(NULL, &sid), SA_E_INPUT);
    assert_int_equal(sa_sid_parse("S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15", &sid), 0);
}

static void orders_and_tells_domains(void **state)
{
    static const char *const sorted[] = {
        "S-1-1-0",        "S-1-5",        "S-1-5-11", "S-1-5-21-1-2-3", "S-1-5-21-1-2-3-500",
        "S-1-5-21-1-2-4", "S-1-5-32-544",
    };
    struct sa_sid domain = sid_of(DOMAIN);
    struct sa_sid admin = sa_sid_with_rid(&domain, 500);
    struct sa_sid full = sid_of("S-1-5-1-2-3-4-5-6-7-8-9-10-11-12-13-14-15");

    (void)state;
    for (size_t i = 0; i < SA_COUNT(sorted); i++) {
        for (size_t k = 0; k < SA_COUNT(sorted); k++) {
            struct sa_sid a = sid_of(sorted[i]);
            struct sa_sid b = sid_of(sorted[k]);
            int order = sa_sid_compare(&a, &b);

            assert_int_equal(order < 0, i < k);
            assert_int_equal(order > 0, i > k);
            assert_int_equal(sa_sid_same(&a, &b), i == k);
        }
    }
    assert_true(sa_sid_in_domain(&admin, &domain));
    assert_false(sa_sid_in_domain(&domain, &domain));
    assert_false(sa_sid_in_domain(&domain, &admin));
    domain.sub[3]++;
    assert_false(sa_sid_in_domain(&admin, &domain));
    admin = sa_sid_with_rid(&full, 1);
    assert_true(sa_sid_same(&admin, &full));
}

static void knows_names_and_tiers(void **state)
{
    static const struct {
        const char *sid, *name;
        enum sa_sid_tier tier;
    } cases[] = {
        {"S-1-1-0",            "Everyone",                                    SA_SID_BROAD     },
        {"S-1-5-7",            "Anonymous Logon",                             SA_SID_BROAD     },
        {"S-1-5-11",           "Authenticated Users",                         SA_SID_BROAD     },
        {"S-1-5-32-554",       "BUILTIN\\Pre-Windows 2000 Compatible Access", SA_SID_BROAD     },
        {DOMAIN "-513",        "Domain Users",                                SA_SID_BROAD     },
        {DOMAIN "-515",        "Domain Computers",                            SA_SID_BROAD     },
        {"S-1-5-18",           "System",                                      SA_SID_TIER0     },
        {"S-1-5-9",            "Enterprise Domain Controllers",               SA_SID_TIER0     },
        {"S-1-5-32-544",       "BUILTIN\\Administrators",                     SA_SID_TIER0     },
        {DOMAIN "-500",        "Administrator",                               SA_SID_TIER0     },
        {DOMAIN "-502",        "krbtgt",                                      SA_SID_TIER0     },
        {DOMAIN "-512",        "Domain Admins",                               SA_SID_TIER0     },
        {DOMAIN "-516",        "Domain Controllers",                          SA_SID_TIER0     },
        {DOMAIN "-518",        "Schema Admins",                               SA_SID_TIER0     },
        {DOMAIN "-519",        "Enterprise Admins",                           SA_SID_TIER0     },
        {"S-1-5-32-548",       "BUILTIN\\Account Operators",                  SA_SID_PRIVILEGED},
        {"S-1-5-32-551",       "BUILTIN\\Backup Operators",                   SA_SID_PRIVILEGED},
        {DOMAIN "-520",        "Group Policy Creator Owners",                 SA_SID_PRIVILEGED},
        {DOMAIN "-526",        "Key Admins",                                  SA_SID_PRIVILEGED},
        {DOMAIN "-527",        "Enterprise Key Admins",                       SA_SID_PRIVILEGED},
        {"S-1-5-10",           "Self",                                        SA_SID_SELF      },
        {"S-1-3-0",            "Creator Owner",                               SA_SID_SELF      },
        {"S-1-3-4",            "Owner Rights",                                SA_SID_SELF      },
        {DOMAIN "-525",        "Protected Users",                             SA_SID_ORDINARY  },
        {DOMAIN "-1104",       NULL,                                          SA_SID_ORDINARY  },
        {DOMAIN "-512-512",    NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5-22-1-2-3-512", NULL,                                          SA_SID_ORDINARY  },
        {"S-1-4-21-1-2-3-512", NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5-512",          NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5-32-544-0",     NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5-32",           NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5",              NULL,                                          SA_SID_ORDINARY  },
        {"S-1-5-80-1-2-3-4-5", NULL,                                          SA_SID_ORDINARY  },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_sid sid = sid_of(cases[i].sid);
        const char *name = sa_sid_known_name(&sid);

        if (sa_sid_tier_of(&sid) != cases[i].tier)
            fail_msg("'%s' has another tier", cases[i].sid);
        if (cases[i].name == NULL)
            assert_null(name);
        else
            assert_string_equal(name, cases[i].name);
    }
}

static void reads_and_writes_guids(void **state)
{
    static const unsigned char bytes[16] = {0xba, 0x7a, 0x96, 0xbf, 0xe6, 0x0d, 0xd0, 0x11,
                                            0xa2, 0x85, 0x00, 0xaa, 0x00, 0x30, 0x49, 0xe2};
    static const char *const forms[] = {
        "bf967aba-0de6-11d0-a285-00aa003049e2",
        "BF967ABA-0DE6-11D0-A285-00AA003049E2",
        "{bf967aba-0de6-11d0-a285-00AA003049E2}",
    };
    static const char *const wrong[] = {
        "",
        "{}",
        "bf967aba-0de6-11d0-a285-00aa003049e",
        "bf967aba-0de6-11d0-a285-00aa003049e22",
        "bf967aba-0de6-11d0-a285-00aa003049e2}",
        "{bf967aba-0de6-11d0-a285-00aa003049e2",
        "{bf967aba-0de6-11d0-a285-00aa003049e2} ",
        "bf967aba0de611d0a28500aa003049e2",
        "bf967abg-0de6-11d0-a285-00aa003049e2",
        "bf967aba-0de-611d0-a285-00aa003049e2",
        "-f967aba-0de6-11d0-a285-00aa003049e2",
    };
    char text[SA_GUID_TEXT_SIZE];
    struct sa_guid guid;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(forms); i++) {
        assert_int_equal(sa_guid_parse(forms[i], &guid), 0);
        assert_memory_equal(guid.bytes, bytes, sizeof(bytes));
    }
    sa_guid_format(&guid, text);
    assert_string_equal(text, forms[0]);
    assert_string_equal(sa_guid_known_name(&guid), "user");
    assert_true(sa_guid_same(&guid, sa_class_guid("USER")));
    assert_null(sa_class_guid("nothing"));
    guid.bytes[15] ^= 1;
    assert_null(sa_guid_known_name(&guid));
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_guid_parse(wrong[i], &guid) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
    }
    assert_int_equal(sa_guid_parse(NULL, &guid), SA_E_INPUT);
}

static void knows_guids_of_every_kind(void **state)
{
    static const struct {
        const char *guid, *name;
    } cases[] = {
        {"1131f6ad-9c07-11d1-f79f-00c04fc2dcd2", "DS-Replication-Get-Changes-All"},
        {"00299570-246d-11d0-a768-00aa006e0529", "User-Force-Change-Password"    },
        {"4c164200-20c0-11d0-a768-00aa006e0529", "User-Account-Restrictions"     },
        {"5b47d60f-6090-40b2-9f37-2a4de88f3063", "msDS-KeyCredentialLink"        },
        {"bf9679c0-0de6-11d0-a285-00aa003049e2", "member"                        },
        {"e362ed86-b728-0842-b27d-2dea7a9df218", "msDS-ManagedPassword"          },
        {"19195a5b-6da0-11d0-afd3-00c04fd930c9", "domainDNS"                     },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_guid guid;

        assert_int_equal(sa_guid_parse(cases[i].guid, &guid), 0);
        assert_string_equal(sa_guid_known_name(&guid), cases[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_binary_identifiers),
        cmocka_unit_test(bounds_the_parts),
        cmocka_unit_test(reads_text),
        cmocka_unit_test(orders_and_tells_domains),
        cmocka_unit_test(knows_names_and_tiers),
        cmocka_unit_test(reads_and_writes_guids),
        cmocka_unit_test(knows_guids_of_every_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
