/* SPDX-License-Identifier: Apache-2.0 */
/* One host, from its name to the sync engine. What is asked is little: one instance of each namespace, one value of
 * the registry, two operations of PowerShell. Errors and hints are those of the transports. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/psrp.h"
#include "syncaudit/text.h"

#include "doctor.h"

#define CONNECT_MS   5000
#define OPEN_MS      30000
#define SILENCE_MS   30000
#define DAYS_WARNED  30
#define WINRM_CONFIG "http://schemas.microsoft.com/wbem/wsman/1/config"

/* One question per namespace. `begins`: what of the collectors' questions stands or falls with it. */
static const struct probe {
    const char *ns, *class_name, *wql; /* `wql` NULL: the only instance of the class */
    const char *begins;
    const char *absent; /* NULL: it must be there; else what its absence means */
} probes[] = {
    {"root/cimv2",                                    "Win32_OperatingSystem", NULL,                                                               "root/cimv2/",                                    NULL                                 },
    {"root/StandardCimv2",                            NULL,                    "SELECT LocalPort FROM MSFT_NetTCPConnection WHERE LocalPort=5985",
     "root/StandardCimv2/",                                                                                                                                                                          NULL                                 },
    {"root/Microsoft/Windows/TaskScheduler",          NULL,
     "SELECT TaskName FROM MSFT_ScheduledTask WHERE TaskName='Scheduled Start'",                                                                   "root/Microsoft/Windows/TaskScheduler/",          NULL                                 },
    {"root/Microsoft/Windows/Defender",               "MSFT_MpComputerStatus", NULL,
     "root/Microsoft/Windows/Defender/",                                                                                                                                                             "Microsoft Defender is not installed"},
    {"root/Microsoft/Windows/DeviceGuard",            "Win32_DeviceGuard",     NULL,
     "root/Microsoft/Windows/DeviceGuard/",                                                                                                                                                          "this Windows has no Device Guard"   },
    {"root/cimv2/Security/MicrosoftTpm",              NULL,                    "SELECT IsEnabled_InitialValue FROM Win32_Tpm",
     "root/cimv2/Security/MicrosoftTpm/",                                                                                                                                                            "this server has no TPM"             },
    {"root/cimv2/Security/MicrosoftVolumeEncryption", NULL,
     "SELECT DeviceID FROM Win32_EncryptableVolume",                                                                                               "root/cimv2/Security/MicrosoftVolumeEncryption/", "BitLocker is not installed"         },
};

struct host_line {
    struct sa_http *http;
    const struct sa_http_options *options;
};

static int exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    const struct host_line *line = transport;
    if (call->closing)
        return sa_http_exchange_closing(line->http, call->body, call->len, call->repeatable,
                                        call->timeout_ms, reply, ret_status, ret_sent, err);
    return sa_http_exchange(line->http, call->body, call->len, call->repeatable, call->timeout_ms,
                            reply, ret_status, ret_sent, err);
}

/* Before the logon --------------------------------------------------------------------------------- */

static bool is_address(const char *host)
{
    return strchr(host, ':') || host[strspn(host, "0123456789.")] == '\0';
}

static bool uses_kerberos(const struct sa_http_options *http)
{
    return http->auth == SA_HTTP_NEGOTIATE || http->auth == SA_HTTP_KERBEROS;
}

/* True: go on to the logon. */
static bool examine_ticket_of(struct examination *e, const struct sa_http_options *http,
                              bool is_reached)
{
    char spns[2][SA_PRINCIPAL_MAX];
    const char *services[3] = {spns[0], spns[1], NULL};
    if (!uses_kerberos(http)) {
        (void)say(e, FOUND_SKIPPED, "ticket", "this logon is not by Kerberos");
        return true;
    }
    if (is_address(http->host) && !http->spn) {
        struct line *line =
            say(e, FOUND_PROBLEM, "ticket",
                "'%s' is an address, and Kerberos knows servers by name", http->host);
        line->hint = "name the host by its full DNS name, or name its SPN: --winrm-spn HTTP/NAME";
        if (is_reached)
            costs(e, line, costs_host, NULL);
        return false;
    }
    (void)snprintf(spns[0], sizeof spns[0], http->spn ? "%s" : "HTTP/%s",
                   http->spn ? http->spn : http->host);
    (void)snprintf(spns[1], sizeof spns[1], "host/%s", http->host);
    if (http->spn)
        services[1] = NULL;
    const struct sa_logon logon = {.user = http->user,
                                   .realm = http->realm,
                                   .password = http->password,
                                   .keytab = http->keytab,
                                   .ccache = http->ccache};
    bool any = examine_tickets(e, &logon, services);
    if (!any && is_reached)
        costs(e, e->last, costs_host, NULL);
    return any;
}

