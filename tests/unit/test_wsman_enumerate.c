/* SPDX-License-Identifier: Apache-2.0 */
/* Enumerations: contexts, ends, refusals, and what is asked again. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/limits.h"

#include "support/test.h"
#include "wsman_script.h"

#define URI              "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/*"
#define WQL              "SELECT Name FROM Win32_Service"

#define ITEM(n)          "<p:Win32_Service xmlns:p='urn:p'><p:Name>" n "</p:Name></p:Win32_Service>"
#define CONTEXT(ctx)     "<n:EnumerationContext>" ctx "</n:EnumerationContext>"

#define OPERATIONS_QUOTA SCRIPT_FAULT("2150859174")
#define SHELLS_QUOTA     SCRIPT_FAULT("2150859173")
#define LOST             SCRIPT_FAULT("2150858779")
#define TOO_LARGE        SCRIPT_FAULT("2150858824")
#define NO_DATA          SCRIPT_FAULT("2150858793")

struct items {
    size_t count, restarts;
    size_t stop_at; /**< 0: never */
};

static int take(void *payload, const struct _xmlNode *item, struct sa_error *err)
{
    struct items *items = payload;

    (void)item;
    if (++items->count == items->stop_at)
        return sa_fail(err, SA_E_NOMEM, SA_DOMAIN_NONE, 0, "enough");
    return 0;
}

static void restart(void *payload)
{
    struct items *items = payload;

    items->restarts++;
    items->count = 0;
}

static int run_with(struct script *script, struct items *items, int64_t deadline_ms,
                    const atomic_bool *cancelled, struct sa_error *err)
{
    struct sa_wsman *session = script_open(script, deadline_ms, cancelled);
    int r = sa_wsman_enumerate(session, URI, WQL, take, restart, items, err);

    sa_wsman_close(session);
    return r;
}

static int run(struct script *script, struct items *items, struct sa_error *err)
{
    return run_with(script, items, 0, NULL, err);
}

#define SCRIPT(array)                              \
    {                                              \
        .steps = (array), .count = SA_COUNT(array) \
    }

static void test_contexts_and_namespaces(void **state)
{
    static const struct script_step steps[] = {
        {"<w:OptimizeEnumeration/>", 0, 0,                SCRIPT_FIRST("uuid:A", ITEM("1")), 0},
        {CONTEXT("uuid:A"),                          0,           0, SCRIPT_NEXT("uuid:B",           ITEM("2") ITEM("3")), 0},
        {CONTEXT("uuid:B"),                         0,                          0,                          SCRIPT_NEXT("uuid:C&amp;&lt;",                      ""),      0},
        {CONTEXT("uuid:C&amp;&lt;"),                       0,                       0,                                       SCRIPT_LAST(ITEM("4")),              0},
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 4);
    assert_int_equal(script.next, 4);
    assert_int_equal(script.watched, 4);
    assert_string_equal(script.last.operation, "Pull");
    assert_int_equal(script.last.items, 1);
    assert_non_null(strstr(script.requests[0], "<w:Filter Dialect=\"http://schemas.microsoft.com/"
                                               "wbem/wsman/1/WQL\">" WQL "</w:Filter>"));
    assert_non_null(
        strstr(script.requests[0], "<w:MaxEnvelopeSize s:mustUnderstand=\"true\">512000"));
    /* A lost Pull has taken items with it; a lost Enumerate has not. */
    assert_true(script.calls[0].repeatable);
    assert_false(script.calls[1].repeatable);
    script_done(&script);
}

static void test_all_at_once_and_nothing(void **state)
{
    static const struct script_step once[] = {
        {NULL, 0, 0, SCRIPT_ONLY(ITEM("1") ITEM("2")), 0}
    };
    static const struct script_step none[] = {
        {NULL, 0, 0,
         SCRIPT_ANSWER("<n:EnumerateResponse><n:EnumerationContext/><w:EndOfSequence/>"
                       "</n:EnumerateResponse>"),
         0}
    };
    struct script script = SCRIPT(once);
    struct script empty = SCRIPT(none);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    items.count = 0;
    assert_int_equal(run(&empty, &items, &err), 0);
    assert_int_equal(items.count, 0);
    assert_int_equal(script.next + empty.next, 2);
    script_done(&script);
    script_done(&empty);
}

