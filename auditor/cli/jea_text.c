/* SPDX-License-Identifier: Apache-2.0 */
/* The texts of the JEA kit that a person reads: templates of packaging/jea with their gaps filled, and the
 * matrix of rights and checks. */
#include <string.h>

#include "syncaudit/collect.h"
#include "syncaudit/host.h"
#include "syncaudit/limits.h"
#include "syncaudit/report.h"
#include "syncaudit/resource.h"
#include "syncaudit/text.h"
#include "syncaudit/version.h"

#include "jea.h"

extern const struct sa_resource syncaudit_resources[];

static const char *template_of(const char *path)
{
    const struct sa_resource *file = syncaudit_resources;
    while (file->path && strcmp(file->path, path) != 0)
        file++;
    return file->path ? (const char *)file->data : "";
}

static int status_of(const struct sa_buf *buf, struct sa_error *err)
{
    return sa_buf_status(buf) < 0 ? sa_fail_nomem(err) : 0;
}

/* Lines of at most `width` characters, broken at blanks, each behind `indent` blanks. */
static void add_wrapped(struct sa_buf *ret, const char *text, int indent, int width)
{
    int at = 0;
    for (const char *word = text; *word;) {
        int len = (int)strcspn(word, " ");
        if (at == 0 || at + 1 + len > width) {
            (void)sa_buf_addf(ret, "%s%*s", at ? "\n" : "", indent, "");
            at = indent;
        } else {
            (void)sa_buf_add_char(ret, ' ');
            at++;
        }
        (void)sa_buf_add(ret, word, (size_t)len);
        at += len;
        word += len;
        word += strspn(word, " ");
    }
    (void)sa_buf_add_char(ret, '\n');
}

/* Namespaces of WMI that the selected questions ask, each once. */
static void add_namespaces(const struct jea *jea, struct sa_buf *ret, const char *before,
                           const char *after)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf seen = SA_BUF_INIT(65536);
    for (size_t i = 0; i < jea->matrix.count; i++) {
        const struct ask *ask = &jea->matrix.asks[i];
        for (const char *at = ask->asks; *at && ask->way == ASK_WINDOWS && !ask->left_out;) {
            size_t len = strcspn(at, ",");
            size_t end = len;
            char name[256];
            while (end > 0 && at[end - 1] != '/')
                end--;
            (void)snprintf(name, sizeof name, "|%.*s|", (int)(end > 0 ? end - 1 : 0), at);
            if (strncmp(at, "root/", 5) == 0 && !strstr(sa_buf_text(&seen), name)) {
                (void)sa_buf_add_text(&seen, name);
                (void)sa_buf_addf(ret, "%s%s%.*s%s", seen.len > strlen(name) ? "\n" : "", before,
                                  (int)(end - 1), at, after);
            }
            at += len;
            at += strspn(at, ", ");
        }
    }
}

static void add_admin_list(const struct jea *jea, struct sa_buf *ret)
{
    bool any = false;
    for (size_t i = 0; i < jea->matrix.count; i++) {
        const struct ask *ask = &jea->matrix.asks[i];
        SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
        if (ask->way != ASK_WINDOWS || ask->left_out || !strstr(ask->right, "administrator") ||
            strstr(ask->right, "Event Log"))
            continue;
        if (matrix_loss(&jea->matrix, matrix_is_ask, ask, &loss, NULL) < 0)
            ret->status = SA_E_NOMEM;
        (void)sa_buf_addf(ret, "%s    %s: unknown %s; not confirmed %s", any ? "\n" : "", ask->name,
                          loss.unknown_count ? sa_buf_text(&loss.unknown) : "none",
                          loss.doubted_count ? sa_buf_text(&loss.doubted) : "none");
        any = true;
    }
    if (!any)
        (void)sa_buf_add_text(ret, "    (none of those that are selected)");
}

static void add_operations(const struct jea *jea, struct sa_buf *ret)
{
    bool any = false;
    for (size_t i = 0; i < jea->matrix.count; i++) {
        const struct ask *ask = &jea->matrix.asks[i];
        if (ask->way != ASK_ENGINE || ask->left_out)
            continue;
        (void)sa_buf_addf(ret, "%s    %-19s %s%s\n", any ? "\n" : "", ask->name, ask->sentence,
                          ask->writes_files ? " (writes a temporary folder, removes it again)"
                                            : "");
        (void)sa_buf_addf(ret, "    %-19s by %s", "", ask->asks);
        any = true;
    }
}

