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

/* `*ret`: which of the words of the NULL-terminated list `value` is. */
int set_word(int *ret, const char *const *words, const char *option, const char *value,
             const char *hint, struct sa_error *err) SA_NODISCARD;

/* Bad input, with what to do about it. */
#define FAIL_INPUT(err, hint, ...)                                     \
    ((void)sa_fail((err), SA_E_INPUT, SA_DOMAIN_NONE, 0, __VA_ARGS__), \
     sa_hint((err), "%s", (hint)), SA_E_INPUT)

/* Who the auditor is (identity.c). The options are those from OPT_USER to OPT_KEY_FILE. */
int identity_set(struct identity *identity, enum option_id id, const char *value,
                 enum origin origin, struct sa_error *err) SA_NODISCARD;
/* Fields of `from` that are set take the place of those of `to`; where `weak`, only of those that are
 * not. Password, ticket cache and keytab count as one. */
void identity_merge(struct identity *to, const struct identity *from, bool weak);
/* Files that are read much later, by libraries with worse messages. */
int identity_check_files(const struct identity *identity, const char *where,
                         struct sa_error *err) SA_NODISCARD;
int identity_fetch(struct identity *identity, const char *where, struct sa_error *err) SA_NODISCARD;
/* The password of one that is the same user's from the same place, so that nobody is asked twice. */
bool identity_borrow(struct identity *identity, const struct identity *from);
void identity_done(struct identity *identity); /* wipes the password */

/* The first line of what `kind` names by `from`; `who` ("user in fabrikam.example") is for the prompt and
 * for messages. */
int password_fetch(enum password_kind kind, const char *from, const char *who,
                   struct sa_secret **ret, struct sa_error *err) SA_NODISCARD;
#endif
