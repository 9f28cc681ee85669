-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-006.

-- case: none
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: the newest run of a connector; one before it; two; three
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_run SET result = 'stopped-server-down' WHERE connector = 'contoso.com' AND (target_id = 1 AND number = 8 OR target_id = 2 AND number = 7 OR target_id = 3 AND number IN (5, 7) OR target_id = 4 AND number IN (4, 5, 7));
-- expect: SYNC01 fail contoso.com
-- expect: SYNC02 warn contoso.com
-- expect: SYNC03 warn contoso.com
-- expect: SYNC04 fail contoso.com

-- case: other results of the kind, and others
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_run SET result = CASE target_id WHEN 1 THEN 'stopped-server' WHEN 2 THEN 'stopped-service-shutdown' ELSE 'stopped-connectivity' END WHERE connector = 'contoso.com' AND number = 8;
-- expect: SYNC01 fail contoso.com
-- expect: SYNC02 warn contoso.com
-- expect: SYNC03 pass

-- case: a step tells it although the run does not
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_run_step SET result = 'stopped-server-down' WHERE run_id IN (SELECT id FROM engine_run WHERE number = 7 AND connector = 'contoso.com' AND target_id = 1);
UPDATE engine_run_step SET result = 'stopped-connectivity' WHERE run_id IN (SELECT id FROM engine_run WHERE number = 7 AND target_id = 2);
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 pass

-- case: connectors are counted by themselves
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-server-down' WHERE connector = 'contoso.com' AND number IN (4, 5) OR connector <> 'contoso.com' AND number IN (4, 5);
-- expect: SYNC01 warn contoso.com
-- expect: SYNC01 warn contoso.example - AAD

-- case: a history that is empty, short, cut off
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- server: SYNC06 staging contoso.example
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

-- case: not seen
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 run_history
-- expect: SYNC01 unknown

-- case: a run that has not ended does not hide that the one before failed
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-server-down' WHERE number = 8 AND connector = 'contoso.com';
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress', started_at = '2026-11-22T11:55:00Z' WHERE number = 7 AND connector = 'contoso.com';
-- expect: SYNC01 fail contoso.com
