-- SPDX-License-Identifier: Apache-2.0
-- Compares each server with what baseline_item says it was; fills baseline_server, baseline_difference.
INSERT INTO baseline_server (host)
SELECT name FROM server WHERE server_name IN (SELECT server_name FROM baseline_item);

INSERT INTO baseline_difference (host, area, path, baseline_value, current_value, class, evidence)
WITH j AS (
  SELECT v.name AS host, b.source, b.area, b.path, b.parent_key, b.value AS was, i.value AS is_now, b.nature,
         i.evidence_id, v.target_id, b.server_name
    FROM baseline_item b
    JOIN server v ON v.server_name = b.server_name
    LEFT JOIN parity_item i ON i.target_id = v.target_id AND i.path_key = b.path_key
   WHERE b.value_key IS NOT i.value_key
  UNION ALL
  SELECT v.name, i.source, i.area, i.path, i.parent_key, NULL, i.value, i.nature, i.evidence_id, v.target_id, v.server_name
    FROM parity_item i
    JOIN server v ON v.target_id = i.target_id
   WHERE v.server_name IN (SELECT server_name FROM baseline_item)
     AND NOT EXISTS (SELECT * FROM baseline_item b WHERE b.server_name = v.server_name AND b.path_key = i.path_key))
SELECT host, area, path, coalesce(was, 'absent'), coalesce(is_now, 'absent'),
       CASE nature WHEN 'server' THEN 'expected' WHEN 'version' THEN 'version-caused' ELSE 'drift' END,
       coalesce(CAST(evidence_id AS TEXT), '')
  FROM j
 -- Only what was collected then and now; and said once, not for the parts of something absent.
 WHERE EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = j.target_id AND c.source = j.source AND c.status = 'ok')
   AND EXISTS (SELECT * FROM baseline_item b WHERE b.server_name = j.server_name AND b.source = j.source)
   AND NOT (parent_key IS NOT NULL
            AND (NOT EXISTS (SELECT * FROM parity_item p WHERE p.target_id = j.target_id AND p.path_key = j.parent_key)
              <> NOT EXISTS (SELECT * FROM baseline_item p WHERE p.server_name = j.server_name AND p.path_key = j.parent_key)));
