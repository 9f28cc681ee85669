/* SPDX-License-Identifier: Apache-2.0 */
/* Instances: null, empty, arrays, times, references, embedded ones; and their values as C types. */
#include <string.h>
#include <time.h>

#include "syncaudit/cim.h"
#include "syncaudit/limits.h"

#include "support/test.h"
#include "wsman_script.h"

#define CIM " xmlns:p='urn:p' xmlns:cim='http://schemas.dmtf.org/wbem/wscim/1/common'"

struct decoded {
    struct sa_arena *arena;
    const struct sa_cim_instance *instance;
};

static int decode(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    struct decoded *decoded = payload;

    return sa_cim_decode(item, decoded->arena, &decoded->instance, err);
}

static int read_into(struct sa_arena *arena, const char *object, const struct sa_cim_instance **ret,
                     struct sa_error *err)
{
    struct decoded decoded = {.arena = arena};
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    int r = 0;

    sa_buf_addf(&text, "%s%s%s", SCRIPT_HEAD, object, SCRIPT_TAIL);
    r = sa_wsman_read(sa_buf_text(&text), text.len, decode, &decoded, NULL, err);
    sa_buf_done(&text);
    *ret = decoded.instance;
    return r;
}

static const struct sa_cim_instance *instance_of(struct sa_arena *arena, const char *object)
{
    const struct sa_cim_instance *instance = NULL;
    struct sa_error err = {0};

    assert_int_equal(read_into(arena, object, &instance, &err), 0);
    assert_non_null(instance);
    return instance;
}

static void test_null_empty_arrays(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_cim_instance *i = instance_of(
        &arena,
        "<p:Win32_X" CIM
        " xsi:type='p:Win32_X_Type'><p:A xsi:nil='true'/><p:B></p:B>\n<p:C>  two  blanks </p:C>"
        "<p:D>1</p:D><p:D>2</p:D><p:E>x</p:E><p:D>3</p:D><p:F xsi:nil='1' "
        "xsi:type='cim:cimString'/>"
        "<p:G>a<![CDATA[<b>]]>&amp;</p:G><p:H "
        "xsi:nil='false'>h</p:H><q:Undeclared>u</q:Undeclared></p:Win32_X>");

    (void)state;
    assert_string_equal(i->class_name, "Win32_X");
    assert_int_equal(i->count, 9);
    assert_true(sa_cim_property(i, "a")->is_null);
    assert_int_equal(sa_cim_property(i, "A")->count, 0);
    assert_null(sa_cim_text(i, "A"));
    assert_false(sa_cim_property(i, "B")->is_null);
    assert_string_equal(sa_cim_text(i, "B"), "");
    assert_string_equal(sa_cim_text(i, "c"), "  two  blanks ");
    assert_int_equal(sa_cim_property(i, "D")->count, 3);
    assert_string_equal(sa_cim_property(i, "D")->values[2].text, "3");
    assert_null(sa_cim_text(i, "D"));
    assert_true(sa_cim_holds(i, "D", 2));
    assert_false(sa_cim_holds(i, "D", 4));
    assert_false(sa_cim_holds(i, "Z", 4));
    assert_true(sa_cim_property(i, "F")->is_null);
    assert_string_equal(sa_cim_text(i, "G"), "a<b>&");
    assert_string_equal(sa_cim_text(i, "H"), "h");
    assert_string_equal(sa_cim_text(i, "Undeclared"), "u");
    assert_null(sa_cim_property(i, "Z"));
    assert_string_equal(i->properties[3].name, "D");
    sa_arena_done(&arena);
}

static void test_rows_without_a_name(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_cim_instance *i =
        instance_of(&arena, "<w:XmlFragment><Name>x</Name></w:XmlFragment>");
    const struct sa_cim_instance *empty = instance_of(&arena, "<p:Enable_OUTPUT" CIM "/>");

    (void)state;
    assert_string_equal(i->class_name, "");
    assert_string_equal(sa_cim_text(i, "Name"), "x");
    assert_string_equal(empty->class_name, "Enable_OUTPUT");
    assert_int_equal(empty->count, 0);
    sa_arena_done(&arena);
}

