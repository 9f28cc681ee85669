-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-001
-- title: Only expected Tier 0 principals are local administrators
-- area: local privilege
-- severity: critical
-- applies: all
-- needs: [local_group, host]
-- param:
--   admins_allowed: []
--   max_admins: 10
-- why: >-
--   A local administrator decrypts the credentials of the connectors: he has the password hashes of the
--   domain and the synchronisation's identity in the cloud.
-- remedy: >-
--   Leave the built-in account and one Tier 0 group; name that group in admins_allowed, by SID or as the
--   server calls it. The staging server needs exactly the same care.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - STIG Windows Server 2022 WN22-MS-000010 (V-254428)
--   - NIST SP 800-53 r5 AC-6, AC-6(5), AC-2
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1003.004, T1078.002

-- A group that is not allowed is judged by itself; which accounts of synchronisation are in it, the directory adds.
WITH allowed AS (SELECT fold(value) AS name FROM json_each(param('admins_allowed'))),
member AS (
  SELECT m.*, coalesce(h.domain_role, 3) IN (4, 5) AS is_dc,
         m.account_key IN (SELECT name FROM allowed) OR fold(coalesce(m.sid, '')) IN (SELECT name FROM allowed)
           AS named,
         (SELECT group_concat(name, ', ')
            FROM (SELECT a.name FROM sync_account a
                    JOIN main.ad_membership g ON g.account_id = a.account_id AND g.group_sid = m.sid
                   WHERE a.role <> 'server' GROUP BY a.name ORDER BY a.name)) AS inside
    FROM local_member m LEFT JOIN main.host h USING (target_id)
   WHERE m.group_sid = 'S-1-5-32-544'
)
SELECT host, subject,
       CASE WHEN broad THEN 'stands for everybody' WHEN kind = 'computer' THEN 'a computer'
            WHEN sid IS NULL THEN 'a member whose SID could not be learnt'
            WHEN kind = 'unknown' THEN 'a SID that nobody could resolve'
            WHEN domain_admins IS NULL THEN 'Domain Admins; whether of the server''s own domain is not known: its forest was not asked'
            ELSE 'a ' || kind || ' that the policy does not name'
                 || coalesce('; ' || inside || ' is in it', '') END AS observed,
       'the built-in account, Domain Admins, and whom the policy names' AS expected,
       CASE WHEN broad OR kind = 'computer' THEN 'fail' WHEN sid IS NULL THEN 'unknown'
            WHEN kind = 'unknown' THEN 'warn' WHEN domain_admins IS NULL THEN 'unknown' ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM member
 WHERE NOT is_dc AND (broad OR kind = 'computer' OR NOT (coalesce(built_in, 0) OR coalesce(domain_admins, 0) OR named))
UNION ALL
SELECT host, group_name || ' / members', count(*) || ' users are named in person', 'at most ' || param('max_admins'),
       'warn', min(evidence_id)
  FROM member
 WHERE kind = 'user' AND NOT is_dc
 GROUP BY host, group_name
HAVING count(*) > param('max_admins')
UNION ALL
-- Accounts of the machine itself differ from server to server: they are compared by their last part.
SELECT p.staging, m.group_name || ' beside ' || p.active || ' / ' || m.account,
       'a member on ' || m.host || ' alone', 'the same on both servers', 'warn', m.evidence_id
  FROM pair p
  JOIN member m ON m.target_id IN (p.active_id, p.staging_id)
  JOIN seen a ON a.target_id = p.active_id AND a.source = 'local_group'
  JOIN seen b ON b.target_id = p.staging_id AND b.source = 'local_group'
 WHERE NOT p.same_server AND m.sid IS NOT NULL AND NOT m.is_dc
   AND NOT EXISTS (SELECT * FROM member o
                    WHERE o.target_id IN (p.active_id, p.staging_id) AND o.target_id <> m.target_id
                      AND iif(m.local AND m.sid LIKE 'S-1-5-21-%',
                              o.local AND substr(o.sid, length(rtrim(o.sid, '0123456789')))
                                          = substr(m.sid, length(rtrim(m.sid, '0123456789'))),
                              o.sid = m.sid))
UNION ALL
SELECT s.name, 'S-1-5-32-544', 'the group is not among those that the server lists', 'its members', 'unknown', NULL
  FROM server s LEFT JOIN main.host h USING (target_id)
 WHERE NOT EXISTS (SELECT * FROM main.host_group g WHERE g.target_id = s.target_id AND g.sid = 'S-1-5-32-544')
   AND coalesce(h.domain_role, 3) NOT IN (4, 5)
UNION ALL
-- Windows lets nobody take the built-in account out of this group.
SELECT s.name, g.name || ' / members', 'the built-in account is not among them: not all of them are shown', 'all of them',
       'unknown', g.evidence_id
  FROM server s JOIN main.host_group g USING (target_id) LEFT JOIN main.host h USING (target_id)
 WHERE g.sid = 'S-1-5-32-544' AND coalesce(h.domain_role, 3) NOT IN (4, 5)
   AND NOT EXISTS (SELECT * FROM member m WHERE m.target_id = s.target_id AND m.built_in)
UNION ALL
SELECT s.name, 'S-1-5-32-544', 'a domain controller: it has no local groups', 'a member server', 'not_applicable',
       h.evidence_id
  FROM server s JOIN main.host h USING (target_id)
 WHERE h.domain_role IN (4, 5)
