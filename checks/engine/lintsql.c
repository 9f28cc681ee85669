/* SPDX-License-Identifier: Apache-2.0 */
/* What the linter sees in the text of a query. SQLite has the last word on SQL; here the text is
 * only cut into tokens, as far as that takes to tell a literal from a comment.
 *
 * Names that Windows translates: a check that compares 'Domain Admins' is right on the machine
 * of its author and passes every German server. The list holds the groups and accounts that
 * checks of sync servers could ask for, in the languages that Windows Server is most often
 * installed in; a name may stand behind a domain ("BUILTIN\Users") and between the wildcards of
 * LIKE. Enums of CIM and of the product ("Running", "True") are the same everywhere and not in
 * it.
 *
 * Columns that hold what a server calls things are not compared with literals at all, whatever
 * these say, where the query names the column by its table. And a literal that looks like the name
 * of a setting must be one: a misspelt name finds no row, which would read like a pass. */
#include "syncaudit/buf.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "engine.h"
#include "lint.h"

/* --- names that Windows translates ------------------------------------------------------------ */

/* clang-format off */
static const struct {
    const char *sid;        /* what to compare instead */
    const char *names[20];
} translated[] = {
    { "S-1-5-32-544",
      { "Administrators", "Administratoren", "Administrateurs", "Administradores",
        "Administratorzy", "Administratörer", "Administratorer", "Администраторы",
        "Järjestelmänvalvojat", "Rendszergazdák" } },
    { "S-1-5-32-545",
      { "Users", "Benutzer", "Utilisateurs", "Usuarios", "Usuários", "Utilizadores", "Gebruikers",
        "Användare", "Brukere", "Brugere", "Użytkownicy", "Пользователи", "Käyttäjät",
        "Felhasználók" } },
    { "S-1-5-32-546", { "Guests", "Gäste", "Invités", "Invitados", "Convidados", "Гости" } },
    { "S-1-1-0",
      { "Everyone", "Jeder", "Tout le monde", "Todos", "Iedereen", "Alla", "Alle", "Wszyscy",
        "Все", "Kaikki", "Mindenki" } },
    { "S-1-5-11",
      { "Authenticated Users", "Authentifizierte Benutzer", "Utilisateurs authentifiés",
        "Usuarios autentificados", "Usuarios autenticados", "Usuários autenticados",
        "Utilizadores autenticados", "Geverifieerde gebruikers", "Autentiserade användare",
        "Прошедшие проверку" } },
    { "S-1-5-32-548",
      { "Account Operators", "Konten-Operatoren", "Opérateurs de compte", "Operadores de cuentas",
        "Opers. de cuentas" } },
    { "S-1-5-32-549",
      { "Server Operators", "Server-Operatoren", "Opérateurs de serveur",
        "Operadores de servidores", "Opers. de servidores" } },
    { "S-1-5-32-551",
      { "Backup Operators", "Sicherungs-Operatoren", "Sicherungsoperatoren",
        "Opérateurs de sauvegarde", "Operadores de copia de seguridad",
        "Operadores de cópia de segurança", "Операторы архива" } },
    { "S-1-5-32-555",
      { "Remote Desktop Users", "Remotedesktopbenutzer", "Utilisateurs du Bureau à distance",
        "Usuarios de escritorio remoto", "Usuários da área de trabalho remota" } },
    { "S-1-5-32-580",
      { "Remote Management Users", "Remoteverwaltungsbenutzer",
        "Utilisateurs de gestion à distance", "Usuarios de administración remota" } },
    { "S-1-5-18",
      { "NT AUTHORITY\\SYSTEM", "NT-AUTORITÄT\\SYSTEM", "AUTORITE NT\\Système" } },
    { "S-1-5-19",
      { "NT AUTHORITY\\LOCAL SERVICE", "NT-AUTORITÄT\\LOKALER DIENST",
        "AUTORITE NT\\SERVICE LOCAL", "LOCAL SERVICE", "LOKALER DIENST" } },
    { "S-1-5-20",
      { "NT AUTHORITY\\NETWORK SERVICE", "NT-AUTORITÄT\\NETZWERKDIENST",
        "AUTORITE NT\\SERVICE RÉSEAU", "NETWORK SERVICE", "NETZWERKDIENST", "SERVICE RÉSEAU" } },
    { "the SID that ends in -500",
      { "Administrator", "Administrateur", "Administrador", "Администратор", "Administratör" } },
    { "the SID that ends in -501", { "Guest", "Gast", "Invité", "Invitado", "Гость" } },
    { "the SID that ends in -512",
      { "Domain Admins", "Domänen-Admins", "Admins du domaine", "Admins. del dominio",
        "Admins do domínio", "Администраторы домена", "Administratorzy domeny" } },
    { "the SID that ends in -513",
      { "Domain Users", "Domänen-Benutzer", "Utilisateurs du domaine", "Usuarios del dominio",
        "Usuários do domínio", "Пользователи домена", "Użytkownicy domeny" } },
    { "the SID that ends in -516",
      { "Domain Controllers", "Domänencontroller", "Contrôleurs de domaine",
        "Controladores de dominio" } },
    { "the SID that ends in -518",
      { "Schema Admins", "Schema-Admins", "Administrateurs du schéma",
        "Administradores de esquema" } },
    { "the SID that ends in -519",
      { "Enterprise Admins", "Organisations-Admins", "Administrateurs de l'entreprise",
        "Administradores de empresas", "Администраторы предприятия" } },
};
/* clang-format on */

/* Columns of the server's own words. */
static const struct {
    const char *table;
    const char *columns[5];
    const char *instead;
} own_words[] = {
    {"host",               {"caption"},                                         "the build"                                     },
    {"host_service",       {"account", "account_key"},                          "account_kind, or join what the directory tells"},
    {"host_task",          {"account", "account_key"},                          "account_kind, or join what the directory tells"},
    {"host_group",         {"name"},                                            "the SID, or purpose"                           },
    {"host_group_member",  {"account"},                                         "the SID"                                       },
    {"local_member",       {"account", "account_key", "group_name", "subject"}, "the SID, or purpose"                           },
    {"host_user",          {"name"},                                            "the SID, or the RID"                           },
    {"host_feature",       {"name"},                                            "feature, the number or the short name"         },
    {"host_firewall_rule", {"name"},                                            "what the rule does"                            },
};

/* --- tokens ----------------------------------------------------------------------------------- */

enum kind { KIND_END, KIND_WORD, KIND_STRING, KIND_NAME, KIND_OTHER };

struct token {
    enum kind kind;
    const char *text; /* of words and literals, without quotes; else one character */
    long line;
};

struct scanner {
    const char *at;
    long line;
    struct sa_arena *arena;
    struct token *tokens;
    size_t count;
};

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '$' || (unsigned char)c >= 0x80;
}

static void step(struct scanner *s, size_t count)
{
    for (; count > 0 && *s->at != '\0'; count--, s->at++)
        s->line += *s->at == '\n';
}

/* Spaces and comments. */
static void skip_space(struct scanner *s)
{
    for (;;) {
        if (*s->at != '\0' && strchr(" \t\r\n\f", *s->at) != NULL) {
            step(s, 1);
        } else if (s->at[0] == '-' && s->at[1] == '-') {
            step(s, strcspn(s->at, "\n"));
        } else if (s->at[0] == '/' && s->at[1] == '*') {
            const char *end = strstr(s->at + 2, "*/");

            step(s, end != NULL ? (size_t)(end - s->at) + 2 : strlen(s->at));
        } else {
            return;
        }
    }
}

/* The text between the quotes; a doubled one stands for itself. */
static char *take_quoted(struct scanner *s, char end)
{
    const char *start = s->at + 1;
    const char *close = start;
    char *text = NULL;
    size_t len = 0;

    while (*close != '\0' && (*close != end || (end != ']' && close[1] == end)))
        close += *close == end ? 2 : 1;
    text = sa_arena_alloc(s->arena, (size_t)(close - start) + 1);
    if (text == NULL)
        return NULL;
    for (const char *at = start; at < close; at++) {
        text[len++] = *at;
        if (*at == end)
            at++;
    }
    step(s, (size_t)(close - s->at) + 1);
    return text;
}

static int take_token(struct scanner *s)
{
    struct token *token = &s->tokens[s->count];
    size_t len = 1;

    skip_space(s);
    token->line = s->line;
    if (*s->at == '\0')
        return 0;
    if (*s->at == '\'') {
        token->kind = KIND_STRING;
        token->text = take_quoted(s, '\'');
    } else if (*s->at == '"' || *s->at == '`' || *s->at == '[') {
        token->kind = KIND_NAME;
        token->text = take_quoted(s, (char)(*s->at == '[' ? ']' : *s->at));
    } else {
        token->kind = is_word_char(*s->at) ? KIND_WORD : KIND_OTHER;
        while (token->kind == KIND_WORD && is_word_char(s->at[len]))
            len++;
        token->text = sa_arena_copy(s->arena, s->at, len);
        step(s, len);
    }
    s->count++;
    return token->text != NULL ? 1 : SA_E_NOMEM;
}

/* --- rules ------------------------------------------------------------------------------------ */

struct rules {
    struct sa_lint *lint;
    const struct sa_check *check;
    const struct token *tokens;
    bool reads_settings;
    const struct token
        *told;   /* the column of the last complaint: a list of literals is one mistake */
    bool *used;  /* one per parameter */
    bool *named; /* one per status */
};

static bool is_other(const struct token *token, char c)
{
    return token->kind == KIND_OTHER && token->text[0] == c;
}

/* param('name'): `at` is the word. The list of tokens ends with three of KIND_END. */
static void look_at_param(struct rules *rules, const struct token *at)
{
    const struct sa_check *check = rules->check;

    if (!sa_text_same(at->text, "param") || !is_other(at + 1, '('))
        return;
    if (at[2].kind != KIND_STRING || !is_other(at + 3, ')')) {
        sa_lint_complain(rules->lint, check->file, at->line,
                         "write the name of the parameter as a literal: param('name')");
        return;
    }
    for (size_t i = 0; i < check->param_count; i++) {
        if (strcmp(check->params[i].name, at[2].text) == 0) {
            rules->used[i] = true;
            return;
        }
    }
    sa_lint_complain(rules->lint, check->file, at->line,
                     "the query uses the parameter '%s', which the header does not declare",
                     at[2].text);
}

/* 'now' and date functions without a time: the same snapshot would be judged otherwise tomorrow.
 * The sandbox lets them through; CURRENT_DATE and its like are refused there. */
static void look_at_clock(struct rules *rules, const struct token *at)
{
    static const char *const functions[] = {"date",      "time",      "datetime",
                                            "julianday", "unixepoch", "strftime"};
    bool reads_clock = at->kind == KIND_STRING && sa_text_same(at->text, "now");

    for (size_t i = 0; i < SA_COUNT(functions) && at->kind == KIND_WORD; i++) {
        if (!sa_text_same(at->text, functions[i]) || !is_other(at + 1, '('))
            continue;
        reads_clock = is_other(at + 2, ')') || (sa_text_same(at->text, "strftime") &&
                                                at[2].kind == KIND_STRING && is_other(at + 3, ')'));
    }
    if (reads_clock)
        sa_lint_complain(rules->lint, rules->check->file, at->line,
                         "'%s' reads the clock: count from the start of the run, run.started_at",
                         at->text);
}

static bool is_same_folded(struct sa_buf *scratch, const struct sa_buf *folded, const char *name)
{
    sa_buf_clear(scratch);
    return sa_text_add_folded(scratch, name, strlen(name)) == 0 && scratch->len == folded->len &&
           memcmp(sa_buf_text(scratch), sa_buf_text(folded), folded->len) == 0;
}

/* The SID behind a translated name, or NULL. */
static const char *find_translated(const char *name, size_t len)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf folded = SA_BUF_INIT(SA_LIMIT_CHECK_FILE * 8);
    SA_CLEANUP(sa_buf_done) struct sa_buf scratch = SA_BUF_INIT(4096);

    if (len == 0 || sa_text_add_folded(&folded, name, len) < 0)
        return NULL;
    for (size_t i = 0; i < SA_COUNT(translated); i++) {
        for (size_t k = 0; k < SA_COUNT(translated[i].names) && translated[i].names[k]; k++) {
            if (is_same_folded(&scratch, &folded, translated[i].names[k]))
                return translated[i].sid;
        }
    }
    return NULL;
}

