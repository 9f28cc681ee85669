/* SPDX-License-Identifier: Apache-2.0 */
/* From a snapshot to outputs and an exit code: what audit, evaluate and report have in common. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/log.h"
#include "syncaudit/report.h"
#include "syncaudit/text.h"

#include "cli.h"

int load_catalogue(struct settings *settings, struct sa_catalogue **ret, struct sa_error *err)
{
    struct sa_catalogue *catalogue = NULL;
    int r = sa_catalogue_load(true, settings->catalogues.items, settings->catalogues.count,
                              &catalogue, err);
    for (size_t i = 0; r == 0 && i < settings->param_count; i++) {
        const struct param_setting *param = &settings->params[i];
        static const char *const none[] = {NULL};
        r = sa_catalogue_set_param(catalogue, param->check, param->name,
                                   param->values.items ? param->values.items : none, err);
        if (r < 0)
            sa_place(err, param->place, 0, 0);
    }
    if (r < 0) {
        sa_catalogue_free(catalogue);
        return r;
    }
    *ret = catalogue;
    return 0;
}

bool is_selected(const struct settings *settings, const struct sa_check *check)
{
    bool by_id = settings->checks.count == 0;
    bool by_area = settings->areas.count == 0;
    for (size_t i = 0; i < settings->checks.count; i++)
        by_id = by_id || sa_text_glob(settings->checks.items[i], check->id);
    for (size_t i = 0; i < settings->areas.count; i++)
        by_area = by_area || sa_text_same(settings->areas.items[i], check->area);
    return by_id && by_area && check->severity >= settings->min_severity;
}

int check_selection(const struct settings *settings, const struct sa_catalogue *catalogue,
                    struct sa_error *err)
{
    for (size_t i = 0; i < sa_catalogue_count(catalogue); i++) {
        if (is_selected(settings, sa_catalogue_at(catalogue, i)))
            return 0;
    }
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
            "no check is selected by --check, --area and --severity");
    sa_hint(err, "'syncaudit checks list' names ids, areas and severities");
    return SA_E_INPUT;
}

int default_output(struct settings *settings, const char *run_id, struct sa_error *err)
{
    if (settings->output_count > 0)
        return 0;
    char value[64];
    (void)snprintf(value, sizeof value, "html=syncaudit-%.12s.html", run_id);
    return settings_apply(settings, "output", value, FROM_DEFAULT, err);
}

struct csv_file {
    const char *name;
    int (*write)(const struct sa_evaluation *evaluation, const struct sa_report_options *options,
                 struct sa_buf *ret, struct sa_error *err);
};

static int write_csv(const struct settings *settings, const struct output *output,
                     const struct sa_evaluation *evaluation,
                     const struct sa_report_options *options, struct sa_error *err)
{
    static const struct csv_file files[] = {
        {"findings.csv", sa_report_csv_findings},
        {"hosts.csv",    sa_report_csv_hosts   },
        {"parity.csv",   sa_report_csv_parity  },
    };
    int r = make_folder(output->path, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(files); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_REPORT);
        SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(4096);
        (void)sa_buf_addf(&path, "%s/%s", output->path, files[i].name);
        r = sa_buf_status(&path);
        if (r == 0)
            r = files[i].write(evaluation, options, &text, err);
        if (r == 0)
            r = write_output(sa_buf_text(&path), sa_buf_text(&text), text.len, settings->overwrite,
                             err);
    }
    return r;
}

static int write_report(const struct settings *settings, const struct output *output,
                        const struct sa_evaluation *evaluation,
                        const struct sa_catalogue *catalogue, struct sa_error *err)
{
    const struct sa_report_options options = {
        .title = settings->title,
        .classification = settings->classification,
        .csv_bom = settings->csv_bom,
        .csv_raw = settings->csv_raw,
    };
    if (output->format == FORMAT_CSV)
        return write_csv(settings, output, evaluation, &options, err);
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_REPORT);
    int r = output->format == FORMAT_HTML
                ? sa_report_html(evaluation, catalogue, &options, &text, err)
                : sa_report_json(evaluation, catalogue, &options, &text, err);
    if (r == 0)
        r = write_output(output->path, sa_buf_text(&text), text.len, settings->overwrite, err);
    return r;
}

/* The worst open severity, over all servers, tenants and forests. */
static bool has_finding(const struct sa_evaluation *evaluation, enum sa_severity from)
{
    for (size_t t = 0; t < evaluation->target_count; t++) {
        const struct sa_target *target = &evaluation->targets[t];
        for (size_t i = 0; i < target->result_count; i++) {
            if (target->results[i].status == SA_RESULT_FAIL &&
                target->results[i].check->severity >= from)
                return true;
        }
    }
    return false;
}

