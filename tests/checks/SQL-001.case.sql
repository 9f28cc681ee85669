-- SPDX-License-Identifier: Apache-2.0
-- Cases of SQL-001.

-- case: room enough
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 8388607999, 10021);
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync_log.ldf', 10484711424, 10021);
-- expect: SYNC01 pass

-- case: sizes at the boundaries
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "(LocalDB)"
-- setting: SYNC02 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC02 ADSync.DBName = "ADSync"
-- setting: SYNC03 ADSync.Server = "(LocalDB)"
-- setting: SYNC03 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC03 ADSync.DBName = "ADSync"
-- setting: SYNC04 ADSync.Server = "(LocalDB)"
-- setting: SYNC04 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC04 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 8388608000, 10021);
INSERT INTO host_database_file VALUES (2, 'C:\x\ADSync.MDF', 9961471999, 20021);
INSERT INTO host_database_file VALUES (3, 'C:\x\ADSync.MDF', 9961472000, 30021);
INSERT INTO host_database_file VALUES (4, 'C:\x\ADSync.MDF', 8387559424, 40021);
-- expect: SYNC01 warn C:\x\ADSync.MDF
-- expect: SYNC02 warn C:\x\ADSync.MDF
-- expect: SYNC03 fail C:\x\ADSync.MDF
-- expect: SYNC04 pass

-- case: events of a full database
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "sql01"
-- setting: SYNC02 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 104857600, 10021);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6073, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (2, 'Application', 'ADSync', 6323, 1, '2026-11-20T10:00:00Z', 1, '[]', 20023);
INSERT INTO host_event VALUES (1, 'Application', 'Other', 6323, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6075, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail event 6073
-- expect: SYNC02 fail event 6323
-- expect: SYNC02 unknown database

-- case: a SQL Server, or nothing told
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 10484711424, 10021);
-- expect: SYNC01 unknown database
-- expect: SYNC02 unknown database

-- case: no file of LocalDB
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync_log.ldf', 10484711424, 10021);
-- expect: SYNC01 unknown database

-- case: events that are missing
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "(LocalDB)"
-- setting: SYNC02 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC02 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 104857600, 10021);
INSERT INTO host_database_file VALUES (2, 'C:\x\ADSync.MDF', 104857600, 20021);
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
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "(LocalDB)"
-- setting: SYNC02 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC02 ADSync.DBName = "ADSync"
-- setting: SYNC03 ADSync.Server = "(LocalDB)"
-- setting: SYNC03 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC03 ADSync.DBName = "ADSync"
-- uncovered: SYNC01 database
-- uncovered: SYNC02 event_log
-- uncovered: SYNC03 registry
INSERT INTO host_database_file VALUES (2, 'C:\x\ADSync.MDF', 104857600, 20021);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown

-- case: a log whose records are not shown
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.MDF', 8388607999, 10021);
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC01 unknown log Application

-- case: what the engine uses, at the boundaries
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
UPDATE engine_database SET used_mb = 7999 WHERE target_id = 1;
UPDATE engine_database SET used_mb = 8000 WHERE target_id = 2;
UPDATE engine_database SET used_mb = 9499 WHERE target_id = 3;
UPDATE engine_database SET used_mb = 9500 WHERE target_id = 4;
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.mdf', 9961472000, 10021);
-- expect: S1 pass
-- expect: S2 warn used space
-- expect: S3 warn used space
-- expect: S4 fail used space

-- case: what the engine uses is not told: the file counts
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_database SET used_mb = NULL WHERE target_id = 1;
UPDATE engine_database SET used_mb = NULL WHERE target_id = 2;
INSERT INTO host_database_file VALUES (1, 'C:\x\ADSync.mdf', 9961472000, 10021);
-- expect: S1 fail C:\x\ADSync.mdf
-- expect: S2 unknown database

-- case: an Express edition has the limit, another has none
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
UPDATE engine_database SET local_db = 0, server = 'sql01', instance = '', used_mb = 9500 WHERE target_id = 1;
UPDATE engine_database SET local_db = 0, server = 'sql01', instance = '', used_mb = 9500, edition = 'Standard Edition (64-bit)' WHERE target_id = 2;
UPDATE engine_database SET local_db = 0, server = 'sql01', instance = '', used_mb = 90 WHERE target_id = 3;
-- expect: S1 fail used space
-- expect: S2 unknown database
-- expect: S3 pass

-- case: many objects
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
UPDATE engine_statistics SET objects = 100001 WHERE name <> 'contoso.com' AND target_id = 1;
UPDATE engine_statistics SET objects = 100000 WHERE name <> 'contoso.com' AND target_id = 2;
UPDATE engine_statistics SET objects = 100001 WHERE name = 'contoso.com' AND target_id = 2;
UPDATE engine_statistics SET objects = 500000 WHERE target_id = 3;
UPDATE engine_database SET local_db = 0, server = 'sql01', used_mb = 9 WHERE target_id = 3;
-- expect: S1 warn objects
-- expect: S2 pass
-- expect: S3 pass
