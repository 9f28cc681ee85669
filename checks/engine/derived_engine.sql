-- SPDX-License-Identifier: Apache-2.0
-- What checks see of the running sync engine beside the engine_* facts: how old things are by the server's own
-- clock, what each run was for and how it ended, how far each connector got. TEMP tables like those of
-- derived.sql; loaded last.

-- What time it was on the server while it was asked; without a word of its engine, the run's time by its clock.
CREATE TEMP TABLE server_clock AS
SELECT s.target_id, s.name AS host,
       coalesce(r.asked_at, c.asked_at, e.asked_at,
                strftime('%Y-%m-%dT%H:%M:%SZ', run.started_at, coalesce(h.clock_offset_s, 0) || ' seconds')) AS now
  FROM server s
  JOIN main.run
  LEFT JOIN main.host h ON h.target_id = s.target_id
  LEFT JOIN main.engine e ON e.target_id = s.target_id
  LEFT JOIN main.engine_scheduler c ON c.target_id = s.target_id
  LEFT JOIN main.engine_history r ON r.target_id = s.target_id;
CREATE UNIQUE INDEX temp.server_clock_by_target ON server_clock (target_id);

-- The connectors that each server has by what it says now, else by its export; the guid leads from the engine's
-- facts to connector_key, which is the same on every server.
CREATE TEMP TABLE engine_link AS
SELECT s.target_id, s.name AS host, e.guid, e.connector_key, e.kind, e.name AS connector, e.evidence_id
  FROM main.engine_connector e JOIN server s ON s.target_id = e.target_id
 UNION ALL
SELECT s.target_id, s.name, c.guid, c.connector_key, c.kind, c.name, c.evidence_id
  FROM main.connector c JOIN server s ON s.target_id = c.target_id
 WHERE NOT EXISTS (SELECT * FROM main.engine_connector e WHERE e.target_id = c.target_id);
CREATE INDEX temp.engine_link_by_guid ON engine_link (target_id, guid);

-- What a run profile does, by the steps of its runs, else by the export, else by the name that setup gave it.
-- NULL: not known.
CREATE TEMP TABLE engine_profile AS
WITH profile AS (SELECT DISTINCT target_id, guid, profile FROM main.engine_run),
 step(target_id, guid, profile, type, rank) AS (
  SELECT r.target_id, r.guid, r.profile,
         CASE fold(t.type) WHEN 'fullimport' THEN 'full import' WHEN 'deltaimport' THEN 'delta import'
                           WHEN 'fullsynchronization' THEN 'full sync' WHEN 'deltasynchronization' THEN 'delta sync'
                           WHEN 'export' THEN 'export' WHEN 'fullexport' THEN 'export'
                           WHEN 'specificobjectexport' THEN 'export' ELSE 'other' END, 1
    FROM main.engine_run r JOIN main.engine_run_step t ON t.run_id = r.id
   WHERE t.type IS NOT NULL
   UNION ALL
  SELECT c.target_id, c.guid, p.name,
         CASE t.type WHEN 'full-import' THEN 'full import' WHEN 'delta-import' THEN 'delta import'
                     WHEN 'export' THEN 'export'
                     WHEN 'apply-rules' THEN iif(t.subtype = 'apply-pending', 'delta sync', 'full sync')
                     ELSE 'other' END, 2
    FROM main.run_profile p JOIN main.connector c ON c.id = p.connector_id
    JOIN main.run_step t ON t.run_profile_id = p.id
   UNION ALL
  SELECT target_id, guid, profile,
         CASE profile WHEN 'Full Import' THEN 'full import' WHEN 'Delta Import' THEN 'delta import'
                      WHEN 'Full Synchronization' THEN 'full sync' WHEN 'Delta Synchronization' THEN 'delta sync'
                      ELSE 'export' END, 3
    FROM profile
   WHERE profile IN ('Full Import', 'Delta Import', 'Full Synchronization', 'Delta Synchronization', 'Export')
),
best AS (
  SELECT t.*, min(t.rank) OVER (PARTITION BY t.target_id, t.guid, t.profile) AS least FROM step t
)
SELECT p.target_id, p.guid, p.profile,
       max(b.type IN ('full import', 'delta import')) AS imports, max(b.type = 'full import') AS full_import,
       max(b.type IN ('full sync', 'delta sync')) AS syncs, max(b.type = 'full sync') AS full_sync,
       max(b.type = 'export') AS exports
  FROM profile p
  LEFT JOIN best b ON b.target_id = p.target_id AND b.guid = p.guid AND b.profile = p.profile AND b.rank = b.least
 GROUP BY p.target_id, p.guid, p.profile;
CREATE UNIQUE INDEX temp.engine_profile_by_name ON engine_profile (target_id, guid, profile);

