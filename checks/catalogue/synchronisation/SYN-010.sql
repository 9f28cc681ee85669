-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-010
-- title: Password hash synchronisation is alive on the active server
-- area: synchronisation
-- severity: high
-- applies: active
-- needs: [global_settings or engine, connector or engine_connector]
-- confirms: [event_log, password_sync]
-- param:
--   fail_min: 120
--   recent_h: 24
-- why: >-
--   When it stands still, people change their password in AD and cannot sign in to the cloud, and
--   leaked credentials are no longer noticed. Connect Health complains after 120 minutes without a sign
--   of life. Whether it is alive, only the engine and the event log tell; an export tells only whether
--   the feature is on.
-- remedy: >-
--   Look for events 611 (replication right or domain controller), 652 and 655 in the Application
--   log, and for the heartbeat 654 every 30 minutes; Invoke-ADSyncDiagnostics -PasswordSync.
-- references:
--   - Microsoft, Implement password hash synchronization
--   - Microsoft, Connect Health for sync, alert catalog
--   - NIST SP 800-53 r5 SI-4
--   - NIST CSF 2.0 DE.CM-09
--
-- # Success of each domain as the engine tells it. 650, 651, 654, 656, 657: signs of life; 611: a domain failed; 667:
-- # FIPS forbids MD5; 652, 655, 662: single failures. A server that was
-- # staging within fail_min has much to catch up with.
WITH seen AS (
  SELECT s.name AS host, p.value, coalesce(p.evidence_id, s.evidence_id) AS evidence,
         CASE lower(p.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                             WHEN 'false' THEN 'off' WHEN '0' THEN 'off'
                             ELSE 'unclear' END AS state,
         EXISTS (SELECT * FROM main.connector c
                  WHERE c.target_id = s.target_id AND c.password_hash_sync = 1)
           OR EXISTS (SELECT * FROM main.engine_password_sync c
                       WHERE c.target_id = s.target_id AND c.enabled = 1) AS by_connector,
         s.target_id, k.now,
         strftime('%s', k.now) - strftime('%s', r.changed_at) BETWEEN 0 AND 60 * param('fail_min') AS promoted
    FROM server s
    JOIN server_clock k ON k.target_id = s.target_id
    JOIN role_change r ON r.target_id = s.target_id
    LEFT JOIN parameter p ON p.target_id = s.target_id
                                     AND p.name = 'Microsoft.OptionalFeature.PasswordHashSync'
   WHERE s.role = 'active'
),
told AS (
  SELECT v.target_id, v.host, p.dn, p.status, p.last_success_at, p.evidence_id, v.promoted IS 1 AS promoted,
         strftime('%s', v.now) - strftime('%s', p.last_success_at) AS age_s,
         CASE WHEN EXISTS (SELECT * FROM domain_left_out o
                            WHERE o.target_id = p.target_id AND o.guid = p.guid AND o.dn = fold(p.dn)) THEN 'not synchronised'
              WHEN EXISTS (SELECT * FROM engine_link l JOIN main.engine_password_sync e
                                    ON e.target_id = l.target_id AND e.connector = l.connector AND NOT e.enabled
                            WHERE l.target_id = p.target_id AND l.guid = p.guid) THEN 'off for this forest' END AS left_out
    FROM seen v JOIN main.engine_password_partition p ON p.target_id = v.target_id
   WHERE v.state = 'on'
),
domain AS (                                    -- passwords change while the server is being asked
  SELECT target_id, host, dn, status, last_success_at, evidence_id, promoted, iif(age_s BETWEEN -600 AND 0, 0, age_s) AS age_s
    FROM told WHERE left_out IS NULL
),
event AS (
  SELECT v.target_id, v.host, e.event, e.at, e.evidence_id, strftime('%s', v.now) - strftime('%s', e.at) AS age_s
    FROM seen v JOIN main.host_event e ON e.target_id = v.target_id
   WHERE v.state = 'on' AND e.log = 'Application' AND e.provider = 'Directory Synchronization'
     AND e.event IN (611, 650, 651, 652, 654, 655, 656, 657, 662, 667)
),
logged AS (                                    -- whose log was shown, whole
  SELECT v.target_id, v.host, v.evidence, v.promoted IS 1 AS promoted FROM seen v JOIN main.host_event_window w ON w.target_id = v.target_id
   WHERE v.state = 'on' AND w.complete
     AND v.target_id NOT IN (SELECT target_id FROM log_unseen WHERE log = 'Application')
)
SELECT host, 'password hash synchronisation' AS subject,
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
SELECT host, dn,
       CASE WHEN last_success_at IS NULL THEN 'no success on record, state ' || status
            WHEN age_s >= 0 THEN 'last success ' || (age_s / 60) || ' minutes ago, state ' || status
            ELSE 'last success on ' || last_success_at || ', in the future of the server' END,
       'a success within ' || param('fail_min') || ' minutes',
       CASE WHEN promoted THEN 'unknown' WHEN last_success_at IS NULL THEN iif(fold(status) = 'failed', 'fail', 'warn')
            WHEN age_s > 60 * param('fail_min') THEN 'fail' ELSE 'unknown' END, evidence_id
  FROM domain
 WHERE last_success_at IS NULL OR age_s > 60 * param('fail_min') OR coalesce(age_s, -1) < 0
UNION ALL
SELECT host, dn, left_out || ', state ' || status, 'a success within ' || param('fail_min') || ' minutes', 'info', evidence_id
  FROM told
 WHERE left_out IS NOT NULL
UNION ALL
SELECT v.host, 'domains', 'the engine tells of none', 'each domain with its last success', 'unknown', v.evidence
  FROM seen v JOIN main.coverage c ON c.target_id = v.target_id AND c.source = 'password_sync' AND c.status = 'ok'
 WHERE v.state = 'on' AND v.host NOT IN (SELECT host FROM domain)
UNION ALL
SELECT l.host, 'sign of life', 'none in the log for ' || param('fail_min') || ' minutes', 'a heartbeat every 30 minutes',
       iif(l.promoted, 'unknown', 'fail'), l.evidence
  FROM logged l
 WHERE NOT EXISTS (SELECT * FROM event e WHERE e.target_id = l.target_id AND e.event IN (650, 651, 654, 656, 657)
                      AND e.age_s BETWEEN 0 AND 60 * param('fail_min'))
   AND NOT EXISTS (SELECT * FROM domain d WHERE d.target_id = l.target_id AND d.age_s BETWEEN 0 AND 60 * param('fail_min'))
UNION ALL
SELECT e.host, 'event ' || e.event, count(*) || iif(count(*) = 1, ' time', ' times') || ', the last on ' || max(e.at),
       'none since the last success', 'fail', min(e.evidence_id)
  FROM event e
 WHERE e.event IN (611, 667)
   AND NOT EXISTS (SELECT * FROM event g WHERE g.target_id = e.target_id AND g.event IN (651, 657) AND g.at > e.at)
   AND NOT EXISTS (SELECT * FROM domain d WHERE d.target_id = e.target_id AND d.last_success_at > e.at AND d.age_s >= 0)
 GROUP BY e.target_id, e.event
UNION ALL
SELECT host, 'event ' || event, count(*) || iif(count(*) = 1, ' time', ' times') || ', the last on ' || max(at),
       'none in the last ' || param('recent_h') || ' hours', 'warn', min(evidence_id)
  FROM event
 WHERE event IN (652, 655, 662) AND age_s <= 3600 * param('recent_h')
 GROUP BY target_id, event
UNION ALL
SELECT v.host, 'records of the logs', 'the oldest of the window are missing', 'all of them', 'unknown', w.evidence_id
  FROM seen v JOIN main.host_event_window w ON w.target_id = v.target_id
 WHERE v.state = 'on' AND NOT w.complete
UNION ALL
SELECT u.host, 'log ' || u.log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen u JOIN seen v ON v.target_id = u.target_id
 WHERE v.state = 'on' AND u.log = 'Application'
