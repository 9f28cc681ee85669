/* SPDX-License-Identifier: Apache-2.0 */
/* The strict YAML subset: what it takes, what it refuses, and where it says that the fault is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"
#include "syncaudit/yaml.h"

#include "support/test.h"

static struct sa_yaml *parse(const char *text)
{
    struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};
    int r = sa_yaml_parse("f.yaml", text, strlen(text), 1, &yaml, &err);

    if (r < 0)
        fail_msg("%s: %s", err.place, err.message);
    assert_non_null(yaml);
    return yaml;
}

static const struct sa_yaml_node *get(const struct sa_yaml *yaml, const char *key)
{
    const struct sa_yaml_node *node = sa_yaml_get(sa_yaml_root(yaml), key);

    assert_non_null(node);
    return node;
}

static void reads_mappings_lists_and_texts(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml = parse("# a comment\n"
                                 "title: plain text with 'quotes' inside\n"
                                 "norway: NO\n"
                                 "version: 2.10\n"
                                 "quoted: \"tab\\t, \\u00e9\"\n"
                                 "block: >-\n"
                                 "  first\n"
                                 "  second\n"
                                 "list: [a, 'b', \"c\"]\n"
                                 "nested:\n"
                                 "  - name: one\n"
                                 "    roles:\n"
                                 "    - active\n"
                                 "  - {name: two, roles: []}\n");
    const struct sa_yaml_node *nested = get(yaml, "nested");
    const struct sa_yaml_node *second = NULL;

    (void)state;
    assert_int_equal(sa_yaml_root(yaml)->type, SA_YAML_MAPPING);
    assert_int_equal(sa_yaml_root(yaml)->count, 7);
    assert_string_equal(get(yaml, "title")->text, "plain text with 'quotes' inside");
    assert_false(get(yaml, "title")->quoted);
    assert_string_equal(get(yaml, "norway")->text, "NO");
    assert_string_equal(get(yaml, "version")->text, "2.10");
    assert_string_equal(get(yaml, "quoted")->text, "tab\t, \xC3\xA9");
    assert_true(get(yaml, "quoted")->quoted);
    assert_string_equal(get(yaml, "block")->text, "first second");
    assert_true(get(yaml, "block")->quoted);
    assert_int_equal(get(yaml, "list")->count, 3);
    assert_int_equal(nested->count, 2);
    second = nested->first->next;
    assert_null(second->next);
    assert_string_equal(sa_yaml_get(second, "name")->text, "two");
    assert_int_equal(sa_yaml_get(second, "roles")->count, 0);
    assert_null(sa_yaml_get(second, "Name"));
    assert_null(sa_yaml_get(sa_yaml_get(second, "name"), "name"));
}

static void tells_where_a_node_stands(void **state)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    static const char text[] = "a: 1\nb:\n  - \xC3\xA9: x\n";
    const struct sa_yaml_node *member = NULL;

    (void)state;
    assert_int_equal(sa_yaml_parse("f", text, strlen(text), 41, &yaml, NULL), 0);
    assert_int_equal(get(yaml, "a")->line, 41);
    assert_int_equal(get(yaml, "a")->column, 4);
    assert_int_equal(get(yaml, "a")->key_line, 41);
    assert_int_equal(get(yaml, "a")->key_column, 1);
    member = get(yaml, "b")->first->first;
    assert_int_equal(member->key_line, 43);
    assert_int_equal(member->key_column, 5);
    assert_int_equal(member->line, 43);
    assert_int_equal(member->column, 8); /* characters, not bytes */
}

static void takes_nothing_for_an_empty_mapping(void **state)
{
    static const char *const texts[] = {"", "\n\n", "# only a comment\n", "---\n", "\xEF\xBB\xBF"};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = parse(texts[i]);

        assert_int_equal(sa_yaml_root(yaml)->type, SA_YAML_MAPPING);
        assert_int_equal(sa_yaml_root(yaml)->count, 0);
        assert_null(sa_yaml_root(yaml)->first);
    }
}

static void skips_a_byte_order_mark_and_takes_windows_lines(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml = parse("\xEF\xBB\xBF"
                                 "a: 1\r\nb: 2\r\n");

    (void)state;
    assert_int_equal(get(yaml, "a")->key_column, 1);
    assert_string_equal(get(yaml, "a")->text, "1");
    assert_int_equal(get(yaml, "b")->line, 2);
    assert_string_equal(get(yaml, "b")->text, "2");
}

