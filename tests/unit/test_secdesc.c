/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding of security descriptors: what is read, what is refused, what is only marked.
 *
 * The descriptors are written by another implementation out of the SDDL beside them, so agreement
 * is agreement of two readings of the format. Copies that are damaged lie in memory of their exact
 * size, for the sanitizer to see a read beyond the end. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"

#include "support/test.h"

#define DOMAIN "S-1-5-21-1111111111-2222222222-3333333333"
#define SYSTEM "S-1-5-18"

struct vector {
    const char *hex, *sddl;
};

static const struct vector vectors[] = {
    {
     "010004941400000020000000000000003000000001010000000000051200000001020000000000052000000020"
        "020000040040000200000000002400ff010f00010500000000000515000000c7353a428e6b748455a1aec60002"
        "0000000014009400020001010000000000050b000000", "O:S-1-5-18G:S-1-5-32-544D:PAI(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;" DOMAIN
        "-512)(A;;LCRPLORC;;;S-1-5-11)", },
    {
     "010004841400000030000000000000004c000000010500000000000515000000c7353a428e6b748455a1aec600"
        "020000010500000000000515000000c7353a428e6b748455a1aec6010200000400d00003000000050a48000001"
        "000003000000709529006d24d011a76800aa006e0529ba7a96bfe60dd011a28500aa003049e201050000000000"
        "0515000000c7353a428e6b748455a1aec650040000050a48002000000003000000bf0e6328d541d111a9c10000"
        "f80367c1ba7a96bfe60dd011a28500aa003049e2010500000000000515000000c7353a428e6b748455a1aec650"
        "040000050038000001000001000000adf63111079cd111f79f00c04fc2dcd2010500000000000515000000c735"
        "3a428e6b748455a1aec650040000",                                                "O:" DOMAIN "-512G:" DOMAIN "-513D:AI(OA;CIIO;CR;00299570-246d-11d0-a768-00aa006e0529;"
        "bf967aba-0de6-11d0-a285-00aa003049e2;" DOMAIN
        "-1104)(OA;CIIO;WP;28630ebf-41d5-11d1-a9c1-0000f80367c1;"
        "bf967aba-0de6-11d0-a285-00aa003049e2;" DOMAIN
        "-1104)(OA;;CR;1131f6ad-9c07-11d1-f79f-00c04fc2dcd2;;" DOMAIN "-1104)",
     },
    {
     "010004811400000020000000000000002c00000001010000000000051200000001010000000000051200000004"
        "008000040000000100140020000000010100000000000100000000060228000001000001000000709529006d24"
        "d011a76800aa006e0529010100000000000100000000050e280030000000020000009c7a96bfe60dd011a28500"
        "aa003049e201010000000000050a0000000012140000000200010100000000000304000000",                 "O:S-1-5-18G:S-1-5-18D:AR(D;;WP;;;S-1-1-0)(OD;CI;CR;00299570-246d-11d0-a768-00aa006e0529;;"
        "S-1-1-0)(OA;CINPIO;RPWP;;bf967a9c-0de6-11d0-a285-00aa003049e2;S-1-5-10)"
        "(A;CIID;RC;;;S-1-3-4)", },
    {
     "010004801400000020000000000000002c000000010100000000000512000000010100000000000512000000"
        "0400080000000000",                                                 "O:S-1-5-18G:S-1-5-18D:",
     },
};

/* Generic rights come out as what they mean on a directory object; 0x1000001 has a bit beyond those. */
static const struct vector generic = {
    "010004801400000020000000000000002c000000010100000000000512000000010100000000000512000000"
    "04006c0005000000000014000000001001010000000000010000000000001400000000800101000000000001"
    "0000000000001400000000400101000000000001000000000000140000000020010100000000000100000000"
    "0000140001000001010100000000000100000000",
    "O:S-1-5-18G:S-1-5-18D:(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;S-1-1-0)(A;;LCRPLORC;;;S-1-1-0)"
    "(A;;SWWPRC;;;S-1-1-0)(A;;LCRC;;;S-1-1-0)(A;;0x1000001;;;S-1-1-0)",
};

