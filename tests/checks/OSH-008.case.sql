-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-008.

-- case: system, virtual and managed accounts
-- server: S1 none -
-- host: S1
-- setting: S1 Winlogon.AutoAdminLogon = 0
INSERT INTO host_service VALUES (1, 'a', 'a', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 1, 'x', 0, 10004),
  (1, 'b', 'b', 'NT SERVICE\b', 'nt service\b', 'virtual', 'auto', 0, 'running', 1, 'x', 0, 10004),
  (1, 'c', 'c', 'CONTOSO\gmsa$', 'contoso\gmsa$', 'gmsa', 'auto', 0, 'running', 1, 'x', 0, 10004),
  (1, 'd', 'd', '.\svc', '.\svc', 'local', 'auto', 0, 'running', 1, 'x', 0, 10004),
  (1, 'e', 'e', NULL, NULL, 'none', 'auto', 0, 'running', 1, 'x', 0, 10004);
INSERT INTO host_task VALUES (1, '\a', 1, 'CONTOSO\adm', 'contoso\adm', 'domain', 3, 1, 10015), (1, '\b', 1, 'CONTOSO\adm', 'contoso\adm', 'domain', 2, 1, 10015),
  (1, '\c', 1, 'SYSTEM', 'system', 'system', NULL, 1, 10015), (1, '\d', 1, 'X', 'x', 'unknown', 4, 1, 10015);
-- expect: S1 pass

-- case: the forest was not asked
-- server: S1 none -
-- host: S1
INSERT INTO host_service VALUES (1, 'a', 'a', 'CONTOSO\svc', 'contoso\svc', 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004);
INSERT INTO host_task VALUES (1, '\t', 1, 'CONTOSO\svc', 'contoso\svc', 'domain', 1, 1, 10015), (1, '\u', 1, 'svc@contoso.com', 'svc@contoso.com', 'domain', 6, 1, 10015),
  (1, '\v', 1, 'CONTOSO\svc', 'contoso\svc', 'domain', NULL, 1, 10015), (1, '\w', 1, 'S-1-5-21-9', 's-1-5-21-9', 'unknown', 1, 1, 10015),
  (1, '\x', 1, NULL, NULL, 'unknown', NULL, 1, 10015);
-- expect: S1 unknown service a
-- expect: S1 unknown task \t
-- expect: S1 unknown task \u
-- expect: S1 unknown task \v
-- expect: S1 unknown task \w
-- expect: S1 unknown task \x

-- case: the forest was asked
-- server: S1 none -
-- host: S1
-- forest: contoso.com
INSERT INTO ad_privileged VALUES (1, 101, 1, 'CN=adm,DC=contoso,DC=com', 'cn=adm,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1600', 'Adm', 1, 1, 1, 0, 1012),
  (2, 101, 1, 'CN=was,DC=contoso,DC=com', 'cn=was,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1601', 'was', 1, 1, 0, 0, 1012);
INSERT INTO ad_account (id, target_id, domain_id, dn, dn_key, sid, sam, upn, class, enabled, delegate_to, acts_on_behalf, spns, sid_history, key_credentials, evidence_id)
VALUES (1, 101, 1, 'CN=MSOL_1,CN=Users,DC=contoso,DC=com', 'cn=msol_1,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1001', 'MSOL_1', 'sync@other.example', 'user', 1, '', '', '', '', 0, 1012),
  (2, 101, 1, 'CN=SVC,CN=Users,DC=contoso,DC=com', 'cn=svc,cn=users,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1002', 'SVC', NULL, 'user', 1, '', '', '', '', 0, 1012);
