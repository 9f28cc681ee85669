/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the run share: what servers tell a forest (hint.c), and what a forest tells about
 * servers (discover.c). Both read the snapshot while no worker writes to it. */
#ifndef SYNCAUDIT_RUN_RUN_INTERNAL_H
#define SYNCAUDIT_RUN_RUN_INTERNAL_H
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/collect.h"
#include "syncaudit/run.h"

/** Accounts and computers to look for in `forest`: those of the plan, and those that the exports in the
 *  snapshot name for it. In `arena`. */
int sa_run_hints(struct sa_snapshot *snapshot, const struct sa_plan_forest *forest,
                 struct sa_arena *arena, struct sa_forest_hint **ret, size_t *ret_count,
                 struct sa_error *err) SA_NODISCARD;

/** Adds the sync servers that the forests know of and the plan does not. */
int sa_run_discover(struct sa_plan *plan, struct sa_snapshot *snapshot, const int64_t *forest_ids,
                    struct sa_error *err) SA_NODISCARD;

/** Keeps one wrong password from being shown to many hosts (gate.c). */
struct sa_gate_entry;
struct sa_gate {
    pthread_mutex_t lock;
    struct sa_gate_entry *entries;
    size_t count;
};
void sa_gate_init(struct sa_gate *gate);
void sa_gate_done(struct sa_gate *gate);
/** Before a host is asked: 0, or waits until another host has said what it thinks of the password.
 *  SA_E_AUTH: it was refused elsewhere, this host must not be asked; SA_E_TIMEOUT; SA_E_CANCELLED. */
int sa_gate_enter(struct sa_gate *gate, const struct sa_http_options *http,
                  struct sa_error *why) SA_NODISCARD;
/** After it was asked: `answered` when anything was collected. */
void sa_gate_leave(struct sa_gate *gate, const struct sa_http_options *http, bool answered,
                   const struct sa_error *problem);

/** `base`, or "base#2" and so on when a target of the plan is called so. In the plan's arena. */
int sa_plan_unique_name(struct sa_plan *plan, const char *base, const char **ret,
                        struct sa_error *err) SA_NODISCARD;
#endif
