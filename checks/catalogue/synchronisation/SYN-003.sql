-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-003
-- title: The scheduler is enabled, not suspended, and runs at a sane interval
-- area: synchronisation
-- severity: critical
-- applies: all
-- needs: [global_settings or scheduler]
-- param:
--   warn_interval_min: 30
--   max_interval_min: 180
--   min_history_d: 7
--   silent_min: 180
-- why: >-
--   Without the scheduler no change reaches Entra ID. A wizard left open or a failed upgrade leaves
--   it suspended; with maintenance off no keys are rotated and no run history is purged. On a
--   staging server STG-004 judges the schedule.
-- remedy: >-
--   Close open wizards, finish or repair an interrupted upgrade, then Set-ADSyncScheduler
--   -SyncCycleEnabled $true -MaintenanceEnabled $true; return to the default interval of 30
--   minutes and to a run history of seven days.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - NIST SP 800-53 r5 CM-6, SI-4
--   - NIST CSF 2.0 PR.PS-01
--
-- # The scheduler itself, where it was asked; an export's settings otherwise. Suspended while nothing has gone
-- # through for silent_min is no wizard that happens to be open.
WITH quiet AS (
  SELECT r.target_id, r.reach_s > 60 * param('silent_min')
                      AND NOT EXISTS (SELECT * FROM engine_past p WHERE p.target_id = r.target_id AND p.completed
                                         AND p.age_s BETWEEN 0 AND 60 * param('silent_min')) AS silent
    FROM engine_reach r
),
judged AS (
  SELECT host, 'synchronisation schedule' AS subject, enabled_text AS value, 'True' AS expected, evidence_id,
         CASE role WHEN 'staging' THEN 'pass'
                   ELSE CASE enabled WHEN 1 THEN 'pass' WHEN 0 THEN 'fail' ELSE 'unknown' END END AS status
    FROM schedule
   UNION ALL
  SELECT t.host, 'scheduler suspended', t.suspended_text || iif(q.silent, ', and no run went through for '
                || param('silent_min') || ' minutes', ''), 'False; this shows one moment only', t.evidence_id,
         CASE t.suspended WHEN 0 THEN 'pass' WHEN 1 THEN iif(q.silent, 'fail', 'warn') ELSE 'unknown' END
    FROM schedule t LEFT JOIN quiet q USING (target_id)
   UNION ALL
  SELECT host, 'maintenance', maintenance_text, 'True', evidence_id,
         CASE maintenance WHEN 1 THEN 'pass' WHEN 0 THEN 'warn' ELSE 'unknown' END
    FROM schedule
   UNION ALL
  SELECT host, 'interval', interval_text, 'at most ' || param('warn_interval_min') || ' minutes; more than '
         || param('max_interval_min') || ' are a failure', evidence_id,
         CASE WHEN interval_s > 60 * param('max_interval_min') THEN 'fail'
              WHEN interval_s > 60 * param('warn_interval_min') THEN 'warn'
              WHEN interval_s > 0 THEN 'pass' ELSE 'unknown' END
    FROM schedule
   UNION ALL
  SELECT host, 'run history', history_text, 'at least ' || param('min_history_d') || ' days', evidence_id,
         CASE WHEN history_s >= 86400 * param('min_history_d') THEN 'pass'
              WHEN history_s >= 0 THEN 'warn' ELSE 'unknown' END
    FROM schedule
)
SELECT host, subject, coalesce(nullif(value, ''), 'not told') AS observed, expected,
       status, evidence_id AS evidence
  FROM judged
 WHERE status <> 'pass'
UNION ALL
SELECT host, 'next cycle', 'should have begun on ' || next_start_at, 'no more than one interval late', 'warn', evidence_id
  FROM schedule
 WHERE role IS NOT 'staging' AND enabled = 1 AND in_progress IS NOT 1 AND late_s > interval_s
