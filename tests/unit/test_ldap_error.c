/* SPDX-License-Identifier: Apache-2.0 */
/* What results of Active Directory and of Kerberos become: the texts are Windows' and Samba's own. */
#include <errno.h>
#include <krb5/krb5.h>
#include <string.h>

#include "private.h"
#include "support/test.h"

#define LOGON "8009030C: LdapErr: DSID-0C090549, comment: AcceptSecurityContext error, data "

struct sample {
    int code;
    const char *text;
    int status;
    const char *fact;
};

static const struct sample samples[] = {
    {49, LOGON "52e, v4f7c",                                                                          SA_E_AUTH,      "is wrong"         },
    {49, "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 52e, v2580",
     SA_E_AUTH,                                                                                                       "is wrong"         },
    {49, "8009030C: LdapErr: DSID-0C0904DC, comment: AcceptSecurityContext error, data 52e, v1db1",
     SA_E_AUTH,                                                                                                       "is wrong"         },
    {49, LOGON "525, v4f7c",                                                                          SA_E_AUTH,      "no such user"     },
    {49, LOGON "52f, v4f7c",                                                                          SA_E_AUTH,      "restriction"      },
    {49, LOGON "530, v4f7c",                                                                          SA_E_AUTH,      "at this time"     },
    {49, LOGON "531, v4f7c",                                                                          SA_E_AUTH,      "from this machine"},
    {49, LOGON "532, v4f7c",                                                                          SA_E_AUTH,      "password has expi"},
    {49, LOGON "533, v4f7c",                                                                          SA_E_AUTH,      "disabled"         },
    {49, LOGON "568, v4f7c",                                                                          SA_E_AUTH,      "too many groups"  },
    {49, LOGON "701, v4f7c",                                                                          SA_E_AUTH,      "account has expir"},
    {49, LOGON "773, v4f7c",                                                                          SA_E_AUTH,      "must be changed"  },
    {49, LOGON "775, v4f7c",                                                                          SA_E_AUTH,      "locked out"       },
    {49, LOGON "775",                                                                                 SA_E_AUTH,      "locked out"       },
    {49,
     "80090346: LdapErr: DSID-0C0905FF, comment: AcceptSecurityContext error, data 80090346, v4f7c",  SA_E_AUTH,      "channel binding"  },
    {49,
     "8009030C: LdapErr: DSID-0C090549, comment: AcceptSecurityContext error, data 80090346, v1",     SA_E_AUTH,      "channel binding"  },
    {49, LOGON "12345678901, v4f7c",                                                                  SA_E_AUTH,      "was refused"      },
    {49, "",                                                                                          SA_E_AUTH,      "was refused"      },
    {49, NULL,                                                                                        SA_E_AUTH,      "was refused"      },
    {8,  "00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity",
     SA_E_DENIED,                                                                                                     "requires signing" },
    {8,  "BindSimple: Transport encryption required.",                                                SA_E_DENIED,    "requires signing" },
    {53, "00002029: LdapErr: DSID-0C09048A, comment: Cannot bind using sign/seal on a connection",
     SA_E_PROTOCOL,                                                                                                   "no signing inside"},
    {53, "0000001F: SvcErr: DSID-031A12D2",                                                           SA_E_REMOTE,    "DSID-031A12D2"    },
    {1,
     "000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful",    SA_E_DENIED,    "not logged on"    },
    {1,  "00002020: Operation unavailable without authentication",                                    SA_E_DENIED,    "not logged on"    },
    {1,  "00000057: LdapErr: DSID-0C090B76, comment: Error in attribute conversion",                  SA_E_REMOTE,
     "Operations error"                                                                                                                  },
    {32, "0000208D: NameErr: DSID-03100245, problem 2001 (NO_OBJECT), data 0",                        SA_E_NOT_FOUND,
     "not there"                                                                                                                         },
    {50, "00002098: SecErr: DSID-03150F93, problem 4003 (INSUFF_ACCESS_RIGHTS)",                      SA_E_DENIED,
     "no right"                                                                                                                          },
    {34, "0000208F: NameErr: DSID-03100233, problem 2006 (BAD_NAME)",                                 SA_E_INPUT,     "distinguished"    },
    {3,  "",                                                                                          SA_E_LIMIT,     "incomplete"       },
    {4,  "",                                                                                          SA_E_LIMIT,     "incomplete"       },
    {11, "00002024: SvcErr: DSID-02080490",                                                           SA_E_LIMIT,     "incomplete"       },
    {51, "",                                                                                          SA_E_REMOTE,    "busy"             },
    {52, "00000000: LdapErr: DSID-0C091158, comment: Error initializing SSL/TLS",                     SA_E_REMOTE,
     "not available"                                                                                                                     },
    {-1, "",                                                                                          SA_E_NETWORK,   "closed or lost"   },
    {-5, "",                                                                                          SA_E_TIMEOUT,   "in time"          },
    {-4, "",                                                                                          SA_E_PROTOCOL,  "no LDAP"          },
    {80, "odd",                                                                                       SA_E_REMOTE,    "odd"              },
};

static void results_have_meanings(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(samples); i++) {
        struct sa_error err = {0};
        int r = ldap_fail(&err, "dc1.example", "bind", samples[i].code, samples[i].text);

        assert_int_equal(r, samples[i].status);
        assert_int_equal(err.status, samples[i].status);
        assert_int_equal(err.domain, SA_DOMAIN_LDAP);
        assert_int_equal(err.code, samples[i].code);
        if (strstr(err.message, samples[i].fact) == NULL)
            fail_msg("'%s' does not say '%s'", err.message, samples[i].fact);
        assert_non_null(strstr(err.message, "dc1.example"));
    }
}

static void numbers_are_read(void **state)
{
    static const struct {
        const char *text;
        uint32_t number, data;
    } rows[] = {
        {LOGON "52e, v4f7c",               0x8009030c, 0x52e     },
        {LOGON "0, v4f7c",                 0x8009030c, 0         },
        {"00002028: x",                    0x2028,     0         },
        {"BindSimple: Transport, data 5f", 0,          0x5f      },
        {"123456789: x",                   0,          0         },
        {"x, data ffffffff",               0,          0xffffffff},
        {"x, data fffffffff",              0,          0         },
        {"x, data ",                       0,          0         },
        {":",                              0,          0         },
        {"",                               0,          0         },
        {NULL,                             0,          0         },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        uint32_t number = 1;
        uint32_t data = 1;

        ldap_diagnostic_numbers(rows[i].text, &number, &data);
        assert_int_equal(number, rows[i].number);
        assert_int_equal(data, rows[i].data);
    }
}

static void hostile_text_is_bounded(void **state)
{
    char text[5000];
    struct sa_error err = {0};

    (void)state;
    memset(text, 'A', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    assert_int_equal(ldap_fail(&err, "dc", "search", 80, text), SA_E_REMOTE);
    assert_true(strlen(err.message) < 300);
    assert_int_equal(ldap_fail(&err, "dc", text, 80, text), SA_E_REMOTE);
    assert_true(strlen(err.message) < SA_ERROR_MESSAGE_MAX);
}

static void kerberos_errors_have_meanings(void **state)
{
    static const struct {
        krb5_error_code code;
        int status;
        long long shown;
        const char *fact;
    } rows[] = {
        {KRB5KDC_ERR_PREAUTH_FAILED,      SA_E_AUTH,      24,     "password is wrong"     },
        {KRB5KRB_AP_ERR_BAD_INTEGRITY,    SA_E_AUTH,      31,     "wrong"                 },
        {KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN, SA_E_AUTH,      6,      "no such user"          },
        {KRB5KDC_ERR_CLIENT_REVOKED,      SA_E_AUTH,      18,     "locked out"            },
        {KRB5KDC_ERR_KEY_EXP,             SA_E_AUTH,      23,     "password has expired"  },
        {KRB5KDC_ERR_ETYPE_NOSUPP,        SA_E_AUTH,      14,     "encryption type"       },
        {KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN, SA_E_AUTH,      7,      "service principal name"},
        {KRB5KRB_AP_ERR_TKT_EXPIRED,      SA_E_AUTH,      32,     "ticket has expired"    },
        {KRB5KRB_AP_ERR_SKEW,             SA_E_AUTH,      37,     "clock skew"            },
        {KRB5_KDC_UNREACH,                SA_E_NETWORK,   156,    "KDC"                   },
        {KRB5_REALM_UNKNOWN,              SA_E_NETWORK,   154,    "KDC"                   },
        {KRB5_KDCREP_MODIFIED,            SA_E_AUTH,      147,    "another name"          },
        {KRB5_CC_NOTFOUND,                SA_E_AUTH,      141,    "no Kerberos ticket"    },
        {ENOENT,                          SA_E_NOT_FOUND, ENOENT, "not there"             },
        {KRB5KRB_ERR_GENERIC,             SA_E_AUTH,      60,     "the library's text"    },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct sa_error err = {0};

        assert_int_equal(sa_krb5_fail(&err, rows[i].code, "ticket", "the library's text"),
                         rows[i].status);
        assert_int_equal(err.domain, SA_DOMAIN_KRB5);
        assert_int_equal(err.code, rows[i].shown);
        if (strstr(err.message, rows[i].fact) == NULL)
            fail_msg("'%s' does not say '%s'", err.message, rows[i].fact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_have_meanings),
        cmocka_unit_test(numbers_are_read),
        cmocka_unit_test(hostile_text_is_bounded),
        cmocka_unit_test(kerberos_errors_have_meanings),
    };

    return cmocka_run_group_tests_name("ldap_error", tests, NULL, NULL);
}
