/* SPDX-License-Identifier: Apache-2.0 */
/* The forest of the believable sample. */
#include <stdlib.h>
#include <string.h>

#include "sample_evaluation.h"

static const struct sa_forest_domain domain_rows[] = {
    {"contoso.com",      "CONTOSO", true,  true },
    {"emea.contoso.com", "EMEA",    false, false},
};

static const struct sa_sync_account account_rows[] = {
    {"CONTOSO\\MSOL_0123456789ab", "user",                            "connector, suspect", "SYNC01",         1,
     "2021-03-04T09:12:44Z",                                                                                                              "2026-11-20T03:11:09Z", "MSOL_0123456789ab > T0-Sync > Domain Admins"},
    {"CONTOSO\\svc-sync02",        "user",                            "connector",          "SYNC02",         -1, "",                     "",                     ""                                           },
    {"CONTOSO\\gmsa-sync$",        "msDS-GroupManagedServiceAccount", "service",            "SYNC01, SYNC02", 1,
     "2026-11-01T00:00:00Z",                                                                                                              "2026-11-19T22:00:00Z", ""                                           },
    {"CONTOSO\\SYNC03$",           "computer",                        "server",             "SYNC03",         0,  "2024-01-15T10:00:00Z",
     "2024-02-01T08:30:00Z",                                                                                                                                      ""                                           },
};

static const struct sa_gap gap_rows[] = {
    {"ad_forest",  "domain", "emea.contoso.com",                       "unreachable",
     "no domain controller of 'emea.contoso.com' answered" },
    {"ad_account", "laps",   "CN=SYNC01,OU=Servers,DC=contoso,DC=com", "denied",
     "the attributes of LAPS are not shown to this account"},
};

static const struct sa_footprint_sum footprint_rows[] = {
    {"dns",      "locate",  2,  0, 5,    0,      31  },
    {"cldap",    "ping",    2,  1, 1,    214,    5012},
    {"ldap",     "connect", 1,  0, 0,    0,      12  },
    {"kerberos", "ticket",  1,  0, 0,    0,      9   },
    {"ldap",     "bind",    1,  0, 0,    1840,   22  },
    {"ldap",     "search",  61, 3, 1904, 812334, 2290},
};

static const struct sa_source_coverage source_rows[] = {
    {"ad_account", SA_COVERAGE_OK,     "ok",     "",                "", "",                                            "2026-11-22T14:56:30Z", "2026-11-22T14:56:41Z",
     57,                                                                                                                                                                  ""       },
    {"ad_forest",  SA_COVERAGE_OK,     "ok",     "",                "", "",                                            "2026-11-22T14:56:20Z", "2026-11-22T14:56:29Z",
     4,                                                                                                                                                                   ""       },
    {"ad_right",   SA_COVERAGE_FAILED, "denied", "dc1.contoso.com",
     "the DC refused to show security descriptors",                     "give the account read access to permissions",
     "2026-11-22T14:56:42Z",                                                                                                                   "2026-11-22T14:56:43Z", 0, "ACC-003"},
};

static void *copy_of(struct sample *sample, const void *rows, size_t size)
{
    void *copy = sa_arena_alloc(&sample->arena, size);

    if (copy == NULL)
        abort();
    memcpy(copy, rows, size);
    return copy;
}

void sample_make_forest(struct sample *sample, struct sa_target *target,
                        const struct sa_target *servers, size_t count)
{
    struct sa_forest forest = {
        .answered = true,
        .root_domain = "contoso.com",
        .server = "dc1.contoso.com",
        .mechanism = "GSS-SPNEGO (Kerberos)",
        .protection = "sealed by Kerberos, AES256",
        .functional_level = 7,
        .clock_offset_s = -2,
        .servers = sa_arena_array(&sample->arena, count + 1, sizeof(struct sa_target *)),
        .certain = sa_arena_array(&sample->arena, count + 1, sizeof(bool)),
        .domains = copy_of(sample, domain_rows, sizeof domain_rows),
        .domain_count = SA_COUNT(domain_rows),
        .domain_total = SA_COUNT(domain_rows),
        .accounts = copy_of(sample, account_rows, sizeof account_rows),
        .account_count = SA_COUNT(account_rows),
        .account_total = SA_COUNT(account_rows),
        .gaps = copy_of(sample, gap_rows, sizeof gap_rows),
        .gap_count = SA_COUNT(gap_rows),
        .gap_total = SA_COUNT(gap_rows),
        .footprint = copy_of(sample, footprint_rows, sizeof footprint_rows),
        .footprint_count = SA_COUNT(footprint_rows),
        .asked = "dc1.contoso.com, dc2.contoso.com",
    };

    if (forest.servers == NULL || forest.certain == NULL)
        abort();
    for (size_t i = 0; i < count; i++) {
        forest.certain[i] = true;
        forest.servers[forest.server_count++] = &servers[i];
    }
    target->forest = copy_of(sample, &forest, sizeof forest);
    target->sources = copy_of(sample, source_rows, sizeof source_rows);
    target->source_count = SA_COUNT(source_rows);
}

static const struct sa_footprint_sum host_rows[] = {
    {"http",  "authenticate", 1,  0, 0,   412,   9  },
    {"wsman", "Enumerate",    14, 1, 14,  22100, 380},
    {"wsman", "Pull",         12, 0, 603, 90211, 410},
};

void sample_make_windows(struct sample *sample, struct sa_target *target, bool answered)
{
    struct sa_windows windows = {
        .answered = answered,
        .caption = answered ? "Microsoft Windows Server 2022 Standard" : "",
        .build = answered ? "20348.2113" : "",
        .domain = answered ? "contoso.com" : "",
        .machine = answered ? "Microsoft Corporation Virtual Machine (hyper-v)" : "",
        .booted_at = answered ? "2026-11-20T03:00:00Z" : "",
        .mechanism = answered ? "Kerberos" : "",
        .protocol = answered ? "HTTP, sealed by Kerberos (AES256)" : "",
        .is_protected = answered,
        .clock_offset_s = answered ? -3 : 0,
        .processors = answered ? 4 : -1,
        .memory_mb = answered ? 16384 : -1,
        .footprint = copy_of(sample, host_rows, sizeof host_rows),
        .footprint_count = answered ? SA_COUNT(host_rows) : 0,
        .asked = "sync01.contoso.com",
    };

    target->windows = copy_of(sample, &windows, sizeof windows);
}
