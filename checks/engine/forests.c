/* SPDX-License-Identifier: Apache-2.0 */
/* What reports tell of a forest beside results and coverage: who answered and how the conversation was
 * protected, its domains, the accounts that matter, what could not be seen, and the footprint.
 *
 * Lists are cut at SA_LIMIT_FOREST_ROWS and counted whole: the rest is in the snapshot. */
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "judge.h"

static const char forest_sql[] =
    "SELECT root_domain, server, mechanism, protection, coalesce(functional_level, -1),"
    "       clock_offset_s"
    "  FROM temp.forest WHERE target_id = ?1 AND root_domain IS NOT NULL";

static const char domain_sql[] = "SELECT dns_name, netbios_name, is_root, collected"
                                 "  FROM main.ad_domain WHERE target_id = ?1"
                                 " ORDER BY is_root DESC, dns_name, id";

static const char account_sql[] =
    "SELECT coalesce(nullif(d.netbios_name, ''), d.dns_name) || '\\' || a.sam AS name, a.class,"
    "       (SELECT group_concat(role, ', ') FROM (SELECT DISTINCT role FROM main.ad_account_role"
    "         WHERE account_id = a.id ORDER BY role)),"
    "       (SELECT group_concat(server, ', ') FROM (SELECT DISTINCT server"
    "          FROM main.ad_account_role WHERE account_id = a.id AND server <> ''"
    "         ORDER BY server)),"
    "       a.password_set_at, a.last_logon_at, coalesce(a.enabled, -1),"
    "       (SELECT coalesce(nullif(m.path, ''), p.name, m.group_sid) FROM main.ad_membership m"
    "          LEFT JOIN main.ad_principal p ON p.target_id = a.target_id AND p.sid = m.group_sid"
    "         WHERE m.account_id = a.id AND m.privileged = 1"
    "         ORDER BY m.path = '', length(m.path), m.group_sid LIMIT 1)"
    "  FROM main.ad_account a JOIN main.ad_domain d ON d.id = a.domain_id"
    " WHERE a.target_id = ?1"
    " ORDER BY (SELECT min(CASE role WHEN 'connector' THEN 1 WHEN 'service' THEN 2"
    "                                WHEN 'server' THEN 3 WHEN 'suspect' THEN 5 ELSE 4 END)"
    "             FROM main.ad_account_role WHERE account_id = a.id), name, a.id";

static const char gap_sql[] = "SELECT source, topic, subject, status, message FROM main.ad_gap"
                              " WHERE target_id = ?1 ORDER BY source, topic, subject, rowid";

const char sa_footprint_sql[] =
    "SELECT protocol, operation, count(*), count(*) FILTER (WHERE status <> 'ok'), sum(entries),"
    "       sum(bytes), sum(elapsed_ms)"
    "  FROM main.footprint WHERE target_id = ?1 GROUP BY protocol, operation ORDER BY min(id)";

const char sa_asked_sql[] =
    "SELECT group_concat(server, ', ') FROM (SELECT DISTINCT server FROM main.footprint"
    " WHERE target_id = ?1 AND server <> '' ORDER BY server)";

static void take_domain(struct sa_judge *judge, sqlite3_stmt *row, void *item)
{
    *(struct sa_forest_domain *)item = (struct sa_forest_domain){
        .dns_name = sa_judge_text(judge, row, 0),
        .netbios_name = sa_judge_text(judge, row, 1),
        .is_root = sqlite3_column_int(row, 2) != 0,
        .collected = sqlite3_column_int(row, 3) != 0,
    };
}

static void take_account(struct sa_judge *judge, sqlite3_stmt *row, void *item)
{
    *(struct sa_sync_account *)item = (struct sa_sync_account){
        .name = sa_judge_text(judge, row, 0),
        .class_name = sa_judge_text(judge, row, 1),
        .roles = sa_judge_text(judge, row, 2),
        .servers = sa_judge_text(judge, row, 3),
        .password_set_at = sa_judge_text(judge, row, 4),
        .last_logon_at = sa_judge_text(judge, row, 5),
        .enabled = sqlite3_column_int(row, 6),
        .privileged = sa_judge_text(judge, row, 7),
    };
}

static void take_gap(struct sa_judge *judge, sqlite3_stmt *row, void *item)
{
    *(struct sa_gap *)item = (struct sa_gap){
        .source = sa_judge_text(judge, row, 0),
        .topic = sa_judge_text(judge, row, 1),
        .subject = sa_judge_text(judge, row, 2),
        .status = sa_judge_text(judge, row, 3),
        .message = sa_judge_text(judge, row, 4),
    };
}

void sa_judge_take_footprint(struct sa_judge *judge, sqlite3_stmt *row, void *item)
{
    *(struct sa_footprint_sum *)item = (struct sa_footprint_sum){
        .protocol = sa_judge_text(judge, row, 0),
        .operation = sa_judge_text(judge, row, 1),
        .count = (size_t)sqlite3_column_int64(row, 2),
        .failed = (size_t)sqlite3_column_int64(row, 3),
        .entries = sqlite3_column_int64(row, 4),
        .bytes = sqlite3_column_int64(row, 5),
        .elapsed_ms = sqlite3_column_int64(row, 6),
    };
}

