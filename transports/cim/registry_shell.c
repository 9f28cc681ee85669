/* SPDX-License-Identifier: Apache-2.0 */
/* The registry by `reg query` in a WinRS shell: one command line holds dozens of queries.
 *
 *   reg query "HKLM\KEY" [/s | /v "NAME"]&&echo TOKEN.n.0||echo TOKEN.n.1&reg query ...
 *
 * cmd.exe runs the first echo after exit code 0, the second after any other. TOKEN is drawn for each run,
 * so that no data in the registry can pass for a marker. Only keys and names of our own tables go onto
 * a command line, and only characters that cmd.exe takes literally inside quotes: no quote, no %, no !.
 *
 * Exit code 1 means absent or denied, and the text beside it is localised. A failed /v is an absent value
 * when another query opened the same key. A tree is listed by itself too: reg.exe may pass over subkeys
 * that it cannot open, with or without an error, and what the listing names and the tree lacks is left to
 * StdRegProv. Of a tree that ended with an error the values are kept that it printed. */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_private.h"

#define LINE_MAX_LEN 7600 /* cmd.exe stops at 8,191 characters, the caller's own prefix included */
#define TOKEN_LEN    24
#define SHELL_MS     60000

struct shell {
    struct sa_registry *registry;
    struct reg_wanted wanted;
    struct reg_command *commands;
    size_t count, size;
    char token[TOKEN_LEN + 1];
};

bool sa_reg_name_safe(const char *name)
{
    static const char others[] = " ._-\\{}/():$+";
    size_t len = strlen(name);

    if (len == 0 || len > 250 || name[len - 1] == '\\' || name[0] == '\\')
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = name[i];

        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              strchr(others, c) != NULL))
            return false;
    }
    return true;
}

/* Commands ----------------------------------------------------------------------------------------- */

static int add_command(struct shell *s, const char *key, const char *value, bool recurse,
                       enum reg_keep keep, struct sa_error *err)
{
    if (!sa_reg_name_safe(key) || (value != NULL && !sa_reg_name_safe(value)))
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "'%s' cannot stand on a command line",
                       value != NULL ? value : key);
    for (size_t i = 0; i < s->count; i++) {
        struct reg_command *old = &s->commands[i];

        if (old->recurse != recurse || !sa_text_same(old->key, key) ||
            !sa_text_same(old->value, value))
            continue;
        if (old->keep < keep)
            old->keep = keep;
        return 0;
    }
    if (s->count == s->size) {
        size_t wanted = s->size > 0 ? s->size * 2 : 64;
        struct reg_command *commands = realloc(s->commands, wanted * sizeof *commands);

        if (commands == NULL)
            return sa_fail_nomem(err);
        s->commands = commands;
        s->size = wanted;
    }
    s->commands[s->count++] = (struct reg_command){
        .key = key, .value = value, .recurse = recurse, .keep = keep, .end = REG_OPEN};
    return 0;
}

static int plan_request(struct shell *s, const struct sa_reg_request *request, struct sa_error *err)
{
    int r = 0;

    switch (request->scope) {
    case SA_REG_VALUE:
        return request->listed
                   ? add_command(s, request->key, NULL, false, REG_KEEP_WANTED, err)
                   : add_command(s, request->key, request->value, false, REG_KEEP_ALL, err);
    case SA_REG_SUBKEYS:
        return request->listed ? add_command(s, request->key, NULL, false, REG_KEEP_NOTHING, err)
                               : 0;
    case SA_REG_KEY:
        return add_command(s, request->key, NULL, false, REG_KEEP_ALL, err);
    case SA_REG_TREE:
        r = add_command(s, request->key, NULL, false, REG_KEEP_ALL, err);
        return r == 0 ? add_command(s, request->key, NULL, true, REG_KEEP_ALL, err) : r;
    case SA_REG_NAMES:
        break;
    }
    return 0;
}

