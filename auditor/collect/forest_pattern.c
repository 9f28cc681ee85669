/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_account: the sequence of its network half, and what names itself in a domain: accounts whose
 * names the product makes up, the text that express setup writes into descriptions, service principal
 * names, the product's groups; in the same search the domain's protected groups, and what puts everybody
 * into a group. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_account.h"

#define FILTER_MAX     (64 * SA_KIB)
#define PRINCIPALS_MAX 1000 /* service principal names of one account */
#define ROUNDS         4    /* a gMSA of a server of a group of readers of a gMSA */

/* Groups that setup makes: domain groups only where Connect runs on a domain controller. */
static const char *const product_groups[][2] = {
    {"ADSyncAdmins",      "sync_admins"      },
    {"ADSyncOperators",   "sync_operators"   },
    {"ADSyncBrowse",      "sync_browse"      },
    {"ADSyncPasswordSet", "sync_password_set"},
};

/* Whom AdminSDHolder protects ([MS-ADTS] 3.1.1.6.1.1), without groups of computers. */
static const uint32_t protected_rids[] = {512, 518, 519, 526, 527};
static const uint32_t protected_builtin[] = {544, 548, 549, 550, 551, 552};

/* Members of groups as foreign principals that are in every token. */
static const struct sa_sid everybody[] = {
    {.authority = 1, .count = 1, .sub = {0} },
    {.authority = 5, .count = 1, .sub = {11}},
    {.authority = 5, .count = 1, .sub = {2} },
    {.authority = 5, .count = 1, .sub = {15}},
};

static void add_group_filter(struct sa_buf *filter, const struct sa_ad_domain *domain)
{
    for (size_t i = 0; i < SA_COUNT(product_groups); i++)
        (void)sa_buf_addf(filter, "(sAMAccountName=%s)", product_groups[i][0]);
    for (size_t i = 0; i < SA_COUNT(protected_builtin); i++) {
        struct sa_sid sid = {
            .authority = 5, .count = 2, .sub = {32, protected_builtin[i]}
        };

        sa_ad_add_sid_filter(filter, &sid);
    }
    for (size_t i = 0;
         domain->has_sid && domain->sid.count < SA_SID_SUBS && i < SA_COUNT(protected_rids); i++) {
        struct sa_sid sid = sa_sid_with_rid(&domain->sid, protected_rids[i]);

        sa_ad_add_sid_filter(filter, &sid);
    }
    for (size_t i = 0; i < SA_COUNT(everybody); i++)
        sa_ad_add_sid_filter(filter, &everybody[i]);
}

static int search_pattern(struct sa_ad *ad, size_t domain, struct sa_ad_entries *ret,
                          struct sa_error *why)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ldap_search search = {.base = ad->domains[domain].dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .attributes = sa_ad_account_attributes,
                                    .sd_flags = 7,
                                    .max_entries = SA_LIMIT_FOREST_ACCOUNTS};

    /* Every branch but that of descriptions begins with something that few have. */
    (void)sa_buf_add_text(&filter,
                          "(|(sAMAccountName=MSOL_*)(sAMAccountName=AAD_*)"
                          "(sAMAccountName=ADSyncMSA*)(sAMAccountName=AZUREADSSOACC$)"
                          "(sAMAccountName=AzureADKerberos$)(sAMAccountName=krbtgt_AzureAD)"
                          "(servicePrincipalName=ADSync/*)"
                          "(&" SA_AD_PEOPLE "(description=*configured to synchronize to tenant*))"
                          "(&(objectClass=msDS-GroupManagedServiceAccount)"
                          "(|(sAMAccountName=*ADSync*)(servicePrincipalName=*ADSync*)))");
    add_group_filter(&filter, &ad->domains[domain]);
    (void)sa_buf_add_char(&filter, ')');
    if (sa_buf_status(&filter) < 0)
        return sa_fail_nomem(why);
    search.filter = sa_buf_text(&filter);
    return sa_ad_search(ad, ad->domains[domain].ldap, &search, ret, why);
}

/* Roles --------------------------------------------------------------------------------------- */

static bool begins(const char *text, const char *prefix)
{
    return strncasecmp(text, prefix, strlen(prefix)) == 0;
}

struct naming {
    const char *pattern, *role;
};

static const struct naming namings[] = {
    {"MSOL_*",           "connector"},
    {"AAD_*",            "service"  },
    {"ADSyncMSA*",       "service"  },
    {"AZUREADSSOACC$",   "sso"      },
    {"AzureADKerberos$", "kerberos" },
    {"krbtgt_AzureAD",   "kerberos" },
};

static int add_named_role(struct sa_ad *ad, size_t account, const char *sam, const char *class_name,
                          struct sa_error *err)
{
    struct sa_ad_role role = {.how = "name", .server = ""};

    for (size_t i = 0; i < SA_COUNT(namings); i++) {
        if (sa_text_glob(namings[i].pattern, sam)) {
            role.role = namings[i].role;
            role.detail = namings[i].pattern;
        }
    }
    if (role.role == NULL && strcmp(class_name, "msDS-GroupManagedServiceAccount") == 0 &&
        sa_text_glob("*ADSync*", sam)) {
        role.role = "service";
        role.detail = "*ADSync*";
    }
    return role.role != NULL ? sa_ad_add_role(ad, account, &role, err) : 0;
}

static int add_principal_role(struct sa_ad *ad, size_t account, struct sa_ad_reading *reading,
                              const char *class_name, struct sa_error *err)
{
    const struct sa_ldap_attribute *spns = sa_ldap_get(reading->entry, "servicePrincipalName");
    size_t count = spns != NULL ? spns->count : 0;
    int r = 0;

    if (count > PRINCIPALS_MAX)
        r = sa_ad_gap_as(ad, "ad_account", "account", reading->entry->dn, "limit",
                         "it has more service principal names than are looked at", err);
    for (size_t i = 0; r == 0 && i < count && i < PRINCIPALS_MAX; i++) {
        const char *text = (const char *)spns->values[i].bytes;
        struct sa_ad_role role = {
            .role = strcmp(class_name, "computer") == 0 ? "server" : "service", .how = "principal"};

        if (!begins(text, "ADSync/"))
            continue;
        role.detail = sa_ad_visible(reading, text, spns->values[i].len);
        role.server = sa_ad_server_name(reading, text + 7, strcspn(text + 7, ":/"));
        r = reading->status < 0 ? reading->status : sa_ad_add_role(ad, account, &role, err);
    }
    return r;
}

static int add_described_role(struct sa_ad *ad, size_t account, struct sa_ad_reading *reading,
                              struct sa_error *err)
{
    struct sa_ad_description told;
    struct sa_ad_role role = {.role = "connector", .how = "description"};

    if (!sa_ad_parse_description(reading, sa_ldap_text(reading->entry, "description"), &told) ||
        reading->status < 0)
        return reading->status;
    role.detail = told.tenant != NULL ? told.tenant : "";
    role.server = told.server != NULL ? told.server : "";
    return sa_ad_add_role(ad, account, &role, err);
}

/* Lists of the AzureADKerberos object: whose keys the cloud may have, and whose never. */
static int list_reveal_groups(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                              struct sa_error *err)
{
    static const char *const lists[][2] = {
        {"msDS-NeverRevealGroup",    "never_reveal"},
        {"msDS-RevealOnDemandGroup", "reveal"      },
    };
    int r = 0;

    for (size_t i = 0; i < SA_COUNT(lists); i++) {
        const struct sa_ldap_attribute *list = sa_ldap_get(entry, lists[i][0]);

        if (r == 0 && list != NULL)
            r = sa_ad_list_by_dn(ad, lists[i][1], list, err);
    }
    return r;
}

static int take_group(struct sa_ad *ad, const struct sa_ad_found_entry *found, struct sa_error *err)
{
    struct sa_ad_found *all = ad->found;
    struct sa_ad_reading reading = {
        .ad = ad, .entry = found->entry, .source = "ad_account", .topic = "group", .err = err};
    const char *sam = sa_ldap_text(found->entry, "sAMAccountName");
    struct sa_ad_listed group = {.gmsa = SIZE_MAX, .domain = found->domain};
    int r = 0;

    if (!sa_ad_sid_of(&reading, "objectSid", &group.sid))
        return reading.status;
    for (size_t i = 0; sam != NULL && i < SA_COUNT(product_groups); i++)
        if (sa_text_same(sam, product_groups[i][0]))
            group.purpose = product_groups[i][1];
    if (group.purpose != NULL) {
        group.name = sa_ad_account_name(&reading);
        return reading.status < 0 ? reading.status : sa_ad_list_group(ad, &group, err);
    }
    r = sa_ad_grow(ad, (void **)&all->protected_groups.items, sizeof *all->protected_groups.items,
                   all->protected_groups.count, &all->protected_groups.size, err);
    if (r == 0)
        all->protected_groups.items[all->protected_groups.count++] = *found;
    return r;
}

static int take_account(struct sa_ad *ad, const struct sa_ad_found_entry *found,
                        const char *class_name, struct sa_error *err)
{
    struct sa_ad_reading reading = {
        .ad = ad, .entry = found->entry, .source = "ad_account", .topic = "account", .err = err};
    const char *sam = sa_ldap_text(found->entry, "sAMAccountName");
    size_t account = SIZE_MAX;
    int r = sa_ad_add_account(ad, found->entry, found->domain, &account, err);

    if (r < 0 || account == SIZE_MAX)
        return r;
    if (sam != NULL)
        r = add_named_role(ad, account, sam, class_name, err);
    if (r == 0)
        r = add_described_role(ad, account, &reading, err);
    if (r == 0)
        r = add_principal_role(ad, account, &reading, class_name, err);
    if (r == 0)
        r = list_reveal_groups(ad, found->entry, err);
    return r < 0 ? r : reading.status;
}

static int hidden_class(struct sa_ad *ad, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .entry = entry, .err = err};
    const char *name = sa_ad_account_name(&reading);

    return reading.status < 0 ? reading.status
                              : sa_ad_gap_as(ad, "ad_account", "account", name, "denied",
                                             "what kind of object it is, is not visible", err);
}

static int take(struct sa_ad *ad, const struct sa_ad_found_entry *found, struct sa_error *err)
{
    const char *class_name = sa_ad_class(found->entry);

    if (strcmp(class_name, "group") == 0)
        return take_group(ad, found, err);
    if (strcmp(class_name, "foreignSecurityPrincipal") == 0)
        return sa_ad_add_broad(ad, found->entry, found->domain, err);
    if (sa_ldap_get(found->entry, "objectClass") == NULL)
        return hidden_class(ad, found->entry, err);
    if (strcmp(class_name, "contact") == 0 || class_name[0] == '\0')
        return 0;
    return take_account(ad, found, class_name, err);
}

static int gather_patterns(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    for (size_t d = 0; r == 0 && d < ad->domain_count; d++) {
        struct sa_ad_entries entries = {0};
        struct sa_error why = {0};

        if (ad->domains[d].ldap == NULL)
            continue;
        r = search_pattern(ad, d, &entries, &why);
        if (r < 0)
            r = sa_ad_domain_trouble(ad, "ad_account", d, &why, err);
        for (size_t i = 0; r == 0 && i < entries.count; i++) {
            entries.items[i].domain = d;
            r = take(ad, &entries.items[i], err);
        }
    }
    return r;
}

/* What was noted as a suspect and turns out to belong to synchronisation is no suspect. */
static void forgive(struct sa_ad *ad)
{
    for (size_t i = 0; i < ad->account_count; i++) {
        bool is_known = false;

        for (const struct sa_ad_role *role = ad->accounts[i].roles; role != NULL; role = role->next)
            is_known = is_known || strcmp(role->role, "suspect") != 0;
        for (struct sa_ad_role **at = &ad->accounts[i].roles; is_known && *at != NULL;) {
            if (strcmp((*at)->role, "suspect") == 0)
                *at = (*at)->next;
            else
                at = &(*at)->next;
        }
    }
}

int sa_ad_gather_accounts(struct sa_ad *ad, struct sa_error *err)
{
    size_t followed = 0;
    int r = 0;

    ad->found = sa_arena_alloc(&ad->arena, sizeof *ad->found);
    if (ad->found == NULL)
        return sa_ad_fail_room(ad, err);
    r = gather_patterns(ad, err);
    if (r == 0)
        r = sa_ad_want_named(ad, err);
    for (size_t round = 0; r == 0 && round < ROUNDS; round++) {
        r = sa_ad_follow(ad, &followed, err);
        if (r == 0)
            r = sa_ad_look_up(ad, err);
        if (r == 0)
            r = sa_ad_list_members(ad, err);
    }
    if (r == 0)
        r = sa_ad_look_up(ad, err);
    forgive(ad);
    if (r < 0 || ad->servers_only)
        return r;
    r = sa_ad_read_tokens(ad, err);
    return r < 0 ? r : sa_ad_gather_privileged(ad, err);
}
