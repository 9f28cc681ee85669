/* SPDX-License-Identifier: Apache-2.0 */
/* PowerShell in memory, in place of sa_psrp_open(), sa_psrp_run(), sa_psrp_close() and sa_psrp_info()
 * (-Wl,--wrap=...): each source that is asked tells what was put into it. Below it the server of
 * host_fake.h, which knows nothing and so says nothing. */
#ifndef SYNCAUDIT_TESTS_ENGINE_FAKE_H
#define SYNCAUDIT_TESTS_ENGINE_FAKE_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/psrp.h"

#include "host_fake.h"

int engine_fake_setup(void **state);
int engine_fake_teardown(void **state);

/** Adds a record: "scheduler|Staging=!true|History=#604800|NextPolicy=Delta|Customized"; '!' a flag, '#' a number, '%'
 *  a floating number, no '=': null. Values may hold '=' and "\\|". */
void say(const char *source, const char *record);
/** Text of any length for a member of the last record that was said. */
void say_text(const char *source, const char *member, const char *value);
/** Forgets what the source was told to say. */
void unsay(const char *source);
/** A typical sync server: every source has something to say. */
void say_all(void);

enum how {
    ENDS,      /**< `end` with the right count */
    MISCOUNTS, /**< `end` with one more */
    STOPS,     /**< no `end`; the pipeline completes here */
    HANGS,     /**< silence: SA_E_TIMEOUT */
    BREAKS,    /**< the pipeline fails, with the reason of the last break_with() */
    LOSES,     /**< the connection: SA_E_NETWORK */
    SKIPS,     /**< says nothing at all, neither `begin` */
    REPEATS,   /**< begins twice */
    ALIEN,     /**< ends another source */
};
void ends(const char *source, enum how how);
/** The source fails by a record `problem`. */
void fails(const char *source, const char *id, const char *exception, const char *message,
           int category);
void break_with(const char *id, const char *message);
/** Before the first source of each pipeline. */
void say_before(const char *record);
/** sa_psrp_open() fails so. */
void cannot_open(int status, const char *message);
/** Called before a source is told. */
extern void (*before_source)(const char *source);

size_t pipelines(void);
/** Names that the nth pipeline was asked for, joined by ','. */
const char *asked(size_t n);
bool is_closed(void);
const struct sa_psrp_options *opened_with(void);
int32_t argument(const char *name);
#endif
