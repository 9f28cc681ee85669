/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON report, schema 1 (docs/internals/json.md, reports/schema/report.schema.json): a streaming
 * writer and one function per object, in the order of the schema. Additions only within schema 1.
 *
 * Always valid UTF-8 and valid JSON, whatever the texts hold; what cannot be said is null, never a
 * zero or an empty text. */
#include <string.h>

#include "report_internal.h"

#define SCHEMA_VERSION "1.2"
#define SCORE_MODEL    "syncaudit-1"

struct json {
    struct sa_buf *out;
    int depth;
    bool has_member; /* the container that is open is not empty */
};

/* Starts a member of the open container; `key` NULL inside an array. */
static void begin_member(struct json *json, const char *key)
{
    sa_buf_add_text(json->out, json->has_member ? ",\n" : "\n");
    for (int i = 0; i < json->depth; i++)
        sa_buf_add_char(json->out, ' ');
    if (key != NULL) {
        sa_escape_json(json->out, key);
        sa_buf_add_text(json->out, ": ");
    }
    json->has_member = true;
}

static void begin(struct json *json, const char *key, char bracket)
{
    if (json->depth > 0)
        begin_member(json, key);
    sa_buf_add_char(json->out, bracket);
    json->depth++;
    json->has_member = false;
}

static void end(struct json *json, char bracket)
{
    json->depth--;
    if (json->has_member) {
        sa_buf_add_char(json->out, '\n');
        for (int i = 0; i < json->depth; i++)
            sa_buf_add_char(json->out, ' ');
    }
    sa_buf_add_char(json->out, bracket);
    json->has_member = true;
}

static void put_text(struct json *json, const char *key, const char *text)
{
    begin_member(json, key);
    sa_escape_json(json->out, text);
}

static void put_null(struct json *json, const char *key)
{
    begin_member(json, key);
    sa_buf_add_text(json->out, "null");
}

/* null when empty. */
static void put_optional(struct json *json, const char *key, const char *text)
{
    if (*text != '\0')
        put_text(json, key, text);
    else
        put_null(json, key);
}

static void put_number(struct json *json, const char *key, long long number)
{
    begin_member(json, key);
    sa_buf_addf(json->out, "%lld", number);
}

static void put_bool(struct json *json, const char *key, bool value)
{
    begin_member(json, key);
    sa_buf_add_text(json->out, value ? "true" : "false");
}

static void put_texts(struct json *json, const char *key, const char *const *texts)
{
    begin(json, key, '[');
    for (; *texts != NULL; texts++)
        put_text(json, NULL, *texts);
    end(json, ']');
}

static void put_catalogue(struct json *json, const char *version, const char *sha256)
{
    begin(json, "catalogue", '{');
    put_text(json, "version", version);
    put_text(json, "sha256", sha256);
    end(json, '}');
}

static void put_run(struct json *json, const struct sa_evaluation *evaluation)
{
    const struct sa_run_record *run = &evaluation->run;

    begin(json, "tool", '{');
    put_text(json, "name", "syncaudit");
    put_text(json, "version", run->tool_version);
    end(json, '}');
    begin(json, "run", '{');
    put_text(json, "id", run->id);
    put_text(json, "started", run->started_at);
    put_optional(json, "finished", run->finished_at);
    put_bool(json, "interrupted", run->interrupted);
    put_text(json, "operator", run->operator_name);
    put_text(json, "workstation", run->workstation);
    put_catalogue(json, run->catalogue_version, run->catalogue_sha256);
    begin(json, "selection", '{');
    put_bool(json, "complete", evaluation->selection_complete);
    end(json, '}');
    end(json, '}');
    begin(json, "judged", '{');
    put_catalogue(json, evaluation->catalogue_version, evaluation->catalogue_sha256);
    put_number(json, "min_coverage", evaluation->min_coverage);
    end(json, '}');
}

static void put_bounds(struct json *json, bool has_score, int lower, int upper)
{
    if (has_score) {
        put_number(json, "lower", lower);
        put_number(json, "upper", upper);
    } else {
        put_null(json, "lower");
        put_null(json, "upper");
    }
}

static void put_score(struct json *json, const struct sa_score *score)
{
    char coverage[SA_PERCENT_SIZE];

    begin(json, "score", '{');
    put_text(json, "model", SCORE_MODEL);
    put_bounds(json, score->has_score, score->lower, score->upper);
    if (score->has_score) {
        sa_percent_format(score->coverage, coverage);
        begin_member(json, "coverage");
        sa_buf_add_text(json->out, coverage);
    } else {
        put_null(json, "coverage");
    }
    put_optional(json, "grade", score->grade);
    put_optional(json, "cap", score->cap);
    begin(json, "counts", '{');
    for (int status = 0; status < SA_RESULT_COUNT; status++)
        put_number(json, sa_result_name((enum sa_result_status)status),
                   (long long)score->count[status]);
    end(json, '}');
    begin(json, "open", '{');
    for (int severity = SA_CRITICAL; severity >= SA_INFO; severity--)
        put_number(json, sa_severity_name((enum sa_severity)severity),
                   (long long)score->open[severity]);
    end(json, '}');
    end(json, '}');
}

static void put_collector(struct json *json, const struct sa_source_coverage *source)
{
    const char *at = source->checks;

    begin(json, NULL, '{');
    put_text(json, "name", source->source);
    put_text(json, "state",
             source->state == SA_COVERAGE_OK       ? "ok"
             : source->state == SA_COVERAGE_FAILED ? "failed"
                                                   : "not_asked");
    put_text(json, "status", source->status);
    put_optional(json, "place", source->place);
    put_optional(json, "message", source->message);
    put_optional(json, "hint", source->hint);
    put_optional(json, "started", source->started_at);
    put_optional(json, "finished", source->finished_at);
    put_number(json, "rows", source->rows);
    begin(json, "checks", '[');
    while (*at != '\0') {
        SA_CLEANUP(sa_buf_done) struct sa_buf id = SA_BUF_INIT(json->out->limit);
        const char *comma = strstr(at, ", ");
        size_t len = comma != NULL ? (size_t)(comma - at) : strlen(at);

        if (sa_buf_add(&id, at, len) < 0)
            json->out->status = sa_buf_status(&id);
        put_text(json, NULL, sa_buf_text(&id));
        at += len + (comma != NULL ? 2 : 0);
    }
    end(json, ']');
    end(json, '}');
}

static void put_domains(struct json *json, const struct sa_forest *forest)
{
    put_number(json, "domain_total", (long long)forest->domain_total);
    begin(json, "domains", '[');
    for (size_t i = 0; i < forest->domain_count; i++) {
        const struct sa_forest_domain *domain = &forest->domains[i];

        begin(json, NULL, '{');
        put_text(json, "name", domain->dns_name);
        put_optional(json, "netbios_name", domain->netbios_name);
        put_bool(json, "root", domain->is_root);
        put_bool(json, "collected", domain->collected);
        end(json, '}');
    }
    end(json, ']');
}

static void put_accounts(struct json *json, const struct sa_forest *forest)
{
    put_number(json, "account_total", (long long)forest->account_total);
    begin(json, "accounts", '[');
    for (size_t i = 0; i < forest->account_count; i++) {
        const struct sa_sync_account *account = &forest->accounts[i];

        begin(json, NULL, '{');
        put_text(json, "name", account->name);
        put_text(json, "class", account->class_name);
        put_text(json, "roles", account->roles);
        put_optional(json, "servers", account->servers);
        if (account->enabled < 0)
            put_null(json, "enabled");
        else
            put_bool(json, "enabled", account->enabled > 0);
        put_optional(json, "password_set", account->password_set_at);
        put_optional(json, "last_logon", account->last_logon_at);
        put_optional(json, "privileged_through", account->privileged);
        end(json, '}');
    }
    end(json, ']');
}

