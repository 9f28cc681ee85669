/* SPDX-License-Identifier: Apache-2.0 */
/* Everything that this module can send: resources that are read, methods that are invoked. Whatever is
 * not in the table is SA_E_INTERNAL before a byte is sent. Actions are few and stand where they are
 * used: Get, Enumerate, Pull, Release, the methods below, and those of a shell for the commands of
 * command_line.c and the scripts of transports/psrp. There is no Put, no subscription, no Create but that of
 * a shell.
 *
 * Classes that would walk a domain or a whole disk when asked without a condition must have one.
 * Win32_Product is not here: reading it starts repairs of installed software. */
#include <string.h>
#include <strings.h>

#include "syncaudit/text.h"

#include "internal.h"

#define WQL_MAX 16384

#define CIM     "root/cimv2/"

/* clang-format off */
#define READ(resource) {"Get", resource, NULL}, {"Enumerate", resource, NULL}
#define REGISTRY(ns) \
    {"Invoke", ns "/StdRegProv", "EnumKey"}, {"Invoke", ns "/StdRegProv", "EnumValues"}, \
    {"Invoke", ns "/StdRegProv", "GetStringValue"}, {"Invoke", ns "/StdRegProv", "GetExpandedStringValue"}, \
    {"Invoke", ns "/StdRegProv", "GetMultiStringValue"}, {"Invoke", ns "/StdRegProv", "GetDWORDValue"}, \
    {"Invoke", ns "/StdRegProv", "GetQWORDValue"}, {"Invoke", ns "/StdRegProv", "GetBinaryValue"}, \
    {"Invoke", ns "/StdRegProv", "CheckAccess"}

static const struct sa_wsman_operation operations[] = {
    READ(CIM "Win32_OperatingSystem"),
    READ(CIM "Win32_ComputerSystem"),
    READ(CIM "Win32_ComputerSystemProduct"),
    READ(CIM "Win32_BIOS"),
    READ(CIM "Win32_Processor"),
    READ(CIM "Win32_TimeZone"),
    READ(CIM "Win32_LogicalDisk"),
    READ(CIM "Win32_NetworkAdapterConfiguration"),
    READ(CIM "Win32_Service"),
    READ(CIM "Win32_QuickFixEngineering"),
    READ(CIM "Win32_Account"),
    READ(CIM "Win32_Group"),
    READ(CIM "Win32_GroupUser"),
    READ(CIM "Win32_SystemAccount"),
    READ(CIM "Win32_UserAccount"),
    READ(CIM "Win32_ServerFeature"),
    READ(CIM "Win32_OptionalFeature"),
    READ(CIM "Win32_NTEventLogFile"),
    READ(CIM "Win32_NTLogEvent"),
    READ(CIM "CIM_DataFile"),
    READ(CIM "Security/MicrosoftTpm/Win32_Tpm"),
    READ(CIM "Security/MicrosoftVolumeEncryption/Win32_EncryptableVolume"),
    READ("root/StandardCimv2/MSFT_NetTCPConnection"),
    READ("root/StandardCimv2/MSFT_NetUDPEndpoint"),
    READ("root/Microsoft/Windows/Defender/MSFT_MpComputerStatus"),
    READ("root/Microsoft/Windows/Defender/MSFT_MpPreference"),
    READ("root/Microsoft/Windows/DeviceGuard/Win32_DeviceGuard"),
    READ("root/Microsoft/Windows/TaskScheduler/MSFT_ScheduledTask"),
    REGISTRY("root/default"),
    REGISTRY("root/cimv2"),
    {"Get", "winrm/config", NULL},
    {"Enumerate", "winrm/config/listener", NULL},
    {"Command", "reg query", NULL},
    {"Command", "echo", NULL},
    /* What these two are given to run stands in the table of transports/psrp. */
    {"Command", "powershell", NULL},
    {"Command", "powershell.exe", NULL},
    {NULL, NULL, NULL},
};
/* clang-format on */

static const char *const only_with_condition[] = {
    CIM "Win32_Account",     CIM "Win32_Group",      CIM "Win32_GroupUser",
    CIM "Win32_UserAccount", CIM "Win32_NTLogEvent", CIM "CIM_DataFile",
};

const struct sa_wsman_operation *sa_wsman_operations(void)
{
    return operations;
}

const char *wsman_short_name(const char *resource_uri)
{
    if (sa_text_starts(resource_uri, URI_WMI))
        return resource_uri + strlen(URI_WMI);
    if (sa_text_same(resource_uri, URI_CONFIG))
        return "winrm/config";
    if (sa_text_same(resource_uri, URI_CONFIG "/listener"))
        return "winrm/config/listener";
    return resource_uri;
}

static bool is_listed(const char *operation, const char *resource, const char *method)
{
    for (const struct sa_wsman_operation *o = operations; o->operation != NULL; o++) {
        if (strcmp(o->operation, operation) == 0 && sa_text_same(o->resource, resource) &&
            (method == NULL || (o->method != NULL && strcmp(o->method, method) == 0)))
            return true;
    }
    return false;
}

static int refuse(struct sa_error *err, const char *operation, const char *what)
{
    (void)sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                  "%s of '%.300s' is not among the operations that may be sent", operation, what);
    sa_hint(err, "please report this: nothing was sent");
    return SA_E_INTERNAL;
}

int wsman_may_get(const char *resource_uri, struct sa_error *err)
{
    const char *name = wsman_short_name(resource_uri);

    return is_listed("Get", name, NULL) ? 0 : refuse(err, "Get", name);
}