static bool examine_way(struct examination *e, const struct sa_http_options *http)
{
    struct addresses addresses;
    unsigned planned = http->port ? http->port : (http->tls ? 5986 : 5985);
    bool open = false;
    if (http->proxy) {
        (void)say(e, FOUND_SKIPPED, "name", "the proxy %s resolves names and connects",
                  http->proxy);
        return true;
    }
    if (!examine_name(e, http->host, &addresses)) {
        costs(e, e->last, costs_host, NULL);
        return false;
    }
    open = examine_port(e, &addresses, planned, http->tls ? "WinRM over HTTPS" : "WinRM over HTTP",
                        true);
    if (!open)
        costs(e, e->last, costs_host, NULL);
    if (!http->port)
        (void)examine_port(e, &addresses, http->tls ? 5985 : 5986,
                           http->tls ? "WinRM over HTTP" : "WinRM over HTTPS", false);
    return open;
}

/* The connection ----------------------------------------------------------------------------------- */

static void examine_certificate(struct examination *e, const struct sa_http_info *info)
{
    long long days = (info->certificate_ends_at - sa_time_now()) / 86400;
    if (!info->certificate_subject[0] && !info->certificate[0])
        return;
    struct line *line = say(e, days < DAYS_WARNED ? FOUND_NOTE : FOUND_OK, "certificate",
                            "%s, issued by %s, %lld days left", info->certificate_subject,
                            info->certificate_issuer, days);
    if (days < DAYS_WARNED)
        line->hint = "renew the certificate of the WinRM listener";
}

static bool examine_logon(struct examination *e, const struct sa_http_options *options,
                          struct sa_http **ret)
{
    struct sa_error err = {0};
    if (sa_http_open(options, ret, &err) < 0) {
        struct line *line =
            say_error(e, err.domain == SA_DOMAIN_TLS ? "certificate" : "logon", &err);
        costs(e, line, costs_host, NULL);
        return false;
    }
    const struct sa_http_info *info = sa_http_info(*ret);
    e->reached = true;
    if (options->tls)
        examine_certificate(e, info);
    else
        (void)say(e, FOUND_SKIPPED, "certificate", "no TLS: Kerberos seals each message");
    (void)say(e, FOUND_OK, "logon", "%s, %s%s%s", info->mechanism, info->protection,
              info->spn[0] ? ", as " : "", info->spn);
    examine_clock(e, info->clock_offset_s, "the server's HTTP Date");
    return true;
}

/* WS-Man ------------------------------------------------------------------------------------------- */

static bool examine_identify(struct examination *e, struct sa_wsman *session)
{
    struct sa_wsman_identity identity;
    struct sa_error err = {0};
    if (sa_wsman_identify(session, false, &identity, &err) < 0) {
        costs(e, say_error(e, "WS-Man", &err), costs_host, NULL);
        return false;
    }
    (void)say(e, FOUND_OK, "WS-Man", "%s, Windows %s, stack %s", identity.vendor, identity.os,
              identity.stack);
    return true;
}

static int ask(struct sa_wsman *session, const struct probe *probe, size_t *ret_count,
               struct sa_error *err)
{
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    const struct sa_cim_instance *instance = NULL;
    struct sa_cim_list list = {0};
    int r = 0;
    if (probe->wql)
        r = sa_cim_query(session, probe->ns, probe->wql, &arena, &list, NULL, err);
    else
        r = sa_cim_get(session, probe->ns, probe->class_name, NULL, 0, &arena, &instance, NULL,
                       err);
    *ret_count = probe->wql ? list.count : 1;
    sa_arena_done(&arena);
    return r;
}

