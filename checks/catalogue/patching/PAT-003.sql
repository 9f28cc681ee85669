-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-003
-- title: The version is neither withdrawn nor affected by a known vulnerability
-- area: patching
-- severity: high
-- applies: all
-- needs: [global_settings or registry or engine]
-- param:
--   extra_bad_versions: []
--   knowledge_max_age_d: 365
-- why: >-
--   Microsoft took some releases back and asks to uninstall them; others have known
--   vulnerabilities. A sync server holds rights over the whole directory.
-- remedy: >-
--   Upgrade to the newest release in support.
-- references:
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 RA-5, SI-2
--   - NIST CSF 2.0 ID.RA-01
--   - MITRE ATT&CK T1068
WITH listed AS (
  SELECT s.name AS host, s.product_version, s.version_key, s.evidence_id,
         r.version IS NOT NULL AS is_listed, coalesce(r.withdrawn, 0) AS withdrawn, r.note
    FROM server s
    LEFT JOIN knowledge_release r ON r.version_key = s.version_key
)
SELECT host, 'withdrawn release' AS subject,
       product_version || CASE note WHEN '' THEN '' ELSE ': ' || note END AS observed,
       'a release that Microsoft has not taken back' AS expected, 'fail' AS status,
       evidence_id AS evidence
  FROM listed
 WHERE withdrawn
UNION ALL
SELECT l.host, v.id, l.product_version || ': ' || v.title, v.fixed_in || ' or later', 'fail',
       l.evidence_id
  FROM listed l
  JOIN knowledge_vulnerability v ON l.version_key >= v.affects_from_key
                                AND l.version_key < v.fixed_in_key
UNION ALL
SELECT l.host, 'version refused by the policy', l.product_version, 'another version', 'fail',
       l.evidence_id
  FROM listed l
 WHERE l.version_key IN (SELECT version_key(value) FROM json_each(param('extra_bad_versions')))
UNION ALL
SELECT l.host, 'later security releases',
       l.product_version || '; security releases after it: ' || group_concat(r.version, ', '),
       'the newest security release', 'warn', l.evidence_id
  FROM listed l
  JOIN knowledge_release r ON r.version_key > l.version_key
 WHERE r.security AND NOT r.withdrawn
 GROUP BY l.host
UNION ALL
SELECT host, 'product version',
       coalesce(product_version || ', which is not in the table of releases',
                'no version was told'),
       'a version of which withdrawal and vulnerabilities are known', 'unknown', evidence_id
  FROM listed
 WHERE NOT is_listed
UNION ALL
SELECT s.name, 'table of vulnerabilities', coalesce('of ' || k.retrieved_on, 'missing'),
       'at most ' || param('knowledge_max_age_d') || ' days old', 'unknown', NULL
  FROM server s
  JOIN main.run
  LEFT JOIN knowledge_table k ON k.name = 'entra_connect'
 WHERE (julianday(date(run.started_at)) - julianday(k.retrieved_on)
        > param('knowledge_max_age_d')) IS NOT FALSE
