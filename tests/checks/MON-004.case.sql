-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-004.

-- case: the same
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC02 pass

-- case: an agent on the active server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (1, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC02 fail monitoring / Telegraf

-- case: an agent that is stopped on the staging server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (1, 'Sysmon64', 'sysmon64', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Sysmon64', 'sysmon64', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 fail sysmon / Sysmon

-- case: an agent on the staging server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (2, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 warn monitoring / Telegraf

-- case: the same product under another name
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Sysmon', 'sysmon', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Sysmon64', 'sysmon64', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 pass

-- case: one purpose by two products
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (2, 'Elastic Agent', 'elastic agent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 warn monitoring / Elastic agent
-- expect: SYNC02 warn log forwarding / Elastic agent

-- case: logging on one server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 1
-- setting: SYNC02 PowerShell.Transcription = 1
-- setting: SYNC01 PowerShell.ModuleLogging = 1
-- setting: SYNC02 PowerShell.ModuleLogging = 1
-- setting: SYNC01 Audit.CommandLine = 0
-- setting: SYNC02 EventForwarding.Subscriptions = 2
-- setting: SYNC02 EntraConnect.AuditEventLogging = 0
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 fail script block logging
-- expect: SYNC02 warn transcription
-- expect: SYNC02 warn event subscriptions
-- expect: SYNC02 fail audit of administrators

-- case: values that are not there mean what Windows does
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 EntraConnect.AuditEventLogging = 1
-- setting: SYNC01 PowerShell.ScriptBlockLogging = 0
-- setting: SYNC01 PowerShell.Transcription = 0
-- setting: SYNC02 PowerShell.ModuleLogging = 0
-- setting: SYNC01 EventForwarding.Subscriptions = 0
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 pass

-- case: values that were not read
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 PowerShell.ScriptBlockLogging = denied
-- setting: SYNC02 Audit.CommandLine = unread
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 unknown script block logging
-- expect: SYNC02 unknown command lines of processes

-- case: smaller logs
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
DELETE FROM host_log;
INSERT INTO host_log VALUES (1, 'Security', 200, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (2, 'Security', 199, 100, 'as_needed', 20022);
INSERT INTO host_log VALUES (1, 'System', 300, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (2, 'System', 300, 100, 'as_needed', 20022);
INSERT INTO host_log VALUES (1, 'Application', 100, 100, 'as_needed', 10022);
INSERT INTO host_log VALUES (2, 'Application', 200, 100, 'as_needed', 20022);
-- expect: SYNC02 warn log Security

-- case: two exports of one server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE sync_server SET server_name = 'SYNC01';
UPDATE host SET name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: no services were seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC02 unknown services

-- case: no services were seen of the active server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 unknown services

-- case: one side was not asked
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 log
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC02 unknown

-- case: a third server does not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO host_service VALUES (3, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 30004);
INSERT INTO host_service VALUES (1, 'nscp', 'nscp', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (3, 'nscp', 'nscp', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 30004);
-- expect: SYNC02 fail monitoring / NSClient++
