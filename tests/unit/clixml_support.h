/* SPDX-License-Identifier: Apache-2.0 */
/* Reading CLIXML in tests. */
#ifndef CLIXML_SUPPORT_H
#define CLIXML_SUPPORT_H
#include <string.h>

#include "syncaudit/clixml.h"
#include "syncaudit/limits.h"

#include "support/test.h"

#define NS_PS     "http://schemas.microsoft.com/powershell/2004/04"
#define OBJS      "<Objs Version=\"1.1.0.1\" xmlns=\"" NS_PS "\">"
#define END       "</Objs>"
#define MAX_ITEMS 16

/** What a text held; done() frees it. */
struct read {
    struct sa_arena arena;
    struct sa_error err;
    size_t count;
    const struct sa_clixml_value *items[MAX_ITEMS];
};

static inline int keep_item(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    struct read *read = payload;

    (void)err;
    if (read->count < MAX_ITEMS)
        read->items[read->count] = item;
    read->count++;
    return 0;
}

static inline int read_bytes(struct read *read, const void *bytes, size_t len)
{
    *read = (struct read){.arena = SA_ARENA_INIT(256 * SA_MIB)};
    return sa_clixml_read(bytes, len, &read->arena, keep_item, read, &read->err);
}

static inline int read_text(struct read *read, const char *text)
{
    return read_bytes(read, text, strlen(text));
}

/** The first item of a text that must be good. */
static inline const struct sa_clixml_value *read_good(struct read *read, const char *text)
{
    if (read_text(read, text) < 0)
        fail_msg("'%s': %s", text, read->err.message);
    assert_true(read->count > 0);
    return read->items[0];
}

static inline void done(struct read *read)
{
    sa_arena_done(&read->arena);
}
#endif
