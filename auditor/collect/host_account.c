/* SPDX-License-Identifier: Apache-2.0 */
/* Source local_user, and what kind of account a name stands for.
 *
 * One question for all accounts of the server: the abstract class Win32_Account gives users, groups and the
 * names that Windows itself has, each with its SID. All properties are asked for, since those of users
 * are not among the abstract class's own. LocalAccount=TRUE keeps Windows from walking through the
 * domain. Names are localised: what an account is follows from SIDs, from this list, and from characters
 * that a NetBIOS domain cannot have. */
#include "host_account.h"

#include <string.h>

#include "syncaudit/sid.h"
#include "syncaudit/text.h"

#define ACCOUNTS_MAX 20000

/* Names -------------------------------------------------------------------------------------------- */

static bool is_ascii(const char *text)
{
    while (*text != '\0')
        if ((unsigned char)*text++ >= 0x80)
            return false;
    return true;
}

bool host_same_name(struct host *host, const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return false;
    if (is_ascii(a) || is_ascii(b))
        return sa_text_same(a, b);
    return strcmp(host_key(host, a), host_key(host, b)) == 0;
}

/* FNV-1a. Two hundred thousand services are looked for among twenty thousand accounts: numbers are compared
 * first, and names beyond ASCII are folded once. */
static uint64_t hash_of(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325U;

    for (; *text != '\0'; text++) {
        char c = (char)(*text >= 'A' && *text <= 'Z' ? *text - 'A' + 'a' : *text);

        hash = (hash ^ (unsigned char)c) * 0x100000001b3U;
    }
    return hash;
}

static uint64_t hash_of_name(struct host *host, const char *name)
{
    return hash_of(is_ascii(name) ? name : host_key(host, name));
}

const struct host_account *host_find_account(struct host *host, enum host_account_class class,
                                             const char *name)
{
    uint64_t hash = host->accounts != NULL && name != NULL ? hash_of_name(host, name) : 0;

    for (size_t i = 0; host->accounts != NULL && i < host->accounts->count; i++) {
        const struct host_account *account = &host->accounts->items[i];

        if (account->class == class && account->name_hash == hash &&
            host_same_name(host, account->name, name))
            return account;
    }
    return NULL;
}

const struct host_account *host_find_sid(const struct host *host, const char *sid)
{
    uint64_t hash = sid != NULL ? hash_of(sid) : 0;

    for (size_t i = 0; host->accounts != NULL && i < host->accounts->count; i++)
        if (host->accounts->items[i].sid_hash == hash &&
            sa_text_same(host->accounts->items[i].sid, sid))
            return &host->accounts->items[i];
    return NULL;
}

const char *host_quoted(struct host *host, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(64 * SA_KIB);

    for (; *text != '\0'; text++) {
        if (*text == '\\' || *text == '"')
            (void)sa_buf_add_char(&buf, '\\');
        (void)sa_buf_add_char(&buf, *text);
    }
    if (sa_buf_status(&buf) < 0)
        (void)host_fail_room(host, NULL);
    return host_printf(host, "%s", sa_buf_text(&buf));
}

/* Kinds -------------------------------------------------------------------------------------------- */

/* Windows' own accounts under the names that its programs write in every language. */
static const struct {
    const char *name, *kind;
} own[] = {
    {"LocalSystem",     "system" },
    {"SYSTEM",          "system" },
    {"LocalService",    "service"},
    {"LOCAL SERVICE",   "service"},
    {"NetworkService",  "service"},
    {"NETWORK SERVICE", "service"},
};

static const char *kind_of_own_name(const char *name)
{
    for (size_t i = 0; i < SA_COUNT(own); i++)
        if (sa_text_same(own[i].name, name))
            return own[i].kind;
    return NULL;
}

static const char *kind_of_sid(const struct host *host, const char *sid)
{
    if (sa_text_same(sid, "S-1-5-18"))
        return "system";
    if (sa_text_same(sid, "S-1-5-19") || sa_text_same(sid, "S-1-5-20"))
        return "service";
    if (sa_text_starts(sid, "S-1-5-80-") || sa_text_starts(sid, "S-1-5-82-"))
        return "virtual";
    if (sa_text_starts(sid, "S-1-5-32-") || host_find_sid(host, sid) != NULL)
        return "local";
    return sa_text_starts(sid, "S-1-5-21-") ? "domain" : "unknown";
}

