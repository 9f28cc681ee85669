/* SPDX-License-Identifier: Apache-2.0 */
/* A small forest for the tests of rights: entries with descriptors written in a short notation, a
 * directory that answers from them instead of a network, and questions to the snapshot. */
#ifndef SYNCAUDIT_TESTS_FOREST_RIGHT_SUPPORT_H
#define SYNCAUDIT_TESTS_FOREST_RIGHT_SUPPORT_H
#include "forest_right.h"
#include "support/test.h"

#define HEAD    "DC=lab,DC=example"
#define CONFIG  "CN=Configuration," HEAD
#define USERS   "CN=Users," HEAD
#define OU      "OU=Sync," HEAD
#define DOMAIN  "S-1-5-21-1-2-3"

#define RESET   "00299570-246d-11d0-a768-00aa006e0529"
#define GET_ALL "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2"
#define RBCD    "3f78c3e5-f79a-46bd-a0b8-9d18116ddc79"
#define USER    "bf967aba-0de6-11d0-a285-00aa003049e2"

struct entry;

struct world {
    struct sa_ad ad;
    struct sa_arena arena; /* of the directory */
    struct entry *entries;
    char dir[64], db[96];
    struct sa_snapshot *snapshot;
    struct sa_error error;
    size_t searches;
    int fail_status; /* of every search of the directory */
    bool twice;      /* each entry is sent twice, with one that nobody asked for */
};

/** One domain with head, configuration head, AdminSDHolder, Users, Administrators, Domain Admins. */
void world_open(struct world *world);
void world_close(struct world *world);
/** One more domain; without an answer nothing in it can be read. */
void add_domain(struct world *world, const char *dns_name, const char *dn, const char *sid,
                bool answers);
/** Adds an object. `sd` as below, or NULL: it has a descriptor that is not shown. */
struct entry *put(struct world *world, const char *dn, const char *class_name, const char *sd);
/** Replaces the descriptor. Notation: "O:SID P (type;flags;mask;object;inherited;SID)...", where P is
 *  "inheritance blocked", NULL "no DACL"; type A, D, OA, OD, XA (conditional) or a number; flags out of
 *  CI IO NP ID; mask hexadecimal; "%123" is a SID of the domain. */
void set_sd(struct world *world, struct entry *entry, const char *sd);
void set_bytes(struct world *world, struct entry *entry, const char *name, const void *bytes,
               size_t len);
void set_text(struct world *world, struct entry *entry, const char *name, const char *value);
void set_sid(struct world *world, struct entry *entry, const char *sid);
void set_rid(struct world *world, struct entry *entry, uint32_t rid);
struct entry *find(struct world *world, const char *dn);
void forget(struct world *world, const char *dn);
/** Makes the object one of the forest's accounts; `groups` are RIDs that end in 0. */
struct sa_ad_account *make_account(struct world *world, const char *dn, uint32_t rid,
                                   const char *role, const uint32_t *groups);
void make_privileged(struct world *world, const char *dn, uint32_t rid);

/** Gathers and stores. Returns what gathering did; storing must work. */
int run(struct world *world);
const char *ask(struct world *world, const char *sql);
long long ask_number(struct world *world, const char *sql);
/** Has "%123" or "S-1-..." such a grant on the object with this DN? */
bool has_grant(struct world *world, const char *dn, const char *sid, const char *right,
               const char *what, const char *reach);
/** The trustee through which the account (by RID) has a right on the object; "" when it has not. */
const char *right_via(struct world *world, uint32_t rid, const char *dn, const char *right,
                      const char *what, const char *reach);
bool has_gap(struct world *world, const char *topic, const char *subject, const char *status);
#endif
