/* SPDX-License-Identifier: Apache-2.0 */
/* Judges one check on every target that it can concern (docs/internals/verdicts.md).
 *
 * The order is what keeps a pass honest: first the scope (role, pair), then the sources that the
 * query needs, and only then the query, once for all targets. A row is a finding; no row is a pass
 * only where the sources that confirm it were seen as well. A query that breaks, or names a target
 * that does not exist, has judged nothing: error for every target that waited for it. */
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "engine.h"
#include "judge.h"

#define REASONS_MAX      3 /* missing sources that are told one by one */
#define REASON_BYTES     SA_MIB
#define EVIDENCE_MAX     64 /* evidence rows of one finding */
#define COLUMNS_REQUIRED 4

/* Rows of one kind, in the order of the query. */
struct drafts {
    struct sa_draft *first, *last;
    size_t count, bytes;
};

/* One check on one target. */
struct trial {
    struct sa_result *result;
    size_t target; /* index */
    bool runs;     /* in scope, and everything needed was seen */
    size_t rows;
    unsigned seen;                /* a bit for each status among the rows */
    struct drafts failed, others; /* apart, so that a flood of notices hides no failure */
};

struct run {
    struct sa_judge *judge;
    const struct sa_check *check;
    struct trial *trials;
    size_t first, count; /* the targets that the trials belong to */
    int columns[6];
    char problem[512]; /* why the check broke, or "" */
};

enum { HOST, SUBJECT, OBSERVED, EXPECTED, STATUS, EVIDENCE };
static const char *const column_names[] = {"host",     "subject", "observed",
                                           "expected", "status",  "evidence"};

static unsigned bit(enum sa_result_status status)
{
    return 1U << (unsigned)status;
}

static void decide(struct sa_judge *judge, struct trial *trial, enum sa_result_status status,
                   struct sa_buf *reason)
{
    trial->runs = false;
    trial->result->status = status;
    if (sa_buf_status(reason) < 0)
        judge->full = true;
    trial->result->reason = sa_judge_copy(judge, sa_buf_text(reason));
}

static void decide_text(struct sa_judge *judge, struct trial *trial, enum sa_result_status status,
                        const char *reason)
{
    trial->runs = false;
    trial->result->status = status;
    trial->result->reason = sa_judge_copy(judge, reason);
}

/* Scope ---------------------------------------------------------------------------------------- */

/* A server that was only exported tells its role in one place, one that was asked in two. */
static void tell_unknown_role(struct sa_judge *judge, struct trial *trial, struct sa_buf *reason)
{
    static const char *const sources[] = {SA_ROLE_SOURCE, SA_ROLE_SOURCE_LIVE};
    const struct sa_dossier *dossier = &judge->dossiers[trial->target];
    const char *before = "";

    (void)sa_buf_addf(reason, "role of '%s' is not known: ", trial->result->target->name);
    if (dossier->contradicts) {
        (void)sa_buf_add_text(reason, "those who tell it contradict each other (STG-001)");
        return;
    }
    for (size_t i = 0; i < (dossier->asked ? SA_COUNT(sources) : 1); i++) {
        const struct sa_missing missing = {trial->target, sources[i]};
        bool covered = sa_source_covered(judge, trial->target, sources[i]);
        const char *why = covered ? "its global settings do not tell it"
                                  : sa_source_reason(judge, trial->target, sources[i]);

        if (covered && i > 0)
            continue;
        if (strcmp(why, before) != 0)
            (void)sa_buf_addf(reason, "%s%s", before[0] != '\0' ? "; " : "", why);
        if (!covered)
            sa_source_blame(judge, &missing, trial->result->check);
        before = why;
    }
}

