/* SPDX-License-Identifier: Apache-2.0 */
/* Forms for comparison: two servers that do the same get the same keys, and nothing else does.
 *
 * What does not count: letter case of names, order of conditions within a group and of groups of a
 * scope filter, white space between the words of an expression, spelling of identifiers, and the GUID
 * of the rule's own connector, which every server makes up for itself. What counts: the order of join
 * groups, every constant, every string literal, the value of each condition.
 *
 * An expression is read as words, operators and literals. A literal ends at its closing quote; inside
 * it a doubled quote is two literals side by side, which comes to the same. Whether a backslash can
 * escape a quote differs between descriptions of the language, so after the first \" everything is
 * taken as it is written: a false difference can be looked at, a missed one cannot. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "export.h"

#define GUID_LEN (SA_EXPORT_GUID_SIZE - 1)

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t trim(const char **text)
{
    size_t len = 0;

    while (is_space(**text))
        (*text)++;
    len = strlen(*text);
    while (len > 0 && is_space((*text)[len - 1]))
        len--;
    return len;
}

const char *sa_export_take_scratch(struct sa_export_context *context, struct sa_error *err)
{
    const struct sa_buf *scratch = &context->scratch;
    const char *copy = NULL;

    if (sa_buf_status(scratch) == SA_E_LIMIT) {
        (void)sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0, "a value is longer than %zu bytes",
                      scratch->limit);
        return NULL;
    }
    if (sa_buf_status(scratch) == 0)
        copy = sa_arena_copy(context->arena, sa_buf_text(scratch), scratch->len);
    if (copy == NULL)
        (void)sa_export_fail_arena(context, err);
    return copy;
}

static void add_folded(struct sa_buf *buf, const char *text)
{
    size_t len = trim(&text);

    (void)sa_text_add_folded(buf, text, len);
}

const char *sa_export_folded(struct sa_export_context *context, const char *text,
                             struct sa_error *err)
{
    sa_buf_clear(&context->scratch);
    add_folded(&context->scratch, text);
    return sa_export_take_scratch(context, err);
}

const char *sa_export_pair_key(struct sa_export_context *context, const char *first,
                               const char *second, struct sa_error *err)
{
    sa_buf_clear(&context->scratch);
    add_folded(&context->scratch, first);
    /* No XML file can hold this character, so it cannot be part of a name. */
    (void)sa_buf_add_char(&context->scratch, '\x1F');
    add_folded(&context->scratch, second);
    return sa_export_take_scratch(context, err);
}

