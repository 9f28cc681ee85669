/* SPDX-License-Identifier: Apache-2.0 */
/* A copy of a file without its secrets, for the snapshot's evidence.
 *
 * Exports hold passwords only as empty elements, as far as is known. If one holds a value all the same
 * (encrypted for the server's own account, so whoever owns that account can read it), the file's bytes
 * must not be kept. Cutting bytes out of the original would need a second idea of what an element is;
 * so the file is read again by the same reader, whose idea of a secret counts, and written anew as
 * UTF-8: all that is secret becomes "[removed]", and comments are left out, for anything can stand in
 * them. The rest keeps its content and line breaks; quotes and the spelling of characters may change.
 * Copying the copy gives the same bytes. */
#include <libxml/xmlreader.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "export_input.h"

#define REMOVED "[removed]"

static void add_escaped(struct sa_buf *copy, const char *text, bool is_attribute)
{
    for (; text != NULL && *text != '\0'; text++) {
        switch (*text) {
        case '&':
            (void)sa_buf_add_text(copy, "&amp;");
            break;
        case '<':
            (void)sa_buf_add_text(copy, "&lt;");
            break;
        case '>':
            (void)sa_buf_add_text(copy, "&gt;");
            break;
        case '"':
            (void)sa_buf_add_text(copy, "&quot;");
            break;
        case '\r':
            (void)sa_buf_add_text(copy, "&#13;");
            break;
        case '\n':
        case '\t':
            /* As they are, they would be read as spaces in an attribute. */
            if (is_attribute)
                (void)sa_buf_addf(copy, "&#%d;", *text);
            else
                (void)sa_buf_add_char(copy, *text);
            break;
        default:
            (void)sa_buf_add_char(copy, *text);
            break;
        }
    }
}

static void add_name(struct sa_buf *copy, const xmlNs *ns, const xmlChar *name)
{
    if (ns != NULL && ns->prefix != NULL)
        (void)sa_buf_addf(copy, "%s:", (const char *)ns->prefix);
    (void)sa_buf_add_text(copy, (const char *)name);
}

static void add_start(struct sa_buf *copy, const struct sa_export_xml *xml)
{
    const xmlNode *node = xml->node;

    (void)sa_buf_add_char(copy, '<');
    add_name(copy, node->ns, node->name);
    for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next) {
        (void)sa_buf_addf(copy, " xmlns%s%s=\"", ns->prefix != NULL ? ":" : "",
                          ns->prefix != NULL ? (const char *)ns->prefix : "");
        add_escaped(copy, (const char *)ns->href, /* is_attribute= */ true);
        (void)sa_buf_add_char(copy, '"');
    }
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
        (void)sa_buf_add_char(copy, ' ');
        add_name(copy, a->ns, a->name);
        (void)sa_buf_add_text(copy, "=\"");
        if (sa_export_xml_hides(xml, a))
            (void)sa_buf_add_text(copy, REMOVED);
        else if (a->children != NULL)
            add_escaped(copy, (const char *)a->children->content, /* is_attribute= */ true);
        (void)sa_buf_add_char(copy, '"');
    }
    (void)sa_buf_add_text(copy, xmlTextReaderIsEmptyElement(xml->reader) ? "/>" : ">");
}

static void add_end(struct sa_buf *copy, const struct sa_export_xml *xml)
{
    (void)sa_buf_add_text(copy, "</");
    add_name(copy, xml->node->ns, xml->node->name);
    (void)sa_buf_add_char(copy, '>');
}

/* A text that is secret by itself may come in pieces, and stands for all that follows in its element. */
static void add_text(struct sa_buf *copy, struct sa_export_xml *xml)
{
    struct sa_export_watch *watch = xml->depth > 0 ? &xml->watch[xml->depth - 1] : NULL;

    if (!xml->is_hidden)
        add_escaped(copy, (const char *)xml->node->content, /* is_attribute= */ false);
    else if (watch != NULL && !watch->is_marked)
        (void)sa_buf_add_text(copy, REMOVED);
    if (watch != NULL)
        watch->is_marked = xml->is_hidden;
}

static void add_node(struct sa_buf *copy, struct sa_export_xml *xml)
{
    const char *content = (const char *)xml->node->content;

    switch (xml->type) {
    case XML_READER_TYPE_ELEMENT:
        add_start(copy, xml);
        if (xml->secret_depth >= 0)
            (void)sa_buf_add_text(copy, REMOVED);
        break;
    case XML_READER_TYPE_END_ELEMENT:
        add_end(copy, xml);
        break;
    case XML_READER_TYPE_COMMENT:
        break;
    case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        if (xml->is_hidden)
            break;
        (void)sa_buf_addf(copy, "<?%s %s?>", (const char *)xml->node->name,
                          content != NULL ? content : "");
        break;
    default:
        add_text(copy, xml);
        break;
    }
}

int sa_export_redact(struct sa_export_context *context, const struct sa_export_file *file,
                     struct sa_buf *copy, struct sa_error *err)
{
    struct sa_export_xml xml;
    int r = sa_export_xml_open(&xml, context, file->item.name, file->bytes, file->len, err);

    while (r >= 0) {
        bool was_inside = xml.secret_depth >= 0;

        r = sa_export_xml_next(&xml, err);
        if (r <= 0)
            break;
        /* The start and the end of the outermost secret element stay. */
        if (!was_inside || xml.secret_depth < 0)
            add_node(copy, &xml);
    }
    sa_export_xml_close(&xml);
    if (r == 0)
        r = sa_buf_status(copy);
    return r;
}
