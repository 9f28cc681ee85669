/* SPDX-License-Identifier: Apache-2.0 */
/* The host collector: its sequence, its connection, and the end of each source (docs/internals/host.md).
 *
 * One connection, one session, one source after the other; the sync engine, by PowerShell, last (engine.c). The registry is read early: others need what
 * stands there. A source that cannot be read does not stop the next one, unless the session is gone:
 * logon no longer accepted, connection lost twice in a row, no answer three times in a row, deadline.
 * Then every source that is left has that reason. The footprint is written after each source. */
#include <string.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "engine_internal.h"
#include "host_internal.h"

#define EVIDENCE_MAX   (16 * SA_MIB)
#define FOOTPRINTS_MAX (16 * SA_MIB) /* in memory; a fourth of it is written at once */
#define LOSSES_MAX     2
#define TIMEOUTS_MAX   3

/* Sources ------------------------------------------------------------------------------------------ */

#define REMOTE "CIM namespace: Enable Account, Remote Enable"
#define ADMIN  "local administrator"

/* X(source, sentence, right, gather, store). Without `gather`: read together with the one before it. Without
 * `store`: host_collect_registry(), which ends its sources itself. */
/* clang-format off */
#define SOURCES(X) \
    X("registry", "settings of Windows and of Entra Connect, one by one", REMOTE, \
      host_collect_registry, NULL) \
    X("software", "installed software by the Uninstall keys, both views", REMOTE, NULL, NULL) \
    X("certificate", "certificates of the machine, without keys", REMOTE, NULL, NULL) \
    X("firewall", "firewall profiles and rules, local and by group policy", REMOTE, NULL, NULL) \
    X("host", "operating system, computer, domain, hardware or VM vendor, clock, connection", REMOTE, \
      host_gather_system, host_store_system) \
    X("local_user", "local users by SID", REMOTE, host_gather_users, host_store_users) \
    X("local_group", "members of local groups that grant rights, by SID", REMOTE, \
      host_gather_groups, host_store_groups) \
    X("service", "services with account, start mode and state", REMOTE, \
      host_gather_services, host_store_services) \
    X("listener", "listening TCP sockets with their services", REMOTE, \
      host_gather_listeners, host_store_listeners) \
    X("disk", "fixed disks and their free space", REMOTE, host_gather_disks, host_store_disks) \
    X("network", "addresses, gateways, DNS servers", REMOTE, \
      host_gather_network, host_store_network) \
    X("hotfix", "installed updates", REMOTE, host_gather_hotfixes, host_store_hotfixes) \
    X("feature", "server roles; SMB 1 and PowerShell 2", ADMIN, \
      host_gather_features, host_store_features) \
    X("task", "scheduled tasks with their accounts, without what they run", ADMIN, \
      host_gather_tasks, host_store_tasks) \
    X("share", "file shares", REMOTE, host_gather_shares, host_store_shares) \
    X("winrm_config", "configuration of WinRM and its listeners", ADMIN, \
      host_gather_winrm, host_store_winrm) \
    X("antimalware", "state and exclusions of Microsoft Defender", REMOTE, \
      host_gather_antimalware, host_store_antimalware) \
    X("device_guard", "virtualisation-based security, Credential Guard", REMOTE, \
      host_gather_device_guard, host_store_device_guard) \
    X("tpm", "Trusted Platform Module", ADMIN, host_gather_tpm, host_store_tpm) \
    X("encryption", "BitLocker protection of volumes", ADMIN, \
      host_gather_volumes, host_store_volumes) \
    X("database", "size of the product's own database files", REMOTE, \
      host_gather_database, host_store_database) \
    X("log", "size and overwriting of event logs", READER, host_gather_logs, host_store_logs) \
    X("event_log", "event records that checks need, of a bounded window", READER, \
      host_gather_events, host_store_events)
/* clang-format on */
#define READER                                       "Event Log Readers, or " ADMIN
#define TOLD(source, sentence, right, gather, store) {source, sentence, right},
#define WORK(source, sentence, right, gather, store) {source, gather, store},

static const struct sa_host_source told[] = {
    SOURCES(TOLD){NULL, NULL, NULL}
};

static const struct source {
    const char *name;
    host_gather_fn *gather;
    host_store_fn *store;
} sources[] = {SOURCES(WORK)};

const struct sa_host_source *sa_host_sources(void)
{
    return told;
}

/* Footprint ---------------------------------------------------------------------------------------- */

