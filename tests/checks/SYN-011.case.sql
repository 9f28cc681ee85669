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

-- case: healthy
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 29, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31019, 3, '2026-11-22T11:00:00Z', 30, '[]', 10023);
-- expect: SYNC01 pass

-- case: the newest sign is a bad one
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
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 40101);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31042, 3, '2026-11-22T10:00:00Z', 31, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 31042, 3, '2026-11-22T10:00:00Z', 32, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31042, 3, '2026-11-22T10:00:00Z', 33, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 31042, 3, '2026-11-22T10:00:00Z', 34, '[]', 40023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 35, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 31039, 1, '2026-11-22T10:00:00Z', 36, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31044, 1, '2026-11-22T10:00:00Z', 37, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 31045, 1, '2026-11-22T10:00:00Z', 38, '[]', 40023);
-- expect: S1 fail health
-- expect: S2 fail health
-- expect: S3 fail health
-- expect: S4 pass

-- case: it came back, in every way
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- engine: S1
-- engine: S2
-- engine: S3
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 39, '[]', 10023);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 20101);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 40, '[]', 20023);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 30101);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 41, '[]', 30023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31033, 3, '2026-11-22T10:00:01Z', 42, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 31040, 3, '2026-11-22T10:00:01Z', 43, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31042, 3, '2026-11-22T10:00:01Z', 44, '[]', 30023);
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 pass

-- case: rights that are missing, of the last week and before
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- engine: S1
-- engine: S2
-- engine: S3
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 30101);
INSERT INTO host_event SELECT id, 'Application', 'PasswordResetService', 31019, 3, '2026-11-22T11:00:00Z', 900 + id, '[]', 10000 * id + 23 FROM target;
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 33004, 1, '2026-11-15T12:00:00Z', 45, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 33004, 1, '2026-11-15T11:59:59Z', 46, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 33004, 1, '2026-11-22T11:59:59Z', 47, '[]', 30023);
INSERT INTO host_event VALUES (3, 'System', 'PasswordResetService', 33004, 1, '2026-11-22T11:59:59Z', 48, '[]', 30023);
-- expect: S1 fail rights in AD
-- expect: S2 pass
-- expect: S3 pass

-- case: five errors of a day, four, five before, five that are none
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- server: S4 active contoso.example
-- server: S5 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 40101);
INSERT INTO engine_parameter VALUES (5, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 50101);
INSERT INTO host_event SELECT id, 'Application', 'PasswordResetService', 31019, 3, '2026-11-22T11:00:00Z', 900 + id, '[]', 10000 * id + 23 FROM target;
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 32000, 1, '2026-11-21T12:00:00Z', 49, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 32000, 1, '2026-11-21T12:00:00Z', 50, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 32000, 1, '2026-11-21T12:00:00Z', 51, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 33999, 1, '2026-11-22T11:00:00Z', 52, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 33999, 1, '2026-11-22T11:00:00Z', 53, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 32002, 1, '2026-11-22T11:00:00Z', 54, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 32002, 1, '2026-11-22T11:00:00Z', 55, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 32002, 1, '2026-11-22T11:00:00Z', 56, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 32002, 1, '2026-11-22T11:00:00Z', 57, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 32002, 1, '2026-11-21T11:59:59Z', 58, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 32002, 1, '2026-11-21T11:59:59Z', 59, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 32002, 1, '2026-11-21T11:59:59Z', 60, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 32002, 1, '2026-11-21T11:59:59Z', 61, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 32002, 1, '2026-11-21T11:59:59Z', 62, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 32002, 2, '2026-11-22T11:00:00Z', 63, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 32002, 2, '2026-11-22T11:00:00Z', 64, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 32002, 2, '2026-11-22T11:00:00Z', 65, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 32002, 2, '2026-11-22T11:00:00Z', 66, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 32002, 2, '2026-11-22T11:00:00Z', 67, '[]', 40023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 31999, 1, '2026-11-22T11:00:00Z', 68, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 31999, 1, '2026-11-22T11:00:00Z', 69, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 31999, 1, '2026-11-22T11:00:00Z', 70, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 31999, 1, '2026-11-22T11:00:00Z', 71, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 31999, 1, '2026-11-22T11:00:00Z', 72, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 34000, 1, '2026-11-22T11:00:00Z', 73, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 34000, 1, '2026-11-22T11:00:00Z', 74, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 34000, 1, '2026-11-22T11:00:00Z', 75, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 34000, 1, '2026-11-22T11:00:00Z', 76, '[]', 50023);
INSERT INTO host_event VALUES (5, 'Application', 'PasswordResetService', 34000, 1, '2026-11-22T11:00:00Z', 77, '[]', 50023);
-- expect: S1 warn errors
-- expect: S2 pass
-- expect: S3 pass
-- expect: S4 pass
-- expect: S5 pass

-- case: records are missing, and are not shown
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 20101);
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: S1 unknown records of the logs
-- expect: S2 unknown log Application

-- case: off for the engine, and on for its connector
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordWriteback', 'False', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordWriteback', 'False', 20101);
UPDATE engine_password_writeback SET enabled = 1 WHERE target_id = 2;
UPDATE host_log SET records = 0;
UPDATE host_event_window SET complete = 0;
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31034, 1, '2026-11-22T10:00:00Z', 78, '[]', 10023);
-- expect: S1 not_applicable password writeback
-- expect: S2 unknown password writeback

-- case: no sign of life, good or bad, for two days; one of that age, one while the server was being asked, none of it
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
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.PasswordWriteback', 'True', 10000 * id + 101 FROM target;
INSERT INTO host_event VALUES (1, 'Application', 'PasswordResetService', 31019, 3, '2026-11-20T11:59:59Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'PasswordResetService', 31019, 3, '2026-11-20T12:00:00Z', 2, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31019, 3, '2026-11-22T12:10:00Z', 3, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 31015, 3, '2026-11-22T11:00:00Z', 4, '[]', 40023);
-- expect: S1 unknown sign of life
-- expect: S2 pass
-- expect: S3 pass
-- expect: S4 unknown sign of life
