/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the JEA kit share. */
#ifndef SYNCAUDIT_CLI_JEA_H
#define SYNCAUDIT_CLI_JEA_H
#include "matrix.h"

struct jea {
    struct matrix matrix;      /* what is selected; the rest is left out */
    const char *configuration; /* "SyncAudit" */
    const char *group;         /* "FABRIKAM\\SyncAuditors" */
    const char *gmsa;          /* "FABRIKAM\\gmsa-audit", or NULL: a virtual account */
    const char *transcripts;   /* folder on the server, or NULL */
    const char **operations;   /* of PowerShell, NULL-terminated */
    size_t operation_count;
    bool needs_logs;        /* some operation reads event logs */
    const char *for_admins; /* operations that need an administrator, joined by ", "; "": none */
};

/* Adds `text` as a literal of PowerShell: in single quotes, each of which (typographic ones too, as PowerShell
 * takes them for the same) is doubled. */
void jea_add_quoted(struct sa_buf *ret, const char *text);

/* Each adds one file to `ret`, with line ends of Windows and, where PowerShell reads it, a byte order mark. */
typedef int jea_file_fn(const struct jea *jea, struct sa_buf *ret, struct sa_error *err);
jea_file_fn jea_add_manifest;   /* SyncAudit.psd1 */
jea_file_fn jea_add_module;     /* SyncAudit.psm1 */
jea_file_fn jea_add_role;       /* RoleCapabilities/SyncAuditReader.psrc */
jea_file_fn jea_add_session;    /* SyncAudit.pssc */
jea_file_fn jea_add_install;    /* Install-SyncAudit.ps1 */
jea_file_fn jea_add_namespaces; /* Grant-SyncAuditNamespace.ps1 */
jea_file_fn jea_add_readme;     /* README.txt */
jea_file_fn jea_add_matrix;     /* matrix.txt */
jea_file_fn jea_add_matrix_csv; /* matrix.csv */
#endif
