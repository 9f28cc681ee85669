/* SPDX-License-Identifier: Apache-2.0 */
/* Output of `reg query`: any bytes. What comes out is text within the limits, found again by its own name,
 * and can be written as evidence. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static void check_key(const struct sa_registry *registry, const struct sa_reg_key *key,
                      struct sa_buf *text)
{
    for (size_t i = 0; i < key->value_count; i++) {
        const struct sa_reg_value *value = &key->values[i];

        must(sa_registry_value(registry, key->path, value->name) == value);
        must(sa_utf8_valid(value->name, strlen(value->name)));
        must(value->text != NULL && sa_utf8_valid(value->text, strlen(value->text)));
        sa_registry_describe(registry, key->path, value->name, text);
    }
    for (size_t i = 0; i < key->subkey_count; i++)
        must(sa_registry_key(registry, key->subkeys[i]->path) == key->subkeys[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    struct sa_registry *registry = NULL;

    if (sa_registry_parse(bytes, len, &arena, &registry, NULL) == 0) {
        static const char *const keys[] = {"A", "A\\B", "A\\B\\C", "SOFTWARE"};

        for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
            check_key(registry, sa_registry_key(registry, keys[i]), &text);
        must(sa_utf8_valid(sa_buf_text(&text), text.len));
    }
    sa_buf_done(&text);
    sa_arena_done(&arena);
    return 0;
}
