/* SPDX-License-Identifier: Apache-2.0 */
/* A runspace opens, or says why not; its shell is deleted on every path. */
#include <string.h>

#include "psrp_records.h"
#include "psrp_script.h"
#include "support/test.h"

static void test_opens_and_closes(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        RECEIVE(CAPABILITY("2.3")),
        NOTHING,
        RECEIVE(PRIVATE_DATA),
        RECEIVE(RUNSPACE("1"), RUNSPACE("2")),
        DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
    assert_string_equal(sa_psrp_info(pool)->configuration, "Microsoft.PowerShell");
    assert_string_equal(sa_psrp_info(pool)->protocol, "2.3");
    assert_string_equal(sa_psrp_info(pool)->powershell, "5.1.20348.1");
    assert_int_equal(sa_psrp_info(pool)->way, SA_PSRP_AUTO);
    assert_string_equal(script.script.last.operation, "Receive");
    assert_string_equal(script.script.last.detail, "Microsoft.PowerShell");
    sa_psrp_close(pool);
    sa_wsman_close(session);
    assert_non_null(strstr(script.script.requests[0],
                           "<w:Option Name=\"protocolversion\" MustComply=\"true\">2.3<"));
    assert_non_null(strstr(script.script.requests[0],
                           "s:mustUnderstand=\"true\">http://schemas.microsoft.com/powershell/"
                           "Microsoft.PowerShell</w:ResourceURI>"));
    assert_non_null(strstr(script.script.requests[0], "<r:InputStreams>stdin pr<"));
    assert_null(strstr(script.script.requests[1], "CommandId"));
    assert_int_equal(script.sent[0], PSRP_SESSION_CAPABILITY);
    assert_int_equal(script.sent[1], PSRP_INIT_RUNSPACEPOOL);
    assert_false(script.script.calls[0].repeatable);
    all_asked(&script);
}

/* All in one answer, in any order, with what nobody needs between, in small pieces. */
static void test_any_order(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        {"shell/Receive<", .cut = 7, .torn = true,
          .says = {RUNSPACE("2"),
                  {PSRP_PUBLIC_KEY_REQUEST, ""},
                  {0x0002FFFF, "<no XML"},
                  PRIVATE_DATA,
                  {PSRP_USER_EVENT, "<no XML"},
                  CAPABILITY("2.3")}},
        DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_SCRIPT, &pool, &err), 0);
    assert_string_equal(sa_psrp_info(pool)->powershell, "5.1.20348.1");
    assert_int_equal(sa_psrp_info(pool)->way, SA_PSRP_SCRIPT);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
}

/* The version is the lower one, and a pipeline has the members of that. */
static void test_versions(void **state)
{
    static const struct {
        struct psrp_say capability;
        const char *protocol;
        bool has_error, has_information;
    } cases[] = {
        {CAPABILITY("2.0"),  "2.0", false, false},
        {CAPABILITY("2.1"),  "2.1", false, false},
        {CAPABILITY("2.2"),  "2.2", true,  false},
        {CAPABILITY("2.3"),  "2.3", true,  true },
        {CAPABILITY("2.4"),  "2.3", true,  true },
        {CAPABILITY("2.99"), "2.3", true,  true },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct psrp_step steps[] = {
            CREATE,  {"Receive<", .says = {cases[i].capability, RUNSPACE("2")}},
            COMMAND, RECEIVE(PIPELINE("4")),
            END,     DELETE,
        };
        struct psrp_script script = PSRP_SCRIPT(steps);
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        struct records records = {0};
        struct sa_psrp *pool = NULL;
        struct sa_error err = {0};
        const char *data = NULL;

        assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
        assert_string_equal(sa_psrp_info(pool)->protocol, cases[i].protocol);
        assert_int_equal(run_one(pool, &records), 0);
        data = sa_buf_text(&script.last_data);
        assert_non_null(strstr(data, "\"MergeMyResult\""));
        assert_int_equal(strstr(data, "\"MergeError\"") != NULL, cases[i].has_error);
        assert_int_equal(strstr(data, "\"MergeInformation\"") != NULL, cases[i].has_information);
        sa_psrp_close(pool);
        sa_wsman_close(session);
        records_clear(&records);
        all_asked(&script);
    }
}

#define REFUSED(code)                                               \
    {                                                               \
        "transfer/Create<", .body = SCRIPT_FAULT(code), .http = 500 \
    }

