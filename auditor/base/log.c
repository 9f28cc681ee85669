/* SPDX-License-Identifier: Apache-2.0 */
/* The log of log.h. A line (or the lines of one error) is put together in memory and leaves in one
 * piece under a mutex, straight to the file descriptor: no other thread's line can land inside it.
 *
 * Everything that is not our own punctuation goes through sa_text_add_visible(): names come from
 * hosts that may be hostile, and a log is read on a terminal. Logging never fails for its caller
 * and leaves errno alone. */
#include "syncaudit/log.h"

#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/buf.h"
#include "syncaudit/text.h"

#define MESSAGE_MAX 4096
/* A byte becomes at most four; room for the target, the area and colours. */
#define LINES_MAX ((size_t)8 * MESSAGE_MAX)

static atomic_int current_level = SA_LOG_WARNING;
static atomic_bool use_color = false;
static pthread_mutex_t write_lock = PTHREAD_MUTEX_INITIALIZER;

void sa_log_set_level(enum sa_log_level level)
{
    atomic_store(&current_level, (int)level);
}

enum sa_log_level sa_log_get_level(void)
{
    return (enum sa_log_level)atomic_load(&current_level);
}

void sa_log_set_color(int on)
{
    atomic_store(&use_color, on != 0);
}

static bool is_wanted(enum sa_log_level level)
{
    return (int)level <= atomic_load(&current_level);
}

static const char *color_of(enum sa_log_level level)
{
    switch (level) {
    case SA_LOG_ERROR:
        return "\033[31m";
    case SA_LOG_WARNING:
        return "\033[33m";
    case SA_LOG_INFO:
        return "";
    case SA_LOG_DEBUG:
    case SA_LOG_TRACE:
        return "\033[2m";
    }
    return "";
}

static const char *word_of(enum sa_log_level level)
{
    switch (level) {
    case SA_LOG_ERROR:
        return "error";
    case SA_LOG_WARNING:
        return "warning";
    case SA_LOG_INFO:
        return "info";
    case SA_LOG_DEBUG:
        return "debug";
    case SA_LOG_TRACE:
        return "trace";
    }
    return "log";
}

static void start_color(struct sa_buf *lines, enum sa_log_level level)
{
    if (atomic_load(&use_color))
        sa_buf_add_text(lines, color_of(level));
}

static void end_color(struct sa_buf *lines, enum sa_log_level level)
{
    if (atomic_load(&use_color) && color_of(level)[0] != '\0')
        sa_buf_add_text(lines, "\033[0m");
}

/* A reader that went away (a closed pipe) is no reason to fail an audit: the rest is dropped. */
static void write_all(const char *bytes, size_t len)
{
    (void)pthread_mutex_lock(&write_lock);
    while (len > 0) {
        ssize_t written = write(STDERR_FILENO, bytes, len);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        bytes += written;
        len -= (size_t)written;
    }
    (void)pthread_mutex_unlock(&write_lock);
}

static void write_lines(const struct sa_buf *lines)
{
    static const char lost[] = "error: a log line was lost, because it was too long or memory ran "
                               "out\n";

    if (sa_buf_status(lines) < 0)
        write_all(lost, sizeof lost - 1);
    else
        write_all(lines->data, lines->len);
}

/* Formats a message; one that is too long ends in "...", after a whole character. */
static void format_message(char message[MESSAGE_MAX], const char *format, va_list args)
    SA_PRINTF(2, 0);

static void format_message(char message[MESSAGE_MAX], const char *format, va_list args)
{
    static const char ellipsis[] = "...";
    int wanted = vsnprintf(message, MESSAGE_MAX, format, args);
    size_t at = MESSAGE_MAX - sizeof ellipsis;

    if (wanted >= 0 && wanted < MESSAGE_MAX)
        return;
    if (wanted < 0)
        at = 0;
    for (int step = 0; step < 3 && at > 0 && ((unsigned char)message[at] & 0xC0) == 0x80; step++)
        at--;
    memcpy(message + at, ellipsis, sizeof ellipsis);
}

void sa_log(enum sa_log_level level, const char *target, const char *area, const char *format, ...)
{
    int errno_before = errno;
    SA_CLEANUP(sa_buf_done) struct sa_buf lines = SA_BUF_INIT(LINES_MAX);
    char message[MESSAGE_MAX];
    va_list args;

    if (!is_wanted(level))
        return;
    va_start(args, format);
    format_message(message, format, args);
    va_end(args);
    start_color(&lines, level);
    sa_text_add_visible(&lines, target);
    if (target != NULL && area != NULL)
        sa_buf_add_char(&lines, ' ');
    sa_text_add_visible(&lines, area);
    if (target != NULL || area != NULL)
        sa_buf_add_text(&lines, ": ");
    sa_text_add_visible(&lines, message);
    end_color(&lines, level);
    sa_buf_add_char(&lines, '\n');
    write_lines(&lines);
    errno = errno_before;
}

void sa_log_error(enum sa_log_level level, const char *target, const struct sa_error *err)
{
    int errno_before = errno;
    SA_CLEANUP(sa_buf_done) struct sa_buf lines = SA_BUF_INIT(LINES_MAX);

    if (err == NULL || !is_wanted(level))
        return;
    start_color(&lines, level);
    /* The status as a stable id: docs/internals/errors.md lists them. */
    sa_buf_addf(&lines, "%s SA-E%d: ", word_of(level), -err->status);
    if (target != NULL) {
        sa_text_add_visible(&lines, target);
        sa_buf_add_text(&lines, ": ");
    }
    if (err->place[0] != '\0') {
        sa_text_add_visible(&lines, err->place);
        sa_buf_add_text(&lines, ": ");
    }
    sa_text_add_visible(&lines, err->message);
    end_color(&lines, level);
    sa_buf_add_char(&lines, '\n');
    if (err->domain != SA_DOMAIN_NONE)
        sa_buf_addf(&lines, "  code: %s %lld\n", sa_domain_name(err->domain), err->code);
    if (err->hint[0] != '\0') {
        sa_buf_add_text(&lines, "  try: ");
        sa_text_add_visible(&lines, err->hint);
        sa_buf_add_char(&lines, '\n');
    }
    write_lines(&lines);
    errno = errno_before;
}
