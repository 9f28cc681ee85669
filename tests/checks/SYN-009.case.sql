-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-009.

-- case: on, with the limit of the product
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
-- expect: SYNC01 pass

-- case: off
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.ExportDeletionThreshold';
-- expect: SYNC01 fail accidental-delete protection

-- case: off, whatever the limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.ExportDeletionThreshold';
UPDATE global_parameter SET value = '100000'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 fail accidental-delete protection

-- case: one more than the limit of the policy
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '501'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 warn deletion limit

-- case: the policy allows more
-- server: SYNC01 active contoso.example
-- param: max_count = 1000
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '1000'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 pass

-- case: the smallest limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.ExportDeletionThreshold';
-- expect: SYNC01 pass

-- case: a number beyond all numbers
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '99999999999999999999999'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 warn deletion limit

-- case: a limit of nothing says nothing
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 unknown deletion limit

-- case: a limit that is no number
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '500 objects'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 unknown deletion limit

-- case: a negative limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = '-1'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 unknown deletion limit

-- case: an empty limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = ''
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 unknown deletion limit

-- case: on, but without a limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
DELETE FROM global_parameter WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 warn deletion limit

-- case: old builds keep it in the cloud
-- server: SYNC01 active contoso.example
-- expect: SYNC01 warn accidental-delete protection

-- case: absent with a limit, large or not
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
DELETE FROM global_parameter WHERE name GLOB '*.ExportDeletionThreshold';
UPDATE global_parameter SET value = '501'
 WHERE name GLOB '*.ExportDeletionThresholdValue' AND target_id = 1;
-- expect: SYNC01 warn accidental-delete protection
-- expect: SYNC02 warn accidental-delete protection

-- case: neither on nor off, and a large limit
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = 'perhaps'
 WHERE name GLOB '*.ExportDeletionThreshold';
UPDATE global_parameter SET value = '501'
 WHERE name GLOB '*.ExportDeletionThresholdValue';
-- expect: SYNC01 unknown accidental-delete protection
-- expect: SYNC01 warn deletion limit

-- case: an empty value is neither on nor off
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = ''
 WHERE name GLOB '*.ExportDeletionThreshold';
-- expect: SYNC01 unknown accidental-delete protection

-- case: each server answers for itself
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('ExportDeletionThreshold', 'True'),
       ('ExportDeletionThresholdValue', '500')) n;
UPDATE global_parameter SET value = 'false'
 WHERE name GLOB '*.ExportDeletionThreshold' AND target_id = 2;
-- expect: SYNC01 pass
-- expect: SYNC02 fail accidental-delete protection

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: by the engine, and by its number of objects: a tenth, and more; not known
-- server: S1 active t1.example
-- server: S2 active t2.example
-- server: S3 active t3.example
-- engine: S1
-- engine: S2
-- engine: S3
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.ExportDeletionThreshold' || column1, column2, 10000 * id + 101 FROM target, (VALUES ('', 'True'), ('Value', '600'));
UPDATE engine_statistics SET objects = 6000 WHERE target_id = 1;
UPDATE engine_statistics SET objects = 5999 WHERE target_id = 2;
DELETE FROM engine_statistics WHERE target_id = 3;
-- expect: S1 warn deletion limit
-- expect: S2 fail deletion limit
-- expect: S3 warn deletion limit

-- case: only the objects of the connector to Entra ID count
-- server: S1 active t1.example
-- engine: S1
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.ExportDeletionThreshold' || column1, column2, 10000 * id + 101 FROM target, (VALUES ('', 'True'), ('Value', '600'));
UPDATE engine_statistics SET objects = 5999 WHERE name = 'contoso.com';
UPDATE engine_statistics SET objects = 6000 WHERE name <> 'contoso.com';
-- expect: S1 warn deletion limit

-- case: a limit within the policy, of few objects
-- server: S1 active t1.example
-- engine: S1
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.ExportDeletionThreshold' || column1, column2, 10000 * id + 101 FROM target, (VALUES ('', 'True'), ('Value', '500'));
UPDATE engine_statistics SET objects = 10 WHERE 1;
-- expect: S1 pass
