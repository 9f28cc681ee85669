/* SPDX-License-Identifier: Apache-2.0 */
/* Which server stands in for which: fills TEMP tenant_member and pair.
 *
 * Servers are grouped by the pair label that the configuration gives them, else by tenant; two servers
 * alone in a run are always a group, because somebody who names two servers wants them compared. In a
 * group the active side is the server that says it is active. Where none or several say so, the order
 * of the plan decides and the pair carries a notice, because what is compared then is not what the
 * reader expects. Every other server of the group is the staging side of a pair of its own.
 *
 * A pair is still made when a side was not collected: its checks are then unknown, with the reason. */
#include <stdbool.h>

#include "syncaudit/arena.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "../engine/engine.h"

#define NO_TENANT     "(tenant not known)"
#define PAIRING_ARENA (64 * SA_MIB)

struct member {
    int64_t id;
    const char *name, *role, *declared_role, *label, *server_name, *tenant, *exported_at;
    const char *missing; /* the first source that was not collected, with its message; or NULL */
    const char *group;
    bool exported;   /* its configuration was asked for, of an export or of its engine */
    bool anything;   /* at least one source was collected */
    bool everything; /* no source is missing */
    bool done;       /* its group is dealt with */
};

struct estate {
    struct member *members;
    size_t count;
    struct sa_arena arena;
};

static void estate_done(struct estate *estate)
{
    sa_arena_done(&estate->arena);
}

static const char *keep(struct estate *estate, sqlite3_stmt *row, int column)
{
    const char *text = sa_sql_text(row, column);
    return text ? sa_arena_text(&estate->arena, text) : NULL;
}

static int load_members(sqlite3 *db, struct estate *estate, struct sa_error *err)
{
    static const char sql[] =
        "SELECT s.target_id, s.name, s.role, s.declared_role, s.pair_label, s.server_name, "
        "s.tenant,"
        "       s.exported_at,"
        "       coalesce((SELECT c.source || ': ' || coalesce(c.message, c.status)"
        "                   FROM main.coverage c WHERE c.target_id = s.target_id"
        "                    AND c.source IN ('global_settings', 'connector', 'sync_rule')"
        "                    AND c.status <> 'ok' ORDER BY c.source LIMIT 1),"
        "                CASE WHEN s.exported THEN NULL WHEN s.asked"
        "                     THEN 'no configuration export of it was given, nor was its engine "
        "asked for one'"
        "                     ELSE 'no configuration export of it was given' END),"
        "       EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = s.target_id AND c.status "
        "= 'ok'),"
        "       (SELECT count(*) FROM main.coverage c WHERE c.target_id = s.target_id AND c.status "
        "= 'ok'"
        "           AND c.source IN ('global_settings', 'connector', 'sync_rule')) = 3,"
        "       count(*) OVER (), s.exported"
        "  FROM server s ORDER BY s.target_id";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(db, sql, "list the servers", &row, err);
    while (r == 0 && (r = sa_sql_step(row, "list the servers", err)) == 1) {
        if (!estate->members) {
            size_t total = (size_t)sqlite3_column_int64(row, 11);
            estate->members = sa_arena_array(&estate->arena, total, sizeof *estate->members);
            if (!estate->members)
                return sa_fail_nomem(err);
        }
        estate->members[estate->count++] = (struct member){
            .id = sqlite3_column_int64(row, 0),
            .name = keep(estate, row, 1),
            .role = keep(estate, row, 2),
            .declared_role = keep(estate, row, 3),
            .label = keep(estate, row, 4),
            .server_name = keep(estate, row, 5),
            .tenant = keep(estate, row, 6),
            .exported_at = keep(estate, row, 7),
            .missing = keep(estate, row, 8),
            .anything = sqlite3_column_int(row, 9) != 0,
            .everything = sqlite3_column_int(row, 10) != 0,
            .exported = sqlite3_column_int(row, 12) != 0,
        };
        r = 0;
    }
    return r;
}

/* The tenant of servers that do not tell theirs, as long as the run knows no other. */
static const char *only_tenant(const struct estate *estate)
{
    const char *tenant = NULL;
    for (size_t i = 0; i < estate->count; i++) {
        const char *other = estate->members[i].tenant;
        if (other && tenant && strcmp(other, tenant) != 0)
            return NULL;
        tenant = other ? other : tenant;
    }
    return tenant;
}

/* A server of which nobody knows more than its Windows belongs to no group: it could be any other's. */
static bool is_stranger(const struct member *member)
{
    return !member->exported && !member->role && !member->declared_role;
}