/* A literal, or a name in double quotes, which SQLite takes for a literal when no column has it. */
static void look_at_names(struct rules *rules, const struct token *at)
{
    const char *text = at->text + strspn(at->text, "%*");
    const char *backslash = strrchr(text, '\\');
    const char *sid = NULL;
    size_t len = strlen(text);

    while (len > 0 && (text[len - 1] == '%' || text[len - 1] == '*'))
        len--;
    sid = find_translated(text, len);
    if (sid == NULL && backslash != NULL && (size_t)(backslash - text) < len)
        sid = find_translated(backslash + 1, len - (size_t)(backslash - text) - 1);
    if (sid != NULL)
        sa_lint_complain(rules->lint, rules->check->file, at->line,
                         "'%s' is a name that Windows translates: compare the SID (%s)", at->text,
                         sid);
}

/* A word of the SQL that stands behind a table where its alias could. */
static bool is_keyword(const struct token *token)
{
    static const char *const words[] = {"ON",     "USING",     "WHERE", "JOIN",   "LEFT",
                                        "INNER",  "CROSS",     "GROUP", "ORDER",  "UNION",
                                        "EXCEPT", "INTERSECT", "LIMIT", "HAVING", "NATURAL"};

    for (size_t i = 0; i < SA_COUNT(words); i++)
        if (sa_text_same(token->text, words[i]))
            return true;
    return false;
}

/* Is `alias` this table, somewhere in the query? */
static bool is_alias_of(const struct rules *rules, const char *alias, const char *table)
{
    for (const struct token *at = rules->tokens; at->kind != KIND_END; at++) {
        const struct token *next = at + 1;

        if (at->kind != KIND_WORD || !sa_text_same(at->text, table))
            continue;
        if (next->kind == KIND_WORD && sa_text_same(next->text, "AS"))
            next++;
        if (sa_text_same(next->kind == KIND_WORD && !is_keyword(next) ? next->text : table, alias))
            return true;
    }
    return false;
}

/* The column `alias.column` compared with a literal. */
static void look_at_column(struct rules *rules, const char *alias, const struct token *column)
{
    for (size_t i = 0; i < SA_COUNT(own_words); i++) {
        for (size_t k = 0; k < SA_COUNT(own_words[i].columns) && own_words[i].columns[k]; k++) {
            if (!sa_text_same(column->text, own_words[i].columns[k]) || column == rules->told ||
                !is_alias_of(rules, alias, own_words[i].table))
                continue;
            rules->told = column;
            sa_lint_complain(rules->lint, rules->check->file, column->line,
                             "'%s.%s' holds the server's own words, which Windows translates: "
                             "compare %s",
                             alias, column->text, own_words[i].instead);
            return;
        }
    }
}

static bool is_operator(const struct token *token)
{
    static const char *const words[] = {"LIKE", "GLOB", "IS", "NOT", "IN"};

    if (token->kind == KIND_OTHER)
        return strchr("=<>!", token->text[0]) != NULL;
    for (size_t i = 0; i < SA_COUNT(words) && token->kind == KIND_WORD; i++)
        if (sa_text_same(token->text, words[i]))
            return true;
    return false;
}

/* The column that ends at `at`, inside of functions or not. */
static void look_back(struct rules *rules, const struct token *at)
{
    while (at > rules->tokens && is_other(at, ')'))
        at--;
    if (at - rules->tokens >= 2 && at->kind == KIND_WORD && is_other(at - 1, '.') &&
        at[-2].kind == KIND_WORD)
        look_at_column(rules, at[-2].text, at);
}

/* What is compared with the literal at `at`: before it, before the list that it stands in, behind it. */
static void look_at_comparison(struct rules *rules, const struct token *at)
{
    const struct token *left = at - 1;
    const struct token *right = at + 1;

    if (at->text[0] == '\0')
        return;
    while (left > rules->tokens && (is_other(left, ',') || left->kind == KIND_STRING))
        left--;
    if (left > rules->tokens && is_other(left, '(') && is_operator(left - 1))
        left--;
    if (left > rules->tokens && is_operator(left)) {
        while (left > rules->tokens && is_operator(left))
            left--;
        look_back(rules, left);
    }
    if (right->kind != KIND_OTHER || !is_operator(right))
        return;
    while (is_operator(right))
        right++;
    while (right->kind == KIND_WORD && is_other(right + 1, '('))
        right += 2;
    if (right->kind == KIND_WORD && is_other(right + 1, '.') && right[2].kind == KIND_WORD)
        look_at_column(rules, right->text, right + 2);
}

