/* SPDX-License-Identifier: Apache-2.0 */
/* Sealed bodies taken apart: what servers send, and what nobody should. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/http.h"

#include "support/test.h"

#define B    "--Encrypted Boundary\r\n"
#define SPN  "\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
#define ORIG "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=5\r\n"
#define OCT  "\tContent-Type: application/octet-stream\r\n"
#define SIG  "\x04\0\0\0ABCD"
#define END  "--Encrypted Boundary--\r\n"

struct body {
    const char *bytes;
    size_t len;
};
#define BODY(text)             \
    {                          \
        text, sizeof(text) - 1 \
    }

/* Looks at a copy without a byte behind it, so that a sanitizer sees reading past the end. */
static int next(const char *bytes, size_t len, size_t *at, struct sa_http_sealed *ret,
                char signature[257], char data[257])
{
    struct sa_error err;
    char *copy = malloc(len > 0 ? len : 1);
    int r = 0;

    assert_non_null(copy);
    memcpy(copy, bytes, len);
    r = sa_http_sealed_next(copy, len, at, ret, &err);
    if (r == 1) {
        memcpy(signature, ret->signature, ret->signature_len);
        signature[ret->signature_len] = '\0';
        assert_true(ret->data_len < 257);
        memcpy(data, ret->data, ret->data_len);
        data[ret->data_len] = '\0';
    } else if (r < 0) {
        assert_int_equal(r, SA_E_PROTOCOL);
        assert_non_null(strstr(err.message, "malformed"));
    }
    free(copy);
    return r;
}

static void forms_that_servers_send(void **state)
{
    static const struct body bodies[] = {
        BODY(B SPN ORIG B OCT SIG "hello" END),
        /* no tabs, no blanks, other letter case, quotes, other order */
        BODY(B "content-type: application/HTTP-Kerberos-session-encrypted\r\n"
               "originalcontent: Length=5; Charset=\"utf-8\"; type=application/soap+xml\r\n" B
               "Content-Type: application/octet-stream\r\n" SIG "hello" END),
        /* a blank behind the dashes; bytes behind the end */
        BODY("-- Encrypted Boundary\r\n" SPN ORIG "-- Encrypted Boundary\r\n" OCT SIG
             "hello-- Encrypted Boundary--\r\n\0\0more"),
        /* line ends before the first and the last boundary, none at the end */
        BODY("\r\n" B SPN ORIG B OCT SIG "hello\r\n--Encrypted Boundary--"),
        /* an empty line before the data; lines that end in LF alone */
        BODY(B SPN ORIG B OCT "\r\n" SIG "hello" END),
        BODY("--x\nOriginalContent: type=a;Length=5\n--x\nContent-Type: "
             "application/octet-stream\n" SIG "hello--x--\n"),
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bodies); i++) {
        struct sa_http_sealed part;
        char signature[257];
        char data[257];
        size_t at = 0;

        if (next(bodies[i].bytes, bodies[i].len, &at, &part, signature, data) != 1)
            fail_msg("body %zu is not read", i);
        assert_string_equal(signature, "ABCD");
        assert_string_equal(data, "hello");
        assert_int_equal(part.plain_len, 5);
        assert_string_equal(part.charset, "utf-8");
        assert_int_equal(next(bodies[i].bytes, bodies[i].len, &at, &part, signature, data), 0);
    }
}

static void several_pairs(void **state)
{
    static const char body[] = B SPN ORIG B OCT SIG
        "hello" B SPN
        "\tOriginalContent: type=application/soap+xml;charset=UTF-16;Length=3\r\n" B OCT
        "\x02\0\0\0xyabc" END;
    struct sa_http_sealed part;
    char signature[257];
    char data[257];
    size_t at = 0;

    (void)state;
    assert_int_equal(next(body, sizeof body - 1, &at, &part, signature, data), 1);
    assert_string_equal(data, "hello");
    assert_int_equal(next(body, sizeof body - 1, &at, &part, signature, data), 1);
    assert_string_equal(signature, "xy");
    assert_string_equal(data, "abc");
    assert_string_equal(part.charset, "utf-16");
    assert_int_equal(next(body, sizeof body - 1, &at, &part, signature, data), 0);
}

/* Lengths decide, not what looks like a boundary. */
static void boundaries_in_the_data(void **state)
{
    static const char body[] =
        B SPN "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=24\r\n" B OCT
              "\x18\0\0\0" END END END;
    struct sa_http_sealed part;
    char signature[257];
    char data[257];
    size_t at = 0;

    (void)state;
    assert_int_equal(sizeof END - 1, 24);
    assert_int_equal(next(body, sizeof body - 1, &at, &part, signature, data), 1);
    assert_string_equal(signature, END);
    assert_string_equal(data, END);
    assert_int_equal(next(body, sizeof body - 1, &at, &part, signature, data), 0);
}

static void no_truncated_body_is_taken(void **state)
{
    static const char body[] = B SPN ORIG B OCT SIG "hello" END;
    struct sa_http_sealed part;
    char signature[257];
    char data[257];

    (void)state;
    for (size_t len = 0; len < sizeof body - 1; len++) {
        size_t at = 0;
        int r = next(body, len, &at, &part, signature, data);

        if (r == 1) /* the pair is whole; then the end must be missing, or only its line end */
            r = next(body, len, &at, &part, signature, data);
        if (len >= sizeof body - 1 - 2)
            assert_int_equal(r, 0);
        else
            assert_int_equal(r, SA_E_PROTOCOL);
    }
}

/* 256 bytes of signature are taken, 257 not. */
static void longest_signature(void **state)
{
    (void)state;
    for (size_t len = 256; len <= 257; len++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4096);
        const char prefix[4] = {(char)(len & 0xff), (char)(len >> 8), 0, 0};
        struct sa_http_sealed part;
        struct sa_error err;
        size_t at = 0;

        sa_buf_add_text(&body, B SPN ORIG B OCT);
        sa_buf_add(&body, prefix, sizeof prefix);
        for (size_t i = 0; i < len; i++)
            sa_buf_add_char(&body, 'x');
        sa_buf_add_text(&body, "hello" END);
        assert_int_equal(sa_http_sealed_next(body.data, body.len, &at, &part, &err),
                         len == 256 ? 1 : SA_E_PROTOCOL);
    }
}

static void malformed_bodies(void **state)
{
    static const struct body bodies[] = {
        BODY(""),
        BODY("\r\n\r\n"),
        BODY(END),
        BODY("hello"),
        BODY("<s:Envelope/>"),
        BODY("--\r\n" SPN ORIG B OCT SIG "hello" END),
        BODY(B SPN B OCT SIG "hello" END),                  /* no OriginalContent */
        BODY(B SPN ORIG ORIG B OCT SIG "hello" END),        /* two */
        BODY(B SPN ORIG "--Other\r\n" OCT SIG "hello" END), /* another boundary */
        BODY(B SPN ORIG B SIG "hello" END),                 /* no octet-stream */
        BODY(B SPN ORIG B SPN SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;charset=UTF-8\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=-5\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=5;Length=5\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=99999999999\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=4294967295\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=4\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=6\r\n" B OCT SIG "hello" END),
        BODY(B SPN "\tOriginalContent: type=a;Length=31\r\n" B OCT SIG "hello" END),
        BODY(B SPN ORIG B OCT "\0\0\0\0hello" END),         /* no signature */
        BODY(B SPN ORIG B OCT "\x01\x01\0\0ABCDhello" END), /* 257 bytes of it */
        BODY(B SPN ORIG B OCT "\xff\xff\xff\xff"
                              "ABCDhello" END),
        BODY(B SPN ORIG B OCT "\x04\0\0"),
        BODY(B "a: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\n"
               "a: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\na: b\r\n" ORIG B OCT SIG
               "hello" END),
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bodies); i++) {
        struct sa_http_sealed part;
        char signature[257];
        char data[257];
        size_t at = 0;
        int r = next(bodies[i].bytes, bodies[i].len, &at, &part, signature, data);

        if (r != SA_E_PROTOCOL)
            fail_msg("body %zu gives %d", i, r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_that_servers_send), cmocka_unit_test(several_pairs),
        cmocka_unit_test(boundaries_in_the_data),  cmocka_unit_test(no_truncated_body_is_taken),
        cmocka_unit_test(longest_signature),       cmocka_unit_test(malformed_bodies),
    };

    return cmocka_run_group_tests_name("http_sealed", tests, NULL, NULL);
}
