/* SPDX-License-Identifier: Apache-2.0 */
/* The parser of yaml.h: libyaml's events become a tree of nodes in one arena.
 *
 * libyaml decides what is YAML; this file decides what of it we take. The text is looked at once
 * before libyaml sees it, because libyaml cannot say on which line a byte is that is no UTF-8,
 * and because it takes U+0085, U+2028, U+2029 and a lone CR for line breaks, which editors do
 * not: the same file would say one thing to a reviewer and another one to us.
 *
 * Of each event the builder knows only its innermost open collection, so depth is a stack of
 * SA_LIMIT_YAML_DEPTH frames and nothing here recurses. Duplicate keys are looked for when a
 * mapping ends, by sorting: comparing each with each would let a file of one megabyte cost
 * minutes. */
#include "syncaudit/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "syncaudit/arena.h"
#include "syncaudit/buf.h"
#include "syncaudit/file.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct sa_yaml {
    struct sa_arena arena;
    const char *name;
    struct sa_yaml_node *root;
};

/* An open sequence or mapping. */
struct frame {
    struct sa_yaml_node *node;
    struct sa_yaml_node **tail; /* where the next member is linked */
    const char *key;            /* a mapping's key whose value has not come yet */
    long key_line, key_column;
};

struct builder {
    struct sa_yaml *yaml;
    const char *text;
    size_t len;
    long first_line;
    struct frame stack[SA_LIMIT_YAML_DEPTH];
    size_t depth;
    size_t nodes;
    bool has_document;
    bool is_done;
    struct sa_error *err;
};

static int fail_at(const struct builder *b, int status, long line, long column, const char *format,
                   ...) SA_PRINTF(5, 6);

static int fail_at(const struct builder *b, int status, long line, long column, const char *format,
                   ...)
{
    char message[SA_ERROR_MESSAGE_MAX + 1]; /* one more than fits, so that sa_fail() sees the cut */
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    (void)sa_fail(b->err, status, SA_DOMAIN_NONE, 0, "%s", message);
    sa_place(b->err, b->yaml->name, line, column);
    return status;
}

static long line_of(const struct builder *b, const yaml_mark_t *mark)
{
    return b->first_line + (long)mark->line;
}

static long column_of(const yaml_mark_t *mark)
{
    return (long)mark->column + 1;
}

/* As many bytes of a word as a message has room for, in whole characters. */
static int shown(const char *word)
{
    size_t len = strnlen(word, 65);

    if (len <= 64)
        return (int)len;
    len = 64;
    while (len > 60 && ((unsigned char)word[len] & 0xC0) == 0x80)
        len--;
    return (int)len;
}

