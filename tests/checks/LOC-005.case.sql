-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-005.

-- case: as Windows is without the values
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- engine: SYNC02
-- uncovered: SYNC02 engine
-- setting: SYNC02 System.EnableLUA = 1
-- setting: SYNC02 System.LocalAccountTokenFilterPolicy = 0
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: user rights were not seen
-- server: SYNC01 none -
-- host: SYNC01
-- expect: SYNC01 unknown

-- case: on and off
-- server: SYNC01 none -
-- host: SYNC01
-- setting: SYNC01 System.EnableLUA = 0
-- setting: SYNC01 System.LocalAccountTokenFilterPolicy = 1
-- expect: SYNC01 fail tokens of local accounts
-- expect: SYNC01 fail user account control

-- case: values that were not seen
-- server: SYNC01 none -
-- host: SYNC01
-- engine: SYNC01
-- uncovered: SYNC01 engine
-- setting: SYNC01 System.EnableLUA = denied
-- setting: SYNC01 System.LocalAccountTokenFilterPolicy = unread
-- expect: SYNC01 unknown HKLM\System.EnableLUA
-- expect: SYNC01 unknown HKLM\System.LocalAccountTokenFilterPolicy

-- case: domain controllers
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- setting: SYNC01 System.EnableLUA = 0
-- setting: SYNC02 System.LocalAccountTokenFilterPolicy = 1
-- setting: SYNC02 System.EnableLUA = denied
UPDATE host SET domain_role = target_id + 3;
-- expect: SYNC01 not_applicable local accounts
-- expect: SYNC02 not_applicable local accounts

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 registry
-- uncovered: SYNC02 host
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: rights that nobody should have
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- server: S3 staging contoso.example
-- server: S4 staging contoso.example
-- host: S1
-- host: S2
-- host: S3
-- host: S4
-- engine: S1
-- engine: S2
-- engine: S3
-- engine: S4
INSERT INTO host_user_right VALUES (1, 'SeTcbPrivilege', 'S-1-5-32-544', 10115);
INSERT INTO host_user_right VALUES (2, 'SeCreateTokenPrivilege', 'S-1-5-32-544', 20115);
INSERT INTO host_user_right VALUES (3, 'SeEnableDelegationPrivilege', 'S-1-5-32-544', 30115);
INSERT INTO host_user_right VALUES (4, 'SeDebugPrivilege', 'S-1-5-21-1-1-1-1000', 40115);
-- expect: S1 fail SeTcbPrivilege
-- expect: S2 fail SeCreateTokenPrivilege
-- expect: S3 fail SeEnableDelegationPrivilege
-- expect: S4 fail SeDebugPrivilege

-- case: rights for administrators
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
INSERT INTO host_user_right VALUES (1, 'SeBackupPrivilege', 'S-1-5-32-551', 10115);
INSERT INTO host_user_right VALUES (1, 'SeRestorePrivilege', 'S-1-5-32-551', 10115);
INSERT INTO host_user_right VALUES (1, 'SeLoadDriverPrivilege', 'S-1-5-32-551', 10115);
-- expect: S1 warn SeLoadDriverPrivilege

-- case: what Windows gives to those who make backups, and what it does not
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
INSERT INTO host_user_right VALUES (1, 'SeBackupPrivilege', 'S-1-5-32-551', 10115);
INSERT INTO host_user_right VALUES (1, 'SeRestorePrivilege', 'S-1-5-32-551', 10115);
INSERT INTO host_user_right VALUES (2, 'SeBackupPrivilege', 'S-1-5-32-55', 20115);
INSERT INTO host_user_right VALUES (2, 'SeRestorePrivilege', 'S-1-5-32-549', 20115);
-- expect: S1 pass
-- expect: S2 warn SeBackupPrivilege
-- expect: S2 warn SeRestorePrivilege

-- case: local accounts that are not denied
-- server: S1 staging contoso.example
-- server: S2 staging contoso.example
-- host: S1
-- host: S2
-- engine: S1
-- engine: S2
DELETE FROM host_user_right WHERE sid IN ('S-1-5-113', 'S-1-5-114') AND target_id = 1;
UPDATE host_user_right SET sid = iif(sid = 'S-1-5-113', 'S-1-5-114', 'S-1-5-113') WHERE sid IN ('S-1-5-113', 'S-1-5-114') AND target_id = 2;
-- expect: S1 warn SeDenyNetworkLogonRight
-- expect: S1 warn SeDenyRemoteInteractiveLogonRight
-- expect: S2 pass

-- case: no right was told
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
DELETE FROM host_user_right;
-- expect: S1 unknown user rights

-- case: rights of a domain controller
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
UPDATE host SET domain_role = 5;
DELETE FROM host_user_right WHERE sid LIKE 'S-1-5-11_';
INSERT INTO host_user_right VALUES (1, 'SeTcbPrivilege', 'S-1-5-32-544', 10115);
-- expect: S1 not_applicable local accounts

-- case: a domain controller of which no right was told
-- server: S1 staging contoso.example
-- host: S1
-- engine: S1
UPDATE host SET domain_role = 4;
DELETE FROM host_user_right;
-- expect: S1 not_applicable local accounts
