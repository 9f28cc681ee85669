/* SPDX-License-Identifier: Apache-2.0 */
/* Objects of CLIXML: types, both sets of members, containers, references, objects that wrap objects; and the forms
 * that a text may have as a whole. */
#include "clixml_support.h"

static void test_members(void **state)
{
    struct read read;
    const struct sa_clixml_value *value = read_good(
        &read, "<Obj RefId=\"0\"><TN RefId=\"0\"><T>Deserialized.Fabrikam.Server</T>"
               "<T>Deserialized.System.Object</T></TN><ToString>fab_x000A_sync</ToString>"
               "<Props><S N=\"Name\">fab</S><S N=\"At\">monday</S><I32 N=\"n\">1</I32>"
               "<I32 N=\"N\">2</I32></Props>"
               "<MS><DT N=\"at\">2026-11-23T08:15:30Z</DT><Nil N=\"a_x005F_b\"/></MS></Obj>");
    const struct sa_clixml_object *object = value->object;
    int64_t number = 0;

    (void)state;
    assert_int_equal(value->type, SA_CLIXML_OBJECT);
    assert_string_equal(object->types[0], "Fabrikam.Server");
    assert_string_equal(object->types[1], "System.Object");
    assert_null(object->types[2]);
    assert_string_equal(object->string, "fab\nsync");
    assert_null(object->base);
    assert_int_equal(object->container, SA_CLIXML_NONE);
    assert_int_equal(object->depth, 1);
    assert_int_equal(object->member_count, 6);
    assert_string_equal(object->members[1].name, "At");
    assert_false(object->members[1].extended);
    assert_true(object->members[4].extended);
    assert_string_equal(object->members[5].name, "a_b");
    /* The extended one wins, else the first; letter case is ignored. */
    assert_int_equal(sa_clixml_member(value, "AT")->type, SA_CLIXML_DATETIME);
    assert_true(sa_clixml_integer(sa_clixml_member(value, "N"), &number));
    assert_int_equal(number, 1);
    assert_int_equal(sa_clixml_member(value, "A_B")->type, SA_CLIXML_NULL);
    assert_null(sa_clixml_member(value, "absent"));
    assert_null(sa_clixml_member(sa_clixml_member(value, "Name"), "Name"));
    assert_null(sa_clixml_member(NULL, "Name"));
    assert_null(sa_clixml_text(value));
    assert_false(sa_clixml_integer(value, &number));
    done(&read);
}

static void test_any_order(void **state)
{
    struct read read;
    const struct sa_clixml_value *value =
        read_good(&read, "<Obj><Future><S N=\"a\">x</S></Future><MS><S N=\"a\">1</S></MS>"
                         "<Props/><I32>7</I32><MS><S N=\"b\">2</S></MS><ToString>seven</ToString>"
                         "<TN RefId=\"9\"><T>A</T></TN></Obj>");
    int64_t number = 0;

    (void)state;
    assert_int_equal(value->object->member_count, 2);
    assert_string_equal(sa_clixml_text(sa_clixml_member(value, "b")), "2");
    assert_true(sa_clixml_integer(value, &number));
    assert_int_equal(number, 7);
    assert_string_equal(value->object->string, "seven");
    assert_true(sa_clixml_is(value, "a"));
    done(&read);
}

static void test_types(void **state)
{
    struct read read;
    const struct sa_clixml_value *value =
        read_good(&read, "<Obj RefId='0'><TN RefId='4'><T>Selected.System.IO.FileInfo</T>"
                         "<T>Deserialized.Selected.A.B</T><T>System.Object</T></TN><MS>"
                         "<Obj N='a' RefId='1'><TNRef RefId='4'/></Obj><Obj N='b'/>"
                         "<Obj N='c'><TN><T>Own</T></TN></Obj></MS></Obj>");

    (void)state;
    assert_true(sa_clixml_is(value, "System.IO.FileInfo"));
    assert_true(sa_clixml_is(value, "Selected.System.IO.FileInfo"));
    assert_true(sa_clixml_is(value, "a.b"));
    assert_false(sa_clixml_is(value, "System.IO"));
    assert_ptr_equal(sa_clixml_member(value, "a")->object->types, value->object->types);
    assert_null(sa_clixml_member(value, "b")->object->types[0]);
    assert_true(sa_clixml_is(sa_clixml_member(value, "c"), "Own"));
    assert_false(sa_clixml_is(sa_clixml_member(value, "b"), "System.Object"));
    assert_false(sa_clixml_is(NULL, "System.Object"));
    done(&read);
}

