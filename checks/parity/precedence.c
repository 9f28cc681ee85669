/* SPDX-License-Identifier: Apache-2.0 */
/* The order of rules: which rules moved between two servers.
 *
 * The rule with the lower precedence number wins an attribute. The numbers themselves are local to a
 * server (adding a rule shifts those behind it), so only the order of the rules that both servers have
 * counts, per direction. One rule that was moved must be one difference, not one for each rule it
 * passed: the rules that keep their order form a longest chain that ascends on both sides; what is not
 * in that chain has moved. Where several chains are longest, names decide, never the side, so that
 * exchanging the sides gives the same answer.
 *
 * A moved rule matters when it changed places with a rule that writes the same attribute of the same
 * object type, both being switched on; otherwise nothing changes today and the difference is minor. */
#include <stdbool.h>
#include <string.h>

#include "syncaudit/arena.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "parity.h"

struct ordered_rule {
    const char *path, *key;
    int64_t active_id, staging_id;
    int64_t active_precedence, staging_precedence;
    bool active_disabled, staging_disabled;
    size_t targets;                   /* attributes that it writes: what comparing it costs */
    size_t active_rank, staging_rank; /* from 1, among the rules of this direction on both sides */
    size_t chain;                     /* length of the longest chain that ends here */
    size_t before;                    /* its previous member, or SIZE_MAX */
    bool kept;
};

struct rule_list {
    struct ordered_rule *rules;
    size_t count;
};

#define PRECEDENCE_ARENA (64 * SA_MIB)

static int count_rules(sqlite3_stmt *statement, size_t *ret, struct sa_error *err)
{
    size_t count = 0;
    int r = 0;
    while ((r = sa_sql_step(statement, "order the rules", err)) == 1)
        count++;
    (void)sqlite3_reset(statement);
    *ret = count;
    return r;
}

static int load_rules(sqlite3 *db, const struct sa_parity_sides *sides, const char *direction,
                      struct sa_arena *arena, struct rule_list *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(
        db,
        "SELECT min(a.path, s.path), a.path_key, a.id, s.id, a.precedence, s.precedence,"
        "       a.disabled, s.disabled,"
        "       (SELECT count(*) FROM rule_target t WHERE t.rule_id = a.id)"
        "  FROM rule_at a JOIN rule_at s ON s.path_key = a.path_key"
        " WHERE a.target_id = ?1 AND s.target_id = ?2 AND a.direction = ?3"
        " ORDER BY a.path_key",
        "order the rules", &statement, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, sides->active_id);
    (void)sqlite3_bind_int64(statement, 2, sides->staging_id);
    (void)sqlite3_bind_text(statement, 3, direction, -1, SQLITE_STATIC);
    r = count_rules(statement, &ret->count, err);
    if (r < 0 || ret->count == 0)
        return r;
    ret->rules = sa_arena_array(arena, ret->count, sizeof *ret->rules);
    if (!ret->rules)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < ret->count; i++) {
        r = sa_sql_step(statement, "order the rules", err);
        if (r < 0)
            return r;
        struct ordered_rule *rule = &ret->rules[i];
        rule->path = sa_arena_text(arena, sa_sql_text_or_empty(statement, 0));
        rule->key = sa_arena_text(arena, sa_sql_text_or_empty(statement, 1));
        if (!rule->path || !rule->key)
            return sa_fail_nomem(err);
        rule->active_id = sqlite3_column_int64(statement, 2);
        rule->staging_id = sqlite3_column_int64(statement, 3);
        rule->active_precedence = sqlite3_column_int64(statement, 4);
        rule->staging_precedence = sqlite3_column_int64(statement, 5);
        rule->active_disabled = sqlite3_column_int(statement, 6) != 0;
        rule->staging_disabled = sqlite3_column_int(statement, 7) != 0;
        rule->targets = (size_t)sqlite3_column_int64(statement, 8);
    }
    return 0;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int by_active(const void *a, const void *b)
{
    const struct ordered_rule *x = a;
    const struct ordered_rule *y = b;
    int order = compare_numbers(x->active_precedence, y->active_precedence);
    if (order == 0)
        order = compare_numbers(x->staging_precedence, y->staging_precedence);
    return order ? order : strcmp(x->key, y->key);
}

