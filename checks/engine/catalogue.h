/* SPDX-License-Identifier: Apache-2.0 */
/* What the files that read checks and cases share: catalogue.c, folder.c, header.c, casefile.c,
 * case.c, lint.c. */
#ifndef SYNCAUDIT_CHECKS_CATALOGUE_H
#define SYNCAUDIT_CHECKS_CATALOGUE_H
#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/checks.h"

/** What readiness.c judges from the results of others: no check may have this id. */
#define SA_READINESS_ID "STG-013"

struct sa_catalogue {
    struct sa_arena arena;
    struct sa_check **checks; /**< sorted once everything is loaded; heap */
    size_t count, size;
    bool embedded; /**< holds the embedded catalogue */
    bool extended; /**< holds checks of folders */
    char sha256[SA_SHA256_HEX_SIZE];
    char version[32];
};

/** A catalogue without checks. catalogue.c */
int sa_catalogue_new(struct sa_catalogue **ret, struct sa_error *err) SA_NODISCARD;
/** Adds a check that lives in the catalogue's arena. */
int sa_catalogue_add(struct sa_catalogue *catalogue, struct sa_check *check,
                     struct sa_error *err) SA_NODISCARD;
/** Sorts, refuses an id that occurs twice, makes version and digest. */
int sa_catalogue_seal(struct sa_catalogue *catalogue, struct sa_error *err) SA_NODISCARD;
/** Names of the catalogue's areas in reading order, NULL-terminated. */
const char *const *sa_catalogue_areas(void);

/** Text as a JSON array of strings, or of numbers when every member is a whole number and
 *  `may_be_numbers`. `values` is NULL-terminated. The result lives in the arena; SA_E_LIMIT when it
 *  is longer than SA_LIMIT_SQL_VALUE. header.c */
int sa_param_list(struct sa_arena *arena, const char *const *values, bool may_be_numbers,
                  const char **ret, struct sa_error *err) SA_NODISCARD;
/** A decimal number with an optional fraction and exponent; no "nan", no "inf", finite. */
bool sa_param_is_real(const char *text);

/** Paths of the checks (*.sql, not *.case.sql) or of the case files (*.case.sql) below `dir`,
 *  sorted within each folder; hidden files and folders are left out. Not to be able to read a
 *  part of the folder is an error: a check that is silently left out looks like a pass. folder.c */
int sa_folder_list(const char *dir, bool cases, struct sa_arena *arena, const char *const **ret,
                   size_t *ret_count, struct sa_error *err) SA_NODISCARD;
/** File name without folders and without ".sql" or ".case.sql". */
char *sa_folder_stem(struct sa_arena *arena, const char *path) SA_NODISCARD;
/** "<cases_dir or the check's folder>/<ID>.case.sql". */
char *sa_folder_case_path(struct sa_arena *arena, const char *check_path, const char *cases_dir,
                          const char *id) SA_NODISCARD;
#endif
