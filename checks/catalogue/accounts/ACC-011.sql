-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-011
-- title: No interactive logon of the connector or sync service account
-- area: accounts
-- severity: medium
-- applies: all
-- needs: [account_logon]
-- confirms: [user_right]
-- param:
--   window_d: 7
-- why: >-
--   Nobody works with these accounts. An interactive logon means that somebody has the password.
-- remedy: >-
--   Change the password and treat it as an incident; deny the accounts the local and the remote logon on all
--   servers by group policy.
-- references:
--   - Microsoft Defender for Identity, suspicious interactive logon to the Entra Connect server
--   - NIST SP 800-53 r5 AC-6, SI-4
--   - NIST CSF 2.0 DE.CM-03
--   - MITRE ATT&CK T1078.002
--
-- # Logon types: 2 interactive, 7 unlocked, 10 remote desktop, 11 interactive with cached credentials. Rights that
-- # are denied to a group of which the account is a member are not seen. Virtual accounts (S-1-5-80) cannot log on.
-- # The log is read some time after the server's clock was: what is missing is an hour or more.
WITH watched AS (
  SELECT s.name AS host, s.target_id, w.account, w.sid, w.since, w.evidence_id,
         julianday(k.now) - julianday(w.since) AS reach_d
    FROM main.host_account_watched w
    JOIN server s ON s.target_id = w.target_id
    JOIN server_clock k ON k.target_id = w.target_id
),
denied(right) AS (VALUES ('SeDenyInteractiveLogonRight'), ('SeDenyRemoteInteractiveLogonRight'))
SELECT s.name AS host, l.account || ' / logon type ' || l.logon_type AS subject,
       l.count || iif(l.count = 1, ' logon', ' logons') || ', the last on ' || l.last_at AS observed,
       'no interactive logon' AS expected, 'fail' AS status, l.evidence_id AS evidence
  FROM main.host_account_logon l JOIN server s ON s.target_id = l.target_id
 WHERE l.logon_type IN (2, 7, 10, 11) AND l.count > 0
UNION ALL
SELECT w.host, w.account || ' / ' || d.right,
       'not denied to the account itself' || coalesce('; whether it is a member of ' || g.sids || ' is not seen', ''), 'denied',
       iif(g.sids IS NULL, 'warn', 'info'), w.evidence_id
  FROM watched w JOIN denied d
  LEFT JOIN (SELECT target_id, right, group_concat(sid, ', ') AS sids FROM main.host_user_right
              WHERE sid LIKE 'S-1-5-21-%' AND sid NOT IN (SELECT sid FROM watched WHERE sid IS NOT NULL)
              GROUP BY target_id, right) g ON g.target_id = w.target_id AND g.right = d.right
 WHERE w.sid NOT LIKE 'S-1-5-80-%'
   AND EXISTS (SELECT * FROM seen v WHERE v.target_id = w.target_id AND v.source = 'user_right')
   AND NOT EXISTS (SELECT * FROM main.host_user_right r WHERE r.target_id = w.target_id AND r.right = d.right AND r.sid = w.sid)
UNION ALL
SELECT host, account || ' / log', 'the log reaches back to ' || since || ' only', 'the last ' || param('window_d') || ' days',
       'warn', evidence_id
  FROM watched
 WHERE reach_d >= 0 AND reach_d < param('window_d') - 1 / 24.0
UNION ALL
SELECT host, account,
       CASE WHEN sid IS NULL THEN 'the server does not know this account'
            ELSE 'how far back the log reaches is not known' END, 'its logons', 'unknown', evidence_id
  FROM watched
 WHERE sid IS NULL OR coalesce(reach_d, -1) < 0
UNION ALL
SELECT s.host, 'accounts', 'no account was watched', 'the accounts of the connectors and of the service', 'unknown', NULL
  FROM seen s
 WHERE s.source = 'account_logon' AND s.target_id NOT IN (SELECT target_id FROM watched)
