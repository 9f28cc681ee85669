/* SPDX-License-Identifier: Apache-2.0 */
/* Sources of the sync engine to facts: one function per source, in the order of schema.sql.
 *
 * A column that must be there is needed of the record, too: a record without it fails its source. Two
 * sources that contradict one another are both stored, and checks judge. */
#include <string.h>

#include "syncaudit/text.h"

#include "engine_internal.h"
#include "export.h"

#define COLUMNS_MAX 16
#define NEEDED      true
#define OPTIONAL    false

size_t engine_count(const struct engine_source *source, const char *fact)
{
    size_t count = 0;

    ENGINE_FOR_EACH(record, source, fact)
    count++;
    return count;
}

int engine_single(const struct engine_source *source, const char *fact,
                  const struct engine_record **ret, struct sa_error *err)
{
    size_t count = 0;

    ENGINE_FOR_EACH(record, source, fact)
    {
        *ret = record;
        count++;
    }
    if (count == 1)
        return 0;
    return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                   "the server has sent %zu records '%s' and not one", count, fact);
}

int engine_insert_all(struct host *host, struct sa_batch *batch, const char *fact, const char *sql,
                      const struct engine_column *columns, size_t count, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    struct sa_value values[COLUMNS_MAX + 2];

    values[0] = SA_INT(host->target_id);
    values[count + 1] = SA_INT(host->evidence_id);
    ENGINE_FOR_EACH(record, source, fact)
    {
        int r = engine_columns(host, record, columns, count, values + 1, err);

        if (r == 0)
            r = host_insert(host, batch, sql, values, count + 2, NULL, err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* The same for the only record of a source. */
static int insert_single(struct host *host, struct sa_batch *batch, const char *fact,
                         const char *sql, const struct engine_column *columns, size_t count,
                         struct sa_error *err)
{
    const struct engine_record *record = NULL;
    int r = engine_single(host->data, fact, &record, err);

    return r < 0 ? r : engine_insert_all(host, batch, fact, sql, columns, count, err);
}

/* engine ----------------------------------------------------------------------------------------- */

static int store_parameters(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;

    ENGINE_FOR_EACH(record, source, "parameter")
    {
        struct sa_value name = SA_NULL;
        struct sa_value value = SA_NULL;
        int r = engine_text(host, record, "Name", &name, err);

        if (r == 0 && name.type == SA_VALUE_NULL)
            r = engine_fail_member(record, "Name", "text", err);
        if (r == 0)
            r = engine_text(host, record, "Value", &value, err);
        if (r < 0)
            return r;
        if (engine_is_secret(name.text))
            continue;
        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO engine_parameter (target_id, name, value, evidence_id)"
                        " VALUES (?, ?, ?, ?)",
                        SA_INT(host->target_id), name,
                        value.type == SA_VALUE_NULL ? SA_TEXT("") : value,
                        SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int engine_store_engine(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const char *const ways[] = {
        [SA_PSRP_AUTO] = "script",
        [SA_PSRP_SCRIPT] = "script",
        [SA_PSRP_FUNCTION_WAY] = "function",
        [SA_PSRP_COMMAND] = "command",
    };
    static const struct engine_column columns[] = {
        {"PowerShell",   ENGINE_AS_TEXT,  NEEDED  },
        {"LanguageMode", ENGINE_AS_TEXT,  NEEDED  },
        {"Sid",          ENGINE_AS_SID,   OPTIONAL},
        {"Account",      ENGINE_AS_TEXT,  OPTIONAL},
        {"Elevated",     ENGINE_AS_FLAG,  OPTIONAL},
        {"Module",       ENGINE_AS_TEXT,  OPTIONAL},
        {"Program",      ENGINE_AS_TEXT,  OPTIONAL},
        {"Settings",     ENGINE_AS_TEXT,  OPTIONAL},
        {"Schema",       ENGINE_AS_COUNT, OPTIONAL},
        {"Instance",     ENGINE_AS_GUID,  OPTIONAL},
    };
    const struct engine_source *source = host->data;
    const struct sa_psrp_info *info = source->info;
    const struct engine_record *record = NULL;
    struct sa_value v[SA_COUNT(columns)];
    int r = engine_single(source, "engine", &record, err);

    if (r == 0)
        r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);
    if (r == 0)
        r = HOST_INSERT(
            host, batch, err,
            "INSERT INTO engine (target_id, way, endpoint, protocol, powershell, language_mode,"
            " account_sid, account, elevated, module_version, program_version, settings_version,"
            " schema_version, instance, utc_offset_min, asked_at, evidence_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            SA_INT(host->target_id), SA_TEXT(ways[info->way]),
            SA_TEXT(host_text(host, info->configuration)),
            info->protocol[0] != '\0' ? SA_TEXT(host_text(host, info->protocol)) : SA_NULL, v[0],
            v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], SA_INT(source->offset_min),
            SA_TEXT(source->asked_at), SA_INT(host->evidence_id));
    return r < 0 ? r : store_parameters(host, batch, err);
}

int engine_store_groups(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Sid", ENGINE_AS_SID, NEEDED},
    };
    const struct engine_source *source = host->data;

    /* No token is without Everyone. */
    if (engine_count(source, "group") == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server has not told of one group of the session");
    return engine_insert_all(
        host, batch, "group",
        "INSERT OR IGNORE INTO auditor_group (target_id, sid, evidence_id) VALUES (?, ?, ?)",
        columns, SA_COUNT(columns), err);
}

/* scheduler -------------------------------------------------------------------------------------- */

int engine_store_scheduler(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Staging",     ENGINE_AS_FLAG,  NEEDED  },
        {"Enabled",     ENGINE_AS_FLAG,  NEEDED  },
        {"Maintenance", ENGINE_AS_FLAG,  OPTIONAL},
        {"Suspended",   ENGINE_AS_FLAG,  OPTIONAL},
        {"InProgress",  ENGINE_AS_FLAG,  OPTIONAL},
        {"NextPolicy",  ENGINE_AS_TEXT,  OPTIONAL},
        {"NextStart",   ENGINE_AS_TIME,  OPTIONAL},
        {"Allowed",     ENGINE_AS_COUNT, OPTIONAL},
        {"Effective",   ENGINE_AS_COUNT, OPTIONAL},
        {"Customized",  ENGINE_AS_COUNT, OPTIONAL},
        {"History",     ENGINE_AS_COUNT, OPTIONAL},
    };
    const struct engine_source *source = host->data;
    const struct engine_record *record = NULL;
    struct sa_value v[SA_COUNT(columns)];
    int r = engine_single(source, "scheduler", &record, err);

    if (r == 0)
        r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);
    if (r < 0)
        return r;
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO engine_scheduler (target_id, staging_mode, cycle_enabled,"
        " maintenance_enabled, suspended, in_progress, next_policy, next_start_at,"
        " allowed_interval_s, effective_interval_s, custom_interval_s, history_s, asked_at,"
        " evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10],
        SA_TEXT(source->asked_at), SA_INT(host->evidence_id));
}

/* Connectors ------------------------------------------------------------------------------------- */

struct connector {
    struct sa_value v[8];
    enum sa_export_connector_kind kind;
    const char *key;
};

static const char *or_null(const struct sa_value *value)
{
    return value->type == SA_VALUE_TEXT ? value->text : NULL;
}

/* The key of the export's connector, made by the same functions. */
static int read_connector(struct host *host, const struct engine_record *record,
                          struct connector *ret, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Guid",     ENGINE_AS_GUID, NEEDED  },
        {"Name",     ENGINE_AS_TEXT, NEEDED  },
        {"Type",     ENGINE_AS_TEXT, NEEDED  },
        {"Subtype",  ENGINE_AS_TEXT, OPTIONAL},
        {"Forest",   ENGINE_AS_TEXT, OPTIONAL},
        {"Domain",   ENGINE_AS_TEXT, OPTIONAL},
        {"Account",  ENGINE_AS_TEXT, OPTIONAL},
        {"Modified", ENGINE_AS_TIME, OPTIONAL},
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT(SA_MIB);
    int r = engine_columns(host, record, columns, SA_COUNT(columns), ret->v, err);

    if (r < 0)
        return r;
    ret->kind = sa_export_kind_of(ret->v[0].text, ret->v[2].text, or_null(&ret->v[3]));
    (void)sa_export_add_connector_key(&key, ret->kind, or_null(&ret->v[4]), ret->v[2].text,
                                      or_null(&ret->v[3]), ret->v[1].text);
    if (sa_buf_status(&key) < 0)
        return sa_fail_nomem(err);
    ret->key = host_key(host, sa_buf_text(&key));
    return 0;
}

static bool is_before(const struct connector *a, const struct connector *b)
{
    int order = strcmp(a->v[1].text, b->v[1].text);

    return order != 0 ? order < 0 : strcmp(a->v[0].text, b->v[0].text) < 0;
}

static int store_connector(struct host *host, struct sa_batch *batch, const struct connector *all,
                           size_t count, const struct connector *one, struct sa_error *err)
{
    static const char *const kinds[] = {"ad", "entra", "other"};
    const struct sa_value *v = one->v;
    const char *key = one->key;
    size_t place = 1;

    /* A second one of the same key is its "#2", as in an export. */
    for (size_t i = 0; i < count; i++)
        if (&all[i] != one && strcmp(all[i].key, one->key) == 0 && is_before(&all[i], one))
            place++;
    if (place > 1)
        key = host_printf(host, "%s#%zu", key, place);
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO engine_connector (target_id, guid, name, kind, connector_key,"
                       " forest, account_domain, account, modified_at, evidence_id)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), v[0], v[1], SA_TEXT(kinds[one->kind]), SA_TEXT(key),
                       v[4], v[5], v[6], v[7], SA_INT(host->evidence_id));
}

int engine_store_connectors(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;
    struct connector *all = host_alloc(host, source->count, sizeof *all);
    size_t count = 0;
    int r = 0;

    if (all == NULL)
        return host_fail_room(host, err);
    ENGINE_FOR_EACH(record, source, "connector")
    {
        if (count == SA_LIMIT_CONNECTORS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_CONNECTORS,
                           "the engine has more than %d connectors", SA_LIMIT_CONNECTORS);
        r = read_connector(host, record, &all[count++], err);
        if (r < 0)
            return r;
    }
    for (size_t i = 0; i < count && r == 0; i++)
        r = store_connector(host, batch, all, count, &all[i], err);
    return r;
}

int engine_store_statistics(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Guid",           ENGINE_AS_GUID,  NEEDED  },
        {"Name",           ENGINE_AS_TEXT,  NEEDED  },
        {"Objects",        ENGINE_AS_COUNT, NEEDED  },
        {"ExportAdds",     ENGINE_AS_COUNT, NEEDED  },
        {"ExportUpdates",  ENGINE_AS_COUNT, NEEDED  },
        {"ExportDeletes",  ENGINE_AS_COUNT, NEEDED  },
        {"ImportAdds",     ENGINE_AS_COUNT, OPTIONAL},
        {"ImportUpdates",  ENGINE_AS_COUNT, OPTIONAL},
        {"ImportDeletes",  ENGINE_AS_COUNT, OPTIONAL},
        {"ImportNoChange", ENGINE_AS_COUNT, OPTIONAL},
    };

    return engine_insert_all(
        host, batch, "statistics",
        "INSERT INTO engine_statistics (target_id, guid, name, objects, export_adds,"
        " export_updates, export_deletes, import_adds, import_updates, import_deletes,"
        " import_unchanged, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        columns, SA_COUNT(columns), err);
}

int engine_store_status(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Connector", ENGINE_AS_TEXT, NEEDED},
        {"State",     ENGINE_AS_TEXT, NEEDED},
    };

    return engine_insert_all(host, batch, "busy",
                             "INSERT INTO engine_busy (target_id, connector, state, evidence_id)"
                             " VALUES (?, ?, ?, ?)",
                             columns, SA_COUNT(columns), err);
}

