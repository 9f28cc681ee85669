-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-002.

-- case: an agent runs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: an agent by a pattern
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'AzureMonitorAgentCore', 'azuremonitoragentcore', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: no agent
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'MyHealthService', 'myhealthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail monitoring agent

-- case: an agent is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail monitoring agent

-- case: an agent may be running
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown monitoring agent
-- expect: SYNC02 unknown monitoring agent

-- case: one of two agents is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'nscp', 'nscp', 'LocalSystem', 'localsystem', 'system', 'disabled', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn service telegraf

-- case: the agent of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 pass
-- expect: SYNC02 fail monitoring agent

-- case: an agent that the policy names
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: agents = [other, Acme*]
INSERT INTO host_service VALUES (1, 'AcmeWatch', 'acmewatch', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: without an agent, not attested
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: enterprise = agentless
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown monitoring without an agent

-- case: without an agent, attested
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: enterprise = agentless
INSERT INTO host_service VALUES (1, 'HealthService', 'healthservice', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: the attestation of another server, and one that failed
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: enterprise = agentless
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE coverage SET status = 'failed', message = 'x' WHERE source = 'attestation';
-- expect: SYNC01 unknown monitoring without an agent
-- expect: SYNC02 unknown monitoring without an agent

-- case: the services were not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- uncovered: SYNC01 service
-- expect: SYNC01 unknown
