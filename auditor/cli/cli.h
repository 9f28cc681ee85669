/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the command line share: settings, the option table, the commands. */
#ifndef SYNCAUDIT_CLI_CLI_H
#define SYNCAUDIT_CLI_CLI_H
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/arena.h"
#include "syncaudit/checks.h"
#include "syncaudit/error.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/run.h"

/* Exit codes; where several hold, the first of 5, 2, 4, 1, 3, 0 is given. */
enum exit_code {
    EXIT_CLEAN = 0, /* complete, nothing at or above --fail-on */
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,      /* options, configuration or check files; nothing was looked at */
    EXIT_INCOMPLETE = 3, /* no such finding, but coverage below the minimum or a target failed */
    EXIT_NOTHING = 4,    /* no server and no forest could be assessed */
    EXIT_INTERNAL = 5,   /* our own or the local system's trouble */
    EXIT_INTERRUPTED = 130,
};

/* Where a value came from; a higher one wins. */
enum origin { FROM_DEFAULT, FROM_CONFIG, FROM_ENVIRONMENT, FROM_OPTION };

struct list {
    const char **items; /* NULL-terminated once something was added */
    size_t count, capacity;
    enum origin origin;
};

enum format { FORMAT_HTML, FORMAT_JSON, FORMAT_CSV };
struct output {
    enum format format;
    const char *path; /* "-" is standard output */
};

enum tri { AUTO, ALWAYS, NEVER };

struct param_setting {
    const char *check, *name;
    struct list values;
    const char *place; /* where it was written, for messages */
};

enum password_kind {
    PASSWORD_NONE,
    PASSWORD_FILE,
    PASSWORD_COMMAND,
    PASSWORD_CREDENTIAL, /* of systemd */
    PASSWORD_ASKED
};

/* Who the auditor is: to a forest or a host. */
struct identity {
    const char *user, *ccache, *keytab, *ca_file, *cert_file, *key_file;
    enum password_kind password_kind;
    const char *password_from;  /* file, command or name of a credential */
    enum origin origin;         /* of password, ticket cache or keytab */
    struct sa_secret *password; /* once it was fetched */
    bool borrowed;              /* it is another identity's */
};

/* A forest as it was described; forest.c makes the plan of it. NULL and -1: not said. */
struct forest_setting {
    enum origin origin;
    const char *place; /* where the configuration has it, for messages */
    const char *domain, *name, *site;
    int auth, tls; /* enum sa_ldap_auth, enum sa_ldap_tls */
    struct identity id;
    struct list servers, accounts;
    bool no_discover;
    bool is_stray; /* from a configuration that merely lay in the working directory */
};

/* How a host is asked over WinRM, as it was described; host.c makes the plan of it. NULL, -1 and 0: not
 * said. */
#define POWERSHELL_OFF (SA_PSRP_COMMAND + 1)
struct host_setting {
    enum origin origin;
    const char *place; /* where the configuration has it, for messages */
    const char *host;
    const char *spn, *pin, *proxy;
    const char *configuration;           /* of PowerShell */
    int powershell;                      /* enum sa_psrp_way, or POWERSHELL_OFF */
    int auth, tls, channel_binding, rc4; /* auth: enum sa_http_auth; the others 0, 1 */
    unsigned port;
    struct identity id;
    size_t target; /* its place in the plan */
    bool is_stray;
};

struct settings {
    struct sa_arena arena;
    const char *config;
    bool config_found; /* it was not named: it lay where one is looked for */
    const char *title, *classification;
    const char *snapshot;
    struct output outputs[16];
    size_t output_count;
    enum origin output_origin;
    bool overwrite, quiet, exit_zero, csv_bom, csv_raw, as_json;
    int verbosity;
    enum tri color, progress;
    enum sa_severity fail_on, min_severity;
    int min_coverage, min_score;
    unsigned jobs;
    struct list checks, areas, catalogues;
    const char *knowledge, *baseline, *cases, *table_format;
    struct param_setting *params;
    size_t param_count, param_capacity;
    struct sa_plan plan;
    enum origin plan_origin;
    struct forest_setting *forests;
    size_t forest_count;
    struct forest_setting every_forest; /* what is meant for all of them */
    const char *forest_option;          /* one that was given without a domain before it */
    unsigned forest_timeout_s;
    struct host_setting *hosts;
    size_t host_count;
    struct host_setting every_host;
    const char *host_option; /* one that was given and concerns hosts only */
    bool last_is_host;       /* the last --domain or --host on the command line was a --host */
    unsigned host_timeout_s, timeout_s, event_days, run_days;
    int registry; /* enum sa_reg_way */
    bool no_hosts, no_files;
    const char *trace;
    const char *folder, *group, *gmsa, *transcripts; /* of the JEA kit */
    struct list sources;                             /* operations of PowerShell */
    bool one_folder;                                 /* --output names a folder, not formats */
    bool only_planned; /* nothing is contacted: no password is fetched */
    struct list words; /* what is no option */
};

void settings_init(struct settings *settings);
void settings_done(struct settings *settings);
int list_add(struct list *list, const char *text, enum origin origin,
             struct sa_error *err) SA_NODISCARD;

struct command;

