/* SPDX-License-Identifier: Apache-2.0 */
/* Shells: what is asked in which order, and that a shell is deleted on every path. */
#include <string.h>

#include "syncaudit/limits.h"

#include "internal.h"
#include "support/test.h"
#include "wsman_script.h"

#define LINE "reg query HKLM\\SOFTWARE\\Microsoft /v X & echo done"

#define CREATED                                                                             \
    SCRIPT_ANSWER("<x:ResourceCreated><a:Address>http://h/wsman</a:Address>"                \
                  "<a:ReferenceParameters><w:ResourceURI>u</w:ResourceURI><w:SelectorSet>"  \
                  "<w:Selector Name='ShellId'>AB-1</w:Selector>"                            \
                  "<w:Selector Name='Other &amp; more'>x&lt;y</w:Selector></w:SelectorSet>" \
                  "</a:ReferenceParameters></x:ResourceCreated><r:Shell/>")
#define STARTED \
    SCRIPT_ANSWER("<r:CommandResponse><r:CommandId>C-1</r:CommandId></r:CommandResponse>")
#define SIGNALED    SCRIPT_ANSWER("<r:SignalResponse/>")
#define DELETED     SCRIPT_ANSWER("")

#define OUT(base64) "<r:Stream Name='stdout' CommandId='c-1'>" base64 "</r:Stream>"
#define ERR(base64) "<r:Stream Name='stderr' CommandId='C-1'>" base64 "</r:Stream>"
#define RUNNING     "<r:CommandState CommandId='C-1' State='" NS_SHELL "/CommandState/Running'/>"
#define DONE(code)                                                            \
    "<r:CommandState CommandId='C-1' State='" NS_SHELL "/CommandState/Done'>" \
    "<r:ExitCode>" code "</r:ExitCode></r:CommandState>"
#define RECEIVED(body) SCRIPT_ANSWER("<r:ReceiveResponse>" body "</r:ReceiveResponse>")

#define NO_DATA        SCRIPT_FAULT("2150858793")
#define GONE           SCRIPT_FAULT("2150858843")
#define QUOTA          SCRIPT_FAULT("2150859174")

#define SCRIPT(array)                              \
    {                                              \
        .steps = (array), .count = SA_COUNT(array) \
    }

struct result {
    struct sa_buf out, error_out;
    uint32_t exit_code;
    struct sa_error err;
};

static int run_with(struct script *script, struct result *result, unsigned timeout_ms,
                    int64_t deadline_ms, const atomic_bool *cancelled)
{
    struct sa_wsman *session = script_open(script, deadline_ms, cancelled);
    int r = 0;

    sa_buf_done(&result->out);
    sa_buf_done(&result->error_out);
    *result = (struct result){.out = SA_BUF_INIT(1000), .error_out = SA_BUF_INIT(1000)};
    r = sa_wsman_command(session, LINE, timeout_ms, &result->out, &result->error_out,
                         &result->exit_code, &result->err);
    sa_wsman_close(session);
    return r;
}

static int run(struct script *script, struct result *result)
{
    return run_with(script, result, 0, 0, NULL);
}

static void done(struct script *script, struct result *result)
{
    script_done(script);
    sa_buf_done(&result->out);
    sa_buf_done(&result->error_out);
}

static void test_bytes_stay_bytes(void **state)
{
    static const struct script_step steps[] = {
        {"transfer/Create<",                                         0, 0,   CREATED,                                   0    },
        {"reg query HKLM\\SOFTWARE\\Microsoft /v X &amp; echo done", 0, 0,   STARTED,                                   0    },
        {"shell/Receive<",                                           0, 0,   RECEIVED(OUT("Qcw=") OUT("") RUNNING),     0    },
        {NULL,                                                       0, 500, NO_DATA,                                   20000},
        {NULL,                                                       0, 0,   RECEIVED(OUT("iA==") ERR("ZXJy") RUNNING), 0    },
        {"shell/Receive<",                                           0, 0,
         RECEIVED(OUT(" b25l\n ") "<r:Stream Name='stdout' CommandId='other'>eHh4</r:Stream>" DONE(
             "4294967295")),
         0                                                                                                                   },
        {"transfer/Delete<",                                         0, 0,   DELETED,                                   0    },
    };
    struct script script = SCRIPT(steps);
    struct result result = {.out = SA_BUF_INIT(1)};

    (void)state;
    assert_int_equal(run(&script, &result), 0);
    /* A character that was cut between two answers. */
    assert_string_equal(sa_buf_text(&result.out), "A\xCC\x88one");
    assert_string_equal(sa_buf_text(&result.error_out), "err");
    assert_int_equal(result.exit_code, UINT32_MAX);
    for (size_t i = 1; i < script.next; i++) {
        assert_non_null(strstr(script.requests[i], "<w:Selector Name=\"ShellId\">AB-1<"));
        assert_non_null(
            strstr(script.requests[i], "<w:Selector Name=\"Other &amp; more\">x&lt;y<"));
    }
    assert_non_null(strstr(script.requests[0], "WINRS_CODEPAGE\">65001<"));
    assert_null(strstr(script.requests[0], "Selector"));
    /* What may go out a second time after a lost connection. */
    assert_false(script.calls[0].repeatable);
    assert_false(script.calls[1].repeatable);
    assert_true(script.calls[2].repeatable);
    assert_false(script.calls[5].closing);
    assert_true(script.calls[6].closing);
    done(&script, &result);
}

struct lines {
    const char *const *lines;
    size_t count, asked;
    struct sa_wsman_output output;
};

static int next_line(void *payload, const char **ret_line, struct sa_wsman_output **ret_output,
                     struct sa_error *err)
{
    struct lines *all = payload;

    (void)err;
    if (all->asked++ == all->count)
        return 0;
    *ret_line = all->lines[all->asked - 1];
    *ret_output = &all->output;
    return 1;
}

static void test_two_lines_share_a_shell(void **state)
{
    static const struct script_step steps[] = {
        {"Create<", 0, 0,   CREATED,                         0},
        {"echo a<", 0, 0,   STARTED,                         0},
        {NULL,      0, 0,   RECEIVED(OUT("YQ==") DONE("0")), 0},
        {"echo b<", 0, 0,   STARTED,                         0},
        {NULL,      0, 0,   RECEIVED(OUT("Yg==") DONE("7")), 0},
        {"Delete<", 0, 500, GONE,                            0},
    };
    static const char *const lines[] = {"echo a", "echo b"};
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct sa_buf out = SA_BUF_INIT(100);
    struct lines all = {.lines = lines, .count = SA_COUNT(lines), .output = {.out = &out}};
    struct sa_error err = {0};

    (void)state;
    /* That the shell is gone already is no error when it is closed. */
    assert_int_equal(sa_wsman_commands(session, next_line, &all, 0, &err), 0);
    assert_string_equal(sa_buf_text(&out), "ab");
    assert_int_equal(all.output.exit_code, 7);
    assert_int_equal(all.asked, 3);
    assert_int_equal(script.next, 6);
    sa_wsman_close(session);
    sa_buf_done(&out);
    script_done(&script);
}

