/* SPDX-License-Identifier: Apache-2.0 */
/* Sealed bodies of WinRM: whatever a server sends, parts lie within it, in order, and reading comes to an
 * end. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/http.h"
#include "syncaudit/limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const uint8_t *end = data + size;
    const unsigned char *before = data;
    size_t at = 0;

    for (;;) {
        struct sa_http_sealed part;
        struct sa_error err;
        size_t began = at;
        int r = sa_http_sealed_next(data, size, &at, &part, &err);

        REQUIRE(at <= size);
        if (r != 1) {
            REQUIRE(r == 0 || r == SA_E_PROTOCOL);
            return 0;
        }
        REQUIRE(at > began);
        REQUIRE(part.signature >= before && part.signature_len > 0);
        REQUIRE(part.signature_len <= SA_LIMIT_SIGNATURE);
        REQUIRE(part.data == part.signature + part.signature_len);
        REQUIRE(part.data_len <= (size_t)(end - part.data));
        REQUIRE(part.data_len == part.plain_len);
        REQUIRE(memchr(part.charset, '\0', sizeof part.charset) != NULL);
        before = part.data + part.data_len;
    }
}
