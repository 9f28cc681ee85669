/* SPDX-License-Identifier: Apache-2.0 */
/* Members of the protected groups, accounts with adminCount, and the built-in administrator: people only.
 *
 * The groups are walked downwards, one search per domain and level of nesting: memberOf is indexed, while
 * the transitive rule (1.2.840.113556.1.4.1941) makes a domain controller look at every user. Typical
 * forests need three levels. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_account.h"

#define FILTER_MAX    (512 * SA_KIB)
#define GROUPS_MAX    4096 /* protected groups and those in them */
#define ONCE          100
#define STRANGERS_MAX 1000 /* members of protected groups that no search of people returned */

static const char *const attributes[] = {
    "objectClass",          "objectSid",  "sAMAccountName",
    "userAccountControl",   "adminCount", "isCriticalSystemObject",
    "primaryGroupID",       "memberOf",   "member",
    "nTSecurityDescriptor", NULL};

/* Protected groups and the groups in them, in the order in which they were found. */
struct groups {
    const char **keys, **dns;
    const struct sa_ldap_entry **entries;
    size_t count, key_size, dn_size, entry_size;
};

static int add_group(struct sa_ad *ad, struct groups *groups, const struct sa_ad_found_entry *found,
                     struct sa_error *err)
{
    const char *dn = found->entry->dn;
    const char *key = found->key;
    int r = 0;

    for (size_t i = 0; i < groups->count; i++)
        if (strcmp(groups->keys[i], key) == 0)
            return 0;
    if (groups->count == GROUPS_MAX)
        return sa_ad_gap_as(ad, "ad_account", "group", "", "limit",
                            "protected groups contain more groups than are looked at", err);
    r = sa_ad_grow(ad, (void **)&groups->keys, sizeof *groups->keys, groups->count,
                   &groups->key_size, err);
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&groups->dns, sizeof *groups->dns, groups->count,
                       &groups->dn_size, err);
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&groups->entries, sizeof(struct sa_ldap_entry *), groups->count,
                       &groups->entry_size, err);
    if (r < 0)
        return r;
    groups->entries[groups->count] = found->entry;
    groups->dns[groups->count] = dn;
    groups->keys[groups->count++] = key;
    return 0;
}

/* Only people are kept, each once; groups lead on. */
static int take(struct sa_ad *ad, struct groups *groups, const struct sa_ad_found_entry *found,
                struct sa_error *err)
{
    struct sa_ad_reading reading = {
        .ad = ad, .entry = found->entry, .source = "ad_account", .topic = "account", .err = err};
    struct sa_ad_privileged privileged = {
        .record = {.entry = found->entry, .domain = found->domain}
    };
    int r = 0;

    if (strcmp(sa_ad_class(found->entry), "group") == 0)
        return add_group(ad, groups, found, err);
    if (!sa_ad_sid_of(&reading, "objectSid", &privileged.sid))
        return reading.status < 0
                   ? reading.status
                   : sa_ad_gap_as(ad, "ad_account", "account", found->entry->dn, "denied",
                                  "its security identifier is not visible", err);
    for (size_t i = 0; i < ad->privileged_count; i++)
        if (sa_sid_same(&ad->privileged[i].sid, &privileged.sid))
            return 0;
    if (ad->privileged_count == SA_LIMIT_FOREST_PRIVILEGED)
        return sa_ad_gap_as(ad, "ad_account", "account", "", "limit",
                            "there are more privileged accounts than are looked at", err);
    r = sa_ad_grow(ad, (void **)&ad->privileged, sizeof *ad->privileged, ad->privileged_count,
                   &ad->privileged_size, err);
    if (r == 0)
        ad->privileged[ad->privileged_count++] = privileged;
    return r < 0 ? r : sa_ad_sid(ad, &privileged.sid, err);
}

/* Those that need no group to be found: for the first search of a domain. */
static void add_direct(struct sa_buf *filter, const struct sa_ad_domain *domain)
{
    (void)sa_buf_add_text(filter, "(&" SA_AD_PEOPLE "(|(adminCount=1)(primaryGroupID=512)"
                                  "(primaryGroupID=518)(primaryGroupID=519)");
    if (domain->has_sid && domain->sid.count < SA_SID_SUBS) {
        struct sa_sid administrator = sa_sid_with_rid(&domain->sid, 500);

        sa_ad_add_sid_filter(filter, &administrator);
    }
    (void)sa_buf_add_text(filter, "))");
}

static void add_members(struct sa_buf *filter, const struct groups *groups, size_t from, size_t to)
{
    (void)sa_buf_add_text(filter, "(&(|" SA_AD_PEOPLE "(objectCategory=group))(|");
    for (size_t i = from; i < to; i++) {
        (void)sa_buf_add_text(filter, "(memberOf=");
        (void)sa_ldap_filter_add(filter, groups->dns[i], strlen(groups->dns[i]));
        (void)sa_buf_add_char(filter, ')');
    }
    (void)sa_buf_add_text(filter, "))");
}