static void group_members(struct estate *estate)
{
    bool alone = estate->count == 2 && !estate->members[0].label && !estate->members[1].label;
    const char *only = only_tenant(estate);
    for (size_t i = 0; i < estate->count; i++) {
        struct member *member = &estate->members[i];
        const char *tenant = member->tenant || is_stranger(member) ? member->tenant : only;
        if (alone)
            member->group = "the two servers of this run";
        else if (member->label)
            member->group = sa_arena_printf(&estate->arena, "label %s", member->label);
        else if (tenant)
            member->group = sa_arena_printf(&estate->arena, "tenant %s", tenant);
    }
}

static bool has_role(const struct member *member, const char *role)
{
    /* What a server says counts; what was declared stands in where it could not be asked. */
    const char *known = member->role ? member->role : member->declared_role;
    return known && strcmp(known, role) == 0;
}

static bool same_group(const struct member *a, const struct member *b)
{
    return a->group && b->group && strcmp(a->group, b->group) == 0;
}

/* The active side of a group, and a notice when it was not plain. */
static struct member *choose_active(struct estate *estate, const struct member *first,
                                    const char **ret_notice)
{
    struct member *active = NULL;
    struct member *unknown = NULL;
    struct member *any = NULL;
    size_t actives = 0;
    for (size_t i = 0; i < estate->count; i++) {
        struct member *member = &estate->members[i];
        if (!same_group(member, first))
            continue;
        if (!any)
            any = member;
        if (has_role(member, "active")) {
            actives++;
            active = active ? active : member;
        } else if (!has_role(member, "staging") && !unknown) {
            unknown = member;
        }
    }
    *ret_notice = "";
    if (actives > 1)
        *ret_notice = "more than one server is active; compared with the first one given";
    else if (actives == 0 && unknown)
        *ret_notice =
            "no server says that it is active; the one whose role is not known is taken for it";
    else if (actives == 0)
        *ret_notice =
            "every server is in staging mode; the first one given is shown as the active side";
    if (active)
        return active;
    return unknown ? unknown : any;
}

/* One name in two spellings: letter case, or with and without the domain behind it. */
static bool same_name(const char *a, const char *b)
{
    size_t first = strcspn(a, ".");
    if (sa_text_same(a, b))
        return true;
    return first == strcspn(b, ".") && (a[first] == '\0') != (b[first] == '\0') &&
           strncasecmp(a, b, first) == 0;
}

/* Are the files that were read the same, byte for byte? */
static int same_export(sqlite3 *db, const struct member *a, const struct member *s,
                       struct sa_error *err)
{
    static const char sql[] =
        "WITH file AS (SELECT target_id, sha256 FROM main.evidence"
        "               WHERE source IN ('global_settings', 'connector', 'sync_rule'))"
        "SELECT EXISTS (SELECT * FROM file WHERE target_id = ?1)"
        "   AND NOT EXISTS (SELECT sha256 FROM file WHERE target_id = ?1"
        "                   EXCEPT SELECT sha256 FROM file WHERE target_id = ?2)"
        "   AND NOT EXISTS (SELECT sha256 FROM file WHERE target_id = ?2"
        "                   EXCEPT SELECT sha256 FROM file WHERE target_id = ?1)";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "compare the exports", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, a->id);
    (void)sqlite3_bind_int64(statement, 2, s->id);
    r = sa_sql_step(statement, "compare the exports", err);
    return r < 0 ? r : sqlite3_column_int(statement, 0);
}

/* Do both share an AD connector's identifier, which each server draws for itself? */
static int same_connector(sqlite3 *db, const struct member *a, const struct member *s,
                          struct sa_error *err)
{
    static const char sql[] =
        "SELECT EXISTS (SELECT * FROM main.connector x JOIN main.connector y ON y.guid = x.guid"
        "                WHERE x.target_id = ?1 AND y.target_id = ?2 AND x.kind = 'ad')";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "compare the connectors", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, a->id);
    (void)sqlite3_bind_int64(statement, 2, s->id);
    r = sa_sql_step(statement, "compare the connectors", err);
    return r < 0 ? r : sqlite3_column_int(statement, 0);
}

/* What two sides have in common that two servers do not have. */
struct identity {
    bool one_server, one_export;
};

