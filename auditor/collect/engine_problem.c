/* SPDX-License-Identifier: Apache-2.0 */
/* Errors of PowerShell, of the engine and of the scripts as coverage: which word, and what to do about it.
 *
 * Messages are in the server's language. So an error is judged by its identifier, the type of the exception,
 * its category and its number, and by nothing that is written in a language; of what Windows' own programs say
 * only the number in hexadecimal. */
#include <string.h>

#include "syncaudit/text.h"

#include "engine_internal.h"

#define ACCESS_DENIED   (-2147024891LL) /* 0x80070005 */
#define PERMISSION      18              /* ErrorCategory */
#define SECURITY        22
#define RIGHT_OF_ENGINE "ADSync"

static bool ends_with(const char *text, const char *ending)
{
    size_t len = strlen(text);
    size_t part = strlen(ending);

    return len >= part && sa_text_same(text + len - part, ending);
}

static bool is_denied(const struct sa_psrp_error *e)
{
    /* Win32 5 and 1314 as auditpol and secedit write them in any language. */
    return e->category == PERMISSION || e->category == SECURITY || e->hresult == ACCESS_DENIED ||
           ends_with(e->exception, "UnauthorizedAccessException") ||
           ends_with(e->exception, "SecurityException") ||
           ends_with(e->exception, "AccessDeniedException") ||
           ends_with(e->id, "UnauthorizedAccessError") || strcmp(e->id, "ExportRefused") == 0 ||
           strcmp(e->id, "LogInfoUnavailable") == 0 || strstr(e->message, "0x00000522") != NULL ||
           strstr(e->message, "0x00000005") != NULL;
}

/* Which right, and how to come by it. */
static int fail_denied(struct sa_error *ret, const struct sa_psrp_operation *operation,
                       const struct sa_psrp_error *e)
{
    bool is_engine = strstr(operation->right, RIGHT_OF_ENGINE) != NULL;
    bool is_said = e->message[0] != '\0' && strcmp(e->id, e->message) != 0;
    char id[80];
    char message[200];

    sa_text_clip(e->id, id, sizeof id);
    sa_text_clip(e->message, message, sizeof message);
    (void)sa_fail(ret, SA_E_DENIED, SA_DOMAIN_NONE, 0,
                  "the server has refused it, which needs: %s (%s%s%s)", operation->right, id,
                  is_said ? ": " : "", is_said ? message : "");
    if (is_engine)
        sa_hint(ret, "Make the account a member of the server's local groups ADSyncOperators and "
                     "ADSyncBrowse, or of ADSyncAdmins, or set up the constrained endpoint that "
                     "'syncaudit jea generate' writes");
    else
        sa_hint(ret, "Give the account the right, or set up the constrained endpoint that "
                     "'syncaudit jea generate' writes");
    return SA_E_DENIED;
}

static int fail_hinted(struct sa_error *ret, int status, const char *message, const char *hint)
{
    (void)sa_fail(ret, status, SA_DOMAIN_NONE, 0, "%s", message);
    sa_hint(ret, "%s", hint);
    return status;
}

