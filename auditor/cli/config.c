/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration file (strict YAML). Every key is known or an error at line:column with the nearest
 * known one. Paths are relative to the folder of the file, so that it means the same wherever it is used
 * from. Values go through the setters of the options: what an option accepts, the file accepts. */
#include "config.h"

#include <string.h>

#include "syncaudit/limits.h"

const char *config_resolve(struct reader *reader, const char *path)
{
    if (!path || path[0] == '/' || !reader->folder[0] || strcmp(path, "-") == 0)
        return sa_arena_text(&reader->settings->arena, path);
    return sa_arena_printf(&reader->settings->arena, "%s/%s", reader->folder, path);
}

/* Applies a value; an error of the setter gets the place of the node. */
static int apply(struct reader *reader, const struct sa_yaml_node *node, const char *option,
                 const char *value, struct sa_error *err)
{
    struct sa_error why = {0};
    int r = settings_apply(reader->settings, option, value, FROM_CONFIG, &why);
    if (r < 0) {
        (void)sa_yaml_fail(reader->yaml, node, false, err, "%s", why.message);
        sa_hint(err, "%s", why.hint);
    }
    return r;
}

/* Keys of one level whose value is handed to an option. */
struct scalar_key {
    const char *key, *option;
    bool is_path;
};

static int apply_scalars(struct reader *reader, const struct sa_yaml_node *mapping,
                         const struct scalar_key *keys, size_t count, struct sa_error *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct sa_yaml_node *node = sa_yaml_get(mapping, keys[i].key);
        const char *value = NULL;
        int r = sa_yaml_text(reader->yaml, mapping, keys[i].key, false, &value, err);
        if (r == 0 && value && keys[i].is_path) {
            value = config_resolve(reader, value);
            r = value ? 0 : sa_fail_nomem(err);
        }
        if (r == 0 && value)
            r = apply(reader, node, keys[i].option, value, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int apply_list(struct reader *reader, const struct sa_yaml_node *mapping, const char *key,
                      const char *option, bool is_path, struct sa_error *err)
{
    const struct sa_yaml_node *item = NULL;
    size_t count = 0;
    int r = sa_yaml_list(reader->yaml, mapping, key, &item, &count, err);
    for (; r == 0 && count > 0; item = item->next, count--) {
        const char *value = is_path ? config_resolve(reader, item->text) : item->text;
        r = value ? apply(reader, item, option, value, err) : sa_fail_nomem(err);
    }
    return r;
}

static int read_server(struct reader *reader, const struct sa_yaml_node *node, struct sa_error *err)
{
    static const char *const keys[] = {"name", "export", "host", "winrm", "role", "pair", NULL};
    static const char *const roles[] = {"active", "staging", NULL};
    struct sa_plan_target target = {0};
    int role = -1;
    int r = sa_yaml_check_keys(reader->yaml, node, keys, err);
    if (r == 0)
        r = sa_yaml_text(reader->yaml, node, "export", false, &target.export_folder, err);
    if (r == 0)
        r = sa_yaml_text(reader->yaml, node, "name", false, &target.name, err);
    if (r == 0)
        r = sa_yaml_text(reader->yaml, node, "pair", false, &target.pair, err);
    if (r == 0)
        r = sa_yaml_enum(reader->yaml, node, "role", roles, false, &role, err);
    if (r < 0)
        return r;
    if (target.name && !target.name[0])
        return sa_yaml_fail(reader->yaml, sa_yaml_get(node, "name"), false, err,
                            "the name is empty");
    if (!target.export_folder && !sa_yaml_get(node, "host"))
        return sa_yaml_fail(reader->yaml, node, false, err,
                            "a server needs an 'export' folder, a 'host' to ask, or both");
    target.declared_role = role >= 0 ? roles[role] : NULL;
    if (target.export_folder) {
        target.export_folder = config_resolve(reader, target.export_folder);
        if (!target.export_folder)
            return sa_fail_nomem(err);
    }
    reader->settings->plan_origin = FROM_CONFIG;
    r = sa_plan_add(&reader->settings->plan, &target, err);
    return r == 0 ? config_read_host(reader, node, reader->settings->plan.count - 1, err) : r;
}

static int read_servers(struct reader *reader, const struct sa_yaml_node *root,
                        struct sa_error *err)
{
    const struct sa_yaml_node *servers = sa_yaml_get(root, "servers");
    if (!servers)
        return 0;
    if (servers->type != SA_YAML_SEQUENCE)
        return sa_yaml_fail(reader->yaml, servers, false, err,
                            "'servers' must be a list: '- host: HOST' or '- export: FOLDER' per "
                            "server");
    for (const struct sa_yaml_node *node = servers->first; node; node = node->next) {
        if (node->type != SA_YAML_MAPPING)
            return sa_yaml_fail(reader->yaml, node, false, err,
                                "a server is a mapping: name, host, export, role, pair, winrm");
        int r = read_server(reader, node, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int add_param(struct reader *reader, const char *check, const struct sa_yaml_node *node,
                     struct sa_error *err)
{
    struct settings *settings = reader->settings;
    if (node->type == SA_YAML_MAPPING)
        return sa_yaml_fail(reader->yaml, node, false, err, "a parameter is a value or a list");
    if (settings->param_count == settings->param_capacity) {
        size_t capacity = settings->param_capacity ? 2 * settings->param_capacity : 16;
        struct param_setting *params = reallocarray(settings->params, capacity, sizeof *params);
        if (!params)
            return sa_fail_nomem(err);
        settings->params = params;
        settings->param_capacity = capacity;
    }
    struct param_setting *param = &settings->params[settings->param_count++];
    *param = (struct param_setting){
        .check = sa_arena_text(&settings->arena, check),
        .name = sa_arena_text(&settings->arena, node->key),
        .place = sa_arena_printf(&settings->arena, "%s:%ld:%ld", settings->config, node->key_line,
                                 node->key_column),
    };
    if (!param->check || !param->name || !param->place)
        return sa_fail_nomem(err);
    const struct sa_yaml_node *item = node->type == SA_YAML_SEQUENCE ? node->first : node;
    for (; item; item = node->type == SA_YAML_SEQUENCE ? item->next : NULL) {
        if (item->type != SA_YAML_SCALAR)
            return sa_yaml_fail(reader->yaml, item, false, err, "a list of values is wanted here");
        const char *text = sa_arena_text(&settings->arena, item->text);
        int r = text ? list_add(&param->values, text, FROM_CONFIG, err) : sa_fail_nomem(err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int read_params(struct reader *reader, const struct sa_yaml_node *root, struct sa_error *err)
{
    const struct sa_yaml_node *params = sa_yaml_get(root, "params");
    if (!params)
        return 0;
    if (params->type != SA_YAML_MAPPING)
        return sa_yaml_fail(reader->yaml, params, false, err,
                            "'params' maps check ids to their parameters");
    for (const struct sa_yaml_node *check = params->first; check; check = check->next) {
        if (check->type != SA_YAML_MAPPING)
            return sa_yaml_fail(reader->yaml, check, false, err,
                                "'%s' must be a mapping of parameters", check->key);
        for (const struct sa_yaml_node *node = check->first; node; node = node->next) {
            int r = add_param(reader, check->key, node, err);
            if (r < 0)
                return r;
        }
    }
    return 0;
}

static int read_output(struct reader *reader, const struct sa_yaml_node *root, struct sa_error *err)
{
    static const char *const keys[] = {"html", "json", "csv", NULL};
    const struct sa_yaml_node *outputs = sa_yaml_get(root, "output");
    if (!outputs)
        return 0;
    int r = sa_yaml_check_keys(reader->yaml, outputs, keys, err);
    for (const struct sa_yaml_node *node = outputs->first; r == 0 && node; node = node->next) {
        const char *value = NULL;
        r = sa_yaml_text(reader->yaml, outputs, node->key, true, &value, err);
        const char *path = r == 0 && value ? config_resolve(reader, value) : NULL;
        const char *option =
            path ? sa_arena_printf(&reader->settings->arena, "%s=%s", node->key, path) : NULL;
        if (r == 0)
            r = option ? apply(reader, node, "output", option, err) : sa_fail_nomem(err);
    }
    return r;
}

static int read_selection(struct reader *reader, const struct sa_yaml_node *root,
                          struct sa_error *err)
{
    static const char *const keys[] = {"ids", "areas", "severity", NULL};
    static const struct scalar_key scalars[] = {
        {"severity", "severity", false}
    };
    const struct sa_yaml_node *checks = sa_yaml_get(root, "checks");
    if (!checks)
        return 0;
    int r = sa_yaml_check_keys(reader->yaml, checks, keys, err);
    if (r == 0)
        r = apply_scalars(reader, checks, scalars, SA_COUNT(scalars), err);
    if (r == 0)
        r = apply_list(reader, checks, "ids", "check", false, err);
    if (r == 0)
        r = apply_list(reader, checks, "areas", "area", false, err);
    return r;
}

/* A file that merely lies in the folder may come with the exports: whoever wrote it does not decide
 * that files are replaced. (For forests see forests_plan().) */
static int check_trust(struct reader *reader, const struct sa_yaml_node *root, struct sa_error *err)
{
    if (!reader->settings->overwrite || !reader->settings->config_found)
        return 0;
    (void)sa_yaml_fail(reader->yaml, sa_yaml_get(root, "overwrite"), false, err,
                       "'overwrite' is heeded only in a configuration that is named");
    sa_hint(err, "name it with -c FILE, or say --overwrite");
    return SA_E_INPUT;
}

static int read_root(struct reader *reader, struct sa_error *err)
{
    static const char *const keys[] = {
        "title",     "classification",  "servers", "forests",      "forest_timeout", "snapshot",
        "output",    "overwrite",       "fail_on", "min_coverage", "min_score",      "catalogue",
        "knowledge", "baseline",        "checks",  "params",       "jobs",           "csv_bom",
        "winrm",     "host_timeout",    "timeout", "registry",     "event_days",     "no_hosts",
        "run_days",  "no_remote_files", NULL};
    static const struct scalar_key scalars[] = {
        {"title",           "title",           false},
        {"classification",  "classification",  false},
        {"snapshot",        "snapshot",        true },
        {"overwrite",       "overwrite",       false},
        {"fail_on",         "fail-on",         false},
        {"min_coverage",    "min-coverage",    false},
        {"min_score",       "min-score",       false},
        {"knowledge",       "knowledge",       true },
        {"baseline",        "baseline",        true },
        {"jobs",            "jobs",            false},
        {"forest_timeout",  "forest-timeout",  false},
        {"csv_bom",         "csv-bom",         false},
        {"host_timeout",    "host-timeout",    false},
        {"timeout",         "timeout",         false},
        {"registry",        "registry",        false},
        {"event_days",      "event-days",      false},
        {"no_hosts",        "no-hosts",        false},
        {"run_days",        "run-days",        false},
        {"no_remote_files", "no-remote-files", false},
    };
    const struct sa_yaml_node *root = sa_yaml_root(reader->yaml);
    int r = sa_yaml_check_keys(reader->yaml, root, keys, err);
    if (r == 0)
        r = apply_scalars(reader, root, scalars, SA_COUNT(scalars), err);
    if (r == 0)
        r = check_trust(reader, root, err);
    if (r == 0)
        r = apply_list(reader, root, "catalogue", "catalogue", true, err);
    if (r == 0)
        r = read_servers(reader, root, err);
    if (r == 0)
        r = config_read_hosts(reader, root, err);
    if (r == 0)
        r = config_read_forests(reader, root, err);
    if (r == 0)
        r = read_output(reader, root, err);
    if (r == 0)
        r = read_selection(reader, root, err);
    if (r == 0)
        r = read_params(reader, root, err);
    return r;
}

int config_load(struct settings *settings, const char *path, struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    const char *slash = strrchr(path, '/');
    struct reader reader = {.settings = settings};
    reader.folder = slash ? sa_arena_copy(&settings->arena, path, (size_t)(slash - path)) : "";
    settings->config = sa_arena_text(&settings->arena, path);
    if (!reader.folder || !settings->config)
        return sa_fail_nomem(err);
    int r = sa_yaml_load(path, SA_LIMIT_CONFIG_FILE, &yaml, err);
    if (r < 0)
        return r;
    reader.yaml = yaml;
    return read_root(&reader, err);
}
