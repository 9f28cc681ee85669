/* SPDX-License-Identifier: Apache-2.0 */
/* The guarded reader: every way of writing XML that is taken, and every one that is refused. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "export.h"
#include "export_support.h"

static struct sa_error error;

static int parse_bytes(enum sa_export_kind kind, const void *bytes, size_t len)
{
    /* A copy of exactly that size, so that a sanitizer sees a read beyond it. */
    char *copy = malloc(len > 0 ? len : 1);
    int r = 0;

    assert_non_null(copy);
    if (len > 0)
        memcpy(copy, bytes, len);
    error = (struct sa_error){0};
    r = sa_export_parse(kind, "f.xml", copy, len, &error);
    free(copy);
    return r;
}

static int parse(const char *text)
{
    return parse_bytes(SA_EXPORT_RULE, text, strlen(text));
}

static void check_good(const char *text)
{
    if (parse(text) < 0)
        fail_msg("%s: %s", error.place, error.message);
}

static void check_bad(const char *text, int status, const char *place, const char *message)
{
    assert_int_equal(parse(text), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.place, place);
    assert_contains(error.message, message);
}

#define GOOD RULE(RULE_1, AD_GUID, "n", EMPTY_BODY)

/* ASCII to UTF-16. */
static size_t widen(const char *text, bool is_big_endian, char *wide)
{
    size_t len = strlen(text);

    for (size_t i = 0; i < len; i++) {
        wide[2 * i + (is_big_endian ? 1 : 0)] = text[i];
        wide[2 * i + (is_big_endian ? 0 : 1)] = '\0';
    }
    return 2 * len;
}

static void encodings(void **state)
{
    static char wide[8192];
    size_t len = 0;

    (void)state;
    check_good(GOOD);
    check_good("\xEF\xBB\xBF" GOOD);
    check_good("\n  " GOOD);
    check_good("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" GOOD);
    check_good("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>" GOOD);
    /* What .NET writes for a string that it then saves as UTF-8. */
    check_good("<?xml version=\"1.0\" encoding=\"utf-16\"?>" GOOD);
    /* Plain ASCII is the same in each of these. */
    check_good("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" GOOD);
    for (int big = 0; big <= 1; big++) {
        len = widen("..<?xml version=\"1.0\" encoding=\"utf-16\"?>" GOOD, big, wide);
        assert_int_equal(parse_bytes(SA_EXPORT_RULE, wide + 4, len - 4), 0);
        wide[2] = big ? '\xFE' : '\xFF';
        wide[3] = big ? '\xFF' : '\xFE';
        assert_int_equal(parse_bytes(SA_EXPORT_RULE, wide + 2, len - 2), 0);
        /* Cut in the middle of a character. */
        assert_int_equal(parse_bytes(SA_EXPORT_RULE, wide + 2, len - 3), SA_E_INPUT);
        /* A lone surrogate. */
        wide[len - 2] = big ? '\xD8' : '\0';
        wide[len - 1] = big ? '\0' : '\xD8';
        assert_int_equal(parse_bytes(SA_EXPORT_RULE, wide + 2, len - 2), SA_E_INPUT);
    }
}

static void encodings_refused(void **state)
{
    (void)state;
    check_bad("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><synchronizationRule><name>\xE4"
              "</name></synchronizationRule>",
              SA_E_INPUT, "f.xml", "encoding 'iso-8859-1'");
    /* An encoding in which the text means something else to a parser that believes the file. */
    check_bad("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a>\xC3\xA4</a>", SA_E_INPUT, "f.xml",
              "encoding 'UTF-7'");
    check_bad("<synchronizationRule><name>\xE4</name></synchronizationRule>", SA_E_INPUT,
              "f.xml:1:28", "not proper UTF-8");
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "\xFF\xFE\0\0<\0\0\0", 8), SA_E_INPUT);
    assert_contains(error.message, "UTF-32");
    /* "<?xml" in EBCDIC. */
    check_bad("\x4C\x6F\xA7\x94\x93", SA_E_INPUT, "f.xml", "not XML");
}

