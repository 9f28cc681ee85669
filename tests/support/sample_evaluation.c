/* SPDX-License-Identifier: Apache-2.0 */
/* The believable sample, written as tables and turned into an evaluation. Scores are computed from
 * the results by the documented model, so that pictures of the report make sense. */
#include "sample_evaluation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SHA_A "9f2c4c1e3f0d5a7b8890aabbccddeeff00112233445566778899aabbccddeeff"
#define SHA_B "04d1b1c2a3948576fedcba98765432100123456789abcdeffedcba9876543210"

enum { ACTIVE, STAGING, TENANT, FOREST, TARGETS };

static const char *const areas[] = {"staging",  "parity",   "synchronisation",
                                    "accounts", "patching", "audit"};

struct check_row {
    const char *id, *area, *title;
    enum sa_severity severity;
    enum sa_applies applies;
    const char *needs[3];
    const char *why, *remedy;
};

static const struct check_row check_rows[] = {
    {"STG-001",
     "staging",         "Exactly one active sync server, and every server has its declared role",
     SA_CRITICAL, SA_APPLIES_TENANT,
     {"global_settings"},
     "Two active servers overwrite each other; no active server means that no change reaches "
     "Entra ID.",                                                                             "Put the wrong server into staging mode with the wizard before enabling the other."},
    {"STG-007",
     "staging",         "Password hash sync and password writeback do not run on a staging server",
     SA_HIGH,     SA_APPLIES_STAGING,
     {"global_settings", "connector"},
     "A staging server that writes is no staging server.",                                    "Open the wizard on the staging server and confirm staging mode."                  },
    {"PAR-002",
     "parity",          "Both servers run the same Entra Connect version",
     SA_HIGH,     SA_APPLIES_PAIR,
     {"global_settings"},
     "Default rules and connectors change between versions, so that a switch would change "
     "identities too.",                                                                       "Upgrade the staging server first, compare, then swap roles."                      },
    {"PAR-004",
     "parity",          "Same OU scope (inclusions and exclusions) on both servers",
     SA_CRITICAL, SA_APPLIES_PAIR,
     {"connector"},
     "Objects in a container that only one server reads are deleted in Entra ID, or created, on "
     "the day the other one takes over.",                                                     "Run the wizard on the staging server, page Domain and OU filtering, and select the same "
     "containers."                                                                                                                      },
    {"PAR-007",
     "parity",          "Attribute flows of every rule are equal",
     SA_CRITICAL, SA_APPLIES_PAIR,
     {"sync_rule"},
     "A staging server with other flows rewrites identities on the day it takes over.",       "Export the rule from the active server with the rules editor and import it on the staging "
     "server; run a full synchronisation."                                                },
    {"PAR-010",
     "parity",          "Relative precedence of the rules is equal",
     SA_HIGH,     SA_APPLIES_PAIR,
     {"sync_rule"},
     "The first rule that gives a value wins; another order gives other values.",             "Set the precedence of custom rules as on the active server."                      },
    {"PAR-014",
     "parity",          "Connector options, run profiles, scheduler and deletion threshold are equal",
     SA_MEDIUM,   SA_APPLIES_PAIR,
     {"connector", "global_settings"},
     "Limits that differ turn the same event into an incident on one server only.",           "Align the options named, on the staging server."                                  },
    {"SYN-002",
     "synchronisation", "The active server completed a cycle with export recently",
     SA_CRITICAL, SA_APPLIES_ACTIVE,
     {"run_history"},
     "Without exports, leavers keep their access.",                                           "Look at the scheduler and at the last run of each connector."                     },
    {"SYN-003",
     "synchronisation", "The scheduler is enabled, not suspended, with a sane interval",
     SA_CRITICAL, SA_APPLIES_ALL,
     {"scheduler"},
     "A scheduler that somebody switched off is not missed for days.",                        "Set-ADSyncScheduler -SyncCycleEnabled $true"                                      },
    {"SYN-009",
     "synchronisation", "Accidental-delete protection is enabled with a sensible limit",
     SA_HIGH,     SA_APPLIES_ALL,
     {"global_settings"},
     "A wrong filter deletes accounts in Entra ID by the thousand; the limit stops the export "
     "before it does.",                                                                       "Enable-ADSyncExportDeletionThreshold -DeletionThreshold 500"                      },
    {"ACC-001",
     "accounts",        "The AD DS connector account is not privileged",
     SA_CRITICAL, SA_APPLIES_FOREST,
     {"ad_account"},
     "Whoever reads its password from the sync server owns the forest.",                      "Remove it from the groups named, then grant the rights that its features need."   },
    {"ACC-003",
     "accounts",        "No unexpected principal can replicate directory secrets",
     SA_CRITICAL, SA_APPLIES_FOREST,
     {"ad_right"},
     "Replication rights give every password hash.",                                          "Remove the right from the principals named."                                      },
    {"ACC-006",
     "accounts",        "The connector account is not kerberoastable, delegable or weak",
     SA_HIGH,     SA_APPLIES_FOREST,
     {"ad_account"},
     "Such an account falls without anybody touching the server.",                            "Clear the flags named."                                                           },
    {"ACC-012",
     "accounts",        "The connector account is in no other use: separate accounts per purpose",
     SA_LOW,      SA_APPLIES_ALL,
     {"connector"},
     "An account that two systems share cannot be disabled when one of them is attacked.",    "Give each connector an account of its own."                                       },
    {"ACC-015",
     "accounts",        "The server signs in to Entra ID with application-based authentication",
     SA_HIGH,     SA_APPLIES_ALL,
     {"connector"},
     "The legacy account has a password that can be read from the server and used anywhere.", "Update to 2.5.76 or later and run Add-EntraApplicationRegistration."              },
    {"PAT-001",
     "patching",        "The Entra Connect version is in support",
     SA_CRITICAL, SA_APPLIES_ALL,
     {"global_settings"},
     "A version out of support may stop to synchronise on any day, without notice.",          "Install the current release."                                                     },
    {"PAT-004",
     "patching",        "Automatic upgrade is in the wanted state and the last attempt succeeded",
     SA_LOW,      SA_APPLIES_ALL,
     {"upgrade_state"},
     "Servers that upgrade by themselves do so at different times.",                          "Set-ADSyncAutoUpgrade as your policy says."                                       },
    {"PAT-009",
     "patching",        "Product transition: Entra Connect Sync to Entra Cloud Sync is planned",
     SA_INFO,     SA_APPLIES_TENANT,
     {"global_settings"},
     "Microsoft names Cloud Sync as the successor.",                                          "Note the decision and its date."                                                  },
    {"AUD-001",
     "audit",           "Collection was complete and untampered",
     SA_HIGH,     SA_APPLIES_ALL,
     {"global_settings"},
     "What was not seen cannot be judged.",                                                   "Give the auditor the rights that the coverage section names."                     },
    {"AUD-003",
     "audit",           "The facts belong to the same time",
     SA_LOW,      SA_APPLIES_PAIR,
     {"global_settings"},
     "Exports taken days apart differ for good reasons.",                                     "Export both servers within a day."                                                },
};
#define CHECKS SA_COUNT(check_rows)

