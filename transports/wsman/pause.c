/* SPDX-License-Identifier: Apache-2.0 */
/* Sleeping, in a file of its own: tests put another function in its place and do not wait. */
#include <errno.h>
#include <time.h>

#include "internal.h"

void wsman_pause(unsigned ms)
{
    struct timespec rest = {(time_t)(ms / 1000), (long)(ms % 1000) * 1000000};

    while (nanosleep(&rest, &rest) != 0 && errno == EINTR)
        continue;
}
