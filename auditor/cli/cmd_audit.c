/* SPDX-License-Identifier: Apache-2.0 */
/* audit and collect: from export folders to a snapshot, and on to reports.
 *
 * Everything that can be known to be wrong is found before the first folder is read: options, check
 * files, outputs that exist. From then on the snapshot holds whatever was collected, also when the run
 * is interrupted or killed. */
#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include "syncaudit/log.h"
#include "syncaudit/text.h"
#include "syncaudit/version.h"

#include "cli.h"

static atomic_bool cancel_requested;

static void request_cancel(int signal_number)
{
    (void)signal_number;
    /* The second time the user means it: the snapshot's last complete batch is safe. */
    if (atomic_exchange(&cancel_requested, true))
        _exit(EXIT_INTERRUPTED);
}

/* While a snapshot grows, SIGINT and SIGTERM end the collecting and nothing else; afterwards, and in
 * every other command, they end the process: there is nothing left that could be lost. */
static void catch_signals(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

/* A configuration that nobody named must not go unnoticed. */
static void say_found_config(const struct settings *settings)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(65536);
    if (!settings->config_found || !settings->config || settings->quiet)
        return;
    (void)sa_text_add_visible(&path, settings->config);
    (void)fprintf(stderr, "configuration  %s%s\n", strchr(settings->config, '/') ? "" : "./",
                  sa_buf_text(&path));
}

static int add_words(struct settings *settings, struct sa_error *err)
{
    for (size_t i = 0; i < settings->words.count; i++) {
        const struct sa_plan_target target = {.export_folder = settings->words.items[i]};
        if (settings->plan_origin < FROM_OPTION && settings->plan_origin != FROM_DEFAULT) {
            sa_plan_done(
                &settings->plan); /* folders on the command line replace those of the file */
            settings->plan_origin = FROM_OPTION;
        }
        int r = sa_plan_add(&settings->plan, &target, err);
        if (r < 0)
            return r;
    }
    if (settings->plan.count > 0)
        return 0;
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "no server to look at");
    sa_hint(err, "name the folders that Get-ADSyncServerConfiguration wrote: "
                 "syncaudit audit --active FOLDER --staging FOLDER");
    return SA_E_INPUT;
}

/* Who runs this, from the operating system and not from the environment. */
static const char *operator_name(struct settings *settings)
{
    struct passwd entry;
    struct passwd *found = NULL;
    char buffer[4096];
    if (getpwuid_r(getuid(), &entry, buffer, sizeof buffer, &found) == 0 && found)
        return sa_arena_text(&settings->arena, found->pw_name);
    return sa_arena_printf(&settings->arena, "uid %u", (unsigned)getuid());
}

static const char *workstation_name(struct settings *settings)
{
    char name[256] = "";
    if (gethostname(name, sizeof name - 1) < 0 || !name[0])
        return "unknown";
    return sa_arena_text(&settings->arena, name);
}

static int create_snapshot(struct settings *settings, const struct sa_catalogue *catalogue,
                           struct sa_snapshot **ret, struct sa_error *err)
{
    struct sa_run_info run = {
        .tool_version = SA_VERSION,
        .catalogue_version = sa_catalogue_version(catalogue),
        .catalogue_sha256 = sa_catalogue_sha256(catalogue),
        .operator_name = operator_name(settings),
        .workstation = workstation_name(settings),
    };
    if (!run.operator_name || !run.workstation)
        return sa_fail_nomem(err);
    int r = sa_run_id_draw(run.id, err);
    if (r == 0 && !settings->snapshot) {
        settings->snapshot = sa_arena_printf(&settings->arena, "syncaudit-%.12s.sqlite", run.id);
        r = settings->snapshot ? 0 : sa_fail_nomem(err);
    }
    if (r == 0)
        r = sa_snapshot_create(settings->snapshot, settings->overwrite, &run, ret, err);
    return r;
}

struct progress {
    const struct settings *settings;
    bool bar;
};

/* A line that is redrawn on a terminal; one line per server elsewhere. */
static void show_progress(void *payload, size_t done, size_t total, const char *target,
                          const struct sa_error *problem)
{
    const struct progress *progress = payload;
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(4096);
    (void)sa_text_add_visible(&name, target);
    if (progress->bar)
        (void)fprintf(stderr, "\r\033[K%zu of %zu servers read: %s%s", done, total,
                      sa_buf_text(&name), done == total ? "\r\033[K" : "");
    else
        (void)fprintf(stderr, "%zu of %zu: %s %s\n", done, total, sa_buf_text(&name),
                      problem ? "not complete" : "read");
    (void)fflush(stderr);
}

static int run_plan(struct settings *settings, struct sa_snapshot *snapshot,
                    struct sa_run_outcome *outcome, struct sa_error *err)
{
    struct progress progress = {.settings = settings};
    const char *term = getenv("TERM");
    bool terminal = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    progress.bar = settings->progress == AUTO && terminal;
    const struct sa_run_options options = {
        .jobs = settings->jobs,
        .cancelled = &cancel_requested,
        .progress = !settings->quiet && (progress.bar || settings->progress == ALWAYS)
                        ? show_progress
                        : NULL,
        .payload = &progress,
    };
    int r = sa_run_collect(&settings->plan, snapshot, &options, outcome, err);
    if (r < 0)
        return r;
    return sa_snapshot_finish(snapshot, outcome->interrupted, err);
}

/* Adds what the user must know when the disk fills up: nothing is lost. */
static int collect(struct settings *settings, const struct sa_catalogue *catalogue,
                   struct sa_snapshot **ret, struct sa_run_outcome *outcome, struct sa_error *err)
{
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    /* From here on a reader who goes away ends no audit: writing to it fails, that is all. */
    (void)signal(SIGPIPE, SIG_IGN);
    catch_signals(request_cancel);
    int r = add_words(settings, err);
    if (r == 0)
        r = sa_plan_check_pairs(&settings->plan, err);
    if (r == 0)
        r = sa_plan_name_targets(&settings->plan, err);
    if (r == 0)
        r = create_snapshot(settings, catalogue, &snapshot, err);
    if (r == 0)
        r = run_plan(settings, snapshot, outcome, err);
    catch_signals(SIG_DFL);
    if (r < 0)
        return r;
    *ret = snapshot;
    snapshot = NULL;
    return 0;
}

int command_audit(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    say_found_config(settings);
    int r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = check_outputs(settings, err);
    if (r == 0)
        r = collect(settings, catalogue, &snapshot, &outcome, err);
    if (r == 0)
        r = default_output(settings, sa_snapshot_run_id(snapshot), err);
    if (r == 0)
        r = judge_and_report(settings, snapshot, catalogue, err);
    if (r < 0)
        return r;
    return outcome.interrupted ? EXIT_INTERRUPTED : r;
}

int command_collect(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    struct sa_run_outcome outcome = {0};
    say_found_config(settings);
    int r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = collect(settings, catalogue, &snapshot, &outcome, err);
    if (r < 0)
        return r;
    if (!settings->quiet) {
        (void)printf("%zu servers collected, %zu in part, %zu not at all\nSnapshot  ",
                     outcome.complete, outcome.partial, outcome.failed);
        print_safe(settings->snapshot);
        (void)putchar('\n');
    }
    if (outcome.interrupted)
        return EXIT_INTERRUPTED;
    if (outcome.complete + outcome.partial == 0)
        return EXIT_NOTHING;
    return outcome.partial + outcome.failed > 0 && !settings->exit_zero ? EXIT_INCOMPLETE
                                                                        : EXIT_CLEAN;
}
