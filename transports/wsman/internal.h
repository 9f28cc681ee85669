/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this module share: parsed answers, faults and what to do about them, requests on
 * their way out, the session itself. Tests that play a server see it too. */
#ifndef WSMAN_INTERNAL_H
#define WSMAN_INTERNAL_H
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "syncaudit/limits.h"
#include "syncaudit/wsman.h"

#define NS_SOAP    "http://www.w3.org/2003/05/soap-envelope"
#define NS_ADDRESS "http://schemas.xmlsoap.org/ws/2004/08/addressing"
#define NS_WSMAN   "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
#define NS_MS      "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"
#define NS_ENUM    "http://schemas.xmlsoap.org/ws/2004/09/enumeration"
#define NS_XFER    "http://schemas.xmlsoap.org/ws/2004/09/transfer"
#define NS_SHELL   "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
#define NS_FAULT   "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"
#define NS_IDENT   "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"
#define NS_XSI     "http://www.w3.org/2001/XMLSchema-instance"

#define URI_WMI    "http://schemas.microsoft.com/wbem/wsman/1/wmi/"
#define URI_CONFIG "http://schemas.microsoft.com/wbem/wsman/1/config"
#define URI_CMD    NS_SHELL "/cmd"

/* "uuid:" and 36 characters. */
#define WSMAN_ID_SIZE 48

/* Elements (xml.c) ----------------------------------------------------------------------------- */

struct wsman_answer {
    struct _xmlDoc *doc;
    const xmlNode *header;          /**< or NULL */
    const xmlNode *object;          /**< first element of the body, or NULL */
    const xmlNode *fault;           /**< the same when it is a fault, else NULL */
    char relates_to[WSMAN_ID_SIZE]; /**< "" when there is none */
};
#define WSMAN_ANSWER_INIT \
    {                     \
        .doc = NULL       \
    }

/** One SOAP 1.2 envelope. SA_E_PROTOCOL, SA_E_LIMIT, SA_E_NOMEM. */
int wsman_answer_read(const void *bytes, size_t len, struct wsman_answer *ret,
                      struct sa_error *err) SA_NODISCARD;
void wsman_answer_done(struct wsman_answer *answer);

bool wsman_is(const xmlNode *node, const char *ns, const char *name);
/** Name without a prefix, also where the prefix was never declared. */
const char *wsman_local(const xmlNode *node);
const xmlNode *wsman_first(const xmlNode *node); /**< first element inside; NULL allowed */
const xmlNode *wsman_next(const xmlNode *node);  /**< next element beside */
/** First child element of that name; `ns` NULL: any namespace. */
const xmlNode *wsman_child(const xmlNode *node, const char *ns, const char *name);
/** Value of an attribute by local name, "" when it is not there. Borrowed. */
const char *wsman_attribute(const xmlNode *node, const char *name);
/** Adds the text directly inside, as it is. */
int wsman_add_content(const xmlNode *node, struct sa_buf *buf);
/** Text without white space around it. False: not there, or longer than fits; `ret` is "". */
bool wsman_word(const xmlNode *node, char *ret, size_t size);
/** The items of an answer to Enumerate or Pull, in the namespace of either; NULL. */
const xmlNode *wsman_items(const xmlNode *response);
/** How many items an answer of an enumeration holds, else 0 or 1. */
size_t wsman_item_count(const struct wsman_answer *answer);

/* Faults (fault.c, reactions.c) ---------------------------------------------------------------- */

/** What to do about a refusal. */
enum wsman_reaction {
    WSMAN_GIVE_UP,
    WSMAN_BACK_OFF, /**< wait and ask again: nothing was done */
    WSMAN_NO_DATA,  /**< nothing yet: ask again at once where that is harmless */
    WSMAN_RESTART,  /**< the enumeration is lost */
    WSMAN_REOPEN,   /**< the shell is lost */
    WSMAN_GONE,     /**< shell or command is not there (any more): success when closing */
    WSMAN_RESIZE,   /**< the answer does not fit */
    WSMAN_ONCE,     /**< worth one more try where a shell is made */
};

enum wsman_code_kind { WSMAN_CODE_NONE, WSMAN_CODE_NUMBER, WSMAN_CODE_CIM, WSMAN_CODE_HTTP };

/** A refusal taken apart: a SOAP fault, or an HTTP status without one. */
struct wsman_fault {
    bool is_set;
    enum wsman_code_kind kind; /**< of `code` */
    uint32_t code;             /**< the innermost number that there is */
    uint32_t outer;            /**< of the outermost WSManFault, or 0 */
    char subcode[64];          /**< local name, "TimedOut", or "" */
    char text[256];            /**< the server's words, or "" */
};

struct wsman_meaning {
    uint32_t low, high; /**< codes from..to */
    enum wsman_reaction reaction;
    int status;
    const char *fact; /**< in English, whatever the server speaks; NULL: its own words */
    const char *hint; /**< or NULL */
};

void wsman_fault_read(const struct wsman_answer *answer, struct wsman_fault *ret);
/** Never NULL. */
const struct wsman_meaning *wsman_fault_meaning(const struct wsman_fault *fault);
/** Fills `err` and returns the status. `what`: "Enumerate of 'root/cimv2: SELECT ...'". */
int wsman_fault_fail(const struct wsman_fault *fault, const char *what, struct sa_error *err);

