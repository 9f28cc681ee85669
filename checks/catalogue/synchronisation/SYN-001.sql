-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-001
-- title: The ADSync service runs, starts automatically and is stable
-- area: synchronisation
-- severity: critical
-- applies: all
-- needs: [service]
-- confirms: [event_log]
-- param:
--   crash_fail: 3
--   crash_d: 7
--   logon_d: 30
-- why: >-
--   Without the service there are no cycles, and a staging server whose service does not start is no
--   staging server.
-- remedy: >-
--   Start the service and let it start automatically. Events 7038 and 7041: restore the password or the
--   right to log on as a service of its account. Events 6226 and 6227 of ADSync tell what is wrong with
--   the database or the keys.
-- references:
--   - Microsoft, Troubleshoot synchronization
--   - NIST SP 800-53 r5 SI-4, CP-10
--   - NIST CSF 2.0 DE.CM-09, PR.IR-04
--
-- # Windows names a service in these events by its short or its display name, which the product does not
-- # translate.
WITH service AS (
  SELECT s.name AS host, s.target_id, v.state, v.start_mode, v.evidence_id,
         coalesce(t.state = 'set', 0) AS installed
    FROM server s
    LEFT JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'adsync'
    LEFT JOIN setting t ON t.target_id = s.target_id AND t.name = 'EntraConnect.Version'
),
trouble AS (
  SELECT s.name AS host, s.target_id, e.event, e.at, e.evidence_id,
         julianday(run.started_at) - julianday(e.at) AS age_d
    FROM server s
    JOIN main.run
    JOIN main.host_event e ON e.target_id = s.target_id
   WHERE e.log = 'System' AND e.event IN (7031, 7034, 7038, 7041)
     AND lower(json_extract(iif(json_valid(e.inserts), e.inserts, '[]'), '$[0]'))
         IN ('adsync', 'microsoft azure ad sync', 'microsoft entra id sync')
)
SELECT host, 'service ADSync' AS subject,
       CASE WHEN state IS NOT NULL THEN state
            WHEN installed THEN 'not on the server, although the product is installed'
            ELSE 'not on the server: is it a sync server?' END AS observed,
       'running' AS expected,
       CASE WHEN state IN ('unknown', 'starting') OR (state IS NULL AND NOT installed) THEN 'unknown'
            ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM service
 WHERE state IS NOT 'running'
UNION ALL
SELECT host, 'service ADSync / start', start_mode, 'auto', iif(start_mode = 'unknown', 'unknown', 'fail'), evidence_id
  FROM service
 WHERE start_mode <> 'auto'
UNION ALL
SELECT host, 'crashes of ADSync', count(*) || ' in the last ' || param('crash_d') || ' days',
       'none; ' || param('crash_fail') || ' are a failure', iif(count(*) >= param('crash_fail'), 'fail', 'warn'),
       min(evidence_id)
  FROM trouble
 WHERE event IN (7031, 7034) AND age_d <= param('crash_d')
 GROUP BY target_id
UNION ALL
SELECT host, 'logon of ADSync', 'its account could not log on, the last time on ' || max(at),
       'no failure in the last ' || param('logon_d') || ' days', 'warn', min(evidence_id)
  FROM trouble
 WHERE event IN (7038, 7041) AND age_d <= param('logon_d')
 GROUP BY target_id
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s
  JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'System'
