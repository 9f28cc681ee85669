/* SPDX-License-Identifier: Apache-2.0 */
/* Printing a plan: who is asked as whom, what would be written there, then by way and right what is asked,
 * why, and which checks live on it. */
#include <string.h>

#include "syncaudit/collect.h"

#include "json_write.h"
#include "plan_view.h"

static const char *const http_auths[] = {
    [SA_HTTP_NEGOTIATE] = "Negotiate (Kerberos)",
    [SA_HTTP_KERBEROS] = "Kerberos",
    [SA_HTTP_NTLM] = "NTLM",
    [SA_HTTP_BASIC] = "Basic",
    [SA_HTTP_CERTIFICATE] = "client certificate",
};
static const char *const ldap_auths[] = {
    [SA_LDAP_NEGOTIATE] = "Negotiate (Kerberos)",
    [SA_LDAP_KERBEROS] = "Kerberos",
    [SA_LDAP_NTLM] = "NTLM",
    [SA_LDAP_SIMPLE] = "simple",
    [SA_LDAP_EXTERNAL] = "client certificate",
};
static const char *const ldap_ways[] = {
    [SA_LDAP_PLAIN] = "LDAP, sealed by the logon (port 389)",
    [SA_LDAP_STARTTLS] = "LDAP with StartTLS (port 389)",
    [SA_LDAP_LDAPS] = "LDAPS (port 636)",
};

static const char *server_name(const struct server_view *server)
{
    return server->target ? server->target->name : "servers that a forest knows of";
}

static void add_url(struct sa_buf *buf, const struct sa_http_options *http)
{
    bool address = http->host && strchr(http->host, ':');
    unsigned port = http->port ? http->port : (http->tls ? 5986 : 5985);
    (void)sa_buf_addf(buf, "%s://%s%s%s:%u/wsman", http->tls ? "https" : "http", address ? "[" : "",
                      http->host ? http->host : "EACH-SERVER", address ? "]" : "", port);
}

static void add_proof(struct sa_buf *buf, const char *user, const char *ccache, const char *keytab)
{
    (void)sa_buf_addf(buf, "%s", user ? user : "whoever the Kerberos ticket names");
    if (ccache || keytab)
        (void)sa_buf_addf(buf, " (%s %s)", ccache ? "ticket cache" : "keytab",
                          ccache ? ccache : keytab);
}

static void add_powershell(struct sa_buf *buf, const struct sa_host_request *host)
{
    const char *name = host->configuration ? host->configuration : "Microsoft.PowerShell";
    if (host->no_powershell)
        (void)sa_buf_add_text(buf, "not asked");
    else if (host->powershell == SA_PSRP_COMMAND)
        (void)sa_buf_add_text(buf, "powershell.exe in a remote command shell");
    else if (host->powershell == SA_PSRP_FUNCTION_WAY)
        (void)sa_buf_addf(buf, "session configuration %s, its function " SA_PSRP_FUNCTION, name);
    else if (host->powershell == SA_PSRP_SCRIPT)
        (void)sa_buf_addf(buf, "session configuration %s, by a script", name);
    else if (host->configuration)
        (void)sa_buf_addf(buf,
                          "session configuration %s: its function " SA_PSRP_FUNCTION
                          ", or a script where it takes one",
                          name);
    else
        (void)sa_buf_addf(buf,
                          "session configuration %s, by a script; where there is none, "
                          "powershell.exe in a remote command shell",
                          name);
}

/* Text ------------------------------------------------------------------------------------------- */

static void heading(const struct style *style, const char *text)
{
    (void)printf("\n%s%s%s\n", style->bold, text, style->off);
}

static void labelled(const struct style *style, const char *label, const char *text)
{
    (void)printf("    %s%-11s%s ", style->dim, label, style->off);
    print_wrapped(text, 16, 16);
}

static void labelled_buf(const struct style *style, const char *label, struct sa_buf *buf)
{
    labelled(style, label, sa_buf_text(buf));
    sa_buf_clear(buf);
}