int sa_judge_list(const struct sa_judge_list *list, int64_t id, const char *sql, void **ret,
                  size_t *ret_count, size_t *ret_total, struct sa_error *err)
{
    static const char *const what = "describe a target";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    struct sa_arena *arena = list->judge->arena;
    char *items = NULL;
    size_t size = 0, count = 0, total = 0;
    int r = sa_sql_prepare(list->judge->db, sql, what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    while ((r = sa_sql_step(row, what, err)) == 1) {
        total++;
        if (count == SA_LIMIT_FOREST_ROWS)
            continue;
        if (items == NULL || count == size) {
            size_t larger = size > 0 ? 2 * size : 16;
            char *copy = sa_arena_array(arena, larger, list->item_size);
            if (copy == NULL)
                return sa_judge_full(err);
            if (items != NULL)
                memcpy(copy, items, size * list->item_size);
            items = copy;
            size = larger;
        }
        list->take(list->judge, row, items + count++ * list->item_size);
    }
    *ret = items;
    *ret_count = count;
    *ret_total = total;
    return r;
}

static int load_identity(struct sa_judge *judge, int64_t id, struct sa_forest *forest,
                         struct sa_error *err)
{
    static const char *const what = "describe a forest";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *asked = NULL;
    int r = sa_sql_prepare(judge->db, forest_sql, what, &row, err);

    if (r == 0)
        r = sa_sql_prepare(judge->db, sa_asked_sql, what, &asked, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    (void)sqlite3_bind_int64(asked, 1, id);
    forest->root_domain = forest->server = forest->mechanism = forest->protection = "";
    forest->functional_level = -1;
    r = sa_sql_step(row, what, err);
    if (r == 1) {
        forest->answered = true;
        forest->root_domain = sa_judge_text(judge, row, 0);
        forest->server = sa_judge_text(judge, row, 1);
        forest->mechanism = sa_judge_text(judge, row, 2);
        forest->protection = sa_judge_text(judge, row, 3);
        forest->functional_level = sqlite3_column_int64(row, 4);
        forest->clock_offset_s = sqlite3_column_int64(row, 5);
    }
    if (r >= 0)
        r = sa_sql_step(asked, what, err);
    forest->asked = r == 1 ? sa_judge_text(judge, asked, 0) : "";
    return r < 0 ? r : 0;
}

static int load_lists(struct sa_judge *judge, int64_t id, struct sa_forest *forest,
                      struct sa_error *err)
{
    struct sa_judge_list domains = {judge, take_domain, sizeof *forest->domains};
    struct sa_judge_list accounts = {judge, take_account, sizeof *forest->accounts};
    struct sa_judge_list gaps = {judge, take_gap, sizeof *forest->gaps};
    struct sa_judge_list sums = {judge, sa_judge_take_footprint, sizeof *forest->footprint};
    void *found[4] = {NULL};
    size_t total = 0;
    int r = sa_judge_list(&domains, id, domain_sql, &found[0], &forest->domain_count,
                          &forest->domain_total, err);

    if (r == 0)
        r = sa_judge_list(&accounts, id, account_sql, &found[1], &forest->account_count,
                          &forest->account_total, err);
    if (r == 0)
        r = sa_judge_list(&gaps, id, gap_sql, &found[2], &forest->gap_count, &forest->gap_total,
                          err);
    if (r == 0)
        r = sa_judge_list(&sums, id, sa_footprint_sql, &found[3], &forest->footprint_count, &total,
                          err);
    forest->domains = found[0];
    forest->accounts = found[1];
    forest->gaps = found[2];
    forest->footprint = found[3];
    return r;
}

static int load_servers(struct sa_judge *judge, size_t count, int64_t id, struct sa_forest *forest,
                        struct sa_error *err)
{
    static const char *const what = "list the servers of a forest";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(judge->db,
                           "SELECT target_id, certain FROM temp.forest_member"
                           " WHERE forest_id = ?1 ORDER BY target_id",
                           what, &row, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(row, 1, id);
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): of pointers */
    forest->servers = sa_arena_array(judge->arena, count + 1, sizeof *forest->servers);
    forest->certain = sa_arena_array(judge->arena, count + 1, sizeof *forest->certain);
    if (forest->servers == NULL || forest->certain == NULL)
        return sa_judge_full(err);
    while (forest->server_count < count && (r = sa_sql_step(row, what, err)) == 1) {
        size_t server = sa_server_by_id(judge, sqlite3_column_int64(row, 0));

        if (server == SIZE_MAX)
            continue;
        forest->servers[forest->server_count] = &judge->evaluation->targets[server];
        forest->certain[forest->server_count++] = sqlite3_column_int(row, 1) != 0;
    }
    return r < 0 ? r : 0;
}

static int load_forest(struct sa_judge *judge, size_t index, struct sa_error *err)
{
    struct sa_target *target = &judge->evaluation->targets[index];
    const struct sa_dossier *dossier = &judge->dossiers[index];
    struct sa_forest *forest = sa_arena_alloc(judge->arena, sizeof *forest);

    if (forest == NULL)
        return sa_judge_full(err);
    target->forest = forest;
    int r = load_servers(judge, dossier->member_count, target->id, forest, err);
    if (r == 0)
        r = load_identity(judge, target->id, forest, err);
    return r == 0 ? load_lists(judge, target->id, forest, err) : r;
}

int sa_forests_load(struct sa_judge *judge, struct sa_error *err)
{
    int r = 0;

    for (size_t i = judge->server_count + judge->tenant_count;
         r == 0 && i < judge->evaluation->target_count; i++)
        r = load_forest(judge, i, err);
    return r == 0 && judge->full ? sa_judge_full(err) : r;
}
