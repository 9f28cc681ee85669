/* SPDX-License-Identifier: Apache-2.0 */
/* JSON for machines. Failures stay in the buffer and are asked for at the end. */
#include "json_write.h"

#include <string.h>

#include "syncaudit/report.h"

static void begin_member(struct json_out *json, const char *key)
{
    if (json->has[json->depth])
        (void)sa_buf_add_char(json->buf, ',');
    if (json->depth > 0)
        (void)sa_buf_addf(json->buf, "\n%*s", 2 * json->depth, "");
    json->has[json->depth] = true;
    if (!key)
        return;
    sa_escape_json(json->buf, key);
    (void)sa_buf_add_text(json->buf, ": ");
}

void json_begin(struct json_out *json, const char *key, char bracket)
{
    begin_member(json, key);
    (void)sa_buf_add_char(json->buf, bracket);
    if (json->depth + 1 < JSON_DEPTH)
        json->depth++;
    json->has[json->depth] = false;
}

void json_end(struct json_out *json, char bracket)
{
    bool empty = !json->has[json->depth];
    json->depth--;
    if (!empty)
        (void)sa_buf_addf(json->buf, "\n%*s", 2 * json->depth, "");
    (void)sa_buf_add_char(json->buf, bracket);
    if (json->depth == 0)
        (void)sa_buf_add_char(json->buf, '\n');
}

void json_text(struct json_out *json, const char *key, const char *text)
{
    begin_member(json, key);
    if (text)
        sa_escape_json(json->buf, text);
    else
        (void)sa_buf_add_text(json->buf, "null");
}

void json_bool(struct json_out *json, const char *key, bool value)
{
    begin_member(json, key);
    (void)sa_buf_add_text(json->buf, value ? "true" : "false");
}

void json_number(struct json_out *json, const char *key, long long number)
{
    begin_member(json, key);
    (void)sa_buf_addf(json->buf, "%lld", number);
}

void json_list(struct json_out *json, const char *key, const char *joined)
{
    begin_member(json, key);
    (void)sa_buf_add_char(json->buf, '[');
    for (const char *at = joined; *at;) {
        char item[512];
        size_t len = strcspn(at, ",");
        (void)snprintf(item, sizeof item, "%.*s", (int)len, at);
        sa_escape_json(json->buf, item);
        at += len;
        at += strspn(at, ", ");
        if (*at)
            (void)sa_buf_add_text(json->buf, ", ");
    }
    (void)sa_buf_add_char(json->buf, ']');
}
