/* SPDX-License-Identifier: Apache-2.0 */
/* CIM instances over WS-Man ([MS-WSMV] 2.2.4; DSP0227, DSP0230), typed: null, empty, arrays, datetimes,
 * references and embedded objects are told apart, and no text is trimmed. And the registry of a host
 * through StdRegProv or, in far fewer exchanges, through `reg query` in a WinRS shell; "absent" and
 * "denied" are facts, not errors. docs/internals/cim.md, docs/internals/registry.md */
#ifndef SYNCAUDIT_CIM_H
#define SYNCAUDIT_CIM_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/wsman.h"

enum sa_cim_type {
    SA_CIM_TEXT,      /**< string, number or boolean, as written */
    SA_CIM_DATETIME,  /**< cim:Datetime */
    SA_CIM_INTERVAL,  /**< cim:Interval */
    SA_CIM_REFERENCE, /**< endpoint reference */
    SA_CIM_INSTANCE   /**< embedded object */
};
struct sa_cim_instance;
struct sa_cim_reference {
    const char *resource_uri;
    const struct sa_wsman_selector *selectors; /**< values of nested references are "" */
    size_t count;
};
struct sa_cim_value {
    enum sa_cim_type type;
    const char *text; /**< never NULL; "" for references and instances */
    const struct sa_cim_reference *reference;
    const struct sa_cim_instance *instance;
};
struct sa_cim_property {
    const char *name;
    bool is_null; /**< xsi:nil: then count is 0 */
    const struct sa_cim_value *values;
    size_t count;
};
struct sa_cim_instance {
    const char *class_name;
    const struct sa_cim_property *properties; /**< in the order of the answer */
    size_t count;
};

/** Decodes the element of an object into `arena`. SA_E_LIMIT, SA_E_NOMEM. */
int sa_cim_decode(const struct _xmlNode *item, struct sa_arena *arena,
                  const struct sa_cim_instance **ret, struct sa_error *err) SA_NODISCARD;

/** Instances of a WQL query, in one array in `arena`. `ns` with slashes: "root/cimv2". `*ret_xml` (may be
 *  NULL) receives the items as XML, for evidence. SA_E_NOT_FOUND: no such class or namespace. */
struct sa_cim_list {
    const struct sa_cim_instance **items;
    size_t count;
};
int sa_cim_query(struct sa_wsman *session, const char *ns, const char *wql, struct sa_arena *arena,
                 struct sa_cim_list *ret, struct sa_buf *ret_xml,
                 struct sa_error *err) SA_NODISCARD;
/** One instance by its keys; without keys the only one of its class. */
int sa_cim_get(struct sa_wsman *session, const char *ns, const char *class_name,
               const struct sa_wsman_selector *keys, size_t key_count, struct sa_arena *arena,
               const struct sa_cim_instance **ret, struct sa_buf *ret_xml,
               struct sa_error *err) SA_NODISCARD;
/** A static method; `*ret` holds the output parameters and ReturnValue. */
int sa_cim_invoke(struct sa_wsman *session, const char *ns, const char *class_name,
                  const char *method, const struct sa_wsman_param *params, size_t param_count,
                  struct sa_arena *arena, const struct sa_cim_instance **ret,
                  struct sa_error *err) SA_NODISCARD;

/** Properties by name (letter case ignored). NULL: not in the answer. */
const struct sa_cim_property *sa_cim_property(const struct sa_cim_instance *instance,
                                              const char *name);
/** Text of a single value; NULL when null, not in the answer, or not a single value. */
const char *sa_cim_text(const struct sa_cim_instance *instance, const char *name);
/** 0; SA_E_NOT_FOUND: null or not in the answer; SA_E_PROTOCOL: not such a value. Numbers are signed or
 *  unsigned decimal within int64_t; booleans true, false, in any case; times also DMTF text
 *  (yyyymmddHHMMSS.mmmmmm+UUU) and become seconds since 1970. */
int sa_cim_int(const struct sa_cim_instance *instance, const char *name, int64_t *ret) SA_NODISCARD;
int sa_cim_bool(const struct sa_cim_instance *instance, const char *name, bool *ret) SA_NODISCARD;
int sa_cim_time(const struct sa_cim_instance *instance, const char *name,
                int64_t *ret) SA_NODISCARD;
/** Does an array hold the number? */
bool sa_cim_holds(const struct sa_cim_instance *instance, const char *name, int64_t number);

