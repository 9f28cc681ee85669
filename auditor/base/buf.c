/* SPDX-License-Identifier: Apache-2.0 */
/* The growing buffer of buf.h.
 *
 * `size` is at most limit + 1 (the NUL), and `data` always has its NUL at `len`: also after an
 * addition that failed half-way, because sa_buf_vaddf() tries to format straight into the free
 * space. Growth doubles, so that n additions cost O(n). */
#include "syncaudit/buf.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/error.h"

#define FIRST_SIZE ((size_t)64)

void sa_buf_init(struct sa_buf *buf, size_t limit)
{
    *buf = (struct sa_buf)SA_BUF_INIT(limit);
}

void sa_buf_done(struct sa_buf *buf)
{
    free(buf->data);
    sa_buf_init(buf, buf->limit);
}

void sa_buf_clear(struct sa_buf *buf)
{
    buf->len = 0;
    buf->status = 0;
    if (buf->data != NULL)
        buf->data[0] = '\0';
}

/* Makes room for `len` more bytes and a NUL. */
static int reserve(struct sa_buf *buf, size_t len)
{
    size_t needed = 0;
    size_t size = buf->size > 0 ? buf->size : FIRST_SIZE;
    char *data = NULL;

    if (buf->status < 0)
        return buf->status;
    if (buf->len > buf->limit || len > buf->limit - buf->len ||
        len >= (size_t)PTRDIFF_MAX - buf->len)
        return buf->status = SA_E_LIMIT;
    needed = buf->len + len + 1;
    if (needed <= buf->size)
        return 0;
    while (size < needed)
        size *= 2; /* stays below SIZE_MAX: needed is at most PTRDIFF_MAX */
    if (size - 1 > buf->limit)
        size = buf->limit + 1;
    data = realloc(buf->data, size);
    if (data == NULL)
        return buf->status = SA_E_NOMEM;
    data[buf->len] = '\0';
    buf->data = data;
    buf->size = size;
    return 0;
}

int sa_buf_add(struct sa_buf *buf, const void *bytes, size_t len)
{
    int r = 0;

    if (len == 0)
        return buf->status;
    r = reserve(buf, len);
    if (r < 0)
        return r;
    memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
    return 0;
}

int sa_buf_add_text(struct sa_buf *buf, const char *text)
{
    return sa_buf_add(buf, text, text != NULL ? strlen(text) : 0);
}

int sa_buf_add_char(struct sa_buf *buf, char c)
{
    return sa_buf_add(buf, &c, 1);
}

int sa_buf_addf(struct sa_buf *buf, const char *format, ...)
{
    va_list args;
    int r = 0;

    va_start(args, format);
    r = sa_buf_vaddf(buf, format, args);
    va_end(args);
    return r;
}

int sa_buf_vaddf(struct sa_buf *buf, const char *format, va_list args)
{
    size_t room = buf->size - buf->len;
    va_list again;
    int wanted = 0;
    int r = 0;

    if (buf->status < 0)
        return buf->status;
    va_copy(again, args);
    wanted = vsnprintf(room > 0 ? buf->data + buf->len : NULL, room, format, args);
    if (wanted < 0) {
        r = buf->status = errno == ENOMEM ? SA_E_NOMEM : SA_E_LIMIT;
    } else if ((size_t)wanted >= room) {
        r = reserve(buf, (size_t)wanted);
        if (r == 0)
            (void)vsnprintf(buf->data + buf->len, (size_t)wanted + 1, format, again);
    }
    va_end(again);
    if (r == 0)
        buf->len += (size_t)wanted;
    else if (buf->data != NULL)
        buf->data[buf->len] = '\0';
    return r;
}

const char *sa_buf_text(const struct sa_buf *buf)
{
    return buf->data != NULL ? buf->data : "";
}

int sa_buf_status(const struct sa_buf *buf)
{
    return buf->status;
}

char *sa_buf_take(struct sa_buf *buf)
{
    char *data = buf->data != NULL ? buf->data : calloc(1, 1);

    if (data == NULL)
        buf->status = SA_E_NOMEM;
    /* A failure outlives the content: who tests the status after taking must still see it. */
    buf->data = NULL;
    buf->len = 0;
    buf->size = 0;
    return data;
}
