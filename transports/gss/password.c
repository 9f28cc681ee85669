/* SPDX-License-Identifier: Apache-2.0 */
/* A wrong password is shown to a KDC once by this process, however many servers are asked for with it, and
 * to a few servers that are asked without a KDC.
 *
 * Domains lock accounts after a few failed logons, and a run has many servers and threads. So the first
 * thread that comes with a user and password asks alone, while others with the same wait for what comes
 * of it. When the KDC accepts, everybody asks for himself; when it refuses the password, all others get
 * that answer without another question; on any other failure the next one tries. What is kept of a
 * password is a hash together with random bytes of this process. */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "private.h"

#define MAX_KNOWN 256

enum state { UNKNOWN, ASKING, ACCEPTED, REFUSED };

struct sa_known_password {
    unsigned char key[32];
    enum state state;
    unsigned refusals, unanswered; /* by servers: NTLM, simple logons */
    struct sa_error refusal;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct sa_known_password table[MAX_KNOWN];
static size_t count;
static unsigned char salt[32];

/* Under the lock. */
static bool make_key(const struct sa_logon *logon, unsigned char key[32])
{
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    const char *realm = logon->realm != NULL ? logon->realm : "";
    bool ok = digest != NULL && (count > 0 || RAND_bytes(salt, sizeof salt) == 1) &&
              EVP_DigestInit_ex(digest, EVP_sha256(), NULL) == 1 &&
              EVP_DigestUpdate(digest, salt, sizeof salt) == 1 &&
              EVP_DigestUpdate(digest, logon->user, strlen(logon->user) + 1) == 1 &&
              EVP_DigestUpdate(digest, realm, strlen(realm) + 1) == 1 &&
              EVP_DigestUpdate(digest, sa_secret_bytes(logon->password),
                               sa_secret_len(logon->password)) == 1 &&
              EVP_DigestFinal_ex(digest, key, NULL) == 1;

    EVP_MD_CTX_free(digest);
    return ok;
}

/* Under the lock. NULL: there is no room to remember. */
static struct sa_known_password *find(const struct sa_logon *logon)
{
    unsigned char key[32];

    if (!make_key(logon, key))
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (CRYPTO_memcmp(table[i].key, key, sizeof key) == 0)
            return &table[i];
    if (count == MAX_KNOWN)
        return NULL;
    memcpy(table[count].key, key, sizeof key);
    return &table[count++];
}

int password_begin(const struct sa_logon *logon, struct sa_known_password **ret,
                   struct sa_error *err)
{
    struct sa_known_password *known = NULL;
    int r = 0;

    (void)pthread_mutex_lock(&lock);
    known = find(logon);
    while (known != NULL && known->state == ASKING)
        (void)pthread_cond_wait(&changed, &lock);
    if (known != NULL && known->state == REFUSED) {
        r = known->refusal.status;
        if (err != NULL)
            *err = known->refusal;
    } else if (known != NULL && known->state == UNKNOWN) {
        known->state = ASKING;
    }
    (void)pthread_mutex_unlock(&lock);
    *ret = known;
    return r;
}

void password_end(struct sa_known_password *known, bool refused, int status,
                  const struct sa_error *err)
{
    if (known == NULL)
        return;
    (void)pthread_mutex_lock(&lock);
    if (refused && err != NULL) {
        known->state = REFUSED;
        known->refusal = *err;
    } else if (status == 0 && known->state != REFUSED) {
        known->state = ACCEPTED;
    } else if (known->state == ASKING) {
        known->state = UNKNOWN;
    }
    (void)pthread_cond_broadcast(&changed);
    (void)pthread_mutex_unlock(&lock);
}

/* Servers ---------------------------------------------------------------------------------------- */

/* "DOMAIN\\user" of which the domain is the server itself, "user": every server has its own. */
static bool is_local_account(const char *user, const char *host)
{
    const char *backslash = strchr(user, '\\');
    size_t len = backslash != NULL ? (size_t)(backslash - user) : 0;

    if (backslash == NULL)
        return strchr(user, '@') == NULL;
    return (len == 1 && user[0] == '.') ||
           (strncasecmp(user, host, len) == 0 && (host[len] == '.' || host[len] == '\0'));
}

static int fail_refused(const struct sa_known_password *known, const struct sa_password_use *use,
                        struct sa_error *err)
{
    int r =
        sa_fail(err, SA_E_AUTH, SA_DOMAIN_NONE, 0,
                "'%s' was not asked: %u server%s refused the password of '%s', %u gave no answer, "
                "and failed logons lock the account",
                use->host, known->refusals, known->refusals == 1 ? " has" : "s have", use->user,
                known->unanswered);

    sa_hint(err, "check user and password, or whether a policy refuses NTLM; servers that accept "
                 "it may be asked alone");
    return r;
}

int sa_password_begin(const struct sa_password_use *use, struct sa_known_password **ret,
                      struct sa_error *err)
{
    /* What a KDC has said of it is another matter. */
    const struct sa_logon logon = {
        .user = use->user, .realm = "(servers)", .password = use->password};
    struct sa_known_password *known = NULL;
    int r = 1;

    *ret = NULL;
    if (use->local_is_free && is_local_account(use->user, use->host))
        return 1;
    (void)pthread_mutex_lock(&lock);
    known = find(&logon);
    if (known != NULL && known->state == ASKING) {
        known = NULL;
        r = 0;
    } else if (known != NULL && known->state == REFUSED) {
        r = fail_refused(known, use, err);
        known = NULL;
    } else if (known != NULL && known->state == UNKNOWN) {
        known->state = ASKING;
    }
    (void)pthread_mutex_unlock(&lock);
    *ret = known;
    return r;
}

void sa_password_end(struct sa_known_password *known, enum sa_password_outcome outcome)
{
    if (known == NULL)
        return;
    (void)pthread_mutex_lock(&lock);
    if (outcome == SA_PASSWORD_ACCEPTED) {
        known->state = ACCEPTED;
    } else if (known->state == ASKING) {
        known->refusals += outcome == SA_PASSWORD_REFUSED;
        known->unanswered += outcome == SA_PASSWORD_UNANSWERED;
        known->state = known->refusals >= SA_PASSWORD_REFUSALS_MAX ||
                               known->refusals + known->unanswered >= SA_PASSWORD_SHOWN_MAX
                           ? REFUSED
                           : UNKNOWN;
    }
    (void)pthread_mutex_unlock(&lock);
}
