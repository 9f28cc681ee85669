/* SPDX-License-Identifier: Apache-2.0 */
/* A snapshot in memory and a catalogue of a few checks, for tests of the engine. Everything that is
 * not under test must succeed: the functions assert it. */
#ifndef SYNCAUDIT_TESTS_ENGINE_FIXTURE_H
#define SYNCAUDIT_TESTS_ENGINE_FIXTURE_H
#include <sqlite3.h>
#include <stdint.h>

#include "syncaudit/evaluation.h"

struct fixture {
    struct sa_snapshot *snapshot;
    sqlite3 *db;
    struct sa_catalogue *catalogue;
    struct sa_evaluation_options options;
    struct sa_evaluation *evaluation;
};

/** What a check's file says; NULL takes: high, all, staging, no parameters, no source
 *  that could be missing. */
struct fixture_check {
    const char *id, *severity, *applies, *area, *needs, *confirms, *param, *sql;
};

void fixture_open(struct fixture *fixture);
void fixture_close(struct fixture *fixture);
/** Runs SQL on the snapshot. */
void fixture_exec(struct fixture *fixture, const char *sql);
/** A server. `role`: "active", "staging"; "silent": its settings do not tell; "lost": they were
 *  denied. `tenant` may be NULL. Its connector and sync_rule sources are covered, but for a lost
 *  one. */
int64_t fixture_server(struct fixture *fixture, const char *name, const char *role,
                       const char *tenant);
/** A connector to Active Directory of a server; `forest` may be NULL. */
void fixture_connector(struct fixture *fixture, int64_t server, const char *forest);
/** A forest of one domain, all sources covered; "lost": of `name`, but nothing answered. */
int64_t fixture_forest(struct fixture *fixture, const char *name, bool lost);
void fixture_cover(struct fixture *fixture, int64_t target, const char *source, const char *status,
                   const char *message);
void fixture_check(struct fixture *fixture, const struct fixture_check *check);
/** Derives, runs `change` (may be NULL) on the derived tables, evaluates. */
void fixture_judge(struct fixture *fixture, const char *change);

const struct sa_target *fixture_target(const struct fixture *fixture, const char *name);
const struct sa_result *fixture_result(const struct fixture *fixture, const char *target,
                                       const char *check);
#endif
