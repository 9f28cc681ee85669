/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right: a name for every SID that occurs.
 *
 * First what was read anyway, then searches by objectSid in the domain that owns the SID (its domain
 * part), then the names that are the same in every forest. What is left belongs to another forest, to
 * a domain that was not asked, or to nobody any more, and says so. Names are for people: no decision
 * hangs on them. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_right.h"
#include "forest_value.h"

int sa_ad_principal_add(struct sa_ad *ad, const struct sa_sid *sid, struct sa_error *err)
{
    struct sa_ad_rights *rights = ad->rights;
    struct sa_ad_principal *principal = NULL;
    unsigned char bytes[SA_SID_SIZE_MAX];
    size_t len = sa_sid_encode(sid, bytes);
    struct sa_ad_key **slot = sa_ad_key_slot(&rights->by_sid, bytes, len);

    if (*slot != NULL)
        return 0;
    if (rights->principal_count == SA_AD_PRINCIPALS) {
        bool noted = rights->principals_full;

        rights->principals_full = true;
        return noted ? 0
                     : sa_ad_right_gap(ad, "right", ad->root_domain, SA_E_LIMIT,
                                       "too many trustees to name them all", err);
    }
    principal = sa_arena_alloc(&ad->arena, sizeof *principal);
    if (principal == NULL)
        return sa_ad_fail_room(ad, err);
    principal->key = (struct sa_ad_key){.bytes = sa_arena_copy(&ad->arena, bytes, len), .len = len};
    if (principal->key.bytes == NULL)
        return sa_ad_fail_room(ad, err);
    principal->sid = *sid;
    principal->enabled = -1;
    *slot = &principal->key;
    *rights->principals_end = principal;
    rights->principals_end = &principal->next;
    rights->principal_count++;
    return 0;
}

static struct sa_ad_principal *find(struct sa_ad *ad, const struct sa_sid *sid)
{
    unsigned char bytes[SA_SID_SIZE_MAX];
    size_t len = sa_sid_encode(sid, bytes);

    return (struct sa_ad_principal *)*sa_ad_key_slot(&ad->rights->by_sid, bytes, len);
}

/* S-1-5-21-a-b-c-rid: of a domain, and not the same in every forest. */
static bool is_of_domain(const struct sa_sid *sid)
{
    return sid->authority == 5 && sid->count > 1 && sid->sub[0] == 21;
}

static int describe(struct sa_ad *ad, struct sa_ad_principal *principal,
                    const struct sa_ldap_entry *entry, size_t domain, struct sa_error *err)
{
    const struct sa_ad_domain *owner = &ad->domains[domain];
    const char *short_name = owner->netbios_name != NULL ? owner->netbios_name : owner->dns_name;
    const char *name = sa_ldap_text(entry, "sAMAccountName");
    const char *flags = sa_ldap_text(entry, "userAccountControl");
    int64_t bits = 0;

    if (name == NULL || *name == '\0') {
        int r = sa_ad_rdn(ad, entry->dn, &name, err);

        if (r < 0)
            return r;
    }
    principal->name =
        sa_arena_printf(&ad->arena, "%s\\%s", short_name != NULL ? short_name : "", name);
    principal->dn = sa_arena_text(&ad->arena, entry->dn);
    principal->class_name = sa_arena_text(&ad->arena, sa_ad_entry_class(entry));
    if (principal->name == NULL || principal->dn == NULL || principal->class_name == NULL)
        return sa_ad_fail_room(ad, err);
    if (flags != NULL && sa_parse_i64(flags, INT32_MIN, UINT32_MAX, &bits) == 0)
        principal->enabled = (bits & SA_UAC_DISABLED) == 0;
    return 0;
}

static int describe_known(struct sa_ad *ad, struct sa_error *err)
{
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
        struct sa_ad_principal *principal = NULL;
        int r = 0;

        if (!o->has_sid || o->record->entry == NULL || o->record->domain >= ad->domain_count ||
            strcmp(o->kind, "domain") == 0 || !is_of_domain(&o->sid))
            continue;
        principal = find(ad, &o->sid);
        if (principal != NULL && principal->class_name == NULL)
            r = describe(ad, principal, o->record->entry, o->record->domain, err);
        if (r < 0)
            return r;
    }
    return 0;
}

struct naming {
    struct sa_ad *ad;
    size_t domain;
};

static int take_name(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    const struct naming *naming = payload;
    const struct sa_ldap_attribute *value = sa_ldap_get(entry, "objectSid");
    struct sa_ad_principal *principal = NULL;
    struct sa_sid sid;

    if (value == NULL || value->count == 0 ||
        sa_sid_decode(value->values[0].bytes, value->values[0].len, &sid, NULL) < 0)
        return 0;
    /* A server names whom it was asked for, and of its own domain. */
    principal = find(naming->ad, &sid);
    if (principal == NULL || principal->class_name != NULL ||
        !sa_sid_in_domain(&sid, &naming->ad->domains[naming->domain].sid) ||
        sa_ad_domain_of(naming->ad, entry->dn) != naming->domain)
        return 0;
    return describe(naming->ad, principal, entry, naming->domain, err);
}

