/* SPDX-License-Identifier: Apache-2.0 */
/* A server that lies through PowerShell: wrong types, missing and repeated members, counts that do not add up,
 * records of others, texts that command terminals, secrets. A source with one such record is stored not at all,
 * and the others are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "engine_fake.h"

/* One record in place of what the source says, and a part of the reason why it fails; NULL: it is stored. */
static const struct bad {
    const char *source, *record, *reason;
} bads[] = {
    {"engine",             "engine|LanguageMode=FullLanguage",                                       "PowerShell"         },
    {"engine",             "engine|PowerShell=5|LanguageMode=F|Sid=S-1-x",                           "SID"                },
    {"engine",             "engine|PowerShell=5|LanguageMode=F|Instance=none",                       "GUID"               },
    {"engine",             "engine|PowerShell=5|LanguageMode=F|Schema=#-1",                          "range"              },
    {"engine",             "engine|PowerShell=5|LanguageMode=F|Elevated=yes",                        "flag"               },
    {"engine",             "engine|PowerShell=#5|LanguageMode=F",                                    "text"               },
    {"auditor_right",      "group|Sid=Administrators",                                               "SID"                },
    {"auditor_right",      "group|Sid",                                                              "without 'Sid'"      },
    {"scheduler",          "scheduler|Staging|Enabled=!true",                                        "without 'Staging'"  },
    {"scheduler",          "scheduler|Staging=False|Enabled=!true",                                  "flag"               },
    {"scheduler",          "scheduler|Staging=#0|Enabled=!true",                                     "flag"               },
    {"scheduler",          "scheduler|Staging=!true|Enabled=!true|Allowed=%1800.5",                  "range"              },
    {"scheduler",          "scheduler|Staging=!true|Enabled=!true|NextStart=tomorrow",               "time"               },
    {"scheduler",          "scheduler|Staging=!true|Enabled=!true|NextStart=2026-13-01T00:00:00Z",   "time"               },
    {"scheduler",          "scheduler|Staging=!true|Enabled=!true|NextStart=2026-11-22 08:00:00",    "time"               },
    {"scheduler",          "scheduler|Staging=!true|Enabled=!true|staging=!false",                   "twice"              },
    {"engine_connector",   "connector|Guid=1|Name=a|Type=AD",                                        "GUID"               },
    {"engine_connector",   "connector|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01|Name=|Type=AD",
     "without 'Name'"                                                                                                     },
    {"statistics",         "statistics|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01|Name=a|Objects=#1",
     "without 'ExportAdds'"                                                                                               },
    {"override",           "file|Name=a|Size=#1|Sha256=zz",                                          "digest"             },
    {"override",           "file|Name=a|Size=#1|Sha256=aa",                                          "SHA-256"            },
    {"run_history",        "history|Runs=#1|Complete=!true",                                         "0 runs"             },
    {"run_history",        "run|Id=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01",                            "0 records 'history'"},
    {"password_sync",      "password|Connector=a|Enabled",                                           "without 'Enabled'"  },
    {"user_right",         "right|Right=SeDebugPrivilege|Sid=S-1-5-",                                "SID"                },
    {"audit_policy",       "policy|Subcategory=0cce9215-69ae-11d9-bed3-505054503030|Value=#4",       "range"              },
    {"audit_policy",       "policy|Subcategory=logon|Value=#1",                                      "GUID"               },
    {"file_right",         "folder|Role=windows|Path=C:|Exists=!false",                              "role"               },
    {"file_right",         "folder|Role=data|Path=C:|Exists=!true",                                  "base64"             },
    {"file_right",         "folder|Role=data|Path=C:|Exists=!true|Descriptor=!!!!",                  "base64"             },
    {"file_right",         "folder|Role=data|Path=C:|Exists=!true|Descriptor=AQAEgFwAAAA",           "descriptor"         },
    {"log_age",            "log|Log=System|Oldest=#5",                                               "time"               },
    {"account_logon",      "logon|Account=a|Sid=S-1-5-18|Type=#3|Count=#1|Last",                     "without 'Last'"     },
    {"entra_credential",   "credential|Kind=Application|Thumbprint=no",                              "digest"             },
    {"auto_upgrade",       "other|State=Enabled",                                                    "0 records"          },
    {"user_right",         "other|x=y",                                                              "told of no"         },
    {"audit_policy",       "other|x=y",                                                              "told of no"         },
    {"file_right",         "other|x=y",                                                              "told of no"         },
    {"log_age",            "other|x=y",                                                              "told of no"         },
    {"auditor_right",      "other|x=y",                                                              "one group"          },
    {"run_status",         "other|x=y",                                                              NULL                 },
    {"connector_override",
     "override|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01|Import=!true|Sync=!true",                   NULL                 },
};

