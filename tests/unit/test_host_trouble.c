/* SPDX-License-Identifier: Apache-2.0 */
/* The host collector in trouble: refusals, silence, absence, lies. Above all of it stands one property: a
 * source that was not wholly seen is never ok. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#include "host_fake.h"

#define DENIED           5
#define CLASS_ABSENT     2150858778
#define ENUMERATION_LOST 2150858779

/* Which sources need a class; `fails_absent`: also its absence is a failure. */
static const struct need {
    const char *class_name, *sources;
    bool fails_absent;
} needs[] = {
    {"Win32_OperatingSystem",             "host",                    true },
    {"Win32_ComputerSystem",              "host",                    true },
    {"Win32_Account",                     "local_user, local_group", true },
    {"Win32_GroupUser",                   "local_group",             true },
    {"Win32_Service",                     "service, listener",       true },
    {"MSFT_NetTCPConnection",             "listener",                true },
    {"Win32_LogicalDisk",                 "disk",                    true },
    {"Win32_NetworkAdapterConfiguration", "network",                 true },
    {"Win32_QuickFixEngineering",         "hotfix",                  true },
    {"Win32_ServerFeature",               "feature",                 true },
    {"Win32_OptionalFeature",             "feature",                 false},
    {"MSFT_ScheduledTask",                "task",                    true },
    {"Config",                            "winrm_config",            true },
    {"Listener",                          "winrm_config",            true },
    {"MSFT_MpComputerStatus",             "antimalware",             false},
    {"MSFT_MpPreference",                 "antimalware",             true },
    {"Win32_DeviceGuard",                 "device_guard",            false},
    {"Win32_Tpm",                         "tpm",                     false},
    {"Win32_EncryptableVolume",           "encryption",              false},
    {"CIM_DataFile",                      "database",                true },
    {"Win32_NTEventLogFile",              "log",                     true },
    {"Win32_NTLogEvent",                  "event_log",               true },
};

static bool is_among(const char *sources, const char *source)
{
    const char *at = strstr(sources, source);
    size_t len = strlen(source);

    return at != NULL && (at == sources || at[-1] == ' ') && (at[len] == '\0' || at[len] == ',');
}

/* Exactly the sources that need it are not ok, and have not one row. */
static void expect(const struct need *need, const char *expected)
{
    for (const struct sa_host_source *s = sa_host_sources(); s->source != NULL; s++) {
        const char *wanted = is_among(need->sources, s->source) ? expected : "ok";

        if (strcmp(status(s->source), wanted) != 0)
            fail_msg("without %s, %s is %s and not %s", need->class_name, s->source,
                     status(s->source), wanted);
    }
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status <> 'ok' AND rows > 0"), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status <> 'ok' AND "
                            "coalesce(message, '') = ''"),
                     0);
}

static void each(long long how, const char *expected, bool only_absence)
{
    void *state = NULL;

    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        bool is_answer = only_absence && !needs[i].fails_absent;

        host_fake_setup(&state);
        typical();
        fail_class(needs[i].class_name, how);
        assert_int_equal(collect(), 0);
        expect(&needs[i], is_answer ? "ok" : expected);
        assert_int_equal(problem()->status == 0, is_answer);
        host_fake_teardown(&state);
    }
    host_fake_setup(&state);
}

static void a_denied_class_is_one_source(void **state)
{
    (void)state;
    host_fake_teardown(state);
    each(DENIED, "denied", false);
}

static void silence_is_timeout(void **state)
{
    (void)state;
    host_fake_teardown(state);
    each(SA_E_TIMEOUT, "timeout", false);
}

static void one_lost_connection_is_one_source(void **state)
{
    (void)state;
    host_fake_teardown(state);
    for (size_t i = 0; i < sizeof needs / sizeof needs[0]; i++) {
        host_fake_setup(state);
        typical();
        fail_class_once(needs[i].class_name, SA_E_NETWORK);
        assert_int_equal(collect(), 0);
        expect(&needs[i], "unreachable");
        host_fake_teardown(state);
    }
    host_fake_setup(state);
}