/* What is no answer, and what puts off, does not leave a shell behind. */
static void test_deleted_at_the_second_try(void **state)
{
    static const struct {
        struct script_step first;
        bool again;
    } cases[] = {
        {{"Delete<", 0, 503, "", 0},                         true },
        {{"Delete<", 0, 500, "", 0},                         true },
        {{"Delete<", 0, 302, "", 0},                         true },
        {{"Delete<", 0, 500, SCRIPT_FAULT("2150859174"), 0}, true },
        {{"Delete<", 0, 200, "<html", 0},                    true },
        {{"Delete<", SA_E_PROTOCOL, 0, "", 0},               true },
        {{"Delete<", SA_E_TIMEOUT, 0, "", 0},                true },
        {{"Delete<", SA_E_NETWORK, 0, "", 0},                false},
        {{"Delete<", SA_E_AUTH, 0, "", 0},                   false},
        {{"Delete<", 0, 500, SCRIPT_FAULT("5"), 0},          false},
        {{"Delete<", 0, 500, GONE, 0},                       false},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct script_step steps[] = {
            {"Create<",  0, 0,   CREATED,           0},
            {"Command<", 0, 500, SCRIPT_FAULT("5"), 0},
            cases[i].first,
            {"Delete<",  0, 0,   DELETED,           0},
        };
        struct script script = SCRIPT(steps);
        struct sa_wsman *session = script_open(&script, 0, NULL);
        static const char *const line[] = {"echo a"};
        struct lines all = {.lines = line, .count = 1};
        struct sa_error err = {0};

        assert_int_equal(sa_wsman_commands(session, next_line, &all, 0, &err), SA_E_DENIED);
        assert_int_equal(script.next, cases[i].again ? 4 : 3);
        sa_wsman_close(session);
        script_done(&script);
    }
}

/* Each path that ends early ends with Delete. */
static void test_deleted_on_every_path(void **state)
{
    static const struct script_step refused[] = {
        {"Create<",  0, 0,   CREATED,           0},
        {"Command<", 0, 500, SCRIPT_FAULT("5"), 0},
        {"Delete<",  0, 0,   DELETED,           0}
    };
    static const struct script_step no_id[] = {
        {"Create<",  0, 0, CREATED,                               0},
        {"Command<", 0, 0, SCRIPT_ANSWER("<r:CommandResponse/>"), 0},
        {"Delete<",  0, 0, DELETED,                               0}
    };
    static const struct script_step lost[] = {
        {"Create<",  0,            0, CREATED, 0},
        {"Command<", SA_E_NETWORK, 0, "",      0},
        {"Delete<",  SA_E_NETWORK, 0, "",      0}
    };
    static const struct script_step lost_later[] = {
        {"Create<",  0,            0, CREATED, 0},
        {"Command<", 0,            0, STARTED, 0},
        {"Receive<", SA_E_NETWORK, 0, "",      0},
        {"Signal<",  SA_E_NETWORK, 0, "",      0},
        {"Delete<",  0,            0, DELETED, 0}
    };
    static const struct script_step no_base64[] = {
        {"Create<",  0, 0, CREATED,                       0},
        {"Command<", 0, 0, STARTED,                       0},
        {"Receive<", 0, 0, RECEIVED(OUT("!!") DONE("0")), 0},
        {"Signal<",  0, 0, SIGNALED,                      0},
        {"Delete<",  0, 0, DELETED,                       0}
    };
    static const struct script_step no_number[] = {
        {"Create<",  0, 0, CREATED,             0},
        {"Command<", 0, 0, STARTED,             0},
        {"Receive<", 0, 0, RECEIVED(DONE("x")), 0},
        {"Signal<",  0, 0, SIGNALED,            0},
        {"Delete<",  0, 0, DELETED,             0}
    };
    static const struct script_step no_answer[] = {
        {"Create<",  0, 0, CREATED,  0},
        {"Command<", 0, 0, STARTED,  0},
        {"Receive<", 0, 0, SIGNALED, 0},
        {"Signal<",  0, 0, SIGNALED, 0},
        {"Delete<",  0, 0, DELETED,  0}
    };
    static const struct script_step gone[] = {
        {"Create<",  0, 0,   CREATED, 0},
        {"Command<", 0, 0,   STARTED, 0},
        {"Receive<", 0, 500, GONE,    0},
        {"Signal<",  0, 500, GONE,    0},
        {"Delete<",  0, 500, GONE,    0}
    };
    struct {
        struct script script;
        int status;
    } cases[] = {
        {SCRIPT(refused),    SA_E_DENIED  },
        {SCRIPT(no_id),      SA_E_PROTOCOL},
        {SCRIPT(lost),       SA_E_NETWORK },
        {SCRIPT(lost_later), SA_E_NETWORK },
        {SCRIPT(no_base64),  SA_E_PROTOCOL},
        {SCRIPT(no_number),  SA_E_PROTOCOL},
        {SCRIPT(no_answer),  SA_E_PROTOCOL},
        {SCRIPT(gone),       SA_E_REMOTE  },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct result result = {.out = SA_BUF_INIT(1)};
        int r = run(&cases[i].script, &result);

        if (r != cases[i].status)
            printf("case %zu: %d %s\n", i, r, result.err.message);
        assert_int_equal(r, cases[i].status);
        assert_int_equal(cases[i].script.next, cases[i].script.count);
        done(&cases[i].script, &result);
    }
}

static void test_no_shell_no_delete(void **state)
{
    static const struct script_step policy[] = {
        {"Create<", 0, 500, SCRIPT_FAULT("2150859180"), 0}
    };
    static const struct script_step nameless[] = {
        {"Create<", 0, 0, SCRIPT_ANSWER("<r:Shell/>"), 0}
    };
    static const struct script_step lost[] = {
        {"Create<", SA_E_NETWORK, 0, "", 0}
    };
    struct script scripts[] = {SCRIPT(policy), SCRIPT(nameless), SCRIPT(lost)};
    static const int statuses[] = {SA_E_DENIED, SA_E_PROTOCOL, SA_E_NETWORK};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(scripts); i++) {
        struct result result = {.out = SA_BUF_INIT(1)};

        assert_int_equal(run(&scripts[i], &result), statuses[i]);
        done(&scripts[i], &result);
    }
}

/* Time is up while the command runs: it is ended, the shell deleted, both with time of their own. */
static void test_time_is_up(void **state)
{
    static const struct script_step steps[] = {
        {"Create<",  0, 0,   CREATED,                       0  },
        {"Command<", 0, 0,   STARTED,                       0  },
        {"Receive<", 0, 0,   RECEIVED(OUT("YQ==") RUNNING), 600},
        {"Receive<", 0, 500, NO_DATA,                       600},
        {"Signal<",  0, 0,   SIGNALED,                      100},
        {"Delete<",  0, 0,   DELETED,                       0  },
    };
    struct result result = {.out = SA_BUF_INIT(1)};

    (void)state;
    for (int whose = 0; whose < 2; whose++) {
        struct script script = SCRIPT(steps);

        assert_int_equal(run_with(&script, &result, whose == 0 ? 1000 : 0,
                                  whose == 1 ? script_clock_ms + 1000 : 0, NULL),
                         SA_E_TIMEOUT);
        assert_int_equal(script.next, 6);
        assert_true(script.calls[4].closing && script.calls[5].closing);
        assert_true(script.calls[5].timeout_ms > 0 && script.calls[5].timeout_ms <= 5000);
        script_done(&script);
    }
    sa_buf_done(&result.out);
    sa_buf_done(&result.error_out);
}

static atomic_bool stop;

static int exchange_and_cancel(void *transport, const struct sa_wsman_call *call,
                               struct sa_buf *reply, long *ret_status, bool *ret_sent,
                               struct sa_error *err)
{
    struct script *script = transport;

    if (script->next == 2)
        atomic_store(&stop, true);
    return script_exchange(transport, call, reply, ret_status, ret_sent, err);
}

