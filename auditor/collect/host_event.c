/* SPDX-License-Identifier: Apache-2.0 */
/* Source event_log (Win32_NTLogEvent).
 *
 * Windows finds records by reading a log from its end to its beginning, so there is one question for all
 * logs and no other, bounded by time; what is written all day (heartbeats, batches of password hashes)
 * counts only for two days. The message is not asked for: it is localised, and the insertion strings say
 * the same. Records of the log Security are asked for only where the source log has seen that log:
 * Windows hides it from accounts without the right, and says nothing.
 *
 * Insertion strings are shortened, and the command lines of new services lose their arguments. More
 * records than the limit: the newest are kept and host_event_window says so. */
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "host_service.h"

#define DAY          INT64_C(86400)
#define SHORT_WINDOW (2 * DAY + 3600)
#define INSERT_MAX   1024
#define INSERTS_MAX  (16 * SA_KIB)
#define DMTF_SIZE    26

/* Which records ------------------------------------------------------------------------------------ */

/* What checks name, and every error of the sync engine. %s: the short window's beginning. */
static const char application[] =
    "(Logfile='Application' AND ("
    "(SourceName='ADSync' AND (EventType=1 OR EventType=2 OR EventCode=2001 OR EventCode=2002 OR "
    "EventCode=6051 OR EventCode=6201 OR EventCode=6227 OR EventCode=6228 OR EventCode=6945)) OR "
    "(SourceName='Directory Synchronization' AND (EventType=1 OR EventCode=116 OR "
    "(EventCode>=201 AND EventCode<=213) OR EventCode=611 OR EventCode=667 OR EventCode=1011 OR "
    "EventCode=1012 OR EventCode=1014 OR ((EventType=2 OR (EventCode>=620 AND EventCode<=663)) "
    "AND TimeGenerated>='%s'))) OR "
    "(SourceName='PasswordResetService' AND (EventType=1 OR (EventCode>=31030 AND "
    "EventCode<=31045) OR TimeGenerated>='%s')) OR "
    "SourceName='Entra Connect Admin Actions' OR SourceName='Azure AD Connect Upgrade' OR "
    "((SourceName='ADSyncBootstrap' OR SourceName='AzureADConnectHealthAgent' OR "
    "SourceName='ADHealth-AadSync') AND EventType=1)))";

static const char system_log[] =
    "(Logfile='System' AND ("
    "(SourceName='Service Control Manager' AND (EventCode=7000 OR EventCode=7031 OR EventCode=7034 "
    "OR EventCode=7038 OR EventCode=7041 OR EventCode=7045)) OR "
    "(SourceName='Microsoft-Windows-Eventlog' AND EventCode=104) OR "
    "(SourceName='Microsoft-Windows-WindowsUpdateClient' AND EventCode=19) OR "
    "(SourceName='Microsoft-Windows-Wininit' AND EventCode=12)))";

static const char security[] =
    "(Logfile='Security' AND (EventCode=1102 OR EventCode=4720 OR EventCode=4722 OR EventCode=4732 "
    "OR EventCode=4733 OR EventCode=4738))";

/* "20261115000000.000000+000" */
static void dmtf(int64_t at, char ret[DMTF_SIZE])
{
    static const char rest[] = ".000000+000";
    char text[SA_TIME_TEXT_SIZE];
    size_t len = 0;

    sa_time_format(at, text);
    for (const char *c = text; *c != '\0' && len < 14; c++)
        if (*c >= '0' && *c <= '9')
            ret[len++] = *c;
    memcpy(ret + len, rest, sizeof rest);
}

struct event {
    const struct sa_cim_instance *item;
    int64_t at, record;
};
struct events {
    int64_t from;
    struct event *items; /* newest first */
    size_t count;
    bool is_cut;
};

