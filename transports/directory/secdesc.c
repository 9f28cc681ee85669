/* SPDX-License-Identifier: Apache-2.0 */
/* Decodes self-relative security descriptors ([MS-DTYP] 2.4.6), their ACL (2.4.5) and ACEs (2.4.4).
 *
 * Each read is bounded by the piece that holds it: a SID by its ACE, an ACE by its ACL, an ACL by the
 * blob. Pieces may share bytes (an owner that is also the group), but none may lie in the header.
 * What Windows would refuse is refused: a descriptor of which only half was understood would show
 * rights that nobody has, or hide some that somebody has. The one exception are ACEs of a type that
 * is not known: their size says where the next one begins, so they are kept and marked. */
#include "syncaudit/secdesc.h"

#include <string.h>

#include "syncaudit/error.h"
#include "syncaudit/limits.h"

#define HEADER_SIZE     ((size_t)20)
#define ACL_HEADER_SIZE ((size_t)8)
#define ACE_HEADER_SIZE ((size_t)4)
#define GUID_SIZE       ((size_t)16)

enum { OBJECT_PRESENT = 1, INHERITED_PRESENT = 2 };

/* A stretch of the blob. */
struct piece {
    const unsigned char *bytes; /* of the blob */
    size_t at, end;             /* in it */
    struct sa_error *err;
};

static uint16_t u16_at(const unsigned char *at)
{
    return (uint16_t)(at[0] | at[1] << 8);
}