static const char *visible(struct host *host, const char *text)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf buf = SA_BUF_INIT(64 * SA_KIB);
    char *copy = NULL;

    if (sa_text_add_visible(&buf, text != NULL ? text : "") == 0)
        copy = sa_arena_copy(&host->footprint_arena, sa_buf_text(&buf), buf.len);
    host->footprint_lost |= copy == NULL;
    return copy != NULL ? copy : "";
}

/* Between two batches, as all that is asked over the network. */
static void flush_footprint(struct host *host)
{
    if (host->footprint_count > 0 && host->footprint_problem.status == 0)
        host->footprint_problem.status =
            sa_footprint_record(host->snapshot, host->target_id, host->footprints,
                                host->footprint_count, &host->footprint_problem);
    host->footprints = NULL;
    host->footprint_count = host->footprint_size = 0;
    sa_arena_done(&host->footprint_arena);
}

void host_footprint(struct host *host, const struct sa_footprint *operation)
{
    struct sa_footprint entry = *operation;

    /* A server can make one source take thousands of requests. */
    if (host->footprint_arena.used > FOOTPRINTS_MAX / 4)
        flush_footprint(host);
    entry.server = visible(host, entry.server);
    entry.operation = visible(host, entry.operation);
    entry.detail = visible(host, entry.detail);
    if (host->footprint_count == host->footprint_size) {
        size_t size = host->footprint_size > 0 ? 2 * host->footprint_size : 64;
        struct sa_footprint *copy =
            sa_arena_array(&host->footprint_arena, size, sizeof *host->footprints);

        if (copy == NULL) {
            host->footprint_lost = true;
            return;
        }
        if (host->footprint_count > 0)
            memcpy(copy, host->footprints, host->footprint_count * sizeof *copy);
        host->footprints = copy;
        host->footprint_size = size;
    }
    host->footprints[host->footprint_count++] = entry;
}

static void watch_http(void *payload, const struct sa_http_event *event)
{
    struct host *host = payload;

    host_footprint(host, &(struct sa_footprint){.protocol = strcmp(event->operation, "ticket") == 0
                                                                ? "kerberos"
                                                                : "http",
                                                .server = event->server,
                                                .operation = event->operation,
                                                .detail = event->detail,
                                                .status = event->status,
                                                .code = event->code,
                                                .bytes = event->sent + event->received,
                                                .started_at = event->started_at,
                                                .elapsed_ms = event->elapsed_ms});
}

static void watch_wsman(void *payload, const struct sa_wsman_event *event)
{
    struct host *host = payload;

    host_footprint(host, &(struct sa_footprint){.protocol = "wsman",
                                                .server = host->request->http.host,
                                                .operation = event->operation,
                                                .detail = event->detail,
                                                .status = event->status,
                                                .code = event->code,
                                                .entries = event->items,
                                                .bytes = event->sent + event->received,
                                                .started_at = event->started_at,
                                                .elapsed_ms = event->elapsed_ms});
}

int host_write_footprint(struct host *host, struct sa_error *err)
{
    flush_footprint(host);
    /* A list of operations that lacks some would be a lie about what was done. */
    if (host->footprint_problem.status == 0 && host->footprint_lost)
        (void)sa_fail_nomem(&host->footprint_problem);
    if (host->footprint_problem.status < 0 && err != NULL)
        *err = host->footprint_problem;
    return host->footprint_problem.status;
}

/* The end of a source ------------------------------------------------------------------------------ */

/* Is it the server's doing, not the snapshot's? */
static bool is_of_facts(const struct sa_error *problem)
{
    return problem->domain == SA_DOMAIN_NONE &&
           (problem->status == SA_E_LIMIT || problem->status == SA_E_PROTOCOL ||
            problem->status == SA_E_DENIED);
}

static int add_evidence(struct host *host, struct sa_batch *batch, const char *source,
                        struct sa_error *err)
{
    char name[64];
    int len = snprintf(name, sizeof name, "%s.xml", source);

    if (host->evidence.len == 0)
        (void)sa_buf_add_text(&host->evidence, "<answers>\n");
    if (host->evidence_name == NULL)
        (void)sa_buf_add_text(&host->evidence, "</answers>\n");
    if (len < 0 || (size_t)len >= sizeof name)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0, "the name '%s' is too long", source);
    if (sa_buf_status(&host->evidence) == SA_E_NOMEM)
        return sa_fail_nomem(err);
    if (sa_buf_status(&host->evidence) < 0)
        return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_NONE, 0,
                       "the server's answers are longer than %zu MiB", EVIDENCE_MAX / SA_MIB);
    return sa_batch_evidence(batch, host->evidence_name != NULL ? host->evidence_name : name,
                             sa_buf_text(&host->evidence), host->evidence.len, &host->evidence_id,
                             err);
}

