/* SPDX-License-Identifier: Apache-2.0 */
/* Security identifiers ([MS-DTYP] 2.4.2) and GUIDs ([MS-DTYP] 2.3.4) as Active Directory stores and
 * writes them. Nothing here allocates. */
#ifndef SYNCAUDIT_SID_H
#define SYNCAUDIT_SID_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/compiler.h"

#define SA_SID_SUBS      15
#define SA_SID_TEXT_SIZE 192 /**< "S-1-0x123456789ABC" and 15 sub-authorities of 10 digits */
#define SA_SID_SIZE_MAX  68  /**< bytes of the longest binary SID */

struct sa_sid {
    uint64_t authority; /**< 48 bits */
    uint8_t count;      /**< sub-authorities in use */
    uint32_t sub[SA_SID_SUBS];
};

/** Reads one SID from the start of `bytes`; `*ret_used` (may be NULL) is its length. SA_E_PROTOCOL:
 *  too short, another revision than 1, more than 15 sub-authorities. */
int sa_sid_decode(const void *bytes, size_t len, struct sa_sid *ret, size_t *ret_used) SA_NODISCARD;
/** Writes at most SA_SID_SIZE_MAX bytes; returns how many. */
size_t sa_sid_encode(const struct sa_sid *sid, unsigned char bytes[SA_SID_SIZE_MAX]);
/** "S-1-5-21-..."; the authority may be decimal or, from 2^32 on, hexadecimal. SA_E_INPUT. */
int sa_sid_parse(const char *text, struct sa_sid *ret) SA_NODISCARD;
void sa_sid_format(const struct sa_sid *sid, char text[SA_SID_TEXT_SIZE]);
bool sa_sid_same(const struct sa_sid *a, const struct sa_sid *b);
/** By authority, then sub-authorities: for sorting. */
int sa_sid_compare(const struct sa_sid *a, const struct sa_sid *b);
/** Last sub-authority; 0 for a SID without any. */
uint32_t sa_sid_rid(const struct sa_sid *sid);
/** Is `sid` the domain's SID with exactly one more sub-authority? */
bool sa_sid_in_domain(const struct sa_sid *sid, const struct sa_sid *domain);
/** `domain` with one more sub-authority. `domain` must have fewer than SA_SID_SUBS. */
struct sa_sid sa_sid_with_rid(const struct sa_sid *domain, uint32_t rid);

/** English name of a well-known SID ("Everyone", "BUILTIN\Administrators", for domain RIDs "Domain
 *  Admins" without the domain), or NULL. Names in the directory are localised: this is for people. */
const char *sa_sid_known_name(const struct sa_sid *sid);

/** What membership or control by this SID means, decided by the SID alone. */
enum sa_sid_tier {
    SA_SID_ORDINARY,
    SA_SID_TIER0, /**< SYSTEM, Administrators, Domain/Enterprise/Schema Admins, (enterprise) DCs, ... */
    SA_SID_PRIVILEGED, /**< the operators, GPO Creator Owners, Key Admins: not expected, nearly Tier 0 */
    SA_SID_BROAD,      /**< Everyone, Authenticated Users, Domain Users, Anonymous, ... */
    SA_SID_SELF,       /**< PRINCIPAL_SELF, CREATOR OWNER, OWNER RIGHTS: nobody in particular */
};
/** Domain RIDs count only below S-1-5-21-a-b-c. */
enum sa_sid_tier sa_sid_tier_of(const struct sa_sid *sid);

#define SA_GUID_TEXT_SIZE 37

struct sa_guid {
    unsigned char bytes[16]; /**< as on the wire: first three fields little-endian */
};

/** With or without braces, any letter case. SA_E_INPUT. */
int sa_guid_parse(const char *text, struct sa_guid *ret) SA_NODISCARD;
/** Lower case, no braces. */
void sa_guid_format(const struct sa_guid *guid, char text[SA_GUID_TEXT_SIZE]);
bool sa_guid_same(const struct sa_guid *a, const struct sa_guid *b);
#endif