struct refusal {
    const char *text;
    const char *place;
    const char *message; /* part of it */
};

static void check_refusal(const struct refusal *c)
{
    struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};
    int r = sa_yaml_parse("f.yaml", c->text, strlen(c->text), 1, &yaml, &err);

    if (r == 0)
        fail_msg("taken: %s", c->text);
    assert_null(yaml);
    assert_int_equal(r, err.status);
    if (strstr(err.message, c->message) == NULL)
        fail_msg("'%s' gave '%s', which does not hold '%s'", c->text, err.message, c->message);
    assert_string_equal(err.place, c->place);
    /* And the same without somebody who wants to know why. */
    assert_int_equal(sa_yaml_parse("f.yaml", c->text, strlen(c->text), 1, &yaml, NULL), r);
}

static void refuses_what_is_outside_the_subset(void **state)
{
    /* clang-format off */
    static const struct refusal refusals[] = {
        {"a: &x 1\n",                        "f.yaml:1:4", "anchors such as '&x'"                },
        {"a: &x [1]\n",                      "f.yaml:1:4", "anchors"                             },
        {"a: *x\n",                          "f.yaml:1:4", "aliases such as '*x'"                },
        {"a: !!str 1\n",                     "f.yaml:1:4", "tags such as"                        },
        {"a: ! b\n",                         "f.yaml:1:4", "tags such as '!'"                    },
        {"a: !x {b: 1}\n",                   "f.yaml:1:4", "tags such as '!x'"                   },
        {"a: 1\nb: 2\na: 3\n",               "f.yaml:3:1", "the key 'a' stands here for the second"
                                                           " time, after line 1"                 },
        {"x: {b: 1, c: 2, b: 2}\n",          "f.yaml:1:17", "the key 'b' stands here"            },
        {"- 1\n- b: 1\n  b: 1\n",            "f.yaml:3:3", "the key 'b' stands here"             },
        {"'a': 1\n",                         "f.yaml:1:1", "write it without quotes"             },
        {"? [a]\n: 1\n",                     "f.yaml:1:3", "a key must be a plain word"          },
        {"{a: 1}: 2\n",                      "f.yaml:1:1", "a key must be a plain word"          },
        {": 1\n",                            "f.yaml:1:1", "did not find expected key"           },
        {"{: 1}\n",                          "f.yaml:1:2", "did not find expected node content"  },
        {"{? : 1}\n",                        "f.yaml:1:4", "a key is missing in front of ':'"    },
        {"a:\n\tb: 2\n",                    "f.yaml:2:1", "a tab cannot indent: write spaces"   },
        {"a: 1\nb\nc: 2\n",                "f.yaml:2:1", "could not find expected ':'"         },
        {"a: 1\n<<: {b: 2}\n",               "f.yaml:2:1", "the merge key"                       },
        {"a: 1\n---\nb: 2\n",                "f.yaml:2:1", "a second document starts here"       },
        {"a: 1\n...\nb: 2\n",                "f.yaml:3:1", "document"                            },
        {"%YAML 1.1\n---\na: 1\n",           "f.yaml:1:1", "directives such as"                  },
        {"%TAG ! x:\n---\na: 1\n",           "f.yaml:1:1", "directives such as"                  },
        {"a: 1\nb: \"x\\0y\"\n",             "f.yaml:2:4", "the character NUL"                   },
        {"a: 1\nb\xC3\x28: 2\n",             "f.yaml:2:2", "byte 0xC3 is no UTF-8"               },
        {"\xC3\xA9\xED\xA0\x80: 2\n",        "f.yaml:1:2", "byte 0xED is no UTF-8"               },
        {"\xFF\xFE" "a: 1\n",                "f.yaml:1:1", "byte 0xFF is no UTF-8"               },
        {"a: 1\n\tb: 2\n",                   "f.yaml:2:1", "a tab cannot indent: write spaces"   },
        {"a: @x\n",                          "f.yaml:1:4", "a value cannot start with '@'"       },
        {"a: \x1B[31m\n",                    "f.yaml:1:4", "a control character"                 },
        {"a: x\rb: y\n",                     "f.yaml:1:5", "a carriage return without"           },
        {"a: x\r",                           "f.yaml:1:5", "a carriage return without"           },
        {"a: x\xE2\x80\xA8" "b: y\n",        "f.yaml:1:5", "a line break other than LF"          },
        {"a: x\xC2\x85" "b: y\n",            "f.yaml:1:5", "a line break other than LF"          },
        {"a: b\xEF\xBB\xBF\n",               "f.yaml:1:5", "a control character"                 },
        {"a: b: c\n",                        "f.yaml:1:5", "mapping values are not allowed"      },
        {"a: [1, 2\nb: 3\n",                 "f.yaml:2:2", "did not find expected ','"           },
        {"a: 'open\n",                       "f.yaml:2:1", "unexpected end of stream"            },
        {"a: \"\\q\"\n",                     "f.yaml:1:5", "unknown escape character"            },
        {"a:\n   b: 1\n  c: 2\n",            "f.yaml:3:3", "did not find expected"               },
    };
    /* clang-format on */

    (void)state;
    for (size_t i = 0; i < SA_COUNT(refusals); i++)
        check_refusal(&refusals[i]);
}

