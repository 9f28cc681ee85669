/* SPDX-License-Identifier: Apache-2.0 */
/* What was audited, and what of it was seen: servers in the order of the plan, tenants with their
 * members, and for each server the coverage of every source.
 *
 * Beside the rows of the coverage table stands one for each source that a selected check wants from
 * the server and that nobody asked: a report that lists only what was tried would look complete. */
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "engine.h"
#include "judge.h"

static int count_rows(sqlite3 *db, const char *sql, size_t *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "count targets", &statement, err);

    if (r == 0)
        r = sa_sql_step(statement, "count targets", err);
    if (r < 0)
        return r;
    *ret = (size_t)sqlite3_column_int64(statement, 0);
    return 0;
}

static int load_servers(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list the servers";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    struct sa_evaluation *evaluation = judge->evaluation;
    int r = sa_sql_prepare(judge->db,
                           "SELECT target_id, name, coalesce(role, 'unknown'), declared_role,"
                           "       server_name, tenant, product_version, exported_at, location"
                           "  FROM temp.server ORDER BY target_id",
                           what, &list, err);
    if (r < 0)
        return r;
    while (evaluation->target_count < judge->server_count &&
           (r = sa_sql_step(list, what, err)) == 1) {
        struct sa_target *target = &evaluation->targets[evaluation->target_count++];
        target->id = sqlite3_column_int64(list, 0);
        target->kind = SA_TARGET_SERVER;
        target->name = sa_judge_text(judge, list, 1);
        target->role = sa_judge_text(judge, list, 2);
        target->declared_role = sa_judge_text(judge, list, 3);
        target->server_name = sa_judge_text(judge, list, 4);
        target->tenant = sa_judge_text(judge, list, 5);
        target->product_version = sa_judge_text(judge, list, 6);
        target->exported_at = sa_judge_text(judge, list, 7);
        target->location = sa_judge_text(judge, list, 8);
    }
    return r < 0 ? r : 0;
}

static int load_tenants(struct sa_judge *judge, size_t count, struct sa_error *err)
{
    static const char *const what = "list the tenants";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t all = judge->server_count + count;
    int r = sa_sql_prepare(judge->db, "SELECT DISTINCT tenant FROM temp.tenant_member ORDER BY 1",
                           what, &list, err);
    if (r < 0)
        return r;
    while (evaluation->target_count < all && (r = sa_sql_step(list, what, err)) == 1) {
        struct sa_target *target = &evaluation->targets[evaluation->target_count++];
        target->kind = SA_TARGET_TENANT;
        target->name = sa_judge_text(judge, list, 0);
        target->tenant = target->name;
        target->role = target->declared_role = target->server_name = "";
        target->product_version = target->exported_at = target->location = "";
    }
    return r < 0 ? r : 0;
}

/* Called twice: to count, then, once the lists have their room, to fill them. */
static int walk_members(struct sa_judge *judge, bool fill, struct sa_error *err)
{
    static const char *const what = "list the members of tenants";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    int r =
        sa_sql_prepare(judge->db, "SELECT tenant, target_id FROM temp.tenant_member ORDER BY 1, 2",
                       what, &list, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(list, what, err)) == 1) {
        size_t tenant = sa_tenant_by_name(judge, sa_sql_text_or_empty(list, 0));
        size_t server = sa_server_by_id(judge, sqlite3_column_int64(list, 1));

        if (tenant == SIZE_MAX || server == SIZE_MAX)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                           "tenant_member names a server that is not in server");
        struct sa_dossier *of_tenant = &judge->dossiers[tenant];
        struct sa_dossier *of_server = &judge->dossiers[server];
        if (fill) {
            of_tenant->members[of_tenant->member_count] = server;
            of_server->members[of_server->member_count] = tenant;
        }
        of_tenant->member_count++;
        of_server->member_count++;
    }
    return r;
}

