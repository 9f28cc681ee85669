-- SPDX-License-Identifier: Apache-2.0
-- id: BCK-001
-- title: The two servers do not share a host or a site
-- area: recovery
-- severity: high
-- applies: pair
-- needs: [registry, host]
-- confirms: [network]
-- param:
--   require_site: false
-- why: One broken hypervisor, or one site that burns, must not take both.
-- remedy: A rule of anti-affinity for the two machines; another zone or data centre for one of them.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CP-6, CP-7
--   - NIST CSF 2.0 PR.IR-03
--
-- # Hyper-V tells its guests on which host they run; other hypervisors and clouds do not. A site is that of Active
-- # Directory; a gateway in common is one subnet.
WITH place AS (
  SELECT s.target_id, h.virtual, h.evidence_id,
         nullif(fold(trim(coalesce((SELECT t.text FROM setting t WHERE t.target_id = s.target_id
                                       AND t.name = 'Windows.PhysicalHostName'), ''))), '') AS hypervisor,
         nullif(fold(trim(coalesce((SELECT t.text FROM setting t WHERE t.target_id = s.target_id
                                       AND t.name = 'Netlogon.Site'), ''))), '') AS site
    FROM server s JOIN main.host h USING (target_id)
),
two AS (
  SELECT p.staging, p.active, a.hypervisor AS of_active, b.hypervisor AS of_staging, a.site AS site_active, b.site AS site,
         a.evidence_id || ',' || b.evidence_id AS evidence,
         -- Each is known to be somewhere: a machine of its own, or a guest that knows its host.
         (a.virtual = 'no' OR a.hypervisor IS NOT NULL) AND (b.virtual = 'no' OR b.hypervisor IS NOT NULL) AS told,
         EXISTS (SELECT * FROM main.host_address x JOIN main.host_address y ON fold(y.address) = fold(x.address)
                  WHERE x.target_id = p.active_id AND y.target_id = p.staging_id
                    AND x.kind = 'gateway' AND y.kind = 'gateway') AS neighbours,
         EXISTS (SELECT * FROM main.host_address x WHERE x.target_id = p.active_id AND x.kind = 'gateway')
           AND EXISTS (SELECT * FROM main.host_address x WHERE x.target_id = p.staging_id AND x.kind = 'gateway') AS routed
    FROM pair p JOIN place a ON a.target_id = p.active_id JOIN place b ON b.target_id = p.staging_id
)
SELECT staging AS host, 'hypervisor' AS subject,
       CASE WHEN of_staging = of_active THEN 'both run on ' || of_staging
            ELSE 'on which machine both run is told by nobody' END AS observed,
       'two machines' AS expected, iif(of_staging = of_active, 'fail', 'unknown') AS status, evidence
  FROM two
 WHERE of_staging = of_active OR told IS NOT TRUE
UNION ALL
SELECT staging, 'site',
       CASE WHEN site IS NULL OR site_active IS NULL THEN 'of one of them not known'
            WHEN NOT routed AND NOT param('require_site') THEN 'both are in ' || site || '; their subnets are not known'
            ELSE 'both are in ' || site || iif(neighbours, ', behind one gateway', '') END,
       iif(param('require_site'), 'two sites', 'two sites, or two subnets'),
       CASE WHEN site IS NULL OR site_active IS NULL THEN 'unknown'
            WHEN neighbours OR param('require_site') THEN 'warn' ELSE 'unknown' END, evidence
  FROM two
 WHERE site IS NULL OR site_active IS NULL OR (site = site_active AND (neighbours OR NOT routed OR param('require_site')))
