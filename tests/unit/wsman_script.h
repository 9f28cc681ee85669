/* SPDX-License-Identifier: Apache-2.0 */
/* A server of WS-Man out of a list of answers. Bodies may hold "@ID@", which becomes the MessageID of
 * the request; requests are kept. Time stands still but for waits, which cost none. Tests link
 * with --wrap for wsman_pause and sa_time_monotonic_ms. */
#ifndef SYNCAUDIT_TESTS_WSMAN_SCRIPT_H
#define SYNCAUDIT_TESTS_WSMAN_SCRIPT_H
#include <stdbool.h>
#include <stddef.h>

#include "syncaudit/wsman.h"

#define SCRIPT_MAX    256

#define SCRIPT_UNSENT (-1)

struct script_step {
    const char *expect; /**< that the request holds; NULL: anything */
    int status;         /**< 0, or what the transport returns */
    long http;          /**< 0: 200; SCRIPT_UNSENT: the request never left */
    const char *body;
    unsigned takes_ms; /**< how far the clock moves */
};

struct script {
    const struct script_step *steps;
    size_t count, next;
    bool endless; /**< the last step is repeated */
    char *requests[SCRIPT_MAX];
    struct sa_wsman_call calls[SCRIPT_MAX]; /**< bodies are in `requests` */
    size_t watched;
    struct sa_wsman_event last;
};

extern int64_t script_clock_ms;
extern int64_t script_waited_ms;
extern unsigned script_waits;

sa_wsman_exchange_fn script_exchange;
sa_wsman_watch_fn script_watch;
void script_done(struct script *script);

/** A session on the script. Fails the test when it cannot be made. */
struct sa_wsman *script_open(struct script *script, int64_t deadline_ms,
                             const atomic_bool *cancelled);
/** How many requests had this action ("Enumerate", "Delete"). */
size_t script_asked(const struct script *script, const char *action);

#define SCRIPT_HEAD                                                      \
    "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "     \
    "xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing' "        \
    "xmlns:w='http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd' "          \
    "xmlns:n='http://schemas.xmlsoap.org/ws/2004/09/enumeration' "       \
    "xmlns:x='http://schemas.xmlsoap.org/ws/2004/09/transfer' "          \
    "xmlns:r='http://schemas.microsoft.com/wbem/wsman/1/windows/shell' " \
    "xmlns:f='http://schemas.microsoft.com/wbem/wsman/1/wsmanfault' "    \
    "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"             \
    "<s:Header><a:RelatesTo>@ID@</a:RelatesTo></s:Header><s:Body>"
#define SCRIPT_TAIL         "</s:Body></s:Envelope>"
#define SCRIPT_ANSWER(body) SCRIPT_HEAD body SCRIPT_TAIL
#define SCRIPT_FAULT(code)                                                              \
    SCRIPT_HEAD "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:X" \
                "</s:Value></s:Subcode></s:Code><s:Reason><s:Text>words</s:Text>"       \
                "</s:Reason><s:Detail><f:WSManFault Code='" code "' Machine='m'>"       \
                "<f:Message>words of the server.</f:Message></f:WSManFault></s:Detail>" \
                "</s:Fault>" SCRIPT_TAIL
#define SCRIPT_FIRST(context, items)                                    \
    SCRIPT_ANSWER("<n:EnumerateResponse><n:EnumerationContext>" context \
                  "</n:EnumerationContext><w:Items>" items "</w:Items></n:EnumerateResponse>")
#define SCRIPT_NEXT(context, items)                                \
    SCRIPT_ANSWER("<n:PullResponse><n:EnumerationContext>" context \
                  "</n:EnumerationContext><n:Items>" items "</n:Items></n:PullResponse>")
#define SCRIPT_LAST(items)                                                           \
    SCRIPT_ANSWER("<n:PullResponse><n:Items>" items "</n:Items><n:EndOfSequence/></" \
                  "n:PullResponse>")
#define SCRIPT_ONLY(items)                                                      \
    SCRIPT_ANSWER("<n:EnumerateResponse><n:EnumerationContext/><w:Items>" items \
                  "</w:Items><w:EndOfSequence/></n:EnumerateResponse>")
#endif
