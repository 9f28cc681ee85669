/* SPDX-License-Identifier: Apache-2.0 */
/* powershell.exe in a command shell: what it prints, in every form in which it may come. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"

#include "psrp_records.h"
#include "psrp_script.h"
#include "support/test.h"

#define OBJS(items)                                                                           \
    "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/" \
    "2004/04\">" items "</Objs>"
#define PROGRESS                                                                            \
    "<Obj S=\"progress\" RefId=\"0\"><TN RefId=\"0\"><T>System.Management.Automation."      \
    "PSCustomObject</T><T>System.Object</T></TN><MS><I64 N=\"SourceId\">1</I64><PR "        \
    "N=\"Record\"><AV>Preparing</AV><AI>0</AI><Nil/><PI>-1</PI><PC>-1</PC><T>Completed</T>" \
    "<SR>-1</SR><SD> </SD></PR></MS></Obj>"

#define SHELL_MADE                                                                          \
    SCRIPT_ANSWER("<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector "   \
                  "Name='ShellId'>S</w:Selector></w:SelectorSet></a:ReferenceParameters></" \
                  "x:ResourceCreated>")
#define CMD                                                     \
    {                                                           \
        "windows/shell/cmd</w:ResourceURI>", .body = SHELL_MADE \
    }
#define STARTED                                                                                    \
    {                                                                                              \
        "<r:Command>powershell.exe -NoProfile -NonInteractive -OutputFormat XML -EncodedCommand ", \
            .body = SCRIPT_ANSWER(                                                                 \
                "<r:CommandResponse><r:CommandId>C</r:CommandId></r:CommandResponse>")             \
    }

struct printed {
    const char *out, *error_out;
    const char *exit_code; /**< NULL: still running */
    size_t piece;          /**< bytes of a piece; 0: all at once */
};

static void add_pieces(struct sa_buf *body, const char *stream, const char *text, size_t piece)
{
    size_t len = text != NULL ? strlen(text) : 0;

    for (size_t at = 0; at < len; at += piece) {
        sa_buf_addf(body, "<r:Stream Name='%s' CommandId='C'>", stream);
        sa_base64_add(body, text + at, len - at < piece ? len - at : piece);
        sa_buf_add_text(body, "</r:Stream>");
    }
}

static char *printed_as(const struct printed *printed)
{
    struct sa_buf body = SA_BUF_INIT(4 * SA_MIB);
    size_t piece = printed->piece != 0 ? printed->piece : SA_MIB;

    sa_buf_add_text(&body, SCRIPT_HEAD "<r:ReceiveResponse>");
    add_pieces(&body, "stdout", printed->out, piece);
    add_pieces(&body, "stderr", printed->error_out, piece);
    if (printed->exit_code != NULL)
        sa_buf_addf(
            &body,
            "<r:CommandState CommandId='C' State='http://schemas.microsoft.com/wbem/wsman/1/"
            "windows/shell/CommandState/Done'><r:ExitCode>%s</r:ExitCode></r:CommandState>",
            printed->exit_code);
    sa_buf_add_text(&body, "</r:ReceiveResponse>" SCRIPT_TAIL);
    assert_int_equal(sa_buf_status(&body), 0);
    return sa_buf_take(&body);
}

/* One operation that prints this. */
static int run_printed(const struct printed *printed, struct records *records)
{
    static const struct psrp_step before[] = {CMD, STARTED};
    static const struct psrp_step after[] = {END, DELETE};
    char *body = printed_as(printed);
    const struct psrp_step steps[] = {
        before[0], before[1], {"Receive<", .body = body},
          after[0], after[1]
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};
    int r = 0;

    assert_int_equal(open_way(session, NULL, SA_PSRP_COMMAND, &pool, &err), 0);
    r = run_one(pool, records);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
    free(body);
    return r;
}

static const char errors_as_text[] =
    OBJS("<S S=\"Error\">boom_x000D__x000A_</S><S S=\"Error\">At line:1 char:1_x000D__x000A_</S><S "
         "S=\"Error\">    + FullyQualifiedErrorId : Bad,Some.Command_x000D__x000A_</S>");

