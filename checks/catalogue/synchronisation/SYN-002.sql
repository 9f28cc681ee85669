-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-002
-- title: The active server completed a cycle with export recently
-- area: synchronisation
-- severity: critical
-- applies: active
-- needs: [run_history, engine_connector or connector]
-- param:
--   warn_min: 90
--   fail_min: 180
-- why: >-
--   When the cycles stop, joiners, leavers and changes of groups no longer reach Entra ID. Connect Health
--   complains after about two hours of silence.
-- remedy: Look at SYN-001 and SYN-003 to SYN-006; then Start-ADSyncSyncCycle -PolicyType Delta.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - Microsoft, Connect Health for sync, alert catalog
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
--
-- # The export to Entra ID, and the import of each AD forest: the scheduler runs no other connectors by itself. Ages by
-- # the server's own clock. What is not in a history that is shorter than the limit may have been before it; a server
-- # that was staging until a moment ago has nothing to show yet; a run of which nobody tells what it does may be it.
WITH point AS (
  SELECT p.host, p.connector || iif(p.kind = 'entra', ' / export', ' / import') AS subject, p.kind, p.unclear, p.evidence_id,
         iif(p.kind = 'entra', p.export_s, p.import_s) AS age_s, r.reach_s, r.oldest_at, c.changed_at,
         iif(p.kind = 'entra', strftime('%s', k.now) - strftime('%s', c.changed_at), NULL) AS active_s
    FROM engine_progress p
    JOIN engine_reach r ON r.target_id = p.target_id
    JOIN role_change c ON c.target_id = p.target_id
    JOIN server_clock k ON k.target_id = p.target_id
   WHERE p.role = 'active' AND p.kind IN ('ad', 'entra')
)
SELECT host, subject,
       CASE WHEN age_s IS NULL AND unclear THEN 'what its runs do was not told'
            WHEN active_s BETWEEN 0 AND 60 * param('fail_min') AND age_s <= active_s IS NOT TRUE
              THEN 'none that went through since the server became active on ' || changed_at
            WHEN reach_s IS NULL THEN 'the run history is empty'
            WHEN age_s IS NULL THEN 'none that went through since ' || oldest_at || ', when the run history begins'
            ELSE 'the last one went through ' || (age_s / 60) || ' minutes ago' END AS observed,
       'within ' || param('warn_min') || ' minutes; more than ' || param('fail_min') || ' are a failure' AS expected,
       CASE WHEN age_s IS NULL AND unclear THEN 'unknown'
            WHEN active_s BETWEEN 0 AND 60 * param('fail_min') AND age_s <= active_s IS NOT TRUE THEN 'unknown'
            WHEN coalesce(age_s, reach_s) > 60 * param('fail_min') AND (kind = 'entra' OR age_s IS NULL) THEN 'fail'
            WHEN age_s IS NULL THEN 'unknown' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM point
 WHERE age_s IS NULL OR age_s > 60 * param('warn_min')
UNION ALL
SELECT s.name, 'connector to Entra ID', 'none was seen', 'its exports', 'unknown', s.evidence_id
  FROM server s
 WHERE s.role = 'active' AND s.target_id NOT IN (SELECT target_id FROM engine_link WHERE kind = 'entra')
