-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-003
-- title: The scheduler is enabled, not suspended, and runs at a sane interval
-- area: synchronisation
-- severity: critical
-- applies: all
-- needs: [global_settings]
-- param:
--   warn_interval_min: 30
--   max_interval_min: 180
--   min_history_d: 7
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
WITH wanted(name, subject, expected) AS (VALUES
  ('SynchronizationSchedule', 'synchronisation schedule', 'True'),
  ('SchedulerSuspended', 'scheduler suspended', 'False; an export shows one moment only'),
  ('MaintenanceEnabled', 'maintenance', 'True'),
  ('TimeInterval', 'interval', 'at most ' || param('warn_interval_min') || ' minutes; more than '
     || param('max_interval_min') || ' are a failure'),
  ('RunHistoryPurgeInterval', 'run history', 'at least ' || param('min_history_d') || ' days')
),
seen AS (
  SELECT s.name AS host, s.role, w.name, w.subject, w.expected, p.value, p.evidence_id,
         CASE lower(p.value) WHEN 'true' THEN 1 WHEN '1' THEN 1
                             WHEN 'false' THEN 0 WHEN '0' THEN 0 END AS flag,
         timespan_seconds(p.value) AS seconds
    FROM server s
    JOIN wanted w
    LEFT JOIN main.global_parameter p ON p.target_id = s.target_id
                                     AND p.name = 'Microsoft.Synchronize.' || w.name
),
judged AS (
  SELECT *,
         CASE name
           WHEN 'SynchronizationSchedule' THEN
             CASE role WHEN 'staging' THEN 'pass'
                       ELSE CASE flag WHEN 1 THEN 'pass' WHEN 0 THEN 'fail' ELSE 'unknown' END END
           WHEN 'SchedulerSuspended' THEN
             CASE flag WHEN 0 THEN 'pass' WHEN 1 THEN 'warn' ELSE 'unknown' END
           WHEN 'MaintenanceEnabled' THEN
             CASE flag WHEN 1 THEN 'pass' WHEN 0 THEN 'warn' ELSE 'unknown' END
           WHEN 'TimeInterval' THEN
             CASE WHEN seconds > 60 * param('max_interval_min') THEN 'fail'
                  WHEN seconds > 60 * param('warn_interval_min') THEN 'warn'
                  WHEN seconds > 0 THEN 'pass' ELSE 'unknown' END
           WHEN 'RunHistoryPurgeInterval' THEN
             CASE WHEN seconds >= 86400 * param('min_history_d') THEN 'pass'
                  WHEN seconds >= 0 THEN 'warn' ELSE 'unknown' END
         END AS status
    FROM seen
)
SELECT host, subject, coalesce(nullif(value, ''), 'not in the export') AS observed, expected,
       status, evidence_id AS evidence
  FROM judged
 WHERE status <> 'pass'
