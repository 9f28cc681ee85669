/* SPDX-License-Identifier: Apache-2.0 */
/* What the section of a forest tells beside its results: who answered and how the conversation was
 * protected, the accounts that matter to synchronisation, what could not be seen; and, for all forests,
 * what the audit itself asked on the network.
 *
 * Only what is known is said: "none seen" is not "none". */
#include <string.h>

#include "syncaudit/datetime.h"

#include "report_internal.h"

static void put_number(struct sa_html *html, int64_t number)
{
    char text[SA_COUNT_TEXT_SIZE];

    sa_count_format(number, text);
    sa_html_put(html, "%s", text);
}

static const char *level_name(int64_t level)
{
    static const char *const names[] = {"Windows 2000",
                                        "Windows Server 2003 interim",
                                        "Windows Server 2003",
                                        "Windows Server 2008",
                                        "Windows Server 2008 R2",
                                        "Windows Server 2012",
                                        "Windows Server 2012 R2",
                                        "Windows Server 2016",
                                        NULL,
                                        NULL,
                                        "Windows Server 2025"};

    return level >= 0 && (uint64_t)level < SA_COUNT(names) ? names[level] : NULL;
}

static void put_level(struct sa_html *html, int64_t level)
{
    const char *name = level_name(level);

    sa_html_put(html, "<div><dt>Functional level</dt><dd>");
    if (name != NULL)
        sa_html_put(html, "%s (%lld)", name, (long long)level);
    else if (level >= 0)
        sa_html_put(html, "%lld", (long long)level);
    else
        sa_html_put(html, "not known");
    sa_html_put(html, "</dd></div>\n");
}

static void put_servers(struct sa_html *html, const struct sa_forest *forest)
{
    sa_html_put(html, "<div><dt>Used by</dt><dd>");
    for (size_t i = 0; i < forest->server_count && i < SA_HTML_ROWS; i++)
        sa_html_put(html, "%s<a href=\"#%s\"><bdi>%s</bdi></a>%s", i > 0 ? ", " : "",
                    sa_html_target_anchor(html, forest->servers[i]), forest->servers[i]->name,
                    forest->certain[i] ? "" : " (perhaps: its forests are not known)");
    if (forest->server_count > SA_HTML_ROWS)
        sa_html_put(html, ", and %zu more", forest->server_count - SA_HTML_ROWS);
    if (forest->server_count == 0)
        sa_html_put(html, "no server of this run, as far as is known");
    sa_html_put(html, "</dd></div>\n");
}

/* "2: contoso.com, emea.contoso.com (not seen)" */
static void put_domains(struct sa_html *html, const struct sa_forest *forest)
{
    if (forest->domain_total == 0)
        return;
    sa_html_put(html, "<div class=\"wide\"><dt>Domains</dt><dd>%zu: ", forest->domain_total);
    for (size_t i = 0; i < forest->domain_count && i < SA_HTML_ROWS; i++) {
        const struct sa_forest_domain *domain = &forest->domains[i];

        sa_html_put(html, "%s<bdi>%s</bdi>", i > 0 ? ", " : "", domain->dns_name);
        if (!domain->collected)
            sa_html_put(html, " <b>(not seen)</b>");
    }
    if (forest->domain_total > forest->domain_count || forest->domain_total > SA_HTML_ROWS)
        sa_html_put(html, ", ...");
    sa_html_put(html, "</dd></div>\n");
}

void sa_html_fact(struct sa_html *html, const char *term, const char *text)
{
    if (*text == '\0')
        return;
    sa_html_put(html, "<div><dt>%s</dt><dd><bdi>%s</bdi></dd></div>\n", term, text);
}

