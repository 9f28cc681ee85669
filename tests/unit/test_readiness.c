/* SPDX-License-Identifier: Apache-2.0 */
/* Failover readiness: verdict, sentence and items of a pair, from the constituents' results. */
#include <stdbool.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "engine/engine.h"
#include "support/engine_fixture.h"
#include "support/test.h"

static struct fixture fixture;

static const char *const constituents[] = {
    "STG-001", "STG-003", "STG-004", "STG-005", "STG-006", "STG-007", "STG-008",
    "STG-009", "PAR-001", "PAR-002", "PAR-003", "PAR-004", "PAR-005", "PAR-006",
    "PAR-007", "PAR-008", "PAR-009", "PAR-010", "PAR-011", "PAR-012", "PAR-013",
    "ACC-007", "ACC-008", "ACC-015", "ACC-016", "NET-005", "SYN-001", "SYN-003",
    "SYN-013", "SQL-001", "SQL-003", "OSH-002", "PAT-002", "CRY-001",
};

static int open_pair(void **state)
{
    (void)state;
    fixture_open(&fixture);
    (void)fixture_server(&fixture, "SYNC01", "active", "contoso.com");
    (void)fixture_server(&fixture, "SYNC02", "staging", "contoso.com");
    return 0;
}

static int close_fixture(void **state)
{
    (void)state;
    fixture_close(&fixture);
    return 0;
}

/* A change to the catalogue in which every constituent passes. */
struct change {
    const char *id, *severity, *status; /* status NULL: the check does not exist */
};

static const struct change *find_change(const struct change *changes, const char *id)
{
    for (; changes->id != NULL; changes++)
        if (strcmp(changes->id, id) == 0)
            return changes;
    return NULL;
}

static void judge(const struct change *changes)
{
    for (size_t i = 0; i < SA_COUNT(constituents); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf sql = SA_BUF_INIT(SA_KIB);
        const char *id = constituents[i];
        const struct change *change = find_change(changes, id);
        bool tenant = strcmp(id, "STG-001") == 0;

        if (change != NULL && change->status == NULL)
            continue;
        (void)sa_buf_addf(&sql,
                          "SELECT '%s' AS host, 'the thing' AS subject, 'as seen' AS observed,"
                          " '' AS expected, '%s' AS status WHERE %d",
                          tenant ? "contoso.com" : "SYNC02",
                          change != NULL ? change->status : "fail", change != NULL);
        const struct fixture_check check = {.id = id,
                                            .severity = change ? change->severity : "high",
                                            .applies = tenant ? "tenant" : "all",
                                            .sql = sa_buf_text(&sql)};
        fixture_check(&fixture, &check);
    }
    fixture_judge(&fixture, NULL);
}

static const struct sa_readiness *verdict(const char *words)
{
    assert_int_equal(fixture.evaluation->readiness_count, 1);
    const struct sa_readiness *readiness = &fixture.evaluation->readiness[0];
    assert_string_equal(readiness->verdict, words);
    assert_ptr_equal(readiness->pair, &fixture.evaluation->pairs[0]);
    return readiness;
}

static void everything_passes(void **state)
{
    static const struct change none[] = {
        {NULL, NULL, NULL}
    };
    (void)state;

    judge(none);
    const struct sa_readiness *readiness = verdict("READY");
    assert_int_equal(readiness->item_count, 0);
    assert_string_equal(
        readiness->sentence,
        "SYNC02 is ready to take over from SYNC01: every check that applies passes");
}

