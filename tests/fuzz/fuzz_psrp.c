/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a stream of fragments: in pieces of any size there comes out what comes out of the whole. And as a
 * message: cut with any budget it comes back as it was. The first byte is the size. */
#include <stdlib.h>
#include <string.h>

#include "message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

/* Everything that was handed on, one after the other. */
struct heard {
    struct sa_buf bytes;
    size_t count;
};

static int take(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    struct heard *heard = payload;
    char text[PSRP_GUID_TEXT];
    struct psrp_guid guid;

    (void)err;
    REQUIRE(message->data != NULL && psrp_type_name(message->type) != NULL);
    psrp_guid_format(&message->pipeline, text);
    REQUIRE(psrp_guid_parse(text, &guid) && psrp_guid_same(&guid, &message->pipeline));
    heard->count++;
    psrp_add_message(&heard->bytes, message);
    REQUIRE(sa_buf_status(&heard->bytes) == 0);
    return 0;
}

static void check(int r, const struct sa_error *err)
{
    REQUIRE(r <= 0);
    REQUIRE((r < 0) == (err->message[0] != '\0'));
}

static int receive(const uint8_t *data, size_t size, size_t piece, struct heard *heard,
                   size_t *ret_skipped)
{
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct sa_error err = {0};
    int r = 0;

    for (size_t at = 0; r == 0 && at < size; at += piece) {
        r = psrp_receive(&receiver, data + at, size - at < piece ? size - at : piece, take, heard,
                         &err);
        check(r, &err);
    }
    REQUIRE(r < 0 || receiver.total == size);
    *ret_skipped = receiver.skipped;
    psrp_receiver_done(&receiver);
    return r;
}

static void send_and_receive(const struct sa_buf *message, size_t budget)
{
    struct heard heard = {.bytes = SA_BUF_INIT(16 * SA_MIB)};
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct sa_error err = {0};
    struct psrp_cut cut;
    uint64_t last = 0;

    psrp_cut_begin(&cut, &last, message);
    while (!psrp_cut_done(&cut)) {
        struct sa_buf part = SA_BUF_INIT(16 * SA_MIB);

        REQUIRE(psrp_cut_next(&cut, budget, &part) && part.len <= budget);
        REQUIRE(psrp_receive(&receiver, part.data, part.len, take, &heard, &err) == 0);
        sa_buf_done(&part);
    }
    REQUIRE(psrp_receiver_is_empty(&receiver) && heard.count == 1);
    REQUIRE(heard.bytes.len == message->len &&
            memcmp(heard.bytes.data, message->data, message->len) == 0);
    psrp_receiver_done(&receiver);
    sa_buf_done(&heard.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct heard whole = {.bytes = SA_BUF_INIT(16 * SA_MIB)};
    struct heard parts = {.bytes = SA_BUF_INIT(16 * SA_MIB)};
    struct sa_buf bytes = SA_BUF_INIT(16 * SA_MIB);
    struct psrp_message message;
    size_t skipped = 0;
    size_t skipped_parts = 0;
    int r = 0;

    if (size < 1 || size > 65536)
        return 0;
    r = receive(data + 1, size - 1, size, &whole, &skipped);
    REQUIRE(receive(data + 1, size - 1, (size_t)data[0] + 1, &parts, &skipped_parts) == r);
    REQUIRE(whole.count == parts.count && skipped == skipped_parts);
    REQUIRE(whole.bytes.len == parts.bytes.len &&
            memcmp(sa_buf_text(&whole.bytes), sa_buf_text(&parts.bytes), whole.bytes.len) == 0);

    if (psrp_read_message(data + 1, size - 1, &message, NULL) == 0) {
        message.type = PSRP_PIPELINE_OUTPUT;
        /* A second mark would be taken away on the way back. */
        if (message.len < 3 || memcmp(message.data, "\xEF\xBB\xBF", 3) != 0) {
            psrp_add_message(&bytes, &message);
            send_and_receive(&bytes, PSRP_FRAGMENT_HEADER + 1 + data[0]);
        }
    }
    sa_buf_done(&whole.bytes);
    sa_buf_done(&parts.bytes);
    sa_buf_done(&bytes);
    return 0;
}
