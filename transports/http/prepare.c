/* SPDX-License-Identifier: Apache-2.0 */
/* What has to be known before a logon: the server's addresses and, with Kerberos, its ticket.
 *
 * Name resolution and KDCs know no deadline, so this runs in a thread that can be left behind
 * (gss/worker.c), on copies of everything. libcurl gets the addresses and resolves nothing itself.
 *
 * Which service principal name WinRM answers to depends on who registered what: HTTP/host usually, host/host
 * always, WSMAN/host on newer systems. The next one is asked for only when the KDC knows no such name;
 * the KDC's other answers are the same for all. */
#include <netdb.h>
#include <stdlib.h>
#include <string.h>

#include "syncaudit/datetime.h"

#include "private.h"

#define MAX_ADDRESSES 16

struct job {
    atomic_bool stop;
    struct sa_arena arena;
    const char *host; /* to be resolved; NULL: nothing */
    uint16_t port;
    bool v6_brackets;
    bool kerberos, needs_realm;
    struct sa_logon logon;
    struct sa_secret *password;
    const char *spns[SPN_COUNT];
    size_t spn_count;
    /* the result */
    struct sa_buf resolved;
    struct sa_tickets *tickets;
    struct sa_ticket ticket;
    size_t spn_at;
    int status;
    struct sa_error err;
    int64_t ticket_ms;
    bool asked;
};

static void job_free(void *data)
{
    struct job *job = data;

    sa_tickets_free(job->tickets);
    sa_secret_free(job->password);
    sa_buf_done(&job->resolved);
    sa_arena_done(&job->arena);
    free(job);
}

static int resolve(struct job *job)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *addresses = NULL;
    size_t count = 0;
    int r = getaddrinfo(job->host, NULL, &hints, &addresses);

    if (r == EAI_MEMORY)
        return sa_fail_nomem(&job->err);
    if (r != 0) {
        r = sa_fail(&job->err, SA_E_NETWORK, SA_DOMAIN_DNS, r, "no address for '%s': %s", job->host,
                    gai_strerror(r));
        sa_hint(&job->err,
                "check the name, and that the DNS server of this machine knows the domain's names");
        return r;
    }
    sa_buf_addf(&job->resolved, "%s:%u:", job->host, (unsigned)job->port);
    for (const struct addrinfo *a = addresses; a != NULL && count < MAX_ADDRESSES; a = a->ai_next) {
        char text[64];

        if (getnameinfo(a->ai_addr, a->ai_addrlen, text, sizeof text, NULL, 0, NI_NUMERICHOST) == 0)
            sa_buf_addf(&job->resolved, a->ai_family == AF_INET6 ? "%s[%s]" : "%s%s",
                        count++ > 0 ? "," : "", text);
    }
    freeaddrinfo(addresses);
    return sa_buf_status(&job->resolved) < 0 ? sa_fail_nomem(&job->err) : 0;
}

static int service_ticket(struct job *job)
{
    int r = 0;

    for (; job->spn_at < job->spn_count; job->spn_at++) {
        r = sa_tickets_for_spn(job->tickets, job->spns[job->spn_at], &job->ticket, &job->err);
        if (r == 0 || !job->ticket.is_unknown)
            return r;
    }
    if (job->spn_count > 1) {
        job->spn_at = 0;
        r = sa_fail(&job->err, SA_E_AUTH, SA_DOMAIN_KRB5, job->err.code,
                    "Kerberos knows none of the service names %s, %s, %s", job->spns[0],
                    job->spns[1], job->spns[2]);
        sa_hint(&job->err, "use the server's full name as its computer account has it: an alias or "
                           "an address has no SPN; or name the SPN");
    } else {
        job->spn_at = 0;
    }
    return r;
}

static int get_tickets(struct job *job)
{
    char realm[256] = "";
    bool had_tickets = job->tickets != NULL;
    int r = 0;

    if (had_tickets) {
        r = service_ticket(job);
        if (r == 0 || job->ticket.is_unknown)
            return r;
        /* They may have ended meanwhile. */
        sa_tickets_free(job->tickets);
        job->tickets = NULL;
    }
    if (job->needs_realm) {
        sa_krb5_default_realm(realm, sizeof realm);
        job->logon.realm = realm[0] != '\0' ? realm : NULL;
    }
    r = sa_tickets_new(&job->logon, &job->tickets, &job->err);
    return r == 0 ? service_ticket(job) : r;
}

static void run_job(void *data)
{
    struct job *job = data;

    if (job->host != NULL)
        job->status = resolve(job);
    if (job->status == 0 && job->kerberos && !atomic_load(&job->stop)) {
        int64_t start = sa_time_monotonic_ms();

        job->asked = true;
        job->status = get_tickets(job);
        job->ticket_ms = sa_time_monotonic_ms() - start;
    }
}

/* A copy of the password that the thread may keep. */
static int copy_password(const struct sa_secret *password, struct job *job, struct sa_error *err)
{
    size_t len = sa_secret_len(password);
    char *copy = malloc(len + 1);
    int r = 0;

    if (copy == NULL)
        return sa_fail_nomem(err);
    memcpy(copy, sa_secret_bytes(password), len);
    r = sa_secret_new(copy, len, &job->password, err);
    free(copy);
    job->logon.password = job->password;
    return r;
}

