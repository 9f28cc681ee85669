/* SPDX-License-Identifier: Apache-2.0 */
/* Sync servers out of the stored facts of a forest.
 *
 * Every role names the server that it belongs to: the description that express setup writes, the service
 * principal name of a service account, an export. Computers that are servers by themselves (they may read
 * the password of a gMSA, have the service's principal name) name themselves. A server is
 *
 *   live     its computer object is enabled and logged on within 45 days
 *   ghost    the computer object is not there, is disabled, or was silent for longer
 *   unknown  the times or the flags are not readable, or a domain that may know it did not answer
 *
 * lastLogonTimestamp is replicated up to 14 days late, so a month of silence counts from 45 days on. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"

#include "forest.h"

#define DAY        86400
#define SILENCE    ((int64_t)(30 + 15) * DAY)
#define TEXT_MAX   (16 * SA_KIB)
#define LISTED_MAX 10 /* accounts or reasons in one sentence */

/* One row for each way in which somebody leads to a server. `is_self`: the account is the server. */
static const char ways_sql[] =
    "SELECT r.server AS server, r.role, r.how, r.detail, a.sam, coalesce(a.described_tenant, ''),"
    " coalesce(a.installation_id, ''), d.dns_name, r.role = 'server'"
    " FROM main.ad_account_role AS r"
    " JOIN main.ad_account AS a ON a.id = r.account_id"
    " JOIN main.ad_domain AS d ON d.id = a.domain_id"
    " WHERE a.target_id = ?1 AND r.server <> ''"
    " UNION "
    "SELECT a.described_server, 'connector', 'description', '', a.sam,"
    " coalesce(a.described_tenant, ''), coalesce(a.installation_id, ''), d.dns_name, 0"
    " FROM main.ad_account AS a JOIN main.ad_domain AS d ON d.id = a.domain_id"
    " WHERE a.target_id = ?1 AND a.described_server <> ''"
    " ORDER BY 1, 9 DESC, 5, 3, 2, 4";

static const char computer_sql[] =
    "SELECT coalesce(a.dns_host_name, ''), d.dns_name, a.enabled, coalesce(a.last_logon_at, ''),"
    " coalesce(a.os, '')"
    " FROM main.ad_account AS a JOIN main.ad_domain AS d ON d.id = a.domain_id"
    " WHERE a.target_id = ?1 AND a.class = 'computer' AND upper(a.sam) = ?2 || '$'"
    " ORDER BY a.enabled DESC, a.last_logon_at DESC LIMIT 1";

static const char unseen_sql[] =
    "SELECT EXISTS (SELECT 1 FROM main.ad_domain WHERE target_id = ?1 AND collected = 0)"
    " OR EXISTS (SELECT 1 FROM main.ad_gap WHERE target_id = ?1 AND source = 'ad_account'"
    " AND topic = 'domain')";

struct discovery {
    sqlite3 *db;
    int64_t target_id, now;
    struct sa_arena *arena;
    struct sa_discovered *servers;
    size_t count, size;
    struct sa_buf how, accounts;
    size_t reasons, names;
    bool is_partial; /* some domain was not seen */
};

static const char *keep(struct discovery *d, const char *text, struct sa_error *err)
{
    const char *copy = sa_arena_text(d->arena, text);

    if (copy == NULL)
        (void)sa_fail_nomem(err);
    return copy;
}

/* Is `item` one of those that are joined in `list`? */
static bool is_listed(const struct sa_buf *list, const char *item, const char *separator)
{
    const char *at = sa_buf_text(list);
    size_t len = strlen(item);

    while (at != NULL && *at != '\0') {
        if (strncmp(at, item, len) == 0 &&
            (at[len] == '\0' || strncmp(at + len, separator, strlen(separator)) == 0))
            return true;
        at = strstr(at, separator);
        at = at != NULL ? at + strlen(separator) : NULL;
    }
    return false;
}

