/* SPDX-License-Identifier: Apache-2.0 */
/* What of the targets was seen: for each server and forest the coverage of every source.
 *
 * Beside the rows of the coverage table stands one for each source that a selected check wants from
 * the target and that nobody asked: a report that lists only what was tried would look complete. A
 * server holds no source of Active Directory itself; the row is there when a forest that it uses is
 * no target of the run. */
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "engine.h"
#include "judge.h"

static bool is_forest(const struct sa_judge *judge, size_t target)
{
    return judge->evaluation->targets[target].kind == SA_TARGET_FOREST;
}

static bool uses_a_forest(const struct sa_judge *judge, size_t server)
{
    const struct sa_dossier *dossier = &judge->dossiers[server];

    for (size_t i = 0; i < dossier->member_count; i++)
        if (is_forest(judge, dossier->members[i]))
            return true;
    return false;
}

/* Can the check want this source from this forest? Sources of servers only where there is no server
 * to want them from. */
static bool concerns_forest(const struct sa_judge *judge, const struct sa_check *check,
                            size_t forest, const char *source)
{
    return sa_source_of_forest(source) ||
           (check->applies == SA_APPLIES_FOREST && judge->dossiers[forest].member_count == 0);
}

/* Can the check want this source from this server? Those of Active Directory only where they can be
 * wanted from no forest. */
static bool concerns_server(const struct sa_judge *judge, const struct sa_check *check,
                            size_t server, const char *source)
{
    const char *role = judge->evaluation->targets[server].role;
    const struct sa_dossier *dossier = &judge->dossiers[server];

    if (sa_source_of_forest(source) && dossier->unasked == NULL)
        return false;
    switch (check->applies) {
    case SA_APPLIES_ACTIVE:
        return strcmp(role, "staging") != 0;
    case SA_APPLIES_STAGING:
        return strcmp(role, "active") != 0;
    case SA_APPLIES_PAIR:
        return dossier->pair_count > 0 || dossier->is_active_side;
    case SA_APPLIES_FOREST:
        return sa_source_of_forest(source) || uses_a_forest(judge, server);
    case SA_APPLIES_ALL:
    case SA_APPLIES_TENANT:
        break;
    }
    return true;
}

static bool wants(const struct sa_check *check, const char *source)
{
    for (size_t i = 0; check->needs[i] != NULL; i++)
        if (sa_need_names(check->needs[i], source))
            return true;
    for (size_t i = 0; check->confirms[i] != NULL; i++)
        if (sa_need_names(check->confirms[i], source))
            return true;
    return false;
}

static bool is_wanted(const struct sa_judge *judge, size_t target, const char *source)
{
    for (size_t i = 0; i < judge->check_count; i++) {
        const struct sa_check *check = judge->checks[i];

        if (wants(check, source) &&
            (is_forest(judge, target) ? concerns_forest(judge, check, target, source)
                                      : concerns_server(judge, check, target, source)))
            return true;
    }
    return false;
}

/* Why the target has no coverage row of the source. */
static const char *absence(const struct sa_judge *judge, size_t target, const char *source)
{
    if (is_forest(judge, target))
        return sa_source_of_forest(source) ? "the run ended before the forest was asked for it"
                                           : "no sync server that uses this forest was collected";
    if (sa_source_of_forest(source) && judge->dossiers[target].unasked != NULL)
        return judge->dossiers[target].unasked;
    if (sa_source_of_export(source) && judge->dossiers[target].unexported)
        return judge->dossiers[target].asked
                   ? "no configuration export of this server was given, and its engine was not "
                     "asked for one (--powershell off, --no-remote-files)"
                   : "no configuration export of this server was given; it is known from Active "
                     "Directory only";
    if (sa_source_of_engine(source) && judge->dossiers[target].asked)
        return sa_source_silence(source);
    return sa_source_absence(source);
}

