/* SPDX-License-Identifier: Apache-2.0 */
/* The options of a connection: contradictions are found before anything leaves this machine. */
#include <arpa/inet.h>
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "syncaudit/text.h"

#include "private.h"

static int contradiction(struct sa_error *err, const char *message, const char *hint)
{
    int r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s", message);

    sa_hint(err, "%s", hint);
    return r;
}

/* A DNS name or an address; nothing that could change the meaning of a URL. */
static bool host_is_valid(const char *host)
{
    size_t len = host != NULL ? strlen(host) : 0;

    if (len == 0 || len > 253)
        return false;
    for (const char *c = host; *c != '\0'; c++)
        if (!isalnum((unsigned char)*c) && strchr("-._:", *c) == NULL)
            return false;
    return true;
}

static bool is_address(const char *host)
{
    unsigned char bytes[16];

    return inet_pton(AF_INET, host, bytes) == 1 || inet_pton(AF_INET6, host, bytes) == 1;
}

static bool path_is_valid(const char *path)
{
    if (path == NULL)
        return true;
    if (path[0] != '/' || strlen(path) > 1024)
        return false;
    for (const char *c = path; *c != '\0'; c++)
        if (*c <= ' ' || *c >= 0x7f || *c == '#')
            return false;
    return true;
}

/* 64 hex digits, with or without colons. */
static bool read_pin(const char *text, unsigned char pin[32])
{
    size_t digits = 0;

    for (const char *c = text; *c != '\0'; c++) {
        unsigned char value = 0;

        if (*c == ':' && digits % 2 == 0 && digits > 0)
            continue;
        if (!isxdigit((unsigned char)*c) || digits == 64)
            return false;
        value = (unsigned char)(isdigit((unsigned char)*c) ? *c - '0'
                                                           : tolower((unsigned char)*c) - 'a' + 10);
        pin[digits / 2] = (unsigned char)(digits % 2 == 0 ? value << 4 : pin[digits / 2] | value);
        digits++;
    }
    return digits == 64;
}

static int check_tls(const struct sa_http_options *o, struct sa_error *err)
{
    unsigned char pin[32];

    if (!o->tls && (o->pin != NULL || o->ca_file != NULL || o->cert_file != NULL))
        return contradiction(err, "a certificate is given for a connection without TLS",
                             "use HTTPS, or leave the certificate out");
    if (!o->tls && o->proxy != NULL)
        return contradiction(err, "a proxy would break the logon of a connection without TLS",
                             "use HTTPS through the proxy, or no proxy");
    if (o->proxy != NULL &&
        (!sa_text_starts(o->proxy, "http://") || strpbrk(o->proxy, "@ \t\r\n") != NULL))
        return contradiction(err, "the proxy is no URL of the form http://proxy:3128",
                             "write it like that, without a password");
    if (o->pin != NULL && !read_pin(o->pin, pin))
        return contradiction(err, "the certificate's fingerprint is not 64 hexadecimal digits",
                             "give the SHA-256 of the certificate: openssl x509 -noout "
                             "-fingerprint -sha256");
    if (o->ca_file != NULL && access(o->ca_file, R_OK) != 0) {
        int r =
            sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "the file '%s' cannot be read", o->ca_file);

        sa_hint(err, "give the authority's certificate as a PEM file");
        return r;
    }
    if ((o->cert_file == NULL) != (o->key_file == NULL))
        return contradiction(err, "a client certificate needs its key, and the other way round",
                             "give both files");
    return 0;
}

static int check_kerberos(const struct sa_http_options *o, struct sa_error *err)
{
    if (o->password != NULL && o->user == NULL)
        return contradiction(err, "a password is given without a user",
                             "write the user as user@REALM");
    if (o->password != NULL && (o->keytab != NULL || o->ccache != NULL))
        return contradiction(err, "a password and a keytab or ticket cache are given",
                             "give one of them");
    if (o->keytab != NULL && o->ccache != NULL)
        return contradiction(err, "a keytab and a ticket cache are given", "give one of them");
    if (o->spn != NULL && (strchr(o->spn, '/') == NULL || o->spn[0] == '/'))
        return contradiction(err, "the service principal name has no service",
                             "write it as HTTP/server.example.com");
    return 0;
}

/* NTLM and Basic. */
static int check_password(const struct sa_http_options *o, const char *what, struct sa_error *err)
{
    int r = 0;

    if (o->user != NULL && o->user[0] != '\0' && o->password != NULL)
        return 0;
    r = sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "%s needs a user and a password", what);
    sa_hint(err, "write the user as DOMAIN\\user or user@domain, and give a password file; or use "
                 "Kerberos");
    return r;
}