static void refuses_a_nul_byte(void **state)
{
    static const char text[] = "a: 1\0b: 2\n";
    struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_yaml_parse("f", text, sizeof text - 1, 1, &yaml, &err), SA_E_INPUT);
    assert_string_equal(err.place, "f:1:5");
}

/* `depth` open brackets and as many closed ones. */
static int parse_nested(size_t depth, struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);

    for (size_t i = 0; i < depth; i++)
        sa_buf_add_char(&text, '[');
    for (size_t i = 0; i < depth; i++)
        sa_buf_add_char(&text, ']');
    return sa_yaml_parse("f", sa_buf_text(&text), text.len, 1, &yaml, err);
}

static void bounds_depth(void **state)
{
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(parse_nested(SA_LIMIT_YAML_DEPTH, &err), 0);
    assert_int_equal(parse_nested(SA_LIMIT_YAML_DEPTH + 1, &err), SA_E_LIMIT);
    assert_string_equal(err.place, "f:1:17");
    assert_int_equal(parse_nested(100000, &err), SA_E_LIMIT);
}

static int parse_wide(size_t members, struct sa_error *err)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(16 * SA_MIB);

    for (size_t i = 0; i < members; i++)
        sa_buf_addf(&text, "k%zu: ''\n", i);
    return sa_yaml_parse("f", sa_buf_text(&text), text.len, 1, &yaml, err);
}

static void bounds_the_number_of_values(void **state)
{
    struct sa_error err = {0};
    size_t most = (SA_LIMIT_YAML_NODES - 1) / 2; /* the mapping itself; a key and a value each */

    (void)state;
    assert_int_equal(parse_wide(most, &err), 0);
    assert_int_equal(parse_wide(most + 1, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "SA_LIMIT_YAML_NODES"));
}

static void finds_the_first_of_many_duplicates(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < 20000; i++)
        sa_buf_addf(&text, "k%zu: 1\n", i == 15000 ? 77 : i);
    assert_int_equal(sa_yaml_parse("f", sa_buf_text(&text), text.len, 1, &yaml, &err), SA_E_INPUT);
    assert_string_equal(err.place, "f:15001:1");
    assert_non_null(strstr(err.message, "'k77' stands here for the second time, after line 78"));
}

static const char *const known[] = {"title", "severity", "needs", NULL};

static void names_the_nearest_key(void **state)
{
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = parse("title: x\nseverty: high\n");
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *strange = parse("qqqq: x\n");
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *list = parse("- a\n");
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *good = parse("needs: []\ntitle: y\n");
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_yaml_check_keys(good, sa_yaml_root(good), known, &err), 0);
    assert_int_equal(sa_yaml_check_keys(yaml, sa_yaml_root(yaml), known, &err), SA_E_INPUT);
    assert_string_equal(err.message, "unknown key 'severty': did you mean 'severity'?");
    assert_string_equal(err.place, "f.yaml:2:1");
    assert_string_equal(err.hint, "use one of the keys title, severity or needs");
    assert_int_equal(sa_yaml_check_keys(strange, sa_yaml_root(strange), known, &err), SA_E_INPUT);
    assert_string_equal(err.message, "unknown key 'qqqq'");
    assert_int_equal(sa_yaml_check_keys(list, sa_yaml_root(list), known, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "a mapping"));
    assert_int_equal(sa_yaml_check_keys(good, get(good, "title"), known, &err), SA_E_INPUT);
    assert_non_null(strstr(err.message, "'title' must be a mapping"));
}

