/* SPDX-License-Identifier: Apache-2.0 */
/* A Windows server in memory, behind the exchange function of a WS-Man session: it reads envelopes and
 * answers with envelopes, as recorded servers do (the first reply to an enumeration holds one item; where
 * there is but one, it also holds the end). The registry part of the collector is replaced
 * (-Wl,--wrap=host_collect_registry) by the text of `reg query`. All answers are written by hand. */
#ifndef SYNCAUDIT_TESTS_HOST_FAKE_H
#define SYNCAUDIT_TESTS_HOST_FAKE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/error.h"
#include "syncaudit/host.h"

#include "support/test.h"

int host_fake_setup(void **state);
int host_fake_teardown(void **state);

/** An instance: "Name=ADSync|State=Running|PathName" (no '=': null). A property that comes twice is an
 *  array. A value that begins with '@' is a datetime, with '&' a reference "Class,Domain,Name", with '<'
 *  XML. Answers questions for `asked` and Gets of it; `actual` is its own class. */
void put(const char *ns, const char *asked, const char *actual, const char *properties);
#define PUT(class_name, properties) put("root/cimv2", class_name, class_name, properties)
/** Forgets the instances of a class: then it exists and is empty. */
void clear(const char *class_name);
/** The class is not there. */
void absent(const char *class_name);
/** Questions for the class end so: a WS-Man fault's code, or a negative status of the transport. */
void fail_class(const char *class_name, long long how);
/** Only the next one. */
void fail_class_once(const char *class_name, long long how);
/** From the nth exchange on (1: the first) everything ends so. */
void fail_from(size_t exchange, int status);
/** Text of `reg query /s` below HKEY_LOCAL_MACHINE; NULL: the registry cannot be read. */
void registry(const char *text);
/** That key of the shares or logs was not read, unless it is in the text. */
void unread(const char *key);
/** The typical server: English, member of a domain, with the product. */
void typical(void);

/** Collects. `*problem()` afterwards. */
int collect(void);
/** The same by sa_collect_host(), for a test that stands in for HTTP. */
int collect_by_http(void);
extern const struct sa_http_info host_fake_info;
sa_wsman_exchange_fn host_fake_exchange;
const struct sa_error *problem(void);
struct sa_host_request *request(void);
size_t exchanges(void);
size_t exchanges_for(const char *class_name);

/** One number, or one text, out of the snapshot; -1 for NULL. */
int64_t number(const char *sql);
struct sa_snapshot *host_fake_snapshot(void);
const char *text(const char *sql); /* valid until the next call */
/** Coverage status of a source. */
const char *status(const char *source);
/** Does evidence of the source hold the text? */
bool evidence_holds(const char *source, const char *part);
#endif
