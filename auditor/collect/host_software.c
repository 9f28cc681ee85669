/* SPDX-License-Identifier: Apache-2.0 */
/* Source software: the Uninstall keys, of the 64-bit and the 32-bit view. Keys that name no product (parts of
 * Windows that are kept there for show) are left out. */
#include <string.h>

#include "host_registry.h"

static const struct view {
    const char *key;
    int bits;
} views[] = {
    {HOST_REG_UNINSTALL,   64},
    {HOST_REG_UNINSTALL32, 32},
};
static const char *const columns[] = {"DisplayName", "DisplayVersion", "Publisher", "InstallDate"};

/* "20260131" */
static const char *date_of(struct host *host, const char *text)
{
    int month = 0, day = 0;

    if (text == NULL || strlen(text) != 8 || strspn(text, "0123456789") != 8)
        return NULL;
    month = (text[4] - '0') * 10 + (text[5] - '0');
    day = (text[6] - '0') * 10 + (text[7] - '0');
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return NULL;
    return host_printf(host, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
}

static bool is_product(const struct host *host, const char *key)
{
    for (size_t i = 0; i < 3; i++) {
        const char *text = host_reg_text(host, key, columns[i]);

        if (text != NULL && *text != '\0')
            return true;
    }
    return false;
}

static int add_evidence(struct host *host, const char *key, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(columns); i++)
        r = host_reg_unread(host, key, columns[i], err);
    for (size_t i = 0; r == 0 && is_product(host, key) && i < SA_COUNT(columns); i++)
        host_reg_evidence(host, key, columns[i]);
    return r < 0 ? r : 1;
}

int host_gather_software(struct host *host, struct sa_error *err)
{
    int r = 0;

    sa_buf_add_text(&host->evidence, "key\tvalue\ttype or state\tdata\n");
    for (size_t i = 0; r >= 0 && i < SA_COUNT(views); i++) {
        const struct sa_reg_key *top = sa_registry_key(host->registry, views[i].key);

        r = host_reg_whole_tree(host, views[i].key, err);
        host_reg_evidence(host, views[i].key, NULL);
        for (size_t k = 0; r > 0 && k < top->subkey_count; k++)
            r = add_evidence(host, top->subkeys[k]->path, err);
    }
    return r < 0 ? r : 0;
}

static int store_product(struct host *host, struct sa_batch *batch, const struct view *view,
                         const char *key, struct sa_error *err)
{
    return HOST_INSERT(
        host, batch, err,
        "INSERT INTO host_software (target_id, key, bits, name, version, publisher, "
        "installed_on, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        SA_INT(host->target_id), SA_TEXT(host_text(host, key + strlen(view->key) + 1)),
        SA_INT(view->bits), SA_TEXT(host_text(host, host_reg_text(host, key, columns[0]))),
        SA_TEXT(host_text(host, host_reg_text(host, key, columns[1]))),
        SA_TEXT(host_text(host, host_reg_text(host, key, columns[2]))),
        SA_TEXT(date_of(host, host_reg_text(host, key, columns[3]))), SA_INT(host->evidence_id));
}

int host_store_software(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    int r = 0;

    for (size_t i = 0; r == 0 && i < SA_COUNT(views); i++) {
        const struct sa_reg_key *top = sa_registry_key(host->registry, views[i].key);

        for (size_t k = 0; r == 0 && k < top->subkey_count; k++) {
            if (is_product(host, top->subkeys[k]->path))
                r = store_product(host, batch, &views[i], top->subkeys[k]->path, err);
        }
    }
    return r;
}