int engine_store_connector_overrides(struct host *host, struct sa_batch *batch,
                                     struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Guid",   ENGINE_AS_GUID, NEEDED},
        {"Import", ENGINE_AS_FLAG, NEEDED},
        {"Sync",   ENGINE_AS_FLAG, NEEDED},
    };

    return engine_insert_all(
        host, batch, "override",
        "INSERT INTO engine_override (target_id, guid, full_import, full_sync, evidence_id)"
        " VALUES (?, ?, ?, ?, ?)",
        columns, SA_COUNT(columns), err);
}

/* Others ----------------------------------------------------------------------------------------- */

int engine_store_files(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct engine_source *source = host->data;

    ENGINE_FOR_EACH(record, source, "file")
    {
        static const struct engine_column columns[] = {
            {"Name",     ENGINE_AS_TEXT,  NEEDED  },
            {"Size",     ENGINE_AS_COUNT, NEEDED  },
            {"Modified", ENGINE_AS_TIME,  OPTIONAL},
        };
        struct sa_value v[SA_COUNT(columns)];
        struct sa_value digest = SA_NULL;
        int r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);

        if (r == 0)
            r = engine_hex(host, record, "Sha256", false, &digest, err);
        if (r == 0 && (digest.type == SA_VALUE_NULL || strlen(digest.text) != 64))
            r = engine_fail_member(record, "Sha256", "SHA-256", err);
        if (r == 0)
            r = HOST_INSERT(host, batch, err,
                            "INSERT INTO engine_file (target_id, name, size, sha256, modified_at,"
                            " evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                            SA_INT(host->target_id), v[0], v[1], digest, v[2],
                            SA_INT(host->evidence_id));
        if (r < 0)
            return r;
    }
    return 0;
}

