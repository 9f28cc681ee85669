-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-008
-- title: Scoping filters and join rules of every rule are equal
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [connector, sync_rule]
-- why: >-
--   The scope decides who is synchronised. The join decides which cloud object a person is glued
--   to, and a wrong join is hard to undo.
-- remedy: >-
--   Align the filters in the Synchronization Rules Editor and run a full synchronisation. Never
--   promote a server while this finding is open.
-- references:
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
 WHERE area = 'filters' AND class <> 'expected'