static void test_enums_and_notes(void **state)
{
    struct read read;
    const struct sa_clixml_value *value = read_good(
        &read, "<Obj RefId='0'><TN RefId='0'><T>System.DayOfWeek</T><T>System.Enum</T></TN>"
               "<ToString>Monday</ToString><I32>1</I32></Obj>");
    int64_t number = 0;
    bool truth = false;

    (void)state;
    assert_true(sa_clixml_integer(value, &number));
    assert_int_equal(number, 1);
    assert_null(sa_clixml_text(value));
    assert_int_equal(value->object->base->type, SA_CLIXML_SIGNED);
    done(&read);
    value = read_good(&read, "<Obj RefId='0'><S>text</S><MS><S N='PSPath'>C:\\</S></MS></Obj>");
    assert_string_equal(sa_clixml_text(value), "text");
    assert_string_equal(sa_clixml_text(sa_clixml_member(value, "PSPath")), "C:\\");
    done(&read);
    value = read_good(&read, "<Obj RefId='0'><B>true</B></Obj>");
    assert_true(sa_clixml_bool(value, &truth) && truth);
    done(&read);
    value = read_good(&read, "<Obj RefId='0'><Nil/></Obj>");
    assert_int_equal(value->object->base->type, SA_CLIXML_NULL);
    done(&read);
}

static void test_containers(void **state)
{
    static const struct {
        const char *element;
        enum sa_clixml_container container;
    } cases[] = {
        {"LST", SA_CLIXML_LIST },
        {"IE",  SA_CLIXML_LIST },
        {"QUE", SA_CLIXML_QUEUE},
        {"STK", SA_CLIXML_STACK},
    };
    struct read read;
    char text[200];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        const struct sa_clixml_object *object = NULL;

        (void)snprintf(text, sizeof text, "<Obj><%s>\n<S>a</S> <Nil/><Obj><%s/></Obj></%s></Obj>",
                       cases[i].element, cases[i].element, cases[i].element);
        object = read_good(&read, text)->object;
        assert_int_equal(object->container, cases[i].container);
        assert_int_equal(object->entry_count, 3);
        assert_null(object->entries[0].key);
        assert_string_equal(object->entries[0].value->text, "a");
        assert_int_equal(object->entries[1].value->type, SA_CLIXML_NULL);
        assert_int_equal(object->entries[2].value->object->container, cases[i].container);
        assert_int_equal(object->entries[2].value->object->entry_count, 0);
        assert_int_equal(object->entries[2].value->object->depth, 2);
        done(&read);
    }
}

static void test_dictionaries(void **state)
{
    struct read read;
    const struct sa_clixml_value *value =
        read_good(&read, "<Obj><DCT><En><S N='Key'>One</S><I32 N='Value'>1</I32></En>"
                         "<En><Obj N='Value'><DCT/></Obj><I32 N='Key'>2</I32></En>"
                         "<En><S N='Key'>none</S><Nil N='Value'/></En></DCT></Obj>");
    int64_t number = 0;

    (void)state;
    assert_int_equal(value->object->container, SA_CLIXML_DICTIONARY);
    assert_int_equal(value->object->entry_count, 3);
    assert_true(sa_clixml_integer(sa_clixml_entry(value, "one"), &number));
    assert_int_equal(number, 1);
    assert_int_equal(sa_clixml_entry(value, "none")->type, SA_CLIXML_NULL);
    assert_null(sa_clixml_entry(value, "2"));
    assert_true(sa_clixml_integer(value->object->entries[1].key, &number));
    assert_int_equal(number, 2);
    assert_null(sa_clixml_entry(value->object->entries[0].key, "x"));
    assert_null(sa_clixml_entry(NULL, "x"));
    done(&read);
}