int engine_store_upgrade(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"State",  ENGINE_AS_TEXT, NEEDED  },
        {"Reason", ENGINE_AS_TEXT, OPTIONAL},
    };

    return insert_single(host, batch, "upgrade",
                         "INSERT INTO engine_auto_upgrade (target_id, state, reason, evidence_id)"
                         " VALUES (?, ?, ?, ?)",
                         columns, SA_COUNT(columns), err);
}

int engine_store_password(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column switches[] = {
        {"Connector", ENGINE_AS_TEXT, NEEDED},
        {"Enabled",   ENGINE_AS_FLAG, NEEDED},
    };
    static const struct engine_column partitions[] = {
        {"Guid",    ENGINE_AS_GUID, NEEDED  },
        {"Dn",      ENGINE_AS_TEXT, NEEDED  },
        {"Status",  ENGINE_AS_TEXT, NEEDED  },
        {"Success", ENGINE_AS_TIME, OPTIONAL},
        {"Cycle",   ENGINE_AS_TIME, OPTIONAL},
    };
    int r = engine_insert_all(host, batch, "password",
                              "INSERT INTO engine_password_sync (target_id, connector, enabled,"
                              " evidence_id) VALUES (?, ?, ?, ?)",
                              switches, SA_COUNT(switches), err);

    if (r == 0)
        r = engine_insert_all(host, batch, "partition",
                              "INSERT INTO engine_password_partition (target_id, guid, dn, status,"
                              " last_success_at, last_cycle_at, evidence_id)"
                              " VALUES (?, ?, ?, ?, ?, ?, ?)",
                              partitions, SA_COUNT(partitions), err);
    if (r == 0)
        r = engine_insert_all(host, batch, "writeback",
                              "INSERT INTO engine_password_writeback (target_id, connector,"
                              " enabled, evidence_id) VALUES (?, ?, ?, ?)",
                              switches, SA_COUNT(switches), err);
    return r;
}

