/* SPDX-License-Identifier: Apache-2.0 */
/* The sequence of an evaluation: select checks, list targets, pairs and coverage, judge check by
 * check, then draw the sums: areas, scores, gains, readiness, the weakest server.
 *
 * Everything that the evaluation keeps is copied into one arena that lives in the same object;
 * what judging needs beside it (struct sa_judge) ends with sa_evaluate(). Only the catalogue must
 * live as long as the evaluation: results refer to its checks. */
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "engine.h"
#include "judge.h"

struct holder {
    struct sa_evaluation evaluation; /* first: what callers see */
    struct sa_arena arena;
};

int sa_judge_full(struct sa_error *err)
{
    return sa_fail(err, SA_E_NOMEM, SA_DOMAIN_NONE, 0,
                   "out of memory, or the evaluation needs more than %zu MiB",
                   SA_LIMIT_EVALUATION / SA_MIB);
}

const char *sa_judge_text(struct sa_judge *judge, sqlite3_stmt *statement, int column)
{
    if (sqlite3_column_type(statement, column) == SQLITE_NULL)
        return "";
    const char *copy = sa_cell_copy(statement, column, SA_LIMIT_CELL, judge->arena);
    if (copy == NULL)
        judge->full = true;
    return copy != NULL ? copy : "";
}

const char *sa_judge_copy(struct sa_judge *judge, const char *text)
{
    if (text[0] == '\0')
        return "";
    const char *copy = sa_arena_text(judge->arena, text);
    if (copy == NULL)
        judge->full = true;
    return copy != NULL ? copy : "";
}

/* Selection ------------------------------------------------------------------------------------ */

static bool matches_any(const char *const *patterns, const char *text,
                        bool (*matches)(const char *pattern, const char *text))
{
    if (patterns == NULL || patterns[0] == NULL)
        return true;
    for (size_t i = 0; patterns[i] != NULL; i++)
        if (matches(patterns[i], text))
            return true;
    return false;
}

static int select_checks(struct sa_judge *judge, struct sa_error *err)
{
    const struct sa_evaluation_options *options = judge->options;
    size_t count = sa_catalogue_count(judge->catalogue);

    judge->checks = sa_arena_array(&judge->scratch, count + 1, sizeof(struct sa_check *));
    if (judge->checks == NULL)
        return sa_judge_full(err);
    judge->evaluation->selection_complete = true;
    for (size_t i = 0; i < count; i++) {
        const struct sa_check *check = sa_catalogue_at(judge->catalogue, i);

        if (check->severity >= options->min_severity &&
            matches_any(options->check_globs, check->id, sa_text_glob) &&
            matches_any(options->areas, check->area, sa_text_same))
            judge->checks[judge->check_count++] = check;
        else
            judge->evaluation->selection_complete = false;
    }
    return 0;
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t count_names(const char *const *needs)
{
    size_t count = 0;
    size_t len = 0;

    for (; *needs != NULL; needs++)
        for (const char *at = *needs; at != NULL; at = sa_need_next(at, &len))
            count++;
    return count;
}

static void add_names(struct sa_judge *judge, const char *const *needs, size_t *count)
{
    size_t len = 0;

    for (; *needs != NULL; needs++) {
        for (const char *at = *needs, *next = NULL; at != NULL; at = next) {
            char *name = NULL;

            next = sa_need_next(at, &len);
            name = sa_arena_copy(&judge->scratch, at, len);
            if (name == NULL) {
                judge->full = true;
                return;
            }
            judge->sources[(*count)++] = name;
        }
    }
}

static int list_sources(struct sa_judge *judge, struct sa_error *err)
{
    size_t room = 0;
    size_t count = 0;

    for (size_t i = 0; i < judge->check_count; i++)
        room += count_names(judge->checks[i]->needs) + count_names(judge->checks[i]->confirms);
    judge->sources = sa_arena_array(&judge->scratch, room + 1, sizeof *judge->sources);
    if (judge->sources == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; i < judge->check_count; i++) {
        add_names(judge, judge->checks[i]->needs, &count);
        add_names(judge, judge->checks[i]->confirms, &count);
    }
    if (judge->full)
        return sa_judge_full(err);
    qsort(judge->sources, count, sizeof *judge->sources, compare_texts);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(judge->sources[i], judge->sources[i - 1]) != 0)
            judge->sources[judge->source_count++] = judge->sources[i];
    return 0;
}

/* The run -------------------------------------------------------------------------------------- */

