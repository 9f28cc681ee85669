/* SPDX-License-Identifier: Apache-2.0 */
/* The host collector against a typical server: each source's facts, and what all of it costs. */
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/datetime.h"

#include "host_fake.h"

static void gather(void)
{
    typical();
    assert_int_equal(collect(), 0);
    assert_string_equal(problem()->message, "");
}

static void every_source_is_seen(void **state)
{
    (void)state;
    gather();
    for (const struct sa_host_source *s = sa_host_sources(); s->source != NULL; s++) {
        if (strcmp(status(s->source), "ok") != 0)
            fail_msg("%s: %s", s->source, status(s->source));
        assert_non_null(s->sentence);
        assert_non_null(s->right);
    }
    assert_int_equal(number("SELECT count(*) FROM coverage"), 23);
    /* One evidence row for each source. */
    assert_int_equal(number("SELECT count(*) FROM evidence"), 23);
    assert_int_equal(number("SELECT count(DISTINCT source) FROM evidence"), 23);
}

static bool can_be_sent(const char *resource, size_t len)
{
    for (const struct sa_wsman_operation *o = sa_wsman_operations(); o->operation != NULL; o++) {
        if (strlen(o->resource) == len && memcmp(o->resource, resource, len) == 0)
            return true;
    }
    return false;
}

static void what_is_asked_is_told_beforehand(void **state)
{
    (void)state;
    for (const struct sa_host_source *s = sa_host_sources(); s->source != NULL; s++) {
        const char *at = sa_host_asks(s->source);

        if (at[0] == '\0')
            fail_msg("%s: it is not told what is asked", s->source);
        while (*at != '\0') {
            size_t len = strcspn(at, ",");

            if (!can_be_sent(at, len))
                fail_msg("%s: '%.*s' cannot be sent", s->source, (int)len, at);
            at += len;
            at += strspn(at, ", ");
        }
    }
    gather();
    size_t asked = 0;
    for (const struct sa_wsman_operation *o = sa_wsman_operations(); o->operation != NULL; o++) {
        const char *name = strrchr(o->resource, '/');
        bool is_told = false;

        if (strcmp(o->operation, "Enumerate") != 0 || name == NULL || exchanges_for(name + 1) == 0)
            continue;
        for (const struct sa_host_source *s = sa_host_sources(); s->source != NULL; s++)
            is_told |= sa_asks_for(sa_host_asks(s->source), o->resource);
        if (!is_told)
            fail_msg("asked, and not told beforehand: '%s'", o->resource);
        asked++;
    }
    assert_true(asked >= 20);
}

static void asks_are_found_by_their_beginning(void **state)
{
    (void)state;
    assert_true(sa_asks_for(sa_host_asks("log"), "root/cimv2/Win32_NT"));
    assert_true(sa_asks_for(sa_host_asks("log"), "reg query"));
    assert_true(sa_asks_for(sa_host_asks("encryption"), "root/cimv2/Security/MicrosoftVolume"));
    assert_false(sa_asks_for(sa_host_asks("log"), "Win32_NTEventLogFile"));
    assert_false(sa_asks_for(sa_host_asks("nothing"), "root"));
}

/* The whole host may take 40 round trips: one is the logon, the registry has 5 for itself (a shell with one
 * command line, the names of Winlogon's values). */
static void it_costs_few_exchanges(void **state)
{
    (void)state;
    gather();
    print_message("%zu exchanges without the registry\n", exchanges());
    assert_true(exchanges() + 5 <= 40);
    /* Two members of the domain are one and the same. */
    assert_int_equal(exchanges_for("Win32_Group"), 1);
    assert_int_equal(exchanges_for("Win32_Account"), 2);
    assert_int_equal(exchanges_for("Win32_NTLogEvent"), 2);
}

static void host_is_described(void **state)
{
    (void)state;
    gather();
    assert_string_equal(
        text("SELECT name || ' ' || dns_name || ' ' || domain || ' ' || domain_role FROM host"),
        "SRV srv.fabrikam.example fabrikam.example 3");
    assert_string_equal(text("SELECT build || '.' || revision || ' ' || version || ' ' || "
                             "product_type || ' ' || sku || ' ' || installation_type FROM host"),
                        "20348.2014 10.0.20348 3 7 Server Core");
    assert_string_equal(
        text("SELECT installed_at || ' ' || booted_at || ' ' || language FROM host"),
        "2024-03-01T09:00:00Z 2026-11-12T02:00:00Z 1033");
    assert_string_equal(text("SELECT virtual || ' ' || processors || ' ' || memory_mb || ' ' || "
                             "free_memory_mb || ' ' || utc_offset_min FROM host"),
                        "vmware 4 16383 4096 -300");
    assert_string_equal(text("SELECT protocol || '|' || mechanism || '|' || protected FROM host"),
                        "HTTP, sealed by Kerberos (AES256)|Kerberos|1");
}

