/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of checks/parity share. docs/internals/parity.md explains the comparison. */
#ifndef SYNCAUDIT_CHECKS_PARITY_H
#define SYNCAUDIT_CHECKS_PARITY_H
#include <sqlite3.h>
#include <stdint.h>

#include "syncaudit/error.h"

/** Registers fold(text), dn_key(text), param_key(name, value). functions.c */
int sa_parity_functions(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Fills parity_item for every collected server from items.sql. compare.c */
int sa_parity_items(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Runs an embedded script of this folder: "parity/items.sql". compare.c */
int sa_parity_script(sqlite3 *db, const char *path, const char *what,
                     struct sa_error *err) SA_NODISCARD;

struct sa_parity_sides {
    int64_t pair_id, active_id, staging_id;
    const char *active, *staging;
};

/** Makes TEMP rule_target, which sa_parity_precedence() reads. precedence.c */
int sa_parity_precedence_prepare(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Adds the differences in the order of the rules that both servers have. precedence.c */
int sa_parity_precedence(sqlite3 *db, const struct sa_parity_sides *sides,
                         struct sa_error *err) SA_NODISCARD;

/** Adds one row to parity_difference. compare.c */
struct sa_parity_row {
    const char *area, *path, *active_value, *staging_value, *class, *why, *evidence;
    int minor;
};
int sa_parity_add(sqlite3 *db, const struct sa_parity_sides *sides, const struct sa_parity_row *row,
                  struct sa_error *err) SA_NODISCARD;
#endif
