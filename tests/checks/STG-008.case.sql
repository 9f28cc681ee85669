-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-008.

-- case: nothing outstanding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: the engine was told to run full
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO engine_override SELECT target_id, guid, kind = 'ad', kind <> 'ad', 10000 * target_id + 107 FROM engine_connector;
-- expect: SYNC01 warn contoso.com
-- expect: SYNC01 warn contoso.example - AAD
-- expect: SYNC02 fail contoso.com
-- expect: SYNC02 fail contoso.example - AAD

-- case: told, and nothing of it
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO engine_override SELECT target_id, guid, 0, 0, 10000 * target_id + 107 FROM engine_connector;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a rule was changed after the full synchronisation, within a day and before
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-21T12:00:00Z', 1209, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-21T12:00:00Z', 2209, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2510, 3, '2026-11-21T11:59:59Z', 1510, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Entra Connect Admin Actions', 2510, 3, '2026-11-21T11:59:59Z', 2510, '[]', 10023);
-- expect: SYNC01 warn after Directory Synchronization 209
-- expect: SYNC01 fail after Entra Connect Admin Actions 2510
-- expect: SYNC02 fail after Directory Synchronization 209
-- expect: SYNC02 fail after Entra Connect Admin Actions 2510

-- case: the full run came after the change
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 208, 3, '2026-11-15T19:59:00Z', 1208, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 208, 3, '2026-11-15T19:59:00Z', 2208, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-15T20:59:00Z', 1209, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-15T20:59:00Z', 2209, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6006, 3, '2026-11-15T19:59:00Z', 16, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6006, 3, '2026-11-15T19:59:00Z', 26, '[]', 10023);
UPDATE engine_history SET oldest_at = '2026-11-10T00:00:00Z';
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: only one of the two full runs came after the change
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 208, 3, '2026-11-15T20:30:00Z', 1208, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 208, 3, '2026-11-15T20:30:00Z', 2208, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6006, 3, '2026-11-15T20:30:00Z', 16, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6006, 3, '2026-11-15T20:30:00Z', 26, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6127, 3, '2026-11-15T20:30:00Z', 1127, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6127, 3, '2026-11-15T20:30:00Z', 2127, '[]', 10023);
-- expect: SYNC01 fail after Directory Synchronization 208
-- expect: SYNC01 fail after ADSync 6006
-- expect: SYNC02 fail after Directory Synchronization 208
-- expect: SYNC02 fail after ADSync 6006

-- case: every kind of change
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6126, 2, '2026-11-22T10:00:00Z', 1126, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6127, 2, '2026-11-22T10:00:00Z', 1127, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6128, 2, '2026-11-22T10:00:00Z', 1128, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2505, 3, '2026-11-22T10:00:00Z', 1505, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2510, 3, '2026-11-22T10:00:00Z', 1510, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2511, 3, '2026-11-22T10:00:00Z', 1511, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2512, 3, '2026-11-22T10:00:00Z', 1512, '[]', 10023);
-- expect: SYNC02 fail after ADSync 6126
-- expect: SYNC02 fail after ADSync 6127
-- expect: SYNC02 fail after ADSync 6128
-- expect: SYNC02 fail after Entra Connect Admin Actions 2505
-- expect: SYNC02 fail after Entra Connect Admin Actions 2510
-- expect: SYNC02 fail after Entra Connect Admin Actions 2511
-- expect: SYNC02 fail after Entra Connect Admin Actions 2512

-- case: a scope or a watermark needs an import, whatever was synchronised since
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2505, 3, '2026-11-15T20:30:00Z', 1505, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6006, 3, '2026-11-15T20:30:00Z', 26, '[]', 10023);
-- expect: SYNC02 fail after Entra Connect Admin Actions 2505
-- expect: SYNC03 fail after ADSync 6006

-- case: a watermark needs no synchronisation
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6006, 3, '2026-11-15T20:00:00Z', 16, '[]', 10023);
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number = 2;
UPDATE engine_run SET started_at = '2026-11-15T20:00:01Z' WHERE number = 1;
-- expect: SYNC02 pass

-- case: a full run that began in the second of the change did not see it
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 208, 3, '2026-11-15T20:00:00Z', 1208, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-15T21:00:00Z', 2209, '[]', 20023);
-- expect: SYNC02 fail after Directory Synchronization 208
-- expect: SYNC03 fail after Directory Synchronization 209

-- case: other events, of other providers, of other logs
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 207, 3, '2026-11-22T10:00:00Z', 1207, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 210, 3, '2026-11-22T10:00:00Z', 1210, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 6006, 3, '2026-11-22T10:00:00Z', 16, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2504, 3, '2026-11-22T10:00:00Z', 1504, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2506, 3, '2026-11-22T10:00:00Z', 1506, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2509, 3, '2026-11-22T10:00:00Z', 1509, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2513, 3, '2026-11-22T10:00:00Z', 1513, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 209, 2, '2026-11-22T10:00:00Z', 1209, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 2505, 2, '2026-11-22T10:00:00Z', 1505, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6005, 2, '2026-11-22T10:00:00Z', 15, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6007, 2, '2026-11-22T10:00:00Z', 17, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6125, 2, '2026-11-22T10:00:00Z', 1125, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6129, 2, '2026-11-22T10:00:00Z', 1129, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Directory Synchronization', 209, 3, '2026-11-22T10:00:00Z', 1209, '[]', 10023);
-- expect: SYNC02 pass

-- case: a change before the history begins is not judged, one as it begins is
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-22T09:59:59Z', 1209, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-22T10:00:00Z', 2209, '[]', 10023);
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number < 4;
UPDATE engine_history SET oldest_at = '2026-11-22T10:00:00Z';
-- expect: SYNC02 pass
-- expect: SYNC03 fail after Directory Synchronization 209

-- case: a change in the future
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-23T10:00:00Z', 1209, '[]', 10023);
-- expect: SYNC02 unknown after Directory Synchronization 209

-- case: a full run that failed, or lies in the future, is none
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-15T20:00:00Z', 1209, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-15T20:00:00Z', 2209, '[]', 10023);
UPDATE engine_run SET result = 'stopped-server' WHERE number = 2 AND target_id = 1;
UPDATE engine_run SET started_at = '2027-01-01T00:00:00Z', ended_at = '2027-01-01T00:00:00Z' WHERE number = 2 AND target_id = 2;
-- expect: SYNC02 fail after Directory Synchronization 209
-- expect: SYNC03 fail after Directory Synchronization 209

-- case: an empty history, missing records, records that are not shown
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_history SET runs = 0 WHERE target_id = 1;
UPDATE host_event_window SET complete = 0 WHERE target_id = 2;
UPDATE host_log SET records = 0 WHERE target_id = 3;
-- expect: SYNC02 unknown run history
-- expect: SYNC03 unknown records of the logs
-- expect: SYNC04 unknown log Application

-- case: not seen
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- uncovered: SYNC02 connector_override
-- uncovered: SYNC03 run_history
-- uncovered: SYNC04 event_log
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
-- expect: SYNC04 unknown
