-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-001
-- title: The database has room
-- area: database
-- severity: critical
-- applies: all
-- needs: [registry]
-- confirms: [database, event_log]
-- param:
--   warn_mb: 8000
--   fail_mb: 9500
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

-- The size of the data file is the most that can be in it. How many objects the database holds, and how full a SQL Server
-- is, Windows does not tell; the events of a full database count for both.
WITH hit AS (
  SELECT s.name AS host, e.event, count(*) AS times, max(e.at) AS last, min(e.evidence_id) AS evidence_id
    FROM server s JOIN main.host_event e USING (target_id)
   WHERE e.provider = 'ADSync' AND e.event IN (6073, 6323)
   GROUP BY s.name, e.event
),
file AS (
  SELECT d.host, f.path, f.size / 1048576.0 AS mb, f.evidence_id
    FROM sync_database d JOIN main.host_database_file f USING (target_id)
   WHERE d.kind = 'localdb' AND lower(substr(f.path, -4)) = '.mdf'
)
SELECT host, path AS subject, round(mb) || ' MB' AS observed, 'less than ' || param('warn_mb') || ' MB' AS expected,
       iif(mb >= param('fail_mb'), 'fail', 'warn') AS status, evidence_id AS evidence
  FROM file
 WHERE mb >= param('warn_mb')
UNION ALL
SELECT host, 'event ' || event, times || ' times, last ' || last, 'the database never full', 'fail', evidence_id
  FROM hit
UNION ALL
SELECT d.host, 'database', 'no file of LocalDB was found', 'its size', 'unknown', d.evidence_id
  FROM sync_database d JOIN seen s ON s.target_id = d.target_id AND s.source = 'database'
 WHERE d.kind = 'localdb' AND NOT EXISTS (SELECT * FROM file f WHERE f.host = d.host)
UNION ALL
SELECT host, 'database', iif(kind = 'server', 'a SQL Server: how full it is was not asked', 'where it is was not seen'),
       'its size', 'unknown', evidence_id
  FROM sync_database
 WHERE kind <> 'localdb'
UNION ALL
SELECT s.host, 'events', 'more records than can be kept: the oldest are missing', 'all of the window', 'unknown', w.evidence_id
  FROM seen s LEFT JOIN main.host_event_window w ON w.target_id = s.target_id
 WHERE s.source = 'event_log' AND coalesce(w.complete, 0) = 0
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application'
