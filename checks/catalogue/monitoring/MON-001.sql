-- SPDX-License-Identifier: Apache-2.0
-- id: MON-001
-- title: The Entra Connect Health agent runs on every sync server
-- area: monitoring
-- severity: medium
-- applies: all
-- needs: [service]
-- confirms: [event_log]
-- param:
--   health: required
--   error_hours: 24
-- why: >-
--   Health raises alerts on errors, delays and outages, but only for servers on which an agent runs; the
--   staging server needs one of its own.
-- remedy: >-
--   Install and register the agent on both servers, let its services start automatically, and let it reach
--   its endpoints. Without a licence for Health set "health" to "not_used" in the policy and see that another
--   monitoring watches the servers (MON-002).
-- references:
--   - Microsoft, Connect Health for sync, alert catalog
--   - NIST SP 800-53 r5 SI-4, CA-7
--   - NIST CSF 2.0 DE.CM-09
WITH agent AS (
  SELECT s.name AS host, s.target_id, v.name, v.state, v.start_mode, v.evidence_id, k.purpose
    FROM server s
    JOIN main.host_service v ON v.target_id = s.target_id
    JOIN knowledge_service k ON v.name_key GLOB k.pattern
   WHERE k.purpose IN ('health', 'health_updater') AND lower(param('health')) <> 'not_used'
)
SELECT s.name AS host, 'Health agent' AS subject,
       CASE WHEN count(a.name) = 0 AND r.state = 'set' THEN 'registered, but none of its services is on the server'
            WHEN count(a.name) = 0 THEN 'not on the server'
            ELSE group_concat(a.name || ' is ' || a.state, ', ') END AS observed,
       'installed and running' AS expected,
       iif(max(a.state IN ('unknown', 'starting')), 'unknown', 'fail') AS status,
       coalesce(min(a.evidence_id), r.evidence_id) AS evidence
  FROM server s
  LEFT JOIN agent a ON a.target_id = s.target_id AND a.purpose = 'health'
  LEFT JOIN setting r ON r.target_id = s.target_id AND r.name = 'EntraConnect.HealthAgent'
 WHERE lower(param('health')) <> 'not_used'
 GROUP BY s.target_id
HAVING coalesce(max(a.state = 'running'), 0) = 0
UNION ALL
SELECT host, 'service ' || name, state || ', start ' || start_mode, 'running, started automatically', 'warn',
       evidence_id
  FROM agent a
 WHERE start_mode <> 'disabled' AND (state <> 'running' OR start_mode <> 'auto')
   AND (purpose = 'health_updater'
        OR EXISTS (SELECT * FROM agent o
                    WHERE o.target_id = a.target_id AND o.purpose = 'health' AND o.state = 'running'))
UNION ALL
SELECT s.name, 'errors of the agent', count(*) || ' in the last ' || param('error_hours') || ' hours', 'none', 'warn',
       min(e.evidence_id)
  FROM server s
  JOIN main.run
  JOIN main.host_event e ON e.target_id = s.target_id
 WHERE e.provider IN ('AzureADConnectHealthAgent', 'ADHealth-AadSync') AND e.kind = 1
   AND (julianday(run.started_at) - julianday(e.at)) * 24 <= param('error_hours')
   AND lower(param('health')) <> 'not_used'
 GROUP BY s.target_id
UNION ALL
SELECT name, 'Health agent', 'the policy does without it', 'another monitoring (MON-002)', 'not_applicable', NULL
  FROM server
 WHERE lower(param('health')) = 'not_used'
UNION ALL
SELECT host, 'log ' || log, 'the server does not show its records to the auditor', 'its records', 'unknown', NULL
  FROM log_unseen
 WHERE log = 'Application' AND lower(param('health')) <> 'not_used'
