-- SPDX-License-Identifier: Apache-2.0
-- Cases of LOC-001.

-- case: the built-in account and Domain Admins
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012);
-- expect: SYNC01 pass

-- case: Domain Admins of the domain that was asked
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012);
-- expect: SYNC01 pass

-- case: Domain Admins of two domains, one of them asked
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 fail Administratoren / FABRIKAM\Domain Admins

-- case: Domain Admins of two domains, none of them asked
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 fail Administratoren / FABRIKAM\Domain Admins

-- case: Domain Admins of a domain that is not the server's
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 fail Administratoren / FABRIKAM\Domain Admins

-- case: members that the policy names
-- server: SYNC01 none -
-- host: SYNC01
-- param: admins_allowed = [CONTOSO\T0-admins, S-1-5-21-1-1-101-1201]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1200', 'CONTOSO\T0-Admins', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1201', 'CONTOSO\x', 'user', 0, 10012);
-- expect: SYNC01 pass

-- case: others
-- server: SYNC01 none -
-- host: SYNC01
-- param: admins_allowed = [CONTOSO\pc$, S-1-5-11]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1200', 'CONTOSO\group', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1201', 'CONTOSO\user', 'user', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-1001', 'SYNC01\local', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1202', 'CONTOSO\PC$', 'computer', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-500', 'CONTOSO\Administrator', 'user', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-519', 'CONTOSO\EA', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-11', 'NT-AUTORITÄT\Authentifizierte Benutzer', 'system', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-4', 'X\interactive', 'system', 0, 10012);
-- expect: SYNC01 fail Administratoren / CONTOSO\Administrator
-- expect: SYNC01 fail Administratoren / CONTOSO\EA
-- expect: SYNC01 fail Administratoren / CONTOSO\PC$
-- expect: SYNC01 fail Administratoren / CONTOSO\group
-- expect: SYNC01 fail Administratoren / CONTOSO\user
-- expect: SYNC01 fail Administratoren / NT-AUTORITÄT\Authentifizierte Benutzer
-- expect: SYNC01 fail Administratoren / SYNC01\local
-- expect: SYNC01 fail Administratoren / X\interactive

-- case: everybody
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-1-0', 'N\-1-1-0', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-513', 'N\01-513', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-514', 'N\01-514', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-515', 'N\01-515', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-32-545', 'N\32-545', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-32-546', 'N\32-546', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-2', 'N\-1-5-2', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-7', 'N\-1-5-7', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-2-0', 'N\-1-2-0', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-15', 'N\1-5-15', 'group', 0, 10012);
-- expect: SYNC01 fail Administratoren / N\-1-1-0
-- expect: SYNC01 fail Administratoren / N\-1-2-0
-- expect: SYNC01 fail Administratoren / N\-1-5-2
-- expect: SYNC01 fail Administratoren / N\-1-5-7
-- expect: SYNC01 fail Administratoren / N\01-513
-- expect: SYNC01 fail Administratoren / N\01-514
-- expect: SYNC01 fail Administratoren / N\01-515
-- expect: SYNC01 fail Administratoren / N\1-5-15
-- expect: SYNC01 fail Administratoren / N\32-545
-- expect: SYNC01 fail Administratoren / N\32-546

-- case: members that could not be resolved
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', NULL, 'CONTOSO\lost', 'unknown', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-7-7-7-1100', 'S-1-5-21-7-7-7-1100', 'unknown', 0, 10012);
-- expect: SYNC01 unknown Administratoren / CONTOSO\lost
-- expect: SYNC01 warn Administratoren / S-1-5-21-7-7-7-1100

-- case: as many as the policy wants, and one more
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- param: max_admins = 3
-- param: admins_allowed = [D\a, D\b, D\c]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-2', 'D\b', 'user', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-3', 'D\c', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1', 'D\a', 'user', 0, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-2', 'D\b', 'user', 0, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-3', 'D\c', 'user', 0, 20012);
-- expect: SYNC01 pass
-- expect: SYNC02 warn Administratoren / members

-- case: two servers with the same administrators
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 10012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 20012);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: two servers with other administrators
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
-- param: admins_allowed = [D\a, D\b, SYNC01\l, SYNC02\k]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1', 'D\a', 'group', 0, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-1001', 'SYNC01\l', 'user', 1, 10012),
  (1, 'S-1-5-32-544', NULL, 'D\n', 'unknown', 0, 10012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-2', 'D\b', 'group', 0, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-1002', 'SYNC02\k', 'user', 1, 20012);
