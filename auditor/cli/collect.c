/* SPDX-License-Identifier: Apache-2.0 */
/* Collecting: what audit, collect and discover have in common. A snapshot is made, the plan carried out,
 * progress shown. From the first row on the snapshot holds whatever was collected, also when the run is
 * interrupted or killed. */
#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include "syncaudit/datetime.h"
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

const atomic_bool *cancel_flag(void)
{
    return &cancel_requested;
}

void catch_signals(bool catch)
{
    struct sigaction action = {.sa_handler = catch ? request_cancel : SIG_DFL};
    /* A reader who goes away ends no audit: writing to it fails, that is all. */
    (void)signal(SIGPIPE, SIG_IGN);
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

/* A configuration that nobody named must not go unnoticed. */
void say_found_config(const struct settings *settings)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(65536);
    if (!settings->config_found || !settings->config || settings->quiet)
        return;
    (void)sa_text_add_visible(&path, settings->config);
    (void)fprintf(stderr, "configuration  %s%s\n", strchr(settings->config, '/') ? "" : "./",
                  sa_buf_text(&path));
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

int create_snapshot(struct settings *settings, const struct sa_catalogue *catalogue,
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

/* A line that is redrawn on a terminal; one line per server or forest elsewhere. */
static void show_progress(void *payload, size_t done, size_t total, const char *target,
                          const struct sa_error *problem)
{
    const struct progress *progress = payload;
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT(4096);
    (void)sa_text_add_visible(&name, target);
    if (progress->bar)
        (void)fprintf(stderr, "\r\033[K%zu of %zu done: %s%s", done, total, sa_buf_text(&name),
                      done == total ? "\r\033[K" : "");
    else
        (void)fprintf(stderr, "%zu of %zu: %s %s\n", done, total, sa_buf_text(&name),
                      problem ? "not complete" : "read");
    (void)fflush(stderr);
}

int run_plan(struct settings *settings, struct sa_snapshot *snapshot,
             struct sa_run_outcome *outcome, struct sa_error *err)
{
    struct progress progress = {.settings = settings};
    const char *term = getenv("TERM");
    bool terminal = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    progress.bar = settings->progress == AUTO && terminal;
    const struct sa_run_options options = {
        .jobs = settings->jobs,
        .forest_timeout_ms = settings->forest_timeout_s * 1000,
        .host_timeout_ms = settings->host_timeout_s * 1000,
        .deadline_ms =
            settings->timeout_s ? sa_time_monotonic_ms() + settings->timeout_s * INT64_C(1000) : 0,
        .cancelled = &cancel_requested,
        .progress = !settings->quiet && (progress.bar || settings->progress == ALWAYS)
                        ? show_progress
                        : NULL,
        .payload = &progress,
    };
    return sa_run_collect(&settings->plan, snapshot, &options, outcome, err);
}