int engine_fail(struct sa_error *ret, const struct sa_psrp_operation *operation,
                const struct sa_psrp_error *e)
{
    /* clang-format off */
    static const struct {
        const char *id;
        int status;
        const char *message, *hint;
    } known[] = {
        {"ModuleNotFound", SA_E_UNSUPPORTED,
         "the module ADSync is not there: no sync server, or one that is not wholly installed",
         "Take the server off the list when it is no sync server, else repair the installation"},
        {"ServiceStopped", SA_E_REMOTE,
         "the service ADSync does not run",
         "Start the service, or find out why it stopped, and audit again"},
        {"UnknownSource", SA_E_UNSUPPORTED,
         "the endpoint's function does not know of this: it was made for another version",
         "Write the endpoint anew with 'syncaudit jea generate' and register it again"},
        {"ScriptsNotAllowed", SA_E_UNSUPPORTED,
         "the endpoint runs no scripts",
         "Use its function (--powershell jea), and write the endpoint with 'syncaudit jea generate' "
         "when it has none"},
        {"MethodInvocationNotSupportedInConstrainedLanguage", SA_E_UNSUPPORTED,
         "the server's application control keeps PowerShell from doing this",
         "Set up the constrained endpoint that 'syncaudit jea generate' writes, signed as your policy "
         "asks for"},
        {"ProgramUnknown", SA_E_REMOTE,
         "the service ADSync does not say where its program is",
         "Repair the installation"},
    };
    /* clang-format on */
    char id[100];
    char message[280];
    int r = 0;

    /* In the server's language, so that a byte need not be a character. */
    sa_text_clip(e->id, id, sizeof id);
    sa_text_clip(e->message, message, sizeof message);
    for (size_t i = 0; i < SA_COUNT(known); i++)
        if (strcmp(e->id, known[i].id) == 0)
            return fail_hinted(ret, known[i].status, known[i].message, known[i].hint);
    if (strcmp(e->id, "CommandNotFoundException") == 0) {
        r = sa_fail(ret, SA_E_UNSUPPORTED, SA_DOMAIN_NONE, 0,
                    "the server does not have what this needs, %s: %s", operation->cmdlets,
                    message);
        sa_hint(ret, "An older product does not have every cmdlet: update it; on a constrained "
                     "endpoint, write it anew with 'syncaudit jea generate'");
        return r;
    }
    if (is_denied(e))
        return fail_denied(ret, operation, e);
    if (ends_with(e->exception, "EndpointNotFoundException")) {
        r = sa_fail(ret, SA_E_REMOTE, SA_DOMAIN_NONE, 0,
                    "the sync engine does not answer on its own server: %s", message);
        sa_hint(ret, "Look whether the service ADSync has just been started or hangs");
        return r;
    }
    r = sa_fail(ret, SA_E_REMOTE, SA_DOMAIN_NONE, 0, "PowerShell has answered %s: %s",
                id[0] != '\0' ? id : "with an error", message);
    sa_hint(ret, "Run on the server what this asks for: %s", operation->cmdlets);
    return r;
}

int engine_fail_record(struct host *host, struct sa_error *ret,
                       const struct sa_psrp_operation *operation,
                       const struct engine_record *record)
{
    struct sa_psrp_error e = {.id = ""};
    const char *texts[] = {engine_raw(record, "Id"), engine_raw(record, "Exception"),
                           engine_raw(record, "Message")};
    const struct engine_member *category = engine_member(record, "Category");
    const struct engine_member *hresult = engine_member(record, "HResult");

    sa_text_clip(texts[0] != NULL ? host_text(host, texts[0]) : "", e.id, sizeof e.id);
    sa_text_clip(texts[1] != NULL ? host_text(host, texts[1]) : "", e.exception,
                 sizeof e.exception);
    sa_text_clip(texts[2] != NULL ? host_text(host, texts[2]) : "", e.message, sizeof e.message);
    if (category != NULL && category->kind == ENGINE_NUMBER && category->number >= 0 &&
        category->number < 1000)
        e.category = (int)category->number;
    if (hresult != NULL && hresult->kind == ENGINE_NUMBER)
        e.hresult = hresult->number;
    return engine_fail(ret, operation, &e);
}

void engine_explain(struct sa_error *problem, const struct host *host)
{
    const char *endpoint = host->request->configuration != NULL ? host->request->configuration
                                                                : "Microsoft.PowerShell";

    if (problem->hint[0] != '\0')
        return;
    if (problem->status == SA_E_DENIED)
        sa_hint(problem,
                "Make the account a member of the server's local group Remote Management Users, or "
                "let the session configuration '%.64s' admit it (Set-PSSessionConfiguration)",
                endpoint);
    else if (problem->status == SA_E_NOT_FOUND)
        sa_hint(problem,
                "Register the session configuration '%.64s' on the server, or name another one "
                "with --configuration (Get-PSSessionConfiguration lists them)",
                endpoint);
    else if (problem->status == SA_E_PROTOCOL || problem->status == SA_E_LIMIT)
        sa_hint(
            problem,
            "What answers does not speak as Windows does: look for a proxy between here and the "
            "server, and at who else is at home on it; --powershell off leaves PowerShell out");
    else if (problem->status == SA_E_TIMEOUT)
        sa_hint(problem, "Look whether the server is busy, and give it more time (--host-timeout)");
}
