/* SPDX-License-Identifier: Apache-2.0 */
/* A directory that lies, breaks off, or is larger than any: nothing hangs, nothing is invented, and what was
 * not seen is told. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "forest_fake.h"

bool sa_ad_tells_password(const void *bytes, size_t len); /* auditor/collect/forest.h */

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

static void test_unreachable_domain(void **state)
{
    (void)state;
    forest_add_child(SA_E_NETWORK);
    put_user("MSOL_1", 1001);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_string_equal(ask("SELECT group_concat(dns_name || collected) FROM ad_domain"),
                        "lab.example1,emea.lab.example0");
    assert_true(has_gap("domain", "emea.lab.example", "unreachable"));
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 1);
}

/* The connection of one domain breaks after its head was read. */
static void test_broken_domain(void **state)
{
    static const struct sa_forest_hint hints[] = {
        {"connector", "",     "svc-gone",    "SYNC01", ""},
        {"connector", "LAB",  "svc-nowhere", "SYNC01", ""},
        {"connector", "EMEA", "svc-emea",    "SYNC01", ""},
    };

    (void)state;
    forest_add_child(0);
    put_user("MSOL_1", 1001);
    /* The SID of that domain. */
    fail_searches("\\07\\00\\00\\00\\08", SA_E_NETWORK);
    assert_int_equal(collect(hints, SA_COUNT(hints)), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_true(has_gap("domain", "emea.lab.example", "unreachable"));
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 1);
    assert_true(has_gap("account", "svc-gone", "unreachable"));
    assert_true(has_gap("account", "svc-emea", "unreachable"));
    assert_true(has_gap("account", "svc-nowhere", "denied"));
}

static void test_both_domains(void **state)
{
    struct object *account = NULL;
    struct object *administrators = NULL;

    (void)state;
    forest_add_child(0);
    account = put("CN=MSOL_2,CN=Users," CHILD, "top,person,user");
    set_text(account, "sAMAccountName", "MSOL_2");
    set_sid(account, "objectSid", "S-1-5-21-7-8-9-1001");
    in_token(account, "S-1-5-32-544");
    administrators = put("CN=Administrators,CN=Builtin," CHILD, "top,group");
    set_text(administrators, "sAMAccountName", "Admins of Emea");
    set_sid(administrators, "objectSid", "S-1-5-32-544");
    join(account, administrators);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(ask("SELECT dns_name FROM ad_account JOIN ad_domain ON ad_domain.id ="
                            " domain_id"),
                        "emea.lab.example");
    /* Every domain has its own group under the same SID. */
    assert_string_equal(ask("SELECT path FROM ad_membership WHERE group_sid = 'S-1-5-32-544'"),
                        "MSOL_2 > Admins of Emea");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_privileged WHERE member"), 1);
}

/* The user of the first domain is not somebody of the same name in another. */
static void test_realm_of_user(void **state)
{
    (void)state;
    forest_add_child(0);
    assert_int_equal(collect(NULL, 0), 0);
    assert_null(realm_asked("lab.example"));
    assert_string_equal(realm_asked("emea.lab.example"), "lab.example");
}

/* A directory may name domains to collect what is made from passwords. */
static void test_password_outside(void **state)
{
    static const char sql[] = "SELECT group_concat(dns_name || collected) FROM ad_domain";

    (void)state;
    forest_add_child(0);
    forest_add_tree();
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(ask(sql), "lab.example1,emea.lab.example1,other.test1");
    log_on_by(SA_LDAP_SIMPLE);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(ask(sql), "lab.example1,emea.lab.example1,other.test0");
    assert_true(has_gap("domain", "other.test", "denied"));
    log_on_by(SA_LDAP_NTLM);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(ask(sql), "lab.example1,emea.lab.example1,other.test0");
}

/* What is found and does not show what it is may be anything. */
static void test_hidden_class(void **state)
{
    static const struct sa_forest_hint hints[] = {
        {"connector", "", "svc-sync", "SYNC01", ""}
    };

    (void)state;
    drop(put_user("MSOL_1", 1001), "objectClass");
    drop(put_user("svc-sync", 1002), "objectClass");
    assert_int_equal(collect(hints, SA_COUNT(hints)), 0);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 0);
    assert_true(has_gap("account", "MSOL_1", "denied"));
    assert_true(has_gap("account", "svc-sync", "denied"));
}

