/* SPDX-License-Identifier: Apache-2.0 */
#include "psrp_script.h"

#include <stdlib.h>
#include <string.h>

#include "syncaudit/base64.h"

#include "operations.h"
#include "support/test.h"

/* What stands between `before` and the next quote or tag. False: not there. */
static bool cut_out(const char *text, const char *before, struct sa_buf *ret)
{
    const char *found = strstr(text, before);

    if (found == NULL)
        return false;
    found += strlen(before);
    sa_buf_add(ret, found, strcspn(found, "<\""));
    return true;
}

/* Everything that is asked to run is of the table. */
static void check_command(struct psrp_script *script, const struct sa_clixml_value *command)
{
    struct sa_buf expected = SA_BUF_INIT(SA_MIB);
    const char *text = sa_clixml_text(sa_clixml_member(command, "Cmd"));
    const struct sa_clixml_value *arguments = sa_clixml_member(command, "Args");
    const struct sa_clixml_value *source = NULL;
    const char *names[32] = {NULL};
    char list[1024];
    size_t count = 0;
    bool is_script = false;

    assert_non_null(text);
    assert_true(sa_clixml_bool(sa_clixml_member(command, "IsScript"), &is_script));
    if (!is_script) {
        assert_string_equal(text, SA_PSRP_FUNCTION);
        script->functions++;
        return;
    }
    script->scripts++;
    assert_true(arguments->object->entry_count > 0);
    source = arguments->object->entries[0].value;
    assert_string_equal(sa_clixml_text(sa_clixml_member(source, "N")), "Source");
    (void)snprintf(list, sizeof list, "%s", sa_clixml_text(sa_clixml_member(source, "V")));
    for (char *at = list; at != NULL && count < 31;) {
        names[count++] = at;
        at = strchr(at, ',');
        if (at != NULL)
            *at++ = '\0';
    }
    assert_int_equal(sa_psrp_add_script(&expected, names, NULL), 0);
    assert_string_equal(text, sa_buf_text(&expected));
    sa_buf_done(&expected);
}

static int take_message(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    struct psrp_script *script = payload;
    struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    const struct sa_clixml_value *value = NULL;
    const struct sa_clixml_value *commands = NULL;

    sa_buf_clear(&script->last_data);
    sa_buf_add(&script->last_data, message->data, message->len);
    script->sent[script->sent_count++ % SCRIPT_MAX] = message->type;
    assert_int_equal(message->destination, PSRP_TO_SERVER);
    assert_true(psrp_guid_same(&message->pool, &script->pool));
    if (message->type == PSRP_CREATE_PIPELINE && !script->any) {
        assert_int_equal(sa_clixml_read_one(message->data, message->len, &arena, &value, err), 0);
        commands = sa_clixml_member(sa_clixml_member(value, "PowerShell"), "Cmds");
        assert_non_null(commands);
        assert_int_equal(commands->object->entry_count, 1);
        check_command(script, commands->object->entries[0].value);
    }
    sa_arena_done(&arena);
    return 0;
}

char *psrp_encoded_script(const char *request)
{
    struct sa_buf base64 = SA_BUF_INIT(SA_MIB);
    struct sa_buf units = SA_BUF_INIT(SA_MIB);
    struct sa_buf text = SA_BUF_INIT(SA_MIB);

    assert_true(cut_out(request,
                        "powershell.exe -NoProfile -NonInteractive -OutputFormat XML "
                        "-EncodedCommand ",
                        &base64));
    assert_true(sa_base64_decode(sa_buf_text(&base64), base64.len, &units));
    assert_int_equal(units.len % 2, 0);
    for (size_t i = 0; i < units.len; i += 2) {
        assert_int_equal(units.data[i + 1], 0);
        sa_buf_add_char(&text, units.data[i]);
    }
    sa_buf_done(&base64);
    sa_buf_done(&units);
    return sa_buf_take(&text);
}

/* "$Source='name';$Days=7;$MaxRuns=1000" */
static void read_start(const char *script, char *name, size_t size, int *days, int *runs)
{
    static const char *const words[] = {"$Source='", "';$Days=", ";$MaxRuns="};
    const char *at[3];

    for (size_t i = 0; i < 3; i++) {
        at[i] = strstr(script, words[i]);
        assert_non_null(at[i]);
        at[i] += strlen(words[i]);
    }
    (void)snprintf(name, size, "%.*s", (int)strcspn(at[0], "'"), at[0]);
    *days = (int)strtol(at[1], NULL, 10);
    *runs = (int)strtol(at[2], NULL, 10);
}

