/* SPDX-License-Identifier: Apache-2.0 */
/* Collectors: each asks one place about one target and stores what it said in the snapshot.
 *
 * The export collector reads the folder that Get-ADSyncServerConfiguration -Path writes
 * (docs/internals/configuration-export.md): Connectors/Connector_{guid}.xml,
 * SynchronizationRules/SynchronizationRule_{guid}.xml, GlobalSettings/MV.xml. Everything in it is
 * taken for hostile: symbolic links, devices, document types, entities and sizes beyond limits.h are
 * refused; encrypted values reach neither facts nor evidence.
 *
 * The forest collector asks Active Directory over LDAP (docs/internals/forest.md). */
#ifndef SYNCAUDIT_COLLECT_H
#define SYNCAUDIT_COLLECT_H
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/arena.h"
#include "syncaudit/compiler.h"
#include "syncaudit/directory.h"
#include "syncaudit/error.h"
#include "syncaudit/snapshot.h"

/** Reads the files below `folder` and stores facts, evidence and coverage for the sources
 *  "global_settings", "connector" and "sync_rule" of `target_id`; a source is stored whole or not at
 *  all. `folder` itself may be a symbolic link, nothing inside may.
 *
 *  Trouble with the folder or a file becomes coverage rows and the return is 0; `*ret_problem` (may be
 *  NULL) then holds the first one, else its status is 0. Its place is a path below `folder`. The
 *  return is negative when the snapshot could not be written, and SA_E_CANCELLED when `*cancelled`
 *  (may be NULL) became true: sources finished before that stay. */
int sa_collect_export(struct sa_snapshot *snapshot, int64_t target_id, const char *folder,
                      const atomic_bool *cancelled, struct sa_error *ret_problem,
                      struct sa_error *err) SA_NODISCARD;

struct sa_export_identity {
    char server_name[256]; /**< as the server calls itself; "" when it does not say */
    int staging_mode;      /**< 1, 0, or -1: the export does not say */
};

/** Looks into GlobalSettings only and stores nothing: enough to name a target. Fails like the
 *  collector would: SA_E_NOT_FOUND, SA_E_DENIED, SA_E_INPUT, SA_E_LIMIT, SA_E_IO. */
int sa_export_peek(const char *folder, struct sa_export_identity *ret,
                   struct sa_error *err) SA_NODISCARD;

/** An account or server that something else in the run already knows of, or a container whose rights
 *  matter because it is synchronised. */
struct sa_forest_hint {
    const char *role;    /**< "connector", "service", "server", "container" */
    const char *domain;  /**< DNS or NetBIOS name, or "" */
    const char *account; /**< sAMAccountName, UPN, DN; a server's computer name; a container's DN */
    const char *source;  /**< target that says so: goes into ad_account_role.detail */
    const char *server;  /**< sync server that it belongs to, or "" */
};

struct sa_forest_request {
    struct sa_ldap_options ldap; /**< `domain` may be any domain of the forest */
    const struct sa_forest_hint *hints;
    size_t hint_count;
};

/** Asks the forest for the sources "ad_forest", "ad_account" and "ad_right" of `target_id` and stores
 *  facts, evidence, coverage and the footprint. What could not be seen although its source answered is
 *  a row of ad_gap. Trouble with the directory becomes coverage rows and the return is 0;
 *  `*ret_problem` as in sa_collect_export(). */
int sa_collect_forest(struct sa_snapshot *snapshot, int64_t target_id,
                      const struct sa_forest_request *request, struct sa_error *ret_problem,
                      struct sa_error *err) SA_NODISCARD;

/** What is asked of a forest, as in sa_host_sources(): ends with a row of NULLs. */
struct sa_forest_source {
    const char *source, *sentence;
    const char *asks; /**< "nTSecurityDescriptor without the SACL" */
    const char *right;
};
const struct sa_forest_source *sa_forest_sources(void);

/** A sync server that Active Directory knows of. */
struct sa_discovered {
    const char *name;            /**< computer name, upper case */
    const char *dns_name;        /**< of its computer object, or "" */
    const char *domain;          /**< DNS name of the domain that knows it */
    const char *tenant;          /**< or "" */
    const char *installation_id; /**< or "" */
    const char *
        how; /**< sentence: "named in the description of MSOL_...; may read the password of gMSA ..." */
    const char *accounts;      /**< its accounts, joined by ", ", or "" */
    const char *last_logon_at; /**< of the computer, or "" */
    const char *os;            /**< or "" */
    bool computer_found;       /**< a computer object of that name exists */
    bool enabled;              /**< that object is not disabled */
    const char *
        state; /**< "live": logged on within 45 days; "ghost": computer gone, disabled or silent for longer; "unknown" */
};

/** Reads the sync servers out of the facts of a forest (ad_account, ad_account_role, ad_gmsa_reader,
 *  ad_group) in the snapshot, ordered by name. `now` is the time against which "live" is judged. */
int sa_forest_discovered(struct sa_snapshot *snapshot, int64_t target_id, int64_t now,
                         struct sa_arena *arena, struct sa_discovered **ret, size_t *ret_count,
                         struct sa_error *err) SA_NODISCARD;

enum sa_export_kind { SA_EXPORT_SETTINGS, SA_EXPORT_CONNECTOR, SA_EXPORT_RULE };

/** Parses one file of an export from memory, normalises what it holds and forgets it: for fuzzing and
 *  for files that come from elsewhere. `name` is used in places of errors. */
int sa_export_parse(enum sa_export_kind kind, const char *name, const void *bytes, size_t len,
                    struct sa_error *err) SA_NODISCARD;
#endif
