-- SPDX-License-Identifier: Apache-2.0
-- id: STG-004
-- title: The staging server runs complete import and synchronisation cycles
-- area: staging
-- severity: high
-- applies: staging
-- needs: [global_settings]
-- confirms: [run_history]
-- why: >-
--   A staging server that does not run its cycles falls behind the directories. Microsoft wants the
--   scheduler on in staging mode too, and a delta synchronisation at least every seven days; later
--   than that, a full synchronisation has to come before a failover.
-- remedy: >-
--   Set-ADSyncScheduler -SyncCycleEnabled $true; close an open wizard; then Start-ADSyncSyncCycle
--   -PolicyType Delta, or Initial when the server is more than seven days behind.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CP-7, SI-4
--   - NIST CSF 2.0 DE.CM-09
WITH wanted(name, subject, wrong, wrong_status, expected) AS (VALUES
  ('Microsoft.Synchronize.SynchronizationSchedule', 'synchronisation schedule', 'off', 'fail',
   'on, also in staging mode'),
  ('Microsoft.Synchronize.SchedulerSuspended', 'scheduler suspended', 'on', 'warn',
   'not suspended; an export shows one moment only')
),
judged AS (
  SELECT s.name AS host, w.subject, p.value, w.expected, p.evidence_id,
         CASE CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                                  WHEN 'false' THEN 'off' WHEN '0' THEN 'off' ELSE '?' END
           WHEN w.wrong THEN w.wrong_status
           WHEN '?' THEN 'unknown'
         END AS status
    FROM server s
    JOIN wanted w
    LEFT JOIN main.global_parameter p ON p.target_id = s.target_id AND p.name = w.name
   WHERE s.role = 'staging'
)
SELECT host, subject, coalesce(nullif(value, ''), 'not in the export') AS observed, expected,
       status, evidence_id AS evidence
  FROM judged
 WHERE status IS NOT NULL
