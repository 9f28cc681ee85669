/* SPDX-License-Identifier: Apache-2.0 */
/* The one configuration language: a strict subset of YAML 1.1 for configuration, policy, check
 * headers, knowledge tables and check cases.
 *
 * One document; block and flow mappings and sequences; every scalar is text, typed by whoever reads
 * it (no Norway problem). Refused with line and column: anchors, aliases, tags, duplicate keys, keys
 * that are no plain scalars, several documents, invalid UTF-8, more than SA_LIMIT_YAML_DEPTH levels
 * or SA_LIMIT_YAML_NODES nodes.
 *
 * All nodes live in the document's arena. Reading functions fill `err` with place file:line:column. */
#ifndef SYNCAUDIT_YAML_H
#define SYNCAUDIT_YAML_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

enum sa_yaml_type { SA_YAML_SCALAR, SA_YAML_SEQUENCE, SA_YAML_MAPPING };

struct sa_yaml_node {
    enum sa_yaml_type type;
    long line, column; /**< 1-based; of the value */
    bool quoted;       /**< scalar: written in quotes or as a block, so never null or a number */
    const char *text;  /**< scalar; "" for an empty one */
    const char *key;   /**< when it is a member of a mapping */
    long key_line, key_column;
    struct sa_yaml_node *first; /**< members of a sequence or mapping, in order; of a scalar that is
                                     a member of a mapping: its copy without a `next` */
    struct sa_yaml_node *next;  /**< next member of the same parent */
    size_t count;               /**< number of members */
};

struct sa_yaml;

/** `name` is used in places of errors; `first_line` (>= 1) is the line number of the text's first
 *  line in that file. An empty text gives an empty mapping. */
int sa_yaml_parse(const char *name, const char *text, size_t len, long first_line,
                  struct sa_yaml **ret, struct sa_error *err) SA_NODISCARD;
/** Reads a file of at most `limit` bytes. */
int sa_yaml_load(const char *path, size_t limit, struct sa_yaml **ret,
                 struct sa_error *err) SA_NODISCARD;
void sa_yaml_free(struct sa_yaml *yaml); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_yaml, sa_yaml_free)

const struct sa_yaml_node *sa_yaml_root(const struct sa_yaml *yaml); /**< never NULL */

/** Member of a mapping, or NULL. */
const struct sa_yaml_node *sa_yaml_get(const struct sa_yaml_node *mapping, const char *key);

/** Fails unless `node` is a mapping whose keys are all in the NULL-terminated list; the message
 *  names the key, its place and the nearest known one. */
int sa_yaml_check_keys(const struct sa_yaml *yaml, const struct sa_yaml_node *node,
                       const char *const *known, struct sa_error *err) SA_NODISCARD;

/** Typed readers for a member of `mapping`. An absent key leaves the result untouched and returns 0
 *  unless `required`. Texts are borrowed from the document. */
int sa_yaml_text(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 bool required, const char **ret, struct sa_error *err) SA_NODISCARD;
int sa_yaml_int(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                int64_t min, int64_t max, int64_t *ret, struct sa_error *err) SA_NODISCARD;
int sa_yaml_bool(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 bool *ret, struct sa_error *err) SA_NODISCARD;
/** One of the NULL-terminated list; the result is its index. */
int sa_yaml_enum(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 const char *const *values, bool required, int *ret,
                 struct sa_error *err) SA_NODISCARD;
/** A sequence of scalars or one scalar (a list of one). The last one's `next` is NULL. */
int sa_yaml_list(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 const struct sa_yaml_node **ret_first, size_t *ret_count,
                 struct sa_error *err) SA_NODISCARD;

/** Fails with SA_E_INPUT at the place of `node` (its key's place when `at_key`). */
int sa_yaml_fail(const struct sa_yaml *yaml, const struct sa_yaml_node *node, bool at_key,
                 struct sa_error *err, const char *format, ...) SA_PRINTF(5, 6);

#ifdef __clang_analyzer__
/* As for sa_fail() in error.h. */
/* NOLINTNEXTLINE(readability-identifier-naming) */
#define sa_yaml_fail(...) ((sa_yaml_fail)(__VA_ARGS__), SA_E_INPUT)
#endif
#endif
