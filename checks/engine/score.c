/* SPDX-License-Identifier: Apache-2.0 */
/* The score model syncaudit-1 (docs/internals/score.md): weighted share of what passed, halved
 * while a critical check is open, at most 89 while a high one is, as an interval between "every
 * unknown fails" and "every unknown passes".
 *
 * Whole numbers only: weights are counted twice, so that the half credit of a warning is whole,
 * and each quotient is floored once, at the end. The same results give the same points
 * everywhere. */
#include "syncaudit/checks.h"
#include "syncaudit/evaluation.h"

#include "judge.h"

#define TOP_WITH_OPEN_HIGH 89

void sa_tally_add(struct sa_tally *tally, enum sa_severity severity, enum sa_result_status status)
{
    uint64_t twice = 2 * (uint64_t)sa_severity_weight(severity);

    tally->count[status]++;
    switch (status) {
    case SA_RESULT_PASS:
        tally->passed += twice;
        break;
    case SA_RESULT_WARN:
        tally->passed += twice / 2;
        break;
    case SA_RESULT_FAIL:
        tally->open[severity]++;
        break;
    case SA_RESULT_UNKNOWN:
    case SA_RESULT_ERROR:
        tally->unseen[severity]++;
        tally->unknown += twice;
        break;
    case SA_RESULT_INFO:
    case SA_RESULT_NOT_APPLICABLE:
    case SA_RESULT_COUNT:
        return;
    }
    tally->total += twice;
}

/* Points of an assignment; `critical` and `high`: failing checks of that severity. */
static int points(uint64_t passed, uint64_t total, size_t critical, size_t high)
{
    if (total == 0)
        return 0;
    int raw = (int)(100 * passed / total);
    if (critical > 0)
        return (int)(100 * passed / (2 * total));
    return high > 0 && raw > TOP_WITH_OPEN_HIGH ? TOP_WITH_OPEN_HIGH : raw;
}

static int lower_points(const struct sa_tally *tally, bool with_caps)
{
    size_t critical = tally->open[SA_CRITICAL] + tally->unseen[SA_CRITICAL];
    size_t high = tally->open[SA_HIGH] + tally->unseen[SA_HIGH];

    return points(tally->passed, tally->total, with_caps ? critical : 0, with_caps ? high : 0);
}

int sa_tally_gain(const struct sa_tally *tally, enum sa_severity severity,
                  enum sa_result_status status)
{
    struct sa_tally fixed = *tally;
    uint64_t twice = 2 * (uint64_t)sa_severity_weight(severity);

    if (status == SA_RESULT_FAIL) {
        fixed.open[severity]--;
        fixed.passed += twice;
    } else if (status == SA_RESULT_WARN) {
        fixed.passed += twice / 2;
    }
    return lower_points(&fixed, true) - lower_points(tally, true);
}

static void describe_cap(const struct sa_tally *tally, const char *effect,
                         enum sa_severity severity, char *ret, size_t size)
{
    size_t open = tally->open[severity];
    size_t unseen = tally->unseen[severity];
    const char *name = sa_severity_name(severity);

    if (unseen == 0)
        (void)snprintf(ret, size, "%s: %zu %s open", effect, open, name);
    else if (open == 0)
        (void)snprintf(ret, size, "%s: %zu %s not evaluated", effect, unseen, name);
    else
        (void)snprintf(ret, size, "%s: %zu %s open, %zu not evaluated", effect, open, name, unseen);
}

/* Says why the lower bound is less than the share that passed, if it is. */
static void fill_cap(const struct sa_tally *tally, struct sa_score *ret)
{
    int raw = points(tally->passed, tally->total, 0, 0);

    if (tally->open[SA_CRITICAL] + tally->unseen[SA_CRITICAL] > 0)
        describe_cap(tally, "halved", SA_CRITICAL, ret->cap, sizeof ret->cap);
    else if (ret->lower < raw)
        describe_cap(tally, "capped at 89", SA_HIGH, ret->cap, sizeof ret->cap);
}

static const char *letter(int lower)
{
    if (lower >= 90)
        return "A";
    if (lower >= 80)
        return "B";
    if (lower >= 65)
        return "C";
    return lower >= 50 ? "D" : "E";
}

void sa_tally_score(const struct sa_tally *tally, int min_coverage, bool with_caps,
                    struct sa_score *ret)
{
    *ret = (struct sa_score){.grade = ""};
    memcpy(ret->count, tally->count, sizeof ret->count);
    memcpy(ret->open, tally->open, sizeof ret->open);
    if (tally->total == 0)
        return;

    uint64_t seen = tally->total - tally->unknown;
    ret->has_score = true;
    ret->lower = lower_points(tally, with_caps);
    ret->upper =
        points(tally->passed + tally->unknown, tally->total,
               with_caps ? tally->open[SA_CRITICAL] : 0, with_caps ? tally->open[SA_HIGH] : 0);
    ret->coverage = 100.0 * (double)seen / (double)tally->total;
    if (with_caps)
        fill_cap(tally, ret);
    if (min_coverage > 0 && 100 * seen < (uint64_t)min_coverage * tally->total)
        ret->grade = "INCOMPLETE";
    else
        ret->grade = letter(ret->lower);
}

void sa_score_compute(const struct sa_result *const *results, size_t count, int min_coverage,
                      bool with_caps, struct sa_score *ret)
{
    struct sa_tally tally = {0};

    for (size_t i = 0; i < count; i++)
        sa_tally_add(&tally, results[i]->check->severity, results[i]->status);
    sa_tally_score(&tally, min_coverage, with_caps, ret);
}
