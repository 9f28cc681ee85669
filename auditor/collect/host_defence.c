/* SPDX-License-Identifier: Apache-2.0 */
/* Sources antimalware (MSFT_MpComputerStatus, MSFT_MpPreference), device_guard (Win32_DeviceGuard) and tpm
 * (Win32_Tpm): one instance each. A class or namespace that is not there is an answer: no row. */
#include <string.h>

#include "syncaudit/text.h"

#include "host_internal.h"

#define DEFENDER "root/Microsoft/Windows/Defender"

/* Windows looks for the only instance of a class; a provider that cannot is asked for all. */
static int ask_one(struct host *host, const char *ns, const char *class_name,
                   const char *properties, const struct sa_cim_instance **ret, struct sa_error *err)
{
    struct sa_cim_list list = {0};
    int r = host_get_optional(host, ns, class_name, ret, err);

    if (r != SA_E_REMOTE)
        return r;
    r = host_query(host, ns, host_printf(host, "SELECT %s FROM %s", properties, class_name), NULL,
                   &list, err);
    if (r == SA_E_NOT_FOUND)
        r = 0;
    *ret = r == 0 && list.count > 0 ? list.items[0] : NULL;
    return r;
}

/* Antimalware -------------------------------------------------------------------------------------- */

struct defender {
    const struct sa_cim_instance *status, *preference;
};

int host_gather_antimalware(struct host *host, struct sa_error *err)
{
    struct defender *defender = host_alloc(host, 1, sizeof *defender);
    int r = 0;

    if (defender == NULL)
        return host_fail_room(host, err);
    host->data = defender;
    r = ask_one(host, DEFENDER, "MSFT_MpComputerStatus",
                "AMServiceEnabled,AMRunningMode,RealTimeProtectionEnabled,IsTamperProtected,"
                "AntivirusSignatureAge,AntivirusSignatureVersion,AMEngineVersion",
                &defender->status, err);
    if (r < 0 || defender->status == NULL)
        return r;
    r = ask_one(host, DEFENDER, "MSFT_MpPreference",
                "ExclusionPath,ExclusionExtension,ExclusionProcess,ExclusionIpAddress",
                &defender->preference, err);
    if (r == 0 && defender->preference == NULL)
        r = sa_fail(err, SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                    "the server shows Defender's state but not its preferences");
    return r;
}

static int store_exclusions(struct host *host, struct sa_batch *batch,
                            const struct sa_cim_instance *preference, const char *name,
                            const char *kind, struct sa_error *err)
{
    const struct sa_cim_property *property = sa_cim_property(preference, name);

    for (size_t i = 0; property != NULL && i < property->count; i++) {
        const char *value = property->values[i].text;
        /* To some, Defender gives a sentence instead of the list; no path begins like it. */
        bool is_hidden = sa_text_starts(value, "N/A:");
        int r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_exclusion (target_id, kind, value, evidence_id)"
                            " VALUES (?, ?, ?, ?)",
                            SA_INT(host->target_id), SA_TEXT(is_hidden ? "hidden" : kind),
                            SA_TEXT(host_text(host, value)), SA_INT(host->evidence_id));

        if (r < 0)
            return r;
    }
    return 0;
}

int host_store_antimalware(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const char *const lists[][2] = {
        {"ExclusionPath",      "path"     },
        {"ExclusionExtension", "extension"},
        {"ExclusionProcess",   "process"  },
        {"ExclusionIpAddress", "address"  },
    };
    const struct defender *defender = host->data;
    const struct sa_cim_instance *status = defender->status;
    int r = 0;

    if (status == NULL)
        return 0;
    r = HOST_INSERT(host, batch, err,
                    "INSERT INTO host_antimalware (target_id, running, mode, real_time,"
                    " tamper_protection, signature_age_d, signature_version, engine_version,"
                    " evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    SA_INT(host->target_id), host_bool_of(status, "AMServiceEnabled"),
                    host_text_of(host, status, "AMRunningMode"),
                    host_bool_of(status, "RealTimeProtectionEnabled"),
                    host_bool_of(status, "IsTamperProtected"),
                    /* 65535 and 2^32 - 1: never */
                    host_number_of(status, "AntivirusSignatureAge", 0, 65534),
                    host_text_of(host, status, "AntivirusSignatureVersion"),
                    host_text_of(host, status, "AMEngineVersion"), SA_INT(host->evidence_id));
    for (size_t i = 0; r == 0 && i < SA_COUNT(lists); i++)
        r = store_exclusions(host, batch, defender->preference, lists[i][0], lists[i][1], err);
    return r;
}

/* Device Guard ------------------------------------------------------------------------------------- */

int host_gather_device_guard(struct host *host, struct sa_error *err)
{
    const struct sa_cim_instance *guard = NULL;
    int r = ask_one(host, "root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard",
                    "VirtualizationBasedSecurityStatus,SecurityServicesRunning,"
                    "SecurityServicesConfigured",
                    &guard, err);

    host->data = guard;
    return r;
}

/* An array that is not in the answer may be empty or not known. */
static struct sa_value holds(const struct sa_cim_instance *i, const char *name, int64_t number)
{
    const struct sa_cim_property *property = sa_cim_property(i, name);

    if (property == NULL || property->count == 0)
        return SA_NULL;
    return SA_INT(sa_cim_holds(i, name, number));
}

int host_store_device_guard(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_instance *guard = host->data;

    if (guard == NULL)
        return 0;
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_device_guard (target_id, vbs, credential_guard, hvci,"
        " credential_guard_configured, evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), host_number_of(guard, "VirtualizationBasedSecurityStatus", 0, 2),
        holds(guard, "SecurityServicesRunning", 1), holds(guard, "SecurityServicesRunning", 2),
        holds(guard, "SecurityServicesConfigured", 1), SA_INT(host->evidence_id));
}

/* TPM ---------------------------------------------------------------------------------------------- */

int host_gather_tpm(struct host *host, struct sa_error *err)
{
    const struct sa_cim_instance *tpm = NULL;
    int r = ask_one(host, "root/cimv2/Security/MicrosoftTpm", "Win32_Tpm",
                    "IsEnabled_InitialValue,IsActivated_InitialValue,SpecVersion", &tpm, err);

    host->data = tpm;
    return r;
}

int host_store_tpm(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_instance *tpm = host->data;

    if (tpm == NULL)
        return 0;
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_tpm (target_id, enabled, activated, spec_version,"
                       " evidence_id) VALUES (?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), host_bool_of(tpm, "IsEnabled_InitialValue"),
                       host_bool_of(tpm, "IsActivated_InitialValue"),
                       host_text_of(host, tpm, "SpecVersion"), SA_INT(host->evidence_id));
}
