/* SPDX-License-Identifier: Apache-2.0 */
/* Stands in for runspaces where they are not built: nothing can run, and what would is only named. Weak: any
 * other definition wins. */
#include "syncaudit/psrp.h"

#define WEAK __attribute__((weak))

WEAK int sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret,
                      struct sa_error *err)
{
    (void)options;
    (void)ret;
    return sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                   "this build has no PowerShell Remoting");
}

WEAK void sa_psrp_close(struct sa_psrp *pool)
{
    (void)pool;
}

WEAK const struct sa_psrp_info *sa_psrp_info(const struct sa_psrp *pool)
{
    (void)pool;
    return NULL;
}

WEAK int sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call, sa_psrp_record_fn *each,
                     void *payload, enum sa_psrp_state *ret_state, struct sa_psrp_error *ret_reason,
                     struct sa_error *err)
{
    (void)pool;
    (void)call;
    (void)each;
    (void)payload;
    (void)ret_state;
    (void)ret_reason;
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "there is no runspace");
}
