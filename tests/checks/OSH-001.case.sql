-- SPDX-License-Identifier: Apache-2.0
-- Cases of OSH-001.

-- case: a plain server
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_feature VALUES (1, 'role', '481', 'File and Storage Services', 'enabled', 10014),
  (1, 'role', '2', 'Web Server (IIS)', 'disabled', 10014),
  (1, 'optional', 'MicrosoftWindowsPowerShellV2', 'Windows PowerShell 2.0', 'disabled', 10014);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'disabled', 0, 'stopped', NULL, 'C:\Windows\spoolsv.exe', 0, 10004),
  (1, 'W3SVC', 'w3svc', 'LocalSystem', 'localsystem', 'system', 'manual', 0, 'stopped', NULL, 'C:\Windows\svchost.exe', 0, 10004);
INSERT INTO host_software VALUES (1, 'X', 64, 'Any', '1.0', NULL, NULL, 10007);
-- expect: SYNC01 pass

-- case: a domain controller with what belongs to it
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
UPDATE host SET domain_role = iif(target_id = 3, NULL, target_id + 3);
INSERT INTO host_feature SELECT target_id, 'role', '481', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_feature SELECT target_id, 'optional', 'X', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_service SELECT target_id, 'NTDS', 'ntds', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'C:\Windows\lsass.exe', 0, 10004 FROM host;
-- expect: SYNC01 fail domain controller
-- expect: SYNC02 fail domain controller
-- expect: SYNC03 unknown domain controller

