/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of source ad_right share: objects whose descriptor is asked for, which of them lie
 * above an account, and the SIDs that occur. Everything lives in the arena of the forest; objects do
 * not move. docs/internals/effective-rights.md */
#ifndef SYNCAUDIT_COLLECT_FOREST_RIGHT_H
#define SYNCAUDIT_COLLECT_FOREST_RIGHT_H
#include "syncaudit/limits.h"

#include "forest.h"

/** Containers above one object. Deeper trees are nobody's intent. */
#define SA_AD_DEPTH 128
/** Links of one gPLink. */
#define SA_AD_LINKS 1024
/** Containers that are looked at because servers of the run synchronise them. */
#define SA_AD_SYNCHRONISED 1000
/** Terms of one search filter. */
#define SA_AD_TERMS 50
/** Rows of ad_above of one forest. */
#define SA_AD_ABOVE ((size_t)200000)
/** SIDs that are remembered, and searches that are made to name them. */
#define SA_AD_PRINCIPALS ((size_t)100000)
#define SA_AD_NAMINGS    100
/** Memory to look at one descriptor. */
#define SA_AD_SCRATCH (64 * SA_MIB)
/** Comparisons of an ACE with a named right, of one forest: some ten seconds. */
#define SA_AD_WORK ((uint64_t)1000000000)

/** A node of a tree keyed by bytes; first member of what it holds. Both belong to the arena. */
struct sa_ad_key {
    struct sa_ad_key *child[4];
    const void *bytes;
    size_t len;
};
/** Where the key stands or would stand. */
struct sa_ad_key **sa_ad_key_slot(struct sa_ad_key **root, const void *bytes, size_t len);

struct sa_ad_object;

/** A GPO that a container or site links. */
struct sa_ad_link {
    struct sa_ad_object *gpo;
    bool enforced;
    struct sa_ad_link *next;
};

struct sa_ad_object {
    struct sa_ad_key key; /**< the canonical DN */
    const char *kind;     /**< as in ad_object */
    const char *dn, *dn_key, *name, *class_name;
    struct sa_ad_record *record;   /**< its own, or that of an account, a domain, ... */
    struct sa_ad_record own;       /**< for objects that this source reads itself */
    struct sa_ad_account *account; /**< kind 'account' */
    bool has_sid;
    struct sa_sid sid;

    bool wanted;       /**< still to be read by DN */
    bool links_wanted; /**< only gPLink and gPOptions are */
    bool optional;     /**< that it is not there is no gap */
    int status;        /**< why it could not be read, or 0 */
    const char *why;
    bool readable;

    const char *links_text, *links_options; /**< gPLink and gPOptions, or NULL */
    int links_status;                       /**< of a domain head: why they were not read */
    bool links_parsed, blocks;              /**< blocks: only enforced links come in from above */
    struct sa_ad_link *links;

    struct sa_ad_above *above; /**< last row with this object, while rows of one account are made */
    int64_t row_id;
    struct sa_ad_object *next;
};

struct sa_ad_above {
    struct sa_ad_account *account;
    struct sa_ad_object *object;
    const char *relation, *detail;
    size_t distance;
    struct sa_ad_above *next;
};

struct sa_ad_principal {
    struct sa_ad_key key; /**< the binary SID */
    struct sa_sid sid;
    const char *name, *dn, *class_name; /**< class_name NULL: not known yet */
    int enabled;                        /**< -1: not known, or nothing that can be disabled */
    struct sa_ad_principal *next;
};

struct sa_ad_rights {
    struct sa_ad_key *by_dn, *by_sid;
    struct sa_ad_object *objects, **objects_end;
    struct sa_ad_above *above, **above_end;
    struct sa_ad_principal *principals, **principals_end;
    size_t object_count, above_count, principal_count;
    bool *groups_asked;               /**< per domain */
    bool above_full, principals_full; /**< the gap has been noted */
    int problem;                      /**< first failure of a search */
    struct sa_error problem_error;
};