static bool begins_with(const char *text, const char *start, size_t len)
{
    return strncmp(text, start, len) == 0;
}

/* "Group.Value", as all names of settings are; names of parameters and of WinRM's own settings look
 * the same. */
static bool looks_like_setting(const char *text)
{
    static const char *const others[] = {"Microsoft.", "Service.", "Client.", "Winrs."};
    size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    for (size_t i = 0; i < SA_COUNT(others); i++)
        if (begins_with(text, others[i], strlen(others[i])))
            return false;
    return text[0] >= 'A' && text[0] <= 'Z' && text[len] == '.' && text[len + 1] != '\0' &&
           strchr(" .%", text[len + 1]) == NULL;
}

static void look_at_setting(struct rules *rules, const struct token *at)
{
    size_t len = strcspn(at->text, "%");
    const char *nearest = NULL;

    if (!rules->reads_settings || !looks_like_setting(at->text))
        return;
    for (const char *const *name = sa_setting_names(); *name != NULL; name++)
        if (at->text[len] == '%' ? begins_with(*name, at->text, len) : strcmp(*name, at->text) == 0)
            return;
    nearest = sa_text_nearest(at->text, sa_setting_names());
    sa_lint_complain(rules->lint, rules->check->file, at->line,
                     "no setting is called '%s'%s%s%s (include/syncaudit/host_settings.def)",
                     at->text, nearest != NULL ? ": did you mean '" : "",
                     nearest != NULL ? nearest : "", nearest != NULL ? "'?" : "");
}

static bool reads_settings(const struct token *tokens)
{
    static const char *const tables[] = {"setting", "setting_unseen", "host_setting"};

    for (; tokens->kind != KIND_END; tokens++)
        for (size_t i = 0; i < SA_COUNT(tables); i++)
            if (tokens->kind == KIND_WORD && sa_text_same(tokens->text, tables[i]))
                return true;
    return false;
}

static void look_at_status(struct rules *rules, const struct token *at)
{
    for (int i = 0; i < SA_RESULT_COUNT; i++) {
        if (strcmp(at->text, sa_result_name((enum sa_result_status)i)) == 0)
            rules->named[i] = true;
    }
}

static void apply_rules(struct rules *rules, const struct token *tokens)
{
    for (const struct token *at = tokens; at->kind != KIND_END; at++) {
        if (at->kind == KIND_WORD)
            look_at_param(rules, at);
        if (at->kind == KIND_STRING || at->kind == KIND_NAME)
            look_at_names(rules, at);
        if (at->kind == KIND_STRING) {
            look_at_status(rules, at);
            look_at_setting(rules, at);
            look_at_comparison(rules, at);
        }
        look_at_clock(rules, at);
    }
    for (size_t i = 0; i < rules->check->param_count; i++) {
        if (!rules->used[i])
            sa_lint_complain(rules->lint, rules->check->file, rules->check->sql_line,
                             "the query does not use the parameter '%s', which the header declares",
                             rules->check->params[i].name);
    }
}

int sa_lint_sql(struct sa_lint *lint, const struct sa_check *check, struct sa_arena *arena,
                bool ret_named[SA_RESULT_COUNT], /* NOLINT(readability-non-const-parameter) */
                struct sa_error *err)
{
    struct rules rules = {.lint = lint, .check = check, .named = ret_named};
    struct scanner scanner = {.at = check->sql, .line = check->sql_line, .arena = arena};
    int r = 1;

    /* Each token takes at least one character, and the rules look three tokens ahead. */
    scanner.tokens = sa_arena_array(arena, strlen(check->sql) + 4, sizeof *scanner.tokens);
    rules.used = sa_arena_array(arena, check->param_count + 1, sizeof *rules.used);
    if (scanner.tokens == NULL || rules.used == NULL)
        return sa_fail_nomem(err);
    while (r == 1)
        r = take_token(&scanner);
    if (r < 0)
        return sa_fail_nomem(err);
    rules.tokens = scanner.tokens;
    rules.reads_settings = reads_settings(scanner.tokens);
    apply_rules(&rules, scanner.tokens);
    return 0;
}
