/* SPDX-License-Identifier: Apache-2.0 */
/* Which way an endpoint takes, what may run at all, and what stands in where there is no endpoint. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"

#include "psrp_records.h"
#include "psrp_script.h"
#include "support/test.h"

#define NO_SCRIPTS  FAILED("ScriptsNotAllowed", "param", "not in this language mode")
#define NO_FUNCTION FAILED("CommandNotFoundException", "Get-SyncAuditFact", "is not recognized")

#define REFUSED(code)                                               \
    {                                                               \
        "transfer/Create<", .body = SCRIPT_FAULT(code), .http = 500 \
    }
#define CMD                                                     \
    {                                                           \
        "windows/shell/cmd</w:ResourceURI>", .body = SHELL_MADE \
    }
#define SHELL_MADE                                                                          \
    SCRIPT_ANSWER("<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector "   \
                  "Name='ShellId'>S</w:Selector></w:SelectorSet></a:ReferenceParameters></" \
                  "x:ResourceCreated>")

#define LINE                                                                           \
    {                                                                                  \
        "<r:Command>powershell.exe ",                                                  \
            .body = SCRIPT_ANSWER(                                                     \
                "<r:CommandResponse><r:CommandId>C</r:CommandId></r:CommandResponse>") \
    }

struct outcome {
    int status;
    enum sa_psrp_way way;
    size_t scripts, functions;
    struct records records;
    struct sa_error err;
};

/* Opens, runs the first operation twice, closes. */
static void run_twice(const struct psrp_step *steps, size_t count, const char *configuration,
                      enum sa_psrp_way way, struct outcome *ret)
{
    struct psrp_script script = {.steps = steps,
                                 .count = count,
                                 .receiver = PSRP_RECEIVER_INIT,
                                 .last_data = SA_BUF_INIT(16 * SA_MIB)};
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;

    *ret = (struct outcome){0};
    ret->status = open_way(session, configuration, way, &pool, &ret->err);
    if (ret->status == 0) {
        ret->status = run_one(pool, &ret->records);
        ret->err = ret->records.err;
        ret->way = sa_psrp_info(pool)->way;
        if (ret->status == 0)
            ret->status = run_one(pool, &ret->records);
    }
    sa_psrp_close(pool);
    ret->scripts = script.scripts;
    ret->functions = script.functions;
    sa_wsman_close(session);
    all_asked(&script);
}

#define TWICE(steps, configuration, way, ret) \
    run_twice(steps, SA_COUNT(steps), configuration, way, ret)

static void test_script_then_function(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        /* As a real one was recorded. */
        RECEIVE(ERROR_RECORD("ProviderNotFound,x", "FileSystem", "no provider"), NO_SCRIPTS),
        END,
        COMMAND,
        RECEIVE(OUTPUT("one"), PIPELINE("4")),
        END,
        COMMAND,
        /* From now on it is an error like any other. */
        RECEIVE(ERROR_RECORD("CommandNotFoundException", "Get-SyncAuditFact", "gone"),
                PIPELINE("4")),
        END,
        DELETE,
    };
    struct outcome outcome;

    (void)state;
    TWICE(steps, NULL, SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_int_equal(outcome.way, SA_PSRP_FUNCTION_WAY);
    assert_int_equal(outcome.scripts, 1);
    assert_int_equal(outcome.functions, 2);
    assert_string_equal(sa_buf_text(&outcome.records.text), "error CommandNotFoundException gone|");
    records_clear(&outcome.records);
}

/* Some servers write the error down before the state says it; it is none of the caller's. */
static void test_function_then_script(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(ERROR_RECORD("CommandNotFoundException", "Get-SyncAuditFact", "gone"), NO_FUNCTION),
        END,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        COMMAND,
        RECEIVE(OUTPUT("one"), PIPELINE("4")),
        END,
        DELETE,
    };
    struct outcome outcome;

    (void)state;
    TWICE(steps, "Custom", SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_int_equal(outcome.way, SA_PSRP_SCRIPT);
    assert_int_equal(outcome.functions, 1);
    assert_int_equal(outcome.scripts, 2);
    assert_string_equal(sa_buf_text(&outcome.records.text), "output one|");
    records_clear(&outcome.records);
}