/* Characters that no editor shows, or that YAML takes for a line break and an editor does not. */
static const char *why_refused(uint32_t character, bool is_lone_cr)
{
    if (is_lone_cr)
        return "a carriage return without a line feed: end lines with LF or CR LF";
    if (character == 0x85 || character == 0x2028 || character == 0x2029)
        return "a line break other than LF or CR LF: use one of these";
    if ((character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
        (character >= 0x7F && character <= 0x9F) || character == 0xFEFF || character == 0xFFFE ||
        character == 0xFFFF)
        return "a control character: write it as an escape like \"\\x1B\" in double quotes";
    return NULL;
}

static int check_characters(const struct builder *b)
{
    const unsigned char *at = (const unsigned char *)b->text;
    size_t left = b->len;
    long line = b->first_line;
    long column = 1;

    while (left > 0) {
        uint32_t character = 0;
        size_t step = sa_utf8_next(at, left, &character);
        const char *why = NULL;

        if (step == 0) {
            int r = fail_at(b, SA_E_INPUT, line, column, "byte 0x%02X is no UTF-8", *at);

            sa_hint(b->err, "save the file in the encoding UTF-8");
            return r;
        }
        why = why_refused(character, character == '\r' && (left == 1 || at[1] != '\n'));
        if (why != NULL)
            return fail_at(b, SA_E_INPUT, line, column, "%s", why);
        column = character == '\n' ? 1 : column + 1;
        line += character == '\n';
        at += step;
        left -= step;
    }
    return 0;
}

/* Libyaml's words for the mistakes that people make most, and what to do about them. */
/* clang-format off */
static const struct {
    const char *problem, *hint;
} hints[] = {
    { "mapping values are not allowed",
      "put a value that holds ': ' in quotes; else check the indentation" },
    { "did not find expected key",
      "let all keys of one mapping start in the same column, each followed by ': '" },
    { "could not find expected ':'",
      "write 'key: value', with a space after the colon" },
    { "did not find expected '-' indicator",
      "let all members of one list start in the same column, each with '- '" },
    { "did not find expected ','",
      "close the list with ']' or the mapping with '}'" },
    { "found unexpected end of stream",
      "close the quotation mark that was opened here" },
    { "found unexpected document indicator",
      "close the quotation mark that was opened before" },
    { "did not find expected node content",
      "write a value here, '' for an empty text" },
    { "block sequence entries are not allowed",
      "start the list on a line of its own, or write it as [a, b]" },
    { "found unknown escape character",
      "write a backslash twice, or use single quotation marks" },
    { "did not find expected alphabetic or numeric",
      "put a text that starts with '&' or '*' in quotes" },
};
/* clang-format on */

/* The character at a mark, or 0 behind the end. */
static uint32_t character_at(const struct builder *b, const yaml_mark_t *mark)
{
    const unsigned char *at = (const unsigned char *)b->text;
    size_t left = b->len;
    uint32_t character = 0;

    for (size_t i = 0; left > 0; i++) {
        size_t step = sa_utf8_next(at, left, &character);

        if (step == 0)
            return 0;
        if (i == mark->index)
            return character;
        at += step;
        left -= step;
    }
    return 0;
}

/* Libyaml's words where they hide the cause. */
static int fail_misplaced(const struct builder *b, const yaml_parser_t *parser)
{
    uint32_t character = character_at(b, &parser->problem_mark);

    if (character == '\t')
        return sa_fail(b->err, SA_E_INPUT, SA_DOMAIN_YAML, parser->error,
                       "a tab cannot indent: write spaces");
    if (character > 0x20 && character < 0x7F)
        return sa_fail(b->err, SA_E_INPUT, SA_DOMAIN_YAML, parser->error,
                       "a value cannot start with '%c': put it in quotes", (char)character);
    return sa_fail(b->err, SA_E_INPUT, SA_DOMAIN_YAML, parser->error,
                   "a value cannot start with this character: put it in quotes");
}

/* What stopped libyaml. */
static int fail_parser(const struct builder *b, const yaml_parser_t *parser)
{
    const yaml_mark_t *mark = &parser->problem_mark;
    const char *problem = parser->problem != NULL ? parser->problem : "not understood";

    if (parser->error == YAML_MEMORY_ERROR)
        return sa_fail_nomem(b->err);
    if (sa_text_starts(problem, "found character that cannot start") ||
        sa_text_starts(problem, "found a tab character"))
        (void)fail_misplaced(b, parser);
    else
        (void)sa_fail(b->err, SA_E_INPUT, SA_DOMAIN_YAML, parser->error, "no valid YAML: %s",
                      problem);
    for (size_t i = 0; i < SA_COUNT(hints); i++) {
        if (sa_text_starts(problem, hints[i].problem))
            sa_hint(b->err, "%s", hints[i].hint);
    }
    /* The line with the word that should have been a key, not the one where the search ended. */
    if (sa_text_starts(problem, "could not find expected ':'"))
        mark = &parser->context_mark;
    sa_place(b->err, b->yaml->name, line_of(b, mark), column_of(mark));
    return SA_E_INPUT;
}

/* Anchors and tags, which any node may carry. */
static int check_properties(const struct builder *b, const yaml_event_t *event,
                            const yaml_char_t *anchor, const yaml_char_t *tag)
{
    const yaml_mark_t *mark = &event->start_mark;

    if (anchor != NULL)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "anchors such as '&%.*s' are not supported: write the value out where it is "
                       "used, and in quotes if it starts with '&'",
                       shown((const char *)anchor), (const char *)anchor);
    if (tag != NULL)
        return fail_at(
            b, SA_E_INPUT, line_of(b, mark), column_of(mark),
            "tags such as '%.*s' are not supported: write the value alone, and in quotes "
            "if it starts with '!'",
            shown((const char *)tag), (const char *)tag);
    return 0;
}

