/* SPDX-License-Identifier: Apache-2.0 */
/* What the results rest on: which sources answered on which server and which checks the others cost,
 * how the score is computed, every check of the catalogue with its query and digest, and the words
 * that the report uses. */
#include <string.h>

#include "report_internal.h"

static size_t count_answered(const struct sa_target *target)
{
    size_t count = 0;

    for (size_t i = 0; i < target->source_count; i++)
        count += target->sources[i].state == SA_COVERAGE_OK;
    return count;
}

/* "SYN-009, PAR-001" as links. */
static void put_check_links(struct sa_html *html, const char *ids)
{
    static const char separator[] = ", ";
    const char *at = ids;

    while (*at != '\0') {
        const char *end = strstr(at, separator);
        size_t len = end != NULL ? (size_t)(end - at) : strlen(at);
        const char *id = sa_arena_copy(&html->arena, at, len);
        const struct sa_check *check = NULL;

        if (id == NULL) {
            html->out_of_memory = true;
            return;
        }
        check = sa_catalogue_find(html->catalogue, id);
        if (check != NULL)
            sa_html_put(html, "<a class=\"id\" href=\"#%s\">%s</a> ",
                        sa_html_check_anchor(html, check), check->id);
        else
            sa_html_put(html, "<span class=\"id\">%s</span> ", id);
        at += len + (end != NULL ? strlen(separator) : 0);
    }
}

static void put_source(struct sa_html *html, const struct sa_source_coverage *source)
{
    static const struct {
        const char *symbol, *class;
    } marks[] = {
        [SA_COVERAGE_OK] = {"pass",    "pass"   },
        [SA_COVERAGE_FAILED] = {"fail",    "fail"   },
        [SA_COVERAGE_NOT_ASKED] = {"unknown", "unknown"},
    };
    size_t state = (size_t)source->state < SA_COUNT(marks) ? source->state : SA_COVERAGE_FAILED;
    char rows[SA_COUNT_TEXT_SIZE];

    sa_html_put(html, "<tr><th scope=\"row\"><code>%s</code></th><td><span class=\"st st-%s\">",
                source->source, marks[state].class);
    sa_html_symbol(html, marks[state].symbol);
    sa_html_put(html, "<bdi>%s</bdi></span></td><td class=\"num\">", source->status);
    if (source->state == SA_COVERAGE_OK) {
        sa_count_format(source->rows, rows);
        sa_html_put(html, "%s", rows);
    }
    sa_html_put(html, "</td><td>");
    if (*source->started_at != '\0')
        sa_html_time(html, source->started_at);
    sa_html_put(html, "</td><td class=\"prose\">");
    if (*source->message != '\0')
        sa_html_put(html, "<bdi>%s</bdi>", source->message);
    if (*source->place != '\0')
        sa_html_put(html, " <span class=\"place\">(<bdi>%s</bdi>)</span>", source->place);
    if (*source->hint != '\0')
        sa_html_put(html, "<br/><b class=\"term\">Try</b> <bdi>%s</bdi>", source->hint);
    sa_html_put(html, "</td><td>");
    put_check_links(html, source->checks);
    sa_html_put(html, "</td></tr>\n");
}

