/* SPDX-License-Identifier: Apache-2.0 */
/* The sync engine in trouble: refusals, absence, silence, pipelines that end midway. What was told before is
 * kept, the rest has its reason, and no source that was not wholly told is ok. */
#include <stdatomic.h>
#include <string.h>

#include "syncaudit/datetime.h"

#include "engine_fake.h"

static void expect_message(const char *source, const char *expected, const char *part)
{
    char sql[256];

    assert_string_equal(status(source), expected);
    snprintf(sql, sizeof sql,
             "SELECT message || ' ' || coalesce(hint, '') FROM coverage WHERE source = '%s'",
             source);
    if (strstr(text(sql), part) == NULL)
        fail_msg("%s: no '%s' in: %s", source, part, text(sql));
}

static int64_t not_ok(void)
{
    return number("SELECT count(*) FROM coverage c WHERE status <> 'ok' AND source IN ('engine',"
                  "'auditor_right','scheduler','engine_connector','statistics','run_history',"
                  "'run_status','connector_override','override','auto_upgrade','password_sync',"
                  "'reachability','engine_database','entra_credential','user_right',"
                  "'audit_policy','file_right','log_age','account_logon')");
}

static void no_endpoint(void **state)
{
    (void)state;
    say_all();
    request()->configuration = "SyncAudit";
    cannot_open(SA_E_NOT_FOUND, "there is no session configuration");
    assert_int_equal(collect(), 0);
    expect_message("engine", "failed", "SyncAudit");
    assert_int_equal(not_ok(), 19);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE rows > 0 AND status <> 'ok'"), 0);
}

static void endpoint_refused(void **state)
{
    (void)state;
    say_all();
    request()->has_export = false;
    cannot_open(SA_E_DENIED, "access is denied");
    assert_int_equal(collect(), 0);
    expect_message("log_age", "denied", "Remote Management Users");
    expect_message("sync_rule", "denied", "Remote Management Users");
    expect_message("connector", "denied", "access is denied");
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'configuration'"), 0);
    assert_int_equal(not_ok(), 19);
}

static void each_problem_has_its_word(void **state)
{
    (void)state;
    say_all();
    fails("engine", "ModuleNotFound", "RuntimeException", "ModuleNotFound", 14);
    fails("scheduler", "ServiceStopped", "RuntimeException", "ServiceStopped", 14);
    fails("entra_credential", "CommandNotFoundException",
          "System.Management.Automation.CommandNotFoundException", "The term is not known", 13);
    fails("statistics", "x", "System.ServiceModel.Security.SecurityAccessDeniedException",
          "Zugriff verweigert", 0);
    fails("user_right", "ExportRefused", "RuntimeException", "ExportRefused", 14);
    fails("audit_policy", "NativeCommandError", "RemoteException", "Fehler 0x00000522", 0);
    fails("log_age", "LogInfoUnavailable", "System.Exception", "Security", 0);
    fails("file_right", "DirUnauthorizedAccessError", "System.UnauthorizedAccessException", "no",
          18);
    fails("run_history", "FaultException", "System.ServiceModel.FaultException", "boom", 7);
    fails("run_status", "x", "System.ServiceModel.EndpointNotFoundException", "no pipe", 0);
    fails("override", "MethodInvocationNotSupportedInConstrainedLanguage", "x", "no", 10);
    fails("auto_upgrade", "UnknownSource", "RuntimeException", "UnknownSource", 14);
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 1);
    expect_message("engine", "unsupported", "module ADSync is not there");
    expect_message("scheduler", "failed", "does not run");
    expect_message("entra_credential", "unsupported", "Get-ADSyncEntraConnectorCredential");
    expect_message("statistics", "denied", "ADSyncOperators");
    expect_message("user_right", "denied", "local administrator");
    expect_message("audit_policy", "denied", "local administrator");
    expect_message("log_age", "denied", "Event Log Readers");
    expect_message("file_right", "denied", "remoting");
    expect_message("run_history", "failed", "boom");
    expect_message("run_status", "failed", "does not answer");
    expect_message("auto_upgrade", "unsupported", "jea generate");
    expect_message("override", "unsupported", "application control");
    assert_int_equal(not_ok(), 12);
    assert_string_equal(status("account_logon"), "ok");
}

static void records_before_a_problem_are_void(void **state)
{
    (void)state;
    say_all();
    fails("engine_connector", "x", "System.Exception", "later", 0);
    assert_int_equal(collect(), 0);
    expect_message("engine_connector", "failed", "later");
    assert_int_equal(number("SELECT count(*) FROM engine_connector"), 0);
}

static void silence_costs_one_source(void **state)
{
    (void)state;
    say_all();
    ends("run_history", HANGS);
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 2);
    expect_message("run_history", "timeout", "120 seconds");
    assert_int_equal(not_ok(), 1);
    assert_ptr_equal(strstr(asked(2), "run_status"), asked(2));
    assert_int_equal(number("SELECT count(*) FROM footprint WHERE protocol = 'psrp'"), 2);
}