static int load_members(struct sa_judge *judge, struct sa_error *err)
{
    int r = walk_members(judge, /* fill= */ false, err);

    for (size_t i = 0; r == 0 && i < judge->evaluation->target_count; i++) {
        struct sa_dossier *dossier = &judge->dossiers[i];
        dossier->members =
            sa_arena_array(&judge->scratch, dossier->member_count + 1, sizeof *dossier->members);
        if (dossier->members == NULL)
            return sa_judge_full(err);
        dossier->member_count = 0;
    }
    return r == 0 ? walk_members(judge, /* fill= */ true, err) : r;
}

static int compare_names(const void *a, const void *b, void *payload)
{
    const struct sa_target *targets = payload;
    return strcmp(targets[*(const size_t *)a].name, targets[*(const size_t *)b].name);
}

int sa_targets_load(struct sa_judge *judge, struct sa_error *err)
{
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t tenants = 0;
    int r = count_rows(judge->db, "SELECT count(*) FROM temp.server", &judge->server_count, err);

    if (r == 0)
        r = count_rows(judge->db, "SELECT count(DISTINCT tenant) FROM temp.tenant_member", &tenants,
                       err);
    if (r < 0)
        return r;
    size_t all = judge->server_count + tenants;
    evaluation->targets = sa_arena_array(judge->arena, all + 1, sizeof *evaluation->targets);
    judge->dossiers = sa_arena_array(&judge->scratch, all + 1, sizeof *judge->dossiers);
    judge->servers_by_name =
        sa_arena_array(&judge->scratch, judge->server_count + 1, sizeof *judge->servers_by_name);
    if (evaluation->targets == NULL || judge->dossiers == NULL || judge->servers_by_name == NULL)
        return sa_judge_full(err);

    r = load_servers(judge, err);
    if (r == 0)
        r = load_tenants(judge, tenants, err);
    if (r == 0 && judge->full)
        r = sa_judge_full(err);
    if (r < 0)
        return r;
    for (size_t i = 0; i < judge->server_count; i++)
        judge->servers_by_name[i] = i;
    qsort_r(judge->servers_by_name, judge->server_count, sizeof *judge->servers_by_name,
            compare_names, evaluation->targets);
    return load_members(judge, err);
}

