/* SPDX-License-Identifier: Apache-2.0 */
/* What single values mean: dates of updates, command lines, accounts in other languages. */
#include <string.h>

#include "syncaudit/compiler.h"

#include "auditor/collect/host_hotfix.h"
#include "auditor/collect/host_service.h"
#include "host_fake.h"

static void dates_are_read_only_when_sure(void **state)
{
    static const struct {
        const char *text;
        enum host_date_order order;
        const char *date; /* NULL: not sure */
    } cases[] = {
        {"2026-11-03",                 HOST_DATE_UNKNOWN,     "2026-11-03"},
        {"20261103",                   HOST_DATE_UNKNOWN,     "2026-11-03"},
        {"3.11.2026",                  HOST_DATE_UNKNOWN,     "2026-11-03"},
        {"03.11.2026 00:00:00",        HOST_DATE_UNKNOWN,     "2026-11-03"},
        {"01d9c3d0e5f5f2a0",           HOST_DATE_UNKNOWN,     "2023-07-31"},
        {"01D9C3D0E5F5F2A0",           HOST_DATE_UNKNOWN,     "2023-07-31"},
        {"11/3/2026",                  HOST_DATE_UNKNOWN,     NULL        },
        {"11/3/2026",                  HOST_DATE_MONTH_FIRST, "2026-11-03"},
        {"11/3/2026",                  HOST_DATE_DAY_FIRST,   "2026-03-11"},
        {"4/4/2026",                   HOST_DATE_UNKNOWN,     "2026-04-04"},
        {"2/30/2026",                  HOST_DATE_MONTH_FIRST, NULL        },
        {"13/13/2026",                 HOST_DATE_MONTH_FIRST, NULL        },
        {"0/1/2026",                   HOST_DATE_MONTH_FIRST, NULL        },
        {"11/3/26",                    HOST_DATE_MONTH_FIRST, NULL        },
        {"11-03-2026",                 HOST_DATE_MONTH_FIRST, NULL        },
        {"20261303",                   HOST_DATE_UNKNOWN,     NULL        },
        {"ffffffffffffffff",           HOST_DATE_UNKNOWN,     NULL        },
        {"0000000000000000",           HOST_DATE_UNKNOWN,     NULL        },
        {"",                           HOST_DATE_UNKNOWN,     NULL        },
        {"//",                         HOST_DATE_UNKNOWN,     NULL        },
        {"11/3/2026/5",                HOST_DATE_MONTH_FIRST, NULL        },
        {"99999999999/3/2026",         HOST_DATE_MONTH_FIRST, NULL        },
        {"Dienstag, 3. November 2026", HOST_DATE_UNKNOWN,     NULL        },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char date[11] = "";
        bool is_date = host_read_date(cases[i].text, cases[i].order, date);

        if (is_date != (cases[i].date != NULL) || (is_date && strcmp(date, cases[i].date) != 0))
            fail_msg("'%s' is %s", cases[i].text, is_date ? date : "no date");
    }
}

static void the_order_is_proved_by_the_rows(void **state)
{
    static const char *const month[] = {"2/5/2026", "11/13/2026", NULL, "20261103"};
    static const char *const day[] = {"2/5/2026", "13/11/2026"};
    static const char *const both[] = {"13/11/2026", "11/13/2026"};
    static const char *const none[] = {"2/5/2026", "1/1/2026"};

    (void)state;
    assert_int_equal(host_date_order(month, SA_COUNT(month)), HOST_DATE_MONTH_FIRST);
    assert_int_equal(host_date_order(day, SA_COUNT(day)), HOST_DATE_DAY_FIRST);
    assert_int_equal(host_date_order(both, SA_COUNT(both)), HOST_DATE_UNKNOWN);
    assert_int_equal(host_date_order(none, SA_COUNT(none)), HOST_DATE_UNKNOWN);
    assert_int_equal(host_date_order(none, 0), HOST_DATE_UNKNOWN);
}

static void command_lines_lose_their_arguments(void **state)
{
    static const struct {
        const char *path, *kept;
        bool is_unquoted;
    } cases[] = {
        {"C:\\a\\b.exe",                            "C:\\a\\b.exe",                              false},
        {"C:\\a b\\c.exe",                          "C:\\a b\\c.exe",                            true },
        {"\"C:\\a b\\c.exe\"",                      "\"C:\\a b\\c.exe\"",                        false},
        {"\"C:\\a b\\c.exe\" -p secret",            "\"C:\\a b\\c.exe\" [arguments removed]",    false},
        {"C:\\a\\b.exe -p secret",                  "C:\\a\\b.exe [arguments removed]",          false},
        {"C:\\a b\\c.EXE secret x.exe",             "C:\\a b\\c.EXE [arguments removed]",        true },
        {"C:\\a secret",                            "C:\\a [arguments removed]",                 false},
        {"\"C:\\a secret",                          "\"C:\\a secret",                            false},
        {"C:\\x.exe.d\\y.exe s",                    "C:\\x.exe.d\\y.exe [arguments removed]",    false},
        {"C:\\Windows\\System32\\svchost.exe -k x", "C:\\Windows\\System32\\svchost.exe -k x",
         false                                                                                        },
        {"C:\\Temp\\svchost.exe -k x",              "C:\\Temp\\svchost.exe [arguments removed]", false},
        {"",                                        "",                                          false},
        {"  ",                                      "  ",                                        false},
    };
    struct host host = {0};

    (void)state;
    sa_arena_init(&host.scratch, SA_MIB);
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        assert_string_equal(host_command(&host, cases[i].path), cases[i].kept);
        assert_int_equal(host_is_unquoted(cases[i].path), cases[i].is_unquoted);
    }
    sa_arena_done(&host.scratch);
}

static void passwords_are_known_by_their_names(void **state)
{
    static const char *const telling[] = {"password=x",      "net use /user:a Password: x",
                                          "pwd = x",         "\"Kennwort\": \"x\"",
                                          "-PASS:x",         "Server=a;PWD=x;Database=b",
                                          "api token: x",    "client_secret=x",
                                          "a=b pw ' \" : x", "12:30 pw=x"};
    static const char *const harmless[] = {"",
                                           "password",
                                           "bypass: no",
                                           "1pw=x",
                                           "pw x=1",
                                           "2026-11-23T02:00:00Z",
                                           "compass=3",
                                           "Password hash synchronization started",
                                           "C:\\passwords.txt"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(telling); i++)
        if (!host_tells_password(telling[i]))
            fail_msg("'%s' was let pass", telling[i]);
    for (size_t i = 0; i < SA_COUNT(harmless); i++)
        if (host_tells_password(harmless[i]))
            fail_msg("'%s' was removed", harmless[i]);
}

/* Three ways to the same text: copied, copied where it has to be, and as evidence. */
static void texts_are_the_same_everywhere(void **state)
{
    static const struct {
        const char *text, *seen, *kept;
    } cases[] = {
        {"",              "",                            ""                               },
        {"plain 1:2",     "plain 1:2",                   "plain 1:2"                      },
        {"a <b> & \"c\"", "a <b> & \"c\"",               "a &lt;b&gt; &amp; &quot;c&quot;"},
        {"\xC3\xA4",      "\xC3\xA4",                    "\xC3\xA4"                       },
        {"a\tb\x7F",      "a\\x09b\\x7F",                "a\\x09b\\x7F"                   },
        {"\xFF",          "\\xFF",                       "\\xFF"                          },
        {"Pwd=<x>",       "[removed: holds a password]", "[removed: holds a password]"    },
    };
    struct host host = {0};

    (void)state;
    sa_arena_init(&host.scratch, SA_MIB);
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf evidence = SA_BUF_INIT(SA_KIB);
        bool is_same = strcmp(cases[i].text, cases[i].seen) == 0;
        const char *own = host_own_text(&host, cases[i].text);

        assert_string_equal(host_text(&host, cases[i].text), cases[i].seen);
        assert_ptr_not_equal(host_text(&host, cases[i].text), cases[i].text);
        assert_string_equal(own, cases[i].seen);
        if (!is_same)
            assert_ptr_not_equal(own, cases[i].text);
        host_add_text(&evidence, cases[i].text);
        assert_string_equal(sa_buf_text(&evidence), cases[i].kept);
    }
    assert_null(host_own_text(&host, NULL));
    sa_arena_done(&host.scratch);
}