static void test_references(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_cim_instance *i = instance_of(
        &arena, "<p:Win32_GroupUser" CIM
                "><p:GroupComponent><a:Address>http://x</a:Address><a:ReferenceParameters>"
                "<w:ResourceURI>http://r/Win32_Group</w:ResourceURI><w:SelectorSet><w:Selector "
                "Name='Domain'>H</w:Selector>"
                "<w:Selector Name='Name'> Admin &amp; co</w:Selector><w:Selector "
                "Name='Nested'><a:EndpointReference/>"
                "</w:Selector></w:SelectorSet></a:ReferenceParameters></p:GroupComponent>"
                "<p:Wrapped><a:EndpointReference><a:Address/"
                "><a:ReferenceParameters><w:ResourceURI>u</w:ResourceURI>"
                "</a:ReferenceParameters></a:EndpointReference></p:Wrapped><p:Odd><a:Address/></"
                "p:Odd></p:Win32_GroupUser>");
    const struct sa_cim_value *value = &sa_cim_property(i, "GroupComponent")->values[0];

    (void)state;
    assert_int_equal(value->type, SA_CIM_REFERENCE);
    assert_string_equal(value->text, "");
    assert_string_equal(value->reference->resource_uri, "http://r/Win32_Group");
    assert_int_equal(value->reference->count, 3);
    assert_string_equal(value->reference->selectors[1].name, "Name");
    assert_string_equal(value->reference->selectors[1].value, " Admin & co");
    assert_string_equal(value->reference->selectors[2].value, "");
    assert_null(sa_cim_text(i, "GroupComponent"));
    assert_string_equal(sa_cim_property(i, "Wrapped")->values[0].reference->resource_uri, "u");
    assert_int_equal(sa_cim_property(i, "Odd")->values[0].reference->count, 0);
    sa_arena_done(&arena);
}

static void test_embedded(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_cim_instance *i = instance_of(
        &arena,
        "<p:MSFT_ScheduledTask" CIM
        "><p:Principal xsi:type='q:MSFT_TaskPrincipal2_Type'><q:UserId xmlns:q='u'>S</q:UserId>"
        "<q:RunLevel xmlns:q='u'>1</q:RunLevel></p:Principal>"
        "<p:Actions xsi:type='A_Type'><p:Execute>a</p:Execute></p:Actions>"
        "<p:Actions xsi:type='B_Type'><p:Execute>b</p:Execute></p:Actions>"
        "<p:Wrapped><q:Inner xmlns:q='u' xsi:type='q:Inner_Type'><q:V>7</q:V></q:Inner></p:Wrapped>"
        "<p:Untyped><p:V>8</p:V></p:Untyped></p:MSFT_ScheduledTask>");
    const struct sa_cim_value *principal = &sa_cim_property(i, "Principal")->values[0];
    int64_t number = 0;

    (void)state;
    assert_int_equal(principal->type, SA_CIM_INSTANCE);
    assert_string_equal(principal->instance->class_name, "MSFT_TaskPrincipal2");
    assert_string_equal(sa_cim_text(principal->instance, "UserId"), "S");
    assert_int_equal(sa_cim_int(principal->instance, "RunLevel", &number), 0);
    assert_int_equal(number, 1);
    assert_int_equal(sa_cim_property(i, "Actions")->count, 2);
    assert_string_equal(sa_cim_property(i, "Actions")->values[1].instance->class_name, "B");
    assert_string_equal(sa_cim_property(i, "Wrapped")->values[0].instance->class_name, "Inner");
    assert_string_equal(sa_cim_text(sa_cim_property(i, "Wrapped")->values[0].instance, "V"), "7");
    assert_string_equal(sa_cim_text(sa_cim_property(i, "Untyped")->values[0].instance, "V"), "8");
    assert_int_equal(sa_cim_int(i, "Principal", &number), SA_E_PROTOCOL);
    sa_arena_done(&arena);
}

