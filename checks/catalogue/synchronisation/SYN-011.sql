-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-011
-- title: Password writeback is healthy on the active server
-- area: synchronisation
-- severity: medium
-- applies: active
-- needs: [global_settings or engine, connector or engine_connector]
-- confirms: [event_log]
-- param:
--   rights_d: 7
--   errors: 5
--   recent_h: 24
--   alive_h: 48
-- why: >-
--   When it stands still, self-service password reset fails for everybody who lives in AD. Whether
--   it is healthy, only the event log tells; an export tells only whether the feature is on.
-- remedy: >-
--   Look at events 31001 to 34003 of PasswordResetService in the Application log; 33004 tells that
--   the connector account lacks rights in AD. Check the way to *.servicebus.windows.net and restart
--   the ADSync service.
-- references:
--   - Microsoft, Password writeback troubleshooting
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
--
-- # 31034, 31039, 31044: offline, could not be restarted, not healthy; 31019, 31033, 31040, 31042: alive. 33004: the
-- # account may not write in AD.
WITH seen AS (
  SELECT s.name AS host, p.value, coalesce(p.evidence_id, s.evidence_id) AS evidence,
         CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                             WHEN 'false' THEN 'off' WHEN '0' THEN 'off'
                             ELSE 'unclear' END AS state,
         EXISTS (SELECT * FROM main.connector c
                  WHERE c.target_id = s.target_id AND c.password_writeback = 1)
           OR EXISTS (SELECT * FROM main.engine_password_writeback c
                       WHERE c.target_id = s.target_id AND c.enabled = 1) AS by_connector,
         s.target_id, k.now
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    LEFT JOIN parameter p ON p.target_id = s.target_id
                                     AND p.name = 'Microsoft.OptionalFeature.PasswordWriteback'
   WHERE s.role = 'active'
),
event AS (
  SELECT v.target_id, v.host, e.event, e.kind, e.at, e.evidence_id,
         strftime('%s', v.now) - strftime('%s', e.at) AS age_s,
         row_number() OVER (PARTITION BY v.target_id, e.event IN (31019, 31033, 31034, 31039, 31040, 31042, 31044)
                                ORDER BY e.at DESC, e.record DESC) AS place
    FROM seen v JOIN main.host_event e ON e.target_id = v.target_id
   WHERE v.state = 'on' AND e.log = 'Application' AND e.provider = 'PasswordResetService'
)
SELECT host, 'password writeback' AS subject,
       CASE state || by_connector WHEN 'off0' THEN 'the feature is off'
                                  WHEN 'off1' THEN 'off, but on for a connector'
                                  ELSE coalesce(nullif(value, ''), 'not in the export') END
         AS observed,
       'on, or off everywhere' AS expected,
       CASE state || by_connector WHEN 'off0' THEN 'not_applicable' ELSE 'unknown' END AS status,
       evidence
  FROM seen
 WHERE state <> 'on'
UNION ALL
SELECT host, 'health', CASE event WHEN 31034 THEN 'offline' WHEN 31039 THEN 'could not be restarted' ELSE 'not healthy' END
         || ' since ' || at || ' (event ' || event || ')', 'healthy', 'fail', evidence_id
  FROM event
 WHERE place = 1 AND event IN (31034, 31039, 31044)
UNION ALL
SELECT v.host, 'sign of life', 'none in the log for ' || param('alive_h') || ' hours', 'a heartbeat (event 31019)', 'unknown',
       w.evidence_id
  FROM seen v JOIN main.host_event_window w ON w.target_id = v.target_id
 WHERE v.state = 'on' AND w.complete
   AND v.target_id NOT IN (SELECT target_id FROM log_unseen WHERE log = 'Application')
   AND NOT EXISTS (SELECT * FROM event e WHERE e.target_id = v.target_id AND e.age_s BETWEEN -600 AND 3600 * param('alive_h')
                      AND e.event IN (31019, 31033, 31034, 31039, 31040, 31042, 31044))
UNION ALL
SELECT host, 'rights in AD', 'missing ' || count(*) || iif(count(*) = 1, ' time', ' times') || ', the last on ' || max(at),
       'none in the last ' || param('rights_d') || ' days', 'fail', min(evidence_id)
  FROM event
 WHERE event = 33004 AND age_s <= 86400 * param('rights_d')
 GROUP BY target_id
UNION ALL
SELECT host, 'errors', count(*) || ' in the last ' || param('recent_h') || ' hours', 'fewer than ' || param('errors'), 'warn',
       min(evidence_id)
  FROM event
 WHERE kind = 1 AND event BETWEEN 32000 AND 33999 AND age_s <= 3600 * param('recent_h')
 GROUP BY target_id
HAVING count(*) >= param('errors')
UNION ALL
SELECT v.host, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM seen v JOIN main.host_event_window w ON w.target_id = v.target_id
 WHERE v.state = 'on' AND NOT w.complete
UNION ALL
SELECT u.host, 'log ' || u.log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen u JOIN seen v ON v.target_id = u.target_id
 WHERE v.state = 'on' AND u.log = 'Application'
