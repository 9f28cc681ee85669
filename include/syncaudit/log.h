/* SPDX-License-Identifier: Apache-2.0 */
/* Messages for the person who runs the program, on standard error. Standard output belongs to
 * results. Modules below `run` log at debug only. Control characters are made visible. */
#ifndef SYNCAUDIT_LOG_H
#define SYNCAUDIT_LOG_H
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"

enum sa_log_level { SA_LOG_ERROR, SA_LOG_WARNING, SA_LOG_INFO, SA_LOG_DEBUG, SA_LOG_TRACE };

/** Set once before threads start. Default: SA_LOG_WARNING. */
void sa_log_set_level(enum sa_log_level level);
enum sa_log_level sa_log_get_level(void);
/** Colours on or off; decided by the command line. Default: off. */
void sa_log_set_color(int on);

/** One line "target area: text". `target` and `area` may be NULL. Whole lines from any thread. */
void sa_log(enum sa_log_level level, const char *target, const char *area, const char *format, ...)
    SA_PRINTF(4, 5);

/** An error as up to three lines: "error: place: message", "  code: ...", "  try: hint". */
void sa_log_error(enum sa_log_level level, const char *target, const struct sa_error *err);
#endif
