/* SPDX-License-Identifier: Apache-2.0 */
/* What only PowerShell says of Windows: user rights, audit policy, rights on folders, the age of logs,
 * logons of the product's accounts. None of it needs the engine. */
#include <string.h>

#include "syncaudit/base64.h"
#include "syncaudit/secdesc.h"
#include "syncaudit/text.h"

#include "engine_internal.h"

/* Rights on files and folders ([MS-DTYP] 2.4.3). */
#define FILE_READ_DATA UINT32_C(0x1)
#define FILE_WRITES \
    UINT32_C(0xD0046) /* write or add, append, delete children, itself, rights, owner */
#define FILE_ALL UINT32_C(0x1F01FF)

/* Nobody grants that nobody may log on. A list without one entry was not read. */
static int need_some(const struct engine_source *source, const char *fact, const char *what,
                     struct sa_error *err)
{
    if (engine_count(source, fact) > 0)
        return 0;
    return sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                   "the server has told of no %s, which needs: %s", what, source->operation->right);
}

int engine_store_rights(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    int r = need_some(source, "right", "user right", err);

    if (r < 0)
        return r;
    ENGINE_FOR_EACH(record, source, "right")
    {
        static const struct engine_column columns[] = {
            {"Right", ENGINE_AS_TEXT, true},
            {"Sid",   ENGINE_AS_TEXT, true},
        };
        struct sa_value v[SA_COUNT(columns)];

        r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);
        /* A name stays as it is; what begins like a SID must be one. */
        if (r == 0 && strncmp(v[1].text, "S-1-", 4) == 0)
            r = engine_sid(host, record, "Sid", &v[1], err);
        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT OR IGNORE INTO host_user_right (target_id, right, sid,"
                            " evidence_id) VALUES (?, ?, ?, ?)",
                            SA_INT(host->target_id), v[0], v[1], SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int engine_store_policies(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    int r = need_some(source, "policy", "audit policy", err);

    if (r < 0)
        return r;
    ENGINE_FOR_EACH(record, source, "policy")
    {
        struct sa_value guid = SA_NULL;
        struct sa_value value = SA_NULL;

        r = engine_guid(host, record, "Subcategory", &guid, err);
        if (r == 0 && guid.type == SA_VALUE_NULL)
            r = engine_fail_member(record, "Subcategory", "GUID", err);
        if (r == 0)
            r = engine_number(record, "Value", 0, 3, &value, err);
        if (r == 0 && value.type == SA_VALUE_NULL)
            r = engine_fail_member(record, "Value", "number in its range", err);
        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO host_audit_policy (target_id, subcategory, success,"
                            " failure, evidence_id) VALUES (?, ?, ?, ?, ?)",
                            SA_INT(host->target_id), guid, SA_INT(value.integer & 1),
                            SA_INT(value.integer >> 1), SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

/* Folders ---------------------------------------------------------------------------------------- */

/* Generic rights as files map them. */
static uint32_t map_file(uint32_t mask)
{
    static const struct {
        uint32_t generic, rights;
    } map[] = {
        {UINT32_C(0x10000000), FILE_ALL          },
        {UINT32_C(0x80000000), UINT32_C(0x120089)},
        {UINT32_C(0x40000000), UINT32_C(0x120116)},
        {UINT32_C(0x20000000), UINT32_C(0x1200A0)},
    };

    for (size_t i = 0; i < SA_COUNT(map); i++)
        if (mask & map[i].generic)
            mask = (mask & ~map[i].generic) | map[i].rights;
    return mask;
}

static int store_ace(struct host *host, struct sa_batch *batch, int64_t folder, size_t ordinal,
                     const struct sa_ace *ace, struct sa_error *err)
{
    char sid[SA_SID_TEXT_SIZE];
    uint32_t mask = map_file(ace->raw_mask);

    sa_sid_format(&ace->sid, sid);
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_folder_ace (folder_id, ordinal, sid, allow, mask, can_read,"
        " can_write, inherit_only, inherited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(folder), SA_INT((int64_t)ordinal), SA_TEXT(sid), SA_INT(ace->kind == SA_ACE_ALLOW),
        SA_INT(mask), SA_INT((mask & FILE_READ_DATA) != 0), SA_INT((mask & FILE_WRITES) != 0),
        SA_INT((ace->flags & SA_ACE_INHERIT_ONLY) != 0),
        SA_INT((ace->flags & SA_ACE_INHERITED) != 0));
}

static int store_aces(struct host *host, struct sa_batch *batch, int64_t folder,
                      const struct sa_secdesc *sd, struct sa_error *err)
{
    /* No list at all: everybody may do everything. */
    const struct sa_ace everyone = {
        .kind = SA_ACE_ALLOW,
        .raw_mask = FILE_ALL,
        .sid = {.authority = 1, .count = 1, .sub = {0}}
    };

    if (sd->dacl == SA_DACL_NULL)
        return store_ace(host, batch, folder, 1, &everyone, err);
    if (sd->has_unknown)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "a folder's list of access has an entry of a kind that is not known");
    for (size_t i = 0; i < sd->ace_count; i++) {
        const struct sa_ace *ace = &sd->aces[i];
        int r = 0;

        /* A condition is not evaluated: what it may grant counts, what it may deny does not. */
        if (ace->kind == SA_ACE_OTHER || (ace->kind == SA_ACE_DENY && ace->conditional))
            continue;
        r = store_ace(host, batch, folder, i + 1, ace, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int decode(struct host *host, const struct engine_record *record, struct sa_secdesc *ret,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(SA_LIMIT_SECDESC);
    const char *text = engine_raw(record, "Descriptor");

    if (text == NULL || text[0] == '\0' || !sa_base64_decode(text, strlen(text), &bytes))
        return engine_fail_member(record, "Descriptor", "base64", err);
    if (sa_buf_status(&bytes) == SA_E_LIMIT)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "a security descriptor is longer than %zu KiB", SA_LIMIT_SECDESC / SA_KIB);
    if (sa_buf_status(&bytes) < 0)
        return sa_fail_nomem(err);
    return sa_secdesc_decode(bytes.data, bytes.len, &host->scratch, ret, err);
}

static int store_folder(struct host *host, struct sa_batch *batch,
                        const struct engine_record *record, struct sa_error *err)
{
    static const char *const roles[] = {"program", "data", "settings", "database", "export"};
    static const struct engine_column columns[] = {
        {"Role",   ENGINE_AS_TEXT, true},
        {"Path",   ENGINE_AS_TEXT, true},
        {"Exists", ENGINE_AS_FLAG, true},
    };
    struct sa_value v[SA_COUNT(columns)];
    struct sa_secdesc sd = {.dacl = SA_DACL_PRESENT};
    char owner[SA_SID_TEXT_SIZE];
    bool is_role = false;
    int64_t id = 0;
    int r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);

    if (r < 0)
        return r;
    for (size_t i = 0; i < SA_COUNT(roles); i++)
        is_role |= strcmp(roles[i], v[0].text) == 0;
    if (!is_role)
        return engine_fail_member(record, "Role", "role that a folder has", err);
    if (v[2].integer != 0)
        r = decode(host, record, &sd, err);
    if (r < 0)
        return r;
    if (sd.has_owner)
        sa_sid_format(&sd.owner, owner);
    r = host_insert(host, batch,
                    "INSERT INTO host_folder (target_id, role, path, exists_there, owner_sid,"
                    " evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                    (const struct sa_value[]){SA_INT(host->target_id), v[0], v[1], v[2],
                                              sd.has_owner ? SA_TEXT(owner) : SA_NULL,
                                              SA_INT(host->evidence_id)},
                    6, &id, err);
    return r == 0 && v[2].integer != 0 ? store_aces(host, batch, id, &sd, err) : r;
}

int engine_store_folders(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    size_t count = 0;
    int r = need_some(source, "folder", "folder", err);

    ENGINE_FOR_EACH(record, source, "folder")
    {
        if (r == 0 && ++count > SA_LIMIT_FOLDERS)
            r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_FOLDERS,
                        "the server has sent more than %d folders", SA_LIMIT_FOLDERS);
        if (r == 0)
            r = store_folder(host, batch, record, err);
        if (r < 0)
            return r;
    }
    return r;
}

/* Logs and logons -------------------------------------------------------------------------------- */

int engine_store_logs(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Log",    ENGINE_AS_TEXT, true },
        {"Oldest", ENGINE_AS_TIME, false},
    };
    int r = need_some(host->data, "log", "event log", err);

    return r < 0 ? r
                 : engine_insert_all(host, batch, "log",
                                     "INSERT INTO host_log_age (target_id, log, oldest_at,"
                                     " evidence_id) VALUES (?, ?, ?, ?)",
                                     columns, SA_COUNT(columns), err);
}

int engine_store_logons(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column watched[] = {
        {"Account", ENGINE_AS_TEXT, true },
        {"Sid",     ENGINE_AS_SID,  false},
        {"Since",   ENGINE_AS_TIME, false},
    };
    static const struct engine_column logons[] = {
        {"Account", ENGINE_AS_TEXT,  true},
        {"Sid",     ENGINE_AS_SID,   true},
        {"Type",    ENGINE_AS_COUNT, true},
        {"Count",   ENGINE_AS_COUNT, true},
        {"Last",    ENGINE_AS_TIME,  true},
    };
    int r = engine_insert_all(host, batch, "watched",
                              "INSERT INTO host_account_watched (target_id, account, sid, since,"
                              " evidence_id) VALUES (?, ?, ?, ?, ?)",
                              watched, SA_COUNT(watched), err);

    if (r == 0)
        r = engine_insert_all(host, batch, "logon",
                              "INSERT INTO host_account_logon (target_id, account, sid, logon_type,"
                              " count, last_at, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                              logons, SA_COUNT(logons), err);
    return r;
}
