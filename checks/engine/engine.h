/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of checks/ share and nobody else needs. */
#ifndef SYNCAUDIT_CHECKS_ENGINE_H
#define SYNCAUDIT_CHECKS_ENGINE_H
#include <sqlite3.h>
#include <stdbool.h>

#include "syncaudit/arena.h"
#include "syncaudit/checks.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/snapshot.h"

/** Like sa_evaluate() on a connection whose TEMP tables are filled already (by sa_derive(), and
 *  whatever a test changed since). evaluate.c */
int sa_evaluate_derived(sqlite3 *db, const struct sa_catalogue *catalogue,
                        const struct sa_evaluation_options *options, struct sa_evaluation **ret,
                        struct sa_error *err) SA_NODISCARD;

/** Registers version_key(text) -> "00002.00005.00079.00000" (NULL unless two to four numbers up to 99999
 *  joined by dots; missing ones count as 0). version.c */
int sa_version_function(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Registers ip_family(text), ip_first(text), ip_last(text): "10.0.0.0/8" -> 4 and its first and last address as
 *  32 hex digits, like those of host_firewall_remote; NULL when it is no network. address.c */
int sa_address_functions(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Creates the TEMP tables of derived.sql and fills server, forest, server_forest, forest_member,
 *  knowledge_*, tenant_member, then pair, parity_item, parity_difference, what derived_ad.sql makes,
 *  and baseline_*. All other TEMP tables are dropped.
 *  Registers version_key() and timespan_seconds(text) ("7.00:00:00" -> seconds; NULL when it is no
 *  TimeSpan). derive.c */
int sa_derive(sqlite3 *db, const struct sa_evaluation_options *options,
              struct sa_error *err) SA_NODISCARD;

/** Fills knowledge_*: embedded checks/knowledge/<name>.yaml, or the file of the same name in `dir`. knowledge.c */
int sa_knowledge_load(sqlite3 *db, const char *dir, struct sa_error *err) SA_NODISCARD;

/** Fills tenant_member and pair. parity/pairing.c */
int sa_pairing(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Fills parity_item for every collected server, then parity_difference for every pair. parity/compare.c */
int sa_parity(sqlite3 *db, struct sa_error *err) SA_NODISCARD;

/** Fills baseline, baseline_server and baseline_difference from another snapshot. parity/baseline.c */
int sa_baseline(sqlite3 *db, const char *path, struct sa_error *err) SA_NODISCARD;

/** The sandbox of untrusted queries. sandbox.c, docs/internals/sandbox.md
 *  enter: read-only authorizer, instruction budget, limits, param() for `check` (may be NULL).
 *  leave: back to normal; statements prepared inside are finalized before. One at a time per
 *  connection, and, as SQLite's heap limit is one for all threads, per process. */
#define SA_SANDBOX_LIMITS  11
#define SA_SANDBOX_CONFIGS 5
struct sa_sandbox_scope;
struct sa_sandbox {
    sqlite3 *db;
    const struct sa_check *check;
    unsigned long long steps_left;
    bool exhausted;       /**< the budget (steps or time) ran out */
    char refused[128];    /**< what the authorizer refused first, or "" */
    char param_used[512]; /**< names asked for, for the linter: ",a,b," */

    /* For leave only. */
    int64_t deadline_ms;
    int saved_limit[SA_SANDBOX_LIMITS];
    int saved_config[SA_SANDBOX_CONFIGS];
    int64_t saved_hard_heap, saved_soft_heap;
    struct sa_sandbox_scope *scope;
};
int sa_sandbox_enter(struct sa_sandbox *sandbox, sqlite3 *db, const struct sa_check *check,
                     struct sa_error *err) SA_NODISCARD;
void sa_sandbox_leave(struct sa_sandbox *sandbox);
/** Prepares exactly one read-only SELECT; refuses a second statement. */
int sa_sandbox_prepare(struct sa_sandbox *sandbox, const char *sql, sqlite3_stmt **ret,
                       struct sa_error *err) SA_NODISCARD;
/** Turns the failure of a sandboxed step or prepare into words: budget, refusal, size, SQL error.
 *  `what` names the query ("check 'SYN-009'") and starts the message. */
int sa_sandbox_fail(struct sa_sandbox *sandbox, const char *what, struct sa_error *err);

/** Goes through the alternatives of a member of `needs`: the length of the one at `at`, and where the
 *  next one starts, or NULL. need.c */
const char *sa_need_next(const char *at, size_t *ret_len);
/** Is it "one or another"? need.c */
bool sa_need_is_choice(const char *need);

/** The names that `needs` and `confirms` may use, NULL-terminated: sources that this version collects,
 *  and those that later transports will. sources.c */
const char *const *sa_source_names(void);
/** Is it collected from a forest, not from a server? Its name begins with "ad_". sources.c */
bool sa_source_of_forest(const char *source);
/** Is it told by the server's Windows: a source of the host_* tables? sources.c */
bool sa_source_of_host(const char *source);
/** Is it told by the server's PowerShell: the sync engine, and what only PowerShell tells of Windows?
 *  sources.c */
bool sa_source_of_engine(const char *source);
/** Is it read from a configuration export? sources.c */
bool sa_source_of_export(const char *source);
/** The names of include/syncaudit/host_settings.def, NULL-terminated. sources.c */
const char *const *sa_setting_names(void);
/** Is the value of the index-th name a text, not a number? sources.c */
bool sa_setting_is_text(size_t index);
/** Sentence for a source nobody asked: "the export folder does not hold ..." Never NULL. sources.c */
const char *sa_source_absence(const char *source);
/** The same for a source of the engine, of a server whose Windows was asked. sources.c */
const char *sa_source_silence(const char *source);
#endif
