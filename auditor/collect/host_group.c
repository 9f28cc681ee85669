/* SPDX-License-Identifier: Apache-2.0 */
/* Source local_group: members of the groups that grant rights on the server, by SID.
 *
 * Groups are found by SID, those of the product by the names that its registry key holds. One question
 * names all of them (Win32_GroupUser without a condition would walk through the domain). Members come
 * as references of class, domain and name; their SIDs are in the list of local accounts, or are asked for
 * one by one. A member whose SID cannot be learnt is a row without one: it may be anybody. */
#include <string.h>

#include "syncaudit/sid.h"
#include "syncaudit/text.h"

#include "host_account.h"

#define GROUPS_MAX  32
#define MEMBERS_MAX 5000
#define ASKED_MAX   200 /* members whose SIDs are asked for one by one */

static const char *const groups_by_sid[] = {
    "S-1-5-32-544", /* Administrators */
    "S-1-5-32-551", /* Backup Operators */
    "S-1-5-32-555", /* Remote Desktop Users */
    "S-1-5-32-562", /* Distributed COM Users */
    "S-1-5-32-573", /* Event Log Readers */
    "S-1-5-32-578", /* Hyper-V Administrators */
    "S-1-5-32-580", /* Remote Management Users */
};

static const struct {
    const char *setting, *name, *purpose;
} groups_of_product[] = {
    {"ADSync.GroupAdmins",      "ADSyncAdmins",      "sync_admins"      },
    {"ADSync.GroupOperators",   "ADSyncOperators",   "sync_operators"   },
    {"ADSync.GroupBrowse",      "ADSyncBrowse",      "sync_browse"      },
    {"ADSync.GroupPasswordSet", "ADSyncPasswordSet", "sync_password_set"},
};

struct group {
    const struct host_account *account;
    const char *purpose; /* NULL: Windows' own */
};
struct member {
    size_t group;
    const char *class, *domain, *name; /* as the server says */
    const char *sid;                   /* NULL: not known */
    const char *kind;
    bool is_local;
};
struct groups {
    struct group items[GROUPS_MAX];
    size_t count;
    struct member *members;
    size_t member_count, asked;
};

/* Groups ------------------------------------------------------------------------------------------- */

static void add_group(struct groups *groups, const struct host_account *account,
                      const char *purpose)
{
    for (size_t i = 0; i < groups->count; i++) {
        if (groups->items[i].account == account) {
            if (groups->items[i].purpose == NULL)
                groups->items[i].purpose = purpose;
            return;
        }
    }
    if (groups->count < GROUPS_MAX)
        groups->items[groups->count++] = (struct group){account, purpose};
}

/* The product may also have groups of the domain: then AD knows their members. */
static int add_product_group(struct host *host, struct groups *groups, size_t i,
                             struct sa_error *err)
{
    const char *name = groups_of_product[i].name;
    const char *set = NULL;
    const struct host_account *account = NULL;
    struct sa_error trouble = {0};
    int r = host_setting_text(host, groups_of_product[i].setting, &set, &trouble);
    const char *slash = r > 0 ? strchr(set, '\\') : NULL;

    if (slash != NULL) {
        const char *domain = host_printf(host, "%.*s", (int)(slash - set), set);

        if (strcmp(domain, ".") != 0 && !host_same_name(host, domain, host->computer))
            return 0;
        set = slash + 1;
    }
    account = host_find_account(host, HOST_GROUP, r > 0 ? set : name);
    if (account != NULL)
        add_group(groups, account, groups_of_product[i].purpose);
    /* Under its usual name it is not there; which name it has is not known. */
    if (r < 0 && account == NULL) {
        if (err != NULL)
            *err = trouble;
        return trouble.status;
    }
    return 0;
}

static int find_groups(struct host *host, struct groups *groups, struct sa_error *err)
{
    for (size_t i = 0; i < SA_COUNT(groups_by_sid); i++) {
        const struct host_account *account = host_find_sid(host, groups_by_sid[i]);

        if (account != NULL)
            add_group(groups, account, NULL);
    }
    if (groups->count == 0)
        return sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                       "the server does not show the group S-1-5-32-544 (Administrators)");
    for (size_t i = 0; i < SA_COUNT(groups_of_product); i++) {
        int r = add_product_group(host, groups, i, err);

        if (r < 0)
            return r;
    }
    return 0;
}

/* Members ------------------------------------------------------------------------------------------ */

/* Value of key `name` in an object path: "...:Win32_Group.Domain=\"X\",Name=\"Y\"". */
static const char *path_key(struct host *host, const char *path, const char *name)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf value = SA_BUF_INIT(4 * SA_KIB);
    const char *dot = strchr(path, '.');
    size_t len = strlen(name);

    for (const char *at = dot; at != NULL && *at != '\0';) {
        bool is_it = sa_text_starts(at + 1, name) && at[1 + len] == '=';

        at = strchr(at + 1, '"');
        if (at == NULL)
            return NULL;
        sa_buf_clear(&value);
        for (at++; *at != '\0' && *at != '"'; at++) {
            if (*at == '\\' && at[1] != '\0')
                at++;
            (void)sa_buf_add_char(&value, *at);
        }
        if (*at == '\0' || sa_buf_status(&value) < 0)
            return NULL;
        if (is_it)
            return host_printf(host, "%s", sa_buf_text(&value));
        at++;
        if (*at != ',')
            return NULL;
    }
    return NULL;
}