-- expect: SYNC01 unknown Administratoren / D\n
-- expect: SYNC02 warn Administratoren beside SYNC01 / CONTOSO\Domänen-Admins
-- expect: SYNC02 warn Administratoren beside SYNC01 / D\a
-- expect: SYNC02 warn Administratoren beside SYNC01 / D\b
-- expect: SYNC02 warn Administratoren beside SYNC01 / SYNC01\l
-- expect: SYNC02 warn Administratoren beside SYNC01 / SYNC02\k

-- case: the other server was not asked
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC02
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012),
  (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-512', 'CONTOSO\Domänen-Admins', 'group', 0, 20012);
-- expect: SYNC01 unknown
-- expect: SYNC02 pass

-- case: one server exported twice
-- server: SYNC01 active contoso.onmicrosoft.com
-- server: SYNC02 staging contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
-- param: admins_allowed = [D\a]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-500', 'SYNC02\Administrator', 'user', 1, 20012);
UPDATE sync_server SET server_name = 'SYNC01';
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (2, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1', 'D\a', 'group', 0, 20012);
-- expect: SYNC01 pass
-- expect: SYNC02 pass

-- case: a group with the connector account in it
-- server: SYNC01 none -
-- host: SYNC01
-- forest: contoso.com
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1300', 'CONTOSO\g', 'group', 0, 10012);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,DC=contoso,DC=com', 'cn=msol_1,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1001', 'MSOL_1', 'user', 1, '', '', '', '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'S1', 'S1');
INSERT INTO ad_membership VALUES (1, 'S-1-5-21-1-1-101-1300', 0, '');
-- expect: SYNC01 fail Administratoren / CONTOSO\g

-- case: domain controllers
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
UPDATE host SET domain_role = target_id + 3;
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1200', 'CONTOSO\group', 'group', 0, 10012);
-- expect: SYNC01 not_applicable S-1-5-32-544
-- expect: SYNC02 not_applicable S-1-5-32-544

-- case: not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 local_group
-- uncovered: SYNC02 host
INSERT INTO host_group VALUES (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown S-1-5-32-544

-- case: users by the limit that holds without a policy, and one more
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012), (2, 'S-1-5-32-544', 'Administratoren', NULL, 20012);
INSERT INTO host_group_member SELECT 1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-' || value, 'X\u' || value, 'user', 1, 10012 FROM json_each('[500,1,2,3,4,5,6,7,8,9]');
INSERT INTO host_group_member SELECT 2, 'S-1-5-32-544', 'S-1-5-21-9-9-2-' || value, 'X\u' || value, 'user', 1, 20012 FROM json_each('[500,1,2,3,4,5,6,7,8,9,10]');
-- param: admins_allowed = ['X\u1', 'X\u2', 'X\u3', 'X\u4', 'X\u5', 'X\u6', 'X\u7', 'X\u8', 'X\u9', 'X\u10']
-- expect: SYNC01 pass
-- expect: SYNC02 warn Administratoren / members
-- expect: SYNC02 warn Administratoren beside SYNC01 / X\u10

-- case: a computer that the policy names
-- server: SYNC01 none -
-- host: SYNC01
-- param: admins_allowed = ['D\pc$']
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-1400', 'D\PC$', 'computer', 0, 10012);
-- expect: SYNC01 fail Administratoren / D\PC$

-- case: a group without the built-in account: not all of its members are shown
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
-- expect: SYNC01 unknown Administratoren / members

-- case: an account of the domain is not the built-in one
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-1-1-101-500', 'CONTOSO\Administrator', 'user', 0, 10012);
-- expect: SYNC01 fail Administratoren / CONTOSO\Administrator
-- expect: SYNC01 unknown Administratoren / members

-- case: Domain Admins of another domain alone, none was asked
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 unknown Administratoren / FABRIKAM\Domain Admins

-- case: Domain Admins of another domain, which the policy names
-- server: SYNC01 none -
-- host: SYNC01
-- param: admins_allowed = [S-1-5-21-2-2-2-512]
INSERT INTO host_group VALUES (1, 'S-1-5-32-544', 'Administratoren', NULL, 10012);
INSERT INTO host_group_member VALUES (1, 'S-1-5-32-544', 'S-1-5-21-9-9-1-500', 'SYNC01\Administrator', 'user', 1, 10012),
  (1, 'S-1-5-32-544', 'S-1-5-21-2-2-2-512', 'FABRIKAM\Domain Admins', 'group', 0, 10012);
-- expect: SYNC01 pass