static void put_gaps(struct json *json, const struct sa_forest *forest)
{
    put_number(json, "not_seen_total", (long long)forest->gap_total);
    begin(json, "not_seen", '[');
    for (size_t i = 0; i < forest->gap_count; i++) {
        const struct sa_gap *gap = &forest->gaps[i];

        begin(json, NULL, '{');
        put_text(json, "source", gap->source);
        put_text(json, "topic", gap->topic);
        put_text(json, "subject", gap->subject);
        put_text(json, "status", gap->status);
        put_optional(json, "message", gap->message);
        end(json, '}');
    }
    end(json, ']');
}

static void put_footprint(struct json *json, const char *asked, const struct sa_footprint_sum *sums,
                          size_t count)
{
    begin(json, "footprint", '{');
    put_optional(json, "servers", asked);
    begin(json, "operations", '[');
    for (size_t i = 0; i < count; i++) {
        const struct sa_footprint_sum *sum = &sums[i];

        begin(json, NULL, '{');
        put_text(json, "protocol", sum->protocol);
        put_text(json, "operation", sum->operation);
        put_number(json, "count", (long long)sum->count);
        put_number(json, "failed", (long long)sum->failed);
        put_number(json, "entries", sum->entries);
        put_number(json, "bytes", sum->bytes);
        put_number(json, "elapsed_ms", sum->elapsed_ms);
        end(json, '}');
    }
    end(json, ']');
    end(json, '}');
}

static void put_number_or_null(struct json *json, const char *name, int64_t number)
{
    if (number >= 0)
        put_number(json, name, number);
    else
        put_null(json, name);
}

static void put_windows(struct json *json, const struct sa_windows *windows)
{
    begin(json, "windows", '{');
    put_bool(json, "answered", windows->answered);
    put_optional(json, "caption", windows->caption);
    put_optional(json, "build", windows->build);
    put_optional(json, "domain", windows->domain);
    put_optional(json, "machine", windows->machine);
    put_optional(json, "started_at", windows->booted_at);
    put_optional(json, "mechanism", windows->mechanism);
    put_optional(json, "protection", windows->protocol);
    put_bool(json, "protected", windows->is_protected);
    if (windows->answered)
        put_number(json, "clock_offset_s", windows->clock_offset_s);
    else
        put_null(json, "clock_offset_s");
    put_number_or_null(json, "processors", windows->processors);
    put_number_or_null(json, "memory_mb", windows->memory_mb);
    put_footprint(json, windows->asked, windows->footprint, windows->footprint_count);
    end(json, '}');
}

static void put_flag_or_null(struct json *json, const char *name, int64_t flag)
{
    if (flag >= 0)
        put_bool(json, name, flag != 0);
    else
        put_null(json, name);
}

static void put_connector(struct json *json, const struct sa_engine_connector *connector)
{
    begin(json, NULL, '{');
    put_text(json, "name", connector->name);
    put_optional(json, "kind", connector->kind);
    put_number_or_null(json, "objects", connector->objects);
    put_number_or_null(json, "export_adds", connector->export_adds);
    put_number_or_null(json, "export_updates", connector->export_updates);
    put_number_or_null(json, "export_deletes", connector->export_deletes);
    put_optional(json, "imported_at", connector->imported_at);
    put_optional(json, "synchronised_at", connector->synchronised_at);
    put_optional(json, "exported_at", connector->exported_at);
    put_optional(json, "last_profile", connector->profile);
    put_optional(json, "last_result", connector->result);
    put_optional(json, "last_run_at", connector->ran_at);
    put_bool(json, "busy", connector->busy);
    end(json, '}');
}

