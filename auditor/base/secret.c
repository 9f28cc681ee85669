/* SPDX-License-Identifier: Apache-2.0 */
/* A secret has memory pages of its own, so that locking them and leaving them out of core files
 * touches nothing else. Both are best effort: a container or a small RLIMIT_MEMLOCK refuses them,
 * and an audit that stopped there would help nobody. Wiping always happens.
 *
 * The source is wiped also when the call fails: it was handed over. */
#include "syncaudit/secret.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "syncaudit/limits.h"

struct sa_secret {
    size_t mapped; /* bytes of the mapping that starts here */
    size_t len;
    char bytes[];
};

int sa_secret_new(void *bytes, size_t len, struct sa_secret **ret, struct sa_error *err)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    struct sa_secret *secret = NULL;
    size_t size = 0;
    int errno_value = 0;

    if (len > SA_LIMIT_SECRET) {
        explicit_bzero(bytes, len);
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the secret has %zu bytes, more than the %zu of SA_LIMIT_SECRET", len,
                       SA_LIMIT_SECRET);
    }
    size = (sizeof *secret + len + 1 + page - 1) / page * page;
    secret = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (secret == MAP_FAILED) {
        errno_value = errno;
        if (len > 0)
            explicit_bzero(bytes, len);
        return sa_fail_errno(err, errno_value, "no memory for a secret");
    }
    /* Before the bytes arrive, or they might be swapped out in between. */
    (void)mlock(secret, size);
    (void)madvise(secret, size, MADV_DONTDUMP);
    secret->mapped = size;
    secret->len = len;
    if (len > 0) {
        memcpy(secret->bytes, bytes, len);
        explicit_bzero(bytes, len);
    }
    *ret = secret;
    return 0;
}

void sa_secret_free(struct sa_secret *secret)
{
    size_t mapped = 0;

    if (secret == NULL)
        return;
    mapped = secret->mapped;
    explicit_bzero(secret, mapped);
    (void)munmap(secret, mapped);
}

const char *sa_secret_bytes(const struct sa_secret *secret)
{
    return secret->bytes;
}

size_t sa_secret_len(const struct sa_secret *secret)
{
    return secret->len;
}
