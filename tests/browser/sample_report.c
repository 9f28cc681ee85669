/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a report of a sample to standard output, for programs of others that read it:
 * sample_report plain|hostile|large html|json|findings|hosts|parity */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/report.h"

#include "support/sample_evaluation.h"

static bool make(const char *kind, struct sample *sample)
{
    size_t counter = 0;

    if (strcmp(kind, "large") == 0) {
        sample_make_large(sample, 200, 60);
        return true;
    }
    sample_make(sample);
    if (strcmp(kind, "hostile") == 0) {
        (void)sample_grow_findings(sample, 1, "PAR-004", 300);
        sample_replace_texts(sample, sample_hostile_text, &counter);
        return true;
    }
    return strcmp(kind, "plain") == 0;
}

static int write_report(const char *format, const struct sample *sample, struct sa_buf *out)
{
    static const struct sa_report_options options = {.title = "Contoso AG, review of Q4 2026",
                                                     .classification = "internal"};
    const struct sa_evaluation *evaluation = &sample->evaluation;

    if (strcmp(format, "html") == 0)
        return sa_report_html(evaluation, &sample->catalogue, &options, out, NULL);
    if (strcmp(format, "json") == 0)
        return sa_report_json(evaluation, &sample->catalogue, &options, out, NULL);
    if (strcmp(format, "findings") == 0)
        return sa_report_csv_findings(evaluation, &options, out, NULL);
    if (strcmp(format, "hosts") == 0)
        return sa_report_csv_hosts(evaluation, &options, out, NULL);
    if (strcmp(format, "parity") == 0)
        return sa_report_csv_parity(evaluation, &options, out, NULL);
    return -1;
}

int main(int argc, char **argv)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    struct sample sample;
    bool is_good = false;

    if (argc != 3) {
        (void)fprintf(stderr, "usage: %s plain|hostile|large html|json|findings|hosts|parity\n",
                      argv[0]);
        return 2;
    }
    is_good = make(argv[1], &sample) && write_report(argv[2], &sample, &out) == 0 &&
              fwrite(sa_buf_text(&out), 1, out.len, stdout) == out.len;
    sample_done(&sample);
    return is_good ? 0 : 1;
}
