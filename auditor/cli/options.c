/* SPDX-License-Identifier: Apache-2.0 */
/* Reading the command line with getopt_long() from the option table, then the environment, then the
 * configuration file; applied in the opposite order, so that the nearer source wins. */
#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <getopt.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "cli.h"

/* clang-format off */
const struct option_entry option_table[] = {
    { "config",         'c', "FILE",     "read the configuration from FILE",                                   OPT_CONFIG },
    { "active",         0,   "FOLDER",   "export of a server that should be the active one",                   OPT_ACTIVE },
    { "staging",        0,   "FOLDER",   "export of a server that should be in staging mode",                  OPT_STAGING },
    { "output",         'o', "FMT=PATH", "write html=FILE, json=FILE or csv=FOLDER; repeat for more; - is standard output", OPT_OUTPUT },
    { "snapshot",       's', "FILE",     "keep what was collected in FILE",                                    OPT_SNAPSHOT },
    { "overwrite",      0,   NULL,       "replace files that exist",                                           OPT_OVERWRITE },
    { "title",          0,   "TEXT",     "organisation or engagement, for the head of the report",             OPT_TITLE },
    { "classification", 0,   "TEXT",     "handling of the report: 'internal', 'confidential'",                 OPT_CLASSIFICATION },
    { "fail-on",        0,   "SEVERITY", "exit with 1 from this severity on (default: high)",                  OPT_FAIL_ON },
    { "min-coverage",   0,   "PERCENT",  "below this coverage a result is incomplete (default: 80)",           OPT_MIN_COVERAGE },
    { "min-score",      0,   "POINTS",   "exit with 1 below this score (default: 0)",                          OPT_MIN_SCORE },
    { "exit-zero",      0,   NULL,       "exit with 0 whatever was found (trouble still gives 2, 4 or 5)",     OPT_EXIT_ZERO },
    { "check",          0,   "GLOB",     "only checks whose id matches: 'PAR-*'; repeat for more",             OPT_CHECK },
    { "area",           0,   "AREA",     "only checks of this area; repeat for more",                          OPT_AREA },
    { "severity",       0,   "SEVERITY", "only checks of at least this severity",                              OPT_SEVERITY },
    { "catalogue",      0,   "FOLDER",   "add the checks below FOLDER; repeat for more",                       OPT_CATALOGUE },
    { "cases",          0,   "FOLDER",   "where the case files of the checks are (default: beside them)",      OPT_CASES },
    { "knowledge",      0,   "FOLDER",   "take newer knowledge tables from FOLDER",                            OPT_KNOWLEDGE },
    { "baseline",       0,   "SNAPSHOT", "compare each server with what it was in SNAPSHOT",                   OPT_BASELINE },
    { "jobs",           'j', "NUMBER",   "servers and forests looked at at once (default: as many as there are, at most 64)",  OPT_JOBS },
    { "domain",              0,   "DOMAIN",   "ask Active Directory: the forest of DOMAIN; repeat for more forests",                   OPT_DOMAIN },
    { "dc",                  0,   "HOST",     "ask this domain controller instead of those in DNS; repeat for more",                   OPT_DC },
    { "site",                0,   "SITE",     "prefer the domain controllers of this site",                                            OPT_SITE },
    { "ldap-auth",           0,   "HOW",      "negotiate (Kerberos; the default), kerberos, ntlm, simple or external",                 OPT_LDAP_AUTH },
    { "ldap-tls",            0,   "HOW",      "none (Kerberos seals by itself; the default), starttls or ldaps",                       OPT_LDAP_TLS },
    { "user",                0,   "USER",     "log on as user@domain (default: whoever the Kerberos ticket names)",                    OPT_USER },
    { "ask-password",        0,   NULL,       "ask for the password at the terminal",                                                  OPT_ASK_PASSWORD },
    { "password-file",       0,   "FILE",     "the password is the first line of FILE (mode 0600)",                                    OPT_PASSWORD_FILE },
    { "password-command",    0,   "COMMAND",  "the password is the first line that COMMAND prints",                                    OPT_PASSWORD_COMMAND },
    { "password-credential", 0,   "NAME",     "the password is systemd's credential syncaudit.password.NAME",                          OPT_PASSWORD_CREDENTIAL },
    { "ccache",              0,   "CACHE",    "take the Kerberos ticket from CACHE",                                                   OPT_CCACHE },
    { "keytab",              0,   "FILE",     "log on with a key of FILE",                                                             OPT_KEYTAB },
    { "ca-file",             0,   "FILE",     "trust the certificate authorities in FILE (PEM) for TLS",                               OPT_CA_FILE },
    { "cert-file",           0,   "FILE",     "client certificate (PEM) for --ldap-auth external and --winrm-auth certificate",        OPT_CERT_FILE },
    { "key-file",            0,   "FILE",     "its private key (PEM)",                                                                 OPT_KEY_FILE },
    { "forest-timeout",      0,   "SECONDS",  "longest time for one forest (default: 600)",                                            OPT_FOREST_TIMEOUT },
    { "host",                0,   "HOST",     "ask the Windows of this sync server over WinRM; repeat for more",                       OPT_HOST },
    { "https",               0,   NULL,       "WinRM over HTTPS (port 5986) instead of HTTP sealed by Kerberos (5985)",                OPT_HTTPS },
    { "winrm-auth",          0,   "HOW",      "negotiate (Kerberos; the default), kerberos, ntlm, basic or certificate",               OPT_WINRM_AUTH },
    { "winrm-port",          0,   "PORT",     "another port",                                                                          OPT_WINRM_PORT },
    { "winrm-spn",           0,   "SPN",      "service principal name of the host (default: HTTP/HOST, then host/HOST)",               OPT_WINRM_SPN },
    { "winrm-pin",           0,   "SHA256",   "trust the certificate with this fingerprint and no other",                              OPT_WINRM_PIN },
    { "winrm-proxy",         0,   "URL",      "reach the host through this proxy (only with --https)",                                 OPT_WINRM_PROXY },
    { "no-channel-binding",  0,   NULL,       "for a proxy that ends TLS: do not bind the logon to the certificate",                   OPT_NO_CHANNEL_BINDING },
    { "powershell",          0,   "WAY",      "ask the sync engine by auto, script, jea (constrained endpoint), command; or off",            OPT_POWERSHELL },
    { "configuration",       0,   "NAME",     "session configuration of PowerShell (default: Microsoft.PowerShell; jea: SyncAudit)", OPT_CONFIGURATION },
    { "allow-rc4",           0,   NULL,       "accept Kerberos tickets with RC4 keys",                                                 OPT_ALLOW_RC4 },
    { "no-hosts",            0,   NULL,       "do not ask the Windows of servers that only the directory knows",                       OPT_NO_HOSTS },
    { "registry",            0,   "WAY",      "auto (reg query in a remote shell, StdRegProv for the rest) or cim (never a shell)",    OPT_REGISTRY },
    { "event-days",          0,   "DAYS",     "read event records of the last DAYS (default: 30)",                                     OPT_EVENT_DAYS },
    { "run-days",            0,   "DAYS",     "read run history of the last DAYS (default: 7)",                                        OPT_RUN_DAYS },
    { "no-remote-files",     0,   NULL,       "no temporary folder on servers: leaves out configuration, user rights, audit policy", OPT_NO_REMOTE_FILES },
    { "trace",               0,   "FOLDER",   "keep every message exchanged with hosts in FOLDER; PowerShell's output as it came",       OPT_TRACE },
    { "host-timeout",        0,   "SECONDS",  "longest time for one host (default: 600)",                                              OPT_HOST_TIMEOUT },
    { "timeout",             0,   "SECONDS",  "longest time for everything that is asked over the network (default: none)",            OPT_TIMEOUT },
    { "group",          0,   "GROUP",    "who may connect: 'DOMAIN\\Group'",                                   OPT_GROUP },
    { "gmsa",           0,   "ACCOUNT",  "run as this group managed service account (domain controllers)",     OPT_GMSA },
    { "source",         0,   "NAME",     "only this operation of PowerShell; repeat for more",                 OPT_SOURCE },
    { "transcripts",    0,   "FOLDER",   "the server keeps transcripts of sessions in FOLDER",                 OPT_TRANSCRIPTS },
    { "csv-bom",        0,   NULL,       "begin CSV files with a byte order mark",                             OPT_CSV_BOM },
    { "csv-raw",        0,   NULL,       "do not guard CSV cells against formulas: for machines only",         OPT_CSV_RAW },
    { "format",         0,   "FORMAT",   "table, csv or json (default: table)",                                OPT_FORMAT },
    { "json",           0,   NULL,       "print JSON",                                                         OPT_JSON },
    { "quiet",          'q', NULL,       "print nothing but errors",                                           OPT_QUIET },
    { "verbose",        'v', NULL,       "say more; repeat for debugging",                                     OPT_VERBOSE },
    { "color",          0,   "WHEN",     "auto, always or never",                                              OPT_COLOR },
    { "progress",       0,   "WHEN",     "auto, plain or none",                                                OPT_PROGRESS },
    { "help",           'h', NULL,       "print this help",                                                    OPT_HELP },
    { NULL,             0,   NULL,       NULL,                                                                 OPT_NONE },
};
/* clang-format on */

