-- SPDX-License-Identifier: Apache-2.0
-- id: AUD-004
-- title: Reference data are current and know the versions found
-- area: audit
-- severity: medium
-- applies: tenant
-- confirms: [global_settings]
-- param:
--   ref_warn_d: 90
--   ref_fail_d: 365
-- why: >-
--   A tool without a network ages. It must say so, and must not take a newer version for an
--   unsupported one.
-- remedy: >-
--   Update syncaudit, or hand it newer tables; they are plain text files.
-- references:
--   - NIST SP 800-53 r5 CM-8, RA-5
--   - NIST CSF 2.0 ID.RA-01
WITH wanted(name, subject, of_host) AS (VALUES
  ('entra_connect', 'table of releases', 0), ('windows', 'table of Windows', 1),
  ('sql_server', 'table of SQL Server', 1), ('services', 'table of services', 1)
),
age AS (
  SELECT w.subject, w.of_host, k.retrieved_on,
         julianday(date(run.started_at)) - julianday(k.retrieved_on) AS days
    FROM main.run
    JOIN wanted w
    LEFT JOIN knowledge_table k ON k.name = w.name
)
SELECT t.tenant AS host, a.subject,
       coalesce('of ' || a.retrieved_on, 'missing') AS observed,
       'at most ' || param('ref_warn_d') || ' days old' AS expected,
       CASE WHEN (a.days > param('ref_fail_d')) IS NOT FALSE THEN 'fail' ELSE 'warn' END AS status,
       NULL AS evidence
  FROM (SELECT m.tenant, max(s.asked) AS asked
          FROM tenant_member m JOIN server s USING (target_id)
         GROUP BY m.tenant) t
  JOIN age a ON t.asked >= a.of_host
 WHERE (a.days > param('ref_warn_d')) IS NOT FALSE
UNION ALL
SELECT m.tenant, s.name, s.product_version || ', newer than every release in the table',
       'a version that the table knows', 'warn', s.evidence_id
  FROM tenant_member m
  JOIN server s USING (target_id)
 WHERE s.version_key > (SELECT max(version_key) FROM knowledge_release)
UNION ALL
SELECT m.tenant, s.name,
       coalesce(s.product_version || ', which is no version', 'no version in the export'),
       'a version to look up', 'unknown', s.evidence_id
  FROM tenant_member m
  JOIN server s USING (target_id)
 WHERE s.version_key IS NULL
