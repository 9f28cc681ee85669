/* SPDX-License-Identifier: Apache-2.0 */
/* Errors: a status that says what the caller can do, the foreign number exactly as it came, where
 * it happened, a fact and an action.
 *
 * Functions that can fail return 0 or a negative sa_status and take `struct sa_error *err` as last
 * parameter (NULL is allowed). The lowest layer that knows fills it once with sa_fail(); callers
 * add a place or a hint only when they know more. Message: lower case, no full stop, subject in
 * quotes. Hint: an action, as an imperative sentence. */
#ifndef SYNCAUDIT_ERROR_H
#define SYNCAUDIT_ERROR_H
#include <stddef.h>

#include "syncaudit/compiler.h"

/** What can the caller do about it? The numbers are far from errno's so that one is never taken
 *  for the other. */
enum sa_status {
    SA_OK = 0,
    SA_E_NOMEM = -1001,       /**< out of memory */
    SA_E_INPUT = -1002,       /**< what was given is wrong: fix the file, option or configuration */
    SA_E_NOT_FOUND = -1003,   /**< named thing does not exist */
    SA_E_DENIED = -1004,      /**< a right is missing */
    SA_E_IO = -1005,          /**< the local system refused to read or write */
    SA_E_LIMIT = -1006,       /**< a bound of limits.h was reached; never a silent cut */
    SA_E_NETWORK = -1007,     /**< could not be reached */
    SA_E_TIMEOUT = -1008,     /**< a deadline passed */
    SA_E_AUTH = -1009,        /**< who we are was not accepted */
    SA_E_PROTOCOL = -1010,    /**< the answer breaks its protocol or format */
    SA_E_REMOTE = -1011,      /**< the other side answered with an error of its own */
    SA_E_CANCELLED = -1012,   /**< stopped on request */
    SA_E_EXISTS = -1013,      /**< would overwrite something */
    SA_E_INTERNAL = -1014,    /**< our own bug */
    SA_E_UNSUPPORTED = -1015, /**< the other side does not have it: product, version, feature */
};

/** Whose number `code` is. */
enum sa_domain {
    SA_DOMAIN_NONE,
    SA_DOMAIN_ERRNO,
    SA_DOMAIN_SQLITE,
    SA_DOMAIN_XML,
    SA_DOMAIN_YAML,
    SA_DOMAIN_ZSTD,
    SA_DOMAIN_OPENSSL,
    SA_DOMAIN_LDAP, /**< LDAP result code; libldap's own are negative */
    SA_DOMAIN_GSS,  /**< GSS-API minor status */
    SA_DOMAIN_KRB5,
    SA_DOMAIN_DNS, /**< resolver's h_errno or response code */
    SA_DOMAIN_TLS,
    SA_DOMAIN_HTTP,  /**< HTTP status */
    SA_DOMAIN_CURL,  /**< CURLcode */
    SA_DOMAIN_WSMAN, /**< code of a WS-Man fault, or of what it wraps: Win32, HRESULT, CIM status */
};

#define SA_ERROR_MESSAGE_MAX 512
#define SA_ERROR_PLACE_MAX   512
#define SA_ERROR_HINT_MAX    384

struct sa_error {
    int status; /**< enum sa_status */
    enum sa_domain domain;
    long long code;
    char place[SA_ERROR_PLACE_MAX]; /**< "file", "file:line" or "file:line:column"; "" if unknown */
    char message[SA_ERROR_MESSAGE_MAX];
    char hint[SA_ERROR_HINT_MAX];
};

/** Fills `err` (place and hint empty) and returns `status`. Texts too long for it end in "...". */
int sa_fail(struct sa_error *err, int status, enum sa_domain domain, long long code,
            const char *format, ...) SA_PRINTF(5, 6);

/** Like sa_fail() for the current or given errno value: appends ": <text of errno>"; picks the
 *  status from it (ENOENT: NOT_FOUND, EACCES/EPERM/EROFS: DENIED, ENOMEM: NOMEM, else IO). */
int sa_fail_errno(struct sa_error *err, int errno_value, const char *format, ...) SA_PRINTF(3, 4);

/** Out of memory, without allocating. Returns SA_E_NOMEM. */
int sa_fail_nomem(struct sa_error *err);

/** Says what to do next. */
void sa_hint(struct sa_error *err, const char *format, ...) SA_PRINTF(2, 3);

/** Says where: `line` and `column` are 1-based, 0 leaves them out. */
void sa_place(struct sa_error *err, const char *file, long line, long column);

/** Stable short name: "input", "denied", ... Never NULL. */
const char *sa_status_name(int status);
const char *sa_domain_name(enum sa_domain domain);

#ifdef __clang_analyzer__
/* NOLINTBEGIN(readability-identifier-naming) */
/* The analyzer looks at one file at a time and does not know that a failure is never 0. */
#define sa_fail(err, status, ...) ((sa_fail)((err), (status), __VA_ARGS__), (status))
#define sa_fail_errno(...)        ((sa_fail_errno)(__VA_ARGS__), SA_E_IO)
#define sa_fail_nomem(err)        ((sa_fail_nomem)(err), SA_E_NOMEM)
/* NOLINTEND(readability-identifier-naming) */
#endif
#endif
