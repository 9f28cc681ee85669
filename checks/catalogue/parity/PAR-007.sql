-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-007
-- title: Attribute flows of every rule are equal
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [connector, sync_rule]
-- why: >-
--   A changed expression rewrites its attribute, such as the sign-in name, the mail address or the
--   usage location, for everybody in the scope of the rule.
-- remedy: >-
--   Align the flow in the Synchronization Rules Editor, run a full synchronisation, and look
--   through the pending exports before promotion.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2, SI-7
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
 WHERE area = 'flows' AND class <> 'expected'
