/* SPDX-License-Identifier: Apache-2.0 */
/* Puts other texts in the place of every text of a sample. */
#include <stdlib.h>
#include <string.h>

#include "sample_evaluation.h"

/* NOLINTBEGIN(misc-misleading-bidirectional): that is what they are for */
const char *const sample_hostile_texts[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</style></script></title></td></table>",
    "<!-- --> <![CDATA[ ]]> <?xml?>",
    "&amp;&#60;&lt;&unknown;&",
    "javascript:alert(1)",
    "https://example.com/?a=1&b=\"><script>",
    "=HYPERLINK(\"http://example.com\",\"click\")",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\357\274\2351+1",
    "line one\nline two\r\nline three\rline four",
    "a,b;c\"d\"\",e",
    "",
    " ",
    "\x01\x02\x1B[31mred\x7F\xC2\x85",
    "\xFF\xFE broken \xC3( \xE2\x82",
    "\xED\xA0\x80 surrogate \xC0\xAF overlong \xF4\x90\x80\x80",
    "invoice\xE2\x80\xAEgpj.exe",
    "\xE2\x81\xA6isolate\xE2\x81\xA9 zero\xE2\x80\x8Bwidth \xEF\xBB\xBF mark",
    "\xEF\xBF\xBE\xEF\xBF\xBF non-characters \xF0\x9F\xBF\xBF",
    "%s%n%d%%",
    "\xF0\x9F\x92\xA9 e\xCC\x81 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
    "main",
    "server-SYNC01.SYN-009",
    "READY",
    "absent",
    "an endless word: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    NULL,
};
/* NOLINTEND(misc-misleading-bidirectional) */

const char *sample_hostile_text(void *payload, const char *original)
{
    size_t *counter = payload;

    (void)original;
    return sample_hostile_texts[(*counter)++ % (SA_COUNT(sample_hostile_texts) - 1)];
}

/* A text function and what it is called with. */
struct source {
    sample_text_fn *text;
    void *payload;
};

static void replace(struct source *source, const char **text)
{
    *text = source->text(source->payload, *text);
}

static void replace_list(struct source *source, const char *const *list)
{
    /* The lists of a sample live in its arena: nothing of them is in fact constant. */
    union {
        const char *const *given;
        const char **ours;
    } at = {list};

    for (; *at.ours != NULL; at.ours++)
        replace(source, at.ours);
}

static void replace_array(struct source *source, char *array, size_t size)
{
    const char *text = source->text(source->payload, array);
    size_t len = strnlen(text, size - 1);

    memcpy(array, text, len);
    array[len] = '\0';
}

static void replace_check(struct source *source, struct sa_check *check)
{
    replace(source, &check->id);
    replace(source, &check->title);
    replace(source, &check->area);
    replace_list(source, check->needs);
    replace_list(source, check->confirms);
    for (size_t i = 0; i < check->param_count; i++) {
        replace(source, &check->params[i].name);
        replace(source, &check->params[i].value);
        replace(source, &check->params[i].default_value);
    }
    replace(source, &check->why);
    replace(source, &check->remedy);
    replace_list(source, check->references);
    replace(source, &check->sql);
    replace(source, &check->file);
    replace_array(source, check->sha256, sizeof check->sha256);
}

/* Findings share their references: each gets a copy of its own. */
static void replace_ref(struct sample *sample, struct source *source,
                        const struct sa_evidence_ref **ref)
{
    struct sa_evidence_ref *copy = NULL;

    if (*ref == NULL)
        return;
    copy = sa_arena_alloc(&sample->arena, sizeof *copy);
    if (copy == NULL)
        abort();
    *copy = **ref;
    replace(source, &copy->target);
    replace(source, &copy->source);
    replace(source, &copy->name);
    replace(source, &copy->sha256);
    replace(source, &copy->collected_at);
    *ref = copy;
}

static void replace_finding(struct sample *sample, struct source *source,
                            struct sa_finding *finding)
{
    union {
        const struct sa_evidence_ref *const *given;
        const struct sa_evidence_ref **ours;
    } at = {finding->evidence};

    replace_array(source, finding->id, sizeof finding->id);
    replace(source, &finding->subject);
    replace(source, &finding->observed);
    replace(source, &finding->expected);
    for (; at.ours != NULL && *at.ours != NULL; at.ours++)
        replace_ref(sample, source, at.ours);
}

static void replace_coverage(struct source *source, struct sa_source_coverage *coverage)
{
    replace(source, &coverage->source);
    replace(source, &coverage->status);
    replace(source, &coverage->place);
    replace(source, &coverage->message);
    replace(source, &coverage->hint);
    replace(source, &coverage->started_at);
    replace(source, &coverage->finished_at);
    replace(source, &coverage->checks);
}

static void replace_forest(struct sample *sample, struct source *source, struct sa_target *target)
{
    struct sa_forest *forest = sa_arena_alloc(&sample->arena, sizeof *forest);

    if (forest == NULL)
        abort();
    *forest = *target->forest;
    replace(source, &forest->root_domain);
    replace(source, &forest->server);
    replace(source, &forest->mechanism);
    replace(source, &forest->protection);
    replace(source, &forest->asked);
    for (size_t i = 0; i < forest->domain_count; i++) {
        replace(source, &forest->domains[i].dns_name);
        replace(source, &forest->domains[i].netbios_name);
    }
    for (size_t i = 0; i < forest->account_count; i++) {
        struct sa_sync_account *account = &forest->accounts[i];

        replace(source, &account->name);
        replace(source, &account->class_name);
        replace(source, &account->roles);
        replace(source, &account->servers);
        replace(source, &account->password_set_at);
        replace(source, &account->last_logon_at);
        replace(source, &account->privileged);
    }
    for (size_t i = 0; i < forest->gap_count; i++) {
        struct sa_gap *gap = &forest->gaps[i];

        replace(source, &gap->source);
        replace(source, &gap->topic);
        replace(source, &gap->subject);
        replace(source, &gap->status);
        replace(source, &gap->message);
    }
    for (size_t i = 0; i < forest->footprint_count; i++) {
        replace(source, &forest->footprint[i].protocol);
        replace(source, &forest->footprint[i].operation);
    }
    target->forest = forest;
}

