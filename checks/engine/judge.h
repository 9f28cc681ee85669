/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of checks/engine that judge share. evaluate.c runs the sequence, targets.c tells
 * what was audited, coverage.c what of it was seen, forests.c and pairs.c copy what reports tell of
 * forests and pairs, trial.c judges one check, result.c makes findings and their evidence, score.c and
 * readiness.c draw conclusions. */
#ifndef SYNCAUDIT_CHECKS_JUDGE_H
#define SYNCAUDIT_CHECKS_JUDGE_H
#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/resource.h"

/** The sources that tell a server's role: an export, and the engine itself. */
#define SA_ROLE_SOURCE      "global_settings"
#define SA_ROLE_SOURCE_LIVE "scheduler"
/** The pseudo-source of checks that judge the coverage itself: there for every target. */
#define SA_COVERAGE_SOURCE "coverage"

/** A check that is unknown because a source is missing. */
struct sa_blame {
    const struct sa_check *check;
    struct sa_blame *next;
};

/** What is known about a source beside its coverage. */
struct sa_source_note {
    struct sa_blame *first, *last;
    int64_t evidence_id; /**< of the only evidence row of the source; 0: none or several */
    size_t stamp;        /**< trial in which it was last found missing */
};

/** What the engine knows about a target beside what it tells. Indexes are those of targets. */
struct sa_dossier {
    size_t *members; /**< of a tenant or forest: its servers; of a server: its tenants, forests */
    size_t member_count;
    const char *unasked;          /**< of a server: why not all its forests are known, or NULL */
    const struct sa_pair **pairs; /**< those in which it is the staging side */
    size_t pair_count;
    bool is_active_side;          /**< of some pair */
    bool unexported;              /**< nobody was asked for the server's configuration */
    bool asked;                   /**< its Windows was */
    bool contradicts;             /**< its export and its engine tell different roles */
    struct sa_source_note *notes; /**< parallel to the target's sources */
};

/** A source that a check wants and a server or forest lacks. */
struct sa_missing {
    size_t target;
    const char *source;
};

struct sa_judge {
    sqlite3 *db;
    const struct sa_catalogue *catalogue;
    const struct sa_evaluation_options *options;
    struct sa_evaluation *evaluation;
    struct sa_arena *arena;  /**< what the evaluation keeps */
    struct sa_arena scratch; /**< what is dropped when judging ends */
    struct sa_arena drafts;  /**< rows of one check, dropped with it */
    bool full;               /**< sticky: an arena gave nothing more */

    const struct sa_check **checks; /**< selected, in the catalogue's order */
    size_t check_count;
    const char **sources; /**< what they need or confirm, sorted, each once */
    size_t source_count;

    struct sa_dossier *dossiers; /**< parallel to the evaluation's targets */
    size_t server_count;         /**< servers come first, ordered by id */
    size_t tenant_count;         /**< then tenants, ordered by name */
    size_t forest_count;         /**< then forests, ordered by id */
    size_t *servers_by_name;

    struct sa_missing *missing; /**< list in use by trial.c */
    size_t missing_count, missing_size;
    size_t stamp; /**< counts searches of what is missing */

    sqlite3_stmt *evidence_by_id;
    void *evidence; /**< tree of the evidence that findings refer to, by id */
};

/** The one answer to a full arena. evaluate.c */
int sa_judge_full(struct sa_error *err) SA_NODISCARD;
/** A text column in the evaluation's arena, cut visibly; "" and `full` when there is no room. */
const char *sa_judge_text(struct sa_judge *judge, sqlite3_stmt *statement, int column);
const char *sa_judge_copy(struct sa_judge *judge, const char *text);

/* targets.c */
/** Servers, tenants, forests and their members. */
int sa_targets_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;
/** Index of the server with this id or name, of the tenant with this name, of the forest with this id
 *  or name; SIZE_MAX: none. */
size_t sa_server_by_id(const struct sa_judge *judge, int64_t id);
size_t sa_server_by_name(const struct sa_judge *judge, const char *name);
size_t sa_tenant_by_name(const struct sa_judge *judge, const char *name);
size_t sa_forest_by_id(const struct sa_judge *judge, int64_t id);
size_t sa_forest_by_name(const struct sa_judge *judge, const char *name);

/* coverage.c: `target` is the index of a server or forest */
/** Coverage of every server and forest, with a row for each source that a check wants and nobody
 *  asked. */
int sa_sources_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;
/** Coverage of a source on a target, or NULL when it was not even wanted there. */
struct sa_source_coverage *sa_source_find(const struct sa_judge *judge, size_t target,
                                          const char *source);
