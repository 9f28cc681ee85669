-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-004
-- title: Automatic upgrade is in the wanted state and the last attempt succeeded
-- area: patching
-- severity: low
-- applies: all
-- needs: [global_settings or auto_upgrade or engine]
-- confirms: [event_log]
-- param:
--   wanted: enabled
-- why: >-
--   A half-finished upgrade leaves the scheduler suspended. With automatic upgrade on, the two
--   servers can run different versions for some days. Whether the last attempt succeeded, only the
--   event log tells (provider Azure AD Connect Upgrade).
-- remedy: >-
--   Read the reason for the suspension, remove it (disk space, size of the database, customised
--   configuration), upgrade by hand, then Set-ADSyncAutoUpgrade. Set "wanted" to "disabled" or
--   "any" in the policy where upgrades are made by hand.
-- references:
--   - Microsoft, Automatic upgrade
--   - NIST SP 800-53 r5 SI-2(2)
--   - NIST CSF 2.0 PR.PS-02
WITH attempt AS (                               -- what became of the last one; 300 and 306 to 309 only tell of it
  SELECT s.name AS host, e.event, e.at, e.evidence_id,
         row_number() OVER (PARTITION BY e.target_id ORDER BY e.at DESC, e.record DESC) AS place
    FROM server s
    JOIN main.host_event e ON e.target_id = s.target_id
   WHERE e.provider = 'Azure AD Connect Upgrade' AND e.event BETWEEN 301 AND 305
),
told AS (                                        -- the engine, else the parameters
  SELECT s.name AS host, coalesce(u.state, p.value) AS state, iif(u.state IS NULL, r.value, u.reason) AS reason,
         coalesce(u.evidence_id, p.evidence_id, s.evidence_id) AS evidence
    FROM server s
    LEFT JOIN main.engine_auto_upgrade u ON u.target_id = s.target_id
    LEFT JOIN parameter p ON p.target_id = s.target_id AND p.name = 'Microsoft.OptionalFeature.AutoUpgradeState'
    LEFT JOIN parameter r ON r.target_id = s.target_id
                         AND r.name = 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason'
),
seen AS (
  SELECT host, state, reason, evidence,
         CASE WHEN coalesce(state, '') = '' THEN 'unknown'
              WHEN lower(state) = lower(param('wanted')) THEN 'pass'
              WHEN lower(state) = 'suspended' AND lower(param('wanted')) = 'enabled'
               AND substr(reason, 1, 19) = 'UpgradeNotSupported' THEN 'pass'
              ELSE 'warn' END AS status
    FROM told
)
SELECT host, 'automatic upgrade' AS subject,
       coalesce(nullif(state, ''), 'not told')
         || coalesce(' (' || nullif(reason, '') || ')', '') AS observed,
       param('wanted') AS expected, status, evidence
  FROM seen
 WHERE lower(param('wanted')) <> 'any' AND status <> 'pass'
UNION ALL
SELECT host, 'automatic upgrade', 'the policy accepts any state', 'any', 'not_applicable', evidence
  FROM seen
 WHERE lower(param('wanted')) = 'any'
UNION ALL
SELECT host, 'last attempt',
       CASE event WHEN 302 THEN 'not eligible' WHEN 303 THEN 'aborted' WHEN 304 THEN 'failed in part'
                  ELSE 'failed' END || ' on ' || substr(at, 1, 10) || ' (event ' || event || ')',
       'success (event 301)', iif(event = 302, 'warn', 'fail'), evidence_id
  FROM attempt
 WHERE place = 1 AND event <> 301 AND lower(param('wanted')) <> 'any'
UNION ALL
SELECT s.name, 'last attempt', 'the oldest records of the log are missing, and the others tell of none',
       'what became of it', 'unknown', w.evidence_id
  FROM server s
  JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE NOT w.complete AND lower(param('wanted')) <> 'any'
   AND NOT EXISTS (SELECT * FROM attempt a WHERE a.host = s.name)
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application' AND lower(param('wanted')) <> 'any' AND host NOT IN (SELECT host FROM attempt)