static void reads_texts(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml =
        parse("a: x\nempty: ''\nnone:\ntilde: ~\nnull_word: Null\nquoted: 'null'\nlist: [1]\n");
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    const char *text = "untouched";
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_yaml_text(yaml, root, "absent", false, &text, &err), 0);
    assert_string_equal(text, "untouched");
    assert_int_equal(sa_yaml_text(yaml, root, "absent", true, &text, &err), SA_E_INPUT);
    assert_string_equal(err.message, "the key 'absent' is missing: add 'absent: ...'");
    assert_int_equal(sa_yaml_text(yaml, root, "none", false, &text, &err), SA_E_INPUT);
    assert_string_equal(err.place, "f.yaml:3:1");
    assert_int_equal(sa_yaml_text(yaml, root, "tilde", true, &text, &err), SA_E_INPUT);
    assert_int_equal(sa_yaml_text(yaml, root, "null_word", true, &text, &err), SA_E_INPUT);
    assert_int_equal(sa_yaml_text(yaml, root, "list", true, &text, &err), SA_E_INPUT);
    assert_string_equal(err.message, "'list' must be one value, not a list");
    assert_string_equal(text, "untouched");
    assert_int_equal(sa_yaml_text(yaml, root, "a", true, &text, &err), 0);
    assert_string_equal(text, "x");
    assert_int_equal(sa_yaml_text(yaml, root, "empty", true, &text, &err), 0);
    assert_string_equal(text, "");
    assert_int_equal(sa_yaml_text(yaml, root, "quoted", true, &text, &err), 0);
    assert_string_equal(text, "null");
}

static void reads_whole_numbers(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml =
        parse("a: 42\nb: -7\nc: 1e3\nd: 010\ne: '5'\nf: 99999999999999999999\ng: 0\nh: 0x10\n"
              "i: 1_000\n");
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    static const char *const bad[] = {"c", "d", "e", "f", "h", "i"};
    int64_t number = 1;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_yaml_int(yaml, root, "absent", 0, 9, &number, &err), 0);
    assert_int_equal(number, 1);
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_int_equal(sa_yaml_int(yaml, root, bad[i], -9999, 9999, &number, &err), SA_E_INPUT);
    assert_int_equal(sa_yaml_int(yaml, root, "a", 0, 41, &number, &err), SA_E_INPUT);
    assert_string_equal(err.message, "'a' must be a whole number from 0 to 41, not '42'");
    assert_string_equal(err.place, "f.yaml:1:4");
    assert_int_equal(number, 1);
    assert_int_equal(sa_yaml_int(yaml, root, "a", 0, 42, &number, &err), 0);
    assert_int_equal(number, 42);
    assert_int_equal(sa_yaml_int(yaml, root, "b", -7, 0, &number, &err), 0);
    assert_int_equal(number, -7);
    assert_int_equal(sa_yaml_int(yaml, root, "g", 0, 0, &number, &err), 0);
    assert_int_equal(number, 0);
}

static void reads_only_two_words_as_truth(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml = parse("a: true\nb: false\nc: yes\nd: NO\ne: 'true'\nf: True\ng: 1\n");
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    static const char *const bad[] = {"c", "d", "e", "f", "g"};
    bool flag = true;
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        assert_int_equal(sa_yaml_bool(yaml, root, bad[i], &flag, &err), SA_E_INPUT);
        assert_non_null(strstr(err.message, "must be true or false"));
    }
    assert_true(flag);
    assert_int_equal(sa_yaml_bool(yaml, root, "b", &flag, &err), 0);
    assert_false(flag);
    assert_int_equal(sa_yaml_bool(yaml, root, "a", &flag, &err), 0);
    assert_true(flag);
    flag = false;
    assert_int_equal(sa_yaml_bool(yaml, root, "absent", &flag, &err), 0);
    assert_false(flag);
}