static const char *const query = "-- One row per setting that differs.\n"
                                 "SELECT d.staging AS host,\n"
                                 "       d.path AS subject,\n"
                                 "       d.staging_value AS observed,\n"
                                 "       d.active_value AS expected,\n"
                                 "       CASE WHEN d.minor THEN 'warn' ELSE 'fail' END AS status,\n"
                                 "       d.evidence AS evidence\n"
                                 "  FROM parity_difference d\n"
                                 " WHERE d.class = 'drift' AND d.area = 'scope'\n"
                                 "   AND length(d.active_value) < param('max_length')\n"
                                 " ORDER BY d.path";

static const struct sa_evidence_ref refs[] = {
    {1, "SYNC01",      "global_settings", "GlobalSettings/MV.xml",                                       SHA_A, "2026-11-22T14:53:20Z",
     412118                                                                                                                                  },
    {2, "SYNC01",      "connector",       "Connectors/Connector_{8f6e}.xml",                             SHA_B, "2026-11-22T14:53:21Z",
     2034112                                                                                                                                 },
    {3, "SYNC01",      "sync_rule",       "SynchronizationRules/In from AD - User Common.xml",           SHA_A,
     "2026-11-22T14:53:22Z",                                                                                                            48210},
    {4, "SYNC02",      "global_settings", "GlobalSettings/MV.xml",                                       SHA_B, "2026-11-22T14:55:02Z",
     412090                                                                                                                                  },
    {5, "SYNC02",      "connector",       "Connectors/Connector_{d41c}.xml",                             SHA_A, "2026-11-22T14:55:03Z",
     2034007                                                                                                                                 },
    {6, "SYNC02",      "sync_rule",       "SynchronizationRules/In from AD - User Common.xml",           SHA_B,
     "2026-11-22T14:55:05Z",                                                                                                            48377},
    {7, "contoso.com", "ad_account",      "contoso.com/CN=MSOL_0123456789ab,CN=Users,DC=contoso,DC=com",
     SHA_A,                                                                                                     "2026-11-22T14:56:30Z", 1893 },
};

