/* SPDX-License-Identifier: Apache-2.0 */
/* The CSV reports (RFC 4180): findings, hosts, parity. Comma, CRLF, a header always; every text in
 * quotes, every number without; a number that does not exist is empty and has no quotes. A column
 * never changes its place or meaning within schema 1; new ones go to the end.
 *
 * Texts that a spreadsheet would take for a formula get a leading "'" unless the file is for
 * machines (CWE-1236). Nothing that was not judged is absent: a result without findings, and a pair
 * without differences, has one row that says which of both reasons it is. */
#include <string.h>

#include "syncaudit/limits.h"

#include "report_internal.h"

#define SCHEMA_VERSION "1.0"

struct csv {
    struct sa_buf *out;
    const struct sa_evaluation *evaluation;
    bool is_raw;
    bool is_inside_row;
    struct sa_buf pairs; /* "ACTIVE/STAGING" of every pair that the target at hand belongs to */
};

static void put_separator(struct csv *csv)
{
    if (csv->is_inside_row)
        sa_buf_add_char(csv->out, ',');
    csv->is_inside_row = true;
}

static void put_text(struct csv *csv, const char *text)
{
    put_separator(csv);
    sa_escape_csv(csv->out, text, csv->is_raw);
}

static void put_number(struct csv *csv, long long number)
{
    put_separator(csv);
    sa_buf_addf(csv->out, "%lld", number);
}

static void put_count(struct csv *csv, size_t count)
{
    put_number(csv, (long long)count);
}

static void put_nothing(struct csv *csv)
{
    put_separator(csv);
}

static void end_row(struct csv *csv)
{
    sa_buf_add_text(csv->out, "\r\n");
    csv->is_inside_row = false;
}

static void put_header(struct csv *csv, const char *const *columns, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_separator(csv);
        sa_buf_add_text(csv->out, columns[i]);
    }
    end_row(csv);
}

static struct csv begin(const struct sa_evaluation *evaluation,
                        const struct sa_report_options *options, struct sa_buf *out)
{
    const struct sa_report_options *given = sa_report_options_or_default(options);

    if (given->csv_bom)
        sa_buf_add_text(out, "\xEF\xBB\xBF");
    return (struct csv){.out = out,
                        .evaluation = evaluation,
                        .is_raw = given->csv_raw,
                        .pairs = SA_BUF_INIT(SA_LIMIT_REPORT)};
}

/* One element of a list in one cell: elements are joined by ";", so that one inside becomes "%3B". */
static void add_element(struct sa_buf *list, const char *element)
{
    if (list->len > 0)
        sa_buf_add_char(list, ';');
    for (const char *at = element; *at != '\0'; at++) {
        if (*at == ';')
            sa_buf_add_text(list, "%3B");
        else
            sa_buf_add_char(list, *at);
    }
}

static void put_list(struct csv *csv, struct sa_buf *list)
{
    if (sa_buf_status(list) < 0)
        csv->out->status = sa_buf_status(list);
    put_text(csv, sa_buf_text(list));
}

static void note_pairs_of(struct csv *csv, const struct sa_target *target)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf label = SA_BUF_INIT(SA_LIMIT_REPORT);
    const struct sa_evaluation *evaluation = csv->evaluation;

    sa_buf_clear(&csv->pairs);
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        const struct sa_pair *pair = &evaluation->pairs[i];

        if (pair->active != target && pair->staging != target)
            continue;
        sa_buf_clear(&label);
        sa_buf_addf(&label, "%s/%s", pair->active->name, pair->staging->name);
        add_element(&csv->pairs, sa_buf_text(&label));
    }
}

static void put_run(struct csv *csv)
{
    put_text(csv, SCHEMA_VERSION);
    put_text(csv, csv->evaluation->run.id);
    put_text(csv, csv->evaluation->run.started_at);
    put_text(csv, csv->evaluation->run.tool_version);
    put_text(csv, csv->evaluation->catalogue_version);
}

