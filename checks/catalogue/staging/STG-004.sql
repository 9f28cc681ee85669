-- SPDX-License-Identifier: Apache-2.0
-- id: STG-004
-- title: The staging server runs complete import and synchronisation cycles
-- area: staging
-- severity: high
-- applies: staging
-- needs: [global_settings or scheduler]
-- confirms: [run_history, engine_connector or connector]
-- param:
--   lag_warn_intervals: 4
--   lag_fail_h: 24
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
--
-- # Runs count when they went through, also with errors of single objects (SYN-007). Ages by the server's own
-- # clock. What is not in a history that is shorter than the limit may have been before it. Connectors to other
-- # directories than AD and Entra ID are run by people's own schedules: a day without a run warns.
WITH judged AS (
  SELECT t.host, 'synchronisation schedule' AS subject, t.enabled AS flag, t.enabled_text AS value,
         'on, also in staging mode' AS expected, t.evidence_id,
         CASE t.enabled WHEN 1 THEN 'pass' WHEN 0 THEN 'fail' ELSE 'unknown' END AS status
    FROM schedule t
   WHERE t.role = 'staging'
   UNION ALL
  SELECT t.host, 'scheduler suspended', t.suspended, t.suspended_text,
         'not suspended; this shows one moment only', t.evidence_id,
         CASE t.suspended WHEN 0 THEN 'pass' WHEN 1 THEN 'warn' ELSE 'unknown' END
    FROM schedule t
   WHERE t.role = 'staging'
),
kind(subject) AS (VALUES ('import'), ('synchronisation')),
lag AS (
  SELECT p.host, p.connector || ' / ' || k.subject AS subject, p.evidence_id, p.unclear, p.kind,
         iif(k.subject = 'import', p.import_s, p.sync_s) AS age_s, r.reach_s, r.oldest_at,
         coalesce(t.interval_s, 1800) AS interval_s
    FROM engine_progress p
    JOIN kind k
    JOIN engine_reach r ON r.target_id = p.target_id
    LEFT JOIN schedule t ON t.target_id = p.target_id
   WHERE p.role = 'staging'
)
SELECT host, subject, coalesce(nullif(value, ''), 'not told') AS observed, expected, status,
       evidence_id AS evidence
  FROM judged
 WHERE status <> 'pass'
UNION ALL
SELECT host, 'next cycle', 'should have begun on ' || next_start_at,
       'no more than one interval late', 'warn', evidence_id
  FROM schedule
 WHERE role = 'staging' AND enabled = 1 AND in_progress IS NOT 1 AND late_s > coalesce(interval_s, 1800)
UNION ALL
SELECT host, subject,
       CASE WHEN reach_s IS NULL THEN 'the run history is empty'
            WHEN age_s IS NULL AND unclear THEN 'what the runs of it do was not told'
            WHEN age_s IS NULL THEN 'none that went through since ' || oldest_at || ', when the run history begins'
            ELSE 'the last one went through ' || (age_s / 60) || ' minutes ago' END,
       'within ' || param('lag_warn_intervals') || ' intervals of ' || (interval_s / 60) || ' minutes; more than '
         || param('lag_fail_h') || ' hours are a failure',
       CASE WHEN age_s IS NULL AND unclear THEN 'unknown'
            WHEN coalesce(age_s, reach_s) > 3600 * param('lag_fail_h') THEN iif(kind = 'other', 'warn', 'fail')
            WHEN age_s IS NULL THEN 'unknown' ELSE 'warn' END,
       evidence_id
  FROM lag
 WHERE age_s IS NULL OR (kind <> 'other' AND age_s > param('lag_warn_intervals') * interval_s) OR age_s > 3600 * param('lag_fail_h')
UNION ALL
SELECT r.host, 'connectors', 'none was seen', 'every connector with its runs', 'unknown', r.evidence_id
  FROM engine_reach r JOIN server s ON s.target_id = r.target_id
 WHERE s.role = 'staging' AND r.target_id NOT IN (SELECT target_id FROM engine_link)