static void add_identity(const struct jea *jea, struct sa_buf *ret)
{
    bool admin = jea->for_admins[0] != '\0';
    if (jea->gmsa) {
        (void)sa_buf_addf(
            ret,
            "The function runs as the group managed service account %s, for domain\n"
            "controllers: a virtual account would be a domain administrator there. Before that:\n\n"
            "    Install-ADServiceAccount, Test-ADServiceAccount: the server may use the account\n"
            "    Add-ADGroupMember ADSyncOperators, ADSyncBrowse: the account may ask the engine",
            jea->gmsa);
        if (jea->needs_logs)
            (void)sa_buf_add_text(ret, "\n    Event Log Readers: the account may read the logs");
        if (admin)
            (void)sa_buf_addf(ret, "\n    Refused to it, and unknown: %s", jea->for_admins);
        return;
    }
    (void)sa_buf_addf(ret,
                      "The function runs as a virtual account of the server, which exists only "
                      "while it runs. It is a\n"
                      "member of ADSyncOperators and ADSyncBrowse%s%s.",
                      jea->needs_logs && !admin ? ", and of Event Log Readers" : "",
                      admin ? ", and of Administrators" : "");
    if (admin)
        (void)sa_buf_addf(ret,
                          " Of Administrators because of\n%s;\n"
                          "--no-remote-files or --source leave these out.",
                          jea->for_admins);
    (void)sa_buf_add_text(
        ret, "\nOn a domain controller such an account is a domain administrator: make the kit "
             "with --gmsa there.");
}

struct gap {
    const char *name;
    struct sa_buf text;
};

/* Puts in what stands for "@NAME@". */
static void fill(struct sa_buf *ret, const char *text, const struct gap *gaps, size_t count)
{
    while (*text) {
        const struct gap *found = NULL;
        for (size_t i = 0; *text == '@' && i < count; i++) {
            if (sa_text_starts(text, gaps[i].name))
                found = &gaps[i];
        }
        if (found)
            (void)sa_buf_add_text(ret, sa_buf_text(&found->text));
        else
            (void)sa_buf_add_char(ret, *text);
        text += found ? strlen(found->name) : 1;
    }
}

static void add_ldap(const struct jea *jea, struct sa_buf *ret)
{
    for (size_t i = 0; i < jea->matrix.count; i++) {
        const struct ask *ask = &jea->matrix.asks[i];
        if (ask->way == ASK_FOREST && !ask->left_out)
            (void)sa_buf_addf(ret, "%s    %-19s %s", ret->len > 0 ? "\n" : "", ask->name,
                              ask->right);
    }
    if (ret->len == 0)
        (void)sa_buf_add_text(ret, "    (nothing of it is selected)");
}

/* dsacls is told a name with quotes around it. */
static void add_dsacls(struct sa_buf *ret, const char *group)
{
    (void)sa_buf_addf(ret, "\"%s\"", group);
}

static int fill_gaps(const struct jea *jea, struct gap *gaps, struct sa_buf *ret, const char *path,
                     struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf body = SA_BUF_INIT(4 * SA_MIB);
    (void)sa_buf_add_text(&gaps[0].text, "Made by syncaudit " SA_VERSION ".");
    jea_add_quoted(&gaps[1].text, jea->configuration);
    (void)sa_buf_add_text(&gaps[2].text, jea->configuration);
    (void)sa_buf_addf(&gaps[3].text, "%s.pssc", jea->configuration);
    jea_add_quoted(&gaps[4].text, jea->group);
    (void)sa_buf_add_text(&gaps[5].text, jea->group);
    add_dsacls(&gaps[6].text, jea->group);
    add_namespaces(jea, &gaps[7].text, "    '", "'");
    add_namespaces(jea, &gaps[8].text, "            ", "");
    (void)sa_buf_addf(&gaps[9].text, "%zu", jea->operation_count);
    (void)sa_buf_add_text(&gaps[10].text,
                          jea->gmsa ? jea->gmsa : "a virtual account of the server (below)");
    add_identity(jea, &gaps[11].text);
    add_admin_list(jea, &gaps[12].text);
    add_ldap(jea, &gaps[13].text);
    add_operations(jea, &gaps[14].text);
    fill(&body, template_of(path), gaps, 15);
    /* Line ends of Windows. */
    for (const char *at = sa_buf_text(&body); *at; at++) {
        if (*at == '\n')
            (void)sa_buf_add_char(ret, '\r');
        (void)sa_buf_add_char(ret, *at);
    }
    return status_of(&body, err) < 0 ? sa_fail_nomem(err) : status_of(ret, err);
}

