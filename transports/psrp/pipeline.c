/* SPDX-License-Identifier: Apache-2.0 */
/* One pipeline ([MS-PSRP] 3.1.5.3.3 to 3.1.5.3.6, 3.1.5.4.10 to 3.1.5.4.27): CREATE_PIPELINE goes out with
 * Command, what does not fit into one envelope with Send; Receive until its state is final; Signal Terminate,
 * without which the server counts it as running until the shell is deleted.
 *
 * Records are handed on as they come. Errors that end a pipeline may stand in its state only. A pipeline that
 * says nothing for too long, or whose caller has seen enough, is stopped (powershell/signal/ctrl_c); when its
 * state tells that it has stopped the runspace takes the next one, else the shell is made anew for that. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define SILENCE_MS 120000

/* How long a stopped pipeline may take to say so. */
#define STOPPING_MS 5000

#define HELD_MAX    4
#define HELD_BYTES  SA_MIB

#define REQUEST_MAX (4 * SA_MIB)
#define ROOM_MIN    (4 * SA_KIB)

struct held {
    struct sa_psrp_error error;
    const char *xml;
    size_t xml_len;
};

struct pipeline {
    struct sa_psrp *pool;
    const struct psrp_ask *ask;
    struct psrp_guid id;
    char command_id[SA_SHELL_ID_SIZE];
    char detail[192];
    struct psrp_receiver receiver;
    struct psrp_outcome *ret;
    struct held held[HELD_MAX]; /**< errors that may come before a refusal of this way */
    size_t held_count;
    struct sa_arena arena; /**< their XML */
    bool is_final;
    bool is_stopping; /**< records are of no interest any more */
    bool is_running;  /**< the server has it */
    int failed;       /**< what a record led to: an error of ours or the caller's */
    struct sa_error why;
    size_t records;
    int64_t last_ms;
    struct psrp_host_call calls[SA_LIMIT_PSRP_HOST_CALLS];
    size_t call_count, answered;
};

/* Time and records: shared with command.c ----------------------------------------------------------- */

static unsigned silence_ms(const struct psrp_ask *ask)
{
    return ask->silence_ms != 0 ? ask->silence_ms : SILENCE_MS;
}

int64_t psrp_wait_until(const struct psrp_ask *ask, int64_t last_ms)
{
    int64_t until = last_ms + silence_ms(ask);

    return ask->deadline_ms != 0 && ask->deadline_ms < until ? ask->deadline_ms : until;
}

int psrp_check_time(const struct psrp_ask *ask, int64_t last_ms, struct sa_error *err)
{
    int64_t now = sa_time_monotonic_ms();

    if (ask->deadline_ms != 0 && now >= ask->deadline_ms) {
        (void)sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "time is up for this server");
        sa_hint(err, "allow more time for the host");
        return SA_E_TIMEOUT;
    }
    if (now - last_ms >= silence_ms(ask)) {
        (void)sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                      "PowerShell said nothing for %u s; it was stopped", silence_ms(ask) / 1000);
        sa_hint(err, "look whether the sync engine answers on the server itself");
        return SA_E_TIMEOUT;
    }
    return 0;
}

int psrp_hand(const struct psrp_ask *ask, const struct sa_psrp_record *record, size_t *count,
              struct sa_error *err)
{
    int r = 0;

    if (++*count > SA_LIMIT_PSRP_RECORDS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_RECORDS,
                       "PowerShell told more than %d records", SA_LIMIT_PSRP_RECORDS);
    r = ask->each(ask->payload, record, err);
    return r < 0 ? r : 0;
}

static int hand(struct pipeline *pipeline, const struct sa_psrp_record *record,
                struct sa_error *err)
{
    size_t count = pipeline->held_count;
    int r = 0;

