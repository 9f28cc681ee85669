/* SPDX-License-Identifier: Apache-2.0 */
/* Members of the groups that matter to synchronisation: the product's own, those that the AzureADKerberos
 * object names, those that may read the password of a gMSA. One level deep.
 *
 * `member` holds DNs, of any domain of the forest; a search per domain and hundred DNs turns them into
 * SIDs. Members by primary group do not occur in `member`: nobody makes such a group anybody's primary
 * one but on purpose. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_account.h"

#define FILTER_MAX  (512 * SA_KIB)
#define ONCE        ((size_t)100) /* names in one filter */
#define MEMBERS_MAX 1000          /* of one group */
#define NAMED_MAX   5000          /* of all groups */

static struct sa_ad_reading reading_of(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                                       struct sa_error *err)
{
    return (struct sa_ad_reading){
        .ad = ad, .entry = entry, .source = "ad_account", .topic = "group", .err = err};
}

/* DNs to SIDs --------------------------------------------------------------------------------- */

/* Index of the DN in `named`, which is searched from its end: names come in groups. */
static int name_dn(struct sa_ad *ad, const char *dn, size_t *ret, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    const char *key = sa_ad_key(ad, dn, err);
    int r = 0;

    *ret = SIZE_MAX;
    if (key == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = found->named_count; i-- > 0;) {
        if (strcmp(found->named[i].key, key) == 0) {
            *ret = i;
            return 0;
        }
    }
    if (found->named_count == NAMED_MAX)
        return sa_ad_gap_as(ad, "ad_account", "group", "", "limit",
                            "groups have more members than are looked up", err);
    r = sa_ad_grow(ad, (void **)&found->named, sizeof *found->named, found->named_count,
                   &found->named_size, err);
    if (r < 0)
        return r;
    *ret = found->named_count;
    found->named[found->named_count++] =
        (struct sa_ad_named){.dn = dn, .key = key, .domain = sa_ad_domain_of(ad, dn)};
    return 0;
}

static int take_named(struct sa_ad *ad, const struct sa_ad_found_entry *entry, size_t from,
                      struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    struct sa_ad_reading reading = reading_of(ad, entry->entry, err);

    for (size_t i = from; i < found->named_count; i++) {
        struct sa_ad_named *named = &found->named[i];

        if (named->found || strcmp(named->key, entry->key) != 0)
            continue;
        named->found = sa_ad_sid_of(&reading, "objectSid", &named->sid);
        named->class_name = sa_ad_class(entry->entry);
        named->name = sa_ad_account_name(&reading);
    }
    return reading.status;
}

