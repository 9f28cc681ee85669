/* SPDX-License-Identifier: Apache-2.0 */
/* Who is found in a forest, why, and with what groups. */
#include <stdlib.h>
#include <string.h>

#include "forest_fake.h"

static int open_forest(void **state)
{
    (void)state;
    forest_open();
    return 0;
}

static int close_forest(void **state)
{
    (void)state;
    forest_close();
    return 0;
}

static void collect_all(void)
{
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_forest"), "ok");
    assert_string_equal(coverage("ad_account"), "ok");
}

static void test_forest_and_domain(void **state)
{
    (void)state;
    collect_all();
    assert_string_equal(ask("SELECT root_domain || functional_level || schema_version ||"
                            " tombstone_lifetime_d FROM ad_forest"),
                        "lab.example788180");
    assert_string_equal(ask("SELECT netbios_name || max_password_age_d || min_password_length ||"
                            " lockout_threshold || machine_account_quota || sid FROM ad_domain"),
                        "LAB4214510" SID);
    assert_string_equal(ask("SELECT krbtgt_password_set_at FROM ad_domain"),
                        "2021-01-01T00:00:00Z");
    /* Nobody told when attributes were written. */
    assert_true(has_gap("backup", HEAD, "unsupported"));
    assert_string_equal(ask("SELECT count(*) FROM footprint WHERE protocol = 'dns'"), "1");
}

static void test_backup_from_metadata(void **state)
{
    unsigned char blob[16 + 2 * 48] = {1};
    int64_t time = 13408000000; /* seconds since 1601 */

    (void)state;
    blob[8] = 2;
    blob[16] = 0x11;
    blob[64] = 0x4A;
    blob[66] = 0x02;
    memcpy(blob + 72, &time, sizeof time);
    set_bytes(find(HEAD), "replPropertyMetaData", blob, sizeof blob);
    collect_all();
    assert_string_equal(ask("SELECT backup_at FROM ad_domain"), "2025-11-19T04:26:40Z");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_gap WHERE topic = 'backup'"), 0);
}

static void test_backup_from_fragments(void **state)
{
    (void)state;
    set_text(find(HEAD), "msDS-ReplAttributeMetaData",
             "<DS_REPL_ATTR_META_DATA>\n<pszAttributeName>dSASignature</pszAttributeName>\n"
             "<dwVersion>3</dwVersion>\n<ftimeLastOriginatingChange>2026-11-01T02:03:04Z"
             "</ftimeLastOriginatingChange>\n</DS_REPL_ATTR_META_DATA>\n");
    collect_all();
    assert_string_equal(ask("SELECT backup_at FROM ad_domain"), "2026-11-01T02:03:04Z");
}

static void test_cut_metadata(void **state)
{
    unsigned char blob[16 + 20] = {1};

    (void)state;
    blob[8] = 0xFF;
    blob[11] = 0xFF;
    blob[16] = 0x4A;
    blob[18] = 0x02;
    set_bytes(find(HEAD), "replPropertyMetaData", blob, sizeof blob);
    collect_all();
    assert_string_equal(ask("SELECT backup_at FROM ad_domain"), "(null)");
}

static void test_controllers(void **state)
{
    struct object *server = put("CN=DC1,CN=Servers,CN=Berlin,CN=Sites," CONFIG, "top,server");
    struct object *computer = put_computer("DC1", 1000);

    (void)state;
    set_text(server, "dNSHostName", "dc1.lab.example");
    set_text(server, "serverReference", "CN=DC1," USERS);
    put("CN=NTDS Settings,CN=DC1,CN=Servers,CN=Berlin,CN=Sites," CONFIG, "top,nTDSDSARO");
    /* No NTDS settings: it was a domain controller once. */
    set_text(put("CN=OLD,CN=Servers,CN=Berlin,CN=Sites," CONFIG, "top,server"), "serverReference",
             "CN=OLD," USERS);
    set_text(computer, "primaryGroupID", "521");
    set_text(computer, "operatingSystem", "Windows");
    collect_all();
    assert_int_equal(ask_number("SELECT count(*) FROM ad_dc"), 1);
    assert_string_equal(ask("SELECT name || site || read_only || os FROM ad_dc"),
                        "dc1.lab.exampleBerlin1Windows");
}