static uint32_t u32_at(const unsigned char *at)
{
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static int broken(const struct piece *piece, const char *what)
{
    return sa_fail(piece->err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                   "the security descriptor is broken at byte %zu: %s", piece->at, what);
}

static int read_sid(struct piece *piece, struct sa_sid *ret)
{
    size_t used = 0;

    if (sa_sid_decode(piece->bytes + piece->at, piece->end - piece->at, ret, &used) < 0)
        return broken(piece, "no security identifier");
    piece->at += used;
    return 0;
}

/* The four forms that ACEs have, by type ([MS-DTYP] 2.4.4.1). */
enum ace_form {
    FORM_UNKNOWN,
    FORM_PLAIN,  /* mask, SID */
    FORM_OBJECT, /* mask, flags, GUIDs, SID */
};

struct ace_type {
    enum ace_form form;
    enum sa_ace_kind kind;
    bool callback; /* a condition follows the SID */
};

static const struct ace_type ace_types[] = {
    [0x00] = {FORM_PLAIN,   SA_ACE_ALLOW, false},
      [0x01] = {FORM_PLAIN,   SA_ACE_DENY,  false},
    [0x02] = {FORM_PLAIN,   SA_ACE_OTHER, false},
      [0x03] = {FORM_PLAIN,   SA_ACE_OTHER, false},
    [0x04] = {FORM_UNKNOWN, SA_ACE_OTHER, false}, /* compound: two SIDs, never used */
    [0x05] = {FORM_OBJECT,  SA_ACE_ALLOW, false},
      [0x06] = {FORM_OBJECT,  SA_ACE_DENY,  false},
    [0x07] = {FORM_OBJECT,  SA_ACE_OTHER, false},
      [0x08] = {FORM_OBJECT,  SA_ACE_OTHER, false},
    [0x09] = {FORM_PLAIN,   SA_ACE_ALLOW, true },
      [0x0a] = {FORM_PLAIN,   SA_ACE_DENY,  true },
    [0x0b] = {FORM_OBJECT,  SA_ACE_ALLOW, true },
      [0x0c] = {FORM_OBJECT,  SA_ACE_DENY,  true },
    [0x0d] = {FORM_PLAIN,   SA_ACE_OTHER, true },
      [0x0e] = {FORM_PLAIN,   SA_ACE_OTHER, true },
    [0x0f] = {FORM_OBJECT,  SA_ACE_OTHER, true },
      [0x10] = {FORM_OBJECT,  SA_ACE_OTHER, true },
    [0x11] = {FORM_PLAIN,   SA_ACE_OTHER, false}, /* mandatory label */
    [0x12] = {FORM_PLAIN,   SA_ACE_OTHER, true }, /* resource attribute */
    [0x13] = {FORM_PLAIN,   SA_ACE_OTHER, false}, /* scoped policy */
    [0x14] = {FORM_PLAIN,   SA_ACE_OTHER, true }, /* process trust label */
    [0x15] = {FORM_PLAIN,   SA_ACE_OTHER, true }, /* access filter */
};

/* Generic rights as directory objects map them ([MS-ADTS] 5.1.3.2). */
static uint32_t map_generic(uint32_t mask)
{
    static const struct {
        uint32_t generic, rights;
    } map[] = {
        {UINT32_C(0x10000000), SA_ACCESS_FULL},
        {UINT32_C(0x80000000), 0x20094       },
        {UINT32_C(0x40000000), 0x20028       },
        {UINT32_C(0x20000000), 0x20004       },
    };

    for (size_t i = 0; i < SA_COUNT(map); i++) {
        if (mask & map[i].generic)
            mask = (mask & ~map[i].generic) | map[i].rights;
    }
    return mask;
}

static int read_guid(struct piece *ace, struct sa_guid *ret)
{
    if (ace->end - ace->at < GUID_SIZE)
        return broken(ace, "an entry too short for its object types");
    memcpy(ret->bytes, ace->bytes + ace->at, GUID_SIZE);
    ace->at += GUID_SIZE;
    return 0;
}

static int read_object_types(struct piece *ace, struct sa_ace *ret)
{
    uint32_t present = 0;
    int r = 0;

    if (ace->end - ace->at < 4)
        return broken(ace, "an entry too short for its object types");
    present = u32_at(ace->bytes + ace->at);
    ace->at += 4;
    ret->has_object = present & OBJECT_PRESENT;
    ret->has_inherited = present & INHERITED_PRESENT;
    if (ret->has_object)
        r = read_guid(ace, &ret->object);
    if (r == 0 && ret->has_inherited)
        r = read_guid(ace, &ret->inherited);
    return r;
}

/* `ace` begins at the header of an entry and ends where that says. */
static int read_ace(struct piece *ace, struct sa_ace *ret)
{
    const unsigned char *head = ace->bytes + ace->at;
    const struct ace_type *type = head[0] < SA_COUNT(ace_types) ? &ace_types[head[0]] : NULL;
    int r = 0;

    *ret = (struct sa_ace){.kind = SA_ACE_OTHER, .type = head[0], .flags = head[1]};
    if (type == NULL || type->form == FORM_UNKNOWN)
        return 0;
    if (ace->end - ace->at < ACE_HEADER_SIZE + 4)
        return broken(ace, "an entry too short for its access mask");
    ret->known = true;
    ret->kind = type->kind;
    ret->conditional = type->callback && type->kind != SA_ACE_OTHER;
    ret->raw_mask = u32_at(head + ACE_HEADER_SIZE);
    ret->mask = map_generic(ret->raw_mask);
    ace->at += ACE_HEADER_SIZE + 4;
    if (type->form == FORM_OBJECT)
        r = read_object_types(ace, ret);
    return r < 0 ? r : read_sid(ace, &ret->sid);
}

static int read_aces(struct piece *acl, size_t count, struct sa_secdesc *ret)
{
    for (size_t i = 0; i < count; i++) {
        struct piece ace = *acl;
        size_t size = 0;
        int r = 0;

        if (acl->end - acl->at < ACE_HEADER_SIZE)
            return broken(acl, "the list ends before its last entry");
        size = u16_at(acl->bytes + acl->at + 2);
        if (size < ACE_HEADER_SIZE || size % 4 != 0 || size > acl->end - acl->at)
            return broken(acl, "an entry whose size cannot be");
        ace.end = acl->at + size;
        r = read_ace(&ace, &ret->aces[i]);
        if (r < 0)
            return r;
        ret->has_unknown |= !ret->aces[i].known;
        acl->at += size;
    }
    ret->ace_count = count;
    return 0;
}

static int read_dacl(struct piece *blob, struct sa_arena *arena, struct sa_secdesc *ret)
{
    const unsigned char *head = blob->bytes + blob->at;
    size_t left = blob->end - blob->at;
    size_t size = 0;
    size_t count = 0;

    if (left < ACL_HEADER_SIZE)
        return broken(blob, "no room for an access control list");
    size = u16_at(head + 2);
    count = u16_at(head + 4);
    if (head[0] < 2 || head[0] > 4)
        return broken(blob, "an access control list of unknown revision");
    if (size < ACL_HEADER_SIZE || size > left)
        return broken(blob, "an access control list whose size cannot be");
    if (count > SA_LIMIT_ACES)
        return sa_fail(blob->err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the security descriptor has %zu entries; at most %d are read", count,
                       SA_LIMIT_ACES);
    if (count > (size - ACL_HEADER_SIZE) / ACE_HEADER_SIZE)
        return broken(blob, "an access control list too short for its entries");
    if (count == 0)
        return 0;
    ret->aces = sa_arena_array(arena, count, sizeof(*ret->aces));
    if (ret->aces == NULL)
        return sa_fail_nomem(blob->err);
    blob->end = blob->at + size;
    blob->at += ACL_HEADER_SIZE;
    return read_aces(blob, count, ret);
}

/* Moves to where the offset at `field` of the header says. False: there is nothing (offset 0). */
static bool move_to(struct piece *piece, size_t field, int *r)
{
    size_t offset = u32_at(piece->bytes + field);

    *r = 0;
    if (offset == 0)
        return false;
    if (offset < HEADER_SIZE || offset >= piece->end) {
        piece->at = field;
        *r = broken(piece, "an offset that leads out of it");
        return false;
    }
    piece->at = offset;
    return true;
}

static int read_parts(const struct piece *blob, struct sa_arena *arena, struct sa_secdesc *ret)
{
    struct piece owner = *blob;
    struct piece group = *blob;
    struct piece dacl = *blob;
    int r = 0;

    ret->has_owner = move_to(&owner, 4, &r);
    if (ret->has_owner)
        r = read_sid(&owner, &ret->owner);
    if (r < 0)
        return r;
    ret->has_group = move_to(&group, 8, &r);
    if (ret->has_group)
        r = read_sid(&group, &ret->group);
    if (r < 0)
        return r;
    ret->dacl = SA_DACL_NULL;
    if ((ret->control & SA_SD_DACL_PRESENT) && move_to(&dacl, 16, &r)) {
        ret->dacl = SA_DACL_PRESENT;
        r = read_dacl(&dacl, arena, ret);
    }
    return r;
}

int sa_secdesc_decode(const void *bytes, size_t len, struct sa_arena *arena, struct sa_secdesc *ret,
                      struct sa_error *err)
{
    struct piece blob = {.bytes = bytes, .end = len, .err = err};
    struct sa_secdesc sd = {0};
    int r = 0;

    if (len > SA_LIMIT_SECDESC)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the security descriptor has %zu bytes; at most %zu are read", len,
                       SA_LIMIT_SECDESC);
    if (len < HEADER_SIZE)
        return broken(&blob, "shorter than its header");
    if (blob.bytes[0] != 1)
        return broken(&blob, "an unknown revision");
    sd.control = u16_at(blob.bytes + 2);
    if (!(sd.control & SA_SD_SELF_RELATIVE))
        return broken(&blob, "not in the self-relative form");
    r = read_parts(&blob, arena, &sd);
    if (r < 0)
        return r;
    *ret = sd;
    return 0;
}

