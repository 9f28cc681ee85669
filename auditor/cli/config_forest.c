/* SPDX-License-Identifier: Apache-2.0 */
/* The forests of the configuration file. Values go through the setters of the options, so that the file
 * accepts what an option accepts; forest.c finds contradictions between them. There is no key for a
 * password itself: a configuration is copied, mailed and kept under version control. */
#include <string.h>

#include "config.h"
#include "forest.h"

/* Keys whose value is that of an option. */
struct forest_key {
    const char *key;
    enum option_id id;
    bool is_path;
};

static const struct forest_key forest_keys[] = {
    {"site",                OPT_SITE,                false},
    {"auth",                OPT_LDAP_AUTH,           false},
    {"tls",                 OPT_LDAP_TLS,            false},
    {"user",                OPT_USER,                false},
    {"password_file",       OPT_PASSWORD_FILE,       true },
    {"password_command",    OPT_PASSWORD_COMMAND,    false},
    {"password_credential", OPT_PASSWORD_CREDENTIAL, false},
    {"ccache",              OPT_CCACHE,              true },
    {"keytab",              OPT_KEYTAB,              true },
    {"ca_file",             OPT_CA_FILE,             true },
    {"cert_file",           OPT_CERT_FILE,           true },
    {"key_file",            OPT_KEY_FILE,            true },
};

bool config_has_type(enum option_id id, const char *value)
{
    size_t len = strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return (id == OPT_CCACHE || id == OPT_KEYTAB) && len > 0 && value[len] == ':';
}

static int set(struct reader *reader, struct forest_setting *forest,
               const struct sa_yaml_node *node, enum option_id id, const char *value,
               struct sa_error *err)
{
    struct sa_error why = {0};
    int r = value ? forest_set(reader->settings, forest, id, value, FROM_CONFIG, &why)
                  : sa_fail_nomem(&why);
    if (r < 0) {
        (void)sa_yaml_fail(reader->yaml, node, false, err, "%s", why.message);
        sa_hint(err, "%s", why.hint);
    }
    return r;
}

static int read_keys(struct reader *reader, const struct sa_yaml_node *node,
                     struct forest_setting *forest, struct sa_error *err)
{
    for (size_t i = 0; i < SA_COUNT(forest_keys); i++) {
        const struct forest_key *key = &forest_keys[i];
        const char *value = NULL;
        int r = sa_yaml_text(reader->yaml, node, key->key, false, &value, err);
        if (r == 0 && value) {
            if (key->is_path && !config_has_type(key->id, value))
                value = config_resolve(reader, value);
            r = set(reader, forest, sa_yaml_get(node, key->key), key->id, value, err);
        }
        if (r < 0)
            return r;
    }
    return 0;
}

static int read_lists(struct reader *reader, const struct sa_yaml_node *node,
                      struct forest_setting *forest, struct sa_error *err)
{
    const struct sa_yaml_node *item = NULL;
    size_t count = 0;
    int r = sa_yaml_list(reader->yaml, node, "servers", &item, &count, err);
    for (; r == 0 && count > 0; item = item->next, count--)
        r = set(reader, forest, item, OPT_DC, item->text, err);
    if (r == 0)
        r = sa_yaml_list(reader->yaml, node, "accounts", &item, &count, err);
    for (; r == 0 && count > 0; item = item->next, count--) {
        const char *account = sa_arena_text(&reader->settings->arena, item->text);
        if (account && !account[0])
            return sa_yaml_fail(reader->yaml, item, false, err, "the account's name is empty");
        r = account ? list_add(&forest->accounts, account, FROM_CONFIG, err) : sa_fail_nomem(err);
    }
    return r;
}

static int read_forest(struct reader *reader, const struct sa_yaml_node *node, struct sa_error *err)
{
    static const char *const keys[] = {"domain",
                                       "name",
                                       "servers",
                                       "site",
                                       "auth",
                                       "tls",
                                       "user",
                                       "password_file",
                                       "accounts",
                                       "discover",
                                       "ccache",
                                       "password_command",
                                       "password_credential",
                                       "keytab",
                                       "ca_file",
                                       "cert_file",
                                       "key_file",
                                       NULL};
    struct settings *settings = reader->settings;
    struct forest_setting *forest = NULL;
    struct sa_error why = {0};
    const char *domain = NULL;
    const char *name = NULL;
    bool discover = true;
    int r = sa_yaml_check_keys(reader->yaml, node, keys, err);
    if (r == 0)
        r = sa_yaml_text(reader->yaml, node, "domain", true, &domain, err);
    if (r == 0)
        r = sa_yaml_text(reader->yaml, node, "name", false, &name, err);
    if (r == 0)
        r = sa_yaml_bool(reader->yaml, node, "discover", &discover, err);
    if (r < 0)
        return r;
    if (name && !name[0])
        return sa_yaml_fail(reader->yaml, sa_yaml_get(node, "name"), false, err,
                            "the name is empty");
    r = forest_add(settings, domain, FROM_CONFIG, &forest, &why);
    if (r < 0) {
        (void)sa_yaml_fail(reader->yaml, sa_yaml_get(node, "domain"), false, err, "%s",
                           why.message);
        sa_hint(err, "%s", why.hint);
        return r;
    }
    forest->name = sa_arena_text(&settings->arena, name);
    forest->no_discover = !discover;
    forest->is_stray = settings->config_found && !reader->folder[0];
    forest->place =
        sa_arena_printf(&settings->arena, "%s:%ld:%ld", settings->config, node->line, node->column);
    if (!forest->place || (name && !forest->name))
        return sa_fail_nomem(err);
    r = read_keys(reader, node, forest, err);
    return r < 0 ? r : read_lists(reader, node, forest, err);
}

int config_read_forests(struct reader *reader, const struct sa_yaml_node *root,
                        struct sa_error *err)
{
    const struct sa_yaml_node *forests = sa_yaml_get(root, "forests");
    if (!forests)
        return 0;
    if (forests->type != SA_YAML_SEQUENCE)
        return sa_yaml_fail(reader->yaml, forests, false, err,
                            "'forests' must be a list: '- domain: DOMAIN' per forest");
    for (const struct sa_yaml_node *node = forests->first; node; node = node->next) {
        if (node->type != SA_YAML_MAPPING)
            return sa_yaml_fail(reader->yaml, node, false, err,
                                "a forest is a mapping: domain, servers, user, ...");
        int r = read_forest(reader, node, err);
        if (r < 0)
            return r;
    }
    return 0;
}
