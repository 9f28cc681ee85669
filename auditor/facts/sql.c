/* SPDX-License-Identifier: Apache-2.0 */
/* Helpers over SQLite, so that preparing, stepping and failing look the same in every module.
 *
 * The foreign number kept in an error is SQLite's extended result code; the status comes from its
 * primary code. A full disk is named as such, because it is the failure that users can mend. */
#include "syncaudit/sql.h"

static int status_of(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return SA_E_NOMEM;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
        return SA_E_DENIED;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return SA_E_PROTOCOL;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SA_E_IO;
    case SQLITE_TOOBIG:
        return SA_E_LIMIT;
    case SQLITE_INTERRUPT:
        return SA_E_CANCELLED;
    case SQLITE_ERROR:
        return SA_E_INPUT;
    default:
        return SA_E_INTERNAL;
    }
}

int sa_sql_fail(sqlite3 *db, const char *what, struct sa_error *err)
{
    int code = sqlite3_extended_errcode(db);
    int status = status_of(code);
    sa_fail(err, status, SA_DOMAIN_SQLITE, code, "cannot %s: %s", what, sqlite3_errmsg(db));
    switch (code & 0xff) {
    case SQLITE_FULL:
        sa_hint(err, "free space on the disk that holds the file, or write it elsewhere");
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        sa_hint(err, "another process uses the file; wait for it to end");
        break;
    case SQLITE_READONLY:
        sa_hint(err, "check the permissions of the file and of the folder that holds it");
        break;
    default:
        break;
    }
    return status;
}

int sa_sql_prepare(sqlite3 *db, const char *sql, const char *what, sqlite3_stmt **ret,
                   struct sa_error *err)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v3(db, sql, -1, 0, &statement, NULL) != SQLITE_OK || !statement)
        return sa_sql_fail(db, what, err);
    *ret = statement;
    return 0;
}

int sa_sql_step(sqlite3_stmt *statement, const char *what, struct sa_error *err)
{
    switch (sqlite3_step(statement)) {
    case SQLITE_ROW:
        return 1;
    case SQLITE_DONE:
        return 0;
    default:
        return sa_sql_fail(sqlite3_db_handle(statement), what, err);
    }
}

int sa_sql_exec(sqlite3 *db, const char *script, const char *what, struct sa_error *err)
{
    if (sqlite3_exec(db, script, NULL, NULL, NULL) != SQLITE_OK)
        return sa_sql_fail(db, what, err);
    return 0;
}

const char *sa_sql_text_or_empty(sqlite3_stmt *statement, int column)
{
    const char *text = sa_sql_text(statement, column);
    return text ? text : "";
}

void sa_sql_finalize_p(sqlite3_stmt **statement)
{
    (void)sqlite3_finalize(*statement);
}
