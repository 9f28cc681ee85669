/* SPDX-License-Identifier: Apache-2.0 */
/* What forest_domain.c gathers for forest_config.c to store. */
#ifndef SYNCAUDIT_COLLECT_FOREST_DOMAIN_H
#define SYNCAUDIT_COLLECT_FOREST_DOMAIN_H
#include "forest_value.h"

#define SA_AD_LAPS_LEGACY  "ms-Mcs-AdmPwdExpirationTime"
#define SA_AD_LAPS_WINDOWS "msLAPS-PasswordExpirationTime"

struct sa_ad_config {
    struct sa_ldap *first; /* until its domain is known */
    const char *server, *mechanism, *protection, *default_dn;
    const char *domain; /* of `default_dn`; NULL: it is none */
    int64_t forest_level, clock_offset_s;
    struct sa_ad_entries partitions, schema, services, sites;
    const char **references; /* of each entry of `sites`: key of its serverReference, or NULL */
    struct sa_ad_entries *controllers; /* of each domain: domain controllers and krbtgt */
};
#endif
