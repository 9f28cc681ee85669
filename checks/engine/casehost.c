/* SPDX-License-Identifier: Apache-2.0 */
/* What a case says of the servers' Windows, as rows of the host_* tables: "-- host:", "-- setting:"
 * and "-- uncovered:" (casefile.c documents them, with the ids of the evidence). A host of a case is
 * a plain member server on which nothing was changed since it was installed. */
#include <string.h>

#include "syncaudit/sql.h"

#include "casefile.h"
#include "engine.h"

#define WHAT         "add a host of a case"
#define REGISTRY     "registry"
#define EMPTY_SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* The n-th source of a host, from 1. */
static const char *source_at(int number)
{
    for (const char *const *name = sa_source_names(); *name != NULL; name++)
        if (sa_source_of_host(*name) && --number == 0)
            return *name;
    return NULL;
}

static int number_of(const char *source)
{
    int number = 1;

    while (strcmp(source_at(number), source) != 0)
        number++;
    return number;
}

/* One statement: ?1 id of the target, ?2 a number, ?3 and ?4 texts. */
static int add(sqlite3 *db, const char *sql, int target, sqlite3_int64 number, const char *first,
               const char *second, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, WHAT, &statement, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int(statement, 1, target);
    (void)sqlite3_bind_int64(statement, 2, number);
    (void)sqlite3_bind_text(statement, 3, first, -1, SQLITE_STATIC);
    (void)sqlite3_bind_text(statement, 4, second, -1, SQLITE_STATIC);
    return sa_sql_step(statement, WHAT, err);
}

static int add_sources(sqlite3 *db, const struct sa_case_host *host, const char *now,
                       struct sa_error *err)
{
    static const char evidence[] =
        "INSERT INTO main.evidence"
        " SELECT 10000 * ?1 + ?2, ?1, ?3, 'wsman/' || ?3, ?4, 0, '" EMPTY_SHA256 "', 'none', NULL";
    static const char answered[] =
        "INSERT INTO main.coverage (target_id, source, status, rows, started_at, finished_at)"
        " SELECT ?1, ?3, 'ok', ?2, ?4, ?4";
    static const char silent[] =
        "INSERT INTO main.coverage (target_id, source, status, domain, message, rows, started_at,"
        "                           finished_at)"
        " SELECT ?1, ?3, 'unreachable', 'http', 'the server did not answer', 0, ?4, ?4";
    const char *source = NULL;
    int r = 0;

    for (int i = 1; r == 0 && (source = source_at(i)) != NULL; i++) {
        if (!host->failed)
            r = add(db, evidence, host->server, i, source, now, err);
        if (r == 0)
            r = add(db, host->failed ? silent : answered, host->server, 0, source, now, err);
    }
    return r;
}

static int add_facts(sqlite3 *db, const struct sa_case_host *host, const char *now,
                     struct sa_error *err)
{
    static const char server[] =
        "INSERT INTO main.host"
        " SELECT ?1, upper(short), lower(short) || '.contoso.com', 'contoso.com', 3, 20348,"
        "        2762, '10.0.20348', 3, 7, 'Server', 'Microsoft Windows Server 2022 Standard', "
        "1033,"
        "        '2024-03-01T09:00:00Z', strftime('%Y-%m-%dT%H:%M:%SZ', ?4, '-10 days'), 0, 60,"
        "        'VMware, Inc.', 'VMware7,1', 'vmware', 4, 16384, 9000,"
        "        'HTTP, sealed by Kerberos (AES256)', 'Kerberos', 1, 10000 * ?1 + ?2"
        "   FROM (SELECT substr(?3, 1, instr(?3 || '.', '.') - 1) AS short)";
    static const char window[] =
        "INSERT INTO main.host_event_window"
        " SELECT ?1, strftime('%Y-%m-%dT%H:%M:%SZ', ?4, '-30 days'), 1, 10000 * ?1 + ?2";
    static const char log[] =
        "INSERT INTO main.host_log VALUES (?1, ?3, 262144, 1000, 'as_needed', 10000 * ?1 + ?2)";
    static const char *const logs[] = {"Application", "Security", "System"};
    static const char setting[] =
        "INSERT INTO main.host_setting (target_id, name, state, place, evidence_id)"
        " VALUES (?1, ?3, 'absent', 'HKLM\\' || ?3, 10000 * ?1 + ?2)";
    int r = add(db, server, host->server, number_of("host"), host->name, now, err);

    if (r == 0)
        r = add(db, window, host->server, number_of("event_log"), NULL, now, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(logs); i++)
        r = add(db, log, host->server, number_of("log"), logs[i], NULL, err);
    for (const char *const *name = sa_setting_names(); r == 0 && *name != NULL; name++)
        r = add(db, setting, host->server, number_of(REGISTRY), *name, NULL, err);
    return r;
}

static int change_setting(sqlite3 *db, const struct sa_case_setting *setting, struct sa_error *err)
{
    bool has_number = strcmp(setting->state, "set") == 0 && !setting->is_text;
    int r = add(db,
                "UPDATE main.host_setting SET state = ?4, number = NULL, text = NULL"
                " WHERE target_id = ?1 AND name = ?3",
                setting->server, 0, setting->name, setting->state, err);

    if (r == 0 && has_number)
        r = add(db,
                "UPDATE main.host_setting SET number = ?2"
                " WHERE target_id = ?1 AND name = ?3",
                setting->server, setting->number, setting->name, NULL, err);
    if (r == 0 && setting->is_text)
        r = add(db,
                "UPDATE main.host_setting SET text = ?4"
                " WHERE target_id = ?1 AND name = ?3",
                setting->server, 0, setting->name, setting->text, err);
    return r;
}

/* Facts without a coverage row do not exist. */
static int uncover(sqlite3 *db, const struct sa_case_uncovered *uncovered, struct sa_error *err)
{
    static const char *const statements[] = {
        "DELETE FROM main.coverage WHERE target_id = ?1 AND source = ?3",
        "DELETE FROM main.host WHERE target_id = ?1 AND ?3 = 'host'",
        "DELETE FROM main.host_setting WHERE target_id = ?1 AND ?3 = 'registry'",
        "DELETE FROM main.host_log WHERE target_id = ?1 AND ?3 = 'log'",
        "DELETE FROM main.host_event_window WHERE target_id = ?1 AND ?3 = 'event_log'",
    };
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(statements); i++)
        r = add(db, statements[i], uncovered->server, 0, uncovered->source, NULL, err);
    return r;
}

int sa_case_insert_hosts(sqlite3 *db, const struct sa_case *test, struct sa_error *err)
{
    int r = 0;

    for (const struct sa_case_host *host = test->hosts; r == 0 && host != NULL; host = host->next) {
        r = add_sources(db, host, test->now, err);
        if (r == 0 && !host->failed)
            r = add_facts(db, host, test->now, err);
    }
    for (const struct sa_case_setting *s = test->settings; r == 0 && s != NULL; s = s->next)
        r = change_setting(db, s, err);
    for (const struct sa_case_uncovered *u = test->uncovered; r == 0 && u != NULL; u = u->next)
        if (sa_source_of_host(u->source))
            r = uncover(db, u, err);
    return r;
}
