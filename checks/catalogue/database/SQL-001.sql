-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-001
-- title: The database has room
-- area: database
-- severity: critical
-- applies: all
-- needs: [registry or engine_database]
-- confirms: [database or engine_database, event_log]
-- param:
--   warn_mb: 8000
--   fail_mb: 9500
--   objects: 100000
-- why: >-
--   LocalDB stops at 10 GB, and with it every run; automatic upgrade refuses from 8 GB on.
-- remedy: >-
--   Keep the run history for a shorter time and purge it; plan a staging server on a full SQL Server and
--   a change of roles: there is no conversion in place.
-- references:
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - Microsoft, Troubleshoot the LocalDB 10 GB limit
--   - NIST SP 800-53 r5 CP-2, SC-5
--   - NIST CSF 2.0 PR.IR-04

-- What the engine says that it uses, else the size of the data file, which is the most that can be in it. SQL Server
-- Express has the limit of LocalDB; how full another SQL Server is nobody tells; the events of a full database count for all.
WITH hit AS (
  SELECT s.name AS host, e.event, count(*) AS times, max(e.at) AS last, min(e.evidence_id) AS evidence_id
    FROM server s JOIN main.host_event e USING (target_id)
   WHERE e.provider = 'ADSync' AND e.event IN (6073, 6323)
   GROUP BY s.name, e.event
),
used AS (
  SELECT d.host, d.target_id, e.used_mb AS mb, e.evidence_id
    FROM sync_database d JOIN main.engine_database e USING (target_id)
   WHERE (d.kind = 'localdb' OR e.edition LIKE 'Express%') AND e.used_mb IS NOT NULL
),
file AS (
  SELECT host, 'used space' AS path, mb, evidence_id FROM used
   UNION ALL
  SELECT d.host, f.path, f.size / 1048576.0 AS mb, f.evidence_id
    FROM sync_database d JOIN main.host_database_file f USING (target_id)
   WHERE d.kind = 'localdb' AND lower(substr(f.path, -4)) = '.mdf' AND d.target_id NOT IN (SELECT target_id FROM used)
)
SELECT host, path AS subject, round(mb) || ' MB' AS observed, 'less than ' || param('warn_mb') || ' MB' AS expected,
       iif(mb >= param('fail_mb'), 'fail', 'warn') AS status, evidence_id AS evidence
  FROM file
 WHERE mb >= param('warn_mb')
UNION ALL
SELECT host, 'event ' || event, times || ' times, last ' || last, 'the database never full', 'fail', evidence_id
  FROM hit
UNION ALL
SELECT d.host, 'objects', t.objects || ' in ' || l.connector, 'at most ' || param('objects') || ' with LocalDB', 'warn', t.evidence_id
  FROM sync_database d
  JOIN engine_link l ON l.target_id = d.target_id AND l.kind = 'entra'
  JOIN main.engine_statistics t ON t.target_id = l.target_id AND t.guid = l.guid
 WHERE d.kind = 'localdb' AND t.objects > param('objects')
UNION ALL
SELECT DISTINCT d.host, 'database', 'neither a file of LocalDB nor its used space was told', 'its size', 'unknown', d.evidence_id
  FROM sync_database d JOIN seen s ON s.target_id = d.target_id AND s.source IN ('database', 'engine_database')
 WHERE d.kind = 'localdb' AND NOT EXISTS (SELECT * FROM file f WHERE f.host = d.host)
UNION ALL
SELECT host, 'database', iif(kind = 'server', 'a SQL Server: how full it is was not asked', 'where it is was not seen'),
       'its size', 'unknown', evidence_id
  FROM sync_database
 WHERE kind <> 'localdb' AND host NOT IN (SELECT host FROM used)
UNION ALL
SELECT s.host, 'events', 'more records than can be kept: the oldest are missing', 'all of the window', 'unknown', w.evidence_id
  FROM seen s LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE s.source = 'event_log' AND coalesce(w.complete, 0) = 0
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
