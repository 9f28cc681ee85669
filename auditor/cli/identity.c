/* SPDX-License-Identifier: Apache-2.0 */
/* Who the auditor is, to a forest or a host: user, password, ticket cache, keytab, certificates.
 *
 * Password, ticket cache and keytab count as one: naming a keytab puts aside a password of a weaker
 * source. A password is never an option's value, only the place where it is found. */
#include <errno.h>
#include <string.h>

#include "syncaudit/text.h"

#include "forest.h"

/* Password, ticket cache and keytab of a weaker source give way. */
static void take(struct identity *identity, enum origin origin)
{
    if (origin <= identity->origin)
        return;
    identity->origin = origin;
    identity->password_kind = PASSWORD_NONE;
    identity->password_from = identity->ccache = identity->keytab = NULL;
}

static int set_password(struct identity *identity, enum password_kind kind, const char *from,
                        struct sa_error *err)
{
    if (identity->password_kind != PASSWORD_NONE && identity->password_kind != kind)
        return FAIL_INPUT(err, "name one: a file, a command, a credential, or --ask-password",
                          "the password is to be taken from two places");
    identity->password_kind = kind;
    identity->password_from = from;
    return 0;
}

static int set_proof(struct identity *identity, enum option_id id, const char *value,
                     enum origin origin, struct sa_error *err)
{
    bool ask = true;
    if (id == OPT_ASK_PASSWORD && sa_parse_bool(value, &ask) < 0)
        return FAIL_INPUT(err, "write true or false", "'%s' is no value for --ask-password", value);
    if (!ask)
        return 0;
    if (!value[0])
        return FAIL_INPUT(err, "leave it out, or say where",
                          "the place of a password, ticket cache "
                          "or keytab is empty");
    take(identity, origin);
    switch (id) {
    case OPT_CCACHE:
        identity->ccache = value;
        return 0;
    case OPT_KEYTAB:
        identity->keytab = value;
        return 0;
    case OPT_PASSWORD_FILE:
        return set_password(identity, PASSWORD_FILE, value, err);
    case OPT_PASSWORD_COMMAND:
        return set_password(identity, PASSWORD_COMMAND, value, err);
    case OPT_PASSWORD_CREDENTIAL:
        return set_password(identity, PASSWORD_CREDENTIAL, value, err);
    default:
        return set_password(identity, PASSWORD_ASKED, NULL, err);
    }
}

int identity_set(struct identity *identity, enum option_id id, const char *value,
                 enum origin origin, struct sa_error *err)
{
    switch (id) {
    case OPT_USER:
        identity->user = value;
        return value[0] ? 0
                        : FAIL_INPUT(err, "leave it out, or write user@domain",
                                     "the name of the user is empty");
    case OPT_CA_FILE:
        identity->ca_file = value;
        return 0;
    case OPT_CERT_FILE:
        identity->cert_file = value;
        return 0;
    case OPT_KEY_FILE:
        identity->key_file = value;
        return 0;
    default:
        return set_proof(identity, id, value, origin, err);
    }
}

void identity_merge(struct identity *to, const struct identity *from, bool weak)
{
    const char **texts[] = {&to->user, &to->ca_file, &to->cert_file, &to->key_file};
    const char *const others[] = {from->user, from->ca_file, from->cert_file, from->key_file};
    for (size_t i = 0; i < SA_COUNT(texts); i++) {
        if (others[i] && !(weak && *texts[i]))
            *texts[i] = others[i];
    }
    bool has = to->password_kind != PASSWORD_NONE || to->ccache || to->keytab;
    bool given = from->password_kind != PASSWORD_NONE || from->ccache || from->keytab;
    if (given && !(weak && has)) {
        to->password_kind = from->password_kind;
        to->password_from = from->password_from;
        to->ccache = from->ccache;
        to->keytab = from->keytab;
    }
}

int identity_check_files(const struct identity *identity, const char *where, struct sa_error *err)
{
    const char *keytab = identity->keytab;
    if (keytab && strncmp(keytab, "FILE:", 5) == 0)
        keytab += 5;
    else if (keytab && strchr(keytab, ':') && keytab[0] != '/')
        keytab = NULL; /* another kind of keytab */
    const char *const paths[] = {keytab, identity->ca_file, identity->cert_file,
                                 identity->key_file};
    for (size_t i = 0; i < SA_COUNT(paths); i++) {
        if (!paths[i] || access(paths[i], R_OK) == 0)
            continue;
        int r = sa_fail_errno(err, errno, "'%s': cannot read '%s'", where, paths[i]);
        sa_hint(err, "name a file that is there and that you may read");
        return r;
    }
    return 0;
}

int identity_fetch(struct identity *identity, const char *where, struct sa_error *err)
{
    char who[600];
    if (identity->password_kind == PASSWORD_NONE)
        return 0;
    (void)snprintf(who, sizeof who, "%s in %s", identity->user, where);
    return password_fetch(identity->password_kind, identity->password_from, who,
                          &identity->password, err);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool identity_borrow(struct identity *identity, const struct identity *from)
{
    if (identity == from || !from->password || identity->password_kind != from->password_kind ||
        !same_text(identity->password_from, from->password_from) ||
        !same_text(identity->user, from->user))
        return false;
    identity->password = from->password;
    identity->borrowed = true;
    return true;
}

void identity_done(struct identity *identity)
{
    if (!identity->borrowed)
        sa_secret_free(identity->password);
    identity->password = NULL;
    identity->borrowed = false;
}
