/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_right: group policy objects that reach computers ([MS-GPOL] 2.2.2, 3.2.5.1.5).
 *
 * gPLink of a container is a text "[LDAP://DN;options][LDAP://DN;options]", where options is 1 for a
 * link that is disabled and 2 for one that is enforced. gPOptions 1 keeps out what containers further
 * up link, but not what they enforce. A GPO is counted whatever it is filtered by (security, WMI, its
 * own "computer settings disabled"): who may edit it may edit that too, or nearly so.
 *
 * In which site a computer is follows from its address, which the directory does not know. So the
 * links of every site count for every computer, and say so. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_right.h"

enum { LINK_DISABLED = 1, LINK_ENFORCED = 2, OPTION_BLOCKS = 1 };

static int read_options(const char *from, const char *to, uint32_t *ret)
{
    uint64_t value = 0;

    if (from == to || to - from > 10)
        return SA_E_INPUT;
    for (; from < to; from++) {
        if (*from < '0' || *from > '9')
            return SA_E_INPUT;
        value = value * 10 + (uint64_t)(*from - '0');
    }
    if (value > UINT32_MAX)
        return SA_E_INPUT;
    *ret = (uint32_t)value;
    return 0;
}

int sa_ad_link_next(const char **at, const char **ret_dn, size_t *ret_len, uint32_t *ret_options)
{
    static const char scheme[] = "LDAP://";
    const char *from = *at, *to = NULL, *options = NULL;

    /* The console leaves a single space where the last link was removed. */
    while (*from == ' ')
        from++;
    if (*from == '\0')
        return 0;
    if (*from != '[' || !sa_text_starts(from + 1, scheme))
        return SA_E_INPUT;
    from += sizeof scheme;
    to = strchr(from, ']');
    if (to == NULL)
        return SA_E_INPUT;
    for (options = to; options > from && *options != ';';)
        options--;
    if (options == from || read_options(options + 1, to, ret_options) < 0)
        return SA_E_INPUT;
    *ret_dn = from;
    *ret_len = (size_t)(options - from);
    *at = to + 1;
    return 1;
}

static int link_gap(struct sa_ad *ad, const struct sa_ad_object *object, int status,
                    const char *message, struct sa_error *err)
{
    return sa_ad_right_gap(ad, "gpo", object->dn, status, message, err);
}

static int add_link(struct sa_ad *ad, struct sa_ad_object *object, const char *dn, bool enforced,
                    struct sa_error *err)
{
    struct sa_ad_object *gpo = NULL;
    struct sa_ad_link *link = NULL;
    int r = sa_ad_object_want(ad, "gpo", dn, sa_ad_domain_of(ad, dn), &gpo, err);

    if (r == SA_E_LIMIT)
        return link_gap(ad, object, r, "not every GPO that is linked here was looked at", err);
    if (r < 0)
        return r;
    if (strcmp(gpo->kind, "gpo") != 0)
        return link_gap(ad, object, SA_E_PROTOCOL, "a link names something that is no GPO", err);
    for (link = object->links; link != NULL; link = link->next) {
        if (link->gpo == gpo) {
            link->enforced |= enforced;
            return 0;
        }
    }
    link = sa_arena_alloc(&ad->arena, sizeof *link);
    if (link == NULL)
        return sa_ad_fail_room(ad, err);
    *link = (struct sa_ad_link){.gpo = gpo, .enforced = enforced, .next = object->links};
    object->links = link;
    return 0;
}

static int parse_links(struct sa_ad *ad, struct sa_ad_object *object, struct sa_error *err)
{
    const char *at = object->links_text, *dn = NULL;
    size_t len = 0, count = 0;
    uint32_t options = 0;
    int64_t blocks = 0;
    int more = 0, r = 0;

    if (object->links_parsed)
        return 0;
    object->links_parsed = true;
    if (object->record->entry == NULL)
        return link_gap(ad, object, SA_E_DENIED, "its links to GPOs were not shown", err);
    if (object->links_options != NULL &&
        sa_parse_i64(object->links_options, INT32_MIN, INT32_MAX, &blocks) < 0)
        r = link_gap(ad, object, SA_E_PROTOCOL, "its gPOptions is no number", err);
    object->blocks = (blocks & OPTION_BLOCKS) != 0;
    while (r == 0 && at != NULL && (more = sa_ad_link_next(&at, &dn, &len, &options)) > 0) {
        char *copy = NULL;

        if (count++ == SA_AD_LINKS)
            return link_gap(ad, object, SA_E_LIMIT, "it links more GPOs than are looked at", err);
        if ((options & LINK_DISABLED) != 0)
            continue;
        copy = sa_arena_copy(&ad->arena, dn, len);
        r = copy != NULL ? add_link(ad, object, copy, (options & LINK_ENFORCED) != 0, err)
                         : sa_ad_fail_room(ad, err);
    }
    if (r == 0 && more < 0)
        return link_gap(ad, object, SA_E_PROTOCOL, "its gPLink could not be understood", err);
    return r;
}

/* Sites -------------------------------------------------------------------------------------- */

