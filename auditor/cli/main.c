/* SPDX-License-Identifier: Apache-2.0 */
/* syncaudit: the command line. A table of commands, and what happens around each of them: signals, core
 * files, errors as text, exit codes. */
#include <errno.h>
#include <libxml/parser.h>
#include <malloc.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "syncaudit/log.h"
#include "syncaudit/text.h"
#include "syncaudit/version.h"

#include "cli.h"
#include "options.h"

#define JUDGE_OPTIONS                                                                            \
    "output overwrite title classification fail-on min-coverage min-score exit-zero check area " \
    "severity catalogue knowledge baseline csv-bom csv-raw config"

#define FOREST_OPTIONS                                                             \
    "dc site ldap-auth ldap-tls user ask-password password-file password-command " \
    "password-credential ccache keytab ca-file cert-file key-file forest-timeout"

#define HOST_OPTIONS                                                                            \
    "host https winrm-auth winrm-port winrm-spn winrm-pin winrm-proxy no-channel-binding "      \
    "powershell configuration allow-rc4 no-hosts registry event-days run-days no-remote-files " \
    "trace host-timeout timeout"

/* clang-format off */
const struct command commands[] = {
    { "audit", "[FOLDER...]", "look at servers and their Active Directory, judge them, write the reports",
      "Each FOLDER is what Get-ADSyncServerConfiguration -Path FOLDER wrote on one server. Two folders are\n"
      "compared with one another; which server is active and which is in staging mode is read from the exports.\n"
      "--active and --staging say which one it should be, so that a wrong role is found.\n\n"
      "--domain asks Active Directory, too: what the accounts of synchronisation may do there, who controls\n"
      "them, and which sync servers there are. It reads over LDAP, with the Kerberos ticket that you have.\n\n"
      "--host asks a server over WinRM: its Windows (services, updates, firewall, local rights, TLS) and, by PowerShell,\n"
      "its sync engine. A host and an export of the same server become one. With --domain alone the sync servers that\n"
      "the directory knows are asked, too (--no-hosts leaves that out). Options about who you are belong to the --domain\n"
      "or --host before them; before all of these they are meant for all.\n\n"
      "  kinit alice@FABRIKAM.EXAMPLE\n"
      "  syncaudit audit --domain fabrikam.example\n"
      "  syncaudit audit --active exports/sync01 --staging exports/sync02 --host sync01.fabrikam.example \\\n"
      "                  --host sync02.fabrikam.example --domain fabrikam.example\n",
      "active staging snapshot jobs progress domain " FOREST_OPTIONS " " HOST_OPTIONS " " JUDGE_OPTIONS, command_audit },
    { "plan", "[FOLDER...]", "print what an audit would ask, without contacting anything",
      "Takes the options of 'audit' and tells who would be asked what, as whom, by which right, and which checks\n"
      "live on it. Nothing is contacted, no password is asked for, nothing is written.\n\n"
      "  syncaudit plan --domain fabrikam.example --host sync01.fabrikam.example\n"
      "  syncaudit plan -c syncaudit.yaml --format json\n",
      "active staging snapshot jobs progress domain format json " FOREST_OPTIONS " " HOST_OPTIONS " " JUDGE_OPTIONS,
      command_plan },
    { "doctor", "[HOST...]", "find out why a host or forest does not answer, or not everything",
      "Goes from the name to the sync engine: names, ports, tickets and service names, certificate, clock, logon,\n"
      "WS-Man, each namespace, registry, event logs, PowerShell; of a forest domain controllers, ports, logon, how it is\n"
      "sealed, and what is shown. Each line says what to do, and which checks its trouble costs. Without HOST and\n"
      "--domain those of the configuration are examined. Takes the options of 'audit'; stores nothing.\n\n"
      "  syncaudit doctor sync01.fabrikam.example --domain fabrikam.example\n"
      "  syncaudit doctor -c syncaudit.yaml\n\n"
      "Exit: 0 all is well, 2 usage, 3 something is missing, 4 nobody could be reached, 130 interrupted.\n",
      "domain format json check area severity catalogue config " FOREST_OPTIONS " " HOST_OPTIONS, command_doctor },
    { "jea", "generate", "write the files of an endpoint for auditors who are no administrators",
      "Makes a PowerShell module with one function that reads, a role and a session configuration (Just Enough\n"
      "Administration) for those who are in --group, a script that registers them, and a README.txt with the other\n"
      "rights that an audit needs, what each is for, what it costs and how to undo it. --check, --area, --severity or\n"
      "--source say what the endpoint answers; without them, everything. Nothing is contacted.\n\n"
      "  syncaudit jea generate --output jea --group 'FABRIKAM\\SyncAuditors'\n"
      "  syncaudit audit --host sync01.fabrikam.example --configuration SyncAudit\n",
      "output overwrite configuration group gmsa source transcripts no-remote-files check area severity catalogue config",
      command_jea },
    { "collect", "[FOLDER...]", "only collect, into a snapshot",
      "The snapshot is one file with everything that was read. 'evaluate' and 'report' take it from there,\n"
      "on any machine and at any later time.\n",
      "active staging snapshot overwrite jobs progress catalogue exit-zero config domain " FOREST_OPTIONS " "
      HOST_OPTIONS, command_collect },
    { "discover", "DOMAIN...", "list the sync servers that Active Directory knows of",
      "A first look at a forest that nobody knows: which sync servers are there, alive or left behind, and with\n"
      "which accounts. Needs an ordinary account of the forest; reads only.\n\n"
      "  kinit alice@FABRIKAM.EXAMPLE\n"
      "  syncaudit discover fabrikam.example\n\n"
      "Exit: 0 asked (also when none is known), 3 not everything could be seen, 4 nothing could be asked.\n",
      "domain snapshot overwrite format json progress config " FOREST_OPTIONS, command_discover },
    { "evaluate", "SNAPSHOT", "judge a snapshot again",
      "Judges what was collected with the checks of this version; writes reports only when asked to.\n",
      JUDGE_OPTIONS, command_evaluate },
    { "report", "SNAPSHOT", "write the reports of a snapshot",
      "Without --output the HTML report is written to syncaudit-<run>.html.\n",
      JUDGE_OPTIONS, command_report },
    { "checks", "list | show ID... | lint FOLDER | test FOLDER", "list, explain, lint and test checks",
      "list      every check with its severity and what it applies to\n"
      "show ID   why a check exists, what to do about a finding, its parameters and its query\n"
      "lint      complaints about the check files below FOLDER\n"
      "test      runs the case files of the checks below FOLDER\n",
      "check area severity catalogue cases config", command_checks },
    { "query", "SNAPSHOT SELECT", "ask a snapshot in SQL, read-only",
      "Tables: those of the snapshot (target, coverage, evidence, sync_server, global_parameter, connector,\n"
      "partition, sync_rule, rule_mapping, ad_account, ad_grant, ...) and what checks see beside them (server,\n"
      "pair, parity_item,\n"
      "parity_difference, knowledge_release, ...).\n\n"
      "  syncaudit query run.sqlite \"SELECT path, active_value, staging_value FROM parity_difference\n"
      "                              WHERE class = 'drift'\"\n",
      "format knowledge baseline", command_query },
    { "version", "", "print the versions of program and catalogue", "", "json", command_version },
    { "help", "[COMMAND]", "explain a command", "", "", command_help },
    { NULL, NULL, NULL, NULL, NULL, NULL },
};
/* clang-format on */

