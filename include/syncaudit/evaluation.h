/* SPDX-License-Identifier: Apache-2.0 */
/* Judging a snapshot: pairs, parity, results of every check for every target, scores. Reads the
 * snapshot, changes nothing, asks nobody: the same snapshot and catalogue give the same answer years
 * later (ages are counted to the start of the run, not to today).
 *
 * Everything lives as long as the evaluation; all texts are borrowed from it and are hostile (they
 * come from the audited hosts): writers escape them. */
#ifndef SYNCAUDIT_EVALUATION_H
#define SYNCAUDIT_EVALUATION_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/checks.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/snapshot.h"

enum sa_result_status {
    SA_RESULT_PASS,
    SA_RESULT_INFO, /**< a notice; not scored */
    SA_RESULT_WARN,
    SA_RESULT_FAIL,
    SA_RESULT_UNKNOWN,        /**< facts are missing */
    SA_RESULT_ERROR,          /**< the check itself broke */
    SA_RESULT_NOT_APPLICABLE, /**< with a reason; not scored */
    SA_RESULT_COUNT
};
const char *sa_result_name(enum sa_result_status status); /**< "pass", ..., "not_applicable" */

/** Where a fact was read. */
struct sa_evidence_ref {
    int64_t id;
    const char *target, *source, *name, *sha256, *collected_at;
    int64_t size;
};

struct sa_finding {
    char id
        [17]; /**< first 16 hex digits of SHA-256(target | check id | subject): stable across runs */
    enum sa_result_status status;
    const char *subject, *observed, *expected;     /**< never NULL */
    const struct sa_evidence_ref *const *evidence; /**< NULL-terminated; may be empty */
};

struct sa_target;

/** One check on one target. */
struct sa_result {
    const struct sa_check *check;
    const struct sa_target *target;
    enum sa_result_status status;
    const char *reason; /**< why unknown, error or not applicable; else "" */
    struct sa_finding *findings;
    size_t finding_count;
    size_t omitted; /**< rows beyond SA_LIMIT_FINDINGS */
    int gain; /**< points the target's lower score rises when only this is fixed; 0 unless fail or warn */
};

/** Interval of model syncaudit-1 (docs/internals/score.md). */
struct sa_score {
    bool has_score;    /**< false: nothing was scorable */
    int lower, upper;  /**< every unknown fails / passes */
    double coverage;   /**< percent of the weight that was decided */
    const char *grade; /**< "A".."E", "INCOMPLETE", "PARTIAL SELECTION", or "" */
    char cap[96];      /**< why the lower bound is capped, or "" */
    size_t count[SA_RESULT_COUNT];
    size_t open[SA_CRITICAL + 1]; /**< failed checks by severity */
};

/** Score of one area on one target: no caps. */
struct sa_area_score {
    const char *area;
    struct sa_score score;
};

enum sa_coverage_status { SA_COVERAGE_OK, SA_COVERAGE_FAILED, SA_COVERAGE_NOT_ASKED };

struct sa_source_coverage {
    const char *source;
    enum sa_coverage_status state;
    const char *status;                 /**< ok, denied, ...; "not asked" */
    const char *place, *message, *hint; /**< "" when ok */
    const char *started_at, *finished_at;
    int64_t rows;
    const char *checks; /**< ids that are unknown for lack of it, joined by ", "; "" */
};

struct sa_forest_domain {
    const char *dns_name, *netbios_name; /**< the latter or "" */
    bool is_root;
    bool collected; /**< false: no domain controller of it answered */
};

/** What was asked for and could not be seen, although its source answered. Never "absent". */
struct sa_gap {
    const char *source, *topic, *subject, *status, *message;
};

/** An account that matters to synchronisation. "" and -1: not known, or not readable. */
struct sa_sync_account {
    const char *name;       /**< "FABRIKAM\\svc_sync" */
    const char *class_name; /**< user, computer, ... */
    const char *roles;      /**< "connector, service" */
    const char *servers;    /**< sync servers that it belongs to, joined by ", " */
    int enabled;            /**< 1, 0, -1 */
    const char *password_set_at, *last_logon_at;
    const char *privileged; /**< the path to a privileged group; "": none was seen */
};

/** Remote operations of one kind on one forest or server. */
struct sa_footprint_sum {
    const char *protocol, *operation;
    size_t count, failed;
    int64_t entries, bytes, elapsed_ms;
};

/** What a report tells of a forest beside results and coverage. Lists are cut at SA_LIMIT_FOREST_ROWS;
 *  the counts behind them are of what is kept, `..._total` of all. */
struct sa_forest {
    bool answered;           /**< false: the texts below are "", the numbers -1 */
    const char *root_domain; /**< DNS name */
    const char *server;      /**< DC that answered */
    const char *mechanism, *protection;
    int64_t functional_level;         /**< -1: not known */
    int64_t clock_offset_s;           /**< DC's clock minus ours; 0 when nothing answered */
    const struct sa_target **servers; /**< that use it, or could */
    bool *certain;                    /**< of each server; false: its forests are not known */
    size_t server_count;
    struct sa_forest_domain *domains;
    size_t domain_count, domain_total;
    struct sa_sync_account *accounts; /**< connector accounts first */
    size_t account_count, account_total;
    struct sa_gap *gaps;
    size_t gap_count, gap_total;
    struct sa_footprint_sum *footprint; /**< by protocol and operation */
    size_t footprint_count;
    const char *asked; /**< the servers asked, joined by ", " */
};

/** What a report tells of a server's Windows beside results and coverage. "" and -1: not known. */
struct sa_windows {
    bool answered;
    const char *caption; /**< as the server says: localised */
    const char *build;   /**< "20348.2113" */
    const char *domain;  /**< or workgroup */
    const char *machine; /**< "Microsoft Corporation Virtual Machine (hyper-v)" */
    const char *booted_at;
    const char *mechanism,
        *protocol;          /**< how the auditor was authenticated, and what it went over */
    bool is_protected;      /**< nobody on the way could read or change it */
    int64_t clock_offset_s; /**< the server's clock minus ours; 0 when nothing answered */
    int64_t processors, memory_mb;
    struct sa_footprint_sum *footprint; /**< by protocol and operation */
    size_t footprint_count;
    const char *asked;
};

/** One connector of the sync engine. "" and -1: not known. */
struct sa_engine_connector {
    const char *name, *kind;
    int64_t objects, export_adds, export_updates, export_deletes; /**< what waits */
    const char *imported_at, *synchronised_at, *exported_at; /**< last time that it went well */
    const char *profile, *result, *ran_at;                   /**< of the last run */
    bool busy;
};

/** What a report tells of a server's sync engine beside results and coverage. "" and -1: not known. */
struct sa_engine {
    bool answered;
    const char *way; /**< "script", "function", "command" */
    const char *endpoint, *powershell, *account;
    int64_t staging, cycle_enabled, suspended; /**< 0, 1 */
    int64_t interval_s;
    const char *next_start_at, *next_policy;
    const char *asked_at;     /**< the server's clock */
    const char *history_from; /**< oldest run that it still knows of */
    struct sa_engine_connector *connectors;
    size_t connector_count, connector_total;
};

enum sa_target_kind { SA_TARGET_SERVER, SA_TARGET_TENANT, SA_TARGET_FOREST };

struct sa_target {
    int64_t id; /**< target.id of a server or forest; 0 for a tenant */
    enum sa_target_kind kind;
    const char *name;
    const char *role;            /**< "active", "staging" or "unknown"; "" for a tenant or forest */
    const char *declared_role;   /**< or "" */
    const char *server_name;     /**< as the server calls itself, or "" */
    const char *tenant;          /**< or "" */
    const char *product_version; /**< or "" */
    const char *exported_at;     /**< or "" */
    const char *location;
    struct sa_result
        *results; /**< in catalogue order, one per check that can concern this kind of target */
    size_t result_count;
    struct sa_score
        score; /**< of a server: its own results and those of its tenant and forests; of a forest: its own */
    struct sa_area_score *areas;
    size_t area_count;
    struct sa_source_coverage *sources;
    size_t source_count;
    const struct sa_forest *forest;   /**< NULL unless the target is one */
    const struct sa_windows *windows; /**< NULL unless the Windows of a server was asked */
    const struct sa_engine *engine;   /**< NULL unless the sync engine of a server was asked */
};

enum sa_difference_class { SA_DIFFERENCE_DRIFT, SA_DIFFERENCE_VERSION, SA_DIFFERENCE_EXPECTED };
const char *
sa_difference_class_name(enum sa_difference_class value); /**< drift, version-caused, expected */

struct sa_difference {
    enum sa_difference_class class;
    bool minor;       /**< drift that changes nothing today: a warning, not a failure */
    const char *area; /**< connectors, scope, schema, rules, flows, ... */
    const char *path; /**< "contoso.com / Inbound / In from AD - User Join / mapping mail" */
    const char *active_value, *staging_value; /**< "absent" where a side does not have it */
    const char *why;                          /**< why it matters, or why it is expected */
    const struct sa_evidence_ref *active_evidence, *staging_evidence; /**< or NULL */
};

