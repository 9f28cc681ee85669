/* SPDX-License-Identifier: Apache-2.0 */
/* Printing discovered servers: a table for people, CSV and JSON for machines. All texts come from the
 * directory and are hostile. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/log.h"
#include "syncaudit/report.h"
#include "syncaudit/text.h"

#include "discover.h"

/* The date of "2026-11-22T14:53:16Z". */
static void print_date(const char *time, int width)
{
    char date[11] = "-";
    if (strlen(time) >= 10)
        (void)snprintf(date, sizeof date, "%.10s", time);
    print_column(date, width);
}

static const char *color_of(const struct style *style, const char *state)
{
    if (strcmp(state, "live") == 0)
        return style->green;
    return strcmp(state, "ghost") == 0 ? style->dim : style->yellow;
}

static const char *or_dash(const char *text)
{
    return text[0] ? text : "-";
}

static void print_labelled(const struct style *style, const char *label, const char *text)
{
    (void)printf("      %s%-9s%s ", style->dim, label, style->off);
    print_safe(or_dash(text));
    (void)putchar('\n');
}

static void print_server(const struct style *style, const struct sa_discovered *server,
                         int name_width, int tenant_width)
{
    (void)fputs("  ", stdout);
    print_column(server->name, name_width);
    (void)printf("  %s", color_of(style, server->state));
    print_column(server->state, 7);
    (void)printf("%s  ", style->off);
    print_date(server->last_logon_at, 10);
    (void)fputs("  ", stdout);
    print_column(or_dash(server->tenant), tenant_width);
    (void)fputs("  ", stdout);
    print_safe(or_dash(server->computer_found ? server->os : "no computer object"));
    (void)putchar('\n');
    print_labelled(style, "accounts", server->accounts);
    print_labelled(style, "known by", server->how);
}

/* Those that are alive first: they are what is to be audited. */
static void print_servers(const struct style *style, const struct forest_view *forest)
{
    static const char *const states[] = {"live", "unknown", "ghost"};
    int name_width = 6;
    int tenant_width = 6;
    for (size_t i = 0; i < forest->server_count; i++) {
        int name = width_of(forest->servers[i].name);
        int tenant = width_of(forest->servers[i].tenant);
        name_width = name > name_width ? (name < 40 ? name : 40) : name_width;
        tenant_width = tenant > tenant_width ? (tenant < 50 ? tenant : 50) : tenant_width;
    }
    (void)printf("\n  %s", style->bold);
    print_column("Server", name_width);
    (void)fputs("  State    Last logon  ", stdout);
    print_column("Tenant", tenant_width);
    (void)printf("  System%s\n", style->off);
    for (size_t n = 0; n < SA_COUNT(states); n++) {
        for (size_t i = 0; i < forest->server_count; i++) {
            if (strcmp(forest->servers[i].state, states[n]) == 0)
                print_server(style, &forest->servers[i], name_width, tenant_width);
        }
    }
}

static size_t count_state(const struct forest_view *forest, const char *state)
{
    size_t count = 0;
    for (size_t i = 0; i < forest->server_count; i++)
        count += strcmp(forest->servers[i].state, state) == 0;
    return count;
}

static void print_conclusion(const struct forest_view *forest)
{
    const char *rest = forest->trouble_count > 0 ? ", but not everything could be seen" : "";
    size_t ghosts = count_state(forest, "ghost");
    (void)fputs("\n  ", stdout);
    if (forest->collected == 0) {
        print_safe(forest->name);
        (void)puts(" could not be asked");
        return;
    }
    if (forest->server_count == 0) {
        (void)fputs("no sync server is known to ", stdout);
        print_safe(forest->name);
        (void)printf("%s\n", rest);
        return;
    }
    (void)printf("%zu sync server%s: %zu live, %zu ghost%s, %zu unknown%s\n", forest->server_count,
                 forest->server_count == 1 ? "" : "s", count_state(forest, "live"), ghosts,
                 ghosts == 1 ? "" : "s", count_state(forest, "unknown"), rest);
    if (ghosts > 0)
        (void)puts("  A ghost's computer is gone, disabled, or has not logged on for 45 days; its "
                   "accounts may still have rights.");
    if (count_state(forest, "unknown") > 0)
        (void)puts("  Unknown: the directory does not tell when the computer was last used.");
}

