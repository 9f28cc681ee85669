-- SPDX-License-Identifier: Apache-2.0
-- Joins the parity_item rows of two servers and adds what differs to parity_difference.
-- ?1 pair, ?2 and ?3 targets of the active and the staging side, ?4 and ?5 their names.
--
-- Class, in words:
--   expected        the setting belongs to one server
--   version-caused  it is a version; or the product versions differ, and it follows the version by nature,
--                   or is part of a standard rule whose template version differs too, or is a standard rule
--                   or growing setting that only one side has. With equal product versions a template
--                   version that differs explains nothing: somebody may have edited the tag. What is
--                   switched by hand is never explained by a version.
--   drift           everything else
-- minor: the setting changes nothing by itself, or the rule concerned is disabled wherever it exists.
WITH
covered(source) AS MATERIALIZED (
  SELECT a.source
    FROM main.coverage a
    JOIN main.coverage s ON s.source = a.source
   WHERE a.target_id = ?2 AND s.target_id = ?3 AND a.status = 'ok' AND s.status = 'ok'),
-- A rule's key holds its connector's: without connectors, rules cannot be matched.
comparable(source) AS MATERIALIZED (
  SELECT source FROM covered
   WHERE source <> 'sync_rule' OR EXISTS (SELECT * FROM covered WHERE source = 'connector')),
-- Builds are compared, as PAR-002 does: a revision brings no other rules. A version that was not seen
-- explains nothing.
version(same) AS MATERIALIZED (
  SELECT coalesce(rtrim(a.version_key, '0123456789') = rtrim(s.version_key, '0123456789'), 1)
    FROM server a, server s WHERE a.target_id = ?2 AND s.target_id = ?3),
joined AS (
  -- Where names differ, the smaller one stands in the path, so that the sides can be exchanged.
  SELECT a.path_key, a.parent_key, a.source, a.area, min(a.path, coalesce(s.path, a.path)) AS path,
         a.value AS active_value, s.value AS staging_value, a.nature, a.why,
         a.idle AS active_idle, s.idle AS staging_idle, a.template AS active_template, s.template AS staging_template,
         a.evidence_id AS active_evidence, s.evidence_id AS staging_evidence
    FROM parity_item a
    LEFT JOIN parity_item s ON s.target_id = ?3 AND s.path_key = a.path_key
   WHERE a.target_id = ?2 AND a.value_key IS NOT s.value_key
  UNION ALL
  SELECT s.path_key, s.parent_key, s.source, s.area, s.path, NULL, s.value, s.nature, s.why,
         NULL, s.idle, NULL, s.template, NULL, s.evidence_id
    FROM parity_item s
   WHERE s.target_id = ?3
     AND NOT EXISTS (SELECT * FROM parity_item a WHERE a.target_id = ?2 AND a.path_key = s.path_key)),
judged AS (
  SELECT j.*, j.active_value IS NULL OR j.staging_value IS NULL AS one_sided,
         pa.idle AS active_parent_idle, ps.idle AS staging_parent_idle,
         pa.template AS active_parent_template, ps.template AS staging_parent_template,
         -- A partition that is not selected is as good as absent.
         pa.path_key IS NULL OR pa.value_key = 'not selected' AS no_active_parent,
         ps.path_key IS NULL OR ps.value_key = 'not selected' AS no_staging_parent
    FROM joined j
    LEFT JOIN parity_item pa ON pa.target_id = ?2 AND pa.path_key = j.parent_key
    LEFT JOIN parity_item ps ON ps.target_id = ?3 AND ps.path_key = j.parent_key
   WHERE j.source IN (SELECT source FROM comparable))
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value, staging_value, class, minor, why, evidence)
SELECT ?1, ?4, ?5, area, path, coalesce(active_value, 'absent'), coalesce(staging_value, 'absent'),
       CASE WHEN nature = 'server' THEN 'expected'
            WHEN area = 'version' THEN 'version-caused'
            WHEN nature = 'switch' THEN 'drift'
            WHEN NOT (SELECT same FROM version)
                 AND (nature = 'version' OR active_parent_template <> staging_parent_template
                      OR (one_sided AND (nature = 'growing' OR coalesce(active_template, staging_template) IS NOT NULL)))
            THEN 'version-caused'
            ELSE 'drift' END,
       nature = 'minor'
         OR (parent_key IS NULL AND one_sided AND coalesce(active_idle, staging_idle, 0))
         OR (coalesce(active_parent_idle, 0) AND coalesce(staging_parent_idle, 0)),
       why, concat_ids(active_evidence, staging_evidence)
  FROM judged
 -- Said once: not for the parts of something absent.
 WHERE NOT (parent_key IS NOT NULL AND no_active_parent <> no_staging_parent)
   AND NOT (one_sided AND coalesce(active_value, staging_value) = 'not selected');