static int name_some(struct sa_ad *ad, size_t domain, const struct sa_buf *terms, size_t count,
                     struct sa_error *err)
{
    static const char *const attributes[] = {"objectSid", "sAMAccountName", "objectClass",
                                             "userAccountControl", NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(SA_MIB);
    struct naming naming = {ad, domain};
    struct sa_error why = {0};
    int r = 0;

    (void)sa_buf_addf(&filter, "(|%s)", sa_buf_text(terms));
    if (sa_buf_status(&filter) < 0 || sa_buf_status(terms) < 0)
        return sa_fail_nomem(err);
    r = sa_ldap_search(ad->domains[domain].ldap,
                       &(struct sa_ldap_search){.base = ad->domains[domain].dn,
                                                .scope = SA_LDAP_SUBTREE,
                                                .filter = sa_buf_text(&filter),
                                                .attributes = attributes,
                                                .max_entries = 4 * count + 16},
                       take_name, &naming, &why);
    if (sa_ad_is_fatal(r)) {
        if (err != NULL)
            *err = why;
        return r;
    }
    return r < 0 ? sa_ad_gap(ad, "ad_right", "right", "names of trustees", &why, err) : 0;
}

static int name_domain(struct sa_ad *ad, size_t domain, size_t *searches, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf terms = SA_BUF_INIT(SA_MIB);
    const struct sa_ad_domain *owner = &ad->domains[domain];
    size_t count = 0;

    for (struct sa_ad_principal *p = ad->rights->principals;; p = p->next) {
        if ((p == NULL && count > 0) || count == SA_AD_TERMS) {
            int r = 0;

            if (*searches == SA_AD_NAMINGS)
                return sa_ad_right_gap(ad, "right", owner->dns_name, SA_E_LIMIT,
                                       "too many trustees to name them all", err);
            ++*searches;
            r = name_some(ad, domain, &terms, count, err);
            if (r < 0)
                return r;
            sa_buf_clear(&terms);
            count = 0;
        }
        if (p == NULL)
            return 0;
        if (p->class_name == NULL && sa_sid_in_domain(&p->sid, &owner->sid)) {
            (void)sa_buf_add_text(&terms, "(objectSid=");
            (void)sa_ldap_filter_add_binary(&terms, p->key.bytes, p->key.len);
            (void)sa_buf_add_char(&terms, ')');
            count++;
        }
    }
}

static int name_rest(struct sa_ad *ad, struct sa_error *err)
{
    for (struct sa_ad_principal *p = ad->rights->principals; p != NULL; p = p->next) {
        char text[SA_SID_TEXT_SIZE];
        const char *known = sa_sid_known_name(&p->sid);

        if (p->class_name != NULL)
            continue;
        p->class_name = known != NULL ? "well-known" : "unresolved";
        sa_sid_format(&p->sid, text);
        p->name = sa_arena_text(&ad->arena, known != NULL ? known : text);
        if (p->name == NULL)
            return sa_ad_fail_room(ad, err);
    }
    return 0;
}

int sa_ad_principals_name(struct sa_ad *ad, struct sa_error *err)
{
    static const struct sa_sid everyone = {.authority = 1, .count = 1, .sub = {0}};
    size_t searches = 0;
    int r = sa_ad_principal_add(ad, &everyone, err);

    for (size_t i = 0; r == 0 && i < ad->sid_count; i++)
        r = sa_ad_principal_add(ad, &ad->sids[i], err);
    for (size_t i = 0; r == 0 && i < ad->privileged_count; i++)
        r = sa_ad_principal_add(ad, &ad->privileged[i].sid, err);
    for (size_t i = 0; r == 0 && i < ad->account_count; i++)
        r = sa_ad_principal_add(ad, &ad->accounts[i].sid, err);
    for (size_t i = 0; r == 0 && i < ad->account_count; i++)
        for (size_t g = 0; r == 0 && g < ad->accounts[i].group_count; g++)
            r = sa_ad_principal_add(ad, &ad->accounts[i].groups[g], err);
    if (r == 0)
        r = describe_known(ad, err);
    for (size_t i = 0; r == 0 && i < ad->domain_count; i++)
        if (ad->domains[i].ldap != NULL && ad->domains[i].has_sid)
            r = name_domain(ad, i, &searches, err);
    return r == 0 ? name_rest(ad, err) : r;
}

int sa_ad_principals_store(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    static const char *const tiers[] = {[SA_SID_ORDINARY] = "ordinary",
                                        [SA_SID_TIER0] = "tier0",
                                        [SA_SID_PRIVILEGED] = "privileged",
                                        [SA_SID_BROAD] = "broad",
                                        [SA_SID_SELF] = "self"};

    for (const struct sa_ad_principal *p = ad->rights->principals; p != NULL; p = p->next) {
        struct sa_ad_reading reading = {.ad = ad, .err = err};
        const char *name = NULL, *dn = NULL, *class_name = NULL;
        char text[SA_SID_TEXT_SIZE];
        int r = 0;

        if (p->class_name == NULL)
            continue;
        sa_sid_format(&p->sid, text);
        name = sa_ad_visible_text(&reading, p->name);
        dn = sa_ad_visible_text(&reading, p->dn);
        class_name = sa_ad_visible_text(&reading, p->class_name);
        if (reading.status < 0)
            return reading.status;
        r = SA_INSERT(batch, NULL, err,
                      "INSERT INTO ad_principal (target_id, sid, name, dn, class, enabled, tier)"
                      " VALUES (?, ?, ?, ?, ?, ?, ?)",
                      SA_INT(ad->target_id), SA_TEXT(text), SA_TEXT(name), SA_TEXT(dn),
                      SA_TEXT(class_name), SA_INT_OR_NULL(p->enabled),
                      SA_TEXT(tiers[sa_sid_tier_of(&p->sid)]));
        if (r < 0)
            return r;
    }
    return 0;
}