static void replace_windows(struct sample *sample, struct source *source, struct sa_target *target)
{
    struct sa_windows *windows = sa_arena_alloc(&sample->arena, sizeof *windows);

    if (windows == NULL)
        abort();
    *windows = *target->windows;
    replace(source, &windows->caption);
    replace(source, &windows->build);
    replace(source, &windows->domain);
    replace(source, &windows->machine);
    replace(source, &windows->booted_at);
    replace(source, &windows->mechanism);
    replace(source, &windows->protocol);
    replace(source, &windows->asked);
    for (size_t i = 0; i < windows->footprint_count; i++) {
        replace(source, &windows->footprint[i].protocol);
        replace(source, &windows->footprint[i].operation);
    }
    target->windows = windows;
}

static void replace_engine(struct sample *sample, struct source *source, struct sa_target *target)
{
    struct sa_engine *engine = sa_arena_alloc(&sample->arena, sizeof *engine);

    if (engine == NULL)
        abort();
    *engine = *target->engine;
    replace(source, &engine->endpoint);
    replace(source, &engine->powershell);
    replace(source, &engine->account);
    replace(source, &engine->next_policy);
    replace(source, &engine->next_start_at);
    for (size_t i = 0; i < engine->connector_count; i++) {
        struct sa_engine_connector *connector = &engine->connectors[i];

        replace(source, &connector->name);
        replace(source, &connector->imported_at);
        replace(source, &connector->profile);
        replace(source, &connector->result);
    }
    target->engine = engine;
}

static void replace_target(struct sample *sample, struct source *source, struct sa_target *target)
{
    replace(source, &target->name);
    replace(source, &target->role);
    replace(source, &target->declared_role);
    replace(source, &target->server_name);
    replace(source, &target->tenant);
    replace(source, &target->product_version);
    replace(source, &target->exported_at);
    replace(source, &target->location);
    replace(source, &target->score.grade);
    replace_array(source, target->score.cap, sizeof target->score.cap);
    for (size_t i = 0; i < target->result_count; i++) {
        replace(source, &target->results[i].reason);
        for (size_t j = 0; j < target->results[i].finding_count; j++)
            replace_finding(sample, source, &target->results[i].findings[j]);
    }
    for (size_t i = 0; i < target->area_count; i++)
        replace(source, &target->areas[i].area);
    for (size_t i = 0; i < target->source_count; i++)
        replace_coverage(source, &target->sources[i]);
    if (target->forest != NULL)
        replace_forest(sample, source, target);
    if (target->engine != NULL)
        replace_engine(sample, source, target);
    if (target->windows != NULL)
        replace_windows(sample, source, target);
}

static void replace_pair(struct sample *sample, struct source *source, struct sa_pair *pair)
{
    replace(source, &pair->notice);
    for (size_t i = 0; i < pair->difference_count; i++) {
        struct sa_difference *difference = &pair->differences[i];

        replace(source, &difference->area);
        replace(source, &difference->path);
        replace(source, &difference->active_value);
        replace(source, &difference->staging_value);
        replace(source, &difference->why);
        replace_ref(sample, source, &difference->active_evidence);
        replace_ref(sample, source, &difference->staging_evidence);
    }
}

static void replace_readiness(struct source *source, struct sa_readiness *readiness)
{
    replace(source, &readiness->verdict);
    replace(source, &readiness->sentence);
    for (size_t i = 0; i < readiness->item_count; i++) {
        replace(source, &readiness->items[i].check_id);
        replace(source, &readiness->items[i].title);
        replace(source, &readiness->items[i].reason);
    }
}

void sample_replace_texts(struct sample *sample, sample_text_fn *text, void *payload)
{
    struct source source = {text, payload};
    struct sa_evaluation *evaluation = &sample->evaluation;

    replace(&source, &evaluation->run.id);
    replace(&source, &evaluation->run.started_at);
    replace(&source, &evaluation->run.finished_at);
    replace(&source, &evaluation->run.tool_version);
    replace(&source, &evaluation->run.catalogue_version);
    replace(&source, &evaluation->run.catalogue_sha256);
    replace(&source, &evaluation->run.operator_name);
    replace(&source, &evaluation->run.workstation);
    replace(&source, &evaluation->catalogue_version);
    replace(&source, &evaluation->catalogue_sha256);
    replace(&source, &sample->catalogue.version);
    replace(&source, &sample->catalogue.sha256);
    for (size_t i = 0; i < sample->catalogue.count; i++)
        replace_check(&source, &sample->catalogue.checks[i]);
    for (size_t i = 0; i < evaluation->target_count; i++)
        replace_target(sample, &source, &evaluation->targets[i]);
    for (size_t i = 0; i < evaluation->pair_count; i++)
        replace_pair(sample, &source, &evaluation->pairs[i]);
    for (size_t i = 0; i < evaluation->readiness_count; i++)
        replace_readiness(&source, &evaluation->readiness[i]);
}