static void test_numbers_and_booleans(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    const struct sa_cim_instance *i = instance_of(
        &arena,
        "<p:X" CIM
        "><p:Max>9223372036854775807</p:Max><p:Over>18446744073709551615</p:Over><p:Min>-1</p:Min>"
        "<p:Indented>\n 5 \n</p:Indented><p:Hex>0x1</p:Hex><p:Empty/><p:Null "
        "xsi:nil='true'/><p:T>TRUE</p:T>"
        "<p:F>false</p:F><p:One>1</p:One><p:Two>1</p:Two><p:Two>2</p:Two></p:X>");
    static const struct {
        const char *name;
        int status;
        int64_t number;
    } cases[] = {
        {"Max",      0,              INT64_MAX},
        {"Over",     SA_E_PROTOCOL,  0        },
        {"Min",      0,              -1       },
        {"Indented", 0,              5        },
        {"Hex",      SA_E_PROTOCOL,  0        },
        {"Empty",    SA_E_PROTOCOL,  0        },
        {"Null",     SA_E_NOT_FOUND, 0        },
        {"Missing",  SA_E_NOT_FOUND, 0        },
        {"Two",      SA_E_PROTOCOL,  0        }
    };
    bool b = false;

    (void)state;
    for (size_t n = 0; n < SA_COUNT(cases); n++) {
        int64_t number = 0;

        assert_int_equal(sa_cim_int(i, cases[n].name, &number), cases[n].status);
        assert_true(number == cases[n].number);
    }
    assert_int_equal(sa_cim_bool(i, "T", &b), 0);
    assert_true(b);
    assert_int_equal(sa_cim_bool(i, "F", &b), 0);
    assert_false(b);
    assert_int_equal(sa_cim_bool(i, "One", &b), SA_E_PROTOCOL);
    assert_int_equal(sa_cim_bool(i, "Null", &b), SA_E_NOT_FOUND);
    sa_arena_done(&arena);
}

static void test_times(void **state)
{
    static const struct {
        const char *xml;
        int status;
        int64_t seconds;
    } cases[] = {
        {"<cim:Datetime>2013-04-29T13:09:06.102138-07:00</cim:Datetime>", 0,             1367266146  },
        {"<cim:Datetime>2013-04-15T16:28:43.488171Z</cim:Datetime>",      0,             1366043323  },
        {"\n <cim:Datetime>2013-04-15T16:28:39.5Z</cim:Datetime>\n",      0,             1366043319  },
        {"2013-04-15T16:28:43+00:00",                                     0,             1366043323  },
        {"2013-04-15T16:28:43",                                           0,             1366043323  },
        {"2013-04-15",                                                    0,             1365984000  },
        {"20130415162843.488171+000",                                     0,             1366043323  },
        {"20130415182843.488171+120",                                     0,             1366043323  },
        {"20130415092843.******-420",                                     0,             1366043323  },
        {"20130415162843.******+***",                                     0,             1366043323  },
        {"2024-02-29T00:00:00Z",                                          0,             1709164800  },
        {"1601-01-01T00:00:00Z",                                          0,             -11644473600},
        {"2023-02-29T00:00:00Z",                                          SA_E_PROTOCOL, 0           },
        {"2013-04-31",                                                    SA_E_PROTOCOL, 0           },
        {"2013-13-01",                                                    SA_E_PROTOCOL, 0           },
        {"2013-04-15T24:00:00Z",                                          SA_E_PROTOCOL, 0           },
        {"2013-04-15T16:28:43.Z",                                         SA_E_PROTOCOL, 0           },
        {"2013-04-15T16:28:43+1:00",                                      SA_E_PROTOCOL, 0           },
        {"2013-04-15T16:28:43Zx",                                         SA_E_PROTOCOL, 0           },
        {"20130415******.******+***",                                     SA_E_PROTOCOL, 0           },
        {"00000012000000.000000:000",                                     SA_E_PROTOCOL, 0           },
        {"20130415162843.488171+0000",                                    SA_E_PROTOCOL, 0           },
        {"<cim:Interval>P1D</cim:Interval>",                              SA_E_PROTOCOL, 0           },
        {"4/15/2013",                                                     SA_E_PROTOCOL, 0           },
        {"",                                                              SA_E_PROTOCOL, 0           },
    };
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);

    (void)state;
    for (size_t n = 0; n < SA_COUNT(cases); n++) {
        const struct sa_cim_instance *i = NULL;
        char xml[512];
        int64_t seconds = 0;
        int r = 0;

        (void)snprintf(xml, sizeof xml, "<p:X" CIM "><p:T>%s</p:T></p:X>", cases[n].xml);
        i = instance_of(&arena, xml);
        r = sa_cim_time(i, "T", &seconds);
        if (r != cases[n].status || seconds != cases[n].seconds)
            fail_msg("%s: %d %lld", cases[n].xml, r, (long long)seconds);
    }
    sa_arena_done(&arena);
}