static int count_node(struct builder *b, const yaml_mark_t *mark)
{
    if (b->nodes++ < SA_LIMIT_YAML_NODES)
        return 0;
    return fail_at(b, SA_E_LIMIT, line_of(b, mark), column_of(mark),
                   "more than %d values (SA_LIMIT_YAML_NODES): split the file",
                   SA_LIMIT_YAML_NODES);
}

static struct frame *innermost(struct builder *b)
{
    return b->depth > 0 ? &b->stack[b->depth - 1] : NULL;
}

static bool is_key_next(struct builder *b)
{
    const struct frame *frame = innermost(b);

    return frame != NULL && frame->node->type == SA_YAML_MAPPING && frame->key == NULL;
}

/* A node for the event, linked to what it is a member of. */
static int add_node(struct builder *b, const yaml_event_t *event, enum sa_yaml_type type,
                    struct sa_yaml_node **ret)
{
    struct frame *frame = innermost(b);
    struct sa_yaml_node *node = sa_arena_alloc(&b->yaml->arena, sizeof *node);

    if (node == NULL)
        return sa_fail_nomem(b->err);
    node->type = type;
    node->line = line_of(b, &event->start_mark);
    node->column = column_of(&event->start_mark);
    node->text = "";
    if (frame == NULL) {
        b->yaml->root = node;
    } else {
        node->key = frame->key;
        node->key_line = frame->key_line;
        node->key_column = frame->key_column;
        frame->key = NULL;
        *frame->tail = node;
        frame->tail = &node->next;
        frame->node->count++;
    }
    *ret = node;
    return 0;
}

static int open_collection(struct builder *b, const yaml_event_t *event, enum sa_yaml_type type)
{
    const yaml_mark_t *mark = &event->start_mark;
    struct sa_yaml_node *node = NULL;
    int r = count_node(b, mark);

    if (r < 0)
        return r;
    if (is_key_next(b))
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "a key must be a plain word, not a list or a mapping: write 'key: value'");
    if (b->depth == SA_COUNT(b->stack))
        return fail_at(b, SA_E_LIMIT, line_of(b, mark), column_of(mark),
                       "nested more than %d levels deep (SA_LIMIT_YAML_DEPTH)",
                       SA_LIMIT_YAML_DEPTH);
    r = add_node(b, event, type, &node);
    if (r < 0)
        return r;
    b->stack[b->depth++] = (struct frame){.node = node, .tail = &node->first};
    return 0;
}

static int compare_keys(const void *left, const void *right)
{
    const struct sa_yaml_node *a = *(const struct sa_yaml_node *const *)left;
    const struct sa_yaml_node *b = *(const struct sa_yaml_node *const *)right;
    int order = strcmp(a->key, b->key);

    if (order != 0)
        return order;
    if (a->key_line != b->key_line)
        return a->key_line < b->key_line ? -1 : 1;
    return (a->key_column > b->key_column) - (a->key_column < b->key_column);
}

