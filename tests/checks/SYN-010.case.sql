-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-010.

-- case: on: an export does not tell whether it is alive
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
-- expect: SYNC01 unknown

-- case: on, and the event log was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordHashSync';
-- expect: SYNC01 not_applicable password hash synchronisation

-- case: off, written as a number, and the event log was seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = '0'
 WHERE name GLOB '*.PasswordHashSync';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 not_applicable password hash synchronisation

-- case: on, written in other ways
-- server: SYNC01 active contoso.example
-- server: SYNC02 active fabrikam.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- engine: SYNC02
-- uncovered: SYNC02 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = '1'
 WHERE name GLOB '*.PasswordHashSync' AND target_id = 1;
UPDATE global_parameter SET value = 'TRUE'
 WHERE name GLOB '*.PasswordHashSync' AND target_id = 2;
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
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordHashSync';
UPDATE connector SET password_hash_sync = 1 WHERE target_id = 1;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password hash synchronisation

-- case: off, and a connector of another server has it on
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordHashSync';
UPDATE connector SET password_hash_sync = target_id - 1;
-- expect: SYNC01 not_applicable password hash synchronisation

-- case: absent is not off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password hash synchronisation

-- case: neither on nor off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = 'perhaps'
 WHERE name GLOB '*.PasswordHashSync';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password hash synchronisation

-- case: an empty value is not off
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = ''
 WHERE name GLOB '*.PasswordHashSync';
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 unknown password hash synchronisation

-- case: the value of the staging server does not count
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- engine: SYNC01
-- uncovered: SYNC01 engine
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
UPDATE global_parameter SET value = 'False'
 WHERE name GLOB '*.PasswordHashSync' AND target_id = 2;
INSERT INTO coverage (target_id, source, status, rows, started_at, finished_at)
SELECT id, 'event_log', 'ok', 1, '2026-11-22T10:00:00Z', '2026-11-22T10:00:01Z' FROM target;
-- expect: SYNC01 pass

-- case: a server that does not tell its role
-- server: SYNC01 unknown contoso.example
INSERT INTO global_parameter
SELECT t.id, 'Microsoft.OptionalFeature.' || n.column1, n.column2, 'String', 10 * t.id + 1
  FROM target t, (VALUES
       ('PasswordHashSync', 'True')) n;
-- expect: SYNC01 unknown

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: alive
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
-- expect: SYNC01 pass

-- case: two hours ago, a second more, in the future, never, never and failed
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
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 40101);
INSERT INTO engine_parameter VALUES (5, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 50101);
UPDATE engine_password_partition SET last_success_at = '2026-11-22T10:00:00Z' WHERE target_id = 1;
UPDATE engine_password_partition SET last_success_at = '2026-11-22T09:59:59Z' WHERE target_id = 2;
UPDATE engine_password_partition SET last_success_at = '2026-11-22T12:10:01Z' WHERE target_id = 3;
UPDATE engine_password_partition SET last_success_at = NULL, status = 'None' WHERE target_id = 4;
UPDATE engine_password_partition SET last_success_at = NULL, status = 'Failed' WHERE target_id = 5;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T11:30:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T11:30:00Z', 2, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T11:30:00Z', 3, '[]', 40023);
INSERT INTO host_event VALUES (5, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T11:30:00Z', 4, '[]', 50023);
-- expect: S1 pass
-- expect: S2 fail DC=contoso,DC=com
-- expect: S3 unknown DC=contoso,DC=com
-- expect: S4 warn DC=contoso,DC=com
-- expect: S5 fail DC=contoso,DC=com

-- case: no domain was told, and no sign of life either; one at the limit; one of the future
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
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 40101);
DELETE FROM engine_password_partition;
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T10:00:00Z', 5, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 656, 3, '2026-11-22T09:59:59Z', 6, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T12:00:01Z', 7, '[]', 40023);
-- expect: S1 unknown domains
-- expect: S1 fail sign of life
-- expect: S2 unknown domains
-- expect: S3 unknown domains
-- expect: S3 fail sign of life
-- expect: S4 unknown domains
-- expect: S4 fail sign of life

-- case: signs of life, and what is none
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- server: S4 active contoso.example
-- server: S5 active contoso.example
-- server: S6 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
-- engine: S5
-- engine: S6
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 40101);
INSERT INTO engine_parameter VALUES (5, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 50101);
INSERT INTO engine_parameter VALUES (6, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 60101);
DELETE FROM engine_password_partition;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 650, 3, '2026-11-22T11:00:00Z', 8, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 651, 3, '2026-11-22T11:00:00Z', 9, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 656, 3, '2026-11-22T11:00:00Z', 10, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T11:00:00Z', 11, '[]', 40023);
INSERT INTO host_event VALUES (5, 'Application', 'Directory Synchronization', 653, 3, '2026-11-22T11:00:00Z', 12, '[]', 50023);
INSERT INTO host_event VALUES (6, 'Application', 'ADSync', 654, 3, '2026-11-22T11:00:00Z', 13, '[]', 60023);
INSERT INTO host_event VALUES (6, 'System', 'Directory Synchronization', 654, 3, '2026-11-22T11:00:00Z', 14, '[]', 60023);
-- expect: S1 unknown domains
-- expect: S2 unknown domains
-- expect: S3 unknown domains
-- expect: S4 unknown domains
-- expect: S5 unknown domains
-- expect: S6 unknown domains
-- expect: S5 fail sign of life
-- expect: S6 fail sign of life

