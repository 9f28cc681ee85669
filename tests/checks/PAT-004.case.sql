-- SPDX-License-Identifier: Apache-2.0
-- Cases of PAT-004.

-- case: enabled: an export does not tell how the last attempt ended
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
-- expect: SYNC01 unknown

-- case: enabled, and the event log was seen
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: disabled
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Disabled'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: suspended without a reason
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Suspended'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: suspended for a reason that the product names as not supported
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'SUSPENDED'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason',
        'UpgradeNotSupportedCustomizedSyncRules', 'String', 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: suspended because an upgrade was given up
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Suspended'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason',
        'UpgradeAbortedInsufficientDiskSpace', 'String', 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: a reason beside another state
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Disabled'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason',
        'UpgradeNotSupportedNonLocalDbInstall', 'String', 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: disabled, as the policy wants
-- server: SYNC01 active contoso.example
-- param: wanted = Disabled
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'disabled'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: enabled, which the policy does not want
-- server: SYNC01 active contoso.example
-- param: wanted = disabled
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: suspended is not disabled
-- server: SYNC01 active contoso.example
-- param: wanted = disabled
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Suspended'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason',
        'UpgradeNotSupportedCustomizedSyncRules', 'String', 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 warn automatic upgrade

-- case: the policy accepts any state
-- server: SYNC01 active contoso.example
-- param: wanted = ANY
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Suspended'
 WHERE name GLOB '*.AutoUpgradeState';
-- expect: SYNC01 not_applicable automatic upgrade

-- case: absent
-- server: SYNC01 active contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown automatic upgrade

-- case: empty
-- server: SYNC01 active contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = ''
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown automatic upgrade

-- case: each server answers for itself
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('AutoUpgradeState', 'Enabled')) n;
UPDATE global_parameter SET value = 'Suspended'
 WHERE name GLOB '*.AutoUpgradeState';
INSERT INTO global_parameter
VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason',
        'UpgradeNotSupportedCustomizedSyncRules', 'String', 11);
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass
-- expect: SYNC02 warn automatic upgrade

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown
