/* SPDX-License-Identifier: Apache-2.0 */
/* Command shells (WinRS; [MS-WSMV] 3.1.4.1.11 ff., 2.2.4.7, 2.2.4.31): Create, for each line Command,
 * Receive until it is done, then Delete.
 *
 * A server keeps a shell until its idle time and counts it against MaxShellsPerUser; enough broken
 * audits would lock the next one out. So Delete goes out on every path, also when time is up or the run
 * was cancelled, with a little time of its own. A command that is not done is ended by Signal before. One
 * that is done needs none: servers count it until the shell is deleted, and our shells run very few.
 *
 * Receive may be repeated: what was lost on the way comes again. Create and Command may not. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"
#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "internal.h"

#define SELECTORS_MAX 8
#define SELECTOR_MAX  1024

#define IDLE_TIME     "PT180.000S"

#define STATE_DONE    NS_SHELL "/CommandState/Done"

struct shell {
    struct sa_wsman *session;
    const char *detail;
    struct sa_arena arena; /**< selectors */
    struct sa_wsman_selector *selectors;
    size_t selector_count;
    bool is_open;
    int64_t deadline_ms;
    char command_id[64];
    bool is_running;
};

struct output {
    struct sa_wsman_output *ret;
    bool is_done;
    bool has_exit_code;
};

/* One request to the shell or its command. */
static int ask(struct shell *shell, struct wsman_request *request, struct wsman_answer *ret,
               struct wsman_fault *ret_fault, struct sa_error *err)
{
    request->detail = shell->detail;
    request->resource_uri = URI_CMD;
    request->selectors = shell->selectors;
    request->selector_count = shell->selector_count;
    request->deadline_ms = shell->deadline_ms;
    return wsman_ask(shell->session, request, ret, ret_fault, err);
}

/* Create ----------------------------------------------------------------------------------------- */

static int keep_selectors(struct shell *shell, const xmlNode *set, struct sa_error *err)
{
    shell->selectors = sa_arena_array(&shell->arena, SELECTORS_MAX, sizeof *shell->selectors);
    if (shell->selectors == NULL)
        return sa_fail_nomem(err);
    for (const xmlNode *node = wsman_first(set); node != NULL; node = wsman_next(node)) {
        char value[SELECTOR_MAX];
        struct sa_wsman_selector *selector = &shell->selectors[shell->selector_count];

        if (!wsman_is(node, NS_WSMAN, "Selector"))
            continue;
        if (shell->selector_count >= SELECTORS_MAX || !wsman_word(node, value, sizeof value))
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the shell has more or longer selectors than any should");
        selector->name = sa_arena_text(&shell->arena, wsman_attribute(node, "Name"));
        selector->value = sa_arena_text(&shell->arena, value);
        if (selector->name == NULL || selector->value == NULL)
            return sa_fail_nomem(err);
        shell->selector_count++;
    }
    if (shell->selector_count == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server made a shell and did not say which");
    return 0;
}

static int create(struct shell *shell, struct wsman_fault *ret_fault, struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WINRS_NOPROFILE", "TRUE" },
        {"WINRS_CODEPAGE",  "65001"}
    };
    struct wsman_request request = {
        .operation = "Create",
        .action = NS_XFER "/Create",
        .options = options,
        .option_count = SA_COUNT(options),
        .body = "<r:Shell xmlns:r=\"" NS_SHELL "\"><r:InputStreams>stdin</r:InputStreams>"
                "<r:OutputStreams>stdout stderr</r:OutputStreams>"
                "<r:IdleTimeOut>" IDLE_TIME "</r:IdleTimeOut></r:Shell>",
        .makes_shell = true,
    };
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    const xmlNode *created = NULL;
    int r = ask(shell, &request, &answer, ret_fault, err);

    if (r < 0)
        return r;
    /* The whole set: servers may know a shell by more than its ShellId. */
    created = wsman_child(answer.object, NS_ADDRESS, "ReferenceParameters");
    if (!wsman_is(answer.object, NS_XFER, "ResourceCreated"))
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer to Create names no shell");
    else
        r = keep_selectors(shell, wsman_child(created, NS_WSMAN, "SelectorSet"), err);
    wsman_answer_done(&answer);
    shell->is_open = shell->selector_count > 0;
    return r;
}

/* Closing: outcomes are of no interest, there is nothing to do about them ------------------------- */

static void end_command(struct shell *shell)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    struct wsman_request request = {
        .operation = "Signal",
        .action = NS_SHELL "/Signal",
        .closing = true,
    };

    if (!shell->is_running)
        return;
    shell->is_running = false;
    sa_buf_add_text(&body, "<r:Signal xmlns:r=\"" NS_SHELL "\" CommandId=\"");
    if (wsman_add_escaped(&body, shell->command_id) < 0)
        return;
    sa_buf_add_text(&body, "\"><r:Code>" NS_SHELL "/signal/terminate</r:Code></r:Signal>");
    request.body = sa_buf_text(&body);
    (void)ask(shell, &request, &answer, &fault, NULL);
    wsman_answer_done(&answer);
}

