/* SPDX-License-Identifier: Apache-2.0 */
/* Small helpers over SQLite for modules that read a snapshot: one way to prepare, bind, step and
 * report, so that every failure names the statement's purpose. */
#ifndef SYNCAUDIT_SQL_H
#define SYNCAUDIT_SQL_H
#include <sqlite3.h>
#include <stdint.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

/** Prepares exactly one statement. `what` ("list targets") goes into the message of a failure. */
int sa_sql_prepare(sqlite3 *db, const char *sql, const char *what, sqlite3_stmt **ret,
                   struct sa_error *err) SA_NODISCARD;
/** 1: a row, 0: no more rows, negative: failure. */
int sa_sql_step(sqlite3_stmt *statement, const char *what, struct sa_error *err) SA_NODISCARD;
/** Runs a script of statements that give no rows that matter. */
int sa_sql_exec(sqlite3 *db, const char *script, const char *what,
                struct sa_error *err) SA_NODISCARD;
/** Turns the connection's last failure into an error. Returns its status. */
int sa_sql_fail(sqlite3 *db, const char *what, struct sa_error *err);

/** Column as text; NULL for SQL NULL. Borrowed until the next step. */
static inline const char *sa_sql_text(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}
/** Column as text, "" for SQL NULL. */
const char *sa_sql_text_or_empty(sqlite3_stmt *statement, int column);
void sa_sql_finalize_p(sqlite3_stmt **statement);
#endif
