/* SPDX-License-Identifier: Apache-2.0 */
/* See https_server.h. A thread per connection. */
#include "support/https_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/test.h"

#define MAX_REQUEST     (256 * 1024)
#define MAX_CONNECTIONS 2048

struct https_server {
    https_handler *handler;
    SSL_CTX *context;
    int fd;
    uint16_t port;
    char pin[65];
    pthread_t thread;
    pthread_t connections[MAX_CONNECTIONS];
    atomic_uint connection_count, request_count;
    atomic_bool stop;
};

struct connection {
    struct https_server *server;
    int fd;
    unsigned number;
};

static void make_certificate(struct https_server *server)
{
    EVP_PKEY *key = EVP_EC_gen("P-256");
    X509 *certificate = X509_new();
    X509_NAME *name = X509_get_subject_name(certificate);
    unsigned char digest[32];
    unsigned size = 0;

    assert_non_null(key);
    (void)X509_set_version(certificate, 2);
    (void)ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    (void)X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
    (void)X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    (void)X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)"test", -1,
                                     -1, 0);
    (void)X509_set_issuer_name(certificate, name);
    (void)X509_set_pubkey(certificate, key);
    assert_true(X509_sign(certificate, key, EVP_sha256()) > 0);
    assert_int_equal(X509_digest(certificate, EVP_sha256(), digest, &size), 1);
    for (size_t i = 0; i < size; i++)
        (void)snprintf(server->pin + 2 * i, 3, "%02x", digest[i]);
    assert_int_equal(SSL_CTX_use_certificate(server->context, certificate), 1);
    assert_int_equal(SSL_CTX_use_PrivateKey(server->context, key), 1);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

/* Reads one request; its length, 0 at the end. `*head_len` is behind the empty line. */
static size_t read_request(SSL *ssl, char *buffer, size_t *head_len)
{
    size_t have = 0;
    size_t want = 0;

    for (;;) {
        const char *end = NULL;
        int got = SSL_read(ssl, buffer + have, (int)(MAX_REQUEST - 1 - have));

        if (got <= 0)
            return 0;
        have += (size_t)got;
        buffer[have] = '\0';
        end = strstr(buffer, "\r\n\r\n");
        if (end == NULL)
            continue;
        if (want == 0) {
            const char *length = strcasestr(buffer, "Content-Length:");

            *head_len = (size_t)(end + 4 - buffer);
            want = *head_len + (length != NULL ? strtoul(length + 15, NULL, 10) : 0);
        }
        if (have >= want)
            return want;
    }
}

static void serve(struct connection *connection, SSL *ssl)
{
    struct https_server *server = connection->server;
    char *buffer = malloc(MAX_REQUEST);
    struct https_answer *answer = malloc(sizeof *answer);
    size_t head_len = 0;
    size_t len = 0;

    while (buffer != NULL && answer != NULL && (len = read_request(ssl, buffer, &head_len)) > 0) {
        char path[64] = "";
        struct https_request request = {
            .path = path,
            .head = buffer,
            .body = buffer + head_len,
            .len = len - head_len,
            .connection = connection->number,
            .authorized = strstr(buffer, "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n") != NULL,
        };

        (void)snprintf(path, sizeof path, "%.*s", (int)strcspn(buffer + 5, " "), buffer + 5);
        request.number =
            atomic_fetch_add(&server->request_count, request.len > 0) + (request.len > 0);
        memset(answer, 0, sizeof *answer);
        server->handler(&request, answer);
        if (answer->len > 0)
            (void)SSL_write(ssl, answer->bytes, (int)answer->len);
        if (answer->close)
            break;
    }
    free(buffer);
    free(answer);
}

static void *serve_connection(void *data)
{
    struct connection *connection = data;
    SSL *ssl = SSL_new(connection->server->context);

    if (ssl != NULL && SSL_set_fd(ssl, connection->fd) == 1 && SSL_accept(ssl) == 1)
        serve(connection, ssl);
    SSL_free(ssl);
    (void)close(connection->fd);
    free(connection);
    return NULL;
}

static void *serve_all(void *data)
{
    struct https_server *server = data;

    for (;;) {
        int fd = accept(server->fd, NULL, NULL);
        unsigned number = atomic_load(&server->connection_count);
        struct connection *connection = NULL;

        if (atomic_load(&server->stop) || fd < 0 || number == MAX_CONNECTIONS) {
            if (fd >= 0)
                (void)close(fd);
            return NULL;
        }
        connection = malloc(sizeof *connection);
        if (connection == NULL)
            abort();
        *connection = (struct connection){server, fd, number + 1};
        if (pthread_create(&server->connections[number], NULL, serve_connection, connection) != 0)
            abort();
        atomic_store(&server->connection_count, number + 1);
    }
}

struct https_server *https_server_start(https_handler *handler)
{
    struct https_server *server = calloc(1, sizeof *server);
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}};
    socklen_t size = sizeof address;

    assert_non_null(server);
    server->handler = handler;
    server->context = SSL_CTX_new(TLS_server_method());
    assert_non_null(server->context);
    make_certificate(server);
    server->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(server->fd, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(server->fd, 256), 0);
    assert_int_equal(getsockname(server->fd, (struct sockaddr *)&address, &size), 0);
    server->port = ntohs(address.sin_port);
    assert_int_equal(pthread_create(&server->thread, NULL, serve_all, server), 0);
    return server;
}

/* Clients have closed by now. */
void https_server_stop(struct https_server *server)
{
    atomic_store(&server->stop, true);
    (void)shutdown(server->fd, SHUT_RDWR);
    (void)pthread_join(server->thread, NULL);
    for (unsigned i = 0; i < atomic_load(&server->connection_count); i++)
        (void)pthread_join(server->connections[i], NULL);
    (void)close(server->fd);
    SSL_CTX_free(server->context);
    free(server);
}

uint16_t https_server_port(const struct https_server *server)
{
    return server->port;
}

const char *https_server_pin(const struct https_server *server)
{
    return server->pin;
}

unsigned https_server_requests(struct https_server *server)
{
    return atomic_load(&server->request_count);
}

unsigned https_server_connections(struct https_server *server)
{
    return atomic_load(&server->connection_count);
}
