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
-- # Subcategories by GUID. Absent values of the registry: not logged; the categories of older systems do not override
-- # the subcategories.
WITH policy(guid, subject, failure, status) AS (VALUES
  ('0cce9215-69ae-11d9-bed3-505054503030', 'Logon', 1, 'fail'),
  ('0cce9235-69ae-11d9-bed3-505054503030', 'User Account Management', 0, 'fail'),
  ('0cce922f-69ae-11d9-bed3-505054503030', 'Audit Policy Change', 0, 'fail'),
  ('0cce922b-69ae-11d9-bed3-505054503030', 'Process Creation', 0, 'fail'),
  ('0cce9237-69ae-11d9-bed3-505054503030', 'Security Group Management', 0, 'warn'),
  ('0cce921b-69ae-11d9-bed3-505054503030', 'Special Logon', 0, 'warn'),
  ('0cce9228-69ae-11d9-bed3-505054503030', 'Sensitive Privilege Use', 0, 'warn')
),
wanted(name, subject, preset, status) AS (VALUES
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
UNION ALL
SELECT v.host, 'audit of ' || w.subject,
       CASE WHEN a.success IS NULL THEN 'not told' WHEN a.success THEN 'success only'
            WHEN a.failure THEN 'failure only' ELSE 'none' END,
       iif(w.failure, 'success and failure', 'success'), iif(a.success IS NULL, 'unknown', w.status), a.evidence_id
  FROM seen v
  JOIN policy w
  LEFT JOIN main.host_audit_policy a ON a.target_id = v.target_id AND a.subcategory = w.guid
 WHERE v.source = 'audit_policy' AND (a.success AND (a.failure OR NOT w.failure)) IS NOT TRUE
