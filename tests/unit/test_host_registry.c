/* SPDX-License-Identifier: Apache-2.0 */
/* Sources registry, software, certificate and firewall, from a table of keys (registry_fake.c) to the rows of
 * a snapshot: what holds, what is denied, and that nothing secret is asked for or kept. */
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/sql.h"
#include "syncaudit/text.h"

#include "host_certificate.h"
#include "host_registry.h"
#include "internal.h"
#include "registry_fake.h"
#include "support/test.h"

#define WINDOWS "SOFTWARE\\Microsoft\\Windows\\CurrentVersion"
#define NT      "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"
#define POLICY  "SOFTWARE\\Policies\\Microsoft"
#define CCS     "SYSTEM\\CurrentControlSet\\"
#define LOCAL   HOST_REG_FIREWALL
#define ADSYNC  CCS "Services\\ADSync\\Parameters"

static char blob_hex[8192];

/* A member server with the product, at its defaults elsewhere. */
static struct fake_value values[] = {
    {NT,                                                                     "CurrentBuildNumber",          1, "20348"                                       },
    {NT,                                                                     "UBR",                         4, "2966"                                        },
    {NT,                                                                     "InstallationType",            1, "Server"                                      },
    {NT,                                                                     "DigitalProductId",            3, "a4000000"                                    },
    {NT "\\Winlogon",                                                        "CachedLogonsCount",           1, "10"                                          },
    {NT "\\Winlogon",                                                        "DefaultPassword",             1, "the secret"                                  },
    {WINDOWS "\\Component Based Servicing\\RebootPending",                   NULL,                          0, NULL                                          },
    {WINDOWS "\\WindowsUpdate\\Auto Update",                                 "Held",                        4, "1"                                           },
    {WINDOWS "\\Policies\\System",                                           "EnableLUA",                   1, "1"                                           },
    {WINDOWS "\\Policies\\System\\Audit",                                    NULL,                          0, NULL                                          },
    {WINDOWS "\\Internet Settings\\Connections",                             "WinHttpSettings",             3, "1800000000"                                  },
    {POLICY "\\Windows\\EventLog\\EventForwarding\\SubscriptionManager",     "1",                           1,
     "Server=https://a"                                                                                                                                      },
    {POLICY "\\Windows\\EventLog\\EventForwarding\\SubscriptionManager",     "2",                           1,
     "Server=https://b"                                                                                                                                      },
    {POLICY "\\Windows\\WindowsUpdate",                                      "WUServer",                    1, "http://update.example password=hidden"       },
    {"SOFTWARE\\Microsoft\\ADHealthAgent\\Sync",                             "Key",                         1, "agent's secret"                              },
    {"SOFTWARE\\Microsoft\\Azure AD Connect",                                "AzureInstance",               1, "0"                                           },
    {"SOFTWARE\\Microsoft\\Azure AD Connect",                                "InstallationPath",            1, "C:\\Program Files\\x"                        },
    {"SOFTWARE\\Microsoft\\MSOLCoExistence",                                 "TenantID",                    1, "tenant"                                      },
    {"SOFTWARE\\Microsoft\\AD Sync\\Shared",                                 "Key",                         3, "5ec2e7"                                      },
    {"SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319",                       "SchUseStrongCrypto",          4, "1"                                           },
    {"SOFTWARE\\WOW6432Node\\Microsoft\\.NETFramework\\v4.0.30319",          "SchUseStrongCrypto",          4, "1"                                           },
    {"SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full",              "Release",                     4, "528449"                                      },
    {CCS "Services\\LanmanServer\\Shares",                                   NULL,                          0, NULL                                          },
    {CCS "Control\\Lsa",                                                     "LmCompatibilityLevel",        4, "5"                                           },
    {CCS "Control\\Lsa\\MSV1_0",                                             "NtlmMinClientSec",            4, "537395200"                                   },
    {CCS "Control\\Lsa\\FipsAlgorithmPolicy",                                "Enabled",                     4, "0"                                           },
    {CCS "Control\\Session Manager",                                         "PendingFileRenameOperations", 7,
     "\\??\\C:\\a\n\n\\??\\C:\\b"                                                                                                                            },
    {CCS "Control\\SecurityProviders\\WDigest",                              "Debuglevel",                  4, "0"                                           },
    {CCS "Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\Server", "Enabled",                     4, "0"                                           },
    {CCS "Control\\SecurityProviders\\SCHANNEL\\Ciphers\\RC4 128/128",       "Enabled",                     4, "4294967295"                                  },
    {CCS "Control\\DeviceGuard",                                             NULL,                          0, NULL                                          },
    {CCS "Control\\SecureBoot\\State",                                       "UEFISecureBootEnabled",       4, "1"                                           },
    {CCS "Control\\Terminal Server",                                         "fDenyTSConnections",          4, "0"                                           },
    {CCS "Control\\Terminal Server\\WinStations\\RDP-Tcp",                   "PortNumber",                  4, "3389"                                        },
    {CCS "Services\\LanmanServer\\Parameters",                               "RequireSecuritySignature",    4, "1"                                           },
    {CCS "Services\\LanmanWorkstation\\Parameters",                          "RequireSecuritySignature",    4, "0"                                           },
    {CCS "Services\\LDAP",                                                   "LDAPClientIntegrity",         4, "1"                                           },
    {CCS "Services\\Netlogon\\Parameters",                                   "RequireSignOrSeal",           4, "1"                                           },
    {CCS "Services\\W32Time\\Parameters",                                    "Type",                        1, "NT5DS"                                       },
    {CCS "Services\\W32Time\\TimeProviders\\VMICTimeProvider",               "Enabled",                     4, "1"                                           },
    {ADSYNC,                                                                 "Path",                        1, "C:\\Program Files\\Microsoft Azure AD Sync\\"},
    {ADSYNC,                                                                 "GroupAdmins",                 1, "ADSyncAdmins"                                },
    {ADSYNC "\\Connectors",                                                  NULL,                          0, NULL                                          },

