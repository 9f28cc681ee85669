/* SPDX-License-Identifier: Apache-2.0 */
/* Who may do what: order of entries, object types, owners, SELF, conditions. What a real domain
 * controller answers is compared in the lab; here stand the rules one by one, and those in which
 * the lab's domain controller differs from Windows. */
#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"

#include "support/test.h"

#define ALICE                                                    \
    {                                                            \
        .authority = 5, .count = 5, .sub = { 21, 1, 2, 3, 1104 } \
    }
#define STAFF                                                    \
    {                                                            \
        .authority = 5, .count = 5, .sub = { 21, 1, 2, 3, 1200 } \
    }
#define OTHER                                                    \
    {                                                            \
        .authority = 5, .count = 5, .sub = { 21, 1, 2, 3, 9999 } \
    }
#define EVERY                                    \
    {                                            \
        .authority = 1, .count = 1, .sub = { 0 } \
    }
#define SELF_                                     \
    {                                             \
        .authority = 5, .count = 1, .sub = { 10 } \
    }
#define OWNER                                    \
    {                                            \
        .authority = 3, .count = 1, .sub = { 4 } \
    }
#define ENTRY(k, bits, ...)                                            \
    {                                                                  \
        .kind = (k), .known = true, .mask = (bits), .sid = __VA_ARGS__ \
    }
#define ALLOW(bits, ...) ENTRY(SA_ACE_ALLOW, bits, __VA_ARGS__)
#define DENY(bits, ...)  ENTRY(SA_ACE_DENY, bits, __VA_ARGS__)

static const struct sa_sid alice = ALICE;
static const struct sa_sid staff = STAFF;
static const struct sa_sid other = OTHER;
static const struct sa_guid attribute = {{1}};
static const struct sa_guid set = {{2}};
static const struct sa_guid class = {{3}};
static const struct sa_guid foreign = {{4}};

struct fixture {
    struct sa_arena arena;
    struct sa_token token;
    struct sa_secdesc sd;
    struct sa_access_object object;
};

static int set_up(void **state)
{
    static struct fixture fixture;

    fixture = (struct fixture){.arena = SA_ARENA_INIT(SA_MIB)};
    fixture.object = (struct sa_access_object){.sd = &fixture.sd, .class_guid = &class};
    *state = &fixture;
    return sa_token_init(&fixture.token, &alice, &staff, 1, &fixture.arena, NULL);
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;

    sa_arena_done(&fixture->arena);
    return 0;
}

static uint32_t mask(struct fixture *f, struct sa_ace *aces, size_t count)
{
    f->sd.aces = aces;
    f->sd.ace_count = count;
    return sa_access_mask(&f->object, &f->token);
}
#define MASK(f, aces) mask(f, aces, SA_COUNT(aces))

static bool may_write(struct fixture *f, struct sa_ace *aces, size_t count)
{
    f->sd.aces = aces;
    f->sd.ace_count = count;
    return sa_access_typed(&f->object, &f->token, SA_ACCESS_WRITE_PROPERTY, &attribute, &set, NULL,
                           NULL);
}
#define MAY_WRITE(f, aces) may_write(f, aces, SA_COUNT(aces))

static void a_token_has_what_everybody_has(void **state)
{
    static const char *const always[] = {"S-1-1-0", "S-1-5-2", "S-1-5-11", "S-1-5-15"};
    struct fixture *f = *state;
    struct sa_sid twice[] = {STAFF, STAFF, EVERY, ALICE};
    struct sa_token token;
    struct sa_sid sid;

    assert_int_equal(sa_token_init(&token, &alice, twice, SA_COUNT(twice), &f->arena, NULL), 0);
    assert_int_equal(token.count, 6);
    for (size_t i = 0; i < SA_COUNT(always); i++) {
        assert_int_equal(sa_sid_parse(always[i], &sid), 0);
        assert_true(sa_token_has(&token, &sid));
    }
    assert_true(sa_token_has(&token, &alice) && sa_token_has(&token, &staff));
    assert_false(sa_token_has(&token, &other));
    assert_int_equal(sa_sid_parse("S-1-5-7", &sid), 0);
    assert_false(sa_token_has(&token, &sid));
    assert_int_equal(sa_token_single(&token, &other, &f->arena, NULL), 0);
    assert_true(sa_token_has(&token, &other));
    assert_int_equal(token.count, 1);
    assert_int_equal(sa_token_init(&token, &alice, twice, SA_LIMIT_TOKEN + 1, &f->arena, NULL),
                     SA_E_LIMIT);
}

static void order_decides(void **state)
{
    struct sa_ace deny_first[] = {DENY(SA_ACCESS_DELETE, STAFF), ALLOW(SA_ACCESS_FULL, ALICE)};
    struct sa_ace allow_first[] = {ALLOW(SA_ACCESS_FULL, ALICE), DENY(SA_ACCESS_DELETE, STAFF)};
    struct sa_ace strangers[] = {ALLOW(SA_ACCESS_FULL, OTHER), DENY(SA_ACCESS_FULL, OTHER)};

    assert_int_equal(MASK(*state, deny_first), SA_ACCESS_FULL & ~SA_ACCESS_DELETE);
    assert_int_equal(MASK(*state, allow_first), SA_ACCESS_FULL);
    assert_int_equal(MASK(*state, strangers), 0);
}

static void no_list_means_everything(void **state)
{
    struct fixture *f = *state;
    const struct sa_sid *by = NULL;

    assert_int_equal(sa_access_mask(&f->object, &f->token), 0);
    f->sd.dacl = SA_DACL_NULL;
    assert_int_equal(sa_access_mask(&f->object, &f->token), SA_ACCESS_FULL);
    assert_true(
        sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &foreign, NULL, &by, NULL));
    assert_int_equal(by->authority, 1);
}

static void inherit_only_and_audit_do_not_count(void **state)
{
    struct sa_ace aces[] = {ALLOW(SA_ACCESS_FULL, ALICE),
                            ENTRY(SA_ACE_OTHER, SA_ACCESS_FULL, ALICE)};

    aces[0].flags = SA_ACE_INHERIT_ONLY | SA_ACE_CONTAINER_INHERIT;
    assert_int_equal(MASK(*state, aces), 0);
    assert_false(MAY_WRITE(*state, aces));
    aces[0].flags = SA_ACE_INHERITED;
    assert_int_equal(MASK(*state, aces), SA_ACCESS_FULL);
}

static void the_owner_may_change_the_list(void **state)
{
    struct fixture *f = *state;
    struct sa_ace deny[] = {DENY(SA_ACCESS_FULL, ALICE)};
    struct sa_ace rights[] = {ALLOW(SA_ACCESS_READ_CONTROL, OWNER)};
    struct sa_ace more[] = {ALLOW(SA_ACCESS_FULL, OWNER)};

    f->sd.has_owner = true;
    f->sd.owner = staff;
    assert_int_equal(MASK(f, deny), SA_ACCESS_READ_CONTROL | SA_ACCESS_WRITE_DACL);
    /* OWNER RIGHTS says all that an owner has */
    assert_int_equal(MASK(f, rights), SA_ACCESS_READ_CONTROL);
    assert_int_equal(MASK(f, more), SA_ACCESS_FULL);
    rights[0].flags = SA_ACE_INHERIT_ONLY;
    assert_int_equal(MASK(f, rights), SA_ACCESS_READ_CONTROL | SA_ACCESS_WRITE_DACL);
    rights[0].flags = 0;
    rights[0].kind = SA_ACE_DENY;
    assert_int_equal(MASK(f, rights), 0);
    /* ... unless it holds under a condition only */
    rights[0].conditional = true;
    assert_int_equal(MASK(f, rights), SA_ACCESS_READ_CONTROL | SA_ACCESS_WRITE_DACL);
    f->sd.owner = other;
    assert_int_equal(MASK(f, more), 0);
}

static void self_is_the_object(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {ALLOW(SA_ACCESS_WRITE_PROPERTY, SELF_)};

    assert_int_equal(MASK(f, aces), 0);
    f->object.sid = &other;
    assert_int_equal(MASK(f, aces), 0);
    f->object.sid = &alice;
    assert_int_equal(MASK(f, aces), SA_ACCESS_WRITE_PROPERTY);
    /* On a group it is every member, as the domain controller reads it. */
    f->object.sid = &staff;
    assert_int_equal(MASK(f, aces), SA_ACCESS_WRITE_PROPERTY);
}