static int store(struct host *host, const char *source, host_store_fn *write,
                 struct sa_error *problem, struct sa_error *err)
{
    struct sa_batch *batch = NULL;
    int r = sa_batch_begin(host->snapshot, host->target_id, source, &batch, err);

    if (r < 0)
        return r;
    r = add_evidence(host, batch, source, problem);
    if (r == 0)
        r = write(host, batch, problem);
    if (r == 0 && host->room.status < 0) {
        *problem = host->room;
        r = problem->status;
    }
    if (r == 0) {
        *problem = (struct sa_error){0};
        return sa_batch_commit(batch, err);
    }
    if (is_of_facts(problem))
        return sa_batch_fail(batch, problem, err);
    sa_batch_abort(batch);
    if (err != NULL)
        *err = *problem;
    return r;
}

static bool is_time_up(const struct host *host)
{
    int64_t deadline = host->request->http.deadline_ms;

    return deadline != 0 && sa_time_monotonic_ms() >= deadline;
}

/* Is there any use in asking on? */
static void judge(struct host *host, const struct sa_error *problem)
{
    bool is_lost = problem->status == SA_E_NETWORK;
    bool is_timeout = problem->status == SA_E_TIMEOUT;
    size_t exchanges = host->exchanges;
    size_t bytes = 0;

    /* A source that only passes on the trouble of another one tells nothing new. */
    if (host->session != NULL)
        sa_wsman_counts(host->session, &exchanges, &bytes);
    if (exchanges == host->exchanges)
        return;
    host->exchanges = exchanges;
    host->losses = is_lost ? host->losses + 1 : 0;
    host->timeouts = is_timeout ? host->timeouts + 1 : 0;
    if (host->lost.status < 0)
        return;
    if (problem->status == SA_E_AUTH || host->losses == LOSSES_MAX ||
        host->timeouts == TIMEOUTS_MAX || (is_timeout && is_time_up(host)))
        host->lost = *problem;
}

void host_forget(struct host *host)
{
    sa_arena_done(&host->scratch);
    sa_buf_clear(&host->evidence);
    host->evidence_name = NULL;
    host->evidence_id = 0;
    host->data = NULL;
    host->room = (struct sa_error){0};
}

int host_finish(struct host *host, const char *source, const struct sa_error *problem,
                host_store_fn *write, struct sa_error *err)
{
    struct sa_error why = problem != NULL ? *problem : (struct sa_error){0};
    int r = host_write_footprint(host, err);

    if (r == 0 && why.status == SA_E_CANCELLED) {
        if (err != NULL)
            *err = why;
        return why.status;
    }
    if (r == 0 && why.status < 0)
        r = sa_coverage_record(host->snapshot, host->target_id, source, &why, err);
    else if (r == 0)
        r = store(host, source, write, &why, err);
    if (why.status < 0 && host->first_problem.status == 0)
        host->first_problem = why;
    judge(host, &why);
    host_forget(host);
    return r;
}

/* Sequence ----------------------------------------------------------------------------------------- */

static bool is_cancelled(const struct host *host)
{
    return host->request->http.cancelled != NULL && atomic_load(host->request->http.cancelled);
}

static void check_bounds(struct host *host)
{
    size_t exchanges = 0;
    size_t bytes = 0;

    if (host->lost.status < 0)
        return;
    sa_wsman_counts(host->session, &exchanges, &bytes);
    if (exchanges >= SA_LIMIT_HOST_TRIPS) {
        sa_fail(&host->lost, SA_E_LIMIT, SA_DOMAIN_NONE, SA_LIMIT_HOST_TRIPS,
                "the server has made more than %d exchanges necessary", SA_LIMIT_HOST_TRIPS);
    } else if (is_time_up(host)) {
        sa_fail(&host->lost, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                "the time for this server was up before this was asked");
        sa_hint(&host->lost, "Give each server more time, or ask fewer at once");
    }
}

static int collect_source(struct host *host, const struct source *source, struct sa_error *err)
{
    struct sa_error problem = {0};
    int r = 0;

    if (source->store == NULL)
        return source->gather(host, err);
    r = source->gather(host, &problem);
    if (r == 0)
        problem = (struct sa_error){0}; /* of something that was tried and did not matter */
    else if (problem.status == 0)
        problem.status = r;
    return host_finish(host, source->name, &problem, source->store, err);
}

