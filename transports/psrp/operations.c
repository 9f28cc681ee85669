/* SPDX-License-Identifier: Apache-2.0 */
/* What can run on a server: one table, and the scripts that are made of it (docs/internals/engine.md).
 *
 * Each operation is one file below scripts/, the body of a script block; prelude.ps1 has what all of them need,
 * module.ps1 what those need that ask the sync engine. Nothing is put into a script but numbers that were
 * checked: what callers choose goes as arguments, which PowerShell binds as data.
 *
 * Two forms. For a runspace, and as the body of the function on a constrained endpoint, one script holds all
 * operations and has the parameters Source, Days, MaxRuns. For powershell.exe in a command shell, where a line
 * is short, the script of one operation begins with `$Source='NAME';$Days=7;$MaxRuns=1000`. */
#include "operations.h"

#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

/* Rights, in the order of what an auditor is given. The engine judges each call by its own local groups. */
#define ENGINE \
    "local group ADSyncAdmins, or ADSyncOperators and ADSyncBrowse, or the constrained endpoint"
#define SESSION "PowerShell remoting"
#define ADMIN   "local administrator"
#define READER  "Event Log Readers, or " ADMIN

/* X(name, cmdlets, sentence, right, writes files, asks the engine) */
/* clang-format off */
#define OPERATIONS(X) \
    X(engine, "Get-ADSyncGlobalSettings", \
      "session, program, global parameters", ENGINE, false, true) \
    X(auditor_right, "WindowsIdentity.GetCurrent", \
      "groups of the auditor's own token on the server", SESSION, false, false) \
    X(scheduler, "Get-ADSyncScheduler", \
      "staging mode, intervals and state of the scheduler", ENGINE, false, true) \
    X(engine_connector, "Get-ADSyncConnector", \
      "connectors as the engine has them now", ENGINE, false, true) \
    X(statistics, "Get-ADSyncConnector, Get-ADSyncConnectorStatistics", \
      "objects and waiting exports of each connector", ENGINE, false, true) \
    X(run_history, "Get-ADSyncRunProfileResult, Get-ADSyncRunStepResult, Get-ADSyncConnector", \
      "runs and their results; steps and kinds of errors of those that matter", ENGINE, false, true) \
    X(run_status, "Get-ADSyncConnectorRunStatus", \
      "connectors at work", ENGINE, false, true) \
    X(connector_override, "Get-ADSyncConnector, Get-ADSyncSchedulerConnectorOverride", \
      "full runs that the scheduler was told to make", ENGINE, false, true) \
    X(override, "Get-ItemProperty, Get-Item, Get-FileHash", \
      "the engine's configuration file: size and digest", SESSION, false, false) \
    X(auto_upgrade, "Get-ADSyncAutoUpgrade", \
      "state of automatic upgrade", ENGINE, false, true) \
    X(password_sync, "Get-ADSyncConnector, Get-ADSyncAADPasswordSyncConfiguration, " \
      "Get-ADSyncAADPasswordResetConfiguration, Get-ADSyncPartitionPasswordSyncState", \
      "password hash synchronisation and writeback", ENGINE, false, true) \
    X(reachability, "Get-ADSyncConnector, Get-ADSyncDomainReachabilityStatus", \
      "domains as the server reaches them", ENGINE, false, true) \
    X(engine_database, "Get-ADSyncDatabaseConfiguration", \
      "database server, version and used space", ENGINE, false, true) \
    X(entra_credential, "Get-ADSyncEntraConnectorCredential", \
      "how the engine signs in to Entra ID, without keys", ENGINE, false, true) \
    X(configuration, "Get-ADSyncServerConfiguration", \
      "configuration export: connectors, rules, settings", ENGINE, true, true) \
    X(user_right, "secedit.exe /export", \
      "user rights of the local security policy", ADMIN, true, false) \
    X(audit_policy, "auditpol.exe /backup", \
      "audit policy by subcategory", ADMIN, true, false) \
    X(file_right, "Get-ItemProperty, Get-ChildItem, Get-Acl", \
      "who may read and write the product's folders", SESSION, false, false) \
    X(log_age, "Get-WinEvent", \
      "how far back event logs reach", READER, false, false) \
    X(account_logon, "Get-WinEvent, Get-ADSyncConnector", \
      "logons of the product's own accounts on the server", READER, false, false)
/* clang-format on */

#define SCRIPT(name) sa_res_psrp_scripts_##name##_ps1
#define DECLARED(name, cmdlets, sentence, right, writes, asks) \
    extern const unsigned char SCRIPT(name)[];
OPERATIONS(DECLARED)
extern const unsigned char SCRIPT(prelude)[];
extern const unsigned char SCRIPT(module)[];
extern const unsigned char SCRIPT(run_history_short)[];

