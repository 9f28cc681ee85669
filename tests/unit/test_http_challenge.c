/* SPDX-License-Identifier: Apache-2.0 */
/* WWW-Authenticate in all forms: several fields or one list, parameters, tokens, and what is none of it. */
#include <string.h>

#include "syncaudit/compiler.h"
#include "syncaudit/http.h"

#include "support/test.h"

struct sample {
    const char *text;
    const char *expected; /* "scheme:token scheme ..." */
};

static const struct sample samples[] = {
    {"Negotiate",                                                   "Negotiate"                    },
    {"Negotiate, Kerberos, Basic realm=\"WSMAN\"",                  "Negotiate Kerberos Basic"     },
    {"Basic realm=\"WSMAN\", Negotiate YII=, Kerberos",             "Basic Negotiate:YII= Kerberos"},
    {"negotiate  oYG2MIGzoAMKAQA=",                                 "negotiate:oYG2MIGzoAMKAQA="   },
    {"Negotiate abc==\t",                                           "Negotiate:abc=="              },
    {"Negotiate a-._~+/Z9==, Basic",                                "Negotiate:a-._~+/Z9== Basic"  },
    {"Basic realm=\"a, Negotiate b\", charset=\"UTF-8\", Kerberos", "Basic Kerberos"               },
    {"Basic realm=\"quoted \\\" and , more\", Negotiate",           "Basic Negotiate"              },
    {"Basic realm=WSMAN, Negotiate",                                "Basic Negotiate"              },
    {"Basic realm = \"x\" , nonce = y , Negotiate zz",              "Basic Negotiate:zz"           },
    {"Digest qop=\"auth\",nonce=\"n\",stale=false,Negotiate",       "Digest Negotiate"             },
    {", ,Negotiate,,Kerberos,",                                     "Negotiate Kerberos"           },
    {"Negotiate , Kerberos",                                        "Negotiate Kerberos"           },
    {"",                                                            ""                             },
    {" ,\t, ",                                                      ""                             },
    {"\"quoted\", Negotiate",                                       "Negotiate"                    },
    {"@@@, Negotiate",                                              "Negotiate"                    },
    {"a/b, Negotiate",                                              "Negotiate"                    },
    {"Basic realm=\"never ends, Negotiate",                         "Basic"                        },
    {"Basic realm=\"ends in \\",                                    "Basic"                        },
    {"=x, Negotiate",                                               "Negotiate"                    },
    {"Negotiate ====",                                              "Negotiate"                    },
};

static void all_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(samples); i++) {
        struct sa_http_challenge found[8];
        SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4096);
        size_t count = sa_http_challenges(samples[i].text, found, SA_COUNT(found));

        for (size_t k = 0; k < count; k++) {
            sa_buf_addf(&text, "%s%.*s", k > 0 ? " " : "", (int)found[k].scheme_len,
                        found[k].scheme);
            if (found[k].token != NULL)
                sa_buf_addf(&text, ":%.*s", (int)found[k].token_len, found[k].token);
        }
        if (strcmp(sa_buf_text(&text), samples[i].expected) != 0)
            fail_msg("'%s' gives '%s', not '%s'", samples[i].text, sa_buf_text(&text),
                     samples[i].expected);
    }
}

static void no_more_than_wanted(void **state)
{
    struct sa_http_challenge found[2];

    (void)state;
    assert_int_equal(sa_http_challenges("A, B, C, D", found, 2), 2);
    assert_int_equal(found[1].scheme[0], 'B');
    assert_int_equal(sa_http_challenges("A", found, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_forms),
        cmocka_unit_test(no_more_than_wanted),
    };

    return cmocka_run_group_tests_name("http_challenge", tests, NULL, NULL);
}
