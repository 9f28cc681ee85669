/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of PowerShell Remoting and their fragments, byte by byte; fragments in any pieces, out of order, too many. */
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "support/test.h"

#define GUID "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9"

/* Identifiers ------------------------------------------------------------------------------------ */

static void test_guids(void **state)
{
    static const char *const bad[] = {"",
                                      "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
                                      "{" GUID "}",
                                      GUID "0",
                                      "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F",
                                      "0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8FG",
                                      "0A1B2C3D-4E5F-6071-8293_A4B5C6D7E8F9",
                                      "0A1B2C3-D4E5F-6071-8293-A4B5C6D7E8F9"};
    struct psrp_guid guid = {{0}};
    struct psrp_guid other = {{0}};
    char text[PSRP_GUID_TEXT];

    (void)state;
    assert_true(psrp_guid_is_zero(&guid));
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_false(psrp_guid_parse(bad[i], &guid));
    assert_true(psrp_guid_is_zero(&guid));
    assert_true(psrp_guid_parse("0a1b2c3d-4e5f-6071-8293-a4B5c6d7e8f9", &guid));
    assert_int_equal(guid.bytes[0], 0x0A);
    assert_int_equal(guid.bytes[15], 0xF9);
    psrp_guid_format(&guid, text);
    assert_string_equal(text, GUID);
    assert_false(psrp_guid_same(&guid, &other));
    for (unsigned i = 0; i < 100; i++) {
        struct psrp_guid last = other;

        psrp_guid_new(&other);
        assert_false(psrp_guid_same(&last, &other));
        psrp_guid_format(&other, text);
        assert_int_equal(text[14], '4');
        assert_non_null(strchr("89AB", text[19]));
    }
}

/* Messages --------------------------------------------------------------------------------------- */

static const unsigned char message_bytes[] = {
    2,    0,    0,    0,    0x06, 0x10, 0x02, 0,    0x3D, 0x2C, 0x1B, 0x0A, 0x5F, 0x4E, 0x71,
    0x60, 0x82, 0x93, 0xA4, 0xB5, 0xC6, 0xD7, 0xE8, 0xF9, 3,    2,    1,    0,    5,    4,
    7,    6,    8,    9,    10,   11,   12,   13,   14,   15,   '<',  'S',  '/',  '>'};

static void example(struct psrp_message *ret)
{
    *ret = (struct psrp_message){
        .destination = PSRP_TO_SERVER, .type = PSRP_CREATE_PIPELINE, .data = "<S/>", .len = 4};
    assert_true(psrp_guid_parse(GUID, &ret->pool));
    assert_true(psrp_guid_parse("00010203-0405-0607-0809-0a0b0c0d0e0f", &ret->pipeline));
}

static void test_message_bytes(void **state)
{
    struct sa_buf buf = SA_BUF_INIT(1000);
    struct psrp_message message;
    struct psrp_message back;
    struct sa_error err = {0};

    (void)state;
    example(&message);
    psrp_add_message(&buf, &message);
    assert_int_equal(buf.len, sizeof message_bytes);
    assert_memory_equal(buf.data, message_bytes, sizeof message_bytes);
    assert_int_equal(psrp_read_message(buf.data, buf.len, &back, &err), 0);
    assert_int_equal(back.destination, PSRP_TO_SERVER);
    assert_int_equal(back.type, PSRP_CREATE_PIPELINE);
    assert_true(psrp_guid_same(&back.pool, &message.pool));
    assert_true(psrp_guid_same(&back.pipeline, &message.pipeline));
    assert_int_equal(back.len, 4);
    assert_memory_equal(back.data, "<S/>", 4);

    /* A byte order mark, half of one, no data, no whole header. */
    sa_buf_clear(&buf);
    sa_buf_add(&buf, message_bytes, PSRP_MESSAGE_HEADER);
    assert_int_equal(psrp_read_message(buf.data, buf.len, &back, &err), 0);
    assert_int_equal(back.len, 0);
    assert_string_equal(back.data, "");
    assert_int_equal(psrp_read_message(buf.data, buf.len - 1, &back, &err), SA_E_PROTOCOL);
    assert_string_equal(back.data, "");
    assert_int_equal(psrp_read_message("", 0, &back, &err), SA_E_PROTOCOL);
    sa_buf_add_text(&buf, "\xEF\xBB");
    assert_int_equal(psrp_read_message(buf.data, buf.len, &back, &err), 0);
    assert_int_equal(back.len, 2);
    sa_buf_add_text(&buf, "\xBF");
    assert_int_equal(psrp_read_message(buf.data, buf.len, &back, &err), 0);
    assert_int_equal(back.len, 0);
    sa_buf_add_text(&buf, "<S/>");
    assert_int_equal(psrp_read_message(buf.data, buf.len, &back, &err), 0);
    assert_memory_equal(back.data, "<S/>", 4);
    sa_buf_done(&buf);
}

