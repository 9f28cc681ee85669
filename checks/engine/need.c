/* SPDX-License-Identifier: Apache-2.0 */
/* Members of `needs` and `confirms`: the name of a source, or "one or another" where either will do
 * (the version of a server is told by its export and by its registry). Alternatives are sources of one
 * server: who would have to be asked for one of a forest depends on the other. */
#include <string.h>

#include "syncaudit/checks.h"

#include "engine.h"

#define OR " or "

const char *sa_need_next(const char *at, size_t *ret_len)
{
    const char *end = strstr(at, OR);

    *ret_len = end != NULL ? (size_t)(end - at) : strlen(at);
    return end != NULL ? end + strlen(OR) : NULL;
}

bool sa_need_names(const char *need, const char *source)
{
    size_t len = 0;

    while (need != NULL) {
        const char *next = sa_need_next(need, &len);

        if (strlen(source) == len && memcmp(source, need, len) == 0)
            return true;
        need = next;
    }
    return false;
}

bool sa_need_is_choice(const char *need)
{
    return strstr(need, OR) != NULL;
}