static void judge_role(struct sa_judge *judge, struct trial *trial, const char *wanted)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reason = SA_BUF_INIT(REASON_BYTES);
    const struct sa_target *target = trial->result->target;

    if (strcmp(target->role, wanted) == 0)
        return;
    if (strcmp(target->role, "unknown") != 0) {
        (void)sa_buf_addf(&reason, "applies to %s servers; '%s' is %s", wanted, target->name,
                          target->role);
        decide(judge, trial, SA_RESULT_NOT_APPLICABLE, &reason);
        return;
    }
    tell_unknown_role(judge, trial, &reason);
    decide(judge, trial, SA_RESULT_UNKNOWN, &reason);
}

/* A server that nobody was compared with. Silence would read like parity, so only what is known not
 * to need a partner goes without: an active server, and one that is alone in the run. */
static void judge_single(struct sa_judge *judge, struct trial *trial)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reason = SA_BUF_INIT(REASON_BYTES);
    const struct sa_target *target = trial->result->target;
    enum sa_result_status status = SA_RESULT_NOT_APPLICABLE;

    if (judge->dossiers[trial->target].is_active_side || strcmp(target->role, "active") == 0) {
        (void)sa_buf_add_text(&reason, "judged on the staging server");
    } else if (judge->server_count == 1) {
        (void)sa_buf_addf(&reason, "no pair: this run has no active server for '%s'", target->name);
    } else {
        status = SA_RESULT_UNKNOWN;
        (void)sa_buf_addf(
            &reason, "no partner could be determined for '%s' among the %zu servers of this run",
            target->name, judge->server_count);
    }
    decide(judge, trial, status, &reason);
}

static void judge_pair(struct sa_judge *judge, struct trial *trial)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reason = SA_BUF_INIT(REASON_BYTES);
    const struct sa_target *target = trial->result->target;
    const struct sa_dossier *dossier = &judge->dossiers[trial->target];

    if (dossier->pair_count == 0) {
        judge_single(judge, trial);
        return;
    }
    for (size_t i = 0; i < dossier->pair_count; i++) {
        const struct sa_pair *pair = dossier->pairs[i];

        if (pair->same_server)
            (void)sa_buf_addf(&reason,
                              "both exports come from server '%s'; the other server was not seen",
                              target->server_name[0] != '\0' ? target->server_name : target->name);
        else if (!pair->compared)
            (void)sa_buf_add_text(&reason, pair->notice[0] != '\0' ? pair->notice
                                                                   : "the pair was not compared");
        else
            continue;
        decide(judge, trial, SA_RESULT_UNKNOWN, &reason);
        return;
    }
}

static void judge_scope(struct sa_judge *judge, struct trial *trial)
{
    switch (trial->result->check->applies) {
    case SA_APPLIES_ACTIVE:
        judge_role(judge, trial, "active");
        break;
    case SA_APPLIES_STAGING:
        judge_role(judge, trial, "staging");
        break;
    case SA_APPLIES_PAIR:
        judge_pair(judge, trial);
        break;
    case SA_APPLIES_ALL:
    case SA_APPLIES_TENANT:
    case SA_APPLIES_FOREST:
        break;
    }
}

/* Sources -------------------------------------------------------------------------------------- */

/* Several servers may use one forest: what it lacks is told once. */
static bool is_noted(struct sa_judge *judge, size_t target, const char *source)
{
    const struct sa_source_coverage *found = sa_source_find(judge, target, source);

    if (found == NULL)
        return false;
    const struct sa_target *owner = &judge->evaluation->targets[target];
    struct sa_source_note *note = &judge->dossiers[target].notes[found - owner->sources];
    bool noted = note->stamp == judge->stamp;

    note->stamp = judge->stamp;
    return noted;
}

static void add_missing(struct sa_judge *judge, size_t target, const char *source)
{
    if (sa_source_covered(judge, target, source) || is_noted(judge, target, source))
        return;
    if (judge->missing_count == judge->missing_size) {
        size_t size = judge->missing_size > 0 ? 2 * judge->missing_size : 64;
        struct sa_missing *larger = reallocarray(judge->missing, size, sizeof *larger);
        if (larger == NULL) {
            judge->full = true;
            return;
        }
        judge->missing = larger;
        judge->missing_size = size;
    }
    judge->missing[judge->missing_count++] = (struct sa_missing){target, source};
}

