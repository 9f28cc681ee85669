/* SPDX-License-Identifier: Apache-2.0 */
/* The CSV reports, parsed again: the same cells come out that went in, formulas are defused, and what
 * was not judged has a row that says so. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/report.h"

#include "support/report_check.h"
#include "support/sample_evaluation.h"
#include "support/test.h"

/* NOLINTBEGIN(misc-misleading-bidirectional): some texts are meant to mislead */

enum { ACTIVE, STAGING, TENANT };

typedef int writer(const struct sa_evaluation *evaluation, const struct sa_report_options *options,
                   struct sa_buf *ret, struct sa_error *err);

static void read_back(writer *write, const struct sample *sample,
                      const struct sa_report_options *options, struct csv_table *table)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    struct sa_error err = {0};
    char why[REPORT_CHECK_WHY];

    if (write(&sample->evaluation, options, &out, &err) < 0)
        fail_msg("%s", err.message);
    if (!report_check_csv(&out, options != NULL && options->csv_raw, why))
        fail_msg("%s", why);
    assert_true(csv_table_parse(sa_buf_text(&out), out.len, table));
}

static size_t row_count(const struct csv_table *table)
{
    return table->count / table->columns - 1;
}

/* First row in which `column` holds `value`; 0 when there is none. */
static size_t find_row(const struct csv_table *table, const char *column, const char *value)
{
    for (size_t row = 1; row <= row_count(table); row++) {
        if (strcmp(csv_table_cell(table, row, column), value) == 0)
            return row;
    }
    return 0;
}

static void assert_cell(const struct csv_table *table, size_t row, const char *column,
                        const char *wanted)
{
    const char *cell = csv_table_cell(table, row, column);

    assert_non_null(cell);
    assert_string_equal(cell, wanted);
}

static void findings_have_their_columns(void **state)
{
    static const char header[] =
        "schema_version,run_id,run_started,tool_version,catalogue_version,host,role,pair,check_id,"
        "check_version,category,title,severity,weight,status,reason,subject,expected,actual,"
        "finding_id,gain,evidence_ref,evidence_sha256,remediation,url,kind\r\n";
    struct sample sample;
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    struct csv_table table;
    size_t row = 0;

    (void)state;
    sample_make(&sample);
    assert_int_equal(sa_report_csv_findings(&sample.evaluation, NULL, &out, NULL), 0);
    assert_int_equal(strncmp(sa_buf_text(&out), header, sizeof header - 1), 0);
    read_back(sa_report_csv_findings, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 30); /* 28 results, two of them with two findings */
    row = find_row(&table, "check_id", "PAR-004");
    assert_cell(&table, row, "schema_version", "1.0");
    assert_cell(&table, row, "run_started", "2026-11-22T14:53:16Z");
    assert_cell(&table, row, "host", "SYNC02");
    assert_cell(&table, row, "role", "staging");
    assert_cell(&table, row, "pair", "SYNC01/SYNC02");
    assert_cell(&table, row, "severity", "critical");
    assert_cell(&table, row, "weight", "10");
    assert_cell(&table, row, "status", "fail");
    assert_cell(&table, row, "subject", "contoso.com / DC=contoso,DC=com / OU=Leavers");
    assert_cell(&table, row, "expected", "excluded");
    assert_cell(&table, row, "actual", "included");
    assert_cell(&table, row, "finding_id", "f00dcafe00030000");
    assert_cell(&table, row, "gain", "31");
    assert_cell(&table, row, "evidence_ref",
                "SYNC01:Connectors/Connector_{8f6e}.xml;SYNC02:Connectors/Connector_{d41c}.xml");
    row = find_row(&table, "check_id", "PAR-007");
    assert_cell(&table, row, "status", "fail");
    assert_cell(&table, row + 1, "check_id", "PAR-007");
    assert_cell(&table, row + 1, "status", "warn");
    csv_table_done(&table);
    sample_done(&sample);
}

static void results_without_findings_have_a_row(void **state)
{
    static const struct {
        const char *id, *status, *reason;
    } rows[] = {
        {"STG-001", "pass",    ""                                                            },
        {"SYN-002", "unknown", "run_history was not asked: an export folder does not hold it"},
    };
    struct sample sample;
    struct csv_table table;

    (void)state;
    sample_make(&sample);
    sample_grow_findings(&sample, STAGING, "PAR-004", 3)->omitted = 9;
    read_back(sa_report_csv_findings, &sample, NULL, &table);
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        size_t row = find_row(&table, "check_id", rows[i].id);

        assert_cell(&table, row, "status", rows[i].status);
        assert_cell(&table, row, "reason", rows[i].reason);
        assert_cell(&table, row, "subject", "");
        assert_cell(&table, row, "finding_id", "");
        assert_cell(&table, row, "evidence_ref", "");
    }
    assert_int_not_equal(find_row(&table, "status", "not_applicable"), 0);
    assert_int_not_equal(find_row(&table, "status", "error"), 0);
    assert_int_not_equal(
        find_row(&table, "reason", "9 more findings went beyond the limit of one check"), 0);
    csv_table_done(&table);
    sample_done(&sample);
}

static void hostile_cells_come_back(void **state)
{
    static const struct {
        const char *given, *guarded;
    } rows[] = {
        {"=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK(\"http://x\",\"y\")"},
        {"+cmd|' /C calc'!A0",             "'+cmd|' /C calc'!A0"            },
        {"line one\nline two\r\nthree",    "line one\nline two\r\nthree"    },
        {"a,b;c\"d\"\"",                   "a,b;c\"d\"\""                   },
        {"",                               ""                               },
        {"<script>",                       "<script>"                       },
        {"gpj\xE2\x80\xAE"
         "exe",                   "gpj[U+202E]exe"                 },
        {"\xFF\x01",                       "\xEF\xBF\xBD\xEF\xBF\xBD"       },
    };
    struct sa_report_options raw = {.csv_raw = true};
    struct sample sample;
    struct csv_table table;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct sa_result *result = NULL;
        size_t row = 0;

        sample_make(&sample);
        result = sample_grow_findings(&sample, STAGING, "PAR-004", 1);
        result->findings[0].subject = rows[i].given;
        read_back(sa_report_csv_findings, &sample, NULL, &table);
        row = find_row(&table, "check_id", "PAR-004");
        assert_cell(&table, row, "subject", rows[i].guarded);
        assert_cell(&table, row, "actual", "absent");
        csv_table_done(&table);
        read_back(sa_report_csv_findings, &sample, &raw, &table);
        assert_cell(&table, find_row(&table, "check_id", "PAR-004"), "subject",
                    i + 1 < SA_COUNT(rows) ? rows[i].given : "\xEF\xBF\xBD\x01");
        csv_table_done(&table);
        sample_done(&sample);
    }
}

static void all_texts_may_be_hostile(void **state)
{
    static writer *const writers[] = {sa_report_csv_findings, sa_report_csv_hosts,
                                      sa_report_csv_parity};
    struct sa_report_options raw = {.csv_raw = true, .csv_bom = true};
    struct sample sample;
    struct csv_table table;

    (void)state;
    for (size_t start = 0; sample_hostile_texts[start] != NULL; start++) {
        size_t counter = start;

        sample_make(&sample);
        sample_replace_texts(&sample, sample_hostile_text, &counter);
        for (size_t i = 0; i < SA_COUNT(writers); i++) {
            read_back(writers[i], &sample, NULL, &table);
            csv_table_done(&table);
            read_back(writers[i], &sample, &raw, &table);
            csv_table_done(&table);
        }
        sample_done(&sample);
    }
}

static void lists_keep_their_elements_apart(void **state)
{
    struct sample sample;
    struct csv_table table;
    struct sa_evidence_ref first = {1, "SYNC02", "connector", "a;b.xml", "11", "", 1};
    struct sa_evidence_ref second = {2, "SYNC02", "connector", "c.xml", "22", "", 1};
    const struct sa_evidence_ref *refs[] = {&first, &second, NULL};
    size_t row = 0;

    (void)state;
    sample_make(&sample);
    sample_grow_findings(&sample, STAGING, "PAR-004", 1)->findings[0].evidence = refs;
    read_back(sa_report_csv_findings, &sample, NULL, &table);
    row = find_row(&table, "check_id", "PAR-004");
    assert_cell(&table, row, "evidence_ref", "SYNC02:a%3Bb.xml;SYNC02:c.xml");
    assert_cell(&table, row, "evidence_sha256", "11;22");
    csv_table_done(&table);
    sample_done(&sample);
}

static void a_mark_stands_before_the_header(void **state)
{
    struct sa_report_options options = {.csv_bom = true};
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(SA_LIMIT_REPORT);
    struct sample sample;

    (void)state;
    sample_make(&sample);
    assert_int_equal(sa_report_csv_hosts(&sample.evaluation, &options, &out, NULL), 0);
    assert_int_equal(strncmp(sa_buf_text(&out), "\xEF\xBB\xBFschema_version,", 18), 0);
    sample_done(&sample);
}