static int check_duplicates(const struct builder *b, const struct sa_yaml_node *mapping)
{
    const struct sa_yaml_node **members = NULL;
    const struct sa_yaml_node *first = NULL, *second = NULL;
    size_t count = 0;

    if (mapping->count < 2)
        return 0;
    members = calloc(mapping->count, sizeof *members); /* NOLINT(bugprone-sizeof-expression) */
    if (members == NULL)
        return sa_fail_nomem(b->err);
    for (const struct sa_yaml_node *member = mapping->first; member != NULL; member = member->next)
        members[count++] = member;
    /* NOLINTNEXTLINE(bugprone-sizeof-expression): of pointers */
    qsort(members, count, sizeof *members, compare_keys);
    for (size_t i = 1; i < count && second == NULL; i++) {
        if (strcmp(members[i - 1]->key, members[i]->key) == 0) {
            first = members[i - 1];
            second = members[i];
        }
    }
    free(members);
    if (second == NULL)
        return 0;
    return fail_at(
        b, SA_E_INPUT, second->key_line, second->key_column,
        "the key '%.*s' stands here for the second time, after line %ld: keep one of them",
        shown(second->key), second->key, first->key_line);
}

static int close_collection(struct builder *b)
{
    const struct sa_yaml_node *node = b->stack[--b->depth].node;

    return node && node->type == SA_YAML_MAPPING ? check_duplicates(b, node) : 0;
}

static int add_key(struct builder *b, const yaml_event_t *event, const char *text)
{
    const yaml_mark_t *mark = &event->start_mark;
    struct frame *frame = innermost(b);

    if (event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "the key '%.*s' must be a plain word: write it without quotes", shown(text),
                       text);
    if (text[0] == '\0')
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "a key is missing in front of ':'");
    if (strcmp(text, "<<") == 0)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "the merge key '<<' is not supported: write the members out");
    frame->key = text;
    frame->key_line = line_of(b, mark);
    frame->key_column = column_of(mark);
    return 0;
}

static int add_scalar(struct builder *b, const yaml_event_t *event)
{
    const yaml_mark_t *mark = &event->start_mark;
    const char *value = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    struct sa_yaml_node *node = NULL, *only = NULL;
    char *text = NULL;
    int r = count_node(b, mark);

    if (r < 0)
        return r;
    if (memchr(value, '\0', len) != NULL)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "a text cannot hold the character NUL: remove the escape \"\\0\"");
    text = sa_arena_copy(&b->yaml->arena, value, len);
    if (text == NULL)
        return sa_fail_nomem(b->err);
    if (is_key_next(b))
        return add_key(b, event, text);
    r = add_node(b, event, SA_YAML_SCALAR, &node);
    if (r < 0)
        return r;
    node->text = text;
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    if (node->key == NULL)
        return 0;
    /* Its own copy as a list of one, whose `next` is not the mapping's next member. */
    only = sa_arena_alloc(&b->yaml->arena, sizeof *only);
    if (only == NULL)
        return sa_fail_nomem(b->err);
    *only = *node;
    node->first = only;
    return 0;
}

static int start_document(struct builder *b, const yaml_event_t *event)
{
    const yaml_mark_t *mark = &event->start_mark;

    if (b->has_document)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "a second document starts here: put it in a file of its own");
    if (event->data.document_start.version_directive != NULL ||
        event->data.document_start.tag_directives.start !=
            event->data.document_start.tag_directives.end)
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "directives such as '%%YAML' are not supported: remove the line");
    b->has_document = true;
    return 0;
}

