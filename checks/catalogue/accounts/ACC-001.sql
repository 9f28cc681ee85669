-- SPDX-License-Identifier: Apache-2.0
-- id: ACC-001
-- title: The AD DS connector account is not privileged
-- area: accounts
-- severity: critical
-- applies: forest
-- needs: [ad_account]
-- param:
--   extra_privileged_groups: [DnsAdmins]
-- why: >-
--   Whoever is administrator of the sync server, or has its database or a backup of it, can decrypt
--   this account's password. As a member of a Tier 0 or operators' group it is worth the forest; the
--   product has refused Domain and Enterprise Admins since 1.4.
-- remedy: >-
--   Make a dedicated account, grant it what its features need with the Set-ADSync...Permissions
--   commands, enter it in the connector, and remove the old one from the group. Clear adminCount
--   and restore inheritance where they are left over.
-- references:
--   - Microsoft, Accounts and permissions
--   - Microsoft Defender for Identity, Replace Enterprise or Domain Admin account for Entra Connect AD DS Connector account
--   - PingCastle P-ServiceDomainAdmin
--   - ANSSI privileged_members
--   - NIST SP 800-53 r5 AC-6, AC-6(5)
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1078.002, T1003.004
WITH extra AS (SELECT fold(value) AS name FROM json_each(param('extra_privileged_groups'))),
account AS (
  SELECT s.*, a.admin_count, a.primary_group_rid
    FROM sync_account s JOIN main.ad_account a ON a.id = s.account_id
   WHERE s.role = 'connector'
),
privileged AS (
  SELECT a.account_id, coalesce(nullif(m.path, ''), p.name, m.group_sid) AS way
    FROM account a
    JOIN main.ad_membership m ON m.account_id = a.account_id
    LEFT JOIN main.ad_principal p ON p.target_id = a.forest_id AND p.sid = m.group_sid
   WHERE m.privileged
      OR fold(m.group_sid) IN (SELECT name FROM extra)
      OR fold(p.name) IN (SELECT name FROM extra)
      OR fold(substr(p.name, instr(p.name, '\') + 1)) IN (SELECT name FROM extra)
   ORDER BY way
)
SELECT forest AS host, name AS subject,
       'privileged: ' || (SELECT group_concat(way, '; ') FROM privileged p
                           WHERE p.account_id = a.account_id) AS observed,
       'member of no Tier 0 or operators'' group' AS expected, 'fail' AS status,
       evidence_id AS evidence
  FROM account a
 WHERE account_id IN (SELECT account_id FROM privileged)
UNION ALL
SELECT forest, name || ' / primary group', 'the group with RID ' || primary_group_rid,
       'Domain Users (RID 513)', 'fail', evidence_id
  FROM account
 WHERE primary_group_rid <> 513
UNION ALL
SELECT forest, name || ' / primary group', 'not readable', 'Domain Users (RID 513)', 'unknown',
       evidence_id
  FROM account
 WHERE primary_group_rid IS NULL
UNION ALL
SELECT forest, name || ' / adminCount', '1, though it is in no protected group today',
       'not set: its access list is cut off from inheritance', 'warn', evidence_id
  FROM account
 WHERE admin_count = 1 AND account_id NOT IN (SELECT account_id FROM privileged)
UNION ALL
SELECT forest, subject, observed, 'every connector account and all its groups', 'unknown', NULL
  FROM unseen
 WHERE topic IN ('domain', 'account', 'group')
UNION ALL
SELECT forest, subject, observed, 'the account of every AD connector', 'unknown', NULL
  FROM connector_unseen
UNION ALL
SELECT name, 'connector account', 'none is known: no server of the run uses this forest',
       'a connector account', 'not_applicable', evidence_id
  FROM forest f
 WHERE NOT EXISTS (SELECT * FROM account a WHERE a.forest_id = f.target_id)
