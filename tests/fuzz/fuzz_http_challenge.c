/* SPDX-License-Identifier: Apache-2.0 */
/* WWW-Authenticate: challenges lie within the text, in order, and are made of what RFC 9110 allows. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/http.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sa_http_challenge found[16];
    char *text = malloc(size + 1);
    const char *at = text;
    const char *end = NULL;
    size_t count = 0;

    REQUIRE(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    end = text + strlen(text);
    count = sa_http_challenges(text, found, SA_COUNT(found));
    REQUIRE(count <= SA_COUNT(found));
    for (size_t i = 0; i < count; i++) {
        REQUIRE(found[i].scheme >= at && found[i].scheme_len > 0);
        REQUIRE(memchr(found[i].scheme, ',', found[i].scheme_len) == NULL);
        at = found[i].scheme + found[i].scheme_len;
        REQUIRE(at <= end);
        if (found[i].token == NULL)
            continue;
        REQUIRE(found[i].token > at && found[i].token_len > 0);
        REQUIRE(memchr(found[i].token, ' ', found[i].token_len) == NULL);
        at = found[i].token + found[i].token_len;
        REQUIRE(at <= end);
    }
    free(text);
    return 0;
}