/* False: the connection is of no use any more. */
static bool examine_namespace(struct examination *e, struct sa_wsman *session,
                              const struct probe *probe)
{
    struct sa_error err = {0};
    size_t count = 0;
    int r = ask(session, probe, &count, &err);
    if (r == 0) {
        (void)say(e, FOUND_OK, "namespace", "%s answers", probe->ns);
        return true;
    }
    if (probe->absent && (r == SA_E_NOT_FOUND || r == SA_E_UNSUPPORTED)) {
        (void)say(e, FOUND_OK, "namespace", "%s: %s", probe->ns, probe->absent);
        return true;
    }
    struct line *line = say_error(e, "namespace", &err);
    if (!strstr(err.message, probe->ns)) {
        line->text = sa_arena_printf(&e->arena, "%s: %s", probe->ns, err.message);
        e->no_memory = e->no_memory || !line->text;
    }
    costs(e, line, costs_resource, probe->begins);
    return r != SA_E_NETWORK && r != SA_E_AUTH && r != SA_E_CANCELLED;
}

static int ignore_item(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    (void)payload;
    (void)item;
    (void)err;
    return 0;
}

static void examine_config(struct examination *e, struct sa_wsman *session)
{
    struct sa_error err = {0};
    if (sa_wsman_get(session, WINRM_CONFIG, NULL, 0, ignore_item, NULL, &err) == 0) {
        (void)say(e, FOUND_OK, "settings", "WinRM shows its configuration");
        return;
    }
    struct line *line = say_error(e, "settings", &err);
    line->text = sa_arena_printf(&e->arena, "WinRM's configuration: %s", err.message);
    e->no_memory = e->no_memory || !line->text;
    if (err.status == SA_E_DENIED)
        line->hint = "Windows shows it to local administrators only";
    costs(e, line, costs_resource, "winrm/config");
}

/* Windows lists a log to those who may read its records, and says nothing of it to others. */
static void examine_logs(struct examination *e, struct sa_wsman *session)
{
    static const char wql[] = "SELECT LogfileName,NumberOfRecords FROM Win32_NTEventLogFile WHERE "
                              "LogfileName='Application' OR LogfileName='Security' OR "
                              "LogfileName='System'";
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct sa_cim_list list = {0};
    struct sa_error err = {0};
    bool security = false;
    if (sa_cim_query(session, "root/cimv2", wql, &arena, &list, NULL, &err) < 0) {
        struct line *line = say_error(e, "event logs", &err);
        costs(e, line, costs_source, "log");
        costs(e, line, costs_source, "event_log");
        sa_arena_done(&arena);
        return;
    }
    for (size_t i = 0; i < list.count; i++)
        security = security || sa_text_same(sa_cim_text(list.items[i], "LogfileName"), "Security");
    if (security) {
        (void)say(e, FOUND_OK, "event logs", "%zu of 3 are shown, Security among them", list.count);
    } else {
        struct line *line = say(e, FOUND_PROBLEM, "event logs",
                                "the log Security is not shown (%zu of 3 are)", list.count);
        line->hint = "put the account into the local group Event Log Readers (S-1-5-32-573)";
        costs(e, line, costs_source, "log");
        costs(e, line, costs_source, "event_log");
    }
    sa_arena_done(&arena);
}

static void examine_registry(struct examination *e, struct sa_wsman *session)
{
    static const char version[] = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    static const char product[] = "SYSTEM\\CurrentControlSet\\Services\\ADSync";
    static const struct sa_reg_request requests[] = {
        {.key = version,  .scope = SA_REG_VALUE, .value = "CurrentBuildNumber", .listed = true},
        {.key = product, .scope = SA_REG_EXISTS                     },
    };
    struct sa_arena arena = SA_ARENA_INIT(16 * SA_MIB);
    struct sa_registry *registry = NULL;
    struct sa_error err = {0};
    int r = sa_registry_read(session, requests, SA_COUNT(requests), e->host->registry, &arena,
                             &registry, NULL, &err);
    if (r == 0 && sa_registry_value(registry, version, "CurrentBuildNumber")->state != SA_REG_SET) {
        const struct sa_error *why = sa_registry_trouble(registry);
        r = why ? why->status : SA_E_DENIED;
        if (why)
            err = *why;
        else
            (void)sa_fail(&err, r, SA_DOMAIN_NONE, 0,
                          "the registry does not show Windows' own key");
    }
    if (r < 0) {
        struct line *line = say_error(e, "registry", &err);
        costs(e, line, costs_resource, "reg query");
    } else {
        (void)say(e, FOUND_OK, "registry", "is read by %s", sa_registry_way(registry));
        if (sa_registry_key(registry, product)->state == SA_REG_ABSENT) {
            struct line *line =
                say(e, FOUND_NOTE, "product", "there is no service ADSync: this is no sync server");
            line->hint = "name the server that runs Microsoft Entra Connect Sync";
        } else {
            (void)say(e, FOUND_OK, "product", "the service ADSync is installed");
        }
    }
    sa_arena_done(&arena);
}

