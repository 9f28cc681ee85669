/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of the configuration file share. */
#ifndef SYNCAUDIT_CLI_CONFIG_H
#define SYNCAUDIT_CLI_CONFIG_H
#include "syncaudit/yaml.h"

#include "cli.h"
#include "options.h"

struct reader {
    struct settings *settings;
    struct sa_yaml *yaml;
    const char *folder; /* of the file, "" for the working directory */
};

/* A path as seen from the file. NULL: out of memory. */
const char *config_resolve(struct reader *reader, const char *path);

/* "FILE:/tmp/cc" and "KEYRING:persistent:0" name a ticket cache with its type: no path of ours. */
bool config_has_type(enum option_id id, const char *value);

/* 'host' and 'winrm' of a server, which is the plan's `target`; 'winrm' for all (config_host.c). */
int config_read_host(struct reader *reader, const struct sa_yaml_node *server, size_t target,
                     struct sa_error *err) SA_NODISCARD;
int config_read_hosts(struct reader *reader, const struct sa_yaml_node *root,
                      struct sa_error *err) SA_NODISCARD;

/* The list 'forests' (config_forest.c). */
int config_read_forests(struct reader *reader, const struct sa_yaml_node *root,
                        struct sa_error *err) SA_NODISCARD;
#endif
