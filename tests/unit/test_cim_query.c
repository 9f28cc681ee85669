/* SPDX-License-Identifier: Apache-2.0 */
/* Queries, single instances, methods; and when a class counts as absent. */
#include <string.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

#include "support/test.h"
#include "wsman_script.h"

#define SCRIPT(array)                              \
    {                                              \
        .steps = (array), .count = SA_COUNT(array) \
    }
#define ROW(n)     "<w:XmlFragment><Name>" n "</Name></w:XmlFragment>"
#define FILTER     SCRIPT_FAULT("2150858778")
#define CHARACTERS SCRIPT_FAULT("2150859018")
#define DEFENDER   "root/Microsoft/Windows/Defender"

struct asked {
    struct sa_arena arena;
    struct sa_cim_list list;
    struct sa_buf xml;
    struct sa_error err;
};

static int query(struct script *script, const char *ns, const char *wql, struct asked *ret)
{
    struct sa_wsman *session = script_open(script, 0, NULL);
    int r = 0;

    *ret = (struct asked){.arena = SA_ARENA_INIT(SA_MIB), .xml = SA_BUF_INIT(SA_MIB)};
    sa_buf_add_text(&ret->xml, "before\n");
    r = sa_cim_query(session, ns, wql, &ret->arena, &ret->list, &ret->xml, &ret->err);
    sa_wsman_close(session);
    return r;
}

static void done(struct script *script, struct asked *asked)
{
    script_done(script);
    sa_arena_done(&asked->arena);
    sa_buf_done(&asked->xml);
}