/* Arrays whose elements do not follow each other, of as many properties as there may be: whole, in order,
 * and without looking through all names for each element. */
static void test_mixed_arrays(void **state)
{
    enum { PROPERTIES = 1990, ROUNDS = 90, ITEMS = 10 };
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    clock_t began = 0;

    (void)state;
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (int round = 0; round < ROUNDS; round++)
        for (int i = 0; i < PROPERTIES; i++)
            sa_buf_addf(&text, "<p%d>%d</p%d>", i, round, i);
    sa_buf_add_text(&text, "</p:X>");
    began = clock();
    for (int n = 0; n < ITEMS; n++) {
        struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
        const struct sa_cim_instance *x = instance_of(&arena, sa_buf_text(&text));

        assert_int_equal(x->count, PROPERTIES);
        for (size_t i = 0; i < PROPERTIES; i += 397) {
            char name[16];

            (void)snprintf(name, sizeof name, "p%zu", i);
            assert_string_equal(x->properties[i].name, name);
            assert_int_equal(x->properties[i].count, ROUNDS);
            assert_string_equal(x->properties[i].values[ROUNDS - 1].text, "89");
        }
        sa_arena_done(&arena);
    }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    assert_true((clock() - began) / CLOCKS_PER_SEC < 6);
#endif
    (void)began;
    sa_buf_done(&text);
}

static void test_bounds(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(64 * SA_MIB);
    struct sa_arena small = SA_ARENA_INIT(4 * SA_KIB);
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    const struct sa_cim_instance *i = NULL;
    struct sa_error err = {0};

    (void)state;
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (size_t n = 0; n <= SA_LIMIT_CIM_PROPERTIES; n++)
        sa_buf_addf(&text, "<p:n%zu/>", n);
    sa_buf_add_text(&text, "</p:X>");
    assert_int_equal(read_into(&arena, sa_buf_text(&text), &i, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "properties"));
    sa_buf_clear(&text);
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (size_t n = 0; n <= SA_LIMIT_CIM_VALUES; n++)
        sa_buf_add_text(&text, "<p:n/>");
    sa_buf_add_text(&text, "</p:X>");
    assert_int_equal(read_into(&arena, sa_buf_text(&text), &i, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "values"));
    sa_buf_clear(&text);
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (size_t n = 0; n < 40; n++)
        sa_buf_add_text(&text, "<p:n>");
    for (size_t n = 0; n < 40; n++)
        sa_buf_add_text(&text, "</p:n>");
    sa_buf_add_text(&text, "</p:X>");
    assert_int_equal(read_into(&arena, sa_buf_text(&text), &i, &err), SA_E_LIMIT);
    assert_non_null(strstr(err.message, "embedded"));
    /* Beside each other there may be more of them. */
    sa_buf_clear(&text);
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (size_t n = 0; n < 40; n++)
        sa_buf_add_text(&text, "<p:n><p:a>1</p:a></p:n>");
    sa_buf_add_text(&text, "</p:X>");
    assert_int_equal(read_into(&arena, sa_buf_text(&text), &i, &err), 0);
    assert_int_equal(sa_cim_property(i, "n")->count, 40);
    sa_buf_clear(&text);
    sa_buf_add_text(&text, "<p:X" CIM ">");
    for (size_t n = 0; n < 100; n++)
        sa_buf_addf(&text, "<p:n>%099d</p:n>", 1);
    sa_buf_add_text(&text, "</p:X>");
    assert_int_equal(read_into(&small, sa_buf_text(&text), &i, &err), SA_E_LIMIT);
    assert_int_equal(read_into(&arena, sa_buf_text(&text), &i, &err), 0);
    sa_buf_done(&text);
    sa_arena_done(&arena);
    sa_arena_done(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_null_empty_arrays),    cmocka_unit_test(test_rows_without_a_name),
        cmocka_unit_test(test_references),           cmocka_unit_test(test_embedded),
        cmocka_unit_test(test_numbers_and_booleans), cmocka_unit_test(test_times),
        cmocka_unit_test(test_mixed_arrays),         cmocka_unit_test(test_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
