/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the host collector share (docs/internals/host.md).
 *
 * A source is gathered over the network first, then written in one batch: host_finish() does the second
 * half for every source, and tells the snapshot of those that could not be gathered. Whatever the server
 * says is hostile: texts go through host_text(), which makes them visible, bounds them and takes
 * passwords out. The first failure of these helpers sticks in `room` and ends the batch. */
#ifndef SYNCAUDIT_COLLECT_HOST_INTERNAL_H
#define SYNCAUDIT_COLLECT_HOST_INTERNAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/cim.h"
#include "syncaudit/host.h"
#include "syncaudit/limits.h"
#include "syncaudit/snapshot.h"

struct host_services; /* host_service.c */
struct host_accounts; /* host_account.c */

struct host {
    struct sa_snapshot *snapshot;
    int64_t target_id;
    struct sa_wsman *session;
    const struct sa_http_info *info;
    const struct sa_host_request *request;

    /* What later sources need of earlier ones, in `arena`. NULL: that source could not be read. */
    struct sa_arena arena;
    struct sa_registry *registry; /* set by host_collect_registry() */
    const char *computer;         /* its short name; NULL: not known */
    const char *system_drive;     /* "C:"; NULL: not known */
    int64_t product_type;         /* 1 client, 2 domain controller, 3 server; 0: not known */
    int64_t clock_offset_s;       /* its clock minus ours; 0 also when not known */
    bool shows_security_log;      /* the source log has seen it */
    const struct host_accounts *accounts;
    const struct host_services *services;
    struct sa_error accounts_problem, services_problem;

    /* Of the source that is being read: emptied by host_finish(). */
    struct sa_arena scratch;
    struct sa_buf evidence;
    const char *evidence_name; /* NULL: XML, made by host_query() and host_get(), "SOURCE.xml" */
    int64_t evidence_id;       /* for the store function */
    const void *data;          /* what the gather function hands to the store function */
    struct sa_error room;

    struct sa_footprint *footprints; /* of what was done since the last batch */
    size_t footprint_count, footprint_size;
    struct sa_arena footprint_arena;
    bool footprint_lost;
    struct sa_error footprint_problem; /* it could not be written */

    struct sa_error first_problem;
    struct sa_error lost;      /* why nothing more is asked */
    unsigned losses, timeouts; /* in a row */
    size_t exchanges;          /* when that was last judged */
};

/* Sources ------------------------------------------------------------------------------------------ */

/** Writes the rows of a source; the evidence is stored already (`host->evidence_id`). */
typedef int host_store_fn(struct host *host, struct sa_batch *batch, struct sa_error *err);

/** Ends a source: writes the footprint, then a coverage row when `problem` has a status, else evidence
 *  (`host->evidence`), rows and coverage in one batch. Empties `scratch` and `evidence`. Negative only
 *  when the snapshot could not be written or the run is cancelled: the collector stops. */
int host_finish(struct host *host, const char *source, const struct sa_error *problem,
                host_store_fn *write, struct sa_error *err) SA_NODISCARD;

/** Empties what belongs to one source: where it is not ended by host_finish(). */
void host_forget(struct host *host);
/** Adds an operation that was made on the server to the footprint. */
void host_footprint(struct host *host, const struct sa_footprint *operation);
/** Writes what the footprint has: where a source is not ended by host_finish(). */
int host_write_footprint(struct host *host, struct sa_error *err) SA_NODISCARD;

/** Reads the registry once, stores the sources registry, software, certificate, firewall. As host_finish()
 *  it returns negative only when the collector must stop. */
int host_collect_registry(struct host *host, struct sa_error *err) SA_NODISCARD;

/** Where a source has more than one step: host_<source>.c. */
typedef int host_gather_fn(struct host *host, struct sa_error *err);
host_gather_fn host_gather_system, host_gather_disks, host_gather_network, host_gather_services,
    host_gather_hotfixes, host_gather_winrm, host_gather_users, host_gather_groups,
    host_gather_features, host_gather_tasks, host_gather_shares, host_gather_antimalware,
    host_gather_device_guard, host_gather_tpm, host_gather_volumes, host_gather_database,
    host_gather_logs, host_gather_events, host_gather_listeners;
host_store_fn host_store_system, host_store_disks, host_store_network, host_store_services,
    host_store_hotfixes, host_store_winrm, host_store_users, host_store_groups, host_store_features,
    host_store_tasks, host_store_shares, host_store_antimalware, host_store_device_guard,
    host_store_tpm, host_store_volumes, host_store_database, host_store_logs, host_store_events,
    host_store_listeners;

/* Asking ------------------------------------------------------------------------------------------- */

