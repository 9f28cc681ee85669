/* SPDX-License-Identifier: Apache-2.0 */
/* Why TLS fails.
 *
 * libldap built with GnuTLS says "(unknown error code)" for every certificate that it does not
 * like. One more connection, by OpenSSL and with nothing sent over it but the handshake, finds the
 * reason. It decides nothing: the connection of libldap is refused already. */
#include <errno.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "syncaudit/datetime.h"

#include "private.h"

#define REASON_MS 5000

/* Instead of X509_V_...: the handshake did not come so far. */
enum { NO_HANDSHAKE = -1, NO_ANSWER = -2, CLOSED = -3 };

SA_DEFINE_CLEANUP(SSL_CTX, SSL_CTX_free)
SA_DEFINE_CLEANUP(SSL, SSL_free)

static void close_fd(const int *fd)
{
    if (*fd >= 0)
        (void)close(*fd);
}

static bool wait_for(int fd, short events, int64_t until_ms)
{
    struct pollfd poller = {.fd = fd, .events = events};

    return poll(&poller, 1, (int)time_left(until_ms, REASON_MS)) > 0;
}

static int dial(const struct sa_ldap *ldap, int64_t until_ms)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *addresses = NULL;
    char port[8];
    int fd = -1;

    (void)snprintf(port, sizeof port, "%u", (unsigned)ldap->port);
    if (getaddrinfo(ldap->dialled, port, &hints, &addresses) != 0)
        return -1;
    for (const struct addrinfo *a = addresses; a != NULL && fd < 0; a = a->ai_next) {
        fd = socket(a->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        if (fd < 0)
            continue;
        if (connect(fd, a->ai_addr, a->ai_addrlen) != 0 &&
            (errno != EINPROGRESS || !wait_for(fd, POLLOUT, until_ms))) {
            (void)close(fd);
            fd = -1;
        }
    }
    freeaddrinfo(addresses);
    return fd;
}

/* StartTLS by hand: the request is constant, of the answer only a result code 0 matters. */
static bool start_tls(int fd, int64_t until_ms)
{
    static const unsigned char request[] = {
        0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16, '1', '.', '3', '.', '6', '.', '1',
        '.',  '4',  '.',  '1',  '.',  '1',  '4',  '6',  '6',  '.', '2', '0', '0', '3', '7'};
    unsigned char answer[512];
    static const unsigned char success[] = {0x0a, 0x01, 0x00};

    if (send(fd, request, sizeof request, MSG_NOSIGNAL) != (ssize_t)sizeof request)
        return false;
    for (size_t have = 0; have < sizeof answer && wait_for(fd, POLLIN, until_ms);) {
        ssize_t got = recv(fd, answer + have, sizeof answer - have, 0);

        if (got <= 0)
            return false;
        have += (size_t)got;
        if (memmem(answer, have, success, sizeof success) != NULL)
            return true;
    }
    return false;
}

/* The result of the handshake: X509_V_..., or one of the above. */
static long handshake(SSL *ssl, int fd, int64_t until_ms)
{
    for (;;) {
        int r = SSL_connect(ssl);
        int why = SSL_get_error(ssl, r);

        if (r == 1)
            return SSL_get_verify_result(ssl);
        if (why != SSL_ERROR_WANT_READ && why != SSL_ERROR_WANT_WRITE) {
            if (SSL_get_verify_result(ssl) != X509_V_OK)
                return SSL_get_verify_result(ssl);
            return ERR_GET_REASON(ERR_peek_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING ||
                           why == SSL_ERROR_SYSCALL
                       ? CLOSED
                       : NO_HANDSHAKE;
        }
        if (!wait_for(fd, why == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, until_ms))
            return NO_ANSWER;
    }
}

static long verify_result(const struct sa_ldap *ldap)
{
    int64_t until_ms = sa_time_monotonic_ms() + time_left(ldap->deadline_ms, REASON_MS);
    SA_CLEANUP(close_fd) int fd = dial(ldap, until_ms);
    SA_CLEANUP(SSL_CTX_free_p) SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SA_CLEANUP(SSL_free_p) SSL *ssl = NULL;
    char name[sizeof ldap->dialled]; /* the macro that takes it casts const away */
    long result = NO_HANDSHAKE;

    memcpy(name, ldap->dialled, sizeof name);
    if (fd < 0)
        return CLOSED;
    if (context == NULL)
        return NO_HANDSHAKE;
    if (ldap->ca_file[0] != '\0' && SSL_CTX_load_verify_file(context, ldap->ca_file) != 1)
        return X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY;
    if (ldap->tls == SA_LDAP_STARTTLS && !start_tls(fd, until_ms))
        return NO_HANDSHAKE;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, NULL);
    ssl = SSL_new(context);
    if (ssl == NULL || SSL_set_fd(ssl, fd) != 1)
        return NO_HANDSHAKE;
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), ldap->dialled) != 1)
        (void)SSL_set1_host(ssl, ldap->dialled);
    (void)SSL_set_tlsext_host_name(ssl, name);
    ERR_clear_error();
    result = handshake(ssl, fd, until_ms);
    ERR_clear_error(); /* the queue belongs to the thread, not to us */
    return result;
}

