/* SPDX-License-Identifier: Apache-2.0 */
/* Collectors: each asks one place about one target and stores what it said in the snapshot.
 *
 * The export collector reads the folder that Get-ADSyncServerConfiguration -Path writes
 * (docs/internals/configuration-export.md): Connectors/Connector_{guid}.xml,
 * SynchronizationRules/SynchronizationRule_{guid}.xml, GlobalSettings/MV.xml. Everything in it is
 * taken for hostile: symbolic links, devices, document types, entities and sizes beyond limits.h are
 * refused; encrypted values reach neither facts nor evidence. */
#ifndef SYNCAUDIT_COLLECT_H
#define SYNCAUDIT_COLLECT_H
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "syncaudit/compiler.h"
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

enum sa_export_kind { SA_EXPORT_SETTINGS, SA_EXPORT_CONNECTOR, SA_EXPORT_RULE };

/** Parses one file of an export from memory, normalises what it holds and forgets it: for fuzzing and
 *  for files that come from elsewhere. `name` is used in places of errors. */
int sa_export_parse(enum sa_export_kind kind, const char *name, const void *bytes, size_t len,
                    struct sa_error *err) SA_NODISCARD;
#endif