static void each_lie_costs_its_source(void **state)
{
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < sizeof bads / sizeof bads[0]; i++) {
        const struct bad *bad = &bads[i];
        char sql[128];

        engine_fake_setup(&other);
        say_all();
        unsay(bad->source);
        say(bad->source, bad->record);
        assert_int_equal(collect(), 0);
        snprintf(sql, sizeof sql, "SELECT coalesce(message, '') FROM coverage WHERE source = '%s'",
                 bad->source);
        /* Nothing of what everybody has: it was not shown. */
        const char *expected = bad->reason == NULL                         ? "ok"
                               : strstr(bad->reason, "told of no") != NULL ? "denied"
                                                                           : "failed";
        if (strcmp(status(bad->source), expected) != 0 ||
            strstr(text(sql), bad->reason != NULL ? bad->reason : "") == NULL)
            fail_msg("%s: %s: %s: %s", bad->source, bad->record, status(bad->source), text(sql));
        assert_int_equal(number("SELECT count(*) FROM coverage WHERE status <> 'ok' AND rows > 0"),
                         0);
        assert_string_equal(
            status(strcmp(bad->source, "reachability") != 0 ? "reachability" : "log_age"), "ok");
        engine_fake_teardown(&other);
    }
}

/* What can be there only once is there twice. */
static void repeated_keys(void **state)
{
    static const char *const sources[] = {"statistics",  "engine_connector", "connector_override",
                                          "override",    "audit_policy",     "log_age",
                                          "reachability"};
    static const char *const records[] = {
        "statistics|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01|Name=b|Objects=#1|ExportAdds=#0"
        "|ExportUpdates=#0|ExportDeletes=#0",
        "connector|Guid={7A1CBF4B-6A3E-4F0A-9A53-2F6F7F1F0A01}|Name=b|Type=AD",
        "override|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01|Import=!true|Sync=!true",
        "file|Name=miiserver.exe.config|Size=#1"
        "|Sha256=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "policy|Subcategory={0CCE9215-69AE-11D9-BED3-505054503030}|Value=#0",
        "log|Log=Application|Oldest",
        "domain|Connector=fabrikam.example|Domain=fabrikam.example|Reachable=!false",
    };

    (void)state;
    say_all();
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        say(sources[i], records[i]);
    assert_int_equal(collect(), 0);
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++)
        if (strcmp(status(sources[i]), "failed") != 0)
            fail_msg("%s is %s", sources[i], status(sources[i]));
    assert_int_equal(number("SELECT count(*) FROM engine_connector"), 0);
}

static void runs_that_do_not_fit(void **state)
{
    static const char run[] = "run|Id=11111111-0000-4000-8000-000000000002|Guid=7a1cbf4b-6a3e-4f0a-"
                              "9a53-2f6f7f1f0a01|Connector=a|Profile=b|Complete=!true|Result=c"
                              "|Start=2026-11-22T08:01:00Z";
    void *other = NULL;

    (void)state;
    for (int i = 0; i < 3; i++) {
        engine_fake_setup(&other);
        say_all();
        if (i == 0)
            say("run_history", run);
        else if (i == 1)
            say("run_history", "step|Id=11111111-0000-4000-8000-000000000009|Ordinal=#1|Result=a"
                               "|Errors=#0");
        else
            say("run_history", "history|Runs=#2|Complete=!true");
        assert_int_equal(collect(), 0);
        assert_string_equal(status("run_history"), "failed");
        assert_int_equal(number("SELECT count(*) FROM engine_run"), 0);
        engine_fake_teardown(&other);
    }
}

static void counts_that_do_not_add_up(void **state)
{
    (void)state;
    say_all();
    ends("scheduler", MISCOUNTS);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("scheduler"), "failed");
    assert_int_equal(number("SELECT count(*) FROM engine_scheduler"), 0);
    assert_string_equal(status("statistics"), "ok");
}

static void sources_out_of_order(void **state)
{
    (void)state;
    say_all();
    ends("scheduler", REPEATS);
    ends("statistics", ALIEN);
    assert_int_equal(collect(), 0);
    assert_string_equal(status("scheduler"), "failed");
    assert_string_equal(status("statistics"), "failed");
    assert_string_equal(status("engine_connector"), "ok");
    assert_int_equal(pipelines(), 3);
}

static void what_nobody_asked_for(void **state)
{
    (void)state;
    say_all();
    say_before("scheduler|Staging=!true|Enabled=!true");
    say("run_status", "unknown|a=b|c=%1");
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT staging_mode FROM engine_scheduler"), 0);
    assert_string_equal(status("run_status"), "ok");
    assert_int_equal(number("SELECT count(*) FROM engine_busy"), 1);
}

/* begin of what was not asked: it cannot begin a thing. */
static void a_source_that_is_not_due(void **state)
{
    (void)state;
    say_all();
    say_before("begin|Source=registry|At=2026-11-22T08:15:30Z|Offset=#0");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("engine"), "failed");
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'registry' AND"
                            " status = 'ok'"),
                     0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE source = 'engine' AND"
                            " coalesce(hint, '') = ''"),
                     0);
}

static void no_time_of_the_answer(void **state)
{
    (void)state;
    say_all();
    say_before("begin|Source=engine|At=2026-11-22T08:15:30Z|Offset=#5000");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("engine"), "failed");
}

