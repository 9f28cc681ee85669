/* SPDX-License-Identifier: Apache-2.0 */
/* The sources of facts that a check may name, and why one that nobody asked is not there. A name
 * is in this list before its collector exists, so that a check can be written for it: until then
 * the check says unknown, with the sentence from here. */
#include <string.h>

#include "engine.h"

#define FOREST_PREFIX "ad_"
#define NOT_ASKED     "Active Directory was not asked: name a domain with --domain"
#define HOST_NOT_ASKED                                                                         \
    "the server's Windows was not asked: name the server with --host; a configuration export " \
    "does "                                                                                    \
    "not hold this"
#define ENGINE_NOT_ASKED                                                                   \
    "the server's PowerShell was not asked: name the server with --host; a configuration " \
    "export does not hold this"
#define SILENCED                                                                             \
    "the server's PowerShell was not asked: it was switched off (--powershell off), or the " \
    "run ended before"
#define FILELESS                                                                                \
    "the server's PowerShell was not asked for it: it was switched off (--powershell off), or " \
    "no temporary file was allowed on the server (--no-remote-files)"

/* clang-format off */
#define SOURCES(X) \
    /* Collected from a configuration export. */ \
    X("global_settings", \
      "the configuration export holds no file GlobalSettings/MV.xml") \
    X("connector", \
      "the configuration export holds no folder Connectors") \
    X("sync_rule", \
      "the configuration export holds no folder SynchronizationRules") \
    /* Of the running sync engine, through its PowerShell: the engine* tables. */ \
    X("engine", ENGINE_NOT_ASKED) \
    X("scheduler", ENGINE_NOT_ASKED) \
    X("engine_connector", ENGINE_NOT_ASKED) \
    X("statistics", ENGINE_NOT_ASKED) \
    X("run_history", ENGINE_NOT_ASKED) \
    X("run_status", ENGINE_NOT_ASKED) \
    X("connector_override", ENGINE_NOT_ASKED) \
    X("override", ENGINE_NOT_ASKED) \
    X("auto_upgrade", ENGINE_NOT_ASKED) \
    X("password_sync", ENGINE_NOT_ASKED) \
    X("reachability", ENGINE_NOT_ASKED) \
    X("engine_database", ENGINE_NOT_ASKED) \
    X("entra_credential", ENGINE_NOT_ASKED) \
    /* Of the server's Windows: the host_* tables. */ \
    X("host", HOST_NOT_ASKED) \
    X("disk", HOST_NOT_ASKED) \
    X("network", HOST_NOT_ASKED) \
    X("service", HOST_NOT_ASKED) \
    X("hotfix", HOST_NOT_ASKED) \
    X("registry", HOST_NOT_ASKED) \
    X("software", HOST_NOT_ASKED) \
    X("certificate", HOST_NOT_ASKED) \
    X("firewall", HOST_NOT_ASKED) \
    X("listener", HOST_NOT_ASKED) \
    X("winrm_config", HOST_NOT_ASKED) \
    X("local_group", HOST_NOT_ASKED) \
    X("local_user", HOST_NOT_ASKED) \
    X("feature", HOST_NOT_ASKED) \
    X("task", HOST_NOT_ASKED) \
    X("share", HOST_NOT_ASKED) \
    X("antimalware", HOST_NOT_ASKED) \
    X("device_guard", HOST_NOT_ASKED) \
    X("tpm", HOST_NOT_ASKED) \
    X("encryption", HOST_NOT_ASKED) \
    X("database", HOST_NOT_ASKED) \
    X("log", HOST_NOT_ASKED) \
    X("event_log", HOST_NOT_ASKED) \
    /* Of the server's Windows, where only PowerShell tells: the tables of the sync engine, too. */ \
    X("auditor_right", ENGINE_NOT_ASKED) \
    X("user_right", ENGINE_NOT_ASKED) \
    X("audit_policy", ENGINE_NOT_ASKED) \
    X("file_right", ENGINE_NOT_ASKED) \
    X("log_age", ENGINE_NOT_ASKED) \
    X("account_logon", ENGINE_NOT_ASKED) \
    /* Collected from a forest: the names of its sources begin with FOREST_PREFIX. */ \
    X("ad_forest", NOT_ASKED) \
    X("ad_account", NOT_ASKED) \
    X("ad_right", NOT_ASKED) \
    /* Of people. */ \
    X("attestation", \
      "this can only be attested by a person, and no attestation was given") \
    /* Not collected: the coverage rows themselves, which every snapshot has. */ \
    X("coverage", \
      "the snapshot does not say which sources were asked")
/* clang-format on */

#define NAME(name, absence) name,
#define PAIR(name, absence) {name, absence},

static const char *const names[] = {SOURCES(NAME) NULL};

static const struct {
    const char *name, *absence;
} sources[] = {SOURCES(PAIR)};

#define SETTING(name, kind, key, value) name,
static const char *const setting_names[] = {
#include "syncaudit/host_settings.def"
    NULL,
};
#undef SETTING

#define SETTING(name, kind, key, value) #kind,
static const char *const setting_kinds[] = {
#include "syncaudit/host_settings.def"
};
#undef SETTING

bool sa_setting_is_text(size_t index)
{
    return strcmp(setting_kinds[index], "TEXT") == 0 || strcmp(setting_kinds[index], "DIGEST") == 0;
}

const char *const *sa_setting_names(void)
{
    return setting_names;
}

const char *const *sa_source_names(void)
{
    return names;
}

bool sa_source_of_forest(const char *source)
{
    return strncmp(source, FOREST_PREFIX, sizeof FOREST_PREFIX - 1) == 0;
}

bool sa_source_of_export(const char *source)
{
    return strcmp(source, "global_settings") == 0 || strcmp(source, "connector") == 0 ||
           strcmp(source, "sync_rule") == 0;
}

static const char *find_absence(const char *source)
{
    for (size_t i = 0; i < SA_COUNT(sources); i++) {
        if (strcmp(source, sources[i].name) == 0)
            return sources[i].absence;
    }
    return NULL;
}

static bool is_absence(const char *source, const char *wanted)
{
    const char *absence = find_absence(source);
    return absence != NULL && strcmp(absence, wanted) == 0;
}

bool sa_source_of_host(const char *source)
{
    return is_absence(source, HOST_NOT_ASKED);
}

bool sa_source_of_engine(const char *source)
{
    return is_absence(source, ENGINE_NOT_ASKED);
}

const char *sa_source_absence(const char *source)
{
    const char *absence = find_absence(source);
    return absence != NULL ? absence : "this version has no collector for this source";
}

const char *sa_source_silence(const char *source)
{
    bool makes_files = strcmp(source, "user_right") == 0 || strcmp(source, "audit_policy") == 0;
    return makes_files ? FILELESS : SILENCED;
}
