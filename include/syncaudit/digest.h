/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 (FIPS 180-4), by OpenSSL. */
#ifndef SYNCAUDIT_DIGEST_H
#define SYNCAUDIT_DIGEST_H
#include <stddef.h>

#include "syncaudit/compiler.h"

#define SA_SHA256_SIZE     32
#define SA_SHA256_HEX_SIZE 65 /**< 64 lower-case digits and a NUL */

/** Returns 0, or SA_E_INTERNAL when the library refuses. */
int sa_sha256(const void *bytes, size_t len, unsigned char digest[SA_SHA256_SIZE]) SA_NODISCARD;
int sa_sha256_hex(const void *bytes, size_t len, char hex[SA_SHA256_HEX_SIZE]) SA_NODISCARD;
/** For Content-Security-Policy: "sha256-<base64>" of the bytes. Needs room for 52 characters. */
#define SA_SHA256_CSP_SIZE 56
int sa_sha256_csp(const void *bytes, size_t len, char source[SA_SHA256_CSP_SIZE]) SA_NODISCARD;
#endif
