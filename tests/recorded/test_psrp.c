/* SPDX-License-Identifier: Apache-2.0 */
/* Every recorded conversation of PowerShell Remoting goes through the client: real servers with PowerShell 2.0
 * to 5.1, one of them a constrained endpoint. What was asked there was asked by somebody else and is not asked
 * again; the answers are played in their order. What the client hands on must be the recorded messages, byte for
 * byte, and every pipeline must end as recorded.
 *
 * Identifiers are the recorded ones (psrp_guid_new() is replaced). Requests that the recording does not have (Signal)
 * get an empty answer; recorded ones that the client does not send (Get, Send of input, Disconnect, Connect and
 * what came of them) are passed over and counted. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "private.h"
#include "support/test.h"

#define DATA      SYNCAUDIT_TEST_DATA "/winrm/psrp"

#define ROWS_MAX  64
#define FILES_MAX 64

struct row {
    char request[32]; /* action */
    char types[FILES_MAX][40];
    char files[FILES_MAX][80];
    size_t count; /* of messages in the answer */
};

struct conversation {
    char folder[400];
    struct row rows[ROWS_MAX];
    size_t count, next;
    struct sa_wsman_replay *replay;
    size_t passed_over;
    struct psrp_guid ids[ROWS_MAX];
    size_t id_count, id_next;
    /* of the pipeline that runs: the messages that are to be handed on */
    size_t row, message;
};

static struct conversation *playing;

void __wrap_psrp_guid_new(struct psrp_guid *ret);
void __wrap_psrp_guid_new(struct psrp_guid *ret)
{
    assert_true(playing->id_next < playing->id_count);
    *ret = playing->ids[playing->id_next++];
}

static void load(const char *path, struct sa_buf *ret)
{
    char part[16384];
    size_t n = 0;
    FILE *file = fopen(path, "re");

    assert_non_null(file);
    while ((n = fread(part, 1, sizeof part, file)) > 0)
        sa_buf_add(ret, part, n);
    (void)fclose(file);
    assert_int_equal(sa_buf_status(ret), 0);
}

/* The list ------------------------------------------------------------------------------------------ */

static void take_id(struct conversation *c, const char *note, const char *name)
{
    const char *found = strstr(note, name);
    char text[PSRP_GUID_TEXT];

    assert_non_null(found);
    assert_true(c->id_count < ROWS_MAX);
    (void)snprintf(text, sizeof text, "%s", found + strlen(name));
    assert_true(psrp_guid_parse(text, &c->ids[c->id_count++]));
}

static void read_note(struct conversation *c, struct row *row, bool is_request, char *note)
{
    char *at = note;

    if (is_request && strcmp(row->request, "Create") == 0)
        take_id(c, note, "rpid=");
    if (is_request &&
        (strstr(note, "CREATE_PIPELINE ") != NULL || strstr(note, "GET_COMMAND_METADATA ") != NULL))
        take_id(c, note, " pid=");
    while (!is_request && at != NULL && *at != '\0') {
        char *open = strchr(at, '(');

        assert_non_null(open);
        assert_true(row->count < FILES_MAX);
        (void)snprintf(row->types[row->count], sizeof row->types[0], "%.*s", (int)strcspn(at, " "),
                       at);
        (void)snprintf(row->files[row->count], sizeof row->files[0], "%.*s",
                       (int)strcspn(open + 1, ")"), open + 1);
        row->count++;
        at = strstr(open, " | ");
        at = at != NULL ? at + 3 : NULL;
    }
}

static void read_list(struct conversation *c)
{
    struct sa_buf list = SA_BUF_INIT(SA_MIB);
    char path[500];
    char *line = NULL;
    char *rest = NULL;

    (void)snprintf(path, sizeof path, "%s/messages.tsv", c->folder);
    load(path, &list);
    for (line = strtok_r(list.data, "\n", &rest); line != NULL;
         line = strtok_r(NULL, "\n", &rest)) {
        char *field[5] = {line, NULL, NULL, NULL, NULL};
        size_t number = 0;

        if (*line == '#')
            continue;
        for (size_t i = 1; i < 5; i++) {
            field[i] = strchr(field[i - 1], '\t');
            assert_non_null(field[i]);
            *field[i]++ = '\0';
        }
        number = (size_t)strtoul(field[0], NULL, 10);
        assert_true(number < ROWS_MAX);
        if (strcmp(field[1], "request") == 0) {
            (void)snprintf(c->rows[number].request, sizeof c->rows[number].request, "%s", field[2]);
            read_note(c, &c->rows[number], true, field[4]);
            c->count = number + 1;
        } else {
            read_note(c, &c->rows[number], false, field[4]);
        }
    }
    sa_buf_done(&list);
}

