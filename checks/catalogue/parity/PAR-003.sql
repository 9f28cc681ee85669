-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-003
-- title: Both servers have the same connectors and the same selected domains
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [connector]
-- why: >-
--   A forest or domain that the staging server does not know is gone for it: all its users are
--   deleted in Entra ID after promotion.
-- remedy: >-
--   Add the directory or domain with the wizard on the server that lacks it, then run a full
--   import and a full synchronisation.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2, CM-6
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
 WHERE area = 'connectors' AND class <> 'expected'