static void put_engine(struct json *json, const struct sa_engine *engine)
{
    begin(json, "engine", '{');
    put_bool(json, "answered", engine->answered);
    put_optional(json, "way", engine->way);
    put_optional(json, "endpoint", engine->endpoint);
    put_optional(json, "powershell", engine->powershell);
    put_optional(json, "account", engine->account);
    put_flag_or_null(json, "staging", engine->staging);
    put_flag_or_null(json, "cycle_enabled", engine->cycle_enabled);
    put_flag_or_null(json, "suspended", engine->suspended);
    put_number_or_null(json, "interval_s", engine->interval_s);
    put_optional(json, "next_start_at", engine->next_start_at);
    put_optional(json, "next_policy", engine->next_policy);
    put_optional(json, "asked_at", engine->asked_at);
    put_optional(json, "history_from", engine->history_from);
    put_number(json, "connector_total", (int64_t)engine->connector_total);
    begin(json, "connectors", '[');
    for (size_t i = 0; i < engine->connector_count; i++)
        put_connector(json, &engine->connectors[i]);
    end(json, ']');
    end(json, '}');
}

static void put_forest(struct json *json, const struct sa_forest *forest)
{
    begin(json, "forest", '{');
    put_bool(json, "answered", forest->answered);
    put_optional(json, "root_domain", forest->root_domain);
    put_optional(json, "domain_controller", forest->server);
    put_optional(json, "mechanism", forest->mechanism);
    put_optional(json, "protection", forest->protection);
    if (forest->functional_level >= 0)
        put_number(json, "functional_level", forest->functional_level);
    else
        put_null(json, "functional_level");
    if (forest->answered)
        put_number(json, "clock_offset_s", forest->clock_offset_s);
    else
        put_null(json, "clock_offset_s");
    begin(json, "servers", '[');
    for (size_t i = 0; i < forest->server_count; i++)
        put_text(json, NULL, forest->servers[i]->name);
    end(json, ']');
    put_domains(json, forest);
    put_accounts(json, forest);
    put_gaps(json, forest);
    put_footprint(json, forest->asked, forest->footprint, forest->footprint_count);
    end(json, '}');
}

static void put_host(struct json *json, const struct sa_target *target)
{
    static const char *const kinds[] = {[SA_TARGET_SERVER] = "server",
                                        [SA_TARGET_TENANT] = "tenant",
                                        [SA_TARGET_FOREST] = "forest"};

    begin(json, NULL, '{');
    if (target->kind != SA_TARGET_TENANT)
        put_number(json, "id", target->id);
    else
        put_null(json, "id");
    put_text(json, "kind", kinds[target->kind]);
    put_text(json, "name", target->name);
    put_optional(json, "role", target->role);
    put_optional(json, "declared_role", target->declared_role);
    put_optional(json, "server_name", target->server_name);
    put_optional(json, "tenant", target->tenant);
    begin(json, "connect", '{');
    put_optional(json, "version", target->product_version);
    end(json, '}');
    put_optional(json, "exported_at", target->exported_at);
    put_optional(json, "location", target->location);
    put_score(json, &target->score);
    begin(json, "categories", '[');
    for (size_t i = 0; i < target->area_count; i++) {
        begin(json, NULL, '{');
        put_text(json, "name", target->areas[i].area);
        put_score(json, &target->areas[i].score);
        end(json, '}');
    }
    end(json, ']');
    begin(json, "collectors", '[');
    for (size_t i = 0; i < target->source_count; i++)
        put_collector(json, &target->sources[i]);
    end(json, ']');
    if (target->forest != NULL)
        put_forest(json, target->forest);
    else
        put_null(json, "forest");
    if (target->windows != NULL)
        put_windows(json, target->windows);
    else
        put_null(json, "windows");
    if (target->engine != NULL)
        put_engine(json, target->engine);
    else
        put_null(json, "engine");
    end(json, '}');
}

