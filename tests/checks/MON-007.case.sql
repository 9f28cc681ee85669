-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-007.

-- case: logged, and the audit policy was seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
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
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 fail script block logging
-- expect: SYNC01 warn PowerShell transcription
-- expect: SYNC01 warn command lines of created processes

-- case: switched off
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 0
-- setting: SYNC01 PowerShell.Transcription = 0
-- setting: SYNC01 Audit.CommandLine = 0
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = 0
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 fail script block logging
-- expect: SYNC01 warn PowerShell transcription
-- expect: SYNC01 warn command lines of created processes
-- expect: SYNC01 warn subcategories of the audit policy override categories

-- case: subcategories override
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = 1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: values that were not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
-- setting: SYNC01 PowerShell.ScriptBlockLogging = denied
-- setting: SYNC01 Lsa.SCENoApplyLegacyAuditPolicy = wrong_type
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 unknown script block logging
-- expect: SYNC01 unknown subcategories of the audit policy override categories

-- case: values that nobody asked for
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC01 PowerShell.Transcription = 1
-- setting: SYNC01 Audit.CommandLine = 1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
DELETE FROM host_setting WHERE name = 'PowerShell.ScriptBlockLogging';
-- expect: SYNC01 unknown script block logging

-- case: the registry was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 registry
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'audit_policy', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 unknown