static const char *question(struct host *host, const struct events *events, int64_t now)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf wql = SA_BUF_INIT(16 * SA_KIB);
    char from[DMTF_SIZE];
    char soon[DMTF_SIZE];

    dmtf(events->from, from);
    dmtf(now - SHORT_WINDOW > events->from ? now - SHORT_WINDOW : events->from, soon);
    (void)sa_buf_addf(&wql,
                      "SELECT Logfile,SourceName,EventCode,EventType,TimeGenerated,RecordNumber,"
                      "InsertionStrings FROM Win32_NTLogEvent WHERE TimeGenerated>='%s' AND (",
                      from);
    (void)sa_buf_addf(&wql, application, soon, soon);
    (void)sa_buf_addf(&wql, " OR %s", system_log);
    if (host->shows_security_log)
        (void)sa_buf_addf(&wql, " OR %s", security);
    (void)sa_buf_add_char(&wql, ')');
    if (sa_buf_status(&wql) < 0)
        (void)host_fail_room(host, NULL);
    return host_printf(host, "%s", sa_buf_text(&wql));
}

/* Insertion strings -------------------------------------------------------------------------------- */

/* 7045: a new service, whose second string is its command line. */
static bool is_command(const struct sa_cim_instance *item, size_t at)
{
    int64_t code = 0;

    return at == 1 && sa_cim_int(item, "EventCode", &code) == 0 && code == 7045;
}

static const char *shorten(struct host *host, const char *text)
{
    size_t len = strlen(text);
    size_t part = INSERT_MAX;

    if (len <= INSERT_MAX)
        return text;
    while (part > 0 && ((unsigned char)text[part] & 0xC0) == 0x80)
        part--;
    /* A password may stand behind the cut and its name before it. */
    if (host_tells_password(text))
        return host_text(host, text);
    return host_printf(host, "%.*s [shortened: %zu bytes]", (int)part, text, len);
}

/* Of a value in an array only its address tells which one it is. */
static const char *redact(struct host *host, const struct sa_cim_instance *instance,
                          const char *property, const char *text)
{
    const struct sa_cim_property *inserts = sa_cim_property(instance, "InsertionStrings");

    if (!sa_text_same(property, "InsertionStrings") || inserts == NULL)
        return text;
    for (size_t i = 0; i < inserts->count; i++)
        if (inserts->values[i].text == text && is_command(instance, i))
            return host_command(host, text);
    return shorten(host, text);
}

static void add_json(struct sa_buf *buf, const char *text)
{
    (void)sa_buf_add_char(buf, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            (void)sa_buf_add_char(buf, '\\');
        (void)sa_buf_add_char(buf, *text); /* visible: no control characters */
    }
    (void)sa_buf_add_char(buf, '"');
}

static const char *inserts_of(struct host *host, const struct sa_cim_instance *item)
{
    const struct sa_cim_property *inserts = sa_cim_property(item, "InsertionStrings");
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(4 * INSERTS_MAX);

    (void)sa_buf_add_char(&buf, '[');
    for (size_t i = 0; inserts != NULL && i < inserts->count; i++) {
        if (buf.len > INSERTS_MAX) {
            (void)sa_buf_addf(&buf, ",\"[shortened: %zu strings]\"", inserts->count);
            break;
        }
        if (i > 0)
            (void)sa_buf_add_char(&buf, ',');
        add_json(&buf,
                 host_text(host, redact(host, item, "InsertionStrings", inserts->values[i].text)));
    }
    (void)sa_buf_add_char(&buf, ']');
    if (sa_buf_status(&buf) < 0)
        (void)host_fail_room(host, NULL);
    return host_printf(host, "%s", sa_buf_text(&buf));
}

/* Gather and store --------------------------------------------------------------------------------- */

static int newest_first(const void *a, const void *b)
{
    const struct event *left = a;
    const struct event *right = b;

    if (left->at != right->at)
        return left->at > right->at ? -1 : 1;
    return left->record > right->record ? -1 : left->record < right->record;
}