static int by_staging(const void *a, const void *b)
{
    const struct ordered_rule *x = a;
    const struct ordered_rule *y = b;
    int order = compare_numbers(x->staging_precedence, y->staging_precedence);
    if (order == 0)
        order = compare_numbers(x->active_precedence, y->active_precedence);
    return order ? order : strcmp(x->key, y->key);
}

/* Does `a` come before `b` on both sides? Equal numbers leave the order open; then names decide. */
static bool precedes(const struct ordered_rule *a, const struct ordered_rule *b)
{
    if (a->active_precedence > b->active_precedence ||
        a->staging_precedence > b->staging_precedence)
        return false;
    if (a->active_precedence == b->active_precedence &&
        a->staging_precedence == b->staging_precedence)
        return strcmp(a->key, b->key) < 0;
    return true;
}

/* Do the servers put the two in opposite orders? */
static bool inverted(const struct ordered_rule *a, const struct ordered_rule *b)
{
    int active = compare_numbers(a->active_precedence, b->active_precedence);
    int staging = compare_numbers(a->staging_precedence, b->staging_precedence);
    return active * staging < 0;
}

/* Is `i` the better of two chain ends? The longer chain; of equally long ones the smaller name. */
static bool better(const struct rule_list *list, size_t i, size_t best)
{
    if (best == SIZE_MAX)
        return true;
    if (list->rules[i].chain != list->rules[best].chain)
        return list->rules[i].chain > list->rules[best].chain;
    return strcmp(list->rules[i].key, list->rules[best].key) < 0;
}

/* The rules are sorted by the active side; a predecessor on both sides stands earlier. Quadratic, with
 * at most SA_LIMIT_RULES members. */
static void mark_kept(struct rule_list *list)
{
    size_t end = SIZE_MAX;
    for (size_t i = 0; i < list->count; i++) {
        size_t best = SIZE_MAX;
        for (size_t j = 0; j < i; j++) {
            if (precedes(&list->rules[j], &list->rules[i]) && better(list, j, best))
                best = j;
        }
        list->rules[i].before = best;
        list->rules[i].chain = best == SIZE_MAX ? 1 : list->rules[best].chain + 1;
        if (better(list, i, end))
            end = i;
    }
    for (size_t i = end; i != SIZE_MAX; i = list->rules[i].before)
        list->rules[i].kept = true;
}

static void rank(struct rule_list *list)
{
    qsort(list->rules, list->count, sizeof *list->rules, by_staging);
    for (size_t i = 0; i < list->count; i++)
        list->rules[i].staging_rank = i + 1;
    qsort(list->rules, list->count, sizeof *list->rules, by_active);
    for (size_t i = 0; i < list->count; i++)
        list->rules[i].active_rank = i + 1;
}

/* 1 when two rules write one attribute of one object type. */
static int share_attribute(sqlite3_stmt *statement, int64_t rule, int64_t other,
                           struct sa_error *err)
{
    (void)sqlite3_reset(statement);
    (void)sqlite3_bind_int64(statement, 1, rule);
    (void)sqlite3_bind_int64(statement, 2, other);
    return sa_sql_step(statement, "compare the targets of two rules", err);
}

/* 1 when two rules write one attribute of one object type on a side on which both are switched on: a
 * disabled rule wins nothing. */
static int compete(sqlite3_stmt *shared, const struct ordered_rule *a, const struct ordered_rule *b,
                   struct sa_error *err)
{
    int r = 0;
    if (!a->active_disabled && !b->active_disabled)
        r = share_attribute(shared, a->active_id, b->active_id, err);
    if (r == 0 && !a->staging_disabled && !b->staging_disabled)
        r = share_attribute(shared, a->staging_id, b->staging_id, err);
    return r;
}