struct finding_row {
    const char *subject, *observed, *expected;
    enum sa_result_status status;
    int refs[2]; /* ids of evidence, 0: none */
};

struct result_row {
    int target;
    const char *id;
    enum sa_result_status status;
    const char *reason;
    int gain;
    struct finding_row findings[4];
};

static const struct result_row result_rows[] = {
    {TENANT,  "STG-001", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {TENANT,
     "PAT-009",          SA_RESULT_INFO,
     "",                                                                               0,
     {{"contoso.onmicrosoft.com", "no decision on record", "a decision", SA_RESULT_INFO, {1, 4}}} },
    {STAGING, "STG-007", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {STAGING,
     "PAR-002",          SA_RESULT_FAIL,
     "",                                                                               4,
     {{"product version", "2.5.76.0", "2.5.79.0", SA_RESULT_FAIL, {1, 4}}}                        },
    {STAGING,
     "PAR-004",          SA_RESULT_FAIL,
     "",                                                                               31,
     {{"contoso.com / DC=contoso,DC=com / OU=Leavers",
       "included",
       "excluded",
       SA_RESULT_FAIL,
       {2, 5}},
      {"contoso.com / DC=contoso,DC=com / OU=Partners,OU=External",
       "absent",
       "included",
       SA_RESULT_FAIL,
       {2, 5}}}                                                                                   },
    {STAGING,
     "PAR-007",          SA_RESULT_FAIL,
     "",                                                                               31,
     {{"contoso.com / Inbound / In from AD - User Common / mapping mail",
       "IIF(IsPresent([mail]), [mail], IIF(IsPresent([proxyAddresses]), "
       "Word([proxyAddresses],1,\";\"), Error(\"no address\")))",
       "IIF(IsPresent([mail]), [mail], IIF(IsPresent([otherMailbox]), "
       "Word([otherMailbox],1,\";\"), Error(\"no address\")))",
       SA_RESULT_FAIL,
       {3, 6}},
      {"contoso.com / Inbound / In from AD - User Common / mapping description",
       "Trim([description])",
       "[description]",
       SA_RESULT_WARN,
       {3, 6}}}                                                                                   },
    {STAGING, "PAR-010", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {STAGING,
     "PAR-014",          SA_RESULT_WARN,
     "",                                                                               1,
     {{"contoso.com / run profile Delta Import / page size", "50", "500", SA_RESULT_WARN, {2, 5}}}},
    {STAGING, "AUD-003", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {ACTIVE,
     "SYN-002",          SA_RESULT_UNKNOWN,
     "run_history was not asked: an export folder does not hold it",                   0,
     {{0}}                                                                                        },
    {STAGING, "SYN-002", SA_RESULT_NOT_APPLICABLE, "SYNC02 is a staging server",       0,  {{0}}  },
    {ACTIVE,
     "SYN-003",          SA_RESULT_UNKNOWN,
     "scheduler was denied: access to Get-ADSyncScheduler is denied",                  0,
     {{0}}                                                                                        },
    {STAGING, "SYN-003", SA_RESULT_ERROR,          "the query went beyond its budget", 0,  {{0}}  },
    {ACTIVE,
     "SYN-009",          SA_RESULT_FAIL,
     "",                                                                               5,
     {{"deletion threshold", "disabled", "enabled, at most 500 objects", SA_RESULT_FAIL, {1, 0}}} },
    {STAGING, "SYN-009", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {ACTIVE,
     "ACC-012",          SA_RESULT_WARN,
     "",                                                                               1,
     {{"CONTOSO\\svc-sync",
       "used by 2 connectors: contoso.com, fabrikam.com",
       "one account per connector",
       SA_RESULT_WARN,
       {2, 0}}}                                                                                   },
    {STAGING, "ACC-012", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {ACTIVE,  "ACC-015", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {STAGING,
     "ACC-015",          SA_RESULT_FAIL,
     "",                                                                               4,
     {{"contoso.onmicrosoft.com - AAD",
       "Sync_SYNC02_0a1b2c3d4e5f@contoso.onmicrosoft.com (password)",
       "application with certificate",
       SA_RESULT_FAIL,
       {5, 0}}}                                                                                   },
    {FOREST,
     "ACC-001",          SA_RESULT_FAIL,
     "",                                                                               24,
     {{"CONTOSO\\MSOL_0123456789ab",
       "member of Domain Admins by MSOL_0123456789ab > T0-Sync > Domain Admins",
       "no privileged group",
       SA_RESULT_FAIL,
       {7, 0}}}                                                                                   },
    {FOREST,
     "ACC-003",          SA_RESULT_UNKNOWN,
     "not seen: 'ad_right': the DC refused to show security descriptors",              0,
     {{0}}                                                                                        },
    {FOREST,  "ACC-006", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {ACTIVE,  "PAT-001", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {STAGING, "PAT-001", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {ACTIVE,  "PAT-004", SA_RESULT_UNKNOWN,        "upgrade_state was not asked",      0,  {{0}}  },
    {STAGING, "PAT-004", SA_RESULT_UNKNOWN,        "upgrade_state was not asked",      0,  {{0}}  },
    {ACTIVE,  "AUD-001", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
    {STAGING, "AUD-001", SA_RESULT_PASS,           "",                                 0,  {{0}}  },
};

static const struct sa_difference difference_rows[] = {
    {SA_DIFFERENCE_DRIFT,    false, "flows",
     "contoso.com / Inbound / In from AD - User Common / mapping mail",                                "IIF(IsPresent([mail]), [mail], IIF(IsPresent([otherMailbox]), Word([otherMailbox],1,\";\"), "
     "Error(\"no address\")))",                  "IIF(IsPresent([mail]), [mail], IIF(IsPresent([proxyAddresses]), "
     "Word([proxyAddresses],1,\";\"), Error(\"no address\")))", "The address of every user without mail would change.", &refs[2], &refs[5]},
    {SA_DIFFERENCE_DRIFT,    true,  "flows",
     "contoso.com / Inbound / In from AD - User Common / mapping description",                         "[description]",
     "Trim([description])",                                                                                                                                           "Spaces around a description; nothing reads it.",       &refs[2], &refs[5]},
    {SA_DIFFERENCE_DRIFT,    false, "scope",     "contoso.com / DC=contoso,DC=com / OU=Leavers",
     "excluded",                                                                                                        "included",                                   "Leavers would come back to Entra ID.",                 &refs[1], &refs[4]},
    {SA_DIFFERENCE_DRIFT,    false, "scope",
     "contoso.com / DC=contoso,DC=com / OU=Partners,OU=External",                                      "included",      "absent",
     "Partners would lose their accounts.",                                                                                                                                                                                   &refs[1], &refs[4]},
    {SA_DIFFERENCE_DRIFT,    true,  "operation", "contoso.com / run profile Delta Import / page size",
     "500",                                                                                                             "50",                                         "Slower imports.",                                      &refs[1], &refs[4]},
    {SA_DIFFERENCE_VERSION,  false, "rules",     "contoso.com / Inbound / In from AD - Group Join",
     "Microsoft.InfromADGroupJoin.004",                                                                                 "Microsoft.InfromADGroupJoin.003",
     "Shipped anew with 2.5.79.",                                                                                                                                                                                             &refs[2], &refs[5]},
    {SA_DIFFERENCE_EXPECTED, false, "server",    "staging mode",                                       "false",         "true",
     "That is what the pair is for.",                                                                                                                                                                                         &refs[0], &refs[3]},
    {SA_DIFFERENCE_EXPECTED, false, "server",    "contoso.onmicrosoft.com - AAD / account",
     "Sync_SYNC01_11aa22bb33cc",                                                                                        "Sync_SYNC02_0a1b2c3d4e5f",                   "Each server has its own.",                             &refs[1],
     &refs[4]                                                                                                                                                                                                                                   },
};

static const struct sa_source_coverage source_rows[] = {
    {"global_settings", SA_COVERAGE_OK,        "ok",        "",            "", "",                                                         "2026-11-22T14:53:20Z",
     "2026-11-22T14:53:20Z",                                                                                                                                                               212, ""       },
    {"connector",       SA_COVERAGE_OK,        "ok",        "",            "", "",                                                         "2026-11-22T14:53:21Z", "2026-11-22T14:53:22Z",
     1884,                                                                                                                                                                                      ""       },
    {"sync_rule",       SA_COVERAGE_OK,        "ok",        "",            "", "",                                                         "2026-11-22T14:53:22Z", "2026-11-22T14:53:24Z",
     6120,                                                                                                                                                                                      ""       },
    {"scheduler",       SA_COVERAGE_FAILED,    "denied",    "SYNC01:5985",
     "access to 'Get-ADSyncScheduler' is denied",                              "add the account to ADSyncBrowse, or use the JEA endpoint", "2026-11-22T14:53:25Z",
     "2026-11-22T14:53:25Z",                                                                                                                                                               0,   "SYN-003"},
    {"run_history",     SA_COVERAGE_NOT_ASKED, "not asked", "",
     "an export folder does not hold the run history",                         "audit the server itself",                                  "",                     "",                     0,
     "SYN-002"                                                                                                                                                                                           },
    {"upgrade_state",   SA_COVERAGE_NOT_ASKED, "not asked", "",            "", "",                                                         "",                     "",                     0,   "PAT-004"},
};

static const struct sa_readiness_item gate_rows[] = {
    {"PAR-004", "Same OU scope (inclusions and exclusions) on both servers",     SA_CRITICAL,
     SA_RESULT_FAIL,                                                                                          "2 containers differ"             },
    {"PAR-007", "Attribute flows of every rule are equal",                       SA_CRITICAL, SA_RESULT_FAIL,
     "1 flow differs, 1 more in a minor way"                                                                                                    },
    {"SYN-003", "The scheduler is enabled, not suspended, with a sane interval", SA_CRITICAL,
     SA_RESULT_ERROR,                                                                                         "the query went beyond its budget"},
};

static void *take(struct sample *sample, size_t count, size_t size)
{
    void *memory = sa_arena_array(&sample->arena, count > 0 ? count : 1, size);

    if (memory == NULL)
        abort();
    return memory;
}

static const char **list_of(struct sample *sample, const char *const *texts, size_t count)
{
    const char **list = take(sample, count + 1, sizeof *list);

    for (size_t i = 0; i < count && texts[i] != NULL; i++)
        list[i] = texts[i];
    return list;
}

static void make_check(struct sample *sample, struct sa_check *check, const struct check_row *row,
                       const char *id)
{
    static const char *const references[] = {
        "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-staging-"
        "server",
        "NIST SP 800-53 CM-6"};

    *check = (struct sa_check){
        .id = id,
        .title = row->title,
        .area = row->area,
        .severity = row->severity,
        .applies = row->applies,
        .needs = list_of(sample, row->needs, SA_COUNT(row->needs)),
        .confirms = list_of(sample, NULL, 0),
        .params = take(sample, 2, sizeof *check->params),
        .param_count = 2,
        .why = row->why,
        .remedy = row->remedy,
        .references = list_of(sample, references, SA_COUNT(references)),
        .sql = query,
        .sql_line = 14,
        .file = "catalogue/parity/PAR-004.sql",
        .embedded = true,
        .sha256 = SHA_A,
    };
    check->params[0] = (struct sa_param){"max_length", SA_PARAM_INT, "200", "100", true};
    check->params[1] = (struct sa_param){"strict", SA_PARAM_BOOL, "1", "0", false};
}

static void make_catalogue(struct sample *sample, size_t count)
{
    struct sa_catalogue *catalogue = &sample->catalogue;

    catalogue->checks = take(sample, count, sizeof *catalogue->checks);
    catalogue->count = count;
    catalogue->version = "1.0";
    catalogue->sha256 = SHA_B;
    for (size_t i = 0; i < count; i++) {
        const struct check_row *row = &check_rows[i % CHECKS];
        const char *id =
            i < CHECKS ? row->id : sa_arena_printf(&sample->arena, "%.3s-%03zu", row->id, i + 100);

        make_check(sample, &catalogue->checks[i], row, id);
    }
}

static void make_findings(struct sample *sample, struct sa_result *result,
                          const struct finding_row *rows, size_t count)
{
    result->findings = take(sample, count, sizeof *result->findings);
    for (size_t i = 0; i < count && rows[i].subject != NULL; i++) {
        struct sa_finding *finding = &result->findings[result->finding_count++];
        /* NOLINTNEXTLINE(bugprone-sizeof-expression): it is a list of pointers */
        const struct sa_evidence_ref **evidence = take(sample, 3, sizeof *evidence);
        size_t found = 0;

        for (size_t j = 0; j < 2; j++) {
            if (rows[i].refs[j] > 0)
                evidence[found++] = &refs[rows[i].refs[j] - 1];
        }
        *finding = (struct sa_finding){.status = rows[i].status,
                                       .subject = rows[i].subject,
                                       .observed = rows[i].observed,
                                       .expected = rows[i].expected,
                                       .evidence = evidence};
        (void)snprintf(finding->id, sizeof finding->id, "%s%04zx%04zx", "f00dcafe",
                       (size_t)(result->check - sample->catalogue.checks) & 0xFFFF, i & 0xFFFF);
    }
}

static void count_results(struct sa_score *score, const struct sa_target *target, const char *area)
{
    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];

        if (area != NULL && strcmp(result->check->area, area) != 0)
            continue;
        score->count[result->status]++;
        if (result->status == SA_RESULT_FAIL)
            score->open[result->check->severity]++;
    }
}

struct sums {
    int weight, earned_half, unknown;
    bool unknown_critical, unknown_high;
};

static void sum_results(struct sums *sums, const struct sa_target *target, const char *area)
{
    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];
        int weight = sa_severity_weight(result->check->severity);

        if ((area != NULL && strcmp(result->check->area, area) != 0) ||
            result->status == SA_RESULT_INFO || result->status == SA_RESULT_NOT_APPLICABLE)
            continue;
        sums->weight += weight;
        if (result->status == SA_RESULT_PASS)
            sums->earned_half += 2 * weight;
        if (result->status == SA_RESULT_WARN)
            sums->earned_half += weight;
        if (result->status == SA_RESULT_UNKNOWN || result->status == SA_RESULT_ERROR) {
            sums->unknown += weight;
            sums->unknown_critical |= result->check->severity == SA_CRITICAL;
            sums->unknown_high |= result->check->severity == SA_HIGH;
        }
    }
}

static int capped(int points, bool has_critical, bool has_high)
{
    if (has_critical)
        return points / 2;
    return has_high && points > 89 ? 89 : points;
}

static void make_score(struct sa_score *score, const struct sums *sums, bool with_caps)
{
    bool critical = score->open[SA_CRITICAL] > 0;
    bool high = score->open[SA_HIGH] > 0;

    score->grade = "";
    if (sums->weight == 0)
        return;
    score->has_score = true;
    score->lower = sums->earned_half * 50 / sums->weight;
    score->upper = (sums->earned_half + 2 * sums->unknown) * 50 / sums->weight;
    score->coverage = 100.0 * (sums->weight - sums->unknown) / sums->weight;
    if (!with_caps)
        return;
    score->lower =
        capped(score->lower, critical || sums->unknown_critical, high || sums->unknown_high);
    score->upper = capped(score->upper, critical, high);
    score->grade = score->coverage < 80 ? "INCOMPLETE"
                   : score->lower >= 90 ? "A"
                   : score->lower >= 80 ? "B"
                   : score->lower >= 65 ? "C"
                   : score->lower >= 50 ? "D"
                                        : "E";
    if (critical)
        (void)snprintf(score->cap, sizeof score->cap, "halved: %zu critical open",
                       score->open[SA_CRITICAL]);
}

static void score_target(struct sample *sample, struct sa_target *target,
                         const struct sa_target *tenant, const struct sa_target *forest)
{
    struct sums sums = {0};

    count_results(&target->score, target, NULL);
    sum_results(&sums, target, NULL);
    if (tenant != NULL) {
        count_results(&target->score, tenant, NULL);
        sum_results(&sums, tenant, NULL);
    }
    if (forest != NULL) {
        count_results(&target->score, forest, NULL);
        sum_results(&sums, forest, NULL);
    }
    make_score(&target->score, &sums, true);
    target->areas = take(sample, SA_COUNT(areas), sizeof *target->areas);
    for (size_t i = 0; i < SA_COUNT(areas); i++) {
        struct sa_area_score *area = &target->areas[target->area_count];

        sums = (struct sums){0};
        area->area = areas[i];
        count_results(&area->score, target, areas[i]);
        sum_results(&sums, target, areas[i]);
        make_score(&area->score, &sums, false);
        target->area_count += area->score.has_score;
    }
}

static void make_sources(struct sample *sample, struct sa_target *target)
{
    target->sources = take(sample, SA_COUNT(source_rows), sizeof *target->sources);
    memcpy(target->sources, source_rows, sizeof source_rows);
    target->source_count = SA_COUNT(source_rows);
}

static void make_targets(struct sample *sample)
{
    static const struct sa_target rows[TARGETS] = {
        {.id = 1,
         .kind = SA_TARGET_SERVER,
         .name = "SYNC01",
         .role = "active",
         .declared_role = "active",
         .server_name = "SYNC01",
         .tenant = "contoso.onmicrosoft.com",
         .product_version = "2.5.79.0",
         .exported_at = "2026-11-22T14:40:00Z",
         .location = "exports/2026-q4/SYNC01"   },
        {.id = 2,
         .kind = SA_TARGET_SERVER,
         .name = "SYNC02",
         .role = "staging",
         .declared_role = "staging",
         .server_name = "SYNC02",
         .tenant = "contoso.onmicrosoft.com",
         .product_version = "2.5.76.0",
         .exported_at = "2026-11-22T14:41:00Z",
         .location = "exports/2026-q4/SYNC02"   },
        {.kind = SA_TARGET_TENANT,
         .name = "contoso.onmicrosoft.com",
         .role = "",
         .declared_role = "",
         .server_name = "",
         .tenant = "",
         .product_version = "",
         .exported_at = "",
         .location = ""                       },
        {.id = 3,
         .kind = SA_TARGET_FOREST,
         .name = "contoso.com",
         .role = "",
         .declared_role = "",
         .server_name = "",
         .tenant = "",
         .product_version = "",
         .exported_at = "",
         .location = "contoso.com"},
    };
    struct sa_target *targets = take(sample, TARGETS, sizeof *targets);

    memcpy(targets, rows, sizeof rows);
    for (size_t i = 0; i < TARGETS; i++)
        targets[i].results = take(sample, SA_COUNT(result_rows), sizeof *targets->results);
    for (size_t i = 0; i < SA_COUNT(result_rows); i++) {
        const struct result_row *row = &result_rows[i];
        struct sa_target *target = &targets[row->target];
        struct sa_result *result = &target->results[target->result_count++];

        *result = (struct sa_result){.check = sa_catalogue_find(&sample->catalogue, row->id),
                                     .target = target,
                                     .status = row->status,
                                     .reason = row->reason,
                                     .gain = row->gain};
        make_findings(sample, result, row->findings, SA_COUNT(row->findings));
    }
    for (size_t i = 0; i < TARGETS; i++) {
        bool is_server = i == ACTIVE || i == STAGING;

        score_target(sample, &targets[i], is_server ? &targets[TENANT] : NULL,
                     is_server ? &targets[FOREST] : NULL);
        if (is_server)
            make_sources(sample, &targets[i]);
    }
    sample_make_forest(sample, &targets[FOREST], targets, 2);
    sample_make_windows(sample, &targets[ACTIVE], true);
    sample_make_windows(sample, &targets[STAGING], false);
    sample_make_engine(sample, &targets[ACTIVE], true);
    sample_make_engine(sample, &targets[STAGING], false);
    sample->evaluation.targets = targets;
    sample->evaluation.target_count = TARGETS;
}

static void make_pair(struct sample *sample)
{
    struct sa_evaluation *evaluation = &sample->evaluation;
    struct sa_pair *pair = take(sample, 1, sizeof *pair);
    struct sa_readiness *readiness = take(sample, 1, sizeof *readiness);

    *pair = (struct sa_pair){
        .active = &evaluation->targets[ACTIVE],
        .staging = &evaluation->targets[STAGING],
        .notice = "The exports were taken 1 minute apart; SYNC02 runs an older version.",
        .compared = true,
        .complete = true,
        .items = 4312,
        .differences = take(sample, SA_COUNT(difference_rows), sizeof *pair->differences),
        .difference_count = SA_COUNT(difference_rows),
    };
    for (size_t i = 0; i < pair->difference_count; i++) {
        pair->differences[i] = difference_rows[i];
        pair->count[difference_rows[i].class]++;
    }
    *readiness = (struct sa_readiness){
        .pair = pair,
        .verdict = "NOT READY",
        .sentence =
            "SYNC02 would change identities if it took over now: 2 critical checks fail and "
            "1 is not known.",
        .items = take(sample, SA_COUNT(gate_rows), sizeof *readiness->items),
        .item_count = SA_COUNT(gate_rows),
    };
    memcpy(readiness->items, gate_rows, sizeof gate_rows);
    evaluation->pairs = pair;
    evaluation->pair_count = 1;
    evaluation->readiness = readiness;
    evaluation->readiness_count = 1;
}

static void make_run(struct sample *sample)
{
    sample->evaluation = (struct sa_evaluation){
        .run = {"4f0c2a9be1d84c55a7b3d0e6f1829ab4", "2026-11-22T14:53:16Z", "2026-11-22T14:58:06Z",
                "0.1.0", "1.0", SHA_B, "CONTOSO\\auditor", "AUDIT01", false},
        .catalogue_version = "1.0",
        .catalogue_sha256 = SHA_B,
        .selection_complete = true,
        .min_coverage = 80,
    };
}

static void find_weakest(struct sa_evaluation *evaluation)
{
    evaluation->estate_lower = evaluation->estate_upper = -1;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_score *score = &evaluation->targets[i].score;

        if (evaluation->targets[i].kind != SA_TARGET_SERVER || !score->has_score)
            continue;
        if (evaluation->estate_lower < 0 || score->lower < evaluation->estate_lower)
            evaluation->estate_lower = score->lower;
        if (evaluation->estate_upper < 0 || score->upper < evaluation->estate_upper)
            evaluation->estate_upper = score->upper;
    }
}

void sample_make(struct sample *sample)
{
    *sample = (struct sample){.arena = SA_ARENA_INIT((size_t)1 << 30)};
    make_catalogue(sample, CHECKS);
    make_run(sample);
    make_targets(sample);
    make_pair(sample);
    find_weakest(&sample->evaluation);
}

static void make_large_target(struct sample *sample, struct sa_target *target, size_t number)
{
    static const enum sa_result_status statuses[] = {
        SA_RESULT_PASS, SA_RESULT_PASS, SA_RESULT_PASS,    SA_RESULT_FAIL,
        SA_RESULT_PASS, SA_RESULT_WARN, SA_RESULT_UNKNOWN, SA_RESULT_NOT_APPLICABLE,
        SA_RESULT_PASS, SA_RESULT_PASS, SA_RESULT_PASS};
    const struct result_row *model = &result_rows[4]; /* PAR-004 */
    const struct sa_catalogue *catalogue = &sample->catalogue;

    *target = (struct sa_target){
        .id = (int64_t)number + 1,
        .kind = SA_TARGET_SERVER,
        .name = sa_arena_printf(&sample->arena, "sync%03zu.corp.example", number),
        .role = number % 2 == 0 ? "active" : "staging",
        .declared_role = "",
        .server_name = "SYNC",
        .tenant = "contoso.onmicrosoft.com",
        .product_version = "2.5.79.0",
        .exported_at = "",
        .location = "exports",
        .results = take(sample, catalogue->count, sizeof *target->results),
        .result_count = catalogue->count,
    };
    for (size_t i = 0; i < catalogue->count; i++) {
        struct sa_result *result = &target->results[i];

        *result = (struct sa_result){
            .check = &catalogue->checks[i],
            .target = target,
            .status = statuses[(i * 7 + number * 3 + i * number) % SA_COUNT(statuses)],
            .reason = "",
        };
        if (result->status == SA_RESULT_FAIL || result->status == SA_RESULT_WARN) {
            make_findings(sample, result, model->findings, SA_COUNT(model->findings));
            result->gain = (int)(number + i) % 9;
        } else if (result->status != SA_RESULT_PASS) {
            result->reason = "the source 'scheduler' was denied";
        }
    }
    make_sources(sample, target);
    score_target(sample, target, NULL, NULL);
}

void sample_make_large(struct sample *sample, size_t servers, size_t checks)
{
    *sample = (struct sample){.arena = SA_ARENA_INIT((size_t)1 << 30)};
    make_catalogue(sample, checks);
    make_run(sample);
    sample->evaluation.targets = take(sample, servers, sizeof *sample->evaluation.targets);
    sample->evaluation.target_count = servers;
    for (size_t i = 0; i < servers; i++)
        make_large_target(sample, &sample->evaluation.targets[i], i);
    find_weakest(&sample->evaluation);
}

void sample_done(struct sample *sample)
{
    sa_arena_done(&sample->arena);
}

struct sa_result *sample_grow_findings(struct sample *sample, size_t target, const char *id,
                                       size_t count)
{
    struct sa_target *owner = &sample->evaluation.targets[target];
    struct sa_result *result = owner->results;

    while (strcmp(result->check->id, id) != 0) {
        if (++result == owner->results + owner->result_count)
            abort();
    }
    result->findings = take(sample, count, sizeof *result->findings);
    result->finding_count = count;
    for (size_t i = 0; i < count; i++) {
        struct sa_finding *finding = &result->findings[i];

        *finding = (struct sa_finding){
            .status = SA_RESULT_FAIL,
            .subject = sa_arena_printf(&sample->arena, "subject %zu", i),
            .observed = "absent",
            .expected = "present",
        };
        (void)snprintf(finding->id, sizeof finding->id, "%016zx", i);
    }
    return result;
}