    pipeline->held_count = 0;
    for (size_t i = 0; r == 0 && i < count; i++) {
        const struct sa_psrp_record held = {
            .kind = SA_PSRP_ERROR,
            .xml = pipeline->held[i].xml,
            .xml_len = pipeline->held[i].xml_len,
            .error = &pipeline->held[i].error,
            .text = "",
        };

        pipeline->ret->has_handed = true;
        r = psrp_hand(pipeline->ask, &held, &pipeline->records, err);
    }
    if (r == 0 && record != NULL) {
        pipeline->ret->has_handed = true;
        r = psrp_hand(pipeline->ask, record, &pipeline->records, err);
    }
    return r;
}

/* Messages ----------------------------------------------------------------------------------------- */

static bool is_refusal(const struct pipeline *pipeline, const struct psrp_reason *reason)
{
    const char *refusal = pipeline->ask->refusal;

    if (refusal == NULL || pipeline->ret->has_handed || strcmp(reason->error.id, refusal) != 0)
        return false;
    /* A command that the function itself does not find is no refusal of the function. */
    return strcmp(refusal, "CommandNotFoundException") != 0 || reason->target[0] == '\0' ||
           sa_text_same(reason->target, SA_PSRP_FUNCTION);
}

static int take_error(struct pipeline *pipeline, const struct psrp_message *message,
                      const struct sa_clixml_value *value, struct sa_error *err)
{
    struct psrp_reason reason;
    const struct sa_psrp_record record = {
        .kind = SA_PSRP_ERROR,
        .xml = message->data,
        .xml_len = message->len,
        .error = &reason.error,
        .text = "",
    };

    psrp_read_error(value, &reason);
    /* Endpoints without a language say other things before they refuse: kept back until it is known. */
    if (pipeline->ask->refusal != NULL && !pipeline->ret->has_handed &&
        pipeline->held_count < HELD_MAX) {
        char *xml = sa_arena_copy(&pipeline->arena, message->data, message->len);

        if (xml != NULL) {
            pipeline->held[pipeline->held_count++] = (struct held){reason.error, xml, message->len};
            return 0;
        }
    }
    return hand(pipeline, &record, err);
}

static int take_record(struct pipeline *pipeline, const struct psrp_message *message,
                       enum sa_psrp_record_kind kind, const struct sa_clixml_value *value,
                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_psrp_record record = {
        .kind = kind,
        .xml = message->data,
        .xml_len = message->len,
        .text = "",
    };

    if (kind == SA_PSRP_ERROR)
        return take_error(pipeline, message, value, err);
    if (kind == SA_PSRP_OUTPUT) {
        record.value = value;
    } else {
        psrp_add_text(value, &text);
        record.text = sa_buf_text(&text);
    }
    return hand(pipeline, &record, err);
}

static int take_state(struct pipeline *pipeline, const struct sa_clixml_value *value,
                      struct sa_error *err)
{
    int64_t state = 0;

    if (!sa_clixml_integer(sa_clixml_member(value, "PipelineState"), &state))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "a state of the pipeline is no number");
    if (state != PIPELINE_STOPPED && state != PIPELINE_COMPLETED && state != PIPELINE_FAILED)
        return 0; /* on its way */
    pipeline->is_final = true;
    if (state == PIPELINE_COMPLETED)
        pipeline->ret->state = SA_PSRP_COMPLETED;
    else
        pipeline->ret->state = state == PIPELINE_FAILED ? SA_PSRP_FAILED : SA_PSRP_STOPPED;
    if (state != PIPELINE_COMPLETED)
        psrp_read_error(sa_clixml_member(value, "ExceptionAsErrorRecord"), &pipeline->ret->reason);
    return 0;
}

static int keep_host_call(struct pipeline *pipeline, const struct psrp_message *message,
                          struct sa_error *err)
{
    struct psrp_host_call call;

    if (!psrp_read_host_call(message, &call))
        return 0;
    if (pipeline->call_count >= SA_LIMIT_PSRP_HOST_CALLS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_HOST_CALLS,
                       "PowerShell asks a person more than %d questions", SA_LIMIT_PSRP_HOST_CALLS);
    pipeline->calls[pipeline->call_count++] = call;
    return 0;
}

