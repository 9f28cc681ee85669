-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-012.

-- case: nothing waits
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: a hundred, one more, a thousand, one more
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
UPDATE engine_statistics SET export_adds = 30, export_updates = 30, export_deletes = CASE target_id WHEN 1 THEN 40 WHEN 2 THEN 41 WHEN 3 THEN 940 ELSE 941 END WHERE name = 'contoso.com';
-- expect: SYNC01 pass
-- expect: SYNC02 warn contoso.com
-- expect: SYNC03 warn contoso.com
-- expect: SYNC04 fail contoso.com

-- case: after one export, and after none that went through
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_statistics SET export_adds = 5000 WHERE name = 'contoso.com';
UPDATE engine_run SET result = 'stopped-connectivity' WHERE profile = 'Export' AND (number < 9 OR target_id = 2);
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 unknown contoso.com

-- case: few wait, and no export is in the history
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_statistics SET export_adds = 50 WHERE name = 'contoso.com';
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE profile = 'Export';
-- expect: SYNC01 pass

-- case: while a cycle is at work
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_statistics SET export_adds = 5000 WHERE name = 'contoso.com';
UPDATE engine_scheduler SET in_progress = 1 WHERE target_id = 1;
INSERT INTO engine_busy VALUES (2, 'contoso.com', 'Busy', 20106);
-- expect: SYNC01 unknown contoso.com
-- expect: SYNC01 unknown contoso.com / state
-- expect: SYNC01 unknown contoso.example - AAD / state
-- expect: SYNC02 unknown contoso.com
-- expect: SYNC02 unknown contoso.com / state
-- expect: SYNC02 unknown contoso.example - AAD / state

-- case: numbers of a connector are missing
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
DELETE FROM engine_statistics WHERE name = 'contoso.com';
-- expect: SYNC01 unknown contoso.com / state

-- case: changes that were not confirmed, of seven days and before
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6105, 2, '2026-11-15T12:00:00Z', 11, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6105, 2, '2026-11-15T11:59:00Z', 12, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6104, 2, '2026-11-22T11:59:00Z', 13, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 6105, 2, '2026-11-22T11:59:00Z', 14, '[]', 30023);
-- expect: SYNC01 warn changes that were not confirmed
-- expect: SYNC02 pass
-- expect: SYNC03 pass

-- case: no connector was told
-- server: SYNC01 none -
-- host: SYNC01
-- engine: SYNC01 active
DELETE FROM engine_statistics;
DELETE FROM engine_connector;
-- expect: SYNC01 unknown connectors

-- case: not seen
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
-- uncovered: SYNC01 statistics
-- uncovered: SYNC02 event_log
-- uncovered: SYNC03 scheduler
-- uncovered: SYNC03 run_status
-- uncovered: SYNC04 scheduler
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
-- expect: SYNC04 pass

-- case: a staging server does not export
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE engine_statistics SET export_adds = 5000 WHERE name = 'contoso.com';
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6105, 2, '2026-11-22T12:00:00Z', 15, '[]', 10023);
DELETE FROM engine_connector;
-- expect: SYNC01 not_applicable