-- What each result means. One that is in no table: a warning.
CREATE TEMP TABLE result_meaning AS
SELECT r.result, coalesce(k.class, 'warn') AS class, coalesce(k.completed, 0) AS completed,
       coalesce(k.topic, '') AS topic, coalesce(k.meaning, 'a result that is not known here') AS meaning,
       coalesce(k.action, 'look at the step') AS action
  FROM (SELECT result FROM main.engine_run UNION SELECT result FROM main.engine_run_step) r
  LEFT JOIN knowledge_run_result k
    ON k.pattern = (SELECT n.pattern FROM knowledge_run_result n WHERE fold(r.result) GLOB n.pattern
                     ORDER BY instr(n.pattern, '*') > 0, length(n.pattern) DESC LIMIT 1);
CREATE UNIQUE INDEX temp.result_meaning_by_result ON result_meaning (result);

-- The runs, the newest of each connector and profile first (place 1), of each kind first (turn 1); those that have
-- not ended are counted apart: what went wrong before does not go away while the next one runs. age_s counts from the
-- end, began_s from the beginning; negative in the server's future, NULL where a time is none. What happened while the
-- server was being asked, up to ten minutes, happened now.
CREATE TEMP TABLE engine_past AS
WITH aged AS (
  SELECT r.id, strftime('%s', c.now) - strftime('%s', coalesce(r.ended_at, r.started_at)) AS age_s,
         strftime('%s', c.now) - strftime('%s', r.started_at) AS began_s
    FROM main.engine_run r JOIN server_clock c ON c.target_id = r.target_id
)
SELECT r.id AS run_id, s.name AS host, s.role, r.target_id, r.guid, l.connector_key, l.kind,
       coalesce(l.connector, r.connector) AS connector, r.profile, r.number, r.account, r.complete, r.result,
       r.started_at, r.ended_at, coalesce(r.ended_at, r.started_at) AS at,
       iif(r.complete, m.class, 'running') AS class, r.complete AND m.completed AS completed,
       m.topic, m.meaning, m.action, p.imports, p.full_import, p.syncs, p.full_sync, p.exports,
       iif(a.age_s BETWEEN -600 AND 0, 0, a.age_s) AS age_s, iif(a.began_s BETWEEN -600 AND 0, 0, a.began_s) AS began_s,
       strftime('%s', r.ended_at) - strftime('%s', r.started_at) AS lasted_s, r.evidence_id,
       row_number() OVER (PARTITION BY r.target_id, r.guid, r.complete, r.profile
                              ORDER BY r.started_at DESC, r.number DESC, r.id) AS place,
       row_number() OVER (PARTITION BY r.target_id, r.guid, r.complete, coalesce(p.imports, r.profile), p.syncs, p.exports
                              ORDER BY r.started_at DESC, r.number DESC, r.id) AS turn,
       row_number() OVER (PARTITION BY r.target_id, r.guid, r.complete
                              ORDER BY r.started_at DESC, r.number DESC, r.id) AS newest
  FROM main.engine_run r
  JOIN server s ON s.target_id = r.target_id
  JOIN aged a ON a.id = r.id
  JOIN result_meaning m ON m.result = r.result
  JOIN engine_profile p ON p.target_id = r.target_id AND p.guid = r.guid AND p.profile = r.profile
  LEFT JOIN engine_link l ON l.target_id = r.target_id AND l.guid = r.guid;
CREATE INDEX temp.engine_past_by_connector ON engine_past (target_id, guid);
CREATE INDEX temp.engine_past_by_place ON engine_past (target_id, guid, profile, place);

-- How far back the history reaches: what was before may have been anything. Empty, or without a row of its own:
-- nowhere (reach_s NULL).
CREATE TEMP TABLE engine_reach AS
SELECT c.target_id, c.host, coalesce(h.runs, 0) AS runs, coalesce(h.complete, 0) AS complete, h.oldest_at,
       iif(h.runs > 0, strftime('%s', k.now) - strftime('%s', h.oldest_at), NULL) AS reach_s, h.evidence_id
  FROM seen c
  JOIN server_clock k ON k.target_id = c.target_id
  LEFT JOIN main.engine_history h ON h.target_id = c.target_id
 WHERE c.source = 'run_history';

-- The last time that each connector went through each kind of run. A run of the future counts for nothing: no
-- clock that went wrong makes anything fresh.
CREATE TEMP TABLE engine_progress AS
SELECT l.target_id, l.host, s.role, l.guid, l.connector_key, l.kind, l.connector, l.evidence_id,
       min(iif(p.imports, p.age_s, NULL)) AS import_s, min(iif(p.syncs, p.age_s, NULL)) AS sync_s,
       min(iif(p.exports, p.age_s, NULL)) AS export_s, max(iif(p.exports, p.at, NULL)) AS export_at,
       max(iif(p.full_import, p.started_at, NULL)) AS full_import_at,
       max(iif(p.full_sync, p.started_at, NULL)) AS full_sync_at,
       count(p.run_id) > count(p.imports) AS unclear   -- runs of which nobody tells what they do
  FROM engine_link l
  JOIN server s ON s.target_id = l.target_id
  LEFT JOIN engine_past p ON p.target_id = l.target_id AND p.guid = l.guid AND p.completed AND p.age_s >= 0
 GROUP BY l.target_id, l.guid;

