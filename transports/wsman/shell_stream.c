/* SPDX-License-Identifier: Apache-2.0 */
/* What goes into a shell and comes out of it ([MS-WSMV] 2.2.4.7, 2.2.4.31, 2.2.4.38, 3.1.4.1.13 ff.): Command,
 * Receive, Send, Signal.
 *
 * Receive may be repeated: what was lost on the way comes again. Command and Send may not. Output comes in
 * base64, in pieces that are cut anywhere; they are decoded one by one and stay bytes here. */
#include <string.h>

#include "syncaudit/base64.h"
#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "internal.h"

#define STATE_DONE NS_SHELL "/CommandState/Done"

/* The least time between two answers without content. */
#define EMPTY_MS 200

/* cmd.exe takes 8191 characters, "...\\cmd.exe /c" before them included. */
#define LINE_MAX_LENGTH 8100

/* Command ---------------------------------------------------------------------------------------- */

static int too_long(struct sa_error *err)
{
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                   "the command is too long or cannot stand in XML");
}

static int start(struct sa_shell *shell, const struct sa_buf *body,
                 const struct sa_wsman_selector *options, size_t option_count,
                 char ret_id[SA_SHELL_ID_SIZE], struct sa_error *err)
{
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_request request = {
        .operation = "Command",
        .action = NS_SHELL "/Command",
        .options = options,
        .option_count = option_count,
        .body = sa_buf_text(body),
    };
    int r = wsman_shell_ask(shell, &request, &answer, err);

    ret_id[0] = '\0';
    if (r < 0)
        return r;
    if (!wsman_is(answer.object, NS_SHELL, "CommandResponse") ||
        !wsman_word(wsman_child(answer.object, NS_SHELL, "CommandId"), ret_id, SA_SHELL_ID_SIZE) ||
        ret_id[0] == '\0')
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "the answer to Command names no command");
    wsman_answer_done(&answer);
    return r;
}

int sa_shell_start_pipeline(struct sa_shell *shell, const char *id, const void *fragment,
                            size_t len, char ret_id[SA_SHELL_ID_SIZE], struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WINRS_SKIP_CMD_SHELL", "FALSE"},
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(SA_MIB);
    int r = 0;

    ret_id[0] = '\0';
    sa_buf_add_text(&body, "<r:CommandLine xmlns:r=\"" NS_SHELL "\" CommandId=\"");
    r = wsman_add_escaped(&body, id);
    sa_buf_add_text(&body, "\"><r:Command/><r:Arguments>");
    sa_base64_add(&body, fragment, len);
    sa_buf_add_text(&body, "</r:Arguments></r:CommandLine>");
    if (r < 0 || sa_buf_status(&body) < 0)
        return too_long(err);
    return start(shell, &body, options, SA_COUNT(options), ret_id, err);
}

int wsman_shell_start_line(struct sa_shell *shell, const char *line, char ret_id[SA_SHELL_ID_SIZE],
                           struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WINRS_CONSOLEMODE_STDIN", "TRUE" },
        {"WINRS_SKIP_CMD_SHELL",    "FALSE"}
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(64 * SA_KIB);
    int r = 0;

    ret_id[0] = '\0';
    sa_buf_add_text(&body, "<r:CommandLine xmlns:r=\"" NS_SHELL "\"><r:Command>");
    r = wsman_add_escaped(&body, line);
    sa_buf_add_text(&body, "</r:Command></r:CommandLine>");
    if (r < 0 || sa_buf_status(&body) < 0)
        return too_long(err);
    return start(shell, &body, options, SA_COUNT(options), ret_id, err);
}