static void types_narrow(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {ALLOW(SA_ACCESS_FULL, ALICE)};
    static const struct {
        const struct sa_guid *type;
        bool write, control, create;
        uint32_t mask;
    } cases[] = {
        {NULL,       true,  true,  true,  SA_ACCESS_FULL                 },
        {&attribute, true,  true,  true,  0                              },
        {&set,       true,  false, false, 0                              },
 /* the class is above properties and standard rights, not above rights and children */
        {&class,     true,  false, false,
         SA_ACCESS_FULL & ~(uint32_t)(SA_ACCESS_CREATE_CHILD | SA_ACCESS_DELETE_CHILD |
                                      SA_ACCESS_SELF | SA_ACCESS_CONTROL)},
        {&foreign,   false, false, false, 0                              },
    };

    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        aces[0].has_object = cases[i].type != NULL;
        if (cases[i].type != NULL)
            aces[0].object = *cases[i].type;
        assert_int_equal(MAY_WRITE(f, aces), cases[i].write);
        assert_int_equal(
            sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &attribute, NULL, NULL, NULL),
            cases[i].control);
        assert_int_equal(sa_access_typed(&f->object, &f->token, SA_ACCESS_CREATE_CHILD, &attribute,
                                         NULL, NULL, NULL),
                         cases[i].create);
        assert_int_equal(MASK(f, aces), cases[i].mask);
    }
}

/* The lab's domain controller takes control access to a type for everything there. Windows does not. */
static void control_access_is_no_write(void **state)
{
    struct sa_ace aces[] = {ALLOW(SA_ACCESS_CONTROL, ALICE)};

    aces[0].has_object = true;
    aces[0].object = set;
    assert_false(MAY_WRITE(*state, aces));
    aces[0].object = class;
    assert_false(MAY_WRITE(*state, aces));
    assert_int_equal(MASK(*state, aces), 0);
}

static void first_match_decides_about_a_type(void **state)
{
    struct sa_ace aces[] = {DENY(SA_ACCESS_WRITE_PROPERTY, STAFF),
                            ALLOW(SA_ACCESS_WRITE_PROPERTY, ALICE)};
    struct fixture *f = *state;

    assert_false(MAY_WRITE(f, aces));
    aces[0].has_object = true;
    aces[0].object = set;
    assert_false(MAY_WRITE(f, aces));
    aces[0].object = foreign;
    assert_true(MAY_WRITE(f, aces));
    aces[0].object = attribute;
    aces[0].mask = SA_ACCESS_READ_PROPERTY;
    assert_true(MAY_WRITE(f, aces));
}

static void conditions_never_take_away(void **state)
{
    struct fixture *f = *state;
    struct sa_ace aces[] = {DENY(SA_ACCESS_FULL, STAFF), ALLOW(SA_ACCESS_FULL, STAFF),
                            ALLOW(SA_ACCESS_FULL, ALICE)};
    const struct sa_sid *by = NULL;
    bool conditional = true;

    aces[0].conditional = true;
    aces[1].conditional = true;
    f->sd.aces = aces;
    f->sd.ace_count = 3;
    assert_true(sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &foreign, NULL, &by,
                                &conditional));
    assert_false(conditional); /* the third holds in any case */
    assert_true(sa_sid_same(by, &alice));
    f->sd.ace_count = 2;
    assert_true(sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &foreign, NULL, &by,
                                &conditional));
    assert_true(conditional);
    assert_true(sa_sid_same(by, &staff));
    /* allow under a condition, then deny: it may hold */
    aces[2].kind = SA_ACE_DENY;
    f->sd.ace_count = 3;
    assert_true(sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &foreign, NULL, NULL,
                                &conditional));
    assert_true(conditional);
    f->sd.ace_count = 1;
    assert_false(sa_access_typed(&f->object, &f->token, SA_ACCESS_CONTROL, &foreign, NULL, &by,
                                 &conditional));
    assert_null(by);
    assert_false(conditional);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(a_token_has_what_everybody_has),
        TEST(order_decides),
        TEST(no_list_means_everything),
        TEST(inherit_only_and_audit_do_not_count),
        TEST(the_owner_may_change_the_list),
        TEST(self_is_the_object),
        TEST(types_narrow),
        TEST(control_access_is_no_write),
        TEST(first_match_decides_about_a_type),
        TEST(conditions_never_take_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
