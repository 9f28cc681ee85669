/* SPDX-License-Identifier: Apache-2.0 */
/* The hosts of the configuration file: 'host' and 'winrm' of a server, and 'winrm' for all of them. Values
 * go through the setters of the options; host.c finds contradictions. As for forests there is no key for a
 * password itself. */
#include <string.h>

#include "config.h"
#include "host.h"

struct host_key {
    const char *key;
    enum option_id id;
    bool is_path;
};

static const struct host_key host_keys[] = {
    {"auth",                OPT_WINRM_AUTH,          false},
    {"https",               OPT_HTTPS,               false},
    {"port",                OPT_WINRM_PORT,          false},
    {"spn",                 OPT_WINRM_SPN,           false},
    {"pin",                 OPT_WINRM_PIN,           false},
    {"proxy",               OPT_WINRM_PROXY,         false},
    {"no_channel_binding",  OPT_NO_CHANNEL_BINDING,  false},
    {"powershell",          OPT_POWERSHELL,          false},
    {"configuration",       OPT_CONFIGURATION,       false},
    {"allow_rc4",           OPT_ALLOW_RC4,           false},
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

static int set(struct reader *reader, struct host_setting *host, const struct sa_yaml_node *node,
               enum option_id id, const char *value, struct sa_error *err)
{
    struct sa_error why = {0};
    int r = value ? host_set(reader->settings, host, id, value, FROM_CONFIG, &why)
                  : sa_fail_nomem(&why);
    if (r < 0) {
        (void)sa_yaml_fail(reader->yaml, node, false, err, "%s", why.message);
        sa_hint(err, "%s", why.hint);
    }
    return r;
}

static int read_winrm(struct reader *reader, const struct sa_yaml_node *node,
                      struct host_setting *host, struct sa_error *err)
{
    const char *keys[SA_COUNT(host_keys) + 1] = {NULL};
    for (size_t i = 0; i < SA_COUNT(host_keys); i++)
        keys[i] = host_keys[i].key;
    if (node->type != SA_YAML_MAPPING)
        return sa_yaml_fail(reader->yaml, node, false, err,
                            "'winrm' is a mapping: auth, https, user, password_file, ...");
    int r = sa_yaml_check_keys(reader->yaml, node, keys, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(host_keys); i++) {
        const struct host_key *key = &host_keys[i];
        const char *value = NULL;
        r = sa_yaml_text(reader->yaml, node, key->key, false, &value, err);
        if (r < 0 || !value)
            continue;
        if (key->is_path && !config_has_type(key->id, value))
            value = config_resolve(reader, value);
        r = set(reader, host, sa_yaml_get(node, key->key), key->id, value, err);
    }
    return r;
}

/* What the file says of a host was said in a file that nobody named. */
static int place_host(struct reader *reader, const struct sa_yaml_node *node,
                      struct host_setting *host, struct sa_error *err)
{
    const struct settings *settings = reader->settings;
    host->is_stray = settings->config_found && !reader->folder[0];
    host->place = sa_arena_printf(&reader->settings->arena, "%s:%ld:%ld", settings->config,
                                  node->line, node->column);
    return host->place ? 0 : sa_fail_nomem(err);
}

int config_read_host(struct reader *reader, const struct sa_yaml_node *server, size_t target,
                     struct sa_error *err)
{
    const struct sa_yaml_node *winrm = sa_yaml_get(server, "winrm");
    const struct sa_yaml_node *node = sa_yaml_get(server, "host");
    struct host_setting *host = NULL;
    struct sa_error why = {0};
    const char *name = NULL;
    int r = sa_yaml_text(reader->yaml, server, "host", false, &name, err);
    if (r < 0)
        return r;
    if (!name)
        return winrm ? sa_yaml_fail(reader->yaml, winrm, false, err,
                                    "'winrm' says how a host is asked, and no 'host' is named")
                     : 0;
    r = host_add(reader->settings, name, FROM_CONFIG, &host, &why);
    if (r < 0) {
        (void)sa_yaml_fail(reader->yaml, node, false, err, "%s", why.message);
        sa_hint(err, "%s", why.hint);
        return r;
    }
    host->target = target;
    r = place_host(reader, node, host, err);
    return r == 0 && winrm ? read_winrm(reader, winrm, host, err) : r;
}

int config_read_hosts(struct reader *reader, const struct sa_yaml_node *root, struct sa_error *err)
{
    const struct sa_yaml_node *winrm = sa_yaml_get(root, "winrm");
    if (!winrm)
        return 0;
    int r = place_host(reader, winrm, &reader->settings->every_host, err);
    return r == 0 ? read_winrm(reader, winrm, &reader->settings->every_host, err) : r;
}