static void test_references(void **state)
{
    struct read read;
    const struct sa_clixml_value *value =
        read_good(&read, "<Obj RefId='0'><MS><Obj N='a' RefId='7'><MS><S N='x'>1</S></MS></Obj>"
                         "<Ref N='b' RefId='7'/><Ref N='Self' RefId='0'/><Obj N='c' RefId='8'>"
                         "<LST><Ref RefId='0'/><Ref RefId='8'/></LST></Obj></MS></Obj>");
    const struct sa_clixml_value *list = sa_clixml_member(value, "c");

    (void)state;
    assert_ptr_equal(sa_clixml_member(value, "b")->object, sa_clixml_member(value, "a")->object);
    assert_int_equal(sa_clixml_member(value, "b")->type, SA_CLIXML_OBJECT);
    /* Circles are data. */
    assert_ptr_equal(sa_clixml_member(value, "self")->object, value->object);
    assert_ptr_equal(list->object->entries[0].value->object, value->object);
    assert_ptr_equal(list->object->entries[1].value->object, list->object);
    assert_string_equal(sa_clixml_text(sa_clixml_member(
                            sa_clixml_member(sa_clixml_member(value, "Self"), "a"), "x")),
                        "1");
    done(&read);
    /* The later one of two with the same number. */
    value = read_good(&read, "<Obj RefId='0'><LST><Obj RefId='1'><S>a</S></Obj><Obj RefId='1'>"
                             "<S>b</S></Obj><Ref RefId='1'/></LST></Obj>");
    assert_string_equal(sa_clixml_text(value->object->entries[2].value), "b");
    done(&read);
}

static void test_scopes(void **state)
{
    struct read read;

    (void)state;
    /* Items without a root are each a world of their own ... */
    assert_int_equal(read_text(&read, "<Obj RefId='0'/><Ref RefId='0'/>"), SA_E_PROTOCOL);
    assert_int_equal(read.count, 1);
    done(&read);
    assert_int_equal(read_text(&read, "<Obj RefId='0'><TN RefId='0'><T>A</T></TN></Obj>"
                                      "<Obj RefId='1'><TNRef RefId='0'/></Obj>"),
                     SA_E_PROTOCOL);
    done(&read);
    /* ... those of a document share one, objects and types apart ... */
    assert_int_equal(read_text(&read, OBJS "<Obj RefId='0'><TN RefId='1'><T>A</T></TN></Obj>"
                                           "<Obj RefId='1'><TNRef RefId='1'/></Obj>"
                                           "<Ref RefId='0'/>" END),
                     0);
    assert_int_equal(read.count, 3);
    assert_true(sa_clixml_is(read.items[1], "A"));
    assert_ptr_equal(read.items[2]->object, read.items[0]->object);
    done(&read);
    assert_int_equal(read_text(&read, OBJS "<Obj RefId='5'/><Obj><TNRef RefId='5'/></Obj>" END),
                     SA_E_PROTOCOL);
    done(&read);
    /* ... and the next document knows nothing of the one before. */
    assert_int_equal(read_text(&read, OBJS "<Obj RefId='0'/>" END OBJS "<Ref RefId='0'/>" END),
                     SA_E_PROTOCOL);
    done(&read);
}

static void test_wrapping(void **state)
{
    struct read read;
    const struct sa_clixml_value *value = read_good(
        &read, "<Obj RefId='0'><TN RefId='0'><T>A</T></TN><Obj RefId='1'>"
               "<TN RefId='1'><T>B</T></TN><ToString>inner</ToString><LST><S>1</S></LST>"
               "<Props><S N='p'>in</S><S N='q'>in</S></Props><MS><S N='r'>in</S></MS></Obj>"
               "<MS><S N='p'>out</S><Ref N='inner' RefId='1'/></MS></Obj>");

    (void)state;
    assert_true(sa_clixml_is(value, "A"));
    assert_false(sa_clixml_is(value, "B"));
    assert_string_equal(value->object->string, "inner");
    assert_int_equal(value->object->container, SA_CLIXML_LIST);
    assert_int_equal(value->object->entry_count, 1);
    assert_int_equal(value->object->member_count, 5);
    assert_string_equal(sa_clixml_text(sa_clixml_member(value, "p")), "out");
    assert_string_equal(sa_clixml_text(sa_clixml_member(value, "q")), "in");
    assert_string_equal(sa_clixml_text(sa_clixml_member(value, "r")), "in");
    assert_true(sa_clixml_is(sa_clixml_member(value, "inner"), "B"));
    done(&read);

    /* Types and text of the inner one where there are no others; through two layers; by reference. */
    value = read_good(&read, "<Obj RefId='0'><Obj RefId='1'><Obj RefId='2'><TN><T>C</T></TN>"
                             "<I32>5</I32></Obj></Obj></Obj>");
    assert_true(sa_clixml_is(value, "C"));
    assert_int_equal(value->object->base->integer, 5);
    done(&read);
    value = read_good(&read, "<Obj RefId='0'><LST><Obj RefId='1'><MS><S N='a'>x</S></MS></Obj>"
                             "<Obj RefId='2'><Ref RefId='1'/></Obj></LST></Obj>");
    assert_string_equal(sa_clixml_text(sa_clixml_member(value->object->entries[1].value, "a")),
                        "x");
    done(&read);
    /* An object that wraps what it is part of has nothing of it. */
    value = read_good(&read,
                      "<Obj RefId='0'><MS><Obj N='a' RefId='1'><Ref RefId='0'/></Obj></MS></Obj>");
    assert_int_equal(sa_clixml_member(value, "a")->object->member_count, 0);
    done(&read);
    value = read_good(&read,
                      "<Obj RefId='0'><MS><S N='x'/><Obj N='a'><Ref RefId='0'/></Obj></MS></Obj>");
    assert_int_equal(sa_clixml_member(value, "a")->object->member_count, 0);
    done(&read);
    value = read_good(&read, "<Obj RefId='0'><Ref RefId='0'/></Obj>");
    assert_int_equal(value->object->member_count, 0);
    done(&read);
}

