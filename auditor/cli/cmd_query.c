/* SPDX-License-Identifier: Apache-2.0 */
/* query: one SELECT on a snapshot, under the sandbox of checks, with the tables that checks see. Prints a
 * table, RFC 4180 CSV or a JSON array of objects. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/report.h"
#include "syncaudit/text.h"

#include "cli.h"

#define TABLE_WIDTH 60 /* a cell of the table is shortened visibly beyond it */

struct printer {
    const char *format;
    struct sa_arena arena; /* column names, for JSON */
    char **columns;
    size_t rows;
};

typedef void escape_fn(struct sa_buf *out, const char *text);

static void escape_csv(struct sa_buf *out, const char *text)
{
    sa_escape_csv(out, text, /* raw= */ false);
}

/* One cell, escaped as the reports do it. */
static void print_cell(escape_fn *escape, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(8 * SA_LIMIT_SQL_VALUE);
    escape(&out, text);
    (void)fputs(sa_buf_text(&out), stdout);
}

static void print_table_row(const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf cell = SA_BUF_INIT(8 * SA_LIMIT_SQL_VALUE);
        (void)sa_text_add_visible(&cell, cells[i] ? cells[i] : "NULL");
        if (i + 1 < count && cell.len > TABLE_WIDTH) {
            size_t cut = TABLE_WIDTH - 3;
            while (cut > 0 && ((unsigned char)cell.data[cut] & 0xc0) == 0x80)
                cut--;
            (void)printf("%.*s...", (int)cut, cell.data);
        } else {
            (void)fputs(sa_buf_text(&cell), stdout);
        }
        (void)fputs(i + 1 < count ? " | " : "\n", stdout);
    }
}

static int keep_columns(struct printer *printer, const char *const *cells, size_t count,
                        struct sa_error *err)
{
    printer->columns = sa_arena_array(&printer->arena, count, sizeof *printer->columns);
    if (!printer->columns)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < count; i++) {
        printer->columns[i] = sa_arena_text(&printer->arena, cells[i]);
        if (!printer->columns[i])
            return sa_fail_nomem(err);
    }
    return 0;
}

static int print_row(void *payload, bool is_header, const char *const *cells, size_t count,
                     struct sa_error *err)
{
    struct printer *printer = payload;
    if (!is_header)
        printer->rows++;
    if (strcmp(printer->format, "table") == 0) {
        print_table_row(cells, count);
    } else if (strcmp(printer->format, "csv") == 0) {
        for (size_t i = 0; i < count; i++) {
            print_cell(escape_csv, cells[i] ? cells[i] : "");
            (void)fputs(i + 1 < count ? "," : "\r\n", stdout);
        }
    } else if (is_header) {
        return keep_columns(printer, cells, count, err);
    } else {
        (void)fputs(printer->rows > 1 ? ",\n{" : "[{", stdout);
        for (size_t i = 0; i < count; i++) {
            (void)fputs(i ? ", " : "", stdout);
            print_cell(sa_escape_json, printer->columns[i]);
            (void)fputs(": ", stdout);
            if (cells[i])
                print_cell(sa_escape_json, cells[i]);
            else
                (void)fputs("null", stdout);
        }
        (void)putchar('}');
    }
    return 0;
}

int command_query(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    const struct sa_evaluation_options options = {
        .min_coverage = settings->min_coverage,
        .baseline = settings->baseline,
        .knowledge_dir = settings->knowledge,
    };
    if (settings->words.count != 2) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'query' takes a snapshot and one SELECT");
        sa_hint(err, "syncaudit query FILE 'SELECT name, role FROM server'");
        return SA_E_INPUT;
    }
    struct printer printer = {.format = settings->table_format, .arena = SA_ARENA_INIT(SA_MIB)};
    bool json = strcmp(printer.format, "json") == 0;
    int r = sa_snapshot_open(settings->words.items[0], &snapshot, err);
    if (r == 0)
        r = sa_evaluation_derive(snapshot, &options, err);
    if (r == 0)
        r = sa_sandbox_query(snapshot, settings->words.items[1], print_row, &printer, err);
    /* What broke off must not read like a complete array. */
    if (r == 0 && json)
        (void)fputs(printer.rows > 0 ? "]\n" : "[]\n", stdout);
    sa_arena_done(&printer.arena);
    return r < 0 ? r : EXIT_CLEAN;
}
