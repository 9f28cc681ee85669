/* SPDX-License-Identifier: Apache-2.0 */
/* powershell.exe -OutputFormat XML in a command shell: CLIXML on the standard streams. stdout holds what scripts put
 * out; stderr holds errors as records, or as lines of text that belong together, and the other streams of
 * PowerShell. Each stream may begin anew ("#< CLIXML"), and cmd.exe may have said something before.
 *
 * Everything is gathered until the process has ended, as characters and elements are cut anywhere. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define MARK       "#< CLIXML"
#define ERRORS_MAX (64 * SA_KIB)

struct output {
    struct sa_buf out, error_out;
    int64_t last_ms;
    bool is_done;
    uint32_t exit_code;
};

struct reading {
    const struct psrp_ask *ask;
    struct psrp_outcome *ret;
    size_t records;
    bool is_error_stream;
    const char *xml; /**< of the stream; NULL once it was handed on */
    size_t xml_len;
    struct sa_buf lines;     /**< of errors that came as text */
    struct psrp_reason last; /**< error */
};

static int take_piece(void *payload, const char *stream, const void *bytes, size_t len,
                      struct sa_error *err)
{
    struct output *output = payload;
    struct sa_buf *ret = NULL;

    if (strcmp(stream, "stdout") == 0)
        ret = &output->out;
    else if (strcmp(stream, "stderr") == 0)
        ret = &output->error_out;
    else
        return 0;
    output->last_ms = sa_time_monotonic_ms();
    sa_buf_add(ret, bytes, len);
    if (sa_buf_status(ret) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(ret) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "powershell.exe printed more than %zu bytes", ret->limit);
    return 0;
}

/* Items --------------------------------------------------------------------------------------------- */

static int hand_output(struct reading *reading, const struct sa_clixml_value *item,
                       struct sa_error *err)
{
    const struct sa_psrp_record record = {
        .kind = SA_PSRP_OUTPUT,
        .value = item,
        .xml = reading->xml != NULL ? reading->xml : "",
        .xml_len = reading->xml != NULL ? reading->xml_len : 0,
        .text = "",
    };

    reading->xml = NULL;
    reading->ret->has_handed = true;
    return psrp_hand(reading->ask, &record, &reading->records, err);
}

static int hand_error(struct reading *reading, struct sa_error *err)
{
    const struct sa_psrp_record record = {
        .kind = SA_PSRP_ERROR, .xml = "", .error = &reading->last.error, .text = ""};

    reading->ret->has_handed = true;
    return psrp_hand(reading->ask, &record, &reading->records, err);
}

/* Lines are one error as a person would have read it. The line with its identity is the same in every language. */
static int hand_lines(struct reading *reading, struct sa_error *err)
{
    static const char label[] = "FullyQualifiedErrorId : ";
    const char *text = sa_buf_text(&reading->lines);
    const char *id = strstr(text, label);

    if (reading->lines.len == 0)
        return 0;
    reading->last = (struct psrp_reason){0};
    psrp_take_text(text, reading->last.error.message, sizeof reading->last.error.message);
    if (id != NULL) {
        char word[sizeof reading->last.error.id] = "";
        size_t len = 0;

        id += sizeof label - 1;
        len = strcspn(id, ", \r\n");
        if (len < sizeof word)
            memcpy(word, id, len);
        psrp_take_text(word, reading->last.error.id, sizeof reading->last.error.id);
    }
    sa_buf_clear(&reading->lines);
    return hand_error(reading, err);
}

static int hand_text(struct reading *reading, enum sa_psrp_record_kind kind,
                     const struct sa_clixml_value *item, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_psrp_record record = {.kind = kind, .xml = ""};

    psrp_add_text(item, &text);
    record.text = sa_buf_text(&text);
    reading->ret->has_handed = true;
    return psrp_hand(reading->ask, &record, &reading->records, err);
}

static bool kind_of(const struct reading *reading, const char *stream,
                    enum sa_psrp_record_kind *ret)
{
    static const struct {
        const char *stream;
        enum sa_psrp_record_kind kind;
    } kinds[] = {
        {"Output",      SA_PSRP_OUTPUT     },
        {"Error",       SA_PSRP_ERROR      },
        {"Warning",     SA_PSRP_WARNING    },
        {"Information", SA_PSRP_INFORMATION},
        {"Verbose",     SA_PSRP_VERBOSE    },
        {"Debug",       SA_PSRP_DEBUG      },
    };

    for (size_t i = 0; i < SA_COUNT(kinds); i++) {
        if (sa_text_same(kinds[i].stream, stream)) {
            *ret = kinds[i].kind;
            return true;
        }
    }
    *ret = reading->is_error_stream ? SA_PSRP_ERROR : SA_PSRP_OUTPUT;
    return stream[0] == '\0'; /* else progress */
}

static int take_item(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    struct reading *reading = payload;
    enum sa_psrp_record_kind kind = SA_PSRP_OUTPUT;
    int r = 0;

    if (item->type == SA_CLIXML_PROGRESS || !kind_of(reading, item->stream, &kind))
        return 0;
    if (kind == SA_PSRP_OUTPUT)
        return hand_output(reading, item, err);
    if (kind != SA_PSRP_ERROR)
        return hand_text(reading, kind, item, err);
    if (item->type != SA_CLIXML_OBJECT) {
        const char *text = sa_clixml_text(item);

        if (text != NULL && reading->lines.len + strlen(text) <= ERRORS_MAX)
            sa_buf_add_text(&reading->lines, text);
        return 0;
    }
    r = hand_lines(reading, err);
    psrp_read_error(item, &reading->last);
    return r < 0 ? r : hand_error(reading, err);
}

/* Streams ------------------------------------------------------------------------------------------- */

/* Where the next document begins. Inside of one there is no such text: "<" is escaped, and so are line ends. */
static const char *find_mark(const char *from, size_t left)
{
    const char *end = from + left;
    const char *at = from;

    while ((at = memmem(at, (size_t)(end - at), MARK, sizeof MARK - 1)) != NULL) {
        at += sizeof MARK - 1;
        if (at < end && (*at == '\r' || *at == '\n'))
            return at - (sizeof MARK - 1);
    }
    return NULL;
}

static int read_stream(struct reading *reading, const struct sa_buf *bytes, struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_HOST_MODEL);
    const char *start = sa_buf_text(bytes);
    const char *end = start + bytes->len;
    const char *at = find_mark(start, bytes->len);
    size_t beginnings = 0;
    int r = 0;

    reading->xml = start;
    reading->xml_len = bytes->len;
    /* Before it stand words of cmd.exe, or of a program that was run. */
    if (reading->is_error_stream && at != start) {
        SA_CLEANUP(sa_buf_done) struct sa_buf plain = SA_BUF_INIT(ERRORS_MAX);

        sa_buf_add(&plain, start,
                   at != NULL && (size_t)(at - start) < ERRORS_MAX ? (size_t)(at - start)
                   : bytes->len < ERRORS_MAX                       ? bytes->len
                                                                   : ERRORS_MAX);
        sa_buf_add_text(&reading->lines, sa_buf_text(&plain));
        r = hand_lines(reading, err);
    }
    while (r == 0 && at != NULL) {
        const char *next = find_mark(at + sizeof MARK - 1, (size_t)(end - at) - (sizeof MARK - 1));
        size_t len = (size_t)((next != NULL ? next : end) - at);

        if (++beginnings > SA_LIMIT_PSRP_BEGINNINGS) {
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_BEGINNINGS,
                        "'%.100s': what powershell.exe printed begins more than %d times",
                        reading->ask->what, SA_LIMIT_PSRP_BEGINNINGS);
            break;
        }
        /* A mark with nothing behind it: nothing was said. */
        if (memchr(at + sizeof MARK - 1, '<', len - (sizeof MARK - 1)) != NULL)
            r = sa_clixml_read(at, len, &arena, take_item, reading, err);
        at = next;
    }
    if (r == 0)
        r = hand_lines(reading, err);
    sa_arena_done(&arena);
    return r;
}

static int read_streams(const struct output *output, const struct psrp_ask *ask,
                        struct psrp_outcome *ret, struct sa_error *err)
{
    struct reading reading = {.ask = ask, .ret = ret, .lines = SA_BUF_INIT(2 * ERRORS_MAX)};
    int r = read_stream(&reading, &output->out, err);

    if (r == 0) {
        reading.is_error_stream = true;
        r = read_stream(&reading, &output->error_out, err);
    }
    ret->state = output->exit_code == 0 ? SA_PSRP_COMPLETED : SA_PSRP_FAILED;
    if (ret->state == SA_PSRP_FAILED) {
        ret->reason = reading.last;
        if (ret->reason.error.message[0] == '\0')
            (void)snprintf(ret->reason.error.message, sizeof ret->reason.error.message,
                           "powershell.exe ended with code %u", (unsigned)output->exit_code);
    }
    if (r == 0 && ret->state == SA_PSRP_COMPLETED && output->out.len > 0 &&
        find_mark(sa_buf_text(&output->out), output->out.len) == NULL)
        r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                    "'%.100s': what powershell.exe printed is no CLIXML", ask->what);
    sa_buf_done(&reading.lines);
    return r;
}

/* The process ---------------------------------------------------------------------------------------- */

static int receive(struct sa_psrp *pool, const char *command_id, const char *detail,
                   const struct psrp_ask *ask, struct output *output, struct sa_error *err)
{
    for (size_t answers = 0; !output->is_done; answers++) {
        struct sa_shell_received got;
        int r = psrp_check_time(ask, output->last_ms, err);

        if (r < 0)
            return r;
        if (answers >= SA_LIMIT_WSMAN_PULLS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_PULLS,
                           "'%.100s': not done after %d answers", ask->what, SA_LIMIT_WSMAN_PULLS);
        sa_shell_expect(pool->shell, detail, psrp_wait_until(ask, output->last_ms));
        r = sa_shell_receive(pool->shell, command_id, take_piece, output, &got, err);
        if (r == SA_E_TIMEOUT && psrp_check_time(ask, output->last_ms, err) < 0)
            return r; /* in words of this layer */
        if (r < 0)
            return r;
        if (got.has_exit_code)
            output->exit_code = got.exit_code;
        output->is_done = got.is_done;
    }
    return 0;
}

int psrp_command_open(struct sa_psrp *pool, struct sa_error *err)
{
    const struct sa_shell_options options = {
        .detail = "powershell.exe",
        .deadline_ms = sa_time_monotonic_ms() + pool->open_ms,
    };
    int r = sa_shell_open(pool->session, &options, &pool->shell, err);

    if (r == 0) {
        pool->info.way = SA_PSRP_COMMAND;
        pool->info.protocol[0] = '\0';
        pool->is_settled = true;
    }
    return r;
}

static int ensure_shell(struct sa_psrp *pool, struct sa_error *err)
{
    if (pool->shell != NULL && !pool->is_doubtful)
        return 0;
    psrp_runspace_close(pool);
    if (pool->reopens++ >= SA_LIMIT_PSRP_REOPENS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_REOPENS,
                       "the command shell was lost more than %d times", SA_LIMIT_PSRP_REOPENS);
    return psrp_command_open(pool, err);
}

int psrp_run_command(struct sa_psrp *pool, const char *script, const struct psrp_ask *ask,
                     struct psrp_outcome *ret, struct sa_error *err)
{
    struct output output = {
        .out = SA_BUF_INIT(SA_LIMIT_PSRP_MESSAGE),
        .error_out = SA_BUF_INIT(SA_LIMIT_PSRP_MESSAGE),
        .last_ms = sa_time_monotonic_ms(),
    };
    char command_id[SA_SHELL_ID_SIZE];
    char detail[160];
    struct sa_error own = {0};
    int r = 0;

    *ret = (struct psrp_outcome){0};
    (void)snprintf(detail, sizeof detail, "powershell.exe %.100s", ask->what);
    for (int tries = 0;; tries++) {
        r = ensure_shell(pool, &own);
        if (r < 0)
            break;
        sa_shell_expect(pool->shell, detail, psrp_wait_until(ask, output.last_ms));
        r = sa_shell_start_powershell(pool->shell, script, command_id, &own);
        if (r == 0 || tries > 0 || !sa_shell_is_lost(&own))
            break;
        pool->is_doubtful = true; /* the shell was lost, the command has not run */
    }
    if (r == 0) {
        output.last_ms = sa_time_monotonic_ms();
        r = receive(pool, command_id, detail, ask, &output, &own);
        /* Also when it is done: servers count it until then. */
        if (!sa_shell_signal(pool->shell, command_id, SA_SHELL_TERMINATE) && r < 0)
            pool->is_doubtful = true;
        if (r == 0)
            r = read_streams(&output, ask, ret, &own);
    } else if (pool->shell != NULL && r != SA_E_LIMIT && r != SA_E_INTERNAL) {
        pool->is_doubtful = true;
    }
    if (pool->shell != NULL)
        sa_shell_expect(pool->shell, "", 0);
    if (r < 0 && err != NULL)
        *err = own;
    sa_buf_done(&output.out);
    sa_buf_done(&output.error_out);
    return r;
}
