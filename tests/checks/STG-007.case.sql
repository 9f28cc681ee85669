-- SPDX-License-Identifier: Apache-2.0
-- Cases of STG-007.

-- case: nothing since it became staging
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
-- expect: SYNC02 pass

-- case: a password was sent, was taken, writeback lives, other events
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 656, 3, '2026-11-22T10:00:00Z', 1656, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 2657, '[]', 10023);
INSERT INTO host_event VALUES (3, 'Application', 'PasswordResetService', 31019, 3, '2026-11-22T10:00:00Z', 319, '[]', 10023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 654, 3, '2026-11-22T10:00:00Z', 4654, '[]', 10023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 655, 3, '2026-11-22T10:00:00Z', 4655, '[]', 10023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 658, 3, '2026-11-22T10:00:00Z', 4658, '[]', 10023);
INSERT INTO host_event VALUES (4, 'Application', 'PasswordResetService', 31020, 3, '2026-11-22T10:00:00Z', 420, '[]', 10023);
INSERT INTO host_event VALUES (4, 'Application', 'ADSync', 657, 3, '2026-11-22T10:00:00Z', 4657, '[]', 10023);
INSERT INTO host_event VALUES (4, 'System', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 4657, '[]', 10023);
-- expect: SYNC02 fail password hash synchronisation
-- expect: SYNC03 fail password hash synchronisation
-- expect: SYNC04 fail password writeback
-- expect: SYNC05 pass

-- case: before the change of the role, after it, and before the window
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 1657, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 2657, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T09:50:00Z', 1212, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T09:49:59Z', 2212, '[]', 10023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 657, 3, '2026-11-20T11:59:00Z', 3657, '[]', 10023);
-- expect: SYNC02 pass
-- expect: SYNC03 fail password hash synchronisation
-- expect: SYNC04 pass

-- case: a cycle of password hashes within the window
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
-- expect: SYNC02 fail password hash synchronisation

-- case: both features off, one off, off and yet alive
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 3657, '[]', 10023);
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.PasswordHashSync', 'False', 10000 * id + 101 FROM target;
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.PasswordWriteback', iif(id = 2, 'True', '0'), 10000 * id + 101 FROM target;
-- expect: SYNC02 not_applicable features
-- expect: SYNC03 pass
-- expect: SYNC04 fail password hash synchronisation

-- case: a log that reaches back 48 hours, less, 24 hours, less, that is empty
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- server: SYNC05 staging contoso.example
-- server: SYNC06 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
-- host: SYNC06
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- engine: SYNC05
-- engine: SYNC06
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
UPDATE host_log_age SET oldest_at = CASE target_id WHEN 1 THEN '2026-11-20T12:00:00Z' WHEN 2 THEN '2026-11-20T12:01:00Z' WHEN 3 THEN '2026-11-21T12:00:00Z' WHEN 4 THEN '2026-11-21T12:01:00Z' END WHERE log = 'Application';
-- expect: SYNC02 pass
-- expect: SYNC03 warn log Application
-- expect: SYNC04 warn log Application
-- expect: SYNC05 unknown log Application
-- expect: SYNC06 unknown log Application

-- case: the features are off, so the log does not matter
-- server: SYNC02 staging contoso.example
-- host: SYNC02
-- engine: SYNC02
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.' || column1, 'False', 10101 FROM target, (VALUES ('PasswordHashSync'), ('PasswordWriteback'));
UPDATE host_log_age SET oldest_at = NULL;
UPDATE host_log SET records = 0;
-- expect: SYNC02 not_applicable features

-- case: records are missing, and are not shown
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: SYNC02 unknown log Application
-- expect: SYNC03 unknown log Application

-- case: how far the log reaches back, the state of passwords, the log itself were not seen
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
-- uncovered: SYNC02 log_age
-- uncovered: SYNC03 password_sync
-- uncovered: SYNC04 event_log
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
-- expect: SYNC04 unknown

-- case: an active server may
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE host_log SET records = 0;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:00:00Z', 1657, '[]', 10023);
-- expect: SYNC01 not_applicable

-- case: other parameters are off, and those of another server
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC02
-- engine: SYNC03
UPDATE engine_password_partition SET last_success_at = '2026-10-01T00:00:00Z';
INSERT INTO engine_parameter SELECT id, 'Microsoft.OptionalFeature.' || column1, iif(id = 2, 'False', 'True'), 10000 * id + 101 FROM target, (VALUES ('PasswordHashSync'), ('PasswordWriteback'));
INSERT INTO engine_parameter VALUES (1, 'Microsoft.OptionalFeature.Another', 'False', 10101);
-- expect: SYNC02 pass
-- expect: SYNC03 not_applicable features

-- case: a cycle that was at work while the role changed; one that came after it
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_event SELECT id, 'Application', 'Directory Synchronization', 212, 3, '2026-11-22T10:00:00Z', id, '[]', 10000 * id + 23 FROM target;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:10:00Z', 11, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 657, 3, '2026-11-22T10:10:01Z', 21, '[]', 20023);
UPDATE engine_password_partition SET last_success_at = iif(target_id = 1, '2026-11-22T10:09:59Z', '2026-11-22T09:00:00Z');
-- expect: SYNC01 pass
-- expect: SYNC02 fail password hash synchronisation