static unsigned char *from_hex(const char *hex, size_t *ret_len)
{
    size_t len = strlen(hex) / 2;
    unsigned char *bytes = malloc(len > 0 ? len : 1);

    assert_non_null(bytes);
    assert_int_equal(strlen(hex) % 2, 0);
    for (size_t i = 0; i < len; i++) {
        char pair[3] = {hex[2 * i], hex[2 * i + 1], '\0'};

        bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    *ret_len = len;
    return bytes;
}

/* Decodes a copy that ends where its memory ends. */
static int decode(const unsigned char *bytes, size_t len, struct sa_arena *arena,
                  struct sa_secdesc *ret, struct sa_error *err)
{
    unsigned char *copy = malloc(len > 0 ? len : 1);
    int r = 0;

    assert_non_null(copy);
    memcpy(copy, bytes, len);
    r = sa_secdesc_decode(copy, len, arena, ret, err);
    free(copy);
    return r;
}

static void assert_sddl(const struct sa_secdesc *sd, const char *expected)
{
    struct sa_buf text = SA_BUF_INIT(SA_MIB);

    assert_int_equal(sa_secdesc_add_sddl(&text, sd), 0);
    assert_string_equal(sa_buf_text(&text), expected);
    sa_buf_done(&text);
}

static void check_vector(const struct vector *vector)
{
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_error err = {0};
    struct sa_secdesc sd;
    size_t len = 0;
    unsigned char *bytes = from_hex(vector->hex, &len);

    if (decode(bytes, len, &arena, &sd, &err) != 0)
        fail_msg("%s: %s", vector->sddl, err.message);
    assert_sddl(&sd, vector->sddl);
    assert_false(sd.has_unknown);
    free(bytes);
    sa_arena_done(&arena);
}

static void reads_what_another_wrote(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(vectors); i++)
        check_vector(&vectors[i]);
    check_vector(&generic);
}

static void refuses_each_truncation(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(vectors); i++) {
        size_t len = 0;
        unsigned char *bytes = from_hex(vectors[i].hex, &len);

        for (size_t cut = 0; cut < len; cut++) {
            struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
            struct sa_secdesc sd = {.control = 7};
            struct sa_error err = {0};

            if (decode(bytes, cut, &arena, &sd, &err) != SA_E_PROTOCOL)
                fail_msg("vector %zu, cut to %zu bytes, was accepted", i, cut);
            assert_int_equal(sd.control, 7);
            assert_int_equal(err.status, SA_E_PROTOCOL);
            assert_non_null(strstr(err.message, "at byte "));
            sa_arena_done(&arena);
        }
        free(bytes);
    }
}

/* Whatever one byte becomes: refused, or a descriptor that keeps its promises. */
static void survives_each_changed_byte(void **state)
{
    static const unsigned char values[] = {0x00, 0x01, 0x02, 0x03, 0x04, 0x07, 0x0f, 0x10,
                                           0x14, 0x7f, 0x80, 0xa5, 0xf0, 0xfc, 0xfe, 0xff};

    (void)state;
    for (size_t i = 0; i < SA_COUNT(vectors); i++) {
        size_t len = 0;
        unsigned char *bytes = from_hex(vectors[i].hex, &len);

        for (size_t at = 0; at < len; at++) {
            unsigned char before = bytes[at];

            for (size_t v = 0; v < SA_COUNT(values); v++) {
                struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
                struct sa_buf text = SA_BUF_INIT(SA_MIB);
                struct sa_secdesc sd = {0};

                bytes[at] = values[v];
                if (decode(bytes, len, &arena, &sd, NULL) == 0) {
                    assert_true(sd.ace_count <= len / 4);
                    assert_int_equal(sa_secdesc_add_sddl(&text, &sd), 0);
                }
                sa_buf_done(&text);
                sa_arena_done(&arena);
            }
            bytes[at] = before;
        }
        free(bytes);
    }
}

/* Header, owner and group SYSTEM at 20, DACL at 32 with one ACE at 40. */
#define HEAD   \
    "01000480" \
    "14000000" \
    "14000000" \
    "00000000" \
    "20000000"
#define SYSTEM_B "010100000000000512000000"
#define EVERY_B  "010100000000000100000000"