/* A part of the forest that does not show what it is may be a domain. */
static void test_hidden_partition(void **state)
{
    struct object *reference = NULL;

    (void)state;
    forest_add_child(0);
    reference = find("CN=EMEA,CN=Partitions," CONFIG);
    drop(reference, "systemFlags");
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("domain", "CN=EMEA,CN=Partitions," CONFIG, "denied"));
    set_text(reference, "systemFlags", "3");
    drop(reference, "nCName");
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("domain", "CN=EMEA,CN=Partitions," CONFIG, "denied"));
    set_text(reference, "nCName", "CN=no domain");
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("domain", "CN=EMEA,CN=Partitions," CONFIG, "failed"));
}

/* Names of what lies above an account, and two that look the same when they are written visibly. */
static void test_odd_containers(void **state)
{
    static const char *const units[] = {"OU=a\x1b[2J," HEAD, "OU=a\\5Cx1B[2J," HEAD,
                                        "OU=\xff\xe2\x80\xae," HEAD};
    char dn[128];

    (void)state;
    set_sd(find(HEAD), "nTSecurityDescriptor", "A;100;" SID "-1999");
    for (unsigned i = 0; i < SA_COUNT(units); i++) {
        struct object *account = NULL;

        set_sd(put(units[i], "top,organizationalUnit"), "nTSecurityDescriptor", "A;10;S-1-5-11");
        (void)snprintf(dn, sizeof dn, "CN=MSOL_%u,%s", i, units[i]);
        account = put(dn, "top,person,user");
        (void)snprintf(dn, sizeof dn, "MSOL_%u", i);
        set_text(account, "sAMAccountName", dn);
        (void)snprintf(dn, sizeof dn, SID "-%u", 1001 + i);
        set_sid(account, "objectSid", dn);
        set_sd(account, "nTSecurityDescriptor", "A;10;S-1-5-11");
    }
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_string_equal(coverage("ad_right"), "ok");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 3);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_object WHERE kind = 'ou'"), 3);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_object WHERE instr(dn || name || dn_key,"
                                " char(27)) > 0"),
                     0);
    assert_int_equal(
        ask_number("SELECT count(*) FROM ad_object WHERE instr(CAST(dn || name || dn_key AS BLOB),"
                   " x'FF') > 0"),
        0);
}

/* A controller of another domain than the one that was asked for. */
static void test_other_domain(void **state)
{
    (void)state;
    answer_as("DC=other,DC=example");
    put_user("MSOL_1", 1001);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_forest"), "failed");
    assert_string_equal(coverage("ad_account"), "failed");
    assert_non_null(strstr(problem()->message, "of 'other.example', not of 'lab.example'"));
    assert_int_equal(ask_number("SELECT count(*) FROM ad_domain"), 0);
    answer_as("DC=Lab,DC=EXAMPLE");
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_forest"), "ok");
}

static void test_no_connection(void **state)
{
    static const char *const names[] = {"ad_forest", "ad_account", "ad_right"};

    (void)state;
    forest_add_child(0);
    fail_searches("CN=Partitions", SA_E_TIMEOUT);
    assert_int_equal(collect(NULL, 0), 0);
    assert_int_equal(problem()->status, SA_E_TIMEOUT);
    for (size_t i = 0; i < SA_COUNT(names); i++)
        assert_string_equal(coverage(names[i]), "timeout");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_domain"), 0);
    /* Also a failed run says what it did. */
    assert_true(ask_number("SELECT count(*) FROM footprint") >= 2);
}

static void test_account_source_fails(void **state)
{
    (void)state;
    put_user("MSOL_1", 1001);
    fail_searches("MSOL_", SA_E_DENIED);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_forest"), "ok");
    assert_string_equal(coverage("ad_account"), "denied");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 0);
}