#define TOLD(name, cmdlets, sentence, right, writes, asks) \
    {#name, cmdlets, sentence, right, writes, (const char *)SCRIPT(name)},
static const struct sa_psrp_operation operations[] = {
    OPERATIONS(TOLD){NULL, NULL, NULL, NULL, false, NULL}
};

#define ASKS(name, cmdlets, sentence, right, writes, asks) asks,
static const bool asks_engine[] = {OPERATIONS(ASKS)};

const struct sa_psrp_operation *sa_psrp_operations(void)
{
    return operations;
}

const struct sa_psrp_operation *sa_psrp_operation(const char *name)
{
    for (const struct sa_psrp_operation *o = operations; o->name != NULL; o++)
        if (strcmp(o->name, name) == 0)
            return o;
    return NULL;
}

static int fail_unknown(const char *name, struct sa_error *err)
{
    return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "there is no operation '%.64s'", name);
}

static int finish(struct sa_buf *buf, struct sa_error *err)
{
    if (sa_buf_status(buf) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(buf) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "the script is longer than %zu bytes",
                       buf->limit);
    return 0;
}

/* NULL lists all. */
static bool is_listed(const char *const *names, const char *name)
{
    for (size_t i = 0; names != NULL && names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return names == NULL;
}

int sa_psrp_add_script(struct sa_buf *ret, const char *const *names, struct sa_error *err)
{
    for (size_t i = 0; names != NULL && names[i] != NULL; i++)
        if (sa_psrp_operation(names[i]) == NULL)
            return fail_unknown(names[i], err);
    (void)sa_buf_add_text(ret, "param([string]$Source, [int]$Days = 7, [int]$MaxRuns = 1000)\n");
    (void)sa_buf_add_text(ret, (const char *)SCRIPT(prelude));
    (void)sa_buf_add_text(ret, (const char *)SCRIPT(module));
    (void)sa_buf_add_text(ret, "$bodies = @{}\n");
    for (const struct sa_psrp_operation *o = operations; o->name != NULL; o++)
        if (is_listed(names, o->name))
            (void)sa_buf_addf(ret, "$bodies['%s'] = {\n%s}\n", o->name, o->script);
    /* A name from a newer program: the answer says so, instead of nothing. */
    (void)sa_buf_add_text(ret, "foreach ($name in $Source.Split(',')) {\n"
                               "$body = { throw 'UnknownSource' }\n"
                               "if ($bodies.ContainsKey($name)) { $body = $bodies[$name] }\n"
                               "Invoke-Source $name $body\n"
                               "}\n");
    return finish(ret, err);
}

/* The value of a number that is given, else `value`. */
static int number_of(const struct sa_psrp_argument *arguments, size_t count, const char *name,
                     int value)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(arguments[i].name, name) == 0)
            return (int)arguments[i].number;
    return value;
}

static int check_arguments(const struct sa_psrp_argument *arguments, size_t count,
                           struct sa_error *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct sa_psrp_argument *a = &arguments[i];
        bool is_known = strcmp(a->name, "Days") == 0 || strcmp(a->name, "MaxRuns") == 0;

        if (!is_known || a->type != SA_PSRP_NUMBER)
            return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "no operation takes '%.32s'",
                           a->name);
    }
    return 0;
}

int sa_psrp_add_command(struct sa_buf *ret, const char *name,
                        const struct sa_psrp_argument *arguments, size_t count,
                        struct sa_error *err)
{
    const struct sa_psrp_operation *operation = sa_psrp_operation(name);
    bool is_history = operation != NULL && strcmp(name, "run_history") == 0;
    size_t before = ret->len;
    int r = operation != NULL ? check_arguments(arguments, count, err) : fail_unknown(name, err);

    if (r < 0)
        return r;
    (void)sa_buf_addf(ret, "$Source='%s';$Days=%d;$MaxRuns=%d\n", operation->name,
                      number_of(arguments, count, "Days", 7),
                      number_of(arguments, count, "MaxRuns", 1000));
    (void)sa_buf_add_text(ret, (const char *)SCRIPT(prelude));
    if (asks_engine[operation - operations])
        (void)sa_buf_add_text(ret, (const char *)SCRIPT(module));
    (void)sa_buf_addf(ret, "Invoke-Source $Source {\n%s}\n",
                      is_history ? (const char *)SCRIPT(run_history_short) : operation->script);
    r = finish(ret, err);
    if (r == 0 && ret->len - before > SA_PSRP_COMMAND_MAX)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the script of '%s' is longer than %d characters", name,
                       SA_PSRP_COMMAND_MAX);
    return r;
}