static void add_reason(struct discovery *d, const char *how, const char *whom)
{
    static const char *const sentences[][2] = {
        {"description", "named in the description of "         },
        {"reader",      "may read the password of "            },
        {"principal",   "named in a service principal name of "},
        {"export",      "known from the export of "            },
        {"request",     "asked for"                            },
    };

    for (size_t i = 0; i < SA_COUNT(sentences); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf sentence = SA_BUF_INIT(TEXT_MAX);

        if (strcmp(how, sentences[i][0]) != 0)
            continue;
        (void)sa_buf_add_text(&sentence, sentences[i][1]);
        (void)sa_buf_add_text(&sentence, strcmp(how, "request") == 0 ? "" : whom);
        /* An account and the server that it names lead here both. */
        if (is_listed(&d->how, sa_buf_text(&sentence), "; "))
            return;
        if (d->reasons++ < LISTED_MAX) {
            (void)sa_buf_add_text(&d->how, d->how.len > 0 ? "; " : "");
            (void)sa_buf_add_text(&d->how, sa_buf_text(&sentence));
        }
    }
}

static void add_account(struct discovery *d, const char *account)
{
    /* The same one leads here in several ways. */
    if (is_listed(&d->accounts, account, ", "))
        return;
    if (d->names++ < LISTED_MAX) {
        (void)sa_buf_add_text(&d->accounts, d->accounts.len > 0 ? ", " : "");
        (void)sa_buf_add_text(&d->accounts, account);
    }
}

static const char *judge(const struct discovery *d, const struct sa_discovered *server,
                         bool is_enabled_known)
{
    int64_t seconds = 0;

    if (!server->computer_found)
        return d->is_partial ? "unknown" : "ghost";
    if (is_enabled_known && !server->enabled)
        return "ghost";
    if (server->last_logon_at[0] == '\0' || sa_time_parse(server->last_logon_at, &seconds) < 0)
        return "unknown";
    if (d->now - seconds > SILENCE)
        return "ghost";
    return is_enabled_known ? "live" : "unknown";
}

static int look_at_computer(struct discovery *d, struct sa_discovered *server, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    bool is_enabled_known = false;
    int r = sa_sql_prepare(d->db, computer_sql, "look for a computer", &statement, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, d->target_id);
    (void)sqlite3_bind_text(statement, 2, server->name, -1, SQLITE_STATIC);
    r = sa_sql_step(statement, "look for a computer", err);
    if (r < 0)
        return r;
    server->dns_name = server->last_logon_at = server->os = "";
    if (r == 1) {
        server->computer_found = true;
        is_enabled_known = sqlite3_column_type(statement, 2) != SQLITE_NULL;
        server->enabled = sqlite3_column_int(statement, 2) != 0;
        server->dns_name = keep(d, sa_sql_text_or_empty(statement, 0), err);
        server->domain = keep(d, sa_sql_text_or_empty(statement, 1), err);
        server->last_logon_at = keep(d, sa_sql_text_or_empty(statement, 3), err);
        server->os = keep(d, sa_sql_text_or_empty(statement, 4), err);
        if (server->dns_name == NULL || server->domain == NULL || server->last_logon_at == NULL ||
            server->os == NULL)
            return SA_E_NOMEM;
    }
    server->state = judge(d, server, is_enabled_known);
    return 0;
}

static int finish_server(struct discovery *d, struct sa_error *err)
{
    struct sa_discovered *server = NULL;

    if (d->count == 0)
        return 0;
    server = &d->servers[d->count - 1];
    if (d->reasons > LISTED_MAX)
        (void)sa_buf_addf(&d->how, "; %zu more", d->reasons - LISTED_MAX);
    if (d->names > LISTED_MAX)
        (void)sa_buf_addf(&d->accounts, ", %zu more", d->names - LISTED_MAX);
    server->how = keep(d, sa_buf_text(&d->how), err);
    server->accounts = keep(d, sa_buf_text(&d->accounts), err);
    if (server->how == NULL || server->accounts == NULL)
        return SA_E_NOMEM;
    sa_buf_clear(&d->how);
    sa_buf_clear(&d->accounts);
    d->reasons = d->names = 0;
    return look_at_computer(d, server, err);
}

