/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the CLIXML reader and writer share. */
#ifndef PSRP_CLIXML_PRIVATE_H
#define PSRP_CLIXML_PRIVATE_H
#include <libxml/tree.h>

#include "syncaudit/clixml.h"

/* Memory (clixml_memory.c) ----------------------------------------------------------------------- */

/** When the arena gave no `count * size` bytes: SA_E_LIMIT or SA_E_NOMEM. */
int clixml_no_memory(const struct sa_arena *arena, size_t count, size_t size, struct sa_error *err);

/** Objects, or lists of types, by RefId. Forgetting all costs nothing, so that every item may have a scope of
 *  its own. */
struct clixml_refs {
    struct clixml_slot *slots;
    size_t size, count;
    uint64_t scope, seed;
};
void clixml_refs_init(struct clixml_refs *refs);
void clixml_refs_done(struct clixml_refs *refs);
void clixml_refs_clear(struct clixml_refs *refs);
/** A later one takes the place of an earlier one. */
int clixml_refs_put(struct clixml_refs *refs, uint32_t id, void *value,
                    struct sa_error *err) SA_NODISCARD;
void *clixml_refs_get(const struct clixml_refs *refs, uint32_t id); /**< or NULL */

/* Texts (clixml_text.c) -------------------------------------------------------------------------- */

/** What a text with "_xHHHH_" in it means. Without NUL: U+FFFD stands for U+0000 and for half a surrogate pair. */
int clixml_decode(struct sa_arena *arena, const char *text, size_t len, const char **ret,
                  size_t *ret_len, struct sa_error *err) SA_NODISCARD;
/** Adds `text` as content, or as the value of an attribute. The buffer's status tells of trouble. */
void clixml_add_escaped(struct sa_buf *buf, const char *text, bool in_attribute);

/* Primitives (clixml_value.c) -------------------------------------------------------------------- */

/** The kind of value that an element holds directly, or NULL: none ("Obj", "LST"). */
const struct clixml_primitive *clixml_primitive(const char *element);
/** Reads its text, `ret` without stream. SA_E_PROTOCOL: it is none of that type. */
int clixml_read_primitive(const struct clixml_primitive *primitive, const char *text, size_t len,
                          struct sa_arena *arena, struct sa_clixml_value *ret,
                          struct sa_error *err) SA_NODISCARD;
#endif
