/* SPDX-License-Identifier: Apache-2.0 */
/* Base64 (RFC 4648, chapter 4). */
#ifndef SYNCAUDIT_BASE64_H
#define SYNCAUDIT_BASE64_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/buf.h"
#include "syncaudit/compiler.h"

/** Adds `len` bytes in base64, padded, without line breaks. Returns the buffer's status. */
int sa_base64_add(struct sa_buf *ret, const void *bytes, size_t len);
/** Adds what `text` stands for; white space is passed over, the padding may be missing. False: malformed, by
 *  then `ret` may hold a part. The buffer's status tells of other trouble. */
bool sa_base64_decode(const char *text, size_t len, struct sa_buf *ret) SA_NODISCARD;
#endif
