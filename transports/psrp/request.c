/* SPDX-License-Identifier: Apache-2.0 */
/* What is sent to an endpoint ([MS-PSRP] 2.2.2): SESSION_CAPABILITY, INIT_RUNSPACEPOOL, CREATE_PIPELINE, and the
 * answer to a call for a host. There is no host on this side (HostInfo says so), so servers use one of their
 * own, whose prompts fail; who asks all the same is answered with an error, as an unanswered call waits for
 * ever. */
#include <string.h>

#include "syncaudit/text.h"

#include "private.h"

#define DATA_MAX SA_MIB

/* Servers give void methods this number and wait for no answer (2.2.2.15). */
#define CALL_OF_VOID (-100)

#define TYPE_LIST                                                                     \
    "System.Collections.Generic.List`1[[System.Management.Automation.PSObject, "      \
    "System.Management.Automation, Version=1.0.0.0, Culture=neutral, PublicKeyToken=" \
    "31bf3856ad364e35]]"

#define RUNSPACES "System.Management.Automation.Runspaces."

static void begin_members(struct sa_clixml_writer *writer, const char *name)
{
    sa_clixml_begin(writer, name);
    sa_clixml_open(writer, "MS");
}

static void end_members(struct sa_clixml_writer *writer)
{
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
}

void psrp_add_capability(struct sa_buf *ret, unsigned minor)
{
    struct sa_clixml_writer writer = {.buf = ret};
    char version[16];

    (void)snprintf(version, sizeof version, "2.%u", minor);
    begin_members(&writer, NULL);
    sa_clixml_version(&writer, "protocolversion", version);
    sa_clixml_version(&writer, "PSVersion", "2.0");
    sa_clixml_version(&writer, "SerializationVersion", "1.1.0.1");
    end_members(&writer);
}

static void add_no_host_info(struct sa_clixml_writer *writer)
{
    begin_members(writer, "HostInfo");
    sa_clixml_put_bool(writer, "_isHostNull", true);
    sa_clixml_put_bool(writer, "_isHostUINull", true);
    sa_clixml_put_bool(writer, "_isHostRawUINull", true);
    sa_clixml_put_bool(writer, "_useRunspaceHost", true);
    end_members(writer);
}

static void add_apartment(struct sa_clixml_writer *writer)
{
    sa_clixml_enum(writer, "ApartmentState", RUNSPACES "ApartmentState", "UNKNOWN", 2);
}

void psrp_add_init(struct sa_buf *ret)
{
    struct sa_clixml_writer writer = {.buf = ret};

    begin_members(&writer, NULL);
    sa_clixml_i32(&writer, "MinRunspaces", 1);
    sa_clixml_i32(&writer, "MaxRunspaces", 1);
    sa_clixml_enum(&writer, "PSThreadOptions", RUNSPACES "PSThreadOptions", "Default", 0);
    add_apartment(&writer);
    add_no_host_info(&writer);
    sa_clixml_nil(&writer, "ApplicationArguments");
    end_members(&writer);
}

/* CREATE_PIPELINE (2.2.2.10 to 2.2.2.14) ----------------------------------------------------------- */

static void begin_list(struct sa_clixml_writer *writer, const char *name)
{
    static const char *const types[] = {TYPE_LIST, "System.Object", NULL};

    sa_clixml_begin(writer, name);
    sa_clixml_types(writer, types);
    sa_clixml_open(writer, "LST");
}

static void end_list(struct sa_clixml_writer *writer)
{
    sa_clixml_close(writer, "LST");
    sa_clixml_end(writer);
}

static void add_argument(struct sa_clixml_writer *writer, const struct sa_psrp_argument *argument)
{
    begin_members(writer, NULL);
    if (argument->name != NULL)
        sa_clixml_string(writer, "N", argument->name);
    else
        sa_clixml_nil(writer, "N");
    switch (argument->type) {
    case SA_PSRP_NUMBER:
        sa_clixml_i32(writer, "V", argument->number);
        break;
    case SA_PSRP_SWITCH:
        sa_clixml_put_bool(writer, "V", argument->number != 0);
        break;
    default:
        sa_clixml_string(writer, "V", argument->text);
    }
    end_members(writer);
}

/* A server refuses members that its version does not have, and misses those that it has. */
static void add_command(struct sa_clixml_writer *writer, unsigned minor,
                        const struct psrp_command *command)
{
    static const struct {
        const char *name;
        unsigned since;
    } merges[] = {
        {"MergeMyResult",        0},
        {"MergeToResult",        0},
        {"MergePreviousResults", 0},
        {"MergeError",           2},
        {"MergeWarning",         2},
        {"MergeVerbose",         2},
        {"MergeDebug",           2},
        {"MergeInformation",     3},
    };

    begin_members(writer, NULL);
    sa_clixml_string(writer, "Cmd", command->text);
    sa_clixml_put_bool(writer, "IsScript", command->is_script);
    if (command->is_script)
        sa_clixml_put_bool(writer, "UseLocalScope", true);
    else
        sa_clixml_nil(writer, "UseLocalScope");
    for (size_t i = 0; i < SA_COUNT(merges); i++) {
        if (minor >= merges[i].since)
            sa_clixml_enum(writer, merges[i].name, RUNSPACES "PipelineResultTypes", "None", 0);
    }
    begin_list(writer, "Args");
    for (size_t i = 0; i < command->argument_count; i++)
        add_argument(writer, &command->arguments[i]);
    end_list(writer);
    end_members(writer);
}

