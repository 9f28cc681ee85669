-- SPDX-License-Identifier: Apache-2.0
-- id: NET-008
-- title: Firewall rules of active and staging are equivalent
-- area: network
-- severity: medium
-- applies: pair
-- needs: [firewall]
-- param:
--   third_party_firewall: ""
-- why: >-
--   The staging server is the one that reviews of the firewall forget. A rule that only it has is exposure;
--   a rule that it lacks is a failover that fails.
-- remedy: >-
--   Give both servers the same group policy of the firewall, and shut out local rules.
-- references:
--   - NIST SP 800-53 r5 CM-2, CM-6, SC-7
--   - NIST CSF 2.0 PR.PS-01
--
-- # Rules are compared by what they do, not by name. Only rules that hold are compared.
WITH known AS (
  SELECT * FROM pair WHERE NOT same_server AND param('third_party_firewall') = ''
),
difference AS (
  SELECT k.staging, iif(r.target_id = k.staging_id, k.staging, k.active) AS side,
         r.target_id = k.staging_id AS on_staging, r.*
    FROM known k
    JOIN firewall_rule r ON r.target_id IN (k.active_id, k.staging_id)
   WHERE NOT EXISTS (SELECT * FROM firewall_rule o
                      WHERE o.target_id IN (k.active_id, k.staging_id) AND o.target_id <> r.target_id
                        AND o.meaning_key = r.meaning_key)
),
setting AS (
  SELECT k.staging, k.active, a.profile, b.evidence_id,
         a.enabled IS NOT b.enabled OR a.inbound IS NOT b.inbound OR a.outbound IS NOT b.outbound
           OR a.local_rules IS NOT b.local_rules OR a.block_all IS NOT b.block_all AS differs
    FROM known k
    JOIN firewall_profile a ON a.target_id = k.active_id
    JOIN firewall_profile b ON b.target_id = k.staging_id AND b.profile = a.profile
)
SELECT staging AS host, 'rule ' || rule || ' (' || store || ') on ' || side AS subject,
       '"' || name || '", ' || iif(inbound, 'inbound ', 'outbound ') || action
         || iif(inbound AND action <> 'block' AND remote = 'any', ' from any address', '') AS observed,
       'a rule that does the same on both servers' AS expected,
       CASE WHEN on_staging AND inbound AND action <> 'block' AND remote = 'any' THEN 'fail'
            WHEN NOT on_staging AND action = 'block' THEN 'fail'
            ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM difference
UNION ALL
SELECT staging, profile || ' profile', 'other settings than on ' || active, 'the same on both servers', 'warn',
       evidence_id
  FROM setting
 WHERE differs
UNION ALL
SELECT k.staging, 'firewall profiles', 'none was seen of one of the servers', 'three profiles', 'unknown', NULL
  FROM known k
 WHERE NOT EXISTS (SELECT * FROM firewall_profile p WHERE p.target_id = k.active_id)
    OR NOT EXISTS (SELECT * FROM firewall_profile p WHERE p.target_id = k.staging_id)
UNION ALL
SELECT staging, 'firewall', 'the policy names another product: ' || param('third_party_firewall'),
       'Windows Firewall', 'not_applicable', NULL
  FROM pair
 WHERE param('third_party_firewall') <> ''