INSERT INTO ad_account_role VALUES (1, 'connector', 'export', 'S1', 'S1'), (2, 'service', 'request', 'S1', 'S1');
INSERT INTO host_service SELECT 1, column1, column1, column2, lower(column2), 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM (VALUES
  ('adm by netbios', 'CONTOSO\adm'), ('adm by dns', 'contoso.com\Adm'), ('adm by upn', 'adm@CONTOSO.com'), ('was', 'CONTOSO\was'),
  ('connector', 'CONTOSO\MSOL_1'), ('connector by upn', 'sync@other.example'), ('other', 'CONTOSO\other'), ('service', 'contoso\svc'),
  ('elsewhere', 'FABRIKAM\adm'), ('other by upn', 'other@contoso.com'), ('upn of elsewhere', 'other@fabrikam.com'));
INSERT INTO host_task VALUES (1, '\t', 0, 'CONTOSO\adm', 'contoso\adm', 'domain', 1, 1, 10015);
-- expect: S1 fail service adm by dns
-- expect: S1 fail service adm by netbios
-- expect: S1 fail service adm by upn
-- expect: S1 fail service connector
-- expect: S1 fail service connector by upn
-- expect: S1 fail task \t
-- expect: S1 unknown service elsewhere
-- expect: S1 unknown service upn of elsewhere
-- expect: S1 warn service other
-- expect: S1 warn service other by upn
-- expect: S1 warn service service
-- expect: S1 warn service was

-- case: the forest hid something
-- server: S1 none -
-- server: S2 none -
-- host: S1
-- forest: contoso.com
INSERT INTO ad_privileged VALUES (1, 101, 1, 'CN=adm,DC=contoso,DC=com', 'cn=adm,dc=contoso,dc=com', 'S-1-5-21-1-1-101-1600', 'adm', 1, 1, 1, 0, 1012);
INSERT INTO ad_gap VALUES (101, 'ad_account', 'group', 'CN=X', 'denied', 'not shown');
INSERT INTO host_service SELECT 1, column1, column1, column2, lower(column2), 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM (VALUES
  ('adm', 'CONTOSO\adm'), ('other', 'CONTOSO\other'));
-- expect: S1 fail service adm
-- expect: S1 unknown service other
-- expect: S2 unknown

-- case: a domain of the forest did not answer
-- server: S1 none -
-- host: S1
-- forest: contoso.com
INSERT INTO ad_gap VALUES (101, 'ad_account', 'domain', 'sub.contoso.com', 'unreachable', 'not shown');
INSERT INTO host_service SELECT 1, column1, column1, column2, lower(column2), 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM (VALUES
  ('other', 'CONTOSO\other'));
-- expect: S1 unknown service other

-- case: this domain did not answer
-- server: S1 none -
-- host: S1
-- forest: contoso.com
UPDATE ad_domain SET collected = 0;
INSERT INTO host_service SELECT 1, column1, column1, column2, lower(column2), 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM (VALUES
  ('other', 'CONTOSO\other'));
-- expect: S1 unknown service other

-- case: accounts of this forest were not read
-- server: S1 none -
-- host: S1
-- forest: contoso.com
DELETE FROM coverage WHERE source = 'ad_account';
INSERT INTO host_service SELECT 1, column1, column1, column2, lower(column2), 'domain', 'auto', 0, 'running', 1, 'x', 0, 10004 FROM (VALUES
  ('other', 'CONTOSO\other'));
-- expect: S1 unknown service other

-- case: automatic log-on
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- setting: S1 Winlogon.AutoAdminLogon = 1
-- setting: S2 Winlogon.DefaultPassword = 1
-- setting: S3 Winlogon.AutoAdminLogon = denied
-- setting: S3 Winlogon.DefaultPassword = unread
-- expect: S1 fail automatic log-on
-- expect: S2 warn password of the automatic log-on
-- expect: S3 unknown HKLM\Winlogon.AutoAdminLogon
-- expect: S3 unknown HKLM\Winlogon.DefaultPassword

-- case: not seen
-- server: S1 none -
-- server: S2 none -
-- server: S3 none -
-- host: S1
-- host: S2
-- host: S3
-- uncovered: S1 task
-- uncovered: S2 service
-- uncovered: S3 registry
-- expect: S1 unknown
-- expect: S2 unknown
-- expect: S3 unknown
