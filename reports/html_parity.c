/* SPDX-License-Identifier: Apache-2.0 */
/* Parity of pairs, and readiness of their staging servers to take over.
 *
 * A pair is said to be equal only when both sides were collected completely, are two servers, and
 * settings were in fact compared; anything else reads "not judged". A server that was compared with
 * nobody is named. Drift is shown in full, with the part of two
 * long values that differs marked; what differs because of versions or by nature is folded. */
#include <string.h>

#include "report_internal.h"

/* Values share at least this much before the rest is marked. */
#define SHARED_MIN 8

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Lengths of what two values have in common at both ends, not cutting a character. */
static void find_shared(const char *a, const char *b, size_t *ret_head, size_t *ret_tail)
{
    size_t a_len = strlen(a);
    size_t b_len = strlen(b);
    size_t shorter = a_len < b_len ? a_len : b_len;
    size_t head = 0;
    size_t tail = 0;

    while (head < shorter && a[head] == b[head])
        head++;
    while (head > 0 && (is_continuation(a[head]) || is_continuation(b[head])))
        head--;
    while (tail < shorter - head && a[a_len - tail - 1] == b[b_len - tail - 1])
        tail++;
    while (tail > 0 && is_continuation(a[a_len - tail]))
        tail--;
    *ret_head = head;
    *ret_tail = tail;
}

static void put_value(struct sa_html *html, const char *value, const char *other)
{
    size_t len = strlen(value);
    size_t head = 0;
    size_t tail = 0;

    find_shared(value, other, &head, &tail);
    if (head + tail < SHARED_MIN || head + tail < len / 4 || head + tail == len) {
        sa_html_value(html, value);
        return;
    }
    sa_html_put(html, "<bdi>%.*s<mark>%.*s</mark>%s</bdi>", (int)head, value,
                (int)(len - head - tail), value + head, value + len - tail);
}

/* "contoso.com / Inbound / In from AD / " in grey, the last part in bold. */
static void put_path(struct sa_html *html, const struct sa_difference *difference)
{
    static const char separator[] = " / ";
    const char *last = difference->path;
    const char *next = NULL;

    while ((next = strstr(last, separator)) != NULL)
        last = next + strlen(separator);
    sa_html_put(html, "<span class=\"area\"><bdi>%s</bdi></span>", difference->area);
    if (difference->minor)
        sa_html_put(html, " <span class=\"minor\">minor</span>");
    sa_html_put(html, "<br/>");
    if (last != difference->path)
        sa_html_put(html, "<span class=\"trail\"><bdi>%.*s</bdi></span>",
                    (int)(last - difference->path), difference->path);
    sa_html_put(html, "<b><bdi>%s</bdi></b>", last);
}

static void put_difference(struct sa_html *html, const struct sa_difference *difference,
                           struct sa_html_evidence *evidence)
{
    sa_html_put(html, "<tr><th scope=\"row\" class=\"path\">");
    put_path(html, difference);
    sa_html_put(html, "</th><td class=\"val\">");
    put_value(html, difference->active_value, difference->staging_value);
    sa_html_put(html, "</td><td class=\"val\">");
    put_value(html, difference->staging_value, difference->active_value);
    sa_html_put(html, "</td><td class=\"prose\"><bdi>%s</bdi></td><td>", difference->why);
    sa_html_evidence_mark(html, evidence, difference->active_evidence);
    if (difference->staging_evidence != difference->active_evidence)
        sa_html_evidence_mark(html, evidence, difference->staging_evidence);
    sa_html_put(html, "</td></tr>\n");
}

static void put_differences(struct sa_html *html, const struct sa_pair *pair,
                            enum sa_difference_class class, struct sa_html_evidence *evidence)
{
    size_t shown = 0;
    size_t total = 0;

