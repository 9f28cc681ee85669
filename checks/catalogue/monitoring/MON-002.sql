-- SPDX-License-Identifier: Apache-2.0
-- id: MON-002
-- title: A monitoring agent runs on every sync server
-- area: monitoring
-- severity: medium
-- applies: all
-- needs: [service]
-- param:
--   enterprise: agent
--   agents: []
-- why: >-
--   Disk, memory, services and certificates of both servers belong on the dashboard that people on call look
--   at. The staging server is the one that is left out.
-- remedy: >-
--   Add both servers to the monitoring. Name agents that are not known here in the policy (agents, short
--   names of services, * for any characters); where servers are monitored without an agent, set "enterprise"
--   to "agentless" and attest it.
-- references:
--   - NIST SP 800-53 r5 SI-4, CA-7
--   - NIST CSF 2.0 DE.CM-09
WITH known(pattern, product) AS (
  SELECT pattern, product FROM knowledge_service WHERE purpose = 'monitoring'
   UNION
  SELECT lower(value), value FROM json_each(param('agents'))
),
agent AS (
  SELECT s.name AS host, s.target_id, v.name, v.state, v.start_mode, v.evidence_id
    FROM server s
    JOIN main.host_service v ON v.target_id = s.target_id
   WHERE EXISTS (SELECT * FROM known k WHERE v.name_key GLOB k.pattern)
     AND lower(param('enterprise')) <> 'agentless'
)
SELECT s.name AS host, 'monitoring agent' AS subject,
       coalesce(group_concat(a.name || ' is ' || a.state, ', '), 'none that is known') AS observed,
       'one that runs' AS expected,
       iif(max(a.state IN ('unknown', 'starting')), 'unknown', 'fail') AS status,
       min(a.evidence_id) AS evidence
  FROM server s
  LEFT JOIN agent a ON a.target_id = s.target_id
 WHERE lower(param('enterprise')) <> 'agentless'
 GROUP BY s.target_id
HAVING coalesce(max(a.state = 'running'), 0) = 0
UNION ALL
SELECT host, 'service ' || name, state || ', start ' || start_mode, 'running', 'warn', evidence_id
  FROM agent a
 WHERE state <> 'running' AND start_mode <> 'disabled'
   AND EXISTS (SELECT * FROM agent o WHERE o.target_id = a.target_id AND o.state = 'running')
UNION ALL
SELECT s.name, 'monitoring without an agent', 'the policy says so, and nobody attested it', 'an attestation',
       'unknown', NULL
  FROM server s
 WHERE lower(param('enterprise')) = 'agentless'
   AND NOT EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = s.target_id
                      AND c.source = 'attestation' AND c.status = 'ok')
