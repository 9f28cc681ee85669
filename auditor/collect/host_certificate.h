/* SPDX-License-Identifier: Apache-2.0 */
/* A certificate as Windows keeps it in the registry. */
#ifndef SYNCAUDIT_COLLECT_HOST_CERTIFICATE_H
#define SYNCAUDIT_COLLECT_HOST_CERTIFICATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"
#include "syncaudit/datetime.h"
#include "syncaudit/digest.h"
#include "syncaudit/error.h"

#define SA_CERTIFICATE_BLOB_MAX \
    ((size_t)256 * 1024) /* bytes; a certificate has one or two thousand */

struct sa_certificate {
    char thumbprint[41]; /* SHA-1, upper case */
    char sha256[SA_SHA256_HEX_SIZE];
    const char *subject, *issuer; /* RFC 2253, UTF-8 */
    char not_before[SA_TIME_TEXT_SIZE], not_after[SA_TIME_TEXT_SIZE];
    char key_type[32], signature[32];
    int key_bits; /* -1: not known */
    bool self_signed;
};

/** Reads the value "Blob". SA_E_PROTOCOL: no such blob, or no certificate in it. Texts in `arena`. */
int sa_certificate_parse(const unsigned char *blob, size_t len, struct sa_arena *arena,
                         struct sa_certificate *ret, struct sa_error *err) SA_NODISCARD;
#endif
