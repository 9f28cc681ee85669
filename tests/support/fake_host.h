/* SPDX-License-Identifier: Apache-2.0 */
/* A stand-in for the host collector: notes what it is asked, and answers what a test wants. A host whose
 * name begins with "down" cannot be reached; "slow" waits until it is cancelled or its deadline passes;
 * "broken" reports that the snapshot cannot be written; "meet" answers when `meeting` hosts are asked at
 * once; everything else answers; "gmsa" says that its sync service runs as
 * FABRIKAM\\gmsa-sync$, a member of fabrikam.example. */
#ifndef SYNCAUDIT_TESTS_SUPPORT_FAKE_HOST_H
#define SYNCAUDIT_TESTS_SUPPORT_FAKE_HOST_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/host.h"

#define FAKE_HOSTS 512

struct fake_host_call {
    char host[64], user[64], realm[64];
    long long time_left_ms;
    bool has_watcher, tls;
};

struct fake_host {
    size_t call_count;
    struct fake_host_call calls[FAKE_HOSTS];
    size_t at_once, most_at_once, meeting;
};

extern struct fake_host fake_host;
void fake_host_reset(void);
/* The call for this host; the test fails when there is none. */
const struct fake_host_call *fake_host_call(const char *host);
#endif