/* What was asked again and then answered is nobody's trouble, nor that of those who need it. */
static void a_mended_loss_is_no_trouble(void **state)
{
    static const char *const classes[] = {"Win32_Account", "Win32_Service",
                                          "MSFT_NetTCPConnection"};

    host_fake_teardown(state);
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        host_fake_setup(state);
        typical();
        fail_class_once(classes[i], ENUMERATION_LOST);
        assert_int_equal(collect(), 0);
        assert_int_equal(exchanges_for(classes[i]), 3);
        assert_int_equal(number("SELECT count(*) FROM coverage WHERE status <> 'ok'"), 0);
        host_fake_teardown(state);
    }
    host_fake_setup(state);
}

/* Names that begin alike: each service's account is found without comparing it with every other. */
static void many_accounts_and_services(void **state)
{
    enum { MANY = 4000 };
    char text_of[512];
    char alike[101];
    clock_t began = 0;

    (void)state;
    typical();
    memset(alike, 'a', sizeof alike - 1);
    alike[sizeof alike - 1] = '\0';
    for (int i = 0; i < MANY; i++) {
        (void)snprintf(text_of, sizeof text_of,
                       "Domain=SRV|LocalAccount=true|Name=%s%d|SID=S-1-5-%d", alike, i, 1000 + i);
        put("root/cimv2", "Win32_Account", "Win32_SystemAccount", text_of);
        (void)snprintf(text_of, sizeof text_of,
                       "Name=s%d|State=Running|StartMode=Auto|StartName=NT AUTHORITY\\%sx%d|"
                       "PathName=C:\\x.exe|ProcessId=0|DelayedAutoStart=false",
                       i, alike, i);
        PUT("Win32_Service", text_of);
    }
    began = clock();
    assert_int_equal(collect(), 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    assert_true((clock() - began) / CLOCKS_PER_SEC < 7);
#endif
    (void)began;
    assert_string_equal(status("service"), "ok");
    assert_true(number("SELECT count(*) FROM host_service") >= MANY);
}

static void an_absent_class_is_an_answer_only_where_it_may_be(void **state)
{
    (void)state;
    host_fake_teardown(state);
    each(CLASS_ABSENT, "failed", true);
}

static void no_defence_is_no_row(void **state)
{
    (void)state;
    typical();
    absent("MSFT_MpComputerStatus");
    absent("Win32_DeviceGuard");
    absent("Win32_Tpm");
    absent("Win32_EncryptableVolume");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("antimalware"), "ok");
    assert_int_equal(exchanges_for("MSFT_MpPreference"), 0);
    assert_int_equal(
        number("SELECT (SELECT count(*) FROM host_antimalware) + (SELECT count(*) FROM "
               "host_device_guard) + (SELECT count(*) FROM host_tpm) + (SELECT "
               "count(*) FROM host_volume)"),
        0);
}

/* What no Windows is without. */
static void nothing_is_denied_where_there_must_be_something(void **state)
{
    (void)state;
    typical();
    clear("Win32_Service");
    clear("Win32_Account");
    clear("MSFT_ScheduledTask");
    clear("Win32_NTEventLogFile");
    clear("Win32_NetworkAdapterConfiguration");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("service"), "denied");
    assert_string_equal(status("listener"), "denied");
    assert_string_equal(status("local_user"), "denied");
    assert_string_equal(status("local_group"), "denied");
    assert_string_equal(status("task"), "denied");
    assert_string_equal(status("log"), "ok");
    assert_int_equal(number("SELECT count(*) FROM host_log WHERE name = 'Security'"), 0);
    assert_string_equal(status("network"), "denied");
    assert_string_equal(status("event_log"), "ok");
    /* Nobody has seen that log. */
    assert_false(evidence_holds("event_log", "Logfile='Security'"));
}

