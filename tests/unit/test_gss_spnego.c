/* SPDX-License-Identifier: Apache-2.0 */
/* The envelope of NTLM with a mechListMIC, there and back; hashes of certificates that bind channels. */
#include <string.h>

#include "syncaudit/gss.h"

#include "support/test.h"

static void mic_goes_there_and_back(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100000);
    static const char token[300];
    struct sa_spnego_reply reply;

    (void)state;
    for (size_t len = 1; len < sizeof token; len += 37) {
        sa_buf_clear(&buf);
        assert_int_equal(sa_spnego_response(token, len, "0123456789abcdef", 16, &buf), 0);
        assert_int_equal(sa_spnego_read(buf.data, buf.len, &reply), 0);
        assert_int_equal(reply.len, len);
        assert_int_equal(reply.mic_len, 16);
        assert_memory_equal(reply.mic, "0123456789abcdef", 16);
        for (size_t cut = 0; cut < buf.len; cut++)
            assert_int_equal(sa_spnego_read(buf.data, cut, &reply), SA_E_PROTOCOL);
    }
    assert_int_equal(sa_spnego_response(token, 5, token, 5000, &buf), SA_E_LIMIT);
}

static void final_answer_with_mic(void **state)
{
    static const char bytes[] = "\xa1\x0d\x30\x0b\xa0\x03\x0a\x01\x00\xa3\x04\x04\x02xy";
    static const char broken[] = "\xa1\x0d\x30\x0b\xa0\x03\x0a\x01\x00\xa3\x04\x05\x02xy";
    struct sa_spnego_reply reply;

    (void)state;
    assert_int_equal(sa_spnego_read(bytes, sizeof bytes - 1, &reply), 0);
    assert_int_equal(reply.state, SA_SPNEGO_COMPLETED);
    assert_null(reply.token);
    assert_int_equal(reply.mic_len, 2);
    assert_memory_equal(reply.mic, "xy", 2);
    assert_int_equal(sa_spnego_read(broken, sizeof broken - 1, &reply), SA_E_PROTOCOL);
}

static void no_certificate_no_binding(void **state)
{
    unsigned char hash[64];

    (void)state;
    assert_int_equal(sa_tls_end_point("no certificate", 14, hash), 0);
    assert_int_equal(sa_tls_end_point("", 0, hash), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mic_goes_there_and_back),
        cmocka_unit_test(final_answer_with_mic),
        cmocka_unit_test(no_certificate_no_binding),
    };

    return cmocka_run_group_tests_name("gss_spnego", tests, NULL, NULL);
}
