/* SPDX-License-Identifier: Apache-2.0 */
/* What the tests of the export collector share: folders with small exports, written by hand after the
 * shape of real ones, and questions to the snapshot that comes of them. */
#ifndef SYNCAUDIT_TESTS_EXPORT_SUPPORT_H
#define SYNCAUDIT_TESTS_EXPORT_SUPPORT_H
#include <stdbool.h>

#include "syncaudit/collect.h"
#include "syncaudit/snapshot.h"

#include "support/test.h"

#define AD_GUID    "ae4db4cc-b16b-4eb2-acf5-837ca84e4d7d"
#define ENTRA_GUID "b891884f-051e-4a83-95af-2544101c9083"

/** A connector of Active Directory for forest `forest`; `inside` goes before </ma-data>. */
#define AD_CONNECTOR(guid, forest, inside)                                                    \
    "<ma-data><id>{" guid "}</id><name>" forest "</name><category>AD</category><subtype/>"    \
    "<private-configuration><adma-configuration><forest-name>" forest "</forest-name>"        \
    "</adma-configuration></private-configuration><attribute-inclusion/><ma-partition-data/>" \
    "<ma-run-data/>" inside "</ma-data>"

#define ENTRA_CONNECTOR(inside)                                                               \
    "<ma-data><id>{" ENTRA_GUID "}</id><name>contoso.onmicrosoft.com - AAD</name>"            \
    "<category>Extensible2</category>"                                                        \
    "<subtype>Windows Azure Active Directory (Microsoft)</subtype><private-configuration>"    \
    "<MAConfig><parameter-values><parameter name=\"UserName\" use=\"connectivity\">"          \
    "Sync_SRV01_1@Contoso.onmicrosoft.com</parameter></parameter-values></MAConfig>"          \
    "</private-configuration><attribute-inclusion/><ma-partition-data/><ma-run-data/>" inside \
    "</ma-data>"

/** `body`: attribute-mappings, relationshipCriteria, synchronizationCriteria. */
#define RULE(guid, connector, name, body)                                                      \
    "<synchronizationRule><id>{" guid "}</id><name>" name "</name><description/>"              \
    "<immutable-tag/><direction>Inbound</direction><disabled>False</"                          \
    "disabled><connector>{" connector "}</connector><sourceObjectType>user</sourceObjectType>" \
    "<targetObjectType>person</targetObjectType><linkType>Join</linkType>"                     \
    "<precedence>50</precedence><softDeleteExpiryInterval>00:00:00</softDeleteExpiryInterval>" \
    "<EnablePasswordSync>false</EnablePasswordSync>" body "</synchronizationRule>"
#define EMPTY_BODY "<attribute-mappings/><relationshipCriteria/><synchronizationCriteria/>"

/** `parameters`: beside the staging mode. */
#define SETTINGS(staging, parameters)                                                        \
    "<saved-mv-configuration server='SRV01' export-date='2026-11-01 10:20:30.123'><mv-data>" \
    "<format-version>1</format-version><version>7</version><schema/>"                        \
    "<parameter-values><parameter name=\"Microsoft.Synchronize.StagingMode\">" staging       \
    "</parameter>" parameters "</parameter-values></mv-data></saved-mv-configuration>"

#define RULE_1 "11111111-0000-0000-0000-000000000001"
#define RULE_2 "11111111-0000-0000-0000-000000000002"
#define RULE_3 "11111111-0000-0000-0000-000000000003"

/** A folder of its own for each test, and a snapshot beside it. */
struct scene {
    char dir[128];    /**< everything of this test */
    char folder[160]; /**< dir/export */
    char db[160];     /**< dir/run.db */
    struct sa_snapshot *snapshot;
    struct sa_error problem; /**< of the last collect() */
    struct sa_error error;
};
void scene_open(struct scene *scene);
void scene_close(struct scene *scene);
/** Writes a file below the export folder, making folders on the way. */
void put(const struct scene *scene, const char *name, const char *text);
void put_bytes(const struct scene *scene, const char *name, const void *bytes, size_t len);
/** dir/export/<name> */
void path_of(const struct scene *scene, const char *name, char *path, size_t size);
/** The three folders with a connector of each kind, a rule and settings. */
void put_small_export(const struct scene *scene);
/** Collects the folder into a fresh snapshot, which stays open. Returns what sa_collect_export() did. */
int collect(struct scene *scene);
int collect_folder(struct scene *scene, const char *folder, const atomic_bool *cancelled);
/** First column of the first row: as text ("(null)", "(no row)") or as a number. Borrowed until the
 *  next question. */
const char *ask(struct scene *scene, const char *sql);
long long ask_number(struct scene *scene, const char *sql);
/** Status of a source: "ok", "failed", ..., "(no row)". */
const char *coverage(struct scene *scene, const char *source);
/** Do the bytes stand anywhere in the snapshot file or in its evidence? */
bool holds_bytes(struct scene *scene, const char *bytes);

#define assert_contains(text, part) assert_contains_at((text), (part), __FILE__, __LINE__)
void assert_contains_at(const char *text, const char *part, const char *file, int line);
#endif
