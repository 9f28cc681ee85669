/* SPDX-License-Identifier: Apache-2.0 */
/* Forests from options, environment and configuration: who wins, what belongs to which forest, and every
 * contradiction with its one message. */
#include <sys/stat.h>

#include "cli/forest.h"
#include "support/test.h"

static const struct command command = {
    .name = "audit",
    .options = "domain dc site ldap-auth ldap-tls user ask-password password-file password-command "
               "password-credential ccache keytab ca-file cert-file key-file forest-timeout config "
               "active"};

struct fixture {
    struct settings settings;
    struct sa_error err;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    assert_non_null(fixture);
    settings_init(&fixture->settings);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    settings_done(&fixture->settings);
    free(fixture);
    return 0;
}

static void write_file(const char *path, const char *text)
{
    (void)unlink(path);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0600), 0);
}

/* Reads words split at spaces as the command line. */
static int plan(struct fixture *fixture, const char *line)
{
    char copy[1024];
    char *argv[64] = {(char[]){"audit"}};
    int argc = 1;
    char *rest = copy;
    (void)snprintf(copy, sizeof copy, "%s", line);
    for (char *word = NULL; (word = strsep(&rest, " "));) {
        if (word[0])
            argv[argc++] = word;
    }
    int r = settings_read(&fixture->settings, &command, argc, argv, &fixture->err);
    return r == 0 ? forests_plan(&fixture->settings, &fixture->err) : r;
}

static const struct sa_ldap_options *ldap(struct fixture *fixture, size_t index)
{
    if (fixture->settings.plan.forest_count <= index)
        fail_msg("no forest %zu: %s", index, fixture->err.message);
    return &fixture->settings.plan.forests[index].ldap;
}

static void a_domain_is_enough(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--domain fabrikam.example."), 0);
    const struct sa_ldap_options *options = ldap(fixture, 0);
    assert_string_equal(options->domain, "fabrikam.example");
    assert_int_equal(options->auth, SA_LDAP_NEGOTIATE);
    assert_int_equal(options->tls, SA_LDAP_PLAIN);
    assert_null(options->servers);
    assert_null(options->user);
    assert_null(options->password);
    assert_null(options->ccache);
    assert_true(fixture->settings.plan.forests[0].discover);
}

static void options_belong_to_the_domain_before_them(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture,
                          "--user all --site S0 --domain a.example --dc dc1.a.example --dc dc2 "
                          "--domain b.example --user bob --site S2 --dc dc9.b.example"),
                     0);
    assert_string_equal(ldap(fixture, 0)->user, "all");
    assert_string_equal(ldap(fixture, 0)->site, "S0");
    assert_string_equal(ldap(fixture, 0)->servers[0], "dc1.a.example");
    assert_string_equal(ldap(fixture, 0)->servers[1], "dc2");
    assert_null(ldap(fixture, 0)->servers[2]);
    assert_string_equal(ldap(fixture, 1)->user, "bob");
    assert_string_equal(ldap(fixture, 1)->site, "S2");
    assert_string_equal(ldap(fixture, 1)->servers[0], "dc9.b.example");
    assert_null(ldap(fixture, 1)->servers[1]);
}

static void a_dc_before_the_only_domain_is_its_own(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--dc dc1 --dc dc2 --domain a.example"), 0);
    assert_string_equal(ldap(fixture, 0)->servers[0], "dc1");
    assert_string_equal(ldap(fixture, 0)->servers[1], "dc2");
    assert_null(ldap(fixture, 0)->servers[2]);
}

static void every_word_means_what_it_says(void **state)
{
    struct fixture *fixture = *state;
    write_file("pem", "x");
    write_file("password", "geheim\n");
    assert_int_equal(
        plan(fixture, "--domain a.example --ldap-auth ntlm --user x --password-file password "
                      "--domain b.example --ldap-auth simple --ldap-tls starttls --user x "
                      "--password-command echo${IFS}word --ca-file pem "
                      "--domain c.example --ldap-auth external --ldap-tls ldaps --cert-file pem "
                      "--key-file pem "
                      "--domain d.example --ldap-auth kerberos --keytab pem --user svc "
                      "--domain e.example --ldap-auth negotiate --ldap-tls none --ccache FILE:/x"),
        0);
    assert_int_equal(ldap(fixture, 0)->auth, SA_LDAP_NTLM);
    assert_string_equal(sa_secret_bytes(ldap(fixture, 0)->password), "geheim");
    assert_int_equal(ldap(fixture, 1)->auth, SA_LDAP_SIMPLE);
    assert_int_equal(ldap(fixture, 1)->tls, SA_LDAP_STARTTLS);
    assert_string_equal(sa_secret_bytes(ldap(fixture, 1)->password), "word");
    assert_string_equal(ldap(fixture, 1)->ca_file, "pem");
    assert_int_equal(ldap(fixture, 2)->auth, SA_LDAP_EXTERNAL);
    assert_int_equal(ldap(fixture, 2)->tls, SA_LDAP_LDAPS);
    assert_string_equal(ldap(fixture, 2)->cert_file, "pem");
    assert_string_equal(ldap(fixture, 2)->key_file, "pem");
    assert_int_equal(ldap(fixture, 3)->auth, SA_LDAP_KERBEROS);
    assert_string_equal(ldap(fixture, 3)->keytab, "pem");
    assert_int_equal(ldap(fixture, 4)->auth, SA_LDAP_NEGOTIATE);
    assert_int_equal(ldap(fixture, 4)->tls, SA_LDAP_PLAIN);
    assert_string_equal(ldap(fixture, 4)->ccache, "FILE:/x");
}

/* One contradiction, one message that names the forest and the matter, and what to do. */
static void contradictions_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"--ldap-auth simple --user x --password-file password",                              "in the clear"                       },
        {"--ldap-auth simple --ldap-tls none --user x --password-file password",              "in the clear"                       },
        {"--ldap-auth simple --ldap-tls ldaps --password-file password",                      "needs a user"                       },
        {"--ldap-auth simple --ldap-tls ldaps --user x",                                      "needs a password"                   },
        {"--ldap-auth ntlm --password-file password",                                         "needs a user"                       },
        {"--ldap-auth ntlm --user x",                                                         "needs a password"                   },
        {"--ldap-auth ntlm --user x --ccache y",                                              "only for Kerberos"                  },
        {"--ldap-auth external --ldap-tls ldaps",                                             "certificate and its key"            },
        {"--ldap-auth external --ldap-tls ldaps --cert-file pem",                             "certificate and its key"            },
        {"--ldap-auth external --cert-file pem --key-file pem",                               "needs TLS"                          },
        {"--ldap-auth external --ldap-tls ldaps --cert-file pem --key-file pem --user x",
         "no user and no password"                                                                                                 },
        {"--ldap-auth external --ldap-tls ldaps --cert-file pem --key-file pem --keytab pem",
         "only for Kerberos"                                                                                                       },
        {"--cert-file pem --key-file pem",                                                    "only for external"                  },
        {"--ca-file pem",                                                                     "but no TLS"                         },
        {"--user x --password-file password --ccache y",                                      "a password and a ticket cache"      },
        {"--user x --password-file password --keytab pem",                                    "a password and a keytab"            },
        {"--ccache y --keytab pem",                                                           "a ticket cache and a keytab"        },
        {"--password-file password",                                                          "but no user"                        },
        {"--user x --password-file password --ask-password",                                  "two places"                         },
        {"--user x --password-command a --password-credential b",                             "two places"                         },
        {"--keytab absent",                                                                   "cannot read 'absent'"               },
        {"--keytab FILE:absent",                                                              "cannot read 'absent'"               },
        {"--ldap-tls ldaps --ca-file absent",                                                 "cannot read 'absent'"               },
        {"--ldap-auth basic",                                                                 "'basic' is no value for --ldap-auth"},
        {"--ldap-tls yes",                                                                    "'yes' is no value for --ldap-tls"   },
        {"--dc ldap://dc1",                                                                   "'ldap://dc1' is not"                },
        {"--dc dc1:636",                                                                      "'dc1:636' is not"                   },
        {"--domain A.example",                                                                "'A.example' is named twice"         },
        {"--domain DC=a,DC=example",                                                          "'DC=a,DC=example' is not"           },
        {"--domain a..example",                                                               "'a..example' is not"                },
        {"--domain .",                                                                        "'.' is not"                         },
    };
    write_file("pem", "x");
    write_file("password", "geheim\n");
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        void *fixture = NULL;
        char line[512];
        (void)set_up(&fixture);
        (void)snprintf(line, sizeof line, "--domain a.example %s", cases[i].line);
        int r = plan(fixture, line);
        const struct sa_error *err = &((struct fixture *)fixture)->err;
        if (r >= 0 || !strstr(err->message, cases[i].message) || !err->hint[0])
            fail_msg("'%s' gives %d: %s; %s", line, r, err->message, err->hint);
        assert_int_equal(((struct fixture *)fixture)->settings.plan.forest_count, 0);
        (void)tear_down(&fixture);
    }
}

static void an_option_without_a_domain_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--user x"), SA_E_INPUT);
    assert_non_null(strstr(fixture->err.message, "'--user'"));
    assert_non_null(strstr(fixture->err.hint, "--domain"));
}

static void a_dc_of_two_domains_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--dc dc1 --domain a.example --domain b.example"), SA_E_INPUT);
    assert_non_null(strstr(fixture->err.message, "'dc1'"));
}

static const char config[] = "forests:\n"
                             "  - domain: a.example\n"
                             "    name: first\n"
                             "    servers: [dc1.a.example, dc2.a.example]\n"
                             "    site: Zürich\n"
                             "    auth: kerberos\n"
                             "    tls: none\n"
                             "    user: auditor@a.example\n"
                             "    keytab: pem\n"
                             "    accounts: [svc-sync, 'CN=svc,DC=a,DC=example']\n"
                             "    discover: false\n"
                             "  - domain: b.example\n"
                             "    auth: simple\n"
                             "    tls: ldaps\n"
                             "    user: b\n"
                             "    password_file: password\n"
                             "    ca_file: pem\n"
                             "forest_timeout: 30\n";

static void the_configuration_says_the_same(void **state)
{
    struct fixture *fixture = *state;
    (void)mkdir("folder", 0700);
    write_file("folder/pem", "x");
    write_file("folder/password", "geheim\n");
    write_file("folder/c.yaml", config);
    assert_int_equal(plan(fixture, "-c folder/c.yaml"), 0);
    const struct sa_plan_forest *first = &fixture->settings.plan.forests[0];
    assert_string_equal(first->name, "first");
    assert_string_equal(first->ldap.servers[1], "dc2.a.example");
    assert_string_equal(first->ldap.site, "Zürich");
    assert_int_equal(first->ldap.auth, SA_LDAP_KERBEROS);
    assert_string_equal(first->ldap.user, "auditor@a.example");
    assert_string_equal(first->ldap.keytab, "folder/pem");
    assert_string_equal(first->accounts[1], "CN=svc,DC=a,DC=example");
    assert_null(first->accounts[2]);
    assert_false(first->discover);
    assert_true(fixture->settings.plan.forests[1].discover);
    assert_string_equal(sa_secret_bytes(ldap(fixture, 1)->password), "geheim");
    assert_string_equal(ldap(fixture, 1)->ca_file, "folder/pem");
    assert_int_equal(fixture->settings.forest_timeout_s, 30);
}

/* Who the auditor is counts as one: a ticket cache on the command line puts the keytab aside. */
static void options_win_over_the_configuration(void **state)
{
    struct fixture *fixture = *state;
    write_file("pem", "x");
    write_file("password", "geheim\n");
    write_file("c.yaml", config);
    assert_int_equal(plan(fixture, "-c c.yaml --user other --password-command echo${IFS}word"), 0);
    assert_string_equal(ldap(fixture, 0)->user, "other");
    assert_null(ldap(fixture, 0)->keytab);
    assert_string_equal(sa_secret_bytes(ldap(fixture, 0)->password), "word");
    assert_string_equal(sa_secret_bytes(ldap(fixture, 1)->password), "word");
    assert_string_equal(ldap(fixture, 0)->site, "Zürich");
}

static void a_domain_on_the_command_line_replaces_those_of_the_file(void **state)
{
    struct fixture *fixture = *state;
    write_file("pem", "x");
    write_file("c.yaml", config);
    assert_int_equal(plan(fixture, "-c c.yaml --domain z.example"), 0);
    assert_int_equal(fixture->settings.plan.forest_count, 1);
    assert_string_equal(ldap(fixture, 0)->domain, "z.example");
    assert_null(ldap(fixture, 0)->user);
}

static void mistakes_of_the_configuration_have_a_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *place, *message;
    } cases[] = {
        {"forests: x\n",                                             "c.yaml:1:10", "must be a list"       },
        {"forests:\n  - x\n",                                        "c.yaml:2:5",  "a forest is a mapping"},
        {"forests:\n  - name: x\n",                                  "c.yaml:2:5",  "domain"               },
        {"forests:\n  - domain: a.example\n    pasword_file: x\n",   "c.yaml:3:5",  "pasword_file"         },
        {"forests:\n  - domain: a.example\n    password: x\n",       "c.yaml:3:5",
         "unknown key 'password'"                                                                          },
        {"forests:\n  - domain: a.example\n    auth: basic\n",       "c.yaml:3:11", "'basic'"              },
        {"forests:\n  - domain: a.example\n    discover: maybe\n",   "c.yaml:3:15", "maybe"                },
        {"forests:\n  - domain: a.example\n    servers: ['a b']\n",  "c.yaml:3:15", "'a b' is not"         },
        {"forests:\n  - domain: a b\n",                              "c.yaml:2:13", "'a b' is not"         },
        {"forests:\n  - domain: a.example\n  - domain: A.example\n", "c.yaml:3:5",  "named twice"          },
        {"forests:\n  - domain: a.example\n    auth: simple\n",      "c.yaml:2:5",  "in the clear"         },
        {"forests:\n  - domain: a.example\n    user: x\n    password_file: a\n    "
         "password_command: b\n",                           "c.yaml:5:23", "two places"           },
        {"forest_timeout: 0\n",                                      "c.yaml:1:17", "--forest-timeout"     },
    };
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        void *state_of_one = NULL;
        (void)set_up(&state_of_one);
        struct fixture *fixture = state_of_one;
        write_file("c.yaml", cases[i].text);
        int r = plan(fixture, "-c c.yaml");
        if (r != SA_E_INPUT || strcmp(fixture->err.place, cases[i].place) != 0 ||
            !strstr(fixture->err.message, cases[i].message))
            fail_msg("%s gives %d, %s: %s", cases[i].text, r, fixture->err.place,
                     fixture->err.message);
        (void)tear_down(&state_of_one);
    }
}

/* A file that merely lies in the working directory does not decide who gets to see credentials. */
static void a_stray_configuration_asks_no_forest(void **state)
{
    struct fixture *fixture = *state;
    char before[4096];
    assert_non_null(getcwd(before, sizeof before));
    (void)mkdir("stray", 0700);
    assert_int_equal(chdir("stray"), 0);
    write_file("syncaudit.yaml", "forests:\n  - domain: a.example\n    user: x\n"
                                 "    password_command: touch ran; echo x\n");
    (void)unlink("ran");
    int r = plan(fixture, "");
    bool ran = access("ran", F_OK) == 0;
    void *named = NULL;
    (void)set_up(&named);
    int by_name = plan(named, "-c syncaudit.yaml");
    void *replaced = NULL;
    (void)set_up(&replaced);
    int by_option = plan(replaced, "--domain b.example");
    assert_int_equal(chdir(before), 0);
    assert_int_equal(r, SA_E_INPUT);
    assert_non_null(strstr(fixture->err.message, "'forests' is heeded only"));
    assert_false(ran);
    assert_int_equal(by_name, 0);
    assert_int_equal(by_option, 0);
    (void)tear_down(&named);
    (void)tear_down(&replaced);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_domain_is_enough, set_up, tear_down),
        cmocka_unit_test_setup_teardown(options_belong_to_the_domain_before_them, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_dc_before_the_only_domain_is_its_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_word_means_what_it_says, set_up, tear_down),
        cmocka_unit_test(contradictions_are_told),
        cmocka_unit_test_setup_teardown(an_option_without_a_domain_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_dc_of_two_domains_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_configuration_says_the_same, set_up, tear_down),
        cmocka_unit_test_setup_teardown(options_win_over_the_configuration, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_domain_on_the_command_line_replaces_those_of_the_file,
                                        set_up, tear_down),
        cmocka_unit_test(mistakes_of_the_configuration_have_a_place),
        cmocka_unit_test_setup_teardown(a_stray_configuration_asks_no_forest, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