static bool is_same_trouble(const struct trouble *a, const struct trouble *b)
{
    return a->is_source && b->is_source && strcmp(a->message, b->message) == 0;
}

static void print_one_trouble(const struct style *style, const struct forest_view *forest,
                              size_t index)
{
    const struct trouble *item = &forest->trouble[index];
    for (size_t i = 0; i < index; i++) {
        if (is_same_trouble(&forest->trouble[i], item))
            return;
    }
    (void)printf("  %s%s%s ", style->red, item->is_source ? "not collected" : "not seen",
                 style->off);
    print_safe(item->is_source ? item->source : item->topic);
    for (size_t i = index + 1; i < forest->trouble_count; i++) {
        if (is_same_trouble(&forest->trouble[i], item)) {
            (void)fputs(", ", stdout);
            print_safe(forest->trouble[i].source);
        }
    }
    if (!item->is_source) {
        (void)putchar(' ');
        print_safe(item->subject);
    }
    (void)fputs(": ", stdout);
    print_safe(item->message);
    (void)putchar('\n');
    if (item->hint[0]) {
        (void)fputs("      try: ", stdout);
        print_safe(item->hint);
        (void)putchar('\n');
    }
}

static void print_trouble(const struct style *style, const struct forest_view *forest)
{
    for (size_t i = 0; i < forest->trouble_count; i++)
        print_one_trouble(style, forest, i);
    if (forest->other_gaps > 0)
        (void)printf("  %s%zu further thing%s not seen, of the kind that tells nothing about "
                     "servers%s\n",
                     style->dim, forest->other_gaps, forest->other_gaps == 1 ? " was" : "s were",
                     style->off);
}

static void print_forest(const struct style *style, const struct forest_view *forest)
{
    (void)fputs(style->bold, stdout);
    print_safe(forest->name);
    (void)fputs(style->off, stdout);
    if (forest->server[0]) {
        (void)fputs("  ", stdout);
        if (!sa_text_same(forest->root, forest->name)) {
            (void)fputs("forest ", stdout);
            print_safe(forest->root);
            (void)fputs(", ", stdout);
        }
        (void)fputs("asked ", stdout);
        print_safe(forest->server);
        (void)fputs(" by ", stdout);
        print_safe(forest->mechanism);
        (void)fputs(", ", stdout);
        print_safe(forest->protection);
    }
    (void)putchar('\n');
    if (forest->server_count > 0)
        print_servers(style, forest);
    print_conclusion(forest);
    print_trouble(style, forest);
}

/* What somebody who sees this for the first time does next. */
static void print_next(const struct discovery *discovery)
{
    size_t found = 0;
    const char *domain = NULL;
    for (size_t i = 0; i < discovery->forest_count; i++) {
        const struct forest_view *forest = &discovery->forests[i];
        found += forest->server_count - count_state(forest, "ghost");
        domain = !domain && forest->server_count > 0 ? forest->name : domain;
    }
    if (found == 0 || !domain)
        return;
    (void)fputs("\nTo audit them, with Windows and sync engine:\n  syncaudit audit --domain ",
                stdout);
    print_safe(domain);
    (void)putchar('\n');
}

static void print_table(const struct settings *settings, const struct discovery *discovery)
{
    struct style style = style_for(use_color(settings, STDOUT_FILENO));
    for (size_t i = 0; i < discovery->forest_count; i++) {
        if (i > 0)
            (void)putchar('\n');
        print_forest(&style, &discovery->forests[i]);
    }
    if (discovery->interrupted)
        (void)puts("\nThis was cut off: the list may not be complete.");
    print_next(discovery);
    if (settings->snapshot) {
        (void)fputs("\nSnapshot  ", stdout);
        print_safe(settings->snapshot);
        (void)putchar('\n');
    }
}

static void csv_cell(const char *text, const char *end)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(8 * SA_LIMIT_SQL_VALUE);
    sa_escape_csv(&out, text, /* raw= */ false);
    (void)printf("%s%s", sa_buf_text(&out), end);
}

