/* SPDX-License-Identifier: Apache-2.0 */
/* Security descriptors ([MS-DTYP] 2.4.6, self-relative form) of directory objects, and what they let
 * an account do ([MS-ADTS] 5.1.3, access checking).
 *
 * A domain controller may be hostile: every offset, size and count is checked against the blob, and
 * an ACE of unknown type is kept and marked, never guessed. Nothing here asks a server. */
#ifndef SYNCAUDIT_SECDESC_H
#define SYNCAUDIT_SECDESC_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/sid.h"

/* Access mask bits of directory objects ([MS-ADTS] 5.1.3.2). */
enum {
    SA_ACCESS_CREATE_CHILD = 0x1,
    SA_ACCESS_DELETE_CHILD = 0x2,
    SA_ACCESS_LIST = 0x4,
    SA_ACCESS_SELF = 0x8,
    SA_ACCESS_READ_PROPERTY = 0x10,
    SA_ACCESS_WRITE_PROPERTY = 0x20,
    SA_ACCESS_DELETE_TREE = 0x40,
    SA_ACCESS_LIST_OBJECT = 0x80,
    SA_ACCESS_CONTROL = 0x100,
    SA_ACCESS_DELETE = 0x10000,
    SA_ACCESS_READ_CONTROL = 0x20000,
    SA_ACCESS_WRITE_DACL = 0x40000,
    SA_ACCESS_WRITE_OWNER = 0x80000,
    SA_ACCESS_FULL = 0xF01FF
};

/* Control flags of the descriptor. */
enum {
    SA_SD_DACL_PRESENT = 0x4,
    SA_SD_SACL_PRESENT = 0x10,
    SA_SD_DACL_PROTECTED = 0x1000, /**< inheritance is blocked */
    SA_SD_SELF_RELATIVE = 0x8000
};

/* ACE flags. */
enum {
    SA_ACE_OBJECT_INHERIT = 0x1,
    SA_ACE_CONTAINER_INHERIT = 0x2,
    SA_ACE_NO_PROPAGATE = 0x4,
    SA_ACE_INHERIT_ONLY = 0x8,
    SA_ACE_INHERITED = 0x10
};

enum sa_ace_kind {
    SA_ACE_ALLOW,
    SA_ACE_DENY,
    SA_ACE_OTHER /**< audit, alarm, labels, unknown types: never part of a decision */
};

struct sa_ace {
    enum sa_ace_kind kind;
    uint8_t type; /**< as on the wire */
    uint8_t flags;
    uint32_t mask;     /**< generic bits already mapped to directory rights */
    uint32_t raw_mask; /**< as on the wire, for objects that are none of a directory */
    bool
        conditional; /**< callback ACE: its condition is not evaluated. An allow counts as "may", a deny as absent */
    bool known; /**< false: the type is not known and sid may be empty */
    bool has_object, has_inherited;
    struct sa_guid object;    /**< attribute, property set, extended right or class */
    struct sa_guid inherited; /**< class that it is handed down to */
    struct sa_sid sid;
};

enum sa_dacl_state {
    SA_DACL_PRESENT,
    SA_DACL_NULL /**< absent or NULL: everybody may do everything */
};

struct sa_secdesc {
    uint16_t control;
    bool has_owner, has_group;
    struct sa_sid owner, group;
    enum sa_dacl_state dacl;
    struct sa_ace *aces; /**< of the DACL, in stored order; in the arena */
    size_t ace_count;
    bool has_unknown; /**< some ACE of the DACL could not be understood */
};

/** Decodes `bytes`; ACEs live in `arena`. The SACL is skipped. SA_E_PROTOCOL with what is wrong and
 *  at which byte; SA_E_LIMIT beyond SA_LIMIT_SECDESC bytes or SA_LIMIT_ACES. */
int sa_secdesc_decode(const void *bytes, size_t len, struct sa_arena *arena, struct sa_secdesc *ret,
                      struct sa_error *err) SA_NODISCARD;

/** SDDL of one ACE or the whole descriptor's owner, group and DACL: SIDs as S-1-..., no aliases. */
struct sa_buf;
int sa_secdesc_add_sddl(struct sa_buf *buf, const struct sa_secdesc *sd);

/* Effective rights ----------------------------------------------------------------------------- */

/** Who asks: every SID of the account's token, in any order. Everyone, Authenticated Users and the
 *  like are members like others: sa_token_init() adds them. */
struct sa_token {
    struct sa_sid *sids; /**< sorted, each once */
    size_t count;
    struct sa_sid self; /**< the account's own SID: PRINCIPAL_SELF on its own object */
};

/** Own SID, `groups`, and Everyone, Authenticated Users, NETWORK, This Organization. In the arena. */
int sa_token_init(struct sa_token *token, const struct sa_sid *self, const struct sa_sid *groups,
                  size_t count, struct sa_arena *arena, struct sa_error *err) SA_NODISCARD;
