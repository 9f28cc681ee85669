-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-005.

-- case: nothing waits
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- expect: SYNC02 pass

-- case: half of a percent, one object more, five percent, one object more
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_statistics SET export_adds = 2, export_updates = 3 WHERE name = 'contoso.com' AND target_id = 1;
UPDATE engine_statistics SET export_adds = 6 WHERE name = 'contoso.com' AND target_id = 2;
UPDATE engine_statistics SET export_updates = 50 WHERE name = 'contoso.com' AND target_id = 3;
UPDATE engine_statistics SET export_updates = 51 WHERE name = 'contoso.com' AND target_id = 4;
-- expect: SYNC02 pass
-- expect: SYNC03 warn contoso.com
-- expect: SYNC04 warn contoso.com
-- expect: SYNC05 fail contoso.com

-- case: one deletion warns, unless it waits on the active server too
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_statistics SET export_deletes = 1 WHERE name = 'contoso.com';
UPDATE engine_statistics SET export_deletes = 1 WHERE name <> 'contoso.com' AND target_id = 2;
-- expect: SYNC02 warn contoso.example - AAD

-- case: one deletion, and nobody to compare with
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_statistics SET export_deletes = 1 WHERE name = 'contoso.com';
-- expect: SYNC02 warn contoso.com

-- case: 499 and 500 deletions of many objects
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_statistics SET objects = 1000000, export_deletes = 499 + target_id - 1 WHERE name = 'contoso.com';
-- expect: SYNC02 warn contoso.com
-- expect: SYNC03 fail contoso.com

-- case: the limit of the server is lower, higher, none
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_statistics SET objects = 1000000, export_deletes = 100 WHERE name = 'contoso.com';
UPDATE engine_statistics SET export_deletes = 500 WHERE name = 'contoso.com' AND target_id = 2;
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.ExportDeletionThresholdValue', CASE id WHEN 1 THEN '100' WHEN 2 THEN '5000' WHEN 3 THEN '0' ELSE 'x9' END, 10000 * id + 101 FROM target;
-- expect: SYNC02 fail contoso.com
-- expect: SYNC03 fail contoso.com
-- expect: SYNC04 warn contoso.com
-- expect: SYNC05 warn contoso.com

-- case: no numbers of a connector, no object in it
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
DELETE FROM engine_statistics WHERE target_id = 1 AND name = 'contoso.com';
UPDATE engine_statistics SET objects = 0 WHERE target_id = 2 AND name = 'contoso.com';
-- expect: SYNC02 unknown contoso.com / state
-- expect: SYNC03 unknown contoso.com / state

-- case: a cycle is at work, by the scheduler and by a connector
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_scheduler SET in_progress = 1 WHERE target_id = 1;
INSERT INTO engine_busy VALUES (2, 'contoso.com', 'Busy', 20106);
-- expect: SYNC02 unknown contoso.com / state
-- expect: SYNC02 unknown contoso.example - AAD / state
-- expect: SYNC03 unknown contoso.com / state
-- expect: SYNC03 unknown contoso.example - AAD / state

-- case: the last synchronisation failed, runs still, is not in the history; the one before failed
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_run SET result = 'stopped-out-of-memory' WHERE target_id = 1 AND number = 8 AND connector = 'contoso.com';
UPDATE engine_run SET complete = 0 WHERE target_id = 2 AND number = 8 AND connector = 'contoso.com';
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE target_id = 3 AND number IN (2, 5, 8) AND connector = 'contoso.com';
UPDATE engine_run SET result = 'stopped-out-of-memory' WHERE target_id = 4 AND number = 5 AND connector = 'contoso.com';
-- expect: SYNC02 unknown contoso.com / state
-- expect: SYNC03 unknown contoso.com / state
-- expect: SYNC04 unknown contoso.com / state
-- expect: SYNC05 pass

-- case: whether anything is at work was not seen
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 run_status
-- expect: SYNC02 unknown

-- case: what many wait for fails whatever was not seen
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 run_status
UPDATE engine_statistics SET export_deletes = 900 WHERE name = 'contoso.com';
-- expect: SYNC02 fail contoso.com

-- case: no connector was told
-- server: SYNC02 none -
-- engine: SYNC02 staging
DELETE FROM engine_statistics;
DELETE FROM engine_connector;
-- expect: SYNC02 unknown connectors

-- case: what waits on an active server is judged elsewhere
-- server: SYNC01 active contoso.example
-- engine: SYNC01
UPDATE engine_statistics SET export_deletes = 900 WHERE 1;
DELETE FROM engine_connector;
-- expect: SYNC01 not_applicable

-- case: an active server of another pair does not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
-- server: SYNC04 staging fabrikam.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_statistics SET export_deletes = 1 WHERE name = 'contoso.com' AND target_id IN (2, 3);
-- expect: SYNC02 warn contoso.com
-- expect: SYNC04 pass

-- case: another parameter is no limit
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_statistics SET objects = 1000000, export_deletes = 100 WHERE name = 'contoso.com';
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.Another', '3', 10101);
-- expect: SYNC02 warn contoso.com

-- case: as many on the active server are too many all the same
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_statistics SET objects = 1000000, export_deletes = 500 WHERE name = 'contoso.com';
-- expect: SYNC02 fail contoso.com
