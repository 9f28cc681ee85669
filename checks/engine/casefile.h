/* SPDX-License-Identifier: Apache-2.0 */
/* Case files: what casefile.c reads, case.c runs and lint.c counts. */
#ifndef SYNCAUDIT_CHECKS_CASEFILE_H
#define SYNCAUDIT_CHECKS_CASEFILE_H
#include <sqlite3.h>

#include "syncaudit/arena.h"
#include "syncaudit/error.h"
#include "syncaudit/evaluation.h"

enum sa_case_role {
    SA_CASE_ACTIVE,
    SA_CASE_STAGING,
    SA_CASE_UNKNOWN,
    SA_CASE_FAILED, /**< its export could not be read */
    SA_CASE_NONE    /**< no export of it was given */
};

/** "-- server: NAME ROLE TENANT [VERSION]" */
struct sa_case_server {
    struct sa_case_server *next;
    const char *name;
    enum sa_case_role role;
    const char *tenant; /**< NULL: "-" */
    const char *version;
};

/** "-- forest: NAME [failed]" */
struct sa_case_forest {
    struct sa_case_forest *next;
    const char *name; /**< DNS name of its root domain */
    bool failed;      /**< no domain controller answered */
};

/** "-- connector: SERVER FOREST [[DOMAIN\]ACCOUNT]" */
struct sa_case_connector {
    struct sa_case_connector *next;
    int server;          /**< id of its target */
    int number;          /**< 1, 2, ... on that server */
    const char *forest;  /**< NULL: "-" */
    const char *domain;  /**< of the account; the forest when there is none */
    const char *account; /**< or NULL */
};

/** "-- host: SERVER [failed]" */
struct sa_case_host {
    struct sa_case_host *next;
    int server; /**< id of its target */
    const char *name;
    bool failed; /**< it did not answer */
};

/** "-- engine: SERVER [active|staging|unknown]" */
struct sa_case_engine {
    struct sa_case_engine *next;
    int server; /**< id of its target */
    const char *name;
    enum sa_case_role role; /**< active, staging or unknown */
};

/** "-- setting: SERVER NAME = VALUE" */
struct sa_case_setting {
    struct sa_case_setting *next;
    int server;
    const char *name;
    const char *state; /**< of host_setting */
    bool is_text;
    int64_t number;
    const char *text;
};

/** "-- uncovered: SERVER SOURCE" */
struct sa_case_uncovered {
    struct sa_case_uncovered *next;
    int server;
    const char *source;
};

/** "-- param: name = value" */
struct sa_case_param {
    struct sa_case_param *next;
    long line;
    const char *name, *value; /**< as written */
};

/** "-- expect: TARGET STATUS [SUBJECT]" */
struct sa_case_expectation {
    struct sa_case_expectation *next;
    const char *target;
    enum sa_result_status status;
    const char *subject; /**< "" when there is none */
};

struct sa_case {
    struct sa_case *next;
    const char *name;
    long line;
    struct sa_case_server *servers;
    struct sa_case_forest *forests;
    struct sa_case_connector *connectors;
    struct sa_case_host *hosts;
    struct sa_case_engine *engines;
    struct sa_case_setting *settings;
    struct sa_case_uncovered *uncovered;
    struct sa_case_param *params;
    struct sa_case_expectation *expectations;
    const char *now;     /**< start of the run */
    const char *facts;   /**< SQL to run before the derivation */
    long facts_line;     /**< line of the file on which it starts */
    const char *derived; /**< SQL to run after it; "" when there is none */
    long derived_line;
};

/** Reads a case file; everything lives in the arena. SA_E_INPUT with the place of the fault. */
int sa_cases_parse(const char *file, const char *text, size_t len, struct sa_arena *arena,
                   struct sa_case **ret_first, struct sa_error *err) SA_NODISCARD;
/** Reads "<ID>.case.sql" from the disk: sa_file_read() and sa_cases_parse(). */
int sa_cases_load(const char *file, struct sa_arena *arena, struct sa_case **ret_first,
                  struct sa_error *err) SA_NODISCARD;
/** Stores what the case's directives say of the servers' Windows. casehost.c */
int sa_case_insert_hosts(sqlite3 *db, const struct sa_case *test,
                         struct sa_error *err) SA_NODISCARD;
/** The same of their sync engines; uncovers the sources of both. caseengine.c */
int sa_case_insert_engines(sqlite3 *db, const struct sa_case *test,
                           struct sa_error *err) SA_NODISCARD;
#endif