static void no_xml_at_all(void **state)
{
    static const unsigned char garbage[] = {0x00, 0xFF, 0x13, 0x37, 0x3C, 0x00, 0x80, 0xFE, 0x00};

    (void)state;
    check_bad("", SA_E_INPUT, "f.xml", "empty");
    check_bad(" \r\n\t", SA_E_INPUT, "f.xml", "empty");
    check_bad("\xEF\xBB\xBF", SA_E_INPUT, "f.xml", "empty");
    check_bad("PK\x03\x04", SA_E_INPUT, "f.xml", "not XML");
    check_bad("{\"synchronizationRule\": 1}", SA_E_INPUT, "f.xml", "not XML");
    check_bad("<", SA_E_INPUT, "f.xml:1:1", "not well-formed");
    check_bad("<!", SA_E_INPUT, "f.xml:1", "document type");
    check_bad("<!-", SA_E_INPUT, "f.xml:1", "document type");
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, garbage, sizeof garbage), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "<\xFF\xFF\xFF\xFF", 5), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "<\0", 2), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "\0<", 2), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "\0", 1), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "\xFF\xFE", 2), SA_E_INPUT);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, "<a>\0</a>", 8), SA_E_INPUT);
}

static void truncated_everywhere(void **state)
{
    size_t len = strlen(GOOD);

    (void)state;
    for (size_t cut = 0; cut < len; cut++)
        assert_int_equal(parse_bytes(SA_EXPORT_RULE, GOOD, cut), SA_E_INPUT);
    check_bad("<synchronizationRule>\n<id>", SA_E_INPUT, "f.xml:2:5", "it is cut off");
    assert_contains(error.hint, "export the configuration again");
    check_bad("<a>\n\n<b></a>", SA_E_INPUT, "f.xml:3:8", "tag mismatch");
    check_bad(GOOD "<more/>", SA_E_INPUT, "f.xml:1:565", "goes on behind its end");
}

static void ways_of_writing(void **state)
{
    (void)state;
    check_good("<?xml version='1.0'?><?other thing?><!-- <a> & --> <synchronizationRule>"
               "<id><!-- c -->{11111111-0000-0000-0000-<![CDATA[0000]]>00000001}</id>"
               "<name a='1' b=\"'\">&lt;<![CDATA[<&>]]>&#x41;&#228;</name><new><deep><er/></deep>"
               "text</new><direction>INBOUND</direction><disabled> 1 </disabled>"
               "<connector>AE4DB4CC-B16B-4EB2-ACF5-837CA84E4D7D</connector>"
               "<sourceObjectType>user</sourceObjectType><targetObjectType>p</targetObjectType>"
               "<linkType>joinnoflow</linkType><precedence>+7</precedence>" EMPTY_BODY
               "</synchronizationRule><!-- end -->\n");
    /* Prefixes, declared and not: real exports have both. */
    check_good("<s:synchronizationRule xmlns:s='urn:x'>"
               "<x:id>" RULE_1 "</x:id><s:name>n</s:name><direction>inbound</direction>"
               "<disabled>0</disabled><connector>" AD_GUID "</connector>"
               "<sourceObjectType>user</sourceObjectType><targetObjectType>p</targetObjectType>"
               "<linkType>Join</linkType><precedence>0</precedence>" EMPTY_BODY
               "</s:synchronizationRule>");
}

static void wrong_root(void **state)
{
    (void)state;
    check_bad("<ma-data/>", SA_E_INPUT, "f.xml:1",
              "expected a <synchronizationRule> file, found <ma-data>");
    assert_contains(error.hint, "remove from the folder");
    check_bad("<SynchronizationRule/>", SA_E_INPUT, "f.xml:1", "found <SynchronizationRule>");
    check_bad("<!-- only -->", SA_E_INPUT, "f.xml:1:14", "not well-formed");
    assert_int_equal(parse_bytes(SA_EXPORT_SETTINGS, "\n\n<x/>", 6), SA_E_INPUT);
    assert_string_equal(error.place, "f.xml:3");
    assert_contains(error.message, "<saved-mv-configuration>");
    assert_int_equal(parse_bytes(SA_EXPORT_CONNECTOR, "<x/>", 4), SA_E_INPUT);
    assert_contains(error.message, "<ma-data>");
}

