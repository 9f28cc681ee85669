/* SPDX-License-Identifier: Apache-2.0 */
/* The typed readers of yaml.h. YAML 1.1 gives types to plain scalars by how they look, which
 * turns a country "NO" into false and a version 2.10 into 2.1; here whoever reads a member says
 * what it is, and a value that could be taken for something else is refused instead of guessed.
 *
 * "key:" without a value is no empty text but a line that somebody did not finish: an error, as
 * are "~" and "null". An empty text is written ''. */
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/text.h"
#include "syncaudit/yaml.h"

static const char *type_name(const struct sa_yaml_node *node)
{
    switch (node->type) {
    case SA_YAML_SCALAR:
        return "a text";
    case SA_YAML_SEQUENCE:
        return "a list";
    case SA_YAML_MAPPING:
        return "a mapping";
    }
    return "nothing";
}

static bool is_null(const struct sa_yaml_node *node)
{
    return node->type == SA_YAML_SCALAR && !node->quoted &&
           (node->text[0] == '\0' || strcmp(node->text, "~") == 0 ||
            sa_text_same(node->text, "null"));
}

const struct sa_yaml_node *sa_yaml_get(const struct sa_yaml_node *mapping, const char *key)
{
    if (mapping->type != SA_YAML_MAPPING)
        return NULL;
    for (const struct sa_yaml_node *member = mapping->first; member != NULL;
         member = member->next) {
        if (strcmp(member->key, key) == 0)
            return member;
    }
    return NULL;
}

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list != NULL; list++) {
        if (strcmp(word, *list) == 0)
            return true;
    }
    return false;
}

/* "a, b or c" for a hint; the hint is cut visibly when there are too many. */
static void hint_choices(struct sa_error *err, const char *introduction, const char *const *list)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf choices = SA_BUF_INIT(4096);

    for (size_t i = 0; list[i] != NULL; i++) {
        const char *separator = list[i + 1] == NULL ? " or " : ", ";

        sa_buf_addf(&choices, "%s%s", i == 0 ? "" : separator, list[i]);
    }
    sa_hint(err, "%s %s", introduction, sa_buf_text(&choices));
}

int sa_yaml_check_keys(const struct sa_yaml *yaml, const struct sa_yaml_node *node,
                       const char *const *known, struct sa_error *err)
{
    if (node->type != SA_YAML_MAPPING && node->key != NULL)
        return sa_yaml_fail(yaml, node, false, err, "'%s' must be a mapping ('key: value'), not %s",
                            node->key, type_name(node));
    if (node->type != SA_YAML_MAPPING)
        return sa_yaml_fail(yaml, node, false, err,
                            "a mapping ('key: value') must stand here, not %s", type_name(node));
    for (const struct sa_yaml_node *member = node->first; member != NULL; member = member->next) {
        const char *nearest = NULL;
        int r = 0;

        if (is_listed(member->key, known))
            continue;
        nearest = sa_text_nearest(member->key, known);
        if (nearest != NULL)
            r = sa_yaml_fail(yaml, member, true, err, "unknown key '%s': did you mean '%s'?",
                             member->key, nearest);
        else
            r = sa_yaml_fail(yaml, member, true, err, "unknown key '%s'", member->key);
        hint_choices(err, "use one of the keys", known);
        return r;
    }
    return 0;
}

/* The scalar of a member: 1 and the node, 0 when the member is absent, or a failure. */
static int get_scalar(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping,
                      const char *key, const struct sa_yaml_node **ret, struct sa_error *err)
{
    const struct sa_yaml_node *node = sa_yaml_get(mapping, key);

    if (node == NULL)
        return 0;
    if (node->type != SA_YAML_SCALAR)
        return sa_yaml_fail(yaml, node, false, err, "'%s' must be one value, not %s", key,
                            type_name(node));
    if (is_null(node))
        return sa_yaml_fail(
            yaml, node, true, err,
            "'%s' has no value: write one, '' for an empty text, or remove the line", key);
    *ret = node;
    return 1;
}

static int fail_absent(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping,
                       const char *key, struct sa_error *err)
{
    return sa_yaml_fail(yaml, mapping, false, err, "the key '%s' is missing: add '%s: ...'", key,
                        key);
}