static int take_site(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct sa_ad *ad = payload;
    struct sa_ad_object *object = NULL;
    int r = 0;

    if (!sa_text_same(sa_ad_entry_class(entry), "site") || !sa_dn_within(entry->dn, ad->config_dn))
        return 0;
    r = sa_ad_object_want(ad, "site", entry->dn, SIZE_MAX, &object, err);
    if (r < 0 || !object->wanted || strcmp(object->kind, "site") != 0)
        return r;
    object->wanted = false;
    object->own.entry = sa_ldap_copy(entry, &ad->arena);
    if (object->own.entry == NULL)
        return sa_ad_fail_room(ad, err);
    return sa_ad_object_take(ad, object, err);
}

static int read_sites(struct sa_ad *ad, struct sa_error *err)
{
    static const char *const attributes[] = {"nTSecurityDescriptor", "objectClass", "gPLink", NULL};
    struct sa_ldap *ldap = sa_ad_config_connection(ad);
    struct sa_error why = {0};
    const char *base = NULL;
    int r = 0;

    if (ldap == NULL || ad->config_dn == NULL)
        return 0;
    base = sa_arena_printf(&ad->arena, "CN=Sites,%s", ad->config_dn);
    if (base == NULL)
        return sa_ad_fail_room(ad, err);
    r = sa_ldap_search(ldap,
                       &(struct sa_ldap_search){.base = base,
                                                .scope = SA_LDAP_ONE,
                                                .filter = "(&(objectClass=site)(gPLink=*))",
                                                .attributes = attributes,
                                                .sd_flags = 7},
                       take_site, ad, &why);
    if (sa_ad_is_fatal(r)) {
        if (err != NULL)
            *err = why;
        return r;
    }
    return r < 0 ? sa_ad_gap(ad, "ad_right", "gpo", base, &why, err) : 0;
}

/* What reaches whom -------------------------------------------------------------------------- */

/* A computer that runs Windows; the objects of seamless sign-on and cloud Kerberos stand for none. */
static bool is_machine(const struct sa_ad_account *account)
{
    if (!sa_text_same(account->class_name, "computer"))
        return false;
    for (const struct sa_ad_role *role = account->roles; role != NULL; role = role->next)
        if (strcmp(role->role, "sso") == 0 || strcmp(role->role, "kerberos") == 0)
            return false;
    return true;
}

static bool is_container_row(const struct sa_ad_above *above)
{
    return strcmp(above->relation, "parent") == 0 || strcmp(above->relation, "domain") == 0;
}

static int reach_links(struct sa_ad *ad, struct sa_ad_account *account,
                       const struct sa_ad_object *from, size_t distance, bool blocked,
                       const char *format, struct sa_error *err)
{
    for (const struct sa_ad_link *link = from->links; link != NULL; link = link->next) {
        const char *detail = NULL;
        int r = 0;

        if (blocked && !link->enforced)
            continue;
        detail = sa_arena_printf(&ad->arena, "%s%s%s", from->dn,
                                 link->enforced ? " (enforced)" : "", format);
        r = detail != NULL ? sa_ad_above_add(ad, account, link->gpo, "gpo", distance, detail, err)
                           : sa_ad_fail_room(ad, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int reach_sites(struct sa_ad *ad, struct sa_ad_account *account, size_t distance,
                       bool blocked, struct sa_error *err)
{
    for (struct sa_ad_object *o = ad->rights->objects; o != NULL; o = o->next) {
        int r = 0;

        if (strcmp(o->kind, "site") != 0)
            continue;
        r = sa_ad_above_add(ad, account, o, "site", distance, "if the computer is in this site",
                            err);
        if (r == 0)
            r = reach_links(ad, account, o, distance, blocked, " (if the computer is in this site)",
                            err);
        if (r < 0)
            return r;
    }
    return 0;
}

/* The chain of one account stands together, nearest container first. */
static int reach_account(struct sa_ad *ad, const struct sa_ad_above *chain, struct sa_error *err)
{
    struct sa_ad_account *account = chain->account;
    const struct sa_ad_above *row = chain;
    size_t distance = 0;
    bool blocked = false;

    for (; row != NULL && row->account == account && is_container_row(row); row = row->next) {
        int r = reach_links(ad, account, row->object, row->distance, blocked, "", err);

        if (r < 0)
            return r;
        blocked |= row->object->blocks;
        distance = row->distance;
    }
    return reach_sites(ad, account, distance + 1, blocked, err);
}

int sa_ad_gather_gpos(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_rights *rights = ad->rights;
    bool any = false;
    int r = 0;

    for (struct sa_ad_above *a = rights->above; r == 0 && a != NULL; a = a->next) {
        if (!is_container_row(a) || !is_machine(a->account))
            continue;
        any = true;
        r = parse_links(ad, a->object, err);
    }
    if (r < 0 || !any)
        return r;
    r = read_sites(ad, err);
    for (struct sa_ad_object *o = rights->objects; r == 0 && o != NULL; o = o->next)
        if (strcmp(o->kind, "site") == 0)
            r = parse_links(ad, o, err);
    if (r == 0)
        r = sa_ad_objects_read(ad, err);
    for (struct sa_ad_above *a = rights->above; r == 0 && a != NULL; a = a->next)
        if (a->distance == 1 && is_container_row(a) && is_machine(a->account))
            r = reach_account(ad, a, err);
    return r;
}