/* <w:Item> with an object and a reference, in either order. */
static void test_wrapped_items(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0,
         SCRIPT_ONLY("<w:Item><a:EndpointReference/>" ITEM("1") "</w:Item><w:Item>" ITEM(
             "2") "<a:EndpointReference/></w:Item><w:XmlFragment><Name>3</Name></w:XmlFragment>"),
         0}
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 3);
    script_done(&script);
}

static void test_lost_context_restarts_once(void **state)
{
    static const struct script_step steps[] = {
        {"Enumerate>", 0, 0,           SCRIPT_FIRST("A", ITEM("1")), 0},
        {CONTEXT("A"),            0,  500, LOST,             0                  },
        {"Enumerate>",            0,  0, SCRIPT_FIRST("B",               ITEM("1")),0},
        {CONTEXT("B"),           0,            0,            SCRIPT_LAST(ITEM("2")),                 0                        },
    };
    static const struct script_step twice[] = {
        {"Enumerate>", 0, 0,           SCRIPT_FIRST("A", ITEM("1")),   0},
        {CONTEXT("A"),            0,  500, LOST,             0                    },
        {"Enumerate>",            0,  0, SCRIPT_FIRST("B",               ITEM("1")),0},
        {CONTEXT("B"),           0,            500,            LOST,                 0                        },
        {"Release>",           0,            500,              LOST,   0},
    };
    struct script script = SCRIPT(steps);
    struct script again = SCRIPT(twice);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(items.restarts, 1);
    assert_int_equal(run(&again, &items, &err), SA_E_REMOTE);
    assert_int_equal(err.domain, SA_DOMAIN_WSMAN);
    assert_int_equal(err.code, 2150858779);
    script_done(&script);
    script_done(&again);
}

/* What a Pull brought may be lost with its connection: the enumeration begins again, once. */
static void test_lost_pull_restarts_once(void **state)
{
    static const struct script_step steps[] = {
        {"Enumerate>", 0, 0,                      SCRIPT_FIRST("A", ITEM("1")), 0},
        {CONTEXT("A"),            SA_E_NETWORK,  0, "",               0                      },
        {"Enumerate>",            0,  0,            SCRIPT_FIRST("B",                          ITEM("1")),0},
        {CONTEXT("B"),           0,            0,                       SCRIPT_LAST(ITEM("2")),                            0                                       },
    };
    static const struct script_step twice[] = {
        {"Enumerate>", 0, 0,                      SCRIPT_FIRST("A", ITEM("1")), 0},
        {CONTEXT("A"),            SA_E_NETWORK,  0, "",               0                      },
        {"Enumerate>",            0,  0,            SCRIPT_FIRST("B",                          ITEM("1")),0},
        {CONTEXT("B"),           SA_E_NETWORK,            0,                       "",                 0                            },
    };
    struct script script = SCRIPT(steps);
    struct script again = SCRIPT(twice);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(items.restarts, 1);
    assert_int_equal(run(&again, &items, &err), SA_E_NETWORK);
    assert_int_equal(again.next, 4);
    script_done(&script);
    script_done(&again);
}

/* Elements of another name space that is called Items hide nothing from the bounds. */
static void test_only_items_count(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0,
         SCRIPT_ANSWER("<n:EnumerateResponse><q:Items xmlns:q='u'/><w:Items>" ITEM("1")
                           ITEM("2") "</w:Items><w:EndOfSequence/></n:EnumerateResponse>"),
         0},
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(script.last.items, 2);
    script_done(&script);
}