static int take_event(struct builder *b, const yaml_event_t *event)
{
    const yaml_mark_t *mark = &event->start_mark;
    int r = 0;

    switch (event->type) {
    case YAML_STREAM_END_EVENT:
        b->is_done = true;
        return 0;
    case YAML_DOCUMENT_START_EVENT:
        return start_document(b, event);
    case YAML_ALIAS_EVENT:
        return fail_at(b, SA_E_INPUT, line_of(b, mark), column_of(mark),
                       "aliases such as '*%.*s' are not supported: write the value out, and in "
                       "quotes if it starts with '*'",
                       shown((const char *)event->data.alias.anchor),
                       (const char *)event->data.alias.anchor);
    case YAML_SCALAR_EVENT:
        r = check_properties(b, event, event->data.scalar.anchor, event->data.scalar.tag);
        return r < 0 ? r : add_scalar(b, event);
    case YAML_SEQUENCE_START_EVENT:
        r = check_properties(b, event, event->data.sequence_start.anchor,
                             event->data.sequence_start.tag);
        return r < 0 ? r : open_collection(b, event, SA_YAML_SEQUENCE);
    case YAML_MAPPING_START_EVENT:
        r = check_properties(b, event, event->data.mapping_start.anchor,
                             event->data.mapping_start.tag);
        return r < 0 ? r : open_collection(b, event, SA_YAML_MAPPING);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_collection(b);
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return 0;
}

static int build(struct builder *b)
{
    yaml_parser_t parser;
    int r = 0;

    if (yaml_parser_initialize(&parser) == 0)
        return sa_fail_nomem(b->err);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)b->text, b->len);
    while (r == 0 && !b->is_done) {
        yaml_event_t event;

        if (yaml_parser_parse(&parser, &event) == 0) {
            r = fail_parser(b, &parser);
            break;
        }
        r = take_event(b, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return r;
}

/* Nothing at all, only comments, or only "---": a mapping without members. */
static int finish_root(struct builder *b)
{
    struct sa_yaml_node *root = b->yaml->root;

    if (root == NULL) {
        root = sa_arena_alloc(&b->yaml->arena, sizeof *root);
        if (root == NULL)
            return sa_fail_nomem(b->err);
        root->line = b->first_line;
        root->column = 1;
        root->text = "";
        b->yaml->root = root;
    } else if (root->type != SA_YAML_SCALAR || root->quoted || root->text[0] != '\0') {
        return 0;
    }
    root->type = SA_YAML_MAPPING;
    return 0;
}

int sa_yaml_parse(const char *name, const char *text, size_t len, long first_line,
                  struct sa_yaml **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = calloc(1, sizeof *yaml);
    struct builder b = {
        .yaml = yaml,
        .text = len > 0 ? text : "",
        .len = len,
        .first_line = first_line,
        .err = err,
    };
    int r = 0;

    if (yaml == NULL)
        return sa_fail_nomem(err);
    /* Nodes and their copies as lists of one; texts, of which an escape such as "\L" makes the
     * most: three bytes out of two. The rest is alignment and the name. */
    sa_arena_init(&yaml->arena, (SA_LIMIT_YAML_NODES + 2) * (2 * sizeof(struct sa_yaml_node) + 64) +
                                    2 * len + strlen(name));
    yaml->name = sa_arena_text(&yaml->arena, name);
    if (yaml->name == NULL)
        return sa_fail_nomem(err);
    if (b.len >= 3 && memcmp(b.text, BYTE_ORDER_MARK, 3) == 0) {
        b.text += 3;
        b.len -= 3;
    }
    r = check_characters(&b);
    if (r == 0)
        r = build(&b);
    if (r == 0)
        r = finish_root(&b);
    if (r < 0)
        return r;
    *ret = yaml;
    yaml = NULL;
    return 0;
}

int sa_yaml_load(const char *path, size_t limit, struct sa_yaml **ret, struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(limit);
    int r = sa_file_read(path, &text, err);

    if (r < 0)
        return r;
    return sa_yaml_parse(path, sa_buf_text(&text), text.len, 1, ret, err);
}

void sa_yaml_free(struct sa_yaml *yaml)
{
    if (yaml == NULL)
        return;
    sa_arena_done(&yaml->arena);
    free(yaml);
}

const struct sa_yaml_node *sa_yaml_root(const struct sa_yaml *yaml)
{
    return yaml->root;
}

int(sa_yaml_fail)(const struct sa_yaml *yaml, const struct sa_yaml_node *node, bool at_key,
                  struct sa_error *err, const char *format, ...)
{
    char message[SA_ERROR_MESSAGE_MAX + 1];
    bool has_key = at_key && node->key != NULL;
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    (void)sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", message);
    sa_place(err, yaml->name, has_key ? node->key_line : node->line,
             has_key ? node->key_column : node->column);
    return SA_E_INPUT;
}
