-- SPDX-License-Identifier: Apache-2.0
-- id: STG-009
-- title: The staging server's credentials for AD and Entra ID work
-- area: staging
-- severity: critical
-- applies: staging
-- needs: [connector or engine_connector, ad_account]
-- confirms: [run_history, event_log]
-- param:
--   warn_d: 14
--   refused_d: 7
--   wait_min: 60
-- why: >-
--   The password of the AD account is kept by each server for itself: a rotation on the active
--   server does not reach the staging server, and nobody notices until failover. AD tells whether the
--   account can be used at all, the event log of the server when its credentials were refused; whether
--   it has the right password now, only its runs tell.
-- remedy: >-
--   Enable the account or extend it, then enter the password in the Synchronization Service Manager
--   of the staging server (connector, Connectivity) and run a full import.
-- references:
--   - Microsoft, Accounts and permissions
--   - Microsoft, Changing the AD DS connector account password
--   - NIST SP 800-53 r5 IA-5, CP-4
--   - NIST CSF 2.0 PR.AA-01
--
-- # A password policy of its own (PSO) is not seen; the domain's is. The newest run of a connector that was refused, or
-- # that went through after the password was set, tells whether the server has the right one; within wait_min of that
-- # change there need not be one yet.
WITH tried AS (                                -- the newest run of each connector that needed its credentials
  SELECT p.*, row_number() OVER (PARTITION BY p.target_id, p.guid ORDER BY p.newest) AS turn_of
    FROM engine_past p
   WHERE p.role = 'staging' AND p.complete AND (p.imports OR p.exports OR p.topic IN ('credential', 'connectivity'))
),
account AS (
  SELECT c.server AS host, c.connector || ' / ' || c.account AS subject, a.enabled, a.expires_at,
         a.must_change_password, a.never_expires, a.password_set_at, d.max_password_age_d,
         c.evidence_id || ',' || a.evidence_id AS evidence,
         julianday(a.expires_at) - julianday(run.started_at) AS account_left_d,
         julianday(a.password_set_at) + d.max_password_age_d - julianday(run.started_at) AS password_left_d
    FROM forest_connector c
    JOIN main.ad_account a ON a.id = c.account_id
    JOIN main.ad_domain d ON d.id = a.domain_id
    JOIN main.run
   WHERE c.server_role = 'staging'
),
judged AS (
  SELECT *,
         CASE WHEN coalesce(never_expires, 0) = 0 AND max_password_age_d > 0 THEN password_left_d END
           AS left_d
    FROM account
)
SELECT host, subject || ' / account' AS subject,
       iif(enabled = 0, 'disabled', 'expired on ' || expires_at) AS observed,
       'an account that can log on' AS expected, 'fail' AS status, evidence
  FROM judged
 WHERE enabled = 0 OR account_left_d <= 0
UNION ALL
SELECT host, subject || ' / account', 'expires on ' || expires_at, 'an account that can log on', 'warn', evidence
  FROM judged
 WHERE coalesce(enabled, 1) = 1 AND account_left_d > 0 AND account_left_d <= param('warn_d')
UNION ALL
SELECT host, subject || ' / password',
       iif(must_change_password = 1, 'must be changed at the next log-on', 'expired by the policy of the domain'),
       'a password that is valid', 'fail', evidence
  FROM judged
 WHERE must_change_password = 1 OR left_d <= 0
UNION ALL
SELECT host, subject || ' / password', 'expires in ' || CAST(left_d AS INTEGER) || ' days',
       'a password that is valid', 'warn', evidence
  FROM judged
 WHERE coalesce(must_change_password, 0) = 0 AND left_d > 0 AND left_d <= param('warn_d')
UNION ALL
SELECT host, subject || ' / state', 'not readable', 'whether the account can be used', 'unknown', evidence
  FROM judged
 WHERE enabled IS NULL OR must_change_password IS NULL OR never_expires IS NULL
    OR (never_expires = 0 AND max_password_age_d IS NULL)
UNION ALL
SELECT c.server, c.connector || ' / ' || c.account,
       iif(c.account = '', 'its export names no account', 'not found in the directory'),
       'an account that can log on', 'unknown', c.evidence_id
  FROM forest_connector c
 WHERE c.server_role = 'staging' AND c.account_id IS NULL
UNION ALL
SELECT s.name, 'refused credentials', count(*) || iif(count(*) = 1, ' event', ' events') || ', the last on ' || max(e.at),
       'none in the last ' || param('refused_d') || ' days', 'warn', min(e.evidence_id)
  FROM server s
  JOIN main.run
  JOIN main.host_event e ON e.target_id = s.target_id
 WHERE s.role = 'staging' AND julianday(run.started_at) - julianday(e.at) <= param('refused_d')
   AND ((e.provider = 'ADSync' AND e.event IN (6000, 6001))
        OR (e.provider = 'Directory Synchronization' AND e.event IN (106, 109, 110, 111)))
 GROUP BY s.target_id
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application' AND host IN (SELECT name FROM server WHERE role = 'staging')
UNION ALL
SELECT host, connector || ' / last run', result || ' on ' || started_at || ': ' || meaning, 'a run that is let in', 'fail', evidence_id
  FROM tried
 WHERE turn_of = 1 AND class = 'fail' AND topic IN ('credential', 'connectivity')
UNION ALL
SELECT g.host, g.connector || ' / imports',
       CASE WHEN g.import_s IS NULL THEN 'none that went through is in the run history'
            ELSE 'the last one went through before the password was set on ' || max(a.password_set_at) END,
       'an import after the last change of the password',
       iif(g.import_s IS NULL OR max(strftime('%s', k.now) - strftime('%s', a.password_set_at)) <= 60 * param('wait_min'),
           'unknown', 'fail'), g.evidence_id
  FROM engine_progress g
  JOIN engine_reach r ON r.target_id = g.target_id
  JOIN server_clock k ON k.target_id = g.target_id
  LEFT JOIN forest_connector c ON c.target_id = g.target_id AND fold(c.connector) = fold(g.connector)
  LEFT JOIN main.ad_account a ON a.id = c.account_id
 WHERE g.role = 'staging'
   AND (g.import_s IS NULL OR strftime('%s', k.now) - strftime('%s', a.password_set_at) < g.import_s)
 GROUP BY g.target_id, g.guid
UNION ALL
SELECT s.name, 'application certificate', 'expired on ' || c.not_after, 'a certificate that is valid', 'fail', c.evidence_id
  FROM main.engine_credential c
  JOIN server s ON s.target_id = c.target_id
  JOIN server_clock k ON k.target_id = c.target_id
 WHERE s.role = 'staging' AND c.kind = 'application' AND julianday(c.not_after) <= julianday(k.now)
UNION ALL
SELECT s.name, 'connectors', 'none was seen', 'every connector with its runs', 'unknown', s.evidence_id
  FROM server s
 WHERE s.role = 'staging' AND s.target_id NOT IN (SELECT target_id FROM engine_link)
   AND EXISTS (SELECT * FROM seen v WHERE v.target_id = s.target_id AND v.source = 'run_history')
