/* SPDX-License-Identifier: Apache-2.0 */
/* Shells of WS-Man ([MS-WSMV] 3.1.4.1.11 ff., 2.2.4.37): Create, Command, Receive, Send, Signal, Delete. Command
 * shells (cmd.exe) and PowerShell's endpoints ([MS-PSRP] 3.1.5.3) differ in their resource and in what Create
 * carries.
 *
 * For transports/psrp alone (tests/lint/layers.sh): what runs at an endpoint is bytes to this module, and the
 * table of what they may say is psrp's. A command shell takes nothing but one call of powershell.exe here.
 *
 * A shell belongs to its session and thread. sa_shell_close() deletes it at the server on every path: after
 * errors, when time is up, when the run was cancelled; sa_shell_open() does so itself where Create was
 * answered unusably or its answer was lost. */
#ifndef SYNCAUDIT_WSMAN_SHELL_H
#define SYNCAUDIT_WSMAN_SHELL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/wsman.h"

struct sa_shell;

#define SA_SHELL_ID_SIZE 64

struct sa_shell_options {
    const char *configuration; /**< of PowerShell, "Microsoft.PowerShell"; NULL: a command shell */
    const char *id;            /**< ShellId to ask for, a GUID; NULL: a random one */
    const char *protocol;      /**< of PowerShell, "2.3" */
    const void *creation;      /**< of PowerShell: fragments for creationXml */
    size_t creation_len;
    const char *detail;  /**< for the footprint; borrowed until sa_shell_expect() or the end */
    int64_t deadline_ms; /**< sa_time_monotonic_ms() beside the session's; 0: none */
};

/** Makes the shell. Errors as in wsman.h; SA_E_INPUT: no name of a configuration. */
int sa_shell_open(struct sa_wsman *session, const struct sa_shell_options *options,
                  struct sa_shell **ret, struct sa_error *err) SA_NODISCARD;
/** NULL is allowed. */
void sa_shell_close(struct sa_shell *shell);
SA_DEFINE_CLEANUP(struct sa_shell, sa_shell_close)

/** Of the requests that follow: `detail` for the footprint, borrowed; a deadline beside the session's, 0: none. */
void sa_shell_expect(struct sa_shell *shell, const char *detail, int64_t deadline_ms);

/** How many characters of base64 a request of this shell can carry: what every server takes that was not told
 *  otherwise (150 KiB an envelope), and the session's own bound. */
size_t sa_shell_room(const struct sa_shell *shell);

/** Starts a pipeline at an endpoint, with its first fragment. `id`: CommandId to ask for; `ret_id`: the one that
 *  counts, as old servers choose their own. */
int sa_shell_start_pipeline(struct sa_shell *shell, const char *id, const void *fragment,
                            size_t len, char ret_id[SA_SHELL_ID_SIZE],
                            struct sa_error *err) SA_NODISCARD;
/** Runs powershell.exe in a command shell: `script` is UTF-8. SA_E_LIMIT: too long for a command line. */
int sa_shell_start_powershell(struct sa_shell *shell, const char *script,
                              char ret_id[SA_SHELL_ID_SIZE], struct sa_error *err) SA_NODISCARD;

/** Called for each piece of output, decoded, in the order in which it came. `stream`: "stdout", "stderr". */
typedef int sa_shell_stream_fn(void *payload, const char *stream, const void *bytes, size_t len,
                               struct sa_error *err);
struct sa_shell_received {
    bool is_nothing; /**< the server had nothing within the time of the operation: ask again */
    bool is_done;    /**< the command has ended */
    bool has_exit_code;
    uint32_t exit_code;
};
/** One Receive of a command; `command` NULL: of the shell itself. */
int sa_shell_receive(struct sa_shell *shell, const char *command, sa_shell_stream_fn *each,
                     void *payload, struct sa_shell_received *ret,
                     struct sa_error *err) SA_NODISCARD;
/** `command` NULL: to the shell itself. */
int sa_shell_send(struct sa_shell *shell, const char *stream, const char *command,
                  const void *bytes, size_t len, struct sa_error *err) SA_NODISCARD;

enum sa_shell_signal {
    SA_SHELL_TERMINATE, /**< ends a command, also one that is done: its operation is not counted any more */
    SA_SHELL_STOP_PIPELINE, /**< powershell/signal/ctrl_c */
};
/** Goes out although time is up. False: the server did not confirm it. */
bool sa_shell_signal(struct sa_shell *shell, const char *command, enum sa_shell_signal signal);

/** Does the error say that shell or command is not there any more? Then nothing else works in it. */
bool sa_shell_is_lost(const struct sa_error *err);
/** Does it say that the request was larger than the server takes? Nothing was done then. */
bool sa_shell_is_too_large(const struct sa_error *err);
#endif