/* The transport --------------------------------------------------------------------------------------- */

static const char empty[] = "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "
                            "xmlns:a='http://schemas.xmlsoap.org/ws/"
                            "2004/08/addressing'><s:Header><a:RelatesTo>%.*s</a:RelatesTo></"
                            "s:Header><s:Body/></s:Envelope>";

static void action_of(const char *request, char *ret, size_t size)
{
    const char *end = strstr(request, "</a:Action>");
    const char *start = end;

    assert_non_null(end);
    while (start[-1] != '/')
        start--;
    (void)snprintf(ret, size, "%.*s", (int)(end - start), start);
}

static bool is_passed_over(const char *action)
{
    static const char *const actions[] = {"Get",       "Send",      "Disconnect",
                                          "Reconnect", "Enumerate", "Connect"};

    for (size_t i = 0; i < SA_COUNT(actions); i++) {
        if (strcmp(actions[i], action) == 0)
            return true;
    }
    return false;
}

static int play(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                long *ret_status, bool *ret_sent, struct sa_error *err)
{
    struct conversation *c = transport;
    char action[32];

    action_of(call->body, action, sizeof action);
    while (c->next < c->count && is_passed_over(c->rows[c->next].request)) {
        (void)sa_wsman_replay_exchange(c->replay, call, reply, ret_status, ret_sent, err);
        c->passed_over++;
        c->next++;
    }
    if (c->next < c->count && strcmp(c->rows[c->next].request, action) == 0) {
        c->next++;
        return sa_wsman_replay_exchange(c->replay, call, reply, ret_status, ret_sent, err);
    }
    /* What tidies up is the client's own. */
    assert_true(call->closing);
    {
        const char *id = strstr(call->body, "<a:MessageID>") + strlen("<a:MessageID>");

        sa_buf_clear(reply);
        sa_buf_addf(reply, empty, (int)strcspn(id, "<"), id);
    }
    *ret_status = 200;
    *ret_sent = true;
    return 0;
}

/* What is handed on ------------------------------------------------------------------------------------- */

static const struct {
    const char *type;
    enum sa_psrp_record_kind kind;
} kinds[] = {
    {"PIPELINE_OUTPUT",    SA_PSRP_OUTPUT     },
    {"ERROR_RECORD",       SA_PSRP_ERROR      },
    {"WARNING_RECORD",     SA_PSRP_WARNING    },
    {"INFORMATION_RECORD", SA_PSRP_INFORMATION},
    {"VERBOSE_RECORD",     SA_PSRP_VERBOSE    },
    {"DEBUG_RECORD",       SA_PSRP_DEBUG      },
};

static size_t handed[6];
static size_t states[3];
static size_t pipelines;
static struct sa_psrp_error last_error;

/* The next recorded message of the pipeline, from row `row` on: a record, or (`kinds` has it not) its state. */
static bool next_message(struct conversation *c, const char **ret_type, const char **ret_file)
{
    for (; c->row < c->count; c->row++, c->message = 0) {
        const struct row *row = &c->rows[c->row];

        for (; c->message < row->count; c->message++) {
            const char *type = row->types[c->message];

            if (strcmp(type, "PROGRESS_RECORD") == 0 || strcmp(type, "PIPELINE_HOST_CALL") == 0)
                continue;
            *ret_type = type;
            *ret_file = row->files[c->message++];
            return true;
        }
    }
    return false;
}

static void load_message(const struct conversation *c, const char *file, struct sa_buf *ret)
{
    char path[500];

    (void)snprintf(path, sizeof path, "%s/%s", c->folder, file);
    load(path, ret);
}

