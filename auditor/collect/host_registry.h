/* SPDX-License-Identifier: Apache-2.0 */
/* What the sources that come from the registry share: registry, software, certificate, firewall. All of them
 * are read in one go (host_registry.c), so none of these functions asks the server. */
#ifndef SYNCAUDIT_COLLECT_HOST_REGISTRY_H
#define SYNCAUDIT_COLLECT_HOST_REGISTRY_H
#include "host_internal.h"

#define HOST_REG_UNINSTALL    "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall"
#define HOST_REG_UNINSTALL32  "SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall"
#define HOST_REG_CERTIFICATES "SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates"
#define HOST_REG_FIREWALL \
    "SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy"
#define HOST_REG_SHARES           "SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Shares"
#define HOST_REG_EVENT_LOG        "SYSTEM\\CurrentControlSet\\Services\\EventLog\\"
#define HOST_REG_EVENT_LOG_POLICY "SOFTWARE\\Policies\\Microsoft\\Windows\\EventLog\\"
#define HOST_REG_FIREWALL_POLICY  "SOFTWARE\\Policies\\Microsoft\\WindowsFirewall"

/** Adds what the registry says of a value, or of a key (`value` NULL), to the evidence; texts that tell a
 *  password without it. */
void host_reg_evidence(struct host *host, const char *key, const char *value);
/** 1: all names in the key are known; 0: absent; negative: `err` says what could not be read. */
int host_reg_whole(const struct host *host, const char *key, struct sa_error *err) SA_NODISCARD;
/** Likewise with the keys one level below. */
int host_reg_whole_tree(const struct host *host, const char *key,
                        struct sa_error *err) SA_NODISCARD;
/** Fails for a value that is there, or may be, and could not be read. */
int host_reg_unread(const struct host *host, const char *key, const char *value,
                    struct sa_error *err);
/** Text of a value, or NULL: absent, or no text. */
const char *host_reg_text(const struct host *host, const char *key, const char *value);

/** Evidence, and whether everything is there; then the rows. */
host_gather_fn host_gather_settings, host_gather_software, host_gather_certificates,
    host_gather_firewall;
host_store_fn host_store_settings, host_store_software, host_store_certificates,
    host_store_firewall;

/** Requests for the settings, those whose keys are rare or the others. Returns how many; `requests` has room for HOST_REG_REQUESTS. */
#define HOST_REG_REQUESTS 400
size_t host_plan_settings(struct sa_reg_request *requests, bool rare);
size_t host_plan(struct sa_reg_request *requests);
#endif
