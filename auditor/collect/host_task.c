/* SPDX-License-Identifier: Apache-2.0 */
/* Sources feature (Win32_ServerFeature, Win32_OptionalFeature) and task (MSFT_ScheduledTask).
 *
 * Of optional features only the two that checks name are asked for, by key: a question for all of them
 * takes Windows half a minute. What a task runs and with which arguments is never asked for. Tasks below
 * \Microsoft\Windows\ that run as Windows' own accounts are in the evidence and not among the facts. */
#include <string.h>

#include "syncaudit/text.h"

#include "host_internal.h"

/* Features ----------------------------------------------------------------------------------------- */

static const char *const optional_names[] = {"SMB1Protocol", "MicrosoftWindowsPowerShellV2"};

struct features {
    struct sa_cim_list roles;
    const struct sa_cim_instance
        *optional[SA_COUNT(optional_names)]; /* NULL: Windows has none of it */
};

int host_gather_features(struct host *host, struct sa_error *err)
{
    struct features *features = host_alloc(host, 1, sizeof *features);
    int r = 0;

    if (features == NULL)
        return host_fail_room(host, err);
    host->data = features;
    r = host_query(host, CIMV2, "SELECT ID,Name FROM Win32_ServerFeature", NULL, &features->roles,
                   err);
    /* Windows for clients does not have the class. */
    if (r == SA_E_NOT_FOUND && host->product_type == 1)
        r = 0;
    for (size_t i = 0; r == 0 && i < SA_COUNT(optional_names); i++) {
        const struct sa_wsman_selector key = {"Name", optional_names[i]};

        r = host_get(host, CIMV2, "Win32_OptionalFeature", &key, 1, &features->optional[i], err);
        if (r == SA_E_NOT_FOUND) {
            features->optional[i] = NULL;
            r = 0;
        }
    }
    return r;
}

static int insert_feature(struct host *host, struct sa_batch *batch, const char *kind,
                          const char *feature, const char *name, const char *state,
                          struct sa_error *err)
{
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_feature (target_id, kind, feature, name, state,"
                       " evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(kind), SA_TEXT(feature), SA_TEXT(name),
                       SA_TEXT(state), SA_INT(host->evidence_id));
}

static const char *install_state(const struct sa_cim_instance *optional)
{
    static const char *const states[] = {"unknown", "enabled", "disabled", "absent"};
    int64_t state = 0;

    if (optional == NULL)
        return "absent";
    if (sa_cim_int(optional, "InstallState", &state) < 0 || state < 1 ||
        (size_t)state >= SA_COUNT(states))
        return "unknown";
    return states[state];
}

int host_store_features(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct features *features = host->data;
    int r = 0;

    for (size_t i = 0; r == 0 && i < features->roles.count; i++) {
        const struct sa_cim_instance *role = features->roles.items[i];
        const char *name = sa_cim_text(role, "Name");
        int64_t id = 0;

        r = host_need_number(role, "ID", 0, UINT32_MAX, &id, err);
        if (r == 0)
            r = insert_feature(host, batch, "role", host_printf(host, "%lld", (long long)id),
                               host_text(host, name != NULL ? name : ""), "enabled", err);
    }
    for (size_t i = 0; r == 0 && i < SA_COUNT(optional_names); i++) {
        const char *caption =
            features->optional[i] != NULL ? sa_cim_text(features->optional[i], "Caption") : NULL;

        r = insert_feature(host, batch, "optional", optional_names[i],
                           host_text(host, caption != NULL ? caption : optional_names[i]),
                           install_state(features->optional[i]), err);
    }
    return r;
}

/* Tasks -------------------------------------------------------------------------------------------- */

int host_gather_tasks(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    int r = 0;

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    r = host_query(host, "root/Microsoft/Windows/TaskScheduler",
                   "SELECT TaskPath,TaskName,State,Principal FROM MSFT_ScheduledTask", NULL, list,
                   err);
    /* Windows comes with more than a hundred; who may not see a task is not told of it. */
    if (r == 0 && list->count == 0)
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                    "the server shows none of its scheduled tasks");
    return r;
}

static struct sa_value is_enabled(const struct sa_cim_instance *task)
{
    int64_t state = 0;

    /* 0 unknown, 1 disabled, 2 queued, 3 ready, 4 running */
    if (sa_cim_int(task, "State", &state) < 0 || state < 1 || state > 4)
        return SA_NULL;
    return SA_INT(state != 1);
}

static const struct sa_cim_instance *principal_of(const struct sa_cim_instance *task)
{
    const struct sa_cim_property *property = sa_cim_property(task, "Principal");

    return property != NULL && property->count == 1 ? property->values[0].instance : NULL;
}

static const char *account_of(const struct sa_cim_instance *principal)
{
    const char *account = NULL;

    if (principal == NULL)
        return NULL;
    account = sa_cim_text(principal, "UserId");
    if (account == NULL || account[0] == '\0')
        account = sa_cim_text(principal, "GroupId");
    return account;
}

static bool is_windows_own(const char *path, const char *kind)
{
    return sa_text_starts(path, "\\Microsoft\\Windows\\") &&
           (strcmp(kind, "system") == 0 || strcmp(kind, "service") == 0);
}

static int store_task(struct host *host, struct sa_batch *batch, const struct sa_cim_instance *task,
                      struct sa_error *err)
{
    const struct sa_cim_instance *principal = principal_of(task);
    const char *account = account_of(principal);
    const char *key = NULL;
    const char *kind = principal != NULL ? host_account_kind(host, account, &key) : "unknown";
    const char *path = NULL;
    const char *name = NULL;
    struct sa_value level = SA_NULL;
    int r = host_need_text(host, task, "TaskPath", &path, err);

    if (r == 0)
        r = host_need_text(host, task, "TaskName", &name, err);
    if (r < 0 || is_windows_own(path, kind))
        return r;
    if (principal != NULL)
        level = host_number_of(principal, "RunLevel", 0, 1);
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_task (target_id, path, enabled, account, account_key, account_kind,"
        " logon_type, highest, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), SA_TEXT(host_printf(host, "%s%s", path, name)), is_enabled(task),
        account != NULL && account[0] != '\0' ? SA_TEXT(host_text(host, account)) : SA_NULL,
        SA_TEXT(key), SA_TEXT(kind),
        principal != NULL ? host_number_of(principal, "LogonType", 0, 6) : SA_NULL, level,
        SA_INT(host->evidence_id));
}

int host_store_tasks(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        int r = store_task(host, batch, list->items[i], err);

        if (r < 0)
            return r;
    }
    return 0;
}
