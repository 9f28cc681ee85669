/* SPDX-License-Identifier: Apache-2.0 */
/* Pipelines: what comes out of them, how they end, and what is left behind when they do not. */
#include <stdlib.h>
#include <string.h>

#include "psrp_records.h"
#include "psrp_script.h"
#include "support/test.h"

struct session {
    struct psrp_script script;
    struct sa_wsman *wsman;
    struct sa_psrp *pool;
    struct records records;
};

static void begin_with(struct session *session, const struct psrp_step *steps, size_t count,
                       size_t max_envelope, int64_t deadline_ms, const atomic_bool *cancelled)
{
    struct sa_error err = {0};

    *session = (struct session){
        .script = {.steps = steps,
                   .count = count,
                   .receiver = PSRP_RECEIVER_INIT,
                   .last_data = SA_BUF_INIT(16 * SA_MIB),
                   .cancelled = cancelled},
    };
    session->wsman = psrp_script_open(&session->script, deadline_ms, max_envelope);
    assert_int_equal(open_way(session->wsman, NULL, SA_PSRP_SCRIPT, &session->pool, &err), 0);
}

#define BEGIN(session, steps) begin_with(session, steps, SA_COUNT(steps), 0, 0, NULL)

static void finish(struct session *session)
{
    sa_psrp_close(session->pool);
    sa_wsman_close(session->wsman);
    records_clear(&session->records);
    all_asked(&session->script);
}

static void test_every_kind(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(
            OUTPUT("one"), {PSRP_PROGRESS_RECORD, "no XML"},
            ERROR_RECORD("Gone,Microsoft.PowerShell.Commands.Get", "it", "it is gone"),
            {PSRP_WARNING_RECORD, "<Obj RefId=\"0\"><MS><S N=\"InformationalRecord_Message\">"
                                  "careful_x000A_now</S></MS></Obj>"},
            {PSRP_INFORMATION_RECORD,
             "<Obj RefId=\"0\"><MS><Obj N=\"MessageData\" RefId=\"1\"><ToString>x</ToString><Props>"
             "<S N=\"Message\">said</S></Props></Obj></MS></Obj>"},
            {PSRP_VERBOSE_RECORD, "<S>much</S>"}, {PSRP_DEBUG_RECORD, "<S></S>"},
            {0x00041FFF, "no XML"}, {PSRP_PUBLIC_KEY_REQUEST, ""}),
        NOTHING,
        RECEIVE(OUTPUT("two"), PIPELINE("1"), PIPELINE("4"), OUTPUT("after the end")),
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_string_equal(sa_buf_text(&s.records.text),
                        "output one|error Gone it is gone|warning careful now|information said|"
                        "verbose much|debug |output two|");
    assert_int_equal(s.records.state, SA_PSRP_COMPLETED);
    assert_string_equal(s.records.reason.message, "");
    assert_string_equal(s.records.last.exception, "System.Management.Automation.RuntimeException");
    assert_int_equal(s.records.last.category, 13);
    assert_true(s.records.last.hresult == -2146233087);
    assert_int_equal(s.script.scripts, 1);
    assert_int_equal(sa_psrp_info(s.pool)->way, SA_PSRP_SCRIPT);
    finish(&s);
}

static void test_torn(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"Receive<", .cut = 9, .torn = true, .says = {OUTPUT("one"), OUTPUT("two"), PIPELINE("4")}},
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_string_equal(sa_buf_text(&s.records.text), "output one|output two|");
    finish(&s);
}

/* What belongs to another pipeline is not ours, even under our command. */
static void test_other_pipeline(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"Receive<", .other = true, .says = {OUTPUT("not ours"), PIPELINE("5")}},
        RECEIVE(OUTPUT("ours"), PIPELINE("4")),
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_string_equal(sa_buf_text(&s.records.text), "output ours|");
    finish(&s);
}

static void test_reason_only_in_the_state(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(OUTPUT("one"), FAILED("RuntimeException", "x", "thrown")),
        END,
        COMMAND,
        RECEIVE(PIPELINE("3")),
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_string_equal(sa_buf_text(&s.records.text), "output one|");
    assert_int_equal(s.records.state, SA_PSRP_FAILED);
    assert_string_equal(s.records.reason.id, "RuntimeException");
    assert_string_equal(s.records.reason.message, "thrown");
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_int_equal(s.records.state, SA_PSRP_STOPPED);
    assert_string_equal(s.records.reason.id, "");
    finish(&s);
}

/* Silence: stopped, and when the server says so the runspace takes the next. */
static void test_silence(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"Receive<", .takes_ms = 10000, .says = {OUTPUT("one")}                 },
        NOTHING,
        {"Receive<", .takes_ms = 15000, .says = {{PSRP_PROGRESS_RECORD, "<S/>"}}},
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING, /* 135 s after the last record */
        STOP,
        RECEIVE(OUTPUT("late"), PIPELINE("2")),
        RECEIVE(PIPELINE("3")),
        END,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_TIMEOUT);
    assert_non_null(strstr(s.records.err.message, "said nothing for 120 s"));
    assert_string_equal(sa_buf_text(&s.records.text), "output one|");
    assert_int_equal(run_one(s.pool, &s.records), 0);
    finish(&s);
}

/* It does not stop: the next call has a new runspace. */
static void test_does_not_stop(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        STOP,
        NOTHING,
        END,
        DELETE,
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_TIMEOUT);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    finish(&s);
}

static void test_deadline_of_the_call(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"OperationTimeout>PT10.000S<", .body = SCRIPT_FAULT("2150858793"), .http = 500,
          .takes_ms = 10000},
        STOP,
        RECEIVE(PIPELINE("3")),
        END,
        DELETE,
    };
    struct session s;
    const char *const names[] = {operation(1), operation(0), NULL};

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_names(s.pool, names, script_clock_ms + 10000, &s.records), SA_E_TIMEOUT);
    assert_non_null(strstr(s.records.err.message, "time is up"));
    finish(&s);
}

/* Empty answers, each at once: there is a pause between them. */
static void test_nothing_at_once(void **state)
{
    struct psrp_step steps[SCRIPT_MAX] = {CREATE, OPENED, COMMAND};
    static const struct psrp_step none = {"Receive<", .body = NULL};
    static const struct psrp_step rest[] = {STOP, RECEIVE(PIPELINE("3")), END, DELETE};
    const char *const names[] = {operation(0), NULL};
    size_t n = 3;
    struct session s;

    (void)state;
    for (size_t i = 0; i < 50; i++)
        steps[n++] = none;
    for (size_t i = 0; i < SA_COUNT(rest); i++)
        steps[n++] = rest[i];
    begin_with(&s, steps, n, 0, 0, NULL);
    assert_int_equal(run_names(s.pool, names, script_clock_ms + 10000, &s.records), SA_E_TIMEOUT);
    finish(&s);
}

/* The session's own time: what tidies up has time of its own, nothing else goes out. */
static void test_deadline_of_the_session(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE, OPENED, COMMAND, NOTHING, STOP, END, DELETE,
    };
    struct session s;

    (void)state;
    begin_with(&s, steps, SA_COUNT(steps), 0, script_clock_ms + 15000, NULL);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_TIMEOUT);
    finish(&s);
}

static void test_cancelled(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE, OPENED, COMMAND, RECEIVE(OUTPUT("one")), STOP, END, DELETE,
    };
    atomic_bool stop = false;
    struct session s;

    (void)state;
    begin_with(&s, steps, SA_COUNT(steps), 0, 0, &stop);
    s.script.cancel_at = &stop;
    s.script.cancel_request = 3;
    assert_int_equal(run_one(s.pool, &s.records), SA_E_CANCELLED);
    assert_string_equal(sa_buf_text(&s.records.text), "output one|");
    finish(&s);
}