const char *sa_export_dn_key(struct sa_export_context *context, const char *dn,
                             struct sa_error *err)
{
    sa_buf_clear(&context->scratch);
    (void)sa_text_add_dn(&context->scratch, dn, strlen(dn));
    return sa_export_take_scratch(context, err);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Copies 36 characters of a GUID in lower case. False: there is none at `text`. */
static bool take_guid(const char *text, char ret[SA_EXPORT_GUID_SIZE])
{
    for (size_t i = 0; i < GUID_LEN; i++) {
        bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;

        if (is_dash ? text[i] != '-' : !is_hex(text[i]))
            return false;
        ret[i] = (char)(text[i] >= 'A' && text[i] <= 'F' ? text[i] - 'A' + 'a' : text[i]);
    }
    ret[GUID_LEN] = '\0';
    return true;
}

bool sa_export_guid_parse(const char *text, char ret[SA_EXPORT_GUID_SIZE])
{
    bool has_brace = *text == '{';

    text += has_brace;
    return take_guid(text, ret) && strcmp(text + GUID_LEN, has_brace ? "}" : "") == 0;
}

/* Expressions -------------------------------------------------------------------------------- */

enum token { NOTHING, WORD, OPERATOR, LITERAL, AS_WRITTEN };

static bool is_operator(char c)
{
    return c != '\0' && strchr("()[]{},;&+-*/=<>|!^%", c) != NULL;
}

/* Just behind the literal at `text`; the end of the text, and AS_WRITTEN, when that is not certain. */
static const char *behind_literal(const char *text, enum token *ret)
{
    *ret = LITERAL;
    for (text++; *text != '\0'; text++) {
        if (*text == '"')
            return text + 1;
        if (*text == '\\' && text[1] == '\\')
            text++;
        else if (*text == '\\' && text[1] == '"')
            break;
    }
    *ret = AS_WRITTEN;
    return text + strlen(text);
}

static const char *behind_token(const char *text, enum token *ret)
{
    if (*text == '"')
        return behind_literal(text, ret);
    *ret = is_operator(*text) ? OPERATOR : WORD;
    if (*ret == OPERATOR)
        return text + 1;
    while (*text != '\0' && *text != '"' && !is_space(*text) && !is_operator(*text))
        text++;
    return text;
}

int sa_export_add_expression(struct sa_buf *buf, const char *expression)
{
    enum token last = NOTHING;
    const char *at = expression;
    size_t len = trim(&at);
    const char *end = at + len;

    while (at < end && sa_buf_status(buf) == 0) {
        enum token token = NOTHING;
        const char *start = at;
        const char *next = NULL;

        while (is_space(*at))
            at++;
        next = behind_token(at, &token);
        /* A last literal that does not end takes in the blanks behind the expression. */
        next = next < end ? next : end;
        if (at > start && token == last && token != OPERATOR)
            (void)sa_buf_add_char(buf, ' ');
        if (token == WORD)
            (void)sa_text_add_folded(buf, at, (size_t)(next - at));
        else
            (void)sa_buf_add(buf, at, (size_t)(next - at));
        last = token;
        at = next;
    }
    return sa_buf_status(buf);
}

/* Rules -------------------------------------------------------------------------------------- */

/* Adds `text` with each mention of the GUID, in any letter case and with or without braces, replaced
 * by "{connector}". */
static void add_without_guid(struct sa_buf *buf, const char *text, const char *guid)
{
    const char *kept = text;
    char found[SA_EXPORT_GUID_SIZE];

    for (const char *at = text; *at != '\0'; at++) {
        const char *start = at;

        if (!is_hex(*at) || !take_guid(at, found) || strcmp(found, guid) != 0)
            continue;
        at += GUID_LEN - 1;
        if (start > kept && start[-1] == '{' && at[1] == '}') {
            start--;
            at++;
        }
        (void)sa_buf_add(buf, kept, (size_t)(start - kept));
        (void)sa_buf_add_text(buf, "{connector}");
        kept = at + 1;
    }
    (void)sa_buf_add_text(buf, kept);
}

/* Sets `sources` ("cn, displayName") and leaves the folded form in `key`. */
static int join_sources(struct sa_export_context *context, struct sa_export_mapping *mapping,
                        struct sa_buf *key, struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    int r = sa_export_sorted(context, &mapping->source_list, &items, err);
    size_t count = mapping->source_list.count;
    const char *last = NULL;

    if (r < 0)
        return r;
    sa_buf_clear(&context->scratch);
    for (size_t i = 0; i < count; i++) {
        if (last != NULL && strcmp(last, items[i]->key) == 0)
            continue;
        (void)sa_buf_addf(&context->scratch, "%s%s", last != NULL ? ", " : "", items[i]->name);
        (void)sa_buf_addf(key, "%s%s", last != NULL ? ", " : "", items[i]->key);
        last = items[i]->key;
    }
    mapping->sources = sa_export_take_scratch(context, err);
    return mapping->sources != NULL ? 0 : SA_E_LIMIT;
}

static int normalise_mapping(struct sa_export_context *context, const char *connector_guid,
                             struct sa_export_mapping *mapping, struct sa_error *err)
{
    static const char *const flows[] = {"direct", "constant", "expression"};
    SA_CLEANUP(sa_buf_done) struct sa_buf key = SA_BUF_INIT(2 * SA_LIMIT_XML_TEXT);
    int r = 0;

    (void)sa_buf_addf(&key, "%s|", flows[mapping->flow]);
    r = join_sources(context, mapping, &key, err);
    if (r < 0)
        return r;
    (void)sa_buf_add_char(&key, '|');
    if (mapping->flow == SA_EXPORT_EXPRESSION)
        (void)sa_export_add_expression(&key, mapping->expression);
    else if (mapping->flow == SA_EXPORT_CONSTANT)
        (void)sa_buf_add_text(&key, mapping->constant);
    (void)sa_buf_add_char(&key, '|');
    add_folded(&key, mapping->merge_type);
    (void)sa_buf_addf(&key, "|%d", mapping->execute_once);
    sa_buf_clear(&context->scratch);
    if (sa_buf_status(&key) < 0)
        context->scratch.status = key.status;
    else
        add_without_guid(&context->scratch, sa_buf_text(&key), connector_guid);
    mapping->value_key = sa_export_take_scratch(context, err);
    return mapping->value_key != NULL ? 0 : SA_E_LIMIT;
}

/* Joins the keys of sorted things; each counts once. */
static const char *join_keys(struct sa_export_context *context, const struct sa_export_list *list,
                             const char *between, struct sa_error *err)
{
    struct sa_export_item **items = NULL;
    const char *last = NULL;

    if (sa_export_sorted(context, list, &items, err) < 0)
        return NULL;
    sa_buf_clear(&context->scratch);
    (void)sa_buf_add_char(&context->scratch, '(');
    for (size_t i = 0; i < list->count; i++) {
        if (last != NULL && strcmp(last, items[i]->key) == 0)
            continue;
        (void)sa_buf_add_text(&context->scratch, last != NULL ? between : "");
        (void)sa_buf_add_text(&context->scratch, items[i]->key);
        last = items[i]->key;
    }
    (void)sa_buf_add_char(&context->scratch, ')');
    return sa_export_take_scratch(context, err);
}

/* `userprincipalname isnotnull ''`; a quote inside the value is doubled, so that no value can look
 * like several conditions. */
static const char *scope_condition_key(struct sa_export_context *context, const char *guid,
                                       const struct sa_export_condition *condition,
                                       struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf value = SA_BUF_INIT(2 * SA_LIMIT_XML_TEXT);
    struct sa_buf *key = &context->scratch;

    add_without_guid(&value, condition->value, guid);
    sa_buf_clear(key);
    add_folded(key, condition->item.name);
    (void)sa_buf_add_char(key, ' ');
    add_folded(key, condition->operation);
    (void)sa_buf_add_text(key, " '");
    for (const char *c = sa_buf_text(&value); *c != '\0'; c++) {
        (void)sa_buf_add_char(key, *c);
        if (*c == '\'')
            (void)sa_buf_add_char(key, *c);
    }
    (void)sa_buf_add_char(key, '\'');
    if (sa_buf_status(&value) < 0)
        key->status = value.status;
    return sa_export_take_scratch(context, err);
}

static const char *join_condition_key(struct sa_export_context *context,
                                      const struct sa_export_condition *condition,
                                      struct sa_error *err)
{
    struct sa_buf *key = &context->scratch;

