/* SPDX-License-Identifier: Apache-2.0 */
/* Could the staging server take over now? A gate of its own (STG-013), drawn from the results of
 * other checks on the staging server and its tenant; no score is mixed into it, and it is no
 * result.
 *
 * A constituent that nobody evaluated is not known, whatever the reason: that this catalogue does
 * not have it yet, that it was not selected, that a source is missing. READY is only said when
 * each constituent that applies has passed. */
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "judge.h"

/* High constituents that may fail before the verdict is NOT READY. */
#define HIGH_MAX 0

struct constituent {
    const char *id;
    enum sa_severity severity; /* of a check that the catalogue does not have */
    const char *title;
};

static const struct constituent constituents[] = {
    {"STG-001", SA_CRITICAL, "exactly one active sync server"                      },
    {"STG-003", SA_CRITICAL, "no export has run on the staging server"             },
    {"STG-004", SA_HIGH,     "complete import and synchronisation cycles"          },
    {"STG-005", SA_HIGH,     "pending exports are small and understood"            },
    {"STG-006", SA_MEDIUM,   "object counts agree per connector"                   },
    {"STG-007", SA_HIGH,     "no password sync or writeback while staging"         },
    {"STG-008", SA_HIGH,     "no full import or synchronisation outstanding"       },
    {"STG-009", SA_CRITICAL, "credentials for AD and Entra ID work"                },
    {"PAR-001", SA_MEDIUM,   "both configurations collected at about the same time"},
    {"PAR-002", SA_HIGH,     "same Entra Connect version"                          },
    {"PAR-003", SA_CRITICAL, "same connectors and selected domains"                },
    {"PAR-004", SA_CRITICAL, "same OU scope"                                       },
    {"PAR-005", SA_HIGH,     "same object types, attributes and metaverse schema"  },
    {"PAR-006", SA_CRITICAL, "same set of sync rules"                              },
    {"PAR-007", SA_CRITICAL, "equal attribute flows"                               },
    {"PAR-008", SA_CRITICAL, "equal scoping filters and join rules"                },
    {"PAR-009", SA_HIGH,     "equal rule properties"                               },
    {"PAR-010", SA_HIGH,     "equal relative precedence of the rules"              },
    {"PAR-011", SA_HIGH,     "equal optional features"                             },
    {"PAR-012", SA_CRITICAL, "equal identity mapping"                              },
    {"PAR-013", SA_HIGH,     "equal user sign-in and Seamless SSO setting"         },
    {"ACC-007", SA_HIGH,     "rights that the enabled features need are present"   },
    {"ACC-008", SA_HIGH,     "equal rights of both connector accounts"             },
    {"ACC-015", SA_HIGH,     "application-based sign-in to Entra ID"               },
    {"ACC-016", SA_HIGH,     "application certificate valid, rotated and protected"},
    {"NET-005", SA_HIGH,     "Entra endpoints and domain controllers within reach" },
    {"SYN-001", SA_CRITICAL, "ADSync service runs and is stable"                   },
    {"SYN-003", SA_CRITICAL, "scheduler enabled with a sane interval"              },
    {"SYN-013", SA_HIGH,     "domains and Entra ID reachable, credentials accepted"},
    {"SQL-001", SA_CRITICAL, "database has room and fits the directory"            },
    {"SQL-003", SA_CRITICAL, "active and staging use separate databases"           },
    {"OSH-002", SA_MEDIUM,   "capacity fits the number of objects"                 },
    {"PAT-002", SA_CRITICAL, "version meets the mandatory minimum dates"           },
    {"CRY-001", SA_HIGH,     "TLS 1.2 works for .NET and SCHANNEL"                 },
};

/* What the constituents of one pair say. */
struct poll {
    struct sa_judge *judge;
    struct sa_readiness *readiness;
    size_t room;
    size_t failed[SA_CRITICAL + 1];
    size_t unknown, warned, answered, asked;
};

static void add_item(struct poll *poll, const struct sa_readiness_item *item)
{
    if (poll->readiness->item_count < poll->room)
        poll->readiness->items[poll->readiness->item_count++] = *item;
}

