/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a list of requests from a host's registry: what a shell answers first, then what is still open
 * through StdRegProv. Evidence is one line for each key and value that was asked for. */
#include <stdlib.h>

#include "syncaudit/limits.h"

#include "registry_private.h"

static int by_name(const void *a, const void *b)
{
    const struct sa_reg_value *const *one = a, *const *other = b;

    return strcasecmp((*one)->name, (*other)->name);
}

/* Values in the order of their names: each way brings another. */
static int describe_key(const struct sa_registry *registry, const char *path,
                        const struct sa_reg_key *key, struct sa_buf *text, struct sa_error *err)
{
    const struct sa_reg_value **values =
        calloc(key->value_count + 1, sizeof(struct sa_reg_value *));

    if (values == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < key->value_count; i++)
        values[i] = &key->values[i];
    qsort(values, key->value_count, sizeof(struct sa_reg_value *), by_name);
    sa_registry_describe(registry, path, NULL, text);
    for (size_t i = 0; i < key->value_count; i++) {
        if (values[i]->state != SA_REG_ABSENT)
            sa_registry_describe(registry, path, values[i]->name, text);
    }
    free(values);
    return 0;
}

/* A key and what is below it, level by level in the server's own order. */
static int describe_tree(const struct sa_registry *registry, const char *top, struct sa_buf *text,
                         struct sa_error *err)
{
    const struct sa_reg_key **keys = NULL;
    size_t count = 1;
    int r = 0;

    /* No key is below two others, so there are never more than all of them. */
    keys = calloc(registry->key_count + 1, sizeof(struct sa_reg_key *));
    if (keys == NULL)
        return sa_fail_nomem(err);
    keys[0] = sa_registry_key(registry, top);
    for (size_t i = 0; r == 0 && i < count; i++) {
        const struct sa_reg_key *key = keys[i];

        r = describe_key(registry, i == 0 ? top : key->path, key, text, err);
        for (size_t k = 0; k < key->subkey_count && count <= registry->key_count; k++)
            keys[count++] = key->subkeys[k];
    }
    free(keys);
    return r;
}

static int describe(const struct sa_registry *registry, const struct sa_reg_request *request,
                    struct sa_buf *text, struct sa_error *err)
{
    switch (request->scope) {
    case SA_REG_VALUE:
        sa_registry_describe(registry, request->key, request->value, text);
        return 0;
    case SA_REG_EXISTS:
    case SA_REG_SUBKEYS:
        sa_registry_describe(registry, request->key, NULL, text);
        return 0;
    case SA_REG_NAMES:
    case SA_REG_KEY:
        return describe_key(registry, request->key, sa_registry_key(registry, request->key), text,
                            err);
    case SA_REG_TREE:
        return describe_tree(registry, request->key, text, err);
    }
    return 0;
}

/* NOLINTNEXTLINE(readability-function-size): the contract */
int sa_registry_read(struct sa_wsman *session, const struct sa_reg_request *requests, size_t count,
                     enum sa_reg_way way, struct sa_arena *arena, struct sa_registry **ret,
                     struct sa_buf *ret_text, struct sa_error *err)
{
    struct sa_registry *registry = NULL;
    struct sa_error refused = {0};
    int r = sa_reg_new(arena, &registry, err);

    if (r == 0 && way == SA_REG_AUTO)
        r = sa_reg_shell_read(registry, session, requests, count, &refused, err);
    if (r == 0)
        r = sa_reg_cim_read(registry, session, requests, count, err);
    for (size_t i = 0; r == 0 && ret_text != NULL && i < count; i++)
        r = describe(registry, &requests[i], ret_text, err);
    if (r == 0 && ret_text != NULL && sa_buf_status(ret_text) < 0)
        r = sa_fail(err, sa_buf_status(ret_text), SA_DOMAIN_NONE, 0,
                    "what was read of the registry is more than %zu MiB", ret_text->limit / SA_MIB);
    if (r == 0)
        *ret = registry;
    return r;
}
