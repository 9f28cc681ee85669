/* SPDX-License-Identifier: Apache-2.0 */
/* Printing what doctor found: a line per step with what, why and what to do; then which checks are lost. Texts come
 * from servers and libraries and are hostile. */
#include <string.h>

#include "syncaudit/limits.h"

#include "doctor.h"
#include "json_write.h"

#define LISTED_MAX 45 /* more ids say nothing to a reader; JSON has them all */
#define TEXT_AT    24 /* column of the text: "  problem   certificate " */

static const char *const words[] = {[FOUND_OK] = "ok",
                                    [FOUND_PROBLEM] = "problem",
                                    [FOUND_SKIPPED] = "skipped",
                                    [FOUND_NOTE] = "note"};

struct lost_asks {
    const struct matrix *matrix;
    const bool *lost;
};

static bool is_in(const void *payload, const struct ask *ask)
{
    const struct lost_asks *asks = payload;
    return asks->lost[ask - asks->matrix->asks];
}

/* Checks that `lost` asks cost. */
static int loss_of(const struct examination *e, const bool *lost, struct loss *ret,
                   struct sa_error *err)
{
    const struct lost_asks asks = {.matrix = e->matrix, .lost = lost};
    return matrix_loss(e->matrix, is_in, &asks, ret, err);
}

/* All that the lines of one target cost, together: two missing sources may cost more than each of them. */
static int loss_of_all(const struct examination *e, struct loss *ret, struct sa_error *err)
{
    bool lost[512] = {false};
    for (const struct line *line = e->first; line; line = line->next) {
        for (size_t i = 0; i < e->matrix->count && i < SA_COUNT(lost); i++)
            lost[i] = lost[i] || line->lost[i];
    }
    return loss_of(e, lost, ret, err);
}

static size_t count_problems(const struct examination *e)
{
    size_t count = 0;
    for (const struct line *line = e->first; line; line = line->next)
        count += line->finding == FOUND_PROBLEM;
    return count;
}

static bool is_interrupted(const struct examination *e)
{
    bool any = !e->first; /* before it began */
    for (const struct line *line = e->first; line; line = line->next)
        any = any || line->status == SA_E_CANCELLED;
    return any;
}

/* What was left out by choice, or because of a problem that is counted already, is none of its own. */
static bool is_missing_something(const struct examination *e)
{
    bool any = is_interrupted(e);
    for (const struct line *line = e->first; line; line = line->next) {
        for (size_t i = 0; line->finding != FOUND_SKIPPED && i < e->matrix->count; i++)
            any = any || line->lost[i];
    }
    return any || count_problems(e) > 0;
}

/* Text --------------------------------------------------------------------------------------------- */

static void print_detail(const struct style *style, const char *label, const char *text)
{
    (void)printf("%*s%s%s%s ", TEXT_AT, "", style->dim, label, style->off);
    print_wrapped(text, TEXT_AT + (int)strlen(label) + 1, TEXT_AT + 4);
}

static void print_ids(const struct style *style, const char *label, const struct sa_buf *ids)
{
    if (ids->len > 0)
        print_detail(style, label, sa_buf_text(ids));
}

static int print_line(const struct style *style, const struct examination *e,
                      const struct line *line, struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    const char *const colors[] = {[FOUND_OK] = style->green,
                                  [FOUND_PROBLEM] = style->red,
                                  [FOUND_SKIPPED] = style->yellow,
                                  [FOUND_NOTE] = style->dim};
    (void)printf("  %s%-8s%s %-12s ", colors[line->finding], words[line->finding], style->off,
                 line->step);
    print_wrapped(line->text, TEXT_AT, TEXT_AT);
    if (line->hint[0])
        print_detail(style, "try:", line->hint);
    int r = loss_of(e, line->lost, &loss, err);
    if (r == 0 && loss.unknown_count + loss.doubted_count > LISTED_MAX) {
        (void)printf("%*s%scosts%s %zu checks, which are unknown, and the pass of %zu more\n",
                     TEXT_AT, "", style->dim, style->off, loss.unknown_count, loss.doubted_count);
    } else if (r == 0) {
        print_ids(style, "unknown:", &loss.unknown);
        print_ids(style, "no pass:", &loss.doubted);
    }
    return r;
}

