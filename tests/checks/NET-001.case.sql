-- SPDX-License-Identifier: Apache-2.0
-- Cases of NET-001.

-- case: on, logged, and decided by policy
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: off in one profile
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET enabled = 0 WHERE profile = 'public';
-- expect: SYNC01 fail public profile

-- case: lets in what no rule names
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET inbound = 'allow' WHERE profile = 'domain';
-- expect: SYNC01 fail domain profile

-- case: nothing is let in where all is blocked
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'allow', 'allow', 0, 1, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 pass

-- case: a profile that is off blocks nothing
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET enabled = 0, block_all = 1, log_dropped = 0, local_rules = 1
 WHERE profile = 'public';
-- expect: SYNC01 fail public profile

-- case: not everything was read
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET inbound = NULL WHERE profile = 'domain';
UPDATE host_firewall_profile SET enabled = NULL WHERE profile = 'private';
-- expect: SYNC01 unknown domain profile
-- expect: SYNC01 unknown private profile

-- case: a profile that was not seen
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
DELETE FROM host_firewall_profile WHERE profile = 'private';
-- expect: SYNC01 unknown private profile

-- case: no log
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 0, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn domain profile / log
-- expect: SYNC01 warn private profile / log
-- expect: SYNC01 warn public profile / log

-- case: a small log
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET log_size_kb = 16383 WHERE profile = 'domain';
-- expect: SYNC01 warn domain profile / log

-- case: a log of which not everything was read
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
UPDATE host_firewall_profile SET log_size_kb = NULL WHERE profile = 'domain';
UPDATE host_firewall_profile SET log_dropped = NULL WHERE profile = 'private';
UPDATE host_firewall_profile SET log_dropped = 0, log_size_kb = NULL WHERE profile = 'public';
-- expect: SYNC01 unknown domain profile / log
-- expect: SYNC01 unknown private profile / log
-- expect: SYNC01 warn public profile / log

-- case: the policy wants a larger log
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: log_size_min_kb = 16385
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn domain profile / log
-- expect: SYNC01 warn private profile / log
-- expect: SYNC01 warn public profile / log

-- case: local rules hold
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 1, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 warn public profile / local rules

-- case: whether local rules hold was not read
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', NULL, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 unknown public profile / local rules

-- case: the service is stopped
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service mpssvc

-- case: the service is gone
-- server: SYNC01 active contoso.example
-- host: SYNC01
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'Other', 'other', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'running', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 fail service mpssvc

-- case: the state of the service is not known
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
INSERT INTO host_firewall_profile
SELECT 1, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_firewall_profile
SELECT 2, column1, 1, 'block', 'allow', 0, 0, 1, 16384, 'policy', 20009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'unknown', 5, 'C:\Windows\x.exe', 0, 10004);
INSERT INTO host_service VALUES (2, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'starting', 5, 'C:\Windows\x.exe', 0, 20004);
-- expect: SYNC01 unknown service mpssvc
-- expect: SYNC02 unknown service mpssvc

-- case: another product is the firewall
-- server: SYNC01 active contoso.example
-- host: SYNC01
-- param: third_party_firewall = Product X
INSERT INTO host_firewall_profile
SELECT 1, column1, 0, 'block', 'allow', 1, 0, 0, 16384, 'policy', 10009
  FROM (VALUES ('domain'), ('private'), ('public'));
INSERT INTO host_service VALUES (1, 'MpsSvc', 'mpssvc', 'LocalSystem', 'localsystem', 'system', 'auto', 0, 'stopped', 5, 'C:\Windows\x.exe', 0, 10004);
-- expect: SYNC01 not_applicable firewall

-- case: the firewall was not seen
-- server: SYNC01 active contoso.example
-- server: SYNC02 staging contoso.example
-- host: SYNC01
-- host: SYNC02
-- uncovered: SYNC01 firewall
-- uncovered: SYNC02 service
-- expect: SYNC01 unknown
-- expect: SYNC02 unknown