static void document_types(void **state)
{
    static const char bomb[] =
        "<?xml version=\"1.0\"?>\n<!-- harmless -->\n<!DOCTYPE synchronizationRule [\n"
        "<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">"
        "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
        "<synchronizationRule><name>&f;</name></synchronizationRule>";

    (void)state;
    check_bad(bomb, SA_E_INPUT, "f.xml:3", "document type declaration, which is refused");
    check_bad("<!DOCTYPE r SYSTEM \"file:///etc/passwd\"><synchronizationRule/>", SA_E_INPUT,
              "f.xml:1", "document type");
    check_bad("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><synchronizationRule>"
              "<name>&x;</name></synchronizationRule>",
              SA_E_INPUT, "f.xml:1", "document type");
    check_bad("<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x\"> %p;]>"
              "<synchronizationRule/>",
              SA_E_INPUT, "f.xml:1", "document type");
    check_bad("<synchronizationRule><!DOCTYPE r></synchronizationRule>", SA_E_INPUT, "f.xml:1",
              "document type");
    /* Written as text it is none. */
    check_bad("<synchronizationRule><![CDATA[<!DOCTYPE r>]]></synchronizationRule>", SA_E_INPUT,
              "f.xml", "no 'id'");
}

static void document_type_in_utf_16(void **state)
{
    char wide[512];
    size_t len = widen("<!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>", false, wide);

    (void)state;
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, wide, len), SA_E_INPUT);
    assert_contains(error.message, "document type");
}

static void entities(void **state)
{
    (void)state;
    check_bad("<synchronizationRule><name>&x;</name></synchronizationRule>", SA_E_INPUT,
              "f.xml:1:31", "entity 'x' not defined");
    check_bad("<synchronizationRule a='&x;'/>", SA_E_INPUT, "f.xml:1:28", "not defined");
    check_bad("<synchronizationRule><name>&#0;</name></synchronizationRule>", SA_E_INPUT,
              "f.xml:1:32", "not well-formed");
    /* Also where nobody reads. */
    check_bad("<synchronizationRule><x><y>&x;</y></x></synchronizationRule>", SA_E_INPUT,
              "f.xml:1:31", "not defined");
}

/* `head`, `count` times `piece`, `tail`. */
static int parse_repeated(const char *head, const char *piece, size_t count, const char *tail)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);

    (void)sa_buf_add_text(&text, head);
    for (size_t i = 0; i < count; i++)
        (void)sa_buf_add_text(&text, piece);
    (void)sa_buf_add_text(&text, tail);
    assert_int_equal(sa_buf_status(&text), 0);
    return parse_bytes(SA_EXPORT_RULE, text.data, text.len);
}

static void too_deep(void **state)
{
    (void)state;
    assert_int_equal(parse_repeated("<synchronizationRule>", "<a>", 100000, ""), SA_E_LIMIT);
    assert_contains(error.message, "more than 64 levels");
    assert_int_equal(parse_repeated("<synchronizationRule>", "\n<a>", 66, ""), SA_E_LIMIT);
    assert_string_equal(error.place, "f.xml:66");
    /* 64 levels below the root are not too deep; then the rule is judged. */
    assert_int_equal(
        parse_repeated("<synchronizationRule>", "<a>", 64,
                       "</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>"
                       "</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>"
                       "</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>"
                       "</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>"
                       "</synchronizationRule>"),
        SA_E_INPUT);
    assert_contains(error.message, "no 'id'");
}

static void too_large_pieces(void **state)
{
    (void)state;
    assert_int_equal(parse_repeated("<synchronizationRule ", "a=\"\" ", 300, "/>"), SA_E_LIMIT);
    assert_contains(error.message, "256 attributes");
    assert_int_equal(parse_repeated("<synchronizationRule a='", "xxxxxxxx", 5000, "'/>"),
                     SA_E_LIMIT);
    assert_contains(error.message, "32 KiB");
    assert_int_equal(parse_repeated("<synchronizationRule a='", "<x", 30000, "'/>"), SA_E_LIMIT);
    assert_int_equal(parse_repeated("", "<", 100000, ""), SA_E_LIMIT);
    assert_int_equal(parse_repeated("<synchronizationRule><name>", "0123456789abcdef", 65537,
                                    "</name></synchronizationRule>"),
                     SA_E_LIMIT);
    assert_contains(error.message, "1048576 bytes in one value");
    assert_int_equal(
        parse_repeated("<synchronizationRule>", "a<!---->", 100001, "</synchronizationRule>"),
        SA_E_LIMIT);
    assert_contains(error.message, "comments");
    /* Large where nobody reads is allowed: water marks are. */
    assert_int_equal(parse_repeated("<synchronizationRule><x>", "0123456789abcdef", 100000,
                                    "</x></synchronizationRule>"),
                     SA_E_INPUT);
    assert_contains(error.message, "no 'id'");
    /* Beyond what the library takes. */
    assert_int_equal(parse_repeated("<synchronizationRule><x>", "0123456789abcdef", 700000,
                                    "</x></synchronizationRule>"),
                     SA_E_INPUT);
    assert_contains(error.message, "10 MB");
}

static void add_repeated(struct sa_buf *text, const char *piece, size_t count)
{
    for (size_t i = 0; i < count; i++)
        (void)sa_buf_add_text(text, piece);
}

#define RULE_HEAD                                                                          \
    "<synchronizationRule><id>" RULE_1 "</id><name>n</name><direction>Inbound</direction>" \
    "<disabled>0</disabled><connector>" AD_GUID "</connector><sourceObjectType>s"          \
    "</sourceObjectType><targetObjectType>t</targetObjectType><linkType>Join</linkType>"   \
    "<precedence>1</precedence>"

static void check_too_large(const struct sa_buf *text)
{
    assert_int_equal(sa_buf_status(text), 0);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, text->data, text->len), SA_E_LIMIT);
    assert_contains(error.message, "a value is longer than 1048576 bytes");
    assert_string_equal(error.place, "f.xml");
}

/* Values that are small enough each, and what is made of them is not. */
static void too_large_together(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(16 * SA_MIB);

    (void)state;
    (void)sa_buf_add_text(&text, RULE_HEAD "<attribute-mappings/><relationshipCriteria/>"
                                           "<synchronizationCriteria><conditions>");
    for (int i = 0; i < 2; i++) {
        (void)sa_buf_add_text(&text, "<scope><csAttribute>a</csAttribute><csOperator>EQUAL"
                                     "</csOperator><csValue>");
        add_repeated(&text, "'", 600000);
        (void)sa_buf_add_text(&text, "</csValue></scope>");
    }
    (void)sa_buf_add_text(&text, "</conditions></synchronizationCriteria></synchronizationRule>");
    check_too_large(&text);

    sa_buf_clear(&text);
    (void)sa_buf_add_text(&text, RULE_HEAD "<synchronizationCriteria/><relationshipCriteria/>"
                                           "<attribute-mappings><mapping><dest>x</dest><src>"
                                           "<attr>cn</attr></src><expression>");
    add_repeated(&text, "x", SA_LIMIT_XML_TEXT - 4);
    (void)sa_buf_add_text(&text,
                          "</expression></mapping></attribute-mappings></synchronizationRule>");
    check_too_large(&text);
}

/* `length` characters between `head` and `tail`: a name that is too long from 4097 on. */
static void check_name(enum sa_export_kind kind, const char *head, const char *tail,
                       const char *place)
{
    for (size_t length = SA_LIMIT_NAME; length <= SA_LIMIT_NAME + 1; length++) {
        SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);

        (void)sa_buf_add_text(&text, head);
        add_repeated(&text, "x", length);
        (void)sa_buf_add_text(&text, tail);
        assert_int_equal(sa_buf_status(&text), 0);
        if (length == SA_LIMIT_NAME) {
            if (parse_bytes(kind, text.data, text.len) < 0)
                fail_msg("%s: %s", error.place, error.message);
            continue;
        }
        assert_int_equal(parse_bytes(kind, text.data, text.len), SA_E_LIMIT);
        assert_contains(error.message, "longer than 4096 bytes");
        assert_string_equal(error.place, place);
    }
}