/* Applies one value as if it had been given by the option `name`. `place` goes into messages. */
int settings_apply(struct settings *settings, const char *name, const char *value,
                   enum origin origin, struct sa_error *err) SA_NODISCARD;
/* Reads argv (after the command), the environment and the configuration file, in the order of
 * precedence: option, environment, configuration. */
int settings_read(struct settings *settings, const struct command *command, int argc, char **argv,
                  struct sa_error *err) SA_NODISCARD;
int config_load(struct settings *settings, const char *path, struct sa_error *err) SA_NODISCARD;

/* One command of the table in main.c. */
struct command {
    const char *name;
    const char *arguments; /* "SNAPSHOT", for the usage line */
    const char *summary;   /* one line */
    const char *text;      /* what help shows further, or "" */
    const char *options;   /* names of the options it takes, joined by ' ' */
    int (*run)(struct settings *settings, struct sa_error *err);
};
extern const struct command commands[];
const struct command *command_find(const char *name);
void print_help(const struct command *command); /* NULL: the overview */

int command_audit(struct settings *settings, struct sa_error *err);
int command_doctor(struct settings *settings, struct sa_error *err);
int command_jea(struct settings *settings, struct sa_error *err);
int command_plan(struct settings *settings, struct sa_error *err);
int command_collect(struct settings *settings, struct sa_error *err);
int command_evaluate(struct settings *settings, struct sa_error *err);
int command_discover(struct settings *settings, struct sa_error *err);
int command_report(struct settings *settings, struct sa_error *err);
int command_checks(struct settings *settings, struct sa_error *err);
int command_query(struct settings *settings, struct sa_error *err);
int command_version(struct settings *settings, struct sa_error *err);
int command_help(struct settings *settings, struct sa_error *err);

/* Folders of the command line, options and configuration become the plan of a run (cmd_audit.c). */
int make_plan(struct settings *settings, struct sa_error *err) SA_NODISCARD;

/* Collecting, shared by audit, collect and discover (collect.c). */
void say_found_config(const struct settings *settings);
/* Creates the snapshot, in a file of its own name when none was named. */
int create_snapshot(struct settings *settings, const struct sa_catalogue *catalogue,
                    struct sa_snapshot **ret, struct sa_error *err) SA_NODISCARD;
/* While a snapshot grows, SIGINT and SIGTERM end the collecting and nothing else; afterwards, and in
 * every other command, they end the process: there is nothing left that could be lost. */
void catch_signals(bool catch);
const atomic_bool *cancel_flag(void); /* true: one of them came */
/* Carries out the plan. Does not finish the snapshot. */
int run_plan(struct settings *settings, struct sa_snapshot *snapshot,
             struct sa_run_outcome *outcome, struct sa_error *err) SA_NODISCARD;

/* The loaded catalogue with the parameters of the policy. */
int load_catalogue(struct settings *settings, struct sa_catalogue **ret,
                   struct sa_error *err) SA_NODISCARD;

/* Is the check among those that --check, --area and --severity ask for? */
bool is_selected(const struct settings *settings, const struct sa_check *check);
/* A selection that selects nothing would be green about nothing. */
int check_selection(const struct settings *settings, const struct sa_catalogue *catalogue,
                    struct sa_error *err) SA_NODISCARD;

/* Evaluates, writes every output, prints the summary; returns the exit code or a negative status. */
int judge_and_report(struct settings *settings, struct sa_snapshot *snapshot,
                     const struct sa_catalogue *catalogue, struct sa_error *err) SA_NODISCARD;
/* Puts "html=syncaudit-<run>.html" where no output was asked for. */
int default_output(struct settings *settings, const char *run_id,
                   struct sa_error *err) SA_NODISCARD;
/* Fails before any work when an output exists already or cannot be written. */
int check_outputs(const struct settings *settings, struct sa_error *err) SA_NODISCARD;

/* Writes a whole file: temporary file beside it, fsync, rename; "-" is standard output. */
int write_output(const char *path, const char *bytes, size_t len, bool overwrite,
                 struct sa_error *err) SA_NODISCARD;
/* Creates a folder for several files; an existing one is fine. */
int make_folder(const char *path, struct sa_error *err) SA_NODISCARD;
/* The same, but what is in it already is SA_E_EXISTS. */
int make_empty_folder(const char *path, struct sa_error *err) SA_NODISCARD;

void print_summary(const struct settings *settings, struct sa_snapshot *snapshot,
                   const struct sa_evaluation *evaluation);
int exit_code_of(const struct settings *settings, const struct sa_evaluation *evaluation);

bool use_color(const struct settings *settings, int fd);
/* Prints text on standard output with nothing in it that could command a terminal. */
void print_safe(const char *text);
void print_column(const char *text, int width); /* and spaces up to `width` characters */
int width_of(const char *text);                 /* in characters, as print_safe() prints it */
int terminal_width(void);                       /* from 60 to 140; 100 where it is none */
/* Prints text and ends the line. `at`: how far the line is; further lines begin at `indent`. */
void print_wrapped(const char *text, int at, int indent);

struct style {
    const char *bold, *dim, *red, *yellow, *green, *off;
};
struct style style_for(bool color);
#endif