/* Calls for the targets whose facts the check reads: the target itself, the active sides of its
 * pairs, the members of a tenant or forest. */
static void for_targets(const struct sa_judge *judge, const struct trial *trial,
                        void (*call)(void *payload, size_t target), void *payload)
{
    const struct sa_dossier *dossier = &judge->dossiers[trial->target];
    enum sa_target_kind kind = trial->result->target->kind;

    if (kind != SA_TARGET_TENANT)
        call(payload, trial->target);
    if (kind != SA_TARGET_SERVER)
        for (size_t i = 0; i < dossier->member_count; i++)
            call(payload, dossier->members[i]);
    else if (trial->result->check->applies == SA_APPLIES_PAIR)
        for (size_t i = 0; i < dossier->pair_count; i++)
            call(payload, (size_t)(dossier->pairs[i]->active - judge->evaluation->targets));
}

/* Who can have a source: servers theirs, forests those of Active Directory. */
struct search {
    struct sa_judge *judge;
    const struct trial *trial;
    const char *const *sources;
    void (*call)(void *payload, size_t target, const char *source);
    void *payload;
};

/* The forests that a server uses; the server itself stands for those that are no targets. */
static void search_forests(const struct search *search, size_t server, const char *source)
{
    const struct sa_dossier *dossier = &search->judge->dossiers[server];
    const struct sa_target *targets = search->judge->evaluation->targets;

    if (dossier->unasked != NULL)
        search->call(search->payload, server, source);
    for (size_t i = 0; i < dossier->member_count; i++)
        if (targets[dossier->members[i]].kind == SA_TARGET_FOREST)
            search->call(search->payload, dossier->members[i], source);
}

/* One of several sources will do: the first that was seen speaks for them, else all are missing. */
static void search_choice(const struct search *search, size_t target, const char *need)
{
    const struct sa_judge *judge = search->judge;

    for (size_t i = 0; i < judge->source_count; i++) {
        if (sa_need_names(need, judge->sources[i]) &&
            sa_source_covered(judge, target, judge->sources[i])) {
            search->call(search->payload, target, judge->sources[i]);
            return;
        }
    }
    for (size_t i = 0; i < judge->source_count; i++)
        if (sa_need_names(need, judge->sources[i]))
            search->call(search->payload, target, judge->sources[i]);
}

static void search_target(void *payload, size_t target)
{
    const struct search *search = payload;
    const struct sa_judge *judge = search->judge;
    bool is_forest = judge->evaluation->targets[target].kind == SA_TARGET_FOREST;
    bool for_forest = search->trial->result->target->kind == SA_TARGET_FOREST;

    for (size_t i = 0; search->sources[i] != NULL; i++) {
        const char *source = search->sources[i];
        bool of_forest = sa_source_of_forest(source);

        if (sa_need_is_choice(source)) {
            if (!is_forest || judge->dossiers[target].member_count == 0)
                search_choice(search, target, source);
            continue;
        }
        /* A forest without servers stands for their sources too: none of them was seen. */
        if (is_forest ? of_forest || judge->dossiers[target].member_count == 0 : !of_forest)
            search->call(search->payload, target, source);
        else if (!is_forest && !for_forest)
            search_forests(search, target, source);
    }
}

static void note_missing(void *payload, size_t target, const char *source)
{
    add_missing(payload, target, source);
}

/* Fills judge->missing. */
static size_t find_missing(struct sa_judge *judge, const struct trial *trial,
                           const char *const *sources)
{
    struct search search = {judge, trial, sources, note_missing, judge};

    judge->missing_count = 0;
    judge->stamp++;
    for_targets(judge, trial, search_target, &search);
    return judge->missing_count;
}

