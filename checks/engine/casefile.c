/* SPDX-License-Identifier: Apache-2.0 */
/* Reads case files: the tests of one check, <ID>.case.sql.
 *
 *   -- case: a server without protection fails
 *   -- server: SYNC01 active contoso.example 2.5.190.0
 *   -- forest: fabrikam.example            or "fabrikam.example failed"
 *   -- connector: SYNC01 fabrikam.example FABRIKAM\MSOL_1
 *   -- host: SYNC01                        or "SYNC01 failed": its Windows did not answer
 *   -- engine: SYNC01 staging              its sync engine answered; the role as the server's when left out
 *   -- setting: SYNC01 Lsa.RunAsPPL = 2    or "text", absent, denied, unread, wrong_type
 *   -- uncovered: SYNC01 local_group       a source of that host, or engine, that was not seen
 *   -- param: max_count = 500
 *   UPDATE global_parameter SET ... ;      facts, run before the derivation
 *   -- derived:
 *   DELETE FROM parity_difference;         run on the TEMP tables after it
 *   -- expect: SYNC01 fail the subject
 *
 * Ids that the SQL may name (what stands in the rows: case.c):
 *   servers     target 1, 2, ... in their order; evidence 10 * target + 1 (global_settings), + 2
 *               (connector), + 3 (sync_rule); connector of Entra ID 100 * target. Role "none": no
 *               export was given, there are no rows
 *   hosts       evidence 10000 * target + 1 (host), + 2 (disk), ... in the order of sources.c: 3 network,
 *               4 service, 5 hotfix, 6 registry, 7 software, 8 certificate, 9 firewall, 10 listener,
 *               11 winrm_config, 12 local_group, 13 local_user, 14 feature, 15 task, 16 share,
 *               17 antimalware, 18 device_guard, 19 tpm, 20 encryption, 21 database, 22 log,
 *               23 event_log. Every source is covered and empty, but for one row of `host` (a member
 *               server, Windows Server 2022), all names of host_settings.def as absent, and the window
 *               of events: 30 days, complete. A failed host has no rows and no source
 *   engines     case_engine.sql: evidence 10000 * target + 101 (engine), + 102 (scheduler), ... in the order
 *               of sources.c; every source is covered, and the engine is well
 *   connectors  100 * target + 1, + 2, ... on each server; without FOREST ("-") it names none
 *   forests     target 101, 102, ... in their order; root domain (ad_domain) 1, 2, ... with the SID
 *               S-1-5-21-1-1-<target>; evidence 10 * target + 1 (ad_forest), + 2 (ad_account), + 3
 *               (ad_right). All three sources are covered; a failed one has none and no rows.
 *
 * Directives are comments of SQL, so the pieces between them are run as they stand, and a line
 * of an error is a line of the file. A comment that is almost a directive is an error: "--
 * expct: ..." must not become an expectation that nobody has. */
#include "casefile.h"

#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/file.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "engine.h"

#define DEFAULT_VERSION "2.5.190.0"
#define DEFAULT_NOW     "2026-11-22T12:00:00Z"

static const char *const directives[] = {"case",     "server",    "forest", "connector", "derived",
                                         "baseline", "param",     "now",    "expect",    "host",
                                         "setting",  "uncovered", "engine", NULL};
static const char *const roles[] = {"active", "staging", "unknown", "failed", "none", NULL};
static const char *const states[] = {"absent", "denied", "unread", "wrong_type", NULL};

struct parser {
    const char *file;
    struct sa_arena *arena;
    struct sa_error *err;
    long line;
    struct sa_case *current;
    struct sa_case **next_case;
    struct sa_case_server **next_server;
    struct sa_case_forest **next_forest;
    struct sa_case_connector **next_connector;
    struct sa_case_host **next_host;
    struct sa_case_engine **next_engine;
    struct sa_case_setting **next_setting;
    struct sa_case_uncovered **next_uncovered;
    struct sa_case_param **next_param;
    struct sa_case_expectation **next_expectation;
    const char *piece;      /* start of the SQL that is being read, NULL before the first case */
    const char **ret_piece; /* where it goes */
};

static int fail_case(struct parser *p, const char *format, ...) SA_PRINTF(2, 3);