static void test_cut_objects(void **state)
{
    static const struct {
        const char *text;
        bool is_cut;
    } cases[] = {
        {"System.Collections.Hashtable",                                           true },
        {"Microsoft.IdentityManagement.PowerShell.ObjectModel.ConnectorPartition", true },
        {"System.Collections.Generic.List`1[System.String]",                       true },
        {"System.Object[]",                                                        true },
        {"System.Environment+SpecialFolder",                                       true },
        {"System.",                                                                false},
        {"System. Idle Process",                                                   false},
        {"System",                                                                 false},
        {"fab-sync01.fabrikam.example",                                            false},
        {"",                                                                       false},
    };
    struct read read;
    char text[200];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        (void)snprintf(text, sizeof text, "<S>%s</S>", cases[i].text);
        if (sa_clixml_is_cut(read_good(&read, text)) != cases[i].is_cut)
            fail_msg("%s", cases[i].text);
        done(&read);
    }
    assert_false(sa_clixml_is_cut(NULL));
    assert_false(sa_clixml_is_cut(read_good(&read, "<Version>1.0</Version>")));
    done(&read);
}

/* Whole texts ------------------------------------------------------------------------------------ */

static void test_documents(void **state)
{
    static const char *const good[] = {
        "<S>a</S>",
        "\xEF\xBB\xBF<S>a</S>",
        " \r\n<S>a</S>\r\n",
        OBJS "<S>a</S>" END,
        "\xEF\xBB\xBF" OBJS "\r\n  <S>a</S>\r\n" END "\r\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>" OBJS "<S>a</S>" END,
        "\xEF\xBB\xBF<?xml version='1.0'?>\n" OBJS "<S>a</S>" END,
        "#< CLIXML\r\n" OBJS "<S>a</S>" END,
        "#< CLIXML\n<?xml version='1.0'?>\n" OBJS "<S>a</S>" END,
        "#< CLIXML\r\n#< CLIXML\r\n" OBJS "<S>a</S>" END,
        "#< CLIXML\r\n" OBJS END "#< CLIXML\r\n" OBJS "<S>a</S>" END "#< CLIXML\r\n",
        "<p:Objs Version='1.1' xmlns:p='" NS_PS "'><p:S>a</p:S></p:Objs>",
    };
    static const char *const empty[] = {"",
                                        "  \r\n",
                                        "\xEF\xBB\xBF",
                                        "#< CLIXML",
                                        "#< CLIXML\r\n",
                                        OBJS END,
                                        "<Objs Version='1.1.0.1'/>"};
    struct read read;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(good); i++) {
        assert_string_equal(sa_clixml_text(read_good(&read, good[i])), "a");
        assert_int_equal(read.count, 1);
        done(&read);
    }
    for (size_t i = 0; i < SA_COUNT(empty); i++) {
        if (read_text(&read, empty[i]) != 0 || read.count != 0)
            fail_msg("%zu: %s", i, read.err.message);
        done(&read);
    }
}