static void long_texts_are_shortened_everywhere(void **state)
{
    static char text[16 * SA_KIB + 2];
    struct host host = {0};

    (void)state;
    sa_arena_init(&host.scratch, SA_MIB);
    memset(text, 'x', 16 * SA_KIB);
    assert_string_equal(host_text(&host, text), text);
    assert_ptr_equal(host_own_text(&host, text), text);
    text[16 * SA_KIB] = 'x';
    assert_non_null(strstr(host_own_text(&host, text), "x [shortened: 16385 bytes]"));
    assert_string_equal(host_own_text(&host, text), host_text(&host, text));
    sa_arena_done(&host.scratch);
}

static void events_that_tell_passwords_do_not(void **state)
{
    (void)state;
    typical();
    PUT("Win32_NTLogEvent",
        "Logfile=Application|SourceName=ADSync|EventCode=6801|EventType=1|"
        "TimeGenerated=@2026-11-21T12:00:00Z|RecordNumber=700|InsertionStrings=Data "
        "Source=x;Password=hunter2;|InsertionStrings=ok");
    assert_int_equal(collect(), 0);
    assert_string_equal(text("SELECT inserts FROM host_event WHERE record = 700"),
                        "[\"[removed: holds a password]\",\"ok\"]");
    assert_false(evidence_holds("event_log", "hunter2"));
}

/* Windows in German -------------------------------------------------------------------------------- */

static void put_account(const char *class_name, const char *properties)
{
    put("root/cimv2", "Win32_Account", class_name, properties);
}

static void german(void)
{
    typical();
    clear("Win32_Account");
    put_account("Win32_UserAccount", "Domain=SRV|Name=Bückup|SID=S-1-5-21-1-2-3-1005|"
                                     "Disabled=FALSE|PasswordExpires=TRUE");
    put_account("Win32_Group", "Domain=SRV|Name=Administratoren|SID=S-1-5-32-544");
    put_account("Win32_Group", "Domain=SRV|Name=ADSyncAdmins|SID=S-1-5-21-1-2-3-1001");
    put_account("Win32_SystemAccount", "Domain=SRV|Name=SYSTEM|SID=S-1-5-18");
    put_account("Win32_SystemAccount", "Domain=SRV|Name=Lokaler Dienst|SID=S-1-5-19");
    put_account("Win32_SystemAccount", "Domain=SRV|Name=Netzwerkdienst|SID=S-1-5-20");
    put_account("Win32_SystemAccount", "Domain=SRV|Name=Jeder|SID=S-1-1-0");
    clear("Win32_GroupUser");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Administratoren|"
                           "PartComponent=&Win32_UserAccount,srv,BÜCKUP");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Administratoren|"
                           "PartComponent=&Win32_SystemAccount,SRV,Jeder");
}

