/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTPS server on loopback, in threads of the test, that misbehaves as the test says. It has a
 * certificate of its own, which nobody has signed, and reads requests with Content-Length. */
#ifndef SYNCAUDIT_TESTS_HTTPS_SERVER_H
#define SYNCAUDIT_TESTS_HTTPS_SERVER_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct https_server;

/* One request, and how it is answered. */
struct https_request {
    const char *path, *head;
    const char *body;
    size_t len;
    unsigned number;     /* of the requests with a body on this server, from 1 */
    unsigned connection; /* from 1 */
    bool authorized;     /* "Basic dXNlcjpzZWNyZXQ=": user, secret */
};
struct https_answer {
    char bytes[8192]; /* sent as they stand */
    size_t len;
    bool close; /* afterwards, without having said so */
};
typedef void https_handler(const struct https_request *request, struct https_answer *ret);

/* Ends the test when it cannot be made. */
struct https_server *https_server_start(https_handler *handler);
void https_server_stop(struct https_server *server);
uint16_t https_server_port(const struct https_server *server);
/* SHA-256 of its certificate, 64 hex digits. */
const char *https_server_pin(const struct https_server *server);
unsigned https_server_requests(struct https_server *server); /* with a body */
unsigned https_server_connections(struct https_server *server);
#endif