void sa_html_forest_facts(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_forest *forest = target->forest;

    sa_html_put(html, "<dl class=\"facts identity\">\n<div><dt>Score</dt><dd>");
    sa_html_interval(html, &target->score);
    if (*target->score.grade != '\0')
        sa_html_put(html, ", %s<bdi>%s</bdi>", strlen(target->score.grade) == 1 ? "grade " : "",
                    target->score.grade);
    sa_html_put(html, ", coverage ");
    sa_html_coverage_percent(html, &target->score);
    sa_html_put(html, "</dd></div>\n");
    put_servers(html, forest);
    sa_html_fact(html, "Asked for", target->location);
    if (forest->answered) {
        sa_html_fact(html, "Root domain", forest->root_domain);
        put_level(html, forest->functional_level);
        sa_html_fact(html, "Answered by", forest->server);
        sa_html_fact(html, "Authenticated by", forest->mechanism);
        sa_html_fact(html, "Protected by", forest->protection);
        sa_html_put(html, "<div><dt>Clock of the DC</dt><dd>%lld s %s ours</dd></div>\n",
                    (long long)(forest->clock_offset_s < 0 ? -forest->clock_offset_s
                                                           : forest->clock_offset_s),
                    forest->clock_offset_s < 0 ? "behind" : "ahead of");
        put_domains(html, forest);
    } else {
        sa_html_put(html, "<div><dt>Answered by</dt><dd><b>nobody</b>: nothing is known of this "
                          "forest</dd></div>\n");
    }
    sa_html_put(html, "</dl>\n");
}

void sa_html_forest_gaps(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_forest *forest = target->forest;
    size_t shown = forest->gap_count < SA_HTML_ROWS ? forest->gap_count : SA_HTML_ROWS;

    if (forest->gap_total == 0)
        return;
    sa_html_put(
        html,
        "<h3>Not seen <span class=\"count\">%zu</span></h3>\n<p>Asked for and not shown, "
        "although the forest answered. What is listed here may exist; it is never taken for "
        "absent.</p>\n",
        forest->gap_total);
    sa_html_table_begin(html, "gaps sortable", "What could not be seen");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Topic</th>"
                      "<th scope=\"col\">What</th><th scope=\"col\">Status</th>"
                      "<th scope=\"col\">Why</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++) {
        const struct sa_gap *gap = &forest->gaps[i];

        sa_html_put(html, "<tr><td><code>%s</code></td><td><bdi>%s</bdi></td><td class=\"val\">",
                    gap->source, gap->topic);
        sa_html_value(html, gap->subject);
        sa_html_put(html, "</td><td><span class=\"st st-unknown\">");
        sa_html_symbol(html, "unknown");
        sa_html_put(html, "<bdi>%s</bdi></span></td><td class=\"prose\"><bdi>%s</bdi></td></tr>\n",
                    gap->status, gap->message);
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (forest->gap_total > shown)
        sa_html_put(html, "<p class=\"more\">%zu more: see the table ad_gap of the snapshot.</p>\n",
                    forest->gap_total - shown);
}

/* The day: the directory is not more exact than that, nor is who reads it. */
static void put_day(struct sa_html *html, const char *text)
{
    static const size_t day_len = sizeof "2026-11-22" - 1;
    int64_t seconds = 0;

    if (*text == '\0')
        sa_html_put(html, "<span class=\"none\">not known</span>");
    else if (sa_time_parse(text, &seconds) == 0 && strlen(text) > day_len)
        sa_html_put(html, "<time datetime=\"%s\">%.*s</time>", text, (int)day_len, text);
    else
        sa_html_value(html, text);
}

static void put_account(struct sa_html *html, const struct sa_sync_account *account)
{
    static const char *const words[] = {"not readable", "disabled", "enabled"};
    int index = account->enabled < 0 ? 0 : account->enabled > 0 ? 2 : 1;

    sa_html_put(html, "<tr><th scope=\"row\">");
    sa_html_value(html, account->name);
    sa_html_put(html, "<br/><small><bdi>%s</bdi></small></th><td><bdi>%s</bdi></td><td>",
                account->class_name, account->roles);
    if (*account->privileged != '\0')
        sa_html_put(html, "<b><bdi>%s</bdi></b>", account->privileged);
    else
        sa_html_put(html, "<span class=\"none\">none seen</span>");
    sa_html_put(html, "</td><td><bdi>%s</bdi></td><td>%s</td><td>", account->servers, words[index]);
    put_day(html, account->password_set_at);
    sa_html_put(html, "</td><td>");
    put_day(html, account->last_logon_at);
    sa_html_put(html, "</td></tr>\n");
}

