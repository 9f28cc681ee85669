/* SPDX-License-Identifier: Apache-2.0 */
/* CLIXML that is none, breaks its own rules, or is too much; and what stays within the bounds but was made to take
 * long. */
#include <stdlib.h>
#include <time.h>

#include "clixml_support.h"

static void test_not_clixml(void **state)
{
    static const char *const bad[] = {
        "hello",
        "{\"a\": 1}",
        "<S>",
        "<S>a</T>",
        "</S>",
        "<S>a</S></clixml><clixml>",
        "</clixml>",
        "<S>a</S> and more",
        "more <S>a</S>",
        "<?xml version='1.0'",
        "<S>a</S><?xml version='1.0'?><S>b</S>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><S>&x;</S>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><S/>",
        "<S><!ENTITY x 'y'></S>",
        "<S>&undefined;</S>",
        "<S>\x01</S>",
        "<S>&#0;</S>",
        "<S>\xFF</S>",
        "<S>\xC0\x80</S>",
        "<S>\xED\xA0\x80</S>",
        "<S a=b>x</S>",
        "#< CLIXML\r\nplain text",
        "#> CLIXML\r\n<S/>",
        "ERROR: x\r\n#< CLIXML\r\n" OBJS END,
        "<html><body/></html>",
        "<a/>",
        "<Future/>",
        "<S xmlns='urn:other'/>",
        "<x:S xmlns:x='urn:other'/>",
        "<x:S/>",
        "<Objs xmlns='" NS_PS "'/>",
        "<Objs Version='2.0'/>",
        "<Objs Version=''/>",
        "<Objs Version='11.0'/>",
        OBJS "text" END,
        OBJS "<S/>text" END,
        OBJS "<Objs Version='1.1'/>" END,
        "<LST><S/></LST>",
        "<MS/>",
        "<TN RefId='0'/>",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        struct read read;

        if (read_text(&read, bad[i]) != SA_E_PROTOCOL)
            fail_msg("'%s' is taken", bad[i]);
        assert_true(read.err.message[0] != '\0');
        assert_int_equal(read.err.status, SA_E_PROTOCOL);
        done(&read);
    }
}

static void test_broken_objects(void **state)
{
    static const char *const bad[] = {
        "text",
        "<TN><T>A</T></TN><TN><T>A</T></TN>",
        "<TN RefId='0'><T>A</T></TN><TNRef RefId='0'/>",
        "<TN><S>A</S></TN>",
        "<TN>A</TN>",
        "<TN><T><b/></T></TN>",
        "<TNRef RefId='5'/>",
        "<TNRef/>",
        "<TN RefId='x'/>",
        "<TN RefId='4294967296'/>",
        "<TN RefId='-1'/>",
        "<TN RefId=''/>",
        "<I32>1</I32><I32>1</I32>",
        "<I32>1</I32><LST/>",
        "<LST/><DCT/>",
        "<Obj/><Obj/>",
        "<Obj/><S/>",
        "<Ref RefId='77'/>",
        "<I32>x</I32>",
        "<ToString><b/></ToString>",
        "<MS>text</MS>",
        "<MS><S>no name</S></MS>",
        "<MS><S N='a'/>text</MS>",
        "<MS><Future N='a'/></MS>",
        "<MS><LST N='a'/></MS>",
        "<MS><I32 N='a'>x</I32></MS>",
        "<MS><Ref N='a'/></MS>",
        "<MS><Ref N='a' RefId='77'/></MS>",
        "<MS><Obj N='a' RefId='x'/></MS>",
        "<Props><S/></Props>",
        "<LST>text</LST>",
        "<LST><Future/></LST>",
        "<LST><En/></LST>",
        "<DCT><S/></DCT>",
        "<DCT><En/></DCT>",
        "<DCT>x</DCT>",
        "<DCT><En><S N='Key'/></En></DCT>",
        "<DCT><En><S N='Value'/></En></DCT>",
        "<DCT><En><S N='Key'/><S N='Key'/></En></DCT>",
        "<DCT><En><S N='Key'/><S N='Value'/><S N='Value'/></En></DCT>",
        "<DCT><En><S N='Key'/><S N='Other'/></En></DCT>",
        "<DCT><En><S N='Key'/><S/></En></DCT>",
        "<DCT><En>x<S N='Key'/><S N='Value'/></En></DCT>",
    };
    char text[300];

    (void)state;
    for (size_t i = 0; i < SA_COUNT(bad); i++) {
        struct read read;

        (void)snprintf(text, sizeof text, "<Obj RefId='0'>%s</Obj>", bad[i]);
        if (read_text(&read, text) != SA_E_PROTOCOL)
            fail_msg("'%s' is taken", text);
        assert_int_equal(read.count, 0);
        done(&read);
    }
}

