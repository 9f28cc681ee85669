/* SPDX-License-Identifier: Apache-2.0 */
/* The runspace and its shell ([MS-PSRP] 3.1.5.3, 3.1.5.4.1 to 3.1.5.4.9): Create with SESSION_CAPABILITY and
 * INIT_RUNSPACEPOOL inside, Receive until the state is Opened. The server's capability, its private data (a
 * table of versions) and its states come in any order and any number of answers.
 *
 * Version 2.3 is offered. Servers of 2.1 and 2.2 answer with theirs, and from then on it is that; newer ones
 * are taken at 2.3. Who refuses 2.3 as such is offered 2.1 once, which all know.
 *
 * Where there is no endpoint, a command shell may take its place (command.c) when nobody named one: an account
 * that was sent to a constrained endpoint is not to do more than it allows. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

#define OPEN_MS              60000

#define CODE_DENIED          5
#define CODE_NO_FILE         2
#define CODE_NO_HOST_PROCESS 1018
#define CODE_NO_SERVICE      1722
#define CODE_VERSION         2152992672LL

/* Messages of the runspace --------------------------------------------------------------------------- */

static int read_version(struct sa_psrp *pool, const struct sa_clixml_value *value,
                        struct sa_error *err)
{
    const char *text = sa_clixml_text(sa_clixml_member(value, "protocolversion"));
    char minor[8] = "";
    uint32_t number = 0;
    size_t len = 0;

    if (text != NULL && text[0] == '2' && text[1] == '.') {
        len = strcspn(text + 2, ".");
        if (len < sizeof minor) {
            memcpy(minor, text + 2, len);
            minor[len] = '\0';
        }
    }
    if (sa_parse_u32(minor, 1000, &number) < 0) {
        char shown[64];

        psrp_take_text(text, shown, sizeof shown);
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "'%s': the server speaks version '%s' of PowerShell Remoting, not 2.x",
                       pool->info.configuration, shown);
    }
    pool->has_capability = true;
    pool->minor = number < pool->offered ? number : pool->offered;
    (void)snprintf(pool->info.protocol, sizeof pool->info.protocol, "2.%u", pool->minor);
    return 0;
}

static void read_private_data(struct sa_psrp *pool, const struct sa_clixml_value *value)
{
    const struct sa_clixml_value *table =
        sa_clixml_entry(sa_clixml_member(value, "ApplicationPrivateData"), "PSVersionTable");
    const char *text = sa_clixml_text(sa_clixml_entry(table, "PSVersion"));

    if (text != NULL)
        psrp_take_text(text, pool->info.powershell, sizeof pool->info.powershell);
}

static int read_state(struct sa_psrp *pool, const struct sa_clixml_value *value,
                      struct sa_error *err)
{
    struct psrp_reason reason;

    if (!sa_clixml_integer(sa_clixml_member(value, "RunspaceState"), &pool->state))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "'%s': a state of the runspace is no number", pool->info.configuration);
    if (pool->state != RUNSPACE_BROKEN && pool->state != RUNSPACE_CLOSED &&
        pool->state != RUNSPACE_CLOSING)
        return 0;
    psrp_read_error(sa_clixml_member(value, "ExceptionAsErrorRecord"), &reason);
    (void)sa_fail(err, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "'%s': the runspace is %s: %s",
                  pool->info.configuration, pool->state == RUNSPACE_BROKEN ? "broken" : "closed",
                  reason.error.message[0] != '\0' ? reason.error.message
                                                  : "the server gives no reason");
    sa_hint(
        err,
        "look into the event log Microsoft-Windows-PowerShell/Operational of the server, and at "
        "the start-up script of the session configuration");
    return SA_E_REMOTE;
}

static int answer_host_call(struct sa_psrp *pool, const struct psrp_message *message,
                            struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf data = SA_BUF_INIT(64 * SA_KIB);
    const struct psrp_guid none = {{0}};
    struct psrp_host_call call;

    if (!psrp_read_host_call(message, &call))
        return 0;
    if (pool->host_calls++ >= SA_LIMIT_PSRP_HOST_CALLS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_HOST_CALLS,
                       "'%s': more than %d questions to a person", pool->info.configuration,
                       SA_LIMIT_PSRP_HOST_CALLS);
    psrp_add_no_host(&data, call.call, call.method, call.name);
    return psrp_send(pool, "pr", NULL, PSRP_RUNSPACEPOOL_HOST_RESPONSE, &none, &data, err);
}

