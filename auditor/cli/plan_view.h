/* SPDX-License-Identifier: Apache-2.0 */
/* What `plan` found out, for those who print it. */
#ifndef SYNCAUDIT_CLI_PLAN_VIEW_H
#define SYNCAUDIT_CLI_PLAN_VIEW_H
#include "matrix.h"

/* A server of the plan, or all those that a forest will name. */
struct server_view {
    const struct sa_plan_target *target; /* NULL: of `forest` */
    const struct sa_plan_forest *forest;
    const struct sa_host_request *host; /* NULL: not asked */
    struct loss never; /* unknown and doubted with this plan, its forests included */
};

struct plan_view {
    const struct settings *settings;
    const struct sa_plan *plan;
    struct matrix matrix;
    struct server_view *servers;
    size_t server_count;
    bool asks_windows, asks_engine, writes_files; /* of any server */
};

void print_plan(const struct plan_view *view);
int write_plan(const struct plan_view *view, struct sa_buf *ret, struct sa_error *err) SA_NODISCARD;
#endif