/* Several, one after the other: each is given up once. */
static void silence_again_and_again(void **state)
{
    (void)state;
    say_all();
    ends("engine", HANGS);
    ends("statistics", HANGS);
    ends("account_logon", HANGS);
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 3);
    assert_int_equal(not_ok(), 3);
}

static void a_pipeline_that_fails_midway(void **state)
{
    (void)state;
    say_all();
    ends("reachability", BREAKS);
    break_with("PipelineStopped", "memory");
    assert_int_equal(collect(), 0);
    expect_message("reachability", "failed", "memory");
    assert_int_equal(pipelines(), 2);
    assert_int_equal(not_ok(), 1);
}

static void a_pipeline_that_never_begins(void **state)
{
    (void)state;
    say_all();
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++)
        ends(o->name, SKIPS);
    ends("engine", SKIPS);
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 1);
    assert_int_equal(not_ok(), 19);
    expect_message("log_age", "failed", "without telling");
}

static void no_function_on_the_endpoint(void **state)
{
    (void)state;
    say_all();
    ends("engine", BREAKS);
    before_source = NULL;
    break_with("CommandNotFoundException", "Get-SyncAuditFact");
    assert_int_equal(collect(), 0);
    expect_message("engine", "unsupported", "jea generate");
}

static void an_endpoint_without_scripts(void **state)
{
    (void)state;
    say_all();
    ends("engine", BREAKS);
    break_with("ScriptsNotAllowed", "The syntax is not supported by this runspace");
    assert_int_equal(collect(), 0);
    expect_message("engine", "unsupported", "--powershell jea");
}

static void a_connection_that_is_lost(void **state)
{
    (void)state;
    say_all();
    ends("auto_upgrade", LOSES);
    assert_int_equal(collect(), 0);
    expect_message("auto_upgrade", "unreachable", "closed");
    assert_string_equal(status("override"), "ok");
    assert_int_equal(not_ok(), 1);
}

static void a_source_without_end(void **state)
{
    (void)state;
    say_all();
    ends("statistics", STOPS);
    assert_int_equal(collect(), 0);
    expect_message("statistics", "failed", "without telling");
    assert_int_equal(not_ok(), 1);
    assert_int_equal(pipelines(), 2);
}

/* What the server leaves out, while it tells of all others. */
static void a_source_that_is_left_out(void **state)
{
    (void)state;
    say_all();
    ends("override", SKIPS);
    assert_int_equal(collect(), 0);
    expect_message("override", "failed", "without telling");
    assert_int_equal(not_ok(), 1);
}

static atomic_bool cancelled;

static void cancel(const char *source)
{
    if (strcmp(source, "statistics") == 0)
        atomic_store(&cancelled, true);
}

static void stopped_by_the_user(void **state)
{
    (void)state;
    say_all();
    atomic_store(&cancelled, false);
    request()->http.cancelled = &cancelled;
    before_source = cancel;
    /* The stand-in does not look at the flag: the next pipeline is not begun. */
    ends("run_history", HANGS);
    assert_int_equal(collect(), SA_E_CANCELLED);
    assert_int_equal(pipelines(), 1);
    assert_string_equal(status("scheduler"), "ok");
    assert_true(is_closed());
}

static void time_is_up(void **state)
{
    (void)state;
    say_all();
    request()->http.deadline_ms = sa_time_monotonic_ms() - 1;
    assert_int_equal(collect(), 0);
    assert_int_equal(pipelines(), 0);
    assert_string_equal(status("engine"), "timeout");
    assert_int_equal(not_ok(), 19);
}

static void no_rights_in_a_list_is_no_answer(void **state)
{
    static const char *const sources[] = {"user_right", "audit_policy", "file_right", "log_age"};

    (void)state;
    say_all();
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        unsay(sources[i]);
    unsay("auditor_right");
    unsay("scheduler");
    assert_int_equal(collect(), 0);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        assert_string_equal(status(sources[i]), "denied");
    assert_string_equal(status("auditor_right"), "failed");
    assert_string_equal(status("scheduler"), "failed");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, engine_fake_setup, engine_fake_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_endpoint),
        TEST(endpoint_refused),
        TEST(each_problem_has_its_word),
        TEST(records_before_a_problem_are_void),
        TEST(silence_costs_one_source),
        TEST(silence_again_and_again),
        TEST(a_pipeline_that_fails_midway),
        TEST(a_pipeline_that_never_begins),
        TEST(no_function_on_the_endpoint),
        TEST(an_endpoint_without_scripts),
        TEST(a_connection_that_is_lost),
        TEST(a_source_without_end),
        TEST(a_source_that_is_left_out),
        TEST(stopped_by_the_user),
        TEST(time_is_up),
        TEST(no_rights_in_a_list_is_no_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