static void test_neither(void **state)
{
    static const struct psrp_step both[] = {
        CREATE, OPENED, COMMAND,      RECEIVE(NO_SCRIPTS), END, COMMAND, RECEIVE(NO_FUNCTION),
        END,    DELETE, REFUSED("5"),
    };
    static const struct psrp_step named[] = {
        CREATE, OPENED, COMMAND, RECEIVE(NO_FUNCTION), END, COMMAND, RECEIVE(NO_SCRIPTS),
        END,    DELETE,
    };
    static const struct psrp_step script[] = {
        CREATE, OPENED, COMMAND, RECEIVE(NO_SCRIPTS), END, DELETE,
    };
    static const struct psrp_step function[] = {
        CREATE, OPENED, COMMAND, RECEIVE(NO_FUNCTION), END, DELETE,
    };
    struct outcome outcome;

    (void)state;
    TWICE(both, NULL, SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, SA_E_UNSUPPORTED);
    assert_non_null(strstr(outcome.err.message, "runs no scripts and has no function"));
    assert_non_null(strstr(outcome.err.hint, "jea generate"));
    records_clear(&outcome.records);
    TWICE(named, "Custom", SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, SA_E_UNSUPPORTED);
    records_clear(&outcome.records);
    TWICE(script, NULL, SA_PSRP_SCRIPT, &outcome);
    assert_int_equal(outcome.status, SA_E_UNSUPPORTED);
    records_clear(&outcome.records);
    TWICE(function, "Custom", SA_PSRP_FUNCTION_WAY, &outcome);
    assert_int_equal(outcome.status, SA_E_UNSUPPORTED);
    records_clear(&outcome.records);
}

/* Neither way, and nobody asked for this endpoint: powershell.exe. */
static void test_at_last_a_command_shell(void **state)
{
    static const char printed[] = "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" "
                                  "xmlns=\"http://schemas.microsoft.com/powershell/2004/"
                                  "04\"><S S=\"Output\">one</S></Objs>";
    struct sa_buf body = SA_BUF_INIT(64 * SA_KIB);
    const struct psrp_step received = {"Receive<", .body = ""};
    const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(NO_SCRIPTS),
        END,
        COMMAND,
        RECEIVE(NO_FUNCTION),
        END,
        DELETE,
        CMD,
        LINE,
        received,
        END,
        LINE,
        received,
        END,
        DELETE,
    };
    struct psrp_step filled[SA_COUNT(steps)];
    struct outcome outcome;

    (void)state;
    sa_buf_add_text(&body, SCRIPT_HEAD "<r:ReceiveResponse><r:Stream Name='stdout' CommandId='C'>");
    sa_base64_add(&body, printed, sizeof printed - 1);
    sa_buf_add_text(
        &body, "</r:Stream><r:CommandState CommandId='C' State='http://schemas.microsoft.com/"
               "wbem/wsman/1/windows/shell/CommandState/Done'/></r:ReceiveResponse>" SCRIPT_TAIL);
    memcpy(filled, steps, sizeof steps);
    filled[11].body = sa_buf_text(&body);
    filled[14].body = sa_buf_text(&body);
    TWICE(filled, NULL, SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_int_equal(outcome.way, SA_PSRP_COMMAND);
    assert_string_equal(sa_buf_text(&outcome.records.text), "output one|");
    records_clear(&outcome.records);
    sa_buf_done(&body);
}

