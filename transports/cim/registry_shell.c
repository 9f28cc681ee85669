/* SPDX-License-Identifier: Apache-2.0 */
/* The registry by `reg query` in a WinRS shell: one command line holds some ninety queries.
 *
 *   reg query HKLM\KEY&&echo TOKENn&                              a listing
 *   reg query HKLM\KEY /s&&echo TOKENn||echo TOKENn-&             a tree
 *   reg query HKLM\KEY /v A&reg query HKLM\KEY /v B&echo TOKENn&  values of one key: a run
 *
 * The marker behind a listing or a tree follows exit code 0, that with a dash any other, that of a run
 * every one. TOKEN is drawn for each reading, so that no data in the registry can pass for a marker. Only
 * keys and names of our own tables go onto a command line, and only characters that cmd.exe takes
 * literally inside quotes: no quote, no %, no !.
 *
 * A line is filled when the one before has been read: what that has shown to be absent is not asked.
 *
 * Exit code 1 means absent or denied, and the text beside it is localised. A value that its run does not
 * print is absent when another query opened the same key. A tree is listed by itself too: reg.exe may pass
 * over subkeys that it cannot open, with or without an error, and what the listing names and the tree
 * lacks is left to StdRegProv. Of a tree that ended with an error the values are kept that it printed. */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_private.h"

#define LINE_MAX_LEN 8100 /* cmd.exe stops at 8,191 characters, the path to itself included */
#define TOKEN_LEN    6    /* of 64 characters each */
#define SHELL_MS     60000

struct shell {
    struct sa_registry *registry;
    struct reg_wanted wanted;
    struct reg_command *commands;
    size_t count, size;
    size_t from, to; /* those of the line that was sent last */
    struct sa_buf line, out, error_out;
    struct sa_wsman_output output;
    bool was_sent, is_lost; /* is_lost: what was printed could not be kept */
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
    if (!sa_reg_name_safe(key) || (value != NULL && value[0] != '\0' && !sa_reg_name_safe(value)))
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
    case SA_REG_EXISTS:
        return add_command(s, request->key, "", false, REG_KEEP_NOTHING, err);
    case SA_REG_NAMES:
        break;
    }
    return 0;
}

static int draw_token(char token[TOKEN_LEN + 1], struct sa_error *err)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:";
    unsigned char bytes[TOKEN_LEN];

    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        return sa_fail_errno(err, 0, "no random numbers for the markers of a command");
    for (size_t i = 0; i < TOKEN_LEN; i++)
        token[i] = digits[bytes[i] % 64];
    token[TOKEN_LEN] = '\0';
    return 0;
}

/* Is it a value by its name? Whether a key is there at all (/ve) is decided like a listing. */
static bool is_run(const struct reg_command *command)
{
    return command->value != NULL && command->value[0] != '\0';
}

/* The last command of a run: values of one key, one after the other. Elsewhere `at` itself. */
static size_t end_of_run(const struct shell *s, size_t at)
{
    while (is_run(&s->commands[at]) && at + 1 < s->count && is_run(&s->commands[at + 1]) &&
           sa_text_same(s->commands[at + 1].key, s->commands[at].key))
        at++;
    return at;
}