static void test_types(void **state)
{
    (void)state;
    assert_string_equal(psrp_type_name(0x00010002), "SESSION_CAPABILITY");
    assert_string_equal(psrp_type_name(0x00041006), "PIPELINE_STATE");
    assert_string_equal(psrp_type_name(0x00041101), "PIPELINE_HOST_RESPONSE");
    assert_null(psrp_type_name(0));
    assert_null(psrp_type_name(0x0004100A));
}

/* Sending ---------------------------------------------------------------------------------------- */

static void test_cutting(void **state)
{
    static const unsigned char expected[] = {
        0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 'a', 'b', 'c',
        0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 'd', 'e', 'f',
        0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 1, 'g'};
    struct sa_buf bytes = SA_BUF_INIT(1000);
    struct sa_buf out = SA_BUF_INIT(1000);
    struct psrp_cut cut;
    uint64_t last = 5;

    (void)state;
    sa_buf_add_text(&bytes, "abcdefg");
    psrp_cut_begin(&cut, &last, &bytes);
    assert_int_equal(last, 6);
    assert_false(psrp_cut_next(&cut, PSRP_FRAGMENT_HEADER, &out));
    assert_false(psrp_cut_next(&cut, 0, &out));
    while (psrp_cut_next(&cut, PSRP_FRAGMENT_HEADER + 3, &out))
        ;
    assert_true(psrp_cut_done(&cut));
    assert_int_equal(out.len, sizeof expected);
    assert_memory_equal(out.data, expected, sizeof expected);

    sa_buf_clear(&out);
    psrp_cut_begin(&cut, &last, &bytes);
    assert_true(psrp_cut_next(&cut, 1000, &out));
    assert_true(psrp_cut_done(&cut));
    assert_int_equal(out.len, PSRP_FRAGMENT_HEADER + 7);
    assert_int_equal(out.data[7], 7);
    assert_int_equal(out.data[16], 3);
    assert_int_equal(psrp_budget(0), 0);
    assert_int_equal(psrp_budget(103), 75);
    sa_buf_done(&bytes);
    sa_buf_done(&out);
}

/* Receiving -------------------------------------------------------------------------------------- */

/* What was handed on: the data of each message, one after the other. */
struct heard {
    struct sa_buf text;
    size_t count;
    int answer;
};

static int hear(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    struct heard *heard = payload;

    heard->count++;
    sa_buf_add(&heard->text, message->data, message->len);
    sa_buf_add_text(&heard->text, "|");
    if (heard->answer < 0)
        return sa_fail(err, heard->answer, SA_DOMAIN_NONE, 0, "stop");
    return heard->answer;
}

/* A fragment with `len` bytes of `blob`. */
static void add_fragment(struct sa_buf *buf, unsigned object, unsigned fragment, unsigned flags,
                         const void *blob, size_t len)
{
    unsigned char header[PSRP_FRAGMENT_HEADER] = {0};

    header[7] = (unsigned char)object;
    header[15] = (unsigned char)fragment;
    header[16] = (unsigned char)flags;
    for (unsigned i = 0; i < 4; i++)
        header[17 + i] = (unsigned char)(len >> (24 - 8 * i));
    sa_buf_add(buf, header, sizeof header);
    sa_buf_add(buf, blob, len);
}

static void output(struct sa_buf *buf, uint32_t type, const char *data)
{
    const struct psrp_message message = {
        .destination = PSRP_TO_CLIENT, .type = type, .data = data, .len = strlen(data)};

    psrp_add_message(buf, &message);
}

static void check_heard(const struct sa_buf *bytes, size_t piece, const char *expected,
                        size_t skipped)
{
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct heard heard = {.text = SA_BUF_INIT(SA_MIB)};
    struct sa_error err = {0};

    for (size_t at = 0; at < bytes->len; at += piece) {
        size_t len = bytes->len - at < piece ? bytes->len - at : piece;

        if (psrp_receive(&receiver, bytes->data + at, len, hear, &heard, &err) < 0)
            fail_msg("%zu: %s", piece, err.message);
        assert_int_equal(psrp_receive(&receiver, "", 0, hear, &heard, &err), 0);
    }
    assert_string_equal(sa_buf_text(&heard.text), expected);
    assert_true(psrp_receiver_is_empty(&receiver));
    assert_int_equal(receiver.skipped, skipped);
    assert_int_equal(receiver.held, 0);
    psrp_receiver_done(&receiver);
    sa_buf_done(&heard.text);
}

