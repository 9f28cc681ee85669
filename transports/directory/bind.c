/* SPDX-License-Identifier: Apache-2.0 */
/* Proving who we are (RFC 4513; [MS-ADTS] 5.1.1) so that the connection is protected afterwards.
 *
 * Cyrus SASL carries GSSAPI (RFC 4752), GSS-SPNEGO and EXTERNAL; NTLM has a file of its own
 * (gss_layer.c). On a plain connection the SASL layer must encrypt: a server that grants less than
 * that is left. Inside TLS the layer must be off (a DC refuses both at once) and the server's
 * certificate is bound to the logon. A simple bind is sent inside TLS only, and never with an empty
 * password: AD would answer "success" and make the connection anonymous. */
#include <sasl/sasl.h>
#include <string.h>
#include <time.h>

#include "syncaudit/datetime.h"

#include "private.h"

/* Called by Cyrus between two steps. It is also the only moment at which the SASL context exists
 * and the credential has not been looked for yet: set before the bind it is refused, and without
 * it Cyrus would take the process's default ccache. */
static int interact(LDAP *handle, unsigned flags, void *defaults, void *prompts)
{
    struct sa_ldap *ldap = defaults;

    (void)flags;
    for (sasl_interact_t *p = prompts; p->id != SASL_CB_LIST_END; p++) {
        p->result = "";
        p->len = 0;
    }
    if (ldap->credential != GSS_C_NO_CREDENTIAL &&
        ldap_set_option(handle, LDAP_OPT_X_SASL_GSS_CREDS, ldap->credential) != LDAP_OPT_SUCCESS)
        return LDAP_LOCAL_ERROR;
    return LDAP_SUCCESS;
}

static int set_sasl_options(struct sa_ldap *ldap, struct sa_error *err)
{
    int binding = ldap->tls_active && !ldap->no_channel_binding
                      ? LDAP_OPT_X_SASL_CBINDING_TLS_ENDPOINT
                      : LDAP_OPT_X_SASL_CBINDING_NONE;
    const char *properties = ldap->tls_active ? "none,noanonymous,minssf=0,maxssf=0"
                                              : "none,noanonymous,noplain,minssf=56";

    if (ldap_set_option(ldap->handle, LDAP_OPT_X_SASL_SECPROPS, properties) != 0 ||
        ldap_set_option(ldap->handle, LDAP_OPT_X_SASL_CBINDING, &binding) != 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_LDAP, 0, "the SASL library refuses an option");
    return 0;
}

/* Cyrus and GSS-API failed on our side: their text is all there is. */
static int fail_local(struct sa_ldap *ldap, const char *mechanism, int code, struct sa_error *err)
{
    char *text = NULL;
    int r = 0;

    (void)ldap_get_option(ldap->handle, LDAP_OPT_DIAGNOSTIC_MESSAGE, &text);
    if (text != NULL && strstr(text, "No worthy mechs found") != NULL) {
        r = sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_LDAP, code,
                    "the SASL library has no mechanism %s that protects enough", mechanism);
        sa_hint(err, "install Cyrus SASL's GSSAPI module (libsasl2-modules-gssapi-mit)");
    } else if (ldap->auth == SA_LDAP_EXTERNAL) {
        r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_TLS, code,
                    "'%s' has not asked for the client certificate", ldap->dialled);
        sa_hint(err, "check that its authority is one that the domain controller trusts");
    } else {
        r = sa_fail(err, SA_E_AUTH, SA_DOMAIN_GSS, code, "%s with '%s' failed: %.200s", mechanism,
                    ldap->dialled, text != NULL && text[0] != '\0' ? text : "no reason given");
        sa_hint(err, "check that the name belongs to that domain controller");
    }
    ldap_memfree(text);
    return r;
}