static void hosts_have_scores_or_nothing(void **state)
{
    struct sample sample;
    struct csv_table table;

    (void)state;
    sample_make(&sample);
    sample.evaluation.targets[STAGING].score = (struct sa_score){.grade = ""};
    read_back(sa_report_csv_hosts, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 4);
    assert_cell(&table, 1, "host", "SYNC01");
    assert_cell(&table, 1, "kind", "server");
    assert_cell(&table, 1, "score_lower", "22");
    assert_cell(&table, 1, "score_upper", "40");
    assert_cell(&table, 1, "grade", "INCOMPLETE");
    assert_cell(&table, 1, "coverage", "63.9");
    assert_cell(&table, 1, "unknown", "4");
    assert_cell(&table, 1, "open_high", "1");
    assert_cell(&table, 1, "sources_ok", "3");
    assert_cell(&table, 1, "sources", "6");
    assert_cell(&table, 1, "readiness", "");
    assert_cell(&table, 2, "readiness", "NOT READY");
    assert_cell(&table, 2, "score_lower", "");
    assert_cell(&table, 2, "coverage", "");
    assert_cell(&table, 1, "forest", "contoso.com");
    assert_cell(&table, 1, "not_seen", "");
    assert_cell(&table, 3, "kind", "tenant");
    assert_cell(&table, 3, "forest", "");
    assert_cell(&table, 4, "kind", "forest");
    assert_cell(&table, 4, "host", "contoso.com");
    assert_cell(&table, 4, "role", "");
    assert_cell(&table, 4, "location", "contoso.com");
    assert_cell(&table, 4, "score_upper", "30");
    assert_cell(&table, 4, "sources_ok", "2");
    assert_cell(&table, 4, "forest", "SYNC01;SYNC02");
    assert_cell(&table, 4, "not_seen", "2");
    csv_table_done(&table);
    sample_done(&sample);
}

static void parity_has_every_difference(void **state)
{
    struct sample sample;
    struct csv_table table;
    size_t row = 0;

    (void)state;
    sample_make(&sample);
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 8);
    assert_string_equal(table.cells[0], "pair");
    assert_string_equal(table.cells[5], "severity");
    row = find_row(&table, "class", "version-caused");
    assert_cell(&table, row, "severity", "");
    assert_cell(&table, row, "active_evidence_ref",
                "SYNC01:SynchronizationRules/In from AD - User Common.xml");
    row = find_row(&table, "severity", "minor");
    assert_cell(&table, row, "class", "drift");
    assert_cell(&table, row, "staging", "Trim([description])");
    csv_table_done(&table);
    sample_done(&sample);
}

static void pairs_without_differences_have_a_row(void **state)
{
    struct sample sample;
    struct csv_table table;
    struct sa_pair *pair = NULL;

    (void)state;
    sample_make(&sample);
    pair = sample.evaluation.pairs;
    pair->difference_count = 0;
    memset(pair->count, 0, sizeof pair->count);
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 1);
    assert_cell(&table, 1, "class", "equal");
    csv_table_done(&table);
    pair->complete = false;
    pair->notice = "SYNC02 was not collected completely";
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 1);
    assert_cell(&table, 1, "class", "not_judged");
    assert_cell(&table, 1, "why", "SYNC02 was not collected completely");
    csv_table_done(&table);
    pair->notice = "";
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_cell(&table, 1, "why", "not every source of both servers was collected");
    csv_table_done(&table);
    pair->compared = false;
    pair->notice = "SYNC02 was not collected";
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 1);
    assert_cell(&table, 1, "class", "not_judged");
    assert_cell(&table, 1, "why", "SYNC02 was not collected");
    assert_cell(&table, 1, "path", "");
    csv_table_done(&table);
    sample_done(&sample);
}

/* What drifted is told, and that there may be more. */
static void an_incomplete_pair_that_drifted_says_both(void **state)
{
    struct sample sample;
    struct csv_table table;

    (void)state;
    sample_make(&sample);
    sample.evaluation.pairs->complete = false;
    sample.evaluation.pairs->notice = "SYNC02 was not collected completely";
    read_back(sa_report_csv_parity, &sample, NULL, &table);
    assert_int_equal(row_count(&table), 9);
    assert_cell(&table, 1, "class", "not_judged");
    assert_cell(&table, 1, "path", "");
    assert_cell(&table, 1, "why", "SYNC02 was not collected completely");
    assert_cell(&table, 2, "class", "drift");
    csv_table_done(&table);
    sample_done(&sample);
}

static void a_full_buffer_is_an_error(void **state)
{
    struct sample sample;
    struct sa_error err = {0};

    (void)state;
    sample_make(&sample);
    for (size_t limit = 0; limit < 3000; limit += 97) {
        SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(limit);

        assert_int_equal(sa_report_csv_findings(&sample.evaluation, NULL, &out, &err), SA_E_LIMIT);
        assert_string_not_equal(err.message, "");
    }
    sample_done(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(findings_have_their_columns),
        cmocka_unit_test(results_without_findings_have_a_row),
        cmocka_unit_test(hostile_cells_come_back),
        cmocka_unit_test(all_texts_may_be_hostile),
        cmocka_unit_test(lists_keep_their_elements_apart),
        cmocka_unit_test(a_mark_stands_before_the_header),
        cmocka_unit_test(hosts_have_scores_or_nothing),
        cmocka_unit_test(parity_has_every_difference),
        cmocka_unit_test(pairs_without_differences_have_a_row),
        cmocka_unit_test(an_incomplete_pair_that_drifted_says_both),
        cmocka_unit_test(a_full_buffer_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
/* NOLINTEND(misc-misleading-bidirectional) */
