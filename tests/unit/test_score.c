/* SPDX-License-Identifier: Apache-2.0 */
/* The score model syncaudit-1: its worked examples, its edges, and that no resolution of what is
 * unknown leaves the interval. */
#include <stdbool.h>

#include "syncaudit/checks.h"
#include "syncaudit/evaluation.h"

#include "engine/judge.h"
#include "support/test.h"

#define RESULTS_MAX 64

/* A set of results: checks only matter by their severity. */
struct set {
    struct sa_check checks[RESULTS_MAX];
    struct sa_result results[RESULTS_MAX];
    const struct sa_result *list[RESULTS_MAX];
    size_t count;
};

static void add(struct set *set, size_t count, enum sa_severity severity,
                enum sa_result_status status)
{
    for (size_t i = 0; i < count; i++) {
        assert_true(set->count < RESULTS_MAX);
        set->checks[set->count].severity = severity;
        set->results[set->count].check = &set->checks[set->count];
        set->results[set->count].status = status;
        set->list[set->count] = &set->results[set->count];
        set->count++;
    }
}

static struct sa_score compute(const struct set *set)
{
    struct sa_score score;
    sa_score_compute(set->list, set->count, 80, true, &score);
    return score;
}

/* How many of a severity have which status; what remains of the catalogue passes. */
struct part {
    size_t fail, unknown, not_applicable;
};

static struct sa_score catalogue_of_214(struct part critical, struct part high, struct part medium,
                                        struct part low)
{
    static const size_t sizes[] = {
        [SA_CRITICAL] = 6, [SA_HIGH] = 14, [SA_MEDIUM] = 20, [SA_LOW] = 10};
    const struct part parts[] = {
        [SA_CRITICAL] = critical, [SA_HIGH] = high, [SA_MEDIUM] = medium, [SA_LOW] = low};
    struct set set = {.count = 0};

    for (int severity = SA_LOW; severity <= SA_CRITICAL; severity++) {
        const struct part *part = &parts[severity];
        add(&set, part->fail, (enum sa_severity)severity, SA_RESULT_FAIL);
        add(&set, part->unknown, (enum sa_severity)severity, SA_RESULT_UNKNOWN);
        add(&set, part->not_applicable, (enum sa_severity)severity, SA_RESULT_NOT_APPLICABLE);
        add(&set, sizes[severity] - part->fail - part->unknown - part->not_applicable,
            (enum sa_severity)severity, SA_RESULT_PASS);
    }
    return compute(&set);
}

#define NONE      \
    (struct part) \
    {             \
        .fail = 0 \
    }
#define FAIL(n)     \
    (struct part)   \
    {               \
        .fail = (n) \
    }
#define UNKNOWN(n)     \
    (struct part)      \
    {                  \
        .unknown = (n) \
    }

static void expect(const struct sa_score *score, int lower, int upper, double coverage,
                   const char *grade, const char *cap)
{
    assert_true(score->has_score);
    assert_int_equal(score->lower, lower);
    assert_int_equal(score->upper, upper);
    assert_true(score->coverage > coverage - 0.05 && score->coverage < coverage + 0.05);
    assert_string_equal(score->grade, grade);
    assert_string_equal(score->cap, cap);
}

static void one_high_three_medium_two_low_fail(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(NONE, FAIL(1), FAIL(3), FAIL(2));
    expect(&score, 89, 89, 100, "B", "capped at 89: 1 high open");
    assert_int_equal(score.open[SA_HIGH], 1);
    assert_int_equal(score.open[SA_MEDIUM], 3);
    assert_int_equal(score.count[SA_RESULT_FAIL], 6);
    assert_int_equal(score.count[SA_RESULT_PASS], 44);
}