static void print_server(const struct style *style, const struct server_view *server)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(65536);
    const struct sa_plan_target *target = server->target;
    (void)printf("  %s", style->bold);
    if (target)
        print_safe(target->name);
    else {
        (void)fputs("every sync server that ", stdout);
        print_safe(server->forest->name);
        (void)fputs(" knows of", stdout);
    }
    (void)puts(style->off);
    if (target && target->declared_role)
        labelled(style, "should be", target->declared_role);
    if (target && target->export_folder)
        labelled(style, "export", target->export_folder);
    if (!server->host) {
        labelled(style, "WinRM", "not asked");
        return;
    }
    const struct sa_http_options *http = &server->host->http;
    add_url(&buf, http);
    labelled_buf(style, "WinRM", &buf);
    (void)sa_buf_addf(&buf, "%s, as ", http_auths[http->auth]);
    if (http->auth == SA_HTTP_CERTIFICATE)
        (void)sa_buf_addf(&buf, "%s", http->cert_file);
    else
        add_proof(&buf, http->user, http->ccache, http->keytab);
    (void)sa_buf_add_text(&buf, http->tls ? "; in TLS" : "; each message sealed by the logon");
    labelled_buf(style, "logon", &buf);
    add_powershell(&buf, server->host);
    labelled_buf(style, "PowerShell", &buf);
}

static void print_forest(const struct style *style, const struct sa_plan_forest *forest)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(65536);
    const struct sa_ldap_options *ldap = &forest->ldap;
    (void)printf("  %s", style->bold);
    print_safe(forest->name);
    (void)puts(style->off);
    for (size_t i = 0; ldap->servers && ldap->servers[i]; i++)
        (void)sa_buf_addf(&buf, "%s%s", i > 0 ? ", " : "", ldap->servers[i]);
    if (buf.len == 0)
        (void)sa_buf_addf(&buf, "as DNS names them%s%s", ldap->site ? ", of site " : "",
                          ldap->site ? ldap->site : "");
    labelled_buf(style, "controllers", &buf);
    labelled(style, "LDAP", ldap_ways[ldap->tls]);
    (void)sa_buf_addf(&buf, "%s, as ", ldap_auths[ldap->auth]);
    add_proof(&buf, ldap->user, ldap->ccache, ldap->keytab);
    labelled_buf(style, "logon", &buf);
}

/* What stays on nobody's disk, and what is there for a moment. */
static void print_writes(const struct style *style, const struct plan_view *view)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf names = SA_BUF_INIT(65536);
    for (size_t i = 0; i < view->matrix.count; i++) {
        const struct ask *ask = &view->matrix.asks[i];
        if (ask->writes_files && !ask->left_out)
            (void)sa_buf_addf(&names, "%s%s", names.len > 0 ? ", " : "", ask->name);
    }
    heading(style, "What is written on a server");
    if (names.len == 0) {
        (void)puts("  Nothing.");
        return;
    }
    (void)printf("  %sA temporary folder, removed again at once,%s for: ", style->yellow,
                 style->off);
    print_wrapped(sa_buf_text(&names), 52, 4);
    (void)fputs("  ", stdout);
    print_wrapped("--no-remote-files leaves these out. The audit writes, changes and installs "
                  "nothing else; Windows keeps its own records of logons.",
                  2, 2);
}

static void print_checks(const struct style *style, const char *label, const struct sa_buf *ids)
{
    if (ids->len == 0)
        return;
    (void)printf("      %s%-9s%s ", style->dim, label, style->off);
    print_wrapped(sa_buf_text(ids), 16, 16);
}

