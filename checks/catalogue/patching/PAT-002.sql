-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-002
-- title: The version meets Microsoft's mandatory minimum dates
-- area: patching
-- severity: critical
-- applies: all
-- needs: [global_settings or registry or engine]
-- param:
--   deadline_fail_d: 30
--   deadline_warn_d: 180
--   knowledge_max_age_d: 365
-- why: >-
--   Below an enforced minimum synchronisation stops. A staging server below it cannot take over,
--   although everything on it looks well.
-- remedy: >-
--   Upgrade both servers before the date, and move to application-based authentication where the
--   minimum asks for it.
-- references:
--   - Microsoft, Connect Sync version release history
--   - Microsoft, Hardening update to Connect Sync
--   - NIST SP 800-53 r5 SA-22, SI-2, CP-10
--   - NIST CSF 2.0 PR.PS-02, ID.AM-08
WITH judged AS (
  SELECT s.name AS host, s.product_version, s.entra_account, s.evidence_id, d.due_on, d.minimum,
         d.application_auth, julianday(d.due_on) - julianday(date(run.started_at)) AS days_left,
         CASE WHEN s.version_key < d.minimum_key THEN 'version'
              WHEN NOT d.application_auth THEN 'nothing'
              WHEN c.kind = 'application' THEN 'nothing'
              WHEN c.kind = 'service_account' OR lower(substr(s.entra_account, 1, 5)) = 'sync_' THEN 'account'
              ELSE 'not told' END AS missing
    FROM server s
    JOIN knowledge_deadline d
    JOIN main.run
    LEFT JOIN main.engine_credential c ON c.target_id = s.target_id
   WHERE s.version_key IS NOT NULL
)
SELECT host, 'minimum of ' || due_on AS subject,
       CASE missing WHEN 'version' THEN product_version
                    WHEN 'account' THEN product_version || ', signing in as ' || coalesce(entra_account, 'a password account')
                    ELSE product_version || '; nobody tells how the server signs in'
       END AS observed,
       minimum || ' or later'
         || CASE application_auth WHEN 1 THEN ' with application-based authentication' ELSE '' END
         AS expected,
       CASE WHEN missing = 'not told' THEN 'unknown'
            WHEN days_left <= param('deadline_fail_d') THEN 'fail'
            ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM judged
 WHERE missing <> 'nothing' AND days_left <= param('deadline_warn_d')
UNION ALL
SELECT name, 'product version',
       coalesce(product_version || ', which is no version', 'no version was told'),
       'a version to compare with the minimum', 'unknown', evidence_id
  FROM server
 WHERE version_key IS NULL
UNION ALL
SELECT s.name, 'table of minimum versions', coalesce('of ' || k.retrieved_on, 'missing'),
       'at most ' || param('knowledge_max_age_d') || ' days old', 'unknown', NULL
  FROM server s
  JOIN main.run
  LEFT JOIN knowledge_table k ON k.name = 'entra_connect'
 WHERE (julianday(date(run.started_at)) - julianday(k.retrieved_on)
        > param('knowledge_max_age_d')) IS NOT FALSE
