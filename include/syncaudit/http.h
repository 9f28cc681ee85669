/* SPDX-License-Identifier: Apache-2.0 */
/* One authenticated, protected HTTP connection to one WinRM endpoint ([MS-WSMV] 2.2.9.1; RFC 4559).
 *
 * Order: open, any number of exchanges, close. A connection belongs to one thread. The security
 * context lives and dies with the TCP connection: when the server closes it, or libcurl replaces it,
 * the next exchange authenticates anew, once. Over HTTP bodies are sealed by Kerberos or NTLM and an
 * unsealed answer is refused; over HTTPS they travel in TLS, with channel binding. Redirects are never
 * followed, proxies of the environment never used, credentials never delegated.
 * docs/internals/winrm-transport.md */
#ifndef SYNCAUDIT_HTTP_H
#define SYNCAUDIT_HTTP_H
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/secret.h"

enum sa_http_auth {
    SA_HTTP_NEGOTIATE,  /**< SPNEGO with Kerberos; never falls back to NTLM */
    SA_HTTP_KERBEROS,   /**< the scheme Kerberos */
    SA_HTTP_NTLM,       /**< NTLM inside SPNEGO: only when asked for */
    SA_HTTP_BASIC,      /**< only over TLS */
    SA_HTTP_CERTIFICATE /**< client certificate over TLS */
};

/** One thing that happened on the wire, for the footprint. Texts are borrowed for the call. */
struct sa_http_event {
    const char *server;
    const char *operation; /**< ticket, connect, authenticate, post */
    const char *detail;
    int status; /**< 0 or enum sa_status */
    long code;  /**< HTTP status, 0: none */
    size_t sent, received;
    int64_t started_at; /**< seconds since 1970 */
    int64_t elapsed_ms;
};
typedef void sa_http_watch_fn(void *payload, const struct sa_http_event *event);

/** Where and as whom. Texts are copied; the password is borrowed until sa_http_close(). */
struct sa_http_options {
    const char *host; /**< DNS name, IPv4 or IPv6 address (without brackets) */
    uint16_t port;    /**< 0: 5985, with `tls` 5986 */
    bool tls;
    const char *path; /**< NULL: "/wsman" */
    enum sa_http_auth auth;
    const char *spn; /**< "HTTP/name"; NULL: HTTP/host, then host/host and WSMAN/host */
    const char
        *user; /**< "user@REALM", "DOMAIN\user", "HOST\user"; NULL: whoever the ticket names */
    const char *realm;                /**< of a user that names none; NULL: the default realm */
    const struct sa_secret *password; /**< NULL: ccache or keytab */
    const char *ccache;               /**< "FILE:/..." or NULL: the default one */
    const char *keytab;               /**< NULL: none */
    const char *ca_file;              /**< PEM; NULL: the system's */
    const char
        *pin; /**< SHA-256 of the server's certificate (DER), 64 hex digits, colons allowed; trusts
                          that certificate and no other, whoever signed it; NULL: none */
    const char *cert_file, *key_file; /**< CERTIFICATE */
    bool no_channel_binding;          /**< for proxies that end TLS */
    bool allow_rc4;                   /**< Kerberos with RC4 keys is refused unless this is set */
    const char *proxy;                /**< "http://proxy:3128", only with `tls`; NULL: none */
    unsigned connect_ms;              /**< 0: SA_HTTP_CONNECT_MS */
    int64_t deadline_ms;          /**< sa_time_monotonic_ms() by which everything ends; 0: none */
    const atomic_bool *cancelled; /**< polled; may be NULL */
    sa_http_watch_fn *watch;      /**< may be NULL */
    void *payload;
};
#define SA_HTTP_CONNECT_MS 10000

struct sa_http;

/** Prepares libcurl, GSS-API and Kerberos for threads. To be called once, before the first thread. */
int sa_http_init(struct sa_error *err) SA_NODISCARD;

/** Connects and authenticates. Never tries a second time after a refused logon: it locks accounts.
 *  SA_E_INPUT: options that contradict each other, empty password; SA_E_NETWORK: name unknown, port
 *  closed, no route; SA_E_TIMEOUT; SA_E_AUTH: wrong password, no or expired ticket, unknown SPN, clock
 *  skew, scheme not offered, channel binding, 401 after a complete logon; SA_E_DENIED: 403, policy;
 *  SA_E_PROTOCOL: TLS refused (unknown CA, wrong name, expired, pin), an answer that is no HTTP;
 *  SA_E_CANCELLED. */
int sa_http_open(const struct sa_http_options *options, struct sa_http **ret,
                 struct sa_error *err) SA_NODISCARD;
void sa_http_close(struct sa_http *http); /**< NULL is allowed */
SA_DEFINE_CLEANUP(struct sa_http, sa_http_close)

/** Sends one SOAP envelope and receives the answer's, both in clear text here. `*ret_status` is the
 *  HTTP status; 200 and 500 come with a SOAP body (`reply` is cleared first), 503, 413, 404 and others
 *  of HTTP itself with whatever text came, at most 4 KiB of it.
 *
 *  `repeatable`: may be sent again when the connection was lost and nobody knows whether the server
 *  has acted on it. A 401 in the middle, which tells that it has not, leads to one new logon and one
 *  repetition in any case. `timeout_ms` is for the answer, beside the deadline of all.
 *  SA_E_NETWORK: lost, also `*ret_sent` (may be NULL) whether the request had gone out; SA_E_TIMEOUT;
 *  SA_E_LIMIT: longer than SA_LIMIT_HTTP_REPLY; SA_E_PROTOCOL: unsealed or wrongly sealed answer,
 *  lengths that do not fit, changed signature; SA_E_AUTH: logon no longer accepted. After these the
 *  context is void and the next exchange makes a new one. */
int sa_http_exchange(struct sa_http *http, const char *body, size_t len, bool repeatable,
                     unsigned timeout_ms, struct sa_buf *reply, long *ret_status, bool *ret_sent,
                     struct sa_error *err) SA_NODISCARD;

/** Like sa_http_exchange() for a request that tidies up at the server (Release, Signal, Delete): it may
 *  take `timeout_ms`, whatever is left of the deadline of all, and cancellation does not stop it. */
int sa_http_exchange_closing(struct sa_http *http, const char *body, size_t len, bool repeatable,
                             unsigned timeout_ms, struct sa_buf *reply, long *ret_status,
                             bool *ret_sent, struct sa_error *err) SA_NODISCARD;

/** Identify without logging on: a connection of its own, header "WSMANIDENTIFY: unauthenticated". */
int sa_http_identify(const struct sa_http_options *options, const char *body, size_t len,
                     struct sa_buf *reply, long *ret_status, struct sa_error *err) SA_NODISCARD;

/** What the connection is. Borrowed from it. */
struct sa_http_info {
    const char *url;         /**< "https://[::1]:5986/wsman" */
    const char *mechanism;   /**< Kerberos, NTLM, Basic, certificate */
    const char *protection;  /**< "sealed by Kerberos, AES256", "TLS 1.3 with channel binding" */
    bool is_protected;       /**< true: nobody on the way could read or change it */
    const char *spn;         /**< that was accepted, or "" */
    const char *certificate; /**< SHA-256 of the server's, hex, or "" */
    /** What it says of itself, visible: "CN=sync01", "" when there is none. Ends in seconds since 1970; 0: not
     *  known. */
    const char *certificate_subject, *certificate_issuer;
    int64_t certificate_ends_at;
    int64_t clock_offset_s; /**< from the Date header; INT64_MIN: it has none */
    size_t posts;           /**< HTTP requests, authentication included */
    size_t connections, logons;
    size_t bytes_sent, bytes_received; /**< bodies and headers */
};
const struct sa_http_info *sa_http_info(struct sa_http *http);

/* Parsers of foreign bytes, for tests and fuzzing. ------------------------------------------------- */

/** Schemes of one or several WWW-Authenticate fields (RFC 9110 11.6.1), joined by ", " or given one by one. */
struct sa_http_challenge {
    const char *scheme; /**< borrowed from `text`, not ended: `scheme_len` */
    size_t scheme_len;
    const char *token; /**< token68, or NULL */
    size_t token_len;
};
/** Reads at most `max`; returns how many. Malformed parts are skipped. */
size_t sa_http_challenges(const char *text, struct sa_http_challenge *ret, size_t max);

/** A part pair of a sealed body, [MS-WSMV] 2.2.9.1. */
struct sa_http_sealed {
    const unsigned char *signature, *data; /**< borrowed from the body */
    size_t signature_len, data_len;
    size_t plain_len; /**< Length= of OriginalContent: plain bytes plus padding */
    char charset[32]; /**< lower case */
};
/** Takes the next pair at `*at`; 1: there was one, 0: the end, SA_E_PROTOCOL. */
int sa_http_sealed_next(const void *body, size_t len, size_t *at, struct sa_http_sealed *ret,
                        struct sa_error *err) SA_NODISCARD;
#endif