static void test_streams(void **state)
{
    struct read read;

    (void)state;
    assert_int_equal(
        read_text(&read, "#< CLIXML\r\n" OBJS "<Obj S=\"progress\" RefId=\"0\"><TN RefId=\"0\">"
                         "<T>A</T></TN></Obj><S S=\"Error\">no_x000D__x000A_</S>" END
                         "#< CLIXML\r\n" OBJS "<S S=\"out_x005F_put\">#&lt; CLIXML</S><S/>" END),
        0);
    assert_int_equal(read.count, 4);
    assert_string_equal(read.items[0]->stream, "progress");
    assert_string_equal(read.items[1]->stream, "Error");
    assert_string_equal(read.items[1]->text, "no\r\n");
    assert_string_equal(read.items[2]->stream, "out_put");
    assert_string_equal(read.items[2]->text, "#< CLIXML");
    assert_string_equal(read.items[3]->stream, "");
    done(&read);
}

/* ASCII text as UTF-16; what is marked by '*' becomes U+1F600. */
static size_t to_utf16(const char *text, bool big_endian, bool mark, char *ret)
{
    size_t len = 0;
    char unit[2] = {(char)0xFF, (char)0xFE};

    if (mark) {
        ret[len++] = unit[big_endian ? 1 : 0];
        ret[len++] = unit[big_endian ? 0 : 1];
    }
    for (; *text != '\0'; text++) {
        const unsigned units[2] = {*text == '*' ? 0xD83D : (unsigned char)*text, 0xDE00};

        for (size_t i = 0; i < (*text == '*' ? 2U : 1U); i++) {
            ret[len + (big_endian ? 0 : 1)] = (char)(units[i] >> 8);
            ret[len + (big_endian ? 1 : 0)] = (char)units[i];
            len += 2;
        }
    }
    return len;
}

static void test_utf16(void **state)
{
    static const char text[] = OBJS "<S>*</S>" END;
    char bytes[1000];
    struct read read;

    (void)state;
    for (unsigned form = 0; form < 4; form++) {
        size_t len = to_utf16(text, form & 1, form & 2, bytes);

        assert_int_equal(read_bytes(&read, bytes, len), 0);
        assert_string_equal(read.items[0]->text, "\xF0\x9F\x98\x80");
        done(&read);
        assert_int_equal(read_bytes(&read, bytes, len - 1), SA_E_PROTOCOL);
        done(&read);
    }
    /* Headers as well. */
    assert_int_equal(
        read_bytes(&read, bytes, to_utf16("#< CLIXML\r\n" OBJS "<S>*</S>" END, false, true, bytes)),
        0);
    assert_int_equal(read.count, 1);
    done(&read);
}

static void test_one_item(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_error err = {0};
    const struct sa_clixml_value *value = NULL;

    (void)state;
    assert_int_equal(sa_clixml_read_one("<S>a</S>", 8, &arena, &value, &err), 0);
    assert_string_equal(value->text, "a");
    value = NULL;
    assert_int_equal(sa_clixml_read_one("", 0, &arena, &value, &err), SA_E_PROTOCOL);
    assert_int_equal(sa_clixml_read_one("<S/><S/>", 8, &arena, &value, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "2 items"));
    assert_int_equal(sa_clixml_read_one("<S>", 3, &arena, &value, &err), SA_E_PROTOCOL);
    assert_null(value);
    sa_arena_done(&arena);
}

static int stop(void *payload, const struct sa_clixml_value *item, struct sa_error *err)
{
    size_t *count = payload;

    (void)item;
    if (++*count == 2)
        return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "enough");
    return 5; /* nothing in particular */
}

static void test_caller_stops(void **state)
{
    static const char text[] = "<S/><S/><S/><I32>x</I32>";
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_error err = {0};
    size_t count = 0;

    (void)state;
    assert_int_equal(sa_clixml_read(text, strlen(text), &arena, stop, &count, &err),
                     SA_E_CANCELLED);
    assert_int_equal(count, 2);
    assert_string_equal(err.message, "enough");
    sa_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),      cmocka_unit_test(test_any_order),
        cmocka_unit_test(test_types),        cmocka_unit_test(test_enums_and_notes),
        cmocka_unit_test(test_containers),   cmocka_unit_test(test_dictionaries),
        cmocka_unit_test(test_references),   cmocka_unit_test(test_scopes),
        cmocka_unit_test(test_wrapping),     cmocka_unit_test(test_cut_objects),
        cmocka_unit_test(test_documents),    cmocka_unit_test(test_streams),
        cmocka_unit_test(test_utf16),        cmocka_unit_test(test_one_item),
        cmocka_unit_test(test_caller_stops),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