static bool is_of_runspace(uint32_t type)
{
    return type == PSRP_SESSION_CAPABILITY || type == PSRP_APPLICATION_PRIVATE_DATA ||
           type == PSRP_RUNSPACEPOOL_STATE;
}

int psrp_runspace_take(struct sa_psrp *pool, const struct psrp_message *message,
                       struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_LIMIT_HOST_MODEL);
    const struct sa_clixml_value *value = NULL;
    int r = 0;

    if (message->type == PSRP_RUNSPACEPOOL_HOST_CALL)
        return answer_host_call(pool, message, err);
    /* PUBLIC_KEY_REQUEST, availability, events: nothing here needs them. */
    if (!is_of_runspace(message->type))
        return 0;
    r = sa_clixml_read_one(message->data, message->len, &arena, &value, err);
    if (r == 0 && message->type == PSRP_SESSION_CAPABILITY)
        r = read_version(pool, value, err);
    else if (r == 0 && message->type == PSRP_APPLICATION_PRIVATE_DATA)
        read_private_data(pool, value);
    else if (r == 0)
        r = read_state(pool, value, err);
    sa_arena_done(&arena);
    return r;
}

static int take_message(void *payload, const struct psrp_message *message, struct sa_error *err)
{
    return psrp_runspace_take(payload, message, err);
}

static int take_bytes(void *payload, const char *stream, const void *bytes, size_t len,
                      struct sa_error *err)
{
    struct sa_psrp *pool = payload;

    if (strcmp(stream, "stdout") != 0)
        return 0;
    return psrp_receive(&pool->receiver, bytes, len, take_message, pool, err);
}

/* Opening ---------------------------------------------------------------------------------------- */

static int add_message(struct sa_psrp *pool, uint32_t type, const struct sa_buf *data,
                       struct sa_buf *ret)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf bytes = SA_BUF_INIT(64 * SA_KIB);
    const struct psrp_message message = {
        .destination = PSRP_TO_SERVER,
        .type = type,
        .pool = pool->id,
        .data = sa_buf_text(data),
        .len = data->len,
    };
    struct psrp_cut cut;

    psrp_add_message(&bytes, &message);
    psrp_cut_begin(&cut, &pool->last_object, &bytes);
    if (sa_buf_status(data) < 0 || sa_buf_status(&bytes) < 0 ||
        !psrp_cut_next(&cut, ret->limit, ret) || !psrp_cut_done(&cut))
        return SA_E_NOMEM;
    return sa_buf_status(ret);
}