static int draw_token(char token[TOKEN_LEN + 1], struct sa_error *err)
{
    static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    unsigned char bytes[TOKEN_LEN];

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return sa_fail_errno(err, 0, "no random numbers for the markers of a command");
    for (size_t i = 0; i < TOKEN_LEN; i++)
        token[i] = digits[bytes[i] % 32];
    token[TOKEN_LEN] = '\0';
    return 0;
}

static void add_text(const struct shell *s, size_t at, struct sa_buf *line)
{
    const struct reg_command *command = &s->commands[at];

    sa_buf_addf(line, "reg query \"HKLM\\%s\"", command->key);
    if (command->recurse)
        sa_buf_add_text(line, " /s");
    if (command->value != NULL)
        sa_buf_addf(line, " /v \"%s\"", command->value);
    sa_buf_addf(line, "&&echo %s.%zu.0||echo %s.%zu.1", s->token, at, s->token, at);
}

/* Output ------------------------------------------------------------------------------------------- */

/* Is the line the marker of command `at`? */
static bool is_marker(const struct shell *s, size_t at, const char *line, size_t len,
                      bool *ret_worked)
{
    char expected[TOKEN_LEN + 32];
    int wanted = snprintf(expected, sizeof expected, "%s.%zu.", s->token, at);

    while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\r'))
        len--;
    if (wanted < 0 || len != (size_t)wanted + 1 || memcmp(line, expected, (size_t)wanted) != 0 ||
        (line[wanted] != '0' && line[wanted] != '1'))
        return false;
    *ret_worked = line[wanted] == '0';
    return true;
}

static int take_output(struct shell *s, struct reg_command *command, const char *text, size_t len,
                       struct sa_error *err)
{
    struct reg_key *key = NULL;
    bool odd = false;
    int r = sa_reg_parse(s->registry, command, &s->wanted, text, len, &odd, err);

    if (r == 0)
        r = sa_reg_key_seen(s->registry, NULL, command->key, strlen(command->key), &key, err);
    if (r < 0)
        return r;
    if (odd) {
        sa_reg_doubt(s->registry, command->key);
        return 0;
    }
    command->end = REG_WORKED;
    if (command->value == NULL)
        sa_reg_known(key, true, true);
    return 0;
}

/* A tree of which something could not be opened. Its top is the listing's. */
static int take_rest(struct shell *s, const struct reg_command *command, const char *text,
                     size_t len, struct sa_error *err)
{
    struct reg_command rest = *command;
    const struct reg_key *top = sa_reg_key_find(s->registry, command->key, strlen(command->key));
    bool odd = false;
    int r = 0;

    if (!command->recurse || top == NULL || top->open.state != SA_REG_SET)
        return 0;
    rest.partial = true;
    r = sa_reg_parse(s->registry, &rest, &s->wanted, text, len, &odd, err);
    if (r == 0 && odd)
        sa_reg_doubt(s->registry, command->key);
    return r;
}

/* Cuts the output at the markers of commands `from` up to `to`. What follows a marker that is missing or
 * out of turn stays open. */
static int cut_output(struct shell *s, size_t from, size_t to, const char *text, size_t len,
                      struct sa_error *err)
{
    size_t begin = 0, at = 0;
    int r = 0;

    while (r == 0 && from < to && at < len) {
        const char *end = memchr(text + at, '\n', len - at);
        size_t next = end != NULL ? (size_t)(end - text) + 1 : len;
        size_t line_len = end != NULL ? next - at - 1 : len - at;
        bool worked = false;

        if (is_marker(s, from, text + at, line_len, &worked)) {
            if (worked)
                r = take_output(s, &s->commands[from], text + begin, at - begin, err);
            else
                r = take_rest(s, &s->commands[from], text + begin, at - begin, err);
            if (!worked)
                s->commands[from].end = REG_FAILED;
            from++;
            begin = next;
        }
        at = next;
    }
    return r;
}