static void test_too_large(void **state)
{
    static const struct script_step steps[] = {
        {"<w:MaxElements>32000<", 0, 0,                      SCRIPT_FIRST("A", ITEM("1")),                     0},
        {"<n:MaxElements>32000<",                       0,  500, TOO_LARGE,             0                                 },
        {"Release>",                       0,               0,              SCRIPT_ANSWER(""),               0},
        {"<w:MaxElements>20<",                       0,     500,    TOO_LARGE,             0                                                 },
        {"<w:MaxElements>1<",                       0,      500,     TOO_LARGE,             0},
        {">4194304<",                       0,              0,             SCRIPT_ONLY(ITEM("1") ITEM("2")),               0                    },
    };
    static const struct script_step never[] = {
        {NULL,       0, 500, TOO_LARGE, 0},
        {NULL,       0, 500, TOO_LARGE, 0},
        {NULL,       0, 500, TOO_LARGE, 0},
        {NULL,       0, 500, TOO_LARGE, 0},
        {">153600<", 0, 500, TOO_LARGE, 0},
    };
    struct script script = SCRIPT(steps);
    struct script all = SCRIPT(never);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(script.next, 6);
    assert_int_equal(run(&all, &items, &err), SA_E_LIMIT);
    assert_int_equal(err.code, 2150858824);
    assert_true(err.hint[0] != '\0');
    script_done(&script);
    script_done(&all);
}

/* "Nothing yet" to a Pull: asked again, but not for ever. */
static void test_slow_pull(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0,        0,    SCRIPT_FIRST("A", ITEM("1")), 0},
        {CONTEXT("A"),    0, 500, NO_DATA,              20000                },
        {CONTEXT("A"),    0, 500, NO_DATA,              1},
        {CONTEXT("A"),    0, 0, SCRIPT_LAST(ITEM("2")),                0   },
    };
    static const struct script_step never[] = {
        {NULL, 0, 0,   SCRIPT_FIRST("A", ITEM("1")), 0},
        {NULL,    0,  500, NO_DATA,             20000               },
    };
    struct script script = SCRIPT(steps);
    struct script endless = SCRIPT(never);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(script_waits, 1); /* after the one that came at once */
    endless.endless = true;
    assert_int_equal(run(&endless, &items, &err), SA_E_TIMEOUT);
    assert_true(endless.next < 12);
    script_done(&script);
    script_done(&endless);
}

static void test_endless(void **state)
{
    static const struct script_step same[] = {
        {NULL, 0,   0,    SCRIPT_FIRST("A", ITEM("1")), 0},
        {"Pull>",    0, 0, SCRIPT_NEXT("A",                ""),           0},
        {"Release>",   0,      0, SCRIPT_ANSWER(""),              0       },
    };
    static const struct script_step no_context[] = {
        {NULL, 0, 0, SCRIPT_ANSWER("<n:EnumerateResponse/>"), 0},
    };
    struct script script = SCRIPT(same);
    struct script none = SCRIPT(no_context);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "does not advance"));
    assert_int_equal(run(&none, &items, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "neither an end nor a context"));
    script_done(&script);
    script_done(&none);
}

static void test_endless_with_items(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 0, SCRIPT_FIRST("A", ITEM("1")), 0  },
        {NULL, 0, 0, SCRIPT_NEXT("A",  ITEM("1")), 400},
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    script.endless = true;
    /* A deadline ends it long before the bound on answers does. */
    assert_int_equal(run_with(&script, &items, script_clock_ms + 60000, NULL, &err), SA_E_TIMEOUT);
    assert_true(script.next < 160);
    script_done(&script);
}

