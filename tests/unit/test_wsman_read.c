/* SPDX-License-Identifier: Apache-2.0 */
/* Answers that are hostile, and faults in each of their forms. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "internal.h"
#include "support/test.h"
#include "wsman_script.h"

#define OPEN  "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body>"
#define CLOSE "</s:Body></s:Envelope>"

static int count_item(void *payload, const xmlNode *item, struct sa_error *err)
{
    size_t *count = payload;

    (void)item;
    (void)err;
    (*count)++;
    return 0;
}

static int read_text(const char *text, struct sa_error *err)
{
    size_t count = 0;

    *err = (struct sa_error){0};
    return sa_wsman_read(text, strlen(text), count_item, &count, NULL, err);
}

/* head, `count` times `part`, tail */
static int read_many(const char *head, const char *part, size_t count, const char *tail,
                     struct sa_error *err)
{
    struct sa_buf text = SA_BUF_INIT(128 * SA_MIB);
    int r = 0;

    sa_buf_add_text(&text, head);
    for (size_t i = 0; i < count; i++)
        sa_buf_add_text(&text, part);
    sa_buf_add_text(&text, tail);
    r = read_text(sa_buf_text(&text), err);
    sa_buf_done(&text);
    return r;
}

static void test_not_an_envelope(void **state)
{
    static const char *const bad[] = {
        "",
        "hello",
        "<a/>",
        "<html><body/></html>",
        OPEN,
        OPEN "<a></b>" CLOSE,
        OPEN CLOSE OPEN CLOSE,
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'/>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]>" OPEN "&x;" CLOSE,
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" OPEN CLOSE,
        OPEN "<!ENTITY x 'y'>" CLOSE,
        OPEN "&undefined;" CLOSE,
        OPEN "<a>\x01</a>" CLOSE,
        OPEN "<a>\xFF\xFE</a>" CLOSE,
        "<?xml version='1.0' encoding='UTF-7'?>" OPEN "<a>\xE4</a>" CLOSE,
        "\xFF\xFE<\0a",
    };
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        if (read_text(bad[i], &err) != SA_E_PROTOCOL)
            fail_msg("%zu: '%s': %s", i, bad[i], err.message);
        assert_true(err.message[0] != '\0');
    }
    /* What the library repeats of it cannot command a terminal. */
    assert_int_equal(read_text("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "
                               "xmlns:r='http://a\xFF\xC2\x9B'><s:Body/></s:Envelope>",
                               &err),
                     SA_E_PROTOCOL);
    assert_null(strstr(err.message, "\xC2\x9B"));
    assert_null(strchr(err.message, 0xFF));
    assert_int_equal(read_text(OPEN CLOSE, &err), 0);
    assert_int_equal(read_text("\xEF\xBB\xBF<?xml version='1.0' encoding='latin1'?>\n" OPEN
                               "<a>\xC3\xA4</a>" CLOSE,
                               &err),
                     0);
    /* A mark that only looks like a document type. */
    assert_int_equal(
        read_text(OPEN "<a b='<!DOCTYPE'/><!-- <!DOCTYPE --><![CDATA[<!DOCTYPE]]>" CLOSE, &err),
        SA_E_PROTOCOL);
    assert_int_equal(
        read_text(OPEN "<a b=\"!DOCTYPE>\"/><!-- <!DOCTYPE --><![CDATA[<!DOCTYPE]]>" CLOSE, &err),
        0);
}

static void test_bounds(void **state)
{
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(read_many(OPEN, "<a>", 100, CLOSE, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "levels"));
    /* What is inside of the last element comes when the library has stopped. */
    assert_int_equal(read_many(OPEN, "<a>text", 100, CLOSE, &err), SA_E_LIMIT);
    assert_int_equal(read_many(OPEN, "<a><![CDATA[text]]>", 100, CLOSE, &err), SA_E_LIMIT);
    assert_int_equal(read_many(OPEN, "<a/>", SA_LIMIT_WSMAN_NODES, CLOSE, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "nodes"));
    assert_int_equal(read_many(OPEN "<a", " b='c'", 300, "/>" CLOSE, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "attributes"));
    assert_int_equal(read_many(OPEN "<a b='", "x", 40000, "'/>" CLOSE, &err), SA_E_LIMIT);
    assert_int_equal(read_many(OPEN, "<!---->", 100001, CLOSE, &err), SA_E_LIMIT);
    /* An attribute that never ends is found without looking through all of it again and again. */
    assert_int_equal(read_many(OPEN "<a b='", "xxxxxxxxxxxxxxxx", 2 << 20, "", &err), SA_E_LIMIT);
}

static void test_namespaces_and_names(void **state)
{
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    struct sa_error err = {0};

    (void)state;
    sa_buf_add_text(&text, OPEN);
    for (int level = 0; level < 4; level++) {
        sa_buf_addf(&text, "<l%d", level);
        for (int i = 0; i < 100; i++)
            sa_buf_addf(&text, " xmlns:n%d_%d='u%d'", level, i, i);
        sa_buf_add_text(&text, ">");
    }
    assert_int_equal(read_text(sa_buf_text(&text), &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "namespaces"));
    sa_buf_clear(&text);
    sa_buf_add_text(&text, OPEN);
    for (int i = 0; i < 250000; i++)
        sa_buf_addf(&text, "<n%d/>", i);
    assert_int_equal(read_text(sa_buf_text(&text), &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "names"));
    sa_buf_done(&text);
}

/* Nor can what stands for a reason where there is none. */
static void test_subcodes_are_visible(void **state)
{
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(read_text("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'>"
                               "<s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>"
                               "<s:Value>w:Odd\xC2\x9B"
                               "2J</s:Value></s:Subcode></s:Code></s:Fault>"
                               "</s:Body></s:Envelope>",
                               &err),
                     SA_E_REMOTE);
    assert_non_null(strstr(err.message, "Odd"));
    assert_null(strstr(err.message, "\xC2\x9B"));
}

static void test_utf16(void **state)
{
    static const char text[] = OPEN "<a>\xC3\xA4</a>" CLOSE;
    char wide[2][4 * sizeof text];
    size_t len = 0;
    struct sa_error err = {0};
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < sizeof text - 1; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c == 0xC3) {
            c = 0xE4;
            i++;
        }
        wide[0][len] = (char)c;
        wide[1][len++] = '\0';
        wide[0][len] = '\0';
        wide[1][len++] = (char)c;
    }
    for (int order = 0; order < 2; order++) {
        assert_int_equal(sa_wsman_read(wide[order], len, count_item, &count, NULL, &err), 0);
        assert_int_equal(sa_wsman_read(wide[order], len - 1, count_item, &count, NULL, &err),
                         SA_E_PROTOCOL);
    }
    assert_int_equal(count, 2);
    /* Halves of pairs: the first at the end, the second alone, the first before something else. */
    wide[0][len - 2] = '\0';
    wide[0][len - 1] = (char)0xD8;
    assert_int_equal(sa_wsman_read(wide[0], len, count_item, &count, NULL, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "UTF-16"));
    for (int i = 0; i < 3; i++) {
        static const unsigned char odd[3][4] = {
            {0x00, 0xDC, 0x00, 0xDC},
            {0x00, 0xD8, 0x20, 0x00},
            {0x00, 0xD8, 0x00, 0xE0}
        };

        memcpy(wide[0] + len - 4, odd[i], 4);
        err = (struct sa_error){0};
        assert_int_equal(sa_wsman_read(wide[0], len, count_item, &count, NULL, &err),
                         SA_E_PROTOCOL);
        assert_non_null(strstr(err.message, "UTF-16"));
    }
}

#define CODE(sub)                                                   \
    "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>w:" sub \
    "</s:Value></s:Subcode></s:Code>"
#define FAULT(inside) OPEN "<s:Fault>" inside "</s:Fault>" CLOSE
#define DETAIL(inside)                                                                      \
    "<s:Detail xmlns:f='http://schemas.microsoft.com/wbem/wsman/1/wsmanfault'>" inside "</" \
    "s:Detail>"
#define CIM_ERROR(inside) DETAIL("<q:MSFT_WmiError xmlns:q='urn:any'>" inside "</q:MSFT_WmiError>")