static void what_does_not_apply_stands_in_no_way(void **state)
{
    static const struct change changes[] = {
        {"ACC-016", "high",   "not_applicable"},
        {"STG-006", "medium", "info"          },
        {NULL,      NULL,     NULL            }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("READY");
    assert_int_equal(readiness->item_count, 1);
    assert_string_equal(readiness->items[0].check_id, "STG-006");
    assert_int_equal(readiness->items[0].status, SA_RESULT_INFO);
}

static void a_warning_is_a_risk(void **state)
{
    static const struct change changes[] = {
        {"PAR-006", "critical", "warn"},
        {"OSH-002", "medium",   "fail"},
        {NULL,      NULL,       NULL  }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("READY WITH RISKS");
    assert_string_equal(readiness->sentence, "SYNC02 could take over from SYNC01, with risks:"
                                             " 1 check warns, 1 medium check fails");
    assert_int_equal(readiness->item_count, 2);
    assert_string_equal(readiness->items[0].check_id, "OSH-002");
    assert_string_equal(readiness->items[1].check_id, "PAR-006");
    assert_string_equal(readiness->items[1].reason, "the thing: as seen");
    assert_string_equal(readiness->items[1].title, "Title of PAR-006");
}

static void a_medium_failure_alone_is_a_risk(void **state)
{
    static const struct change changes[] = {
        {"STG-006", "medium", "fail"},
        {NULL,      NULL,     NULL  }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("READY WITH RISKS");
    assert_string_equal(readiness->sentence, "SYNC02 could take over from SYNC01, with risks:"
                                             " 1 medium check fails");
}

static void something_unknown_is_unknown(void **state)
{
    static const struct change changes[] = {
        {"PAR-006", "critical", "warn"   },
        {"STG-006", "medium",   "fail"   },
        {"CRY-001", "high",     "unknown"},
        {NULL,      NULL,       NULL     }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("UNKNOWN");
    assert_string_equal(readiness->sentence,
                        "It is not known whether SYNC02 could take over from SYNC01:"
                        " 1 of 34 checks could not be answered");
    assert_int_equal(readiness->items[0].status, SA_RESULT_FAIL);
    assert_int_equal(readiness->items[1].status, SA_RESULT_UNKNOWN);
    assert_string_equal(readiness->items[1].reason, "as seen");
    assert_int_equal(readiness->items[2].status, SA_RESULT_WARN);
}

static void a_broken_check_is_unknown(void **state)
{
    static const struct change changes[] = {
        {"CRY-001", "high", "nonsense"},
        {NULL,      NULL,   NULL      }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("UNKNOWN");
    assert_int_equal(readiness->items[0].status, SA_RESULT_ERROR);
}

static void a_critical_or_high_failure_is_not_ready(void **state)
{
    static const struct change changes[] = {
        {"STG-001", "critical", "fail"   },
        {"PAR-007", "critical", "fail"   },
        {"PAR-002", "high",     "fail"   },
        {"STG-006", "medium",   "fail"   },
        {"SQL-001", "critical", NULL     },
        {"OSH-002", "medium",   "unknown"},
        {NULL,      NULL,       NULL     }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("NOT READY");
    assert_string_equal(readiness->sentence,
                        "SYNC02 is not ready to take over from SYNC01: 2 critical checks and"
                        " 1 high check fail, and 2 could not be answered");
    static const char *const order[] = {"STG-001", "PAR-007", "PAR-002",
                                        "STG-006", "SQL-001", "OSH-002"};
    assert_int_equal(readiness->item_count, SA_COUNT(order));
    for (size_t i = 0; i < SA_COUNT(order); i++)
        assert_string_equal(readiness->items[i].check_id, order[i]);
}

static void one_high_failure_is_enough(void **state)
{
    static const struct change changes[] = {
        {"PAR-002", "high", "fail"},
        {NULL,      NULL,   NULL  }
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("NOT READY");
    assert_string_equal(readiness->sentence,
                        "SYNC02 is not ready to take over from SYNC01: 1 high check fails");
}

static void what_the_catalogue_lacks_is_unknown(void **state)
{
    static const struct change changes[] = {
        {"NET-005", "high", NULL},
        {NULL,      NULL,   NULL}
    };
    (void)state;

    judge(changes);
    const struct sa_readiness *readiness = verdict("UNKNOWN");
    assert_int_equal(readiness->item_count, 1);
    assert_string_equal(readiness->items[0].check_id, "NET-005");
    assert_int_equal(readiness->items[0].severity, SA_HIGH);
    assert_string_equal(readiness->items[0].reason, "not evaluated by this catalogue");
    assert_true(readiness->items[0].title[0] != '\0');
}

/* What was left out by a filter was not answered, whatever it would have said. */
static void what_was_not_selected_is_unknown(void **state)
{
    static const struct change none[] = {
        {NULL, NULL, NULL}
    };
    static const char *const globs[] = {"PAR-*", NULL};
    (void)state;

    fixture.options.check_globs = globs;
    judge(none);
    const struct sa_readiness *readiness = verdict("UNKNOWN");
    assert_int_equal(readiness->item_count, SA_COUNT(constituents) - 13);
    assert_string_equal(readiness->items[0].reason, "not evaluated: left out by the selection");
    assert_string_equal(readiness->items[0].title, "Title of STG-001");
}

/* Nothing that applies is no answer, so it is no READY. */
static void nothing_that_applies_is_unknown(void **state)
{
    struct change changes[SA_COUNT(constituents) + 1] = {
        {NULL, NULL, NULL}
    };
    (void)state;

    for (size_t i = 0; i < SA_COUNT(constituents); i++)
        changes[i] = (struct change){constituents[i], "high", "not_applicable"};
    judge(changes);
    (void)verdict("UNKNOWN");
}

/* Results of the active server do not count: it is the staging server that shall take over. */
static void the_active_server_is_not_asked(void **state)
{
    static const struct change changes[] = {
        {"CRY-001", "high", NULL},
        {NULL,      NULL,   NULL}
    };
    static const struct fixture_check failing = {
        .id = "CRY-001",
        .severity = "critical",
        .sql = "SELECT 'SYNC01' AS host, '' AS subject, '' AS observed, '' AS expected"};
    (void)state;

    fixture_check(&fixture, &failing);
    judge(changes);
    (void)verdict("READY");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pair, close_fixture)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(everything_passes),
        TEST(what_does_not_apply_stands_in_no_way),
        TEST(a_warning_is_a_risk),
        TEST(a_medium_failure_alone_is_a_risk),
        TEST(something_unknown_is_unknown),
        TEST(a_broken_check_is_unknown),
        TEST(a_critical_or_high_failure_is_not_ready),
        TEST(one_high_failure_is_enough),
        TEST(what_the_catalogue_lacks_is_unknown),
        TEST(what_was_not_selected_is_unknown),
        TEST(nothing_that_applies_is_unknown),
        TEST(the_active_server_is_not_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