static int compare(void *payload, const struct sa_psrp_record *record, struct sa_error *err)
{
    struct conversation *c = payload;
    struct sa_buf bytes = SA_BUF_INIT(16 * SA_MIB);
    const char *type = NULL;
    const char *file = NULL;
    size_t k = 0;

    (void)err;
    assert_true(next_message(c, &type, &file));
    while (k < SA_COUNT(kinds) && strcmp(kinds[k].type, type) != 0)
        k++;
    assert_true(k < SA_COUNT(kinds));
    assert_int_equal(kinds[k].kind, record->kind);
    load_message(c, file, &bytes);
    assert_int_equal(bytes.len, record->xml_len + 3);
    assert_memory_equal(bytes.data + 3, record->xml, record->xml_len);
    sa_buf_done(&bytes);
    handed[record->kind]++;
    switch (record->kind) {
    case SA_PSRP_OUTPUT:
        assert_non_null(record->value);
        break;
    case SA_PSRP_ERROR:
        assert_true(record->error->id[0] != '\0');
        assert_true(record->error->message[0] != '\0');
        assert_true(record->error->exception[0] != '\0');
        last_error = *record->error;
        break;
    default:
        assert_true(record->text[0] != '\0');
    }
    return 0;
}

static void compare_state(struct conversation *c, const struct psrp_outcome *outcome)
{
    struct sa_buf bytes = SA_BUF_INIT(SA_MIB);
    const char *type = NULL;
    const char *file = NULL;
    char wanted[64];

    assert_true(next_message(c, &type, &file));
    assert_string_equal(type, "PIPELINE_STATE");
    load_message(c, file, &bytes);
    (void)snprintf(wanted, sizeof wanted, "<I32 N=\"PipelineState\">%d</I32>",
                   outcome->state == SA_PSRP_COMPLETED ? PIPELINE_COMPLETED
                   : outcome->state == SA_PSRP_FAILED  ? PIPELINE_FAILED
                                                       : PIPELINE_STOPPED);
    assert_non_null(strstr(sa_buf_text(&bytes), wanted));
    assert_int_equal(strstr(sa_buf_text(&bytes), "ExceptionAsErrorRecord") != NULL,
                     outcome->reason.error.message[0] != '\0');
    sa_buf_done(&bytes);
    states[outcome->state]++;
    pipelines++;
}

/* One recording ------------------------------------------------------------------------------------------ */

static void run_pipelines(struct conversation *c, struct sa_psrp *pool, struct psrp_outcome *ret)
{
    static const struct psrp_command command = {.text = "as recorded", .is_script = true};
    const struct psrp_ask ask = {.commands = &command,
                                 .command_count = 1,
                                 .what = "as recorded",
                                 .each = compare,
                                 .payload = c};

    while (c->next < c->count && strcmp(c->rows[c->next].request, "Command") == 0) {
        struct sa_error err = {0};

        c->row = c->next;
        c->message = 0;
        if (psrp_run_any(pool, &ask, ret, &err) != 0)
            fail_msg("%s: %s", c->folder, err.message);
        compare_state(c, ret);
    }
}

/* How many runspaces were opened. */
static size_t replay(const char *name, struct psrp_outcome *ret_last, struct sa_psrp_info *ret_info)
{
    struct conversation *c = calloc(1, sizeof *c);
    struct sa_wsman *session = NULL;
    struct sa_error err = {0};
    size_t opened = 0;
    struct sa_wsman_options options = {.to = "http://host.example:5985/wsman", .exchange = play};

    assert_non_null(c);
    options.transport = c;
    (void)snprintf(c->folder, sizeof c->folder, DATA "/%s", name);
    read_list(c);
    playing = c;
    assert_int_equal(sa_wsman_replay_open(c->folder, &c->replay, &err), 0);
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    for (;;) {
        const struct sa_psrp_options pool_options = {.session = session, .way = SA_PSRP_SCRIPT};
        struct sa_psrp *pool = NULL;
        size_t creates = 0;

        for (size_t i = c->next; i < c->count; i++)
            creates += strcmp(c->rows[i].request, "Create") == 0;
        if (creates == 0)
            break;
        if (sa_psrp_open(&pool_options, &pool, &err) != 0)
            fail_msg("%s: %s", name, err.message);
        *ret_info = *sa_psrp_info(pool);
        opened++;
        run_pipelines(c, pool, ret_last);
        sa_psrp_close(pool);
    }
    /* What the client does not do: connecting to a runspace of somebody else. test_clixml reads those messages. */
    if (c->passed_over > 0 || c->next < c->count)
        printf("%s: %zu exchanges are not ours (input, Get, disconnected runspaces)\n", name,
               c->passed_over + c->count - c->next);
    sa_wsman_close(session);
    sa_wsman_replay_close(c->replay);
    free(c);
    return opened;
}