static void read_coverage(struct sa_judge *judge, sqlite3_stmt *row, struct sa_source_coverage *ret)
{
    ret->source = sa_judge_text(judge, row, 0);
    ret->status = sa_judge_text(judge, row, 1);
    ret->state = strcmp(ret->status, "ok") == 0 ? SA_COVERAGE_OK : SA_COVERAGE_FAILED;
    ret->place = sa_judge_text(judge, row, 2);
    ret->message = sa_judge_text(judge, row, 3);
    ret->hint = sa_judge_text(judge, row, 4);
    ret->started_at = sa_judge_text(judge, row, 5);
    ret->finished_at = sa_judge_text(judge, row, 6);
    ret->rows = sqlite3_column_int64(row, 7);
    ret->checks = "";
}

static int compare_sources(const void *a, const void *b)
{
    const struct sa_source_coverage *first = a;
    const struct sa_source_coverage *second = b;
    return strcmp(first->source, second->source);
}

static void add_unasked(struct sa_judge *judge, size_t index)
{
    struct sa_target *target = &judge->evaluation->targets[index];
    size_t asked = target->source_count;

    for (size_t i = 0; i < judge->source_count; i++) {
        const char *source = judge->sources[i];
        bool known = false;

        for (size_t k = 0; k < asked && !known; k++)
            known = strcmp(target->sources[k].source, source) == 0;
        if (known || strcmp(source, SA_COVERAGE_SOURCE) == 0 || !is_wanted(judge, index, source))
            continue;
        target->sources[target->source_count++] = (struct sa_source_coverage){
            .source = sa_judge_copy(judge, source),
            .state = SA_COVERAGE_NOT_ASKED,
            .status = "not asked",
            .place = "",
            .message = sa_judge_copy(judge, absence(judge, index, source)),
            .hint = "",
            .started_at = "",
            .finished_at = "",
            .checks = "",
        };
    }
}

/* The statement gives the rows of one target, the first column of each being how many there are. */
static int load_target_sources(struct sa_judge *judge, size_t index, sqlite3_stmt *rows,
                               struct sa_error *err)
{
    struct sa_target *target = &judge->evaluation->targets[index];
    size_t room = 0;
    int r = 0;

    (void)sqlite3_reset(rows);
    (void)sqlite3_bind_int64(rows, 1, target->id);
    while ((r = sa_sql_step(rows, "list coverage", err)) == 1) {
        if (target->sources == NULL) {
            room = (size_t)sqlite3_column_int64(rows, 8);
            target->sources =
                sa_arena_array(judge->arena, room + judge->source_count, sizeof *target->sources);
        }
        if (target->sources == NULL)
            return sa_judge_full(err);
        if (target->source_count < room)
            read_coverage(judge, rows, &target->sources[target->source_count++]);
    }
    if (r == 0 && target->sources == NULL)
        target->sources =
            sa_arena_array(judge->arena, judge->source_count + 1, sizeof *target->sources);
    if (r == 0 && target->sources == NULL)
        return sa_judge_full(err);
    if (r < 0)
        return r;

    add_unasked(judge, index);
    qsort(target->sources, target->source_count, sizeof *target->sources, compare_sources);
    judge->dossiers[index].notes = sa_arena_array(&judge->scratch, target->source_count + 1,
                                                  sizeof *judge->dossiers[index].notes);
    return judge->dossiers[index].notes == NULL || judge->full ? sa_judge_full(err) : 0;
}

/* A source that was read from one file has evidence of its own; with one file per rule, naming all
 * of them would say nothing. */
static int load_single_evidence(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list evidence";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT target_id, source, min(id) FROM main.evidence"
                           " GROUP BY target_id, source HAVING count(*) = 1",
                           what, &list, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(list, what, err)) == 1) {
        size_t index = sa_server_by_id(judge, sqlite3_column_int64(list, 0));
        if (index == SIZE_MAX)
            index = sa_forest_by_id(judge, sqlite3_column_int64(list, 0));
        if (index == SIZE_MAX)
            continue;
        const struct sa_target *target = &judge->evaluation->targets[index];
        const struct sa_source_coverage *source =
            sa_source_find(judge, index, sa_sql_text_or_empty(list, 1));
        if (source != NULL)
            judge->dossiers[index].notes[source - target->sources].evidence_id =
                sqlite3_column_int64(list, 2);
    }
    return r;
}

