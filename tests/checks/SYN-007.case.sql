-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-007.

-- case: none
-- server: SYNC01 active contoso.example
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: one, a hundred of many, one more
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_statistics SET objects = 1000000 WHERE 1;
UPDATE engine_run_step SET errors = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 1);
UPDATE engine_run_step SET errors = 100 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 2);
UPDATE engine_run_step SET errors = 101 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 3);
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 warn contoso.com
-- expect: SYNC03 fail contoso.com

-- case: a percent, one more; how many objects there are is not known
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_run_step SET errors = 10 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7);
UPDATE engine_run_step SET errors = 11 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 2);
UPDATE engine_run_step SET errors = 101 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 4);
DELETE FROM engine_statistics WHERE target_id > 2;
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 fail contoso.com
-- expect: SYNC03 warn contoso.com
-- expect: SYNC03 unknown contoso.com / share
-- expect: SYNC04 fail contoso.com

-- case: failures count where no list came, but nothing twice
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_run_step SET stage_failures = 11 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 1);
UPDATE engine_run_step SET flow_failures = 11 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 2);
UPDATE engine_run_step SET errors = 7, flow_failures = 4, stage_failures = 3 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 3);
UPDATE engine_run_step SET errors = 0, flow_failures = NULL, stage_failures = NULL, export_failures = NULL WHERE run_id IN (SELECT id FROM engine_run WHERE target_id = 4);
-- expect: SYNC01 fail contoso.com
-- expect: SYNC02 fail contoso.com
-- expect: SYNC03 warn contoso.com
-- expect: SYNC04 pass

-- case: the runs of a connector together, the older run of a kind not
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_run_step SET errors = 6 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number IN (7, 8) AND target_id = 1);
UPDATE engine_run_step SET errors = 50 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number IN (1, 2, 4, 5) AND target_id = 2);
-- expect: SYNC01 fail contoso.com
-- expect: SYNC02 pass

-- case: export errors count on an active server, and on one whose role is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 unknown contoso.example
-- engine: SYNC01
-- engine: SYNC02 active
-- engine: SYNC03 active
UPDATE engine_scheduler SET staging_mode = 1 WHERE target_id = 2;
DELETE FROM engine_scheduler WHERE target_id = 3;
DELETE FROM engine_parameter WHERE target_id > 1;
UPDATE engine_run_step SET export_failures = 1 WHERE run_id IN (SELECT id FROM engine_run WHERE profile = 'Export' AND connector = 'contoso.com');
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 pass
-- expect: SYNC03 warn contoso.com

-- case: ten old ones, eleven; thirty days are not old
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_statistics SET objects = 1000000 WHERE 1;
UPDATE engine_run_step SET errors = 20 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7);
INSERT INTO engine_run_error SELECT id, 1, 'permission-issue', 10, '2026-10-23T11:59:59Z' FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 1;
INSERT INTO engine_run_error SELECT id, 1, 'permission-issue', 11, '2026-10-23T11:59:59Z' FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 2;
INSERT INTO engine_run_error SELECT id, 1, 'permission-issue', 11, '2026-10-23T12:00:00Z' FROM engine_run WHERE connector = 'contoso.com' AND number = 7 AND target_id = 3;
-- expect: SYNC01 warn contoso.com
-- expect: SYNC02 fail contoso.com
-- expect: SYNC03 warn contoso.com

-- case: conflicts that may be an attack
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run_step SET errors = 2 WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7);
INSERT INTO engine_run_error SELECT id, 1, 'ExistingAdminRoleConflict', 1, NULL FROM engine_run WHERE connector = 'contoso.com' AND number = 7;
INSERT INTO engine_run_error SELECT id, 1, 'InvalidHardMatch', 1, NULL FROM engine_run WHERE connector = 'contoso.com' AND number = 7;
INSERT INTO engine_run_error SELECT id, 1, 'InvalidSoftMatch', 1, NULL FROM engine_run WHERE connector = 'contoso.com' AND number = 7;
-- expect: SYNC01 warn contoso.com
-- expect: SYNC01 warn contoso.com / ExistingAdminRoleConflict
-- expect: SYNC01 warn contoso.com / InvalidHardMatch

-- case: no steps of the newest run, of one that has not ended
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND number = 7);
UPDATE engine_run SET complete = 0 WHERE connector = 'contoso.com' AND number = 7 AND target_id = 2;
-- expect: SYNC01 unknown contoso.com / Delta Import
-- expect: SYNC02 pass

-- case: no run of a connector, an empty history, only exports
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- server: SYNC03 active contoso.example
-- engine: SYNC03
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE connector = 'contoso.com' AND profile <> 'Export' OR target_id = 2);
DELETE FROM engine_run WHERE connector = 'contoso.com' AND profile <> 'Export' OR target_id = 2;
-- expect: SYNC01 unknown contoso.com / runs
-- expect: SYNC02 unknown contoso.com / runs
-- expect: SYNC02 unknown contoso.example - AAD / runs
-- expect: SYNC03 unknown contoso.com / runs

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

-- case: a run that has not ended does not hide the errors of the one before
-- server: SYNC01 staging contoso.example
-- engine: SYNC01
UPDATE engine_run SET result = 'completed-sync-errors' WHERE number = 5 AND connector = 'contoso.com';
UPDATE engine_run_step SET errors = 3 WHERE run_id IN (SELECT id FROM engine_run WHERE number = 5 AND connector = 'contoso.com');
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress' WHERE number = 8 AND connector = 'contoso.com';
-- expect: SYNC01 warn contoso.com

-- case: the run before the one that has not ended was well: its steps are not told, and not needed
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM engine_run_step WHERE run_id IN (SELECT id FROM engine_run WHERE number = 5 AND connector = 'contoso.com');
UPDATE engine_run SET result = 'completed-sync-errors' WHERE number = 5 AND connector = 'contoso.com' AND target_id = 2;
UPDATE engine_run SET complete = 0, ended_at = NULL, result = 'in-progress' WHERE number = 8 AND connector = 'contoso.com';
-- expect: SYNC01 pass
-- expect: SYNC02 unknown contoso.com / Delta Synchronization