/* Limits ----------------------------------------------------------------------------------------- */

/* head, `count` times `part`, tail */
static void many(struct sa_buf *text, const char *head, const char *part, size_t count,
                 const char *tail)
{
    sa_buf_add_text(text, head);
    for (size_t i = 0; i < count; i++)
        sa_buf_add_text(text, part);
    sa_buf_add_text(text, tail);
    assert_int_equal(sa_buf_status(text), 0);
}

static int read_many(struct read *read, const char *head, const char *part, size_t count,
                     const char *tail)
{
    struct sa_buf text = SA_BUF_INIT(128 * SA_MIB);
    int r = 0;

    many(&text, head, part, count, tail);
    r = read_bytes(read, sa_buf_text(&text), text.len);
    sa_buf_done(&text);
    return r;
}

static int read_deep(struct read *read, size_t levels, const char *open, const char *close)
{
    struct sa_buf text = SA_BUF_INIT(SA_MIB);
    int r = 0;

    many(&text, "<Obj>", open, levels - 1, "");
    many(&text, "", close, levels - 1, "</Obj>");
    r = read_bytes(read, sa_buf_text(&text), text.len);
    sa_buf_done(&text);
    return r;
}

static void test_depth(void **state)
{
    static const struct {
        const char *open, *close;
    } ways[] = {
        {"<MS><Obj N='a'>",                      "</Obj></MS>"      },
        {"<LST><Obj>",                           "</Obj></LST>"     },
        {"<DCT><En><S N='Key'/><Obj N='Value'>", "</Obj></En></DCT>"},
        {"<Obj>",                                "</Obj>"           },
    };
    struct read read;

    (void)state;
    for (size_t i = 0; i < SA_COUNT(ways); i++) {
        if (read_deep(&read, SA_LIMIT_CLIXML_DEPTH, ways[i].open, ways[i].close) != 0)
            fail_msg("%zu: %s", i, read.err.message);
        done(&read);
        assert_int_equal(read_deep(&read, SA_LIMIT_CLIXML_DEPTH + 1, ways[i].open, ways[i].close),
                         SA_E_LIMIT);
        assert_non_null(strstr(read.err.message, "objects within one another"));
        done(&read);
        assert_int_equal(read_deep(&read, 1000, ways[i].open, ways[i].close), SA_E_LIMIT);
        done(&read);
    }
    /* Elements that mean nothing nest no deeper either. */
    assert_int_equal(read_deep(&read, 1000, "<x>", "</x>"), SA_E_LIMIT);
    assert_non_null(strstr(read.err.message, "levels"));
    done(&read);
}

static void test_amounts(void **state)
{
    struct read read;
    char *large = NULL;

    (void)state;
    assert_int_equal(read_many(&read, "", "<Nil/>", SA_LIMIT_CLIXML_NODES, ""), SA_E_LIMIT);
    assert_string_equal(read.err.message, "CLIXML has more than 1000000 nodes");
    assert_int_equal(read.count, 0);
    done(&read);
    large = malloc(SA_LIMIT_CLIXML_BYTES + 1);
    assert_non_null(large);
    memset(large, ' ', SA_LIMIT_CLIXML_BYTES + 1);
    assert_int_equal(read_bytes(&read, large, SA_LIMIT_CLIXML_BYTES + 1), SA_E_LIMIT);
    assert_non_null(strstr(read.err.message, "bytes"));
    done(&read);
    memcpy(large, "<S>", 3);
    memcpy(large + SA_LIMIT_CLIXML_BYTES - 4, "</S>", 4);
    assert_int_equal(read_bytes(&read, large, SA_LIMIT_CLIXML_BYTES), 0);
    assert_int_equal(read.items[0]->len, SA_LIMIT_CLIXML_BYTES - 7);
    done(&read);
    free(large);
}

static void test_memory(void **state)
{
    static const char text[] =
        "<Obj RefId='0'><TN RefId='0'><T>A</T></TN><Obj RefId='1'><MS><S N='a'>x</S></MS></Obj>"
        "<MS><BA N='b'>YWJj</BA><Obj N='c'><DCT><En><S N='Key'>k</S><DT "
        "N='Value'>2026-11-23T08:15:30Z</DT></En></DCT></Obj></MS></Obj>";
    size_t refused = 0;

    (void)state;
    for (size_t limit = 0;; limit += 16) {
        struct sa_arena arena = SA_ARENA_INIT(limit);
        const struct sa_clixml_value *value = NULL;
        struct sa_error err = {0};
        int r = sa_clixml_read_one(text, strlen(text), &arena, &value, &err);

        sa_arena_done(&arena);
        if (r == 0)
            break;
        assert_int_equal(r, SA_E_LIMIT);
        refused++;
    }
    assert_true(refused > 20);
}