static const struct {
    struct printed printed;
    int status;
    const char *records;
    enum sa_psrp_state state;
    const char *reason;
} cases[] = {
    {{OBJS("<S S=\"Output\">one</S><S S=\"Output\">t\xC3\xA4wo</S>"), OBJS(PROGRESS), "0", 0},
     0,                                                                                                       "output one|output t\xC3\xA4wo|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
 /* Cut anywhere, also in characters. */
    {{OBJS("<S S=\"Output\">one</S><S S=\"Output\">t\xC3\xA4wo</S>"), OBJS(PROGRESS), "0", 1},
     0,                                                                                                       "output one|output t\xC3\xA4wo|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
    {{NULL, NULL, "0", 0},                                                                     0,             "",                                                                                       SA_PSRP_COMPLETED, ""   },
    {{"#< CLIXML\r\n", "#< CLIXML\r\n", "0", 0},                                               0,             "",                                                                                       SA_PSRP_COMPLETED, ""   },
    {{OBJS(""), OBJS(""), "0", 0},                                                             0,             "",                                                                                       SA_PSRP_COMPLETED, ""   },
 /* Errors as lines of text belong together. */
    {{OBJS("<S S=\"Output\">one</S>"), errors_as_text, "1", 0},
     0,                                                                                                       "output one|error Bad boom At line:1 char:1 + FullyQualifiedErrorId : Bad,Some.Command|",
     SA_PSRP_FAILED,                                                                                                                                                                                                       "Bad"},
 /* As records they are each one. */
    {{NULL,
      OBJS("<Obj S=\"Error\" RefId=\"0\">" ERROR_MEMBERS(
          "A,b", "",
          "one") "</Obj><Obj S=\"Error\" "
                 "RefId=\"30\"><TNRef RefId=\"1\"/>"
                 "<ToString>two</ToString><MS><S "
                 "N=\"FullyQualifiedErrorId\">B</S></MS></Obj><S S=\"warning\">careful</S><S "
                 "S=\"debug\">d</S><S S=\"verbose\">v</S>"),
      "0", 0},
     0,                                                                                                       "error A one|error B two|warning careful|debug d|verbose v|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
 /* The streams begin anew. */
    {{OBJS("<S S=\"Output\">one</S>")
          OBJS("<S S=\"Output\">two</S>") "\r\n" OBJS("<S S=\"Output\">three</S>"),
      OBJS(PROGRESS) OBJS("<S S=\"Error\">e</S>"), "0", 0},
     0,                                                                                                       "output one|output two|output three|error  e|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
 /* A value that looks like a beginning. */
    {{OBJS("<S S=\"Output\">#&lt; CLIXML</S><S S=\"Output\">#&lt; CLIXML_x000D__x000A_</S>"), NULL,
      "0", 0},
     0,                                                                                                       "output #< CLIXML|output #< CLIXML\r\n|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
 /* There is no powershell.exe. */
    {{NULL, "'powershell.exe' is not recognized as an internal\r\nor external command.\r\n", "9009",
      0},
     0,                                                                                                       "error  'powershell.exe' is not recognized as an internal or external command.|",
     SA_PSRP_FAILED,                                                                                                                                                                                                       ""   },
    {{"words", NULL, "1", 0},                                                                  0,             "",                                                                                       SA_PSRP_FAILED,    ""   },
    {{"words", NULL, "0", 0},                                                                  SA_E_PROTOCOL, "",                                                                                       SA_PSRP_STOPPED,   ""   },
    {{"#< CLIXML\r\n<Objs", NULL, "0", 0},                                                     SA_E_PROTOCOL, "",                                                                                       SA_PSRP_STOPPED,   ""   },
    {{"words before\r\n" OBJS("<S S=\"Output\">one</S>"), "words\r\n" OBJS("<S S=\"Error\">e</S>"),
      "0", 0},
     0,                                                                                                       "output one|error  words|error  e|",
     SA_PSRP_COMPLETED,                                                                                                                                                                                                    ""   },
};

static void test_printed(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct records records = {0};
        int r = run_printed(&cases[i].printed, &records);

        if (r != cases[i].status)
            fail_msg("case %zu: %d %s", i, r, records.err.message);
        if (r == 0 && (strcmp(sa_buf_text(&records.text), cases[i].records) != 0 ||
                       records.state != cases[i].state))
            fail_msg("case %zu: '%s' %d", i, sa_buf_text(&records.text), (int)records.state);
        if (r == 0)
            assert_string_equal(records.reason.id, cases[i].reason);
        if (r == 0 && records.state == SA_PSRP_FAILED)
            assert_true(records.reason.message[0] != '\0');
        records_clear(&records);
    }
}

/* One process for each operation, one shell for all. */
static void test_one_after_the_other(void **state)
{
    static const struct printed first = {OBJS("<S S=\"Output\">one</S>"), NULL, "0", 0};
    static const struct printed running = {NULL, OBJS(""), NULL, 0};
    static const struct printed second = {OBJS("<S S=\"Output\">two</S>"), NULL, "0", 0};
    char *bodies[] = {printed_as(&first), printed_as(&running), printed_as(&second)};
    const char *const names[] = {operation(0), operation(1), NULL};
    const struct psrp_step head[] = {CMD, STARTED, NOTHING, END, DELETE};
    const struct psrp_step steps[] = {
        head[0],
        head[1],
        head[2],
        {"Receive<", .body = bodies[0]},
        head[3],
        head[1],
        {"Receive<", .body = bodies[1]},
        {"Receive<", .body = bodies[2]},
        head[3],
        head[4]
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct records records = {0};
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};
    char *text = NULL;

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_COMMAND, &pool, &err), 0);
    assert_int_equal(run_names(pool, names, 0, &records), 0);
    assert_string_equal(sa_buf_text(&records.text), "output one|output two|");
    assert_int_equal(records.state, SA_PSRP_COMPLETED);
    text = psrp_encoded_script(script.script.requests[5]);
    assert_non_null(strstr(text, ";$Days=7;"));
    assert_null(strstr(text, operation(0)));
    free(text);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    records_clear(&records);
    all_asked(&script);
    for (size_t i = 0; i < SA_COUNT(bodies); i++)
        free(bodies[i]);
}

/* The first that fails ends the call; the process is ended, the shell serves the next call. */
static void test_silence_and_failure(void **state)
{
    static const struct printed failed = {NULL, OBJS("<S S=\"Error\">no</S>"), "1", 0};
    char *body = printed_as(&failed);
    const char *const names[] = {operation(0), operation(1), NULL};
    const struct psrp_step head[] = {CMD, STARTED, NOTHING, END, DELETE};
    const struct psrp_step steps[] = {
        head[0],
        head[1],
        head[2],
        head[2],
        head[2],
        head[2],
        head[2],
        head[2],
        head[3],
        head[1],
        {"Receive<", .body = body},
        head[3],
        head[4]
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct records records = {0};
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_COMMAND, &pool, &err), 0);
    assert_int_equal(run_names(pool, names, 0, &records), SA_E_TIMEOUT);
    assert_non_null(strstr(records.err.message, "said nothing for 120 s"));
    assert_int_equal(run_names(pool, names, 0, &records), 0);
    assert_int_equal(records.state, SA_PSRP_FAILED);
    assert_string_equal(records.reason.message, "no");
    sa_psrp_close(pool);
    sa_wsman_close(session);
    records_clear(&records);
    all_asked(&script);
    free(body);
}

static void test_lost_shell(void **state)
{
    static const struct printed printed = {OBJS(""), NULL, "0", 0};
    char *body = printed_as(&printed);
    const struct psrp_step head[] = {CMD, STARTED, END, DELETE};
    const struct psrp_step gone = {"Command<", .body = SCRIPT_FAULT("2150858843"), .http = 500};
    const struct psrp_step steps[] = {
        head[0], gone, head[3], head[0], head[1], {"Receive<", .body = body},
             head[2], head[3]
    };
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct records records = {0};
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(open_way(session, NULL, SA_PSRP_COMMAND, &pool, &err), 0);
    assert_int_equal(run_one(pool, &records), 0);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    records_clear(&records);
    all_asked(&script);
    free(body);
}

static void test_too_long(void **state)
{
    static const struct psrp_step steps[] = {CMD, DELETE};
    struct psrp_script script = PSRP_SCRIPT(steps);
    struct sa_wsman *session = psrp_script_open(&script, 0, 0);
    struct psrp_outcome outcome;
    const struct psrp_ask ask = {.what = "long", .each = keep_record};
    struct sa_psrp *pool = NULL;
    struct sa_error err = {0};
    char text[4001];

    (void)state;
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_int_equal(open_way(session, NULL, SA_PSRP_COMMAND, &pool, &err), 0);
    assert_int_equal(psrp_run_command(pool, text, &ask, &outcome, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "4000 characters does not fit"));
    assert_int_equal(psrp_run_command(pool, "\xFF", &ask, &outcome, &err), SA_E_INTERNAL);
    sa_psrp_close(pool);
    sa_wsman_close(session);
    all_asked(&script);
}

/* Each beginning is a text of its own to the reader: some follow one another when programs call one another, not
 * thousands. */
static void test_too_many_beginnings(void **state)
{
    struct sa_buf out = SA_BUF_INIT(16 * SA_MIB);
    struct records records = {0};
    struct printed printed = {.exit_code = "0"};

    (void)state;
    for (int i = 0; i < 100000; i++)
        sa_buf_add_text(&out, "#< CLIXML\n<PR/>");
    for (int round = 0; round < 2; round++) {
        printed.out = round == 0 ? sa_buf_text(&out) : NULL;
        printed.error_out = round == 1 ? sa_buf_text(&out) : NULL;
        assert_int_equal(run_printed(&printed, &records), SA_E_LIMIT);
        assert_non_null(strstr(records.err.message, "begins"));
        records_clear(&records);
    }
    sa_buf_done(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed),
        cmocka_unit_test(test_one_after_the_other),
        cmocka_unit_test(test_silence_and_failure),
        cmocka_unit_test(test_lost_shell),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_too_many_beginnings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