    sa_buf_clear(key);
    add_folded(key, condition->item.name);
    (void)sa_buf_add_text(key, " = ");
    add_folded(key, condition->mv_attribute);
    if (condition->case_sensitive)
        (void)sa_buf_add_text(key, " (case sensitive)");
    return sa_export_take_scratch(context, err);
}

static void add_condition_text(struct sa_buf *text, const struct sa_export_condition *condition)
{
    if (condition->operation == NULL)
        (void)sa_buf_addf(text, "%s = %s%s", condition->item.name, condition->mv_attribute,
                          condition->case_sensitive ? " (case sensitive)" : "");
    else
        (void)sa_buf_addf(text, "%s %s%s%s", condition->item.name, condition->operation,
                          *condition->value != '\0' ? " " : "", condition->value);
}

/* "(a EQUAL x AND b ISNULL) OR (...)" */
static const char *groups_text(struct sa_export_context *context,
                               const struct sa_export_list *groups, const char *between,
                               struct sa_error *err)
{
    struct sa_buf *text = &context->scratch;

    sa_buf_clear(text);
    SA_FOR_EACH (const struct sa_export_group, group, groups) {
        (void)sa_buf_addf(text, "%s(", group->item.number > 1 ? between : "");
        SA_FOR_EACH (const struct sa_export_condition, condition, &group->conditions) {
            (void)sa_buf_add_text(text, condition->item.number > 1 ? " AND " : "");
            add_condition_text(text, condition);
        }
        (void)sa_buf_add_char(text, ')');
    }
    return sa_export_take_scratch(context, err);
}

/* Keys of the conditions, then of the groups. */
static int normalise_groups(struct sa_export_context *context, const char *guid,
                            struct sa_export_list *groups, struct sa_error *err)
{
    SA_FOR_EACH (struct sa_export_group, group, groups) {
        SA_FOR_EACH (struct sa_export_condition, condition, &group->conditions) {
            condition->item.key = condition->operation != NULL
                                      ? scope_condition_key(context, guid, condition, err)
                                      : join_condition_key(context, condition, err);
            if (condition->item.key == NULL)
                return SA_E_LIMIT;
        }
        group->item.key = join_keys(context, &group->conditions, " and ", err);
        if (group->item.key == NULL)
            return SA_E_LIMIT;
    }
    return 0;
}

/* A scope filter is the same in any order of its groups. */
static const char *scope_key(struct sa_export_context *context, const struct sa_export_list *groups,
                             struct sa_error *err)
{
    return groups->count > 0 ? join_keys(context, groups, " or ", err) : "";
}

/* Join groups are tried in order, so the order counts. */
static const char *join_key(struct sa_export_context *context, const struct sa_export_list *groups,
                            struct sa_error *err)
{
    struct sa_buf *key = &context->scratch;

    sa_buf_clear(key);
    SA_FOR_EACH (const struct sa_export_group, group, groups)
        (void)sa_buf_addf(key, "%s%s", group->item.number > 1 ? " then " : "", group->item.key);
    return sa_export_take_scratch(context, err);
}

int sa_export_normalise_rule(struct sa_export_context *context, struct sa_export_rule *rule,
                             struct sa_error *err)
{
    int r = normalise_groups(context, rule->connector_guid, &rule->scope, err);

    if (r == 0)
        r = normalise_groups(context, rule->connector_guid, &rule->join, err);
    if (r < 0)
        return r;
    rule->scope_text = groups_text(context, &rule->scope, " OR ", err);
    rule->scope_key = scope_key(context, &rule->scope, err);
    rule->join_text = groups_text(context, &rule->join, " OR ", err);
    rule->join_key = join_key(context, &rule->join, err);
    if (rule->scope_text == NULL || rule->scope_key == NULL || rule->join_text == NULL ||
        rule->join_key == NULL)
        return SA_E_LIMIT;
    SA_FOR_EACH (struct sa_export_mapping, mapping, &rule->mappings) {
        r = normalise_mapping(context, rule->connector_guid, mapping, err);
        if (r < 0)
            return r;
    }
    return 0;
}