/** A token with nobody but `sid` in it: what an ACE gives its trustee by itself. */
int sa_token_single(struct sa_token *token, const struct sa_sid *sid, struct sa_arena *arena,
                    struct sa_error *err) SA_NODISCARD;
bool sa_token_has(const struct sa_token *token, const struct sa_sid *sid);

/** On what: the object's descriptor, its SID (NULL when it has none) and its class. */
struct sa_access_object {
    const struct sa_secdesc *sd;
    const struct sa_sid *sid;
    const struct sa_guid *class_guid; /**< schemaIDGUID of the structural class; NULL: not known */
};

/** The bits that the token holds on the object as a whole (ACEs without object type, or with the
 *  object's own class; owner's implied READ_CONTROL and WRITE_DACL unless OWNER RIGHTS says
 *  otherwise). Generic "all" test: (result & SA_ACCESS_FULL) == SA_ACCESS_FULL. */
uint32_t sa_access_mask(const struct sa_access_object *object, const struct sa_token *token);

/** Does the token hold `bit` (WRITE_PROPERTY, READ_PROPERTY, SELF, CONTROL, CREATE_CHILD,
 *  DELETE_CHILD) for `type`: an attribute, extended right, validated write or child class?
 *  `property_set` is the attribute's attributeSecurityGUID, or NULL. First ACE that matches decides,
 *  in stored order. `*ret_sid` (may be NULL) is the trustee of the deciding ACE; conditional allow
 *  ACEs set `*ret_conditional` (may be NULL). */
bool sa_access_typed(const struct sa_access_object *object, const struct sa_token *token,
                     uint32_t bit, const struct sa_guid *type, const struct sa_guid *property_set,
                     const struct sa_sid **ret_sid, bool *ret_conditional);

/** What objects of `class_guid` below `sd` would inherit (as if created today, without explicit
 *  ACEs): the ACEs with CONTAINER_INHERIT whose inherited class is absent or that class, inherit-only
 *  cleared, creator owner left out, in stored order; no owner. In the arena. */
int sa_secdesc_inherit(const struct sa_secdesc *sd, const struct sa_guid *class_guid,
                       struct sa_arena *arena, struct sa_secdesc *ret,
                       struct sa_error *err) SA_NODISCARD;

/* Named rights --------------------------------------------------------------------------------- */

/** One power in words that checks compare: `right` from the list below, `what` the attribute, class or
 *  "" (all). Kinds of `right`:
 *    owner full_control write_dacl write_owner delete delete_tree
 *    all_extended_rights write_all_properties read_all_properties create_all_children delete_all_children
 *    replicate_changes replicate_changes_all replicate_filtered_set replication_synchronize manage_topology
 *    reset_password unexpire_password migrate_sid_history reanimate_tombstones
 *    write_property (what: member, servicePrincipalName, msDS-KeyCredentialLink,
 *      msDS-AllowedToActOnBehalfOfOtherIdentity, msDS-AllowedToDelegateTo, userAccountControl, scriptPath,
 *      altSecurityIdentities, lockoutTime, pwdLastSet, mS-DS-ConsistencyGuid, gPLink,
 *      msDS-GroupMSAMembership, proxyAddresses, unicodePwd, msDS-SupportedEncryptionTypes, ...)
 *    add_self_as_member validated_spn validated_dns_name
 *    create_child delete_child (what: user, group, computer, msDS-Device, ...)
 *    read_secret (what: a LAPS password attribute: read and control access together)
 *  A power is named also when a wider right implies it: somebody with full_control has every row. */
struct sa_power {
    const char *right, *what;
    struct sa_sid via; /**< trustee of the ACE that grants it (the owner for "owner") */
    bool inherited;    /**< by an inherited ACE */
    bool conditional;  /**< only if a condition holds that was not evaluated */
};

/** Attributes whose schema GUIDs differ from forest to forest (LAPS), found in the schema. */
struct sa_schema_attribute {
    const char *name;
    struct sa_guid guid, property_set;
    bool has_property_set;
    bool confidential;
};

/** Lists the powers of the token on the object, at most `room`; returns how many there are (may be
 *  more than `room`). `is_domain_head` adds the replication rights. `extra` may be NULL. */
size_t sa_powers(const struct sa_access_object *object, const struct sa_token *token,
                 bool is_domain_head, const struct sa_schema_attribute *extra, size_t extra_count,
                 struct sa_power *powers, size_t room);
#define SA_POWERS_MAX 128 /**< more never exist without `extra` */

/** Name of a well-known extended right, property set, attribute or class, or NULL. */
const char *sa_guid_known_name(const struct sa_guid *guid);
/** The schemaIDGUID of a class this program knows ("user", "computer", "organizationalUnit",
 *  "domainDNS", "group", "contact", "inetOrgPerson", "msDS-Device", "groupPolicyContainer", ...), or NULL. */
const struct sa_guid *sa_class_guid(const char *name);
#endif
