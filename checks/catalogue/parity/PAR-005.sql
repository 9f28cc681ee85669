-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-005
-- title: Object types, attributes and metaverse schema are equal on both servers
-- area: parity
-- severity: high
-- applies: pair
-- needs: [global_settings, connector]
-- why: >-
--   An attribute that the staging server does not read is exported empty after promotion; an
--   object type that it does not read is deleted.
-- remedy: >-
--   Select the same attributes, object types and directory extensions in the wizard, or refresh
--   the schema of the connector; then run a full import and a full synchronisation.
-- references:
--   - Microsoft, Import and export configuration settings
--   - NIST SP 800-53 r5 CM-2
--   - NIST CSF 2.0 PR.PS-01
WITH kind(what) AS (VALUES
  ('metaverse attributes'), ('attributes of connectors'), ('object types of connectors')
),
listed AS (
  SELECT target_id, 'metaverse attributes' AS what FROM main.metaverse_attribute
  UNION
  SELECT c.target_id, 'attributes of connectors'
    FROM main.attribute_inclusion i
    JOIN main.connector c ON c.id = i.connector_id
  UNION
  SELECT c.target_id, 'object types of connectors'
    FROM main.partition_object_class o
    JOIN main.partition p ON p.id = o.partition_id
    JOIN main.connector c ON c.id = p.connector_id
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
 WHERE area = 'schema' AND class <> 'expected'
UNION ALL
SELECT p.staging, k.what, 'listed in the export of neither server', 'listed in both exports',
       'unknown', NULL
  FROM pair p
  JOIN kind k
 WHERE NOT EXISTS (SELECT * FROM listed l
                    WHERE l.what = k.what AND l.target_id IN (p.active_id, p.staging_id))