int sa_sources_load(struct sa_judge *judge, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *rows = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT source, status, place, message, hint, started_at, finished_at,"
                           "       rows, count(*) OVER ()"
                           "  FROM main.coverage WHERE target_id = ?1",
                           "list coverage", &rows, err);

    for (size_t i = 0; r == 0 && i < judge->evaluation->target_count; i++)
        if (judge->evaluation->targets[i].kind != SA_TARGET_TENANT)
            r = load_target_sources(judge, i, rows, err);
    return r == 0 ? load_single_evidence(judge, err) : r;
}

static int by_source(const void *key, const void *entry)
{
    return strcmp(key, ((const struct sa_source_coverage *)entry)->source);
}

struct sa_source_coverage *sa_source_find(const struct sa_judge *judge, size_t target,
                                          const char *source)
{
    const struct sa_target *found = &judge->evaluation->targets[target];

    if (found->source_count == 0)
        return NULL;
    return bsearch(source, found->sources, found->source_count, sizeof *found->sources, by_source);
}

bool sa_source_covered(const struct sa_judge *judge, size_t target, const char *source)
{
    if (strcmp(source, SA_COVERAGE_SOURCE) == 0)
        return true;
    /* Whatever a snapshot says of it: a server cannot speak for a forest. */
    if (sa_source_of_forest(source) && !is_forest(judge, target))
        return false;
    const struct sa_source_coverage *found = sa_source_find(judge, target, source);
    return found != NULL && found->state == SA_COVERAGE_OK;
}

const char *sa_source_reason(const struct sa_judge *judge, size_t target, const char *source)
{
    const struct sa_source_coverage *found = sa_source_find(judge, target, source);

    if (found == NULL || found->state == SA_COVERAGE_NOT_ASKED ||
        (sa_source_of_forest(source) && !is_forest(judge, target)))
        return absence(judge, target, source);
    return found->message[0] != '\0' ? found->message : found->status;
}

void sa_source_blame(struct sa_judge *judge, const struct sa_missing *missing,
                     const struct sa_check *check)
{
    struct sa_source_coverage *found = sa_source_find(judge, missing->target, missing->source);

    if (found == NULL)
        return;
    const struct sa_target *target = &judge->evaluation->targets[missing->target];
    struct sa_source_note *note = &judge->dossiers[missing->target].notes[found - target->sources];
    if (note->last != NULL && note->last->check == check)
        return;
    struct sa_blame *blame = sa_arena_alloc(&judge->scratch, sizeof *blame);
    if (blame == NULL) {
        judge->full = true;
        return;
    }
    blame->check = check;
    if (note->last != NULL)
        note->last->next = blame;
    else
        note->first = blame;
    note->last = blame;
}

int sa_sources_finish(struct sa_judge *judge, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf ids = SA_BUF_INIT(SA_LIMIT_EVALUATION);

    for (size_t i = 0; i < judge->evaluation->target_count; i++) {
        struct sa_target *target = &judge->evaluation->targets[i];

        for (size_t k = 0; k < target->source_count; k++) {
            const struct sa_blame *first = judge->dossiers[i].notes[k].first;

            sa_buf_clear(&ids);
            for (const struct sa_blame *blame = first; blame != NULL; blame = blame->next)
                (void)sa_buf_addf(&ids, "%s%s", blame == first ? "" : ", ", blame->check->id);
            if (sa_buf_status(&ids) < 0)
                return sa_judge_full(err);
            target->sources[k].checks = sa_judge_copy(judge, sa_buf_text(&ids));
        }
    }
    return judge->full ? sa_judge_full(err) : 0;
}