/* Tells what judge->missing holds, and lets each source know. */
static void tell_missing(struct sa_judge *judge, const struct trial *trial, struct sa_buf *reason)
{
    size_t count = judge->missing_count;

    for (size_t i = 0; i < count; i++) {
        const struct sa_missing *missing = &judge->missing[i];

        sa_source_blame(judge, missing, trial->result->check);
        if (i >= REASONS_MAX)
            continue;
        (void)sa_buf_addf(reason, "%s'%s'", i > 0 ? "; " : "", missing->source);
        if (missing->target != trial->target)
            (void)sa_buf_addf(reason, " of '%s'", judge->evaluation->targets[missing->target].name);
        (void)sa_buf_addf(reason, ": %s",
                          sa_source_reason(judge, missing->target, missing->source));
    }
    if (count > REASONS_MAX)
        (void)sa_buf_addf(reason, "; and %zu more", count - REASONS_MAX);
}

static void judge_needs(struct sa_judge *judge, struct trial *trial)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reason = SA_BUF_INIT(REASON_BYTES);

    if (find_missing(judge, trial, trial->result->check->needs) == 0)
        return;
    (void)sa_buf_add_text(&reason, "not seen: ");
    tell_missing(judge, trial, &reason);
    decide(judge, trial, SA_RESULT_UNKNOWN, &reason);
}

/* The query ------------------------------------------------------------------------------------ */

static void bind_columns(struct run *run, sqlite3_stmt *statement)
{
    for (size_t i = 0; i < SA_COUNT(column_names); i++)
        run->columns[i] = -1;
    for (int i = 0; i < sqlite3_column_count(statement); i++) {
        const char *name = sqlite3_column_name(statement, i);
        size_t k = 0;

        while (k < SA_COUNT(column_names) && !sa_text_same(name, column_names[k]))
            k++;
        if (k == SA_COUNT(column_names) || run->columns[k] >= 0) {
            (void)snprintf(run->problem, sizeof run->problem, "the query gives a column '%.80s' %s",
                           name ? name : "",
                           k == SA_COUNT(column_names) ? "that findings do not have" : "twice");
            return;
        }
        run->columns[k] = i;
    }
    for (size_t i = 0; i < COLUMNS_REQUIRED; i++)
        if (run->columns[i] < 0)
            (void)snprintf(run->problem, sizeof run->problem, "the query gives no column '%s'",
                           column_names[i]);
}

static bool parse_status(struct run *run, sqlite3_stmt *statement, enum sa_result_status *ret)
{
    static const enum sa_result_status allowed[] = {
        SA_RESULT_FAIL, SA_RESULT_WARN, SA_RESULT_INFO, SA_RESULT_UNKNOWN, SA_RESULT_NOT_APPLICABLE,
    };
    int column = run->columns[STATUS];

    *ret = SA_RESULT_FAIL;
    if (column < 0)
        return true;
    const char *word = (const char *)sqlite3_column_text(statement, column);
    for (size_t i = 0; word != NULL && i < SA_COUNT(allowed); i++) {
        if (strcmp(word, sa_result_name(allowed[i])) == 0 &&
            strlen(word) == (size_t)sqlite3_column_bytes(statement, column)) {
            *ret = allowed[i];
            return true;
        }
    }
    (void)snprintf(run->problem, sizeof run->problem,
                   "a row has the status '%.40s'; known are fail, warn, info, unknown,"
                   " not_applicable",
                   word ? word : "NULL");
    return false;
}

/* The trial of the target that the row names. */
static struct trial *find_trial(struct run *run, sqlite3_stmt *statement)
{
    const struct sa_judge *judge = run->judge;
    int column = run->columns[HOST];
    const char *host = (const char *)sqlite3_column_text(statement, column);
    const char *kind = "server of this run";
    size_t target = SIZE_MAX;

