/* SPDX-License-Identifier: Apache-2.0 */
/* Settings and the table of options. One table says what an option is called, what it takes, what help
 * prints and what it sets; the environment (SYNCAUDIT_<OPTION>) and the configuration file go through the
 * same setter, so a value means the same wherever it stands. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "cli.h"
#include "forest.h"
#include "host.h"
#include "options.h"

void settings_init(struct settings *settings)
{
    *settings = (struct settings){
        .arena = SA_ARENA_INIT(16 * SA_MIB),
        .fail_on = SA_HIGH,
        .min_severity = SA_INFO,
        .min_coverage = 80,
        .table_format = "table",
        .plan = SA_PLAN_INIT,
        .every_forest = {.auth = -1, .tls = -1},
    };
    host_setting_init(&settings->every_host);
}

void settings_done(struct settings *settings)
{
    free(settings->checks.items);
    free(settings->areas.items);
    free(settings->sources.items);
    free(settings->catalogues.items);
    free(settings->words.items);
    for (size_t i = 0; i < settings->param_count; i++)
        free(settings->params[i].values.items);
    free(settings->params);
    hosts_done(settings);
    forests_done(settings);
    sa_plan_done(&settings->plan);
    sa_arena_done(&settings->arena);
}

int list_add(struct list *list, const char *text, enum origin origin, struct sa_error *err)
{
    if (origin > list->origin) {
        list->count = 0; /* a stronger source replaces the whole list */
        list->origin = origin;
    }
    if (list->count + 2 > list->capacity) {
        size_t capacity = list->capacity ? 2 * list->capacity : 8;
        const char **items = reallocarray(list->items, capacity, sizeof *items);
        if (!items)
            return sa_fail_nomem(err);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = text;
    list->items[list->count] = NULL;
    return 0;
}

static int bad_value(const char *name, const char *value, const char *wanted, struct sa_error *err)
{
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is no value for %s", value, name);
    sa_hint(err, "write %s", wanted);
    return SA_E_INPUT;
}

static int set_severity(enum sa_severity *ret, const char *name, const char *value,
                        struct sa_error *err)
{
    return sa_severity_parse(value, ret) < 0
               ? bad_value(name, value, "critical, high, medium, low or info", err)
               : 0;
}

static int set_percent(int *ret, const char *name, const char *value, struct sa_error *err)
{
    uint32_t number = 0;
    if (sa_parse_u32(value, 100, &number) < 0)
        return bad_value(name, value, "a whole number from 0 to 100", err);
    *ret = (int)number;
    return 0;
}

static int set_bool(bool *ret, const char *name, const char *value, struct sa_error *err)
{
    return sa_parse_bool(value, ret) < 0 ? bad_value(name, value, "true or false", err) : 0;
}

static int set_tri(enum tri *ret, const char *name, const char *value, const char *always,
                   const char *never, struct sa_error *err)
{
    if (strcmp(value, "auto") == 0)
        *ret = AUTO;
    else if (strcmp(value, always) == 0)
        *ret = ALWAYS;
    else if (strcmp(value, never) == 0)
        *ret = NEVER;
    else {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' is no value for %s", value, name);
        sa_hint(err, "write auto, %s or %s", always, never);
        return SA_E_INPUT;
    }
    return 0;
}

static int add_output(struct settings *settings, const char *value, enum origin origin,
                      struct sa_error *err)
{
    static const char *const names[] = {"html", "json", "csv", NULL};
    const char *equals = strchr(value, '=');
    size_t len = equals ? (size_t)(equals - value) : 0;
    if (origin > settings->output_origin) {
        settings->output_count = 0;
        settings->output_origin = origin;
    }
    if (settings->output_count == SA_COUNT(settings->outputs))
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %zu outputs",
                       SA_COUNT(settings->outputs));
    for (size_t i = 0; equals && equals[1] && names[i]; i++) {
        if (strlen(names[i]) != len || strncmp(value, names[i], len) != 0)
            continue;
        for (size_t k = 0; k < settings->output_count; k++) {
            if (strcmp(equals + 1, "-") == 0 && strcmp(settings->outputs[k].path, "-") == 0)
                return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                               "only one output can go to standard output");
        }
        settings->outputs[settings->output_count++] =
            (struct output){.format = (enum format)i, .path = equals + 1};
        return 0;
    }
    return bad_value("--output", value,
                     "html=FILE, json=FILE or csv=FOLDER; '-' is standard output", err);
}

static int add_server(struct settings *settings, const char *folder, const char *role,
                      enum origin origin, struct sa_error *err)
{
    if (origin > settings->plan_origin) {
        sa_plan_done(&settings->plan);
        settings->plan_origin = origin;
    }
    const struct sa_plan_target target = {.export_folder = folder, .declared_role = role};
    return sa_plan_add(&settings->plan, &target, err);
}

static int apply_text(struct settings *settings, int id, const char *value)
{
    const char **texts[] = {
        [OPT_CONFIG] = &settings->config,
        [OPT_TITLE] = &settings->title,
        [OPT_CLASSIFICATION] = &settings->classification,
        [OPT_SNAPSHOT] = &settings->snapshot,
        [OPT_KNOWLEDGE] = &settings->knowledge,
        [OPT_BASELINE] = &settings->baseline,
        [OPT_CASES] = &settings->cases,
        [OPT_TRACE] = &settings->trace,
        [OPT_GROUP] = &settings->group,
        [OPT_GMSA] = &settings->gmsa,
        [OPT_TRANSCRIPTS] = &settings->transcripts,
    };
    if ((size_t)id >= SA_COUNT(texts) || !texts[id])
        return SA_E_INTERNAL;
    *texts[id] = value;
    return 0;
}

static int apply_flag(struct settings *settings, int id, const char *name, const char *value,
                      struct sa_error *err)
{
    switch (id) {
    case OPT_OVERWRITE:
        return set_bool(&settings->overwrite, name, value, err);
    case OPT_QUIET:
        return set_bool(&settings->quiet, name, value, err);
    case OPT_EXIT_ZERO:
        return set_bool(&settings->exit_zero, name, value, err);
    case OPT_CSV_BOM:
        return set_bool(&settings->csv_bom, name, value, err);
    case OPT_CSV_RAW:
        return set_bool(&settings->csv_raw, name, value, err);
    case OPT_NO_HOSTS:
        return set_bool(&settings->no_hosts, name, value, err);
    case OPT_NO_REMOTE_FILES:
        return set_bool(&settings->no_files, name, value, err);
    case OPT_JSON:
        return set_bool(&settings->as_json, name, value, err);
    default:
        return apply_text(settings, id, value);
    }
}

static int set_table_format(struct settings *settings, const char *value, struct sa_error *err)
{
    if (strcmp(value, "table") != 0 && strcmp(value, "csv") != 0 && strcmp(value, "json") != 0)
        return bad_value("--format", value, "table, csv or json", err);
    settings->table_format = value;
    return 0;
}

static int set_jobs(struct settings *settings, const char *value, struct sa_error *err)
{
    uint32_t jobs = 0;
    if (sa_parse_u32(value, 512, &jobs) < 0 || jobs == 0)
        return bad_value("--jobs", value, "a whole number from 1 to 512", err);
    settings->jobs = jobs;
    return 0;
}

static int set_seconds(unsigned *ret, const char *option, const char *value, struct sa_error *err)
{
    uint32_t seconds = 0;
    if (sa_parse_u32(value, 86400, &seconds) < 0 || seconds == 0)
        return bad_value(option, value, "seconds, from 1 to 86400", err);
    *ret = seconds;
    return 0;
}

static int set_days(unsigned *ret, const char *option, const char *value, struct sa_error *err)
{
    uint32_t days = 0;
    if (sa_parse_u32(value, 366, &days) < 0 || days == 0)
        return bad_value(option, value, "a number of days from 1 to 366", err);
    *ret = days;
    return 0;
}