/* The first finding stands for all: the rest is in the results. */
static const char *tell_finding(struct sa_judge *judge, const struct sa_result *result)
{
    size_t count = result->finding_count + result->omitted;

    if (result->reason[0] != '\0' || result->finding_count == 0)
        return result->reason;
    const struct sa_finding *first = &result->findings[0];
    const char *wanted = first->expected[0] != '\0' ? "; expected: " : "";
    const char *text =
        count > 1 ? sa_arena_printf(judge->arena, "%s: %s%s%s; and %zu more", first->subject,
                                    first->observed, wanted, first->expected, count - 1)
                  : sa_arena_printf(judge->arena, "%s: %s%s%s", first->subject, first->observed,
                                    wanted, first->expected);
    if (text == NULL)
        judge->full = true;
    return text != NULL ? text : "";
}

static void count_result(struct poll *poll, const struct sa_result *result)
{
    switch (result->status) {
    case SA_RESULT_NOT_APPLICABLE:
    case SA_RESULT_COUNT:
        return;
    case SA_RESULT_FAIL:
        poll->failed[result->check->severity]++;
        break;
    case SA_RESULT_UNKNOWN:
    case SA_RESULT_ERROR:
        poll->unknown++;
        break;
    case SA_RESULT_WARN:
        poll->warned++;
        break;
    case SA_RESULT_PASS:
    case SA_RESULT_INFO:
        break;
    }
    poll->asked++;
    if (result->status != SA_RESULT_UNKNOWN && result->status != SA_RESULT_ERROR)
        poll->answered++;
    if (result->status != SA_RESULT_PASS)
        add_item(poll, &(struct sa_readiness_item){
                           .check_id = result->check->id,
                           .title = result->check->title,
                           .severity = result->check->severity,
                           .status = result->status,
                           .reason = tell_finding(poll->judge, result),
                       });
}

static size_t count_on(struct poll *poll, const struct sa_target *target, const char *id)
{
    for (size_t i = 0; i < target->result_count; i++) {
        if (sa_text_same(target->results[i].check->id, id)) {
            count_result(poll, &target->results[i]);
            return 1;
        }
    }
    return 0;
}

static void ask(struct poll *poll, const struct constituent *constituent)
{
    const struct sa_judge *judge = poll->judge;
    const struct sa_target *targets = judge->evaluation->targets;
    size_t staging = (size_t)(poll->readiness->pair->staging - targets);
    const struct sa_dossier *dossier = &judge->dossiers[staging];
    size_t found = count_on(poll, &targets[staging], constituent->id);

    for (size_t i = 0; i < dossier->member_count; i++)
        found += count_on(poll, &targets[dossier->members[i]], constituent->id);
    if (found > 0)
        return;
    const struct sa_check *check = sa_catalogue_find(judge->catalogue, constituent->id);
    poll->asked++;
    poll->unknown++;
    add_item(poll, &(struct sa_readiness_item){
                       .check_id = constituent->id,
                       .title = check != NULL ? check->title : constituent->title,
                       .severity = check != NULL ? check->severity : constituent->severity,
                       .status = SA_RESULT_UNKNOWN,
                       .reason = check != NULL ? "not evaluated: left out by the selection"
                                               : "not evaluated by this catalogue",
                   });
}

static int rank(enum sa_result_status status)
{
    switch (status) {
    case SA_RESULT_FAIL:
        return 0;
    case SA_RESULT_UNKNOWN:
    case SA_RESULT_ERROR:
        return 1;
    case SA_RESULT_WARN:
        return 2;
    case SA_RESULT_INFO:
    case SA_RESULT_PASS:
    case SA_RESULT_NOT_APPLICABLE:
    case SA_RESULT_COUNT:
        break;
    }
    return 3;
}

static bool is_worse(const struct sa_readiness_item *a, const struct sa_readiness_item *b)
{
    if (rank(a->status) != rank(b->status))
        return rank(a->status) < rank(b->status);
    return a->severity > b->severity;
}

/* Worst first; among equals the order of the table. */
static void sort_items(struct sa_readiness *readiness)
{
    for (size_t i = 1; i < readiness->item_count; i++) {
        struct sa_readiness_item item = readiness->items[i];
        size_t k = i;

        for (; k > 0 && is_worse(&item, &readiness->items[k - 1]); k--)
            readiness->items[k] = readiness->items[k - 1];
        readiness->items[k] = item;
    }
}

/* "2 critical checks and 1 high check fail" for the severities from `least` to `most`. */
static void tell_failed(const struct poll *poll, enum sa_severity most, enum sa_severity least,
                        struct sa_buf *text)
{
    size_t left = 0;
    size_t total = 0;
    bool first = true;