/* How many attributes are looked up, per direction. A server that reverses thousands of rules must not
 * cost hours; beyond it a moved rule is taken to matter. */
#define SHARED_BUDGET 1000000

struct conflict {
    const struct ordered_rule *other; /* changed places with the moved rule; NULL: none did */
    bool matters;
};

/* A rule that `moved` changed places with: one that writes the same attribute if there is any, and of
 * several the one with the smallest name, so that the answer does not depend on the side. */
static int find_conflict(sqlite3_stmt *shared, const struct rule_list *list, size_t *budget,
                         const struct ordered_rule *moved, struct conflict *ret,
                         struct sa_error *err)
{
    struct conflict found = {0};
    for (size_t i = 0; i < list->count; i++) {
        const struct ordered_rule *other = &list->rules[i];
        if (!inverted(moved, other))
            continue;
        bool smaller = !found.other || strcmp(other->key, found.other->key) < 0;
        if (found.matters && !smaller)
            continue;
        int r = 1; /* shares an attribute, for all we know */
        if (*budget > moved->targets) {
            *budget -= moved->targets + 1;
            r = compete(shared, moved, other, err);
            if (r < 0)
                return r;
        }
        bool matters = r == 1;
        if ((matters && !found.matters) || (matters == found.matters && smaller))
            found = (struct conflict){.other = other, .matters = matters};
    }
    *ret = found;
    return 0;
}

static const char *evidence_of(sqlite3 *db, const struct ordered_rule *rule, struct sa_arena *arena)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct sa_error ignored = {0};
    if (sa_sql_prepare(
            db,
            "SELECT a.evidence_id || ',' || s.evidence_id FROM main.sync_rule a, main.sync_rule s"
            " WHERE a.id = ?1 AND s.id = ?2",
            "find evidence", &statement, &ignored) < 0)
        return "";
    (void)sqlite3_bind_int64(statement, 1, rule->active_id);
    (void)sqlite3_bind_int64(statement, 2, rule->staging_id);
    if (sa_sql_step(statement, "find evidence", &ignored) != 1)
        return "";
    const char *text = sa_arena_text(arena, sa_sql_text_or_empty(statement, 0));
    return text ? text : "";
}

static int report_moved(sqlite3 *db, const struct sa_parity_sides *sides,
                        const struct rule_list *list, const struct ordered_rule *moved,
                        const struct conflict *conflict, struct sa_arena *arena,
                        struct sa_error *err)
{
    const struct ordered_rule *other = conflict->other;
    bool matters = conflict->matters;
    bool first = moved->active_rank < other->active_rank;
    struct sa_parity_row row = {
        .area = "precedence",
        .path = moved->path,
        .active_value = sa_arena_printf(
            arena, "rank %zu of %zu (precedence %lld), %s '%s'", moved->active_rank, list->count,
            (long long)moved->active_precedence, first ? "before" : "after", other->path),
        .staging_value = sa_arena_printf(
            arena, "rank %zu of %zu (precedence %lld), %s '%s'", moved->staging_rank, list->count,
            (long long)moved->staging_precedence, first ? "after" : "before", other->path),
        .class = "drift",
        .minor = !matters,
        .why = matters ? "both rules write the same attribute: the winner changes at promotion"
                       : "the two rules do not write the same attribute, or are switched off: "
                         "nothing changes today",
        .evidence = evidence_of(db, moved, arena),
    };
    if (!row.active_value || !row.staging_value)
        return sa_fail_nomem(err);
    return sa_parity_add(db, sides, &row, err);
}

/* The numbers differ: said once for the pair. The rules are sorted by the active side, so its ends are
 * the first and the last; those of the staging side are looked for. */
