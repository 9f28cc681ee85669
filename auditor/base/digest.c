/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 by OpenSSL's EVP interface, which also works where a policy replaces the implementation
 * (FIPS providers); the refusal of such a policy is the one way in which these functions fail. */
#include "syncaudit/digest.h"

#include <openssl/evp.h>
#include <string.h>

#include "syncaudit/error.h"

int sa_sha256(const void *bytes, size_t len, unsigned char digest[SA_SHA256_SIZE])
{
    unsigned int size = 0;

    if (EVP_Digest(len > 0 ? bytes : "", len, digest, &size, EVP_sha256(), NULL) != 1 ||
        size != SA_SHA256_SIZE)
        return SA_E_INTERNAL;
    return 0;
}

int sa_sha256_hex(const void *bytes, size_t len, char hex[SA_SHA256_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char digest[SA_SHA256_SIZE];
    int r = sa_sha256(bytes, len, digest);

    if (r < 0)
        return r;
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 0x0F];
    }
    hex[2 * sizeof digest] = '\0';
    return 0;
}

int sa_sha256_csp(const void *bytes, size_t len, char source[SA_SHA256_CSP_SIZE])
{
    static const char prefix[] = "sha256-";
    unsigned char digest[SA_SHA256_SIZE];
    int r = sa_sha256(bytes, len, digest);

    if (r < 0)
        return r;
    memcpy(source, prefix, sizeof prefix);
    /* 32 bytes make 44 characters and a NUL. */
    (void)EVP_EncodeBlock((unsigned char *)source + sizeof prefix - 1, digest, sizeof digest);
    return 0;
}
