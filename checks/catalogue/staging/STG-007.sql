-- SPDX-License-Identifier: Apache-2.0
-- id: STG-007
-- title: Password hash sync and password writeback do not run on a staging server
-- area: staging
-- severity: high
-- applies: staging
-- needs: [event_log, global_settings or engine]
-- confirms: [log_age, password_sync]
-- param:
--   phs_window_h: 48
--   least_h: 24
-- why: >-
--   A staging server must do neither. If it does, it is active in truth, or was. After a promotion it starts
--   from where it stopped, which takes its time: plan for it.
-- remedy: Treat it like two active servers (STG-001); after a planned failover wait for event 657 without a backlog.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - Microsoft, Implement password hash synchronization
--   - NIST SP 800-53 r5 CM-6
--   - NIST CSF 2.0 DE.CM-09
--
-- # 656 and 657: a password was sent, and taken. 31019: heartbeat of writeback. What was before the last change of
-- # the role (event 212), or ended within ten minutes of it, was the active server's. The collector keeps these events for two days.
WITH member AS (
  SELECT s.target_id, s.name AS host, s.evidence_id, c.changed_at, c.told_since, k.now, w.complete,
         max(coalesce(julianday(c.changed_at, '+10 minutes'), 0), julianday(k.now) - param('phs_window_h') / 24.0) AS since,
         CASE WHEN EXISTS (SELECT * FROM parameter p WHERE p.target_id = s.target_id AND lower(p.value) IN ('false', '0')
                              AND p.name = 'Microsoft.OptionalFeature.PasswordHashSync')
               AND EXISTS (SELECT * FROM parameter p WHERE p.target_id = s.target_id AND lower(p.value) IN ('false', '0')
                              AND p.name = 'Microsoft.OptionalFeature.PasswordWriteback') THEN 1 ELSE 0 END AS off
    FROM server s
    JOIN role_change c ON c.target_id = s.target_id
    JOIN server_clock k ON k.target_id = s.target_id
    LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
   WHERE s.role = 'staging'
),
hit AS (
  SELECT m.host, iif(e.provider = 'PasswordResetService', 'password writeback', 'password hash synchronisation') AS subject,
         'event ' || e.event AS what, e.at, e.evidence_id
    FROM member m JOIN main.host_event e ON e.target_id = m.target_id
   WHERE e.log = 'Application' AND julianday(e.at) > m.since
     AND (e.provider = 'Directory Synchronization' AND e.event IN (656, 657)
          OR e.provider = 'PasswordResetService' AND e.event = 31019)
   UNION ALL
  SELECT m.host, 'password hash synchronisation', 'cycle of ' || p.dn, p.last_success_at, p.evidence_id
    FROM member m JOIN main.engine_password_partition p ON p.target_id = m.target_id
   WHERE julianday(p.last_success_at) > m.since
)
SELECT host, subject, what || ', the last time on ' || max(at) AS observed, 'nothing of it in staging mode' AS expected,
       'fail' AS status, min(evidence_id) AS evidence
  FROM hit
 GROUP BY host, subject, what
UNION ALL
SELECT m.host, 'features', 'password hash synchronisation and writeback are off', 'off', 'not_applicable', m.evidence_id
  FROM member m
 WHERE m.off AND m.host NOT IN (SELECT host FROM hit)
UNION ALL
SELECT m.host, 'log Application',
       CASE WHEN a.oldest_at IS NULL THEN 'empty'
            WHEN m.complete IS NOT 1 THEN 'the oldest records of the window are missing'
            ELSE 'reaches back to ' || a.oldest_at || ' only' END,
       'the last ' || param('phs_window_h') || ' hours',
       CASE WHEN a.oldest_at IS NULL OR m.complete IS NOT 1 THEN 'unknown'
            WHEN julianday(m.now) - julianday(a.oldest_at) < param('least_h') / 24.0 THEN 'unknown' ELSE 'warn' END,
       a.evidence_id
  FROM member m JOIN main.host_log_age a ON a.target_id = m.target_id AND a.log = 'Application'
 WHERE NOT m.off
   AND (a.oldest_at IS NULL OR m.complete IS NOT 1
        OR julianday(m.now) - julianday(a.oldest_at) < param('phs_window_h') / 24.0)
UNION ALL
SELECT u.host, 'log ' || u.log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen u JOIN member m ON m.target_id = u.target_id
 WHERE u.log = 'Application' AND NOT m.off
