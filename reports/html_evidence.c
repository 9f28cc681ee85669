/* SPDX-License-Identifier: Apache-2.0 */
/* Evidence of a block of rows: the rows carry numbers, and one table under them lists the files with
 * digest, size, time and source, each once. Only what was shown is listed. */
#include <string.h>

#include "report_internal.h"

static bool grow(struct sa_html *html, struct sa_html_evidence *evidence)
{
    size_t size = evidence->size > 0 ? evidence->size * 2 : 16;
    struct sa_html_evidence_file *files = NULL;

    if (evidence->count < evidence->size)
        return true;
    files = sa_arena_array(&html->arena, size, sizeof *files);
    if (files == NULL) {
        html->out_of_memory = true;
        return false;
    }
    if (evidence->count > 0)
        memcpy(files, evidence->files, evidence->count * sizeof *files);
    evidence->files = files;
    evidence->size = size;
    return true;
}

/* Place of the file in the block; `count` when out of memory. */
static size_t find_or_add(struct sa_html *html, struct sa_html_evidence *evidence,
                          const struct sa_evidence_ref *ref)
{
    struct sa_html_evidence_file *file = NULL;
    const char *wanted = NULL;

    for (size_t i = 0; i < evidence->count; i++) {
        if (evidence->files[i].ref == ref)
            return i;
    }
    if (!grow(html, evidence))
        return evidence->count;
    wanted = sa_arena_printf(&html->arena, "%s.e%zu", evidence->anchor, evidence->count + 1);
    file = &evidence->files[evidence->count];
    file->ref = ref;
    file->anchor = sa_html_claim(html, wanted != NULL ? wanted : "e");
    return evidence->count++;
}

void sa_html_evidence_mark(struct sa_html *html, struct sa_html_evidence *evidence,
                           const struct sa_evidence_ref *ref)
{
    size_t i = ref != NULL ? find_or_add(html, evidence, ref) : evidence->count;

    if (i < evidence->count)
        sa_html_put(html, "<a class=\"ev\" href=\"#%s\">[%zu]</a> ", evidence->files[i].anchor,
                    i + 1);
}

void sa_html_evidence_table(struct sa_html *html, const struct sa_html_evidence *evidence)
{
    if (evidence->count == 0)
        return;
    sa_html_put(html, "<details class=\"evidence\"><summary>Evidence: ");
    sa_html_count(html, evidence->count, "file", "files");
    sa_html_put(html, "</summary>");
    sa_html_table_begin(html, "evidence sortable", "Evidence");
    sa_html_put(html, "<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">File</th>"
                      "<th scope=\"col\">Server</th><th scope=\"col\">Source</th>"
                      "<th scope=\"col\" class=\"num\">Bytes</th><th scope=\"col\">Collected</th>"
                      "<th scope=\"col\">SHA-256</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < evidence->count; i++) {
        const struct sa_evidence_ref *ref = evidence->files[i].ref;
        char size[SA_COUNT_TEXT_SIZE];

        sa_count_format(ref->size, size);
        sa_html_put(html, "<tr id=\"%s\"><td class=\"num\">%zu</td><td class=\"path\">",
                    evidence->files[i].anchor, i + 1);
        sa_html_value(html, ref->name);
        sa_html_put(html, "</td><td>");
        sa_html_value(html, ref->target);
        sa_html_put(html, "</td><td>");
        sa_html_value(html, ref->source);
        sa_html_put(html, "</td><td class=\"num\">%s</td><td>", size);
        sa_html_time(html, ref->collected_at);
        sa_html_put(html, "</td><td class=\"digest\">");
        sa_html_value(html, ref->sha256);
        sa_html_put(html, "</td></tr>\n");
    }
    sa_html_put(html, "</tbody>");
    sa_html_table_end(html);
    sa_html_put(html, "</details>\n");
}
