/* SPDX-License-Identifier: Apache-2.0 */
/* gPLink of a container: any text. Each step moves on, and what is found lies inside the text. */
#include <stdlib.h>
#include <string.h>

#include "forest_right.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    char *text = malloc(len + 1);
    const char *at = text, *before = text, *dn = NULL;
    size_t dn_len = 0;
    uint32_t options = 0;

    if (text == NULL)
        return 0;
    memcpy(text, bytes, len);
    text[len] = '\0';
    while (sa_ad_link_next(&at, &dn, &dn_len, &options) > 0) {
        if (at <= before || dn < before || dn + dn_len >= at || dn_len == 0)
            abort();
        before = at;
    }
    free(text);
    return 0;
}
