/* SPDX-License-Identifier: Apache-2.0 */
/* Forests as the command line and the configuration describe them, and where passwords come from. */
#ifndef SYNCAUDIT_CLI_FOREST_H
#define SYNCAUDIT_CLI_FOREST_H
#include "cli.h"
#include "options.h"

/* One setting of one forest, as if the option `id` had been given with this value. */
int forest_set(struct settings *settings, struct forest_setting *forest, enum option_id id,
               const char *value, enum origin origin, struct sa_error *err) SA_NODISCARD;
/* The same for an option or the environment: to the last --domain before it, else to every forest. */
int forest_apply(struct settings *settings, enum option_id id, const char *value,
                 enum origin origin, struct sa_error *err) SA_NODISCARD;
/* A new forest; those of a weaker origin go. Borrowed from `settings` until the next call. */
int forest_add(struct settings *settings, const char *domain, enum origin origin,
               struct forest_setting **ret, struct sa_error *err) SA_NODISCARD;
void forests_done(struct settings *settings); /* wipes passwords */

/* Everything that contradicts itself is found first; then passwords are fetched, and the forests go into
 * the plan. Without a forest nothing happens. */
int forests_plan(struct settings *settings, struct sa_error *err) SA_NODISCARD;

/* The first line of what `kind` names by `from`; `who` ("user in fabrikam.example") is for the prompt and
 * for messages. */
int password_fetch(enum password_kind kind, const char *from, const char *who,
                   struct sa_secret **ret, struct sa_error *err) SA_NODISCARD;
#endif
