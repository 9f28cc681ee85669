/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the forest collector share: the model of one forest while it is asked.
 *
 * forest.c           the sequence, coverage, footprint, evidence
 * forest_domain.c    source ad_forest: rootDSE, configuration, domains, DCs; forest_config.c: storing
 * forest_account.c   source ad_account: storing; forest_find.c: finding; forest_member.c: tokens, paths
 * forest_value.c     attributes of an entry as columns; forest_ldif.c: entries as evidence
 * forest_right.c     source ad_right: which descriptors; forest_object.c: reading them; forest_gpo.c
 * forest_grant.c     named rights, storing
 * forest_principal.c names of every SID that occurs
 * forest_discover.c  sync servers out of the stored facts
 *
 * Each source is gathered into the arena first (network, no lock), then stored in one batch. */
#ifndef SYNCAUDIT_COLLECT_FOREST_H
#define SYNCAUDIT_COLLECT_FOREST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/collect.h"
#include "syncaudit/directory.h"
#include "syncaudit/secdesc.h"
#include "syncaudit/sid.h"
#include "syncaudit/snapshot.h"

struct sa_ad_rights;

/** An entry that facts are read from, with the connection's answer kept as evidence. */
struct sa_ad_record {
    const struct sa_ldap_entry *entry;
    size_t domain;       /* index, SIZE_MAX: configuration */
    int64_t evidence_id; /* set while its source is stored */
};

struct sa_ad_domain {
    const char *dns_name; /* lower case */
    const char *netbios_name;
    const char *dn;
    bool is_root, collected;
    bool has_sid;
    struct sa_sid sid;
    struct sa_ldap *ldap;       /* to a DC of this domain; NULL when none answered */
    struct sa_ad_record record; /* the domain head */
    int64_t row_id;
};

struct sa_ad_role {
    const char *role, *how, *detail, *server;
    struct sa_ad_role *next;
};

struct sa_ad_account {
    struct sa_ad_record record;
    struct sa_sid sid;
    const char *class_name; /* "user", "computer", ... */
    struct sa_ad_role *roles;
    struct sa_sid *groups; /* of the token, without the well-known ones */
    size_t group_count;
    bool token_complete; /* false: tokenGroups was not readable; a gap row says so */
    int64_t row_id;
};

/** A member of the protected groups. */
struct sa_ad_privileged {
    struct sa_ad_record record;
    struct sa_sid sid;
    bool member;
    int64_t row_id;
};

struct sa_ad_gap {
    const char *source, *topic, *subject, *status, *message;
};

struct sa_ad {
    struct sa_arena arena;
    struct sa_snapshot *snapshot;
    int64_t target_id;
    const struct sa_forest_request *request;

    struct sa_snapshot *footprint_snapshot; /* where operations are noted; facts may go elsewhere */
    int64_t footprint_target;
    bool servers_only; /* tokens, privileged people, rights are not asked for */

    struct sa_ldap_options ldap; /* of the request, with our watcher */
    const char *root_domain, *root_dn, *config_dn, *schema_dn;
    struct sa_ad_domain *domains;
    size_t domain_count;

    struct sa_ad_account *accounts;
    size_t account_count, account_size;
    struct sa_ad_privileged *privileged;
    size_t privileged_count, privileged_size;

    struct sa_schema_attribute *secrets; /* LAPS password attributes of this forest's schema */
    size_t secret_count;
    struct sa_schema_attribute *expiries; /* LAPS expiration times of this forest's schema */
    size_t expiry_count;
    bool schema_read; /* false: nothing is known of the schema, and a gap says so */

    struct sa_ad_config *config; /* forest_domain.c: between gathering and storing */
    struct sa_ad_found *found;   /* forest_find.c, forest_member.c: likewise */

    struct sa_ad_gap *gaps;
    size_t gap_count, gap_size;

    struct sa_footprint *footprints; /* not yet written */
    size_t footprint_count, footprint_size;
    bool footprint_lost; /* out of memory while noting one */

