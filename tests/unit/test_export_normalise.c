/* SPDX-License-Identifier: Apache-2.0 */
/* Forms for comparison: what must come out equal, and what must not. */
#include <stdio.h>
#include <string.h>

#include "export.h"
#include "export_support.h"

static void guids(void **state)
{
    static const char *const bad[] = {"",
                                      "{}",
                                      "ae4db4cc-b16b-4eb2-acf5-837ca84e4d7",
                                      "ae4db4cc-b16b-4eb2-acf5-837ca84e4d7dd",
                                      "{ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d",
                                      "ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d}",
                                      "ae4db4ccb16b-4eb2-acf5-837ca84e4d7d-",
                                      "ge4db4cc-b16b-4eb2-acf5-837ca84e4d7d"};
    char guid[SA_EXPORT_GUID_SIZE];

    (void)state;
    assert_true(sa_export_guid_parse("{AE4DB4CC-B16B-4EB2-ACF5-837CA84E4D7D}", guid));
    assert_string_equal(guid, AD_GUID);
    assert_true(sa_export_guid_parse("Ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d", guid));
    assert_string_equal(guid, AD_GUID);
    for (size_t i = 0; i < SA_COUNT(bad); i++)
        assert_false(sa_export_guid_parse(bad[i], guid));
}

static void check_expression(const char *expression, const char *expected)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(1024);

    assert_int_equal(sa_export_add_expression(&buf, expression), 0);
    assert_string_equal(sa_buf_text(&buf), expected);
}

static void expressions_without_what_does_not_count(void **state)
{
    (void)state;
    check_expression("Trim([c])", "trim([c])");
    check_expression("  IIF( IsPresent([Mail]) ,\r\n\t[mail] , NULL )\n",
                     "iif(ispresent([mail]),[mail],null)");
    check_expression("a  Or\tb", "a or b");
    check_expression("[a] & [B]", "[a]&[b]");
    check_expression("([memberCount]> 50000)", "([membercount]>50000)");
    check_expression("x = \"A b\"", "x=\"A b\"");
    check_expression("x Or \"A b\"", "x or\"A b\"");
    check_expression("", "");
    check_expression(" \n ", "");
    check_expression("\xC3\x84nderung", "\xC3\xA4nderung");
}

static void expressions_with_what_counts(void **state)
{
    (void)state;
    check_expression("\"  Two  Spaces \"", "\"  Two  Spaces \"");
    check_expression("\"a\"\"B\"", "\"a\"\"B\"");
    /* Two literals, where the line above has one: not the same. */
    check_expression("\"a\"   \"B\"", "\"a\" \"B\"");
    check_expression("InStr([dn],\"\\\\0ACNF:\") > 0", "instr([dn],\"\\\\0ACNF:\")>0");
    /* Whether \" ends the literal is not certain, so the rest stays as it is. */
    check_expression("A & \"x\\\" & B & \"Y\"  ", "a&\"x\\\" & B & \"Y\"");
    check_expression("A & \"never ends  B", "a&\"never ends  B");
    check_expression("\"", "\"");
    check_expression("\"\\", "\"\\");
    check_expression("1 - 2", "1-2");
    check_expression("1 2", "1 2");
}

/* Reads one rule; the model lives until the next call. */
static const struct sa_export_rule *read_rule(const char *text)
{
    static struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    static struct sa_export_file file;
    struct sa_export_context context;
    struct sa_export_list rules = {0};
    struct sa_error err = {0};
    char bytes[8192];

    sa_arena_done(&arena);
    assert_true(strlen(text) < sizeof bytes);
    memcpy(bytes, text, strlen(text) + 1);
    file = (struct sa_export_file){.item = {.name = "r.xml"}, .bytes = bytes, .len = strlen(text)};
    sa_export_context_init(&context, &arena, NULL);
    if (sa_export_read_rule(&context, &file, &rules, &err) < 0)
        fail_msg("%s: %s", err.place, err.message);
    sa_export_context_done(&context);
    file.bytes = NULL;
    return (const struct sa_export_rule *)rules.first;
}

#define MAPPINGS(mappings)                                       \
    RULE(RULE_1, AD_GUID, "r",                                   \
         "<attribute-mappings>" mappings "</attribute-mappings>" \
         "<relationshipCriteria/><synchronizationCriteria/>")