/* "SYNC01:GlobalSettings/MV.xml;..." and the digests in the same order. */
static void put_evidence(struct csv *csv, const struct sa_evidence_ref *const *refs)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf names = SA_BUF_INIT(SA_LIMIT_REPORT);
    SA_CLEANUP(sa_buf_done) struct sa_buf digests = SA_BUF_INIT(SA_LIMIT_REPORT);
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(SA_LIMIT_REPORT);

    for (; refs != NULL && *refs != NULL; refs++) {
        sa_buf_clear(&name);
        sa_buf_addf(&name, "%s:%s", (*refs)->target, (*refs)->name);
        add_element(&names, sa_buf_text(&name));
        add_element(&digests, (*refs)->sha256);
    }
    put_list(csv, &names);
    put_list(csv, &digests);
}

static void put_references(struct csv *csv, const struct sa_check *check)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(SA_LIMIT_REPORT);

    for (const char *const *reference = check->references; *reference != NULL; reference++) {
        if (sa_url_is_allowed(*reference))
            add_element(&list, *reference);
    }
    put_list(csv, &list);
}

static const char *kind_name(const struct sa_target *target)
{
    switch (target->kind) {
    case SA_TARGET_TENANT:
        return "tenant";
    case SA_TARGET_FOREST:
        return "forest";
    case SA_TARGET_SERVER:
        break;
    }
    return "server";
}

/* `finding` NULL: the row of a result that has none, or of those that were only counted. */
static void put_finding(struct csv *csv, const struct sa_target *target,
                        const struct sa_result *result, const struct sa_finding *finding,
                        const char *reason)
{
    const struct sa_check *check = result->check;

    put_run(csv);
    put_text(csv, target->name);
    put_text(csv, target->role);
    put_list(csv, &csv->pairs);
    put_text(csv, check->id);
    put_text(csv, check->sha256);
    put_text(csv, check->area);
    put_text(csv, check->title);
    put_text(csv, sa_severity_name(check->severity));
    put_number(csv, sa_severity_weight(check->severity));
    put_text(csv, sa_result_name(finding != NULL ? finding->status : result->status));
    put_text(csv, reason);
    put_text(csv, finding != NULL ? finding->subject : "");
    put_text(csv, finding != NULL ? finding->expected : "");
    put_text(csv, finding != NULL ? finding->observed : "");
    put_text(csv, finding != NULL ? finding->id : "");
    put_number(csv, result->gain);
    put_evidence(csv, finding != NULL ? finding->evidence : NULL);
    put_text(csv, check->remedy);
    put_references(csv, check);
    put_text(csv, kind_name(target));
    end_row(csv);
}

static void put_result(struct csv *csv, const struct sa_target *target,
                       const struct sa_result *result)
{
    char reason[128];

    for (size_t i = 0; i < result->finding_count; i++)
        put_finding(csv, target, result, &result->findings[i], result->reason);
    if (result->omitted > 0) {
        (void)snprintf(reason, sizeof reason,
                       "%zu more findings went beyond the limit of one check", result->omitted);
        put_finding(csv, target, result, NULL, reason);
    } else if (result->finding_count == 0) {
        put_finding(csv, target, result, NULL, result->reason);
    }
}

int sa_report_csv_findings(const struct sa_evaluation *evaluation,
                           const struct sa_report_options *options, struct sa_buf *ret,
                           struct sa_error *err)
{
    static const char *const columns[] = {"schema_version",
                                          "run_id",
                                          "run_started",
                                          "tool_version",
                                          "catalogue_version",
                                          "host",
                                          "role",
                                          "pair",
                                          "check_id",
                                          "check_version",
                                          "category",
                                          "title",
                                          "severity",
                                          "weight",
                                          "status",
                                          "reason",
                                          "subject",
                                          "expected",
                                          "actual",
                                          "finding_id",
                                          "gain",
                                          "evidence_ref",
                                          "evidence_sha256",
                                          "remediation",
                                          "url",
                                          "kind"};
    struct csv csv = begin(evaluation, options, ret);

