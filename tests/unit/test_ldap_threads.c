/* SPDX-License-Identifier: Apache-2.0 */
/* Several connections at once, each in its own thread with its own handle: the libraries are set up
 * once, deadlines hold beside each other, and what is abandoned touches nobody's memory. The peers
 * are sockets of this test: one that refuses, one that says nothing. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/directory.h"

#include "support/test.h"

#define THREADS 8

struct attempt {
    uint16_t port;
    unsigned call_ms;
    bool by_ticket, watches;
    int status;
    int64_t took_ms;
    unsigned events;
    pthread_t waiting;
    bool strange_thread;
};

static int silent_socket(uint16_t *ret_port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    assert_true(fd >= 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(fd, 64), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&address, &size), 0);
    *ret_port = ntohs(address.sin_port);
    return fd;
}

static void count_events(void *payload, const struct sa_ldap_event *event)
{
    struct attempt *attempt = payload;

    (void)event;
    attempt->events++;
    if (!pthread_equal(pthread_self(), attempt->waiting))
        attempt->strange_thread = true;
}

static void *try_to_open(void *argument)
{
    static const char *const servers[] = {"127.0.0.1", NULL};
    struct attempt *attempt = argument;
    char bytes[] = "secret";
    struct sa_secret *password = NULL;
    struct sa_ldap *ldap = NULL;
    struct sa_error err = {0};
    struct sa_ldap_options options = {
        .servers = servers,
        .port = attempt->port,
        .user = "a@B.EXAMPLE",
        .auth = attempt->by_ticket ? SA_LDAP_KERBEROS : SA_LDAP_NTLM,
        .connect_ms = 1000,
        .call_ms = attempt->call_ms,
        .watch = attempt->watches ? count_events : NULL,
        .payload = attempt,
    };
    int64_t start = sa_time_monotonic_ms();

    attempt->waiting = pthread_self();
    if (attempt->by_ticket)
        options.ccache = "FILE:/nonexistent/ccache";
    else if (sa_secret_new(bytes, 6, &password, NULL) == 0)
        options.password = password;
    attempt->status = sa_ldap_open(&options, &ldap, &err);
    attempt->took_ms = sa_time_monotonic_ms() - start;
    sa_ldap_close(ldap);
    sa_secret_free(password);
    return NULL;
}

static void many_at_once(void **state)
{
    struct attempt attempts[THREADS] = {0};
    pthread_t threads[THREADS];
    uint16_t silent = 0;
    uint16_t refusing = 0;
    int fd = silent_socket(&silent);

    (void)state;
    (void)close(silent_socket(&refusing));
    for (size_t i = 0; i < THREADS; i++) {
        attempts[i].port = i % 2 == 0 ? silent : refusing;
        attempts[i].by_ticket = i % 4 == 3;
        attempts[i].call_ms = 700;
        attempts[i].watches = true;
        assert_int_equal(pthread_create(&threads[i], NULL, try_to_open, &attempts[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        (void)pthread_join(threads[i], NULL);
        assert_int_equal(attempts[i].status, i % 4 == 3   ? SA_E_AUTH
                                             : i % 2 == 0 ? SA_E_TIMEOUT
                                                          : SA_E_NETWORK);
        assert_true(attempts[i].took_ms < 6000);
        assert_true(attempts[i].events > 0);
        assert_false(attempts[i].strange_thread);
    }
    (void)close(fd);
}

static void waiting_can_be_cancelled(void **state)
{
    static const char *const servers[] = {"127.0.0.1", NULL};
    atomic_bool cancelled = true;
    char bytes[] = "secret";
    struct sa_secret *password = NULL;
    struct sa_ldap *ldap = NULL;
    struct sa_error err = {0};
    struct sa_ldap_options options = {
        .servers = servers, .user = "a@B.EXAMPLE", .auth = SA_LDAP_NTLM, .cancelled = &cancelled};
    int64_t start = sa_time_monotonic_ms();
    int fd = silent_socket(&options.port);

    (void)state;
    assert_int_equal(sa_secret_new(bytes, 6, &password, NULL), 0);
    options.password = password;
    assert_int_equal(sa_ldap_open(&options, &ldap, &err), SA_E_CANCELLED);
    assert_null(ldap);
    assert_true(sa_time_monotonic_ms() - start < 3000);
    sa_secret_free(password);
    (void)close(fd);
}

/* Contradictions are found before anything leaves this machine. */
static void options_are_checked(void **state)
{
    static const char *const servers[] = {"127.0.0.1", NULL};
    static const char *const strange[] = {"a b", NULL};
    char bytes[] = "secret";
    char nothing[] = "";
    struct sa_secret *password = NULL;
    struct sa_secret *empty = NULL;
    struct sa_ldap *ldap = NULL;
    struct sa_error err = {0};

    (void)state;
    assert_int_equal(sa_secret_new(bytes, 6, &password, NULL), 0);
    assert_int_equal(sa_secret_new(nothing, 0, &empty, NULL), 0);
    const struct sa_ldap_options wrong[] = {
        {.auth = SA_LDAP_KERBEROS},
        {                       .servers = strange                       },
        {      .servers = servers,           .auth = SA_LDAP_SIMPLE, .user = "a@b", .password = password},
        {             .servers = servers,       .auth = SA_LDAP_SIMPLE, .tls = SA_LDAP_LDAPS, .user = "a@b"},
        {.servers = servers,
         .auth = SA_LDAP_SIMPLE,
         .tls = SA_LDAP_LDAPS,
         .user = "a@b",
         .password = empty},
        {                                 .servers = servers,   .auth = SA_LDAP_NTLM, .user = "a@b"},
        {                             .servers = servers,        .auth = SA_LDAP_NTLM, .password = password},
        {                              .servers = servers,  .auth = SA_LDAP_EXTERNAL, .cert_file = "a", .key_file = "b"},
        {           .servers = servers,       .auth = SA_LDAP_EXTERNAL, .tls = SA_LDAP_LDAPS},
        {.servers = servers,                        .keytab = "a", .ccache = "b"},
        {.servers = servers,        .keytab = "a", .user = "a@b", .password = password},
        {               .servers = servers,       .ca_file = "/nonexistent/ca"},
    };
    for (size_t i = 0; i < SA_COUNT(wrong); i++) {
        assert_int_equal(sa_ldap_open(&wrong[i], &ldap, &err), SA_E_INPUT);
        assert_null(ldap);
        assert_string_not_equal(err.hint, "");
    }
    sa_secret_free(password);
    sa_secret_free(empty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(many_at_once),
        cmocka_unit_test(waiting_can_be_cancelled),
    };

    return cmocka_run_group_tests_name("ldap_threads", tests, NULL, NULL);
}
