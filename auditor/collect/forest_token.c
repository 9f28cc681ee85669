/* SPDX-License-Identifier: Apache-2.0 */
/* The token of each account ([MS-ADTS] 5.1.3; tokenGroups in 3.1.1.4.5.19), and how it came to its groups.
 *
 * tokenGroups is transitive and computed by the domain controller: one base read per account. It lacks
 * the groups that contain Everyone or Authenticated Users as foreign security principals; those are found
 * once per domain and added. Which way leads from the account to a group is found by walking memberOf
 * upwards through the groups of all tokens, read together. Nesting, loops and numbers are bounded: a
 * group that is in the token but off the walk has no path, which is all that is lost. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_account.h"

#define FILTER_MAX   (512 * SA_KIB)
#define ONCE         ((size_t)200) /* groups in one filter */
#define NODES_MAX    4096          /* groups whose memberOf is read */
#define PARENTS_MAX  4096          /* of one of them */
#define BROAD_GROUPS 64            /* groups that contain everybody */
#define BROAD_ROUNDS 8             /* groups in groups of Everyone */
#define PATHS_MAX    256           /* beyond so many groups only the privileged ones get a path */
#define PATH_BYTES   (4 * SA_KIB)

static struct sa_ad_reading reading_of(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                                       struct sa_error *err)
{
    return (struct sa_ad_reading){
        .ad = ad, .entry = entry, .source = "ad_account", .topic = "account", .err = err};
}

/* The groups that an entry is a member of: DNs as they were told, and their keys. */
struct parents {
    const char **dns, **keys;
    size_t count;
};

static int take_parents(struct sa_ad *ad, const struct sa_ldap_entry *entry, struct parents *ret,
                        struct sa_error *err)
{
    const struct sa_ldap_attribute *list = sa_ldap_get(entry, "memberOf");
    size_t count = list != NULL ? list->count : 0;

    if (count > PARENTS_MAX)
        count = PARENTS_MAX;
    ret->count = count;
    ret->dns = sa_arena_array(&ad->arena, count + 1, sizeof *ret->dns);
    ret->keys = sa_arena_array(&ad->arena, count + 1, sizeof *ret->keys);
    if (ret->dns == NULL || ret->keys == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < count; i++) {
        ret->dns[i] = (const char *)list->values[i].bytes;
        ret->keys[i] = sa_ad_key(ad, ret->dns[i], err);
        if (ret->keys[i] == NULL)
            return sa_ad_fail_room(ad, err);
    }
    return 0;
}

int sa_ad_add_broad(struct sa_ad *ad, const struct sa_ldap_entry *entry, size_t domain,
                    struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    struct sa_ad_reading reading = reading_of(ad, entry, err);
    struct sa_ad_broad broad = {.domain = domain};
    struct parents parents = {0};
    struct sa_sid sid;
    int r = 0;

    if (!sa_ad_sid_of(&reading, "objectSid", &sid))
        return reading.status;
    broad.name = sa_sid_known_name(&sid);
    if (broad.name == NULL)
        broad.name = sa_ad_account_name(&reading);
    r = take_parents(ad, entry, &parents, err);
    broad.parents = parents.dns;
    broad.parent_keys = parents.keys;
    broad.parent_count = parents.count;
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&found->broad, sizeof *found->broad, found->broad_count,
                       &found->broad_size, err);
    if (r == 0)
        found->broad[found->broad_count++] = broad;
    return r < 0 ? r : reading.status;
}

/* tokenGroups --------------------------------------------------------------------------------- */

static int compare_sids(const void *a, const void *b)
{
    return sa_sid_compare(a, b);
}

static size_t sort_distinct(struct sa_sid *sids, size_t count)
{
    size_t kept = 0;

    if (count > 1)
        qsort(sids, count, sizeof *sids, compare_sids);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !sa_sid_same(&sids[kept - 1], &sids[i]))
            sids[kept++] = sids[i];
    return kept;
}

/* Adds the SIDs of a value list; what is no SID makes the token incomplete. */
static void add_sids(struct sa_ad_account *account, const struct sa_ldap_attribute *list,
                     struct sa_sid *sids, size_t room, const char **ret_doubt)
{
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        if (account->group_count == room) {
            *ret_doubt = "it is in more groups than a token can hold";
            return;
        }
        if (sa_sid_decode(list->values[i].bytes, list->values[i].len, &sids[account->group_count],
                          NULL) < 0)
            *ret_doubt = "its list of groups holds something that is no security identifier";
        else
            account->group_count++;
    }
}