    {HOST_REG_UNINSTALL "\\AddressBook",                                     NULL,                          0, NULL                                          },
    {HOST_REG_UNINSTALL "\\MicrosoftAzureADConnectionTool",                  "DisplayName",                 1,
     "Microsoft Entra Connect"                                                                                                                               },
    {HOST_REG_UNINSTALL "\\MicrosoftAzureADConnectionTool",                  "DisplayVersion",              1, "2.5.79.0"                                    },
    {HOST_REG_UNINSTALL "\\MicrosoftAzureADConnectionTool",                  "InstallDate",                 1, "20260131"                                    },
    {HOST_REG_UNINSTALL "\\MicrosoftAzureADConnectionTool",                  "ProductID",                   1, "a licence"                                   },
    {HOST_REG_UNINSTALL "\\Closed",                                          "DisplayName",                 1, "Closed"                                      },
    {HOST_REG_UNINSTALL32 "\\{2}",                                           "DisplayName",                 1, "Agent"                                       },
    {HOST_REG_UNINSTALL32 "\\{2}",                                           "InstallDate",                 1, "31.1.2026"                                   },

    {HOST_REG_CERTIFICATES "\\0123",                                         "Blob",                        3, blob_hex                                      },

    {LOCAL "\\FirewallRules",                                                "WINRM-HTTP-In-TCP",           1,
     "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|LPort=5985|App=System|"
     "Name=@FirewallAPI.dll,-30253|"                                                                                                                         },
    {LOCAL "\\FirewallRules",                                                "{1}",                         1,
     "v2.31|Action=Allow|Active=TRUE|Dir=In|RA4=10.0.0.0/8|Name=Everything \xc3\xa4|"                                                                        },
    {LOCAL "\\FirewallRules",                                                "{2}",                         1, "v9.0|New=1|"                                 },
    {LOCAL "\\FirewallRules",                                                "Number",                      4, "1"                                           },
    {LOCAL "\\DomainProfile",                                                "EnableFirewall",              4, "0"                                           },
    {LOCAL "\\DomainProfile\\Logging",                                       "LogFileSize",                 4, "16384"                                       },
    {LOCAL "\\StandardProfile",                                              "EnableFirewall",              4, "1"                                           },
    {LOCAL "\\StandardProfile\\Logging",                                     NULL,                          0, NULL                                          },
    {LOCAL "\\PublicProfile",                                                "DefaultInboundAction",        4, "0"                                           },
    {LOCAL "\\PublicProfile\\Logging",                                       "LogDroppedPackets",           4, "1"                                           },
    {HOST_REG_FIREWALL_POLICY "\\FirewallRules",                             "{3}",                         1,
     "v2.30|Action=Block|Active=TRUE|Dir=Out|Protocol=17|RPort=53|"                                                                                          },
    {HOST_REG_FIREWALL_POLICY "\\DomainProfile",                             "EnableFirewall",              4, "1"                                           },
    {HOST_REG_FIREWALL_POLICY "\\DomainProfile",                             "AllowLocalPolicyMerge",       4, "0"                                           },
    {HOST_REG_FIREWALL_POLICY "\\StandardProfile",                           "DefaultInboundAction",        4, "7"                                           },
    {HOST_REG_FIREWALL_POLICY "\\StandardProfile",                           "DefaultOutboundAction",       4, "1"                                           },
    {NULL,                                                                   NULL,                          0, NULL                                          },
};