static bool has_error(const struct sa_evaluation *evaluation)
{
    for (size_t t = 0; t < evaluation->target_count; t++) {
        if (evaluation->targets[t].score.count[SA_RESULT_ERROR] > 0)
            return true;
    }
    return false;
}

static bool anything_collected(const struct sa_target *target)
{
    for (size_t i = 0; i < target->source_count; i++) {
        if (target->sources[i].state == SA_COVERAGE_OK)
            return true;
    }
    return false;
}

/* Was something asked for and not got, or too little decided? */
static bool is_incomplete(const struct settings *settings, const struct sa_evaluation *evaluation)
{
    for (size_t t = 0; t < evaluation->target_count; t++) {
        const struct sa_target *target = &evaluation->targets[t];
        if (target->kind == SA_TARGET_TENANT)
            continue;
        /* Nothing that could be scored: nothing was shown to be in order. A selection without checks
         * of forests asks nothing of them. */
        bool judged = target->kind == SA_TARGET_SERVER || target->result_count > 0;
        if (judged &&
            (!target->score.has_score || target->score.coverage < (double)settings->min_coverage))
            return true;
        for (size_t i = 0; i < target->source_count; i++) {
            if (target->sources[i].state == SA_COVERAGE_FAILED)
                return true;
        }
    }
    return evaluation->run.interrupted;
}

int exit_code_of(const struct settings *settings, const struct sa_evaluation *evaluation)
{
    bool assessed = false;
    for (size_t t = 0; t < evaluation->target_count; t++) {
        if (evaluation->targets[t].kind != SA_TARGET_TENANT)
            assessed = assessed || anything_collected(&evaluation->targets[t]);
    }
    if (!assessed)
        return EXIT_NOTHING;
    if (has_error(evaluation))
        return EXIT_INTERNAL;
    if (settings->exit_zero)
        return EXIT_CLEAN;
    if (has_finding(evaluation, settings->fail_on) ||
        (evaluation->estate_lower >= 0 && evaluation->estate_lower < settings->min_score))
        return EXIT_FINDINGS;
    return is_incomplete(settings, evaluation) ? EXIT_INCOMPLETE : EXIT_CLEAN;
}

int judge_and_report(struct settings *settings, struct sa_snapshot *snapshot,
                     const struct sa_catalogue *catalogue, struct sa_error *err)
{
    const struct sa_evaluation_options options = {
        .min_coverage = settings->min_coverage,
        .check_globs = settings->checks.count ? settings->checks.items : NULL,
        .areas = settings->areas.count ? settings->areas.items : NULL,
        .min_severity = settings->min_severity,
        .baseline = settings->baseline,
        .knowledge_dir = settings->knowledge,
    };
    SA_CLEANUP(sa_evaluation_free_p) struct sa_evaluation *evaluation = NULL;
    int r = sa_evaluate(snapshot, catalogue, &options, &evaluation, err);
    if (r < 0)
        return r;
    for (size_t i = 0; r == 0 && i < settings->output_count; i++)
        r = write_report(settings, &settings->outputs[i], evaluation, catalogue, err);
    if (r < 0)
        return r;
    print_summary(settings, snapshot, evaluation);
    return exit_code_of(settings, evaluation);
}
