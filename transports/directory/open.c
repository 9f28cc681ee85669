/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a connection: options are checked and copied, then a helper thread (gss/worker.c) finds DCs,
 * gets tickets, connects and binds, and hands the connection over. The caller waits with its
 * deadline, and passes on the events that the thread has queued.
 *
 * The ticket of the user is fetched once, before any DC is asked: a wrong password is found once.
 * The next DC is tried after a failure of the network only; a KDC that does not answer concerns all
 * of them. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

#define MAX_SERVERS  64
#define MAX_EVENTS   1024 /* queued; more would mean that nobody waits */
#define PING_MS      700
#define PING_SERVERS 3
#define OPEN_ATTEMPTS \
    3 /* an opening without a deadline may take as many times one attempt's time */
#define ARENA_MAX (64 * SA_KIB)

struct queued_event {
    struct queued_event *next;
    struct sa_ldap_event event;
    char server[256];
    char detail[]; /* and the operation, which is constant text, stays where it is */
};

/* What the waiting caller knows of the helper: on the caller's stack, touched by its thread only. */
struct seen {
    enum stage stage;
    char server[256];
};

struct open_job {
    atomic_bool stop;
    pthread_mutex_t lock; /* guards events, stage and server */
    struct queued_event *first, *last;
    size_t event_count;
    enum stage stage;
    char server[256];
    struct sa_arena arena;
    struct sa_ldap_options options; /* texts in the arena, password in `password` */
    const char *servers[MAX_SERVERS + 1];
    struct sa_secret *password;
    sa_ldap_watch_fn *watch; /* called by the thread that waits, never by the helper */
    void *payload;
    struct seen *seen; /* likewise */
    int64_t deadline_ms;
    struct sa_ldap *ldap;
    int status;
    struct sa_error error;
};

/* Between helper and caller -------------------------------------------------------------------- */

static void queue_event(void *payload, const struct sa_ldap_event *event)
{
    struct open_job *job = payload;
    size_t len = strlen(event->detail);
    struct queued_event *queued = NULL;

    if (job->watch == NULL)
        return;
    queued = calloc(1, sizeof *queued + len + 1);
    if (queued == NULL)
        return;
    queued->event = *event;
    memcpy(queued->detail, event->detail, len);
    (void)snprintf(queued->server, sizeof queued->server, "%s", event->server);
    (void)pthread_mutex_lock(&job->lock);
    if (job->event_count < MAX_EVENTS) {
        if (job->last != NULL)
            job->last->next = queued;
        else
            job->first = queued;
        job->last = queued;
        job->event_count++;
        queued = NULL;
    }
    (void)pthread_mutex_unlock(&job->lock);
    free(queued);
}

static void note_stage(void *payload, enum stage stage, const char *server)
{
    struct open_job *job = payload;

    (void)pthread_mutex_lock(&job->lock);
    job->stage = stage;
    (void)snprintf(job->server, sizeof job->server, "%s", server);
    (void)pthread_mutex_unlock(&job->lock);
}

/* In the caller's thread. */
static void look(void *data)
{
    struct open_job *job = data;
    struct queued_event *queued = NULL;

    (void)pthread_mutex_lock(&job->lock);
    queued = job->first;
    job->first = NULL;
    job->last = NULL;
    job->event_count = 0;
    job->seen->stage = job->stage;
    memcpy(job->seen->server, job->server, sizeof job->seen->server);
    (void)pthread_mutex_unlock(&job->lock);
    while (queued != NULL) {
        struct queued_event *next = queued->next;

        queued->event.server = queued->server;
        queued->event.detail = queued->detail;
        job->watch(job->payload, &queued->event);
        free(queued);
        queued = next;
    }
}

static void job_free(void *data)
{
    struct open_job *job = data;

    while (job->first != NULL) {
        struct queued_event *next = job->first->next;

        free(job->first);
        job->first = next;
    }
    sa_ldap_close(job->ldap);
    sa_secret_free(job->password);
    sa_arena_done(&job->arena);
    (void)pthread_mutex_destroy(&job->lock);
    free(job);
}

/* Options -------------------------------------------------------------------------------------- */

static int contradiction(struct sa_error *err, const char *what, const char *hint)
{
    int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", what);

    sa_hint(err, "%s", hint);
    return r;
}

