/* SPDX-License-Identifier: Apache-2.0 */
/* Names, ports and tickets: what stands before any logon. The resolver and Kerberos know no deadline, so both run
 * in a thread that can be left behind, on copies of everything (gss.h). */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "doctor.h"

#define NAME_MS    10000
#define PORT_MS    3000
#define TICKETS_MS 20000

static int64_t within(const struct examination *e, int64_t ms)
{
    int64_t own = sa_time_monotonic_ms() + ms;
    return e->deadline_ms < own ? e->deadline_ms : own;
}

/* Names -------------------------------------------------------------------------------------------- */

struct lookup {
    atomic_bool stop;
    char host[256];
    int code; /* of getaddrinfo() */
    struct addresses found;
};

static void look_up(void *data)
{
    struct lookup *lookup = data;
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    lookup->code = getaddrinfo(lookup->host, NULL, &hints, &list);
    if (lookup->code != 0)
        return;
    for (const struct addrinfo *a = list; a && lookup->found.count < ADDRESSES_MAX;
         a = a->ai_next) {
        struct address *address = &lookup->found.items[lookup->found.count++];
        memcpy(&address->socket, a->ai_addr, a->ai_addrlen);
        address->len = a->ai_addrlen;
        (void)getnameinfo(a->ai_addr, a->ai_addrlen, address->text, sizeof address->text, NULL, 0,
                          NI_NUMERICHOST);
        if (atomic_load(&lookup->stop) ||
            getnameinfo(a->ai_addr, a->ai_addrlen, address->reverse, sizeof address->reverse, NULL,
                        0, NI_NAMEREQD) != 0)
            address->reverse[0] = '\0';
    }
    freeaddrinfo(list);
}

/* Kerberos goes by the name that was given, so a wrong reverse name is worth a note and no more. */
static void say_reverse(struct examination *e, const char *host, const struct addresses *found)
{
    for (size_t i = 0; i < found->count; i++) {
        const struct address *a = &found->items[i];
        if (strcmp(a->text, host) == 0 && a->reverse[0])
            (void)say(e, FOUND_NOTE, "reverse", "%s is %s", a->text, a->reverse);
        else if (a->reverse[0] && !sa_text_same(a->reverse, host))
            (void)say(e, FOUND_NOTE, "reverse",
                      "%s is called %s by DNS; Kerberos is asked for the name that was given",
                      a->text, a->reverse);
        else if (!a->reverse[0])
            (void)say(e, FOUND_NOTE, "reverse", "%s has no name in DNS; nothing here needs one",
                      a->text);
        else
            (void)say(e, FOUND_OK, "reverse", "%s is %s", a->text, a->reverse);
    }
}

static void say_addresses(struct examination *e, const char *host, const struct addresses *found)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(4096);
    for (size_t i = 0; i < found->count; i++)
        (void)sa_buf_addf(&text, "%s%s", i > 0 ? ", " : "", found->items[i].text);
    (void)say(e, FOUND_OK, "name", "%s: %s", host, sa_buf_text(&text));
    say_reverse(e, host, found);
}

bool examine_name(struct examination *e, const char *host, struct addresses *ret)
{
    struct sa_error err = {0};
    struct lookup *lookup = calloc(1, sizeof *lookup);
    *ret = (struct addresses){0};
    if (!lookup) {
        e->no_memory = true;
        return false;
    }
    (void)snprintf(lookup->host, sizeof lookup->host, "%s", host);
    struct sa_worker_task task = {
        .run = look_up, .free = free, .data = lookup, .stop = &lookup->stop};
    int r = sa_worker_run(&task, within(e, NAME_MS), e->cancelled, &err);
    bool ours = r == 0; /* else the thread has it */
    if (!ours) {
        (void)sa_fail(&err, r, SA_DOMAIN_NONE, 0, "no answer about the name '%s' in time", host);
        sa_hint(&err, "check the DNS servers of this machine: /etc/resolv.conf");
    } else if (lookup->code != 0) {
        r = sa_fail(&err, SA_E_NETWORK, SA_DOMAIN_DNS, lookup->code, "no address for '%s': %s",
                    host, gai_strerror(lookup->code));
        sa_hint(&err, "check the name, and that the DNS server of this machine knows the "
                      "domain's names");
    } else {
        *ret = lookup->found;
    }
    if (r < 0)
        (void)say_error(e, "name", &err);
    else
        say_addresses(e, host, ret);
    if (ours)
        free(lookup);
    return r == 0;
}

/* Ports -------------------------------------------------------------------------------------------- */

/* 0, or an errno. */
static int try_connect(const struct examination *e, const struct address *address, unsigned port)
{
    struct sockaddr_storage socket_address = address->socket;
    if (socket_address.ss_family == AF_INET6)
        ((struct sockaddr_in6 *)&socket_address)->sin6_port = htons((uint16_t)port);
    else
        ((struct sockaddr_in *)&socket_address)->sin_port = htons((uint16_t)port);
    int fd = socket(socket_address.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    int failed = connect(fd, (struct sockaddr *)&socket_address, address->len) < 0 ? errno : 0;
    if (failed == EINPROGRESS) {
        struct pollfd wait = {.fd = fd, .events = POLLOUT};
        int64_t left = within(e, PORT_MS) - sa_time_monotonic_ms();
        socklen_t size = sizeof failed;
        if (left <= 0 || poll(&wait, 1, (int)left) <= 0)
            failed = ETIMEDOUT;
        else if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &size) < 0)
            failed = errno;
    }
    (void)close(fd);
    return failed;
}

bool examine_port(struct examination *e, const struct addresses *addresses, unsigned port,
                  const char *what, bool is_needed)
{
    struct sa_error err = {0};
    int failed = EADDRNOTAVAIL;
    for (size_t i = 0; i < addresses->count && failed != 0; i++)
        failed = try_connect(e, &addresses->items[i], port);
    if (failed == 0) {
        (void)say(e, FOUND_OK, "port", "%u (%s) is open", port, what);
        return true;
    }
    (void)sa_fail_errno(&err, failed, "port %u (%s)", port, what);
    if (!is_needed) {
        (void)say(e, FOUND_NOTE, "port", "%s; not needed here", err.message);
        return false;
    }
    err.status = failed == ETIMEDOUT ? SA_E_TIMEOUT : SA_E_NETWORK;
    sa_hint(&err, "%s",
            failed == ECONNREFUSED
                ? "the machine answers, the service does not listen: check it there (WinRM: winrm "
                  "quickconfig)"
                : "check routing and the firewalls between here and there");
    (void)say_error(e, "port", &err);
    return false;
}

/* Tickets ------------------------------------------------------------------------------------------ */

#define SERVICES_MAX 4

struct ticket_job {
    atomic_bool stop;
    struct sa_arena arena;
    struct sa_logon logon;
    struct sa_secret *password;
    const char *services[SERVICES_MAX];
    size_t count;
    /* the result */
    char owner[SA_PRINCIPAL_MAX];
    int64_t ends_at;
    int status; /* of the ticket-granting ticket */
    struct sa_error err;
    int statuses[SERVICES_MAX];
    struct sa_error errors[SERVICES_MAX];
    struct sa_ticket tickets[SERVICES_MAX];
};

static void ticket_job_free(void *data)
{
    struct ticket_job *job = data;
    sa_secret_free(job->password);
    sa_arena_done(&job->arena);
    free(job);
}

static void get_tickets(void *data)
{
    struct ticket_job *job = data;
    SA_CLEANUP(sa_tickets_free_p) struct sa_tickets *tickets = NULL;
    char realm[256] = "";
    if (!job->logon.realm) {
        sa_krb5_default_realm(realm, sizeof realm);
        job->logon.realm = realm[0] ? realm : NULL;
    }
    job->status = sa_tickets_new(&job->logon, &tickets, &job->err);
    if (job->status < 0)
        return;
    sa_tickets_owner(tickets, job->owner, &job->ends_at);
    for (size_t i = 0; i < job->count && !atomic_load(&job->stop); i++)
        job->statuses[i] =
            sa_tickets_for_spn(tickets, job->services[i], &job->tickets[i], &job->errors[i]);
}

