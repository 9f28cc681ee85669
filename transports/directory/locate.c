/* SPDX-License-Identifier: Apache-2.0 */
/* Domain controllers from DNS SRV records (RFC 2782; [MS-ADTS] 6.3.2.3): those of a site first,
 * then all of the domain. Within one priority the order is drawn by weight, so that many auditors do
 * not all ask the same DC. The resolver state is our own: the process-wide one is not for threads. */
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "private.h"

#define ANSWER_SIZE 65535

bool host_name_valid(const char *name)
{
    size_t len = strlen(name);

    if (len == 0 || len > 253)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = name[i];
        bool good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                    c == '-' || c == '.' || c == '_' || c == ':';

        if (!good)
            return false;
    }
    return true;
}

/* A site is one label. AD allows letters, digits and "-", and any other character by force. */
static bool site_valid(const char *site)
{
    return strlen(site) <= 63 && host_name_valid(site) && strpbrk(site, ".:") == NULL;
}

static int query_failed(const char *name, int h_error, bool waited, struct sa_error *err)
{
    int status = SA_E_NETWORK;

    if (h_error == HOST_NOT_FOUND || h_error == NO_DATA)
        status = SA_E_NOT_FOUND;
    else if (h_error == TRY_AGAIN && waited)
        status = SA_E_TIMEOUT;
    status = sa_fail(err, status, SA_DOMAIN_DNS, h_error, "DNS SRV '%s': %s", name,
                     status == SA_E_NOT_FOUND ? "no such record"
                     : status == SA_E_TIMEOUT ? "no answer"
                                              : "no usable answer");
    if (status == SA_E_NOT_FOUND)
        sa_hint(err, "check the domain's name, or name domain controllers in the configuration");
    else
        sa_hint(err, "check the DNS server of this machine: it must know the domain's zone");
    return status;
}

static int query(const char *name, int64_t deadline_ms, unsigned char *answer, int *ret_len,
                 struct sa_error *err)
{
    struct __res_state state = {0};
    int len = 0;
    int h_error = 0;
    int64_t start = sa_time_monotonic_ms();

    if (res_ninit(&state) != 0)
        return sa_fail(err, SA_E_IO, SA_DOMAIN_DNS, 0, "the resolver cannot be initialised");
    state.retrans = 1;
    state.retry = time_left(deadline_ms, 5000) >= 5000 ? 2 : 1;
    len = res_nquery(&state, name, ns_c_in, ns_t_srv, answer, ANSWER_SIZE);
    h_error = state.res_h_errno;
    res_nclose(&state);
    if (len < 0) /* The resolver says "try again" for silence and for a server's failure alike. */
        return query_failed(name, h_error, sa_time_monotonic_ms() - start >= 900, err);
    *ret_len = len < ANSWER_SIZE ? len : ANSWER_SIZE;
    return 0;
}

static bool known(const struct dc_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (sa_text_same(list->items[i].name, name))
            return true;
    return false;
}

/* One record into `list`; records that name nobody or no usable host are left out. */
static int take_record(const ns_msg *message, const ns_rr *record, const struct dc_list *before,
                       struct dc_list *list, struct sa_arena *arena)
{
    const unsigned char *data = ns_rr_rdata(*record);
    struct sa_dc *dc = &list->items[list->count];
    char host[NS_MAXDNAME];
    size_t len = 0;

    if (ns_rr_type(*record) != ns_t_srv || ns_rr_rdlen(*record) < 7 ||
        dn_expand(ns_msg_base(*message), ns_msg_end(*message), data + 6, host, sizeof host) < 0)
        return 0;
    len = strlen(host);
    if (len > 0 && host[len - 1] == '.')
        host[len - 1] = '\0';
    if (!host_name_valid(host) || known(before, host) || known(list, host))
        return 0;
    dc->priority = (uint16_t)ns_get16(data);
    dc->weight = (uint16_t)ns_get16(data + 2);
    dc->port = (uint16_t)ns_get16(data + 4);
    dc->name = sa_arena_text(arena, host);
    if (dc->name == NULL)
        return SA_E_NOMEM;
    list->count++;
    return 0;
}

static uint32_t draw(uint32_t below)
{
    uint32_t random = 0;

    if (getrandom(&random, sizeof random, GRND_NONBLOCK) != sizeof random)
        return 0;
    return below == 0 ? 0 : random % below;
}

/* RFC 2782: lowest priority first; within it by chance, weight 0 rarely. */
static void order(struct sa_dc *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint16_t lowest = UINT16_MAX;
        uint32_t sum = 0;
        uint32_t drawn = 0;
        size_t chosen = i;
        struct sa_dc dc;

        for (size_t k = i; k < count; k++)
            if (items[k].priority < lowest)
                lowest = items[k].priority;
        for (size_t k = i; k < count; k++)
            sum += items[k].priority == lowest ? items[k].weight + 1U : 0;
        drawn = draw(sum);
        for (size_t k = i; k < count; k++) {
            uint32_t share = items[k].priority == lowest ? items[k].weight + 1U : 0;

            if (drawn < share) {
                chosen = k;
                break;
            }
            drawn -= share;
        }
        dc = items[chosen];
        items[chosen] = items[i];
        items[i] = dc;
    }
}

