/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts that are asked over WinRM: from options, environment and configuration to the plan.
 *
 * An option about WinRM or about who the auditor is belongs to the last --host before it; before the
 * first --host and --domain it is meant for all. A host that nobody said more about takes the identity
 * of the forest whose domain its name ends in: one ticket or password serves both. */
#include "host.h"

#include <string.h>

#include "syncaudit/limits.h"
#include "syncaudit/text.h"

#include "forest.h"

#define HOST_INIT                                                                  \
    {                                                                              \
        .auth = -1, .tls = -1, .channel_binding = -1, .rc4 = -1, .powershell = -1, \
    }

void host_setting_init(struct host_setting *host)
{
    *host = (struct host_setting)HOST_INIT;
}

void hosts_done(struct settings *settings)
{
    for (size_t i = 0; i < settings->host_count; i++)
        identity_done(&settings->hosts[i].id);
    free(settings->hosts);
    settings->hosts = NULL;
    settings->host_count = 0;
    identity_done(&settings->every_host.id);
}

/* An IPv6 address, with or without zone; DNS names and IPv4 addresses have the characters of a name. */
static bool is_host(const char *name)
{
    if (!strchr(name, ':'))
        return sa_is_dns_name(name);
    size_t len = strspn(name, "0123456789abcdefABCDEF:.");
    return len > 1 && len < 46 && (name[len] == '\0' || name[len] == '%') && strlen(name) < 80;
}

int host_add(struct settings *settings, const char *name, enum origin origin,
             struct host_setting **ret, struct sa_error *err)
{
    size_t len = strlen(name);
    if (len > 2 && name[0] == '[' && name[len - 1] == ']') {
        name++;
        len -= 2;
    }
    const char *host = sa_arena_copy(&settings->arena, name, len);
    if (!host)
        return sa_fail_nomem(err);
    if (!is_host(host))
        return FAIL_INPUT(err,
                          "write its name as in sync01.fabrikam.example, without http:// and port; "
                          "--winrm-port and --https say the rest",
                          "'%s' is not the name of a host", name);
    if (origin > settings->plan_origin) { /* servers of a weaker source give way, as to --active */
        sa_plan_done(&settings->plan);
        settings->plan_origin = origin;
    }
    struct host_setting *hosts =
        reallocarray(settings->hosts, settings->host_count + 1, sizeof *hosts);
    if (!hosts)
        return sa_fail_nomem(err);
    settings->hosts = hosts;
    struct host_setting *added = &hosts[settings->host_count++];
    host_setting_init(added);
    added->host = host;
    added->origin = origin;
    *ret = added;
    return 0;
}

static int set_flag(int *ret, const char *option, const char *value, bool inverted,
                    struct sa_error *err)
{
    bool flag = false;
    if (sa_parse_bool(value, &flag) < 0)
        return FAIL_INPUT(err, "write true or false", "'%s' is no value for %s", value, option);
    *ret = flag != inverted;
    return 0;
}

static int set_auth(struct host_setting *host, const char *value, struct sa_error *err)
{
    static const char *const words[] = {
        [SA_HTTP_NEGOTIATE] = "negotiate",
        [SA_HTTP_KERBEROS] = "kerberos",
        [SA_HTTP_NTLM] = "ntlm",
        [SA_HTTP_BASIC] = "basic",
        [SA_HTTP_CERTIFICATE] = "certificate",
        NULL,
    };
    return set_word(&host->auth, words, "--winrm-auth", value,
                    "write negotiate, kerberos, ntlm, basic or certificate", err);
}

static int set_powershell(struct host_setting *host, const char *value, struct sa_error *err)
{
    static const char *const words[] = {
        [SA_PSRP_AUTO] = "auto",       [SA_PSRP_SCRIPT] = "script", [SA_PSRP_FUNCTION_WAY] = "jea",
        [SA_PSRP_COMMAND] = "command", [POWERSHELL_OFF] = "off",    NULL,
    };
    return set_word(&host->powershell, words, "--powershell", value,
                    "write auto, script, jea, command or off", err);
}

bool is_configuration_name(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
    return len > 0 && len <= CONFIGURATION_NAME_MAX && name[len] == '\0' && name[0] != '.' &&
           name[len - 1] != '.';
}

static int set_configuration(struct host_setting *host, const char *value, struct sa_error *err)
{
    host->configuration = value;
    return is_configuration_name(value)
               ? 0
               : FAIL_INPUT(err,
                            "write it as in SyncAudit: Get-PSSessionConfiguration on the server "
                            "lists them",
                            "'%s' is not the name of a session configuration", value);
}

/* 64 hex digits, colons allowed. */
static int set_pin(struct host_setting *host, const char *value, struct sa_error *err)
{
    size_t digits = 0;
    for (const char *at = value; *at; at++) {
        if (strchr("0123456789abcdefABCDEF", *at))
            digits++;
        else if (*at != ':')
            digits = SIZE_MAX / 2;
    }
    host->pin = value;
    return digits == 64
               ? 0
               : FAIL_INPUT(err,
                            "write the SHA-256 of the certificate as 64 hex digits: openssl "
                            "x509 -fingerprint -sha256 -noout -in FILE",
                            "'%s' is no fingerprint", value);
}

static int set_port(struct host_setting *host, const char *value, struct sa_error *err)
{
    uint32_t port = 0;
    if (sa_parse_u32(value, 65535, &port) < 0 || port == 0)
        return FAIL_INPUT(err, "write a number from 1 to 65535", "'%s' is no port", value);
    host->port = port;
    return 0;
}

int host_set(struct settings *settings, struct host_setting *host, enum option_id id,
             const char *value, enum origin origin, struct sa_error *err)
{
    const char *text = sa_arena_text(&settings->arena, value);
    if (!text)
        return sa_fail_nomem(err);
    switch (id) {
    case OPT_HTTPS:
        return set_flag(&host->tls, "--https", text, false, err);
    case OPT_WINRM_AUTH:
        return set_auth(host, text, err);
    case OPT_WINRM_PORT:
        return set_port(host, text, err);
    case OPT_WINRM_SPN:
        host->spn = text;
        return strchr(text, '/') ? 0
                                 : FAIL_INPUT(err, "write it as in HTTP/sync01.fabrikam.example",
                                              "'%s' is no service principal name", text);
    case OPT_WINRM_PIN:
        return set_pin(host, text, err);
    case OPT_WINRM_PROXY:
        host->proxy = text;
        return strncmp(text, "http://", 7) == 0
                   ? 0
                   : FAIL_INPUT(err, "write it as in http://proxy.fabrikam.example:3128",
                                "'%s' is no proxy", text);
    case OPT_NO_CHANNEL_BINDING:
        return set_flag(&host->channel_binding, "--no-channel-binding", text, true, err);
    case OPT_POWERSHELL:
        return set_powershell(host, text, err);
    case OPT_CONFIGURATION:
        return set_configuration(host, text, err);
    case OPT_ALLOW_RC4:
        return set_flag(&host->rc4, "--allow-rc4", text, false, err);
    default:
        return identity_set(&host->id, id, text, origin, err);
    }
}

int host_apply(struct settings *settings, enum option_id id, const char *value, enum origin origin,
               struct sa_error *err)
{
    struct host_setting *host = &settings->every_host;
    if (origin == FROM_OPTION && settings->host_count > 0 &&
        settings->hosts[settings->host_count - 1].origin == FROM_OPTION)
        host = &settings->hosts[settings->host_count - 1];
    else if (origin == FROM_OPTION && !settings->host_option)
        settings->host_option = option_by_id(id)->name;
    return host_set(settings, host, id, value, origin, err);
}

