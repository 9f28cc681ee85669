-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-004.

-- case: nothing runs
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: a run of a day, of a second more, of the future, that began at no time
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_run SET profile = 'Mine', complete = 0, ended_at = NULL, result = 'in-progress', started_at = CASE target_id WHEN 1 THEN '2026-11-21T12:00:00Z' WHEN 2 THEN '2026-11-21T11:59:59Z' WHEN 3 THEN '2026-11-22T12:10:01Z' ELSE 'x' END WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7;
-- expect: SYNC01 pass
-- expect: SYNC02 fail contoso.com / Mine
-- expect: SYNC03 unknown contoso.com / Mine
-- expect: SYNC04 unknown contoso.com / Mine

-- case: longer than three times the usual; half an hour is never long; four samples are none
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT c.target_id, 'm' || c.target_id || column1, c.guid, c.name, 'Mine', 100 + column1, NULL, 1, 'success', '2026-11-20T00:00:00Z', column2, 10000 * c.target_id + 105
  FROM engine_connector c, (VALUES (1, '2026-11-20T00:05:00Z'), (2, '2026-11-20T00:20:00Z'), (3, '2026-11-20T00:10:01Z'), (4, '2026-11-20T00:02:00Z'), (5, '2026-11-20T00:50:00Z'))
 WHERE c.kind = 'ad';
DELETE FROM engine_run WHERE target_id = 4 AND number = 105;
UPDATE engine_run SET complete = 0, profile = 'Mine', ended_at = NULL, result = 'in-progress', started_at = CASE target_id WHEN 1 THEN '2026-11-22T11:29:57Z' WHEN 2 THEN '2026-11-22T11:29:56Z' ELSE '2026-11-22T10:00:00Z' END WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7;
UPDATE engine_run SET ended_at = '2026-11-20T00:00:01Z' WHERE number > 99 AND target_id = 3;
UPDATE engine_run SET started_at = '2026-11-22T11:30:00Z' WHERE NOT complete AND target_id = 3;
-- expect: SYNC01 pass
-- expect: SYNC02 warn contoso.com / Mine
-- expect: SYNC03 pass
-- expect: SYNC04 pass

-- case: of an even number of samples the middle between two
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT c.target_id, 'm' || c.target_id || column1, c.guid, c.name, 'Mine', 100 + column1, NULL, 1, 'success', '2026-11-20T00:00:00Z', column2, 10000 * c.target_id + 105
  FROM engine_connector c, (VALUES (1, '2026-11-20T00:05:00Z'), (2, '2026-11-20T00:20:00Z'), (3, '2026-11-20T00:10:00Z'), (4, '2026-11-20T00:12:00Z'), (5, '2026-11-20T00:50:00Z'), (6, '2026-11-20T00:02:00Z'))
 WHERE c.kind = 'ad';
UPDATE engine_run SET complete = 0, profile = 'Mine', ended_at = NULL, result = 'in-progress', started_at = iif(target_id = 1, '2026-11-22T11:27:00Z', '2026-11-22T11:26:59Z') WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7;
-- expect: SYNC01 pass
-- expect: SYNC02 warn contoso.com / Mine

-- case: a run that began while the server was being asked
-- server: SYNC01 active contoso.example
-- engine: SYNC01
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress', started_at = '2026-11-22T12:10:00Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7;
-- expect: SYNC01 pass

-- case: a connector at work of which no run is told: since its last run at the most; another one does not tell for it
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO engine_busy SELECT id, 'Contoso.com', 'Busy', 10000 * id + 106 FROM target;
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 6 AND connector = 'contoso.com' AND target_id < 3;
UPDATE engine_run SET ended_at = iif(target_id = 1, '2026-11-22T11:30:00Z', '2026-11-22T11:29:59Z') WHERE number = 6 AND connector = 'contoso.com' AND target_id < 3;
UPDATE engine_run SET complete = 0, ended_at = NULL WHERE number = 7 AND connector <> 'contoso.com';
-- expect: SYNC01 pass
-- expect: SYNC02 unknown Contoso.com
-- expect: SYNC03 pass

-- case: a connector at work of which no run is told, and of which one is
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 3 AND connector = 'contoso.com' AND target_id = 1;
INSERT INTO engine_busy SELECT id, 'contoso.com', 'Busy', 10000 * id + 106 FROM target;
UPDATE engine_run SET complete = 0, ended_at = NULL WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7 AND target_id = 2;
-- expect: SYNC01 unknown contoso.com
-- expect: SYNC02 pass

-- case: a history that is empty, cut off within the day, cut off before it
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- server: SYNC03 active contoso.example
-- server: SYNC04 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_history SET runs = 0 WHERE target_id = 1;
UPDATE engine_history SET complete = 0, oldest_at = '2026-11-21T12:00:01Z' WHERE target_id = 2;
UPDATE engine_history SET complete = 0, oldest_at = '2026-11-21T12:00:00Z' WHERE target_id = 3;
UPDATE engine_history SET oldest_at = '2026-11-22T10:00:00Z' WHERE target_id = 4;
-- expect: SYNC01 unknown run history
-- expect: SYNC02 unknown run history
-- expect: SYNC03 pass
-- expect: SYNC04 pass

-- case: not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 run_history
-- uncovered: SYNC02 run_status
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: runs that failed, or ended before they began, are no samples
-- server: SYNC01 active contoso.example
-- server: SYNC02 active contoso.example
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT c.target_id, 'm' || c.target_id || column1, c.guid, c.name, 'Mine', 100 + column1, NULL, 1, iif(column1 > 5, 'stopped-server', 'success'), '2026-11-20T00:00:00Z', column2, 10000 * c.target_id + 105
  FROM engine_connector c, (VALUES (1, '2026-11-20T00:05:00Z'), (2, '2026-11-20T00:05:00Z'), (3, '2026-11-20T00:05:00Z'), (4, '2026-11-20T00:05:00Z'), (5, '2026-11-20T00:05:00Z'),
                                   (6, '2026-11-20T09:05:00Z'), (7, '2026-11-20T09:05:00Z'), (8, '2026-11-20T09:05:00Z'), (9, '2026-11-20T09:05:00Z'), (10, '2026-11-20T09:05:00Z'), (11, '2026-11-20T09:05:00Z'))
 WHERE c.kind = 'ad';
UPDATE engine_run SET ended_at = '2026-11-19T00:00:00Z' WHERE number IN (104, 105) AND target_id = 2;
UPDATE engine_run SET complete = 0, profile = 'Mine', ended_at = NULL, result = 'in-progress', started_at = '2026-11-22T11:00:00Z' WHERE profile = 'Delta Import' AND connector = 'contoso.com' AND number = 7;
-- expect: SYNC01 warn contoso.com / Mine
-- expect: SYNC02 pass