static void test_pieces(void **state)
{
    struct sa_buf a = SA_BUF_INIT(1000);
    struct sa_buf b = SA_BUF_INIT(1000);
    struct sa_buf unknown = SA_BUF_INIT(1000);
    struct sa_buf bytes = SA_BUF_INIT(10000);

    (void)state;
    output(&a, PSRP_PIPELINE_OUTPUT, "\xEF\xBB\xBF<S>first</S>");
    output(&b, PSRP_PIPELINE_STATE, "<S>second</S>");
    output(&unknown, 0x00049999, "<S>third</S>");
    /* Two at a time, one of a type that nobody knows, one without data, one with parts that hold nothing. */
    add_fragment(&bytes, 1, 0, 1, a.data, 10);
    add_fragment(&bytes, 2, 0, 1, b.data, 45);
    add_fragment(&bytes, 3, 0, 3, unknown.data, unknown.len);
    add_fragment(&bytes, 1, 1, 0, a.data + 10, 25);
    add_fragment(&bytes, 2, 1, 0xFE, b.data + 45, b.len - 45);
    add_fragment(&bytes, 1, 2, 2, a.data + 35, a.len - 35);
    sa_buf_clear(&a);
    output(&a, PSRP_END_OF_PIPELINE_INPUT, "");
    add_fragment(&bytes, 4, 0, 1, "", 0);
    add_fragment(&bytes, 4, 1, 2, a.data, a.len);
    /* The number may be used again when the message is complete. */
    add_fragment(&bytes, 4, 0, 3, a.data, a.len);
    for (size_t piece = 1; piece <= bytes.len; piece++)
        check_heard(&bytes, piece, "<S>second</S>|<S>first</S>|||", 1);
    sa_buf_done(&a);
    sa_buf_done(&b);
    sa_buf_done(&unknown);
    sa_buf_done(&bytes);
}

static int receive(const struct sa_buf *bytes, struct sa_error *err)
{
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct heard heard = {.text = SA_BUF_INIT(SA_MIB)};
    int r = psrp_receive(&receiver, bytes->data, bytes->len, hear, &heard, err);

    if (r < 0) {
        struct sa_error second = {0};

        assert_true(receiver.is_broken);
        assert_int_equal(psrp_receive(&receiver, "", 0, hear, &heard, &second), SA_E_INTERNAL);
    }
    assert_int_equal(heard.count, 0);
    psrp_receiver_done(&receiver);
    sa_buf_done(&heard.text);
    return r;
}

static void test_order(void **state)
{
    static const struct {
        unsigned first, first_flags, second, second_flags;
    } bad[] = {
        {0, 0, 0, 0}, /* no first */
        {1, 0, 0, 0}, /* no first */
        {0, 2, 0, 0}, /* a last without a first */
        {1, 1, 0, 0}, /* a first that is not the first */
        {1, 3, 0, 0},
        {0, 1, 2, 0}, /* one is missing */
        {0, 1, 2, 2},
        {0, 1, 0, 0}, /* once more */
        {0, 1, 0, 1},
        {0, 1, 0, 3},
        {0, 1, 1, 1},
    };
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        struct sa_buf bytes = SA_BUF_INIT(1000);

        add_fragment(&bytes, 1, bad[i].first, bad[i].first_flags, message_bytes,
                     sizeof message_bytes);
        add_fragment(&bytes, 1, bad[i].second, bad[i].second_flags, message_bytes,
                     sizeof message_bytes);
        if (receive(&bytes, &err) != SA_E_PROTOCOL)
            fail_msg("%zu is taken", i);
        assert_non_null(strstr(err.message, "of PowerShell message 1 "));
        sa_buf_done(&bytes);
    }
    {
        struct sa_buf bytes = SA_BUF_INIT(1000);

        add_fragment(&bytes, 1, 0, 3, message_bytes, PSRP_MESSAGE_HEADER - 1);
        assert_int_equal(receive(&bytes, &err), SA_E_PROTOCOL);
        sa_buf_clear(&bytes);
        add_fragment(&bytes, 1, 0, 3, "", 0);
        assert_int_equal(receive(&bytes, &err), SA_E_PROTOCOL);
        sa_buf_done(&bytes);
    }
}

