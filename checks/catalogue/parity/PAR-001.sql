-- SPDX-License-Identifier: Apache-2.0
-- id: PAR-001
-- title: A complete configuration of both servers was collected at about the same time
-- area: parity
-- severity: medium
-- applies: pair
-- needs: [global_settings, connector, sync_rule]
-- param:
--   max_skew_min: 60
-- why: >-
--   A comparison of different moments, or with half an export, shows drift that is none or hides
--   drift that is there.
-- remedy: >-
--   Export both servers within the same hour with Get-ADSyncServerConfiguration, and hand over the
--   folders as they were written.
-- references:
--   - Microsoft, Import and export configuration settings
--   - NIST SP 800-53 r5 CM-2, CM-2(2)
--   - NIST CSF 2.0 PR.PS-01
WITH side AS (
  SELECT staging AS host, active_id AS target_id, active AS name FROM pair
  UNION
  SELECT staging, staging_id, staging FROM pair
),
wanted(kind, label) AS (VALUES ('ad', 'AD connector'), ('entra', 'Entra ID connector')),
skew AS (
  SELECT p.staging AS host, p.active, a.exported_at AS active_at, s.exported_at AS staging_at,
         abs(unixepoch(a.exported_at) - unixepoch(s.exported_at)) AS seconds,
         a.evidence_id || ',' || s.evidence_id AS evidence
    FROM pair p
    JOIN server a ON a.target_id = p.active_id
    JOIN server s ON s.target_id = p.staging_id
)
SELECT host, 'time of the exports' AS subject,
       host || ': ' || coalesce(staging_at, 'not known') || '; ' || active || ': '
         || coalesce(active_at, 'not known') AS observed,
       'at most ' || param('max_skew_min') || ' minutes apart' AS expected,
       CASE WHEN seconds IS NULL THEN 'unknown' ELSE 'warn' END AS status, evidence
  FROM skew
 WHERE seconds IS NULL OR seconds > 60 * param('max_skew_min')
UNION ALL
SELECT d.host, d.name || ' / ' || w.label, 'none in the export', 'at least one', 'fail',
       (SELECT group_concat(c.evidence_id) FROM main.connector c WHERE c.target_id = d.target_id)
  FROM side d
  JOIN wanted w
 WHERE NOT EXISTS (SELECT * FROM main.connector c
                    WHERE c.target_id = d.target_id AND c.kind = w.kind)
UNION ALL
SELECT d.host, d.name || ' / rules of connector ' || c.name, 'none in the export', 'at least one',
       'fail', c.evidence_id
  FROM side d
  JOIN main.connector c ON c.target_id = d.target_id
 WHERE NOT EXISTS (SELECT * FROM main.sync_rule r WHERE r.connector_id = c.id)
UNION ALL
SELECT d.host, d.name || ' / connector ' || r.connector_guid,
       'not in the export, but ' || count(*) || ' of its rules are', 'the connector of every rule',
       'fail', group_concat(r.evidence_id)
  FROM side d
  JOIN main.sync_rule r ON r.target_id = d.target_id
 WHERE r.connector_id IS NULL
 GROUP BY d.host, d.name, r.connector_guid
