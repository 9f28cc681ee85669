-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-010
-- title: The relative precedence of the rules is equal
-- area: parity
-- severity: high
-- applies: pair
-- needs: [connector, sync_rule]
-- why: >-
--   Where two rules write one attribute the lower number wins. A swap changes values although no
--   rule changed. The absolute numbers are local to a server and are not compared. Standard rules
--   start at 100: a custom rule behind them loses against them.
-- remedy: >-
--   Reorder the rules in the Synchronization Rules Editor, give custom rules a precedence below
--   100, then run a full synchronisation.
-- references:
--   - Microsoft, Best practices for changing the default configuration
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
 WHERE area = 'precedence' AND class <> 'expected'
UNION ALL
SELECT p.staging,
       coalesce(c.name, r.connector_guid) || ' / ' || r.direction || ' / ' || r.name || ' / number',
       'custom rule with precedence ' || max(r.precedence) || ' on '
         || replace(group_concat(DISTINCT CASE r.target_id WHEN p.active_id THEN p.active
                                                           ELSE p.staging END), ',', ' and '),
       'custom rules below 100', 'warn', group_concat(r.evidence_id)
  FROM pair p
  JOIN main.sync_rule r ON r.target_id IN (p.active_id, p.staging_id)
  LEFT JOIN main.connector c ON c.id = r.connector_id
 WHERE r.is_standard = 0 AND r.disabled = 0 AND r.precedence >= 100
 GROUP BY p.id, coalesce(c.connector_key, r.connector_guid), r.direction, r.name_key, r.duplicate
