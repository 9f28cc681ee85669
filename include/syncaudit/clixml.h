/* SPDX-License-Identifier: Apache-2.0 */
/* CLIXML, the serialized objects of PowerShell ([MS-PSRP] 2.2.5): reader and writer. Both forms are read:
 * items without a root, as messages of PSRP hold them, and documents (`<Objs>`), as files and the standard
 * streams of powershell.exe hold them, also in UTF-16 and behind a line "#< CLIXML".
 *
 * What is read is hostile: depth, nodes, values and bytes are bounded (limits.h), references that run in
 * circles are kept as references and never followed by this module, there are no DTDs and no entities.
 * docs/internals/clixml.md */
#ifndef SYNCAUDIT_CLIXML_H
#define SYNCAUDIT_CLIXML_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

enum sa_clixml_type {
    SA_CLIXML_NULL,
    SA_CLIXML_STRING,
    SA_CLIXML_CHAR, /**< `text`: the character; U+FFFD: NUL, or half of a pair */
    SA_CLIXML_BOOL,
    SA_CLIXML_SIGNED,   /**< SB, I16, I32, I64: `integer` */
    SA_CLIXML_UNSIGNED, /**< By, U16, U32, U64: `natural` */
    SA_CLIXML_DOUBLE,   /**< Sg, Db: `real`, also infinite or NaN */
    SA_CLIXML_DECIMAL,  /**< `text` as written */
    SA_CLIXML_DATETIME, /**< `text`: as in facts, "2026-11-23T08:15:30Z"; `utc` false: the server gave no zone,
                             and there is no "Z" */
    SA_CLIXML_TIMESPAN, /**< `integer`: ticks of 100 ns */
    SA_CLIXML_BYTES,    /**< `text`, `len`: decoded */
    SA_CLIXML_GUID,     /**< `text`: lower case, 36 characters */
    SA_CLIXML_URI,
    SA_CLIXML_VERSION,
    SA_CLIXML_XML,
    SA_CLIXML_SCRIPT,
    SA_CLIXML_SECURE,   /**< a SecureString: its value is not kept */
    SA_CLIXML_PROGRESS, /**< `text`: the activity */
    SA_CLIXML_OBJECT,
};

struct sa_clixml_object;

struct sa_clixml_value {
    enum sa_clixml_type type;
    const char *stream; /**< of an item of a file: "Error", "Output"; "" */
    const char *text;   /**< UTF-8, never NULL; may hold NUL bytes only in SA_CLIXML_BYTES */
    size_t len;
    union {
        bool boolean;
        int64_t integer;
        uint64_t natural;
        double real;
    };
    bool utc; /**< of a date */
    /** Of SA_CLIXML_OBJECT, never NULL there. Where a reference stood it may be an object that this one is part
     *  of: who walks down must count levels. */
    const struct sa_clixml_object *object;
};

enum sa_clixml_container {
    SA_CLIXML_NONE,
    SA_CLIXML_LIST, /**< LST, IE */
    SA_CLIXML_QUEUE,
    SA_CLIXML_STACK,
    SA_CLIXML_DICTIONARY,
};

struct sa_clixml_member {
    const char *name;
    const struct sa_clixml_value *value;
    bool extended; /**< of MS, not of Props */
};

struct sa_clixml_entry {
    const struct sa_clixml_value *key; /**< NULL in other containers than a dictionary */
    const struct sa_clixml_value *value;
};

struct sa_clixml_object {
    const char *const
        *types; /**< most derived first, "Deserialized." taken off; ends with NULL, never NULL */
    const char *string; /**< ToString, or NULL */
    const struct sa_clixml_value
        *base; /**< the primitive that it wraps (an enum's number, a string with notes), or NULL */
    enum sa_clixml_container container;
    const struct sa_clixml_entry *entries;
    size_t entry_count;
    const struct sa_clixml_member
        *members; /**< as written, both sets; then those of an object it wraps */
    size_t member_count;
    uint32_t depth; /**< of nesting, 1 for an item */
};

/** Called for every item. `item` lives as long as the arena. Negative ends the reading. */
typedef int sa_clixml_item_fn(void *payload, const struct sa_clixml_value *item,
                              struct sa_error *err);

