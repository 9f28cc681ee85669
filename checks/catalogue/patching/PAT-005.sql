-- SPDX-License-Identifier: Apache-2.0
-- id: PAT-005
-- title: The Windows version is supported by Entra Connect and by Microsoft
-- area: patching
-- severity: high
-- applies: all
-- needs: [host]
-- param:
--   os_allowed: []
--   os_eol_warn_d: 365
--   knowledge_max_age_d: 365
-- why: >-
--   Upgrades of the product refuse systems that it does not support, and a system out of support gets no
--   fixes. Moving to a new system means a new server: it takes a swing migration, and time.
-- remedy: >-
--   Build a new server with Windows Server 2022 (Desktop Experience) as staging server, verify it, and swing
--   over. Name further builds that you accept in the policy (os_allowed).
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - STIG Windows Server 2022 WN22-00-000100 (V-254247)
--   - NIST SP 800-53 r5 SA-22
--   - NIST CSF 2.0 PR.PS-02, ID.AM-08
--
-- # The mainstream part of the support has ended for every system that the product supports: a notice, because
-- # nobody could do better.
WITH judged AS (
  SELECT s.name AS host, h.build, h.installation_type, h.product_type, h.evidence_id, k.support_ends_on,
         k.mainstream_ends_on, k.supported, date(run.started_at) AS today,
         coalesce(k.name, 'build ' || h.build) AS system, k.build IS NOT NULL AS listed,
         h.build < (SELECT min(build) FROM knowledge_windows) AS ancient,
         (julianday(date(run.started_at)) - julianday(t.retrieved_on) > param('knowledge_max_age_d'))
           IS NOT FALSE AS stale, t.retrieved_on,
         EXISTS (SELECT * FROM json_each(param('os_allowed')) a
                  WHERE CAST(a.value AS TEXT) = CAST(h.build AS TEXT)) AS allowed
    FROM server s
    JOIN main.run
    LEFT JOIN main.host h ON h.target_id = s.target_id
    LEFT JOIN knowledge_windows k ON k.build = h.build
    LEFT JOIN knowledge_table t ON t.name = 'windows'
)
SELECT host, 'Windows' AS subject,
       CASE WHEN build IS NULL THEN 'its build is not known'
            WHEN product_type = 1 THEN system || ', a client'
            WHEN ancient OR (listed AND NOT supported) THEN system || ', which Entra Connect does not support'
            WHEN NOT listed THEN system || ', which the table of '
                                   || coalesce(retrieved_on, 'systems, which is missing,') || ' does not know'
            ELSE system || '; the table of systems is of ' || coalesce(retrieved_on, 'no day')
                   || ', too old' END AS observed,
       'a Windows Server that Entra Connect supports' AS expected,
       CASE WHEN build IS NULL THEN 'unknown'
            WHEN product_type = 1 OR ancient OR (listed AND NOT supported) THEN 'fail'
            ELSE 'unknown' END AS status,
       evidence_id AS evidence
  FROM judged
 WHERE build IS NULL OR product_type = 1
    OR (NOT allowed AND (supported IS NOT 1 OR (stale AND support_ends_on >= today)))
UNION ALL
SELECT host, 'support of Windows',
       system || iif(support_ends_on < today, ', out of support since ', ', in support until ') || support_ends_on,
       'a system in support for longer than ' || param('os_eol_warn_d') || ' days',
       iif(support_ends_on < today, 'fail', 'warn'), evidence_id
  FROM judged
 WHERE julianday(support_ends_on) - julianday(today) <= param('os_eol_warn_d')
UNION ALL
SELECT host, 'mainstream support of Windows', system || ', until ' || mainstream_ends_on, 'known', 'info',
       evidence_id
  FROM judged
 WHERE mainstream_ends_on < today AND julianday(support_ends_on) - julianday(today) > param('os_eol_warn_d')
UNION ALL
SELECT host, 'installation', coalesce(installation_type, 'not known'), 'Server, with Desktop Experience',
       iif(installation_type IS NULL, 'unknown', 'fail'), evidence_id
  FROM judged
 WHERE build IS NOT NULL AND product_type IS NOT 1 AND fold(installation_type) IS NOT 'server'
UNION ALL
SELECT p.staging, 'Windows / other server', 'build ' || b.build || '; ' || p.active || ' has ' || a.build,
       'the same system on both servers', 'warn', a.evidence_id || ',' || b.evidence_id
  FROM pair p
  JOIN main.host a ON a.target_id = p.active_id
  JOIN main.host b ON b.target_id = p.staging_id
 WHERE a.build <> b.build
