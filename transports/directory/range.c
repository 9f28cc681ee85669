/* SPDX-License-Identifier: Apache-2.0 */
/* Ranged attributes ([MS-ADTS] 3.1.1.3.1.3.3). A DC sends at most MaxValRange (1,500) values of an
 * attribute and names the part: "member;range=0-1499". The rest is read in further base searches of
 * "member;range=1500-*" until a part ends in "*".
 *
 * The server says where a part ends, so each part must begin where we asked, hold values, and end
 * later than the one before; members may come and go between two reads, so values that come twice
 * are dropped. A read past the end is an error on AD; it means that the attribute has shrunk. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

#define MAX_ROUNDS 10000
/* What AD says when no value stands where a part should begin: ERROR_INVALID_PARAMETER,
 * ERROR_DS_CANT_RETRIEVE_ATTS. */
#define PAST_THE_END    0x57
#define CANNOT_RETRIEVE 0x2121

/* Digits up to `end` to a number below RANGE_END. */
static bool number(const char **at, const char *end, uint32_t *ret)
{
    uint64_t value = 0;
    const char *start = *at;

    for (; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
        value = value * 10 + (uint64_t)(**at - '0');
        if (value >= RANGE_END - 1)
            return false;
    }
    *ret = (uint32_t)value;
    return *at > start;
}

static int parse_option(const char *option, const char *end, struct range_name *ret)
{
    static const char prefix[] = "range=";
    const char *at = option + sizeof prefix - 1;

    if ((size_t)(end - option) < sizeof prefix - 1 ||
        strncasecmp(option, prefix, sizeof prefix - 1) != 0)
        return 0; /* another option, such as ";binary" */
    if (ret->ranged || !number(&at, end, &ret->low) || at == end || *at != '-')
        return SA_E_PROTOCOL;
    at++;
    ret->ranged = true;
    if (end - at == 1 && *at == '*') {
        ret->high = RANGE_END;
        return 0;
    }
    if (!number(&at, end, &ret->high) || at != end || ret->high < ret->low)
        return SA_E_PROTOCOL;
    return 0;
}

int range_parse(const char *name, size_t len, struct range_name *ret)
{
    const char *end = name + len;
    const char *option = NULL;

    *ret = (struct range_name){0};
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)name[i] <= ' ' || (unsigned char)name[i] >= 0x7f)
            return SA_E_PROTOCOL;
    option = len == 0 ? NULL : memchr(name, ';', len);
    ret->base_len = option == NULL ? len : (size_t)(option - name);
    if (ret->base_len == 0 || len > SA_LIMIT_NAME)
        return SA_E_PROTOCOL;
    while (option != NULL) {
        const char *start = option + 1;
        int r = 0;

        option = start == end ? NULL : memchr(start, ';', (size_t)(end - start));
        r = parse_option(start, option == NULL ? end : option, ret);
        if (r < 0)
            return r;
    }
    return 0;
}

struct numbered {
    const struct sa_ldap_value *value;
    size_t at;
};

static int compare(const void *a, const void *b)
{
    const struct numbered *x = a;
    const struct numbered *y = b;
    size_t shorter = x->value->len < y->value->len ? x->value->len : y->value->len;
    int r = memcmp(x->value->bytes, y->value->bytes, shorter);

    if (r != 0)
        return r;
    if (x->value->len != y->value->len)
        return x->value->len < y->value->len ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

int range_unique(struct sa_ldap_attribute *attribute)
{
    size_t count = attribute->count;
    SA_CLEANUP(sa_arena_done) struct sa_arena scratch = SA_ARENA_INIT(64 * SA_MIB);
    struct numbered *order = NULL;
    bool *twice = NULL;
    struct sa_ldap_value *values = NULL;
    size_t kept = 0;

    if (count < 2)
        return 0;
    order = sa_arena_array(&scratch, count, sizeof *order);
    twice = sa_arena_array(&scratch, count, sizeof *twice);
    if (order == NULL || twice == NULL)
        return SA_E_NOMEM;
    for (size_t i = 0; i < count; i++)
        order[i] = (struct numbered){&attribute->values[i], i};
    qsort(order, count, sizeof *order, compare);
    for (size_t i = 1; i < count; i++)
        twice[order[i].at] =
            order[i].value->len == order[i - 1].value->len &&
            memcmp(order[i].value->bytes, order[i - 1].value->bytes, order[i].value->len) == 0;
    /* The array is ours (entry_add_values); only the public type calls it const. */
    memcpy(&values, &attribute->values, sizeof values); /* NOLINT(bugprone-sizeof-expression) */
    for (size_t i = 0; i < count; i++)
        if (!twice[i])
            values[kept++] = values[i];
    attribute->count = kept;
    return 0;
}

/* What one further read brought. */
struct part {
    struct sa_ldap *ldap;
    struct sa_ldap_attribute *attribute;
    struct sa_arena *arena;
    struct entry_limits *limits;
    uint32_t asked, next; /* next: RANGE_END when that was the last part */
    bool found;
};

static int take_attribute(struct part *part, const struct berval *name, const struct berval *values,
                          struct sa_error *err)
{
    struct range_name range;
    size_t count = 0;
    int r = range_parse(name->bv_val, name->bv_len, &range);

    if (r < 0)
        return sa_fail(err, r, SA_DOMAIN_LDAP, 0, "an attribute name of the answer is malformed");
    if (!range.ranged || range.base_len != strlen(part->attribute->name) ||
        strncasecmp(name->bv_val, part->attribute->name, range.base_len) != 0)
        return 0; /* the empty "member" beside the range */
    while (values != NULL && values[count].bv_val != NULL)
        count++;
    if (part->found || range.low != part->asked || (range.high != RANGE_END && count == 0))
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, 0,
                       "range %u of '%.64s' was asked for, the server answers with range %u",
                       (unsigned)part->asked, part->attribute->name, (unsigned)range.low);
    part->found = true;
    part->next = range.high == RANGE_END ? RANGE_END : range.high + 1;
    return entry_add_values(part->attribute, values, part->arena, part->limits, err);
}

