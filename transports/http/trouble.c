/* SPDX-License-Identifier: Apache-2.0 */
/* What libcurl's codes mean for the person who audits. */
#include <errno.h>
#include <string.h>

#include "private.h"

#define WHERE http->options.host, (unsigned)http->options.port

static int connection_lost(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    long proxy_status = 0;
    bool within = http->answer->header_bytes > 0;
    int r = 0;

    (void)curl_easy_getinfo(http->curl, CURLINFO_HTTP_CONNECTCODE, &proxy_status);
    if (http->options.proxy != NULL && proxy_status >= 400) {
        r = sa_fail(err, proxy_status == 407 ? SA_E_AUTH : SA_E_NETWORK, SA_DOMAIN_HTTP,
                    proxy_status, "the proxy refuses the way to '%s' port %u (%ld)", WHERE,
                    proxy_status);
        sa_hint(err, "let the proxy pass CONNECT to that port");
        return r;
    }
    r = sa_fail(err, SA_E_NETWORK, SA_DOMAIN_CURL, code,
                within ? "'%s' port %u closed the connection within its answer"
                       : "'%s' port %u closed the connection without an answer",
                WHERE);
    sa_hint(err, "look at the server's event log and at devices in between");
    return r;
}

static int cannot_connect(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    char text[128];
    long number = 0;
    int r = 0;

    /* The connection was closed, and no other may take its place. */
    if (http->dial_refused && http->answer->sent > 0)
        return connection_lost(http, code, err);
    if (http->dial_refused) {
        r = sa_fail(err, SA_E_NETWORK, SA_DOMAIN_CURL, code,
                    "'%s' port %u has closed the connection", WHERE);
        sa_hint(err, "the service may have been restarted: try again");
        return r;
    }
    (void)curl_easy_getinfo(http->curl, CURLINFO_OS_ERRNO, &number);
    if (number == 0)
        number = ECONNREFUSED;
    r = sa_fail(err, SA_E_NETWORK, SA_DOMAIN_ERRNO, number, "cannot connect to '%s' port %u: %s",
                WHERE, strerror_r((int)number, text, sizeof text));
    if (http->options.proxy != NULL)
        sa_hint(err, "check the proxy and what it allows");
    else if (number == ECONNREFUSED)
        sa_hint(err, "nothing listens there: on the server, winrm quickconfig%s makes a listener",
                http->options.tls ? " -transport:https" : "");
    else
        sa_hint(err, "check name, routing and firewalls: TCP port %u must be reachable",
                (unsigned)http->options.port);
    return r;
}

static int no_http(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_CURL, code,
                    "'%s' port %u does not answer with HTTP/1.1", WHERE);

    sa_hint(err, http->options.tls ? "check that WinRM listens on that port"
                                   : "check that WinRM listens on that port; HTTPS has a port of "
                                     "its own, usually 5986");
    return r;
}

static int no_tls(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    int r = 0;

    if (http->verify_code != 0)
        return certificate_refused(http, err);
    r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_TLS, code, "TLS with '%s' port %u fails", WHERE);
    sa_hint(err, "check that the port speaks TLS 1.2 or newer: HTTP has a port of its own, usually "
                 "5985; the listener needs a certificate with its key");
    return r;
}

static int too_long(struct sa_http *http, struct sa_error *err)
{
    bool headers = http->answer->header_bytes > SA_LIMIT_HTTP_HEADERS;

    return sa_fail(err, SA_E_LIMIT, SA_DOMAIN_HTTP, 0, "the %s of '%s' port %u exceed%s %zu KiB",
                   headers ? "headers" : "answer", WHERE, headers ? "" : "s",
                   (headers ? SA_LIMIT_HTTP_HEADERS : SA_LIMIT_HTTP_REPLY) / SA_KIB);
}

static int wrong_file(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_CURL, code, "TLS does not take the certificate '%s'",
                    http->options.cert_file != NULL ? http->options.cert_file : "");

    sa_hint(err, "give PEM files: the certificate, and its key without a passphrase");
    return r;
}

static int no_connection_in_time(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    int r = 0;

    if (http->answer->handshake) {
        r = sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_TLS, code,
                    "'%s' port %u does not answer the TLS handshake in time", WHERE);
        sa_hint(err, "check that the port speaks TLS: HTTP has a port of its own, usually 5985");
        return r;
    }
    r = sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_CURL, code, "cannot connect to '%s' port %u in time",
                WHERE);
    sa_hint(err, "check name, routing and firewalls: TCP port %u must be reachable",
            (unsigned)http->options.port);
    return r;
}

int transfer_failed(struct sa_http *http, CURLcode code, struct sa_error *err)
{
    if (http->answer->too_long)
        return too_long(http, err);
    switch ((int)code) {
    case CURLE_OUT_OF_MEMORY:
    case CURLE_WRITE_ERROR: /* our own functions: only memory is left */
        return sa_fail_nomem(err);
    case CURLE_FILESIZE_EXCEEDED:
        return too_long(http, err);
    case CURLE_COULDNT_CONNECT:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_INTERFACE_FAILED:
        return cannot_connect(http, code, err);
    case CURLE_OPERATION_TIMEDOUT:
        return no_connection_in_time(http, code, err);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
        return no_tls(http, code, err);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
        return certificate_refused(http, err);
    case CURLE_SSL_CERTPROBLEM:
        return wrong_file(http, code, err);
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PROXY:
        return connection_lost(http, code, err);
    default:
        return no_http(http, code, err);
    }
}