static int take_token(struct sa_ad *ad, struct sa_ad_account *account,
                      const struct sa_ldap_entry *token, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, account->record.entry, err);
    const struct sa_ldap_attribute *groups =
        token != NULL ? sa_ldap_get(token, "tokenGroups") : NULL;
    const struct sa_ldap_attribute *history = sa_ldap_get(reading.entry, "sIDHistory");
    const struct sa_ad_domain *domain = &ad->domains[account->record.domain];
    size_t wanted = (groups != NULL ? groups->count : 0) + (history != NULL ? history->count : 0);
    size_t room = wanted < SA_LIMIT_TOKEN ? wanted : SA_LIMIT_TOKEN;
    const char *doubt = NULL;
    int64_t primary = 0;

    account->groups = sa_arena_array(&ad->arena, room + 1, sizeof *account->groups);
    if (account->groups == NULL)
        return sa_ad_fail_room(ad, err);
    if (token != NULL && groups == NULL)
        doubt = "the groups of its token are not visible";
    add_sids(account, groups, account->groups, room, &doubt);
    add_sids(account, history, account->groups, room, &doubt);
    if (domain->has_sid && domain->sid.count < SA_SID_SUBS &&
        sa_ad_number(&reading, "primaryGroupID", 0, UINT32_MAX, &primary))
        account->groups[account->group_count++] = sa_sid_with_rid(&domain->sid, (uint32_t)primary);
    account->group_count = sort_distinct(account->groups, account->group_count);
    account->token_complete = token != NULL && doubt == NULL;
    if (reading.status < 0 || doubt == NULL)
        return reading.status;
    return sa_ad_gap_as(ad, "ad_account", "account", sa_ad_account_name(&reading),
                        groups == NULL           ? "denied"
                        : room == SA_LIMIT_TOKEN ? "limit"
                                                 : "failed",
                        doubt, err);
}

static int read_token(struct sa_ad *ad, struct sa_ad_account *account, struct sa_error *err)
{
    static const char *const attributes[] = {"tokenGroups", NULL};
    struct sa_ad_domain *domain = &ad->domains[account->record.domain];
    const struct sa_ldap_entry *token = NULL;
    struct sa_error why = {0};
    int r = SA_E_NETWORK;

    if (domain->ldap == NULL)
        sa_fail(&why, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "its domain does not answer any more");
    else
        r = sa_ldap_read(domain->ldap, account->record.entry->dn, attributes, /* sd_flags= */ 0,
                         &ad->arena, &token, &why);
    if (r < 0 && domain->ldap != NULL &&
        (why.status == SA_E_NETWORK || why.status == SA_E_TIMEOUT || why.status == SA_E_CANCELLED ||
         why.status == SA_E_NOMEM)) {
        r = sa_ad_domain_trouble(ad, "ad_account", account->record.domain, &why, err);
        if (r < 0)
            return r;
    }
    if (token == NULL) {
        struct sa_ad_reading reading = reading_of(ad, account->record.entry, err);
        const char *name = sa_ad_account_name(&reading);

        r = reading.status < 0 ? reading.status
                               : sa_ad_gap(ad, "ad_account", "account", name, &why, err);
        if (r < 0)
            return r;
    }
    return take_token(ad, account, token, err);
}

/* Groups of all tokens ------------------------------------------------------------------------ */

/* What is to be read of one domain: SIDs of tokens, DNs of groups that contain everybody. */
struct wanted {
    size_t domain;
    struct sa_sid *sids;
    size_t sid_count;
    const char **keys, **dns;
    size_t key_count, key_size, dn_size;
};

static bool knows_key(const struct sa_ad_found *found, const char *key)
{
    for (size_t i = 0; i < found->node_count; i++)
        if (strcmp(found->nodes[i].key, key) == 0)
            return true;
    return false;
}

static int add_node(struct sa_ad *ad, const struct sa_ad_found_entry *entry, size_t domain,
                    struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    struct sa_ad_reading reading = reading_of(ad, entry->entry, err);
    struct sa_ad_node node = {.key = entry->key, .domain = domain};
    struct parents parents = {0};
    int r = 0;

    if (found->node_count >= NODES_MAX || knows_key(found, entry->key) ||
        !sa_ad_sid_of(&reading, "objectSid", &node.sid))
        return reading.status;
    node.name = sa_ad_account_name(&reading);
    if (reading.status < 0)
        return reading.status;
    r = take_parents(ad, entry->entry, &parents, err);
    node.parents = parents.dns;
    node.parent_keys = parents.keys;
    node.parent_count = parents.count;
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&found->nodes, sizeof *found->nodes, found->node_count,
                       &found->node_size, err);
    if (r == 0)
        found->nodes[found->node_count++] = node;
    return r;
}

