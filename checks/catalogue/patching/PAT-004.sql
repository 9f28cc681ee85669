-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-004
-- title: Automatic upgrade is in the wanted state and the last attempt succeeded
-- area: patching
-- severity: low
-- applies: all
-- needs: [global_settings]
-- confirms: [event_log]
-- param:
--   wanted: enabled
-- why: >-
--   A half-finished upgrade leaves the scheduler suspended. With automatic upgrade on, the two
--   servers can run different versions for some days. Whether the last attempt succeeded, only the
--   event log tells.
-- remedy: >-
--   Read the reason for the suspension, remove it (disk space, size of the database, customised
--   configuration), upgrade by hand, then Set-ADSyncAutoUpgrade. Set "wanted" to "disabled" or
--   "any" in the policy where upgrades are made by hand.
-- references:
--   - Microsoft, Automatic upgrade
--   - NIST SP 800-53 r5 SI-2(2)
--   - NIST CSF 2.0 PR.PS-02
WITH seen AS (
  SELECT s.name AS host, p.value AS state, r.value AS reason,
         coalesce(p.evidence_id, s.evidence_id) AS evidence,
         CASE WHEN coalesce(p.value, '') = '' THEN 'unknown'
              WHEN lower(p.value) = lower(param('wanted')) THEN 'pass'
              WHEN lower(p.value) = 'suspended' AND lower(param('wanted')) = 'enabled'
               AND substr(r.value, 1, 19) = 'UpgradeNotSupported' THEN 'pass'
              ELSE 'warn' END AS status
    FROM server s
    LEFT JOIN main.global_parameter p ON p.target_id = s.target_id
          AND p.name = 'Microsoft.OptionalFeature.AutoUpgradeState'
    LEFT JOIN main.global_parameter r ON r.target_id = s.target_id
          AND r.name = 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason'
)
SELECT host, 'automatic upgrade' AS subject,
       coalesce(nullif(state, ''), 'not in the export')
         || coalesce(' (' || nullif(reason, '') || ')', '') AS observed,
       param('wanted') AS expected, status, evidence
  FROM seen
 WHERE lower(param('wanted')) <> 'any' AND status <> 'pass'
UNION ALL
SELECT host, 'automatic upgrade', 'the policy accepts any state', 'any', 'not_applicable', evidence
  FROM seen
 WHERE lower(param('wanted')) = 'any'
