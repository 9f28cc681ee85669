/* SPDX-License-Identifier: Apache-2.0 */
/* The accounts of the server itself, as its users, groups and services name them. */
#ifndef SYNCAUDIT_COLLECT_HOST_ACCOUNT_H
#define SYNCAUDIT_COLLECT_HOST_ACCOUNT_H
#include "host_internal.h"

enum host_account_class { HOST_USER, HOST_GROUP, HOST_SYSTEM };

struct host_account {
    enum host_account_class class;
    const char *domain, *name, *sid; /* as the server says: to be asked with, not to be shown */
    uint64_t name_hash, sid_hash;    /* equal where the texts are the same without letter case */
};
struct host_accounts {
    struct host_account *items;
    size_t count;
};

/** NULL: none. Letter case is ignored, also beyond ASCII. */
const struct host_account *host_find_account(struct host *host, enum host_account_class class,
                                             const char *name);
const struct host_account *host_find_sid(const struct host *host, const char *sid);
/** As Windows compares names. */
bool host_same_name(struct host *host, const char *a, const char *b);
/** "" in WQL: text between double quotes, escaped. */
const char *host_quoted(struct host *host, const char *text);
#endif
