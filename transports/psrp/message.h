/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of PowerShell Remoting ([MS-PSRP] 2.2.1) and the fragments that they travel in (2.2.4). A message is
 * made by psrp_add_message(), cut by psrp_cut_next() and sent in base64; what comes back goes through a
 * psrp_receiver, one for the shell and one for each pipeline. Nothing here speaks to a network. */
#ifndef PSRP_MESSAGE_H
#define PSRP_MESSAGE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"

/* Identifiers ------------------------------------------------------------------------------------ */

#define PSRP_GUID_TEXT 37 /**< 36 characters and the NUL */

/** In the order of its text; on the wire the first three fields are little endian. */
struct psrp_guid {
    unsigned char bytes[16];
};

void psrp_guid_new(struct psrp_guid *ret); /**< random */
bool psrp_guid_same(const struct psrp_guid *a, const struct psrp_guid *b);
bool psrp_guid_is_zero(const struct psrp_guid *guid);
/** Upper case, as ShellId and CommandId of an envelope. */
void psrp_guid_format(const struct psrp_guid *guid, char ret[PSRP_GUID_TEXT]);
/** 36 characters in any letter case. False: none, `ret` is not touched. */
bool psrp_guid_parse(const char *text, struct psrp_guid *ret);

/* Messages (message.c) --------------------------------------------------------------------------- */

enum psrp_type {
    PSRP_SESSION_CAPABILITY = 0x00010002,
    PSRP_INIT_RUNSPACEPOOL = 0x00010004,
    PSRP_PUBLIC_KEY = 0x00010005,
    PSRP_ENCRYPTED_SESSION_KEY = 0x00010006,
    PSRP_PUBLIC_KEY_REQUEST = 0x00010007,
    PSRP_CONNECT_RUNSPACEPOOL = 0x00010008,
    PSRP_SET_MAX_RUNSPACES = 0x00021002,
    PSRP_SET_MIN_RUNSPACES = 0x00021003,
    PSRP_RUNSPACE_AVAILABILITY = 0x00021004,
    PSRP_RUNSPACEPOOL_STATE = 0x00021005,
    PSRP_CREATE_PIPELINE = 0x00021006,
    PSRP_GET_AVAILABLE_RUNSPACES = 0x00021007,
    PSRP_USER_EVENT = 0x00021008,
    PSRP_APPLICATION_PRIVATE_DATA = 0x00021009,
    PSRP_GET_COMMAND_METADATA = 0x0002100A,
    PSRP_RUNSPACEPOOL_INIT_DATA = 0x0002100B,
    PSRP_RESET_RUNSPACE_STATE = 0x0002100C,
    PSRP_RUNSPACEPOOL_HOST_CALL = 0x00021100,
    PSRP_RUNSPACEPOOL_HOST_RESPONSE = 0x00021101,
    PSRP_PIPELINE_INPUT = 0x00041002,
    PSRP_END_OF_PIPELINE_INPUT = 0x00041003,
    PSRP_PIPELINE_OUTPUT = 0x00041004,
    PSRP_ERROR_RECORD = 0x00041005,
    PSRP_PIPELINE_STATE = 0x00041006,
    PSRP_DEBUG_RECORD = 0x00041007,
    PSRP_VERBOSE_RECORD = 0x00041008,
    PSRP_WARNING_RECORD = 0x00041009,
    PSRP_PROGRESS_RECORD = 0x00041010,
    PSRP_INFORMATION_RECORD = 0x00041011,
    PSRP_PIPELINE_HOST_CALL = 0x00041100,
    PSRP_PIPELINE_HOST_RESPONSE = 0x00041101,
};
/** "PIPELINE_STATE"; NULL: a type that is not in the specification. */
const char *psrp_type_name(uint32_t type);

enum psrp_destination { PSRP_TO_CLIENT = 1, PSRP_TO_SERVER = 2 };

struct psrp_message {
    uint32_t destination;
    uint32_t type;
    struct psrp_guid pool;     /**< RPID; all zero in the server's SESSION_CAPABILITY */
    struct psrp_guid pipeline; /**< PID; all zero where no pipeline is meant */
    const char *data;          /**< XML, behind a byte order mark; never NULL, "" for none */
    size_t len;
};

#define PSRP_MESSAGE_HEADER ((size_t)40)

/** Adds header and data. The buffer's status tells of trouble. */
void psrp_add_message(struct sa_buf *ret, const struct psrp_message *message);
/** `ret->data` points into `bytes`. SA_E_PROTOCOL: shorter than a header. */
int psrp_read_message(const void *bytes, size_t len, struct psrp_message *ret,
                      struct sa_error *err) SA_NODISCARD;

/* Sending (fragment.c) --------------------------------------------------------------------------- */

#define PSRP_FRAGMENT_HEADER ((size_t)21)

/** One message on its way out, in pieces. */
struct psrp_cut {
    const char *bytes; /**< borrowed until psrp_cut_next() returns false */
    size_t len, at;
    uint64_t object_id, fragment_id;
};

/** Begins with a message as psrp_add_message() made it. `last_object` counts the messages of a session. */
void psrp_cut_begin(struct psrp_cut *cut, uint64_t *last_object, const struct sa_buf *message);
/** Adds one fragment of at most `budget` bytes, its header included. False: nothing was added, since all of
 *  the message is out (psrp_cut_done()) or the budget is smaller than a header and one byte. Several messages
 *  fill one budget by calling with what is left of it. */
bool psrp_cut_next(struct psrp_cut *cut, size_t budget, struct sa_buf *ret);
bool psrp_cut_done(const struct psrp_cut *cut);
/** How many bytes of fragments fit into `room` characters of base64. */
size_t psrp_budget(size_t room);

/* Receiving (fragment.c) ------------------------------------------------------------------------- */

/** `message` is borrowed for the call. Negative ends the reading and is passed on. */
typedef int psrp_message_fn(void *payload, const struct psrp_message *message,
                            struct sa_error *err);

struct psrp_open_object;

/** Puts messages together out of what one stream brings: one for the shell, one for each pipeline. */
struct psrp_receiver {
    struct psrp_open_object *open; /**< messages of which some fragments have come, oldest first */
    size_t open_count;
    size_t held;        /**< bytes of those */
    struct sa_buf rest; /**< the beginning of a fragment whose end has not come */
    uint64_t total;     /**< bytes that ever came */
    size_t skipped;     /**< messages of unknown types */
    bool is_broken;     /**< after an error; only psrp_receiver_done() is left */
};
#define PSRP_RECEIVER_INIT                                                \
    {                                                                     \
        .rest = SA_BUF_INIT(SA_LIMIT_PSRP_MESSAGE + PSRP_FRAGMENT_HEADER) \
    }
void psrp_receiver_done(struct psrp_receiver *receiver);

/** Takes what a stream brought, decoded, in any pieces, and hands on every message that is complete by it.
 *  Messages of unknown types are left out. SA_E_PROTOCOL: fragments out of order, a message shorter than its
 *  header; SA_E_LIMIT: more than SA_LIMIT_PSRP_MESSAGE, _OPEN, _HELD or _BYTES; SA_E_NOMEM. */
int psrp_receive(struct psrp_receiver *receiver, const void *bytes, size_t len,
                 psrp_message_fn *each, void *payload, struct sa_error *err) SA_NODISCARD;
/** Nothing half-received: true at the end of a stream that was not cut off. */
bool psrp_receiver_is_empty(const struct psrp_receiver *receiver);
#endif
