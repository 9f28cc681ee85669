/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of reports/ share and nobody else needs: escaping, the HTML writer, and the
 * sections of the HTML report in the order in which html.c calls them.
 *
 * Every text of an evaluation is hostile. There is one function per output context, and in HTML the
 * writer chooses it by itself: sa_html_put() follows its literal format through tags and attribute
 * values, so that forgetting to escape cannot be written down. */
#ifndef SYNCAUDIT_REPORTS_REPORT_INTERNAL_H
#define SYNCAUDIT_REPORTS_REPORT_INTERNAL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/checks.h"
#include "syncaudit/compiler.h"
#include "syncaudit/evaluation.h"
#include "syncaudit/report.h"

/* What the formats share (common.c). */

/** `options`, or defaults when it is NULL. */
const struct sa_report_options *
sa_report_options_or_default(const struct sa_report_options *options);
/** Turns what stuck in `out` into an error; 0 when all fitted. `format`: "HTML". */
int sa_report_finish(const struct sa_buf *out, const char *format,
                     struct sa_error *err) SA_NODISCARD;

/** Is the source one of a forest, not of a server? */
bool sa_source_is_of_forest(const char *source);
/** Does the server use the forest, as far as is known? */
bool sa_forest_is_used_by(const struct sa_target *forest, const struct sa_target *server);

/** Only a pair that was compared can be equal; everything else is "not judged". */
enum sa_pair_verdict {
    SA_PAIR_NOT_JUDGED,
    SA_PAIR_EQUAL, /**< but for what is expected or caused by versions */
    SA_PAIR_MINOR_DRIFT,
    SA_PAIR_DRIFT
};
enum sa_pair_verdict sa_pair_judge(const struct sa_pair *pair);
size_t sa_pair_count_minor(const struct sa_pair *pair);
const char *sa_pair_verdict_name(enum sa_pair_verdict verdict); /**< "not_judged", "equal", ... */

/* Escaping (escape.c). Failures stick in the buffer. */

/** Content of an element: markup characters become references; control characters and bytes that
 *  are no UTF-8 become U+FFFD; characters that are invisible or turn the direction of writing become
 *  "[U+202E]". CR LF becomes LF. */
void sa_escape_text(struct sa_buf *out, const char *text, size_t len);
/** Value of an attribute in double quotes: as above, and also quotes, LF and TAB. */
void sa_escape_attribute(struct sa_buf *out, const char *text, size_t len);
/** An anchor: text of at most 64 letters, digits, ".", "_", "-" stays as it is; any other gets its
 *  harmless characters, "~" and 16 digits of its SHA-256, so that two texts do not share an anchor. */
void sa_escape_slug(struct sa_buf *out, const char *text);
/** Only http and https with a host. */
bool sa_url_is_allowed(const char *url);
/** Value of href: nothing at all unless sa_url_is_allowed(). */
void sa_escape_url(struct sa_buf *out, const char *url);

/* HTML writer (html_write.c). */

struct sa_html_ids;

struct sa_html {
    struct sa_buf *out;
    struct sa_arena arena; /**< anchors, lists made for one section */
    const struct sa_evaluation *evaluation;
    const struct sa_catalogue *catalogue;
    const struct sa_report_options *options;
    struct sa_html_ids *ids;
    size_t server_count; /**< targets that are servers; they come first */
    size_t forest_count; /**< targets that are forests; they come last */
    bool repeats_query;  /**< few servers: the query of a check stands at each result too */
    bool out_of_memory;
    /* Where the literal markup written so far ends. */
    int context;
    char attribute[24]; /**< its name */
    size_t attribute_len;
};

/** Writes `format`, which is markup. Conversions: %s and %.*s (a text, escaped for the place where it
 *  stands), %d, %zu, %lld, %%. A text may stand between tags or in a quoted attribute value: in id,
 *  for, aria-labelledby, aria-describedby and behind href="# only characters of anchors get through,
 *  in href only allowed URLs. */
void sa_html_put(struct sa_html *html, const char *format, ...) SA_PRINTF(2, 3);
/** Bytes of an embedded asset, as they are. */
void sa_html_asset(struct sa_html *html, const char *bytes, size_t len);

/** An anchor that no other element has: `wanted`, or with "-2", "-3", ... Borrowed from the arena. */
const char *sa_html_claim(struct sa_html *html, const char *wanted);
/** Anchors of things that are linked to. Borrowed from the arena. */
const char *sa_html_target_anchor(struct sa_html *html, const struct sa_target *target);
const char *sa_html_result_anchor(struct sa_html *html, const struct sa_target *target,
                                  const struct sa_check *check);
const char *sa_html_check_anchor(struct sa_html *html, const struct sa_check *check);
const char *sa_html_finding_anchor(struct sa_html *html, const struct sa_finding *finding);

/** A drawing of html.c: a status, "ready", ... Says nothing to a screen reader. */
void sa_html_symbol(struct sa_html *html, const char *name);
/** Symbol, word and colour. */
void sa_html_status(struct sa_html *html, enum sa_result_status status);
void sa_html_severity(struct sa_html *html, enum sa_severity severity);
/** The text in a <bdi>, or the word "empty" when there is nothing to see. */
void sa_html_value(struct sa_html *html, const char *text);
/** "active", "staging", "role unknown", "tenant", "forest" */
void sa_html_role(struct sa_html *html, const struct sa_target *target);
/** "31–98" or "43"; a dash when nothing was scorable. */
void sa_html_interval(struct sa_html *html, const struct sa_score *score);
/** "2026-11-22 14:53:16 UTC", or the text as it is when it is no time of ours. */
void sa_html_time(struct sa_html *html, const char *text);
/** The same by a clock whose zone nobody wrote down. */
void sa_html_local_time(struct sa_html *html, const char *text);
/** "64.5 %", rounded down; a dash when nothing was scorable. */
void sa_html_coverage_percent(struct sa_html *html, const struct sa_score *score);
/** A drawn interval. `label` NULL: decoration beside a text that says the same. */
void sa_html_bar(struct sa_html *html, const struct sa_score *score, const char *anchor,
                 const char *label);
/** Opens a table that scrolls sideways by itself where the page is narrow. `class` is ours. */
void sa_html_table_begin(struct sa_html *html, const char *class, const char *label);
void sa_html_table_end(struct sa_html *html);
/** "3 checks": `one` or `many` by `count`. */
void sa_html_count(struct sa_html *html, size_t count, const char *one, const char *many);

/** What has a card and a column of its own: servers, then forests. NULL: no more. */
const struct sa_target *sa_html_principal(const struct sa_html *html, size_t index);

/** Class and word for the quality that a lower bound stands for. */
const char *sa_html_band(const struct sa_score *score);
const char *sa_result_label(enum sa_result_status status);
/** Percent with one decimal, rounded down: 99.96 is not complete. */
#define SA_PERCENT_SIZE 16
void sa_percent_format(double percent, char text[SA_PERCENT_SIZE]);
/** "1,234,567" */
#define SA_COUNT_TEXT_SIZE 32
void sa_count_format(int64_t count, char text[SA_COUNT_TEXT_SIZE]);

/* Evidence behind a block of rows (html_evidence.c): rows show numbers, one table lists the files. */

struct sa_html_evidence {
    const char *anchor; /**< of the block */
    struct sa_html_evidence_file {
        const struct sa_evidence_ref *ref;
        const char *anchor;
    } * files;
    size_t count, size;
};
/** "[3]", a link to the third file of the block. NULL writes nothing. */
void sa_html_evidence_mark(struct sa_html *html, struct sa_html_evidence *evidence,
                           const struct sa_evidence_ref *ref);
void sa_html_evidence_table(struct sa_html *html, const struct sa_html_evidence *evidence);

/* Sections. */

/** Rows shown of one check or one class of differences; the rest is counted and stands in the CSV. */
#define SA_HTML_ROWS 200

void sa_html_masthead(struct sa_html *html); /* html_summary.c */
void sa_html_contents(struct sa_html *html);
void sa_html_verdict(struct sa_html *html);
void sa_html_fixes(struct sa_html *html); /* html_estate.c */
void sa_html_matrix(struct sa_html *html);
void sa_html_parity(struct sa_html *html); /* html_parity.c */
void sa_html_readiness(struct sa_html *html);
void sa_html_readiness_badge(struct sa_html *html, const struct sa_readiness *readiness);
void sa_html_targets(struct sa_html *html); /* html_server.c */
/** Term and text of a list of facts; nothing when the text is empty. */
void sa_html_fact(struct sa_html *html, const char *term, const char *text);
void sa_html_engine(struct sa_html *html, const struct sa_target *target);       /* html_engine.c */
void sa_html_forest_facts(struct sa_html *html, const struct sa_target *target); /* html_forest.c */
void sa_html_forest_accounts(struct sa_html *html, const struct sa_target *target);
/** What was asked for and not seen. */
void sa_html_forest_gaps(struct sa_html *html, const struct sa_target *target);
/** What was asked of whom; nothing without forests. */
void sa_html_footprint(struct sa_html *html);
void sa_html_result(struct sa_html *html, const struct sa_target *target,
                    const struct sa_result *result); /* html_result.c */
/** A term and a text beside it; nothing when the text is empty. */
void sa_html_field(struct sa_html *html, const char *term, const char *text);
/** Parameters, query and digest of a check. */
void sa_html_check_query(struct sa_html *html, const struct sa_check *check);
void sa_html_references(struct sa_html *html, const struct sa_check *check);
void sa_html_coverage(struct sa_html *html); /* html_appendix.c */
void sa_html_appendix(struct sa_html *html);

/** Names of areas: the catalogue's order, then whatever else targets have. Borrowed from the arena. */
size_t sa_html_areas(struct sa_html *html, const char *const **ret_areas);
const struct sa_area_score *sa_html_area_find(const struct sa_target *target, const char *area);
/** Result of a check on a target, or NULL. */
const struct sa_result *sa_result_find(const struct sa_target *target, const char *check_id);
#endif
