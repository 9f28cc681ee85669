/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps what a call hands on, as one line of text: "output one|error Id message|warning text|". */
#ifndef SYNCAUDIT_TESTS_PSRP_RECORDS_H
#define SYNCAUDIT_TESTS_PSRP_RECORDS_H
#include <string.h>

#include "psrp_script.h"
#include "support/test.h"

struct records {
    struct sa_buf text;
    size_t count;
    size_t stop_at; /**< this record is refused; 0: none */
    struct sa_psrp_error last;
    enum sa_psrp_state state;
    struct sa_psrp_error reason;
    struct sa_error err;
};

static int keep_record(void *payload, const struct sa_psrp_record *record, struct sa_error *err)
{
    static const char *const names[] = {"output",      "error",   "warning",
                                        "information", "verbose", "debug"};
    struct records *records = payload;

    if (++records->count == records->stop_at)
        return sa_fail(err, SA_E_IO, SA_DOMAIN_NONE, 0, "enough");
    if (records->count > 1000)
        return 0;
    sa_buf_addf(&records->text, "%s ", names[record->kind]);
    if (record->kind == SA_PSRP_OUTPUT) {
        const char *text = sa_clixml_text(record->value);

        sa_buf_add_text(&records->text, text != NULL ? text : "?");
        assert_null(record->error);
    } else if (record->kind == SA_PSRP_ERROR) {
        records->last = *record->error;
        sa_buf_addf(&records->text, "%s %s", record->error->id, record->error->message);
    } else {
        sa_buf_add_text(&records->text, record->text);
    }
    sa_buf_add_char(&records->text, '|');
    return 0;
}

static void records_clear(struct records *records)
{
    sa_buf_done(&records->text);
    *records = (struct records){.text = SA_BUF_INIT(SA_MIB), .state = SA_PSRP_STOPPED};
}

static const char *operation(size_t n)
{
    return sa_psrp_operations()[n].name;
}

static int SA_UNUSED run_names(struct sa_psrp *pool, const char *const *names, int64_t deadline_ms,
                               struct records *records)
{
    size_t stop_at = records->stop_at;
    static const struct sa_psrp_argument days[] = {
        {.name = "Days", .type = SA_PSRP_NUMBER, .number = 7}
    };
    const struct sa_psrp_call call = {
        .names = names, .arguments = days, .argument_count = 1, .deadline_ms = deadline_ms};

    records_clear(records);
    records->stop_at = stop_at;
    return sa_psrp_run(pool, &call, keep_record, records, &records->state, &records->reason,
                       &records->err);
}

/** The first operation of the table. */
static int SA_UNUSED run_one(struct sa_psrp *pool, struct records *records)
{
    const char *const names[] = {operation(0), NULL};

    return run_names(pool, names, 0, records);
}

/** Every step was asked for, and no other. */
static void SA_UNUSED all_asked(struct psrp_script *script)
{
    if (script->script.next != script->count)
        fail_msg("%zu of %zu steps were asked for", script->script.next, script->count);
    psrp_script_done(script);
}

static int SA_UNUSED open_way(struct sa_wsman *session, const char *configuration,
                              enum sa_psrp_way way, struct sa_psrp **ret, struct sa_error *err)
{
    const struct sa_psrp_options options = {
        .session = session, .configuration = configuration, .way = way};

    return sa_psrp_open(&options, ret, err);
}
#endif
