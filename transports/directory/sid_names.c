/* SPDX-License-Identifier: Apache-2.0 */
/* Well-known SIDs ([MS-DTYP] 2.4.2.4): English names, and what each means for who is in control.
 * Domain RIDs have their meaning in every domain (S-1-5-21-a-b-c), but nowhere else. */
#include "syncaudit/compiler.h"
#include "syncaudit/sid.h"

struct well_known {
    uint64_t authority;
    uint8_t count;
    uint32_t sub[2];
    enum sa_sid_tier tier;
    const char *name;
};

struct domain_rid {
    uint32_t rid;
    enum sa_sid_tier tier;
    const char *name;
};

/* One row, one line. */
/* clang-format off */
static const struct well_known well_known[] = {
    {0, 1, {0, 0}, SA_SID_ORDINARY, "Nobody"},
    {1, 1, {0, 0}, SA_SID_BROAD, "Everyone"},
    {2, 1, {0, 0}, SA_SID_BROAD, "Local"},
    {2, 1, {1, 0}, SA_SID_ORDINARY, "Console Logon"},
    {3, 1, {0, 0}, SA_SID_SELF, "Creator Owner"},
    {3, 1, {1, 0}, SA_SID_SELF, "Creator Group"},
    {3, 1, {2, 0}, SA_SID_SELF, "Creator Owner Server"},
    {3, 1, {3, 0}, SA_SID_SELF, "Creator Group Server"},
    {3, 1, {4, 0}, SA_SID_SELF, "Owner Rights"},
    {5, 1, {1, 0}, SA_SID_BROAD, "Dialup"},
    {5, 1, {2, 0}, SA_SID_BROAD, "Network"},
    {5, 1, {3, 0}, SA_SID_BROAD, "Batch"},
    {5, 1, {4, 0}, SA_SID_BROAD, "Interactive"},
    {5, 1, {6, 0}, SA_SID_BROAD, "Service"},
    {5, 1, {7, 0}, SA_SID_BROAD, "Anonymous Logon"},
    {5, 1, {8, 0}, SA_SID_ORDINARY, "Proxy"},
    {5, 1, {9, 0}, SA_SID_TIER0, "Enterprise Domain Controllers"},
    {5, 1, {10, 0}, SA_SID_SELF, "Self"},
    {5, 1, {11, 0}, SA_SID_BROAD, "Authenticated Users"},
    {5, 1, {12, 0}, SA_SID_BROAD, "Restricted"},
    {5, 1, {13, 0}, SA_SID_BROAD, "Terminal Server User"},
    {5, 1, {14, 0}, SA_SID_BROAD, "Remote Interactive Logon"},
    {5, 1, {15, 0}, SA_SID_BROAD, "This Organization"},
    {5, 1, {17, 0}, SA_SID_BROAD, "IUSR"},
    {5, 1, {18, 0}, SA_SID_TIER0, "System"},
    {5, 1, {19, 0}, SA_SID_ORDINARY, "Local Service"},
    {5, 1, {20, 0}, SA_SID_ORDINARY, "Network Service"},
    {5, 1, {33, 0}, SA_SID_BROAD, "Write Restricted"},
    {5, 1, {113, 0}, SA_SID_BROAD, "Local account"},
    {5, 1, {114, 0}, SA_SID_PRIVILEGED, "Local account and member of Administrators group"},
    {5, 1, {1000, 0}, SA_SID_BROAD, "Other Organization"},
    {5, 2, {32, 544}, SA_SID_TIER0, "BUILTIN\\Administrators"},
    {5, 2, {32, 545}, SA_SID_BROAD, "BUILTIN\\Users"},
    {5, 2, {32, 546}, SA_SID_BROAD, "BUILTIN\\Guests"},
    {5, 2, {32, 547}, SA_SID_ORDINARY, "BUILTIN\\Power Users"},
    {5, 2, {32, 548}, SA_SID_PRIVILEGED, "BUILTIN\\Account Operators"},
    {5, 2, {32, 549}, SA_SID_PRIVILEGED, "BUILTIN\\Server Operators"},
    {5, 2, {32, 550}, SA_SID_PRIVILEGED, "BUILTIN\\Print Operators"},
    {5, 2, {32, 551}, SA_SID_PRIVILEGED, "BUILTIN\\Backup Operators"},
    {5, 2, {32, 552}, SA_SID_PRIVILEGED, "BUILTIN\\Replicator"},
    {5, 2, {32, 554}, SA_SID_BROAD, "BUILTIN\\Pre-Windows 2000 Compatible Access"},
    {5, 2, {32, 555}, SA_SID_ORDINARY, "BUILTIN\\Remote Desktop Users"},
    {5, 2, {32, 556}, SA_SID_ORDINARY, "BUILTIN\\Network Configuration Operators"},
    {5, 2, {32, 557}, SA_SID_PRIVILEGED, "BUILTIN\\Incoming Forest Trust Builders"},
    {5, 2, {32, 558}, SA_SID_ORDINARY, "BUILTIN\\Performance Monitor Users"},
    {5, 2, {32, 559}, SA_SID_ORDINARY, "BUILTIN\\Performance Log Users"},
    {5, 2, {32, 560}, SA_SID_ORDINARY, "BUILTIN\\Windows Authorization Access Group"},
    {5, 2, {32, 561}, SA_SID_ORDINARY, "BUILTIN\\Terminal Server License Servers"},
    {5, 2, {32, 562}, SA_SID_ORDINARY, "BUILTIN\\Distributed COM Users"},
    {5, 2, {32, 568}, SA_SID_ORDINARY, "BUILTIN\\IIS_IUSRS"},
    {5, 2, {32, 569}, SA_SID_PRIVILEGED, "BUILTIN\\Cryptographic Operators"},
    {5, 2, {32, 573}, SA_SID_ORDINARY, "BUILTIN\\Event Log Readers"},
    {5, 2, {32, 574}, SA_SID_ORDINARY, "BUILTIN\\Certificate Service DCOM Access"},
    {5, 2, {32, 575}, SA_SID_ORDINARY, "BUILTIN\\RDS Remote Access Servers"},
    {5, 2, {32, 576}, SA_SID_ORDINARY, "BUILTIN\\RDS Endpoint Servers"},
    {5, 2, {32, 577}, SA_SID_ORDINARY, "BUILTIN\\RDS Management Servers"},
    {5, 2, {32, 578}, SA_SID_PRIVILEGED, "BUILTIN\\Hyper-V Administrators"},
    {5, 2, {32, 579}, SA_SID_ORDINARY, "BUILTIN\\Access Control Assistance Operators"},
    {5, 2, {32, 580}, SA_SID_ORDINARY, "BUILTIN\\Remote Management Users"},
    {5, 2, {32, 581}, SA_SID_ORDINARY, "BUILTIN\\System Managed Accounts Group"},
    {5, 2, {32, 582}, SA_SID_ORDINARY, "BUILTIN\\Storage Replica Administrators"},
    {5, 2, {64, 10}, SA_SID_BROAD, "NTLM Authentication"},
    {5, 2, {64, 14}, SA_SID_BROAD, "SChannel Authentication"},
    {5, 2, {64, 21}, SA_SID_BROAD, "Digest Authentication"},
    {5, 2, {80, 0}, SA_SID_ORDINARY, "All Services"},
    {15, 2, {2, 1}, SA_SID_BROAD, "All Application Packages"},
    {18, 1, {1, 0}, SA_SID_BROAD, "Authentication authority asserted identity"},
    {18, 1, {2, 0}, SA_SID_BROAD, "Service asserted identity"},
};

