-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-004.

-- case: an export does not tell whether the cycles ran
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
-- expect: SYNC02 unknown

-- case: with the run history seen, a schedule that is on passes
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 pass

-- case: the schedule is off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = 'False' WHERE name GLOB '*Schedule';
-- expect: SYNC02 fail synchronisation schedule

-- case: the words may be written in any way that the product uses
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = '0' WHERE name GLOB '*Schedule' AND target_id = 2;
UPDATE global_parameter SET value = 'FALSE' WHERE name GLOB '*Schedule' AND target_id = 3;
UPDATE global_parameter SET value = '1' WHERE name GLOB '*Schedule' AND target_id = 4;
UPDATE global_parameter SET value = 'true' WHERE name GLOB '*Schedule' AND target_id = 5;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 fail synchronisation schedule
-- expect: SYNC03 fail synchronisation schedule
-- expect: SYNC04 pass
-- expect: SYNC05 pass

-- case: a suspended scheduler may be a wizard that was open at that moment
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = 'True' WHERE name GLOB '*Suspended';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 warn scheduler suspended

-- case: absent is not off, and not on either
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 unknown synchronisation schedule
-- expect: SYNC02 unknown scheduler suspended

-- case: words that are neither on nor off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = '' WHERE name GLOB '*Schedule';
UPDATE global_parameter SET value = 'perhaps' WHERE name GLOB '*Suspended';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 unknown synchronisation schedule
-- expect: SYNC02 unknown scheduler suspended

-- case: the values of the active server do not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = 'False' WHERE name GLOB '*Schedule' AND target_id = 1;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'run_history', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC02 pass

-- case: a server that does not tell its role
-- server: SYNC01 active contoso.example
-- server: SYNC02 unknown contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
-- expect: SYNC02 unknown

-- case: the staging server was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- expect: SYNC02 unknown
