/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right: whose security descriptors matter, and reading them.
 *
 * Order: sa_ad_gather_heads() after the domains are known; sa_ad_replicators(); then, with the
 * accounts known, sa_ad_gather_rights(), which asks for
 *   1. AdminSDHolder, the device container, protected groups, containers that are synchronised, and
 *      every container between an account and its domain head: one search a domain for each 50;
 *   2. the GPOs that reach computers among the accounts (forest_gpo.c);
 *   3. names of the SIDs that occur (forest_principal.c).
 * Descriptors of accounts and privileged accounts were read together with them. Whatever was not
 * shown becomes an object with readable = 0 and a gap. docs/internals/effective-rights.md */
#include "forest_right.h"

#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

/* Ends a detail that would grow too long. */
#define MORE "and more"

int sa_ad_rights_init(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_rights *rights = NULL;

    if (ad->rights != NULL)
        return 0;
    rights = sa_arena_alloc(&ad->arena, sizeof *rights);
    if (rights == NULL)
        return sa_ad_fail_room(ad, err);
    rights->groups_asked = sa_arena_array(&ad->arena, ad->domain_count + 1, sizeof(bool));
    if (rights->groups_asked == NULL)
        return sa_ad_fail_room(ad, err);
    rights->objects_end = &rights->objects;
    rights->above_end = &rights->above;
    rights->principals_end = &rights->principals;
    ad->rights = rights;
    return 0;
}

/* Heads -------------------------------------------------------------------------------------- */

struct sa_ldap *sa_ad_config_connection(const struct sa_ad *ad)
{
    struct sa_ldap *any = NULL;

    for (size_t i = 0; i < ad->domain_count; i++) {
        if (ad->domains[i].ldap != NULL && ad->domains[i].is_root)
            return ad->domains[i].ldap;
        if (any == NULL)
            any = ad->domains[i].ldap;
    }
    return any;
}

static int read_config_head(struct sa_ad *ad, struct sa_error *err)
{
    static const char *const attributes[] = {"nTSecurityDescriptor", "objectClass", NULL};
    struct sa_ldap *ldap = sa_ad_config_connection(ad);
    struct sa_ad_object *object = NULL;
    struct sa_error why = {0};
    int r = 0;

    if (ad->config_dn == NULL || ldap == NULL)
        return 0;
    r = sa_ad_object_add(ad, "configuration", ad->config_dn, NULL, &object, err);
    if (r < 0)
        return r == SA_E_LIMIT ? 0 : r;
    object->own.domain = SIZE_MAX;
    object->class_name = "configuration";
    r = sa_ldap_read(ldap, ad->config_dn, attributes, 7, &ad->arena, &object->own.entry, &why);
    if (sa_ad_is_fatal(r)) {
        if (err != NULL)
            *err = why;
        return r;
    }
    if (r == 0)
        return sa_ad_object_take(ad, object, err);
    object->own.entry = NULL;
    object->status = r;
    object->why = sa_arena_text(&ad->arena, why.message);
    return object->why != NULL ? 0 : sa_ad_fail_room(ad, err);
}

int sa_ad_gather_heads(struct sa_ad *ad, struct sa_error *err)
{
    int r = sa_ad_rights_init(ad, err);

    for (size_t i = 0; r == 0 && i < ad->domain_count; i++) {
        struct sa_ad_domain *domain = &ad->domains[i];
        struct sa_ad_object *object = NULL;

        if (domain->dn == NULL)
            continue;
        domain->record.domain = i;
        r = sa_ad_object_add(ad, "domain", domain->dn, &domain->record, &object, err);
        if (r == SA_E_LIMIT) {
            r = sa_ad_right_gap(ad, "right", domain->dns_name, SA_E_LIMIT,
                                "the distinguished name of the domain is too long", err);
            continue;
        }
        if (r < 0)
            return r;
        object->name = domain->dns_name;
        if (*object->class_name == '\0')
            object->class_name = "domainDNS";
        if (domain->has_sid && !object->has_sid) {
            object->has_sid = true;
            object->sid = domain->sid;
        }
        if (domain->record.entry == NULL && domain->ldap == NULL) {
            object->status = SA_E_NETWORK;
            object->why = "no domain controller of the domain could be asked";
        }
    }
    return r == 0 ? read_config_head(ad, err) : r;
}

struct holders {
    struct sa_sid *sids;
    size_t count, size;
};