static int check_password(const struct sa_ldap_options *o, struct sa_error *err)
{
    size_t len = sa_secret_len(o->password);

    if (len == 0)
        return contradiction(err, "the password is empty",
                             "give the password: a directory takes an empty one for an anonymous "
                             "logon");
    if (memchr(sa_secret_bytes(o->password), '\0', len) != NULL)
        return contradiction(err, "the password holds a NUL byte", "give the password as text");
    if (o->user == NULL || o->user[0] == '\0')
        return contradiction(err, "a password is given without a user",
                             "write the user as user@REALM");
    if (o->keytab != NULL || o->ccache != NULL)
        return contradiction(err, "a password and a keytab or ticket cache are given",
                             "give one of them");
    return 0;
}

static int check_logon(const struct sa_ldap_options *o, struct sa_error *err)
{
    switch (o->auth) {
    case SA_LDAP_SIMPLE:
        if (o->tls == SA_LDAP_PLAIN)
            return contradiction(err, "a simple logon without TLS would show the password",
                                 "use LDAPS or StartTLS, or Kerberos");
        if (o->password == NULL)
            return contradiction(err, "a simple logon needs user and password", "give both");
        return 0;
    case SA_LDAP_NTLM:
        if (o->password == NULL)
            return contradiction(err, "a logon by NTLM needs user and password", "give both");
        return 0;
    case SA_LDAP_EXTERNAL:
        if (o->tls == SA_LDAP_PLAIN || o->cert_file == NULL || o->key_file == NULL)
            return contradiction(err, "a logon by certificate needs TLS, a certificate and its key",
                                 "use LDAPS or StartTLS and give cert_file and key_file");
        return 0;
    default:
        return o->keytab != NULL && o->ccache != NULL
                   ? contradiction(err, "a keytab and a ticket cache are given", "give one of them")
                   : 0;
    }
}

static int check_options(const struct sa_ldap_options *o, struct sa_error *err)
{
    size_t count = 0;
    int r = 0;

    if (o->domain == NULL && (o->servers == NULL || o->servers[0] == NULL))
        return contradiction(err, "neither a domain nor a server is named", "name one of them");
    for (; o->servers != NULL && o->servers[count] != NULL; count++) {
        if (count == MAX_SERVERS)
            return contradiction(err, "too many servers are named", "name fewer");
        if (!host_name_valid(o->servers[count])) {
            r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%.253s' is no name of a server",
                        o->servers[count]);
            sa_hint(err, "write the full DNS name of a domain controller");
            return r;
        }
    }
    if (o->user != NULL && strlen(o->user) > 256)
        return contradiction(err, "the user name is too long", "write it as user@REALM");
    if (o->ca_file != NULL && access(o->ca_file, R_OK) != 0) {
        r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "ca_file '%.300s' cannot be read",
                    o->ca_file);
        sa_hint(err, "give a readable PEM file");
        return r;
    }
    if (o->password != NULL)
        r = check_password(o, err);
    return r < 0 ? r : check_logon(o, err);
}

static int copy_password(const struct sa_secret *from, struct sa_secret **ret, struct sa_error *err)
{
    size_t len = sa_secret_len(from);
    char *bytes = malloc(len);
    int r = 0;

    if (bytes == NULL)
        return sa_fail_nomem(err);
    memcpy(bytes, sa_secret_bytes(from), len);
    r = sa_secret_new(bytes, len, ret, err); /* wipes */
    free(bytes);
    return r;
}

/* A deep copy: the helper may outlive the caller's texts. */
static int copy_options(struct open_job *job, const struct sa_ldap_options *from,
                        struct sa_error *err)
{
    struct sa_ldap_options *to = &job->options;
    const char **texts[] = {&to->domain, &to->site,    &to->user,      &to->realm,   &to->ccache,
                            &to->keytab, &to->ca_file, &to->cert_file, &to->key_file};

    *to = *from;
    to->watch = NULL;
    to->payload = NULL;
    to->cancelled = NULL;
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        if (*texts[i] != NULL) {
            *texts[i] = sa_arena_text(&job->arena, *texts[i]);
            if (*texts[i] == NULL)
                return sa_fail_nomem(err);
        }
    for (size_t i = 0; from->servers != NULL && from->servers[i] != NULL; i++) {
        job->servers[i] = sa_arena_text(&job->arena, from->servers[i]);
        if (job->servers[i] == NULL)
            return sa_fail_nomem(err);
    }
    to->servers = from->servers != NULL && from->servers[0] != NULL ? job->servers : NULL;
    to->password = NULL;
    if (from->password != NULL) {
        int r = copy_password(from->password, &job->password, err);

        if (r < 0)
            return r;
        to->password = job->password;
    }
    return 0;
}

/* The helper ----------------------------------------------------------------------------------- */

