/* SPDX-License-Identifier: Apache-2.0 */
/* Attributes of an entry as columns of a fact.
 *
 * An attribute that is absent becomes NULL (or ""), one that makes no sense becomes NULL and a gap. Every
 * text is made visible: valid UTF-8 without control characters, whatever the directory holds. The first
 * failure sticks in `status`, so that a row may be put together from many values and tested once. */
#ifndef SYNCAUDIT_COLLECT_FOREST_VALUE_H
#define SYNCAUDIT_COLLECT_FOREST_VALUE_H
#include "syncaudit/advalue.h"

#include "forest.h"

/** Entries that were kept, in the arena. */
struct sa_ad_found_entry {
    const struct sa_ldap_entry *entry;
    const char *key; /* canonical DN, to be compared, not to be shown */
    size_t domain;   /* where it was looked for; the caller's */
};
struct sa_ad_entries {
    struct sa_ad_found_entry *items;
    size_t count, size;
};
/** Canonical DN in the arena, to be compared only; NULL: no room. */
const char *sa_ad_key(struct sa_ad *ad, const char *dn, struct sa_error *err);
/** Key of the parent: a canonical DN has no unescaped comma but between components. */
const char *sa_ad_parent_key(const char *key);
/** Searches and adds what is found to `ret`; entries that came before a failure stay. */
int sa_ad_search(struct sa_ad *ad, struct sa_ldap *ldap, const struct sa_ldap_search *search,
                 struct sa_ad_entries *ret, struct sa_error *err) SA_NODISCARD;
/** Adds "(objectSid=...)". */
void sa_ad_add_sid_filter(struct sa_buf *buf, const struct sa_sid *sid);

struct sa_ad_reading {
    struct sa_ad *ad;
    const struct sa_ldap_entry *entry;
    const char *source, *topic; /* of gaps */
    const char *subject;        /* of gaps; NULL: the DN */
    int status;
    struct sa_error *err;
};

/** Bytes as visible text in the arena; longer ones are shortened, and say so. "" after a failure. */
const char *sa_ad_visible(struct sa_ad_reading *reading, const void *bytes, size_t len);
/** Likewise for text; NULL stays NULL. */
const char *sa_ad_visible_text(struct sa_ad_reading *reading, const char *text);
/** Canonical form of a DN for comparison, visible. */
const char *sa_ad_dn_key(struct sa_ad_reading *reading, const char *dn);
/** Upper case for ASCII. */
const char *sa_ad_upper(struct sa_ad_reading *reading, const char *text);

struct sa_value sa_ad_text_of(struct sa_ad_reading *reading, const char *name);
/** Every value, sorted, joined by ", "; "" when there is none. */
struct sa_value sa_ad_list_of(struct sa_ad_reading *reading, const char *name);
/** Every value as SID, sorted, joined by ", ". */
struct sa_value sa_ad_sids_of(struct sa_ad_reading *reading, const char *name);
/** Trustees that a security descriptor allows something, sorted, joined by ", ". `ret` as in
 *  sa_ad_trustees(). */
struct sa_value sa_ad_trustees_of(struct sa_ad_reading *reading, const char *name);
/** The same as SIDs; each is remembered for ad_principal. A NULL DACL is Everyone. */
void sa_ad_trustees(struct sa_ad_reading *reading, const char *name, struct sa_sid **ret,
                    size_t *ret_count);
/** Reads an SID; false: absent, or not one (then a gap says so). */
bool sa_ad_sid_of(struct sa_ad_reading *reading, const char *name, struct sa_sid *ret);
struct sa_value sa_ad_sid_value(struct sa_ad_reading *reading, const struct sa_sid *sid);

/** False: absent, or no number from min to max (then a gap says so). */
bool sa_ad_number(struct sa_ad_reading *reading, const char *name, int64_t min, int64_t max,
                  int64_t *ret);
struct sa_value sa_ad_number_of(struct sa_ad_reading *reading, const char *name, int64_t min,
                                int64_t max);
/** TRUE or FALSE. */
struct sa_value sa_ad_bool_of(struct sa_ad_reading *reading, const char *name);
/** FILETIME attribute: its kind, and seconds when set. False as above. */
bool sa_ad_filetime(struct sa_ad_reading *reading, const char *name, enum sa_ad_time *ret_kind,
                    int64_t *ret_seconds);
/** FILETIME as text; NULL also for "zero" and "never". */
struct sa_value sa_ad_filetime_of(struct sa_ad_reading *reading, const char *name);
struct sa_value sa_ad_generalized_time_of(struct sa_ad_reading *reading, const char *name);
struct sa_value sa_ad_time_value(struct sa_ad_reading *reading, int64_t seconds);

/** Is `name` among the values (ASCII case ignored)? */
bool sa_ad_has_value(const struct sa_ldap_entry *entry, const char *attribute, const char *value);
/** "user", "computer", ...: the most special class that this program knows; "" for none. */
const char *sa_ad_class(const struct sa_ldap_entry *entry);
#endif
