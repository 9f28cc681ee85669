/* SPDX-License-Identifier: Apache-2.0 */
/* Source ad_account, network half: whom synchronisation uses, and how they are found.
 *
 *   1. one search per domain (forest_pattern.c) for what names itself
 *   2. one search per domain for those that others name: exports, descriptions, holders of replication
 *      rights, readers of gMSA passwords; again while that brings up new names, four times at most
 *   3. members of groups, tokens, privileged accounts (forest_member.c, forest_token.c,
 *      forest_privileged.c)
 *
 * An account is kept once, whatever leads to it; every way is a role of its own. Somebody that is known
 * to exist and cannot be found is a gap. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest_account.h"

#define FILTER_MAX   (256 * SA_KIB)
#define WANTS_MAX    SA_LIMIT_FOREST_ACCOUNTS
#define WANTS_ONCE   ((size_t)100) /* in one filter */
#define TENANT_WORDS "configured to synchronize to tenant"

/* No attribute that holds a password is in here, nor may be. */
const char *const sa_ad_account_attributes[] = {"objectClass",
                                                "objectSid",
                                                "sAMAccountName",
                                                "userPrincipalName",
                                                "description",
                                                "dNSHostName",
                                                "userAccountControl",
                                                "msDS-AllowedToDelegateTo",
                                                "msDS-AllowedToActOnBehalfOfOtherIdentity",
                                                "servicePrincipalName",
                                                "msDS-SupportedEncryptionTypes",
                                                "whenCreated",
                                                "pwdLastSet",
                                                "lastLogonTimestamp",
                                                "accountExpires",
                                                "adminCount",
                                                "primaryGroupID",
                                                "sIDHistory",
                                                "msDS-KeyCredentialLink",
                                                "mS-DS-CreatorSID",
                                                "operatingSystem",
                                                "operatingSystemVersion",
                                                "msLAPS-PasswordExpirationTime",
                                                "ms-Mcs-AdmPwdExpirationTime",
                                                "msDS-ManagedPasswordInterval",
                                                "msDS-GroupMSAMembership",
                                                "msDS-HostServiceAccountBL",
                                                "msDS-RevealOnDemandGroup",
                                                "msDS-NeverRevealGroup",
                                                "isCriticalSystemObject",
                                                "memberOf",
                                                "member", /* of protected groups */
                                                "nTSecurityDescriptor",
                                                NULL};

static struct sa_ad_reading reading_of(struct sa_ad *ad, const struct sa_ldap_entry *entry,
                                       struct sa_error *err)
{
    return (struct sa_ad_reading){
        .ad = ad, .entry = entry, .source = "ad_account", .topic = "account", .err = err};
}

/* Accounts ------------------------------------------------------------------------------------ */

const char *sa_ad_account_name(struct sa_ad_reading *reading)
{
    struct sa_value sam = sa_ad_text_of(reading, "sAMAccountName");

    return sam.type == SA_VALUE_TEXT ? sam.text : sa_ad_visible_text(reading, reading->entry->dn);
}

static bool is_account(const char *class_name)
{
    static const char *const classes[] = {"user", "computer", "inetOrgPerson",
                                          "msDS-GroupManagedServiceAccount",
                                          "msDS-ManagedServiceAccount"};

    for (size_t i = 0; i < SA_COUNT(classes); i++)
        if (strcmp(class_name, classes[i]) == 0)
            return true;
    return false;
}

int sa_ad_add_account(struct sa_ad *ad, const struct sa_ldap_entry *entry, size_t domain,
                      size_t *ret, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, entry, err);
    struct sa_ad_account account = {
        .record = {.entry = entry, .domain = domain},
          .class_name = sa_ad_class(entry)
    };
    int r = 0;

    *ret = SIZE_MAX;
    if (!sa_ad_sid_of(&reading, "objectSid", &account.sid))
        return reading.status < 0 ? reading.status
                                  : sa_ad_gap_as(ad, "ad_account", "account", entry->dn, "denied",
                                                 "its security identifier is not visible", err);
    for (size_t i = 0; i < ad->account_count; i++) {
        if (sa_sid_same(&ad->accounts[i].sid, &account.sid)) {
            *ret = i;
            return 0;
        }
    }
    if (ad->account_count == SA_LIMIT_FOREST_ACCOUNTS)
        return sa_ad_gap_as(ad, "ad_account", "account", "", "limit",
                            "there are more accounts of synchronisation than are looked at", err);
    r = sa_ad_grow(ad, (void **)&ad->accounts, sizeof *ad->accounts, ad->account_count,
                   &ad->account_size, err);
    if (r < 0)
        return r;
    *ret = ad->account_count;
    ad->accounts[ad->account_count++] = account;
    return sa_ad_sid(ad, &account.sid, err);
}