const struct command *command_find(const char *name)
{
    for (const struct command *command = commands; command->name; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
}

static bool command_takes(const struct command *command, const char *option)
{
    const char *at = strstr(command->options, option);
    size_t len = strlen(option);
    for (; at; at = strstr(at + 1, option)) {
        if ((at == command->options || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
            return true;
    }
    return false;
}

static void print_option(const struct option_entry *entry, int width)
{
    char label[64];
    char letter[8] = "    ";
    if (entry->letter)
        (void)snprintf(letter, sizeof letter, "-%c, ", entry->letter);
    (void)snprintf(label, sizeof label, "%s--%s%s%s", letter, entry->name,
                   entry->argument ? " " : "", entry->argument ? entry->argument : "");
    (void)printf("  %-*s %s\n", width, label, entry->help);
}

/* `jea` writes a folder of files, the others reports. */
static const struct option_entry *entry_for(const struct command *command,
                                            const struct option_entry *entry)
{
    static const struct option_entry folder = {
        "output", 'o', "FOLDER", "write the files into FOLDER, which is new or empty", OPT_OUTPUT};
    return entry->id == OPT_OUTPUT && command->run == command_jea ? &folder : entry;
}

static bool is_of_forest(const struct option_entry *entry)
{
    return entry->id >= OPT_DOMAIN && entry->id <= OPT_FOREST_TIMEOUT;
}

static bool is_of_host(const struct option_entry *entry)
{
    return entry->id >= OPT_HOST && entry->id <= OPT_TIMEOUT;
}

void print_help(const struct command *command)
{
    if (!command) {
        (void)printf("syncaudit audits Microsoft Entra Connect Sync servers: is the staging server "
                     "ready to take "
                     "over,\nand what must be mended on both?\n\n"
                     "usage: syncaudit COMMAND [OPTION...]\n\n");
        for (command = commands; command->name; command++)
            (void)printf("  %-10s %s\n", command->name, command->summary);
        (void)printf(
            "\nA first audit: get a Kerberos ticket (kinit), then\n\n"
            "  syncaudit audit --domain DOMAIN\n\n"
            "asks Active Directory, finds the sync servers, and asks their Windows and sync engine "
            "over WinRM.\n'syncaudit plan' with the same options tells beforehand what is asked, "
            "'syncaudit doctor' why something\ndoes not answer. Of a server that cannot be "
            "reached, "
            "run on it\n\n"
            "  Get-ADSyncServerConfiguration -Path C:\\export\n\n"
            "copy the folder here, and add\n\n"
            "  --active FOLDER --staging FOLDER --host HOST --host HOST\n\n"
            "Each part works without the others. 'syncaudit discover DOMAIN' tells which servers "
            "there are.\n"
            "'syncaudit help COMMAND' tells more.\n"
            "Exit: 0 clean, 1 findings, 2 usage, 3 incomplete, 4 nothing assessed, 5 trouble here, "
            "130 interrupted.\n");
        return;
    }
    (void)printf("usage: syncaudit %s %s%s\n\n%s\n", command->name,
                 command->options[0] ? "[OPTION...] " : "", command->arguments, command->summary);
    if (command->text[0])
        (void)printf("\n%s", command->text);
    (void)printf("\nOptions (each also as SYNCAUDIT_<OPTION> in the environment):\n");
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        bool apart = command_takes(command, "domain") && (is_of_forest(entry) || is_of_host(entry));
        if (command_takes(command, entry->name) && !apart)
            print_option(entry_for(command, entry), 28);
    }
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        if (entry->id == OPT_QUIET || entry->id == OPT_VERBOSE || entry->id == OPT_COLOR ||
            entry->id == OPT_HELP)
            print_option(entry, 28);
    }
    if (!command_takes(command, "domain"))
        return;
    (void)printf(
        "\nActive Directory; an option belongs to the --domain before it, or to all when it comes "
        "first.\nA password is never an argument, where other processes could read it:\n");
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        if (is_of_forest(entry))
            print_option(entry, 34);
    }
    if (!command_takes(command, "host"))
        return;
    (void)printf(
        "\nHosts over WinRM; who you are is said with the options above, behind the --host or "
        "before all:\n");
    for (const struct option_entry *entry = option_table; entry->name; entry++) {
        if (is_of_host(entry))
            print_option(entry, 34);
    }
}

