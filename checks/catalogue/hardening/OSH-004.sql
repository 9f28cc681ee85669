-- SPDX-License-Identifier: Apache-2.0
-- id: OSH-004
-- title: Virtualisation-based security and Credential Guard run
-- area: hardening
-- severity: medium
-- applies: all
-- needs: [device_guard, host]
-- confirms: [registry]
-- param:
--   cg: recommended
-- why: >-
--   Credential Guard keeps the derived credentials of the administrators who sign in here where even
--   an administrator of the server cannot read them.
-- remedy: >-
--   By GPO: turn on virtualisation-based security with Credential Guard. A virtual machine needs
--   generation 2 (UEFI) with Secure Boot, and a host that offers nested protection.
-- references:
--   - STIG Windows Server 2022 WN22-MS-000140 (V-254441), WN22-CC-000110 (V-254343)
--   - CIS Windows Server 2022 v4.0.0 18.9.5.1, 18.9.5.5
--   - NIST SP 800-53 r5 SC-39, SI-7
--   - NIST CSF 2.0 PR.PS-01
--   - MITRE ATT&CK T1003

-- vbs: 0 off, 1 on but not running, 2 running. On a domain controller Credential Guard protects nothing.
WITH g AS (
  SELECT s.name AS host, d.*, coalesce(h.domain_role, 0) IN (4, 5) AS is_dc,
         EXISTS (SELECT * FROM setting t WHERE t.host = s.name AND t.number > 0
                    AND t.name IN ('DeviceGuard.Policy', 'DeviceGuard.Local')) AS wanted,
         EXISTS (SELECT * FROM setting t WHERE t.host = s.name AND t.number > 0
                    AND t.name IN ('DeviceGuard.CredentialGuardPolicy', 'Lsa.LsaCfgFlags'))
           OR coalesce(d.credential_guard_configured, 0) AS guard_wanted
    FROM server s JOIN main.host_device_guard d USING (target_id) LEFT JOIN main.host h USING (target_id)
)
SELECT host, 'virtualisation-based security' AS subject,
       CASE WHEN vbs IS NULL THEN 'not told'
            WHEN wanted OR vbs = 1 THEN 'configured, and not running' ELSE 'off' END AS observed,
       'running' AS expected,
       CASE WHEN vbs IS NULL THEN 'unknown'
            WHEN wanted OR vbs = 1 OR param('cg') = 'required' THEN 'fail'
            ELSE 'warn' END AS status, evidence_id AS evidence
  FROM g
 WHERE vbs IS NOT 2
UNION ALL
SELECT host, 'Credential Guard',
       CASE WHEN credential_guard IS NULL THEN 'not told'
            WHEN guard_wanted THEN 'configured, and not running' ELSE 'off' END,
       'running', CASE WHEN credential_guard IS NULL THEN 'unknown'
                       WHEN param('cg') = 'required' THEN 'fail' ELSE 'warn' END, evidence_id
  FROM g
 WHERE credential_guard IS NOT 1 AND NOT is_dc
UNION ALL
SELECT s.name, 'device guard', 'the server has no instance of Win32_DeviceGuard', 'its state', 'unknown', NULL
  FROM server s
 WHERE NOT EXISTS (SELECT * FROM main.host_device_guard d WHERE d.target_id = s.target_id)
UNION ALL
SELECT host, place, observed, 'the value', 'unknown', evidence_id
  FROM setting_unseen
 WHERE name IN ('DeviceGuard.Policy', 'DeviceGuard.Local')
   AND host IN (SELECT host FROM g WHERE vbs IS NOT 2)
