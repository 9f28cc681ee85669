/* SPDX-License-Identifier: Apache-2.0 */
/* Named rights out of descriptors: who holds what on which object, and which objects lie above an
 * account. Each test writes the descriptors by hand and asks the snapshot. */
#include <string.h>

#include "forest_right_support.h"

#define MSOL          "CN=MSOL_1," USERS
#define SYNC01        "CN=SYNC01," OU
#define EVERYONE      "S-1-1-0"
#define AUTHENTICATED "S-1-5-11"

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

static void with_connector(const char *sd, const uint32_t *groups)
{
    (void)put(&world, MSOL, "user", sd);
    (void)make_account(&world, MSOL, 1105, "connector", groups);
}

static void with_server(const char *sd)
{
    (void)put(&world, SYNC01, "computer", sd);
    (void)make_account(&world, SYNC01, 1300, "server", NULL);
}

static void head(const char *sd)
{
    set_sd(&world, find(&world, HEAD), sd);
}

static const char *via(const char *dn, const char *right, const char *what, const char *reach)
{
    return right_via(&world, 1105, dn, right, what, reach);
}

/* Replication -------------------------------------------------------------------------------- */

static size_t replicators(uint32_t *rids, size_t room)
{
    struct sa_sid *sids = NULL;
    size_t count = 0;

    assert_int_equal(sa_ad_gather_heads(&world.ad, NULL), 0);
    assert_int_equal(sa_ad_replicators(&world.ad, &sids, &count, NULL), 0);
    for (size_t i = 0; i < count && i < room; i++)
        rids[i] = sa_sid_rid(&sids[i]);
    return count;
}

static void replication_comes_through_a_group(void **state)
{
    (void)state;
    with_connector("O:%512 P", (const uint32_t[]){2001, 0});
    head("O:%512 (OA;;100;" GET_ALL ";;%2001)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, HEAD, "%2001", "replicate_changes_all", "", "object"));
    assert_false(has_grant(&world, HEAD, "%2001", "replicate_changes", "", "object"));
    assert_false(has_grant(&world, HEAD, "%1105", "replicate_changes_all", "", "object"));
    assert_string_equal(via(HEAD, "replicate_changes_all", "", "object"), "%2001");
    assert_string_equal(via(HEAD, "replicate_changes", "", "object"), "");
}

static void replication_hides_in_wider_rights(void **state)
{
    uint32_t rids[8] = {0};

    (void)state;
    head("O:%512 (A;;100;;;%1201)(A;;f01ff;;;%1202)(OA;;100;" GET_ALL ";;%1203)"
         "(OA;;100;" RESET ";;%1204)(A;CIIO;f01ff;;;%1205)(A;;30;;;%1206)");
    assert_int_equal(replicators(rids, 8), 3);
    assert_int_equal(rids[0] + rids[1] + rids[2], 1201 + 1202 + 1203);
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, HEAD, "%1201", "replicate_changes_all", "", "object"));
    assert_true(has_grant(&world, HEAD, "%1201", "all_extended_rights", "", "object"));
    assert_false(has_grant(&world, HEAD, "%1201", "full_control", "", "object"));
    assert_true(has_grant(&world, HEAD, "%1202", "full_control", "", "object"));
    assert_true(has_grant(&world, HEAD, "%1202", "replicate_filtered_set", "", "object"));
    assert_false(has_grant(&world, HEAD, "%1204", "replicate_changes_all", "", "object"));
    /* Inherit only: not on the head itself, but on everything below. */
    assert_false(has_grant(&world, HEAD, "%1205", "full_control", "", "object"));
    assert_true(has_grant(&world, HEAD, "%1205", "full_control", "", "user"));
    assert_false(has_grant(&world, HEAD, "%1205", "replicate_changes_all", "", "user"));
}

static void nobody_in_particular_is_no_replicator(void **state)
{
    (void)state;
    head("O:%512 (OA;;100;" GET_ALL ";;%512)(OA;;100;" GET_ALL ";;S-1-5-9)"
         "(OA;;100;" GET_ALL ";;S-1-5-10)(OA;;100;" GET_ALL ";;%513)"
         "(OA;;100;" GET_ALL ";;S-1-5-32-544)(OA;;100;" GET_ALL ";;%1300)"
         "(OA;;100;" GET_ALL ";;%1300)");
    assert_int_equal(replicators(NULL, 0), 1);
    assert_int_equal(run(&world), 0);
    /* Yet the rows are there: a check decides. */
    assert_true(has_grant(&world, HEAD, "%513", "replicate_changes_all", "", "object"));
    assert_true(has_grant(&world, HEAD, "%512", "replicate_changes_all", "", "object"));
}

/* Order -------------------------------------------------------------------------------------- */

static void the_first_entry_that_speaks_decides(void **state)
{
    (void)state;
    with_connector("O:%512 P", (const uint32_t[]){2001, 0});
    head("O:%512 (OD;;100;" GET_ALL ";;%2001)(A;;100;;;%1105)");
    set_sd(&world, find(&world, OU), "O:%512 (A;;100;;;%1105)(OD;;100;" RESET ";;%1105)");
    with_server("O:%512 P");
    assert_int_equal(run(&world), 0);
    /* The deny of a group of his comes first. */
    assert_string_equal(via(HEAD, "replicate_changes_all", "", "object"), "");
    assert_string_equal(via(HEAD, "replicate_changes", "", "object"), "%1105");
    /* By itself the entry still grants it: others may not be in that group. */
    assert_true(has_grant(&world, HEAD, "%1105", "replicate_changes_all", "", "object"));
    /* An allow before a deny stands. */
    assert_string_equal(via(OU, "reset_password", "", "object"), "%1105");
    assert_true(has_grant(&world, OU, "%1105", "reset_password", "", "object"));
}

static void a_trustee_is_denied_by_its_own_entries(void **state)
{
    (void)state;
    head("O:%512 (OD;;100;" GET_ALL ";;%1201)(A;;4;;;%1202)(A;;100;;;%1201)");
    assert_int_equal(run(&world), 0);
    assert_false(has_grant(&world, HEAD, "%1201", "replicate_changes_all", "", "object"));
    assert_true(has_grant(&world, HEAD, "%1201", "replicate_changes", "", "object"));
}

/* Inheritance -------------------------------------------------------------------------------- */

