-- SPDX-License-Identifier: Apache-2.0
-- id: SQL-004
-- title: SQL high availability is configured as supported, where required
-- area: database
-- severity: low
-- applies: all
-- needs: [registry or engine_database]
-- confirms: [event_log]
-- param:
--   ha: none
-- why: >-
--   Availability groups and failover clusters are supported with restrictions. With LocalDB the staging
--   server is the redundancy.
-- remedy: Follow Microsoft's steps for availability groups before the product is installed; use synchronous replicas.
-- references:
--   - Microsoft, SQL Always On availability groups with Connect
--   - Microsoft, Prerequisites and hardware; hardening the server
--   - NIST SP 800-53 r5 CP-10, CP-7
--   - NIST CSF 2.0 PR.IR-03

-- ha: none, aag (availability group) or fci (failover cluster), which a SQL Server is not asked about. 6945 says that the
-- connection to an availability group was lost.
WITH lost AS (
  SELECT s.name AS host, s.target_id, count(*) AS times, max(e.at) AS last, min(e.evidence_id) AS evidence_id
    FROM server s JOIN main.host_event e USING (target_id)
   WHERE e.provider = 'ADSync' AND e.event = 6945
   GROUP BY s.name
)
SELECT d.host, 'high availability' AS subject, 'LocalDB, which has none' AS observed, param('ha') AS expected,
       'fail' AS status, d.evidence_id AS evidence
  FROM sync_database d
 WHERE d.kind = 'localdb' AND param('ha') <> 'none'
UNION ALL
SELECT host, 'event 6945', 'connection to the availability group lost ' || times || ' times, last ' || last,
       'a connection that holds', 'fail', evidence_id
  FROM lost
UNION ALL
SELECT t.host, 'replicas', 'SqlAoaAsyncMode is ' || t.text, 'synchronous', 'warn', t.evidence_id
  FROM setting t JOIN sync_database d ON d.host = t.host
 WHERE t.name = 'EntraConnect.SqlAoaAsyncMode' AND fold(trim(t.text)) IN ('true', '1', 'yes') AND d.kind <> 'localdb'
UNION ALL
SELECT d.host, 'high availability',
       iif(d.kind = 'server', 'a SQL Server, which was not asked how it is protected', 'where the database is was not seen'),
       param('ha'), 'unknown', d.evidence_id
  FROM sync_database d
 WHERE d.kind = 'unknown' OR d.kind = 'server' AND param('ha') <> 'none'
UNION ALL
SELECT u.host, u.place, u.observed, 'the value', 'unknown', u.evidence_id
  FROM setting_unseen u JOIN sync_database d ON d.host = u.host
 WHERE u.name = 'EntraConnect.SqlAoaAsyncMode' AND d.kind = 'server'
UNION ALL
SELECT d.host, 'high availability', 'LocalDB: the staging server is the redundancy', 'none', 'not_applicable', d.evidence_id
  FROM sync_database d
 WHERE d.kind = 'localdb' AND param('ha') = 'none' AND d.host NOT IN (SELECT host FROM lost)
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application' AND host IN (SELECT host FROM sync_database WHERE kind <> 'localdb')
