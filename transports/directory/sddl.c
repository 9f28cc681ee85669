/* SPDX-License-Identifier: Apache-2.0 */
/* Security descriptors as text ([MS-DTYP] 2.5.1). SIDs are written in full: an alias such as "DA"
 * means another group in each domain. Two things that SDDL cannot say are written so that they are
 * seen: "(condition)" for the condition of a callback ACE, which is not kept, and the type as a
 * number for an ACE that has no letters. */
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/secdesc.h"

struct letters {
    uint32_t bit;
    const char *text;
};

static const struct letters right_letters[] = {
    {SA_ACCESS_CREATE_CHILD,   "CC"},
    {SA_ACCESS_DELETE_CHILD,   "DC"},
    {SA_ACCESS_LIST,           "LC"},
    {SA_ACCESS_SELF,           "SW"},
    {SA_ACCESS_READ_PROPERTY,  "RP"},
    {SA_ACCESS_WRITE_PROPERTY, "WP"},
    {SA_ACCESS_DELETE_TREE,    "DT"},
    {SA_ACCESS_LIST_OBJECT,    "LO"},
    {SA_ACCESS_CONTROL,        "CR"},
    {SA_ACCESS_DELETE,         "SD"},
    {SA_ACCESS_READ_CONTROL,   "RC"},
    {SA_ACCESS_WRITE_DACL,     "WD"},
    {SA_ACCESS_WRITE_OWNER,    "WO"},
};

static const struct letters flag_letters[] = {
    {SA_ACE_OBJECT_INHERIT,    "OI"},
    {SA_ACE_CONTAINER_INHERIT, "CI"},
    {SA_ACE_NO_PROPAGATE,      "NP"},
    {SA_ACE_INHERIT_ONLY,      "IO"},
    {SA_ACE_INHERITED,         "ID"},
    {0x40,                     "SA"},
    {0x80,                     "FA"},
};

static const struct letters control_letters[] = {
    {SA_SD_DACL_PROTECTED, "P" },
    {0x100,                "AR"},
    {0x400,                "AI"},
};

static void add_letters(struct sa_buf *buf, const struct letters *letters, size_t count,
                        uint32_t bits)
{
    for (size_t i = 0; i < count; i++) {
        if (bits & letters[i].bit)
            sa_buf_add_text(buf, letters[i].text);
    }
}

static void add_sid(struct sa_buf *buf, const struct sa_sid *sid)
{
    char text[SA_SID_TEXT_SIZE];

    sa_sid_format(sid, text);
    sa_buf_add_text(buf, text);
}

static void add_guid(struct sa_buf *buf, bool present, const struct sa_guid *guid)
{
    char text[SA_GUID_TEXT_SIZE];

    sa_buf_add_char(buf, ';');
    if (!present)
        return;
    sa_guid_format(guid, text);
    sa_buf_add_text(buf, text);
}

static void add_ace(struct sa_buf *buf, const struct sa_ace *ace)
{
    static const char *const types[] = {
        [0x00] = "A",  [0x01] = "D",  [0x02] = "AU", [0x03] = "AL", [0x05] = "OA", [0x06] = "OD",
        [0x07] = "OU", [0x08] = "OL", [0x09] = "XA", [0x0a] = "XD", [0x0b] = "ZA", [0x0d] = "XU",
        [0x11] = "ML", [0x12] = "RA", [0x13] = "SP", [0x14] = "TL", [0x15] = "FL",
    };
    const char *type = ace->type < SA_COUNT(types) ? types[ace->type] : NULL;

    sa_buf_add_char(buf, '(');
    if (type != NULL)
        sa_buf_add_text(buf, type);
    else
        sa_buf_addf(buf, "0x%02x", ace->type);
    sa_buf_add_char(buf, ';');
    add_letters(buf, flag_letters, SA_COUNT(flag_letters), ace->flags);
    sa_buf_add_char(buf, ';');
    if (ace->mask == 0 || (ace->mask & ~(uint32_t)(SA_ACCESS_FULL)) != 0)
        sa_buf_addf(buf, "0x%x", ace->mask);
    else
        add_letters(buf, right_letters, SA_COUNT(right_letters), ace->mask);
    add_guid(buf, ace->has_object, &ace->object);
    add_guid(buf, ace->has_inherited, &ace->inherited);
    sa_buf_add_char(buf, ';');
    if (ace->known)
        add_sid(buf, &ace->sid);
    if (ace->conditional)
        sa_buf_add_text(buf, ";(condition)");
    sa_buf_add_char(buf, ')');
}

int sa_secdesc_add_sddl(struct sa_buf *buf, const struct sa_secdesc *sd)
{
    if (sd->has_owner) {
        sa_buf_add_text(buf, "O:");
        add_sid(buf, &sd->owner);
    }
    if (sd->has_group) {
        sa_buf_add_text(buf, "G:");
        add_sid(buf, &sd->group);
    }
    sa_buf_add_text(buf, "D:");
    add_letters(buf, control_letters, SA_COUNT(control_letters), sd->control);
    if (sd->dacl == SA_DACL_NULL)
        sa_buf_add_text(buf, "NO_ACCESS_CONTROL");
    for (size_t i = 0; i < sd->ace_count; i++)
        add_ace(buf, &sd->aces[i]);
    return sa_buf_status(buf);
}
