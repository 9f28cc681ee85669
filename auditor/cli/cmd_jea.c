/* SPDX-License-Identifier: Apache-2.0 */
/* jea generate: the files of a constrained endpoint (Just Enough Administration) for what is selected. Contacts
 * nothing. Which operations are in it follows from the checks that are selected, or from --source. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest.h"
#include "host.h"
#include "jea.h"

#define NAME_MAX_LEN 256

/* Characters that no name of an account or group has; control characters would end a line of a file. */
static int check_account(const char *name, const char *option, const char *example,
                         struct sa_error *err)
{
    const char *slash = strchr(name, '\\');
    bool good = slash && slash != name && slash[1] && !strchr(slash + 1, '\\') &&
                strlen(name) <= NAME_MAX_LEN && sa_utf8_valid(name, strlen(name)) &&
                !strpbrk(name, "\"/[]:;|=,+*?<>@");
    for (const char *at = name; *at; at++)
        good = good && (unsigned char)*at >= 0x20 && *at != 0x7f;
    return good ? 0
                : FAIL_INPUT(err, example, "'%s' is no value for %s: DOMAIN\\name is wanted", name,
                             option);
}

static int check_transcripts(const char *path, struct sa_error *err)
{
    bool letter = (path[0] >= 'A' && path[0] <= 'Z') || (path[0] >= 'a' && path[0] <= 'z');
    bool good = letter && path[1] == ':' && path[2] == '\\' && strlen(path) <= NAME_MAX_LEN &&
                sa_utf8_valid(path, strlen(path)) && !strpbrk(path + 2, "\"/:|*?<>");
    for (const char *at = path; *at; at++)
        good = good && (unsigned char)*at >= 0x20 && *at != 0x7f;
    return good ? 0
                : FAIL_INPUT(err, "write a folder of the server, as in D:\\Transcripts",
                             "'%s' is no value for --transcripts", path);
}

static struct ask *operation_of(struct matrix *matrix, const char *name)
{
    for (size_t i = 0; i < matrix->count; i++) {
        if (matrix->asks[i].way == ASK_ENGINE && strcmp(matrix->asks[i].name, name) == 0)
            return &matrix->asks[i];
    }
    return NULL;
}

/* --source names operations of PowerShell. */
static int select_named(struct matrix *matrix, const struct list *names, struct sa_error *err)
{
    for (size_t i = 0; i < matrix->count; i++)
        matrix->asks[i].left_out = matrix->asks[i].way == ASK_ENGINE;
    for (size_t i = 0; i < names->count; i++) {
        struct ask *ask = operation_of(matrix, names->items[i]);
        if (!ask) {
            const char *known[128];
            size_t count = 0;
            for (size_t k = 0; k < matrix->count && count < SA_COUNT(known) - 1; k++) {
                if (matrix->asks[k].way == ASK_ENGINE)
                    known[count++] = matrix->asks[k].name;
            }
            known[count] = NULL;
            const char *nearest = sa_text_nearest(names->items[i], known);
            sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "there is no operation '%s'",
                    names->items[i]);
            sa_hint(err, nearest ? "did you mean '%s'?" : "'syncaudit plan --host %s' lists them",
                    nearest ? nearest : "HOST");
            return SA_E_INPUT;
        }
        ask->left_out = false;
    }
    return 0;
}

/* What no selected check names is not asked for; all of it when every check is selected, as the report shows
 * what no check judges. */
static int select_by_checks(struct matrix *matrix, struct sa_error *err)
{
    const struct settings *settings = matrix->settings;
    bool all = settings->checks.count == 0 && settings->areas.count == 0 &&
               settings->min_severity == SA_INFO;
    for (size_t i = 0; !all && i < matrix->count; i++) {
        SA_CLEANUP(loss_done) struct loss checks = LOSS_INIT;
        int r = matrix_checks(matrix, &matrix->asks[i], &checks, err);
        if (r < 0)
            return r;
        matrix->asks[i].left_out = checks.unknown_count + checks.doubted_count == 0;
    }
    return 0;
}

static int list_operations(struct jea *jea, bool no_files, struct sa_error *err)
{
    struct matrix *matrix = &jea->matrix;
    struct ask *engine = operation_of(matrix, "engine");
    jea->operations = sa_arena_array(&matrix->arena, matrix->count + 1, sizeof *jea->operations);
    if (!jea->operations)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < matrix->count; i++) {
        struct ask *ask = &matrix->asks[i];
        if (ask->way != ASK_ENGINE)
            continue;
        ask->left_out = ask->left_out || (no_files && ask->writes_files);
        jea->operation_count += !ask->left_out;
    }
    if (jea->operation_count == 0)
        return FAIL_INPUT(err, "select other checks; what they need is asked without an endpoint",
                          "no operation of PowerShell is selected");
    /* Which version answers, and as whom, belongs to every answer. */
    if (engine && engine->left_out) {
        engine->left_out = false;
        jea->operation_count++;
    }
    size_t count = 0;
    jea->for_admins = "";
    for (size_t i = 0; jea->for_admins && i < matrix->count; i++) {
        const struct ask *ask = &matrix->asks[i];
        if (ask->way != ASK_ENGINE || ask->left_out)
            continue;
        jea->operations[count++] = ask->name;
        jea->needs_logs = jea->needs_logs || strstr(ask->right, "Event Log Readers");
        if (strcmp(ask->right, "local administrator") == 0)
            jea->for_admins = sa_arena_printf(&matrix->arena, "%s%s%s", jea->for_admins,
                                              jea->for_admins[0] ? ", " : "", ask->name);
    }
    return jea->for_admins ? 0 : sa_fail_nomem(err);
}

