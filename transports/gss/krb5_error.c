/* SPDX-License-Identifier: Apache-2.0 */
/* What an error of MIT Kerberos means for the person who audits.
 *
 * Codes of the protocol (RFC 4120, 7.5.9) and of the library share one table; they are shown as
 * their distance from its beginning, as people look them up: 24 is a wrong password, 37 is clock
 * skew. Other tables (credential caches, keytabs) keep their number. */
#include <errno.h>
#include <krb5/krb5.h>

#include "syncaudit/compiler.h"
#include "syncaudit/gss.h"

struct meaning {
    krb5_error_code code;
    int status;
    const char *fact, *hint;
};

#define HINT_PASSWORD \
    "check user and password before the next attempt: failed logons lock the account"
#define HINT_KINIT "run kinit, or give a keytab or a password"
#define HINT_CLOCK "set the clock of this machine: Kerberos allows five minutes"
#define HINT_KDC                                                                               \
    "check krb5.conf, the DNS records _kerberos._tcp of the realm, and that TCP and UDP port " \
    "88 are reachable"
#define HINT_ACCOUNT "look at the account in the directory: disabled, expired or locked out"

static const struct meaning meanings[] = {
    {KRB5KDC_ERR_PREAUTH_FAILED,      SA_E_AUTH,      "user name or password is wrong",                 HINT_PASSWORD                                                                           },
    {KRB5_PREAUTH_FAILED,             SA_E_AUTH,      "user name or password is wrong",                 HINT_PASSWORD                                                                           },
    {KRB5KRB_AP_ERR_BAD_INTEGRITY,    SA_E_AUTH,      "user name, password or key is wrong",            HINT_PASSWORD                                                                           },
    {KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, SA_E_AUTH,      "there is no such user",
     "check the user name and its realm"                                                                                                                                                        },
    {KRB5KDC_ERR_CLIENT_REVOKED,      SA_E_AUTH,      "the account is disabled, expired or locked out",
     HINT_ACCOUNT                                                                                                                                                                               },
    {KRB5KDC_ERR_NAME_EXP,            SA_E_AUTH,      "the account has expired",                        HINT_ACCOUNT                                                                            },
    {KRB5KDC_ERR_KEY_EXP,             SA_E_AUTH,      "the password has expired or must be changed",
     "set a new password"                                                                                                                                                                       },
    {KRB5KDC_ERR_POLICY,              SA_E_AUTH,      "a policy of the domain forbids this logon",
     "look at logon hours, workstations and authentication policies of the account"                                                                                                             },
    {KRB5KDC_ERR_ETYPE_NOSUPP,        SA_E_AUTH,
     "client and domain have no encryption type in common, or the account has no password",             "check msDS-SupportedEncryptionTypes of the account and permitted_enctypes in krb5.conf"},
    {KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, SA_E_AUTH,      "the server has no such service principal name",
     "use the full name of the server; an alias or an address has no SPN"                                                                                                                       },
    {KRB5_SERVICE_UNKNOWN,            SA_E_AUTH,      "the server has no such service principal name",
     "use the full name of the server; an alias or an address has no SPN"                                                                                                                       },
    {KRB5KRB_AP_ERR_TKT_EXPIRED,      SA_E_AUTH,      "the ticket has expired",                         HINT_KINIT                                                                              },
    {KRB5_GET_IN_TKT_LOOP,            SA_E_AUTH,      "the KDC keeps asking for more",                  NULL                                                                                    },
    {KRB5KRB_AP_ERR_TKT_NYV,          SA_E_AUTH,      "the ticket is not valid yet: clock skew",        HINT_CLOCK                                                                              },
    {KRB5KRB_AP_ERR_SKEW,             SA_E_AUTH,      "clock skew too great",                           HINT_CLOCK                                                                              },
    {KRB5_KDCREP_SKEW,                SA_E_AUTH,      "clock skew too great",                           HINT_CLOCK                                                                              },
    {KRB5_KDCREP_MODIFIED,            SA_E_AUTH,      "the KDC answered for another name",
     "write the realm as the domain does, in upper case"                                                                                                                                        },
    {KRB5_FCC_NOFILE,                 SA_E_AUTH,      "there is no Kerberos ticket",                    HINT_KINIT                                                                              },
    {KRB5_CC_NOTFOUND,                SA_E_AUTH,      "there is no Kerberos ticket",                    HINT_KINIT                                                                              },
    {KRB5_CC_END,                     SA_E_AUTH,      "there is no Kerberos ticket",                    HINT_KINIT                                                                              },
    {KRB5_CC_NOMEM,                   SA_E_NOMEM,     "out of memory",                                  NULL                                                                                    },
    {KRB5_FCC_PERM,                   SA_E_DENIED,    "the ticket cache may not be read",               "check its owner and mode"                                                              },
    {KRB5_CC_FORMAT,                  SA_E_INPUT,     "the ticket cache is damaged",                    HINT_KINIT                                                                              },
    {KRB5_CC_UNKNOWN_TYPE,            SA_E_INPUT,     "the ticket cache is of an unknown type",
     "write it as \"FILE:/path\""                                                                                                                                                               },
    {KRB5_KT_NOTFOUND,                SA_E_AUTH,      "the keytab has no key for that name",
     "look into it with klist -k, and name its principal as user"                                                                                                                               },
    {KRB5_KT_UNKNOWN_TYPE,            SA_E_INPUT,     "the keytab is of an unknown type",
     "write it as \"FILE:/path\""                                                                                                                                                               },
    {KRB5_KEYTAB_BADVNO,              SA_E_INPUT,     "the keytab is damaged",                          "write it again"                                                                        },
    {KRB5_KT_FORMAT,                  SA_E_INPUT,     "the keytab is damaged",                          "write it again"                                                                        },
    {KRB5_KDC_UNREACH,                SA_E_NETWORK,   "no KDC of the realm can be reached",             HINT_KDC                                                                                },
    {KRB5_REALM_UNKNOWN,              SA_E_NETWORK,   "no KDC of the realm is known",                   HINT_KDC                                                                                },
    {KRB5_REALM_CANT_RESOLVE,         SA_E_NETWORK,   "no KDC of the realm can be resolved",            HINT_KDC                                                                                },
    {KRB5_CONFIG_BADFORMAT,           SA_E_INPUT,     "krb5.conf is malformed",                         "correct krb5.conf"                                                                     },
    {KRB5_CONFIG_CANTOPEN,            SA_E_INPUT,     "krb5.conf cannot be read",                       "check krb5.conf"                                                                       },
    {KRB5_CONFIG_NODEFREALM,          SA_E_INPUT,     "krb5.conf names no default realm",
     "write the user as user@REALM"                                                                                                                                                             },
    {KRB5_PARSE_MALFORMED,            SA_E_INPUT,     "the user name is no Kerberos name",
     "write the user as user@REALM"                                                                                                                                                             },
    {ENOENT,                          SA_E_NOT_FOUND, "the file is not there",                          "check the path"                                                                        },
    {EACCES,                          SA_E_DENIED,    "the file may not be read",                       "check its owner and mode"                                                              },
    {ENOMEM,                          SA_E_NOMEM,     "out of memory",                                  NULL                                                                                    },
};

int sa_krb5_fail(struct sa_error *err, int32_t code, const char *what, const char *text)
{
    long long shown = code;
    bool in_table = code >= ERROR_TABLE_BASE_krb5 && code < ERROR_TABLE_BASE_krb5 + 256;
    int status = SA_E_AUTH;

    if (in_table)
        shown = code - ERROR_TABLE_BASE_krb5;
    for (size_t i = 0; i < SA_COUNT(meanings); i++) {
        const struct meaning *m = &meanings[i];

        if (m->code != code)
            continue;
        status = sa_fail(err, m->status, SA_DOMAIN_KRB5, shown, "%.300s: %s", what, m->fact);
        if (m->hint != NULL)
            sa_hint(err, "%s", m->hint);
        return status;
    }
    return sa_fail(err, SA_E_AUTH, SA_DOMAIN_KRB5, shown, "%.300s: %.160s", what,
                   text != NULL ? text : "Kerberos error");
}
