/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right: named rights out of descriptors, and everything of the source into the snapshot.
 *
 * A descriptor is looked at from several sides (views): the object itself, and, where objects lie
 * below, what each class of them inherits. In each view the ACEs are sorted by trustee once, so that a
 * trustee is judged by its own ACEs and not by all: a descriptor with thousands of trustees costs as
 * much as its ACEs, not their square. Stored order is kept among the ACEs of one trustee, and for an
 * account among all ACEs of its token: order decides between allow and deny. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "forest_right.h"
#include "forest_value.h"

#define VIEWS 8
/* Rows of one object in one table. */
#define OBJECT_ROWS ((size_t)200000)

struct view {
    const char *reach;
    struct sa_secdesc sd;
    const struct sa_guid *class_guid;
    const struct sa_sid *sid; /* of the object */
    bool is_head;
};

struct views {
    struct view view[VIEWS];
    size_t count;
};

/* One way through the rights of the forest. */
struct scale {
    struct sa_ad *ad;
    struct sa_arena *arena; /* for one object */
    uint64_t *work;
    struct sa_power *powers;
    size_t room;
};

static const struct sa_sid everyone = {.authority = 1, .count = 1, .sub = {0}};
static const struct sa_sid self = {.authority = 5, .count = 1, .sub = {10}};
static const struct sa_sid owner_rights = {.authority = 3, .count = 1, .sub = {4}};

static bool kind_is(const struct sa_ad_object *object, const char *kind)
{
    return strcmp(object->kind, kind) == 0;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is counted down by way of the scale */
static int scale_init(struct scale *scale, struct sa_ad *ad, struct sa_arena *arena, uint64_t *work,
                      struct sa_error *err)
{
    *scale = (struct scale){.ad = ad, .arena = arena, .work = work};
    scale->room = SA_POWERS_MAX + 2 * ad->secret_count;
    scale->powers = sa_arena_array(arena, scale->room, sizeof *scale->powers);
    return scale->powers != NULL ? 0 : sa_fail_nomem(err);
}

static int make_views(struct sa_arena *arena, const struct sa_ad_object *object,
                      const struct sa_secdesc *sd, bool only_object, struct views *ret,
                      struct sa_error *err)
{
    static const char *const classes[] = {"user",    "inetOrgPerson",      "group",      "computer",
                                          "contact", "organizationalUnit", "msDS-Device"};

    ret->view[0] =
        (struct view){.reach = "object",
                      .sd = *sd,
                      .class_guid = sa_class_guid(object->class_name),
                      .sid = object->has_sid ? &object->sid : NULL,
                      .is_head = kind_is(object, "domain") || kind_is(object, "configuration")};
    ret->count = 1;
    /* Nobody's account lies below the configuration or AdminSDHolder. */
    if (only_object || sd->dacl == SA_DACL_NULL ||
        !(kind_is(object, "domain") || kind_is(object, "ou") || kind_is(object, "container")))
        return 0;
    for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
        struct view *view = &ret->view[ret->count];
        int r = 0;

        *view = (struct view){.reach = classes[i], .class_guid = sa_class_guid(classes[i])};
        if (view->class_guid == NULL)
            continue;
        r = sa_secdesc_inherit(sd, view->class_guid, arena, &view->sd, err);
        if (r < 0)
            return r;
        ret->count++;
    }
    return 0;
}

/* The powers of a token in a view, of which `sd` holds the ACEs that can concern it. */
static int weigh(const struct scale *scale, const struct view *view, const struct sa_secdesc *sd,
                 const struct sa_token *token, size_t *ret_count, struct sa_error *err)
{
    struct sa_access_object object = {.sd = sd, .sid = view->sid, .class_guid = view->class_guid};
    uint64_t cost = (uint64_t)(sd->ace_count + 1) * scale->room;

    if (*scale->work < cost) {
        *scale->work = 0;
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the forest's descriptors take too long to judge");
    }
    *scale->work -= cost;
    *ret_count = sa_powers(&object, token, view->is_head, scale->ad->secrets,
                           scale->ad->secret_count, scale->powers, scale->room);
    if (*ret_count > scale->room)
        *ret_count = scale->room;
    return 0;
}

/* The ACEs that can concern a token. What is there for the object itself or its owner is kept too:
 * whether it counts is not decided here. */
