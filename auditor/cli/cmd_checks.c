/* SPDX-License-Identifier: Apache-2.0 */
/* checks list, show, lint, test: reading the catalogue and working on checks of one's own. */
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "cli.h"

static int usage(struct sa_error *err)
{
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'checks' needs to know what to do");
    sa_hint(err, "checks list, checks show ID, checks lint FOLDER, or checks test FOLDER");
    return SA_E_INPUT;
}

static int list_checks(struct settings *settings, const struct sa_catalogue *catalogue)
{
    const char *area = "";
    size_t count = 0;
    bool color = use_color(settings, STDOUT_FILENO);
    for (size_t i = 0; i < sa_catalogue_count(catalogue); i++) {
        const struct sa_check *check = sa_catalogue_at(catalogue, i);
        if (!is_selected(settings, check))
            continue;
        if (strcmp(area, check->area) != 0) {
            area = check->area;
            (void)printf("%s%s%s%s\n", count ? "\n" : "", color ? "\033[1m" : "", area,
                         color ? "\033[0m" : "");
        }
        (void)printf("  %-8s %-8s %-7s  ", check->id, sa_severity_name(check->severity),
                     sa_applies_name(check->applies));
        print_safe(check->title);
        (void)putchar('\n');
        count++;
    }
    (void)printf("\n%zu checks, catalogue %s. 'syncaudit checks show ID' explains one.\n", count,
                 sa_catalogue_version(catalogue));
    return EXIT_CLEAN;
}

static void show_list(const char *label, const char *const *items)
{
    if (!items || !items[0])
        return;
    (void)printf("%s", label);
    for (size_t i = 0; items[i]; i++) {
        (void)fputs(i ? ", " : "", stdout);
        print_safe(items[i]);
    }
    (void)putchar('\n');
}

/* Breaks at spaces after at most 78 columns. */
static void show_paragraph(const char *label, const char *text)
{
    size_t column = 0;
    (void)printf("\n%s\n", label);
    while (*text) {
        size_t len = strcspn(text, " \n");
        if (column == 0)
            column = 2 + (size_t)printf("  ") - 2;
        else if (column + 1 + len > 78)
            column = (size_t)printf("\n  ") - 1;
        else
            column += (size_t)printf(" ");
        char word[256];
        (void)snprintf(word, sizeof word, "%.*s", (int)(len < 255 ? len : 255), text);
        print_safe(word);
        column += len;
        text += len;
        text += strspn(text, " \n");
    }
    (void)putchar('\n');
}

static void show_params(const struct sa_check *check)
{
    for (size_t i = 0; i < check->param_count; i++) {
        (void)printf("%s%s = ", i ? "            " : "Parameters  ", check->params[i].name);
        print_safe(check->params[i].value);
        if (check->params[i].from_policy) {
            (void)fputs(" (configured; default ", stdout);
            print_safe(check->params[i].default_value);
            (void)putchar(')');
        }
        (void)putchar('\n');
    }
}

/* Line by line: what else could command a terminal is made visible. */
static void show_lines(const char *text)
{
    while (*text) {
        SA_CLEANUP(sa_buf_done) struct sa_buf line = SA_BUF_INIT(SA_LIMIT_CHECK_FILE);
        size_t len = strcspn(text, "\n");
        (void)sa_buf_add(&line, text, len);
        print_safe(sa_buf_text(&line));
        (void)putchar('\n');
        text += len + (text[len] == '\n');
    }
}

static int show_check(const struct sa_catalogue *catalogue, const char *id, struct sa_error *err)
{
    const struct sa_check *check = sa_catalogue_find(catalogue, id);
    if (!check) {
        sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_NONE, 0, "the catalogue holds no check '%s'", id);
        sa_hint(err, "'syncaudit checks list' names them all");
        return SA_E_INPUT;
    }
    (void)printf("%s  ", check->id);
    print_safe(check->title);
    (void)printf("\n\nSeverity    %s (weight %d)\nArea        %s\nApplies to  %s\n",
                 sa_severity_name(check->severity), sa_severity_weight(check->severity),
                 check->area, sa_applies_name(check->applies));
    show_list("Needs       ", check->needs);
    show_list("To pass     ", check->confirms);
    show_params(check);
    show_list("References  ", check->references);
    (void)fputs("File        ", stdout);
    print_safe(check->file);
    (void)printf("\nSHA-256     %s\n", check->sha256);
    show_paragraph("Why", check->why);
    show_paragraph("What to do", check->remedy);
    (void)printf("\nQuery\n");
    show_lines(check->sql);
    return EXIT_CLEAN;
}

struct tally {
    size_t good, bad;
};

static void print_complaint(void *payload, const char *file, long line, const char *complaint)
{
    struct tally *tally = payload;
    tally->bad++;
    print_safe(file);
    if (line > 0)
        (void)printf(":%ld", line);
    (void)fputs(": ", stdout);
    print_safe(complaint);
    (void)putchar('\n');
}

static void print_case(void *payload, const char *check_id, const char *case_name, const char *why)
{
    struct tally *tally = payload;
    if (!why) {
        tally->good++;
        return;
    }
    tally->bad++;
    (void)printf("FAILED %s ", check_id);
    print_safe(case_name);
    (void)printf("\n");
    /* The text is made of lines; each is made safe on its own. */
    while (*why) {
        size_t len = strcspn(why, "\n");
        char line[1024];
        (void)snprintf(line, sizeof line, "%.*s", (int)(len < 1023 ? len : 1023), why);
        (void)fputs("  ", stdout);
        print_safe(line);
        (void)putchar('\n');
        why += len + (why[len] == '\n');
    }
}

static int lint_folder(const struct settings *settings, const char *folder, struct sa_error *err)
{
    struct tally tally = {0};
    int r = sa_checks_lint(folder, settings->cases, print_complaint, &tally, err);
    if (r < 0)
        return r;
    if (tally.bad == 0 && !settings->quiet)
        (void)printf("no complaints\n");
    return tally.bad ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int test_folder(const struct settings *settings, const char *folder, struct sa_error *err)
{
    struct tally tally = {0};
    int r = sa_checks_test(folder, settings->cases, print_case, &tally, err);
    if (r < 0)
        return r;
    if (!settings->quiet || tally.bad)
        (void)printf("%zu cases passed, %zu failed\n", tally.good, tally.bad);
    return tally.bad ? EXIT_FINDINGS : EXIT_CLEAN;
}

static int on_catalogue(struct settings *settings, const char *what, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    int r = load_catalogue(settings, &catalogue, err);
    if (r < 0)
        return r;
    if (strcmp(what, "list") == 0)
        return list_checks(settings, catalogue);
    for (size_t i = 1; i < settings->words.count; i++) {
        if (i > 1)
            (void)printf("\n\n");
        r = show_check(catalogue, settings->words.items[i], err);
        if (r != EXIT_CLEAN)
            return r;
    }
    return EXIT_CLEAN;
}

int command_checks(struct settings *settings, struct sa_error *err)
{
    size_t count = settings->words.count;
    const char *what = count > 0 ? settings->words.items[0] : "";
    if (strcmp(what, "list") == 0 && count == 1)
        return on_catalogue(settings, what, err);
    if (strcmp(what, "show") == 0 && count >= 2)
        return on_catalogue(settings, what, err);
    if (strcmp(what, "lint") == 0 && count == 2)
        return lint_folder(settings, settings->words.items[1], err);
    if (strcmp(what, "test") == 0 && count == 2)
        return test_folder(settings, settings->words.items[1], err);
    return usage(err);
}