static int fail_case(struct parser *p, const char *format, ...)
{
    char message[SA_ERROR_MESSAGE_MAX + 1];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    (void)sa_fail(p->err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", message);
    sa_place(p->err, p->file, p->line, 0);
    return SA_E_INPUT;
}

/* Takes the next word of `*at`, or NULL at the end. */
static const char *take_word(struct parser *p, const char **at)
{
    size_t len = 0;
    const char *word = NULL;

    *at += strspn(*at, " \t");
    len = strcspn(*at, " \t");
    if (len == 0)
        return NULL;
    word = sa_arena_copy(p->arena, *at, len);
    *at += len;
    return word;
}

/* What is left of `at`, without spaces around. */
static const char *take_rest(struct parser *p, const char *at)
{
    size_t len = 0;

    at += strspn(at, " \t");
    len = strlen(at);
    while (len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t'))
        len--;
    return sa_arena_copy(p->arena, at, len);
}

static int find_word(const char *word, const char *const *list)
{
    for (int i = 0; list[i] != NULL; i++) {
        if (strcmp(word, list[i]) == 0)
            return i;
    }
    return -1;
}

/* Ends the piece of SQL that is being read, before `at`, and starts the next one there. */
static int end_piece(struct parser *p, const char *at)
{
    if (p->piece == NULL)
        return 0;
    *p->ret_piece = sa_arena_copy(p->arena, p->piece, (size_t)(at - p->piece));
    p->piece = at;
    return *p->ret_piece != NULL ? 0 : sa_fail_nomem(p->err);
}

static int finish_case(struct parser *p, const char *at)
{
    if (p->current == NULL)
        return 0;
    if (p->current->expectations == NULL) {
        p->line = p->current->line;
        return fail_case(p, "the case '%s' expects nothing: add '-- expect: SERVER STATUS'",
                         p->current->name);
    }
    if (p->current->servers == NULL && p->current->forests == NULL) {
        p->line = p->current->line;
        return fail_case(p,
                         "the case '%s' has no server: add '-- server: NAME ROLE TENANT', or "
                         "'-- forest: NAME'",
                         p->current->name);
    }
    return end_piece(p, at);
}

static int start_case(struct parser *p, const char *at, const char *line_start)
{
    long line = p->line;
    struct sa_case *next = NULL;
    int r = finish_case(p, line_start);

    if (r < 0)
        return r;
    next = sa_arena_alloc(p->arena, sizeof *next);
    if (next == NULL)
        return sa_fail_nomem(p->err);
    next->name = take_rest(p, at);
    if (next->name == NULL)
        return sa_fail_nomem(p->err);
    if (next->name[0] == '\0')
        return fail_case(p, "a case needs a name: '-- case: what it shows'");
    next->line = next->facts_line = line;
    next->now = DEFAULT_NOW;
    next->facts = next->derived = "";
    *p->next_case = next;
    p->next_case = &next->next;
    p->next_server = &next->servers;
    p->next_forest = &next->forests;
    p->next_connector = &next->connectors;
    p->next_host = &next->hosts;
    p->next_engine = &next->engines;
    p->next_setting = &next->settings;
    p->next_uncovered = &next->uncovered;
    p->next_param = &next->params;
    p->next_expectation = &next->expectations;
    p->current = next;
    p->piece = line_start;
    p->ret_piece = &next->facts;
    return 0;
}

static int add_server(struct parser *p, const char *at)
{
    struct sa_case_server *server = sa_arena_alloc(p->arena, sizeof *server);
    const char *name = take_word(p, &at);
    const char *role = take_word(p, &at);
    const char *tenant = take_word(p, &at);
    const char *version = take_word(p, &at);
    const char *rest = take_rest(p, at);
    int found = 0;

    if (server == NULL || rest == NULL)
        return sa_fail_nomem(p->err);
    if (tenant == NULL || rest[0] != '\0')
        return fail_case(p, "a server is 'NAME ROLE TENANT [VERSION]', TENANT '-' when not known");
    found = find_word(role, roles);
    if (found < 0)
        return fail_case(p,
                         "'%s' is no role: write active, staging, unknown, failed "
                         "or none",
                         role);
    *server = (struct sa_case_server){
        .name = name,
        .role = (enum sa_case_role)found,
        .tenant = strcmp(tenant, "-") == 0 ? NULL : tenant,
        .version = version != NULL ? version : DEFAULT_VERSION,
    };
    *p->next_server = server;
    p->next_server = &server->next;
    return 0;
}

static int add_forest(struct parser *p, const char *at)
{
    struct sa_case_forest *forest = sa_arena_alloc(p->arena, sizeof *forest);
    const char *name = take_word(p, &at);
    const char *rest = take_rest(p, at);

    if (forest == NULL || rest == NULL)
        return sa_fail_nomem(p->err);
    if (name == NULL || (rest[0] != '\0' && strcmp(rest, "failed") != 0))
        return fail_case(p, "a forest is 'NAME [failed]', NAME the DNS name of its root domain");
    *forest = (struct sa_case_forest){.name = name, .failed = rest[0] != '\0'};
    *p->next_forest = forest;
    p->next_forest = &forest->next;
    return 0;
}

/* The id that the server of this name will have, 0 when it has no connectors or is not there. */
static int find_server(const struct parser *p, const char *name)
{
    int id = 1;

    for (const struct sa_case_server *s = p->current->servers; s != NULL; s = s->next, id++)
        if (strcmp(s->name, name) == 0 && s->role != SA_CASE_FAILED && s->role != SA_CASE_NONE)
            return id;
    return 0;
}

static int count_connectors(const struct parser *p, int server)
{
    int count = 0;

    for (const struct sa_case_connector *c = p->current->connectors; c != NULL; c = c->next)
        count += c->server == server;
    return count;
}

static int add_connector(struct parser *p, const char *at)
{
    struct sa_case_connector *connector = sa_arena_alloc(p->arena, sizeof *connector);
    const char *name = take_word(p, &at);
    const char *forest = take_word(p, &at);
    const char *account = take_rest(p, at);

    if (connector == NULL || account == NULL)
        return sa_fail_nomem(p->err);
    if (forest == NULL)
        return fail_case(p, "a connector is 'SERVER FOREST [[DOMAIN\\]ACCOUNT]', FOREST '-' when "
                            "it names none");
    connector->server = find_server(p, name);
    if (connector->server == 0)
        return fail_case(p, "no server '%s' with connectors stands before this line", name);
    connector->number = count_connectors(p, connector->server) + 1;
    connector->forest = strcmp(forest, "-") == 0 ? NULL : forest;
    connector->domain = connector->forest;
    if (account[0] != '\0') {
        size_t len = strcspn(account, "\\");

        connector->account = account;
        if (account[len] != '\0') {
            connector->domain = sa_arena_copy(p->arena, account, len);
            connector->account = account + len + 1;
        }
    }
    *p->next_connector = connector;
    p->next_connector = &connector->next;
    return 0;
}

static int add_host(struct parser *p, const char *at)
{
    struct sa_case_host *host = sa_arena_alloc(p->arena, sizeof *host);
    const char *name = take_word(p, &at);
    const char *rest = take_rest(p, at);
    int id = 1;

    if (host == NULL || rest == NULL)
        return sa_fail_nomem(p->err);
    if (name == NULL || (rest[0] != '\0' && strcmp(rest, "failed") != 0))
        return fail_case(p, "a host is 'SERVER [failed]'");
    for (const struct sa_case_server *s = p->current->servers; s != NULL; s = s->next, id++)
        if (strcmp(s->name, name) == 0)
            host->server = id;
    if (host->server == 0)
        return fail_case(p, "no server '%s' stands before this line", name);
    for (const struct sa_case_host *h = p->current->hosts; h != NULL; h = h->next)
        if (h->server == host->server)
            return fail_case(p, "the host '%s' stands here for the second time", name);
    host->name = name;
    host->failed = rest[0] != '\0';
    *p->next_host = host;
    p->next_host = &host->next;
    return 0;
}

/* The id of the server whose Windows answered in this case, 0 when there is none of that name. */
static int add_engine(struct parser *p, const char *at)
{
    struct sa_case_engine *engine = sa_arena_alloc(p->arena, sizeof *engine);
    const char *name = take_word(p, &at);
    const char *role = take_rest(p, at);
    int id = 1;

    if (engine == NULL || role == NULL)
        return sa_fail_nomem(p->err);
    for (const struct sa_case_server *s = p->current->servers; s != NULL; s = s->next, id++) {
        if (name != NULL && strcmp(s->name, name) == 0) {
            engine->server = id;
            engine->role = s->role;
        }
    }
    if (engine->server == 0)
        return fail_case(p, "an engine is 'SERVER [active|staging|unknown]', SERVER one that "
                            "stands before this line");
    if (role[0] != '\0') {
        int wanted = find_word(role, roles);
        if (wanted < 0 || wanted > SA_CASE_UNKNOWN)
            return fail_case(p, "'%s' is no role of an engine: active, staging or unknown", role);
        engine->role = (enum sa_case_role)wanted;
    }
    engine->name = name;
    *p->next_engine = engine;
    p->next_engine = &engine->next;
    return 0;
}

static int find_engine(const struct parser *p, const char *name)
{
    for (const struct sa_case_engine *e = p->current->engines; e != NULL; e = e->next)
        if (strcmp(e->name, name) == 0)
            return e->server;
    return 0;
}

static int find_host(const struct parser *p, const char *name)
{
    for (const struct sa_case_host *h = p->current->hosts; h != NULL; h = h->next)
        if (strcmp(h->name, name) == 0 && !h->failed)
            return h->server;
    return 0;
}

/* A number, a text between quotes, or a state. */
static int read_value(struct parser *p, const char *value, struct sa_case_setting *setting)
{
    size_t len = strlen(value);
    int state = find_word(value, states);

    if (state >= 0) {
        setting->state = states[state];
        return 0;
    }
    setting->state = "set";
    if (len >= 2 && value[0] == '"' && value[len - 1] == '"') {
        setting->is_text = true;
        setting->text = sa_arena_copy(p->arena, value + 1, len - 2);
        return setting->text != NULL ? 0 : sa_fail_nomem(p->err);
    }
    if (sa_parse_i64(value, INT64_MIN, INT64_MAX, &setting->number) < 0)
        return fail_case(p,
                         "'%s' is no value: write a number, a text in double quotes, absent, "
                         "denied, unread or wrong_type",
                         value);
    return 0;
}

static int add_setting(struct parser *p, const char *at)
{
    struct sa_case_setting *setting = sa_arena_alloc(p->arena, sizeof *setting);
    const char *server = take_word(p, &at);
    const char *equals = strchr(at, '=');
    const char *value = equals != NULL ? take_rest(p, equals + 1) : NULL;
    char *name = NULL;
    size_t len = 0;

    if (setting == NULL)
        return sa_fail_nomem(p->err);
    if (server == NULL || equals == NULL)
        return fail_case(p, "a setting is 'SERVER NAME = VALUE'");
    at += strspn(at, " \t"); /* names hold spaces: "Tls.SSL 2.0.Client.Enabled" */
    for (len = (size_t)(equals - at); len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t');)
        len--;
    name = sa_arena_copy(p->arena, at, len);
    if (name == NULL || value == NULL)
        return sa_fail_nomem(p->err);
    if (find_word(name, sa_setting_names()) < 0) {
        const char *nearest = sa_text_nearest(name, sa_setting_names());

        return fail_case(p, "no setting '%s' in host_settings.def%s%s%s", name,
                         nearest != NULL ? ": did you mean '" : "", nearest != NULL ? nearest : "",
                         nearest != NULL ? "'?" : "");
    }
    setting->name = name;
    setting->server = find_host(p, server);
    if (setting->server == 0)
        return fail_case(p, "no '-- host: %s' that answered stands before this line", server);
    *p->next_setting = setting;
    p->next_setting = &setting->next;
    return read_value(p, value, setting);
}

static int add_uncovered(struct parser *p, const char *at)
{
    struct sa_case_uncovered *uncovered = sa_arena_alloc(p->arena, sizeof *uncovered);
    const char *server = take_word(p, &at);
    const char *source = take_rest(p, at);

    if (uncovered == NULL || source == NULL)
        return sa_fail_nomem(p->err);
    bool of_engine = server != NULL && sa_source_of_engine(source);
    if (server == NULL || (!of_engine && !sa_source_of_host(source)))
        return fail_case(p, "what is not covered is 'SERVER SOURCE', SOURCE one of a host's or an "
                            "engine's: registry, local_group, run_history, ...");
    uncovered->server = of_engine ? find_engine(p, server) : find_host(p, server);
    if (uncovered->server == 0)
        return fail_case(p, "no '-- %s: %s' that answered stands before this line",
                         of_engine ? "engine" : "host", server);
    uncovered->source = source;
    *p->next_uncovered = uncovered;
    p->next_uncovered = &uncovered->next;
    return 0;
}

static int add_param(struct parser *p, const char *at)
{
    struct sa_case_param *param = sa_arena_alloc(p->arena, sizeof *param);

    if (param == NULL)
        return sa_fail_nomem(p->err);
    param->line = p->line;
    param->name = take_word(p, &at);
    at += strspn(at, " \t");
    if (param->name == NULL || *at != '=')
        return fail_case(p, "a parameter is 'name = value', a list 'name = [a, b]'");
    param->value = take_rest(p, at + 1);
    if (param->value == NULL)
        return sa_fail_nomem(p->err);
    *p->next_param = param;
    p->next_param = &param->next;
    return 0;
}

static bool is_status(const char *word, enum sa_result_status *ret)
{
    for (int i = 0; i < SA_RESULT_COUNT; i++) {
        if (strcmp(word, sa_result_name((enum sa_result_status)i)) == 0) {
            *ret = (enum sa_result_status)i;
            return true;
        }
    }
    return false;
}

/* The first word after the target's first that is a status ends the target: "(tenant not known)
 * unknown" is a target of three words. */
static int add_expectation(struct parser *p, const char *at)
{
    struct sa_case_expectation *expectation = sa_arena_alloc(p->arena, sizeof *expectation);
    const char *start = at + strspn(at, " \t");
    const char *target_end = NULL;
    const char *word = take_word(p, &at);

    if (expectation == NULL)
        return sa_fail_nomem(p->err);
    while (word != NULL) {
        target_end = at;
        word = take_word(p, &at);
        if (word != NULL && is_status(word, &expectation->status))
            break;
    }
    if (word == NULL)
        return fail_case(p,
                         "an expectation is 'TARGET STATUS [SUBJECT]', STATUS one of pass, info, "
                         "warn, fail, unknown, error, not_applicable");
    expectation->target = sa_arena_copy(p->arena, start, (size_t)(target_end - start));
    expectation->subject = take_rest(p, at);
    if (expectation->target == NULL || expectation->subject == NULL)
        return sa_fail_nomem(p->err);
    *p->next_expectation = expectation;
    p->next_expectation = &expectation->next;
    return 0;
}

static int set_now(struct parser *p, const char *at)
{
    const char *now = take_rest(p, at);
    int64_t seconds = 0;

    if (now == NULL)
        return sa_fail_nomem(p->err);
    if (sa_time_parse(now, &seconds) < 0 || strlen(now) != strlen(DEFAULT_NOW))
        return fail_case(p, "'%s' is no time: write one like " DEFAULT_NOW, now);
    p->current->now = now;
    return 0;
}

static int start_derived(struct parser *p, const char *at, const char *line_start)
{
    int r = 0;

    if (at[strspn(at, " \t")] != '\0')
        return fail_case(p, "nothing may stand behind '-- derived:' on its line");
    if (p->current->derived_line > 0)
        return fail_case(p, "'-- derived:' stands here for the second time, after line %ld",
                         p->current->derived_line);
    r = end_piece(p, line_start);
    p->ret_piece = &p->current->derived;
    p->current->derived_line = p->line;
    return r;
}

static int set_baseline(struct parser *p, const char *at)
{
    const char *word = take_rest(p, at);

    if (word == NULL)
        return sa_fail_nomem(p->err);
    if (strcmp(word, "none") != 0)
        return fail_case(p,
                         "the only baseline to name is 'none': write the rows of another one into "
                         "the tables baseline_* behind '-- derived:'");
    return 0;
}

static int take_directive(struct parser *p, const char *word, const char *at,
                          const char *line_start)
{
    if (strcmp(word, "case") == 0)
        return start_case(p, at, line_start);
    if (p->current == NULL)
        return fail_case(p, "'-- %s:' stands before the first '-- case: NAME'", word);
    if (strcmp(word, "server") == 0)
        return add_server(p, at);
    if (strcmp(word, "forest") == 0)
        return add_forest(p, at);
    if (strcmp(word, "connector") == 0)
        return add_connector(p, at);
    if (strcmp(word, "host") == 0)
        return add_host(p, at);
    if (strcmp(word, "engine") == 0)
        return add_engine(p, at);
    if (strcmp(word, "setting") == 0)
        return add_setting(p, at);
    if (strcmp(word, "uncovered") == 0)
        return add_uncovered(p, at);
    if (strcmp(word, "param") == 0)
        return add_param(p, at);
    if (strcmp(word, "expect") == 0)
        return add_expectation(p, at);
    if (strcmp(word, "now") == 0)
        return set_now(p, at);
    if (strcmp(word, "baseline") == 0)
        return set_baseline(p, at);
    return start_derived(p, at, line_start);
}

/* "-- word: ..." is a directive when the word is one, and a mistake when it nearly is. */
static int take_comment(struct parser *p, const char *text, const char *line_start)
{
    const char *at = text + 2 + strspn(text + 2, " \t");
    size_t len = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    const char *nearest = NULL;
    char *word = NULL;

    if (len == 0 || at[len] != ':')
        return 0;
    word = sa_arena_copy(p->arena, at, len);
    if (word == NULL)
        return sa_fail_nomem(p->err);
    if (find_word(word, directives) >= 0)
        return take_directive(p, word, at + len + 1, line_start);
    nearest = sa_text_nearest(word, directives);
    if (nearest != NULL)
        return fail_case(p, "unknown directive '%s': did you mean '%s'?", word, nearest);
    return 0;
}

/* One line, without its end. */
static int take_line(struct parser *p, const char *start, size_t len)
{
    if (len > 0 && start[len - 1] == '\r')
        len--;
    if (len >= 2 && start[0] == '-' && start[1] == '-') {
        const char *line = sa_arena_copy(p->arena, start, len);

        /* NOLINTNEXTLINE(readability-suspicious-call-argument): the copy, then where it stands */
        return line != NULL ? take_comment(p, line, start) : sa_fail_nomem(p->err);
    }
    for (size_t i = 0; p->current == NULL && i < len; i++) {
        if (start[i] == ' ' || start[i] == '\t')
            continue;
        return fail_case(p, "only comments may stand before the first '-- case: NAME'");
    }
    return 0;
}

static int check_text(struct parser *p, const char *text, size_t len)
{
    if (memchr(text, '\0', len) != NULL || !sa_utf8_valid(text, len))
        return fail_case(p, "a byte that is no UTF-8 text: save the file as UTF-8");
    return 0;
}

int sa_cases_parse(const char *file, const char *text, size_t len, struct sa_arena *arena,
                   struct sa_case **ret_first, struct sa_error *err)
{
    struct sa_case *first = NULL;
    struct parser p = {.file = file, .arena = arena, .err = err, .next_case = &first};
    const char *at = len > 0 ? text : "";
    const char *end = at + len;
    int r = check_text(&p, at, len);

    while (r == 0 && at < end) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        const char *line_end = feed != NULL ? feed : end;

        p.line++;
        r = take_line(&p, at, (size_t)(line_end - at));
        at = feed != NULL ? feed + 1 : end;
    }
    if (r == 0)
        r = finish_case(&p, end);
    if (r == 0 && first == NULL)
        r = fail_case(&p, "no case: add '-- case: NAME'");
    if (r < 0)
        return r;
    *ret_first = first;
    return 0;
}

int sa_cases_load(const char *file, struct sa_arena *arena, struct sa_case **ret_first,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
    int r = sa_file_read(file, &text, err);

    return r < 0 ? r : sa_cases_parse(file, sa_buf_text(&text), text.len, arena, ret_first, err);
}
