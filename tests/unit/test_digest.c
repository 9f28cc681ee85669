/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 against the examples of FIPS 180-4 and the command openssl; and a library that refuses
 * (the linker replaces EVP_Digest(), see base.cmake). */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/digest.h"
#include "syncaudit/error.h"

#include "support/test.h"

static bool library_refuses;

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): names of the linker */
int __real_EVP_Digest(const void *bytes, size_t len, unsigned char *digest, unsigned int *size,
                      const void *type, void *engine);
int __wrap_EVP_Digest(const void *bytes, size_t len, unsigned char *digest, unsigned int *size,
                      const void *type, void *engine);

int __wrap_EVP_Digest(const void *bytes, size_t len, unsigned char *digest, unsigned int *size,
                      const void *type, void *engine)
{
    return library_refuses ? 0 : __real_EVP_Digest(bytes, len, digest, size, type, engine);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

static void refusal_is_told(void **state)
{
    unsigned char digest[SA_SHA256_SIZE];
    char hex[SA_SHA256_HEX_SIZE];
    char source[SA_SHA256_CSP_SIZE];
    int statuses[3];

    (void)state;
    library_refuses = true;
    statuses[0] = sa_sha256("abc", 3, digest);
    statuses[1] = sa_sha256_hex("abc", 3, hex);
    statuses[2] = sa_sha256_csp("abc", 3, source);
    library_refuses = false;
    for (size_t i = 0; i < SA_COUNT(statuses); i++)
        assert_int_equal(statuses[i], SA_E_INTERNAL);
}

static void known_digests(void **state)
{
    /* clang-format off */
    static const struct {
        const char *text;
        const char *hex;
    } cases[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    };
    /* clang-format on */
    char hex[SA_SHA256_HEX_SIZE];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        memset(hex, 'x', sizeof hex);
        assert_int_equal(sa_sha256_hex(cases[i].text, strlen(cases[i].text), hex), 0);
        assert_string_equal(hex, cases[i].hex);
    }
    assert_int_equal(sa_sha256_hex(NULL, 0, hex), 0);
    assert_string_equal(hex, cases[0].hex);
}

static void million_letters(void **state)
{
    const size_t len = 1000000;
    char *text = malloc(len);
    char hex[SA_SHA256_HEX_SIZE];
    int r = 0;

    (void)state;
    assert_non_null(text);
    memset(text, 'a', len);
    r = sa_sha256_hex(text, len, hex);
    free(text);
    assert_int_equal(r, 0);
    assert_string_equal(hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void binary_and_hex_agree(void **state)
{
    static const unsigned char first[] = {0xba, 0x78, 0x16, 0xbf};
    unsigned char digest[SA_SHA256_SIZE];

    (void)state;
    assert_int_equal(sa_sha256("abc", 3, digest), 0);
    assert_memory_equal(digest, first, sizeof first);
    assert_int_equal(digest[31], 0xad);
}

static void csp_source(void **state)
{
    char source[SA_SHA256_CSP_SIZE];

    (void)state;
    /* printf abc | openssl dgst -sha256 -binary | base64 */
    assert_int_equal(sa_sha256_csp("abc", 3, source), 0);
    assert_string_equal(source, "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_digests),        cmocka_unit_test(million_letters),
        cmocka_unit_test(binary_and_hex_agree), cmocka_unit_test(csp_source),
        cmocka_unit_test(refusal_is_told),
    };

    return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
