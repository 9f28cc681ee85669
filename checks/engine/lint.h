/* SPDX-License-Identifier: Apache-2.0 */
/* What the two halves of the linter share: lint.c (files, headers, cases, the prepared query) and
 * lintsql.c (the text of the query). */
#ifndef SYNCAUDIT_CHECKS_LINT_H
#define SYNCAUDIT_CHECKS_LINT_H
#include "syncaudit/arena.h"
#include "syncaudit/checks.h"
#include "syncaudit/evaluation.h"

struct sa_lint {
    sa_lint_fn *report;
    void *payload;
    int complaints;
};

void sa_lint_complain(struct sa_lint *lint, const char *file, long line, const char *format, ...)
    SA_PRINTF(4, 5);

/** Reads the text of a check's query: parameters that are used and those that are declared, the
 *  clock, names that Windows translates, columns of such names, names of settings. Marks in `ret_named` the statuses that stand in it as
 *  literals. lintsql.c */
int sa_lint_sql(struct sa_lint *lint, const struct sa_check *check, struct sa_arena *arena,
                bool ret_named[SA_RESULT_COUNT], struct sa_error *err) SA_NODISCARD;
#endif