static int fill_job(struct ticket_job *job, const struct sa_logon *logon,
                    const char *const *services, struct sa_error *err)
{
    bool failed = false;
    const char *const from[] = {logon->user, logon->realm, logon->keytab, logon->ccache};
    const char **to[] = {&job->logon.user, &job->logon.realm, &job->logon.keytab,
                         &job->logon.ccache};
    job->arena = (struct sa_arena)SA_ARENA_INIT(65536);
    for (size_t i = 0; i < SA_COUNT(from); i++) {
        *to[i] = sa_arena_text(&job->arena, from[i]);
        failed = failed || (from[i] && !*to[i]);
    }
    for (; services[job->count] && job->count < SERVICES_MAX; job->count++) {
        job->services[job->count] = sa_arena_text(&job->arena, services[job->count]);
        failed = failed || !job->services[job->count];
    }
    if (failed)
        return sa_fail_nomem(err);
    if (!logon->password)
        return 0;
    size_t len = sa_secret_len(logon->password);
    char *copy = malloc(len + 1);
    if (!copy)
        return sa_fail_nomem(err);
    memcpy(copy, sa_secret_bytes(logon->password), len);
    int r = sa_secret_new(copy, len, &job->password, err);
    free(copy);
    job->logon.password = job->password;
    return r;
}

static bool say_services(struct examination *e, struct ticket_job *job)
{
    bool any = false;
    for (size_t i = 0; i < job->count; i++)
        any = any || job->statuses[i] == 0;
    for (size_t i = 0; i < job->count; i++) {
        const struct sa_ticket *ticket = &job->tickets[i];
        if (job->statuses[i] == 0 && ticket->is_rc4) {
            struct line *line =
                say(e, FOUND_NOTE, "SPN", "%s has a ticket, with RC4", ticket->principal);
            line->hint = "let the account's msDS-SupportedEncryptionTypes include AES; --allow-rc4 "
                         "accepts it meanwhile";
        } else if (job->statuses[i] == 0) {
            (void)say(e, FOUND_OK, "SPN", "%s has a ticket, %s", ticket->principal, ticket->cipher);
        } else if (any) {
            (void)say(e, FOUND_NOTE, "SPN", "%s", job->errors[i].message);
        } else if (i == 0) { /* the others are refused alike */
            (void)say_error(e, "SPN", &job->errors[i]);
        }
    }
    return any;
}

bool examine_tickets(struct examination *e, const struct sa_logon *logon,
                     const char *const *services)
{
    struct sa_error err = {0};
    char until[SA_TIME_TEXT_SIZE] = "";
    struct ticket_job *job = calloc(1, sizeof *job);
    int r = job ? fill_job(job, logon, services, &err) : sa_fail_nomem(&err);
    bool any = false;
    if (r == 0) {
        struct sa_worker_task task = {
            .run = get_tickets, .free = ticket_job_free, .data = job, .stop = &job->stop};
        r = sa_worker_run(&task, within(e, TICKETS_MS), e->cancelled, &err);
        if (r < 0) {
            job = NULL; /* the thread has it */
            (void)sa_fail(&err, r, SA_DOMAIN_KRB5, 0, "no answer from a KDC in time");
            sa_hint(&err, "check that TCP and UDP port 88 of the realm's KDCs answer");
        }
    }
    if (r == 0 && job->status < 0)
        err = job->err;
    if (!job || err.status < 0) {
        (void)say_error(e, "ticket", &err);
    } else {
        sa_time_format(job->ends_at, until);
        (void)say(e, FOUND_OK, "ticket", "%s, until %s", job->owner, until);
        any = say_services(e, job);
    }
    if (job)
        ticket_job_free(job);
    return any;
}

void examine_clock(struct examination *e, int64_t offset_s, const char *source)
{
    long long seconds = offset_s < 0 ? -offset_s : offset_s;
    if (offset_s == INT64_MIN) {
        (void)say(e, FOUND_SKIPPED, "clock", "%s tells no time", source);
        return;
    }
    if (seconds == 0) {
        (void)say(e, FOUND_OK, "clock", "as ours, by %s", source);
        return;
    }
    if (seconds <= 60) {
        (void)say(e, FOUND_OK, "clock", "within %lld s of ours, by %s", seconds, source);
        return;
    }
    struct line *line =
        say(e, seconds > 300 ? FOUND_PROBLEM : FOUND_NOTE, "clock", "%lld s %s ours, by %s",
            seconds, offset_s < 0 ? "behind" : "ahead of", source);
    line->hint = "let both machines follow the domain's time; Kerberos takes five minutes at most";
}
