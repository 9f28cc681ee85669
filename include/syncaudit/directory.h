/* SPDX-License-Identifier: Apache-2.0 */
/* LDAP to Active Directory: one authenticated, protected connection to one domain controller, and
 * searches on it ([MS-ADTS] 3.1.1.3; RFC 4511). Read-only: bind, StartTLS, search and unbind are the
 * only operations that leave this module.
 *
 * Order: open, any number of searches, close. A connection belongs to one thread. The program ignores
 * SIGPIPE: libldap writes to servers that have gone, on closing too. Every call has a
 * deadline, every value and count a limit (limits.h). Referrals are counted, never followed: they
 * would carry credentials to a host that the server names. docs/internals/directory.md */
#ifndef SYNCAUDIT_DIRECTORY_H
#define SYNCAUDIT_DIRECTORY_H
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/secret.h"

enum sa_ldap_auth {
    SA_LDAP_NEGOTIATE, /**< GSS-SPNEGO with Kerberos; never falls back to NTLM */
    SA_LDAP_KERBEROS,  /**< GSSAPI */
    SA_LDAP_NTLM,      /**< NTLM inside GSS-SPNEGO: only when asked for */
    SA_LDAP_SIMPLE,    /**< only over TLS */
    SA_LDAP_EXTERNAL   /**< client certificate over TLS */
};

enum sa_ldap_tls {
    SA_LDAP_PLAIN, /**< port 389/3268; GSS-API signs and seals */
    SA_LDAP_STARTTLS,
    SA_LDAP_LDAPS /**< port 636/3269 */
};

/** One operation on the wire, for the footprint. Texts are borrowed for the call. */
struct sa_ldap_event {
    const char *server;    /**< DC, "" before one is known */
    const char *operation; /**< locate, ping, connect, starttls, bind, search, ticket */
    const char *detail;    /**< "scope base filter": no value of a secret */
    int status;            /**< 0 or enum sa_status */
    long long code;        /**< LDAP result code */
    size_t entries, bytes; /**< received (bytes: values and names) */
    int64_t started_at;    /**< seconds since 1970 */
    int64_t elapsed_ms;
};
typedef void sa_ldap_watch_fn(void *payload, const struct sa_ldap_event *event);

/** Where and as whom. Texts are borrowed until sa_ldap_open() returns. */
struct sa_ldap_options {
    const char *domain;         /**< DNS name; NULL only with `servers` */
    const char *const *servers; /**< NULL-terminated names of DCs to try in order; NULL: DNS SRV */
    const char *site;           /**< NULL: learnt from a CLDAP ping */
    uint16_t port;              /**< 0: by `tls` and `global_catalog` */
    bool global_catalog;
    enum sa_ldap_auth auth;
    enum sa_ldap_tls tls;
    const char *user; /**< "user@REALM", "DOMAIN\user"; NULL: whoever the ticket names */
    /** Realm of a user that names none, and of the ticket that is taken out of several. NULL: `domain`. */
    const char *realm;
    const struct sa_secret *password; /**< NULL: ccache or keytab */
    const char *ccache;               /**< "FILE:/..." or NULL: the default one */
    const char *keytab;               /**< NULL: none */
    const char *ca_file;              /**< PEM; NULL: the system's */
    const char *cert_file, *key_file; /**< EXTERNAL */
    bool no_channel_binding;          /**< over TLS it is sent unless this is set */
    unsigned connect_ms, call_ms;     /**< 0: SA_LDAP_CONNECT_MS, SA_LDAP_CALL_MS */
    int64_t deadline_ms;          /**< sa_time_monotonic_ms() by which everything ends; 0: none */
    const atomic_bool *cancelled; /**< polled; may be NULL */
    sa_ldap_watch_fn *watch;      /**< may be NULL */
    void *payload;
};
#define SA_LDAP_CONNECT_MS 5000
#define SA_LDAP_CALL_MS    30000

struct sa_ldap;

/** Finds a DC (named ones, else SRV of the site, else SRV of the domain), connects, binds; goes on to
 *  the next DC after SA_E_NETWORK and SA_E_TIMEOUT, never after a refused logon: trying a wrong
 *  password at every DC locks the account. The error is that of the DC that came furthest.
 *  SA_E_NOT_FOUND: no DC in DNS; SA_E_NETWORK; SA_E_TIMEOUT; SA_E_AUTH: wrong password, no or expired
 *  ticket, unknown SPN, clock skew, locked out, channel binding required; SA_E_DENIED: signing
 *  required; SA_E_INPUT: options that contradict each other, empty password; SA_E_PROTOCOL: TLS
 *  refused (unknown CA, wrong name, expired), or an answer that is no LDAP. */
int sa_ldap_open(const struct sa_ldap_options *options, struct sa_ldap **ret,
                 struct sa_error *err) SA_NODISCARD;
void sa_ldap_close(struct sa_ldap *ldap); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_ldap, sa_ldap_close)

/** What the connection is. Borrowed from it. */
struct sa_ldap_info {
    const char *server; /**< DNS name of the DC, as its rootDSE says */
    const char *site;   /**< of the DC, or "" */
    const char *
        mechanism; /**< "GSS-SPNEGO (Kerberos)", "GSSAPI", "GSS-SPNEGO (NTLM)", "simple", "EXTERNAL" */
    const char
        *protection; /**< "sealed by Kerberos, AES256", "TLS 1.3 with channel binding", ... */
    const char *default_nc, *config_nc, *schema_nc, *root_nc; /**< "" when rootDSE lacks them */
    int64_t forest_level, domain_level, dc_level;             /**< functional levels; -1 unknown */
    int64_t clock_offset_s;                                   /**< DC's clock minus ours */
    size_t round_trips, bytes;                                /**< so far */
};
const struct sa_ldap_info *sa_ldap_info(const struct sa_ldap *ldap);

/* Entries -------------------------------------------------------------------------------------- */

struct sa_ldap_value {
    const unsigned char *bytes; /**< followed by a NUL that the length does not count */
    size_t len;
};
struct sa_ldap_attribute {
    const char *name; /**< without options: ranges were put together */
    const struct sa_ldap_value *values;
    size_t count;
};
struct sa_ldap_entry {
    const char *dn; /**< without the parts of an extended DN */
    const struct sa_ldap_attribute *attributes;
    size_t count;
};

/** Values of an attribute (ASCII case ignored); NULL when the entry has none: unset, hidden by an
 *  ACL, or not supported: the entry cannot tell. */
const struct sa_ldap_attribute *sa_ldap_get(const struct sa_ldap_entry *entry, const char *name);
/** First value as text, NULL when there is none or it holds a NUL byte. Borrowed from the entry. */
const char *sa_ldap_text(const struct sa_ldap_entry *entry, const char *name);

enum sa_ldap_scope { SA_LDAP_BASE, SA_LDAP_ONE, SA_LDAP_SUBTREE };

struct sa_ldap_search {
    const char *base; /**< DN, "<SID=...>", "<GUID=...>", "<WKGUID=...,DN>"; "" for rootDSE */
    enum sa_ldap_scope scope;
    const char *filter;            /**< NULL: (objectClass=*) */
    const char *const *attributes; /**< NULL-terminated */
    /** nTSecurityDescriptor parts: 1 owner, 2 group, 4 DACL. 0: not asked for. Never the SACL: it
     *  needs a right that auditors do not have, and asking for it hides the whole attribute. */
    unsigned sd_flags;
    bool show_deleted; /**< tombstones */
    /** Values that are DNs come as "<GUID=...>;<SID=S-1-5-...>;CN=..." (no SID where the object has
     *  none); entries' own `dn` stays plain. */
    bool extended_dn;
    size_t max_entries; /**< 0: SA_LIMIT_LDAP_ENTRIES; more is SA_E_LIMIT */
};

/** The entry is borrowed until `each` returns; a negative return ends the search and is passed on. */
typedef int sa_ldap_entry_fn(void *payload, const struct sa_ldap_entry *entry,
                             struct sa_error *err);

/** Pages (500) until the end; completes ranged attributes; a dead paging cookie restarts the search
 *  once (so `each` may see an entry twice). Size, time and admin limits are SA_E_LIMIT: incomplete is
 *  never zero. SA_E_NOT_FOUND: the base is not there or not visible; SA_E_DENIED; SA_E_NETWORK,
 *  SA_E_TIMEOUT (the connection is dead from then on), SA_E_REMOTE with the LDAP code, SA_E_CANCELLED. */
int sa_ldap_search(struct sa_ldap *ldap, const struct sa_ldap_search *search,
                   sa_ldap_entry_fn *each, void *payload, struct sa_error *err) SA_NODISCARD;

/** One object by base search, copied into `arena`. SA_E_NOT_FOUND when it is not there or hidden. */
int sa_ldap_read(struct sa_ldap *ldap, const char *base, const char *const *attributes,
                 unsigned sd_flags, struct sa_arena *arena, const struct sa_ldap_entry **ret,
                 struct sa_error *err) SA_NODISCARD;
/** A deep copy. NULL: out of memory. */
const struct sa_ldap_entry *sa_ldap_copy(const struct sa_ldap_entry *entry,
                                         struct sa_arena *arena) SA_NODISCARD;

/** Adds `text` as a value of a filter: RFC 4515 escapes. */
int sa_ldap_filter_add(struct sa_buf *buf, const void *bytes, size_t len);
/** Adds every byte as \hh: for SIDs and GUIDs. */
int sa_ldap_filter_add_binary(struct sa_buf *buf, const void *bytes, size_t len);

/* Locating ------------------------------------------------------------------------------------- */

struct sa_dc {
    const char *name; /**< DNS name without the last dot */
    uint16_t port, priority, weight;
};
/** DCs of `domain` from DNS SRV, ordered by priority and weighted chance; those of `site` first when
 *  given. SA_E_NOT_FOUND: no such record; SA_E_TIMEOUT, SA_E_NETWORK: no answer from DNS. */
int sa_dc_locate(const char *domain, const char *site, bool global_catalog, int64_t deadline_ms,
                 struct sa_arena *arena, struct sa_dc **ret, size_t *ret_count,
                 struct sa_error *err) SA_NODISCARD;

struct sa_dc_ping {
    char forest[256], domain[256], host[256], netbios_domain[64], dc_site[128], client_site[128];
    uint32_t flags;
};
/** CLDAP ping ([MS-ADTS] 6.3.3): is it a DC of `domain`, and in which site are we? */
int sa_dc_ping(const char *server, const char *domain, unsigned timeout_ms, struct sa_dc_ping *ret,
               struct sa_error *err) SA_NODISCARD;
/** Reads the answer's Netlogon value (NETLOGON_SAM_LOGON_RESPONSE_EX). SA_E_PROTOCOL. */
int sa_dc_ping_decode(const void *bytes, size_t len, struct sa_dc_ping *ret) SA_NODISCARD;
#endif