struct sa_pair {
    const struct sa_target *active, *staging;
    const char *notice; /**< "" or: same server on both sides, two active servers, ... */
    bool same_server;   /**< both sides are exports of one server: parity is not judged */
    bool compared;      /**< false: a side is missing; `notice` says why */
    bool complete;      /**< false: some source of a side is missing, so no drift is no equality */
    size_t items;       /**< settings compared: of sources that both sides have */
    struct sa_difference
        *differences; /**< drift first, then version-caused, then expected; by path */
    size_t difference_count;
    size_t count[3]; /**< by class; together more than difference_count beyond limits.h */
};

/** Could the staging server take over now? A gate of its own, never part of a score. */
struct sa_readiness_item {
    const char *check_id, *title;
    enum sa_severity severity;
    enum sa_result_status status;
    const char *reason;
};
struct sa_readiness {
    const struct sa_pair *pair;
    const char *verdict;             /**< "READY", "READY WITH RISKS", "NOT READY", "UNKNOWN" */
    const char *sentence;            /**< one sentence for the review board */
    struct sa_readiness_item *items; /**< what stands in the way or is not known, worst first */
    size_t item_count;
};

struct sa_run_record {
    const char *id, *started_at, *finished_at /**< or "" */, *tool_version, *catalogue_version,
        *catalogue_sha256, *operator_name, *workstation;
    bool interrupted; /**< by a signal, or cut off (finished_at is "") */
};

struct sa_evaluation {
    struct sa_run_record run; /**< who collected, when, with what */
    const char *catalogue_version,
        *catalogue_sha256;   /**< what judged; may be newer than the run's */
    bool selection_complete; /**< false: only some checks were selected */
    int min_coverage;        /**< percent below which a grade is INCOMPLETE */
    struct sa_target
        *targets; /**< servers in plan order, then tenants, then forests in plan order */
    size_t target_count;
    struct sa_pair *pairs;
    size_t pair_count;
    struct sa_readiness *readiness; /**< one per pair */
    size_t readiness_count;
    /** Weakest server, or forest that no server answers for; -1 when none has a score. */
    int estate_lower, estate_upper;
};

struct sa_evaluation_options {
    int min_coverage;               /**< default 80 */
    const char *const *check_globs; /**< NULL-terminated; NULL selects all */
    const char *const *areas;       /**< NULL-terminated; NULL selects all */
    enum sa_severity min_severity;  /**< SA_INFO selects all */
    const char *baseline;           /**< snapshot to compare with (PAR-015), or NULL */
    const char *knowledge_dir;      /**< newer knowledge tables, or NULL */
};
#define SA_EVALUATION_OPTIONS_INIT \
    {                              \
        .min_coverage = 80         \
    }

/** SA_E_INPUT for a bad baseline or knowledge table; a check that breaks is a result, not an error. */
int sa_evaluate(struct sa_snapshot *snapshot, const struct sa_catalogue *catalogue,
                const struct sa_evaluation_options *options, struct sa_evaluation **ret,
                struct sa_error *err) SA_NODISCARD;
void sa_evaluation_free(struct sa_evaluation *evaluation); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_evaluation, sa_evaluation_free)

/** Creates the tables that checks see beside the facts (checks/engine/derived.sql, derived_ad.sql,
 *  checks/parity) as TEMP tables of the snapshot's connection: server, forest, server_forest,
 *  forest_member, pair, tenant_member, parity_item, parity_difference, baseline_difference,
 *  knowledge_*. sa_evaluate() does it; `query` too. */
int sa_evaluation_derive(struct sa_snapshot *snapshot, const struct sa_evaluation_options *options,
                         struct sa_error *err) SA_NODISCARD;

/** Runs one untrusted SELECT on the snapshot under the sandbox of checks (read-only, no ATTACH, no
 *  PRAGMA, instruction budget). Calls `row` first with the column names (`is_header`), then per row;
 *  a NULL cell is SQL NULL. */
typedef int sa_row_fn(void *payload, bool is_header, const char *const *cells, size_t count,
                      struct sa_error *err);
int sa_sandbox_query(struct sa_snapshot *snapshot, const char *sql, sa_row_fn *row, void *payload,
                     struct sa_error *err) SA_NODISCARD;

/** Score of a set of results; `results` may belong to several targets (a server and its tenant). */
void sa_score_compute(const struct sa_result *const *results, size_t count, int min_coverage,
                      bool with_caps, struct sa_score *ret);
#endif