static struct sa_secdesc pick(const struct sa_secdesc *sd, const struct sa_token *token,
                              struct sa_ace *room)
{
    struct sa_secdesc some = *sd;

    some.aces = room;
    some.ace_count = 0;
    for (size_t i = 0; i < sd->ace_count; i++) {
        const struct sa_ace *ace = &sd->aces[i];

        if (ace->known && ace->kind != SA_ACE_OTHER &&
            (sa_token_has(token, &ace->sid) || sa_sid_same(&ace->sid, &self) ||
             sa_sid_same(&ace->sid, &owner_rights)))
            room[some.ace_count++] = *ace;
    }
    return some;
}

/* Grants ------------------------------------------------------------------------------------- */

struct granting {
    struct scale scale;
    const struct view *view;
    struct sa_ace *room; /* for pick() */
    sa_ad_grant_fn *each;
    void *payload;
};

static int grant_one(struct granting *g, const struct sa_secdesc *sd, const struct sa_sid *sid,
                     struct sa_error *err)
{
    struct sa_token token;
    size_t count = 0;
    int r = sa_token_single(&token, sid, g->scale.arena, err);

    if (r == 0)
        r = weigh(&g->scale, g->view, sd, &token, &count, err);
    for (size_t i = 0; r == 0 && i < count; i++)
        r = g->each(g->payload,
                    &(struct sa_ad_grant){
                        .sid = sid, .reach = g->view->reach, .power = &g->scale.powers[i]},
                    err);
    return r;
}

/* For the few trustees whose rights depend on ACEs of others: the owner, and the object itself. */
static int grant_picked(struct granting *g, const struct sa_sid *sid, struct sa_error *err)
{
    struct sa_token token;
    struct sa_secdesc some;
    int r = sa_token_single(&token, sid, g->scale.arena, err);

    if (r < 0)
        return r;
    some = pick(&g->view->sd, &token, g->room);
    return grant_one(g, &some, sid, err);
}

static int by_trustee(const void *left, const void *right)
{
    const struct sa_ace *a = *(const struct sa_ace *const *)left;
    const struct sa_ace *b = *(const struct sa_ace *const *)right;
    int order = sa_sid_compare(&a->sid, &b->sid);

    /* Both point into one array: its order is the stored one. */
    return order != 0 ? order : (a > b) - (a < b);
}

/* Copies of the ACEs that speak of trustees, those of one trustee side by side. CREATOR OWNER and its
 * like are in nobody's token; OWNER RIGHTS is judged with the owner. */
static struct sa_ace *sort_aces(struct sa_arena *arena, const struct sa_secdesc *sd,
                                size_t *ret_count)
{
    const struct sa_ace **order = sa_arena_array(arena, sd->ace_count + 1, sizeof(struct sa_ace *));
    struct sa_ace *sorted = sa_arena_array(arena, sd->ace_count + 1, sizeof *sorted);
    size_t count = 0;

    if (order == NULL || sorted == NULL)
        return NULL;
    for (size_t i = 0; i < sd->ace_count; i++)
        if (sd->aces[i].known && sd->aces[i].kind != SA_ACE_OTHER && sd->aces[i].sid.authority != 3)
            order[count++] = &sd->aces[i];
    qsort(order, count, sizeof(const struct sa_ace *), by_trustee);
    for (size_t i = 0; i < count; i++)
        sorted[i] = *order[i];
    *ret_count = count;
    return sorted;
}

static int grant_view(struct granting *g, struct sa_error *err)
{
    const struct sa_secdesc *sd = &g->view->sd;
    struct sa_secdesc some = *sd;
    const struct sa_sid *owner = sd->has_owner ? &sd->owner : NULL;
    size_t count = 0, end = 0;
    struct sa_ace *aces = sort_aces(g->scale.arena, sd, &count);
    int r = 0;

    g->room = sa_arena_array(g->scale.arena, sd->ace_count + 1, sizeof *g->room);
    if (aces == NULL || g->room == NULL)
        return sa_fail_nomem(err);
    if (sd->dacl == SA_DACL_NULL)
        r = grant_one(g, sd, &everyone, err);
    if (r == 0 && owner != NULL)
        r = grant_picked(g, owner, err);
    for (size_t begin = 0; r == 0 && begin < count; begin = end) {
        const struct sa_sid *sid = &aces[begin].sid;

        for (end = begin + 1; end < count && sa_sid_same(&aces[end].sid, sid);)
            end++;
        if (owner != NULL && sa_sid_same(owner, sid))
            continue;
        some.aces = &aces[begin];
        some.ace_count = end - begin;
        r = g->view->sid != NULL && sa_sid_same(g->view->sid, sid) ? grant_picked(g, sid, err)
                                                                   : grant_one(g, &some, sid, err);
    }
    return r;
}

