-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-006.

-- case: equal
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- expect: SYNC02 pass

-- case: half of a percent, more, two percent, more
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- server: A4 active t4.example
-- server: B4 staging t4.example
-- engine: A1
-- engine: B1
-- engine: A2
-- engine: B2
-- engine: A3
-- engine: B3
-- engine: A4
-- engine: B4
UPDATE engine_statistics SET objects = 1005 WHERE name = 'contoso.com' AND target_id = 2;
UPDATE engine_statistics SET objects = 994 WHERE name = 'contoso.com' AND target_id = 4;
UPDATE engine_statistics SET objects = 980 WHERE name = 'contoso.com' AND target_id = 6;
UPDATE engine_statistics SET objects = 1021 WHERE name = 'contoso.com' AND target_id = 8;
-- expect: B1 pass
-- expect: B2 warn contoso.com
-- expect: B3 warn contoso.com
-- expect: B4 fail contoso.com

-- case: no objects on the active server, none on both, none on the staging server
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- engine: A1
-- engine: B1
-- engine: A2
-- engine: B2
-- engine: A3
-- engine: B3
UPDATE engine_statistics SET objects = 0 WHERE name = 'contoso.com' AND target_id IN (1, 3, 4, 6);
-- expect: B1 unknown contoso.com
-- expect: B2 unknown contoso.com
-- expect: B3 fail contoso.com

-- case: numbers of one side are missing
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- engine: A1
-- engine: B1
-- engine: A2
-- engine: B2
DELETE FROM engine_statistics WHERE name = 'contoso.com' AND target_id IN (1, 4);
-- expect: B1 unknown contoso.com / numbers
-- expect: B2 unknown contoso.com / numbers

-- case: a connector that one side does not have
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_connector WHERE target_id = 2 AND kind = 'ad';
-- expect: SYNC02 unknown contoso.com / numbers

-- case: a cycle on either side
-- server: A1 active t1.example
-- server: B1 staging t1.example
-- server: A2 active t2.example
-- server: B2 staging t2.example
-- server: A3 active t3.example
-- server: B3 staging t3.example
-- engine: A1
-- engine: B1
-- engine: A2
-- engine: B2
-- engine: A3
-- engine: B3
UPDATE engine_scheduler SET in_progress = 1 WHERE target_id IN (1, 4);
INSERT INTO engine_busy VALUES (5, 'contoso.com', 'Busy', 50106);
UPDATE engine_statistics SET objects = 5 WHERE name = 'contoso.com' AND target_id = 4;
-- expect: B1 unknown cycle
-- expect: B2 unknown contoso.com
-- expect: B2 unknown cycle
-- expect: B3 unknown cycle

-- case: the connectors match by forest, not by name or identifier
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_connector SET name = 'Contoso' WHERE kind = 'ad' AND target_id = 2;
UPDATE engine_statistics SET objects = 500 WHERE name = 'contoso.com' AND target_id = 2;
-- expect: SYNC02 fail Contoso

-- case: not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 statistics
-- expect: SYNC02 unknown

-- case: whether anything is at work was not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 scheduler
-- uncovered: SYNC01 run_status
-- expect: SYNC02 unknown

-- case: no connector was told
-- server: SYNC01 none -
-- server: SYNC02 none -
-- engine: SYNC01 active
-- engine: SYNC02 staging
DELETE FROM engine_statistics;
DELETE FROM engine_connector;
-- expect: SYNC02 unknown connectors

-- case: no pair
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- expect: SYNC02 not_applicable
