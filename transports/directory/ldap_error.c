/* SPDX-License-Identifier: Apache-2.0 */
/* What an LDAP result of Active Directory means.
 *
 * A DC answers "8009030C: LdapErr: DSID-0C090549, comment: AcceptSecurityContext error, data 52e,
 * v4f7c": a Win32 or NTSTATUS number, a place in its source that varies by build, and for logons
 * the real reason behind "data". Only the two numbers are read. The first row that fits counts, so
 * rows with numbers come before those without. */
#include <errno.h>
#include <string.h>

#include "private.h"

struct meaning {
    int code;              /* LDAP result */
    uint32_t number, data; /* 0: any */
    int status;
    const char *fact, *hint;
};

static const struct meaning meanings[] = {
    {LDAP_INVALID_CREDENTIALS,       0x80090346, 0,          SA_E_AUTH,      "the server requires channel binding",
     "use Kerberos, or do not set no_channel_binding"                                                                                                                                        },
    {LDAP_INVALID_CREDENTIALS,       0,          0x80090346, SA_E_AUTH,      "the server requires channel binding",
     "use Kerberos, or do not set no_channel_binding"                                                                                                                                        },
    {LDAP_INVALID_CREDENTIALS,       0,          0x525,      SA_E_AUTH,      "there is no such user",
     "check the user name and its domain"                                                                                                                                                    },
    {LDAP_INVALID_CREDENTIALS,       0,          0x52e,      SA_E_AUTH,      "user name or password is wrong",
     "check user and password before the next attempt: failed logons lock the account"                                                                                                       },
    {LDAP_INVALID_CREDENTIALS,       0,          0x52f,      SA_E_AUTH,
     "a restriction of the account forbids this logon",                                                                         "use Kerberos: members of Protected Users cannot use NTLM"   },
    {LDAP_INVALID_CREDENTIALS,       0,          0x530,      SA_E_AUTH,      "the account may not log on at this time",
     "change its logon hours or audit at another time"                                                                                                                                       },
    {LDAP_INVALID_CREDENTIALS,       0,          0x531,      SA_E_AUTH,      "the account may not log on from this machine",
     "add this machine to the account's workstations"                                                                                                                                        },
    {LDAP_INVALID_CREDENTIALS,       0,          0x532,      SA_E_AUTH,      "the password has expired",
     "set a new password"                                                                                                                                                                    },
    {LDAP_INVALID_CREDENTIALS,       0,          0x533,      SA_E_AUTH,      "the account is disabled",
     "enable it or use another account"                                                                                                                                                      },
    {LDAP_INVALID_CREDENTIALS,       0,          0x568,      SA_E_AUTH,      "the account is in too many groups",
     "use an account with fewer groups"                                                                                                                                                      },
    {LDAP_INVALID_CREDENTIALS,       0,          0x701,      SA_E_AUTH,      "the account has expired",
     "change its expiry date or use another account"                                                                                                                                         },
    {LDAP_INVALID_CREDENTIALS,       0,          0x773,      SA_E_AUTH,
     "the password must be changed at the next logon",                                                                          "log on once and change it"                                  },
    {LDAP_INVALID_CREDENTIALS,       0,          0x775,      SA_E_AUTH,      "the account is locked out",
     "do not try again before somebody has unlocked it"                                                                                                                                      },
    {LDAP_INVALID_CREDENTIALS,       0,          0,          SA_E_AUTH,      "the logon was refused",
     "check user, password and ticket before the next attempt"                                                                                                                               },
    {LDAP_STRONG_AUTH_REQUIRED,      0,          0,          SA_E_DENIED,
     "the server requires signing or TLS for this logon",                                                                       "use Kerberos without TLS, which seals, or LDAPS or StartTLS"},
    {LDAP_UNWILLING_TO_PERFORM,      0x2029,     0,          SA_E_PROTOCOL,  "the server allows no signing inside TLS",
     "use plain LDAP with Kerberos, which seals"                                                                                                                                             },
    {LDAP_OPERATIONS_ERROR,          0x4DC,      0,          SA_E_DENIED,    "the connection is not logged on",
     "check the account: an anonymous connection may not read"                                                                                                                               },
    {LDAP_OPERATIONS_ERROR,          0x2020,     0,          SA_E_DENIED,    "the connection is not logged on",
     "check the account: an anonymous connection may not read"                                                                                                                               },
    {LDAP_NO_SUCH_OBJECT,            0,          0,          SA_E_NOT_FOUND, "the object is not there or not visible",
     "check the name and that the account may read it"                                                                                                                                       },
    {LDAP_INSUFFICIENT_ACCESS,       0,          0,          SA_E_DENIED,    "the account has no right to do that",
     "grant the account read access"                                                                                                                                                         },
    {LDAP_INAPPROPRIATE_AUTH,        0,          0,          SA_E_AUTH,      "this kind of logon does not fit the account",
     "use another kind of logon"                                                                                                                                                             },
    {LDAP_AUTH_METHOD_NOT_SUPPORTED, 0,          0,          SA_E_AUTH,      "the server does not know this kind of logon",
     "use another kind of logon"                                                                                                                                                             },
    {LDAP_TIMELIMIT_EXCEEDED,        0,          0,          SA_E_LIMIT,     "the server's time limit was reached: incomplete",
     "audit at a quieter time or ask another domain controller"                                                                                                                              },
    {LDAP_SIZELIMIT_EXCEEDED,        0,          0,          SA_E_LIMIT,     "the server's size limit was reached: incomplete",
     "check MaxPageSize of the query policy"                                                                                                                                                 },
    {LDAP_ADMINLIMIT_EXCEEDED,       0,          0,          SA_E_LIMIT,
     "a limit of the server's administrator was reached: incomplete",                                                           "check the limits of the query policy"                       },
    {LDAP_BUSY,                      0,          0,          SA_E_REMOTE,    "the server is busy",                              "try again later"                                            },
    {LDAP_UNAVAILABLE,               0,          0,          SA_E_REMOTE,    "the server is not available for that",
     "check that the domain controller has a certificate when TLS was asked for"                                                                                                             },
    {LDAP_INVALID_DN_SYNTAX,         0,          0,          SA_E_INPUT,     "the name is no distinguished name",               NULL                                                         },
    {LDAP_FILTER_ERROR,              0,          0,          SA_E_INPUT,     "the filter is malformed",                         NULL                                                         },
    {LDAP_TIMEOUT,                   0,          0,          SA_E_TIMEOUT,   "no answer in time",
     "look at the load of that domain controller and at firewalls in between"                                                                                                                },
    {LDAP_DECODING_ERROR,            0,          0,          SA_E_PROTOCOL,  "the answer is no LDAP",
     "check that an LDAP server listens on that port"                                                                                                                                        },
    {LDAP_SERVER_DOWN,               0,          0,          SA_E_NETWORK,   "the connection was closed or lost",
     "check the domain controller's log and firewalls in between"                                                                                                                            },
    {LDAP_CONNECT_ERROR,             0,          0,          SA_E_NETWORK,   "the connection failed",
     "check name, port and firewalls"                                                                                                                                                        },
    {LDAP_NO_MEMORY,                 0,          0,          SA_E_NOMEM,     "out of memory",                                   NULL                                                         },
};

/* Up to 8 hexadecimal digits; 0 when there is none or there are more. */
static uint32_t hex_number(const char *text)
{
    uint32_t value = 0;
    size_t digits = 0;

    for (;; text++, digits++) {
        char c = *text;
        uint32_t digit = 0;

        if (c >= '0' && c <= '9')
            digit = (uint32_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = (uint32_t)(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            digit = (uint32_t)(c - 'A' + 10);
        else
            break;
        if (digits == 8)
            return 0;
        value = value << 4 | digit;
    }
    return value;
}

void ldap_diagnostic_numbers(const char *text, uint32_t *ret_number, uint32_t *ret_data)
{
    const char *data = text == NULL ? NULL : strstr(text, ", data ");
    const char *colon = text == NULL ? NULL : strchr(text, ':');

    *ret_number = 0;
    *ret_data = 0;
    /* "00002028: LdapErr: ..." and Samba's "8009030C: ...": digits up to the first colon. */
    if (colon != NULL && colon - text <= 8)
        *ret_number = hex_number(text);
    if (data != NULL)
        *ret_data = hex_number(data + strlen(", data "));
}

int ldap_fail(struct sa_error *err, const char *server, const char *what, int code,
              const char *diagnostic)
{
    uint32_t number = 0;
    uint32_t data = 0;
    int status = 0;

    ldap_diagnostic_numbers(diagnostic, &number, &data);
    for (size_t i = 0; i < SA_COUNT(meanings); i++) {
        const struct meaning *m = &meanings[i];

        if (m->code != code || (m->number != 0 && m->number != number) ||
            (m->data != 0 && m->data != data))
            continue;
        status = sa_fail(err, m->status, SA_DOMAIN_LDAP, code, "'%s', %.200s: %s", server, what,
                         m->fact);
        if (m->hint != NULL)
            sa_hint(err, "%s", m->hint);
        return status;
    }
    return sa_fail(err, SA_E_REMOTE, SA_DOMAIN_LDAP, code, "'%s', %.200s: %s%s%.160s", server, what,
                   ldap_err2string(code), diagnostic != NULL && diagnostic[0] != '\0' ? ": " : "",
                   diagnostic != NULL ? diagnostic : "");
}

int ldap_fail_handle(struct sa_ldap *ldap, const char *what, int code, struct sa_error *err)
{
    int errno_value = errno;
    char *diagnostic = NULL;
    int r = 0;

    /* libldap drops a message larger than the bound with this errno and calls it a lost connection. */
    if (code == LDAP_SERVER_DOWN && errno_value == ERANGE) {
        r = sa_fail(err, SA_E_LIMIT, SA_DOMAIN_LDAP, code,
                    "'%s', %.200s: a message larger than SA_LIMIT_LDAP_MESSAGE", ldap->dialled,
                    what);
        sa_hint(err, "is that really a domain controller? AD sends at most 10 MB at once");
        return r;
    }
    (void)ldap_get_option(ldap->handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &diagnostic);
    r = ldap_fail(err, ldap->dialled, what, code, diagnostic);
    ldap_memfree(diagnostic);
    return r;
}