static void test_caller_stops(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0,      0,    SCRIPT_FIRST("A", ITEM("1") ITEM("2")), 0},
        {"Release>",    0, 0, SCRIPT_ANSWER(""),                0                  },
    };
    static const struct script_step lost[] = {
        {NULL, 0,        0,               SCRIPT_FIRST("A", ITEM("1") ITEM("2")), 0},
        {"Pull>",    SA_E_NETWORK,      0,      "",                0                            },
        {"Enumerate>",    SA_E_NETWORK, 0, "",                0     },
    };
    struct script script = SCRIPT(steps);
    struct script dead = SCRIPT(lost);
    struct items items = {.stop_at = 2};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), SA_E_NOMEM);
    assert_int_equal(script.next, 2);
    assert_true(script.calls[1].closing);
    assert_non_null(strstr(script.requests[1], CONTEXT("A")));
    items = (struct items){0};
    /* Nobody is told when there is no connection. */
    assert_int_equal(run(&dead, &items, &err), SA_E_NETWORK);
    assert_int_equal(dead.next, 3);
    script_done(&script);
    script_done(&dead);
}

static void test_quota_then_success(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0,        500,  OPERATIONS_QUOTA,    0         },
        {NULL, 0,        503,  "<html>busy</html>", 0         },
        {NULL, 0,        503,  "",                  0         },
        {NULL, 0,        0,    SCRIPT_FIRST("A",    ITEM("1")), 0},
        {CONTEXT("A"),    0, 500, OPERATIONS_QUOTA,                 0          },
        {CONTEXT("A"),    0, 0, SCRIPT_LAST(ITEM("2")),                   0},
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&script, &items, &err), 0);
    assert_int_equal(items.count, 2);
    assert_int_equal(script_asked(&script, "Enumerate"), 4);
    assert_true(script_waits > 0);
    assert_true(script_waited_ms >= 400 && script_waited_ms <= 8400);
    script_done(&script);
}

static void test_quota_for_ever(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 500, SHELLS_QUOTA, 0}
    };
    static const struct script_step busy[] = {
        {NULL, 0, 503, "", 0}
    };
    struct script script = SCRIPT(steps);
    struct script http = SCRIPT(busy);
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    script.endless = true;
    http.endless = true;
    assert_int_equal(run(&script, &items, &err), SA_E_LIMIT);
    assert_int_equal(script.next, SA_LIMIT_WSMAN_TRIES);
    assert_int_equal(err.code, 2150859173);
    assert_int_equal(run(&http, &items, &err), SA_E_REMOTE);
    assert_int_equal(http.next, SA_LIMIT_WSMAN_TRIES);
    assert_int_equal(err.domain, SA_DOMAIN_HTTP);
    assert_int_equal(err.code, 503);
    script_done(&script);
    script_done(&http);
}

static void test_deadline_in_back_off(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 500, OPERATIONS_QUOTA, 0}
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};
    int64_t began = script_clock_ms;

    (void)state;
    script.endless = true;
    assert_int_equal(run_with(&script, &items, began + 3000, NULL, &err), SA_E_LIMIT);
    assert_true(script_clock_ms <= began + 3000);
    assert_true(script.next >= 2);
    script_done(&script);
}

static void test_cancelled(void **state)
{
    static const struct script_step steps[] = {
        {NULL, 0, 500, OPERATIONS_QUOTA, 0}
    };
    struct script script = SCRIPT(steps);
    struct items items = {0};
    struct sa_error err = {0};
    atomic_bool cancelled = true;

    (void)state;
    assert_int_equal(run_with(&script, &items, 0, &cancelled, &err), SA_E_CANCELLED);
    assert_int_equal(script.next, 0);
    assert_int_equal(run_with(&script, &items, script_clock_ms, NULL, &err), SA_E_TIMEOUT);
    assert_int_equal(script.next, 0);
    script_done(&script);
}

