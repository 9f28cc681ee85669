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
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
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
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
-- engine: SYNC03
-- uncovered: SYNC03 scheduler
-- uncovered: SYNC03 engine
-- engine: SYNC04
-- uncovered: SYNC04 scheduler
-- uncovered: SYNC04 engine
-- engine: SYNC05
-- uncovered: SYNC05 scheduler
-- uncovered: SYNC05 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = '0' WHERE name GLOB '*Schedule' AND target_id = 2;
UPDATE global_parameter SET value = 'FALSE' WHERE name GLOB '*Schedule' AND target_id = 3;
UPDATE global_parameter SET value = '1' WHERE name GLOB '*Schedule' AND target_id = 4;
UPDATE global_parameter SET value = 'true' WHERE name GLOB '*Schedule' AND target_id = 5;
-- expect: SYNC02 fail synchronisation schedule
-- expect: SYNC03 fail synchronisation schedule
-- expect: SYNC04 pass
-- expect: SYNC05 pass

-- case: a suspended scheduler may be a wizard that was open at that moment
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = 'True' WHERE name GLOB '*Suspended';
-- expect: SYNC02 warn scheduler suspended

-- case: absent is not off, and not on either
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
-- expect: SYNC02 unknown synchronisation schedule
-- expect: SYNC02 unknown scheduler suspended

-- case: words that are neither on nor off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = '' WHERE name GLOB '*Schedule';
UPDATE global_parameter SET value = 'perhaps' WHERE name GLOB '*Suspended';
-- expect: SYNC02 unknown synchronisation schedule
-- expect: SYNC02 unknown scheduler suspended

-- case: the values of the active server do not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- uncovered: SYNC02 scheduler
-- uncovered: SYNC02 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'True'), ('SchedulerSuspended', 'False')) n;
UPDATE global_parameter SET value = 'False' WHERE name GLOB '*Schedule' AND target_id = 1;
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

-- case: an engine that is well
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
-- expect: SYNC02 pass

-- case: the engine was asked, and no export was given
-- server: SYNC02 none -
-- host: SYNC02
-- engine: SYNC02 staging
-- expect: SYNC02 pass

-- case: what the scheduler says now counts, not what the export said
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'False'), ('SchedulerSuspended', 'True')) n;
UPDATE engine_scheduler SET cycle_enabled = 0, suspended = 1 WHERE target_id = 2;
-- expect: SYNC02 pass
-- expect: SYNC03 fail synchronisation schedule
-- expect: SYNC03 warn scheduler suspended

-- case: a next cycle that is late by an interval, by more, and while one is at work
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_scheduler SET next_start_at = '2026-11-22T11:30:00Z' WHERE target_id = 1;
UPDATE engine_scheduler SET next_start_at = '2026-11-22T11:29:59Z' WHERE target_id > 1;
UPDATE engine_scheduler SET in_progress = 1 WHERE target_id = 3;
UPDATE engine_scheduler SET cycle_enabled = 0 WHERE target_id = 4;
-- expect: SYNC02 pass
-- expect: SYNC03 warn next cycle
-- expect: SYNC04 pass
-- expect: SYNC05 fail synchronisation schedule

-- case: four intervals, a second more, a day, a second more
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE number > 5;
UPDATE engine_run SET ended_at = '2026-11-22T10:00:00Z' WHERE number = 4 AND target_id = 1;
UPDATE engine_run SET ended_at = '2026-11-22T09:59:59Z' WHERE number = 4 AND target_id = 2 AND connector = 'contoso.com';
UPDATE engine_run SET ended_at = '2026-11-21T12:00:00Z' WHERE number = 5 AND target_id = 3 AND connector = 'contoso.com';
UPDATE engine_run SET ended_at = '2026-11-21T11:59:59Z' WHERE number = 5 AND target_id = 4 AND connector = 'contoso.com';
-- expect: SYNC02 pass
-- expect: SYNC03 warn contoso.com / import
-- expect: SYNC04 warn contoso.com / synchronisation
-- expect: SYNC05 fail contoso.com / synchronisation

-- case: a longer interval allows more
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_scheduler SET effective_interval_s = 21600;
UPDATE engine_run SET started_at = '2026-11-21T13:00:00Z', ended_at = '2026-11-21T13:01:00Z' WHERE number > 3;
-- expect: SYNC02 pass

-- case: an interval longer than a day does not
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_scheduler SET effective_interval_s = 86400;
UPDATE engine_run SET started_at = '2026-11-20T13:00:00Z', ended_at = '2026-11-20T13:01:00Z' WHERE number > 3;
-- expect: SYNC02 fail contoso.com / import
-- expect: SYNC02 fail contoso.com / synchronisation
-- expect: SYNC02 fail contoso.example - AAD / import
-- expect: SYNC02 fail contoso.example - AAD / synchronisation

-- case: runs that did not go through, that have not ended, and those of the future are none
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_run SET result = 'stopped-connectivity' WHERE number IN (4, 7) AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_run SET complete = 0 WHERE number IN (4, 7) AND connector = 'contoso.com' AND target_id = 2;
UPDATE engine_run SET started_at = '2027-01-01T00:00:00Z', ended_at = '2027-01-01T00:01:00Z'
 WHERE number IN (4, 7) AND connector = 'contoso.com' AND target_id = 3;
UPDATE engine_run SET result = 'completed-sync-errors' WHERE number IN (5, 8) AND target_id = 4;
-- expect: SYNC02 fail contoso.com / import
-- expect: SYNC03 fail contoso.com / import
-- expect: SYNC04 fail contoso.com / import
-- expect: SYNC05 pass

-- case: an empty history, and one that begins after the limit
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
DELETE FROM engine_run_step;
DELETE FROM engine_run WHERE connector = 'contoso.com' OR target_id = 1;
UPDATE engine_history SET runs = 0, oldest_at = NULL WHERE target_id = 1;
UPDATE engine_history SET oldest_at = '2026-11-21T12:00:00Z' WHERE target_id = 2;
UPDATE engine_history SET oldest_at = '2026-11-21T11:59:59Z', complete = 0 WHERE target_id = 3;
-- expect: SYNC02 unknown contoso.com / import
-- expect: SYNC02 unknown contoso.com / synchronisation
-- expect: SYNC02 unknown contoso.example - AAD / import
-- expect: SYNC02 unknown contoso.example - AAD / synchronisation
-- expect: SYNC03 unknown contoso.com / import
-- expect: SYNC03 unknown contoso.com / synchronisation
-- expect: SYNC04 fail contoso.com / import
-- expect: SYNC04 fail contoso.com / synchronisation

-- case: the history came without a word about itself
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
DELETE FROM engine_history;
DELETE FROM engine_run_step;
DELETE FROM engine_run;
-- expect: SYNC02 unknown contoso.com / import
-- expect: SYNC02 unknown contoso.com / synchronisation
-- expect: SYNC02 unknown contoso.example - AAD / import
-- expect: SYNC02 unknown contoso.example - AAD / synchronisation

-- case: no connector was told
-- server: SYNC02 none -
-- host: SYNC02
-- engine: SYNC02 staging
DELETE FROM engine_connector;
-- expect: SYNC02 unknown connectors

-- case: the run history was not seen
-- server: SYNC02 none -
-- host: SYNC02
-- engine: SYNC02 staging
-- uncovered: SYNC02 run_history
-- expect: SYNC02 unknown

-- case: profiles with other names do what their steps do
-- server: SYNC02 staging contoso.example
-- engine: SYNC02
UPDATE engine_run SET profile = 'Mine ' || number;
-- expect: SYNC02 pass

-- case: an active server's engine is none of a staging server
-- server: SYNC01 active contoso.example
-- engine: SYNC01
UPDATE engine_scheduler SET cycle_enabled = 0, next_start_at = '2026-11-01T00:00:00Z';
DELETE FROM engine_run_step;
DELETE FROM engine_run;
-- expect: SYNC01 not_applicable

-- case: run profiles with names of their own, of which nobody tells what they do; a connector that people run once a day
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
DELETE FROM engine_run_step;
UPDATE engine_run SET profile = 'Vollimport' WHERE profile LIKE '%Import' AND connector = 'contoso.com' AND target_id = 1;
UPDATE engine_connector SET kind = 'other', connector_key = 'extensible2:ldap' WHERE name = 'contoso.com' AND target_id > 1;
DELETE FROM engine_run WHERE number > 6 AND connector = 'contoso.com' AND target_id > 1;
UPDATE engine_run SET started_at = '2026-11-21T11:00:00Z', ended_at = iif(target_id = 2, '2026-11-21T12:00:00Z', '2026-11-21T11:59:59Z') WHERE number > 3 AND connector = 'contoso.com' AND target_id > 1;
-- expect: SYNC01 unknown contoso.com / import
-- expect: SYNC02 pass
-- expect: SYNC03 warn contoso.com / import
-- expect: SYNC03 warn contoso.com / synchronisation
