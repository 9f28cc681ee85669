-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-014.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.Synchronize.MaintenanceEnabled

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.Synchronize.MaintenanceEnabled / a
-- expect: SYNC02 fail Microsoft.Synchronize.MaintenanceEnabled / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.Synchronize.MaintenanceEnabled

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.Synchronize.MaintenanceEnabled

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.Synchronize.MaintenanceEnabled

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'operation',
        'Microsoft.Synchronize.MaintenanceEnabled',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail Microsoft.Synchronize.MaintenanceEnabled

-- case: the active side was not collected
-- server: SYNC01 failed -
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown

-- case: the staging side was not collected
-- server: SYNC01 active contoso.example
-- server: SYNC02 failed -
-- expect: SYNC02 unknown

-- case: two exports of one server prove nothing about the other
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: schedulers and files that are equal
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: schedulers that differ
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
UPDATE engine_scheduler SET cycle_enabled = 0, maintenance_enabled = 0, effective_interval_s = 3600, history_s = 3600 WHERE target_id = 2;
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 fail scheduler / enabled
-- expect: SYNC02 warn scheduler / maintenance
-- expect: SYNC02 warn scheduler / interval
-- expect: SYNC02 warn scheduler / run history

-- case: a scheduler is not compared with an export
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
UPDATE engine_scheduler SET cycle_enabled = 0;
INSERT INTO global_parameter VALUES (2, 'Microsoft.Synchronize.SynchronizationSchedule', 'True', 'String', 21);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: files with another content, on one side only
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
UPDATE engine_file SET sha256 = 'b' WHERE target_id = 2;
DELETE FROM engine_file WHERE target_id IN (3, 6);
-- derived:
DELETE FROM parity_difference;
-- expect: B1 warn file miiserver.exe.config
-- expect: B2 warn file miiserver.exe.config
-- expect: B3 warn file miiserver.exe.config

-- case: the file of one server was not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 override
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass
