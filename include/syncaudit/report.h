/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of an evaluation. Each format is one file under reports/; output is the same to the byte for
 * the same evaluation. */
#ifndef SYNCAUDIT_REPORT_H
#define SYNCAUDIT_REPORT_H
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/evaluation.h"

struct sa_report_options {
    const char *title;          /**< organisation or engagement, or NULL */
    const char *classification; /**< "internal", ... or NULL: no line */
    bool csv_bom;               /**< for spreadsheet programs that need one */
    bool csv_raw;               /**< no guard against formulas: for machines only */
};

/** One self-contained HTML file: no request of any kind, no script needed to read it. */
int sa_report_html(const struct sa_evaluation *evaluation, const struct sa_catalogue *catalogue,
                   const struct sa_report_options *options, struct sa_buf *ret,
                   struct sa_error *err) SA_NODISCARD;
/** One JSON document, schema 1 (docs/internals/json.md). */
int sa_report_json(const struct sa_evaluation *evaluation, const struct sa_catalogue *catalogue,
                   const struct sa_report_options *options, struct sa_buf *ret,
                   struct sa_error *err) SA_NODISCARD;
/** RFC 4180; columns are only ever appended. */
int sa_report_csv_findings(const struct sa_evaluation *evaluation,
                           const struct sa_report_options *options, struct sa_buf *ret,
                           struct sa_error *err) SA_NODISCARD;
int sa_report_csv_hosts(const struct sa_evaluation *evaluation,
                        const struct sa_report_options *options, struct sa_buf *ret,
                        struct sa_error *err) SA_NODISCARD;
int sa_report_csv_parity(const struct sa_evaluation *evaluation,
                         const struct sa_report_options *options, struct sa_buf *ret,
                         struct sa_error *err) SA_NODISCARD;

/** A JSON string with its quotes: any text comes back exactly, but for bytes that are no UTF-8. */
void sa_escape_json(struct sa_buf *out, const char *text);
/** A CSV field with its quotes. Unless `raw`: control characters and invisible ones as in
 *  the other reports, and a leading "'" where a spreadsheet would see a formula. */
void sa_escape_csv(struct sa_buf *out, const char *text, bool raw);
#endif
