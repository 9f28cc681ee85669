-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-002
-- title: Capacity fits, the disks have room, and the staging server is no smaller
-- area: hardening
-- severity: medium
-- applies: all
-- needs: [host, disk]
-- confirms: [database]
-- param:
--   disk_fail_pct: 5
--   disk_warn_pct: 15
--   disk_fail_gb: 5
--   memory_fail_mb: 5900
-- why: >-
--   Runs stop when a disk is full or memory runs out, and a staging server that is smaller than the
--   active one cannot carry its load. How many objects are synchronised is not told by Windows: the
--   memory is compared with the smallest size that Microsoft names, 6 GB.
-- remedy: Enlarge the disk or the memory; clean old traces, exported files and the run history.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - NIST SP 800-53 r5 CP-2, SC-5
--   - NIST CSF 2.0 PR.IR-04
WITH volume AS (
  SELECT s.name AS host, s.target_id, d.drive, d.size, d.free, 100.0 * d.free / nullif(d.size, 0) AS pct,
         d.evidence_id,
         d.system OR EXISTS (SELECT * FROM main.host_database_file f WHERE f.target_id = s.target_id
                                AND upper(substr(f.path, 1, length(d.drive))) = upper(d.drive)) AS matters
    FROM server s JOIN main.host_disk d USING (target_id)
),
judged AS (
  SELECT *, CASE WHEN free IS NULL OR coalesce(size, 0) <= 0 THEN 'unknown'
                 WHEN pct < param('disk_fail_pct')
                      OR free < param('disk_fail_gb') * 1073741824 THEN 'fail'
                 WHEN pct < param('disk_warn_pct') THEN 'warn' END AS status
    FROM volume WHERE matters
)
SELECT host, 'disk ' || drive AS subject,
       iif(status = 'unknown', 'size or free space not told',
           round(free / 1073741824.0, 1) || ' GB of ' || round(size / 1073741824.0, 1) || ' GB free (' || round(pct, 1) || ' %)') AS observed,
       'at least ' || param('disk_warn_pct') || ' % free' AS expected, status, evidence_id AS evidence
  FROM judged
 WHERE status IS NOT NULL
UNION ALL
SELECT s.name, 'system disk', 'not among the disks that the server lists', 'its free space', 'unknown', NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM main.host_disk d WHERE d.target_id = s.target_id AND d.system)
UNION ALL
SELECT s.name, 'database file ' || f.path, 'its disk is not among those that the server lists',
       'free space of the disk of the database', 'unknown', f.evidence_id
  FROM server s JOIN main.host_database_file f USING (target_id)
 WHERE NOT EXISTS (SELECT * FROM main.host_disk d WHERE d.target_id = s.target_id
                      AND upper(substr(f.path, 1, length(d.drive))) = upper(d.drive))
UNION ALL
SELECT s.name, 'memory', coalesce(h.memory_mb || ' MB', 'not told'),
       'at least ' || param('memory_fail_mb') || ' MB', iif(h.memory_mb IS NULL, 'unknown', 'fail'), h.evidence_id
  FROM server s JOIN main.host h USING (target_id)
 WHERE coalesce(h.memory_mb, 0) < param('memory_fail_mb')
UNION ALL
SELECT p.staging, n.column1 || ' beside the active server',
       iif(n.column1 = 'memory', b.memory_mb || ' MB; ' || p.active || ' has ' || a.memory_mb || ' MB',
           b.processors || '; ' || p.active || ' has ' || a.processors),
       'no less than the active server', 'warn', b.evidence_id || ',' || a.evidence_id
  FROM pair p
  JOIN main.host a ON a.target_id = p.active_id
  JOIN main.host b ON b.target_id = p.staging_id
  JOIN (VALUES ('memory'), ('processors')) n
 WHERE NOT p.same_server
   AND iif(n.column1 = 'memory', b.memory_mb < a.memory_mb, b.processors < a.processors)
