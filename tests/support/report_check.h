/* SPDX-License-Identifier: Apache-2.0 */
/* Is a written report well-formed? Used by unit tests on samples and by the fuzz target on anything.
 * Each function returns true, or false with one line in `why`. */
#ifndef SYNCAUDIT_TESTS_REPORT_CHECK_H
#define SYNCAUDIT_TESTS_REPORT_CHECK_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/buf.h"

#define REPORT_CHECK_WHY 256

/** Strict XML; only elements and attributes that we write; anchors unique and all links to them
 *  resolve; one h1; policy allows exactly the style sheet and script that are there; valid UTF-8
 *  without control characters; and an HTML parser sees the same elements as the XML parser. */
bool report_check_html(const struct sa_buf *html, char why[REPORT_CHECK_WHY]);

/** RFC 4180 with CRLF, the same number of cells in each row, valid UTF-8; and, unless `is_raw`, no
 *  cell in quotes that starts a formula. */
bool report_check_csv(const struct sa_buf *csv, bool is_raw, char why[REPORT_CHECK_WHY]);

/** Valid JSON (by SQLite) and valid UTF-8. */
bool report_check_json(const struct sa_buf *json, char why[REPORT_CHECK_WHY]);

/** A CSV file in cells. */
struct csv_table {
    char **cells; /**< row by row */
    size_t count, columns;
};
/** False when it is no RFC 4180 file with rows of equal length. Free with csv_table_done() in any case. */
bool csv_table_parse(const char *text, size_t len, struct csv_table *ret);
void csv_table_done(struct csv_table *table);
const char *csv_table_cell(const struct csv_table *table, size_t row, const char *column);
#endif