static void test_query(void **state)
{
    static const struct script_step steps[] = {
        {"/wmi/root/cimv2/*<", 0, 0,   SCRIPT_FIRST("A",     ROW("1")),                  0},
        {NULL,                    0,                  500, SCRIPT_FAULT("2150858780"), 0},
        {NULL,                    0,                  0,
         SCRIPT_FIRST("B",   "<p:Win32_Service xmlns:p='urn:p'><p:Name>1</p:Name></p:Win32_Service>"),
         0},
        {NULL,                    0,                     0,                     SCRIPT_LAST(ROW("2") "<w:XmlFragment><a xsi:nil='true'/></w:XmlFragment>"),                     0                         },
    };
    struct script script = SCRIPT(steps);
    struct asked asked;

    (void)state;
    assert_int_equal(
        query(&script, "root/cimv2", "SELECT Name FROM Win32_Service WHERE Name='x'", &asked), 0);
    assert_int_equal(asked.list.count, 3);
    assert_string_equal(sa_cim_text(asked.list.items[1], "Name"), "2");
    /* Rows of a query for some properties get the name of the class that was asked. */
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(asked.list.items[i]->class_name, "Win32_Service");
    /* Evidence: what was restarted is there once, what was before stays, namespaces are declared. */
    assert_int_equal(
        strncmp(sa_buf_text(&asked.xml), "before\n<p:Win32_Service xmlns:p=\"urn:p\">", 40), 0);
    assert_null(strstr(strstr(sa_buf_text(&asked.xml), ">1<") + 1, ">1<"));
    assert_non_null(
        strstr(sa_buf_text(&asked.xml), "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""));
    done(&script, &asked);
}

/* Older systems lack properties: then all of them are asked for. */
static void test_absent_class_or_property(void **state)
{
    static const struct script_step property[] = {
        {"SELECT AMRunningMode, X FROM MSFT_MpComputerStatus WHERE A=1<", 0, 500, FILTER, 0},
        {"SELECT * FROM MSFT_MpComputerStatus WHERE A=1<",                0, 0,
         SCRIPT_ONLY("<p:MSFT_MpComputerStatus xmlns:p='u'/>"),                           0},
    };
    static const struct script_step absent[] = {
        {"SELECT AMRunningMode, X FROM MSFT_MpComputerStatus WHERE A=1<", 0, 500, FILTER, 0},
        {"SELECT * FROM MSFT_MpComputerStatus WHERE A=1<",                0, 500, FILTER, 0},
    };
    static const struct script_step all[] = {
        {NULL, 0, 500, FILTER, 0}
    };
    static const struct script_step ns[] = {
        {NULL, 0, 500, SCRIPT_FAULT("2150858754"), 0}
    };
    struct script scripts[] = {SCRIPT(property), SCRIPT(absent), SCRIPT(all), SCRIPT(ns)};
    static const char wql[] = "SELECT AMRunningMode, X FROM MSFT_MpComputerStatus WHERE A=1";
    struct asked asked;

    (void)state;
    assert_int_equal(query(&scripts[0], DEFENDER, wql, &asked), 0);
    assert_int_equal(asked.list.count, 1);
    done(&scripts[0], &asked);
    assert_int_equal(query(&scripts[1], DEFENDER, wql, &asked), SA_E_NOT_FOUND);
    assert_int_equal(asked.err.code, 2150858778);
    assert_string_equal(sa_buf_text(&asked.xml), "before\n");
    done(&scripts[1], &asked);
    assert_int_equal(query(&scripts[2], DEFENDER, "SELECT * FROM MSFT_MpComputerStatus", &asked),
                     SA_E_NOT_FOUND);
    done(&scripts[2], &asked);
    assert_int_equal(query(&scripts[3], DEFENDER, wql, &asked), SA_E_NOT_FOUND);
    assert_int_equal(scripts[3].next, 1);
    done(&scripts[3], &asked);
}

static void test_one_property_cannot_be_read(void **state)
{
    static const struct script_step steps[] = {
        {"SELECT Name, Description, PathName FROM", 0, 0,                                   SCRIPT_FIRST("A", ROW("1")),                           0},
        {NULL,                                         0,                                       500,                                 CHARACTERS,        0},
        {"Release",                                         0,                                  0,                            SCRIPT_ANSWER(""),          0},
        {"SELECT  Description, PathName FROM",                                         0,       500, CHARACTERS,        0                                },
        {"SELECT Name, PathName FROM",                                         0,               0,         SCRIPT_ONLY(ROW("1") ROW("2")),          0},
    };
    static const struct script_step none[] = {
        {"SELECT Name, State FROM", 0, 500, CHARACTERS, 0},
        {"SELECT  State FROM",      0, 500, CHARACTERS, 0},
        {"SELECT Name FROM",        0, 500, CHARACTERS, 0},
    };
    struct script script = SCRIPT(steps);
    struct script never = SCRIPT(none);
    struct asked asked;

    (void)state;
    assert_int_equal(query(&script, "root/cimv2",
                           "SELECT Name, Description, PathName FROM Win32_Service", &asked),
                     0);
    assert_int_equal(asked.list.count, 2);
    done(&script, &asked);
    assert_int_equal(query(&never, "root/cimv2", "SELECT Name, State FROM Win32_Service", &asked),
                     SA_E_REMOTE);
    assert_int_equal(asked.err.code, 2150859018);
    done(&never, &asked);
}

static void test_get_and_invoke(void **state)
{
    static const struct script_step steps[] = {
        {"/wmi/root/cimv2/Win32_OperatingSystem<",      0, 0,
         SCRIPT_ANSWER(
             "<p:Win32_OperatingSystem "
             "xmlns:p='u'><p:BuildNumber>20348</p:BuildNumber></p:Win32_OperatingSystem>"),
         0                                                                                   },
        {"/wmi/root/default/StdRegProv/GetDWORDValue<", 0, 0,
         SCRIPT_ANSWER(
             "<p:GetDWORDValue_OUTPUT xmlns:p='u'><p:ReturnValue>2</p:ReturnValue><p:uValue "
             "xsi:nil='true'/></p:GetDWORDValue_OUTPUT>"),
         0                                                                                   },
        {NULL,                                          0, 500, SCRIPT_FAULT("5"),          0},
    };
    static const struct sa_wsman_param params[] = {
        {"hDefKey",     "2147483650"},
        {"sSubKeyName", "SOFTWARE"  },
        {"sValueName",  "x"         }
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_buf xml = SA_BUF_INIT(SA_KIB);
    const struct sa_cim_instance *instance = NULL;
    struct sa_error err = {0};
    int64_t number = 0;

    (void)state;
    assert_int_equal(sa_cim_get(session, "root/cimv2", "Win32_OperatingSystem", NULL, 0, &arena,
                                &instance, &xml, &err),
                     0);
    assert_int_equal(sa_cim_int(instance, "BuildNumber", &number), 0);
    assert_int_equal(number, 20348);
    assert_non_null(strstr(sa_buf_text(&xml), "20348"));
    assert_int_equal(sa_cim_invoke(session, "root/default", "StdRegProv", "GetDWORDValue", params,
                                   3, &arena, &instance, &err),
                     0);
    assert_int_equal(sa_cim_int(instance, "ReturnValue", &number), 0);
    assert_int_equal(number, 2);
    assert_true(sa_cim_property(instance, "uValue")->is_null);
    assert_int_equal(
        sa_cim_get(session, "root/cimv2", "Win32_BIOS", NULL, 0, &arena, &instance, NULL, &err),
        SA_E_DENIED);
    assert_null(instance);
    sa_wsman_close(session);
    sa_arena_done(&arena);
    sa_buf_done(&xml);
    script_done(&script);
}

static void test_nothing_is_left_of_a_failure(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0,     0,    SCRIPT_FIRST("A", ROW("1")), 0},
        {NULL,    0,      500,      SCRIPT_FAULT("5"),              0},
        {"Release",    0, 0, SCRIPT_ANSWER(""),                0       },
    };
    struct script script = SCRIPT(steps);
    struct asked asked;

    (void)state;
    assert_int_equal(query(&script, "root/cimv2", "SELECT Name FROM Win32_Service", &asked),
                     SA_E_DENIED);
    assert_int_equal(asked.list.count, 0);
    assert_string_equal(sa_buf_text(&asked.xml), "before\n");
    done(&script, &asked);
}

static void test_memory_is_bounded(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0,   SCRIPT_FIRST("A", ROW("1") ROW("2") ROW("3")), 0},
        {NULL,    0,  0, SCRIPT_ANSWER(""),               0                        },
    };
    struct script script = SCRIPT(steps);
    struct sa_wsman *session = script_open(&script, 0, NULL);
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_buf xml = SA_BUF_INIT(60);
    struct sa_cim_list list = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_cim_query(session, "root/cimv2", "SELECT Name FROM Win32_Service", &arena,
                                  &list, &xml, &err),
                     SA_E_LIMIT);
    assert_int_equal(list.count, 0);
    sa_wsman_close(session);
    sa_arena_done(&arena);
    sa_buf_done(&xml);
    script_done(&script);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_query),
        cmocka_unit_test(test_absent_class_or_property),
        cmocka_unit_test(test_one_property_cannot_be_read),
        cmocka_unit_test(test_get_and_invoke),
        cmocka_unit_test(test_nothing_is_left_of_a_failure),
        cmocka_unit_test(test_memory_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
