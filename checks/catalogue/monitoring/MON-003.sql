-- SPDX-License-Identifier: Apache-2.0
-- id: MON-003
-- title: Logs of both servers go to the SIEM
-- area: monitoring
-- severity: high
-- applies: all
-- needs: [service, registry]
-- param:
--   forwarders: []
--   sysmon_required: "no"
-- why: >-
--   An attacker clears the local logs first. Only what has left the server can be joined with the log of
--   Entra ID, and with those of the domain controllers.
-- remedy: >-
--   Forward Application, Security, System and PowerShell/Operational: by the Azure Monitor agent with a data
--   collection rule, another forwarder, or an event subscription. Look in the SIEM for the newest event of
--   each server, and attest it. Name forwarders that are not known here in the policy (forwarders).
-- references:
--   - STIG Windows Server 2022 WN22-AU-000010 (V-254294), WN22-AU-000020 (V-254295)
--   - NIST SP 800-53 r5 AU-6(1), AU-9, AU-4, SI-4(2)
--   - NIST CSF 2.0 PR.PS-04, DE.AE-03
--
-- # A forwarder that runs does not tell which logs it forwards, nor whether they arrive.
WITH forwarder AS (
  SELECT s.name AS host, s.target_id, v.name, v.state, v.evidence_id
    FROM server s
    JOIN main.host_service v ON v.target_id = s.target_id
   WHERE EXISTS (SELECT * FROM knowledge_service k WHERE k.purpose = 'log_forwarding' AND v.name_key GLOB k.pattern)
      OR EXISTS (SELECT * FROM json_each(param('forwarders')) a WHERE v.name_key GLOB lower(a.value))
),
sender AS (
  SELECT s.name AS host, s.target_id, coalesce(max(f.state = 'running'), 0) AS runs,
         max(f.state IN ('unknown', 'starting')) AS unclear,
         group_concat(f.name || ' is ' || f.state, ', ') AS list, min(f.evidence_id) AS evidence_id
    FROM server s
    LEFT JOIN forwarder f ON f.target_id = s.target_id
   GROUP BY s.target_id
),
subscribed AS (
  SELECT x.*, t.state, t.number,
         CASE WHEN t.state = 'set' AND t.number > 0 THEN 1 WHEN t.state IN ('set', 'absent') THEN 0 END AS forwards,
         EXISTS (SELECT * FROM main.coverage c WHERE c.target_id = x.target_id
                    AND c.source = 'attestation' AND c.status = 'ok') AS attested
    FROM sender x
    LEFT JOIN setting t ON t.target_id = x.target_id AND t.name = 'EventForwarding.Subscriptions'
)
SELECT host, 'forwarding' AS subject,
       coalesce(list, 'no forwarder that is known')
         || iif(forwards IS NULL, '; event subscriptions could not be read', '; no event subscription') AS observed,
       'a forwarder that runs, or an event subscription' AS expected,
       iif(forwards IS NULL OR unclear, 'unknown', 'fail') AS status, evidence_id AS evidence
  FROM subscribed
 WHERE NOT runs AND forwards IS NOT 1
UNION ALL
SELECT host, 'arrival of the logs', 'nothing shows which logs are sent and that they arrive',
       'an attestation, with the newest event of the server', 'warn', evidence_id
  FROM subscribed
 WHERE (runs OR forwards = 1) AND NOT attested
UNION ALL
SELECT s.name, 'Sysmon', coalesce('it is ' || max(v.state), 'not on the server'), 'running', 'warn',
       min(v.evidence_id)
  FROM server s
  LEFT JOIN main.host_service v ON v.target_id = s.target_id
        AND EXISTS (SELECT * FROM knowledge_service k WHERE k.purpose = 'sysmon' AND v.name_key GLOB k.pattern)
 WHERE lower(param('sysmon_required')) = 'yes'
 GROUP BY s.target_id
HAVING coalesce(max(v.state = 'running'), 0) = 0
