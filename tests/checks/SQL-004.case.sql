-- SPDX-License-Identifier: Apache-2.0
-- Cases of SQL-004.

-- case: LocalDB
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- expect: SYNC01 not_applicable high availability

-- case: LocalDB, and the policy wants more
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- param: ha = aag
-- expect: SYNC01 fail high availability

-- case: LocalDB that lost a connection to an availability group
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6945, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail event 6945

-- case: a SQL Server
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.SqlAoaAsyncMode = "false"
-- expect: SYNC01 pass

-- case: a SQL Server, and the policy wants more
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- param: ha = fci
-- expect: SYNC01 unknown high availability

-- case: lost connections
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6945, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6945, 1, '2026-11-21T00:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 fail event 6945

-- case: other events
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
INSERT INTO host_event VALUES (1, 'Application', 'ADSync', 6944, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
INSERT INTO host_event VALUES (1, 'Application', 'Other', 6945, 1, '2026-11-20T10:00:00Z', 1, '[]', 10023);
-- expect: SYNC01 pass

-- case: replicas that lag
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "sql01"
-- setting: SYNC02 ADSync.DBName = "ADSync"
-- setting: SYNC03 ADSync.Server = "sql01"
-- setting: SYNC03 ADSync.DBName = "ADSync"
-- setting: SYNC04 ADSync.Server = "(LocalDB)"
-- setting: SYNC04 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC04 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.SqlAoaAsyncMode = "True"
-- setting: SYNC02 EntraConnect.SqlAoaAsyncMode = "1"
-- setting: SYNC03 EntraConnect.SqlAoaAsyncMode = "yes"
-- setting: SYNC04 EntraConnect.SqlAoaAsyncMode = "true"
-- expect: SYNC01 warn replicas
-- expect: SYNC02 warn replicas
-- expect: SYNC03 warn replicas
-- expect: SYNC04 not_applicable high availability

-- case: values that were not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC01 EntraConnect.SqlAoaAsyncMode = denied
-- setting: SYNC02 ADSync.Server = "(LocalDB)"
-- setting: SYNC02 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC02 ADSync.DBName = "ADSync"
-- setting: SYNC02 EntraConnect.SqlAoaAsyncMode = denied
-- expect: SYNC01 unknown HKLM\EntraConnect.SqlAoaAsyncMode
-- expect: SYNC02 not_applicable high availability
-- expect: SYNC03 unknown high availability

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.DBName = "ADSync"
-- setting: SYNC02 ADSync.Server = "sql01"
-- setting: SYNC02 ADSync.DBName = "ADSync"
-- uncovered: SYNC01 registry
-- uncovered: SYNC02 event_log
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: a log whose records are not shown
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "sql01"
-- setting: SYNC01 ADSync.SQLInstance = "A"
-- setting: SYNC01 ADSync.DBName = "ADSync"
DELETE FROM host_log WHERE name = 'Application';
-- expect: SYNC01 unknown log Application

-- case: LocalDB, and a log whose records are not shown
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Server = "(LocalDB)"
-- setting: SYNC01 ADSync.SQLInstance = ".\ADSync2019"
-- setting: SYNC01 ADSync.DBName = "ADSync"
DELETE FROM host_log;
-- expect: SYNC01 not_applicable high availability