static void rights_reach_classes_below(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    with_server("O:%512 P");
    head("O:%512 (OA;CIIO;100;" RESET ";" USER ";%1105)");
    set_sd(&world, find(&world, OU), "O:%512 P(A;;4;;;%1105)");
    set_sd(&world, find(&world, USERS), "O:%512 (OA;CIIOID;100;" RESET ";" USER ";%1105)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, HEAD, "%1105", "reset_password", "", "user"));
    assert_false(has_grant(&world, HEAD, "%1105", "reset_password", "", "object"));
    assert_false(has_grant(&world, HEAD, "%1105", "reset_password", "", "computer"));
    assert_string_equal(via(HEAD, "reset_password", "", "user"), "%1105");
    assert_string_equal(via(USERS, "reset_password", "", "user"), "%1105");
    /* The container that blocks inheritance has a descriptor without it. */
    assert_string_equal(via(OU, "reset_password", "", "user"), "");
    assert_int_equal(
        ask_number(&world, "SELECT inheritance_blocked FROM ad_object WHERE dn = '" OU "'"), 1);
    assert_int_equal(
        ask_number(&world, "SELECT inheritance_blocked FROM ad_object WHERE dn = '" HEAD "'"), 0);
}

/* Special trustees --------------------------------------------------------------------------- */

static void an_owner_may_change_the_list(void **state)
{
    (void)state;
    with_connector("O:%1105 P(A;;4;;;%1106)", NULL);
    set_sd(&world, find(&world, USERS), "O:%1105 (A;;20000;;;S-1-3-4)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, MSOL, "%1105", "owner", "", "object"));
    assert_true(has_grant(&world, MSOL, "%1105", "write_dacl", "", "object"));
    assert_string_equal(ask(&world, "SELECT owner_sid FROM ad_object WHERE dn = '" MSOL "'"),
                        DOMAIN "-1105");
    /* OWNER RIGHTS takes it away, but not the ownership. */
    assert_true(has_grant(&world, USERS, "%1105", "owner", "", "object"));
    assert_false(has_grant(&world, USERS, "%1105", "write_dacl", "", "object"));
    assert_string_equal(via(USERS, "write_dacl", "", "object"), "");
}

static void self_is_whoever_the_object_is(void **state)
{
    (void)state;
    with_connector("O:%512 P(A;;20;;;S-1-5-10)", NULL);
    with_server("O:%512 P(A;;20;;;S-1-5-10)");
    assert_int_equal(run(&world), 0);
    assert_string_equal(via(MSOL, "write_all_properties", "", "object"), "S-1-5-10");
    assert_string_equal(via(SYNC01, "write_all_properties", "", "object"), "");
    assert_true(has_grant(&world, SYNC01, "S-1-5-10", "write_all_properties", "", "object"));
    assert_string_equal(ask(&world, "SELECT tier FROM ad_principal WHERE sid = 'S-1-5-10'"),
                        "self");
}

static void creators_are_nobody(void **state)
{
    (void)state;
    head("O:%512 (A;CI;f01ff;;;S-1-3-0)(A;CIIO;f01ff;;;S-1-3-1)");
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_grant WHERE sid LIKE 'S-1-3-%'"),
                     0);
}

static void conditions_are_told(void **state)
{
    (void)state;
    head("O:%512 (XA;;100;;;%1201)(A;;100;;;%1202)");
    assert_int_equal(run(&world), 0);
    assert_string_equal(ask(&world, "SELECT group_concat(DISTINCT conditional) FROM ad_grant"
                                    " WHERE sid = '" DOMAIN "-1201'"),
                        "1");
    assert_string_equal(ask(&world, "SELECT group_concat(DISTINCT conditional) FROM ad_grant"
                                    " WHERE sid = '" DOMAIN "-1202'"),
                        "0");
}

static void who_is_tier_0_is_told_on_heads_only(void **state)
{
    (void)state;
    with_connector("O:%512 P(A;;f01ff;;;%512)(A;;f01ff;;;S-1-5-18)(A;;100;;;%1201)", NULL);
    head("O:%512 (A;;f01ff;;;%512)");
    assert_int_equal(run(&world), 0);
    assert_false(has_grant(&world, MSOL, "%512", "full_control", "", "object"));
    assert_true(has_grant(&world, MSOL, "%1201", "reset_password", "", "object"));
    assert_true(has_grant(&world, HEAD, "%512", "full_control", "", "object"));
}

static void what_everybody_may_read_is_told_once(void **state)
{
    (void)state;
    with_connector("O:%512 P", (const uint32_t[]){2001, 0});
    head("O:%512 (A;;10;;;" AUTHENTICATED ")(A;;20;;;" AUTHENTICATED ")");
    set_sd(&world, find(&world, USERS), "O:%512 (A;;10;;;%2001)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, HEAD, AUTHENTICATED, "read_all_properties", "", "object"));
    assert_string_equal(via(HEAD, "read_all_properties", "", "object"), "");
    assert_string_equal(via(HEAD, "write_all_properties", "", "object"), AUTHENTICATED);
    assert_string_equal(via(USERS, "read_all_properties", "", "object"), "%2001");
}

static void delegation_to_a_computer_is_seen(void **state)
{
    (void)state;
    with_server("O:%512 P(OA;;20;" RBCD ";;%1401)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, SYNC01, "%1401", "write_property",
                          "msDS-AllowedToActOnBehalfOfOtherIdentity", "object"));
    assert_false(has_grant(&world, SYNC01, "%1401", "write_all_properties", "", "object"));
}

static void a_secret_of_the_schema_is_told(void **state)
{
    static const struct sa_guid guid = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
    };
    struct sa_schema_attribute secrets[] = {
        {.name = "msLAPS-Password", .guid = guid, .confidential = true},
        {.name = "msLAPS-Password", .guid = guid, .confidential = true},
    };

    (void)state;
    world.ad.secrets = secrets;
    world.ad.secret_count = 2; /* named twice by a schema that means harm */
    with_server("O:%512 P(A;;110;;;%1401)");
    assert_int_equal(run(&world), 0);
    assert_true(has_grant(&world, SYNC01, "%1401", "read_secret", "msLAPS-Password", "object"));
}

/* Which objects ------------------------------------------------------------------------------ */

static void everything_above_an_account_is_read_once(void **state)
{
    (void)state;
    (void)put(&world, "OU=Deep,OU=Mid," OU, "organizationalUnit", "O:%512 ");
    (void)put(&world, "OU=Mid," OU, "organizationalUnit", "O:%512 ");
    (void)put(&world, "CN=A,OU=Deep,OU=Mid," OU, "user", "O:%512 P");
    (void)put(&world, "CN=B,ou=deep, OU=Mid," OU, "user", "O:%512 P");
    (void)make_account(&world, "CN=A,OU=Deep,OU=Mid," OU, 1105, "connector", NULL);
    (void)make_account(&world, "CN=B,ou=deep, OU=Mid," OU, 1106, "service", NULL);
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE kind = 'ou'"), 3);
    assert_string_equal(
        ask(&world, "SELECT group_concat(relation || distance || o.name, ' ') FROM ad_above b"
                    " JOIN ad_account a ON a.id = b.account_id JOIN ad_object o ON o.id = object_id"
                    " WHERE a.sid = '" DOMAIN "-1106' ORDER BY distance"),
        "parent1Deep parent2Mid parent3Sync domain4lab.example");
    /* Head and configuration, one for all objects, none for names: everybody is known. */
    assert_in_range(world.searches, 1, 4);
}

static void synchronised_containers_are_read(void **state)
{
    static const struct sa_forest_hint hints[] = {
        {.role = "container", .account = "OU=Staff\\, all," HEAD     },
        {.role = "container", .account = "OU=Gone," HEAD             },
        {.role = "container", .account = "OU=x,DC=other"             },
        {.role = "container", .account = "CN=RegisteredDevices," HEAD},
        {.role = "container", .account = HEAD                        },
        {.role = "connector", .account = "CN=nobody," HEAD           },
    };
    const struct sa_forest_request request = {.hints = hints, .hint_count = 6};

    (void)state;
    world.ad.request = &request;
    with_connector("O:%512 P", NULL);
    (void)put(&world, "OU=Staff\\, all," HEAD, "organizationalUnit",
              "O:%512 (OA;CIIO;100;" RESET ";" USER ";%1105)");
    assert_int_equal(run(&world), 0);
    assert_string_equal(via("OU=Staff\\, all," HEAD, "reset_password", "", "user"), "%1105");
    assert_string_equal(
        ask(&world, "SELECT name FROM ad_object WHERE kind = 'ou' AND readable = 1"), "Staff, all");
    assert_true(has_gap(&world, "right", "OU=Gone," HEAD, "denied"));
    /* It need not exist, but one that is synchronised must. */
    assert_true(has_gap(&world, "right", "CN=RegisteredDevices," HEAD, "denied"));
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE dn LIKE '%other'"),
                     0);
    assert_string_equal(ask(&world, "SELECT kind FROM ad_object WHERE dn = '" HEAD "'"), "domain");
}

static void accounts_stay_accounts(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    make_privileged(&world, MSOL, 1105);
    (void)put(&world, "CN=boss," USERS, "user", "O:%512 P(OA;;100;" RESET ";;%1105)");
    make_privileged(&world, "CN=boss," USERS, 1600);
    assert_int_equal(run(&world), 0);
    assert_string_equal(ask(&world, "SELECT kind FROM ad_object WHERE dn = '" MSOL "'"), "account");
    assert_string_equal(ask(&world,
                            "SELECT a.sid FROM ad_object o JOIN ad_account a ON a.id = o.account_id"
                            " WHERE o.dn = '" MSOL "'"),
                        DOMAIN "-1105");
    assert_string_equal(via("CN=boss," USERS, "reset_password", "", "object"), "%1105");
}

