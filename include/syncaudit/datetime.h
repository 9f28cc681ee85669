/* SPDX-License-Identifier: Apache-2.0 */
/* Points in time as text: UTC, ISO 8601, second resolution ("2026-11-22T14:53:16Z"). */
#ifndef SYNCAUDIT_DATETIME_H
#define SYNCAUDIT_DATETIME_H
#include <stdint.h>

#include "syncaudit/compiler.h"

#define SA_TIME_TEXT_SIZE 24 /**< "2026-11-22T14:53:16Z" and its NUL, with room */

/** Seconds since 1970 to text. Years 0..9999; outside that the result is "". */
void sa_time_format(int64_t seconds, char text[SA_TIME_TEXT_SIZE]);
/** Now. SOURCE_DATE_EPOCH is honoured so that a run can be repeated to the byte. */
int64_t sa_time_now(void);
/** Milliseconds of a clock that never jumps, for durations. */
int64_t sa_time_monotonic_ms(void);

/** Reads "2026-11-22", "2026-11-22T14:53:16Z", "2016-05-03 14:28:09.784" (taken as UTC: exports
 *  carry no zone) and "Tue, 03 May 2016 14:39:16 GMT" (RFC 1123). Every field is range-checked.
 *  SA_E_INPUT otherwise. */
int sa_time_parse(const char *text, int64_t *ret_seconds) SA_NODISCARD;

/** .NET TimeSpan "[d.]hh:mm:ss" to seconds ("7.00:00:00", "00:30:00"). SA_E_INPUT otherwise. */
int sa_duration_parse(const char *text, int64_t *ret_seconds) SA_NODISCARD;
#endif
