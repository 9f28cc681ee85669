-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-013.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.UserSignIn.SignOnMethod

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.UserSignIn.SignOnMethod / a
-- expect: SYNC02 fail Microsoft.UserSignIn.SignOnMethod / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.UserSignIn.SignOnMethod

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.UserSignIn.SignOnMethod

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.UserSignIn.SignOnMethod

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'sign-in',
        'Microsoft.UserSignIn.SignOnMethod',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail Microsoft.UserSignIn.SignOnMethod

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
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: absent on both sides is not the same as equal
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown Microsoft.UserSignIn.SignOnMethod
-- expect: SYNC02 unknown Microsoft.UserSignIn.DesktopSsoEnabled

-- case: a parameter that one side has is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
DELETE FROM global_parameter WHERE target_id = 1 AND name GLOB '*SignOnMethod';
DELETE FROM global_parameter WHERE target_id = 2 AND name GLOB '*DesktopSsoEnabled';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: a parameter that only a third server has was not seen on the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.UserSignIn.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('SignOnMethod', 'PasswordHashSync'), ('DesktopSsoEnabled', 'True')) n
 WHERE t.id < 3;
UPDATE global_parameter SET target_id = 3 WHERE target_id = 1 AND name GLOB '*SignOnMethod';
DELETE FROM global_parameter WHERE target_id = 2 AND name GLOB '*SignOnMethod';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 unknown Microsoft.UserSignIn.SignOnMethod