/* Adds the hosts of one SRV name, ordered, behind those that are there. */
static int add_srv(const char *name, int64_t deadline_ms, struct sa_arena *arena,
                   struct dc_list *list, struct sa_error *err)
{
    unsigned char *answer = sa_arena_alloc(arena, ANSWER_SIZE);
    struct dc_list more = {list->items + list->count, 0};
    ns_msg message;
    int len = 0;
    int r = 0;

    if (answer == NULL)
        return sa_fail_nomem(err);
    r = query(name, deadline_ms, answer, &len, err);
    if (r < 0)
        return r;
    if (ns_initparse(answer, len, &message) < 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_DNS, 0, "DNS SRV '%s': malformed", name);
    for (int i = 0; i < ns_msg_count(message, ns_s_an); i++) {
        ns_rr record;

        if (list->count + more.count == SA_LIMIT_DCS)
            break;
        if (ns_parserr(&message, ns_s_an, i, &record) == 0 &&
            take_record(&message, &record, list, &more, arena) < 0)
            return sa_fail_nomem(err);
    }
    order(more.items, more.count);
    list->count += more.count;
    return 0;
}

int locate_srv(const char *domain, const char *site, bool global_catalog, int64_t deadline_ms,
               struct sa_arena *arena, struct dc_list *ret, struct sa_error *err)
{
    const char *kind = global_catalog ? "gc" : "dc";
    struct dc_list list = {sa_arena_array(arena, SA_LIMIT_DCS, sizeof *list.items), 0};
    char name[512];
    int r = 0;

    if (list.items == NULL)
        return sa_fail_nomem(err);
    if (!host_name_valid(domain) || strchr(domain, ':') != NULL)
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "'%.253s' is no DNS name of a domain",
                       domain);
    if (site != NULL && site_valid(site)) {
        (void)snprintf(name, sizeof name, "_ldap._tcp.%s._sites.%s._msdcs.%s", site, kind, domain);
        r = add_srv(name, deadline_ms, arena, &list, err);
        if (r < 0 && r != SA_E_NOT_FOUND)
            return r;
    }
    (void)snprintf(name, sizeof name, "_ldap._tcp.%s._msdcs.%s", kind, domain);
    r = add_srv(name, deadline_ms, arena, &list, err);
    if (r < 0 && list.count == 0)
        return r;
    if (list.count == 0)
        return sa_fail(err, SA_E_NOT_FOUND, SA_DOMAIN_DNS, NO_DATA,
                       "DNS SRV '%s' names no usable host", name);
    *ret = list;
    return 0;
}

/* The same for callers outside, with a deadline that holds. */
struct locate_job {
    atomic_bool stop;
    struct sa_arena arena;
    char *domain, *site;
    bool global_catalog;
    int64_t deadline_ms;
    struct dc_list found;
    int status;
    struct sa_error error;
};

static void locate_run(void *data)
{
    struct locate_job *job = data;

    job->status = locate_srv(job->domain, job->site, job->global_catalog, job->deadline_ms,
                             &job->arena, &job->found, &job->error);
}

static void locate_free(void *data)
{
    struct locate_job *job = data;

    sa_arena_done(&job->arena);
    free(job);
}

static int copy_dcs(const struct locate_job *job, struct sa_arena *arena, struct sa_dc **ret)
{
    struct sa_dc *items = sa_arena_array(arena, job->found.count, sizeof *items);

    if (items == NULL)
        return SA_E_NOMEM;
    for (size_t i = 0; i < job->found.count; i++) {
        items[i] = job->found.items[i];
        items[i].name = sa_arena_text(arena, job->found.items[i].name);
        if (items[i].name == NULL)
            return SA_E_NOMEM;
    }
    *ret = items;
    return 0;
}

/* NOLINTNEXTLINE(readability-function-size): the public signature */
int sa_dc_locate(const char *domain, const char *site, bool global_catalog, int64_t deadline_ms,
                 struct sa_arena *arena, struct sa_dc **ret, size_t *ret_count,
                 struct sa_error *err)
{
    struct locate_job *job = calloc(1, sizeof *job);
    struct sa_worker_task task = {locate_run, NULL, locate_free, job, NULL};
    int r = 0;

    if (job == NULL)
        return sa_fail_nomem(err);
    sa_arena_init(&job->arena, SA_MIB);
    job->domain = sa_arena_text(&job->arena, domain);
    job->site = sa_arena_text(&job->arena, site);
    job->global_catalog = global_catalog;
    job->deadline_ms = deadline_ms;
    task.stop = &job->stop;
    if (job->domain == NULL || (site != NULL && job->site == NULL)) {
        locate_free(job);
        return sa_fail_nomem(err);
    }
    r = sa_worker_run(&task, deadline_ms, NULL, err);
    if (r < 0) {
        if (r == SA_E_TIMEOUT)
            return sa_fail(err, r, SA_DOMAIN_DNS, TRY_AGAIN, "DNS did not answer in time for '%s'",
                           domain);
        return r;
    }
    r = job->status;
    if (r < 0 && err != NULL)
        *err = job->error;
    if (r == 0 && copy_dcs(job, arena, ret) < 0)
        r = sa_fail_nomem(err);
    *ret_count = r == 0 ? job->found.count : 0;
    locate_free(job);
    return r;
}
