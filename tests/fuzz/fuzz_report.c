/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes become all texts of an evaluation: the input is cut at NUL bytes, and its pieces are dealt
 * out in turn. Whatever they hold, all formats must stay well-formed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/report.h"

#include "support/report_check.h"
#include "support/sample_evaluation.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct pieces {
    const char *start, *next, *end; /* of a copy that ends with a NUL */
};

static const char *next_piece(void *payload, const char *original)
{
    struct pieces *pieces = payload;
    const char *piece = pieces->next;

    (void)original;
    pieces->next += strlen(piece) + 1;
    if (pieces->next >= pieces->end)
        pieces->next = pieces->start;
    return piece;
}

static void require(bool is_good, const char *format, const char *why)
{
    if (is_good)
        return;
    (void)fprintf(stderr, "%s: %s\n", format, why);
    abort();
}

/* A few results and differences reach the same code as many; the time is better spent on other texts. */
static void make_small(struct sample *sample)
{
    struct sa_evaluation *evaluation = &sample->evaluation;

    for (size_t t = 0; t < evaluation->target_count; t++) {
        if (evaluation->targets[t].result_count > 5)
            evaluation->targets[t].result_count = 5;
    }
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        if (evaluation->pairs[i].difference_count > 4)
            evaluation->pairs[i].difference_count = 4;
    }
}

static void check_all(const struct sample *sample)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    struct sa_report_options options = {.title = sample->evaluation.run.id,
                                        .classification = sample->evaluation.run.operator_name};
    const struct sa_evaluation *evaluation = &sample->evaluation;
    char why[REPORT_CHECK_WHY] = "";

    require(sa_report_html(evaluation, &sample->catalogue, &options, &out, NULL) == 0, "HTML", "");
    require(report_check_html(&out, why), "HTML", why);
    sa_buf_clear(&out);
    require(sa_report_json(evaluation, &sample->catalogue, &options, &out, NULL) == 0, "JSON", "");
    require(report_check_json(&out, why), "JSON", why);
    for (int raw = 0; raw <= 1; raw++) {
        options.csv_raw = raw == 1;
        sa_buf_clear(&out);
        require(sa_report_csv_findings(evaluation, &options, &out, NULL) == 0, "findings", "");
        require(report_check_csv(&out, options.csv_raw, why), "findings", why);
        sa_buf_clear(&out);
        require(sa_report_csv_hosts(evaluation, &options, &out, NULL) == 0, "hosts", "");
        require(report_check_csv(&out, options.csv_raw, why), "hosts", why);
        sa_buf_clear(&out);
        require(sa_report_csv_parity(evaluation, &options, &out, NULL) == 0, "parity", "");
        require(report_check_csv(&out, options.csv_raw, why), "parity", why);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sample sample;
    struct pieces pieces;
    char *copy = malloc(size + 1);

    if (copy == NULL)
        return 0;
    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    pieces = (struct pieces){copy, copy, copy + size + 1};
    sample_make(&sample);
    make_small(&sample);
    sample_replace_texts(&sample, next_piece, &pieces);
    check_all(&sample);
    sample_done(&sample);
    free(copy);
    return 0;
}