static void protected_groups_are_objects(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    set_sd(&world, find(&world, "CN=Domain Admins," USERS),
           "O:%512 P(OA;;20;bf9679c0-0de6-11d0-a285-00aa003049e2;;%1105)");
    assert_int_equal(run(&world), 0);
    assert_string_equal(via("CN=Domain Admins," USERS, "write_property", "member", "object"),
                        "%1105");
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE kind = 'group'"), 2);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_gap"), 0);
}

static void servers_are_no_holders(void **state)
{
    (void)state;
    with_server("O:%512 P");
    head("O:%512 (A;;20;;;" AUTHENTICATED ")");
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_account_right"), 0);
}

static void other_groups_cannot_be_told_without_a_token(void **state)
{
    (void)state;
    (void)put(&world, MSOL, "user", "O:%512 P");
    make_account(&world, MSOL, 1105, "connector", NULL)->token_complete = false;
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "right", MSOL, "denied"));
}

/* Not seen ----------------------------------------------------------------------------------- */

static void what_is_not_shown_is_a_gap(void **state)
{
    (void)state;
    (void)put(&world, SYNC01, "computer", NULL);
    (void)make_account(&world, SYNC01, 1300, "server", NULL);
    forget(&world, OU);
    forget(&world, "CN=AdminSDHolder,CN=System," HEAD);
    forget(&world, "CN=Domain Admins," USERS);
    forget(&world, CONFIG);
    set_bytes(&world, find(&world, HEAD), "nTSecurityDescriptor", "\1\0\4\x80zzz", 7);
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "right", SYNC01, "denied"));
    assert_true(has_gap(&world, "right", OU, "denied"));
    assert_true(has_gap(&world, "gpo", OU, "denied"));
    assert_true(has_gap(&world, "right", "CN=AdminSDHolder,CN=System," HEAD, "denied"));
    assert_true(has_gap(&world, "right", "lab.example", "denied"));
    assert_true(has_gap(&world, "right", CONFIG, "denied"));
    assert_true(has_gap(&world, "right", HEAD, "failed"));
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE readable = 0"), 5);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_object WHERE readable = 0"
                                        " AND (sddl IS NOT NULL OR open_to_all IS NOT NULL"
                                        " OR inheritance_blocked IS NOT NULL)"),
                     0);
    /* A device container need not exist. */
    assert_int_equal(
        ask_number(&world, "SELECT count(*) FROM ad_gap WHERE subject LIKE '%Registered%'"), 0);
}

static void a_dead_domain_is_a_gap(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    world.fail_status = SA_E_TIMEOUT;
    assert_int_equal(run(&world), 0);
    assert_true(has_gap(&world, "right", USERS, "timeout"));
    assert_int_equal(ask_number(&world, "SELECT readable FROM ad_object WHERE dn = '" HEAD "'"), 1);
}

static void nothing_at_all_is_a_failure(void **state)
{
    (void)state;
    world.ad.domains[0].record.entry = NULL;
    forget(&world, CONFIG);
    world.fail_status = SA_E_TIMEOUT;
    assert_int_equal(run(&world), SA_E_TIMEOUT);
    assert_string_equal(world.error.message, "made to fail");
}

static void stopping_stops(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    world.fail_status = SA_E_CANCELLED;
    assert_int_equal(run(&world), SA_E_CANCELLED);
}

static void no_list_means_everybody(void **state)
{
    (void)state;
    with_connector("O:%512 NULL", NULL);
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT open_to_all FROM ad_object WHERE dn = '" MSOL "'"),
                     1);
    assert_true(has_grant(&world, MSOL, EVERYONE, "full_control", "", "object"));
    assert_true(has_grant(&world, MSOL, EVERYONE, "reset_password", "", "object"));
    assert_string_equal(via(MSOL, "full_control", "", "object"), EVERYONE);
    assert_string_equal(ask(&world, "SELECT name || tier FROM ad_principal WHERE sid = 'S-1-1-0'"),
                        "Everyonebroad");
}

static void unknown_entries_are_told(void **state)
{
    (void)state;
    with_connector("O:%512 P(119;;f01ff;;;%1201)(A;;100;;;%1202)", NULL);
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT has_unknown FROM ad_object WHERE dn = '" MSOL "'"),
                     1);
    assert_false(has_grant(&world, MSOL, "%1201", "full_control", "", "object"));
    assert_true(has_grant(&world, MSOL, "%1202", "reset_password", "", "object"));
}

