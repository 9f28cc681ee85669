-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-005
-- title: Local accounts cannot be used over the network, and risky user rights are not granted
-- area: local privilege
-- severity: medium
-- applies: all
-- needs: [registry, host]
-- confirms: [user_right]
-- why: >-
--   With the password of a local account, or a right that stands above all permissions, an attacker goes
--   from one server to the next. The registry tells whether Windows filters the tokens of local
--   accounts, the security policy who holds which right.
-- remedy: >-
--   Set the options of user account control and the user rights by GPO, as the benchmarks ask for: nobody acts as part
--   of the system or creates tokens, only administrators debug, local accounts are denied the network and remote desktop.
-- references:
--   - STIG Windows Server 2022 WN22-MS-000020 (V-254429), WN22-SO-000440 (V-254488)
--   - STIG Windows Server 2022 WN22-MS-000080 (V-254435), WN22-MS-000120 (V-254439), WN22-MS-000130 (V-254440)
--   - STIG Windows Server 2022 WN22-UR-000020 (V-254492), WN22-UR-000060 (V-254496), WN22-UR-000100 (V-254500)
--   - CIS Windows Server 2022 v4.0.0 2.2.20, 2.2.22, 2.2.27, 18.4.1
--   - NIST SP 800-53 r5 AC-6, AC-3
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1550.002

-- What Windows does without the values: user account control is on, tokens of local accounts are filtered. S-1-5-32-544 are
-- the administrators, S-1-5-113 local accounts, S-1-5-114 those of them that are administrators, S-1-5-32-551 those who
-- make backups: Windows gives them these rights, and LOC-003 fails when anybody is one of them.
WITH member AS (
  SELECT s.name AS host, s.target_id, coalesce(h.domain_role, 3) IN (4, 5) AS is_dc, h.evidence_id
    FROM server s JOIN main.host h USING (target_id)
),
rule(right, what, allowed, status) AS (VALUES
  ('SeTcbPrivilege', 'act as part of the operating system', '', 'fail'),
  ('SeCreateTokenPrivilege', 'create tokens', '', 'fail'),
  ('SeEnableDelegationPrivilege', 'trust accounts for delegation', '', 'fail'),
  ('SeDebugPrivilege', 'debug programs', 'S-1-5-32-544', 'fail'),
  ('SeBackupPrivilege', 'back up files', 'S-1-5-32-544 S-1-5-32-551', 'warn'),
  ('SeRestorePrivilege', 'restore files', 'S-1-5-32-544 S-1-5-32-551', 'warn'),
  ('SeLoadDriverPrivilege', 'load drivers', 'S-1-5-32-544', 'warn')
),
named AS (
  SELECT target_id, sid, min(account) AS account
    FROM (SELECT target_id, sid, account FROM main.host_group_member WHERE kind <> 'unknown'
          UNION ALL SELECT target_id, sid, name FROM main.host_group
          UNION ALL SELECT target_id, sid, name FROM main.host_user)
   GROUP BY target_id, sid
),
denial(right, what) AS (VALUES
  ('SeDenyNetworkLogonRight', 'logon over the network'),
  ('SeDenyRemoteInteractiveLogonRight', 'logon by remote desktop')
)
SELECT t.host, 'tokens of local accounts' AS subject, 'not filtered (' || t.number || '): local accounts are administrators over the network' AS observed,
       'LocalAccountTokenFilterPolicy not set, or 0' AS expected, 'fail' AS status, t.evidence_id AS evidence
  FROM setting t JOIN member m USING (host)
 WHERE t.name = 'System.LocalAccountTokenFilterPolicy' AND t.number <> 0 AND NOT m.is_dc
UNION ALL
SELECT t.host, 'user account control', 'off', 'EnableLUA not set, or 1', 'fail', t.evidence_id
  FROM setting t JOIN member m USING (host)
 WHERE t.name = 'System.EnableLUA' AND t.number = 0 AND NOT m.is_dc
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN member m USING (host)
 WHERE u.name IN ('System.LocalAccountTokenFilterPolicy', 'System.EnableLUA') AND NOT m.is_dc
UNION ALL
SELECT host, 'local accounts', 'a domain controller: it has none', 'a member server', 'not_applicable', evidence_id
  FROM member
 WHERE is_dc
UNION ALL
SELECT m.host, r.right, 'held by ' || group_concat(coalesce(n.account, h.sid), ', ') || ': ' || r.what,
       iif(r.allowed = '', 'nobody', 'administrators only'), r.status, min(h.evidence_id)
  FROM member m
  JOIN rule r
  JOIN main.host_user_right h ON h.target_id = m.target_id AND h.right = r.right
       AND instr(' ' || r.allowed || ' ', ' ' || h.sid || ' ') = 0
  LEFT JOIN named n ON n.target_id = h.target_id AND n.sid = h.sid
 WHERE NOT m.is_dc
 GROUP BY m.host, r.right
UNION ALL
SELECT m.host, d.right, d.what || ' is not denied to local accounts', 'denied to S-1-5-113 or S-1-5-114', 'warn', m.evidence_id
  FROM member m JOIN denial d
 WHERE NOT m.is_dc
   AND EXISTS (SELECT * FROM main.host_user_right h WHERE h.target_id = m.target_id)
   AND NOT EXISTS (SELECT * FROM main.host_user_right h
                    WHERE h.target_id = m.target_id AND h.right = d.right AND h.sid IN ('S-1-5-113', 'S-1-5-114'))
UNION ALL
SELECT m.host, 'user rights', 'none was told: Windows never has none', 'who holds which right', 'unknown', m.evidence_id
  FROM member m JOIN seen v ON v.target_id = m.target_id AND v.source = 'user_right'
 WHERE NOT m.is_dc AND NOT EXISTS (SELECT * FROM main.host_user_right h WHERE h.target_id = m.target_id)
