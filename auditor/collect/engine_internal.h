/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the collector of the sync engine share (docs/internals/engine.md).
 *
 *   engine.c                the order of it all: runspace, pipelines, the end of each source
 *   engine_problem.c        errors of PowerShell and of the scripts as coverage
 *   engine_record.c         what PowerShell said as records; records as columns and as evidence
 *   engine_store.c          sources of the engine to facts
 *   engine_history.c        the run history
 *   engine_windows.c        rights, audit policy, folders, logs, logons
 *   engine_configuration.c  files of the configuration export, to the export collector
 *
 * Records are hostile: members by name, of the type that the column has, times and identifiers checked; texts
 * through host_text(). A source with one record that breaks this is stored not at all. */
#ifndef SYNCAUDIT_COLLECT_ENGINE_INTERNAL_H
#define SYNCAUDIT_COLLECT_ENGINE_INTERNAL_H
#include "syncaudit/psrp.h"

#include "host_internal.h"

enum engine_kind {
    ENGINE_NULL,
    ENGINE_TEXT,
    ENGINE_NUMBER,
    ENGINE_FLAG,
    ENGINE_OTHER, /**< what no record should hold */
};
struct engine_member {
    const char *name;
    enum engine_kind kind;
    const char *text; /**< as it came; never NULL */
    int64_t number;   /**< also of a flag */
};
struct engine_record {
    struct engine_record *next;
    const char *fact;
    struct engine_member *members;
    size_t count;
};

/** A source while it is told; records live in `host->scratch` until host_finish(). */
struct engine_source {
    const struct sa_psrp_operation *operation;
    host_store_fn *store; /**< NULL: `configuration`, which stores otherwise */
    bool is_done;
    struct engine_record *first, *last;
    size_t count;
    const char *asked_at; /**< the server's clock */
    int64_t offset_min;   /**< east of UTC */
    const struct sa_psrp_info *info;
};

/* Records ---------------------------------------------------------------------------------------- */

/** Copies what PowerShell said into `scratch`. `*ret` NULL: it is no record. `previous` (may be NULL): a record
 *  of the same source, whose names are used again. SA_E_PROTOCOL, SA_E_LIMIT. */
int engine_record_read(struct host *host, const struct sa_clixml_value *value,
                       const struct engine_record *previous, struct engine_record **ret,
                       struct sa_error *err) SA_NODISCARD;
/** Writes the record into `host->evidence`, without secrets. */
void engine_record_keep(struct host *host, const struct engine_record *record);
/** NULL: none of that name. */
const struct engine_member *engine_member(const struct engine_record *record, const char *name);
/** Text as it came, NULL when absent, null, or of another kind. */
const char *engine_raw(const struct engine_record *record, const char *name);
/** Is it the name of a parameter that holds a secret ("password", not "PasswordHashSync")? */
bool engine_is_secret(const char *name);

/** Columns. Null, absent and "" become NULL; another type or what is out of range SA_E_PROTOCOL: what the
 *  scripts send does not depend on the server's product. */
int engine_text(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
int engine_number(const struct engine_record *record, const char *name, int64_t min, int64_t max,
                  struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
int engine_flag(const struct engine_record *record, const char *name, struct sa_value *ret,
                struct sa_error *err) SA_NODISCARD;
/** yyyy-MM-ddTHH:mm:ssZ. */
int engine_time(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
/** Lower case, without braces. */
int engine_guid(struct host *host, const struct engine_record *record, const char *name,
                struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
int engine_sid(struct host *host, const struct engine_record *record, const char *name,
               struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
/** Hex digits, in lower or upper case. */
int engine_hex(struct host *host, const struct engine_record *record, const char *name, bool upper,
               struct sa_value *ret, struct sa_error *err) SA_NODISCARD;
int engine_fail_member(const struct engine_record *record, const char *name, const char *expected,
                       struct sa_error *err);

/** A row of columns: `type` says what each member becomes. '!' behind it: must be there. */
enum engine_column_type {
    ENGINE_AS_TEXT,
    ENGINE_AS_COUNT, /**< 0 .. 2^53 */
    ENGINE_AS_FLAG,
    ENGINE_AS_TIME,
    ENGINE_AS_GUID,
    ENGINE_AS_SID,
};
struct engine_column {
    const char *name;
    enum engine_column_type type;
    bool is_needed;
};
/** Fills `values` from the record, one for each column. */
int engine_columns(struct host *host, const struct engine_record *record,
                   const struct engine_column *columns, size_t count, struct sa_value *values,
                   struct sa_error *err) SA_NODISCARD;

/* Sources ---------------------------------------------------------------------------------------- */

/** `host->data` is the struct engine_source. Records of unknown facts are passed over. */
host_store_fn engine_store_engine, engine_store_groups, engine_store_scheduler,
    engine_store_connectors, engine_store_statistics, engine_store_history, engine_store_status,
    engine_store_connector_overrides, engine_store_files, engine_store_upgrade,
    engine_store_password, engine_store_domains, engine_store_database, engine_store_credential,
    engine_store_rights, engine_store_policies, engine_store_folders, engine_store_logs,
    engine_store_logons;

/** Only records of `fact`. */
/* NOLINTBEGIN(bugprone-macro-parentheses): the first argument is a name */
#define ENGINE_FOR_EACH(record, source, wanted)                                \
    for (const struct engine_record *record = (source)->first; record != NULL; \
         record = record->next)                                                \
        if (strcmp(record->fact, (wanted)) == 0)
/* NOLINTEND(bugprone-macro-parentheses) */
size_t engine_count(const struct engine_source *source, const char *fact);
/** The only record of `fact`; SA_E_PROTOCOL: none, or several. */
int engine_single(const struct engine_source *source, const char *fact,
                  const struct engine_record **ret, struct sa_error *err) SA_NODISCARD;
/** One row per record of `fact`: target_id, the columns, evidence_id. */
int engine_insert_all(struct host *host, struct sa_batch *batch, const char *fact, const char *sql,
                      const struct engine_column *columns, size_t count,
                      struct sa_error *err) SA_NODISCARD;

/** The files of the configuration to the sources global_settings, connector, sync_rule, or why there are none. */
int engine_finish_configuration(struct host *host, const struct engine_source *source,
                                const struct sa_error *problem, struct sa_error *err) SA_NODISCARD;

/* Problems --------------------------------------------------------------------------------------- */

/** What an error of PowerShell is to a source. Returns the status. */
int engine_fail(struct sa_error *ret, const struct sa_psrp_operation *operation,
                const struct sa_psrp_error *e);
/** The same for the record `problem` of a source. */
int engine_fail_record(struct host *host, struct sa_error *ret,
                       const struct sa_psrp_operation *operation,
                       const struct engine_record *record);
/** Adds to trouble with the runspace which right is missing, or what else to do. */
void engine_explain(struct sa_error *problem, const struct host *host);

/** After all other sources: asks for what sa_psrp_operations() names, as far as the request wants it. Negative as
 *  host_finish(). */
int engine_collect(struct host *host, struct sa_error *err) SA_NODISCARD;
#endif