#define MAPPING(inside)                                                                            \
    RULE(RULE_1, AD_GUID, "n",                                                                     \
         "<relationshipCriteria/><synchronizationCriteria/>\n<attribute-mappings><mapping>" inside \
         "</mapping></attribute-mappings>")
#define CONNECTOR_HEAD "<ma-data><id>" AD_GUID "</id><category>AD</category>\n"
#define CONNECTOR_TAIL \
    "<private-configuration/><attribute-inclusion/><ma-partition-data/><ma-run-data/></ma-data>"
#define PARTITION_TAIL "</partition></ma-partition-data><ma-run-data/></ma-data>"

static void names_too_long(void **state)
{
    (void)state;
    check_name(SA_EXPORT_CONNECTOR, CONNECTOR_HEAD "<name>", "</name>" CONNECTOR_TAIL, "f.xml:2");
    check_name(SA_EXPORT_CONNECTOR,
               CONNECTOR_HEAD "<name>n</name><private-configuration/><attribute-inclusion>\n"
                              "<attribute>",
               "</attribute></attribute-inclusion><ma-partition-data/><ma-run-data/></ma-data>",
               "f.xml:3");
    check_name(SA_EXPORT_CONNECTOR,
               CONNECTOR_HEAD "<name>n</name><private-configuration/><attribute-inclusion/>"
                              "<ma-partition-data><partition><id>" RULE_1
                              "</id><selected>1</selected><filter/>\n<name>",
               "</name>" PARTITION_TAIL, "f.xml:3");
    check_name(SA_EXPORT_CONNECTOR,
               CONNECTOR_HEAD "<name>n</name><private-configuration/><attribute-inclusion/>"
                              "<ma-partition-data/><ma-run-data><run-configuration>\n<name>",
               "</name></run-configuration></ma-run-data></ma-data>", "f.xml:3");
    check_name(SA_EXPORT_CONNECTOR,
               CONNECTOR_HEAD "<name>n</name><private-configuration><adma-configuration>"
                              "<parameter-values>\n<parameter name='",
               "'>1</parameter></parameter-values></adma-configuration></private-configuration>"
               "<attribute-inclusion/><ma-partition-data/><ma-run-data/></ma-data>",
               "f.xml:3");
    /* The name of an element is one of a setting. */
    check_name(SA_EXPORT_CONNECTOR, CONNECTOR_HEAD "<name>n</name>\n<", "/>" CONNECTOR_TAIL,
               "f.xml:3");
    check_name(SA_EXPORT_RULE, "<synchronizationRule><id>" RULE_1 "</id>\n<name>",
               "</name><direction>Inbound</direction><disabled>0</disabled><connector>" AD_GUID
               "</connector><sourceObjectType>s</sourceObjectType><targetObjectType>t"
               "</targetObjectType><linkType>Join</linkType><precedence>1</precedence>" EMPTY_BODY
               "</synchronizationRule>",
               "f.xml:2");
}

static void values_may_be_long(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);

    (void)state;
    (void)sa_buf_add_text(&text, RULE_HEAD "<description>");
    add_repeated(&text, "x", 100000);
    (void)sa_buf_add_text(&text, "</description><attribute-mappings><mapping><dest>x</dest><src>"
                                 "<attr>cn</attr></src><expression>");
    add_repeated(&text, "x", 100000);
    (void)sa_buf_add_text(&text,
                          "</expression></mapping></attribute-mappings><relationshipCriteria/>"
                          "<synchronizationCriteria><conditions><scope><csAttribute>a</csAttribute>"
                          "<csOperator>EQUAL</csOperator><csValue>");
    add_repeated(&text, "x", 100000);
    (void)sa_buf_add_text(&text, "</csValue></scope></conditions></synchronizationCriteria>"
                                 "</synchronizationRule>");
    assert_int_equal(sa_buf_status(&text), 0);
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, text.data, text.len), 0);
}