static int create(struct sa_psrp *pool, int64_t deadline_ms, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf capability = SA_BUF_INIT(16 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf init = SA_BUF_INIT(16 * SA_KIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf fragments = SA_BUF_INIT(64 * SA_KIB);
    char id[PSRP_GUID_TEXT];
    char version[16];
    char detail[160];
    const struct sa_shell_options options = {
        .configuration = pool->info.configuration,
        .id = id,
        .protocol = version,
        .detail = detail,
        .deadline_ms = deadline_ms,
    };
    struct sa_shell_options filled = options;
    int r = 0;

    psrp_guid_new(&pool->id);
    psrp_guid_format(&pool->id, id);
    (void)snprintf(version, sizeof version, "2.%u", pool->offered);
    (void)snprintf(detail, sizeof detail, "powershell %s", pool->info.configuration);
    psrp_add_capability(&capability, pool->offered);
    psrp_add_init(&init);
    if (add_message(pool, PSRP_SESSION_CAPABILITY, &capability, &fragments) < 0 ||
        add_message(pool, PSRP_INIT_RUNSPACEPOOL, &init, &fragments) < 0)
        return sa_fail_nomem(err);
    filled.creation = fragments.data;
    filled.creation_len = fragments.len;
    r = sa_shell_open(pool->session, &filled, &pool->shell, err);
    if (r < 0)
        return r;
    sa_shell_expect(pool->shell, pool->info.configuration, deadline_ms);
    pool->room = sa_shell_room(pool->shell);
    return 0;
}

static int wait_until_open(struct sa_psrp *pool, int64_t deadline_ms, struct sa_error *err)
{
    for (size_t answers = 0; pool->state != RUNSPACE_OPENED; answers++) {
        struct sa_shell_received got;
        int r = sa_shell_receive(pool->shell, NULL, take_bytes, pool, &got, err);

        if (r == SA_E_TIMEOUT && sa_time_monotonic_ms() >= deadline_ms) {
            (void)sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                          "'%s': the runspace was not open after %u s", pool->info.configuration,
                          pool->open_ms / 1000);
            sa_hint(err, "look at the load of the server and at the start-up script of the session "
                         "configuration");
        }
        if (r < 0)
            return r;
        if (pool->state != RUNSPACE_OPENED && (got.is_done || answers >= SA_LIMIT_WSMAN_PULLS))
            return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                           "'%s': the server ends the runspace before it is open",
                           pool->info.configuration);
    }
    if (!pool->has_capability)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                       "'%s': the runspace opened without a version of the protocol",
                       pool->info.configuration);
    return 0;
}

/* Says what the code means where a session configuration was asked for. */
static void explain(const struct sa_psrp *pool, int status, struct sa_error *err)
{
    struct sa_error was;

    if (err == NULL)
        return;
    was = *err;
    if (status == SA_E_NOT_FOUND) {
        (void)sa_fail(err, status, was.domain, was.code,
                      "the server has no session configuration '%s'", pool->info.configuration);
        sa_hint(err, pool->is_custom
                         ? "register it (Register-PSSessionConfiguration), or check the name: "
                           "Get-PSSessionConfiguration lists what is there"
                         : "run Enable-PSRemoting on the server, or do without PowerShell");
    } else if (status == SA_E_DENIED && was.code == CODE_DENIED) {
        (void)sa_fail(err, status, was.domain, was.code,
                      "access to the session configuration '%s' is denied",
                      pool->info.configuration);
        sa_hint(err,
                pool->is_custom
                    ? "give the account's group a role in the RoleDefinitions of the configuration "
                      "(Get-PSSessionConfiguration), and see that its permission names the group"
                    : "make the account a member of Remote Management Users or Administrators, or "
                      "allow it in the configuration: Set-PSSessionConfiguration "
                      "-ShowSecurityDescriptorUI");
    } else if (was.domain == SA_DOMAIN_WSMAN &&
               (was.code == CODE_NO_FILE || was.code == CODE_NO_HOST_PROCESS)) {
        (void)sa_fail(err, status, was.domain, was.code,
                      "the host process of the session configuration '%s' does not start (%lld)",
                      pool->info.configuration, was.code);
        sa_hint(
            err,
            "look into the event log Microsoft-Windows-WinRM of the server, and at the right to "
            "start wsmprovhost.exe");
    }
}

void psrp_runspace_close(struct sa_psrp *pool)
{
    sa_shell_close(pool->shell);
    pool->shell = NULL;
    psrp_receiver_done(&pool->receiver);
    pool->receiver = (struct psrp_receiver)PSRP_RECEIVER_INIT;
    pool->is_doubtful = false;
}

static int open_once(struct sa_psrp *pool, struct sa_error *err)
{
    int64_t deadline_ms = sa_time_monotonic_ms() + pool->open_ms;
    int r = 0;

    pool->state = 0;
    pool->has_capability = false;
    pool->minor = pool->offered;
    pool->last_object = 0;
    r = create(pool, deadline_ms, err);
    if (r == 0)
        r = wait_until_open(pool, deadline_ms, err);
    if (r < 0)
        psrp_runspace_close(pool);
    return r;
}