/* Group policy ------------------------------------------------------------------------------- */

#define GPO(n) "CN={0000000" #n "-0000-0000-0000-000000000000},CN=Policies,CN=System," HEAD
#define LINK(n, options)                                                                 \
    "[LDAP://cn={0000000" #n "-0000-0000-0000-000000000000},cn=policies,cn=system," HEAD \
    ";" #options "]"

static void put_gpos(void)
{
    set_text(&world,
             put(&world, GPO(1), "groupPolicyContainer", "O:%512 (A;;20;;;" AUTHENTICATED ")"),
             "displayName", "Loose");
    (void)put(&world, GPO(2), "groupPolicyContainer", "O:%512 ");
    (void)put(&world, GPO(3), "groupPolicyContainer", "O:%512 ");
    (void)put(&world, GPO(4), "groupPolicyContainer", "O:%512 ");
}

static const char *applied(void)
{
    return ask(&world, "SELECT group_concat(substr(o.dn, 5, 8) || ':' || distance, ' ') FROM"
                       " (SELECT * FROM ad_above ORDER BY distance, object_id) b JOIN ad_object o"
                       " ON o.id = object_id WHERE relation = 'gpo'");
}

static void policies_above_a_computer_count(void **state)
{
    (void)state;
    with_connector("O:%512 P", NULL);
    with_server("O:%512 P");
    put_gpos();
    set_text(&world, find(&world, OU), "gPLink", LINK(1, 0) LINK(2, 1));
    set_text(&world, find(&world, HEAD), "gPLink", LINK(3, 0) LINK(1, 2) " ");
    assert_int_equal(run(&world), 0);
    /* 2 is disabled. The connector account is no computer. */
    assert_string_equal(applied(), "00000001:1 00000003:2");
    assert_string_equal(ask(&world, "SELECT detail FROM ad_above JOIN ad_object o"
                                    " ON o.id = object_id WHERE o.name = 'Loose'"),
                        OU "; " HEAD " (enforced)");
    assert_true(has_grant(&world, GPO(1), AUTHENTICATED, "write_all_properties", "", "object"));
    assert_string_equal(via(GPO(1), "write_all_properties", "", "object"), AUTHENTICATED);
}

static void blocking_keeps_out_what_is_not_enforced(void **state)
{
    (void)state;
    with_server("O:%512 P");
    put_gpos();
    set_text(&world, find(&world, OU), "gPLink", LINK(1, 0));
    set_text(&world, find(&world, OU), "gPOptions", "1");
    set_text(&world, find(&world, HEAD), "gPLink", LINK(3, 0) LINK(4, 2));
    assert_int_equal(run(&world), 0);
    assert_string_equal(applied(), "00000001:1 00000004:2");
}

static void links_of_sites_count_for_all(void **state)
{
    struct entry *site = NULL;

    (void)state;
    with_server("O:%512 P");
    put_gpos();
    site = put(&world, "CN=Paris,CN=Sites," CONFIG, "site", "O:%512 (A;;20;;;%1201)");
    set_text(&world, site, "gPLink", LINK(4, 0));
    (void)put(&world, "CN=Rome,CN=Sites," CONFIG, "site", "O:%512 ");
    assert_int_equal(run(&world), 0);
    assert_string_equal(applied(), "00000004:3");
    assert_string_equal(ask(&world, "SELECT o.name || relation FROM ad_above JOIN ad_object o"
                                    " ON o.id = object_id WHERE relation = 'site'"),
                        "Parissite");
    assert_true(has_grant(&world, "CN=Paris,CN=Sites," CONFIG, "%1201", "write_property", "gPLink",
                          "object"));
}

static void a_policy_that_is_not_there_is_a_gap(void **state)
{
    (void)state;
    with_server("O:%512 P");
    set_text(&world, find(&world, OU), "gPLink", LINK(7, 0));
    assert_int_equal(run(&world), 0);
    assert_int_equal(ask_number(&world, "SELECT count(*) FROM ad_gap WHERE topic = 'gpo'"
                                        " AND status = 'denied'"),
                     1);
    assert_int_equal(ask_number(&world, "SELECT readable FROM ad_object WHERE kind = 'gpo'"), 0);
}

