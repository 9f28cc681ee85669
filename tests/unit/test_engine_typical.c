/* SPDX-License-Identifier: Apache-2.0 */
/* The sync engine of a typical server: what it says is what the snapshot has. */
#include <string.h>

#include "engine_fake.h"

static void every_source_is_stored(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++)
        if (strcmp(o->name, "configuration") != 0 && strcmp(status(o->name), "ok") != 0)
            fail_msg("%s is %s", o->name, status(o->name));
    assert_int_equal(pipelines(), 1);
    assert_true(is_closed());
    assert_int_equal(argument("Days"), 7);
    assert_int_equal(
        number("SELECT count(*) FROM footprint WHERE protocol = 'psrp' AND status = 'ok'"), 1);
}

static void the_session(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_string_equal(
        text("SELECT way || '|' || endpoint || '|' || protocol || '|' || powershell || '|' ||"
             " language_mode || '|' || account_sid || '|' || account || '|' || elevated || '|' ||"
             " module_version || '|' || program_version || '|' || schema_version || '|' ||"
             " instance || '|' || utc_offset_min || '|' || asked_at FROM engine"),
        "script|Microsoft.PowerShell|2.3|5.1.17763.1|FullLanguage|S-1-5-21-1-2-3-1105|"
        "FABRIKAM\\auditor|0|1.0.0.0|2.5.79.0|14|0c5e1a2b-1111-4222-8333-444455556666|60|"
        "2026-11-22T08:15:30Z");
    assert_int_equal(number("SELECT count(*) FROM engine_parameter"), 2);
    assert_int_equal(number("SELECT count(*) FROM auditor_group"), 2);
}

static void scheduler_and_connectors(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT staging_mode = 0 AND cycle_enabled = 1 AND"
                            " allowed_interval_s = 1800 AND custom_interval_s IS NULL AND"
                            " history_s = 604800 AND next_policy = 'Delta' FROM engine_scheduler"),
                     1);
    assert_string_equal(text("SELECT group_concat(kind || ' ' || connector_key, ', ')"
                             " FROM engine_connector"),
                        "ad ad:fabrikam.example, entra entra");
    assert_string_equal(text("SELECT account_domain || '\\' || account || ' ' || modified_at"
                             " FROM engine_connector WHERE kind = 'ad'"),
                        "FABRIKAM\\MSOL_0123456789ab 2026-01-02T03:04:05Z");
    assert_int_equal(number("SELECT export_updates FROM engine_statistics"), 3);
    assert_string_equal(text("SELECT state FROM engine_busy"), "Busy");
    assert_int_equal(number("SELECT full_import * 10 + full_sync FROM engine_override"), 10);
}

/* A second connector to one forest has the key that it has in an export. */
static void connectors_of_one_key(void **state)
{
    (void)state;
    say_all();
    say("engine_connector", "connector|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a02|Name=zz|Type=AD"
                            "|Forest=fabrikam.EXAMPLE");
    assert_int_equal(collect(), 0);
    assert_string_equal(text("SELECT connector_key FROM engine_connector WHERE name = 'zz'"),
                        "ad:fabrikam.example#2");
}

static void the_history(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_string_equal(text("SELECT runs || ' ' || oldest_at || ' ' || complete || ' ' || asked_at"
                             " FROM engine_history"),
                        "2 2026-11-22T08:00:00Z 1 2026-11-22T08:15:30Z");
    assert_string_equal(text("SELECT group_concat(profile || '=' || result, ', ') FROM engine_run"),
                        "Export=completed-export-errors, Delta Import=in-progress");
    assert_string_equal(
        text("SELECT profile || ' ' || type || ' ' || exported_updates || ' ' || export_failures"
             " || ' ' || errors FROM engine_run_step s JOIN engine_run r ON r.id = s.run_id"),
        "Export Export 5 2 2");
    assert_string_equal(text("SELECT type || ' ' || count || ' ' || oldest_at"
                             " FROM engine_run_error"),
                        "AttributeValueMustBeUnique 2 2026-11-20T08:00:00Z");
}

static void the_others(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_int_equal(
        number("SELECT size = 4096 AND sha256 = printf('%.64c', 'a') FROM engine_file"), 1);
    assert_string_equal(text("SELECT state || ' ' || reason FROM engine_auto_upgrade"),
                        "Suspended UpgradeNotSupportedCustomizedSyncRules");
    assert_int_equal(number("SELECT enabled FROM engine_password_sync"), 1);
    assert_int_equal(number("SELECT enabled FROM engine_password_writeback"), 0);
    assert_string_equal(text("SELECT dn || ' ' || last_success_at FROM engine_password_partition"),
                        "DC=fabrikam,DC=example 2026-11-22T08:10:00Z");
    assert_int_equal(number("SELECT reachable = 1 AND message IS NULL FROM engine_domain"), 1);
    assert_int_equal(number("SELECT local_db = 1 AND used_mb = 812 FROM engine_database"), 1);
    assert_string_equal(text("SELECT kind || ' ' || auto_rotation || ' ' || thumbprint || ' ' ||"
                             " sha256 || ' ' || not_after FROM engine_credential"),
                        "application 1 AABBCC ddee 2027-04-01T00:00:00Z");
}

