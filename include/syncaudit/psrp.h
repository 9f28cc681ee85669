/* SPDX-License-Identifier: Apache-2.0 */
/* PowerShell Remoting over WS-Man ([MS-PSRP] 2.1 to 2.3): one runspace, pipelines one after the other; and,
 * where there is no endpoint, powershell.exe in a command shell. Read-only by construction: what can run
 * stands in one table (operations.c); callers choose from it and give arguments, which stay data. Scripts go
 * as scripts where the endpoint allows it; on a constrained endpoint (JEA) commands are sent as objects.
 *
 * Everything is undone on every path: a running pipeline is stopped, each is ended, the shell is deleted.
 * Host calls are answered with an error, so that nothing waits for a person. docs/internals/psrp.md */
#ifndef SYNCAUDIT_PSRP_H
#define SYNCAUDIT_PSRP_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/clixml.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/wsman.h"

/** What can run. */
struct sa_psrp_operation {
    const char *name;     /**< "scheduler": the fact's source */
    const char *cmdlets;  /**< what it calls on the server, for people: "Get-ADSyncScheduler" */
    const char *sentence; /**< what it finds out */
    const char *right;    /**< what the account needs on the server */
    bool writes_files;    /**< needs a temporary folder on the server, removed again */
    const char *script;   /**< body of a script block, PowerShell 5.1, comments stripped */
};
/** Ends with a row of NULLs. In the order in which they are asked. */
const struct sa_psrp_operation *sa_psrp_operations(void);

/** One script of the operations in the NULL-terminated list, or of all (NULL): for a runspace, and the body of the JEA
 *  function (`jea generate`). Adds to `ret`. */
int sa_psrp_add_script(struct sa_buf *ret, const char *const *names,
                       struct sa_error *err) SA_NODISCARD;
#define SA_PSRP_FUNCTION "Get-SyncAuditFact" /**< name of the function on a constrained endpoint */

enum sa_psrp_way {
    SA_PSRP_AUTO,         /**< the first of these that works */
    SA_PSRP_SCRIPT,       /**< runspace that runs scripts */
    SA_PSRP_FUNCTION_WAY, /**< SA_PSRP_FUNCTION of a constrained endpoint */
    SA_PSRP_COMMAND,      /**< powershell.exe -EncodedCommand in a command shell */
};

struct sa_psrp_options {
    struct sa_wsman *session;  /**< borrowed */
    const char *configuration; /**< session configuration; NULL: Microsoft.PowerShell */
    enum sa_psrp_way way;
    unsigned open_ms; /**< until the runspace is open; 0: 60000 */
};

struct sa_psrp;

struct sa_psrp_info {
    enum sa_psrp_way way; /**< found out */
    char configuration[128];
    char protocol[16];   /**< negotiated, "2.3"; "" for SA_PSRP_COMMAND */
    char powershell[64]; /**< PSVersion of APPLICATION_PRIVATE_DATA, or "" */
};

/** Makes the shell and waits until the runspace is open; nothing has run yet. With SA_PSRP_AUTO a command shell
 *  stands in where the endpoint is not there or its host process does not start; the first pipeline finds out
 *  whether the endpoint takes scripts. SA_E_NOT_FOUND: no such configuration; SA_E_DENIED; others as in wsman.h. */
int sa_psrp_open(const struct sa_psrp_options *options, struct sa_psrp **ret,
                 struct sa_error *err) SA_NODISCARD;
/** Deletes the shell; also after errors, when time is up, when cancelled. NULL is allowed. */
void sa_psrp_close(struct sa_psrp *pool);
SA_DEFINE_CLEANUP(struct sa_psrp, sa_psrp_close)
const struct sa_psrp_info *sa_psrp_info(const struct sa_psrp *pool);

/** An error record, or the reason of a state; texts are visible, bounded and never NULL. */
struct sa_psrp_error {
    char id[256]; /**< FullyQualifiedErrorId up to the first comma, "CommandNotFoundException" */
    char exception[128]; /**< type of the exception, "System.UnauthorizedAccessException" */
    char message[384];
    int category; /**< ErrorCategory: 13 ObjectNotFound, 18 PermissionDenied, 22 SecurityError ... */
    int64_t hresult; /**< 0: none */
};

enum sa_psrp_record_kind {
    SA_PSRP_OUTPUT,
    SA_PSRP_ERROR,
    SA_PSRP_WARNING,
    SA_PSRP_INFORMATION,
    SA_PSRP_VERBOSE,
    SA_PSRP_DEBUG
};

struct sa_psrp_record {
    enum sa_psrp_record_kind kind;
    const struct sa_clixml_value *value; /**< of output; borrowed for the call */
    const char *xml;                     /**< its bytes, for evidence */
    size_t xml_len;
    const struct sa_psrp_error *error; /**< of an error record */
    const char *text;                  /**< of the others */
};
/** Negative ends the pipeline, which is stopped at the server. */
typedef int sa_psrp_record_fn(void *payload, const struct sa_psrp_record *record,
                              struct sa_error *err);

struct sa_psrp_argument {
    const char *name; /**< "Days" */
    enum { SA_PSRP_TEXT, SA_PSRP_NUMBER, SA_PSRP_SWITCH } type;
    const char *text;
    int32_t number; /**< also of a switch: 0 or 1 */
};

struct sa_psrp_call {
    const char *const
        *names; /**< operations, NULL-terminated: in one pipeline, one after the other */
    const struct sa_psrp_argument *arguments;
    size_t argument_count;
    unsigned
        silence_ms; /**< longest time without a record, then the pipeline is stopped; 0: 120000 */
    int64_t deadline_ms; /**< sa_time_monotonic_ms(); 0: the session's alone */
};

enum sa_psrp_state { SA_PSRP_COMPLETED, SA_PSRP_FAILED, SA_PSRP_STOPPED };

/** Runs operations of the table and hands on what they say, as it comes. 0: the pipeline has ended, and `*ret_state`
 *  says how; `*ret_reason` (may be NULL) tells why it failed. SA_E_INTERNAL: a name or an argument that is not in the
 *  table, nothing was sent; SA_E_TIMEOUT: silence, deadline; the session goes on being usable; SA_E_LIMIT: more
 *  records or bytes than limits.h allows. */
int sa_psrp_run(struct sa_psrp *pool, const struct sa_psrp_call *call, sa_psrp_record_fn *each,
                void *payload, enum sa_psrp_state *ret_state, struct sa_psrp_error *ret_reason,
                struct sa_error *err) SA_NODISCARD;
#endif
