/* SPDX-License-Identifier: Apache-2.0 */
/* What may be sent, and that nothing else is. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "support/test.h"
#include "wsman_script.h"

#define WMI      URI_WMI
#define CIMV2    WMI "root/cimv2/*"
#define WINLOGON "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon"

static int nothing(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    (void)payload;
    (void)item;
    (void)err;
    return 0;
}

/* Refused means: before anything is sent. The script has no answers and fails the test. */
static void test_refused_before_sending(void **state)
{
    struct script script = {0};
    struct sa_wsman *session = script_open(&script, 0, NULL);
    const struct sa_wsman_param root[] = {
        {"hDefKey",     "2147483650"},
        {"sSubKeyName", "SOFTWARE"  }
    };
    struct sa_buf out = SA_BUF_INIT(10);
    struct sa_error err = {0};
    uint32_t code = 0;

    (void)state;
    assert_int_equal(
        sa_wsman_get(session, WMI "root/cimv2/Win32_Product", NULL, 0, nothing, NULL, &err),
        SA_E_INTERNAL);
    assert_true(err.hint[0] != '\0');
    assert_int_equal(sa_wsman_enumerate(session, CIMV2, "SELECT * FROM Win32_Product", nothing,
                                        NULL, NULL, &err),
                     SA_E_INTERNAL);
    assert_int_equal(sa_wsman_invoke(session, WMI "root/default/StdRegProv", "SetStringValue", NULL,
                                     0, root, 2, nothing, NULL, &err),
                     SA_E_INTERNAL);
    assert_int_equal(sa_wsman_command(session, "ipconfig", 0, &out, NULL, &code, &err),
                     SA_E_INTERNAL);
    assert_int_equal(script.next, 0);
    sa_wsman_close(session);
    sa_buf_done(&out);
}

static void test_get(void **state)
{
    static const char *const good[] = {
        WMI "root/cimv2/Win32_OperatingSystem", WMI "ROOT/CIMV2/win32_operatingsystem",
        WMI "root/Microsoft/Windows/DeviceGuard/Win32_DeviceGuard", URI_CONFIG};
    static const char *const bad[] = {"",
                                      "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd",
                                      WMI "root/cimv2/*",
                                      WMI "root/cimv2/Win32_OperatingSystem/",
                                      WMI "root/default/StdRegProv",
                                      WMI "root/cimv2/Win32_Process",
                                      WMI "root/subscription/CommandLineEventConsumer",
                                      URI_CONFIG "/service/auth"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good); i++)
        assert_int_equal(wsman_may_get(good[i], NULL), 0);
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_int_equal(wsman_may_get(bad[i], NULL), SA_E_INTERNAL);
}