static int add_template(const struct jea *jea, const char *path, struct sa_buf *ret,
                        struct sa_error *err)
{
    struct gap gaps[] = {
        {"@HEADER@",             SA_BUF_INIT(65536)},
        {"@CONFIGURATION@",      SA_BUF_INIT(65536)},
        {"@CONFIGURATION_TEXT@", SA_BUF_INIT(65536)},
        {"@CONFIGURATION_FILE@", SA_BUF_INIT(65536)},
        {"@GROUP@",              SA_BUF_INIT(65536)},
        {"@GROUP_TEXT@",         SA_BUF_INIT(65536)},
        {"@GROUP_DSACLS@",       SA_BUF_INIT(65536)},
        {"@NAMESPACES@",         SA_BUF_INIT(65536)},
        {"@NAMESPACE_LIST@",     SA_BUF_INIT(65536)},
        {"@COUNT@",              SA_BUF_INIT(65536)},
        {"@RUNS_AS@",            SA_BUF_INIT(65536)},
        {"@IDENTITY@",           SA_BUF_INIT(65536)},
        {"@ADMIN_LIST@",         SA_BUF_INIT(65536)},
        {"@LDAP@",               SA_BUF_INIT(65536)},
        {"@OPERATIONS@",         SA_BUF_INIT(65536)},
    };
    (void)sa_buf_add_text(ret, "\xEF\xBB\xBF");
    int r = fill_gaps(jea, gaps, ret, path, err);
    for (size_t i = 0; i < SA_COUNT(gaps); i++) {
        if (r == 0)
            r = status_of(&gaps[i].text, err);
        sa_buf_done(&gaps[i].text);
    }
    return r;
}

int jea_add_install(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    return add_template(jea, "../../packaging/jea/install.ps1.in", ret, err);
}

int jea_add_namespaces(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    return add_template(jea, "../../packaging/jea/namespaces.ps1.in", ret, err);
}

int jea_add_readme(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    return add_template(jea, "../../packaging/jea/readme.txt.in", ret, err);
}

/* Matrix ------------------------------------------------------------------------------------------- */

static bool is_asked(const struct matrix *matrix, const char *right)
{
    for (size_t i = 0; i < matrix->count; i++) {
        if (!matrix->asks[i].left_out && strcmp(matrix->asks[i].right, right) == 0)
            return true;
    }
    return false;
}

static void add_ids(struct sa_buf *ret, const char *label, const struct sa_buf *ids)
{
    (void)sa_buf_addf(ret, "  %s:\n", label);
    add_wrapped(ret, ids->len > 0 ? sa_buf_text(ids) : "none", 4, 100);
}

static int add_right(const struct matrix *matrix, const char *right, struct sa_buf *ret,
                     struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    int r = matrix_loss(matrix, matrix_is_of_right, right, &loss, err);
    (void)sa_buf_addf(ret, "%s\n  questions:\n", right);
    for (size_t i = 0; i < matrix->count; i++) {
        const struct ask *ask = &matrix->asks[i];
        if (!ask->left_out && strcmp(ask->right, right) == 0)
            (void)sa_buf_addf(ret, "    %-10s %-19s %s\n", ask_way_name(ask->way), ask->name,
                              ask->sentence);
    }
    add_ids(ret, "without it unknown", &loss.unknown);
    add_ids(ret, "without it found, but never passed", &loss.doubted);
    (void)sa_buf_add_char(ret, '\n');
    return r;
}

int jea_add_matrix(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4 * SA_MIB);
    int r = 0;
    (void)sa_buf_add_text(&text,
                          "Rights, and the checks that live on them. Made by syncaudit " SA_VERSION
                          " of its own tables.\nA local administrator has every right of Windows "
                          "that is named here.\n\n");
    for (size_t i = 0; r == 0 && i < jea->matrix.right_count; i++) {
        if (is_asked(&jea->matrix, jea->matrix.rights[i]))
            r = add_right(&jea->matrix, jea->matrix.rights[i], &text, err);
    }
    for (const char *at = sa_buf_text(&text); *at; at++) {
        if (*at == '\n')
            (void)sa_buf_add_char(ret, '\r');
        (void)sa_buf_add_char(ret, *at);
    }
    return r == 0 ? status_of(ret, err) : r;
}

int jea_add_matrix_csv(const struct jea *jea, struct sa_buf *ret, struct sa_error *err)
{
    (void)sa_buf_add_text(ret, "right,way,question,finds,asks,writes_files,judges,confirms\r\n");
    for (size_t i = 0; i < jea->matrix.count; i++) {
        const struct ask *ask = &jea->matrix.asks[i];
        SA_CLEANUP(loss_done) struct loss checks = LOSS_INIT;
        int r = matrix_checks(&jea->matrix, ask, &checks, err);
        if (r < 0)
            return r;
        if (ask->left_out)
            continue;
        const char *const cells[] = {ask->right,
                                     ask_way_name(ask->way),
                                     ask->name,
                                     ask->sentence,
                                     ask->asks,
                                     ask->writes_files ? "yes" : "no",
                                     sa_buf_text(&checks.unknown),
                                     sa_buf_text(&checks.doubted)};
        for (size_t k = 0; k < SA_COUNT(cells); k++) {
            (void)sa_buf_add_text(ret, k > 0 ? "," : "");
            sa_escape_csv(ret, cells[k], false);
        }
        (void)sa_buf_add_text(ret, "\r\n");
    }
    return status_of(ret, err);
}
