/* SPDX-License-Identifier: Apache-2.0 */
/* The HTML report: one file that asks for nothing, can be read without script and without style
 * sheet, and tells the browser to refuse everything that is not in it.
 *
 * The Content-Security-Policy allows the one style sheet and the one script by their digests, which
 * are computed from the bytes written here; there are no style or event attributes. The style sheet
 * is the asset plus one rule with the run's id for the foot of printed pages, since page margins
 * take their text from the style sheet only. Nothing depends on the time of writing: the same
 * evaluation gives the same bytes. */
#include <string.h>

#include "syncaudit/digest.h"
#include "syncaudit/limits.h"
#include "syncaudit/resource.h"

#include "report_internal.h"

extern const struct sa_resource sa_reports_resources[];

/* More servers than this, and the query of a check stands in the catalogue only: it would make most
 * of the file. */
#define REPEATED_QUERY_SERVERS 8

static const struct sa_resource *find_asset(const char *path)
{
    for (const struct sa_resource *asset = sa_reports_resources; asset->path != NULL; asset++) {
        if (strcmp(asset->path, path) == 0)
            return asset;
    }
    return NULL;
}

/* The run's id and nothing else gets into the style sheet, letters and digits of it only. */
static void add_page_foot(struct sa_buf *css, const char *run_id)
{
    sa_buf_add_text(css, "@page{@bottom-left{content:\"syncaudit run ");
    for (size_t i = 0; run_id[i] != '\0' && i < SA_RUN_ID_SIZE - 1; i++) {
        char c = run_id[i];

        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            sa_buf_add_char(css, c);
    }
    sa_buf_add_text(css, "\"}}\n");
}

/* A copy of an asset; what `sa_html_asset()` writes must be what was digested, to the byte. */
static int load_asset(struct sa_buf *buf, const char *path, const char *run_id, char *source,
                      struct sa_error *err)
{
    const struct sa_resource *asset = find_asset(path);

    if (asset == NULL)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "asset '%s' is missing", path);
    sa_buf_add_char(buf, '\n');
    sa_buf_add(buf, asset->data, *asset->len);
    if (run_id != NULL)
        add_page_foot(buf, run_id);
    if (sa_buf_status(buf) < 0)
        return sa_fail(err, sa_buf_status(buf), SA_DOMAIN_NONE, 0, "asset '%s' does not fit", path);
    if (sa_sha256_csp(sa_buf_text(buf), buf->len, source) < 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_OPENSSL, 0, "digest of '%s' failed", path);
    return 0;
}

static void put_head(struct sa_html *html, const struct sa_buf *css, const char *css_source,
                     const char *js_source)
{
    const struct sa_evaluation *evaluation = html->evaluation;
    const char *title = html->options->title;
    bool has_title = title != NULL && *title != '\0';

    sa_html_put(html,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src '%s'; script-src '%s'; img-src data:; base-uri 'none'; "
                "form-action 'none'\"/>\n"
                "<meta charset=\"utf-8\"/>\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                "<meta name=\"robots\" content=\"noindex\"/>\n"
                "<meta name=\"generator\" content=\"syncaudit\"/>\n"
                "<link rel=\"icon\" href=\"data:,\"/>\n",
                css_source, js_source);
    sa_html_put(html, "<title>%s%sEntra Connect Sync audit, run %s</title>\n",
                has_title ? title : "", has_title ? " - " : "", evaluation->run.id);
    sa_html_put(html, "<style>");
    sa_html_asset(html, sa_buf_text(css), css->len);
    sa_html_put(html, "</style>\n</head>\n");
}

/* Every symbol once, drawn on 16 by 16; used by reference. */
static void put_symbols(struct sa_html *html)
{
    sa_html_put(
        html,
        "<svg class=\"symbols\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">"
        "<defs>\n"
        "<symbol id=\"sym-pass\" viewBox=\"0 0 16 16\"><path d=\"M2.5 8.5 6.3 12.3 13.5 4\" "
        "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\"/></symbol>\n"
        "<symbol id=\"sym-fail\" viewBox=\"0 0 16 16\"><path d=\"M3 3 13 13 M13 3 3 13\" "
        "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.8\"/></symbol>\n"
        "<symbol id=\"sym-warn\" viewBox=\"0 0 16 16\"><path d=\"M8 1.2 15.6 14.6 H0.4 Z\" "
        "fill=\"currentColor\"/></symbol>\n"
        "<symbol id=\"sym-unknown\" viewBox=\"0 0 16 16\"><path d=\"M4.2 5.2 a3.8 3.7 0 1 1 5.6 "
        "3.2 "
        "c-1.3 0.8 -1.8 1.2 -1.8 2.4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\"/>"
        "<circle cx=\"8\" cy=\"14\" r=\"1.5\" fill=\"currentColor\"/></symbol>\n"
        "<symbol id=\"sym-error\" viewBox=\"0 0 16 16\"><path d=\"M5 0.8 H11 L15.2 5 V11 L11 15.2 "
        "H5 "
        "L0.8 11 V5 Z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.6\"/>"
        "<path d=\"M8 3.8 V8.8 M8 10.6 V12.6\" stroke=\"currentColor\" stroke-width=\"2\"/>"
        "</symbol>\n"
        "<symbol id=\"sym-info\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.4\" "
        "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\"/><path d=\"M8 7 V12 M8 3.8 "
        "V5.6\" stroke=\"currentColor\" stroke-width=\"1.8\"/></symbol>\n"
        "<symbol id=\"sym-na\" viewBox=\"0 0 16 16\"><path d=\"M3 8 H13\" stroke=\"currentColor\" "
        "stroke-width=\"2.2\"/></symbol>\n");
    for (int level = SA_INFO; level <= SA_CRITICAL; level++) {
        sa_html_put(html, "<symbol id=\"sev-%d\" viewBox=\"0 0 13 11\">", level);
        for (int bar = 0; bar < SA_CRITICAL; bar++)
            sa_html_put(html,
                        "<rect x=\"%d.5\" y=\"%d.5\" width=\"2\" height=\"%d\" "
                        "stroke=\"currentColor\" stroke-width=\"0.6\" fill=\"%s\"/>",
                        bar * 3, 7 - bar * 2, 3 + bar * 2, bar < level ? "currentColor" : "none");
        sa_html_put(html, "</symbol>\n");
    }
    sa_html_put(html, "</defs></svg>\n");
}

