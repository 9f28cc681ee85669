/* SPDX-License-Identifier: Apache-2.0 */
/* Options that contradict each other are refused before anything leaves this machine, with a hint. */
#include "syncaudit/http.h"

#include "support/test.h"

static struct sa_secret *secret(const char *text, size_t len)
{
    char bytes[64];
    struct sa_secret *ret = NULL;

    for (size_t i = 0; i < len; i++)
        bytes[i] = text[i];
    assert_int_equal(sa_secret_new(bytes, len, &ret, NULL), 0);
    return ret;
}

static void contradictions(void **state)
{
    struct sa_secret *password = secret("secret", 6);
    struct sa_secret *empty = secret("", 0);
    static const char fingerprint[] =
        "00112233445566778899aabbccddeeff00112233445566778899aabbccddee";
    const struct sa_http_options wrong[] = {
        {.host = NULL                 },
        {                              .host = ""                            },
        {                  .host = "a b"              },
        {                .host = "[::1]"                            },
        {                              .host = "a/b"          },
        {                          .host = "user@host"             },
        {                             .host = "h\r\nX: y"              },
        {                                  .host = "h",               .path = "wsman"},
        {                           .host = "h",           .path = "/a b"},
        {                      .host = "h",                  .path = "/a#b"},
        { .host = "h",                   .pin = fingerprint},
        {         .host = "h",                             .tls = true, .pin = fingerprint}, /* one byte short */
        {                                                .host = "h",                             .tls = true, .pin = "xx"},
        {                                                .host = "h", .ca_file = "/dev/null"},
        {                              .host = "h",        .tls = true, .ca_file = "/nonexistent/ca"},
        {                    .host = "h",                  .proxy = "http://p:1"},
        {      .host = "h",                   .tls = true, .proxy = "socks5://p:1"},
        {         .host = "h",                             .tls = true, .proxy = "http://u:p@p:1"},
        {                                                .host = "h",             .tls = true, .cert_file = "a"},
        {                                          .host = "h",         .password = password},
        {                              .host = "h",                .user = "a@b", .password = empty},
        {             .host = "h",                   .user = "a@b", .password = password, .keytab = "k"},
        {    .host = "h",                .user = "a@b", .password = password, .ccache = "c"},
        {                                             .host = "h", .keytab = "k", .ccache = "c"},
        {          .host = "h",                             .spn = "host"},
        {   .host = "h",                .spn = "/host"},
        {                                             .host = "h",.auth = SA_HTTP_NTLM},
        {                 .host = "h",.auth = SA_HTTP_NTLM, .user = "a"},
        {                             .host = "h",                      .auth = SA_HTTP_NTLM, .password = password},
        {                                                   .host = "h",          .auth = SA_HTTP_NTLM, .user = "a", .password = empty},
        {                            .host = "h",                   .auth = SA_HTTP_BASIC, .user = "a", .password = password}, /* clear text */
        {.host = "h",                             .tls = true, .auth = SA_HTTP_BASIC, .user = "a"},
        {.host = "h",                  .tls = true, .auth = SA_HTTP_BASIC, .user = "a:b", .password = password},
        {                              .host = "h",                   .tls = true, .auth = SA_HTTP_CERTIFICATE},
        {.host = "h",         .auth = SA_HTTP_CERTIFICATE, .cert_file = "a", .key_file = "b"},
        {                                      .host = "h",.auth = (enum sa_http_auth)77},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        struct sa_http *http = NULL;
        struct sa_error err = {0};
        int r = sa_http_open(&wrong[i], &http, &err);

        if (r != SA_E_INPUT || http != NULL)
            fail_msg("options %zu: %d %s", i, r, err.message);
        if (i + 1 < SA_COUNT(wrong))
            assert_string_not_equal(err.hint, "");
    }
    sa_secret_free(password);
    sa_secret_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contradictions),
    };

    return cmocka_run_group_tests_name("http_options", tests, NULL, NULL);
}
