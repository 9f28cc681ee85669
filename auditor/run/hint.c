/* SPDX-License-Identifier: Apache-2.0 */
/* What the servers tell a forest to look for: the account of each AD connector, the account of the sync
 * service, the computer object of each sync server, and the containers that they synchronise.
 *
 * A connector belongs to the forest when the forest that it names, or its account's domain, equals the
 * domain that is asked, lies below it or above it: which domain is the forest's root is not known before
 * asking. A server is looked for where one of its connectors leads; when its connectors are not known, where
 * the domain leads that its Windows is a member of, or everywhere. Nothing else is passed on: an account of another forest that is not found here would
 * look like one that was deleted. */
#include <string.h>

#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "run_internal.h"

struct hints {
    struct sa_arena *arena;
    struct sa_forest_hint *items;
    size_t count, capacity;
};

/* The server whose rows are being read; told about when its last connector was seen. */
struct pending {
    bool open;
    int64_t target_id;
    const char *source, *server;
    bool wanted;
};

static int add(struct hints *hints, const struct sa_forest_hint *hint, struct sa_error *err)
{
    if (hints->count == hints->capacity) {
        size_t capacity = hints->capacity ? 2 * hints->capacity : 16;
        struct sa_forest_hint *items = sa_arena_array(hints->arena, capacity, sizeof *items);
        if (!items)
            return sa_fail_nomem(err);
        if (hints->count > 0)
            memcpy(items, hints->items, hints->count * sizeof *items);
        hints->items = items;
        hints->capacity = capacity;
    }
    if (!hint->domain || !hint->account || !hint->source || !hint->server)
        return sa_fail_nomem(err);
    hints->items[hints->count++] = *hint;
    return 0;
}

/* "emea.fabrikam.example" lies below "fabrikam.example". */
static bool is_below(const char *domain, const char *parent)
{
    size_t len = strlen(domain);
    size_t parent_len = strlen(parent);
    return len > parent_len + 1 && domain[len - parent_len - 1] == '.' &&
           sa_text_same(domain + len - parent_len, parent);
}

static bool is_related(const char *a, const char *b)
{
    return a && b && a[0] && b[0] && (sa_text_same(a, b) || is_below(a, b) || is_below(b, a));
}

/* A name without dot is no DNS name and tells nothing; so does none at all. */
static bool leads_here(const char *forest, const char *account_domain, const char *domain)
{
    bool names_forest = forest && strchr(forest, '.');
    bool names_domain = account_domain && strchr(account_domain, '.');
    if (!domain || (!names_forest && !names_domain))
        return true;
    return is_related(forest, domain) || (names_domain && is_related(account_domain, domain));
}

/* The computer's name is the first label of what the server calls itself. */
static int add_server(struct hints *hints, struct pending *pending, struct sa_error *err)
{
    if (!pending->open || !pending->wanted)
        return 0;
    const char *name = pending->server;
    const char *dot = strchr(name, '.');
    const struct sa_forest_hint hint = {
        .role = "server",
        .domain = dot ? dot + 1 : "",
        .account = dot ? sa_arena_copy(hints->arena, name, (size_t)(dot - name)) : name,
        .source = pending->source,
        .server = name,
    };
    return add(hints, &hint, err);
}

static int next_server(struct hints *hints, struct pending *pending, sqlite3_stmt *statement,
                       struct sa_error *err)
{
    int64_t id = sqlite3_column_int64(statement, 0);
    if (pending->open && pending->target_id == id)
        return 0;
    int r = add_server(hints, pending, err);
    if (r < 0)
        return r;
    *pending = (struct pending){
        .open = true,
        .target_id = id,
        .source = sa_arena_text(hints->arena, sa_sql_text_or_empty(statement, 1)),
        .server = sa_arena_text(hints->arena, sa_sql_text_or_empty(statement, 2)),
    };
    return pending->source && pending->server ? 0 : sa_fail_nomem(err);
}

/* One row: a server with one of its connectors, or with none. */
static int read_row(struct hints *hints, struct pending *pending, sqlite3_stmt *statement,
                    const char *domain, struct sa_error *err)
{
    int r = next_server(hints, pending, statement, err);
    if (r < 0)
        return r;
    bool has_connector = sqlite3_column_type(statement, 3) != SQLITE_NULL;
    const char *forest = sa_sql_text(statement, 4);
    const char *account_domain = sa_sql_text(statement, 5);
    const char *account = sa_sql_text_or_empty(statement, 6);
    if (has_connector && !leads_here(forest, account_domain, domain))
        return 0;
    const char *member_of = sa_sql_text(statement, 7);
    if (!has_connector && member_of && !leads_here(member_of, NULL, domain))
        return 0;
    pending->wanted = true;
    if (!has_connector || !account[0])
        return 0;
    const struct sa_forest_hint hint = {
        .role = "connector",
        .domain = sa_arena_text(hints->arena, account_domain ? account_domain : ""),
        .account = sa_arena_text(hints->arena, account),
        .source = pending->source,
        .server = pending->server,
    };
    return add(hints, &hint, err);
}