static int read_events(struct host *host, const struct sa_cim_list *list, struct events *events,
                       struct sa_error *err)
{
    events->items = host_alloc(host, list->count, sizeof *events->items);
    if (events->items == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < list->count; i++) {
        struct event *event = &events->items[events->count++];
        int r = host_need_number(list->items[i], "RecordNumber", 0, INT64_MAX, &event->record, err);

        if (r == 0 && sa_cim_time(list->items[i], "TimeGenerated", &event->at) < 0)
            r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_NONE, 0,
                        "the server has answered with an event record without a time");
        if (r < 0)
            return r;
        event->item = list->items[i];
    }
    if (events->count > 0)
        qsort(events->items, events->count, sizeof *events->items, newest_first);
    if (events->count > SA_LIMIT_EVENTS) {
        events->count = SA_LIMIT_EVENTS;
        events->is_cut = true;
    }
    return 0;
}

int host_gather_events(struct host *host, struct sa_error *err)
{
    struct events *events = host_alloc(host, 1, sizeof *events);
    unsigned days = host->request->event_days > 0 ? host->request->event_days : SA_HOST_EVENT_DAYS;
    int64_t now = sa_time_now() + host->clock_offset_s;
    const char *wql = NULL;
    const struct sa_cim_instance **kept = NULL;
    struct sa_cim_list list = {0};
    int r = 0;

    if (events == NULL)
        return host_fail_room(host, err);
    host->data = events;
    events->from = now - days * DAY;
    wql = question(host, events, now);
    r = sa_cim_query(host->session, CIMV2, wql, &host->scratch, &list, NULL, err);
    if (r == 0)
        r = read_events(host, &list, events, err);
    if (r < 0)
        return r;
    kept = host_alloc(host, events->count, sizeof(const struct sa_cim_instance *));
    if (kept == NULL)
        return host_fail_room(host, err);
    for (size_t i = 0; i < events->count; i++)
        kept[i] = events->items[i].item;
    return host_add_evidence(host, CIMV2, wql, redact, kept, events->count, err);
}

static int store_event(struct host *host, struct sa_batch *batch, const struct event *event,
                       struct sa_error *err)
{
    char at[SA_TIME_TEXT_SIZE];
    const char *log = NULL;
    const char *provider = NULL;
    int64_t code = 0;
    int64_t kind = 0;
    int r = host_need_text(host, event->item, "Logfile", &log, err);

    if (r == 0)
        r = host_need_text(host, event->item, "SourceName", &provider, err);
    if (r == 0)
        r = host_need_number(event->item, "EventCode", 0, UINT16_MAX, &code, err);
    if (r == 0)
        r = host_need_number(event->item, "EventType", 0, 255, &kind, err);
    if (r < 0)
        return r;
    sa_time_format(event->at, at);
    return HOST_INSERT(host, batch, err,
                       "INSERT INTO host_event (target_id, log, provider, event, kind, at, record,"
                       " inserts, evidence_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       SA_INT(host->target_id), SA_TEXT(log), SA_TEXT(provider), SA_INT(code),
                       SA_INT(kind), SA_TEXT(at), SA_INT(event->record),
                       SA_TEXT(inserts_of(host, event->item)), SA_INT(host->evidence_id));
}

int host_store_events(struct host *host, struct sa_batch *batch, struct sa_error *err)
{
    const struct events *events = host->data;
    char from[SA_TIME_TEXT_SIZE];
    int r = 0;

    sa_time_format(events->from, from);
    r = HOST_INSERT(host, batch, err,
                    "INSERT INTO host_event_window (target_id, from_at, complete, evidence_id)"
                    " VALUES (?, ?, ?, ?)",
                    SA_INT(host->target_id), SA_TEXT(from), SA_INT(!events->is_cut),
                    SA_INT(host->evidence_id));
    for (size_t i = 0; r == 0 && i < events->count; i++)
        r = store_event(host, batch, &events->items[i], err);
    return r;
}
