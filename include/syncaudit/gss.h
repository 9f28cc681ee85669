/* SPDX-License-Identifier: Apache-2.0 */
/* What the transports share about proving who we are: Kerberos tickets (RFC 4120), security contexts
 * (RFC 2743, RFC 4178, [MS-NLMP]), channel bindings (RFC 5929), and a deadline for functions that have
 * none. Credentials are never delegated, and Kerberos never falls back to NTLM. */
#ifndef SYNCAUDIT_GSS_H
#define SYNCAUDIT_GSS_H
#include <gssapi/gssapi.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/secret.h"

/* A deadline -------------------------------------------------------------------------------------- */

/** Runs `run(data)` in a thread of its own while the caller waits for it, calling `tick(data)` every
 *  50 ms and at the end. Returns 0 when it has finished: `data` is the caller's again. Otherwise
 *  (SA_E_TIMEOUT, SA_E_CANCELLED, SA_E_LIMIT, SA_E_NOMEM) `data` is gone: the thread, which may hang in
 *  a function that knows no deadline, frees it when it comes to its end. `stop` lies in `data`. */
struct sa_worker_task {
    void (*run)(void *data);
    void (*tick)(void *data); /**< may be NULL */
    void (*free)(void *data);
    void *data;
    atomic_bool *stop;
};
int sa_worker_run(const struct sa_worker_task *task, int64_t deadline_ms,
                  const atomic_bool *cancelled, struct sa_error *err) SA_NODISCARD;

/* Tickets ----------------------------------------------------------------------------------------- */

/** Who logs on and how that is proved. Borrowed for the call. */
struct sa_logon {
    const char *user; /**< "user@REALM", "DOMAIN\user" or "user"; NULL: whoever the ticket names */
    const char
        *realm; /**< Where a user that names none is at home; other realms are shown nothing that
                            comes from a password. May be NULL. */
    const struct sa_secret *password;
    const char *keytab, *ccache; /**< NULL: the default ccache */
};

struct sa_tickets; /**< a Kerberos context and a MEMORY ccache that is nobody else's */

/** The ticket-granting ticket. Blocks as long as a KDC does, as the next two do. */
int sa_tickets_new(const struct sa_logon *logon, struct sa_tickets **ret,
                   struct sa_error *err) SA_NODISCARD;
void sa_tickets_free(struct sa_tickets *tickets); /**< destroys the ccache; NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_tickets, sa_tickets_free)

#define SA_PRINCIPAL_MAX 512

/** A service's ticket that is in the ccache now. */
struct sa_ticket {
    char principal[SA_PRINCIPAL_MAX]; /**< "HTTP/name@REALM" as Kerberos has it */
    char cipher[32];                  /**< of the session key: "AES256" */
    bool is_rc4;
    bool is_unknown; /**< on failure: the KDC knows no such service */
    bool is_skewed;  /**< on failure: the clocks differ too much */
};
/** Whose they are, "user@REALM", and when the ticket-granting ticket ends, in seconds since 1970. "", 0: not
 *  known. */
void sa_tickets_owner(struct sa_tickets *tickets, char principal[SA_PRINCIPAL_MAX],
                      int64_t *ret_ends_at);
/** For "service" on "host" as libkrb5 itself makes a name of it. */
int sa_tickets_for_host(struct sa_tickets *tickets, const char *service, const char *host,
                        struct sa_ticket *ret, struct sa_error *err) SA_NODISCARD;
/** For "HTTP/name" or "HTTP/name@REALM" as it stands: no DNS is asked about the name. */
int sa_tickets_for_spn(struct sa_tickets *tickets, const char *spn, struct sa_ticket *ret,
                       struct sa_error *err) SA_NODISCARD;
/** A GSS-API credential out of it, for Kerberos as such or inside SPNEGO. The caller releases it. */
int sa_tickets_credential(struct sa_tickets *tickets, bool spnego, gss_cred_id_t *ret,
                          struct sa_error *err) SA_NODISCARD;

/** "EXAMPLE.COM" of krb5.conf; "" when it names none. */
void sa_krb5_default_realm(char *realm, size_t size);
/** Fills `err` from a Kerberos error code. `text` is the library's own, may be NULL. */
int sa_krb5_fail(struct sa_error *err, int32_t code, const char *what, const char *text);

/* Channel bindings -------------------------------------------------------------------------------- */

/** tls-server-end-point for the DER bytes of a certificate: hash into `hash`. Returns its length, 0
 *  when there is none. */
size_t sa_tls_end_point(const void *der, size_t len, unsigned char hash[64]);

/* SPNEGO around NTLM ------------------------------------------------------------------------------ */

enum { SA_SPNEGO_COMPLETED = 0, SA_SPNEGO_INCOMPLETE = 1, SA_SPNEGO_REJECTED = 2 };
struct sa_spnego_reply {
    int state;                  /**< -1: not said */
    const unsigned char *token; /**< borrowed; NULL: none */
    size_t len;
    const unsigned char *mic; /**< mechListMIC, borrowed; NULL: none */
    size_t mic_len;
};
/** The mechanisms that sa_spnego_init() names, in DER: what a mechListMIC is made of. */
extern const unsigned char sa_spnego_mechs[14];
/** The first token of the client. SA_E_LIMIT, SA_E_NOMEM. */
int sa_spnego_init(const void *token, size_t len, struct sa_buf *buf) SA_NODISCARD;
/** Those that follow; `mic` may be NULL. */
int sa_spnego_response(const void *token, size_t len, const void *mic, size_t mic_len,
                       struct sa_buf *buf) SA_NODISCARD;
/** A token of the server. SA_E_PROTOCOL. */
int sa_spnego_read(const void *bytes, size_t len, struct sa_spnego_reply *ret) SA_NODISCARD;

/** gss-ntlmssp asks winbind for credentials through a library that is not made for threads: whoever
 *  makes an NTLM credential or takes a step of its logon holds this meanwhile. */
void sa_ntlm_lock(void);
void sa_ntlm_unlock(void);
/** A domain counts refused passwords, and a run asks many servers with the same one. Until one of them has
 *  accepted it they are asked one after the other, and no more than SA_NTLM_REFUSALS_MAX: a second one,
 *  as the first may refuse NTLM for reasons of its own. Accounts of the server itself are not counted.
 *  1: may be asked, and sa_ntlm_password_end() must follow; 0: another one is being asked; SA_E_AUTH: was
 *  refused. */
struct sa_known_password;
#define SA_NTLM_REFUSALS_MAX 2
int sa_ntlm_password_begin(const char *user, const struct sa_secret *password, const char *host,
                           struct sa_known_password **ret, struct sa_error *err) SA_NODISCARD;
/** Neither accepted nor refused: the server has said nothing about it. NULL is allowed. */
void sa_ntlm_password_end(struct sa_known_password *known, bool accepted, bool refused);
/** Its decoder subtracts this from a token's length without looking. */
#define SA_NTLM_TOKEN_MIN 16

/* Security contexts ------------------------------------------------------------------------------- */

enum sa_gss_kind {
    SA_GSS_SPNEGO,   /**< SPNEGO with Kerberos alone */
    SA_GSS_KERBEROS, /**< Kerberos as such */
    SA_GSS_NTLM      /**< NTLM in an envelope of SPNEGO */
};

struct sa_gss_options {
    enum sa_gss_kind kind;
    const char *host;                 /**< for texts; for NTLM also the target's name */
    struct sa_tickets *tickets;       /**< borrowed while the context lives; with Kerberos */
    const char *principal;            /**< of the service, which has a ticket; with Kerberos */
    const char *user;                 /**< with NTLM: "DOMAIN\user" or "user@domain" */
    const struct sa_secret *password; /**< with NTLM */
    const void *binding;              /**< hash of sa_tls_end_point(); may be NULL */
    size_t binding_len;
    bool allow_rc4; /**< else Kerberos with an RC4 key is SA_E_DENIED */
};

struct sa_gss; /**< one context; belongs to one connection and one thread */

int sa_gss_new(const struct sa_gss_options *options, struct sa_gss **ret,
               struct sa_error *err) SA_NODISCARD;
void sa_gss_free(struct sa_gss *gss); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_gss, sa_gss_free)

/** One step: the server's token in (NULL at first), ours out; `next` is empty when nothing is to be
 *  sent. SA_E_AUTH: the mechanism refuses, SA_E_PROTOCOL: no token of it, SA_E_DENIED: RC4. */
int sa_gss_step(struct sa_gss *gss, const void *token, size_t len, struct sa_buf *next,
                struct sa_error *err) SA_NODISCARD;
/** Is the context established, with the server proved, as far as the mechanism proves it? */
bool sa_gss_is_complete(const struct sa_gss *gss);
/** Does it sign and encrypt? */
bool sa_gss_can_seal(const struct sa_gss *gss);
/** "Kerberos", "NTLM"; "AES256", "RC4". */
const char *sa_gss_mechanism(const struct sa_gss *gss);
const char *sa_gss_cipher(const struct sa_gss *gss);

/** Seals: adds `ret_signature` bytes of header and then the encrypted data to `sealed`. */
int sa_gss_seal(struct sa_gss *gss, const void *plain, size_t len, struct sa_buf *sealed,
                size_t *ret_signature, struct sa_error *err) SA_NODISCARD;
/** Adds what header and data, one behind the other, stand for. SA_E_PROTOCOL: changed, replayed, out of
 *  order, or not encrypted. */
int sa_gss_unseal(struct sa_gss *gss, const void *sealed, size_t len, struct sa_buf *plain,
                  struct sa_error *err) SA_NODISCARD;
#endif