int sa_yaml_text(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 bool required, const char **ret, struct sa_error *err)
{
    const struct sa_yaml_node *node = NULL;
    int r = get_scalar(yaml, mapping, key, &node, err);

    if (r == 0 && required)
        return fail_absent(yaml, mapping, key, err);
    if (r <= 0)
        return r;
    *ret = node->text;
    return 0;
}

int sa_yaml_int(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                int64_t min, int64_t max, int64_t *ret, struct sa_error *err)
{
    const struct sa_yaml_node *node = NULL;
    const char *digits = NULL;
    int r = get_scalar(yaml, mapping, key, &node, err);

    if (r <= 0)
        return r;
    if (node->quoted)
        return sa_yaml_fail(yaml, node, false, err, "'%s' is a number: write it without quotes",
                            key);
    digits = node->text + (node->text[0] == '-' || node->text[0] == '+');
    /* YAML 1.1 reads 010 as eight, people read ten. */
    if (digits[0] == '0' && digits[1] != '\0')
        return sa_yaml_fail(yaml, node, false, err,
                            "'%s' must be a decimal number without leading zeros, not '%s'", key,
                            node->text);
    if (sa_parse_i64(node->text, min, max, ret) < 0)
        return sa_yaml_fail(yaml, node, false, err,
                            "'%s' must be a whole number from %lld to %lld, not '%s'", key,
                            (long long)min, (long long)max, node->text);
    return 0;
}

int sa_yaml_bool(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 bool *ret, struct sa_error *err)
{
    const struct sa_yaml_node *node = NULL;
    int r = get_scalar(yaml, mapping, key, &node, err);

    if (r <= 0)
        return r;
    if (node->quoted || (strcmp(node->text, "true") != 0 && strcmp(node->text, "false") != 0))
        return sa_yaml_fail(yaml, node, false, err,
                            "'%s' must be true or false, without quotes, not '%s'", key,
                            node->text);
    *ret = node->text[0] == 't';
    return 0;
}

int sa_yaml_enum(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 const char *const *values, bool required, int *ret, struct sa_error *err)
{
    const struct sa_yaml_node *node = NULL;
    const char *nearest = NULL;
    int r = get_scalar(yaml, mapping, key, &node, err);

    if (r == 0 && required) {
        r = fail_absent(yaml, mapping, key, err);
        hint_choices(err, "write one of", values);
        return r;
    }
    if (r <= 0)
        return r;
    for (int i = 0; values[i] != NULL; i++) {
        if (strcmp(node->text, values[i]) == 0) {
            *ret = i;
            return 0;
        }
    }
    nearest = sa_text_nearest(node->text, values);
    if (nearest != NULL)
        r = sa_yaml_fail(yaml, node, false, err, "'%s' cannot be '%s': did you mean '%s'?", key,
                         node->text, nearest);
    else
        r = sa_yaml_fail(yaml, node, false, err, "'%s' cannot be '%s'", key, node->text);
    hint_choices(err, "write one of", values);
    return r;
}

int sa_yaml_list(const struct sa_yaml *yaml, const struct sa_yaml_node *mapping, const char *key,
                 const struct sa_yaml_node **ret_first, size_t *ret_count, struct sa_error *err)
{
    const struct sa_yaml_node *node = sa_yaml_get(mapping, key);

    if (node == NULL)
        return 0;
    if (node->type == SA_YAML_MAPPING)
        return sa_yaml_fail(yaml, node, false, err, "'%s' must be a list ('[a, b]'), not a mapping",
                            key);
    if (is_null(node))
        return sa_yaml_fail(
            yaml, node, true, err,
            "'%s' has no value: write one, [] for an empty list, or remove the line", key);
    for (const struct sa_yaml_node *member = node->first; member != NULL; member = member->next) {
        if (member->type != SA_YAML_SCALAR)
            return sa_yaml_fail(yaml, member, false, err,
                                "'%s' must be a list of single values: %s stands here", key,
                                type_name(member));
        if (is_null(member))
            return sa_yaml_fail(yaml, member, false, err,
                                "a value is missing in the list '%s': write '' for an empty text",
                                key);
    }
    *ret_first = node->first;
    *ret_count = node->type == SA_YAML_SEQUENCE ? node->count : 1;
    return 0;
}
