/* SPDX-License-Identifier: Apache-2.0 */
/* Where no server was named, those that a forest knows of become targets, so that a report cannot be silent
 * about a server; where the forest's plan says so they are asked over WinRM too, by the name that AD has for
 * their computer. Whether one is known already is told by its name without domain, in
 * any letter case: as the plan calls it, or as it calls itself. Ghosts (computer gone, disabled or
 * silent) are no targets; a check reports them. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/log.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "run_internal.h"

struct names {
    struct sa_arena arena;
    const char **items;
    size_t count, capacity;
};

/* Up to the first dot. */
static int remember(struct names *names, const char *name, struct sa_error *err)
{
    if (names->count == names->capacity) {
        size_t capacity = names->capacity ? 2 * names->capacity : 64;
        const char **items = reallocarray(names->items, capacity, sizeof *items);
        if (!items)
            return sa_fail_nomem(err);
        names->items = items;
        names->capacity = capacity;
    }
    names->items[names->count] = sa_arena_copy(&names->arena, name, strcspn(name, "."));
    if (!names->items[names->count])
        return sa_fail_nomem(err);
    names->count++;
    return 0;
}

/* The last name is the one asked about. */
static bool is_known(const struct names *names)
{
    for (size_t i = 0; i + 1 < names->count; i++) {
        if (sa_text_same(names->items[i], names->items[names->count - 1]))
            return true;
    }
    return false;
}

static int read_names(struct names *names, struct sa_snapshot *snapshot, struct sa_error *err)
{
    static const char sql[] = "SELECT name FROM target WHERE kind = 'server' UNION ALL "
                              "SELECT server_name FROM sync_server WHERE server_name <> ''";
    static const char what[] = "list servers";
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(sa_snapshot_db(snapshot), sql, what, &statement, err);
    if (r < 0)
        return r;
    for (r = sa_sql_step(statement, what, err); r == 1; r = sa_sql_step(statement, what, err)) {
        r = remember(names, sa_sql_text_or_empty(statement, 0), err);
        if (r < 0)
            return r;
    }
    return r;
}

/* A name from the directory becomes part of a URL and of an SPN, so it must be one. And the computer must be of a
 * domain that the forest holds: an account there may claim any other name. */
static const char *host_of(struct sa_plan *plan, const struct sa_discovered *server)
{
    size_t domain = strlen(server->domain);
    size_t len = strlen(server->dns_name);
    if (sa_is_dns_name(server->dns_name) && len > domain + 1 &&
        server->dns_name[len - domain - 1] == '.' &&
        sa_text_same(server->dns_name + len - domain, server->domain))
        return server->dns_name;
    const char *name = sa_arena_printf(&plan->arena, "%.*s.%s", (int)strcspn(server->name, "."),
                                       server->name, server->domain);
    return name && sa_is_dns_name(name) ? name : NULL;
}

static int add_server(struct sa_plan *plan, const struct sa_plan_forest *forest,
                      const struct sa_discovered *server, struct sa_error *err)
{
    struct sa_plan_target target = {0};
    int r = sa_plan_unique_name(plan, server->name, &target.name, err);
    if (r < 0)
        return r;
    if (forest->connect) {
        target.host = forest->host;
        target.host.http.host = host_of(plan, server);
    }
    return sa_plan_add(plan, &target, err);
}

static int add_servers(struct sa_plan *plan, struct sa_snapshot *snapshot, struct names *names,
                       size_t index, int64_t forest_id, struct sa_error *err)
{
    const struct sa_plan_forest *forest = &plan->forests[index];
    struct sa_discovered *servers = NULL;
    size_t count = 0;
    int r = sa_forest_discovered(snapshot, forest_id, sa_time_now(), &names->arena, &servers,
                                 &count, err);
    for (size_t i = 0; r == 0 && i < count; i++) {
        const struct sa_discovered *server = &servers[i];
        if (!server->name[0] || strcmp(server->state, "ghost") == 0)
            continue;
        r = remember(names, server->name, err);
        if (r < 0 || is_known(names))
            continue;
        if (plan->count == SA_LIMIT_TARGETS) {
            sa_log(SA_LOG_WARNING, forest->name, NULL,
                   "more than %d servers in one run: '%s' and others that the forest knows are "
                   "left out",
                   SA_LIMIT_TARGETS, server->name);
            return 0;
        }
        r = add_server(plan, forest, server, err);
    }
    return r;
}

int sa_run_discover(struct sa_plan *plan, struct sa_snapshot *snapshot, const int64_t *forest_ids,
                    struct sa_error *err)
{
    struct names names = {.arena = SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL)};
    int r = read_names(&names, snapshot, err);
    for (size_t i = 0; r == 0 && i < plan->forest_count; i++) {
        if (plan->forests[i].discover)
            r = add_servers(plan, snapshot, &names, i, forest_ids[i], err);
    }
    free(names.items);
    sa_arena_done(&names.arena);
    return r;
}