static const char *param_type_name(enum sa_param_type type)
{
    switch (type) {
    case SA_PARAM_INT:
        return "int";
    case SA_PARAM_REAL:
        return "real";
    case SA_PARAM_BOOL:
        return "bool";
    case SA_PARAM_LIST:
        return "list";
    case SA_PARAM_TEXT:
        break;
    }
    return "text";
}

static void put_check(struct json *json, const struct sa_check *check)
{
    begin(json, NULL, '{');
    put_text(json, "id", check->id);
    put_text(json, "version", check->sha256);
    put_text(json, "title", check->title);
    put_text(json, "severity", sa_severity_name(check->severity));
    put_number(json, "weight", sa_severity_weight(check->severity));
    put_text(json, "category", check->area);
    put_text(json, "applies", sa_applies_name(check->applies));
    put_texts(json, "needs", check->needs);
    put_texts(json, "confirms", check->confirms);
    begin(json, "params", '[');
    for (size_t i = 0; i < check->param_count; i++) {
        const struct sa_param *param = &check->params[i];

        begin(json, NULL, '{');
        put_text(json, "name", param->name);
        put_text(json, "type", param_type_name(param->type));
        put_text(json, "value", param->value);
        put_text(json, "default", param->default_value);
        put_bool(json, "from_policy", param->from_policy);
        end(json, '}');
    }
    end(json, ']');
    put_text(json, "why", check->why);
    put_text(json, "remedy", check->remedy);
    put_texts(json, "references", check->references);
    put_text(json, "file", check->file);
    put_bool(json, "embedded", check->embedded);
    put_text(json, "query", check->sql);
    end(json, '}');
}

static void put_evidence(struct json *json, const char *key, const struct sa_evidence_ref *ref)
{
    if (ref == NULL) {
        put_null(json, key);
        return;
    }
    begin(json, key, '{');
    put_number(json, "id", ref->id);
    put_text(json, "host", ref->target);
    put_text(json, "source", ref->source);
    put_text(json, "name", ref->name);
    put_number(json, "size", ref->size);
    put_text(json, "sha256", ref->sha256);
    put_text(json, "collected_at", ref->collected_at);
    end(json, '}');
}

/* `finding` NULL: the row of a result that has none. */
static void put_result(struct json *json, const struct sa_target *target,
                       const struct sa_result *result, const struct sa_finding *finding)
{
    begin(json, NULL, '{');
    if (finding != NULL)
        put_text(json, "finding_id", finding->id);
    else
        put_null(json, "finding_id");
    put_text(json, "host", target->name);
    put_text(json, "check", result->check->id);
    put_text(json, "status", sa_result_name(finding != NULL ? finding->status : result->status));
    put_text(json, "check_status", sa_result_name(result->status));
    put_optional(json, "reason", result->reason);
    if (finding != NULL) {
        put_text(json, "subject", finding->subject);
        put_text(json, "expected", finding->expected);
        put_text(json, "actual", finding->observed);
    } else {
        put_null(json, "subject");
        put_null(json, "expected");
        put_null(json, "actual");
    }
    put_number(json, "gain", result->gain);
    put_number(json, "omitted", (long long)result->omitted);
    begin(json, "evidence", '[');
    for (size_t i = 0; finding != NULL && finding->evidence != NULL && finding->evidence[i] != NULL;
         i++)
        put_evidence(json, NULL, finding->evidence[i]);
    end(json, ']');
    end(json, '}');
}

static void put_results(struct json *json, const struct sa_evaluation *evaluation)
{
    begin(json, "results", '[');
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        for (size_t j = 0; j < target->result_count; j++) {
            const struct sa_result *result = &target->results[j];

            for (size_t k = 0; k < result->finding_count; k++)
                put_result(json, target, result, &result->findings[k]);
            if (result->finding_count == 0)
                put_result(json, target, result, NULL);
        }
    }
    end(json, ']');
}