static int read_nodes(struct sa_ad *ad, size_t domain, const char *filter, struct sa_error *err)
{
    static const char *const attributes[] = {"objectClass", "objectSid", "sAMAccountName",
                                             "memberOf", NULL};
    struct sa_ldap_search search = {.base = ad->domains[domain].dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .filter = filter,
                                    .attributes = attributes,
                                    .max_entries = 2 * ONCE};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    int r = sa_ad_search(ad, ad->domains[domain].ldap, &search, &entries, &why);

    if (r < 0)
        return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
    for (size_t i = 0; r == 0 && i < entries.count; i++)
        r = add_node(ad, &entries.items[i], domain, err);
    return r;
}

/* Reads the groups that are wanted, in portions. */
static int read_wanted(struct sa_ad *ad, struct wanted *wanted, struct sa_error *err)
{
    size_t total = wanted->sid_count + wanted->key_count;
    int r = 0;

    if (total > NODES_MAX)
        total = NODES_MAX;
    for (size_t at = 0; r == 0 && at < total && ad->domains[wanted->domain].ldap != NULL;) {
        SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);

        (void)sa_buf_add_text(&filter, "(|");
        for (size_t n = 0; n < ONCE && at < total; n++, at++) {
            if (at < wanted->key_count) {
                (void)sa_buf_add_text(&filter, "(distinguishedName=");
                (void)sa_ldap_filter_add(&filter, wanted->dns[at], strlen(wanted->dns[at]));
                (void)sa_buf_add_char(&filter, ')');
            } else {
                sa_ad_add_sid_filter(&filter, &wanted->sids[at - wanted->key_count]);
            }
        }
        (void)sa_buf_add_char(&filter, ')');
        if (sa_buf_status(&filter) == SA_E_NOMEM)
            return sa_fail_nomem(err);
        if (sa_buf_status(&filter) == 0)
            r = read_nodes(ad, wanted->domain, sa_buf_text(&filter), err);
    }
    return r;
}

static bool is_of_domain(const struct sa_ad *ad, const struct sa_sid *sid, size_t account_domain,
                         size_t domain)
{
    /* S-1-5-32: every domain has its own, under the same SIDs. */
    if (sid->authority == 5 && sid->count == 2 && sid->sub[0] == 32)
        return account_domain == domain;
    return ad->domains[domain].has_sid && sa_sid_in_domain(sid, &ad->domains[domain].sid);
}

static int want_tokens(struct sa_ad *ad, struct wanted *wanted, struct sa_error *err)
{
    size_t room = 0;

    for (size_t i = 0; i < ad->account_count; i++)
        room += ad->accounts[i].group_count;
    /* Once per domain: not from the arena, which keeps everything to the end. */
    wanted->sids = calloc(room + 1, sizeof *wanted->sids);
    if (wanted->sids == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < ad->account_count; i++) {
        const struct sa_ad_account *account = &ad->accounts[i];

        for (size_t k = 0; k < account->group_count; k++)
            if (is_of_domain(ad, &account->groups[k], account->record.domain, wanted->domain))
                wanted->sids[wanted->sid_count++] = account->groups[k];
    }
    wanted->sid_count = sort_distinct(wanted->sids, wanted->sid_count);
    return 0;
}

static int want_group(struct sa_ad *ad, struct wanted *wanted, const char *dn, const char *key,
                      struct sa_error *err)
{
    int r = 0;

    if (knows_key(ad->found, key))
        return 0;
    for (size_t i = 0; i < wanted->key_count; i++)
        if (strcmp(wanted->keys[i], key) == 0)
            return 0;
    r = sa_ad_grow(ad, (void **)&wanted->keys, sizeof *wanted->keys, wanted->key_count,
                   &wanted->key_size, err);
    if (r == 0)
        r = sa_ad_grow(ad, (void **)&wanted->dns, sizeof *wanted->dns, wanted->key_count,
                       &wanted->dn_size, err);
    if (r < 0)
        return r;
    wanted->dns[wanted->key_count] = dn;
    wanted->keys[wanted->key_count++] = key;
    return 0;
}