/* The script of one operation, with any two numbers. */
static void check_command_line(const char *request)
{
    char *script = psrp_encoded_script(request);
    char name[64];
    int days = 0;
    int runs = 0;
    struct sa_buf expected = SA_BUF_INIT(SA_MIB);

    read_start(script, name, sizeof name, &days, &runs);
    {
        const struct sa_psrp_argument arguments[] = {
            {"Days",    SA_PSRP_NUMBER, NULL, days},
            {"MaxRuns", SA_PSRP_NUMBER, NULL, runs}
        };

        assert_int_equal(sa_psrp_add_command(&expected, name, arguments, 2, NULL), 0);
    }
    assert_string_equal(script, sa_buf_text(&expected));
    sa_buf_done(&expected);
    free(script);
}

/* What the client says, put together as a server does it. */
static void listen(struct psrp_script *script, const char *request)
{
    struct sa_buf text = SA_BUF_INIT(4 * SA_MIB);
    struct sa_buf bytes = SA_BUF_INIT(4 * SA_MIB);
    struct sa_buf id = SA_BUF_INIT(64);
    struct sa_error err = {0};

    if (cut_out(request, " ShellId=\"", &id))
        assert_true(psrp_guid_parse(sa_buf_text(&id), &script->pool));
    sa_buf_clear(&id);
    if (cut_out(request,
                "<r:CommandLine xmlns:r=\"http://schemas.microsoft.com/wbem/wsman/1/windows/"
                "shell\" CommandId=\"",
                &id))
        assert_true(psrp_guid_parse(sa_buf_text(&id), &script->pipeline));
    if (cut_out(request, "<r:Command>", &text) && !script->any)
        check_command_line(request);
    sa_buf_clear(&text);
    if (cut_out(request, "<creationXml xmlns=\"http://schemas.microsoft.com/powershell\">",
                &text) ||
        cut_out(request, "<r:Arguments>", &text)) {
        psrp_receiver_done(&script->receiver);
        script->receiver = (struct psrp_receiver)PSRP_RECEIVER_INIT;
    } else if (strstr(request, "<r:Send ") != NULL) {
        const char *stream = strstr(request, "<r:Stream ");

        sa_buf_add_text(&text, strchr(stream, '>') + 1);
        text.len = strcspn(sa_buf_text(&text), "<");
    }
    assert_true(sa_base64_decode(sa_buf_text(&text), text.len, &bytes));
    if (psrp_receive(&script->receiver, sa_buf_text(&bytes), bytes.len, take_message, script,
                     &err) < 0)
        fail_msg("what the client sends is wrong: %s", err.message);
    sa_buf_done(&text);
    sa_buf_done(&bytes);
    sa_buf_done(&id);
}

/* Answers ------------------------------------------------------------------------------------------ */

static void add_stream(struct sa_buf *body, const char *command, const void *bytes, size_t len)
{
    sa_buf_add_text(body, "<r:Stream Name='stdout'");
    if (command != NULL)
        sa_buf_addf(body, " CommandId='%s'", command);
    sa_buf_add_text(body, ">");
    sa_base64_add(body, bytes, len);
    sa_buf_add_text(body, "</r:Stream>");
}

static void add_message(struct psrp_script *script, const struct psrp_step *step,
                        const struct psrp_say *say, const char *command, struct sa_buf *body)
{
    struct sa_buf data = SA_BUF_INIT(64 * SA_MIB);
    struct sa_buf bytes = SA_BUF_INIT(64 * SA_MIB);
    struct psrp_message message = {
        .destination = PSRP_TO_CLIENT, .type = say->type, .pool = script->pool};
    struct psrp_cut cut;

    if (say->type >> 16 == 4)
        message.pipeline = script->pipeline;
    if (step->other)
        message.pipeline.bytes[0] ^= 1;
    if (say->type == PSRP_SESSION_CAPABILITY)
        message.pool = (struct psrp_guid){{0}};
    sa_buf_add_text(&data, "\xEF\xBB\xBF");
    sa_buf_add_text(&data, say->xml);
    message.data = sa_buf_text(&data);
    message.len = data.len;
    psrp_add_message(&bytes, &message);
    psrp_cut_begin(&cut, &script->object, &bytes);
    while (!psrp_cut_done(&cut)) {
        struct sa_buf fragment = SA_BUF_INIT(64 * SA_MIB);

        assert_true(psrp_cut_next(
            &cut, step->cut != 0 ? step->cut + PSRP_FRAGMENT_HEADER : 64 * SA_MIB, &fragment));
        if (step->torn) {
            size_t half = fragment.len / 2;

            add_stream(body, command, fragment.data, half);
            add_stream(body, "AAAAAAAA-0000-0000-0000-000000000000", "xyz", 3);
            add_stream(body, command, fragment.data + half, fragment.len - half);
        } else {
            add_stream(body, command, fragment.data, fragment.len);
        }
        sa_buf_done(&fragment);
    }
    sa_buf_done(&data);
    sa_buf_done(&bytes);
}