/* Not the endpoint's refusal: another command is missing, or something has run already. */
static void test_no_refusal(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(ERROR_RECORD("CommandNotFoundException", "Get-Other", "no Get-Other"),
                FAILED("CommandNotFoundException", "Get-Other", "no Get-Other")),
        END,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    static const struct psrp_step later[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(OUTPUT("one"), NO_FUNCTION),
        END,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    /* It could have been one: the caller gets it all the same. */
    static const struct psrp_step held[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(ERROR_RECORD("CommandNotFoundException", "Get-SyncAuditFact", "gone"),
                PIPELINE("4")),
        END,
        COMMAND,
        RECEIVE(ERROR_RECORD("X", "", "x"), PIPELINE("4")),
        END,
        DELETE,
    };
    struct outcome outcome;

    (void)state;
    TWICE(steps, "Custom", SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_int_equal(outcome.functions, 2);
    records_clear(&outcome.records);
    TWICE(later, "Custom", SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_int_equal(outcome.functions, 2);
    records_clear(&outcome.records);
    TWICE(held, "Custom", SA_PSRP_AUTO, &outcome);
    assert_int_equal(outcome.status, 0);
    assert_string_equal(sa_buf_text(&outcome.records.text), "error X x|");
    records_clear(&outcome.records);
}

static void test_held_error_is_handed_on(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(ERROR_RECORD("ScriptsNotAllowed", "", "one"), OUTPUT("two"),
                ERROR_RECORD("ScriptsNotAllowed", "", "three"), NO_SCRIPTS),
        END,
        DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct records records = {0};
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
    assert_int_equal(run_one(pool, &records), 0);
    assert_string_equal(sa_buf_text(&records.text),
                        "error ScriptsNotAllowed one|output two|error ScriptsNotAllowed three|");
    assert_int_equal(records.state, SA_PSRP_FAILED);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    records_clear(&records);
    all_asked(&script);
}

/* What is not in the table does not leave. */
static void test_only_the_table(void **state)
{
    static const struct psrp_step steps[] = {CREATE, OPENED, DELETE};
    static const struct sa_psrp_argument bad[] = {
        {.name = "Source",  .type = SA_PSRP_TEXT,   .text = "x'; Stop-Computer; '"},
        {.name = "Command", .type = SA_PSRP_NUMBER, .number = 1                   },
        {.name = "Days",    .type = SA_PSRP_TEXT,   .text = "7"                   },
        {.name = "Days",    .type = SA_PSRP_SWITCH, .number = 1                   },
        {.name = "Days",    .type = SA_PSRP_NUMBER, .number = -1                  },
        {.name = NULL,      .type = SA_PSRP_NUMBER, .number = 1                   },
        {.name = "days -x", .type = SA_PSRP_NUMBER, .number = 1                   },
    };
    static const struct sa_psrp_argument many[8] = {
        {.name = "Days", .type = SA_PSRP_NUMBER, .number = 1}
    };
    const char *const good[] = {operation(0), NULL};
    static const char *const names[][3] = {
        {"Stop-Computer", NULL},
        {"",              NULL},
        {NULL           },
        {"x,y",           NULL    },
        {"' ; '",           NULL}
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct records records = {0};
    struct sa_error err = {0};
    struct sa_psrp_call call = {.names = good, .argument_count = 1};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        call.arguments = &bad[i];
        assert_int_equal(
            sa_psrp_run(pool, &call, keep_record, &records, &records.state, NULL, &err),
            SA_E_INTERNAL);
    }
    call.arguments = many;
    call.argument_count = 8;
    assert_int_equal(sa_psrp_run(pool, &call, keep_record, &records, &records.state, NULL, &err),
                     SA_E_INTERNAL);
    call.argument_count = 0;
    for (size_t i = 0; i < SA_COUNT(names); i++) {
        call.names = names[i];
        assert_int_equal(
            sa_psrp_run(pool, &call, keep_record, &records, &records.state, NULL, &err),
            SA_E_INTERNAL);
    }
    {
        const char *const second[] = {operation(0), "Stop-Computer", NULL};

        call.names = second;
        assert_int_equal(
            sa_psrp_run(pool, &call, keep_record, &records, &records.state, NULL, &err),
            SA_E_INTERNAL);
    }
    assert_int_equal(script.script.next, 2);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
}

/* The endpoint does not work: powershell.exe, when nobody asked for this endpoint by name. */
static void test_stands_in(void **state)
{
    static const struct {
        const char *code;
        size_t tries;
        bool stands_in;
        int status;
    } cases[] = {
        {"2150858752", 1, true,  SA_E_NOT_FOUND}, /* not there */
        {"2150858811", 1, true,  SA_E_NOT_FOUND},
        {"5",          1, true,  SA_E_DENIED   },
        {"1018",       2, true,  SA_E_REMOTE   }, /* its process does not start */
        {"2",          2, true,  SA_E_REMOTE   },
        {"2150859180", 1, false, SA_E_DENIED   }, /* no shells at all */
        {"1326",       1, false, SA_E_AUTH     },
        {"87",         1, false, SA_E_REMOTE   },
    };
    static const char template[] = SCRIPT_FAULT("@@@");
    const char *hole = strstr(template, "@@@");
    static const struct psrp_step made[] = {CMD, DELETE};
    static const struct psrp_step refused = REFUSED("5");

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        for (int round = 0; round < 4; round++) {
            /* 0: works; 1: refused as well; 2: a name was given; 3: another way was */
            const struct psrp_step fault = {"Create<", .http = 500};
            char body[4096];
            struct psrp_step steps[4];
            struct psrp_script script = {
                .steps = steps, .receiver = PSRP_RECEIVER_INIT, .last_data = SA_BUF_INIT(SA_MIB)};
            struct sa_wsman *session = NULL;
            struct sa_psrp *pool = NULL;
            struct sa_error err = {0};
            int r = 0;

            (void)snprintf(body, sizeof body, "%.*s%s%s", (int)(hole - template), template,
                           cases[i].code, hole + 3);
            for (size_t n = 0; n < cases[i].tries; n++) {
                steps[script.count] = fault;
                steps[script.count++].body = body;
            }
            if (cases[i].stands_in && round == 0) {
                steps[script.count++] = made[0];
                steps[script.count++] = made[1];
            } else if (cases[i].stands_in && round == 1) {
                steps[script.count++] = refused;
            }
            session = psrp_script_open(&script, 0, 0);
            r = open_way(session, round == 2 ? "Custom" : NULL,
                         round == 3 ? SA_PSRP_SCRIPT : SA_PSRP_AUTO, &pool, &err);
            if (cases[i].stands_in && round == 0) {
                assert_int_equal(r, 0);
                assert_int_equal(sa_psrp_info(pool)->way, SA_PSRP_COMMAND);
                assert_string_equal(sa_psrp_info(pool)->protocol, "");
            } else if (r != cases[i].status) {
                fail_msg("case %zu, %d: %d %s", i, round, r, err.message);
            }
            /* What the endpoint said is kept. */
            if (r < 0)
                assert_int_equal(err.code, strtoll(cases[i].code, NULL, 10));
            sa_psrp_close(pool);
            sa_wsman_close(session);
            all_asked(&script);
        }
    }
}

static void test_broken_stands_in(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE, RECEIVE(CAPABILITY("2.3"), RUNSPACE("5")), DELETE, CMD, DELETE,
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_AUTO, &pool, &err), 0);
    assert_int_equal(sa_psrp_info(pool)->way, SA_PSRP_COMMAND);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
}