int sa_ad_add_role(struct sa_ad *ad, size_t account, const struct sa_ad_role *role,
                   struct sa_error *err)
{
    struct sa_ad_role **at = &ad->accounts[account].roles;
    struct sa_ad_role *copy = NULL;

    for (; *at != NULL; at = &(*at)->next)
        if (strcmp((*at)->role, role->role) == 0 && strcmp((*at)->how, role->how) == 0 &&
            strcmp((*at)->detail, role->detail) == 0)
            return 0;
    copy = sa_arena_alloc(&ad->arena, sizeof *copy);
    if (copy == NULL)
        return sa_ad_fail_room(ad, err);
    *copy = *role;
    copy->next = NULL;
    *at = copy;
    return 0;
}

/* The text of express setup ------------------------------------------------------------------- */

static const char *find_words(const char *text, const char *words)
{
    size_t len = strlen(words);

    for (; *text != '\0'; text++)
        if (strncasecmp(text, words, len) == 0)
            return text + len;
    return NULL;
}

/* Bytes of a quotation mark: ', ", or one of U+2018..201F. */
static size_t quote_len(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;

    if (*text == '\'' || *text == '"')
        return 1;
    return at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x98 && at[2] <= 0x9F ? 3 : 0;
}

/* The word behind `words`, quoted or bare. False: the words are not there, or nothing follows. */
static bool word_after(const char *text, const char *words, const char **ret, size_t *ret_len)
{
    const char *at = find_words(text, words);
    size_t len = 0;

    if (at == NULL)
        return false;
    while (*at == ' ' || quote_len(at) > 0)
        at += *at == ' ' ? 1 : quote_len(at);
    while (at[len] != '\0' && at[len] != ' ' && quote_len(at + len) == 0)
        len++;
    while (len > 0 && (at[len - 1] == '.' || at[len - 1] == ','))
        len--;
    *ret = at;
    *ret_len = len;
    return len > 0 && len < 256;
}

const char *sa_ad_server_name(struct sa_ad_reading *reading, const char *text, size_t len)
{
    const char *dot = memchr(text, '.', len);

    if (dot != NULL)
        len = (size_t)(dot - text);
    if (len > 0 && text[len - 1] == '$')
        len--;
    return sa_ad_upper(reading, sa_ad_visible(reading, text, len));
}

bool sa_ad_parse_description(struct sa_ad_reading *reading, const char *text,
                             struct sa_ad_description *ret)
{
    const char *word = NULL;
    size_t len = 0;

    *ret = (struct sa_ad_description){0};
    if (text == NULL || find_words(text, TENANT_WORDS) == NULL)
        return false;
    if (word_after(text, TENANT_WORDS, &word, &len))
        ret->tenant = sa_ad_visible(reading, word, len);
    if (word_after(text, "running on computer", &word, &len))
        ret->server = sa_ad_server_name(reading, word, len);
    if (word_after(text, "installation identifier", &word, &len) && len == 32 &&
        strspn(word, "0123456789abcdefABCDEF") >= len)
        ret->installation_id = sa_ad_visible(reading, word, len);
    return true;
}