static int collect(struct host *host, struct sa_error *err)
{
    bool was_asked = false;

    for (size_t i = 0; i < SA_COUNT(sources); i++) {
        int r = 0;

        if (is_cancelled(host))
            return sa_fail(err, SA_E_CANCELLED, SA_DOMAIN_NONE, 0, "stopped on request");
        /* Those that are read together have ended together. */
        if (sources[i].gather == NULL && was_asked)
            continue;
        if (host->session != NULL)
            check_bounds(host);
        was_asked = host->lost.status == 0;
        if (was_asked)
            r = collect_source(host, &sources[i], err);
        else
            r = host_finish(host, sources[i].name, &host->lost, NULL, err);
        if (r < 0)
            return r;
    }
    return 0;
}

static int run(struct host *host, struct sa_error *ret_problem, struct sa_error *err)
{
    int r = collect(host, err);

    if (r == 0)
        r = engine_collect(host, err);
    sa_arena_done(&host->scratch);
    sa_arena_done(&host->arena);
    sa_buf_done(&host->evidence);
    if (ret_problem != NULL)
        *ret_problem = host->first_problem;
    return r;
}

static void prepare(struct host *host, struct sa_snapshot *snapshot, int64_t target_id,
                    const struct sa_host_request *request)
{
    *host = (struct host){.snapshot = snapshot, .target_id = target_id, .request = request};
    sa_arena_init(&host->arena, SA_LIMIT_HOST_MODEL);
    sa_arena_init(&host->scratch, SA_LIMIT_HOST_MODEL);
    sa_arena_init(&host->footprint_arena, FOOTPRINTS_MAX);
    sa_buf_init(&host->evidence, EVIDENCE_MAX);
}

/* The end, when nothing more is done on the server. */
static int close_footprint(struct host *host, int result, struct sa_error *err)
{
    struct sa_error problem = {0};

    if (host_write_footprint(host, &problem) < 0 && result == 0) {
        if (err != NULL)
            *err = problem;
        result = problem.status;
    }
    sa_arena_done(&host->footprint_arena);
    return result;
}

int sa_collect_host_session(struct sa_snapshot *snapshot, int64_t target_id,
                            struct sa_wsman *session, const struct sa_http_info *info,
                            const struct sa_host_request *request, struct sa_error *ret_problem,
                            struct sa_error *err)
{
    struct host host;

    prepare(&host, snapshot, target_id, request);
    host.session = session;
    host.info = info;
    return close_footprint(&host, run(&host, ret_problem, err), err);
}

/* Connection --------------------------------------------------------------------------------------- */

struct line {
    struct sa_http *http;
    const struct sa_http_options *options;
};

static int exchange(void *transport, const struct sa_wsman_call *call, struct sa_buf *reply,
                    long *ret_status, bool *ret_sent, struct sa_error *err)
{
    const struct line *line = transport;

    if (call->closing)
        return sa_http_exchange_closing(line->http, call->body, call->len, call->repeatable,
                                        call->timeout_ms, reply, ret_status, ret_sent, err);
    if (!call->anonymous)
        return sa_http_exchange(line->http, call->body, call->len, call->repeatable,
                                call->timeout_ms, reply, ret_status, ret_sent, err);
    if (ret_sent != NULL)
        *ret_sent = true;
    return sa_http_identify(line->options, call->body, call->len, reply, ret_status, err);
}

static int connect_host(struct host *host, struct line *line, struct sa_http **ret_http,
                        struct sa_wsman **ret, struct sa_error *err)
{
    const struct sa_http_options *http = line->options;
    struct sa_wsman_options options = {.exchange = exchange,
                                       .transport = line,
                                       .deadline_ms = http->deadline_ms,
                                       .cancelled = http->cancelled,
                                       .watch = watch_wsman,
                                       .payload = host,
                                       .trace_dir = host->request->trace_dir};
    int r = sa_http_open(http, ret_http, err);

    if (r < 0)
        return r;
    line->http = *ret_http;
    host->info = sa_http_info(*ret_http);
    options.to = host->info->url;
    return sa_wsman_open(&options, ret, err);
}

int sa_collect_host(struct sa_snapshot *snapshot, int64_t target_id,
                    const struct sa_host_request *request, struct sa_error *ret_problem,
                    struct sa_error *err)
{
    SA_CLEANUP(sa_http_close_p) struct sa_http *http = NULL;
    struct sa_wsman *session = NULL;
    struct sa_http_options options = request->http;
    struct line line = {.options = &options};
    struct host host;
    int r = 0;

    prepare(&host, snapshot, target_id, request);
    options.watch = watch_http;
    options.payload = &host;
    (void)connect_host(&host, &line, &http, &session, &host.lost);
    host.session = session;
    r = run(&host, ret_problem, err);
    /* Shells that are still open are deleted here: that, too, is done on the server. */
    sa_wsman_close(session);
    return close_footprint(&host, r, err);
}
