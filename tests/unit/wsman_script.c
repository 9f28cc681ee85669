/* SPDX-License-Identifier: Apache-2.0 */
#include "wsman_script.h"

#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"

#include "support/test.h"

int64_t script_clock_ms = 1000000;
int64_t script_waited_ms;
unsigned script_waits;

int64_t __wrap_sa_time_monotonic_ms(void);
int64_t __wrap_sa_time_monotonic_ms(void)
{
    return script_clock_ms;
}

void __wrap_wsman_pause(unsigned ms);
void __wrap_wsman_pause(unsigned ms)
{
    script_clock_ms += ms;
    script_waited_ms += ms;
    script_waits++;
}

static void add_with_id(struct sa_buf *reply, const char *body, const char *request)
{
    static const char mark[] = "<a:MessageID>";
    const char *id = strstr(request, mark);
    const char *hole = strstr(body, "@ID@");

    if (hole == NULL || id == NULL) {
        sa_buf_add_text(reply, body);
        return;
    }
    id += sizeof mark - 1;
    sa_buf_add(reply, body, (size_t)(hole - body));
    sa_buf_add(reply, id, strcspn(id, "<"));
    sa_buf_add_text(reply, hole + 4);
}

int script_exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    struct script *script = transport;
    size_t n = script->next;
    const struct script_step *step = NULL;

    assert_true(n < SCRIPT_MAX);
    if (n >= script->count && !script->endless) {
        printf("a request too many: %s\n", call->body);
        fail();
    }
    step = &script->steps[n < script->count ? n : script->count - 1];
    script->requests[n] = strdup(call->body);
    script->calls[n] = *call;
    script->next++;
    if (step->expect != NULL && strstr(call->body, step->expect) == NULL) {
        printf("request %zu is without '%s': %s\n", n, step->expect, call->body);
        fail();
    }
    script_clock_ms += step->takes_ms;
    *ret_sent = step->http != SCRIPT_UNSENT;
    *ret_status = step->http != 0 ? step->http : 200;
    sa_buf_clear(reply);
    if (step->status < 0)
        return sa_fail(err, step->status, SA_DOMAIN_NONE, 0, "scripted failure");
    add_with_id(reply, step->body, call->body);
    return 0;
}

void script_watch(void *payload, const struct sa_wsman_event *event)
{
    struct script *script = payload;

    script->watched++;
    script->last = *event;
}

void script_done(struct script *script)
{
    for (size_t i = 0; i < SCRIPT_MAX; i++) {
        free(script->requests[i]);
        script->requests[i] = NULL;
    }
}

struct sa_wsman *script_open(struct script *script, int64_t deadline_ms,
                             const atomic_bool *cancelled)
{
    struct sa_wsman *session = NULL;
    const struct sa_wsman_options options = {
        .to = "http://host.example:5985/wsman",
        .exchange = script_exchange,
        .transport = script,
        .deadline_ms = deadline_ms,
        .cancelled = cancelled,
        .watch = script_watch,
        .payload = script,
    };
    struct sa_error err = {0};

    script_waited_ms = 0;
    script_waits = 0;
    assert_int_equal(sa_wsman_open(&options, &session, &err), 0);
    return session;
}

size_t script_asked(const struct script *script, const char *action)
{
    char text[64];
    size_t count = 0;

    (void)snprintf(text, sizeof text, "/%s</a:Action>", action);
    for (size_t i = 0; i < script->next; i++)
        count += strstr(script->requests[i], text) != NULL;
    return count;
}
