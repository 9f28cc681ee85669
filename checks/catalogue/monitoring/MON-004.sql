-- SPDX-License-Identifier: Apache-2.0
-- id: MON-004
-- title: Monitoring and logging are the same on active and staging
-- area: monitoring
-- severity: medium
-- applies: pair
-- needs: [service, registry, log]
-- why: >-
--   The staging server is the one that nobody watches until the day on which it is needed.
-- remedy: >-
--   Give both servers the same agents, the same group policy of logging and the same sizes of logs.
-- references:
--   - Microsoft, Staging server and disaster recovery (how-to-connect-sync-staging-server)
--   - NIST SP 800-53 r5 CA-7, CM-2
--   - NIST CSF 2.0 DE.CM-09
--
-- # Versions of the agents are not compared.
WITH known AS (
  SELECT * FROM pair WHERE NOT same_server
),
running AS (                                   -- products that run, by what they are for
  SELECT DISTINCT v.target_id, k.purpose, k.product, v.evidence_id
    FROM main.host_service v
    JOIN knowledge_service k ON v.name_key GLOB k.pattern
   WHERE v.state = 'running'
),
switch(name, subject, preset) AS (VALUES
  ('PowerShell.ScriptBlockLogging', 'script block logging', 0), ('PowerShell.Transcription', 'transcription', 0),
  ('PowerShell.ModuleLogging', 'module logging', 0), ('Audit.CommandLine', 'command lines of processes', 0),
  ('EventForwarding.Subscriptions', 'event subscriptions', 0),
  ('EntraConnect.AuditEventLogging', 'audit of administrators', 1)
),
turned AS (
  SELECT t.target_id, w.name, w.subject, t.evidence_id,
         CASE t.state WHEN 'set' THEN t.number > 0 WHEN 'absent' THEN w.preset END AS is_on
    FROM switch w
    JOIN setting t ON t.name = w.name
)
SELECT k.staging AS host, replace(r.purpose, '_', ' ') || ' / ' || r.product AS subject,
       'runs on ' || iif(r.target_id = k.active_id, k.active, k.staging) || ' only' AS observed,
       'the same on both servers' AS expected,
       iif(r.target_id = k.active_id, 'fail', 'warn') AS status, r.evidence_id AS evidence
  FROM known k
  JOIN running r ON r.target_id IN (k.active_id, k.staging_id)
 WHERE NOT EXISTS (SELECT * FROM running o
                    WHERE o.target_id IN (k.active_id, k.staging_id) AND o.target_id <> r.target_id
                      AND o.purpose = r.purpose AND o.product = r.product)
UNION ALL
SELECT k.staging, a.subject,
       CASE WHEN a.is_on IS NULL OR b.is_on IS NULL THEN 'could not be read on both servers'
            WHEN a.is_on THEN 'on on ' || k.active || ' only' ELSE 'on on ' || k.staging || ' only' END,
       'the same on both servers',
       CASE WHEN a.is_on IS NULL OR b.is_on IS NULL THEN 'unknown' WHEN a.is_on THEN 'fail' ELSE 'warn' END,
       a.evidence_id || ',' || b.evidence_id
  FROM known k
  JOIN turned a ON a.target_id = k.active_id
  JOIN turned b ON b.target_id = k.staging_id AND b.name = a.name
 WHERE (a.is_on = b.is_on) IS NOT TRUE
UNION ALL
SELECT k.staging, 'log ' || a.name,
       b.max_size_kb || ' KB; ' || k.active || ' has ' || a.max_size_kb || ' KB',
       'not smaller than on the active server', 'warn', a.evidence_id || ',' || b.evidence_id
  FROM known k
  JOIN main.host_log a ON a.target_id = k.active_id
  JOIN main.host_log b ON b.target_id = k.staging_id AND b.name = a.name
 WHERE b.max_size_kb < a.max_size_kb
UNION ALL
SELECT k.staging, 'services', 'none was seen on one of the servers', 'the services of both', 'unknown', NULL
  FROM known k
 WHERE NOT EXISTS (SELECT * FROM main.host_service v WHERE v.target_id = k.active_id)
    OR NOT EXISTS (SELECT * FROM main.host_service v WHERE v.target_id = k.staging_id)