int sa_ad_grants_each(struct sa_ad *ad, const struct sa_ad_object *object, bool only_object,
                      uint64_t *work, sa_ad_grant_fn *each, void *payload, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_AD_SCRATCH);
    struct granting granting = {.each = each, .payload = payload};
    struct sa_secdesc sd = {0};
    struct views views;
    int r = scale_init(&granting.scale, ad, &arena, work, err);

    if (r == 0)
        r = sa_ad_object_decode(object, &arena, &sd, err);
    if (r == 0)
        r = make_views(&arena, object, &sd, only_object, &views, err);
    for (size_t i = 0; r == 0 && i < views.count; i++) {
        granting.view = &views.view[i];
        r = grant_view(&granting, err);
    }
    return r;
}

/* Storing ------------------------------------------------------------------------------------ */

struct holder {
    const struct sa_ad_account *account;
    struct sa_token token;
};

struct storing {
    struct sa_ad *ad;
    struct sa_batch *batch;
    uint64_t work;
    size_t rows;        /* still allowed in the forest */
    size_t object_rows; /* still allowed for this object */
    const struct sa_ad_object *object;
    struct holder *holders;
    size_t holder_count;
};

static int use_row(struct storing *s, struct sa_error *err)
{
    if (s->rows == 0 || s->object_rows == 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "too many rights to keep them all");
    s->rows--;
    s->object_rows--;
    return 0;
}

/* Which classes of children somebody may create below a user or computer concerns nobody; that is most of
 * what full control would list. create_all_children and delete_all_children stay. */
static bool is_noise(const char *reach, const struct sa_power *power)
{
    return strcmp(reach, "object") != 0 && strcmp(reach, "organizationalUnit") != 0 &&
           (strcmp(power->right, "create_child") == 0 || strcmp(power->right, "delete_child") == 0);
}

static int store_grant(void *payload, const struct sa_ad_grant *grant, struct sa_error *err)
{
    struct storing *s = payload;
    char sid[SA_SID_TEXT_SIZE];
    int r = 0;

    if (is_noise(grant->reach, grant->power))
        return 0;
    if (sa_sid_tier_of(grant->sid) == SA_SID_TIER0 && !kind_is(s->object, "domain") &&
        !kind_is(s->object, "configuration"))
        return 0;
    r = use_row(s, err);
    if (r < 0)
        return r;
    sa_sid_format(grant->sid, sid);
    /* A schema may name two attributes alike: the second says nothing new. */
    return SA_INSERT(
        s->batch, NULL, err,
        "INSERT OR IGNORE INTO ad_grant (object_id, sid, right, what, reach, inherited,"
        " conditional) VALUES (?, ?, ?, ?, ?, ?, ?)",
        SA_INT(s->object->row_id), SA_TEXT(sid), SA_TEXT(grant->power->right),
        SA_TEXT(grant->power->what), SA_TEXT(grant->reach), SA_INT(grant->power->inherited),
        SA_INT(grant->power->conditional));
}

static int store_account_right(struct storing *s, const struct holder *holder,
                               const struct view *view, const struct sa_power *power,
                               struct sa_error *err)
{
    char via[SA_SID_TEXT_SIZE];
    const struct sa_sid *sid = &power->via;
    int r = 0;