static void put_coverage_of(struct sa_html *html, const struct sa_target *target)
{
    sa_html_put(html, "<h3><bdi>%s</bdi></h3>\n", target->name);
    if (target->source_count == 0) {
        sa_html_put(html, "<p>Nothing was collected from it.</p>\n");
        return;
    }
    sa_html_put(html, "<p>%zu of %zu sources answered.</p>\n", count_answered(target),
                target->source_count);
    sa_html_table_begin(html, "coverage sortable", "Sources");
    sa_html_put(html, "<thead><tr><th scope=\"col\">Source</th><th scope=\"col\">Status</th>"
                      "<th scope=\"col\" class=\"num\">Rows</th><th scope=\"col\">Asked</th>"
                      "<th scope=\"col\">Message</th><th scope=\"col\">Checks it cost</th></tr>"
                      "</thead><tbody>\n");
    for (size_t i = 0; i < target->source_count; i++)
        put_source(html, &target->sources[i]);
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

void sa_html_coverage(struct sa_html *html)
{
    const struct sa_target *target = NULL;

    sa_html_put(html, "<section id=\"coverage\" aria-labelledby=\"coverage-heading\">\n"
                      "<h2 id=\"coverage-heading\">Collection coverage</h2>\n"
                      "<p class=\"lead\">Which sources answered. A check whose source did not is "
                      "unknown; it never passes for want of facts.</p>\n");
    for (size_t i = 0; (target = sa_html_principal(html, i)) != NULL; i++)
        put_coverage_of(html, target);
    sa_html_put(html, "</section>\n");
}

static void put_weights(struct sa_html *html)
{
    sa_html_table_begin(html, "weights", "Weights");
    sa_html_put(html, "<caption>Weight of a check by severity</caption><thead><tr>"
                      "<th scope=\"col\">Severity</th><th scope=\"col\" class=\"num\">Weight</th>"
                      "<th scope=\"col\">An open one</th></tr></thead><tbody>\n");
    for (int level = SA_CRITICAL; level >= SA_INFO; level--) {
        enum sa_severity severity = (enum sa_severity)level;

        sa_html_put(html, "<tr><th scope=\"row\">");
        sa_html_severity(html, severity);
        sa_html_put(html, "</th><td class=\"num\">%d</td><td>%s</td></tr>\n",
                    sa_severity_weight(severity),
                    severity == SA_CRITICAL ? "halves the score"
                    : severity == SA_HIGH   ? "caps the score at 89"
                    : severity == SA_INFO   ? "is not scored"
                                            : "costs its weight");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
}

static void put_score_method(struct sa_html *html)
{
    sa_html_put(
        html,
        "<section id=\"score\" aria-labelledby=\"score-heading\">\n"
        "<h2 id=\"score-heading\">How the score works</h2>\n"
        "<p>Model <code>syncaudit-1</code>. A check that passes earns its weight, a warning "
        "half of it, a failure nothing; notices and checks that do not apply stay out. The "
        "score is the share of the weight earned, times 100, rounded down.</p>\n"
        "<p>An unknown result could be either. The <em>lower bound</em> takes every unknown "
        "for a failure, the <em>upper bound</em> for a pass; with nothing unknown both are "
        "one number. So a run that saw less never looks better. <em>Coverage</em> is the "
        "share of the weight that was decided.</p>\n"
        "<p>The grade follows the lower bound: A from 90, B from 80, C from 65, D from 50, "
        "E below. Under %d&#160;%% coverage it reads INCOMPLETE, and PARTIAL SELECTION when "
        "only some checks were run. Areas are scored the same way without caps. The score "
        "of a server includes the results of its tenant and of the forests that it uses; the "
        "estate scores as its weakest server. Readiness for failover is judged apart and changes "
        "no score.</p>\n",
        html->evaluation->min_coverage);
    put_weights(html);
    sa_html_put(html, "</section>\n");
}

/* One line that unfolds: on paper the queries need the whole width. */
static void put_check(struct sa_html *html, const struct sa_check *check)
{
    const char *anchor = sa_html_claim(html, sa_html_check_anchor(html, check));

    sa_html_put(html,
                "<details class=\"check\" id=\"%s\"><summary><b class=\"id\">%s</b> <span "
                "class=\"name\"><bdi>%s</bdi></span> ",
                anchor, check->id, check->title);
    sa_html_severity(html, check->severity);
    sa_html_put(html,
                " <span class=\"area\"><bdi>%s</bdi></span> <span class=\"area\">%s</span> "
                "<span class=\"digest\">%.*s</span></summary>\n",
                check->area, sa_applies_name(check->applies), 16, check->sha256);
    sa_html_field(html, "Why", check->why);
    sa_html_field(html, "Remedy", check->remedy);
    sa_html_check_query(html, check);
    sa_html_references(html, check);
    sa_html_put(html, "</details>\n");
}

static void put_catalogue(struct sa_html *html)
{
    const struct sa_catalogue *catalogue = html->catalogue;

    sa_html_put(
        html,
        "<section id=\"catalogue\" aria-labelledby=\"catalogue-heading\">\n"
        "<h2 id=\"catalogue-heading\">Catalogue</h2>\n<p class=\"lead\">Version "
        "<bdi>%s</bdi>, <span class=\"digest\">SHA-256 <bdi>%s</bdi></span>. A check is one "
        "SQL query; each row that it returns is a finding. Behind each check stand its "
        "severity, its area, what it applies to and the start of its SHA-256.</p>\n",
        sa_catalogue_version(catalogue), sa_catalogue_sha256(catalogue));
    for (size_t i = 0; i < sa_catalogue_count(catalogue); i++)
        put_check(html, sa_catalogue_at(catalogue, i));
    sa_html_put(html, "</section>\n");
}

static void put_glossary(struct sa_html *html)
{
    static const struct {
        const char *term, *meaning;
    } terms[] = {
        {"Active server",  "The sync server that exports to Entra ID. A tenant has exactly one."        },
        {"Staging server", "A sync server that imports and synchronises but does not export, so "
                           "that it can take over."                           },
        {"Pair",           "An active server and a staging server that stands in for it."               },
        {"Parity",
         "Whether both servers of a pair would do the same. Identifiers, order, letter case and "
         "time stamps that are local to a server are not compared."                                     },
        {"Drift",          "A difference in what the two servers would do, neither expected nor caused by "
                  "different versions of the product. Minor: it changes nothing today."},
        {"Readiness",      "Whether the staging server could take over now."                            },
        {"Tenant",         "The Entra ID directory that the servers write to."                          },
        {"Forest",         "An Active Directory forest that the servers read, asked over LDAP."         },
        {"Not seen",
         "What was asked of a forest and not shown: refused, or no answer. It may be there."            },
        {"Footprint",      "What the audit itself did on the network: operations, answers, bytes."      },
        {"Source",
         "One thing asked of a server or forest, such as its sync rules. All of its facts were "
         "stored, or none."                                                                             },
        {"Evidence",       "The bytes that facts were read from, kept with their SHA-256."              },
        {"Finding",
         "One row that a check returned: a subject, what was observed, what was expected. "
         "Its 16 digits stay the same from run to run."                                                 },
        {"Unknown",        "The facts that a check needs were not collected. Neither good nor bad; the "
                    "lower bound of the score counts it as a failure."               },
        {"Error",          "The check itself broke. Counted like unknown."                              },
        {"Not applicable", "The check has nothing to judge here, for the reason given."                 },
        {"Gain",           "Points by which the lower bound rises when one open result alone is fixed." },
    };

    sa_html_put(html, "<section id=\"glossary\" aria-labelledby=\"glossary-heading\">\n"
                      "<h2 id=\"glossary-heading\">Glossary</h2>\n<dl class=\"glossary\">\n");
    for (size_t i = 0; i < SA_COUNT(terms); i++)
        sa_html_put(html, "<div><dt>%s</dt><dd>%s</dd></div>\n", terms[i].term, terms[i].meaning);
    sa_html_put(html, "</dl>\n</section>\n");
}

void sa_html_appendix(struct sa_html *html)
{
    put_score_method(html);
    put_catalogue(html);
    put_glossary(html);
}
