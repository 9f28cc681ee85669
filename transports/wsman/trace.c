/* SPDX-License-Identifier: Apache-2.0 */
/* Traces: every envelope as NN-request.xml or NN-response.xml, and a row of messages.tsv for each, as
 * the replay transport reads them. Files are made with mode 0600 and never written over.
 *
 * Envelopes hold no credentials, those are HTTP's. What values of a host may hold is taken out: the
 * content of elements whose names speak of secrets (unless it is a yes, a no or one digit), and in any
 * text what stands behind "password =" and the like. Output of commands is base64 and stays as it is:
 * command_line.c lets no key pass that holds secrets. A trace that cannot be written any more ends the
 * session: half of one misleads. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "syncaudit/text.h"

#include "internal.h"

#define REMOVED "(removed)"

struct wsman_trace {
    int folder;
    int list; /**< messages.tsv */
    unsigned number;
    bool is_broken;
};

/* Redaction ------------------------------------------------------------------------------------ */

static const char *const secret_words[] = {"password", "passwd", "passphrase", "pwd",
                                           "secret",   "apikey", "privatekey", NULL};

static size_t secret_word_at(const char *at, size_t len)
{
    for (const char *const *word = secret_words; *word != NULL; word++) {
        size_t n = strlen(*word);

        if (n <= len && strncasecmp(at, *word, n) == 0)
            return n;
    }
    return 0;
}

static bool has_secret_word(const char *name, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (secret_word_at(name + i, len - i) > 0)
            return true;
    }
    return false;
}

static bool is_harmless(const char *text, size_t len)
{
    while (len > 0 && strchr(" \t\r\n", text[0]) != NULL) {
        text++;
        len--;
    }
    while (len > 0 && strchr(" \t\r\n", text[len - 1]) != NULL)
        len--;
    return len == 0 || (len == 1 && text[0] >= '0' && text[0] <= '9') ||
           (len == 4 && strncasecmp(text, "true", 4) == 0) ||
           (len == 5 && strncasecmp(text, "false", 5) == 0);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* How much of `at` assigns a secret to the word before: " = ", ":", or a blank behind an option. */
static size_t assignment(const char *at, size_t len, bool is_option)
{
    size_t i = 0;

    while (i < len && is_blank(at[i]))
        i++;
    if (i < len && (at[i] == '=' || at[i] == ':')) {
        i++;
        while (i < len && is_blank(at[i]))
            i++;
        return i;
    }
    return is_option ? i : 0;
}

static size_t value_length(const char *at, size_t len)
{
    size_t i = 0;

    if (len > 6 && strncmp(at, "&quot;", 6) == 0) {
        const char *end = memmem(at + 6, len - 6, "&quot;", 6);

        return end != NULL ? (size_t)(end - at) : len;
    }
    if (len > 0 && at[0] == '"') {
        const char *end = memchr(at + 1, '"', len - 1);

        return end != NULL ? (size_t)(end - at) : len;
    }
    while (i < len && !is_blank(at[i]) && at[i] != ';' && at[i] != ',')
        i++;
    return i;
}

static void add_text(struct sa_buf *buf, const char *text, size_t len)
{
    size_t start = 0;
    size_t first = 0; /* of the word that `i` is in */

    for (size_t i = 0; i < len; i++) {
        size_t word = secret_word_at(text + i, len - i);
        size_t at = i + word;
        size_t equals = 0;
        bool is_option = false;

        if (i > 0 && (is_blank(text[i - 1]) || strchr("-/;,\"", text[i - 1]) != NULL))
            first = i;
        if (word == 0)
            continue;
        is_option = first > 0 && strchr("-/", text[first - 1]) != NULL;
        equals = assignment(text + at, len - at, is_option);
        if (equals == 0 || at + equals >= len)
            continue;
        at += equals;
        sa_buf_add(buf, text + start, at - start);
        sa_buf_add_text(buf, REMOVED);
        start = at + value_length(text + at, len - at);
        i = start > i ? start - 1 : i;
    }
    if (start < len)
        sa_buf_add(buf, text + start, len - start);
}

int wsman_add_redacted(struct sa_buf *buf, const char *bytes, size_t len)
{
    const char *at = bytes;
    const char *end = bytes + len;
    bool is_secret = false;

    while (at < end) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        const char *close = NULL;
        const char *name = NULL;
        size_t text_len = (size_t)((tag != NULL ? tag : end) - at);

        if (is_secret && !is_harmless(at, text_len))
            sa_buf_add_text(buf, REMOVED);
        else
            add_text(buf, at, text_len);
        if (tag == NULL)
            break;
        close = memchr(tag, '>', (size_t)(end - tag));
        close = close != NULL ? close + 1 : end;
        name = tag + 1;
        while (name < close && strchr(" \t\r\n/>", *name) == NULL)
            name++;
        is_secret = tag[1] != '/' && has_secret_word(tag + 1, (size_t)(name - tag - 1));
        sa_buf_add(buf, tag, (size_t)(close - tag));
        at = close;
    }
    return sa_buf_status(buf);
}

/* Files ---------------------------------------------------------------------------------------- */

static bool write_all(int file, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(file, bytes, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

static int make_file(int folder, const char *name)
{
    return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

int wsman_trace_open(const char *folder, struct wsman_trace **ret, struct sa_error *err)
{
    static const char head[] = "#msg\tside\taction\tnote\n";
    struct wsman_trace *trace = calloc(1, sizeof *trace);
    int saved = 0;

    *ret = NULL;
    if (trace == NULL)
        return sa_fail_nomem(err);
    trace->list = -1;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        saved = errno;
    trace->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (trace->folder < 0)
        saved = saved != 0 ? saved : errno;
    else
        trace->list = make_file(trace->folder, "messages.tsv");
    if (trace->folder >= 0 && trace->list < 0)
        saved = errno;
    if (trace->list >= 0 && !write_all(trace->list, head, sizeof head - 1))
        saved = errno != 0 ? errno : EIO;
    if (trace->folder >= 0 && trace->list >= 0 && saved != 0 && saved != EEXIST)
        trace->is_broken = true;
    if (trace->list >= 0 && !trace->is_broken) {
        *ret = trace;
        return 0;
    }
    wsman_trace_close(trace);
    (void)sa_fail_errno(err, saved, "cannot begin a trace in '%.300s'", folder);
    sa_hint(err, "name a folder that is empty or not there yet");
    return err != NULL ? err->status : SA_E_IO;
}

void wsman_trace_close(struct wsman_trace *trace)
{
    if (trace == NULL)
        return;
    if (trace->list >= 0)
        (void)close(trace->list);
    if (trace->folder >= 0)
        (void)close(trace->folder);
    free(trace);
}

static void keep(struct wsman_trace *trace, const char *side, const char *action, const char *note,
                 const char *bytes, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(2 * SA_LIMIT_HTTP_REPLY);
    SA_CLEANUP(sa_buf_done) struct sa_buf row = SA_BUF_INIT(SA_KIB);
    char name[32];
    int file = -1;
    bool ok = false;

    (void)snprintf(name, sizeof name, "%02u-%s.xml", trace->number, side);
    sa_buf_addf(&row, "%02u\t%s\t%s\t%s\n", trace->number, side, action, note);
    /* What is not UTF-8 could not be searched for secrets. */
    if (sa_utf8_valid(bytes, len) && memchr(bytes, '\0', len) == NULL)
        (void)wsman_add_redacted(&text, bytes, len);
    file = make_file(trace->folder, name);
    ok = file >= 0 && sa_buf_status(&text) == 0 && write_all(file, sa_buf_text(&text), text.len) &&
         write_all(trace->list, sa_buf_text(&row), row.len);
    if (file >= 0 && close(file) != 0)
        ok = false;
    if (!ok)
        trace->is_broken = true;
}

bool wsman_trace_is_broken(const struct wsman_trace *trace)
{
    return trace != NULL && trace->is_broken;
}

void wsman_trace_request(struct wsman_trace *trace, const char *operation, const char *bytes,
                         size_t len)
{
    if (trace != NULL && !trace->is_broken)
        keep(trace, "request", operation, "", bytes, len);
}

void wsman_trace_response(struct wsman_trace *trace, const char *operation, long status,
                          const char *bytes, size_t len)
{
    char action[64];
    char note[32] = "";

    if (trace == NULL || trace->is_broken)
        return;
    (void)snprintf(action, sizeof action, "%sResponse", operation);
    if (status == 0)
        (void)snprintf(note, sizeof note, "no answer");
    else if (status != 200)
        (void)snprintf(note, sizeof note, "HTTP %ld", status);
    keep(trace, "response", status == 500 ? "fault" : action, note, bytes, len);
    trace->number++;
}
