-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-009
-- title: The transition from Entra Connect Sync to Entra Cloud Sync is planned
-- area: patching
-- severity: info
-- applies: tenant
-- needs: [global_settings or registry]
-- param:
--   plan: ""
--   guided_from: "2.6.91.0"
-- why: >-
--   Microsoft announced the move to Cloud Sync, with notices since July 2026 and a guided migration
--   in the product. It should not come as a surprise.
-- remedy: >-
--   Compare the features in use with those of Cloud Sync, write down a plan, and name it in the
--   policy (plan).
-- references:
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 SA-22, PM-5
--   - NIST CSF 2.0 ID.AM-08
SELECT m.tenant AS host, 'transition plan' AS subject,
       'no plan named; the guided migration is available on '
         || replace(group_concat(DISTINCT s.name), ',', ', ') AS observed,
       'a plan named in the policy' AS expected, 'warn' AS status,
       group_concat(s.evidence_id) AS evidence
  FROM tenant_member m
  JOIN server s USING (target_id)
 WHERE param('plan') = '' AND s.version_key >= version_key(param('guided_from'))
 GROUP BY m.tenant
UNION ALL
SELECT m.tenant, s.name, coalesce(s.product_version || ', which is no version',
                                  'no version told'),
       'a plan named in the policy, or a version to judge by', 'unknown', s.evidence_id
  FROM tenant_member m
  JOIN server s USING (target_id)
 WHERE param('plan') = '' AND s.version_key IS NULL
