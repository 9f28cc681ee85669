-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-001
-- title: The Entra Connect version is in support
-- area: patching
-- severity: critical
-- applies: all
-- needs: [global_settings or registry or engine]
-- param:
--   eos_warn_d: 90
--   knowledge_max_age_d: 365
-- why: >-
--   A release leaves support twelve months after its successor appeared. Builds out of support get
--   no fixes and stop working when the endpoints of the service change.
-- remedy: >-
--   Upgrade the staging server, verify it, exchange the roles, upgrade the other one. The installer
--   is found in the Entra admin center only.
-- references:
--   - Microsoft, Connect Sync version release history
--   - NIST SP 800-53 r5 SA-22, SI-2
--   - NIST CSF 2.0 PR.PS-02
--
-- # What is installed (registry), what runs (the service's program), what the wizard finished (the engine's settings)
-- # and the module should be one version; a module that is numbered 1.0.0.0 tells nothing.
WITH told AS (
  SELECT s.name AS host, 'installed' AS teller, t.text AS version, t.evidence_id
    FROM server s JOIN setting t ON t.target_id = s.target_id AND t.name = 'EntraConnect.Version'
   UNION ALL
  SELECT s.name, l.column1,
         CASE l.column1 WHEN 'program' THEN e.program_version WHEN 'settings' THEN e.settings_version
                        ELSE e.module_version END, e.evidence_id
    FROM server s JOIN main.engine e ON e.target_id = s.target_id
    JOIN (VALUES ('program'), ('settings'), ('module')) l
),
versions AS (
  SELECT host, group_concat(teller || ' ' || version, ', ') AS versions, group_concat(evidence_id) AS evidence
    FROM (SELECT * FROM told ORDER BY host, teller)
   WHERE version_key(version) >= version_key('2.0')
   GROUP BY host
  HAVING count(DISTINCT version_key(version)) > 1
),
known AS (
  SELECT (SELECT retrieved_on FROM knowledge_table WHERE name = 'entra_connect') AS retrieved_on,
         (SELECT min(version_key) FROM knowledge_release) AS oldest,
         (SELECT max(version_key) FROM knowledge_release) AS newest,
         date(run.started_at) AS today
    FROM main.run
),
judged AS (
  SELECT s.name AS host, s.product_version, s.evidence_id, r.support_ends_on, k.retrieved_on,
         CASE
           WHEN s.version_key IS NULL THEN 'not read'
           WHEN s.version_key < version_key('2.0') OR s.version_key < k.oldest THEN 'retired'
           WHEN r.retired THEN 'retired'
           WHEN r.support_ends_on < k.today THEN 'ended'
           WHEN (julianday(k.today) - julianday(k.retrieved_on) > param('knowledge_max_age_d'))
                IS NOT FALSE THEN 'stale'
           WHEN s.version_key > k.newest THEN 'newer'
           WHEN r.version IS NULL THEN 'unlisted'
           WHEN julianday(r.support_ends_on) - julianday(k.today) <= param('eos_warn_d')
             THEN 'ending'
           WHEN r.support_ends_on IS NULL AND s.version_key < k.newest THEN 'open'
           ELSE 'supported'
         END AS verdict
    FROM server s
    JOIN known k
    LEFT JOIN knowledge_release r ON r.version_key = s.version_key
)
SELECT host, 'product version' AS subject,
       CASE verdict
         WHEN 'not read' THEN coalesce(product_version || ', which is no version',
                                       'no version was told')
         WHEN 'retired' THEN product_version || ', out of support'
         WHEN 'ended' THEN product_version || ', out of support since ' || support_ends_on
         WHEN 'stale' THEN product_version || '; the table of versions is '
                             || coalesce('of ' || retrieved_on || ', too old', 'missing')
         WHEN 'newer' THEN product_version || ', newer than the table of ' || retrieved_on
         WHEN 'unlisted' THEN product_version || ', which is not in the table of ' || retrieved_on
         WHEN 'ending' THEN product_version || ', in support until ' || support_ends_on
         ELSE product_version || ', for which the table of ' || retrieved_on || ' has no date'
       END AS observed,
       CASE verdict WHEN 'ending' THEN 'a version in support for longer than '
                                         || param('eos_warn_d') || ' days'
                    ELSE 'a version in support' END AS expected,
       CASE verdict WHEN 'retired' THEN 'fail' WHEN 'ended' THEN 'fail'
                    WHEN 'newer' THEN 'warn' WHEN 'ending' THEN 'warn'
                    ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM judged
 WHERE verdict <> 'supported'
UNION ALL
SELECT host, 'versions', versions, 'one version: an upgrade that was finished', 'warn', evidence
  FROM versions