void psrp_add_pipeline(struct sa_buf *ret, unsigned minor, const struct psrp_command *commands,
                       size_t count)
{
    struct sa_clixml_writer writer = {.buf = ret};

    begin_members(&writer, NULL);
    sa_clixml_put_bool(&writer, "NoInput", true);
    add_apartment(&writer);
    /* Invocation details of every record would be several times the record. */
    sa_clixml_enum(&writer, "RemoteStreamOptions", RUNSPACES "RemoteStreamOptions", "None", 0);
    sa_clixml_put_bool(&writer, "AddToHistory", false);
    add_no_host_info(&writer);
    begin_members(&writer, "PowerShell");
    sa_clixml_put_bool(&writer, "IsNested", false);
    sa_clixml_nil(&writer, "ExtraCmds");
    begin_list(&writer, "Cmds");
    for (size_t i = 0; i < count; i++)
        add_command(&writer, minor, &commands[i]);
    end_list(&writer);
    sa_clixml_nil(&writer, "History");
    sa_clixml_put_bool(&writer, "RedirectShellErrorOutputPipe", false);
    end_members(&writer);
    sa_clixml_put_bool(&writer, "IsNested", false);
    end_members(&writer);
}

/* Calls for a host (2.2.2.15 to 2.2.2.18, 2.2.6) ------------------------------------------------------ */

bool psrp_read_host_call(const struct psrp_message *message, struct psrp_host_call *ret)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_HOST_MODEL);
    const struct sa_clixml_value *value = NULL;
    const struct sa_clixml_value *method = NULL;
    bool wants = false;

    *ret = (struct psrp_host_call){0};
    if (sa_clixml_read_one(message->data, message->len, &arena, &value, NULL) == 0 &&
        sa_clixml_integer(sa_clixml_member(value, "ci"), &ret->call)) {
        method = sa_clixml_member(value, "mi");
        wants = ret->call != CALL_OF_VOID && sa_clixml_integer(method, &ret->method) &&
                ret->method >= 0 && ret->method <= INT32_MAX;
        if (wants && method->type == SA_CLIXML_OBJECT && method->object->string != NULL)
            psrp_take_text(method->object->string, ret->name, sizeof ret->name);
    }
    sa_arena_done(&arena);
    return wants;
}

/* `me`, an error record. Members as servers read them back; none may be missing. */
static void add_refusal(struct sa_clixml_writer *writer)
{
    static const char *const record_types[] = {"System.Management.Automation.ErrorRecord",
                                               "System.Object", NULL};
    static const char *const types[] = {"System.Management.Automation.Host.HostException",
                                        "System.Management.Automation.RuntimeException",
                                        "System.SystemException",
                                        "System.Exception",
                                        "System.Object",
                                        NULL};
    static const char text[] = "there is nobody to answer";

    sa_clixml_begin(writer, "me");
    sa_clixml_types(writer, record_types);
    sa_clixml_open(writer, "MS");
    sa_clixml_begin(writer, "Exception");
    sa_clixml_types(writer, types);
    sa_clixml_open(writer, "Props");
    sa_clixml_string(writer, "Message", text);
    sa_clixml_close(writer, "Props");
    sa_clixml_end(writer);
    sa_clixml_nil(writer, "TargetObject");
    sa_clixml_string(writer, "FullyQualifiedErrorId", "HostFunctionNotImplemented");
    sa_clixml_nil(writer, "InvocationInfo");
    sa_clixml_i32(writer, "ErrorCategory_Category", 19); /* ResourceUnavailable */
    sa_clixml_string(writer, "ErrorCategory_Activity", "");
    sa_clixml_string(writer, "ErrorCategory_Reason", "HostException");
    sa_clixml_string(writer, "ErrorCategory_TargetName", "");
    sa_clixml_string(writer, "ErrorCategory_TargetType", "");
    sa_clixml_string(writer, "ErrorCategory_Message", text);
    sa_clixml_put_bool(writer, "SerializeExtendedInfo", false);
    sa_clixml_close(writer, "MS");
    sa_clixml_end(writer);
}

void psrp_add_no_host(struct sa_buf *ret, int64_t call, int64_t method, const char *method_name)
{
    struct sa_clixml_writer writer = {.buf = ret};

    begin_members(&writer, NULL);
    sa_clixml_i64(&writer, "ci", call);
    sa_clixml_enum(&writer, "mi", "System.Management.Automation.Remoting.RemoteHostMethodId",
                   method_name, (int32_t)method);
    add_refusal(&writer);
    end_members(&writer);
}

/* Send --------------------------------------------------------------------------------------------- */

int psrp_send(struct sa_psrp *pool, const char *stream, const char *command, uint32_t type,
              const struct psrp_guid *pipeline, const struct sa_buf *data, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(DATA_MAX);
    SA_CLEANUP(sa_buf_done) struct sa_buf fragment = SA_BUF_INIT(DATA_MAX);
    const struct psrp_message message = {
        .destination = PSRP_TO_SERVER,
        .type = type,
        .pool = pool->id,
        .pipeline = *pipeline,
        .data = sa_buf_text(data),
        .len = data->len,
    };
    struct psrp_cut cut;
    int r = 0;

    psrp_add_message(&bytes, &message);
    if (sa_buf_status(data) < 0 || sa_buf_status(&bytes) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "a message is too long to be sent");
    psrp_cut_begin(&cut, &pool->last_object, &bytes);
    while (r == 0 && !psrp_cut_done(&cut)) {
        sa_buf_clear(&fragment);
        if (!psrp_cut_next(&cut, psrp_budget(pool->room), &fragment) ||
            sa_buf_status(&fragment) < 0)
            return sa_fail_nomem(err);
        r = sa_shell_send(pool->shell, stream, command, fragment.data, fragment.len, err);
    }
    return r;
}
