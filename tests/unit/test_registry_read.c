/* SPDX-License-Identifier: Apache-2.0 */
/* The registry reader against registry_fake.c: both ways give the same answers, few exchanges, and what is
 * absent, denied or unread is told apart. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "registry_fake.h"
#include "registry_private.h"
#include "support/test.h"

#define LSA    "SYSTEM\\CurrentControlSet\\Control\\Lsa"
#define LOGON  "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon"
#define POLICY "SOFTWARE\\Policies\\Microsoft"
#define UN     "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall"

static const struct fake_value values[] = {
    {LSA,                           "LmCompatibilityLevel", 4,  "5"                          },
    {LSA,                           "RestrictRemoteSAM",    1,  "O:BAG:BAD:(A;;RC;;;BA)"     },
    {LSA,                           "Security Packages",    7,  "kerberos\nmsv1_0"           },
    {LSA,                           "Unasked",              1,  "not kept"                   },
    {LSA,                           "",                     1,  "unnamed"                    },
    {LSA "\\MSV1_0",                "NtlmMinClientSec",     4,  "537395200"                  },
    {LOGON,                         "DefaultPassword",      1,  "the secret"                 },
    {LOGON,                         "CachedLogonsCount",    1,  "10"                         },
    {POLICY "\\Windows\\WinRM",     NULL,                   0,  NULL                         },
    {POLICY "\\SystemCertificates", NULL,                   0,  NULL                         },
    {UN "\\AddressBook",            NULL,                   0,  NULL                         },
    {UN "\\{1-2}",                  "DisplayName",          1,  "Synchronisation \xc3\xa4  x"},
    {UN "\\{1-2}",                  "Size",                 11, "18446744073709551615"       },
    {UN "\\{1-2}",                  "Blob",                 3,  "00ff10"                     },
    {UN "\\{1-2}",                  "Path",                 2,  "C:\\Program Files"          },
    {UN "\\Closed",                 "DisplayName",          1,  "cannot be opened"           },
    {UN "\\Deep\\Deeper",           "DisplayName",          1,  "below"                      },
    {NULL,                          NULL,                   0,  NULL                         },
};

static const struct sa_reg_request requests[] = {
    {POLICY,                                   SA_REG_SUBKEYS, NULL,                   true },
    {POLICY "\\Windows",                       SA_REG_SUBKEYS, NULL,                   true },
    {POLICY "\\Windows\\WinRM\\Service",       SA_REG_VALUE,   "AllowBasic",           true },
    {POLICY "\\Windows NT\\Terminal Services", SA_REG_VALUE,   "SecurityLayer",        true },
    {LSA,                                      SA_REG_VALUE,   "LmCompatibilityLevel", true },
    {LSA,                                      SA_REG_VALUE,   "RestrictRemoteSAM",    true },
    {LSA,                                      SA_REG_VALUE,   "RunAsPPL",             true },
    {LSA,                                      SA_REG_VALUE,   "Security Packages",    true },
    {LSA "\\MSV1_0",                           SA_REG_VALUE,   "NtlmMinClientSec",     true },
    {LOGON,                                    SA_REG_NAMES,   NULL,                   false},
    {LOGON,                                    SA_REG_VALUE,   "CachedLogonsCount",    false},
    {LOGON,                                    SA_REG_VALUE,   "AutoAdminLogon",       false},
    {UN,                                       SA_REG_TREE,    NULL,                   true },
};

struct run {
    struct fake fake;
    struct sa_arena arena;
    struct sa_buf text;
    struct sa_registry *registry;
    struct sa_error err;
    int status;
};

static void begin(struct run *run)
{
    memset(run, 0, sizeof *run);
    run->fake.values = values;
    run->fake.denied[0] = UN "\\Closed";
    sa_arena_init(&run->arena, 64 * SA_MIB);
    sa_buf_init(&run->text, SA_MIB);
    fake = &run->fake;
}

static void read_all(struct run *run, enum sa_reg_way way)
{
    run->status = sa_registry_read(NULL, requests, SA_COUNT(requests), way, &run->arena,
                                   &run->registry, &run->text, &run->err);
}

static void end(struct run *run)
{
    sa_arena_done(&run->arena);
    sa_buf_done(&run->text);
    fake = NULL;
}

static const struct sa_reg_value *value_of(const struct run *run, const char *key, const char *name)
{
    return sa_registry_value(run->registry, key, name);
}

static void check_answers(const struct run *run)
{
    const struct sa_reg_value *value = value_of(run, LSA, "lmcompatibilitylevel");
    const struct sa_reg_key *key = NULL;

    assert_int_equal(run->status, 0);
    assert_int_equal(value->state, SA_REG_SET);
    assert_int_equal(value->type, 4);
    assert_int_equal(value->number, 5);
    assert_string_equal(value_of(run, LSA, "RestrictRemoteSAM")->text, "O:BAG:BAD:(A;;RC;;;BA)");
    assert_string_equal(value_of(run, LSA, "Security Packages")->text, "kerberos\nmsv1_0");
    assert_int_equal(value_of(run, LSA, "RunAsPPL")->state, SA_REG_ABSENT);
    assert_int_equal(value_of(run, LSA "\\MSV1_0", "NtlmMinClientSec")->number, 537395200);
    assert_int_equal(value_of(run, LSA, "Unasked")->state, SA_REG_UNREAD);
    assert_string_equal(value_of(run, LSA, "Unasked")->text, "");
    assert_int_equal(sa_registry_has(run->registry, LSA, "Unasked"), SA_REG_SET);

    /* Keys that the lists of their parents do not name. */
    assert_int_equal(value_of(run, POLICY "\\Windows\\WinRM\\Service", "AllowBasic")->state,
                     SA_REG_ABSENT);
    assert_int_equal(
        value_of(run, POLICY "\\Windows NT\\Terminal Services", "SecurityLayer")->state,
        SA_REG_ABSENT);
    assert_int_equal(sa_registry_key(run->registry, POLICY "\\windows\\winrm")->state, SA_REG_SET);
    assert_int_equal(sa_registry_key(run->registry, POLICY "\\Windows\\Nothing\\At\\All")->state,
                     SA_REG_ABSENT);
    assert_int_equal(sa_registry_key(run->registry, "HARDWARE")->state, SA_REG_UNREAD);

    /* Secrets: the name is known, the data never left the host. */
    assert_int_equal(sa_registry_has(run->registry, LOGON, "DefaultPassword"), SA_REG_SET);
    assert_int_equal(value_of(run, LOGON, "DefaultPassword")->state, SA_REG_UNREAD);
    assert_string_equal(value_of(run, LOGON, "CachedLogonsCount")->text, "10");
    assert_int_equal(value_of(run, LOGON, "AutoAdminLogon")->state, SA_REG_ABSENT);
    assert_null(strstr(sa_buf_text(&run->text), "the secret"));
    assert_null(strstr(sa_buf_text(&run->text), "not kept"));

    key = sa_registry_key(run->registry, UN);
    assert_true(key->complete);
    assert_int_equal(key->subkey_count, 4);
    assert_int_equal(value_of(run, UN "\\{1-2}", "Size")->number, UINT64_MAX);
    assert_string_equal(value_of(run, UN "\\{1-2}", "DisplayName")->text,
                        "Synchronisation \xc3\xa4  x");
    assert_int_equal(value_of(run, UN "\\{1-2}", "Blob")->len, 3);
    assert_memory_equal(value_of(run, UN "\\{1-2}", "Blob")->bytes, "\x00\xff\x10", 3);
    assert_string_equal(value_of(run, UN "\\{1-2}", "Path")->text, "C:\\Program Files");
    assert_string_equal(value_of(run, UN "\\Deep\\Deeper", "DisplayName")->text, "below");
    assert_int_equal(sa_registry_key(run->registry, UN "\\Closed")->state, SA_REG_DENIED);
    assert_int_equal(value_of(run, UN "\\Closed", "DisplayName")->state, SA_REG_DENIED);
    assert_int_equal(sa_registry_key(run->registry, UN "\\AddressBook")->value_count, 0);
    assert_int_equal(value_of(run, UN "\\AddressBook", "DisplayName")->state, SA_REG_ABSENT);
    assert_null(sa_registry_trouble(run->registry));
}

