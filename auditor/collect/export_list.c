/* SPDX-License-Identifier: Apache-2.0 */
/* Bounds, cancellation and lists of the export collector.
 *
 * A file may repeat what must be unique in the snapshot. Repetitions are found by sorting: no table of
 * hashes whose worst case a file could choose. Each list stays in the order of its file. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "export_input.h"

void sa_export_context_init(struct sa_export_context *context, struct sa_arena *arena,
                            const atomic_bool *cancelled)
{
    *context = (struct sa_export_context){.arena = arena,
                                          .cancelled = cancelled,
                                          .node_limit = SA_LIMIT_XML_NODES,
                                          .item_limit = SA_LIMIT_ITEMS};
    sa_buf_init(&context->scratch, SA_LIMIT_XML_TEXT);
}

void sa_export_context_done(struct sa_export_context *context)
{
    sa_buf_done(&context->scratch);
}

bool sa_export_is_cancelled(const struct sa_export_context *context)
{
    return context->cancelled != NULL && atomic_load(context->cancelled);
}

int sa_export_fail_cancelled(struct sa_error *err)
{
    return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped while reading an export");
}

int sa_export_fail_arena(const struct sa_export_context *context, struct sa_error *err)
{
    const struct sa_arena *arena = context->arena;

    if (arena->limit - arena->used > SA_LIMIT_XML_TEXT)
        return sa_fail_nomem(err);
    return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)arena->limit,
                   "what the export holds takes more than %zu MiB of memory",
                   arena->limit / SA_MIB);
}

void *sa_export_add(struct sa_export_context *context, struct sa_export_list *list, size_t size,
                    struct sa_error *err)
{
    struct sa_export_item *item = NULL;

    if (context->items >= context->item_limit) {
        (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, (long long)context->item_limit,
                      "the export holds more than %zu facts", context->item_limit);
        return NULL;
    }
    item = sa_arena_alloc(context->arena, size);
    if (item == NULL) {
        (void)sa_export_fail_arena(context, err);
        return NULL;
    }
    context->items++;
    item->number = ++list->count;
    if (list->last != NULL)
        list->last->next = item;
    else
        list->first = item;
    list->last = item;
    return item;
}

static int compare(const void *a, const void *b)
{
    const struct sa_export_item *left = *(struct sa_export_item *const *)a;
    const struct sa_export_item *right = *(struct sa_export_item *const *)b;
    int order = strcmp(left->key, right->key);

    if (order != 0)
        return order;
    return left->number < right->number ? -1 : left->number > right->number;
}

int sa_export_sorted(struct sa_export_context *context, const struct sa_export_list *list,
                     struct sa_export_item ***ret, struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    size_t count = 0;

    *ret = NULL;
    if (list->count == 0)
        return 0;
    items = sa_arena_array(context->arena, list->count, sizeof(struct sa_export_item *));
    if (items == NULL)
        return sa_export_fail_arena(context, err);
    for (struct sa_export_item *item = list->first; item != NULL; item = item->next)
        items[count++] = item;
    qsort(items, count, sizeof(struct sa_export_item *), compare);
    *ret = items;
    return 0;
}

int sa_export_mark_repeated(struct sa_export_context *context, struct sa_export_list *list,
                            sa_export_same_fn *is_same, const char *what, const char *file,
                            struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    const struct sa_export_item *first = NULL;
    int r = sa_export_sorted(context, list, &items, err);

    for (size_t i = 0; r == 0 && i < list->count; i++) {
        if (first == NULL || strcmp(first->key, items[i]->key) != 0) {
            first = items[i];
            continue;
        }
        items[i]->is_repeated = true;
        if (is_same == NULL || is_same(first, items[i]))
            continue;
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                    "%s '%.200s' is written twice, differently (lines %ld and %ld)", what,
                    items[i]->name, first->line, items[i]->line);
        sa_place(err, file, items[i]->line, 0);
    }
    return r;
}