static char *answer(struct psrp_script *script, const struct psrp_step *step, const char *request)
{
    struct sa_buf body = SA_BUF_INIT(64 * SA_MIB);
    char shell[PSRP_GUID_TEXT];
    char command[PSRP_GUID_TEXT];
    bool of_command = strstr(request, "<r:DesiredStream CommandId=") != NULL;

    psrp_guid_format(&script->pool, shell);
    psrp_guid_format(&script->pipeline, command);
    if (step->body != NULL && strcmp(step->body, CREATED_AS) == 0) {
        sa_buf_addf(&body, "%s", SCRIPT_HEAD);
        sa_buf_addf(&body,
                    "<x:ResourceCreated><a:ReferenceParameters><w:SelectorSet><w:Selector "
                    "Name='ShellId'>%s</w:Selector></w:SelectorSet></a:ReferenceParameters>"
                    "</x:ResourceCreated>",
                    shell);
        sa_buf_add_text(&body, SCRIPT_TAIL);
    } else if (step->body != NULL && strcmp(step->body, STARTED_AS) == 0) {
        sa_buf_add_text(&body, SCRIPT_HEAD);
        sa_buf_addf(&body, "<r:CommandResponse><r:CommandId>%s</r:CommandId></r:CommandResponse>",
                    command);
        sa_buf_add_text(&body, SCRIPT_TAIL);
    } else if (step->body != NULL) {
        sa_buf_add_text(&body, step->body);
    } else {
        sa_buf_add_text(&body, SCRIPT_HEAD "<r:ReceiveResponse>");
        for (size_t i = 0; i < PSRP_STEP_MESSAGES && step->says[i].xml != NULL; i++)
            add_message(script, step, &step->says[i], of_command ? command : NULL, &body);
        if (step->done)
            sa_buf_addf(
                &body,
                "<r:CommandState CommandId='%s' State='http://schemas.microsoft.com/wbem/wsman/"
                "1/windows/shell/CommandState/Done'><r:ExitCode>0</r:ExitCode></r:CommandState>",
                command);
        sa_buf_add_text(&body, "</r:ReceiveResponse>" SCRIPT_TAIL);
    }
    assert_int_equal(sa_buf_status(&body), 0);
    return sa_buf_take(&body);
}

static int exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    struct psrp_script *script = transport;
    size_t n = script->script.next;

    assert_true(n < SCRIPT_MAX);
    script->script.steps = script->made;
    script->script.count = script->count;
    if (n < script->count) {
        const struct psrp_step *step = &script->steps[n];

        listen(script, call->body);
        script->bodies[n] = answer(script, step, call->body);
        script->made[n] = (struct script_step){step->expect, step->status, step->http,
                                               script->bodies[n], step->takes_ms};
    }
    if (script->cancel_at != NULL && n == script->cancel_request)
        atomic_store(script->cancel_at, true);
    return script_exchange(&script->script, call, reply, ret_status, ret_sent, err);
}

struct sa_wsman *psrp_script_open(struct psrp_script *script, int64_t deadline_ms,
                                  size_t max_envelope)
{
    struct sa_wsman *session = NULL;
    const struct sa_wsman_options options = {
        .to = "http://host.example:5985/wsman",
        .exchange = exchange,
        .transport = script,
        .deadline_ms = deadline_ms,
        .max_envelope = max_envelope,
        .cancelled = script->cancelled,
        .watch = script_watch,
        .payload = &script->script,
    };
    struct sa_error err = {0};

    script_waited_ms = 0;
    script_waits = 0;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    return session;
}

void psrp_script_done(struct psrp_script *script)
{
    script_done(&script->script);
    for (size_t i = 0; i < SCRIPT_MAX; i++)
        free(script->bodies[i]);
    psrp_receiver_done(&script->receiver);
    sa_buf_done(&script->last_data);
}
