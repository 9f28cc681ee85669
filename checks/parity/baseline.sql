-- SPDX-License-Identifier: Apache-2.0
-- Compares each server with what baseline_item says it was; fills baseline_server, baseline_coverage,
-- baseline_difference. A server's name is compared without regard to letter case: baseline_item and
-- baseline_source hold it folded.
INSERT INTO baseline_server (host)
SELECT name FROM server WHERE fold(server_name) IN (SELECT server_name FROM baseline_source);

INSERT INTO baseline_coverage (host, source)
SELECT v.name, b.source
  FROM server v
  JOIN baseline_source b ON b.server_name = fold(v.server_name)
 WHERE b.status = 'ok';

INSERT INTO baseline_difference (host, area, path, baseline_value, current_value, class, evidence)
WITH
known(target_id, host, server_name) AS MATERIALIZED (
  SELECT v.target_id, v.name, fold(v.server_name) FROM server v JOIN baseline_server h ON h.host = v.name),
-- Only what was collected then and now. A rule's key holds its connector's: without connectors, rules
-- cannot be matched.
covered(target_id, source) AS MATERIALIZED (
  SELECT v.target_id, c.source
    FROM known v
    JOIN baseline_coverage b ON b.host = v.host
    JOIN main.coverage c ON c.target_id = v.target_id AND c.source = b.source
   WHERE c.status = 'ok'),
comparable(target_id, source) AS MATERIALIZED (
  SELECT target_id, source FROM covered
   WHERE source <> 'sync_rule' OR target_id IN (SELECT target_id FROM covered WHERE source = 'connector')),
-- As between two servers: builds are compared, and a version that was not seen explains nothing.
version(target_id, same) AS MATERIALIZED (
  SELECT v.target_id,
         coalesce(rtrim(version_key(b.value), '0123456789') = rtrim(version_key(i.value), '0123456789'), 1)
    FROM known v
    LEFT JOIN baseline_item b
      ON b.server_name = v.server_name
     AND b.path_key = 'parameter' || char(31) || fold('Microsoft.Synchronize.ServerConfigurationVersion')
    LEFT JOIN parity_item i ON i.target_id = v.target_id AND i.path_key = b.path_key),
j AS (
  SELECT v.host, b.source, b.area, b.path, b.parent_key, b.value AS was, i.value AS is_now, b.nature,
         i.evidence_id, v.target_id, v.server_name
    FROM known v
    JOIN baseline_item b ON b.server_name = v.server_name
    LEFT JOIN parity_item i ON i.target_id = v.target_id AND i.path_key = b.path_key
   WHERE b.value_key IS NOT i.value_key
  UNION ALL
  SELECT v.host, i.source, i.area, i.path, i.parent_key, NULL, i.value, i.nature, i.evidence_id, v.target_id, v.server_name
    FROM known v
    JOIN parity_item i ON i.target_id = v.target_id
   WHERE NOT EXISTS (SELECT * FROM baseline_item b WHERE b.server_name = v.server_name AND b.path_key = i.path_key))
SELECT host, area, path, coalesce(was, 'absent'), coalesce(is_now, 'absent'),
       CASE WHEN nature = 'server' THEN 'expected'
            WHEN area = 'version' THEN 'version-caused'
            WHEN nature = 'version' AND NOT (SELECT same FROM version w WHERE w.target_id = j.target_id)
            THEN 'version-caused'
            ELSE 'drift' END,
       coalesce(CAST(evidence_id AS TEXT), '')
  FROM j
 WHERE (target_id, source) IN (SELECT target_id, source FROM comparable)
   -- Said once, not for the parts of something absent.
   AND NOT (parent_key IS NOT NULL
            AND (NOT EXISTS (SELECT * FROM parity_item p WHERE p.target_id = j.target_id AND p.path_key = j.parent_key)
              <> NOT EXISTS (SELECT * FROM baseline_item p WHERE p.server_name = j.server_name AND p.path_key = j.parent_key)));