static void a_lost_session_ends_all(void **state)
{
    static const struct {
        int how;
        const char *status;
        size_t more; /* exchanges that are tried */
    } cases[] = {
        {SA_E_NETWORK, "unreachable", 2},
        {SA_E_TIMEOUT, "timeout",     3},
        {SA_E_AUTH,    "denied",      1},
    };

    host_fake_teardown(state);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        host_fake_setup(state);
        typical();
        fail_from(12, cases[i].how);
        assert_int_equal(collect(), 0);
        assert_string_equal(status("host"), "ok");
        assert_string_equal(status("event_log"), cases[i].status);
        assert_string_equal(status("share"), cases[i].status);
        assert_int_equal(number("SELECT count(*) FROM coverage"), 23);
        assert_int_equal(exchanges(), 11 + cases[i].more);
        assert_int_equal(problem()->status, cases[i].how);
        host_fake_teardown(state);
    }
    host_fake_setup(state);
}

static void a_host_that_never_answers_has_one_reason(void **state)
{
    (void)state;
    fail_from(1, SA_E_AUTH);
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'denied'"), 23);
    assert_int_equal(exchanges(), 1);
}

static void no_time_is_timeout(void **state)
{
    (void)state;
    typical();
    request()->http.deadline_ms = sa_time_monotonic_ms() - 1;
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE status = 'timeout'"), 23);
    assert_int_equal(exchanges(), 0);
}

static void cancelling_leaves_what_was_done(void **state)
{
    static atomic_bool stop;

    (void)state;
    typical();
    request()->http.cancelled = &stop;
    fail_class("Win32_LogicalDisk", SA_E_CANCELLED);
    assert_int_equal(collect(), SA_E_CANCELLED);
    assert_string_equal(status("service"), "ok");
    assert_string_equal(status("disk"), "(none)");
    assert_string_equal(status("event_log"), "(none)");
    atomic_store(&stop, true);
    host_fake_teardown(state);
    host_fake_setup(state);
    typical();
    request()->http.cancelled = &stop;
    assert_int_equal(collect(), SA_E_CANCELLED);
    assert_int_equal(exchanges(), 0);
}

/* Lies --------------------------------------------------------------------------------------------- */

static void an_instance_without_its_key_fails_the_source(void **state)
{
    static const struct {
        const char *ns, *class_name, *properties, *source;
    } cases[] = {
        {"root/cimv2",                           "Win32_Service",                     "Name|State=Running|ProcessId=1",                     "service"     },
        {"root/cimv2",                           "Win32_LogicalDisk",                 "DeviceID=|Size=1",                                   "disk"        },
        {"root/cimv2",                           "Win32_NetworkAdapterConfiguration", "Index=x",                                            "network"     },
        {"root/cimv2",                           "Win32_NetworkAdapterConfiguration", "Index=3|IPAddress=1.2.3.4.5",
         "network"                                                                                                                                        },
        {"root/cimv2",                           "Win32_QuickFixEngineering",         "InstalledOn=11/1/2026",                              "hotfix"      },
        {"root/cimv2",                           "Win32_Account",                     "Name=x|Domain=SRV",                                  "local_user"  },
        {"root/cimv2",                           "Win32_Account",                     "Name=x|Domain=SRV|SID=S-1-x",                        "local_user"  },
        {"root/cimv2",                           "Win32_GroupUser",                   "GroupComponent=x|PartComponent=y",                   "local_group" },
        {"root/cimv2",                           "Win32_GroupUser",                   "GroupComponent",                                     "local_group" },
        {"root/cimv2",                           "Win32_ServerFeature",               "ID=many|Name=x",                                     "feature"     },
        {"root/cimv2",                           "Win32_NTLogEvent",
         "Logfile=System|SourceName=x|EventCode=70000|EventType=1|"
         "TimeGenerated=@2026-11-20T10:00:00Z|RecordNumber=1",                                                                              "event_log"   },
        {"root/cimv2",                           "Win32_NTLogEvent",
         "Logfile=System|SourceName=x|EventCode=7|EventType=1|TimeGenerated=@yesterday|"
         "RecordNumber=1",                                                                                                                  "event_log"   },
        {"root/StandardCimv2",                   "MSFT_NetTCPConnection",             "LocalAddress=::|LocalPort=65536",
         "listener"                                                                                                                                       },
        {"root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask",                "TaskName=x",                                         "task"        },
        {"x",                                    "Listener",                          "Address=*|Transport=FTP|Port=21|Enabled=true",       "winrm_config"},
        {"x",                                    "Listener",                          "Address=*|Transport=HTTP|Port=5985|Enabled=perhaps", "winrm_config"},
    };

    host_fake_teardown(state);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        host_fake_setup(state);
        typical();
        put(cases[i].ns, cases[i].class_name,
            strcmp(cases[i].class_name, "Win32_Account") == 0 ? "Win32_UserAccount"
                                                              : cases[i].class_name,
            cases[i].properties);
        assert_int_equal(collect(), 0);
        if (strcmp(status(cases[i].source), "failed") != 0)
            fail_msg("%s: %s is %s", cases[i].properties, cases[i].source, status(cases[i].source));
        assert_int_equal(problem()->status, SA_E_PROTOCOL);
        host_fake_teardown(state);
    }
    host_fake_setup(state);
}

