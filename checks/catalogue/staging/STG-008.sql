-- SPDX-License-Identifier: Apache-2.0
-- id: STG-008
-- title: No full import or full synchronisation is outstanding
-- area: staging
-- severity: high
-- applies: all
-- needs: [connector_override, run_history]
-- confirms: [event_log]
-- param:
--   fullsync_grace_h: 24
-- why: >-
--   Until the full run has been made, the metaverse is not what the configuration says: numbers of pending exports
--   and the results of parity mislead.
-- remedy: Start-ADSyncSyncCycle -PolicyType Initial, then look at the pending exports before a promotion.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - Microsoft, Connect Sync scheduler
--   - NIST SP 800-53 r5 CM-3, CM-4
--   - NIST CSF 2.0 PR.PS-01
--
-- # Of changes: 208, 2505 (scope: full import and synchronisation), 209, 2510 to 2512, 6126 to 6128 (rules: full
-- # synchronisation), 6006 (full import). Those before the run history begins are not judged: their full run may be
-- # purged, and what is still due stands in the engine's own list.
WITH change AS (
  SELECT s.target_id, s.name AS host, s.role, e.at, e.evidence_id, e.provider || ' ' || e.event AS event,
         e.event IN (208, 2505, 6006) AS needs_import, e.event <> 6006 AS needs_sync,
         strftime('%s', k.now) - strftime('%s', e.at) AS age_s, r.reach_s
    FROM server s
    JOIN main.host_event e ON e.target_id = s.target_id
    JOIN server_clock k ON k.target_id = s.target_id
    JOIN engine_reach r ON r.target_id = s.target_id
   WHERE e.log = 'Application'
     AND (e.provider = 'Directory Synchronization' AND e.event IN (208, 209)
          OR e.provider = 'Entra Connect Admin Actions' AND e.event IN (2505, 2510, 2511, 2512)
          OR e.provider = 'ADSync' AND e.event IN (6006, 6126, 6127, 6128))
),
done AS (
  SELECT target_id, max(full_import_at) AS import_at, max(full_sync_at) AS sync_at
    FROM engine_progress GROUP BY target_id
),
due AS (
  SELECT c.*
    FROM change c LEFT JOIN done d USING (target_id)
   WHERE c.age_s <= c.reach_s
     AND (c.needs_import AND julianday(d.import_at) > julianday(c.at) IS NOT TRUE
          OR c.needs_sync AND julianday(d.sync_at) > julianday(c.at) IS NOT TRUE)
)
SELECT s.name AS host, coalesce(l.connector, o.guid) AS subject,
       CASE WHEN o.full_import AND o.full_sync THEN 'a full import and a full synchronisation are due'
            WHEN o.full_import THEN 'a full import is due' ELSE 'a full synchronisation is due' END AS observed,
       'nothing outstanding' AS expected, iif(s.role = 'active', 'warn', 'fail') AS status, o.evidence_id AS evidence
  FROM main.engine_override o
  JOIN server s ON s.target_id = o.target_id
  LEFT JOIN engine_link l ON l.target_id = o.target_id AND l.guid = o.guid
 WHERE o.full_import OR o.full_sync
UNION ALL
SELECT host, 'after ' || event, 'changed on ' || max(at) || ', and no full '
         || iif(max(needs_import), 'import', 'synchronisation') || ' since',
       'a full run after the change' || iif(role = 'active', ', within ' || param('fullsync_grace_h') || ' hours', ''),
       CASE WHEN max(age_s) < 0 THEN 'unknown'
            WHEN role = 'active' AND max(age_s) <= 3600 * param('fullsync_grace_h') THEN 'warn' ELSE 'fail' END,
       min(evidence_id)
  FROM due
 GROUP BY target_id, event
UNION ALL
SELECT host, 'run history', 'empty', 'the last full runs', 'unknown', evidence_id
  FROM engine_reach
 WHERE reach_s IS NULL
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
