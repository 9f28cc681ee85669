-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-008
-- title: The accidental-delete protection was not triggered
-- area: synchronisation
-- severity: critical
-- applies: active
-- needs: [run_history, engine_connector or connector]
-- confirms: [event_log]
-- why: The export to Entra ID stands still for all objects until somebody decides.
-- remedy: >-
--   csexport the pending deletions and verify them; only then let them through, once. Find the cause: a changed
--   scope, an OU that was moved.
-- references:
--   - Microsoft, Prevent accidental deletes
--   - NIST SP 800-53 r5 SI-4, IR-4
--   - NIST CSF 2.0 DE.AE-04
WITH stopped AS (
  SELECT p.*, EXISTS (SELECT * FROM engine_past n
                       WHERE n.target_id = p.target_id AND n.guid = p.guid AND n.complete AND n.newest < p.newest
                         AND n.exports = 1 AND n.completed AND n.age_s >= 0) AS let_through, p.topic = 'deletion'
              OR EXISTS (SELECT * FROM main.engine_run_step t JOIN result_meaning m ON m.result = t.result
                          WHERE t.run_id = p.run_id AND m.topic = 'deletion') AS stopped
    FROM engine_past p
   WHERE p.role = 'active'
),
hit AS (
  SELECT s.name AS host, s.target_id, e.provider || ' ' || e.event AS event, e.at, e.evidence_id,
         (SELECT max(g.export_at) FROM engine_progress g WHERE g.target_id = s.target_id AND g.kind = 'entra') AS export_at
    FROM server s JOIN main.host_event e ON e.target_id = s.target_id
   WHERE s.role = 'active' AND e.log = 'Application'
     AND (e.provider = 'Directory Synchronization' AND e.event = 116 OR e.provider = 'ADSync' AND e.event = 6076)
)
SELECT host, connector || ' / ' || profile AS subject,
       result || ' on ' || max(started_at)
         || iif(max(NOT let_through), ', and no export went through since', ', and exports after it') AS observed,
       'exports that the limit lets through' AS expected, iif(max(NOT let_through), 'fail', 'warn') AS status,
       evidence_id AS evidence
  FROM stopped
 WHERE stopped
 GROUP BY target_id, guid, profile
UNION ALL
SELECT host, 'event ' || event, count(*) || iif(count(*) = 1, ' time', ' times') || ', the last on ' || max(at)
         || iif(julianday(max(at)) > julianday(export_at) IS NOT FALSE, ', and no export went through since', ''),
       'none', iif(julianday(max(at)) > julianday(export_at) IS NOT FALSE, 'fail', 'warn'), min(evidence_id)
  FROM hit
 GROUP BY target_id, event
UNION ALL
SELECT s.name, 'export to Entra ID', 'none is in the run history', 'its result', 'unknown', s.evidence_id
  FROM server s JOIN engine_reach r USING (target_id)
 WHERE s.role = 'active'
   AND NOT EXISTS (SELECT * FROM engine_past p WHERE p.target_id = s.target_id AND p.kind = 'entra' AND p.exports = 1)
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE s.role = 'active' AND NOT w.complete
UNION ALL
SELECT u.host, 'log ' || u.log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen u JOIN server s ON s.target_id = u.target_id
 WHERE s.role = 'active' AND u.log = 'Application'