static void print_ask(const struct style *style, const struct plan_view *view,
                      const struct ask *ask)
{
    SA_CLEANUP(loss_done) struct loss checks = LOSS_INIT;
    (void)printf("    %s%-18s%s ", style->bold, ask->name, style->off);
    print_wrapped(ask->sentence, 23, 23);
    (void)printf("      %sasks%s      ", style->dim, style->off);
    print_wrapped(ask->asks, 16, 16);
    if (ask->writes_files)
        (void)printf("      %swrites    a temporary folder on the server, removed again%s\n",
                     style->yellow, style->off);
    if (matrix_checks(&view->matrix, ask, &checks, NULL) < 0)
        return;
    print_checks(style, "judges", &checks.unknown);
    print_checks(style, "confirms", &checks.doubted);
    if (checks.unknown_count + checks.doubted_count == 0)
        (void)printf("      %sno check of its own: for the report%s\n", style->dim, style->off);
}

static bool has_ask(const struct plan_view *view, enum ask_way way, const char *right)
{
    for (size_t i = 0; i < view->matrix.count; i++) {
        const struct ask *ask = &view->matrix.asks[i];
        if (ask->way == way && !ask->left_out && (!right || strcmp(ask->right, right) == 0))
            return true;
    }
    return false;
}

static void print_way(const struct style *style, const struct plan_view *view, enum ask_way way,
                      const char *title)
{
    if (!has_ask(view, way, NULL))
        return;
    heading(style, title);
    for (size_t k = 0; k < view->matrix.right_count; k++) {
        const char *right = view->matrix.rights[k];
        if (!has_ask(view, way, right))
            continue;
        (void)printf("  %sright:%s ", style->dim, style->off);
        print_wrapped(right, 9, 9);
        for (size_t i = 0; i < view->matrix.count; i++) {
            const struct ask *ask = &view->matrix.asks[i];
            if (ask->way == way && !ask->left_out && strcmp(ask->right, right) == 0)
                print_ask(style, view, ask);
        }
    }
}

static void print_rights(const struct style *style, const struct plan_view *view)
{
    heading(style, "Rights, and what each is for");
    for (size_t k = 0; k < view->matrix.right_count; k++) {
        SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
        const char *right = view->matrix.rights[k];
        size_t asks = 0;
        for (size_t i = 0; i < view->matrix.count; i++)
            asks +=
                !view->matrix.asks[i].left_out && strcmp(view->matrix.asks[i].right, right) == 0;
        if (asks == 0 || matrix_loss(&view->matrix, matrix_is_of_right, right, &loss, NULL) < 0)
            continue;
        (void)fputs("  ", stdout);
        print_wrapped(right, 2, 4);
        (void)printf("    %s%zu %s; without it %zu %s unknown and %zu %s not confirmed%s\n",
                     style->dim, asks, asks == 1 ? "question" : "questions", loss.unknown_count,
                     loss.unknown_count == 1 ? "check is" : "checks are", loss.doubted_count,
                     loss.doubted_count == 1 ? "pass is" : "passes are", style->off);
    }
}

static bool is_same_loss(const struct loss *a, const struct loss *b)
{
    return strcmp(sa_buf_text(&a->unknown), sa_buf_text(&b->unknown)) == 0 &&
           strcmp(sa_buf_text(&a->doubted), sa_buf_text(&b->doubted)) == 0;
}

/* Servers of which the same stays unknown share a line. */
static bool stands_above(const struct plan_view *view, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (is_same_loss(&view->servers[i].never, &view->servers[index].never))
            return true;
    }
    return false;
}

static void print_never(const struct style *style, const struct plan_view *view)
{
    bool any = false;
    for (size_t i = 0; i < view->server_count; i++) {
        const struct loss *never = &view->servers[i].never;
        SA_CLEANUP(sa_buf_done) struct sa_buf names = SA_BUF_INIT(1024UL * 1024);
        if (never->unknown_count + never->doubted_count == 0 || stands_above(view, i))
            continue;
        if (!any)
            heading(style, "What stays unknown with this plan, whatever is answered");
        any = true;
        for (size_t k = i; k < view->server_count; k++) {
            if (is_same_loss(never, &view->servers[k].never))
                (void)sa_buf_addf(&names, "%s%s", names.len > 0 ? ", " : "",
                                  server_name(&view->servers[k]));
        }
        (void)fputs("  ", stdout);
        print_wrapped(sa_buf_text(&names), 2, 2);
        print_checks(style, "unknown", &never->unknown);
        print_checks(style, "no pass", &never->doubted);
    }
}

