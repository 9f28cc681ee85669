-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-008.

-- case: never
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: the newest export was stopped, by its result and by its step; an older one
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_run SET result = 'stopped-deletion-threshold-exceeded' WHERE connector <> 'contoso.com' AND number = 9 AND target_id = 1;
UPDATE engine_run_step SET result = 'stopped-deletion-limit' WHERE run_id IN (SELECT id FROM engine_run WHERE connector <> 'contoso.com' AND number = 9 AND target_id = 2);
UPDATE engine_run SET result = 'stopped-deletion-threshold-exceeded' WHERE connector <> 'contoso.com' AND number = 6 AND target_id = 3;
UPDATE engine_run SET result = 'stopped-error-limit' WHERE connector <> 'contoso.com' AND number = 9 AND target_id = 4;
-- expect: SYNC01 fail contoso.example - AAD / Export
-- expect: SYNC02 fail contoso.example - AAD / Export
-- expect: SYNC03 warn contoso.example - AAD / Export
-- expect: SYNC04 pass

-- case: events before and after the last export
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 116, 3, '2026-11-22T11:46:59Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 116, 3, '2026-11-22T11:47:01Z', 2, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6076, 3, '2026-11-22T11:47:00Z', 3, '[]', 30023);
-- expect: SYNC01 warn event Directory Synchronization 116
-- expect: SYNC02 fail event Directory Synchronization 116
-- expect: SYNC03 warn event ADSync 6076

-- case: an event, and no export that went through
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-error-limit' WHERE profile = 'Export';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 116, 3, '2026-11-01T00:00:00Z', 4, '[]', 10023);
-- expect: SYNC01 fail event Directory Synchronization 116

-- case: other events
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 115, 3, '2026-11-22T11:50:00Z', 5, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 116, 3, '2026-11-22T11:50:00Z', 6, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 6076, 3, '2026-11-22T11:50:00Z', 7, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6075, 3, '2026-11-22T11:50:00Z', 8, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Directory Synchronization', 116, 3, '2026-11-22T11:50:00Z', 9, '[]', 10023);
-- expect: SYNC01 pass

-- case: no export to Entra ID in the history, and an empty one
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE connector <> 'contoso.com' AND profile = 'Export' OR target_id = 2);
DELETE FROM engine_run WHERE connector <> 'contoso.com' AND profile = 'Export' OR target_id = 2;
-- expect: SYNC01 unknown export to Entra ID
-- expect: SYNC02 unknown export to Entra ID

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
-- expect: SYNC01 unknown
-- expect: SYNC03 unknown

-- case: a staging server does not export
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 116, 3, '2026-11-22T11:50:00Z', 10, '[]', 10023);
UPDATE engine_run SET result = 'stopped-deletion-limit' WHERE 1;
UPDATE host_event_window SET complete = 0;
UPDATE host_log SET records = 0;
-- expect: SYNC01 not_applicable

-- case: exports to AD, or of another server, heal nothing
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_run SET ended_at = '2026-11-22T11:46:05Z' WHERE connector <> 'contoso.com' AND number = 9 AND target_id = 1;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 116, 3, '2026-11-22T11:46:30Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 116, 3, '2026-11-22T11:46:30Z', 2, '[]', 20023);
-- expect: SYNC01 fail event Directory Synchronization 116
-- expect: SYNC02 warn event Directory Synchronization 116

-- case: an export that runs, or that failed for another reason, has let nothing through
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_run SET result = 'stopped-deletion-threshold-exceeded' WHERE number = 6 AND connector <> 'contoso.com';
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress' WHERE number = 9 AND connector <> 'contoso.com' AND target_id = 1;
UPDATE engine_run SET result = 'stopped-server-down' WHERE number = 9 AND connector <> 'contoso.com' AND target_id = 2;
-- expect: SYNC01 fail contoso.example - AAD / Export
-- expect: SYNC02 fail contoso.example - AAD / Export
