/* SPDX-License-Identifier: Apache-2.0 */
/* A certificate's blob in the registry: any bytes. Texts that come out are UTF-8, and fit. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "host_certificate.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct sa_certificate certificate;
    struct sa_error err;

    if (sa_certificate_parse(bytes, len, &arena, &certificate, &err) == 0) {
        if (!sa_utf8_valid(certificate.subject, strlen(certificate.subject)) ||
            !sa_utf8_valid(certificate.issuer, strlen(certificate.issuer)) ||
            strlen(certificate.thumbprint) != 40 || certificate.not_before[0] == '\0')
            abort();
    }
    sa_arena_done(&arena);
    return 0;
}
