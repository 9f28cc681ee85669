/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts from options, environment and configuration: who wins, what belongs to which host, whose identity
 * is used, and every contradiction with its one message. */
#include <sys/stat.h>

#include "cli/forest.h"
#include "cli/host.h"
#include "support/test.h"

static const struct command command = {
    .name = "audit",
    .options =
        "domain dc site ldap-auth ldap-tls user ask-password password-file password-command "
        "password-credential ccache keytab ca-file cert-file key-file forest-timeout config "
        "active host https winrm-auth winrm-port winrm-spn winrm-pin winrm-proxy "
        "no-channel-binding allow-rc4 no-hosts registry event-days trace host-timeout timeout "
        "powershell configuration run-days no-remote-files"};

#define PIN "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF"

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
    if (r == 0)
        r = forests_plan(&fixture->settings, &fixture->err);
    return r == 0 ? hosts_plan(&fixture->settings, &fixture->err) : r;
}

static const struct sa_host_request *host(struct fixture *fixture, size_t index)
{
    if (fixture->settings.plan.count <= index)
        fail_msg("no server %zu: %s", index, fixture->err.message);
    return &fixture->settings.plan.targets[index].host;
}

static void a_name_is_enough(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--host sync01.fabrikam.example"), 0);
    const struct sa_http_options *http = &host(fixture, 0)->http;
    assert_string_equal(http->host, "sync01.fabrikam.example");
    assert_int_equal(http->auth, SA_HTTP_NEGOTIATE);
    assert_false(http->tls);
    assert_false(http->no_channel_binding);
    assert_false(http->allow_rc4);
    assert_int_equal(http->port, 0);
    assert_null(http->user);
    assert_null(http->password);
    assert_int_equal(host(fixture, 0)->registry, SA_REG_AUTO);
}

static void options_belong_to_the_host_before_them(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(
        plan(fixture,
             "--user all --winrm-port 7000 --registry cim --event-days 7 --trace dir "
             "--host a.example --https --winrm-pin " PIN " --winrm-proxy http://p:1 "
             "--host b.example --user bob --winrm-port 5985 --winrm-spn host/b --allow-rc4"),
        0);
    const struct sa_host_request *a = host(fixture, 0);
    const struct sa_host_request *b = host(fixture, 1);
    assert_string_equal(a->http.user, "all");
    assert_int_equal(a->http.port, 7000);
    assert_true(a->http.tls);
    assert_string_equal(a->http.pin, PIN);
    assert_string_equal(a->http.proxy, "http://p:1");
    assert_false(a->http.allow_rc4);
    assert_string_equal(b->http.user, "bob");
    assert_int_equal(b->http.port, 5985);
    assert_false(b->http.tls);
    assert_null(b->http.pin);
    assert_string_equal(b->http.spn, "host/b");
    assert_true(b->http.allow_rc4);
    assert_int_equal(a->registry, SA_REG_CIM);
    assert_int_equal(b->event_days, 7);
    assert_string_equal(b->trace_dir, "dir");
}

/* One identity serves the forest and the hosts in its domain, and nobody else. */
static void a_host_is_asked_as_its_forest(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-password", "Pa55\n");
    assert_int_equal(plan(fixture, "--domain fabrikam.example --user auditor@FABRIKAM.EXAMPLE "
                                   "--password-file host-password "
                                   "--host sync01.fabrikam.example --host sync01.tailspin.example "
                                   "--host sync02.fabrikam.example --ccache FILE:/x"),
                     0);
    assert_string_equal(host(fixture, 0)->http.user, "auditor@FABRIKAM.EXAMPLE");
    assert_string_equal(host(fixture, 0)->http.realm, "fabrikam.example");
    assert_ptr_equal(host(fixture, 0)->http.password,
                     fixture->settings.plan.forests[0].ldap.password);
    assert_null(host(fixture, 1)->http.user);
    assert_null(host(fixture, 1)->http.password);
    assert_null(host(fixture, 1)->http.realm);
    assert_string_equal(host(fixture, 2)->http.ccache, "FILE:/x");
    assert_null(host(fixture, 2)->http.user);
}

