/* SPDX-License-Identifier: Apache-2.0 */
/* Stands in for the module of PowerShell Remoting where it is not built: nothing can run, and what would is
 * only named. */
#include "syncaudit/psrp.h"

#define ENGINE "ADSyncOperators and ADSyncBrowse, or local administrator"
#define ADMIN  "local administrator"

/* clang-format off */
static const struct sa_psrp_operation operations[] = {
    {"engine", "Get-ADSyncGlobalSettings", "version and global settings of the sync engine", ENGINE, false, "$null"},
    {"scheduler", "Get-ADSyncScheduler", "the scheduler's state", ENGINE, false, "$null"},
    {"run_history", "Get-ADSyncRunProfileResult", "runs and their errors", ENGINE, false, "$null"},
    {"configuration", "Get-ADSyncServerConfiguration", "the whole configuration", ENGINE, true, "$null"},
    {"user_right", "secedit /export", "who holds which user right", ADMIN, true, "$null"},
    {"audit_policy", "auditpol /backup", "the effective audit policy", ADMIN, true, "$null"},
    {NULL, NULL, NULL, NULL, false, NULL},
};
/* clang-format on */

const struct sa_psrp_operation *sa_psrp_operations(void)
{
    return operations;
}

int sa_psrp_add_script(struct sa_buf *ret, const char *const *names, struct sa_error *err)
{
    (void)names;
    return sa_buf_add_text(
               ret, "param([string]$Source, [int]$Days = 7, [int]$MaxRuns = 200)\n$null\n") < 0
               ? sa_fail_nomem(err)
               : 0;
}

int sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret, struct sa_error *err)
{
    (void)options;
    (void)ret;
    return sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                   "this build has no PowerShell Remoting");
}

void sa_psrp_close(struct sa_psrp *pool)
{
    (void)pool;
}

const struct sa_psrp_info *sa_psrp_info(const struct sa_psrp *pool)
{
    static const struct sa_psrp_info none;
    (void)pool;
    return &none;
}

int sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call, sa_psrp_record_fn *each,
                void *payload, enum sa_psrp_state *ret_state, struct sa_psrp_error *ret_reason,
                struct sa_error *err)
{
    (void)pool;
    (void)call;
    (void)each;
    (void)payload;
    (void)ret_state;
    (void)ret_reason;
    return sa_fail(err, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                   "this build has no PowerShell Remoting");
}

const struct sa_clixml_value *sa_clixml_member(const struct sa_clixml_value *value,
                                               const char *name)
{
    (void)value;
    (void)name;
    return NULL;
}

const char *sa_clixml_text(const struct sa_clixml_value *value)
{
    (void)value;
    return NULL;
}