static void too_many_members(void **state)
{
    (void)state;
    say_all();
    for (int i = 0; i < SA_LIMIT_ENGINE_MEMBERS; i++) {
        char name[16];

        snprintf(name, sizeof name, "m%d", i);
        say_text("reachability", name, "x");
    }
    assert_int_equal(collect(), 0);
    assert_string_equal(status("reachability"), "failed");
    assert_string_equal(status("engine_database"), "ok");
}

static void texts_are_visible_and_bounded(void **state)
{
    char *large = malloc(100 * SA_KIB + 1);

    (void)state;
    assert_non_null(large);
    memset(large, 'x', 100 * SA_KIB);
    large[100 * SA_KIB] = '\0';
    say_all();
    unsay("run_status");
    say("run_status", "busy|Connector=a\x1B[31m\xE2\x80\xAE|State=Busy");
    unsay("reachability");
    say("reachability", "domain|Connector=a|Domain=b|Reachable=!false");
    say_text("reachability", "Message", large);
    free(large);
    assert_int_equal(collect(), 0);
    assert_string_equal(text("SELECT connector FROM engine_busy"), "a\\x1B[31m\\u{202E}");
    assert_in_range(number("SELECT length(message) FROM engine_domain"), 16000, 17000);
}

static void secrets_do_not_stay(void **state)
{
    (void)state;
    say_all();
    say("engine", "parameter|Name=Some.Password|Value=hunter2");
    say("engine", "parameter|Name=Text|Value=password=hunter3");
    say("engine", "parameter|Name=Microsoft.ClientSecret.Value|Value=hunter4");
    unsay("reachability");
    say("reachability", "domain|Connector=a|Domain=b|Reachable=!false|Message=pwd=hunter5");
    fails("auto_upgrade", "x", "y", "token: hunter6", 0);
    assert_int_equal(collect(), 0);
    assert_int_equal(number("SELECT count(*) FROM engine_parameter WHERE value LIKE '%hunter%'"),
                     0);
    assert_int_equal(number("SELECT count(*) FROM engine_parameter"), 3);
    assert_int_equal(number("SELECT count(*) FROM engine_domain WHERE message LIKE '%hunter%'"), 0);
    assert_int_equal(number("SELECT count(*) FROM coverage WHERE message LIKE '%hunter%'"), 0);
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++)
        if (strcmp(o->name, "configuration") != 0 && strcmp(o->name, "auto_upgrade") != 0)
            assert_false(evidence_holds(o->name, "hunter"));
    assert_true(evidence_holds("engine", "PasswordHashSync"));
}

/* Messages of Windows are in its language, and cut somewhere. */
static void long_messages_are_cut_between_characters(void **state)
{
    static const char *const exceptions[] = {"System.UnauthorizedAccessException", "Other"};
    static const char *const ids[] = {"x", "CommandNotFoundException"};
    void *other = NULL;

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        char id[400];
        char message[1000];

        snprintf(id, sizeof id, "%s", ids[i % 2]);
        memset(message, 'x', 3);
        for (size_t at = i % 3; at + 3 < sizeof message; at += 3)
            memcpy(message + at, "\xE6\x96\x87", 4);
        if (i >= 6)
            snprintf(id, sizeof id, "%.300s", message);
        engine_fake_setup(&other);
        say_all();
        fails("auto_upgrade", id, exceptions[i / 3 % 2], message, 0);
        assert_int_equal(collect(), 0);
        {
            const char *said = text("SELECT message FROM coverage WHERE source = 'auto_upgrade'");

            if (!sa_utf8_valid(said, strlen(said)))
                fail_msg("%zu: %s", i, said);
        }
        engine_fake_teardown(&other);
    }
}

static void a_long_history_has_room(void **state)
{
    (void)state;
    say_all();
    unsay("run_history");
    for (int i = 0; i < 5000; i++) {
        char record[512];

        snprintf(record, sizeof record,
                 "run|Id=11111111-0000-4000-8000-%012d|Guid=7a1cbf4b-6a3e-4f0a-9a53-2f6f7f1f0a01"
                 "|Connector=fabrikam.example|Profile=Delta Import|Number=#%d"
                 "|Account=NT SERVICE\\ADSync|Complete=!true|Result=success"
                 "|Start=2026-11-22T08:00:00Z|End=2026-11-22T08:01:00Z",
                 i, i);
        say("run_history", record);
    }
    say("run_history", "history|Runs=#5000|Oldest=2026-11-22T08:00:00Z|Complete=!false");
    assert_int_equal(collect(), 0);
    assert_string_equal(status("run_history"), "ok");
    assert_int_equal(number("SELECT count(*) FROM engine_run"), 5000);
    assert_int_equal(number("SELECT complete FROM engine_history"), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, engine_fake_setup, engine_fake_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_lie_costs_its_source),
        TEST(repeated_keys),
        cmocka_unit_test(runs_that_do_not_fit),
        TEST(counts_that_do_not_add_up),
        TEST(sources_out_of_order),
        TEST(what_nobody_asked_for),
        TEST(a_source_that_is_not_due),
        TEST(no_time_of_the_answer),
        TEST(too_many_members),
        TEST(texts_are_visible_and_bounded),
        TEST(secrets_do_not_stay),
        cmocka_unit_test(long_messages_are_cut_between_characters),
        TEST(a_long_history_has_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
