-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-015
-- title: The configuration equals the approved baseline, and every custom rule is approved
-- area: parity
-- severity: medium
-- applies: all
-- needs: [global_settings, connector, sync_rule]
-- param:
--   custom_rules: []
--   baseline_max_age_d: 180
-- why: >-
--   Two servers that were changed in the same unapproved way are still equal to each other. Only a
--   baseline and a list of approved rules show it.
-- remedy: >-
--   Review each change, record it, and audit with the snapshot of the reviewed state as the next
--   baseline. Name the approved custom rules in the policy (custom_rules). A standard rule that was
--   switched off needs a custom copy that does its work.
-- references:
--   - Microsoft, Best practices for changing the default configuration
--   - NIST SP 800-53 r5 CM-2, CM-3, CM-6
--   - NIST CSF 2.0 PR.PS-01
WITH approved AS (SELECT fold(value) AS name FROM json_each(param('custom_rules'))),
rule AS (
  SELECT s.name AS host, r.name, r.is_standard, r.disabled, r.evidence_id,
         coalesce(c.name, r.connector_guid) || ' / ' || r.direction || ' / ' || r.name
           || CASE r.duplicate WHEN 0 THEN '' ELSE ' #' || (r.duplicate + 1) END AS path
    FROM server s
    JOIN main.sync_rule r ON r.target_id = s.target_id
    LEFT JOIN main.connector c ON c.id = r.connector_id
)
SELECT name AS host, 'baseline' AS subject, 'no baseline given' AS observed,
       'an earlier, approved snapshot to compare with' AS expected, 'info' AS status,
       NULL AS evidence
  FROM server
 WHERE NOT EXISTS (SELECT * FROM baseline)
UNION ALL
SELECT s.name, 'baseline', 'the baseline does not hold this server',
       'a baseline that holds it under the same name', 'unknown', NULL
  FROM server s
  JOIN baseline b
 WHERE NOT EXISTS (SELECT * FROM baseline_server h WHERE h.host = s.name)
UNION ALL
SELECT h.host, 'baseline / ' || part.source,
       'the baseline was taken without it' || part.effect,
       'a baseline of everything that is compared', 'unknown', NULL
  FROM baseline_server h
  JOIN (SELECT column1 AS source, column2 AS effect
          FROM (VALUES ('global_settings', ''),
                       ('connector', '; nor can rules be compared without their connectors'),
                       ('sync_rule', ''))) part
 WHERE NOT EXISTS (SELECT * FROM baseline_coverage c
                    WHERE c.host = h.host AND c.source = part.source)
UNION ALL
SELECT s.name, 'age of the baseline', 'taken on ' || date(b.started_at),
       'at most ' || param('baseline_max_age_d') || ' days before this run', 'warn', NULL
  FROM server s
  JOIN baseline b
  JOIN main.run
 WHERE unixepoch(run.started_at) - unixepoch(b.started_at) > 86400 * param('baseline_max_age_d')
UNION ALL
SELECT host, path, current_value, baseline_value || ', as in the baseline',
       CASE class WHEN 'version-caused' THEN 'warn' ELSE 'fail' END, evidence
  FROM baseline_difference
 WHERE class <> 'expected'
UNION ALL
SELECT host, path || ' / approval',
       CASE status WHEN 'warn' THEN 'a custom rule; no custom rule has been approved yet'
                   ELSE 'a custom rule that is not among the approved ones' END,
       'a rule named in the policy (custom_rules)', status, evidence_id
  FROM (SELECT r.*,
               CASE (SELECT count(*) FROM approved) WHEN 0 THEN 'warn' ELSE 'fail' END AS status
          FROM rule r
         WHERE r.is_standard = 0
           AND NOT EXISTS (SELECT * FROM approved a WHERE a.name = fold(r.name)))
UNION ALL
SELECT host, path || ' / state', 'a standard rule, disabled',
       'enabled, or replaced by a custom copy on purpose', 'warn', evidence_id
  FROM rule
 WHERE is_standard = 1 AND disabled = 1
