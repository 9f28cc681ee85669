/* SPDX-License-Identifier: Apache-2.0 */
/* Copies pairs and their differences, which checks/parity has worked out, into the evaluation.
 *
 * All differences are counted; of one pair no more are kept than a reader could use, the ones that
 * matter first: drift, then what versions cause, then what is expected. */
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "judge.h"

#define EVIDENCE_MAX 16 /* ids of one difference that are looked at for the two sides' first */

const char *sa_difference_class_name(enum sa_difference_class value)
{
    switch (value) {
    case SA_DIFFERENCE_DRIFT:
        return "drift";
    case SA_DIFFERENCE_VERSION:
        return "version-caused";
    case SA_DIFFERENCE_EXPECTED:
        break;
    }
    return "expected";
}

/* A word that is not known counts as the worst. */
static enum sa_difference_class parse_class(const char *word)
{
    if (strcmp(word, "version-caused") == 0)
        return SA_DIFFERENCE_VERSION;
    return strcmp(word, "expected") == 0 ? SA_DIFFERENCE_EXPECTED : SA_DIFFERENCE_DRIFT;
}

static int pick_evidence(struct sa_judge *judge, const struct sa_pair *pair, const char *ids,
                         struct sa_difference *ret, struct sa_error *err)
{
    int64_t id[EVIDENCE_MAX];
    size_t count = 0;

    if (sa_evidence_parse(ids, id, EVIDENCE_MAX, &count) < 0)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const struct sa_evidence_ref *found = NULL;
        int r = sa_evidence_find(judge, id[i], &found, err);
        if (r < 0)
            return r;
        if (found == NULL)
            continue;
        if (ret->active_evidence == NULL && strcmp(found->target, pair->active->name) == 0)
            ret->active_evidence = found;
        if (ret->staging_evidence == NULL && strcmp(found->target, pair->staging->name) == 0)
            ret->staging_evidence = found;
    }
    return 0;
}

static int count_differences(struct sa_pair *pair, sqlite3_stmt *counts, int64_t id,
                             struct sa_error *err)
{
    int r = 0;

    (void)sqlite3_reset(counts);
    (void)sqlite3_bind_int64(counts, 1, id);
    while ((r = sa_sql_step(counts, "count differences", err)) == 1)
        pair->count[parse_class(sa_sql_text_or_empty(counts, 0))] +=
            (size_t)sqlite3_column_int64(counts, 1);
    return r;
}

static int load_differences(struct sa_judge *judge, struct sa_pair *pair, sqlite3_stmt *list,
                            int64_t id, struct sa_error *err)
{
    size_t room = pair->count[0] + pair->count[1] + pair->count[2];
    size_t start = judge->arena->used;
    int r = 0;

    if (room > SA_LIMIT_DIFFERENCES)
        room = SA_LIMIT_DIFFERENCES;
    pair->differences = sa_arena_array(judge->arena, room + 1, sizeof *pair->differences);
    if (pair->differences == NULL)
        return sa_judge_full(err);
    (void)sqlite3_reset(list);
    (void)sqlite3_bind_int64(list, 1, id);
    while (pair->difference_count < room &&
           judge->arena->used - start < SA_LIMIT_DIFFERENCE_BYTES &&
           (r = sa_sql_step(list, "list differences", err)) == 1) {
        struct sa_difference *difference = &pair->differences[pair->difference_count++];
        difference->class = parse_class(sa_sql_text_or_empty(list, 0));
        difference->minor = sqlite3_column_int(list, 1) != 0;
        difference->area = sa_judge_text(judge, list, 2);
        difference->path = sa_judge_text(judge, list, 3);
        difference->active_value = sa_judge_text(judge, list, 4);
        difference->staging_value = sa_judge_text(judge, list, 5);
        difference->why = sa_judge_text(judge, list, 6);
        r = pick_evidence(judge, pair, sa_sql_text_or_empty(list, 7), difference, err);
        if (r < 0)
            return r;
    }
    (void)sqlite3_reset(list);
    if (r < 0)
        return r;
    return judge->full ? sa_judge_full(err) : 0;
}

static int count_items(struct sa_pair *pair, sqlite3_stmt *items, struct sa_error *err)
{
    (void)sqlite3_reset(items);
    (void)sqlite3_bind_int64(items, 1, pair->active->id);
    (void)sqlite3_bind_int64(items, 2, pair->staging->id);
    int r = sa_sql_step(items, "count settings", err);
    if (r < 0)
        return r;
    pair->items = (size_t)sqlite3_column_int64(items, 0);
    return 0;
}

/* Statements that are run once per pair. */
struct queries {
    sqlite3_stmt *counts, *differences, *items;
};

static void queries_done(struct queries *queries)
{
    (void)sqlite3_finalize(queries->counts);
    (void)sqlite3_finalize(queries->differences);
    (void)sqlite3_finalize(queries->items);
}

