/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as YAML: refused with a place, or a tree that keeps what yaml.h promises. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"
#include "syncaudit/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static void check_node(const struct sa_yaml_node *node, const struct sa_yaml_node *parent,
                       size_t depth)
{
    size_t count = 0;

    REQUIRE(depth <= SA_LIMIT_YAML_DEPTH + 1);
    REQUIRE(node->line >= 7 && node->column >= 1);
    REQUIRE(node->text != NULL && sa_utf8_valid(node->text, strlen(node->text)));
    REQUIRE((node->key != NULL) == (parent != NULL && parent->type == SA_YAML_MAPPING));
    if (node->key != NULL) {
        REQUIRE(node->key[0] != '\0' && node->key_line >= 7 && node->key_column >= 1);
        /* The only member of that name, or the one found first would be another. */
        REQUIRE(sa_yaml_get(parent, node->key) == node);
    }
    if (node->type == SA_YAML_SCALAR)
        return;
    for (const struct sa_yaml_node *member = node->first; member != NULL; member = member->next) {
        check_node(member, node, depth + 1);
        count++;
    }
    REQUIRE(count == node->count);
}

/* The typed readers on whatever stands in the first member. */
static void read_member(const struct sa_yaml *yaml)
{
    static const char *const words[] = {"one", "two", NULL};
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    const char *key = root->type == SA_YAML_MAPPING && root->first != NULL ? root->first->key : "x";
    const struct sa_yaml_node *first = NULL;
    const char *text = NULL;
    struct sa_error err = {0};
    size_t count = 0;
    int64_t number = 5;
    bool flag = false;
    int word = 0;

    REQUIRE(sa_yaml_check_keys(yaml, root, words, &err) <= 0);
    if (sa_yaml_text(yaml, root, key, true, &text, &err) == 0)
        REQUIRE(text != NULL);
    if (sa_yaml_int(yaml, root, key, -9, 9, &number, &err) == 0)
        REQUIRE(number >= -9 && number <= 9);
    REQUIRE(sa_yaml_bool(yaml, root, key, &flag, &err) <= 0);
    if (sa_yaml_enum(yaml, root, key, words, false, &word, &err) == 0)
        REQUIRE(word == 0 || word == 1);
    if (sa_yaml_list(yaml, root, key, &first, &count, &err) == 0) {
        for (; first != NULL; first = first->next, count--)
            REQUIRE(first->type == SA_YAML_SCALAR);
        REQUIRE(count == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};
    int r = sa_yaml_parse("f", (const char *)data, size, 7, &yaml, &err);

    if (r < 0) {
        REQUIRE(yaml == NULL && err.status == r && err.message[0] != '\0');
        REQUIRE(r == SA_E_NOMEM || strncmp(err.place, "f:", 2) == 0);
        return 0;
    }
    check_node(sa_yaml_root(yaml), NULL, 1);
    read_member(yaml);
    return 0;
}