int psrp_runspace_open(struct sa_psrp *pool, struct sa_error *err)
{
    struct sa_error own = {0};
    int r = open_once(pool, &own);

    if (r < 0 && own.domain == SA_DOMAIN_WSMAN && own.code == CODE_VERSION &&
        pool->offered > PSRP_MINOR_OLD) {
        pool->offered = PSRP_MINOR_OLD;
        own = (struct sa_error){0};
        r = open_once(pool, &own);
    }
    if (r < 0) {
        explain(pool, r, &own);
        if (err != NULL)
            *err = own;
    }
    return r;
}

int psrp_runspace_ensure(struct sa_psrp *pool, struct sa_error *err)
{
    if (pool->shell != NULL && !pool->is_doubtful)
        return 0;
    psrp_runspace_close(pool);
    if (pool->reopens >= SA_LIMIT_PSRP_REOPENS)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_PSRP_REOPENS,
                       "'%s': the runspace was lost more than %d times", pool->info.configuration,
                       SA_LIMIT_PSRP_REOPENS);
    pool->reopens++;
    return psrp_runspace_open(pool, err);
}

/* The whole ---------------------------------------------------------------------------------------- */

/* The endpoint is not there, is refused, or does not come up: powershell.exe may work all the same. Not where
 * the policy forbids shells, nor where nothing works. */
static bool is_worth_a_command_shell(const struct sa_psrp *pool, int status,
                                     const struct sa_error *why)
{
    if (pool->wanted != SA_PSRP_AUTO || pool->is_custom)
        return false;
    if (status == SA_E_NOT_FOUND || pool->state == RUNSPACE_BROKEN)
        return true;
    return why->domain == SA_DOMAIN_WSMAN &&
           (why->code == CODE_DENIED || why->code == CODE_NO_FILE ||
            why->code == CODE_NO_HOST_PROCESS || why->code == CODE_NO_SERVICE ||
            why->code == CODE_VERSION);
}

static int open_any(struct sa_psrp *pool, struct sa_error *err)
{
    struct sa_error why = {0};
    struct sa_error second = {0};
    int r = 0;

    if (pool->wanted == SA_PSRP_COMMAND)
        return psrp_command_open(pool, err);
    r = psrp_runspace_open(pool, &why);
    if (r == 0 || !is_worth_a_command_shell(pool, r, &why)) {
        if (r < 0 && err != NULL)
            *err = why;
        return r;
    }
    if (psrp_command_open(pool, &second) == 0)
        return 0;
    /* What the endpoint said is of more use, unless the run was broken off meanwhile. */
    if (second.status == SA_E_CANCELLED || second.status == SA_E_NOMEM)
        why = second;
    if (err != NULL)
        *err = why;
    return why.status;
}

int sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret, struct sa_error *err)
{
    const char *name = options->configuration != NULL ? options->configuration : PSRP_CONFIGURATION;
    struct sa_psrp *pool = calloc(1, sizeof *pool);
    int r = 0;

    *ret = NULL;
    if (pool == NULL)
        return sa_fail_nomem(err);
    pool->receiver = (struct psrp_receiver)PSRP_RECEIVER_INIT;
    pool->session = options->session;
    pool->is_custom = options->configuration != NULL && !sa_text_same(name, PSRP_CONFIGURATION);
    pool->wanted = options->way;
    pool->open_ms = options->open_ms != 0 ? options->open_ms : OPEN_MS;
    pool->offered = PSRP_MINOR;
    pool->info.way = options->way;
    /* Longer ones are no names: sa_shell_open() looks at what it is given. */
    (void)snprintf(pool->info.configuration, sizeof pool->info.configuration, "%s", name);
    if (strlen(name) >= sizeof pool->info.configuration)
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                    "'%.140s' is no name of a session configuration", name);
    if (r == 0)
        r = open_any(pool, err);
    if (r < 0)
        sa_psrp_close(pool);
    else
        *ret = pool;
    return r;
}

void sa_psrp_close(struct sa_psrp *pool)
{
    if (pool == NULL)
        return;
    psrp_runspace_close(pool);
    free(pool);
}

const struct sa_psrp_info *sa_psrp_info(const struct sa_psrp *pool)
{
    return &pool->info;
}
