/* SPDX-License-Identifier: Apache-2.0 */
/* From the name of a domain controller to an LDAP handle, with TLS when asked for.
 *
 * The socket is made here and given to libldap. So the address, errno and time of a failed attempt
 * are known; the socket never blocks (libldap switches back to blocking after its own connects, and
 * then half a message stops ldap_result() for ever); and one handle means one server, as libldap
 * would otherwise try a list behind our back. Every option that the system's ldap.conf or the user's
 * ldaprc may weaken is set explicitly. NEWCTX comes last: it makes TLS take the options. */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openldap.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "syncaudit/datetime.h"
#include "syncaudit/limits.h"

#include "private.h"

/* NOLINTNEXTLINE(cert-err58-cpp) */
static const char *const system_bundles[] = {
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
};

static int resolve(struct sa_ldap *ldap, struct addrinfo **ret, struct sa_error *err)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    char port[8];
    int r = 0;

    (void)snprintf(port, sizeof port, "%u", (unsigned)ldap->port);
    r = getaddrinfo(ldap->dialled, port, &hints, ret);
    if (r == 0)
        return 0;
    if (r == EAI_MEMORY)
        return sa_fail_nomem(err);
    r = sa_fail(err, SA_E_NETWORK, SA_DOMAIN_DNS, r, "no address for '%s': %s", ldap->dialled,
                gai_strerror(r));
    sa_hint(err, "check that the DNS server of this machine knows the domain's names");
    return r;
}

/* Waits until the socket has connected; 0 or an errno value. */
static int wait_connected(const struct sa_ldap *ldap, int fd, int64_t until_ms)
{
    struct sa_error ignored;

    for (;;) {
        struct pollfd poller = {.fd = fd, .events = POLLOUT};
        int64_t left = time_left(until_ms, POLL_MS);
        int failure = 0;
        socklen_t size = sizeof failure;
        int r = 0;

        if (check_stop(ldap, &ignored) < 0)
            return ECANCELED;
        r = poll(&poller, 1, (int)left);
        if (r < 0 && errno != EINTR)
            return errno;
        if (r > 0)
            return getsockopt(fd, SOL_SOCKET, SO_ERROR, &failure, &size) == 0 ? failure : errno;
        if (left == 0)
            return ETIMEDOUT;
    }
}

static int connect_address(const struct sa_ldap *ldap, const struct addrinfo *address,
                           int64_t until_ms, int *ret_fd)
{
    int on = 1;
    int fd = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int r = 0;

    if (fd < 0)
        return errno;
    /* Requests are small and answered one by one: waiting for more to send costs 40 ms each. */
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    r = connect(fd, address->ai_addr, address->ai_addrlen) == 0 ? 0 : errno;
    if (r == EINPROGRESS)
        r = wait_connected(ldap, fd, until_ms);
    if (r != 0)
        (void)close(fd);
    else
        *ret_fd = fd;
    return r;
}

static int connect_failed(const struct sa_ldap *ldap, int errno_value, struct sa_error *err)
{
    char text[128];
    int status = errno_value == ETIMEDOUT   ? SA_E_TIMEOUT
                 : errno_value == ECANCELED ? SA_E_CANCELLED
                                            : SA_E_NETWORK;

    if (status == SA_E_CANCELLED)
        return sa_fail(err, status, SA_DOMAIN_NONE, 0, "cancelled");
    status =
        sa_fail(err, status, SA_DOMAIN_ERRNO, errno_value, "cannot connect to '%s' port %u: %s",
                ldap->dialled, (unsigned)ldap->port, strerror_r(errno_value, text, sizeof text));
    if (errno_value == ECONNREFUSED)
        sa_hint(err, "nothing listens there: check name and port, and that it is a domain "
                     "controller");
    else
        sa_hint(err, "check name, routing and firewalls: TCP port %u must be reachable",
                (unsigned)ldap->port);
    return status;
}