static int print_target(const struct style *style, const struct examination *e,
                        struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    size_t problems = count_problems(e);
    int r = loss_of_all(e, &loss, err);
    (void)fputs(style->bold, stdout);
    print_safe(e->name);
    (void)printf("%s  %s\n", style->off, e->host ? "host" : "forest");
    for (const struct line *line = e->first; r == 0 && line; line = line->next)
        r = print_line(style, e, line, err);
    if (r < 0)
        return r;
    if (is_interrupted(e))
        (void)printf("  %sInterrupted", style->bold);
    else if (problems > 0)
        (void)printf("  %s%zu problem%s", style->bold, problems, problems == 1 ? "" : "s");
    else
        (void)printf("  %s%s", style->bold,
                     loss.unknown_count + loss.doubted_count == 0 ? "All is well" : "No problem");
    if (loss.unknown_count + loss.doubted_count > 0)
        (void)printf("; for what is missing %zu check%s unknown, and %zu cannot pass",
                     loss.unknown_count, loss.unknown_count == 1 ? " is" : "s are",
                     loss.doubted_count);
    (void)printf(".%s\n\n", style->off);
    return r;
}

/* JSON --------------------------------------------------------------------------------------------- */

static int write_line(struct json_out *json, const struct examination *e, const struct line *line,
                      struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    int r = loss_of(e, line->lost, &loss, err);
    json_begin(json, NULL, '{');
    json_text(json, "finding", words[line->finding]);
    json_text(json, "step", line->step);
    json_text(json, "text", line->text);
    json_text(json, "hint", line->hint[0] ? line->hint : NULL);
    if (line->status < 0) {
        json_text(json, "status", sa_status_name(line->status));
        json_text(json, "domain", sa_domain_name(line->domain));
        json_number(json, "code", line->code);
    }
    json_list(json, "unknown", sa_buf_text(&loss.unknown));
    json_list(json, "not_confirmed", sa_buf_text(&loss.doubted));
    json_end(json, '}');
    return r;
}

static int write_target(struct json_out *json, const struct examination *e, struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    int r = loss_of_all(e, &loss, err);
    json_begin(json, NULL, '{');
    json_text(json, "name", e->name);
    json_text(json, "kind", e->host ? "host" : "forest");
    json_bool(json, "reached", e->reached);
    json_number(json, "problems", (long long)count_problems(e));
    json_begin(json, "lines", '[');
    for (const struct line *line = e->first; r == 0 && line; line = line->next)
        r = write_line(json, e, line, err);
    json_end(json, ']');
    json_list(json, "unknown", sa_buf_text(&loss.unknown));
    json_list(json, "not_confirmed", sa_buf_text(&loss.doubted));
    json_end(json, '}');
    return r;
}

static int write_all(const struct examination *list, size_t count, int code, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(256 * SA_MIB);
    struct json_out json = {.buf = &buf};
    int r = 0;
    json_begin(&json, NULL, '{');
    json_number(&json, "schema", 1);
    json_number(&json, "exit", code);
    json_begin(&json, "targets", '[');
    for (size_t i = 0; r == 0 && i < count; i++)
        r = write_target(&json, &list[i], err);
    json_end(&json, ']');
    json_end(&json, '}');
    if (r == 0 && sa_buf_status(&buf) < 0)
        r = sa_fail_nomem(err);
    if (r == 0)
        (void)fwrite(sa_buf_text(&buf), 1, buf.len, stdout);
    return r;
}

int print_examinations(const struct settings *settings, const struct examination *list,
                       size_t count, bool json, struct sa_error *err)
{
    const struct style style = style_for(use_color(settings, STDOUT_FILENO));
    size_t reached = 0;
    bool missing = false;
    int r = 0;
    for (size_t i = 0; i < count; i++) {
        reached += list[i].reached;
        missing = missing || is_missing_something(&list[i]);
    }
    int code = reached == 0 ? EXIT_NOTHING : missing ? EXIT_INCOMPLETE : EXIT_CLEAN;
    if (json)
        r = write_all(list, count, code, err);
    for (size_t i = 0; !json && r == 0 && i < count; i++)
        r = print_target(&style, &list[i], err);
    return r < 0 ? r : code;
}
