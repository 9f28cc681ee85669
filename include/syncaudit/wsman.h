/* SPDX-License-Identifier: Apache-2.0 */
/* WS-Management as Windows speaks it (DSP0226; [MS-WSMV]): Identify, Get, Enumerate with Pull and
 * Release, Invoke of listed methods, and command shells (WinRS). Envelopes go through an exchange
 * function, so that recordings stand in for a network. Read-only by construction: actions, namespaces,
 * classes and methods that can leave this module stand in one table (operations.c); anything else is
 * SA_E_INTERNAL before a byte is sent.
 *
 * A session belongs to one thread and has one request in flight. What a server answers is hostile:
 * depth, nodes, items and bytes are bounded (limits.h), there are no DTDs and no entities.
 * docs/internals/wsman.md */
#ifndef SYNCAUDIT_WSMAN_H
#define SYNCAUDIT_WSMAN_H
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

struct _xmlNode; /* libxml2's. NOLINT(bugprone-reserved-identifier) */

/** What is handed to the transport. */
struct sa_wsman_call {
    const char *body; /**< one envelope, UTF-8 */
    size_t len;
    bool repeatable; /**< sa_http_exchange() says what that means */
    bool anonymous;  /**< Identify without logging on */
    /** Tidies up on the server (Release, Signal, Delete): is to go out for `timeout_ms` although the deadline
     *  has passed or the run was cancelled. */
    bool closing;
    unsigned timeout_ms;
};
/** Returns 0 with the HTTP status and the answer's body, or a negative status. `*ret_sent`: whether the
 *  request may have reached the server. */
typedef int sa_wsman_exchange_fn(void *transport, const struct sa_wsman_call *call,
                                 struct sa_buf *reply, long *ret_status, bool *ret_sent,
                                 struct sa_error *err);

/** One exchange, for the footprint. */
struct sa_wsman_event {
    const char *
        operation; /**< Identify, Get, Enumerate, Pull, Release, Invoke, Create, Command, Receive, Send, Signal, Delete */
    const char *
        detail; /**< "root/cimv2: SELECT Name FROM Win32_Service", "StdRegProv.EnumKey SOFTWARE\..." */
    int status;     /**< 0 or enum sa_status */
    long long code; /**< of the fault, else the HTTP status */
    size_t items, sent, received;
    int64_t started_at, elapsed_ms;
};
typedef void sa_wsman_watch_fn(void *payload, const struct sa_wsman_event *event);

struct sa_wsman_options {
    const char *to; /**< a:To, "http://host:5985/wsman"; copied */
    sa_wsman_exchange_fn *exchange;
    void *transport;       /**< borrowed until sa_wsman_close() */
    unsigned operation_ms; /**< OperationTimeout; 0: 20000; at most 60000 */
    size_t max_envelope;   /**< MaxEnvelopeSize; 0: 512000 */
    int64_t deadline_ms;   /**< of everything; 0: none */
    const atomic_bool *cancelled;
    sa_wsman_watch_fn *watch; /**< may be NULL */
    void *payload;
    const char
        *trace_dir; /**< every envelope goes there as NN-request.xml, NN-response.xml and a line of
                                messages.tsv, as in recordings; secrets removed; NULL: no trace */
};

struct sa_wsman;

/** Sends nothing yet. */
int sa_wsman_open(const struct sa_wsman_options *options, struct sa_wsman **ret,
                  struct sa_error *err) SA_NODISCARD;
/** Frees; shells and enumerations have ended with their calls. NULL is allowed. */
void sa_wsman_close(struct sa_wsman *session);
SA_DEFINE_CLEANUP(struct sa_wsman, sa_wsman_close)

/** How many exchanges so far, and bytes. */
void sa_wsman_counts(const struct sa_wsman *session, size_t *ret_exchanges, size_t *ret_bytes);

/* Errors of all calls below, beside those of the transport: SA_E_DENIED (fault 5, shells refused by policy);
 * SA_E_NOT_FOUND: no such instance, class, namespace or resource; SA_E_REMOTE with SA_DOMAIN_WSMAN and the
 * fault's code; SA_E_TIMEOUT; SA_E_LIMIT (ours, or the server's quota after all tries); SA_E_PROTOCOL: no
 * envelope, wrong RelatesTo, an enumeration that does not advance. */

struct sa_wsman_identity {
    char protocol[128], vendor[128], version[128], os[64], stack[16];
};
int sa_wsman_identify(struct sa_wsman *session, bool anonymous, struct sa_wsman_identity *ret,
                      struct sa_error *err) SA_NODISCARD;

