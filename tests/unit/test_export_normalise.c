/* SPDX-License-Identifier: Apache-2.0 */
/* Forms for comparison: what must come out equal, and what must not. */
#include <stdio.h>
#include <stdlib.h>
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

/* Whole exports ------------------------------------------------------------------------------- */

static int open_scene(void **state)
{
    struct scene *scene = calloc(1, sizeof *scene);

    if (scene == NULL)
        return -1;
    scene_open(scene);
    *state = scene;
    return 0;
}

static int close_scene(void **state)
{
    scene_close(*state);
    free(*state);
    return 0;
}

static void check_all_ok(struct scene *scene)
{
    assert_int_equal(collect(scene), 0);
    assert_string_equal(scene->problem.message, "");
    assert_int_equal(scene->problem.status, 0);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM coverage WHERE status = 'ok'"), 3);
}

#define AD_WITH(inside)                                                          \
    "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"         \
    "<private-configuration><adma-configuration>" inside "</adma-configuration>" \
    "</private-configuration><attribute-inclusion/><ma-partition-data/><ma-run-data/></ma-data>"

#define TWIN(guid, precedence, type, body)                                                    \
    "<synchronizationRule><id>" guid "</id><name>Twin</name><direction>Inbound</direction>"   \
    "<disabled>0</disabled><connector>" AD_GUID "</connector><sourceObjectType>" type         \
    "</sourceObjectType><targetObjectType>person</targetObjectType><linkType>Join</linkType>" \
    "<precedence>" precedence "</precedence><softDeleteExpiryInterval/>" body                 \
    "</synchronizationRule>"
#define TWIN_BODY(mappings, join, scope)                    \
    "<attribute-mappings>" mappings "</attribute-mappings>" \
    "<relationshipCriteria>" join "</relationshipCriteria>" \
    "<synchronizationCriteria>" scope "</synchronizationCriteria>"
#define TWIN_SCOPE(value)                                                           \
    "<conditions><scope><csAttribute>a</csAttribute><csOperator>EQUAL</csOperator>" \
    "<csValue>" value "</csValue></scope></conditions>"
#define TWIN_JOIN(attribute)                         \
    "<conditions><condition><csAttribute>" attribute \
    "</csAttribute><ilmAttribute>b</ilmAttribute></condition></conditions>"
#define TWIN_MAPPING(to, from) "<mapping><dest>" to "</dest><src>" from "</src></mapping>"

/* Two rules of one name get their numbers by what they do, whichever file comes first. */
static void rules_of_one_name_by_meaning(void **state)
{
    static const struct {
        const char *first, *second;
    } pairs[] = {
#define TWINS(a, a_type, a_body, b, b_type, b_body) \
    {TWIN(RULE_2, a, a_type, a_body), TWIN(RULE_3, b, b_type, b_body)}
        /* A number, no text; it goes before everything else. */
        TWINS("9", "user", TWIN_BODY("", "", TWIN_SCOPE("2")), "10", "user",
              TWIN_BODY("", "", TWIN_SCOPE("1"))),
        TWINS("9", "user", TWIN_BODY("", TWIN_JOIN("z"), TWIN_SCOPE("1")), "9", "user",
              TWIN_BODY("", TWIN_JOIN("a"), TWIN_SCOPE("2"))),
        TWINS("9", "user", TWIN_BODY(TWIN_MAPPING("z", "z"), TWIN_JOIN("a"), ""), "9", "user",
              TWIN_BODY(TWIN_MAPPING("a", "a"), TWIN_JOIN("b"), "")),
        /* The order of mappings counts for nothing. */
        TWINS("9", "user", TWIN_BODY(TWIN_MAPPING("z", "1") TWIN_MAPPING("a", "1"), "", ""), "9",
              "user", TWIN_BODY(TWIN_MAPPING("b", "1") TWIN_MAPPING("c", "1"), "", "")),
        TWINS("9", "user", TWIN_BODY(TWIN_MAPPING("a", "1"), "", ""), "9", "user",
              TWIN_BODY(TWIN_MAPPING("a", "2"), "", "")),
        TWINS("9", "user", TWIN_BODY(TWIN_MAPPING("a", "1"), "", ""), "9", "user",
              TWIN_BODY(TWIN_MAPPING("b", "1") TWIN_MAPPING("a", "1"), "", "")),
        TWINS("9", "contact", EMPTY_BODY, "9", "user", EMPTY_BODY),
#undef TWINS
    };
    struct scene *scene = *state;

    put_small_export(scene);
    for (size_t i = 0; i < SA_COUNT(pairs); i++) {
        put(scene, "SynchronizationRules/a.xml", pairs[i].first);
        put(scene, "SynchronizationRules/b.xml", pairs[i].second);
        check_all_ok(scene);
        assert_string_equal(ask(scene, "SELECT group_concat(guid || duplicate, ';') FROM (SELECT * "
                                       "FROM sync_rule WHERE name = 'Twin' ORDER BY guid)"),
                            RULE_2 "0;" RULE_3 "1");
        put(scene, "SynchronizationRules/a.xml", pairs[i].second);
        put(scene, "SynchronizationRules/b.xml", pairs[i].first);
        check_all_ok(scene);
        assert_string_equal(ask(scene, "SELECT group_concat(guid || duplicate, ';') FROM (SELECT * "
                                       "FROM sync_rule WHERE name = 'Twin' ORDER BY guid)"),
                            RULE_2 "0;" RULE_3 "1");
    }
}