static int bind_sasl(struct sa_ldap *ldap, const char *mechanism, struct sa_error *err)
{
    int64_t until = call_deadline(ldap);
    const char *chosen = NULL;
    LDAPMessage *answer = NULL;
    int message_id = 0;
    int code = 0;
    int type = 0;
    int r = set_sasl_options(ldap, err);

    if (r < 0)
        return r;
    for (;;) {
        LDAPMessage *step = answer;

        code =
            ldap_sasl_interactive_bind(ldap->handle, NULL, mechanism, NULL, NULL, LDAP_SASL_QUIET,
                                       interact, ldap, step, &chosen, &message_id);
        (void)ldap_msgfree(step);
        answer = NULL;
        if (code != LDAP_SASL_BIND_IN_PROGRESS)
            break;
        ldap->info.round_trips++;
        r = wait_message(ldap, message_id, until, "bind", &answer, &type, err);
        if (r < 0)
            return r;
    }
    if (code == LDAP_SUCCESS)
        return 0;
    if (code == LDAP_LOCAL_ERROR || code == LDAP_AUTH_UNKNOWN)
        return fail_local(ldap, mechanism, code, err);
    return ldap_fail_handle(ldap, "bind", code, err);
}

static int bind_simple(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                       struct sa_error *err)
{
    size_t len = sa_secret_len(options->password);
    struct berval password = {.bv_len = len};
    LDAPMessage *answer = NULL;
    char *text = NULL;
    int message_id = 0;
    int type = 0;
    int code = 0;
    int r = 0;

    if (!ldap->tls_active || len == 0)
        return sa_fail(err, SA_E_INTERNAL, SA_DOMAIN_NONE, 0,
                       "a password would leave unprotected or empty");
    /* libldap copies the password into its request and takes it without const. */
    memcpy(&password.bv_val, &(const char *){sa_secret_bytes(options->password)}, sizeof(char *));
    ldap->shown = true;
    code = ldap_sasl_bind(ldap->handle, options->user, LDAP_SASL_SIMPLE, &password, NULL, NULL,
                          &message_id);
    if (code != LDAP_SUCCESS)
        return ldap_fail_handle(ldap, "bind", code, err);
    ldap->info.round_trips++;
    r = wait_message(ldap, message_id, call_deadline(ldap), "bind", &answer, &type, err);
    if (r < 0)
        return r;
    r = ldap_parse_result(ldap->handle, answer, &code, NULL, &text, NULL, NULL, 1);
    if (r != LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, "bind", r, NULL);
    else if (code != LDAP_SUCCESS)
        r = ldap_fail(err, ldap->dialled, "bind", code, text);
    ldap_memfree(text);
    return r;
}

const char *tls_text(struct sa_ldap *ldap, bool bound)
{
    char *version = NULL;
    const char *text = NULL;

    (void)ldap_get_option(ldap->handle, LDAP_OPT_X_TLS_VERSION, &version);
    /* "TLS1.3" (GnuTLS) and "TLSv1.3" (OpenSSL) */
    text = sa_arena_printf(&ldap->arena, "TLS %s%s",
                           version != NULL ? version + strcspn(version, "0123456789") : "",
                           bound ? " with channel binding" : "");
    ldap_memfree(version);
    return text;
}

/* What protects the connection from here on? Too little ends it. */
static int check_protection(struct sa_ldap *ldap, struct sa_error *err)
{
    ber_len_t strength = 0;

    if (ldap->tls_active) {
        bool sasl = ldap->auth == SA_LDAP_NEGOTIATE || ldap->auth == SA_LDAP_KERBEROS;

        ldap->info.protection = tls_text(ldap, sasl && !ldap->no_channel_binding);
    } else {
        (void)ldap_get_option(ldap->handle, LDAP_OPT_X_SASL_SSF, &strength);
        if (strength <= 1) {
            int r = sa_fail(err, SA_E_PROTOCOL, SA_DOMAIN_LDAP, (long long)strength,
                            "'%s' does not encrypt the connection", ldap->dialled);

            sa_hint(err, "use LDAPS or StartTLS");
            return r;
        }
        ldap->info.protection =
            sa_arena_printf(&ldap->arena, "sealed by Kerberos, %s", ldap->enctype);
    }
    return ldap->info.protection == NULL ? sa_fail_nomem(err) : 0;
}

