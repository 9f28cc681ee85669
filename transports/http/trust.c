/* SPDX-License-Identifier: Apache-2.0 */
/* The authorities that servers' certificates are verified against, read once per file for all connections
 * of the process: the system's are some 140 certificates, and reading them takes ten times as long as a
 * handshake. They stay until the end; a file that changes meanwhile is not read again. */
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <pthread.h>
#include <string.h>

#include "private.h"

#define MAX_FILES 16

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct {
    char file[512]; /* "": the system's */
    X509_STORE *store;
} files[MAX_FILES];
static size_t file_count;

static X509_STORE *read_authorities(const char *file)
{
    const char *path = file[0] != '\0' ? file : curl_version_info(CURLVERSION_NOW)->cainfo;
    X509_STORE *store = X509_STORE_new();
    bool ok = store != NULL;

    if (ok)
        ok = path != NULL ? X509_STORE_load_file(store, path) == 1
                          : X509_STORE_set_default_paths(store) == 1;
    /* An intermediate authority that stands in the file is trusted as it is, as by libcurl itself. */
    ok = ok && X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN) == 1;
    ERR_clear_error(); /* the queue belongs to the thread, not to us */
    if (ok)
        return store;
    X509_STORE_free(store);
    return NULL;
}

X509_STORE *trusted_authorities(const char *file)
{
    const char *name = file != NULL ? file : "";
    X509_STORE *store = NULL;

    if (strlen(name) >= sizeof files[0].file)
        return read_authorities(name);
    (void)pthread_mutex_lock(&lock);
    for (size_t i = 0; i < file_count && store == NULL; i++)
        if (strcmp(files[i].file, name) == 0)
            store = files[i].store;
    if (store == NULL) {
        store = read_authorities(name);
        if (store != NULL && file_count < MAX_FILES) {
            (void)snprintf(files[file_count].file, sizeof files[0].file, "%s", name);
            files[file_count++].store = store;
            (void)X509_STORE_up_ref(store);
        }
    } else {
        (void)X509_STORE_up_ref(store);
    }
    (void)pthread_mutex_unlock(&lock);
    return store;
}