int sa_secdesc_inherit(const struct sa_secdesc *sd, const struct sa_guid *class_guid,
                       struct sa_arena *arena, struct sa_secdesc *ret, struct sa_error *err)
{
    static const struct sa_sid creators = {.authority = 3}; /* S-1-3 */
    struct sa_secdesc child = {.control = SA_SD_DACL_PRESENT | SA_SD_SELF_RELATIVE,
                               .dacl = SA_DACL_PRESENT};

    if (sd->dacl == SA_DACL_PRESENT && sd->ace_count > 0) {
        child.aces = sa_arena_array(arena, sd->ace_count, sizeof(*child.aces));
        if (child.aces == NULL)
            return sa_fail_nomem(err);
    }
    for (size_t i = 0; child.aces != NULL && i < sd->ace_count; i++) {
        struct sa_ace ace = sd->aces[i];

        if (!(ace.flags & SA_ACE_CONTAINER_INHERIT) ||
            (ace.has_inherited &&
             (class_guid == NULL || !sa_guid_same(&ace.inherited, class_guid))))
            continue;
        /* S-1-3-0 to S-1-3-3 stand for whoever will create the object. */
        if (ace.known && sa_sid_in_domain(&ace.sid, &creators) && sa_sid_rid(&ace.sid) <= 3)
            continue;
        ace.flags = (uint8_t)((ace.flags & ~SA_ACE_INHERIT_ONLY) | SA_ACE_INHERITED);
        if (ace.flags & SA_ACE_NO_PROPAGATE)
            ace.flags = SA_ACE_INHERITED;
        child.has_unknown |= !ace.known;
        child.aces[child.ace_count++] = ace;
    }
    *ret = child;
    return 0;
}