static const struct domain_rid domain_rids[] = {
    {498, SA_SID_PRIVILEGED, "Enterprise Read-only Domain Controllers"},
    {500, SA_SID_TIER0, "Administrator"},
    {501, SA_SID_BROAD, "Guest"},
    {502, SA_SID_TIER0, "krbtgt"},
    {503, SA_SID_ORDINARY, "DefaultAccount"},
    {512, SA_SID_TIER0, "Domain Admins"},
    {513, SA_SID_BROAD, "Domain Users"},
    {514, SA_SID_BROAD, "Domain Guests"},
    {515, SA_SID_BROAD, "Domain Computers"},
    {516, SA_SID_TIER0, "Domain Controllers"},
    {517, SA_SID_PRIVILEGED, "Cert Publishers"},
    {518, SA_SID_TIER0, "Schema Admins"},
    {519, SA_SID_TIER0, "Enterprise Admins"},
    {520, SA_SID_PRIVILEGED, "Group Policy Creator Owners"},
    {521, SA_SID_PRIVILEGED, "Read-only Domain Controllers"},
    {522, SA_SID_PRIVILEGED, "Cloneable Domain Controllers"},
    {525, SA_SID_ORDINARY, "Protected Users"},
    {526, SA_SID_PRIVILEGED, "Key Admins"},
    {527, SA_SID_PRIVILEGED, "Enterprise Key Admins"},
    {528, SA_SID_PRIVILEGED, "Forest Trust Accounts"},
    {529, SA_SID_PRIVILEGED, "External Trust Accounts"},
    {553, SA_SID_ORDINARY, "RAS and IAS Servers"},
    {571, SA_SID_ORDINARY, "Allowed RODC Password Replication Group"},
    {572, SA_SID_ORDINARY, "Denied RODC Password Replication Group"},
};
/* clang-format on */

static const struct well_known *find_well_known(const struct sa_sid *sid)
{
    for (size_t i = 0; i < SA_COUNT(well_known); i++) {
        const struct well_known *known = &well_known[i];

        if (sid->authority == known->authority && sid->count == known->count &&
            sid->sub[0] == known->sub[0] && (sid->count < 2 || sid->sub[1] == known->sub[1]))
            return known;
    }
    return NULL;
}

static const struct domain_rid *find_domain_rid(const struct sa_sid *sid)
{
    if (sid->authority != 5 || sid->count != 5 || sid->sub[0] != 21)
        return NULL;
    for (size_t i = 0; i < SA_COUNT(domain_rids); i++) {
        if (sid->sub[4] == domain_rids[i].rid)
            return &domain_rids[i];
    }
    return NULL;
}

const char *sa_sid_known_name(const struct sa_sid *sid)
{
    const struct well_known *known = find_well_known(sid);
    const struct domain_rid *rid = find_domain_rid(sid);

    if (known != NULL)
        return known->name;
    return rid != NULL ? rid->name : NULL;
}

enum sa_sid_tier sa_sid_tier_of(const struct sa_sid *sid)
{
    const struct well_known *known = find_well_known(sid);
    const struct domain_rid *rid = find_domain_rid(sid);

    if (known != NULL)
        return known->tier;
    return rid != NULL ? rid->tier : SA_SID_ORDINARY;
}