static int prepare(struct open_job *job, struct sa_error *err)
{
    const struct sa_ldap_options *o = &job->options;
    struct sa_ldap *ldap = calloc(1, sizeof *ldap);

    if (ldap == NULL)
        return sa_fail_nomem(err);
    job->ldap = ldap;
    ldap->fd = -1;
    sa_arena_init(&ldap->arena, ARENA_MAX);
    ldap->auth = o->auth;
    ldap->tls = o->tls;
    ldap->no_channel_binding = o->no_channel_binding;
    ldap->connect_ms = o->connect_ms != 0 ? o->connect_ms : SA_LDAP_CONNECT_MS;
    ldap->call_ms = o->call_ms != 0 ? o->call_ms : SA_LDAP_CALL_MS;
    ldap->deadline_ms = job->deadline_ms;
    ldap->stop = &job->stop;
    ldap->progress = (struct progress){queue_event, note_stage, job};
    (void)snprintf(ldap->ca_file, sizeof ldap->ca_file, "%s", o->ca_file != NULL ? o->ca_file : "");
    return 0;
}

static uint16_t port_of(const struct sa_ldap_options *o, uint16_t from_dns)
{
    if (o->port != 0)
        return o->port;
    if (o->tls == SA_LDAP_LDAPS)
        return o->global_catalog ? 3269 : 636;
    if (from_dns != 0)
        return from_dns;
    return o->global_catalog ? 3268 : 389;
}

static void tell(struct open_job *job, const char *operation, const char *server,
                 const char *detail, int64_t start_ms, int status, const struct sa_error *err)
{
    struct sa_ldap_event event = {
        .server = server,
        .operation = operation,
        .detail = detail,
        .status = status,
        .code = status < 0 ? err->code : 0,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start_ms,
    };

    queue_event(job, &event);
}

/* The site of this machine, from the first DC that answers a ping. */
static bool learn_site(struct open_job *job, const struct dc_list *dcs, struct sa_dc_ping *ping)
{
    for (size_t i = 0; i < dcs->count && i < PING_SERVERS; i++) {
        int64_t start = sa_time_monotonic_ms();
        struct sa_error ignored = {0};
        int r = 0;

        if (atomic_load(&job->stop) || time_left(job->deadline_ms, PING_MS) == 0)
            return false;
        r = sa_dc_ping(dcs->items[i].name, job->options.domain,
                       (unsigned)time_left(job->deadline_ms, PING_MS), ping, &ignored);
        tell(job, "ping", dcs->items[i].name, ping->client_site, start, r, &ignored);
        if (r == 0)
            return ping->client_site[0] != '\0';
    }
    return false;
}

static bool is_within(const char *host, const char *domain)
{
    size_t len = strlen(host);
    size_t domain_len = strlen(domain);

    if (domain_len > 0 && domain[domain_len - 1] == '.')
        domain_len--;
    if (len < domain_len || strncasecmp(host + len - domain_len, domain, domain_len) != 0)
        return false;
    return len == domain_len || host[len - domain_len - 1] == '.';
}

/* DNS is anybody's word, and a certificate only tells that a host has the name that DNS gave: with a
 * password, or what can be guessed from, only hosts of the domain that was named are asked. */
static int keep_own(const struct sa_ldap_options *o, struct dc_list *dcs, struct sa_error *err)
{
    size_t kept = 0;
    int r = 0;

    if (o->auth != SA_LDAP_SIMPLE && o->auth != SA_LDAP_NTLM)
        return 0;
    for (size_t i = 0; i < dcs->count; i++)
        if (is_within(dcs->items[i].name, o->domain))
            dcs->items[kept++] = dcs->items[i];
    if (kept == 0 && dcs->count > 0) {
        r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_DNS, 0,
                    "DNS names '%.253s' as a domain controller of '%.253s': a password is not "
                    "shown to hosts outside of the domain",
                    dcs->items[0].name, o->domain);
        sa_hint(err, "name the domain controllers (--dc), or use Kerberos");
    }
    dcs->count = kept;
    return r;
}

static int locate(struct open_job *job, struct dc_list *ret, struct sa_error *err)
{
    const struct sa_ldap_options *o = &job->options;
    int64_t start = sa_time_monotonic_ms();
    struct sa_dc_ping ping;
    int r = 0;

    note_stage(job, STAGE_LOCATE, o->domain);
    r = locate_srv(o->domain, o->site, o->global_catalog, job->deadline_ms, &job->arena, ret, err);
    tell(job, "locate", "", o->domain, start, r, err);
    if (r == 0 && o->site == NULL && ret->count > 1 && learn_site(job, ret, &ping)) {
        struct sa_error ignored;

        start = sa_time_monotonic_ms();
        /* Without an answer for the site the first list stands. */
        r = locate_srv(o->domain, ping.client_site, o->global_catalog, job->deadline_ms,
                       &job->arena, ret, &ignored);
        tell(job, "locate", "", ping.client_site, start, r, &ignored);
        r = 0;
    }
    return r < 0 ? r : keep_own(o, ret, err);
}