static void clock_is_compared(void **state)
{
    char sql[] = "SELECT clock_offset_s FROM host";
    int64_t expected = 0;

    (void)state;
    gather();
    /* 2026-11-22T15:30:00-05:00 */
    assert_int_equal(sa_time_parse("2026-11-22T20:30:00Z", &expected), 0);
    assert_in_range(expected - sa_time_now() + 100 - number(sql), 95, 105);
}

static void disks_and_network_are_listed(void **state)
{
    (void)state;
    gather();
    assert_string_equal(text("SELECT group_concat(drive || ' ' || size || ' ' || "
                             "coalesce(free, '?') || ' ' || system) FROM host_disk"),
                        "C: 107374182400 32212254720 1,D: 53687091200 ? 0");
    assert_string_equal(text("SELECT group_concat(kind || position || ' ' || address || ' ' || "
                             "public, ';') FROM host_address"),
                        "address0 10.1.2.3 0;address1 fe80::1 0;address2 2001:db9::7 1;"
                        "gateway0 10.1.2.1 0;dns0 10.1.0.10 0;dns1 8.8.8.8 1");
}

static void services_have_kinds_and_no_arguments(void **state)
{
    (void)state;
    gather();
    assert_string_equal(text("SELECT group_concat(name_key || ' ' || account_kind || ' ' || "
                             "start_mode || ' ' || state, ';') FROM host_service"),
                        "adsync virtual auto running;rpcss service auto running;"
                        "rpceptmapper service auto running;backup domain manual starting;"
                        "gone none disabled stopped");
    assert_string_equal(text("SELECT path FROM host_service WHERE name = 'Backup'"),
                        "C:\\Program Files\\Backup Tool\\agent.exe [arguments removed]");
    assert_int_equal(number("SELECT unquoted FROM host_service WHERE name = 'Backup'"), 1);
    assert_int_equal(number("SELECT sum(unquoted) FROM host_service"), 1);
    assert_string_equal(text("SELECT path FROM host_service WHERE name = 'RpcSs'"),
                        "C:\\Windows\\system32\\svchost.exe -k rpcss -p");
    assert_true(evidence_holds("service", "miiserver.exe"));
    assert_false(evidence_holds("service", "hunter2"));
    assert_string_equal(text("SELECT group_concat(address || ' ' || port || ' ' || loopback || ' ' "
                             "|| services, ';') FROM host_listener"),
                        "0.0.0.0 135 0 RpcEptMapper, RpcSs;::1 9000 1 ;:: 5985 0 ");
}

static void updates_have_dates(void **state)
{
    (void)state;
    gather();
    assert_string_equal(
        text("SELECT group_concat(id || ' ' || installed_on || ' ' || raw) FROM host_hotfix"),
        "KB5031364 2026-11-13 11/13/2026,KB5031365 2026-02-05 2/5/2026");
}

static void groups_have_members_by_sid(void **state)
{
    (void)state;
    gather();
    assert_string_equal(text("SELECT group_concat(sid || ' ' || coalesce(purpose, '-'), ';') "
                             "FROM (SELECT * FROM host_group ORDER BY sid)"),
                        "S-1-5-21-1-2-3-1001 sync_admins;S-1-5-32-544 -;S-1-5-32-555 -");
    assert_string_equal(
        text("SELECT group_concat(group_sid || ' ' || sid || ' ' || account || ' ' || kind || ' ' "
             "|| local, ';') FROM host_group_member"),
        "S-1-5-32-544 S-1-5-21-1-2-3-500 SRV\\Administrator user 1;"
        "S-1-5-32-544 S-1-5-21-7-8-9-512 FABRIKAM\\Domain Admins group 0;"
        "S-1-5-21-1-2-3-1001 S-1-5-21-7-8-9-512 FABRIKAM\\Domain Admins group 0;"
        "S-1-5-32-555 S-1-5-11 SRV\\Authenticated Users system 1");
    assert_string_equal(text("SELECT group_concat(rid || ' ' || name || ' ' || enabled || ' ' || "
                             "password_expires || ' ' || password_required, ';') FROM host_user"),
                        "500 Administrator 1 1 1;501 Guest 0 0 0");
}

