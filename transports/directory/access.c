/* SPDX-License-Identifier: Apache-2.0 */
/* Effective rights as a domain controller computes them ([MS-ADTS] 5.1.3.3).
 *
 * ACEs are read in stored order, never sorted: canonical order is a custom of the tools that write
 * descriptors, and an explicit allow before an inherited deny is how exceptions are made. For one
 * bit the first ACE that speaks of it decides; so it does for a mask of them, bit by bit.
 *
 * Conditions are not evaluated. An allow under a condition may hold, so it counts and is marked; a
 * deny under a condition may not hold, so it does not count. The result is never less than what
 * the domain controller would grant. */
#include "access.h"

#include <stdlib.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

static const struct sa_sid everyone = {.authority = 1, .count = 1, .sub = {0}};
static const struct sa_sid owner_rights = {.authority = 3, .count = 1, .sub = {4}};
static const struct sa_sid principal_self = {.authority = 5, .count = 1, .sub = {10}};

/* Every token has these: nobody reads the directory as anonymous here. */
static const struct sa_sid always[] = {
    {.authority = 1, .count = 1, .sub = {0} }, /* Everyone */
    {.authority = 5, .count = 1, .sub = {2} }, /* NETWORK */
    {.authority = 5, .count = 1, .sub = {11}}, /* Authenticated Users */
    {.authority = 5, .count = 1, .sub = {15}}, /* This Organization */
};

static int compare_sids(const void *a, const void *b)
{
    return sa_sid_compare(a, b);
}

int sa_token_init(struct sa_token *token, const struct sa_sid *self, const struct sa_sid *groups,
                  size_t count, struct sa_arena *arena, struct sa_error *err)
{
    size_t used = 0;
    struct sa_sid *sids = NULL;

    if (count > SA_LIMIT_TOKEN)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "an account is in %zu groups; at most %d are considered", count,
                       SA_LIMIT_TOKEN);
    sids = sa_arena_array(arena, count + 1 + SA_COUNT(always), sizeof(*sids));
    if (sids == NULL)
        return sa_fail_nomem(err);
    sids[used++] = *self;
    for (size_t i = 0; i < SA_COUNT(always); i++)
        sids[used++] = always[i];
    for (size_t i = 0; i < count; i++)
        sids[used++] = groups[i];
    qsort(sids, used, sizeof(*sids), compare_sids);
    token->count = 0;
    for (size_t i = 0; i < used; i++) {
        if (i == 0 || !sa_sid_same(&sids[i], &sids[token->count - 1]))
            sids[token->count++] = sids[i];
    }
    token->sids = sids;
    token->self = *self;
    return 0;
}

int sa_token_single(struct sa_token *token, const struct sa_sid *sid, struct sa_arena *arena,
                    struct sa_error *err)
{
    struct sa_sid *sids = sa_arena_alloc(arena, sizeof(*sids));

    if (sids == NULL)
        return sa_fail_nomem(err);
    *sids = *sid;
    *token = (struct sa_token){.sids = sids, .count = 1, .self = *sid};
    return 0;
}

bool sa_token_has(const struct sa_token *token, const struct sa_sid *sid)
{
    return token->count > 0 &&
           bsearch(sid, token->sids, token->count, sizeof(*token->sids), compare_sids) != NULL;
}

/* PRINCIPAL_SELF stands for the SID of the object: on a group it is whoever is in the group. */
static bool speaks_to(const struct sa_ace *ace, const struct sa_access_view *view,
                      const struct sa_sid *object_sid, const struct sa_token *token)
{
    if (ace->kind == SA_ACE_OTHER || (ace->flags & SA_ACE_INHERIT_ONLY))
        return false;
    if (ace->kind == SA_ACE_DENY && ace->conditional)
        return false;
    if (sa_token_has(token, &ace->sid))
        return true;
    if (view->owns && sa_sid_same(&ace->sid, &owner_rights))
        return true;
    return object_sid != NULL && sa_sid_same(&ace->sid, &principal_self) &&
           sa_token_has(token, object_sid);
}

/* An entry for OWNER RIGHTS replaces what an owner has by being one. */
static bool has_owner_rights(const struct sa_secdesc *sd)
{
    for (size_t i = 0; i < sd->ace_count; i++) {
        const struct sa_ace *ace = &sd->aces[i];

        if (ace->kind != SA_ACE_OTHER && !(ace->flags & SA_ACE_INHERIT_ONLY) && !ace->conditional &&
            sa_sid_same(&ace->sid, &owner_rights))
            return true;
    }
    return false;
}

