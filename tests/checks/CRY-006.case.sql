-- SPDX-License-Identifier: Apache-2.0
-- Cases of CRY-006.

-- case: no FIPS, no events
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC02 Lsa.Fips = 0
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: FIPS and password hashes
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Lsa.Fips = 1
UPDATE connector SET password_hash_sync = 1 WHERE kind = 'ad';
-- expect: SYNC01 warn FIPS mode

-- case: FIPS without password hashes
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Lsa.Fips = 1
UPDATE connector SET password_hash_sync = 0 WHERE kind = 'ad';
-- expect: SYNC01 pass

-- case: FIPS, and what the export does not tell
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Lsa.Fips = 1
UPDATE connector SET password_hash_sync = NULL WHERE kind = 'ad';
-- expect: SYNC01 unknown FIPS mode

-- case: FIPS, and no export
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 Lsa.Fips = 1
-- expect: SYNC01 unknown FIPS mode

-- case: MD5 was refused
-- server: SYNC01 active contoso.onmicrosoft.com
-- connector: SYNC01 contoso.com CONTOSO\MSOL_1
-- host: SYNC01
-- setting: SYNC01 Lsa.Fips = 1
UPDATE connector SET password_hash_sync = 1 WHERE kind = 'ad';
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 667, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 667, 1, '2026-11-21T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail event 667
-- expect: SYNC01 warn FIPS mode

-- case: events of the keys
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6028, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6202, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6203, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6204, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6205, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6206, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6207, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6208, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6223, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6227, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6229, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6230, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6231, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6601, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail event 6028
-- expect: SYNC01 fail event 6202
-- expect: SYNC01 fail event 6203
-- expect: SYNC01 fail event 6204
-- expect: SYNC01 fail event 6205
-- expect: SYNC01 fail event 6206
-- expect: SYNC01 fail event 6207
-- expect: SYNC01 fail event 6208
-- expect: SYNC01 fail event 6223
-- expect: SYNC01 fail event 6227
-- expect: SYNC01 fail event 6229
-- expect: SYNC01 fail event 6230
-- expect: SYNC01 fail event 6231
-- expect: SYNC01 fail event 6601

-- case: other events
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 667, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6201, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6209, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6222, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6224, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6228, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6232, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6600, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6602, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Directory Synchronization', 6208, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Other', 667, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: events that are missing
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
UPDATE host_event_window SET complete = 0 WHERE target_id = 1;
DELETE FROM host_event_window WHERE target_id = 2;
-- expect: SYNC01 unknown events
-- expect: SYNC02 unknown events

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- setting: SYNC01 Lsa.Fips = denied
-- uncovered: SYNC02 registry
-- uncovered: SYNC03 event_log
-- server: SYNC04 none -
-- expect: SYNC01 unknown HKLM\Lsa.Fips
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
-- expect: SYNC04 unknown

-- case: a log whose records are not shown
-- server: SYNC01 none -
-- host: SYNC01
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC01 unknown log Application
