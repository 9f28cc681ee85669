/* SPDX-License-Identifier: Apache-2.0 */
/* What a refusal means and what to do about it: one table for Win32 and HRESULT numbers of faults
 * (wsmerror.h, winerror.h, wbemcli.h), one for CIM status codes (DSP0004, DSP0223), one for SOAP
 * subcodes (DSP0226, chapter 14), one for HTTP. Whoever meets a new one adds a row here.
 *
 * Logon failures are never tried again: each try counts towards a lockout. */
#include <string.h>

#include "internal.h"

#define HINT_ADMIN                                                                  \
    "give the account the right: member of the local Administrators, or of Remote " \
    "Management Users with Remote Enable on the WMI namespace"
#define HINT_LOGON  "check account and password; it was not tried a second time"
#define HINT_QUOTA  "ask again later, or raise the quota of the server (winrm/config)"
#define HINT_BUG    "please report this with a trace"
#define HINT_LARGER "raise MaxEnvelopeSizekb of the server"
#define HINT_LOG    "look into the event log Microsoft-Windows-WinRM of the server"
#define HINT_WMI    "look into the event log Microsoft-Windows-WMI-Activity of the server"

/* clang-format off */
static const struct wsman_meaning numbers[] = {
    /* Win32 */
    {2, 2, WSMAN_ONCE, SA_E_REMOTE, "the server cannot find a file that it needs", HINT_LOG},
    {5, 5, WSMAN_GIVE_UP, SA_E_DENIED, "access is denied", HINT_ADMIN},
    {87, 87, WSMAN_GIVE_UP, SA_E_REMOTE, "the server calls a parameter wrong", HINT_BUG},
    {995, 995, WSMAN_REOPEN, SA_E_REMOTE, "the server broke the operation off", "ask again; the service may have been stopped"},
    {1018, 1018, WSMAN_ONCE, SA_E_REMOTE, "the server could not start its host process", HINT_LOG},
    {1311, 1311, WSMAN_GIVE_UP, SA_E_AUTH, "the server finds no domain controller for the logon", "check the server's connection to its domain"},
    {1326, 1326, WSMAN_GIVE_UP, SA_E_AUTH, "logon failure", HINT_LOGON},
    {1327, 1331, WSMAN_GIVE_UP, SA_E_AUTH, "the account may not log on now: restricted, expired or disabled", HINT_LOGON},
    {1385, 1385, WSMAN_GIVE_UP, SA_E_AUTH, "the account lacks the right to log on from the network", "look at 'Access this computer from the network'"},
    {1396, 1396, WSMAN_GIVE_UP, SA_E_AUTH, "the name of the target account is wrong", "check that the SPN is registered once"},
    {1722, 1722, WSMAN_ONCE, SA_E_REMOTE, "a service that the server needs does not answer", HINT_LOG},
    {1787, 1789, WSMAN_GIVE_UP, SA_E_AUTH, "the server has lost the trust of its domain", "repair the secure channel of the server"},
    {1793, 1793, WSMAN_GIVE_UP, SA_E_AUTH, "the account has expired", HINT_LOGON},
    {1907, 1907, WSMAN_GIVE_UP, SA_E_AUTH, "the password must be changed", "set a new password"},
    {1909, 1909, WSMAN_GIVE_UP, SA_E_AUTH, "the account is locked out", "unlock it, and find out who used a wrong password"},
    /* WMI, 0x8004.... */
    {0x80041002, 0x80041002, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such instance", NULL},
    {0x80041003, 0x80041003, WSMAN_GIVE_UP, SA_E_DENIED, "access is denied by WMI", HINT_ADMIN},
    {0x80041006, 0x80041006, WSMAN_BACK_OFF, SA_E_LIMIT, "WMI is out of memory", HINT_WMI},
    {0x8004100E, 0x8004100E, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such namespace", NULL},
    {0x80041010, 0x80041010, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such class", NULL},
    {0x80041013, 0x80041015, WSMAN_GIVE_UP, SA_E_REMOTE, "WMI cannot load the provider of the class", HINT_WMI},
    {0x80041017, 0x80041018, WSMAN_GIVE_UP, SA_E_REMOTE, "WMI does not understand the query", HINT_BUG},
    {0x80041033, 0x80041033, WSMAN_BACK_OFF, SA_E_REMOTE, "WMI is shutting down", HINT_WMI},
    {0x80041045, 0x80041045, WSMAN_BACK_OFF, SA_E_LIMIT, "WMI is too busy", HINT_WMI},
    {0x80041062, 0x80041062, WSMAN_GIVE_UP, SA_E_DENIED, "a privilege is missing", HINT_ADMIN},
    {0x80041069, 0x80041069, WSMAN_GIVE_UP, SA_E_TIMEOUT, "WMI gave the call up", HINT_WMI},
    {0x8004106C, 0x8004106C, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of WMI is used up", HINT_WMI},
    {0x80041087, 0x80041087, WSMAN_GIVE_UP, SA_E_DENIED, "the namespace wants an encrypted connection", "use Kerberos, or HTTPS"},
    /* Registry and shells */
    {0x800703FA, 0x800703FA, WSMAN_REOPEN, SA_E_REMOTE, "the shell's profile is being unloaded", "ask again"},
    /* WS-Man, 0x8033.... */
    {2150858752, 2150858752, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such resource", NULL},
    {2150858753, 2150858753, WSMAN_GIVE_UP, SA_E_REMOTE, "the server does not know the action", HINT_BUG},
    {2150858754, 2150858754, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such namespace or resource", NULL},
    {2150858778, 2150858778, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such class, or the query is wrong for it", NULL},
    {2150858779, 2150858780, WSMAN_RESTART, SA_E_REMOTE, "the server has lost the enumeration", "ask again; the answer takes the server too long"},
    {2150858790, 2150858790, WSMAN_RESIZE, SA_E_LIMIT, "the answer is larger than an envelope may be", HINT_LARGER},
    {2150858793, 2150858793, WSMAN_NO_DATA, SA_E_TIMEOUT, "the server was not ready within the time of the operation", "allow more time"},
    {2150858799, 2150858799, WSMAN_RESIZE, SA_E_LIMIT, "the server does not give so many elements at once", HINT_BUG},
    {2150858810, 2150858810, WSMAN_GIVE_UP, SA_E_REMOTE, "the server calls a parameter wrong", HINT_BUG},
    {2150858811, 2150858811, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such namespace or resource", NULL},
    {2150858815, 2150858815, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of the server is used up", HINT_QUOTA},
    {2150858817, 2150858817, WSMAN_GIVE_UP, SA_E_REMOTE, "the server calls the message malformed", HINT_BUG},
    {2150858823, 2150858824, WSMAN_RESIZE, SA_E_LIMIT, "the answer is larger than an envelope may be", HINT_LARGER},
    {2150858842, 2150858842, WSMAN_GIVE_UP, SA_E_REMOTE, "the server misses a selector", HINT_BUG},
    {2150858843, 2150858843, WSMAN_GONE, SA_E_REMOTE, "the shell or command is not there any more", "ask again"},
    {2150858844, 2150858845, WSMAN_GIVE_UP, SA_E_REMOTE, "the server calls a selector wrong", HINT_BUG},
    {2150859002, 2150859002, WSMAN_GIVE_UP, SA_E_REMOTE, "the class has several instances", HINT_BUG},
    {2150859018, 2150859018, WSMAN_GIVE_UP, SA_E_REMOTE, "a value has characters that XML cannot hold", "find the value on the server; a query without its property works"},
    {2150859019, 2150859019, WSMAN_GIVE_UP, SA_E_AUTH, "Kerberos does not work with an address", "use the server's full name"},
    {2150859025, 2150859025, WSMAN_RESIZE, SA_E_LIMIT, "the request is larger than the server takes", HINT_LARGER},
    {2150859026, 2150859026, WSMAN_BACK_OFF, SA_E_REMOTE, "the service is not available", HINT_LOG},
    {2150859027, 2150859027, WSMAN_GIVE_UP, SA_E_PROTOCOL, "there is no WS-Man at this path", "check port and path"},
    {2150859161, 2150859161, WSMAN_GIVE_UP, SA_E_REMOTE, "the server wants to redirect, which is not followed", "use the address of the server itself"},
    {2150859173, 2150859173, WSMAN_BACK_OFF, SA_E_LIMIT, "the account has too many shells open", HINT_QUOTA},
    {2150859174, 2150859174, WSMAN_BACK_OFF, SA_E_LIMIT, "the account has too many operations running", HINT_QUOTA},
    {2150859175, 2150859176, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of the server is used up", HINT_QUOTA},
    {2150859179, 2150859179, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of the server is used up", HINT_QUOTA},
    {2150859180, 2150859180, WSMAN_GIVE_UP, SA_E_DENIED, "the server does not allow remote shells", "set AllowRemoteShellAccess, or do without"},
    {2150859195, 2150859195, WSMAN_GIVE_UP, SA_E_AUTH, "Kerberos does not work with an address", "use the server's full name"},
    {2150859235, 2150859235, WSMAN_GIVE_UP, SA_E_DENIED, "the server does not allow remote connections", "set AllowRemoteAccess"},
    {2150859236, 2150859242, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of the server is used up", HINT_QUOTA},
    /* PowerShell, 0x8054.... */
    {2152992672, 2152992672, WSMAN_GIVE_UP, SA_E_REMOTE, "the server refuses this version of PowerShell Remoting", HINT_BUG},
};

static const struct wsman_meaning cim_codes[] = {
    {2, 2, WSMAN_GIVE_UP, SA_E_DENIED, "access is denied", HINT_ADMIN},
    {3, 3, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such namespace", NULL},
    {5, 5, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such class", NULL},
    {6, 6, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such instance", NULL},
    {21, 21, WSMAN_RESTART, SA_E_REMOTE, "the server has lost the enumeration", "ask again"},
    {27, 28, WSMAN_BACK_OFF, SA_E_LIMIT, "the server is too busy", HINT_QUOTA},
};

/* Only good where nothing says a number. */
static const struct {
    const char *subcode;
    struct wsman_meaning meaning;
} subcodes[] = {
    {"AccessDenied", {0, 0, WSMAN_GIVE_UP, SA_E_DENIED, "access is denied", HINT_ADMIN}},
    {"CannotProcessFilter", {0, 0, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such class, or the query is wrong for it", NULL}},
    {"DestinationUnreachable", {0, 0, WSMAN_GIVE_UP, SA_E_NOT_FOUND, "there is no such resource", NULL}},
    {"EncodingLimit", {0, 0, WSMAN_RESIZE, SA_E_LIMIT, "the answer is larger than an envelope may be", HINT_LARGER}},
    {"EndpointUnavailable", {0, 0, WSMAN_BACK_OFF, SA_E_REMOTE, "the service is not available", HINT_LOG}},
    {"InvalidEnumerationContext", {0, 0, WSMAN_RESTART, SA_E_REMOTE, "the server has lost the enumeration", "ask again"}},
    {"InvalidSelectors", {0, 0, WSMAN_GONE, SA_E_REMOTE, "the shell or command is not there any more", "ask again"}},
    {"QuotaLimit", {0, 0, WSMAN_BACK_OFF, SA_E_LIMIT, "a quota of the server is used up", HINT_QUOTA}},
    {"TimedOut", {0, 0, WSMAN_NO_DATA, SA_E_TIMEOUT, "the server was not ready within the time of the operation", "allow more time"}},
};

static const struct wsman_meaning http_codes[] = {
    {401, 401, WSMAN_GIVE_UP, SA_E_AUTH, "the logon is not accepted", HINT_LOGON},
    {403, 403, WSMAN_GIVE_UP, SA_E_DENIED, "the server forbids it", "check the account's rights, and proxies on the way"},
    {404, 404, WSMAN_GIVE_UP, SA_E_PROTOCOL, "there is no WS-Man at this path", "check port, path and the listener's address"},
    {407, 407, WSMAN_GIVE_UP, SA_E_AUTH, "a proxy wants a logon of its own", "go around the proxy"},
    {413, 413, WSMAN_RESIZE, SA_E_LIMIT, "the request is larger than the server takes", HINT_LARGER},
    {425, 425, WSMAN_BACK_OFF, SA_E_REMOTE, "the service is not ready", HINT_LOG},
    {429, 429, WSMAN_BACK_OFF, SA_E_LIMIT, "the service is too busy", HINT_LOG},
    {500, 500, WSMAN_GIVE_UP, SA_E_REMOTE, "the server refuses without a reason", "if AllowUnencrypted is false it wants sealed messages: use Kerberos, or HTTPS"},
    {503, 503, WSMAN_BACK_OFF, SA_E_REMOTE, "the service is not available", "check that the service WinRM runs"},
};
/* clang-format on */

static const struct wsman_meaning *find(const struct wsman_meaning *table, size_t count,
                                        uint32_t code)
{
    for (size_t i = 0; i < count; i++) {
        if (code >= table[i].low && code <= table[i].high)
            return &table[i];
    }
    return NULL;
}

static const struct wsman_meaning *find_number(uint32_t code)
{
    const struct wsman_meaning *found = find(numbers, SA_COUNT(numbers), code);

    /* HRESULT_FROM_WIN32 */
    if (found == NULL && code >> 16 == 0x8007)
        found = find(numbers, SA_COUNT(numbers), code & 0xFFFF);
    return found;
}

const struct wsman_meaning *wsman_fault_meaning(const struct wsman_fault *fault)
{
    static const struct wsman_meaning unknown = {
        0,           0,    WSMAN_GIVE_UP,
        SA_E_REMOTE, NULL, "look the code up, and into the server's event logs"};
    static const struct wsman_meaning odd = {
        0, 0, WSMAN_GIVE_UP, SA_E_PROTOCOL, "this is no answer of WS-Man", "check port and path"};
    const struct wsman_meaning *found = NULL;

    switch (fault->kind) {
    case WSMAN_CODE_HTTP:
        found = find(http_codes, SA_COUNT(http_codes), fault->code);
        return found != NULL ? found : &odd;
    case WSMAN_CODE_CIM:
        found = find(cim_codes, SA_COUNT(cim_codes), fault->code);
        break;
    case WSMAN_CODE_NUMBER:
        found = find_number(fault->code);
        if (found == NULL && fault->outer != 0)
            found = find_number(fault->outer);
        break;
    default:
        break;
    }
    if (found != NULL || fault->kind == WSMAN_CODE_NUMBER)
        return found != NULL ? found : &unknown;
    for (size_t i = 0; i < SA_COUNT(subcodes); i++) {
        if (strcmp(subcodes[i].subcode, fault->subcode) == 0)
            return &subcodes[i].meaning;
    }
    return &unknown;
}