static void test_names(void **state)
{
    static const char *const expected = "AAD_1:service,ADSyncMSA1$:service,AZUREADSSOACC$:sso,"
                                        "AzureADKerberos$:kerberos,MSOL_1:connector,"
                                        "krbtgt_AzureAD:kerberos";

    (void)state;
    put_user("MSOL_1", 1001);
    put_user("AAD_1", 1002);
    put_user("krbtgt_AzureAD", 1003);
    put_user("somebody", 1004);
    put_computer("AZUREADSSOACC", 1005);
    put_computer("AzureADKerberos", 1006);
    set_bytes(put_computer("ADSyncMSA1", 1007), "objectClass", "msDS-ManagedServiceAccount", 26);
    collect_all();
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT sam || ':' || role AS x FROM"
                            " ad_account JOIN ad_account_role ON account_id = id ORDER BY sam)"),
                        expected);
    /* What is computed, or a password, is never asked for. */
    assert_false(was_asked("unicodePwd"));
    assert_false(was_asked("msDS-ManagedPassword"));
    assert_false(was_asked("ms-Mcs-AdmPwd"));
    assert_false(was_asked("msLAPS-EncryptedPassword"));
}

static void test_description(void **state)
{
    struct object *account = put_user("renamed", 1001);

    (void)state;
    set_text(account, "description", DESCRIPTION("sync01.lab.example", "lab.onmicrosoft.com"));
    put_computer("SYNC01", 1002);
    collect_all();
    assert_string_equal(ask("SELECT installation_id || described_server || described_tenant FROM"
                            " ad_account WHERE sam = 'renamed'"),
                        "0123456789abcdef0123456789ABCDEFSYNC01lab.onmicrosoft.com");
    assert_string_equal(ask("SELECT role || how || detail || server FROM ad_account_role JOIN"
                            " ad_account ON id = account_id WHERE sam = 'SYNC01$'"),
                        "serverdescriptionrenamedSYNC01");
}

static void test_other_words(void **state)
{
    static const char *const texts[] = {
        "Account created by the Windows Azure Active Directory Sync tool with installation "
        "identifier 0123456789abcdef0123456789abcdef running on computer SYNC09 configured to "
        "synchronize to tenant lab.onmicrosoft.com.",
        "Konto mit Installation Identifier \"0123456789abcdef0123456789abcdef\" RUNNING ON COMPUTER"
        " \xE2\x80\x98SYNC09\xE2\x80\x99 Configured to synchronize to tenant "
        "\xE2\x80\x9Clab.onmicrosoft.com\xE2\x80\x9D, don't touch"};
    struct object *account = put_user("someone", 1001);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        drop(account, "description");
        set_text(account, "description", texts[i]);
        collect_all();
        assert_string_equal(ask("SELECT installation_id || described_server || described_tenant"
                                " FROM ad_account"),
                            "0123456789abcdef0123456789abcdefSYNC09lab.onmicrosoft.com");
        /* The server is named, and cannot be seen. */
        assert_true(has_gap("computer", "SYNC09", "denied"));
    }
}

static void test_hints(void **state)
{
    static const struct sa_forest_hint hints[] = {
        {"connector", "LAB",           "svc-one",                             "SYNC01", "SYNC01.lab.example"},
        {"connector", "",              "LAB\\svc-two",                        "SYNC01", "SYNC01"            },
        {"connector", "",              "svc-three@lab.example",               "SYNC01", "SYNC01"            },
        {"service",   "lab.example",   "gmsa",                                "SYNC01", "SYNC01"            },
        {"connector", "",              "CN=Müller\\, Jörg,OU=Söhne," HEAD, "",       ""                  },
        {"server",    "dns.suffix",    "SYNC01",                              "SYNC01", "SYNC01"            },
        {"connector", "other.example", "svc-four",                            "SYNC01", "SYNC01"            },
        {"service",   "NT AUTHORITY",  "LOCAL SYSTEM",                        "SYNC01", "SYNC01"            },
        {"container", "",              USERS,                                 "",       ""                  },
        {"connector", "LAB",           "svc-gone",                            "SYNC01", "SYNC01"            },
    };
    struct object *odd = put("CN=Müller\\, Jörg,OU=Söhne," HEAD, "top,person,user");

    (void)state;
    set_text(odd, "sAMAccountName", "mueller");
    set_sid(odd, "objectSid", SID "-2000");
    put_user("SVC-One", 1001);
    put_user("svc-two", 1002);
    put_user("svc-three", 1003);
    put_computer("gmsa", 1004);
    put_computer("SYNC01", 1005);
    put_user("svc-four", 1006);
    assert_int_equal(collect(hints, SA_COUNT(hints)), 0);
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT sam || ':' || role || ':' || how"
                            " AS x FROM ad_account JOIN ad_account_role ON account_id = id"
                            " ORDER BY sam)"),
                        "SVC-One:connector:export,SYNC01$:server:export,gmsa$:service:export,"
                        "mueller:connector:request,svc-three:connector:export,"
                        "svc-two:connector:export");
    assert_true(has_gap("account", "svc-gone", "denied"));
    assert_true(has_gap("account", "svc-four", "denied"));
    assert_false(has_gap("account", "LOCAL SYSTEM", "denied"));
    assert_string_equal(ask("SELECT server FROM ad_account_role JOIN ad_account ON id = account_id"
                            " WHERE sam = 'SVC-One'"),
                        "SYNC01");
    assert_string_equal(ask("SELECT dn_key FROM ad_account WHERE sam = 'mueller'"),
                        "cn=müller\\2c jörg,ou=söhne,dc=lab,dc=example");
}

