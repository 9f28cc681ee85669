-- SPDX-License-Identifier: Apache-2.0
-- Cases of AUD-001.

-- case: everything was collected
-- server: SYNC01 active contoso.example
UPDATE coverage SET rows = 1;
-- expect: SYNC01 pass

-- case: one source failed
-- server: SYNC01 active contoso.example
UPDATE coverage SET rows = 1;
UPDATE coverage SET status = 'denied', rows = 0, message = 'no right', place = 'MV.xml:1'
 WHERE source = 'global_settings';
-- expect: SYNC01 fail global_settings

-- case: nothing was collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
UPDATE coverage SET rows = 1 WHERE target_id = 2;
-- expect: SYNC01 fail global_settings
-- expect: SYNC01 fail connector
-- expect: SYNC01 fail sync_rule
-- expect: SYNC02 pass

-- case: another source failed
-- server: SYNC01 active contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
UPDATE coverage SET rows = 1;
UPDATE coverage SET status = 'timeout' WHERE source = 'event_log';
-- expect: SYNC01 fail event_log

-- case: the run was cut off before a source was begun
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE coverage SET rows = 1;
DELETE FROM coverage WHERE target_id = 1 AND source = 'sync_rule';
-- expect: SYNC01 fail sync_rule
-- expect: SYNC02 pass

-- case: the policy asks for another source
-- server: SYNC01 active contoso.example
-- param: required = [connector, event_log]
UPDATE coverage SET rows = 1;
-- expect: SYNC01 fail event_log

-- case: a source that the policy does not ask for
-- server: SYNC01 active contoso.example
-- param: required = [connector]
UPDATE coverage SET rows = 1;
DELETE FROM coverage WHERE source = 'sync_rule';
-- expect: SYNC01 pass

-- case: collected, but empty
-- server: SYNC01 active contoso.example
UPDATE coverage SET rows = 1;
UPDATE coverage SET rows = 0 WHERE source = 'sync_rule';
-- expect: SYNC01 warn sync_rule

-- case: a server that is only known from Active Directory
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
UPDATE coverage SET rows = 1;
UPDATE target SET location = '' WHERE id = 2;
DELETE FROM coverage WHERE target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 unknown server

-- case: only its Windows was asked
-- server: SYNC01 none -
-- host: SYNC01
UPDATE coverage SET rows = 1 WHERE source IN ('host', 'disk', 'network', 'service', 'registry', 'firewall',
                                              'listener', 'local_group', 'log');
-- expect: SYNC01 pass

-- case: only its Windows was asked, and the policy asks for a source that it has not
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- param: required = [connector, event_log]
-- uncovered: SYNC01 event_log
UPDATE coverage SET rows = 1;
-- expect: SYNC01 fail event_log
-- expect: SYNC02 unknown server

-- case: a host that tells nothing of what each has
-- server: SYNC01 none -
-- host: SYNC01
UPDATE coverage SET rows = 1;
UPDATE coverage SET rows = 0 WHERE source IN ('local_group', 'tpm', 'antimalware');
-- expect: SYNC01 warn local_group

-- case: a host that did not answer
-- server: SYNC01 active contoso.example
-- host: SYNC01 failed
UPDATE coverage SET rows = 1;
DELETE FROM coverage WHERE status <> 'ok' AND source <> 'disk';
-- expect: SYNC01 fail disk

-- case: a domain controller has no groups of its own
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
UPDATE coverage SET rows = 1;
UPDATE coverage SET rows = 0 WHERE source = 'local_group';
UPDATE host SET domain_role = 3 + target_id;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: an engine that told nothing
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
UPDATE coverage SET rows = iif(source IN ('scheduler', 'user_right', 'run_status', 'connector_override', 'account_logon'), 0, 1);
-- expect: S1 warn scheduler
-- expect: S1 warn user_right

-- case: a cmdlet that the product does not have yet; another one; by the endpoint's function; where not everything may run
-- server: S1 staging contoso.example 2.5.2.0
-- server: S2 staging contoso.example 2.5.3.0
-- server: S3 staging contoso.example 2.2.8.0
-- server: S4 staging contoso.example 2.2.8.0
-- server: S5 staging contoso.example 2.2.8.0
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
UPDATE coverage SET rows = 1;
UPDATE engine SET way = 'script', language_mode = 'FullLanguage';
UPDATE engine SET way = 'function' WHERE target_id = 3;
UPDATE engine SET way = 'command', language_mode = 'ConstrainedLanguage' WHERE target_id = 4;
UPDATE engine SET way = 'command' WHERE target_id = 5;
UPDATE coverage SET status = 'unsupported', rows = 0 WHERE source = 'entra_credential';
UPDATE coverage SET status = 'unsupported', rows = 0 WHERE source = 'reachability' AND target_id = 5;
UPDATE coverage SET status = 'unsupported', rows = 0 WHERE source = 'tpm' AND target_id = 1;
-- expect: S1 info entra_credential
-- expect: S1 fail tpm
-- expect: S2 warn entra_credential
-- expect: S3 fail entra_credential
-- expect: S4 fail entra_credential
-- expect: S5 info entra_credential
-- expect: S5 warn reachability

-- case: the policy asks for what the product does not have; it was denied
-- server: S1 staging contoso.example 2.2.8.0
-- server: S2 staging contoso.example 2.2.8.0
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
-- param: required = [connector, reachability]
UPDATE coverage SET rows = 1;
UPDATE engine SET way = 'script', language_mode = 'FullLanguage';
UPDATE coverage SET status = 'unsupported', rows = 0 WHERE source = 'reachability' AND target_id = 1;
UPDATE coverage SET status = 'denied', rows = 0 WHERE source = 'entra_credential' AND target_id = 2;
-- expect: S1 fail reachability
-- expect: S2 fail entra_credential

-- case: an engine that could not be asked at all
-- server: S1 staging contoso.example 2.2.8.0
-- host: S1
-- engine: S1
-- uncovered: S1 engine
UPDATE coverage SET rows = 1;
UPDATE coverage SET status = 'unsupported', rows = 0 WHERE source = 'entra_credential';
DELETE FROM engine_parameter;
DELETE FROM engine;
-- expect: S1 fail entra_credential
