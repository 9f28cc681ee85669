/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right against a directory that means harm: nothing hangs, nothing is taken for absent, and
 * what is refused is told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"

#include "forest_right_support.h"

#define SYNC01 "CN=SYNC01," OU
#define GPO(n) "CN={" n "},CN=Policies,CN=System," HEAD

static struct world world;

static int setup(void **state)
{
    (void)state;
    world_open(&world);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    world_close(&world);
    return 0;
}

static void with_server(void)
{
    (void)put(&world, SYNC01, "computer", "O:%512 P");
    (void)make_account(&world, SYNC01, 1300, "server", NULL);
}

/* Links -------------------------------------------------------------------------------------- */

static void links_are_read_to_the_letter(void **state)
{
    static const struct {
        const char *text;
        int found, end;
        const char *why;
    } cases[] = {
        {"",                                         0, 0,  "no link at all"            },
        {"   ",                                      0, 0,  "the console leaves a space"},
        {"[LDAP://CN=a;0]",                          1, 0,  "one link"                  },
        {"[ldap://CN=a;4294967295][LDAP://CN=b;2] ", 2, 0,  "any letters; all bits"     },
        {"[LDAP://CN=a;b;0]",                        1, 0,  "the last semicolon counts" },
        {"[LDAP://CN=a;0",                           0, -1, "never closed"              },
        {"[LDAP://CN=a;]",                           0, -1, "no options"                },
        {"[LDAP://CN=a]",                            0, -1, "no semicolon"              },
        {"[LDAP://;0]",                              0, -1, "no name"                   },
        {"[LDAP://CN=a;-1]",                         0, -1, "negative"                  },
        {"[LDAP://CN=a;4294967296]",                 0, -1, "more than 32 bits"         },
        {"[LDAP://CN=a;0x2]",                        0, -1, "hexadecimal"               },
        {"[HTTP://CN=a;0]",                          0, -1, "another scheme"            },
        {"LDAP://CN=a;0",                            0, -1, "no bracket"                },
        {"[LDAP://CN=a;0]x[LDAP://CN=b;0]",          1, -1, "something between"         },
        {"[",                                        0, -1, "cut short"                 },
        {"[LDAP://",                                 0, -1, "cut short"                 },
        {"[]",                                       0, -1, "empty brackets"            },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *at = cases[i].text, *dn = NULL;
        size_t len = 0;
        uint32_t options = 0;
        int found = 0, r = 0;

        while ((r = sa_ad_link_next(&at, &dn, &len, &options)) > 0)
            found++;
        if (found != cases[i].found || (r < 0) != (cases[i].end < 0))
            fail_msg("%s: %d links, then %d", cases[i].why, found, r);
    }
}

static void good_links_before_a_bad_one_count(void **state)
{
    (void)state;
    with_server();
    (void)put(&world, GPO("1"), "groupPolicyContainer", "O:%512 (A;;20;;;%1201)");
    set_text(&world, find(&world, OU), "gPLink", "[LDAP://" GPO("1") ";0][LDAP://unclosed");
    set_text(&world, find(&world, OU), "gPOptions", "yes");
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "gpo", OU, "failed"));
    assert_true(has_grant(&world, GPO("1"), "%1201", "write_all_properties", "", "object"));
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_above WHERE relation = 'gpo'"), 1);
}

static char *many_links(size_t count, bool same)
{
    char *text = calloc(count, 128);
    size_t len = 0;

    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        len += (size_t)snprintf(text + len, 128,
                                "[LDAP://CN={%zu},CN=Policies,CN=System," HEAD ";0]", same ? 1 : i);
    return text;
}

static void thousands_of_links_are_bounded(void **state)
{
    char *text = many_links(5000, false);

    (void)state;
    with_server();
    set_text(&world, find(&world, OU), "gPLink", text);
    free(text);
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "gpo", OU, "limit"));
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE kind = 'gpo'"),
                     SA_AD_LINKS);
    assert_in_range(world.searches, 1, SA_AD_LINKS / SA_AD_TERMS + 8);
}

static void a_link_many_times_is_one(void **state)
{
    char *text = many_links(1000, true);

    (void)state;
    with_server();
    (void)put(&world, GPO("1"), "groupPolicyContainer", "O:%512 ");
    set_text(&world, find(&world, OU), "gPLink", text);
    free(text);
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_above WHERE relation = 'gpo'"), 1);
    assert_string_equal(ask(&world, "SELECT detail FROM ad_above WHERE relation = 'gpo'"), OU);
}