static void print_csv(const struct discovery *discovery)
{
    (void)fputs("forest,name,state,dns_name,domain,tenant,installation_id,last_logon_at,os,"
                "computer_found,enabled,accounts,how\r\n",
                stdout);
    for (size_t f = 0; f < discovery->forest_count; f++) {
        const struct forest_view *forest = &discovery->forests[f];
        for (size_t i = 0; i < forest->server_count; i++) {
            const struct sa_discovered *server = &forest->servers[i];
            csv_cell(forest->name, ",");
            csv_cell(server->name, ",");
            csv_cell(server->state, ",");
            csv_cell(server->dns_name, ",");
            csv_cell(server->domain, ",");
            csv_cell(server->tenant, ",");
            csv_cell(server->installation_id, ",");
            csv_cell(server->last_logon_at, ",");
            csv_cell(server->os, ",");
            (void)printf("%d,%d,", server->computer_found, server->enabled);
            csv_cell(server->accounts, ",");
            csv_cell(server->how, "\r\n");
        }
    }
}

/* What a list of servers has no place for. */
static void log_trouble(const struct discovery *discovery)
{
    for (size_t f = 0; f < discovery->forest_count; f++) {
        const struct forest_view *forest = &discovery->forests[f];
        for (size_t i = 0; i < forest->trouble_count; i++) {
            const struct trouble *item = &forest->trouble[i];
            sa_log(SA_LOG_WARNING, forest->name, item->is_source ? item->source : item->topic,
                   "%s%s%s", item->subject, item->subject[0] ? ": " : "", item->message);
        }
    }
}

static void json_text(const char *name, const char *text, const char *end)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf out = SA_BUF_INIT(8 * SA_LIMIT_SQL_VALUE);
    sa_escape_json(&out, text);
    (void)printf("\"%s\": %s%s", name, sa_buf_text(&out), end);
}

static void json_server(const struct sa_discovered *server)
{
    (void)fputs("      {", stdout);
    json_text("name", server->name, ", ");
    json_text("state", server->state, ", ");
    json_text("dns_name", server->dns_name, ", ");
    json_text("domain", server->domain, ", ");
    json_text("tenant", server->tenant, ", ");
    json_text("installation_id", server->installation_id, ", ");
    json_text("last_logon_at", server->last_logon_at, ", ");
    json_text("os", server->os, ", ");
    (void)printf("\"computer_found\": %s, \"enabled\": %s, ",
                 server->computer_found ? "true" : "false", server->enabled ? "true" : "false");
    json_text("accounts", server->accounts, ", ");
    json_text("how", server->how, "}");
}

static void json_trouble(const struct trouble *item)
{
    (void)fputs("      {", stdout);
    json_text("source", item->source, ", ");
    json_text("topic", item->topic, ", ");
    json_text("subject", item->subject, ", ");
    json_text("status", item->status, ", ");
    json_text("message", item->message, ", ");
    json_text("hint", item->hint, "}");
}

static void json_forest(const struct forest_view *forest)
{
    (void)fputs("    {", stdout);
    json_text("name", forest->name, ", ");
    json_text("root_domain", forest->root, ", ");
    json_text("server", forest->server, ", ");
    json_text("mechanism", forest->mechanism, ", ");
    json_text("protection", forest->protection, ",\n     ");
    (void)printf("\"asked\": %s, \"servers\": [", forest->collected > 0 ? "true" : "false");
    for (size_t i = 0; i < forest->server_count; i++) {
        (void)fputs(i > 0 ? ",\n" : "\n", stdout);
        json_server(&forest->servers[i]);
    }
    (void)fputs("],\n     \"not_seen\": [", stdout);
    for (size_t i = 0; i < forest->trouble_count; i++) {
        (void)fputs(i > 0 ? ",\n" : "\n", stdout);
        json_trouble(&forest->trouble[i]);
    }
    (void)fputs("]}", stdout);
}

static void print_json(const struct discovery *discovery)
{
    (void)printf("{\"interrupted\": %s,\n \"forests\": [\n",
                 discovery->interrupted ? "true" : "false");
    for (size_t i = 0; i < discovery->forest_count; i++) {
        (void)fputs(i > 0 ? ",\n" : "", stdout);
        json_forest(&discovery->forests[i]);
    }
    (void)fputs("]}\n", stdout);
}

void print_discovery(const struct settings *settings, const struct discovery *discovery,
                     const char *format)
{
    if (strcmp(format, "csv") == 0) {
        print_csv(discovery);
        log_trouble(discovery);
    } else if (strcmp(format, "json") == 0) {
        print_json(discovery);
    } else if (!settings->quiet) {
        print_table(settings, discovery);
    }
}
