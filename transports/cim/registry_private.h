/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the registry reader share.
 *
 * registry.c        what is known: keys and values by name, in one arena
 * registry_parse.c  what `reg query` prints
 * registry_shell.c  command lines for a WinRS shell, and their output cut at its markers
 * registry_cim.c    StdRegProv: whatever is still open
 * registry_read.c   the sequence, evidence */
#ifndef SYNCAUDIT_CIM_REGISTRY_PRIVATE_H
#define SYNCAUDIT_CIM_REGISTRY_PRIVATE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/cim.h"
#include "syncaudit/error.h"

#define SA_REG_ROOT "HKEY_LOCAL_MACHINE"

enum {
    SA_REG_TYPE_NONE = 0,
    SA_REG_TYPE_SZ = 1,
    SA_REG_TYPE_EXPAND_SZ = 2,
    SA_REG_TYPE_BINARY = 3,
    SA_REG_TYPE_DWORD = 4,
    SA_REG_TYPE_DWORD_BIG_ENDIAN = 5,
    SA_REG_TYPE_LINK = 6,
    SA_REG_TYPE_MULTI_SZ = 7,
    SA_REG_TYPE_RESOURCE_REQUIREMENTS = 10,
    SA_REG_TYPE_QWORD = 11,
    SA_REG_TYPE_UNKNOWN = 0x7fffffff, /* a word that is none of the above */
    SA_REG_PATH_MAX = 4096,           /* bytes of a path: 255 characters a name, few levels */
    SA_REG_NAME_MAX = 65536           /* bytes of a value's name: 16,383 characters */
};

/** A key with what is known of it. `open` is what others see. */
struct reg_key {
    struct sa_reg_key open;
    struct sa_reg_value *values;
    const struct sa_reg_key **subkeys;
    size_t values_size, subkeys_size;
    uint64_t hash;
    bool values_known;  /* names of all values */
    bool subkeys_known; /* names of all subkeys */
    bool linked;        /* stands in its parent's list */
};

struct reg_slot {
    uint64_t hash;
    const struct reg_key *key;
    size_t index; /* of the value */
};

struct sa_registry {
    struct sa_arena *arena;
    struct reg_key **keys;   /* hash table, power of two, at most half full */
    struct reg_slot *values; /* likewise */
    uint64_t start;          /* of hashes */
    size_t keys_size, values_size, key_count, value_count, bytes;
    bool shell, cim, has_trouble;
    struct sa_error trouble;
};

/** One `reg query`. */
enum reg_keep {
    REG_KEEP_NOTHING, /* names only */
    REG_KEEP_WANTED,  /* data of values that a request names */
    REG_KEEP_ALL
};
struct reg_command {
    const char *key;   /* NULL: any key, for sa_registry_parse() */
    const char *value; /* of /v; "": /ve; else NULL */
    bool recurse;      /* /s */
    bool partial;      /* it failed: what it printed is right, what it left out is not known */
    bool is_marked;    /* a marker follows it on its line */
    enum reg_keep keep;
    enum { REG_OPEN, REG_WORKED, REG_FAILED } end;
};

/** Whose data is wanted by name. */
struct reg_wanted {
    const struct sa_reg_request *requests;
    size_t count;
};

/* registry.c */
int sa_reg_new(struct sa_arena *arena, struct sa_registry **ret, struct sa_error *err) SA_NODISCARD;
int sa_reg_fail_room(const struct sa_registry *registry, struct sa_error *err);
/** The key of that path, made UNREAD when it is new. */
int sa_reg_key_make(struct sa_registry *registry, const char *path, size_t len,
                    struct reg_key **ret, struct sa_error *err) SA_NODISCARD;
/** A key that has been seen below `parent`, which may be NULL. */
int sa_reg_key_seen(struct sa_registry *registry, struct reg_key *parent, const char *path,
                    size_t len, struct reg_key **ret, struct sa_error *err) SA_NODISCARD;
struct reg_key *sa_reg_key_find(const struct sa_registry *registry, const char *path, size_t len);
/** Puts a value, copied; one of the same name that is not SET is replaced. */
int sa_reg_value_put(struct sa_registry *registry, struct reg_key *key,
                     const struct sa_reg_value *value, size_t name_len,
                     struct sa_error *err) SA_NODISCARD;
/** Copies bytes into the arena, counted. */
int sa_reg_copy(struct sa_registry *registry, const void *bytes, size_t len, const char **ret,
                struct sa_error *err) SA_NODISCARD;
void sa_reg_known(struct reg_key *key, bool values, bool subkeys);
/** What was read of the key and below it stays; that it is all of it is not sure any more. */
void sa_reg_doubt(struct sa_registry *registry, const char *path);
/** Keeps the first reason for something UNREAD. */
void sa_reg_trouble(struct sa_registry *registry, const struct sa_error *why);

/* registry_parse.c */
/** Reads what one command printed. `*ret_odd`: there was something that `reg query` does not print. */
int sa_reg_parse(struct sa_registry *registry, const struct reg_command *command,
                 const struct reg_wanted *wanted, const char *text, size_t len, bool *ret_odd,
                 struct sa_error *err) SA_NODISCARD;

/* registry_shell.c */
/** Asks what a shell may be asked. What stays open is StdRegProv's. `*ret_refused`: why no shell was to be
 *  had, else its status is 0. Negative: the session is lost, or limits. */
int sa_reg_shell_read(struct sa_registry *registry, struct sa_wsman *session,
                      const struct sa_reg_request *requests, size_t count,
                      struct sa_error *ret_refused, struct sa_error *err) SA_NODISCARD;
/** Can such a name stand on a command line? */
bool sa_reg_name_safe(const char *name);

/* registry_cim.c */
int sa_reg_cim_read(struct sa_registry *registry, struct sa_wsman *session,
                    const struct sa_reg_request *requests, size_t count,
                    struct sa_error *err) SA_NODISCARD;
#endif
