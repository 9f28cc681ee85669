/* SPDX-License-Identifier: Apache-2.0 */
/* What was audited: servers in the order of the plan, then tenants, then forests in the order of the
 * plan; which servers belong to which tenant and use which forest, and which servers use a forest
 * that nobody asked. */
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
                           "       server_name, tenant, product_version, exported_at, location,"
                           "       NOT exported, asked, role_disputed"
                           "  FROM temp.server ORDER BY target_id",
                           what, &list, err);
    if (r < 0)
        return r;
    while (evaluation->target_count < judge->server_count &&
           (r = sa_sql_step(list, what, err)) == 1) {
        struct sa_dossier *dossier = &judge->dossiers[evaluation->target_count];
        struct sa_target *target = &evaluation->targets[evaluation->target_count++];
        dossier->unexported = sqlite3_column_int(list, 9) != 0;
        dossier->asked = sqlite3_column_int(list, 10) != 0;
        dossier->contradicts = sqlite3_column_int(list, 11) != 0;
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

static int load_tenants(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list the tenants";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t all = judge->server_count + judge->tenant_count;
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

static int load_forests(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list the forests";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    struct sa_evaluation *evaluation = judge->evaluation;
    size_t all = judge->server_count + judge->tenant_count + judge->forest_count;
    int r = sa_sql_prepare(judge->db,
                           "SELECT target_id, name, location FROM temp.forest ORDER BY target_id",
                           what, &list, err);
    if (r < 0)
        return r;
    while (evaluation->target_count < all && (r = sa_sql_step(list, what, err)) == 1) {
        struct sa_target *target = &evaluation->targets[evaluation->target_count++];
        target->id = sqlite3_column_int64(list, 0);
        target->kind = SA_TARGET_FOREST;
        target->name = sa_judge_text(judge, list, 1);
        target->location = sa_judge_text(judge, list, 2);
        target->role = target->declared_role = target->server_name = "";
        target->tenant = target->product_version = target->exported_at = "";
    }
    return r < 0 ? r : 0;
}

/* Members --------------------------------------------------------------------------------------- */

/* Called twice: to count, then, once the lists have their room, to fill them. */
static int walk_members(struct sa_judge *judge, bool fill, struct sa_error *err)
{
    static const char *const what = "list the members of tenants and forests";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT 0 AS is_forest, tenant AS name, 0 AS forest_id, target_id"
                           "  FROM temp.tenant_member"
                           " UNION ALL SELECT 1, '', forest_id, target_id FROM temp.forest_member"
                           " ORDER BY 1, 2, 3, 4",
                           what, &list, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(list, what, err)) == 1) {
        size_t group = sqlite3_column_int(list, 0) != 0
                           ? sa_forest_by_id(judge, sqlite3_column_int64(list, 2))
                           : sa_tenant_by_name(judge, sa_sql_text_or_empty(list, 1));
        size_t server = sa_server_by_id(judge, sqlite3_column_int64(list, 3));

        if (group == SIZE_MAX || server == SIZE_MAX)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                           "tenant_member or forest_member names a target that does not exist");
        struct sa_dossier *of_group = &judge->dossiers[group];
        struct sa_dossier *of_server = &judge->dossiers[server];
        if (fill) {
            of_group->members[of_group->member_count] = server;
            of_server->members[of_server->member_count] = group;
        }
        of_group->member_count++;
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

/* "forests 'a', 'b' were not asked ..." of one server; NULL: nothing is missing. */
static const char *tell_unasked(struct sa_judge *judge, sqlite3_stmt *row)
{
    bool has_connectors = sqlite3_column_int(row, 1) != 0;
    bool is_found_only = sqlite3_column_int(row, 6) != 0;
    int64_t unasked = sqlite3_column_int64(row, 4);
    const char *text = NULL;

    if (!has_connectors && is_found_only && sqlite3_column_int64(row, 2) > 0)
        return NULL; /* what the directory tells of its computer was seen */
    if (!has_connectors)
        return "which forests the server uses is not known: its connectors were not seen";
    if (sqlite3_column_int64(row, 2) == 0)
        return "the server has no connector to Active Directory, so there is no forest to ask";
    if (sqlite3_column_int64(row, 3) > 0)
        return "a connector to Active Directory does not tell its forest";
    if (unasked == 0)
        return NULL;
    const char *names = sa_judge_text(judge, row, 5);
    text = sa_arena_printf(&judge->scratch,
                           unasked == 1 ? "forest %s was not asked: name it with --domain"
                                        : "forests %s were not asked: name each with --domain",
                           names);
    if (text == NULL)
        judge->full = true;
    return text != NULL ? text : "";
}

static int load_unasked(struct sa_judge *judge, struct sa_error *err)
{
    static const char *const what = "list the forests that were not asked";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *list = NULL;
    int r = sa_sql_prepare(
        judge->db,
        "SELECT s.target_id,"
        "       EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = s.target_id"
        "                  AND c.source IN ('connector', 'engine_connector') AND c.status = 'ok'),"
        "       count(f.forest), count(*) FILTER (WHERE f.forest = ''),"
        "       count(*) FILTER (WHERE f.forest <> '' AND f.forest_id IS NULL),"
        "       group_concat('''' || f.forest || '''', ', ') FILTER (WHERE f.forest_id IS NULL),"
        "       NOT s.exported"
        "  FROM temp.server s"
        "  LEFT JOIN (SELECT * FROM temp.server_forest ORDER BY forest) f USING (target_id)"
        " GROUP BY s.target_id",
        what, &list, err);
    if (r < 0)
        return r;
    while ((r = sa_sql_step(list, what, err)) == 1) {
        size_t server = sa_server_by_id(judge, sqlite3_column_int64(list, 0));
        if (server != SIZE_MAX)
            judge->dossiers[server].unasked = tell_unasked(judge, list);
    }
    return r;
}

/* The sequence ---------------------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b, void *payload)
{
    const struct sa_target *targets = payload;
    return strcmp(targets[*(const size_t *)a].name, targets[*(const size_t *)b].name);
}

static int count_targets(struct sa_judge *judge, struct sa_error *err)
{
    int r = count_rows(judge->db, "SELECT count(*) FROM temp.server", &judge->server_count, err);

    if (r == 0)
        r = count_rows(judge->db, "SELECT count(DISTINCT tenant) FROM temp.tenant_member",
                       &judge->tenant_count, err);
    if (r == 0)
        r = count_rows(judge->db, "SELECT count(*) FROM temp.forest", &judge->forest_count, err);
    return r;
}

int sa_targets_load(struct sa_judge *judge, struct sa_error *err)
{
    struct sa_evaluation *evaluation = judge->evaluation;
    int r = count_targets(judge, err);

    if (r < 0)
        return r;
    size_t all = judge->server_count + judge->tenant_count + judge->forest_count;
    evaluation->targets = sa_arena_array(judge->arena, all + 1, sizeof *evaluation->targets);
    judge->dossiers = sa_arena_array(&judge->scratch, all + 1, sizeof *judge->dossiers);
    judge->servers_by_name =
        sa_arena_array(&judge->scratch, judge->server_count + 1, sizeof *judge->servers_by_name);
    if (evaluation->targets == NULL || judge->dossiers == NULL || judge->servers_by_name == NULL)
        return sa_judge_full(err);

    r = load_servers(judge, err);
    if (r == 0)
        r = load_tenants(judge, err);
    if (r == 0)
        r = load_forests(judge, err);
    if (r == 0 && judge->full)
        r = sa_judge_full(err);
    if (r < 0)
        return r;
    for (size_t i = 0; i < judge->server_count; i++)
        judge->servers_by_name[i] = i;
    qsort_r(judge->servers_by_name, judge->server_count, sizeof *judge->servers_by_name,
            compare_names, evaluation->targets);
    r = load_members(judge, err);
    return r == 0 ? load_unasked(judge, err) : r;
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
    return find_name(judge, NULL, judge->server_count, judge->tenant_count, name);
}

size_t sa_forest_by_id(const struct sa_judge *judge, int64_t id)
{
    const struct sa_evaluation *evaluation = judge->evaluation;

    for (size_t i = judge->server_count + judge->tenant_count; i < evaluation->target_count; i++)
        if (evaluation->targets[i].id == id)
            return i;
    return SIZE_MAX;
}

size_t sa_forest_by_name(const struct sa_judge *judge, const char *name)
{
    const struct sa_evaluation *evaluation = judge->evaluation;

    for (size_t i = judge->server_count + judge->tenant_count; i < evaluation->target_count; i++)
        if (strcmp(evaluation->targets[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}