/** Reads all items; none at all is no error. SA_E_PROTOCOL: not CLIXML, or a value that is none of its type; SA_E_LIMIT;
 *  SA_E_NOMEM. Items before the trouble were handed on: whoever wants all or nothing keeps them back. */
int sa_clixml_read(const void *bytes, size_t len, struct sa_arena *arena, sa_clixml_item_fn *each,
                   void *payload, struct sa_error *err) SA_NODISCARD;
/** Reads what must be one item, as the data of a message. */
int sa_clixml_read_one(const void *bytes, size_t len, struct sa_arena *arena,
                       const struct sa_clixml_value **ret, struct sa_error *err) SA_NODISCARD;

/** A member by name, letter case ignored (ASCII); the extended one wins. NULL: none, or no object. */
const struct sa_clixml_value *sa_clixml_member(const struct sa_clixml_value *value,
                                               const char *name);
/** A value of a dictionary by the text of its key, letter case ignored (ASCII). NULL: none, or no dictionary. */
const struct sa_clixml_value *sa_clixml_entry(const struct sa_clixml_value *value, const char *key);
/** The text of a string, of what wraps one, or of a primitive that has one; NULL: none. */
const char *sa_clixml_text(const struct sa_clixml_value *value);
/** A whole number of any type, also an enum's. False: none, or beyond int64_t. */
bool sa_clixml_integer(const struct sa_clixml_value *value, int64_t *ret);
bool sa_clixml_bool(const struct sa_clixml_value *value, bool *ret);
/** Is it an object of that type ("System.Management.Automation.PSObject"), or derived from it? Letter case and a
 *  prefix "Selected." (Select-Object) are ignored. */
bool sa_clixml_is(const struct sa_clixml_value *value, const char *type);
/** Does a string stand where PowerShell cut off an object, which lay deeper than it serializes? It then writes what
 *  ToString() says, and for most objects that is the name of their type: a text like "System.Collections.Hashtable"
 *  or "Microsoft.IdentityManagement.PowerShell.ObjectModel.ConnectorPartition". What was in the object is lost, not
 *  empty. Nothing on the wire tells it from a string with that content, so ask where an object should be. */
bool sa_clixml_is_cut(const struct sa_clixml_value *value);

/* Writing: what is sent. Names and texts are escaped; elements nest as called. The buffer's status tells of
 * trouble. The same bytes as PowerShell's: attributes N, RefId; a list of types once, then by reference. */
#define SA_CLIXML_WRITER_TYPES 16
struct sa_clixml_writer {
    struct sa_buf *buf;
    unsigned next_ref;
    const char
        *types[SA_CLIXML_WRITER_TYPES]; /**< internal: of each list written so far, the first */
    unsigned type_count;
};
/** <Obj N RefId>; `name` NULL: none, here and below. */
void sa_clixml_begin(struct sa_clixml_writer *writer, const char *name);
void sa_clixml_end(struct sa_clixml_writer *writer);
/** Types, most derived first, NULL-terminated; a list is known by its first, which is borrowed as long as the
 *  writer is used. */
void sa_clixml_types(struct sa_clixml_writer *writer, const char *const *types);
void sa_clixml_open(struct sa_clixml_writer *writer, const char *element); /**< "MS", "LST" */
void sa_clixml_close(struct sa_clixml_writer *writer, const char *element);
void sa_clixml_to_string(struct sa_clixml_writer *writer, const char *text); /**< <ToString> */
void sa_clixml_string(struct sa_clixml_writer *writer, const char *name, const char *text);
void sa_clixml_put_bool(struct sa_clixml_writer *writer, const char *name, bool value);
void sa_clixml_i32(struct sa_clixml_writer *writer, const char *name, int32_t value);
void sa_clixml_i64(struct sa_clixml_writer *writer, const char *name, int64_t value);
void sa_clixml_nil(struct sa_clixml_writer *writer, const char *name);
void sa_clixml_version(struct sa_clixml_writer *writer, const char *name, const char *text);
/** An enum: its type, ToString and number. */
void sa_clixml_enum(struct sa_clixml_writer *writer, const char *name, const char *type,
                    const char *text, int32_t value);
#endif
