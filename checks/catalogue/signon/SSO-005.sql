-- SPDX-License-Identifier: Apache-2.0
-- id: SSO-005
-- title: Tenant-side protections are set, and devices join the tenant that is synchronised
-- area: sign-on
-- severity: medium
-- applies: tenant
-- confirms: [attestation, ad_forest]
-- why: >-
--   Without the blocks of soft match and hard match take-over an on-premises administrator can take
--   over cloud accounts by matching attributes; the tenant is not asked by this program, a person
--   has to attest them. A service connection point that names another tenant sends every joining
--   device there.
-- remedy: >-
--   Set the directory features BlockSoftMatch and BlockCloudObjectTakeoverThroughHardMatch; run
--   Maester for proof. Correct azureADName and azureADId of the service connection point with the
--   wizard (Configure device options).
-- references:
--   - Microsoft, Hard match and soft match hardening
--   - Maester MT.1073, MT.1183
--   - NIST SP 800-53 r5 CM-6, AC-6
--   - NIST CSF 2.0 PR.AA-05
--   - MITRE ATT&CK T1556
--
-- # Of names only those that Microsoft gave (*.onmicrosoft.com) can be compared: an own domain name says
-- # nothing about its tenant. The id of the tenant can, where the registry of a server tells it.
WITH used AS (                                 -- which tenants' servers use which forest
  SELECT DISTINCT t.tenant, m.forest_id, m.forest
    FROM forest_member m JOIN tenant_member t USING (target_id)
),
told AS (                                      -- ids of tenants, by the servers that certainly use the forest
  SELECT DISTINCT m.forest_id, fold(trim(t.text, '{} ')) AS id
    FROM forest_member m
    JOIN setting t ON t.target_id = m.target_id
   WHERE m.certain AND t.name = 'EntraConnect.TenantId' AND t.state = 'set' AND t.text <> ''
),
scp AS (
  SELECT u.tenant, u.forest, p.tenant_name, p.tenant_id, p.dn, p.evidence_id,
         fold(coalesce(p.tenant_name, '')) AS named, coalesce(p.tenant_id, '') <> '' AS has_id,
         EXISTS (SELECT * FROM told i WHERE i.forest_id = u.forest_id) AS ids_known,
         EXISTS (SELECT * FROM told i WHERE i.forest_id = u.forest_id
                    AND i.id = fold(trim(p.tenant_id, '{} '))) AS id_known,
         EXISTS (SELECT * FROM used o WHERE o.forest_id = u.forest_id
                    AND fold(o.tenant) = fold(p.tenant_name)) AS known,
         EXISTS (SELECT * FROM used o WHERE o.forest_id = u.forest_id
                    AND fold(o.tenant) NOT LIKE '%.onmicrosoft.com') AS unclear
    FROM used u JOIN main.ad_scp p ON p.target_id = u.forest_id
)
SELECT tenant AS host, forest || ' / service connection point' AS subject,
       'names ' || coalesce(nullif(tenant_name, ''), 'no tenant')
         || coalesce(' (' || nullif(tenant_id, '') || ')', '') AS observed,
       'the tenant that is synchronised: ' || tenant AS expected,
       CASE WHEN has_id AND ids_known THEN 'fail'
            WHEN unclear OR named NOT LIKE '%.onmicrosoft.com' THEN 'unknown' ELSE 'fail' END AS status,
       evidence_id AS evidence
  FROM scp
 WHERE NOT known AND NOT id_known
UNION ALL
SELECT u.tenant, n.forest || ' / ' || n.subject, n.observed, 'every service connection point', 'unknown', NULL
  FROM used u JOIN unseen n USING (forest_id)
 WHERE n.topic = 'scp'
