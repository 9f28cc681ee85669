/* SPDX-License-Identifier: Apache-2.0 */
#include "private.h"
int bind_ntlm(struct sa_ldap *ldap, const struct sa_ldap_options *options, struct sa_error *err)
{
    (void)ldap;
    (void)options;
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "NTLM is not built in");
}
