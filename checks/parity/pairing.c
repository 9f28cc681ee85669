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

#include "../engine/engine.h"

#define NO_TENANT     "(tenant not known)"
#define PAIRING_ARENA (64 * SA_MIB)

struct member {
    int64_t id;
    const char *name, *role, *declared_role, *label, *server_name, *tenant, *exported_at;
    const char *missing; /* the first source that was not collected, with its message; or NULL */
    const char *group;
    bool anything; /* at least one source was collected */
    bool done;     /* its group is dealt with */
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
        "       (SELECT c.source || ': ' || coalesce(c.message, c.status) FROM main.coverage c"
        "         WHERE c.target_id = s.target_id AND c.status <> 'ok' ORDER BY c.source LIMIT 1),"
        "       EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = s.target_id AND c.status "
        "= 'ok'),"
        "       count(*) OVER ()"
        "  FROM server s ORDER BY s.target_id";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *row = NULL;
    int r = sa_sql_prepare(db, sql, "list the servers", &row, err);
    while (r == 0 && (r = sa_sql_step(row, "list the servers", err)) == 1) {
        if (!estate->members) {
            size_t total = (size_t)sqlite3_column_int64(row, 10);
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
        };
        r = 0;
    }
    return r;
}

static void group_members(struct estate *estate)
{
    bool alone = estate->count == 2 && !estate->members[0].label && !estate->members[1].label;
    for (size_t i = 0; i < estate->count; i++) {
        struct member *member = &estate->members[i];
        if (alone)
            member->group = "the two servers of this run";
        else if (member->label)
            member->group = sa_arena_printf(&estate->arena, "label %s", member->label);
        else if (member->tenant)
            member->group = sa_arena_printf(&estate->arena, "tenant %s", member->tenant);
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

static bool same_text(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

/* Are the files that were read the same, byte for byte? */
static int same_export(sqlite3 *db, const struct member *a, const struct member *s,
                       struct sa_error *err)
{
    static const char sql[] =
        "SELECT NOT EXISTS (SELECT sha256 FROM main.evidence WHERE target_id = ?1"
        "                   EXCEPT SELECT sha256 FROM main.evidence WHERE target_id = ?2)"
        "   AND NOT EXISTS (SELECT sha256 FROM main.evidence WHERE target_id = ?2"
        "                   EXCEPT SELECT sha256 FROM main.evidence WHERE target_id = ?1)";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(db, sql, "compare the exports", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, a->id);
    (void)sqlite3_bind_int64(statement, 2, s->id);
    r = sa_sql_step(statement, "compare the exports", err);
    return r < 0 ? r : sqlite3_column_int(statement, 0);
}

/* The sentences that a reader of the comparison must know, joined. */
static int write_notice(sqlite3 *db, struct estate *estate, const struct member *a,
                        const struct member *s, const char *role_notice, const char **ret,
                        struct sa_error *err)
{
    bool same_server = same_text(a->server_name, s->server_name);
    const char *text = role_notice;
    if (same_server) {
        int same = same_export(db, a, s, err);
        if (same < 0)
            return same;
        text = same
                   ? sa_arena_printf(&estate->arena,
                                     "both sides are the same export of server %s: this compares a "
                                     "server with itself, the other server was not seen",
                                     a->server_name)
                   : sa_arena_printf(
                         &estate->arena,
                         "both sides are exports of server %s (%s and %s): this shows what "
                         "changed on one server, the other server was not seen",
                         a->server_name, a->exported_at ? a->exported_at : "time unknown",
                         s->exported_at ? s->exported_at : "time unknown");
    }
    const struct member *sides[] = {a, s};
    for (size_t i = 0; text && i < SA_COUNT(sides); i++) {
        if (sides[i]->missing)
            text = sa_arena_printf(&estate->arena, "%s%s%s was not collected completely (%s)", text,
                                   text[0] ? "; " : "", sides[i]->name, sides[i]->missing);
    }
    *ret = text;
    return text ? 0 : sa_fail_nomem(err);
}

static int add_pair(sqlite3 *db, struct estate *estate, const struct member *a,
                    const struct member *s, const char *role_notice, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    const char *notice = NULL;
    int r = write_notice(db, estate, a, s, role_notice, &notice, err);
    if (r == 0)
        r = sa_sql_prepare(db,
                           "INSERT INTO pair (active_id, active, staging_id, staging, same_server,"
                           " compared, notice) VALUES (?, ?, ?, ?, ?, ?, ?)",
                           "store a pair", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, a->id);
    (void)sqlite3_bind_text(statement, 2, a->name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(statement, 3, s->id);
    (void)sqlite3_bind_text(statement, 4, s->name, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int(statement, 5, same_text(a->server_name, s->server_name));
    (void)sqlite3_bind_int(statement, 6, a->anything && s->anything);
    (void)sqlite3_bind_text(statement, 7, notice, -1, SQLITE_STATIC);
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
