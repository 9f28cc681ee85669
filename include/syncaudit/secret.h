/* SPDX-License-Identifier: Apache-2.0 */
/* A password or key in memory that is kept out of swap where the system allows it, out of core
 * files, and wiped when released. No function formats one. */
#ifndef SYNCAUDIT_SECRET_H
#define SYNCAUDIT_SECRET_H
#include <stddef.h>

#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

struct sa_secret;

/** Copies `len` bytes (at most SA_LIMIT_SECRET) and wipes the source. */
int sa_secret_new(void *bytes, size_t len, struct sa_secret **ret,
                  struct sa_error *err) SA_NODISCARD;
void sa_secret_free(struct sa_secret *secret); /**< wipes; NULL is allowed */
/** Borrowed; followed by a NUL that the length does not count. */
const char *sa_secret_bytes(const struct sa_secret *secret);
size_t sa_secret_len(const struct sa_secret *secret);
SA_DEFINE_CLEANUP(struct sa_secret, sa_secret_free)
#endif
