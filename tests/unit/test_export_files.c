/* SPDX-License-Identifier: Apache-2.0 */
/* What each kind of file must say, and what happens when it says it twice, oddly, or not at all. */
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "export_support.h"

static struct sa_error error;

static int parse(enum sa_export_kind kind, const char *text)
{
    error = (struct sa_error){0};
    return sa_export_parse(kind, "f.xml", text, strlen(text), &error);
}

static void check_good(enum sa_export_kind kind, const char *text)
{
    if (parse(kind, text) < 0)
        fail_msg("%s: %s", error.place, error.message);
}

static void check_bad(enum sa_export_kind kind, const char *text, const char *place,
                      const char *message)
{
    assert_int_equal(parse(kind, text), SA_E_INPUT);
    assert_contains(error.message, message);
    assert_string_equal(error.place, place);
}

/* `text` with the first `from` replaced by `to`. The caller frees. */
static char *change(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    struct sa_buf buf = SA_BUF_INIT(SA_MIB);

    assert_non_null(at);
    (void)sa_buf_add(&buf, text, (size_t)(at - text));
    (void)sa_buf_add_text(&buf, to);
    (void)sa_buf_add_text(&buf, at + strlen(from));
    return sa_buf_take(&buf);
}

static void check_change(enum sa_export_kind kind, const char *text, const char *from,
                         const char *to, const char *message)
{
    char *changed = change(text, from, to);

    assert_int_equal(parse(kind, changed), SA_E_INPUT);
    assert_contains(error.message, message);
    assert_contains(error.place, "f.xml");
    free(changed);
}

static const char rule[] = RULE(RULE_1, AD_GUID, "n", EMPTY_BODY);

static void rules_need_their_elements(void **state)
{
    static const struct {
        const char *from, *message;
    } cases[] = {
        {"<id>{" RULE_1 "}</id>",                       "no 'id'"                     },
        {"<name>n</name>",                              "no 'name'"                   },
        {"<direction>Inbound</direction>",              "no 'direction'"              },
        {"<disabled>False</disabled>",                  "no 'disabled'"               },
        {"<connector>{" AD_GUID "}</connector>",        "no 'connector'"              },
        {"<sourceObjectType>user</sourceObjectType>",   "no 'sourceObjectType'"       },
        {"<targetObjectType>person</targetObjectType>", "no 'targetObjectType'"       },
        {"<linkType>Join</linkType>",                   "no 'linkType'"               },
        {"<precedence>50</precedence>",                 "no 'precedence'"             },
        {"<attribute-mappings/>",                       "no 'attribute-mappings'"     },
        {"<relationshipCriteria/>",                     "no 'relationshipCriteria'"   },
        {"<synchronizationCriteria/>",                  "no 'synchronizationCriteria'"},
    };

    (void)state;
    check_good(SA_EXPORT_RULE, rule);
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        check_change(SA_EXPORT_RULE, rule, cases[i].from, "", cases[i].message);
    /* Empty is as good as absent. */
    check_change(SA_EXPORT_RULE, rule, "<name>n</name>", "<name> </name>", "no 'name'");
    check_change(SA_EXPORT_RULE, rule, ">False<", "><", "no 'disabled'");
}

static void rules_that_make_no_sense(void **state)
{
    (void)state;
    check_change(SA_EXPORT_RULE, rule, "False", "perhaps", "'disabled' is 'perhaps'");
    check_change(SA_EXPORT_RULE, rule, ">50<", ">5x<", "'precedence' is '5x', not a number");
    check_change(SA_EXPORT_RULE, rule, ">50<", ">99999999999999999999<", "not a number");
    check_change(SA_EXPORT_RULE, rule, "00:00:00", "soon", "not a time span");
    check_change(SA_EXPORT_RULE, rule, "Inbound", "Sideways", "neither Inbound nor Outbound");
    check_change(SA_EXPORT_RULE, rule, "{" AD_GUID "}", "contoso.com", "not a GUID");
    check_change(SA_EXPORT_RULE, rule, "<disabled>", "<disabled>True</disabled><disabled>",
                 "'disabled' is written twice");
    check_change(SA_EXPORT_RULE, rule, "<attribute-mappings/>",
                 "<attribute-mappings/><attribute-mappings/>", "written twice");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<attribute-mappings>\n<mapping>\n<src>x</src></mapping></attribute-mappings>"),
              "f.xml:2", "no 'dest'");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<attribute-mappings><mapping execute-once='2'/></attribute-mappings>"),
              "f.xml:1", "'execute-once' is '2'");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<attribute-mappings><mapping><src>a</src><src>b</src></mapping>"
                   "</attribute-mappings>"),
              "f.xml:1", "'src' is written twice");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<relationshipCriteria><conditions><condition><csAttribute>a</csAttribute>"
                   "</condition></conditions></relationshipCriteria>"),
              "f.xml:1", "no 'ilmAttribute'");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<synchronizationCriteria><conditions><scope><csAttribute>a</csAttribute>"
                   "</scope></conditions></synchronizationCriteria>"),
              "f.xml:1", "no 'csOperator'");
    check_bad(SA_EXPORT_RULE,
              RULE(RULE_1, AD_GUID, "n",
                   "<synchronizationCriteria><conditions><scope><csValue>1</csValue>"
                   "<csValue>2</csValue></scope></conditions></synchronizationCriteria>"),
              "f.xml:1", "'csValue' is written twice");
    /* A control character in a name must not reach a terminal through the message. */
    check_change(SA_EXPORT_RULE, rule, "False", "&#x202e;", "\\u{202E}");
}