static const struct sa_ad_node *find_node(const struct sa_ad_found *found, const char *key)
{
    for (size_t i = 0; i < found->node_count; i++)
        if (strcmp(found->nodes[i].key, key) == 0)
            return &found->nodes[i];
    return NULL;
}

/* Groups that contain everybody, directly or through others that were read. */
struct level {
    const char *dns[BROAD_GROUPS], *keys[BROAD_GROUPS];
    size_t count;
};

/* False: there is no room. */
static bool add_to_level(struct level *level, const char *dn, const char *key)
{
    for (size_t i = 0; i < level->count; i++)
        if (strcmp(level->keys[i], key) == 0)
            return true;
    if (level->count == BROAD_GROUPS)
        return false;
    level->dns[level->count] = dn;
    level->keys[level->count++] = key;
    return true;
}

/* Wants those of them that were not read yet: one step of nesting a round. */
static int want_broad(struct sa_ad *ad, struct wanted *wanted, struct sa_error *err)
{
    const struct sa_ad_found *found = ad->found;
    struct level level = {.count = 0};
    bool is_all = true;
    int r = 0;

    for (size_t i = 0; i < found->broad_count; i++) {
        const struct sa_ad_broad *broad = &found->broad[i];

        if (broad->domain != wanted->domain)
            continue;
        is_all = is_all && broad->parent_count < PARENTS_MAX;
        for (size_t k = 0; k < broad->parent_count; k++)
            is_all = add_to_level(&level, broad->parents[k], broad->parent_keys[k]) && is_all;
    }
    for (size_t i = 0; r == 0 && i < level.count; i++) {
        const struct sa_ad_node *node = find_node(found, level.keys[i]);

        if (node == NULL)
            r = want_group(ad, wanted, level.dns[i], level.keys[i], err);
        is_all = is_all && (node == NULL || node->parent_count < PARENTS_MAX);
        for (size_t k = 0; node != NULL && k < node->parent_count; k++)
            is_all = add_to_level(&level, node->parents[k], node->parent_keys[k]) && is_all;
    }
    if (!is_all)
        ad->found->broad_lost[wanted->domain] = true;
    return r;
}

static int read_domain_nodes(struct sa_ad *ad, size_t domain, struct sa_error *err)
{
    struct wanted wanted = {.domain = domain};
    int r = want_tokens(ad, &wanted, err);

    if (r == 0)
        r = want_broad(ad, &wanted, err);
    for (size_t round = 0;
         r == 0 && round < BROAD_ROUNDS && wanted.sid_count + wanted.key_count > 0; round++) {
        r = read_wanted(ad, &wanted, err);
        wanted.sid_count = 0;
        wanted.key_count = 0;
        if (r == 0)
            r = want_broad(ad, &wanted, err);
    }
    /* Nested deeper, hidden, or one too many: what it leads to is not known. */
    if (wanted.key_count > 0)
        ad->found->broad_lost[domain] = true;
    free(wanted.sids);
    return r;
}

/* Whoever may be in more groups than were seen. */
static int tell_lost(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->account_count; i++) {
        struct sa_ad_account *account = &ad->accounts[i];
        struct sa_ad_reading reading = reading_of(ad, account->record.entry, err);
        const char *name = NULL;

        if (!ad->found->broad_lost[account->record.domain])
            continue;
        account->token_complete = false;
        name = sa_ad_account_name(&reading);
        r = reading.status < 0
                ? reading.status
                : sa_ad_gap_as(ad, "ad_account", "account", name, "limit",
                               "not all groups that contain everybody were seen", err);
    }
    return r;
}

/* Ways to groups ------------------------------------------------------------------------------ */

#define NOWHERE SIZE_MAX

/* The nodes by key and by SID, sorted, and the state of one walk. */
struct walk {
    const struct sa_ad_found *found;
    size_t *by_key, *by_sid;
    size_t *from;       /* node that leads here; NOWHERE: the account itself */
    const char **start; /* "Authenticated Users" where the way begins there; NULL: the account */
    size_t *depth;      /* 0: not reached */
    size_t *queue;
};

static int compare_keys(const void *a, const void *b, void *nodes)
{
    const struct sa_ad_node *all = nodes;

    return strcmp(all[*(const size_t *)a].key, all[*(const size_t *)b].key);
}

static int compare_node_sids(const void *a, const void *b, void *nodes)
{
    const struct sa_ad_node *all = nodes;
    size_t left = *(const size_t *)a;
    size_t right = *(const size_t *)b;
    int order = sa_sid_compare(&all[left].sid, &all[right].sid);

    /* Groups below S-1-5-32 exist once per domain. */
    return order != 0
               ? order
               : (all[left].domain > all[right].domain) - (all[left].domain < all[right].domain);
}

