/* SPDX-License-Identifier: Apache-2.0 */
/* What the formats share: options that were left out, the end of a report that may not have fitted,
 * and the one place that decides what may be said about the parity of a pair. */
#include <string.h>

#include "report_internal.h"

const struct sa_report_options *
sa_report_options_or_default(const struct sa_report_options *options)
{
    static const struct sa_report_options defaults = {0};

    return options != NULL ? options : &defaults;
}

int sa_report_finish(const struct sa_buf *out, const char *format, struct sa_error *err)
{
    int r = sa_buf_status(out);

    if (r == SA_E_LIMIT) {
        sa_fail(err, r, SA_DOMAIN_NONE, 0, "%s report is larger than %zu bytes", format,
                out->limit);
        sa_hint(err, "select fewer servers or checks per report");
    } else if (r < 0) {
        sa_fail_nomem(err);
    }
    return r;
}

bool sa_source_is_of_forest(const char *source)
{
    return strncmp(source, "ad_", 3) == 0;
}

bool sa_forest_is_used_by(const struct sa_target *forest, const struct sa_target *server)
{
    if (forest->forest == NULL)
        return false;
    for (size_t i = 0; i < forest->forest->server_count; i++) {
        if (forest->forest->servers[i] == server)
            return true;
    }
    return false;
}

size_t sa_pair_count_minor(const struct sa_pair *pair)
{
    size_t count = 0;

    for (size_t i = 0; i < pair->difference_count; i++)
        count += pair->differences[i].class == SA_DIFFERENCE_DRIFT && pair->differences[i].minor;
    return count;
}

enum sa_pair_verdict sa_pair_judge(const struct sa_pair *pair)
{
    size_t minor = sa_pair_count_minor(pair);

    if (!pair->compared || pair->same_server || pair->items == 0)
        return SA_PAIR_NOT_JUDGED;
    if (pair->count[SA_DIFFERENCE_DRIFT] > minor)
        return SA_PAIR_DRIFT;
    /* What was not compared may have drifted. */
    if (!pair->complete)
        return SA_PAIR_NOT_JUDGED;
    return minor > 0 ? SA_PAIR_MINOR_DRIFT : SA_PAIR_EQUAL;
}

const char *sa_pair_verdict_name(enum sa_pair_verdict verdict)
{
    switch (verdict) {
    case SA_PAIR_EQUAL:
        return "equal";
    case SA_PAIR_MINOR_DRIFT:
        return "minor_drift";
    case SA_PAIR_DRIFT:
        return "drift";
    case SA_PAIR_NOT_JUDGED:
        break;
    }
    return "not_judged";
}
