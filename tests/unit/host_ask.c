/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in the snapshot that host_fake.c fills. */
#include "syncaudit/sql.h"

#include "host_fake.h"
#include "support/test.h"

static sqlite3_stmt *first_row(const char *sql)
{
    sqlite3_stmt *statement = NULL;
    sqlite3 *db = sa_snapshot_db(host_fake_snapshot());

    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    if (sqlite3_step(statement) != SQLITE_ROW)
        fail_msg("no row: %s", sql);
    return statement;
}

int64_t number(const char *sql)
{
    sqlite3_stmt *statement = first_row(sql);
    int64_t found =
        sqlite3_column_type(statement, 0) == SQLITE_NULL ? -1 : sqlite3_column_int64(statement, 0);

    sqlite3_finalize(statement);
    return found;
}

const char *text(const char *sql)
{
    static char answer[65536];
    sqlite3_stmt *statement = first_row(sql);
    const unsigned char *found = sqlite3_column_text(statement, 0);

    (void)snprintf(answer, sizeof answer, "%s", found != NULL ? (const char *)found : "(null)");
    sqlite3_finalize(statement);
    return answer;
}