static int connect_socket(struct sa_ldap *ldap, struct sa_error *err)
{
    struct addrinfo *addresses = NULL;
    size_t left = 0;
    int64_t until_ms = 0;
    int failure = EADDRNOTAVAIL;
    int r = resolve(ldap, &addresses, err);

    if (r < 0)
        return r;
    until_ms = sa_time_monotonic_ms() + time_left(ldap->deadline_ms, ldap->connect_ms);
    for (const struct addrinfo *a = addresses; a != NULL; a = a->ai_next)
        left++;
    for (const struct addrinfo *a = addresses; a != NULL; a = a->ai_next, left--) {
        int64_t share = time_left(until_ms, ldap->connect_ms) / (int64_t)left;

        failure = connect_address(ldap, a, sa_time_monotonic_ms() + share, &ldap->fd);
        if (failure == 0 || failure == ECANCELED)
            break;
    }
    freeaddrinfo(addresses);
    return failure == 0 ? 0 : connect_failed(ldap, failure, err);
}

static struct timeval milliseconds(long ms)
{
    return (struct timeval){.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};
}

/* Every option is one whose failure would be a security hole or a hang. */
static int set_options(struct sa_ldap *ldap, struct sa_error *err)
{
    static const int version = LDAP_VERSION3;
    static const int never = LDAP_DEREF_NEVER;
    static const int no_limit = LDAP_NO_LIMIT;
    ber_len_t message_max = SA_LIMIT_LDAP_MESSAGE;
    struct timeval network = milliseconds(ldap->connect_ms);
    struct timeval call = milliseconds(ldap->call_ms);
    LDAP *handle = ldap->handle;
    Sockbuf *socket_buffer = NULL;
    bool ok = ldap_set_option(handle, LDAP_OPT_PROTOCOL_VERSION, &version) == 0 &&
              ldap_set_option(handle, LDAP_OPT_REFERRALS, LDAP_OPT_OFF) == 0 &&
              ldap_set_option(handle, LDAP_OPT_RESTART, LDAP_OPT_ON) == 0 &&
              ldap_set_option(handle, LDAP_OPT_DEREF, &never) == 0 &&
              ldap_set_option(handle, LDAP_OPT_SIZELIMIT, &no_limit) == 0 &&
              ldap_set_option(handle, LDAP_OPT_TIMELIMIT, &no_limit) == 0 &&
              ldap_set_option(handle, LDAP_OPT_NETWORK_TIMEOUT, &network) == 0 &&
              ldap_set_option(handle, LDAP_OPT_TIMEOUT, &call) == 0 &&
              ldap_set_option(handle, LDAP_OPT_CONNECT_ASYNC, LDAP_OPT_ON) == 0 &&
              ldap_set_option(handle, LDAP_OPT_X_SASL_NOCANON, LDAP_OPT_ON) == 0 &&
              ldap_get_option(handle, LDAP_OPT_SOCKBUF, &socket_buffer) == 0 &&
              socket_buffer != NULL &&
              ber_sockbuf_ctrl(socket_buffer, LBER_SB_OPT_SET_MAX_INCOMING, &message_max) == 1;

    if (!ok)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_LDAP, 0, "the LDAP library refuses an option");
    return 0;
}

static int set_tls_options(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                           struct sa_error *err)
{
    static const int demand = LDAP_OPT_X_TLS_DEMAND;
    static const int client = 0;
    static const int oldest = LDAP_OPT_X_TLS_PROTOCOL_TLS1_2;
    LDAP *handle = ldap->handle;
    bool ok = false;

    for (size_t i = 0; ldap->ca_file[0] == '\0' && i < SA_COUNT(system_bundles); i++)
        if (access(system_bundles[i], R_OK) == 0)
            (void)snprintf(ldap->ca_file, sizeof ldap->ca_file, "%s", system_bundles[i]);
    ok = (ldap->ca_file[0] == '\0' ||
          ldap_set_option(handle, LDAP_OPT_X_TLS_CACERTFILE, ldap->ca_file) == 0) &&
         (options->cert_file == NULL ||
          ldap_set_option(handle, LDAP_OPT_X_TLS_CERTFILE, options->cert_file) == 0) &&
         (options->key_file == NULL ||
          ldap_set_option(handle, LDAP_OPT_X_TLS_KEYFILE, options->key_file) == 0) &&
         ldap_set_option(handle, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand) == 0 &&
         ldap_set_option(handle, LDAP_OPT_X_TLS_PROTOCOL_MIN, &oldest) == 0 &&
         ldap_set_option(handle, LDAP_OPT_X_TLS_NEWCTX, &client) == 0;
    if (!ok) {
        int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_TLS, 0,
                        "TLS does not take the certificates in '%s'%s%s", ldap->ca_file,
                        options->cert_file != NULL ? " and " : "",
                        options->cert_file != NULL ? options->cert_file : "");

        sa_hint(err, "give PEM files: certificates of the authority, and the client's key without "
                     "a passphrase");
        return r;
    }
    return 0;
}