    for (int severity = (int)most; severity >= (int)least; severity--) {
        left += poll->failed[severity] > 0;
        total += poll->failed[severity];
    }
    for (int severity = (int)most; severity >= (int)least; severity--) {
        size_t count = poll->failed[severity];

        if (count == 0)
            continue;
        const char *joint = left == 1 ? " and " : ", ";
        (void)sa_buf_addf(text, "%s%zu %s %s", first ? "" : joint, count,
                          sa_severity_name((enum sa_severity)severity),
                          count == 1 ? "check" : "checks");
        first = false;
        left--;
    }
    (void)sa_buf_add_text(text, total == 1 ? " fails" : " fail");
}

static size_t sum_failed(const struct poll *poll, enum sa_severity most, enum sa_severity least)
{
    size_t sum = 0;
    for (int severity = (int)least; severity <= (int)most; severity++)
        sum += poll->failed[severity];
    return sum;
}

static void tell_risks(const struct poll *poll, struct sa_buf *text)
{
    bool fails = sum_failed(poll, SA_HIGH, SA_INFO) > 0;

    if (poll->warned > 0)
        (void)sa_buf_addf(text, "%zu %s", poll->warned,
                          poll->warned == 1 ? "check warns" : "checks warn");
    if (poll->warned > 0 && fails)
        (void)sa_buf_add_text(text, ", ");
    if (fails)
        tell_failed(poll, SA_HIGH, SA_INFO, text);
}

static void decide(struct poll *poll, struct sa_buf *text)
{
    const char *staging = poll->readiness->pair->staging->name;
    const char *active = poll->readiness->pair->active->name;

    if (poll->failed[SA_CRITICAL] > 0 || poll->failed[SA_HIGH] > HIGH_MAX) {
        poll->readiness->verdict = "NOT READY";
        (void)sa_buf_addf(text, "%s is not ready to take over from %s: ", staging, active);
        tell_failed(poll, SA_CRITICAL, SA_HIGH, text);
        if (poll->unknown > 0)
            (void)sa_buf_addf(text, ", and %zu could not be answered", poll->unknown);
    } else if (poll->unknown > 0 || poll->answered == 0) {
        poll->readiness->verdict = "UNKNOWN";
        (void)sa_buf_addf(text,
                          "It is not known whether %s could take over from %s:"
                          " %zu of %zu checks could not be answered",
                          staging, active, poll->unknown, poll->asked);
    } else if (poll->warned > 0 || sum_failed(poll, SA_HIGH, SA_INFO) > 0) {
        poll->readiness->verdict = "READY WITH RISKS";
        (void)sa_buf_addf(text, "%s could take over from %s, with risks: ", staging, active);
        tell_risks(poll, text);
    } else {
        poll->readiness->verdict = "READY";
        (void)sa_buf_addf(text, "%s is ready to take over from %s: every check that applies passes",
                          staging, active);
    }
}

static int judge_one(struct sa_judge *judge, const struct sa_pair *pair,
                     struct sa_readiness *readiness, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    size_t staging = (size_t)(pair->staging - judge->evaluation->targets);
    struct poll poll = {.judge = judge, .readiness = readiness};

    poll.room = SA_COUNT(constituents) * (1 + judge->dossiers[staging].member_count);
    readiness->pair = pair;
    readiness->items = sa_arena_array(judge->arena, poll.room, sizeof *readiness->items);
    if (readiness->items == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; i < SA_COUNT(constituents); i++)
        ask(&poll, &constituents[i]);
    sort_items(readiness);
    decide(&poll, &text);
    if (sa_buf_status(&text) < 0)
        return sa_judge_full(err);
    readiness->sentence = sa_judge_copy(judge, sa_buf_text(&text));
    return judge->full ? sa_judge_full(err) : 0;
}

int sa_readiness_judge(struct sa_judge *judge, struct sa_error *err)
{
    struct sa_evaluation *evaluation = judge->evaluation;
    int r = 0;

    evaluation->readiness =
        sa_arena_array(judge->arena, evaluation->pair_count + 1, sizeof *evaluation->readiness);
    if (evaluation->readiness == NULL)
        return sa_judge_full(err);
    for (size_t i = 0; r == 0 && i < evaluation->pair_count; i++)
        r = judge_one(judge, &evaluation->pairs[i],
                      &evaluation->readiness[evaluation->readiness_count++], err);
    return r;
}
