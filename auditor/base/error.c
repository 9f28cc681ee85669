/* SPDX-License-Identifier: Apache-2.0 */
/* Fills struct sa_error. Nothing here allocates, so an error can always be reported, also the one
 * that memory ran out.
 *
 * Texts are made in a buffer of their own before they replace what stood in the error: callers may
 * pass the old message as an argument of the new one. A text that is too long loses its end to
 * "...", between two characters; what the caller could not repeat (the text of errno, the line
 * number) is kept and the part before it is shortened instead. */
#include "syncaudit/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* What the header makes of them for the analyzer. */
#undef sa_fail
#undef sa_fail_errno
#undef sa_fail_nomem

static const char ellipsis[] = "...";

/* Room for each of the three texts. */
#define TEXT_MAX SA_ERROR_MESSAGE_MAX
_Static_assert(SA_ERROR_PLACE_MAX <= TEXT_MAX, "TEXT_MAX is too small for a place");
_Static_assert(SA_ERROR_HINT_MAX <= TEXT_MAX, "TEXT_MAX is too small for a hint");

/* Replaces the end of a text that fills its `size` bytes by "...". */
static size_t cut_visibly(char *text, size_t size)
{
    size_t at = size - sizeof ellipsis;

    /* Back to the first byte of a character; bytes that are no UTF-8 must not drag us further. */
    for (int step = 0; step < 3 && at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80; step++)
        at--;
    memcpy(text + at, ellipsis, sizeof ellipsis);
    return at + sizeof ellipsis - 1;
}

/* Formats into `target` and appends `suffix`, which must be much shorter than `size`. */
static void format_text(char *target, size_t size, const char *suffix, const char *format,
                        va_list args) SA_PRINTF(4, 0);

static void format_text(char *target, size_t size, const char *suffix, const char *format,
                        va_list args)
{
    char text[TEXT_MAX];
    size_t suffix_len = strlen(suffix);
    size_t room = size - suffix_len;
    int wanted = vsnprintf(text, room, format, args);
    size_t len = 0;

    /* Only a text beyond INT_MAX gets here, or a conversion that we do not use. */
    if (wanted < 0)
        wanted = snprintf(text, room, "%s", "message could not be formatted");
    len = (size_t)wanted < room ? (size_t)wanted : cut_visibly(text, room);
    memcpy(text + len, suffix, suffix_len + 1);
    memcpy(target, text, len + suffix_len + 1);
}

int sa_fail(struct sa_error *err, int status, enum sa_domain domain, long long code,
            const char *format, ...)
{
    va_list args;

    if (err == NULL)
        return status;
    va_start(args, format);
    format_text(err->message, sizeof err->message, "", format, args);
    va_end(args);
    err->status = status;
    err->domain = domain;
    err->code = code;
    err->place[0] = '\0';
    err->hint[0] = '\0';
    return status;
}

static int status_of_errno(int errno_value)
{
    switch (errno_value) {
    case ENOENT:
        return SA_E_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS:
        return SA_E_DENIED;
    case ENOMEM:
        return SA_E_NOMEM;
    default:
        return SA_E_IO;
    }
}

int sa_fail_errno(struct sa_error *err, int errno_value, const char *format, ...)
{
    int value = errno_value != 0 ? errno_value : errno;
    int status = status_of_errno(value);
    char room[128];
    char suffix[sizeof room + 2];
    va_list args;

    if (err == NULL)
        return status;
    (void)snprintf(suffix, sizeof suffix, ": %s", strerror_r(value, room, sizeof room));
    va_start(args, format);
    format_text(err->message, sizeof err->message, suffix, format, args);
    va_end(args);
    err->status = status;
    err->domain = SA_DOMAIN_ERRNO;
    err->code = value;
    err->place[0] = '\0';
    err->hint[0] = '\0';
    return status;
}

int sa_fail_nomem(struct sa_error *err)
{
    return sa_fail(err, SA_E_NOMEM, SA_DOMAIN_NONE, 0, "out of memory");
}

void sa_hint(struct sa_error *err, const char *format, ...)
{
    va_list args;

    if (err == NULL)
        return;
    va_start(args, format);
    format_text(err->hint, sizeof err->hint, "", format, args);
    va_end(args);
}

/* A va_list for format_text(). */
static void format_place(struct sa_error *err, const char *suffix, const char *format, ...)
    SA_PRINTF(3, 4);

static void format_place(struct sa_error *err, const char *suffix, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    format_text(err->place, sizeof err->place, suffix, format, args);
    va_end(args);
}

void sa_place(struct sa_error *err, const char *file, long line, long column)
{
    char suffix[64] = "";

    if (err == NULL)
        return;
    if (line > 0 && column > 0)
        (void)snprintf(suffix, sizeof suffix, ":%ld:%ld", line, column);
    else if (line > 0)
        (void)snprintf(suffix, sizeof suffix, ":%ld", line);
    format_place(err, suffix, "%s", file != NULL ? file : "");
}

const char *sa_status_name(int status)
{
    static const struct {
        int status;
        const char *name;
    } names[] = {
        {SA_OK,            "ok"         },
        {SA_E_NOMEM,       "nomem"      },
        {SA_E_INPUT,       "input"      },
        {SA_E_NOT_FOUND,   "not_found"  },
        {SA_E_DENIED,      "denied"     },
        {SA_E_IO,          "io"         },
        {SA_E_LIMIT,       "limit"      },
        {SA_E_NETWORK,     "network"    },
        {SA_E_TIMEOUT,     "timeout"    },
        {SA_E_AUTH,        "auth"       },
        {SA_E_PROTOCOL,    "protocol"   },
        {SA_E_REMOTE,      "remote"     },
        {SA_E_CANCELLED,   "cancelled"  },
        {SA_E_EXISTS,      "exists"     },
        {SA_E_INTERNAL,    "internal"   },
        {SA_E_UNSUPPORTED, "unsupported"},
    };

    for (size_t i = 0; i < SA_COUNT(names); i++) {
        if (names[i].status == status)
            return names[i].name;
    }
    return "unknown";
}

const char *sa_domain_name(enum sa_domain domain)
{
    switch (domain) {
    case SA_DOMAIN_NONE:
        return "none";
    case SA_DOMAIN_ERRNO:
        return "errno";
    case SA_DOMAIN_SQLITE:
        return "sqlite";
    case SA_DOMAIN_XML:
        return "xml";
    case SA_DOMAIN_YAML:
        return "yaml";
    case SA_DOMAIN_ZSTD:
        return "zstd";
    case SA_DOMAIN_OPENSSL:
        return "openssl";
    case SA_DOMAIN_LDAP:
        return "ldap";
    case SA_DOMAIN_GSS:
        return "gss";
    case SA_DOMAIN_KRB5:
        return "krb5";
    case SA_DOMAIN_DNS:
        return "dns";
    case SA_DOMAIN_TLS:
        return "tls";
    case SA_DOMAIN_HTTP:
        return "http";
    case SA_DOMAIN_CURL:
        return "curl";
    case SA_DOMAIN_WSMAN:
        return "wsman";
    }
    return "unknown";
}