static void print_outputs(const struct style *style, const struct settings *settings)
{
    heading(style, "What is written here");
    (void)fputs("  snapshot ", stdout);
    print_safe(settings->snapshot ? settings->snapshot : "syncaudit-<run>.sqlite");
    for (size_t i = 0; i < settings->output_count; i++) {
        (void)fputs(", ", stdout);
        print_safe(strcmp(settings->outputs[i].path, "-") == 0 ? "standard output"
                                                               : settings->outputs[i].path);
    }
    (void)puts(settings->output_count == 0 ? ", syncaudit-<run>.html" : "");
}

void print_plan(const struct plan_view *view)
{
    const struct style style = style_for(use_color(view->settings, STDOUT_FILENO));
    const struct sa_plan *plan = view->plan;
    (void)printf("%sPlan of an audit.%s Nothing has been contacted.\n", style.bold, style.off);
    if (view->server_count > 0)
        heading(&style, "Servers");
    for (size_t i = 0; i < view->server_count; i++)
        print_server(&style, &view->servers[i]);
    if (plan->forest_count > 0)
        heading(&style, "Forests");
    for (size_t i = 0; i < plan->forest_count; i++)
        print_forest(&style, &plan->forests[i]);
    print_writes(&style, view);
    print_outputs(&style, view->settings);
    bool asks = view->asks_windows || plan->forest_count > 0;
    if (asks)
        print_rights(&style, view);
    print_never(&style, view);
    if (!asks) {
        heading(&style, "Asked over the network");
        (void)puts("  Nothing: the exports are read, and no connection is opened.");
        return;
    }
    print_way(&style, view, ASK_WINDOWS, "Asked of Windows over WinRM: CIM and the registry");
    print_way(&style, view, ASK_ENGINE, "Asked of the sync engine and Windows by PowerShell");
    print_way(&style, view, ASK_FOREST, "Asked of Active Directory over LDAP");
    heading(&style, "How to read this");
    (void)fputs("  ", stdout);
    print_wrapped(
        "judges: without the answer the check is unknown. confirms: a finding is found "
        "without it, a pass is not given. Nothing but these operations can be sent: the "
        "tables that this is printed from are those that the program sends by. A local "
        "administrator has every right of Windows that is named here; the sync engine goes by "
        "groups of its own.",
        2, 2);
}

/* JSON ------------------------------------------------------------------------------------------- */

static void write_proof(struct json_out *json, const char *user, const char *ccache,
                        const char *keytab)
{
    json_text(json, "user", user);
    json_text(json, "ccache", ccache);
    json_text(json, "keytab", keytab);
}

static void write_host(struct json_out *json, const struct sa_host_request *host)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(65536);
    static const char *const ways[] = {"auto", "script", "jea", "command"};
    json_begin(json, "winrm", '{');
    add_url(&buf, &host->http);
    json_text(json, "url", sa_buf_text(&buf));
    json_text(json, "auth", http_auths[host->http.auth]);
    json_bool(json, "tls", host->http.tls);
    write_proof(json, host->http.user, host->http.ccache, host->http.keytab);
    json_text(json, "powershell", host->no_powershell ? "off" : ways[host->powershell]);
    json_text(json, "configuration", host->configuration);
    json_bool(json, "writes_files", !host->no_powershell && !host->no_files);
    json_end(json, '}');
}

static void write_server(struct json_out *json, const struct server_view *server)
{
    json_begin(json, NULL, '{');
    json_text(json, "name", server->target ? server->target->name : NULL);
    json_text(json, "found_by", server->forest ? server->forest->name : NULL);
    json_text(json, "should_be", server->target ? server->target->declared_role : NULL);
    json_text(json, "export", server->target ? server->target->export_folder : NULL);
    if (server->host)
        write_host(json, server->host);
    else
        json_text(json, "winrm", NULL);
    json_list(json, "unknown", sa_buf_text(&server->never.unknown));
    json_list(json, "not_confirmed", sa_buf_text(&server->never.doubted));
    json_end(json, '}');
}

