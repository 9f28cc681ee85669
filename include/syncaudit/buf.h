/* SPDX-License-Identifier: Apache-2.0 */
/* A growing byte buffer that must be given a limit. Always NUL-terminated behind `len`.
 *
 * The first failure (limit, memory) sticks: later calls return it again and change nothing, so a
 * writer may add many pieces and test once at the end with sa_buf_status(). Content is never cut:
 * an addition that does not fit is not made at all. */
#ifndef SYNCAUDIT_BUF_H
#define SYNCAUDIT_BUF_H
#include <stdarg.h>
#include <stddef.h>

#include "syncaudit/compiler.h"

struct sa_buf {
    char *data;   /**< NULL until something was added; else NUL-terminated */
    size_t len;   /**< bytes in use, without the NUL */
    size_t size;  /**< bytes allocated */
    size_t limit; /**< len never exceeds it */
    int status;   /**< 0 or the first failure: SA_E_LIMIT, SA_E_NOMEM */
};

#define SA_BUF_INIT(max) \
    {                    \
        .limit = (max)   \
    }

void sa_buf_init(struct sa_buf *buf, size_t limit);
void sa_buf_done(struct sa_buf *buf);  /**< frees; the buffer can be used again */
void sa_buf_clear(struct sa_buf *buf); /**< empties and forgets a failure; keeps the memory */

int sa_buf_add(struct sa_buf *buf, const void *bytes, size_t len);
int sa_buf_add_text(struct sa_buf *buf, const char *text); /**< NULL adds nothing */
int sa_buf_add_char(struct sa_buf *buf, char c);
int sa_buf_addf(struct sa_buf *buf, const char *format, ...) SA_PRINTF(2, 3);
int sa_buf_vaddf(struct sa_buf *buf, const char *format, va_list args) SA_PRINTF(2, 0);

/** The text so far, "" when empty. Borrowed until the next change. */
const char *sa_buf_text(const struct sa_buf *buf);
int sa_buf_status(const struct sa_buf *buf) SA_NODISCARD;

/** Hands the memory (never NULL unless out of memory) to the caller, who frees it with free(). */
char *sa_buf_take(struct sa_buf *buf) SA_NODISCARD;
#endif
