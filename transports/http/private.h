/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of this module share: the connection and one request on it. Nobody outside includes
 * it. */
#ifndef SYNCAUDIT_HTTP_PRIVATE_H
#define SYNCAUDIT_HTTP_PRIVATE_H
#include <curl/curl.h>
#include <openssl/types.h>

#include "syncaudit/arena.h"
#include "syncaudit/gss.h"
#include "syncaudit/http.h"
#include "syncaudit/limits.h"

#define POLL_MS     100
#define TEXT_MAX    ((size_t)4096) /* what is kept of an answer that is no SOAP */
#define SPN_COUNT   3
#define MAX_SCHEMES 16

/* One answer. */
struct answer {
    long status;
    char type[256];           /* Content-Type */
    char date[64];            /* Date */
    struct sa_buf challenges; /* WWW-Authenticate, joined by ", " */
    struct sa_buf body;
    size_t header_bytes;
    size_t sent; /* bytes of the request that have left; 0: the server has seen nothing */
    bool new_connection;
    bool handshake; /* TLS has begun */
    bool too_long;  /* a bound of limits.h was the end of it */
};

struct request {
    const char *authorization; /* field value; may be NULL */
    const char *type;          /* Content-Type */
    const char *field;         /* one more field; may be NULL */
    const void *body;
    size_t len;
    int64_t until_ms;
    bool same_connection; /* on the one that is there or not at all */
    bool fresh;           /* on a new one */
};

struct sa_http {
    struct sa_arena arena; /* texts of `options` and `info` */
    struct sa_http_options options;
    char realm[256]; /* of a user that names none */
    unsigned char pin[32];
    bool pinned, is_address;
    bool anonymous; /* nobody logs on */

    CURL *curl;
    CURLM *multi;
    struct curl_slist *resolved; /* "host:port:address,address" for libcurl */
    const struct request *request;
    struct answer *answer; /* of the request under way */
    bool dialling_allowed, dial_refused;

    struct sa_tickets *tickets;
    struct sa_ticket ticket;
    const char *spns[SPN_COUNT];
    size_t spn_count, spn_at;
    bool spn_changed;        /* once after a refused logon */
    const char *spn_refused; /* what was tried before; NULL: nothing */

    const char *scheme; /* "Negotiate", "Kerberos" */
    struct sa_gss *gss;
    bool ready;              /* logged on */
    struct sa_error refusal; /* of a password, by this server: it is not shown again */

    X509_STORE *authorities; /* NULL: only a pin is looked at */
    long verify_code;        /* of the last certificate, X509_V_... */
    char certificate[65];
    char certificate_subject[256], certificate_issuer[256];
    unsigned char binding[64];
    size_t binding_len;
    char tls_version[16];
    char protection[96];
    struct sa_http_info info;
};

/* options.c */
int options_check(const struct sa_http_options *options, bool anonymous,
                  struct sa_error *err) SA_NODISCARD;
int options_copy(const struct sa_http_options *options, struct sa_http *http,
                 struct sa_error *err) SA_NODISCARD;
bool is_kerberos(const struct sa_http *http);

/* prepare.c */
/* Name and tickets, in a thread that can be left behind. Does again what has to be done again. */
int prepare(struct sa_http *http, int64_t until_ms, struct sa_error *err) SA_NODISCARD;

/* transfer.c */
int transfer_setup(struct sa_http *http, struct sa_error *err) SA_NODISCARD;
/* Sends a request and receives the answer. An answer with any status is 0. */
int transfer(struct sa_http *http, const struct request *request, struct answer *answer,
             struct sa_error *err) SA_NODISCARD;
void answer_done(struct answer *answer);
/* Milliseconds of the monotonic clock: `ms` from now, within the deadline of all. */
int64_t until(const struct sa_http *http, unsigned ms);
int check_cancelled(const struct sa_http *http, struct sa_error *err) SA_NODISCARD;
void tell(struct sa_http *http, const struct sa_http_event *event);

/* trouble.c: what libcurl says, as an error. */
int transfer_failed(struct sa_http *http, CURLcode code, struct sa_error *err);

/* trust.c */
/* A reference to what is trusted: of a PEM file, or of the system (NULL). NULL: it cannot be read. */
X509_STORE *trusted_authorities(const char *file);

/* tls.c */
int tls_setup(struct sa_http *http, struct sa_error *err) SA_NODISCARD;
/* A certificate was refused. */
int certificate_refused(struct sa_http *http, struct sa_error *err);
void tls_note_version(struct sa_http *http);

/* logon.c */
int log_on(struct sa_http *http, struct sa_error *err) SA_NODISCARD;
void void_context(struct sa_http *http);
/* The value of Authorization that goes with every request (Basic, certificate), or NULL. */
const char *standing_authorization(const struct sa_http *http, struct sa_buf *buf);

/* refusal.c: a 401 or 403, as an error. */
int logon_refused(struct sa_http *http, const struct answer *answer, bool is_complete,
                  struct sa_error *err);
int access_denied(struct sa_http *http, struct sa_error *err);
bool offers(const struct answer *answer, const char *scheme);
void hint_clocks(struct sa_http *http, struct sa_error *err);

/* multipart.c */
/* "multipart/encrypted;..." for this kind of context. */
const char *sealed_type(const struct sa_http *http);
bool is_sealed_type(const char *type);
int sealed_build(struct sa_http *http, const void *plain, size_t len, struct sa_buf *body,
                 struct sa_error *err) SA_NODISCARD;
int sealed_open(struct sa_http *http, const struct sa_buf *body, struct sa_buf *plain,
                char charset[32], struct sa_error *err) SA_NODISCARD;

/* charset.c */
/* "utf-16" out of "application/soap+xml; charset=UTF-16"; "" when there is none. */
void charset_of(const char *type, char charset[32]);
/* Makes UTF-8 of it, in place. */
int to_utf8(struct sa_buf *text, const char *charset, const char *host,
            struct sa_error *err) SA_NODISCARD;
#endif