int wsman_may_open(const char *configuration, struct sa_error *err)
{
    static const char allowed[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    size_t len = strspn(configuration, allowed);

    if (!is_listed("Command", "powershell", NULL))
        return refuse(err, "Create", configuration);
    if (len > 0 && len < 128 && configuration[len] == '\0')
        return 0;
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0,
                  "'%.140s' is no name of a session configuration", configuration);
    sa_hint(err,
            "use letters, digits, '.', '-' and '_'; Get-PSSessionConfiguration lists the names");
    return SA_E_INPUT;
}

/* WQL ------------------------------------------------------------------------------------------ */

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " ");
}

static size_t word_length(const char *at)
{
    return strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
}

static bool take_keyword(const char **at, const char *keyword)
{
    const char *start = skip_blanks(*at);
    size_t len = word_length(start);

    if (len != strlen(keyword) || strncasecmp(start, keyword, len) != 0)
        return false;
    *at = skip_blanks(start + len);
    return true;
}

/* "Name, State" or "*" */
static bool take_properties(const char **at)
{
    if (**at == '*') {
        *at = skip_blanks(*at + 1);
        return true;
    }
    for (;;) {
        size_t len = word_length(*at);

        if (len == 0)
            return false;
        *at = skip_blanks(*at + len);
        if (**at != ',')
            return true;
        *at = skip_blanks(*at + 1);
    }
}

static bool is_printable(const char *text)
{
    size_t len = strlen(text);

    for (const char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            return false;
    }
    return len <= WQL_MAX && sa_utf8_valid(text, len);
}

/* SELECT properties FROM class [WHERE condition]. A condition can only choose among instances. */
static bool read_wql(const char *wql, const char **ret_class, size_t *ret_len, bool *ret_condition)
{
    const char *at = wql;

    if (!is_printable(wql) || !take_keyword(&at, "SELECT") || !take_properties(&at) ||
        !take_keyword(&at, "FROM"))
        return false;
    *ret_class = at;
    *ret_len = word_length(at);
    at = skip_blanks(at + *ret_len);
    *ret_condition = *at != '\0';
    if (*ret_len == 0)
        return false;
    return *at == '\0' || (take_keyword(&at, "WHERE") && *at != '\0');
}

static bool needs_condition(const char *resource)
{
    for (size_t i = 0; i < SA_COUNT(only_with_condition); i++) {
        if (sa_text_same(only_with_condition[i], resource))
            return true;
    }
    return false;
}

int wsman_may_enumerate(const char *resource_uri, const char *wql, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf resource = SA_BUF_INIT(4 * SA_KIB);
    const char *name = wsman_short_name(resource_uri);
    bool has_condition = false;

    if (wql == NULL) {
        sa_buf_add_text(&resource, name);
    } else {
        const char *class_name = NULL;
        size_t class_len = 0;
        size_t len = strlen(name);

        /* With a query the resource is the namespace's "all classes". */
        if (len < 2 || strcmp(name + len - 2, "/*") != 0 ||
            !read_wql(wql, &class_name, &class_len, &has_condition))
            return refuse(err, "Enumerate", wql);
        sa_buf_add(&resource, name, len - 1);
        sa_buf_add(&resource, class_name, class_len);
    }
    if (sa_buf_status(&resource) < 0 || !is_listed("Enumerate", sa_buf_text(&resource), NULL) ||
        (needs_condition(sa_buf_text(&resource)) && !has_condition))
        return refuse(err, "Enumerate", wql != NULL ? wql : name);
    return 0;
}

/* Registry --------------------------------------------------------------------------------------- */

static const char *param(const struct sa_wsman_param *params, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(params[i].name, name) == 0)
            return params[i].value;
    }
    return NULL;
}

/* Each at most once, and none that is not a parameter of these methods: names stand in the XML. */
static bool are_params_known(const struct sa_wsman_param *params, size_t count)
{
    static const char *const names[] = {"hDefKey", "sSubKeyName", "sValueName", "uRequired"};
    unsigned seen = 0;

    for (size_t i = 0; i < count; i++) {
        size_t n = 0;

        while (n < SA_COUNT(names) && strcmp(names[n], params[i].name) != 0)
            n++;
        if (n == SA_COUNT(names) || (seen & 1U << n) != 0)
            return false;
        seen |= 1U << n;
    }
    return true;
}

/* Names of values and keys may always be listed; data of what holds secrets never leaves a host. */
static bool is_secret_call(const char *method, const struct sa_wsman_param *params, size_t count)
{
    const char *key = param(params, count, "sSubKeyName");
    const char *value = param(params, count, "sValueName");

    if (strncmp(method, "Get", 3) != 0)
        return false;
    return key == NULL || value == NULL ||
           wsman_is_secret_key(key, strlen(key), value, strlen(value), false);
}

int wsman_may_invoke(const char *resource_uri, const char *method,
                     const struct sa_wsman_param *params, size_t count, struct sa_error *err)
{
    static const char local_machine[] = "2147483650";
    SA_CLEANUP(sa_buf_done) struct sa_buf what = SA_BUF_INIT(4 * SA_KIB);
    const char *name = wsman_short_name(resource_uri);
    const char *root = param(params, count, "hDefKey");

    if (is_listed("Invoke", name, method) && are_params_known(params, count) && root != NULL &&
        strcmp(root, local_machine) == 0 && !is_secret_call(method, params, count))
        return 0;
    sa_buf_addf(&what, "%.200s.%.100s", name, method);
    return refuse(err, "Invoke", sa_buf_text(&what));
}
