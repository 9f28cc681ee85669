/* SPDX-License-Identifier: Apache-2.0 */
/* The sync engine of a server: its scheduler, and a table of its connectors. Facts without a verdict, so that a
 * reader sees at once whether the server works; what is wrong with them stands in the results below. */
#include <string.h>

#include "report_internal.h"

static void put_way(struct sa_html *html, const struct sa_engine *engine)
{
    static const struct {
        const char *way, *words;
    } ways[] = {
        {"script",   "PowerShell Remoting"              },
        {"function", "PowerShell Remoting, constrained" },
        {"command",  "powershell.exe in a command shell"},
    };

    if (*engine->way == '\0')
        return;
    sa_html_put(html, "<div><dt>Asked over</dt><dd>");
    for (size_t i = 0; i < SA_COUNT(ways); i++) {
        if (strcmp(ways[i].way, engine->way) == 0)
            sa_html_put(html, "%s, ", ways[i].words);
    }
    sa_html_put(html, "endpoint <bdi>%s</bdi>", engine->endpoint);
    if (*engine->account != '\0')
        sa_html_put(html, ", as <bdi>%s</bdi>", engine->account);
    sa_html_put(html, "; PowerShell <bdi>%s</bdi></dd></div>\n", engine->powershell);
}

static void put_interval(struct sa_html *html, int64_t seconds)
{
    if (seconds >= 0 && seconds % 60 == 0)
        sa_html_put(html, "every %lld minutes", (long long)seconds / 60);
    else if (seconds >= 0)
        sa_html_put(html, "every %lld seconds", (long long)seconds);
}

static void put_scheduler(struct sa_html *html, const struct sa_engine *engine)
{
    if (engine->staging < 0)
        return;
    sa_html_put(html, "<div><dt>Staging mode</dt><dd>%s</dd></div>\n<div><dt>Cycles</dt><dd>",
                engine->staging == 1 ? "on: imports and synchronises, exports nothing"
                                     : "off: this server exports");
    if (engine->cycle_enabled == 0)
        sa_html_put(html, "<b>switched off</b>");
    else if (engine->suspended == 1)
        sa_html_put(html, "<b>suspended</b>");
    else
        put_interval(html, engine->interval_s);
    if (engine->cycle_enabled != 0 && *engine->next_start_at != '\0') {
        sa_html_put(html, "; next <bdi>%s</bdi> at ", engine->next_policy);
        sa_html_time(html, engine->next_start_at);
    }
    sa_html_put(html, "</dd></div>\n");
}

static void put_number(struct sa_html *html, int64_t number)
{
    char text[SA_COUNT_TEXT_SIZE];

    sa_count_format(number, text);
    sa_html_put(html, "<td class=\"num\">%s</td>", number < 0 ? "" : text);
}

static void put_moment(struct sa_html *html, const char *work, const char *text)
{
    sa_html_put(html, "<div><dt>%s</dt><dd>", work);
    if (*text != '\0')
        sa_html_time(html, text);
    else
        sa_html_put(html, "none known");
    sa_html_put(html, "</dd></div>");
}

static void put_connector(struct sa_html *html, const struct sa_engine_connector *connector)
{
    sa_html_put(html, "<tr><th scope=\"row\"><bdi>%s</bdi>", connector->name);
    if (connector->busy)
        sa_html_put(html, " <b>(running)</b>");
    sa_html_put(html, "</th>");
    put_number(html, connector->objects);
    put_number(html, connector->export_adds);
    put_number(html, connector->export_updates);
    put_number(html, connector->export_deletes);
    sa_html_put(html, "<td><dl class=\"moments\">");
    put_moment(html, "import", connector->imported_at);
    put_moment(html, "synchronisation", connector->synchronised_at);
    put_moment(html, "export", connector->exported_at);
    sa_html_put(html, "</dl></td>");
    sa_html_put(html, "<td>");
    if (*connector->profile != '\0')
        sa_html_put(html, "<bdi>%s</bdi>: <bdi>%s</bdi>", connector->profile, connector->result);
    sa_html_put(html, "</td></tr>\n");
}

static void put_connectors(struct sa_html *html, const struct sa_engine *engine)
{
    size_t shown = engine->connector_count < SA_HTML_ROWS ? engine->connector_count : SA_HTML_ROWS;

    if (shown == 0)
        return;
    sa_html_put(html, "<h4>Connectors: what waits for the next export, and what ran</h4>\n");
    sa_html_table_begin(html, "connectors sortable", "Connectors");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Connector</th>"
                      "<th scope=\"col\" class=\"num\">Objects</th>"
                      "<th scope=\"col\" class=\"num\">To add</th>"
                      "<th scope=\"col\" class=\"num\">To change</th>"
                      "<th scope=\"col\" class=\"num\">To delete</th>"
                      "<th scope=\"col\">Last that went well</th>"
                      "<th scope=\"col\">Last run</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++)
        put_connector(html, &engine->connectors[i]);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (engine->connector_total > shown)
        sa_html_put(html, "<p>%zu more are in the snapshot.</p>\n",
                    engine->connector_total - shown);
    if (*engine->history_from != '\0') {
        sa_html_put(html, "<p class=\"note\">The server remembers its runs since ");
        sa_html_time(html, engine->history_from);
        sa_html_put(html, ".</p>\n");
    }
}

void sa_html_engine(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_engine *engine = target->engine;

    if (engine == NULL)
        return;
    sa_html_put(html, "<h3>Sync engine</h3>\n");
    if (!engine->answered) {
        sa_html_put(
            html,
            "<p><b>The sync engine did not answer</b>: see the sources under Coverage.</p>\n");
        return;
    }
    sa_html_put(html, "<dl class=\"facts\">\n");
    put_scheduler(html, engine);
    put_way(html, engine);
    sa_html_put(html, "</dl>\n");
    put_connectors(html, engine);
}