    put_header(&csv, columns, SA_COUNT(columns));
    for (size_t i = 0; i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        note_pairs_of(&csv, target);
        for (size_t j = 0; j < target->result_count; j++)
            put_result(&csv, target, &target->results[j]);
    }
    sa_buf_done(&csv.pairs);
    return sa_report_finish(ret, "CSV", err);
}

static void put_score(struct csv *csv, const struct sa_score *score)
{
    char coverage[SA_PERCENT_SIZE];

    if (score->has_score) {
        put_number(csv, score->lower);
        put_number(csv, score->upper);
    } else {
        put_nothing(csv);
        put_nothing(csv);
    }
    put_text(csv, score->grade);
    put_separator(csv);
    if (score->has_score) {
        sa_percent_format(score->coverage, coverage);
        sa_buf_add_text(csv->out, coverage);
    }
    put_text(csv, score->cap);
    for (int status = 0; status < SA_RESULT_COUNT; status++)
        put_count(csv, score->count[status]);
    for (int severity = SA_CRITICAL; severity >= SA_LOW; severity--)
        put_count(csv, score->open[severity]);
}

static void put_readiness(struct csv *csv, const struct sa_target *target)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(SA_LIMIT_REPORT);
    const struct sa_evaluation *evaluation = csv->evaluation;

    for (size_t i = 0; i < evaluation->readiness_count; i++) {
        if (evaluation->readiness[i].pair->staging == target)
            add_element(&list, evaluation->readiness[i].verdict);
    }
    put_list(csv, &list);
}

/* Of a server the forests that it uses, of a forest the servers that use it. */
static void put_forests(struct csv *csv, const struct sa_target *target)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf list = SA_BUF_INIT(SA_LIMIT_REPORT);
    const struct sa_evaluation *evaluation = csv->evaluation;
    const struct sa_forest *forest = target->forest;

    for (size_t i = 0; forest != NULL && i < forest->server_count; i++)
        add_element(&list, forest->servers[i]->name);
    for (size_t i = 0; target->kind == SA_TARGET_SERVER && i < evaluation->target_count; i++) {
        if (sa_forest_is_used_by(&evaluation->targets[i], target))
            add_element(&list, evaluation->targets[i].name);
    }
    put_list(csv, &list);
}

static void put_host(struct csv *csv, const struct sa_target *target)
{
    size_t answered = 0;

    for (size_t i = 0; i < target->source_count; i++)
        answered += target->sources[i].state == SA_COVERAGE_OK;
    note_pairs_of(csv, target);
    put_run(csv);
    put_text(csv, target->name);
    put_text(csv, kind_name(target));
    put_text(csv, target->role);
    put_text(csv, target->declared_role);
    put_list(csv, &csv->pairs);
    put_text(csv, target->server_name);
    put_text(csv, target->tenant);
    put_text(csv, target->product_version);
    put_text(csv, target->exported_at);
    put_text(csv, target->location);
    put_score(csv, &target->score);
    put_readiness(csv, target);
    put_count(csv, answered);
    put_count(csv, target->source_count);
    put_forests(csv, target);
    if (target->forest != NULL)
        put_count(csv, target->forest->gap_total);
    else
        put_nothing(csv);
    end_row(csv);
}

int sa_report_csv_hosts(const struct sa_evaluation *evaluation,
                        const struct sa_report_options *options, struct sa_buf *ret,
                        struct sa_error *err)
{
    static const char *const columns[] = {"schema_version",
                                          "run_id",
                                          "run_started",
                                          "tool_version",
                                          "catalogue_version",
                                          "host",
                                          "kind",
                                          "role",
                                          "declared_role",
                                          "pair",
                                          "server_name",
                                          "tenant",
                                          "connect_version",
                                          "exported_at",
                                          "location",
                                          "score_lower",
                                          "score_upper",
                                          "grade",
                                          "coverage",
                                          "cap",
                                          "pass",
                                          "info",
                                          "warn",
                                          "fail",
                                          "unknown",
                                          "error",
                                          "not_applicable",
                                          "open_critical",
                                          "open_high",
                                          "open_medium",
                                          "open_low",
                                          "readiness",
                                          "sources_ok",
                                          "sources",
                                          "forest",
                                          "not_seen"};
    struct csv csv = begin(evaluation, options, ret);

