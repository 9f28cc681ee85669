/* SPDX-License-Identifier: Apache-2.0 */
/* Security descriptors, rights and powers out of any bytes. A domain controller may be hostile.
 *
 * Promises: a refusal says where; what is accepted is bounded by its bytes; a token with more in it
 * loses no right by that unless somebody is denied; powers agree with the questions they come from. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/buf.h"
#include "syncaudit/limits.h"
#include "syncaudit/secdesc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static bool has_power(const struct sa_power *powers, size_t count, const char *right)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(powers[i].right, right) == 0)
            return true;
    }
    return false;
}

static void check_access(const struct sa_secdesc *sd, const struct sa_token *token)
{
    static const struct sa_schema_attribute extra = {.name = "secret", .confidential = true};
    const struct sa_guid *user = sa_class_guid("user");
    struct sa_power powers[SA_POWERS_MAX + 1];
    struct sa_access_object object = {.sd = sd, .sid = &token->self, .class_guid = user};
    uint32_t mask = sa_access_mask(&object, token);
    size_t count = sa_powers(&object, token, true, &extra, 1, powers, SA_POWERS_MAX + 1);
    const struct sa_sid *by = NULL;

    REQUIRE((mask & ~(uint32_t)SA_ACCESS_FULL) == 0 && count <= SA_POWERS_MAX + 1);
    REQUIRE(has_power(powers, count, "full_control") == (mask == SA_ACCESS_FULL));
    REQUIRE(has_power(powers, count, "write_dacl") == ((mask & SA_ACCESS_WRITE_DACL) != 0));
    REQUIRE(has_power(powers, count, "delete") == ((mask & SA_ACCESS_DELETE) != 0));
    REQUIRE(sa_powers(&object, token, true, &extra, 1, powers, 3) == count);
    if (sa_access_typed(&object, token, SA_ACCESS_CONTROL, user, NULL, &by, NULL))
        REQUIRE(by != NULL);
    else
        REQUIRE(by == NULL);
    REQUIRE(sd->dacl != SA_DACL_NULL || mask == SA_ACCESS_FULL);
    REQUIRE(sd->dacl == SA_DACL_NULL || sd->ace_count > 0 ||
            (mask & ~(uint32_t)(SA_ACCESS_READ_CONTROL | SA_ACCESS_WRITE_DACL)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sa_arena arena = SA_ARENA_INIT(8 * SA_MIB);
    struct sa_buf sddl = SA_BUF_INIT(8 * SA_MIB);
    struct sa_secdesc sd = {0};
    struct sa_secdesc child = {0};
    struct sa_error err = {0};
    struct sa_sid self = {.authority = 1, .count = 1};
    struct sa_token token;
    int r = sa_secdesc_decode(data, size, &arena, &sd, &err);

    if (r < 0) {
        REQUIRE(err.status == r && err.message[0] != '\0');
        sa_arena_done(&arena);
        return 0;
    }
    REQUIRE(sd.ace_count <= size / 4 && sd.ace_count <= SA_LIMIT_ACES);
    REQUIRE(sa_secdesc_add_sddl(&sddl, &sd) == 0 && sddl.len >= 2);
    if (sd.ace_count > 0 && sd.aces[0].known)
        self = sd.aces[0].sid;
    REQUIRE(sa_token_single(&token, &self, &arena, &err) == 0);
    check_access(&sd, &token);
    REQUIRE(sa_token_init(&token, &self, &sd.owner, 1, &arena, &err) == 0);
    check_access(&sd, &token);
    REQUIRE(sa_secdesc_inherit(&sd, sa_class_guid("user"), &arena, &child, &err) == 0);
    REQUIRE(child.ace_count <= sd.ace_count && !child.has_owner &&
            (!child.has_unknown || sd.has_unknown));
    check_access(&child, &token);
    sa_buf_done(&sddl);
    sa_arena_done(&arena);
    return 0;
}
