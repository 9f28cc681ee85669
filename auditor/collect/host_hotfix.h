/* SPDX-License-Identifier: Apache-2.0 */
/* Dates of updates as Windows writes them, for tests. */
#ifndef SYNCAUDIT_COLLECT_HOST_HOTFIX_H
#define SYNCAUDIT_COLLECT_HOST_HOTFIX_H
#include "host_internal.h"

enum host_date_order { HOST_DATE_UNKNOWN, HOST_DATE_MONTH_FIRST, HOST_DATE_DAY_FIRST };

/** What the rows of one server prove about "a/b/year". */
enum host_date_order host_date_order(const char *const *texts, size_t count);
/** "2026-11-22"; false: no date, or not sure which. */
bool host_read_date(const char *text, enum host_date_order order, char ret[11]);
#endif