/* Who is wanted ------------------------------------------------------------------------------- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool same_want(const struct sa_ad_want *a, const struct sa_ad_want *b)
{
    return a->kind == b->kind && a->domain == b->domain && a->gmsa == b->gmsa &&
           sa_sid_same(&a->sid, &b->sid) && same_text(a->name, b->name) &&
           same_text(a->role, b->role) && same_text(a->how, b->how) &&
           same_text(a->detail, b->detail);
}

int sa_ad_add_want(struct sa_ad *ad, const struct sa_ad_want *want, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    int r = 0;

    for (size_t i = 0; i < found->want_count; i++)
        if (same_want(&found->wants[i], want))
            return 0;
    if (found->want_count == WANTS_MAX)
        return sa_ad_gap_as(ad, "ad_account", "account", "", "limit",
                            "more names occur than are looked up", err);
    r = sa_ad_grow(ad, (void **)&found->wants, sizeof *found->wants, found->want_count,
                   &found->want_size, err);
    if (r == 0)
        found->wants[found->want_count++] = *want;
    return r;
}

static int want_server(struct sa_ad *ad, const char *server, const char *how, const char *account,
                       struct sa_error *err)
{
    const struct sa_ad_want want = {.kind = SA_AD_WANT_COMPUTER,
                                    .name = server,
                                    .domain = SIZE_MAX,
                                    .role = "server",
                                    .how = how,
                                    .detail = account,
                                    .server = server,
                                    .gmsa = SIZE_MAX};

    return server == NULL || server[0] == '\0' ? 0 : sa_ad_add_want(ad, &want, err);
}

static bool ask_domain(const struct sa_ad *ad, const struct sa_ad_want *want, size_t domain)
{
    if (want->asked || (want->domain != SIZE_MAX && want->domain != domain))
        return false;
    if (want->kind == SA_AD_WANT_SID)
        return ad->domains[domain].has_sid &&
               sa_sid_in_domain(&want->sid, &ad->domains[domain].sid);
    return want->kind != SA_AD_WANT_DN || sa_ad_domain_of(ad, want->name) == domain;
}

static void add_filter(struct sa_buf *filter, const char *attribute, const char *value,
                       const char *suffix)
{
    (void)sa_buf_addf(filter, "(%s=", attribute);
    (void)sa_ldap_filter_add(filter, value, strlen(value));
    (void)sa_buf_addf(filter, "%s)", suffix);
}

/* "user" of "user@domain". */
static void add_local_part(struct sa_buf *filter, const char *name)
{
    const char *at = strchr(name, '@');

    (void)sa_buf_add_text(filter, "(sAMAccountName=");
    (void)sa_ldap_filter_add(filter, name, (size_t)(at - name));
    (void)sa_buf_add_char(filter, ')');
}

static void add_want_filter(struct sa_buf *filter, const struct sa_ad_want *want)
{
    switch (want->kind) {
    case SA_AD_WANT_SID:
        sa_ad_add_sid_filter(filter, &want->sid);
        return;
    case SA_AD_WANT_DN:
        add_filter(filter, "distinguishedName", want->name, "");
        return;
    case SA_AD_WANT_COMPUTER:
        add_filter(filter, "sAMAccountName", want->name, "$");
        return;
    case SA_AD_WANT_ACCOUNT:
    default:
        add_filter(filter, "sAMAccountName", want->name, "");
        if (strcmp(want->role, "service") == 0)
            add_filter(filter, "sAMAccountName", want->name, "$");
        if (strchr(want->name, '@') != NULL) {
            add_filter(filter, "userPrincipalName", want->name, "");
            add_local_part(filter, want->name);
        }
    }
}

/* Active Directory ignores the letter case of all of Unicode. */
static bool same_name(const char *a, const char *b, size_t b_len, const char *suffix)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf left = SA_BUF_INIT(SA_LIMIT_NAME);
    SA_CLEANUP(sa_buf_done) struct sa_buf right = SA_BUF_INIT(SA_LIMIT_NAME);

    if (a == NULL)
        return false;
    (void)sa_text_add_folded(&left, a, strlen(a));
    (void)sa_text_add_folded(&right, b, b_len);
    (void)sa_buf_add_text(&right, suffix);
    return sa_buf_status(&left) == 0 && sa_buf_status(&right) == 0 &&
           strcmp(sa_buf_text(&left), sa_buf_text(&right)) == 0;
}

