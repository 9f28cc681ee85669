/* SPDX-License-Identifier: Apache-2.0 */
/* A stand-in for the forest collector: notes what it is asked, and answers what a test wants. A domain
 * that begins with "down" cannot be reached; "slow" waits until it is cancelled or its deadline passes;
 * "broken" reports that the snapshot cannot be written; everything else answers. */
#ifndef SYNCAUDIT_TESTS_SUPPORT_FAKE_FOREST_H
#define SYNCAUDIT_TESTS_SUPPORT_FAKE_FOREST_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/collect.h"

#define FAKE_FORESTS 16
#define FAKE_HINTS   32

struct fake_hint {
    char role[16], domain[64], account[64], source[64], server[64];
};

struct fake_call {
    char domain[64];
    size_t exports_stored; /* coverage rows of servers when the forest was asked */
    size_t hint_count;
    struct fake_hint hints[FAKE_HINTS];
    long long time_left_ms;
    bool has_watcher;
};

struct fake_forest {
    size_t call_count;
    struct fake_call calls[FAKE_FORESTS];
    size_t most_at_once;
    /* What sa_forest_discovered() answers for every forest that was reached. */
    struct sa_discovered *discovered;
    size_t discovered_count;
    size_t discovered_calls;
    size_t servers_calls; /* of sa_forest_servers(), which answers the same */
};

extern struct fake_forest fake_forest;
void fake_forest_reset(void);
/* The call for this domain; the test fails when there is none. */
const struct fake_call *fake_forest_call(const char *domain);
#endif