/* A value that /v did not find is absent when some query opened its key. */
static int close_values(struct shell *s, struct sa_error *err)
{
    for (size_t i = 0; i < s->count; i++) {
        const struct reg_command *command = &s->commands[i];
        struct reg_key *key = NULL;
        struct sa_reg_value absent = {.state = SA_REG_ABSENT, .text = "", .name = command->value};
        bool opened = false;
        int r = 0;

        if (command->value == NULL || command->end != REG_FAILED)
            continue;
        for (size_t k = 0; k < s->count && !opened; k++)
            opened =
                s->commands[k].end == REG_WORKED && sa_text_same(s->commands[k].key, command->key);
        if (!opened)
            continue;
        r = sa_reg_key_make(s->registry, command->key, strlen(command->key), &key, err);
        if (r == 0)
            r = sa_reg_value_put(s->registry, key, &absent, strlen(command->value), err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* Lines -------------------------------------------------------------------------------------------- */

/* The end of the session, or just of the shell? */
static bool is_final(int status)
{
    return status == SA_E_NETWORK || status == SA_E_AUTH || status == SA_E_CANCELLED ||
           status == SA_E_NOMEM || status == SA_E_IO || status == SA_E_INTERNAL;
}

static int run_line(struct shell *s, struct sa_wsman *session, size_t from, size_t to,
                    const char *line, struct sa_error *ret_refused, struct sa_error *err)
{
    struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REGISTRY_BYTES);
    struct sa_buf error_out = SA_BUF_INIT(SA_MIB);
    struct sa_error why = {0};
    uint32_t code = 0;
    int r = sa_wsman_command(session, line, SHELL_MS, &out, &error_out, &code, &why);

    if (r == 0) {
        s->registry->shell = true;
        r = cut_output(s, from, to, sa_buf_text(&out), out.len, err);
    } else if (is_final(r)) {
        if (err != NULL)
            *err = why;
    } else {
        *ret_refused = why;
        r = 0;
    }
    sa_buf_done(&out);
    sa_buf_done(&error_out);
    return r;
}

/* Fills one line with the commands from `from` on; `*ret_to`: the first that did not fit. */
static int fill_line(const struct shell *s, size_t from, struct sa_buf *line, size_t *ret_to,
                     struct sa_error *err)
{
    struct sa_buf item = SA_BUF_INIT(SA_KIB);
    size_t to = from;
    int r = 0;

    sa_buf_clear(line);
    for (; r == 0 && to < s->count; to++) {
        sa_buf_clear(&item);
        add_text(s, to, &item);
        r = sa_buf_status(&item);
        if (r < 0 || line->len + item.len + 1 > line->limit)
            break;
        if (line->len > 0)
            sa_buf_add_char(line, '&');
        sa_buf_add(line, sa_buf_text(&item), item.len);
    }
    sa_buf_done(&item);
    r = r == 0 ? sa_buf_status(line) : r;
    *ret_to = to;
    return r == 0 ? 0 : sa_fail(err, r, SA_DOMAIN_NONE, 0, "no room for a command line");
}

static int run_lines(struct shell *s, struct sa_wsman *session, struct sa_error *ret_refused,
                     struct sa_error *err)
{
    struct sa_buf line = SA_BUF_INIT(LINE_MAX_LEN);
    size_t from = 0, to = 0;
    int r = 0;

    while (r == 0 && ret_refused->status == 0 && from < s->count) {
        r = fill_line(s, from, &line, &to, err);
        if (r == 0)
            r = run_line(s, session, from, to, sa_buf_text(&line), ret_refused, err);
        from = to;
    }
    sa_buf_done(&line);
    return r;
}

int sa_reg_shell_read(struct sa_registry *registry, struct sa_wsman *session,
                      const struct sa_reg_request *requests, size_t count,
                      struct sa_error *ret_refused, struct sa_error *err)
{
    struct shell s = {
        .registry = registry, .wanted = {requests, count}
    };
    int r = draw_token(s.token, err);

    ret_refused->status = 0;
    for (size_t i = 0; r == 0 && i < count; i++)
        r = plan_request(&s, &requests[i], err);
    if (r == 0)
        r = run_lines(&s, session, ret_refused, err);
    if (r == 0)
        r = close_values(&s, err);
    free(s.commands);
    return r;
}