static void shell_answers_nearly_everything(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    run.fake.names_empty_keys = true;
    read_all(&run, SA_REG_AUTO);
    check_answers(&run);
    assert_string_equal(sa_registry_way(run.registry), "shell, StdRegProv");
    assert_int_equal(run.fake.shells, 1);
    /* Names of Winlogon; Service, whose parent was not listed; the subkey that the tree passed over. */
    assert_int_equal(run.fake.invokes, 3);
    assert_int_equal(run.fake.data_invokes, 0);
    end(&run);
}

static void keys_without_values_need_no_line(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    read_all(&run, SA_REG_AUTO);
    check_answers(&run);
    assert_int_equal(run.fake.shells, 1);
    assert_int_equal(run.fake.invokes, 5); /* and of AddressBook subkeys and values */
    end(&run);
}

static void a_tree_that_failed_keeps_what_it_printed(void **state)
{
    struct run run;

    (void)state;
    for (int named = 0; named < 2; named++) {
        begin(&run);
        run.fake.names_empty_keys = named != 0;
        run.fake.tree_fails = true;
        read_all(&run, SA_REG_AUTO);
        check_answers(&run);
        assert_int_equal(run.fake.data_invokes, 0);
        assert_non_null(strstr(run.fake.asked, "EnumKey " UN "\\{1-2}\n"));
        end(&run);
    }
}