/* PowerShell --------------------------------------------------------------------------------------- */

struct answers {
    bool engine_answered, is_admin, groups_seen;
    char version[64];
    struct sa_error problem; /* of the engine */
};

static int take_answer(void *payload, const struct sa_psrp_record *record, struct sa_error *err)
{
    struct answers *answers = payload;
    (void)err;
    if (record->kind != SA_PSRP_OUTPUT)
        return 0;
    const char *fact = sa_clixml_text(sa_clixml_member(record->value, "Fact"));
    const char *source = sa_clixml_text(sa_clixml_member(record->value, "Source"));
    if (sa_text_same(fact, "group")) {
        const char *sid = sa_clixml_text(sa_clixml_member(record->value, "Sid"));
        answers->groups_seen = true;
        answers->is_admin = answers->is_admin || sa_text_same(sid, "S-1-5-32-544");
    } else if (sa_text_same(fact, "engine")) {
        const char *program = sa_clixml_text(sa_clixml_member(record->value, "Program"));
        answers->engine_answered = true;
        sa_text_clip(program ? program : "", answers->version, sizeof answers->version);
    } else if (sa_text_same(fact, "problem") && sa_text_same(source, "engine")) {
        const char *id = sa_clixml_text(sa_clixml_member(record->value, "Id"));
        const char *message = sa_clixml_text(sa_clixml_member(record->value, "Message"));
        (void)sa_fail(&answers->problem, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "%s: %s", id ? id : "",
                      message ? message : "");
    }
    return 0;
}

static void hint_engine(struct sa_error *err)
{
    if (strncmp(err->message, "ModuleNotFound", 14) == 0)
        sa_hint(err, "this is no sync server, or the product is not installed whole");
    else if (strncmp(err->message, "ServiceStopped", 14) == 0)
        sa_hint(err, "start the service ADSync, or find out why it does not run");
    else
        sa_hint(err,
                "put the account into the server's groups ADSyncOperators and ADSyncBrowse, or use "
                "an endpoint of 'syncaudit jea generate'");
}

static bool costs_engine(const void *payload, const struct ask *ask)
{
    (void)payload;
    return ask->way == ASK_ENGINE && strstr(ask->right, "ADSync");
}

static bool costs_admin(const void *payload, const struct ask *ask)
{
    (void)payload;
    return ask->way == ASK_ENGINE && strcmp(ask->right, "local administrator") == 0;
}

static void say_answers(struct examination *e, struct answers *answers)
{
    if (answers->engine_answered) {
        (void)say(e, FOUND_OK, "sync engine", "answers%s%s",
                  answers->version[0] ? ", version " : "", answers->version);
    } else {
        if (answers->problem.status == 0)
            (void)sa_fail(&answers->problem, SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                          "the sync engine did not say anything");
        hint_engine(&answers->problem);
        costs(e, say_error(e, "sync engine", &answers->problem), costs_engine, NULL);
    }
    if (answers->is_admin)
        (void)say(e, FOUND_OK, "rights", "the session is a local administrator");
    else if (answers->groups_seen) {
        struct line *line = say(e, FOUND_NOTE, "rights", "the session is no local administrator");
        line->hint =
            "what needs one is left out; --no-remote-files leaves most of it out knowingly";
        costs(e, line, costs_admin, NULL);
    }
}