/* A name of Windows' own in the server's language. */
static const char *kind_of_system_name(struct host *host, const char *name)
{
    const struct host_account *account = host_find_account(host, HOST_SYSTEM, name);

    return account != NULL ? kind_of_sid(host, account->sid) : NULL;
}

/* "NT AUTHORITY", "NT-AUTORITÄT", "AUTORITE NT": no NetBIOS name of a domain has a space in it, and
 * Windows makes none with letters beyond ASCII by itself. */
static bool is_authority(const char *domain)
{
    for (const char *c = domain; *c != '\0'; c++)
        if (*c == ' ' || (unsigned char)*c >= 0x80)
            return true;
    return sa_text_same(domain, "NT-DIENST");
}

static const char *kind_of_authority(struct host *host, const char *domain, const char *name)
{
    const char *kind = kind_of_own_name(name);

    if (kind == NULL)
        kind = kind_of_system_name(host, name);
    if (kind != NULL)
        return kind;
    /* "NT SERVICE\name", "NT-DIENST\name" */
    if (sa_text_same(domain, "NT SERVICE") || sa_text_same(domain, "NT-DIENST") ||
        sa_text_same(domain, "IIS APPPOOL") || sa_text_same(domain, "NT VIRTUAL MACHINE"))
        return "virtual";
    return "unknown";
}

static bool is_of_machine(struct host *host, const char *domain)
{
    return strcmp(domain, ".") == 0 || host_same_name(host, domain, host->computer) ||
           sa_text_same(domain, "BUILTIN");
}

static const char *local_key(struct host *host, const char *name)
{
    return host_key(host, host_printf(host, ".\\%s", name));
}

static bool ends_in_dollar(const char *name)
{
    size_t len = strlen(name);

    return len > 1 && name[len - 1] == '$';
}

static const char *kind_in_domain(struct host *host, const char *domain, const char *name,
                                  const char **ret_key)
{
    const char *kind = NULL;

    if (is_of_machine(host, domain)) {
        kind = kind_of_system_name(host, name);
        /* ".\LocalSystem" is another way to write it, unless somebody is really called so. */
        if (kind == NULL && sa_text_same(name, "LocalSystem") &&
            host_find_account(host, HOST_USER, name) == NULL)
            kind = "system";
        if (kind == NULL || strcmp(kind, "unknown") == 0) {
            *ret_key = local_key(host, name);
            kind = "local";
        }
        return kind;
    }
    if (is_authority(domain))
        return kind_of_authority(host, domain, name);
    return ends_in_dollar(name) ? "gmsa" : "domain";
}

static const char *kind_without_domain(struct host *host, const char *name, const char **ret_key)
{
    const char *kind = kind_of_own_name(name);
    const char *at = strchr(name, '@');

    if (kind == NULL && at != NULL && at != name)
        return at[-1] == '$' ? "gmsa" : "domain";
    if (kind == NULL)
        kind = kind_of_system_name(host, name);
    if (kind == NULL && (host_find_account(host, HOST_USER, name) != NULL ||
                         host_find_account(host, HOST_GROUP, name) != NULL)) {
        *ret_key = local_key(host, name);
        kind = "local";
    }
    if (kind != NULL)
        return kind;
    /* Tasks name accounts of the domain so; the server's own are all known. */
    return host->accounts != NULL ? "domain" : "unknown";
}

const char *host_account_kind(struct host *host, const char *account, const char **ret_key)
{
    const char *slash = NULL;

    *ret_key = NULL;
    if (account == NULL || account[0] == '\0')
        return "none";
    *ret_key = host_key(host, account);
    if (sa_text_starts(account, "S-1-"))
        return kind_of_sid(host, account);
    slash = strchr(account, '\\');
    if (slash == NULL)
        return kind_without_domain(host, account, ret_key);
    return kind_in_domain(host, host_printf(host, "%.*s", (int)(slash - account), account),
                          slash + 1, ret_key);
}

/* Source local_user -------------------------------------------------------------------------------- */

static bool class_of(const struct sa_cim_instance *item, enum host_account_class *ret)
{
    static const struct {
        const char *name;
        enum host_account_class class;
    } classes[] = {
        {"Win32_UserAccount",   HOST_USER  },
        {"Win32_Group",         HOST_GROUP },
        {"Win32_SystemAccount", HOST_SYSTEM},
    };

    for (size_t i = 0; i < SA_COUNT(classes); i++) {
        if (sa_text_same(item->class_name, classes[i].name)) {
            *ret = classes[i].class;
            return true;
        }
    }
    return false;
}