    if (host == NULL) {
        (void)snprintf(run->problem, sizeof run->problem, "a row names no host");
        return NULL;
    }
    if (run->check->applies == SA_APPLIES_TENANT) {
        kind = "tenant of this run";
        target = sa_tenant_by_name(judge, host);
    } else if (run->check->applies == SA_APPLIES_FOREST) {
        kind = "forest of this run";
        target = sa_forest_by_name(judge, host);
    } else {
        target = sa_server_by_name(judge, host);
        if (run->check->applies == SA_APPLIES_PAIR) {
            kind = "staging server of a pair";
            if (target != SIZE_MAX && judge->dossiers[target].pair_count == 0)
                target = SIZE_MAX;
        }
    }
    if (target == SIZE_MAX || strlen(host) != (size_t)sqlite3_column_bytes(statement, column)) {
        (void)snprintf(run->problem, sizeof run->problem,
                       "a row names host '%.120s', which is no %s", host, kind);
        return NULL;
    }
    return &run->trials[target - run->first];
}

static bool fail_full(struct run *run)
{
    (void)snprintf(run->problem, sizeof run->problem, "its findings need more than %zu MiB",
                   SA_LIMIT_MODEL / SA_MIB);
    return false;
}

static bool read_evidence(struct run *run, sqlite3_stmt *statement, struct sa_draft *draft)
{
    int64_t ids[EVIDENCE_MAX];
    struct sa_arena *drafts = &run->judge->drafts;
    int column = run->columns[EVIDENCE];
    const char *text = NULL;

    if (column < 0)
        return true;
    /* Named, but none: the fall-back is for queries that do not name evidence at all. */
    draft->evidence = sa_arena_array(drafts, 1, sizeof *ids);
    text = (const char *)sqlite3_column_text(statement, column);
    if (text != NULL && sa_evidence_parse(text, ids, EVIDENCE_MAX, &draft->evidence_count) < 0) {
        (void)snprintf(run->problem, sizeof run->problem,
                       "a row has the evidence '%.80s', which is no list of numbers", text);
        return false;
    }
    if (draft->evidence_count > 0) {
        draft->evidence = sa_arena_array(drafts, draft->evidence_count, sizeof *ids);
        if (draft->evidence != NULL)
            memcpy(draft->evidence, ids, draft->evidence_count * sizeof *ids);
    }
    return draft->evidence != NULL || fail_full(run);
}

/* Keeps the row while there is room for its kind. False: the run is over. */
static bool keep_row(struct run *run, sqlite3_stmt *statement, struct drafts *list,
                     enum sa_result_status status)
{
    struct sa_arena *arena = &run->judge->drafts;
    size_t before = arena->used;

    if (list->count >= SA_LIMIT_FINDINGS || list->bytes >= SA_LIMIT_FINDING_BYTES)
        return true;
    struct sa_draft *draft = sa_arena_alloc(arena, sizeof *draft);
    if (draft != NULL) {
        draft->status = status;
        draft->subject = sa_cell_copy(statement, run->columns[SUBJECT], SA_LIMIT_CELL, arena);
        draft->observed = sa_cell_copy(statement, run->columns[OBSERVED], SA_LIMIT_CELL, arena);
        draft->expected = sa_cell_copy(statement, run->columns[EXPECTED], SA_LIMIT_CELL, arena);
    }
    if (draft == NULL || !draft->subject || !draft->observed || !draft->expected)
        return fail_full(run);
    if (!read_evidence(run, statement, draft))
        return false;
    if (list->last != NULL)
        list->last->next = draft;
    else
        list->first = draft;
    list->last = draft;
    list->count++;
    list->bytes += arena->used - before;
    return true;
}

static bool take_row(struct run *run, sqlite3_stmt *statement)
{
    enum sa_result_status status = SA_RESULT_FAIL;
    struct trial *trial = find_trial(run, statement);

    if (trial == NULL || !parse_status(run, statement, &status))
        return false;
    if (!trial->runs)
        return true;
    trial->rows++;
    trial->seen |= bit(status);
    return keep_row(run, statement, status == SA_RESULT_FAIL ? &trial->failed : &trial->others,
                    status);
}

