/* SPDX-License-Identifier: Apache-2.0 */
/* The host collector: asks a sync server's Windows over WS-Man, through CIM and the registry, and stores
 * what it says (the host_* tables of auditor/facts/schema.sql). docs/internals/host.md */
#ifndef SYNCAUDIT_HOST_H
#define SYNCAUDIT_HOST_H
#include "syncaudit/cim.h"
#include "syncaudit/compiler.h"
#include "syncaudit/error.h"
#include "syncaudit/http.h"
#include "syncaudit/psrp.h"
#include "syncaudit/snapshot.h"

struct sa_host_request {
    struct sa_http_options http; /**< its watcher is the collector's own: the footprint */
    enum sa_reg_way registry;
    unsigned event_days;   /**< window of event records; 0: SA_HOST_EVENT_DAYS */
    const char *trace_dir; /**< NULL: no trace */
    enum sa_psrp_way powershell;
    bool no_powershell;        /**< the sync engine is not asked */
    const char *configuration; /**< session configuration; NULL: Microsoft.PowerShell */
    bool no_files;             /**< nothing that needs a temporary folder on the server */
    unsigned run_days;         /**< window of run history; 0: SA_HOST_RUN_DAYS */
};
#define SA_HOST_EVENT_DAYS 30
#define SA_HOST_RUN_DAYS   7

/** Asks for every source of sa_host_sources() and stores facts, evidence, coverage and the footprint. A
 *  source is stored whole or not at all. Trouble with the host becomes coverage rows and the return is
 *  0: when it cannot be reached, every source has one; `*ret_problem` as in sa_collect_export().
 *  Negative: the snapshot could not be written, or SA_E_CANCELLED. */
int sa_collect_host(struct sa_snapshot *snapshot, int64_t target_id,
                    const struct sa_host_request *request, struct sa_error *ret_problem,
                    struct sa_error *err) SA_NODISCARD;

/** As sa_collect_host(), on a session that is there already: for tests and recordings. */
int sa_collect_host_session(struct sa_snapshot *snapshot, int64_t target_id,
                            struct sa_wsman *session, const struct sa_http_info *info,
                            const struct sa_host_request *request, struct sa_error *ret_problem,
                            struct sa_error *err) SA_NODISCARD;

/** What is asked, for `plan` and the documentation: ends with a row of NULLs. */
struct sa_host_source {
    const char *source;   /**< "firewall" */
    const char *sentence; /**< "firewall profiles and rules, local and by group policy" */
    const char *right;    /**< right that it needs on the host */
};
const struct sa_host_source *sa_host_sources(void);
/** Which operations of sa_wsman_operations() a source uses, joined by ", "; "" when it is none of these. */
const char *sa_host_asks(const char *source);
/** Does a member of such a list begin so? */
bool sa_asks_for(const char *asks, const char *prefix);
#endif