static int named_servers(struct open_job *job, struct dc_list *ret, struct sa_error *err)
{
    size_t count = 0;
    struct sa_dc *dcs = NULL;

    while (job->servers[count] != NULL)
        count++;
    dcs = sa_arena_array(&job->arena, count, sizeof *dcs);
    if (dcs == NULL)
        return sa_fail_nomem(err);
    for (size_t i = 0; i < count; i++)
        dcs[i].name = job->servers[i];
    *ret = (struct dc_list){dcs, count};
    return 0;
}

/* What belongs to one DC goes; the user's ticket stays. */
static void drop_connection(struct sa_ldap *ldap)
{
    size_t round_trips = ldap->info.round_trips;
    size_t bytes = ldap->info.bytes;

    if (ldap->handle != NULL)
        (void)ldap_unbind_ext(ldap->handle, NULL, NULL);
    if (ldap->fd >= 0)
        (void)close(ldap->fd);
    ldap->handle = NULL;
    ldap->fd = -1;
    ldap->tls_active = false;
    ldap->heard = false;
    ldap->shown = false;
    ldap->dead = false;
    ldap->bound = false;
    sa_arena_done(&ldap->arena);
    ldap->info = (struct sa_ldap_info){.round_trips = round_trips, .bytes = bytes};
}

static int try_dc(struct open_job *job, const struct sa_dc *dc, struct sa_error *err)
{
    struct sa_ldap *ldap = job->ldap;
    size_t len = strlen(dc->name);
    int r = 0;

    drop_connection(ldap);
    /* A name may end in a dot; certificates and SPNs do not. */
    if (len > 0 && dc->name[len - 1] == '.')
        len--;
    (void)snprintf(ldap->dialled, sizeof ldap->dialled, "%.*s", (int)len, dc->name);
    ldap->port = port_of(&job->options, dc->port);
    r = connect_dc(ldap, &job->options, err);
    if (r == 0)
        r = bind_dc(ldap, &job->options, err);
    return r < 0 ? r : root_dse_read(ldap, err);
}

static int try_all(struct open_job *job, const struct dc_list *dcs, struct sa_error *err)
{
    enum stage furthest = STAGE_START;
    int status = SA_E_NOT_FOUND;

    for (size_t i = 0; i < dcs->count; i++) {
        struct sa_error error = {0};
        int r = try_dc(job, &dcs->items[i], &error);

        if (r == 0)
            return 0;
        if (job->stage >= furthest || (r != SA_E_NETWORK && r != SA_E_TIMEOUT)) {
            furthest = job->stage;
            status = r;
            *err = error;
        }
        /* A refused logon would be refused everywhere, and lock the account on the way; KDCs are
         * the same for all DCs. */
        if ((r != SA_E_NETWORK && r != SA_E_TIMEOUT) || job->stage == STAGE_TICKET ||
            (job->deadline_ms != 0 && time_left(job->deadline_ms, 1) == 0))
            break;
    }
    return status;
}

static int open_somewhere(struct open_job *job, struct sa_error *err)
{
    const struct sa_ldap_options *o = &job->options;
    struct dc_list dcs = {0};
    int r = directory_init(err);

    if (r == 0)
        r = prepare(job, err);
    if (r == 0)
        r = o->servers != NULL ? named_servers(job, &dcs, err) : locate(job, &dcs, err);
    if (r == 0 && (o->auth == SA_LDAP_NEGOTIATE || o->auth == SA_LDAP_KERBEROS))
        r = ticket_initial(job->ldap, o, err);
    return r < 0 ? r : try_all(job, &dcs, err);
}

static void run_open(void *data)
{
    struct open_job *job = data;

    job->status = open_somewhere(job, &job->error);
}