/* Secrets ------------------------------------------------------------------------------------ */

#define SECRET "c2VjcmV0"

static void redact(struct sa_export_context *context, char *bytes, size_t len, struct sa_buf *copy)
{
    struct sa_export_file file = {.item = {.name = "f.xml"}, .bytes = bytes, .len = len};

    assert_int_equal(sa_export_redact(context, &file, copy, &error), 0);
}

/* A connector with `inside` in its adma-configuration: is there a secret, and if so, does it stay out of
 * settings and copy? */
static void check_secret(const char *inside, bool is_secret)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf once = SA_BUF_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf twice = SA_BUF_INIT(SA_MIB);
    struct sa_export_context context;
    struct sa_export_list connectors = {0};
    struct sa_export_file file = {.item = {.name = "f.xml"}};
    int r = 0;

    (void)sa_buf_addf(&text,
                      "<ma-data><id>" AD_GUID "</id><name>n</name><category>AD</category>"
                      "<private-configuration><adma-configuration>%s</adma-configuration>"
                      "</private-configuration><attribute-inclusion/><ma-partition-data/>"
                      "<ma-run-data/></ma-data>",
                      inside);
    file.bytes = text.data;
    file.len = text.len;
    sa_export_context_init(&context, &arena, NULL);
    r = sa_export_read_connector(&context, &file, &connectors, &error);
    if (r < 0 || file.has_secret != is_secret)
        fail_msg("%s: %s", inside, r < 0 ? error.message : is_secret ? "no secret" : "a secret");
    SA_FOR_EACH (const struct sa_export_connector, connector, &connectors) {
        SA_FOR_EACH (const struct sa_export_setting, setting, &connector->settings) {
            if (setting->value != NULL && strstr(setting->value, SECRET) != NULL && is_secret)
                fail_msg("%s: setting %s", inside, setting->item.name);
        }
    }
    redact(&context, text.data, text.len, &once);
    if (is_secret && strstr(sa_buf_text(&once), SECRET) != NULL)
        fail_msg("%s: %s", inside, sa_buf_text(&once));
    assert_null(strstr(sa_buf_text(&once), "<!--"));
    redact(&context, once.data, once.len, &twice);
    assert_string_equal(sa_buf_text(&once), sa_buf_text(&twice));
    sa_export_context_done(&context);
}

#define PARAMETER(attributes, value) \
    "<parameter-values><parameter " attributes ">" value "</parameter></parameter-values>"