/* Names -------------------------------------------------------------------------------------- */

static void every_trustee_has_a_name(void **state)
{
    struct entry *entry = NULL;

    (void)state;
    with_connector("O:%512 P(A;;100;;;%1201)(A;;100;;;%1202)(A;;100;;;S-1-5-21-9-9-9-1000)", NULL);
    entry = put(&world, "CN=Help Desk," USERS, "group", NULL);
    set_rid(&world, entry, 1201);
    set_text(&world, entry, "sAMAccountName", "helpdesk");
    entry = put(&world, "CN=gone," USERS, "user", NULL);
    set_rid(&world, entry, 1203);
    set_text(&world, entry, "userAccountControl", "514");
    head("O:%1203 ");
    assert_int_equal(run(&world), 0);
    assert_string_equal(ask(&world, "SELECT group_concat(name || '=' || class || '=' ||"
                                    " ifnull(enabled, '-') || '=' || tier, ' ') FROM"
                                    " (SELECT * FROM ad_principal WHERE sid LIKE 'S-1-5-21%'"
                                    " AND sid NOT LIKE '%-5__' ORDER BY sid)"),
                        "LAB\\account1105=user=1=ordinary LAB\\helpdesk=group=-=ordinary"
                        " " DOMAIN "-1202=unresolved=-=ordinary LAB\\gone=user=0=ordinary"
                        " S-1-5-21-9-9-9-1000=unresolved=-=ordinary");
    assert_string_equal(ask(&world, "SELECT class FROM ad_principal WHERE name ="
                                    " 'LAB\\Domain Admins'"),
                        "group");
}

static void names_are_asked_for_in_few_searches(void **state)
{
    char sd[16384] = "O:%512 ";
    size_t before = 0;

    (void)state;
    for (unsigned i = 0; i < 120; i++)
        (void)snprintf(sd + strlen(sd), sizeof sd - strlen(sd), "(A;;4;;;%%%u)", 2000 + i);
    assert_int_equal(run(&world), 0);
    before = world.searches;
    world_close(&world);
    world_open(&world);
    head(sd);
    assert_int_equal(run(&world), 0);
    /* Domain 3-digit groups were asked for before as well, in one search. */
    assert_in_range(world.searches, before + 2, before + 3);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(replication_comes_through_a_group),
        TEST(replication_hides_in_wider_rights),
        TEST(nobody_in_particular_is_no_replicator),
        TEST(the_first_entry_that_speaks_decides),
        TEST(a_trustee_is_denied_by_its_own_entries),
        TEST(rights_reach_classes_below),
        TEST(an_owner_may_change_the_list),
        TEST(self_is_whoever_the_object_is),
        TEST(creators_are_nobody),
        TEST(conditions_are_told),
        TEST(who_is_tier_0_is_told_on_heads_only),
        TEST(what_everybody_may_read_is_told_once),
        TEST(delegation_to_a_computer_is_seen),
        TEST(a_secret_of_the_schema_is_told),
        TEST(everything_above_an_account_is_read_once),
        TEST(synchronised_containers_are_read),
        TEST(accounts_stay_accounts),
        TEST(protected_groups_are_objects),
        TEST(servers_are_no_holders),
        TEST(other_groups_cannot_be_told_without_a_token),
        TEST(what_is_not_shown_is_a_gap),
        TEST(a_dead_domain_is_a_gap),
        TEST(nothing_at_all_is_a_failure),
        TEST(stopping_stops),
        TEST(no_list_means_everybody),
        TEST(unknown_entries_are_told),
        TEST(policies_above_a_computer_count),
        TEST(blocking_keeps_out_what_is_not_enforced),
        TEST(links_of_sites_count_for_all),
        TEST(a_policy_that_is_not_there_is_a_gap),
        TEST(every_trustee_has_a_name),
        TEST(names_are_asked_for_in_few_searches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
