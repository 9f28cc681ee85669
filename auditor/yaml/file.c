/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a whole file into a bounded buffer. The size that the system reports is not trusted: a
 * file may grow while it is read, and a pipe (a configuration made by another program) has none. */
#include "syncaudit/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int fail_read(const char *path, int errno_value, struct sa_error *err)
{
    int r = sa_fail_errno(err, errno_value, "cannot read '%s'", path);

    sa_place(err, path, 0, 0);
    return r;
}

static int read_all(int fd, const char *path, struct sa_buf *ret, struct sa_error *err)
{
    char chunk[16 * 1024];

    for (;;) {
        ssize_t got = read(fd, chunk, sizeof chunk);
        int r = 0;

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail_read(path, errno, err);
        if (got == 0)
            return 0;
        r = sa_buf_add(ret, chunk, (size_t)got);
        if (r == SA_E_NOMEM)
            return sa_fail_nomem(err);
        if (r < 0) {
            (void)sa_fail(err, r, SA_DOMAIN_NONE, 0, "'%s' is larger than %zu bytes", path,
                          ret->limit);
            sa_place(err, path, 0, 0);
            return r;
        }
    }
}

int sa_file_read(const char *path, struct sa_buf *ret, struct sa_error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    int r = 0;

    if (fd < 0)
        return fail_read(path, errno, err);
    r = read_all(fd, path, ret, err);
    (void)close(fd);
    return r;
}