/* UTF-16LE, as -EncodedCommand wants it. */
static int add_utf16(struct sa_buf *ret, const char *text)
{
    size_t left = strlen(text);

    while (left > 0) {
        uint32_t c = 0;
        size_t n = sa_utf8_next((const unsigned char *)text, left, &c);
        uint32_t low = c;

        if (n == 0)
            return SA_E_INTERNAL;
        if (c > 0xFFFF) {
            uint32_t high = 0xD800 + ((c - 0x10000) >> 10);
            char unit[2] = {(char)high, (char)(high >> 8)};

            sa_buf_add(ret, unit, 2);
            low = 0xDC00 + ((c - 0x10000) & 0x3FF);
        }
        sa_buf_add(ret, (char[2]){(char)low, (char)(low >> 8)}, 2);
        text += n;
        left -= n;
    }
    return sa_buf_status(ret);
}

int sa_shell_start_powershell(struct sa_shell *shell, const char *script,
                              char ret_id[SA_SHELL_ID_SIZE], struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf units = SA_BUF_INIT(64 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT(LINE_MAX_LENGTH);

    ret_id[0] = '\0';
    if (add_utf16(&units, script) == SA_E_INTERNAL)
        return too_long(err);
    sa_buf_add_text(&line, "powershell.exe -NoProfile -NonInteractive -OutputFormat XML "
                           "-EncodedCommand ");
    sa_base64_add(&line, sa_buf_text(&units), units.len);
    if (sa_buf_status(&units) < 0 || sa_buf_status(&line) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, LINE_MAX_LENGTH,
                       "a script of %zu characters does not fit into a command line",
                       strlen(script));
    return wsman_shell_start_line(shell, sa_buf_text(&line), ret_id, err);
}

/* Receive ---------------------------------------------------------------------------------------- */

struct receipt {
    const char *command; /* NULL: the shell */
    sa_shell_stream_fn *each;
    void *payload;
    struct sa_shell_received *ret;
    size_t *pieces;
};

static int take_stream(const struct receipt *receipt, const xmlNode *stream, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    int r = 0;

    if (wsman_add_content(stream, &text) < 0)
        return sa_fail_nomem(err);
    if (text.len == 0)
        return 0;
    if (!sa_base64_decode(sa_buf_text(&text), text.len, &bytes))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the output of the command is no base64");
    if (sa_buf_status(&bytes) < 0)
        return sa_fail_nomem(err);
    if (bytes.len == 0)
        return 0;
    (*receipt->pieces)++;
    r = receipt->each(receipt->payload, wsman_attribute(stream, "Name"), sa_buf_text(&bytes),
                      bytes.len, err);
    return r < 0 ? r : 0;
}

static int take_state(const struct receipt *receipt, const xmlNode *state, struct sa_error *err)
{
    char number[16];

    if (wsman_word(wsman_child(state, NS_SHELL, "ExitCode"), number, sizeof number) &&
        number[0] != '\0') {
        int64_t code = 0;

        /* Unsigned by the specification; some stacks write negative ones. */
        if (sa_parse_i64(number, INT32_MIN, UINT32_MAX, &code) < 0)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the exit code of the command is no number");
        receipt->ret->exit_code = (uint32_t)code;
        receipt->ret->has_exit_code = true;
    }
    receipt->ret->is_done = sa_text_same(wsman_attribute(state, "State"), STATE_DONE);
    return 0;
}

static int take_output(const struct receipt *receipt, const xmlNode *response, struct sa_error *err)
{
    int r = 0;

    if (!wsman_is(response, NS_SHELL, "ReceiveResponse"))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the answer to Receive is none");
    for (const xmlNode *node = wsman_first(response); node != NULL && r == 0;
         node = wsman_next(node)) {
        /* Of another command: not ours. */
        if (!sa_text_same(wsman_attribute(node, "CommandId"),
                          receipt->command != NULL ? receipt->command : ""))
            continue;
        if (wsman_is(node, NS_SHELL, "Stream"))
            r = take_stream(receipt, node, err);
        else if (wsman_is(node, NS_SHELL, "CommandState"))
            r = take_state(receipt, node, err);
    }
    return r;
}

int sa_shell_receive(struct sa_shell *shell, const char *command, sa_shell_stream_fn *each,
                     void *payload, struct sa_shell_received *ret, struct sa_error *err)
{
    static const struct sa_wsman_selector options[] = {
        {"WSMAN_CMDSHELL_OPTION_KEEPALIVE", "TRUE"}
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    size_t pieces = 0;
    const struct receipt receipt = {command, each, payload, ret, &pieces};
    int64_t began_ms = sa_time_monotonic_ms();
    struct wsman_request request = {
        .operation = "Receive",
        .action = NS_SHELL "/Receive",
        .options = options,
        .option_count = SA_COUNT(options),
        .repeatable = true,
    };
    int r = 0;

    *ret = (struct sa_shell_received){0};
    sa_buf_add_text(&body, "<r:Receive xmlns:r=\"" NS_SHELL "\"><r:DesiredStream");
    if (command != NULL) {
        sa_buf_add_text(&body, " CommandId=\"");
        r = wsman_add_escaped(&body, command);
        sa_buf_add_char(&body, '"');
    }
    if (r < 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the command's id is no text");
    sa_buf_addf(&body, ">%s</r:DesiredStream></r:Receive>",
                shell->resource_uri == shell->uri ? "stdout" : "stdout stderr");
    request.body = sa_buf_text(&body);
    r = wsman_shell_ask(shell, &request, &answer, err);
    if (r == 0) {
        r = take_output(&receipt, answer.object, err);
    } else if (shell->fault.is_set &&
               wsman_fault_meaning(&shell->fault)->reaction == WSMAN_NO_DATA) {
        ret->is_nothing = true;
        r = 0;
    }
    wsman_answer_done(&answer);
    /* A server that says nothing at once would be asked thousands of times. */
    if (r == 0 && pieces == 0 && !ret->is_done && !ret->is_nothing &&
        sa_time_monotonic_ms() - began_ms < EMPTY_MS)
        wsman_pause(EMPTY_MS);
    return r;
}

/* Send and Signal ----------------------------------------------------------------------------------- */

int sa_shell_send(struct sa_shell *shell, const char *stream, const char *command,
                  const void *bytes, size_t len, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(SA_MIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_request request = {.operation = "Send", .action = NS_SHELL "/Send"};
    int r = 0;

    sa_buf_addf(&body, "<r:Send xmlns:r=\"" NS_SHELL "\"><r:Stream Name=\"%s\"", stream);
    if (command != NULL) {
        sa_buf_add_text(&body, " CommandId=\"");
        r = wsman_add_escaped(&body, command);
        sa_buf_add_char(&body, '"');
    }
    sa_buf_add_char(&body, '>');
    sa_base64_add(&body, bytes, len);
    sa_buf_add_text(&body, "</r:Stream></r:Send>");
    if (r < 0 || sa_buf_status(&body) < 0)
        return too_long(err);
    request.body = sa_buf_text(&body);
    r = wsman_shell_ask(shell, &request, &answer, err);
    wsman_answer_done(&answer);
    return r;
}

bool sa_shell_signal(struct sa_shell *shell, const char *command, enum sa_shell_signal signal)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4 * SA_KIB);
    struct wsman_answer answer = WSMAN_ANSWER_INIT;
    struct wsman_request request = {
        .operation = "Signal",
        .action = NS_SHELL "/Signal",
        .closing = true,
    };
    int r = 0;

    sa_buf_add_text(&body, "<r:Signal xmlns:r=\"" NS_SHELL "\" CommandId=\"");
    if (wsman_add_escaped(&body, command) < 0)
        return false;
    sa_buf_addf(&body, "\"><r:Code>%s</r:Code></r:Signal>",
                signal == SA_SHELL_TERMINATE ? NS_SHELL "/signal/terminate"
                                             : "powershell/signal/ctrl_c");
    request.body = sa_buf_text(&body);
    r = wsman_shell_ask(shell, &request, &answer, NULL);
    wsman_answer_done(&answer);
    return r == 0;
}