int command_help(struct settings *settings, struct sa_error *err)
{
    const char *name = settings->words.count > 0 ? settings->words.items[0] : NULL;
    const struct command *command = name ? command_find(name) : NULL;
    if (name && !command) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "there is no command '%s'", name);
        sa_hint(err, "'syncaudit help' lists them");
        return SA_E_INPUT;
    }
    print_help(command);
    return EXIT_CLEAN;
}

int command_version(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    int r = load_catalogue(settings, &catalogue, err);
    if (r < 0)
        return r;
    if (settings->as_json)
        (void)printf(
            "{\"version\": \"%s\", \"catalogue\": {\"version\": \"%s\", \"sha256\": \"%s\", "
            "\"checks\": %zu}, \"snapshot_schema\": %d, \"libraries\": {\"sqlite\": \"%s\", "
            "\"libxml2\": \"%s\", \"zstd\": \"%s\"}}\n",
            SA_VERSION, sa_catalogue_version(catalogue), sa_catalogue_sha256(catalogue),
            sa_catalogue_count(catalogue), SA_SNAPSHOT_SCHEMA_VERSION, sqlite3_libversion(),
            xmlParserVersion, ZSTD_versionString());
    else
        (void)printf(
            "syncaudit %s\ncatalogue %s, %zu checks\nsnapshot schema %d\nSQLite %s, libxml2 %s, "
            "zstd %s\n",
            SA_VERSION, sa_catalogue_version(catalogue), sa_catalogue_count(catalogue),
            SA_SNAPSHOT_SCHEMA_VERSION, sqlite3_libversion(), xmlParserVersion,
            ZSTD_versionString());
    return EXIT_CLEAN;
}

/* The errno of the first write to standard output that failed: stdio forgets it. */
static int output_errno;

static ssize_t write_stdout(void *cookie, const char *bytes, size_t len)
{
    (void)cookie;
    size_t done = 0;
    while (done < len) {
        ssize_t n = write(STDOUT_FILENO, bytes + done, len - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            output_errno = output_errno ? output_errno : errno;
            break;
        }
        done += (size_t)n;
    }
    return (ssize_t)done; /* less than `len` is how such a stream learns that it failed */
}