static int check_names(const struct settings *settings, struct jea *jea, struct sa_error *err)
{
    jea->configuration = settings->every_host.configuration;
    if (!jea->configuration)
        jea->configuration = JEA_CONFIGURATION;
    jea->group = settings->group;
    jea->gmsa = settings->gmsa;
    jea->transcripts = settings->transcripts;
    if (!jea->group)
        return FAIL_INPUT(err, "add --group 'DOMAIN\\Group': it is who may connect",
                          "no group of auditors is named");
    int r = check_account(jea->group, "--group", "write it as in --group 'FABRIKAM\\SyncAuditors'",
                          err);
    if (r == 0 && jea->gmsa)
        r = check_account(jea->gmsa, "--gmsa",
                          "write it as in --gmsa 'FABRIKAM\\gmsa-audit', without $", err);
    if (r == 0 && jea->transcripts)
        r = check_transcripts(jea->transcripts, err);
    return r;
}

struct jea_file {
    const char *name; /* NULL: the session configuration */
    jea_file_fn *add;
};

static int write_kit(const struct settings *settings, const struct jea *jea, struct sa_error *err)
{
    static const struct jea_file files[] = {
        {"SyncAudit/SyncAudit.psd1",                        jea_add_manifest  },
        {"SyncAudit/SyncAudit.psm1",                        jea_add_module    },
        {"SyncAudit/RoleCapabilities/SyncAuditReader.psrc", jea_add_role      },
        {NULL,                                              jea_add_session   },
        {"Install-SyncAudit.ps1",                           jea_add_install   },
        {"Grant-SyncAuditNamespace.ps1",                    jea_add_namespaces},
        {"README.txt",                                      jea_add_readme    },
        {"matrix.txt",                                      jea_add_matrix    },
        {"matrix.csv",                                      jea_add_matrix_csv},
    };
    static const char *const folders[] = {"", "/SyncAudit", "/SyncAudit/RoleCapabilities"};
    const char *root = settings->folder;
    int r = settings->overwrite ? 0 : make_empty_folder(root, err);
    for (size_t i = 0; r == 0 && i < SA_COUNT(folders); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(4096);
        (void)sa_buf_addf(&path, "%s%s", root, folders[i]);
        r = sa_buf_status(&path) < 0 ? sa_fail_nomem(err) : make_folder(sa_buf_text(&path), err);
    }
    for (size_t i = 0; r == 0 && i < SA_COUNT(files); i++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf path = SA_BUF_INIT(4096);
        SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(8 * SA_MIB);
        if (files[i].name)
            (void)sa_buf_addf(&path, "%s/%s", root, files[i].name);
        else
            (void)sa_buf_addf(&path, "%s/%s.pssc", root, jea->configuration);
        r = sa_buf_status(&path) < 0 ? sa_fail_nomem(err) : files[i].add(jea, &text, err);
        if (r == 0)
            r = write_output(sa_buf_text(&path), sa_buf_text(&text), text.len, settings->overwrite,
                             err);
    }
    return r;
}

static void print_done(const struct settings *settings, const struct jea *jea)
{
    if (settings->quiet)
        return;
    (void)fputs("Written to ", stdout);
    print_safe(settings->folder);
    (void)printf(": an endpoint with %zu operations, for ", jea->operation_count);
    print_safe(jea->group);
    (void)fputs(".\nRuns as ", stdout);
    if (jea->gmsa)
        print_safe(jea->gmsa);
    else
        (void)printf("a virtual account in ADSyncOperators, ADSyncBrowse%s%s%s",
                     jea->needs_logs && !jea->for_admins[0] ? ", Event Log Readers" : "",
                     jea->for_admins[0] ? ", Administrators; the last for " : "", jea->for_admins);
    (void)fputs(
        ".\nNext: read README.txt there; on the server run Install-SyncAudit.ps1; then syncaudit "
        "doctor SERVER --configuration ",
        stdout);
    print_safe(jea->configuration);
    (void)putchar('\n');
}

int command_jea(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct jea jea = {0};
    bool generate = settings->words.count == 1 && strcmp(settings->words.items[0], "generate") == 0;
    if (!generate)
        return FAIL_INPUT(err,
                          "write: syncaudit jea generate --output FOLDER --group 'DOMAIN\\Group'",
                          "'jea' knows one thing: generate");
    if (!settings->folder)
        return FAIL_INPUT(err, "add --output FOLDER: new, or empty",
                          "no folder is named for the files");
    say_found_config(settings);
    int r = check_names(settings, &jea, err);
    if (r == 0)
        r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = matrix_load(&jea.matrix, settings, catalogue, err);
    if (r == 0)
        r = settings->sources.count > 0 ? select_named(&jea.matrix, &settings->sources, err)
                                        : select_by_checks(&jea.matrix, err);
    if (r == 0)
        r = list_operations(&jea, settings->no_files, err);
    if (r == 0)
        r = write_kit(settings, &jea, err);
    if (r == 0)
        print_done(settings, &jea);
    matrix_done(&jea.matrix);
    return r;
}