static void test_gmsa_readers(void **state)
{
    struct object *gmsa = put_computer("pool-ADSync-1", 1001);
    struct object *group = put_group("Sync Servers", 1100);
    struct object *in_group = put_computer("SYNC02", 1003);

    (void)state;
    set_text(gmsa, "objectClass", "msDS-GroupManagedServiceAccount");
    set_sd(gmsa, "msDS-GroupMSAMembership",
           "A;30;" SID "-1002 A;30;" SID "-1100 A;30;" SID "-515 D;30;" SID "-1009");
    put_computer("SYNC01", 1002);
    join(in_group, group);
    put_group("Domain Computers", 515);
    join(put_computer("PC1", 1300), find("CN=Domain Computers," USERS));
    collect_all();
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT replace(sid, '" SID "', '') ||"
                            " '/' || replace(member_of, '" SID "', '') AS x FROM ad_gmsa_reader"
                            " ORDER BY x)"),
                        "-1002/,-1003/-1100,-1100/,-515/");
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT sam || how || server AS x FROM"
                            " ad_account JOIN ad_account_role ON id = account_id"
                            " WHERE role = 'server' ORDER BY x)"),
                        "SYNC01$readerSYNC01,SYNC02$readerSYNC02");
}

static void test_principal(void **state)
{
    struct object *account = put_user("vsa", 1001);

    (void)state;
    set_text(account, "servicePrincipalName", "ADSync/sync03.lab.example:1234");
    set_text(account, "servicePrincipalName", "A/first");
    put_computer("SYNC03", 1002);
    collect_all();
    assert_string_equal(ask("SELECT role || server FROM ad_account_role JOIN ad_account"
                            " ON id = account_id WHERE sam = 'vsa'"),
                        "serviceSYNC03");
    assert_string_equal(ask("SELECT spns FROM ad_account WHERE sam = 'vsa'"),
                        "A/first, ADSync/sync03.lab.example:1234");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account_role WHERE role = 'server'"
                                " AND how = 'principal'"),
                     1);
}

static void test_suspects(void **state)
{
    (void)state;
    put_user("dcsync", 1001);
    put_user("MSOL_1", 1002);
    put_group("replicators", 1003);
    set_sd(find(HEAD), "nTSecurityDescriptor",
           "A;100;" SID "-1001 A;100;" SID "-1002 A;100;" SID "-1003 A;100;" SID "-1999");
    collect_all();
    assert_string_equal(ask("SELECT group_concat(sam || ':' || role) FROM ad_account JOIN"
                            " ad_account_role ON id = account_id WHERE how = 'right'"),
                        "dcsync:suspect");
    assert_true(has_gap("account", SID "-1999", "denied"));
}

/* Who may replicate cannot be told then; everything else of the accounts still can. */
static void test_hidden_head(void **state)
{
    (void)state;
    put_user("MSOL_1", 1001);
    drop(find(HEAD), "nTSecurityDescriptor");
    collect_all();
    assert_int_equal(ask_number("SELECT readable FROM ad_object WHERE kind = 'domain'"), 0);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_object WHERE kind = 'account'"), 1);
    assert_int_equal(ask_number("SELECT count(*) > 0 FROM ad_above"), 1);
    assert_int_equal(problem()->status, 0);
}

