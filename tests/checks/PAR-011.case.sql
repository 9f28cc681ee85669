-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-011.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.OptionalFeature.DeviceWriteBack

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.OptionalFeature.DeviceWriteBack / a
-- expect: SYNC02 fail Microsoft.OptionalFeature.DeviceWriteBack / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.OptionalFeature.DeviceWriteBack

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.OptionalFeature.DeviceWriteBack

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.OptionalFeature.DeviceWriteBack

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'features',
        'Microsoft.OptionalFeature.DeviceWriteBack',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail Microsoft.OptionalFeature.DeviceWriteBack

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
INSERT INTO global_parameter
SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 10 * id + 1
  FROM target WHERE id < 3;
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: no feature is named on either side
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter SELECT id, 'Microsoft.OptionalFeatures', 'True', 'String', 10 * id + 1
  FROM target;
-- expect: SYNC02 unknown optional features

-- case: a feature named on the active side only is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter VALUES
  (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 11);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: a feature named on the staging side only is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter VALUES
  (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 'String', 21);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass
