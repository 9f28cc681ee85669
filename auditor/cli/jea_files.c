/* SPDX-License-Identifier: Apache-2.0 */
/* The files that PowerShell reads: module, role capability, session configuration. Names that people gave are
 * literals in single quotes and nothing else. The body of the function is the transport's own script. */
#include <string.h>

#include "syncaudit/digest.h"
#include "syncaudit/limits.h"
#include "syncaudit/psrp.h"
#include "syncaudit/text.h"
#include "syncaudit/version.h"

#include "jea.h"

#define MARK \
    "\xEF\xBB\xBF" /* Windows PowerShell takes a file without it for the server's code page */
#define ROLE "SyncAuditReader"

/* PowerShell ends a literal at U+2018 to U+201B as well as at the apostrophe. */
void jea_add_quoted(struct sa_buf *ret, const char *text)
{
    (void)sa_buf_add_char(ret, '\'');
    for (const char *at = text; *at; at++) {
        bool typographic = (unsigned char)at[0] == 0xE2 && (unsigned char)at[1] == 0x80 &&
                           (unsigned char)at[2] >= 0x98 && (unsigned char)at[2] <= 0x9B;
        if (typographic) {
            (void)sa_buf_add(ret, at, 3);
            (void)sa_buf_add(ret, at, 3);
            at += 2;
        } else {
            (void)sa_buf_add_text(ret, *at == '\'' ? "'" : "");
            (void)sa_buf_add_char(ret, *at);
        }
    }
    (void)sa_buf_add_char(ret, '\'');
}

/* The same files have the same identifiers, other ones have others: first half of a digest as a GUID. */
static void add_guid(struct sa_buf *ret, const char *what, const struct jea *jea)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf seed = SA_BUF_INIT(65536);
    char hex[SA_SHA256_HEX_SIZE];
    (void)sa_buf_addf(&seed, "%s|%s|%s", what, jea->configuration, SA_VERSION);
    for (size_t i = 0; jea->operations[i]; i++)
        (void)sa_buf_addf(&seed, "|%s", jea->operations[i]);
    if (sa_sha256_hex(sa_buf_text(&seed), seed.len, hex) < 0)
        ret->status = SA_E_NOMEM;
    (void)sa_buf_addf(ret, "'%.8s-%.4s-8%.3s-a%.3s-%.12s'", hex, hex + 8, hex + 12, hex + 15,
                      hex + 18);
}

static int finish(const struct sa_buf *text, struct sa_buf *ret, struct sa_error *err)
{
    (void)sa_buf_add_text(ret, MARK);
    for (const char *at = sa_buf_text(text); *at; at++) {
        if (*at == '\n')
            (void)sa_buf_add_char(ret, '\r');
        (void)sa_buf_add_char(ret, *at);
    }
    return sa_buf_status(text) < 0 || sa_buf_status(ret) < 0 ? sa_fail_nomem(err) : 0;
}

int jea_add_manifest(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    (void)sa_buf_add_text(&text,
                          "@{\n    RootModule = 'SyncAudit.psm1'\n    ModuleVersion = '" SA_VERSION
                          "'\n    GUID = ");
    add_guid(&text, "module", jea);
    (void)sa_buf_add_text(&text, "\n    Author = 'syncaudit'\n"
                                 "    Description = 'What an audit asks of a Microsoft Entra "
                                 "Connect Sync server. Reads only.'\n"
                                 "    PowerShellVersion = '5.1'\n"
                                 "    FunctionsToExport = @('" SA_PSRP_FUNCTION "')\n"
                                 "    CmdletsToExport = @()\n"
                                 "    VariablesToExport = @()\n"
                                 "    AliasesToExport = @()\n}\n");
    return finish(&text, ret, err);
}

int jea_add_module(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4 * SA_MIB);
    (void)sa_buf_add_text(
        &text,
        "# Made by syncaudit " SA_VERSION ". One function that reads; its body is the script "
        "that syncaudit sends to\n# servers where it may. Source: names, joined by ','; "
        "Days: window of run history and logons.\n# It answers:");
    for (size_t i = 0; jea->operations[i]; i++)
        (void)sa_buf_addf(&text, "%s%s", i % 6 == 0 ? "\n#   " : " ", jea->operations[i]);
    (void)sa_buf_add_text(&text, "\nfunction " SA_PSRP_FUNCTION " {\n");
    int r = sa_psrp_add_script(&text, jea->operations, err);
    (void)sa_buf_add_text(&text, "}\nExport-ModuleMember -Function " SA_PSRP_FUNCTION "\n");
    return r == 0 ? finish(&text, ret, err) : r;
}

int jea_add_role(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    (void)sa_buf_add_text(&text, "@{\n    GUID = ");
    add_guid(&text, "role", jea);
    (void)sa_buf_add_text(
        &text, "\n    Author = 'syncaudit'\n"
               "    Description = 'May call the function of the audit, and nothing else.'\n"
               "    ModulesToImport = 'SyncAudit'\n"
               "    VisibleFunctions = '" SA_PSRP_FUNCTION "'\n}\n");
    return finish(&text, ret, err);
}

static void add_groups(const struct jea *jea, struct sa_buf *text)
{
    (void)sa_buf_add_text(text,
                          "    RunAsVirtualAccount = $true\n"
                          "    RunAsVirtualAccountGroups = 'ADSyncOperators', 'ADSyncBrowse'");
    if (jea->needs_logs && !jea->for_admins[0])
        (void)sa_buf_add_text(text, ", 'Event Log Readers'");
    if (jea->for_admins[0])
        (void)sa_buf_add_text(text, ", 'Administrators'");
    (void)sa_buf_add_char(text, '\n');
}

int jea_add_session(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    (void)sa_buf_add_text(&text, "@{\n    SchemaVersion = '2.0.0.0'\n    GUID = ");
    add_guid(&text, "session", jea);
    (void)sa_buf_add_text(&text, "\n    Author = 'syncaudit'\n"
                                 "    Description = 'Endpoint of an audit that reads only.'\n"
                                 "    SessionType = 'RestrictedRemoteServer'\n");
    if (jea->gmsa) {
        (void)sa_buf_add_text(&text, "    GroupManagedServiceAccount = ");
        jea_add_quoted(&text, jea->gmsa);
        (void)sa_buf_add_char(&text, '\n');
    } else {
        add_groups(jea, &text);
    }
    if (jea->transcripts) {
        (void)sa_buf_add_text(&text, "    TranscriptDirectory = ");
        jea_add_quoted(&text, jea->transcripts);
        (void)sa_buf_add_char(&text, '\n');
    }
    (void)sa_buf_add_text(&text, "    RoleDefinitions = @{\n        ");
    jea_add_quoted(&text, jea->group);
    (void)sa_buf_add_text(&text, " = @{ RoleCapabilities = '" ROLE "' }\n    }\n}\n");
    return finish(&text, ret, err);
}