static const struct sa_export_rule *read_rule(struct sa_arena *arena, char *text)
{
    struct sa_export_context context;
    struct sa_export_list rules = {0};
    struct sa_export_file file = {.item = {.name = "f.xml"}, .bytes = text, .len = strlen(text)};

    sa_export_context_init(&context, arena, NULL);
    if (sa_export_read_rule(&context, &file, &rules, &error) < 0)
        fail_msg("%s: %s", error.place, error.message);
    sa_export_context_done(&context);
    return (const struct sa_export_rule *)rules.first;
}

static void check_tag(const char *tag, const char *name, long long version, bool is_standard)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf element = SA_BUF_INIT(1024);
    const struct sa_export_rule *result = NULL;
    char *text = NULL;

    (void)sa_buf_addf(&element, "<immutable-tag>%s</immutable-tag>", tag);
    text = change(rule, "<immutable-tag/>", sa_buf_text(&element));
    result = read_rule(&arena, text);
    assert_int_equal(result->is_standard, is_standard);
    assert_true(result->tag_version == version);
    if (name == NULL)
        assert_null(result->tag_name);
    else
        assert_string_equal(result->tag_name, name);
    free(text);
}

static void tags(void **state)
{
    (void)state;
    check_tag("Microsoft.InfromADUserJoin.003", "Microsoft.InfromADUserJoin", 3, true);
    check_tag("Microsoft.InfromADUserJoin", "Microsoft.InfromADUserJoin", SA_EXPORT_UNSAID, true);
    check_tag("Contoso.Rule.12", "Contoso.Rule", 12, false);
    check_tag("NotMicrosoft.Rule.001", "NotMicrosoft.Rule", 1, false);
    check_tag("Microsoft.X.3b", "Microsoft.X.3b", SA_EXPORT_UNSAID, true);
    check_tag("Microsoft.X.-3", "Microsoft.X.-3", SA_EXPORT_UNSAID, true);
    check_tag("Microsoft.X.99999999999", "Microsoft.X.99999999999", SA_EXPORT_UNSAID, true);
    check_tag("7", "7", SA_EXPORT_UNSAID, false);
    check_tag("", NULL, SA_EXPORT_UNSAID, false);
}

static void words_of_rules(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    char *text = change(rule, "<linkType>Join<", "<linkType>STICKYJOIN<");

    (void)state;
    assert_string_equal(read_rule(&arena, text)->link_type, "StickyJoin");
    free(text);
    text = change(rule, ">Inbound<", ">outbound<");
    assert_string_equal(read_rule(&arena, text)->direction, "Outbound");
    free(text);
    /* Newer than this program: kept as it is. */
    text = change(rule, "<linkType>Join<", "<linkType>Marry<");
    assert_string_equal(read_rule(&arena, text)->link_type, "Marry");
    free(text);
    text = change(rule, "<EnablePasswordSync>false</EnablePasswordSync>", "");
    assert_int_equal(read_rule(&arena, text)->password_sync, -1);
    free(text);
    text = change(rule, "00:00:00", "7.01:00:00");
    assert_true(read_rule(&arena, text)->soft_delete_s == 7 * 86400 + 3600);
    free(text);
}

#define MORE(parameters) SETTINGS("True", parameters)