/* Time ------------------------------------------------------------------------------------------- */

static double cpu_seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

/* These take tenths of a second; what grew with the square of the text would take minutes. */
static void check_time(const char *head, const char *part, size_t count, const char *tail,
                       int expected)
{
    double start = cpu_seconds();
    struct read read;
    int r = read_many(&read, head, part, count, tail);

    if (r != expected)
        fail_msg("%s%s...: %d %s", head, part, r, read.err.message);
    done(&read);
    if (cpu_seconds() - start > 10)
        fail_msg("%s%s... took %g s", head, part, cpu_seconds() - start);
}

static void test_time(void **state)
{
    (void)state;
    check_time("<S>", "_x005F_", 1000000, "</S>", 0);
    check_time("<S>", "_x005", 1500000, "</S>", 0);
    check_time("<S>", "_xD83D_", 1000000, "</S>", 0);
    check_time("<S>", "_", 7500000, "</S>", 0);
    check_time("<S>", "&lt;", 1500000, "</S>", 0);
    check_time("<S>", "&#xFFFF;", 750000, "</S>", 0);
    check_time("<S>", "x<![CDATA[y]]>", 90000, "</S>", 0);
    check_time("", "#< CLIXML\n", 750000, "", 0);
    check_time("", "#< CLIXML\n<?xml ", 500000, "", SA_E_PROTOCOL);
    check_time("", "#< CLIXML\n<?xml ?>", 500000, "", 0);
    check_time("<Obj RefId='0'><LST>", "<Ref RefId='0'/>", 150000, "</LST></Obj>", 0);
    check_time("<Obj><LST>", "<Obj RefId='1'><TN RefId='1'><T/></TN></Obj>", 100000, "</LST></Obj>",
               0);
    check_time("", "<Obj RefId='1'><TN RefId='1'><T/></TN></Obj>", 100000, "", 0);
    check_time("<I32>", " ", 7500000, "1</I32>", 0);
    check_time("<I32>", "1", 7500000, "</I32>", SA_E_PROTOCOL);
    check_time("<BA>", "YWJj\n", 1500000, "</BA>", 0);
    check_time("<Obj><MS>", "<S N='a'/>", 150000, "</MS></Obj>", 0);
}

/* Each has a RefId of its own, of the kind that falls into one place of a table that is not mixed. */
static void test_ref_ids(void **state)
{
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    double start = cpu_seconds();
    struct read read;

    (void)state;
    sa_buf_add_text(&text, "<Obj><LST>");
    for (unsigned i = 0; i < 120000; i++)
        sa_buf_addf(&text, "<Obj RefId='%u'/><Ref RefId='%u'/>", i * 32768U, i / 2 * 32768U);
    sa_buf_add_text(&text, "</LST></Obj>");
    if (read_bytes(&read, sa_buf_text(&text), text.len) < 0)
        fail_msg("%s", read.err.message);
    assert_int_equal(read.items[0]->object->entry_count, 240000);
    assert_ptr_equal(read.items[0]->object->entries[201].value->object,
                     read.items[0]->object->entries[100].value->object);
    done(&read);
    sa_buf_done(&text);
    assert_true(cpu_seconds() - start < 10);
}

/* An object that wraps another takes its members over; wrapping a large one often costs what the arena has. */
static void test_wrapping_often(void **state)
{
    struct sa_buf text = SA_BUF_INIT(64 * SA_MIB);
    struct read read;

    (void)state;
    many(&text, "<Obj><LST><Obj RefId='1'><MS>", "<Nil N='a'/>", 50000, "</MS></Obj>");
    many(&text, "", "<Obj><Ref RefId='1'/></Obj>", 50000, "</LST></Obj>");
    assert_int_equal(read_bytes(&read, sa_buf_text(&text), text.len), SA_E_LIMIT);
    assert_non_null(strstr(read.err.message, "objects of CLIXML need more than"));
    done(&read);
    sa_buf_done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_not_clixml), cmocka_unit_test(test_broken_objects),
        cmocka_unit_test(test_depth),      cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_memory),     cmocka_unit_test(test_time),
        cmocka_unit_test(test_ref_ids),    cmocka_unit_test(test_wrapping_often),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
