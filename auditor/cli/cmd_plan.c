/* SPDX-License-Identifier: Apache-2.0 */
/* plan: what an audit with these options would ask, printed beforehand. Reads options, configuration and the
 * names in export folders; contacts nothing, fetches no password, writes nothing. */
#include <string.h>

#include "syncaudit/limits.h"

#include "plan_view.h"

static bool asks_engine(const struct sa_host_request *host)
{
    return host && !host->no_powershell;
}

/* The matrix as it is for this server: what is not asked of it is left out. */
static void fit(struct matrix *matrix, const struct plan_view *view,
                const struct server_view *server)
{
    matrix->has_export = server->target && server->target->export_folder;
    matrix->has_forest = view->plan->forest_count > 0;
    for (size_t i = 0; i < matrix->count; i++) {
        struct ask *ask = &matrix->asks[i];
        bool writes = ask->writes_files && server->host && server->host->no_files;
        if (ask->way == ASK_FOREST)
            ask->left_out = !matrix->has_forest;
        else if (ask->way == ASK_ENGINE)
            ask->left_out = !asks_engine(server->host) || writes;
        else
            ask->left_out = !server->host;
    }
}

static int add_server(struct plan_view *view, const struct sa_plan_target *target,
                      const struct sa_plan_forest *forest, struct sa_error *err)
{
    const struct sa_host_request *host = target ? &target->host : &forest->host;
    struct server_view *server = &view->servers[view->server_count++];
    *server = (struct server_view){.target = target, .forest = forest, .never = LOSS_INIT};
    if (target ? host->http.host != NULL : forest->connect)
        server->host = host;
    fit(&view->matrix, view, server);
    view->asks_windows = view->asks_windows || server->host;
    view->asks_engine = view->asks_engine || asks_engine(server->host);
    view->writes_files = view->writes_files || (asks_engine(server->host) && !host->no_files);
    return matrix_never(&view->matrix, &server->never, err);
}

/* A server that is named keeps those that forests know of from becoming targets. */
static int add_servers(struct plan_view *view, struct sa_error *err)
{
    const struct sa_plan *plan = view->plan;
    int r = 0;
    view->servers = calloc(plan->count + plan->forest_count + 1, sizeof *view->servers);
    if (!view->servers)
        return sa_fail_nomem(err);
    for (size_t i = 0; r == 0 && i < plan->count; i++)
        r = add_server(view, &plan->targets[i], NULL, err);
    for (size_t i = 0; r == 0 && i < plan->forest_count; i++) {
        if (plan->forests[i].discover && plan->count == 0)
            r = add_server(view, NULL, &plan->forests[i], err);
    }
    /* For all that follows: what is asked of any of them. */
    for (size_t i = 0; i < view->matrix.count; i++) {
        struct ask *ask = &view->matrix.asks[i];
        if (ask->way == ASK_WINDOWS)
            ask->left_out = !view->asks_windows;
        else if (ask->way == ASK_ENGINE)
            ask->left_out = !view->asks_engine || (ask->writes_files && !view->writes_files);
        else
            ask->left_out = plan->forest_count == 0;
    }
    view->matrix.has_export = false;
    for (size_t i = 0; i < plan->count; i++)
        view->matrix.has_export = view->matrix.has_export || plan->targets[i].export_folder;
    view->matrix.has_forest = plan->forest_count > 0;
    return r;
}

static int print_json(const struct plan_view *view, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    int r = write_plan(view, &text, err);
    if (r == 0)
        (void)fwrite(sa_buf_text(&text), 1, text.len, stdout);
    return r;
}

int command_plan(struct settings *settings, struct sa_error *err)
{
    SA_CLEANUP(sa_catalogue_free_p) struct sa_catalogue *catalogue = NULL;
    struct plan_view view = {.settings = settings, .plan = &settings->plan};
    bool json = settings->as_json || strcmp(settings->table_format, "json") == 0;
    settings->only_planned = true;
    if (strcmp(settings->table_format, "csv") == 0) {
        sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "a plan is no table of one shape");
        sa_hint(err, "write --format table or json");
        return SA_E_INPUT;
    }
    say_found_config(settings);
    int r = load_catalogue(settings, &catalogue, err);
    if (r == 0)
        r = check_selection(settings, catalogue, err);
    if (r == 0)
        r = make_plan(settings, err);
    if (r == 0)
        r = matrix_load(&view.matrix, settings, catalogue, err);
    if (r == 0)
        r = add_servers(&view, err);
    if (r == 0 && json)
        r = print_json(&view, err);
    else if (r == 0)
        print_plan(&view);
    for (size_t i = 0; i < view.server_count; i++)
        loss_done(&view.servers[i].never);
    free(view.servers);
    matrix_done(&view.matrix);
    return r;
}