static bool kind_of(uint32_t type, enum sa_psrp_record_kind *ret)
{
    static const struct {
        uint32_t type;
        enum sa_psrp_record_kind kind;
    } kinds[] = {
        {PSRP_PIPELINE_OUTPUT,    SA_PSRP_OUTPUT     },
        {PSRP_ERROR_RECORD,       SA_PSRP_ERROR      },
        {PSRP_WARNING_RECORD,     SA_PSRP_WARNING    },
        {PSRP_INFORMATION_RECORD, SA_PSRP_INFORMATION},
        {PSRP_VERBOSE_RECORD,     SA_PSRP_VERBOSE    },
        {PSRP_DEBUG_RECORD,       SA_PSRP_DEBUG      },
    };

    for (size_t i = 0; i < SA_COUNT(kinds); i++) {
        if (kinds[i].type == type) {
            *ret = kinds[i].kind;
            return true;
        }
    }
    return false;
}

static int take_value(struct pipeline *pipeline, const struct psrp_message *message,
                      enum sa_psrp_record_kind kind, struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_HOST_MODEL);
    const struct sa_clixml_value *value = NULL;
    int r = sa_clixml_read_one(message->data, message->len, &arena, &value, err);

    if (r == 0 && message->type == PSRP_PIPELINE_STATE)
        r = take_state(pipeline, value, err);
    else if (r == 0)
        r = take_record(pipeline, message, kind, value, err);
    sa_arena_done(&arena);
    return r;
}

/* What is wrong with one record, or with its reader, is told later: the messages behind it say whether the
 * pipeline has ended. */
static int take_message(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    struct pipeline *pipeline = payload;
    enum sa_psrp_record_kind kind = SA_PSRP_OUTPUT;
    bool is_record = kind_of(message->type, &kind);
    struct sa_error own = {0};
    int r = 0;

    if (psrp_guid_is_zero(&message->pipeline) && !is_record && message->type != PSRP_PIPELINE_STATE)
        return psrp_runspace_take(pipeline->pool, message, err);
    if (!psrp_guid_is_zero(&message->pipeline) &&
        !psrp_guid_same(&message->pipeline, &pipeline->id))
        return 0; /* of another pipeline */
    if (message->type == PSRP_PIPELINE_HOST_CALL)
        return keep_host_call(pipeline, message, err);
    if (!is_record && message->type != PSRP_PIPELINE_STATE)
        return 0; /* progress, and what else only a person would look at */
    if (pipeline->is_final || (is_record && pipeline->is_stopping))
        return 0;
    pipeline->last_ms = sa_time_monotonic_ms();
    r = take_value(pipeline, message, kind, &own);
    if (r < 0 && pipeline->failed == 0) {
        pipeline->failed = r;
        pipeline->why = own;
        pipeline->is_stopping = true;
    }
    return 0;
}

static int take_bytes(void *payload, const char *stream, const void *bytes, size_t len,
                      struct sa_error *err)
{
    struct pipeline *pipeline = payload;

    if (strcmp(stream, "stdout") != 0)
        return 0;
    return psrp_receive(&pipeline->receiver, bytes, len, take_message, pipeline, err);
}

/* Start ---------------------------------------------------------------------------------------------- */