static void settings_that_make_no_sense(void **state)
{
    (void)state;
    check_good(SA_EXPORT_SETTINGS, SETTINGS("tRUE", ""));
    check_good(SA_EXPORT_SETTINGS, SETTINGS("", ""));
    check_bad(SA_EXPORT_SETTINGS, SETTINGS("Maybe", ""), "f.xml:1",
              "'Microsoft.Synchronize.StagingMode' is 'Maybe', not true or false");
    check_bad(SA_EXPORT_SETTINGS, MORE("<parameter use='x'>v</parameter>"), "f.xml:1",
              "a parameter has no name");
    check_bad(SA_EXPORT_SETTINGS, "<saved-mv-configuration/>", "f.xml", "no 'mv-data'");
    check_bad(SA_EXPORT_SETTINGS,
              "<saved-mv-configuration><mv-data><parameter-values><parameter name='a'>b"
              "</parameter></parameter-values></mv-data></saved-mv-configuration>",
              "f.xml", "no 'schema'");
    check_bad(SA_EXPORT_SETTINGS,
              "<saved-mv-configuration><mv-data><schema/><parameter-values/></mv-data>"
              "</saved-mv-configuration>",
              "f.xml", "no parameters");
    check_bad(SA_EXPORT_SETTINGS,
              "<saved-mv-configuration><mv-data><schema/><parameter-values><parameter name='a'/>"
              "</parameter-values></mv-data>\n<mv-data/></saved-mv-configuration>",
              "f.xml:2", "'mv-data' is written twice");
}

static void parameters_written_twice(void **state)
{
    (void)state;
    check_good(SA_EXPORT_SETTINGS,
               MORE("<parameter name='a'>1</parameter><parameter name='A'> 1 </parameter>"));
    check_bad(SA_EXPORT_SETTINGS,
              MORE("<parameter name='a'>1</parameter>\n\n<parameter name='A'>2</parameter>"),
              "f.xml:3", "parameter 'A' is written twice, differently (lines 1 and 3)");
    /* Which of the two the product goes by is not known. */
    check_bad(SA_EXPORT_SETTINGS,
              MORE("\n<parameter name='microsoft.synchronize.stagingmode'>False</parameter>"),
              "f.xml:2", "written twice, differently");
}

#define SCHEMA(schema)                                                                         \
    "<saved-mv-configuration><mv-data><schema><d:dsml xmlns:d='u'><d:directory-schema>" schema \
    "</d:directory-schema></d:dsml></schema><parameter-values>"                                \
    "<parameter name='a'/></parameter-values></mv-data></saved-mv-configuration>"

static void metaverse_schema(void **state)
{
    (void)state;
    check_good(SA_EXPORT_SETTINGS, SCHEMA(""));
    check_good(SA_EXPORT_SETTINGS,
               SCHEMA("<attribute-type id='a'><name>cn</name></attribute-type>"
                      "<attribute-type id='b'><name>CN</name></attribute-type>"));
    check_bad(SA_EXPORT_SETTINGS,
              SCHEMA("<attribute-type id='a' single-value='true'><name>cn</name>"
                     "</attribute-type>\n<attribute-type id='b'><name>cn</name></attribute-type>"),
              "f.xml:2", "metaverse attribute 'cn' is written twice, differently");
    check_bad(SA_EXPORT_SETTINGS, SCHEMA("<attribute-type single-value='true'/>"), "f.xml:1",
              "no name");
    check_bad(SA_EXPORT_SETTINGS, SCHEMA("<attribute-type id='a' single-value='x'/>"), "f.xml:1",
              "'single-value' is 'x'");
    check_bad(SA_EXPORT_SETTINGS, SCHEMA("<class><attribute ref='#a'/></class>"), "f.xml:1",
              "a class of the metaverse has no name");
    check_bad(SA_EXPORT_SETTINGS, SCHEMA("<class id='p'><attribute/></class>"), "f.xml:1",
              "refers to no attribute");
    check_good(SA_EXPORT_SETTINGS, SCHEMA("<class id='p'><attribute ref='#a'/><attribute "
                                          "ref='#A' required='false'/></class>"));
    check_bad(SA_EXPORT_SETTINGS,
              SCHEMA("<class id='p'><attribute ref='#a'/></class><class id='P'>"
                     "<attribute ref='#a' required='true'/></class>"),
              "f.xml:1", "written twice, differently");
}

static const char connector[] = AD_CONNECTOR(AD_GUID, "contoso.com", "");

