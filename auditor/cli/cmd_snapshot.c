/* SPDX-License-Identifier: Apache-2.0 */
/* evaluate and report: judging a snapshot again, offline. The same snapshot and catalogue give the same
 * answer years later. */
#include "syncaudit/log.h"

#include "cli.h"

static int one_snapshot(const struct settings *settings, const char *command, const char **ret,
                        struct sa_error *err)
{
    if (settings->words.count != 1) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' takes one snapshot, %zu words were given",
                command, settings->words.count);
        sa_hint(err, "syncaudit %s FILE, with the file that audit or collect wrote", command);
        return SA_E_INPUT;
    }
    *ret = settings->words.items[0];
    return 0;
}

static int judge(struct settings *settings, const char *command, bool with_report,
                 struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    SA_CLEANUP(sa_snapshot_close_p) struct sa_snapshot *snapshot = NULL;
    const char *path = NULL;
    int r = one_snapshot(settings, command, &path, err);
    if (r == 0)
        r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = check_outputs(settings, err);
    if (r == 0)
        r = sa_snapshot_open(path, &snapshot, err);
    if (r == 0 && with_report)
        r = default_output(settings, sa_snapshot_run_id(snapshot), err);
    if (r < 0)
        return r;
    settings->snapshot = NULL;
    return judge_and_report(settings, snapshot, catalogue, err);
}

int command_evaluate(struct settings *settings, struct sa_error *err)
{
    return judge(settings, "evaluate", /* with_report= */ false, err);
}

int command_report(struct settings *settings, struct sa_error *err)
{
    return judge(settings, "report", /* with_report= */ true, err);
}