static int start_once(struct pipeline *pipeline, const struct sa_buf *data, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(REQUEST_MAX);
    SA_CLEANUP(sa_buf_done) struct sa_buf fragment = SA_BUF_INIT(SA_MIB);
    struct sa_psrp *pool = pipeline->pool;
    char id[PSRP_GUID_TEXT];
    struct psrp_message message = {
        .destination = PSRP_TO_SERVER,
        .type = PSRP_CREATE_PIPELINE,
        .pool = pool->id,
        .data = sa_buf_text(data),
        .len = data->len,
    };
    struct psrp_cut cut;
    int r = 0;

    psrp_guid_new(&pipeline->id);
    psrp_guid_format(&pipeline->id, id);
    message.pipeline = pipeline->id;
    psrp_add_message(&bytes, &message);
    if (sa_buf_status(data) < 0 || sa_buf_status(&bytes) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "the script is too long to be sent");
    psrp_cut_begin(&cut, &pool->last_object, &bytes);
    while (r == 0 && !psrp_cut_done(&cut)) {
        sa_buf_clear(&fragment);
        if (!psrp_cut_next(&cut, psrp_budget(pool->room), &fragment) ||
            sa_buf_status(&fragment) < 0)
            return sa_fail_nomem(err);
        if (!pipeline->is_running)
            r = sa_shell_start_pipeline(pool->shell, id, fragment.data, fragment.len,
                                        pipeline->command_id, err);
        else
            r = sa_shell_send(pool->shell, "stdin", pipeline->command_id, fragment.data,
                              fragment.len, err);
        pipeline->is_running = pipeline->is_running || r == 0;
    }
    return r;
}

static void end(struct pipeline *pipeline)
{
    if (pipeline->is_running)
        (void)sa_shell_signal(pipeline->pool->shell, pipeline->command_id, SA_SHELL_TERMINATE);
    pipeline->is_running = false;
}

/* A server may be told to take smaller envelopes than any does by itself; a shell that was lost before the
 * pipeline began is made once more. */
static int start(struct pipeline *pipeline, int64_t deadline_ms, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf data = SA_BUF_INIT(REQUEST_MAX);
    struct sa_psrp *pool = pipeline->pool;
    bool is_reopened = false;

    for (;;) {
        struct sa_error own = {0};
        int r = psrp_runspace_ensure(pool, &own);

        if (r == 0) {
            sa_buf_clear(&data);
            psrp_add_pipeline(&data, pool->minor, pipeline->ask->commands,
                              pipeline->ask->command_count);
            sa_shell_expect(pool->shell, pipeline->detail, deadline_ms);
            r = start_once(pipeline, &data, &own);
            if (r == 0)
                return 0;
            if (sa_shell_is_too_large(&own) && pool->room / 2 >= ROOM_MIN) {
                end(pipeline);
                pool->room /= 2;
                continue;
            }
            if (sa_shell_is_lost(&own) && !pipeline->is_running && !is_reopened) {
                is_reopened = true;
                pool->is_doubtful = true;
                continue;
            }
            /* Nobody knows whether the server has it. */
            pool->is_doubtful = pool->is_doubtful || !pipeline->is_running;
        }
        if (err != NULL)
            *err = own;
        return r;
    }
}

/* Receive ---------------------------------------------------------------------------------------------- */

static int answer_host_calls(struct pipeline *pipeline, struct sa_error *err)
{
    int r = 0;

    for (; r == 0 && pipeline->answered < pipeline->call_count; pipeline->answered++) {
        const struct psrp_host_call *call = &pipeline->calls[pipeline->answered];
        SA_CLEANUP(sa_buf_done) struct sa_buf data = SA_BUF_INIT(64 * SA_KIB);

        psrp_add_no_host(&data, call->call, call->method, call->name);
        r = psrp_send(pipeline->pool, "pr", pipeline->command_id, PSRP_PIPELINE_HOST_RESPONSE,
                      &pipeline->id, &data, err);
    }
    return r;
}

