-- SPDX-License-Identifier: Apache-2.0
-- id: ORG-001
-- title: Every custom rule names the change that approved it
-- area: change control
-- severity: medium
-- applies: all
-- needs: [connector, sync_rule]
-- param:
--   change_pattern: "*CHG-[0-9][0-9][0-9][0-9]*"
-- why: >-
--   A custom rule outlives the people who wrote it. Without the number of the change nobody can
--   tell whether it was approved, and nobody dares to remove it.
-- remedy: >-
--   Write the number of the change (CHG-0000) into the description of the rule on every server, or
--   remove the rule if no change can be found.
-- references:
--   - Fabrikam, Handbook of change control, chapter 4
SELECT s.name AS host,
       coalesce(c.name, r.connector_guid) || ' / ' || r.direction || ' / ' || r.name
         || CASE r.duplicate WHEN 0 THEN '' ELSE ' #' || (r.duplicate + 1) END AS subject,
       CASE trim(coalesce(r.description, ''))
         WHEN '' THEN 'no description'
         ELSE 'no number of a change in "' || r.description || '"' END AS observed,
       'a description like ' || param('change_pattern') AS expected,
       'fail' AS status, r.evidence_id AS evidence
  FROM server s
  JOIN main.sync_rule r ON r.target_id = s.target_id
  LEFT JOIN main.connector c ON c.id = r.connector_id
 WHERE r.is_standard = 0
   AND coalesce(r.description, '') NOT GLOB param('change_pattern')
