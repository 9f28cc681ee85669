/* SPDX-License-Identifier: Apache-2.0 */
/* The plan: which export folders are audited under which names, and which forests are asked.
 *
 * A name must be unique in the run, because results, reports and waivers refer to it. What the
 * configuration says wins; otherwise the server's own name is read from its export, so that a person
 * who gives two folders reads about servers and not about folders. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/limits.h"
#include "syncaudit/run.h"
#include "syncaudit/text.h"

#include "run_internal.h"

/* A copy of a text that may be NULL; `*failed` when there is no memory for it. */
static const char *copy_text(struct sa_plan *plan, const char *text, bool *failed)
{
    const char *copy = sa_arena_text(&plan->arena, text);
    *failed = *failed || (text && !copy);
    return copy;
}

static struct sa_host_request copy_host(struct sa_plan *plan, const struct sa_host_request *host,
                                        bool *failed)
{
    struct sa_host_request copy = *host;
    const char **texts[] = {&copy.http.host,   &copy.http.path,      &copy.http.spn,
                            &copy.http.user,   &copy.http.realm,     &copy.http.ccache,
                            &copy.http.keytab, &copy.http.ca_file,   &copy.http.pin,
                            &copy.http.proxy,  &copy.http.cert_file, &copy.http.key_file,
                            &copy.trace_dir,   &copy.configuration};
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        *texts[i] = copy_text(plan, *texts[i], failed);
    return copy;
}

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
    bool failed = false;
    struct sa_plan_target copy = {
        .name = copy_text(plan, target->name, &failed),
        .export_folder = copy_text(plan, target->export_folder, &failed),
        .declared_role = copy_text(plan, target->declared_role, &failed),
        .pair = copy_text(plan, target->pair, &failed),
        .host = copy_host(plan, &target->host, &failed),
    };
    if (failed)
        return sa_fail_nomem(err);
    plan->targets[plan->count++] = copy;
    return 0;
}

static const char *const *copy_list(struct sa_plan *plan, const char *const *list, bool *failed)
{
    size_t count = 0;
    if (!list)
        return NULL;
    while (list[count])
        count++;
    const char **copy = sa_arena_array(&plan->arena, count + 1, sizeof *copy);
    *failed = *failed || !copy;
    for (size_t i = 0; copy && i < count; i++)
        copy[i] = copy_text(plan, list[i], failed);
    return copy;
}

static int check_forest(const struct sa_plan *plan, const struct sa_plan_forest *forest,
                        struct sa_error *err)
{
    const struct sa_ldap_options *ldap = &forest->ldap;
    if (plan->forest_count == SA_LIMIT_FORESTS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %d forests in one run",
                       SA_LIMIT_FORESTS);
    if (!ldap->domain && !(ldap->servers && ldap->servers[0])) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                "a forest has neither a domain nor a domain controller");
        sa_hint(err, "name its domain");
        return SA_E_INPUT;
    }
    for (size_t i = 0; ldap->domain && i < plan->forest_count; i++) {
        if (!sa_text_same(plan->forests[i].ldap.domain, ldap->domain))
            continue;
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "the domain '%s' is named twice", ldap->domain);
        sa_hint(err, "name each forest once, by any one of its domains");
        return SA_E_INPUT;
    }
    return 0;
}

