/* SPDX-License-Identifier: Apache-2.0 */
/* Entries of search answers: copied out of libldap's message into an arena, bounded in number and
 * size, with the parts of a ranged attribute ([MS-ADTS] 3.1.1.3.1.3.3) under one name. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

#define MAX_ATTRIBUTES 4096 /* of one entry; AD's schema has some 1,500 for a user */

const struct sa_ldap_attribute *sa_ldap_get(const struct sa_ldap_entry *entry, const char *name)
{
    for (size_t i = 0; i < entry->count; i++)
        if (entry->attributes[i].count > 0 && sa_text_same(entry->attributes[i].name, name))
            return &entry->attributes[i];
    return NULL;
}

const char *sa_ldap_text(const struct sa_ldap_entry *entry, const char *name)
{
    const struct sa_ldap_attribute *attribute = sa_ldap_get(entry, name);

    if (attribute == NULL ||
        memchr(attribute->values[0].bytes, '\0', attribute->values[0].len) != NULL)
        return NULL;
    return (const char *)attribute->values[0].bytes;
}

static int copy_attribute(const struct sa_ldap_attribute *from, struct sa_ldap_attribute *to,
                          struct sa_arena *arena)
{
    struct sa_ldap_value *values = NULL;

    to->name = sa_arena_text(arena, from->name);
    if (from->count > 0)
        values = sa_arena_array(arena, from->count, sizeof *values);
    if (to->name == NULL || (from->count > 0 && values == NULL))
        return SA_E_NOMEM;
    for (size_t i = 0; i < from->count; i++) {
        values[i].len = from->values[i].len;
        values[i].bytes =
            (const unsigned char *)sa_arena_copy(arena, from->values[i].bytes, from->values[i].len);
        if (values[i].bytes == NULL)
            return SA_E_NOMEM;
    }
    to->values = values;
    to->count = from->count;
    return 0;
}

const struct sa_ldap_entry *sa_ldap_copy(const struct sa_ldap_entry *entry, struct sa_arena *arena)
{
    struct sa_ldap_entry *copy = sa_arena_alloc(arena, sizeof *copy);
    struct sa_ldap_attribute *attributes = NULL;

    if (copy == NULL)
        return NULL;
    if (entry->count > 0)
        attributes = sa_arena_array(arena, entry->count, sizeof *attributes);
    copy->dn = sa_arena_text(arena, entry->dn);
    if (copy->dn == NULL || (entry->count > 0 && attributes == NULL))
        return NULL;
    for (size_t i = 0; i < entry->count; i++)
        if (copy_attribute(&entry->attributes[i], &attributes[i], arena) < 0)
            return NULL;
    copy->attributes = attributes;
    copy->count = entry->count;
    return copy;
}

static int add_hex(struct sa_buf *buf, unsigned char byte)
{
    return sa_buf_addf(buf, "\\%02x", byte);
}

int sa_ldap_filter_add(struct sa_buf *buf, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < len; i++) {
        unsigned char c = at[i];
        /* Bytes of UTF-8 may stand as they are, but not every text from a directory is UTF-8. */
        bool plain = c > 0x1f && c < 0x7f && c != '*' && c != '(' && c != ')' && c != '\\';

        if (plain)
            sa_buf_add_char(buf, (char)c);
        else
            add_hex(buf, c);
    }
    return sa_buf_status(buf);
}

int sa_ldap_filter_add_binary(struct sa_buf *buf, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < len; i++)
        add_hex(buf, at[i]);
    return sa_buf_status(buf);
}

/* Decoding ------------------------------------------------------------------------------------- */

static int count_bytes(struct entry_limits *limits, size_t more, struct sa_error *err)
{
    limits->bytes += more;
    if (limits->total != NULL)
        *limits->total += more;
    if (limits->bytes > SA_LIMIT_LDAP_BYTES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "a search answers with more than SA_LIMIT_LDAP_BYTES");
    return 0;
}

/* How many values fit into the array of an attribute that has `count`: it grows by doubling, or an
 * attribute in a thousand parts would be copied a thousand times. */
static size_t room_for(size_t count)
{
    size_t room = 1;

    while (room < count)
        room *= 2;
    return room;
}

static struct sa_ldap_value *grow(const struct sa_ldap_attribute *attribute, size_t more,
                                  struct sa_arena *arena)
{
    struct sa_ldap_value *all = NULL;

    if (attribute->count > 0 && attribute->count + more <= room_for(attribute->count)) {
        /* Ours; only the public type calls it const. */
        memcpy(&all, &attribute->values, sizeof all); /* NOLINT(bugprone-sizeof-expression) */
        return all;
    }
    all = sa_arena_array(arena, room_for(attribute->count + more), sizeof *all);
    if (all != NULL && attribute->count > 0)
        memcpy(all, attribute->values, attribute->count * sizeof *all);
    return all;
}

int entry_add_values(struct sa_ldap_attribute *attribute, const struct berval *values,
                     struct sa_arena *arena, struct entry_limits *limits, struct sa_error *err)
{
    struct sa_ldap_value *all = NULL;
    size_t more = 0;
    int r = 0;