static void connectors_need_their_sections(void **state)
{
    (void)state;
    check_good(SA_EXPORT_CONNECTOR, connector);
    check_change(SA_EXPORT_CONNECTOR, connector, "<id>{" AD_GUID "}</id>", "", "no 'id'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<name>contoso.com</name>", "", "no 'name'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<category>AD</category>", "", "no 'category'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<attribute-inclusion/>", "",
                 "no 'attribute-inclusion'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-partition-data/>", "",
                 "no 'ma-partition-data'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-run-data/>", "", "no 'ma-run-data'");
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-run-data/>", "<ma-run-data/><ma-run-data/>",
                 "written twice");
    check_bad(SA_EXPORT_CONNECTOR,
              "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category></ma-data>",
              "f.xml", "the connector has no");
    /* Connectors to other systems are not judged: they need not be complete. */
    check_good(SA_EXPORT_CONNECTOR,
               "<ma-data><id>" AD_GUID "</id><name>n</name><category>SQL</category></ma-data>");
}

#define PARTITION(inside)                                                                 \
    "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"                  \
    "<private-configuration/><attribute-inclusion/><ma-partition-data><partition>" inside \
    "</partition></ma-partition-data><ma-run-data/></ma-data>"
#define PARTITION_HEAD "<id>" RULE_1 "</id><name>DC=x</name><selected>1</selected>"
#define PARAMETERS(inside)                                                       \
    "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"         \
    "<private-configuration><adma-configuration>" inside "</adma-configuration>" \
    "</private-configuration><attribute-inclusion/><ma-partition-data/><ma-run-data/></ma-data>"

static void connectors_that_make_no_sense(void **state)
{
    (void)state;
    check_good(SA_EXPORT_CONNECTOR, PARTITION(PARTITION_HEAD "<filter/>"));
    check_bad(SA_EXPORT_CONNECTOR, PARTITION(PARTITION_HEAD), "f.xml:1", "no 'filter'");
    check_bad(SA_EXPORT_CONNECTOR, PARTITION("<id>" RULE_1 "</id><filter/>"), "f.xml:1",
              "a partition has no 'name'");
    check_bad(SA_EXPORT_CONNECTOR, PARTITION("<name>DC=x</name><filter/>"), "f.xml:1",
              "a partition has no 'id'");
    check_bad(SA_EXPORT_CONNECTOR, PARTITION("<id>" RULE_1 "</id><name>DC=x</name><filter/>"),
              "f.xml:1", "whether partition 'DC=x' is selected");
    check_bad(SA_EXPORT_CONNECTOR,
              PARTITION(PARTITION_HEAD "<filter/><custom-data><adma-partition-data>"
                                       "<is-domain>1</is-domain></adma-partition-data>"
                                       "<adma-partition-data><is-domain>0</is-domain>"
                                       "</adma-partition-data></custom-data>"),
              "f.xml:1", "'is-domain' is written twice");
    check_bad(SA_EXPORT_CONNECTOR, PARAMETERS("<ssl-bind crl-check='x'>0</ssl-bind>"), "f.xml:1",
              "'crl-check' is 'x'");
    check_bad(SA_EXPORT_CONNECTOR, PARAMETERS("<sign-and-seal>2</sign-and-seal>"), "f.xml:1",
              "'sign-and-seal' is '2'");
    check_bad(SA_EXPORT_CONNECTOR,
              PARAMETERS("<parameter-values><parameter name='a' use='global'>1</parameter>\n"
                         "<parameter name='a' use='global'>2</parameter></parameter-values>"),
              "f.xml:2", "parameter 'a' is written twice, differently (lines 1 and 2)");
    check_good(SA_EXPORT_CONNECTOR,
               PARAMETERS("<parameter-values><parameter name='a' use='global'>1</parameter>"
                          "<parameter name='a' use='connectivity'>2</parameter>"
                          "</parameter-values>"));
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-run-data/>",
                 "<ma-run-data/><password-sync><a>1</a>\n<a>2</a></password-sync>",
                 "setting 'a' is written twice, differently (lines 1 and 2)");
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-run-data/>",
                 "<ma-run-data><run-configuration/></ma-run-data>", "a run profile has no name");
    check_change(SA_EXPORT_CONNECTOR, connector, "<ma-run-data/>",
                 "<ma-run-data><run-configuration><name>Export</name><configuration><step/>"
                 "</configuration></run-configuration></ma-run-data>",
                 "a step of a run profile has no type");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_need_their_elements),
        cmocka_unit_test(rules_that_make_no_sense),
        cmocka_unit_test(tags),
        cmocka_unit_test(words_of_rules),
        cmocka_unit_test(settings_that_make_no_sense),
        cmocka_unit_test(parameters_written_twice),
        cmocka_unit_test(metaverse_schema),
        cmocka_unit_test(connectors_need_their_sections),
        cmocka_unit_test(connectors_that_make_no_sense),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