void sa_access_look(struct sa_access_view *view, const struct sa_access_object *object,
                    const struct sa_token *token)
{
    const struct sa_secdesc *sd = object->sd;

    view->sd = sd;
    view->class_guid = object->class_guid;
    view->count = sd->ace_count < SA_LIMIT_ACES ? sd->ace_count : SA_LIMIT_ACES;
    view->owns = sd->has_owner && sa_token_has(token, &sd->owner);
    view->owner_implied = view->owns && !has_owner_rights(sd);
    for (size_t i = 0; i < view->count; i += 64)
        view->speaks[i / 64] = 0;
    for (size_t i = 0; i < view->count; i++) {
        if (speaks_to(&sd->aces[i], view, object->sid, token))
            view->speaks[i / 64] |= UINT64_C(1) << i % 64;
    }
}

static bool in_path(const struct sa_guid *guid, const struct sa_access_path *path)
{
    for (size_t i = 0; i < SA_COUNT(path->guids); i++) {
        if (path->guids[i] != NULL && sa_guid_same(guid, path->guids[i]))
            return true;
    }
    return false;
}

struct sa_access_answer sa_access_ask(const struct sa_access_view *view, uint32_t bit,
                                      const struct sa_access_path *path)
{
    const struct sa_secdesc *sd = view->sd;
    struct sa_access_answer maybe = {0};

    if (sd->dacl == SA_DACL_NULL)
        return (struct sa_access_answer){.allowed = true};
    for (size_t i = 0; i < view->count; i++) {
        const struct sa_ace *ace = &sd->aces[i];

        if (!(ace->mask & bit) || !(view->speaks[i / 64] >> i % 64 & 1))
            continue;
        if (ace->has_object && !in_path(&ace->object, path))
            continue;
        if (ace->kind == SA_ACE_DENY)
            return maybe;
        if (!ace->conditional)
            return (struct sa_access_answer){.allowed = true, .by = ace};
        if (!maybe.allowed)
            maybe = (struct sa_access_answer){.allowed = true, .conditional = true, .by = ace};
    }
    return maybe;
}

/* The class is the root of the tree of object types, so an entry for the object's own class is one
 * for the object. Rights, validated writes and children do not stand in that tree. */
struct sa_access_answer sa_access_whole(const struct sa_access_view *view, uint32_t bit)
{
    static const uint32_t outside =
        SA_ACCESS_CREATE_CHILD | SA_ACCESS_DELETE_CHILD | SA_ACCESS_SELF | SA_ACCESS_CONTROL;
    struct sa_access_path path = {{bit & outside ? NULL : view->class_guid}};

    if (view->owner_implied && (bit & (SA_ACCESS_READ_CONTROL | SA_ACCESS_WRITE_DACL)))
        return (struct sa_access_answer){.allowed = true};
    return sa_access_ask(view, bit, &path);
}

const struct sa_sid *sa_access_via(const struct sa_access_view *view,
                                   const struct sa_access_answer *answer)
{
    if (answer->by != NULL)
        return &answer->by->sid;
    return view->sd->dacl == SA_DACL_NULL ? &everyone : &view->sd->owner;
}

struct sa_access_path sa_access_property(const struct sa_access_view *view,
                                         const struct sa_guid *type,
                                         const struct sa_guid *property_set)
{
    return (struct sa_access_path){
        {view->class_guid, property_set, type}
    };
}

uint32_t sa_access_mask(const struct sa_access_object *object, const struct sa_token *token)
{
    struct sa_access_view view;
    uint32_t granted = 0;

    sa_access_look(&view, object, token);
    for (uint32_t bit = 1; bit <= SA_ACCESS_WRITE_OWNER; bit <<= 1) {
        if ((bit & SA_ACCESS_FULL) && sa_access_whole(&view, bit).allowed)
            granted |= bit;
    }
    return granted;
}

bool sa_access_typed(const struct sa_access_object *object, const struct sa_token *token,
                     uint32_t bit, const struct sa_guid *type, const struct sa_guid *property_set,
                     const struct sa_sid **ret_sid, bool *ret_conditional)
{
    struct sa_access_path path = {
        {NULL, property_set, type}
    };
    struct sa_access_view view;
    struct sa_access_answer answer;

    sa_access_look(&view, object, token);
    if (bit & (SA_ACCESS_READ_PROPERTY | SA_ACCESS_WRITE_PROPERTY))
        path = sa_access_property(&view, type, property_set);
    answer = sa_access_ask(&view, bit, &path);
    if (ret_sid != NULL)
        *ret_sid = answer.allowed ? sa_access_via(&view, &answer) : NULL;
    if (ret_conditional != NULL)
        *ret_conditional = answer.conditional;
    return answer.allowed;
}