/* Which way it is stands in sa_psrp_info() while records come: facts are written then. */
struct seen {
    struct sa_psrp *pool;
    enum sa_psrp_way ways[4];
    size_t count;
};

static int see_way(void *payload, const struct sa_psrp_record *record, struct sa_error *err)
{
    struct seen *seen = payload;

    (void)record;
    if (seen->count == SA_COUNT(seen->ways))
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "enough");
    seen->ways[seen->count++] = sa_psrp_info(seen->pool)->way;
    return 0;
}

static void test_way_is_known_while_records_come(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(NO_SCRIPTS),
        END,
        COMMAND,
        RECEIVE(OUTPUT("one"), PIPELINE("4")),
        END,
        DELETE,
    };
    /* The pipeline breaks off behind a record: the way is settled all the same, and what looks like a refusal
     * is none any more. */
    static const struct psrp_step broken[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"shell/Receive<", .says = {OUTPUT("one")}, .done = true},
        STOP,
        {"shell/Receive<",                .says = {PIPELINE("3")}                       },
        END,
        COMMAND,
        RECEIVE(NO_FUNCTION),
        END,
        DELETE,
    };
    static const struct psrp_step *const lists[] = {steps, broken};
    static const size_t counts[] = {SA_COUNT(steps), SA_COUNT(broken)};
    const char *const names[] = {operation(0), NULL};
    const struct sa_psrp_call call = {.names = names};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(lists); i++) {
        struct psrp_script script = {.steps = lists[i],
                                     .count = counts[i],
                                     .receiver = PSRP_RECEIVER_INIT,
                                     .last_data = SA_BUF_INIT(16 * SA_MIB)};
        struct sa_wsman *session = psrp_script_open(&script, 0, 0);
        enum sa_psrp_state how = SA_PSRP_STOPPED;
        struct seen seen = {0};
        struct sa_error err = {0};

        assert_int_equal(
            open_way(session, i == 0 ? NULL : "Custom", SA_PSRP_AUTO, &seen.pool, &err), 0);
        assert_int_equal(sa_psrp_run(seen.pool, &call, see_way, &seen, &how, NULL, &err),
                         i == 0 ? 0 : SA_E_PROTOCOL);
        assert_int_equal(seen.count, 1);
        assert_int_equal(seen.ways[0], SA_PSRP_FUNCTION_WAY);
        assert_int_equal(sa_psrp_info(seen.pool)->way, SA_PSRP_FUNCTION_WAY);
        if (i == 1) {
            assert_int_equal(sa_psrp_run(seen.pool, &call, see_way, &seen, &how, NULL, &err), 0);
            assert_int_equal(how, SA_PSRP_FAILED);
        }
        sa_psrp_close(seen.pool);
        sa_wsman_close(session);
        all_asked(&script);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_script_then_function),
        cmocka_unit_test(test_function_then_script),
        cmocka_unit_test(test_neither),
        cmocka_unit_test(test_at_last_a_command_shell),
        cmocka_unit_test(test_no_refusal),
        cmocka_unit_test(test_held_error_is_handed_on),
        cmocka_unit_test(test_only_the_table),
        cmocka_unit_test(test_stands_in),
        cmocka_unit_test(test_broken_stands_in),
        cmocka_unit_test(test_way_is_known_while_records_come),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
