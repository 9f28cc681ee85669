/* SPDX-License-Identifier: Apache-2.0 */
/* Small marks that many sections share: status, severity, score interval and its drawing.
 *
 * No meaning hangs on colour alone: a status is a symbol, a word and a colour; a severity a word and
 * a number of filled bars; a drawn interval stands beside its numbers. Colours come from the style
 * sheet only, the symbols from one hidden drawing in html.c. */
#include <stdio.h>
#include <string.h>

#include "report_internal.h"

static const char *status_class(enum sa_result_status status)
{
    static const char *const classes[] = {
        [SA_RESULT_PASS] = "pass",         [SA_RESULT_INFO] = "info",
        [SA_RESULT_WARN] = "warn",         [SA_RESULT_FAIL] = "fail",
        [SA_RESULT_UNKNOWN] = "unknown",   [SA_RESULT_ERROR] = "error",
        [SA_RESULT_NOT_APPLICABLE] = "na",
    };

    /* A status that we do not know is not known to be good. */
    return (size_t)status < SA_COUNT(classes) ? classes[status] : "unknown";
}

const char *sa_result_label(enum sa_result_status status)
{
    static const char *const labels[] = {
        [SA_RESULT_PASS] = "Pass",
        [SA_RESULT_INFO] = "Notice",
        [SA_RESULT_WARN] = "Warning",
        [SA_RESULT_FAIL] = "Fail",
        [SA_RESULT_UNKNOWN] = "Unknown",
        [SA_RESULT_ERROR] = "Error",
        [SA_RESULT_NOT_APPLICABLE] = "Not applicable",
    };

    return (size_t)status < SA_COUNT(labels) ? labels[status] : "Unknown";
}

void sa_html_symbol(struct sa_html *html, const char *name)
{
    sa_html_put(html,
                "<svg class=\"sym\" width=\"12\" height=\"12\" aria-hidden=\"true\">"
                "<use href=\"#sym-%s\"/></svg>",
                name);
}

void sa_html_status(struct sa_html *html, enum sa_result_status status)
{
    const char *class = status_class(status);

    sa_html_put(html, "<span class=\"st st-%s\">", class);
    sa_html_symbol(html, class);
    sa_html_put(html, "%s</span>", sa_result_label(status));
}

void sa_html_severity(struct sa_html *html, enum sa_severity severity)
{
    int level = severity >= SA_INFO && severity <= SA_CRITICAL ? (int)severity : 0;

    sa_html_put(html,
                "<span class=\"sev sev-%d\"><svg class=\"sym\" width=\"13\" height=\"11\" "
                "aria-hidden=\"true\"><use href=\"#sev-%d\"/></svg>%s</span>",
                level, level, sa_severity_name(severity));
}

const char *sa_html_band(const struct sa_score *score)
{
    if (!score->has_score)
        return "none";
    if (score->lower >= 80)
        return "good";
    return score->lower >= 50 ? "middling" : "bad";
}

void sa_html_interval(struct sa_html *html, const struct sa_score *score)
{
    if (!score->has_score)
        sa_html_put(html, "<span class=\"none\">no score</span>");
    else if (score->lower == score->upper)
        sa_html_put(html, "%d", score->lower);
    else
        sa_html_put(html, "%d&#8211;%d", score->lower, score->upper);
}

void sa_html_coverage_percent(struct sa_html *html, const struct sa_score *score)
{
    char percent[SA_PERCENT_SIZE];

    sa_percent_format(score->coverage, percent);
    if (score->has_score)
        sa_html_put(html, "%s&#160;%%", percent);
    else
        sa_html_put(html, "<span class=\"none\">&#8211;</span>");
}

const struct sa_target *sa_html_principal(const struct sa_html *html, size_t index)
{
    const struct sa_evaluation *evaluation = html->evaluation;

    if (index < html->server_count)
        return &evaluation->targets[index];
    index -= html->server_count;
    if (index < html->forest_count)
        return &evaluation->targets[evaluation->target_count - html->forest_count + index];
    return NULL;
}

static int clamp_points(int points)
{
    return points < 0 ? 0 : points > 100 ? 100 : points;
}

static const char *claim_suffixed(struct sa_html *html, const char *anchor, const char *suffix)
{
    const char *wanted = sa_arena_printf(&html->arena, "%s%s", anchor, suffix);

    return sa_html_claim(html, wanted != NULL ? wanted : "bar");
}

/* Solid up to the lower bound, pale up to the upper one; notches where grades begin. */
void sa_html_bar(struct sa_html *html, const struct sa_score *score, const char *anchor,
                 const char *label)
{
    static const int notches[] = {50, 65, 80, 90};
    int lower = score->has_score ? clamp_points(score->lower) : 0;
    int upper = score->has_score ? clamp_points(score->upper) : 0;

    sa_html_put(html,
                "<svg class=\"bar bar-%s\" width=\"100%%\" height=\"8\" viewBox=\"0 0 100 8\" "
                "preserveAspectRatio=\"none\" ",
                sa_html_band(score));
    if (label == NULL) {
        sa_html_put(html, "aria-hidden=\"true\">");
    } else {
        const char *title = claim_suffixed(html, anchor, "-bar");
        const char *desc = claim_suffixed(html, anchor, "-bar-text");

        sa_html_put(html,
                    "role=\"img\" aria-labelledby=\"%s %s\">"
                    "<title id=\"%s\">Score of %s</title><desc id=\"%s\">",
                    title, desc, title, label, desc);
        if (score->has_score)
            sa_html_put(html,
                        "Between %d and %d of 100. Notches stand where grades D, C, B and A "
                        "begin: 50, 65, 80, 90.</desc>",
                        score->lower, score->upper);
        else
            sa_html_put(html, "No score.</desc>");
    }
    sa_html_put(html, "<rect class=\"track\" width=\"100\" height=\"8\" fill=\"#ddd\"/>");
    if (upper > lower)
        sa_html_put(html,
                    "<rect class=\"maybe\" x=\"%d\" width=\"%d\" height=\"8\" fill=\"#aaa\"/>",
                    lower, upper - lower);
    if (lower > 0)
        sa_html_put(html, "<rect class=\"sure\" width=\"%d\" height=\"8\" fill=\"#555\"/>", lower);
    for (size_t i = 0; label != NULL && i < SA_COUNT(notches); i++)
        sa_html_put(html,
                    "<rect class=\"notch\" x=\"%d\" width=\"0.4\" height=\"8\" fill=\"#fff\"/>",
                    notches[i]);
    sa_html_put(html, "</svg>");
}