static void put_difference(struct json *json, const struct sa_difference *difference)
{
    begin(json, NULL, '{');
    put_text(json, "class", sa_difference_class_name(difference->class));
    put_bool(json, "minor", difference->minor);
    put_text(json, "area", difference->area);
    put_text(json, "path", difference->path);
    put_text(json, "active", difference->active_value);
    put_text(json, "staging", difference->staging_value);
    put_text(json, "why", difference->why);
    put_evidence(json, "active_evidence", difference->active_evidence);
    put_evidence(json, "staging_evidence", difference->staging_evidence);
    end(json, '}');
}

static void put_pair(struct json *json, const struct sa_pair *pair)
{
    begin(json, NULL, '{');
    put_text(json, "active", pair->active->name);
    put_text(json, "staging", pair->staging->name);
    put_text(json, "verdict", sa_pair_verdict_name(sa_pair_judge(pair)));
    put_bool(json, "compared", pair->compared);
    put_bool(json, "complete", pair->complete);
    put_bool(json, "same_server", pair->same_server);
    put_optional(json, "notice", pair->notice);
    put_number(json, "items", (long long)pair->items);
    begin(json, "counts", '{');
    for (int kind = SA_DIFFERENCE_DRIFT; kind <= SA_DIFFERENCE_EXPECTED; kind++)
        put_number(json, sa_difference_class_name((enum sa_difference_class)kind),
                   (long long)pair->count[kind]);
    end(json, '}');
    begin(json, "differences", '[');
    for (size_t i = 0; i < pair->difference_count; i++)
        put_difference(json, &pair->differences[i]);
    end(json, ']');
    end(json, '}');
}

static void put_readiness(struct json *json, const struct sa_readiness *readiness)
{
    begin(json, NULL, '{');
    put_text(json, "host", readiness->pair->staging->name);
    put_text(json, "active", readiness->pair->active->name);
    put_text(json, "verdict", readiness->verdict);
    put_text(json, "sentence", readiness->sentence);
    begin(json, "items", '[');
    for (size_t i = 0; i < readiness->item_count; i++) {
        const struct sa_readiness_item *item = &readiness->items[i];

        begin(json, NULL, '{');
        put_text(json, "check", item->check_id);
        put_text(json, "title", item->title);
        put_text(json, "severity", sa_severity_name(item->severity));
        put_text(json, "status", sa_result_name(item->status));
        put_optional(json, "reason", item->reason);
        end(json, '}');
    }
    end(json, ']');
    end(json, '}');
}

int sa_report_json(const struct sa_evaluation *evaluation, const struct sa_catalogue *catalogue,
                   const struct sa_report_options *options, struct sa_buf *ret,
                   struct sa_error *err)
{
    struct json json = {.out = ret};

    (void)options; /* none concerns JSON */
    begin(&json, NULL, '{');
    put_text(&json, "schema_version", SCHEMA_VERSION);
    put_run(&json, evaluation);
    begin(&json, "estate", '{');
    put_bounds(&json, evaluation->estate_lower >= 0, evaluation->estate_lower,
               evaluation->estate_upper);
    end(&json, '}');
    begin(&json, "hosts", '[');
    for (size_t i = 0; i < evaluation->target_count; i++)
        put_host(&json, &evaluation->targets[i]);
    end(&json, ']');
    begin(&json, "checks", '[');
    for (size_t i = 0; i < sa_catalogue_count(catalogue); i++)
        put_check(&json, sa_catalogue_at(catalogue, i));
    end(&json, ']');
    put_results(&json, evaluation);
    begin(&json, "parity", '[');
    for (size_t i = 0; i < evaluation->pair_count; i++)
        put_pair(&json, &evaluation->pairs[i]);
    end(&json, ']');
    begin(&json, "readiness", '[');
    for (size_t i = 0; i < evaluation->readiness_count; i++)
        put_readiness(&json, &evaluation->readiness[i]);
    end(&json, ']');
    end(&json, '}');
    sa_buf_add_char(ret, '\n');
    return sa_report_finish(ret, "JSON", err);
}