static void StdRegProv_answers_the_same(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    read_all(&run, SA_REG_CIM);
    check_answers(&run);
    assert_int_equal(run.fake.shells, 0);
    assert_string_equal(sa_registry_way(run.registry), "StdRegProv");
    assert_null(strstr(run.fake.asked, "DefaultPassword"));
    assert_null(strstr(run.fake.asked, "Unasked"));
    end(&run);
}

static void evidence_is_the_same_by_both_ways(void **state)
{
    struct run shell, cim;

    (void)state;
    begin(&shell);
    read_all(&shell, SA_REG_AUTO);
    begin(&cim);
    read_all(&cim, SA_REG_CIM);
    assert_string_equal(sa_buf_text(&shell.text), sa_buf_text(&cim.text));
    assert_non_null(strstr(sa_buf_text(&cim.text), "Control\\\\Lsa\tRunAsPPL\tabsent \n"));
    assert_non_null(strstr(sa_buf_text(&cim.text), "{1-2}\tBlob\tREG_BINARY\t00ff10\n"));
    assert_non_null(strstr(sa_buf_text(&cim.text), "Winlogon\tDefaultPassword\tunread REG_SZ\n"));
    assert_non_null(strstr(sa_buf_text(&cim.text), "Uninstall\\\\Closed\t\tdenied\n"));
    end(&shell);
    fake = &cim.fake;
    end(&cim);
}

static void a_refused_shell_is_no_trouble(void **state)
{
    static const int statuses[] = {SA_E_DENIED,  SA_E_REMOTE,   SA_E_LIMIT,
                                   SA_E_TIMEOUT, SA_E_PROTOCOL, SA_E_NETWORK};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(statuses); i++) {
        struct run run;

        begin(&run);
        sa_fail(&run.fake.shell_error, statuses[i], SA_DOMAIN_WSMAN, 2150859180, "shells refused");
        read_all(&run, SA_REG_AUTO);
        check_answers(&run);
        assert_int_equal(run.fake.shells, 1);
        assert_string_equal(sa_registry_way(run.registry), "StdRegProv");
        end(&run);
    }
}

