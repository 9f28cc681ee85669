-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-006.

-- case: large enough
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
-- expect: SYNC01 pass

-- case: a little too small
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 32767, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196607, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32767, 100, 'as_needed', 10022);
-- expect: SYNC01 fail log Application / size
-- expect: SYNC01 fail log Security / size
-- expect: SYNC01 fail log System / size

-- case: smaller than Microsoft advises
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'application', 255999, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'system', 32768, 100, 'as_needed', 10022);
-- expect: SYNC01 warn log Application / size

-- case: the least that is accepted
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 32768, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
-- expect: SYNC01 warn log Application / size

-- case: sizes of the policy
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: security_kb = 196609
-- param: application_kb = 256001
-- param: system_kb = 32769
-- param: application_wanted_kb = 256000
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
-- expect: SYNC01 fail log Application / size
-- expect: SYNC01 fail log Security / size
-- expect: SYNC01 fail log System / size

-- case: a size that is not known, a log that was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', NULL, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
-- expect: SYNC01 unknown log Application / size
-- expect: SYNC01 unknown log System / size
-- expect: SYNC01 unknown log System

-- case: what happens when a log is full
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'never', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'outdated', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'unknown', 10022);
-- expect: SYNC01 warn log Application / when full
-- expect: SYNC01 warn log Security / when full

-- case: cleared
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 1102, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 104, 3, '2026-11-21T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail log Security / cleared
-- expect: SYNC01 fail log System / cleared

-- case: the same numbers elsewhere
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 1102, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 104, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Other', 1102, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Other', 104, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 1101, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Microsoft-Windows-Eventlog', 105, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: cleared, and explained
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: cleared_known = [sync01 2026-11-20, SYNC02 2026-11-21]
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 1102, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Security', 'Microsoft-Windows-Eventlog', 1102, 3, '2026-11-21T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail log Security / cleared

-- case: records are missing
-- server: SYNC01 active contoso.example
-- host: SYNC01
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Application', 256000, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'Security', 196608, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (1, 'System', 32768, 100, 'as_needed', 10022);
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 unknown records of the logs

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 log
-- uncovered: SYNC02 event_log
DELETE FROM host_log;
INSERT INTO host_log VALUES (2, 'Application', 256000, 100, 'as_needed', 20022);
INSERT INTO host_log VALUES (2, 'Security', 196608, 100, 'as_needed', 20022);
INSERT INTO host_log VALUES (2, 'System', 32768, 100, 'as_needed', 20022);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
