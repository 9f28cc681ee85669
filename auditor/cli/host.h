/* SPDX-License-Identifier: Apache-2.0 */
/* Hosts as the command line and the configuration describe them. */
#ifndef SYNCAUDIT_CLI_HOST_H
#define SYNCAUDIT_CLI_HOST_H
#include "cli.h"
#include "options.h"

#define JEA_CONFIGURATION      "SyncAudit" /* where none is named */
#define CONFIGURATION_NAME_MAX 100

void host_setting_init(struct host_setting *host);
/* One setting of one host, as if the option `id` had been given with this value. */
int host_set(struct settings *settings, struct host_setting *host, enum option_id id,
             const char *value, enum origin origin, struct sa_error *err) SA_NODISCARD;
/* The same for an option or the environment: to the last --host before it, else to every host. */
int host_apply(struct settings *settings, enum option_id id, const char *value, enum origin origin,
               struct sa_error *err) SA_NODISCARD;
/* Letters, digits, '.', '_', '-': a session configuration, which is part of a URI and of file names. */
bool is_configuration_name(const char *name);
/* A new host. Borrowed from `settings` until the next call. */
int host_add(struct settings *settings, const char *name, enum origin origin,
             struct host_setting **ret, struct sa_error *err) SA_NODISCARD;
void hosts_done(struct settings *settings); /* wipes passwords */

/* After forests_plan(): everything that contradicts itself is found first; then passwords are fetched,
 * and the hosts go into the plan. */
int hosts_plan(struct settings *settings, struct sa_error *err) SA_NODISCARD;
#endif
