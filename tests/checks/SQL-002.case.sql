-- SPDX-License-Identifier: Apache-2.0
-- Cases of SQL-002.

-- case: LocalDB by the version of the product
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- server: SYNC05 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- host: SYNC05
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
-- setting: SYNC05 ADSync.Server = "(LocalDB)"
-- setting: SYNC05 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC05 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.Version = "2.6.84.0"
-- setting: SYNC02 EntraConnect.Version = "2.6.83.9"
-- setting: SYNC03 EntraConnect.Version = "2.0.0.0"
-- setting: SYNC04 EntraConnect.Version = "1.6.16.0"
-- expect: SYNC01 pass
-- expect: SYNC02 warn database engine
-- expect: SYNC03 warn database engine
-- expect: SYNC04 fail database engine
-- expect: SYNC05 unknown database engine

-- case: the end of support
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
-- setting: SYNC01 EntraConnect.Version = "2.6.84.0"
-- setting: SYNC02 EntraConnect.Version = "2.5.1.0"
-- now: 2032-01-11T12:00:00Z
-- expect: SYNC01 pass
-- expect: SYNC02 fail database engine

-- case: a year before the end of support
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.Version = "2.6.84.0"
-- now: 2032-01-12T12:00:00Z
-- expect: SYNC01 warn database engine

-- case: the last day of support
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.Version = "2.5.1.0"
-- now: 2030-01-08T12:00:00Z
-- expect: SYNC01 warn database engine

-- case: a SQL Server, or nothing told
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.Version = "2.6.84.0"
-- uncovered: SYNC03 registry
-- expect: SYNC01 unknown database engine
-- expect: SYNC02 unknown database engine
-- expect: SYNC03 unknown

-- case: by the version that the engine tells
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- server: S4 none -
-- server: S5 none -
-- server: S6 none -
-- server: S7 none -
-- server: S8 none -
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- host: S5
-- host: S6
-- host: S7
-- host: S8
-- engine: S1 active
-- engine: S2 active
-- engine: S3 active
-- engine: S4 active
-- engine: S5 active
-- engine: S6 active
-- engine: S7 active
-- engine: S8 active
UPDATE engine_database SET version = '16.0.1000.6', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
UPDATE engine_database SET version = '15.0.4410.1', edition = 'Express Edition (64-bit)' WHERE target_id = 2;
UPDATE engine_database SET version = '14.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 3;
UPDATE engine_database SET version = '13.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 4;
UPDATE engine_database SET version = '11.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 5;
UPDATE engine_database SET version = '17.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 6;
UPDATE engine_database SET version = '99.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 7;
UPDATE engine_database SET version = 'x', edition = 'Express Edition (64-bit)' WHERE target_id = 8;
-- expect: S1 pass
-- expect: S2 pass
-- expect: S3 warn database engine
-- expect: S4 fail database engine
-- expect: S5 fail database engine
-- expect: S6 fail database engine
-- expect: S7 unknown database engine
-- expect: S8 unknown database engine

-- case: in the cloud
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '16.0.1.0', edition = 'SQL Azure' WHERE target_id = 1;
-- expect: S1 fail database engine

-- case: a year before the end of support, and a day more; after it
-- now: 2029-01-08T12:00:00Z
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- host: S2
-- engine: S1 active
-- engine: S2 active
UPDATE engine_database SET version = '15.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
UPDATE engine_database SET version = '16.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 2;
-- expect: S1 warn database engine
-- expect: S2 pass

-- case: a day more than a year
-- now: 2029-01-07T12:00:00Z
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '15.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
-- expect: S1 pass

-- case: on the last day, and after it
-- now: 2030-01-08T12:00:00Z
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '15.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
-- expect: S1 warn database engine

-- case: after the last day
-- now: 2030-01-09T12:00:00Z
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '15.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
-- expect: S1 fail database engine

-- case: the engine tells no version
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
UPDATE engine SET program_version = '2.6.92.0';
-- expect: S1 pass

-- case: a supported version without a date
-- server: S1 none -
-- host: S1
-- engine: S1 active
UPDATE engine_database SET version = '16.0.1.0', edition = 'Express Edition (64-bit)' WHERE target_id = 1;
-- derived:
UPDATE knowledge_sql_server SET support_ends_on = NULL;
-- expect: S1 unknown database engine