struct path {
    const char *class, *domain, *name;
};

static void read_reference(const struct sa_cim_reference *reference, struct path *ret)
{
    const char *slash = strrchr(reference->resource_uri, '/');

    ret->class = slash != NULL ? slash + 1 : reference->resource_uri;
    for (size_t i = 0; i < reference->count; i++) {
        if (sa_text_same(reference->selectors[i].name, "Domain"))
            ret->domain = reference->selectors[i].value;
        else if (sa_text_same(reference->selectors[i].name, "Name"))
            ret->name = reference->selectors[i].value;
    }
}

static void read_path(struct host *host, const char *path, struct path *ret)
{
    const char *colon = strchr(path, ':');
    const char *class = colon != NULL ? colon + 1 : path;

    ret->class = host_printf(host, "%.*s", (int)strcspn(class, "."), class);
    ret->domain = path_key(host, class, "Domain");
    ret->name = path_key(host, class, "Name");
}

/* A reference, or its text where a projection was asked for. */
static int read_side(struct host *host, const struct sa_cim_instance *item, const char *name,
                     struct path *ret, struct sa_error *err)
{
    const struct sa_cim_property *property = sa_cim_property(item, name);
    struct sa_sid sid;

    *ret = (struct path){0};
    if (property != NULL && property->count == 1) {
        if (property->values[0].reference != NULL)
            read_reference(property->values[0].reference, ret);
        else
            read_path(host, property->values[0].text, ret);
    }
    /* Somebody of whom nothing but the SID is left has no domain. */
    if (ret->name != NULL && ret->domain == NULL && sa_sid_parse(ret->name, &sid) == 0)
        ret->domain = "";
    if (ret->name == NULL || ret->domain == NULL || ret->name[0] == '\0')
        return sa_fail(
            err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
            "the server names a member of a group in a way that is not understood ('%s')", name);
    return 0;
}

static size_t find_group(struct host *host, const struct groups *groups, const struct path *path)
{
    for (size_t i = 0; i < groups->count; i++)
        if (host_same_name(host, groups->items[i].account->name, path->name))
            return i;
    return SIZE_MAX;
}

static const char *kind_of_class(const char *class, const char *name)
{
    size_t len = strlen(name);

    if (sa_text_same(class, "Win32_Group"))
        return "group";
    if (sa_text_same(class, "Win32_SystemAccount"))
        return "system";
    if (sa_text_same(class, "Win32_UserAccount"))
        return len > 1 && name[len - 1] == '$' ? "computer" : "user";
    return "unknown";
}

/* The SID as far as it is known without asking. */
static bool resolve_here(struct host *host, struct member *member)
{
    struct sa_sid sid;
    const struct host_account *account = NULL;

    if (sa_sid_parse(member->name, &sid) == 0) {
        member->sid = member->name;
        member->kind = "unknown";
        return true;
    }
    if (sa_text_same(member->class, "Win32_SystemAccount"))
        account = host_find_account(host, HOST_SYSTEM, member->name);
    else if (host_same_name(host, member->domain, host->computer))
        account = host_find_account(
            host, sa_text_same(member->class, "Win32_Group") ? HOST_GROUP : HOST_USER,
            member->name);
    if (account == NULL)
        return false;
    member->sid = account->sid;
    member->is_local = true;
    return true;
}

static bool resolve_like_another(struct host *host, const struct groups *groups,
                                 struct member *member)
{
    for (size_t i = 0; i < groups->member_count; i++) {
        const struct member *other = &groups->members[i];

        if (sa_text_same(other->class, member->class) &&
            host_same_name(host, other->domain, member->domain) &&
            host_same_name(host, other->name, member->name)) {
            member->sid = other->sid;
            return true;
        }
    }
    return false;
}

/* Of the domain. Not to be found, or not to be seen: the SID stays unknown. */
static int ask_sid(struct host *host, struct groups *groups, struct member *member,
                   struct sa_error *err)
{
    const struct sa_wsman_selector keys[] = {
        {"Domain", member->domain},
        {"Name",   member->name  }
    };
    const struct sa_cim_instance *found = NULL;
    struct sa_sid sid;
    int r = 0;