static void test_queries(void **state)
{
    static const char *const good[] = {
        "SELECT * FROM Win32_Service",
        "select Name, State ,StartName from win32_service",
        "SELECT Name FROM Win32_Service WHERE Name='ADSync' AND NOT State = 'Running'",
        "SELECT SID FROM Win32_UserAccount WHERE LocalAccount=TRUE",
        "SELECT Name FROM CIM_DataFile WHERE Path='\\\\x\\\\' AND Name LIKE '%<>&%'",
    };
    static const char *const bad[] = {
        "",
        "SELECT * FROM Win32_Product",
        "SELECT * FROM Win32_Service; DELETE",
        "SELECT * FROM Win32_Service WHERE ",
        "SELECT * FROM Win32_Service GROUP BY Name",
        "SELECT FROM Win32_Service",
        "SELECT a b FROM Win32_Service",
        "SELECT *, a FROM Win32_Service",
        "SELECT * FROM",
        "SELECT * FROM Security/MicrosoftTpm/Win32_Tpm",
        "ASSOCIATORS OF {Win32_Service.Name='ADSync'}",
        "REFERENCES OF {Win32_Service.Name='ADSync'}",
        "SELECT * FROM Win32_UserAccount",
        "SELECT * FROM Win32_GroupUser",
        "SELECT * FROM Win32_NTLogEvent",
        "SELECT * FROM CIM_DataFile",
        "SELECT * FROM Win32_Service WHERE Name='a\nb'",
        "SELECT * FROM Win32_Service WHERE Name='\x80'",
        " ",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good); i++) {
        if (wsman_may_enumerate(CIMV2, good[i], NULL) != 0)
            fail_msg("refused: %s", good[i]);
    }
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        if (wsman_may_enumerate(CIMV2, bad[i], NULL) != SA_E_INTERNAL)
            fail_msg("let through: %s", bad[i]);
    }
    /* The namespace counts, and with a query the resource is all of it. */
    assert_int_equal(wsman_may_enumerate(WMI "root/default/*", good[0], NULL), SA_E_INTERNAL);
    assert_int_equal(wsman_may_enumerate(WMI "root/cimv2/Win32_Service", good[0], NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_enumerate(WMI "root/cimv2/Security/MicrosoftTpm/*",
                                         "SELECT * FROM Win32_Tpm", NULL),
                     0);
    assert_int_equal(wsman_may_enumerate(WMI "root/cimv2/Win32_Service", NULL, NULL), 0);
    assert_int_equal(wsman_may_enumerate(WMI "root/cimv2/Win32_UserAccount", NULL, NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_enumerate(CIMV2, NULL, NULL), SA_E_INTERNAL);
    assert_int_equal(wsman_may_enumerate(URI_CONFIG "/listener", NULL, NULL), 0);
    assert_int_equal(wsman_may_enumerate(URI_CMD, NULL, NULL), SA_E_INTERNAL);
}

static int invoke(const char *method, const char *root, const char *key, const char *value)
{
    const struct sa_wsman_param params[] = {
        {"hDefKey",     root },
        {"sSubKeyName", key  },
        {"sValueName",  value}
    };

    return wsman_may_invoke(WMI "root/default/StdRegProv", method, params, value != NULL ? 3 : 2,
                            NULL);
}

static void test_methods(void **state)
{
    static const char *const reading[] = {"GetStringValue",      "GetExpandedStringValue",
                                          "GetMultiStringValue", "GetDWORDValue",
                                          "GetQWORDValue",       "GetBinaryValue"};
    static const char *const changing[] = {
        "SetDWORDValue",         "CreateKey",      "DeleteKey",      "DeleteValue",
        "SetSecurityDescriptor", "SetStringValue", "getstringvalue", ""};
    const struct sa_wsman_param odd[] = {
        {"hDefKey", "2147483650"},
        {"x><y",    "1"         }
    };
    const struct sa_wsman_param twice[] = {
        {"hDefKey", "2147483650"},
        {"hDefKey", "2147483649"}
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(reading); i++) {
        assert_int_equal(invoke(reading[i], "2147483650", "SOFTWARE\\Microsoft", "X"), 0);
        assert_int_equal(invoke(reading[i], "2147483649", "SOFTWARE\\Microsoft", "X"),
                         SA_E_INTERNAL);
        assert_int_equal(invoke(reading[i], "2147483650", WINLOGON, "CachedLogonsCount"), 0);
        assert_int_equal(invoke(reading[i], "2147483650", WINLOGON, "DEFAULTPASSWORD"),
                         SA_E_INTERNAL);
        assert_int_equal(
            invoke(reading[i], "2147483650", "software\\microsoft\\ad sync\\Shared", "1"),
            SA_E_INTERNAL);
        assert_int_equal(invoke(reading[i], "2147483650", "SOFTWARE\\\\Microsoft\\AD Sync", "1"),
                         SA_E_INTERNAL);
        assert_int_equal(invoke(reading[i], "2147483650", "\\SAM", "1"), SA_E_INTERNAL);
        assert_int_equal(
            invoke(reading[i], "2147483650", "SECURITY\\Policy\\Secrets\\x\\CurrVal", ""),
            SA_E_INTERNAL);
    }
    for (size_t i = 0; i < SA_COUNT(changing); i++)
        assert_int_equal(invoke(changing[i], "2147483650", "SOFTWARE", NULL), SA_E_INTERNAL);
    assert_int_equal(invoke("EnumValues", "2147483650", WINLOGON, NULL), 0);
    assert_int_equal(invoke("EnumKey", "2147483650", "SOFTWARE", NULL), 0);
    assert_int_equal(wsman_may_invoke(WMI "root/default/StdRegProv", "EnumKey", odd, 2, NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_invoke(WMI "root/default/StdRegProv", "EnumKey", twice, 2, NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_invoke(WMI "root/default/StdRegProv", "EnumKey", NULL, 0, NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_invoke(WMI "root/cimv2/Win32_Process", "Create", twice, 1, NULL),
                     SA_E_INTERNAL);
    assert_int_equal(wsman_may_invoke(WMI "root/cimv2/Win32_Service", "StopService", NULL, 0, NULL),
                     SA_E_INTERNAL);
}

static const char *const good_lines[] = {
    "reg query HKLM\\SOFTWARE\\Microsoft\\Ole",
    "REG QUERY \"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\" /v UBR",
    "reg query \"HKLM\\" WINLOGON "\" /v AutoAdminLogon && echo 4f1c.1:ok || echo 4f1c.1:failed",
    "reg query HKLM\\A /s & reg query HKLM\\B /ve&echo x",
    "reg query HKLM\\A\\{00000000-0000-0000-0000-000000000000} /s /reg:32",
    "reg query \"HKLM\\A (b)'s\" /v \"two words\"",
    "echo END",
};

static const char *const bad_lines[] = {
    "",
    " ",
    "ipconfig",
    "reg",
    "reg query",
    "reg add HKLM\\A /v B /d 1",
    "reg delete HKLM\\A",
    "reg export HKLM\\A c:\\x",
    "reg query HKLM\\A /f x",
    "reg query HKCU\\A",
    "reg query HKLM",
    "reg query HKLM\\",
    "reg query \\\\other\\HKLM\\A",
    "reg query HKLM\\A > c:\\x",
    "reg query HKLM\\A 2>nul",
    "reg query HKLM\\A < x",
    "reg query HKLM\\A | more",
    "reg query HKLM\\A & del x",
    "reg query HKLM\\A && cmd",
    "reg query HKLM\\A & ",
    "& reg query HKLM\\A",
    "reg query HKLM\\A &&& echo x",
    "reg query HKLM\\A ||| echo x",
    "reg query HKLM\\A\necho x",
    "reg query HKLM\\A\techo",
    "reg query \"HKLM\\A",
    "reg query \"HKLM\\A\"b",
    "reg query \"HKLM\\A\\\"",
    "reg query HKLM\\A\\",
    "reg query HKLM\\A /v \"A\\\"",
    "reg query HKLM\\%PATH%",
    "reg query \"HKLM\\%PATH%\"",
    "reg query \"HKLM\\!x!\"",
    "reg query \"HKLM\\A^\"",
    "reg query \"HKLM\\A&del\"",
    "reg query \"HKLM\\\xC3\xA4\"",
    "reg query (HKLM\\A)",
    "\"reg\" query HKLM\\A",
    "reg query HKLM\\A /v",
    "reg query HKLM\\A /v /s",
    "echo",
    "echo %x%",
    "echo \"x\"",
    "echo a;b",
    "echo.x",
    "echo x&",
    "call echo x",
    "@echo x",
    "reg query HKLM\\SAM",
    "reg query hklm\\security\\policy /s",
    "reg query \"HKLM\\SOFTWARE\\Microsoft\\AD Sync\"",
    "reg query \"HKLM\\SOFTWARE\\Microsoft\\AD Sync\\Shared\" /v 1",
    "reg query HKLM\\SOFTWARE /s",
    "reg query HKLM\\SOFTWARE\\Microsoft /s",
    "reg query \"HKLM\\SOFTWARE\\\\Microsoft\\AD Sync\"",
    "reg query \"HKLM\\" WINLOGON "\"",
    "reg query \"HKLM\\" WINLOGON "\" /s",
    "reg query \"HKLM\\" WINLOGON "\" /v defaultpassword",
};

static void test_command_lines(void **state)
{
    char *long_line = malloc(9000);

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good_lines); i++) {
        if (wsman_may_run(good_lines[i], NULL) != 0)
            fail_msg("refused: %s", good_lines[i]);
    }
    for (size_t i = 0; i < SA_COUNT(bad_lines); i++) {
        if (wsman_may_run(bad_lines[i], NULL) != SA_E_INTERNAL)
            fail_msg("let through: %s", bad_lines[i]);
    }
    assert_non_null(long_line);
    memcpy(long_line, "echo ", 5);
    memset(long_line + 5, 'a', 8500);
    long_line[8505] = '\0';
    assert_int_equal(wsman_may_run(long_line, NULL), SA_E_INTERNAL);
    long_line[7900] = '\0';
    assert_int_equal(wsman_may_run(long_line, NULL), 0);
    free(long_line);
}

/* No byte but the listed ones gets through, at any place of a word. */
static void test_every_byte(void **state)
{
    (void)state;
    for (int c = 1; c < 256; c++) {
        char line[64];
        bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                     strchr("\\_-.:/={}", c) != NULL;
        bool quoted = c >= 0x20 && c <= 0x7E && strchr("%^!<>|&\"", c) == NULL;

        /* A blank ends a word, and what follows is no option. */
        (void)snprintf(line, sizeof line, "reg query HKLM\\A%cB", c);
        assert_int_equal(wsman_may_run(line, NULL) == 0, plain);
        (void)snprintf(line, sizeof line, "reg query \"HKLM\\A%cB\"", c);
        assert_int_equal(wsman_may_run(line, NULL) == 0, quoted);
        (void)snprintf(line, sizeof line, "reg query HKLM\\A /v \"A%cB\"", c);
        assert_int_equal(wsman_may_run(line, NULL) == 0, quoted);
    }
}

static void test_table(void **state)
{
    size_t count = 0;

    (void)state;
    for (const struct sa_wsman_operation *o = sa_wsman_operations(); o->operation != NULL; o++) {
        assert_non_null(o->resource);
        assert_int_equal(strcmp(o->operation, "Invoke") == 0, o->method != NULL);
        if (o->method != NULL)
            assert_true(strncmp(o->method, "Get", 3) == 0 || strncmp(o->method, "Enum", 4) == 0 ||
                        strcmp(o->method, "CheckAccess") == 0);
        else
            assert_true(strcmp(o->operation, "Get") == 0 ||
                        strcmp(o->operation, "Enumerate") == 0 ||
                        strcmp(o->operation, "Command") == 0);
        count++;
    }
    assert_true(count > 70);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused_before_sending),
        cmocka_unit_test(test_get),
        cmocka_unit_test(test_queries),
        cmocka_unit_test(test_methods),
        cmocka_unit_test(test_command_lines),
        cmocka_unit_test(test_every_byte),
        cmocka_unit_test(test_table),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
