/* SPDX-License-Identifier: Apache-2.0 */
/* Services, as other sources need them, and command lines without what may be a secret. */
#ifndef SYNCAUDIT_COLLECT_HOST_SERVICE_H
#define SYNCAUDIT_COLLECT_HOST_SERVICE_H
#include "host_internal.h"

struct host_service {
    const char *name; /* visible */
    int64_t process;
};
struct host_services { /* those that run in a process */
    struct host_service *items;
    size_t count;
};

/** The program of a command line; arguments only of Windows' own host process for services. */
const char *host_command(struct host *host, const char *path);
/** Does the program's path hold a blank and stand without quotes? */
bool host_is_unquoted(const char *path);
#endif