static void links_to_what_is_no_policy_are_refused(void **state)
{
    (void)state;
    with_server();
    set_text(&world, find(&world, OU), "gPLink",
             "[LDAP://" SYNC01 ";0][LDAP://CN=x,DC=elsewhere;0][LDAP://no name;0]");
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "gpo", OU, "failed"));
    assert_true(has_gap(&world, "gpo", "CN=x,DC=elsewhere", "unreachable"));
    assert_true(has_gap(&world, "gpo", "no name", "unreachable"));
    assert_string_equal(ask(&world, "SELECT kind FROM ad_object WHERE dn = '" SYNC01 "'"),
                        "account");
}

static void a_policy_linked_everywhere_has_a_short_detail(void **state)
{
    (void)state;
    with_server();
    (void)put(&world, GPO("1"), "groupPolicyContainer", "O:%512 ");
    for (int i = 0; i < 2000; i++) {
        char dn[200];

        (void)snprintf(dn, sizeof dn, "CN=Site%d,CN=Sites," CONFIG, i);
        set_text(&world, put(&world, dn, "site", "O:%512 "), "gPLink", "[LDAP://" GPO("1") ";0]");
    }
    assert_int_equal(run(&world), 0);
    assert_in_range(
        ask_number(&world, "SELECT length(detail) FROM ad_above WHERE relation = 'gpo'"), 1000,
        2 * SA_LIMIT_NAME);
    assert_string_equal(
        ask(&world, "SELECT substr(detail, -8) FROM ad_above WHERE relation = 'gpo'"), "and more");
}

/* Names -------------------------------------------------------------------------------------- */

static char *deep_dn(size_t depth)
{
    char *dn = calloc(depth + 16, 5);

    assert_non_null(dn);
    for (size_t i = 0; i < depth; i++)
        memcpy(dn + 5 * i, "OU=a,", 5);
    memcpy(dn + 5 * depth, HEAD, sizeof HEAD);
    return dn;
}

static void a_tree_without_end_is_left(void **state)
{
    static const size_t depths[] = {200, 10000};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        char *dn = deep_dn(depths[i]);

        (void)put(&world, dn, "user", "O:%512 P");
        (void)make_account(&world, dn, 1105 + (uint32_t)i, "connector", NULL);
        free(dn);
    }
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_gap WHERE topic = 'right'"
                                        " AND status = 'limit' AND subject LIKE 'OU=a,OU=a,%'"),
                     2);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_above"), SA_AD_DEPTH);
}

static void an_account_from_elsewhere_is_told(void **state)
{
    (void)state;
    (void)put(&world, "CN=x,DC=other", "user", "O:%512 P");
    (void)make_account(&world, "CN=x,DC=other", 1105, "connector", NULL);
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "right", "CN=x,DC=other", "failed"));
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_above"), 0);
}

static void names_with_quotes_are_data(void **state)
{
    (void)state;
    (void)put(&world, "OU=a'); DROP TABLE ad_object; --)(objectClass=*," HEAD, "organizationalUnit",
              "O:%512 ");
    (void)put(&world, "CN=*)(x,OU=a'); DROP TABLE ad_object; --)(objectClass=*," HEAD, "user",
              "O:%512 P");
    (void)make_account(&world, "CN=*)(x,OU=a'); DROP TABLE ad_object; --)(objectClass=*," HEAD,
                       1105, "connector", NULL);
    assert_int_equal(run(&world), 0);
    assert_int_equal(
        ask_number(&world, "SELECT count(*) FROM ad_object WHERE kind = 'ou' AND readable = 1"), 1);
}

/* Entries ------------------------------------------------------------------------------------ */

