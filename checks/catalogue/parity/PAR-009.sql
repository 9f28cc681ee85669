-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-009
-- title: State, link type, object types, password and soft-delete settings of rules are equal
-- area: parity
-- severity: high
-- applies: pair
-- needs: [connector, sync_rule]
-- why: >-
--   A rule that is switched off or linked differently on one side is invisible in a list of names,
--   and acts differently after promotion.
-- remedy: >-
--   Align the properties of the rule in the Synchronization Rules Editor, then run a full
--   synchronisation.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CM-2
--   - NIST CSF 2.0 PR.PS-01
WITH other_build AS (       -- pairs of different builds: their templates differ, PAR-002 says why
  SELECT p.id AS pair_id
    FROM pair p
    JOIN server a ON a.target_id = p.active_id
    JOIN server s ON s.target_id = p.staging_id
   WHERE rtrim(a.version_key, '0123456789') <> rtrim(s.version_key, '0123456789')
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
 WHERE class <> 'expected'
   AND (area = 'rule properties'
        OR (area = 'version' AND path GLOB '* / template version'
            AND pair_id NOT IN (SELECT pair_id FROM other_build)))
