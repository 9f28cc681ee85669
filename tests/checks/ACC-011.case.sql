-- SPDX-License-Identifier: Apache-2.0
-- Cases of ACC-011.

-- case: denied, and none seen
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
-- expect: SYNC01 pass

-- case: interactive logons of every type, and others
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
INSERT INTO host_account_logon VALUES (1, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 2, 1, '2026-11-20T00:00:00Z', 10119);
INSERT INTO host_account_logon VALUES (1, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 7, 1, '2026-11-20T00:00:00Z', 10119);
INSERT INTO host_account_logon VALUES (1, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 10, 1, '2026-11-20T00:00:00Z', 10119);
INSERT INTO host_account_logon VALUES (1, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 11, 1, '2026-11-20T00:00:00Z', 10119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 0, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 3, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 4, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 5, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 8, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 9, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'CONTOSO\MSOL_1', 'S-1-5-21-1-1-101-1105', 12, 5, '2026-11-20T00:00:00Z', 20119);
INSERT INTO host_account_logon VALUES (2, 'x', 'y', 2, 0, '2026-11-20T00:00:00Z', 20119);
-- expect: SYNC01 fail CONTOSO\MSOL_1 / logon type 2
-- expect: SYNC01 fail CONTOSO\MSOL_1 / logon type 7
-- expect: SYNC01 fail CONTOSO\MSOL_1 / logon type 10
-- expect: SYNC01 fail CONTOSO\MSOL_1 / logon type 11
-- expect: SYNC02 pass

-- case: rights that are not denied; a virtual account cannot log on
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
DELETE FROM host_user_right WHERE sid = 'S-1-5-21-1-1-101-1105';
UPDATE host_account_watched SET sid = 'S-1-5-80-1' WHERE target_id = 2;
-- expect: SYNC01 warn CONTOSO\MSOL_1 / SeDenyInteractiveLogonRight
-- expect: SYNC01 warn CONTOSO\MSOL_1 / SeDenyRemoteInteractiveLogonRight
-- expect: SYNC02 pass

-- case: denied to a group, perhaps one of its own, and one of two rights
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE host_user_right SET sid = 'S-1-5-21-7' WHERE sid = 'S-1-5-21-1-1-101-1105' AND right = 'SeDenyInteractiveLogonRight';
-- expect: SYNC01 info CONTOSO\MSOL_1 / SeDenyInteractiveLogonRight

-- case: denied to local accounts only
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE host_user_right SET sid = 'S-1-5-113' WHERE sid = 'S-1-5-21-1-1-101-1105' AND right = 'SeDenyInteractiveLogonRight';
-- expect: SYNC01 warn CONTOSO\MSOL_1 / SeDenyInteractiveLogonRight

-- case: a log of seven days, of less, of the future, of which nobody tells
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- server: SYNC03 staging contoso.example
-- server: SYNC04 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- host: SYNC04
-- engine: SYNC01
-- engine: SYNC02
-- engine: SYNC03
-- engine: SYNC04
UPDATE host_account_watched SET since = CASE target_id WHEN 1 THEN '2026-11-15T12:03:00Z' WHEN 2 THEN '2026-11-15T13:01:00Z' WHEN 3 THEN '2026-11-22T12:01:00Z' END;
-- expect: SYNC01 pass
-- expect: SYNC02 warn CONTOSO\MSOL_1 / log
-- expect: SYNC03 unknown CONTOSO\MSOL_1
-- expect: SYNC04 unknown CONTOSO\MSOL_1

-- case: an account that the server does not know, and none at all
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
UPDATE host_account_watched SET sid = NULL WHERE target_id = 1;
DELETE FROM host_account_watched WHERE target_id = 2;
-- expect: SYNC01 unknown CONTOSO\MSOL_1
-- expect: SYNC02 unknown accounts

-- case: not seen
-- server: SYNC01 staging contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- engine: SYNC01
-- engine: SYNC02
-- uncovered: SYNC01 account_logon
-- uncovered: SYNC02 user_right
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown

-- case: a log of an hour
-- server: SYNC01 staging contoso.example
-- host: SYNC01
-- engine: SYNC01
UPDATE host_account_watched SET since = '2026-11-22T11:00:00Z';
-- expect: SYNC01 warn CONTOSO\MSOL_1 / log