static int add_holder(struct sa_ad *ad, struct holders *holders, const struct sa_sid *sid,
                      struct sa_error *err)
{
    for (size_t i = 0; i < holders->count; i++)
        if (sa_sid_same(&holders->sids[i], sid))
            return 0;
    if (holders->count == SA_LIMIT_FOREST_ACCOUNTS)
        return sa_ad_right_gap(ad, "right", ad->root_domain, SA_E_LIMIT,
                               "too many trustees may replicate secrets; some were not looked up",
                               err);
    if (holders->count == holders->size) {
        size_t size = holders->size > 0 ? 2 * holders->size : 32;
        struct sa_sid *sids = sa_arena_array(&ad->arena, size, sizeof *sids);

        if (sids == NULL)
            return sa_ad_fail_room(ad, err);
        for (size_t i = 0; i < holders->count; i++)
            sids[i] = holders->sids[i];
        holders->sids = sids;
        holders->size = size;
    }
    holders->sids[holders->count++] = *sid;
    return 0;
}

struct replicators {
    struct sa_ad *ad;
    struct holders holders;
};

static int take_replicator(void *payload, const struct sa_ad_grant *grant, struct sa_error *err)
{
    struct replicators *found = payload;
    enum sa_sid_tier tier = sa_sid_tier_of(grant->sid);

    if (strcmp(grant->power->right, "replicate_changes_all") != 0 || tier == SA_SID_TIER0 ||
        tier == SA_SID_SELF || sa_sid_known_name(grant->sid) != NULL)
        return 0;
    return add_holder(found->ad, &found->holders, grant->sid, err);
}

int sa_ad_replicators(struct sa_ad *ad, struct sa_sid **ret, size_t *ret_count,
                      struct sa_error *err)
{
    struct replicators found = {.ad = ad};
    uint64_t work = SA_AD_WORK;

    for (struct sa_ad_object *o = ad->rights != NULL ? ad->rights->objects : NULL; o != NULL;
         o = o->next) {
        struct sa_error why = {0};
        int r = 0;

        if (strcmp(o->kind, "domain") != 0)
            continue;
        r = sa_ad_grants_each(ad, o, /* only_object= */ true, &work, take_replicator, &found, &why);
        /* What could not be read is told by sa_ad_gather_rights(). */
        if (r < 0 && r != SA_E_DENIED && r != SA_E_PROTOCOL && r != SA_E_LIMIT &&
            r != SA_E_NETWORK) {
            if (err != NULL)
                *err = why;
            return r;
        }
    }
    *ret = found.holders.sids;
    *ret_count = found.holders.count;
    return 0;
}

/* Which objects ------------------------------------------------------------------------------ */

int sa_ad_above_add(struct sa_ad *ad, struct sa_ad_account *account, struct sa_ad_object *object,
                    const char *relation, size_t distance, const char *detail, struct sa_error *err)
{
    struct sa_ad_rights *rights = ad->rights;
    struct sa_ad_above *above = object->above;

    if (above != NULL && above->account == account && strcmp(above->relation, relation) == 0) {
        size_t len = strlen(above->detail);

        if (len > SA_LIMIT_NAME)
            return 0; /* ends in "and more" already */
        if (len + strlen(detail) > SA_LIMIT_NAME)
            detail = MORE;
        above->detail = sa_arena_printf(&ad->arena, "%s; %s", above->detail, detail);
        return above->detail != NULL ? 0 : sa_ad_fail_room(ad, err);
    }
    if (rights->above_count == SA_AD_ABOVE) {
        bool noted = rights->above_full;

        rights->above_full = true;
        return noted ? 0
                     : sa_ad_right_gap(ad, "right", account->record.entry->dn, SA_E_LIMIT,
                                       "more objects lie above accounts than are looked at", err);
    }
    above = sa_arena_alloc(&ad->arena, sizeof *above);
    if (above == NULL)
        return sa_ad_fail_room(ad, err);
    *above = (struct sa_ad_above){.account = account,
                                  .object = object,
                                  .relation = relation,
                                  .detail = detail,
                                  .distance = distance};
    *rights->above_end = above;
    rights->above_end = &above->next;
    rights->above_count++;
    object->above = above;
    return 0;
}

/* Every container between the account and its domain head, then the head. */
static int add_chain(struct sa_ad *ad, struct sa_ad_account *account, struct sa_error *err)
{
    const char *dn = account->record.entry->dn;
    const struct sa_ad_domain *domain = NULL;
    struct sa_ad_object *head = NULL;
    size_t distance = 1;
    int r = 0;

    if (account->record.domain >= ad->domain_count || strlen(dn) > SA_LIMIT_NAME ||
        !sa_dn_within(dn, ad->domains[account->record.domain].dn))
        return sa_ad_right_gap(ad, "right", dn, SA_E_PROTOCOL,
                               "the account does not lie in the domain that told of it", err);
    domain = &ad->domains[account->record.domain];
    r = sa_ad_object_add(ad, "domain", domain->dn, NULL, &head, err);
    for (dn = sa_dn_parent(dn); r == 0 && dn != NULL; dn = sa_dn_parent(dn), distance++) {
        const char *kind = sa_text_starts(dn, "OU=") ? "ou" : "container";
        struct sa_ad_object *object = NULL;

        if (distance > SA_AD_DEPTH)
            return sa_ad_right_gap(ad, "right", account->record.entry->dn, SA_E_LIMIT,
                                   "too many containers lie above the account", err);
        r = sa_ad_object_want(ad, kind, dn, account->record.domain, &object, err);
        if (r < 0)
            break;
        r = sa_ad_above_add(ad, account, object, object == head ? "domain" : "parent", distance, "",
                            err);
        if (object == head)
            return r;
    }
    if (r == SA_E_LIMIT)
        return sa_ad_right_gap(ad, "right", account->record.entry->dn, r,
                               "not everything above the account could be looked at", err);
    return r;
}

