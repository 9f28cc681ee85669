/* SPDX-License-Identifier: Apache-2.0 */
/* Times, intervals and flags out of any text: a value in its range or none. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/advalue.h"
#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(statement) \
    do {                   \
        if (!(statement))  \
            abort();       \
    } while (0)

/* Written as generalized time it must be read as the same second. */
static void check_generalized(int64_t seconds)
{
    char iso[SA_TIME_TEXT_SIZE];
    char text[32];
    int64_t again = 0;

    sa_time_format(seconds, iso);
    if (iso[0] == '\0' || strncmp(iso, "0000", 4) == 0)
        return; /* the last hours before the year 1, by a zone */
    REQUIRE(strlen(iso) == 20);
    snprintf(text, sizeof(text), "%.4s%.2s%.2s%.2s%.2s%.2s.0Z", iso, iso + 5, iso + 8, iso + 11,
             iso + 14, iso + 17);
    REQUIRE(sa_generalized_time_parse(text, &again) == 0 && again == seconds);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sa_buf buf = SA_BUF_INIT(SA_KIB);
    char *text = malloc(size + 1);
    char level[24];
    enum sa_ad_time kind = SA_AD_TIME_SET;
    int64_t seconds = 0;
    uint32_t types = 0;

    REQUIRE(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = '\0';
    if (sa_filetime_parse(text, &kind, &seconds) == 0) {
        REQUIRE(seconds >= -INT64_C(11644473600) && seconds <= INT64_C(253402300799));
        REQUIRE(kind == SA_AD_TIME_SET || seconds == 0);
    }
    if (sa_generalized_time_parse(text, &seconds) == 0) {
        REQUIRE(seconds <= INT64_C(253402300799));
        check_generalized(seconds);
    }
    if (sa_interval_parse(text, &seconds) == 0)
        REQUIRE(seconds >= 0);
    if (size >= sizeof(types))
        memcpy(&types, data, sizeof(types));
    if (size >= sizeof(seconds))
        memcpy(&seconds, data, sizeof(seconds));
    REQUIRE(sa_enctypes_add(&buf, types) == 0 && buf.len > 0);
    sa_functional_level_format(seconds, level);
    REQUIRE(level[0] != '\0' && strlen(level) < sizeof(level));
    sa_buf_done(&buf);
    free(text);
    return 0;
}