int sa_plan_add_forest(struct sa_plan *plan, const struct sa_plan_forest *forest,
                       struct sa_error *err)
{
    int r = check_forest(plan, forest, err);
    if (r < 0)
        return r;
    struct sa_plan_forest *forests =
        reallocarray(plan->forests, plan->forest_count + 1, sizeof *forests);
    if (!forests)
        return sa_fail_nomem(err);
    plan->forests = forests;
    struct sa_plan_forest copy = *forest;
    bool failed = false;
    copy.name = copy_text(plan, forest->name, &failed);
    copy.accounts = copy_list(plan, forest->accounts, &failed);
    copy.host = copy_host(plan, &forest->host, &failed);
    copy.ldap.domain = copy_text(plan, forest->ldap.domain, &failed);
    copy.ldap.servers = copy_list(plan, forest->ldap.servers, &failed);
    copy.ldap.site = copy_text(plan, forest->ldap.site, &failed);
    copy.ldap.user = copy_text(plan, forest->ldap.user, &failed);
    copy.ldap.realm = copy_text(plan, forest->ldap.realm, &failed);
    copy.ldap.ccache = copy_text(plan, forest->ldap.ccache, &failed);
    copy.ldap.keytab = copy_text(plan, forest->ldap.keytab, &failed);
    copy.ldap.ca_file = copy_text(plan, forest->ldap.ca_file, &failed);
    copy.ldap.cert_file = copy_text(plan, forest->ldap.cert_file, &failed);
    copy.ldap.key_file = copy_text(plan, forest->ldap.key_file, &failed);
    if (failed)
        return sa_fail_nomem(err);
    plan->forests[plan->forest_count++] = copy;
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

/* Is it the name of one of the first targets and forests? */
static bool taken(const struct sa_plan *plan, size_t targets, size_t forests, const char *name)
{
    for (size_t i = 0; i < targets; i++) {
        if (sa_text_same(plan->targets[i].name, name))
            return true;
    }
    for (size_t i = 0; i < forests; i++) {
        if (sa_text_same(plan->forests[i].name, name))
            return true;
    }
    return false;
}

/* "base#2", "base#3", ... until one is free among the first targets and forests. */
static const char *free_name(struct sa_plan *plan, size_t targets, size_t forests, const char *base)
{
    const char *name = base;
    for (unsigned n = 2; name && taken(plan, targets, forests, name); n++)
        name = sa_arena_printf(&plan->arena, "%s#%u", base, n);
    return name;
}

int sa_plan_unique_name(struct sa_plan *plan, const char *base, const char **ret,
                        struct sa_error *err)
{
    *ret = free_name(plan, plan->count, plan->forest_count, base);
    return *ret ? 0 : sa_fail_nomem(err);
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

/* "sync01.fabrikam.example" is the computer SYNC01; an address stays one. */
static const char *host_name(struct sa_plan *plan, const char *host)
{
    size_t len = strcspn(host, ".");
    if (host[strspn(host, "0123456789.")] == '\0' || strchr(host, ':'))
        return host;
    char *name = sa_arena_copy(&plan->arena, host, len);
    for (size_t i = 0; name && i < len; i++)
        name[i] = (char)(name[i] >= 'a' && name[i] <= 'z' ? name[i] - 'a' + 'A' : name[i]);
    return name;
}

static const char *own_name(struct sa_plan *plan, const struct sa_plan_target *target)
{
    struct sa_export_identity identity;
    struct sa_error ignored = {0};
    if (!target->export_folder)
        return target->host.http.host ? host_name(plan, target->host.http.host) : "server";
    if (sa_export_peek(target->export_folder, &identity, &ignored) == 0 &&
        is_plain_name(identity.server_name))
        return sa_arena_text(&plan->arena, identity.server_name);
    return folder_name(plan, target->export_folder);
}

static int named_twice(const char *name, const char *kind, struct sa_error *err)
{
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "two %ss are named '%s'", kind, name);
    sa_hint(err, "give each %s a name of its own", kind);
    return SA_E_INPUT;
}

static int name_forests(struct sa_plan *plan, struct sa_error *err)
{
    for (size_t i = 0; i < plan->forest_count; i++) {
        struct sa_plan_forest *forest = &plan->forests[i];
        const char *base = forest->name;
        if (base && taken(plan, plan->count, i, base))
            return named_twice(base, "target", err);
        if (!base)
            base = forest->ldap.domain ? forest->ldap.domain : forest->ldap.servers[0];
        forest->name = free_name(plan, plan->count, i, base);
        if (!forest->name)
            return sa_fail_nomem(err);
    }
    return 0;
}

/* The one server without a host whose export calls it `name`; NULL: none, or several. */
static struct sa_plan_target *only_export_of(struct sa_plan *plan, const char *name)
{
    struct sa_plan_target *found = NULL;
    for (size_t i = 0; i < plan->count; i++) {
        struct sa_plan_target *target = &plan->targets[i];
        if (!target->export_folder || target->host.http.host)
            continue;
        const char *own = own_name(plan, target);
        const char *first = own ? sa_arena_copy(&plan->arena, own, strcspn(own, ".")) : NULL;
        if (!first || !sa_text_same(first, name))
            continue;
        if (found)
            return NULL;
        found = target;
    }
    return found;
}

/* Does the target's host belong to an export of the plan? Then the export's target has it now. */
static int join_host(struct sa_plan *plan, struct sa_plan_target *target, bool *ret_joined,
                     struct sa_error *err)
{
    *ret_joined = false;
    if (!target->host.http.host || target->export_folder || target->name)
        return 0;
    const char *name = host_name(plan, target->host.http.host);
    if (!name)
        return sa_fail_nomem(err);
    struct sa_plan_target *partner = only_export_of(plan, name);
    if (partner) {
        partner->host = target->host;
        *ret_joined = true;
    }
    return 0;
}

/* A host and an export that are one server become one target. */
static int join_hosts(struct sa_plan *plan, struct sa_error *err)
{
    size_t kept = 0;
    int r = 0;
    bool *joined = calloc(plan->count + 1, sizeof *joined);
    if (!joined)
        return sa_fail_nomem(err);
    for (size_t i = 0; r == 0 && i < plan->count; i++)
        r = join_host(plan, &plan->targets[i], &joined[i], err);
    for (size_t i = 0; r == 0 && i < plan->count; i++) {
        if (!joined[i])
            plan->targets[kept++] = plan->targets[i];
    }
    if (r == 0)
        plan->count = kept;
    free(joined);
    return r;
}

int sa_plan_name_targets(struct sa_plan *plan, struct sa_error *err)
{
    int r = join_hosts(plan, err);
    if (r < 0)
        return r;
    for (size_t i = 0; i < plan->count; i++) {
        struct sa_plan_target *target = &plan->targets[i];
        const char *base = target->name ? target->name : own_name(plan, target);
        if (target->name && taken(plan, i, 0, base))
            return named_twice(base, "server", err);
        target->name = base ? free_name(plan, i, 0, base) : NULL;
        if (!target->name)
            return sa_fail_nomem(err);
    }
    return name_forests(plan, err);
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
    free(plan->forests);
    sa_arena_done(&plan->arena);
    *plan = (struct sa_plan)SA_PLAN_INIT;
}
