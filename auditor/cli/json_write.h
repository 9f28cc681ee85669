/* SPDX-License-Identifier: Apache-2.0 */
/* Writing JSON of a few levels, one member a line: plan and doctor. */
#ifndef SYNCAUDIT_CLI_JSON_WRITE_H
#define SYNCAUDIT_CLI_JSON_WRITE_H
#include <stdbool.h>

#include "syncaudit/buf.h"

#define JSON_DEPTH 16

struct json_out {
    struct sa_buf *buf;
    bool has[JSON_DEPTH]; /* something at this level */
    int depth;
};

/* `key` NULL: an element of an array, or the document itself. `bracket`: '{' or '['. */
void json_begin(struct json_out *json, const char *key, char bracket);
void json_end(struct json_out *json, char bracket);                       /* '}' or ']' */
void json_text(struct json_out *json, const char *key, const char *text); /* NULL: null */
void json_bool(struct json_out *json, const char *key, bool value);
void json_number(struct json_out *json, const char *key, long long number);
/* An array of the members of "a, b, c". */
void json_list(struct json_out *json, const char *key, const char *joined);
#endif