static void test_token_and_paths(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);
    struct object *inner = put_group("inner", 1101);
    struct object *outer = put_group("ou>ter", 1102);
    struct object *everybody =
        put("CN=S-1-5-11,CN=ForeignSecurityPrincipals," HEAD, "top,foreignSecurityPrincipal");
    struct object *legacy = put("CN=Legacy,CN=Builtin," HEAD, "top,group");

    (void)state;
    set_sid(everybody, "objectSid", "S-1-5-11");
    set_text(legacy, "sAMAccountName", "Legacy");
    set_sid(legacy, "objectSid", "S-1-5-32-554");
    join(everybody, legacy);
    join(account, inner);
    join(inner, outer);
    join(outer, inner); /* a loop */
    join(outer, find("CN=Domain Admins," USERS));
    in_token(account, SID "-1101");
    in_token(account, SID "-1102");
    in_token(account, SID "-512");
    in_token(account, "S-1-5-32-544");
    set_sid(account, "sIDHistory", "S-1-5-21-9-9-9-500");
    collect_all();
    assert_string_equal(ask("SELECT path FROM ad_membership WHERE group_sid = 'S-1-5-32-544'"),
                        "MSOL_1 > inner > ou\\x3Eter > Domain Admins > Administrators");
    assert_string_equal(ask("SELECT path FROM ad_membership WHERE group_sid = 'S-1-5-32-554'"),
                        "MSOL_1 > Authenticated Users > Legacy");
    assert_string_equal(ask("SELECT path FROM ad_membership WHERE group_sid = '" SID "-513'"),
                        "MSOL_1 > Domain Users");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_membership WHERE privileged"), 3);
    assert_string_equal(ask("SELECT sid_history FROM ad_account"), "S-1-5-21-9-9-9-500");
    assert_string_equal(ask("SELECT member FROM ad_privileged WHERE sam = 'MSOL_1'"), "1");
}

static void test_no_token(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);

    (void)state;
    drop(account, "tokenGroups");
    collect_all();
    assert_true(has_gap("account", "MSOL_1", "denied"));
    assert_string_equal(ask("SELECT group_sid FROM ad_membership"), SID "-513");
}

static void test_privileged(void **state)
{
    struct object *former = put_user("former", 1001);
    struct object *nested = put_user("nested", 1002);
    struct object *group = put_group("ops", 1100);

    (void)state;
    set_text(former, "adminCount", "1");
    join(nested, group);
    join(group, find("CN=Domain Admins," USERS));
    put_user("Administrator", 500);
    set_text(find("CN=Administrator," USERS), "isCriticalSystemObject", "TRUE");
    put_user("nobody", 1003);
    drop(put_user("by-primary", 1004), "primaryGroupID");
    set_text(find("CN=by-primary," USERS), "primaryGroupID", "512");
    collect_all();
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT sam || member ||"
                            " coalesce(critical, '-') AS x FROM ad_privileged ORDER BY sam)"),
                        "Administrator01,by-primary1-,former0-,nested1-");
}

/* A group names its members also where they do not show themselves. */
static void test_hidden_members(void **state)
{
    struct object *admins = find("CN=Domain Admins," USERS);
    struct object *nested = put_group("ops", 1100);

    (void)state;
    join(put_user("seen", 1001), admins);
    join(nested, admins);
    join(put_computer("JUMP01", 1002), admins);
    set_text(admins, "member", "CN=Sealed\\, Away,OU=Hidden," HEAD);
    set_text(nested, "member", "CN=deeper," USERS);
    set_text(nested, "member", "CN=elsewhere,DC=unknown,DC=example");
    collect_all();
    assert_true(has_gap("account", "CN=Sealed\\, Away,OU=Hidden," HEAD, "denied"));
    assert_true(has_gap("account", "CN=deeper," USERS, "denied"));
    assert_int_equal(
        ask_number("SELECT count(*) FROM ad_gap WHERE message LIKE '%protected group%'"), 2);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_privileged WHERE sam = 'seen'"), 1);
}

static void test_groups(void **state)
{
    struct object *admins = put_group("ADSyncAdmins", 1100);
    struct object *cloud = put_computer("AzureADKerberos", 1006);

    (void)state;
    join(put_user("alice", 1001), admins);
    set_text(admins, "member", "CN=hidden," USERS);
    put_group("ADSyncBrowse", 1101);
    set_text(cloud, "msDS-NeverRevealGroup", "CN=Administrators,CN=Builtin," HEAD);
    set_text(cloud, "msDS-RevealOnDemandGroup", "CN=Unseen," USERS);
    collect_all();
    assert_string_equal(ask("SELECT group_concat(x) FROM (SELECT purpose || ' ' ||"
                            " replace(member_sid, '" SID "', '') AS x FROM ad_group ORDER BY x)"),
                        "never_reveal -512,sync_admins -1001,sync_browse ");
    assert_true(has_gap("group", "CN=hidden," USERS, "denied"));
    assert_true(has_gap("group", "CN=Unseen," USERS, "denied"));
}