    /* What everybody may read is told by ad_grant, once. */
    if (is_noise(view->reach, power) ||
        (strcmp(power->right, "read_all_properties") == 0 && sa_sid_tier_of(sid) == SA_SID_BROAD))
        return 0;
    r = use_row(s, err);
    if (r < 0)
        return r;
    sa_sid_format(sid, via);
    return SA_INSERT(s->batch, NULL, err,
                     "INSERT OR IGNORE INTO ad_account_right (account_id, object_id, right, what,"
                     " reach, via_sid, conditional) VALUES (?, ?, ?, ?, ?, ?, ?)",
                     SA_INT(holder->account->row_id), SA_INT(s->object->row_id),
                     SA_TEXT(power->right), SA_TEXT(power->what), SA_TEXT(view->reach),
                     SA_TEXT(via), SA_INT(power->conditional));
}

static int store_view(struct storing *s, const struct scale *scale, const struct view *view,
                      struct sa_error *err)
{
    struct sa_ace *room = sa_arena_array(scale->arena, view->sd.ace_count + 1, sizeof *room);
    int r = room != NULL ? 0 : sa_fail_nomem(err);

    for (size_t i = 0; r == 0 && i < s->holder_count; i++) {
        const struct holder *holder = &s->holders[i];
        struct sa_secdesc some = pick(&view->sd, &holder->token, room);
        size_t count = 0;

        if (*scale->work > view->sd.ace_count)
            *scale->work -= view->sd.ace_count;
        r = weigh(scale, view, &some, &holder->token, &count, err);
        for (size_t p = 0; r == 0 && p < count; p++)
            r = store_account_right(s, holder, view, &scale->powers[p], err);
    }
    return r;
}

static int store_account_rights(struct storing *s, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_AD_SCRATCH);
    struct scale scale;
    struct sa_secdesc sd = {0};
    struct views views;
    int r = scale_init(&scale, s->ad, &arena, &s->work, err);

    if (r == 0)
        r = sa_ad_object_decode(s->object, &arena, &sd, err);
    if (r == 0)
        r = make_views(&arena, s->object, &sd, false, &views, err);
    for (size_t i = 0; r == 0 && i < views.count; i++)
        r = store_view(s, &scale, &views.view[i], err);
    return r;
}

/* The rows of one object; a bound that is reached becomes a gap. */
static int store_powers(struct storing *s, struct sa_error *err)
{
    struct sa_error why = {0};
    int r = 0;

    s->object_rows = OBJECT_ROWS;
    r = sa_ad_grants_each(s->ad, s->object, false, &s->work, store_grant, s, &why);
    if (r == 0) {
        s->object_rows = OBJECT_ROWS;
        r = store_account_rights(s, &why);
    }
    if (r == SA_E_LIMIT)
        return sa_ad_gap(s->ad, "ad_right", "right", s->object->dn, &why, err);
    if (r < 0 && err != NULL)
        *err = why;
    return r;
}

static struct sa_value id_or_null(int64_t id)
{
    return id != 0 ? SA_INT(id) : SA_NULL;
}

static struct sa_value text_or_null(const char *text)
{
    return *text != '\0' ? SA_TEXT(text) : SA_NULL;
}

static struct sa_value flag_if(bool seen, bool flag)
{
    return seen ? SA_INT(flag) : SA_NULL;
}

static int store_object(struct sa_ad *ad, struct sa_batch *batch, struct sa_ad_object *object,
                        struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_AD_SCRATCH);
    SA_CLEANUP(sa_buf_done) struct sa_buf sddl = SA_BUF_INIT(16 * SA_MIB);
    struct sa_secdesc sd = {0};
    size_t domain = object->record->domain;
    char sid[SA_SID_TEXT_SIZE] = "", owner[SA_SID_TEXT_SIZE] = "";
    int64_t account = object->account != NULL ? object->account->row_id : 0;
    int64_t domain_row = domain < ad->domain_count ? ad->domains[domain].row_id : 0;
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    const char *dn = sa_ad_visible_text(&reading, object->dn);
    const char *key = sa_ad_visible_text(&reading, object->dn_key);
    const char *name = sa_ad_visible_text(&reading, object->name);
    const char *class_name = sa_ad_visible_text(&reading, object->class_name);
    bool seen = object->readable;
    int r = reading.status;

    if (r < 0)
        return r;
    if (seen) {
        r = sa_ad_object_decode(object, &arena, &sd, err);
        if (r == 0)
            r = sa_secdesc_add_sddl(&sddl, &sd);
        if (r < 0)
            return r == SA_E_NOMEM ? sa_fail_nomem(err) : r;
    }
    if (object->has_sid)
        sa_sid_format(&object->sid, sid);
    if (seen && sd.has_owner)
        sa_sid_format(&sd.owner, owner);
    return SA_INSERT(
        batch, &object->row_id, err,
        "INSERT INTO ad_object (target_id, domain_id, kind, dn, dn_key, name, class, sid,"
        " account_id, readable, owner_sid, open_to_all, inheritance_blocked, has_unknown, sddl,"
        " evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(ad->target_id), id_or_null(domain_row), SA_TEXT(object->kind), SA_TEXT(dn),
        SA_TEXT(key), SA_TEXT(name), SA_TEXT(class_name), text_or_null(sid), id_or_null(account),
        SA_INT(seen), text_or_null(owner), flag_if(seen, sd.dacl == SA_DACL_NULL),
        flag_if(seen, (sd.control & SA_SD_DACL_PROTECTED) != 0), flag_if(seen, sd.has_unknown),
        seen ? SA_TEXT(sa_buf_text(&sddl)) : SA_NULL, id_or_null(object->record->evidence_id));
}

