/* SPDX-License-Identifier: Apache-2.0 */
/* The attributes and classes that named rights are about, for power.c. */
#ifndef SYNCAUDIT_DIRECTORY_GUID_NAMES_H
#define SYNCAUDIT_DIRECTORY_GUID_NAMES_H
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/sid.h"

struct sa_known_attribute {
    struct sa_guid guid;
    const char *name;          /* lDAPDisplayName */
    const struct sa_guid *set; /* attributeSecurityGUID, or NULL */
};

struct sa_known_class {
    struct sa_guid guid;
    const char *name;
};

/** Attributes whose writing is a power of its own. */
extern const struct sa_known_attribute sa_power_attributes[];
extern const size_t sa_power_attribute_count;
/** Classes whose creation and deletion are. */
extern const struct sa_known_class sa_child_classes[];
extern const size_t sa_child_class_count;

#define SA_GUID_BYTE(value, shift) ((unsigned char)((UINT64_C(0x##value) >> (shift)) & 0xff))
/** The text form of a GUID, its dashes written as commas. */
#define SA_GUID(a, b, c, d, e)                                                                    \
    {                                                                                             \
        {                                                                                         \
            SA_GUID_BYTE(a, 0), SA_GUID_BYTE(a, 8), SA_GUID_BYTE(a, 16), SA_GUID_BYTE(a, 24),     \
                SA_GUID_BYTE(b, 0), SA_GUID_BYTE(b, 8), SA_GUID_BYTE(c, 0), SA_GUID_BYTE(c, 8),   \
                SA_GUID_BYTE(d, 8), SA_GUID_BYTE(d, 0), SA_GUID_BYTE(e, 40), SA_GUID_BYTE(e, 32), \
                SA_GUID_BYTE(e, 24), SA_GUID_BYTE(e, 16), SA_GUID_BYTE(e, 8), SA_GUID_BYTE(e, 0)  \
        }                                                                                         \
    }
#endif