static void reads_one_of_several_words(void **state)
{
    static const char *const words[] = {"active", "staging", NULL};
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = parse("a: staging\nb: stageing\nc: Active\n");
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    int value = -1;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_yaml_enum(yaml, root, "b", words, false, &value, &err), SA_E_INPUT);
    assert_string_equal(err.message, "'b' cannot be 'stageing': did you mean 'staging'?");
    assert_string_equal(err.hint, "write one of active or staging");
    assert_int_equal(sa_yaml_enum(yaml, root, "c", words, false, &value, &err), SA_E_INPUT);
    assert_int_equal(sa_yaml_enum(yaml, root, "absent", words, true, &value, &err), SA_E_INPUT);
    assert_int_equal(sa_yaml_enum(yaml, root, "absent", words, false, &value, &err), 0);
    assert_int_equal(value, -1);
    assert_int_equal(sa_yaml_enum(yaml, root, "a", words, true, &value, &err), 0);
    assert_int_equal(value, 1);
}

static void reads_lists(void **state)
{
    SA_CLEANUP(sa_yaml_free_p)
    struct sa_yaml *yaml =
        parse("a: [x, y]\nb: z\nc: []\nd:\ne: [[x]]\nf: [x, ]\ng: {x: 1}\nh:\n- x\n-\n");
    const struct sa_yaml_node *root = sa_yaml_root(yaml);
    static const char *const bad[] = {"d", "e", "g", "h"};
    const struct sa_yaml_node *first = NULL;
    size_t count = 99;
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_int_equal(sa_yaml_list(yaml, root, bad[i], &first, &count, &err), SA_E_INPUT);
    assert_string_equal(err.place, "f.yaml:10:2");
    assert_int_equal(sa_yaml_list(yaml, root, "absent", &first, &count, &err), 0);
    assert_int_equal(count, 99);
    assert_int_equal(sa_yaml_list(yaml, root, "a", &first, &count, &err), 0);
    assert_int_equal(count, 2);
    assert_string_equal(first->text, "x");
    assert_string_equal(first->next->text, "y");
    assert_null(first->next->next);
    assert_int_equal(sa_yaml_list(yaml, root, "b", &first, &count, &err), 0);
    assert_int_equal(count, 1);
    assert_string_equal(first->text, "z");
    assert_null(first->next); /* not the next key of the mapping */
    assert_int_equal(sa_yaml_list(yaml, root, "c", &first, &count, &err), 0);
    assert_int_equal(count, 0);
    assert_null(first);
    assert_int_equal(sa_yaml_list(yaml, root, "f", &first, &count, &err), 0);
    assert_int_equal(count, 1);
}

static void loads_files_up_to_a_limit(void **state)
{
    char path[] = "yaml-test-XXXXXX";
    int fd = mkstemp(path);
    SA_CLEANUP(sa_yaml_free_p) struct sa_yaml *yaml = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "a: 1\nb: [\n", 10), 10);
    assert_int_equal(sa_yaml_load(path, 9, &yaml, &err), SA_E_LIMIT);
    assert_string_equal(err.place, path);
    assert_int_equal(sa_yaml_load(path, 10, &yaml, &err), SA_E_INPUT);
    assert_int_equal(ftruncate(fd, 5), 0);
    assert_int_equal(sa_yaml_load(path, 10, &yaml, &err), 0);
    assert_string_equal(get(yaml, "a")->text, "1");
    (void)close(fd);
    assert_int_equal(unlink(path), 0);
    sa_yaml_free(yaml);
    yaml = NULL;
    assert_int_equal(sa_yaml_load(path, 10, &yaml, &err), SA_E_NOT_FOUND);
    assert_int_equal(sa_yaml_load(".", 10, &yaml, &err), SA_E_IO);
    assert_null(yaml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_mappings_lists_and_texts),
        cmocka_unit_test(tells_where_a_node_stands),
        cmocka_unit_test(takes_nothing_for_an_empty_mapping),
        cmocka_unit_test(skips_a_byte_order_mark_and_takes_windows_lines),
        cmocka_unit_test(refuses_what_is_outside_the_subset),
        cmocka_unit_test(refuses_a_nul_byte),
        cmocka_unit_test(bounds_depth),
        cmocka_unit_test(bounds_the_number_of_values),
        cmocka_unit_test(finds_the_first_of_many_duplicates),
        cmocka_unit_test(names_the_nearest_key),
        cmocka_unit_test(reads_texts),
        cmocka_unit_test(reads_whole_numbers),
        cmocka_unit_test(reads_only_two_words_as_truth),
        cmocka_unit_test(reads_one_of_several_words),
        cmocka_unit_test(reads_lists),
        cmocka_unit_test(loads_files_up_to_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