static int take_part(void *payload, LDAPMessage *message, struct sa_error *err)
{
    struct part *part = payload;
    BerElement *ber = NULL;
    struct berval dn = {0};
    int r = 0;

    if (ldap_get_dn_ber(part->ldap->handle, message, &ber, &dn) != LDAP_SUCCESS)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, LDAP_DECODING_ERROR,
                       "an entry of the answer is malformed");
    while (r == 0) {
        struct berval name = {0};
        struct berval *values = NULL;

        if (ldap_get_attribute_ber(part->ldap->handle, message, ber, &name, &values) !=
            LDAP_SUCCESS)
            r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, LDAP_DECODING_ERROR,
                        "an attribute of the answer is malformed");
        else if (name.bv_val == NULL)
            break;
        else
            r = take_attribute(part, &name, values, err);
        ber_memfree(values);
    }
    ber_free(ber, 0);
    return r;
}

static int read_part(struct sa_ldap *ldap, LDAPControl **controls, const char *dn,
                     struct part *part, int64_t until_ms, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf name = SA_BUF_INIT((size_t)SA_LIMIT_NAME + 64);
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT((size_t)2 * SA_LIMIT_NAME + 128);
    char *attributes[] = {NULL, NULL};
    struct search_request request = {.base = dn,
                                     .filter = "(objectClass=*)",
                                     .scope = LDAP_SCOPE_BASE,
                                     .attributes = attributes,
                                     .controls = controls};
    struct search_result result = {0};
    int r = 0;

    sa_buf_addf(&name, "%s;range=%u-*", part->attribute->name, (unsigned)part->asked);
    sa_buf_addf(&what, "read of '%s' of '%s'", sa_buf_text(&name), dn);
    if (sa_buf_status(&name) < 0 || sa_buf_status(&what) < 0)
        return sa_fail_nomem(err);
    attributes[0] = name.data;
    request.what = sa_buf_text(&what);
    r = search_once(ldap, &request, until_ms, take_part, part, &result, err);
    ber_memfree(result.cookie.bv_val);
    if (r < 0 && result.code == LDAP_OPERATIONS_ERROR &&
        (result.number == PAST_THE_END || result.number == CANNOT_RETRIEVE)) {
        /* Values were removed since the last part. Any other trouble leaves the values incomplete. */
        part->next = RANGE_END;
        return 0;
    }
    if (r == 0 && !part->found)
        part->next = RANGE_END; /* the attribute lost its last values */
    return r;
}

int range_complete(struct sa_ldap *ldap, LDAPControl **controls, struct decoded_entry *entry,
                   struct sa_arena *arena, struct entry_limits *limits, int64_t until_ms,
                   struct sa_error *err)
{
    for (size_t i = 0; i < entry->pending_count; i++) {
        struct sa_ldap_attribute *attribute = &entry->attributes[entry->pending[i].attribute];
        uint32_t next = entry->pending[i].next;
        int r = 0;

        for (unsigned round = 0; next != RANGE_END; round++) {
            struct part part = {ldap, attribute, arena, limits, next, RANGE_END, false};

            if (round == MAX_ROUNDS)
                return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                               "attribute '%.64s' of '%.200s' comes in more than %d parts",
                               attribute->name, entry->entry.dn, MAX_ROUNDS);
            r = read_part(ldap, controls, entry->entry.dn, &part, until_ms, err);
            if (r < 0)
                return r;
            next = part.next;
        }
        if (range_unique(attribute) < 0)
            return sa_fail_nomem(err);
    }
    return 0;
}
