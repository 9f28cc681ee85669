/* SPDX-License-Identifier: Apache-2.0 */
/* SIDs and GUIDs, binary and as text. What was read comes back when it is written and read again. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/secdesc.h"
#include "syncaudit/sid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

static void check_sid(const struct sa_sid *sid)
{
    char text[SA_SID_TEXT_SIZE];
    unsigned char bytes[SA_SID_SIZE_MAX];
    struct sa_sid again = {0};
    struct sa_sid below;
    size_t len = sa_sid_encode(sid, bytes);
    size_t used = 0;

    REQUIRE(sid->count <= SA_SID_SUBS && sid->authority >> 48 == 0);
    REQUIRE(sa_sid_decode(bytes, len, &again, &used) == 0 && used == len);
    REQUIRE(sa_sid_same(sid, &again));
    REQUIRE(sa_sid_decode(bytes, len - 1, &again, NULL) < 0);
    sa_sid_format(sid, text);
    REQUIRE(strlen(text) < sizeof(text) && sa_sid_parse(text, &again) == 0);
    REQUIRE(sa_sid_same(sid, &again) && sa_sid_compare(sid, &again) == 0);
    below = sa_sid_with_rid(sid, 500);
    REQUIRE(sa_sid_in_domain(&below, sid) == (sid->count < SA_SID_SUBS));
    REQUIRE(sa_sid_known_name(sid) != NULL || sa_sid_tier_of(sid) == SA_SID_ORDINARY);
}

static void check_guid(const struct sa_guid *guid)
{
    char text[SA_GUID_TEXT_SIZE];
    struct sa_guid again;
    const char *name = sa_guid_known_name(guid);

    sa_guid_format(guid, text);
    REQUIRE(strlen(text) == SA_GUID_TEXT_SIZE - 1);
    REQUIRE(sa_guid_parse(text, &again) == 0 && sa_guid_same(guid, &again));
    REQUIRE(name == NULL || name[0] != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    struct sa_sid sid;
    struct sa_guid guid;
    size_t used = 0;

    REQUIRE(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    if (sa_sid_decode(data, size, &sid, &used) == 0) {
        REQUIRE(used <= size && used >= 8);
        check_sid(&sid);
    }
    if (sa_sid_parse(text, &sid) == 0)
        check_sid(&sid);
    if (sa_guid_parse(text, &guid) == 0)
        check_guid(&guid);
    if (size >= sizeof(guid.bytes)) {
        memcpy(guid.bytes, data, sizeof(guid.bytes));
        check_guid(&guid);
    }
    free(text);
    return 0;
}