-- A cycle, or a connector, was at work while the server was asked: numbers of objects and of what waits are those
-- of a moment in between.
CREATE TEMP TABLE engine_working AS
SELECT s.target_id, s.name AS host,
       max(coalesce(c.in_progress, 0)) OR count(b.connector) > 0 AS working,
       coalesce(group_concat(DISTINCT b.connector), '') AS connectors
  FROM server s
  LEFT JOIN main.engine_scheduler c ON c.target_id = s.target_id
  LEFT JOIN main.engine_busy b ON b.target_id = s.target_id
 GROUP BY s.target_id;

-- Domains of a forest that the configuration leaves out: the engine tells of them all the same.
CREATE TEMP TABLE domain_left_out AS
SELECT c.target_id, c.guid, l.connector, fold(p.name) AS dn,
       replace(replace(replace(fold(p.name), ' ', ''), ',dc=', '.'), 'dc=', '') AS domain
  FROM main.partition p
  JOIN main.connector c ON c.id = p.connector_id
  JOIN engine_link l ON l.target_id = c.target_id AND l.guid = c.guid
 WHERE NOT p.selected AND c.kind = 'ad';

-- When staging mode was last changed, and since when the Application log could have told: NULL where it is not
-- known how far back it was shown.
CREATE TEMP TABLE role_change AS
SELECT s.target_id, s.name AS host,
       (SELECT max(e.at) FROM main.host_event e
         WHERE e.target_id = s.target_id AND e.log = 'Application' AND e.provider = 'Directory Synchronization'
           AND e.event = 212) AS changed_at,
       CASE WHEN s.target_id IN (SELECT u.target_id FROM log_unseen u WHERE u.log = 'Application') THEN NULL
            WHEN w.complete = 0 THEN (SELECT min(e.at) FROM main.host_event e
                                       WHERE e.target_id = s.target_id AND e.log = 'Application')
            ELSE max(w.from_at, coalesce(a.oldest_at, w.from_at)) END AS told_since
  FROM server s
  LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
  LEFT JOIN main.host_log_age a ON a.target_id = s.target_id AND a.log = 'Application';

-- The schedule: what the scheduler says now, else what the export says. late_s: since when the next cycle is due.
CREATE TEMP TABLE schedule AS
WITH exported AS (
  SELECT s.target_id,
         max(iif(g.name = 'Microsoft.Synchronize.SynchronizationSchedule', g.value, NULL)) AS enabled,
         max(iif(g.name = 'Microsoft.Synchronize.SchedulerSuspended', g.value, NULL)) AS suspended,
         max(iif(g.name = 'Microsoft.Synchronize.MaintenanceEnabled', g.value, NULL)) AS maintenance,
         max(iif(g.name = 'Microsoft.Synchronize.TimeInterval', g.value, NULL)) AS interval,
         max(iif(g.name = 'Microsoft.Synchronize.RunHistoryPurgeInterval', g.value, NULL)) AS history,
         max(g.evidence_id) AS evidence_id
    FROM server s LEFT JOIN main.global_parameter g ON g.target_id = s.target_id
   WHERE s.target_id NOT IN (SELECT target_id FROM main.engine_scheduler)
   GROUP BY s.target_id
),
flag(value, flag) AS (VALUES ('true', 1), ('1', 1), ('false', 0), ('0', 0))
SELECT s.target_id, s.name AS host, s.role, 'scheduler' AS teller,
       c.cycle_enabled AS enabled, iif(c.cycle_enabled, 'True', 'False') AS enabled_text,
       c.suspended, iif(c.suspended, 'True', 'False') AS suspended_text,
       c.maintenance_enabled AS maintenance, iif(c.maintenance_enabled, 'True', 'False') AS maintenance_text,
       c.effective_interval_s AS interval_s, (c.effective_interval_s / 60) || ' minutes' AS interval_text,
       c.history_s, (c.history_s / 3600) || ' hours' AS history_text, c.in_progress, c.next_start_at,
       strftime('%s', c.asked_at) - strftime('%s', c.next_start_at) AS late_s, c.evidence_id
  FROM main.engine_scheduler c JOIN server s ON s.target_id = c.target_id
 UNION ALL
SELECT s.target_id, s.name, s.role, 'export', a.flag, e.enabled, b.flag, e.suspended, m.flag, e.maintenance,
       timespan_seconds(e.interval), e.interval, timespan_seconds(e.history), e.history, NULL, NULL, NULL, e.evidence_id
  FROM exported e JOIN server s ON s.target_id = e.target_id
  LEFT JOIN flag a ON a.value = lower(e.enabled)
  LEFT JOIN flag b ON b.value = lower(e.suspended)
  LEFT JOIN flag m ON m.value = lower(e.maintenance);
