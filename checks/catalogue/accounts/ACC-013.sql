-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-013
-- title: No orphaned sync accounts
-- area: accounts
-- severity: high
-- applies: forest
-- needs: [ad_account, ad_right]
-- why: >-
--   Connector accounts of servers that are gone keep the right to read every password hash for years,
--   with a password that an old backup still holds.
-- remedy: >-
--   Remove the access entries of the account, disable it, and delete it after 30 days. If its server
--   lives, audit that server too.
-- references:
--   - Microsoft, Accounts and permissions
--   - PingCastle P-DangerousExtendedRight
--   - NIST SP 800-53 r5 AC-2
--   - NIST CSF 2.0 PR.AA-01
--   - MITRE ATT&CK T1078.002
WITH account AS (
  SELECT s.*, a.last_logon_at, a.enabled AS enabled_as_read,
         (SELECT group_concat(power, ', ')
            FROM (SELECT DISTINCT CASE r.right WHEN 'full_control' THEN 'full control'
                                       WHEN 'reset_password' THEN 'reset passwords'
                                       WHEN 'replicate_changes_all' THEN 'replicate secrets'
                                       ELSE 'write access lists' END AS power
                    FROM main.ad_account_right r JOIN main.ad_object o ON o.id = r.object_id
                   WHERE r.account_id = s.account_id AND coalesce(o.sid, '') <> s.sid
                     AND r.right IN ('full_control', 'reset_password', 'replicate_changes_all',
                                     'write_dacl')
                   ORDER BY power)) AS powers,
         (SELECT count(DISTINCT g.object_id) FROM main.ad_grant g JOIN main.ad_object o ON o.id = g.object_id
           WHERE o.target_id = s.forest_id AND g.sid = s.sid AND coalesce(o.sid, '') <> s.sid) AS entries,
         EXISTS (SELECT * FROM main.ad_membership m
                  WHERE m.account_id = s.account_id AND m.privileged) AS privileged
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
   WHERE s.role IN ('connector', 'service')
     AND NOT EXISTS (SELECT * FROM sync_account other
                      WHERE other.account_id = s.account_id AND other.role <> s.role
                        AND other.role IN ('connector', 'service')
                        AND (other.standing <> 'foreign' OR other.role < s.role))
)
SELECT forest AS host, name AS subject,
       iif(enabled, 'enabled', 'disabled') || iif(servers = '', '', ', said to belong to ' || servers)
         || ', last log-on ' || coalesce(substr(last_logon_at, 1, 10), 'not known')
         || iif(powers IS NULL, '', '; may ' || powers)
         || iif(privileged, '; in a privileged group', '')
         || iif(entries > 0, '; named in ' || entries || ' access lists', '') AS observed,
       'used by a server of the run, or deleted' AS expected,
       iif(enabled AND (powers IS NOT NULL OR privileged), 'fail', 'warn') AS status,
       evidence_id AS evidence
  FROM account
 WHERE standing = 'foreign'
   AND (enabled OR entries > 0 OR powers IS NOT NULL OR privileged)
UNION ALL
SELECT forest, name,
       iif(servers = '', 'which server it belongs to is not known, and no export of this forest''s servers was read',
           'said to belong to ' || servers || ', whose export was not read'),
       'an account that the export of its server names', 'unknown', evidence_id
  FROM account
 WHERE standing = 'uncertain'
UNION ALL
SELECT forest, subject, observed, 'every account of synchronisation and every access list', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account')
    OR (topic = 'right' AND coalesce(kind, 'domain') IN ('domain', 'ou', 'container', 'adminsdholder'))