    struct sa_sid *sids; /* that ad_principal must name; unsorted, may repeat */
    size_t sid_count, sid_size;

    struct sa_ad_rights *rights; /* forest_right.h; NULL until sa_ad_gather_heads() */
};

/* forest.c */
/** Remembers that something was not seen. `status` as in ad_gap. */
int sa_ad_gap(struct sa_ad *ad, const char *source, const char *topic, const char *subject,
              const struct sa_error *why, struct sa_error *err) SA_NODISCARD;
/** The same with a status and message of one's own; for "unsupported". */
int sa_ad_gap_as(struct sa_ad *ad, const char *source, const char *topic, const char *subject,
                 const char *status, const char *message, struct sa_error *err) SA_NODISCARD;
/** No room in the arena: out of memory, or beyond SA_LIMIT_FOREST_MODEL. */
int sa_ad_fail_room(const struct sa_ad *ad, struct sa_error *err);
/** Makes room for one more element of an array in the arena. */
int sa_ad_grow(struct sa_ad *ad, void **items, size_t item_size, size_t count, size_t *size,
               struct sa_error *err) SA_NODISCARD;
/** Trouble with one domain: a gap while others still answer (and its connection is given up when it is
 *  dead), else a failure of the source. */
int sa_ad_domain_trouble(struct sa_ad *ad, const char *source, size_t domain,
                         const struct sa_error *why, struct sa_error *err) SA_NODISCARD;
/** Remembers that ad_principal needs this SID. */
int sa_ad_sid(struct sa_ad *ad, const struct sa_sid *sid, struct sa_error *err) SA_NODISCARD;
/** Stores the entry as LDIF (RFC 2849; password attributes left out) as evidence of the batch, named
 *  "domain/DN", once per record. */
int sa_ad_evidence(struct sa_ad *ad, struct sa_batch *batch, struct sa_ad_record *record,
                   struct sa_error *err) SA_NODISCARD;
/** Adds the entry as LDIF (forest_ldif.c), without attributes that hold secrets. */
int sa_ad_add_ldif(struct sa_buf *buf, const struct sa_ldap_entry *entry);
/** Does a text for people hold a password ("Password: x")? */
bool sa_ad_tells_password(const void *bytes, size_t len);
/** Writes the gaps of one source; part of its batch. */
int sa_ad_store_gaps(struct sa_ad *ad, struct sa_batch *batch, const char *source,
                     struct sa_error *err) SA_NODISCARD;
/** Domain whose naming context holds `dn`; SIZE_MAX: none. */
size_t sa_ad_domain_of(const struct sa_ad *ad, const char *dn);

/* forest_domain.c, forest_config.c: opens the connections of all domains; sa_ad_close() ends them */
int sa_ad_gather_forest(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
int sa_ad_store_forest(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err) SA_NODISCARD;
void sa_ad_close(struct sa_ad *ad);

/* forest_account.c, forest_member.c */
int sa_ad_gather_accounts(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
int sa_ad_store_accounts(struct sa_ad *ad, struct sa_batch *batch,
                         struct sa_error *err) SA_NODISCARD;

/* forest_right.c, forest_grant.c. Reads the domain heads' descriptors first of all (before accounts are
 * gathered), so that holders of replication rights can be looked up as accounts of role "suspect". */
int sa_ad_gather_heads(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
int sa_ad_gather_rights(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
int sa_ad_store_rights(struct sa_ad *ad, struct sa_batch *batch, struct sa_error *err) SA_NODISCARD;
/** SIDs of holders of replicate_changes_all on domain heads that are neither Tier 0 by themselves nor
 *  well-known; in the arena. After sa_ad_gather_heads(). */
int sa_ad_replicators(struct sa_ad *ad, struct sa_sid **ret, size_t *ret_count,
                      struct sa_error *err) SA_NODISCARD;
#endif
