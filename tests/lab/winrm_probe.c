/* SPDX-License-Identifier: Apache-2.0 */
/* winrm_probe -o host=NAME [-o option=value]... [-n EXCHANGES] [-p PAUSE_MS] [-b BODY] [-T THREADS] [-rvI]
 *
 * Logs on to a WinRM endpoint as the options say, exchanges, and prints what came of it in lines that
 * shell tests can compare: "open 0 12ms", "info mechanism=...", "answer 200 1234 bytes", "count posts=...",
 * and on failure "open STATUS DOMAIN CODE 12ms MESSAGE | HINT". -r: requests may be repeated, -v: events,
 * -I: Identify without a logon, -T: so many connections at once. A password comes from the file that
 * `password_file` names. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/http.h"
#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#define IDENTIFY                                                                                  \
    "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "                            \
    "xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"><s:Header/>" \
    "<s:Body><wsmid:Identify/></s:Body></s:Envelope>"

struct probe {
    struct sa_http_options options;
    struct sa_secret *password;
    const char *body;
    unsigned exchanges, pause_ms, timeout_ms, deadline_ms, cancel_ms, threads;
    bool repeatable, watches, identifies, shows;
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

static void on_event(void *payload, const struct sa_http_event *event)
{
    (void)payload;
    printf("event %s '%s' %s http=%ld sent=%zu received=%zu %lldms\n", event->operation,
           event->detail, event->status < 0 ? sa_status_name(event->status) : "0", event->code,
           event->sent, event->received, (long long)event->elapsed_ms);
}

static int load_password(const char *path, struct sa_secret **ret)
{
    char bytes[1024];
    struct sa_error err = {0};
    FILE *file = fopen(path, "r");
    size_t len = 0;

    if (file == NULL)
        return -1;
    len = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    while (len > 0 && (bytes[len - 1] == '\n' || bytes[len - 1] == '\r'))
        len--;
    return sa_secret_new(bytes, len, ret, &err);
}

static int set_auth(struct probe *probe, const char *value)
{
    static const char *const names[] = {"negotiate", "kerberos", "ntlm", "basic", "certificate"};

    for (size_t i = 0; i < SA_COUNT(names); i++)
        if (strcmp(names[i], value) == 0) {
            probe->options.auth = (enum sa_http_auth)i;
            return 0;
        }
    return -1;
}

static int set_number(struct probe *probe, const char *name, const char *value)
{
    struct {
        const char *name;
        unsigned *number;
    } numbers[] = {
        {"connect",  &probe->options.connect_ms},
        {"timeout",  &probe->timeout_ms        },
        {"deadline", &probe->deadline_ms       },
        {"cancel",   &probe->cancel_ms         },
    };

    for (size_t i = 0; i < SA_COUNT(numbers); i++)
        if (strcmp(numbers[i].name, name) == 0)
            return sa_parse_u32(value, 10000000, numbers[i].number);
    return -1;
}

static int set_option(struct probe *probe, char *word)
{
    struct sa_http_options *o = &probe->options;
    struct {
        const char *name;
        const char **text;
    } texts[] = {
        {"host",   &o->host     },
        {"path",   &o->path     },
        {"spn",    &o->spn      },
        {"user",   &o->user     },
        {"realm",  &o->realm    },
        {"ccache", &o->ccache   },
        {"keytab", &o->keytab   },
        {"ca",     &o->ca_file  },
        {"pin",    &o->pin      },
        {"cert",   &o->cert_file},
        {"key",    &o->key_file },
        {"proxy",  &o->proxy    },
    };
    struct {
        const char *name;
        bool *flag;
    } flags[] = {
        {"tls",        &o->tls               },
        {"no_binding", &o->no_channel_binding},
        {"rc4",        &o->allow_rc4         }
    };
    char *value = strchr(word, '=');
    uint32_t port = 0;

    if (value != NULL)
        *value++ = '\0';
    for (size_t i = 0; i < SA_COUNT(flags); i++)
        if (strcmp(flags[i].name, word) == 0) {
            *flags[i].flag = true;
            return 0;
        }
    if (value == NULL)
        return -1;
    for (size_t i = 0; i < SA_COUNT(texts); i++)
        if (strcmp(texts[i].name, word) == 0) {
            *texts[i].text = value;
            return 0;
        }
    if (strcmp(word, "auth") == 0)
        return set_auth(probe, value);
    if (strcmp(word, "password_file") == 0)
        return load_password(value, &probe->password);
    if (strcmp(word, "port") == 0) {
        if (sa_parse_u32(value, 65535, &port) < 0)
            return -1;
        o->port = (uint16_t)port;
        return 0;
    }
    return set_number(probe, word, value);
}

static int parse(int argc, char **argv, struct probe *probe)
{
    int c = 0;

    while ((c = getopt(argc, argv, "o:n:p:b:T:rvIs")) != -1) {
        int r = 0;

        switch (c) {
        case 'o':
            r = set_option(probe, optarg);
            break;
        case 'n':
            r = sa_parse_u32(optarg, 1000000, &probe->exchanges);
            break;
        case 'p':
            r = sa_parse_u32(optarg, 1000000, &probe->pause_ms);
            break;
        case 'T':
            r = sa_parse_u32(optarg, 1000, &probe->threads);
            break;
        case 'b':
            probe->body = optarg;
            break;
        case 'r':
            probe->repeatable = true;
            break;
        case 'v':
            probe->watches = true;
            break;
        case 'I':
            probe->identifies = true;
            break;
        case 's':
            probe->shows = true;
            break;
        default:
            r = -1;
        }
        if (r < 0) {
            fprintf(stderr, "winrm_probe: what is '%s'?\n", optarg != NULL ? optarg : "that");
            return -1;
        }
    }
    return 0;
}

static void show(struct probe *probe, long status, const struct sa_buf *reply)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf text = SA_BUF_INIT(65536);
    char part[512];

    if (probe->shows) {
        (void)snprintf(part, sizeof part, "%s", sa_buf_text(reply));
        sa_text_add_visible(&text, part);
    }
    printf("answer %ld %zu bytes %s\n", status, reply->len, sa_buf_text(&text));
}

static int identify(struct probe *probe)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reply = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    struct sa_error err = {0};
    int64_t start = sa_time_monotonic_ms();
    long status = 0;
    int r = sa_http_identify(&probe->options, IDENTIFY, strlen(IDENTIFY), &reply, &status, &err);

    if (r < 0)
        print_error("identify", r, sa_time_monotonic_ms() - start, &err);
    else
        show(probe, status, &reply);
    return r;
}

static int exchange(struct probe *probe, struct sa_http *http)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf reply = SA_BUF_INIT(SA_LIMIT_HTTP_REPLY);
    struct sa_error err = {0};
    int64_t start = sa_time_monotonic_ms();
    long status = 0;
    bool sent = false;
    int r = sa_http_exchange(http, probe->body, strlen(probe->body), probe->repeatable,
                             probe->timeout_ms, &reply, &status, &sent, &err);

    if (r < 0) {
        print_error(sent ? "exchange(sent)" : "exchange", r, sa_time_monotonic_ms() - start, &err);
        return r;
    }
    show(probe, status, &reply);
    return 0;
}

static void wait_ms(unsigned ms)
{
    struct timespec pause = {ms / 1000, (long)(ms % 1000) * 1000000};

    (void)nanosleep(&pause, NULL);
}

static void *run(void *data)
{
    struct probe probe = *(struct probe *)data;
    SA_CLEANUP(sa_http_close_p) struct sa_http *http = NULL;
    const struct sa_http_info *info = NULL;
    struct sa_error err = {0};
    int64_t start = sa_time_monotonic_ms();
    int r = 0;

    if (probe.identifies) {
        if (identify(&probe) < 0)
            ((struct probe *)data)->status = 1;
        return NULL;
    }
    r = sa_http_open(&probe.options, &http, &err);
    if (r < 0) {
        print_error("open", r, sa_time_monotonic_ms() - start, &err);
        ((struct probe *)data)->status = 1;
        return NULL;
    }
    printf("open 0 %lldms\n", (long long)(sa_time_monotonic_ms() - start));
    info = sa_http_info(http);
    printf("info url=%s mechanism=%s protection=%s spn=%s certificate=%s clock=%lld\n", info->url,
           info->mechanism, info->protection, info->spn, info->certificate,
           (long long)info->clock_offset_s);
    for (unsigned i = 0; i < probe.exchanges; i++) {
        if (i > 0 && probe.pause_ms > 0)
            wait_ms(probe.pause_ms);
        if (exchange(&probe, http) < 0)
            ((struct probe *)data)->status = 1;
    }
    printf("count posts=%zu connections=%zu logons=%zu sent=%zu received=%zu\n", info->posts,
           info->connections, info->logons, info->bytes_sent, info->bytes_received);
    return NULL;
}

static int run_threads(struct probe *probe)
{
    pthread_t threads[1000];
    static struct probe probes[1000];
    int status = 0;

    for (unsigned i = 0; i < probe->threads; i++) {
        probes[i] = *probe;
        if (pthread_create(&threads[i], NULL, run, &probes[i]) != 0)
            return 2;
    }
    for (unsigned i = 0; i < probe->threads; i++) {
        (void)pthread_join(threads[i], NULL);
        status |= probes[i].status;
    }
    return status;
}

int main(int argc, char **argv)
{
    struct probe probe = {.body = IDENTIFY, .exchanges = 1, .timeout_ms = 10000, .threads = 1};
    struct sa_error err = {0};
    int status = 0;

    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    (void)signal(SIGPIPE, SIG_IGN);
    if (parse(argc, argv, &probe) < 0)
        return 2;
    if (sa_http_init(&err) < 0)
        return 2;
    if (probe.deadline_ms > 0)
        probe.options.deadline_ms = sa_time_monotonic_ms() + probe.deadline_ms;
    if (probe.cancel_ms > 0) {
        struct itimerval timer = {
            .it_value = {probe.cancel_ms / 1000, (long)(probe.cancel_ms % 1000) * 1000}
        };

        (void)signal(SIGALRM, on_alarm);
        (void)setitimer(ITIMER_REAL, &timer, NULL);
    }
    probe.options.cancelled = &cancelled;
    probe.options.password = probe.password;
    probe.options.watch = probe.watches ? on_event : NULL;
    status = run_threads(&probe);
    sa_secret_free(probe.password);
    return status;
}