const struct option_entry *option_find(const char *name)
{
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        if (strcmp(entry->name, name) == 0)
            return entry;
    }
    return NULL;
}

const struct option_entry *option_by_id(enum option_id id)
{
    const struct option_entry *entry = option_table;
    while (entry->name && entry->id != id)
        entry++;
    return entry;
}

static bool takes(const struct command *command, const char *option)
{
    size_t len = strlen(option);
    static const char always[] = " quiet verbose color help ";
    const char *lists[] = {command->options, always};
    for (size_t i = 0; i < SA_COUNT(lists); i++) {
        for (const char *at = strstr(lists[i], option); at; at = strstr(at + 1, option)) {
            bool starts = at == lists[i] || at[-1] == ' ';
            if (starts && (at[len] == ' ' || at[len] == '\0'))
                return true;
        }
    }
    return false;
}

/* What getopt_long() found, to be applied after weaker sources. */
struct given {
    const struct option_entry *entry;
    const char *value;
};

#define GIVEN_MAX 4096

struct parsed {
    struct given given[GIVEN_MAX];
    size_t count;
};

#define LONG_BASE 1000

static void make_tables(struct option long_options[], char letters[])
{
    size_t used = 0;
    letters[used++] = ':'; /* ':' tells a missing argument from an unknown option */
    size_t i = 0;
    for (; option_table[i].name; i++) {
        long_options[i] =
            (struct option){.name = option_table[i].name,
                            .has_arg = option_table[i].argument ? required_argument : no_argument,
                            .val = LONG_BASE + (int)i};
        if (option_table[i].letter) {
            letters[used++] = option_table[i].letter;
            if (option_table[i].argument)
                letters[used++] = ':';
        }
    }
    long_options[i] = (struct option){0};
    letters[used] = '\0';
}

static const struct option_entry *entry_of(int found)
{
    if (found >= LONG_BASE)
        return &option_table[found - LONG_BASE];
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        if (entry->letter && entry->letter == found)
            return entry;
    }
    return NULL;
}

static int unknown_option(const struct command *command, const char *word, struct sa_error *err)
{
    const char *names[128];
    size_t count = 0;
    for (const struct option_entry *entry = option_table; entry->name && count < 127; entry++) {
        if (takes(command, entry->name))
            names[count++] = entry->name;
    }
    names[count] = NULL;
    char bare[64];
    (void)snprintf(bare, sizeof bare, "%.*s", (int)strcspn(word + strspn(word, "-"), "="),
                   word + strspn(word, "-"));
    const char *nearest = sa_text_nearest(bare, names);
    sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%s' has no option '%s'", command->name, word);
    if (nearest)
        sa_hint(err, "did you mean --%s? 'syncaudit help %s' lists them all", nearest,
                command->name);
    else
        sa_hint(err, "'syncaudit help %s' lists them all", command->name);
    return SA_E_INPUT;
}

/* The option as it was written: the word before its value, where that stands by itself. */
static const char *written(char **argv, const struct option_entry *entry)
{
    bool apart = entry && entry->argument && optind >= 2 && optarg == argv[optind - 1];
    return argv[apart ? optind - 2 : optind - 1];
}

/* getopt_long() takes "--over" for "--overwrite" as long as nothing else begins so. A script that
 * relied on it would break with the next option, so whole names are asked for. */
static bool is_whole(const char *word, const struct option_entry *entry)
{
    size_t len = strlen(entry->name);
    return strncmp(word, "--", 2) == 0 && strncmp(word + 2, entry->name, len) == 0 &&
           (word[2 + len] == '\0' || word[2 + len] == '=');
}

