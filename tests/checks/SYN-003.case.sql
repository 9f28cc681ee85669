-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-003.

-- case: defaults of the product
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: the schedule of the active server is off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.SynchronizationSchedule' AND target_id = 1;
-- expect: SYNC01 fail synchronisation schedule
-- expect: SYNC02 pass

-- case: STG-004 judges the schedule of a staging server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.SynchronizationSchedule' AND target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a server that does not tell its role answers for its schedule
-- server: SYNC01 unknown contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.SynchronizationSchedule';
-- expect: SYNC01 fail synchronisation schedule

-- case: suspended and without maintenance, on either server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = 'true'
 WHERE name GLOB '*.SchedulerSuspended';
UPDATE global_parameter SET value = 'FALSE'
 WHERE name GLOB '*.MaintenanceEnabled';
-- expect: SYNC01 warn scheduler suspended
-- expect: SYNC01 warn maintenance
-- expect: SYNC02 warn scheduler suspended
-- expect: SYNC02 warn maintenance

-- case: numbers instead of words
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.SynchronizationSchedule';
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.SchedulerSuspended';
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.MaintenanceEnabled';
-- expect: SYNC01 pass

-- case: numbers instead of words, the other way round
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.SynchronizationSchedule';
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.SchedulerSuspended';
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.MaintenanceEnabled';
-- expect: SYNC01 fail synchronisation schedule
-- expect: SYNC01 warn scheduler suspended
-- expect: SYNC01 warn maintenance

-- case: a second more than half an hour
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '00:30:01'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 warn interval

-- case: exactly three hours
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '03:00:00'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 warn interval

-- case: more than three hours
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '03:00:01'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 fail interval

-- case: the policy allows longer intervals
-- server: SYNC01 active contoso.example
-- param: warn_interval_min = 1440
-- param: max_interval_min = 2880
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '1.00:00:00'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 pass

-- case: an interval of nothing says nothing
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '00:00:00'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 unknown interval

-- case: the shortest interval
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '00:00:01'
 WHERE name GLOB '*.TimeInterval';
-- expect: SYNC01 pass

-- case: a second less than seven days of run history
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '6.23:59:59'
 WHERE name GLOB '*.RunHistoryPurgeInterval';
-- expect: SYNC01 warn run history

-- case: no run history at all
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = '00:00:00'
 WHERE name GLOB '*.RunHistoryPurgeInterval';
-- expect: SYNC01 warn run history

-- case: the policy asks for more run history
-- server: SYNC01 active contoso.example
-- param: min_history_d = 8
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
-- expect: SYNC01 warn run history

-- case: absent is neither on nor off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC01 unknown synchronisation schedule
-- expect: SYNC01 unknown scheduler suspended
-- expect: SYNC01 unknown maintenance
-- expect: SYNC01 unknown interval
-- expect: SYNC01 unknown run history
-- expect: SYNC02 unknown scheduler suspended
-- expect: SYNC02 unknown maintenance
-- expect: SYNC02 unknown interval
-- expect: SYNC02 unknown run history

-- case: values that cannot be read
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = 'perhaps'
 WHERE name <> 'Microsoft.Synchronize.StagingMode';
-- expect: SYNC01 unknown synchronisation schedule
-- expect: SYNC01 unknown scheduler suspended
-- expect: SYNC01 unknown maintenance
-- expect: SYNC01 unknown interval
-- expect: SYNC01 unknown run history

-- case: empty values
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('SynchronizationSchedule', 'True'),
       ('SchedulerSuspended', 'False'),
       ('MaintenanceEnabled', 'True'),
       ('TimeInterval', '00:30:00'),
       ('RunHistoryPurgeInterval', '7.00:00:00')) n;
UPDATE global_parameter SET value = ''
 WHERE name <> 'Microsoft.Synchronize.StagingMode';
-- expect: SYNC01 unknown synchronisation schedule
-- expect: SYNC01 unknown scheduler suspended
-- expect: SYNC01 unknown maintenance
-- expect: SYNC01 unknown interval
-- expect: SYNC01 unknown run history

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: a scheduler that is well, beside an export that was not
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.Synchronize.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SynchronizationSchedule', 'False'), ('SchedulerSuspended', 'True')) n;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a server that was asked only
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01 active
-- engine: SYNC02 staging
-- engine: SYNC03 active
-- uncovered: SYNC03 scheduler
UPDATE engine_scheduler SET cycle_enabled = 0, maintenance_enabled = 0, effective_interval_s = 1801, history_s = 604799;
-- expect: SYNC01 fail synchronisation schedule
-- expect: SYNC01 warn maintenance
-- expect: SYNC01 warn interval
-- expect: SYNC01 warn run history
-- expect: SYNC02 warn maintenance
-- expect: SYNC02 warn interval
-- expect: SYNC02 warn run history
-- expect: SYNC03 unknown

-- case: what the scheduler does not tell is not known
-- server: SYNC01 active contoso.example
-- engine: SYNC01
UPDATE engine_scheduler SET maintenance_enabled = NULL, suspended = NULL, effective_interval_s = NULL, history_s = NULL;
-- expect: SYNC01 unknown scheduler suspended
-- expect: SYNC01 unknown maintenance
-- expect: SYNC01 unknown interval
-- expect: SYNC01 unknown run history

-- case: suspended while runs go through, and while none does
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
-- server: SYNC03 active third.example
-- server: SYNC04 active fourth.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_scheduler SET suspended = 1;
UPDATE engine_run SET started_at = '2026-11-22T08:59:00Z', ended_at = '2026-11-22T09:00:00Z' WHERE number > 3;
UPDATE engine_run SET ended_at = '2026-11-22T08:59:59Z' WHERE number > 3 AND target_id > 1;
UPDATE engine_history SET oldest_at = '2026-11-22T09:00:00Z' WHERE target_id = 3;
UPDATE engine_run SET started_at = '2026-11-22T13:00:00Z', ended_at = '2026-11-22T13:00:01Z' WHERE number = 9 AND target_id = 4;
-- expect: SYNC01 warn scheduler suspended
-- expect: SYNC02 fail scheduler suspended
-- expect: SYNC03 warn scheduler suspended
-- expect: SYNC04 fail scheduler suspended

-- case: the next cycle is late by an interval, by more, while one is at work, on a staging server
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
-- server: SYNC03 active third.example
-- server: SYNC04 staging third.example
-- server: SYNC05 unknown third.example
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05 active
UPDATE engine_scheduler SET next_start_at = '2026-11-22T11:30:00Z';
UPDATE engine_scheduler SET next_start_at = '2026-11-22T11:29:59Z' WHERE target_id > 1;
UPDATE engine_scheduler SET in_progress = 1 WHERE target_id = 3;
-- expect: SYNC01 pass
-- expect: SYNC02 warn next cycle
-- expect: SYNC03 pass
-- expect: SYNC04 pass
-- expect: SYNC05 warn next cycle