/* A UPN need not be set: user@domain then means the account of that name in that domain. */
static bool is_named(const struct sa_ad *ad, const struct sa_ad_want *want,
                     const struct sa_ad_found_entry *found)
{
    const char *sam = sa_ldap_text(found->entry, "sAMAccountName");
    const char *upn = sa_ldap_text(found->entry, "userPrincipalName");
    const char *at = strchr(want->name, '@');
    size_t len = strlen(want->name);

    if (same_name(sam, want->name, len, "") ||
        (strcmp(want->role, "service") == 0 && same_name(sam, want->name, len, "$")))
        return true;
    if (at == NULL)
        return false;
    return same_name(upn, want->name, len, "") ||
           (upn == NULL && same_name(sam, want->name, (size_t)(at - want->name), "") &&
            sa_text_same(at + 1, ad->domains[found->domain].dns_name));
}

static bool is_wanted(const struct sa_ad *ad, const struct sa_ad_want *want,
                      const struct sa_ad_found_entry *found)
{
    const struct sa_ldap_attribute *sid = sa_ldap_get(found->entry, "objectSid");
    const char *sam = sa_ldap_text(found->entry, "sAMAccountName");
    struct sa_sid own;

    switch (want->kind) {
    case SA_AD_WANT_SID:
        return sid != NULL && sid->count > 0 &&
               sa_sid_decode(sid->values[0].bytes, sid->values[0].len, &own, NULL) == 0 &&
               sa_sid_same(&own, &want->sid);
    case SA_AD_WANT_DN:
        return strcmp(want->key, found->key) == 0;
    case SA_AD_WANT_COMPUTER:
        return same_name(sam, want->name, strlen(want->name), "$");
    case SA_AD_WANT_ACCOUNT:
    default:
        return is_named(ad, want, found);
    }
}

static int list_reader_group(struct sa_ad *ad, const struct sa_ad_want *want,
                             const struct sa_ad_found_entry *found, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, found->entry, err);
    const struct sa_ad_listed group = {.gmsa = want->gmsa,
                                       .sid = want->sid,
                                       .name = sa_ad_account_name(&reading),
                                       .domain = found->domain};

    /* Groups that everybody is in are no list of servers. */
    if (reading.status < 0 || sa_sid_tier_of(&want->sid) == SA_SID_BROAD)
        return reading.status;
    return sa_ad_list_group(ad, &group, err);
}

static int take_wanted(struct sa_ad *ad, struct sa_ad_want *want,
                       const struct sa_ad_found_entry *found, struct sa_error *err)
{
    const char *class_name = sa_ad_class(found->entry);
    struct sa_ad_role role = {
        .role = want->role, .how = want->how, .detail = want->detail, .server = want->server};
    struct sa_ad_reading reading = reading_of(ad, found->entry, err);
    size_t account = SIZE_MAX;
    int r = 0;

    /* What does not show its class is not found, and no connector is a group. */
    want->found =
        want->found || is_account(class_name) ||
        (sa_ldap_get(found->entry, "objectClass") != NULL && strcmp(want->role, "connector") != 0);
    if (want->gmsa != SIZE_MAX && strcmp(class_name, "group") == 0)
        return list_reader_group(ad, want, found, err);
    if (!is_account(class_name))
        return 0;
    /* Of those that may read a password only computers can be sync servers. */
    if (strcmp(want->role, "server") == 0 && strcmp(class_name, "computer") != 0)
        return 0;
    r = sa_ad_add_account(ad, found->entry, found->domain, &account, err);
    if (r < 0 || account == SIZE_MAX)
        return r;
    if (strcmp(want->role, "suspect") == 0 && ad->accounts[account].roles != NULL)
        return 0;
    if (strcmp(want->role, "server") == 0) {
        const char *name = sa_ad_account_name(&reading);

        role.server = sa_ad_server_name(&reading, name, strlen(name));
    }
    return reading.status < 0 ? reading.status : sa_ad_add_role(ad, account, &role, err);
}

