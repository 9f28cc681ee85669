-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-016.

-- case: a password account has no certificate
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- expect: SYNC01 not_applicable application certificate
-- expect: SYNC02 not_applicable application certificate

-- case: an export does not hold the certificate
-- server: SYNC01 active contoso.example
UPDATE connector SET account = '6bf85cfa';
-- expect: SYNC01 unknown

-- case: no account in the export
-- server: SYNC01 active contoso.example
UPDATE connector SET account = NULL;
-- expect: SYNC01 unknown

-- case: a server that was not collected
-- server: SYNC01 failed -
-- expect: SYNC01 unknown

-- case: a certificate that is valid and rotated
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_connector SET account = '6bf85cfa' WHERE kind = 'entra';
-- expect: S1 pass

-- case: a password account, by the engine or by its name
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_credential SET kind = 'service_account', not_after = '2020-01-01T00:00:00Z', auto_rotation = NULL WHERE target_id = 1;
DELETE FROM engine_credential WHERE target_id = 2;
UPDATE engine_connector SET account = 'SYNC_x@contoso.example' WHERE target_id = 2;
UPDATE host_log SET records = 0;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 1014, 3, '2026-11-20T00:00:00Z', 79, '[]', 10023);
-- expect: S1 not_applicable application certificate
-- expect: S2 not_applicable application certificate

-- case: an application counts, whatever the connector names
-- server: S1 none -
-- host: S1
-- engine: S1 active
-- expect: S1 pass

-- case: sixty days, more, fourteen, more, none, over
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- server: S5 none -
-- server: S6 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- engine: S4 active
-- engine: S5 active
-- engine: S6 active
UPDATE engine_credential SET not_after = CASE target_id WHEN 1 THEN '2027-01-21T12:00:01Z' WHEN 2 THEN '2027-01-21T12:00:00Z' WHEN 3 THEN '2026-12-06T12:01:00Z' WHEN 4 THEN '2026-12-06T12:00:00Z' WHEN 5 THEN '2020-01-01T00:00:00Z' END;
-- expect: S1 pass
-- expect: S2 warn validity
-- expect: S3 warn validity
-- expect: S4 fail validity
-- expect: S5 fail validity
-- expect: S6 unknown validity

-- case: not valid yet, by the server's clock; from this moment on
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_credential SET not_before = '2026-11-22T12:00:01Z' WHERE target_id = 1;
UPDATE engine_credential SET not_before = '2026-11-22T12:00:00Z' WHERE target_id = 2;
-- expect: S1 unknown validity
-- expect: S2 pass

-- case: who rotates it
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- engine: S4 active
UPDATE engine_credential SET auto_rotation = 0 WHERE target_id = 1;
UPDATE engine_credential SET auto_rotation = NULL WHERE target_id = 4;
UPDATE engine_scheduler SET suspended = 1 WHERE target_id = 2;
UPDATE engine_scheduler SET maintenance_enabled = 0 WHERE target_id = 3;
-- expect: S1 warn rotation
-- expect: S2 warn rotation
-- expect: S3 warn rotation
-- expect: S4 unknown rotation

-- case: nobody tells what it is
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_connector SET account = '6bf85cfa' WHERE kind = 'entra';
UPDATE engine_credential SET kind = 'unknown' WHERE target_id = 1;
DELETE FROM engine_credential WHERE target_id = 2;
-- expect: S1 unknown credential
-- expect: S2 unknown credential

-- case: events of the certificate
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- engine: S4 active
UPDATE engine_credential SET not_after = '2020-01-01T00:00:00Z' WHERE target_id = 3;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 1014, 2, '2026-11-20T00:00:00Z', 80, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 1012, 1, '2026-11-20T00:00:00Z', 81, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Directory Synchronization', 1012, 1, '2026-11-20T00:00:00Z', 82, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Directory Synchronization', 1011, 2, '2026-11-20T00:00:00Z', 83, '[]', 40023);
INSERT INTO host_event VALUES (4, 'Application', 'ADSync', 1012, 1, '2026-11-20T00:00:00Z', 84, '[]', 40023);
INSERT INTO host_event VALUES (4, 'System', 'Directory Synchronization', 1012, 1, '2026-11-20T00:00:00Z', 85, '[]', 40023);
-- expect: S1 warn event 1014
-- expect: S2 warn event 1012
-- expect: S3 fail event 1012
-- expect: S3 fail validity
-- expect: S4 pass

-- case: records that are not shown
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE host_log SET records = 0;
-- expect: S1 unknown log Application

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- uncovered: S1 entra_credential
-- uncovered: S2 scheduler
-- uncovered: S3 event_log
UPDATE engine_connector SET account = '6bf85cfa' WHERE kind = 'entra';
-- expect: S1 unknown
-- expect: S2 unknown
-- expect: S3 unknown
