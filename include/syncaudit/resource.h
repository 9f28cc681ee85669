/* SPDX-License-Identifier: Apache-2.0 */
/* Files linked into the program by sa_embed() in CMake. */
#ifndef SYNCAUDIT_RESOURCE_H
#define SYNCAUDIT_RESOURCE_H
#include <stddef.h>

/** One embedded file. `data` ends with a NUL that `len` does not count. A table of them ends with
 *  an entry whose path is NULL. */
struct sa_resource {
    const char *path;
    const unsigned char *data;
    const size_t *len;
};
#endif
