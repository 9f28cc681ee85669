/* SPDX-License-Identifier: Apache-2.0 */
/* The table of options: one entry is what parsing, help and the environment know of it. */
#ifndef SYNCAUDIT_CLI_OPTIONS_H
#define SYNCAUDIT_CLI_OPTIONS_H

enum option_id {
    OPT_NONE,
    OPT_CONFIG,
    OPT_TITLE,
    OPT_CLASSIFICATION,
    OPT_SNAPSHOT,
    OPT_KNOWLEDGE,
    OPT_BASELINE,
    OPT_CASES,
    OPT_ACTIVE,
    OPT_STAGING,
    OPT_OUTPUT,
    OPT_DOMAIN, /* from here to OPT_FOREST_TIMEOUT: Active Directory */
    OPT_DC,
    OPT_SITE,
    OPT_LDAP_AUTH,
    OPT_LDAP_TLS,
    OPT_USER, /* from here to OPT_KEY_FILE: who the auditor is, to forests and hosts */
    OPT_ASK_PASSWORD,
    OPT_PASSWORD_FILE,
    OPT_PASSWORD_COMMAND,
    OPT_PASSWORD_CREDENTIAL,
    OPT_CCACHE,
    OPT_KEYTAB,
    OPT_CA_FILE,
    OPT_CERT_FILE,
    OPT_KEY_FILE,
    OPT_FOREST_TIMEOUT,
    OPT_HOST, /* from here to OPT_ALLOW_RC4: hosts over WinRM */
    OPT_HTTPS,
    OPT_WINRM_AUTH,
    OPT_WINRM_PORT,
    OPT_WINRM_SPN,
    OPT_WINRM_PIN,
    OPT_WINRM_PROXY,
    OPT_NO_CHANNEL_BINDING,
    OPT_POWERSHELL,
    OPT_CONFIGURATION,
    OPT_ALLOW_RC4,
    OPT_NO_HOSTS,
    OPT_REGISTRY,
    OPT_EVENT_DAYS,
    OPT_RUN_DAYS,
    OPT_NO_REMOTE_FILES,
    OPT_TRACE,
    OPT_HOST_TIMEOUT,
    OPT_TIMEOUT,
    OPT_GROUP,
    OPT_GMSA,
    OPT_TRANSCRIPTS,
    OPT_SOURCE,
    OPT_OVERWRITE,
    OPT_FAIL_ON,
    OPT_MIN_COVERAGE,
    OPT_MIN_SCORE,
    OPT_EXIT_ZERO,
    OPT_CHECK,
    OPT_AREA,
    OPT_SEVERITY,
    OPT_CATALOGUE,
    OPT_JOBS,
    OPT_CSV_BOM,
    OPT_CSV_RAW,
    OPT_FORMAT,
    OPT_JSON,
    OPT_QUIET,
    OPT_VERBOSE,
    OPT_COLOR,
    OPT_PROGRESS,
    OPT_HELP,
};

struct option_entry {
    const char *name;     /* without "--" */
    char letter;          /* or 0 */
    const char *argument; /* "FILE"; NULL: a switch */
    const char *help;
    enum option_id id;
};

extern const struct option_entry option_table[]; /* ends with an entry without name */
const struct option_entry *option_find(const char *name);
const struct option_entry *option_by_id(enum option_id id);
#endif
