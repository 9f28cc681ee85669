/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the run share: what servers tell a forest (hint.c), and what a forest tells about
 * servers (discover.c). Both read the snapshot while no worker writes to it. */
#ifndef SYNCAUDIT_RUN_RUN_INTERNAL_H
#define SYNCAUDIT_RUN_RUN_INTERNAL_H
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

/** Adds the sync servers that the forests know of and the plan does not: out of the findings, one for each
 *  forest, or, where that is NULL, out of the facts. */
int sa_run_discover(struct sa_plan *plan, struct sa_snapshot *snapshot, const int64_t *forest_ids,
                    const struct sa_server_finding *findings, struct sa_error *err) SA_NODISCARD;

/** `base`, or "base#2" and so on when a target of the plan is called so. In the plan's arena. */
int sa_plan_unique_name(struct sa_plan *plan, const char *base, const char **ret,
                        struct sa_error *err) SA_NODISCARD;
#endif