static int parse(const struct command *command, int argc, char **argv, struct parsed *parsed,
                 struct sa_error *err)
{
    struct option long_options[128];
    char letters[128];
    int found = 0;
    make_tables(long_options, letters);
    opterr = 0;
    optind = 1;
    while ((found = getopt_long(argc, argv, letters, long_options, NULL)) != -1) {
        const char *word = argv[optind - 1];
        if (found == '?')
            return unknown_option(command, word, err);
        if (found == ':') {
            sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "option '%s' needs a value", word);
            sa_hint(err, "'syncaudit help %s' tells which", command->name);
            return SA_E_INPUT;
        }
        const struct option_entry *entry = entry_of(found);
        word = written(argv, entry);
        if (!entry || !takes(command, entry->name) ||
            (found >= LONG_BASE && !is_whole(word, entry)))
            return unknown_option(command, word, err);
        if (parsed->count == GIVEN_MAX)
            return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "more than %d options", GIVEN_MAX);
        parsed->given[parsed->count++] = (struct given){.entry = entry, .value = optarg};
    }
    return 0;
}

/* SYNCAUDIT_FAIL_ON for --fail-on. */
static const char *environment_value(const char *option)
{
    char name[64] = "SYNCAUDIT_";
    size_t len = strlen(name);
    for (; *option && len < sizeof name - 1; option++)
        name[len++] = (char)(*option == '-' ? '_' : toupper((unsigned char)*option));
    name[len] = '\0';
    return getenv(name);
}

static int apply_environment(struct settings *settings, const struct command *command,
                             struct sa_error *err)
{
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        const char *value = environment_value(entry->name);
        if (!value || !value[0] || entry->id == OPT_HELP || entry->id == OPT_CONFIG ||
            !takes(command, entry->name))
            continue;
        int r = settings_apply(settings, entry->name, value, FROM_ENVIRONMENT, err);
        if (r < 0) {
            sa_place(err, "environment", 0, 0);
            return r;
        }
    }
    return 0;
}

/* The configuration file: named, or the first that exists of those looked for. */
static int find_config(struct settings *settings, const struct parsed *parsed, const char **ret,
                       struct sa_error *err)
{
    const char *base = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    *ret = environment_value("config");
    for (size_t i = 0; i < parsed->count; i++) {
        if (parsed->given[i].entry->id == OPT_CONFIG)
            *ret = parsed->given[i].value;
    }
    if (*ret)
        return 0;
    const char *places[] = {
        "syncaudit.yaml",
        base && base[0] ? sa_arena_printf(&settings->arena, "%s/syncaudit/syncaudit.yaml", base)
                        : sa_arena_printf(&settings->arena, "%s/.config/syncaudit/syncaudit.yaml",
                                          home ? home : ""),
        "/etc/syncaudit/syncaudit.yaml",
    };
    for (size_t i = 0; i < SA_COUNT(places); i++) {
        if (!places[i])
            return sa_fail_nomem(err);
        if (access(places[i], F_OK) == 0) {
            *ret = places[i];
            settings->config_found = true;
            return 0;
        }
    }
    return 0;
}

int settings_read(struct settings *settings, const struct command *command, int argc, char **argv,
                  struct sa_error *err)
{
    struct parsed *parsed = calloc(1, sizeof *parsed);
    const char *config = NULL;
    if (!parsed)
        return sa_fail_nomem(err);
    settings->one_folder = strcmp(command->name, "jea") == 0;
    int r = parse(command, argc, argv, parsed, err);
    if (r == 0 && takes(command, "config"))
        r = find_config(settings, parsed, &config, err);
    if (r == 0 && config)
        r = config_load(settings, config, err);
    if (r == 0)
        r = apply_environment(settings, command, err);
    for (size_t i = 0; r == 0 && i < parsed->count; i++) {
        const struct given *given = &parsed->given[i];
        if (given->entry->id == OPT_HELP)
            r = list_add(&settings->words, "--help", FROM_OPTION, err);
        else
            r = settings_apply(settings, given->entry->name, given->value, FROM_OPTION, err);
    }
    for (int i = optind; r == 0 && i < argc; i++)
        r = list_add(&settings->words, argv[i], FROM_OPTION, err);
    free(parsed);
    return r;
}