static void two_users_of_one_sid_fail_the_source(void **state)
{
    (void)state;
    typical();
    put("root/cimv2", "Win32_Account", "Win32_UserAccount",
        "Name=Twin|Domain=SRV|SID=S-1-5-21-1-2-3-500|Disabled=false");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("local_user"), "failed");
    assert_string_equal(status("local_group"), "ok");
}

/* What makes no sense where a fact may be missing is a missing fact. */
static void senseless_values_are_null(void **state)
{
    (void)state;
    typical();
    clear("Win32_ComputerSystem");
    PUT("Win32_ComputerSystem",
        "Name=SRV|DomainRole=77|TotalPhysicalMemory=-5|"
        "NumberOfLogicalProcessors=a|Model|Manufacturer=|HypervisorPresent");
    clear("Win32_DeviceGuard");
    put("root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard", "Win32_DeviceGuard",
        "VirtualizationBasedSecurityStatus=9|SecurityServicesRunning");
    clear("MSFT_MpComputerStatus");
    put("root/Microsoft/Windows/Defender", "MSFT_MpComputerStatus", "MSFT_MpComputerStatus",
        "AMServiceEnabled=maybe|AntivirusSignatureAge=4294967295");
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT domain_role FROM host"), -1);
    assert_int_equal(number("SELECT memory_mb FROM host"), -1);
    assert_int_equal(number("SELECT processors FROM host"), -1);
    assert_string_equal(text("SELECT virtual FROM host"), "(null)");
    assert_int_equal(number("SELECT vbs FROM host_device_guard"), -1);
    assert_int_equal(number("SELECT credential_guard FROM host_device_guard"), -1);
    assert_int_equal(number("SELECT running FROM host_antimalware"), -1);
    assert_int_equal(number("SELECT signature_age_d FROM host_antimalware"), -1);
}

static void hostile_texts_are_visible_and_bounded(void **state)
{
    static char huge[200000];

    (void)state;
    typical();
    memset(huge, 'x', sizeof huge - 1);
    memcpy(huge, "Name=", 5);
    clear("Win32_ServerFeature");
    memcpy(huge + sizeof huge - 6, "|ID=9", 5);
    PUT("Win32_ServerFeature", huge);
    assert_int_equal(collect(), 0);
    assert_in_range(number("SELECT length(name) FROM host_feature WHERE kind = 'role'"), 16384,
                    16500);
    assert_int_equal(number("SELECT name LIKE '%[shortened: %' FROM host_feature WHERE kind = "
                            "'role'"),
                     1);
}

#define SHARES "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares\r\n"
#define LOG(name) \
    "\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\" name "\r\n"

