/* SPDX-License-Identifier: Apache-2.0 */
/* The linter of checks: everything that makes a check wrong or unreadable and that a machine can
 * see before it judges a server. The rules, in the order of their looking:
 *
 *   file     the header parses; the file is named after the id; the id is used once
 *   header   sources that exist; a title that fits a line; an area that is no slip of the pen
 *   text     parameters declared and used; no clock; no names that Windows translates; settings that
 *            exist (lintsql.c)
 *   query    prepares in the sandbox; gives the columns of a finding; runs on an empty snapshot
 *            without finding anything there
 *   cases    a case file that shows each result the check can have; no case file without its check
 *
 * A complaint does not end the work; only what keeps it from going on (memory, a folder that
 * cannot be read) does. */
#include "lint.h"

#include "syncaudit/file.h"
#include "syncaudit/limits.h"
#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "casefile.h"
#include "catalogue.h"
#include "engine.h"

#define TITLE_MAX 110 /* characters: one line of a report */

/* What a query says about the results that its check can have. */
struct verdicts {
    bool has_status;             /* the query gives the column */
    bool named[SA_RESULT_COUNT]; /* literals in it */
};

struct linter {
    struct sa_lint lint;
    const char *cases_dir;
    struct sa_catalogue *catalogue; /* of the checks that parse */
    struct sa_snapshot *snapshot;   /* empty, derived */
    struct sa_error *err;
};

void sa_lint_complain(struct sa_lint *lint, const char *file, long line, const char *format, ...)
{
    char complaint[SA_ERROR_MESSAGE_MAX + SA_ERROR_HINT_MAX + 8];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(complaint, sizeof complaint, format, args);
    va_end(args);
    lint->complaints++;
    lint->report(lint->payload, file, line, complaint);
}

/* The line in a place "file:line" or "file:line:column", or 0. */
static long line_of_place(const struct sa_error *err, const char *file)
{
    size_t len = strlen(file);
    const char *at = err->place + len + 1;
    long line = 0;

    if (strncmp(err->place, file, len) != 0 || err->place[len] != ':')
        return 0;
    for (; *at >= '0' && *at <= '9' && line < 10000000; at++)
        line = line * 10 + (*at - '0');
    return line;
}

static void complain_error(struct linter *l, const char *file, long line,
                           const struct sa_error *why)
{
    const char *introduction = why->hint[0] != '\0' ? "; " : "";

    sa_lint_complain(&l->lint, file, line, "%s%s%s", why->message, introduction, why->hint);
}

/* --- header ----------------------------------------------------------------------------------- */

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (strcmp(word, *list) == 0)
            return true;
    }
    return false;
}

static void lint_source(struct linter *l, const struct sa_check *check, const char *key,
                        const char *source)
{
    const char *const *known = sa_source_names();
    const char *nearest = NULL;

    if (is_listed(source, known))
        return;
    nearest = sa_text_nearest(source, known);
    if (nearest != NULL)
        sa_lint_complain(&l->lint, check->file, 1,
                         "'%s' names a source that does not exist, '%s': did you mean '%s'?", key,
                         source, nearest);
    else
        sa_lint_complain(&l->lint, check->file, 1, "'%s' names a source that does not exist, '%s'",
                         key, source);
}

static int lint_sources(struct linter *l, const struct sa_check *check, const char *key,
                        const char *const *needs, struct sa_arena *arena)
{
    for (; *needs != NULL; needs++) {
        for (const char *at = *needs, *next = NULL; at != NULL; at = next) {
            const char *source = NULL;
            size_t len = 0;

            next = sa_need_next(at, &len);
            source = sa_arena_copy(arena, at, len);
            if (source == NULL)
                return sa_fail_nomem(l->err);
            lint_source(l, check, key, source);
        }
    }
    return 0;
}

static size_t count_characters(const char *text)
{
    size_t count = 0;

    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

static int lint_header(struct linter *l, const struct sa_check *check, const char *stem,
                       struct sa_arena *arena)
{
    int r = 0;
    const char *nearest = sa_text_nearest(check->area, sa_catalogue_areas());
    size_t title_len = count_characters(check->title);

    if (strcmp(stem, check->id) != 0)
        sa_lint_complain(&l->lint, check->file, 1,
                         "the file of the check '%s' must be named '%s.sql'", check->id, check->id);
    if (title_len > TITLE_MAX)
        sa_lint_complain(&l->lint, check->file, 1, "the title has %zu characters, more than %d",
                         title_len, TITLE_MAX);
    if (nearest != NULL && strcmp(nearest, check->area) != 0)
        sa_lint_complain(&l->lint, check->file, 1, "the area '%s' is new: did you mean '%s'?",
                         check->area, nearest);
    r = lint_sources(l, check, "needs", check->needs, arena);
    return r < 0 ? r : lint_sources(l, check, "confirms", check->confirms, arena);
}

/* --- query ------------------------------------------------------------------------------------ */

static void lint_columns(struct linter *l, const struct sa_check *check, sqlite3_stmt *statement,
                         struct verdicts *verdicts)
{
    static const char *const required[] = {"host", "subject", "observed", "expected"};
    static const char *const known[] = {"host",   "subject",  "observed", "expected",
                                        "status", "evidence", NULL};

    for (size_t i = 0; i < SA_COUNT(required); i++) {
        int found = 0;

        for (int k = 0; k < sqlite3_column_count(statement); k++)
            found += sa_text_same(sqlite3_column_name(statement, k), required[i]);
        if (found != 1)
            sa_lint_complain(&l->lint, check->file, check->sql_line,
                             "the query gives the column '%s' %s", required[i],
                             found == 0 ? "not at all" : "more than once");
    }
    for (int k = 0; k < sqlite3_column_count(statement); k++) {
        const char *name = sqlite3_column_name(statement, k);

        if (name == NULL || !is_listed(name, known))
            sa_lint_complain(&l->lint, check->file, check->sql_line,
                             "the query gives a column '%s', which findings do not have",
                             name != NULL ? name : "");
        verdicts->has_status = verdicts->has_status || sa_text_same(name, "status");
    }
}

static long line_at(const struct sa_check *check, int offset)
{
    long line = check->sql_line;

    for (int i = 0; i < offset && check->sql[i] != '\0'; i++)
        line += check->sql[i] == '\n';
    return line;
}

static void lint_prepared(struct linter *l, const struct sa_check *check,
                          struct sa_sandbox *sandbox, struct verdicts *verdicts)
{
    SA_CLEANUP(sa_sql_finalize_p) sqlite3_stmt *statement = NULL;
    struct sa_error why = {0};
    int code = 0;

    if (sa_sandbox_prepare(sandbox, check->sql, &statement, &why) < 0) {
        complain_error(l, check->file, line_at(check, sqlite3_error_offset(sandbox->db)), &why);
        return;
    }
    lint_columns(l, check, statement, verdicts);
    code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        sa_lint_complain(
            &l->lint, check->file, check->sql_line,
            "the query finds something in an empty snapshot: start from the table 'server', "
            "'pair' or 'forest', and mind that max() and count() give a row for no rows");
    } else if (code != SQLITE_DONE) {
        (void)sa_sandbox_fail(sandbox, "the query", &why);
        complain_error(l, check->file, check->sql_line, &why);
    }
}

static int lint_query(struct linter *l, const struct sa_check *check, struct verdicts *verdicts)
{
    struct sa_sandbox sandbox = {0};
    int r = sa_sandbox_enter(&sandbox, sa_snapshot_db(l->snapshot), check, l->err);

    if (r < 0)
        return r;
    lint_prepared(l, check, &sandbox, verdicts);
    sa_sandbox_leave(&sandbox);
    return 0;
}

/* --- cases ------------------------------------------------------------------------------------ */

/* Can the result be unknown? Not for a check that only reads which sources answered. */
static bool may_be_unknown(const struct sa_check *check, const struct verdicts *verdicts)
{
    const char *const *lists[] = {check->needs, check->confirms};

    for (size_t i = 0; i < SA_COUNT(lists); i++) {
        for (const char *const *source = lists[i]; *source != NULL; source++) {
            if (strcmp(*source, "coverage") != 0)
                return true;
        }
    }
    return verdicts->named[SA_RESULT_UNKNOWN];
}

/* Which results must a case show? Each that the query names; without a status column, fail. A pass
 * unless the query has nothing to fail by, as that of a check whose facts nobody collects yet. */
static void find_wanted(const struct sa_check *check, const struct verdicts *verdicts,
                        bool wanted[SA_RESULT_COUNT])
{
    for (int i = 0; i < SA_RESULT_COUNT; i++)
        wanted[i] = verdicts->has_status && verdicts->named[i];
    if (!verdicts->has_status)
        wanted[SA_RESULT_FAIL] = true;
    wanted[SA_RESULT_PASS] = wanted[SA_RESULT_FAIL] || wanted[SA_RESULT_WARN];
    wanted[SA_RESULT_UNKNOWN] = may_be_unknown(check, verdicts);
    wanted[SA_RESULT_ERROR] = false;
}

static void lint_cases(struct linter *l, const struct sa_check *check,
                       const struct verdicts *verdicts, const char *case_file,
                       struct sa_arena *arena)
{
    struct sa_case *test = NULL;
    struct sa_error why = {0};
    bool wanted[SA_RESULT_COUNT];

    if (sa_cases_load(case_file, arena, &test, &why) < 0) {
        complain_error(l, case_file, line_of_place(&why, case_file), &why);
        return;
    }
    find_wanted(check, verdicts, wanted);
    for (; test != NULL; test = test->next) {
        for (const struct sa_case_expectation *e = test->expectations; e != NULL; e = e->next)
            wanted[e->status] = false;
    }
    for (int i = 0; i < SA_RESULT_COUNT; i++) {
        if (wanted[i])
            sa_lint_complain(&l->lint, case_file, 1, "no case of '%s' expects %s", check->id,
                             sa_result_name((enum sa_result_status)i));
    }
}