static void add_word(struct sa_buf *line, const char *before, const char *word)
{
    static const char bare[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\\_-.";
    const char *quote = word[strspn(word, bare)] == '\0' ? "" : "\"";

    sa_buf_addf(line, "%s%s%s%s", quote, before, word, quote);
}

static void add_query(const struct reg_command *command, struct sa_buf *line)
{
    sa_buf_add_text(line, "reg query ");
    add_word(line, "HKLM\\", command->key);
    if (command->recurse)
        sa_buf_add_text(line, " /s");
    if (command->value == NULL)
        return;
    sa_buf_add_text(line, command->value[0] != '\0' ? " /v " : " /ve");
    if (command->value[0] != '\0')
        add_word(line, "", command->value);
}

/* Commands `from` to `last` with their marker. */
static void add_run(const struct shell *s, size_t from, size_t last, struct sa_buf *line)
{
    const struct reg_command *command = &s->commands[last];

    for (size_t i = from; i <= last; i++) {
        if (i > from)
            sa_buf_add_char(line, '&');
        add_query(&s->commands[i], line);
    }
    sa_buf_addf(line, "%secho %s%zu", is_run(command) ? "&" : "&&", s->token, last);
    if (command->recurse)
        sa_buf_addf(line, "||echo %s%zu-", s->token, last);
}

/* Output ------------------------------------------------------------------------------------------- */

/* Is the line the marker of one of the commands from `from` on? */
static bool is_marker(const struct shell *s, size_t from, const char *line, size_t len,
                      size_t *ret_at, bool *ret_worked)
{
    size_t at = 0, digits = TOKEN_LEN;

    while (len > 0 && (line[len - 1] == ' ' || line[len - 1] == '\r'))
        len--;
    if (len <= TOKEN_LEN || memcmp(line, s->token, TOKEN_LEN) != 0)
        return false;
    *ret_worked = line[len - 1] != '-';
    len -= !*ret_worked;
    for (; digits < len && digits < TOKEN_LEN + 6 && line[digits] >= '0' && line[digits] <= '9';
         digits++)
        at = at * 10 + (size_t)(line[digits] - '0');
    *ret_at = at;
    return digits == len && len > TOKEN_LEN && at >= from && at < s->to &&
           s->commands[at].is_marked && (*ret_worked || s->commands[at].recurse);
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

/* That the key could be opened is all; its unnamed value is not looked at. */
static int take_existence(struct shell *s, struct reg_command *command, struct sa_error *err)
{
    command->end = REG_WORKED;
    return sa_reg_key_seen(s->registry, NULL, command->key, strlen(command->key), NULL, err);
}

/* Values by name: what is printed is there. */
static int take_run(struct shell *s, size_t last, const char *text, size_t len,
                    struct sa_error *err)
{
    size_t first = last;
    bool odd = false;
    int r = 0;

    while (first > s->from && end_of_run(s, first - 1) == last)
        first--;
    r = sa_reg_parse(s->registry, &s->commands[last], &s->wanted, text, len, &odd, err);
    if (r < 0)
        return r;
    if (odd) {
        sa_reg_doubt(s->registry, s->commands[last].key);
        return 0;
    }
    for (size_t i = first; i <= last; i++) {
        struct reg_command *command = &s->commands[i];

        command->end = sa_registry_has(s->registry, command->key, command->value) == SA_REG_SET
                           ? REG_WORKED
                           : REG_FAILED;
        if (command->end == REG_WORKED)
            r = sa_reg_key_seen(s->registry, NULL, command->key, strlen(command->key), NULL, err);
        if (r < 0)
            return r;
    }
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

static int take(struct shell *s, size_t at, bool worked, const char *text, size_t len,
                struct sa_error *err)
{
    struct reg_command *command = &s->commands[at];

    if (is_run(command))
        return take_run(s, at, text, len, err);
    if (!worked)
        return take_rest(s, command, text, len, err);
    return command->value != NULL ? take_existence(s, command, err)
                                  : take_output(s, command, text, len, err);
}

/* Cuts the output of a line at its markers. Commands whose marker is missing stay open. */
static int cut_output(struct shell *s, const char *text, size_t len, struct sa_error *err)
{
    size_t from = s->from, begin = 0, at = 0;
    int r = 0;

    while (r == 0 && from < s->to && at < len) {
        const char *end = memchr(text + at, '\n', len - at);
        size_t next = end != NULL ? (size_t)(end - text) + 1 : len;
        size_t line_len = end != NULL ? next - at - 1 : len - at;
        size_t of = 0;
        bool worked = false;

        if (is_marker(s, from, text + at, line_len, &of, &worked)) {
            r = take(s, of, worked, text + begin, at - begin, err);
            from = of + 1;
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

        if (!is_run(command) || command->end != REG_FAILED)
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

static bool is_absent(const struct shell *s, size_t at)
{
    return sa_registry_key(s->registry, s->commands[at].key)->state == SA_REG_ABSENT;
}

/* Fills the line with the commands that are next, without those whose key has turned out to be absent. */
static int fill_line(struct shell *s, struct sa_error *err)
{
    struct sa_buf item = SA_BUF_INIT(4 * SA_KIB);
    int r = 0;

    s->from = s->to;
    sa_buf_clear(&s->line);
    while (r == 0 && s->to < s->count) {
        size_t last = end_of_run(s, s->to);

        sa_buf_clear(&item);
        if (!is_absent(s, last))
            add_run(s, s->to, last, &item);
        r = sa_buf_status(&item);
        if (r < 0 || s->line.len + item.len + 1 > s->line.limit)
            break;
        if (s->line.len > 0 && item.len > 0)
            sa_buf_add_char(&s->line, '&');
        sa_buf_add(&s->line, sa_buf_text(&item), item.len);
        s->commands[last].is_marked = item.len > 0;
        s->to = last + 1;
    }
    sa_buf_done(&item);
    r = r == 0 ? sa_buf_status(&s->line) : r;
    if (r == 0 && s->to < s->count && s->line.len == 0)
        r = SA_E_LIMIT;
    return r == 0 ? 0 : sa_fail(err, r, SA_DOMAIN_NONE, 0, "no room for a command line");
}

/* sa_wsman_next_fn: reads what the line before has printed, and brings the next one. */
static int next_line(void *payload, const char **ret_line, struct sa_wsman_output **ret_output,
                     struct sa_error *err)
{
    struct shell *s = payload;
    int r = 0;

    if (s->was_sent) {
        s->registry->shell = true;
        r = cut_output(s, sa_buf_text(&s->out), s->out.len, err);
        sa_buf_clear(&s->out);
        sa_buf_clear(&s->error_out);
    }
    if (r == 0)
        r = fill_line(s, err);
    s->is_lost = r < 0;
    if (r < 0)
        return r;
    s->was_sent = s->line.len > 0;
    *ret_line = sa_buf_text(&s->line);
    *ret_output = &s->output;
    return s->was_sent;
}

/* The end of the session, or just of the shell? A connection that was lost here may be a shell's doing (a
 * process that ends, an inspecting proxy): StdRegProv finds out whether the server is still there. */
static bool is_final(int status)
{
    return status == SA_E_AUTH || status == SA_E_CANCELLED || status == SA_E_NOMEM ||
           status == SA_E_IO || status == SA_E_INTERNAL;
}

static int run_lines(struct shell *s, struct sa_wsman *session, struct sa_error *ret_refused,
                     struct sa_error *err)
{
    struct sa_error why = {0};
    int r = 0;

    sa_buf_init(&s->line, LINE_MAX_LEN);
    sa_buf_init(&s->out, SA_LIMIT_REGISTRY_BYTES);
    sa_buf_init(&s->error_out, SA_MIB);
    s->output = (struct sa_wsman_output){.out = &s->out, .error_out = &s->error_out};
    r = sa_wsman_commands(session, next_line, s, SHELL_MS, &why);
    if (r < 0 && (s->is_lost || is_final(r))) {
        if (err != NULL)
            *err = why;
    } else if (r < 0) {
        *ret_refused = why;
        r = 0;
    }
    sa_buf_done(&s->line);
    sa_buf_done(&s->out);
    sa_buf_done(&s->error_out);
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