static void what_nobody_asked_for_is_left(void **state)
{
    (void)state;
    with_server();
    (void)put(&world, "CN=intruder," USERS, "user", "O:%512 ");
    (void)put(&world, "CN=intruder,CN=Sites," CONFIG, "sitesContainer", "O:%512 ");
    set_rid(&world, find(&world, "CN=intruder," USERS), 1999);
    world.twice = true;
    assert_int_equal(run(&world), 0);
    assert_int_equal(
        ask_number(&world, "SELECT count(*) FROM ad_object WHERE dn LIKE '%intruder%'"), 0);
    assert_int_equal(
        ask_number(&world, "SELECT count(*) FROM ad_principal WHERE sid LIKE '%-1999'"), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE dn = '" OU "'"), 1);
}

static void nobody_names_the_people_of_others(void **state)
{
    struct entry *entry = NULL;

    (void)state;
    add_domain(&world, "emea.lab.example", "DC=emea," HEAD, "S-1-5-21-7-7-7", true);
    entry = put(&world, "CN=liar,CN=Users,DC=emea," HEAD, "user", NULL);
    set_rid(&world, entry, 1700);
    entry = put(&world, "CN=liar2,CN=Users," HEAD, "user", NULL);
    set_sid(&world, entry, "S-1-5-21-7-7-7-1701");
    set_sd(&world, find(&world, HEAD), "O:%512 (A;;4;;;%1700)(A;;4;;;S-1-5-21-7-7-7-1701)");
    world.twice = true;
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_principal WHERE sid LIKE '%-170_'"
                                        " AND class = 'unresolved'"),
                     2);
}

static void odd_entries_do_no_harm(void **state)
{
    (void)state;
    with_server();
    set_bytes(&world, find(&world, OU), "objectClass", "a\0b", 3);
    set_bytes(&world, find(&world, OU), "objectSid", "\1\17\0\0", 4);
    set_bytes(&world, find(&world, USERS), "nTSecurityDescriptor", "", 0);
    assert_int_equal(run(&world), 0);
    assert_string_equal(ask(&world, "SELECT class FROM ad_object WHERE dn = '" OU "'"),
                        "organizationalUnit");
}

/* Descriptors -------------------------------------------------------------------------------- */

/* As many entries as fit; for each its own trustee. */
static char *many_aces(size_t count, const char *mask)
{
    char *sd = calloc(count + 1, 64);
    size_t len = (size_t)snprintf(sd, 64, "O:%%512 ");

    assert_non_null(sd);
    for (size_t i = 0; i < count; i++)
        len += (size_t)snprintf(sd + len, 64, "(A;CI;%s;;;S-1-7-%zu)", mask, i);
    return sd;
}

static void thousands_of_trustees_are_judged(void **state)
{
    char *sd = many_aces(3000, "20");
    int64_t started = sa_time_monotonic_ms();

    (void)state;
    set_sd(&world, find(&world, HEAD), sd);
    free(sd);
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(DISTINCT sid) FROM ad_grant"
                                        " WHERE right = 'write_all_properties'"),
                     3000);
    /* Far from the square of their number. */
    assert_in_range(sa_time_monotonic_ms() - started, 0, 60000);
}

static void more_rights_than_can_be_kept_are_a_gap(void **state)
{
    char *sd = many_aces(3000, "f01ff");

    (void)state;
    set_sd(&world, find(&world, HEAD), sd);
    free(sd);
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "right", HEAD, "limit"));
}

static int nothing(void *payload, const struct sa_ad_grant *grant, struct sa_error *err)
{
    (void)payload;
    (void)grant;
    (void)err;
    return 0;
}

static void work_is_bounded(void **state)
{
    uint64_t work = 10000;
    char *sd = many_aces(3000, "f01ff");

    (void)state;
    set_sd(&world, find(&world, HEAD), sd);
    free(sd);
    assert_int_equal(sa_ad_gather_heads(&world.ad, NULL), 0);
    assert_int_equal(
        sa_ad_grants_each(&world.ad, world.ad.rights->objects, false, &work, nothing, NULL, NULL),
        SA_E_LIMIT);
    assert_int_equal(work, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(links_are_read_to_the_letter),
        TEST(good_links_before_a_bad_one_count),
        TEST(thousands_of_links_are_bounded),
        TEST(a_link_many_times_is_one),
        TEST(links_to_what_is_no_policy_are_refused),
        TEST(a_policy_linked_everywhere_has_a_short_detail),
        TEST(a_tree_without_end_is_left),
        TEST(an_account_from_elsewhere_is_told),
        TEST(names_with_quotes_are_data),
        TEST(what_nobody_asked_for_is_left),
        TEST(nobody_names_the_people_of_others),
        TEST(odd_entries_do_no_harm),
        TEST(thousands_of_trustees_are_judged),
        TEST(more_rights_than_can_be_kept_are_a_gap),
        TEST(work_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
