/* SPDX-License-Identifier: Apache-2.0 */
/* ldap_probe [-o option=value]... [-s base|one|subtree -b BASE -f FILTER -a ATTRIBUTE...]
 *
 * Opens a connection as the options say, searches, and prints what came of it in lines that shell
 * tests can compare (-T N: N times at once): "open 0 12ms", "entry DN", "attribute NAME COUNT", "error STATUS DOMAIN CODE
 * MESSAGE | HINT". A password comes from the file that `password_file` names. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/directory.h"
#include "syncaudit/text.h"

#define MAX_WORDS 16

struct probe {
    struct sa_ldap_options options;
    const char *servers[MAX_WORDS + 1];
    const char *attributes[MAX_WORDS + 1];
    size_t server_count, attribute_count;
    struct sa_secret *password;
    struct sa_ldap_search search;
    bool searches, watches, repeats, pings, locates;
    unsigned deadline_ms, cancel_ms, threads;
    int status;
};

static atomic_bool cancelled;

static void on_alarm(int number)
{
    (void)number;
    atomic_store(&cancelled, true);
}

static void print_error(const char *what, int status, int64_t ms, const struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(8192);

    sa_text_add_visible(&text, err->message);
    sa_buf_add_text(&text, " | ");
    sa_text_add_visible(&text, err->hint);
    printf("%s %s %s %lld %lldms %s\n", what, sa_status_name(status), sa_domain_name(err->domain),
           err->code, (long long)ms, sa_buf_text(&text));
}

static void watch(void *payload, const struct sa_ldap_event *event)
{
    (void)payload;
    printf("event %s %s '%s' %d %lld entries=%zu bytes=%zu\n", event->operation, event->server,
           event->detail, event->status, event->code, event->entries, event->bytes);
}

static void read_password(struct probe *probe, const char *path)
{
    char bytes[1024];
    FILE *file = fopen(path, "rb");
    size_t len = 0;

    if (file == NULL)
        exit(3);
    len = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    while (len > 0 && bytes[len - 1] == '\n')
        len--;
    if (sa_secret_new(bytes, len, &probe->password, NULL) < 0)
        exit(3);
    probe->options.password = probe->password;
}

static int find(const char *word, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    exit(3);
}

static unsigned number(const char *text)
{
    uint32_t value = 0;

    if (sa_parse_u32(text, UINT32_MAX, &value) < 0)
        exit(3);
    return value;
}

static void set_option(struct probe *p, char *text)
{
    static const char *const names[] = {
        "domain",     "server",        "site",   "port",     "gc",      "auth",      "tls",
        "user",       "password_file", "ccache", "keytab",   "ca_file", "cert_file", "key_file",
        "no_binding", "connect",       "call",   "deadline", "realm",   "cancel",    NULL};
    static const char *const auths[] = {"negotiate", "kerberos", "ntlm",
                                        "simple",    "external", NULL};
    static const char *const layers[] = {"plain", "starttls", "ldaps", NULL};
    struct sa_ldap_options *o = &p->options;
    char *value = strchr(text, '=');

    if (value == NULL)
        exit(3);
    *value++ = '\0';
    switch (find(text, names)) {
    case 0:
        o->domain = value;
        break;
    case 1:
        p->servers[p->server_count++ % MAX_WORDS] = value;
        o->servers = p->servers;
        break;
    case 2:
        o->site = value;
        break;
    case 3:
        o->port = (uint16_t)number(value);
        break;
    case 4:
        o->global_catalog = true;
        break;
    case 5:
        o->auth = (enum sa_ldap_auth)find(value, auths);
        break;
    case 6:
        o->tls = (enum sa_ldap_tls)find(value, layers);
        break;
    case 7:
        o->user = value;
        break;
    case 8:
        read_password(p, value);
        break;
    case 9:
        o->ccache = value;
        break;
    case 10:
        o->keytab = value;
        break;
    case 11:
        o->ca_file = value;
        break;
    case 12:
        o->cert_file = value;
        break;
    case 13:
        o->key_file = value;
        break;
    case 14:
        o->no_channel_binding = true;
        break;
    case 15:
        o->connect_ms = number(value);
        break;
    case 16:
        o->call_ms = number(value);
        break;
    case 17:
        p->deadline_ms = number(value);
        break;
    case 18:
        o->realm = value;
        break;
    default:
        p->cancel_ms = number(value);
        break;
    }
}

static int print_entry(void *payload, const struct sa_ldap_entry *entry, struct sa_error *err)
{
    struct probe *probe = payload;

    (void)err;
    probe->search.max_entries = 0;
    printf("entry %s\n", entry->dn);
    for (size_t i = 0; i < entry->count; i++) {
        printf("attribute %s %zu\n", entry->attributes[i].name, entry->attributes[i].count);
        for (size_t k = 0; probe->search.extended_dn && k < entry->attributes[i].count; k++)
            printf("value %s\n", (const char *)entry->attributes[i].values[k].bytes);
    }
    return 0;
}

static void parse(struct probe *p, int count, char **words)
{
    static const char *const scopes[] = {"base", "one", "subtree", NULL};
    int o = 0;

    while ((o = getopt(count, words, "o:s:b:f:a:d:rvm:DXT:PL")) > 0)
        switch (o) {
        case 'o':
            set_option(p, optarg);
            break;
        case 's':
            p->search.scope = (enum sa_ldap_scope)find(optarg, scopes);
            p->searches = true;
            break;
        case 'b':
            p->search.base = optarg;
            p->searches = true;
            break;
        case 'f':
            p->search.filter = optarg;
            break;
        case 'a':
            p->attributes[p->attribute_count++ % MAX_WORDS] = optarg;
            break;
        case 'd':
            p->search.sd_flags = number(optarg);
            break;
        case 'm':
            p->search.max_entries = number(optarg);
            break;
        case 'X':
            p->search.extended_dn = true;
            break;
        case 'D':
            p->search.show_deleted = true;
            break;
        case 'P':
            p->pings = true;
            break;
        case 'L':
            p->locates = true;
            break;
        case 'T':
            p->threads = number(optarg);
            break;
        case 'r':
            p->repeats = true;
            break;
        case 'v':
            p->watches = true;
            break;
        default:
            exit(3);
        }
}

static int search(struct probe *p, struct sa_ldap *ldap)
{
    struct sa_error err = {0};
    int64_t start = sa_time_monotonic_ms();
    int r = sa_ldap_search(ldap, &p->search, print_entry, p, &err);

    if (r < 0)
        print_error("search", r, sa_time_monotonic_ms() - start, &err);
    else
        printf("search ok none 0 %lldms\n", (long long)(sa_time_monotonic_ms() - start));
    return r < 0;
}

static void print_info(const struct sa_ldap *ldap)
{
    const struct sa_ldap_info *i = sa_ldap_info(ldap);

    printf(
        "info server=%s site=%s mechanism=%s protection=%s nc=%s config=%s levels=%lld/%lld/%lld "
        "clock=%lld\n",
        i->server, i->site, i->mechanism, i->protection, i->default_nc, i->config_nc,
        (long long)i->forest_level, (long long)i->domain_level, (long long)i->dc_level,
        (long long)i->clock_offset_s);
}

static int ping(const struct probe *p)
{
    struct sa_error err = {0};
    struct sa_dc_ping answer;
    int64_t start = sa_time_monotonic_ms();
    int r = sa_dc_ping(p->servers[0], p->options.domain, 700, &answer, &err);

    if (r < 0)
        print_error("ping", r, sa_time_monotonic_ms() - start, &err);
    else
        printf("ping ok flags=%x forest=%s domain=%s host=%s netbios=%s site=%s client=%s\n",
               (unsigned)answer.flags, answer.forest, answer.domain, answer.host,
               answer.netbios_domain, answer.dc_site, answer.client_site);
    return r < 0;
}

static int locate(const struct probe *p)
{
    SA_CLEANUP(sa_arena_done) struct sa_arena arena = SA_ARENA_INIT(1024 * 1024);
    struct sa_error err = {0};
    struct sa_dc *dcs = NULL;
    size_t count = 0;
    int64_t start = sa_time_monotonic_ms();
    int r =
        sa_dc_locate(p->options.domain, p->options.site, p->options.global_catalog,
                     p->deadline_ms > 0 ? start + p->deadline_ms : 0, &arena, &dcs, &count, &err);

    if (r < 0)
        print_error("locate", r, sa_time_monotonic_ms() - start, &err);
    for (size_t i = 0; i < count; i++)
        printf("dc %s %u %u %u\n", dcs[i].name, (unsigned)dcs[i].port, (unsigned)dcs[i].priority,
               (unsigned)dcs[i].weight);
    return r < 0;
}

static int run(struct probe *p)
{
    SA_CLEANUP(sa_ldap_close_p) struct sa_ldap *ldap = NULL;
    struct sa_error err = {0};
    int64_t start = sa_time_monotonic_ms();
    int r = 0;

    p->search.attributes = p->attribute_count > 0 ? p->attributes : NULL;
    p->options.servers = p->server_count > 0 ? p->servers : NULL;
    if (p->pings)
        return ping(p);
    if (p->locates)
        return locate(p);
    p->options.deadline_ms = p->deadline_ms > 0 ? start + p->deadline_ms : 0;
    r = sa_ldap_open(&p->options, &ldap, &err);
    if (r < 0) {
        print_error("open", r, sa_time_monotonic_ms() - start, &err);
        return 1;
    }
    printf("open ok none 0 %lldms\n", (long long)(sa_time_monotonic_ms() - start));
    print_info(ldap);
    r = p->searches ? search(p, ldap) : 0;
    if (p->repeats)
        r = search(p, ldap);
    printf("total round_trips=%zu bytes=%zu\n", sa_ldap_info(ldap)->round_trips,
           sa_ldap_info(ldap)->bytes);
    return r;
}

static void *run_thread(void *argument)
{
    struct probe *probe = argument;

    probe->status = run(probe);
    return NULL;
}

int main(int count, char **words)
{
    struct probe p = {.search = {.base = ""}, .threads = 1};
    struct probe copies[MAX_WORDS];
    pthread_t threads[MAX_WORDS];
    int r = 0;

    signal(SIGPIPE, SIG_IGN);
    setvbuf(stdout, NULL, _IOLBF, 0);
    parse(&p, count, words);
    p.options.cancelled = &cancelled;
    p.options.watch = p.watches ? watch : NULL;
    if (p.cancel_ms > 0) {
        /* Not ualarm(), which takes less than a second only. */
        const struct itimerval at = {
            .it_value = {.tv_sec = p.cancel_ms / 1000, .tv_usec = p.cancel_ms % 1000 * 1000L}
        };
        signal(SIGALRM, on_alarm);
        if (setitimer(ITIMER_REAL, &at, NULL) < 0)
            exit(3);
    }
    for (unsigned i = 0; i < p.threads && i < MAX_WORDS; i++) {
        copies[i] = p;
        if (pthread_create(&threads[i], NULL, run_thread, &copies[i]) != 0)
            exit(3);
    }
    for (unsigned i = 0; i < p.threads && i < MAX_WORDS; i++) {
        pthread_join(threads[i], NULL);
        r = r == 0 ? copies[i].status : r;
    }
    sa_secret_free(p.password);
    return r;
}
