-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-001.

-- case: runs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectAgentUpdater', 'azureadconnectagentupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: the older agent runs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthSyncInsights', 'azureadconnecthealthsyncinsights', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthSyncMonitor', 'azureadconnecthealthsyncmonitor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: not on the server
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectAgentUpdater', 'azureadconnectagentupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail Health agent

-- case: not on the server, and its updater is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectAgentUpdater', 'azureadconnectagentupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail Health agent
-- expect: SYNC01 warn service AzureADConnectAgentUpdater

-- case: stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectAgentUpdater', 'azureadconnectagentupdater', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail Health agent

-- case: registered, and not there
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EntraConnect.HealthAgent = 1
-- expect: SYNC01 fail Health agent

-- case: it runs on the other server only
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 pass
-- expect: SYNC02 fail Health agent

-- case: it may be running
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown Health agent
-- expect: SYNC02 unknown Health agent

-- case: started by hand
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'manual', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectAgentUpdater', 'azureadconnectagentupdater', 'LocalSystem', 'localsystem', 'system', 'manual', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service AzureADConnectHealthAgent
-- expect: SYNC01 warn service AzureADConnectAgentUpdater

-- case: a part is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthSyncInsights', 'azureadconnecthealthsyncinsights', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthSyncMonitor', 'azureadconnecthealthsyncmonitor', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service AzureADConnectHealthSyncMonitor

-- case: what is left of the older agent is disabled
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthSyncMonitor', 'azureadconnecthealthsyncmonitor', 'LocalSystem', 'localsystem', 'system', 'disabled', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: errors of the last day
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'Application', 'AzureADConnectHealthAgent', 1, 1, '2026-11-21T12:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADHealth-AadSync', 2, 1, '2026-11-22T11:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 warn errors of the agent

-- case: older errors, warnings, and errors of others
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'Application', 'AzureADConnectHealthAgent', 1, 1, '2026-11-21T11:59:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'AzureADConnectHealthAgent', 1, 2, '2026-11-22T11:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 1, 1, '2026-11-22T11:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: the policy counts other hours
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: error_hours = 25
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'Application', 'AzureADConnectHealthAgent', 1, 1, '2026-11-21T11:59:00Z', 1, '[]', 10023);
-- expect: SYNC01 warn errors of the agent

-- case: not used
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: health = not_used
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_event VALUES (1, 'Application', 'AzureADConnectHealthAgent', 1, 1, '2026-11-22T11:59:00Z', 1, '[]', 10023);
-- expect: SYNC01 not_applicable Health agent

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 service
-- uncovered: SYNC02 event_log
INSERT INTO host_service VALUES (2, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: a log whose records are not shown
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureADConnectHealthAgent', 'azureadconnecthealthagent', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC01 unknown log Application
