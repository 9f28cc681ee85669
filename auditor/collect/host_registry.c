/* SPDX-License-Identifier: Apache-2.0 */
/* The registry of a host in one go: the plan of what is asked, and the four sources that come from it.
 *
 * Most keys of the settings are absent on most servers, and reg.exe does not tell absent from denied. So the
 * plan lists the keys above them too: those lists decide, without another exchange. */
#include "host_registry.h"

#include <stdlib.h>
#include <string.h>

#include "syncaudit/text.h"

#define SOFTWARE "SOFTWARE\\"
#define WINDOWS  "SOFTWARE\\Microsoft\\Windows\\CurrentVersion"
#define POLICIES "SOFTWARE\\Policies\\Microsoft"
#define CCS      "SYSTEM\\CurrentControlSet\\"

/* Keys whose list of subkeys decides what is absent; nothing secret stands in their own values. What the
 * settings list themselves is not here. */
static const char *const parents[] = {
    "SOFTWARE\\Policies",
    POLICIES,
    POLICIES "\\Windows",
    POLICIES "\\Windows NT",
    "SOFTWARE\\Microsoft",
    "SOFTWARE\\Microsoft\\Policies",
    WINDOWS,
    WINDOWS "\\LAPS",
    WINDOWS "\\Policies",
    WINDOWS "\\Component Based Servicing",
    WINDOWS "\\WindowsUpdate\\Auto Update",
    CCS "Services",
    HOST_REG_FIREWALL,
};

/* Whole trees: their names are not known before, or a tree is shorter than its keys one by one. */
static const char *const trees[] = {
    HOST_REG_UNINSTALL,
    HOST_REG_UNINSTALL32,
    HOST_REG_CERTIFICATES,
    HOST_REG_FIREWALL_POLICY,
    CCS "Control\\SecurityProviders\\SCHANNEL\\Protocols",
    CCS "Control\\SecurityProviders\\SCHANNEL\\Ciphers",
    POLICIES "\\Windows\\EventLog",
    POLICIES "\\Windows\\PowerShell",
    POLICIES "\\Windows\\WinRM",
    CCS "Services\\W32Time",
};

static const char *const keys[] = {
    HOST_REG_FIREWALL "\\FirewallRules",
    HOST_REG_FIREWALL "\\DomainProfile",
    HOST_REG_FIREWALL "\\DomainProfile\\Logging",
    HOST_REG_FIREWALL "\\StandardProfile",
    HOST_REG_FIREWALL "\\StandardProfile\\Logging",
    HOST_REG_FIREWALL "\\PublicProfile",
    HOST_REG_FIREWALL "\\PublicProfile\\Logging",
    HOST_REG_SHARES,
    HOST_REG_EVENT_LOG "Security",
};

/* Keys with hundreds of subkeys that nobody wants, so that they are not listed. */
static const struct {
    const char *key, *value;
} values[] = {
    {HOST_REG_EVENT_LOG "Application", "MaxSize"  },
    {HOST_REG_EVENT_LOG "Application", "Retention"},
    {HOST_REG_EVENT_LOG "System",      "MaxSize"  },
    {HOST_REG_EVENT_LOG "System",      "Retention"},
};

/* The order matters: what is hardly ever there comes last. Where nothing of it is left when the lists above
 * have been read, the second command line is not needed. */
size_t host_plan(struct sa_reg_request *requests)
{
    size_t count = 0;

    for (size_t i = 0; i < SA_COUNT(parents); i++)
        requests[count++] = (struct sa_reg_request){parents[i], SA_REG_SUBKEYS, NULL, true};
    for (size_t i = 0; i < SA_COUNT(trees); i++)
        requests[count++] = (struct sa_reg_request){trees[i], SA_REG_TREE, NULL, true};
    for (size_t i = 0; i < SA_COUNT(keys); i++)
        requests[count++] = (struct sa_reg_request){keys[i], SA_REG_KEY, NULL, true};
    for (size_t i = 0; i < SA_COUNT(values); i++)
        requests[count++] =
            (struct sa_reg_request){values[i].key, SA_REG_VALUE, values[i].value, false};
    count += host_plan_settings(requests + count, /* rare= */ false);
    count += host_plan_settings(requests + count, /* rare= */ true);
    requests[count++] = (struct sa_reg_request){HOST_REG_FIREWALL "\\Mdm", SA_REG_TREE, NULL, true};
    return count;
}

/* What was read ------------------------------------------------------------------------------------ */