static void a_lost_session_ends_it(void **state)
{
    static const int statuses[] = {SA_E_NETWORK, SA_E_AUTH, SA_E_CANCELLED};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(statuses); i++) {
        struct run run;

        /* A connection may be lost with the shell alone: one question more finds out. */
        begin(&run);
        sa_fail(&run.fake.shell_error, statuses[i], SA_DOMAIN_NONE, 0, "gone");
        sa_fail(&run.fake.cim_error, statuses[i], SA_DOMAIN_NONE, 0, "gone");
        read_all(&run, SA_REG_AUTO);
        assert_int_equal(run.status, statuses[i]);
        assert_int_equal(run.err.status, statuses[i]);
        assert_int_equal(run.fake.invokes, statuses[i] == SA_E_NETWORK ? 1 : 0);
        end(&run);
        begin(&run);
        sa_fail(&run.fake.cim_error, statuses[i], SA_DOMAIN_NONE, 0, "gone");
        run.fake.cim_error_from = 3;
        read_all(&run, SA_REG_CIM);
        assert_int_equal(run.status, statuses[i]);
        assert_int_equal(run.fake.invokes, 3);
        end(&run);
    }
}

static void a_denied_namespace_leaves_things_unread(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    sa_fail(&run.fake.cim_error, SA_E_DENIED, SA_DOMAIN_WSMAN, 5, "denied");
    read_all(&run, SA_REG_CIM);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.fake.invokes, 1);
    assert_int_equal(sa_registry_trouble(run.registry)->status, SA_E_DENIED);
    assert_int_equal(value_of(&run, LSA, "RunAsPPL")->state, SA_REG_UNREAD);
    assert_int_equal(sa_registry_key(run.registry, UN)->state, SA_REG_UNREAD);
    end(&run);

    /* So does one answer that does not come; what was known by then stays. */
    begin(&run);
    sa_fail(&run.fake.cim_error, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0, "no answer");
    run.fake.cim_error_from = 2;
    read_all(&run, SA_REG_AUTO);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.fake.invokes, 2);
    assert_int_equal(sa_registry_trouble(run.registry)->status, SA_E_TIMEOUT);
    assert_int_equal(value_of(&run, LSA, "LmCompatibilityLevel")->number, 5);
    assert_int_equal(sa_registry_has(run.registry, LOGON, "DefaultPassword"), SA_REG_UNREAD);
    end(&run);

    /* Five failures in a row are enough. */
    begin(&run);
    sa_fail(&run.fake.cim_error, SA_E_REMOTE, SA_DOMAIN_WSMAN, 1, "failed");
    read_all(&run, SA_REG_CIM);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.fake.invokes, 5);
    end(&run);
}

static void cut_output_is_asked_again(void **state)
{
    (void)state;
    for (size_t cut = 1; cut < 3000; cut += 37) {
        struct run run;

        begin(&run);
        run.fake.cut = cut;
        read_all(&run, SA_REG_AUTO);
        check_answers(&run);
        end(&run);
    }
}

/* What reg.exe does not print leaves the key to StdRegProv. */
static void strange_lines_are_not_believed(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    run.fake.said_first = "    RunAsPPL    REG_DWORD    0x1\r\nsomething else\r\n";
    read_all(&run, SA_REG_AUTO);
    check_answers(&run);
    end(&run);
    begin(&run);
    run.fake.said_after =
        "\r\nHKEY_LOCAL_MACHINE\\" LSA "\\Other\\Key\r\n    RunAsPPL    REG_DWORD    0x1\r\n";
    read_all(&run, SA_REG_AUTO);
    assert_int_equal(run.status, 0);
    assert_int_equal(value_of(&run, LSA "\\Other\\Key", "RunAsPPL")->state, SA_REG_ABSENT);
    end(&run);
}

static void a_key_with_strange_lines_is_asked_again(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    run.fake.said_after = "    Number    REG_DWORD    0x1\r\nno line of a listing\r\n";
    run.status = sa_registry_read(NULL, requests + 4, 3, SA_REG_AUTO, &run.arena, &run.registry,
                                  NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_string_equal(run.fake.asked, "EnumValues " LSA "\n");
    assert_int_equal(value_of(&run, LSA, "RunAsPPL")->state, SA_REG_ABSENT);
    end(&run);
}

/* A failed /v of a key that nothing else has opened is not an absent value. */
static void a_value_of_a_denied_key_is_denied(void **state)
{
    static const struct sa_reg_request asked[] = {
        {UN "\\Closed", SA_REG_VALUE, "DisplayName", false},
        {UN "\\{1-2}",  SA_REG_VALUE, "Nothing",     false},
    };
    struct run run;

    (void)state;
    begin(&run);
    run.status = sa_registry_read(NULL, asked, SA_COUNT(asked), SA_REG_AUTO, &run.arena,
                                  &run.registry, NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_int_equal(value_of(&run, asked[0].key, "DisplayName")->state, SA_REG_DENIED);
    assert_int_equal(value_of(&run, asked[1].key, "Nothing")->state, SA_REG_ABSENT);
    assert_int_equal(run.fake.invokes, 2);
    end(&run);
}

static void a_value_that_changes_its_type_is_unread(void **state)
{
    struct run run;

    (void)state;
    begin(&run);
    run.fake.changing = "LmCompatibilityLevel";
    read_all(&run, SA_REG_CIM);
    assert_int_equal(run.status, 0);
    assert_int_equal(value_of(&run, LSA, "LmCompatibilityLevel")->state, SA_REG_UNREAD);
    assert_int_equal(sa_registry_trouble(run.registry)->code, 0x80041005);
    assert_int_equal(value_of(&run, LSA "\\MSV1_0", "NtlmMinClientSec")->state, SA_REG_SET);
    end(&run);
}

static void markers_cannot_be_forged(void **state)
{
    static const struct fake_value forged[] = {
        {LSA,  "Before",               1,
         "x\r\n0123456789abcdef01234567.0.1\r\n    RunAsPPL    REG_SZ    y\r\n"
         "token.0.0\r\n.0.0\r\n0.0"           },
        {LSA,  "LmCompatibilityLevel", 4, "5" },
        {NULL, NULL,                   0, NULL},
    };
    struct run run;
    char first[32], second[32];

    (void)state;
    begin(&run);
    run.fake.values = forged;
    run.status = sa_registry_read(NULL, requests + 4, 1, SA_REG_AUTO, &run.arena, &run.registry,
                                  NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_int_equal(value_of(&run, LSA, "LmCompatibilityLevel")->number, 5);
    assert_int_equal(run.fake.invokes, 0);
    memcpy(first, strstr(run.fake.lines, "echo ") + 5, 6);
    end(&run);

    /* Another run, another token. */
    begin(&run);
    read_all(&run, SA_REG_AUTO);
    memcpy(second, strstr(run.fake.lines, "echo ") + 5, 6);
    assert_memory_not_equal(first, second, 6);
    end(&run);
}

static void many_queries_are_split_over_lines(void **state)
{
    static struct sa_reg_request many[400];
    static char names[400][64];
    struct run run;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(many); i++) {
        (void)snprintf(names[i], sizeof names[i], "SOFTWARE\\Key number %zu", i);
        many[i] = (struct sa_reg_request){names[i], SA_REG_VALUE, "Value", true};
    }
    begin(&run);
    run.status = sa_registry_read(NULL, many, SA_COUNT(many), SA_REG_AUTO, &run.arena,
                                  &run.registry, NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.fake.shells, 1);
    assert_true(run.fake.shell_lines >= 3 && run.fake.shell_lines <= 5);
    assert_true(run.fake.longest_line > 8000 && run.fake.longest_line <= 8100);
    assert_int_equal(run.fake.invokes, SA_COUNT(many)); /* absent or denied? */
    assert_int_equal(value_of(&run, names[0], "Value")->state, SA_REG_ABSENT);
    assert_int_equal(value_of(&run, names[399], "Value")->state, SA_REG_ABSENT);
    end(&run);
}

/* What the first line shows to be absent is not asked by a second. */
static void absent_keys_need_no_line(void **state)
{
    static struct sa_reg_request many[400];
    static char names[400][64];
    struct run run;

    (void)state;
    many[0] = (struct sa_reg_request){POLICY, SA_REG_SUBKEYS, NULL, true};
    for (size_t i = 1; i < SA_COUNT(many); i++) {
        (void)snprintf(names[i], sizeof names[i], POLICY "\\Key number %zu", i);
        many[i] = (struct sa_reg_request){names[i], i % 2 == 0 ? SA_REG_TREE : SA_REG_VALUE,
                                          i % 2 == 0 ? NULL : "Value", i % 3 == 0};
    }
    /* The last one is there. */
    many[399] = (struct sa_reg_request){POLICY "\\Windows\\WinRM", SA_REG_KEY, NULL, true};
    begin(&run);
    run.status = sa_registry_read(NULL, many, SA_COUNT(many), SA_REG_AUTO, &run.arena,
                                  &run.registry, NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_int_equal(run.fake.shell_lines, 2);
    assert_int_equal(run.fake.invokes, 0);
    assert_int_equal(value_of(&run, names[397], "Value")->state, SA_REG_ABSENT);
    assert_true(sa_registry_key(run.registry, many[399].key)->complete);
    end(&run);
}

/* Of a key whose existence matters nothing else is known, by either way. */
static void existence_is_all_that_is_asked(void **state)
{
    static const struct sa_reg_request asked[] = {
        {LSA,           SA_REG_EXISTS, NULL, false},
        {LSA "\\None",  SA_REG_EXISTS, NULL, false},
        {UN "\\Closed", SA_REG_EXISTS, NULL, false},
    };

    (void)state;
    for (int way = SA_REG_AUTO; way <= SA_REG_CIM; way++) {
        struct run run;

        begin(&run);
        run.status = sa_registry_read(NULL, asked, SA_COUNT(asked), (enum sa_reg_way)way,
                                      &run.arena, &run.registry, NULL, &run.err);
        assert_int_equal(run.status, 0);
        assert_int_equal(sa_registry_key(run.registry, asked[0].key)->state, SA_REG_SET);
        assert_int_equal(sa_registry_key(run.registry, asked[1].key)->state, SA_REG_ABSENT);
        assert_int_equal(sa_registry_key(run.registry, asked[2].key)->state, SA_REG_DENIED);
        assert_int_equal(sa_registry_has(run.registry, LSA, ""), SA_REG_UNREAD);
        assert_int_equal(value_of(&run, LSA, "")->state, SA_REG_UNREAD);
        assert_int_equal(run.fake.invokes, 2);
        end(&run);
    }
}

/* Values of one key by their names share a marker: some of them, or none, may be there. */
static void values_of_one_key_are_told_apart(void **state)
{
    static const struct sa_reg_request asked[] = {
        {LSA,            SA_REG_VALUE, "Nothing",              false},
        {LSA,            SA_REG_VALUE, "LmCompatibilityLevel", false},
        {LSA,            SA_REG_VALUE, "RunAsPPL",             false},
        {UN "\\{1-2}",   SA_REG_VALUE, "Nothing",              false},
        {UN "\\{1-2}",   SA_REG_VALUE, "DisplayName",          false},
        {LSA "\\MSV1_0", SA_REG_VALUE, "Nothing",              false},
        {LSA "\\MSV1_0", SA_REG_VALUE, "Neither",              false},
    };
    struct run run;

    (void)state;
    begin(&run);
    run.status = sa_registry_read(NULL, asked, SA_COUNT(asked), SA_REG_AUTO, &run.arena,
                                  &run.registry, NULL, &run.err);
    assert_int_equal(run.status, 0);
    assert_int_equal(value_of(&run, LSA, "LmCompatibilityLevel")->number, 5);
    assert_int_equal(value_of(&run, LSA, "RunAsPPL")->state, SA_REG_ABSENT);
    assert_int_equal(value_of(&run, LSA, "Nothing")->state, SA_REG_ABSENT);
    assert_int_equal(value_of(&run, UN "\\{1-2}", "Nothing")->state, SA_REG_ABSENT);
    assert_int_equal(value_of(&run, UN "\\{1-2}", "DisplayName")->state, SA_REG_SET);
    /* Of the last key nothing was seen, so it may be absent or denied. */
    assert_string_equal(run.fake.asked, "EnumValues " LSA "\\MSV1_0\n");
    assert_int_equal(value_of(&run, LSA "\\MSV1_0", "Neither")->state, SA_REG_ABSENT);
    end(&run);
}

/* Names that cmd.exe would not take as they are never leave this program. */
static void only_plain_names_are_sent(void **state)
{
    (void)state;
    assert_true(sa_reg_name_safe("SYSTEM\\Current Control_Set.x-1\\{a}(b):c$/+d"));
    for (unsigned c = 1; c < 256; c++) {
        const char text[] = {'a', (char)c, 'b', '\0'};
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                     strchr(" ._-\\{}/():$+", (int)c) != NULL;
        struct sa_reg_request bad = {text, SA_REG_KEY, NULL, true};
        struct sa_reg_request worse = {"SYSTEM", SA_REG_VALUE, text, false};
        struct run run;

        assert_int_equal(sa_reg_name_safe(text), plain);
        if (plain)
            continue;
        begin(&run);
        assert_int_equal(
            sa_registry_read(NULL, &bad, 1, SA_REG_AUTO, &run.arena, &run.registry, NULL, &run.err),
            SA_E_INTERNAL);
        assert_int_equal(sa_registry_read(NULL, &worse, 1, SA_REG_AUTO, &run.arena, &run.registry,
                                          NULL, &run.err),
                         SA_E_INTERNAL);
        assert_int_equal(run.fake.shells, 0);
        end(&run);
    }
    assert_false(sa_reg_name_safe(""));
    assert_false(sa_reg_name_safe("a\\"));
    assert_false(sa_reg_name_safe("\\a"));
}

static void a_tree_that_is_denied_or_absent_says_so(void **state)
{
    static const struct sa_reg_request asked[] = {
        {UN "\\Closed",      SA_REG_TREE, NULL, true},
        {UN "\\Not there",   SA_REG_TREE, NULL, true},
        {UN "\\AddressBook", SA_REG_TREE, NULL, true},
    };

    (void)state;
    for (int way = SA_REG_AUTO; way <= SA_REG_CIM; way++) {
        struct run run;

        begin(&run);
        run.status = sa_registry_read(NULL, asked, SA_COUNT(asked), (enum sa_reg_way)way,
                                      &run.arena, &run.registry, NULL, &run.err);
        assert_int_equal(run.status, 0);
        assert_int_equal(sa_registry_key(run.registry, asked[0].key)->state, SA_REG_DENIED);
        assert_int_equal(sa_registry_key(run.registry, asked[1].key)->state, SA_REG_ABSENT);
        assert_int_equal(sa_registry_key(run.registry, asked[2].key)->state, SA_REG_SET);
        assert_true(sa_registry_key(run.registry, asked[2].key)->complete);
        end(&run);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shell_answers_nearly_everything),
        cmocka_unit_test(keys_without_values_need_no_line),
        cmocka_unit_test(a_tree_that_failed_keeps_what_it_printed),
        cmocka_unit_test(StdRegProv_answers_the_same),
        cmocka_unit_test(evidence_is_the_same_by_both_ways),
        cmocka_unit_test(a_refused_shell_is_no_trouble),
        cmocka_unit_test(a_lost_session_ends_it),
        cmocka_unit_test(a_denied_namespace_leaves_things_unread),
        cmocka_unit_test(cut_output_is_asked_again),
        cmocka_unit_test(strange_lines_are_not_believed),
        cmocka_unit_test(a_key_with_strange_lines_is_asked_again),
        cmocka_unit_test(a_value_of_a_denied_key_is_denied),
        cmocka_unit_test(a_value_that_changes_its_type_is_unread),
        cmocka_unit_test(markers_cannot_be_forged),
        cmocka_unit_test(many_queries_are_split_over_lines),
        cmocka_unit_test(absent_keys_need_no_line),
        cmocka_unit_test(existence_is_all_that_is_asked),
        cmocka_unit_test(values_of_one_key_are_told_apart),
        cmocka_unit_test(only_plain_names_are_sent),
        cmocka_unit_test(a_tree_that_is_denied_or_absent_says_so),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