/* Asks one domain for at most WANTS_ONCE wants from `*from` on. */
static int ask_some(struct sa_ad *ad, size_t domain, size_t *from, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf filter = SA_BUF_INIT(FILTER_MAX);
    struct sa_ad_found *found = ad->found;
    struct sa_ldap_search search = {.base = ad->domains[domain].dn,
                                    .scope = SA_LDAP_SUBTREE,
                                    .attributes = sa_ad_account_attributes,
                                    .sd_flags = 7,
                                    .max_entries = 4 * WANTS_ONCE};
    struct sa_ad_entries entries = {0};
    struct sa_error why = {0};
    size_t first = *from;
    size_t count = 0;
    int r = 0;

    (void)sa_buf_add_text(&filter, "(|");
    for (; *from < found->want_count && count < WANTS_ONCE; (*from)++) {
        if (!ask_domain(ad, &found->wants[*from], domain))
            continue;
        add_want_filter(&filter, &found->wants[*from]);
        count++;
    }
    (void)sa_buf_add_char(&filter, ')');
    if (count == 0)
        return 0;
    if (sa_buf_status(&filter) < 0)
        return sa_fail(err, sa_buf_status(&filter), SA_DOMAIN_NONE, 0,
                       "the names to look up need a filter of more than %zu bytes", FILTER_MAX);
    search.filter = sa_buf_text(&filter);
    r = sa_ad_search(ad, ad->domains[domain].ldap, &search, &entries, &why);
    if (r < 0)
        return sa_ad_domain_trouble(ad, "ad_account", domain, &why, err);
    for (size_t i = 0; i < entries.count; i++) {
        entries.items[i].domain = domain;
        for (size_t w = first; r == 0 && w < *from; w++)
            if (ask_domain(ad, &found->wants[w], domain) &&
                is_wanted(ad, &found->wants[w], &entries.items[i]))
                r = take_wanted(ad, &found->wants[w], &entries.items[i], err);
    }
    return r;
}

/* Could a domain that did not answer know this one? */
static bool may_hide(const struct sa_ad *ad, const struct sa_ad_want *want)
{
    for (size_t i = 0; i < ad->domain_count; i++)
        if (ad->domains[i].ldap == NULL &&
            (want->domain == i || (want->domain == SIZE_MAX && want->kind != SA_AD_WANT_SID) ||
             (want->kind == SA_AD_WANT_SID && ad->domains[i].has_sid &&
              sa_sid_in_domain(&want->sid, &ad->domains[i].sid))))
            return true;
    return false;
}

static int miss(struct sa_ad *ad, const struct sa_ad_want *want, struct sa_error *err)
{
    bool is_hidden = may_hide(ad, want);
    char sid[SA_SID_TEXT_SIZE];

    sa_sid_format(&want->sid, sid);
    return sa_ad_gap_as(
        ad, "ad_account", strcmp(want->role, "server") == 0 ? "computer" : "account",
        want->kind == SA_AD_WANT_SID ? sid : want->name, is_hidden ? "unreachable" : "denied",
        is_hidden ? "not found in the domains that answered"
                  : "it does not exist or is not visible to the auditor",
        err);
}

int sa_ad_look_up(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    size_t count = found->want_count;
    int r = 0;

    for (size_t d = 0; r == 0 && d < ad->domain_count; d++)
        for (size_t from = 0; r == 0 && from < count && ad->domains[d].ldap != NULL;)
            r = ask_some(ad, d, &from, err);
    for (size_t i = 0; r == 0 && i < count; i++) {
        if (!found->wants[i].asked && !found->wants[i].found)
            r = miss(ad, &found->wants[i], err);
        found->wants[i].asked = true;
    }
    return r;
}

/* What others name ---------------------------------------------------------------------------- */

static size_t domain_named(const struct sa_ad *ad, const char *name, size_t len)
{
    for (size_t i = 0; i < ad->domain_count; i++) {
        const char *netbios = ad->domains[i].netbios_name;

        if (same_name(ad->domains[i].dns_name, name, len, "") ||
            (netbios != NULL && same_name(netbios, name, len, "")))
            return i;
    }
    return SIZE_MAX;
}

/* A service may run as an account of its own machine, or as a virtual one; a connector may not. */
static int miss_domain(struct sa_ad *ad, const struct sa_forest_hint *hint, struct sa_error *err)
{
    if (strcmp(hint->role, "connector") != 0)
        return 0;
    return sa_ad_gap_as(ad, "ad_account", "account", hint->account, "denied",
                        "its domain is none of this forest, or is not visible to the auditor", err);
}

/* "DOMAIN\name", "name@domain", a DN, or a name beside a domain. A server's DNS suffix need not be that of
 * its domain. */
static int want_hinted(struct sa_ad *ad, const struct sa_forest_hint *hint, struct sa_error *err)
{
    struct sa_ad_reading reading = {.ad = ad, .err = err};
    const char *name = hint->account != NULL ? hint->account : "";
    const char *source = hint->source != NULL ? hint->source : "";
    const char *slash = strchr(name, '\\');
    const char *domain = hint->domain != NULL ? hint->domain : "";
    size_t domain_len = strlen(domain);
    struct sa_ad_want want = {.kind = SA_AD_WANT_ACCOUNT,
                              .domain = SIZE_MAX,
                              .role = hint->role,
                              .how = source[0] != '\0' ? "export" : "request",
                              .detail = sa_ad_visible_text(&reading, source),
                              .server = "",
                              .gmsa = SIZE_MAX};

    if (hint->server != NULL)
        want.server = sa_ad_server_name(&reading, hint->server, strlen(hint->server));
    if (reading.status < 0 || name[0] == '\0')
        return reading.status;
    if (strchr(name, '=') != NULL && strchr(name, ',') != NULL) {
        want.kind = SA_AD_WANT_DN;
        want.key = sa_ad_key(ad, name, err);
        domain_len = 0;
        if (want.key == NULL)
            return sa_ad_fail_room(ad, err);
        if (sa_ad_domain_of(ad, name) == SIZE_MAX)
            return miss_domain(ad, hint, err);
    } else if (slash != NULL) {
        domain = name;
        domain_len = (size_t)(slash - name);
        name = slash + 1;
    }
    if (domain_len > 0) {
        want.domain = domain_named(ad, domain, domain_len);
        if (want.domain == SIZE_MAX && strcmp(hint->role, "server") != 0)
            return miss_domain(ad, hint, err);
    }
    if (strcmp(hint->role, "server") == 0 && want.kind == SA_AD_WANT_ACCOUNT) {
        want.kind = SA_AD_WANT_COMPUTER;
        want.name = sa_ad_server_name(&reading, name, strlen(name));
        want.server = want.name;
    } else {
        want.name = sa_arena_text(&ad->arena, name);
    }
    if (want.name == NULL)
        return sa_ad_fail_room(ad, err);
    return reading.status < 0 ? reading.status : sa_ad_add_want(ad, &want, err);
}

static int want_replicators(struct sa_ad *ad, struct sa_error *err)
{
    struct sa_sid *sids = NULL;
    size_t count = 0;
    int r = sa_ad_replicators(ad, &sids, &count, err);

    for (size_t i = 0; r == 0 && i < count; i++) {
        struct sa_ad_want want = {.kind = SA_AD_WANT_SID,
                                  .sid = sids[i],
                                  .domain = SIZE_MAX,
                                  .role = "suspect",
                                  .how = "right",
                                  .detail = "replicate_changes_all",
                                  .server = "",
                                  .gmsa = SIZE_MAX};
        bool is_ours = false;

        for (size_t d = 0; d < ad->domain_count; d++)
            is_ours = is_ours ||
                      (ad->domains[d].has_sid && sa_sid_in_domain(&sids[i], &ad->domains[d].sid));
        r = sa_ad_sid(ad, &sids[i], err);
        if (r == 0 && is_ours)
            r = sa_ad_add_want(ad, &want, err);
    }
    return r;
}

static int add_reader(struct sa_ad *ad, size_t account, const struct sa_sid *sid,
                      struct sa_error *err)
{
    struct sa_ad_found *found = ad->found;
    int r = sa_ad_grow(ad, (void **)&found->readers, sizeof *found->readers, found->reader_count,
                       &found->reader_size, err);

    if (r == 0)
        found->readers[found->reader_count++] =
            (struct sa_ad_reader){.account = account, .sid = *sid};
    return r;
}