static int prepare(sqlite3 *db, struct queries *ret, struct sa_error *err)
{
    int r = sa_sql_prepare(db,
                           "SELECT class, count(*) FROM temp.parity_difference"
                           " WHERE pair_id = ?1 GROUP BY class",
                           "count differences", &ret->counts, err);
    if (r == 0)
        r = sa_sql_prepare(
            db,
            "WITH area_order(area, rank) AS (VALUES"
            "  ('connectors', 1), ('scope', 2), ('schema', 3), ('rules', 4), ('flows', 5),"
            "  ('filters', 6), ('rule properties', 7), ('precedence', 8), ('features', 9),"
            "  ('identity mapping', 10), ('sign-in', 11), ('operation', 12), ('version', 13),"
            "  ('server', 14))"
            "SELECT d.class, d.minor, d.area, d.path, d.active_value, d.staging_value, d.why,"
            "       d.evidence"
            "  FROM temp.parity_difference d LEFT JOIN area_order o ON o.area = d.area"
            " WHERE d.pair_id = ?1"
            " ORDER BY CASE d.class WHEN 'version-caused' THEN 1 WHEN 'expected' THEN 2 ELSE 0 END,"
            "          coalesce(o.rank, 99), d.area, d.path, d.active_value, d.staging_value",
            "list differences", &ret->differences, err);
    if (r == 0)
        r = sa_sql_prepare(db,
                           "WITH covered(source) AS ("
                           "  SELECT source FROM main.coverage"
                           "   WHERE target_id IN (?1, ?2) AND status = 'ok'"
                           "   GROUP BY source HAVING count(*) = 2)"
                           /* As in compare.sql: a rule's key holds its connector's. */
                           "SELECT count(DISTINCT path_key) FROM temp.parity_item"
                           " WHERE target_id IN (?1, ?2)"
                           "   AND source IN (SELECT source FROM covered)"
                           "   AND (source <> 'sync_rule' OR 'connector' IN"
                           "        (SELECT source FROM covered))",
                           "count settings", &ret->items, err);
    return r;
}

static int load_pair(struct sa_judge *judge, sqlite3_stmt *row, struct queries *queries,
                     struct sa_pair *ret, struct sa_error *err)
{
    int64_t id = sqlite3_column_int64(row, 0);
    size_t active = sa_server_by_id(judge, sqlite3_column_int64(row, 1));
    size_t staging = sa_server_by_id(judge, sqlite3_column_int64(row, 2));

    if (active == SIZE_MAX || staging == SIZE_MAX)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "pair names a server that is not in server");
    ret->active = &judge->evaluation->targets[active];
    ret->staging = &judge->evaluation->targets[staging];
    ret->same_server = sqlite3_column_int(row, 3) != 0;
    ret->compared = sqlite3_column_int(row, 4) != 0;
    ret->complete = sqlite3_column_int(row, 5) != 0;
    ret->notice = sa_judge_text(judge, row, 6);
    judge->dossiers[active].is_active_side = true;
    judge->dossiers[staging].pair_count++;

    int r = count_differences(ret, queries->counts, id, err);
    if (r == 0)
        r = load_differences(judge, ret, queries->differences, id, err);
    if (r == 0 && ret->compared)
        r = count_items(ret, queries->items, err);
    return r;
}

/* Gives each staging server the list of its pairs. */
static int link_pairs(struct sa_judge *judge, struct sa_error *err)
{
    struct sa_evaluation *evaluation = judge->evaluation;

    for (size_t i = 0; i < judge->server_count; i++) {
        struct sa_dossier *dossier = &judge->dossiers[i];
        dossier->pairs =
            sa_arena_array(&judge->scratch, dossier->pair_count + 1, sizeof(struct sa_pair *));
        if (dossier->pairs == NULL)
            return sa_judge_full(err);
        dossier->pair_count = 0;
    }
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        const struct sa_pair *pair = &evaluation->pairs[i];
        struct sa_dossier *dossier = &judge->dossiers[pair->staging - evaluation->targets];
        dossier->pairs[dossier->pair_count++] = pair;
    }
    return 0;
}

int sa_pairs_load(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list the pairs";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    SA_CLEANUP(queries_done) struct queries queries = {0};
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t room = 0;
    int r = prepare(judge->db, &queries, err);

    if (r == 0)
        r = sa_sql_prepare(judge->db,
                           "SELECT id, active_id, staging_id, same_server, compared, complete,"
                           "       notice, count(*) OVER () FROM temp.pair ORDER BY id",
                           what, &list, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(list, what, err)) == 1) {
        if (evaluation->pairs == NULL) {
            room = (size_t)sqlite3_column_int64(list, 7);
            evaluation->pairs = sa_arena_array(judge->arena, room, sizeof *evaluation->pairs);
            if (evaluation->pairs == NULL)
                return sa_judge_full(err);
        }
        if (evaluation->pair_count == room)
            break;
        r = load_pair(judge, list, &queries, &evaluation->pairs[evaluation->pair_count++], err);
        if (r < 0)
            return r;
    }
    return r < 0 ? r : link_pairs(judge, err);
}
