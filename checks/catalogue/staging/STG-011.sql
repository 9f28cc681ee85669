-- SPDX-License-Identifier: Apache-2.0
-- id: STG-011
-- title: Role changes are explained, and a full cycle with exports followed each promotion
-- area: staging
-- severity: medium
-- applies: all
-- needs: [event_log]
-- confirms: [run_history, attestation]
-- param:
--   first_cycle_h: 4
-- why: >-
--   An unplanned change of roles is an undocumented failover or somebody's doing. A promotion without an export
--   means that nobody looked whether it worked. Whether a change was approved is known to people only.
-- remedy: >-
--   Record the change; run Start-ADSyncSyncCycle -PolicyType Initial after a promotion and watch the export.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-3, AU-6, CP-10
--   - NIST CSF 2.0 PR.PS-01, RC.RP-05
--
-- # Event 212 tells that the role changed; from what to what the newest one is taken from the role that the server
-- # has now. A promotion before the run history begins is not judged. Changes are told one by one by MON-010.
WITH changed AS (
  SELECT c.target_id, c.host, s.role, c.changed_at, r.reach_s, s.evidence_id,
         strftime('%s', k.now) - strftime('%s', c.changed_at) AS age_s
    FROM role_change c
    JOIN server s ON s.target_id = c.target_id
    JOIN server_clock k ON k.target_id = c.target_id
    LEFT JOIN engine_reach r ON r.target_id = c.target_id
),
kind(subject) AS (VALUES ('import'), ('synchronisation'), ('export')),
first AS (
  SELECT c.target_id, k.subject,
         max(p.age_s) AS age_s,                -- of the first run after the change
         EXISTS (SELECT * FROM engine_progress g WHERE g.target_id = c.target_id AND g.unclear) AS unclear
    FROM changed c
    JOIN kind k
    LEFT JOIN engine_past p ON p.target_id = c.target_id AND p.completed AND p.age_s BETWEEN 0 AND c.age_s
         AND CASE k.subject WHEN 'import' THEN p.imports WHEN 'export' THEN p.exports AND p.kind = 'entra'
                            ELSE p.syncs END
   GROUP BY c.target_id, k.subject
)
SELECT c.host, 'first ' || f.subject AS subject,
       CASE WHEN c.reach_s IS NULL THEN 'the run history is empty'
            WHEN f.age_s IS NULL AND f.unclear THEN 'what some runs do was not told'
            WHEN f.age_s IS NULL THEN 'none since the promotion on ' || c.changed_at
            ELSE ((c.age_s - f.age_s) / 60) || ' minutes after the promotion on ' || c.changed_at END AS observed,
       'within ' || param('first_cycle_h') || ' hours' AS expected,
       CASE WHEN c.reach_s IS NULL OR c.age_s < 0 OR (f.age_s IS NULL AND f.unclear) THEN 'unknown'
            WHEN c.age_s > 3600 * param('first_cycle_h') THEN 'fail' ELSE 'warn' END AS status,
       c.evidence_id AS evidence
  FROM changed c JOIN first f USING (target_id)
 WHERE c.role = 'active' AND (c.reach_s IS NULL OR c.age_s <= c.reach_s)
   AND coalesce(c.age_s - f.age_s > 3600 * param('first_cycle_h'), 1)
   AND c.changed_at IS NOT NULL
   AND EXISTS (SELECT * FROM seen v WHERE v.target_id = c.target_id AND v.source = 'run_history')
UNION ALL
SELECT c.host, 'role', 'now ' || coalesce(c.role, 'not known') || ', changed on ' || c.changed_at, 'active or staging',
       'unknown', c.evidence_id
  FROM changed c
 WHERE c.changed_at IS NOT NULL AND c.role IS NULL
UNION ALL
SELECT c.host, 'role change', 'none in the log, which reaches back to ' || r.told_since, 'none', 'not_applicable', c.evidence_id
  FROM changed c JOIN main.host_event_window w ON w.target_id = c.target_id
  JOIN role_change r ON r.target_id = c.target_id
 WHERE c.changed_at IS NULL AND w.complete
   AND c.target_id NOT IN (SELECT target_id FROM log_unseen WHERE log = 'Application')
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