static int set_registry(struct settings *settings, const char *value, struct sa_error *err)
{
    if (strcmp(value, "auto") != 0 && strcmp(value, "cim") != 0)
        return bad_value("--registry", value, "auto or cim", err);
    settings->registry = strcmp(value, "cim") == 0 ? SA_REG_CIM : SA_REG_AUTO;
    return 0;
}

/* Domains, hosts, and what is said about them. 1: `option` is none of these. */
static int apply_remote(struct settings *settings, const struct option_entry *option,
                        const char *text, enum origin origin, struct sa_error *err)
{
    enum option_id id = option->id;
    struct forest_setting *forest = NULL;
    struct host_setting *host = NULL;
    bool is_identity = id >= OPT_USER && id <= OPT_KEY_FILE;
    if (id == OPT_DOMAIN || id == OPT_HOST)
        settings->last_is_host = id == OPT_HOST && origin == FROM_OPTION;
    if (id == OPT_DOMAIN)
        return forest_add(settings, text, origin, &forest, err);
    if (id == OPT_HOST)
        return host_add(settings, text, origin, &host, err);
    if ((id > OPT_HOST && id <= OPT_ALLOW_RC4) ||
        (is_identity && origin == FROM_OPTION && settings->last_is_host))
        return host_apply(settings, id, text, origin, err);
    if (id > OPT_DOMAIN && id < OPT_FOREST_TIMEOUT)
        return forest_apply(settings, id, text, origin, err);
    return 1;
}

int settings_apply(struct settings *settings, const char *name, const char *value,
                   enum origin origin, struct sa_error *err)
{
    const struct option_entry *option = option_find(name);
    if (!option)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "no option is called '%s'", name);
    const char *text = value ? sa_arena_text(&settings->arena, value) : "true";
    if (!text)
        return sa_fail_nomem(err);
    int r = apply_remote(settings, option, text, origin, err);
    if (r <= 0)
        return r;
    switch (option->id) {
    case OPT_OUTPUT:
        if (settings->one_folder) {
            settings->folder = text;
            return 0;
        }
        return add_output(settings, text, origin, err);
    case OPT_ACTIVE:
        return add_server(settings, text, "active", origin, err);
    case OPT_STAGING:
        return add_server(settings, text, "staging", origin, err);
    case OPT_FAIL_ON:
        return set_severity(&settings->fail_on, "--fail-on", text, err);
    case OPT_SEVERITY:
        return set_severity(&settings->min_severity, "--severity", text, err);
    case OPT_MIN_COVERAGE:
        return set_percent(&settings->min_coverage, "--min-coverage", text, err);
    case OPT_MIN_SCORE:
        return set_percent(&settings->min_score, "--min-score", text, err);
    case OPT_CHECK:
        return list_add(&settings->checks, text, origin, err);
    case OPT_SOURCE:
        return list_add(&settings->sources, text, origin, err);
    case OPT_AREA:
        return list_add(&settings->areas, text, origin, err);
    case OPT_CATALOGUE:
        return list_add(&settings->catalogues, text, origin, err);
    case OPT_JOBS:
        return set_jobs(settings, text, err);
    case OPT_VERBOSE:
        settings->verbosity++;
        return 0;
    case OPT_COLOR:
        return set_tri(&settings->color, "--color", text, "always", "never", err);
    case OPT_PROGRESS:
        return set_tri(&settings->progress, "--progress", text, "plain", "none", err);
    case OPT_FORMAT:
        return set_table_format(settings, text, err);
    case OPT_FOREST_TIMEOUT:
        return set_seconds(&settings->forest_timeout_s, "--forest-timeout", text, err);
    case OPT_HOST_TIMEOUT:
        return set_seconds(&settings->host_timeout_s, "--host-timeout", text, err);
    case OPT_TIMEOUT:
        return set_seconds(&settings->timeout_s, "--timeout", text, err);
    case OPT_EVENT_DAYS:
        return set_days(&settings->event_days, "--event-days", text, err);
    case OPT_RUN_DAYS:
        return set_days(&settings->run_days, "--run-days", text, err);
    case OPT_REGISTRY:
        return set_registry(settings, text, err);
    default:
        return apply_flag(settings, option->id, name, text, err);
    }
}