-- case: a domain controller that the policy allows
-- server: SYNC01 none -
-- host: SYNC01
-- param: dc_allowed = true
UPDATE host SET domain_role = 5;
INSERT INTO host_feature VALUES (1, 'role', '10', 'AD DS', 'enabled', 10014), (1, 'optional', 'X', 'F', 'enabled', 10014);
INSERT INTO host_service VALUES (1, 'NTDS', 'ntds', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'C:\Windows\lsass.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: services that do not belong here
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_feature VALUES (1, 'role', '481', 'F', 'enabled', 10014), (1, 'optional', 'X', 'F', 'enabled', 10014);
INSERT INTO host_service SELECT 1, upper(column1), column1, 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'C:\x.exe', 0, 10004
  FROM (VALUES ('certsvc'), ('adfssrv'), ('w3svc'), ('msexchangeadtopology'), ('msexchangeis'), ('spooler'), ('dhcp'));
-- expect: SYNC01 fail service ADFSSRV
-- expect: SYNC01 fail service CERTSVC
-- expect: SYNC01 fail service MSEXCHANGEADTOPOLOGY
-- expect: SYNC01 fail service MSEXCHANGEIS
-- expect: SYNC01 fail service SPOOLER
-- expect: SYNC01 fail service W3SVC

-- case: a spooler whose state is not told
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_feature VALUES (1, 'role', '481', 'F', 'enabled', 10014), (1, 'optional', 'X', 'F', 'enabled', 10014);
INSERT INTO host_service VALUES (1, 'Spooler', 'spooler', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', NULL, NULL, 0, 10004);
-- expect: SYNC01 unknown service Spooler

-- case: roles
-- server: SYNC01 none -
-- host: SYNC01
-- param: roles_allowed = [2, 13]
INSERT INTO host_feature SELECT 1, 'role', column1, 'name', 'enabled', 10014
  FROM (VALUES ('2'), ('5'), ('6'), ('7'), ('8'), ('9'), ('12'), ('13'), ('14'), ('16'), ('17'), ('18'), ('19'), ('20'),
               ('130'), ('404'), ('430'), ('468'), ('481'), ('485'), ('1001'), ('1006'), ('1009'), ('1025'), ('255'), ('2000'));
INSERT INTO host_feature VALUES (1, 'optional', '8', 'F', 'enabled', 10014);
-- expect: SYNC01 fail role 130
-- expect: SYNC01 fail role 16
-- expect: SYNC01 fail role 8
-- expect: SYNC01 warn role 1001
-- expect: SYNC01 warn role 1006
-- expect: SYNC01 warn role 1009
-- expect: SYNC01 warn role 1025
-- expect: SYNC01 warn role 12
-- expect: SYNC01 warn role 14
-- expect: SYNC01 warn role 17
-- expect: SYNC01 warn role 18
-- expect: SYNC01 warn role 19
-- expect: SYNC01 warn role 20
-- expect: SYNC01 warn role 404
-- expect: SYNC01 warn role 430
-- expect: SYNC01 warn role 468
-- expect: SYNC01 warn role 485
-- expect: SYNC01 warn role 5
-- expect: SYNC01 warn role 7
-- expect: SYNC01 warn role 9

-- case: a web server that is not running
-- server: SYNC01 none -
-- host: SYNC01
INSERT INTO host_feature VALUES (1, 'role', '2', 'F', 'enabled', 10014), (1, 'optional', 'X', 'F', 'enabled', 10014);
-- expect: SYNC01 warn role 2

-- case: PowerShell 2.0
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_feature VALUES (1, 'role', '481', 'F', 'enabled', 10014), (2, 'role', '481', 'F', 'enabled', 20014),
  (1, 'optional', 'MicrosoftWindowsPowerShellV2', 'F', 'enabled', 10014),
  (2, 'optional', 'MicrosoftWindowsPowerShellV2', 'F', 'unknown', 20014),
  (2, 'role', 'MicrosoftWindowsPowerShellV2', 'F', 'enabled', 20014), (2, 'optional', 'X', 'F', 'enabled', 20014);
-- expect: SYNC01 warn Windows PowerShell 2.0
-- expect: SYNC02 unknown Windows PowerShell 2.0

-- case: lists of roles and features that are empty
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_feature VALUES (1, 'role', '481', 'F', 'enabled', 10014), (2, 'optional', 'X', 'F', 'enabled', 10014);
-- expect: SYNC01 unknown optional features
-- expect: SYNC02 unknown roles

-- case: software outside the list
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC02 software
-- param: software_allowed = ['MICROSOFT ENTRA Connect Sync', '{guid-2}']
INSERT INTO host_feature SELECT target_id, 'role', '481', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_feature SELECT target_id, 'optional', 'X', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_software VALUES (1, 'a', 64, 'Microsoft Entra Connect Sync', '2.5', NULL, NULL, 10007),
  (1, '{GUID-2}', 64, 'Something', '2.5', NULL, NULL, 10007), (1, 'nameless', 64, NULL, NULL, NULL, NULL, 10007),
  (1, 'game', 32, 'A Game', '7', NULL, NULL, 10007), (1, 'game2', 32, 'Another', NULL, NULL, NULL, 10007);
-- expect: SYNC01 warn software game
-- expect: SYNC01 warn software game2
-- expect: SYNC02 unknown software

-- case: what the check reads was not seen
-- server: SYNC01 none -
-- server: SYNC02 none -
-- server: SYNC03 none -
-- server: SYNC04 active contoso.onmicrosoft.com
-- host: SYNC01
-- host: SYNC02
-- host: SYNC03
-- uncovered: SYNC01 feature
-- uncovered: SYNC02 service
-- uncovered: SYNC03 host
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
-- expect: SYNC03 unknown
-- expect: SYNC04 unknown

-- case: what a domain controller does not need, and its service on another server
-- server: SYNC01 none -
-- server: SYNC02 none -
-- host: SYNC01
-- host: SYNC02
-- param: dc_allowed = true
UPDATE host SET domain_role = 4 WHERE target_id = 1;
INSERT INTO host_feature SELECT target_id, 'role', '481', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_feature SELECT target_id, 'optional', 'X', 'F', 'enabled', 10014 FROM host;
INSERT INTO host_service VALUES (1, 'CertSvc', 'certsvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'x', 0, 10004),
  (2, 'NTDS', 'ntds', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 600, 'x', 0, 20004),
  (2, 'W3SVC', 'w3svc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 600, 'x', 0, 20004);
-- expect: SYNC01 fail service CertSvc
-- expect: SYNC02 fail service NTDS
