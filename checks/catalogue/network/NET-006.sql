-- SPDX-License-Identifier: Apache-2.0
-- id: NET-006
-- title: WinRM is hardened
-- area: network
-- severity: high
-- applies: all
-- needs: [winrm_config or registry]
-- confirms: [winrm_config]
-- why: >-
--   Remote management of a Tier 0 server has to be encrypted and narrow, and the audit, which comes by the
--   same way, must not be the reason for weak settings. Passwords that Basic or CredSSP hand over can be
--   used elsewhere.
-- remedy: >-
--   Use Kerberos with sealed messages, or HTTPS. By group policy (Windows Remote Management): no unencrypted
--   traffic, no Basic, no CredSSP, no stored RunAs credentials; no TrustedHosts of "*". Leave
--   CbtHardeningLevel at Relaxed or Strict.
-- references:
--   - STIG Windows Server 2022 WN22-CC-000470 (V-254378), WN22-CC-000480 (V-254379), WN22-CC-000490 (V-254380)
--   - STIG Windows Server 2022 WN22-CC-000500 (V-254381), WN22-CC-000510 (V-254382), WN22-CC-000520 (V-254383)
--   - CIS Windows Server 2022 v4.0.0 18.10.89.1.1, 18.10.89.2.1, 18.10.89.2.2, 18.10.89.2.3, 18.10.89.2.4, 18.10.90.1
--   - NIST SP 800-53 r5 AC-17(2), SC-8, MA-4
--   - NIST CSF 2.0 PR.DS-02
--   - MITRE ATT&CK T1021.006
--
-- # Without the service's own configuration, group policy alone is judged: what it sets is a fact, what it does
-- # not set is not known. The benchmarks' items that switch off remote management and remote shells contradict
-- # an audit without an agent: notices.
WITH stated AS (                               -- the configuration; where it was not read, group policy
  SELECT s.name AS host, s.target_id, w.name, lower(w.value) AS value, w.value AS written, w.evidence_id
    FROM server s
    JOIN main.host_winrm w ON w.target_id = s.target_id
   UNION ALL
  SELECT host, target_id,
         CASE name WHEN 'WinRM.Service.Basic' THEN 'Service.Auth.Basic'
                   WHEN 'WinRM.Service.Unencrypted' THEN 'Service.AllowUnencrypted'
                   WHEN 'WinRM.Service.CredSSP' THEN 'Service.Auth.CredSSP'
                   WHEN 'WinRM.Client.Basic' THEN 'Client.Auth.Basic'
                   WHEN 'WinRM.Client.Unencrypted' THEN 'Client.AllowUnencrypted'
                   ELSE 'Client.TrustedHosts' END,
         lower(coalesce(text, iif(number = 0, 'false', 'true'))),
         coalesce(text, iif(number = 0, 'false', 'true')), evidence_id
    FROM setting t
   WHERE name IN ('WinRM.Service.Basic', 'WinRM.Service.Unencrypted', 'WinRM.Service.CredSSP',
                  'WinRM.Client.Basic', 'WinRM.Client.Unencrypted', 'WinRM.Client.TrustedHosts')
     AND state = 'set'
     AND NOT EXISTS (SELECT * FROM main.host_winrm w WHERE w.target_id = t.target_id)
),
clear AS (                                     -- servers with a listener without TLS; not seen counts as one
  SELECT s.target_id FROM server s
   WHERE NOT EXISTS (SELECT * FROM main.host_winrm_listener l
                      WHERE l.target_id = s.target_id AND l.enabled)
      OR EXISTS (SELECT * FROM main.host_winrm_listener l
                  WHERE l.target_id = s.target_id AND l.enabled AND l.transport = 'http')
),
tls AS (
  SELECT target_id FROM main.host_winrm_listener WHERE enabled AND transport = 'https'
)
SELECT host, 'WinRM ' || name AS subject, written AS observed,
       CASE WHEN name = 'Client.TrustedHosts' THEN 'no server, or named ones'
            WHEN name = 'Service.Auth.CbtHardeningLevel' THEN 'Relaxed or Strict'
            ELSE 'false' END AS expected,
       CASE WHEN name IN ('Service.AllowUnencrypted', 'Service.Auth.CredSSP', 'Client.TrustedHosts') THEN 'fail'
            WHEN name = 'Service.Auth.Basic' AND target_id IN (SELECT target_id FROM clear) THEN 'fail'
            ELSE 'warn' END AS status,
       evidence_id AS evidence
  FROM stated
 WHERE (name IN ('Service.AllowUnencrypted', 'Service.Auth.CredSSP', 'Service.Auth.Basic', 'Client.Auth.Basic',
                 'Client.AllowUnencrypted') AND value = 'true')
    OR (name = 'Client.TrustedHosts' AND ',' || replace(value, ' ', '') || ',' LIKE '%,*,%')
    OR (name = 'Service.Auth.CbtHardeningLevel' AND value = 'none'
        AND target_id IN (SELECT target_id FROM tls))
UNION ALL
SELECT host, 'WinRM ' || name, written || ': it answers on every address of the server',
       'addresses of the management network', 'info', evidence_id
  FROM stated
 WHERE name IN ('Service.IPv4Filter', 'Service.IPv6Filter') AND value = '*'
UNION ALL
SELECT host, 'WinRM ' || name,
       written || ': the benchmarks ask for false, which an audit without an agent cannot keep',
       'an exception that is written down', 'info', evidence_id
  FROM stated
 WHERE name IN ('Service.AllowRemoteAccess', 'Winrs.AllowRemoteShellAccess') AND value = 'true'
UNION ALL
SELECT host, 'stored RunAs credentials',
       CASE state WHEN 'set' THEN 'allowed by group policy' WHEN 'absent' THEN 'not forbidden by group policy'
                  ELSE 'the setting could not be read' END,
       'forbidden (DisableRunAs)', iif(state IN ('set', 'absent'), 'warn', 'unknown'), evidence_id
  FROM setting
 WHERE name = 'WinRM.Service.DisableRunAs' AND NOT (state = 'set' AND number = 1)
UNION ALL
SELECT s.name, 'WinRM ' || n.name, 'not told by the server', 'its value', 'unknown', NULL
  FROM server s
  JOIN (SELECT 'Service.AllowUnencrypted' AS name UNION ALL SELECT 'Service.Auth.Basic'
         UNION ALL SELECT 'Service.Auth.CredSSP' UNION ALL SELECT 'Client.TrustedHosts') n
 WHERE EXISTS (SELECT * FROM main.host_winrm w WHERE w.target_id = s.target_id)
   AND NOT EXISTS (SELECT * FROM main.host_winrm w WHERE w.target_id = s.target_id AND w.name = n.name)