/* Names decide. Where one is missing, the same files or the same connector identifier tell. */
static int identify(sqlite3 *db, const struct member *a, const struct member *s,
                    struct identity *ret, struct sa_error *err)
{
    bool named = a->server_name && a->server_name[0] && s->server_name && s->server_name[0];
    int same = a->anything && s->anything ? same_export(db, a, s, err) : 0;
    int shared = same == 0 && !named ? same_connector(db, a, s, err) : 0;
    if (same < 0 || shared < 0)
        return same < 0 ? same : shared;
    ret->one_server = named ? same_name(a->server_name, s->server_name) : same == 1 || shared == 1;
    ret->one_export = ret->one_server && same == 1;
    return 0;
}

/* The sentences that a reader of the comparison must know, joined. */
static int write_notice(struct estate *estate, const struct member *a, const struct member *s,
                        const struct identity *identity, const char **ret)
{
    const char *text = *ret;
    const char *name = a->server_name && a->server_name[0] ? a->server_name : a->name;
    if (identity->one_export)
        text = sa_arena_printf(&estate->arena,
                               "both sides are the same export of server %s: this compares a "
                               "server with itself, the other server was not seen",
                               name);
    else if (identity->one_server)
        text = sa_arena_printf(&estate->arena,
                               "both sides are exports of server %s (%s and %s): this shows what "
                               "changed on one server, the other server was not seen",
                               name, a->exported_at ? a->exported_at : "time unknown",
                               s->exported_at ? s->exported_at : "time unknown");
    const struct member *sides[] = {a, s};
    for (size_t i = 0; text && i < SA_COUNT(sides); i++) {
        if (sides[i]->missing)
            text = sa_arena_printf(&estate->arena, "%s%s%s was not collected completely (%s)", text,
                                   text[0] ? "; " : "", sides[i]->name, sides[i]->missing);
    }
    *ret = text;
    return text ? 0 : SA_E_NOMEM;
}

static int add_pair(sqlite3 *db, struct estate *estate, const struct member *a,
                    const struct member *s, const char *notice, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct identity identity = {0};
    int r = identify(db, a, s, &identity, err);
    if (r < 0)
        return r;
    if (write_notice(estate, a, s, &identity, &notice) < 0)
        return sa_fail_nomem(err);
    r = sa_sql_prepare(db,
                       "INSERT INTO pair (active_id, active, staging_id, staging, same_server,"
                       " compared, complete, notice) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       "store a pair", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, a->id);
    (void)sqlite3_bind_text(statement, 2, a->name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(statement, 3, s->id);
    (void)sqlite3_bind_text(statement, 4, s->name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int(statement, 5, identity.one_server);
    (void)sqlite3_bind_int(statement, 6, a->anything && s->anything);
    (void)sqlite3_bind_int(statement, 7, a->everything && s->everything);
    (void)sqlite3_bind_text(statement, 8, notice, -1, SQLITE_STATIC);
    return sa_sql_step(statement, "store a pair", err);
}

static int pair_group(sqlite3 *db, struct estate *estate, struct member *first,
                      struct sa_error *err)
{
    const char *notice = NULL;
    struct member *active = choose_active(estate, first, &notice);
    for (size_t i = 0; i < estate->count; i++) {
        struct member *member = &estate->members[i];
        if (!same_group(member, first))
            continue;
        member->done = true;
        if (member == active)
            continue;
        int r = add_pair(db, estate, active, member, notice, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static const char tenants_sql[] =
    "WITH known(tenant) AS (SELECT DISTINCT tenant FROM server WHERE tenant IS NOT NULL),"
    " tenants(tenant) AS (SELECT tenant FROM known"
    "   UNION SELECT '" NO_TENANT "' WHERE NOT EXISTS (SELECT * FROM known))"
    " INSERT INTO tenant_member (tenant, target_id, name, certain)"
    " SELECT t.tenant, s.target_id, s.name, s.tenant IS NOT NULL"
    "   FROM tenants t JOIN server s ON s.tenant = t.tenant OR s.tenant IS NULL";

int sa_pairing(sqlite3 *db, struct sa_error *err)
{
    SA_CLEANUP(estate_done) struct estate estate = {.arena = SA_ARENA_INIT(PAIRING_ARENA)};
    int r = sa_sql_exec(db, tenants_sql, "list the tenants", err);
    if (r == 0)
        r = load_members(db, &estate, err);
    if (r < 0)
        return r;
    group_members(&estate);
    for (size_t i = 0; r == 0 && i < estate.count; i++) {
        if (estate.members[i].group && !estate.members[i].done)
            r = pair_group(db, &estate, &estate.members[i], err);
    }
    return r;
}