    while (values != NULL && values[more].bv_val != NULL)
        more++;
    if (more == 0)
        return 0;
    if (more > SA_LIMIT_LDAP_VALUES - attribute->count)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "attribute '%.64s' has more than SA_LIMIT_LDAP_VALUES values",
                       attribute->name);
    all = grow(attribute, more, arena);
    if (all == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < more; i++) {
        struct sa_ldap_value *value = &all[attribute->count + i];

        if (values[i].bv_len > SA_LIMIT_LDAP_VALUE)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                           "a value of '%.64s' is larger than SA_LIMIT_LDAP_VALUE",
                           attribute->name);
        r = count_bytes(limits, values[i].bv_len, err);
        if (r < 0)
            return r;
        value->len = values[i].bv_len;
        value->bytes =
            (const unsigned char *)sa_arena_copy(arena, values[i].bv_val, values[i].bv_len);
        if (value->bytes == NULL)
            return sa_fail_nomem(err);
    }
    attribute->values = all;
    attribute->count += more;
    return 0;
}

/* The attribute of that name, which may be there already: AD sends "member" empty and
 * "member;range=0-1499" beside it. */
static int find_or_add(struct decoded_entry *entry, const char *name, size_t len,
                       struct sa_arena *arena, size_t *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf wanted = SA_BUF_INIT(SA_LIMIT_NAME);

    if (sa_buf_add(&wanted, name, len) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "an attribute name is too long");
    for (size_t i = 0; i < entry->entry.count; i++)
        if (sa_text_same(entry->attributes[i].name, sa_buf_text(&wanted))) {
            *ret = i;
            return 0;
        }
    if (entry->entry.count == entry->attribute_room) {
        size_t room = entry->attribute_room == 0 ? 16 : entry->attribute_room * 2;
        struct sa_ldap_attribute *larger = NULL;

        if (room > MAX_ATTRIBUTES)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                           "an entry has more than %d attributes", MAX_ATTRIBUTES);
        larger = sa_arena_array(arena, room, sizeof *larger);
        if (larger == NULL)
            return sa_fail_nomem(err);
        if (entry->entry.count > 0)
            memcpy(larger, entry->attributes, entry->entry.count * sizeof *larger);
        entry->attributes = larger;
        entry->attribute_room = room;
        entry->entry.attributes = larger;
    }
    entry->attributes[entry->entry.count].name = sa_arena_copy(arena, name, len);
    if (entry->attributes[entry->entry.count].name == NULL)
        return sa_fail_nomem(err);
    *ret = entry->entry.count++;
    return 0;
}

static int add_attribute(struct decoded_entry *entry, const struct berval *name,
                         const struct berval *values, struct sa_arena *arena,
                         struct entry_limits *limits, struct sa_error *err)
{
    struct range_name range;
    size_t index = 0;
    int r = range_parse(name->bv_val, name->bv_len, &range);

    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_LDAP, 0, "an attribute name of the answer is malformed");
    r = count_bytes(limits, name->bv_len, err);
    if (r == 0)
        r = find_or_add(entry, name->bv_val, range.base_len, arena, &index, err);
    if (r == 0)
        r = entry_add_values(&entry->attributes[index], values, arena, limits, err);
    if (r < 0 || !range.ranged || range.high == RANGE_END)
        return r;
    /* A range that was not asked for begins at 0; completing it starts behind its end. */
    if (range.low != 0 || values == NULL || values[0].bv_val == NULL)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, 0,
                       "attribute '%.64s' begins with an impossible range",
                       entry->attributes[index].name);
    if (entry->pending_count == MAX_PENDING_RANGES)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "an entry has more than %d ranged attributes", MAX_PENDING_RANGES);
    entry->pending[entry->pending_count++] =
        (struct pending_range){.attribute = index, .next = range.high + 1};
    return 0;
}

/* "<GUID=...>;<SID=...>;CN=x": the DN is what follows the last part of an extended DN. */
static const char *plain_dn(const char *dn)
{
    while (dn[0] == '<') {
        const char *end = strstr(dn, ">;");

        if (end == NULL)
            break;
        dn = end + 2;
    }
    return dn;
}

static int take_dn(const struct berval *dn, struct decoded_entry *ret, struct sa_arena *arena,
                   struct entry_limits *limits, struct sa_error *err)
{
    int r = 0;

    if (dn->bv_len > SA_LIMIT_NAME || (dn->bv_len > 0 && memchr(dn->bv_val, 0, dn->bv_len) != NULL))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, 0, "the DN of an entry is malformed");
    ret->entry.dn = sa_arena_copy(arena, dn->bv_val, dn->bv_len);
    if (ret->entry.dn == NULL)
        return sa_fail_nomem(err);
    r = count_bytes(limits, dn->bv_len, err);
    ret->entry.dn = plain_dn(ret->entry.dn);
    return r;
}

int entry_decode(LDAP *handle, LDAPMessage *message, struct sa_arena *arena,
                 struct entry_limits *limits, struct decoded_entry *ret, struct sa_error *err)
{
    BerElement *ber = NULL;
    struct berval dn = {0};
    int r = 0;

    *ret = (struct decoded_entry){0};
    if (ldap_get_dn_ber(handle, message, &ber, &dn) != LDAP_SUCCESS)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, LDAP_DECODING_ERROR,
                       "an entry of the answer is malformed");
    r = take_dn(&dn, ret, arena, limits, err);
    while (r == 0) {
        struct berval name = {0};
        struct berval *values = NULL;
        int code = ldap_get_attribute_ber(handle, message, ber, &name, &values);

        if (code != LDAP_SUCCESS)
            r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, code,
                        "an attribute of entry '%.200s' is malformed", ret->entry.dn);
        else if (name.bv_val == NULL)
            break;
        else
            r = add_attribute(ret, &name, values, arena, limits, err);
        ber_memfree(values); /* the array; its bytes lie in the message */
    }
    ber_free(ber, 0);
    return r;
}