static int resolve_some(struct sa_ad *ad, size_t domain, size_t from, size_t *at,
                        struct sa_error *err)
{
    static const char *const attributes[] = {"objectClass", "objectSid", "sAMAccountName", NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ad_found *found = ad->found;
    struct sa_ldap_search search = {.base = ad->domains[domain].dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .attributes = attributes,
                                    .max_entries = 2 * ONCE};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    size_t count = 0;
    int r = 0;

    (void)sa_buf_add_text(&filter, "(|");
    for (; *at < found->named_count && count < ONCE; (*at)++) {
        const struct sa_ad_named *named = &found->named[*at];

        if (named->domain != domain || named->found)
            continue;
        (void)sa_buf_add_text(&filter, "(distinguishedName=");
        (void)sa_ldap_filter_add(&filter, named->dn, strlen(named->dn));
        (void)sa_buf_add_char(&filter, ')');
        count++;
    }
    (void)sa_buf_add_char(&filter, ')');
    if (count == 0)
        return 0;
    if (sa_buf_status(&filter) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    /* Only a hostile directory has names of that size. */
    if (sa_buf_status(&filter) < 0)
        return sa_ad_gap_as(ad, "ad_account", "group", "", "limit", "names of members are too long",
                            err);
    search.filter = sa_buf_text(&filter);
    r = sa_ad_search(ad, ad->domains[domain].ldap, &search, &entries, &why);
    if (r < 0)
        return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
    for (size_t i = 0; r == 0 && i < entries.count; i++)
        r = take_named(ad, &entries.items[i], from, err);
    return r;
}

/* Turns every name from number `from` on into a SID. */
static int resolve(struct sa_ad *ad, size_t from, struct sa_error *err)
{
    int r = 0;

    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        for (size_t at = from;
             r == 0 && at < ad->found->named_count && ad->domains[d].ldap != NULL;)
            r = resolve_some(ad, d, from, &at, err);
    return r;
}

/* Groups -------------------------------------------------------------------------------------- */

int sa_ad_list_group(struct sa_ad *ad, const struct sa_ad_listed *group, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    int r = 0;

    for (size_t i = 0; i < found->listed_count; i++) {
        const struct sa_ad_listed *other = &found->listed[i];

        if (other->domain == group->domain && other->gmsa == group->gmsa &&
            sa_sid_same(&other->sid, &group->sid) &&
            (other->purpose == NULL) == (group->purpose == NULL) &&
            (group->purpose == NULL || strcmp(other->purpose, group->purpose) == 0))
            return 0;
    }
    r = sa_ad_grow(ad, (void **)&found->listed, sizeof *found->listed, found->listed_count,
                   &found->listed_size, err);
    if (r == 0)
        found->listed[found->listed_count++] = *group;
    return r;
}

int sa_ad_list_by_dn(struct sa_ad *ad, const char *purpose, const struct sa_ldap_attribute *list,
                     struct sa_error *err)
{
    size_t from = ad->found->named_count;
    size_t count = list->count < MEMBERS_MAX ? list->count : MEMBERS_MAX;
    size_t at = SIZE_MAX;
    int r = 0;

    if (list->count > count)
        r = sa_ad_gap_as(ad, "ad_account", "group", purpose, "limit",
                         "it names more groups than are looked at", err);
    for (size_t i = 0; r == 0 && i < count; i++)
        r = name_dn(ad, (const char *)list->values[i].bytes, &at, err);
    if (r == 0)
        r = resolve(ad, from, err);
    for (size_t i = 0; r == 0 && i < count; i++) {
        const char *dn = (const char *)list->values[i].bytes;
        struct sa_ad_listed group = {.purpose = purpose, .gmsa = SIZE_MAX};

        r = name_dn(ad, dn, &at, err);
        if (r < 0 || at == SIZE_MAX)
            continue;
        group.sid = ad->found->named[at].sid;
        group.name = ad->found->named[at].name;
        group.domain = ad->found->named[at].domain;
        r = ad->found->named[at].found
                ? sa_ad_list_group(ad, &group, err)
                : sa_ad_gap_as(ad, "ad_account", "group", dn, "denied",
                               "it does not exist or is not visible to the auditor", err);
    }
    return r;
}

/* Reads `member` of the groups of one domain that were not read before. */
static int read_members(struct sa_ad *ad, size_t domain, struct sa_error *err)
{
    static const char *const attributes[] = {"objectSid", "member", NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ad_found *found = ad->found;
    struct sa_ldap_search search = {
        .base = ad->domains[domain].dn, .scope = SA_LDAP_SUBTREE, .attributes = attributes};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    size_t count = 0;
    int r = 0;

    (void)sa_buf_add_text(&filter, "(|");
    for (size_t i = 0; i < found->listed_count; i++) {
        if (found->listed[i].domain != domain || found->listed[i].read)
            continue;
        sa_ad_add_sid_filter(&filter, &found->listed[i].sid);
        count++;
    }
    (void)sa_buf_add_char(&filter, ')');
    if (count == 0)
        return 0;
    if (sa_buf_status(&filter) < 0)
        return sa_fail_nomem(err);
    search.filter = sa_buf_text(&filter);
    search.max_entries = 2 * count;
    r = sa_ad_search(ad, ad->domains[domain].ldap, &search, &entries, &why);
    for (size_t i = 0; i < entries.count; i++) {
        struct sa_ad_reading reading = reading_of(ad, entries.items[i].entry, err);
        struct sa_sid sid;

        if (!sa_ad_sid_of(&reading, "objectSid", &sid))
            continue;
        for (size_t k = 0; k < found->listed_count; k++) {
            if (found->listed[k].domain != domain || !sa_sid_same(&found->listed[k].sid, &sid))
                continue;
            found->listed[k].members = sa_ldap_get(reading.entry, "member");
            found->listed[k].read = true;
        }
    }
    if (r < 0 && why.status != SA_E_LIMIT)
        return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
    return r < 0 ? sa_ad_gap(ad, "ad_account", "group", "", &why, err) : 0;
}

static int add_member(struct sa_ad *ad, const struct sa_ad_listed *group,
                      const struct sa_sid *member, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    int r = 0;

    if (group->purpose == NULL) {
        r = sa_ad_grow(ad, (void **)&found->readers, sizeof *found->readers, found->reader_count,
                       &found->reader_size, err);
        if (r == 0 && member != NULL)
            found->readers[found->reader_count++] = (struct sa_ad_reader){
                .account = group->gmsa, .sid = *member, .through_group = true, .group = group->sid};
    } else {
        r = sa_ad_grow(ad, (void **)&found->members, sizeof *found->members, found->member_count,
                       &found->member_size, err);
        if (r == 0)
            found->members[found->member_count++] =
                (struct sa_ad_member){.purpose = group->purpose,
                                      .name = group->name,
                                      .group = group->sid,
                                      .has_member = member != NULL,
                                      .member = member != NULL ? *member : group->sid};
    }
    return r < 0 ? r : sa_ad_sid(ad, member != NULL ? member : &group->sid, err);
}

/* A computer in a group of readers is a sync server, unless the group is one of all administrators. */
static int want_server(struct sa_ad *ad, const struct sa_ad_listed *group,
                       const struct sa_ad_named *member, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, NULL, err);
    struct sa_ad_want want = {.kind = SA_AD_WANT_SID,
                              .sid = member->sid,
                              .domain = SIZE_MAX,
                              .role = "server",
                              .how = "reader",
                              .server = "",
                              .gmsa = SIZE_MAX};

    if (group->purpose != NULL || strcmp(member->class_name, "computer") != 0 ||
        sa_sid_tier_of(&group->sid) != SA_SID_ORDINARY)
        return 0;
    reading.entry = ad->accounts[group->gmsa].record.entry;
    want.detail = sa_ad_account_name(&reading);
    return reading.status < 0 ? reading.status : sa_ad_add_want(ad, &want, err);
}

static int take_members(struct sa_ad *ad, size_t at, struct sa_error *err)
{
    /* A copy: what is added may move the array. */
    const struct sa_ad_listed group = ad->found->listed[at];
    size_t count = group.members != NULL ? group.members->count : 0;
    size_t known = 0;
    int r = 0;

    if (count > MEMBERS_MAX)
        r = sa_ad_gap_as(ad, "ad_account", "group", group.name, "limit",
                         "it has more members than are listed", err);
    for (size_t i = 0; r == 0 && i < count && i < MEMBERS_MAX; i++) {
        const char *dn = (const char *)group.members->values[i].bytes;
        size_t named = SIZE_MAX;

        r = name_dn(ad, dn, &named, err);
        if (r < 0 || named == SIZE_MAX)
            continue;
        if (!ad->found->named[named].found) {
            r = sa_ad_gap_as(ad, "ad_account", "group", dn, "denied",
                             "a member that is not visible to the auditor", err);
            continue;
        }
        known++;
        r = add_member(ad, &group, &ad->found->named[named].sid, err);
        if (r == 0)
            r = want_server(ad, &group, &ad->found->named[named], err);
    }
    return r == 0 && known == 0 ? add_member(ad, &group, NULL, err) : r;
}

int sa_ad_list_members(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    size_t named = found->named_count;
    size_t first = 0;
    int r = 0;

    /* Groups come at the end of the list and are read in the order of it. */
    while (first < found->listed_count && found->listed[first].read)
        first++;
    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        if (ad->domains[d].ldap != NULL)
            r = read_members(ad, d, err);
    for (size_t i = first; r == 0 && i < found->listed_count; i++) {
        const struct sa_ldap_attribute *members = found->listed[i].members;
        size_t at = 0;

        if (!found->listed[i].read)
            r = sa_ad_gap_as(ad, "ad_account", "group", found->listed[i].name, "denied",
                             "its members are not visible to the auditor", err);
        found->listed[i].read = true;
        for (size_t k = 0; r == 0 && members != NULL && k < members->count && k < MEMBERS_MAX; k++)
            r = name_dn(ad, (const char *)members->values[k].bytes, &at, err);
    }
    if (r == 0)
        r = resolve(ad, named, err);
    for (size_t i = first; r == 0 && i < found->listed_count; i++)
        r = take_members(ad, i, err);
    return r;
}