static void accounts_have_one_kind_in_every_language(void **state)
{
    static const struct {
        const char *account, *kind, *key;
    } cases[] = {
        {"LocalSystem",                   "system",  "localsystem"               },
        {".\\LocalSystem",                "system",  ".\\localsystem"            },
        {"NT AUTHORITY\\SYSTEM",          "system",  "nt authority\\system"      },
        {"NT-AUTORITÄT\\SYSTEM",         "system",  NULL                        },
        {"NT AUTHORITY\\LocalService",    "service", "nt authority\\localservice"},
        {"NT-AUTORITÄT\\Lokaler Dienst", "service", NULL                        },
        {"NT-AUTORITÄT\\LOKALER DIENST", "service", NULL                        },
        {"NT-AUTORITÄT\\Netzwerkdienst", "service", NULL                        },
        {"Netzwerkdienst",                "service", "netzwerkdienst"            },
        {"NT SERVICE\\ADSync",            "virtual", "nt service\\adsync"        },
        {"NT-DIENST\\ADSync",             "virtual", "nt-dienst\\adsync"         },
        {"FABRIKAM\\gmsa-sync$",          "gmsa",    "fabrikam\\gmsa-sync$"      },
        {"FABRIKAM\\ADSync",              "domain",  "fabrikam\\adsync"          },
        {"FABRIKAM\\SYSTEM",              "domain",  "fabrikam\\system"          },
        {"svc@fabrikam.example",          "domain",  "svc@fabrikam.example"      },
        {"gmsa$@fabrikam.example",        "gmsa",    "gmsa$@fabrikam.example"    },
        {".\\Bückup",                    "local",   ".\\bückup"                },
        {"SRV\\Bückup",                  "local",   ".\\bückup"                },
        {"srv\\BÜCKUP",                  "local",   ".\\bückup"                },
        {"Bückup",                       "local",   ".\\bückup"                },
        {"somebody",                      "domain",  "somebody"                  },
        {"NT-AUTORITÄT\\Irgendwer",      "unknown", NULL                        },
        {"S-1-5-18",                      "system",  "s-1-5-18"                  },
        {"S-1-5-20",                      "service", "s-1-5-20"                  },
        {"S-1-5-80-1-2-3-4-5",            "virtual", "s-1-5-80-1-2-3-4-5"        },
        {"S-1-5-21-1-2-3-1005",           "local",   "s-1-5-21-1-2-3-1005"       },
        {"S-1-5-21-9-9-9-1005",           "domain",  "s-1-5-21-9-9-9-1005"       },
        {"",                              "none",    NULL                        },
    };
    char sql[256];

    (void)state;
    german();
    clear("Win32_Service");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char properties[256];

        snprintf(properties, sizeof properties, "Name=s%zu|StartName=%s|ProcessId=0", i,
                 cases[i].account);
        PUT("Win32_Service", properties);
    }
    assert_int_equal(collect(), 0);
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        snprintf(sql, sizeof sql, "SELECT account_kind FROM host_service WHERE name = 's%zu'", i);
        if (strcmp(text(sql), cases[i].kind) != 0)
            fail_msg("'%s' is %s and not %s", cases[i].account, text(sql), cases[i].kind);
        snprintf(sql, sizeof sql, "SELECT account_key FROM host_service WHERE name = 's%zu'", i);
        if (cases[i].key != NULL)
            assert_string_equal(text(sql), cases[i].key);
    }
}

static void german_groups_are_found_by_sid(void **state)
{
    (void)state;
    german();
    assert_int_equal(collect(), 0);
    assert_string_equal(status("local_group"), "ok");
    assert_string_equal(text("SELECT name FROM host_group WHERE sid = 'S-1-5-32-544'"),
                        "Administratoren");
    assert_string_equal(text("SELECT group_concat(sid, ' ') FROM host_group_member WHERE group_sid "
                             "= 'S-1-5-32-544'"),
                        "S-1-5-21-1-2-3-1005 S-1-1-0");
    assert_int_equal(number("SELECT enabled FROM host_user"), 1);
}

