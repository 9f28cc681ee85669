-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-006
-- title: Both servers have the same synchronisation rules
-- area: parity
-- severity: critical
-- applies: pair
-- needs: [connector, sync_rule]
-- why: >-
--   A custom rule that the staging server lacks, for example one that keeps contractors out, is
--   not applied after promotion: their objects are published.
-- remedy: >-
--   Export the rule from the Synchronization Rules Editor, which writes PowerShell, and run that
--   on the other server with the connector's identifier replaced. Give every rule of a connector
--   and direction its own name.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - Microsoft, Best practices for changing the default configuration
--   - NIST SP 800-53 r5 CM-2, CM-3
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
 WHERE area = 'rules' AND class <> 'expected'
UNION ALL
SELECT p.staging, c.name || ' / ' || a.direction || ' / ' || a.name || ' / name used twice',
       'both servers have several rules of this name; which was compared with which is not certain',
       'one rule of each name per connector and direction', 'warn',
       a.evidence_id || ',' || min(s.evidence_id)
  FROM pair p
  JOIN main.sync_rule a ON a.target_id = p.active_id
  JOIN main.connector c ON c.id = a.connector_id
  JOIN main.sync_rule s ON s.target_id = p.staging_id AND s.direction = a.direction
                       AND s.name_key = a.name_key AND s.duplicate = a.duplicate
  JOIN main.connector d ON d.id = s.connector_id AND d.connector_key = c.connector_key
 WHERE a.duplicate = 1
 GROUP BY p.id, a.id