static int check_logon(const struct sa_http_options *o, struct sa_error *err)
{
    int r = 0;

    if (o->password != NULL && sa_secret_len(o->password) == 0)
        return contradiction(err, "the password is empty",
                             "an empty password is never sent: give the account's password");
    switch (o->auth) {
    case SA_HTTP_NEGOTIATE:
    case SA_HTTP_KERBEROS:
        return check_kerberos(o, err);
    case SA_HTTP_NTLM:
        return check_password(o, "NTLM", err);
    case SA_HTTP_BASIC:
        if (!o->tls)
            return contradiction(err, "Basic would send the password in clear text",
                                 "use HTTPS, or Kerberos");
        r = check_password(o, "Basic", err);
        if (r == 0 && strpbrk(o->user, ":\r\n") != NULL)
            return contradiction(err, "a user name of Basic can have no colon", "use NTLM");
        return r;
    case SA_HTTP_CERTIFICATE:
        if (!o->tls || o->cert_file == NULL)
            return contradiction(err, "a logon by certificate needs HTTPS, a certificate and a key",
                                 "give cert_file and key_file");
        return 0;
    default:
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "unknown kind of logon %d",
                       (int)o->auth);
    }
}

int options_check(const struct sa_http_options *options, bool anonymous, struct sa_error *err)
{
    int r = 0;

    if (!host_is_valid(options->host))
        return contradiction(err, "the name of the server is missing or is no name",
                             "give a DNS name or an address, without port and brackets");
    if (!path_is_valid(options->path))
        return contradiction(err, "the path is no path of a URL", "write it like /wsman");
    r = check_tls(options, err);
    return r == 0 && !anonymous ? check_logon(options, err) : r;
}

bool is_kerberos(const struct sa_http *http)
{
    return !http->anonymous &&
           (http->options.auth == SA_HTTP_NEGOTIATE || http->options.auth == SA_HTTP_KERBEROS);
}

static int set_spns(struct sa_http *http)
{
    static const char *const services[SPN_COUNT] = {"HTTP", "host", "WSMAN"};

    if (http->options.spn != NULL) {
        http->spns[http->spn_count++] = http->options.spn;
        return 0;
    }
    for (size_t i = 0; i < SPN_COUNT; i++) {
        http->spns[i] = sa_arena_printf(&http->arena, "%s/%s", services[i], http->options.host);
        if (http->spns[i] == NULL)
            return SA_E_NOMEM;
    }
    http->spn_count = SPN_COUNT;
    return 0;
}

int options_copy(const struct sa_http_options *options, struct sa_http *http, struct sa_error *err)
{
    struct sa_http_options *copy = &http->options;
    const char **texts[] = {&copy->host,  &copy->path,      &copy->spn,      &copy->user,
                            &copy->realm, &copy->ccache,    &copy->keytab,   &copy->ca_file,
                            &copy->pin,   &copy->cert_file, &copy->key_file, &copy->proxy};
    bool v6 = strchr(options->host, ':') != NULL;

    *copy = *options;
    if (copy->path == NULL)
        copy->path = "/wsman";
    if (copy->port == 0)
        copy->port = copy->tls ? 5986 : 5985;
    if (copy->connect_ms == 0)
        copy->connect_ms = SA_HTTP_CONNECT_MS;
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        if (*texts[i] == NULL)
            continue;
        *texts[i] = sa_arena_text(&http->arena, *texts[i]);
        if (*texts[i] == NULL)
            return sa_fail_nomem(err);
    }
    http->is_address = is_address(copy->host);
    http->pinned = copy->pin != NULL && read_pin(copy->pin, http->pin);
    if (copy->realm != NULL)
        (void)snprintf(http->realm, sizeof http->realm, "%s", copy->realm);
    http->scheme = copy->auth == SA_HTTP_KERBEROS ? "Kerberos" : "Negotiate";
    http->info = (struct sa_http_info){
        .url = sa_arena_printf(&http->arena, "%s://%s%s%s:%u%s", copy->tls ? "https" : "http",
                               v6 ? "[" : "", copy->host, v6 ? "]" : "", (unsigned)copy->port,
                               copy->path),
        .mechanism = "",
        .protection = "",
        .spn = "",
        .certificate = http->certificate,
        .certificate_subject = http->certificate_subject,
        .certificate_issuer = http->certificate_issuer,
        .clock_offset_s = INT64_MIN,
    };
    return http->info.url == NULL || set_spns(http) < 0 ? sa_fail_nomem(err) : 0;
}
