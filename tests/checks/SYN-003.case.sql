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