/* Asks for TLS on the plain port. The handshake itself comes afterwards. */
static int ask_start_tls(struct sa_ldap *ldap, struct sa_error *err)
{
    LDAPMessage *answer = NULL;
    char *text = NULL;
    int message_id = 0;
    int type = 0;
    int code = ldap_start_tls(ldap->handle, NULL, NULL, &message_id);
    int r = 0;

    if (code != LDAP_SUCCESS)
        return ldap_fail_handle(ldap, "StartTLS", code, err);
    ldap->info.round_trips++;
    r = wait_message(ldap, message_id, call_deadline(ldap), "StartTLS", &answer, &type, err);
    if (r < 0)
        return r;
    r = ldap_parse_result(ldap->handle, answer, &code, NULL, &text, NULL, NULL, 1);
    if (r != LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, "StartTLS", r, NULL);
    else if (code != LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, "StartTLS", code, text);
    ldap_memfree(text);
    return r;
}

static int start_tls(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                     struct sa_error *err)
{
    char *diagnostic = NULL;
    int64_t start = 0;
    bool silent = false;
    int code = 0;
    int r = set_tls_options(ldap, options, err);

    if (r == 0 && ldap->tls == SA_LDAP_STARTTLS)
        r = ask_start_tls(ldap, err);
    if (r < 0)
        return r;
    start = sa_time_monotonic_ms();
    code = ldap_install_tls(ldap->handle); /* within connect_ms */
    silent = sa_time_monotonic_ms() - start >= ldap->connect_ms;
    if (code == LDAP_SUCCESS) {
        ldap->tls_active = true;
        ldap->heard = true;
        return 0;
    }
    (void)ldap_get_option(ldap->handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &diagnostic);
    r = tls_reason(ldap, silent, diagnostic, err);
    ldap_memfree(diagnostic);
    return r;
}

static int make_handle(struct sa_ldap *ldap, struct sa_error *err)
{
    bool v6 = strchr(ldap->dialled, ':') != NULL;
    char url[320];
    int code = 0;

    (void)snprintf(url, sizeof url, "%s://%s%s%s:%u", ldap->tls == SA_LDAP_LDAPS ? "ldaps" : "ldap",
                   v6 ? "[" : "", ldap->dialled, v6 ? "]" : "", (unsigned)ldap->port);
    code = ldap_init_fd(ldap->fd, LDAP_PROTO_TCP, url, &ldap->handle);
    if (code != LDAP_SUCCESS) {
        ldap->handle = NULL;
        return ldap_fail(err, ldap->dialled, "connection", code, NULL);
    }
    ldap->socket = ldap->fd;
    ldap->fd = -1; /* the handle's from here on */
    return set_options(ldap, err);
}

static void tell(struct sa_ldap *ldap, const char *operation, int64_t start_ms, int status,
                 const struct sa_error *err)
{
    struct sa_ldap_event event = {
        .server = ldap->dialled,
        .operation = operation,
        .detail = "",
        .status = status,
        .code = status < 0 && err != NULL ? err->code : 0,
        .started_at = sa_time_now(),
        .elapsed_ms = sa_time_monotonic_ms() - start_ms,
    };

    emit(ldap, &event);
}

int connect_dc(struct sa_ldap *ldap, const struct sa_ldap_options *options, struct sa_error *err)
{
    int64_t start = sa_time_monotonic_ms();
    int r = 0;

    set_stage(ldap, STAGE_CONNECT);
    r = connect_socket(ldap, err);
    if (r == 0)
        r = make_handle(ldap, err);
    tell(ldap, "connect", start, r, err);
    if (r < 0 || ldap->tls == SA_LDAP_PLAIN)
        return r;
    set_stage(ldap, STAGE_TLS);
    start = sa_time_monotonic_ms();
    if (ldap->tls == SA_LDAP_LDAPS)
        ldap->heard = true;
    r = start_tls(ldap, options, err);
    tell(ldap, ldap->tls == SA_LDAP_STARTTLS ? "starttls" : "connect", start, r, err);
    return r;
}