static void roles_and_tasks_are_listed(void **state)
{
    (void)state;
    gather();
    assert_string_equal(
        text("SELECT group_concat(kind || ' ' || feature || ' ' || state, ';') FROM host_feature"),
        "role 481 enabled;role 325 enabled;optional SMB1Protocol disabled;"
        "optional MicrosoftWindowsPowerShellV2 enabled");
    assert_string_equal(text("SELECT group_concat(path || ' ' || enabled || ' ' || account_key || "
                             "' ' || account_kind || ' ' || logon_type || ' ' || highest, ';') "
                             "FROM host_task"),
                        "\\Nightly 1 fabrikam\\svc-job domain 1 1;"
                        "\\Microsoft\\Windows\\Defrag\\Odd 0 .\\administrators local 4 0");
    assert_true(evidence_holds("task", "ScheduledDefrag"));
}

static void winrm_is_flattened(void **state)
{
    (void)state;
    gather();
    assert_string_equal(text("SELECT group_concat(name || '=' || value || ' ' || policy, ';') "
                             "FROM (SELECT * FROM host_winrm ORDER BY name)"),
                        "MaxEnvelopeSizekb=500 0;Service.AllowUnencrypted=false 1;"
                        "Service.Auth.Basic=true 1;Service.RootSDDL=O:NSG:BA 0");
    assert_string_equal(
        text("SELECT group_concat(address || ' ' || transport || ' ' || port || ' ' || enabled || "
             "' ' || coalesce(thumbprint, '-'), ';') FROM host_winrm_listener"),
        "* http 5985 1 -;* https 5986 1 0123456789ABCDEF0123456789ABCDEF01234567");
}

static void defence_is_described(void **state)
{
    (void)state;
    gather();
    assert_string_equal(
        text("SELECT running || real_time || tamper_protection || signature_age_d || ' ' || mode "
             "FROM host_antimalware"),
        "1101 Normal");
    assert_string_equal(
        text("SELECT group_concat(kind || ' ' || substr(value, 1, 7), ';') FROM host_exclusion"),
        "path C:\\;path D:\\Data;hidden N/A: Mu");
    assert_string_equal(text("SELECT vbs || ' ' || credential_guard || hvci || "
                             "credential_guard_configured FROM host_device_guard"),
                        "2 110");
    assert_string_equal(text("SELECT enabled || activated || spec_version FROM host_tpm"),
                        "112.0, 0, 1.38");
    assert_string_equal(text("SELECT drive || protection FROM host_volume"), "C:1");
    assert_int_equal(number("SELECT size FROM host_database_file"), 104857600);
    /* By group policy; by the log's own settings. System is not shown: it has no number. */
    assert_string_equal(text("SELECT group_concat(name || ' ' || max_size_kb || ' ' || "
                             "coalesce(records, '-') || ' ' || overwrite, ';') FROM host_log"),
                        "Application 262144 1000 as_needed;Security 196608 90000 never;"
                        "System 20480 - outdated");
}

static void events_are_newest_first(void **state)
{
    (void)state;
    gather();
    assert_string_equal(text("SELECT group_concat(log || ' ' || event || ' ' || at || ' ' || "
                             "record, ';') FROM host_event"),
                        "System 104 2026-11-21T10:00:00Z 91;System 7045 2026-11-21T10:00:00Z 90;"
                        "Application 212 2026-11-20T10:00:00Z 500");
    assert_string_equal(text("SELECT inserts FROM host_event WHERE event = 212"),
                        "[\"True\",\"say \\\"yes\\\"\"]");
    assert_string_equal(text("SELECT inserts FROM host_event WHERE event = 104"), "[]");
    assert_string_equal(text("SELECT inserts FROM host_event WHERE event = 7045"),
                        "[\"Evil\",\"C:\\\\evil.exe [arguments removed]\",\"user mode service\"]");
    assert_false(evidence_holds("event_log", "hunter2"));
    assert_int_equal(number("SELECT complete FROM host_event_window"), 1);
    assert_true(evidence_holds("event_log", "Logfile='Security'"));
    assert_true(evidence_holds("event_log", "TimeGenerated&gt;='202"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, host_fake_setup, host_fake_teardown)
    const struct CMUnitTest tests[] = {
        TEST(what_is_asked_is_told_beforehand),
        TEST(asks_are_found_by_their_beginning),
        TEST(every_source_is_seen),
        TEST(it_costs_few_exchanges),
        TEST(host_is_described),
        TEST(clock_is_compared),
        TEST(disks_and_network_are_listed),
        TEST(services_have_kinds_and_no_arguments),
        TEST(updates_have_dates),
        TEST(groups_have_members_by_sid),
        TEST(roles_and_tasks_are_listed),
        TEST(winrm_is_flattened),
        TEST(defence_is_described),
        TEST(events_are_newest_first),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