/* Without it errors of writing are known all the same, by a less exact name. */
static void watch_stdout(void)
{
    FILE *stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_stdout});
    if (!stream)
        return;
    (void)setvbuf(stream, NULL, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF, BUFSIZ);
    stdout = stream;
}

/* Was something written to files by a command that succeeded? */
static bool wrote_files(const struct command *command, const struct settings *settings, int r)
{
    bool wrote = settings->snapshot && command_takes(command, "snapshot");
    for (size_t i = 0; command_takes(command, "output") && i < settings->output_count; i++)
        wrote = wrote || strcmp(settings->outputs[i].path, "-") != 0;
    return r >= 0 && wrote;
}

/* With a thread for each of 64 hosts, glibc keeps up to eight heaps for each processor, and what large answers
 * leave behind in them: with one for each processor, and large pieces given back at once, it is half of that. */
static void bound_memory(void)
{
#ifdef M_ARENA_MAX
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    (void)mallopt(M_ARENA_MAX, processors < 2 ? 2 : processors < 8 ? (int)processors : 8);
    (void)mallopt(M_MMAP_THRESHOLD, 128 * 1024);
#endif
}

static void set_up_process(void)
{
    /* Also when we were started with them ignored; only collecting (cmd_audit.c) handles them. */
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGTERM, SIG_DFL);
    watch_stdout();
    const struct rlimit no_core = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &no_core);
#ifndef SYNCAUDIT_DEBUG_ARENA /* the leak checker must be allowed to look at the process */
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    (void)umask(077);
    bound_memory();
    xmlInitParser();
    (void)sqlite3_config(SQLITE_CONFIG_URI, 0); /* a path is a path, also "file:..." */
    (void)sqlite3_initialize();
}

static int exit_code_of_failure(int status)
{
    switch (status) {
    case SA_E_INPUT:
    case SA_E_EXISTS:
    case SA_E_NOT_FOUND:
        return EXIT_USAGE;
    case SA_E_CANCELLED:
        return EXIT_INTERRUPTED;
    default:
        return EXIT_INTERNAL;
    }
}

static int run_command(const struct command *command, int argc, char **argv)
{
    struct settings settings;
    struct sa_error err = {0};
    settings_init(&settings);
    int r = settings_read(&settings, command, argc, argv, &err);
    sa_log_set_color(use_color(&settings, STDERR_FILENO));
    if (settings.verbosity > 0)
        sa_log_set_level(settings.verbosity == 1   ? SA_LOG_INFO
                         : settings.verbosity == 2 ? SA_LOG_DEBUG
                                                   : SA_LOG_TRACE);
    else if (settings.quiet)
        sa_log_set_level(SA_LOG_ERROR);
    if (r == 0 && settings.words.count > 0 && strcmp(settings.words.items[0], "--help") == 0)
        print_help(command);
    else if (r == 0)
        r = command->run(&settings, &err);
    bool wrote = wrote_files(command, &settings, r);
    settings_done(&settings);
    if (r < 0)
        sa_log_error(SA_LOG_ERROR, NULL, &err);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        /* Whoever reads through 'head' has read enough. */
        if (output_errno == EPIPE)
            return r < 0 ? exit_code_of_failure(r) : r;
        (void)sa_fail_errno(&err, output_errno ? output_errno : EIO,
                            "cannot write to standard output");
        sa_hint(&err, "%s",
                wrote ? "reports and snapshot that were named are written all the same"
                      : "send standard output where there is room, and run it again");
        sa_log_error(SA_LOG_ERROR, NULL, &err);
        return EXIT_INTERNAL;
    }
    return r < 0 ? exit_code_of_failure(r) : r;
}

static int unknown_command(const char *word)
{
    const char *names[SA_COUNT(commands)];
    size_t count = 0;
    for (const struct command *command = commands; command->name; command++)
        names[count++] = command->name;
    names[count] = NULL;
    const char *nearest = sa_text_nearest(word, names);
    sa_log(SA_LOG_ERROR, NULL, NULL, "there is no command '%s'", word);
    if (nearest)
        (void)fprintf(stderr, "  try: syncaudit %s\n", nearest);
    else
        (void)fprintf(stderr, "  try: syncaudit help\n");
    return EXIT_USAGE;
}

int main(int argc, char **argv)
{
    set_up_process();
    if (argc < 2) {
        print_help(NULL);
        return EXIT_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        word = "help";
    else if (strcmp(word, "--version") == 0)
        word = "version";
    const struct command *command = command_find(word);
    if (!command)
        return unknown_command(word);
    return run_command(command, argc - 1, argv + 1);
}
