/* SPDX-License-Identifier: Apache-2.0 */
/* A table of operations for tests of what runs them. */
#include <string.h>

#include "syncaudit/psrp.h"

static const struct sa_psrp_operation operations[] = {
    {"first",  "Get-First",  "the first",  "none", false, "'one'"},
    {"second", "Get-Second", "the second", "none", false, "'two'"},
    {NULL,     NULL,         NULL,         NULL,   false, NULL   },
};

const struct sa_psrp_operation *sa_psrp_operations(void)
{
    return operations;
}

int sa_psrp_add_script(struct sa_buf *ret, const char *const *names, struct sa_error *err)
{
    sa_buf_add_text(ret, "param($Source,$Days,$MaxRuns)");
    for (const struct sa_psrp_operation *o = operations; o->name != NULL; o++) {
        for (size_t i = 0; names != NULL && names[i] != NULL; i++) {
            if (strcmp(names[i], o->name) == 0)
                sa_buf_addf(ret, ";%s", o->script);
        }
    }
    return sa_buf_status(ret) < 0 ? sa_fail_nomem(err) : 0;
}