    put_header(&csv, columns, SA_COUNT(columns));
    for (size_t i = 0; i < evaluation->target_count; i++)
        put_host(&csv, &evaluation->targets[i]);
    sa_buf_done(&csv.pairs);
    return sa_report_finish(ret, "CSV", err);
}

static void put_pair_label(struct csv *csv, const struct sa_pair *pair)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf label = SA_BUF_INIT(SA_LIMIT_REPORT);

    sa_buf_addf(&label, "%s/%s", pair->active->name, pair->staging->name);
    put_list(csv, &label);
}

static void put_pair_end(struct csv *csv, const struct sa_pair *pair)
{
    put_text(csv, pair->active->name);
    put_text(csv, pair->staging->name);
    put_run(csv);
    end_row(csv);
}

static void put_difference(struct csv *csv, const struct sa_pair *pair,
                           const struct sa_difference *difference)
{
    const struct sa_evidence_ref *const active[] = {difference->active_evidence, NULL};
    const struct sa_evidence_ref *const staging[] = {difference->staging_evidence, NULL};
    const char *severity = "";

    if (difference->class == SA_DIFFERENCE_DRIFT)
        severity = difference->minor ? "minor" : "major";
    put_pair_label(csv, pair);
    put_text(csv, difference->path);
    put_text(csv, difference->active_value);
    put_text(csv, difference->staging_value);
    put_text(csv, sa_difference_class_name(difference->class));
    put_text(csv, severity);
    put_text(csv, difference->area);
    put_text(csv, difference->why);
    put_evidence(csv, active);
    put_evidence(csv, staging);
    put_pair_end(csv, pair);
}

/* A pair without rows would look like one without differences. */
static void put_whole_pair(struct csv *csv, const struct sa_pair *pair,
                           enum sa_pair_verdict verdict)
{
    static const struct sa_evidence_ref *const none[] = {NULL};

    put_pair_label(csv, pair);
    for (int column = 0; column < 3; column++)
        put_text(csv, "");
    put_text(csv, sa_pair_verdict_name(verdict));
    put_text(csv, "");
    put_text(csv, "");
    put_text(csv, *pair->notice == '\0' && !pair->complete
                      ? "not every source of both servers was collected"
                      : pair->notice);
    put_evidence(csv, none);
    put_evidence(csv, none);
    put_pair_end(csv, pair);
}

int sa_report_csv_parity(const struct sa_evaluation *evaluation,
                         const struct sa_report_options *options, struct sa_buf *ret,
                         struct sa_error *err)
{
    static const char *const columns[] = {"pair",
                                          "path",
                                          "active",
                                          "staging",
                                          "class",
                                          "severity",
                                          "area",
                                          "why",
                                          "active_evidence_ref",
                                          "active_evidence_sha256",
                                          "staging_evidence_ref",
                                          "staging_evidence_sha256",
                                          "active_host",
                                          "staging_host",
                                          "schema_version",
                                          "run_id",
                                          "run_started",
                                          "tool_version",
                                          "catalogue_version"};
    struct csv csv = begin(evaluation, options, ret);

    put_header(&csv, columns, SA_COUNT(columns));
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        const struct sa_pair *pair = &evaluation->pairs[i];

        enum sa_pair_verdict verdict = sa_pair_judge(pair);

        /* What was not compared is not judged, also where something else drifted. */
        if (verdict == SA_PAIR_NOT_JUDGED || !pair->complete)
            put_whole_pair(&csv, pair, SA_PAIR_NOT_JUDGED);
        else if (pair->difference_count == 0)
            put_whole_pair(&csv, pair, verdict);
        for (size_t j = 0; j < pair->difference_count; j++)
            put_difference(&csv, pair, &pair->differences[j]);
    }
    return sa_report_finish(ret, "CSV", err);
}