static void merge(struct host_setting *to, const struct host_setting *from, bool weak)
{
    const char **texts[] = {&to->spn, &to->pin, &to->proxy, &to->configuration};
    const char *const others[] = {from->spn, from->pin, from->proxy, from->configuration};
    int *numbers[] = {&to->auth, &to->tls, &to->channel_binding, &to->rc4, &to->powershell};
    const int given[] = {from->auth, from->tls, from->channel_binding, from->rc4, from->powershell};
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        if (others[i] && !(weak && *texts[i]))
            *texts[i] = others[i];
    }
    for (size_t i = 0; i < SA_COUNT(numbers); i++) {
        if (given[i] >= 0 && !(weak && *numbers[i] >= 0))
            *numbers[i] = given[i];
    }
    if (from->port && !(weak && to->port))
        to->port = from->port;
    identity_merge(&to->id, &from->id, weak);
}

static bool has_proof(const struct identity *id)
{
    return id->password_kind != PASSWORD_NONE || id->ccache || id->keytab;
}

/* The forest whose domain the host's name ends in. */
static const struct forest_setting *forest_of(const struct settings *settings, const char *host)
{
    size_t len = strlen(host);
    for (size_t i = 0; i < settings->forest_count; i++) {
        const char *domain = settings->forests[i].domain;
        size_t domain_len = strlen(domain);
        if (len > domain_len && host[len - domain_len - 1] == '.' &&
            sa_text_same(host + len - domain_len, domain))
            return &settings->forests[i];
    }
    return NULL;
}

/* What is not said of the host is taken from its forest: the user with the proof that belongs to it. */
static void inherit(struct host_setting *host, const struct identity *from)
{
    if (has_proof(&host->id) || host->id.user || host->auth == SA_HTTP_CERTIFICATE)
        return;
    host->id.user = from->user;
    host->id.password_kind = from->password_kind;
    host->id.password_from = from->password_from;
    host->id.ccache = from->ccache;
    host->id.keytab = from->keytab;
}

static int check_tls(const struct host_setting *host, const char *who, struct sa_error *err)
{
    bool tls = host->tls == 1;
    if (host->auth == SA_HTTP_BASIC && !tls)
        return FAIL_INPUT(err, "add --https, or leave 'basic' out: Kerberos needs no TLS",
                          "'%s': basic authentication without TLS would send the password in the "
                          "clear",
                          who);
    if (host->auth == SA_HTTP_CERTIFICATE && !tls)
        return FAIL_INPUT(err, "add --https", "'%s': a client certificate needs TLS", who);
    if ((host->pin || host->proxy) && !tls)
        return FAIL_INPUT(err, "add --https, or leave it out", "'%s': a %s is named, but no TLS",
                          who, host->pin ? "fingerprint" : "proxy");
    if (host->auth == SA_HTTP_CERTIFICATE && !(host->id.cert_file && host->id.key_file))
        return FAIL_INPUT(err, "name both, as PEM files",
                          "'%s': a client certificate and its key are needed", who);
    if (host->auth == SA_HTTP_CERTIFICATE && (host->id.user || has_proof(&host->id)))
        return FAIL_INPUT(err, "leave user and password out: the certificate says who it is",
                          "'%s': a client certificate takes no user and no password", who);
    return 0;
}

static int check_identity(const struct host_setting *host, const char *who, struct sa_error *err)
{
    bool by_password = host->auth == SA_HTTP_BASIC || host->auth == SA_HTTP_NTLM;
    const char *how = host->auth == SA_HTTP_BASIC ? "basic" : "ntlm";
    const char *ticket = host->id.ccache ? "ticket cache" : "keytab";
    bool has_password = host->id.password_kind != PASSWORD_NONE;
    if (by_password && !(host->id.user && has_password))
        return FAIL_INPUT(err, "add --user and a password: --password-file FILE, --ask-password",
                          "'%s': %s authentication needs a user and a password", who, how);
    if (by_password && (host->id.ccache || host->id.keytab))
        return FAIL_INPUT(err, "leave it out, or use negotiate or kerberos",
                          "'%s': a %s is only for Kerberos", who, ticket);
    if (has_password && (host->id.ccache || host->id.keytab))
        return FAIL_INPUT(err, "name one of them", "'%s': a password and a %s are named", who,
                          ticket);
    if (host->id.ccache && host->id.keytab)
        return FAIL_INPUT(err, "name one of them", "'%s': a ticket cache and a keytab are named",
                          who);
    if (has_password && !host->id.user)
        return FAIL_INPUT(err, "name the user too: user@domain",
                          "'%s': a password is named, but no user", who);
    return 0;
}