/* Codes that end it at once, and the status each of them is. */
static void test_given_up(void **state)
{
    static const struct {
        struct script_step step;
        int status;
    } cases[] = {
        {{NULL, 0, 500, SCRIPT_FAULT("5"), 0},          SA_E_DENIED   },
        {{NULL, 0, 500, SCRIPT_FAULT("1326"), 0},       SA_E_AUTH     },
        {{NULL, 0, 500, SCRIPT_FAULT("1311"), 0},       SA_E_AUTH     },
        {{NULL, 0, 500, SCRIPT_FAULT("1909"), 0},       SA_E_AUTH     },
        {{NULL, 0, 500, SCRIPT_FAULT("2147942405"), 0}, SA_E_DENIED   }, /* 0x80070005 */
        {{NULL, 0, 500, SCRIPT_FAULT("2147749891"), 0}, SA_E_DENIED   }, /* WBEM_E_ACCESS_DENIED */
        {{NULL, 0, 500, SCRIPT_FAULT("2150858778"), 0}, SA_E_NOT_FOUND},
        {{NULL, 0, 500, SCRIPT_FAULT("2150858754"), 0}, SA_E_NOT_FOUND},
        {{NULL, 0, 500, SCRIPT_FAULT("2150858811"), 0}, SA_E_NOT_FOUND},
        {{NULL, 0, 500, SCRIPT_FAULT("2150858752"), 0}, SA_E_NOT_FOUND},
        {{NULL, 0, 500, SCRIPT_FAULT("2150859180"), 0}, SA_E_DENIED   },
        {{NULL, 0, 500, SCRIPT_FAULT("87"), 0},         SA_E_REMOTE   },
        {{NULL, 0, 500, SCRIPT_FAULT("4711"), 0},       SA_E_REMOTE   },
        {{NULL, 0, 200, SCRIPT_FAULT("5"), 0},          SA_E_DENIED   },
        {{NULL, 0, 500, NO_DATA, 0},                    SA_E_TIMEOUT  },
        {{NULL, 0, 500, "", 0},                         SA_E_REMOTE   },
        {{NULL, 0, 401, "<html/>", 0},                  SA_E_AUTH     },
        {{NULL, 0, 403, "", 0},                         SA_E_DENIED   },
        {{NULL, 0, 404, "not here", 0},                 SA_E_PROTOCOL },
        {{NULL, 0, 302, "", 0},                         SA_E_PROTOCOL },
        {{NULL, 0, 200, "", 0},                         SA_E_PROTOCOL },
        {{NULL, 0, 200, "<html/>", 0},                  SA_E_PROTOCOL },
        {{NULL, 0, 200, SCRIPT_LAST(""), 0},            SA_E_PROTOCOL },
        {{NULL, SA_E_NETWORK, 0, "", 0},                SA_E_NETWORK  },
        {{NULL, SA_E_AUTH, 0, "", 0},                   SA_E_AUTH     },
    };

    (void)state;
    for (size_t i = 0; i < SA_COUNT(cases); i++) {
        struct script script = {.steps = &cases[i].step, .count = 1};
        struct items items = {0};
        struct sa_error err = {0};
        int r = run(&script, &items, &err);

        if (r != cases[i].status)
            printf("case %zu: %d %s\n", i, r, err.message);
        assert_int_equal(r, cases[i].status);
        assert_int_equal(err.status, cases[i].status);
        assert_int_equal(script.next, 1);
        assert_int_equal(script_waits, 0);
        script_done(&script);
    }
}

static void test_relates_to(void **state)
{
    static const struct script_step other[] = {
        {NULL, 0, 0,
         "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "
         "xmlns:a='http://schemas.xmlsoap.org/ws/2004/08/addressing' "
         "xmlns:n='http://schemas.xmlsoap.org/ws/2004/09/enumeration'><s:Header><a:RelatesTo>uuid:"
         "00000000-0000-0000-0000-000000000000</a:RelatesTo></s:Header><s:Body>"
         "<n:EnumerateResponse><n:EndOfSequence/></n:EnumerateResponse></s:Body></s:Envelope>", 0}
    };
    static const struct script_step missing[] = {
        {NULL, 0, 0,
         "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' "
         "xmlns:n='http://schemas.xmlsoap.org/ws/2004/09/enumeration'><s:Header/><s:Body>"
         "<n:EnumerateResponse><n:EndOfSequence/></n:EnumerateResponse></s:Body></s:Envelope>", 0}
    };
    static const struct script_step fault[] = {
        {NULL, 0, 500,
         "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><s:Fault><s:Code>"
         "<s:Value>s:Sender</s:Value><s:Subcode><s:Value>w:AccessDenied</s:Value></s:Subcode>"
         "</s:Code></s:Fault></s:Body></s:Envelope>", 0}
    };
    struct script scripts[] = {SCRIPT(other), SCRIPT(missing), SCRIPT(fault)};
    struct items items = {0};
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(run(&scripts[0], &items, &err), SA_E_PROTOCOL);
    assert_non_null(strstr(err.message, "another request"));
    assert_int_equal(run(&scripts[1], &items, &err), SA_E_PROTOCOL);
    /* Faults may come from where nobody knew the request. */
    assert_int_equal(run(&scripts[2], &items, &err), SA_E_DENIED);
    for (size_t i = 0; i < SA_COUNT(scripts); i++)
        script_done(&scripts[i]);
}

