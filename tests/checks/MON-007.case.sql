-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-007.

-- case: logged, and the audit policy was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- expect: SYNC01 pass

-- case: logged; the audit policy is not told
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- expect: SYNC01 unknown

-- case: nothing is set
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- expect: SYNC01 fail script block logging
-- expect: SYNC01 warn PowerShell transcription
-- expect: SYNC01 warn command lines of created processes

-- case: switched off
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 0
-- setting: SYNC01 PowerShell.Transcription = 0
-- setting: SYNC01 Audit.CommandLine = 0
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = 0
-- expect: SYNC01 fail script block logging
-- expect: SYNC01 warn PowerShell transcription
-- expect: SYNC01 warn command lines of created processes
-- expect: SYNC01 warn subcategories of the audit policy override categories

-- case: subcategories override
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = 1
-- expect: SYNC01 pass

-- case: values that were not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- setting: SYNC01 PowerShell.ScriptBlockLogging = denied
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = wrong_type
-- expect: SYNC01 unknown script block logging
-- expect: SYNC01 unknown subcategories of the audit policy override categories

-- case: values that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
DELETE FROM host_setting WHERE name = 'PowerShell.ScriptBlockLogging';
-- expect: SYNC01 unknown script block logging

-- case: the registry was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- uncovered: SYNC01 registry
-- expect: SYNC01 unknown

-- case: each subcategory off
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- server: S7 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- host: S7
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
-- engine: S7
-- setting: S1 PowerShell.ScriptBlockLogging = 1
-- setting: S1 PowerShell.Transcription = 1
-- setting: S1 Audit.CommandLine = 1
-- setting: S2 PowerShell.ScriptBlockLogging = 1
-- setting: S2 PowerShell.Transcription = 1
-- setting: S2 Audit.CommandLine = 1
-- setting: S3 PowerShell.ScriptBlockLogging = 1
-- setting: S3 PowerShell.Transcription = 1
-- setting: S3 Audit.CommandLine = 1
-- setting: S4 PowerShell.ScriptBlockLogging = 1
-- setting: S4 PowerShell.Transcription = 1
-- setting: S4 Audit.CommandLine = 1
-- setting: S5 PowerShell.ScriptBlockLogging = 1
-- setting: S5 PowerShell.Transcription = 1
-- setting: S5 Audit.CommandLine = 1
-- setting: S6 PowerShell.ScriptBlockLogging = 1
-- setting: S6 PowerShell.Transcription = 1
-- setting: S6 Audit.CommandLine = 1
-- setting: S7 PowerShell.ScriptBlockLogging = 1
-- setting: S7 PowerShell.Transcription = 1
-- setting: S7 Audit.CommandLine = 1
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 1 AND subcategory LIKE '0cce9215%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 2 AND subcategory LIKE '0cce9235%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 3 AND subcategory LIKE '0cce922f%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 4 AND subcategory LIKE '0cce922b%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 5 AND subcategory LIKE '0cce9237%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 6 AND subcategory LIKE '0cce921b%';
UPDATE host_audit_policy SET success = 0, failure = 0 WHERE target_id = 7 AND subcategory LIKE '0cce9228%';
-- expect: S1 fail audit of Logon
-- expect: S2 fail audit of User Account Management
-- expect: S3 fail audit of Audit Policy Change
-- expect: S4 fail audit of Process Creation
-- expect: S5 warn audit of Security Group Management
-- expect: S6 warn audit of Special Logon
-- expect: S7 warn audit of Sensitive Privilege Use

-- case: one half only
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- setting: S1 PowerShell.ScriptBlockLogging = 1
-- setting: S1 PowerShell.Transcription = 1
-- setting: S1 Audit.CommandLine = 1
-- setting: S2 PowerShell.ScriptBlockLogging = 1
-- setting: S2 PowerShell.Transcription = 1
-- setting: S2 Audit.CommandLine = 1
-- setting: S3 PowerShell.ScriptBlockLogging = 1
-- setting: S3 PowerShell.Transcription = 1
-- setting: S3 Audit.CommandLine = 1
-- setting: S4 PowerShell.ScriptBlockLogging = 1
-- setting: S4 PowerShell.Transcription = 1
-- setting: S4 Audit.CommandLine = 1
UPDATE host_audit_policy SET success = 1, failure = 0 WHERE target_id = 1 AND subcategory LIKE '0cce9215%';
UPDATE host_audit_policy SET success = 0, failure = 1 WHERE target_id = 2 AND subcategory LIKE '0cce9215%';
UPDATE host_audit_policy SET success = 0, failure = 1 WHERE target_id = 3 AND subcategory LIKE '0cce922b%';
UPDATE host_audit_policy SET success = 1, failure = 0 WHERE target_id = 4 AND subcategory LIKE '0cce9235%';
-- expect: S1 fail audit of Logon
-- expect: S2 fail audit of Logon
-- expect: S3 fail audit of Process Creation
-- expect: S4 pass

-- case: a subcategory that is not told
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
-- setting: S1 PowerShell.ScriptBlockLogging = 1
-- setting: S1 PowerShell.Transcription = 1
-- setting: S1 Audit.CommandLine = 1
DELETE FROM host_audit_policy WHERE subcategory LIKE '0cce9215%';
-- expect: S1 unknown audit of Logon