static int receive(struct pipeline *pipeline, struct sa_error *err)
{
    for (size_t answers = 0; !pipeline->is_final; answers++) {
        struct sa_shell_received got;
        int r = psrp_check_time(pipeline->ask, pipeline->last_ms, err);

        if (r < 0)
            return r;
        if (answers >= SA_LIMIT_WSMAN_PULLS)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_WSMAN_PULLS,
                           "PowerShell is not done after %d answers", SA_LIMIT_WSMAN_PULLS);
        sa_shell_expect(pipeline->pool->shell, pipeline->detail,
                        psrp_wait_until(pipeline->ask, pipeline->last_ms));
        r = sa_shell_receive(pipeline->pool->shell, pipeline->command_id, take_bytes, pipeline,
                             &got, err);
        if (r == SA_E_TIMEOUT && psrp_check_time(pipeline->ask, pipeline->last_ms, err) < 0)
            return r; /* in words of this layer */
        if (r == 0 && pipeline->failed < 0)
            r = pipeline->failed;
        else if (r == 0 && !pipeline->is_final)
            r = answer_host_calls(pipeline, err);
        if (r < 0)
            return r;
        if (got.is_done && !pipeline->is_final)
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "the server ended the pipeline and did not say how");
    }
    if (!psrp_receiver_is_empty(&pipeline->receiver))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "the pipeline ended in the middle of a message");
    return 0;
}

/* Stop ------------------------------------------------------------------------------------------------- */

static void wait_for_the_end(struct pipeline *pipeline)
{
    int64_t until = sa_time_monotonic_ms() + STOPPING_MS;

    pipeline->is_stopping = true;
    while (!pipeline->is_final && !pipeline->receiver.is_broken && sa_time_monotonic_ms() < until) {
        struct sa_shell_received got;

        sa_shell_expect(pipeline->pool->shell, pipeline->detail, until);
        if (sa_shell_receive(pipeline->pool->shell, pipeline->command_id, take_bytes, pipeline,
                             &got, NULL) < 0 ||
            got.is_done)
            break;
    }
}

/* After trouble. Where the server is not reached, or has forgotten the shell, there is nobody to tell. */
static void stop(struct pipeline *pipeline, const struct sa_error *why)
{
    struct sa_psrp *pool = pipeline->pool;
    bool is_reached = why->status != SA_E_NETWORK && why->status != SA_E_AUTH;

    if (!pipeline->is_running)
        return;
    if (sa_shell_is_lost(why) || !is_reached) {
        pool->is_doubtful = true;
        return;
    }
    if (!pipeline->is_final &&
        sa_shell_signal(pool->shell, pipeline->command_id, SA_SHELL_STOP_PIPELINE))
        wait_for_the_end(pipeline); /* not when the run was cancelled: nothing is received then */
    end(pipeline);
    pool->is_doubtful = !pipeline->is_final;
}

static int finish(struct pipeline *pipeline, struct sa_error *err)
{
    end(pipeline);
    if (pipeline->ret->state == SA_PSRP_FAILED && is_refusal(pipeline, &pipeline->ret->reason)) {
        pipeline->ret->is_refused = true;
        return 0;
    }
    return hand(pipeline, NULL, err);
}

int psrp_run_any(struct sa_psrp *pool, const struct psrp_ask *ask, struct psrp_outcome *ret,
                 struct sa_error *err)
{
    struct pipeline pipeline = {
        .pool = pool,
        .ask = ask,
        .ret = ret,
        .receiver = PSRP_RECEIVER_INIT,
        .arena = SA_ARENA_INIT(HELD_BYTES),
        .last_ms = sa_time_monotonic_ms(),
    };
    struct sa_error own = {0};
    int r = 0;

    *ret = (struct psrp_outcome){0};
    (void)snprintf(pipeline.detail, sizeof pipeline.detail, "powershell %.180s", ask->what);
    r = start(&pipeline, psrp_wait_until(ask, pipeline.last_ms), &own);
    pipeline.last_ms = sa_time_monotonic_ms();
    if (r == 0)
        r = receive(&pipeline, &own);
    if (r == 0)
        r = finish(&pipeline, &own);
    if (r < 0) {
        if (pipeline.failed < 0)
            own = pipeline.why;
        own.status = r;
        stop(&pipeline, &own);
        if (err != NULL)
            *err = own;
    }
    if (pool->shell != NULL)
        sa_shell_expect(pool->shell, "", 0);
    psrp_receiver_done(&pipeline.receiver);
    sa_arena_done(&pipeline.arena);
    return r;
}
