/* SPDX-License-Identifier: Apache-2.0 */
/* The arena of arena.h: objects are cut from the front of zeroed blocks, which double in size up to
 * BLOCK_MAX. An object that is large compared with a block gets one of its own, linked behind the
 * current one, whose free rest stays in use.
 *
 * What counts against the limit is each size rounded up to the alignment, so that a million empty
 * objects are not free of charge; it is the same count with SYNCAUDIT_DEBUG_ARENA, where each block
 * holds one object and ends exactly where the object ends. */
#include "syncaudit/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT _Alignof(max_align_t)
#define BLOCK_MIN ((size_t)4 * 1024)
#define BLOCK_MAX ((size_t)256 * 1024)

struct sa_arena_block {
    struct sa_arena_block *next;
    size_t size; /* bytes of data */
    size_t used;
    _Alignas(max_align_t) unsigned char data[];
};

void sa_arena_init(struct sa_arena *arena, size_t limit)
{
    *arena = (struct sa_arena)SA_ARENA_INIT(limit);
}

void sa_arena_done(struct sa_arena *arena)
{
    struct sa_arena_block *block = arena->block;

    while (block != NULL) {
        struct sa_arena_block *next = block->next;

        free(block);
        block = next;
    }
    sa_arena_init(arena, arena->limit);
}

static struct sa_arena_block *new_block(size_t size)
{
    struct sa_arena_block *block = NULL;

    if (size > (size_t)PTRDIFF_MAX - sizeof *block)
        return NULL;
    block = calloc(1, sizeof *block + size);
    if (block != NULL)
        block->size = size;
    return block;
}

static size_t next_block_size(const struct sa_arena_block *newest)
{
    if (newest == NULL || newest->size < BLOCK_MIN)
        return BLOCK_MIN;
    return newest->size < BLOCK_MAX / 2 ? newest->size * 2 : BLOCK_MAX;
}

/* The block that an object of `size` bytes is to be taken from. It becomes the newest, or the
 * second when it is for this object alone. */
static struct sa_arena_block *add_block(struct sa_arena *arena, size_t size)
{
    struct sa_arena_block *newest = arena->block;
    size_t block_size = next_block_size(newest);
    struct sa_arena_block *block = NULL;
    bool is_alone = size > block_size / 4;

#ifdef SYNCAUDIT_DEBUG_ARENA
    is_alone = true;
#endif
    block = new_block(is_alone ? size : block_size);
    if (block == NULL)
        return NULL;
    if (is_alone && newest != NULL) {
        block->next = newest->next;
        newest->next = block;
    } else {
        block->next = newest;
        arena->block = block;
    }
    return block;
}

void *sa_arena_alloc(struct sa_arena *arena, size_t size)
{
    struct sa_arena_block *block = arena->block;
    size_t counted = size > 0 ? size : 1;
    void *object = NULL;

    if (counted > SIZE_MAX - (ALIGNMENT - 1))
        return NULL;
    counted = (counted + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    if (arena->used > arena->limit || counted > arena->limit - arena->used)
        return NULL;
#ifdef SYNCAUDIT_DEBUG_ARENA
    block = add_block(arena, size);
#else
    if (block == NULL || counted > block->size - block->used)
        block = add_block(arena, counted);
#endif
    if (block == NULL)
        return NULL;
    object = block->data + block->used;
    block->used += counted;
    arena->used += counted;
    return object;
}

void *sa_arena_array(struct sa_arena *arena, size_t count, size_t size)
{
    size_t total = 0;

    if (__builtin_mul_overflow(count, size, &total))
        return NULL;
    return sa_arena_alloc(arena, total);
}

char *sa_arena_copy(struct sa_arena *arena, const void *bytes, size_t len)
{
    char *copy = len < SIZE_MAX ? sa_arena_alloc(arena, len + 1) : NULL;

    if (copy != NULL && len > 0)
        memcpy(copy, bytes, len);
    return copy;
}

char *sa_arena_text(struct sa_arena *arena, const char *text)
{
    return text != NULL ? sa_arena_copy(arena, text, strlen(text)) : NULL;
}

char *sa_arena_printf(struct sa_arena *arena, const char *format, ...)
{
    va_list args;
    char *text = NULL;
    int len = 0;

    va_start(args, format);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        return NULL;
    text = sa_arena_alloc(arena, (size_t)len + 1);
    if (text == NULL)
        return NULL;
    va_start(args, format);
    (void)vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return text;
}