/* What may be sent (operations.c, command_line.c) ------------------------------------------------ */

/* 0 or SA_E_INTERNAL: not in the table. */
int wsman_may_get(const char *resource_uri, struct sa_error *err) SA_NODISCARD;
int wsman_may_enumerate(const char *resource_uri, const char *wql,
                        struct sa_error *err) SA_NODISCARD;
int wsman_may_invoke(const char *resource_uri, const char *method,
                     const struct sa_wsman_param *params, size_t count,
                     struct sa_error *err) SA_NODISCARD;
int wsman_may_run(const char *command_line, struct sa_error *err) SA_NODISCARD;
/** "root/cimv2/Win32_Service" of a URI; the URI itself when it is not one of ours. */
const char *wsman_short_name(const char *resource_uri);
/** Is data of this registry key (below HKEY_LOCAL_MACHINE) out of bounds? `value` NULL: of all values.
 *  `recursive`: also everything below the key is meant. */
bool wsman_is_secret_key(const char *key, size_t len, const char *value, size_t value_len,
                         bool recursive);

/* Requests (envelope.c, exchange.c) ------------------------------------------------------------- */

struct wsman_request {
    const char *operation; /**< for the footprint */
    const char *detail;    /**< the same */
    const char *action;
    const char *resource_uri; /**< NULL: Identify, an envelope without header */
    const struct sa_wsman_selector *selectors;
    size_t selector_count;
    const struct sa_wsman_selector *options; /**< OptionSet */
    size_t option_count;
    const char *body;      /**< well-formed XML, "" for none */
    size_t max_envelope;   /**< 0: the session's */
    unsigned operation_ms; /**< 0: the session's */
    int64_t deadline_ms;   /**< of this request beside the session's; 0: none */
    bool repeatable;
    bool anonymous;
    bool closing; /**< tidies up: goes out although time is up or the run was cancelled */
    bool makes_shell;
};

/** Adds `text` escaped for content and attributes. SA_E_INTERNAL: a character that XML cannot hold. */
int wsman_add_escaped(struct sa_buf *buf, const char *text) SA_NODISCARD;
int wsman_envelope(const struct sa_wsman *session, const struct wsman_request *request,
                   const char *message_id, unsigned operation_ms, struct sa_buf *ret,
                   struct sa_error *err) SA_NODISCARD;
void wsman_new_id(char ret[WSMAN_ID_SIZE]);
uint32_t wsman_random(void);

/** One exchange. 0: `ret` is an answer without fault, to be freed by wsman_answer_done(). */
int wsman_send(struct sa_wsman *session, const struct wsman_request *request,
               struct wsman_answer *ret, struct wsman_fault *ret_fault,
               struct sa_error *err) SA_NODISCARD;
/** The same, again after a while as long as the server is only too busy. */
int wsman_ask(struct sa_wsman *session, const struct wsman_request *request,
              struct wsman_answer *ret, struct wsman_fault *ret_fault,
              struct sa_error *err) SA_NODISCARD;
/** SA_E_CANCELLED, SA_E_TIMEOUT, or 0. `deadline_ms` beside the session's, 0: none. */
int wsman_check_time(const struct sa_wsman *session, int64_t deadline_ms, const char *what,
                     struct sa_error *err) SA_NODISCARD;
/** Milliseconds to the nearer deadline; INT64_MAX: none. */
int64_t wsman_time_left(const struct sa_wsman *session, int64_t deadline_ms);
/** Sleeps; in its own file so that tests can take the place of time. */
void wsman_pause(unsigned ms);

/* Traces (trace.c) ------------------------------------------------------------------------------- */

struct wsman_trace;
int wsman_trace_open(const char *folder, struct wsman_trace **ret,
                     struct sa_error *err) SA_NODISCARD;
void wsman_trace_close(struct wsman_trace *trace);
bool wsman_trace_is_broken(const struct wsman_trace *trace);
void wsman_trace_request(struct wsman_trace *trace, const char *operation, const char *bytes,
                         size_t len);
void wsman_trace_response(struct wsman_trace *trace, const char *operation, long status,
                          const char *bytes, size_t len);
/** Adds `bytes` without what looks like a secret. For tests. */
int wsman_add_redacted(struct sa_buf *buf, const char *bytes, size_t len);

/* Shells (shell.c) ------------------------------------------------------------------------------- */

/** sa_wsman_command() without the table of commands: for recordings of other commands. */
int wsman_run_any(struct sa_wsman *session, const char *line, unsigned timeout_ms,
                  struct sa_wsman_output *output, struct sa_error *err) SA_NODISCARD;

/* The session (session.c) ------------------------------------------------------------------------ */

struct sa_wsman {
    char *to;
    sa_wsman_exchange_fn *exchange;
    void *transport;
    unsigned operation_ms;
    size_t max_envelope;
    int64_t deadline_ms;
    const atomic_bool *cancelled;
    sa_wsman_watch_fn *watch;
    void *payload;
    struct wsman_trace *trace;
    char session_id[WSMAN_ID_SIZE];
    size_t exchanges, bytes;
};
#endif
