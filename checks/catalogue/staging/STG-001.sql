-- SPDX-License-Identifier: Apache-2.0
-- id: STG-001
-- title: Exactly one sync server is active, and every server has its declared role
-- area: staging
-- severity: critical
-- applies: tenant
-- confirms: [global_settings or scheduler]
-- why: >-
--   Two active servers are not supported and overwrite each other's work; without an active one no
--   change and no password reaches Entra ID. Two exports of one server count as one server.
-- remedy: >-
--   Put the wrong server into staging mode with the wizard (Configure staging mode) before the
--   other one is made active. Isolate a server that cannot be reached: switch it off, or block its
--   way to Entra ID. Declare the role of each server in the configuration.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CP-10, CM-6
--   - NIST CSF 2.0 PR.IR-03
--
-- # An export, the scheduler and the engine's own parameter tell the role. Where they contradict each other it is not
-- # known: the export may be old, or somebody changed one of them past the product.
WITH member AS (
  SELECT m.tenant, s.target_id, s.name, s.role, s.role_disputed, s.declared_role, s.evidence_id,
         CASE WHEN s.role = 'active' THEN upper(coalesce(s.server_name, s.name)) END AS active,
         CASE WHEN s.role = 'active' AND m.certain
              THEN upper(coalesce(s.server_name, s.name)) END AS certainly_active
    FROM tenant_member m
    JOIN server s USING (target_id)
),
tally AS (
  SELECT tenant,
         count(DISTINCT active) AS active,
         count(DISTINCT certainly_active) AS certainly_active,
         count(*) - count(role) AS role_unknown,
         replace(group_concat(DISTINCT active), ',', ', ') AS active_names,
         replace(group_concat(DISTINCT name), ',', ', ') AS names,
         group_concat(evidence_id) AS evidence
    FROM member
   GROUP BY tenant
)
SELECT tenant AS host, 'active servers' AS subject,
       active || ' active servers: ' || active_names AS observed,
       'exactly one active server' AS expected,
       'fail' AS status, evidence
  FROM tally
 WHERE certainly_active > 1
UNION ALL
SELECT tenant, 'active servers', 'no active server among ' || names,
       'exactly one active server, and its export among those audited', 'fail', evidence
  FROM tally
 WHERE active = 0 AND role_unknown = 0
UNION ALL
SELECT tenant, 'active servers',
       active_names || ' active, but not every one of them is known to serve this tenant',
       'exactly one active server', 'unknown', evidence
  FROM tally
 WHERE certainly_active < 2 AND active > certainly_active
UNION ALL
SELECT tenant, name, 'role not known', 'active or staging, read from the server', 'unknown',
       evidence_id
  FROM member
 WHERE role IS NULL AND NOT role_disputed
UNION ALL
SELECT m.tenant, m.name || ' / role',
       (SELECT group_concat(t.teller || ': ' || t.role, '; ')
          FROM (SELECT * FROM role_told ORDER BY teller) t WHERE t.target_id = m.target_id),
       'one role, whoever tells it', 'fail',
       (SELECT group_concat(t.evidence_id) FROM role_told t WHERE t.target_id = m.target_id)
  FROM member m
 WHERE m.role_disputed
UNION ALL
SELECT tenant, name, role, declared_role || ', as declared', 'fail', evidence_id
  FROM member
 WHERE role <> declared_role