static void test_limits(void **state)
{
    struct sa_buf bytes = SA_BUF_INIT(256 * SA_MIB);
    struct sa_error err = {0};
    char *large = calloc(1, SA_LIMIT_PSRP_MESSAGE / 2 + 1);

    (void)state;
    assert_non_null(large);
    /* A length that will never come is refused as soon as it is announced. */
    add_fragment(&bytes, 1, 0, 3, large, 0);
    memcpy(bytes.data + 17, "\x04\x00\x00\x01", 4);
    assert_int_equal(receive(&bytes, &err), SA_E_LIMIT);
    memcpy(bytes.data + 17, "\x04\x00\x00\x00", 4);
    assert_int_equal(receive(&bytes, &err), 0);
    /* One message, and two that are both open. */
    for (unsigned object = 1; object <= 2; object++) {
        sa_buf_clear(&bytes);
        add_fragment(&bytes, 1, 0, 1, large, SA_LIMIT_PSRP_MESSAGE / 2);
        add_fragment(&bytes, object, object == 1 ? 1 : 0, object == 1 ? 0 : 1, large,
                     SA_LIMIT_PSRP_MESSAGE / 2);
        assert_int_equal(receive(&bytes, &err), 0);
        add_fragment(&bytes, object, object == 1 ? 2 : 1, 0, large, 1);
        assert_int_equal(receive(&bytes, &err), SA_E_LIMIT);
        assert_non_null(strstr(err.message, "bytes"));
    }
    free(large);
    sa_buf_clear(&bytes);
    for (unsigned i = 1; i <= SA_LIMIT_PSRP_OPEN; i++)
        add_fragment(&bytes, i, 0, 1, "", 0);
    assert_int_equal(receive(&bytes, &err), 0);
    add_fragment(&bytes, 200, 0, 1, "", 0);
    assert_int_equal(receive(&bytes, &err), SA_E_LIMIT);
    assert_string_equal(err.message, "there are more than 64 incomplete PowerShell messages");
    sa_buf_done(&bytes);
}

static void test_total(void **state)
{
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct heard heard = {.text = SA_BUF_INIT(SA_MIB)};
    struct sa_buf message = SA_BUF_INIT(1000);
    struct sa_buf bytes = SA_BUF_INIT(1000);
    struct sa_error err = {0};

    (void)state;
    output(&message, PSRP_PIPELINE_OUTPUT, "<S/>");
    add_fragment(&bytes, 1, 0, 3, message.data, message.len);
    receiver.total = SA_LIMIT_PSRP_BYTES - bytes.len;
    assert_int_equal(psrp_receive(&receiver, bytes.data, bytes.len, hear, &heard, &err), 0);
    assert_int_equal(psrp_receive(&receiver, bytes.data, 1, hear, &heard, &err), SA_E_LIMIT);
    psrp_receiver_done(&receiver);
    assert_false(receiver.is_broken);
    assert_int_equal(receiver.total, 0);
    psrp_receiver_done(&receiver);
    sa_buf_done(&heard.text);
    sa_buf_done(&message);
    sa_buf_done(&bytes);
}

static void test_caller_stops(void **state)
{
    struct heard heard = {.text = SA_BUF_INIT(SA_MIB), .answer = 7};
    struct psrp_receiver receiver = PSRP_RECEIVER_INIT;
    struct sa_buf message = SA_BUF_INIT(1000);
    struct sa_buf bytes = SA_BUF_INIT(1000);
    struct sa_error err = {0};

    (void)state;
    output(&message, PSRP_PIPELINE_OUTPUT, "<S/>");
    add_fragment(&bytes, 1, 0, 1, message.data, 20);
    add_fragment(&bytes, 1, 1, 2, message.data + 20, message.len - 20);
    add_fragment(&bytes, 2, 0, 3, message.data, message.len);
    assert_int_equal(psrp_receive(&receiver, bytes.data, bytes.len, hear, &heard, &err), 0);
    assert_int_equal(heard.count, 2);
    heard.answer = SA_E_CANCELLED;
    assert_int_equal(psrp_receive(&receiver, bytes.data, bytes.len, hear, &heard, &err),
                     SA_E_CANCELLED);
    assert_int_equal(heard.count, 3);
    assert_string_equal(err.message, "stop");
    psrp_receiver_done(&receiver);
    sa_buf_done(&heard.text);
    sa_buf_done(&message);
    sa_buf_done(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guids),        cmocka_unit_test(test_message_bytes),
        cmocka_unit_test(test_types),        cmocka_unit_test(test_cutting),
        cmocka_unit_test(test_pieces),       cmocka_unit_test(test_order),
        cmocka_unit_test(test_limits),       cmocka_unit_test(test_total),
        cmocka_unit_test(test_caller_stops),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