static void test_columns(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);

    (void)state;
    drop(account, "userAccountControl");
    set_text(account, "userAccountControl", "17891362"); /* 0x1110022 */
    set_text(account, "pwdLastSet", "0");
    set_text(account, "lastLogonTimestamp", "132539328000000000");
    set_text(account, "accountExpires", "9223372036854775807");
    set_text(account, "whenCreated", "20200102030405.0Z");
    set_text(account, "msDS-SupportedEncryptionTypes", "24");
    set_text(account, "msDS-KeyCredentialLink", "B:8:00000000:" USERS);
    set_sd(account, "msDS-AllowedToActOnBehalfOfOtherIdentity", "A;F01FF;" SID "-1200");
    collect_all();
    assert_string_equal(ask("SELECT enabled || reversible || password_not_required || never_expires"
                            " || unconstrained_delegation || protocol_transition FROM ad_account"),
                        "001101");
    assert_string_equal(ask("SELECT coalesce(password_set_at, '-') || must_change_password ||"
                            " last_logon_at || coalesce(expires_at, '-') || created_at"
                            " FROM ad_account"),
                        "-12021-01-01T00:00:00Z-2020-01-02T03:04:05Z");
    assert_string_equal(ask("SELECT encryption_types || key_credentials || acts_on_behalf ||"
                            " coalesce(admin_count, '-') FROM ad_account"),
                        "241" SID "-1200-");
}

static void put_schema(const char *name, unsigned char guid, const char *flags)
{
    char dn[256];
    unsigned char bytes[16] = {guid};
    struct object *object = NULL;

    (void)snprintf(dn, sizeof dn, "CN=%s,CN=Schema," CONFIG, name);
    object = put(dn, "top,attributeSchema");
    set_text(object, "lDAPDisplayName", name);
    set_bytes(object, "schemaIDGUID", bytes, sizeof bytes);
    set_text(object, "searchFlags", flags);
}

static void test_laps(void **state)
{
    static const struct {
        const char *sd, *expected;
    } cases[] = {
        {"A;20094;S-1-5-11",                   "none"   },
        {"A;20094;S-1-5-32-544",               "unknown"},
        {"D;10;" SID "-1234 A;20094;S-1-5-11", "unknown"},
    };
    struct object *server = put_computer("AZUREADSSOACC", 1001);

    (void)state;
    collect_all();
    assert_string_equal(ask("SELECT laps FROM ad_account"), "none");
    put_schema("msLAPS-PasswordExpirationTime", 1, "0");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        drop(server, "nTSecurityDescriptor");
        set_sd(server, "nTSecurityDescriptor", cases[i].sd);
        collect_all();
        assert_string_equal(ask("SELECT laps FROM ad_account"), cases[i].expected);
        assert_int_equal(has_gap("laps", "AZUREADSSOACC$", "denied"),
                         strcmp(cases[i].expected, "unknown") == 0);
    }
    set_text(server, "msLAPS-PasswordExpirationTime", "132539328000000000");
    collect_all();
    assert_string_equal(ask("SELECT laps || laps_expires_at FROM ad_account"),
                        "windows2021-01-01T00:00:00Z");
}

static void test_cost(void **state)
{
    char name[32];
    size_t few = 0;

    (void)state;
    put_user("MSOL_1", 1001);
    collect_all();
    few = searches();
    for (unsigned i = 0; i < 2000; i++) {
        (void)snprintf(name, sizeof name, "user%u", i);
        put_user(name, 5000 + i);
    }
    collect_all();
    assert_int_equal(searches() - few, few);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_forest_and_domain, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_backup_from_metadata, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_backup_from_fragments, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_cut_metadata, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_controllers, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_names, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_description, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_other_words, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hints, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_gmsa_readers, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_principal, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_suspects, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_head, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_token_and_paths, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_no_token, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_privileged, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_members, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_groups, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_columns, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_laps, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_cost, open_forest, close_forest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