static int check_powershell(const struct host_setting *host, const char *who, struct sa_error *err)
{
    const char *way = host->powershell == SA_PSRP_COMMAND ? "command" : "off";
    if (host->configuration && host->powershell >= SA_PSRP_COMMAND)
        return FAIL_INPUT(err, "leave one of them out",
                          "'%s': a session configuration is named, and 'powershell' is %s", who,
                          way);
    return 0;
}

static int check_host(const struct host_setting *host, const char *who, struct sa_error *err)
{
    int r = check_tls(host, who, err);
    if (r == 0)
        r = check_powershell(host, who, err);
    if (r == 0)
        r = check_identity(host, who, err);
    if (r == 0)
        r = identity_check_files(&host->id, who, err);
    if (r < 0 && host->place)
        sa_place(err, host->place, 0, 0);
    return r;
}

/* A constrained endpoint has a name of its own: without one, that which `jea generate` gives it. */
static const char *configuration_of(const struct host_setting *host)
{
    if (host->configuration)
        return host->configuration;
    return host->powershell == SA_PSRP_FUNCTION_WAY ? JEA_CONFIGURATION : NULL;
}

static struct sa_host_request request_of(const struct settings *settings,
                                         const struct host_setting *host, const char *realm)
{
    return (struct sa_host_request){
        .http = {.host = host->host,
                 .port = (uint16_t)host->port,
                 .tls = host->tls == 1,
                 .auth = host->auth < 0 ? SA_HTTP_NEGOTIATE : (enum sa_http_auth)host->auth,
                 .spn = host->spn,
                 .user = host->id.user,
                 .realm = realm,
                 .password = host->id.password,
                 .ccache = host->id.ccache,
                 .keytab = host->id.keytab,
                 .ca_file = host->id.ca_file,
                 .pin = host->pin,
                 .cert_file = host->id.cert_file,
                 .key_file = host->id.key_file,
                 .no_channel_binding = host->channel_binding == 0,
                 .allow_rc4 = host->rc4 == 1,
                 .proxy = host->proxy},
        .registry = (enum sa_reg_way)settings->registry,
        .event_days = settings->event_days,
        .trace_dir = settings->trace,
        .powershell = host->powershell < 0 || host->powershell == POWERSHELL_OFF
                          ? SA_PSRP_AUTO
                          : (enum sa_psrp_way)host->powershell,
        .no_powershell = host->powershell == POWERSHELL_OFF,
        .configuration = configuration_of(host),
        .no_files = settings->no_files,
        .run_days = settings->run_days,
    };
}

/* A file that lies in the working directory may have come with the exports: it does not decide who gets to
 * see a ticket or password. */
static int check_trust(const struct settings *settings, struct sa_error *err)
{
    const struct host_setting *stray = settings->every_host.is_stray ? &settings->every_host : NULL;
    for (size_t i = 0; i < settings->host_count && !stray; i++)
        stray = settings->hosts[i].is_stray ? &settings->hosts[i] : NULL;
    if (!stray || settings->host_count + settings->forest_count == 0)
        return 0;
    (void)FAIL_INPUT(
        err, "name it with -c FILE: it decides who gets to see your ticket or password",
        "'%s' is heeded only in a configuration that is named", stray->host ? "host" : "winrm");
    sa_place(err, stray->place, 0, 0);
    return SA_E_INPUT;
}

