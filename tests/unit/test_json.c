/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON report, read back with SQLite: valid for any text, values come back exactly, what cannot
 * be said is null. */
#include <sqlite3.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/report.h"

#include "support/report_check.h"
#include "support/sample_evaluation.h"
#include "support/test.h"

/* NOLINTBEGIN(misc-misleading-bidirectional): some texts are meant to mislead */

enum { ACTIVE, STAGING, TENANT };

struct document {
    struct sa_buf out;
    sqlite3 *db;
};

static void document_open(struct document *document, const struct sample *sample)
{
    struct sa_error err = {0};
    char why[REPORT_CHECK_WHY];

    *document = (struct document){.out = SA_BUF_INIT(SA_LIMIT_REPORT)};
    if (sa_report_json(&sample->evaluation, &sample->catalogue, NULL, &document->out, &err) < 0)
        fail_msg("%s", err.message);
    if (!report_check_json(&document->out, why))
        fail_msg("%s", why);
    assert_int_equal(sqlite3_open(":memory:", &document->db), SQLITE_OK);
}

static void document_close(struct document *document)
{
    sqlite3_close(document->db);
    sa_buf_done(&document->out);
}

/* "type:value" of a path; "absent" when there is nothing. */
static const char *value_at(const struct document *document, const char *path)
{
    static char text[4096];
    sqlite3_stmt *statement = NULL;

    assert_int_equal(sqlite3_prepare_v2(document->db,
                                        "SELECT coalesce(json_type(?1, ?2), 'absent') || ':' || "
                                        "coalesce(json_extract(?1, ?2), '')",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    sqlite3_bind_text(statement, 1, sa_buf_text(&document->out), (int)document->out.len,
                      SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, path, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    (void)snprintf(text, sizeof text, "%s", (const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return text;
}

static const struct {
    const char *path, *wanted;
} members[] = {
    {"$.schema_version",                                   "text:1.2"                             },
    {"$.tool.version",                                     "text:0.1.0"                           },
    {"$.run.id",                                           "text:4f0c2a9be1d84c55a7b3d0e6f1829ab4"},
    {"$.run.operator",                                     "text:CONTOSO\\auditor"                },
    {"$.run.interrupted",                                  "false:0"                              },
    {"$.run.selection.complete",                           "true:1"                               },
    {"$.judged.min_coverage",                              "integer:80"                           },
    {"$.estate.lower",                                     "integer:22"                           },
    {"$.hosts[0].name",                                    "text:SYNC01"                          },
    {"$.hosts[0].score.upper",                             "integer:40"                           },
    {"$.hosts[0].score.coverage",                          "real:63.9"                            },
    {"$.hosts[0].score.counts.unknown",                    "integer:4"                            },
    {"$.hosts[0].score.open.high",                         "integer:1"                            },
    {"$.hosts[0].score.cap",                               "text:halved: 1 critical open"         },
    {"$.hosts[0].categories[0].name",                      "text:synchronisation"                 },
    {"$.hosts[0].collectors[3].state",                     "text:failed"                          },
    {"$.hosts[0].collectors[3].status",                    "text:denied"                          },
    {"$.hosts[0].collectors[3].checks[0]",                 "text:SYN-003"                         },
    {"$.hosts[0].collectors[4].state",                     "text:not_asked"                       },
    {"$.hosts[0].collectors[4].started",                   "null:"                                },
    {"$.hosts[2].kind",                                    "text:tenant"                          },
    {"$.hosts[2].id",                                      "null:"                                },
    {"$.hosts[2].role",                                    "null:"                                },
    {"$.hosts[2].forest",                                  "null:"                                },
    {"$.hosts[3].kind",                                    "text:forest"                          },
    {"$.hosts[3].id",                                      "integer:3"                            },
    {"$.hosts[3].role",                                    "null:"                                },
    {"$.hosts[3].score.upper",                             "integer:30"                           },
    {"$.hosts[3].collectors[2].checks[0]",                 "text:ACC-003"                         },
    {"$.hosts[3].forest.answered",                         "true:1"                               },
    {"$.hosts[3].forest.protection",                       "text:sealed by Kerberos, AES256"      },
    {"$.hosts[3].forest.clock_offset_s",                   "integer:-2"                           },
    {"$.hosts[3].forest.servers[1]",                       "text:SYNC02"                          },
    {"$.hosts[3].forest.domains[1].collected",             "false:0"                              },
    {"$.hosts[3].forest.account_total",                    "integer:4"                            },
    {"$.hosts[3].forest.accounts[1].enabled",              "null:"                                },
    {"$.hosts[3].forest.accounts[3].enabled",              "false:0"                              },
    {"$.hosts[3].forest.accounts[1].privileged_through",   "null:"                                },
    {"$.hosts[3].forest.not_seen[0].status",               "text:unreachable"                     },
    {"$.hosts[3].forest.footprint.operations[5].failed",   "integer:3"                            },
    {"$.hosts[0].windows.build",                           "text:20348.2113"                      },
    {"$.hosts[0].windows.protected",                       "true:1"                               },
    {"$.hosts[0].windows.footprint.operations[2].entries", "integer:603"                          },
    {"$.hosts[1].windows.answered",                        "false:0"                              },
    {"$.hosts[1].windows.memory_mb",                       "null:"                                },
    {"$.hosts[3].windows",                                 "null:"                                },
    {"$.hosts[0].engine.way",                              "text:function"                        },
    {"$.hosts[0].engine.staging",                          "false:0"                              },
    {"$.hosts[0].engine.connectors[1].export_updates",     "integer:41"                           },
    {"$.hosts[0].engine.connectors[1].exported_at",        "null:"                                },
    {"$.hosts[1].engine.answered",                         "false:0"                              },
    {"$.hosts[1].engine.suspended",                        "null:"                                },
    {"$.hosts[3].engine",                                  "null:"                                },
    {"$.checks[0].id",                                     "text:STG-001"                         },
    {"$.checks[0].weight",                                 "integer:10"                           },
    {"$.checks[0].params[0].value",                        "text:200"                             },
    {"$.checks[0].params[0].from_policy",                  "true:1"                               },
    {"$.checks[0].references[1]",                          "text:NIST SP 800-53 CM-6"             },
    {"$.results[0].check",                                 "text:SYN-002"                         },
    {"$.results[0].status",                                "text:unknown"                         },
    {"$.results[0].finding_id",                            "null:"                                },
    {"$.results[0].subject",                               "null:"                                },
    {"$.parity[0].verdict",                                "text:drift"                           },
    {"$.parity[0].items",                                  "integer:4312"                         },
    {"$.parity[0].counts.\"version-caused\"",              "integer:1"                            },
    {"$.parity[0].differences[1].minor",                   "true:1"                               },
    {"$.parity[0].differences[1].staging_evidence.size",   "integer:48377"                        },
    {"$.readiness[0].verdict",                             "text:NOT READY"                       },
    {"$.readiness[0].items[2].status",                     "text:error"                           },
};

static void the_sample_has_its_members(void **state)
{
    struct sample sample;
    struct document document;

    (void)state;
    sample_make(&sample);
    document_open(&document, &sample);
    for (size_t i = 0; i < SA_COUNT(members); i++)
        assert_string_equal(value_at(&document, members[i].path), members[i].wanted);
    document_close(&document);
    sample_done(&sample);
}

static void texts_come_back_exactly(void **state)
{
    static const char *const exact[] = {
        "",
        "plain",
        "\"quotes\" and \\ and / and '",
        "line\nbreaks\r\nand\ttabs",
        "\x01\x1F\x7F control",
        "gpj\342\200\256exe \342\200\250",
        "\xF3\xA0\x81\x81 tag",
        "\xF0\x9F\x92\xA9 \xEF\xBF\xBD",
        "</script><!--",
        "=1+1",
    };
    struct sample sample;
    struct document document;
    char wanted[256];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(exact); i++) {
        sample_make(&sample);
        sample.evaluation.run.operator_name = exact[i];
        document_open(&document, &sample);
        (void)snprintf(wanted, sizeof wanted, "text:%s", exact[i]);
        assert_string_equal(value_at(&document, "$.run.operator"), wanted);
        document_close(&document);
        sample_done(&sample);
    }
    sample_make(&sample);
    sample.evaluation.run.operator_name = "a\xFF\xC3(";
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.run.operator"), "text:a\xEF\xBF\xBD\xEF\xBF\xBD(");
    document_close(&document);
    sample_done(&sample);
}

static void all_texts_may_be_hostile(void **state)
{
    struct sample sample;
    struct document document;

    (void)state;
    for (size_t start = 0; sample_hostile_texts[start] != NULL; start++) {
        size_t counter = start;

        sample_make(&sample);
        sample_replace_texts(&sample, sample_hostile_text, &counter);
        document_open(&document, &sample);
        document_close(&document);
        sample_done(&sample);
    }
}

static void nothing_known_is_null(void **state)
{
    struct sample sample;
    struct document document;

    (void)state;
    sample_make(&sample);
    sample.evaluation.targets[ACTIVE].score = (struct sa_score){.grade = ""};
    sample.evaluation.estate_lower = sample.evaluation.estate_upper = -1;
    sample.evaluation.run.finished_at = "";
    sample.evaluation.pairs[0].compared = false;
    sample_grow_findings(&sample, STAGING, "PAR-004", 1)->omitted = 5;
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.hosts[0].score.lower"), "null:");
    assert_string_equal(value_at(&document, "$.hosts[0].score.coverage"), "null:");
    assert_string_equal(value_at(&document, "$.hosts[0].score.grade"), "null:");
    assert_string_equal(value_at(&document, "$.estate.lower"), "null:");
    assert_string_equal(value_at(&document, "$.run.finished"), "null:");
    assert_string_equal(value_at(&document, "$.parity[0].verdict"), "text:not_judged");
    document_close(&document);
    sample.evaluation.target_count = 0;
    sample.evaluation.pair_count = 0;
    sample.evaluation.readiness_count = 0;
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.hosts"), "array:[]");
    assert_string_equal(value_at(&document, "$.results"), "array:[]");
    document_close(&document);
    sample_done(&sample);
}

static void an_incomplete_pair_is_not_equal(void **state)
{
    struct sample sample;
    struct document document;
    struct sa_pair *pair = NULL;

    (void)state;
    sample_make(&sample);
    pair = sample.evaluation.pairs;
    pair->complete = false;
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.parity[0].verdict"), "text:drift");
    assert_string_equal(value_at(&document, "$.parity[0].complete"), "false:0");
    document_close(&document);
    pair->difference_count = 0;
    memset(pair->count, 0, sizeof pair->count);
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.parity[0].verdict"), "text:not_judged");
    document_close(&document);
    pair->complete = true;
    document_open(&document, &sample);
    assert_string_equal(value_at(&document, "$.parity[0].verdict"), "text:equal");
    assert_string_equal(value_at(&document, "$.parity[0].complete"), "true:1");
    document_close(&document);
    sample_done(&sample);
}

static void a_full_buffer_is_an_error(void **state)
{
    struct sample sample;
    struct sa_error err = {0};

    (void)state;
    sample_make(&sample);
    for (size_t limit = 0; limit < 30000; limit += 499) {
        SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(limit);

        assert_int_equal(sa_report_json(&sample.evaluation, &sample.catalogue, NULL, &out, &err),
                         SA_E_LIMIT);
    }
    sample_done(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sample_has_its_members),
        cmocka_unit_test(texts_come_back_exactly),
        cmocka_unit_test(all_texts_may_be_hostile),
        cmocka_unit_test(nothing_known_is_null),
        cmocka_unit_test(an_incomplete_pair_is_not_equal),
        cmocka_unit_test(a_full_buffer_is_an_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
/* NOLINTEND(misc-misleading-bidirectional) */
