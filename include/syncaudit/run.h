/* SPDX-License-Identifier: Apache-2.0 */
/* A run: the plan (what to look at) carried out by worker threads, one target at a time each. Servers
 * come first (export folders, and their Windows over WinRM), then forests, which look for the accounts
 * that the servers name, last the servers that only the forests know of. */
#ifndef SYNCAUDIT_RUN_H
#define SYNCAUDIT_RUN_H
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"
#include "syncaudit/directory.h"
#include "syncaudit/error.h"
#include "syncaudit/host.h"
#include "syncaudit/snapshot.h"

struct sa_plan_target {
    const char *name;          /**< NULL: taken from the export, else from the folder's name */
    const char *export_folder; /**< or NULL */
    /** How its Windows is asked; `host.http.host` NULL: it is not. Texts are copied; the password is
     *  borrowed and must live as long as the plan; deadline, cancellation and watcher are the run's. */
    struct sa_host_request host;
    const char *declared_role; /**< "active", "staging" or NULL */
    const char *pair;          /**< or NULL */
};

/** A forest to ask over LDAP. The texts of `ldap` are copied; its password is borrowed and must live
 *  as long as the plan; its deadline, cancellation and watcher are set by the run. */
struct sa_plan_forest {
    const char *name; /**< unique among all targets; NULL: the domain */
    struct sa_ldap_options ldap;
    const char *const *
        accounts; /**< further accounts to look at (sAMAccountName or DN), NULL-terminated; or NULL */
    bool discover;               /**< sync servers that AD knows become targets of the run */
    bool connect;                /**< and are asked over WinRM, as `host` says */
    struct sa_host_request host; /**< as in a target, without a name */
};

struct sa_plan {
    struct sa_arena arena; /**< owns every text */
    struct sa_plan_target *targets;
    size_t count, capacity;
    struct sa_plan_forest *forests;
    size_t forest_count;
};

#define SA_PLAN_INIT                                     \
    {                                                    \
        .arena = SA_ARENA_INIT((size_t)64 * 1024 * 1024) \
    }

/** Copies the target. SA_E_LIMIT beyond SA_LIMIT_TARGETS. */
int sa_plan_add(struct sa_plan *plan, const struct sa_plan_target *target,
                struct sa_error *err) SA_NODISCARD;
/** Copies the forest. SA_E_LIMIT beyond SA_LIMIT_FORESTS, SA_E_INPUT for a domain named twice. */
int sa_plan_add_forest(struct sa_plan *plan, const struct sa_plan_forest *forest,
                       struct sa_error *err) SA_NODISCARD;
/** Joins a target that is only a host with one that is only an export, where the export's server calls
 *  itself as the host's first label says; then gives every target a name that is unique in the run: what the configuration says, else what the
 *  server calls itself, else the folder's name; "#2", "#3" behind names that occur again. */
int sa_plan_name_targets(struct sa_plan *plan, struct sa_error *err) SA_NODISCARD;
/** SA_E_INPUT when a pair label stands at one server only. */
int sa_plan_check_pairs(const struct sa_plan *plan, struct sa_error *err) SA_NODISCARD;
void sa_plan_done(struct sa_plan *plan);

/** Called from one thread at a time, when a target is finished. `problem` is NULL when everything was
 *  collected. */
typedef void sa_progress_fn(void *payload, size_t done, size_t total, const char *target,
                            const struct sa_error *problem);

struct sa_run_options {
    unsigned jobs;              /**< worker threads; 0: one per processor for export folders, up to
                                       SA_RUN_HOST_WORKERS for hosts */
    unsigned forest_timeout_ms; /**< deadline of one forest; 0: ten minutes */
    unsigned host_timeout_ms;   /**< deadline of one host; 0: ten minutes */
    int64_t deadline_ms;        /**< sa_time_monotonic_ms() by which all remote work ends; 0: none.
                                       What was not asked by then gets coverage rows that say so */
    const atomic_bool *cancelled; /**< polled; may be NULL */
    sa_progress_fn *progress;     /**< may be NULL */
    void *payload;
};

#define SA_RUN_HOST_WORKERS 64

struct sa_run_outcome {
    size_t complete; /**< targets whose every source was collected */
    size_t partial;  /**< targets of which at least one source was collected */
    size_t failed;   /**< targets of which nothing was collected */
    bool interrupted;
};

/** Adds every target to the snapshot and collects it. Trouble of one target becomes its coverage rows;
 *  a negative return means that the snapshot cannot be written. Does not finish the snapshot. */
int sa_run_collect(struct sa_plan *plan, struct sa_snapshot *snapshot,
                   const struct sa_run_options *options, struct sa_run_outcome *ret,
                   struct sa_error *err) SA_NODISCARD;
#endif