    sa_html_table_begin(html, "parity sortable", "Differences between the two servers");
    sa_html_put(html,
                "<thead><tr><th scope=\"col\">Setting</th><th scope=\"col\">Active: "
                "<bdi>%s</bdi></th><th scope=\"col\">Staging: <bdi>%s</bdi></th>"
                "<th scope=\"col\">%s</th><th scope=\"col\">Evidence</th></tr></thead><tbody>\n",
                pair->active->name, pair->staging->name,
                class == SA_DIFFERENCE_DRIFT ? "Why it matters" : "Why it differs");
    for (size_t i = 0; i < pair->difference_count; i++) {
        if (pair->differences[i].class != class)
            continue;
        total++;
        if (shown < SA_HTML_ROWS) {
            put_difference(html, &pair->differences[i], evidence);
            shown++;
        }
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    if (total > shown)
        sa_html_put(html, "<p class=\"more\">%zu more: see parity.csv.</p>\n", total - shown);
}

static void put_folded(struct sa_html *html, const struct sa_pair *pair,
                       enum sa_difference_class class, const char *summary,
                       struct sa_html_evidence *evidence)
{
    if (pair->count[class] == 0)
        return;
    sa_html_put(html, "<details><summary>%s (%zu)</summary>\n", summary, pair->count[class]);
    put_differences(html, pair, class, evidence);
    sa_html_put(html, "</details>\n");
}

static enum sa_result_status status_of(const struct sa_pair *pair)
{
    switch (sa_pair_judge(pair)) {
    case SA_PAIR_EQUAL:
        return SA_RESULT_PASS;
    case SA_PAIR_MINOR_DRIFT:
        return SA_RESULT_WARN;
    case SA_PAIR_DRIFT:
        return SA_RESULT_FAIL;
    default:
        return SA_RESULT_UNKNOWN;
    }
}

static void put_counts(struct sa_html *html, const struct sa_pair *pair, size_t minor)
{
    size_t drift = pair->count[SA_DIFFERENCE_DRIFT];
    size_t expected = pair->count[SA_DIFFERENCE_EXPECTED];

    sa_html_put(html, " <b>");
    if (drift == 0)
        sa_html_put(html, "No setting drifted");
    else
        sa_html_count(html, drift, "setting drifted", "settings drifted");
    sa_html_put(html, "</b>");
    if (minor > 0)
        sa_html_put(html, " (%zu minor)", minor);
    sa_html_put(html, ", ");
    sa_html_count(html, expected, "differs", "differ");
    sa_html_put(html, " as expected of two servers, %zu because of the version. ",
                pair->count[SA_DIFFERENCE_VERSION]);
    sa_html_count(html, pair->items, "setting was compared.", "settings were compared.");
    if (!pair->complete)
        sa_html_put(html, " Not everything was compared.");
}

static void put_incomplete(struct sa_html *html, const struct sa_pair *pair)
{
    sa_html_put(html, " Parity was not judged: %s in what was compared; not everything was",
                pair->count[SA_DIFFERENCE_DRIFT] > 0 ? "only what is minor drifted"
                                                     : "nothing drifted");
    if (*pair->notice != '\0')
        sa_html_put(html, ": <bdi>%s</bdi>", pair->notice);
    sa_html_put(html, ". ");
    sa_html_count(html, pair->items, "setting was compared.", "settings were compared.");
}

static void put_verdict(struct sa_html *html, const struct sa_pair *pair, size_t minor)
{
    sa_html_put(html, "<p class=\"verdict\">");
    sa_html_status(html, status_of(pair));
    if (!pair->compared) {
        sa_html_put(html, " Parity was not judged: the two configurations could not be compared.");
    } else if (pair->same_server) {
        sa_html_put(html, " Parity was not judged: both sides are exports of one server.");
    } else if (pair->items == 0) {
        sa_html_put(html, " Parity was not judged: no setting was there to compare.");
    } else if (sa_pair_judge(pair) == SA_PAIR_NOT_JUDGED) {
        put_incomplete(html, pair);
    } else {
        put_counts(html, pair, minor);
    }
    sa_html_put(html, "</p>\n");
}

static const char *pair_anchor(struct sa_html *html, const struct sa_pair *pair)
{
    const char *wanted =
        sa_arena_printf(&html->arena, "pair-%s-%s", sa_html_target_anchor(html, pair->active),
                        sa_html_target_anchor(html, pair->staging));

    return sa_html_claim(html, wanted != NULL ? wanted : "pair");
}

static void put_pair(struct sa_html *html, const struct sa_pair *pair)
{
    const char *anchor = pair_anchor(html, pair);
    struct sa_html_evidence evidence = {.anchor = anchor};
    size_t minor = sa_pair_count_minor(pair);

    sa_html_put(html,
                "<article class=\"pair\" id=\"%s\">\n<h3><bdi>%s</bdi> <span class=\"role "
                "role-active\">active</span> <span class=\"versus\">and</span> <bdi>%s</bdi> "
                "<span class=\"role role-staging\">staging</span></h3>\n",
                anchor, pair->active->name, pair->staging->name);
    if (*pair->notice != '\0')
        sa_html_put(html, "<div class=\"notice\"><p><b>Notice.</b> <bdi>%s</bdi></p></div>\n",
                    pair->notice);
    put_verdict(html, pair, minor);
    if (pair->count[SA_DIFFERENCE_DRIFT] > 0) {
        sa_html_put(html, "<h4>Drift</h4>\n");
        put_differences(html, pair, SA_DIFFERENCE_DRIFT, &evidence);
    }
    put_folded(html, pair, SA_DIFFERENCE_VERSION, "Caused by the version", &evidence);
    put_folded(html, pair, SA_DIFFERENCE_EXPECTED, "Expected of two servers", &evidence);
    sa_html_evidence_table(html, &evidence);
    sa_html_put(html, "</article>\n");
}

static bool is_in_pair(const struct sa_evaluation *evaluation, const struct sa_target *target)
{
    for (size_t i = 0; i < evaluation->pair_count; i++) {
        if (evaluation->pairs[i].active == target || evaluation->pairs[i].staging == target)
            return true;
    }
    return false;
}

/* Names the servers that should have a partner and have none; the engine (trial.c) finds their pair
 * checks unknown by the same rule. */
static void put_single_servers(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    size_t servers = 0;
    size_t shown = 0;
    size_t total = 0;

    for (size_t i = 0; i < evaluation->target_count; i++)
        servers += evaluation->targets[i].kind == SA_TARGET_SERVER;
    for (size_t i = 0; servers > 1 && i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        if (target->kind != SA_TARGET_SERVER || strcmp(target->role, "active") == 0 ||
            is_in_pair(evaluation, target) || total++ >= SA_HTML_ROWS)
            continue;
        shown++;
        sa_html_put(html, "<p class=\"verdict\">");
        sa_html_status(html, SA_RESULT_UNKNOWN);
        sa_html_put(html,
                    " <b><bdi>%s</bdi></b>: not compared, no partner could be determined among the "
                    "%zu servers of this run.</p>\n",
                    target->name, servers);
    }
    if (total > shown)
        sa_html_put(html, "<p class=\"more\">%zu more servers were not compared.</p>\n",
                    total - shown);
}

void sa_html_parity(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    sa_html_put(html, "<section id=\"parity\" aria-labelledby=\"parity-heading\">\n"
                      "<h2 id=\"parity-heading\">Parity of active and staging</h2>\n");
    if (evaluation->pair_count == 0)
        sa_html_put(html,
                    "<p class=\"verdict\">No pair of an active and a staging server is known: "
                    "parity was not judged.</p>\n");
    for (size_t i = 0; i < evaluation->pair_count; i++)
        put_pair(html, &evaluation->pairs[i]);
    put_single_servers(html);
    sa_html_put(html, "</section>\n");
}

/* Only words that we know get a colour that says so. */
void sa_html_readiness_badge(struct sa_html *html, const struct sa_readiness *readiness)
{
    static const struct {
        const char *verdict, *symbol;
    } known[] = {
        {"READY",            "pass"},
        {"READY WITH RISKS", "warn"},
        {"NOT READY",        "fail"},
    };
    const char *symbol = "unknown";

    for (size_t i = 0; i < SA_COUNT(known); i++) {
        if (strcmp(readiness->verdict, known[i].verdict) == 0)
            symbol = known[i].symbol;
    }
    sa_html_put(html, "<strong class=\"badge st-%s\">", symbol);
    sa_html_symbol(html, symbol);
    sa_html_put(html, "%s</strong>", readiness->verdict);
}

/* The result that an item tells of: on the staging server, its tenant or a forest that it uses. */
static const struct sa_result *find_item(struct sa_html *html, const struct sa_target *staging,
                                         const char *check_id)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    const struct sa_result *result = sa_result_find(staging, check_id);

