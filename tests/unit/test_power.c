/* SPDX-License-Identifier: Apache-2.0 */
/* Named rights: what a wide one contains, what a narrow one does not, by whom, and under what condition. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"

#include "support/test.h"

#define ROOM (SA_POWERS_MAX + 8)

static const struct sa_sid alice = {
    .authority = 5, .count = 5, .sub = {21, 1, 2, 3, 1104}
};
static const struct sa_sid staff = {
    .authority = 5, .count = 5, .sub = {21, 1, 2, 3, 1200}
};

struct fixture {
    struct sa_arena arena;
    struct sa_token token;
    struct sa_secdesc sd;
    struct sa_access_object object;
    struct sa_power powers[ROOM];
    size_t count;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    fixture = (struct fixture){.arena = SA_ARENA_INIT(SA_MIB)};
    fixture.object =
        (struct sa_access_object){.sd = &fixture.sd, .class_guid = sa_class_guid("domainDNS")};
    *state = &fixture;
    return sa_token_init(&fixture.token, &alice, &staff, 1, &fixture.arena, NULL);
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    sa_arena_done(&fixture->arena);
    return 0;
}

/* One entry for `who`; `type` is a GUID or NULL. */
static struct sa_ace entry(uint32_t bits, const char *type, const struct sa_sid *who)
{
    struct sa_ace ace = {.kind = SA_ACE_ALLOW, .known = true, .mask = bits, .sid = *who};

    ace.has_object = type != NULL;
    if (type != NULL)
        assert_int_equal(sa_guid_parse(type, &ace.object), 0);
    return ace;
}

static void list(struct fixture *f, struct sa_ace *aces, size_t count, bool head)
{
    f->sd.aces = aces;
    f->sd.ace_count = count;
    f->count = sa_powers(&f->object, &f->token, head, NULL, 0, f->powers, ROOM);
    assert_true(f->count <= SA_POWERS_MAX);
}

static const struct sa_power *find(const struct fixture *f, const char *right, const char *what)
{
    const struct sa_power *found = NULL;

    for (size_t i = 0; i < f->count; i++) {
        if (strcmp(f->powers[i].right, right) != 0 || strcmp(f->powers[i].what, what) != 0)
            continue;
        assert_null(found); /* each only once */
        found = &f->powers[i];
    }
    return found;
}

static void full_control_has_every_row(void **state)
{
    static const char *const rows[][2] = {
        {"full_control",            ""                                        },
        {"write_dacl",              ""                                        },
        {"write_owner",             ""                                        },
        {"delete",                  ""                                        },
        {"delete_tree",             ""                                        },
        {"all_extended_rights",     ""                                        },
        {"write_all_properties",    ""                                        },
        {"read_all_properties",     ""                                        },
        {"create_all_children",     ""                                        },
        {"delete_all_children",     ""                                        },
        {"replicate_changes",       ""                                        },
        {"replicate_changes_all",   ""                                        },
        {"replicate_filtered_set",  ""                                        },
        {"replication_synchronize", ""                                        },
        {"manage_topology",         ""                                        },
        {"reset_password",          ""                                        },
        {"unexpire_password",       ""                                        },
        {"migrate_sid_history",     ""                                        },
        {"reanimate_tombstones",    ""                                        },
        {"add_self_as_member",      ""                                        },
        {"validated_spn",           ""                                        },
        {"validated_dns_name",      ""                                        },
        {"write_property",          "member"                                  },
        {"write_property",          "servicePrincipalName"                    },
        {"write_property",          "msDS-KeyCredentialLink"                  },
        {"write_property",          "msDS-AllowedToActOnBehalfOfOtherIdentity"},
        {"write_property",          "msDS-AllowedToDelegateTo"                },
        {"write_property",          "userAccountControl"                      },
        {"write_property",          "scriptPath"                              },
        {"write_property",          "altSecurityIdentities"                   },
        {"write_property",          "lockoutTime"                             },
        {"write_property",          "pwdLastSet"                              },
        {"write_property",          "mS-DS-ConsistencyGuid"                   },
        {"write_property",          "gPLink"                                  },
        {"write_property",          "msDS-GroupMSAMembership"                 },
        {"write_property",          "proxyAddresses"                          },
        {"write_property",          "unicodePwd"                              },
        {"write_property",          "msDS-SupportedEncryptionTypes"           },
        {"create_child",            "user"                                    },
        {"delete_child",            "user"                                    },
        {"create_child",            "group"                                   },
        {"create_child",            "computer"                                },
        {"create_child",            "msDS-Device"                             },
        {"create_child",            "msDS-DelegatedManagedServiceAccount"     },
    };
    struct fixture *f = *state;
    struct sa_ace aces[] = {entry(SA_ACCESS_FULL, NULL, &staff)};
    size_t on_head = 0;

    aces[0].flags = SA_ACE_INHERITED;
    list(f, aces, 1, true);
    on_head = f->count;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        const struct sa_power *power = find(f, rows[i][0], rows[i][1]);

        if (power == NULL)
            fail_msg("no %s %s", rows[i][0], rows[i][1]);
        assert_true(sa_sid_same(&power->via, &staff));
        assert_true(power->inherited);
        assert_false(power->conditional);
    }
    assert_null(find(f, "owner", ""));
    assert_null(find(f, "read_secret", ""));
    list(f, aces, 1, false);
    assert_int_equal(f->count, on_head - 5);
    assert_null(find(f, "replicate_changes_all", ""));
    assert_non_null(find(f, "reset_password", ""));
}