static void windows(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_string_equal(text("SELECT group_concat(sid) FROM (SELECT sid FROM host_user_right"
                             " ORDER BY sid)"),
                        "Gast,S-1-5-32-544");
    assert_string_equal(text("SELECT group_concat(success || failure) FROM (SELECT * FROM"
                             " host_audit_policy ORDER BY subcategory)"),
                        "11,01");
    assert_string_equal(text("SELECT group_concat(role || exists_there || coalesce(owner_sid, '-'))"
                             " FROM host_folder"),
                        "program1S-1-5-32-544,settings0-");
    /* Full: both; read and execute: read; generic all, inherit only: as files map it. */
    assert_string_equal(
        text("SELECT group_concat(sid || ' ' || mask || ' ' || can_read || can_write"
             " || inherit_only || inherited, ', ') FROM host_folder_ace"),
        "S-1-5-18 2032127 1101, S-1-5-32-545 1179817 1001, "
        "S-1-3-0 2032127 1111");
    assert_int_equal(number("SELECT count(*) FROM host_log_age WHERE oldest_at IS NULL"), 1);
    assert_int_equal(number("SELECT count(*) FROM host_account_watched"), 2);
    assert_int_equal(number("SELECT logon_type * 100 + count FROM host_account_logon"), 1002);
}

static void nothing_is_an_answer_where_it_can_be(void **state)
{
    static const char *const sources[] = {"run_status",   "connector_override", "override",
                                          "reachability", "password_sync",      "account_logon"};

    (void)state;
    say_all();
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        unsay(sources[i]);
    assert_int_equal(collect(), 0);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        assert_string_equal(status(sources[i]), "ok");
}

static void members_that_an_older_product_lacks(void **state)
{
    (void)state;
    say_all();
    unsay("scheduler");
    say("scheduler", "scheduler|Staging=!true|Enabled=!true|Customized|NextPolicy=");
    unsay("engine_database");
    say("engine_database", "database|LocalDb");
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT staging_mode = 1 AND suspended IS NULL AND next_policy IS NULL"
                            " FROM engine_scheduler"),
                     1);
    assert_int_equal(number("SELECT local_db IS NULL FROM engine_database"), 1);
}

static void staging_that_contradicts_is_stored_twice(void **state)
{
    (void)state;
    say_all();
    unsay("scheduler");
    say("scheduler", "scheduler|Staging=!true|Enabled=!true");
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT staging_mode FROM engine_scheduler"), 1);
    assert_string_equal(text("SELECT value FROM engine_parameter WHERE name LIKE '%StagingMode'"),
                        "False");
}

static void evidence_is_what_was_read(void **state)
{
    (void)state;
    say_all();
    assert_int_equal(collect(), 0);
    assert_true(evidence_holds("scheduler", "<flag name=\"Staging\">false</flag>"));
    assert_true(evidence_holds("scheduler", "<number name=\"History\">604800</number>"));
    assert_true(evidence_holds("scheduler", "<null name=\"Customized\"></null>"));
    assert_true(evidence_holds("statistics", "<text name=\"Name\">fabrikam.example</text>"));
    assert_false(evidence_holds("statistics", "scheduler"));
}

static void what_was_not_wanted_is_not_asked(void **state)
{
    (void)state;
    say_all();
    request()->no_files = true;
    request()->run_days = 30;
    request()->configuration = "SyncAudit";
    request()->powershell = SA_PSRP_FUNCTION_WAY;
    assert_int_equal(collect(), 0);
    assert_null(strstr(asked(1), "configuration"));
    assert_null(strstr(asked(1), "user_right"));
    assert_null(strstr(asked(1), "audit_policy"));
    assert_non_null(strstr(asked(1), "file_right"));
    assert_int_equal(argument("Days"), 30);
    assert_string_equal(opened_with()->configuration, "SyncAudit");
    assert_int_equal(opened_with()->way, SA_PSRP_FUNCTION_WAY);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'user_right'"), 0);
}

static void switched_off(void **state)
{
    (void)state;
    say_all();
    request()->no_powershell = true;
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'engine'"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, engine_fake_setup, engine_fake_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_source_is_stored),
        TEST(the_session),
        TEST(scheduler_and_connectors),
        TEST(connectors_of_one_key),
        TEST(the_history),
        TEST(the_others),
        TEST(windows),
        TEST(nothing_is_an_answer_where_it_can_be),
        TEST(members_that_an_older_product_lacks),
        TEST(staging_that_contradicts_is_stored_twice),
        TEST(evidence_is_what_was_read),
        TEST(what_was_not_wanted_is_not_asked),
        TEST(switched_off),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