static int report_shift(sqlite3 *db, const struct sa_parity_sides *sides,
                        const struct rule_list *list, const char *direction, struct sa_arena *arena,
                        struct sa_error *err)
{
    size_t shifted = 0;
    int64_t lowest = list->rules[0].staging_precedence;
    int64_t highest = lowest;
    for (size_t i = 0; i < list->count; i++) {
        int64_t precedence = list->rules[i].staging_precedence;
        shifted += list->rules[i].active_precedence != precedence;
        lowest = precedence < lowest ? precedence : lowest;
        highest = precedence > highest ? precedence : highest;
    }
    if (shifted == 0)
        return 0;
    struct sa_parity_row row = {
        .area = "server",
        .path = sa_arena_printf(arena, "rules / %s / absolute precedence of %zu rules", direction,
                                shifted),
        .active_value =
            sa_arena_printf(arena, "%lld to %lld", (long long)list->rules[0].active_precedence,
                            (long long)list->rules[list->count - 1].active_precedence),
        .staging_value =
            sa_arena_printf(arena, "%lld to %lld", (long long)lowest, (long long)highest),
        .class = "expected",
        .why = "the numbers are local to a server; the order decides",
        .evidence = "",
    };
    if (!row.path || !row.active_value || !row.staging_value)
        return sa_fail_nomem(err);
    return sa_parity_add(db, sides, &row, err);
}

static int compare_direction(sqlite3 *db, sqlite3_stmt *shared, const struct sa_parity_sides *sides,
                             const char *direction, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(PRECEDENCE_ARENA);
    struct rule_list list = {0};
    int r = load_rules(db, sides, direction, &arena, &list, err);
    if (r < 0 || list.count == 0)
        return r;
    rank(&list);
    mark_kept(&list);
    size_t budget = SHARED_BUDGET;
    for (size_t i = 0; r == 0 && i < list.count; i++) {
        struct conflict conflict = {0};
        if (list.rules[i].kept)
            continue;
        r = find_conflict(shared, &list, &budget, &list.rules[i], &conflict, err);
        /* With equal numbers on one side the chain may leave out a rule that no other one passed. */
        if (r == 0 && conflict.other)
            r = report_moved(db, sides, &list, &list.rules[i], &conflict, &arena, err);
    }
    return r == 0 ? report_shift(db, sides, &list, direction, &arena, err) : r;
}

/* Which attributes of which object type each rule writes, so that two rules are compared by looking up
 * the keys of one among those of the other: rules of thousands of mappings must not cost their product. */
static const char targets_sql[] =
    "DROP TABLE IF EXISTS temp.rule_target;"
    "CREATE TEMP TABLE rule_target (rule_id INTEGER NOT NULL, target TEXT NOT NULL,"
    "  PRIMARY KEY (rule_id, target)) STRICT, WITHOUT ROWID;"
    "INSERT OR IGNORE INTO rule_target"
    " SELECT r.id, fold(r.target_type) || char(31) || m.destination_key"
    "   FROM main.rule_mapping m JOIN main.sync_rule r ON r.id = m.rule_id";

int sa_parity_precedence_prepare(sqlite3 *db, struct sa_error *err)
{
    return sa_sql_exec(db, targets_sql, "list what the rules write", err);
}

int sa_parity_precedence(sqlite3 *db, const struct sa_parity_sides *sides, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *shared = NULL;
    int r =
        sa_sql_prepare(db,
                       "SELECT 1 FROM rule_target a WHERE a.rule_id = ?1 AND EXISTS"
                       " (SELECT * FROM rule_target b WHERE b.rule_id = ?2 AND b.target = a.target)"
                       " LIMIT 1",
                       "compare the targets of two rules", &shared, err);
    if (r == 0)
        r = compare_direction(db, shared, sides, "Inbound", err);
    if (r == 0)
        r = compare_direction(db, shared, sides, "Outbound", err);
    return r;
}