/* French: an apostrophe in the name of a group, which stands between apostrophes in the question. */
static void names_are_quoted(void **state)
{
    (void)state;
    typical();
    put_account("Win32_Group",
                "Domain=SRV|Name=Lecteurs des journaux d'événements|SID=S-1-5-32-573");
    PUT("Win32_GroupUser", "GroupComponent=&Win32_Group,SRV,Lecteurs des journaux d'événements|"
                           "PartComponent=&Win32_UserAccount,SRV,Guest");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("local_group"), "ok");
    assert_string_equal(text("SELECT sid FROM host_group_member WHERE group_sid = 'S-1-5-32-573'"),
                        "S-1-5-21-1-2-3-501");
    assert_true(evidence_holds("local_group",
                               "OR GroupComponent=&quot;Win32_Group.Domain=\\&quot;SRV\\&quot;,"
                               "Name=\\&quot;Lecteurs des journaux d'événements\\&quot;&quot;"));
    assert_true(evidence_holds("local_group", "WHERE GroupComponent=&quot;Win32_Group.Domain='SRV',"
                                              "Name='Administrators'&quot;"));
}

static void public_is_what_the_internet_routes(void **state)
{
    static const struct {
        const char *address, *canonical;
        int public;
    } cases[] = {
        {"9.255.255.255",         "9.255.255.255",    1},
        {"10.0.0.0",              "10.0.0.0",         0},
        {"100.63.255.255",        "100.63.255.255",   1},
        {"100.64.0.1",            "100.64.0.1",       0},
        {"169.254.1.1",           "169.254.1.1",      0},
        {"172.15.0.1",            "172.15.0.1",       1},
        {"172.16.0.1",            "172.16.0.1",       0},
        {"172.32.0.1",            "172.32.0.1",       1},
        {"192.0.2.1",             "192.0.2.1",        0},
        {"192.168.255.255",       "192.168.255.255",  0},
        {"198.19.1.1",            "198.19.1.1",       0},
        {"203.0.113.9",           "203.0.113.9",      0},
        {"223.255.255.255",       "223.255.255.255",  1},
        {"224.0.0.1",             "224.0.0.1",        0},
        {"127.0.0.1",             "127.0.0.1",        0},
        {"0.0.0.0",               "0.0.0.0",          0},
        {"FE80:0:0:0:1:2:3:4%12", "fe80::1:2:3:4",    0},
        {"fd00::1",               "fd00::1",          0},
        {"2001:db8::1",           "2001:db8::1",      0},
        {"2A00:1450::1",          "2a00:1450::1",     1},
        {"::ffff:8.8.8.8",        "::ffff:8.8.8.8",   1},
        {"::ffff:10.0.0.1",       "::ffff:10.0.0.1",  0},
        {"2002:0a00:0001::1",     "2002:a00:1::1",    0},
        {"::1",                   "::1",              0},
        {"3fff:800::1",           "3fff:800::1",      0},
        {"fec0:0:0:ffff::1%1",    "fec0:0:0:ffff::1", 0},
    };
    char sql[256];

    (void)state;
    typical();
    clear("Win32_NetworkAdapterConfiguration");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char properties[128];

        snprintf(properties, sizeof properties, "Index=%zu|IPAddress=%s|DefaultIPGateway", i,
                 cases[i].address);
        PUT("Win32_NetworkAdapterConfiguration", properties);
    }
    assert_int_equal(collect(), 0);
    assert_string_equal(status("network"), "ok");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        snprintf(sql, sizeof sql, "SELECT address FROM host_address WHERE adapter = %zu", i);
        assert_string_equal(text(sql), cases[i].canonical);
        snprintf(sql, sizeof sql, "SELECT public FROM host_address WHERE adapter = %zu", i);
        if (number(sql) != cases[i].public)
            fail_msg("%s", cases[i].address);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, host_fake_setup, host_fake_teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_only_when_sure),
        cmocka_unit_test(the_order_is_proved_by_the_rows),
        cmocka_unit_test(command_lines_lose_their_arguments),
        cmocka_unit_test(passwords_are_known_by_their_names),
        cmocka_unit_test(texts_are_the_same_everywhere),
        cmocka_unit_test(long_texts_are_shortened_everywhere),
        TEST(events_that_tell_passwords_do_not),
        TEST(accounts_have_one_kind_in_every_language),
        TEST(german_groups_are_found_by_sid),
        TEST(names_are_quoted),
        TEST(public_is_what_the_internet_routes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