static const struct {
    const char *name;
    size_t opened;
    const char *protocol, *powershell;
    enum sa_psrp_state state; /* of the last pipeline */
    const char *reason;
} recordings[] = {
    {"client_execute_ps",                1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"client_execute_ps_failure",        1, "2.3", "5.1.14393.2248", SA_PSRP_FAILED,
     "CommandNotFoundException"                                                           },
    {"client_fetch_file_fail_missing",   1, "2.3", "5.1.17763.771",  SA_PSRP_FAILED,
     "The path at 'C:\\fakefile.txt' does not exist"                                      },
    {"psrp_application_args",            1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_disconnect_runspaces",        2, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_error_failed",                1, "2.3", "5.1.14393.2248", SA_PSRP_FAILED,
     "Microsoft.PowerShell.Commands.WriteErrorException"                                  },
    {"psrp_get_command_metadata",        1, "2.3", "5.1.17134.1",    SA_PSRP_COMPLETED, ""},
    {"psrp_is_alive_state_disconnected", 1, "2.3", "5.1.26236.5000", SA_PSRP_COMPLETED, ""},
    {"psrp_long_running_cmdlet",         1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_merge_commands",              1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_no_profile",                  1, "2.3", "5.1.26236.5000", SA_PSRP_COMPLETED, ""},
    {"psrp_open_runspace",               1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_pshost_methods",              1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_run_protocol_version_2.2",    1, "2.2", "2.0",            SA_PSRP_COMPLETED, ""},
    {"psrp_run_protocol_version_2.3",    1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_small_msg_size",              1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_stream_output_invocation",    1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_with_input",                  1, "2.3", "5.1.14393.2248", SA_PSRP_COMPLETED, ""},
    {"psrp_with_jea_configuration",      1, "2.3", "5.1.14393.2248", SA_PSRP_FAILED,
     "ScriptsNotAllowed"                                                                  },
};

static void test_every_recording(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(recordings); i++) {
        struct psrp_outcome last = {.state = SA_PSRP_COMPLETED};
        struct sa_psrp_info info = {0};
        size_t opened = replay(recordings[i].name, &last, &info);

        if (opened != recordings[i].opened || strcmp(info.protocol, recordings[i].protocol) != 0 ||
            last.state != recordings[i].state)
            fail_msg("%s: %zu runspaces, protocol %s, state %d", recordings[i].name, opened,
                     info.protocol, (int)last.state);
        assert_string_equal(info.powershell, recordings[i].powershell);
        assert_string_equal(last.reason.error.id, recordings[i].reason);
        if (last.state == SA_PSRP_FAILED)
            assert_true(last.reason.error.message[0] != '\0');
    }
    /* The last one was the constrained endpoint. */
    assert_string_equal(last_error.id, "ProviderNotFound");
    assert_int_equal(last_error.category, 13);
    assert_int_equal(pipelines, 19);
    assert_int_equal(states[SA_PSRP_COMPLETED], 15);
    assert_int_equal(states[SA_PSRP_FAILED], 4);
    assert_int_equal(handed[SA_PSRP_OUTPUT], 47);
    assert_int_equal(handed[SA_PSRP_ERROR], 3);
    assert_int_equal(handed[SA_PSRP_WARNING], 2);
    assert_int_equal(handed[SA_PSRP_INFORMATION], 2);
    assert_int_equal(handed[SA_PSRP_VERBOSE], 2);
    assert_int_equal(handed[SA_PSRP_DEBUG], 8);
}

/* New recordings must not go unread. */
static void test_none_is_left_out(void **state)
{
    struct dirent *entry = NULL;
    size_t count = 0;
    DIR *dir = opendir(DATA);

    (void)state;
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL)
        count += entry->d_name[0] != '.';
    (void)closedir(dir);
    assert_int_equal(count, SA_COUNT(recordings));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_recording),
        cmocka_unit_test(test_none_is_left_out),
    };

    if (access(DATA, R_OK) != 0) {
        printf("no recordings in '" DATA "': skipped\n");
        return 77;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
