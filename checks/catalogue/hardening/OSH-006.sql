-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-006
-- title: Antimalware is on and current
-- area: hardening
-- severity: high
-- applies: all
-- needs: [antimalware, service]
-- param:
--   av_fail_d: 7
--   av_warn_d: 2
--   av_services: []
--   edr: recommended
-- why: >-
--   Without it known tools for stealing credentials run unseen. Exclusions of whole disks, or of every
--   program, are an open door that looks closed.
-- remedy: >-
--   Turn Defender on and update it, or name the services of another product in av_services; limit
--   exclusions to the folders that the product's documentation names.
-- references:
--   - STIG Windows Server 2022 WN22-00-000110 (V-254248), WN22-00-000120 (V-254249)
--   - NIST SP 800-53 r5 SI-3
--   - NIST CSF 2.0 DE.CM-09

-- Another product that the policy names: what Defender says of itself matters no more, and nothing is known of
-- that product but that it runs. One that only the table of services knows: a warning, until somebody says that
-- it is the one.
WITH product AS (SELECT fold(value) AS name_key FROM json_each(param('av_services'))),
unnamed AS MATERIALIZED (                      -- known products that the policy does not name
  SELECT target_id, group_concat(name, ', ') AS names
    FROM (SELECT DISTINCT v.target_id, k.product || ' (' || v.name || ')' AS name FROM main.host_service v
            JOIN knowledge_service k ON k.purpose = 'antimalware' AND v.name_key GLOB k.pattern
           WHERE v.state = 'running' AND v.name_key NOT IN ('windefend', 'sense')
           ORDER BY 1, 2)
   GROUP BY target_id
),
d AS (
  SELECT s.name AS host, s.target_id, a.target_id IS NOT NULL AS installed, a.running, a.real_time,
         a.tamper_protection, a.signature_age_d AS age, a.evidence_id,
         s.target_id IN (SELECT v.target_id FROM main.host_service v
                          WHERE v.state = 'running' AND v.name_key IN (SELECT name_key FROM product)) AS other,
         n.names AS unnamed
    FROM server s LEFT JOIN main.host_antimalware a USING (target_id) LEFT JOIN unnamed n USING (target_id)
),
judged AS (
  SELECT d.*, n.column1 AS subject,
         CASE n.column1
           WHEN 'product' THEN CASE WHEN other OR running = 1 THEN 'pass'
                                    WHEN installed AND running IS NULL THEN 'unknown'
                                    WHEN unnamed IS NOT NULL THEN 'warn' ELSE 'fail' END
           WHEN 'real-time protection' THEN CASE WHEN other OR running IS NOT 1 OR real_time = 1 THEN 'pass'
                                                 WHEN real_time IS NULL THEN 'unknown'
                                                 WHEN unnamed IS NOT NULL THEN 'warn' ELSE 'fail' END
           WHEN 'signatures' THEN CASE WHEN other OR running IS NOT 1 THEN 'pass'
                                       WHEN age IS NULL THEN 'unknown'
                                       WHEN age > param('av_fail_d') THEN 'fail'
                                       WHEN age > param('av_warn_d') THEN 'warn' ELSE 'pass' END
           ELSE CASE WHEN other OR running IS NOT 1 OR tamper_protection = 1 THEN 'pass'
                     WHEN tamper_protection IS NULL THEN 'unknown' ELSE 'warn' END
         END AS status
    FROM d JOIN (VALUES ('product'), ('real-time protection'), ('signatures'), ('tamper protection')) n
)
SELECT host, subject,
       CASE WHEN status = 'unknown' THEN 'not told'
            WHEN status = 'warn' AND subject IN ('product', 'real-time protection')
              THEN iif(subject = 'product', 'Defender does not protect', 'Defender''s is off') || '; ' || unnamed
                   || ' runs, which the policy does not name (av_services)'
            WHEN subject = 'product' THEN iif(installed, 'Defender does not run, nor does another that the policy names',
                                              'no Defender, nor another that the policy names')
            WHEN subject = 'signatures' THEN age || ' days old' ELSE 'off' END AS observed,
       CASE subject WHEN 'signatures' THEN 'at most ' || param('av_warn_d') || ' days old'
                    WHEN 'product' THEN 'an antimalware product that runs' ELSE 'on' END AS expected,
       status, evidence_id AS evidence
  FROM judged
 WHERE status <> 'pass'
UNION ALL
SELECT s.name, 'exclusion of a ' || iif(x.kind = 'extension', 'kind of files', x.kind) || ': ' || x.value,
       CASE x.kind WHEN 'path' THEN 'a whole disk, or every program' WHEN 'process' THEN 'whatever any program opens'
                   ELSE 'every file of this kind' END,
       'single folders', 'warn', x.evidence_id
  FROM server s JOIN main.host_exclusion x USING (target_id)
 WHERE x.kind = 'path' AND (rtrim(x.value, '\*/') GLOB '[A-Za-z]:' OR fold(rtrim(x.value, '\*/')) = '%systemdrive%' OR x.value IN ('*', '\', '**')
                            OR fold(x.value) GLOB '[*?]*.exe'
                            OR fold(x.value) GLOB '[a-z]:\[*].exe')
    OR x.kind = 'extension' AND ltrim(fold(x.value), '*.') IN ('exe', 'dll', 'sys', 'com', 'bat', 'cmd', 'ps1',
                                                              'vbs', 'js', 'scr', 'msi', '')
    OR x.kind = 'process' AND (x.value = '*' OR fold(x.value) GLOB '[*]*.exe')
UNION ALL
SELECT s.name, 'exclusions', 'the server does not show them to the auditor', 'the list', 'unknown', x.evidence_id
  FROM server s JOIN main.host_exclusion x USING (target_id)
 WHERE x.kind = 'hidden'
 GROUP BY s.target_id
UNION ALL
SELECT s.name, 'endpoint detection', 'the service Sense does not run', 'running', 'warn', NULL
  FROM server s
 WHERE param('edr') = 'required'
   AND NOT EXISTS (SELECT * FROM main.host_service v WHERE v.target_id = s.target_id
                      AND v.name_key = 'sense' AND v.state = 'running')
