-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-005.

-- case: everything went well
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: the newest run of a profile failed
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_run SET result = 'stopped-connectivity' WHERE number = 7 AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET result = 'no-start-credentials' WHERE number = 1 AND connector = 'contoso.com' AND target_id = 2;
UPDATE engine_run SET result = 'Stopped-Something-New' WHERE number = 8 AND connector = 'contoso.com' AND target_id = 3;
-- expect: SYNC01 fail contoso.com / Delta Import
-- expect: SYNC02 fail contoso.com / Full Import
-- expect: SYNC03 fail contoso.com / Delta Synchronization

-- case: results that warn, results that are well, runs that have not ended, a result nobody knows
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- server: S5 staging contoso.example
-- server: S6 staging contoso.example
-- server: S7 staging contoso.example
-- server: S8 staging contoso.example
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
-- engine: S7
-- engine: S8
UPDATE engine_run SET result = CASE target_id WHEN 1 THEN 'completed-sync-errors' WHEN 2 THEN 'completed-no-objects' WHEN 3 THEN 'in-progress' WHEN 4 THEN 'no-start-ma-already-running' WHEN 5 THEN 'something new' WHEN 6 THEN 'completed-something-new' WHEN 7 THEN 'success-can-resume' ELSE 'stopped-service-shutdown' END WHERE number = 7 AND connector = 'contoso.com';
-- expect: S1 warn contoso.com / Delta Import
-- expect: S2 pass
-- expect: S3 pass
-- expect: S4 warn contoso.com / Delta Import
-- expect: S5 warn contoso.com / Delta Import
-- expect: S6 warn contoso.com / Delta Import
-- expect: S7 warn contoso.com / Delta Import
-- expect: S8 warn contoso.com / Delta Import

-- case: a failure of the last day that was followed by success, and an older one
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_run SET result = 'stopped-connectivity' WHERE number = 4 AND connector = 'contoso.com';
UPDATE engine_run SET started_at = '2026-11-21T11:59:00Z', ended_at = iif(target_id = 2, '2026-11-21T12:00:00Z', '2026-11-21T11:59:59Z') WHERE number = 4 AND connector = 'contoso.com' AND target_id > 1;
-- expect: SYNC01 warn contoso.com / Delta Import / before
-- expect: SYNC02 warn contoso.com / Delta Import / before
-- expect: SYNC03 pass

-- case: two failures of ten are a fifth, three of ten are more; nine runs are too few
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO engine_run (target_id, run, guid, connector, profile, number, account, complete, result, started_at, ended_at, evidence_id)
SELECT c.target_id, 'm' || c.target_id || column1, c.guid, c.name, 'Delta Import', 100 + column1, NULL, 1, iif(column1 <= 1 + (c.target_id > 1) OR column1 = 4, 'stopped-server', 'success'), '2026-11-1' || column1 || 'T00:00:00Z', '2026-11-1' || column1 || 'T00:01:00Z', 10000 * c.target_id + 105
  FROM engine_connector c, (VALUES (1), (2), (3), (4))
 WHERE c.kind = 'ad';
DELETE FROM engine_run WHERE target_id = 3 AND number = 103;
-- expect: SYNC01 pass
-- expect: SYNC02 fail contoso.com / failures
-- expect: SYNC03 pass

-- case: the newest run lies in the future, or at no time
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_run SET started_at = '2026-11-22T12:10:00Z', ended_at = '2026-11-22T12:10:01Z' WHERE number = 7 AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET started_at = 'z', ended_at = 'z', result = 'stopped-server' WHERE number = 7 AND connector = 'contoso.com' AND target_id = 2;
-- expect: SYNC01 unknown contoso.com / Delta Import
-- expect: SYNC02 unknown contoso.com / Delta Import

-- case: no run of a connector, no run at all
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector = 'contoso.com' OR target_id = 2;
DELETE FROM engine_history WHERE target_id = 2;
-- expect: SYNC01 unknown contoso.com
-- expect: SYNC02 unknown contoso.com
-- expect: SYNC02 unknown contoso.example - AAD

-- case: no connector was told
-- server: SYNC01 none -
-- host: SYNC01
-- engine: SYNC01 staging
DELETE FROM engine_statistics;
DELETE FROM engine_connector;
DELETE FROM engine_run_step;
DELETE FROM engine_run;
-- expect: SYNC01 unknown connectors

-- case: not seen
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 run_history
-- expect: SYNC01 unknown

-- case: a run that did not end is no failure
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-server', complete = 0 WHERE number = 7 AND connector = 'contoso.com';
-- expect: SYNC01 pass

-- case: a failure that goes on is told once
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-connectivity' WHERE number IN (4, 7) AND connector = 'contoso.com';
-- expect: SYNC01 fail contoso.com / Delta Import

-- case: a run that has not ended does not hide that the one before failed
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'stopped-deadlocked' WHERE number = 4 AND connector = 'contoso.com';
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress' WHERE number = 7 AND connector = 'contoso.com';
-- expect: SYNC01 fail contoso.com / Delta Import