static int bind_by(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                   struct sa_error *err)
{
    int r = 0;

    switch (ldap->auth) {
    case SA_LDAP_NEGOTIATE:
        ldap->info.mechanism = "GSS-SPNEGO (Kerberos)";
        r = bind_sasl(ldap, "GSS-SPNEGO", err);
        break;
    case SA_LDAP_KERBEROS:
        ldap->info.mechanism = "GSSAPI";
        r = bind_sasl(ldap, "GSSAPI", err);
        break;
    case SA_LDAP_EXTERNAL:
        ldap->info.mechanism = "EXTERNAL";
        r = bind_sasl(ldap, "EXTERNAL", err);
        break;
    case SA_LDAP_SIMPLE:
        ldap->info.mechanism = "simple";
        r = bind_simple(ldap, options, err);
        break;
    case SA_LDAP_NTLM:
        ldap->info.mechanism = "GSS-SPNEGO (NTLM)";
        return bind_ntlm(ldap, options, err); /* knows its own protection */
    default:
        return sa_fail(err, SA_E_INPUT, SA_DOMAIN_NONE, 0, "unknown kind of logon %d",
                       (int)ldap->auth);
    }
    return r < 0 ? r : check_protection(ldap, err);
}

/* Whose logons are counted: "svc" is the domain's, for the domain controller has no accounts of its own. */
static void counted_user(const struct sa_ldap_options *options, struct sa_buf *user)
{
    if (options->domain != NULL && strpbrk(options->user, "\\@=") == NULL)
        (void)sa_buf_addf(user, "%s\\", options->domain);
    (void)sa_buf_add_text(user, options->user);
}

/* What is shown to one domain controller counts for all of them, and those of other forests may pass it
 * on: while it is not known whether the password is right, one is asked after the other. */
static int wait_for_password(struct sa_ldap *ldap, const struct sa_ldap_options *options,
                             struct sa_known_password **ret, struct sa_error *err)
{
    static const struct timespec rest = {.tv_nsec = POLL_MS * 1000000L / 4};
    SA_CLEANUP(sa_buf_done) struct sa_buf user = SA_BUF_INIT(768);
    struct sa_password_use use = {.password = options->password, .host = ldap->dialled};

    counted_user(options, &user);
    if (sa_buf_status(&user) < 0)
        return sa_fail_nomem(err);
    use.user = sa_buf_text(&user);
    for (;;) {
        int r = sa_password_begin(&use, ret, err);

        if (r != 0)
            return r < 0 ? r : 0;
        r = check_stop(ldap, err);
        if (r < 0)
            return r;
        if (ldap->deadline_ms != 0 && time_left(ldap->deadline_ms, 1) == 0)
            return sa_fail(err, SA_E_TIMEOUT, SA_DOMAIN_NONE, 0,
                           "'%s' was not asked in time: the password of '%s' was being tried at "
                           "another server",
                           ldap->dialled, use.user);
        (void)nanosleep(&rest, NULL);
    }
}

static enum sa_password_outcome password_outcome(const struct sa_ldap *ldap, int status)
{
    if (status == 0)
        return SA_PASSWORD_ACCEPTED;
    if (!ldap->shown)
        return SA_PASSWORD_NOT_SHOWN;
    return status == SA_E_AUTH ? SA_PASSWORD_REFUSED : SA_PASSWORD_UNANSWERED;
}

int bind_dc(struct sa_ldap *ldap, const struct sa_ldap_options *options, struct sa_error *err)
{
    struct sa_ldap_event event = {.server = ldap->dialled, .operation = "bind"};
    struct sa_known_password *known = NULL;
    int64_t start = 0;
    int r = 0;

    if (ldap->auth == SA_LDAP_NEGOTIATE || ldap->auth == SA_LDAP_KERBEROS)
        r = ticket_service(ldap, err);
    if (r < 0)
        return r;
    set_stage(ldap, STAGE_BIND);
    if (ldap->auth == SA_LDAP_SIMPLE || ldap->auth == SA_LDAP_NTLM)
        r = wait_for_password(ldap, options, &known, err);
    if (r < 0)
        return r;
    start = sa_time_monotonic_ms();
    r = bind_by(ldap, options, err);
    sa_password_end(known, password_outcome(ldap, r));
    ldap->bound = r == 0;
    event.detail = ldap->info.mechanism;
    event.status = r;
    event.code = r < 0 && err != NULL ? err->code : 0;
    event.started_at = sa_time_now();
    event.elapsed_ms = sa_time_monotonic_ms() - start;
    emit(ldap, &event);
    return r;
}
