-- SPDX-License-Identifier: Apache-2.0
-- Cases of MON-003.

-- case: a forwarder runs, and it is attested
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: a forwarder runs
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn arrival of the logs

-- case: the attestation of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'winlogbeat', 'winlogbeat', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 warn arrival of the logs
-- expect: SYNC02 pass

-- case: an attestation that failed
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
UPDATE coverage SET status = 'failed', message = 'x' WHERE source = 'attestation';
-- expect: SYNC01 warn arrival of the logs

-- case: nothing forwards
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 fail forwarding

-- case: a forwarder is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (1, 'telegraf', 'telegraf', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail forwarding

-- case: a forwarder may be running
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_service VALUES (1, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'SplunkForwarder', 'splunkforwarder', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown forwarding
-- expect: SYNC02 unknown forwarding

-- case: a subscription
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EventForwarding.Subscriptions = 1
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: a subscription, not attested
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EventForwarding.Subscriptions = 1
-- expect: SYNC01 warn arrival of the logs

-- case: no subscription in the key
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EventForwarding.Subscriptions = 0
-- expect: SYNC01 fail forwarding

-- case: subscriptions that were not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EventForwarding.Subscriptions = denied
-- expect: SYNC01 unknown forwarding

-- case: subscriptions that were not read, and a forwarder
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- setting: SYNC01 EventForwarding.Subscriptions = denied
INSERT INTO host_service VALUES (1, 'nxlog', 'nxlog', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: a forwarder that the policy names
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: forwarders = [Acme*]
INSERT INTO host_service VALUES (1, 'AcmeShip', 'acmeship', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 pass

-- case: Sysmon is wanted and there
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: sysmon_required = yes
INSERT INTO host_service VALUES (1, 'nxlog', 'nxlog', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service VALUES (1, 'Sysmon64', 'sysmon64', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: Sysmon is wanted
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- param: sysmon_required = yes
INSERT INTO host_service VALUES (1, 'nxlog', 'nxlog', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (1, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
INSERT INTO host_service VALUES (1, 'Sysmon', 'sysmon', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'nxlog', 'nxlog', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 20004);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
VALUES (2, 'attestation', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z');
-- expect: SYNC01 warn Sysmon
-- expect: SYNC02 warn Sysmon

-- case: sources that were not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 service
-- uncovered: SYNC02 registry
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