/* forest_right.c */
int sa_ad_rights_init(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
/** To a domain controller that has the configuration: the root domain's, else any; NULL: none. */
struct sa_ldap *sa_ad_config_connection(const struct sa_ad *ad);
/** Remembers an object, once per DN: one that is there already is returned as it is. */
int sa_ad_object_add(struct sa_ad *ad, const char *kind, const char *dn,
                     struct sa_ad_record *record, struct sa_ad_object **ret,
                     struct sa_error *err) SA_NODISCARD;
/** Remembers an object that sa_ad_objects_read() shall read. */
int sa_ad_object_want(struct sa_ad *ad, const char *kind, const char *dn, size_t domain,
                      struct sa_ad_object **ret, struct sa_error *err) SA_NODISCARD;
/** Takes class, SID, name and links from the entry of an object. */
int sa_ad_object_take(struct sa_ad *ad, struct sa_ad_object *object,
                      struct sa_error *err) SA_NODISCARD;
/** Was the object not found, and is that nothing to speak of? */
bool sa_ad_object_is_absent(const struct sa_ad_object *object);
/** Reads what is wanted, many objects a search. Trouble with a search is remembered at the objects. */
int sa_ad_objects_read(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
/** Notes that `object` is above `account`; a second place of the same relation joins the detail. */
int sa_ad_above_add(struct sa_ad *ad, struct sa_ad_account *account, struct sa_ad_object *object,
                    const char *relation, size_t distance, const char *detail,
                    struct sa_error *err) SA_NODISCARD;
/** Structural class of an entry, "" when it does not say. Borrowed. */
const char *sa_ad_entry_class(const struct sa_ldap_entry *entry);
/** Value of the first component of a DN, the DN itself when it is none. In the arena. */
int sa_ad_rdn(struct sa_ad *ad, const char *dn, const char **ret,
              struct sa_error *err) SA_NODISCARD;
/** A gap of source ad_right with a text of its own. */
int sa_ad_right_gap(struct sa_ad *ad, const char *topic, const char *subject, int status,
                    const char *message, struct sa_error *err) SA_NODISCARD;
/** Is this a failure that ends the whole collection? */
bool sa_ad_is_fatal(int status);
bool sa_ad_is_cancelled(const struct sa_ad *ad);
/** Decodes the object's descriptor into `arena`. SA_E_DENIED: it was not shown. */
int sa_ad_object_decode(const struct sa_ad_object *object, struct sa_arena *arena,
                        struct sa_secdesc *ret, struct sa_error *err) SA_NODISCARD;

/* forest_gpo.c */
/** GPOs of the containers and sites above computers; the objects must have been read. */
int sa_ad_gather_gpos(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;

/** One "[LDAP://DN;options]" of a gPLink at `*at`, which moves behind it. 1: found; 0: the end;
 *  SA_E_INPUT: no such thing. `*ret_dn` is borrowed and `*ret_len` long. */
int sa_ad_link_next(const char **at, const char **ret_dn, size_t *ret_len, uint32_t *ret_options);

/* forest_principal.c */
int sa_ad_principal_add(struct sa_ad *ad, const struct sa_sid *sid,
                        struct sa_error *err) SA_NODISCARD;
/** Names every SID: out of what was read already, then by searches in the domains that own them. */
int sa_ad_principals_name(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
int sa_ad_principals_store(struct sa_ad *ad, struct sa_batch *batch,
                           struct sa_error *err) SA_NODISCARD;

/* forest_grant.c */
/** What one trustee of a descriptor, or its owner, may do by itself. */
struct sa_ad_grant {
    const struct sa_sid *sid;
    const char *reach; /**< "object", or a class of objects below */
    const struct sa_power *power;
};
typedef int sa_ad_grant_fn(void *payload, const struct sa_ad_grant *grant, struct sa_error *err);
/** Calls `each` for every grant of the object's descriptor; `only_object` leaves out what is handed
 *  down. Fails as sa_ad_object_decode() does; SA_E_LIMIT also when `*work` is used up. */
int sa_ad_grants_each(struct sa_ad *ad, const struct sa_ad_object *object, bool only_object,
                      uint64_t *work, sa_ad_grant_fn *each, void *payload,
                      struct sa_error *err) SA_NODISCARD;
#endif
