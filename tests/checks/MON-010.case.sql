-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-010.

-- case: no change
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2507, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2502, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2527, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 200, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 214, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'x', 4732, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'x', 7045, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'x', 4720, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Other', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'x', 4731, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'x', 7044, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 not_applicable changes

-- case: changes that need an explanation
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2511, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2517, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2519, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2522, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2526, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2508
-- expect: SYNC01 fail Entra Connect Admin Actions 2511
-- expect: SYNC01 fail Entra Connect Admin Actions 2517
-- expect: SYNC01 fail Entra Connect Admin Actions 2519
-- expect: SYNC01 fail Entra Connect Admin Actions 2522
-- expect: SYNC01 fail Entra Connect Admin Actions 2526
-- expect: SYNC01 fail Directory Synchronization 212

-- case: other changes
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2503, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2506, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2512, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2516, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2520, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2521, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 201, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 208, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 213, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 warn Entra Connect Admin Actions 2503
-- expect: SYNC01 warn Entra Connect Admin Actions 2506
-- expect: SYNC01 warn Entra Connect Admin Actions 2512
-- expect: SYNC01 warn Entra Connect Admin Actions 2516
-- expect: SYNC01 warn Entra Connect Admin Actions 2520
-- expect: SYNC01 warn Entra Connect Admin Actions 2521
-- expect: SYNC01 warn Directory Synchronization 201
-- expect: SYNC01 warn Directory Synchronization 208
-- expect: SYNC01 warn Directory Synchronization 213

-- case: administrators
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-21-1-2-3-1001', 'ADSyncAdmins', 'sync_admins', 10012), (1, 'S-1-5-32-558', 'x', NULL, 10012);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4732, 4, '2026-11-20T10:00:00Z', 1, '["-","S-1-5-21-9-9-9-1104","G","D","S-1-5-32-544"]', 10023);
-- expect: SYNC01 fail Microsoft-Windows-Security-Auditing 4732

-- case: groups of the product
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-21-1-2-3-1001', 'ADSyncAdmins', 'sync_admins', 10012), (1, 'S-1-5-32-558', 'x', NULL, 10012);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4733, 4, '2026-11-20T10:00:00Z', 1, '["-","S-1-5-21-9-9-9-1104","G","D","S-1-5-21-1-2-3-1001"]', 10023);
-- expect: SYNC01 fail Microsoft-Windows-Security-Auditing 4733

-- case: other groups
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-21-1-2-3-1001', 'ADSyncAdmins', 'sync_admins', 10012), (1, 'S-1-5-32-558', 'x', NULL, 10012);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4732, 4, '2026-11-20T10:00:00Z', 1, '["-","S-1-5-21-9-9-9-1104","G","D","S-1-5-32-558"]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4733, 4, '2026-11-20T10:00:00Z', 1, '["-","S-1-5-21-9-9-9-1104","G","D","S-1-5-21-1-2-3-1002"]', 10023);
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4732
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4733

-- case: inserts that cannot be read
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-21-1-2-3-1001', 'ADSyncAdmins', 'sync_admins', 10012), (1, 'S-1-5-32-558', 'x', NULL, 10012);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4732, 3, '2026-11-20T10:00:00Z', 1, 'nothing', 10023);
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4732

-- case: the group of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_group VALUES (1, 'S-1-5-21-1-2-3-1001', 'ADSyncAdmins', 'sync_admins', 10012), (1, 'S-1-5-32-558', 'x', NULL, 10012);
INSERT INTO host_event VALUES (2, 'Security', 'Microsoft-Windows-Security-Auditing', 4732, 4, '2026-11-20T10:00:00Z', 1, '["-","S-1-5-21-9-9-9-1104","G","D","S-1-5-21-1-2-3-1001"]', 20023);
-- expect: SYNC01 not_applicable changes
-- expect: SYNC02 warn Microsoft-Windows-Security-Auditing 4732

-- case: users and services
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4720, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4722, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Security-Auditing', 4738, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7045, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4720
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4722
-- expect: SYNC01 warn Microsoft-Windows-Security-Auditing 4738
-- expect: SYNC01 warn Service Control Manager 7045

-- case: many events of one kind
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-21T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2508

-- case: explained
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: changes = [sync01 2026-11-20 2026-11-21]
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2509, 3, '2026-11-21T23:59:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: explained for other days
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: changes = [SYNC01 2026-11-19 2026-11-19, SYNC01 2026-11-21 2026-11-22]
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2508

-- case: explained for every server
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: changes = ["* 2026-11-20 2026-11-20"]
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: explained for another server
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: changes = [SYNC02 2026-11-20 2026-11-20]
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2508

-- case: an explanation that cannot be read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: changes = [SYNC01 2026-11-20]
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2508
-- expect: SYNC01 unknown change SYNC01 2026-11-20

-- case: older than the review is by default
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-10-23T11:59:00Z', 1, '[]', 10023);
-- expect: SYNC01 not_applicable changes

-- case: older than the review
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: review_d = 7
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2508, 3, '2026-11-15T11:59:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2510, 3, '2026-11-15T12:01:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Entra Connect Admin Actions 2510

-- case: the records do not go back far enough
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: review_d = 32
-- expect: SYNC01 unknown review period
-- expect: SYNC01 not_applicable changes

-- case: a day less is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: review_d = 31
-- expect: SYNC01 not_applicable changes

-- case: records are missing
-- server: SYNC01 active contoso.example
-- host: SYNC01
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 unknown review period
-- expect: SYNC01 not_applicable changes

-- case: how far back is not known
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_event_window;
-- expect: SYNC01 unknown review period
-- expect: SYNC01 not_applicable changes

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 event_log
-- uncovered: SYNC02 local_group
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: a log whose records are not shown
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log WHERE name = 'Security';
-- expect: SYNC01 unknown log Security
-- expect: SYNC01 not_applicable changes

-- case: a log whose records are not shown, and what another tells
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log WHERE name = 'Security';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail Directory Synchronization 212
-- expect: SYNC01 unknown log Security

-- case: a log that was cleared tells nothing of what was before
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 1102, 4, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 104, 3, '2026-11-20T10:00:00Z', 2, '["bob","CONTOSO","Application",""]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 104, 3, '2026-11-20T10:00:00Z', 3, '["bob","CONTOSO","Windows PowerShell",""]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 104, 3, '2026-10-20T10:00:00Z', 4, '["bob","CONTOSO","System",""]', 10023);
-- expect: SYNC01 unknown log Security / cleared
-- expect: SYNC01 unknown log Application / cleared
-- expect: SYNC01 not_applicable changes