static void test_caller_has_enough(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,  OPENED,
        COMMAND, RECEIVE(OUTPUT("one"), OUTPUT("two"), OUTPUT("three")),
        STOP,    RECEIVE(PIPELINE("3")),
        END,     DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    s.records.stop_at = 2;
    assert_int_equal(run_one(s.pool, &s.records), SA_E_IO);
    assert_string_equal(s.records.err.message, "enough");
    finish(&s);
}

/* The server keeps no promise: stopped, and the caller is told. */
static void test_hostile_answers(void **state)
{
    static const struct {
        struct psrp_step step;
        int status;
        const char *message;
        bool is_torn; /* the stream itself: nothing behind it can be believed */
    } cases[] = {
        {{"Receive<", .done = true, .says = {OUTPUT("one")}},
         SA_E_PROTOCOL,                                                                            "did not say how",
         false                                                                                                                                                                 },
        {RECEIVE({PSRP_PIPELINE_OUTPUT, "<S>one"}),           SA_E_PROTOCOL,                       NULL,                false                                                  },
        {RECEIVE({PSRP_PIPELINE_OUTPUT, ""}),                 SA_E_PROTOCOL,                       NULL,                false                                                  },
        {RECEIVE({PSRP_PIPELINE_OUTPUT, "<S>a</S><S>b</S>"},  OUTPUT("more")),                     SA_E_PROTOCOL,       NULL,
         false},
        {RECEIVE({PSRP_PIPELINE_STATE, "<S>4</S>"}),                                                   SA_E_PROTOCOL,                                             "no number", false},
        {RECEIVE({PSRP_RUNSPACEPOOL_STATE,
                  "<Obj RefId=\"0\"><MS><I32 N=\"RunspaceState\">5</I32></MS></Obj>"}),
         SA_E_REMOTE, "the runspace is broken",                                                                                                   true                                                                                                                                 },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct psrp_step waits[] = {
            CREATE, OPENED, COMMAND, cases[i].step, STOP, RECEIVE(PIPELINE("3")), END, DELETE};
        const struct psrp_step none[] = {CREATE, OPENED, COMMAND, cases[i].step, STOP, END, DELETE};
        struct session s;
        int r = 0;

        if (cases[i].is_torn)
            BEGIN(&s, none);
        else
            BEGIN(&s, waits);
        r = run_one(s.pool, &s.records);
        if (r != cases[i].status ||
            (cases[i].message != NULL && strstr(s.records.err.message, cases[i].message) == NULL))
            fail_msg("case %zu: %d %s", i, r, s.records.err.message);
        finish(&s);
    }
}

/* Questions: those that want no answer get none, all others an error. */
static void test_host_calls(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(HOST_CALL("-100", "6", "SetShouldExit"), HOST_CALL("x", "1", "Junk"),
                HOST_CALL("7", "23", "Prompt"), OUTPUT("one"), HOST_CALL("8", "11", "ReadLine")),
        {"<r:Stream Name=\"pr\" CommandId=", .body = EMPTY},
        {"<r:Stream Name=\"pr\" CommandId=", .body = EMPTY},
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    struct session s;
    const char *answer = NULL;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_int_equal(s.script.sent[s.script.sent_count - 2], PSRP_PIPELINE_HOST_RESPONSE);
    assert_int_equal(s.script.sent[s.script.sent_count - 1], PSRP_PIPELINE_HOST_RESPONSE);
    answer = sa_buf_text(&s.script.last_data);
    assert_non_null(strstr(answer, "<I64 N=\"ci\">8</I64>"));
    assert_non_null(strstr(answer, "<ToString>ReadLine</ToString><I32>11</I32>"));
    assert_non_null(strstr(answer, "N=\"me\""));
    assert_null(strstr(answer, "N=\"mr\""));
    finish(&s);
}

/* Who asks without end is stopped. */
static void test_questions_without_end(void **state)
{
    struct psrp_step steps[SCRIPT_MAX] = {CREATE, OPENED, COMMAND};
    size_t n = 3;
    static const struct psrp_step ask = RECEIVE(HOST_CALL("7", "23", "Prompt"));
    static const struct psrp_step answered = {"Name=\"pr\"", .body = EMPTY};
    const struct psrp_step rest[] = {ask, STOP, END, DELETE};
    struct session s;

    (void)state;
    for (size_t i = 0; i < SA_LIMIT_PSRP_HOST_CALLS; i++) {
        steps[n++] = ask;
        steps[n++] = answered;
    }
    for (size_t i = 0; i < SA_COUNT(rest); i++)
        steps[n++] = rest[i];
    begin_with(&s, steps, n, 0, 0, NULL);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_LIMIT);
    finish(&s);
}

/* Envelopes are smaller than the script: the rest of it follows with Send. */
static void test_small_envelopes(void **state)
{
    struct sa_buf script = SA_BUF_INIT(SA_MIB);
    struct psrp_step steps[SCRIPT_MAX] = {CREATE, OPENED, COMMAND};
    static const struct psrp_step more = {"<r:Stream Name=\"stdin\" CommandId=", .body = EMPTY};
    static const struct psrp_step rest[] = {RECEIVE(PIPELINE("4")), END, DELETE};
    const char *const names[] = {operation(0), NULL};
    size_t n = 3;
    size_t budget = psrp_budget(SA_KIB);
    size_t sends = 0;
    struct session s;

    (void)state;
    assert_int_equal(sa_psrp_add_script(&script, names, NULL), 0);
    begin_with(&s, steps, SA_COUNT(steps), 1, 0, NULL);
    assert_int_equal(s.pool->room, 4 * SA_KIB);
    s.pool->room = SA_KIB;
    {
        struct sa_psrp_argument arguments[2] = {
            {.name = "Source", .type = SA_PSRP_TEXT,   .text = operation(0)},
            {.name = "Days",   .type = SA_PSRP_NUMBER, .number = 7         }
        };
        const struct psrp_command command = {sa_buf_text(&script), true, arguments, 2};
        struct sa_buf data = SA_BUF_INIT(SA_MIB);

        psrp_add_pipeline(&data, 3, &command, 1);
        sends = (data.len + PSRP_MESSAGE_HEADER - 1) / (budget - PSRP_FRAGMENT_HEADER);
        sa_buf_done(&data);
    }
    assert_true(sends > 0);
    for (size_t i = 0; i < sends; i++)
        steps[n++] = more;
    for (size_t i = 0; i < SA_COUNT(rest); i++)
        steps[n++] = rest[i];
    s.script.count = n;
    assert_int_equal(run_one(s.pool, &s.records), 0);
    assert_int_equal(s.script.scripts, 1);
    for (size_t i = 2; i < 3 + sends; i++)
        assert_true(strlen(s.script.script.requests[i]) < 4 * SA_KIB);
    sa_buf_done(&script);
    finish(&s);
}

/* The server takes less than it should: smaller pieces, from the beginning. */
static void test_too_large(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        {"Command<", .body = SCRIPT_FAULT("2150859025"), .http = 500},
        {"Command<", .body = "",                         .http = 413},
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    static const struct psrp_step never[] = {
        CREATE,
        OPENED,
        {"Command<", .body = "", .http = 413},
        {"Command<", .body = "", .http = 413},
        {"Command<", .body = "", .http = 413},
        {"Command<", .body = "", .http = 413},
        {"Command<", .body = "", .http = 413},
        {"Command<", .body = "", .http = 413},
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    finish(&s);
    BEGIN(&s, never);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_LIMIT);
    finish(&s);
}

#define GONE                                                        \
    {                                                               \
        "Command<", .body = SCRIPT_FAULT("2150858843"), .http = 500 \
    }

/* A shell that was lost before the pipeline began is made once more; later the caller is told. */
static void test_lost(void **state)
{
    static const struct psrp_step before[] = {
        CREATE, OPENED, GONE, DELETE, CREATE, OPENED, COMMAND, RECEIVE(PIPELINE("4")), END, DELETE,
    };
    static const struct psrp_step twice[] = {
        CREATE, OPENED, GONE, DELETE, CREATE, OPENED, GONE, DELETE,
    };
    static const struct psrp_step later[] = {
        CREATE,
        OPENED,
        COMMAND,
        {"Receive<", .body = SCRIPT_FAULT("995"), .http = 500},
        DELETE,
        CREATE,
        OPENED,
        COMMAND,
        RECEIVE(PIPELINE("4")),
        END,
        DELETE,
    };
    static const struct psrp_step network[] = {
        CREATE,
        OPENED,
        {"Command<", .status = SA_E_NETWORK},
        {"Delete<",  .status = SA_E_NETWORK},
    };
    struct session s;

    (void)state;
    BEGIN(&s, before);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    finish(&s);
    BEGIN(&s, twice);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_REMOTE);
    finish(&s);
    BEGIN(&s, later);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_REMOTE);
    assert_int_equal(run_one(s.pool, &s.records), 0);
    finish(&s);
    BEGIN(&s, network);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_NETWORK);
    finish(&s);
}

/* Old servers choose the CommandId themselves, and the server says what it will of the shell. */
static void test_ids_of_the_server(void **state)
{
    static const struct psrp_step steps[] = {
        CREATE,
        OPENED,
        {"Command<",                        .body = SCRIPT_ANSWER(
                         "<r:CommandResponse><r:CommandId>C-7</r:CommandId></r:CommandResponse>")},
        {"DesiredStream CommandId=\"C-7\"",
          .body = SCRIPT_ANSWER("<r:ReceiveResponse><r:CommandState CommandId='c-7' State='x'/>"
                               "</r:ReceiveResponse>")                                                                },
        {"DesiredStream CommandId=\"C-7\"", .status = SA_E_NETWORK                                                   },
        DELETE,
    };
    struct session s;

    (void)state;
    BEGIN(&s, steps);
    assert_int_equal(run_one(s.pool, &s.records), SA_E_NETWORK);
    finish(&s);
}

static void test_more_than_fits(void **state)
{
    struct sa_psrp_record record = {.kind = SA_PSRP_OUTPUT};
    struct records records = {0};
    const struct psrp_ask ask = {.what = "x", .each = keep_record, .payload = &records};
    size_t count = SA_LIMIT_PSRP_RECORDS - 1;
    struct sa_error err = {0};

    (void)state;
    records_clear(&records);
    assert_int_equal(psrp_hand(&ask, &record, &count, &err), 0);
    assert_int_equal(psrp_hand(&ask, &record, &count, &err), SA_E_LIMIT);
    records_clear(&records);
}

static void test_texts(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {NULL,                                  ""                     },
        {"",                                    ""                     },
        {"  a \r\n\t b  ",                      "a b"                  },
        {"\x1B[31mred",                         "\\x1B[31mred"         },
        {"0123456789abcdef",                    "0123456789ab..."      },
        {"0123456789\xC3\xA4\xC3\xA4\xC3\xA4",  "0123456789\xC3\xA4..."},
        {"01234567890\xC3\xA4\xC3\xA4\xC3\xA4", "01234567890..."       },
        {"\xFF\xFE",                            "\\xff\\xfe"           },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        char shown[16];

        psrp_take_text(cases[i].text, shown, sizeof shown);
        if (strcasecmp(shown, cases[i].shown) != 0)
            fail_msg("case %zu: '%s'", i, shown);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind),
        cmocka_unit_test(test_torn),
        cmocka_unit_test(test_other_pipeline),
        cmocka_unit_test(test_reason_only_in_the_state),
        cmocka_unit_test(test_silence),
        cmocka_unit_test(test_does_not_stop),
        cmocka_unit_test(test_deadline_of_the_call),
        cmocka_unit_test(test_nothing_at_once),
        cmocka_unit_test(test_deadline_of_the_session),
        cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_caller_has_enough),
        cmocka_unit_test(test_hostile_answers),
        cmocka_unit_test(test_host_calls),
        cmocka_unit_test(test_questions_without_end),
        cmocka_unit_test(test_small_envelopes),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_lost),
        cmocka_unit_test(test_ids_of_the_server),
        cmocka_unit_test(test_more_than_fits),
        cmocka_unit_test(test_texts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