static int read_run(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "read the run";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    struct sa_run_record *run = &judge->evaluation->run;
    int r = sa_sql_prepare(judge->db,
                           "SELECT id, started_at, finished_at, interrupted, tool_version,"
                           "       catalogue_version, catalogue_sha256, operator, workstation"
                           "  FROM main.run LIMIT 1",
                           what, &row, err);

    if (r == 0)
        r = sa_sql_step(row, what, err);
    if (r == 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0, "the snapshot holds no run");
    if (r < 0)
        return r;
    run->id = sa_judge_text(judge, row, 0);
    run->started_at = sa_judge_text(judge, row, 1);
    run->finished_at = sa_judge_text(judge, row, 2);
    run->interrupted = run->finished_at[0] == '\0' || sqlite3_column_int(row, 3) != 0;
    run->tool_version = sa_judge_text(judge, row, 4);
    run->catalogue_version = sa_judge_text(judge, row, 5);
    run->catalogue_sha256 = sa_judge_text(judge, row, 6);
    run->operator_name = sa_judge_text(judge, row, 7);
    run->workstation = sa_judge_text(judge, row, 8);
    judge->evaluation->catalogue_version =
        sa_judge_copy(judge, sa_catalogue_version(judge->catalogue));
    judge->evaluation->catalogue_sha256 =
        sa_judge_copy(judge, sa_catalogue_sha256(judge->catalogue));
    return 0;
}

/* Judging -------------------------------------------------------------------------------------- */

static enum sa_target_kind kind_of(const struct sa_check *check)
{
    if (check->applies == SA_APPLIES_TENANT)
        return SA_TARGET_TENANT;
    return check->applies == SA_APPLIES_FOREST ? SA_TARGET_FOREST : SA_TARGET_SERVER;
}

static int judge_checks(struct sa_judge *judge, struct sa_error *err)
{
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t of_kind[SA_TARGET_FOREST + 1] = {0};
    int r = 0;

    for (size_t i = 0; i < judge->check_count; i++)
        of_kind[kind_of(judge->checks[i])]++;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        struct sa_target *target = &evaluation->targets[i];

        target->results =
            sa_arena_array(judge->arena, of_kind[target->kind] + 1, sizeof *target->results);
        if (target->results == NULL)
            return sa_judge_full(err);
    }
    for (size_t i = 0; r == 0 && i < judge->check_count; i++)
        r = sa_trial(judge, judge->checks[i], err);
    return r == 0 ? sa_sources_finish(judge, err) : r;
}

/* Sums ----------------------------------------------------------------------------------------- */

/* Results of the target in this area, or in all (NULL). Returns how many there are. */
static size_t add_results(const struct sa_target *target, const char *area, struct sa_tally *tally)
{
    size_t count = 0;

    for (size_t i = 0; i < target->result_count; i++) {
        const struct sa_result *result = &target->results[i];

        if (area != NULL && !sa_text_same(result->check->area, area))
            continue;
        sa_tally_add(tally, result->check->severity, result->status);
        count++;
    }
    return count;
}

/* A server answers for its own results and for those of its tenants and forests. */
static size_t add_all(const struct sa_judge *judge, size_t index, const char *area,
                      struct sa_tally *tally)
{
    const struct sa_target *targets = judge->evaluation->targets;
    const struct sa_dossier *dossier = &judge->dossiers[index];
    size_t count = add_results(&targets[index], area, tally);

    if (targets[index].kind == SA_TARGET_SERVER)
        for (size_t i = 0; i < dossier->member_count; i++)
            count += add_results(&targets[dossier->members[i]], area, tally);
    return count;
}

static void score(const struct sa_judge *judge, const struct sa_tally *tally, bool with_caps,
                  struct sa_score *ret)
{
    sa_tally_score(tally, judge->options->min_coverage, with_caps, ret);
    if (ret->has_score && !judge->evaluation->selection_complete)
        ret->grade = "PARTIAL SELECTION";
}

/* The catalogue's areas, each once, in its order. */
static int list_areas(struct sa_judge *judge, const char ***ret, size_t *ret_count,
                      struct sa_error *err)
{
    const char **areas = sa_arena_array(&judge->scratch, judge->check_count + 1, sizeof *areas);
    size_t count = 0;

    if (areas == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; i < judge->check_count; i++) {
        bool known = false;

        for (size_t k = count; k > 0 && !known; k--)
            known = sa_text_same(areas[k - 1], judge->checks[i]->area);
        if (!known)
            areas[count++] = judge->checks[i]->area;
    }
    *ret = areas;
    *ret_count = count;
    return 0;
}

