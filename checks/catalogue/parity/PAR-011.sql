-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-011
-- title: Optional features are equal on both servers
-- area: parity
-- severity: high
-- applies: pair
-- needs: [global_settings, connector]
-- why: >-
--   Device writeback and some other options are not carried over when a server is built from an
--   export, and are then forgotten until the day of the failover.
-- remedy: >-
--   Set the same options in the wizard of the staging server, then run a full synchronisation.
-- references:
--   - Microsoft, Import and export configuration settings
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2
--   - NIST CSF 2.0 PR.PS-01
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
 WHERE area = 'features' AND class <> 'expected'
UNION ALL
SELECT p.staging, 'optional features', 'named in the export of neither server',
       'their state in both exports', 'unknown', NULL
  FROM pair p
 WHERE NOT EXISTS (SELECT * FROM main.global_parameter g
                    WHERE g.target_id IN (p.active_id, p.staging_id)
                      AND g.name GLOB 'Microsoft.OptionalFeature.*')
