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
-- # The export to Entra ID, and the import of each directory; ages by the server's own clock. What is not in a
-- # history that is shorter than the limit may have been before it.
WITH point AS (
  SELECT p.host, p.connector || iif(p.kind = 'entra', ' / export', ' / import') AS subject, p.kind, p.evidence_id,
         iif(p.kind = 'entra', p.export_s, p.import_s) AS age_s, r.reach_s, r.oldest_at
    FROM engine_progress p JOIN engine_reach r ON r.target_id = p.target_id
   WHERE p.role = 'active'
)
SELECT host, subject,
       CASE WHEN reach_s IS NULL THEN 'the run history is empty'
            WHEN age_s IS NULL THEN 'none that went through since ' || oldest_at || ', when the run history begins'
            ELSE 'the last one went through ' || (age_s / 60) || ' minutes ago' END AS observed,
       'within ' || param('warn_min') || ' minutes; more than ' || param('fail_min') || ' are a failure' AS expected,
       CASE WHEN coalesce(age_s, reach_s) > 60 * param('fail_min') AND (kind = 'entra' OR age_s IS NULL) THEN 'fail'
            WHEN age_s IS NULL THEN 'unknown' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM point
 WHERE age_s IS NULL OR age_s > 60 * param('warn_min')
UNION ALL
SELECT s.name, 'connector to Entra ID', 'none was seen', 'its exports', 'unknown', s.evidence_id
  FROM server s
 WHERE s.role = 'active' AND s.target_id NOT IN (SELECT target_id FROM engine_link WHERE kind = 'entra')