static void an_identity_before_all_serves_all(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-password", "Pa55\n");
    assert_int_equal(plan(fixture,
                          "--user auditor@X --password-file host-password --host a.example "
                          "--domain b.example --host c.example"),
                     0);
    for (size_t i = 0; i < 2; i++) {
        assert_string_equal(host(fixture, i)->http.user, "auditor@X");
        assert_string_equal(sa_secret_bytes(host(fixture, i)->http.password), "Pa55");
    }
    assert_ptr_equal(host(fixture, 0)->http.password, host(fixture, 1)->http.password);
    assert_string_equal(fixture->settings.plan.forests[0].ldap.user, "auditor@X");
}

static void an_authority_may_be_meant_for_hosts(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-ca", "x\n");
    assert_int_equal(plan(fixture, "--ca-file host-ca --https --domain b.example --host a.example"),
                     0);
    assert_string_equal(host(fixture, 0)->http.ca_file, "host-ca");
    assert_null(fixture->settings.plan.forests[0].ldap.ca_file);
}

static void servers_that_a_forest_knows_are_asked_as_it(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-password", "Pa55\n");
    write_file("host-ca", "x\n");
    assert_int_equal(plan(fixture,
                          "--https --domain fabrikam.example --user auditor --password-file "
                          "host-password --ca-file host-ca"),
                     0);
    const struct sa_plan_forest *forest = &fixture->settings.plan.forests[0];
    assert_true(forest->connect);
    assert_null(forest->host.http.host);
    assert_true(forest->host.http.tls);
    assert_string_equal(forest->host.http.user, "auditor");
    assert_string_equal(forest->host.http.realm, "fabrikam.example");
    assert_string_equal(forest->host.http.ca_file, "host-ca");
    assert_ptr_equal(forest->host.http.password, forest->ldap.password);
}

static void no_hosts_means_none(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--domain fabrikam.example --no-hosts"), 0);
    assert_false(fixture->settings.plan.forests[0].connect);
}

static void contradictions_have_one_message_each(void **state)
{
    static const struct {
        const char *line, *message;
    } rows[] = {
        {"--host http://a.example",                                            "is not the name of a host"                 },
        {"--host a.example:5985",                                              "is not the name of a host"                 },
        {"--host a..example",                                                  "is not the name of a host"                 },
        {"--host a.example --winrm-port 0",                                    "is no port"                                },
        {"--host a.example --winrm-port 65536",                                "is no port"                                },
        {"--host a.example --winrm-auth digest",                               "is no value for --winrm-auth"              },
        {"--host a.example --winrm-auth basic",                                "without TLS would send"                    },
        {"--host a.example --winrm-auth certificate",                          "needs TLS"                                 },
        {"--host a.example --https --winrm-auth certificate",                  "and its key are needed"                    },
        {"--host a.example --winrm-auth ntlm",                                 "needs a user and a password"               },
        {"--host a.example --https --winrm-auth basic --user x",               "needs a user and a password"               },
        {"--host a.example --password-file host-password",                     "but no user"                               },
        {"--host a.example --user x --password-file host-password --ccache y",
         "a password and a ticket cache"                                                                                   },
        {"--host a.example --ccache y --keytab host-password",                 "a ticket cache and a keytab"               },
        {"--host a.example --https --winrm-pin 00",                            "is no fingerprint"                         },
        {"--host a.example --https --winrm-pin " PIN "0",                      "is no fingerprint"                         },
        {"--host a.example --winrm-pin " PIN,                                  "but no TLS"                                },
        {"--host a.example --winrm-proxy http://p:1",                          "but no TLS"                                },
        {"--host a.example --https --winrm-proxy socks5://p",                  "is no proxy"                               },
        {"--host a.example --winrm-spn sync01",                                "no service principal name"                 },
        {"--host a.example --registry shell",                                  "is no value for --registry"                },
        {"--host a.example --event-days 0",                                    "is no value for --event-days"              },
        {"--host a.example --run-days 0",                                      "is no value for --run-days"                },
        {"--host a.example --powershell shell",                                "is no value for --powershell"              },
        {"--host a.example --configuration a/b",                               "is not the name of a session configuration"},
        {"--host a.example --configuration ..",                                "is not the name of a session configuration"},
        {"--configuration A --host a.example --powershell off",                "'powershell' is off"                       },
        {"--configuration A --host a.example --powershell command",            "'powershell' is command"                   },
        {"--host a.example --timeout 0",                                       "is no value for --timeout"                 },
        {"--host a.example --https --ca-file /nowhere",                        "cannot read '/nowhere'"                    },
        {"--https",                                                            "and none is named"                         },
    };
    (void)state;
    write_file("host-password", "x\n");
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct fixture fixture = {0};
        settings_init(&fixture.settings);
        int r = plan(&fixture, rows[i].line);
        if (r >= 0 || !strstr(fixture.err.message, rows[i].message) || !fixture.err.hint[0])
            fail_msg("%s: %d '%s' (%s)", rows[i].line, r, fixture.err.message, fixture.err.hint);
        settings_done(&fixture.settings);
    }
}

static void the_sync_engine_is_asked_as_said(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--configuration Audit --run-days 30 --no-remote-files "
                                   "--host a.example --host b.example --powershell script "
                                   "--host c.example --powershell jea --configuration Other.2"),
                     0);
    assert_string_equal(host(fixture, 0)->configuration, "Audit");
    assert_int_equal(host(fixture, 0)->powershell, SA_PSRP_AUTO);
    assert_false(host(fixture, 0)->no_powershell);
    assert_int_equal(host(fixture, 1)->powershell, SA_PSRP_SCRIPT);
    assert_string_equal(host(fixture, 1)->configuration, "Audit");
    assert_int_equal(host(fixture, 2)->powershell, SA_PSRP_FUNCTION_WAY);
    assert_string_equal(host(fixture, 2)->configuration, "Other.2");
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(host(fixture, i)->run_days, 30);
        assert_true(host(fixture, i)->no_files);
    }
}

static void the_sync_engine_is_left_alone_when_said(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--powershell off --host a.example --host b.example "
                                   "--powershell jea --host c.example --powershell command"),
                     0);
    assert_true(host(fixture, 0)->no_powershell);
    assert_null(host(fixture, 0)->configuration);
    assert_false(host(fixture, 1)->no_powershell);
    assert_string_equal(host(fixture, 1)->configuration, "SyncAudit");
    assert_int_equal(host(fixture, 2)->powershell, SA_PSRP_COMMAND);
    assert_false(host(fixture, 2)->no_files);
    assert_int_equal(host(fixture, 2)->run_days, 0);
}

static void addresses_are_hosts(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(plan(fixture, "--host 10.1.2.3 --host [2001:db8::1] --host fe80::1%eth0"), 0);
    assert_string_equal(host(fixture, 0)->http.host, "10.1.2.3");
    assert_string_equal(host(fixture, 1)->http.host, "2001:db8::1");
    assert_string_equal(host(fixture, 2)->http.host, "fe80::1%eth0");
}

static const char config[] = "servers:\n"
                             "  - name: one\n"
                             "    export: folder\n"
                             "    host: sync01.fabrikam.example\n"
                             "    role: active\n"
                             "  - host: sync02.fabrikam.example\n"
                             "    winrm:\n"
                             "      https: true\n"
                             "      auth: ntlm\n"
                             "      user: FABRIKAM\\auditor\n"
                             "      password_file: host-password\n"
                             "      powershell: script\n"
                             "winrm:\n"
                             "  port: 7000\n"
                             "  configuration: Audit\n"
                             "run_days: 14\n"
                             "no_remote_files: true\n"
                             "host_timeout: 60\n"
                             "registry: cim\n";

static void the_configuration_describes_hosts(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-password", "Pa55\n");
    write_file("host-config.yaml", config);
    assert_int_equal(plan(fixture, "-c ./host-config.yaml"), 0);
    const struct sa_plan *made = &fixture->settings.plan;
    assert_int_equal(made->count, 2);
    assert_string_equal(made->targets[0].name, "one");
    assert_string_equal(made->targets[0].declared_role, "active");
    assert_string_equal(made->targets[0].export_folder, "./folder");
    assert_string_equal(host(fixture, 0)->http.host, "sync01.fabrikam.example");
    assert_int_equal(host(fixture, 0)->http.port, 7000);
    assert_int_equal(host(fixture, 0)->http.auth, SA_HTTP_NEGOTIATE);
    assert_int_equal(host(fixture, 1)->http.auth, SA_HTTP_NTLM);
    assert_true(host(fixture, 1)->http.tls);
    assert_int_equal(host(fixture, 1)->http.port, 7000);
    assert_string_equal(sa_secret_bytes(host(fixture, 1)->http.password), "Pa55");
    assert_int_equal(host(fixture, 1)->registry, SA_REG_CIM);
    assert_int_equal(host(fixture, 0)->powershell, SA_PSRP_AUTO);
    assert_int_equal(host(fixture, 1)->powershell, SA_PSRP_SCRIPT);
    assert_string_equal(host(fixture, 1)->configuration, "Audit");
    assert_int_equal(host(fixture, 1)->run_days, 14);
    assert_true(host(fixture, 1)->no_files);
    assert_int_equal(fixture->settings.host_timeout_s, 60);
}

static void hosts_of_the_command_line_take_the_place_of_configured_ones(void **state)
{
    struct fixture *fixture = *state;
    write_file("host-password", "Pa55\n");
    write_file("host-config.yaml", config);
    assert_int_equal(plan(fixture, "-c ./host-config.yaml --host other.example"), 0);
    assert_int_equal(fixture->settings.plan.count, 1);
    assert_string_equal(host(fixture, 0)->http.host, "other.example");
    assert_int_equal(host(fixture, 0)->http.port, 7000);
}

static void the_configuration_is_refused_with_its_place(void **state)
{
    static const struct {
        const char *text, *message, *place;
    } rows[] = {
        {"servers:\n  - name: x\n",                                "needs an 'export' folder",  ":2:5" },
        {"servers:\n  - export: x\n    winrm:\n      port: 1\n",   "no 'host' is named",        ":4:7" },
        {"servers:\n  - host: a b\n",                              "is not the name of a host", ":2:11"},
        {"servers:\n  - host: a\n    winrm:\n      prot: 1\n",     "prot",                      ":4:7" },
        {"servers:\n  - host: a\n    winrm:\n      port: x\n",     "is no port",                ":4:13"},
        {"servers:\n  - host: a\n    winrm: x\n",                  "is a mapping",              ":3:12"},
        {"servers:\n  - host: a\n    winrm:\n      auth: basic\n", "without TLS",               ":2:11"},
        {"winrm:\n  https: maybe\n",                               "is no value for --https",   ":2:10"},
    };
    (void)state;
    for (size_t i = 0; i < SA_COUNT(rows); i++) {
        struct fixture fixture = {0};
        settings_init(&fixture.settings);
        write_file("host-config.yaml", rows[i].text);
        int r = plan(&fixture, "-c ./host-config.yaml");
        if (r >= 0 || !strstr(fixture.err.message, rows[i].message) ||
            !strstr(fixture.err.place, rows[i].place))
            fail_msg("row %zu: %d '%s' at '%s'", i, r, fixture.err.message, fixture.err.place);
        settings_done(&fixture.settings);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_is_enough, set_up, tear_down),
        cmocka_unit_test_setup_teardown(options_belong_to_the_host_before_them, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_host_is_asked_as_its_forest, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_identity_before_all_serves_all, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_authority_may_be_meant_for_hosts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(servers_that_a_forest_knows_are_asked_as_it, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(no_hosts_means_none, set_up, tear_down),
        cmocka_unit_test(contradictions_have_one_message_each),
        cmocka_unit_test_setup_teardown(the_sync_engine_is_asked_as_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_sync_engine_is_left_alone_when_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(addresses_are_hosts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_configuration_describes_hosts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hosts_of_the_command_line_take_the_place_of_configured_ones,
                                        set_up, tear_down),
        cmocka_unit_test(the_configuration_is_refused_with_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