/* Who may read the password of a gMSA: the servers that it is for, should be. */
static int want_readers(struct sa_ad *ad, size_t account, struct sa_error *err)
{
    struct sa_ad_reading reading = reading_of(ad, ad->accounts[account].record.entry, err);
    const char *name = sa_ad_account_name(&reading);
    struct sa_sid *sids = NULL;
    size_t count = 0;
    int r = 0;

    if (sa_ldap_get(reading.entry, "msDS-GroupMSAMembership") == NULL && reading.status == 0)
        return sa_ad_gap_as(ad, "ad_account", "account", name, "denied",
                            "who may read its password is not visible", err);
    sa_ad_trustees(&reading, "msDS-GroupMSAMembership", &sids, &count);
    r = reading.status;
    for (size_t i = 0; r == 0 && i < count; i++) {
        struct sa_ad_want want = {.kind = SA_AD_WANT_SID,
                                  .sid = sids[i],
                                  .domain = SIZE_MAX,
                                  .role = "server",
                                  .how = "reader",
                                  .detail = name,
                                  .server = "",
                                  .gmsa = account};
        bool is_ours = false;

        for (size_t d = 0; d < ad->domain_count; d++)
            is_ours = is_ours ||
                      (ad->domains[d].has_sid && sa_sid_in_domain(&sids[i], &ad->domains[d].sid));
        r = add_reader(ad, account, &sids[i], err);
        if (r == 0 && is_ours && sa_sid_tier_of(&sids[i]) != SA_SID_BROAD)
            r = sa_ad_add_want(ad, &want, err);
    }
    return r;
}

/* A service principal name "ADSync/host": returns the host. */
static const char *service_host(struct sa_ad_reading *reading)
{
    const struct sa_ldap_attribute *spns = sa_ldap_get(reading->entry, "servicePrincipalName");

    for (size_t i = 0; spns != NULL && i < spns->count; i++) {
        const char *text = (const char *)spns->values[i].bytes;

        if (strncasecmp(text, "ADSync/", 7) == 0)
            return sa_ad_server_name(reading, text + 7, strcspn(text + 7, ":/"));
    }
    return NULL;
}

/* An sMSA names the one computer that it is installed on. */
static int want_hosts(struct sa_ad *ad, struct sa_ad_reading *reading, const char *name,
                      struct sa_error *err)
{
    const struct sa_ldap_attribute *hosts =
        sa_ldap_get(reading->entry, "msDS-HostServiceAccountBL");
    int r = 0;

    for (size_t i = 0; r == 0 && hosts != NULL && i < hosts->count && i < WANTS_ONCE; i++) {
        const char *dn = (const char *)hosts->values[i].bytes;
        struct sa_ad_want want = {.kind = SA_AD_WANT_DN,
                                  .name = dn,
                                  .key = sa_ad_key(ad, dn, err),
                                  .domain = SIZE_MAX,
                                  .role = "server",
                                  .how = "reader",
                                  .detail = name,
                                  .server = "",
                                  .gmsa = SIZE_MAX};

        r = want.key == NULL ? sa_ad_fail_room(ad, err) : sa_ad_add_want(ad, &want, err);
    }
    return r;
}

/* What account number `i` leads to. */
static int follow(struct sa_ad *ad, size_t i, struct sa_error *err)
{
    const struct sa_ldap_entry *entry = ad->accounts[i].record.entry;
    const char *class_name = ad->accounts[i].class_name;
    struct sa_ad_reading reading = reading_of(ad, entry, err);
    struct sa_ad_description told;
    const char *account = sa_ad_account_name(&reading);
    const char *server = service_host(&reading);
    int r = reading.status;

    if (r == 0 && sa_ad_parse_description(&reading, sa_ldap_text(entry, "description"), &told))
        r = want_server(ad, told.server, "description", account, err);
    if (r == 0 && server != NULL && strcmp(class_name, "computer") != 0)
        r = want_server(ad, server, "principal", account, err);
    if (r == 0 && strcmp(class_name, "msDS-GroupManagedServiceAccount") == 0)
        r = want_readers(ad, i, err);
    if (r == 0)
        r = want_hosts(ad, &reading, account, err);
    return r < 0 ? r : reading.status;
}

int sa_ad_follow(struct sa_ad *ad, size_t *from, struct sa_error *err)
{
    int r = 0;

    for (; r == 0 && *from < ad->account_count; (*from)++)
        r = follow(ad, *from, err);
    return r;
}

int sa_ad_want_named(struct sa_ad *ad, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < ad->request->hint_count; i++)
        if (strcmp(ad->request->hints[i].role, "container") != 0)
            r = want_hinted(ad, &ad->request->hints[i], err);
    return r < 0 ? r : want_replicators(ad, err);
}