static void shares_come_from_the_registry(void **state)
{
    (void)state;
    typical();
    registry(SHARES
             "    \xE2\x80\xAEgnp.exe    REG_MULTI_SZ    CSCFlags=0\\0Path=C:\\a\\0Type=0\r\n"
             "    Printer    REG_MULTI_SZ    path=Office,LocalsplOnly\\0TYPE=1\r\n");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("share"), "ok");
    assert_string_equal(text("SELECT group_concat(name || ' ' || path || ' ' || type, ';') FROM "
                             "host_share"),
                        "\\u{202E}gnp.exe C:\\a 0;Printer Office,LocalsplOnly 1");
    assert_true(evidence_holds("share", "Printer\tREG_MULTI_SZ"));
}

static void what_is_no_share_fails_the_source(void **state)
{
    static const char *const texts[] = {
        SHARES "    A    REG_MULTI_SZ    Path=C:\\a\r\n", SHARES "    A    REG_SZ    Type=0\r\n",
        SHARES "    A    REG_MULTI_SZ    Type=-1\r\n", SHARES "    A    REG_MULTI_SZ    Type\r\n"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        typical();
        registry(texts[i]);
        assert_int_equal(collect(), 0);
        assert_string_equal(status("share"), "failed");
        assert_int_equal(number("SELECT count(*) FROM host_share"), 0);
        host_fake_teardown(NULL);
        host_fake_setup(NULL);
    }
    typical();
    unread("SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("share"), "failed");
}

static void logs_that_tell_little_are_not_known(void **state)
{
    (void)state;
    typical();
    registry(LOG("Application") "    MaxSize    REG_SZ    x\r\n    Retention    REG_SZ    "
                                "1048576\r\n" LOG("System") "    Other    REG_DWORD    0x1\r\n");
    unread("SYSTEM\\CurrentControlSet\\Services\\EventLog\\Security");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("log"), "ok");
    assert_string_equal(text("SELECT group_concat(name || ' ' || coalesce(max_size_kb, '-') || ' ' "
                             "|| overwrite, ';') FROM host_log"),
                        "Application - outdated;Security - unknown;System - unknown");
}

static void logs_that_are_not_told_fail_the_source(void **state)
{
    (void)state;
    typical();
    registry(LOG("Application") "    MaxSize    REG_DWORD    0x100000\r\n");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("log"), "denied");
    host_fake_teardown(NULL);
    host_fake_setup(NULL);
    typical();
    registry(LOG("Application") "    MaxSize    REG_DWORD    0x100000\r\n" LOG(
        "System") "    MaxSize    REG_DWORD    0x100000\r\n");
    unread("SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\System");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("log"), "failed");
    assert_int_equal(number("SELECT count(*) FROM host_log"), 0);
}

static void a_configuration_that_contradicts_itself_fails(void **state)
{
    (void)state;
    typical();
    clear("Config");
    put("x", "config", "Config", "A=1|A=2");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("winrm_config"), "failed");
    host_fake_teardown(state);
    host_fake_setup(state);
    typical();
    clear("Config");
    put("x", "config", "Config",
        "A=<a><b><c><d><e><f><g><h><i>1</i></h></g></f></e></d></c></b></a>");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("winrm_config"), "failed");
}

/* Sources that need others ------------------------------------------------------------------------- */

static void without_the_registry_names_are_not_known(void **state)
{
    (void)state;
    typical();
    registry(NULL);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("host"), "ok");
    assert_int_equal(number("SELECT build FROM host"), 20348); /* by the class */
    assert_int_equal(number("SELECT revision FROM host"), -1);
    assert_string_equal(status("database"), "failed");
    /* There are groups of the product that are not called as usual. */
    assert_string_equal(status("local_group"), "failed");
    assert_string_equal(status("local_user"), "ok");
}

