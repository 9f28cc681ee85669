/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of source ad_account share: forest_pattern.c (the sequence; who names himself),
 * forest_find.c (whom others name), forest_member.c (members of groups), forest_token.c (tokens, paths),
 * forest_privileged.c, forest_account.c (storing). */
#ifndef SYNCAUDIT_COLLECT_FOREST_ACCOUNT_H
#define SYNCAUDIT_COLLECT_FOREST_ACCOUNT_H
#include "forest_value.h"

/* Somebody that is to be looked up. */
struct sa_ad_want {
    enum { SA_AD_WANT_SID, SA_AD_WANT_DN, SA_AD_WANT_ACCOUNT, SA_AD_WANT_COMPUTER } kind;
    struct sa_sid sid;
    const char *name;                         /* as it is searched for; of a DN its text */
    const char *key;                          /* of a DN */
    size_t domain;                            /* SIZE_MAX: any */
    const char *role, *how, *detail, *server; /* role "": only to learn what it is */
    size_t gmsa; /* account whose password it may read; SIZE_MAX: none */
    bool asked, found;
};

/* A group whose members are listed. */
struct sa_ad_listed {
    const char *purpose; /* of ad_group; NULL: reader of the password of `gmsa` */
    size_t gmsa;
    struct sa_sid sid;
    const char *name;
    size_t domain;
    const struct sa_ldap_attribute *members; /* DNs; NULL: none visible */
    bool read;                               /* its entry was read for `members` */
};

/* A DN that a group names. */
struct sa_ad_named {
    const char *dn, *key;
    bool found;
    struct sa_sid sid;
    const char *class_name, *name;
    size_t domain;
};

struct sa_ad_reader {
    size_t account;
    struct sa_sid sid;
    bool through_group;
    struct sa_sid group;
};

struct sa_ad_member {
    const char *purpose, *name;
    struct sa_sid group;
    bool has_member;
    struct sa_sid member;
};

/* A group on the way from an account to a privileged one. */
struct sa_ad_node {
    struct sa_sid sid;
    const char *key, *name;
    size_t domain;
    const char *const *parents; /* DNs as they are, and their keys */
    const char *const *parent_keys;
    size_t parent_count;
};

/* "Authenticated Users" and the like inside a domain: their groups are in every token. */
struct sa_ad_broad {
    size_t domain;
    const char *name;
    const char *const *parents;
    const char *const *parent_keys;
    size_t parent_count;
};

struct sa_ad_found {
    struct sa_ad_want *wants;
    size_t want_count, want_size;
    struct sa_ad_listed *listed;
    size_t listed_count, listed_size;
    struct sa_ad_named *named;
    size_t named_count, named_size;
    struct sa_ad_reader *readers;
    size_t reader_count, reader_size;
    struct sa_ad_member *members;
    size_t member_count, member_size;
    struct sa_ad_node *nodes;
    size_t node_count, node_size;
    struct sa_ad_broad *broad;
    size_t broad_count, broad_size;
    bool *broad_lost; /* of each domain: not all groups that everybody is in were seen */
    struct sa_ad_entries protected_groups; /* domain: where each is */
    const char ***paths;                   /* of each account: one text for each of its groups */
};

extern const char *const sa_ad_account_attributes[];

/** Of a filter: users and inetOrgPersons. Indexed like objectCategory, and a number: comparing that DN
 *  with each person's took Samba three times as long as all the rest of the search. */
#define SA_AD_PEOPLE "(sAMAccountType=805306368)"

/** sAMAccountName, or what comes nearest, visible. */
const char *sa_ad_account_name(struct sa_ad_reading *reading);
/** Registers the entry as an account; `*ret` is SIZE_MAX when it is none that can be kept (a gap). */
int sa_ad_add_account(struct sa_ad *ad, const struct sa_ldap_entry *entry, size_t domain,
                      size_t *ret, struct sa_error *err) SA_NODISCARD;
int sa_ad_add_role(struct sa_ad *ad, size_t account, const struct sa_ad_role *role,
                   struct sa_error *err) SA_NODISCARD;
int sa_ad_add_want(struct sa_ad *ad, const struct sa_ad_want *want,
                   struct sa_error *err) SA_NODISCARD;
/** Wants whom the request names and who may replicate secrets. */
int sa_ad_want_named(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
/** Wants whom the accounts from number `*from` on lead to: servers, readers. */
int sa_ad_follow(struct sa_ad *ad, size_t *from, struct sa_error *err) SA_NODISCARD;
/** Looks up everybody wanted and not yet asked for: one search per domain and hundred of them. */
int sa_ad_look_up(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
/** What express setup writes into the description of the account that it makes. Texts are in the arena,
 *  NULL where they are missing. False: it is no such text. */
struct sa_ad_description {
    const char *installation_id, *server, *tenant;
};
bool sa_ad_parse_description(struct sa_ad_reading *reading, const char *text,
                             struct sa_ad_description *ret);
/** "srv01.lab.example" and "srv01" to "SRV01". */
const char *sa_ad_server_name(struct sa_ad_reading *reading, const char *text, size_t len);

/* forest_member.c */
/** Members of the listed groups, one level; readers that are computers are looked up as servers. */
int sa_ad_list_members(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
/** Adds groups that are known by their DNs only. */
int sa_ad_list_by_dn(struct sa_ad *ad, const char *purpose, const struct sa_ldap_attribute *list,
                     struct sa_error *err) SA_NODISCARD;
int sa_ad_list_group(struct sa_ad *ad, const struct sa_ad_listed *group,
                     struct sa_error *err) SA_NODISCARD;

/* forest_token.c */
/** The group that FSP `entry` puts everybody into. */
int sa_ad_add_broad(struct sa_ad *ad, const struct sa_ldap_entry *entry, size_t domain,
                    struct sa_error *err) SA_NODISCARD;
/** Tokens of all accounts, and the paths that lead to their groups. */
int sa_ad_read_tokens(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;

/* forest_privileged.c */
int sa_ad_gather_privileged(struct sa_ad *ad, struct sa_error *err) SA_NODISCARD;
#endif