static size_t find_by_key(const struct walk *walk, const char *key)
{
    size_t low = 0;
    size_t high = walk->found->node_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(walk->found->nodes[walk->by_key[middle]].key, key);

        if (order == 0)
            return walk->by_key[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NOWHERE;
}

static size_t find_by_sid(const struct walk *walk, const struct sa_sid *sid, size_t domain)
{
    size_t low = 0;
    size_t high = walk->found->node_count;
    bool is_builtin = sid->authority == 5 && sid->count == 2 && sid->sub[0] == 32;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct sa_ad_node *node = &walk->found->nodes[walk->by_sid[middle]];
        int order = sa_sid_compare(&node->sid, sid);

        if (order == 0 && is_builtin)
            order = (node->domain > domain) - (node->domain < domain);
        if (order == 0)
            return walk->by_sid[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NOWHERE;
}

static void reach(struct walk *walk, size_t node, size_t from, const char *start, size_t depth,
                  size_t *tail)
{
    if (node == NOWHERE || walk->depth[node] != 0)
        return;
    walk->from[node] = from;
    walk->start[node] = start;
    walk->depth[node] = depth;
    walk->queue[(*tail)++] = node;
}

/* Breadth first, so that the shortest way is the one that is told; each group once, so that loops end. */
static void walk_from(struct walk *walk, const struct sa_ad *ad,
                      const struct sa_ad_account *account, const struct parents *parents)
{
    const struct sa_ad_found *found = walk->found;
    const struct sa_ad_domain *domain = &ad->domains[account->record.domain];
    const char *primary = sa_ldap_text(account->record.entry, "primaryGroupID");
    uint32_t rid = 0;
    size_t tail = 0;

    memset(walk->depth, 0, found->node_count * sizeof *walk->depth);
    for (size_t i = 0; i < parents->count; i++)
        reach(walk, find_by_key(walk, parents->keys[i]), NOWHERE, NULL, 1, &tail);
    if (primary != NULL && domain->has_sid && domain->sid.count < SA_SID_SUBS &&
        sa_parse_u32(primary, UINT32_MAX, &rid) == 0) {
        struct sa_sid sid = sa_sid_with_rid(&domain->sid, rid);

        reach(walk, find_by_sid(walk, &sid, account->record.domain), NOWHERE, NULL, 1, &tail);
    }
    for (size_t i = 0; i < found->broad_count; i++)
        for (size_t k = 0;
             found->broad[i].domain == account->record.domain && k < found->broad[i].parent_count;
             k++)
            reach(walk, find_by_key(walk, found->broad[i].parent_keys[k]), NOWHERE,
                  found->broad[i].name, 2, &tail);
    for (size_t head = 0; head < tail; head++) {
        size_t at = walk->queue[head];

        for (size_t i = 0; i < found->nodes[at].parent_count; i++)
            reach(walk, find_by_key(walk, found->nodes[at].parent_keys[i]), at, walk->start[at],
                  walk->depth[at] + 1, &tail);
    }
}

/* A name of a group may hold what separates names. */
static void add_step(struct sa_buf *path, const char *name)
{
    for (; *name != '\0'; name++)
        if (*name == '>')
            (void)sa_buf_add_text(path, "\\x3E");
        else
            (void)sa_buf_add_char(path, *name);
}

static const char *tell_way(struct walk *walk, struct sa_ad *ad, const char *account, size_t node)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(PATH_BYTES);
    size_t steps[SA_LIMIT_NESTING];
    size_t count = 0;

    if (node == NOWHERE || walk->depth[node] == 0 || walk->depth[node] > SA_LIMIT_NESTING)
        return "";
    for (size_t at = node; at != NOWHERE && count < SA_LIMIT_NESTING; at = walk->from[at])
        steps[count++] = at;
    add_step(&path, account);
    if (walk->start[node] != NULL) {
        (void)sa_buf_add_text(&path, " > ");
        add_step(&path, walk->start[node]);
    }
    while (count-- > 0) {
        (void)sa_buf_add_text(&path, " > ");
        add_step(&path, walk->found->nodes[steps[count]].name);
    }
    if (sa_buf_status(&path) < 0)
        return "";
    return sa_arena_copy(&ad->arena, sa_buf_text(&path), path.len);
}

/* Groups that the walk reached only because everybody is in them belong into the token too. */
static int add_broad_groups(struct walk *walk, struct sa_ad *ad, struct sa_ad_account *account,
                            struct sa_error *err)
{
    size_t more = 0;
    struct sa_sid *groups = NULL;

    for (size_t i = 0; i < walk->found->node_count; i++)
        more += walk->depth[i] != 0 && walk->start[i] != NULL;
    if (more == 0)
        return 0;
    groups = sa_arena_array(&ad->arena, account->group_count + more, sizeof *groups);
    if (groups == NULL)
        return sa_ad_fail_room(ad, err);
    if (account->group_count > 0)
        memcpy(groups, account->groups, account->group_count * sizeof *groups);
    for (size_t i = 0; i < walk->found->node_count; i++)
        if (walk->depth[i] != 0 && walk->start[i] != NULL)
            groups[account->group_count++] = walk->found->nodes[i].sid;
    account->groups = groups;
    account->group_count = sort_distinct(groups, account->group_count);
    return 0;
}

static bool is_privileged(const struct sa_sid *sid)
{
    enum sa_sid_tier tier = sa_sid_tier_of(sid);

    return tier == SA_SID_TIER0 || tier == SA_SID_PRIVILEGED;
}

static int tell_ways(struct walk *walk, struct sa_ad *ad, size_t at, struct sa_error *err)
{
    struct sa_ad_account *account = &ad->accounts[at];
    struct sa_ad_reading reading = reading_of(ad, account->record.entry, err);
    const char *name = sa_ad_account_name(&reading);
    struct parents parents = {0};
    const char **paths = NULL;
    int r = take_parents(ad, account->record.entry, &parents, err);

    if (r < 0 || reading.status < 0)
        return r < 0 ? r : reading.status;
    walk_from(walk, ad, account, &parents);
    r = add_broad_groups(walk, ad, account, err);
    if (r < 0)
        return r;
    paths = sa_arena_array(&ad->arena, account->group_count + 1, sizeof *paths);
    if (paths == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < account->group_count; i++) {
        const struct sa_sid *sid = &account->groups[i];

        paths[i] = account->group_count <= PATHS_MAX || is_privileged(sid)
                       ? tell_way(walk, ad, name, find_by_sid(walk, sid, account->record.domain))
                       : "";
        if (paths[i] == NULL)
            return sa_ad_fail_room(ad, err);
        r = sa_ad_sid(ad, sid, err);
        if (r < 0)
            return r;
    }
    ad->found->paths[at] = paths;
    return 0;
}

static int find_ways(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    size_t count = found->node_count + 1;
    struct walk walk = {.found = found};
    int r = 0;

    walk.by_key = sa_arena_array(&ad->arena, count, sizeof *walk.by_key);
    walk.by_sid = sa_arena_array(&ad->arena, count, sizeof *walk.by_sid);
    walk.from = sa_arena_array(&ad->arena, count, sizeof *walk.from);
    walk.start = sa_arena_array(&ad->arena, count, sizeof *walk.start);
    walk.depth = sa_arena_array(&ad->arena, count, sizeof *walk.depth);
    walk.queue = sa_arena_array(&ad->arena, count, sizeof *walk.queue);
    found->paths = sa_arena_array(&ad->arena, ad->account_count + 1, sizeof *found->paths);
    if (walk.by_key == NULL || walk.by_sid == NULL || walk.from == NULL || walk.start == NULL ||
        walk.depth == NULL || walk.queue == NULL || found->paths == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; i < found->node_count; i++)
        walk.by_key[i] = walk.by_sid[i] = i;
    qsort_r(walk.by_key, found->node_count, sizeof *walk.by_key, compare_keys, found->nodes);
    qsort_r(walk.by_sid, found->node_count, sizeof *walk.by_sid, compare_node_sids, found->nodes);
    for (size_t i = 0; r == 0 && i < ad->account_count; i++)
        r = tell_ways(&walk, ad, i, err);
    return r;
}

int sa_ad_read_tokens(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    ad->found->broad_lost =
        sa_arena_array(&ad->arena, ad->domain_count, sizeof *ad->found->broad_lost);
    if (ad->found->broad_lost == NULL)
        return sa_ad_fail_room(ad, err);
    for (size_t i = 0; r == 0 && i < ad->account_count; i++)
        r = read_token(ad, &ad->accounts[i], err);
    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        if (ad->domains[d].ldap != NULL)
            r = read_domain_nodes(ad, d, err);
    if (r == 0)
        r = tell_lost(ad, err);
    return r < 0 ? r : find_ways(ad, err);
}