/* Everything that goes wrong in here is the check's fault and becomes run->problem. */
static void run_query(struct run *run, struct sa_sandbox *sandbox)
{
    sqlite3_stmt *statement = NULL;
    struct sa_error err = {0};
    char what[96];
    int code = SQLITE_ROW;

    (void)snprintf(what, sizeof what, "check '%.80s'", run->check->id);
    if (sa_sandbox_prepare(sandbox, run->check->sql, &statement, &err) < 0) {
        (void)snprintf(run->problem, sizeof run->problem, "%s", err.message);
        return;
    }
    bind_columns(run, statement);
    while (run->problem[0] == '\0' && (code = sqlite3_step(statement)) == SQLITE_ROW)
        if (!take_row(run, statement))
            break;
    if (run->problem[0] == '\0' && code != SQLITE_ROW && code != SQLITE_DONE) {
        (void)sa_sandbox_fail(sandbox, what, &err);
        (void)snprintf(run->problem, sizeof run->problem, "%s", err.message);
    }
    (void)sqlite3_finalize(statement);
}

/* Verdicts ------------------------------------------------------------------------------------- */

/* What the rows of this status observed, each thing once. */
static void tell_observed(const struct trial *trial, enum sa_result_status status,
                          struct sa_buf *reason)
{
    size_t told = 0;
    const char *previous = NULL;

    for (const struct sa_draft *draft = trial->others.first; draft != NULL; draft = draft->next) {
        const char *text = draft->observed[0] != '\0' ? draft->observed : draft->subject;

        if (draft->status != status || (previous != NULL && strcmp(previous, text) == 0))
            continue;
        previous = text;
        if (told++ < REASONS_MAX)
            (void)sa_buf_addf(reason, "%s%s", told > 1 ? "; " : "", text);
    }
    if (told > REASONS_MAX)
        (void)sa_buf_addf(reason, "; and %zu more", told - REASONS_MAX);
    if (told == 0)
        (void)sa_buf_add_text(reason, "the rows that tell why are more than a report keeps");
}

static void decide_without_failure(struct sa_judge *judge, struct trial *trial)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reason = SA_BUF_INIT(REASON_BYTES);
    const unsigned seen = trial->seen;
    enum sa_result_status status = SA_RESULT_PASS;

    if (seen & bit(SA_RESULT_UNKNOWN))
        status = SA_RESULT_UNKNOWN;
    else if (seen & bit(SA_RESULT_WARN))
        status = SA_RESULT_WARN;
    else if (seen & bit(SA_RESULT_INFO))
        status = SA_RESULT_INFO;
    else if (seen & bit(SA_RESULT_NOT_APPLICABLE))
        status = SA_RESULT_NOT_APPLICABLE;

    if (status == SA_RESULT_UNKNOWN || status == SA_RESULT_NOT_APPLICABLE)
        tell_observed(trial, status, &reason);
    /* Where there is nothing to judge, there is nothing to confirm. */
    if (status != SA_RESULT_NOT_APPLICABLE &&
        find_missing(judge, trial, trial->result->check->confirms) > 0) {
        (void)sa_buf_add_text(&reason, status == SA_RESULT_UNKNOWN
                                           ? "; not seen: "
                                           : "no fault in what was collected; not seen: ");
        tell_missing(judge, trial, &reason);
        status = SA_RESULT_UNKNOWN;
    }
    decide(judge, trial, status, &reason);
}

struct fallback {
    struct sa_judge *judge;
    int64_t ids[EVIDENCE_MAX];
    size_t count;
};

static void add_fallback(void *payload, size_t target, const char *name)
{
    struct fallback *fallback = payload;
    const struct sa_judge *judge = fallback->judge;
    const struct sa_source_coverage *source = sa_source_find(judge, target, name);

    if (source == NULL || fallback->count == EVIDENCE_MAX)
        return;
    const struct sa_target *owner = &judge->evaluation->targets[target];
    int64_t id = judge->dossiers[target].notes[source - owner->sources].evidence_id;
    if (id != 0)
        fallback->ids[fallback->count++] = id;
}

