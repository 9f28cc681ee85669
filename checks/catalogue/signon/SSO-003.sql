-- SPDX-License-Identifier: Apache-2.0
-- id: SSO-003
-- title: Pass-through authentication has enough healthy agents
-- area: sign-on
-- severity: medium
-- applies: all
-- needs: [service, global_settings or engine]
-- confirms: [attestation]
-- param:
--   min: 3
-- why: >-
--   Every sign-in depends on the agents, and a server with an agent is as sensitive as a domain controller. Agents on
--   other servers, and their state, are known to Entra ID only.
-- remedy: >-
--   Three agents or more on different servers; look at their state in the Entra admin center. Remove an agent that
--   nothing uses, and never clone a machine that has one.
-- references:
--   - Microsoft, Pass-through authentication
--   - NIST SP 800-53 r5 CP-10, SC-5
--   - NIST CSF 2.0 PR.IR-03
--
-- # Agents elsewhere are known to Entra ID only: where pass-through authentication is used, people must attest them.
WITH member AS (
  SELECT s.target_id, s.name AS host, fold(trim(coalesce(p.value, ''))) AS method, p.value,
         v.state, coalesce(v.evidence_id, p.evidence_id, s.evidence_id) AS evidence
    FROM server s
    LEFT JOIN parameter p ON p.target_id = s.target_id AND p.name = 'Microsoft.UserSignIn.SignOnMethod'
    LEFT JOIN main.host_service v ON v.target_id = s.target_id AND v.name_key = 'azureadconnectauthenticationagent'
),
judged AS (
  SELECT *, method LIKE '%passthrough%' OR method LIKE '%pass-through%' OR method = 'pta' AS used FROM member
)
SELECT host, 'agent' AS subject,
       CASE WHEN method = '' THEN 'how people sign in is not told'
            WHEN used THEN 'on this server, and ' || state
            ELSE 'on this server, although people sign in otherwise (' || value || ')' END AS observed,
       iif(used OR method = '', 'at least ' || param('min') || ' that run, on different servers', 'none') AS expected,
       CASE WHEN method = '' THEN 'unknown'
            WHEN used AND state IN ('stopped', 'paused', 'stopping') THEN 'fail'
            WHEN used THEN 'unknown' ELSE 'warn' END AS status, evidence
  FROM judged
 WHERE method = '' OR (used AND state <> 'running') OR (NOT used AND state IS NOT NULL)
UNION ALL
SELECT host, 'agent', 'people sign in otherwise (' || value || '), and none is installed', 'none', 'not_applicable', evidence
  FROM judged
 WHERE method <> '' AND NOT used AND state IS NULL