/* An account that is in the forest only because it is a server's computer has no rights of interest:
 * what a server's computer may do in the directory is little, and not given by synchronisation. */
static bool is_holder(const struct sa_ad_account *account)
{
    for (const struct sa_ad_role *role = account->roles; role != NULL; role = role->next)
        if (strcmp(role->role, "server") != 0)
            return account->row_id != 0;
    return false;
}

static int make_holders(struct storing *s, struct sa_arena *arena, struct sa_error *err)
{
    s->holders = sa_arena_array(arena, s->ad->account_count + 1, sizeof *s->holders);
    if (s->holders == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < s->ad->account_count; i++) {
        const struct sa_ad_account *account = &s->ad->accounts[i];
        struct holder *holder = &s->holders[s->holder_count];
        int r = 0;

        if (!is_holder(account))
            continue;
        holder->account = account;
        r = sa_token_init(&holder->token, &account->sid, account->groups, account->group_count,
                          arena, err);
        if (r < 0)
            return r;
        s->holder_count++;
    }
    return 0;
}

static int store_above(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .err = err};

    for (const struct sa_ad_above *above = ad->rights->above; above != NULL; above = above->next) {
        const char *detail = NULL;
        int r = 0;

        if (above->account->row_id == 0 || above->object->row_id == 0)
            continue;
        detail = sa_ad_visible_text(&reading, above->detail);
        if (reading.status < 0)
            return reading.status;
        r = SA_INSERT(batch, NULL, err,
                      "INSERT OR IGNORE INTO ad_above (account_id, object_id, relation, distance,"
                      " detail) VALUES (?, ?, ?, ?, ?)",
                      SA_INT(above->account->row_id), SA_INT(above->object->row_id),
                      SA_TEXT(above->relation), SA_INT((int64_t)above->distance), SA_TEXT(detail));
        if (r < 0)
            return r;
    }
    return 0;
}

static int store_evidence(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
        int r = o->record->entry != NULL ? sa_ad_evidence(ad, batch, o->record, err) : 0;

        if (r < 0)
            return r;
    }
    return 0;
}

int sa_ad_store_rights(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_FOREST_MODEL);
    struct storing s = {.ad = ad, .batch = batch, .work = SA_AD_WORK, .rows = SA_LIMIT_ITEMS};
    int r = 0;

    if (ad->rights == NULL)
        return 0;
    r = make_holders(&s, &arena, err);
    /* All evidence before the first fact: it survives when the facts do not. */
    if (r == 0)
        r = store_evidence(ad, batch, err);
    for (struct sa_ad_object *o = ad->rights->objects; r == 0 && o != NULL; o = o->next) {
        if (sa_ad_object_is_absent(o))
            continue;
        s.object = o;
        r = sa_ad_is_cancelled(ad) ? sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped")
                                   : store_object(ad, batch, o, err);
        if (r == 0 && o->readable)
            r = store_powers(&s, err);
    }
    if (r == 0)
        r = store_above(ad, batch, err);
    if (r == 0)
        r = sa_ad_principals_store(ad, batch, err);
    return r == 0 ? sa_ad_store_gaps(ad, batch, "ad_right", err) : r;
}