/* Whose addresses are needed, of the server or of the proxy in front of it? */
static int name_to_resolve(const struct sa_http *http, struct job *job)
{
    const char *begin = http->options.proxy;
    char *copy = NULL;
    char *colon = NULL;

    if (http->resolved != NULL || (begin == NULL && http->is_address))
        return 0;
    if (begin == NULL) {
        job->host = sa_arena_text(&job->arena, http->options.host);
        job->port = http->options.port;
        return job->host == NULL ? SA_E_NOMEM : 0;
    }
    begin += strlen("http://");
    if (begin[0] == '[')
        return 0;
    copy = sa_arena_copy(&job->arena, begin, strcspn(begin, "/"));
    if (copy == NULL)
        return SA_E_NOMEM;
    colon = strchr(copy, ':');
    job->port = colon != NULL ? (uint16_t)strtoul(colon + 1, NULL, 10) : 1080;
    if (colon != NULL)
        *colon = '\0';
    job->host = copy;
    return 0;
}

static int job_fill(struct sa_http *http, struct job *job, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    struct sa_arena *arena = &job->arena;
    int r = name_to_resolve(http, job);

    job->kerberos = is_kerberos(http);
    job->needs_realm = job->kerberos && http->realm[0] == '\0';
    job->logon.user = sa_arena_text(arena, o->user);
    job->logon.realm = http->realm[0] != '\0' ? sa_arena_text(arena, http->realm) : NULL;
    job->logon.ccache = sa_arena_text(arena, o->ccache);
    job->logon.keytab = sa_arena_text(arena, o->keytab);
    job->spn_at = http->spn_at;
    job->spn_count = http->spn_count;
    for (size_t i = 0; i < http->spn_count; i++) {
        job->spns[i] = sa_arena_text(arena, http->spns[i]);
        if (job->spns[i] == NULL)
            r = SA_E_NOMEM;
    }
    if (r < 0 || (o->user != NULL && job->logon.user == NULL) ||
        (o->ccache != NULL && job->logon.ccache == NULL) ||
        (o->keytab != NULL && job->logon.keytab == NULL))
        return sa_fail_nomem(err);
    if (job->kerberos && o->password != NULL)
        return copy_password(o->password, job, err);
    return 0;
}

static int take_results(struct sa_http *http, struct job *job, struct sa_error *err)
{
    http->tickets = job->tickets;
    job->tickets = NULL;
    http->ticket = job->ticket;
    http->spn_at = job->spn_at;
    if (job->resolved.len > 0) {
        http->resolved = curl_slist_append(NULL, sa_buf_text(&job->resolved));
        if (http->resolved == NULL)
            return sa_fail_nomem(err);
        (void)curl_easy_setopt(http->curl, CURLOPT_RESOLVE, http->resolved);
    }
    if (job->asked) {
        struct sa_http_event event = {
            .operation = "ticket",
            .detail = http->spns[http->spn_at],
            .status = job->status,
            .started_at = sa_time_now() - job->ticket_ms / 1000,
            .elapsed_ms = job->ticket_ms,
        };

        tell(http, &event);
    }
    if (job->status < 0 && err != NULL)
        *err = job->err;
    return job->status;
}

static int check_rc4(const struct sa_http *http, struct sa_error *err)
{
    int r = 0;

    if (!http->ticket.is_rc4 || http->options.allow_rc4)
        return 0;
    r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_KRB5, 0,
                "Kerberos gives RC4 keys for '%s', which is not allowed", http->ticket.principal);
    sa_hint(err, "let the server's account use AES (msDS-SupportedEncryptionTypes), or allow RC4");
    return r;
}

static void explain_timeout(const struct sa_http *http, int status, struct sa_error *err)
{
    if (status != SA_E_TIMEOUT || err == NULL)
        return;
    (void)sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                  is_kerberos(http) ? "no answer in time about the name or the ticket for '%s'"
                                    : "no answer in time about the name '%s'",
                  http->options.host);
    sa_hint(err, "check the DNS servers of this machine%s",
            is_kerberos(http) ? ", and that the realm's KDCs answer on port 88" : "");
}

int prepare(struct sa_http *http, int64_t until_ms, struct sa_error *err)
{
    struct job *job = NULL;
    struct sa_worker_task task = {.run = run_job, .free = job_free};
    int r = 0;

    if (!is_kerberos(http) &&
        (http->resolved != NULL || (http->is_address && http->options.proxy == NULL)))
        return 0;
    job = calloc(1, sizeof *job);
    if (job == NULL)
        return sa_fail_nomem(err);
    sa_arena_init(&job->arena, 64 * SA_KIB);
    sa_buf_init(&job->resolved, 4096);
    r = job_fill(http, job, err);
    if (r < 0) {
        job_free(job);
        return r;
    }
    job->tickets = http->tickets;
    http->tickets = NULL;
    task.data = job;
    task.stop = &job->stop;
    r = sa_worker_run(&task, until_ms, http->options.cancelled, err);
    if (r < 0) {
        explain_timeout(http, r, err);
        return r; /* the job is the thread's now */
    }
    r = take_results(http, job, err);
    job_free(job);
    if (r < 0 && http->is_address && is_kerberos(http) && http->ticket.is_unknown)
        sa_hint(err, "use the server's name: an address has no SPN; or use NTLM over HTTPS");
    return r == 0 && is_kerberos(http) ? check_rc4(http, err) : r;
}
