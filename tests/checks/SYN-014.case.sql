-- SPDX-License-Identifier: Apache-2.0
-- Cases of SYN-014.

-- case: nothing
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: an event that is never without consequence, of the window and before
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6323, 1, '2026-11-15T12:00:00Z', 40, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6323, 1, '2026-11-15T11:59:00Z', 41, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6945, 3, '2026-11-23T12:00:00Z', 42, '[]', 30023);
-- expect: SYNC01 fail ADSync 6323
-- expect: SYNC02 pass
-- expect: SYNC03 fail ADSync 6945

-- case: twenty errors, one more, that many warnings
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 43, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 44, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 45, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 46, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 47, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 48, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 49, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 50, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 51, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 52, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 53, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 54, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 55, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 56, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 57, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 58, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 59, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 60, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 61, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 62, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 63, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 64, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 65, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 66, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 67, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 68, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 69, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 70, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 71, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 72, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 73, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 74, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 75, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 76, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 77, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 78, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 79, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 80, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 81, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 82, '[]', 20023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6100, 1, '2026-11-22T11:00:00Z', 83, '[]', 20023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 84, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 85, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 86, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 87, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 88, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 89, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 90, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 91, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 92, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 93, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 94, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 95, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 96, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 97, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 98, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 99, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 100, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 101, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 102, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 103, '[]', 30023);
INSERT INTO host_event VALUES (3, 'Application', 'ADSync', 6100, 2, '2026-11-22T11:00:00Z', 104, '[]', 30023);
-- expect: SYNC01 pass
-- expect: SYNC02 warn ADSync 6100
-- expect: SYNC03 pass

-- case: an event that is not in the table, and ranges of ids
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 9999, 3, '2026-11-22T11:00:00Z', 105, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSyncBootstrap', 1, 1, '2026-11-22T11:00:00Z', 106, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6202, 3, '2026-11-22T11:00:00Z', 107, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6222, 3, '2026-11-22T11:00:00Z', 108, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 656, 3, '2026-11-22T11:00:00Z', 109, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Something else', 1, 3, '2026-11-22T11:00:00Z', 110, '[]', 10023);
INSERT INTO host_event VALUES (1, 'System', 'ADSync', 6323, 1, '2026-11-22T11:00:00Z', 111, '[]', 10023);
-- expect: SYNC01 warn ADSync 9999
-- expect: SYNC01 warn ADSyncBootstrap 1
-- expect: SYNC01 fail ADSync 6202
-- expect: SYNC01 fail ADSync 6222

-- case: a log that reaches back seven days, less, that is empty
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
UPDATE host_log_age SET oldest_at = CASE target_id WHEN 1 THEN '2026-11-15T12:00:00Z' WHEN 2 THEN '2026-11-15T12:01:00Z' END WHERE log = 'Application';
UPDATE host_log_age SET oldest_at = '2026-11-22T00:00:00Z' WHERE log <> 'Application';
-- expect: SYNC01 pass
-- expect: SYNC02 unknown log Application
-- expect: SYNC03 unknown log Application

-- case: records are missing, and are not shown
-- server: SYNC01 staging contoso.example
-- server: SYNC03 staging contoso.example
-- host: SYNC01
-- host: SYNC03
-- engine: SYNC01
-- engine: SYNC03
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
UPDATE host_log SET records = 0 WHERE target_id = 2;
-- expect: SYNC01 unknown records of the logs
-- expect: SYNC03 unknown log Application

-- case: not seen
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 event_log
-- expect: SYNC01 unknown

-- case: how far back the log reaches was not told
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
-- uncovered: S1 log_age
-- expect: S1 unknown
