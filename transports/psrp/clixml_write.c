/* SPDX-License-Identifier: Apache-2.0 */
/* The CLIXML writer: as much of [MS-PSRP] 2.2.5 as a client of PowerShell Remoting sends. */
#include <inttypes.h>
#include <string.h>

#include "clixml_private.h"

static void start(struct sa_clixml_writer *writer, const char *element, const char *name)
{
    sa_buf_addf(writer->buf, "<%s", element);
    if (name == NULL)
        return;
    sa_buf_add_text(writer->buf, " N=\"");
    clixml_add_escaped(writer->buf, name, /* in_attribute= */ true);
    sa_buf_add_text(writer->buf, "\"");
}

static void whole(struct sa_clixml_writer *writer, const char *element, const char *name,
                  const char *text)
{
    start(writer, element, name);
    sa_buf_add_text(writer->buf, ">");
    clixml_add_escaped(writer->buf, text, /* in_attribute= */ false);
    sa_buf_addf(writer->buf, "</%s>", element);
}

void sa_clixml_begin(struct sa_clixml_writer *writer, const char *name)
{
    start(writer, "Obj", name);
    sa_buf_addf(writer->buf, " RefId=\"%u\">", writer->next_ref++);
}

void sa_clixml_end(struct sa_clixml_writer *writer)
{
    sa_buf_add_text(writer->buf, "</Obj>");
}

void sa_clixml_types(struct sa_clixml_writer *writer, const char *const *types)
{
    for (unsigned i = 0; i < writer->type_count && i < SA_CLIXML_WRITER_TYPES; i++) {
        if (strcmp(writer->types[i], types[0]) == 0) {
            sa_buf_addf(writer->buf, "<TNRef RefId=\"%u\" />", i);
            return;
        }
    }
    sa_buf_addf(writer->buf, "<TN RefId=\"%u\">", writer->type_count);
    for (const char *const *at = types; *at != NULL; at++)
        whole(writer, "T", NULL, *at);
    sa_buf_add_text(writer->buf, "</TN>");
    if (writer->type_count < SA_CLIXML_WRITER_TYPES)
        writer->types[writer->type_count] = types[0];
    writer->type_count++;
}

void sa_clixml_open(struct sa_clixml_writer *writer, const char *element)
{
    sa_buf_addf(writer->buf, "<%s>", element);
}

/* What is empty becomes "<LST />". */
void sa_clixml_close(struct sa_clixml_writer *writer, const char *element)
{
    struct sa_buf *buf = writer->buf;
    size_t len = strlen(element);

    if (sa_buf_status(buf) == 0 && buf->len >= len + 2 && buf->data[buf->len - len - 2] == '<' &&
        strncmp(buf->data + buf->len - len - 1, element, len) == 0) {
        buf->data[--buf->len] = '\0';
        sa_buf_add_text(buf, " />");
    } else {
        sa_buf_addf(buf, "</%s>", element);
    }
}

void sa_clixml_to_string(struct sa_clixml_writer *writer, const char *text)
{
    whole(writer, "ToString", NULL, text);
}

void sa_clixml_string(struct sa_clixml_writer *writer, const char *name, const char *text)
{
    whole(writer, "S", name, text);
}

void sa_clixml_put_bool(struct sa_clixml_writer *writer, const char *name, bool value)
{
    whole(writer, "B", name, value ? "true" : "false");
}

static void number(struct sa_clixml_writer *writer, const char *element, const char *name,
                   int64_t value)
{
    start(writer, element, name);
    sa_buf_addf(writer->buf, ">%" PRId64 "</%s>", value, element);
}

void sa_clixml_i32(struct sa_clixml_writer *writer, const char *name, int32_t value)
{
    number(writer, "I32", name, value);
}

void sa_clixml_i64(struct sa_clixml_writer *writer, const char *name, int64_t value)
{
    number(writer, "I64", name, value);
}

void sa_clixml_nil(struct sa_clixml_writer *writer, const char *name)
{
    start(writer, "Nil", name);
    sa_buf_add_text(writer->buf, " />");
}

void sa_clixml_version(struct sa_clixml_writer *writer, const char *name, const char *text)
{
    whole(writer, "Version", name, text);
}

void sa_clixml_enum(struct sa_clixml_writer *writer, const char *name, const char *type,
                    const char *text, int32_t value)
{
    const char *const types[] = {type, "System.Enum", "System.ValueType", "System.Object", NULL};

    sa_clixml_begin(writer, name);
    sa_clixml_types(writer, types);
    sa_clixml_to_string(writer, text);
    sa_clixml_i32(writer, NULL, value);
    sa_clixml_end(writer);
}