static void put_body(struct sa_html *html, const struct sa_buf *js)
{
    sa_html_put(html, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the results</a>\n");
    put_symbols(html);
    sa_html_put(html, "<div class=\"page\">\n");
    sa_html_masthead(html);
    sa_html_contents(html);
    sa_html_put(html, "<main id=\"main\" tabindex=\"-1\">\n");
    sa_html_verdict(html);
    sa_html_fixes(html);
    sa_html_matrix(html);
    sa_html_parity(html);
    sa_html_readiness(html);
    sa_html_targets(html);
    sa_html_coverage(html);
    sa_html_footprint(html);
    sa_html_appendix(html);
    sa_html_put(html,
                "</main>\n<footer class=\"foot\"><p>syncaudit <bdi>%s</bdi>, run "
                "<span class=\"digest\"><bdi>%s</bdi></span>. This file makes no request of any "
                "kind and needs no script to be read.</p></footer>\n</div>\n<script>",
                html->evaluation->run.tool_version, html->evaluation->run.id);
    sa_html_asset(html, sa_buf_text(js), js->len);
    sa_html_put(html, "</script>\n</body>\n</html>\n");
}

/* Anchors that our own markup uses come first, so that no check or server can take one. */
static void claim_own_anchors(struct sa_html *html)
{
    static const char *const own[] = {
        "main",
        "verdict",
        "fixes",
        "areas",
        "parity",
        "readiness",
        "targets",
        "score",
        "coverage",
        "footprint",
        "catalogue",
        "glossary",
        "sym-pass",
        "sym-fail",
        "sym-warn",
        "sym-na",
        "sym-info",
        "sym-error",
        "sym-unknown",
        "sev-0",
        "sev-1",
        "sev-2",
        "sev-3",
        "sev-4",
        "show-fail",
        "show-unknown",
        "show-warn",
        "show-info",
        "show-pass",
        "show-na",
        "verdict-heading",
        "fixes-heading",
        "areas-heading",
        "parity-heading",
        "readiness-heading",
        "score-heading",
        "coverage-heading",
        "footprint-heading",
        "catalogue-heading",
        "glossary-heading",
    };

    for (size_t i = 0; i < SA_COUNT(own); i++)
        (void)sa_html_claim(html, own[i]);
}

int sa_report_html(const struct sa_evaluation *evaluation, const struct sa_catalogue *catalogue,
                   const struct sa_report_options *options, struct sa_buf *ret,
                   struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf css = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf js = SA_BUF_INIT(SA_MIB);
    char css_source[SA_SHA256_CSP_SIZE];
    char js_source[SA_SHA256_CSP_SIZE];
    struct sa_html html = {
        .out = ret,
        .arena = SA_ARENA_INIT(SA_LIMIT_REPORT),
        .evaluation = evaluation,
        .catalogue = catalogue,
        .options = sa_report_options_or_default(options),
    };
    int r = load_asset(&css, "assets/report.css", evaluation->run.id, css_source, err);

    if (r == 0)
        r = load_asset(&js, "assets/report.js", NULL, js_source, err);
    if (r < 0)
        return r;
    while (html.server_count < evaluation->target_count &&
           evaluation->targets[html.server_count].kind == SA_TARGET_SERVER)
        html.server_count++;
    while (html.forest_count < evaluation->target_count &&
           evaluation->targets[evaluation->target_count - html.forest_count - 1].kind ==
               SA_TARGET_FOREST)
        html.forest_count++;
    html.repeats_query = html.server_count <= REPEATED_QUERY_SERVERS;
    claim_own_anchors(&html);
    put_head(&html, &css, css_source, js_source);
    put_body(&html, &js);
    sa_arena_done(&html.arena);
    if (html.out_of_memory)
        return sa_fail_nomem(err);
    return sa_report_finish(ret, "HTML", err);
}