static void secrets_in_every_disguise(void **state)
{
    static const char *const cases[] = {
        PARAMETER("name='p' type=' encrypted-string'", SECRET),
        PARAMETER("name='p' dataType='Encrypted'", SECRET),
        PARAMETER("name='p' dataType='SecureString'", SECRET),
        PARAMETER("name='p' is-encrypted='true'", SECRET),
        PARAMETER("name='p' ENCRYPTED='yes'", SECRET),
        PARAMETER("name='password '", SECRET),
        PARAMETER("name='Password2'", SECRET),
        PARAMETER("name='ClientSecretValue'", SECRET),
        PARAMETER("name='apiKey'", SECRET),
        PARAMETER("name='api_key'", SECRET),
        PARAMETER("name='privateKey'", SECRET),
        PARAMETER("name='private-key-file'", SECRET),
        PARAMETER("name='token'", SECRET),
        PARAMETER("name='Credential'", SECRET),
        PARAMETER("name='PassPhrase1'", SECRET),
        PARAMETER("name='db-passwd'", SECRET),
        PARAMETER("name='Microsoft.OptionalFeature.PasswordHashSync' encrypted='1'", SECRET),
        PARAMETER("name='c'", "Server=x;Password=" SECRET),
        PARAMETER("name='c'", "Server=x;PWD \n = " SECRET),
        PARAMETER("name='c'", "x;pass<!-- -->wo<![CDATA[rd]]> =" SECRET "<![CDATA[" SECRET "]]>"),
        PARAMETER("name='c' other='pwd=" SECRET "'", "1"),
        PARAMETER("name='p' encrypted='1' data='" SECRET "'", ""),
        PARAMETER("name='p' encrypted='" SECRET "'", ""),
        PARAMETER("name='Password' default='" SECRET "'", ""),
        "<other login-pwd='" SECRET "'/>",
        "<other encrypted='1' data='" SECRET "'/>",
        "<forest-login-password>" SECRET "</forest-login-password>",
        "<x:ma-password>" SECRET "</x:ma-password>",
        "<login-pwd>" SECRET "</login-pwd>",
        "<credentials>" SECRET "</credentials>",
        "<credentials><value>" SECRET "</value></credentials>",
        "<connection>Server=x;Password=" SECRET "</connection>",
        "<password-sync><a>1</a><password>" SECRET "</password></password-sync>",
        "<!-- password " SECRET " -->",
        "<!-- <parameter name='API-Key'>" SECRET "</parameter> -->",
        "<?note pwd " SECRET "?>",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        check_secret(cases[i], true);
    /* With one secret in it, every comment goes. */
    check_secret("<!-- " SECRET " --><login-pwd>" SECRET "</login-pwd>", true);
}

static void harmless_words(void **state)
{
    static const char *const cases[] = {
        "<password-sync>1</password-sync>",
        "<password-sync-allowed>1</password-sync-allowed>",
        "<password-hash-sync-config><enabled>1</enabled></password-hash-sync-config>",
        "<aad-password-reset-config><enabled>1</enabled></aad-password-reset-config>",
        "<password-change-history-size>12</password-change-history-size>",
        "<password-management-enabled>1</password-management-enabled>",
        "<schema><attribute-type encrypted='true'><name>pwd</name></attribute-type></schema>",
        "<attr>pwdLastSet</attr><attribute>unicodePwd</attribute>",
        "<expression>IIF([pwdLastSet]=1,\"a\",\"b\")</expression>",
        "<forest-login-password/><credentials> </credentials>",
        "<!-- WARNING: not to be edited -->",
        PARAMETER("name='Microsoft.OptionalFeature.PasswordWriteback'", "True"),
        PARAMETER("name='Password' type='encrypted-string' use='connectivity' dataType='String' "
                  "encrypted='1'",
                  ""),
        PARAMETER("name='p' encrypted='0'", "1"),
        PARAMETER("name='c'", "password policy; a=b"),
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++)
        check_secret(cases[i], false);
}

static void too_many_names_and_namespaces(void **state)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);

    (void)state;
    (void)sa_buf_add_text(&text, "<synchronizationRule>");
    for (int i = 0; i < 120000; i++)
        (void)sa_buf_addf(&text, "<n%d/>", i);
    (void)sa_buf_add_text(&text, "</synchronizationRule>");
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, text.data, text.len), SA_E_LIMIT);
    assert_contains(error.message, "100000 names");

    sa_buf_clear(&text);
    (void)sa_buf_add_text(&text, "<synchronizationRule>");
    for (int i = 0; i < 257; i++)
        (void)sa_buf_addf(&text, "%s xmlns:n%d='u'%s", i % 10 == 0 ? "<a" : "", i,
                          i % 10 == 9 || i == 256 ? ">" : "");
    assert_int_equal(parse_bytes(SA_EXPORT_RULE, text.data, text.len), SA_E_LIMIT);
    assert_contains(error.message, "256 namespaces");
}

static void lowered_bounds(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_export_context context;
    struct sa_export_list rules = {0};
    char bytes[] = GOOD;
    struct sa_export_file file = {
        .item = {.name = "f.xml"}, .bytes = bytes, .len = sizeof bytes - 1};
    atomic_bool cancelled = true;

    (void)state;
    sa_export_context_init(&context, &arena, &cancelled);
    context.node_limit = 20;
    assert_int_equal(sa_export_read_rule(&context, &file, &rules, &error), SA_E_LIMIT);
    assert_string_equal(error.message, "the file has more than 20 nodes");
    assert_string_equal(error.place, "f.xml:1");

    context.node_limit = SA_LIMIT_XML_NODES;
    context.item_limit = context.items;
    assert_int_equal(sa_export_read_rule(&context, &file, &rules, &error), SA_E_LIMIT);
    assert_contains(error.message, "more than 1 facts");

    context.item_limit = SA_LIMIT_ITEMS;
    arena.limit = arena.used + sizeof(struct sa_export_rule) + 64;
    assert_int_equal(sa_export_read_rule(&context, &file, &rules, &error), SA_E_LIMIT);
    assert_contains(error.message, "of memory");
    sa_export_context_done(&context);
}