void host_reg_evidence(struct host *host, const char *key, const char *value)
{
    const struct sa_reg_value *found = NULL;

    if (value != NULL)
        found = sa_registry_value(host->registry, key, value);
    if (found != NULL && found->state == SA_REG_SET && found->text != NULL &&
        host_tells_password(found->text))
        sa_buf_addf(&host->evidence, "%s\t%s\tset\t[removed: holds a password]\n", key, value);
    else
        sa_registry_describe(host->registry, key, value, &host->evidence);
}

/* Is the key, or one above it, denied? What is below such a one is not asked for. */
static bool is_denied(const struct host *host, const char *key)
{
    char path[1024];

    if (strlen(key) >= sizeof path)
        return false;
    memcpy(path, key, strlen(key) + 1);
    for (char *end = path; end != NULL; end = strrchr(path, '\\')) {
        if (end != path)
            *end = '\0';
        if (sa_registry_key(host->registry, path)->state == SA_REG_DENIED)
            return true;
    }
    return false;
}

static int fail_unread(const struct host *host, enum sa_reg_state state, const char *key,
                       struct sa_error *err)
{
    const struct sa_error *trouble = sa_registry_trouble(host->registry);

    if (state == SA_REG_DENIED || is_denied(host, key)) {
        sa_fail(err, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "the registry key '%s' may not be read", key);
        sa_hint(err, "Give the account the right to read it: administrators of the server have it");
        return SA_E_DENIED;
    }
    if (trouble != NULL) {
        if (err != NULL)
            *err = *trouble;
        return trouble->status;
    }
    return sa_fail(err, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "the registry key '%s' was not read", key);
}

int host_reg_whole(const struct host *host, const char *key, struct sa_error *err)
{
    const struct sa_reg_key *found = sa_registry_key(host->registry, key);

    if (found->state == SA_REG_ABSENT)
        return 0;
    if (found->state != SA_REG_SET || !found->complete)
        return fail_unread(host, found->state, key, err);
    return 1;
}

int host_reg_whole_tree(const struct host *host, const char *key, struct sa_error *err)
{
    const struct sa_reg_key *found = sa_registry_key(host->registry, key);
    int r = host_reg_whole(host, key, err);

    for (size_t i = 0; r > 0 && i < found->subkey_count; i++) {
        r = host_reg_whole(host, found->subkeys[i]->path, err);
        r = r == 0 ? 1 : r; /* gone while it was read */
    }
    return r;
}

int host_reg_unread(const struct host *host, const char *key, const char *value,
                    struct sa_error *err)
{
    const struct sa_reg_value *found = sa_registry_value(host->registry, key, value);

    if (found->state == SA_REG_SET || found->state == SA_REG_ABSENT)
        return 0;
    return fail_unread(host, found->state, key, err);
}

const char *host_reg_text(const struct host *host, const char *key, const char *value)
{
    const struct sa_reg_value *found = sa_registry_value(host->registry, key, value);

    return found->state == SA_REG_SET && (found->type == 1 || found->type == 2) ? found->text
                                                                                : NULL;
}

/* Sources ------------------------------------------------------------------------------------------ */

static const struct {
    const char *source, *evidence;
    host_gather_fn *gather;
    host_store_fn *store;
} sources[] = {
    {"registry",    "registry.tsv",    host_gather_settings,     host_store_settings    },
    {"software",    "software.tsv",    host_gather_software,     host_store_software    },
    {"certificate", "certificate.tsv", host_gather_certificates, host_store_certificates},
    {"firewall",    "firewall.tsv",    host_gather_firewall,     host_store_firewall    },
};

static int read_registry(struct host *host, struct sa_error *err)
{
    struct sa_reg_request *requests = calloc(HOST_REG_REQUESTS, sizeof *requests);
    int r = 0;

    if (requests == NULL)
        return sa_fail_nomem(err);
    r = sa_registry_read(host->session, requests, host_plan(requests), host->request->registry,
                         &host->arena, &host->registry, NULL, err);
    free(requests);
    return r;
}

int host_collect_registry(struct host *host, struct sa_error *err)
{
    struct sa_error lost = {0};
    int r = 0;

    if (read_registry(host, &lost) < 0)
        host->registry = NULL;
    for (size_t i = 0; r == 0 && i < SA_COUNT(sources); i++) {
        struct sa_error problem = lost;

        host->evidence_name = sources[i].evidence;
        if (problem.status == 0 && sources[i].gather(host, &problem) == 0)
            problem = (struct sa_error){0};
        r = host_finish(host, sources[i].source, &problem, sources[i].store, err);
    }
    return r;
}
