-- SPDX-License-Identifier: Apache-2.0
-- id: STG-002
-- title: A staging server exists for every tenant
-- area: staging
-- severity: high
-- applies: tenant
-- needs: [coverage]
-- param:
--   required: true
--   minimum: 1
-- why: >-
--   Without a staging server a lost host means a new installation, a full import and a full
--   synchronisation: hours to days in a large directory. One staging server that was seen is
--   enough, whatever else could not be collected; without one, a server whose role is not known
--   leaves the answer open.
-- remedy: >-
--   Build a second server from the configuration export of the active one (the installer then sets
--   staging mode by itself) and let it run an initial cycle. Where one server is accepted by
--   design, set "required" to false in the policy.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - Microsoft, Import and export configuration settings
--   - NIST SP 800-53 r5 CP-2, CP-7, CP-10
--   - NIST CSF 2.0 PR.IR-03
WITH machine AS (       -- several exports of one server are one machine, staging only if all say so
  SELECT m.tenant, upper(coalesce(s.server_name, s.name)) AS machine, max(m.certain) AS certain,
         CASE count(*) WHEN count(s.role) THEN min(s.role) END AS role,
         group_concat(s.evidence_id) AS evidence
    FROM tenant_member m
    JOIN server s USING (target_id)
   GROUP BY m.tenant, upper(coalesce(s.server_name, s.name))
),
tally AS (
  SELECT tenant,
         count(*) FILTER (WHERE role = 'staging' AND certain) AS standing_by,
         count(*) FILTER (WHERE role IS NULL OR (role = 'staging' AND NOT certain)) AS doubtful,
         replace(group_concat(DISTINCT machine), ',', ', ') AS names,
         group_concat(evidence) AS evidence
    FROM machine
   GROUP BY tenant
)
SELECT tenant AS host, 'staging servers' AS subject,
       standing_by || ' among ' || names
         || CASE doubtful WHEN 0 THEN '' ELSE '; role or tenant of ' || doubtful || ' not known' END
         AS observed,
       'at least ' || param('minimum') AS expected,
       CASE doubtful WHEN 0 THEN 'fail' ELSE 'unknown' END AS status, evidence
  FROM tally
 WHERE param('required') AND standing_by < param('minimum')
UNION ALL
SELECT tenant, 'staging servers', 'the policy does not ask for a staging server', 'nothing',
       'not_applicable', evidence
  FROM tally
 WHERE NOT param('required')