static void the_same_and_a_critical_fails(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(FAIL(1), FAIL(1), FAIL(3), FAIL(2));
    expect(&score, 43, 43, 100, "E", "halved: 1 critical open");

    /* "fixing it gives 89" */
    struct sa_tally tally = {0};
    sa_tally_add(&tally, SA_CRITICAL, SA_RESULT_FAIL);
    for (int i = 0; i < 5; i++)
        sa_tally_add(&tally, SA_CRITICAL, SA_RESULT_PASS);
    sa_tally_add(&tally, SA_HIGH, SA_RESULT_FAIL);
    for (int i = 0; i < 13; i++)
        sa_tally_add(&tally, SA_HIGH, SA_RESULT_PASS);
    for (int i = 0; i < 20; i++)
        sa_tally_add(&tally, SA_MEDIUM, i < 3 ? SA_RESULT_FAIL : SA_RESULT_PASS);
    for (int i = 0; i < 10; i++)
        sa_tally_add(&tally, SA_LOW, i < 2 ? SA_RESULT_FAIL : SA_RESULT_PASS);
    assert_int_equal(sa_tally_gain(&tally, SA_CRITICAL, SA_RESULT_FAIL), 89 - 43);
    assert_int_equal(sa_tally_gain(&tally, SA_LOW, SA_RESULT_PASS), 0);
    assert_int_equal(sa_tally_gain(&tally, SA_LOW, SA_RESULT_UNKNOWN), 0);
}

static void remoting_was_refused(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(UNKNOWN(2), UNKNOWN(5),
                                             (struct part){.fail = 1, .unknown = 8}, UNKNOWN(2));
    expect(&score, 31, 98, 64.5, "INCOMPLETE", "halved: 2 critical not evaluated");
}

/* A waived check counts for nothing, which is what not applicable does. */
static void the_high_one_is_waived(void **state)
{
    (void)state;
    struct sa_score score =
        catalogue_of_214(NONE, (struct part){.not_applicable = 1}, FAIL(3), FAIL(2));
    expect(&score, 94, 94, 100, "A", "");
}

static void some_are_not_applicable(void **state)
{
    (void)state;
    struct sa_score score =
        catalogue_of_214((struct part){.not_applicable = 1},
                         (struct part){.fail = 1, .not_applicable = 2}, FAIL(3), FAIL(2));
    expect(&score, 89, 89, 100, "B", "capped at 89: 1 high open");
    assert_int_equal(score.count[SA_RESULT_NOT_APPLICABLE], 3);
}

static void one_critical_is_unknown(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(UNKNOWN(1), NONE, NONE, NONE);
    expect(&score, 47, 100, 95.3, "E", "halved: 1 critical not evaluated");
}

static void half_of_everything_fails(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(FAIL(3), FAIL(7), FAIL(10), FAIL(5));
    expect(&score, 25, 25, 100, "E", "halved: 3 critical open");
}

static void the_host_is_unreachable(void **state)
{
    (void)state;
    struct sa_score score = catalogue_of_214(UNKNOWN(6), UNKNOWN(14), UNKNOWN(20), UNKNOWN(10));
    expect(&score, 0, 100, 0, "INCOMPLETE", "halved: 6 critical not evaluated");
}

static void nothing_is_scorable(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    struct sa_score score = compute(&set);
    assert_false(score.has_score);
    assert_string_equal(score.grade, "");
    add(&set, 3, SA_CRITICAL, SA_RESULT_NOT_APPLICABLE);
    add(&set, 2, SA_HIGH, SA_RESULT_INFO);
    add(&set, 2, SA_INFO, SA_RESULT_FAIL);
    add(&set, 1, SA_INFO, SA_RESULT_UNKNOWN);
    score = compute(&set);
    assert_false(score.has_score);
    assert_string_equal(score.grade, "");
    assert_string_equal(score.cap, "");
    assert_int_equal(score.count[SA_RESULT_NOT_APPLICABLE], 3);
    assert_int_equal(score.open[SA_INFO], 2);
}

/* An error of ours is no better than a missing fact. */
static void an_error_counts_as_unknown(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    add(&set, 1, SA_CRITICAL, SA_RESULT_ERROR);
    add(&set, 1, SA_CRITICAL, SA_RESULT_FAIL);
    add(&set, 8, SA_CRITICAL, SA_RESULT_PASS);
    struct sa_score score = compute(&set);
    expect(&score, 40, 45, 90, "E", "halved: 1 critical open, 1 not evaluated");
}