static int score_target(struct sa_judge *judge, size_t index, const char *const *areas,
                        size_t area_count, struct sa_error *err)
{
    struct sa_target *target = &judge->evaluation->targets[index];
    struct sa_tally tally = {0};

    (void)add_all(judge, index, NULL, &tally);
    score(judge, &tally, /* with_caps= */ true, &target->score);
    for (size_t i = 0; i < target->result_count; i++)
        target->results[i].gain =
            sa_tally_gain(&tally, target->results[i].check->severity, target->results[i].status);

    target->areas = sa_arena_array(judge->arena, area_count + 1, sizeof *target->areas);
    if (target->areas == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; i < area_count; i++) {
        struct sa_tally of_area = {0};

        if (add_all(judge, index, areas[i], &of_area) == 0)
            continue;
        struct sa_area_score *area = &target->areas[target->area_count++];
        area->area = sa_judge_copy(judge, areas[i]);
        score(judge, &of_area, /* with_caps= */ false, &area->score);
    }
    return judge->full ? sa_judge_full(err) : 0;
}

/* Servers, and forests that no server answers for. */
static void find_weakest(struct sa_judge *judge)
{
    struct sa_evaluation *evaluation = judge->evaluation;

    evaluation->estate_lower = -1;
    evaluation->estate_upper = -1;
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_score *one = &evaluation->targets[i].score;

        if (!one->has_score || (i >= judge->server_count && judge->dossiers[i].member_count > 0))
            continue;
        if (evaluation->estate_lower < 0 || one->lower < evaluation->estate_lower)
            evaluation->estate_lower = one->lower;
        if (evaluation->estate_upper < 0 || one->upper < evaluation->estate_upper)
            evaluation->estate_upper = one->upper;
    }
}

static int draw_sums(struct sa_judge *judge, struct sa_error *err)
{
    const char **areas = NULL;
    size_t area_count = 0;
    int r = list_areas(judge, &areas, &area_count, err);

    for (size_t i = 0; r == 0 && i < judge->evaluation->target_count; i++)
        r = score_target(judge, i, areas, area_count, err);
    find_weakest(judge);
    return r == 0 ? sa_readiness_judge(judge, err) : r;
}

static int evaluate(struct sa_judge *judge, struct sa_error *err)
{
    int r = select_checks(judge, err);

    if (r == 0)
        r = list_sources(judge, err);
    if (r == 0)
        r = read_run(judge, err);
    if (r == 0)
        r = sa_targets_load(judge, err);
    if (r == 0 && judge->full)
        r = sa_judge_full(err);
    if (r == 0)
        r = sa_forests_load(judge, err);
    if (r == 0)
        r = sa_windows_load(judge, err);
    if (r == 0)
        r = sa_engines_load(judge, err);
    if (r == 0)
        r = sa_pairs_load(judge, err);
    if (r == 0)
        r = sa_sources_load(judge, err);
    if (r == 0)
        r = judge_checks(judge, err);
    if (r == 0)
        r = draw_sums(judge, err);
    if (r == 0 && judge->full)
        r = sa_judge_full(err);
    return r;
}

int sa_evaluate_derived(sqlite3 *db, const struct sa_catalogue *catalogue,
                        const struct sa_evaluation_options *options, struct sa_evaluation **ret,
                        struct sa_error *err)
{
    struct holder *holder = calloc(1, sizeof *holder);

    if (holder == NULL)
        return sa_fail_nomem(err);
    sa_arena_init(&holder->arena, SA_LIMIT_EVALUATION);
    holder->evaluation.min_coverage = options->min_coverage;
    struct sa_judge judge = {
        .db = db,
        .catalogue = catalogue,
        .options = options,
        .evaluation = &holder->evaluation,
        .arena = &holder->arena,
        .scratch = SA_ARENA_INIT(SA_LIMIT_EVALUATION),
        .drafts = SA_ARENA_INIT(SA_LIMIT_MODEL),
    };
    int r = evaluate(&judge, err);

    sa_evidence_done(&judge);
    sa_arena_done(&judge.drafts);
    sa_arena_done(&judge.scratch);
    free(judge.missing);
    if (r < 0) {
        sa_evaluation_free(&holder->evaluation);
        return r;
    }
    *ret = &holder->evaluation;
    return 0;
}

int sa_evaluate(struct sa_snapshot *snapshot, const struct sa_catalogue *catalogue,
                const struct sa_evaluation_options *options, struct sa_evaluation **ret,
                struct sa_error *err)
{
    int r = sa_evaluation_derive(snapshot, options, err);

    return r == 0 ? sa_evaluate_derived(sa_snapshot_db(snapshot), catalogue, options, ret, err) : r;
}

void sa_evaluation_free(struct sa_evaluation *evaluation)
{
    struct holder *holder = (struct holder *)evaluation;

    if (holder == NULL)
        return;
    sa_arena_done(&holder->arena);
    free(holder);
}