static void cancelled_inside_a_file(void **state)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(SA_MIB);
    struct sa_export_context context;
    struct sa_export_list rules = {0};
    struct sa_export_file file = {.item = {.name = "f.xml"}};
    atomic_bool cancelled = true;

    (void)state;
    (void)sa_buf_add_text(&text, "<synchronizationRule>");
    for (int i = 0; i < 10000; i++)
        (void)sa_buf_add_text(&text, "<a/>");
    file.bytes = text.data;
    file.len = text.len;
    sa_export_context_init(&context, &arena, &cancelled);
    assert_int_equal(sa_export_read_rule(&context, &file, &rules, &error), SA_E_CANCELLED);
    assert_int_equal(error.status, SA_E_CANCELLED);
    atomic_store(&cancelled, false);
    assert_int_equal(sa_export_read_rule(&context, &file, &rules, &error), SA_E_INPUT);
    sa_export_context_done(&context);
}

/* The library must not talk to the terminal: names in its messages come from the file. */
static void nothing_on_standard_error(void **state)
{
    char path[] = "export-stderr-XXXXXX";
    int file = mkstemp(path);
    int saved = dup(STDERR_FILENO);

    (void)state;
    assert_true(file >= 0 && saved >= 0);
    assert_true(dup2(file, STDERR_FILENO) >= 0);
    (void)parse("<a><b></a>");
    (void)parse("<a x:y='1' xmlns:z='::bad::'/>");
    (void)parse("<a>\xFF</a>");
    (void)parse("<a xml:id='1' xml:id='1'/>");
    (void)parse_repeated("<synchronizationRule><x>", "0123456789abcdef", 700000,
                         "</x></synchronizationRule>");
    assert_true(dup2(saved, STDERR_FILENO) >= 0);
    assert_int_equal(lseek(file, 0, SEEK_END), 0);
    (void)close(saved);
    (void)close(file);
    (void)unlink(path);
}

/* Left out, they would look the same on both servers whatever they hold. */
static void secrets_that_would_look_equal(void **state)
{
    static const char *const mappings[] = {
        "<expression>\"Server=x;Password=y\"</expression>",
        "<src>pwd=abc</src>",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(mappings); i++) {
        char text[4096];

        (void)snprintf(
            text, sizeof text,
            RULE(RULE_1, AD_GUID, "n",
                 "<attribute-mappings><mapping><dest>mail</dest>%s</mapping>"
                 "</attribute-mappings><relationshipCriteria/><synchronizationCriteria/>"),
            mappings[i]);
        assert_int_equal(parse(text), SA_E_INPUT);
        assert_contains(error.message, "reads like a password");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(secrets_that_would_look_equal),
        cmocka_unit_test(encodings),
        cmocka_unit_test(encodings_refused),
        cmocka_unit_test(no_xml_at_all),
        cmocka_unit_test(truncated_everywhere),
        cmocka_unit_test(ways_of_writing),
        cmocka_unit_test(wrong_root),
        cmocka_unit_test(document_types),
        cmocka_unit_test(document_type_in_utf_16),
        cmocka_unit_test(entities),
        cmocka_unit_test(too_deep),
        cmocka_unit_test(too_large_pieces),
        cmocka_unit_test(too_large_together),
        cmocka_unit_test(names_too_long),
        cmocka_unit_test(values_may_be_long),
        cmocka_unit_test(secrets_in_every_disguise),
        cmocka_unit_test(harmless_words),
        cmocka_unit_test(too_many_names_and_namespaces),
        cmocka_unit_test(lowered_bounds),
        cmocka_unit_test(cancelled_inside_a_file),
        cmocka_unit_test(nothing_on_standard_error),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