-- case: a domain that failed, before and after a success; FIPS
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
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
INSERT INTO engine_parameter VALUES (3, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 30101);
INSERT INTO engine_parameter VALUES (4, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 40101);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:55:00Z', 15, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:54:59Z', 16, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 667, 1, '2026-11-22T11:56:00Z', 17, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:56:00Z', 18, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T11:57:00Z', 19, '[]', 40023);
-- expect: S1 fail event 611
-- expect: S2 pass
-- expect: S3 fail event 667
-- expect: S4 pass

-- case: a success of the future does not heal
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
UPDATE engine_password_partition SET last_success_at = '2026-11-22T12:30:00Z' WHERE target_id = 1;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T11:57:00Z', 20, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:56:00Z', 21, '[]', 10023);
-- expect: SYNC01 fail event 611
-- expect: SYNC01 unknown DC=contoso,DC=com

-- case: single failures of the last day
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 652, 2, '2026-11-21T12:00:00Z', 22, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 652, 2, '2026-11-21T11:59:59Z', 23, '[]', 20023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 655, 2, '2026-11-21T12:00:00Z', 24, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 655, 2, '2026-11-21T11:59:59Z', 25, '[]', 20023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 662, 2, '2026-11-21T12:00:00Z', 26, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 662, 2, '2026-11-21T11:59:59Z', 27, '[]', 20023);
-- expect: S1 warn event 652
-- expect: S1 warn event 655
-- expect: S1 warn event 662
-- expect: S2 pass

-- case: records are missing, and are not shown
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 20101);
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: S1 unknown records of the logs
-- expect: S2 unknown log Application

-- case: off for the engine, and on for a connector of it
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'False', 10101);
INSERT INTO engine_parameter VALUES (2, 'Microsoft.OptionalFeature.PasswordHashSync', 'False', 20101);
UPDATE engine_password_sync SET enabled = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 611, 1, '2026-11-22T11:56:00Z', 28, '[]', 10023);
-- expect: S1 not_applicable password hash synchronisation
-- expect: S2 unknown password hash synchronisation

-- case: a staging server does none
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
UPDATE engine_password_partition SET last_success_at = NULL WHERE target_id = 1;
-- expect: SYNC02 not_applicable

-- case: a success while the server was being asked
-- server: S1 active contoso.example
-- host: S1
-- engine: S1
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10101);
UPDATE engine_password_partition SET last_success_at = '2026-11-22T12:10:00Z';
-- expect: S1 pass

-- case: a domain that is left out, a forest without it, one with it; none that is left
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
INSERT INTO connector (id, target_id, connector_key, kind, guid, name, category, evidence_id)
SELECT 900 + target_id, target_id, connector_key, kind, guid, name, 'AD', 10000 * target_id + 103 FROM engine_connector WHERE kind = 'ad';
INSERT INTO partition (id, connector_id, guid, name, name_key, selected, is_domain)
SELECT 900 + target_id, 900 + target_id, 'p', 'DC=lab, DC=Contoso, DC=com', 'x', iif(target_id = 1, 0, 1), 1 FROM engine_connector WHERE kind = 'ad';
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10000 * id + 101 FROM target;
INSERT INTO engine_connector VALUES (2, '00000000-0000-0000-0000-000000000078', 'lab.contoso.com', 'ad', 'ad:lab.contoso.com', 'lab.contoso.com', NULL, NULL, NULL, 20103);
INSERT INTO engine_password_sync VALUES (2, 'lab.contoso.com', 0, 20110);
INSERT INTO engine_password_partition
SELECT target_id, iif(target_id = 2, '00000000-0000-0000-0000-000000000078', guid), 'DC=lab, DC=contoso, DC=com', 'None', NULL, NULL, 10000 * target_id + 110
  FROM engine_connector WHERE name = 'contoso.com';
-- expect: S1 info DC=lab, DC=contoso, DC=com
-- expect: S2 info DC=lab, DC=contoso, DC=com
-- expect: S3 warn DC=lab, DC=contoso, DC=com

-- case: a server that was staging until a moment ago has much to catch up with
-- server: S1 active contoso.example
-- server: S2 active contoso.example
-- server: S3 active contoso.example
-- host: S1
-- host: S2
-- host: S3
-- engine: S1
-- engine: S2
-- engine: S3
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'True', 10000 * id + 101 FROM target;
UPDATE engine_password_partition SET last_success_at = '2026-11-01T00:00:00Z';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T09:59:59Z', 2, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T13:00:00Z', 3, '[]', 30023);
-- expect: S1 unknown DC=contoso,DC=com
-- expect: S1 unknown sign of life
-- expect: S2 fail DC=contoso,DC=com
-- expect: S2 fail sign of life
-- expect: S3 fail DC=contoso,DC=com
-- expect: S3 fail sign of life