/* Containers in the scope of a connector that leads here: who may write there is asked for too. */
static int add_containers(struct hints *hints, struct sa_snapshot *snapshot, const char *domain,
                          struct sa_error *err)
{
    static const char sql[] =
        "SELECT c.forest, c.account_domain, min(k.dn) FROM partition_container k"
        "  JOIN partition p ON p.id = k.partition_id JOIN connector c ON c.id = p.connector_id"
        " WHERE k.kind = 'include' AND p.selected = 1 AND c.kind = 'ad'"
        " GROUP BY k.dn_key, c.forest, c.account_domain ORDER BY k.dn_key";
    static const char what[] = "list containers of connectors";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot), sql, what, &statement, err);
    if (r == 0)
        r = sa_sql_step(statement, what, err);
    for (; r == 1; r = sa_sql_step(statement, what, err)) {
        if (!leads_here(sa_sql_text(statement, 0), sa_sql_text(statement, 1), domain))
            continue;
        const struct sa_forest_hint hint = {
            .role = "container",
            .domain = "",
            .account = sa_arena_text(hints->arena, sa_sql_text_or_empty(statement, 2)),
            .source = "",
            .server = "",
        };
        int added = add(hints, &hint, err);
        if (added < 0)
            return added;
    }
    return r;
}

/* "FABRIKAM\\svc" and "svc@fabrikam.example": the account that the service runs as, where it is one of a
 * domain. A NetBIOS name does not tell which forest it belongs to, so the server's domain does. */
static int add_service(struct hints *hints, sqlite3_stmt *statement, const char *domain,
                       struct sa_error *err)
{
    const char *account = sa_sql_text_or_empty(statement, 2);
    const char *backslash = strchr(account, '\\');
    const char *at = strrchr(account, '@');
    const char *member_of = sa_sql_text(statement, 3);
    const char *own = backslash ? "" : at ? at + 1 : "";
    size_t len = backslash ? (size_t)(backslash - account) : 0;
    if (own[0] ? !leads_here(own, NULL, domain) : !leads_here(member_of, NULL, domain))
        return 0;
    const struct sa_forest_hint hint = {
        .role = "service",
        .domain = backslash ? sa_arena_copy(hints->arena, account, len)
                            : sa_arena_text(hints->arena, own),
        .account = backslash ? sa_arena_text(hints->arena, backslash + 1)
                             : sa_arena_text(hints->arena, account),
        .source = sa_arena_text(hints->arena, sa_sql_text_or_empty(statement, 0)),
        .server = sa_arena_text(hints->arena, sa_sql_text_or_empty(statement, 1)),
    };
    return add(hints, &hint, err);
}

static int add_services(struct hints *hints, struct sa_snapshot *snapshot, const char *domain,
                        struct sa_error *err)
{
    static const char sql[] =
        "SELECT t.name, coalesce(nullif(s.server_name, ''), nullif(h.name, ''), t.name), v.account,"
        "       h.domain"
        "  FROM host_service v JOIN target t ON t.id = v.target_id"
        "  LEFT JOIN sync_server s ON s.target_id = t.id LEFT JOIN host h ON h.target_id = t.id"
        " WHERE v.name_key = 'adsync' AND v.account_kind IN ('domain', 'gmsa') ORDER BY t.id";
    static const char what[] = "list accounts of the sync service";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot), sql, what, &statement, err);
    if (r == 0)
        r = sa_sql_step(statement, what, err);
    for (; r == 1; r = sa_sql_step(statement, what, err)) {
        int added = add_service(hints, statement, domain, err);
        if (added < 0)
            return added;
    }
    return r;
}

int sa_run_hints(struct sa_snapshot *snapshot, const struct sa_plan_forest *forest,
                 struct sa_arena *arena, struct sa_forest_hint **ret, size_t *ret_count,
                 struct sa_error *err)
{
    /* The sync engine tells its connectors too: those that no export has, or with another account. */
    static const char sql[] =
        "WITH known(target_id, id, forest, account_domain, account) AS ("
        "  SELECT target_id, id, forest, account_domain, account FROM connector WHERE kind = 'ad'"
        "  UNION ALL"
        "  SELECT e.target_id, e.rowid, e.forest, e.account_domain, e.account FROM "
        "engine_connector e"
        "   WHERE e.kind = 'ad'"
        "     AND NOT EXISTS (SELECT * FROM connector c WHERE c.target_id = e.target_id"
        "                        AND c.connector_key = e.connector_key AND c.account IS e.account))"
        "SELECT t.id, t.name, coalesce(nullif(s.server_name, ''), nullif(h.name, ''), t.name), "
        "c.id,"
        "       c.forest, c.account_domain, c.account, h.domain"
        "  FROM target t LEFT JOIN sync_server s ON s.target_id = t.id"
        "  LEFT JOIN host h ON h.target_id = t.id LEFT JOIN known c ON c.target_id = t.id"
        " WHERE t.kind = 'server' ORDER BY t.id, c.id";
    static const char what[] = "list accounts of connectors";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct hints hints = {.arena = arena};
    struct pending pending = {0};
    int r = 0;
    for (const char *const *account = forest->accounts; r == 0 && account && *account; account++) {
        const struct sa_forest_hint hint = {
            .role = "connector", .domain = "", .account = *account, .source = "", .server = ""};
        r = add(&hints, &hint, err);
    }
    if (r == 0)
        r = sa_sql_prepare(sa_snapshot_db(snapshot), sql, what, &statement, err);
    if (r == 0)
        r = sa_sql_step(statement, what, err);
    for (; r == 1; r = sa_sql_step(statement, what, err)) {
        r = read_row(&hints, &pending, statement, forest->ldap.domain, err);
        if (r < 0)
            return r;
    }
    if (r == 0)
        r = add_server(&hints, &pending, err);
    if (r == 0)
        r = add_services(&hints, snapshot, forest->ldap.domain, err);
    if (r == 0)
        r = add_containers(&hints, snapshot, forest->ldap.domain, err);
    if (r < 0)
        return r;
    *ret = hints.items;
    *ret_count = hints.count;
    return 0;
}
