/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this module share: the runspace and its shell, what is sent, how records are read, one
 * pipeline. Tests see it too. */
#ifndef PSRP_PRIVATE_H
#define PSRP_PRIVATE_H
#include <stdbool.h>
#include <stdint.h>

#include "syncaudit/clixml.h"
#include "syncaudit/limits.h"
#include "syncaudit/psrp.h"
#include "syncaudit/wsman_shell.h"

#include "message.h"

#define PSRP_CONFIGURATION "Microsoft.PowerShell"
#define PSRP_MINOR         3 /**< of protocol 2.x, the newest that is spoken */
#define PSRP_MINOR_OLD     1 /**< offered to who refuses that one */

/* [MS-PSRP] 2.2.3.4, 2.2.3.5 */
enum {
    RUNSPACE_OPENED = 2,
    RUNSPACE_CLOSED = 3,
    RUNSPACE_CLOSING = 4,
    RUNSPACE_BROKEN = 5,
    PIPELINE_STOPPED = 3,
    PIPELINE_COMPLETED = 4,
    PIPELINE_FAILED = 5,
};

struct sa_psrp {
    struct sa_wsman *session;
    bool is_custom; /**< the caller named the configuration */
    enum sa_psrp_way wanted;
    unsigned open_ms;
    struct sa_psrp_info info;
    bool is_settled; /**< something has run this way */

    struct sa_shell *shell; /**< NULL: none is open */
    struct psrp_guid id;
    struct psrp_receiver receiver; /**< of the shell's own stream */
    uint64_t last_object;
    unsigned offered, minor; /**< of protocol 2.x */
    bool has_capability;
    int64_t state;
    size_t room; /**< characters of base64 in a request */
    unsigned reopens;
    unsigned host_calls; /**< of the runspace, answered */
    bool is_doubtful;    /**< a pipeline did not end: nothing more is asked of this shell */
};

/* The runspace (runspace.c) ---------------------------------------------------------------------- */

/** Makes shell and runspace. */
int psrp_runspace_open(struct sa_psrp *pool, struct sa_error *err) SA_NODISCARD;
/** Deletes the shell, whatever it is. */
void psrp_runspace_close(struct sa_psrp *pool);
/** Makes them anew where they are lost or in doubt. */
int psrp_runspace_ensure(struct sa_psrp *pool, struct sa_error *err) SA_NODISCARD;
/** A message of the runspace itself. SA_E_REMOTE: it is broken or closed. */
int psrp_runspace_take(struct sa_psrp *pool, const struct psrp_message *message,
                       struct sa_error *err) SA_NODISCARD;

/* What is sent (request.c) ----------------------------------------------------------------------- */

struct psrp_command {
    const char *text; /**< script, or name of a command */
    bool is_script;
    const struct sa_psrp_argument *arguments;
    size_t argument_count;
};

/* The data of messages. The buffer's status tells of trouble. */
void psrp_add_capability(struct sa_buf *ret, unsigned minor);
void psrp_add_init(struct sa_buf *ret);
/** One statement; several commands are joined by pipes. */
void psrp_add_pipeline(struct sa_buf *ret, unsigned minor, const struct psrp_command *commands,
                       size_t count);
/** Answers a call to the host: there is none. */
void psrp_add_no_host(struct sa_buf *ret, int64_t call, int64_t method, const char *method_name);

/** Sends a message in one or more pieces: to a pipeline, or (`command` NULL) to the runspace. */
int psrp_send(struct sa_psrp *pool, const char *stream, const char *command, uint32_t type,
              const struct psrp_guid *pipeline, const struct sa_buf *data,
              struct sa_error *err) SA_NODISCARD;

struct psrp_host_call {
    int64_t call, method;
    char name[64];
};
/** False: it wants no answer, or is none. */
bool psrp_read_host_call(const struct psrp_message *message, struct psrp_host_call *ret);

/* What is read (record.c) ------------------------------------------------------------------------ */

struct psrp_reason {
    struct sa_psrp_error error;
    char target[128]; /**< ErrorCategory_TargetName: the command that was not found */
};
/** An error record; anything else gives its text as message. */
void psrp_read_error(const struct sa_clixml_value *value, struct psrp_reason *ret);
/** Cut visibly, controls made visible, white space joined. */
void psrp_take_text(const char *text, char *ret, size_t size);
/** Text of a warning, information, verbose or debug record; of any object. Adds to `ret`. */
void psrp_add_text(const struct sa_clixml_value *value, struct sa_buf *ret);

/* A pipeline (pipeline.c) ------------------------------------------------------------------------ */

struct psrp_outcome {
    enum sa_psrp_state state;
    struct psrp_reason reason; /**< of the state, empty: it gave none */
    bool has_handed;           /**< records went to the caller */
    bool is_refused;           /**< the endpoint does not take this way: nothing has run */
};
/** Runs commands whatever they are: the way from the table goes through sa_psrp_run(), and recordings come
 *  this way. `what`: for footprint and messages. `refusal`: a pipeline that failed by an error of that id, and put
 *  nothing out, has not run; NULL: none is. */
struct psrp_ask {
    const struct psrp_command *commands;
    size_t command_count;
    const char *what;
    const char *refusal;
    unsigned silence_ms;
    int64_t deadline_ms;
    sa_psrp_record_fn *each;
    void *payload;
};
int psrp_run_any(struct sa_psrp *pool, const struct psrp_ask *ask, struct psrp_outcome *ret,
                 struct sa_error *err) SA_NODISCARD;
/** A command shell in the place of an endpoint (command.c). */
int psrp_command_open(struct sa_psrp *pool, struct sa_error *err) SA_NODISCARD;
/** One script in a powershell.exe of its own. */
int psrp_run_command(struct sa_psrp *pool, const char *script, const struct psrp_ask *ask,
                     struct psrp_outcome *ret, struct sa_error *err) SA_NODISCARD;

/** Hands a record to the caller and counts it. */
int psrp_hand(const struct psrp_ask *ask, const struct sa_psrp_record *record, size_t *count,
              struct sa_error *err) SA_NODISCARD;
/** SA_E_TIMEOUT: silence or deadline; `last_ms` is when the last record came. */
int psrp_check_time(const struct psrp_ask *ask, int64_t last_ms, struct sa_error *err) SA_NODISCARD;
/** The nearer of both. */
int64_t psrp_wait_until(const struct psrp_ask *ask, int64_t last_ms);
#endif
