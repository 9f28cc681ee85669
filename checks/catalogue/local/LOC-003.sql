-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-003
-- title: Remote access groups are empty or approved
-- area: local privilege
-- severity: medium
-- applies: all
-- needs: [local_group, host]
-- param:
--   remote_allowed: []
-- why: Every remote path to a server of Tier 0 is a path to the directory and the tenant.
-- remedy: >-
--   Empty the groups: administrators come from privileged workstations. Name in remote_allowed, by SID
--   or as the server calls it, who has to stay: the auditor's own account too.
-- references:
--   - STIG Windows Server 2022 WN22-MS-000120 (V-254439)
--   - CIS Windows Server 2022 v4.0.0 2.2.10
--   - NIST SP 800-53 r5 AC-17, AC-6
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1021.001, T1021.006

-- Remote desktop 555, remote management 580, distributed COM 562, event log readers 573, backup 551. The
-- identity that Windows itself has (an event collector, S-1-5-20) may read the event log.
WITH wanted(sid, status, purpose) AS (VALUES
  ('S-1-5-32-555', 'fail', 'remote desktop'), ('S-1-5-32-562', 'fail', 'distributed COM'),
  ('S-1-5-32-551', 'fail', 'backup'), ('S-1-5-32-580', 'warn', 'remote management'),
  ('S-1-5-32-573', 'warn', 'reading the event log')),
allowed AS (SELECT fold(value) AS name FROM json_each(param('remote_allowed'))),
member AS (
  SELECT m.*, w.status,
         m.account_key IN (SELECT name FROM allowed) OR fold(coalesce(m.sid, '')) IN (SELECT name FROM allowed)
           AS named
    FROM local_member m JOIN wanted w ON w.sid = m.group_sid JOIN main.host h USING (target_id)
   WHERE coalesce(h.domain_role, 3) NOT IN (4, 5)
)
SELECT host, subject,
       CASE WHEN broad THEN 'stands for everybody'
            WHEN sid IS NULL THEN 'a member whose SID could not be learnt'
            ELSE 'a member that the policy does not name (' || kind || ')' END AS observed,
       'nobody, or whom the policy names' AS expected,
       CASE WHEN broad AND group_sid = 'S-1-5-32-580' THEN 'fail' WHEN sid IS NULL THEN 'unknown'
            ELSE status END AS status,
       evidence_id AS evidence
  FROM member
 WHERE (NOT named OR broad) AND NOT (group_sid = 'S-1-5-32-573' AND sid IS 'S-1-5-20')
UNION ALL
SELECT s.name, w.sid, 'the group for ' || w.purpose || ' is not among those that the server lists', 'its members',
       'unknown', h.evidence_id
  FROM server s JOIN main.host h USING (target_id) JOIN wanted w
 WHERE coalesce(h.domain_role, 3) NOT IN (4, 5)
   AND NOT EXISTS (SELECT * FROM main.host_group g WHERE g.target_id = s.target_id AND g.sid = w.sid)
UNION ALL
SELECT s.name, 'local groups', 'a domain controller: it has none', 'a member server', 'not_applicable', h.evidence_id
  FROM server s JOIN main.host h USING (target_id)
 WHERE h.domain_role IN (4, 5)
