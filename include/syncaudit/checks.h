/* SPDX-License-Identifier: Apache-2.0 */
/* The check catalogue: one SQL file per check, whose leading "-- " lines are a YAML mapping.
 *
 *   -- id: SYN-009
 *   -- title: Accidental-delete protection is enabled with a sensible limit
 *   -- area: synchronisation
 *   -- severity: high                 # critical, high, medium, low, info
 *   -- applies: all                   # all, active, staging: per server; pair; tenant; forest
 *   -- needs: [global_settings]       # sources without which the query is not run: unknown;
 *                                     # "global_settings or registry": either will do
 *   -- confirms: [statistics]         # sources without which no finding is unknown, not pass
 *   -- param:
 *   --   max_count: 500
 *   -- why: >-
 *   --   ...
 *   -- remedy: ...
 *   -- references: [...]
 *   SELECT name AS host, ... AS subject, ... AS observed, ... AS expected FROM ...
 *
 * Contract of the query: exactly one SELECT that gives host, subject, observed, expected and
 * optionally status ('fail' when the column is missing; 'warn', 'info', 'unknown',
 * 'not_applicable') and evidence (ids of evidence rows, joined by ','). A row is a finding; no row
 * is a pass, unless a source is missing. `host` is the server's name; for `pair` the staging
 * server's; for `tenant` the tenant's; for `forest` the name of the forest's target. */
#ifndef SYNCAUDIT_CHECKS_H
#define SYNCAUDIT_CHECKS_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/compiler.h"
#include "syncaudit/digest.h"
#include "syncaudit/error.h"

enum sa_severity { SA_INFO, SA_LOW, SA_MEDIUM, SA_HIGH, SA_CRITICAL };

/** syncaudit-1: critical 10, high 6, medium 3, low 1, info 0. */
int sa_severity_weight(enum sa_severity severity);
const char *sa_severity_name(enum sa_severity severity);
/** SA_E_INPUT when the word is no severity. */
int sa_severity_parse(const char *word, enum sa_severity *ret) SA_NODISCARD;

enum sa_applies {
    SA_APPLIES_ALL,
    SA_APPLIES_ACTIVE,
    SA_APPLIES_STAGING,
    SA_APPLIES_PAIR,
    SA_APPLIES_TENANT,
    SA_APPLIES_FOREST
};
const char *sa_applies_name(enum sa_applies applies);

enum sa_param_type { SA_PARAM_INT, SA_PARAM_REAL, SA_PARAM_BOOL, SA_PARAM_TEXT, SA_PARAM_LIST };

struct sa_param {
    const char *name;
    enum sa_param_type type;
    const char *value; /**< number or text as written; "1"/"0" for bool; a JSON array for a list */
    const char *default_value; /**< from the check's header */
    bool from_policy;
};

struct sa_check {
    const char *id;
    const char *title;
    const char *area; /**< staging, parity, synchronisation, accounts, patching, audit, ... */
    enum sa_severity severity;
    enum sa_applies applies;
    const char *const *needs;    /**< NULL-terminated */
    const char *const *confirms; /**< NULL-terminated */
    struct sa_param *params;
    size_t param_count;
    const char *why;
    const char *remedy;
    const char *const *references; /**< NULL-terminated */
    const char *sql;               /**< the query, without the header */
    long sql_line;                 /**< line of the file on which it starts */
    const char *file;              /**< "catalogue/parity/PAR-004.sql" or a path */
    bool embedded;
    char sha256[SA_SHA256_HEX_SIZE]; /**< of the whole file: the check's version */
};

/** Does a member of `needs` or `confirms` ("connector", "global_settings or registry") name the source? */
bool sa_need_names(const char *need, const char *source);

struct sa_catalogue;

/** The embedded catalogue and, after it, every *.sql (not *.case.sql) below the folders given. An id
 *  that occurs twice is an error that names both files. Stops at the first bad file. */
int sa_catalogue_load(bool embedded, const char *const *dirs, size_t dir_count,
                      struct sa_catalogue **ret, struct sa_error *err) SA_NODISCARD;
void sa_catalogue_free(struct sa_catalogue *catalogue); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_catalogue, sa_catalogue_free)

size_t sa_catalogue_count(const struct sa_catalogue *catalogue);
/** Sorted by area order of the catalogue, then id. Borrowed. */
const struct sa_check *sa_catalogue_at(const struct sa_catalogue *catalogue, size_t index);
/** By id, ASCII letter case ignored; NULL when there is none. */
const struct sa_check *sa_catalogue_find(const struct sa_catalogue *catalogue, const char *id);
/** Version and digest of everything loaded (ids and digests of the files, in order). */
const char *sa_catalogue_version(const struct sa_catalogue *catalogue);
const char *sa_catalogue_sha256(const struct sa_catalogue *catalogue);

/** Overrides a parameter. `value` is typed by the default's type: SA_E_INPUT when it does not fit,
 *  SA_E_NOT_FOUND when there is no such check or parameter (the message names the nearest). Lists are
 *  given as NULL-terminated `values`, everything else as one value. */
int sa_catalogue_set_param(struct sa_catalogue *catalogue, const char *check_id, const char *name,
                           const char *const *values, struct sa_error *err) SA_NODISCARD;

/** Parses one check file. The check lives in the catalogue's arena; used by the loader, the linter
 *  and the fuzz target. */
int sa_check_parse(struct sa_catalogue *catalogue, const char *file, const char *text, size_t len,
                   struct sa_check **ret, struct sa_error *err) SA_NODISCARD;

/** Checks every *.sql below `dir`: header, query prepared under the sandbox against an empty
 *  snapshot, columns, unused or undeclared parameters, needs that no source provides, comparison
 *  with localised text, a case file with pass, fail and unknown. Calls `report` for every complaint;
 *  returns the number of complaints or a negative status. `cases_dir` may be NULL: beside the check. */
typedef void sa_lint_fn(void *payload, const char *file, long line, const char *complaint);
int sa_checks_lint(const char *dir, const char *cases_dir, sa_lint_fn *report, void *payload,
                   struct sa_error *err) SA_NODISCARD;

/** Runs the case files (<ID>.case.sql) of the checks in `dir`. Calls `report` once per case with
 *  `why` NULL when it passed. Returns the number of failed cases or a negative status. */
typedef void sa_case_fn(void *payload, const char *check_id, const char *case_name,
                        const char *why);
int sa_checks_test(const char *dir, const char *cases_dir, sa_case_fn *report, void *payload,
                   struct sa_error *err) SA_NODISCARD;
#endif