/* A server that always has more: `part` again and again, each time with another context. */
struct flood {
    const char *part;
    size_t times; /**< of the part in one answer */
    size_t asked;
};

static int flood_exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                          long *ret_status, bool *ret_sent, struct sa_error *err)
{
    static const char head[] = SCRIPT_HEAD;
    struct flood *flood = transport;
    const char *id = strstr(call->body, "<a:MessageID>") + strlen("<a:MessageID>");
    const char *name =
        strstr(call->body, "n:Enumerate>") != NULL ? "EnumerateResponse" : "PullResponse";

    (void)err;
    *ret_status = 200;
    *ret_sent = true;
    flood->asked++;
    sa_buf_clear(reply);
    sa_buf_add(reply, head, (size_t)(strstr(head, "@ID@") - head));
    sa_buf_add(reply, id, strcspn(id, "<"));
    sa_buf_addf(reply,
                "</a:RelatesTo></s:Header><s:Body><n:%s><n:EnumerationContext>%zu</"
                "n:EnumerationContext><n:Items>",
                name, flood->asked);
    for (size_t i = 0; i < flood->times; i++)
        sa_buf_add_text(reply, flood->part);
    sa_buf_addf(reply, "</n:Items></n:%s>%s", name, SCRIPT_TAIL);
    return sa_buf_status(reply);
}

static void check_flood(struct flood flood, const char *says)
{
    const struct sa_wsman_options options = {
        .to = "http://h/wsman", .exchange = flood_exchange, .transport = &flood};
    struct sa_wsman *session = NULL;
    struct items items = {0};
    struct sa_error err = {0};

    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    if (sa_wsman_enumerate(session, URI, WQL, take, restart, &items, &err) != SA_E_LIMIT)
        fail_msg("%s", err.message);
    assert_non_null(strstr(err.message, says));
    sa_wsman_close(session);
}

static void test_bounds(void **state)
{
    char *text = calloc(1, 4 * SA_MIB + 8);

    (void)state;
    assert_non_null(text);
    check_flood((struct flood){"<x/>", 30000, 0}, "items");
    check_flood((struct flood){"", 0, 0}, "answers");
    memset(text, 'a', 4 * SA_MIB + 7);
    memcpy(text, "<x>", 3);
    memcpy(text + 4 * SA_MIB + 3, "</x>", 4);
    check_flood((struct flood){text, 8, 0}, "bytes");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contexts_and_namespaces),
        cmocka_unit_test(test_all_at_once_and_nothing),
        cmocka_unit_test(test_wrapped_items),
        cmocka_unit_test(test_lost_context_restarts_once),
        cmocka_unit_test(test_lost_pull_restarts_once),
        cmocka_unit_test(test_only_items_count),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_slow_pull),
        cmocka_unit_test(test_endless),
        cmocka_unit_test(test_endless_with_items),
        cmocka_unit_test(test_caller_stops),
        cmocka_unit_test(test_quota_then_success),
        cmocka_unit_test(test_quota_for_ever),
        cmocka_unit_test(test_deadline_in_back_off),
        cmocka_unit_test(test_cancelled),
        cmocka_unit_test(test_given_up),
        cmocka_unit_test(test_relates_to),
        cmocka_unit_test(test_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