static void test_hidden_configuration(void **state)
{
    (void)state;
    put_computer("AZUREADSSOACC", 1001);
    fail_searches("CN=Schema,", SA_E_DENIED);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_forest"), "ok");
    assert_true(has_gap("laps", "CN=Schema," CONFIG, "denied"));
    assert_string_equal(ask("SELECT laps FROM ad_account"), "unknown");
}

static void test_cancelled(void **state)
{
    (void)state;
    atomic_store(&stop, true);
    assert_int_equal(collect(NULL, 0), SA_E_CANCELLED);
    assert_int_equal(ask_number("SELECT count(*) FROM coverage"), 0);
}

static void test_odd_values(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);

    (void)state;
    drop(account, "userAccountControl");
    set_text(account, "userAccountControl", "0x200");
    set_text(account, "pwdLastSet", "-5");
    set_text(account, "lastLogonTimestamp", "99999999999999999999999");
    set_text(account, "whenCreated", "yesterday");
    set_text(account, "adminCount", "");
    set_bytes(account, "sIDHistory", "\x01\x7F", 2);
    set_bytes(account, "mS-DS-CreatorSID", "", 0);
    set_bytes(account, "msDS-AllowedToActOnBehalfOfOtherIdentity", "\x01\x00\x04\x80", 4);
    set_bytes(account, "description", "a\0b\xFF\n\x1B[2J\xE2\x80\xAE", 12);
    set_bytes(account, "tokenGroups", "short", 5);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_string_equal(ask("SELECT coalesce(enabled, '-') || coalesce(password_set_at, '-') ||"
                            " coalesce(last_logon_at, '-') || coalesce(created_at, '-') ||"
                            " coalesce(admin_count, '-') || sid_history || acts_on_behalf"
                            " FROM ad_account"),
                        "-----");
    assert_string_equal(ask("SELECT description FROM ad_account"),
                        "a\\x00b\\xFF\\x0A\\x1B[2J\\u{202E}");
    assert_true(has_gap("account", "MSOL_1", "failed"));
    assert_true(ask_number("SELECT count(*) FROM ad_gap WHERE status = 'failed'") >= 7);
}

static void test_odd_names(void **state)
{
    struct object *conflict =
        put("CN=MSOL_1\\0ACNF:0f3c7b52-1d84-4a7e-b9a6-3e5d2c1f8a90," USERS, "top,person,user");
    struct object *invalid = put("CN=MSOL_\xFFx," USERS, "top,person,user");

    (void)state;
    set_text(conflict, "sAMAccountName", "MSOL_$DUPLICATE-457");
    set_sid(conflict, "objectSid", SID "-1001");
    set_text(invalid, "sAMAccountName", "MSOL_\xFFx");
    set_sid(invalid, "objectSid", SID "-1002");
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_string_equal(ask("SELECT group_concat(sam) FROM (SELECT sam FROM ad_account"
                            " ORDER BY sid)"),
                        "MSOL_$DUPLICATE-457,MSOL_\\xFFx");
    assert_string_equal(ask("SELECT dn FROM ad_account WHERE sid = '" SID "-1002'"),
                        "CN=MSOL_\\xFFx," USERS);
}

static void test_no_sid(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);

    (void)state;
    drop(account, "objectSid");
    assert_int_equal(collect(NULL, 0), 0);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 0);
    assert_true(has_gap("account", "CN=MSOL_1," USERS, "denied"));
}

static void test_same_sid(void **state)
{
    (void)state;
    put_user("MSOL_1", 1001);
    put_user("MSOL_2", 1001);
    set_text(find("CN=MSOL_2," USERS), "adminCount", "1");
    set_text(find("CN=MSOL_1," USERS), "adminCount", "1");
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 1);
    assert_int_equal(ask_number("SELECT count(*) FROM ad_privileged"), 1);
}

