-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-011.

-- case: no change of the role
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
-- expect: SYNC01 not_applicable role change
-- expect: SYNC02 not_applicable role change

-- case: a promotion that was followed by a cycle; a server that became staging: whether somebody approved it is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 2212, '[]', 10023);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: attested: a promotion that was followed by a cycle; a server that became staging: whether somebody approved it is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 2212, '[]', 10023);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at) SELECT id, 'attestation', 'ok', 1, 'x', 'x' FROM target;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: no export since, within four hours and a second later
-- server: SYNC01 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Export';
UPDATE engine_run SET started_at = '2026-11-22T08:30:00Z', ended_at = '2026-11-22T08:31:00Z' WHERE number = 4 OR number = 5;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T08:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T07:59:59Z', 2212, '[]', 10023);
-- expect: SYNC01 warn first export
-- expect: SYNC03 fail first export

-- case: the first export came after four hours, and a second earlier
-- server: SYNC01 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile <> 'Export' AND number > 6;
UPDATE engine_run SET started_at = '2026-11-22T04:00:00Z', ended_at = '2026-11-22T04:10:00Z' WHERE number IN (4, 5);
UPDATE engine_run SET started_at = '2026-11-22T07:30:00Z', ended_at = iif(target_id = 1, '2026-11-22T07:30:01Z', '2026-11-22T07:30:00Z') WHERE number IN (6, 9);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T03:30:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T03:30:00Z', 2212, '[]', 10023);
-- expect: SYNC01 fail first export
-- expect: SYNC03 unknown

-- case: nothing ran since
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 3;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-21T11:00:00Z', 1212, '[]', 10023);
-- expect: SYNC01 fail first import
-- expect: SYNC01 fail first synchronisation
-- expect: SYNC01 fail first export

-- case: an export to AD is none to Entra ID
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Export' AND connector <> 'contoso.com' AND number > 3;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T07:00:00Z', 1212, '[]', 10023);
-- expect: SYNC01 fail first import
-- expect: SYNC01 fail first synchronisation
-- expect: SYNC01 fail first export

-- case: a promotion before the history begins, and an empty history
-- server: SYNC01 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-15T19:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 2212, '[]', 10023);
UPDATE engine_history SET runs = 0 WHERE target_id = 2;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE target_id = 2;
-- expect: SYNC03 unknown first import
-- expect: SYNC03 unknown first synchronisation
-- expect: SYNC03 unknown first export
-- expect: SYNC01 unknown

-- case: the role is not known
-- server: SYNC01 unknown contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 1212, '[]', 10023);
-- expect: SYNC01 unknown role

-- case: a change in the future
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-23T11:00:00Z', 1212, '[]', 10023);
-- expect: SYNC01 unknown first import
-- expect: SYNC01 unknown first synchronisation
-- expect: SYNC01 unknown first export

-- case: other events
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 213, 3, '2026-11-22T11:00:00Z', 1213, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 212, 3, '2026-11-22T11:00:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 1212, '[]', 10023);
-- expect: SYNC01 not_applicable role change

-- case: records are missing, and are not shown
-- server: SYNC01 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: SYNC01 unknown records of the logs
-- expect: SYNC03 unknown log Application

-- case: not seen
-- server: SYNC01 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
-- uncovered: SYNC01 event_log
-- uncovered: SYNC03 run_history
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 2212, '[]', 10023);
-- expect: SYNC01 unknown
-- expect: SYNC03 unknown

-- case: after a promotion runs of which nobody tells what they do
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T11:00:00Z', 1, '[]', 10023);
DELETE FROM engine_run_step;
UPDATE engine_run SET profile = 'Abgleich' WHERE profile = 'Export';
-- expect: SYNC01 unknown first export