static int search(struct sa_ad *ad, size_t domain, const char *filter, struct groups *groups,
                  struct sa_error *err)
{
    const struct sa_ldap_search request = {.base = ad->domains[domain].dn,
                                           .scope = SA_LDAP_SUBTREE,
                                           .filter = filter,
                                           .attributes = attributes,
                                           .sd_flags = 7,
                                           .max_entries = SA_LIMIT_FOREST_PRIVILEGED};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    int status = sa_ad_search(ad, ad->domains[domain].ldap, &request, &entries, &why);
    int r = 0;

    for (size_t i = 0; r == 0 && i < entries.count; i++) {
        entries.items[i].domain = domain;
        r = take(ad, groups, &entries.items[i], err);
    }
    if (r < 0 || status == 0)
        return r;
    /* What came before the limit counts; the rest is told as a gap. */
    if (why.status == SA_E_LIMIT)
        return sa_ad_gap(ad, "ad_account", "account", ad->domains[domain].dns_name, &why, err);
    return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
}

/* Who is in groups from..to, in one domain; in the first level also those who need no group. */
static int descend_domain(struct sa_ad *ad, size_t domain, struct groups *groups, size_t from,
                          size_t to, struct sa_error *err)
{
    bool is_first = from == 0;
    int r = 0;

    while (r == 0 && ad->domains[domain].ldap != NULL && (from < to || is_first)) {
        SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
        size_t end = to - from < ONCE ? to : from + ONCE;

        (void)sa_buf_add_text(&filter, "(|");
        if (is_first)
            add_direct(&filter, &ad->domains[domain]);
        if (from < end)
            add_members(&filter, groups, from, end);
        (void)sa_buf_add_char(&filter, ')');
        if (sa_buf_status(&filter) < 0)
            return sa_fail(err, sa_buf_status(&filter), SA_DOMAIN_NONE, 0,
                           "the names of protected groups are longer than %zu bytes", FILTER_MAX);
        r = search(ad, domain, sa_buf_text(&filter), groups, err);
        is_first = false;
        from = end;
    }
    return r;
}

/* One level of nesting. */
static int descend(struct sa_ad *ad, struct groups *groups, size_t from, size_t to,
                   struct sa_error *err)
{
    int r = 0;

    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        r = descend_domain(ad, d, groups, from, to, err);
    return r;
}

static bool has_primary(const struct sa_ldap_entry *entry)
{
    static const char *const rids[] = {"512", "518", "519"};
    const char *primary = sa_ldap_text(entry, "primaryGroupID");

    for (size_t i = 0; primary != NULL && i < SA_COUNT(rids); i++)
        if (strcmp(primary, rids[i]) == 0)
            return true;
    return false;
}

/* Whoever has adminCount only was a member once. */
static int tell_members(struct sa_ad *ad, const struct groups *groups, struct sa_error *err)
{
    for (size_t i = 0; i < ad->privileged_count; i++) {
        struct sa_ad_privileged *privileged = &ad->privileged[i];
        const struct sa_ldap_entry *entry = privileged->record.entry;
        const struct sa_ldap_attribute *parents = sa_ldap_get(entry, "memberOf");
        size_t count = parents != NULL ? parents->count : 0;

        privileged->member = has_primary(entry);
        for (size_t k = 0; k < count && k < GROUPS_MAX && !privileged->member; k++) {
            const char *key = sa_ad_key(ad, (const char *)parents->values[k].bytes, err);

            if (key == NULL)
                return sa_ad_fail_room(ad, err);
            for (size_t g = 0; g < groups->count && !privileged->member; g++)
                privileged->member = strcmp(groups->keys[g], key) == 0;
        }
    }
    return 0;
}

/* Members that are not shown ------------------------------------------------------------------- */

/* A group tells its members also where the members do not show themselves: whoever is named and was not
 * found is a computer, a foreign principal, or hidden from the auditor. */
struct strangers {
    const char **keys, **dns;
    size_t count, key_size, dn_size;
};

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted keys of everybody who was found. NULL: no room. */
static const char **known_keys(struct sa_ad *ad, const struct groups *groups, size_t *ret_count,
                               struct sa_error *err)
{
    size_t count = 0;
    const char **keys =
        sa_arena_array(&ad->arena, ad->privileged_count + groups->count + 1, sizeof(char *));

    if (keys == NULL)
        return NULL;
    for (size_t i = 0; i < ad->privileged_count; i++) {
        keys[count] = sa_ad_key(ad, ad->privileged[i].record.entry->dn, err);
        if (keys[count++] == NULL)
            return NULL;
    }
    for (size_t i = 0; i < groups->count; i++)
        keys[count++] = groups->keys[i];
    qsort(keys, count, sizeof(char *), compare_keys);
    *ret_count = count;
    return keys;
}

