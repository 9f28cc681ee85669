-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAR-012.

-- case: equal servers pass
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: drift that acts today fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.SynchronizationOption.UPNAttribute

-- case: a side that lacks it fails
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute / a',
        'True', 'absent', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute / b',
        'absent', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC02 fail Microsoft.SynchronizationOption.UPNAttribute / a
-- expect: SYNC02 fail Microsoft.SynchronizationOption.UPNAttribute / b

-- case: minor drift warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'drift', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.SynchronizationOption.UPNAttribute

-- case: a difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'version-caused', 0, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.SynchronizationOption.UPNAttribute

-- case: a minor difference of the versions warns
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 warn Microsoft.SynchronizationOption.UPNAttribute

-- case: what belongs to one server is no finding
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'expected', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute / b',
        'True', 'False', 'expected', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: other areas have checks of their own
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'rules',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC01', 'SYNC02', 'server',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'version-caused', 1, 'why it matters', '12,22');
-- expect: SYNC02 pass

-- case: roles given the other way round
-- server: SYNC01 staging contoso.example
-- server: SYNC02 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
-- derived:
DELETE FROM parity_difference;
INSERT INTO parity_difference (pair_id, active, staging, area, path, active_value,
                               staging_value, class, minor, why, evidence)
VALUES (1, 'SYNC02', 'SYNC01', 'identity mapping',
        'Microsoft.SynchronizationOption.UPNAttribute',
        'True', 'False', 'drift', 0, 'why it matters', '12,22');
-- expect: SYNC01 fail Microsoft.SynchronizationOption.UPNAttribute

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
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE sync_server SET server_name = 'SYNC01';
-- expect: SYNC02 unknown

-- case: objectGUID on both servers works, but is not what Microsoft recommends
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'objectGUID'
 WHERE target_id = 1 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
UPDATE global_parameter SET value = 'ObjectGuid'
 WHERE target_id = 2 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 warn source anchor

-- case: objectGUID on the active server only is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'objectGUID'
 WHERE target_id = 1 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
UPDATE global_parameter SET value = 'mS-DS-ConsistencyGuid'
 WHERE target_id = 2 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: objectGUID on the staging server only is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'mS-DS-ConsistencyGuid'
 WHERE target_id = 1 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
UPDATE global_parameter SET value = 'objectGUID'
 WHERE target_id = 2 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: another parameter that happens to hold the word
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'objectGUID'
 WHERE name = 'Microsoft.SynchronizationOption.JoinCriteria';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: the anchor of another server does not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'objectGUID'
 WHERE target_id = 1 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
INSERT INTO global_parameter VALUES
  (3, 'Microsoft.SynchronizationOption.AnchorAttribute', 'objectGUID', 'String', 31);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: the anchor of another server does not count for the staging server either
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET value = 'objectGUID'
 WHERE target_id = 2 AND name = 'Microsoft.SynchronizationOption.AnchorAttribute';
INSERT INTO global_parameter VALUES
  (3, 'Microsoft.SynchronizationOption.AnchorAttribute', 'objectGUID', 'String', 31);
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: absent on both sides is not the same as equal
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC02 unknown Microsoft.SynchronizationOption.AnchorAttribute
-- expect: SYNC02 unknown Microsoft.SynchronizationOption.UPNAttribute
-- expect: SYNC02 unknown Microsoft.SynchronizationOption.JoinCriteria

-- case: a parameter that one side has is left to the comparison
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
DELETE FROM global_parameter WHERE target_id = 1 AND name GLOB '*UPNAttribute';
DELETE FROM global_parameter WHERE target_id = 2 AND name GLOB '*JoinCriteria';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 pass

-- case: a parameter that only a third server has was not seen on the pair
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 active fabrikam.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.SynchronizationOption.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES ('AnchorAttribute', 'mS-DS-ConsistencyGuid'),
                         ('UPNAttribute', 'userPrincipalName'), ('JoinCriteria', 'ObjectSID')) n
 WHERE t.id < 3;
UPDATE global_parameter SET target_id = 3 WHERE target_id = 1 AND name GLOB '*UPNAttribute';
DELETE FROM global_parameter WHERE target_id = 2 AND name GLOB '*UPNAttribute';
-- derived:
DELETE FROM parity_difference;
-- expect: SYNC02 unknown Microsoft.SynchronizationOption.UPNAttribute