static int begin_server(struct discovery *d, const char *name, const char *domain,
                        struct sa_error *err)
{
    struct sa_discovered server = {.tenant = "", .installation_id = "", .state = "unknown"};

    if (d->count == d->size) {
        size_t size = d->size > 0 ? 2 * d->size : 16;
        struct sa_discovered *servers = sa_arena_array(d->arena, size, sizeof *servers);

        if (servers == NULL)
            return sa_fail_nomem(err);
        if (d->count > 0)
            memcpy(servers, d->servers, d->count * sizeof *servers);
        d->servers = servers;
        d->size = size;
    }
    server.name = keep(d, name, err);
    server.domain = keep(d, domain, err);
    if (server.name == NULL || server.domain == NULL)
        return SA_E_NOMEM;
    d->servers[d->count++] = server;
    return 0;
}

static int take_way(struct discovery *d, sqlite3_stmt *way, struct sa_error *err)
{
    const char *name = sa_sql_text_or_empty(way, 0);
    const char *account = sa_sql_text_or_empty(way, 4);
    const char *tenant = sa_sql_text_or_empty(way, 5);
    const char *installation = sa_sql_text_or_empty(way, 6);
    const char *how = sa_sql_text_or_empty(way, 2);
    const char *detail = sa_sql_text_or_empty(way, 3);
    bool is_self = sqlite3_column_int(way, 8) != 0;
    struct sa_discovered *server = NULL;
    int r = 0;

    if (d->count == 0 || strcmp(d->servers[d->count - 1].name, name) != 0) {
        r = finish_server(d, err);
        if (r == 0)
            r = begin_server(d, name, sa_sql_text_or_empty(way, 7), err);
        if (r < 0)
            return r;
    }
    server = &d->servers[d->count - 1];
    /* Of a server itself the detail tells who leads to it. */
    add_reason(d, how, is_self || strcmp(how, "export") == 0 ? detail : account);
    if (is_self && strcmp(how, "reader") != 0)
        return 0;
    add_account(d, is_self ? detail : account);
    if (is_self)
        return 0;
    if (server->tenant[0] == '\0')
        server->tenant = keep(d, tenant, err);
    if (server->installation_id[0] == '\0')
        server->installation_id = keep(d, installation, err);
    return server->tenant == NULL || server->installation_id == NULL ? SA_E_NOMEM : 0;
}

static int ask_is_partial(struct discovery *d, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    int r = sa_sql_prepare(d->db, unseen_sql, "look for domains not seen", &statement, err);

    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(statement, 1, d->target_id);
    r = sa_sql_step(statement, "look for domains not seen", err);
    d->is_partial = r == 1 && sqlite3_column_int(statement, 0) != 0;
    return r < 0 ? r : 0;
}

static int discover(struct discovery *d, struct sa_error *err)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *ways = NULL;
    int r = ask_is_partial(d, err);

    if (r == 0)
        r = sa_sql_prepare(d->db, ways_sql, "discover sync servers", &ways, err);
    if (r < 0)
        return r;
    (void)sqlite3_bind_int64(ways, 1, d->target_id);
    while ((r = sa_sql_step(ways, "discover sync servers", err)) == 1) {
        r = take_way(d, ways, err);
        if (r < 0)
            return r;
    }
    return r < 0 ? r : finish_server(d, err);
}

int sa_forest_discovered(struct sa_snapshot *snapshot, int64_t target_id, int64_t now,
                         struct sa_arena *arena, struct sa_discovered **ret, size_t *ret_count,
                         struct sa_error *err)
{
    struct discovery d = {.db = sa_snapshot_db(snapshot),
                          .target_id = target_id,
                          .now = now,
                          .arena = arena,
                          .how = SA_BUF_INIT(TEXT_MAX),
                          .accounts = SA_BUF_INIT(TEXT_MAX)};
    int r = discover(&d, err);

    sa_buf_done(&d.how);
    sa_buf_done(&d.accounts);
    *ret = d.servers;
    *ret_count = d.count;
    return r;
}