/* Fetches the password, or shares one that was fetched already. */
static int fetch(struct settings *settings, struct identity *id, const char *where,
                 struct sa_error *err)
{
    if (id->password || id->password_kind == PASSWORD_NONE || settings->only_planned)
        return 0;
    for (size_t i = 0; i < settings->forest_count; i++) {
        if (identity_borrow(id, &settings->forests[i].id))
            return 0;
    }
    for (size_t i = 0; i < settings->host_count; i++) {
        if (identity_borrow(id, &settings->hosts[i].id))
            return 0;
    }
    return identity_fetch(id, where, err);
}

/* Whom a forest's servers are asked as, when they are found: as the forest itself. */
static int plan_discovered(struct settings *settings, size_t index, struct sa_error *err)
{
    struct forest_setting *forest = &settings->forests[index];
    struct sa_plan_forest *planned = &settings->plan.forests[index];
    struct host_setting host = settings->every_host;
    if (settings->no_hosts || !planned->discover || settings->plan.count > 0)
        return 0;
    inherit(&host, &forest->id);
    if (host.tls == 1 && !host.id.ca_file)
        host.id.ca_file = forest->id.ca_file;
    int r = check_host(&host, forest->domain, err);
    if (r == 0 && host.id.password_kind != PASSWORD_NONE) {
        host.id.password = NULL;
        if (!identity_borrow(&host.id, &forest->id)) {
            r = fetch(settings, &settings->every_host.id, forest->domain, err);
            host.id.password = settings->every_host.id.password;
        }
    }
    planned->connect = r == 0;
    planned->host = request_of(settings, &host, forest->domain);
    return r;
}

static int plan_host(struct settings *settings, struct host_setting *host, struct sa_error *err)
{
    const struct forest_setting *forest = forest_of(settings, host->host);
    const struct sa_host_request request =
        request_of(settings, host, forest ? forest->domain : NULL);
    if (host->origin == FROM_CONFIG) {
        settings->plan.targets[host->target].host = request;
        return 0;
    }
    const struct sa_plan_target target = {.host = request};
    return sa_plan_add(&settings->plan, &target, err);
}

/* Hosts of a configuration whose servers gave way to those of the command line. */
static void drop_weaker(struct settings *settings)
{
    size_t kept = 0;
    for (size_t i = 0; i < settings->host_count; i++) {
        if (settings->hosts[i].origin >= settings->plan_origin)
            settings->hosts[kept++] = settings->hosts[i];
    }
    settings->host_count = kept;
}

int hosts_plan(struct settings *settings, struct sa_error *err)
{
    drop_weaker(settings);
    int r = check_trust(settings, err);
    if (r == 0 && settings->host_count == 0 && settings->forest_count == 0 && settings->host_option)
        return FAIL_INPUT(err, "add --host HOST or --domain DOMAIN, or leave it out",
                          "'--%s' is for hosts, and none is named", settings->host_option);
    for (size_t i = 0; r == 0 && i < settings->host_count; i++) {
        struct host_setting *host = &settings->hosts[i];
        merge(host, &settings->every_host, /* weak= */ host->origin != FROM_CONFIG);
        identity_merge(&host->id, &settings->every_forest.id, /* weak= */ true);
        const struct forest_setting *forest = forest_of(settings, host->host);
        if (forest)
            inherit(host, &forest->id);
        if (host->tls != 1)
            host->id.ca_file = NULL;
        r = check_host(host, host->host, err);
    }
    for (size_t i = 0; r == 0 && i < settings->host_count; i++)
        r = fetch(settings, &settings->hosts[i].id, settings->hosts[i].host, err);
    for (size_t i = 0; r == 0 && i < settings->host_count; i++)
        r = plan_host(settings, &settings->hosts[i], err);
    for (size_t i = 0; r == 0 && i < settings->plan.forest_count; i++)
        r = plan_discovered(settings, i, err);
    return r;
}