static void test_version_refused(void **state)
{
    static const struct psrp_step steps[] = {
        REFUSED("2152992672"),
        {"\"protocolversion\" MustComply=\"true\">2.1<", .body = CREATED_AS},
        RECEIVE(CAPABILITY("2.2"), RUNSPACE("2")),
        DELETE,
    };
    static const struct psrp_step twice[] = {REFUSED("2152992672"), REFUSED("2152992672")};
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct psrp_script never = PSRP_SCRIPT(twice);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_SCRIPT, &pool, &err), 0);
    assert_string_equal(sa_psrp_info(pool)->protocol, "2.1");
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
    session = psrp_script_open(&never, 0, 0);
    assert_int_equal(open_way(session, NULL, SA_PSRP_SCRIPT, &pool, &err), SA_E_REMOTE);
    assert_int_equal(err.code, 2152992672LL);
    sa_wsman_close(session);
    all_asked(&never);
}

#define BROKEN                                                                  \
    {                                                                           \
        PSRP_RUNSPACEPOOL_STATE,                                                \
            "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">5</I32><Obj "        \
            "N=\"ExceptionAsErrorRecord\" RefId=\"1\">" ERROR_MEMBERS(          \
                "X", "", "the start-up\nscript failed\x07") "</Obj></MS></Obj>" \
    }

/* Each ends with Delete, and says what happened. */
static void test_does_not_open(void **state)
{
    static const struct {
        struct psrp_step step;
        int status;
        const char *message;
    } cases[] = {
        {RECEIVE(CAPABILITY("2.3"),
         {PSRP_RUNSPACEPOOL_STATE,
                  "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">5</I32><Obj "
                  "N=\"ExceptionAsErrorRecord\" RefId=\"1\">" ERROR_MEMBERS(
                      "X", "", "the start-up\nscript failed_x0007_") "</Obj></MS></Obj>"}),
         SA_E_REMOTE,                                                                                                                   "broken: the start-up script failed\\x07"},
        {RECEIVE(CAPABILITY("2.3"),                                       RUNSPACE("3")),                                                          SA_E_REMOTE,
         "is closed: the server gives no reason"},
        {RECEIVE(CAPABILITY("2.3"), RUNSPACE("x")),                                            SA_E_PROTOCOL,                                                           NULL},
        {RECEIVE(CAPABILITY("2.3"),                          {PSRP_RUNSPACEPOOL_STATE, "<S>2</S>"}),                      SA_E_PROTOCOL,
         "is no number"},
        {RECEIVE(CAPABILITY("2.3"),{PSRP_RUNSPACEPOOL_STATE, "no XML"}),SA_E_PROTOCOL,                                                                                                                NULL},
        {RECEIVE(CAPABILITY("3.0"),               RUNSPACE("2")),                                               SA_E_PROTOCOL,                                                                                         "version '3.0'"},
        {RECEIVE(CAPABILITY("2"),                                       RUNSPACE("2")),                                                          SA_E_PROTOCOL,                                                                     NULL},
        {RECEIVE(CAPABILITY("2.x"),                        RUNSPACE("2")),                                                                   SA_E_PROTOCOL,NULL},
        {RECEIVE(CAPABILITY("2.123456789123"),                          RUNSPACE("2")),        SA_E_PROTOCOL,NULL},
        {RECEIVE(RUNSPACE("2")),  SA_E_PROTOCOL,"without a version"     },
        {{"Receive<",
          .body = SCRIPT_ANSWER("<r:ReceiveResponse><r:CommandState "
                                "State='http://schemas.microsoft.com/wbem/wsman/1/windows/"
                                "shell/CommandState/Done'/></r:ReceiveResponse>")},
         SA_E_PROTOCOL,        "before it is open"                          },
        {{"Receive<", .body = SCRIPT_ANSWER(
                          "<r:ReceiveResponse><r:Stream Name='stdout'>AAAA</r:Stream><r:Stream "
                          "Name='stdout'>!</r:Stream></r:ReceiveResponse>")},
         SA_E_PROTOCOL,                                                             "no base64"                                                                                     },
        {{"Receive<", .status = SA_E_NETWORK},                                       SA_E_NETWORK, "scripted"                                                                                                                },
        {{"Receive<", .body = SCRIPT_FAULT("995"), .http = 500},                                       SA_E_REMOTE,       NULL                                                                                                                },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct psrp_step steps[] = {CREATE, cases[i].step, DELETE};
        struct psrp_script script = PSRP_SCRIPT(steps);
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        struct sa_psrp *pool = NULL;
        struct sa_error err = {0};
        int r = open_way(session, NULL, SA_PSRP_SCRIPT, &pool, &err);

        if (r != cases[i].status ||
            (cases[i].message != NULL && strstr(err.message, cases[i].message) == NULL))
            fail_msg("case %zu: %d %s", i, r, err.message);
        assert_null(pool);
        sa_wsman_close(session);
        all_asked(&script);
    }
}

static void test_time_to_open(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE, NOTHING, NOTHING, NOTHING, DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), SA_E_TIMEOUT);
    assert_non_null(strstr(err.message, "not open after 60 s"));
    sa_wsman_close(session);
    all_asked(&script);
}

