/* SPDX-License-Identifier: Apache-2.0 */
/* The plan: which export folders are audited under which names.
 *
 * A name must be unique in the run, because results, reports and waivers refer to it. What the
 * configuration says wins; otherwise the server's own name is read from its export, so that a person
 * who gives two folders reads about servers and not about folders. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/limits.h"
#include "syncaudit/run.h"
#include "syncaudit/text.h"

int sa_plan_add(struct sa_plan *plan, const struct sa_plan_target *target, struct sa_error *err)
{
    if (plan->count == SA_LIMIT_TARGETS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %d servers in one run",
                       SA_LIMIT_TARGETS);
    if (plan->count == plan->capacity) {
        size_t capacity = plan->capacity ? 2 * plan->capacity : 8;
        struct sa_plan_target *targets = reallocarray(plan->targets, capacity, sizeof *targets);
        if (!targets)
            return sa_fail_nomem(err);
        plan->targets = targets;
        plan->capacity = capacity;
    }
    struct sa_plan_target copy = {
        .name = sa_arena_text(&plan->arena, target->name),
        .export_folder = sa_arena_text(&plan->arena, target->export_folder),
        .declared_role = sa_arena_text(&plan->arena, target->declared_role),
        .pair = sa_arena_text(&plan->arena, target->pair),
    };
    if (!copy.export_folder || (target->name && !copy.name) ||
        (target->declared_role && !copy.declared_role) || (target->pair && !copy.pair))
        return sa_fail_nomem(err);
    plan->targets[plan->count++] = copy;
    return 0;
}

/* The last part of a path that is not empty: "exports/sync01/" gives "sync01". */
static const char *folder_name(struct sa_plan *plan, const char *path)
{
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/')
        end--;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/')
        start--;
    if (end == start)
        return path;
    return sa_arena_copy(&plan->arena, path + start, end - start);
}

static bool taken(const struct sa_plan *plan, size_t before, const char *name)
{
    for (size_t i = 0; i < before; i++) {
        if (sa_text_same(plan->targets[i].name, name))
            return true;
    }
    return false;
}

/* Names of an audited server come from a file that it wrote: only what reads as a host name is taken. */
static bool is_plain_name(const char *name)
{
    size_t len = strlen(name);
    if (len == 0 || len > 255)
        return false;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)name[i];
        if (c <= 0x20 || c == 0x7f || strchr("\"'<>|#", c))
            return false;
    }
    return sa_utf8_valid(name, len);
}

static const char *own_name(struct sa_plan *plan, const struct sa_plan_target *target)
{
    struct sa_export_identity identity;
    struct sa_error ignored = {0};
    if (sa_export_peek(target->export_folder, &identity, &ignored) == 0 &&
        is_plain_name(identity.server_name))
        return sa_arena_text(&plan->arena, identity.server_name);
    return folder_name(plan, target->export_folder);
}

int sa_plan_name_targets(struct sa_plan *plan, struct sa_error *err)
{
    for (size_t i = 0; i < plan->count; i++) {
        struct sa_plan_target *target = &plan->targets[i];
        bool given = target->name != NULL;
        const char *base = given ? target->name : own_name(plan, target);
        if (!base)
            return sa_fail_nomem(err);
        const char *name = base;
        for (unsigned n = 2; taken(plan, i, name); n++) {
            if (given) {
                sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "two servers are named '%s'", name);
                sa_hint(err, "give each server a name of its own");
                return SA_E_INPUT;
            }
            name = sa_arena_printf(&plan->arena, "%s#%u", base, n);
            if (!name)
                return sa_fail_nomem(err);
        }
        target->name = name;
    }
    return 0;
}

int sa_plan_check_pairs(const struct sa_plan *plan, struct sa_error *err)
{
    for (size_t i = 0; i < plan->count; i++) {
        const char *label = plan->targets[i].pair;
        const char *near = NULL;
        size_t same = 0;
        for (size_t k = 0; label && k < plan->count; k++) {
            const char *other = plan->targets[k].pair;
            same += other && strcmp(other, label) == 0;
            if (other && strcmp(other, label) != 0 &&
                sa_text_nearest(label, (const char *const[]){other, NULL}))
                near = other;
        }
        if (!label || same > 1)
            continue;
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                "only one server carries the pair label '%s', so it would be compared with nobody",
                label);
        if (near)
            sa_hint(err, "did you mean '%s'?", near);
        else
            sa_hint(err, "give its partner the same label, or leave the label out");
        return SA_E_INPUT;
    }
    return 0;
}

void sa_plan_done(struct sa_plan *plan)
{
    free(plan->targets);
    sa_arena_done(&plan->arena);
    *plan = (struct sa_plan)SA_PLAN_INIT;
}
