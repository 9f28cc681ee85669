/* SPDX-License-Identifier: Apache-2.0 */
/* Libraries that must be set up by one thread before others use them.
 *
 * libldap sets up its global options and Cyrus SASL on the first call, without a lock. Cyrus is
 * initialised here before that, for two reasons: it gets mutexes, and a log function that drops
 * what it would write to syslog and standard error (the same text comes back in the diagnostic
 * message of the handle). Nothing here changes the environment, and nothing is undone at exit: an
 * abandoned helper thread (worker.c) may still be inside. */
#include <pthread.h>
#include <sasl/sasl.h>
#include <stdlib.h>

#include "private.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int init_status;

static void *mutex_new(void)
{
    pthread_mutex_t *mutex = malloc(sizeof(pthread_mutex_t));

    if (mutex != NULL && pthread_mutex_init(mutex, NULL) != 0) {
        free(mutex);
        mutex = NULL;
    }
    return mutex;
}

static int mutex_lock(void *mutex)
{
    return pthread_mutex_lock(mutex) == 0 ? SASL_OK : SASL_FAIL;
}

static int mutex_unlock(void *mutex)
{
    return pthread_mutex_unlock(mutex) == 0 ? SASL_OK : SASL_FAIL;
}

static void mutex_free(void *mutex)
{
    (void)pthread_mutex_destroy(mutex);
    free(mutex);
}

static int log_nothing(void *context, int level, const char *message)
{
    (void)context;
    (void)level;
    (void)message;
    return SASL_OK;
}

static void init_libraries(void)
{
    static const sasl_callback_t callbacks[] = {
        {SASL_CB_LOG,      (int (*)(void))(void (*)(void))log_nothing, NULL},
        {SASL_CB_LIST_END, NULL,                                       NULL},
    };
    LDAPAPIInfo info = {.ldapai_info_version = LDAP_API_INFO_VERSION};

    sasl_set_mutex(mutex_new, mutex_lock, mutex_unlock, mutex_free);
    if (sasl_client_init(callbacks) != SASL_OK) {
        init_status = SA_E_INTERNAL;
        return;
    }
    if (ldap_get_option(NULL, LDAP_OPT_API_INFO, &info) != LDAP_OPT_SUCCESS) {
        init_status = SA_E_INTERNAL;
        return;
    }
    ldap_memfree(info.ldapai_vendor_name);
    ldap_memvfree((void **)info.ldapai_extensions);
}

int directory_init(struct sa_error *err)
{
    (void)pthread_once(&once, init_libraries);
    if (init_status < 0)
        return sa_fail(err, init_status, SA_DOMAIN_LDAP, 0,
                       "the LDAP or SASL library cannot be initialised");
    return 0;
}