/* What was being done when time ran out. */
static int out_of_time(enum stage stage, const char *server, struct sa_error *err)
{
    static const struct {
        const char *what, *hint;
    } stages[] = {
        [STAGE_START] = {"start",             NULL                                          },
        [STAGE_LOCATE] = {"answer from DNS",   "check the DNS server of this machine"        },
        [STAGE_CONNECT] = {"connection",        "check name resolution, routing and firewalls"},
        [STAGE_TLS] = {"TLS handshake",     "check that the port speaks TLS"              },
        [STAGE_TICKET] = {"answer from a KDC",
                         "check that TCP and UDP port 88 of the realm's KDCs answer"        },
        [STAGE_BIND] = {"logon",             "look at the load of the domain controller"   },
        [STAGE_ROOT_DSE] = {"answer",            "look at the load of the domain controller"   },
        [STAGE_DONE] = {"answer",            NULL                                          },
    };
    int r = sa_fail(err, SA_E_TIMEOUT, stage == STAGE_TICKET ? SA_DOMAIN_KRB5 : SA_DOMAIN_NONE, 0,
                    "no %s in time%s%s%s", stages[stage].what, server[0] != '\0' ? " for '" : "",
                    server, server[0] != '\0' ? "'" : "");

    if (stages[stage].hint != NULL)
        sa_hint(err, "%s", stages[stage].hint);
    return r;
}

/* What the abandoned helper was doing has been sent, or may have been: it belongs into the footprint. */
static void tell_abandoned(const struct sa_ldap_options *options, const struct seen *seen,
                           int64_t start_ms, int status)
{
    static const char *const operations[] = {
        [STAGE_LOCATE] = "locate", [STAGE_CONNECT] = "connect", [STAGE_TLS] = "connect",
        [STAGE_TICKET] = "ticket", [STAGE_BIND] = "bind",       [STAGE_ROOT_DSE] = "search",
    };
    struct sa_ldap_event event = {
        .server = seen->server,
        .detail = "not waited for",
        .status = status,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start_ms,
    };

    if (options->watch == NULL || seen->stage == STAGE_START || seen->stage == STAGE_DONE)
        return;
    event.operation = operations[seen->stage];
    if (seen->stage == STAGE_TLS && options->tls == SA_LDAP_STARTTLS)
        event.operation = "starttls";
    options->watch(options->payload, &event);
}

int sa_ldap_open(const struct sa_ldap_options *options, struct sa_ldap **ret, struct sa_error *err)
{
    int64_t start_ms = sa_time_monotonic_ms();
    unsigned connect_ms = options->connect_ms != 0 ? options->connect_ms : SA_LDAP_CONNECT_MS;
    unsigned call_ms = options->call_ms != 0 ? options->call_ms : SA_LDAP_CALL_MS;
    int64_t limit_ms = start_ms + (int64_t)OPEN_ATTEMPTS * (connect_ms + call_ms);
    struct open_job *job = NULL;
    struct sa_worker_task task = {.run = run_open, .tick = look, .free = job_free};
    struct seen seen = {0};
    int r = check_options(options, err);

    *ret = NULL;
    if (r < 0)
        return r;
    job = calloc(1, sizeof *job);
    if (job == NULL)
        return sa_fail_nomem(err);
    (void)pthread_mutex_init(&job->lock, NULL);
    sa_arena_init(&job->arena, SA_MIB);
    r = copy_options(job, options, err);
    if (r < 0) {
        job_free(job);
        return r;
    }
    job->watch = options->watch;
    job->payload = options->payload;
    job->deadline_ms = options->deadline_ms != 0 && options->deadline_ms < limit_ms
                           ? options->deadline_ms
                           : limit_ms;
    task.data = job;
    task.stop = &job->stop;
    job->seen = &seen;
    r = sa_worker_run(&task, job->deadline_ms, options->cancelled, err);
    if (r == SA_E_TIMEOUT || r == SA_E_CANCELLED)
        tell_abandoned(options, &seen, start_ms, r);
    if (r < 0)
        return r == SA_E_TIMEOUT ? out_of_time(seen.stage, seen.server, err) : r;
    r = job->status;
    if (r < 0 && err != NULL)
        *err = job->error;
    if (r == 0) {
        *ret = job->ldap;
        job->ldap = NULL;
        (*ret)->stop = NULL;
        (*ret)->progress = (struct progress){0};
        (*ret)->cancelled = options->cancelled;
        (*ret)->deadline_ms = options->deadline_ms;
        (*ret)->watch = options->watch;
        (*ret)->payload = options->payload;
    }
    job_free(job);
    return r;
}

void sa_ldap_close(struct sa_ldap *ldap)
{
    OM_uint32 ignored = 0;

    if (ldap == NULL)
        return;
    drop_connection(ldap);
    (void)gss_release_cred(&ignored, &ldap->credential);
    sa_tickets_free(ldap->tickets);
    sa_arena_done(&ldap->arena);
    free(ldap);
}

const struct sa_ldap_info *sa_ldap_info(const struct sa_ldap *ldap)
{
    return &ldap->info;
}