static int attach_findings(struct run *run, struct trial *trial, struct sa_error *err)
{
    struct sa_judge *judge = run->judge;
    struct fallback fallback = {.judge = judge};
    struct search search = {judge, trial, run->check->needs, add_fallback, &fallback};
    const struct sa_evidence_ref *const *evidence = NULL;
    struct sa_draft *drafts = trial->failed.first;
    size_t count = trial->failed.count + trial->others.count;

    if (count > SA_LIMIT_FINDINGS)
        count = SA_LIMIT_FINDINGS;
    trial->result->omitted = trial->rows - count;
    if (count == 0)
        return 0;
    if (drafts == NULL)
        drafts = trial->others.first;
    else
        trial->failed.last->next = trial->others.first;
    for_targets(judge, trial, search_target, &search);
    int r = sa_evidence_list(judge, fallback.ids, fallback.count, &evidence, err);
    return r < 0 ? r : sa_result_fill(judge, trial->result, drafts, count, evidence, err);
}

static int finish(struct run *run, struct trial *trial, struct sa_error *err)
{
    if (!trial->runs)
        return 0;
    if (run->problem[0] != '\0') {
        decide_text(run->judge, trial, SA_RESULT_ERROR, run->problem);
        return 0;
    }
    if (trial->seen & bit(SA_RESULT_FAIL))
        decide_text(run->judge, trial, SA_RESULT_FAIL, "");
    else
        decide_without_failure(run->judge, trial);
    return attach_findings(run, trial, err);
}

static void begin(struct run *run, size_t index)
{
    struct sa_judge *judge = run->judge;
    struct trial *trial = &run->trials[index];
    struct sa_target *target = &judge->evaluation->targets[run->first + index];

    trial->target = run->first + index;
    trial->result = &target->results[target->result_count++];
    trial->result->check = run->check;
    trial->result->target = target;
    trial->result->reason = "";
    trial->runs = true;
    judge_scope(judge, trial);
    if (trial->runs)
        judge_needs(judge, trial);
}

static int judge_all(struct run *run, struct sa_error *err)
{
    struct sa_sandbox sandbox;
    bool any = false;
    int r = 0;

    for (size_t i = 0; i < run->count; i++) {
        begin(run, i);
        any = any || run->trials[i].runs;
    }
    if (any) {
        r = sa_sandbox_enter(&sandbox, run->judge->db, run->check, err);
        if (r < 0)
            return r;
        run_query(run, &sandbox);
        sa_sandbox_leave(&sandbox);
    }
    for (size_t i = 0; r == 0 && i < run->count; i++)
        r = finish(run, &run->trials[i], err);
    if (r == 0 && run->judge->full)
        r = sa_judge_full(err);
    return r;
}

/* A check of forests has no result on a forest that nobody asked; the servers that use it tell which
 * checks that leaves out. */
static void blame_unasked(struct sa_judge *judge, const struct sa_check *check)
{
    const char *const *const lists[] = {check->needs, check->confirms};

    for (size_t i = 0; i < judge->server_count; i++) {
        if (judge->dossiers[i].unasked == NULL)
            continue;
        for (size_t k = 0; k < SA_COUNT(lists); k++)
            for (const char *const *source = lists[k]; *source != NULL; source++)
                if (sa_source_of_forest(*source))
                    sa_source_blame(judge, &(struct sa_missing){i, *source}, check);
    }
}

int sa_trial(struct sa_judge *judge, const struct sa_check *check, struct sa_error *err)
{
    struct run run = {.judge = judge, .check = check, .count = judge->server_count};

    if (check->applies == SA_APPLIES_TENANT) {
        run.first = judge->server_count;
        run.count = judge->tenant_count;
    } else if (check->applies == SA_APPLIES_FOREST) {
        run.first = judge->server_count + judge->tenant_count;
        run.count = judge->forest_count;
        blame_unasked(judge, check);
    }
    if (run.count == 0)
        return 0;
    run.trials = calloc(run.count, sizeof *run.trials);
    if (run.trials == NULL)
        return sa_fail_nomem(err);
    int r = judge_all(&run, err);
    free(run.trials);
    sa_arena_done(&judge->drafts);
    return r;
}