    for (size_t i = html->server_count; result == NULL && i < evaluation->target_count; i++) {
        const struct sa_target *target = &evaluation->targets[i];

        if (target->kind == SA_TARGET_TENANT ? strcmp(target->name, staging->tenant) == 0
                                             : sa_forest_is_used_by(target, staging))
            result = sa_result_find(target, check_id);
    }
    return result;
}

static void put_readiness_item(struct sa_html *html, const struct sa_readiness *readiness,
                               const struct sa_readiness_item *item)
{
    const struct sa_target *staging = readiness->pair->staging;
    const struct sa_result *result = find_item(html, staging, item->check_id);

    sa_html_put(html, "<tr><td>");
    sa_html_status(html, item->status);
    sa_html_put(html, "</td><th scope=\"row\" class=\"title\">");
    if (result != NULL)
        sa_html_put(html, "<a class=\"id\" href=\"#%s\">%s</a> ",
                    sa_html_result_anchor(html, result->target, result->check), item->check_id);
    else
        sa_html_put(html, "<span class=\"id\">%s</span> ", item->check_id);
    sa_html_put(html, "<bdi>%s</bdi></th><td>", item->title);
    sa_html_severity(html, item->severity);
    sa_html_put(html, "</td><td class=\"prose\"><bdi>%s</bdi></td></tr>\n", item->reason);
}