int engine_store_domains(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Connector", ENGINE_AS_TEXT, NEEDED  },
        {"Domain",    ENGINE_AS_TEXT, NEEDED  },
        {"Reachable", ENGINE_AS_FLAG, NEEDED  },
        {"Message",   ENGINE_AS_TEXT, OPTIONAL},
    };

    return engine_insert_all(host, batch, "domain",
                             "INSERT INTO engine_domain (target_id, connector, domain, reachable,"
                             " message, evidence_id) VALUES (?, ?, ?, ?, ?, ?)",
                             columns, SA_COUNT(columns), err);
}

int engine_store_database(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"LocalDb",  ENGINE_AS_FLAG,  OPTIONAL},
        {"UsedMb",   ENGINE_AS_COUNT, OPTIONAL},
        {"Server",   ENGINE_AS_TEXT,  OPTIONAL},
        {"Instance", ENGINE_AS_TEXT,  OPTIONAL},
        {"Name",     ENGINE_AS_TEXT,  OPTIONAL},
        {"Version",  ENGINE_AS_TEXT,  OPTIONAL},
        {"Edition",  ENGINE_AS_TEXT,  OPTIONAL},
    };

    return insert_single(host, batch, "database",
                         "INSERT INTO engine_database (target_id, local_db, used_mb, server,"
                         " instance, name, version, edition, evidence_id)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         columns, SA_COUNT(columns), err);
}

int engine_store_credential(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    static const struct engine_column columns[] = {
        {"Kind",      ENGINE_AS_TEXT, OPTIONAL},
        {"ManagedBy", ENGINE_AS_TEXT, OPTIONAL},
        {"Rotation",  ENGINE_AS_FLAG, OPTIONAL},
        {"NotBefore", ENGINE_AS_TIME, OPTIONAL},
        {"NotAfter",  ENGINE_AS_TIME, OPTIONAL},
    };
    const struct engine_record *record = NULL;
    struct sa_value v[SA_COUNT(columns)];
    struct sa_value thumbprint = SA_NULL;
    struct sa_value digest = SA_NULL;
    const char *kind = "unknown";
    int r = engine_single(host->data, "credential", &record, err);

    if (r == 0)
        r = engine_columns(host, record, columns, SA_COUNT(columns), v, err);
    if (r == 0)
        r = engine_hex(host, record, "Thumbprint", true, &thumbprint, err);
    if (r == 0)
        r = engine_hex(host, record, "Sha256", false, &digest, err);
    if (r < 0)
        return r;
    if (sa_text_same(or_null(&v[0]), "ServiceAccount"))
        kind = "service_account";
    else if (sa_text_same(or_null(&v[0]), "Application"))
        kind = "application";
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO engine_credential (target_id, kind, managed_by, auto_rotation,"
                       " thumbprint, sha256, not_before, not_after, evidence_id)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(kind), v[1], v[2], thumbprint, digest, v[3],
                       v[4], SA_INT(host->evidence_id));
}