    if (!sa_text_same(member->class, "Win32_Group") &&
        !sa_text_same(member->class, "Win32_UserAccount"))
        return 0;
    if (groups->asked++ == ASKED_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, ASKED_MAX,
                       "the server's groups have more than %d members of a domain", ASKED_MAX);
    r = host_get(host, CIMV2, member->class, keys, SA_COUNT(keys), &found, err);
    if (r < 0)
        return host_is_answer(r) ? 0 : r;
    if (sa_cim_text(found, "SID") != NULL && sa_sid_parse(sa_cim_text(found, "SID"), &sid) == 0)
        member->sid = sa_cim_text(found, "SID");
    return 0;
}

static int add_member(struct host *host, struct groups *groups, const struct sa_cim_instance *item,
                      struct sa_error *err)
{
    struct member *member = &groups->members[groups->member_count];
    struct path group;
    struct path part;
    int r = read_side(host, item, "GroupComponent", &group, err);

    if (r == 0)
        r = read_side(host, item, "PartComponent", &part, err);
    if (r < 0)
        return r;
    *member = (struct member){.group = find_group(host, groups, &group),
                              .class = part.class,
                              .domain = part.domain,
                              .name = part.name,
                              .kind = kind_of_class(part.class, part.name)};
    /* Not asked for: a server that answers more than the question. */
    if (member->group == SIZE_MAX)
        return 0;
    if (!resolve_here(host, member) && !resolve_like_another(host, groups, member))
        r = ask_sid(host, groups, member, err);
    groups->member_count += r == 0;
    return r;
}

/* Gather and store --------------------------------------------------------------------------------- */

static const char *member_question(struct host *host, const struct groups *groups)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf wql = SA_BUF_INIT(64 * SA_KIB);

    (void)sa_buf_add_text(&wql, "SELECT GroupComponent,PartComponent FROM Win32_GroupUser WHERE ");
    for (size_t i = 0; i < groups->count; i++) {
        const struct host_account *account = groups->items[i].account;
        const char *path = NULL;

        /* A name with an apostrophe cannot stand between two of them. */
        if (strchr(account->name, '\'') == NULL && strchr(account->domain, '\'') == NULL)
            path = host_printf(host, "Win32_Group.Domain='%s',Name='%s'", account->domain,
                               account->name);
        else
            path =
                host_printf(host, "Win32_Group.Domain=\"%s\",Name=\"%s\"",
                            host_quoted(host, account->domain), host_quoted(host, account->name));
        (void)sa_buf_addf(&wql, "%sGroupComponent=\"%s\"", i > 0 ? " OR " : "",
                          host_quoted(host, path));
    }
    if (sa_buf_status(&wql) < 0)
        (void)host_fail_room(host, NULL);
    return host_printf(host, "%s", sa_buf_text(&wql));
}

int host_gather_groups(struct host *host, struct sa_error *err)
{
    struct groups *groups = host_alloc(host, 1, sizeof *groups);
    struct sa_cim_list list = {0};
    int r = 0;

    if (groups == NULL)
        return host_fail_room(host, err);
    host->data = groups;
    if (host->accounts_problem.status < 0) {
        if (err != NULL)
            *err = host->accounts_problem;
        return host->accounts_problem.status;
    }
    /* The groups of a domain controller are those of its domain: it has none of its own. */
    if (host->product_type == 2)
        return 0;
    r = find_groups(host, groups, err);
    if (r == 0)
        r = host_query(host, CIMV2, member_question(host, groups), NULL, &list, err);
    if (r < 0)
        return r;
    if (list.count > MEMBERS_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, MEMBERS_MAX,
                       "the server's groups have more than %d members", MEMBERS_MAX);
    groups->members = host_alloc(host, list.count + 1, sizeof *groups->members);
    if (groups->members == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; r == 0 && i < list.count; i++)
        r = add_member(host, groups, list.items[i], err);
    return r;
}

int host_store_groups(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct groups *groups = host->data;
    int r = 0;

    for (size_t i = 0; r == 0 && i < groups->count; i++)
        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_group (target_id, sid, name, purpose, evidence_id)"
                        " VALUES (?, ?, ?, ?, ?)",
                        SA_INT(host->target_id),
                        SA_TEXT(host_text(host, groups->items[i].account->sid)),
                        SA_TEXT(host_text(host, groups->items[i].account->name)),
                        SA_TEXT(groups->items[i].purpose), SA_INT(host->evidence_id));
    for (size_t i = 0; r == 0 && i < groups->member_count; i++) {
        const struct member *member = &groups->members[i];
        const char *account = host_printf(host, "%s%s%s", member->domain,
                                          member->domain[0] != '\0' ? "\\" : "", member->name);

        r = HOST_INSERT(host, batch, err,
                        "INSERT INTO host_group_member (target_id, group_sid, sid, account, kind,"
                        " local, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        SA_INT(host->target_id),
                        SA_TEXT(host_text(host, groups->items[member->group].account->sid)),
                        SA_TEXT(host_text(host, member->sid)), SA_TEXT(host_text(host, account)),
                        SA_TEXT(member->kind), SA_INT(member->is_local), SA_INT(host->evidence_id));
    }
    return r;
}
