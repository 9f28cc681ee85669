/* SPDX-License-Identifier: Apache-2.0 */
/* Distinguished names: first component, parent, domain, place in the tree. */
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/error.h"
#include "syncaudit/limits.h"

#include "support/test.h"

static void reads_the_first_component(void **state)
{
    static const struct {
        const char *dn, *type, *value;
    } cases[] = {
        {"CN=a\\,b,OU=c",          "CN",    "a,b"         },
        {"CN=a\\2Cb\\\\,OU=c",     "CN",    "a,b\\"       },
        {" ou = x y  , DC=a",      "ou",    "x y"         },
        {"CN=x\\ ,DC=a",           "CN",    "x "          },
        {"CN=\\ x,DC=a",           "CN",    " x"          },
        {"CN=\"a, b\" ;DC=c",      "CN",    "a, b"        },
        {"CN=a+SN=b,DC=c",         "CN",    "a"           },
        {"CN=x\\0ADEL:12-34,DC=a", "CN",    "x\nDEL:12-34"},
        {"CN=\xC3\x84lice,DC=a",   "CN",    "\xC3\x84lice"},
        {"CN=\\C3\\84lice,DC=a",   "CN",    "\xC3\x84lice"},
        {"1.2.3=#04024869,DC=a",   "1.2.3", "#04024869"   },
        {"CN=a=b,DC=c",            "CN",    "a=b"         },
        {"CN=,DC=c",               "CN",    ""            },
        {"CN=x",                   "CN",    "x"           },
        {"CN=a\\/b",               "CN",    "a/b"         },
    };
    static const char *const wrong[] = {
        "",        "x",      "=x",        "CN",     ",CN=x",     "C N=x",
        "CN=a\"b", "CN=\"a", "CN=\"a\"b", "CN=a\\", "CN=a\\00b", "CN=a\\xb",
        "CN=#1",   "CN=#",   "CN=#0g",    "CN=a+",  "CN=a+b",
    };
    struct sa_buf type = SA_BUF_INIT(100);
    struct sa_buf value = SA_BUF_INIT(100);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        sa_buf_clear(&type);
        sa_buf_clear(&value);
        if (sa_dn_first(cases[i].dn, &type, &value) != 0)
            fail_msg("'%s' was refused", cases[i].dn);
        assert_string_equal(sa_buf_text(&type), cases[i].type);
        assert_string_equal(sa_buf_text(&value), cases[i].value);
    }
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_dn_first(wrong[i], &type, &value) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
    }
    assert_int_equal(sa_dn_first(NULL, &type, &value), SA_E_INPUT);
    sa_buf_done(&type);
    sa_buf_done(&value);
    value.limit = 2;
    assert_int_equal(sa_dn_first("CN=abc", &type, &value), SA_E_LIMIT);
    sa_buf_done(&type);
    sa_buf_done(&value);
}

static void finds_the_parent(void **state)
{
    static const struct {
        const char *dn, *parent;
    } cases[] = {
        {"CN=a\\,b,OU=c,DC=d", "OU=c,DC=d"},
        {"CN=\"a,b\" , OU=c",  "OU=c"     },
        {"CN=a+SN=b;OU=c",     "OU=c"     },
        {"CN=a\\\\,OU=c",      "OU=c"     },
        {"DC=d",               NULL       },
        {"DC=d,",              NULL       },
        {"DC=d\\,",            NULL       },
        {"no name, at all",    NULL       },
        {"",                   NULL       },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const char *parent = sa_dn_parent(cases[i].dn);

        if (cases[i].parent == NULL)
            assert_null(parent);
        else
            assert_string_equal(parent, cases[i].parent);
    }
    assert_null(sa_dn_parent(NULL));
}

static void names_domains(void **state)
{
    static const struct {
        const char *dn, *domain;
    } cases[] = {
        {"DC=lab,DC=example",                        "lab.example"               },
        {"CN=a,OU=b\\,c,dc=lab, DC = example",       "lab.example"               },
        {"DC=x,CN=y,DC=lab,DC=example",              "lab.example"               },
        {"CN=a,DC=DomainDnsZones,DC=lab,DC=example", "DomainDnsZones.lab.example"},
    };
    static const char *const wrong[] = {
        "",        "CN=a",     "DC=lab,CN=a", "DC=lab.example", "DC=,DC=example",
        "DC=lab,", "DC=lab,x", "DC=a+DC=b",   "DC=#0401",       "DC=a\\09b",
    };
    struct sa_buf text = SA_BUF_INIT(100);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        sa_buf_clear(&text);
        if (sa_dn_domain(cases[i].dn, &text) != 0)
            fail_msg("'%s' was refused", cases[i].dn);
        assert_string_equal(sa_buf_text(&text), cases[i].domain);
    }
    sa_buf_clear(&text);
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_dn_domain(wrong[i], &text) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
        assert_int_equal(text.len, 0);
    }
    sa_buf_done(&text);
}

static void names_the_dn_of_a_domain(void **state)
{
    static const struct {
        const char *domain, *dn;
    } cases[] = {
        {"lab.example",  "DC=lab,DC=example"          },
        {"lab.example.", "DC=lab,DC=example"          },
        {"single",       "DC=single"                  },
        {"a,b.c=d",      "DC=a\\,b,DC=c\\=d"          },
        {"#a. b .c\\",   "DC=\\#a,DC=\\ b\\ ,DC=c\\\\"},
    };
    static const char *const wrong[] = {"", ".", "a..b", ".a", "a..", "a\nb"};
    struct sa_buf text = SA_BUF_INIT(100);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        sa_buf_clear(&text);
        assert_int_equal(sa_domain_dn(cases[i].domain, &text), 0);
        assert_string_equal(sa_buf_text(&text), cases[i].dn);
    }
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        if (sa_domain_dn(wrong[i], &text) != SA_E_INPUT)
            fail_msg("'%s' was accepted", wrong[i]);
    }
    assert_int_equal(sa_domain_dn(NULL, &text), SA_E_INPUT);
    sa_buf_done(&text);
}

static void tells_what_lies_within(void **state)
{
    static const struct {
        const char *dn, *base;
        bool within;
    } cases[] = {
        {"CN=a,OU=b,DC=c",      "ou=B, dc=C",    true },
        {"DC=c",                "DC=c",          true },
        {"DC=c",                "CN=a,DC=c",     false},
        {"CN=a,OU=xb,DC=c",     "b,DC=c",        false},
        {"CN=a\\,OU=b,DC=c",    "OU=b,DC=c",     false},
        {"CN=a,OU=B\\2Cx,DC=c", "OU=b\\,X,DC=c", true },
        {"CN=a,DC=c",           "",              false},
        {"CN=a,DC=c",           NULL,            false},
        {NULL,                  "DC=c",          false},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        if (sa_dn_within(cases[i].dn, cases[i].base) != cases[i].within)
            fail_msg("case %zu", i);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_first_component),
        cmocka_unit_test(finds_the_parent),
        cmocka_unit_test(names_domains),
        cmocka_unit_test(names_the_dn_of_a_domain),
        cmocka_unit_test(tells_what_lies_within),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
