/* SPDX-License-Identifier: Apache-2.0 */
/* The sync engines of the sample's servers. */
#include <string.h>

#include "sample_evaluation.h"

static const struct sa_engine_connector connector_rows[] = {
    {.name = "contoso.com",
     .kind = "ad",
     .objects = 12480,
     .imported_at = "2026-11-22T14:31:02Z",
     .synchronised_at = "2026-11-22T14:31:40Z",
     .exported_at = "2026-11-22T14:32:10Z",
     .profile = "Export",
     .result = "success",
     .ran_at = "2026-11-22T14:32:10Z"},
    { .name = "contoso.onmicrosoft.com - AAD",
     .kind = "entra",
     .objects = 11900,
     .export_adds = 3,
     .export_updates = 41,
     .export_deletes = 1,
     .imported_at = "2026-11-22T14:30:02Z",
     .synchronised_at = "",
     .exported_at = "",
     .profile = "Delta Synchronization",
     .result = "completed-sync-errors",
     .ran_at = "2026-11-22T14:31:55Z",
     .busy = true},
};

void sample_make_engine(struct sample *sample, struct sa_target *target, bool answered)
{
    struct sa_engine engine = {
        .answered = answered,
        .way = answered ? "function" : "",
        .endpoint = answered ? "SyncAudit" : "",
        .powershell = answered ? "5.1.20348.1" : "",
        .account = answered ? "WinRM Virtual Users\\WinRM VA_1_CONTOSO_auditor" : "",
        .staging = answered ? 0 : -1,
        .cycle_enabled = answered ? 1 : -1,
        .suspended = answered ? 0 : -1,
        .interval_s = answered ? 1800 : -1,
        .next_start_at = answered ? "2026-11-22T15:00:00Z" : "",
        .next_policy = answered ? "Delta" : "",
        .asked_at = answered ? "2026-11-22T14:53:16Z" : "",
        .history_from = answered ? "2026-11-15T14:53:16Z" : "",
        .connector_count = answered ? SA_COUNT(connector_rows) : 0,
        .connector_total = answered ? SA_COUNT(connector_rows) : 0,
    };
    struct sa_engine_connector *connectors = NULL;
    struct sa_engine *copy = sa_arena_alloc(&sample->arena, sizeof *copy);

    connectors = sa_arena_alloc(&sample->arena, sizeof connector_rows);
    if (copy == NULL || connectors == NULL)
        abort();
    memcpy(connectors, connector_rows, sizeof connector_rows);
    engine.connectors = answered ? connectors : NULL;
    *copy = engine;
    target->engine = copy;
}
