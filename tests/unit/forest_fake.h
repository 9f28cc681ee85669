/* SPDX-License-Identifier: Apache-2.0 */
/* A forest in memory that stands where the network would be: domains, objects, and a directory that
 * answers searches from them, filters and all. Tests link with the transport's calls wrapped
 * (tests/forest.cmake) and collect for real. */
#ifndef SYNCAUDIT_TESTS_FOREST_FAKE_H
#define SYNCAUDIT_TESTS_FOREST_FAKE_H
#include <stdbool.h>

#include "syncaudit/collect.h"

#include "support/test.h"

#define HEAD   "DC=lab,DC=example"
#define CONFIG "CN=Configuration," HEAD
#define USERS  "CN=Users," HEAD
#define SID    "S-1-5-21-1-2-3"
#define CHILD  "DC=emea," HEAD

#define DESCRIPTION(server, tenant)                                                            \
    "Account created by Microsoft Azure Active Directory Connect with installation identifier" \
    " '0123456789abcdef0123456789ABCDEF' running on computer '" server                         \
    "' configured to synchronize to tenant '" tenant                                           \
    "'. This account must have directory replication permissions"

struct object;

/** Forest lab.example with a root domain, its configuration, krbtgt, Administrators, Domain Admins and
 *  Domain Users. */
void forest_open(void);
void forest_close(void);
/** Adds domain emea.lab.example, whose connection fails with `status` unless that is 0. */
void forest_add_child(int status);
/** Adds domain other.test, a tree of its own. */
void forest_add_tree(void);
/** The logon that is asked for from now on. */
void log_on_by(enum sa_ldap_auth auth);
/** The first domain controller says that this is its domain. */
void answer_as(const char *dn);
/** Realm that users without one had when the domain was opened; NULL: its own. */
const char *realm_asked(const char *domain);
/** `classes` are separated by commas. */
struct object *put(const char *dn, const char *classes);
void set_text(struct object *object, const char *name, const char *value); /**< adds a value */
void set_bytes(struct object *object, const char *name, const void *bytes, size_t len);
void set_sid(struct object *object, const char *name, const char *sid);
/** Security descriptor "A;100;S-1-1-0 D;10;S-1-5-11": kind, mask in hexadecimal, trustee. */
void set_sd(struct object *object, const char *name, const char *aces);
void drop(struct object *object, const char *name);
struct object *find(const char *dn);
/** An object with class, name and SID S-1-5-21-1-2-3-<rid>. */
struct object *put_user(const char *name, unsigned rid);
struct object *put_group(const char *name, unsigned rid);
struct object *put_computer(const char *name, unsigned rid);
/** Makes both ends of the link. */
void join(struct object *member, struct object *group);
/** Adds a SID to the object's token. */
void in_token(struct object *object, const char *sid);

/** Searches whose filter or base holds `part` fail. NULL: none does. */
void fail_searches(const char *part, int status);
size_t searches(void); /**< since the forest was opened */
/** Attributes that were asked for, ever. */
bool was_asked(const char *attribute);

/** Collects with these hints into a fresh snapshot; the return is that of sa_collect_forest(). */
int collect(const struct sa_forest_hint *hints, size_t count);
struct sa_snapshot *snapshot(void);
int64_t target(void);
const struct sa_error *problem(void);
/** First column of the first row; borrowed until the next question. */
const char *ask(const char *sql);
long long ask_number(const char *sql);
const char *coverage(const char *source);
bool has_gap(const char *topic, const char *subject, const char *status);
/** Text of the evidence whose name ends like this; the caller frees it. */
char *evidence(const char *name);
extern atomic_bool stop;
#endif
