/* SPDX-License-Identifier: Apache-2.0 */
/* Sources share and log, as far as the registry tells them: it has been read by then, so that they cost
 * little or nothing.
 *
 * Shares stand below LanmanServer\Shares, a REG_MULTI_SZ of NAME=VALUE entries each ([MS-SRVS] has the same
 * fields). Those that Windows makes for itself at each start (C$, ADMIN$, IPC$) are not there.
 *
 * Of event logs, size and retention stand below Services\EventLog; a group policy's own key wins (its size
 * in KB, its retention the text "1" or "0"). Whether this account may read the records of a log no setting
 * tells: Windows hides logs and says nothing, so one question is left to Win32_NTEventLogFile. */
#include <string.h>

#include "syncaudit/text.h"

#include "host_registry.h"

/* Shares ------------------------------------------------------------------------------------------- */

/* What stands behind NAME= in one of the lines. */
static const char *entry(struct host *host, const char *lines, const char *name)
{
    size_t name_len = strlen(name);

    for (const char *at = lines; *at != '\0';) {
        size_t len = strcspn(at, "\n");

        if (len > name_len && at[name_len] == '=' && strncasecmp(at, name, name_len) == 0)
            return sa_arena_copy(&host->scratch, at + name_len + 1, len - name_len - 1);
        at += len + (at[len] == '\n');
    }
    return NULL;
}

static const struct sa_reg_key *shares_key(const struct host *host)
{
    return sa_registry_key(host->registry, HOST_REG_SHARES);
}

static int check_registry(const struct host *host, struct sa_error *err)
{
    if (host->registry != NULL)
        return 0;
    return sa_fail(err, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "the registry was not read");
}

int host_gather_shares(struct host *host, struct sa_error *err)
{
    int r = check_registry(host, err);

    host->evidence_name = "share.tsv";
    if (r == 0)
        r = host_reg_whole(host, HOST_REG_SHARES, err);
    if (r < 0)
        return r;
    sa_buf_add_text(&host->evidence, "key\tvalue\ttype or state\tdata\n");
    host_reg_evidence(host, HOST_REG_SHARES, NULL);
    for (size_t i = 0; i < shares_key(host)->value_count; i++) {
        const char *name = shares_key(host)->values[i].name;

        r = host_reg_unread(host, HOST_REG_SHARES, name, err);
        if (r < 0)
            return r;
        host_reg_evidence(host, HOST_REG_SHARES, name);
    }
    return 0;
}

static int store_share(struct host *host, struct sa_batch *batch, const struct sa_reg_value *share,
                       struct sa_error *err)
{
    const char *path = NULL;
    const char *type = NULL;
    int64_t number = 0;

    /* The unnamed value is no share. */
    if (share->state != SA_REG_SET || share->name[0] == '\0')
        return 0;
    path = share->type == 7 ? entry(host, share->text, "Path") : NULL;
    type = share->type == 7 ? entry(host, share->text, "Type") : NULL;
    if (type == NULL || sa_parse_i64(type, 0, UINT32_MAX, &number) < 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the registry describes the share '%.200s' without a type",
                       host_text(host, share->name));
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_share (target_id, name, path, type, evidence_id)"
                       " VALUES (?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(host_text(host, share->name)),
                       SA_TEXT(host_text(host, path != NULL ? path : "")), SA_INT(number),
                       SA_INT(host->evidence_id));
}

int host_store_shares(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_reg_key *key = shares_key(host);
    int r = 0;

    for (size_t i = 0; r == 0 && i < key->value_count; i++)
        r = store_share(host, batch, &key->values[i], err);
    return r;
}

/* Logs --------------------------------------------------------------------------------------------- */

#define NEVER UINT32_MAX

static const char *const log_names[] = {"Application", "Security", "System"};
#define SECURITY 1 /* its place in the list */

struct logs {
    const struct sa_cim_instance *shown[SA_COUNT(log_names)]; /* NULL: hidden */
};

/* 1: set, in `*ret`; 0: absent; negative: not known. A number that is written as text counts. */
static int number_of(struct host *host, const char *key, const char *value, int64_t *ret,
                     struct sa_error *err)
{
    const struct sa_reg_value *found = sa_registry_value(host->registry, key, value);
    int r = host_reg_unread(host, key, value, err);

    if (r < 0 || found->state == SA_REG_ABSENT)
        return r;
    if (found->type == 4 || found->type == 11) {
        *ret = found->number <= INT64_MAX ? (int64_t)found->number : -1;
        return 1;
    }
    if ((found->type == 1 || found->type == 2) && sa_parse_i64(found->text, 0, INT64_MAX, ret) == 0)
        return 1;
    *ret = -1;
    return 1;
}

struct log {
    int64_t size_kb;       /* -1: not known */
    const char *overwrite; /* a column's word */
};