static const char ad_settings[] =
    "SELECT group_concat(scope || '/' || s.name || '=' || value, ';') FROM (SELECT s.* FROM "
    "connector_setting s JOIN connector ON id = connector_id WHERE guid = '" AD_GUID
    "' ORDER BY scope, s.name) s";

/* What stands in the forest's elements only is a setting too, and once. */
static void elements_of_a_forest(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        AD_WITH("<forest-name>f</forest-name><forest-guid>{0}</forest-guid><forest-login-x>1"
                "</forest-login-x><forest-port> 389 </forest-port><forest-port>389</forest-port>"
                "<default-ssl-strength>128</default-ssl-strength><empty/><cookies>1</cookies>"
                "<last-dc>DC1</last-dc><admin-password>1</admin-password><a type='encrypted'/>"
                "<nested>1<b>2</b><empty>3</empty></nested><Shared>1</Shared>"
                "<parameter-values><parameter name='shared' use='connectivity'>2</parameter>"
                "</parameter-values>"));
    check_all_ok(scene);
    assert_string_equal(ask(scene, ad_settings),
                        "connectivity/default-ssl-strength=128;connectivity/empty=;"
                        "connectivity/forest-port=389;connectivity/shared=2");
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        AD_WITH("<forest-port>389</forest-port><forest-port>390</forest-port>"));
    assert_int_equal(collect(scene), 0);
    assert_string_equal(coverage(scene, "connector"), "failed");
    assert_contains(scene->problem.message, "'forest-port' is written twice, differently");
}

#define TARGET(guid)                                                       \
    AD_WITH("<password-hash-sync-config><enabled>1</enabled><target>" guid \
            "</target></password-hash-sync-config>")

/* Identifiers of connectors are a server's own: what they mean is kept. */
static void target_of_password_hashes(void **state)
{
    static const struct {
        const char *file, *expected;
    } cases[] = {
        {TARGET("{B891884F-051E-4A83-95AF-2544101C9083}"),                                       "password-hash-sync/target=entra"    },
        {TARGET("{" RULE_1 "}"),                                                                 "password-hash-sync/target=ad:other" },
        {TARGET("{" RULE_2 "}"),                                                                 "password-hash-sync/target=" RULE_2  },
        {TARGET("somewhere"),                                                                    "password-hash-sync/target=somewhere"},
        {AD_WITH("<password-hash-sync-config><enabled>1</enabled></password-hash-sync-config>"),
         "(null)"                                                                                                                     },
    };
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/z.xml", AD_CONNECTOR(RULE_1, "other", ""));
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        put(scene, "Connectors/Connector_{" AD_GUID "}.xml", cases[i].file);
        check_all_ok(scene);
        assert_string_equal(ask(scene, ad_settings), cases[i].expected);
        assert_int_equal(ask_number(scene, "SELECT password_hash_sync FROM connector WHERE guid = "
                                           "'" AD_GUID "'"),
                         1);
    }
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        AD_WITH("<password-hash-sync-config><target/><target/></password-hash-sync-config>"));
    assert_int_equal(collect(scene), 0);
    assert_contains(scene->problem.message, "'target' is written twice");
}

/* An account in another letter case is the same account. */
static void accounts_in_any_letter_case(void **state)
{
    struct scene *scene = *state;

    put_small_export(scene);
    put(scene, "Connectors/Connector_{" AD_GUID "}.xml",
        AD_WITH("<forest-login-domain>Müller.example</forest-login-domain>"
                "<forest-login-user>MSOL_a</forest-login-user><parameter-values>"
                "<parameter name='forest-login-domain' use='connectivity'>MÜLLER.example"
                "</parameter><parameter name='forest-login-user' use='connectivity'>msol_A"
                "</parameter></parameter-values>"));
    put(scene, "Connectors/Connector_{" ENTRA_GUID "}.xml",
        "<ma-data><id>{" ENTRA_GUID "}</id><name>x - AAD</name><category>Extensible2</category>"
        "<private-configuration><MAConfig><parameter-values>"
        "<parameter name='UserName' use='connectivity'>Sync@x</parameter>"
        "<parameter name='username' use='global'>SYNC@X</parameter>"
        "</parameter-values></MAConfig></private-configuration><attribute-inclusion/>"
        "<ma-partition-data/><ma-run-data/></ma-data>");
    check_all_ok(scene);
    assert_int_equal(ask_number(scene, "SELECT count(*) FROM connector_setting"), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_scene, close_scene)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guids),
        cmocka_unit_test(expressions_without_what_does_not_count),
        cmocka_unit_test(expressions_with_what_counts),
        cmocka_unit_test(keys_of_mappings),
        cmocka_unit_test(own_connector_is_no_difference),
        cmocka_unit_test(scopes),
        cmocka_unit_test(joins),
        TEST(rules_of_one_name_by_meaning),
        TEST(elements_of_a_forest),
        TEST(target_of_password_hashes),
        TEST(accounts_in_any_letter_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
