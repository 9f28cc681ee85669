-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-007
-- title: Object errors are few and not old
-- area: synchronisation
-- severity: medium
-- applies: all
-- needs: [run_history, engine_connector or connector]
-- param:
--   fail_count: 100
--   fail_pct: 1
--   max_age_d: 30
--   old_count: 10
-- why: >-
--   Errors that stay are people without an account that works, and they hide new ones. Conflicts of hard match with
--   administrators can be an attack.
-- remedy: >-
--   Duplicate attributes: correct them in AD. LargeObject: fewer values. ExistingAdminRoleConflict: solve it in
--   Entra ID, with care.
-- references:
--   - Microsoft, Troubleshoot object errors during synchronization
--   - NIST SP 800-53 r5 SI-2, SI-4
--   - NIST CSF 2.0 DE.AE-02
--   - MITRE ATT&CK T1556
--
-- # The newest run of each kind (import, synchronisation, export) of each connector; on a staging server without
-- # exports. Objects are counted, not named: one with two errors counts twice.
WITH newest AS (
  SELECT p.* FROM engine_past p
   WHERE p.turn = 1 AND p.complete AND (p.role = 'active' OR p.role IS NULL OR p.exports IS NOT 1)
),
step AS (
  SELECT n.target_id, n.guid, n.host, n.connector, n.evidence_id, t.run_id, t.ordinal,
         max(t.errors, coalesce(t.stage_failures, 0) + coalesce(t.flow_failures, 0) + coalesce(t.export_failures, 0)) AS errors
    FROM newest n JOIN main.engine_run_step t ON t.run_id = n.run_id
),
kind AS (
  SELECT s.host, s.connector, s.evidence_id, e.type, sum(e.count) AS errors, min(e.oldest_at) AS oldest_at,
         sum(iif(julianday(k.now) - julianday(e.oldest_at) > param('max_age_d'), e.count, 0)) AS old
    FROM step s
    JOIN main.engine_run_error e ON e.run_id = s.run_id AND e.ordinal = s.ordinal
    JOIN server_clock k ON k.target_id = s.target_id
   GROUP BY s.target_id, s.guid, e.type
),
tally AS (
  SELECT s.host, s.connector, sum(s.errors) AS errors, t.objects, min(s.evidence_id) AS evidence_id,
         (SELECT sum(k.old) FROM kind k WHERE k.host = s.host AND k.connector = s.connector) AS old
    FROM step s
    LEFT JOIN main.engine_statistics t ON t.target_id = s.target_id AND t.guid = s.guid
   GROUP BY s.target_id, s.guid
)
SELECT host, connector AS subject,
       errors || coalesce(' of ' || objects, '') || ' objects in error'
         || iif(old > 0, ', ' || old || ' of them for more than ' || param('max_age_d') || ' days', '') AS observed,
       'none; more than ' || param('fail_count') || ', or than ' || param('fail_pct') || ' %, are a failure' AS expected,
       iif(errors > param('fail_count') OR 100 * errors > param('fail_pct') * objects OR old > param('old_count'),
           'fail', 'warn') AS status, evidence_id AS evidence
  FROM tally
 WHERE errors > 0
UNION ALL
SELECT host, connector || ' / ' || type, errors || iif(errors = 1, ' object', ' objects') || coalesce(', since ' || oldest_at, ''),
       'no conflict with an administrator''s account, and no hard match', 'warn', evidence_id
  FROM kind
 WHERE fold(type) IN ('existingadminroleconflict', 'invalidhardmatch')
UNION ALL
SELECT host, connector || ' / share', 'how many objects it has was not told', 'its number of objects', 'unknown', evidence_id
  FROM tally
 WHERE errors BETWEEN 1 AND param('fail_count') AND objects IS NULL
UNION ALL
SELECT host, connector || ' / ' || profile, 'no steps of the run of ' || started_at || ' were told', 'its errors',
       'unknown', evidence_id
  FROM newest n
 WHERE NOT EXISTS (SELECT * FROM main.engine_run_step t WHERE t.run_id = n.run_id)
   AND (class <> 'ok'                          -- of one that went well they are told only while it is the newest
        OR NOT EXISTS (SELECT * FROM engine_past o WHERE o.target_id = n.target_id AND o.guid = n.guid AND NOT o.complete))
UNION ALL
SELECT l.host, l.connector || ' / runs', 'no import or synchronisation of it is in the run history', 'its runs', 'unknown',
       l.evidence_id
  FROM engine_link l JOIN engine_reach r USING (target_id)
 WHERE NOT EXISTS (SELECT * FROM engine_past p WHERE p.target_id = l.target_id AND p.guid = l.guid AND p.complete
                      AND (p.imports OR p.syncs))
UNION ALL
SELECT r.host, 'connectors', 'none was seen', 'every connector with its runs', 'unknown', r.evidence_id
  FROM engine_reach r
 WHERE r.target_id NOT IN (SELECT target_id FROM engine_link)