static const struct sa_export_mapping *read_mapping(const char *text)
{
    return (const struct sa_export_mapping *)read_rule(text)->mappings.first;
}

static void keys_of_mappings(void **state)
{
    const struct sa_export_mapping *m = NULL;

    (void)state;
    m = read_mapping(MAPPINGS("<mapping><dest>Mail</dest><src><attr>mail</attr></src>"
                              "<valueMergeType>update</valueMergeType></mapping>"));
    assert_string_equal(m->value_key, "direct|mail||update|0");
    assert_string_equal(m->merge_type, "Update");
    assert_string_equal(m->item.key, "mail");
    assert_string_equal(m->sources, "mail");

    /* Order, letter case and repetition of sources do not count. */
    m = read_mapping(MAPPINGS("<mapping execute-once='TRUE'><dest>x</dest><src><attr>SN</attr>\n"
                              "<attr>cn</attr><attr>sn</attr></src>"
                              "<expression>[SN] &amp; [cn]</expression>"
                              "<valueMergeType>MergeCaseInsensitive</valueMergeType></mapping>"));
    assert_string_equal(m->value_key, "expression|cn, sn|[sn]&[cn]|mergecaseinsensitive|1");
    assert_string_equal(m->sources, "cn, SN");
    assert_string_equal(m->expression, "[SN] & [cn]");
    assert_int_equal(m->flow, SA_EXPORT_EXPRESSION);

    /* A constant keeps each character. */
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><src> True &lt;</src></mapping>"));
    assert_string_equal(m->value_key, "constant|| True <|update|0");
    assert_string_equal(m->constant, " True <");
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><src/></mapping>"));
    assert_string_equal(m->value_key, "constant|||update|0");
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest></mapping>"));
    assert_string_equal(m->value_key, "constant|||update|0");
    /* An expression without sources, as real exports have. */
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><expression>NULL</expression></mapping>"));
    assert_string_equal(m->value_key, "expression||null|update|0");
    /* A way to merge that is newer than this program is kept. */
    m = read_mapping(
        MAPPINGS("<mapping><dest>x</dest><valueMergeType>Blend</valueMergeType></mapping>"));
    assert_string_equal(m->merge_type, "Blend");
}

static void own_connector_is_no_difference(void **state)
{
    const struct sa_export_mapping *m = NULL;

    (void)state;
    m = read_mapping(
        MAPPINGS("<mapping><dest>x</dest><expression>IIF([c]=\"{AE4DB4CC-B16B-4EB2-ACF5-"
                 "837CA84E4D7D}\",1,\"ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d\")</expression>"
                 "</mapping>"));
    assert_string_equal(m->value_key,
                        "expression||iif([c]=\"{connector}\",1,\"{connector}\")|update|0");
    assert_contains(m->expression, "AE4DB4CC");
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><src>ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d"
                              "</src></mapping>"));
    assert_string_equal(m->value_key, "constant||{connector}|update|0");
    /* Another connector is another one. */
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><src>" ENTRA_GUID "</src></mapping>"));
    assert_string_equal(m->value_key, "constant||" ENTRA_GUID "|update|0");
    /* A GUID directly behind hexadecimal digits, and one that is cut off. */
    m = read_mapping(MAPPINGS("<mapping><dest>x</dest><src>ff" AD_GUID "{" AD_GUID
                              "ae4db4cc-b16b</src>"
                              "</mapping>"));
    assert_string_equal(m->value_key, "constant||ff{connector}{{connector}ae4db4cc-b16b|update|0");
}

#define SCOPE(groups)                                   \
    RULE(RULE_1, AD_GUID, "r",                          \
         "<attribute-mappings/><relationshipCriteria/>" \
         "<synchronizationCriteria>" groups "</synchronizationCriteria>")
#define COND(attribute, operation, value)                                   \
    "<scope><csAttribute>" attribute "</csAttribute><csOperator>" operation \
    "</csOperator><csValue>" value "</csValue></scope>"