static void a_warning_is_half_and_caps_nothing(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    add(&set, 1, SA_LOW, SA_RESULT_WARN); /* 0.5 of 1: needs the halves */
    struct sa_score score = compute(&set);
    expect(&score, 50, 50, 100, "D", "");
    add(&set, 1, SA_CRITICAL, SA_RESULT_WARN);
    score = compute(&set);
    expect(&score, 50, 50, 100, "D", "");
    assert_int_equal(score.open[SA_CRITICAL], 0);

    struct sa_tally tally = {0};
    sa_tally_add(&tally, SA_LOW, SA_RESULT_WARN);
    sa_tally_add(&tally, SA_LOW, SA_RESULT_PASS);
    assert_int_equal(sa_tally_gain(&tally, SA_LOW, SA_RESULT_WARN), 25);
}

/* 100 * 2 / 3 = 66.67, halved 33.33: floored once, at the end. */
static void points_are_floored(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    add(&set, 2, SA_CRITICAL, SA_RESULT_PASS);
    add(&set, 1, SA_CRITICAL, SA_RESULT_FAIL);
    struct sa_score score = compute(&set);
    expect(&score, 33, 33, 100, "E", "halved: 1 critical open");
}

static void grades_begin_where_they_should(void **state)
{
    static const struct {
        size_t pass, fail;
        const char *grade;
    } cases[] = {
        {9,  1,  "A"}, /* 90 */
        {43, 7,  "B"}, /* 86 */
        {8,  2,  "B"}, /* 80 */
        {15, 4,  "C"}, /* 78 */
        {13, 7,  "C"}, /* 65 */
        {9,  5,  "D"}, /* 64 */
        {1,  1,  "D"}, /* 50 */
        {24, 25, "E"}, /* 48 */
    };
    (void)state;

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct set set = {.count = 0};
        add(&set, cases[i].pass, SA_MEDIUM, SA_RESULT_PASS);
        add(&set, cases[i].fail, SA_MEDIUM, SA_RESULT_FAIL);
        struct sa_score score = compute(&set);
        assert_string_equal(score.grade, cases[i].grade);
    }
}

static void coverage_is_compared_exactly(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    add(&set, 8, SA_LOW, SA_RESULT_PASS);
    add(&set, 2, SA_LOW, SA_RESULT_UNKNOWN);
    struct sa_score score = compute(&set);
    assert_string_equal(score.grade, "B"); /* exactly 80 % is enough */
    add(&set, 1, SA_LOW, SA_RESULT_UNKNOWN);
    score = compute(&set);
    assert_string_equal(score.grade, "INCOMPLETE");
    sa_score_compute(set.list, set.count, 0, true, &score);
    assert_string_equal(score.grade, "C");
    sa_score_compute(set.list, set.count, 100, true, &score);
    assert_string_equal(score.grade, "INCOMPLETE");
}

static void areas_have_no_caps(void **state)
{
    struct set set = {.count = 0};
    struct sa_score score;
    (void)state;

    add(&set, 1, SA_CRITICAL, SA_RESULT_FAIL);
    add(&set, 19, SA_CRITICAL, SA_RESULT_PASS);
    sa_score_compute(set.list, set.count, 80, false, &score);
    expect(&score, 95, 95, 100, "A", "");
    assert_int_equal(score.open[SA_CRITICAL], 1);
}

/* 89.5 points and an open high: the cap takes nothing that flooring does not take. */
static void a_cap_is_told_only_where_it_takes(void **state)
{
    struct set set = {.count = 0};
    (void)state;

    add(&set, 1, SA_HIGH, SA_RESULT_FAIL);
    add(&set, 17, SA_MEDIUM, SA_RESULT_PASS);
    struct sa_score score = compute(&set); /* 51 of 57: 89.47 */
    expect(&score, 89, 89, 100, "B", "");
    add(&set, 1, SA_MEDIUM, SA_RESULT_PASS); /* 54 of 60: 90 */
    score = compute(&set);
    expect(&score, 89, 89, 100, "B", "capped at 89: 1 high open");
}

/* A generator of our own, so that a failing state can be found again. */
static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 8;
}

static void random_state(uint32_t *seed, struct set *set, size_t *unknown, size_t *unknown_count)
{
    size_t count = 1 + next(seed) % 40;

    *set = (struct set){.count = 0};
    *unknown_count = 0;
    for (size_t i = 0; i < count; i++) {
        enum sa_result_status status = (enum sa_result_status)(next(seed) % SA_RESULT_COUNT);
        bool is_open = status == SA_RESULT_UNKNOWN || status == SA_RESULT_ERROR;

        /* All combinations are tried below: eight of them are 256. */
        if (is_open && *unknown_count == 8)
            status = SA_RESULT_PASS;
        else if (is_open)
            unknown[(*unknown_count)++] = i;
        add(set, 1, (enum sa_severity)(next(seed) % (SA_CRITICAL + 1)), status);
    }
}

