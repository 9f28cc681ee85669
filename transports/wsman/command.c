/* SPDX-License-Identifier: Apache-2.0 */
/* Command lines in a command shell (WinRS): Create, for each line Command and Receive until it is done, then
 * Delete. A line that is not done is ended by Signal before. One that is done needs none: servers count it
 * until the shell is deleted, and our shells run very few. */
#include <string.h>

#include "syncaudit/datetime.h"

#include "internal.h"

struct lines {
    struct sa_wsman *session;
    struct sa_shell *shell;   /* NULL: none is open */
    struct wsman_fault fault; /* of the last request for a shell or a command */
    int64_t deadline_ms;
    char command_id[SA_SHELL_ID_SIZE];
    bool is_running;
};

struct output {
    struct sa_wsman_output *ret;
    bool is_done;
    bool has_exit_code;
};

static int open_shell(struct lines *lines, const char *line, struct sa_error *err)
{
    const struct sa_shell_options options = {.detail = line, .deadline_ms = lines->deadline_ms};

    return sa_shell_open(lines->session, &options, &lines->shell, err);
}

static void close_shell(struct lines *lines)
{
    if (lines->is_running)
        (void)sa_shell_signal(lines->shell, lines->command_id, SA_SHELL_TERMINATE);
    lines->is_running = false;
    sa_shell_close(lines->shell);
    lines->shell = NULL;
}

static int take_piece(void *payload, const char *stream, const void *bytes, size_t len,
                      struct sa_error *err)
{
    const struct output *output = payload;
    struct sa_buf *ret = output->ret->out;

    if (strcmp(stream, "stderr") == 0)
        ret = output->ret->error_out;
    else if (strcmp(stream, "stdout") != 0)
        return 0;
    if (ret == NULL)
        return 0;
    sa_buf_add(ret, bytes, len);
    if (sa_buf_status(ret) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ret) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "the command printed more than %zu bytes", ret->limit);
    return 0;
}

static int receive(struct lines *lines, struct output *output, struct sa_error *err)
{
    size_t answers = 0;

    while (!output->is_done) {
        struct sa_shell_received got;
        int r = sa_shell_receive(lines->shell, lines->command_id, take_piece, output, &got, err);

        if (r < 0)
            return r;
        if (got.has_exit_code) {
            output->ret->exit_code = got.exit_code;
            output->has_exit_code = true;
        }
        output->is_done = got.is_done;
        if (++answers > SA_LIMIT_WSMAN_PULLS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_PULLS,
                           "the command is not done after %d answers", SA_LIMIT_WSMAN_PULLS);
    }
    /* Windows says it with Done; a stack that does not has nothing to say. */
    if (!output->has_exit_code)
        output->ret->exit_code = 0;
    return 0;
}

static int run_line(struct lines *lines, const char *line, struct sa_wsman_output *ret,
                    struct sa_error *err)
{
    struct output output = {.ret = ret};
    int r = wsman_shell_start_line(lines->shell, line, lines->command_id, err);

    lines->fault = lines->shell->fault;
    if (r < 0)
        return r;
    lines->is_running = true;
    r = receive(lines, &output, err);
    lines->is_running = !output.is_done;
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

static int run_in_shell(struct lines *lines, const char *line, bool *reopened,
                        struct sa_wsman_output *output, struct sa_error *err)
{
    int r = 0;

    sa_shell_expect(lines->shell, line, lines->deadline_ms);
    r = run_line(lines, line, output, err);
    /* `fault` is that of Command: the line has not run. */
    if (r < 0 && !*reopened && is_worth_reopening(&lines->fault)) {
        *reopened = true;
        close_shell(lines);
        r = open_shell(lines, line, err);
        if (r == 0)
            r = run_line(lines, line, output, err);
    }
    return r;
}

static int run_all(struct lines *lines, bool any, sa_wsman_next_fn *next, void *payload,
                   unsigned timeout_ms, struct sa_error *err)
{
    const char *line = NULL;
    struct sa_wsman_output *output = NULL;
    bool reopened = false;
    int r = 0;

    while ((r = next(payload, &line, &output, err)) > 0) {
        r = any ? 0 : wsman_may_run(line, err);
        if (timeout_ms != 0)
            lines->deadline_ms = sa_time_monotonic_ms() + timeout_ms;
        if (r == 0 && lines->shell == NULL)
            r = open_shell(lines, line, err);
        if (r == 0)
            r = run_in_shell(lines, line, &reopened, output, err);
        if (r < 0)
            break;
    }
    return r;
}

static int run(struct sa_wsman *session, bool any, sa_wsman_next_fn *next, void *payload,
               unsigned timeout_ms, struct sa_error *err)
{
    struct lines lines = {.session = session};
    int r = run_all(&lines, any, next, payload, timeout_ms, err);

    if (lines.shell != NULL)
        sa_shell_expect(lines.shell, "", 0);
    close_shell(&lines);
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
