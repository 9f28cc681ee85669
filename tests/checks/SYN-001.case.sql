-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-001.

-- case: runs, starts automatically, never crashed
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: delayed is automatic
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 1, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service ADSync

-- case: started by hand
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'manual', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service ADSync / start

-- case: disabled
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'disabled', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service ADSync / start
-- expect: SYNC01 fail service ADSync

-- case: not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'unknown', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown service ADSync
-- expect: SYNC01 unknown service ADSync / start
-- expect: SYNC02 unknown service ADSync

-- case: not on a server of the product
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EntraConnect.Version = "2.6.92.0"
-- expect: SYNC01 fail service ADSync

-- case: not on a server without the product
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC02 EntraConnect.Version = denied
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown service ADSync
-- expect: SYNC02 unknown service ADSync

-- case: the service of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Other', 'other', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 pass
-- expect: SYNC02 unknown service ADSync

-- case: crashes
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7034, 1, '2026-11-21T10:00:00Z', 1, '["Microsoft Entra ID Sync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-22T10:00:00Z', 1, '["Microsoft Azure AD Sync","1"]', 10023);
-- expect: SYNC01 fail crashes of ADSync

-- case: fewer crashes
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7034, 1, '2026-11-21T10:00:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 warn crashes of ADSync

-- case: fewer crashes than the policy wants
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: crash_fail = 2
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7034, 1, '2026-11-21T10:00:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 fail crashes of ADSync

-- case: older crashes
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-15T11:59:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 pass

-- case: a crash of the last week
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-15T12:01:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 warn crashes of ADSync

-- case: crashes of others, and other events
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 1, '2026-11-20T10:00:00Z', 1, '["Spooler","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7036, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7031, 3, '2026-11-20T10:00:00Z', 1, 'ADSync', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Service Control Manager', 7031, 3, '2026-11-20T10:00:00Z', 1, '["ADSync"]', 10023);
-- expect: SYNC01 pass

-- case: crashes of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_event VALUES (2, 'System', 'Service Control Manager', 7031, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 20023);
-- expect: SYNC01 pass
-- expect: SYNC02 warn crashes of ADSync

-- case: its account could not log on
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7038, 1, '2026-10-24T10:00:00Z', 1, '["ADSync","1"]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7041, 1, '2026-11-20T10:00:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 warn logon of ADSync

-- case: it could not log on long ago
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7038, 1, '2026-10-23T11:59:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 pass

-- case: a failure of the last month
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7041, 1, '2026-10-23T12:01:00Z', 1, '["ADSync","1"]', 10023);
-- expect: SYNC01 warn logon of ADSync

-- case: records are missing
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 unknown records of the logs

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 service
-- uncovered: SYNC02 event_log
INSERT INTO host_service VALUES (2, 'ADSync', 'adsync', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: a log whose records are not shown
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
DELETE FROM host_log WHERE name = 'System';
-- expect: SYNC01 unknown log System

-- case: a log that is listed without its records
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_log SET records = NULL WHERE name = 'System';
-- expect: SYNC01 unknown log System

-- case: a log that is listed as empty
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_log SET records = 0 WHERE name = 'System';
-- expect: SYNC01 unknown log System

-- case: a record of a log that is not listed
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
DELETE FROM host_log;
INSERT INTO host_event VALUES (1, 'System', 'Service Control Manager', 7045, 4, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: other logs do not matter
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'ADSync', 'adsync', 'NT SERVICE\ADSync', 'nt service\adsync', 'virtual', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
DELETE FROM host_log WHERE name <> 'System';
-- expect: SYNC01 pass