static void check_resolutions(struct set *set, const size_t *unknown, size_t count, bool with_caps,
                              uint32_t state_no)
{
    struct sa_score interval;
    struct sa_score one;
    int least = 101;
    int most = -1;

    sa_score_compute(set->list, set->count, 80, with_caps, &interval);
    if (!interval.has_score)
        return;
    for (unsigned choice = 0; choice < 1U << count; choice++) {
        for (size_t i = 0; i < count; i++)
            set->results[unknown[i]].status = (choice >> i) & 1U ? SA_RESULT_PASS : SA_RESULT_FAIL;
        sa_score_compute(set->list, set->count, 80, with_caps, &one);
        if (one.lower != one.upper || one.lower < interval.lower || one.lower > interval.upper)
            fail_msg("state %u, choice %u: %d..%d outside %d..%d", (unsigned)state_no, choice,
                     one.lower, one.upper, interval.lower, interval.upper);
        least = one.lower < least ? one.lower : least;
        most = one.lower > most ? one.lower : most;
    }
    /* The bounds are reached, not only kept. */
    assert_int_equal(least, interval.lower);
    assert_int_equal(most, interval.upper);
}

static void every_resolution_lies_in_the_interval(void **state)
{
    uint32_t seed = 20261122;
    (void)state;

    for (uint32_t i = 0; i < 3000; i++) {
        struct set set;
        struct set copy;
        size_t unknown[RESULTS_MAX];
        size_t count = 0;

        random_state(&seed, &set, unknown, &count);
        copy = set;
        for (size_t k = 0; k < copy.count; k++) {
            copy.results[k].check = &copy.checks[k];
            copy.list[k] = &copy.results[k];
        }
        check_resolutions(&set, unknown, count, true, i);
        check_resolutions(&copy, unknown, count, false, i);
    }
}

/* The gain is what computing the score again gives. */
static void the_gain_is_the_difference(void **state)
{
    uint32_t seed = 7;
    (void)state;

    for (uint32_t i = 0; i < 1000; i++) {
        struct set set;
        size_t unknown[RESULTS_MAX];
        size_t count = 0;
        struct sa_tally tally = {0};

        random_state(&seed, &set, unknown, &count);
        for (size_t k = 0; k < set.count; k++)
            sa_tally_add(&tally, set.checks[k].severity, set.results[k].status);
        for (size_t k = 0; k < set.count; k++) {
            enum sa_result_status was = set.results[k].status;
            int before = compute(&set).lower;
            int gain = sa_tally_gain(&tally, set.checks[k].severity, was);

            if (was == SA_RESULT_FAIL || was == SA_RESULT_WARN)
                set.results[k].status = SA_RESULT_PASS;
            assert_int_equal(gain, compute(&set).lower - before);
            set.results[k].status = was;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_high_three_medium_two_low_fail),
        cmocka_unit_test(the_same_and_a_critical_fails),
        cmocka_unit_test(remoting_was_refused),
        cmocka_unit_test(the_high_one_is_waived),
        cmocka_unit_test(some_are_not_applicable),
        cmocka_unit_test(one_critical_is_unknown),
        cmocka_unit_test(half_of_everything_fails),
        cmocka_unit_test(the_host_is_unreachable),
        cmocka_unit_test(nothing_is_scorable),
        cmocka_unit_test(an_error_counts_as_unknown),
        cmocka_unit_test(a_warning_is_half_and_caps_nothing),
        cmocka_unit_test(points_are_floored),
        cmocka_unit_test(grades_begin_where_they_should),
        cmocka_unit_test(coverage_is_compared_exactly),
        cmocka_unit_test(areas_have_no_caps),
        cmocka_unit_test(a_cap_is_told_only_where_it_takes),
        cmocka_unit_test(every_resolution_lies_in_the_interval),
        cmocka_unit_test(the_gain_is_the_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