static void narrow_rights_stay_narrow(void **state)
{
    static const struct {
        uint32_t bits;
        const char *type;
        size_t count;
        const char *right, *what;
    } cases[] = {
        {SA_ACCESS_CONTROL,        "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2", 1,  "replicate_changes_all",  ""    },
        {SA_ACCESS_CONTROL,        "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2", 1,  "replicate_changes",      ""    },
        {SA_ACCESS_CONTROL,        "89e95b76-444d-4c62-991a-0facbeda640c", 1,  "replicate_filtered_set",
         ""                                                                                                    },
        {SA_ACCESS_CONTROL,        "00299570-246d-11d0-a768-00aa006e0529", 1,  "reset_password",         ""    },
        {SA_ACCESS_CONTROL,        "4c164200-20c0-11d0-a768-00aa006e0529", 0,  "",                       ""    },
        {SA_ACCESS_CONTROL,        NULL,                                   10, "all_extended_rights",    ""    },
        {SA_ACCESS_WRITE_PROPERTY, "28630ebf-41d5-11d1-a9c1-0000f80367c1", 1,  "write_property",
         "lockoutTime"                                                                                         },
        {SA_ACCESS_WRITE_PROPERTY, "bf9679c0-0de6-11d0-a285-00aa003049e2", 2,  "add_self_as_member",
         ""                                                                                                    },
        {SA_ACCESS_WRITE_PROPERTY, "bc0ac240-79a9-11d0-9020-00c04fc2d4cf", 2,  "write_property",
         "member"                                                                                              },
        {SA_ACCESS_WRITE_PROPERTY, "9b026da6-0d3c-465c-8bee-5199d7165cba", 1,  "write_property",
         "msDS-KeyCredentialLink"                                                                              },
        {SA_ACCESS_SELF,           "bf9679c0-0de6-11d0-a285-00aa003049e2", 1,  "add_self_as_member",     ""    },
        {SA_ACCESS_SELF,           "f3a64788-5306-11d1-a9c5-0000f80367c1", 1,  "validated_spn",          ""    },
        {SA_ACCESS_SELF,           "72e39547-7b18-11d1-adef-00c04fd8d5cd", 1,  "validated_dns_name",     ""    },
        {SA_ACCESS_CREATE_CHILD,   "bf967a86-0de6-11d0-a285-00aa003049e2", 1,  "create_child",
         "computer"                                                                                            },
        {SA_ACCESS_DELETE_CHILD,   "bf967aba-0de6-11d0-a285-00aa003049e2", 1,  "delete_child",           "user"},
        {SA_ACCESS_WRITE_DACL,     NULL,                                   1,  "write_dacl",             ""    },
        {SA_ACCESS_DELETE_TREE,    NULL,                                   1,  "delete_tree",            ""    },
        {SA_ACCESS_READ_PROPERTY,  NULL,                                   1,  "read_all_properties",    ""    },
        {SA_ACCESS_LIST,           NULL,                                   0,  "",                       ""    },
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_ace aces[] = {entry(cases[i].bits, cases[i].type, &alice)};

        list(f, aces, 1, true);
        if (f->count != cases[i].count)
            fail_msg("case %zu: %zu powers, the first %s", i, f->count, f->powers[0].right);
        if (cases[i].count > 0)
            assert_non_null(find(f, cases[i].right, cases[i].what));
    }
}

static void almost_full_is_not_full(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {
        entry(SA_ACCESS_FULL & ~(uint32_t)SA_ACCESS_LIST_OBJECT, NULL, &alice),
        entry(SA_ACCESS_LIST_OBJECT, NULL, &staff),
    };

    list(f, aces, 1, true);
    assert_null(find(f, "full_control", ""));
    assert_non_null(find(f, "write_all_properties", ""));
    /* two entries together; the later one completes it */
    list(f, aces, 2, true);
    assert_true(sa_sid_same(&find(f, "full_control", "")->via, &staff));
    assert_true(sa_sid_same(&find(f, "write_owner", "")->via, &alice));
    aces[0].conditional = true;
    list(f, aces, 2, true);
    assert_true(find(f, "full_control", "")->conditional);
    assert_true(find(f, "reset_password", "")->conditional);
}