/** Why a source is missing, in words. Never NULL. */
const char *sa_source_reason(const struct sa_judge *judge, size_t target, const char *source);
bool sa_source_covered(const struct sa_judge *judge, size_t target, const char *source);
/** Remembers that `check` is unknown because the target lacks the source. */
void sa_source_blame(struct sa_judge *judge, const struct sa_missing *missing,
                     const struct sa_check *check);
/** Writes what was remembered into the coverage lists. */
int sa_sources_finish(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;

/* forests.c */
/** What reports tell of each forest. */
/* A list of a target that is being read (forests.c): at most SA_LIMIT_FOREST_ROWS rows of one target are
 * kept, the others counted. `sql` has the target's id as its only parameter. */
struct sa_judge_list {
    struct sa_judge *judge;
    void (*take)(struct sa_judge *judge, sqlite3_stmt *row, void *item);
    size_t item_size;
};
int sa_judge_list(const struct sa_judge_list *list, int64_t id, const char *sql, void **ret,
                  size_t *ret_count, size_t *ret_total, struct sa_error *err) SA_NODISCARD;
void sa_judge_take_footprint(struct sa_judge *judge, sqlite3_stmt *row, void *item);
extern const char sa_footprint_sql[]; /* sums of one target's footprint */
extern const char sa_asked_sql[];     /* the servers that it was asked of */

int sa_windows_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD; /* windows.c */
int sa_engines_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD; /* syncengine.c */
int sa_forests_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;

/* pairs.c */
int sa_pairs_load(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;

/* trial.c */
/** Judges one check on every target that it can concern. */
int sa_trial(struct sa_judge *judge, const struct sa_check *check,
             struct sa_error *err) SA_NODISCARD;

/* result.c */
/** A row of a check's query while the query runs; lives in the arena of drafts. */
struct sa_draft {
    struct sa_draft *next;
    enum sa_result_status status;
    const char *subject, *observed, *expected;
    int64_t *evidence;
    size_t evidence_count;
};
/** Moves drafts into findings of the result: sorted, with id and evidence. `fallback` is the
 *  evidence of drafts that name none. */
int sa_result_fill(struct sa_judge *judge, struct sa_result *result, const struct sa_draft *drafts,
                   size_t count, const struct sa_evidence_ref *const *fallback,
                   struct sa_error *err) SA_NODISCARD;
/** The evidence row, or NULL in `ret` when the snapshot has none of that id. */
int sa_evidence_find(struct sa_judge *judge, int64_t id, const struct sa_evidence_ref **ret,
                     struct sa_error *err) SA_NODISCARD;
/** NULL-terminated list of those ids that exist. */
int sa_evidence_list(struct sa_judge *judge, const int64_t *ids, size_t count,
                     const struct sa_evidence_ref *const **ret, struct sa_error *err) SA_NODISCARD;
void sa_evidence_done(struct sa_judge *judge);
/** Reads "12, 40"; at most `max` ids. SA_E_INPUT when it is something else. */
int sa_evidence_parse(const char *text, int64_t *ids, size_t max, size_t *ret_count) SA_NODISCARD;
/** A cell as text in the arena: bytes beyond `limit` are replaced by "... (N bytes)" (no character
 *  of UTF-8 is torn), NUL bytes become "\x00", SQL NULL "". NULL: no room. */
char *sa_cell_copy(sqlite3_stmt *statement, int column, size_t limit,
                   struct sa_arena *arena) SA_NODISCARD;

/* score.c */
/** Sums of results, from which scores are computed. Weights are doubled: a warning counts half. */
struct sa_tally {
    uint64_t total, passed, unknown;
    size_t count[SA_RESULT_COUNT];
    size_t open[SA_CRITICAL + 1];   /**< failed */
    size_t unseen[SA_CRITICAL + 1]; /**< unknown and error */
};
void sa_tally_add(struct sa_tally *tally, enum sa_severity severity, enum sa_result_status status);
void sa_tally_score(const struct sa_tally *tally, int min_coverage, bool with_caps,
                    struct sa_score *ret);
/** Points of the lower bound that a result of the tally costs. */
int sa_tally_gain(const struct sa_tally *tally, enum sa_severity severity,
                  enum sa_result_status status);

/* readiness.c */
int sa_readiness_judge(struct sa_judge *judge, struct sa_error *err) SA_NODISCARD;

/* derive.c */
/** One embedded file of checks/, or NULL. */
const struct sa_resource *sa_checks_resource(const char *path);
#endif
