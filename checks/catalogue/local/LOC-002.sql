-- SPDX-License-Identifier: Apache-2.0
-- id: LOC-002
-- title: Members of ADSyncAdmins, ADSyncOperators, ADSyncBrowse, ADSyncPasswordSet are as approved
-- area: local privilege
-- severity: high
-- applies: all
-- needs: [local_group, registry]
-- param:
--   admins_allowed: []
--   operators_allowed: []
--   browse_allowed: []
--   password_set_allowed: []
-- why: >-
--   ADSyncAdmins change the configuration of synchronisation and read everything in it; operators can
--   start an export, also on the staging server.
-- remedy: >-
--   Take out whoever needs it no more, the administrator who installed the product first; name the
--   others in the lists of the policy, by SID or as the server calls them.
-- references:
--   - Microsoft, Accounts and permissions
--   - NIST SP 800-53 r5 AC-6, AC-5
--   - NIST CSF 2.0 PR.AA-05

-- The groups are found by their names in the registry (the collector does it): 'purpose'. Administrators of the server
-- and of its domain could take every right of these groups anyway and are accepted.
WITH allowed AS (
  SELECT 'sync_admins' AS purpose, fold(value) AS name FROM json_each(param('admins_allowed'))
   UNION SELECT 'sync_operators', fold(value) FROM json_each(param('operators_allowed'))
   UNION SELECT 'sync_browse', fold(value) FROM json_each(param('browse_allowed'))
   UNION SELECT 'sync_password_set', fold(value) FROM json_each(param('password_set_allowed'))
),
member AS (
  SELECT m.*, EXISTS (SELECT * FROM allowed a WHERE a.purpose = m.purpose
                         AND a.name IN (m.account_key, fold(coalesce(m.sid, '')))) AS named
    FROM local_member m
   WHERE m.purpose IS NOT NULL
),
installed AS (
  SELECT s.name AS host, s.target_id,
         EXISTS (SELECT * FROM setting t WHERE t.host = s.name AND t.state <> 'absent'
                    AND t.name IN ('ADSync.Path', 'ADSync.DBName', 'EntraConnect.Version'))
           OR EXISTS (SELECT * FROM main.host_group g WHERE g.target_id = s.target_id AND g.purpose IS NOT NULL)
           AS product
    FROM server s
)
SELECT host, subject,
       CASE WHEN broad THEN 'stands for everybody'
            WHEN sid IS NULL THEN 'a member whose SID could not be learnt'
            WHEN domain_admins IS NULL THEN 'Domain Admins; whether of the server''s own domain is not known: its forest was not asked'
            ELSE 'not approved (' || kind || ')' END AS observed,
       'whom the policy names' AS expected,
       CASE WHEN broad THEN 'fail' WHEN sid IS NULL OR domain_admins IS NULL THEN 'unknown'
            WHEN purpose IN ('sync_admins', 'sync_password_set') THEN 'fail' ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM member
 WHERE broad OR NOT (named OR coalesce(built_in, 0) OR coalesce(domain_admins, 0) OR coalesce(sid, '') = 'S-1-5-32-544')
UNION ALL
SELECT p.staging, m.group_name || ' beside ' || p.active || ' / ' || m.account,
       'a member on ' || m.host || ' alone', 'the same on both servers', 'warn', m.evidence_id
  FROM pair p
  JOIN member m ON m.target_id IN (p.active_id, p.staging_id)
  JOIN seen a ON a.target_id = p.active_id AND a.source = 'local_group'
  JOIN seen b ON b.target_id = p.staging_id AND b.source = 'local_group'
 WHERE NOT p.same_server AND m.sid IS NOT NULL
   AND NOT EXISTS (SELECT * FROM member o
                    WHERE o.target_id IN (p.active_id, p.staging_id) AND o.target_id <> m.target_id
                      AND o.purpose = m.purpose
                      AND iif(m.local AND m.sid LIKE 'S-1-5-21-%',
                              o.local AND substr(o.sid, length(rtrim(o.sid, '0123456789')))
                                          = substr(m.sid, length(rtrim(m.sid, '0123456789'))),
                              o.sid = m.sid))
UNION ALL
SELECT i.host, 'group of ' || p.column2,
       coalesce('the registry names ' || t.text || ', which is none of the server''s own',
                'not among those that the server lists'), 'its members', 'unknown', t.evidence_id
  FROM installed i
  JOIN (VALUES ('sync_admins', 'ADSyncAdmins', 'ADSync.GroupAdmins'),
               ('sync_operators', 'ADSyncOperators', 'ADSync.GroupOperators'),
               ('sync_browse', 'ADSyncBrowse', 'ADSync.GroupBrowse'),
               ('sync_password_set', 'ADSyncPasswordSet', 'ADSync.GroupPasswordSet')) p
  LEFT JOIN setting t ON t.target_id = i.target_id AND t.name = p.column3
 WHERE i.product
   AND NOT EXISTS (SELECT * FROM main.host_group g WHERE g.target_id = i.target_id AND g.purpose = p.column1)
UNION ALL
-- Then groups of the usual names were looked at, which may be others.
SELECT u.host, u.place, u.observed, 'the name of the group', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN installed i ON i.host = u.host AND i.product
 WHERE u.name IN ('ADSync.GroupAdmins', 'ADSync.GroupOperators', 'ADSync.GroupBrowse', 'ADSync.GroupPasswordSet')
UNION ALL
SELECT host, 'product', 'Entra Connect Sync is not installed here', 'its groups', 'not_applicable', NULL
  FROM installed
 WHERE NOT product