/** What of a property may be kept, in facts and evidence alike: the text itself, or another. */
typedef const char *host_redact_fn(struct host *host, const struct sa_cim_instance *instance,
                                   const char *property, const char *text);

/** sa_cim_query() into `scratch`; adds the items to the evidence, written anew without secrets. */
int host_query(struct host *host, const char *ns, const char *wql, host_redact_fn *redact,
               struct sa_cim_list *ret, struct sa_error *err) SA_NODISCARD;
/** sa_cim_get() likewise. */
int host_get(struct host *host, const char *ns, const char *class_name,
             const struct sa_wsman_selector *keys, size_t key_count,
             const struct sa_cim_instance **ret, struct sa_error *err) SA_NODISCARD;
/** As host_get() without keys, and NULL when the class, its namespace or the instance is absent. */
int host_get_optional(struct host *host, const char *ns, const char *class_name,
                      const struct sa_cim_instance **ret, struct sa_error *err) SA_NODISCARD;
/** Is the failure that of one question, so that the next one may succeed? */
bool host_is_answer(int status);

#define CIMV2 "root/cimv2"

/** Adds one answer to the evidence: what was asked, and the instances. */
int host_add_evidence(struct host *host, const char *ns, const char *question,
                      host_redact_fn *redact, const struct sa_cim_instance *const *items,
                      size_t count, struct sa_error *err) SA_NODISCARD;
/** Adds `text`, escaped for XML. */
void host_add_escaped(struct sa_buf *buf, const char *text);
/** Likewise, after what host_text() does. */
void host_add_text(struct sa_buf *buf, const char *text);

/* Values ------------------------------------------------------------------------------------------- */

/** Visible, bounded, without passwords, in `scratch`; NULL stays NULL. */
const char *host_text(struct host *host, const char *text);
/** Likewise, of a text that is in `scratch` already: copied only where it has to be changed. */
const char *host_own_text(struct host *host, const char *text);
/** Likewise, in lower case: for keys. Letters beyond ASCII are folded. */
const char *host_key(struct host *host, const char *text);
/** Is a password given in it ("password=...")? */
bool host_tells_password(const char *text);

/** Columns from properties. Null, absent, and what makes no sense become NULL. */
struct sa_value host_text_of(struct host *host, const struct sa_cim_instance *i, const char *name);
struct sa_value host_number_of(const struct sa_cim_instance *i, const char *name, int64_t min,
                               int64_t max);
struct sa_value host_bool_of(const struct sa_cim_instance *i, const char *name);
struct sa_value host_time_of(struct host *host, const struct sa_cim_instance *i, const char *name);
/** The same for columns and decisions that a row cannot do without: SA_E_PROTOCOL names the property. */
int host_need_text(struct host *host, const struct sa_cim_instance *i, const char *name,
                   const char **ret, struct sa_error *err) SA_NODISCARD;
int host_need_number(const struct sa_cim_instance *i, const char *name, int64_t min, int64_t max,
                     int64_t *ret, struct sa_error *err) SA_NODISCARD;
int host_need_bool(const struct sa_cim_instance *i, const char *name, bool *ret,
                   struct sa_error *err) SA_NODISCARD;

/** Memory of the source; "" or NULL and `room` when there is none. */
void *host_alloc(struct host *host, size_t count, size_t size) SA_NODISCARD;
const char *host_printf(struct host *host, const char *format, ...) SA_PRINTF(2, 3);
/** Says that there is no room, once. */
int host_fail_room(struct host *host, struct sa_error *err);

/** sa_batch_insert(), unless a value before could not be made. */
int host_insert(struct host *host, struct sa_batch *batch, const char *sql,
                const struct sa_value *values, size_t count, int64_t *ret_id,
                struct sa_error *err) SA_NODISCARD;
#define HOST_INSERT(host, batch, err, sql, ...)                                                 \
    host_insert((host), (batch), (sql), (const struct sa_value[]){__VA_ARGS__},                 \
                sizeof((const struct sa_value[]){__VA_ARGS__}) / sizeof(struct sa_value), NULL, \
                (err))

/* Registry, as far as others need it --------------------------------------------------------------- */

/** Text of a setting by its name in host_settings.def. 1: set, and not empty; 0: absent or empty; negative:
 *  not known, `err` says why. */
int host_setting_text(struct host *host, const char *name, const char **ret, struct sa_error *err);

/* Accounts ----------------------------------------------------------------------------------------- */

/** Kinds of accounts as in the columns account_kind. `ret_key` (lower case; ".\name" for local accounts) may
 *  become NULL. `account` may be NULL or "". */
const char *host_account_kind(struct host *host, const char *account, const char **ret_key);
#endif