static const char *way_name(const struct sa_psrp_info *info)
{
    static const char *const names[] = {[SA_PSRP_AUTO] = "",
                                        [SA_PSRP_SCRIPT] = "by a script",
                                        [SA_PSRP_FUNCTION_WAY] =
                                            ("by the function " SA_PSRP_FUNCTION),
                                        [SA_PSRP_COMMAND] = "by powershell.exe in a command shell"};
    return names[info->way];
}

static void examine_powershell(struct examination *e, struct sa_wsman *session)
{
    static const char *const operations[] = {"engine", "auditor_right", NULL};
    SA_CLEANUP(sa_psrp_close_p) struct sa_psrp *pool = NULL;
    enum ask_way way = ASK_ENGINE;
    struct sa_error err = {0};
    struct answers answers = {0};
    enum sa_psrp_state state = SA_PSRP_COMPLETED;
    struct sa_psrp_error reason = {0};
    if (e->host->no_powershell) {
        struct line *line = say(e, FOUND_SKIPPED, "PowerShell", "left out by --powershell off");
        costs(e, line, costs_way, &way);
        return;
    }
    const struct sa_psrp_options options = {.session = session,
                                            .configuration = e->host->configuration,
                                            .way = e->host->powershell,
                                            .open_ms = OPEN_MS};
    int r = sa_psrp_open(&options, &pool, &err);
    if (r < 0) {
        struct line *line = say_error(e, "PowerShell", &err);
        if (r == SA_E_UNSUPPORTED && err.domain == SA_DOMAIN_NONE)
            line->finding = FOUND_SKIPPED;
        if (r == SA_E_DENIED && !e->host->configuration)
            line->hint = "name an endpoint for auditors, --configuration SyncAudit ('syncaudit jea "
                         "generate' makes one), or let the account use the default one: a local "
                         "administrator, or Remote Management Users";
        costs(e, line, costs_way, &way);
        return;
    }
    const struct sa_psrp_call call = {.names = operations, .silence_ms = SILENCE_MS};
    r = sa_psrp_run(pool, &call, take_answer, &answers, &state, &reason, &err);
    const struct sa_psrp_info *info = sa_psrp_info(pool);
    if (r == 0 && state != SA_PSRP_COMPLETED)
        r = sa_fail(&err, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "%s: %s", reason.id, reason.message);
    if (r < 0) {
        costs(e, say_error(e, "PowerShell", &err), costs_way, &way);
        return;
    }
    (void)say(e, FOUND_OK, "PowerShell", "%s%s%s, %s", info->configuration,
              info->powershell[0] ? ", version " : "", info->powershell, way_name(info));
    say_answers(e, &answers);
}

static void examine_session(struct examination *e, struct sa_http *http,
                            const struct sa_http_options *options)
{
    SA_CLEANUP(sa_wsman_close_p) struct sa_wsman *session = NULL;
    struct host_line line = {.http = http, .options = options};
    const struct sa_wsman_options wsman = {.to = sa_http_info(http)->url,
                                           .exchange = exchange,
                                           .transport = &line,
                                           .deadline_ms = e->deadline_ms,
                                           .cancelled = e->cancelled};
    struct sa_error err = {0};
    if (sa_wsman_open(&wsman, &session, &err) < 0) {
        costs(e, say_error(e, "WS-Man", &err), costs_host, NULL);
        return;
    }
    if (!examine_identify(e, session))
        return;
    for (size_t i = 0; i < SA_COUNT(probes); i++) {
        if (!examine_namespace(e, session, &probes[i]))
            return;
    }
    examine_config(e, session);
    examine_logs(e, session);
    examine_registry(e, session);
    examine_powershell(e, session);
}

void examine_host(struct examination *e)
{
    SA_CLEANUP(sa_http_close_p) struct sa_http *http = NULL;
    struct sa_http_options options = e->host->http;
    options.connect_ms = CONNECT_MS;
    options.deadline_ms = e->deadline_ms;
    options.cancelled = e->cancelled;
    bool open = examine_way(e, &options);
    bool ticket = examine_ticket_of(e, &options, open);
    if (!open || !ticket) {
        (void)say(e, FOUND_SKIPPED, "logon",
                  "and what comes after it: WS-Man, namespaces, registry, PowerShell");
        return;
    }
    if (examine_logon(e, &options, &http))
        examine_session(e, http, &options);
}
