-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-002.

-- case: empty groups, and administrators in them
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012),
  (1, 'S-1-5-21-9-9-1-100', 'S-1-5-32-544', 'X\Administratoren', 'group', 1, 10012);
-- expect: SYNC01 pass

-- case: members that are not approved
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-1-1-101-1200', 'CONTOSO\u0', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-101', 'S-1-5-21-1-1-101-1201', 'CONTOSO\u1', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-102', 'S-1-5-21-1-1-101-1202', 'CONTOSO\u2', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-103', 'S-1-5-21-1-1-101-1203', 'CONTOSO\u3', 'user', 0, 10012);
-- expect: SYNC01 fail ADSync0 / CONTOSO\u0
-- expect: SYNC01 fail ADSync3 / CONTOSO\u3
-- expect: SYNC01 warn ADSync1 / CONTOSO\u1
-- expect: SYNC01 warn ADSync2 / CONTOSO\u2

-- case: members that are approved, each in its own group
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
-- param: admins_allowed = [CONTOSO\U0]
-- param: operators_allowed = [contoso\u1]
-- param: browse_allowed = [S-1-5-21-1-1-101-1202]
-- param: password_set_allowed = [contoso\u3]
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-1-1-101-1200', 'CONTOSO\u0', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-101', 'S-1-5-21-1-1-101-1201', 'CONTOSO\u1', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-102', 'S-1-5-21-1-1-101-1202', 'CONTOSO\u2', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-103', 'S-1-5-21-1-1-101-1203', 'CONTOSO\u3', 'user', 0, 10012);
-- expect: SYNC01 pass

-- case: members that are approved for another group
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
-- param: admins_allowed = [CONTOSO\U1]
-- param: operators_allowed = [contoso\u2]
-- param: browse_allowed = [S-1-5-21-1-1-101-1203]
-- param: password_set_allowed = [contoso\u0]
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-1-1-101-1200', 'CONTOSO\u0', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-101', 'S-1-5-21-1-1-101-1201', 'CONTOSO\u1', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-102', 'S-1-5-21-1-1-101-1202', 'CONTOSO\u2', 'user', 0, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-103', 'S-1-5-21-1-1-101-1203', 'CONTOSO\u3', 'user', 0, 10012);
-- expect: SYNC01 fail ADSync0 / CONTOSO\u0
-- expect: SYNC01 fail ADSync3 / CONTOSO\u3
-- expect: SYNC01 warn ADSync1 / CONTOSO\u1
-- expect: SYNC01 warn ADSync2 / CONTOSO\u2

-- case: everybody, whatever the policy says, and somebody who is not known
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
-- param: browse_allowed = [S-1-5-11]
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-102', 'S-1-5-11', 'N\a', 'system', 0, 10012),
  (1, 'S-1-5-21-9-9-1-102', NULL, 'CONTOSO\lost', 'unknown', 0, 10012);
-- expect: SYNC01 fail ADSync2 / N\a
-- expect: SYNC01 unknown ADSync2 / CONTOSO\lost

-- case: groups that are missing
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 EntraConnect.Version = "2.5.190.0"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-102', 'ADSync2', 'sync_browse', 20012);
-- expect: SYNC01 unknown group of ADSyncBrowse
-- expect: SYNC01 unknown group of ADSyncOperators
-- expect: SYNC01 unknown group of ADSyncPasswordSet
-- expect: SYNC02 unknown group of ADSyncAdmins
-- expect: SYNC02 unknown group of ADSyncOperators
-- expect: SYNC02 unknown group of ADSyncPasswordSet

-- case: no product
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- setting: SYNC02 ADSync.DBName = denied
-- setting: SYNC03 ADSync.Server = "x"
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
-- expect: SYNC01 not_applicable product
-- expect: SYNC02 unknown group of ADSyncAdmins
-- expect: SYNC02 unknown group of ADSyncBrowse
-- expect: SYNC02 unknown group of ADSyncOperators
-- expect: SYNC02 unknown group of ADSyncPasswordSet
-- expect: SYNC03 not_applicable product

-- case: two servers
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
-- param: admins_allowed = [D\a, D\b, SYNC01\l, SYNC02\l]
-- param: browse_allowed = [D\a]
-- setting: SYNC01 ADSync.Path = "C:\x"
-- setting: SYNC02 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-100', 'ADSync0', 'sync_admins', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-101', 'ADSync1', 'sync_operators', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-102', 'ADSync2', 'sync_browse', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-103', 'ADSync3', 'sync_password_set', 20012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-1-1-101-1', 'D\a', 'group', 0, 10012),
  (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-9-9-1-1001', 'SYNC01\l', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-21-9-9-2-100', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 20012),
  (2, 'S-1-5-21-9-9-2-100', 'S-1-5-21-9-9-2-1001', 'SYNC02\l', 'user', 1, 20012),
  (2, 'S-1-5-21-9-9-2-100', NULL, 'D\n', 'unknown', 0, 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-21-9-9-2-102', 'S-1-5-21-1-1-101-1', 'D\a', 'group', 0, 20012);
-- expect: SYNC01 pass
-- expect: SYNC02 unknown ADSync0 / D\n
-- expect: SYNC02 warn ADSync0 beside SYNC01 / D\a
-- expect: SYNC02 warn ADSync0 beside SYNC01 / D\b
-- expect: SYNC02 warn ADSync2 beside SYNC01 / D\a

-- case: the other server was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC02
-- setting: SYNC02 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-100', 'ADSync0', 'sync_admins', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-101', 'ADSync1', 'sync_operators', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-102', 'ADSync2', 'sync_browse', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-103', 'ADSync3', 'sync_password_set', 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-21-9-9-2-100', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012);
-- expect: SYNC01 unknown
-- expect: SYNC02 pass

-- case: one server exported twice
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 ADSync.Path = "C:\x"
-- setting: SYNC02 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-100', 'ADSync0', 'sync_admins', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-101', 'ADSync1', 'sync_operators', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-102', 'ADSync2', 'sync_browse', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-103', 'ADSync3', 'sync_password_set', 20012);
UPDATE sync_server SET server_name = 'SYNC01';
INSERT INTO host_group_member VALUES (2, 'S-1-5-21-9-9-2-100', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 local_group
-- uncovered: SYNC02 registry
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-100', 'ADSync0', 'sync_admins', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-101', 'ADSync1', 'sync_operators', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-102', 'ADSync2', 'sync_browse', 20012);
INSERT INTO host_group VALUES (2, 'S-1-5-21-9-9-2-103', 'ADSync3', 'sync_password_set', 20012);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: the registry does not tell which groups they are
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
-- setting: SYNC01 ADSync.GroupAdmins = denied
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
-- expect: SYNC01 unknown HKLM\ADSync.GroupAdmins

-- case: the registry names a group of the domain
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
-- setting: SYNC01 ADSync.GroupAdmins = "CONTOSO\ADSyncAdmins"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
-- expect: SYNC01 unknown group of ADSyncAdmins

-- case: Domain Admins of another domain, none was asked
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 ADSync.Path = "C:\x"
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-100', 'ADSync0', 'sync_admins', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-101', 'ADSync1', 'sync_operators', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-102', 'ADSync2', 'sync_browse', 10012);
INSERT INTO host_group VALUES (1, 'S-1-5-21-9-9-1-103', 'ADSync3', 'sync_password_set', 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-21-9-9-1-100', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 unknown ADSync0 / FABRIKAM\Domain Admins