static int read_account(struct host *host, const struct sa_cim_instance *item,
                        struct host_account *ret, struct sa_error *err)
{
    const char *domain = sa_cim_text(item, "Domain");
    const char *name = sa_cim_text(item, "Name");
    const char *sid = sa_cim_text(item, "SID");
    struct sa_sid parsed;

    if (name == NULL || domain == NULL || sid == NULL || sa_sid_parse(sid, &parsed) < 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the server lists an account ('%.100s') without a name, a domain or a SID",
                       name != NULL ? host_text(host, name) : "");
    ret->domain = sa_arena_text(&host->arena, domain);
    ret->name = sa_arena_text(&host->arena, name);
    ret->sid = sa_arena_text(&host->arena, sid);
    if (ret->domain == NULL || ret->name == NULL || ret->sid == NULL)
        return host_fail_room(host, err);
    ret->name_hash = hash_of_name(host, name);
    ret->sid_hash = hash_of(sid);
    return 0;
}

static int read_accounts(struct host *host, const struct sa_cim_list *list, struct sa_error *err)
{
    struct host_accounts *accounts = sa_arena_alloc(&host->arena, sizeof *accounts);

    if (list->count > ACCOUNTS_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, ACCOUNTS_MAX,
                       "the server has more than %d accounts of its own", ACCOUNTS_MAX);
    if (accounts != NULL)
        accounts->items = sa_arena_array(&host->arena, list->count + 1, sizeof *accounts->items);
    if (accounts == NULL || accounts->items == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < list->count; i++) {
        struct host_account *account = &accounts->items[accounts->count];
        int r = 0;

        if (!class_of(list->items[i], &account->class))
            continue;
        r = read_account(host, list->items[i], account, err);
        if (r < 0)
            return r;
        accounts->count++;
    }
    host->accounts = accounts;
    return 0;
}

static int gather(struct host *host, struct sa_error *err)
{
    struct sa_cim_list *list = host_alloc(host, 1, sizeof *list);
    int r = 0;

    if (list == NULL)
        return host_fail_room(host, err);
    host->data = list;
    /* A domain controller has no accounts of its own; this would list the domain's. */
    if (host->product_type == 2)
        return 0;
    r = host_query(host, CIMV2, "SELECT * FROM Win32_Account WHERE LocalAccount=TRUE", NULL, list,
                   err);
    /* Windows has names of its own and groups in any case. */
    if (r == 0 && list->count == 0)
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_NONE, 0, "the server shows none of its accounts");
    return r < 0 ? r : read_accounts(host, list, err);
}

int host_gather_users(struct host *host, struct sa_error *err)
{
    struct sa_error problem = {0};
    int r = gather(host, &problem);

    /* After a success it may still tell of what was tried again. */
    if (r < 0)
        host->accounts_problem = problem;
    if (r < 0 && err != NULL)
        *err = problem;
    return r;
}

static int store_user(struct host *host, struct sa_batch *batch, const struct sa_cim_instance *item,
                      struct sa_error *err)
{
    bool is_disabled = false;
    const char *name = NULL;
    struct sa_sid sid = {0};
    int r = host_need_text(host, item, "Name", &name, err);

    if (r == 0)
        r = host_need_bool(item, "Disabled", &is_disabled, err);
    if (r == 0)
        r = sa_sid_parse(sa_cim_text(item, "SID"), &sid); /* read_account() has read it before */
    if (r < 0)
        return r;
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_user (target_id, sid, rid, name, enabled,"
                       " password_expires, password_required, evidence_id)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), host_text_of(host, item, "SID"),
                       SA_INT(sa_sid_rid(&sid)), SA_TEXT(name), SA_INT(!is_disabled),
                       host_bool_of(item, "PasswordExpires"),
                       host_bool_of(item, "PasswordRequired"), SA_INT(host->evidence_id));
}

int host_store_users(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct sa_cim_list *list = host->data;

    for (size_t i = 0; i < list->count; i++) {
        enum host_account_class class = HOST_SYSTEM;
        int r = 0;

        if (class_of(list->items[i], &class) && class == HOST_USER)
            r = store_user(host, batch, list->items[i], err);
        if (r < 0)
            return r;
    }
    return 0;
}