/* Snapshot ----------------------------------------------------------------------------------------- */

struct world {
    struct fake fake;
    struct host host;
    struct sa_host_request request;
    struct sa_snapshot *snapshot;
    char path[64];
    int status;
    struct sa_error err;
};

int __wrap_host_finish(struct host *host, const char *source, const struct sa_error *problem,
                       host_store_fn *store, struct sa_error *err);

/* What the collector's frame does with a source. */
int __wrap_host_finish(struct host *host, const char *source, const struct sa_error *problem,
                       host_store_fn *store, struct sa_error *err)
{
    struct sa_batch *batch = NULL;
    int r = problem->status;

    if (r < 0) {
        assert_string_not_equal(problem->message, "");
        r = sa_coverage_record(host->snapshot, host->target_id, source, problem, err);
    } else {
        assert_int_equal(sa_batch_begin(host->snapshot, host->target_id, source, &batch, err), 0);
        assert_int_equal(sa_batch_evidence(batch, host->evidence_name, sa_buf_text(&host->evidence),
                                           host->evidence.len, &host->evidence_id, err),
                         0);
        assert_null(strstr(sa_buf_text(&host->evidence), "secret"));
        assert_null(strstr(sa_buf_text(&host->evidence), "hidden"));
        assert_null(strstr(sa_buf_text(&host->evidence), "licence"));
        assert_null(strstr(sa_buf_text(&host->evidence), "5ec2e7"));
        r = store(host, batch, err);
        assert_int_equal(host->room.status, 0);
        assert_int_equal(r, 0);
        r = sa_batch_commit(batch, err);
    }
    sa_arena_done(&host->scratch);
    sa_buf_clear(&host->evidence);
    return r;
}

static void begin(struct world *w)
{
    struct sa_run_info run = {.tool_version = "1",
                              .catalogue_version = "1",
                              .catalogue_sha256 = "00",
                              .operator_name = "o",
                              .workstation = "w"};
    struct sa_target_info target = {.name = "a", .location = "x"};

    memset(w, 0, sizeof *w);
    (void)snprintf(w->path, sizeof w->path, "/tmp/syncaudit-host-XXXXXX");
    assert_true(close(mkstemp(w->path)) == 0);
    assert_int_equal(sa_snapshot_create(w->path, true, &run, &w->snapshot, &w->err), 0);
    w->fake.values = values;
    w->fake.names_empty_keys = true;
    fake = &w->fake;
    w->host = (struct host){.snapshot = w->snapshot, .request = &w->request};
    assert_int_equal(sa_snapshot_add_target(w->snapshot, &target, &w->host.target_id, &w->err), 0);
    sa_arena_init(&w->host.arena, SA_LIMIT_HOST_MODEL);
    sa_arena_init(&w->host.scratch, SA_LIMIT_HOST_MODEL);
    sa_buf_init(&w->host.evidence, 16 * SA_MIB);
}

static void collect(struct world *w)
{
    w->status = host_collect_registry(&w->host, &w->err);
    assert_int_equal(w->status, 0);
}

static void end(struct world *w)
{
    char journal[80];

    sa_snapshot_close(w->snapshot);
    sa_arena_done(&w->host.arena);
    sa_arena_done(&w->host.scratch);
    sa_buf_done(&w->host.evidence);
    (void)unlink(w->path);
    (void)snprintf(journal, sizeof journal, "%s-journal", w->path);
    (void)unlink(journal);
    fake = NULL;
}

/* All rows of a query, columns joined by ' ', rows by ';'. */
static const char *rows(struct world *w, const char *sql)
{
    static struct sa_buf text = SA_BUF_INIT(SA_MIB);
    sqlite3_stmt *statement = NULL;
    int r = 0;

    sa_buf_clear(&text);
    assert_int_equal(sa_sql_prepare(sa_snapshot_db(w->snapshot), sql, "rows", &statement, &w->err),
                     0);
    while ((r = sa_sql_step(statement, "rows", &w->err)) > 0) {
        if (text.len > 0)
            sa_buf_add_char(&text, ';');
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            const unsigned char *value = sqlite3_column_text(statement, i);

            sa_buf_addf(&text, "%s%s", i > 0 ? " " : "", value != NULL ? (const char *)value : "-");
        }
    }
    assert_int_equal(r, 0);
    sqlite3_finalize(statement);
    return sa_buf_text(&text);
}

static const char *setting(struct world *w, const char *name)
{
    char sql[200];

    (void)snprintf(sql, sizeof sql,
                   "SELECT state, number, text FROM host_setting WHERE name = '%s'", name);
    return rows(w, sql);
}

/* Tests -------------------------------------------------------------------------------------------- */

static void check_settings(struct world *w)
{
    assert_string_equal(setting(w, "Windows.CurrentBuildNumber"), "set 20348 -");
    assert_string_equal(setting(w, "Windows.UBR"), "set 2966 -");
    assert_string_equal(setting(w, "Windows.InstallationType"), "set - Server");
    assert_string_equal(setting(w, "Windows.DisplayVersion"), "absent - -");
    assert_string_equal(setting(w, "Windows.PhysicalHostName"), "absent - -");
    assert_string_equal(setting(w, "Reboot.ComponentServicing"), "set 1 -");
    assert_string_equal(setting(w, "Reboot.WindowsUpdate"), "absent - -");
    assert_string_equal(setting(w, "Reboot.FileRenames"), "set 2 -");
    assert_string_equal(setting(w, "Update.NoAutoUpdate"), "absent - -");
    assert_string_equal(setting(w, "Winlogon.CachedLogonsCount"), "set 10 -");
    assert_string_equal(setting(w, "Winlogon.AutoAdminLogon"), "absent - -");
    assert_string_equal(setting(w, "Winlogon.DefaultPassword"), "set 1 -");
    assert_string_equal(setting(w, "System.EnableLUA"), "wrong_type - -");
    assert_string_equal(setting(w, "Lsa.LmCompatibilityLevel"), "set 5 -");
    assert_string_equal(setting(w, "Lsa.RunAsPPL"), "absent - -");
    assert_string_equal(setting(w, "WinRM.Service.Basic"), "absent - -");
    assert_string_equal(setting(w, "Rdp.SecurityLayer.Policy"), "absent - -");
    assert_string_equal(setting(w, "Rdp.Port"), "set 3389 -");
    assert_string_equal(setting(w, "Rdp.UserAuthentication"), "absent - -");
    assert_string_equal(setting(w, "Tls.TLS 1.0.Server.Enabled"), "set 0 -");
    assert_string_equal(setting(w, "Tls.TLS 1.2.Client.Enabled"), "absent - -");
    assert_string_equal(setting(w, "Cipher.RC4 128/128"), "set 4294967295 -");
    assert_string_equal(setting(w, "Smb.Client.Smb1Driver"), "absent - -");
    assert_string_equal(setting(w, "Audit.CommandLine"), "absent - -");
    assert_string_equal(setting(w, "EventForwarding.Subscriptions"), "set 2 -");
    assert_string_equal(setting(w, "Proxy.WinHttp"),
                        "set - 4db3ba17a54d1acb588cf8c5fe7a15065e7f0de0becab87132e2a82875c98c7a");
}

static void check_others(struct world *w)
{
    assert_string_equal(setting(w, "EntraConnect.Version"), "set - 2.5.79.0");
    assert_string_equal(setting(w, "EntraConnect.HealthAgent"), "set 1 -");
    assert_string_equal(setting(w, "EntraConnect.AuditEventLogging"), "absent - -");
    assert_string_equal(setting(w, "ADSync.GroupAdmins"), "set - ADSyncAdmins");
    assert_string_equal(setting(w, "ADSync.Server"), "absent - -");
    assert_string_equal(rows(w, "SELECT place FROM host_setting WHERE name IN ('Lsa.RunAsPPL', "
                                "'EntraConnect.HealthAgent') ORDER BY place"),
                        "SOFTWARE\\Microsoft\\ADHealthAgent\\Sync;"
                        "SYSTEM\\CurrentControlSet\\Control\\Lsa\\RunAsPPL");
    assert_string_equal(
        rows(w, "SELECT count(*) FROM host_setting WHERE state IN ('unread', 'denied')"), "0");
    assert_string_equal(
        rows(
            w,
            "SELECT count(*) FROM host_setting WHERE text LIKE '%secret%' OR text LIKE '%hidden%'"),
        "0");

    assert_string_equal(
        rows(w, "SELECT key, bits, name, version, publisher, installed_on FROM host_software ORDER "
                "BY key"),
        "Closed 64 Closed - - -;"
        "MicrosoftAzureADConnectionTool 64 Microsoft Entra Connect 2.5.79.0 - 2026-01-31;"
        "{2} 32 Agent - - -");
    assert_string_equal(rows(w, "SELECT subject, issuer, not_before, key_type, key_bits, "
                                "signature, self_signed, length(thumbprint) FROM host_certificate"),
                        "CN=sync,O=Example \xc3\xa4 CN=sync,O=Example \xc3\xa4 "
                        "2026-01-01T00:00:00Z EC 256 sha256 1 40");
}

static void check_firewall(struct world *w)
{
    assert_string_equal(
        rows(w, "SELECT profile, enabled, inbound, outbound, local_rules, block_all, log_dropped, "
                "log_size_kb, decided_by FROM host_firewall_profile ORDER BY profile"),
        "domain 1 block allow 0 0 0 16384 policy;"
        "private 1 - block 1 0 0 4096 local;"
        "public 1 - block 1 0 1 4096 default");
    assert_string_equal(
        rows(
            w,
            "SELECT store, rule, name, built_in, active, inbound, action, domain, private, public, "
            "protocol, program, any_local_port, any_remote, understood FROM host_firewall_rule "
            "ORDER BY rule"),
        "local WINRM-HTTP-In-TCP @FirewallAPI.dll,-30253 1 1 1 allow 1 0 0 6 System 0 1 1;"
        "local {1} Everything \xc3\xa4 0 1 1 allow 1 1 1 - - 1 0 1;"
        "local {2}  0 1 1 allow 1 1 1 - - 1 1 0;"
        "policy {3}  0 1 0 block 1 1 1 17 - 1 1 1");
    assert_string_equal(rows(w, "SELECT low, high, keyword FROM host_firewall_port"),
                        "5985 5985 -");
    assert_string_equal(
        rows(w, "SELECT address, family, low, high, keyword FROM host_firewall_remote"),
        "10.0.0.0/8 4 0000000000000000000000000a000000 0000000000000000000000000affffff -");
}

static void a_server_becomes_rows(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    collect(&w);
    check_settings(&w);
    check_others(&w);
    check_firewall(&w);
    assert_string_equal(rows(&w, "SELECT source, status FROM coverage ORDER BY source"),
                        "certificate ok;firewall ok;registry ok;software ok");
    assert_string_equal(rows(&w, "SELECT source, name FROM evidence ORDER BY source"),
                        "certificate certificate.tsv;firewall firewall.tsv;registry "
                        "registry.tsv;software software.tsv");
    /* One command line: what is rare is known to be absent by then. Names of Winlogon. */
    assert_int_equal(w.fake.shells, 1);
    assert_int_equal(w.fake.shell_lines, 1);
    assert_int_equal(w.fake.invokes, 1);
    assert_int_equal(w.fake.data_invokes, 0);
    assert_non_null(w.host.registry);
    end(&w);
}

static void the_same_rows_without_a_shell(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    sa_fail(&w.fake.shell_error, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "refused");
    collect(&w);
    check_settings(&w);
    check_others(&w);
    check_firewall(&w);
    assert_null(strstr(w.fake.asked, "DefaultPassword"));
    assert_null(strstr(w.fake.asked, "AD Sync"));
    assert_null(strstr(w.fake.asked, "DigitalProductId"));
    assert_int_equal(w.fake.shells, 1);
    assert_true(w.fake.invokes < 160);
    end(&w);
}

/* No line that the session would refuse. */
static void the_plan_may_be_sent(void **state)
{
    struct sa_reg_request requests[HOST_REG_REQUESTS];
    struct world w;
    char *line = NULL;
    size_t count = host_plan(requests), lines = 0;

    (void)state;
    assert_true(count < HOST_REG_REQUESTS);
    for (size_t i = 0; i < count; i++) {
        assert_false(sa_text_starts(requests[i].key, "SOFTWARE\\Microsoft\\AD Sync"));
        assert_false(sa_text_starts(requests[i].key, "SECURITY"));
        assert_false(sa_text_starts(requests[i].key, "SAM"));
        if (strstr(requests[i].key, "Winlogon") != NULL)
            assert_true(!requests[i].listed && requests[i].scope != SA_REG_KEY);
    }
    begin(&w);
    collect(&w);
    for (line = w.fake.lines; *line != '\0'; lines++) {
        char *end_of = strchr(line, '\n');

        *end_of = '\0';
        if (wsman_may_run(line, &w.err) < 0)
            fail_msg("%s: %s", w.err.message, line);
        assert_null(strstr(line, "Winlogon\"&"));
        assert_null(strstr(line, "DefaultPassword"));
        line = end_of + 1;
    }
    assert_int_equal(lines, w.fake.shell_lines);
    end(&w);
}

static const char *coverage(struct world *w)
{
    return rows(w, "SELECT source, status FROM coverage ORDER BY source");
}

static void what_is_denied_fails_its_source_alone(void **state)
{
    static const struct {
        const char *key, *coverage;
    } cases[] = {
        {HOST_REG_UNINSTALL "\\Closed",    "certificate ok;firewall ok;registry ok;software denied"},
        {HOST_REG_UNINSTALL32,             "certificate ok;firewall ok;registry ok;software denied"},
        {HOST_REG_CERTIFICATES,            "certificate denied;firewall ok;registry ok;software ok"},
        {HOST_REG_CERTIFICATES "\\0123",   "certificate denied;firewall ok;registry ok;software ok"},
        {LOCAL "\\FirewallRules",          "certificate ok;firewall denied;registry ok;software ok"},
        {LOCAL "\\PublicProfile\\Logging",
         "certificate ok;firewall denied;registry ok;software ok"                                  },
        {HOST_REG_FIREWALL_POLICY,         "certificate ok;firewall denied;registry ok;software ok"},
        {CCS "Control\\Lsa",               "certificate ok;firewall ok;registry ok;software ok"    },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        for (int way = 0; way < 2; way++) {
            struct world w;

            begin(&w);
            w.request.registry = way == 0 ? SA_REG_AUTO : SA_REG_CIM;
            w.fake.denied[0] = cases[i].key;
            collect(&w);
            assert_string_equal(coverage(&w), cases[i].coverage);
            assert_string_equal(setting(&w, "Lsa.LmCompatibilityLevel"),
                                i == 7 ? "denied - -" : "set 5 -");
            assert_string_equal(
                rows(&w, "SELECT count(*) FROM host_software WHERE (SELECT status FROM coverage "
                         "WHERE source = 'software') <> 'ok'"),
                "0");
            end(&w);
        }
    }
}

static void a_server_that_does_not_answer_fails_all(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    sa_fail(&w.fake.shell_error, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "shells refused");
    sa_fail(&w.fake.cim_error, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "namespace refused");
    collect(&w);
    assert_string_equal(coverage(&w),
                        "certificate denied;firewall denied;registry denied;software denied");
    end(&w);
    begin(&w);
    sa_fail(&w.fake.shell_error, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "gone");
    sa_fail(&w.fake.cim_error, SA_E_NETWORK, SA_DOMAIN_NONE, 0, "gone");
    collect(&w);
    assert_string_equal(coverage(&w), "certificate unreachable;firewall unreachable;registry "
                                      "unreachable;software unreachable");
    assert_null(w.host.registry);
    end(&w);
}

static void a_certificate_that_is_none_fails_its_source(void **state)
{
    struct world w;
    char first = blob_hex[60]; /* in the certificate */

    (void)state;
    begin(&w);
    blob_hex[60] = 'f';
    collect(&w);
    assert_string_equal(rows(&w, "SELECT status FROM coverage WHERE source = 'certificate'"),
                        "failed");
    assert_string_equal(rows(&w, "SELECT count(*) FROM host_certificate"), "0");
    end(&w);
    blob_hex[60] = first;
}

static void cut_blobs_are_refused(void **state)
{
    static const unsigned char no_certificate[] = {3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    size_t whole = strlen(blob_hex) / 2;
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_certificate certificate;
    struct sa_error err;

    (void)state;
    for (size_t len = 0; len <= whole; len++) {
        unsigned char *blob = malloc(len + 1);

        assert_non_null(blob);
        for (size_t i = 0; i < len; i++) {
            const char pair[] = {blob_hex[2 * i], blob_hex[2 * i + 1], '\0'};

            blob[i] = (unsigned char)strtoul(pair, NULL, 16);
        }
        assert_int_equal(sa_certificate_parse(blob, len, &arena, &certificate, &err),
                         len == whole ? 0 : SA_E_PROTOCOL);
        free(blob);
    }
    assert_string_equal(certificate.not_after, "2027-12-31T23:59:59Z");
    assert_int_equal(
        sa_certificate_parse(no_certificate, sizeof no_certificate, &arena, &certificate, &err),
        SA_E_PROTOCOL);
    assert_int_equal(sa_certificate_parse(no_certificate, SA_CERTIFICATE_BLOB_MAX + 1, &arena,
                                          &certificate, &err),
                     SA_E_PROTOCOL);
    assert_int_equal(sa_certificate_parse(NULL, 0, &arena, &certificate, &err), SA_E_PROTOCOL);
    sa_arena_done(&arena);
}

static void old_lists_of_a_policy_are_not_passed_over(void **state)
{
    static const struct fake_value lists[] = {
        {LOCAL "\\FirewallRules",                                             "a",       1, "v2.31|Action=Allow|Dir=In|"},
        {HOST_REG_FIREWALL_POLICY "\\DomainProfile\\GloballyOpenPorts\\List", "445:TCP", 1,
         "445:TCP:*:enabled:x"                                                                                          },
        {NULL,                                                                NULL,      0, NULL                        },
    };
    struct world w;

    (void)state;
    begin(&w);
    w.fake.values = lists;
    collect(&w);
    assert_string_equal(rows(&w, "SELECT status FROM coverage WHERE source = 'firewall'"),
                        "failed");
    end(&w);
}

/* A property list as in the registry: another property first. */
static int make_certificate(void **state)
{
    static const unsigned char head[] = {3, 0,    0,    0,  1, 0, 0, 0, 2, 0, 0,
                                         0, 0xaa, 0xbb, 32, 0, 0, 0, 1, 0, 0, 0};
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_NAME *name = NULL;
    unsigned char *der = NULL;
    int len = 0;
    size_t at = 0;

    (void)state;
    assert_non_null(key);
    assert_non_null(certificate);
    name = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, (const unsigned char *)"Example \xc3\xa4",
                               -1, -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)"sync", -1, -1, 0);
    X509_set_issuer_name(certificate, name);
    ASN1_TIME_set_string(X509_getm_notBefore(certificate), "260101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate), "271231235959Z");
    X509_set_pubkey(certificate, key);
    assert_true(X509_sign(certificate, key, EVP_sha256()) > 0);
    len = i2d_X509(certificate, &der);
    assert_true(len > 0 && len < 3000);
    for (size_t i = 0; i < sizeof head; i++, at += 2)
        (void)snprintf(blob_hex + at, 3, "%02x", head[i]);
    for (int i = 0; i < 4; i++, at += 2)
        (void)snprintf(blob_hex + at, 3, "%02x", ((unsigned)len >> (8 * i)) & 0xff);
    for (int i = 0; i < len; i++, at += 2)
        (void)snprintf(blob_hex + at, 3, "%02x", der[i]);
    OPENSSL_free(der);
    X509_free(certificate);
    EVP_PKEY_free(key);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_server_becomes_rows),
        cmocka_unit_test(the_same_rows_without_a_shell),
        cmocka_unit_test(the_plan_may_be_sent),
        cmocka_unit_test(what_is_denied_fails_its_source_alone),
        cmocka_unit_test(a_server_that_does_not_answer_fails_all),
        cmocka_unit_test(a_certificate_that_is_none_fails_its_source),
        cmocka_unit_test(cut_blobs_are_refused),
        cmocka_unit_test(old_lists_of_a_policy_are_not_passed_over),
    };

    return cmocka_run_group_tests(tests, make_certificate, NULL);
}