static int add_accounts(struct sa_ad *ad, struct sa_error *err)
{
    for (size_t i = 0; i < ad->account_count; i++) {
        struct sa_ad_account *account = &ad->accounts[i];
        struct sa_ad_object *object = NULL;
        int r = sa_ad_object_add(ad, "account", account->record.entry->dn, &account->record,
                                 &object, err);

        if (r == SA_E_LIMIT)
            r = sa_ad_right_gap(ad, "right", account->record.entry->dn, r,
                                "its rights were not looked at", err);
        if (r < 0)
            return r;
        if (object != NULL) {
            object->account = account;
            object->has_sid = true;
            object->sid = account->sid;
            r = add_chain(ad, account, err);
        }
        if (r == 0 && !account->token_complete)
            r = sa_ad_right_gap(ad, "right", account->record.entry->dn, SA_E_DENIED,
                                "its groups were not readable, so it may hold more rights", err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int add_privileged(struct sa_ad *ad, struct sa_error *err)
{
    for (size_t i = 0; i < ad->privileged_count; i++) {
        struct sa_ad_privileged *p = &ad->privileged[i];
        struct sa_ad_object *object = NULL;
        bool is_group = sa_text_same(sa_ad_entry_class(p->record.entry), "group");
        int r = sa_ad_object_add(ad, is_group ? "group" : "privileged", p->record.entry->dn,
                                 &p->record, &object, err);

        if (r == SA_E_LIMIT)
            r = sa_ad_right_gap(ad, "right", p->record.entry->dn, r,
                                "its descriptor was not looked at", err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int add_well_known(struct sa_ad *ad, struct sa_error *err)
{
    static const struct {
        const char *prefix, *kind;
        bool optional;
    } known[] = {
        {"CN=AdminSDHolder,CN=System,", "adminsdholder", false},
        {"CN=RegisteredDevices,",       "container",     true },
    };

    for (size_t i = 0; i < ad->domain_count; i++) {
        for (size_t k = 0; ad->domains[i].dn != NULL && k < sizeof known / sizeof known[0]; k++) {
            const char *dn =
                sa_arena_printf(&ad->arena, "%s%s", known[k].prefix, ad->domains[i].dn);
            struct sa_ad_object *object = NULL;
            size_t before = 0;
            int r = 0;

            if (dn == NULL)
                return sa_ad_fail_room(ad, err);
            before = ad->rights->object_count;
            r = sa_ad_object_want(ad, known[k].kind, dn, i, &object, err);
            if (r < 0 && r != SA_E_LIMIT)
                return r;
            if (ad->rights->object_count > before)
                object->optional = known[k].optional;
        }
    }
    return 0;
}

/* The index of the domain that the DN itself names; SIZE_MAX: none of the forest. A DN below a domain may
 * name another one, which is gone or of which nothing is known. */
static size_t domain_named(const struct sa_ad *ad, const char *dn)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(SA_LIMIT_NAME);
    size_t domain = sa_ad_domain_of(ad, dn);

    if (domain == SIZE_MAX || sa_dn_domain(dn, &name) < 0 ||
        !sa_text_same(sa_buf_text(&name), ad->domains[domain].dns_name))
        return SIZE_MAX;
    return domain;
}

/* Containers that servers of the run synchronise. Those of other domains are not ours to look at. */
static int add_synchronised(struct sa_ad *ad, struct sa_error *err)
{
    size_t wanted = 0;

    for (size_t i = 0; ad->request != NULL && i < ad->request->hint_count; i++) {
        const struct sa_forest_hint *hint = &ad->request->hints[i];
        struct sa_ad_object *object = NULL;
        size_t domain = SIZE_MAX;
        int r = 0;

        if (strcmp(hint->role, "container") != 0 || strlen(hint->account) > SA_LIMIT_NAME)
            continue;
        domain = domain_named(ad, hint->account);
        if (domain == SIZE_MAX)
            continue;
        if (wanted++ == SA_AD_SYNCHRONISED)
            return sa_ad_right_gap(ad, "right", ad->root_domain, SA_E_LIMIT,
                                   "more containers are synchronised than are looked at", err);
        r = sa_ad_object_want(ad, sa_text_starts(hint->account, "OU=") ? "ou" : "container",
                              hint->account, domain, &object, err);
        if (r == 0)
            object->optional = false;
        if (r == SA_E_LIMIT)
            r = sa_ad_right_gap(ad, "right", hint->account, r, "it was not looked at", err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* The domain heads were read before GPOs were thought of. */
static void want_links(struct sa_ad *ad)
{
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next)
        if (strcmp(o->kind, "domain") == 0 && o->record->entry != NULL && o->links_text == NULL &&
            o->record->domain < ad->domain_count && ad->domains[o->record->domain].ldap != NULL)
            o->links_wanted = true;
}

/* Judging what came -------------------------------------------------------------------------- */

bool sa_ad_object_is_absent(const struct sa_ad_object *object)
{
    return object->optional && object->record->entry == NULL && object->status == SA_E_NOT_FOUND;
}

static int note_trustees(struct sa_ad *ad, const struct sa_secdesc *sd, struct sa_error *err)
{
    int r = sd->has_owner ? sa_ad_principal_add(ad, &sd->owner, err) : 0;

    for (size_t i = 0; r == 0 && i < sd->ace_count; i++)
        if (sd->aces[i].known && sd->aces[i].kind != SA_ACE_OTHER)
            r = sa_ad_principal_add(ad, &sd->aces[i].sid, err);
    return r;
}

static int judge(struct sa_ad *ad, struct sa_error *err)
{
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
        SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_AD_SCRATCH);
        struct sa_secdesc sd = {0};
        struct sa_error why = {0};
        int r = sa_ad_is_cancelled(ad) ? sa_fail(&why, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped")
                                       : sa_ad_object_decode(o, &arena, &sd, &why);

        o->readable = r == 0;
        if (r == SA_E_NOMEM || r == SA_E_CANCELLED) {
            if (err != NULL)
                *err = why;
            return r;
        }
        if (r == 0)
            r = note_trustees(ad, &sd, err);
        else if (sa_ad_object_is_absent(o))
            r = 0;
        else
            r = sa_ad_gap(ad, "ad_right", strcmp(o->kind, "gpo") == 0 ? "gpo" : "right", o->dn,
                          &why, err);
        if (r == 0 && o->links_status < 0)
            r = sa_ad_right_gap(ad, "gpo", o->dn, o->links_status,
                                "its links to GPOs were not read", err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* Domain Admins and Administrators exist in every domain: their absence is blindness. */
static int judge_groups(struct sa_ad *ad, struct sa_error *err)
{
    static const struct sa_sid administrators = {
        .authority = 5, .count = 2, .sub = {32, 544}
    };

    for (size_t i = 0; i < ad->domain_count; i++) {
        bool seen[2] = {false, false};
        int r = 0;

        if (ad->domains[i].ldap == NULL)
            continue;
        for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
            if (!o->has_sid || o->record->domain != i)
                continue;
            seen[0] |= sa_sid_same(&o->sid, &administrators);
            seen[1] |= sa_sid_rid(&o->sid) == 512 && sa_sid_in_domain(&o->sid, &ad->domains[i].sid);
        }
        if (!seen[0])
            r = sa_ad_right_gap(ad, "right", ad->domains[i].dns_name, SA_E_DENIED,
                                "the group Administrators was not shown", err);
        if (r == 0 && !seen[1])
            r = sa_ad_right_gap(ad, "right", ad->domains[i].dns_name, SA_E_DENIED,
                                "the group Domain Admins was not shown", err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* When nothing at all was seen because the directory did not answer, the source failed. */
static int judge_all(const struct sa_ad *ad, struct sa_error *err)
{
    if (ad->rights->problem == 0)
        return 0;
    for (const struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next)
        if (o->readable)
            return 0;
    if (err != NULL)
        *err = ad->rights->problem_error;
    return ad->rights->problem;
}

int sa_ad_gather_rights(struct sa_ad *ad, struct sa_error *err)
{
    int r = sa_ad_rights_init(ad, err);

    /* Accounts first: one that is privileged too stays an account. */
    if (r == 0)
        r = add_accounts(ad, err);
    if (r == 0)
        r = add_well_known(ad, err);
    if (r == 0)
        r = add_synchronised(ad, err);
    if (r == 0)
        r = add_privileged(ad, err);
    if (r == 0) {
        want_links(ad);
        r = sa_ad_objects_read(ad, err);
    }
    if (r == 0)
        r = sa_ad_gather_gpos(ad, err);
    if (r == 0)
        r = judge(ad, err);
    if (r == 0)
        r = judge_groups(ad, err);
    if (r == 0)
        r = judge_all(ad, err);
    return r == 0 ? sa_ad_principals_name(ad, err) : r;
}