static const struct {
    const char *what, *hex;
    int status;
    const char *sddl;
} ugly[] = {
    {"owner and group share bytes",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(A;;WP;;;S-1-1-0)"               },
    {"revision 3 list",
     HEAD SYSTEM_B "03001c00"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(A;;WP;;;S-1-1-0)"               },
    {"revision 1 list",
     HEAD SYSTEM_B "01001c00"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"revision 5 list",
     HEAD SYSTEM_B "05001c00"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"descriptor of revision 2",
     "02000480"
     "14000000"
     "14000000"
     "00000000"
     "20000000" SYSTEM_B "0200080000000000",
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"not self-relative",
     "01000400"
     "14000000"
     "14000000"
     "00000000"
     "20000000" SYSTEM_B "0200080000000000",
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"list with room behind its entries",
     HEAD SYSTEM_B "02002400"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B "ffffffffffffffff",
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(A;;WP;;;S-1-1-0)"               },
    {"entry with room behind its identifier",
     HEAD SYSTEM_B "02002000"
                   "01000000"
                   "00001800"
                   "20000000" EVERY_B "ffffffff",
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(A;;WP;;;S-1-1-0)"               },
    {"no owner, no group",
     "01000480"
     "00000000"
     "00000000"
     "00000000"
     "14000000"
     "0200080000000000",                                       0,             "D:"                                                    },
    {"no list although one is announced: everybody may do everything",
     "01000480"
     "00000000"
     "00000000"
     "00000000"
     "00000000",                                               0,             "D:NO_ACCESS_CONTROL"                                   },
    {"list not announced: everybody may do everything",
     "01000080"
     "00000000"
     "00000000"
     "00000000"
     "14000000"
     "0200080000000000",                                       0,             "D:NO_ACCESS_CONTROL"                                   },
    {"list in the header",
     "01000480"
     "00000000"
     "00000000"
     "00000000"
     "10000000"
     "0200080000000000",                                       SA_E_PROTOCOL, NULL                                                    },
    {"owner in the header",
     "01000480"
     "01000000"
     "00000000"
     "00000000"
     "14000000"
     "0200080000000000",                                       SA_E_PROTOCOL, NULL                                                    },
    {"owner at the end",
     "01000480"
     "1c000000"
     "00000000"
     "00000000"
     "14000000"
     "0200080000000000",                                       SA_E_PROTOCOL, NULL                                                    },
    {"owner at 0xffffffff",
     "01000480"
     "ffffffff"
     "00000000"
     "00000000"
     "14000000"
     "0200080000000000",                                       SA_E_PROTOCOL, NULL                                                    },
    {"list at 0xfffffffc",
     "01000480"
     "00000000"
     "00000000"
     "00000000"
     "fcffffff"
     "0200080000000000",                                       SA_E_PROTOCOL, NULL                                                    },
    {"SACL that leads nowhere is never looked at",
     "01001480"
     "00000000"
     "00000000"
     "ffffffff"
     "14000000"
     "0200080000000000",                                       0,             "D:"                                                    },
    {"size of the list above the blob",
     HEAD SYSTEM_B "02002000"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"size of the list below its header",
     HEAD SYSTEM_B "02000400"
                   "00000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"size of the list below its entry",
     HEAD SYSTEM_B "02001800"
                   "01000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"one entry announced too many",
     HEAD SYSTEM_B "02001c00"
                   "02000000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"65535 entries announced",
     HEAD SYSTEM_B "02001c00"
                   "ffff0000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_LIMIT,                                                              NULL                                                    },
    {"8000 entries announced",
     HEAD SYSTEM_B "02001c00"
                   "401f0000"
                   "00001400"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"one entry announced too few",
     HEAD SYSTEM_B "02001c00"
                   "00000000"
                   "00001400"
                   "20000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:"                                },
    {"entry of size 0",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00000000"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"entry of size 19",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001300"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"entry of size 18 in a list of its own making",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001200"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"entry too short for its identifier",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001000"
                   "20000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"entry too short for its mask",
     HEAD SYSTEM_B "02000c00"
                   "01000000"
                   "00000400",                                 SA_E_PROTOCOL, NULL                                                    },
    {"entry beyond its list",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001800"
                   "20000000" EVERY_B "00000000",
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"object entry without room for flags",
     HEAD SYSTEM_B "04001000"
                   "01000000"
                   "05000800"
                   "20000000",                                 SA_E_PROTOCOL, NULL                                                    },
    {"object entry without room for its type",
     HEAD SYSTEM_B "04002000"
                   "01000000"
                   "05001800"
                   "20000000"
                   "01000000" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"object entry that promises a second type which is its identifier",
     HEAD SYSTEM_B "04003000"
                   "01000000"
                   "05002800"
                   "20000000"
                   "03000000"
                   "709529006d24d011a76800aa006e0529" EVERY_B,
     SA_E_PROTOCOL,                                                           NULL                                                    },
    {"object entry without types",
     HEAD SYSTEM_B "04002000"
                   "01000000"
                   "05001800"
                   "20000000"
                   "00000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(OA;;WP;;;S-1-1-0)"              },
    {"object entry in a list of revision 2",
     HEAD SYSTEM_B "02002000"
                   "01000000"
                   "05001800"
                   "20000000"
                   "00000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(OA;;WP;;;S-1-1-0)"              },
    {"identifier of revision 2",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001400"
                   "20000000"
                   "020100000000000100000000",                 SA_E_PROTOCOL, NULL                                                    },
    {"identifier of 255 parts",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001400"
                   "20000000"
                   "01ff00000000000100000000",                 SA_E_PROTOCOL, NULL                                                    },
    {"allow under a condition",
     HEAD SYSTEM_B "02002400"
                   "01000000"
                   "09001c00"
                   "20000000" EVERY_B "6172747800000000",
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(XA;;WP;;;S-1-1-0;(condition))"  },
    {"object deny under a condition",
     HEAD SYSTEM_B "02002800"
                   "01000000"
                   "0c002000"
                   "20000000"
                   "00000000" EVERY_B "6172747800000000",
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(0x0c;;WP;;;S-1-1-0;(condition))"},
    {"audit entry in the list",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "02401400"
                   "20000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(AU;SA;WP;;;S-1-1-0)"            },
    {"no rights at all",
     HEAD SYSTEM_B "02001c00"
                   "01000000"
                   "00001400"
                   "00000000" EVERY_B,
     0,                                                                       "O:S-1-5-18G:S-1-5-18D:(A;;0x0;;;S-1-1-0)"              },
};

static void judges_ugly_ones(void **state)
{
    (void)state;
    for (size_t i = 0; i < SA_COUNT(ugly); i++) {
        struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
        struct sa_error err = {0};
        struct sa_secdesc sd;
        size_t len = 0;
        unsigned char *bytes = from_hex(ugly[i].hex, &len);
        int r = decode(bytes, len, &arena, &sd, &err);

        if (r != ugly[i].status)
            fail_msg("%s: %d, %s", ugly[i].what, r, err.message);
        if (r == 0) {
            assert_sddl(&sd, ugly[i].sddl);
            assert_false(sd.has_unknown);
        }
        free(bytes);
        sa_arena_done(&arena);
    }
}

static void keeps_and_marks_unknown_types(void **state)
{
    static const char *const cases[] = {
        /* compound, of a type nobody knows, of four bytes only */
        HEAD SYSTEM_B "02003000"
                      "02000000"
                      "04001400"
                      "ffffffff" EVERY_B "00001400"
                      "20000000" EVERY_B,
        HEAD SYSTEM_B "02003000"
                      "02000000"
                      "99021400"
                      "ffffffff" EVERY_B "00001400"
                      "20000000" EVERY_B,
        HEAD SYSTEM_B "02002000"
                      "02000000"
                      "ff020400"
                      "00001400"
                      "20000000" EVERY_B,
    };
    static const char *const texts[] = {
        "O:S-1-5-18G:S-1-5-18D:(0x04;;0x0;;;)(A;;WP;;;S-1-1-0)",
        "O:S-1-5-18G:S-1-5-18D:(0x99;CI;0x0;;;)(A;;WP;;;S-1-1-0)",
        "O:S-1-5-18G:S-1-5-18D:(0xff;CI;0x0;;;)(A;;WP;;;S-1-1-0)",
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
        struct sa_secdesc sd;
        size_t len = 0;
        unsigned char *bytes = from_hex(cases[i], &len);

        assert_int_equal(decode(bytes, len, &arena, &sd, NULL), 0);
        assert_true(sd.has_unknown);
        assert_int_equal(sd.aces[0].kind, SA_ACE_OTHER);
        assert_false(sd.aces[0].known);
        assert_true(sd.aces[1].known);
        assert_sddl(&sd, texts[i]);
        free(bytes);
        sa_arena_done(&arena);
    }
}

static void bounds_size_and_memory(void **state)
{
    struct sa_arena arena = SA_ARENA_INIT(16);
    struct sa_error err = {0};
    struct sa_secdesc sd;
    size_t len = 0;
    unsigned char *bytes = from_hex(vectors[0].hex, &len);
    unsigned char *large = calloc(1, SA_LIMIT_SECDESC + 1);

    (void)state;
    assert_non_null(large);
    memcpy(large, bytes, len);
    assert_int_equal(sa_secdesc_decode(large, SA_LIMIT_SECDESC + 1, &arena, &sd, &err), SA_E_LIMIT);
    assert_int_equal(sa_secdesc_decode(bytes, len, &arena, &sd, &err), SA_E_NOMEM);
    sa_arena_done(&arena);
    sa_arena_init(&arena, SA_MIB);
    assert_int_equal(sa_secdesc_decode(large, SA_LIMIT_SECDESC, &arena, &sd, &err), 0);
    assert_int_equal(sd.ace_count, 2);
    sa_arena_done(&arena);
    free(large);
    free(bytes);
}

static void hands_down_by_class(void **state)
{
    static const struct sa_guid *class_guid = NULL;
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_secdesc sd;
    struct sa_secdesc child;
    size_t len = 0;
    unsigned char *bytes = from_hex(vectors[1].hex, &len);

    (void)state;
    assert_int_equal(decode(bytes, len, &arena, &sd, NULL), 0);
    class_guid = sa_class_guid("user");
    assert_non_null(class_guid);
    assert_int_equal(sa_secdesc_inherit(&sd, class_guid, &arena, &child, NULL), 0);
    assert_sddl(&child, "D:(OA;CIID;CR;00299570-246d-11d0-a768-00aa006e0529;"
                        "bf967aba-0de6-11d0-a285-00aa003049e2;" DOMAIN
                        "-1104)(OA;CIID;WP;28630ebf-41d5-11d1-a9c1-0000f80367c1;"
                        "bf967aba-0de6-11d0-a285-00aa003049e2;" DOMAIN "-1104)");
    assert_false(child.has_owner);
    assert_int_equal(sa_secdesc_inherit(&sd, sa_class_guid("group"), &arena, &child, NULL), 0);
    assert_sddl(&child, "D:");
    assert_int_equal(child.dacl, SA_DACL_PRESENT);
    assert_int_equal(sa_secdesc_inherit(&sd, NULL, &arena, &child, NULL), 0);
    assert_int_equal(child.ace_count, 0);
    free(bytes);
    bytes = from_hex(vectors[2].hex, &len);
    assert_int_equal(decode(bytes, len, &arena, &sd, NULL), 0);
    assert_int_equal(sa_secdesc_inherit(&sd, sa_class_guid("group"), &arena, &child, NULL), 0);
    /* OWNER RIGHTS goes along, no-propagate ends here */
    assert_sddl(&child, "D:(OD;CIID;CR;00299570-246d-11d0-a768-00aa006e0529;;S-1-1-0)"
                        "(OA;ID;RPWP;;bf967a9c-0de6-11d0-a285-00aa003049e2;S-1-5-10)"
                        "(A;CIID;RC;;;S-1-3-4)");
    free(bytes);
    sa_arena_done(&arena);
}

static void leaves_creator_owner_behind(void **state)
{
    struct sa_ace aces[] = {
        {.kind = SA_ACE_ALLOW,
         .known = true,
         .flags = SA_ACE_CONTAINER_INHERIT,
         .mask = SA_ACCESS_FULL,
         .sid = {.authority = 3, .count = 1, .sub = {0}}},
        {.kind = SA_ACE_ALLOW,
         .known = true,
         .flags = SA_ACE_CONTAINER_INHERIT,
         .mask = SA_ACCESS_FULL,
         .sid = {.authority = 3, .count = 1, .sub = {1}}},
        {.kind = SA_ACE_ALLOW,
         .known = true,
         .flags = SA_ACE_OBJECT_INHERIT,
         .mask = SA_ACCESS_FULL,
         .sid = {.authority = 1, .count = 1, .sub = {0}}},
        {.kind = SA_ACE_OTHER,                            .type = 0x99,                                     .flags = SA_ACE_CONTAINER_INHERIT                                        },
    };
    struct sa_secdesc sd = {.aces = aces, .ace_count = SA_COUNT(aces), .has_unknown = true};
    struct sa_arena arena = SA_ARENA_INIT(SA_MIB);
    struct sa_secdesc child;

    (void)state;
    assert_int_equal(sa_secdesc_inherit(&sd, NULL, &arena, &child, NULL), 0);
    assert_int_equal(child.ace_count, 1);
    assert_int_equal(child.aces[0].type, 0x99);
    assert_true(child.has_unknown);
    sd.ace_count = 3;
    assert_int_equal(sa_secdesc_inherit(&sd, NULL, &arena, &child, NULL), 0);
    assert_int_equal(child.ace_count, 0);
    assert_false(child.has_unknown);
    /* Whoever may do everything to a folder without a list has nothing handed down by it. */
    sd = (struct sa_secdesc){.dacl = SA_DACL_NULL};
    assert_int_equal(sa_secdesc_inherit(&sd, NULL, &arena, &child, NULL), 0);
    assert_int_equal(child.dacl, SA_DACL_PRESENT);
    assert_int_equal(child.ace_count, 0);
    sa_arena_done(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_another_wrote),
        cmocka_unit_test(refuses_each_truncation),
        cmocka_unit_test(survives_each_changed_byte),
        cmocka_unit_test(judges_ugly_ones),
        cmocka_unit_test(keeps_and_marks_unknown_types),
        cmocka_unit_test(bounds_size_and_memory),
        cmocka_unit_test(hands_down_by_class),
        cmocka_unit_test(leaves_creator_owner_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
