-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-011.

-- case: on: an export does not tell whether it is alive
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
-- expect: SYNC01 unknown

-- case: on, and the event log was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordWriteback';
-- expect: SYNC01 not_applicable password writeback

-- case: off, written as a number, and the event log was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.PasswordWriteback';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 not_applicable password writeback

-- case: on, written in other ways
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.PasswordWriteback' AND target_id = 1;
UPDATE global_parameter SET value = 'TRUE'
 WHERE name GLOB '*.PasswordWriteback' AND target_id = 2;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: off, but a connector has it on
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordWriteback';
UPDATE connector SET password_writeback = 1 WHERE target_id = 1;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password writeback

-- case: off, and a connector of another server has it on
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordWriteback';
UPDATE connector SET password_writeback = target_id - 1;
-- expect: SYNC01 not_applicable password writeback

-- case: absent is not off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password writeback

-- case: neither on nor off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = 'perhaps'
 WHERE name GLOB '*.PasswordWriteback';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password writeback

-- case: an empty value is not off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = ''
 WHERE name GLOB '*.PasswordWriteback';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password writeback

-- case: the value of the staging server does not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordWriteback' AND target_id = 2;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: a server that does not tell its role
-- server: SYNC01 unknown contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordWriteback', 'True')) n;
-- expect: SYNC01 unknown

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown
