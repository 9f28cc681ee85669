/* SPDX-License-Identifier: Apache-2.0 */
/* The scripts that may run on a server: they only read. Whatever looks like a command must be in the list
 * here, so that a new one is a decision; whatever is asked of the product stands in the table, too. */
#include <ctype.h>
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"

#include "support/test.h"
#include "transports/psrp/operations.h"

static const char *const commands[] = {
    /* PowerShell and Windows: read, or make objects. */
    "ConvertFrom-Csv", "ForEach-Object", "Get-Acl", "Get-ChildItem", "Get-Content", "Get-Date",
    "Get-FileHash", "Get-Item", "Get-ItemProperty", "Get-Module", "Get-Service", "Get-WinEvent",
    "Import-Module", "Join-Path", "New-Object", "Set-StrictMode", "Split-Path", "Test-Path",
    "Where-Object",
    /* The temporary folder: see below. */
    "New-Item", "Remove-Item",
    /* The product: documented as reading. */
    "Get-ADSyncAADPasswordResetConfiguration", "Get-ADSyncAADPasswordSyncConfiguration",
    "Get-ADSyncAutoUpgrade", "Get-ADSyncConnector", "Get-ADSyncConnectorRunStatus",
    "Get-ADSyncConnectorStatistics", "Get-ADSyncDatabaseConfiguration",
    "Get-ADSyncDomainReachabilityStatus", "Get-ADSyncEntraConnectorCredential",
    "Get-ADSyncGlobalSettings", "Get-ADSyncPartitionPasswordSyncState",
    "Get-ADSyncRunProfileResult", "Get-ADSyncRunStepResult", "Get-ADSyncScheduler",
    "Get-ADSyncSchedulerConnectorOverride", "Get-ADSyncServerConfiguration",
    /* The scripts' own. */
    "Get-Log", "Get-Seconds", "Get-Utc", "Invoke-Source", "New-Fact", "Use-Engine"};
static const char *const programs[] = {"auditpol.exe", "secedit.exe", "whoami.exe"};
static const char *const types[] = {
    "[Convert]::ToBase64String", "[guid]::NewGuid", "[IO.Compression.CompressionMode]::Compress",
    "[IO.File]::ReadAllBytes", "[Security.Principal.WindowsIdentity]::GetCurrent"};

static bool is_among(const char *const *list, size_t count, const char *word, size_t len)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == len && strncmp(list[i], word, len) == 0)
            return true;
    return false;
}

/* The length of "Verb-Noun" at `at`, or 0. */
static size_t command_at(const char *text, const char *at)
{
    const char *dash = at;
    const char *end = NULL;

    if (!isupper((unsigned char)*at) ||
        (at > text && (isalnum((unsigned char)at[-1]) || at[-1] == '-' || at[-1] == '.')))
        return 0;
    while (isalpha((unsigned char)*dash))
        dash++;
    if (*dash != '-' || !isupper((unsigned char)dash[1]))
        return 0;
    for (end = dash + 1; isalnum((unsigned char)*end);)
        end++;
    return (size_t)(end - at);
}

static void script(struct sa_buf *buf)
{
    struct sa_error err = {0};

    assert_int_equal(sa_psrp_add_script(buf, NULL, &err), 0);
}

static void command(struct sa_buf *buf, const char *name)
{
    const struct sa_psrp_argument arguments[] = {
        {"Days",    SA_PSRP_NUMBER, NULL, 3650         },
        {"MaxRuns", SA_PSRP_NUMBER, NULL, SA_LIMIT_RUNS}
    };
    struct sa_error err = {0};

    if (sa_psrp_add_command(buf, name, arguments, 2, &err) != 0)
        fail_msg("%s: %s", name, err.message);
}

static void check_commands(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        size_t len = command_at(text, at);

        if (len > 0 && !is_among(commands, sizeof commands / sizeof commands[0], at, len))
            fail_msg("not allowed: %.*s", (int)len, at);
    }
}

static void only_commands_that_are_allowed(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf all = SA_BUF_INIT(SA_MIB);

    (void)state;
    script(&all);
    check_commands(sa_buf_text(&all));
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf one = SA_BUF_INIT(SA_MIB);

        command(&one, o->name);
        check_commands(sa_buf_text(&one));
    }
}

static void only_programs_and_types_that_are_allowed(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf all = SA_BUF_INIT(SA_MIB);
    const char *text = NULL;

    (void)state;
    script(&all);
    text = sa_buf_text(&all);
    for (const char *at = strstr(text, ".exe"); at != NULL; at = strstr(at + 4, ".exe")) {
        const char *start = at;

        while (start > text && isalnum((unsigned char)start[-1]))
            start--;
        /* In the pattern for the service's path, it is no program that runs. */
        if (start[-1] == '\\' || start == at)
            continue;
        if (!is_among(programs, sizeof programs / sizeof programs[0], start,
                      (size_t)(at + 4 - start)))
            fail_msg("not allowed: %.*s", (int)(at + 4 - start), start);
    }
    for (const char *at = strstr(text, "]::"); at != NULL; at = strstr(at + 3, "]::")) {
        const char *start = at;
        const char *end = at + 3;

        while (*start != '[')
            start--;
        while (isalnum((unsigned char)*end))
            end++;
        if (!is_among(types, sizeof types / sizeof types[0], start, (size_t)(end - start)))
            fail_msg("not allowed: %.*s", (int)(end - start), start);
    }
}

/* Proxies with few parameters inside a constrained endpoint, and ways around any list. */
static void words_that_never_appear(void **state)
{
    static const char *const never[] = {
        "Select-Object",
        "Measure-Object",
        "Get-Command",
        "Out-Default",
        "Invoke-Expression",
        "iex",
        "Add-Type",
        "[pscustom",
        "PrivateKey",
        "-AADCredential",
        "ConvertTo-",
        "SecureString",
        "DownloadS",
        "Net.",
        "Reflection",
        "Set-Item",
        "Set-Content",
        "Out-File",
        "[System.",
        "$args",
        "-Recurse -Force -Confirm",
        "Get-ADSyncExportDeletionThreshold",
    };
    SA_CLEANUP(sa_buf_done) struct sa_buf all = SA_BUF_INIT(SA_MIB);

    (void)state;
    script(&all);
    for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
        if (strstr(sa_buf_text(&all), never[i]) != NULL)
            fail_msg("never: %s", never[i]);
}

/* Files are made and removed in one folder with a name that nobody can guess, in `finally`. */
static void the_temporary_folder(void **state)
{
    (void)state;
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        const char *made = strstr(o->script, "New-Item");
        const char *gone = strstr(o->script, "Remove-Item");
        const char *last = strstr(o->script, "} finally {");

        assert_int_equal(o->writes_files, made != NULL);
        if (!o->writes_files) {
            assert_null(gone);
            continue;
        }
        assert_non_null(strstr(o->script, "\n$dir=Join-Path $temp "
                                          "\"syncaudit-$([guid]::NewGuid())\""));
        assert_non_null(strstr(o->script, "$null=New-Item -ItemType Directory -Path $dir\ntry {"));
        assert_non_null(last);
        assert_ptr_equal(gone, last + strlen("} finally {\n"));
        assert_memory_equal(gone, "Remove-Item -LiteralPath $dir -Recurse -Force ", 45);
        assert_null(strstr(made + 1, "New-Item"));
        assert_null(strstr(gone + 1, "Remove-Item"));
    }
}

static void short_enough_for_a_command_line(void **state)
{
    (void)state;
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf one = SA_BUF_INIT(SA_MIB);
        char start[64];

        command(&one, o->name);
        assert_in_range(one.len, 500, SA_PSRP_COMMAND_MAX);
        snprintf(start, sizeof start, "$Source='%s';$Days=3650;$MaxRuns=%d\n", o->name,
                 SA_LIMIT_RUNS);
        assert_memory_equal(one.data, start, strlen(start));
        /* One character is two bytes of UTF-16 only while it is ASCII. */
        for (size_t i = 0; i < one.len; i++)
            assert_true((one.data[i] >= 0x20 && one.data[i] < 0x7F) || one.data[i] == '\n');
    }
}

static void nothing_for_people_is_sent(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf all = SA_BUF_INIT(SA_MIB);

    (void)state;
    script(&all);
    assert_memory_equal(all.data, "param([string]$Source", 21);
    assert_null(strstr(all.data, "\n#"));
    assert_null(strstr(all.data, "\n\n"));
    assert_null(strstr(all.data, "\n "));
    assert_null(strchr(all.data, '\t'));
    assert_null(strchr(all.data, '\r'));
}

static int balance(const char *text, char open, char close)
{
    int depth = 0;

    for (; *text != '\0'; text++)
        depth += (*text == open) - (*text == close);
    return depth;
}

static void the_table_says_what_is_called(void **state)
{
    (void)state;
    for (const struct sa_psrp_operation *o = sa_psrp_operations(); o->name != NULL; o++) {
        assert_true(o->sentence[0] != '\0' && o->right[0] != '\0' && o->cmdlets[0] != '\0');
        assert_int_equal(balance(o->script, '(', ')'), 0);
        assert_int_equal(balance(o->script, '{', '}'), 0);
        for (const char *at = strstr(o->script, "Get-ADSync"); at != NULL;
             at = strstr(at + 1, "Get-ADSync")) {
            char name[80];

            snprintf(name, sizeof name, "%.*s", (int)command_at(o->script, at), at);
            if (strstr(o->cmdlets, name) == NULL)
                fail_msg("%s calls %s, which its row does not say", o->name, name);
        }
        for (const char *at = strstr(o->cmdlets, "Get-"); at != NULL; at = strstr(at + 1, "Get-")) {
            char name[80];

            snprintf(name, sizeof name, "%.*s", (int)command_at(o->cmdlets, at), at);
            if (strstr(o->script, name) == NULL)
                fail_msg("%s does not call %s, as its row says", o->name, name);
        }
    }
}

static void chosen_operations(void **state)
{
    static const char *const two[] = {"scheduler", "log_age", NULL};
    static const char *const wrong[] = {"scheduler", "format_disk", NULL};
    SA_CLEANUP(sa_buf_done) struct sa_buf some = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_psrp_add_script(&some, two, &err), 0);
    assert_non_null(strstr(some.data, "$bodies['scheduler']"));
    assert_non_null(strstr(some.data, "$bodies['log_age']"));
    assert_null(strstr(some.data, "$bodies['engine']"));
    sa_buf_clear(&some);
    assert_int_equal(sa_psrp_add_script(&some, wrong, &err), SA_E_INTERNAL);
    assert_int_equal(some.len, 0);
}

static void nothing_else_can_be_sent(void **state)
{
    static const struct sa_psrp_argument bad[] = {
        {"Days",       SA_PSRP_TEXT,   "7; Remove-Item C:\\", 0},
        {"Path",       SA_PSRP_NUMBER, NULL,                  1},
        {"Days = 1\n", SA_PSRP_NUMBER, NULL,                  1},
    };
    static const char *const names[] = {"", "scheduler'; Get-Date '", "Scheduler", "prelude"};
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(SA_MIB);
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(sa_psrp_add_command(&buf, "scheduler", &bad[i], 1, &err), SA_E_INTERNAL);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(sa_psrp_add_command(&buf, names[i], NULL, 0, &err), SA_E_INTERNAL);
    assert_int_equal(buf.len, 0);
}

static void no_room(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(100);
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_psrp_add_script(&buf, NULL, &err), SA_E_LIMIT);
    sa_buf_clear(&buf);
    assert_int_equal(sa_psrp_add_command(&buf, "scheduler", NULL, 0, &err), SA_E_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_commands_that_are_allowed),
        cmocka_unit_test(only_programs_and_types_that_are_allowed),
        cmocka_unit_test(words_that_never_appear),
        cmocka_unit_test(the_temporary_folder),
        cmocka_unit_test(short_enough_for_a_command_line),
        cmocka_unit_test(nothing_for_people_is_sent),
        cmocka_unit_test(the_table_says_what_is_called),
        cmocka_unit_test(chosen_operations),
        cmocka_unit_test(nothing_else_can_be_sent),
        cmocka_unit_test(no_room),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