/* Failures of the network: the next DC may do better. */
static int network_reason(const struct sa_ldap *ldap, bool silent, struct sa_error *err)
{
    int r = sa_fail(err, silent ? SA_E_TIMEOUT : SA_E_NETWORK, SA_DOMAIN_TLS, 0, "'%s' port %u %s",
                    ldap->dialled, (unsigned)ldap->port,
                    silent ? "does not answer the TLS handshake in time"
                           : "closes the connection during the TLS handshake");

    sa_hint(err, "check that the port speaks TLS, and that the domain controller has a "
                 "certificate");
    return r;
}

int tls_reason(const struct sa_ldap *ldap, bool silent, const char *diagnostic,
               struct sa_error *err)
{
    static const struct {
        long code;
        const char *message, *hint;
    } reasons[] = {
        {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY, "its issuer is not trusted",
         "give the authority's certificate as ca_file"                                                                    },
        {X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE,   "its issuer is not trusted",
         "give the authority's certificate as ca_file"                                                                    },
        {X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT,         "its issuer is not trusted",
         "give the authority's certificate as ca_file"                                                                    },
        {X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN,         "its authority is not trusted",
         "give the authority's certificate as ca_file"                                                                    },
        {X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,       "it is self-signed",
         "give a certificate of an authority to the server"                                                               },
        {X509_V_ERR_CERT_SIGNATURE_FAILURE,            "its signature is wrong",
         "give the authority's current certificate as ca_file"                                                            },
        {X509_V_ERR_HOSTNAME_MISMATCH,                 "it is for another name",
         "use the full name that stands in the certificate"                                                               },
        {X509_V_ERR_IP_ADDRESS_MISMATCH,               "it is for another name",
         "use the full name that stands in the certificate"                                                               },
        {X509_V_ERR_CERT_HAS_EXPIRED,                  "it has expired",
         "renew the certificate of the domain controller"                                                                 },
        {X509_V_ERR_CERT_NOT_YET_VALID,                "it is not valid yet",          "check the clocks of both machines"},
        {X509_V_ERR_CERT_REVOKED,                      "it was revoked",
         "renew the certificate of the domain controller"                                                                 },
        {X509_V_ERR_INVALID_PURPOSE,                   "it is not one for servers",
         "give a server certificate to the domain controller"                                                             },
    };
    long code = 0;
    int r = check_stop(ldap, err);

    if (r < 0)
        return r;
    code = silent ? NO_ANSWER : verify_result(ldap);
    if (code == NO_ANSWER || code == CLOSED)
        return network_reason(ldap, code == NO_ANSWER, err);
    for (size_t i = 0; i < SA_COUNT(reasons); i++)
        if (reasons[i].code == code) {
            r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, code,
                        "the certificate of '%s' is refused: %s", ldap->dialled,
                        reasons[i].message);
            sa_hint(err, "%s", reasons[i].hint);
            return r;
        }
    if (code > 0)
        return sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, code,
                       "the certificate of '%s' is refused: %s", ldap->dialled,
                       X509_verify_cert_error_string(code));
    r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, code, "TLS with '%s' port %u fails: %.160s",
                ldap->dialled, (unsigned)ldap->port,
                diagnostic != NULL && diagnostic[0] != '\0' ? diagnostic : "no reason given");
    sa_hint(err, "check that the domain controller has a certificate and speaks TLS 1.2 or newer "
                 "on that port");
    return r;
}