static void write_forest(struct json_out *json, const struct sa_plan_forest *forest)
{
    const struct sa_ldap_options *ldap = &forest->ldap;
    json_begin(json, NULL, '{');
    json_text(json, "name", forest->name);
    json_text(json, "domain", ldap->domain);
    json_begin(json, "controllers", '[');
    for (size_t i = 0; ldap->servers && ldap->servers[i]; i++)
        json_text(json, NULL, ldap->servers[i]);
    json_end(json, ']');
    json_text(json, "way", ldap_ways[ldap->tls]);
    json_text(json, "auth", ldap_auths[ldap->auth]);
    write_proof(json, ldap->user, ldap->ccache, ldap->keytab);
    json_end(json, '}');
}

static int write_ask(struct json_out *json, const struct matrix *matrix, const struct ask *ask,
                     struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss checks = LOSS_INIT;
    int r = matrix_checks(matrix, ask, &checks, err);
    if (r < 0)
        return r;
    json_begin(json, NULL, '{');
    json_text(json, "name", ask->name);
    json_text(json, "way", ask_way_name(ask->way));
    json_text(json, "finds", ask->sentence);
    json_text(json, "asks", ask->asks);
    json_text(json, "right", ask->right);
    json_bool(json, "writes_files", ask->writes_files);
    json_list(json, "judges", sa_buf_text(&checks.unknown));
    json_list(json, "confirms", sa_buf_text(&checks.doubted));
    json_end(json, '}');
    return 0;
}

static int write_right(struct json_out *json, const struct matrix *matrix, const char *right,
                       struct sa_error *err)
{
    SA_CLEANUP(loss_done) struct loss loss = LOSS_INIT;
    int r = matrix_loss(matrix, matrix_is_of_right, right, &loss, err);
    if (r < 0)
        return r;
    json_begin(json, NULL, '{');
    json_text(json, "right", right);
    json_list(json, "without_it_unknown", sa_buf_text(&loss.unknown));
    json_list(json, "without_it_not_confirmed", sa_buf_text(&loss.doubted));
    json_end(json, '}');
    return 0;
}

static void write_operations(struct json_out *json)
{
    json_begin(json, "can_be_sent", '[');
    for (const struct sa_wsman_operation *o = sa_wsman_operations(); o->operation; o++) {
        json_begin(json, NULL, '{');
        json_text(json, "operation", o->operation);
        json_text(json, "resource", o->resource);
        json_text(json, "method", o->method);
        json_end(json, '}');
    }
    json_end(json, ']');
}

int write_plan(const struct plan_view *view, struct sa_buf *ret, struct sa_error *err)
{
    struct json_out json = {.buf = ret};
    int r = 0;
    json_begin(&json, NULL, '{');
    json_number(&json, "schema", 1);
    json_bool(&json, "contacted", false);
    json_begin(&json, "servers", '[');
    for (size_t i = 0; i < view->server_count; i++)
        write_server(&json, &view->servers[i]);
    json_end(&json, ']');
    json_begin(&json, "forests", '[');
    for (size_t i = 0; i < view->plan->forest_count; i++)
        write_forest(&json, &view->plan->forests[i]);
    json_end(&json, ']');
    json_begin(&json, "asks", '[');
    for (size_t i = 0; r == 0 && i < view->matrix.count; i++) {
        if (!view->matrix.asks[i].left_out)
            r = write_ask(&json, &view->matrix, &view->matrix.asks[i], err);
    }
    json_end(&json, ']');
    json_begin(&json, "rights", '[');
    for (size_t i = 0; r == 0 && i < view->matrix.right_count; i++)
        r = write_right(&json, &view->matrix, view->matrix.rights[i], err);
    json_end(&json, ']');
    write_operations(&json);
    json_end(&json, '}');
    return r == 0 && sa_buf_status(ret) < 0 ? sa_fail_nomem(err) : r;
}
