-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-002
-- title: Both servers run the same Entra Connect version
-- area: parity
-- severity: high
-- applies: pair
-- needs: [global_settings]
-- confirms: [connector]
-- why: >-
--   Another version brings other default rules and features, so promotion changes data. An active
--   server that is newer than its staging server is always wrong: the staging server is upgraded
--   first.
-- remedy: >-
--   Upgrade the staging server, verify it, exchange the roles, upgrade the other one. The finding
--   is expected between these steps; waive it for that window.
-- references:
--   - Microsoft, Connect Sync version release history
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2, SI-2
--   - NIST CSF 2.0 PR.PS-02
WITH both AS (   -- a build is the version key without its revision: major.minor.build decides
  SELECT p.id, p.staging, p.active, p.staging_id, p.active_id,
         s.product_version AS staging_version, a.product_version AS active_version,
         s.version_key AS staging_key, a.version_key AS active_key,
         rtrim(s.version_key, '0123456789') AS staging_build,
         rtrim(a.version_key, '0123456789') AS active_build,
         a.evidence_id || ',' || s.evidence_id AS evidence
    FROM pair p
    JOIN server a ON a.target_id = p.active_id
    JOIN server s ON s.target_id = p.staging_id
)
SELECT staging AS host, 'product version' AS subject,
       coalesce(staging_version, 'not known') || ' on ' || staging
         || CASE max(staging_key, active_key)
              WHEN staging_key THEN '; the exports do not tell whether an upgrade is under way'
              WHEN active_key THEN '; the active server is the newer one'
              ELSE '' END AS observed,
       coalesce(active_version, 'not known') || ', as on ' || active AS expected,
       CASE WHEN staging_key IS NULL OR active_key IS NULL THEN 'unknown' ELSE 'fail' END AS status,
       evidence
  FROM both
 WHERE (staging_build <> active_build) IS NOT FALSE
UNION
SELECT b.staging, s.name || ' / connector assembly', s.assembly_version,
       s.product_version || ', the version of the product', 'warn', s.evidence_id
  FROM both b
  JOIN server s ON s.target_id IN (b.active_id, b.staging_id)
 WHERE rtrim(version_key(s.assembly_version), '0123456789')
       <> rtrim(s.version_key, '0123456789')
UNION
SELECT d.staging, d.path, 'on ' || d.staging || ': ' || d.staging_value,
       'as on ' || d.active || ', which runs the same build: ' || d.active_value, 'warn', d.evidence
  FROM parity_difference d
  JOIN both b ON b.id = d.pair_id
 WHERE d.area = 'version' AND d.path GLOB 'Microsoft.Version.*' AND b.staging_build = b.active_build
