/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "syncaudit/text.h"

#include "forest.h"
#define WEAK __attribute__((weak))
WEAK const struct sa_ldap_attribute *sa_ldap_get(const struct sa_ldap_entry *entry,
                                                 const char *name)
{
    for (size_t i = 0; i < entry->count; i++)
        if (sa_text_same(entry->attributes[i].name, name))
            return &entry->attributes[i];
    return NULL;
}
WEAK const char *sa_ldap_text(const struct sa_ldap_entry *entry, const char *name)
{
    const struct sa_ldap_attribute *a = sa_ldap_get(entry, name);
    return a && a->count && strlen((const char *)a->values[0].bytes) == a->values[0].len
               ? (const char *)a->values[0].bytes
               : NULL;
}
WEAK const struct sa_ldap_entry *sa_ldap_copy(const struct sa_ldap_entry *entry,
                                              struct sa_arena *arena)
{
    struct sa_ldap_entry *copy = sa_arena_alloc(arena, sizeof *copy);
    struct sa_ldap_attribute *as = sa_arena_array(arena, entry->count + 1, sizeof *as);
    copy->dn = sa_arena_text(arena, entry->dn);
    copy->attributes = as;
    copy->count = entry->count;
    for (size_t i = 0; i < entry->count; i++) {
        struct sa_ldap_value *vs =
            sa_arena_array(arena, entry->attributes[i].count + 1, sizeof *vs);
        as[i] = entry->attributes[i];
        as[i].values = vs;
        for (size_t v = 0; v < as[i].count; v++) {
            vs[v].len = entry->attributes[i].values[v].len;
            vs[v].bytes = (const unsigned char *)sa_arena_copy(
                arena, entry->attributes[i].values[v].bytes, vs[v].len);
        }
    }
    return copy;
}
WEAK int sa_ldap_filter_add_binary(struct sa_buf *buf, const void *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        (void)sa_buf_addf(buf, "\\%02x", ((const unsigned char *)bytes)[i]);
    return buf->status;
}
WEAK int sa_ldap_filter_add(struct sa_buf *buf, const void *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = ((const char *)bytes)[i];
        if (c == '\\' || c == '(' || c == ')' || c == '*' || c == 0)
            (void)sa_buf_addf(buf, "\\%02x", c);
        else
            (void)sa_buf_add_char(buf, c);
    }
    return buf->status;
}
WEAK int sa_ad_gather_accounts(struct sa_ad *ad, struct sa_error *err)
{
    (void)ad, (void)err;
    return 0;
}
WEAK int sa_ad_store_accounts(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err)
{
    (void)ad, (void)err, (void)batch;
    return 0;
}
WEAK void sa_ldap_close(struct sa_ldap *ldap)
{
    (void)ldap;
}
WEAK int sa_ldap_open(const struct sa_ldap_options *options, struct sa_ldap **ret,
                      struct sa_error *err)
{
    (void)options, (void)ret, (void)err;
    return SA_E_INTERNAL;
}
WEAK const struct sa_ldap_info *sa_ldap_info(const struct sa_ldap *ldap)
{
    (void)ldap;
    return NULL;
}