static void close_shell(struct shell *shell)
{
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_fault fault;
    struct wsman_request request = {
        .operation = "Delete",
        .action = NS_XFER "/Delete",
        .body = "",
        .closing = true,
        .repeatable = true, /* a shell that is gone is what is wanted */
    };

    end_command(shell);
    if (shell->is_open) {
        (void)ask(shell, &request, &answer, &fault, NULL);
        wsman_answer_done(&answer);
    }
    shell->is_open = false;
    shell->selector_count = 0;
}

/* Command ---------------------------------------------------------------------------------------- */

static int start(struct shell *shell, const char *line, struct wsman_fault *ret_fault,
                 struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WINRS_CONSOLEMODE_STDIN", "TRUE" },
        {"WINRS_SKIP_CMD_SHELL",    "FALSE"}
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(64 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_request request = {
        .operation = "Command",
        .action = NS_SHELL "/Command",
        .options = options,
        .option_count = SA_COUNT(options),
    };
    int r = 0;

    sa_buf_add_text(&body, "<r:CommandLine xmlns:r=\"" NS_SHELL "\"><r:Command>");
    r = wsman_add_escaped(&body, line);
    sa_buf_add_text(&body, "</r:Command></r:CommandLine>");
    if (r < 0 || sa_buf_status(&body) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "the command is too long or cannot stand in XML");
    request.body = sa_buf_text(&body);
    r = ask(shell, &request, &answer, ret_fault, err);
    if (r < 0)
        return r;
    if (!wsman_is(answer.object, NS_SHELL, "CommandResponse") ||
        !wsman_word(wsman_child(answer.object, NS_SHELL, "CommandId"), shell->command_id,
                    sizeof shell->command_id) ||
        shell->command_id[0] == '\0')
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "the answer to Command names no command");
    wsman_answer_done(&answer);
    shell->is_running = r == 0;
    return r;
}

/* Receive ---------------------------------------------------------------------------------------- */

/* Pieces are decoded one by one, bytes stay bytes: a character may be cut between two pieces. */
static int take_stream(struct output *output, const xmlNode *stream, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    const char *name = wsman_attribute(stream, "Name");
    struct sa_buf *ret = output->ret->out;

    if (strcmp(name, "stderr") == 0)
        ret = output->ret->error_out;
    else if (strcmp(name, "stdout") != 0)
        return 0;
    if (wsman_add_content(stream, &text) < 0)
        return sa_fail_nomem(err);
    if (ret == NULL || text.len == 0)
        return 0;
    if (!sa_base64_decode(sa_buf_text(&text), text.len, ret))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the output of the command is no base64");
    if (sa_buf_status(ret) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ret) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "the command printed more than %zu bytes", ret->limit);
    return 0;
}

static int take_state(struct output *output, const xmlNode *state, struct sa_error *err)
{
    char number[16];

    if (wsman_word(wsman_child(state, NS_SHELL, "ExitCode"), number, sizeof number) &&
        number[0] != '\0') {
        int64_t code = 0;

        /* Unsigned by the specification; some stacks write negative ones. */
        if (sa_parse_i64(number, INT32_MIN, UINT32_MAX, &code) < 0)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the exit code of the command is no number");
        output->ret->exit_code = (uint32_t)code;
        output->has_exit_code = true;
    }
    output->is_done = sa_text_same(wsman_attribute(state, "State"), STATE_DONE);
    return 0;
}

static int take_output(const struct shell *shell, const xmlNode *response, struct output *output,
                       struct sa_error *err)
{
    int r = 0;

    if (!wsman_is(response, NS_SHELL, "ReceiveResponse"))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer to Receive is none");
    for (const xmlNode *node = wsman_first(response); node != NULL && r == 0;
         node = wsman_next(node)) {
        /* Of another command: not ours. */
        if (!sa_text_same(wsman_attribute(node, "CommandId"), shell->command_id))
            continue;
        if (wsman_is(node, NS_SHELL, "Stream"))
            r = take_stream(output, node, err);
        else if (wsman_is(node, NS_SHELL, "CommandState"))
            r = take_state(output, node, err);
    }
    return r;
}

static int receive(struct shell *shell, struct output *output, struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WSMAN_CMDSHELL_OPTION_KEEPALIVE", "TRUE"}
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4 * SA_KIB);
    struct wsman_request request = {
        .operation = "Receive",
        .action = NS_SHELL "/Receive",
        .options = options,
        .option_count = SA_COUNT(options),
        .repeatable = true,
    };
    size_t silent = 0;

    sa_buf_add_text(&body, "<r:Receive xmlns:r=\"" NS_SHELL "\"><r:DesiredStream CommandId=\"");
    if (wsman_add_escaped(&body, shell->command_id) < 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the command's id is no text");
    sa_buf_add_text(&body, "\">stdout stderr</r:DesiredStream></r:Receive>");
    request.body = sa_buf_text(&body);
    while (!output->is_done) {
        struct wsman_answer answer = WSMAN_ANSWER_INIT;
        struct wsman_fault fault;
        int r = ask(shell, &request, &answer, &fault, err);

        if (r == 0)
            r = take_output(shell, answer.object, output, err);
        else if (fault.is_set && wsman_fault_meaning(&fault)->reaction == WSMAN_NO_DATA)
            r = 0; /* the command still works; its deadline ends this */
        wsman_answer_done(&answer);
        if (r < 0)
            return r;
        if (++silent > SA_LIMIT_WSMAN_PULLS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_PULLS,
                           "the command is not done after %d answers", SA_LIMIT_WSMAN_PULLS);
    }
    /* Windows says it with Done; a stack that does not has nothing to say. */
    if (!output->has_exit_code)
        output->ret->exit_code = 0;
    return 0;
}