static void test_deep_nesting(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);
    struct object *below = account;
    char name[32];
    char sid[64];

    (void)state;
    for (unsigned i = 0; i < 10000; i++) {
        struct object *group = NULL;

        (void)snprintf(name, sizeof name, "g%u", i);
        (void)snprintf(sid, sizeof sid, SID "-%u", 20000 + i);
        group = put_group(name, 20000 + i);
        join(below, group);
        in_token(account, sid);
        below = group;
    }
    join(below, find("CN=Domain Admins," USERS));
    in_token(account, SID "-512");
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_true(has_gap("account", "MSOL_1", "limit"));
    assert_true(ask_number("SELECT count(*) FROM ad_membership") <= SA_LIMIT_TOKEN + 1);
    /* Down from Domain Admins there are too many levels as well. */
    assert_true(has_gap("group", "", "limit"));
}

static void test_many_members(void **state)
{
    struct object *group = put_group("ADSyncAdmins", 1100);
    char dn[64];

    (void)state;
    for (unsigned i = 0; i < 100000; i++) {
        (void)snprintf(dn, sizeof dn, "CN=m%u," USERS, i);
        set_text(group, "member", dn);
    }
    put_user("m1", 1001);
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_true(has_gap("group", "ADSyncAdmins", "limit"));
    assert_string_equal(ask("SELECT member_sid FROM ad_group"), SID "-1001");
    assert_true(searches() < 60);
}

static void test_many_principals(void **state)
{
    struct object *account = put_user("vsa", 1001);
    char spn[64];

    (void)state;
    for (unsigned i = 0; i < 50000; i++) {
        (void)snprintf(spn, sizeof spn, "ADSync/host%u", i);
        set_text(account, "servicePrincipalName", spn);
    }
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_true(has_gap("account", "CN=vsa," USERS, "limit"));
    assert_non_null(strstr(ask("SELECT substr(spns, -40) FROM ad_account"), " more]"));
}

/* A foreign principal that is in every token: S-1-5-11 in `group`. */
static struct object *everybody_in(struct object *group)
{
    struct object *everybody =
        put("CN=S-1-5-11,CN=ForeignSecurityPrincipals," HEAD, "top,foreignSecurityPrincipal");

    set_sid(everybody, "objectSid", "S-1-5-11");
    join(everybody, group);
    return everybody;
}

static void test_many_groups_of_everybody(void **state)
{
    struct object *everybody = NULL;

    (void)state;
    put_user("MSOL_1", 1001);
    everybody = everybody_in(put_group("g0", 2000));
    assert_int_equal(collect(NULL, 0), 0);
    assert_false(has_gap("account", "MSOL_1", "limit"));
    for (unsigned i = 1; i < 100; i++) {
        char name[16];

        (void)snprintf(name, sizeof name, "g%u", i);
        join(everybody, put_group(name, 2000 + i));
    }
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("account", "MSOL_1", "limit"));
}

static void test_nested_groups_of_everybody(void **state)
{
    struct object *inner = put_group("g0", 2000);

    (void)state;
    put_user("MSOL_1", 1001);
    everybody_in(inner);
    for (unsigned i = 1; i < 5; i++) {
        char name[16];
        struct object *outer = NULL;

        (void)snprintf(name, sizeof name, "g%u", i);
        outer = put_group(name, 2000 + i);
        join(inner, outer);
        inner = outer;
    }
    join(inner, find("CN=Domain Admins," USERS));
    assert_int_equal(collect(NULL, 0), 0);
    assert_int_equal(
        ask_number("SELECT count(*) FROM ad_membership WHERE group_sid = '" SID "-512'"), 1);
    assert_false(has_gap("account", "MSOL_1", "limit"));
    for (unsigned i = 5; i < 12; i++) {
        char name[16];
        struct object *outer = NULL;

        (void)snprintf(name, sizeof name, "g%u", i);
        outer = put_group(name, 2000 + i);
        join(inner, outer);
        inner = outer;
    }
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("account", "MSOL_1", "limit"));
}

/* A group that everybody is in and nobody sees. */
static void test_hidden_group_of_everybody(void **state)
{
    struct object *everybody = NULL;

    (void)state;
    put_user("MSOL_1", 1001);
    everybody = everybody_in(put_group("g0", 2000));
    set_text(everybody, "memberOf", "CN=hidden," USERS);
    assert_int_equal(collect(NULL, 0), 0);
    assert_true(has_gap("account", "MSOL_1", "limit"));
}