/* The answer to Create is lost, or no answer: Delete has the id that was asked for. */
static void test_create_is_lost(void **state)
{
    static const struct {
        struct psrp_step step;
        int status;
    } cases[] = {
        {{"Create<", .status = SA_E_NETWORK},   SA_E_NETWORK  },
        {{"Create<", .status = SA_E_CANCELLED}, SA_E_CANCELLED},
        {{"Create<", .body = EMPTY},            SA_E_PROTOCOL },
        {{"Create<", .body = "<"},              SA_E_PROTOCOL },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct psrp_step steps[] = {cases[i].step, DELETE};
        struct psrp_script script = PSRP_SCRIPT(steps);
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        struct sa_psrp *pool = NULL;
        struct sa_error err = {0};
        char id[PSRP_GUID_TEXT];

        assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), cases[i].status);
        psrp_guid_format(&script.pool, id);
        assert_non_null(strstr(script.script.requests[1], id));
        sa_wsman_close(session);
        all_asked(&script);
    }
}

/* Refusals in words of this layer. */
static void test_refusals(void **state)
{
    static const struct {
        const char *configuration;
        struct psrp_step step;
        int status;
        const char *message, *hint;
    } cases[] = {
        {"SyncAudit", REFUSED("2150858811"), SA_E_NOT_FOUND, "no session configuration 'SyncAudit'",
         "Register-PSSessionConfiguration"                                                                                    },
        {NULL,        REFUSED("2150858752"), SA_E_NOT_FOUND,
         "no session configuration 'Microsoft.PowerShell'",                                          "Enable-PSRemoting"      },
        {NULL,        REFUSED("5"),          SA_E_DENIED,    "access to the session configuration",
         "Remote Management Users"                                                                                            },
        {"SyncAudit", REFUSED("5"),          SA_E_DENIED,    "'SyncAudit' is denied",                "RoleDefinitions"        },
        {NULL,        REFUSED("2150859180"), SA_E_DENIED,    "does not allow remote shells",
         "AllowRemoteShellAccess"                                                                                             },
        {NULL,        REFUSED("1326"),       SA_E_AUTH,      "logon failure",                        "not tried a second time"},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct psrp_step steps[] = {cases[i].step};
        struct psrp_script script = PSRP_SCRIPT(steps);
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        struct sa_psrp *pool = NULL;
        struct sa_error err = {0};
        int r = open_way(session, cases[i].configuration, SA_PSRP_SCRIPT, &pool, &err);

        if (r != cases[i].status || strstr(err.message, cases[i].message) == NULL ||
            strstr(err.hint, cases[i].hint) == NULL)
            fail_msg("case %zu: %d %s; %s", i, r, err.message, err.hint);
        sa_wsman_close(session);
        all_asked(&script);
    }
}

/* Names that could change the address are refused before anything is sent. */
static void test_names(void **state)
{
    static const char *const bad[] = {"",
                                      "a b",
                                      "a/b",
                                      "a?b",
                                      "a#b",
                                      "a%41",
                                      "a<b",
                                      "\xC3\xA4",
                                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    static const struct psrp_step steps[] = {DELETE};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        struct psrp_script script = PSRP_SCRIPT(steps);
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        struct sa_psrp *pool = NULL;
        struct sa_error err = {0};

        assert_int_equal(open_way(session, bad[i], SA_PSRP_AUTO, &pool, &err), SA_E_INPUT);
        assert_int_equal(script.script.next, 0);
        sa_wsman_close(session);
        psrp_script_done(&script);
    }
}

/* A question to a person before anything has run. */
static void test_host_call_of_the_runspace(void **state)
{
#define QUESTION(call)                                                                           \
    {                                                                                            \
        PSRP_RUNSPACEPOOL_HOST_CALL, "<Obj RefId=\"0\"><MS><I64 N=\"ci\">" call "</I64><Obj "    \
                                     "N=\"mi\" RefId=\"1\"><ToString>ReadLine</ToString><I32>11" \
                                     "</I32></Obj></MS></Obj>"                                   \
    }
    static const struct psrp_step steps[] = {
        CREATE,
        RECEIVE(CAPABILITY("2.3"), QUESTION("-100"), QUESTION("1")),
        {"<r:Stream Name=\"pr\">", .body = EMPTY},
        RECEIVE(RUNSPACE("2")),
        DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
    assert_int_equal(script.sent[script.sent_count - 1], PSRP_RUNSPACEPOOL_HOST_RESPONSE);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
}

static void test_close_of_nothing(void **state)
{
    (void)state;
    sa_psrp_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_opens_and_closes),
        cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_versions),
        cmocka_unit_test(test_version_refused),
        cmocka_unit_test(test_does_not_open),
        cmocka_unit_test(test_time_to_open),
        cmocka_unit_test(test_create_is_lost),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_host_call_of_the_runspace),
        cmocka_unit_test(test_close_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