static void members_that_cannot_be_found_have_no_sid(void **state)
{
    (void)state;
    typical();
    clear("Win32_Group");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Administrators|"
                           "PartComponent=&Win32_UserAccount,SRV,S-1-5-21-4-4-4-1234");
    PUT("Win32_GroupUser", "GroupComponent=\\\\SRV\\root\\cimv2:Win32_Group.Domain=\"SRV\",Name="
                           "\"Administrators\"|PartComponent=\\\\SRV\\root\\cimv2:"
                           "Win32_UserAccount.Domain=\"SRV\",Name=\"Guest\"");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("local_group"), "ok");
    assert_int_equal(number("SELECT count(*) FROM host_group_member WHERE sid IS NULL AND account "
                            "= 'FABRIKAM\\Domain Admins'"),
                     2);
    assert_string_equal(text("SELECT sid || ' ' || kind FROM host_group_member WHERE account LIKE "
                             "'%1234'"),
                        "S-1-5-21-4-4-4-1234 unknown");
    assert_string_equal(text("SELECT sid FROM host_group_member WHERE account = 'SRV\\Guest'"),
                        "S-1-5-21-1-2-3-501");
    /* Asked for once, although it is a member twice. */
    assert_int_equal(exchanges_for("Win32_Group"), 1);
}

static void a_domain_controller_has_no_accounts_of_its_own(void **state)
{
    (void)state;
    typical();
    clear("Win32_OperatingSystem");
    PUT("Win32_OperatingSystem", "ProductType=2|LocalDateTime=@2026-11-22T15:30:00Z");
    assert_int_equal(collect(), 0);
    assert_int_equal(exchanges_for("Win32_Account"), 0);
    assert_string_equal(status("local_user"), "ok");
    assert_int_equal(number("SELECT count(*) FROM host_user"), 0);
    assert_string_equal(status("local_group"), "ok");
    assert_int_equal(number("SELECT count(*) FROM host_group"), 0);
    assert_int_equal(exchanges_for("Win32_GroupUser"), 0);
    assert_string_equal(status("service"), "ok");
}

static void an_older_windows_is_asked_otherwise(void **state)
{
    (void)state;
    typical();
    fail_class_once("Win32_Service", CLASS_ABSENT);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("service"), "ok");
    assert_false(evidence_holds("service", "FROM Win32_Service\" DelayedAutoStart"));
    assert_int_equal(exchanges_for("Win32_Service"), 3);
}

static void guests_of_hyper_v_may_be_azure(void **state)
{
    static const char *const cases[][2] = {
        {"\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\r\n\r\n"
         "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\GuestAgent\r\n\r\n", "azure" },
        {"\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\r\n\r\n"
         "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Ole\r\n\r\n",        "(null)"},
        {NULL,                                                                   "(null)"},
    };

    host_fake_teardown(state);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        host_fake_setup(state);
        typical();
        registry(cases[i][0]);
        clear("Win32_ComputerSystem");
        PUT("Win32_ComputerSystem",
            "Name=SRV|Manufacturer=Microsoft Corporation|Model=Virtual Machine");
        assert_int_equal(collect(), 0);
        assert_string_equal(text("SELECT virtual FROM host"), cases[i][1]);
        host_fake_teardown(state);
    }
    host_fake_setup(state);
}

static void a_database_of_another_name_is_found_in_its_folder(void **state)
{
    (void)state;
    typical();
    clear("CIM_DataFile");
    PUT("CIM_DataFile", "Name=c:\\program files\\microsoft azure ad sync\\data\\other.mdf|"
                        "FileSize=5");
    PUT("CIM_DataFile", "Name=c:\\program files\\microsoft azure ad sync\\data\\other_log.ldf|"
                        "FileSize=6");
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT sum(size) FROM host_database_file"), 11);
    assert_true(evidence_holds("database", "Path=&quot;\\\\Program Files\\\\Microsoft Azure AD "
                                           "Sync\\\\Data\\\\&quot;"));
    assert_int_equal(exchanges_for("CIM_DataFile"), 3);
    host_fake_teardown(state);
    host_fake_setup(state);
    typical();
    clear("CIM_DataFile");
    PUT("CIM_DataFile", "Name=C:\\Program Files\\Microsoft Azure AD Sync\\Data\\ADSync.mdf|"
                        "FileSize=99999999999999999999");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("database"), "failed");
}