static int run_line(struct shell *shell, const char *line, struct sa_wsman_output *ret,
                    struct wsman_fault *ret_fault, struct sa_error *err)
{
    struct output output = {.ret = ret};
    int r = start(shell, line, ret_fault, err);

    if (r < 0)
        return r;
    r = receive(shell, &output, err);
    shell->is_running = !output.is_done;
    return r;
}

/* Is the shell, before it did anything, worth a second one? */
static bool is_worth_reopening(const struct wsman_fault *fault)
{
    enum wsman_reaction reaction = WSMAN_GIVE_UP;

    if (!fault->is_set)
        return false;
    reaction = wsman_fault_meaning(fault)->reaction;
    /* Old servers count every operation of a shell until it is deleted, so that waiting is no help. */
    return reaction == WSMAN_REOPEN || reaction == WSMAN_GONE || reaction == WSMAN_BACK_OFF;
}

static int run_in_shell(struct shell *shell, const char *line, bool *reopened,
                        struct sa_wsman_output *output, struct sa_error *err)
{
    struct wsman_fault fault = {0};
    int r = 0;

    shell->detail = line;
    r = run_line(shell, line, output, &fault, err);
    /* `fault` is that of Command: the line has not run. */
    if (r < 0 && !*reopened && is_worth_reopening(&fault)) {
        *reopened = true;
        close_shell(shell);
        r = create(shell, &fault, err);
        if (r == 0)
            r = run_line(shell, line, output, &fault, err);
    }
    return r;
}

static int run_all(struct shell *shell, bool any, sa_wsman_next_fn *next, void *payload,
                   unsigned timeout_ms, struct sa_error *err)
{
    const char *line = NULL;
    struct sa_wsman_output *output = NULL;
    struct wsman_fault fault = {0};
    bool reopened = false;
    int r = 0;

    while ((r = next(payload, &line, &output, err)) > 0) {
        r = any ? 0 : wsman_may_run(line, err);
        shell->detail = line;
        if (timeout_ms != 0)
            shell->deadline_ms = sa_time_monotonic_ms() + timeout_ms;
        if (r == 0 && !shell->is_open)
            r = create(shell, &fault, err);
        if (r == 0)
            r = run_in_shell(shell, line, &reopened, output, err);
        if (r < 0)
            break;
    }
    return r;
}

static int run(struct sa_wsman *session, bool any, sa_wsman_next_fn *next, void *payload,
               unsigned timeout_ms, struct sa_error *err)
{
    struct shell shell = {.session = session, .detail = "", .arena = SA_ARENA_INIT(64 * SA_KIB)};
    int r = run_all(&shell, any, next, payload, timeout_ms, err);

    shell.detail = "";
    close_shell(&shell);
    sa_arena_done(&shell.arena);
    return r;
}

int sa_wsman_commands(struct sa_wsman *session, sa_wsman_next_fn *next, void *payload,
                      unsigned timeout_ms, struct sa_error *err)
{
    return run(session, /* any= */ false, next, payload, timeout_ms, err);
}

/* One line ------------------------------------------------------------------------------------------ */

struct single {
    const char *line; /* NULL: it has run */
    struct sa_wsman_output *output;
};

static int next_single(void *payload, const char **ret_line, struct sa_wsman_output **ret_output,
                       struct sa_error *err)
{
    struct single *single = payload;

    (void)err;
    if (single->line == NULL)
        return 0;
    *ret_line = single->line;
    *ret_output = single->output;
    single->line = NULL;
    return 1;
}

int wsman_run_any(struct sa_wsman *session, const char *line, unsigned timeout_ms,
                  struct sa_wsman_output *output, struct sa_error *err)
{
    struct single single = {line, output};

    return run(session, /* any= */ true, next_single, &single, timeout_ms, err);
}

int sa_wsman_command(struct sa_wsman *session, const char *command_line, unsigned timeout_ms,
                     struct sa_buf *out, struct sa_buf *error_out, uint32_t *ret_exit_code,
                     struct sa_error *err)
{
    struct sa_wsman_output output = {.out = out, .error_out = error_out};
    struct single single = {command_line, &output};
    int r = sa_wsman_commands(session, next_single, &single, timeout_ms, err);

    *ret_exit_code = output.exit_code;
    return r;
}
