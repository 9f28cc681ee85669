-- SPDX-License-Identifier: Apache-2.0
-- Cases of BCK-002.

-- case: an export of today
-- server: SYNC01 active SYNC01.example
-- host: SYNC01
-- expect: SYNC01 pass

-- case: seven days, eight, 31, 32
-- server: S1 active S1.example
-- server: S2 active S2.example
-- server: S3 active S3.example
-- server: S4 active S4.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
UPDATE sync_server SET exported_at = '2026-11-15T00:00:00Z' WHERE target_id = 1;
UPDATE sync_server SET exported_at = '2026-11-14T23:59:59Z' WHERE target_id = 2;
UPDATE sync_server SET exported_at = '2026-10-22T00:00:00Z' WHERE target_id = 3;
UPDATE sync_server SET exported_at = '2026-10-21T23:59:59Z' WHERE target_id = 4;
-- expect: S1 pass
-- expect: S2 warn export
-- expect: S3 warn export
-- expect: S4 fail export

-- case: a clock of another zone, the future, no time
-- server: S1 active S1.example
-- server: S2 active S2.example
-- server: S3 active S3.example
-- host: S1
-- host: S2
-- host: S3
UPDATE sync_server SET exported_at = '2026-11-23T09:00:00Z' WHERE target_id = 1;
UPDATE sync_server SET exported_at = '2026-11-24T09:00:00Z' WHERE target_id = 2;
UPDATE sync_server SET exported_at = NULL WHERE target_id = 3;
-- expect: S1 pass
-- expect: S2 unknown export
-- expect: S3 unknown export

-- case: changed on the day of the export, and the day after
-- server: S1 active S1.example
-- server: S2 active S2.example
-- server: S3 active S3.example
-- server: S4 active S4.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
UPDATE sync_server SET exported_at = '2026-11-20T08:00:00Z' WHERE 1;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 209, 3, '2026-11-20T23:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 208, 3, '2026-11-21T01:00:00Z', 2, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'Entra Connect Admin Actions', 2503, 3, '2026-11-21T01:00:00Z', 3, '[]', 30023);
INSERT INTO host_event VALUES (4, 'Application', 'Entra Connect Admin Actions', 2518, 3, '2026-11-21T01:00:00Z', 4, '[]', 40023);
-- expect: S1 pass
-- expect: S2 fail change
-- expect: S3 fail change
-- expect: S4 fail change

-- case: events that change nothing in an export
-- server: S1 active S1.example
-- host: S1
UPDATE sync_server SET exported_at = '2026-11-20T08:00:00Z' WHERE 1;
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 207, 3, '2026-11-21T01:00:00Z', 5, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 210, 3, '2026-11-21T01:00:00Z', 6, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2502, 3, '2026-11-21T01:00:00Z', 7, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2517, 3, '2026-11-21T01:00:00Z', 8, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2519, 3, '2026-11-21T01:00:00Z', 9, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 209, 3, '2026-11-21T01:00:00Z', 10, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 2505, 3, '2026-11-21T01:00:00Z', 11, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'Directory Synchronization', 209, 3, '2026-11-21T01:00:00Z', 12, '[]', 10023);
-- expect: S1 pass

-- case: the last change that counts
-- server: S1 active S1.example
-- host: S1
UPDATE sync_server SET exported_at = '2026-11-20T08:00:00Z' WHERE 1;
INSERT INTO host_event VALUES (1, 'Application', 'Entra Connect Admin Actions', 2516, 3, '2026-11-21T01:00:00Z', 13, '[]', 10023);
-- expect: S1 fail change

-- case: no export, and one of which a part is missing
-- server: SYNC01 none -
-- server: SYNC02 active contoso.example
-- host: SYNC01
-- host: SYNC02
UPDATE coverage SET status = 'failed' WHERE target_id = 2 AND source = 'sync_rule';
INSERT INTO host_event VALUES (2, 'Application', 'Directory Synchronization', 209, 3, '2026-11-25T01:00:00Z', 14, '[]', 20023);
-- expect: SYNC01 unknown export
-- expect: SYNC02 unknown export

-- case: records are missing, and are not shown
-- server: S1 active S1.example
-- server: S2 active S2.example
-- host: S1
-- host: S2
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: S1 unknown records of the logs
-- expect: S2 unknown log Application

-- case: whether it was changed since was not seen
-- server: SYNC01 active contoso.example
-- expect: SYNC01 unknown