static void test_long_name(void **state)
{
    char *dn = malloc(80000);

    (void)state;
    assert_non_null(dn);
    memset(dn, 'a', 80000);
    memcpy(dn, "CN=", 3);
    (void)snprintf(dn + 79900, 100, ",%s", USERS);
    set_sid(put(dn, "top,person,user"), "objectSid", SID "-1001");
    set_text(find(dn), "sAMAccountName", "MSOL_1");
    assert_int_equal(collect(NULL, 0), 0);
    assert_string_equal(coverage("ad_account"), "ok");
    assert_non_null(strstr(ask("SELECT substr(dn, -40) FROM ad_account"), "[shortened: "));
    free(dn);
}

static void test_many_accounts(void **state)
{
    char name[32];

    (void)state;
    for (unsigned i = 0; i < SA_LIMIT_FOREST_ACCOUNTS + 10; i++) {
        (void)snprintf(name, sizeof name, "MSOL_%u", i);
        (void)put_user(name, 10000 + i);
    }
    assert_int_equal(collect(NULL, 0), 0);
    /* The search itself ends at the limit: what is incomplete is not stored as if it were all. */
    assert_string_equal(coverage("ad_account"), "failed");
    assert_int_equal(ask_number("SELECT count(*) FROM ad_account"), 0);
}

static void test_evidence(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);
    char *ldif = NULL;

    (void)state;
    set_text(account, "description", "Söhne");
    set_text(account, "userPrincipalName", " leading");
    set_text(account, "operatingSystem", "a\nfake: line");
    assert_int_equal(collect(NULL, 0), 0);
    ldif = evidence("/CN=MSOL_1," USERS);
    assert_non_null(strstr(ldif, "dn: CN=MSOL_1," USERS "\n"));
    assert_non_null(strstr(ldif, "\ndescription:: U8O2aG5l\n"));
    assert_non_null(strstr(ldif, "\nuserPrincipalName:: IGxlYWRpbmc=\n"));
    assert_null(strstr(ldif, "\nfake:"));
    assert_non_null(strstr(ldif, "\nobjectSid:: "));
    free(ldif);
}

static void test_secrets_in_evidence(void **state)
{
    struct object *account = put_user("MSOL_1", 1001);
    char *ldif = NULL;

    (void)state;
    set_text(account, "description", "sync, Password : hunter2");
    assert_int_equal(collect(NULL, 0), 0);
    ldif = evidence("/CN=MSOL_1," USERS);
    assert_null(strstr(ldif, "hunter2"));
    assert_non_null(strstr(ldif, "left out"));
    free(ldif);
    assert_string_equal(ask("SELECT description FROM ad_account"), "[removed: holds a password]");
}

static void test_words_for_password(void **state)
{
    static const char *const told[] = {"pw: hunter2", "svc (PW=hunter2)", "Pass: hunter2",
                                       "user/pass = hunter2", "initial pwd:hunter2"};
    static const char *const harmless[] = {
        "bypass: no", "compass=N", "pass through", "password is in the vault", "pw", "pass"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(told); i++)
        assert_true(sa_ad_tells_password(told[i], strlen(told[i])));
    for (size_t i = 0; i < SA_COUNT(harmless); i++)
        assert_false(sa_ad_tells_password(harmless[i], strlen(harmless[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_unreachable_domain, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_broken_domain, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_both_domains, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_realm_of_user, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_password_outside, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_class, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_partition, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_odd_containers, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_other_domain, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_no_connection, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_account_source_fails, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_configuration, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_cancelled, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_odd_values, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_odd_names, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_no_sid, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_same_sid, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_deep_nesting, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_many_members, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_many_principals, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_many_groups_of_everybody, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_nested_groups_of_everybody, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_hidden_group_of_everybody, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_long_name, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_many_accounts, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_evidence, open_forest, close_forest),
        cmocka_unit_test_setup_teardown(test_secrets_in_evidence, open_forest, close_forest),
        cmocka_unit_test(test_words_for_password),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