static void put_gate(struct sa_html *html, const struct sa_readiness *readiness)
{
    sa_html_put(html,
                "<article class=\"readiness\">\n<h3><bdi>%s</bdi> standing in for "
                "<bdi>%s</bdi></h3>\n<div class=\"gate\">",
                readiness->pair->staging->name, readiness->pair->active->name);
    sa_html_readiness_badge(html, readiness);
    sa_html_put(html, "<p><bdi>%s</bdi></p></div>\n", readiness->sentence);
    if (readiness->item_count > 0) {
        sa_html_table_begin(html, "gate-items sortable", "What stands in the way");
        sa_html_put(html, "<caption>What stands in the way or is not known</caption><thead><tr>"
                          "<th scope=\"col\">Status</th><th scope=\"col\">Check</th>"
                          "<th scope=\"col\">Severity</th><th scope=\"col\">Reason</th></tr>"
                          "</thead><tbody>\n");
        for (size_t i = 0; i < readiness->item_count; i++)
            put_readiness_item(html, readiness, &readiness->items[i]);
        sa_html_put(html, "</tbody>");
        sa_html_table_end(html);
    }
    sa_html_put(html, "</article>\n");
}

void sa_html_readiness(struct sa_html *html)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    if (evaluation->readiness_count == 0)
        return;
    sa_html_put(html,
                "<section id=\"readiness\" aria-labelledby=\"readiness-heading\">\n"
                "<h2 id=\"readiness-heading\">Failover readiness</h2>\n"
                "<p class=\"lead\">Could the staging server take over now? A gate of its own: "
                "it is no part of any score.</p>\n");
    for (size_t i = 0; i < evaluation->readiness_count; i++)
        put_gate(html, &evaluation->readiness[i]);
    sa_html_put(html, "</section>\n");
}
