-- SPDX-License-Identifier: Apache-2.0
-- id: STG-005
-- title: Pending exports on the staging server are small and understood
-- area: staging
-- severity: high
-- applies: staging
-- needs: [statistics, run_history, engine_connector or connector]
-- confirms: [scheduler or run_status]
-- param:
--   pending_deletes_warn: 0
--   pending_deletes_fail: 500
--   pending_warn_pct: 0.5
--   pending_fail_pct: 5
-- why: >-
--   What waits on the staging server is what would be written at the moment of promotion. Large numbers mean
--   that the configurations differ, and many deletions would be a disaster.
-- remedy: >-
--   csexport "<connector>" out.xml /f:x, then CSExportAnalyzer; explain every kind of change, remove the findings
--   of parity, and run an initial cycle again.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - Microsoft, Prevent accidental deletes
--   - NIST SP 800-53 r5 CM-4, CP-4
--   - NIST CSF 2.0 PR.PS-01
--
-- # Numbers mean something after a synchronisation that went through, and while nothing runs. The limit of
-- # deletions is the server's own where it is lower than the policy's.
WITH setting_limit AS (
  SELECT target_id, CAST(value AS INTEGER) AS deletes
    FROM parameter
   WHERE name = 'Microsoft.OptionalFeature.ExportDeletionThresholdValue' AND value NOT GLOB '*[^0-9]*'
),
active AS (
  SELECT p.staging_id, l.connector_key, max(t.export_deletes) AS deletes
    FROM pair p
    JOIN server s ON s.target_id = p.active_id AND s.role = 'active'
    JOIN engine_link l ON l.target_id = p.active_id
    JOIN main.engine_statistics t ON t.target_id = l.target_id AND t.guid = l.guid
   GROUP BY p.staging_id, l.connector_key
),
waiting AS (
  SELECT g.host, g.connector, g.sync_s,
         w.working OR EXISTS (SELECT * FROM engine_past r
                               WHERE r.target_id = g.target_id AND r.guid = g.guid AND NOT r.complete) AS working,
         t.objects, t.export_deletes AS deletes,
         t.export_adds + t.export_updates + t.export_deletes AS pending,
         min(param('pending_deletes_fail'), coalesce(nullif(d.deletes, 0), param('pending_deletes_fail'))) AS most,
         coalesce(a.deletes, 0) AS active_deletes, coalesce(t.evidence_id, g.evidence_id) AS evidence,
         n.completed AS went_through
    FROM engine_progress g
    JOIN engine_working w ON w.target_id = g.target_id
    LEFT JOIN main.engine_statistics t ON t.target_id = g.target_id AND t.guid = g.guid
    LEFT JOIN setting_limit d ON d.target_id = g.target_id
    LEFT JOIN active a ON a.staging_id = g.target_id AND a.connector_key = g.connector_key
    LEFT JOIN engine_past n ON n.target_id = g.target_id AND n.guid = g.guid AND n.syncs = 1
                           AND n.turn = 1 AND n.complete
   WHERE g.role = 'staging'
)
SELECT host, connector AS subject,
       pending || ' of ' || objects || ' objects wait, ' || deletes || ' of them to be deleted'
         || iif(active_deletes > 0, '; on the active server ' || active_deletes || ' deletions wait', '') AS observed,
       'fewer than ' || most || ' deletions and at most ' || param('pending_fail_pct')
         || ' % of the objects; best nothing that the active server has not too' AS expected,
       iif(deletes >= most OR 100.0 * pending > param('pending_fail_pct') * objects, 'fail', 'warn') AS status, evidence
  FROM waiting
 WHERE deletes >= most OR (deletes > 0 AND deletes - active_deletes > param('pending_deletes_warn'))
    OR 100.0 * pending > param('pending_warn_pct') * objects
UNION ALL
SELECT host, connector || ' / state',
       CASE WHEN pending IS NULL THEN 'no numbers of it were told'
            WHEN working THEN 'a cycle was at work: the numbers are those of a moment'
            WHEN sync_s IS NULL THEN 'no synchronisation that went through is in the run history'
            WHEN went_through = 0 THEN 'the last synchronisation did not go through: the numbers mean little'
            ELSE 'it holds no object' END,
       'numbers after a synchronisation that went through', 'unknown', evidence
  FROM waiting
 WHERE pending IS NULL OR working OR sync_s IS NULL OR went_through = 0 OR objects = 0
UNION ALL
SELECT s.name, 'connectors', 'none was seen', 'every connector with its numbers', 'unknown', s.evidence_id
  FROM server s
 WHERE s.role = 'staging' AND s.target_id NOT IN (SELECT target_id FROM engine_link)