static const char *overwriting(int64_t seconds)
{
    if (seconds == 0)
        return "as_needed";
    if (seconds == NEVER)
        return "never";
    return seconds > 0 && seconds < NEVER ? "outdated" : "unknown";
}

/* By group policy, else the log's own. */
static int read_log(struct host *host, const char *name, struct log *ret, struct sa_error *err)
{
    const char *own = host_printf(host, "%s%s", HOST_REG_EVENT_LOG, name);
    const char *policy = host_printf(host, "%s%s", HOST_REG_EVENT_LOG_POLICY, name);
    int64_t number = 0;
    int r = number_of(host, policy, "MaxSize", &number, err);

    *ret = (struct log){.size_kb = r > 0 ? number : -1, .overwrite = "unknown"};
    if (r == 0)
        r = number_of(host, own, "MaxSize", &number, err);
    if (r > 0 && ret->size_kb < 0)
        ret->size_kb = number >= 0 ? number / 1024 : -1;
    if (r < 0)
        return r;
    r = number_of(host, policy, "Retention", &number, err);
    if (r > 0)
        ret->overwrite = number == 0 || number == 1 ? overwriting(number * NEVER) : "unknown";
    if (r == 0) {
        r = number_of(host, own, "Retention", &number, err);
        if (r > 0)
            ret->overwrite = overwriting(number);
    }
    return r < 0 ? r : 0;
}

/* Windows lists a log to those who may read its records, and says nothing of it to others. */
static int ask_records(struct host *host, struct logs *logs, struct sa_error *err)
{
    struct sa_cim_list list = {0};
    int64_t records = 0;
    int r = host_query(host, CIMV2,
                       "SELECT LogfileName,NumberOfRecords FROM Win32_NTEventLogFile WHERE "
                       "LogfileName='Application' OR LogfileName='Security' OR "
                       "LogfileName='System'",
                       NULL, &list, err);

    for (size_t i = 0; r == 0 && i < list.count; i++) {
        for (size_t k = 0; k < SA_COUNT(log_names); k++) {
            if (sa_text_same(sa_cim_text(list.items[i], "LogfileName"), log_names[k]) &&
                sa_cim_int(list.items[i], "NumberOfRecords", &records) == 0)
                logs->shown[k] = list.items[i];
        }
    }
    host->shows_security_log = logs->shown[SECURITY] != NULL;
    return r;
}

static void add_evidence(struct host *host)
{
    static const char *const keys[] = {HOST_REG_EVENT_LOG, HOST_REG_EVENT_LOG_POLICY};
    static const char *const names[] = {"MaxSize", "Retention"};
    struct sa_buf text = SA_BUF_INIT(64 * SA_KIB);

    for (size_t i = 0; i < SA_COUNT(log_names) * 4; i++)
        sa_registry_describe(host->registry,
                             host_printf(host, "%s%s", keys[i / 2 % 2], log_names[i / 4]),
                             names[i % 2], &text);
    sa_buf_add_text(&host->evidence, "<registry>");
    host_add_escaped(&host->evidence, sa_buf_text(&text));
    sa_buf_add_text(&host->evidence, "</registry>\n");
    sa_buf_done(&text);
}

int host_gather_logs(struct host *host, struct sa_error *err)
{
    struct logs *logs = host_alloc(host, 1, sizeof *logs);
    int r = check_registry(host, err);

    if (logs == NULL)
        return host_fail_room(host, err);
    host->data = logs;
    if (r == 0)
        r = ask_records(host, logs, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(log_names); i++) {
        const char *key = host_printf(host, "%s%s", HOST_REG_EVENT_LOG, log_names[i]);
        struct log log;

        /* Who may read that log need not have the right to read its key. */
        if (i == SECURITY)
            continue;
        if (sa_registry_key(host->registry, key)->state == SA_REG_ABSENT)
            return sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                           "the server shows no settings of its log %s", log_names[i]);
        r = read_log(host, log_names[i], &log, err);
    }
    if (r == 0)
        add_evidence(host);
    return r;
}

int host_store_logs(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct logs *logs = host->data;
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(log_names); i++) {
        const struct sa_cim_instance *shown = logs->shown[i];
        struct log log = {.size_kb = -1, .overwrite = "unknown"};

        if (i == SECURITY && shown == NULL)
            continue;
        if (read_log(host, log_names[i], &log, NULL) < 0)
            log = (struct log){.size_kb = -1, .overwrite = "unknown"};
        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_log (target_id, name, max_size_kb, records,"
                        " overwrite, evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                        SA_INT(host->target_id), SA_TEXT(log_names[i]), SA_INT_OR_NULL(log.size_kb),
                        shown != NULL ? host_number_of(shown, "NumberOfRecords", 0, UINT32_MAX)
                                      : SA_NULL,
                        SA_TEXT(log.overwrite), SA_INT(host->evidence_id));
    }
    return r;
}