static void scopes(void **state)
{
    const struct sa_export_rule *rule = NULL;
    char key[512];

    (void)state;
    rule = read_rule(SCOPE("<conditions>" COND("B", "ISNULL", "") COND(
        "a", "EQUAL", "X y") "</conditions><conditions>" COND("c", "EQUAL", "1") "</conditions>"));
    assert_string_equal(rule->scope_text, "(B ISNULL AND a EQUAL X y) OR (c EQUAL 1)");
    assert_string_equal(rule->scope_key, "((a equal 'X y' and b isnull '') or (c equal '1'))");
    (void)snprintf(key, sizeof key, "%s", rule->scope_key);

    /* The same in another order, letter case, and with a condition written twice. */
    rule = read_rule(SCOPE("<conditions>" COND("C", "Equal", "1") COND(
        "c", "EQUAL", "1") "</conditions><conditions><scope><csOperator>IsNull</csOperator>"
                           "<csAttribute>b</csAttribute></scope>" COND("A", "equal",
                                                                       "X y") "</conditions>"));
    assert_string_equal(rule->scope_key, key);

    /* Values count with letter case and spaces. */
    rule = read_rule(SCOPE("<conditions>" COND("b", "ISNULL", "") COND(
        "a", "EQUAL", "x y") "</conditions><conditions>" COND("c", "EQUAL", "1 ") "</conditions>"));
    assert_string_equal(rule->scope_key, "((a equal 'x y' and b isnull '') or (c equal '1 '))");

    /* A value cannot pretend to be several conditions. */
    rule = read_rule(SCOPE("<conditions>" COND("a", "EQUAL", "x' and b equal 'y") "</conditions>"));
    assert_string_equal(rule->scope_key, "((a equal 'x'' and b equal ''y'))");

    /* No filter, and a group without conditions, are not the same. */
    rule = read_rule(SCOPE(""));
    assert_string_equal(rule->scope_text, "");
    assert_string_equal(rule->scope_key, "");
    rule = read_rule(SCOPE("<conditions/>"));
    assert_string_equal(rule->scope_text, "()");
    assert_string_equal(rule->scope_key, "(())");
}

#define JOIN(groups)                                                                    \
    RULE(RULE_1, AD_GUID, "r",                                                          \
         "<attribute-mappings/><relationshipCriteria>" groups "</relationshipCriteria>" \
         "<synchronizationCriteria/>")
#define PAIR(cs, mv, more)                                                  \
    "<condition>" more "<csAttribute>" cs "</csAttribute><ilmAttribute>" mv \
    "</ilmAttribute></condition>"

static void joins(void **state)
{
    const struct sa_export_rule *rule = NULL;

    (void)state;
    rule =
        read_rule(JOIN("<conditions>" PAIR("Mail", "mail", "")
                           PAIR("cn", "CN", "") "</conditions><conditions>" PAIR(
                               "a", "b", "<caseSensitive>True</caseSensitive>") "</conditions>"));
    assert_string_equal(rule->join_text, "(Mail = mail AND cn = CN) OR (a = b (case sensitive))");
    assert_string_equal(rule->join_key, "(cn = cn and mail = mail) then (a = b (case sensitive))");
    /* Groups are tried in order, so another order is another rule. */
    rule = read_rule(JOIN("<conditions>" PAIR(
        "a", "b", "<caseSensitive>true</caseSensitive>") "</conditions><conditions>" PAIR("cn",
                                                                                          "cn", "")
                              PAIR("mail", "mail", "") "</conditions>"));
    assert_string_equal(rule->join_key, "(a = b (case sensitive)) then (cn = cn and mail = mail)");
    rule = read_rule(JOIN(
        "<conditions>" PAIR("a", "b", "<caseSensitive>False</caseSensitive>") "</conditions>"));
    assert_string_equal(rule->join_key, "(a = b)");
    rule = read_rule(JOIN(""));
    assert_string_equal(rule->join_key, "");
    assert_string_equal(rule->join_text, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guids),
        cmocka_unit_test(expressions_without_what_does_not_count),
        cmocka_unit_test(expressions_with_what_counts),
        cmocka_unit_test(keys_of_mappings),
        cmocka_unit_test(own_connector_is_no_difference),
        cmocka_unit_test(scopes),
        cmocka_unit_test(joins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
