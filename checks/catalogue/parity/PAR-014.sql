-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-014
-- title: Connector options, run profiles, scheduler and deletion threshold are equal
-- area: parity
-- severity: medium
-- applies: pair
-- needs: [global_settings, connector]
-- why: >-
--   Small differences in operation surprise after a failover: a missing run profile stops the
--   scheduler, an unsigned connection exposes directory data, another deletion threshold lets more
--   objects go.
-- remedy: >-
--   Set the same options on both servers; repeat each later change on both.
-- references:
--   - Microsoft, Connect Sync scheduler
--   - Microsoft, Prevent accidental deletes
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
 WHERE area = 'operation' AND class <> 'expected'
