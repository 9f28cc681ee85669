/* SPDX-License-Identifier: Apache-2.0 */
/* What a case says of the servers' sync engines: "-- engine:" and "-- uncovered:" (casefile.c documents
 * them). The facts stand in case_engine.sql; here the script gets to know its servers, and what was not
 * seen is taken away again. */
#include <string.h>

#include "syncaudit/resource.h"
#include "syncaudit/sql.h"

#include "casefile.h"
#include "engine.h"
#include "judge.h"

#define WHAT "add the sync engine of a case"

/* One statement: ?1 a number, ?2 and ?3 texts, ?4 1, 0, or NULL (-1). */
static int add(sqlite3 *db, const char *sql, int id, const char *first, const char *second,
               int flag, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, WHAT, &statement, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int(statement, 1, id);
    (void)sqlite3_bind_text(statement, 2, first, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(statement, 3, second, -1, SQLITE_STATIC);
    if (flag >= 0)
        (void)sqlite3_bind_int(statement, 4, flag);
    return sa_sql_step(statement, WHAT, err);
}

static int staging_flag(enum sa_case_role role)
{
    if (role == SA_CASE_STAGING)
        return 1;
    return role == SA_CASE_ACTIVE ? 0 : -1;
}

static int list_engines(sqlite3 *db, const struct sa_case *test, struct sa_error *err)
{
    int number = 1;
    int r = sa_sql_exec(db,
                        "CREATE TEMP TABLE case_engine (target_id INTEGER, name TEXT, now TEXT,"
                        "                               staging INTEGER);"
                        "CREATE TEMP TABLE case_source (number INTEGER, source TEXT)",
                        WHAT, err);

    for (const struct sa_case_engine *e = test->engines; r == 0 && e != NULL; e = e->next)
        r = add(db, "INSERT INTO temp.case_engine VALUES (?1, ?2, ?3, ?4)", e->server, e->name,
                test->now, staging_flag(e->role), err);
    for (const char *const *name = sa_source_names(); r == 0 && *name != NULL; name++)
        if (sa_source_of_engine(*name))
            r = add(db, "INSERT INTO temp.case_source VALUES (?1, ?2)", number++, *name, NULL, -1,
                    err);
    return r;
}

/* Facts without a coverage row do not exist. */
static int uncover(sqlite3 *db, const struct sa_case_uncovered *uncovered, struct sa_error *err)
{
    static const struct {
        const char *source, *rows;
    } facts[] = {
        {"engine",           "engine"                   },
        {"engine",           "engine_parameter"         },
        {"scheduler",        "engine_scheduler"         },
        {"engine_connector", "engine_connector"         },
        {"statistics",       "engine_statistics"        },
        {"run_history",      "engine_history"           },
        {"override",         "engine_file"              },
        {"auto_upgrade",     "engine_auto_upgrade"      },
        {"password_sync",    "engine_password_sync"     },
        {"password_sync",    "engine_password_partition"},
        {"password_sync",    "engine_password_writeback"},
        {"reachability",     "engine_domain"            },
        {"engine_database",  "engine_database"          },
        {"entra_credential", "engine_credential"        },
        {"auditor_right",    "auditor_group"            },
        {"user_right",       "host_user_right"          },
        {"audit_policy",     "host_audit_policy"        },
        {"log_age",          "host_log_age"             },
        {"account_logon",    "host_account_watched"     },
    };
    static const char runs[] = "DELETE FROM main.engine_run_step WHERE run_id IN"
                               " (SELECT id FROM main.engine_run WHERE target_id = ?1)";
    static const char aces[] = "DELETE FROM main.host_folder_ace WHERE folder_id IN"
                               " (SELECT id FROM main.host_folder WHERE target_id = ?1)";
    const char *source = uncovered->source;
    int id = uncovered->server;
    char sql[128];
    int r = add(db, "DELETE FROM main.coverage WHERE target_id = ?1 AND source = ?2", id, source,
                NULL, -1, err);

    for (size_t i = 0; r == 0 && i < SA_COUNT(facts); i++) {
        if (strcmp(facts[i].source, source) != 0)
            continue;
        (void)snprintf(sql, sizeof sql, "DELETE FROM main.%s WHERE target_id = ?1", facts[i].rows);
        r = add(db, sql, id, NULL, NULL, -1, err);
    }
    if (r == 0 && strcmp(source, "run_history") == 0)
        r = add(db, runs, id, NULL, NULL, -1, err);
    if (r == 0 && strcmp(source, "run_history") == 0)
        r = add(db, "DELETE FROM main.engine_run WHERE target_id = ?1", id, NULL, NULL, -1, err);
    if (r == 0 && strcmp(source, "file_right") == 0)
        r = add(db, aces, id, NULL, NULL, -1, err);
    if (r == 0 && strcmp(source, "file_right") == 0)
        r = add(db, "DELETE FROM main.host_folder WHERE target_id = ?1", id, NULL, NULL, -1, err);
    return r;
}

int sa_case_insert_engines(sqlite3 *db, const struct sa_case *test, struct sa_error *err)
{
    const struct sa_resource *script = sa_checks_resource("engine/case_engine.sql");
    int r = 0;

    if (test->engines == NULL)
        return 0;
    if (script == NULL)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "the engine of cases is not embedded");
    r = list_engines(db, test, err);
    if (r == 0)
        r = sa_sql_exec(db, (const char *)script->data, WHAT, err);
    for (const struct sa_case_uncovered *u = test->uncovered; r == 0 && u != NULL; u = u->next)
        if (sa_source_of_engine(u->source))
            r = uncover(db, u, err);
    if (r == 0)
        r = sa_sql_exec(db, "DROP TABLE temp.case_engine; DROP TABLE temp.case_source", WHAT, err);
    return r;
}