static void test_cancelled(void **state)
{
    static const struct script_step steps[] = {
        {"Create<",  0, 0, CREATED,           0},
        {"Command<", 0, 0, STARTED,           0},
        {"Receive<", 0, 0, RECEIVED(RUNNING), 0},
        {"Signal<",  0, 0, SIGNALED,          0},
        {"Delete<",  0, 0, DELETED,           0},
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = NULL;
    struct sa_buf out = SA_BUF_INIT(100);
    struct sa_error err = {0};
    uint32_t code = 0;
    const struct sa_wsman_options options = {.to = "http://h/wsman",
                                             .exchange = exchange_and_cancel,
                                             .transport = &script,
                                             .cancelled = &stop};

    (void)state;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    assert_int_equal(sa_wsman_command(session, LINE, 0, &out, NULL, &code, &err), SA_E_CANCELLED);
    assert_int_equal(script.next, 5);
    sa_wsman_close(session);
    sa_buf_done(&out);
    script_done(&script);
}

static void test_more_than_fits(void **state)
{
    static const struct script_step steps[] = {
        {"Create<",  0, 0, CREATED,                                         0},
        {"Command<", 0, 0, STARTED,                                         0},
        {"Receive<", 0, 0, RECEIVED(OUT("YWFhYWFhYWFhYWFhYWFh") DONE("0")), 0},
        {"Signal<",  0, 0, SIGNALED,                                        0},
        {"Delete<",  0, 0, DELETED,                                         0},
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct sa_buf out = SA_BUF_INIT(10);
    struct sa_error err = {0};
    uint32_t code = 0;

    (void)state;
    assert_int_equal(sa_wsman_command(session, LINE, 0, &out, NULL, &code, &err), SA_E_LIMIT);
    assert_int_equal(script.next, 5);
    sa_wsman_close(session);
    sa_buf_done(&out);
    script_done(&script);
}

/* A shell that is lost before the command ran is made once more; so is one whose operations are used
 * up. One try more for a shell whose host process did not start. */
static void test_reopened_once(void **state)
{
    static const struct script_step steps[] = {
        {"Create<",  0, 500, SCRIPT_FAULT("1018"), 0},
        {"Create<",  0, 0,   CREATED,              0},
        {"Command<", 0, 500, GONE,                 0},
        {"Delete<",  0, 500, GONE,                 0},
        {"Create<",  0, 0,   CREATED,              0},
        {"Command<", 0, 0,   STARTED,              0},
        {"Receive<", 0, 0,   RECEIVED(DONE("0")),  0},
        {"Delete<",  0, 0,   DELETED,              0},
    };
    static const struct script_step twice[] = {
        {"Create<",  0, 0,   CREATED, 0},
        {"Command<", 0, 500, GONE,    0},
        {"Delete<",  0, 0,   DELETED, 0},
        {"Create<",  0, 0,   CREATED, 0},
        {"Command<", 0, 500, GONE,    0},
        {"Delete<",  0, 0,   DELETED, 0},
    };
    static const struct script_step never[] = {
        {"Create<", 0, 500, SCRIPT_FAULT("1018"), 0},
        {"Create<", 0, 500, SCRIPT_FAULT("1018"), 0},
    };
    struct script scripts[] = {SCRIPT(steps), SCRIPT(twice), SCRIPT(never)};
    static const int statuses[] = {0, SA_E_REMOTE, SA_E_REMOTE};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(scripts); i++) {
        struct result result = {.out = SA_BUF_INIT(1)};

        assert_int_equal(run(&scripts[i], &result), statuses[i]);
        assert_int_equal(scripts[i].next, scripts[i].count);
        done(&scripts[i], &result);
    }
}

static void test_quota_of_shells(void **state)
{
    static const struct script_step steps[] = {
        {"Create<",  0, 500, SCRIPT_FAULT("2150859173"), 0},
        {"Create<",  0, 500, SCRIPT_FAULT("2150859173"), 0},
        {"Create<",  0, 0,   CREATED,                    0},
        {"Command<", 0, 500, QUOTA,                      0},
        {"Command<", 0, 0,   STARTED,                    0},
        {"Receive<", 0, 0,   RECEIVED(DONE("0")),        0},
        {"Delete<",  0, 0,   DELETED,                    0},
    };
    struct script script = SCRIPT(steps);
    struct result result = {.out = SA_BUF_INIT(1)};

    (void)state;
    assert_int_equal(run(&script, &result), 0);
    assert_true(script_waits > 0);
    done(&script, &result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes_stay_bytes),
        cmocka_unit_test(test_two_lines_share_a_shell),
        cmocka_unit_test(test_deleted_on_every_path),
        cmocka_unit_test(test_deleted_at_the_second_try),
        cmocka_unit_test(test_no_shell_no_delete),
        cmocka_unit_test(test_time_is_up),
        cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_more_than_fits),
        cmocka_unit_test(test_reopened_once),
        cmocka_unit_test(test_quota_of_shells),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
