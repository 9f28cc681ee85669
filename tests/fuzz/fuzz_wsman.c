/* SPDX-License-Identifier: Apache-2.0 */
/* Any answer of a server: envelope, fault, enumeration. The same bytes again as the answers to a whole
 * enumeration and to a shell's requests, so that contexts, selectors and streams are taken from them;
 * RelatesTo is made to fit where there is one. An error has a status, a message and no more. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"
#include "syncaudit/wsman.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

/* After so many requests the connection is gone, or nothing would ever end. */
#define REQUESTS_MAX 12

struct server {
    const uint8_t *data;
    size_t size;
    size_t asked;
};

static int take(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    size_t *count = payload;

    (void)err;
    REQUIRE(item != NULL);
    (*count)++;
    return 0;
}

static const uint8_t *find(const uint8_t *in, size_t len, const char *text)
{
    return len > 0 ? memmem(in, len, text, strlen(text)) : NULL;
}

static int exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    struct server *server = transport;
    const char *id = strstr(call->body, "<a:MessageID>");
    const uint8_t *hole = find(server->data, server->size, "@ID@");

    sa_buf_clear(reply);
    *ret_sent = true;
    *ret_status = server->size % 5 == 0 ? 500 : 200;
    if (server->asked++ >= REQUESTS_MAX)
        return sa_fail(err, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "gone");
    if (hole == NULL || id == NULL)
        return sa_buf_add(reply, server->data, server->size);
    id += strlen("<a:MessageID>");
    sa_buf_add(reply, server->data, (size_t)(hole - server->data));
    sa_buf_add(reply, id, strcspn(id, "<"));
    return sa_buf_add(reply, hole + 4, server->size - (size_t)(hole - server->data) - 4);
}

static void check(int r, const struct sa_error *err)
{
    REQUIRE(r <= 0);
    REQUIRE((r < 0) == (err->message[0] != '\0'));
    REQUIRE(r == 0 || (err->status == r && sa_utf8_valid(err->message, strlen(err->message))));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct server server = {.data = data, .size = size};
    const struct sa_wsman_options options = {.to = "http://h/wsman",
                                             .exchange = exchange,
                                             .transport = &server,
                                             .deadline_ms = sa_time_monotonic_ms() + 200};
    struct sa_wsman_identity identity;
    struct sa_wsman *session = NULL;
    struct sa_error err = {0};
    struct sa_buf out = SA_BUF_INIT(SA_MIB);
    uint32_t code = 0;
    size_t count = 0;
    bool end = false;

    check(sa_wsman_read(data, size, take, &count, &end, &err), &err);
    /* Busy servers are waited for; not here, and for UTF-16 not long. */
    if (find(data, size, "Fault") != NULL)
        return 0;
    REQUIRE(sa_wsman_open(&options, &session, NULL) == 0);
    err = (struct sa_error){0};
    check(sa_wsman_enumerate(session, "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/*",
                             "SELECT * FROM Win32_Service", take, NULL, &count, &err),
          &err);
    server.asked = 0;
    err = (struct sa_error){0};
    check(sa_wsman_command(session, "echo x", 0, &out, &out, &code, &err), &err);
    err = (struct sa_error){0};
    check(sa_wsman_identify(session, false, &identity, &err), &err);
    sa_wsman_close(session);
    sa_buf_done(&out);
    return 0;
}
