/* SPDX-License-Identifier: Apache-2.0 */
/* Values as Active Directory writes them: times, intervals, flags, distinguished names. */
#ifndef SYNCAUDIT_ADVALUE_H
#define SYNCAUDIT_ADVALUE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"

/** What a FILETIME attribute says. */
enum sa_ad_time {
    SA_AD_TIME_SET,
    SA_AD_TIME_ZERO, /**< 0: pwdLastSet "must change", lockoutTime "not locked", lastLogon "never" */
    SA_AD_TIME_NEVER /**< 0x7FFFFFFFFFFFFFFF */
};
/** "132539328000000000" (100 ns since 1601): `*ret_seconds` since 1970 when SET. SA_E_INPUT: no
 *  number, negative, or past the year 9999. */
int sa_filetime_parse(const char *text, enum sa_ad_time *ret_kind,
                      int64_t *ret_seconds) SA_NODISCARD;

/** GeneralizedTime or UTCTime: "20261122133211.0Z", fraction optional, "Z" or +hhmm. SA_E_INPUT. */
int sa_generalized_time_parse(const char *text, int64_t *ret_seconds) SA_NODISCARD;

/** Interval of a policy (negative 100 ns): `*ret_seconds` positive, INT64_MAX for "never" (INT64_MIN
 *  on the wire). SA_E_INPUT. */
int sa_interval_parse(const char *text, int64_t *ret_seconds) SA_NODISCARD;

/* userAccountControl ([MS-ADTS] 2.2.16). */
enum {
    SA_UAC_DISABLED = 0x2,
    SA_UAC_PASSWORD_NOT_REQUIRED = 0x20,
    SA_UAC_REVERSIBLE = 0x80,
    SA_UAC_NORMAL = 0x200,
    SA_UAC_INTERDOMAIN_TRUST = 0x800,
    SA_UAC_WORKSTATION = 0x1000,
    SA_UAC_DC = 0x2000,
    SA_UAC_NEVER_EXPIRES = 0x10000,
    SA_UAC_SMARTCARD = 0x40000,
    SA_UAC_TRUSTED_FOR_DELEGATION = 0x80000,
    SA_UAC_NOT_DELEGATED = 0x100000,
    SA_UAC_DES_ONLY = 0x200000,
    SA_UAC_NO_PREAUTH = 0x400000,
    SA_UAC_PROTOCOL_TRANSITION = 0x1000000,
    SA_UAC_PARTIAL_SECRETS = 0x4000000
};
/** Adds "RC4, AES128, AES256"; "default of the domain" for 0. */
int sa_enctypes_add(struct sa_buf *buf, uint32_t types);
/** "2016" for 7, "level 12" for what is not known. Writes into `text`. */
void sa_functional_level_format(int64_t level, char text[24]);

/** One attribute=value of the first component of a DN, unescaped ("CN=a\,b,OU=c" gives "CN" and
 *  "a,b"); multi-valued components give their first. SA_E_INPUT: no DN. */
int sa_dn_first(const char *dn, struct sa_buf *type, struct sa_buf *value) SA_NODISCARD;
/** Where the parent begins inside `dn` (after the first unescaped comma), or NULL at the top. Borrowed. */
const char *sa_dn_parent(const char *dn);
/** "DC=lab,DC=example" to "lab.example": the trailing DC components. SA_E_INPUT: there are
 *  none, or one of them is no label of a domain name. */
int sa_dn_domain(const char *dn, struct sa_buf *ret) SA_NODISCARD;
/** "lab.example" to "DC=lab,DC=example", special characters escaped. */
int sa_domain_dn(const char *domain, struct sa_buf *ret) SA_NODISCARD;
/** Is `dn` `base` or below it? Compared canonically (sa_text_add_dn). */
bool sa_dn_within(const char *dn, const char *base);
#endif