static void test_fault_forms(void **state)
{
    static const struct {
        const char *text;
        int status;
        long long code;
        const char *says;
    } cases[] = {
        {FAULT(CODE("X") DETAIL("<f:WSManFault Code='4711'><f:Message>Zugriff \n "
                                "nicht.\x7F</f:Message></f:WSManFault>")),
         SA_E_REMOTE,                                                                                                         4711,       "Zugriff nicht.\\x7F (4711)"  },
        {FAULT(CODE("X") DETAIL("<f:WSManFault Code='4711'><f:Message><f:ProviderFault>inner words"
                                "</f:ProviderFault></f:Message></f:WSManFault>")),
         SA_E_REMOTE,                                                                                                         4711,       "inner words"                 },
 /* The innermost number decides; an outer one where the inner is not known. */
        {FAULT(CODE("X") DETAIL(
             "<f:WSManFault Code='2150858778'><f:Message><f:ProviderFault><f:WSManFault Code='5'>"
             "<f:Message>x</f:Message></f:WSManFault></f:ProviderFault></f:Message></"
             "f:WSManFault>")),
         SA_E_DENIED,                                                                                                         5,          "access is denied (5)"        },
        {FAULT(CODE("X")
                   DETAIL("<f:WSManFault "
                          "Code='2150858778'><f:Message><f:ProviderFault><f:WSManFault Code='4711'>"
                          "<f:Message>x</f:Message></f:WSManFault></f:ProviderFault></f:Message></"
                          "f:WSManFault>")),
         SA_E_NOT_FOUND,                                                                                                      4711,       "no such class"               },
        {FAULT(CODE("QuotaLimit") CIM_ERROR(
             "<q:CIMStatusCode>27</q:CIMStatusCode><q:error_Code>2150859173</q:error_Code>")),
         SA_E_LIMIT,                                                                                                          2150859173, "too many shells"             },
 /* A CIM status is no Win32 number: 5 is a class that is not there, 2 a missing right. */
        {FAULT(CODE("X")
                   CIM_ERROR("<q:CIMStatusCode>5</q:CIMStatusCode><q:error_Code>0</q:error_Code>")),
         SA_E_NOT_FOUND,                                                                                                      5,          "no such class (CIM status 5)"},
        {FAULT(CODE("X") CIM_ERROR("<q:CIMStatusCode>2</q:CIMStatusCode>")),                                  SA_E_DENIED,    2,
         "access is denied (CIM status 2)"                                                                                                                              },
        {FAULT(CODE("X")
                   CIM_ERROR("<q:CIMStatusCode>99</q:CIMStatusCode><q:Message>odd</q:Message>")),
         SA_E_REMOTE,                                                                                                         99,         "odd"                         },
        {FAULT(CODE("AccessDenied")),                                                                         SA_E_DENIED,    0,          "access is denied"            },
        {FAULT(CODE("TimedOut")),                                                                             SA_E_TIMEOUT,   0,          NULL                          },
        {FAULT(CODE("DestinationUnreachable")),                                                               SA_E_NOT_FOUND, 0,          NULL                          },
        {FAULT("<s:Code><s:Value>s:MustUnderstand</s:Value></s:Code>"),                                       SA_E_REMOTE,    0,
         "MustUnderstand"                                                                                                                                               },
        {FAULT(""),                                                                                           SA_E_REMOTE,    0,          "without a reason"            },
        {FAULT(CODE("X") DETAIL("<f:WSManFault Code='-1'/>")),                                                SA_E_REMOTE,    0,          NULL                          },
        {FAULT(CODE("X") DETAIL("<f:WSManFault Code='99999999999'/>")),                                       SA_E_REMOTE,    0,          NULL                          },
    };
    struct sa_error err = {0};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        int r = read_text(cases[i].text, &err);

        if (r != cases[i].status || err.code != cases[i].code ||
            (cases[i].says != NULL && strstr(err.message, cases[i].says) == NULL))
            fail_msg("%zu: %d, %lld: %s", i, r, err.code, err.message);
        assert_int_equal(err.domain, SA_DOMAIN_WSMAN);
    }
}

/* Words of a server are cut at a character, and visibly. */
static void test_long_words(void **state)
{
    struct sa_error err = {0};
    size_t len = 0;

    (void)state;
    assert_int_equal(read_many(OPEN "<s:Fault>" DETAIL(""), "", 0, "</s:Fault>" CLOSE, &err),
                     SA_E_REMOTE);
    assert_int_equal(read_many(OPEN "<s:Fault><s:Reason><s:Text>", "\xC3\xA4", 5000,
                               "</s:Text></s:Reason></s:Fault>" CLOSE, &err),
                     SA_E_REMOTE);
    len = strlen(err.message);
    assert_string_equal(err.message + len - 3, "...");
    assert_int_equal((unsigned char)err.message[len - 4], 0xA4);
}

static void test_what_ends(void **state)
{
    static const struct {
        const char *text;
        bool ends;
        size_t count;
    } cases[] = {
        {SCRIPT_FIRST("A", "<x/><y/>"), false,            2},
        {SCRIPT_NEXT("A",                "<x/>"),             false,       1},
        {SCRIPT_LAST("<x/>"),               true,                          1                 },
        {SCRIPT_ONLY(""),               true, 0},
        {SCRIPT_ANSWER("<x/>"),               true,                          1                                    },
        {SCRIPT_ANSWER(""),               true, 0},
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_error err = {0};
        size_t count = 0;
        bool end = !cases[i].ends;

        assert_int_equal(
            sa_wsman_read(cases[i].text, strlen(cases[i].text), count_item, &count, &end, &err), 0);
        assert_int_equal(end, cases[i].ends);
        assert_int_equal(count, cases[i].count);
    }
}

/* Every row of the table of refusals does what the table says, and none shadows another. */
static void test_back_off_codes(void **state)
{
    static const uint32_t busy[] = {2150858815, 2150859173, 2150859174, 2150859175, 2150859176,
                                    2150859179, 2150859236, 2150859242, 0x8004106C};
    static const uint32_t not_busy[] = {5,          1326,       2150859177, 2150859178,
                                        2150859180, 2150859235, 2150859243};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(busy); i++) {
        struct wsman_fault fault = {.is_set = true, .kind = WSMAN_CODE_NUMBER, .code = busy[i]};

        assert_int_equal(wsman_fault_meaning(&fault)->reaction, WSMAN_BACK_OFF);
    }
    for (size_t i = 0; i < SA_COUNT(not_busy); i++) {
        struct wsman_fault fault = {.is_set = true, .kind = WSMAN_CODE_NUMBER, .code = not_busy[i]};

        assert_int_equal(wsman_fault_meaning(&fault)->reaction, WSMAN_GIVE_UP);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_an_envelope),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_namespaces_and_names),
        cmocka_unit_test(test_subcodes_are_visible),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_fault_forms),
        cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_what_ends),
        cmocka_unit_test(test_back_off_codes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
