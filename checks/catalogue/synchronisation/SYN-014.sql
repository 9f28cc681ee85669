-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-014
-- title: No unexplained critical events of the sync engine
-- area: synchronisation
-- severity: medium
-- applies: all
-- needs: [event_log]
-- confirms: [log_age]
-- param:
--   window_d: 7
--   max_per_id: 20
-- why: What fails silently stands in the log days before anything turns red.
-- remedy: Read the event; what it is about stands in the finding. Keys and database come first.
-- references:
--   - Microsoft, Troubleshoot synchronization
--   - NIST SP 800-53 r5 AU-6, SI-4
--   - NIST CSF 2.0 DE.AE-02
--
-- # What an event means: checks/knowledge/events.yaml, by provider and id. Events of the future count too.
WITH recent AS (
  SELECT s.name AS host, s.target_id, e.provider, e.event, count(*) AS times,
         count(*) FILTER (WHERE e.kind = 1) AS errors, max(e.at) AS last, min(e.evidence_id) AS evidence_id
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    JOIN main.host_event e ON e.target_id = s.target_id
   WHERE e.log = 'Application' AND julianday(k.now) - julianday(e.at) <= param('window_d')
     AND e.provider IN ('ADSync', 'Directory Synchronization', 'ADSyncBootstrap', 'PasswordResetService',
                        'AzureADConnectHealthAgent', 'ADHealth-AadSync', 'Azure AD Connect Upgrade')
   GROUP BY s.target_id, e.provider, e.event
),
meant AS (
  SELECT r.*, k.class, k.meaning
    FROM recent r
    LEFT JOIN knowledge_event k ON k.provider = r.provider AND r.event BETWEEN k.first AND k.last
)
SELECT host, provider || ' ' || event AS subject,
       times || iif(times = 1, ' time', ' times') || ', the last on ' || last || ': '
         || coalesce(meaning, 'an event that is not in the table') AS observed,
       CASE class WHEN 'fail' THEN 'none' ELSE 'no event that nobody knows, no error more than ' || param('max_per_id')
            || ' times in ' || param('window_d') || ' days' END AS expected,
       iif(class = 'fail', 'fail', 'warn') AS status, evidence_id AS evidence
  FROM meant
 WHERE class = 'fail' OR class IS NULL OR errors > param('max_per_id')
UNION ALL
SELECT s.name, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM server s JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete
UNION ALL
SELECT s.name, 'log Application', 'reaches back to ' || coalesce(a.oldest_at, 'nothing') || ' only',
       'the last ' || param('window_d') || ' days', 'unknown', a.evidence_id
  FROM server s
  JOIN server_clock k ON k.target_id = s.target_id
  JOIN main.host_log_age a ON a.target_id = s.target_id AND a.log = 'Application'
 WHERE coalesce(julianday(k.now) - julianday(a.oldest_at), 0) < param('window_d')
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
