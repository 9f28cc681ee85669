/* SPDX-License-Identifier: Apache-2.0 */
/* Why a logon was refused, as far as the protocol lets one tell.
 *
 * A 401 has no reason in it. What is known is said: what the server offers, what was tried with which
 * name and in which protection, and how far it came. The hints go by that. */
#include <string.h>
#include <strings.h>

#include "syncaudit/datetime.h"
#include "syncaudit/text.h"

#include "private.h"

bool offers(const struct answer *answer, const char *scheme)
{
    struct sa_http_challenge challenges[MAX_SCHEMES];
    size_t count = sa_http_challenges(sa_buf_text(&answer->challenges), challenges, MAX_SCHEMES);

    for (size_t i = 0; i < count; i++)
        if (challenges[i].scheme_len == strlen(scheme) &&
            strncasecmp(challenges[i].scheme, scheme, strlen(scheme)) == 0)
            return true;
    return false;
}

/* "Negotiate, Kerberos", or "nothing". */
static void list_offers(const struct answer *answer, struct sa_buf *buf)
{
    struct sa_http_challenge challenges[MAX_SCHEMES];
    size_t count = sa_http_challenges(sa_buf_text(&answer->challenges), challenges, MAX_SCHEMES);

    for (size_t i = 0; i < count; i++)
        sa_buf_addf(buf, "%s%.*s", i > 0 ? ", " : "",
                    (int)(challenges[i].scheme_len < 32 ? challenges[i].scheme_len : 32),
                    challenges[i].scheme);
    if (count == 0)
        sa_buf_add_text(buf, "nothing");
}

void hint_clocks(struct sa_http *http, struct sa_error *err)
{
    char here[SA_TIME_TEXT_SIZE];
    char there[SA_TIME_TEXT_SIZE];
    int64_t now = sa_time_now();

    if (http->info.clock_offset_s == INT64_MIN)
        return;
    sa_time_format(now, here);
    sa_time_format(now + http->info.clock_offset_s, there);
    sa_hint(err, "set the clock: it is %s here and %s there, and Kerberos allows five minutes",
            here, there);
}

static const char *scheme_of(const struct sa_http *http)
{
    switch (http->options.auth) {
    case SA_HTTP_BASIC:
        return "Basic";
    case SA_HTTP_CERTIFICATE:
        return "client certificates";
    default:
        return http->scheme;
    }
}

static int not_offered(struct sa_http *http, const char *offered, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_HTTP, 401, "'%s' port %u does not offer %s, but %s",
                    http->options.host, (unsigned)http->options.port, scheme_of(http), offered);

    switch (http->options.auth) {
    case SA_HTTP_BASIC:
        sa_hint(err,
                "Basic is off by default (WSMan:\\localhost\\Service\\Auth\\Basic): better use "
                "Kerberos or NTLM");
        break;
    case SA_HTTP_CERTIFICATE:
        sa_hint(err, "allow it (WSMan:\\localhost\\Service\\Auth\\Certificate) and map the "
                     "certificate to an account");
        break;
    default:
        sa_hint(err,
                "allow it (WSMan:\\localhost\\Service\\Auth), or choose another kind of logon; "
                "check that WinRM listens on that port");
        break;
    }
    return r;
}

static void hint_kerberos(struct sa_http *http, bool skewed, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;

    if (skewed) {
        hint_clocks(http, err);
        return;
    }
    sa_hint(err,
            "check that the account may log on to that server from the network%s%s; if a service "
            "account owns the SPN, name another one (host/%s)",
            o->tls && o->no_channel_binding ? "; it may demand channel binding, which was left out"
                                            : "",
            o->tls && !o->no_channel_binding ? "; a device that ends TLS spoils channel binding"
                                             : "",
            o->host);
}

static void hint_refused(struct sa_http *http, struct sa_error *err)
{
    const struct sa_http_options *o = &http->options;
    const char *binding = !o->tls ? ""
                          : o->no_channel_binding
                              ? "; it may demand channel binding, which was left out"
                              : "; a device that ends TLS spoils channel binding";
    int64_t offset = http->info.clock_offset_s;

    switch (o->auth) {
    case SA_HTTP_NTLM:
        sa_hint(err,
                "check user and password before the next attempt: failed logons lock the account; "
                "a policy may refuse NTLM, or remote logons of local accounts "
                "(LocalAccountTokenFilterPolicy)%s",
                binding);
        break;
    case SA_HTTP_BASIC:
        sa_hint(err, "check user and password before the next attempt: failed logons lock the "
                     "account; Basic knows local accounts only");
        break;
    case SA_HTTP_CERTIFICATE:
        sa_hint(err,
                "map the certificate to a local account (WSMan:\\localhost\\ClientCertificate) "
                "and let the server trust its authority");
        break;
    default:
        hint_kerberos(http, offset != INT64_MIN && (offset > 300 || offset < -300), err);
        break;
    }
}

int logon_refused(struct sa_http *http, const struct answer *answer, bool is_complete,
                  struct sa_error *err)
{
    SA_CLEANUP(sa_buf_done) struct sa_buf offered = SA_BUF_INIT(1024);
    const struct sa_http_options *o = &http->options;
    bool tokens = is_kerberos(http) || o->auth == SA_HTTP_NTLM;
    const char *name = o->auth == SA_HTTP_NTLM ? "NTLM" : is_kerberos(http) ? "Kerberos" : "";
    char spn[600] = "";
    int r = 0;

    if (is_kerberos(http) && http->spn_refused != NULL)
        (void)snprintf(spn, sizeof spn, "%s, then %s", http->spn_refused, http->spns[http->spn_at]);
    else if (is_kerberos(http))
        (void)snprintf(spn, sizeof spn, "%s", http->spns[http->spn_at]);

    list_offers(answer, &offered);
    if (o->auth != SA_HTTP_CERTIFICATE && answer->challenges.len > 0 &&
        !offers(answer, scheme_of(http)))
        return not_offered(http, sa_buf_text(&offered), err);
    r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_HTTP, 401,
                "'%s' port %u refuses the logon%s%s by %s%s%s%s%s%s%s (it offers %s)", o->host,
                (unsigned)o->port, o->user != NULL ? " of " : "", o->user != NULL ? o->user : "",
                scheme_of(http), tokens ? " (" : "", name, spn[0] != '\0' ? ", " : "", spn,
                tokens ? (o->tls && !o->no_channel_binding ? ", with channel binding)" : ")") : "",
                is_complete ? "" : " at its beginning", sa_buf_text(&offered));
    hint_refused(http, err);
    return r;
}

int access_denied(struct sa_http *http, struct sa_error *err)
{
    int r = sa_fail(err, SA_E_DENIED, SA_DOMAIN_HTTP, 403, "'%s' port %u denies access (HTTP 403)",
                    http->options.host, (unsigned)http->options.port);

    sa_hint(err, http->options.tls
                     ? "check the account's rights, and whether the server wants a client "
                       "certificate or filters addresses"
                     : "check the account's rights, and whether the server filters addresses");
    return r;
}