static void a_database_elsewhere_has_no_file_here(void **state)
{
    (void)state;
    typical();
    registry("\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ADSync\\Parameters\r\n"
             "    Path    REG_SZ    C:\\X\\\r\n    Server    REG_SZ    sql01\r\n"
             "    GroupAdmins    REG_SZ    A\\b\r\n    GroupOperators    REG_SZ    A\\b\r\n"
             "    GroupBrowse    REG_SZ    A\\b\r\n    GroupPasswordSet    REG_SZ    A\\b\r\n\r\n");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("database"), "ok");
    assert_int_equal(exchanges_for("CIM_DataFile"), 0);
    assert_int_equal(number("SELECT count(*) FROM host_database_file"), 0);
    /* Groups of the domain are the domain's. */
    assert_int_equal(number("SELECT count(*) FROM host_group WHERE purpose IS NOT NULL"), 0);
    assert_string_equal(status("local_group"), "ok");
}

static void a_folder_that_is_a_search_is_not_asked_for(void **state)
{
    (void)state;
    typical();
    registry("\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\ADSync\\Parameters\r\n"
             "    Path    REG_SZ    C:\\x' OR Name LIKE '%\r\n    Server    REG_SZ    (localdb)\r\n"
             "\r\n");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("database"), "failed");
    assert_int_equal(exchanges_for("CIM_DataFile"), 0);
}

static void more_records_than_the_limit_are_cut_and_said(void **state)
{
    (void)state;
    typical();
    for (unsigned i = 0; i < SA_LIMIT_EVENTS + 5; i++) {
        char properties[256];

        snprintf(properties, sizeof properties,
                 "Logfile=System|SourceName=x|EventCode=7|EventType=1|"
                 "TimeGenerated=@2026-11-%02uT10:00:00Z|RecordNumber=%u|InsertionStrings=%u",
                 1 + i % 19, i, i);
        PUT("Win32_NTLogEvent", properties);
    }
    assert_int_equal(collect(), 0);
    assert_string_equal(status("event_log"), "ok");
    assert_int_equal(number("SELECT count(*) FROM host_event"), SA_LIMIT_EVENTS);
    assert_int_equal(number("SELECT complete FROM host_event_window"), 0);
    assert_string_equal(text("SELECT max(at) FROM host_event"), "2026-11-21T10:00:00Z");
    assert_int_equal(number("SELECT count(*) FROM host_event WHERE record < 20 AND at LIKE "
                            "'2026-11-01%'"),
                     0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, host_fake_setup, host_fake_teardown)
    const struct CMUnitTest tests[] = {
        TEST(a_denied_class_is_one_source),
        TEST(silence_is_timeout),
        TEST(one_lost_connection_is_one_source),
        TEST(a_mended_loss_is_no_trouble),
        TEST(many_accounts_and_services),
        TEST(an_absent_class_is_an_answer_only_where_it_may_be),
        TEST(no_defence_is_no_row),
        TEST(nothing_is_denied_where_there_must_be_something),
        TEST(a_lost_session_ends_all),
        TEST(a_host_that_never_answers_has_one_reason),
        TEST(no_time_is_timeout),
        TEST(cancelling_leaves_what_was_done),
        TEST(an_instance_without_its_key_fails_the_source),
        TEST(two_users_of_one_sid_fail_the_source),
        TEST(senseless_values_are_null),
        TEST(hostile_texts_are_visible_and_bounded),
        TEST(shares_come_from_the_registry),
        TEST(what_is_no_share_fails_the_source),
        TEST(logs_that_tell_little_are_not_known),
        TEST(logs_that_are_not_told_fail_the_source),
        TEST(a_configuration_that_contradicts_itself_fails),
        TEST(without_the_registry_names_are_not_known),
        TEST(members_that_cannot_be_found_have_no_sid),
        TEST(a_domain_controller_has_no_accounts_of_its_own),
        TEST(an_older_windows_is_asked_otherwise),
        TEST(guests_of_hyper_v_may_be_azure),
        TEST(a_database_of_another_name_is_found_in_its_folder),
        TEST(a_database_elsewhere_has_no_file_here),
        TEST(a_folder_that_is_a_search_is_not_asked_for),
        TEST(more_records_than_the_limit_are_cut_and_said),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