struct sa_wsman_selector {
    const char *name, *value;
};

/** Called for the object element of each item. `item` is borrowed for the call. Negative stops, and
 *  the enumeration is released at the server. */
typedef int sa_wsman_item_fn(void *payload, const struct _xmlNode *item, struct sa_error *err);

/** Transfer Get: the object element in the answer's body goes to `each` once. */
int sa_wsman_get(struct sa_wsman *session, const char *resource_uri,
                 const struct sa_wsman_selector *selectors, size_t selector_count,
                 sa_wsman_item_fn *each, void *payload, struct sa_error *err) SA_NODISCARD;

/** Enumerate with OptimizeEnumeration and a WQL filter (NULL: none), then Pull to the end. A context
 *  that the server lost restarts the enumeration once: `restarted` (may be NULL) is called first, and
 *  the caller forgets the items so far. An answer that is too large for an envelope is asked for with
 *  fewer elements, then with a larger envelope. */
int sa_wsman_enumerate(struct sa_wsman *session, const char *resource_uri, const char *wql,
                       sa_wsman_item_fn *each, void (*restarted)(void *payload), void *payload,
                       struct sa_error *err) SA_NODISCARD;

struct sa_wsman_param {
    const char *name, *value;
};
/** Invokes `method` of the table; the element of the answer's body goes to `each` once. */
int sa_wsman_invoke(struct sa_wsman *session, const char *resource_uri, const char *method,
                    const struct sa_wsman_selector *selectors, size_t selector_count,
                    const struct sa_wsman_param *params, size_t param_count, sa_wsman_item_fn *each,
                    void *payload, struct sa_error *err) SA_NODISCARD;

/** Runs one command line in a shell of its own (cmd.exe, code page 65001) and gathers what it prints.
 *  The command must be one of the table: only `reg query` and `echo`, joined by '&'. The shell is deleted
 *  on every path. `timeout_ms`: of the whole command; it is then terminated. */
int sa_wsman_command(struct sa_wsman *session, const char *command_line, unsigned timeout_ms,
                     struct sa_buf *out, struct sa_buf *error_out, uint32_t *ret_exit_code,
                     struct sa_error *err) SA_NODISCARD;

struct sa_wsman_output {
    struct sa_buf *out, *error_out; /**< added to; NULL: not wanted */
    uint32_t exit_code;
};
/** Brings the next line, and where its output goes; by then the line before is done. 1: there is one, which
 *  stays as it is until the next call; 0: that was all; negative: ends it. */
typedef int sa_wsman_next_fn(void *payload, const char **ret_line,
                             struct sa_wsman_output **ret_output, struct sa_error *err);
/** As sa_wsman_command() for several lines, one after the other in one shell: two exchanges for the
 *  shell and two for each line. Without a line nothing is sent. `timeout_ms`: of each line; 0: none of
 *  its own. */
int sa_wsman_commands(struct sa_wsman *session, sa_wsman_next_fn *next, void *payload,
                      unsigned timeout_ms, struct sa_error *err) SA_NODISCARD;

/* For recordings, tests and fuzzing ------------------------------------------------------------------ */

/** Reads any answer: a fault fills `err` and the return is its status; else 0. Calls `each` for every
 *  item of an EnumerateResponse or PullResponse, or for the body's element. `*ret_end` (may be NULL):
 *  EndOfSequence, or no enumeration at all. */
int sa_wsman_read(const void *bytes, size_t len, sa_wsman_item_fn *each, void *payload,
                  bool *ret_end, struct sa_error *err) SA_NODISCARD;

/** A transport that plays a folder of NN-response.xml in order, each as the answer to what is asked
 *  (RelatesTo is made to fit). messages.tsv says the HTTP status where it is not 200: rows of number,
 *  "request" or "response", action, "HTTP 500". Free with sa_wsman_replay_close(). */
struct sa_wsman_replay;
int sa_wsman_replay_open(const char *folder, struct sa_wsman_replay **ret,
                         struct sa_error *err) SA_NODISCARD;
void sa_wsman_replay_close(struct sa_wsman_replay *replay);
sa_wsman_exchange_fn sa_wsman_replay_exchange;

/** What this module can send, for `plan` and for tests: ends with a row of NULLs. */
struct sa_wsman_operation {
    const char *operation; /**< Get, Enumerate, Invoke, Command */
    const char *resource;  /**< "root/cimv2/Win32_Service", "winrm/config", "reg query" */
    const char *method;    /**< of Invoke, else NULL */
};
const struct sa_wsman_operation *sa_wsman_operations(void);
#endif
