-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-003.

-- case: imports and synchronisations only
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- expect: SYNC02 pass

-- case: exports that wrote, that wrote nothing, of which the numbers are not known
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- server: SYNC06 staging contoso.example
-- server: SYNC07 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
-- host: SYNC06
-- host: SYNC07
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
-- engine: SYNC06
-- engine: SYNC07
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, 'Export', 99, 'CONTOSO\admin', 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, 'Export', 'success', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM engine_run WHERE number = 99;
UPDATE engine_run_step SET exported_adds = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 1);
UPDATE engine_run_step SET exported_updates = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 2);
UPDATE engine_run_step SET exported_deletes = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 3);
UPDATE engine_run_step SET exported_deletes = NULL WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 5);
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 6);
-- expect: SYNC02 fail contoso.example - AAD / Export
-- expect: SYNC03 fail contoso.example - AAD / Export
-- expect: SYNC04 fail contoso.example - AAD / Export
-- expect: SYNC05 warn contoso.example - AAD / Export
-- expect: SYNC06 unknown contoso.example - AAD / Export
-- expect: SYNC07 unknown contoso.example - AAD / Export

-- case: an export before the change of the role was the active server's; one at that moment too; one a second later not
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, 'Export', 99, 'CONTOSO\admin', 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, 'Export', 'success', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM engine_run WHERE number = 99;
UPDATE engine_run_step SET exported_adds = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99);
UPDATE engine_run SET started_at = '2026-11-22T08:00:01Z' WHERE number = 99 AND target_id = 2;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T08:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T08:00:00Z', 2212, '[]', 10023);
-- expect: SYNC02 pass
-- expect: SYNC03 fail contoso.example - AAD / Export

-- case: another event is no change of the role
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, 'Export', 99, 'CONTOSO\admin', 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, 'Export', 'success', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM engine_run WHERE number = 99;
UPDATE engine_run_step SET exported_adds = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 213, 3, '2026-11-22T09:00:00Z', 1213, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 212, 3, '2026-11-22T09:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Directory Synchronization', 212, 3, '2026-11-22T09:00:00Z', 1212, '[]', 10023);
-- expect: SYNC02 fail contoso.example - AAD / Export

-- case: a profile of which nobody tells what it does
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, 'Export', 99, 'CONTOSO\admin', 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, 'Export', 'success', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM engine_run WHERE number = 99;
UPDATE engine_run SET profile = 'Mine' WHERE number = 99;
UPDATE engine_run_step SET type = NULL WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99);
UPDATE engine_run_step SET exported_adds = 3 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 2);
-- expect: SYNC02 unknown contoso.example - AAD / Mine
-- expect: SYNC03 fail contoso.example - AAD / Mine

-- case: the steps of a profile with another name tell, and so does the export
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, 'Export', 99, 'CONTOSO\admin', 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, 'Export', 'success', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 FROM engine_run WHERE number = 99;
UPDATE engine_run SET profile = 'Mine' WHERE number = 99;
UPDATE engine_run_step SET type = NULL WHERE run_id IN (SELECT id FROM engine_run WHERE number = 99 AND target_id = 2);
INSERT INTO run_profile VALUES (1, 200, 'Mine');
INSERT INTO run_step (run_profile_id, ordinal, type) VALUES (1, 1, 'export');
-- expect: SYNC02 warn contoso.example - AAD / Mine
-- expect: SYNC03 warn contoso.example - AAD / Mine

-- case: a history that is empty, short, cut off
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- server: SYNC06 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
-- host: SYNC06
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
-- engine: SYNC06
UPDATE engine_history SET runs = 0 WHERE target_id = 1;
UPDATE engine_history SET oldest_at = '2026-11-21T12:00:01Z' WHERE target_id = 2;
UPDATE engine_history SET oldest_at = '2026-11-21T12:00:00Z' WHERE target_id = 3;
UPDATE engine_history SET oldest_at = '2026-11-16T12:00:01Z', complete = 0 WHERE target_id = 4;
UPDATE engine_history SET oldest_at = '2026-11-16T12:00:00Z', complete = 0 WHERE target_id = 5;
-- expect: SYNC02 unknown run history
-- expect: SYNC03 unknown run history
-- expect: SYNC04 pass
-- expect: SYNC05 unknown run history
-- expect: SYNC06 pass

-- case: a history that begins in the future
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
UPDATE engine_history SET oldest_at = '2027-11-21T12:00:01Z';
-- expect: SYNC02 unknown run history

-- case: the log was not seen
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 event_log
-- expect: SYNC02 unknown

-- case: the history was not seen
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- uncovered: SYNC02 run_history
-- expect: SYNC02 unknown

-- case: an active server exports
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_history SET runs = 0;
-- expect: SYNC01 not_applicable

-- case: each number that is not known; an import that exported
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT target_id, 'x' || target_id, guid, name, iif(target_id = 3, 'Delta Import', 'Export'), 99, NULL, 1, 'success', '2026-11-22T08:00:00Z', '2026-11-22T08:01:00Z', 10000 * target_id + 105
  FROM engine_connector WHERE kind = 'entra';
INSERT INTO engine_run_step SELECT id, 1, iif(target_id = 3, 'DeltaImport', 'Export'), 'success', NULL, NULL, 0, 0, 0, iif(target_id = 1, NULL, target_id = 3), iif(target_id = 2, NULL, 0), 0, 0, 0 FROM engine_run WHERE number = 99;
-- expect: SYNC02 unknown contoso.example - AAD / Export
-- expect: SYNC03 unknown contoso.example - AAD / Export
-- expect: SYNC04 fail contoso.example - AAD / Delta Import
