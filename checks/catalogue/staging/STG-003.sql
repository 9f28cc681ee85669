-- SPDX-License-Identifier: Apache-2.0
-- id: STG-003
-- title: No export has run on a staging server
-- area: staging
-- severity: critical
-- applies: staging
-- needs: [run_history]
-- confirms: [event_log]
-- param:
--   window_d: 6
--   least_h: 24
-- why: >-
--   In staging mode the scheduler leaves exports out, but an administrator can still start one by hand in the
--   Synchronization Service Manager: the server then writes to Entra ID and AD beside the active one.
-- remedy: >-
--   Find out who started it (the account of the run, the Application log), compare what was exported with the
--   active server, and take the right to run profiles (ADSyncOperators, ADSyncAdmins) from whoever does not
--   need it.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-5, AU-6
--   - NIST CSF 2.0 DE.CM-09
--
-- # An export before the last change of the role (event 212) was the active server's. Where no such change is in
-- # the log, every export counts. The history must reach back least_h, and window_d where older runs were cut off.
WITH export AS (
  SELECT p.*, c.changed_at, julianday(p.started_at) <= julianday(c.changed_at) AS before_change,
         (SELECT sum(coalesce(t.exported_adds, 0) + coalesce(t.exported_updates, 0) + coalesce(t.exported_deletes, 0))
            FROM main.engine_run_step t WHERE t.run_id = p.run_id) AS objects,
         (SELECT count(*) FROM main.engine_run_step t
           WHERE t.run_id = p.run_id AND t.exported_adds IS NOT NULL AND t.exported_updates IS NOT NULL
             AND t.exported_deletes IS NOT NULL) AS counted
    FROM engine_past p
    JOIN role_change c ON c.target_id = p.target_id
   WHERE p.role = 'staging'
)
SELECT host, connector || ' / ' || profile AS subject,
       CASE WHEN exports IS NULL AND coalesce(objects, 0) = 0 THEN 'what this run profile does is not known'
            WHEN counted = 0 THEN 'how much it exported is not known'
            ELSE objects || ' objects exported' END
         || ', the last time on ' || max(started_at) || ' by ' || coalesce(account, 'an account that is not known')
         || iif(changed_at IS NULL, '; when the server became staging is not known', '') AS observed,
       'no export since the server is in staging mode' AS expected,
       CASE WHEN objects > 0 THEN 'fail' WHEN exports IS NULL OR counted = 0 THEN 'unknown' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM export
 WHERE before_change IS NOT TRUE AND (exports IS NOT 0 OR objects > 0)
 GROUP BY host, connector, profile, objects > 0, exports IS NULL OR counted = 0
UNION ALL
SELECT r.host, 'run history',
       CASE WHEN r.reach_s IS NULL THEN 'empty'
            WHEN r.complete THEN 'reaches back to ' || r.oldest_at || ' only'
            ELSE 'older runs than that of ' || r.oldest_at || ' were left out' END,
       iif(r.complete, 'at least ' || param('least_h') || ' hours', 'at least ' || param('window_d') || ' days'),
       'unknown', r.evidence_id
  FROM engine_reach r JOIN server s ON s.target_id = r.target_id
 WHERE s.role = 'staging'
   AND coalesce(r.reach_s, 0) < iif(r.complete, 3600 * param('least_h'), 86400 * param('window_d'))
