-- SPDX-License-Identifier: Apache-2.0
-- id: MON-007
-- title: Audit policy and PowerShell logging cover logons, privilege, policy and process activity
-- area: monitoring
-- severity: high
-- applies: all
-- needs: [registry]
-- confirms: [audit_policy]
-- why: >-
--   After an incident on a Tier 0 server these records are all there is. What PowerShell ran is recorded only
--   where script block logging is on.
-- remedy: >-
--   Group policy: Advanced Audit Policy, script block logging, command lines of created processes, and
--   PowerShell transcription (which conflicts with nothing but the AD FS part of the wizard).
-- references:
--   - STIG Windows Server 2022 WN22-SO-000050 (V-254449), WN22-AU-000190 (V-254312), WN22-AU-000200 (V-254313)
--   - STIG Windows Server 2022 WN22-AU-000100 (V-254303), WN22-AU-000140 (V-254307), WN22-AU-000260 (V-254319)
--   - STIG Windows Server 2022 WN22-CC-000460 (V-254377), WN22-CC-000530 (V-254384)
--   - CIS Windows Server 2022 v4.0.0 17.2.5, 17.2.6, 17.3.2, 17.5.4, 17.7.1, 18.10.87.1, 18.10.87.2
--   - PingCastle A-AuditPowershell
--   - NIST SP 800-53 r5 AU-2, AU-12
--   - NIST CSF 2.0 PR.PS-04
--
-- # The effective audit policy is not told by CIM or the registry. Absent values: not logged; the categories of
-- # older systems do not override the subcategories.
WITH wanted(name, subject, preset, status) AS (VALUES
  ('PowerShell.ScriptBlockLogging', 'script block logging', 0, 'fail'),
  ('PowerShell.Transcription', 'PowerShell transcription', 0, 'warn'),
  ('Audit.CommandLine', 'command lines of created processes', 0, 'warn'),
  ('Lsa.SCENoApplyLegacyAuditPolicy', 'subcategories of the audit policy override categories', 1, 'warn')
)
SELECT s.name AS host, w.subject,
       CASE t.state WHEN 'set' THEN 'off' WHEN 'absent' THEN 'off: not set' ELSE 'could not be read' END AS observed,
       'on' AS expected, iif(t.state IN ('set', 'absent'), w.status, 'unknown') AS status, t.evidence_id AS evidence
  FROM server s
  JOIN wanted w
  LEFT JOIN setting t ON t.target_id = s.target_id AND t.name = w.name
 WHERE CASE t.state WHEN 'set' THEN t.number = 1 WHEN 'absent' THEN w.preset END IS NOT 1