static void a_denied_row_is_missing(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {
        entry(SA_ACCESS_CONTROL, "00299570-246d-11d0-a768-00aa006e0529", &staff),
        entry(SA_ACCESS_FULL, NULL, &alice),
    };

    aces[0].kind = SA_ACE_DENY;
    list(f, aces, 2, true);
    assert_null(find(f, "reset_password", ""));
    assert_non_null(find(f, "unexpire_password", ""));
    aces[0].conditional = true;
    list(f, aces, 2, true);
    assert_non_null(find(f, "reset_password", ""));
    assert_false(find(f, "reset_password", "")->conditional);
}

static void the_owner_has_two_rows(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {entry(SA_ACCESS_READ_CONTROL, NULL, &staff)};

    f->sd.has_owner = true;
    f->sd.owner = staff;
    list(f, aces, 1, true);
    assert_int_equal(f->count, 2);
    assert_true(sa_sid_same(&find(f, "owner", "")->via, &staff));
    assert_true(sa_sid_same(&find(f, "write_dacl", "")->via, &staff));
    assert_false(find(f, "write_dacl", "")->inherited);
    /* OWNER RIGHTS takes the second, ownership stays what it is */
    aces[0].sid = (struct sa_sid){.authority = 3, .count = 1, .sub = {4}};
    list(f, aces, 1, true);
    assert_int_equal(f->count, 1);
    assert_non_null(find(f, "owner", ""));
}

static void without_a_list_everybody_has_all(void **state)
{
    struct fixture *f = *state;

    f->sd.dacl = SA_DACL_NULL;
    list(f, NULL, 0, true);
    assert_int_equal(find(f, "full_control", "")->via.authority, 1);
    assert_int_equal(find(f, "replicate_changes_all", "")->via.authority, 1);
}

static void secrets_need_both_rights(void **state)
{
    struct fixture *f = *state;
    struct sa_schema_attribute laps = {
        .name = "ms-Mcs-AdmPwd", .guid = {{7}}, .confidential = true};
    struct sa_ace aces[] = {entry(SA_ACCESS_READ_PROPERTY, NULL, &staff),
                            entry(SA_ACCESS_CONTROL, NULL, &alice)};
    const struct sa_power *power = NULL;

    aces[1].has_object = true;
    aces[1].object = laps.guid;
    f->sd.aces = aces;
    f->sd.ace_count = 1;
    f->count = sa_powers(&f->object, &f->token, false, &laps, 1, f->powers, ROOM);
    assert_null(find(f, "read_secret", laps.name));
    f->sd.ace_count = 2;
    f->count = sa_powers(&f->object, &f->token, false, &laps, 1, f->powers, ROOM);
    power = find(f, "read_secret", laps.name);
    assert_non_null(power);
    assert_true(sa_sid_same(&power->via, &alice));
    /* control access to a property set that it is in */
    laps.has_property_set = true;
    laps.property_set = (struct sa_guid){{9}};
    aces[1].object = laps.property_set;
    f->count = sa_powers(&f->object, &f->token, false, &laps, 1, f->powers, ROOM);
    assert_non_null(find(f, "read_secret", laps.name));
    aces[1].object = (struct sa_guid){{8}};
    f->count = sa_powers(&f->object, &f->token, false, &laps, 1, f->powers, ROOM);
    assert_null(find(f, "read_secret", laps.name));
    laps.confidential = false;
    f->count = sa_powers(&f->object, &f->token, false, &laps, 1, f->powers, ROOM);
    assert_non_null(find(f, "read_secret", laps.name));
}

static void counts_what_has_no_room(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {entry(SA_ACCESS_FULL, NULL, &alice)};
    size_t all = 0;

    list(f, aces, 1, true);
    all = f->count;
    memset(f->powers, 0, sizeof(f->powers));
    assert_int_equal(sa_powers(&f->object, &f->token, true, NULL, 0, f->powers, 2), all);
    assert_string_equal(f->powers[0].right, "full_control");
    assert_non_null(f->powers[1].right);
    assert_null(f->powers[2].right);
    assert_int_equal(sa_powers(&f->object, &f->token, true, NULL, 0, NULL, 0), all);
}

/* A hostile descriptor of the largest size must not stop the run. */
static void the_largest_list_is_soon_read(void **state)
{
    struct fixture *f = *state;
    struct sa_ace *aces = sa_arena_array(&f->arena, 2000, sizeof(*aces));
    int64_t before = sa_time_monotonic_ms();

    assert_non_null(aces);
    for (size_t i = 0; i < 2000; i++)
        aces[i] = entry(SA_ACCESS_FULL, "5b47d60f-6090-40b2-9f37-2a4de88f3064", &alice);
    for (int i = 0; i < 20; i++)
        list(f, aces, 2000, true);
    assert_int_equal(f->count, 0);
    assert_true(sa_time_monotonic_ms() - before < 5000);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(full_control_has_every_row),    TEST(narrow_rights_stay_narrow),
        TEST(almost_full_is_not_full),       TEST(a_denied_row_is_missing),
        TEST(the_owner_has_two_rows),        TEST(without_a_list_everybody_has_all),
        TEST(secrets_need_both_rights),      TEST(counts_what_has_no_room),
        TEST(the_largest_list_is_soon_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