void sa_html_forest_accounts(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_forest *forest = target->forest;
    size_t shown = forest->account_count < SA_HTML_ROWS ? forest->account_count : SA_HTML_ROWS;

    if (forest->account_total == 0)
        return;
    sa_html_put(html,
                "<h3>Accounts of synchronisation <span class=\"count\">%zu</span></h3>\n"
                "<p>Last logon may be up to 14 days behind: that is how often the directory "
                "copies it.</p>\n",
                forest->account_total);
    sa_html_table_begin(html, "accounts sortable", "Accounts of synchronisation");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Account</th><th scope=\"col\">Role</th>"
                      "<th scope=\"col\">Privileged through</th><th scope=\"col\">Server</th>"
                      "<th scope=\"col\">State</th><th scope=\"col\">Password set</th>"
                      "<th scope=\"col\">Last logon</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < shown; i++)
        put_account(html, &forest->accounts[i]);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (forest->account_total > shown)
        sa_html_put(html,
                    "<p class=\"more\">%zu more: see the table ad_account of the snapshot.</p>\n",
                    forest->account_total - shown);
}

/* Footprint ------------------------------------------------------------------------------------- */

static void put_sum(struct sa_html *html, const struct sa_footprint_sum *sum)
{
    sa_html_put(html,
                "<tr><th scope=\"row\"><bdi>%s</bdi></th><td><bdi>%s</bdi></td>"
                "<td class=\"num\">",
                sum->protocol, sum->operation);
    put_number(html, (int64_t)sum->count);
    sa_html_put(html, "</td><td class=\"num\">");
    put_number(html, (int64_t)sum->failed);
    sa_html_put(html, "</td><td class=\"num\">");
    put_number(html, sum->entries);
    sa_html_put(html, "</td><td class=\"num\">");
    put_number(html, sum->bytes);
    sa_html_put(html, "</td><td class=\"num\">");
    put_number(html, sum->elapsed_ms);
    sa_html_put(html, "</td></tr>\n");
}

static void put_sums(struct sa_html *html, const struct sa_target *target, const char *asked,
                     const struct sa_footprint_sum *sums, size_t count)
{
    sa_html_put(html, "<h3><bdi>%s</bdi></h3>\n", target->name);
    if (count == 0) {
        sa_html_put(html, "<p>No operation was recorded.</p>\n");
        return;
    }
    if (*asked != '\0')
        sa_html_put(html, "<p>Asked: <bdi>%s</bdi>.</p>\n", asked);
    sa_html_table_begin(html, "footprint sortable", "Operations");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Protocol</th><th scope=\"col\">Operation</th>"
                      "<th scope=\"col\" class=\"num\">Times</th>"
                      "<th scope=\"col\" class=\"num\">Failed</th>"
                      "<th scope=\"col\" class=\"num\">Entries</th>"
                      "<th scope=\"col\" class=\"num\">Bytes received</th>"
                      "<th scope=\"col\" class=\"num\">Milliseconds</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count && i < SA_HTML_ROWS; i++)
        put_sum(html, &sums[i]);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

static void put_footprint_of(struct sa_html *html, const struct sa_target *target)
{
    const struct sa_forest *forest = target->forest;
    const struct sa_windows *windows = target->windows;

    if (windows != NULL)
        put_sums(html, target, windows->asked, windows->footprint, windows->footprint_count);
    else if (forest != NULL)
        put_sums(html, target, forest->asked, forest->footprint, forest->footprint_count);
}

/* Was anything asked over a network? */
static bool has_footprint(const struct sa_html *html)
{
    for (size_t i = 0; i < html->server_count; i++) {
        if (html->evaluation->targets[i].windows != NULL)
            return true;
    }
    return html->forest_count > 0;
}

void sa_html_footprint(struct sa_html *html)
{
    const struct sa_target *forest = NULL;

    if (!has_footprint(html))
        return;
    sa_html_put(html, "<section id=\"footprint\" aria-labelledby=\"footprint-heading\">\n"
                      "<h2 id=\"footprint-heading\">Footprint</h2>\n"
                      "<p class=\"lead\">What the audit itself did on the network. It asks and "
                      "leaves; it changes nothing. Each operation stands in the table footprint "
                      "of the snapshot.</p>\n");
    for (size_t i = 0; i < html->server_count; i++)
        put_footprint_of(html, &html->evaluation->targets[i]);
    for (size_t i = html->server_count; (forest = sa_html_principal(html, i)) != NULL; i++)
        put_footprint_of(html, forest);
    sa_html_put(html, "</section>\n");
}
