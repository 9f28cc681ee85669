-- SPDX-License-Identifier: Apache-2.0
-- id: SYN-009
-- title: Accidental-delete protection is enabled with a sensible limit
-- area: synchronisation
-- severity: high
-- applies: all
-- needs: [global_settings or engine]
-- param:
--   max_count: 500
--   max_pct: 10
-- why: >-
--   It is the only brake between one wrong click in the OU filter and mass deletion in the cloud:
--   an export run that would delete more objects than the limit stops.
-- remedy: >-
--   Enable-ADSyncExportDeletionThreshold -DeletionThreshold 500 on both servers. The cmdlet asks
--   for a cloud administrator.
-- references:
--   - Microsoft, Prevent accidental deletes
--   - NIST SP 800-53 r5 CM-6, SI-7
--   - NIST CSF 2.0 PR.DS-11
WITH seen AS (
  SELECT s.name AS host, e.value AS state, v.value AS amount,
         (SELECT max(t.objects) FROM engine_link l
            JOIN main.engine_statistics t ON t.target_id = l.target_id AND t.guid = l.guid
           WHERE l.target_id = s.target_id AND l.kind = 'entra') AS objects,
         coalesce(e.evidence_id, v.evidence_id, s.evidence_id) AS evidence,
         CASE WHEN e.value IS NULL THEN 'absent'
              ELSE CASE lower(e.value) WHEN 'true' THEN 'on' WHEN '1' THEN 'on'
                                       WHEN 'false' THEN 'off' WHEN '0' THEN 'off'
                                       ELSE 'unclear' END
         END AS protection,
         CASE WHEN v.value IS NULL THEN 'absent'
              WHEN v.value GLOB '*[^0-9]*' OR CAST(v.value AS INTEGER) < 1 THEN 'unclear'
              WHEN CAST(v.value AS INTEGER) > param('max_count') THEN 'large'
              ELSE 'fine' END AS size
    FROM server s
    LEFT JOIN parameter e ON e.target_id = s.target_id
          AND e.name = 'Microsoft.OptionalFeature.ExportDeletionThreshold'
    LEFT JOIN parameter v ON v.target_id = s.target_id
          AND v.name = 'Microsoft.OptionalFeature.ExportDeletionThresholdValue'
)
SELECT host, 'accidental-delete protection' AS subject,
       CASE protection WHEN 'off' THEN 'off'
                       WHEN 'absent' THEN 'not in the export; a cloud sign-in would be needed'
                       ELSE coalesce(nullif(state, ''), 'empty') END AS observed,
       'on' AS expected,
       CASE protection WHEN 'off' THEN 'fail' WHEN 'absent' THEN 'warn' ELSE 'unknown' END
         AS status, evidence
  FROM seen
 WHERE protection <> 'on'
UNION ALL
SELECT host, 'deletion limit',
       CASE size WHEN 'absent' THEN 'not in the export; a cloud sign-in would be needed'
                 WHEN 'large' THEN amount || coalesce(', of ' || objects || ' objects',
                                     '; object count not known, so whether that exceeds '
                                     || param('max_pct') || ' % of the objects cannot be told')
                 ELSE coalesce(nullif(amount, ''), 'empty') END,
       'at most ' || param('max_count') || ' objects for each export run; more than ' || param('max_pct')
         || ' % of all are a failure',
       CASE WHEN size = 'unclear' THEN 'unknown'
            WHEN size = 'large' AND 100.0 * CAST(amount AS INTEGER) > param('max_pct') * objects THEN 'fail'
            ELSE 'warn' END, evidence
  FROM seen
 WHERE protection NOT IN ('off', 'absent') AND size <> 'fine'
