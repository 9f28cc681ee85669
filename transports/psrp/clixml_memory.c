/* SPDX-License-Identifier: Apache-2.0 */
/* Memory of the CLIXML reader: the caller's arena with errors that say what was reached, and the tables of RefIds
 * (open addressing, half full at most).
 *
 * Who sends a text chooses the RefIds in it. They are hashed with a random seed, so that nobody can choose such
 * as all fall into one place. */
#include <stdlib.h>
#include <sys/random.h>

#include "clixml_private.h"

struct clixml_slot {
    uint64_t scope; /**< in which it was put; 0: never used */
    uint32_t id;
    void *value;
};

#define FIRST_SIZE ((size_t)64)

int clixml_no_memory(const struct sa_arena *arena, size_t count, size_t size, struct sa_error *err)
{
    size_t left = arena->limit - arena->used;

    /* The arena rounds sizes up. */
    if (size != 0 && (count + _Alignof(max_align_t)) > left / size)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)arena->limit,
                       "objects of CLIXML need more than %zu bytes", arena->limit);
    return sa_fail_nomem(err);
}

void clixml_refs_init(struct clixml_refs *refs)
{
    *refs = (struct clixml_refs){.scope = 1};
    /* Without randomness everything works, but for a host that chooses its RefIds with care. */
    if (getrandom(&refs->seed, sizeof refs->seed, 0) != (ssize_t)sizeof refs->seed)
        refs->seed = (uint64_t)(uintptr_t)refs;
}

void clixml_refs_done(struct clixml_refs *refs)
{
    free(refs->slots);
    *refs = (struct clixml_refs){.scope = 1};
}

void clixml_refs_clear(struct clixml_refs *refs)
{
    refs->scope++;
    refs->count = 0;
}

/* The finalizer of splitmix64. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
    return x ^ x >> 31;
}

/* Its place, or the free one where it belongs. */
static struct clixml_slot *find(const struct clixml_refs *refs, uint32_t id)
{
    size_t at = (size_t)mix(refs->seed + id) & (refs->size - 1);

    while (refs->slots[at].scope == refs->scope && refs->slots[at].id != id)
        at = (at + 1) & (refs->size - 1);
    return &refs->slots[at];
}

static int grow(struct clixml_refs *refs, struct sa_error *err)
{
    struct clixml_refs larger = *refs;

    larger.size = refs->size > 0 ? refs->size * 2 : FIRST_SIZE;
    larger.slots = calloc(larger.size, sizeof *larger.slots);
    if (larger.slots == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < refs->size; i++)
        if (refs->slots[i].scope == refs->scope)
            *find(&larger, refs->slots[i].id) = refs->slots[i];
    free(refs->slots);
    *refs = larger;
    return 0;
}

int clixml_refs_put(struct clixml_refs *refs, uint32_t id, void *value, struct sa_error *err)
{
    struct clixml_slot *slot = NULL;

    if (refs->count >= refs->size / 2) {
        int r = grow(refs, err);

        if (r < 0)
            return r;
    }
    slot = find(refs, id);
    if (slot->scope != refs->scope)
        refs->count++;
    *slot = (struct clixml_slot){refs->scope, id, value};
    return 0;
}

void *clixml_refs_get(const struct clixml_refs *refs, uint32_t id)
{
    const struct clixml_slot *slot = refs->size > 0 ? find(refs, id) : NULL;

    return slot != NULL && slot->scope == refs->scope ? slot->value : NULL;
}
