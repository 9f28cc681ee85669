/* SPDX-License-Identifier: Apache-2.0 */
/* Many small objects with one end: everything allocated from an arena is freed by sa_arena_done().
 * An arena has a limit and belongs to one thread. Built with SYNCAUDIT_DEBUG_ARENA each object is
 * an allocation of its own, so that sanitizers see its bounds. */
#ifndef SYNCAUDIT_ARENA_H
#define SYNCAUDIT_ARENA_H
#include <stddef.h>

#include "syncaudit/compiler.h"

struct sa_arena_block;

struct sa_arena {
    struct sa_arena_block *block; /**< newest first */
    size_t used;                  /**< bytes handed out */
    size_t limit;
};

#define SA_ARENA_INIT(max) \
    {                      \
        .limit = (max)     \
    }

void sa_arena_init(struct sa_arena *arena, size_t limit);
void sa_arena_done(struct sa_arena *arena); /**< the arena can be used again */

/** Zeroed memory aligned for any type, or NULL: out of memory or past the limit. */
void *sa_arena_alloc(struct sa_arena *arena, size_t size) SA_NODISCARD;
/** Like sa_arena_alloc() for `count * size` bytes; NULL also when that overflows. */
void *sa_arena_array(struct sa_arena *arena, size_t count, size_t size) SA_NODISCARD;
/** Copies `len` bytes and ends them with a NUL. */
char *sa_arena_copy(struct sa_arena *arena, const void *bytes, size_t len) SA_NODISCARD;
/** Copies a text; NULL gives NULL. */
char *sa_arena_text(struct sa_arena *arena, const char *text) SA_NODISCARD;
char *sa_arena_printf(struct sa_arena *arena, const char *format, ...) SA_PRINTF(2, 3) SA_NODISCARD;
#endif