static int add_stranger(struct sa_ad *ad, struct strangers *strangers, const char *dn,
                        const char *key, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; i < strangers->count; i++)
        if (strcmp(strangers->keys[i], key) == 0)
            return 0;
    if (strangers->count == STRANGERS_MAX)
        return sa_ad_gap_as(ad, "ad_account", "account", "", "limit",
                            "protected groups have more unknown members than are looked at", err);
    r = sa_ad_grow(ad, (void **)&strangers->keys, sizeof(char *), strangers->count,
                   &strangers->key_size, err);
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&strangers->dns, sizeof(char *), strangers->count,
                       &strangers->dn_size, err);
    if (r < 0)
        return r;
    strangers->keys[strangers->count] = key;
    strangers->dns[strangers->count++] = dn;
    return 0;
}

static int list_strangers(struct sa_ad *ad, const struct groups *groups,
                          struct strangers *strangers, struct sa_error *err)
{
    size_t known_count = 0;
    const char **known = known_keys(ad, groups, &known_count, err);

    if (known == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < groups->count; i++) {
        const struct sa_ldap_attribute *members = sa_ldap_get(groups->entries[i], "member");

        for (size_t k = 0; members != NULL && k < members->count; k++) {
            const char *dn = (const char *)members->values[k].bytes;
            const char *key = sa_ad_key(ad, dn, err);
            int r = 0;

            if (key == NULL)
                return sa_ad_fail_room(ad, err);
            if (bsearch(&key, known, known_count, sizeof(char *), compare_keys) == NULL)
                r = add_stranger(ad, strangers, dn, key, err);
            if (r < 0)
                return r;
        }
    }
    return 0;
}

/* Asks for up to ONCE of them in one domain, from number *at on; who is not returned is a gap. */
static int ask_strangers(struct sa_ad *ad, size_t domain, const struct strangers *strangers,
                         size_t *at, struct sa_error *err)
{
    static const char *const wanted[] = {"objectClass", NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ldap_search search = {.base = ad->domains[domain].dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .attributes = wanted,
                                    .max_entries = (size_t)2 * ONCE};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    size_t asked[ONCE];
    size_t count = 0;
    int r = 0;

    (void)sa_buf_add_text(&filter, "(|");
    for (; *at < strangers->count && count < ONCE; (*at)++) {
        if (sa_ad_domain_of(ad, strangers->dns[*at]) != domain)
            continue;
        (void)sa_buf_add_text(&filter, "(distinguishedName=");
        (void)sa_ldap_filter_add(&filter, strangers->dns[*at], strlen(strangers->dns[*at]));
        (void)sa_buf_add_char(&filter, ')');
        asked[count++] = *at;
    }
    (void)sa_buf_add_char(&filter, ')');
    if (count == 0)
        return 0;
    if (sa_buf_status(&filter) < 0)
        return sa_ad_gap_as(ad, "ad_account", "account", "", "limit",
                            "names of members of protected groups are too long", err);
    search.filter = sa_buf_text(&filter);
    r = sa_ad_search(ad, ad->domains[domain].ldap, &search, &entries, &why);
    if (r < 0)
        return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
    for (size_t i = 0; r == 0 && i < count; i++) {
        bool shown = false;

        for (size_t k = 0; k < entries.count && !shown; k++)
            shown = strcmp(entries.items[k].key, strangers->keys[asked[i]]) == 0;
        if (!shown)
            r = sa_ad_gap_as(ad, "ad_account", "account", strangers->dns[asked[i]], "denied",
                             "a member of a protected group, and not shown to the auditor", err);
    }
    return r;
}

static int find_hidden(struct sa_ad *ad, const struct groups *groups, struct sa_error *err)
{
    struct strangers strangers = {0};
    int r = list_strangers(ad, groups, &strangers, err);

    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        for (size_t at = 0; r == 0 && at < strangers.count && ad->domains[d].ldap != NULL;)
            r = ask_strangers(ad, d, &strangers, &at, err);
    return r;
}

int sa_ad_gather_privileged(struct sa_ad *ad, struct sa_error *err)
{
    const struct sa_ad_entries *protected_groups = &ad->found->protected_groups;
    struct groups groups = {0};
    size_t from = 0;
    int r = 0;

    for (size_t i = 0; r == 0 && i < protected_groups->count; i++)
        r = add_group(ad, &groups, &protected_groups->items[i], err);
    for (size_t level = 0; r == 0 && (level == 0 || from < groups.count); level++) {
        size_t to = groups.count;

        if (level == SA_LIMIT_NESTING)
            return sa_ad_gap_as(ad, "ad_account", "group", "", "limit",
                                "protected groups are nested deeper than is looked at", err);
        r = descend(ad, &groups, from, to, err);
        from = to;
    }
    if (r == 0)
        r = tell_members(ad, &groups, err);
    return r < 0 ? r : find_hidden(ad, &groups, err);
}