/* Registry (HKEY_LOCAL_MACHINE, 64-bit view) -------------------------------------------------------- */

enum sa_reg_state {
    SA_REG_SET,
    SA_REG_ABSENT,
    SA_REG_DENIED,
    SA_REG_UNREAD /**< was not asked for, or the answer could not be understood */
};
struct sa_reg_value {
    const char *name;        /**< "" for the default value */
    enum sa_reg_state state; /**< UNREAD: it is there, its data was not wanted or not understood */
    uint32_t
        type; /**< 1 SZ, 2 EXPAND_SZ, 3 BINARY, 4 DWORD, 7 MULTI_SZ, 11 QWORD, others as they come */
    uint64_t number;  /**< DWORD, QWORD */
    const char *text; /**< SZ, EXPAND_SZ; of MULTI_SZ the entries with '\n' between; else "" */
    const unsigned char *bytes; /**< BINARY; else NULL */
    size_t len;
};
struct sa_reg_key {
    const char *path; /**< below HKEY_LOCAL_MACHINE, as the server writes it */
    enum sa_reg_state state;
    bool complete; /**< the names of all its values and subkeys are known */
    const struct sa_reg_value *values;
    size_t value_count;
    const struct sa_reg_key *const
        *subkeys; /**< names known; those below a recursive request are read */
    size_t subkey_count;
};

enum sa_reg_scope {
    SA_REG_VALUE, /**< one value: `value` */
    SA_REG_NAMES, /**< names and types of all values, without their data: for keys that hold secrets */
    SA_REG_EXISTS,  /**< whether the key is there: none of its values is looked at */
    SA_REG_SUBKEYS, /**< names of the subkeys: decides which of the keys below are absent */
    SA_REG_KEY,     /**< all values and the names of the subkeys */
    SA_REG_TREE     /**< all of it, to the bottom */
};
struct sa_reg_request {
    const char *key; /**< "SYSTEM\\CurrentControlSet\\Control\\Lsa" */
    enum sa_reg_scope scope;
    const char *value; /**< SA_REG_VALUE; else NULL */
    /** SA_REG_VALUE, SA_REG_SUBKEYS: `reg query` may print the whole key, whose other data is dropped
     *  here. Where that must not be, the value is asked by its name and subkeys through StdRegProv. */
    bool listed;
};
enum sa_reg_way {
    SA_REG_AUTO, /**< `reg query` in a shell where that is allowed, StdRegProv for the rest */
    SA_REG_CIM   /**< StdRegProv only: one exchange for each value */
};
struct sa_registry;

/** Reads all requests. What is absent or denied is so in the answer, not an error; a request that could
 *  not be answered at all is UNREAD and its reason is kept (sa_registry_trouble()), also when no answer
 *  came in time. Fails only when the session is lost, or on limits. In `arena`. `*ret_text` (may be NULL)
 *  receives what was read in one canonical text, for evidence. */
int sa_registry_read(struct sa_wsman *session, const struct sa_reg_request *requests, size_t count,
                     enum sa_reg_way way, struct sa_arena *arena, struct sa_registry **ret,
                     struct sa_buf *ret_text, struct sa_error *err) SA_NODISCARD;
/** Never NULL: a key that was not asked for is UNREAD. Letter case is ignored. */
const struct sa_reg_key *sa_registry_key(const struct sa_registry *registry, const char *key);
const struct sa_reg_value *sa_registry_value(const struct sa_registry *registry, const char *key,
                                             const char *value);
/** Why something is UNREAD; NULL when nothing is. */
const struct sa_error *sa_registry_trouble(const struct sa_registry *registry);
/** "shell", "StdRegProv", or "shell, StdRegProv". */
const char *sa_registry_way(const struct sa_registry *registry);
/** Is there a value of that name, read or not? SET, ABSENT, DENIED, UNREAD: not known. */
enum sa_reg_state sa_registry_has(const struct sa_registry *registry, const char *key,
                                  const char *value);
/** Adds one line "key TAB value TAB type or state TAB data" for evidence; `value` NULL: of the key. */
void sa_registry_describe(const struct sa_registry *registry, const char *key, const char *value,
                          struct sa_buf *text);

/** Reads what `reg query` printed, for tests and fuzzing. */
int sa_registry_parse(const void *bytes, size_t len, struct sa_arena *arena,
                      struct sa_registry **ret, struct sa_error *err) SA_NODISCARD;
#endif