static bool is_stem_of(const char *stem, const char *const *stems, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(stem, stems[i]) == 0)
            return true;
    }
    return false;
}

/* Case files that are not read, because their check is gone, or lies in another folder. Those of a
 * check that does not parse (its file is in `stems`) have had their complaint. */
static int lint_orphans(struct linter *l, const char *dir, const char *const *stems, size_t count,
                        struct sa_arena *arena)
{
    const char *const *paths = NULL;
    size_t path_count = 0;
    int r = sa_folder_list(l->cases_dir != NULL ? l->cases_dir : dir, true, arena, &paths,
                           &path_count, l->err);

    for (size_t i = 0; r == 0 && i < path_count; i++) {
        const char *stem = sa_folder_stem(arena, paths[i]);
        const struct sa_check *check = NULL;
        const char *expected = NULL;

        if (stem == NULL)
            return sa_fail_nomem(l->err);
        check = sa_catalogue_find(l->catalogue, stem);
        if (check != NULL)
            expected = sa_folder_case_path(arena, check->file, l->cases_dir, check->id);
        else if (is_stem_of(stem, stems, count))
            continue;
        if (expected == NULL || strcmp(expected, paths[i]) != 0)
            sa_lint_complain(&l->lint, paths[i], 1,
                             "no check reads these cases: there is no '%s'%s", stem,
                             check != NULL ? " in this folder" : "");
    }
    return r;
}

/* --- the run ---------------------------------------------------------------------------------- */

static int lint_parsed(struct linter *l, struct sa_check *check, const char *stem,
                       struct sa_arena *arena)
{
    const struct sa_check *other = sa_catalogue_find(l->catalogue, check->id);
    const char *case_file = sa_folder_case_path(arena, check->file, l->cases_dir, check->id);
    struct verdicts verdicts = {0};
    int r = 0;

    if (case_file == NULL)
        return sa_fail_nomem(l->err);
    if (other != NULL)
        sa_lint_complain(&l->lint, check->file, 1, "the id '%s' is that of '%s' too", check->id,
                         other->file);
    else
        r = sa_catalogue_add(l->catalogue, check, l->err);
    if (r < 0)
        return r;
    r = lint_header(l, check, stem, arena);
    if (r == 0)
        r = sa_lint_sql(&l->lint, check, arena, verdicts.named, l->err);
    if (r == 0)
        r = lint_query(l, check, &verdicts);
    if (r == 0)
        lint_cases(l, check, &verdicts, case_file, arena);
    return r;
}

static int lint_file(struct linter *l, const char *path, const char *stem)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
    struct sa_check *check = NULL;
    struct sa_error why = {0};
    int r = sa_file_read(path, &text, &why);

    if (r == 0)
        r = sa_check_parse(l->catalogue, path, sa_buf_text(&text), text.len, &check, &why);
    if (r < 0 || check == NULL) {
        complain_error(l, path, line_of_place(&why, path), &why);
        return 0;
    }
    return lint_parsed(l, check, stem, &arena);
}

static int make_snapshot(struct linter *l)
{
    static const struct sa_run_info run = {
        .tool_version = "lint",
        .catalogue_version = "lint",
        .catalogue_sha256 = "lint",
        .operator_name = "lint",
        .workstation = "lint",
    };
    static const struct sa_evaluation_options options = SA_EVALUATION_OPTIONS_INIT;
    int r = sa_snapshot_create(":memory:", false, &run, &l->snapshot, l->err);

    return r < 0 ? r : sa_derive(sa_snapshot_db(l->snapshot), &options, l->err);
}

static int lint_folder(struct linter *l, const char *dir, struct sa_arena *arena)
{
    const char *const *paths = NULL;
    const char **stems = NULL;
    size_t count = 0;
    int r = sa_folder_list(dir, false, arena, &paths, &count, l->err);

    if (r == 0 && count == 0)
        r = sa_fail(l->err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "no check below the folder '%s'",
                    dir);
    if (r < 0)
        return r;
    stems = sa_arena_array(arena, count, sizeof *stems);
    if (stems == NULL)
        return sa_fail_nomem(l->err);
    for (size_t i = 0; r == 0 && i < count; i++) {
        stems[i] = sa_folder_stem(arena, paths[i]);
        r = stems[i] != NULL ? lint_file(l, paths[i], stems[i]) : sa_fail_nomem(l->err);
    }
    return r < 0 ? r : lint_orphans(l, dir, stems, count, arena);
}

int sa_checks_lint(const char *dir, const char *cases_dir, sa_lint_fn *report, void *payload,
                   struct sa_error *err)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    struct linter linter = {
        .lint = {.report = report, .payload = payload},
        .cases_dir = cases_dir,
        .err = err,
    };
    int r = sa_catalogue_new(&linter.catalogue, err);

    if (r == 0)
        r = make_snapshot(&linter);
    if (r == 0)
        r = lint_folder(&linter, dir, &arena);
    sa_snapshot_close(linter.snapshot);
    sa_catalogue_free(linter.catalogue);
    return r < 0 ? r : linter.lint.complaints;
}
