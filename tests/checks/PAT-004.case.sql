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

-- # With the event log

-- case: no attempt in the window
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 309, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Other', 303, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 300, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: the last attempt ended with event 303
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-19T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 303, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 306, 3, '2026-11-20T11:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail last attempt

-- case: the last attempt ended with event 304
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-19T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 304, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 306, 3, '2026-11-20T11:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail last attempt

-- case: the last attempt ended with event 305
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-19T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 306, 3, '2026-11-20T11:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail last attempt

-- case: the last attempt: not eligible
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 302, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 warn last attempt

-- case: success after a failure
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-19T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: two records of one moment: the later number is the later
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-20T10:00:00Z', 2, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-20T10:00:00Z', 9, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-20T10:00:00Z', 8, '[]', 20023);
-- expect: SYNC01 pass
-- expect: SYNC02 fail last attempt

-- case: success, and what is told of it afterwards
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-19T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 306, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: the attempt of another server
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (2, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-20T10:00:00Z', 1, '[]', 20023);
-- expect: SYNC01 pass
-- expect: SYNC02 fail last attempt

-- case: records that are missing
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 unknown last attempt

-- case: records that are missing, and a success
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 301, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 pass

-- case: any state is accepted, also a failed attempt
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: wanted = any
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
INSERT INTO host_event VALUES (1, 'Application', 'Azure AD Connect Upgrade', 305, 3, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 not_applicable automatic upgrade

-- case: any state is accepted, also without records
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: wanted = any
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
UPDATE host_event_window SET complete = 0;
-- expect: SYNC01 not_applicable automatic upgrade

-- case: a log whose records are not shown
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 'String', 10 * t.id + 1
  FROM target t;
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC01 unknown log Application

-- case: the engine tells the state, and what the parameters say does not count
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- server: S4 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Disabled', 10000 * id + 101 FROM target;
UPDATE engine_auto_upgrade SET state = 'Suspended', reason = CASE target_id WHEN 2 THEN 'UpgradeNotSupportedCustomizedSyncRules' ELSE 'UpgradeAbortedInsufficientDiskSpace' END WHERE target_id IN (2, 3);
UPDATE engine_auto_upgrade SET state = 'Disabled' WHERE target_id = 4;
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 warn automatic upgrade
-- expect: S4 warn automatic upgrade

-- case: only the parameters tell
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
-- uncovered: S1 auto_upgrade
-- uncovered: S2 auto_upgrade
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 10101), (2, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Suspended', 20101), (2, 'Microsoft.OptionalFeature.AutoUpgradeSuspensionReason', 'UpgradeNotSupportedX', 20101);
-- expect: S1 pass
-- expect: S2 pass

-- case: a product without the cmdlet: its parameters tell the same; they tell nothing
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- engine: S1 staging
-- engine: S2 staging
-- engine: S3 staging
-- uncovered: S1 auto_upgrade
-- uncovered: S2 auto_upgrade
-- uncovered: S3 auto_upgrade
DELETE FROM engine_auto_upgrade;
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Enabled', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.AutoUpgradeState', 'Disabled', 20101);
-- expect: S1 pass
-- expect: S2 warn automatic upgrade
-- expect: S3 unknown automatic upgrade
