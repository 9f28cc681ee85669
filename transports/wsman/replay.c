/* SPDX-License-Identifier: Apache-2.0 */
/* A transport that plays recorded answers in their order, whatever is asked. RelatesTo is made to name
 * the request; all else is as it was recorded. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/text.h"

#include "internal.h"

#define LIST_MAX   SA_MIB
#define ANSWER_MAX 10000

struct sa_wsman_replay {
    char *folder;
    struct sa_buf list; /**< messages.tsv */
    size_t next;
};

static int read_file(const char *path, struct sa_buf *ret, struct sa_error *err)
{
    FILE *file = fopen(path, "re");
    char part[16384];
    size_t n = 0;
    bool failed = false;

    if (file == NULL)
        return sa_fail_errno(err, errno, "cannot read '%.300s'", path);
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        sa_buf_add(ret, part, n);
    failed = ferror(file) != 0;
    (void)fclose(file);
    if (failed)
        return sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "cannot read '%.300s'", path);
    if (sa_buf_status(ret) == SA_E_LIMIT)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)ret->limit,
                       "'%.300s' has more than %zu bytes", path, ret->limit);
    return sa_buf_status(ret) < 0 ? sa_fail_nomem(err) : 0;
}

int sa_wsman_replay_open(const char *folder, struct sa_wsman_replay **ret, struct sa_error *err)
{
    struct sa_wsman_replay *replay = calloc(1, sizeof *replay);
    SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(SA_LIMIT_NAME);
    int r = 0;

    *ret = NULL;
    if (replay == NULL)
        return sa_fail_nomem(err);
    sa_buf_init(&replay->list, LIST_MAX);
    replay->folder = strdup(folder);
    sa_buf_addf(&path, "%s/messages.tsv", folder);
    if (replay->folder == NULL || sa_buf_status(&path) < 0)
        r = sa_fail_nomem(err);
    else
        r = read_file(sa_buf_text(&path), &replay->list, err);
    if (r < 0)
        sa_wsman_replay_close(replay);
    else
        *ret = replay;
    return r;
}

void sa_wsman_replay_close(struct sa_wsman_replay *replay)
{
    if (replay == NULL)
        return;
    sa_buf_done(&replay->list);
    free(replay->folder);
    free(replay);
}

/* Field `n` of a row of messages.tsv. */
static const char *field(const char *row, size_t n, size_t *ret_len)
{
    for (; n > 0; n--) {
        row += strcspn(row, "\t\n");
        if (*row != '\t') {
            *ret_len = 0;
            return row;
        }
        row++;
    }
    *ret_len = strcspn(row, "\t\n");
    return row;
}

static bool field_is(const char *row, size_t n, const char *text)
{
    size_t len = 0;
    const char *at = field(row, n, &len);

    return len == strlen(text) && strncmp(at, text, len) == 0;
}

/* HTTP status of an answer by its row; 0: nothing had come. */
static long status_of(const struct sa_wsman_replay *replay, const char *number)
{
    const char *row = sa_buf_text(&replay->list);

    for (; *row != '\0'; row += *row == '\n') {
        if (field_is(row, 0, number) && field_is(row, 1, "response")) {
            size_t len = 0;
            const char *note = field(row, 3, &len);
            char text[8] = "";
            uint32_t status = 0;

            if (field_is(row, 3, "no answer"))
                return 0;
            if (len > 5 && len - 5 < sizeof text && strncmp(note, "HTTP ", 5) == 0)
                memcpy(text, note + 5, len - 5);
            if (sa_parse_u32(text, 999, &status) == 0)
                return status;
            return field_is(row, 2, "fault") ? 500 : 200;
        }
        row += strcspn(row, "\n");
    }
    return 200;
}

/* The text behind the first `<...name>`, up to the next tag. */
static const char *find_element(const char *text, const char *name, size_t *ret_len)
{
    const char *found = strstr(text, name);

    while (found != NULL && found[strlen(name)] != '>')
        found = strstr(found + 1, name);
    if (found == NULL)
        return NULL;
    found += strlen(name) + 1;
    *ret_len = strcspn(found, "<");
    return found;
}

static void add_answer(struct sa_buf *reply, const struct sa_buf *recorded, const char *request)
{
    size_t old_len = 0;
    size_t new_len = 0;
    const char *text = sa_buf_text(recorded);
    const char *old = find_element(text, "RelatesTo", &old_len);
    const char *id = find_element(request, "MessageID", &new_len);

    if (old == NULL || id == NULL) {
        sa_buf_add(reply, text, recorded->len);
        return;
    }
    sa_buf_add(reply, text, (size_t)(old - text));
    sa_buf_add(reply, id, new_len);
    sa_buf_add_text(reply, old + old_len);
}

int sa_wsman_replay_exchange(void *transport, const struct sa_wsman_call *call,
                             struct sa_buf *reply, long *ret_status, bool *ret_sent,
                             struct sa_error *err)
{
    struct sa_wsman_replay *replay = transport;
    SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(SA_LIMIT_NAME);
    SA_CLEANUP(sa_buf_done) struct sa_buf recorded = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    char number[16];
    int r = 0;

    *ret_sent = false;
    sa_buf_clear(reply);
    (void)snprintf(number, sizeof number, "%02zu", replay->next);
    sa_buf_addf(&path, "%s/%s-response.xml", replay->folder, number);
    r = replay->next < ANSWER_MAX ? read_file(sa_buf_text(&path), &recorded, err) : SA_E_NOT_FOUND;
    *ret_status = status_of(replay, number);
    if (r == SA_E_NOT_FOUND || (r == 0 && *ret_status == 0)) {
        replay->next++;
        return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "the recording has no answer %s",
                       number);
    }
    if (r < 0)
        return r;
    replay->next++;
    *ret_sent = true;
    add_answer(reply, &recorded, call->body);
    return sa_buf_status(reply) < 0 ? sa_fail_nomem(err) : 0;
}
