-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-012
-- title: Source anchor, sign-in name attribute and join criteria are equal
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [global_settings]
-- why: >-
--   With another source anchor every cloud object is a stranger: mass matching or mass duplicate
--   errors follow a promotion.
-- remedy: >-
--   Reinstall the staging server with the right anchor; it cannot be changed at will afterwards.
--   Plan the move from objectGUID to mS-DS-ConsistencyGuid for both servers together.
-- references:
--   - Microsoft, Design concepts (sourceAnchor)
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2
--   - NIST CSF 2.0 PR.PS-01
WITH wanted(name) AS (VALUES
  ('Microsoft.SynchronizationOption.AnchorAttribute'),
  ('Microsoft.SynchronizationOption.UPNAttribute'),
  ('Microsoft.SynchronizationOption.JoinCriteria')
)
SELECT staging AS host, path AS subject,
       CASE 'absent' WHEN staging_value THEN 'absent on ' || staging
                     WHEN active_value THEN 'present on ' || staging || ': ' || staging_value
                     ELSE 'on ' || staging || ': ' || staging_value END
         || CASE status WHEN 'warn' THEN ' (' || why || ')' ELSE '' END AS observed,
       CASE 'absent' WHEN active_value THEN 'absent, as on ' || active
                     WHEN staging_value THEN 'present, as on ' || active || ': ' || active_value
                     ELSE 'as on ' || active || ': ' || active_value END AS expected,
       status, evidence
  FROM (SELECT *, CASE WHEN class = 'drift' AND minor = 0 THEN 'fail' ELSE 'warn' END AS status
          FROM parity_difference)
 WHERE area = 'identity mapping' AND class <> 'expected'
UNION ALL
SELECT p.staging, 'source anchor', 'objectGUID on both servers',
       'mS-DS-ConsistencyGuid, which survives a move between forests', 'warn',
       a.evidence_id || ',' || s.evidence_id
  FROM pair p
  JOIN main.global_parameter a ON a.target_id = p.active_id
  JOIN main.global_parameter s ON s.target_id = p.staging_id AND s.name = a.name
 WHERE a.name = 'Microsoft.SynchronizationOption.AnchorAttribute'
   AND lower(a.value) = 'objectguid' AND lower(s.value) = 'objectguid'
UNION ALL
SELECT p.staging, w.name, 'in the export of neither server', 'a value in both exports', 'unknown',
       NULL
  FROM pair p
  JOIN wanted w
 WHERE NOT EXISTS (SELECT * FROM main.global_parameter g
                    WHERE g.name = w.name AND g.target_id IN (p.active_id, p.staging_id))