size_t sa_server_by_id(const struct sa_judge *judge, int64_t id)
{
    size_t low = 0;
    size_t high = judge->server_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t found = judge->evaluation->targets[middle].id;

        if (found == id)
            return middle;
        if (found < id)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

/* Targets `first` .. `first + count` in the order of their names; NULL: they stand in it. */
static size_t find_name(const struct sa_judge *judge, const size_t *order, size_t first,
                        size_t count, const char *name)
{
    size_t low = 0;
    size_t high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        size_t index = order != NULL ? order[middle] : first + middle;
        int difference = strcmp(name, judge->evaluation->targets[index].name);

        if (difference == 0)
            return index;
        if (difference > 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

size_t sa_server_by_name(const struct sa_judge *judge, const char *name)
{
    return find_name(judge, judge->servers_by_name, 0, judge->server_count, name);
}

size_t sa_tenant_by_name(const struct sa_judge *judge, const char *name)
{
    return find_name(judge, NULL, judge->server_count,
                     judge->evaluation->target_count - judge->server_count, name);
}

/* Can the check want something from this server? */
static bool concerns(const struct sa_judge *judge, const struct sa_check *check, size_t server)
{
    const char *role = judge->evaluation->targets[server].role;
    const struct sa_dossier *dossier = &judge->dossiers[server];

    switch (check->applies) {
    case SA_APPLIES_ACTIVE:
        return strcmp(role, "staging") != 0;
    case SA_APPLIES_STAGING:
        return strcmp(role, "active") != 0;
    case SA_APPLIES_PAIR:
        return dossier->pair_count > 0 || dossier->is_active_side;
    case SA_APPLIES_ALL:
    case SA_APPLIES_TENANT:
    case SA_APPLIES_FOREST:
        break;
    }
    return true;
}

static bool wants(const struct sa_check *check, const char *source)
{
    for (size_t i = 0; check->needs[i] != NULL; i++)
        if (strcmp(check->needs[i], source) == 0)
            return true;
    for (size_t i = 0; check->confirms[i] != NULL; i++)
        if (strcmp(check->confirms[i], source) == 0)
            return true;
    return false;
}

static bool is_wanted(const struct sa_judge *judge, size_t server, const char *source)
{
    for (size_t i = 0; i < judge->check_count; i++)
        if (wants(judge->checks[i], source) && concerns(judge, judge->checks[i], server))
            return true;
    return false;
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

static void add_unasked(struct sa_judge *judge, size_t server)
{
    struct sa_target *target = &judge->evaluation->targets[server];
    size_t asked = target->source_count;

    for (size_t i = 0; i < judge->source_count; i++) {
        const char *source = judge->sources[i];
        bool known = false;

        for (size_t k = 0; k < asked && !known; k++)
            known = strcmp(target->sources[k].source, source) == 0;
        if (known || strcmp(source, SA_COVERAGE_SOURCE) == 0 || !is_wanted(judge, server, source))
            continue;
        target->sources[target->source_count++] = (struct sa_source_coverage){
            .source = sa_judge_copy(judge, source),
            .state = SA_COVERAGE_NOT_ASKED,
            .status = "not asked",
            .place = "",
            .message = sa_judge_copy(judge, sa_source_absence(source)),
            .hint = "",
            .started_at = "",
            .finished_at = "",
            .checks = "",
        };
    }
}

/* The statement gives the rows of one server, the first column of each being how many there are. */
static int load_server_sources(struct sa_judge *judge, size_t server, sqlite3_stmt *rows,
                               struct sa_error *err)
{
    struct sa_target *target = &judge->evaluation->targets[server];
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

    add_unasked(judge, server);
    qsort(target->sources, target->source_count, sizeof *target->sources, compare_sources);
    judge->dossiers[server].notes = sa_arena_array(&judge->scratch, target->source_count + 1,
                                                   sizeof *judge->dossiers[server].notes);
    return judge->dossiers[server].notes == NULL || judge->full ? sa_judge_full(err) : 0;
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
        size_t server = sa_server_by_id(judge, sqlite3_column_int64(list, 0));
        if (server == SIZE_MAX)
            continue;
        const struct sa_target *target = &judge->evaluation->targets[server];
        const struct sa_source_coverage *source =
            sa_source_find(judge, server, sa_sql_text_or_empty(list, 1));
        if (source != NULL)
            judge->dossiers[server].notes[source - target->sources].evidence_id =
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

    for (size_t i = 0; r == 0 && i < judge->server_count; i++)
        r = load_server_sources(judge, i, rows, err);
    return r == 0 ? load_single_evidence(judge, err) : r;
}

static int by_source(const void *key, const void *entry)
{
    return strcmp(key, ((const struct sa_source_coverage *)entry)->source);
}

struct sa_source_coverage *sa_source_find(const struct sa_judge *judge, size_t server,
                                          const char *source)
{
    const struct sa_target *target = &judge->evaluation->targets[server];
    return bsearch(source, target->sources, target->source_count, sizeof *target->sources,
                   by_source);
}

bool sa_source_covered(const struct sa_judge *judge, size_t server, const char *source)
{
    if (strcmp(source, SA_COVERAGE_SOURCE) == 0)
        return true;
    const struct sa_source_coverage *found = sa_source_find(judge, server, source);
    return found != NULL && found->state == SA_COVERAGE_OK;
}

const char *sa_source_reason(const struct sa_judge *judge, size_t server, const char *source)
{
    const struct sa_source_coverage *found = sa_source_find(judge, server, source);

    if (found == NULL || found->state == SA_COVERAGE_NOT_ASKED)
        return sa_source_absence(source);
    return found->message[0] != '\0' ? found->message : found->status;
}

void sa_source_blame(struct sa_judge *judge, const struct sa_missing *missing,
                     const struct sa_check *check)
{
    struct sa_source_coverage *found = sa_source_find(judge, missing->server, missing->source);

    if (found == NULL)
        return;
    const struct sa_target *target = &judge->evaluation->targets[missing->server];
    struct sa_source_note *note = &judge->dossiers[missing->server].notes[found - target->sources];
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

    for (size_t i = 0; i < judge->server_count; i++) {
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
